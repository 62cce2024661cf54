"""The words of one action point from the words of a document: what is to be done, by whom, by when, and how it stands."""

from __future__ import annotations

import re

from elzctl.intake.minutes import inferred, relative
from elzctl.intake.minutes.bits import between_dashes, bits_of
from elzctl.intake.minutes.by_function import function
from elzctl.intake.minutes.context import Context, leading
from elzctl.intake.minutes.deadlines import VAGUE_TAIL, as_typed, deadline, is_on, is_when, told
from elzctl.intake.minutes.draft import Point, Under, Who
from elzctl.intake.minutes.parts import bare, without
from elzctl.intake.minutes.point_words import (
    BRACKETS,
    BY_NEXT_TIME,
    DANGLING,
    DASHED,
    DAY_ROW,
    DAY_WHO,
    FOR_WHOM,
    HAS_BY,
    IS_HELP,
    IS_NEXT_TIME,
    JOINS_HELP,
    LABELLED,
    LATER,
    LEAD,
    NEXT_TIME,
    ROW,
    STATE,
    STATE_TAIL,
    WHEN,
)
from elzctl.intake.minutes.progress import progress
from elzctl.intake.minutes.subjects import subject
from elzctl.intake.minutes.words import EMPTY, EVERYBODY
from elzctl.intake.paper import Block
from elzctl.intake.when import Dated
from elzctl.wording import Message, say


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
        self.due_reason: Message | None = None

    def point(self) -> Point:
        """What was read."""
        ids = tuple(dict.fromkeys(one for who in self.whos for one in who.ids))
        people = tuple(dict.fromkeys(name for who in self.whos for name in who.people))
        rest = ", ".join(who.rest for who in self.whos if who.rest)
        under = list(self.under)
        if rest:
            under.insert(0, Under("", f"{'Wie' if self.context.dutch else 'Who'}: {rest}"))
        due_reason = (self.due.odd or self.due.reason or self.due_reason) if self.due is not None else None
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
            function=rest if function(rest) is not None else "",
        )

    def _alone(self) -> tuple[str, ...]:
        """The people who do it and have no organisation."""
        people = dict.fromkeys(name for who in self.whos for name in who.people)
        known = ((name, self.context.directory.person(name)) for name in people)
        known = (one for one in known if one[0] not in self.context.directory.with_house)
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
        if self.due is None and named.due is not None:
            self.due, self.due_words, self.due_reason = named.due, named.due_words, named.due_reason
        return True

    def by(self, value: str) -> bool:
        """The words of a deadline, alone."""
        plain = value.strip(" .,;()")
        if plain.lower() in EMPTY:
            return True
        found = deadline(plain, self.context)
        if found is not None and found.due is not None and self.due is None:
            self.due, self.due_words, self.due_reason = found.due, plain, found.reason
            self.under += [Under("", plain)] if found.note else []
            return True
        if found is not None and found.due is not None and self._is_due(found.due):
            return True
        if (LATER.search(plain) or IS_NEXT_TIME.fullmatch(plain)) and self._next_time(plain):
            return True
        self.under.append(Under("", f"Deadline: {as_typed(value)}"))
        return True

    def _next_time(self, words: str) -> bool:
        """Takes the day of the next meeting, when it is known."""
        ahead = self.context.next_day
        if ahead is None or self.due is not None or not self.context.is_own(words):
            return False
        reason = say("“{words}”: the day of the next meeting", words=words)
        self.due, self.due_words = ahead._replace(words=words, reason=reason), words
        return True

    def state(self, value: str) -> bool:
        """How it stands, in words of their own."""
        plain = value.strip(" .,;()")
        if plain.lower() in EMPTY:
            return True
        told = progress(plain, self.context)
        self.ticked, self.done = self.ticked or told.ticked, told.done or self.done
        self.under += [told.under] if told.under is not None else []
        if told.due is not None and self.due is None:
            self.due, self.due_words, self.due_reason = told.due, told.due.words, inferred.IN_STATE
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
                is_alone = not self.whos and len(taken or ()) == 1 and not HAS_BY.search(inside)
                during = inferred.IN_MONTH if bit.lower().startswith("in ") else None
                reason = inferred.ON_DAY if is_on(bit) else during or (inferred.DAY_ALONE if is_alone else None)
                self.due_reason = self.due_reason if self.due else reason
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
                self._between_dashes()
                break
            self._drop(cuts[-1].start(), len(text))
        self.dated_tail()

    def _between_dashes(self) -> None:
        found = between_dashes(self.block.text, self.context) if self.sure and not self.whos else None
        if found is not None:
            self.by_whom(*found[:2], reason=inferred.BETWEEN_DASHES)
            self._drop(*found[2:])

    def _row(self) -> None:
        """``Dossier schrijven, CAW, 20/4``: in a list, a name before a day is whose it is."""
        text = self.block.text.rstrip(" .")
        forms = (ROW, DAY_WHO, DAY_ROW) if self.sure else ()
        for match in filter(None, (form.search(text) for form in forms)):
            who = match.groupdict().get("who")
            if is_when(match["when"], self.context) and self.bits(f"{who}; {match['when']}" if who else match["when"]):
                self._drop(match.start(), len(self.block.text))
                return

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
        vague = VAGUE_TAIL.search(text)
        if vague and self.due is None:
            self.by(vague["by"])
            self._drop(vague.start(), len(text))
            return
        found = told(text, self.context)
        if self.due is not None:
            if found is not None and found.is_last and self._is_due(found.due):
                self._drop(found.first, len(text))
            return
        if found is None:
            self._told_from_here()
            return
        words = text[found.first : found.due.last].strip(" ,;(–—-")
        self.due, self.due_words, self.due_reason = found.due, words, found.reason
        if found.is_last:
            self._drop(found.first, len(text))

    def _is_due(self, found: Dated) -> bool:
        """True for the day by which in another notation."""
        return self.due is not None and self.due.value == found.value

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
        if match and not self.whos and not IS_HELP.fullmatch(match["who"]):
            who = leading(match["who"], self.context.directory, sure=sure)
            if who is not None and (who.ids or who.people or who.rest):
                self.by_whom(who, match["who"])
                self._drop(0, match.end())

    def behind(self) -> None:
        """``… : CAW`` at the end."""
        head, colon, last = self.block.text.rpartition(": ")
        if colon and not self.whos and len(last.split()) <= 6 and not FOR_WHOM.search(head):
            who = self.context.directory.who(last, sure=False)
            is_object = who is not None and who.is_new and " " not in head.strip()  # "Bellen: huisartsen"
            if who is not None and not is_object and (who.ids or who.people or who.rest.lower() in EVERYBODY):
                self.by_whom(who, last, reason=inferred.BEHIND_COLON)
                self._drop(len(head), len(self.block.text))

    def subject(self) -> None:
        """``CAW bezorgt de affiches``: who does it is the subject; the words stay."""
        found = None if self.whos else subject(self.block.text, self.context.directory, sure=self.sure)
        if found is not None:
            self.by_whom(*found, reason=inferred.SUBJECT)

    def by_whom(self, who: Who, words: str, *, placed: bool = False, reason: Message | None = None) -> None:
        """Somebody who does it, and the words that say so; *placed* in a cell or behind a label for it; a *reason* makes it a guess."""
        self.whos.append(who)
        if placed:
            reason = inferred.LETTERS if any(map(self.context.directory.is_unexplained, who.ids)) else reason
            self.context.directory.made.difference_update(who.ids)
        if self.due_reason is inferred.DAY_ALONE and reason is not inferred.SUBJECT:
            self.due_reason = None  # a name and a day beside each other
        reason = inferred.BY_PLACE if who.is_new and not placed else reason
        together = inferred.TOGETHER if len(who.ids) > 1 and JOINS_HELP.search(words) else None
        reason = reason or together or inferred.of_each(words)
        self.owner_reason = self.owner_reason or reason or (inferred.SHORT_NAME if who.is_short else None)
        self.who_words.append(words.strip(" .,;:()"))

    def _drop(self, start: int, end: int) -> None:
        """Takes a stretch out of the words.  A bracket that opened before it stays closed."""
        dangling = None if self.block.text[end:].strip(" .") else DANGLING.search(self.block.text, 0, start)
        start = dangling.start() if dangling else start
        if self.block.text[:start].count("(") == self.block.text[:start].count(")"):
            self.block = without(self.block, start, end)
