"""What the commands that list what meetings noted have in common: options, an empty list, the tail, the exit code."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from elzctl.cli.session import FINDINGS, FINE, Session, one_of
from elzctl.cli.status import damaged_files, tell_damage
from elzctl.model import Plan
from elzctl.views import registers as view
from elzctl.wording import Message, say, say_count

if TYPE_CHECKING:
    from elzctl.load import Loaded

Series = Annotated[str, typer.Option("--series", metavar="ID", help="What was noted in meetings of this series.")]
Actor = Annotated[
    str, typer.Option("--actor", metavar="ACTOR", help="What names this actor, or a group that it belongs to.")
]
Internal = Annotated[bool, typer.Option("--internal", help="What stands in “::: intern” too.")]

_NAMES: tuple[tuple[str, str, Callable[[Plan], Sequence[str]], str], ...] = (
    ("--series", "series", view.series, "meetings/series.yaml"),
    ("--target-group", "target_group", view.target_groups, "plan/plan.yaml"),
    ("--theme", "theme", view.themes, "plan/plan.yaml"),
    ("--actor", "actor", view.actors, "plan/actors.yaml"),
)


def check(wanted: view.Wanted, plan: Plan) -> None:
    """Raises Stop for a name that the plan does not have: an empty list would look like good news."""
    for option, key, names, path in _NAMES:
        text = getattr(wanted, key)
        if text:
            one_of(option, text, names(plan), say("The names are in {path}.", path=path))


def print_register(
    session: Session, register: view.Register[Any], lines: Callable[[], Sequence[str]], empty: tuple[Message, Message]
) -> None:
    """The lines of a register, or why there are none: *empty* says so when nothing is like that, and when nothing is noted."""
    if register.rows:
        # One write: a terminal would be woken for every line.
        session.print("\n".join(lines()))
    elif not register.left_out:
        session.say(empty[0] if register.noted else empty[1])
    if register.left_out:
        one = say_count(
            "{count} internal one is left out; --internal shows it.",
            "{count} internal ones are left out; --internal shows them.",
            register.left_out,
        )
        session.say(one)


def ending(session: Session, loaded: Loaded) -> int:
    """Tells what could not be read, after the rest; 1 when no meeting was read because of that."""
    damaged = damaged_files(loaded.findings)
    tell_damage(session, damaged)
    return FINDINGS if damaged and not loaded.plan.meetings else FINE
