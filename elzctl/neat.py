"""Running text without what nobody sees: blanks at the end of lines, and more than one empty line.

Only what Markdown reads in the same way is touched; code and comments stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from elzctl.sections import without_comments

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]|\Z)")


def neat(text: str) -> str:
    """The same text, neatly; as it is when it would then read otherwise.  *text* has ``\\n`` at the end of its lines."""
    lines = text.split("\n")
    if not text.strip() or list(_neat(lines, set(), _headings(lines))) == lines:
        return text
    frozen, heads = _blocks(text)
    made = "\n".join(_neat(lines, frozen, heads))
    return made if reads_the_same(text, made) else text


def reads_the_same(one: str, other: str) -> bool:
    """True when Markdown makes the same of both."""
    return bool(_parser().render(one) == _parser().render(other))


def _neat(lines: list[str], frozen: set[int], heads: set[int]) -> Iterator[str]:
    """The lines; one empty line around headings, and nowhere more than one."""
    before: str | None = None
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) and number + 1 not in heads else ""
        now = line if number in frozen else _trimmed(line, following)
        if before and now and (number in heads or number - 1 in heads):
            yield ""
        # The last of the pieces is what stands behind the last line end.
        if now or before != "" or number in frozen or number == len(lines) - 1:
            yield now
        before = now


def _trimmed(line: str, following: str) -> str:
    """A line without blanks at its end, but for the two that break it."""
    bare = line.rstrip(" \t")
    ends = line[len(bare) :]
    if not bare or not ends or not following.strip() or _HEADING.match(line):
        return bare if not bare.endswith("\\") else line
    if bare.endswith("\\") or "\t" in ends:
        return line
    return f"{bare}  " if len(ends) > 1 else bare


def _headings(lines: list[str]) -> set[int]:
    return {number for number, line in enumerate(lines) if _HEADING.match(line)}


def _blocks(text: str) -> tuple[set[int], set[int]]:
    """The lines of code and comments, and those of headings that stand in nothing else."""
    frozen: set[int] = set()
    heads: set[int] = set()
    for token in _parser().parse(text):
        if token.map is not None and token.type in ("fence", "code_block", "html_block"):
            frozen.update(range(*token.map))
        elif token.type == "heading_open" and token.map is not None and not token.level and "#" in token.markup:
            heads.add(token.map[0])
    frozen.update(_comments(text))
    return frozen, heads - frozen


def _comments(text: str) -> Iterator[int]:
    """The lines of comments, the empty ones too."""
    inside = False
    for number, (line, bare) in enumerate(zip(text.split("\n"), without_comments(text).split("\n"), strict=True)):
        if inside or line != bare:
            yield number
        if line != bare:
            inside = line.rfind("<!--") > line.rfind("-->") or (inside and "-->" not in line)


def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
