"""What ``elzctl render`` can make, and the job that makes it."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from elzctl import dates
from elzctl.cli.parts import part_of_plan, refuse_unread
from elzctl.cli.session import FINDINGS, Stop, one_of
from elzctl.record import NamedTuple
from elzctl.terms import MeetingState
from elzctl.views.part import ALL, file_of
from elzctl.views.part import Wanted as Part
from elzctl.wording import Message, say

if TYPE_CHECKING:
    from elzctl.cli.session import Session
    from elzctl.load import Loaded
    from elzctl.meeting import Meeting
    from elzctl.model import Plan
    from elzctl.render.job import Job
    from elzctl.render.meeting_editions import Wanted
    from elzctl.render.plan_changes import Earlier
    from elzctl.render.version import Version
    from elzctl.templates import OwnTemplates

DOCUMENTS: dict[str, tuple[str, ...]] = {
    "plan": ("html", "pdf", "docx"),
    "minutes": ("html", "pdf", "docx"),
    "invitation": ("html", "pdf", "docx", "ics", "eml"),
    "decisions": ("html", "pdf", "docx"),
    "points": ("html", "pdf", "docx"),
    "report": ("html", "pdf", "docx"),
    "accessibility": ("html", "pdf", "docx"),
}
"""What can be made, each with its formats."""

LISTS = ("decisions", "points")
_READ = (MeetingState.REVIEW, MeetingState.APPROVED)
WHOLE = ("plan", "report", "accessibility")
"""Documents of the plan as a whole, which need no name."""

LONGEST_REVISION = 60
"""Characters of a revision in the name of a file."""

YEARS = (1900, 2200)
"""The first and the last year that a report may be asked of."""

ON_REQUEST = ("docx",)
"""Formats that are made only when they are asked for."""

OWN: dict[str, tuple[str, ...]] = {"html": ("html",), "eml": ("html",), "pdf": ("pdf", "fonts"), "docx": ("docx",)}
"""The kinds of own templates that each format is drawn with."""


class Asked(NamedTuple):
    """What was typed: the document, its meeting or series (``""`` for the plan), and how it is to be made."""

    kind: str
    name: str
    formats: tuple[str, ...]
    today: date
    first: date
    last: date
    internal: bool
    draft: bool
    year: int | None
    own: bool = True
    part: Part = ALL
    archive: bool = False
    """With a manifest of what was made."""
    since: str | None = None
    """The version, or the day of one, since which changes are marked."""
    public: bool = False
    errors: int = 0
    """Errors in what the draft of a document is made of."""

    @property
    def reads(self) -> date | None:
        """The day when everybody may read what is said meanwhile; ``None`` when not everybody may."""
        return self.today if self.public else None


def modules(asked: Asked, ending: str) -> tuple[str, ...]:
    """What a child can import before the plan is read."""
    from importlib import import_module

    from elzctl.render.editions import MODULES

    kind = asked.kind if asked.kind in WHOLE else "meeting"
    parts: tuple[str, ...] = import_module(f"elzctl.render.{kind}_editions").PARTS
    marks = ("elzctl.render.plan_changes",) if asked.since is not None else ()
    # The page of a plan is put together by who waits for its parts.
    page = ("elzctl.render.page_ahead",) if ending == "html" and kind != "plan" else ()
    return (*MODULES[ending], *parts, *marks, *page)


def job(
    session: Session,
    asked: Asked,
    ending: str,
    loaded: Loaded,
    version: Version | None = None,
    since: Earlier | None = None,
) -> Job:
    """What a child has to do.  Raises Stop when there is no such meeting, series or part.

    *version* is that of the plan, *since* the one with which it is compared.
    """
    from elzctl.render.editions import limits
    from elzctl.render.job import Job

    plan, look = _shown(loaded.plan, asked), _own(session, ending) if asked.own else None
    bounds = limits(ending, sum(len(source.raw) for source in loaded.sources.values()))
    if asked.kind == "plan":
        from elzctl.render.plan_editions import plan_edition

        more = (part_of_plan(asked.part, plan), version, asked.internal, since, asked.errors, ending != "html")
        return Job(
            f"{plan_file(asked, plan, since)}.{ending}", plan_edition, (ending, plan, asked.today, look, *more), bounds
        )
    if asked.kind == "accessibility":
        from elzctl.render.accessibility_editions import accessibility_edition

        if plan.settings.accessibility is None:
            hint = say("Write there “accessibility:” and under it at least “contact:”, an address to write to.")
            raise Stop(say("plan/plan.yaml does not say anything about accessibility"), hint)
        name = f"accessibility{_draft(asked)}.{ending}"
        return Job(name, accessibility_edition, (ending, plan, asked.today, look, asked.errors), bounds)
    if asked.kind == "report":
        from elzctl.render.report_editions import report_edition

        year = _year(asked, plan)
        _refuse_year(year, asked.today, plan)
        name = f"report-{year}{'-internal' if asked.internal else ''}{_draft(asked)}.{ending}"
        how = (asked.internal, look, asked.errors)
        return Job(name, report_edition, (ending, plan, year, asked.today, *how), bounds)
    from elzctl.render.meeting_editions import meeting_edition

    wanted = _wanted(asked, plan)
    return Job(f"{wanted.file}.{ending}", meeting_edition, (ending, plan, wanted, asked.today, look), bounds)


def _shown(plan: Plan, asked: Asked) -> Plan:
    """The plan as the document is made of it; an invitation itself says what it shows of its own meeting."""
    if asked.internal:
        return plan
    from elzctl.value import replace
    from elzctl.views.published import printed, without_drafts

    plan = printed(plan)
    if all(one.state in _READ for one in plan.meetings):
        return plan
    found = without_drafts(plan, but=asked.name)
    if asked.kind == "invitation":
        own = plan.meetings_by_id.get(asked.name)
        found = replace(found, meetings=tuple(own if own and one.id == own.id else one for one in found.meetings))
    return found


def drawn_of(asked: Asked, plan: Plan) -> tuple[Meeting, ...]:
    """The meetings of which a list or a report tells."""
    if asked.kind == "report":
        return tuple(one for one in plan.meetings if one.day.year == _year(asked, plan) and one.day <= asked.today)
    found = plan.meetings_of.get(asked.name, ()) if asked.kind in LISTS else ()
    return tuple(one for one in found if asked.first <= one.day <= min(asked.last, asked.today))


def plan_file(asked: Asked, plan: Plan, since: Earlier | None) -> str:
    """The name of the files of the plan, or of the part that is asked for, without their endings."""
    name = file_of(plan, asked.part, internal=asked.internal)
    compared = "" if since is None else f"-since-{_compared(asked.since or '', since)}"
    return f"{name}{compared}{_draft(asked)}"


def _compared(typed: str, since: Earlier) -> str:
    """The branch, tag or commit as it was typed; of a day, that of the version."""
    day = dates.read(typed.strip())
    name = re.sub(r"[^A-Za-z0-9._]+", "-", typed).strip("-._")[:LONGEST_REVISION]
    return since.version.day.isoformat() if isinstance(day, dates.VagueDate) or not name else name


def _draft(asked: Asked) -> str:
    """What the name of a file has for a document that is not for use."""
    return "-draft" if asked.errors else ""


def _own(session: Session, ending: str) -> OwnTemplates:
    """The zone's own templates for a format.  Raises Stop when one cannot be read."""
    from elzctl.templates import BadTemplate, OwnTemplates, own
    from elzctl.tree import WorkTree

    kinds = OWN.get(ending)
    try:
        return own(WorkTree(session.root()), *kinds) if kinds else OwnTemplates()
    except BadTemplate as fault:
        raise Stop(fault.message, None, FINDINGS) from None


