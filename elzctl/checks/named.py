"""Names in minutes and series: actors, references, target groups and themes."""

from __future__ import annotations

from collections.abc import Iterator

from elzctl.body import Reference
from elzctl.checks.names import Names
from elzctl.fiche import Ref
from elzctl.finding import Finding, Severity
from elzctl.model import Plan
from elzctl.wording import say


def actors_in_minutes(plan: Plan) -> Iterator[tuple[Ref, ...]]:
    """Every list in ``meetings/`` in which actors are named, and the places that hold one; of what was noted the unknown ones."""
    for series in plan.series.values():
        if series.body is not None:
            yield (series.body,)
    for meeting in plan.meetings:
        yield meeting.present
        yield meeting.excused
        for ref in (meeting.speaker, *[one.speaker for one in (*meeting.was, meeting.next) if one is not None]):
            if ref is not None:
                yield (ref,)
    # Most are known; the others are named without the sign in front of them.
    yield tuple([_bare(ref) for refs in _noted_actors(plan) for ref in refs if ref.id not in plan.actors])


def _noted_actors(plan: Plan) -> Iterator[tuple[Ref, ...]]:
    """The actors in what was noted, each with its ``@``."""
    from elzctl.meeting import Point, Resolution, Signal

    for noted in plan.noted.values():
        if isinstance(noted, Point):
            yield noted.owners
            for contribution in noted.contributions:
                yield contribution.who
        elif not isinstance(noted, Resolution):
            yield noted.who
            if isinstance(noted, Signal):
                for step in noted.steps:
                    yield step.who


def lists_in_minutes(plan: Plan) -> Iterator[tuple[Ref, ...]]:
    """Every list of names in ``meetings/`` in which one name has one place."""
    for meeting in plan.meetings:
        yield meeting.present
        yield meeting.excused


def references_in_minutes(plan: Plan) -> Iterator[Reference]:
    """Every reference in the texts of meetings; not those into minutes that could not be read."""
    for meeting in plan.meetings:
        for reference in meeting.minutes.references:
            if reference.id.partition("/")[0] not in plan.unread:
                yield reference


def unknown_tag(plan: Plan) -> Iterator[Finding]:
    """A ``#word`` in minutes is neither a target group nor a theme of ``plan/plan.yaml``.

    Signals are listed by target group and agreements by theme. With an unknown word they are missing there.

    Wrong::

        SIGNAAL: Jonge ouders vinden de weg niet #jonge-ouder

    Right::

        SIGNAAL: Jonge ouders vinden de weg niet #jonge-ouders
    """
    if not plan.settings.at:
        return  # the file is missing or broken, and that has been said
    groups, themes = plan.settings.target_groups, plan.settings.themes
    unknown = [ref for ref in _tags(plan) if ref.id not in groups and ref.id not in themes]
    known = (*groups.items(), *themes.items()) if unknown else ()
    names = Names((name, (words,)) for name, words in known)
    for ref in map(_bare, unknown):
        message = say("“{name}” is neither a target group nor a theme", name=ref.id[:80])
        meant = names.meant(ref.id, ref.span)
        hint = meant.hint or say("Add it in plan/plan.yaml under target_groups or themes, or take the # away.")
        yield Finding("unknown-tag", Severity.ERROR, message, ref.span, hint, fix=meant.fix)


def _tags(plan: Plan) -> Iterator[Ref]:
    from elzctl.meeting import Resolution

    for noted in plan.noted.values():
        if not isinstance(noted, Resolution) and noted.tags:
            yield from noted.tags


def _bare(ref: Ref) -> Ref:
    """The same name; its place without the sign in front of it."""
    path, line, column, start, end = ref.span
    return Ref(ref.id, type(ref.span)(path, line, column + 1, start + 1, end))
