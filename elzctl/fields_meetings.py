"""The keys of the files in ``meetings/``, as literal tables: what each may hold, and what it is for."""

from __future__ import annotations

from typing import Any

from elzctl import clock
from elzctl.kinds import Accepted, Choice, Keyed, Many, Reference, Text, When, Whole
from elzctl.meeting import Approval, Attachment, Meeting, Occasion, Series
from elzctl.schema import Field, Reading, Record, scalar
from elzctl.terms import Access, Cluster, MeetingState
from elzctl.wording import say

# The words for yes and no.
FLAGS = {"yes": True, "ja": True, "true": True, "no": False, "nee": False, "neen": False, "false": False}


class Time:
    """A time of day."""

    empty = None

    def read(self, node: Any, reading: Reading) -> clock.Clock | None:
        text = scalar(node, reading)
        if text is None:
            return None
        found = clock.read(text)
        if found is None:
            message = say("“{text}” is not a time of day", text=text[:80])
            reading.wrong(node, message, say("Write it as 13:30 or 13u30."))
        return found


class Flag:
    """Yes or no, in either language."""

    empty = False

    def read(self, node: Any, reading: Reading) -> bool | None:
        text = scalar(node, reading)
        if text is None:
            return None
        found = FLAGS.get(text.strip().lower())
        if found is None:
            reading.wrong(node, say("“{text}” is neither yes nor no", text=text[:80]), say("Write “yes” or “no”."))
        return found


STATE_WORDS = {
    "afgelast": "cancelled",
    "geannuleerd": "cancelled",
    "gepland": "planned",
    "goedgekeurd": "approved",
    "nagelezen": "review",
    "na-te-lezen": "review",
    "ontwerp": "draft",
    "concept": "draft",
    "klad": "draft",
}
_CLUSTER = {"zorg": "care", "welzijn": "welfare", "lokale-besturen": "local-authorities"}

_OCCASION = {
    "date": Field(When(), say("The day"), "date: 2025-10-09"),
    "start": Field(Time(), say("When it begins, such as 13:30 or 13u30")),
    "end": Field(Time(), say("When it ends")),
    "location": Field(Text(), say("Where it is")),
    "speaker": Field(Reference(), say("Who presents its work: the id of an actor")),
}
# What stayed as it was need not be said again.
_WAS = {**_OCCASION, "date": Field(When(), say("The day"))}

SERIES = Keyed(
    Record(
        Series,
        {
            "name": Field(Text(), say("The name as printed"), "name: Clusteroverleg welzijn"),
            "cluster": Field(Choice(Cluster, _CLUSTER), say("The cluster that meets")),
            "body": Field(Reference(), say("Who meets: the id of an actor")),
            "access": Field(
                Choice(Access, {"besloten": "closed", "gesloten": "closed"}),
                say("open: everyone may come; closed: the members only"),
            ),
            "per_year": Field(Whole(), say("How often a year")),
            "start": Field(Time(), say("When it usually begins, such as 13:30 or 13u30")),
            "end": Field(Time(), say("When it usually ends")),
            "location": Field(Text(), say("Where it usually is")),
            "agenda": Field(Many(Text()), say("What is always on the agenda, after follow-up and approval")),
        },
    )
)

MEETING = Record(
    Meeting,
    {
        "title": Field(Text(), say("The title, on one line"), "title: Clusteroverleg welzijn"),
        "series": Field(
            Reference(), say("The series that it belongs to: a name from series.yaml"), "series: clusteroverleg-welzijn"
        ),
        **{key: _OCCASION[key] for key in ("date", "start", "end", "location")},
        "state": Field(
            Choice(MeetingState, STATE_WORDS),
            say("planned: invitation; draft: notes; review: to be read; approved: the minutes stand; cancelled"),
            "state: planned",
        ),
        "reason": Field(Text(), say("Why it was cancelled")),
        "was": Field(Many(Record(Occasion, _WAS)), say("When and where it was planned before it moved")),
        "speaker": _OCCASION["speaker"],
        "present": Field(Many(Reference()), say("The organisations that were there: ids of actors")),
        "excused": Field(Many(Reference()), say("The organisations that sent word: ids of actors")),
        "attachments": Field(
            Many(
                Record(
                    Attachment,
                    {
                        "file": Field(
                            Text(), say("The name of a file in meetings/attachments"), "file: toelichting.pdf"
                        ),
                        "title": Field(Text(), say("What it is")),
                    },
                )
            ),
            say("The files that go with the minutes"),
        ),
        "next": Field(Record(Occasion, _OCCASION), say("When and where the next meeting is, and who presents there")),
        "last": Field(Flag(), say("yes: no other meeting of this series follows")),
        "no_action_points": Field(Text(), say("Why the meeting has no action point")),
        "approved": Field(
            Record(
                Approval,
                {
                    "in": Field(
                        Reference(),
                        say("The meeting that approved the minutes"),
                        "in: 2025-10-09-clusteroverleg-welzijn",
                        name="meeting",
                    ),
                    "on": Field(When(), say("The day of the approval")),
                    "text": Field(Text(), say("What was approved, as a hash; “elzctl approve” writes it")),
                },
            ),
            say("Where and when the minutes were approved"),
        ),
        "accepted": Field(Accepted(), say("Findings that the zone accepts, each with the reason")),
    },
)
