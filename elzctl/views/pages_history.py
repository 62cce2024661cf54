"""What happened to everything that has a page of its own: one pass over the main line, every version of a file read once.

Only what everybody may read is compared: of a meeting, what was published of it before and after each commit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from zlib import crc32

from elzctl.commits.blob_tree import Blob
from elzctl.commits.history import Line, Made, Touched
from elzctl.ids import fault, slug
from elzctl.load import ACTIONS, ACTORS, GOALS, MEETINGS, SERIES, TEXTS
from elzctl.meeting import Meeting
from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.tree import is_ignored
from elzctl.value import replace
from elzctl.views import changes as view
from elzctl.views.changes import Changed, Changes, How, Thing, changes
from elzctl.views.changes_renamed import renamed as given_up
from elzctl.views.history import BESIDE, Reader
from elzctl.views.published import published

MOST = 20
"""So many changes of a page are told, the newest."""
MOST_VERSIONS = 1_500
"""So many changed files are read, the newest; a history that is longer than that is told in part.

Of what is older, as many files more are read that came or went: they may be what got another id, which links still have.
"""

_FOLDERS = (ACTIONS, MEETINGS, TEXTS)
_NAMED = (GOALS, ACTORS, SERIES)
"""Files with many things in them, each of which can get another id."""
_TOLD = (Thing.ACTION, Thing.MEETING)


class Look(NamedTuple):
    """A commit with the files that have to be read to tell of it, before and after; and those that came with nothing going.

    *nameless* are the ids that stand here for names of files that were none.
    """

    made: Made
    old: Mapping[str, Blob]
    new: Mapping[str, Blob]
    come: tuple[str, ...]
    nameless: frozenset[str] = frozenset()


class Happened(NamedTuple):
    """What changed on a day in one thing; ``None`` when it came."""

    day: date
    change: Changed | None = None


class PagesPast(NamedTuple):
    """By the ids of today, what happened, the newest first; and which id became which, *actors* and *series* apart.

    *first* has by the id of today the one by which a thing was known first, where that is another.
    """

    happened: Mapping[str, tuple[Happened, ...]]
    moved: Mapping[str, str]
    actors: Mapping[str, str]
    first: Mapping[str, str] = {}
    series: Mapping[str, str] = {}


def looks(line: Line, changed: Mapping[str, tuple[Touched, ...]]) -> tuple[Look, ...]:
    """The commits that have something to tell, the newest first."""
    named = {commit: tuple(map(_named, files)) for commit, files in changed.items()}
    nameless = frozenset(
        now.path for commit, some in named.items() for was, now in zip(changed[commit], some, strict=True) if was != now
    )
    seen: Counter[str] = Counter()
    chosen: dict[str, tuple[tuple[Touched, ...], tuple[str, ...]]] = {}
    left = renames = MOST_VERSIONS
    # What stands in the oldest commit of a copy that was cut off did not come with it.
    for made in line.made[: -1 if line.cut else None]:
        files = named.get(made.revision.id, ())
        read, come = tuple(_read(files, seen)), tuple(_come(files))
        is_named = any(one.path in _NAMED for one in files)
        left -= len(read)
        if left < 0:
            read, come = tuple(one for one in read if None in (one.old, one.new)), ()
            renames -= len(read) + is_named
        if renames < 0:
            break
        if read or come or is_named:
            chosen[made.revision.id] = read, come
    return tuple(_snapshots(line, named, chosen, nameless))[::-1]


def pages_past(found: Iterable[Look], reader: Reader, ids: Collection[str], until: date) -> PagesPast:
    """What happened up to a day to what has these *ids* today."""
    happened: dict[str, list[Happened]] = {name: [] for name in ids}
    names = {name: name for name in ids}
    begun = dict(names)
    moved: dict[str, str] = {}
    actors: dict[str, str] = {}
    series: dict[str, str] = {}
    nameless: set[str] = set()
    for look in found:
        nameless |= look.nameless
        whole = _compared(look, reader) if look.old or look.new else None
        for one in _happened(look, whole, names, begun):
            page, event = one
            if event.day <= until and len(happened[page]) < MOST:
                happened[page].append(event)
        for known, renamed in zip((moved, actors, series), whole.renamed if whole else (), strict=False):
            for old, new in renamed.items():
                known.setdefault(old, known.get(new, new))
    told = {name: tuple(some) for name, some in happened.items() if some}
    # What had no id had no page, that links could have led to.
    moved = {old: new for old, new in moved.items() if old not in nameless}
    return PagesPast(told, moved, actors, _first(begun), series)


def _compared(look: Look, reader: Reader) -> Changes:
    """What everybody may see of a commit; which file took the place of which, the whole text of both says."""
    old, new = reader.plan(look.old), reader.plan(look.new)
    return view.published(changes(_public(old), _public(new), given_up(old, new)))


def _public(plan: Plan) -> Plan:
    """What was published, and of the files that go with minutes the titles alone: which of these are published is not known here."""
    plan = published(plan)
    if not any(one.attachments for one in plan.meetings):
        return plan
    return replace(plan, meetings=tuple(map(_without_files, plan.meetings)))


def _without_files(meeting: Meeting) -> Meeting:
    titled = (replace(one, file="") for one in meeting.attachments if one.title)
    return replace(meeting, attachments=tuple(titled)) if meeting.attachments else meeting


def _first(begun: Mapping[str, str]) -> dict[str, str]:
    """The first id of what has another today, the newest change of an id first in *begun*.

    An id that was given up and then taken by something else is that of the one that had it first; the next one gets a
    number behind it that no id has.
    """
    taken: Counter[str] = Counter()
    found: dict[str, str] = {}
    for page, name in reversed(list(begun.items())):
        taken[name] += 1
        found[page] = name if taken[name] == 1 else f"{name}.{taken[name]}"
    return {page: name for page, name in found.items() if page != name}


def _happened(
    look: Look, whole: Changes | None, names: dict[str, str], begun: dict[str, str]
) -> Iterator[tuple[str, Happened]]:
    """What a commit changed in what has a page, with the id of today; *names* become those before it, *begun* the first ones."""
    day = look.made.revision.day
    for name in look.come:
        if name in names:
            yield names[name], Happened(day)
    for change in whole.things if whole else ():
        page = names.get(change.id)
        if page is None or change.thing not in _TOLD or How.UNREADABLE in change.how:
            continue
        if How.ADDED in change.how:
            yield page, Happened(day)
        elif change.parts or How.READABLE in change.how:
            yield page, Happened(day, change)
        if change.was:
            del names[change.id], begun[page]
            names[change.was], begun[page] = page, change.was


# Which files are read


def _named(file: Touched) -> Touched:
    """The file, under a name that is an id when its own was none: what it was before and after that would else not be one thing."""
    folder, _, name = file.path.rpartition("/")
    stem = name.removesuffix(".md")
    if not _has_page(file.path) or fault(stem) is None:
        return file
    return file._replace(path=f"{folder}/{slug(stem)}-{crc32(stem.encode('utf-8', 'surrogatepass')):08x}.md")


def _read(files: Iterable[Touched], seen: Counter[str]) -> Iterator[Touched]:
    """The files that changed, each as often as a page tells of it; and those that came and went, which may be one."""
    files = tuple(one for one in files if _has_page(one.path))
    both = _both(files)
    for one in files:
        if one.old is None or one.new is None:
            yield from (one,) * (_folder(one.path) in both)
        elif seen[one.path] < MOST:
            seen[one.path] += 1
            yield one


def _come(files: Iterable[Touched]) -> Iterator[str]:
    """The ids of the files that came where nothing went: they cannot have had another name."""
    files = tuple(one for one in files if _has_page(one.path))
    both = _both(files)
    for one in files:
        if one.old is None and _folder(one.path) not in both:
            yield _id(one.path)


def _both(files: Iterable[Touched]) -> set[str]:
    """The folders in which some files came and others went."""
    files = tuple(files)
    come, gone = ({_folder(one.path) for one in files if one[place] is None} for place in (1, 2))
    return come & gone


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _id(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md")


def _has_page(path: str) -> bool:
    folder, _, name = path.rpartition("/")
    return folder in _FOLDERS and name.endswith(".md") and not is_ignored(name)


def _snapshots(
    line: Line,
    changed: Mapping[str, tuple[Touched, ...]],
    chosen: Mapping[str, tuple[tuple[Touched, ...], tuple[str, ...]]],
    nameless: frozenset[str],
) -> Iterator[Look]:
    """The chosen commits with the files that are needed before and after them, the oldest first."""
    beside: dict[str, Blob] = {}
    for made in reversed(line.made):
        before = dict(beside)
        for one in changed.get(made.revision.id, ()):
            if one.path in BESIDE:
                beside.pop(one.path, None)
                beside.update({} if one.new is None else {one.path: one.new})
        if made.revision.id in chosen:
            read, come = chosen[made.revision.id]
            is_told = bool(read) or any(before.get(path) != beside.get(path) for path in _NAMED)
            old = {one.path: one.old for one in read if one.old is not None}
            new = {one.path: one.new for one in read if one.new is not None}
            ids = frozenset(map(_id, nameless.intersection((*old, *new)))) if nameless else nameless
            yield Look(made, before | old if is_told else {}, beside | new if is_told else {}, come, ids)
