"""The words that our documents print for ``[[references]]``, ``@actors`` and ``#tags``, and the way back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from elzctl import dates
from elzctl.intake.minutes.own_committed import committed
from elzctl.intake.paper import Block
from elzctl.intake.veiled import replaced
from elzctl.intake.who import Actors
from elzctl.marked import ACTOR, ADDRESS, TAG
from elzctl.meeting import Meeting
from elzctl.model import Plan
from elzctl.sections import REFERENCE

# What stands before the number of something noted, and of a goal or action in a title.
_NOTED = {
    "nl": {"": "punt", "B": "besluit", "S": "signaal", "A": "afspraak", "E": "evenement"},
    "en": {"": "point", "B": "decision", "S": "signal", "A": "agreement", "E": "event"},
}
_APPROVED = {"nl": "Het verslag van {} is goedgekeurd.", "en": "The minutes of {} were approved."}
_CALLED = {"nl": ("doelstelling", "actie"), "en": ("goal", "action")}
# A mark on its way through the writer of Markdown: its number between signs of no meaning.
_OPEN, _CLOSE = "\ue100", "\ue101"
_HIDDEN = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_MARK = rf"(?:{ACTOR}|{TAG})"
_MARKS = re.compile(rf"(?P<kept>{ADDRESS})|{_MARK}(?:[\s,]+{_MARK})*")
_WORD = re.compile(r"(?<!\w)\w+(?:[.-]\w+)*")


class Printed:
    """What a plan prints in one language for its ids."""

    def __init__(self, plan: Plan, *, dutch: bool) -> None:
        """*dutch* is the language of the document."""
        self._plan = plan
        self.dutch = dutch
        self._language = "nl" if dutch else "en"
        self._hidden: list[str] = []

    @cached_property
    def references(self) -> Mapping[str, str]:
        """The ids of what can be referred to, by the words that are printed for it."""
        return {words: id_ for id_ in self._plan.titles if (words := self._called(id_))}

    @cached_property
    def _by_word(self) -> Mapping[str, list[str]]:
        """These words by the first of them, the longest before those that they begin with; one word alone is none."""
        found: dict[str, list[str]] = {}
        for words in sorted(self.references, key=len, reverse=True):
            first = _WORD.match(words)
            if first is not None and len(words.split()) > 1:
                found.setdefault(first[0], []).append(words)
        return found

    def words(self, markdown: str) -> str:
        """Markdown with the words that are printed for its marks."""
        text = REFERENCE.sub(lambda match: match[2] or self._called(match[1]) or match[1], markdown)
        if "@" in text or "#" in text:
            text = _MARKS.sub(lambda match: match["kept"] or ", ".join(map(self._named, match[0].split())), text)
        return text

    def found(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where the printed words of references stand in a text, and the ids that they were."""
        done = 0
        for word in _WORD.finditer(text):
            for printed in self._by_word.get(word[0], ()) if word.start() >= done else ():
                done = word.start() + len(printed)
                if text.startswith(printed, word.start()) and not text[done : done + 1].isalnum():
                    yield word.start(), done, self.references[printed]
                    break
                done = word.start()

    def linked(self, block: Block) -> Block:
        """The block with references for what is printed for them, hidden until :meth:`shown`."""
        return replaced(block, [(first, last, self._hide(f"[[{id_}]]")) for first, last, id_ in self.found(block.text)])

    def committed(self, block: Block, actors: Actors) -> Block:
        """The same with marks for the actors that its words begin with: those of an agreement."""
        found = committed(block.text, actors)
        return replaced(
            block, [(one.first, one.last, self._hide(f"@{one.actor}") if one.actor else " ") for one in found]
        )

    def approvals(self, meeting: str) -> Iterator[str]:
        """The sentences that are printed under an item of that meeting in which minutes were approved."""
        for one in self._plan.meetings:
            if one.approved is not None and one.approved.meeting is not None and one.approved.meeting.id == meeting:
                yield _APPROVED[self._language].format(self._day(one))

    def shown(self, text: str) -> str:
        """A text with what was hidden in it."""
        return _HIDDEN.sub(lambda match: self._hidden[int(match[1])], text)

    def _hide(self, mark: str) -> str:
        self._hidden.append(mark)
        return f"{_OPEN}{len(self._hidden) - 1}{_CLOSE}"

    def _called(self, id_: str) -> str:
        """Number and title of what an id refers to; of what was noted, what it is and in which meeting; "" for an unknown one."""
        number, title = self._plan.titles.get(id_, ("", ""))
        name, _, noted = id_.partition("/")
        meeting = self._plan.meetings_by_id.get(name)
        if meeting is None or not title:
            return " ".join(filter(None, (number, REFERENCE.sub(self._in_title, title))))
        series = self._plan.series.get(meeting.series.id) if meeting.series is not None else None
        what = f"{_NOTED[self._language][noted.rstrip('0123456789')]} {noted}" if noted else ""
        return ", ".join(
            filter(None, (what, meeting.title or (series.name if series is not None else ""), self._day(meeting)))
        )

    def _day(self, meeting: Meeting) -> str:
        vague = meeting.date is not None and meeting.date.is_vague
        return meeting.date.text if meeting.date is not None and vague else dates.in_words(meeting.day, self._language)

    def _in_title(self, match: re.Match[str]) -> str:
        """A reference in a title, which is printed without a title of its own when it has a number."""
        number, title = self._plan.titles.get(match[1], ("", ""))
        is_action = match[1] in self._plan.by_id
        return match[2] or (f"{_CALLED[self._language][is_action]} {number}" if number else title or match[1])

    def _named(self, mark: str) -> str:
        sign, id_ = mark[0], mark[1:].rstrip(",")
        if sign == "@":
            return self._plan.actor_name(id_)
        settings = self._plan.settings
        return settings.target_groups.get(id_) or settings.themes.get(id_) or id_
