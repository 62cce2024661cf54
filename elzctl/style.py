"""The house style of a zone, and who can use its documents, as plan.yaml says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from elzctl.fiche import Spans
from elzctl.value import field, value

if TYPE_CHECKING:
    from elzctl.colours import Colour
    from elzctl.dates import VagueDate


@value
class Style:
    """How the zone dresses its documents; what is empty stays as it comes with elzctl.

    ``logo`` is a path, ``cover`` is Markdown.
    """

    logo: str = ""
    logo_alt: str = ""
    accent: Colour | None = None
    second: Colour | None = None
    font: str = ""
    cover: str = ""
    at: Spans = field(default_factory=dict, compare=False)


@value
class Checked:
    """What was found of something that everybody has to be able to use; ``checked`` is ``None`` as long as nobody looked."""

    checked: VagueDate | None = None
    how: str = ""
    known_issues: tuple[str, ...] = ()
    at: Spans = field(default_factory=dict, compare=False)


@value
class Accessibility:
    """What the zone states on whether everybody can use its documents: whom to tell, and what was found, by whom, when.

    ``contact`` may be published.  ``checked`` is ``None`` as long as nobody looked; ``website`` has what was found of the
    site.  ``written`` and ``reviewed`` are the days of the statement itself.
    """

    contact: str = ""
    checked: VagueDate | None = None
    how: str = ""
    known_issues: tuple[str, ...] = ()
    website: Checked | None = None
    complaints: str = ""
    written: VagueDate | None = None
    reviewed: VagueDate | None = None
    at: Spans = field(default_factory=dict, compare=False)


@value
class Website:
    """Where everybody can read the plan: the address of its site."""

    url: str = ""
    at: Spans = field(default_factory=dict, compare=False)

    @property
    def address(self) -> str:
        """The address to which the path of a page is added; ``""`` when none is given."""
        return f"{self.url.rstrip('/')}/" if self.url else ""
