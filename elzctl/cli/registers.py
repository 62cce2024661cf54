"""What the commands that list what meetings noted have in common: options, an empty list, the tail, the exit code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

from elzctl.cli.incomplete import FICHES, incomplete_files, tell_incomplete
from elzctl.cli.look import look
from elzctl.cli.options import Option
from elzctl.cli.session import Session, one_of
from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.views import registers as view
from elzctl.wording import Message, say, say_count

if TYPE_CHECKING:
    from elzctl.load import Loaded
    from elzctl.render.registers_text import RegisterText
    from elzctl.render.terminal import Paint

Series = Annotated[str, Option("--series", metavar="ID", help="What was noted in meetings of this series.")]
Actor = Annotated[str, Option("--actor", metavar="ACTOR", help="What names this actor, or a group that it belongs to.")]
Internal = Annotated[bool, Option("--internal", help="What stands in “::: intern” too.")]

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


class Shown(NamedTuple):
    """How a register is shown: as data, in lines for a window of so many columns (``None`` in a pipe), and when it is empty.

    *empty* says so when nothing is like that, and when nothing is noted at all.
    """

    data: Callable[[Iterable[str]], str]
    lines: Callable[[RegisterText, Paint, int | None], Iterable[str]]
    summary: Callable[[RegisterText], str]
    empty: tuple[Message, Message]


def show_register(session: Session, loaded: Loaded, register: view.Register[Any], shown: Shown, *, json: bool) -> int:
    """Prints a register, and then what was left out and what could not be read; the exit code."""
    lost = incomplete_files(loaded, FICHES)
    if json:
        session.print(shown.data(lost))
    else:
        _print(session, loaded.plan, register, shown)
    return tell_incomplete(session, lost)


def _print(session: Session, plan: Plan, register: view.Register[Any], shown: Shown) -> None:
    if register.rows:
        from elzctl.render.registers_text import RegisterText
        from elzctl.render.wrapped_table import filled

        width, paint = look()
        text = RegisterText(plan, session.language)
        # One write: a terminal would be woken for every line.
        session.print("\n".join((*shown.lines(text, paint, width), "", *filled(shown.summary(text), width))))
    elif not register.left_out:
        session.say(shown.empty[0] if register.noted else shown.empty[1])
    if register.left_out:
        one = say_count(
            "{count} internal one is left out; --internal shows it.",
            "{count} internal ones are left out; --internal shows them.",
            register.left_out,
        )
        session.say(one)
