"""Lists of contents in a document: lines that look like the headings of goals and actions, and are not."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TypeAlias

from elzctl.intake.paper import Block
from elzctl.intake.plan.codes import Head, head, is_listed
from elzctl.intake.plan.words import plain

# What a page says at its foot, and what a line at its head speaks of.
_PAGE = re.compile(r"(?i)(?:pagina|blz\.?|page)\s*\d+\s*(?:van|/|of)\s*\d+")
_HEAD_OF_PAGE = re.compile(r"(?i)plan\b|plan\w* \d{4}")
LONGEST_HEAD = 8
Titles: TypeAlias = "defaultdict[tuple[int, ...], list[tuple[int, str]]]"
"""The headings with a number, in their order: where, and their words."""
MOST_ALIKE = 50
"""Headings with one number that are looked at."""
Code: TypeAlias = "tuple[str, tuple[int, ...]]"
FEWEST = 3
"""Lines in a row."""
MOST_OF = 0.8
"""Of the lines of a list of contents: so many have their heading later, at least."""
FEWEST_SIGNS = 12
"""Of a heading that another one goes on from."""


def contents_in(blocks: Sequence[Block]) -> set[int]:
    """The blocks of lists of contents: by their style, by page numbers, or as a run of headings whose words come again later."""
    found = {at for at, block in enumerate(blocks) if block.style.startswith(("toc", "contents", "inhopg"))}
    heads = {at: one for at, block in enumerate(blocks) if (one := head(at, block)) and one.numbers}
    last = {(one.family, one.numbers): at for at, one in heads.items()}
    later = Counter((one.family, one.numbers) for one in heads.values())
    titles: Titles = defaultdict(list)
    for at, one in heads.items():
        titles[one.numbers].append((at, plain(one.title)))
    run: list[int] = []
    for at, block in enumerate(blocks):
        one = heads.get(at)
        if is_listed(block.text) or (one is not None and later[one.family, one.numbers] > 1):
            if one is not None and _begins_again(one, run, heads):
                # The list ends where its first heading comes again: the text may follow right below.
                found |= _whole_run(blocks, run, heads, last, titles)
                run = []
            run.append(at)
            continue
        found |= _whole_run(blocks, run, heads, last, titles)
        run = []
    found |= _whole_run(blocks, run, heads, last, titles)
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


def _whole_run(
    blocks: Sequence[Block], run: list[int], heads: dict[int, Head], last: dict[Code, int], titles: Titles
) -> set[int]:
    if not run:
        return set()
    dotted = {at for at in run if is_listed(blocks[at].text)}
    named = label_is_contents(blocks[run[0] - 1].text) if run[0] else False
    if len(run) < FEWEST and not (named and len(dotted) == len(run)):
        return set()
    told = {at for at in run if at in dotted or _comes_again(heads.get(at), run[-1], titles)}
    if len(dotted) * 2 > len(run) or (named and len(told) >= len(run) * MOST_OF):
        return set(run) if len(told) >= len(run) * MOST_OF else told
    # The same headings, again in a row: the first time it is a list, unless what follows the last one is their text.
    coded = [(heads[at].family, heads[at].numbers) for at in run if at in heads]
    later_too = all(last[code] > run[-1] for code in coded)
    return set(run) if len(coded) == len(set(coded)) and later_too and len(told) >= len(run) * MOST_OF else set()


def _comes_again(one: Head | None, end: int, titles: Titles) -> bool:
    """True when a heading behind the list has the words of this one: a number alone tells nothing, each list counts from 1."""
    if one is None:
        return False
    words = plain(one.title)
    later = (other for at, other in titles[one.numbers][-MOST_ALIKE:] if at > end)
    return any(_are_same(words, other) for other in later)


def _are_same(words: str, others: str) -> bool:
    """True for the same words, also where a list shortens them or a heading goes on in the next line."""
    return words == others or (
        min(len(words), len(others)) >= FEWEST_SIGNS and (words.startswith(others) or others.startswith(words))
    )
