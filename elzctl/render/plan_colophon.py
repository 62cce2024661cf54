"""What this document is: whose, of which version, who approved it, and of which day everything in it is."""

from __future__ import annotations

from collections.abc import Iterator

from elzctl import dates
from elzctl.render.plan_signed import approval
from elzctl.render.plan_text import PlanText
from elzctl.render.tree import Block, Fact, Facts, Inline, Text
from elzctl.render.version import Version
from elzctl.wording import Message, say


def colophon(text: PlanText, version: Version | None, part: str) -> tuple[Block, ...]:
    """The facts; *part* says what a document holds that is not the whole plan.  Nothing when all is on the cover already."""
    settings = text.plan.settings
    if version is None and settings.approved is None and not part:
        return ()
    facts = tuple(Fact(text.say(label), line) for label, line in _facts(text, version, part) if line)
    return (Facts(facts),)


def _facts(text: PlanText, version: Version | None, part: str) -> Iterator[tuple[Message, tuple[Inline, ...]]]:
    settings = text.plan.settings
    yield say("Plan"), (Text(text.title_text(settings.title)),) if settings.title else ()
    yield say("Part"), (Text(part),) if part else ()
    if settings.organisation is not None:
        yield say("Organisation"), (Text(text.actors((settings.organisation,))),)
    if version is not None:
        yield say("Version"), (Text(_version(version, text)),)
    if settings.approved is not None:
        from elzctl.followup.sign_off import is_plan_changed

        # Of a part it is not known.
        is_changed = not text.is_part and is_plan_changed(text.plan)
        yield say("Approved"), tuple(approval(settings.approved, text, is_changed=is_changed))
    day = dates.in_words(text.today, text.say.code)
    yield say("State"), (Text(text.say(say("as it was on {date}", date=day))),)


def _version(version: Version, text: PlanText) -> str:
    day = dates.in_words(version.day, text.say.code)
    words = say("{id} of {date}", id=version.short, date=day)
    if version.changed:
        words = say("{id} of {date}, with changes that are not committed", id=version.short, date=day)
    return text.say(words)
