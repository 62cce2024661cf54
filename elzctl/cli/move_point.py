"""``elzctl move-point``: an action point gets a later date, with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from elzctl.cli.amending import On, Today, Which, chosen, line_of, need_open, words, write
from elzctl.cli.options import Context, Option
from elzctl.cli.session import FINE, Stop
from elzctl.cli.which import date_of
from elzctl.terms import Turning
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.cli.session import Session


def move_point(
    ctx: Context,
    point: Which,
    to: Annotated[str, Option("--to", metavar="DATE", help="The new date, as vague as it is: “eind maart 2026”.")],
    reason: Annotated[str, Option("--reason", metavar="TEXT", help="Why it is moved.")],
    on: On = "",
    today: Today = "",
) -> int:
    """Move an action point to a later date, with the reason.

    A line under the point says when it was moved, to when and why; its first date stays where it is. Nothing else in
    the file changes, and minutes that were approved stay approved.

    elzctl move-point 2025-05-13-clusteroverleg/2 --to "eind maart 2026" --reason "nog geen lesgever"
    """
    session: Session = ctx.obj
    one = chosen(session, point, on, today)
    text = line_of("--reason", reason)
    due = date_of("--to", to)
    if due.last < one.on.first:
        message = say("--to: “{date}” was over when it was moved ({day})", date=due.text, day=one.on.text)
        raise Stop(message, say("Give a later date."))
    need_open(one)
    last = one.point.turns[-1] if one.point.turns else None
    if last is not None and (last.kind, last.on, last.due, last.text) == (Turning.MOVED, one.on, due, text):
        session.say(say("{point} was moved so already. Nothing was changed.", point=one.point.id))
        return FINE
    write(session, one, lambda pen: pen.moved(one.on, due, text))
    session.say(say("Moved to {date}: {point}, {text}", date=due.text, point=one.point.id, text=words(one)))
    return FINE
