"""How a site is made: what is not in the plan.  Importing this costs nothing, so that a command can say it early."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from elzctl.record import NamedTuple

if TYPE_CHECKING:
    from elzctl.render.site.attached import Attached
    from elzctl.views.trend import Month

DOCUMENTS = ("pdf", "docx")
"""What the site can offer to download beside its pages and its data."""


class Options(NamedTuple):
    """How a site is made: the formats of documents that go with it, and its address on the web when that is known.

    *trend* are the months before, the oldest first, when who makes the site looked into the history of the plan.
    *errors* is how many errors a plan has of which a draft is made.  With *history* its pages have a mark where that goes;
    *touched* has the last day on which a commit changed a file, by its path.  *attached* are the files that go with minutes
    and that pages may lead to, by their names.  What is *internal* is on a site that nobody else sees: a preview.
    """

    documents: tuple[str, ...] = ()
    address: str = ""
    trend: tuple[Month, ...] = ()
    errors: int = 0
    history: bool = False
    touched: Mapping[str, date] = {}
    attached: Mapping[str, Attached] = {}
    internal: bool = False
