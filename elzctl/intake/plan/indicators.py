"""Criteria of an evaluation as indicators: process or output, with a target only where the text has a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from elzctl.intake.ledger import Fate
from elzctl.intake.paper import Block
from elzctl.intake.plan.amounts import as_typed, no_targets, plain_numbers
from elzctl.intake.plan.counted_units import UNIT, is_of_part, named_unit, share_aimed_at, unit_in_doubt
from elzctl.intake.plan.desk import GUESSED, READ, UNCLEAR, Desk, lines
from elzctl.intake.plan.draft import Draft
from elzctl.intake.plan.form import Form, Piece
from elzctl.intake.plan.number_words import in_figures
from elzctl.intake.plan.shares import share_in
from elzctl.intake.plan.words import Label
from elzctl.record import NamedTuple
from elzctl.terms import IndicatorKind, Part, Per
from elzctl.wording import Message, say

_KINDS = {Label.PROCESS: IndicatorKind.PROCESS, Label.OUTPUT: IndicatorKind.OUTPUT, Label.INDICATORS: None}
LABELS = tuple(_KINDS)
_PERS = (
    (Per.HALF_YEAR, r"per (?:half ?jaar|semester|half-year)|halfjaarlijkse?|tweemaal per jaar"),
    (Per.QUARTER, r"per (?:kwartaal|trimester|quarter)|driemaandelijkse?|elk kwartaal|quarterly"),
    (Per.MONTH, r"per (?:maand|month)|maandelijkse?|elke maand|monthly"),
    (Per.YEAR, r"per (?:jaar|werkjaar|year)|jaarlijkse?|elk jaar|yearly|a year"),
)
_LEAST = r"(?:minstens|minimaal|minimum|ten minste|tenminste|streefwaarde|streefcijfer|meer dan|at least|streefdoel|doel|target)\s*:?\s*|[≥>]=?\s*"
# A number that is a target: no year, day, part of a name or code, nor one that says how many there are anyway ("de 6 besturen").
_TARGET = re.compile(
    rf"(?<![\w.,/’'€-])(?P<least>{_LEAST})?(?P<number>\d{{1,7}}(?:[.,]\d{{1,3}})?)(?P<percent>\s?%)?(?![\w/:-]|[.,]\d)"
    rf"(?:\s+(?P<unit>{UNIT}))?",
    re.IGNORECASE,
)
_NO_INDICATOR = re.compile(
    r"(?i)\W*(?:n\.?\s?v\.?\s?t\.?|n\.?t\.?b\.?|niet van toepassing|(?:(?:nog|verder|later|nader|samen) ){0,2}te bepalen(?: met .{1,60})?|(?:wordt|worden) (?:nog |later |verder )*bepaald|volgt(?: nog| later)?"
    r"|geen|nihil|onbekend|tbd|n/a|none|not applicable|(?:still )?to be (?:decided|determined|defined))\W*"
)
_KNOWN = re.compile(
    r"(?i)(?:\b(?:de|het|alle|onze|deze|die|the|all|our|actie|actiefiche|OD|SD|fiche|fase|stap|artikel|top|nr\.?|jaar|in|sinds|tegen|eind|begin|najaar|voorjaar)\s+)\Z"
)
_MONTH = re.compile(r"(?i)(?:jan|feb|maart|mrt|apr|mei\b|jun|jul|aug|sep|okt|oct|nov|dec|uur|u\b|jaar)")
_PLAIN_UNIT = re.compile(
    r"(?i)(?:op|van|voor|en|of|tot|in|met|aan|bij|per|te|à|a|and|or|of|to|in|is|zijn|werd\w*|word\w*)\Z"
)
# Between two numbers of things; a number of days or weeks tells more of the one before it.
_BETWEEN = re.compile(r"\s*;\s*|,\s+|\s+(?P<joint>en|and)\s+(?=\w)")
_OF_TIME = re.compile(
    r"(?i)(?:dag|dagen|week|weken|maand|maanden|jaar|jaren|uur|uren|days?|weeks?|months?|years?|hours?)\b"
)
_EVERY = re.compile(r"(?i)(?<!\w)(?:alle|all)\Z")
_MEAN = re.compile(r"(?i)(?:gemiddeld|telkens|samen|in totaal|elk|on average|in total)\s+")
# What comes behind a comma and *en* has a criterion of its own.
_ANOTHER = re.compile(r",\s+(?:en|and)\s+(?=(?:ook\s+)?(?:een|de|het|a|an|the)\s+[^\W\d])")
_AFTER = re.compile(
    r"(?i)(?<!\w)(?:na|binnen|gedurende|tijdens|om de|elke|per|voor|after|within|during|every|for)\s+\Z"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ABOUT = re.compile(
    r"(?i)(?<!\w)(?:ongeveer|circa|ca\.?|zowat|zo['’]n|plusminus|een goede|about|around|roughly|approximately|some)\Z|(?:±|\+/-|~)\Z"
)
# A period that a target cannot be of: *20 prikken per week*, *elke twee weken*.
_OFTEN = re.compile(
    r"(?i)(?<!\w)(?:(?:per|elke|iedere|om de|every|a)\s+(?:(?:\d+|een|twee|drie|vier|vijf|zes|two|three|four|six)\s+)?(?:week|weken|weekends?|werkdag|dag|dagen|uur|uren|maanden|jaar|schooljaar|schoolweek|weeks?|days?|hours?|months)"
    r"|(?:twee|drie|vier|zes)?(?:wekelijkse?|dagelijkse?)|(?:twee|vier|vijf|zes)(?:maandelijkse?|jaarlijkse?)|weekly|daily|fortnightly)(?!\w)"
)
_TIMES = re.compile(r"(?i)\s*[x×](?!\w)")
_OF_SO_MANY = re.compile(r"(?i)\s+(?:van|uit|of|out of)\s+(?:(?:de|het|onze|alle|deze|the|our|all)\s+)*\d")
OFTEN = say("It is so many in a period that a target cannot have: look whether it is the number of a year, or another.")
TIMES = say("A sign stands for “times”: look what is counted.")
OF_SO_MANY = say("It is so many of a number that there are: look whether it is aimed at.")
ABOUT = say("The document says about how many.")
NOT_SURE = say("It is not sure that this number is aimed at.")
IN_A_SENTENCE = say("The number stands inside a sentence: look whether it is aimed at.")
AS_SHARE = say("So many of so many, as a share in percents: look whether it is aimed at.")
ALL_OF_THEM = say("It is the number of all that there are: look whether it is aimed at.")
LONGEST = 2_000
"""Characters of a criterion; in a longer text no number is surely aimed at."""


class Target(NamedTuple):
    """A number with what it counts; ``why`` tells why it is not sure that it is aimed at, ``None`` when it is."""

    number: str
    unit: str
    per: Per | None
    why: Message | None = None

    @property
    def sure(self) -> bool:
        """True for a number that is surely aimed at."""
        return self.why is None


def indicators(form: Form, draft: Draft, desk: Desk) -> None:
    """Fills in the indicators; what stands under a box that is not ticked goes into the text of the evaluation."""
    found: list[dict[str, str]] = []
    for piece in form.of(*_KINDS):
        kind = _KINDS[piece.label]
        if piece.ticked is False:
            _aside(piece, draft, desk)
            continue
        items = list(_items(piece.blocks))
        if not items and piece.ticked:
            desk.field(
                draft.path,
                "indicators",
                "",
                piece.title,
                piece.heads,
                UNCLEAR,
                say("This box is ticked, and nothing stands under it."),
            )
        for text, blocks in items:
            if re.search(r"\w", text) is None:
                desk.put(blocks, Fate.PROMPT)
                continue
            if _NO_INDICATOR.fullmatch(text):
                desk.field(draft.path, "indicators", "", text, blocks, UNCLEAR)
                continue
            for one in several(text):
                found.append(indicator(one, blocks, kind, len(found), draft, desk))
    if found:
        draft.values["indicators"] = tuple(found)


def target_in(text: str) -> Target | None:
    """The number that a criterion aims at, with its unit; ``None`` when it has none."""
    if len(text) > LONGEST:
        return None
    typed, text = text, plain_numbers(text)
    share = share_in(text)
    if share is not None:
        return Target(share, "", None, AS_SHARE) if share else None
    ranges = tuple(no_targets(text))
    found = [
        match
        for match in _TARGET.finditer(text)
        if _is_target(match, text, typed) and not any(first <= match.start("number") < last for first, last in ranges)
    ]
    best = share_aimed_at(found, text) or next(
        (match for match in found if match["least"] or (match["unit"] or "").lower() in ("keer", "maal")),
        found[0] if found else None,
    )
    if best is None:
        return None
    unit = best["unit"] or ""
    unit = "" if _PLAIN_UNIT.match(unit) else as_typed(named_unit(unit), typed)
    per = next((per for per, pattern in _PERS if re.search(rf"(?i)\b(?:{pattern})\b", text)), None)
    number = best["number"] + ("%" if best["percent"] else "")
    return Target(number, unit, per, _doubt(best, text, alone=len(found) == 1))


def _doubt(best: re.Match[str], text: str, *, alone: bool) -> Message | None:
    """Why it is not sure that a number is aimed at: one with which a criterion begins is, and one behind *minstens* or a colon."""
    before, after = text[: best.start()].rstrip(), text[best.end("number") :]
    if _OFTEN.search(text) and not any(re.search(rf"(?i)\b(?:{pattern})\b", text) for _, pattern in _PERS):
        return OFTEN
    if _TIMES.match(after):
        return TIMES
    if _OF_SO_MANY.match(after):
        return OF_SO_MANY
    if _ABOUT.search(before):
        return ABOUT
    if _EVERY.search(before):
        return ALL_OF_THEM
    if not alone or is_of_part(before) or not (best["least"] or best["unit"] or best["percent"] or before[-1:] == ":"):
        return NOT_SURE
    return None if best["least"] or not before or before.endswith((":", "=")) else IN_A_SENTENCE


def several(text: str) -> tuple[str, ...]:
    """The parts of a criterion that aims at more than one number, each with what it counts: *8 sessies, 150 deelnemers*."""
    parts = tuple(part.strip() for part in _apart(text)) if len(text) <= LONGEST else ()
    if len(parts) > 1 and all(map(_counts_one, parts)):
        return parts
    two = tuple(part.strip() for part in _ANOTHER.split(text)) if len(text) <= LONGEST else ()
    is_one = len(two) == 2 and _counts_one(two[0]) and not re.search(r"\d", two[1])
    return two if is_one else (text,)


def _apart(text: str) -> Iterator[str]:
    """The parts between commas, semicolons, and *en* with a number behind it, in figures or as a word."""
    done = 0
    for match in _BETWEEN.finditer(text):
        if match["joint"] is None or re.match(r"\d", in_figures(text[match.end() :])):
            yield text[done : match.start()]
            done = match.end()
    yield text[done:]


def _counts_one(part: str) -> bool:
    """True for words that begin with a number of things, and hold no other but a year."""
    match = _TARGET.match(plain_numbers(_MEAN.sub("", part, count=1) if _MEAN.match(part) else part))
    if match is None or not (match["percent"] or match["unit"]) or _OF_TIME.match(match["unit"] or ""):
        return False
    target, rest = target_in(part), match.string[match.end("number") :]
    return target is not None and bool(target.unit or match["percent"]) and not re.search(r"\d", _YEAR.sub("", rest))


def _is_target(match: re.Match[str], text: str, typed: str) -> bool:
    number, unit = match["number"], match["unit"] or ""
    is_year = re.fullmatch(r"(?:19|20|21)\d\d", number) and not re.search(
        rf"(?<![\d.]){number[0]}[. \u00a0\u202f]{number[1:]}(?!\d)", typed
    )
    lasts = _OF_TIME.match(unit) is not None and _AFTER.search(text[: match.start()]) is not None
    if not is_year and unit and _EVERY.search(text[: match.start()].rstrip()) and not _OF_TIME.match(unit):
        return True
    is_known = not match["percent"] and _KNOWN.search(text[: match.start()]) is not None
    if is_year or is_known or _MONTH.match(unit) or lasts:
        return bool(match["least"]) and not _MONTH.match(unit)
    if re.match(r"\s*(?:…|\.{3}|-|–|/)\s*\d", text[match.end("number") :]):
        return False
    return bool(unit or match["percent"] or match["least"] or match.end() >= len(text.rstrip(" .")))


def begins_with_target(text: str) -> bool:
    """True for a criterion that begins with how many, or with *minstens* and how many."""
    target, match = target_in(text), _TARGET.search(plain_numbers(text))
    return target is not None and match is not None and not re.search(r"\w", match.string[: match.start()])


def indicator(
    text: str,
    blocks: Sequence[Block],
    kind: IndicatorKind | None,
    number: int,
    draft: Draft,
    desk: Desk,
    why: Message | None = None,
) -> dict[str, str]:
    """One indicator, and the account of it; *why* tells why it may be none, ``None`` when a label calls it so."""
    what = desk.line(text)
    made = {"kind": (kind or IndicatorKind.OUTPUT).value, "what": what}
    path = f"indicators[{number}]"
    if kind is None:
        desk.field(
            draft.path,
            f"{path}.kind",
            made["kind"],
            text,
            blocks,
            GUESSED,
            say("The document does not say whether it is about the process or the output."),
        )
    desk.field(draft.path, f"{path}.what", what, text, blocks, GUESSED if why else READ, why)
    target = target_in(text)
    if target is not None:
        made |= {"target": target.number, "unit": target.unit, "per": target.per.value if target.per else ""}
        reason = target.why or why
        told = (GUESSED, reason) if reason else (READ, None)
        desk.field(draft.path, f"{path}.target", target.number, text, blocks, *told)
        if target.per:
            desk.field(draft.path, f"{path}.per", target.per.value, text, blocks, *told)
        if target.unit:
            reason = reason or unit_in_doubt(target.unit)
            told = (GUESSED, reason) if reason else (READ, None)
            desk.field(draft.path, f"{path}.unit", target.unit, text, blocks, *told)
    return {key: value for key, value in made.items() if value}


def _items(blocks: Sequence[Block]) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """Each item of a list, with what is listed under it, and each paragraph; one that ends with a colon opens a list."""
    held: list[Block] = []
    for block in blocks:
        if not block.text.strip():
            continue
        goes_on = (
            held
            and block.depth
            and (
                (block.depth > held[0].depth and held[0].depth)
                or (held[0].text.rstrip().endswith(":") and not held[0].depth and len(held) > 9)
            )
        )
        if held and not goes_on:
            yield _joined(held)
            held = []
        held.append(block)
    if held:
        yield _joined(held)


def _joined(held: list[Block]) -> tuple[str, tuple[Block, ...]]:
    first, *rest = held
    text = first.text.strip()
    if rest:
        text = f"{text.rstrip(':')}: " + "; ".join(block.text.strip().rstrip(";,") for block in rest)
    return text, tuple(held)


def _aside(piece: Piece, draft: Draft, desk: Desk) -> None:
    if not piece.blocks:
        return
    draft.add(Part.EVALUATION, f"### {desk.line(piece.title)}")
    draft.add(Part.EVALUATION, desk.prose(piece.blocks, draft.path, "evaluation"))
    desk.ledger.put(lines(piece.heads), Fate.TEXT, f"{draft.path}#evaluation")
