"""The text of a meeting's file, and of those that stay private, from what was drafted."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from elzctl.edit import scalar
from elzctl.intake import hours
from elzctl.intake.minutes.draft import Fact, Item, Noted, Person, Point, Prose, Under
from elzctl.intake.paper import Block
from elzctl.intake.written import inline, markdown
from elzctl.noted import CONTRIBUTION, STAGES, TURNINGS

_DUTCH = {"B": "BESLUIT", "S": "SIGNAAL", "A": "AFSPRAAK", "E": "EVENEMENT", "due": "tegen", "done": "op"}
_ENGLISH = {"B": "DECISION", "S": "SIGNAL", "A": "AGREEMENT", "E": "EVENT", "due": "due", "done": "on"}
KEYWORDS = {True: _DUTCH, False: _ENGLISH}
"""The words before what is noted, by its letter, in Dutch and not."""

_ENGLISH_WORDS = {
    "bijdrage": "contribution",
    "stand": "progress",
    "verschoven": "moved",
    "vervallen": "dropped",
    "gegroepeerd": "grouped",
    "besproken": "discussed",
    "actie": "action",
    "doorverwezen": "referred",
    "geen mandaat": "no mandate",
}
_MEANING = (*CONTRIBUTION, *TURNINGS, *STAGES)
_PRESENCE = {
    "present": "aanwezig",
    "excused": "verontschuldigd",
    "absent": "afwezig",
    "guests": "gast",
    "chair": "voorzitter",
    "scribe": "verslag",
    "sent": "ter kennisgeving",
}


def front_matter(
    facts: Mapping[str, Fact],
    present: Sequence[str],
    excused: Sequence[str],
    was: Sequence[Mapping[str, str]] = (),
    attachments: Sequence[tuple[str, str]] = (),
) -> str:
    """The data of the meeting between its lines of dashes."""
    rows = [
        (key, _value(key, facts[key].value))
        for key in ("title", "series", "date", "start", "end", "location")
        if key in facts
    ]
    rows += [(key, _value(key, facts[key].value)) for key in ("state", "reason", "speaker") if key in facts]
    rows += [(key, f"[{', '.join(ids)}]") for key, ids in (("present", present), ("excused", excused)) if ids]
    if was:
        rows.append(("was", f"[{', '.join(_flow(one) for one in was)}]"))
    if attachments:
        named = [{"file": file, "title": title} for file, title in attachments]
        rows.append(("attachments", f"[{', '.join(_flow(one) for one in named)}]"))
    ahead = [
        (key, facts[f"next.{key}"].value)
        for key in ("date", "start", "end", "location", "speaker")
        if f"next.{key}" in facts
    ]
    if ahead:
        rows.append(("next", _flow(dict(ahead))))
    if "last" in facts:
        rows.append(("last", "yes"))
    if "no_action_points" in facts:
        rows.append(("no_action_points", scalar(facts["no_action_points"].value)))
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in rows) + "---\n"


def _flow(values: Mapping[str, str]) -> str:
    inner = ", ".join(f"{key}: {scalar(value, flow=True)}" for key, value in values.items() if value)
    return f"{{{inner}}}"


def body(items: Iterable[Item], *, dutch: bool) -> str:
    """The agenda with what was noted."""
    words = KEYWORDS[dutch]
    pieces = []
    for item in items:
        if item.title is not None:
            number = f"{item.number}. " if item.number is not None else ""
            pieces.append(f"## {number}{_line(_plain(item.title))}")
        pieces += _pieces(item, words, dutch=dutch)
    return "\n\n".join(filter(None, pieces)) + "\n"


def _pieces(item: Item, words: Mapping[str, str], *, dutch: bool) -> Iterator[str]:
    """Passages and what is noted, each a paragraph; points that follow each other are one list."""
    points: list[str] = []
    for piece in item.pieces:
        if isinstance(piece, Point):
            points.append(_point(piece, words, dutch=dutch))
            continue
        if points:
            yield "\n".join(points)
            points.clear()
        if isinstance(piece, Prose):
            top = min((block.level for block in piece.blocks if block.level), default=1)
            yield markdown((_plain(block) if block.level else block for block in piece.blocks), top=min(top, 4) + 2)
        else:
            yield _noted(piece, words, dutch=dutch)
    if points:
        yield "\n".join(points)


def _plain(block: Block) -> Block:
    """A heading without emphasis of its own."""
    return block._replace(spans=tuple(one._replace(strong=False, emphasis=False) for one in block.spans if one.link))


def _line(block: Block) -> str:
    """A paragraph as one line of Markdown."""
    return markdown((block._replace(level=0, depth=0, marker="", check=None, cell=None),))


def _point(point: Point, words: Mapping[str, str], *, dutch: bool) -> str:
    marks = [f"@{one}" for one in point.owners]
    if point.due is not None:
        marks.append(f"{words['due']}:{_date(point.due.written)}")
    if point.done:
        marks.append(f"{words['done']}:{_date(point.done)}")
    marks += [f"#{one}" for one in point.tags] + [f"[[{one}]]" for one in point.references]
    text = _line(point.words._replace(text=point.words.text.rstrip(" ,;")))
    head = " ".join([f"- [{'x' if point.ticked else ' '}] {text}", *marks])
    return "\n".join([head, *(_under(one, words, dutch=dutch, indent="  ") for one in point.under)])


def _under(one: Under, words: Mapping[str, str], *, dutch: bool, indent: str) -> str:
    text = inline(one.text)
    if not one.word:
        first = one.text.split(":")[0].split(" ")[0].lower()
        return (
            f"{indent}- ({text})" if first in _MEANING or one.text.lower().startswith(_MEANING) else f"{indent}- {text}"
        )
    word = one.word if dutch else _ENGLISH_WORDS.get(one.word, one.word)
    marks = [f"@{name}" for name in one.who]
    dates = [f"{words[key]}:{_date(value)}" for key, value in (("done", one.on), ("due", one.due)) if value]
    head = " ".join([word, *dates, *marks])
    return f"{indent}- {head}: {text}" if text else f"{indent}- {head}"


def _noted(piece: Noted, words: Mapping[str, str], *, dutch: bool) -> str:
    marks = [f"@{one}" for one in piece.who] + [f"#{one}" for one in piece.tags]
    marks += [f"[[{one}]]" for one in piece.references]
    when = [] if piece.when is None else [piece.when.written]
    clocks = hours.written(piece.start, piece.end)
    when += [clocks] if when and clocks else []
    head = " ".join(filter(None, [f"{words[piece.kind]}:", *when, _line(piece.words), *marks]))
    return "\n".join([head, *(_under(one, words, dutch=dutch, indent="") for one in piece.steps)])


def _date(text: str) -> str:
    return f'"{text}"' if " " in text else text


def _value(key: str, text: str) -> str:
    return text if key in ("date", "start", "end", "state") else scalar(text)


# Private files


def attendance(people: Sequence[Person]) -> str:
    """The list of people as CSV, with the headings that lists of addresses have here."""
    rows = io.StringIO()
    writer = csv.writer(rows, delimiter=";", lineterminator="\n")
    has_notes = any(one.note for one in people)
    writer.writerow(["naam", "organisatie", "functie", "e-mail", "aanwezigheid", *(["nota"] if has_notes else [])])
    for one in people:
        cells = [one.name, one.organisation, one.function, one.address, _PRESENCE.get(one.presence, one.presence)]
        writer.writerow([_safe(cell) for cell in (*cells, *([one.note] if has_notes else []))])
    return rows.getvalue()


def _safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def notes(title: str, sections: Iterable[tuple[str, Sequence[tuple[str, str]]]]) -> str:
    """What was kept out of the public file, under headings; ``""`` when there is nothing."""
    parts = [
        "\n".join([f"## {heading}", "", *(f"- {inline(where)}: {inline(words)}" for where, words in rows)])
        for heading, rows in sections
        if rows
    ]
    return "\n\n".join([f"# {inline(title)}", *parts]) + "\n" if parts else ""
