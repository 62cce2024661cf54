"""``elzctl done``: an action point is closed where it was noted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from elzctl.cli.amending import On, Today, Which, chosen, line_of, need_open, say_closed, words, write
from elzctl.cli.options import Context, Option
from elzctl.cli.session import FINE
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.cli.session import Session


def done(
    ctx: Context,
    point: Which,
    on: On = "",
    note: Annotated[str, Option("--note", metavar="TEXT", help="How it went, as a line under the point.")] = "",
    today: Today = "",
) -> int:
    """Close an action point.

    The box of the point is ticked in the minutes where it was noted, with the day behind it; nothing else in the file
    changes. Minutes that were approved stay approved: a tick is no change of what was agreed.

    elzctl done 2025-05-13-clusteroverleg/2 --on 2025-09-25
    """
    session: Session = ctx.obj
    one = chosen(session, point, on, today)
    text = line_of("--note", note) if note else ""
    undated = one.point.ticked and one.point.done is None
    if one.point.ticked and not (undated and on):
        say_closed(session, one, on, text)
        if undated:
            session.say(say("No day is written there; --on adds it."))
        return FINE
    if not one.point.ticked:
        need_open(one)
    there = one.point.done
    if there is not None and not on and there.first <= one.today:
        one = one._replace(on=there)
    write(session, one, lambda pen: pen.done(one.on, text))
    session.say(say("Done on {date}: {point}, {text}", date=one.on.text, point=one.point.id, text=words(one)))
    return FINE
