"""Who may change what, as values: teams of a forge, and what each of them owns."""

from __future__ import annotations

from collections.abc import Mapping

from elzctl.fiche import Ref, Spans
from elzctl.source import Span
from elzctl.value import field, value

ADMIN_FILES = (
    "plan/rights.yaml",
    "CODEOWNERS",
    "docs/CODEOWNERS",
    ".ci/",
    ".github/",
    ".gitlab/",
    ".gitlab-ci.yml",
    ".forgejo/",
    ".gitea/",
    ".gitmodules",
    ".pre-commit-config.yaml",
    ".vscode/",
    "admin/",
    "**/.gitattributes",
)
"""What decides over the rights, or is run or read by a forge, by Git, by an editor, or in a colleague's browser.

A folder ends in ``/``; what begins with ``**/`` may stand in any folder.  ``.ci/beside.py`` of a zone has the same list.
"""


def is_admin_file(path: str) -> bool:
    """True for a file that is the admins'; a disk may know its name in any case of letters."""
    low = path.casefold()
    return any(_is(low, one.casefold()) for one in ADMIN_FILES)


def _is(path: str, pattern: str) -> bool:
    if pattern.startswith("**/"):
        return f"/{path}".endswith(pattern[2:])
    # A link in the place of a folder is a file to Git.
    return path == pattern.removesuffix("/") or (pattern.endswith("/") and path.startswith(pattern))


@value
class Team:
    """Some people who work on the plan together, by the name that their forge has for them: never a person."""

    id: str
    name: str
    handle: str
    at: Spans = field(default_factory=dict, compare=False)

    @property
    def mention(self) -> str:
        """The handle as a forge writes it: ``@zone/cluster-zorg``."""
        return f"@{self.handle.removeprefix('@')}"


@value
class Owned:
    """Something that teams own, by its key: a goal, a cluster, a series, an actor, a file or a folder."""

    key: str
    teams: tuple[Ref, ...]
    span: Span = field(compare=False)


@value
class Rights:
    """``plan/rights.yaml``.  *rest* owns what nobody else does, *admin* the rights themselves and what a forge runs."""

    teams: Mapping[str, Team] = field(default_factory=dict)
    admin: tuple[Ref, ...] = ()
    rest: tuple[Ref, ...] = ()
    goals: tuple[Owned, ...] = ()
    clusters: tuple[Owned, ...] = ()
    series: tuple[Owned, ...] = ()
    bodies: tuple[Owned, ...] = ()
    files: tuple[Owned, ...] = ()
    at: Spans = field(default_factory=dict, compare=False)
