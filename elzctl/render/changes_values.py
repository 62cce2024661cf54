"""Values of a plan in words, by their key: names for ids, words for the words of the schema, dates as they were typed."""

from __future__ import annotations

from enum import Enum
from typing import Any

from elzctl.dates import VagueDate
from elzctl.fiche import Ref
from elzctl.model import Plan
from elzctl.render.changes_labels import DATES, KINDS, LABELS, NOBODY
from elzctl.render.columns import one_line
from elzctl.render.marks import in_plain_words, tag_name
from elzctl.render.plain_title import plain_title
from elzctl.render.words import bare
from elzctl.terms import Quantity
from elzctl.views.changes_parts import Field
from elzctl.wording import Language, Message, say


def in_words(text: str, plan: Plan, *, noted: bool) -> str:
    """*text* with numbers for references, and with names for marks if it was *noted* in a meeting: elsewhere these are signs."""
    return in_plain_words(text, plan) if noted else plain_title(text, plan)


def series_name(name: str, plan: Plan) -> str:
    """What a series is called; its id when the plan does not know it, or has no name for it."""
    return one_line((plan.series[name].name if name in plan.series else "") or name)


class Values:
    """The values of one plan in one language; each on one line, with nothing that a terminal obeys.

    They were *noted* in a meeting, or stand in the plan.
    """

    def __init__(self, plan: Plan, language: Language, *, noted: bool = True) -> None:
        self._plan = plan
        self._say = language
        self._noted = noted

    def of(self, key: str, found: Any) -> str:
        """A value in words; ``""`` for what is not there, unless its key has a word for that."""
        last = key.rpartition(".")[2]
        if found is None or found in ("", ()):
            return self.nothing(key)
        if isinstance(found, bool):
            return self._say(say("yes") if found else say("no"))
        if isinstance(found, Enum):
            return self._say(KINDS[found] if found in KINDS else _of_a_meeting(found)).lower()
        if isinstance(found, VagueDate):
            return one_line(bare(found.text))
        if hasattr(found, "minute"):
            from elzctl.render.meeting_words import hours_in_words

            return hours_in_words(found, found, self._say).partition(" ")[0]
        if isinstance(found, Quantity):
            return found.text
        if isinstance(found, Ref):
            return self._named(last, found.id)
        if hasattr(found, "_fields"):  # a number or a colour, in which nothing is a mark
            return one_line(str(found))
        if isinstance(found, tuple):
            return ", ".join(self._named(last, one) for one in found)
        if last == "count":
            return series_name(str(found), self._plan)
        return self.text(str(found))

    def nothing(self, key: str) -> str:
        """The word for what is not there: nobody, no date; ``""`` when its key has none."""
        for name in (key, key.rpartition(".")[2]):
            if name in NOBODY or name in DATES:
                return self._say(say("nobody") if name in NOBODY else say("no date"))
        return ""

    def text(self, text: str) -> str:
        """A text on one line, as :func:`in_words` gives it."""
        return one_line(in_words(text, self._plan, noted=self._noted))

    def _named(self, key: str, name: str) -> str:
        """What an id stands for."""
        if key in ("target_groups", "themes", "tags"):
            return one_line(tag_name(name, self._plan))
        if key in ("goals", "order"):  # of goals, of which the titles are long
            number, title = self._plan.titles.get(name, ("", ""))
            return number or self.text(title) or one_line(name)
        if key in ("into", "meeting", "references", "before", "after"):
            number, title = self._plan.titles.get(name, ("", ""))
            return f"{number} {self.text(title)}".strip() or one_line(name)
        if key == "series":
            return series_name(name, self._plan)
        return one_line(self._plan.actor_name(name))


def _of_a_meeting(word: Enum) -> Message:
    """Words that only plans with meetings pay for."""
    from elzctl.render.meeting_words import MEETING_STATES, STAGE_WORDS, TURNING_WORDS

    words: dict[Any, Message] = {**MEETING_STATES, **STAGE_WORDS, **TURNING_WORDS}
    return words.get(word) or Message(str(word.value))


def label(key: str) -> Message | str:
    """What a key is called; that of a value within another one when there is no word for both."""
    return LABELS.get(key) or LABELS.get(key.rpartition(".")[2]) or key


def approval_words(part: Field) -> Message:
    """What became of an approval, of which the decision stayed the same or is gone."""
    if part.key.endswith(".removed"):
        return say("removed; nobody approves it now")
    if part.old and part.new:
        return say("noted again for the changed text, without a new approval")
    return say("signed for the text as it is now") if part.new else say("its hash is gone: a change is no longer seen")
