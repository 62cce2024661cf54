"""Labelled lines and running text, laid out for a window of so many columns.

*columns* is ``None`` in a pipe: there every value stays on its line, and running text stands as it was typed.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator

from elzctl.model import Action, Plan
from elzctl.record import NamedTuple
from elzctl.render.columns import one_line, padded, width
from elzctl.render.plain_title import plain_title
from elzctl.render.terminal import Paint, printable
from elzctl.terms import Part

LEAST = 16  # columns for a text, however narrow the window is

# An item of a list, or a line of minutes that a word in capitals begins.
_ITEM = re.compile(r" *(?:[-*+]|[0-9]{1,9}[.)]) +(?=\S)|\**[A-Z]{5,10}\**:\** +(?=\S)")
_AS_TYPED = re.compile(r" *(?:\||#{1,6} |>|:::|(?:[-*_] *){3,}$)")
_FENCE = re.compile(r" *(?:```|~~~)")


class Line(NamedTuple):
    """A label, what it labels, and the style that says the same as one of the two; *loud* paints the text, not the label."""

    label: str
    text: str
    style: str = ""
    loud: bool = False


class Block(NamedTuple):
    """Lines under a heading; the first block of a page has none."""

    heading: str
    lines: tuple[Line, ...]


def page(
    number: str, title: str, path: str, found: Iterable[Block], paint: Paint, columns: int | None
) -> Iterator[str]:
    """The head of a page and its blocks, laid out."""
    lines = _wrapped(f"{number}  " if number else "", one_line(title), columns)
    yield from (paint("strong", line) for line in lines)
    if path:
        yield paint("quiet", one_line(path))
    yield from blocks(found, paint, columns)


def blocks(found: Iterable[Block], paint: Paint, columns: int | None) -> Iterator[str]:
    """Blocks, each below an empty line."""
    for block in found:
        yield ""
        if block.heading:
            yield paint("strong", block.heading)
        yield from _block(block, paint, columns)


def sections(action: Action, plan: Plan, paint: Paint, columns: int | None) -> Iterator[str]:
    """The text of a fiche with its headings as they were typed."""
    if action.body.intro.text.strip():
        yield ""
        yield from prose(action.body.intro.text, plan, columns)
    for section in action.body.sections:
        marks = "###" if section.part in (Part.DO, Part.DO_NOT) else "##"
        yield ""
        yield paint("strong", f"{marks} {one_line(section.title)}")
        if section.text:
            yield ""
            yield from prose(section.text, plan, columns)


def prose(text: str, plan: Plan, columns: int | None) -> Iterator[str]:
    """Markdown as typed; in a window, paragraphs and items of lists fill its lines, and references are numbers."""
    if columns is not None:
        text = plain_title(text, plan)
    lines = [line.rstrip() for line in printable(text.replace("\r", "").expandtabs(4)).strip("\n").split("\n")]
    if columns is None:
        yield from lines
        return
    for first, paragraph in _paragraphs(lines):
        if first is None:
            yield paragraph[0]
        else:
            words = " ".join(line.strip() for line in (paragraph[0][len(first) :], *paragraph[1:]))
            yield from _wrapped(first, words, columns)


def _paragraphs(lines: Iterable[str]) -> Iterator[tuple[str | None, list[str]]]:
    """Lines that may be filled together, and what stands before their words: blanks, or the mark of an item.

    That is ``None`` for a line that stays as it is: a table, a heading, code, a blank line.
    """
    first, current = "", list[str]()
    fenced = False
    for line in lines:
        fence = bool(_FENCE.match(line))
        alone = fence or fenced or not line or bool(_AS_TYPED.match(line))
        fenced ^= fence
        item = None if alone else _ITEM.match(line)
        if current and (alone or item):
            yield first, current
            current = []
        if alone:
            yield None, [line]
            continue
        if not current:
            first = item[0] if item else " " * (len(line) - len(line.lstrip()))
        current.append(line)
    if current:
        yield first, current


def _block(block: Block, paint: Paint, columns: int | None) -> Iterator[str]:
    """The lines of a block, their labels in one column; right before the text when the window is narrow."""
    margin = "  " if block.heading else ""
    labels = max((width(line.label) for line in block.lines), default=0)
    narrow = columns is not None and labels + len(margin) > columns // 3
    for line in block.lines:
        label = f"{line.label}: " if narrow else padded(line.label, labels) + "  "
        later = margin + ("  " if narrow else " " * width(label))
        text = _wrapped(margin + label, line.text, columns, later)
        text[0] = text[0].removeprefix(margin + label)
        if line.loud:
            text = [paint(line.style, one) for one in text]
        style = "quiet" if line.loud or not (line.style or block.heading) else line.style
        yield (f"{margin}{paint(style, label) if style else label}{text[0]}").rstrip()
        yield from text[1:]


def _wrapped(first: str, text: str, columns: int | None, later: str | None = None) -> list[str]:
    """*text* in lines of that many columns behind *first*, and behind as many blanks or *later*."""
    if columns is None:
        return [first + text]
    indent = " " * width(first) if later is None else later
    room = max(columns, len(indent) + LEAST)
    found = textwrap.wrap(
        text, room, initial_indent=first, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False
    )
    return found or [first]
