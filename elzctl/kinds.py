"""The kinds of values that a key can hold, each a small object that reads one node."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from typing import Any

import yaml

from elzctl import dates
from elzctl.faults import values
from elzctl.fiche import Acceptance, Ref
from elzctl.ids import ID, slug
from elzctl.schema import Kind, Reading, Record, pairs, scalar
from elzctl.terms import Number, Quantity
from elzctl.wording import Message, say

_SCALAR, _SEQUENCE = yaml.ScalarNode, yaml.SequenceNode

_AMOUNT = re.compile(r"-?[0-9]{1,15}(?:[.,][0-9]{1,6})?(?: ?%)?\Z")


class Text:
    """Characters on one line, or with *block* on several."""

    empty = ""

    def __init__(self, *, block: bool = False) -> None:
        """*block* keeps line breaks."""
        self.block = block

    def read(self, node: Any, reading: Reading) -> str | None:
        text = scalar(node, reading)
        if text is None or self.block:
            return text
        return " ".join(text.split()) if "\n" in text else text.strip()


class Formed:
    """A text of one form, such as an address."""

    empty = ""

    def __init__(self, pattern: str, hint: Message) -> None:
        """*pattern* matches the whole of what is right; *hint* says what to write."""
        self.pattern = pattern
        self.hint = hint

    def read(self, node: Any, reading: Reading) -> str | None:
        text = scalar(node, reading)
        if text is None or re.fullmatch(self.pattern, text):
            return text
        reading.wrong(node, say("“{text}” does not look as it should here", text=text[:80]), self.hint)
        return None


class Choice:
    """One of the words of an enum.  *also* gives words that people write instead, as a hint with a fix."""

    empty = None

    def __init__(self, words: type[Enum], also: Mapping[str, str] | None = None) -> None:
        """*words* names the enum."""
        self.words = words
        self.known: dict[str, Enum] = {str(word.value): word for word in words}
        self._also = also or {}

    def read(self, node: Any, reading: Reading) -> Enum | None:
        text = scalar(node, reading)
        if text is None:
            return None
        if text in self.known:
            return self.known[text]
        better = self._also.get(text.strip().lower().replace("_", "-")) or text.strip().lower().replace(" ", "-")
        known = tuple(self.known)
        message = say("“{text}” is none of the words for this key", text=text[:80])
        if better in known:
            reading.wrong(node, message, say("Write “{near}”.", near=better), better)
        else:
            hint = values.suggest(text, known) or say("Known here: {keys}.", keys=", ".join(known))
            reading.wrong(node, message, hint)
        return None


class Id:
    """The lasting name of what stands here: small letters, digits and hyphens."""

    empty = ""

    def read(self, node: Any, reading: Reading) -> str | None:
        text = scalar(node, reading)
        if text is None or ID.match(text):
            return text
        _wrong_id(text, node, reading)
        return None


def _wrong_id(text: str, node: Any, reading: Reading) -> str:
    """The finding, and the id that is likely meant; ``""`` when the text has no letters for one."""
    near = slug(text[:200])
    message = say("“{text}” is not an id: ids have small letters, digits and hyphens", text=text[:80])
    reading.wrong(node, message, say("Write “{near}”.", near=near) if near else None)
    return near


class Reference:
    """The id of something else; whether that exists is a check's affair."""

    empty = None

    def read(self, node: Any, reading: Reading) -> Ref | None:
        text = scalar(node, reading)
        return None if text is None else Ref(text.strip(), reading.yaml.span(node))


class When:
    """A date, as vague as it is."""

    empty = None

    def read(self, node: Any, reading: Reading) -> dates.VagueDate | None:
        text = scalar(node, reading)
        if text is None:
            return None
        found = dates.read(text)
        if isinstance(found, dates.VagueDate):
            return found
        fault = values.turned_range if found.turned else values.bad_date
        reading.found.append(fault(reading.yaml.span(node), found.message, found.hint))
        return None


class Amount:
    """A number with at most 15 digits; a comma is a decimal comma, and ``%`` may follow."""

    empty = None

    def read(self, node: Any, reading: Reading) -> Quantity | None:
        text = scalar(node, reading)
        if text is None:
            return None
        if not _AMOUNT.match(text):
            message = say("“{text}” is not a number", text=text[:80])
            reading.wrong(node, message, say("Write only the number, such as 6 or 2,5; words go in “unit” or “what”."))
            return None
        return Quantity(text, float(text.rstrip(" %").replace(",", ".")))


