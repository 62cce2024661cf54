"""Times in tables of actions: columns for a time each, and months without the year of the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from elzctl import dates
from elzctl.intake.paper import Block
from elzctl.record import NamedTuple

_WHEN = re.compile(
    r"(?i)(?:q[1-4]|(?:eerste|tweede|derde|vierde|1e|2e|3e|4e|first|second|third|fourth)\s+(?:kwartaal|quarter|helft|half)|kwartaal\s*[1-4]|[a-z]+(?:\s*[-–/]\s*[a-z]+)?)(?:\s+\d{4})?"
)
_YEAR_FIRST = re.compile(r"(?P<year>20\d\d)\s*[:,/–—-]?\s*(?P<part>(?:[^\W\d]|[1-4]e\s).{1,40})")
OF_PLAN = "year of the plan"
"""The style of a time whose year the document does not say there."""
ABOVE = "time above"
"""That of a time in a heading or a row above what happens then."""
LONGEST = 60
"""Characters of a time."""
_QUARTER = re.compile(
    r"(?i)(?<!\w)(?:(?P<dutch>kwartaal|kw\.?|K)|quarter|Q)\s*(?P<number>[1-4])(?!\d)(?P<tail>(?:\s+van\s+|\s*[/-]\s*)(?=20\d\d))?"
)
YEAR = re.compile(r"\s*\(?\b20\d\d\b\)?\s*")
"""The year in the title of a column: *Timing 2026*."""
# Words that say which part of a time, and name none: *Start* and *Einde* above columns are heads of these.
_PART_ONLY = frozenset(
    "begin early beginning start midden medio half mid middle eind einde late end tegen tot by to until till de het the".split()
)
_MARK = re.compile(r"[xXvV✓✔☒☑●•■*+]{1,2}|ja|yes")


class When(NamedTuple):
    """A column for one time, with the block of its heading."""

    column: int
    head: Block


def whens(row: Mapping[int, Sequence[Block]]) -> tuple[When, ...]:
    """The columns of a row of headings that are a time each; one alone is none."""
    found = tuple(When(at, cell[0]) for at, cell in sorted(row.items()) if len(cell) == 1 and is_when(cell[0].text))
    return found if len(found) > 1 else ()


def is_mark(block: Block) -> bool:
    """True for a cross or a tick, and nothing else."""
    return _MARK.fullmatch(block.text.strip()) is not None


def year_last(text: str) -> str:
    """A time that begins with its year, as it is read: *2026 – eerste kwartaal* is *eerste kwartaal 2026*, *K1* is *1e kwartaal*."""
    if len(text) > LONGEST:
        return text
    quarter = _QUARTER.sub(_quarter, text)
    if quarter != text and isinstance(dates.read(quarter), dates.VagueDate):
        return quarter
    match = _YEAR_FIRST.fullmatch(quarter.strip(" .:"))
    turned = f"{match['part']} {match['year']}" if match is not None else ""
    return turned if isinstance(dates.read(turned), dates.VagueDate) else text


def is_when(text: str) -> bool:
    """True for a date, month or quarter, with a year or without; false for a part of a time that is not named."""
    plain_text = _QUARTER.sub(_quarter, year_last(text).strip(" .:"))
    if is_part(plain_text):
        return False
    return isinstance(dates.read(plain_text), dates.VagueDate) or (
        _WHEN.fullmatch(plain_text) is not None and isinstance(dates.read(f"{plain_text} 2025"), dates.VagueDate)
    )


def is_part(text: str) -> bool:
    """True for words of a part of a time and no more: *einde*."""
    words = set(re.findall(r"\w+", text.lower()))
    return bool(words) and words <= _PART_ONLY


def marked_times(times: Sequence[When], filled: Mapping[int, Sequence[Block]], year: str) -> Iterator[Block]:
    """From the first to the last of the times in whose columns something stands; all of them when some between are empty.

    The lines are those of the headings: these say when.
    """
    marked = [at for at, one in enumerate(times) if one.column in filled and _says(one, filled[one.column])]
    if not marked:
        return
    heads = [with_year(times[at].head, year) for at in marked]
    names = [head.text.strip() for head in heads]
    whole = marked[-1] - marked[0] + 1 == len(marked)
    text = f"{names[0]} – {names[-1]}" if whole and len(names) > 1 else ", ".join(names)
    lines = tuple(line for at in marked for line in times[at].head.lines)
    yield heads[0]._replace(text=text, spans=(), lines=lines)


def _says(when: When, cell: Sequence[Block]) -> bool:
    """True when what the column is called says when; *Einde 2027* above a time does not, as this says it."""
    return all(map(is_mark, cell)) or not is_part(YEAR.sub("", when.head.text))


def with_year(block: Block, year: str) -> Block:
    """A month or quarter with the year of the plan, when that makes it a date."""
    text = block.text.strip(" .")
    if (turned := year_last(text)) != text:
        return block._replace(text=turned)
    if not year or isinstance(dates.read(text), dates.VagueDate) or re.search(r"\d{4}", text):
        return block
    made = _QUARTER.sub(_quarter, f"{text} {year}")
    return block._replace(text=made, style=OF_PLAN) if isinstance(dates.read(made), dates.VagueDate) else block


def above(block: Block, year: str) -> Block:
    """A time in a heading or a row above what happens then."""
    made = with_year(block, year)
    return made if made.style == OF_PLAN else made._replace(style=ABOVE)


def _quarter(match: re.Match[str]) -> str:
    """A quarter as a date has it in the language in which it was typed: *K1* is *1e kwartaal*, *quarter 1* is *Q1*."""
    name = f"{match['number']}e kwartaal" if match["dutch"] else f"Q{match['number']}"
    return name + (" " if match["tail"] else "")
