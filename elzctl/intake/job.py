"""What a child process does with one document: read it and take it in; a document that cannot be read is a value too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from elzctl.intake.paper import Unfit
from elzctl.record import NamedTuple
from elzctl.wording import Message

if TYPE_CHECKING:
    from elzctl.intake.minutes.take import MinutesOptions
    from elzctl.intake.paper import Paper
    from elzctl.intake.plan.take import PlanOptions
    from elzctl.intake.tables.take import Book
    from elzctl.intake.taken import Taken


class Refusal(NamedTuple):
    """Why a document cannot be read, in words for a person, and what to do."""

    message: Message
    hint: Message | None


class Read(NamedTuple):
    """A document that was read, and what it amounts to."""

    paper: Paper
    taken: Taken


def take_plan(name: str, data: bytes, encoding: str | None, options: PlanOptions) -> Read | Refusal:
    """The plan that a document holds."""
    from elzctl.intake.accounted import accounted
    from elzctl.intake.plan.own import own
    from elzctl.intake.plan.take import take_plan as take
    from elzctl.intake.second_look import second_look

    try:
        paper = _paper(name, data, encoding)
        return Read(_lean(paper), accounted(second_look(take(paper, options)), ours=own(paper) is not None))
    except Unfit as unfit:
        return Refusal(unfit.message, unfit.hint)


def take_minutes(name: str, data: bytes, encoding: str | None, options: MinutesOptions) -> Read | Refusal:
    """The meeting that a document holds."""
    from elzctl.intake.accounted import accounted
    from elzctl.intake.minutes.take import take_minutes as take
    from elzctl.intake.second_look import second_look

    try:
        paper = _paper(name, data, encoding)
        actors = options.plan.actors.values() if options.plan is not None else ()
        return Read(_lean(paper), accounted(second_look(take(paper, options)), known=[one.name for one in actors]))
    except Unfit as unfit:
        return Refusal(unfit.message, unfit.hint)


def read_book(name: str, data: bytes, encoding: str | None, sheet: str | None) -> Book | Refusal:
    """The rows of a table."""
    from elzctl.intake.tables.take import book

    try:
        return book(name, data, encoding, sheet)
    except Unfit as unfit:
        return Refusal(unfit.message, unfit.hint)


def _paper(name: str, data: bytes, encoding: str | None) -> Paper:
    from elzctl.intake.readers.read import read

    return read(name, data, encoding)


def _lean(paper: Paper) -> Paper:
    """What a report needs of a document: its lines stand in the account."""
    return paper._replace(lines=(), blocks=())
