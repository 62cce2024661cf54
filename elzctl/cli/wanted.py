"""Which findings are asked for on the command line."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from elzctl.cli.session import Session, Stop, one_of
from elzctl.finding import Finding, Severity
from elzctl.record import NamedTuple
from elzctl.wording import say

LEVELS = {severity.value: place for place, severity in enumerate(Severity)}
FOLDERS = ("plan", "meetings")


class Wanted(NamedTuple):
    """Findings in these files and folders, of these codes (all when there are none), and at least as bad as *level*."""

    paths: tuple[str, ...]
    only: frozenset[str]
    skip: frozenset[str]
    level: int

    def wants(self, finding: Finding) -> bool:
        """True for a finding that is asked for."""
        return (
            (not self.only or finding.code in self.only)
            and finding.code not in self.skip
            and LEVELS[finding.severity.value] <= self.level
            and self.has(finding.span.path)
        )

    @property
    def all_kinds(self) -> bool:
        """True when findings of every code are asked for."""
        return not self.only and not self.skip

    def at_any_level(self) -> Wanted:
        """The same for findings of every level."""
        return self._replace(level=max(LEVELS.values()))

    def has(self, path: str) -> bool:
        """True for a file that is asked for."""
        return not self.paths or any(path == one or path.startswith(f"{one}/") for one in self.paths)


def wanted(session: Session, paths: Iterable[str], only: Iterable[str], skip: Iterable[str], level: str) -> Wanted:
    """What the options ask for.  Raises Stop for a path outside the plan, and for a code or level that does not exist."""
    one_of("--level", level, tuple(LEVELS))
    root = session.root()
    inside = tuple(dict.fromkeys(path for text in paths for path in _inside(text, session.folder, root)))
    return Wanted(inside, _codes("--only", only), _codes("--skip", skip), LEVELS[level])


def _codes(option: str, given: Iterable[str]) -> frozenset[str]:
    found = frozenset(part.strip().lower() for text in given for part in text.split(",") if part.strip())
    if found:
        from elzctl.views.pages import CODES

        for code in sorted(found):
            one_of(option, code, CODES)
    return found


def _inside(text: str, folder: Path, root: Path) -> tuple[str, ...]:
    """A path as findings name it; it counts from the user's folder or from the root."""
    given = text.replace("\\", "/")
    full = [os.path.normpath(os.path.join(base, given)) for base in (folder, root) if text]
    there = [path for path in full if os.path.lexists(path)]
    if not there:
        raise Stop(say("There is no file or folder {path}", path=text[:200]), say("Check the name, or leave it out."))
    for path in there:
        if inner := tuple(name for real in _both_ends(path) for name in _from(real, root)):
            return inner
    message = say("{path} is no part of the plan", path=text[:200])
    where = [os.path.join(root, folder) for folder in FOLDERS]
    raise Stop(message, say("The plan is what stands in {path} and {other}.", path=where[0], other=where[1]))


def _both_ends(path: str) -> Iterator[str]:
    """Where a path leads, and where it stands: a link is a finding of the place where it stands."""
    above, name = os.path.split(path)
    yield os.path.realpath(path)
    yield os.path.join(os.path.realpath(above), name)


def _from(real: str, root: Path) -> tuple[str, ...]:
    """The path from the root, none outside the plan and its meetings; the root itself stands for all of it."""
    path = Path(real)
    if not path.is_relative_to(root):
        return ()
    name = path.relative_to(root).as_posix()
    if name == ".":
        return FOLDERS
    return (name,) if any(f"{name}/".startswith(f"{folder}/") for folder in FOLDERS) else ()
