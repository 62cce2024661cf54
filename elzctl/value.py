"""Frozen values that cost little to define: the standard frozen dataclass takes ten times as long at every start.

Importing the standard module alone takes half as long as starting Python, so it is left out.  The type checker refuses a
change to a value; nothing looks at it while the program runs.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, cast, dataclass_transform

__all__ = ("field", "replace", "value")

T = TypeVar("T")

MISSING = object()
"""What a field without a default has."""

if TYPE_CHECKING:  # the type checker knows what these mean
    from dataclasses import field, replace
else:

    def field(*, default=MISSING, default_factory=MISSING, compare=True):
        """A field with a default, or with a function that makes it; one that does not count is not shown."""
        return Field(default, default_factory, compare)

    def replace(one, /, **changes):
        """Another value, with *changes* and for the rest as *one*.  Raises TypeError for a field that it does not have."""
        cls = type(one)
        return cls(**{name: getattr(one, name) for name in cls.__fields__} | changes)


class Field:
    """What is known of a field of a value."""

    __slots__ = ("compare", "default", "factory")

    def __init__(self, default: object = MISSING, factory: object = MISSING, compare: object = True) -> None:
        """*default* is what it holds when nothing is given, or *factory* makes that; *compare* is false when it does not count."""
        self.default = default
        self.factory = factory
        self.compare = compare


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(cls: type[T]) -> type[T]:
    """Makes *cls* a value: equal to another of its class when all fields that count are equal, and hashable.

    Its fields are annotated and have slots; :func:`replace` makes another one.
    """
    inside, fields = dict(vars(cls)), _inherited(cls)
    own = inside.get("__annotations__", {})
    for name in own:
        given = inside.pop(name, MISSING)
        fields[name] = given if isinstance(given, Field) else Field(given)
    # A class gets its slots when it is made, so it is made again.
    for left in ("__dict__", "__weakref__"):
        inside.pop(left, None)
    made: Any = type(cls.__name__, cls.__bases__, {**inside, "__slots__": tuple(own)})
    made.__fields__ = fields
    made.counted = tuple(name for name, one in fields.items() if one.compare)
    made.__repr__ = _shown
    if "__eq__" not in inside:
        made.__eq__, made.__hash__ = _same, _hash

    def first(self: Any, *args: Any, **named: Any) -> None:
        # Made when the first value is: of most classes a run of the program has none, and making it is what costs.
        made.__init__ = _maker(made)
        made.__init__(self, *args, **named)

    made.__init__ = first
    return cast("type[T]", made)


def _inherited(cls: type) -> dict[str, Field]:
    """The fields of the values that *cls* is one of, by name."""
    found: dict[str, Field] = {}
    for base in reversed(cls.__mro__[1:]):
        found |= getattr(base, "__fields__", {})
    return found


def _maker(cls: Any) -> Callable[..., None]:
    """The ``__init__`` that takes the fields, by place or by name."""
    around: dict[str, Any] = {"_absent": MISSING}
    parameters, lines = ["self"], []
    for name, one in cls.__fields__.items():
        given = name
        if one.default is not MISSING:
            parameters.append(f"{name}=_{name}")
            around[f"_{name}"] = one.default
        elif one.factory is not MISSING:
            parameters.append(f"{name}=_absent")
            around[f"_{name}"] = one.factory
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
