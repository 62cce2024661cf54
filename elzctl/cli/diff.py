"""``elzctl diff``: what changed between two versions of the plan, in words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from elzctl.cli.options import Argument, Context, Option
from elzctl.cli.past import tell_unfinished
from elzctl.cli.session import FINDINGS, FINE, Session, Stop, one_of
from elzctl.cli.versions import Asked, Versions, asked_for, versions_of
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.load import Loaded
    from elzctl.model import Plan
    from elzctl.render.changes_words import Words
    from elzctl.views.changes import Changes, Other
    from elzctl.views.changes_findings import FindingChanges

FORMATS = ("text", "markdown", "html", "json")


Base = Annotated[
    str | None,
    Argument(metavar="BASE", help="The older version: a branch, a tag, a commit. When not given: HEAD."),
]
Head = Annotated[
    str | None, Argument(metavar="HEAD", help="The newer version. When not given: the files as they are now.")
]
Since = Annotated[str, Option("--since", metavar="DATE", help="The older version is the last one up to this date.")]
About = Annotated[
    list[str] | None,
    Option("--about", metavar="ID|NUMBER|FILE", help="Only what changed in this. Can be given more than once."),
]
Format = Annotated[str, Option("--format", metavar="text|markdown|html|json", help="How to print it.")]
Out = Annotated[str, Option("--out", metavar="FILE", help="Write it to this file instead of printing it.")]
Findings = Annotated[
    bool | None,
    Option(
        "--findings/--no-findings",
        help="Also which findings are new and which are gone. When not given: in all formats but text.",
    ),
]
Internal = Annotated[
    bool,
    Option("--internal", help="With what stands in “::: intern”, and all addresses and numbers; not to be published."),
]
ExitCode = Annotated[bool, Option("--exit-code", help="Exit with 1 when something changed.")]


def diff(
    ctx: Context,
    base: Base = None,
    head: Head = None,
    *,
    since: Since = "",
    about: About = None,
    format_: Format = "text",
    out: Out = "",
    findings: Findings = None,
    internal: Internal = False,
    exit_code: ExitCode = False,
) -> int:
    """What changed between two versions of the plan, in words that need no knowledge of files.

      elzctl diff
      elzctl diff main
      elzctl diff v2024 v2025
      elzctl diff main...
      elzctl diff --since 2025-01-01

    Without names it is what you changed since the last commit. “main...” is what changed since this branch left main,
    whatever happened on main meanwhile.

    Actions and goals that are new, gone, moved, renamed or merged; each field with what was and what is; texts word by
    word; meetings with their points. How a file is written does not count: the order of its keys, quotation marks, line
    ends, or another way to type the same date. Of a file in which only such things changed, and of any other file among
    those of the plan, its name stands at the end.

    Markdown is for a comment on a pull request. HTML is one page that shows each thing before and after. Everybody may
    read either: what stands in “::: intern” is only counted, and “[…]” stands for each e-mail address, and
    each telephone, account or national number, unless it is allowed as the contact of an actor.
    """
    session: Session = ctx.obj
    one_of("--format", format_, FORMATS)
    if out and format_ == "text":
        raise Stop(say("--out is for a file that is read elsewhere"), say("Add --format markdown, html or json."))
    versions = versions_of(session, _asked(base, head, since))
    ids = frozenset(_id(name, versions) for name in about or ())
    found = _changes(session, versions, ids, internal=internal)
    with_findings = format_ != "text" if findings is None else findings
    noted = _findings(versions, found, ids, internal=internal) if with_findings else None
    if format_ == "text":
        _print(session, found, noted, internal=internal)
    else:
        document = _document(session, format_, versions, found, noted, internal=internal)
        if out:
            session.write(Path(out), document.encode("utf-8", "replace"))
        else:
            session.print(document.rstrip("\n"))
    tell_unfinished(session)
    changed = found.things or found.hidden or found.others or (noted is not None and any(noted))
    return FINDINGS if exit_code and changed else FINE


# What is compared


def _asked(base: str | None, head: str | None, since: str) -> Asked:
    """The versions that are asked for; a name without a letter is none.  Raises Stop."""
    if "" in (base, head):
        from elzctl.commits.commit_tree import EXAMPLES

        raise Stop(say("“{name}” is not a revision", name=""), EXAMPLES)
    return asked_for(base or "", head or "", since)


def _changes(session: Session, versions: Versions, ids: frozenset[str], *, internal: bool) -> Changes:
    """What changed in what is asked for."""
    from elzctl.views.changes import about, changes, published
    from elzctl.views.changes_others import placed, torn

    found = changes(*_plans(session, versions))
    found = torn(found, {one.span.path for one in versions.new.findings if one.code == "merge-conflict"})
    found = found._replace(others=_others(session, versions, found, ids))
    found = placed(about(found, ids) if ids else found, (one.span.path for one in versions.new.findings))
    return found if internal else published(found)


def _plans(session: Session, versions: Versions) -> tuple[Plan, Plan]:
    """Both plans, with internal parts where somebody meant them."""
    from elzctl.cli.guarded import guarded
    from elzctl.tree import WorkTree

    old, new = versions.trees
    now = guarded(versions.new, WorkTree(session.root()) if new is None else new)
    return guarded(versions.old, old).plan, now.plan


def _others(session: Session, versions: Versions, found: Changes, ids: frozenset[str]) -> tuple[Other, ...]:
    """The files of which something changed that no words tell, of what is asked for."""
    from elzctl.commits.differing import of_commits, of_folder, wanted
    from elzctl.views.changes import How, Other
    from elzctl.views.changes_others import of_ids, untold

    root, (old, new) = session.root(), versions.trees
    both = of_folder(root, old, versions.new.sources) if new is None else of_commits(old, new)
    kinds = ((both.changed, How.CHANGED), (both.come, How.ADDED), (both.gone, How.REMOVED))
    others = untold(found, sorted(Other(path, how) for paths, how in kinds for path in paths))
    come = [one.path for one in others if one.how is How.ADDED]
    if come and new is None:
        kept = wanted(root, come)
        others = tuple(one for one in others if one.how is not How.ADDED or one.path in kept)
    both_sides = (*versions.new.sources.values(), *versions.old.sources.values())
    return of_ids(others, ids, both_sides) if ids else others


def _id(typed: str, versions: Versions) -> str:
    """The id that was typed, or that of the number or file that was."""
    from elzctl.load import ACTORS, GOALS, PLAN, RIGHTS, SERIES

    plans = versions.new.plan, versions.old.plan
    name = typed.strip().replace("\\", "/")
    name = name.rpartition("/")[2].removesuffix(".md") if name.endswith(".md") else name
    known = {one for plan in plans for one in (*plan.titles, *plan.actors, *plan.series, *plan.unread)}
    files = (ACTORS, GOALS, PLAN, RIGHTS, SERIES)
    if name in known or name in files:
        return name
    if name in (names := {one.rpartition("/")[2]: one for one in files}):
        return names[name]
    for plan in plans:
        things = (*plan.all_goals, *plan.actions)
        found = next((one.id for one in things if one.number is not None and str(one.number) == name), None)
        if found is not None:
            return found
    from elzctl.faults.values import suggest

    raise Stop(say("Neither version has “{name}”", name=typed[:80]), suggest(name, (*known, *files)))


def _findings(versions: Versions, found: Changes, ids: frozenset[str], *, internal: bool) -> FindingChanges:
    """The findings that are new and gone, of what is asked for."""
    from elzctl.views.changes_findings import FindingChanges, finding_changes, of_things, published_findings

    old, new = versions.old, versions.new
    if _are_the_same_files(old, new):
        return FindingChanges()
    from elzctl.views.examine import examined

    both = finding_changes(examined(old).findings, examined(new).findings, found)
    both = of_things(both, ids, (old.plan, new.plan)) if ids else both
    return both if internal else published_findings(both, old.sources, new.sources)


def _are_the_same_files(old: Loaded, new: Loaded) -> bool:
    """True when there is nothing that could be found in one of them alone."""
    kept = old.kept.keys() == new.kept.keys() and all(new.kept[path] is one for path, one in old.kept.items())
    around = old.plan.attachments == new.plan.attachments and old.plan.pictures == new.plan.pictures
    return kept and old.findings == new.findings and around


# How it is shown


def _print(session: Session, found: Changes, findings: FindingChanges | None, *, internal: bool) -> None:
    from elzctl.cli.look import look
    from elzctl.render.changes_text import changes_text
    from elzctl.render.changes_words import Words

    width, paint = look()
    # One write: a terminal would be woken for every line.
    words = Words(found, session.language, internal=internal)
    session.print("\n".join(changes_text(words, findings, paint, width)))


def _document(
    session: Session,
    format_: str,
    versions: Versions,
    found: Changes,
    findings: FindingChanges | None,
    *,
    internal: bool,
) -> str:
    """Everything in one text, for other programs and for a browser."""
    if format_ == "json":
        from elzctl.render.changes_json import changes_json

        return changes_json(found, findings, (versions.base, versions.head), session.language, internal=internal)
    from elzctl.render.changes_words import Words

    words = Words(found, session.language, internal=internal)
    if format_ == "markdown":
        from elzctl.render.changes_markdown import changes_markdown

        return changes_markdown(words, findings, versions.names)
    from elzctl.render.changes_html import changes_html

    return changes_html(words, findings, _between(words, versions))


def _between(words: Words, versions: Versions) -> str:
    """Which versions are compared, for the head of a page."""
    base, head = versions.base, versions.head
    if head is None:
        return words.say(say("From {id} of {day} to the files as they are now", id=base.short, day=str(base.day)))
    days = {"day": str(base.day), "other_day": str(head.day)}
    return words.say(say("From {id} of {day} to {other} of {other_day}", id=base.short, other=head.short, **days))
