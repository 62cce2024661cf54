"""``elzctl validate``: check everything and say what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

from elzctl.cli.half_done import tell_half_done
from elzctl.cli.options import Argument, Context, Option
from elzctl.cli.session import FINDINGS, FINE, Session, Stop, one_of, today_of
from elzctl.cli.wanted import Wanted, wanted
from elzctl.finding import Finding, Severity
from elzctl.record import NamedTuple
from elzctl.render.terminal import printable
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.views.examine import Examined

# What a machine reads: one module each, with a function of the same name.
MACHINES = {
    "json": "findings_json",
    "github": "findings_github",
    "gitlab": "findings_gitlab",
    "sarif": "findings_sarif",
}
_LOG = "log"
FORMATS = ("text", _LOG, *MACHINES)

Today = Annotated[str, Option("--today", metavar="DAY", help="See the plan as on this day, such as 2025-12-31.")]
Format = Annotated[str, Option("--format", metavar="text|log|json|github|gitlab|sarif", help="How to print it.")]
Level = Annotated[str, Option("--level", metavar="error|warning|info", help="Only what is at least as bad as this.")]
Diff = Annotated[bool, Option("--diff", help="Show these changes; with --fix: ask before they are made.")]
Public = Annotated[
    bool, Option("--public", help="For a log that others read: nothing internal, and no addresses and numbers.")
]


def validate(
    ctx: Context,
    paths: Annotated[
        list[str] | None, Argument(metavar="PATHS", help="Only what is wrong in these files and folders.")
    ] = None,
    *,
    strict: Annotated[bool, Option("--strict", help="Warnings fail too.")] = False,
    only: Annotated[list[str] | None, Option("--only", metavar="CODE", help="Only findings of this code.")] = None,
    skip: Annotated[list[str] | None, Option("--skip", metavar="CODE", help="No findings of this code.")] = None,
    level: Level = "info",
    format_: Format = "text",
    new_since: Annotated[
        str,
        Option("--new-since", metavar="BASE", help="Only what BASE, a branch or a commit, did not have."),
    ] = "",
    everything: Annotated[bool, Option("--all", help="Show more than the first 200 findings.")] = False,
    fix: Annotated[bool, Option("--fix", help="Make the changes that are safe.")] = False,
    diff: Diff = False,
    yes: Annotated[bool, Option("--yes", help="Do not ask.")] = False,
    public: Public = False,
    today: Today = "",
) -> int:
    """Check the plan and say what is wrong, where, and what to do.

    The whole plan is always read; what is not asked for is not shown and does not count. CODE may be several codes
    with commas between them, and the option may stand there several times.

    With --new-since only findings count that BASE did not have, those on lines that changed first.

    --format log is for the log of a proposal: like text, without whole lines. In it, in the formats for machines and with
    --public nothing is quoted of what stands in “::: intern”: only where something is wrong there. “[…]” stands for e-mail
    addresses, and for telephone, account and national numbers. With --public, for a log that everybody can read, nothing is
    quoted either of a file that is not published, such as a draft; of its name the folder and the day stay.

    Exit code: 0 when nothing fails, 1 when there are errors (with --strict warnings too), 2 when it cannot be done.
    """
    session: Session = ctx.obj
    is_log = _is_log(public or format_ == _LOG, fix or diff)
    machine = _machine(one_of("--format", format_, FORMATS))
    try:
        choice = wanted(session, paths or (), only or (), skip or (), level)
        examined = _examined(session, choice, machine, make=fix, show=diff, yes=yes, today=today_of(today))
        if new_since:
            from elzctl.cli.new_findings import only_new

            examined = only_new(session, new_since, examined)
    except Stop as stop:
        if machine is not None:
            session.print(machine((), {}, session.language, stop.message))
        raise
    findings = tuple(filter(choice.wants, examined.findings))
    if is_log or machine is not None:
        findings = _readable(findings, examined, today_of(today) if public else None)
    if machine is None:
        _show(session, examined, findings, choice, _How(fix or not diff, everything, not is_log, new_since))
    elif text := machine(findings, examined.loaded.sources, session.language):
        session.print(text)
    tell_half_done(session)
    fatal = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return FINDINGS if any(finding.severity in fatal for finding in findings) else FINE


class _How(NamedTuple):
    """How findings are shown to people: *listed*, unless only a diff was asked for; all of them; *quoted* with their lines.

    *since* is the version that does not have them, if one is named.
    """

    listed: bool
    everything: bool
    quoted: bool
    since: str


def _is_log(is_so: bool, is_changing: bool) -> bool:
    """True when what is said is for a log.  Raises Stop."""
    if is_so and is_changing:
        message = say("What is for a log does not go with --fix and --diff: these show whole lines")
        raise Stop(message, say("Leave one of them out."))
    return is_so


def _readable(findings: tuple[Finding, ...], examined: Examined, public: date | None) -> tuple[Finding, ...]:
    from elzctl.render.findings_public import findings_for_log, findings_public

    if public is not None:
        return findings_for_log(findings, examined.loaded, public)
    return findings_public(findings, examined.loaded.sources, examined.loaded.plan)


def _machine(format_: str) -> Any:
    """The function that prints a format, ``None`` when people read it."""
    name = MACHINES.get(format_)
    return None if name is None else getattr(import_module(f"elzctl.render.{name}"), name)


def _examined(
    session: Session, choice: Wanted, machine: Any, *, make: bool, show: bool, yes: bool, today: date
) -> Examined:
    """The plan and its findings, after the changes that were asked for."""
    from elzctl.views.examine import examined

    if show and machine is not None:
        raise Stop(say("--diff is for people to look at"), say("Leave out --diff, or --format."))
    before = examined(session.load(), today)
    if not (make or show):
        return before
    from elzctl.cli.fixing import Fixing, fixed
    from elzctl.tree import WorkTree

    return fixed(
        session, WorkTree(session.root()), before, choice.wants, Fixing(make, show, yes), for_people=machine is None
    )


def _show(
    session: Session,
    examined: Examined,
    findings: Sequence[Finding],
    choice: Wanted,
    how: _How,
) -> None:
    """The findings for people, and the line that counts them."""
    from elzctl.cli.look import look
    from elzctl.render.findings_text import MOST, advice, findings_text, summary, tally

    width, paint = look()
    sources, language = examined.loaded.sources, session.language
    if how.listed:
        most = None if how.everything else MOST
        for block in findings_text(findings, sources if how.quoted else {}, language, paint, width=width, most=most):
            session.print(block)
        for line in (*tally(findings, paint), *advice(findings, language, width)) if width is not None else ():
            session.print(line)
    # A level says what is listed; the last line counts what is there all the same.
    counted = [finding for finding in examined.findings if choice.at_any_level().wants(finding)]
    files = sum(map(choice.has, sources))
    session.print(
        summary(counted, files, language, paint, whole=choice.all_kinds, since=printable(how.since), width=width)
    )
