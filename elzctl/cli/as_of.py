"""The plan as it stood in a commit or on a day, for ``--as-of``."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from elzctl.cli.options import Option
from elzctl.cli.session import Session, Stop, today_of
from elzctl.record import NamedTuple
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.commits.commit_tree import Revision
    from elzctl.load import Loaded

AsOf = Annotated[
    str,
    Option(
        "--as-of",
        metavar="DATE|REVISION",
        help="The plan as it stood then: up to the end of a date, or in a commit, a tag or a branch; seen on that day.",
    ),
]


class Then(NamedTuple):
    """A plan, the day on which it is seen, and the commit in which it stands so; ``None`` for the folder as it is."""

    loaded: Loaded
    day: date
    revision: Revision | None


def plan_of(session: Session, as_of: str, today: str) -> Then:
    """The plan of the folder today, or as it was.  Raises Stop.

    What reads as a date is one; the plan is then the last commit up to the end of it.  *today* is the day of ``--today``;
    when it was not given, an earlier plan is seen on its own day: the last one of the date, or that of the commit.
    """
    if not as_of:
        return Then(session.load(), today_of(today), None)
    from elzctl.cache import cache_of
    from elzctl.cli.past import of_git
    from elzctl.commits.commit_tree import CommitTree
    from elzctl.load import load

    root = session.root()
    day, revision = _moment(session, as_of)
    tree = of_git(lambda: CommitTree(root, revision))
    return Then(load(tree, cache_of(root, os.environ)), today_of(today) if today else day, revision)


def _moment(session: Session, as_of: str) -> tuple[date, Revision]:
    from elzctl import dates
    from elzctl.cli.past import of_git
    from elzctl.commits.commit_tree import last_before

    root, found = session.root(), dates.read(as_of)
    if isinstance(found, dates.Fault):
        one = of_git(lambda: _named(root, as_of))
        return one.day, one
    now = today_of("")
    if found.first > now:
        message = say("{option}: “{date}” is still to come", option="--as-of", date=found.text)
        raise Stop(message, say("Give a day up to today."))
    day = min(found.last, now)
    return day, of_git(lambda: last_before(root, day))


def _named(root: Path, name: str) -> Revision:
    """The commit of that name.  Raises Unknown, which says that a date will do too."""
    from elzctl.commits.commit_tree import EXAMPLES, Unknown, revision

    try:
        return revision(root, name)
    except Unknown as unknown:
        hint = say("Give a date, such as 2025-03-31, or the name of a branch, a tag or a commit.")
        raise Unknown(unknown.message, hint if unknown.hint == EXAMPLES else unknown.hint) from None


def tell_when(session: Session, then: Then) -> None:
    """Says on stderr, after the rest, what was shown when it is not the folder as it is."""
    if then.revision is not None:
        sys.stdout.flush()
        seen = {"day": str(then.revision.day), "today": str(then.day)}
        session.tell(say("This is the plan of commit {id} of {day}, seen on {today}.", id=then.revision.short, **seen))
