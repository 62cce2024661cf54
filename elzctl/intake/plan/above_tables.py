"""Headings right above tables of actions: a time for all rows below it, a goal, or no more than *Overzicht van de acties*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from elzctl.intake.paper import Block
from elzctl.intake.plan.above import is_called_goal
from elzctl.intake.plan.below_goals import says_actions
from elzctl.intake.plan.codes import Level, head
from elzctl.intake.plan.labels import found, is_label
from elzctl.intake.plan.nodes import Fact, Node
from elzctl.intake.plan.numbered import says_chapter
from elzctl.intake.plan.status_label import is_new, says_no_more
from elzctl.intake.plan.table_times import is_when
from elzctl.intake.plan.topped import is_strong
from elzctl.intake.plan.words import Label, label_of, plain
from elzctl.record import NamedTuple

FEWEST = 2
"""Tables with a heading, of which each is a goal."""
MOST_BETWEEN = 2
"""Sentences that may stand between a heading and its table."""
MOST_WORDS = 16
_WHOLE = 0.9
_GLOSS = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]+)[)\]]\s*\Z")
_COUNTED = re.compile(r"(?i)\b([1-4])\s?(?:ste|st|de|nd|rd|th)\b")
_HALF = re.compile(r"(?i)\b(?P<which>eerste|tweede|[12]e)\s+(?:semester|jaarhelft)\b")
_STATED = re.compile(
    r"(?P<before>.{3,40}?) (?:acties|projecten|initiatieven|maatregelen|actions)|(?:acties|projecten|initiatieven|maatregelen|actions) (?P<behind>.{3,40})"
)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_LOOKS_BACK = re.compile(r"(?i)\b(?:terugblik|vorige?|voorbije?|afgelopen|looking back|last year|previous)\b")
_TITLE = re.compile(r"(?P<title>[A-ZÀ-Þ][^\W\d_]+(?:\s[^\W\d_]+){0,2})\s*:\s")


class Headed(NamedTuple):
    """The heading above a table, the sentences between them, and the time or state that it is, "" for another one."""

    block: Block
    sentences: tuple[Block, ...]
    time: str
    state: str

    @property
    def when(self) -> tuple[Block, ...]:
        """The time for the rows of the table."""
        return (self._bare(self.time),) if self.time else ()

    @property
    def stands(self) -> tuple[Fact, ...]:
        """How all the actions of the table stand."""
        return ((Label.STATUS, "", self._bare(self.state)),) if self.state else ()

    def _bare(self, text: str) -> Block:
        return self.block._replace(text=text, level=0, depth=0, marker="", spans=(), anchor="", style="")


def headings(blocks: Sequence[Block], tables: Iterable[int]) -> dict[int, Headed]:
    """The heading right above each of these tables that has one."""
    wanted, made = set(tables), dict[int, Headed]()
    for at, block in enumerate(blocks):
        if block.cell is None or block.cell.table not in wanted:
            continue
        wanted.remove(block.cell.table)
        up = at - 1
        while up >= 0 and at - 1 - up < MOST_BETWEEN and _is_sentence(blocks[up]):
            up -= 1
        if up >= 0 and _is_heading(blocks[up]):
            text = blocks[up].text
            made[block.cell.table] = Headed(blocks[up], tuple(blocks[up + 1 : at]), time_of(text), state_of(text))
    return made


def time_of(text: str) -> str:
    """The time that a heading is, as a date has it: *1ste kwartaal (januari – maart)* is *1e kwartaal*; "" for none."""
    words = text.strip(" .:")
    gloss = _GLOSS.search(words)
    if gloss is not None and is_when(_counted(gloss["inside"])):
        words = words[: gloss.start()]
    words = _counted(words)
    return words if is_when(words) else ""


def state_of(text: str) -> str:
    """The state that a heading tells: *Lopende acties* is *lopende*; "" for none."""
    words = plain(text)
    match = _STATED.fullmatch(words)
    said = (match["before"] or match["behind"]) if match is not None else words
    forms = (said, said[:-1] if said.endswith("e") else "", said[:-2] if said.endswith(("tte", "dde")) else "")
    return next((one for one in forms if one and (says_no_more(one) or is_new(one))), "")


def is_of_rows(text: str) -> bool:
    """True for a heading that says when, or how all of them stand, of the rows of a table below it."""
    return bool(time_of(text) or state_of(text))


def is_past(text: str, year: str) -> bool:
    """True for the heading of what was, before the *year* of the plan: *Terugblik op 2026*."""
    years = [int(one) for one in _YEAR.findall(text)]
    earlier = bool(years) and bool(year) and max(years) < int(year)
    return earlier or _LOOKS_BACK.search(text) is not None


def _counted(text: str) -> str:
    return _HALF.sub(r"\g<which> helft", _COUNTED.sub(r"\1e", text.strip()))


def goals(above: Mapping[int, Headed]) -> dict[int, Node]:
    """The goals that the headings above tables are, where no goal is known: several, as high, each with words of its own."""
    found_goals = {
        table: one
        for table, one in above.items()
        if not (one.time or one.state or says_actions(one.block.text) or says_chapter(one.block.text))
    }
    words = {plain(one.block.text) for one in found_goals.values()}
    levels = {one.block.level for one in found_goals.values()}
    if len(found_goals) < FEWEST or len(words) < len(found_goals) or len(levels) > 1:
        return {}
    return {table: _goal(one) for table, one in found_goals.items()}


def _goal(one: Headed) -> Node:
    text = one.block.text.strip()
    coded = head(0, one.block)
    if coded is not None and coded.title:
        return Node(
            Level.STRATEGIC, coded.code, coded.numbers, coded.title, (one.block,), one.sentences, words=coded.family
        )
    return Node(Level.STRATEGIC, "", (), text, (one.block,), one.sentences, guessed=not is_called_goal(text))


def closing(blocks: Sequence[Block]) -> Node | None:
    """A chapter of texts that stand behind the last table and under no heading; its first words may be its title."""
    texts = [block for block in blocks if block.text.strip()]
    if not texts:
        return None
    match = _TITLE.match(texts[0].text)
    title = match["title"] if match is not None and label_of(match["title"]) is None else ""
    return Node(Level.CHAPTER, "", (), title, (), tuple(texts), guessed=True)


def _is_heading(block: Block) -> bool:
    """True for a heading by its style, or a bold line, or a time by itself, that is no label."""
    text = block.text.strip()
    plain_line = block.cell is None and not block.depth and block.check is None and not block.note
    if not plain_line or not text or is_label(block) or len(text.split()) > MOST_WORDS:
        return False
    bold = block.style == "strong" or is_strong(block, len(text) * _WHOLE)
    return block.level > 0 or (bold and text[-1] not in ".;,") or (block.gap and bool(time_of(text)))


def _is_sentence(block: Block) -> bool:
    is_text = block.cell is None and not block.depth and not block.level and found(block) is None
    return is_text and block.text.rstrip()[-1:] in (".", "!", ":") and not time_of(block.text)
