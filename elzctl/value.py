"""Frozen values that cost little to define: the standard frozen dataclass takes four times as long at every start.

The type checker refuses a change to a value; nothing looks at it while the program runs.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any, TypeVar, cast, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(cls: type[T]) -> type[T]:
    """Makes *cls* a value: equal to another of its class when all fields that count are equal, and hashable."""
    made: Any = dataclass(eq=False, repr=False, slots=True)(cls)
    made.counted = tuple(one.name for one in fields(made) if one.compare)
    made.__repr__ = _shown
    if "__eq__" not in vars(cls):
        made.__eq__, made.__hash__ = _same, _hash
    return cast("type[T]", made)


def _same(one: Any, other: Any) -> bool:
    if one is other:
        return True
    return type(one) is type(other) and all(getattr(one, name) == getattr(other, name) for name in one.counted)


def _hash(one: Any) -> int:
    return hash(tuple(getattr(one, name) for name in one.counted))


def _shown(one: Any) -> str:
    parts = ", ".join(f"{name}={getattr(one, name)!r}" for name in one.counted)
    return f"{type(one).__name__}({parts})"
