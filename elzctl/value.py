"""Frozen values that cost little to define: the standard frozen dataclass takes ten times as long at every start.

The type checker refuses a change to a value; nothing looks at it while the program runs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, field
from typing import Any, TypeVar, cast, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(cls: type[T]) -> type[T]:
    """Makes *cls* a value: equal to another of its class when all fields that count are equal, and hashable.

    Its fields are annotated and have slots; :func:`dataclasses.replace` makes another one.
    """
    inside, fields = dict(vars(cls)), _inherited(cls)
    own = inside.get("__annotations__", {})
    for name in own:
        given = inside.pop(name, MISSING)
        fields[name] = given if isinstance(given, Field) else field(default=given)
        fields[name].name = name
    # A class gets its slots when it is made, so it is made again.
    for left in ("__dict__", "__weakref__"):
        inside.pop(left, None)
    made: Any = type(cls.__name__, cls.__bases__, {**inside, "__slots__": tuple(own)})
    made.__dataclass_fields__ = fields
    made.counted = tuple(one.name for one in fields.values() if one.compare)
    made.__repr__ = _shown
    if "__eq__" not in inside:
        made.__eq__, made.__hash__ = _same, _hash

    def first(self: Any, *args: Any, **named: Any) -> None:
        # Made when the first value is: of most classes a run of the program has none, and making it is what costs.
        made.__init__ = _maker(made)
        made.__init__(self, *args, **named)

    made.__init__ = first
    return cast("type[T]", made)


def _inherited(cls: type) -> dict[str, Field[Any]]:
    """The fields of the values that *cls* is one of, by name."""
    found: dict[str, Field[Any]] = {}
    for base in reversed(cls.__mro__[1:]):
        found |= getattr(base, "__dataclass_fields__", {})
    return found


def _maker(cls: Any) -> Callable[..., None]:
    """The ``__init__`` of a dataclass, but for its annotations."""
    around: dict[str, Any] = {"_absent": MISSING}
    parameters, lines = ["self"], []
    for one in cls.__dataclass_fields__.values():
        name, given = one.name, one.name
        if one.default is not MISSING:
            parameters.append(f"{name}=_{name}")
            around[f"_{name}"] = one.default
        elif one.default_factory is not MISSING:
            parameters.append(f"{name}=_absent")
            around[f"_{name}"] = one.default_factory
            given = f"_{name}() if {name} is _absent else {name}"
        else:
            parameters.append(name)
        lines.append(f" self.{name} = {given}")
    source = f"def __init__({', '.join(parameters)}):\n" + "\n".join(lines)
    exec(source, around)  # noqa: S102 - names of fields and nothing else, as the standard library does it
    return cast("Callable[..., None]", around["__init__"])


def _same(one: Any, other: Any) -> bool:
    if one is other:
        return True
    return type(one) is type(other) and all(getattr(one, name) == getattr(other, name) for name in one.counted)


def _hash(one: Any) -> int:
    return hash(tuple(getattr(one, name) for name in one.counted))


def _shown(one: Any) -> str:
    parts = ", ".join(f"{name}={getattr(one, name)!r}" for name in one.counted)
    return f"{type(one).__name__}({parts})"
