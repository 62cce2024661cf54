"""The files of a new zone's repository, as a literal table: where each stands, what it is made of, and whose it is."""

from __future__ import annotations

from enum import Enum

from elzctl.record import NamedTuple
from elzctl.terms import ForgeKind
from elzctl.wording import Message, say


class Keep(Enum):
    """Whose a file is once it is there."""

    START = "start"
    """A beginning to overwrite: it comes with a new plan and is never missed afterwards."""
    OWN = "own"
    """The zone's own: it is missed when it is gone, and may say what it likes."""
    LINES = "lines"
    """It has to hold our lines; the zone adds its own."""
    SAME = "same"
    """It has to be as elzctl has it."""


class File(NamedTuple):
    """One file: its path in the repository, its source under ``templates/init``, and whose it is."""

    path: str
    source: str
    keep: Keep


SCHEMAS = ".vscode/schemas"
"""The folder of the JSON Schemas, which have no source: they are made of the tables that elzctl reads by."""
LOCK = ".ci/requirements.txt"
"""What elzctl needs, with hashes; its source is the lock file of elzctl itself."""
MANUAL = "docs/handleiding.md"
"""The manual for the staff, in the version of this elzctl; README.md leads to it."""
WHEEL = r"elzctl-.*\.whl"
"""In ``.ci``: elzctl itself, for the checks.  It is no file of the skeleton, because a forge can also be told where it is."""
LAST = "plan/plan.yaml"
"""With this one a plan is there: it is written last, so that what was broken off can be finished."""

COMMON = (
    File("plan/actors.yaml", "actors.yaml", Keep.START),
    File("plan/goals.yaml", "goals.yaml", Keep.START),
    File("plan/rights.yaml", "rights.yaml", Keep.START),
    File("plan/actions/eerste-actie.md", "action.md", Keep.START),
    File("meetings/series.yaml", "series.yaml", Keep.START),
    File("meetings/@DAY@-clusteroverleg-welzijn.md", "meeting.md", Keep.START),
    File("README.md", "README.md", Keep.OWN),
    File(".gitignore", "gitignore", Keep.LINES),
    File(".gitattributes", "gitattributes", Keep.LINES),
    File(".editorconfig", "editorconfig", Keep.LINES),
    File(".vscode/settings.json", "settings.json", Keep.OWN),
    File(".vscode/extensions.json", "extensions.json", Keep.OWN),
    File(".ci/install.py", "ci/install.py", Keep.SAME),
    File(".ci/check.py", "ci/check.py", Keep.SAME),
    File(".ci/beside.py", "ci/beside.py", Keep.SAME),
    File(".ci/comment.py", "ci/comment.py", Keep.SAME),
    File(".ci/publish.py", "ci/publish.py", Keep.SAME),
    File(LAST, "plan.yaml", Keep.START),
)

FORGES: dict[ForgeKind, tuple[File, ...]] = {
    ForgeKind.GITHUB: (
        File(".github/workflows/proposal.yml", "github/proposal.yml", Keep.SAME),
        File(".github/workflows/comment.yml", "github/comment.yml", Keep.SAME),
        File(".github/workflows/publish.yml", "github/publish.yml", Keep.SAME),
        File(".github/dependabot.yml", "github/dependabot.yml", Keep.OWN),
        File(".github/pull_request_template.md", "request.md", Keep.OWN),
    ),
    ForgeKind.GITLAB: (
        File(".gitlab-ci.yml", "gitlab/gitlab-ci.yml", Keep.SAME),
        File(".gitlab/merge_request_templates/Default.md", "request.md", Keep.OWN),
    ),
    ForgeKind.FORGEJO: (
        File(".forgejo/workflows/proposal.yml", "forgejo/proposal.yml", Keep.SAME),
        File(".forgejo/workflows/comment.yml", "forgejo/comment.yml", Keep.SAME),
        File(".forgejo/workflows/publish.yml", "forgejo/publish.yml", Keep.SAME),
        File(".forgejo/pull_request_template.md", "request.md", Keep.OWN),
    ),
}
"""What each forge reads; its first file tells which forge a repository was made for."""


OWNERS = {
    ForgeKind.GITHUB: ".github/CODEOWNERS",
    ForgeKind.GITLAB: ".gitlab/CODEOWNERS",
    ForgeKind.FORGEJO: ".forgejo/CODEOWNERS",
}
"""The file that is made of ``plan/rights.yaml``."""


class State(Enum):
    """How a file of the skeleton stands in a repository."""

    WRITTEN = "written"
    LEFT = "left"
    SAME = "same"
    MISSING = "missing"
    DRIFTED = "drifted"
    UNREADABLE = "unreadable"


STATES: dict[State, Message] = {
    State.WRITTEN: say("written"),
    State.LEFT: say("left alone"),
    State.SAME: say("as it should be"),
    State.MISSING: say("missing"),
    State.DRIFTED: say("differs"),
    State.UNREADABLE: say("cannot be read"),
}
