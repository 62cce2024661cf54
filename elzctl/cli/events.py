"""``elzctl events``: what takes place, by date."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Annotated

from elzctl.cli.options import Context, Option
from elzctl.cli.registers import Actor, Internal, Series, Shown, check, show_register
from elzctl.cli.session import Stop, today_of
from elzctl.cli.status import Json, Today
from elzctl.views import registers as view
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.cli.session import Session
    from elzctl.render.registers_text import RegisterText
    from elzctl.render.terminal import Paint

From = Annotated[str, Option("--from", metavar="DATE", help="What takes place on or after this date, such as 2025-09.")]
To = Annotated[
    str, Option("--to", metavar="DATE", help="What takes place on or before this date, such as “eind 2025”.")
]
Upcoming = Annotated[bool, Option("--upcoming", help="What is still to come.")]


def events(
    ctx: Context,
    from_: From = "",
    to: To = "",
    upcoming: Upcoming = False,
    actor: Actor = "",
    series: Series = "",
    internal: Internal = False,
    json: Json = False,
    today: Today = "",
) -> int:
    """What takes place, by date.

    The events that were told in meetings, with their hours, who holds them, and where they were noted. Internal ones
    are counted, and listed only with --internal.
    """
    session: Session = ctx.obj
    day = today_of(today)
    first, last = _day(from_, 0), _day(to, 1)
    if first is not None and last is not None and first > last:
        raise Stop(say("--from comes after --to"), say("Turn them around."))
    loaded = session.load()
    plan = loaded.plan
    wanted = view.Wanted(series=series, actor=actor, first=first, last=last, upcoming=upcoming, internal=internal)
    check(wanted, plan)
    register = view.events(plan, wanted, day)
    rows = register.rows

    def data(incomplete: Iterable[str]) -> str:
        from elzctl.render.registers_json import events_json

        return events_json(plan, register, day, incomplete)

    def lines(text: RegisterText, paint: Paint, width: int | None) -> Iterable[str]:
        return text.event_lines(rows) if width is None else text.event_table(rows, paint, width)

    empty = (
        say("None of the {count} events is like that.", count=register.noted),
        say("There are no events yet; a line “EVENEMENT: …” in minutes notes one."),
    )
    shown = Shown(data, lines, lambda text: text.event_summary(rows), empty)
    return show_register(session, loaded, register, shown, json=json)


def _day(text: str, end: int) -> date | None:
    """The first (0) or last (1) day of a date.  Raises Stop when it is none."""
    from elzctl import dates

    if not text:
        return None
    found = dates.read(text)
    if isinstance(found, dates.Fault):
        raise Stop(found.message, found.hint)
    return (found.first, found.last)[end]
