"""Texts that a person reads, kept apart from the language they are read in.

Library code says *what* it means with :func:`say`; only the outermost layer turns that into Dutch
or English with a :class:`Language`.  So a finding is a value without a language.
"""

from __future__ import annotations

from bisect import bisect_left
from pathlib import Path
from struct import unpack_from
from typing import TypeAlias

from elzctl.record import NamedTuple

LANGUAGES = ("nl", "en")
CATALOGUES = Path(__file__).parent / "locale"

Argument: TypeAlias = "str | int | float | Message | tuple[Message, ...]"


class Message(NamedTuple):
    """An English text with ``{named}`` places, its plural if it counts, and what goes in the places."""

    text: str
    args: tuple[tuple[str, Argument], ...] = ()
    plural: str | None = None
    number: int = 1


def say(text: str, /, **args: Argument) -> Message:
    """A message; *text* is English and the key of the translation."""
    return Message(text, tuple(args.items()))


def say_count(one: str, many: str, count: int, /, **args: Argument) -> Message:
    """A message that counts: ``{count}`` is filled in, *one* or *many* is chosen by the language."""
    return Message(one, (("count", count), *args.items()), many, count)


class Language:
    """Turns messages into one language.  ``Language("nl")(say("Contents"))`` is ``"Inhoud"``."""

    def __init__(self, code: str, domain: str = "messages") -> None:
        """*code* is one of :data:`LANGUAGES`; *domain* names the catalogue file."""
        self.code = code
        self._catalogue = _Catalogue((CATALOGUES / code / f"{domain}.mo").read_bytes())

    def __call__(self, message: Message | str) -> str:
        """The text of *message*, with its arguments (messages themselves too) filled in."""
        if isinstance(message, str):
            return self._catalogue.find(message)[0] if message else ""
        found = self._catalogue.find(message.text, message.plural)
        # Dutch and English count alike: one, and all else.
        text = found[message.plural is not None and message.number != 1]
        return text.format(**{name: self._argument(value) for name, value in message.args}) if message.args else text

    def _argument(self, value: Argument) -> str | int | float:
        if isinstance(value, Message):
            return self(value)
        if isinstance(value, tuple):
            return ", ".join(self(part) for part in value)
        return value

    def pages(self) -> Language:
        """The same language over the catalogue of long texts (the pages of ``explain``)."""
        return Language(self.code, "pages")


class _Catalogue:
    """A compiled catalogue of gettext (``.mo``), sorted by text, of which only what is asked for is looked up.

    The standard library reads all of it at every start, which costs as much as reading a whole plan.
    """

    def __init__(self, raw: bytes) -> None:
        magic, _, self._count, *self._tables = unpack_from("<5I", raw)
        assert magic == 0x950412DE, "written by this project's own tool"
        self._raw = raw
        self._known: dict[tuple[str, str | None], list[str]] = {}

    def find(self, text: str, plural: str | None = None) -> list[str]:
        """The translation, one text for each number; without one it is the English itself."""
        key = (text, plural)
        if key not in self._known:
            # What was typed in the words of a command, or a name of a file, may be no text.
            asked = (text if plural is None else f"{text}\0{plural}").encode("utf-8", "surrogatepass")
            place = bisect_left(range(self._count), asked, key=self._original)
            is_there = place < self._count and self._original(place) == asked
            found = self._text(1, place) if is_there else asked
            self._known[key] = found.decode("utf-8", "surrogatepass").split("\0")
        return self._known[key]

    def _original(self, place: int) -> bytes:
        return self._text(0, place)

    def _text(self, table: int, place: int) -> bytes:
        length, offset = unpack_from("<2I", self._raw, self._tables[table] + 8 * place)
        return self._raw[offset : offset + length]
