"""The marks of what changed since an earlier version, set on the blocks of a document that is drawn already.

Of a fiche each row that changed has one, a new fiche as a whole; of goals and chapters the heading and each paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from elzctl.model import Chapter
from elzctl.render.plan_running import chapter_text, goal_text
from elzctl.render.plan_text import PlanText
from elzctl.render.tree import Block, Fiche, Field, Heading, Marked, Part
from elzctl.views.changes import Changed, Changes, How, Thing
from elzctl.views.changes_fiche import INTRO, SECTION
from elzctl.wording import say

NEW, CHANGED = say("new"), say("changed")

MOST = 1_000
"""Paragraphs that are compared one by one; of a longer text, each that was nowhere in the old one counts as changed."""

_HEADINGS = frozenset({"number", "title", "status"})
_TEXTS = frozenset({"motto", "text", "body"})
_ROWS: Mapping[str, str] = {
    "start": "period",
    "due": "period",
    "indicators": "evaluation",
    "no_evaluation": "evaluation",
    f"{SECTION}do": "what",
    f"{SECTION}do_not": "what",
}
"""The row of a fiche in which a key is printed, when it has not the name of the key."""


def marked(parts: Iterable[Part], found: Changes, text: PlanText) -> tuple[Part, ...]:
    """The same parts with marks; *text* is that of the document, and *found* holds nothing that is not printed."""
    marks = _Marks(found, text)
    return tuple(part._replace(blocks=tuple(marks.blocks(part.blocks))) for part in parts)


class _Marks:
    def __init__(self, found: Changes, text: PlanText) -> None:
        kinds = (Thing.GOAL, Thing.ACTION, Thing.CHAPTER)
        self._changes = {one.id: one for one in found.things if one.thing in kinds and one.new is not None}
        self._before = PlanText(found.old, text.say, text.today, internal=text.internal)
        self._new, self._changed = text.say(NEW), text.say(CHANGED)

    def blocks(self, blocks: tuple[Block, ...]) -> Iterator[Block]:
        """The blocks of a part: those that follow a heading with an anchor are what it stands above."""
        place = 0
        while place < len(blocks):
            block, place = blocks[place], place + 1
            if isinstance(block, Fiche):
                yield self._fiche(block)
            elif isinstance(block, Heading) and block.anchor:
                end = next((at for at in range(place, len(blocks)) if _opens(blocks[at])), len(blocks))
                yield from self._running(block, blocks[place:end])
                place = end
            else:
                yield block

    def _running(self, heading: Heading, below: tuple[Block, ...]) -> Iterator[Block]:
        """A goal or a chapter: its heading, and its text paragraph by paragraph."""
        change = self._changes.get(heading.anchor)
        keys = _keys(change)
        if change is not None and change.how[0] is How.ADDED:
            yield heading._replace(mark=self._new)
            yield from (Marked(self._new, below),) * bool(below)
            return
        yield heading._replace(mark=self._changed) if keys & _HEADINGS else heading
        yield from self._compared(self._old_text(change), below) if change is not None and keys & _TEXTS else below

    def _old_text(self, change: Changed) -> tuple[Block, ...]:
        draw: Any = chapter_text if isinstance(change.old, Chapter) else goal_text
        found: tuple[Block, ...] = draw(change.old, self._before)
        return found

    def _compared(self, old: tuple[Block, ...], new: tuple[Block, ...]) -> Iterator[Block]:
        """The new blocks, those that differ from the old ones with a mark."""
        before, after = ([tuple(_words(block)) for block in blocks] for blocks in (old, new))
        if max(len(before), len(after)) > MOST:
            known = set(before)
            for block, words in zip(new, after, strict=True):
                yield block if words in known else Marked(self._changed, (block,))
            return
        from difflib import SequenceMatcher

        for how, _, _, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
            if how == "equal":
                yield from new[first:last]
            elif first < last:
                yield Marked(self._new if how == "insert" else self._changed, new[first:last])

    def _fiche(self, fiche: Fiche) -> Fiche:
        change = self._changes.get(fiche.heading.anchor)
        if change is None or change.how[0] in (How.ADDED, How.STUB, How.LIVE):
            mark = "" if change is None else self._new if change.how[0] is How.ADDED else self._changed
            return fiche._replace(mark=mark)
        keys = _keys(change)
        rows = {_ROWS.get(key) or key.removeprefix(SECTION).partition(".")[0] for key in keys}
        fields = tuple(self._row(field) if field.key in rows else field for field in fiche.fields)
        heading = fiche.heading._replace(mark=self._changed) if keys & _HEADINGS else fiche.heading
        intro = (Marked(self._changed, fiche.intro),) if f"{SECTION}{INTRO}" in keys and fiche.intro else fiche.intro
        return fiche._replace(heading=heading, intro=intro, fields=fields)

    def _row(self, field: Field) -> Field:
        return field._replace(mark=self._changed)


def _opens(block: Block) -> bool:
    return isinstance(block, Fiche) or (isinstance(block, Heading) and bool(block.anchor))


def _keys(change: Changed | None) -> frozenset[str]:
    return frozenset(part.key for part in change.parts) if change is not None else frozenset()


def _words(node: object) -> Iterator[object]:
    """What a reader sees of a block, wherever its jumps lead."""
    if not isinstance(node, tuple):
        yield node
        return
    names = getattr(node, "_fields", None) or ("",) * len(node)
    for name, part in zip(names, node, strict=True):
        if name != "anchor":
            yield from _words(part)
