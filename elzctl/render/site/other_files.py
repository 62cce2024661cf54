"""The files of a site beside its pages: what makes them, without what makes pages, which takes longer to import than they take."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from elzctl.render.site.assets import asset_files
from elzctl.render.site.downloads import calendar_files, data_files
from elzctl.render.site.feeds import feed_files
from elzctl.render.site.page import Site
from elzctl.render.site.subscriptions import subscription_files

FileMaker: TypeAlias = Callable[[Site], Iterable[tuple[str, bytes]]]

FILES: tuple[FileMaker, ...] = (asset_files, data_files, calendar_files, feed_files, subscription_files)
"""The files beside the pages, but for the data of the whole plan.  One more is one more function here."""


def files_of(makers: Iterable[FileMaker], site: Site) -> dict[str, bytes]:
    """What *makers* make."""
    return {path: data for make in makers for path, data in make(site)}
