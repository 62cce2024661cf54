"""``elzctl agreements``: who committed to what, per theme."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

from elzctl.cli.options import Context, Option
from elzctl.cli.registers import Actor, Internal, Series, Shown, check, show_register
from elzctl.cli.session import Stop
from elzctl.cli.status import Json
from elzctl.views import registers as view
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.cli.session import Session
    from elzctl.render.registers_text import RegisterText
    from elzctl.render.terminal import Paint

Theme = Annotated[str, Option("--theme", metavar="NAME", help="What is about this theme.")]
AsMatrix = Annotated[
    bool | None,
    Option(
        "--matrix/--list",
        help="Themes down and actors across, or the agreements one by one. Without either: the matrix on a terminal,"
        " the list in a pipe or when an actor or theme is named.",
    ),
]


def agreements(
    ctx: Context,
    theme: Theme = "",
    actor: Actor = "",
    series: Series = "",
    matrix: AsMatrix = None,
    internal: Internal = False,
    json: Json = False,
) -> int:
    """Who committed to what, per theme.

    What a group agreed to counts for its members too, and shows as “o” in the matrix; what an actor agreed to itself
    shows as “x”. A group of municipalities stands as its municipalities. An agreement about no theme, or of nobody,
    has a row or a column of its own. Internal ones are counted, and listed only with --internal.
    """
    session: Session = ctx.obj
    if json and matrix is not None:
        raise Stop(say("--json has the list and the matrix"), say("Leave --matrix and --list out."))
    loaded = session.load()
    plan = loaded.plan
    wanted = view.Wanted(series=series, theme=theme, actor=actor, internal=internal)
    check(wanted, plan)
    register = view.agreements(plan, wanted)
    rows = register.rows

    def data(incomplete: Iterable[str]) -> str:
        from elzctl.render.registers_json import agreements_json

        return agreements_json(plan, register, incomplete)

    def lines(text: RegisterText, paint: Paint, width: int | None) -> Iterable[str]:
        in_matrix = (width is not None and not actor and not theme) if matrix is None else matrix
        if not in_matrix:
            return text.agreement_lines(rows) if width is None else text.agreement_table(rows, paint, width)
        from elzctl.render.matrix_text import matrix_lines, matrix_table
        from elzctl.views.matrix import matrix as by_theme

        made = by_theme(plan, rows)
        if width is None:
            return matrix_lines(made, plan, session.language)
        return matrix_table(made, plan, session.language, paint, width)

    empty = (
        say("None of the {count} agreements is like that.", count=register.noted),
        say("There are no agreements yet; a line “AFSPRAAK: …” in minutes notes one."),
    )
    shown = Shown(data, lines, lambda text: text.agreement_summary(rows), empty)
    return show_register(session, loaded, register, shown, json=json)
