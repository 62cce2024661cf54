"""``elzctl signals``: the signals of all meetings, and what became of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

from elzctl.cli.options import Context, Option
from elzctl.cli.registers import Internal, Series, Shown, check, show_register
from elzctl.cli.session import today_of
from elzctl.cli.status import Json, Today
from elzctl.views import registers as view
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.cli.session import Session
    from elzctl.render.registers_text import RegisterText
    from elzctl.render.terminal import Paint

TargetGroup = Annotated[str, Option("--target-group", metavar="NAME", help="What was noted about this target group.")]
Open = Annotated[bool, Option("--open", help="What led to no action yet, and was not referred or closed either.")]


def signals(
    ctx: Context,
    target_group: TargetGroup = "",
    series: Series = "",
    open_: Open = False,
    internal: Internal = False,
    json: Json = False,
    today: Today = "",
) -> int:
    """The signals of all meetings, and what became of them.

    A signal is noted, grouped with others like it, discussed, and then leads to an action, or is referred to somebody
    else, or falls outside the mandate. Under each group stand its signals, with the day of each step and what came
    of it; what is still open shows since how many days. Internal ones are counted, and listed only with --internal.
    """
    session: Session = ctx.obj
    day = today_of(today)
    loaded = session.load()
    plan = loaded.plan
    wanted = view.Wanted(series=series, target_group=target_group, is_open=open_, internal=internal)
    check(wanted, plan)
    register = view.signals(plan, wanted, day)
    rows = register.rows

    def data(incomplete: Iterable[str]) -> str:
        from elzctl.render.registers_json import signals_json

        return signals_json(plan, register, day, incomplete)

    def lines(text: RegisterText, paint: Paint, width: int | None) -> Iterable[str]:
        return text.signal_lines(rows) if width is None else text.signal_table(rows, paint, width)

    empty = (
        say("None of the {count} signals is like that.", count=register.noted),
        say("There are no signals yet; a line “SIGNAAL: …” in minutes notes one."),
    )
    shown = Shown(data, lines, lambda text: text.signal_summary(rows), empty)
    return show_register(session, loaded, register, shown, json=json)
