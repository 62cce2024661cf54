"""What is said of a change of several files that was cut off: what was read then is partly old and partly new."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from elzctl.journal import JOURNAL
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.cli.session import Session


def tell_half_done(session: Session) -> None:
    """Says it on stderr, after the rest; one look at the disk when there is no such change."""
    root = session.root()
    if not os.path.lexists(os.path.join(root, JOURNAL)):
        return
    from elzctl.unfinished import cut_off

    if cut_off(root) is not None:
        sys.stdout.flush()
        session.tell(
            say("A change of several files was cut off: some are old and some are new. Run “elzctl doctor” and see.")
        )