def name_of(kind: str, name: str) -> str:
    """The id of a meeting or series, from an id or a path."""
    if name.endswith(".md"):
        name = name.replace("\\", "/").rpartition("/")[2].removesuffix(".md")
    if kind in WHOLE and name:
        hint = say("Write: elzctl render {kind}", kind=kind)
        raise Stop(say("There is one plan; “{name}” is not needed", name=name[:80]), hint)
    if kind not in WHOLE and not name:
        hint = say("Write: elzctl render {kind} NAME", kind=kind)
        raise Stop(say("Of which series?") if kind in LISTS else say("Of which meeting?"), hint)
    return name


def formats_of(kind: str, text: str | None) -> tuple[str, ...]:
    """The formats that are asked for, each once.  Raises Stop."""
    known = DOCUMENTS[kind]
    if text is None:
        return tuple(one for one in known if one not in ON_REQUEST)
    asked = [one_of("--format", one.strip().lower(), (*known, "all")) for one in text.split(",")]
    return known if "all" in asked else tuple(dict.fromkeys(asked))


def _year(asked: Asked, plan: Plan) -> int:
    """The year of a report: as asked, else that of the plan, else that of the day."""
    if asked.year is not None:
        return asked.year
    return plan.years[0].year if plan.years is not None else asked.today.year


