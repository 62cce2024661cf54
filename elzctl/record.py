"""Plain records: :class:`typing.NamedTuple`, of which a class is defined in a fifth of the time.

Hundreds are defined at every start.  The standard one compiles the annotation of each field, which nothing looks at while
the program runs, and a function that makes a record, which in most runs most classes never do: here that is compiled when
the first one is made.  The type checker looks at the annotations, and refuses a field without a default behind one that has
one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ("NamedTuple",)

if TYPE_CHECKING:
    from typing import NamedTuple  # noqa: TID251 - what the type checker knows
else:
    from collections import namedtuple
    from sys import intern

    def _make(cls, values):
        """A record of values, one for each field.  Raises TypeError."""
        found = tuple.__new__(cls, values)
        if len(found) != len(cls._fields):
            raise TypeError(f"{cls.__name__} has {len(cls._fields)} fields and not {len(found)}")
        return found

    def _replace(self, /, **changes):
        """Another record, with *changes* and for the rest as this one.  Raises ValueError for a field that it does not have."""
        found = self._make(map(changes.pop, self._fields, self))
        if changes:
            raise ValueError(f"no such fields: {list(changes)!r}")
        return found

    def _asdict(self):
        """The values by the names of the fields."""
        return dict(zip(self._fields, self, strict=True))

    def _shown(self):
        pairs = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
        return f"{self.__class__.__name__}({pairs})"

    def _arguments(self):
        return tuple(self)

    _SAME = {
        "__slots__": (),
        "_make": classmethod(_make),
        "_replace": _replace,
        "_asdict": _asdict,
        "__repr__": _shown,
        "__getnewargs__": _arguments,
    }
    _READERS = []
    """What gives the value of a field, by its place: it is the same in all classes."""

    def _reader(place):
        if len(_READERS) <= place:
            some = namedtuple("Some", [f"at{at}" for at in range(place + 8)])
            _READERS[:] = [vars(some)[name] for name in some._fields]
        return _READERS[place]

    class _Kind(type):
        """The class of the base: of it there is nothing in what is defined."""

        def __new__(cls, name, _bases, space):
            fields = tuple(map(intern, space.get("__annotations__", ())))
            defaults = {one: space.pop(one) for one in fields if one in space}
            readers = {one: _reader(place) for place, one in enumerate(fields)}

            def first(cls, *args, **named):
                made.__new__ = staticmethod(_maker(fields, defaults))
                return made.__new__(cls, *args, **named)

            known = {"_fields": fields, "_field_defaults": defaults, "__match_args__": fields, "__new__": first}
            made = type(name, (tuple,), {**_SAME, **known, **space, **readers})
            return made

    def _maker(fields, defaults):
        """The function that makes a record of values for these fields."""
        names = ", ".join(fields)
        code = f"lambda _cls, {names}: _new(_cls, ({names},))" if names else "lambda _cls: _new(_cls)"
        found = eval(code, {"_new": tuple.__new__})  # noqa: S307 - names of fields of our own classes
        found.__defaults__ = tuple(defaults.values())
        return found

    class _Base:
        def __mro_entries__(self, _bases):
            return (_BASE,)

    _BASE = type.__new__(_Kind, "NamedTuple", (), {})
    NamedTuple = _Base()
