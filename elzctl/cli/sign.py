"""``elzctl sign``: a body signs off an action or the whole plan, and what it approved is kept as a hash."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias

from elzctl.cli.options import Argument, Context, Option
from elzctl.cli.session import FINDINGS, FINE, Stop, today_of
from elzctl.value import replace
from elzctl.wording import say, say_count

if TYPE_CHECKING:
    from datetime import date

    from elzctl.cli.session import Session
    from elzctl.dates import VagueDate
    from elzctl.fiche import Decision, Ref
    from elzctl.finding import Finding
    from elzctl.load import Loaded
    from elzctl.meeting import Meeting, Resolution
    from elzctl.model import Action, Plan, Settings

    Signed: TypeAlias = Action | Settings

WHOLE = "plan"

Name = Annotated[
    str,
    Argument(metavar="ID|NUMBER|plan", help="What is approved: an action by its id, number or file; or “plan”."),
]
By = Annotated[
    str,
    Option("--by", metavar="BODY", help="Who approved it, where the series of the meeting does not say who meets."),
]
Cited = Annotated[
    str,
    Option("--decision", metavar="MEETING/B1", help="The decision by which it was approved, in approved minutes."),
]
On = Annotated[str, Option("--on", metavar="DATE", help="The day of the approval; that of the meeting when not given.")]
Today = Annotated[str, Option("--today", metavar="DAY", help="Act as on this day, such as 2025-12-31.")]


def sign(ctx: Context, name: Name, decision: Cited = "", by: By = "", on: On = "", today: Today = "") -> int:
    """Write down that a body approved an action, or the whole plan, and keep what it approved.

    In the data of the action (of plan.yaml for the whole plan) comes who approved it, when and by which decision, with a
    hash of what was approved. When that changes, validate, status, show and the documents say so, until it is signed
    again with a new decision. What is ticked, measured and told on the way is no change, and neither is another number.

    The body is the one that meets in the series of the meeting. A decision that names actions counts for these alone, and
    one decision approves one text: what changed after it needs another.

    To take an approval back, delete the line “approved”.

    elzctl sign 3.3.6 --decision 2024-08-30-bestuursorgaan/B1

    elzctl sign plan --decision 2024-12-19-bestuursorgaan/B2
    """
    session: Session = ctx.obj
    day = today_of(today)
    if not decision:
        raise Stop(
            say("--decision is missing: by which decision was it approved?"),
            say("Name the meeting and the decision, such as {example}.", example="2024-08-30-bestuursorgaan/B1"),
        )
    loaded = session.load()
    thing = _thing(loaded, name)
    meeting, resolution = _decision(session, loaded, decision)
    _refuse_another(loaded, thing, resolution)
    from elzctl.fiche import Decision

    approved = Decision(resolution.id, _body(loaded.plan, meeting, by), _day(meeting, on, day))
    approved = replace(
        approved, text=thing.approved.text if thing.approved is not None else "", hash=_hash(loaded, thing)
    )
    if thing.approved == approved:
        session.say(say("This was signed already, by this decision: {id}", id=resolution.id))
        return FINE
    _refuse_another_text(thing, approved)
    signed = replace(thing, approved=approved)
    if _has_errors(session, loaded, thing, signed):
        return FINDINGS
    _write(session, loaded, thing, signed, approved)
    assert approved.body is not None
    assert approved.on is not None
    words = {"body": loaded.plan.actor_name(approved.body.id), "date": approved.on.text, "id": resolution.id}
    session.say(say("Approved by {body} on {date}, by decision {id}.", **words))
    session.say(say("A change in what was approved is reported until it is signed again."))
    return FINE


# What is signed


def _thing(loaded: Loaded, typed: str) -> Signed:
    """The action that is meant, or the settings for the whole plan.  Raises Stop."""
    plan = loaded.plan
    name = typed.strip().replace("\\", "/")
    name = name.rpartition("/")[2].removesuffix(".md") if name.endswith(".md") else name
    if name in plan.by_id:
        return plan.by_id[name]
    if name == WHOLE:
        return plan.settings
    found = [action for action in plan.actions if action.number is not None and str(action.number) == name]
    if len(found) == 1:
        return found[0]
    if found:
        hint = say("Name one by its id: {names}.", names=", ".join(one.id for one in found))
        raise Stop(say("{count} actions have the number {number}", count=len(found), number=name), hint)
    if name in plan.unread:
        raise Stop(say("The file of “{name}” could not be read", name=name), say("See “elzctl validate”."), FINDINGS)
    if any(name in (goal.id, str(goal.number)) for goal in plan.all_goals):
        raise Stop(
            say("“{name}” is a goal; goals are approved with the plan", name=name), say("Write: elzctl sign plan …")
        )
    from elzctl.faults.values import suggest

    hint = suggest(name, tuple(plan.by_id)) or say("“elzctl status” lists the actions with their numbers.")
    raise Stop(say("There is no action “{name}”", name=typed[:80]), hint)


def _hash(loaded: Loaded, thing: Signed) -> str:
    from elzctl.followup.sign_off import fingerprint, fingerprint_of_plan, goal_ids
    from elzctl.model import Action

    if not isinstance(thing, Action):
        return fingerprint_of_plan(loaded.plan)
    goals = goal_ids(loaded.plan)
    return fingerprint(thing, goals.get(thing.number.parent, "") if thing.number is not None else "")


# By whom, by which decision, when


def _decision(session: Session, loaded: Loaded, typed: str) -> tuple[Meeting, Resolution]:
    """The decision that was typed, in minutes that stand.  Raises Stop."""
    from elzctl.cli.ask import command_line
    from elzctl.cli.which import meeting_of
    from elzctl.followup.approval import is_changed
    from elzctl.terms import MeetingState

    name, _, number = typed.strip().rpartition("/")
    if not name or number.endswith(".md"):
        hint = say("Name the meeting and the decision, such as {example}.", example="2024-08-30-bestuursorgaan/B1")
        raise Stop(say("“{name}” names no decision", name=typed[:80]), hint)
    meeting = meeting_of(loaded, name)
    found = next((one for one in meeting.resolutions if one.id == f"{meeting.id}/{number}"), None)
    if found is None:
        message = say("{meeting} has no decision “{number}”", meeting=meeting.id, number=number[:80])
        count = len(meeting.resolutions)
        first, last = f"{meeting.id}/B1", f"{meeting.id}/B{count}"
        hint = say("The minutes hold none; write it there as “BESLUIT: …”.")
        if count:
            several = say("Its decisions are {first} to {last}.", first=first, last=last)
            hint = several if count > 1 else say("Its only decision is {id}.", id=first)
        raise Stop(message, hint)
    if meeting.state is not MeetingState.APPROVED:
        hint = say("When they are: {command}", command=command_line(session, f"approve {meeting.id}"))
        raise Stop(say("The minutes with this decision are not approved: {path}", path=meeting.path), hint)
    if is_changed(meeting):
        hint = say("See: {command}", command=command_line(session, f"validate {meeting.path}"))
        raise Stop(
            say("The minutes with this decision were changed after their approval: {path}", path=meeting.path), hint
        )
    return meeting, found


def _refuse_another(loaded: Loaded, thing: Signed, resolution: Resolution) -> None:
    """Raises Stop for a decision about other actions."""
    from elzctl.followup.sign_off import about_others
    from elzctl.model import Action

    name = thing.id if isinstance(thing, Action) else ""
    others = about_others(loaded.plan, resolution, name)
    if others:
        raise Stop(
            say("{id} is about other actions: {names}", id=resolution.id, names=", ".join(others[:5])),
            say("Name the decision by which this action was approved; it names [[{id}]].", id=name),
        )


def _refuse_another_text(thing: Signed, approved: Decision) -> None:
    """Raises Stop when the same decision approved it as it was before a change."""
    kept = thing.approved
    if kept is not None and kept.hash and kept.hash != approved.hash and kept.meeting == approved.meeting:
        raise Stop(
            say("{id} approved it as it was; it changed since", id=approved.meeting),
            say("Put it back as it was, or name the new decision by which the change was approved."),
        )


def _body(plan: Plan, meeting: Meeting, typed: str) -> Ref:
    """The actor that meets in the series, and that was typed if any was.  Raises Stop."""
    from elzctl.faults.values import suggest
    from elzctl.fiche import Ref
    from elzctl.followup.sign_off import who_met
    from elzctl.source import Span

    body = who_met(plan, meeting.id)
    if typed and typed in plan.actors and body in plan.actors and typed != body:
        raise Stop(
            say("--by: it was “{body}” that met there, and not “{name}”", body=body, name=typed),
            say("Leave --by out, or name a decision of “{name}” itself.", name=typed),
        )
    if typed:
        if typed in plan.actors:
            return Ref(typed, Span(""))
        hint = suggest(typed, tuple(plan.actors)) or say("The names are in {path}.", path="plan/actors.yaml")
        raise Stop(say("--by: “{name}” is not one of the actors", name=typed[:80]), hint)
    if body not in plan.actors:
        raise Stop(
            say("Who approved it? The series of this meeting does not say who meets"), say("Name the body with --by.")
        )
    return Ref(body, Span(""))


def _day(meeting: Meeting, typed: str, today: date) -> VagueDate:
    """The day that was typed, else that of the meeting.  Raises Stop."""
    from elzctl.cli.which import day_so_far
    from elzctl.dates import VagueDate

    if meeting.day > today:
        message = say("{meeting} is still to come: it takes place on {day}", meeting=meeting.id, day=str(meeting.day))
        raise Stop(message, say("Sign once it was there."))
    found = day_so_far("--on", typed, today) if typed else VagueDate(meeting.day.isoformat(), meeting.day, meeting.day)
    if found.first < meeting.day:
        message = say("--on: “{date}” is before the meeting itself ({day})", date=found.text, day=str(meeting.day))
        raise Stop(message)
    return VagueDate(found.first.isoformat(), found.first, found.last)


# Checked and written


def _has_errors(session: Session, loaded: Loaded, thing: Signed, signed: Signed) -> bool:
    """Shows the errors in what is signed; true when there are any."""
    from elzctl.cli.look import show_findings

    found = _errors(loaded, thing, signed)
    show_findings(session, found, loaded.sources)
    if found:
        session.say(
            say_count(
                "Nothing was changed: {count} error has to be settled first.",
                "Nothing was changed: {count} errors have to be settled first.",
                len(found),
            )
        )
    return bool(found)


def _errors(loaded: Loaded, thing: Signed, signed: Signed) -> tuple[Finding, ...]:
    """The errors that are left when it is signed: in the file of the action, or anywhere in the plan."""
    from elzctl.checks.every import check
    from elzctl.finding import Severity, by_place
    from elzctl.model import Action, Settings

    plan = loaded.plan
    if isinstance(signed, Settings):
        plan, place = replace(plan, settings=signed), "plan/"
    else:
        assert isinstance(thing, Action)
        plan = replace(plan, actions=tuple(signed if one is thing else one for one in plan.actions))
        place = thing.path
    found = (one for one in (*loaded.findings, *check(plan)) if one.severity is Severity.ERROR)
    return tuple(sorted((one for one in found if one.span.path.startswith(place)), key=by_place))


def _write(session: Session, loaded: Loaded, thing: Signed, signed: Signed, approved: Decision) -> None:
    """Writes it, and prints the file.  Raises Stop, WriteFault."""
    from elzctl import front_matter
    from elzctl.amend import amend
    from elzctl.amend_state import with_sign_off
    from elzctl.load import PLAN
    from elzctl.model import Action
    from elzctl.render.terminal import printable
    from elzctl.scaffold.allowed import Refused

    source = loaded.sources[thing.path if isinstance(thing, Action) else PLAN]
    halves = front_matter.split(source) if isinstance(thing, Action) else None
    end = halves.end if isinstance(halves, front_matter.Front) else len(source.text)
    try:
        amend(session.root(), source, with_sign_off(source, thing.at, thing.approved, approved, end), signed)
    except Refused as refused:
        raise Stop(refused.message, refused.hint) from None
    session.print(printable(source.path))
