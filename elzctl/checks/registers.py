"""What the registers need of events, signals and agreements: when, for whom, and who."""

from __future__ import annotations

from collections.abc import Iterator

from elzctl.finding import Finding, Severity
from elzctl.model import Plan
from elzctl.wording import say


def empty_note(plan: Plan) -> Iterator[Finding]:
    """An action point, a decision, a signal, an agreement or an event says nothing.

    It gets a number and is printed, and nobody knows what it was about.

    Wrong::

        BESLUIT:

    Right::

        BESLUIT: De groep wisselt van locatie.
    """
    for noted in plan.noted.values():
        if not noted.text:
            message = say("Nothing is said here: there are no words on this line")
            hint = say("Write what was noted, or take the line out.")
            yield Finding("empty-note", Severity.WARNING, message, noted.span, hint)


def event_without_date(plan: Plan) -> Iterator[Finding]:
    """An event has no date that can be read, so that it stands in no calendar.

    The date comes first, and then the hours when they are known.

    Wrong::

        EVENEMENT: Babbeltaartjes op 11 oktober

    Right::

        EVENEMENT: 2025-10-11 13u30-17u Babbeltaartjes
    """
    from elzctl.meeting import Event

    for noted in plan.noted.values():
        if type(noted) is Event and noted.when is None and noted.text:
            message = say("This event does not begin with a date that can be read")
            hint = say("Put the date first, with its year: “{line}”.", line="2025-10-11 13u30-17u …")
            yield Finding("event-without-date", Severity.WARNING, message, noted.span, hint)


def signal_without_target_group(plan: Plan) -> Iterator[Finding]:
    """A signal is about no target group and no theme.

    Signals are grouped and discussed by target group. Who looks for those of one group does not find it.

    Wrong::

        SIGNAAL: Jonge ouders vinden de weg niet

    Right::

        SIGNAAL: Jonge ouders vinden de weg niet #jonge-ouders
    """
    from elzctl.meeting import Signal

    for noted in plan.noted.values():
        if type(noted) is Signal and not noted.tags and noted.text:
            hint = say("Add “#” with the id of a target group or a theme of plan.yaml.")
            message = say("It is not said which target group this signal is about")
            yield Finding("signal-without-target-group", Severity.INFO, message, noted.span, hint)


def agreement_without_actor(plan: Plan) -> Iterator[Finding]:
    """An agreement does not say who commits to it.

    Wrong::

        AFSPRAAK: De lokale besturen helpen de info verspreiden #voeding-en-beweging

    Right::

        AFSPRAAK: @lokale-besturen helpen de info verspreiden #voeding-en-beweging
    """
    from elzctl.meeting import Agreement

    for noted in plan.noted.values():
        if type(noted) is Agreement and not noted.who and noted.text:
            message = say("It is not said who commits to this")
            hint = say("Name the actors with “@” and their ids.")
            yield Finding("agreement-without-actor", Severity.WARNING, message, noted.span, hint)
