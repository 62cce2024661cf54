"""The page that says in numbers how the plan stands: the values of :mod:`elzctl.views.dashboard`, as charts with their tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeAlias

from elzctl import dates
from elzctl.render.html_blocks import Writer
from elzctl.render.site.cells import MOST
from elzctl.render.site.charts import patterns
from elzctl.render.site.dashboard_actions import fresh, late, states, steps, totals
from elzctl.render.site.dashboard_board import Board
from elzctl.render.site.dashboard_others import groups, indicators, load, trend
from elzctl.render.site.overdue import give_place
from elzctl.render.site.page import Page, Site
from elzctl.views.dashboard import Dashboard, dashboard
from elzctl.wording import say

Section: TypeAlias = Callable[[Board], str]

SECTIONS: tuple[Section, ...] = (totals, states, late, steps, indicators, fresh, load, groups, trend)
"""What stands on the page, from top to bottom; a section without anything to say is ""."""


def dashboard_pages(site: Site) -> Iterator[Page]:
    """The page, when there is an action to count."""
    if not site.plan.actions:
        site.places.drop("page:dashboard")
        return
    give_place(site)
    if not site.wants("page:dashboard"):
        return
    yield _page(dashboard(site.plan, site.today, site.options.touched), site, MOST)


def _page(board: Dashboard, site: Site, most: int) -> Page:
    subtitle = site.say(say("Counted on {day}", day=dates.in_words(site.today, site.say.code)))
    behind, fewer = partial(_drawn, board, most), partial(_page, board, site)
    return site.page("page:dashboard", say("Dashboard"), (), kind="list", subtitle=subtitle, behind=behind, fewer=fewer)


def _drawn(board: Dashboard, most: int, site: Site, writer: Writer) -> str:
    made = Board(board, site, writer, most)
    return f'{patterns()}<div class="board">\n{"".join(section(made) for section in SECTIONS)}</div>\n'
