"""Of which file a page is made, and why somebody does not see there what he writes: for the box of the preview alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from elzctl.load import ACTORS, GOALS, PLAN
from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.render.site.places import Places
from elzctl.render.terminal import printable
from elzctl.views.published import inward, is_draft, is_open
from elzctl.wording import Language, say


class MadeOf(NamedTuple):
    """The file that a page is made of, and what the box says of it."""

    file: str = ""
    words: tuple[str, ...] = ()


def made_of(plan: Plan, language: Language, *, internal: bool) -> Mapping[str, MadeOf]:
    """By the path of a page that is made of one file, which file that is; of a draft that is not shown, when it will be."""
    shown = inward(plan) if internal else plan
    places = Places(shown, plan.settings.language.value)
    places.add("actor", plan.actors, "actor:")
    hidden = say(
        "What you write in this draft can be seen with “elzctl serve --internal”; readers see it once the minutes are sent round."
    )
    found: dict[str, MadeOf] = {}
    for anchor, path in _files(shown):
        words = language(say("This page is made of {file}", file=" ".join(printable(path).split())))
        found[places.page(anchor)] = MadeOf(path, (words,))
    for meeting in shown.meetings:
        if not internal and is_draft(meeting) and (one := found.get(places.page(meeting.id))):
            found[places.page(meeting.id)] = MadeOf(one.file, (*one.words, language(hidden)))
    return found


def _files(plan: Plan) -> Iterator[tuple[str, str]]:
    """The anchor of each page that is made of one file, with that file."""
    yield "page:home", PLAN
    yield from ((goal.id, GOALS) for goal in plan.all_goals)
    yield from ((f"actor:{name}", ACTORS) for name in plan.actors)
    yield from ((one.id, one.path) for one in plan.actions)
    yield from ((one.id, one.path) for one in plan.chapters)
    # Those that are not open stand together on the page of all.
    yield from ((one.id, one.path) for one in plan.meetings if is_open(plan, one))
