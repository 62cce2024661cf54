"""``elzctl init``: the repository of a new zone, and what has drifted from it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from elzctl.cli.ask import Form, asking, command_line, confirmed, filled, stop, written
from elzctl.cli.options import Argument, Context, Option
from elzctl.cli.questions import Choice, Line, One
from elzctl.cli.session import FINDINGS, FINE, Session, Stop, one_of, today_of
from elzctl.render.terminal import printable
from elzctl.scaffold.skeleton import (
    FIRST_YEAR,
    LAST_YEAR,
    Made,
    MadeTree,
    Zone,
    begin,
    compared,
    forges_of,
    has_plan,
    name_fault,
    skeleton,
    wheel_fault,
)
from elzctl.scaffold.skeleton_files import FORGES, OWNERS, Keep, State
from elzctl.templates import is_ours
from elzctl.terms import ForgeKind
from elzctl.wording import Language, Message, say, say_count
from elzctl.write_faults import plainly

if TYPE_CHECKING:
    from elzctl.scaffold.skeleton import Standing

Text = str | None
_Year = Annotated[Text, Option("--year", metavar="YEAR", help="The year of the plan. When not given: this year.")]
_From = Annotated[str, Option("--from", metavar="FILE", help="Begin with a plan that exists: Word, PDF or text.")]
_Check = Annotated[bool, Option("--check", help="Write nothing; say what is missing or differs from the skeleton.")]
_FORGES = "github|gitlab|forgejo"
_Forge = Annotated[
    Text, Option("--forge", metavar=_FORGES, help="Where the repository will be. When not given: github.")
]

NAMES = {ForgeKind.GITHUB: "GitHub", ForgeKind.GITLAB: "GitLab", ForgeKind.FORGEJO: "Forgejo, Codeberg"}


def init(
    ctx: Context,
    folder: Annotated[str, Argument(metavar="FOLDER", help="The folder of the repository; it may be new.")] = ".",
    *,
    name: Annotated[Text, Option("--name", metavar="NAME", help="The name of the zone.")] = None,
    year: _Year = None,
    forge: _Forge = None,
    document: _From = "",
    check: _Check = False,
    json: Annotated[bool, Option("--json", help="Print the files as JSON.")] = False,
    ask: Annotated[bool, Option("--ask", help="Ask for all that is not given.")] = False,
    yes: Annotated[bool, Option("--yes", help="Ask nothing.")] = False,
    today: Annotated[str, Option("--today", metavar="DAY", help="Act as on this day, such as 2025-12-31.")] = "",
) -> int:
    """Begin the repository of a zone: a plan to fill in, and all that checks, draws and publishes it.

      elzctl init actieplan --forge gitlab
      elzctl init actieplan --from actieplan-2025.docx
      elzctl init --check

    The plan has the five strategic goals that the guideline asks for, one action and one meeting, all of them to be
    overwritten. With it come a README, settings for Git and for editors, and the checks that a forge runs on every
    proposal. On a terminal elzctl asks for what is not given.

    With --from the plan is made of a document, as “elzctl import plan” does, and everything around it comes with it.

    A file that is there is never overwritten. Run it again to add what is missing; then nothing else changes.

    With --check nothing is written: it says which files are missing and which differ from what comes with this elzctl.
    What a zone writes itself, such as its plan, its README and its teams, may differ. To bring a file up to date, take it
    away and run elzctl init again.

    It does not run Git: it says what to type.
    """
    session: Session = ctx.obj
    root = (session.folder / folder).resolve()
    _refuse_place(root)
    forges = _forges(root, forge)
    if check:
        return _check(session, folder, forges, forge, json=json)
    if document:
        from elzctl.cli.init_from import init_from

        words = (name or "", year or "", today)
        code = init_from(session, root, _files(None, forges), document, words, yes=yes, json=json)
        if not json:
            _tell_git(Session(session.language, session.folder / folder), root)
        return code
    zone = None
    if not has_plan(root):
        zone, forges = _zone(session, forges, (name, year, forge), today_of(today), ask=ask, yes=yes)
    found = _begun(session, root, _files(zone, forges))
    _tell(Session(session.language, session.folder / folder), found, forges, json=json)
    return FINE


def _begun(session: Session, root: Path, files: tuple[Made, ...]) -> tuple[Standing, ...]:
    """Writes what is missing; a folder that stays empty goes again.  Raises Stop, WriteFault."""
    existed = root.is_dir()
    with plainly(str(root)):
        root.mkdir(parents=True, exist_ok=True)
    try:
        return written(session, lambda: begin(root, files), ask=False)
    except BaseException:
        if not existed and not any(root.iterdir()):
            root.rmdir()
        raise


def _refuse_place(root: Path) -> None:
    """Raises Stop for a folder that is no folder, is that of elzctl, or lies among the files of a plan."""
    if root.exists() and not root.is_dir():
        raise Stop(say("{path} is a file; elzctl expects a folder", path=str(root)))
    if is_ours(root):
        message = say("{path} is the repository of elzctl itself, whose files are not those of a zone", path=str(root))
        raise Stop(message, say("Choose a folder of its own."))
    above = next((one for one in root.parents if has_plan(one)), None)
    if above is not None:
        message = say("There is a plan in {path} already, and this folder lies inside it", path=str(above))
        raise Stop(message, say("Choose a folder of its own, or go to that one."))


def _forges(root: Path, given: Text) -> tuple[ForgeKind, ...]:
    """The forge that was named, else those that the folder has files for, else the first one.  Raises Stop."""
    if given is not None:
        return (ForgeKind(one_of("--forge", given.strip().lower(), [kind.value for kind in FORGES])),)
    return forges_of(root) or (ForgeKind.GITHUB,)


def _files(zone: Zone | None, forges: tuple[ForgeKind, ...]) -> tuple[Made, ...]:
    from elzctl.render.json_schema import json_schemas
    from elzctl.render.strict_json import strict_json

    # Whoever runs it: the files of a zone are the same for all who work in it.
    schemas = {name: f"{strict_json(one)}\n".encode() for name, one in json_schemas(Language("nl")).items()}
    files = skeleton(zone, forges, schemas)
    return files if zone is None else (*files[:-1], *_owners(files, forges), files[-1])


def _owners(files: tuple[Made, ...], forges: tuple[ForgeKind, ...]) -> Iterator[Made]:
    """CODEOWNERS, from the rights of the new plan."""
    from elzctl.cli.codeowners import text_for
    from elzctl.load import load

    plan = load(MadeTree(files)).plan
    for forge in forges:
        yield Made(OWNERS[forge], text_for(forge.value, plan, "").encode(), Keep.START)


# What is asked


def _zone(
    session: Session,
    forges: tuple[ForgeKind, ...],
    given: tuple[Text, Text, Text],
    today: date,
    *,
    ask: bool,
    yes: bool,
) -> tuple[Zone, tuple[ForgeKind, ...]]:
    """Whose plan it becomes, and where; asked on a terminal.  Raises Stop."""
    name, year, forge = given
    choices = [Choice(str(line), kind.value, NAMES[kind]) for line, kind in enumerate(FORGES, 1)]
    usual = next(choice for choice in choices if choice.id == forges[0].value)

    def draft(form: Form) -> tuple[str, str, Choice | None]:
        title = form.get(Line("--name", say("What is the name of the zone?"), name_fault, needed=True), name)
        when = form.get(Line("--year", say("Which year is the plan for?"), _year_fault, default=str(today.year)), year)
        where = form.get(One("--forge", say("Where will the repository be?"), choices, usual), forge)
        return title, when, where

    greeting = say("The repository of a zone. Ctrl-C stops; nothing is written before the end.")
    (title, when, where), asked = filled(session, draft, greeting, asks=asking(ask=ask, yes=yes), all_of_it=ask)
    if asked and not confirmed(session, say("Write the files?")):
        stop()
    kinds = forges if where is None or where is usual else (ForgeKind(where.id),)
    return Zone(title, int(when), today), kinds


def _year_fault(text: str) -> Message | None:
    if text.isascii() and text.isdigit() and FIRST_YEAR <= int(text[:9]) <= LAST_YEAR:
        return None
    return say("“{text}” is no year between {first} and {last}", text=text[:40], first=FIRST_YEAR, last=LAST_YEAR)


# What is told


def _check(session: Session, folder: str, forges: tuple[ForgeKind, ...], given: Text, *, json: bool) -> int:
    from elzctl.render.skeleton_text import DRIFT, skeleton_json, skeleton_text

    root = (session.folder / folder).resolve()
    again = command_line(session, f"init{_named(folder)}{f' --forge {forges[0].value}' if given else ''}")
    if not has_plan(root):
        message = say("No plan here: no file plan/plan.yaml in {path}", path=str(root))
        raise Stop(message, say("Begin one: {command}", command=again))
    found = compared(root, _files(None, forges))
    drifted = [one for one in found if one.state in DRIFT]
    lacking = wheel_fault(root)
    if json:
        session.print(skeleton_json(found, forges, session.language, lacking))
        return FINDINGS if drifted else FINE
    for line in skeleton_text(found, DRIFT, session.language):
        session.print(line)
    where = ", ".join(NAMES[kind] for kind in forges)
    if not drifted:
        session.say(say("Everything is as it comes with this elzctl, for {forge}.", forge=where))
        if lacking is not None:
            session.say(lacking)
        return FINE
    count = say_count(
        "{count} file differs or is missing, for {forge}.",
        "{count} files differ or are missing, for {forge}.",
        len(drifted),
        forge=where,
    )
    session.say(count)
    for advice in _advice(drifted, again):
        session.say(advice)
    if lacking is not None:
        session.say(lacking)
    return FINDINGS


def _named(folder: str) -> str:
    """A folder behind the words of a command; nothing for the one where the person is."""
    if folder == ".":
        return ""
    return f' "{printable(folder)}"' if " " in folder else f" {printable(folder)}"


def _advice(drifted: list[Standing], command: str) -> Iterator[Message]:
    """What to do about it."""
    if any(one.lines for one in drifted):
        yield say("Add the lines after “+” to their file yourself.")
    if any(one.state is State.DRIFTED and not one.lines for one in drifted):
        yield say("A file that differs: look at it, take it away, and run: {command}", command=command)
    if any(one.state is State.MISSING for one in drifted):
        yield say("What is missing comes with: {command}", command=command)
    if any(one.state is State.UNREADABLE for one in drifted):
        yield say("What cannot be read: take it away, or put an ordinary file in its place.")


def _tell(session: Session, found: tuple[Standing, ...], forges: tuple[ForgeKind, ...], *, json: bool) -> None:
    from elzctl.render.skeleton_text import skeleton_json, skeleton_text

    root = session.folder.resolve()
    lacking = wheel_fault(root)
    if json:
        session.print(skeleton_json(found, forges, session.language, lacking))
        return
    if all(one.state is State.LEFT for one in found):
        session.say(say("Everything was there already; nothing was changed."))
        return
    for line in skeleton_text(found, (State.WRITTEN, State.LEFT), session.language):
        session.print(line)
    session.say(say("Check it, and look at the document:"))
    session.print(f"  {command_line(session, 'validate')}")
    session.print(f"  {command_line(session, 'render plan')}")
    if lacking is not None:
        session.say(lacking)
    _tell_git(session, root)
    session.say(say("What else there is to do once stands in README.md."))


def _tell_git(session: Session, root: Path) -> None:
    """What to type to have it in Git and on the forge, as far as that was not done."""
    top = next((one for one in (root, *root.parents) if (one / ".git").exists()), None)
    if top is not None and top != root:
        message = say(
            "Mind: a forge looks for its files at the top of a repository, and that is {path}.", path=str(top)
        )
        session.tell(message)
        return
    from elzctl.git import asked

    named = _named(str(session.folder))
    git = f"git -C{named}" if named else "git"
    session.say(say("Then put it in Git and on the forge, in a new and empty repository there:"))
    if top is None:
        session.print(f"  git init --initial-branch=main{named}")
    session.print(f"  {git} add --all")
    session.print(f'  {git} commit --message "{session.language(say("The plan begins"))}"')
    if top is None or not asked(root, "remote"):
        session.print(f"  {git} remote add origin {session.language(say('ADDRESS'))}")
    session.print(f"  {git} push --set-upstream origin main")
