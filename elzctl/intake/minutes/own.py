"""Minutes that elzctl made itself: what was noted stands in them under labels of their own, in either language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from elzctl import dates
from elzctl.intake import hours, when
from elzctl.intake.minutes import invited
from elzctl.intake.minutes.draft import Noted, Point, Under
from elzctl.intake.minutes.own_details import Known, details, is_detail, references, tags, untold
from elzctl.intake.minutes.parts import bare, cut
from elzctl.intake.minutes.printed_list import printed_list
from elzctl.intake.paper import Block
from elzctl.intake.when import Dated
from elzctl.intake.who import Actors
from elzctl.record import NamedTuple

_LABELS = re.compile(
    r"(?P<box>[☐☒☑]\s*)?(?P<word>Punt|Point|Besluit|Decision|Signaal|Signal|Afspraak|Agreement|Evenement|Event) (?P<number>[BSAE]?\d{1,3})(?:\s|\Z)"
)
_LETTERS = {
    **dict.fromkeys(("Punt", "Point"), ""),
    **dict.fromkeys(("Besluit", "Decision"), "B"),
    **dict.fromkeys(("Signaal", "Signal"), "S"),
    **dict.fromkeys(("Afspraak", "Agreement"), "A"),
    **dict.fromkeys(("Evenement", "Event"), "E"),
}
_CONTRIBUTION = re.compile(r"(?:Bijdrage|Contribution)(?: (?:van|of) (?P<who>[^:]+))?(?:: |\Z)")
_TURN = re.compile(
    r"(?P<word>Stand|Progress|Verschoven|Put off|Vervallen|Dropped)(?: (?:op|on) (?P<on>.+?))?(?: (?:naar|to) (?P<due>[^:]+?))?(?:: |\Z)"
)
_TURNS = {
    **dict.fromkeys(("Stand", "Progress"), "stand"),
    **dict.fromkeys(("Verschoven", "Put off"), "verschoven"),
    **dict.fromkeys(("Vervallen", "Dropped"), "vervallen"),
}
_STAGES = {
    **dict.fromkeys(("gegroepeerd", "grouped"), "gegroepeerd"),
    **dict.fromkeys(("besproken", "discussed"), "besproken"),
    **dict.fromkeys(("werd een actie", "became an action"), "actie"),
    **dict.fromkeys(("doorverwezen", "referred"), "doorverwezen"),
    **dict.fromkeys(("geen mandaat", "no mandate"), "geen mandaat"),
}
_STAGE = re.compile(
    rf"(?i)(?P<word>{'|'.join(_STAGES)})(?: (?:op|on) (?P<on>.+?))?(?: (?:naar|to) (?P<who>[^:]+?))?(?:: |\Z)"
)
_FROM_TO = re.compile(r"\d{1,2}\s[^\d]+(?:\d{4}\s)?[–-]\s?\d{1,2}\s")
_NOBODY = ("nog niemand", "nobody yet")
_MARK = re.compile(r"\s*¶\s*\Z")
_INTERNAL = re.compile(r"\s*\((?:intern|internal)\)\s*\Z")

__all__ = [
    "ATTACHED",
    "FOLLOWED",
    "FOLLOW_UP",
    "LAST",
    "MADE",
    "STATES",
    "TITLE",
    "Entry",
    "Known",
    "day_of",
    "details",
    "entry",
    "ids_of",
    "is_detail",
    "labels_are_dutch",
    "made_here",
    "noted",
    "occasion",
    "point",
]

ATTACHED = ("Bijlagen", "Attachments")
FOLLOW_UP = ("Opvolging van de werkpunten", "Follow-up of the action points")
_ENDS = ("Werkpunten van deze vergadering", "Action points of this meeting")
_OTHERS = ("Besluiten", "Decisions", "Volgende vergadering", "Next meeting")
MADE = frozenset((*FOLLOW_UP, *ATTACHED, *_ENDS, *_OTHERS, *invited.TO_DO))
"""The headings of what elzctl makes of the rest, without a number."""

FOLLOWED = re.compile(
    r"(?:Wat nog te doen was, en hoe het stond op|Nog te doen op|What was still to do, and how it stood on|Still to do on) .+"
)
LAST = ("Dit was de laatste vergadering van de reeks.", "This was the last meeting of its series.")
_MINUTES = r"(?:INTERNAL – |INTERN – )?(?:Verslag|Minutes): (?=\S)"
TITLE = re.compile(rf"{_MINUTES}|(?:INTERNAL – |INTERN – )?{invited.TITLE}")
STATES: Mapping[str, str] = {
    "gepland": "planned",
    "planned": "planned",
    "ontwerpverslag": "draft",
    "draft minutes": "draft",
    "verslag om na te lezen en goed te keuren": "review",
    "minutes to be read and approved": "review",
    "goedgekeurd": "approved",
    "approved": "approved",
    "afgelast": "cancelled",
    "cancelled": "cancelled",
}


def made_here(blocks: Sequence[Block]) -> bool:
    """True for minutes that elzctl printed: their title, and a state or something noted under a label of ours."""
    if not any(block.style == "title" and re.match(_MINUTES, block.text) for block in blocks[:6]):
        return False
    texts = [block.text.strip() for block in blocks]
    for text, after in zip(texts, [*texts[1:], ""], strict=True):
        label, _, value = text.partition(" ") if text.startswith(("Status ", "Staat ", "State ")) else (text, "", after)
        if label in ("Status", "Staat", "State") and value.startswith(tuple(STATES)):
            return True
    return any(text in _ENDS for text in texts) or any(entry(block) is not None for block in blocks)


def labels_are_dutch(blocks: Sequence[Block]) -> bool:
    """The language of the labels of minutes that elzctl printed, whatever the texts between them are in."""
    titles = [block.text for block in blocks if block.style == "title"]
    return any(words in title for title in titles for words in ("Verslag: ", *invited.DUTCH))


class Entry(NamedTuple):
    """What is noted: its letter ("" for a point), its number, whether it is ticked, and its words."""

    letter: str
    number: str
    ticked: bool
    words: Block


def entry(block: Block, *, own: bool = False) -> Entry | None:
    """What is noted in a block; ``None`` when it is none of ours.  *own*: it is known that elzctl made the document."""
    match = _LABELS.match(block.text)
    if match is None:
        return None
    letter = _LETTERS[match["word"]]
    if (match["number"][:1].isalpha() and match["number"][0] != letter) or (
        letter and not match["number"][:1].isalpha()
    ):
        return None
    start = match.start("word")
    is_marked = any(one.strong and one.start <= start and one.end >= match.end("number") for one in block.spans)
    if not (own or is_marked or block.style.startswith("entry") or block.check is not None or match["box"]):
        return None
    end = _MARK.search(block.text)
    words = cut(block, match.end(), end.start() if end else None)
    ticked = block.check is True or (match["box"] or " ").strip() in ("☒", "☑")
    return Entry(letter, match["number"], ticked, bare(words))


def ids_of(names: str, actors: Actors) -> tuple[str, ...]:
    """The actors in a printed list of names; one that is not known is new."""
    return tuple(
        dict.fromkeys(filter(None, (known or actors.ref(name) for name, known in printed_list(names, actors.find))))
    )


def point(one: Entry, below: Iterable[Block], known: Known, day: date) -> Point:
    """A point with the lines under it."""
    made = Point(words=one.words, ticked=one.ticked, lines=one.words.lines, number=one.number)
    for block in below:
        lines = tuple(dict.fromkeys((*made.lines, *block.lines)))
        if is_detail(block) and not block.depth:
            made = _detailed(made, details(block.text), known, day)
        else:
            made = made._replace(under=(*made.under, _under(block, known)))
        made = made._replace(lines=lines)
    return made


def noted(one: Entry, below: Sequence[Block], known: Known, day: date) -> Noted:
    """A decision, signal, agreement or event with the lines under it."""
    words, moment, start, end = one.words, None, None, None
    if one.letter == "E":
        head, colon, _ = words.text.partition(": ")
        moment = when.first(head, day, loose=True) if colon else None
        if moment is not None:
            time = next(hours.find(head[moment.last :], loose=True), None)
            start, end = (time.start, time.end) if time is not None else (None, None)
            words = cut(words, len(head) + 2)
            moment = _of_days(moment)
    made = Noted(one.letter, words, moment, start, end, lines=words.lines, number=one.number)
    rest: list[Under] = []
    for block in below:
        lines = tuple(dict.fromkeys((*made.lines, *block.lines)))
        if is_detail(block) and not block.depth:
            told = details(block.text)
            made = made._replace(
                who=ids_of(told["who"], known.actors) if "who" in told else (),
                references=references(told, known),
                tags=tags(told, known),
            )
            rest += untold(told, known)
        else:
            made = made._replace(steps=(*made.steps, _step(block, known)))
        made = made._replace(lines=lines)
    return made._replace(steps=(*made.steps, *rest))  # behind the stages: a line of text ends those


def _of_days(moment: Dated) -> Dated:
    """Days from and to, which are printed in words, as a file has them."""
    if not _FROM_TO.match(moment.value.text):
        return moment
    value = moment.value
    return moment._replace(value=dates.VagueDate(f"{value.first}/{value.last}", value.first, value.last))


def occasion(text: str) -> dict[str, str]:
    """``3 juni 2025, 10u – 12u, Zaal 2`` as the values of a date, hours and a place."""
    head, _, rest = text.partition(", ")
    found = {"date": day_of(head)}
    time = next(hours.find(rest, loose=True), None)
    if time is not None and time.first <= len("vanaf "):
        is_end = bool(re.match(r"(?:tot|until)\b", rest))
        found["end" if is_end else "start"] = hours.written(time.start, None)
        if time.end is not None:
            found["end"] = hours.written(time.end, None)
        rest = rest[time.last :].lstrip(", ")
    if rest:
        found["location"] = rest
    return {key: value for key, value in found.items() if value}


def day_of(text: str) -> str:
    """A printed date as a file holds it, "" for none."""
    found = dates.read(text.strip()) if text else None
    if not isinstance(found, dates.VagueDate):
        return ""
    return found.text if found.is_vague else str(found.first)


def _detailed(made: Point, told: Mapping[str, str], known: Known, day: date) -> Point:
    who, due = told.get("who", ""), told.get("due", "")
    if who and who not in _NOBODY:
        made = made._replace(owners=ids_of(who, known.actors), owner_words=who)
    value = dates.read(due) if due else None
    if isinstance(value, dates.VagueDate):
        written = due if value.is_vague else str(value.first)
        one = Dated(0, len(due), dates.VagueDate(written, value.first, value.last), due)
        made = made._replace(due=one, due_words=due)
    elif due:
        made = made._replace(due=when.first(due, day, loose=True), due_words=due)
    state = re.match(r"(?:afgerond|done)(?: (?:op|on) (?P<on>.+))?\Z", told.get("state", ""))
    if state:
        made = made._replace(ticked=True, done=day_of(state["on"] or ""))
    lost = ("due",) if due and made.due is None else ()
    return made._replace(
        references=references(told, known),
        tags=tags(told, known),
        under=(*made.under, *untold(told, known, *lost)),
    )


def _under(block: Block, known: Known) -> Under:
    text = _MARK.sub("", block.text)
    match = _CONTRIBUTION.match(text)
    if match:
        who = ids_of(match["who"], known.actors) if match["who"] else ()
        return Under("bijdrage", text[match.end() :], who)
    match = _TURN.match(text)
    if match:
        return Under(
            _TURNS[match["word"]], text[match.end() :], (), day_of(match["on"] or ""), day_of(match["due"] or "")
        )
    return Under("", text)


def _step(block: Block, known: Known) -> Under:
    match = _STAGE.match(block.text)
    if match is None:
        return Under("", block.text)
    who = ids_of(match["who"], known.actors) if match["who"] else ()
    return Under(_STAGES[match["word"].lower()], block.text[match.end() :], who, day_of(match["on"] or ""))


def is_below(block: Block) -> bool:
    """True for a line that belongs to what elzctl noted above it."""
    return not block.level and entry(block, own=True) is None and (bool(block.depth) or is_detail(block))
