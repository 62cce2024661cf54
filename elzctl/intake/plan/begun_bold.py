"""Items of lists that begin with a title in bold, or tell facts behind one: *Infopunt. Trekker: CAW; tegen: mei 2026*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elzctl.intake.paper import Block
from elzctl.intake.plan.behind import LABELS, apart, counts
from elzctl.intake.plan.labels import without
from elzctl.intake.plan.parts import line, split
from elzctl.intake.plan.tables import column_label
from elzctl.intake.plan.words import Label, label_of
from elzctl.record import NamedTuple

BOLD_FROM = 2
MOST_WORDS = 16
MOST_BEFORE = 40
"""Words of a title, with facts behind it that nothing else can be."""
LONGEST = 2_000
"""Characters of an item."""
# Behind a full stop, semicolon, line or dash: a label with its value.
_FACT = re.compile(r"(?P<before>[.!;|]\s*|\s[–—-]\s*|,\s+|\A\s*)(?P<label>[^\W\d_][\w’'/ ]{1,30}?)\s*:\s+(?=\S)")
# The end of a sentence, and of no abbreviation.
_STOP = re.compile(r"[^\W\d_]{4,}\.(?=\s+[A-ZÀ-Þ])")
# Right behind a title in bold.
_FIRST = re.compile(r"\s*(?:[:|–—-]\s*)?(?P<label>[^\W\d_][\w’'/ ]{1,30}?)\s*:\s+(?=\S)")
_SENTENCE = re.compile(r"[.;](?:\s|\Z)|\s\(")
_SIGNS = " .:;,–—-|"
_FACTS = frozenset(
    (
        Label.LEAD,
        Label.LEAD_ASKED,
        Label.PARTNERS,
        Label.TIMING,
        Label.START,
        Label.DUE,
        Label.STATUS,
        Label.TARGETS,
        Label.INDICATORS,
        Label.OUTPUT,
        Label.BUDGET,
        Label.WITH_WHOM,
    )
)


class Begun(NamedTuple):
    """A title, what is told behind it, and the facts: label, its words and value, each in a block."""

    title: str
    text: Block | None
    facts: tuple[tuple[Label, str, Block], ...]


def begun(block: Block) -> Begun | None:
    """What an item tells; ``None`` when it neither begins in bold nor has facts behind a title."""
    if len(block.text) > LONGEST:
        return None
    end = _bold_end(block)
    if not end and (one := on_line(block)) is not None:
        return one
    facts = list(facts_in(block.text, end))
    if not end:
        end = _title_end(block.text[: facts[0].start()]) if facts else 0
    title = block.text[:end].strip(_SIGNS)
    if not title or len(title.split()) > MOST_WORDS or _is_label(title):
        return None
    stops = [*(one.start("label") for one in facts), len(block.text)]
    text = _part(block, end, stops[0])
    every = (fact for one, stop in zip(facts, stops[1:], strict=True) for fact in _told(block, one, stop))
    return Begun(title, text, tuple(every))


def on_line(block: Block) -> Begun | None:
    """A title with facts behind semicolons or dashes, some of them without a colon."""
    told = line(block.text)
    if told is None:
        return None
    title = block.text[: told.end].strip(_SIGNS)
    if not title or len(title.split()) > MOST_BEFORE or _FACT.match(title) is not None:
        return None
    facts = (
        (label, name, part)
        for one in told.parts
        for label, name, start, end in split(block.text, one)
        if (part := _part(block, start, end)) is not None
    )
    return Begun(title, None, tuple(facts))


def _is_label(title: str) -> bool:
    """True for the label of a form in bold, which is no title: ***Trekker:** CAW*."""
    return label_of(title) in _FACTS


def _told(block: Block, one: re.Match[str], stop: int) -> Iterator[tuple[Label, str, Block]]:
    """The fact that begins there, with those behind it that have no label of their own."""
    label = _fact_of(one)
    value = block.text[one.end() : stop]
    end, facts = apart(value, label) if label in LABELS else (len(value), ())
    for told, title, start, last in (
        (label, one["label"].strip(), 0, end),
        *((fact.label, fact.title, fact.start, fact.end) for fact in facts),
    ):
        part = _part(block, one.end() + start, one.end() + last)
        if part is not None:
            yield told, title, part._replace(text=part.text.rstrip(".")) if told is Label.INDICATORS else part


def _title_end(text: str) -> int:
    """Where the title ends before the first fact: with its first sentence, when more stand there."""
    match = _STOP.search(text)
    return match.end() if match is not None else len(text)


def _bold_end(block: Block) -> int:
    """Where the bold words end with which a block begins; 0 for none, or when all of it is bold."""
    span = next((one for one in block.spans if one.strong and one.start < BOLD_FROM), None)
    return span.end if span is not None and block.text[span.end :].strip(_SIGNS) else 0


def facts_in(text: str, start: int) -> Iterator[re.Match[str]]:
    """The labels of facts behind that place, each where a sentence or part of one begins."""
    first = _FIRST.match(text, start) if start else None
    if first is not None and _fact_of(first) in _FACTS:
        yield first
        start = first.end()
    for match in _FACT.finditer(text, start):
        if (match.start() or start) and _fact_of(match) in _FACTS:
            yield match


def _fact_of(match: re.Match[str]) -> Label:
    """What a label asks for: a number that is aimed at is no goal."""
    label = match["label"]
    if counts(label, _SENTENCE.split(match.string[match.end() :], maxsplit=1)[0]):
        return Label.INDICATORS
    return column_label(label) or Label.OTHER


def _part(block: Block, start: int, end: int) -> Block | None:
    """These words of a block as one of its own."""
    made = without(block._replace(text=block.text[:end]), start)
    lead = len(made.text) - len(made.text.lstrip(_SIGNS))
    made = without(made, lead)._replace(depth=0, marker="", check=None)
    made = made._replace(text=made.text.rstrip(" ;|,–—-"))
    return made if re.search(r"\w", made.text) else None
