"""Changes to a file of the plan: it is written only when it then reads as was meant, and in nothing else differs."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from elzctl import edit
from elzctl.finding import Finding
from elzctl.load import load
from elzctl.meeting import Meeting
from elzctl.model import Action, Plan, Settings
from elzctl.scaffold.allowed import OneFile, Refused
from elzctl.source import Patch, Source
from elzctl.value import replace
from elzctl.wording import Message, say


def amend(root: Path, source: Source, patches: tuple[Patch, ...], wanted: Meeting | Action | Settings) -> None:
    """Changes the file *source* so that it reads as *wanted*.  Raises Refused, WriteFault; then nothing was written.

    A file that was changed since *source* was read is not overwritten.
    """
    if not _reads_as(wanted, source, edit.rewritten(source, patches)):
        message = say(
            "{path} is written in a way that elzctl cannot change safely; nothing was written", path=source.path
        )
        raise Refused(
            message, say("Make the change by hand, and check it with “elzctl validate {path}”.", path=source.path)
        )
    edit.apply(root, patches, {source.path: source})


def _reads_as(wanted: Meeting | Action | Settings, source: Source, raw: bytes) -> bool:
    """True when *raw* is read as *wanted*, with no finding that was not there before."""
    before, after = (load(OneFile(source.path, data)) for data in (source.raw, raw))
    new = Counter(map(_said, after.findings)) - Counter(map(_said, before.findings))
    return not new and _read(after.plan, wanted) == [_comparable(wanted)]


def _read(plan: Plan, wanted: Meeting | Action | Settings) -> list[object]:
    """What was read that is of the kind of *wanted*."""
    if isinstance(wanted, Settings):
        return [plan.settings]
    return [_comparable(one) for one in (plan.meetings if isinstance(wanted, Meeting) else plan.actions)]


def _said(finding: Finding) -> tuple[str, str, Message]:
    """A finding without its place, which a change may move."""
    return finding.code, finding.span.path, finding.message


def _comparable(wanted: Meeting | Action | Settings) -> object:
    """The meeting, and apart what its text refers to, in no order; anything else as it is."""
    if not isinstance(wanted, Meeting):
        return wanted
    meeting = wanted
    references = Counter((reference.id, reference.label) for reference in meeting.minutes.references)
    return replace(meeting, minutes=replace(meeting.minutes, references=())), references
