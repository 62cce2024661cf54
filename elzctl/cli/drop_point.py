"""``elzctl drop-point``: an action point is no longer to be done, with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from elzctl.cli.amending import On, Today, Which, chosen, how_closed, line_of, need_open, say_closed, words, write
from elzctl.cli.options import Context, Option
from elzctl.cli.session import FINE
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.cli.session import Session


def drop_point(
    ctx: Context,
    point: Which,
    reason: Annotated[str, Option("--reason", metavar="TEXT", help="Why it is dropped.")],
    on: On = "",
    today: Today = "",
) -> int:
    """Drop an action point, with the reason.

    A line under the point says when and why it was dropped. It stays in the minutes and in the counts; nothing else in
    the file changes, and minutes that were approved stay approved.

    elzctl drop-point 2025-05-13-clusteroverleg/4 --reason "opgenomen in [[digitalisering]]"
    """
    session: Session = ctx.obj
    one = chosen(session, point, on, today)
    text = line_of("--reason", reason)
    closed = how_closed(one.point)
    if closed is not None and not one.point.ticked:
        say_closed(session, one, on, text)
        return FINE
    need_open(one)
    write(session, one, lambda pen: pen.dropped(one.on, text))
    session.say(say("Dropped on {date}: {point}, {text}", date=one.on.text, point=one.point.id, text=words(one)))
    return FINE
