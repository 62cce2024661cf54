"""``elzctl new-action``: a new fiche, asked question by question or given as options."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from typing import Annotated, TypeVar

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
    written,
)
from elzctl.cli.codeowners import remind
from elzctl.cli.options import Context, Option
from elzctl.cli.questions import Choice, Line, One, Several, When, Wrong
from elzctl.cli.session import FINE, Session, Stop
from elzctl.fiche import Ref
from elzctl.load import ACTIONS, ACTORS, PLAN, Loaded
from elzctl.model import Action, Plan
from elzctl.record import NamedTuple
from elzctl.render.columns import one_line
from elzctl.render.words import ROLES, STATUSES
from elzctl.scaffold import allowed
from elzctl.scaffold.action import new_action as write_action
from elzctl.source import Span
from elzctl.terms import Number, Role, Status
from elzctl.wording import Language, Message, say, say_count

Word = TypeVar("Word", bound=Enum)

# The other statuses need a reason or a place where it went on, and come later.
_FIRST_STATUSES = (Status.PROPOSED, Status.PLANNED, Status.RUNNING)

EXAMPLE_YEAR = 2026
"""The year of the examples in a plan that has none."""

Text = str | None
Texts = list[str] | None


class _Status(One):
    """The question about the status, which knows those that come later."""

    def one(self, text: str, *, strict: bool) -> Choice:
        """The status that a text names.  Raises Wrong."""
        later = {status.value for status in Status if status not in _FIRST_STATUSES}
        if text.strip().lower().replace(" ", "-") in later:
            message = say("A new action is proposed, planned or running, and not “{status}”", status=text[:80])
            raise Wrong(
                say("{option}: {message}", option=self.option, message=message) if strict else message,
                say("Make it first; change its status later, in its file."),
            )
        return super().one(text, strict=strict)


class Given(NamedTuple):
    """The options; ``None`` for what is not there."""

    goal: Text
    title: Text
    lead: Texts
    role: Text
    partner: Texts
    target_group: Texts
    theme: Texts
    status: Text
    start: Text
    due: Text
    id: Text
    number: Text


def new_action(
    ctx: Context,
    goal: Annotated[Text, Option(metavar="ID|NUMBER", help="The operational goal that it stands under.")] = None,
    title: Annotated[Text, Option(help="The title, on one line.")] = None,
    lead: Annotated[Texts, Option(metavar="ACTORS", help="Who answers for it.")] = None,
    role: Annotated[Text, Option(metavar="ROLE", help="What the zone itself does in it.")] = None,
    partner: Annotated[Texts, Option(metavar="ACTORS", help="Who works along.")] = None,
    target_group: Annotated[Texts, Option(metavar="NAMES", help="For whom it is.")] = None,
    theme: Annotated[Texts, Option(metavar="NAMES", help="What it is about.")] = None,
    status: Annotated[
        Text, Option(metavar="STATUS", help="proposed, planned or running; proposed when not given.")
    ] = None,
    start: Annotated[Text, Option(metavar="DATE", help="When it begins, as vague as it is.")] = None,
    due: Annotated[Text, Option(metavar="DATE", help="When it should be finished, as vague as it is.")] = None,
    id_: Annotated[Text, Option("--id", metavar="ID", help="The lasting name; otherwise made of the title.")] = None,
    number: Annotated[Text, Option(metavar="NUMBER", help="Its number; otherwise the next under the goal.")] = None,
    *,
    ask: Annotated[bool, Option("--ask", help="Ask for all that is not given.")] = False,
    yes: Annotated[bool, Option("--yes", help="Ask nothing.")] = False,
) -> int:
    """Write a new action fiche.

    On a terminal elzctl asks for what is not given, with the choices of the plan, and writes nothing before the end.
    With --goal and --title it asks nothing, unless you add --ask: what else is not given stays open. With --yes, and in
    a script, nothing is ever asked, and those two have to be there. Options that name actors, target groups or themes may be repeated, or take several ids with commas.

    elzctl new-action --goal 3.3 --title "Mantelzorg zien" --lead caw,ocmw
    """
    session: Session = ctx.obj
    loaded = session.load()
    _need_goals(session, loaded)
    given = Given(goal, title, lead, role, partner, target_group, theme, status, start, due, id_, number)
    (above, wanted), asked = filled(
        session,
        lambda form: _draft(form, loaded.plan, given, session.language),
        say("A new action. Ctrl-C stops; nothing is written before the end."),
        asks=asking(ask=ask, yes=yes),
        all_of_it=ask,
    )
    _remark(session, loaded, wanted)
    if asked and not _agreed(session, loaded.plan, wanted, above):
        stop_with(session, "new-action", asked)
    made = written(session, lambda: write_action(session.root(), wanted, above), ask=bool(asked))
    session.print(made.path)
    session.say(
        say("This is action {number}. Write its text in this file, and check it with:", number=str(made.number))
    )
    session.print(f"  {command_line(session, f'validate {made.path}')}")
    remind(session)
    return FINE


def _need_goals(session: Session, loaded: Loaded) -> None:
    """Raises Stop when there is no goal to put an action under."""
    need_goals_file(session, loaded)
    if all(goal.number is None for goal in loaded.plan.goals):
        message = say("There is no operational goal yet to put an action under")
        raise Stop(message, say("Make one first: {command}", command=command_line(session, "new-goal")))


def _draft(form: Form, plan: Plan, given: Given, language: Language) -> tuple[str, Action]:
    """The id of the goal, and the action as far as it is known; without an id when that is to be made of the title."""
    goals = tuple(_goals(plan))
    above = form.get(
        One("--goal", say("Under which goal does it come?"), goals, None, needed=True, numbered=True), given.goal
    )
    title = form.get(Line("--title", say("What is the title?"), allowed.title_fault, needed=True), given.title)
    goal = Number.read(above.key, 2) if above else None
    number = chosen_number(form, plan, goal, "3.3.6", given.number)
    actors = _choices((actor.id, actor.name, actor.also) for actor in plan.actors.values())
    groups = _choices((name, text, ()) for name, text in plan.settings.target_groups.items())
    themes = _choices((name, text, ()) for name, text in plan.settings.themes.items())
    lead = form.get(Several("--lead", say("Who answers for it?"), actors, (), elsewhere=ACTORS), given.lead)
    role = form.get(
        One("--role", say("What does the zone itself do in it?"), _words(ROLES, language), None), given.role
    )
    partners = form.get(Several("--partner", say("Who works along?"), actors, (), elsewhere=ACTORS), given.partner)
    target_groups = form.get(
        Several("--target-group", say("For whom is it?"), groups, (), elsewhere=PLAN), given.target_group
    )
    about = form.get(Several("--theme", say("What is it about?"), themes, (), elsewhere=PLAN), given.theme)
    first = _words({status: STATUSES[status] for status in _FIRST_STATUSES}, language)
    status = form.get(_Status("--status", say("Where does it stand?"), first, first[0]), given.status)
    year = plan.years[0].year if plan.years else EXAMPLE_YEAR
    start = form.get(When("--start", say("When does it begin?"), year), given.start)
    due = form.get(When("--due", say("When should it be finished?"), year, after=start), given.due)
    action = Action(
        id=chosen_id(form, plan, title, given.id),
        path="",
        number=number,
        title=title,
        status=Status(status.id) if status else Status.PROPOSED,
        lead=_refs(lead),
        role=Role(role.id) if role else None,
        partners=_refs(partners),
        target_groups=_refs(target_groups),
        themes=_refs(about),
        start=start,
        due=due,
    )
    return above.id if above else "", action


def _goals(plan: Plan) -> Iterator[Choice]:
    for strategic in plan.strategic_goals:
        heading = f"{strategic.number or ''} {strategic.motto or strategic.title}".strip()
        for goal in strategic.goals:
            if goal.number is not None:
                yield Choice(str(goal.number), goal.id, goal.title, (goal.motto,) if goal.motto else (), heading)


def _choices(rows: Iterable[tuple[str, str, tuple[str, ...]]]) -> tuple[Choice, ...]:
    """What has an id, a name and other names, with the number of its line in the list."""
    return tuple(Choice(str(line), id_, name or id_, also) for line, (id_, name, also) in enumerate(rows, 1))


def _words(words: Mapping[Word, Message], language: Language) -> tuple[Choice, ...]:
    return _choices((str(word.value), language(name), ()) for word, name in words.items())


def _refs(choices: Sequence[Choice]) -> tuple[Ref, ...]:
    return tuple(Ref(choice.id, Span("")) for choice in choices)


def _remark(session: Session, loaded: Loaded, wanted: Action) -> None:
    """What is good to know before it is written."""
    long = allowed.long_title(wanted.title)
    if long is not None:
        session.tell(long)
    paths = allowed.uncounted(loaded)
    if paths:
        session.tell(
            say_count(
                "Mind: {count} file has no number that can be read, so the new number may be in use there: {paths}",
                "Mind: {count} files have no number that can be read, so the new number may be in use there: {paths}",
                len(paths),
                paths=", ".join(paths),
            )
        )


def _agreed(session: Session, plan: Plan, wanted: Action, above: str) -> bool:
    """Shows what will be written, and asks."""
    goal = next(goal.number for goal in plan.goals if goal.id == above and goal.number is not None)
    number = wanted.number or allowed.next_number(plan, goal)
    name = wanted.id or allowed.free_id(plan, wanted.title)
    session.print(f"\n  {number} {one_line(wanted.title)}\n  {ACTIONS}/{name}.md")
    return confirmed(session, say("Write this action?"))
