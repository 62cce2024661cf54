"""``elzctl note-point``: a word on how far an action point is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from elzctl.cli.amending import On, Today, Which, chosen, line_of, need_open, words, write
from elzctl.cli.options import Argument, Context
from elzctl.cli.session import FINE
from elzctl.terms import Turning
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.cli.session import Session


def note_point(
    ctx: Context,
    point: Which,
    text: Annotated[str, Argument(metavar="TEXT", help="How far it is, on one line.")],
    on: On = "",
    today: Today = "",
) -> int:
    """Note how far an action point is.

    The note becomes a line under the point, with its day. Nothing else in the file changes, and minutes that were
    approved stay approved.

    elzctl note-point 2025-05-13-clusteroverleg/1 "drie van de vijf zijn binnen"
    """
    session: Session = ctx.obj
    one = chosen(session, point, on, today)
    note = line_of("TEXT", text)
    need_open(one)
    last = one.point.turns[-1] if one.point.turns else None
    if last is not None and (last.kind, last.on, last.text) == (Turning.PROGRESS, one.on, note):
        session.say(say("{point} has this note already. Nothing was changed.", point=one.point.id))
        return FINE
    write(session, one, lambda pen: pen.progress(one.on, note))
    session.say(say("Noted on {date}: {point}, {text}", date=one.on.text, point=one.point.id, text=words(one)))
    return FINE
