"""``elzctl rights``: who may change what, and whether a pull request keeps to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from elzctl.cli.codeowners import FORGES, LARGEST, make, readable
from elzctl.cli.options import Argument, Context, Option
from elzctl.cli.session import FINDINGS, FINE, Stop, one_of
from elzctl.wording import say, say_count

if TYPE_CHECKING:
    from elzctl.cli.session import Session
    from elzctl.commits.commit_tree import Revision
    from elzctl.rights import Rights
    from elzctl.views.touched import Touched, Versions

FORMATS = ("text", "json", "github")

Base = Annotated[
    str, Argument(metavar="BASE", help="--check: the branch into which the change goes, such as origin/main.")
]
Head = Annotated[str, Argument(metavar="HEAD", help="--check: the change itself. When not given: HEAD.")]
Check = Annotated[
    bool,
    Option(
        "--check",
        help="Whether the author may change all that was changed; with --codeowners, whether that file is right.",
    ),
]
Team = Annotated[
    list[str] | None,
    Option("--team", metavar="TEAM", help="A team of the author, by name or handle. Can be given more than once."),
]
AuthorTeams = Annotated[
    str, Option("--author-teams", metavar="FILE", help="A file with the author's teams on the forge, one a line.")
]
Codeowners = Annotated[bool, Option("--codeowners", help="Print the file with which a forge asks owners to review.")]
Forge = Annotated[
    str,
    Option(
        "--forge",
        metavar="github|gitlab|forgejo",
        help="--codeowners: for which forge. When not given: the one that the repository has files for.",
    ),
]
Out = Annotated[str, Option("--out", metavar="FILE", help="--codeowners: write it to this file, or check this one.")]
Format = Annotated[str, Option("--format", metavar="text|json|github", help="--check: how to print it.")]
Json = Annotated[bool, Option("--json", help="Print data instead of text.")]


def rights(
    ctx: Context,
    base: Base = "",
    head: Head = "",
    check: Check = False,
    team: Team = None,
    author_teams: AuthorTeams = "",
    codeowners: Codeowners = False,
    forge: Forge = "",
    out: Out = "",
    format_: Format = "text",
    json: Json = False,
) -> int:
    """Who may change what, by plan/rights.yaml: goals, minutes, files, and the teams that own them.

      elzctl rights
      elzctl rights --check main --team zorg
      elzctl rights --codeowners
      elzctl rights --codeowners --check

    --check compares what was changed since the branch left BASE with what the author's teams own, and exits with 1 when
    something is somebody else's. The rights are those of BASE: a change cannot give itself rights. An action that moves
    belongs to both goals; the rights themselves, CODEOWNERS and the files that the forge runs belong to “admin”.

    --codeowners makes the file with which a forge asks the owners for a review; --out .github/CODEOWNERS puts it where
    GitHub looks, .gitlab/CODEOWNERS where GitLab does, .forgejo/CODEOWNERS where Forgejo does.
    """
    session: Session = ctx.obj
    one_of("--format", format_, FORMATS)
    if forge:
        one_of("--forge", forge, tuple(FORGES))
    _refuse_odd(base, codeowners=codeowners, check=check, out=out)
    if codeowners:
        return make(session, forge, out, check=check)
    if check:
        return _check(session, base, head or "HEAD", _named(session, team, author_teams), "json" if json else format_)
    return _list(session, json=json or format_ == "json")


def _refuse_odd(base: str, *, codeowners: bool, check: bool, out: str) -> None:
    """Raises Stop for words that do not go together."""
    if base and (codeowners or not check):
        hint = say("Add --check to compare with it.") if not codeowners else say("Leave out {name}.", name=base[:80])
        raise Stop(say("“{name}” is not expected here", name=base[:80]), hint)
    if check and not codeowners and not base:
        raise Stop(
            say("--check needs the branch into which the change goes"), say("Write: elzctl rights --check main …")
        )
    if out and not codeowners:
        raise Stop(say("--out is for --codeowners"))


def _list(session: Session, *, json: bool) -> int:
    """Who owns what."""
    from elzctl.rights import Rights
    from elzctl.views.rights import rights as all_rights

    plan = session.load().plan
    found = readable(plan.rights, plan.unread, "plan/rights.yaml")
    if json:
        from elzctl.render.rights_json import rights_json

        session.print(rights_json(all_rights(plan), found or Rights()))
    elif found is None:
        session.say(say("There is no plan/rights.yaml: everybody may change everything."))
    else:
        from elzctl.cli.look import look
        from elzctl.render.rights_text import rights_text

        width, paint = look()
        session.print("\n".join(rights_text(all_rights(plan), plan, found, session.language, paint, width)))
    return FINE


# What a change touches


def _named(session: Session, team: list[str] | None, path: str) -> tuple[str, ...]:
    """The author's teams as they were given.  Raises Stop when nothing was."""
    if team is None and not path:
        message = say("Whose change is it? Name the author's teams")
        raise Stop(message, say("Add --team NAME, or --author-teams FILE; an empty file is somebody without teams."))
    if not path:
        return tuple(team or ())
    from elzctl.disk import beginning

    try:
        lines = beginning(str(session.folder / path), LARGEST).decode("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError, ValueError) as error:
        why = getattr(error, "strerror", None) or "UTF-8"
        raise Stop(say("{path} cannot be read ({why})", path=path[:200], why=why)) from None
    return (*(team or ()), *(name for line in lines if (name := line.partition("#")[0].strip())))


def _check(session: Session, base: str, head: str, named: tuple[str, ...], format_: str) -> int:
    """Whether the author's teams own all that was changed."""
    from elzctl.rights import Rights
    from elzctl.views.rights import teams_of
    from elzctl.views.touched import touched

    versions, paths, revisions = _versions(session, base, head)
    found = readable(versions.base.rights, versions.base.unread, f"{base}:plan/rights.yaml")
    if found is None:
        session.tell(say("{base} has no plan/rights.yaml: everybody may change everything.", base=revisions[0].short))
        if format_ != "json":
            return FINE
        found = Rights()
    teams, unknown = teams_of(found, named)
    things = touched(paths, versions)
    denied = tuple(one for one in things if not one.is_allowed(teams))
    if format_ == "json":
        from elzctl.render.rights_json import touched_json

        session.print(touched_json(things, found, teams, revisions))
    elif format_ == "github":
        _annotate(session, denied, versions, found)
    else:
        _tell(session, denied, versions, found, len(paths))
    if unknown and format_ == "text":
        session.tell(say("Not one of the teams in plan/rights.yaml: {names}.", names=", ".join(unknown)[:200]))
    return FINDINGS if denied else FINE


def _versions(session: Session, base: str, head: str) -> tuple[Versions, tuple[str, ...], tuple[Revision, Revision]]:
    """The plan of BASE, of where the change began, and of the change; and which files it touches.  Raises Stop."""
    from elzctl.commits.changed_paths import changed_paths
    from elzctl.commits.commit_tree import CommitTree, Unknown, parting, revision
    from elzctl.load import load
    from elzctl.views.touched import Versions

    root = session.root()
    try:
        ours, theirs = revision(root, base), revision(root, head)
        begin = parting(root, ours, theirs)
        paths = changed_paths(root, begin, theirs)
        trees = [CommitTree(root, ours)]
        trees += [CommitTree(root, one, trees[0]) for one in (begin, theirs)]
    except Unknown as unknown:
        raise Stop(unknown.message, unknown.hint) from None
    first = load(trees[0])
    old, new = (load(tree, first.kept) for tree in trees[1:])
    return Versions(first.plan, old.plan, new.plan), paths, (ours, theirs)


def _tell(session: Session, denied: tuple[Touched, ...], versions: Versions, found: Rights, files: int) -> None:
    from elzctl.cli.look import look
    from elzctl.render.rights_text import denied_text
    from elzctl.render.wrapped_table import filled

    width, paint = look()
    for line in denied_text(denied, versions.new, found, session.language, paint, width):
        session.print(line)
    if denied:
        ending = say_count(
            "{count} thing is somebody else's: ask its owner for a review, or leave it out of this change.",
            "{count} things are somebody else's: ask their owners for a review, or leave them out of this change.",
            len(denied),
        )
    elif files:
        ending = say_count("{count} file changed, all yours.", "{count} files changed, all yours.", files)
    else:
        ending = say("Nothing changed.")
    session.print("\n".join(filled(session.language(ending), width)))


def _annotate(session: Session, denied: tuple[Touched, ...], versions: Versions, found: Rights) -> None:
    """The same as commands of GitHub, which shows them at the files."""
    from elzctl.commits.changed_paths import prefix
    from elzctl.finding import Finding, Severity
    from elzctl.render.findings_github import MOST, findings_github
    from elzctl.render.rights_words import denied as words_of
    from elzctl.source import Span

    shown = []
    above = prefix(session.root())  # GitHub counts from the top of the repository
    for one in denied:
        words = words_of(one, versions.new, found, session.language)
        path = one.path[3:] if one.path.startswith("../") else f"{above}{one.path}"
        shown.append(Finding("rights", Severity.ERROR, words, Span(path)))
    if len(shown) > MOST:
        rest = len(shown) - MOST + 1
        words = say("{count} more things are somebody else's", count=rest)
        shown = [*shown[: MOST - 1], Finding("rights", Severity.ERROR, words, Span("plan/rights.yaml"))]
    if shown:
        session.print(findings_github(shown, {}, session.language))
