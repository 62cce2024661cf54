"""Texts as the parser of Markdown read them, in an earlier run too: a text that is known is not parsed again.

What it finds depends on the text alone: titles behind references and names behind ids are filled in when it is drawn.
So it is of use as long as the text stands anywhere in the plan, on another day too.
"""

from __future__ import annotations

import os
import pickle
import sys
from functools import cached_property
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeAlias

from elzctl import __version__
from elzctl.afterwards import BEGUN, later
from elzctl.shelf import Plain, Shelf

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token as Parsed

Key: TypeAlias = "tuple[str, bool]"
"""A text, and whether it is one line."""

LARGEST = 16 << 20
"""So many bytes of texts are kept; when there are more, those of earlier runs go."""
_RULES = ("render/markdown_rules.py", "render/markdown_blocks.py", "sections.py", "render/memory.py")
"""Where it stands how texts are read."""


class Token:
    """What the parser found, without what nobody here asks for: see its own documentation."""

    __slots__ = ("attrs", "children", "content", "info", "map", "nesting", "tag", "type")

    def __init__(
        self,
        type: str,  # noqa: A002 - the names of the parser
        content: str,
        nesting: int = 0,
        tag: str = "",
        info: str = "",
        attrs: dict[str, str | int | float] | None = None,
        map: list[int] | None = None,  # noqa: A002
        children: list[Token] | None = None,
    ) -> None:
        self.type = type
        self.content = content
        self.nesting = nesting
        self.tag = tag
        self.info = info
        self.attrs = attrs or {}
        self.map = map
        self.children = children


class Memory:
    """What is known of an earlier run, and what is parsed in this one."""

    def __init__(self, folder: str | None = None) -> None:
        """Kept in the *folder* of the plan among all that earlier runs left; with ``None`` nothing is kept."""
        self._shelf = Shelf(folder, "7-texts", _mark)
        self._new: dict[Key, tuple[Any, ...]] = {}
        if folder is not None:
            later(self.keep)

    def read(self, text: str, *, line: bool = False) -> list[Token]:
        """The tokens of a text, or of one *line*; they are the caller's own."""
        key = (text, line)
        found = self._new.get(key) or self._known(key)
        if found is None:
            found = tuple(map(_plain, self._parser.parseInline(text) if line else self._parser.parse(text)))
            if self._shelf.folder is not None:
                self._new[key] = found
        return [*map(_token, found)]

    def keep(self) -> None:
        """Puts on the shelf what was parsed anew, beside what is there; never raises."""
        new = {key: pickle.dumps(found, pickle.HIGHEST_PROTOCOL) for key, found in self._new.items()}
        self._new = {}
        there = _texts(self._shelf.take()) if new else {}  # perhaps a copy of this process was here before
        kept = next((some for some in ({**there, **new}, new) if _size(some) <= LARGEST), {})
        if new and kept:
            self._shelf.put(kept)

    def _known(self, key: Key) -> tuple[Any, ...] | None:
        """What an earlier run read of a text."""
        kept = self._earlier.get(key)
        if kept is None:
            return None
        try:
            found = Plain(BytesIO(kept)).load()
        except Exception:  # noqa: BLE001 - bytes that are not what was written may raise anything, and it means the same
            return None
        return found if isinstance(found, tuple) else None

    @cached_property
    def _earlier(self) -> dict[Key, bytes]:
        return _texts(self._shelf.take())

    @cached_property
    def _parser(self) -> MarkdownIt:
        from elzctl.render.markdown_rules import parser

        return parser()


def _size(kept: dict[Key, bytes]) -> int:
    return sum(len(text) + len(found) for (text, _), found in kept.items())


def _texts(found: Any) -> dict[Key, bytes]:
    return found if isinstance(found, dict) else {}


def _plain(token: Parsed) -> Any:
    """A token as plain values; a text, as most are, as no more than that."""
    if token.type == "text":
        return token.content
    children = None if token.children is None else tuple(map(_plain, token.children))
    attrs = {name: value for name, value in token.attrs.items() if name in ("href", "src", "start")}
    return token.type, token.content, token.nesting, token.tag, token.info, attrs, token.map, children


def _token(value: Any) -> Token:
    if isinstance(value, str):
        return Token("text", value)
    kind, content, nesting, tag, info, attrs, lines, children = value
    return Token(
        kind, content, nesting, tag, info, attrs, lines, None if children is None else [*map(_token, children)]
    )


def _mark() -> str:
    """Which parser read the texts, with which rules: another one may read them otherwise.

    Raises OSError when that cannot be told, as in a program that began before it was changed.
    """
    found = find_spec("markdown_it")
    assert found is not None
    assert found.origin is not None
    here = os.path.dirname(os.path.dirname(__file__))
    library = os.path.dirname(os.path.dirname(found.origin))  # which changes when anything is installed there
    times = [os.stat(path).st_mtime_ns for path in (library, *(os.path.join(here, name) for name in _RULES))]
    if max(times) > BEGUN:
        raise OSError("the code that reads is no longer the code that runs")
    return f"{__version__} {sys.version_info[:3]} {times}"
