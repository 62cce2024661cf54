"""What happened to files, commit by commit: the main line of a repository, asked in one pass and never a file at a time.

The main line is what one gets by following the first parent of each commit: a branch counts as one change, on the day on
which it was merged.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

from elzctl import git
from elzctl.commits.blob_tree import OTHER_REPOSITORY, Blob, listed, objects
from elzctl.commits.commit_tree import Revision, Unknown, apart, day_of, revision, unreadable
from elzctl.record import NamedTuple
from elzctl.tree import MAX_BYTES
from elzctl.wording import say

MOST_BYTES = 256 << 20
"""So much of a history is read, so that no repository can fill the memory of a computer."""


class Made(NamedTuple):
    """A commit of the main line, the id of the one before it (``""`` for the first), and who made it."""

    revision: Revision
    before: str = ""
    author: str = ""


class Line(NamedTuple):
    """The main line, the newest commit first.  *cut* when this copy has not what came before the last one."""

    made: tuple[Made, ...]
    cut: bool

    @property
    def begin(self) -> Revision:
        """The oldest commit that is there."""
        return self.made[-1].revision

    @property
    def horizon(self) -> Revision | None:
        """The commit up to which nothing can be seen, in a copy that was cut off."""
        return self.begin if self.cut else None


class Touched(NamedTuple):
    """A file that is not the same after a commit as before it; ``None`` where there is none."""

    path: str
    old: Blob | None
    new: Blob | None


class Step(NamedTuple):
    """A commit that touched what is looked for, with the files that are needed to tell of it, before and after."""

    made: Made
    old: Mapping[str, Blob]
    new: Mapping[str, Blob]


def main_line(root: Path, start: str = "HEAD", *, authors: bool = False) -> Line:
    """All commits of the main line back from *start*; their authors only when they are asked for.  Raises Unknown."""
    tip = revision(root, start)
    form = "--format=%H\t%cd\t%P\t" + ("%an" if authors else "")
    look = ("--date=raw", "--encoding=UTF-8", form)
    answer = git.answered(root, "rev-list", "--first-parent", *look, tip.id, "--")
    if answer.code != 0:
        raise unreadable(root, tip, answer)
    made = []
    for line in answer.output.decode("utf-8", "replace").split("\n"):
        full, _, rest = line.partition("\t")
        if rest:  # before each, Git says "commit" and its id
            day, parents, author = rest.split("\t", 2)
            made.append(Made(Revision(full, day_of(day)), parents.partition(" ")[0], author))
    return Line(tuple(made), _is_cut(root, made[-1]))


def touched(root: Path, pairs: Iterable[tuple[str, str]], folders: Sequence[str]) -> dict[str, tuple[Touched, ...]]:
    """The files in *folders* that are not the same in two commits, by the first; without a second, beside nothing.

    What is asked beside nothing has to be the first commit of all.  Raises Unknown.
    """
    given = "".join(f"{one} {other}".rstrip() + "\n" for one, other in pairs).encode()
    form = ("--stdin", "-r", "-z", "--root", "--raw", "--no-abbrev", "--no-renames", "--no-ext-diff", "--no-textconv")
    answer = git.answered(root, "diff-tree", *form, "--relative", "--", *folders, given=given)
    if answer.code != 0:
        raise unreadable(root, Revision(given[:40].decode(), date.min), answer)
    found: dict[str, list[Touched]] = {}
    files: list[Touched] = []
    words = iter(answer.output.split(b"\0"))
    for word in words:
        if word.startswith(b":"):
            modes, (old, new) = word[1:14].split(b" "), word.split(b" ")[2:4]
            path = next(words).decode("utf-8", "surrogateescape")
            files.append(Touched(path, *(_blob(mode, one) for mode, one in zip(modes, (old, new), strict=True))))
        elif word:
            files = found.setdefault(word.decode("ascii", "replace"), [])
    return {one: tuple(files) for one, files in found.items()}


def states(root: Path, revisions: Sequence[Revision], folder: str) -> Iterator[dict[str, Blob]]:
    """The files of *folder* in each of some commits, which follow each other, none twice.  Raises Unknown."""
    first, *rest = revisions
    answer = git.answered(root, "ls-tree", "-r", "-z", "--long", first.id, "--", folder)
    if answer.code != 0:
        raise unreadable(root, first, answer)
    state = dict(listed(answer.output))
    changed = touched(root, ((one.id, before.id) for before, one in pairwise(revisions)), (folder,)) if rest else {}
    for one in revisions:
        state = _after(state, changed.get(one.id, ()))
        if folder in state and state[folder].mode == OTHER_REPOSITORY:
            raise apart(folder)
        yield state


def steps(line: Line, changed: Mapping[str, tuple[Touched, ...]], path: str, beside: Collection[str]) -> list[Step]:
    """The commits that touched a file, under whatever name it may have had then, the newest first.

    Where a file of that name came while others in its folder went, each of these may have been it before; that is for
    others to judge.  With each come the files *beside*, as they were then.
    """
    wanted, found = {path}, dict[str, set[str]]()
    # What stands in the oldest commit of a copy that was cut off did not come with it.
    for made in line.made[: -1 if line.cut else None]:
        files = changed.get(made.revision.id, ())
        own = {one.path for one in files if one.path in wanted}
        if not own:
            continue
        moved = _moved(files, own)
        if any(one.path in own and one.old is None for one in files):
            wanted |= {one.path for one in files if one.path in moved and one.new is None}
        found[made.revision.id] = own | moved
    return list(_snapshots(line, changed, found, frozenset(beside)))[::-1]


def is_apart(line: Line, changed: Mapping[str, tuple[Touched, ...]], folder: str) -> bool:
    """True when a folder is a repository of its own in the newest commit."""
    files = (one for made in line.made for one in changed.get(made.revision.id, ()) if one.path == folder)
    last = next(files, None)
    return last is not None and last.new is not None and last.new.mode == OTHER_REPOSITORY


def contents(
    root: Path, wanted: Collection[bytes], most: int = MOST_BYTES
) -> tuple[dict[bytes, int], dict[bytes, bytes]]:
    """How large files are, by the ids of what stands in them, and what stands in those that are read.

    Raises Unknown when some are missing, or when these are more than *most* bytes.
    """
    if not wanted:
        return {}, {}
    given = b"\n".join(sorted(wanted)) + b"\n"
    answer = git.answered(root, "cat-file", "--batch-check", given=given)
    heads = (line.split(b" ") for line in answer.output.splitlines())
    sizes = {head[0]: int(head[2]) for head in heads if len(head) == 3}
    small = sorted(one for one, size in sizes.items() if size <= MAX_BYTES)
    if sum(sizes[one] for one in small) > most:
        message = say("More than {limit} MiB of files would have to be read", limit=most >> 20)
        raise Unknown(message, say("Ask for a shorter time, with --since."))
    if answer.code == 0 and len(sizes) == len(wanted):
        answer = git.answered(root, "cat-file", "--batch", given=b"\n".join(small) + b"\n")
        data = {one.id: one.data for one in objects(answer.output)}
        if answer.code == 0 and len(data) == len(small):
            return sizes, data
    raise unreadable(root, revision(root, "HEAD"), answer)


def sized(files: Mapping[str, Blob], sizes: Mapping[bytes, int]) -> dict[str, Blob]:
    """The files with their sizes, so that what is too large is not read."""
    return {path: blob._replace(size=sizes.get(blob.id, 0)) for path, blob in files.items()}


def _is_cut(root: Path, last: Made) -> bool:
    """True when a commit has a parent of which this copy knows nothing."""
    if last.before:
        return True
    answer = git.answered(root, "cat-file", "--batch", given=f"{last.revision.id}\n".encode())
    return any(one.data.partition(b"\n\n")[0].find(b"\nparent ") >= 0 for one in objects(answer.output))


def _blob(mode: bytes, full: bytes) -> Blob | None:
    return None if mode == b"000000" else Blob(mode, full)


def _moved(files: Iterable[Touched], own: Collection[str]) -> set[str]:
    """The files that came and went in the folders of one's own, when both happened: they may be one."""
    folders = {path.rpartition("/")[0] for path in own}
    near = [one for one in files if one.path.rpartition("/")[0] in folders]
    come, gone = ({one.path for one in near if one[place] is None} for place in (1, 2))
    return come | gone if come and gone else set()


def _snapshots(
    line: Line, changed: Mapping[str, tuple[Touched, ...]], found: Mapping[str, set[str]], beside: frozenset[str]
) -> Iterator[Step]:
    """The files that are needed before and after each commit, the oldest first."""
    state: dict[str, Blob] = {}
    for made in reversed(line.made):
        needed = found.get(made.revision.id)
        old = {} if needed is None else {path: state[path] for path in needed | beside if path in state}
        state = _after(state, changed.get(made.revision.id, ()))
        if needed is not None:
            yield Step(made, old, {path: state[path] for path in needed | beside if path in state})


def _after(state: dict[str, Blob], files: Iterable[Touched]) -> dict[str, Blob]:
    """The files after a commit that touched some."""
    state = dict(state)
    for one in files:
        if one.new is None:
            state.pop(one.path, None)
        else:
            state[one.path] = one.new
    return state
