"""Plain records: :class:`typing.NamedTuple`, of which a class is defined in less than half the time.

Hundreds are defined at every start.  The standard one compiles the annotation of each field, which nothing looks at while
the program runs: the type checker does, and it also refuses a field without a default behind one that has one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ("NamedTuple",)

if TYPE_CHECKING:
    from typing import NamedTuple  # noqa: TID251 - what the type checker knows
else:
    from collections import namedtuple

    class _Kind(type):
        """The class of the base: of it there is nothing in what is defined."""

        def __new__(cls, name, _bases, space):
            fields = space.setdefault("__annotations__", {})
            defaults = [space.pop(one) for one in fields if one in space]
            made = namedtuple(name, fields, defaults=defaults, module=space["__module__"])
            for key, value in space.items():
                setattr(made, key, value)
            return made

    class _Base:
        def __mro_entries__(self, _bases):
            return (_BASE,)

    _BASE = type.__new__(_Kind, "NamedTuple", (), {})
    NamedTuple = _Base()
