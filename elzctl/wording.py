"""Texts that a person reads, kept apart from the language they are read in.

Library code says *what* it means with :func:`say`; only the outermost layer turns that into Dutch
or English with a :class:`Language`.  So a finding is a value without a language.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, TypeAlias

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
        import gettext

        self.code = code
        with (CATALOGUES / code / f"{domain}.mo").open("rb") as file:
            self._catalogue = gettext.GNUTranslations(file)

    def __call__(self, message: Message | str) -> str:
        """The text of *message*, with its arguments (messages themselves too) filled in."""
        if isinstance(message, str):
            return self._catalogue.gettext(message) if message else ""
        if message.plural is None:
            text = self._catalogue.gettext(message.text)
        else:
            text = self._catalogue.ngettext(message.text, message.plural, message.number)
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
