"""What was found in a plan in earlier runs, so that a plan that did not change is not checked again.

It lies beside what was read, and is trusted as little.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property
from typing import Any

from elzctl.cache import Cache, newest, read_values, write_values
from elzctl.finding import Finding
from elzctl.load import Loaded, load
from elzctl.model import Plan
from elzctl.tree import Tree

_QUESTIONS = 3
"""Of a plan the answers to so many questions are kept: its errors, and what is wrong with it on a day."""


def read_again(tree: Tree, cache: Cache, *, kept_later: bool = False) -> Loaded:
    """The plan in *tree*, of which only what changed since the last run is read, and with what was found in it.

    What was read is kept for the next run: *kept_later*, when the first question about the plan is asked.
    """
    loaded = load(tree, cache)
    if not kept_later:
        cache.keep(loaded.kept)
    return loaded._replace(answers=Answers((cache,), loaded, kept_later=kept_later))


class Answers:
    """What was found in a plan, for the questions that were asked: ``errors``, or what is wrong on a day.

    It is looked for when the first question is asked; there is nothing when the plan is not the one that was checked.
    """

    def __init__(self, caches: tuple[Cache, ...], loaded: Loaded, *, kept_later: bool = False) -> None:
        """Of a plan as it was *loaded*, with the help of all *caches*; kept beside the first one.

        What was read is kept there before the first answer is looked for, when that is to be done *kept_later*.
        """
        self._caches = caches
        self._loaded = loaded
        self._kept_later = kept_later

    def get(self, question: str, /) -> tuple[Finding, ...] | None:
        """What was found, or ``None``."""
        found = self._found.get(question)
        return found if isinstance(found, tuple) and all(isinstance(one, Finding) for one in found) else None

    def keep(self, question: str, findings: tuple[Finding, ...], /) -> None:
        """Keeps what was found, with the answers that were given last.  Never raises."""
        path = self._caches[0].answers()
        if path is None or not self._mark:
            return
        latest = self._found = {**dict([*self._found.items()][1 - _QUESTIONS :]), question: findings}
        with suppress(OSError, pickle.PicklingError, RecursionError):
            write_values(path, self._mark, latest)

    @cached_property
    def _found(self) -> dict[str, Any]:
        path = self._caches[0].answers()
        return read_values(path, self._mark)[1] if path is not None and self._mark else {}

    @cached_property
    def _mark(self) -> bytes:
        """A mark that no other plan has, nor this one when anything in it changed; empty when that cannot be told."""
        held: dict[str, int] = {}
        if self._kept_later:
            self._caches[0].keep(self._loaded.kept)
        for path, one in self._loaded.kept.items():
            if one.value is not None:
                cache = next((number for number, cache in enumerate(self._caches) if cache.get(path) is one), None)
                if cache is None:
                    return b""
                held[path] = cache
        marks = b"".join(cache.mark() for cache in self._caches)
        return marks + f"{newest('checks')}\n".encode() + _beside_files(self._loaded.plan, held)


def _beside_files(plan: Plan, held: Mapping[str, int]) -> bytes:
    """A mark of what a plan is made of beside the bytes of files: which are *held* where, and what lies beside them."""
    pictures = sorted(plan.pictures.items())
    if pictures:
        # Few plans have them, and no others pay for it.
        from hashlib import sha256

        pictures = [(path, sha256(one).digest() if isinstance(one, bytes) else one) for path, one in pictures]
    # Reading says what is wrong with a logo; no check looks at it.
    parts = (held, sorted(plan.unread), sorted(plan.attachments), plan.own_templates, pictures)
    return repr(parts).encode("utf-8", "surrogatepass") + b"\n"
