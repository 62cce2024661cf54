"""The short texts of the data that names everything: the settings, the actors and the series of meetings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from elzctl.record import NamedTuple
from elzctl.source import Places, Span

if TYPE_CHECKING:
    from elzctl.model import Actor, Plan, Settings


class Short(NamedTuple):
    """A text of such a file, and the value in which it stands: *at* holds the places of values by key."""

    text: str
    at: Mapping[str, Span]
    key: str

    def place(self, words: str) -> Span:
        """Where some of its words stand; the whole value when that is not known."""
        if isinstance(self.at, Places) and self.key in self.at:
            return self.at.inside(self.key, words)
        return self.at.get(self.key, Span(""))


def short_texts(plan: Plan) -> Iterator[Short]:
    """What is printed of ``plan.yaml``, ``actors.yaml`` and ``series.yaml``, without what states a contact itself."""
    yield from _of_settings(plan.settings)
    yield from (one for actor in plan.actors.values() for one in _of_actor(actor))
    for series in plan.series.values():
        yield from _each(
            series.at, ("name", (series.name,)), ("location", (series.location,)), ("agenda", series.agenda)
        )


def _of_settings(settings: Settings) -> Iterator[Short]:
    yield from _each(
        settings.at,
        ("title", (settings.title,)),
        *((key, getattr(settings, key).values()) for key in ("target_groups", "themes", "abbreviations")),
        ("terms", settings.terms),
    )
    yield from _each(settings.style.at, ("logo_alt", (settings.style.logo_alt,)), ("cover", (settings.style.cover,)))
    if (stated := settings.accessibility) is not None:
        for one in (stated, stated.website):
            if one is not None:
                yield from _each(one.at, ("how", (one.how,)), ("known_issues", one.known_issues))
    if (approved := settings.approved) is not None:
        yield from _each(approved.at, ("text", (approved.text,)))


def _of_actor(actor: Actor) -> Iterator[Short]:
    return _each(actor.at, ("name", (actor.name,)), ("also", actor.also))


def _each(at: Mapping[str, Span], *values: tuple[str, Iterable[str]]) -> Iterator[Short]:
    return (Short(text, at, key) for key, texts in values for text in texts if text)
