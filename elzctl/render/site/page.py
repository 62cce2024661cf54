"""What a site is made of: pages as blocks of the document tree, and what all of them are made with."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, NewType, TypeAlias, TypeVar

from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.render.dress import Dress
from elzctl.render.html_dress import Shown, logo
from elzctl.render.redacted import Redactor
from elzctl.render.site.options import Options
from elzctl.render.site.places import Places
from elzctl.render.site.site_text import SiteText
from elzctl.render.tree import Block
from elzctl.render.words import page_words
from elzctl.views.published import has_minutes
from elzctl.wording import Language, Message, say

if TYPE_CHECKING:
    from elzctl.render.html_blocks import Writer
    from elzctl.render.site.frame import Around

T = TypeVar("T")

MANY = 45
"""Actions in one drawing, at most."""
_DRAWN, _SIGN, _STEP, _HEAVIEST = 1_650, 7.4, 150, 94_000
"""Bytes that an action takes in the drawing of a plan and the table below it, a letter of its title, and a step; and of all."""


Behind: TypeAlias = "Callable[[Site, Writer], str]"
"""Draws what stands behind the blocks of a page, as HTML; it escapes what comes from the plan, and hides what is not public."""


class Page(NamedTuple):
    """A page: where it stands, from the root; its title; and what stands on it.

    ``kind`` names it for styles and is home, plan, action, goal, chapter, meeting, actor, group, theme, list or text.
    ``name`` is its anchor in :class:`~elzctl.render.site.places.Places`, ``above`` are the anchors of the pages that it
    stands under, the widest first.  Without ``titled`` the first heading of the blocks is the title of the page.
    ``sources`` say where the file behind an anchor can be read.  ``behind`` draws what is no block.  ``apart`` tells the page
    from others of its title, where nothing but that is seen: in the list of what a browser shows, and by who hears pages.
    ``fewer`` makes the page anew with no more rows in each of its lists than it is told, for when it is too heavy.
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
    apart: str = ""
    fewer: Callable[[int], Page] | None = None

    @property
    def full_title(self) -> str:
        """The title, with what tells the page from others of that title."""
        return f"{self.title}, {self.apart}" if self.apart else self.title


PublicPage = NewType("PublicPage", Page)
"""A page without anything that is not public, as :meth:`Site.shown` makes it: what may be drawn and searched."""


class Site:
    """What pages are made of: the plan as it may be published, its texts, and where everything stands."""

    def __init__(self, whole: Plan, text: SiteText, places: Places, dress: Dress, options: Options) -> None:
        """*whole* is the published plan, and *text* is of the same plan without the texts of its actions.

        Nothing but the page of an action, the index and the data may show such a text, but for its first paragraph: the
        other pages stay when one changes.
        """
        self.whole = whole
        self.plan = text.plan
        self.text = text
        self.places = places
        self.dress = dress
        self.options = options
        self.say: Language = text.say
        self.today: date = text.today
        self.frames: dict[tuple[str, bool], Around] = {}
        self._made: dict[Hashable, Any] = {}
        self.wants: Callable[[str], bool] = lambda _: True
        """False for a page of which there are many, when only some pages are to be made now."""

    def once(self, name: Hashable, make: Callable[[Site], T]) -> T:
        """What *make* gives of the site under this *name*, made when it is first asked for."""
        if name not in self._made:
            self._made[name] = make(self)
        found: T = self._made[name]
        return found

    def address_of(self, anchor: str) -> str:
        """Where the page of an anchor is on the web; ``""`` when it has none, or when that is not known."""
        page = self.places.page(anchor)
        return self.options.address + page if self.options.address and page else ""

    def again(self) -> Site:
        """The same before any page was made."""
        return Site(self.whole, self.text, Places(self.plan, self.say.code), self.dress, self.options)

    @cached_property
    def redactor(self) -> Redactor:
        """Hides what is not public; what it found harmless once, such as a date, it does not look at again."""
        return Redactor(self.plan)

    def public(self, node: T) -> T:
        """Any part of a page, or a text, without addresses and numbers that are not allowed; in a preview, with them."""
        return node if self.options.internal else self.redactor.hidden(node)

    def shown(self, page: Page) -> PublicPage:
        """The page without anything that is not public."""
        title, subtitle, blocks, apart = self.public((page.title, page.subtitle, page.blocks, page.apart))
        return PublicPage(page._replace(title=title, subtitle=subtitle, blocks=blocks, apart=apart))

    @cached_property
    def is_large(self) -> bool:
        """True for a plan with more actions than one drawing can hold."""
        live = [one for one in self.plan.actions if not one.is_stub]
        size = sum(_DRAWN + _SIGN * len(one.title) + _STEP * len(one.steps) for one in live)
        return len(self.plan.actions) > MANY or size > _HEAVIEST

    @cached_property
    def paths(self) -> Mapping[str, str]:
        """The file of each action and chapter, and of minutes that are public, by its id."""
        found = {one.id: one.path for one in self.plan.actions}
        found |= {one.id: one.path for one in self.plan.chapters}
        return found | {one.id: one.path for one in self.plan.meetings if has_minutes(self.plan, one)}

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
        apart: str = "",
        fewer: Callable[[int], Page] | None = None,
    ) -> Page:
        """A page at its place."""
        words = title if isinstance(title, str) else self.say(title)
        path = self.places.page(name)
        return Page(name, path, words, blocks, kind, subtitle, above, titled, sources, behind, apart, fewer)
