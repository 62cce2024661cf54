"""The words of one action point from the words of a document: what is to be done, by whom, by when, and how it stands."""

from __future__ import annotations

import re

from elzctl.intake import when
from elzctl.intake.minutes import relative
from elzctl.intake.minutes.bits import bits_of
from elzctl.intake.minutes.context import Context, leading
from elzctl.intake.minutes.draft import Point, Under, Who
from elzctl.intake.minutes.parts import bare, without
from elzctl.intake.minutes.point_words import (
    BRACKETS,
    BY,
    BY_NEXT_TIME,
    DANGLING,
    DASHED,
    DAY_ROW,
    IS_STATE,
    LABELLED,
    LATER,
    LEAD,
    NEXT_TIME,
    ROW,
    SOON,
    STATE,
    STATE_TAIL,
    SURE_BY,
    TAIL,
    WHEN,
)
from elzctl.intake.minutes.subjects import subject
from elzctl.intake.minutes.words import DONE, DROPPED, EMPTY, EVERYBODY
from elzctl.intake.paper import Block
from elzctl.intake.when import Dated
from elzctl.wording import Message, say

_BY_PLACE = say("Only the place of these words makes them who does it: the document names them nowhere else")


class Reading:
    """A point that is being read; *block* is what is left of its words."""

    def __init__(self, block: Block, context: Context, *, sure: bool = False) -> None:
        self.sure = sure
        self.block = bare(block)
        self.context = context
        self.whos: list[Who] = []
        self.due: Dated | None = None
        self.due_words = ""
        self.who_words: list[str] = []
        self.ticked = block.check is True
        self.done = ""
        self.under: list[Under] = []
        self.owner_reason: Message | None = None

    def point(self) -> Point:
        """What was read."""
        ids = tuple(dict.fromkeys(one for who in self.whos for one in who.ids))
        people = tuple(dict.fromkeys(name for who in self.whos for name in who.people))
        rest = ", ".join(who.rest for who in self.whos if who.rest)
        under = list(self.under)
        if rest:
            under.insert(0, Under("", f"{'Wie' if self.context.dutch else 'Who'}: {rest}"))
        due_reason = (self.due.odd or self.due.reason) if self.due is not None else None
        alone = self._alone()
        if ids and alone:
            under.insert(0, Under("", f"{'Wie: ook' if self.context.dutch else 'Who: also'} {', '.join(alone)}"))
        return Point(
            words=self.block,
            owners=ids,
            due=self.due,
            ticked=self.ticked,
            done=self.done,
            under=tuple(under),
            people=people,
            lines=self.block.lines,
            due_reason=due_reason,
            owner_words=", ".join(self.who_words),
            due_words=self.due_words,
            owner_reason=self.owner_reason,
        )

    def _alone(self) -> tuple[str, ...]:
        """The people who do it and have no organisation."""
        people = dict.fromkeys(name for who in self.whos for name in who.people)
        known = ((name, self.context.directory.person(name)) for name in people)
        return tuple(name for name, one in known if one is None or not one.organisation)

    def labelled(self) -> None:
        """``Wie: … – Deadline: …`` in the words."""
        while match := LABELLED.search(self.block.text):
            label, value = match["label"].lower(), match["value"].strip(" .,;–-")
            if not self._take_labelled(label, value):
                return
            self._drop(match.start(), match.end())

    def _take_labelled(self, label: str, value: str) -> bool:
        if re.fullmatch(STATE, label):
            return self.state(value)
        if re.fullmatch(WHEN, label):
            return self.by(value)
        named = Reading(Block(value, ()), self.context)
        named.dated_tail()
        who = self.context.directory.who(named.block.text, sure=True)
        if who is None:
            return False
        self.by_whom(who, named.block.text, placed=True)
        self.due, self.due_words = self.due or named.due, self.due_words or named.due_words
        return True

    def by(self, value: str) -> bool:
        """The words of a deadline, alone."""
        plain = value.strip(" .,;()")
        if plain.lower() in EMPTY:
            return True
        found = when.first(plain, self.context.day, loose=True) or relative.whole(plain, self.context.day)
        found = found or relative.first(plain, self.context.day)
        if found is not None and self.due is None:
            rest = re.sub(rf"(?i){BY}|\b(?:de|het|the)\b|\W", "", f"{when.without(plain, found)} ")
            self.due, self.due_words = found, plain
            if rest:
                self.under.append(Under("", plain))
            return True
        if LATER.search(plain) and self._next_time(plain):
            return True
        self.under.append(Under("", f"{'Termijn' if self.context.dutch else 'Deadline'}: {plain}"))
        return True

    def _next_time(self, words: str) -> bool:
        """Takes the day of the next meeting, when it is known."""
        ahead = self.context.next_day
        if ahead is None or self.due is not None:
            return False
        reason = say("“{words}”: the day of the next meeting", words=words)
        self.due, self.due_words = ahead._replace(words=words, reason=reason), words
        return True

    def state(self, value: str) -> bool:
        """How it stands, in words of their own."""
        plain = value.strip(" .,;()")
        if plain.lower() in EMPTY:
            return True
        match = IS_STATE.match(plain)
        word = match["word"].lower() if match else ""
        if word and re.fullmatch(DONE, word):
            self.ticked = True
            rest = plain[match.end() :].strip(" ,.;:()") if match else ""
            found = when.first(plain, self.context.day, loose=True, ahead=False)
            day = self.context.day
            if found is not None and not found.value.is_vague and (day is None or found.value.first >= day):
                self.done = found.written
                rest = re.sub(r"(?i)\A(?:op|on)\s*\Z", "", when.without(rest, found)) if found.words in rest else rest
            if rest or (word not in ("x", "v", "ja", "yes", "ok", "√", "✓", "✔", "☒", "☑") and not self.done):
                self.under.append(Under("", plain))
            return True
        if word and re.fullmatch(DROPPED, word):
            self.under.append(Under("vervallen", plain, on=str(self.context.day) if self.context.day else ""))
            return True
        ahead = when.first(plain, self.context.day)
        to_come = ahead is not None and (self.context.day is None or ahead.value.last > self.context.day)
        if ahead is not None and to_come and self.due is None and TAIL.search(plain[: ahead.first]):
            self.due, self.due_words = ahead, ahead.words
        self.under.append(Under("stand", plain, on=str(self.context.day) if self.context.day else ""))
        return True

    def brackets(self) -> None:
        """``(CAW, tegen 9/10)`` at the end."""
        for _ in range(3):
            match = BRACKETS.search(self.block.text)
            if match is None or match.start() == 0 or not self.bits(match["inside"]):
                return
            self._drop(match.start(), match.end())

    def bits(self, inside: str) -> bool:
        """Takes what stands in brackets, or between dashes, when all of it is understood."""
        taken = bits_of(inside, self.context, sure=self.sure)
        for bit, one in taken or ():
            if isinstance(one, Who):
                self.by_whom(one, bit)
            elif isinstance(one, Dated):
                self.due, self.due_words = self.due or one, self.due_words or bit
            else:
                {"next": self._next_time, "soon": self.by, "state": self.state}[one](bit)
        return bool(taken)

    def tail(self) -> None:
        """``… tegen 9 oktober`` at the end, or ``… – CAW – 9/10``."""
        self._state_tail()
        self._row()
        for _ in range(4):
            text = self.block.text
            cuts = list(DASHED.finditer(text))
            if not cuts or not self.bits(text[cuts[-1].end() :].strip(" .")):
                break
            self._drop(cuts[-1].start(), len(text))
        self.dated_tail()

    def _row(self) -> None:
        """``Dossier schrijven, CAW, 20/4``: in a list, a name before a day is whose it is."""
        text = self.block.text.rstrip(" .")
        match, alone = (ROW.search(text), DAY_ROW.search(text)) if self.sure else (None, None)
        if match and self._is_when(match["when"]) and self.bits(f"{match['who']}; {match['when']}"):
            self._drop(match.start(), len(self.block.text))
        elif alone and self._is_when(alone["when"]) and self.bits(alone["when"]):
            self._drop(alone.start(), len(self.block.text))

    def _is_when(self, words: str) -> bool:
        """True for a day, or how urgent it is, and nothing else."""
        found = when.first(words, self.context.day, loose=True)
        return SOON.fullmatch(words.strip(" .!")) is not None or (
            found is not None and not when.without(words, found).strip()
        )

    def _state_tail(self) -> None:
        match = STATE_TAIL.search(self.block.text)
        if match and match.start() > 3 and len(match["word"]) > 1 and self.state(match["state"]):
            self._drop(match.start(), len(self.block.text))

    def dated_tail(self) -> None:
        """``… tegen 9 oktober``, or by the next meeting."""
        text = self.block.text
        match = NEXT_TIME.search(text)
        if match and self.due is None:
            if self._next_time(match[0].strip(" ,;.–-(")):
                self._drop(match.start(), len(text))
            return
        found = list(when.find(text, self.context.day))
        last = found[-1] if found else None
        before = TAIL.search(text[: last.first]) if last is not None else None
        ends = last is not None and not text[last.last :].strip(" .,;:)")
        if self.due is not None:
            return
        if last is None or before is None or (not ends and not SURE_BY.match(before["by"])):
            self._told_from_here()
            return
        self.due, self.due_words = last, text[before.start("by") : last.last]
        if ends:
            self._drop(before.start(), len(text))

    def _told_from_here(self) -> None:
        """``… volgende week``, or by the next meeting, in the middle of the words."""
        text = self.block.text
        found = relative.first(text, self.context.day)
        if found is not None:
            self.due, self.due_words = found, found.words
            if not text[found.last :].strip(" .,;:)"):
                self._drop(found.first, len(text))
        elif match := BY_NEXT_TIME.search(text):
            self._next_time(match[0])

    def lead(self, *, sure: bool) -> None:
        """``CAW: bezorgt de affiches``; *sure* in a list of actions."""
        match = LEAD.match(self.block.text)
        if match and not self.whos:
            who = leading(match["who"], self.context.directory, sure=sure)
            if who is not None and (who.ids or who.people or who.rest):
                self.by_whom(who, match["who"])
                self._drop(0, match.end())

    def behind(self) -> None:
        """``… : CAW`` at the end."""
        head, colon, last = self.block.text.rpartition(": ")
        if colon and not self.whos and len(last.split()) <= 6:
            who = self.context.directory.who(last, sure=False)
            is_object = who is not None and who.is_new and " " not in head.strip()  # "Bellen: huisartsen"
            if who is not None and not is_object and (who.ids or who.people or who.rest.lower() in EVERYBODY):
                self.by_whom(who, last)
                self._drop(len(head), len(self.block.text))

    def subject(self) -> None:
        """``CAW bezorgt de affiches``: who does it is the subject; the words stay."""
        found = None if self.whos else subject(self.block.text, self.context.directory, sure=self.sure)
        if found is not None:
            self.by_whom(*found)

    def by_whom(self, who: Who, words: str, *, placed: bool = False) -> None:
        """Somebody who does it, and the words that say so; *placed* in a cell or behind a label for it."""
        self.whos.append(who)
        if who.is_new and not placed:
            self.owner_reason = _BY_PLACE
        self.who_words.append(words.strip(" .,;:()"))

    def _drop(self, start: int, end: int) -> None:
        """Takes a stretch out of the words.  A bracket that opened before it stays closed."""
        dangling = None if self.block.text[end:].strip(" .") else DANGLING.search(self.block.text, 0, start)
        start = dangling.start() if dangling else start
        if self.block.text[:start].count("(") == self.block.text[:start].count(")"):
            self.block = without(self.block, start, end)
