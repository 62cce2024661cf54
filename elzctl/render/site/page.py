"""What a site is made of: pages as blocks of the document tree, and what all of them are made with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

from elzctl.model import Plan
from elzctl.render.dress import Dress
from elzctl.render.html_dress import Shown, logo
from elzctl.render.plan_text import PlanText
from elzctl.render.redacted import Redactor
from elzctl.render.site.places import Places
from elzctl.render.tree import Block
from elzctl.render.words import page_words
from elzctl.views.trend import Month
from elzctl.wording import Language, Message, say

if TYPE_CHECKING:
    from elzctl.render.html_blocks import Writer

T = TypeVar("T")

DOCUMENTS = ("pdf", "docx")
"""What the site can offer to download beside its pages and its data."""

MANY = 120
"""Actions in one drawing."""


class Options(NamedTuple):
    """How a site is made: the formats of documents that go with it, and its address on the web when that is known.

    *trend* are the months before, the oldest first, when who makes the site looked into the history of the plan.
    *errors* is how many errors a plan has of which a draft is made.
    """

    documents: tuple[str, ...] = ()
    address: str = ""
    trend: tuple[Month, ...] = ()
    errors: int = 0


Behind: TypeAlias = "Callable[[Site, Writer], str]"
"""Draws what stands behind the blocks of a page, as HTML; it escapes what comes from the plan, and hides what is not public."""


class Page(NamedTuple):
    """A page: where it stands, from the root; its title; and what stands on it.

    ``kind`` names it for styles and is home, plan, action, goal, chapter, meeting, actor, group, theme, list or text.
    ``name`` is its anchor in :class:`~elzctl.render.site.places.Places`, ``above`` are the anchors of the pages that it
    stands under, the widest first.  Without ``titled`` the first heading of the blocks is the title of the page.
    ``sources`` say where the file behind an anchor can be read.  ``behind`` draws what is no block.
    """

    name: str
    path: str
    title: str
    blocks: tuple[Block, ...]
    kind: str = "text"
    subtitle: str = ""
    above: tuple[str, ...] = ()
    titled: bool = True
    sources: tuple[tuple[str, str], ...] = ()
    behind: Behind | None = None


class Site:
    """What pages are made of: the plan as it may be published, its texts, and where everything stands."""

    def __init__(self, plan: Plan, text: PlanText, places: Places, dress: Dress, options: Options) -> None:
        """*plan* and *text* are of the published plan."""
        self.plan = plan
        self.text = text
        self.places = places
        self.dress = dress
        self.options = options
        self.say: Language = text.say
        self.today: date = text.today
        self.only: frozenset[str] | None = None

    def wants(self, anchor: str) -> bool:
        """False for a page of which there are many and that nobody asks for, when :attr:`only` names those that are made."""
        return self.only is None or self.places.page(anchor) in self.only

    @cached_property
    def _redactor(self) -> Redactor:
        return Redactor(self.plan)

    def public(self, node: T) -> T:
        """Any part of a page, or a text, without addresses and numbers that are not allowed."""
        return self._redactor.hidden(node)

    @cached_property
    def is_large(self) -> bool:
        """True for a plan with more actions than one drawing can hold."""
        return len(self.plan.actions) > MANY

    @cached_property
    def words(self) -> tuple[tuple[str, str], ...]:
        """The fixed words of documents."""
        return page_words(self.say)

    @cached_property
    def logo(self) -> Shown | None:
        """The logo with the pixels that it takes."""
        return logo(self.dress)

    @cached_property
    def title(self) -> str:
        """The title of the plan."""
        return self.public(self.text.title_text(self.plan.settings.title)) or self.say(say("Action plan"))

    @cached_property
    def house(self) -> str:
        """The name of the organisation; the title of the plan without one."""
        found = self.plan.settings.organisation
        return self.public(self.text.actors((found,))) if found is not None else self.title

    def page(
        self,
        name: str,
        title: Message | str,
        blocks: tuple[Block, ...],
        *,
        kind: str = "text",
        subtitle: str = "",
        above: tuple[str, ...] = (),
        titled: bool = True,
        sources: tuple[tuple[str, str], ...] = (),
        behind: Behind | None = None,
    ) -> Page:
        """A page at its place."""
        words = title if isinstance(title, str) else self.say(title)
        return Page(name, self.places.page(name), words, blocks, kind, subtitle, above, titled, sources, behind)
