"""``elzctl forms``: web forms for the files of the plan."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from elzctl.cli.options import Context, Option
from elzctl.cli.session import FINDINGS, FINE, Session, Stop
from elzctl.wording import Message, say, say_count

if TYPE_CHECKING:
    from elzctl.cli.forms_options import Options
    from elzctl.load import Loaded

MOST = 5
"""So many files of a kind are named."""

Out = Annotated[str, Option("--out", metavar="FOLDER", help="The folder of the page. When not given: admin.")]
Check = Annotated[bool, Option("--check", help="Write nothing; exit with 1 when something is out of date.")]
Sveltia = Annotated[
    str,
    Option(
        "--sveltia",
        metavar="FOLDER",
        help="The unpacked npm package @sveltia/cms: its script, fonts and Dutch words are copied beside the page.",
    ),
]
Repo = Annotated[
    str, Option("--repo", metavar="URL", help="The address of the repository. When not given: that of plan.yaml.")
]
Branch = Annotated[
    str, Option("--branch", metavar="NAME", help="The branch. When not given: that of plan.yaml, or main.")
]
ForgeName = Annotated[
    str,
    Option("--forge", metavar="github|gitlab|forgejo", help="What the forge is, when its name does not say so."),
]
Direct = Annotated[
    bool | None,
    Option(
        "--direct/--proposals",
        help="Save in the branch itself, or make a proposal of each change. When not given: proposals, where that can be.",
    ),
]
Outsiders = Annotated[
    bool | None,
    Option("--outsiders/--no-outsiders", help="Also who may not write can propose (GitHub, a public repository)."),
]
SignIn = Annotated[
    str,
    Option("--sign-in", metavar="URL", help="GitHub: the server that signs in. When not given: with a token."),
]
App = Annotated[
    str,
    Option("--app", metavar="ID", help="GitLab, Forgejo: the application to sign in with. When not given: a token."),
]


def forms(
    ctx: Context,
    *,
    out: Out = "",
    check: Check = False,
    sveltia: Sveltia = "",
    repo: Repo = "",
    branch: Branch = "",
    forge: ForgeName = "",
    direct: Direct = None,
    outsiders: Outsiders = None,
    sign_in: SignIn = "",
    app: App = "",
) -> int:
    """Make web forms of the plan, for colleagues who do not use Git.

      elzctl forms --sveltia node_modules/@sveltia/cms
      elzctl forms
      elzctl forms --check

    The first makes the folder admin: a page, its settings, and Sveltia CMS, the program of the forms. Publish that folder
    beside the plan. The second brings it up to date after a change of the plan, because forms offer the actors, target
    groups, themes and actions by name; options that you do not give stay as they were. The third is for CI.

    There is a form for actions, chapters, meetings, goals, actors, series and the settings of the plan. A form changes the
    value that somebody changed and leaves the rest of the file as it is: comments, quotes and order too. New meetings come
    from “elzctl new-meeting”, which works out the agenda.

    On GitHub and GitLab each change becomes a proposal, which “elzctl validate” checks before anybody takes it over. On
    Forgejo it goes to the branch; give a branch of its own with --branch when it has to be read first.

    The page asks nothing from anywhere but the forge, and runs no other script than the one whose hash is in it.
    """
    from elzctl.cli.forms_options import Options, earlier
    from elzctl.cli.forms_package import package

    session: Session = ctx.obj
    here = session.folder.resolve()
    folder = Path(out) if out else Path(os.path.relpath(session.root() / "admin", here))
    there = here / folder
    new = package(here / sveltia) if sveltia else None
    given = Options(repo, branch, forge, direct, outsiders, sign_in, app, *(new.edition if new else ()))
    options = given.or_else(earlier(_text(there / "config.yml")))
    loaded = session.load()
    files = {**_made(session, loaded, options), **(new.files if new else {})}
    if check:
        return _checked(session, folder, there, files, options)
    for name, data in files.items():
        session.write(folder / name, data, ours=True)
    _tell(session, loaded, _missing(there, options))
    return FINE


def _made(session: Session, loaded: Loaded, options: Options) -> dict[str, bytes]:
    """The files that elzctl makes, by name.  Raises Stop."""
    from elzctl.cli.forms_options import repository
    from elzctl.render.forms import config_text, forms_config
    from elzctl.render.forms_page import OWN, forms_page, forms_script
    from elzctl.scaffold.action import headings
    from elzctl.scaffold.allowed import Refused

    plan, language = loaded.plan, session.language
    where = repository(options, plan)
    try:
        starts = {"action": headings(session.root(), plan.settings)}
    except Refused as fault:
        raise Stop(fault.message, fault.hint) from None
    config = forms_config(plan, where, starts, language)
    about = language(say("Made by elzctl: change the plan, and run “elzctl forms” again."))
    script = forms_script(options.edition, language)
    return {
        "config.yml": config_text(config, f"{about}\n{options.line()}").encode(),
        OWN: script,
        "index.html": forms_page(config["app_title"], where, options.edition, script, language),
    }


def _checked(session: Session, folder: Path, there: Path, files: dict[str, bytes], options: Options) -> int:
    """Says what is out of date, a line each."""
    from elzctl.render.terminal import printable

    stale = [name for name, data in files.items() if _data(there / name, len(data) + 1) != data]
    for name in stale:
        path = printable(str(session.folder / folder / name))
        session.say(say("{path} is out of date with the plan", path=path))
    missing = _missing(there, options)
    if missing is not None:
        session.say(missing)
    if stale:
        session.tell(say("Run: elzctl forms"))
    return FINDINGS if stale or missing is not None else FINE


def _missing(there: Path, options: Options) -> Message | None:
    """What to say when the script of Sveltia CMS is not there, or not the one that the page asks for."""
    from elzctl.cli.forms_package import MOST as LARGEST
    from elzctl.render.forms_page import SCRIPT, integrity

    data = _data(there / SCRIPT, LARGEST)
    version = options.edition.version
    if data is None:
        return say(
            "{name} is not there yet: run “npm install @sveltia/cms@{version}”, then “elzctl forms --sveltia node_modules/@sveltia/cms”",
            name=SCRIPT,
            version=version,
        )
    if integrity(data) != options.edition.integrity:
        return say(
            "{name} is not that of version {version}, and the page refuses it; give its folder with --sveltia",
            name=SCRIPT,
            version=version,
        )
    return None


def _tell(session: Session, loaded: Loaded, missing: Message | None) -> None:
    """On stderr, what is still to be done, and which files a form does not change as one would like."""
    from elzctl.views.forms import odd

    found = odd(loaded)
    if found.closed:
        closed = say_count(
            "{count} file cannot be opened in a form; mend it first: {names}",
            "{count} files cannot be opened in a form; mend them first: {names}",
            len(found.closed),
            names=_names(found.closed),
        )
        session.tell(closed)
    if found.rewritten:
        rewritten = say_count(
            "{count} file has line ends of Windows; a form changes all of its lines: {names}",
            "{count} files have line ends of Windows; a form changes all of their lines: {names}",
            len(found.rewritten),
            names=_names(found.rewritten),
        )
        session.tell(rewritten)
    if missing is not None:
        session.tell(missing)


def _names(paths: tuple[str, ...]) -> str:
    return ", ".join(paths[:MOST]) + (" …" if len(paths) > MOST else "")


def _text(path: Path) -> str:
    return (_data(path, 1 << 20) or b"").decode("utf-8", "replace")


def _data(path: Path, most: int) -> bytes | None:
    """The beginning of a file that is no link; ``None`` when there is none."""
    from elzctl.disk import beginning

    try:
        return beginning(str(path), most)
    except OSError:
        return None