def year_asked(text: str | None) -> int | None:
    """The year that was typed.  Raises Stop."""
    if text is None:
        return None
    if not (text.isascii() and text.isdecimal() and YEARS[0] <= int(text[:9]) <= YEARS[1]):
        raise Stop(say("“{text}” is not a year", text=text[:40]), say("Write it as 2025."))
    return int(text)


def _refuse_year(number: int, today: date, plan: Plan) -> None:
    """Raises Stop for a year of which there is nothing to tell."""
    from elzctl.views.report import is_known
    from elzctl.views.year import year

    if number > today.year:
        hint = say("A report looks back: ask for {year}, or an earlier year.", year=today.year)
        raise Stop(say("The year {year} has not begun yet", year=number), hint)
    if not is_known(plan, year(number, today)):
        own = say("This plan is of {plan}.", plan=plan.settings.year.text) if plan.settings.year is not None else None
        raise Stop(say("Of the year {year} nothing is known here: no action, no meeting, no update", year=number), own)


def refuse(asked: Asked) -> None:
    """Raises Stop for options that mean nothing together."""
    if asked.kind != "plan" and asked.part != ALL:
        raise Stop(say("--goal, --action and --lead are for the plan"))
    if asked.kind not in LISTS and (asked.first, asked.last) != (date.min, date.max):
        raise Stop(say("--from and --to are for lists of decisions and points"))
    if asked.kind != "report" and asked.year is not None:
        raise Stop(say("--year is for the annual report"))
    if asked.kind != "plan" and asked.since is not None:
        about = say("What changed in a meeting: elzctl diff BASE --about {name}", name=asked.name)
        raise Stop(
            say("--changed-since is for the plan"), about if asked.name else say("What changed: elzctl diff BASE")
        )
    if asked.first > asked.last:
        raise Stop(say("--to lies before --from"))
    if asked.internal and asked.public:
        raise Stop(say("--public is not for internal editions: what is said of them may be internal too"))


def _wanted(asked: Asked, plan: Plan) -> Wanted:
    """The document of a meeting or series that is there.  Raises Stop."""
    from elzctl.render.meeting_editions import Wanted

    names = (*plan.series, *plan.meetings_of) if asked.kind in LISTS else tuple(plan.meetings_by_id)
    if asked.name not in names:
        refuse_unread(asked.name, plan)
        raise Stop(*_unknown(asked, tuple(dict.fromkeys(names))))
    return Wanted(asked.kind, asked.name, asked.first, asked.last, asked.internal, asked.errors)


def _unknown(asked: Asked, names: tuple[str, ...]) -> tuple[Message, Message]:
    """That there is no such meeting or series, and which ones look like it."""
    from difflib import get_close_matches

    what = say("There is no series “{name}”") if asked.kind in LISTS else say("There is no meeting “{name}”")
    low = asked.name.lower()[:80]
    near = [*(one for one in names if low in one), *get_close_matches(low, names, 3, 0.6)][:3]
    listed = "”, “".join(dict.fromkeys(near or names[-3:]))
    hint = say("Did you mean “{near}”?", near=listed) if near else say("There are: “{names}”.", names=listed)
    return what._replace(args=(("name", asked.name[:80]),)), hint if names else say("This plan has no meetings yet.")
