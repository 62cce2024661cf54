"""Running chapters before and after the goals, and what stands on the cover."""

from __future__ import annotations

import re
from collections.abc import Sequence

from elzctl.intake.ledger import Fate
from elzctl.intake.paper import Block
from elzctl.intake.plan.codes import Level
from elzctl.intake.plan.desk import GUESSED, READ, Desk
from elzctl.intake.plan.draft import yaml
from elzctl.intake.plan.ends import is_bare
from elzctl.intake.plan.legend import is_legend
from elzctl.intake.plan.nodes import Node
from elzctl.intake.plan.numbers import Names
from elzctl.intake.plan.words import plain
from elzctl.record import NamedTuple
from elzctl.terms import Tongue
from elzctl.wording import say

# A heading right above the goals says no more than that they come.
_OF_GOALS = re.compile(
    r"(?:(?:onze|de|strategische|operationele|our|the|strategic) )*(?:doelen|doelstellingen|ambities|prioriteiten|acties|actieplan|actiefiches|fiches|goals|objectives|actions)(?: en acties| en doelen| and actions)?(?: (?:voor |in )?20\d\d(?: 20\d\d)?)?"
)
TEXTS = "plan/texts"
NO_TEXT = say("A heading with nothing under it: leave it out, or write the text that belongs there.")
LEGEND = say("It tells what the codes for states mean: these were put in the place of the codes.")
ABOVE_TABLE = say("The rows of the table below it became actions: look whether its words say something of them.")
BY_ITS_WORDS = say(
    "It has a number as the goals have, and no action stands below it: its words say that it is a chapter."
)
ON_COVER = say(
    "It stands before the first heading, as on a cover: put it in a text when readers need it, or leave it out."
)


class Chapter(NamedTuple):
    """A heading with what stands under it; without a heading it is what came first.  *guessed* is true where it might be a goal."""

    heading: Block | None
    blocks: tuple[Block, ...]
    guessed: bool = False


def before(
    blocks: Sequence[Block], used: Sequence[Block], names: Names, desk: Desk, files: dict[str, str], title: str = ""
) -> tuple[str, ...]:
    """Writes the chapters before the goals; their ids.  With a *title* there are no goals, and nothing is a cover."""
    rest = [block for block in blocks if block not in used]
    chapters = _cut(rest)
    bare = not any(chapter.heading and chapter.blocks for chapter in chapters)
    if title and bare and any(map(_is_sentence, rest)):
        chapters = [Chapter(None, tuple(rest))]
    return tuple(name for chapter in chapters if (name := _written(chapter, names, desk, files, title)))


def among(
    nodes: Sequence[Node], names: Names, desk: Desk, files: dict[str, str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Writes the chapters that stand between the headings of the plan; the ids of those before the goals, and behind them."""
    first = next((at for at, node in enumerate(nodes) if node.level is not Level.CHAPTER), len(nodes))
    found: tuple[list[str], list[str]] = ([], [])
    for at, node in enumerate(nodes):
        if node.level is Level.CHAPTER:
            heading = node.head[0]._replace(text=node.title or node.head[0].text) if node.head else None
            name = (
                _untitled(node, names, desk, files)
                if heading is None
                else _written(Chapter(heading, node.blocks, node.guessed), names, desk, files)
            )
            found[at > first].extend([name] if name else [])
    return tuple(found[0]), tuple(found[1])


def _cut(blocks: Sequence[Block]) -> list[Chapter]:
    styled = sorted({block.level for block in blocks if block.level})
    top = styled[0] if styled else 0
    found: list[Chapter] = []
    for at, block in enumerate(blocks):
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        if block.level == top if top else _looks_like_heading(block, following):
            found.append(Chapter(block, ()))
        elif found:
            found[-1] = Chapter(found[-1].heading, (*found[-1].blocks, block))
        else:
            found.append(Chapter(None, (block,)))
    return found


def _looks_like_heading(block: Block, following: Block | None) -> bool:
    """A short line by itself, without a full stop, before a text: where no heading has a style."""
    text = block.text.strip()
    numbered = (
        bool(block.depth)
        and re.match(r"\w", block.marker) is not None
        and block.gap
        and (following is None or not following.depth)
    )
    if (
        (block.depth and not numbered)
        or block.cell
        or block.check is not None
        or not 2 < len(text) <= 80
        or not text[0].isupper()
    ):
        return False
    if text[-1] in ".:;,!?…" or not block.gap or re.match(r"(?i)(?:zie|see)\b", text):
        return False
    return following is None or following.gap or numbered or is_bare(block, following)


def _written(chapter: Chapter, names: Names, desk: Desk, files: dict[str, str], whole: str = "") -> str:
    head = chapter.heading
    blocks = [block for block in chapter.blocks if block.text.strip()]
    if head is None:
        return _first(blocks, names, desk, files, whole)
    if not blocks and desk.ledger.has(head.lines):
        return ""
    if not blocks and _OF_GOALS.fullmatch(plain(head.text)):
        desk.put((head,), Fate.PROMPT)
        return ""
    if not blocks and is_legend(head.text, desk.legend):
        desk.left(head.text, (head,), LEGEND)
        return ""
    if not blocks:
        desk.left(head.text, (head,), ABOVE_TABLE if head.lines in desk.tabled else NO_TEXT)
        return ""
    name = names.free(head.anchor.replace("_", "-") if desk.is_own else "", head.text, "tekst")
    path = f"{TEXTS}/{name}.md"
    desk.at = path
    title = desk.line(head)
    told = (GUESSED, BY_ITS_WORDS) if chapter.guessed else (READ, None)
    desk.field(path, "title", title, head.text, (head,), *told)
    files[path] = _text(path, title, blocks, desk)
    return name


def _first(blocks: Sequence[Block], names: Names, desk: Desk, files: dict[str, str], whole: str) -> str:
    """What stands before any heading: lines of a cover are left over, text becomes a chapter; all of it when it is the *whole*."""
    sentences = [at for at, block in enumerate(blocks) if _is_sentence(block)]
    told = [0] if whole and sentences else sentences
    for block in blocks[: min(told, default=len(blocks))]:
        desk.left(block.text, (block,), ON_COVER)
    if not told:
        return ""
    blocks = blocks[min(told) :]
    title = whole or ("Inleiding" if desk.tongue is Tongue.NL else "Introduction")
    name = names.free("", title, "tekst")
    path = f"{TEXTS}/{name}.md"
    desk.field(path, "title", title, "", (), GUESSED, say("This text has no heading."))
    files[path] = _text(path, title, blocks, desk)
    return name


def _untitled(node: Node, names: Names, desk: Desk, files: dict[str, str]) -> str:
    """A chapter without a heading, behind the goals."""
    title = node.title or ("Tot slot" if desk.tongue is Tongue.NL else "Closing")
    name = names.free("", title, "tekst")
    path = f"{TEXTS}/{name}.md"
    desk.at = path
    desk.field(path, "title", title, node.title, (), GUESSED, say("This text has no heading."))
    files[path] = _text(path, title, node.blocks, desk)
    return name


def _is_sentence(block: Block) -> bool:
    """A text, and no line of a cover such as a name, a day or a version."""
    words = block.text.split()
    return len(words) > 12 or (len(words) > 3 and block.text.rstrip().endswith((".", "!", "?", ":")))


def _text(path: str, title: str, blocks: Sequence[Block], desk: Desk) -> str:
    return f"---\n{yaml('title', title)}---\n\n{desk.prose(blocks, path, 'text', top=2)}\n"
