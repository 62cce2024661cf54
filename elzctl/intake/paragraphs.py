"""A text brought up to what another one says, paragraph by paragraph: what reads the same keeps its lines and its signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elzctl.intake.alike import spoken
from elzctl.record import NamedTuple
from elzctl.source import Patch

_ITEM = re.compile(r"[ \t]*(?P<sign>[-*+]|[0-9]{1,3}[.)])[ \t]+\S")
_HEADING = re.compile(r"[ \t]{0,3}#{1,6}[ \t]")
_BULLETS = frozenset("-*+")


class Paragraph(NamedTuple):
    """A paragraph, an item of a list or a heading: its characters in the text, and what a reader reads of it."""

    start: int
    end: int
    said: str
    kind: str


def paragraphs(path: str, start: int, old: str, new: str) -> Iterator[Patch]:
    """The changes to *old*, which begins at the character *start* of its file, after which it reads as *new*."""
    mine, theirs = _paragraphs(old), _paragraphs(new)
    if not mine:
        yield Patch(path, start, start, f"\n\n{new}")
        return
    from difflib import SequenceMatcher

    signs = {match["sign"] for one in mine if (match := _ITEM.match(old[one.start : one.end])) is not None} & _BULLETS
    sign = next(iter(signs)) if len(signs) == 1 else ""
    matcher = SequenceMatcher(None, [one.said for one in mine], [one.said for one in theirs], autojunk=False)
    for what, first, last, begin, end in matcher.get_opcodes():
        if what == "equal":
            continue
        if what == "delete":
            gone, until = _without(old, mine, first, last)
            yield Patch(path, start + gone, start + until, "")
            continue
        words = _bulleted(new[theirs[begin].start : theirs[end - 1].end], sign)
        if what == "replace":
            before = _apart(old, mine, first, theirs[begin].kind, mine[first].kind)
            after = _apart(old, mine, last, theirs[end - 1].kind, mine[last - 1].kind)
            yield Patch(path, start + mine[first].start, start + mine[last - 1].end, f"{before}{words}{after}")
        elif first:
            gap = new[theirs[begin - 1].end : theirs[begin].start] if begin else "\n\n"
            at = start + mine[first - 1].end
            yield Patch(path, at, at, f"{gap}{words}{_apart(old, mine, first, theirs[end - 1].kind)}")
        else:
            gap = new[theirs[end - 1].end : theirs[end].start] if end < len(theirs) else "\n\n"
            at = start + mine[0].start
            yield Patch(path, at, at, f"{words}{gap}")


def _apart(old: str, mine: list[Paragraph], place: int, kind: str, was: str = "") -> str:
    """A line end more, where something of another kind would run on in the paragraph before *place*, or that in it."""
    if not 0 < place < len(mine) or kind in (was, "heading"):
        return ""
    gap = old[mine[place - 1].end : mine[place].start]
    return "" if gap.count("\n") > 1 or (kind == "item" and mine[place].kind == "item") else "\n"


def _without(old: str, mine: list[Paragraph], first: int, last: int) -> tuple[int, int]:
    """What goes with paragraphs that are taken out: the lesser of the gaps around them."""
    if last == len(mine):
        return mine[first - 1].end if first else mine[first].start, mine[last - 1].end
    before = old[mine[first - 1].end : mine[first].start] if first else ""
    after = old[mine[last - 1].end : mine[last].start]
    if first and before.count("\n") < after.count("\n"):
        return mine[first - 1].end, mine[last - 1].end
    return mine[first].start, mine[last].start


def _paragraphs(text: str) -> list[Paragraph]:
    """The parts of a text, a fence with code as one."""
    found: list[list[int]] = []
    fence, goes_on, at = "", False, 0
    for line in text.splitlines(keepends=True):
        begin, at = at, at + len(line)
        bare = line.strip()
        end = begin + len(line.rstrip())
        if fence:
            found[-1][1] = end if bare else found[-1][1]
            fence = "" if bare.startswith(fence) else fence
            goes_on = False
            continue
        if not bare:
            goes_on = False
            continue
        if goes_on and not _ITEM.match(line) and not _HEADING.match(line):
            found[-1][1] = end
        else:
            found.append([begin + len(line) - len(line.lstrip()) if not _ITEM.match(line) else begin, end])
        goes_on = not _HEADING.match(line)
        if bare[:3] in ("```", "~~~"):
            fence = bare[:3]
    return [Paragraph(begin, end, spoken(text[begin:end]), _kind(text[begin:end])) for begin, end in found]


def _kind(text: str) -> str:
    return "item" if _ITEM.match(text) else "heading" if _HEADING.match(text) else "text"


def _bulleted(text: str, sign: str) -> str:
    """The text with the list sign that the file has."""
    return re.sub(r"(?m)^([ \t]*)[-*+](?=[ \t]+\S)", rf"\g<1>{sign}", text) if sign else text
