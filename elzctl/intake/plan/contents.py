"""Lists of contents in a document: lines that look like the headings of goals and actions, and are not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from elzctl.intake.paper import Block
from elzctl.intake.plan.codes import Head, head, is_listed

# What a page says at its foot, and what a line at its head speaks of.
_PAGE = re.compile(r"(?i)(?:pagina|blz\.?|page)\s*\d+\s*(?:van|/|of)\s*\d+")
_HEAD_OF_PAGE = re.compile(r"(?i)plan\b|plan\w* \d{4}")
LONGEST_HEAD = 8
Code: TypeAlias = "tuple[str, tuple[int, ...]]"
FEWEST = 3
"""Lines in a row."""


def contents_in(blocks: Sequence[Block]) -> set[int]:
    """The blocks of lists of contents: by their style, by page numbers, or as a run of headings that come again later."""
    found = {at for at, block in enumerate(blocks) if block.style.startswith(("toc", "contents", "inhopg"))}
    heads = {at: one for at, block in enumerate(blocks) if (one := head(at, block)) and one.numbers}
    last = {(one.family, one.numbers): at for at, one in heads.items()}
    later = Counter((one.family, one.numbers) for one in heads.values())
    run: list[int] = []
    for at, block in enumerate(blocks):
        one = heads.get(at)
        if is_listed(block.text) or (one is not None and later[one.family, one.numbers] > 1):
            if one is not None and _begins_again(one, run, heads):
                # The list ends where its first heading comes again: the text may follow right below.
                found |= _whole_run(blocks, run, heads, last)
                run = []
            run.append(at)
            continue
        found |= _whole_run(blocks, run, heads, last)
        run = []
    found |= _whole_run(blocks, run, heads, last)
    first = min(found, default=0)
    if found and first and label_is_contents(blocks[first - 1].text):
        found.add(first - 1)
    return found


def page_marks(blocks: Sequence[Block]) -> list[Block]:
    """*Pagina 42 van 55* in the middle of a text, with the head of the page that stands right before it."""
    found: list[Block] = []
    for at, block in enumerate(blocks):
        if _PAGE.fullmatch(block.text.strip()) is None or block.depth:
            continue
        before = blocks[at - 1] if at else None
        text = before.text.strip() if before is not None else ""
        if (
            before is not None
            and _HEAD_OF_PAGE.search(text)
            and len(text.split()) <= LONGEST_HEAD
            and text[-1].isalnum()
            and not before.depth
        ):
            found.append(before)
        found.append(block)
    return found


def label_is_contents(text: str) -> bool:
    """True for the heading over a list of contents."""
    return text.strip(" :.").lower() in ("inhoud", "inhoudsopgave", "inhoudstafel", "contents", "table of contents")


def _begins_again(one: Head, run: list[int], heads: dict[int, Head]) -> bool:
    return any((heads[at].family, heads[at].numbers) == (one.family, one.numbers) for at in run if at in heads)


def _whole_run(blocks: Sequence[Block], run: list[int], heads: dict[int, Head], last: dict[Code, int]) -> set[int]:
    if not run:
        return set()
    dotted = sum(is_listed(blocks[at].text) for at in run)
    named = label_is_contents(blocks[run[0] - 1].text) if run[0] else False
    if len(run) < FEWEST and not (named and dotted == len(run)):
        return set()
    if dotted * 2 > len(run) or named:
        return set(run)
    # The same headings, again in a row: the first time it is a list, unless what follows the last one is their text.
    coded = [(heads[at].family, heads[at].numbers) for at in run if at in heads]
    later_too = all(last[code] > run[-1] for code in coded)
    return set(run) if len(coded) == len(set(coded)) and later_too else set()
