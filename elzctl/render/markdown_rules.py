"""The rules by which Markdown is read: those of CommonMark that a text of a zone needs, and ``[[references]]``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.token import Token

from elzctl.render.markdown_blocks import DEEPEST
from elzctl.sections import REFERENCE

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline

MOST_SIGNS = 1_000
"""Signs of Markdown in one paragraph; one with more of them is no text of people, and is shown as it was typed.

To read each takes the parser up to a tenth of a millisecond.
"""

_BLOCK_RULES = ["table", "fence", "blockquote", "hr", "list", "heading", "paragraph"]
_INLINE_RULES = ["text", "newline", "escape", "backticks", "emphasis", "link", "image", "autolink", "entity"]


def parser() -> MarkdownIt:
    """A parser that keeps every link, and reads nothing that costs more than its text is worth."""
    # Levels count twice for a list (list and item): the limit lies above what the builder reads.
    made = _Parser("zero", {"html": False, "maxNesting": 2 * DEEPEST + 8})
    made.block.ruler.enableOnly(_BLOCK_RULES)
    made.inline.ruler.enableOnly(_INLINE_RULES)
    made.inline.ruler2.enable("emphasis")
    made.inline.ruler.before("link", "reference", _read_reference)
    made.core.ruler.at("inline", _read_inline)
    return made


class _Parser(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802 - the name that the parser calls
        # Every link is read as one, so that a refused one can keep its words.
        return True


def _read_inline(state: StateCore) -> None:
    """The parser's rule for what stands within a paragraph: one with too many signs is text."""
    for token in state.tokens:
        if token.type == "inline":
            token.children = token.children or []
            if sum(map(token.content.count, "*_[<&")) > MOST_SIGNS:
                token.children.append(Token("text", "", 0, content=" ".join(token.content.split())))
            else:
                state.md.inline.parse(token.content, state.md, state.env, token.children)


def _read_reference(state: StateInline, silent: bool) -> bool:
    """The parser's rule for ``[[id]]``; own words may run over the end of a line, as all words may."""
    match = REFERENCE.match(state.src, state.pos, state.posMax)
    if match is None or not match[1].strip():
        return False
    if not silent:
        token = state.push("reference", "", 0)
        token.content = match[1].strip()
        token.info = " ".join((match[2] or "").split())
    state.pos = match.end()
    return True