class Whole:
    """A whole number from 0 to 10 000."""

    empty = None

    def read(self, node: Any, reading: Reading) -> int | None:
        text = scalar(node, reading)
        if text is None:
            return None
        if not (text.isascii() and text.isdigit() and len(text) <= 4):
            reading.wrong(
                node, say("“{text}” is not a whole number", text=text[:80]), say("Write digits only, such as 30.")
            )
            return None
        return int(text)


class Label:
    """A number such as 3.3.6, with *depth* parts."""

    empty = None

    def __init__(self, depth: int, example: str) -> None:
        """*example* is shown when the number is wrong."""
        self.depth = depth
        self.example = example

    def read(self, node: Any, reading: Reading) -> Number | None:
        text = scalar(node, reading)
        if text is None:
            return None
        number = Number.read(text, self.depth)
        if number is None or (".0" in f".{text}" and re.search(r"\b0[0-9]", text)):
            message = say("“{text}” is not a number of this level", text=text[:80])
            plain = re.sub(r"\b0+(?=[0-9])", "", text.strip())
            if plain != text.strip() and Number.read(plain, self.depth):
                reading.wrong(node, message, say("Write “{near}”.", near=plain), plain)
            else:
                reading.wrong(node, message, say("Write a number such as {example}.", example=self.example))
            return None
        return number


class Many:
    """A list of values of one kind."""

    empty = ()

    def __init__(self, kind: Kind) -> None:
        """*kind* reads each item."""
        self.kind = kind

    def read(self, node: Any, reading: Reading) -> tuple[Any, ...] | None:
        if type(node) is _SEQUENCE:
            read = self.kind.read
            return tuple([value for item in node.value if (value := read(item, reading)) is not None])
        from elzctl.yaml_dashes import without_blanks

        fault = without_blanks(node, reading.yaml.source, reading.yaml.span(node))
        if fault is not None:
            reading.found.append(fault)
            return None
        better = None
        hint = say("Put a “-” before each item.")
        if type(node) is _SCALAR and "\n" not in node.value:
            parts = [part.strip() for part in node.value.split(",")]
            from elzctl.yaml_errors import quoted

            better = f"[{', '.join(part if ID.match(part) else quoted(part) for part in parts)}]"
            hint = say("Put it between square brackets: {line}", line=better)
        reading.wrong(node, say("A list is expected here"), hint, better)
        return None


class Words:
    """Keys that the zone chooses, each with a text."""

    empty = None

    def __init__(self, *, ids: bool = False) -> None:
        """*ids*: the keys are ids, that other files refer to."""
        self.ids = ids

    def read(self, node: Any, reading: Reading) -> dict[str, str] | None:
        found: dict[str, str] = {}
        for key, key_node, value in pairs(node, reading):
            text = scalar(value, reading)
            # Under the id that is likely meant, so that not every reference to it is a finding too.
            name = key if not self.ids or ID.match(key) else _wrong_id(key, key_node, reading)
            if text is not None and text.strip():
                if name:
                    found.setdefault(name, text.strip())
            elif text is not None:
                reading.wrong(key_node, say("“{key}” has no text", key=key))
        return found


class Keyed:
    """Records under ids that the zone chooses, in order."""

    empty = None

    def __init__(self, record: Record) -> None:
        """*record* reads the value of each key; its maker gets the key as ``id``."""
        self.record = record

    def read(self, node: Any, reading: Reading) -> dict[str, Any]:
        found = {}
        for key, key_node, value in pairs(node, reading):
            if not ID.match(key):
                _wrong_id(key, key_node, reading)
            elif (made := self.record.read(value, reading, id=key, span=reading.yaml.span(key_node))) is not None:
                found[key] = made
        return found


class Short:
    """A record for which a text alone will do: it is then the value of *key*."""

    empty = None

    def __init__(self, record: Record, key: str) -> None:
        """*key* names a text of *record*."""
        self.record = record
        self.key = key

    def read(self, node: Any, reading: Reading) -> Any:
        if type(node) is _SCALAR:
            return self.record.make(**{self.key: node.value.strip()}, at={self.key: reading.yaml.span(node)})
        return self.record.read(node, reading)


class Accepted:
    """Codes of findings that the zone accepts, each with the reason."""

    empty = ()

    def read(self, node: Any, reading: Reading) -> tuple[Acceptance, ...]:
        found = []
        for key, key_node, value in pairs(node, reading):
            reason = scalar(value, reading)
            if reason is not None and not reason.strip():
                reading.wrong(key_node, say("“{key}” has no reason", key=key), say("Say why the zone accepts this."))
            elif reason is not None:
                found.append(Acceptance(key, reason.strip(), reading.yaml.span(key_node)))
        return tuple(found)
