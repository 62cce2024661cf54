"""What can be downloaded: the plan as data, tables for Excel, files for calendars; and documents, made apart."""

from __future__ import annotations

import csv
import io
import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from elzctl.followup.points import points
from elzctl.meeting import Meeting
from elzctl.model import Action
from elzctl.render.markdown import clean, plain
from elzctl.render.plan_glance import deadline_of
from elzctl.render.site.attached import ANCHOR
from elzctl.render.site.linked import NAME as LINKED
from elzctl.render.site.linked import linked_data
from elzctl.render.site.meeting_pages import INVITED
from elzctl.render.site.page import Site
from elzctl.render.site.plan_data import as_json, public
from elzctl.render.words import STATUSES
from elzctl.views.published import is_open
from elzctl.wording import Message, say

if TYPE_CHECKING:
    from elzctl.followup.points import PointRow

DATA = ("plan.json", LINKED, "actions.csv", "points.csv")
FOLDER = "data"
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")


def places(site: Site) -> None:
    """Gives the files a place, so that pages can lead to them."""
    for name in DATA[:3] if not site.plan.meetings else DATA:
        site.places.file(f"data:{name}", f"{FOLDER}/{name}")
    for name, one in site.options.attached.items():
        site.places.file(f"{ANCHOR}{name}", one.path)
    folder = site.places.folder("document")
    for ending in site.options.documents:
        site.places.file(f"{ending}:plan", f"{folder}/plan.{ending}")
        for meeting in site.plan.meetings:
            if is_open(site.plan, meeting):
                site.places.file(f"{ending}:{meeting.id}", _document(meeting, ending, site))


def data_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """The data beside the plan as a whole; what is not public is not in them either."""
    yield f"{FOLDER}/{LINKED}", as_json(public(linked_data(site), site))
    yield f"{FOLDER}/actions.csv", _csv(_ACTION_HEAD, (_action(one, site) for one in site.plan.actions), site)
    if site.plan.meetings:
        rows = (_point(row, site) for row in points(site.plan, site.today))
        yield f"{FOLDER}/points.csv", _csv(_POINT_HEAD, rows, site)


def calendar_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """A file for calendars for each meeting to which people are, or were, invited."""
    for meeting in site.plan.meetings:
        path = site.places.page(f"ics:{meeting.id}")
        if path and meeting.state in INVITED:
            from elzctl.render.calendar import invitation_ics

            yield path, invitation_ics(site.plan, meeting, site.say, site.today, site.address_of(meeting.id))


def _document(meeting: Meeting, ending: str, site: Site) -> str:
    name = site.places.page(meeting.id).rpartition("/")[2].removesuffix(".html")
    return f"{site.places.folder('document')}/{name}.{ending}"


# Tables for Excel in Belgium: “;”, UTF-8 with a mark, CRLF, and no cell that is taken for a formula.

_ACTION_HEAD = (
    *(say("No."), say("Id"), say("Title"), say("State"), say("Lead"), say("Partners"), say("Target groups")),
    *(say("Themes"), say("Deadline")),
)
_POINT_HEAD = (
    *(say("Id"), say("Noted on"), say("Action point"), say("Who"), say("Deadline"), say("State"), say("Closed on")),
    say("Actions"),
)


def _action(action: Action, site: Site) -> tuple[str, ...]:
    text, settings = site.text, site.plan.settings
    return (
        str(action.number or ""),
        action.id,
        text.title_text(action.title),
        site.say(STATUSES[action.status]) if action.status is not None else "",
        text.actors(action.lead),
        text.actors(action.partners),
        text.named(action.target_groups, settings.target_groups),
        text.named(action.themes, settings.themes),
        deadline_of(action, text),
    )


def _point(row: PointRow, site: Site) -> tuple[str, ...]:
    from elzctl.render.meeting_words import POINT_STATES

    point, text = row.point, site.text
    return (
        point.id,
        row.meeting.day.isoformat(),
        plain(text.noted(point.text)),
        text.actors(point.owners),
        text.when(row.due) if row.due is not None else "",
        site.say(POINT_STATES[row.state]),
        row.closed.isoformat() if row.closed is not None else "",
        ", ".join(dict.fromkeys(one.id for one in point.references)),
    )


def _csv(heads: tuple[Message, ...], rows: Iterable[tuple[str, ...]], site: Site) -> bytes:
    text = io.StringIO(newline="")
    made = csv.writer(text, delimiter=";", lineterminator="\r\n")
    made.writerow(map(site.say, heads))
    for row in public([[" ".join(clean(cell).split()) for cell in row] for row in rows], site):
        made.writerow(_inert(" ".join(cell.split())) for cell in row)
    return BOM_UTF8 + text.getvalue().encode()


def _inert(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell
