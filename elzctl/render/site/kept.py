"""What a site was made of, so that after a change only that is made anew which shows it.

The text of an action is seen on its own page, in the index to search in and in the data alone, but for its first sentence:
all other pages are made of a plan in which it is not (:func:`elzctl.views.published.without_texts`).  When everything else
that a site is made of is the same, all pages stay but those of actions whose text changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from elzctl.hashes import blake2b
from elzctl.load import Loaded
from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.render.job import Parcel
from elzctl.render.site.first_sentence import first_paragraph
from elzctl.render.site.long_texts import is_long_action
from elzctl.templates import OwnTemplates

if TYPE_CHECKING:
    import hashlib

PLAN = "data/plan.json"
"""The file beside the pages and the index that holds the texts of actions."""
_ACTION = b'{"id": "'


class Inputs(NamedTuple):
    """What a site is made of, as hashes: the files that any page may show, these with all else, and the text of each action."""

    files: str
    common: str
    actions: Mapping[str, str]


class Built(NamedTuple):
    """A site: its files by their paths, and where everything stands.

    ``entries`` are what can be found, by the names of pages and the ids of decisions, in the order of the index.
    """

    files: Mapping[str, bytes]
    entries: Mapping[str, tuple[Any, ...]]
    places: Mapping[str, str]


def put_together(parts: Iterable[Any]) -> Built:
    """The site of which two processes made the parts: files, files again, and at last all the rest."""
    files, theirs, rest = (one.opened() if isinstance(one, Parcel) else one for one in parts)
    found: Built = rest
    return found._replace(files={**files, **theirs, **found.files})


def files_in(part: Any) -> Mapping[str, bytes]:
    """The files in one of the parts of which :func:`put_together` makes a site."""
    found: Mapping[str, bytes] = part.files if isinstance(part, Built) else part
    return found


class Changes(NamedTuple):
    """What is not as it was of a site: as :class:`Built`; ``lines`` are those of actions in the data, by their ids."""

    files: Mapping[str, bytes]
    entries: Mapping[str, tuple[Any, ...]]
    lines: Mapping[str, bytes]

    def then(self, new: Changes) -> Changes:
        """These and later ones together."""
        files, entries = {**self.files, **new.files}, {**self.entries, **new.entries}
        return Changes(files, entries, {**self.lines, **new.lines})


class Kept(NamedTuple):
    """A whole site, and what it was made of."""

    inputs: Inputs
    built: Built

    def with_changes(self, inputs: Inputs, new: Changes) -> Kept:
        """The site of other *inputs*, for which that was made anew."""
        old = self.built
        files = {**old.files, **new.files, PLAN: b"\n".join(_lines(old.files[PLAN], new.lines))}
        built = Built(files, {**old.entries, **new.entries}, old.places)
        return Kept(inputs, built)


def inputs_of(
    loaded: Loaded,
    today: date,
    options: object,
    own: OwnTemplates | None,
    texts: tuple[str, dict[str, str]] | None = None,
) -> Inputs:
    """What a site of a plan is made of; *options* say all that they are in their ``repr``, *texts* are :func:`hashed`."""
    files, actions = hashed(loaded) if texts is None else texts
    common = blake2b()
    _add(common, files.encode(), *_around(loaded.plan), repr((today, options, own)).encode("utf-8", "surrogatepass"))
    return Inputs(files, common.hexdigest(), actions)


def hashed(loaded: Loaded) -> tuple[str, dict[str, str]]:
    """The hash of all files without the texts of actions, and those of the actions with these, by their ids."""
    files, actions = blake2b(), {}
    heads = {action.path: action for action in loaded.plan.actions}
    for path, source in loaded.sources.items():
        raw, action = source.raw, heads.get(path)
        # Pictures are files of the site, which are there as long as any page shows them.
        # A text that goes on on a second page may have one page more or less after an edit.
        if action is not None and "![" not in source.text and not is_long_action(action):
            actions[action.id] = blake2b(raw).hexdigest()
            # Its first sentence stands on the pages of its target groups and themes.
            told = first_paragraph(action) if action.target_groups or action.themes else ""
            head = source.text[: action.body.intro.span.start]
            raw = f"{head}\0{told}".encode("utf-8", "surrogatepass")
        _add(files, path.encode(), raw)
    return files.hexdigest(), actions


def changed(kept: Kept, new: Inputs) -> frozenset[str] | None:
    """The actions of which only the text changed since a site was kept; ``None`` when more did."""
    old = kept.inputs
    if old.common != new.common or old.actions.keys() != new.actions.keys():
        return None
    return frozenset(name for name, one in new.actions.items() if old.actions[name] != one)


def _lines(data: bytes, new: Mapping[str, bytes]) -> Iterator[bytes]:
    """The lines of the data with those of some actions in the place of the earlier ones."""
    for line in data.split(b"\n"):
        name = line[len(_ACTION) : line.find(b'"', len(_ACTION))].decode() if line.startswith(_ACTION) else ""
        yield new[name] + line[len(line.rstrip(b",")) :] if name in new else line


def _around(plan: Plan) -> Iterator[bytes]:
    """What a plan holds beside what was read as text."""
    names = (sorted(plan.unread), sorted(plan.attachments), plan.own_templates, sorted(plan.pictures))
    yield repr(names).encode("utf-8", "surrogatepass")
    yield plan.logo.data if plan.logo is not None else b""
    for name in sorted(plan.pictures):
        found = plan.pictures[name]
        yield found if isinstance(found, bytes) else repr(found).encode("utf-8", "surrogatepass")


def _add(hashed: hashlib.blake2b, *parts: bytes) -> None:
    """Adds texts, each with its length, so that nothing of one can pass for the beginning of the next."""
    for part in parts:
        hashed.update(b"%d:" % len(part))
        hashed.update(part)
