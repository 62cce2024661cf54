"""``elzctl log``: the history of one action, goal or meeting, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from elzctl.cli.log_subject import Past, subject
from elzctl.cli.options import Argument, Context, Option
from elzctl.cli.past import Beside, of_git, tell_horizon, tell_unfinished
from elzctl.cli.session import FINE, Session
from elzctl.cli.status import Json
from elzctl.render.log_text import Head, Rest

if TYPE_CHECKING:
    from elzctl.commits.commit_tree import Revision
    from elzctl.load import Loaded
    from elzctl.model import Plan
    from elzctl.views.history import Record, Subject

FOLDERS = ("plan", "meetings")

Name = Annotated[
    str,
    Argument(
        metavar="ID|NUMBER|MEETING",
        help="The id or number of an action or goal, the id of a meeting, or a file. One that is gone will do too.",
    ),
]
Since = Annotated[
    str,
    Option("--since", metavar="DATE", help="What changed from this date on, such as 2025-01-01 or “zomer 2025”."),
]
Limit = Annotated[int | None, Option("--limit", metavar="COUNT", least=1, help="At most so many changes.")]
Authors = Annotated[bool, Option("--authors", help="With the names of who made the commits.")]
Internal = Annotated[
    bool,
    Option("--internal", help="With what stands in “::: intern”, and all addresses and numbers; not to be published."),
]


def log(
    ctx: Context,
    name: Name,
    since: Since = "",
    limit: Limit = None,
    authors: Authors = False,
    internal: Internal = False,
    json: Json = False,
) -> int:
    """The history of one action, goal or meeting, in the words of “elzctl diff”, the newest change first.

      elzctl log 3.3.6
      elzctl log kindreflex --since 2025
      elzctl log 2025-05-13 --limit 3
      elzctl log goals.yaml

    Of plan.yaml, goals.yaml, actors.yaml, rights.yaml and series.yaml it is the history of everything in it.

    Each change has the day and the id of its commit. A new number, title or file name does not break the history off.
    Commits that only changed how the file is written are left out, and so is what nobody committed yet: see “elzctl diff”.

    A branch counts as one change, on the day on which it was merged. Actors, goals and target groups have the names that
    they had then; other actions and meetings those of today.
    """
    session: Session = ctx.obj
    root, day = session.root(), _day(since)
    beside = Beside(lambda: _past(root, authors=authors))
    now = session.load()
    past = beside.result()
    about, records = _followed(root, past, subject(name, now.plan, root, past), now, day)
    found = [one for one in records if day is None or one.made.revision.day >= day]
    found = found if internal else _published(found)
    told = [one for one in found if one.found.things]
    rest = Rest(sum(one.found.hidden for one in found), more=limit is not None and len(told) > limit)
    _print(session, about, now.plan, told[:limit], rest, past.line.horizon, internal=internal, json=json)
    tell_horizon(session, past.line.horizon)
    tell_unfinished(session)
    return FINE


def _day(text: str) -> date | None:
    from elzctl.cli.which import date_of

    return date_of("--since", text).first if text else None


def _past(root: Path, *, authors: bool) -> Past:
    """Everything that ever changed, by its name alone.  Raises Unknown."""
    from elzctl.commits.commit_tree import apart
    from elzctl.commits.history import is_apart, main_line, touched

    line = main_line(root, authors=authors)
    changed = touched(root, ((one.revision.id, one.before) for one in line.made), FOLDERS)
    for folder in FOLDERS:
        if is_apart(line, changed, folder):
            raise apart(folder)
    return Past(line, changed)


def _followed(root: Path, past: Past, about: Subject, now: Loaded, day: date | None) -> tuple[Subject, list[Record]]:
    """What it is called now, when it was given another name since, and what changed in it."""
    from elzctl.views.history import Subject

    seen = set()
    while True:
        found = _records(root, past, about, now, day)
        last = found[0].found.things[0] if found else None
        if last is None or last.was != about.id or last.id in seen:
            return about, found
        seen.add(about.id)
        about = Subject(about.thing, last.id, getattr(last.new, "path", about.path))


def _records(root: Path, past: Past, about: Subject, now: Loaded, day: date | None) -> list[Record]:
    """What changed in the subject, the newest first.  Raises Stop when files are missing or too much."""
    from elzctl.commits.history import contents, steps
    from elzctl.views.history import BESIDE, Reader, mended, records, since

    found = since(steps(past.line, past.changed, about.path, BESIDE), day)
    blobs = (blob for step in found for side in (step.old, step.new) for blob in side.values())
    ids = {blob.id for blob in blobs if blob.is_read}
    reader = Reader(*of_git(lambda: contents(root, ids)), now.kept)
    return list(mended(list(records(found, reader, about, now.plan))))


def _published(found: Iterable[Record]) -> list[Record]:
    from elzctl.views.changes import published

    return [one._replace(found=published(one.found)) for one in found]


def _print(
    session: Session,
    about: Subject,
    plan: Plan,
    told: Sequence[Record],
    rest: Rest,
    horizon: Revision | None,
    *,
    internal: bool,
    json: bool,
) -> None:
    head = _head(about, plan, told)
    if json:
        from elzctl.render.log_json import log_json

        session.print(log_json(about, head, told, rest, horizon, internal=internal))
        return
    from elzctl.cli.look import look
    from elzctl.render.changes_words import Words
    from elzctl.render.log_text import Entry, log_text
    from elzctl.views.changes import Thing
    from elzctl.views.history import FILES

    width, paint = look()
    titled = about.id in FILES and FILES[about.id] is not Thing.SETTINGS
    entries = [
        Entry(one.made, tuple(Words(one.found, session.language, internal=internal).told()), titled) for one in told
    ]
    # One write: a terminal would be woken for every line.
    session.print("\n".join(log_text(head, entries, rest, session.language, paint, width)))


def _head(about: Subject, plan: Plan, told: Sequence[Record]) -> Head:
    """What the history is of, as it is now; of what is gone, as it was last."""
    from elzctl.render.marks import in_plain_words

    number, title = plan.titles.get(about.id, ("", ""))
    if not title and about.id == about.path:
        title = about.path
    elif not title:
        values = (one for record in told for one in (record.found.things[0].new, record.found.things[0].old))
        last = next((one for one in values if one is not None), None)
        number, title = str(getattr(last, "number", None) or ""), getattr(last, "title", "") or about.id
    return Head(number, in_plain_words(title, plan), about.path)
