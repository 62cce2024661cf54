"""The files of a plan as files: how they are written, what they are called, and what was left behind."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from elzctl import git
from elzctl.finding import Finding
from elzctl.ids import is_refused
from elzctl.journal import JOURNAL, TEMPORARY
from elzctl.load import ACTIONS, MEETINGS, TEXTS, Loaded
from elzctl.lock import LOCK
from elzctl.picture_names import ATTACHMENTS, PICTURES
from elzctl.tree import on_one_line
from elzctl.unfinished import cut_off
from elzctl.views.remark import Remark, fault, note, ok
from elzctl.wording import say, say_count

FOLDERS = ("plan", ACTIONS, TEXTS, PICTURES, MEETINGS, ATTACHMENTS, "templates", "templates/fonts", "templates/new")
"""Where elzctl writes and reads; besides these the root itself."""

_ONCE = (
    *(".ci", ".github", ".github/workflows", ".forgejo", ".forgejo/workflows", ".gitlab", ".vscode", "admin", "docs"),
    "private",
)
"""Where it writes only when a repository is begun, or a document comes in."""

_CLAIM = re.compile(r"\.elzctl-[0-9a-f]{8}\.tmp")
_BOM = b"\xef\xbb\xbf"


def files(root: Path, loaded: Loaded) -> Iterator[Remark]:
    """All that is said of the files as files."""
    yield from written(loaded)
    yield from named(_names(root))
    yield from shut(root, loaded)
    yield from cut_off_there(root)
    yield from left_behind(root)
    yield from kept_by_git(root)


def written(loaded: Loaded) -> Iterator[Remark]:
    """How the files are written."""
    found = []
    if foreign := _of_code(loaded, "not-utf8"):
        message = say_count("{count} file is not UTF-8", "{count} files are not UTF-8", len(foreign))
        found.append(fault(message, foreign[0].hint, tuple(map(_place, foreign))))
    if torn := _of_code(loaded, "merge-conflict"):
        message = say_count("{count} file holds a merge conflict", "{count} files hold a merge conflict", len(torn))
        found.append(fault(message, torn[0].hint, tuple(map(_place, torn))))
    if marked := tuple(path for path, raw in _raw(loaded) if raw.startswith(_BOM)):
        message = say_count(
            "{count} file begins with a byte-order mark", "{count} files begin with a byte-order mark", len(marked)
        )
        hint = say("elzctl reads it; other programs may not. Save it as UTF-8 without BOM.")
        found.append(note(message, hint, marked))
    if mixed := tuple(path for path, raw in _raw(loaded) if _is_mixed(raw)):
        message = say_count(
            "{count} file has different line ends", "{count} files have different line ends", len(mixed)
        )
        found.append(note(message, say("“elzctl fmt” makes them the same."), mixed))
    yield from found
    if not found and loaded.sources:
        yield ok(
            say_count(
                "{count} file is written as it should be",
                "All {count} files are written as they should be",
                len(loaded.sources),
            )
        )


def _of_code(loaded: Loaded, code: str) -> list[Finding]:
    return [finding for finding in loaded.findings if finding.code == code]


def _raw(loaded: Loaded) -> list[tuple[str, bytes]]:
    return sorted((path, source.raw) for path, source in loaded.sources.items())


def _place(finding: Finding) -> str:
    return f"{finding.span.path}:{finding.span.line}"


def _is_mixed(raw: bytes) -> bool:
    """True when lines do not all end in the same way."""
    windows = raw.count(b"\r\n")
    counts = (windows, raw.count(b"\n") - windows, raw.count(b"\r") - windows)
    return sum(count > 0 for count in counts) > 1


def named(names: Iterable[str]) -> Iterator[Remark]:
    """What files are called: whether every computer can have them, all of them."""
    every = sorted(set(names))
    refused = tuple(on_one_line(name) for name in every if any(map(_is_refused, name.split("/"))))
    if refused:
        message = say_count(
            "{count} name that Windows does not allow", "{count} names that Windows does not allow", len(refused)
        )
        yield fault(
            message, say("Write it with letters, digits and hyphens: nobody with Windows can work here."), refused
        )
    same: dict[str, list[str]] = {}
    for name in every:
        same.setdefault(unicodedata.normalize("NFC", name).casefold(), []).append(name)
    twins = tuple(" = ".join(map(on_one_line, group)) for group in same.values() if len(group) > 1)
    if twins:
        message = say("Names that Windows and macOS take for one and the same file")
        yield fault(message, say("Rename one of the two; there is only one of them on such a computer."), twins)
    if not refused and not twins:
        yield ok(say("The names of the files work on every computer"))


def _is_refused(name: str) -> bool:
    return is_refused(name) or not name.isprintable() or "\ufffd" in name


def _names(root: Path) -> tuple[str, ...]:
    """All files that Git keeps, and those in the folders of the plan."""
    kept = git.tracked(root, ".") or ()
    return (*kept, *(name for folder in FOLDERS for name in _in_folder(root, folder)))


def _in_folder(root: Path, folder: str) -> Iterator[str]:
    parts = folder.split("/")
    if any(os.path.islink(root.joinpath(*parts[: count + 1])) for count in range(len(parts))):
        return  # it may lead anywhere
    try:
        with os.scandir(root / folder) as found:
            yield from sorted(f"{folder}/{os.fsencode(one.name).decode('utf-8', 'replace')}" for one in found)
    except OSError:
        return  # no such folder, or one that nobody here may read: loading the plan tells


def shut(root: Path, loaded: Loaded) -> Iterator[Remark]:
    """Files and folders that may not be written."""
    folders = [folder for folder in (".", *FOLDERS) if (root / folder).is_dir()]
    closed = tuple(path for path in (*folders, *sorted(loaded.sources)) if _is_closed(root / path))
    if closed:
        message = say_count(
            "{count} file or folder may not be written", "{count} files and folders may not be written", len(closed)
        )
        hint = say("Reading works; to change something, give yourself the right to write there.")
        yield note(message, hint, tuple(map(on_one_line, closed)))


def _is_closed(path: Path) -> bool:
    """True when nobody may write there, or not with these rights."""
    try:
        return not path.stat().st_mode & 0o222 or not os.access(path, os.W_OK)
    except OSError:
        return False


def cut_off_there(root: Path) -> Iterator[Remark]:
    """A change of which some files are written and some are not."""
    half = cut_off(root)
    if half is None:
        return
    waiting = half.waiting + half.other
    message = say_count(
        "A change was cut off: {count} file still has its old text",
        "A change was cut off: {count} files still have their old text",
        len(waiting),
    )
    hint = say("“elzctl doctor --fix” finishes it, unless another elzctl is just writing.")
    if half.other:
        hint = say(
            "It cannot be finished, for files were changed since: put all of them back with Git, or finish them by hand"
            " and remove {path}.",
            path=JOURNAL,
        )
    yield fault(message, hint, waiting)


def left_behind(root: Path) -> Iterator[Remark]:
    """What an elzctl that was stopped did not take away."""
    left = leftovers(root)
    if left:
        hint = say("“elzctl doctor --fix” removes what nobody writes to any more: nothing of the plan is in it.")
        yield note(
            say_count(
                "{count} file was left by an elzctl that was stopped",
                "{count} files were left by an elzctl that was stopped",
                len(left),
            ),
            hint,
            left,
        )


def leftovers(root: Path) -> tuple[str, ...]:
    """The files that a stopped elzctl left; not those that a change which was cut off still needs."""
    if cut_off(root) is not None:
        return ()
    every = (name.removeprefix("./") for folder in (".", *FOLDERS, *_ONCE) for name in _in_folder(root, folder))
    return tuple(name for name in every if name in (LOCK, JOURNAL) or _is_temporary(name))


def _is_temporary(path: str) -> bool:
    name = path.rpartition("/")[2]
    return bool(TEMPORARY.fullmatch(name) or _CLAIM.fullmatch(name))


def kept_by_git(root: Path) -> Iterator[Remark]:
    """What only elzctl itself needs while it writes, and Git keeps all the same."""
    kept = tuple(
        name
        for name in git.tracked(root, ".") or ()
        if name.rpartition("/")[2] in (LOCK, JOURNAL) or _is_temporary(name)
    )
    if kept:
        message = say_count(
            "{count} file with which elzctl works is in Git",
            "{count} files with which elzctl works are in Git",
            len(kept),
        )
        hint = say(
            "Run “git rm --cached {path}” and commit; “elzctl init --check” tells what .gitignore lacks.", path=kept[0]
        )
        yield fault(message, hint, tuple(map(on_one_line, kept)))
