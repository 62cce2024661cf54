"""``elzctl new-goal``: a new goal in ``goals.yaml``, asked question by question or given as options."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from elzctl.cli.answered import stop_with
from elzctl.cli.ask import (
    Form,
    asking,
    chosen_id,
    chosen_number,
    command_line,
    confirmed,
    filled,
    need_goals_file,
    tell,
    written,
)
from elzctl.cli.options import Context, Option
from elzctl.cli.questions import Choice, Line, One
from elzctl.cli.session import FINE, Session, Stop
from elzctl.load import GOALS
from elzctl.model import Goal, Plan, StrategicGoal
from elzctl.record import NamedTuple
from elzctl.render.columns import one_line
from elzctl.scaffold import allowed
from elzctl.scaffold.goal import new_goal as write_goal
from elzctl.terms import GoalKind, Number
from elzctl.wording import Language, Message, say

KINDS: Mapping[GoalKind, Message] = {
    GoalKind.CONTENT: say("Care and welfare"),
    GoalKind.GOVERNANCE: say("The zone's own working"),
}

Text = str | None


class Given(NamedTuple):
    """The options; ``None`` for what is not there."""

    under: Text
    title: Text
    motto: Text
    kind: Text
    id: Text
    number: Text


def new_goal(
    ctx: Context,
    under: Annotated[Text, Option(metavar="ID|NUMBER", help="The strategic goal that it stands under.")] = None,
    title: Annotated[Text, Option(help="The goal in words, on one line.")] = None,
    motto: Annotated[Text, Option(help="The goal in a few words.")] = None,
    id_: Annotated[Text, Option("--id", metavar="ID", help="The lasting name; otherwise made of the title.")] = None,
    number: Annotated[Text, Option(metavar="NUMBER", help="Its number; otherwise the next one.")] = None,
    *,
    strategic: Annotated[bool, Option("--strategic", help="Write a strategic goal.")] = False,
    kind: Annotated[
        Text, Option(metavar="content|governance", help="What a strategic goal is about: care, or the zone itself.")
    ] = None,
    ask: Annotated[bool, Option("--ask", help="Ask for all that is not given.")] = False,
    yes: Annotated[bool, Option("--yes", help="Ask nothing.")] = False,
) -> int:
    """Write a new goal into plan/goals.yaml.

    It becomes an operational goal, behind the last one of its strategic goal; with --strategic a strategic goal, at
    the end. Nothing else in the file changes. On a terminal elzctl asks for what is not given; with
    --title and with --under or --strategic it asks nothing, unless you add --ask. With --yes, and in a script, nothing
    is ever asked: --title has to be there, and --under for an operational goal.

    elzctl new-goal --under 3 --title "Burgers vinden de weg" --motto toeleiding
    """
    session: Session = ctx.obj
    loaded = session.load()
    plan = loaded.plan
    need_goals_file(session, loaded)
    asks = asking(ask=ask, yes=yes)
    all_of_it = ask or (under is None and not strategic)
    given = Given(under, title, motto, kind, id_, number)
    strategic = _is_strategic(session, plan, given, ask=asks, strategic=strategic)
    kind_of = say("A new strategic goal.") if strategic else say("A new operational goal.")
    (above, wanted), asked = filled(
        session,
        lambda form: _draft(form, plan, given, session.language, strategic=strategic),
        say("{what} Ctrl-C stops; nothing is written before the end.", what=kind_of),
        asks=asks,
        all_of_it=all_of_it,
    )
    long = allowed.long_title(wanted.title)
    if long is not None:
        session.tell(long)
    if asked and not _agreed(session, plan, wanted, above):
        stop_with(session, "new-goal --strategic" if strategic else "new-goal", asked)
    made = written(session, lambda: write_goal(session.root(), wanted, above), ask=bool(asked))
    session.print(GOALS)
    session.say(say("This is goal {number}. To put something under it:", number=str(made.number)))
    step = f"new-goal --under {made.id}" if strategic else f"new-action --goal {made.id}"
    session.print(f"  {command_line(session, step)}")
    return FINE


def _is_strategic(session: Session, plan: Plan, given: Given, *, ask: bool, strategic: bool) -> bool:
    """True for a strategic goal: when that is asked, and for the first goal of a plan.  Raises Stop when options clash."""
    if strategic and given.under is not None:
        raise Stop(say("--strategic and --under do not go together"), say("A strategic goal stands under nothing."))
    if strategic:
        return True
    if given.kind is not None:
        raise Stop(say("--kind is for a strategic goal"), say("Add --strategic, or leave out --kind."))
    if any(known.number is not None for known in plan.strategic_goals):
        return False
    if ask and given.under is None:
        tell(session, say("There is no strategic goal yet, so this becomes the first one."))
        return True
    hint = say("Make one first: {command}", command=command_line(session, "new-goal --strategic"))
    raise Stop(say("There is no strategic goal yet to put a goal under"), hint)


def _draft(
    form: Form, plan: Plan, given: Given, language: Language, *, strategic: bool
) -> tuple[str, Goal | StrategicGoal]:
    """The id of the strategic goal above, and the goal as far as it is known."""
    above = None
    if not strategic:
        choices = [
            Choice(str(known.number), known.id, known.motto or known.title, (known.title,))
            for known in plan.strategic_goals
            if known.number is not None
        ]
        question = say("Under which strategic goal does it come?")
        above = form.get(One("--under", question, choices, None, needed=True, numbered=True), given.under)
    title = form.get(
        Line("--title", say("What is the goal, in one sentence?"), allowed.title_fault, needed=True), given.title
    )
    motto = form.get(Line("--motto", say("And in a few words?"), allowed.title_fault), given.motto)
    parent = Number(()) if strategic else Number.read(above.key, 1) if above else None
    number = chosen_number(form, plan, parent, "3" if strategic else "3.3", given.number)
    if not strategic:
        return above.id if above else "", Goal(chosen_id(form, plan, motto or title, given.id), number, title, motto)
    kinds = [Choice(str(line), kind.value, language(name)) for line, (kind, name) in enumerate(KINDS.items(), 1)]
    kind = form.get(One("--kind", say("What is it about?"), kinds, None), given.kind)
    name = chosen_id(form, plan, motto or title, given.id)
    return "", StrategicGoal(name, number, title, GoalKind(kind.id) if kind else None, motto)


def _agreed(session: Session, plan: Plan, wanted: Goal | StrategicGoal, above: str) -> bool:
    """Shows what will be written, and asks."""
    parent = next((known.number for known in plan.strategic_goals if known.id == above), None) or Number(())
    number = wanted.number or allowed.next_number(plan, parent)
    name = wanted.id or allowed.free_id(plan, wanted.motto or wanted.title)
    session.print(f"\n  {number} {one_line(wanted.title)}\n  {name}, {GOALS}")
    return confirmed(session, say("Write this goal?"))
