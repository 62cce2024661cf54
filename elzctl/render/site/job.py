"""What a child does for a site.  Whoever gives it the work need not import what draws pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from elzctl.model import Plan
from elzctl.render.site.kept import Built, Changes
from elzctl.templates import OwnTemplates

if TYPE_CHECKING:
    from elzctl.render.site.options import Options


def whole(plan: Plan, today: date, own: OwnTemplates | None, options: Options, texts: str | None) -> Iterator[Any]:
    """See :func:`elzctl.render.site.whole.parts`."""
    from elzctl.render.site.whole import parts

    return parts(plan, today, own, options, texts)


def nothing() -> Changes:
    """What is made anew of a site of which nothing changed."""
    return Changes({}, {}, {})


def part(
    plan: Plan,
    today: date,
    own: OwnTemplates | None,
    options: Options,
    texts: str | None,
    names: frozenset[str],
    earlier: Built,
) -> Changes:
    """See :func:`elzctl.render.site.again.rebuilt`."""
    from elzctl.render.site.again import rebuilt

    return rebuilt(plan, today, own, options, texts, names, earlier)


def pages(
    plan: Plan,
    today: date,
    own: OwnTemplates | None,
    options: Options,
    texts: str | None,
    names: frozenset[str],
    earlier: Built,
) -> Mapping[str, bytes]:
    """See :func:`elzctl.render.site.again.pages_again`."""
    from elzctl.render.site.again import pages_again

    return pages_again(plan, today, own, options, texts, names, earlier)


def looked_at(
    plan: Plan, today: date, own: OwnTemplates | None, options: Options, texts: str | None, paths: frozenset[str]
) -> Mapping[str, bytes]:
    """See :func:`elzctl.render.site.files.page_files`."""
    from elzctl.render.site.files import page_files

    return page_files(plan, today, own, options, texts, paths)
