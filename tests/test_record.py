"""A record is what a named tuple of the standard library is, but for what nobody asks it."""

from __future__ import annotations

import pickle
from typing import NamedTuple as Standard

import pytest

from elzctl.record import NamedTuple


class Ours(NamedTuple):
    """What stands here."""

    name: str
    amount: int = 3

    def twice(self) -> int:
        """A method."""
        return 2 * self.amount

    @property
    def loud(self) -> str:
        """A property."""
        return self.name.upper()


class Theirs(Standard):
    """What stands here."""

    name: str
    amount: int = 3


def test_a_record_holds_compares_and_shows_what_a_named_tuple_does() -> None:
    ours, theirs = Ours("koffie"), Theirs("koffie")
    assert tuple(ours) == tuple(theirs) == ("koffie", 3)
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert ours._fields == theirs._fields
    assert ours._asdict() == theirs._asdict()
    assert Ours._field_defaults == Theirs._field_defaults
    assert ours._replace(amount=4) == Ours(amount=4, name="koffie")
    assert hash(ours) == hash(theirs)
    assert (Ours.__doc__, Ours.__module__, Ours.__qualname__) == (Theirs.__doc__, __name__, "Ours")
    assert Ours.__mro__[1:] == Theirs.__mro__[1:]


def test_a_record_has_methods_and_comes_back_from_a_file() -> None:
    ours = Ours("koffie", 4)
    assert (ours.twice(), ours.loud) == (8, "KOFFIE")
    again = pickle.loads(pickle.dumps(ours))
    assert again == ours
    assert type(again) is Ours


@pytest.mark.parametrize("given", [(), ("a", 1, 2)])
def test_too_few_and_too_many_values_are_refused(given: tuple[object, ...]) -> None:
    with pytest.raises(TypeError):
        Ours(*given)  # type: ignore[arg-type]


def test_a_record_never_changes() -> None:
    for name in ("name", "other"):
        with pytest.raises(AttributeError):
            setattr(Ours("koffie"), name, "thee")
