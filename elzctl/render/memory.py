"""What the parser of Markdown made of texts, so that a text that is known from another time is not parsed again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias, TypeVar

T = TypeVar("T")

Key: TypeAlias = "tuple[str, int]"
"""A text, and how it is read."""


class Memory:
    """What is known of an ``earlier`` time, and, where that is a dictionary, what is ``known`` now."""

    def __init__(self) -> None:
        self.earlier: Mapping[Key, Any] = {}
        self.known: dict[Key, Any] | None = None

    def once(self, key: Key, make: Callable[[], T]) -> T:
        """What *make* gives, which is the same for the same *key*."""
        found: T | None = self.earlier.get(key)
        made = make() if found is None else found
        if self.known is not None:
            self.known[key] = made
        return made
