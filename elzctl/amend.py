"""Changes to the file of a meeting: it is written only when it then reads as was meant, and in nothing else differs."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

from elzctl import edit
from elzctl.finding import Finding
from elzctl.load import load
from elzctl.meeting import Meeting
from elzctl.scaffold import OneFile, Refused
from elzctl.source import Patch, Source
from elzctl.wording import Message, say


def amend(root: Path, source: Source, patches: tuple[Patch, ...], wanted: Meeting) -> None:
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


def _reads_as(wanted: Meeting, source: Source, raw: bytes) -> bool:
    """True when *raw* is read as *wanted*, with no finding that was not there before."""
    before, after = (load(OneFile(source.path, data)) for data in (source.raw, raw))
    read = after.plan.meetings
    new = Counter(map(_said, after.findings)) - Counter(map(_said, before.findings))
    return not new and len(read) == 1 and _comparable(read[0]) == _comparable(wanted)


def _said(finding: Finding) -> tuple[str, str, Message]:
    """A finding without its place, which a change may move."""
    return finding.code, finding.span.path, finding.message


def _comparable(meeting: Meeting) -> tuple[Meeting, Counter[tuple[str, str]]]:
    """The meeting, and apart what its text refers to, in no order."""
    references = Counter((reference.id, reference.label) for reference in meeting.minutes.references)
    return replace(meeting, minutes=replace(meeting.minutes, references=())), references
