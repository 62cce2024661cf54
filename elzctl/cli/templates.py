"""``elzctl templates``: which templates there are, and copies of them to change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from elzctl.cli.options import Argument, Context, Option
from elzctl.cli.session import FINDINGS, FINE, Session, Stop, one_of
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.tree import WorkTree
    from elzctl.views.template_list import Row

ACTIONS = ("list", "copy")


def templates(
    ctx: Context,
    what: Annotated[str, Argument(metavar="list|copy", help="What to do.")] = "list",
    names: Annotated[
        list[str] | None, Argument(metavar="NAME", help="copy: which templates, such as html/plan.css.")
    ] = None,
    *,
    json: Annotated[bool, Option("--json", help="Print the list as JSON.")] = False,
) -> int:
    """List the templates of documents, or copy some to the folder templates, to make them your own.

      elzctl templates
      elzctl templates copy html/plan.css
      elzctl templates copy docx/plan.docx

    The first tells what there is and which are your own, the second copies the colours and sizes of pages, the third
    makes a Word file with all styles, to change in Word.

    A file in the folder templates takes the place of the one that comes with elzctl, file by file. Copy only what you
    change: what you do not copy goes on getting better. Colours, the logo and the font need no template: see “style” in
    plan.yaml. A copy never overwrites a file.

    Templates see values and can do nothing with your computer; yet they decide what readers see. Look at a change of one as
    at a change of the program.
    """
    from elzctl.tree import Unreadable, WorkTree
    from elzctl.views.template_list import template_list

    session: Session = ctx.obj
    one_of("templates", what, ACTIONS)
    if what == "copy" and not names:
        raise Stop(say("Which templates are to be copied?"), say("See all of them with: elzctl templates list"))
    if names and what == "list":
        raise Stop(say("“list” takes no names"), say("Write: elzctl templates copy NAME"))
    tree = WorkTree(session.root())
    try:
        rows = template_list(tree)
    except Unreadable as fault:
        raise Stop(say("{path} {reason}", path="templates", reason=fault.reason), None, FINDINGS) from None
    if what == "copy":
        return _copy(session, tree, rows, tuple(names or ()))
    _list(session, rows, json=json)
    return FINE


def _list(session: Session, rows: tuple[Row, ...], *, json: bool) -> None:
    if json:
        from elzctl.render.templates_json import templates_json

        session.print(templates_json(rows))
        return
    from elzctl.cli.look import look
    from elzctl.render.templates_text import templates_text

    _, paint = look()
    for line in templates_text(rows, session.language, paint):
        session.print(line)


def _copy(session: Session, tree: WorkTree, rows: tuple[Row, ...], names: tuple[str, ...]) -> int:
    """Copies that were not there yet, all or none.  Raises Stop and WriteFault."""
    from elzctl.disk import Change, write_all
    from elzctl.lock import lock
    from elzctl.templates import OWN, is_ours
    from elzctl.views.template_list import Standing

    if is_ours(tree.root):
        raise Stop(say("Here the templates are those of elzctl itself: change them where they are"))
    ours = tuple(row.name for row in rows if row.standing is not Standing.EXTRA)
    wanted = dict.fromkeys(name.strip().replace("\\", "/").removeprefix(f"{OWN}/") for name in names)
    listed = say("See all of them with: elzctl templates list")
    chosen = [one_of("NAME", name, ours, listed) for name in wanted]
    with lock(tree.root):
        write_all(tree.root, [Change(f"{OWN}/{name}", _data(session, name), None) for name in chosen])
    for name in chosen:
        session.print(f"{OWN}/{name}")
    return FINE


def _data(session: Session, name: str) -> bytes:
    """What comes with elzctl under that name; the Word file is made, in the house style of the plan."""
    from elzctl.templates import built_in
    from elzctl.views.template_list import WORD_NAME

    if name == WORD_NAME:
        from elzctl.render.word_template import word_template

        return word_template(session.load().plan)
    kind, _, file = name.partition("/")
    return built_in(kind)[file]
