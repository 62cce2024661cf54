"""The plan as linked data: ``data/plan.jsonld``, in the words of schema.org.

Of all vocabularies this is the one that search engines, portals of open data and most programs read.  What a plan calls an
action is an ``Action`` there as well: who does it (``agent``) with whom (``participant``), for whom (``object``), by when
(``endTime``), and how far it is (``actionStatus``).  The plan itself is a ``Dataset``, with the files that hold it.  A goal is
a ``CreativeWork`` that is about its actions, a meeting an ``Event``.  What schema.org has no word for is left out; it stands
in ``data/plan.json``.

Every name is the address of the page of what it names: whole when that of the site is known, else seen from this file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from elzctl.dates import VagueDate
from elzctl.fiche import Ref
from elzctl.meeting import Meeting
from elzctl.model import Action, Goal, Plan, StrategicGoal
from elzctl.render.markdown import clean, plain
from elzctl.render.site.page import Site
from elzctl.terms import MeetingState, Status
from elzctl.views.planned import ended
from elzctl.views.published import is_open

NAME = "plan.jsonld"
_MEDIA = {"json": "application/json", "csv": "text/csv", "pdf": "application/pdf"}
_MEDIA["docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_STATES: Mapping[Status | None, str] = {
    Status.PROPOSED: "PotentialActionStatus",
    Status.PLANNED: "PotentialActionStatus",
    Status.WAITING: "PotentialActionStatus",
    Status.ON_HOLD: "PotentialActionStatus",
    Status.RUNNING: "ActiveActionStatus",
    Status.DONE: "CompletedActionStatus",
    Status.STOPPED: "FailedActionStatus",
    Status.NOT_RETAINED: "FailedActionStatus",
}
"""One that was moved or merged has no state of its own any more."""


def linked_data(site: Site) -> dict[str, Any]:
    """The whole document."""
    made = _Linked(site)
    return {"@context": "https://schema.org", "@graph": list(made.graph())}


class _Linked:
    """What stands in the document; a key without a value is left out."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._plan: Plan = site.plan
        self._named: dict[str, None] = {}

    def graph(self) -> Iterator[dict[str, Any]]:
        yield self._dataset()
        for strategic in self._plan.strategic_goals:
            yield self._goal(strategic, self._page("page:plan"))
            for goal in strategic.goals:
                yield self._goal(goal, self._page(strategic.id))
        yield from map(self._action, self._plan.actions)
        yield from (self._event(one) for one in self._plan.meetings if is_open(self._plan, one))
        # Those that were named above.
        yield from map(self._actor, self._named)

    def _dataset(self) -> dict[str, Any]:
        settings, years = self._plan.settings, self._plan.years
        files = [*(f"data:{name}" for name in ("plan.json", "actions.csv", "points.csv"))]
        files += [f"{ending}:plan" for ending in self._site.options.documents]
        return _kept(
            {
                "@type": "Dataset",
                "@id": self._page("page:plan"),
                "name": self._site.title,
                "inLanguage": self._site.say.code,
                "temporalCoverage": "/".join(one.isoformat() for one in years) if years is not None else None,
                "publisher": next(iter(self._actors((settings.organisation,) if settings.organisation else ())), None),
                "url": self._page("page:home"),
                "dateModified": max((day.isoformat() for day in self._site.options.touched.values()), default=None),
                "distribution": [one for name in files if (one := self._file(name))],
            }
        )

    def _file(self, anchor: str) -> dict[str, Any] | None:
        path = self._site.places.page(anchor)
        if not path:
            return None
        return {
            "@type": "DataDownload",
            "contentUrl": self._address(path),
            "encodingFormat": _MEDIA[path.rpartition(".")[2]],
        }

    def _goal(self, goal: StrategicGoal | Goal, above: str) -> dict[str, Any]:
        below = self._plan.by_goal.get(goal.number, ()) if isinstance(goal, Goal) and goal.number is not None else ()
        return _kept(
            {
                "@type": "CreativeWork",
                "@id": self._page(goal.id),
                "identifier": str(goal.number or ""),
                "name": self._site.text.title_text(goal.title),
                "isPartOf": {"@id": above},
                "about": [{"@id": self._page(action.id)} for action in below],
            }
        )

    def _action(self, action: Action) -> dict[str, Any]:
        end = ended(self._plan, action) or action.due
        return _kept(
            {
                "@type": "Action",
                "@id": self._page(action.id),
                "identifier": str(action.number or ""),
                "name": self._site.text.title_text(action.title),
                "actionStatus": _state(action.status),
                "startTime": _first(action.start),
                "endTime": _last(end),
                "agent": self._actors(action.lead),
                "participant": self._actors(action.partners),
                "object": [self._group(ref) for ref in action.target_groups],
            }
        )

    def _group(self, ref: Ref) -> dict[str, Any]:
        name = clean(self._plan.settings.target_groups.get(ref.id, ref.id))
        return _kept({"@type": "Audience", "@id": self._page(f"group:{ref.id}"), "name": name})

    def _event(self, meeting: Meeting) -> dict[str, Any]:
        series = self._plan.series.get(meeting.series.id) if meeting.series is not None else None
        cancelled = meeting.state is MeetingState.CANCELLED
        body = series.body if series is not None and series.body is not None else self._plan.settings.organisation
        text = self._site.text
        return _kept(
            {
                "@type": "Event",
                "@id": self._page(meeting.id),
                "name": text.title_text(meeting.title or (series.name if series is not None else "")),
                "startDate": _moment(meeting.day.isoformat(), meeting.start),
                "endDate": _moment(meeting.day.isoformat(), meeting.end) if meeting.end else None,
                "location": _kept({"@type": "Place", "name": plain(text.line(meeting.location))})
                if meeting.location
                else None,
                "eventStatus": f"https://schema.org/{'EventCancelled' if cancelled else 'EventScheduled'}",
                "organizer": self._actors((body,) if body is not None else ()),
                "about": [
                    {"@id": self._page(name)}
                    for name in dict.fromkeys(one.id for one in meeting.minutes.references)
                    if name in self._plan.by_id
                ],
            }
        )

    def _actors(self, refs: Iterable[Ref]) -> list[dict[str, str]]:
        """Actors by their names in the document; those that the plan does not know are left out."""
        known = [ref.id for ref in refs if ref.id in self._plan.actors]
        self._named.update(dict.fromkeys(known))
        return [{"@id": self._who(name)} for name in known]

    def _who(self, name: str) -> str:
        return self._page(f"actor:{name}") or f"#{name}"

    def _actor(self, name: str) -> dict[str, Any]:
        return {"@type": "Organization", "@id": self._who(name), "name": clean(self._plan.actor_name(name))}

    def _page(self, anchor: str) -> str:
        path = self._site.places.page(anchor)
        return self._address(path) if path else ""

    def _address(self, path: str) -> str:
        return (self._site.options.address or "../") + path


def _kept(data: dict[str, Any]) -> dict[str, Any]:
    """The data without keys that have no value."""
    return {key: value for key, value in data.items() if value not in (None, "", [])}


def _state(status: Status | None) -> str | None:
    return f"https://schema.org/{_STATES[status]}" if status in _STATES else None


def _first(when: VagueDate | None) -> str | None:
    return when.first.isoformat() if when is not None else None


def _last(when: VagueDate | None) -> str | None:
    return when.last.isoformat() if when is not None else None


def _moment(day: str, hour: object) -> str:
    """A day, with its hour when that is known: where the zone is, so without an offset."""
    return day if hour is None else f"{day}T{hour}"
