"""``elzctl renumber``: another number for an action or a goal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from elzctl.cli.options import Argument, Context, Option
from elzctl.cli.session import FINE, Session, Stop
from elzctl.wording import Message, say, say_count

if TYPE_CHECKING:
    from elzctl.load import Loaded
    from elzctl.model import Plan
    from elzctl.views.renumber import Renumbered, Thing


def renumber(
    ctx: Context,
    what: Annotated[str, Argument(metavar="ID|NUMBER", help="The action or goal, by its id or its number.")],
    new: Annotated[str, Argument(metavar="NEW", help="The number that it gets.")],
    *,
    swap: Annotated[bool, Option("--swap", help="What has that number gets the old one.")] = False,
    shift: Annotated[
        bool, Option("--shift", help="What has that number moves one further, and what follows too.")
    ] = False,
    diff: Annotated[bool, Option("--diff", help="Write nothing; show what would change.")] = False,
) -> int:
    """Give an action or a goal another number.

      elzctl renumber mantelzorg 3.3.9
      elzctl renumber 3.3.6 3.4.1 --shift
      elzctl renumber 2 3 --swap

    A number is a label: references are made with ids and keep working. An action that gets a number of another goal
    moves to that goal. With a goal the numbers of everything under it change too. All files change, or none.

    A number that is taken is refused, unless you say what happens to the one that has it: --swap or --shift. Numbers that
    somebody typed in a text are not changed; they are listed, with the reference to write instead.
    """
    session: Session = ctx.obj
    from elzctl.scaffold.allowed import Refused
    from elzctl.tree import WorkTree
    from elzctl.views.renumber import Taken, number_of
    from elzctl.views.renumber import renumber as renumbered

    if swap and shift:
        raise Stop(say("--swap and --shift do not go together"), say("Leave one of them out."))
    tree = WorkTree(session.root())
    loaded = session.load()
    thing = _thing(loaded.plan, what)
    number = number_of(new, thing)
    if isinstance(number, Message):
        raise Stop(number)
    try:
        found = renumbered(tree, loaded, thing, number, Taken.SWAP if swap else Taken.SHIFT if shift else Taken.REFUSE)
    except Refused as refused:
        raise Stop(refused.message, refused.hint) from None
    if not found.moves:
        session.say(
            say("“{id}” has the number {number} already. Nothing was changed.", id=thing.id, number=new.strip())
        )
        return FINE
    _write(session, loaded, found, show=diff)
    tell_moves(session, found)
    return FINE


def _thing(plan: Plan, typed: str) -> Thing:
    """The action or goal with that id, file or number.  Raises Stop."""
    name = typed.strip().replace("\\", "/").rpartition("/")[2].removesuffix(".md")
    things: tuple[Thing, ...] = (*plan.all_goals, *plan.actions)
    found = [one for one in things if one.id == name] or [one for one in things if str(one.number) == name]
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(one.id for one in found)
        raise Stop(
            say("{name} is more than one thing: {ids}", name=name, ids=ids), say("Name the one that moves by its id.")
        )
    from elzctl.faults.values import suggest

    if name in plan.unread:
        raise Stop(say("The file of “{name}” could not be read", name=name), say("See “elzctl validate”."))
    message = say("There is no action or goal “{name}”", name=name[:80])
    raise Stop(message, suggest(name, tuple(one.id for one in things)))


def _write(session: Session, loaded: Loaded, found: Renumbered, *, show: bool) -> None:
    from elzctl import edit

    if show:
        from elzctl.cli.fixing import show_diff

        show_diff(session, edit.diff(found.patches, loaded.sources))
    else:
        edit.apply(session.root(), found.patches, loaded.sources)


def tell_moves(session: Session, found: Renumbered) -> None:
    """What moved, a line each, and what is left to do by hand."""
    from elzctl.cli.look import look
    from elzctl.load import GOALS, RIGHTS
    from elzctl.render.columns import cut, one_line
    from elzctl.render.findings_text import first_line
    from elzctl.render.terminal import printable

    width = look().width
    for move in found.moves:
        line = f"{move.old} → {move.new}  {move.thing.id}  {one_line(move.thing.title)}"
        session.print(line if width is None else cut(line, width))
    if found.goals_move:
        session.say(say("{path} keeps its order, and that is the order in which the goals are read.", path=GOALS))
    if any(patch.path == RIGHTS for patch in found.patches):
        session.say(say("{path} names a goal by its number; that is changed too.", path=RIGHTS))
    if not found.typed:
        return
    count = len(found.typed)
    session.say(
        say_count(
            "{count} text has an old number in it; it says the wrong thing now:",
            "{count} texts have an old number in them; they say the wrong thing now:",
            count,
        )
    )
    for finding in found.typed:
        session.print(f"  {first_line(finding, session.language)}")
        if finding.hint is not None:
            session.print(f"    {printable(session.language(finding.hint))}")
