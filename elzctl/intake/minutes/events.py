"""Events in minutes: lines that begin with a day to come, or tell of one under news and activities."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice, pairwise

from elzctl.clock import Hours
from elzctl.intake import hours, when
from elzctl.intake.minutes.draft import Noted, Piece, Prose
from elzctl.intake.minutes.labels import is_next
from elzctl.intake.minutes.next import ANNOUNCES
from elzctl.intake.minutes.parts import bare, cut, without
from elzctl.intake.minutes.placed_events import is_at_place
from elzctl.intake.minutes.promising import VERBS
from elzctl.intake.paper import Block
from elzctl.wording import Message, say

_EVENTS_ITEM = re.compile(
    r"(?i)\b(?:activiteit\w*|evenement\w*|events?|netwerk\w*|nieuws\w*|mededeling\w*|aankondiging\w*|kalender|agenda|varia|weetjes|announcements?|news|rondje|rondvraag)\b"
)
_EVENT_INSIDE = re.compile(r"\A(?P<what>[^.:;]{3,70}?)\s+(?:op|on|van)\s+\Z")
_WHEN = re.compile(
    r"(?i)\A\W*(?:wanneer(?: en waar)?|waar en wanneer|when(?: and where)?|datum|date)\s*[?:=][\s?:=]*\Z"
)

_ON = re.compile(r"(?i)\W*(?:op|on)\s+")
_NOTED_ON = re.compile(r"(?i)\W*(?:(?:noteer|onthou|hou)\b[^:;.]{0,40}:\s*|(?:ook|en)\s+)?(?:op|on)\s+")
_THERE_IS = re.compile(
    r"(?i)\W*(?:[a-zà-ÿ]+\s)?(?:is|zijn|komt|komen|volgt|there is)\s(?:er\s|nog\s|ook\s|dan\s|opnieuw\s|weer\s)*(?:een|twee|drie|an?|de|het)\s[^.:;!?]{3,90}?\s(?:op|on)\s+"
)
_ER_IS = re.compile(
    r"(?i)\W*(?:er|there)\s(?:is|zijn|komt|komen|volgt)\s(?:ook |nog |dan |opnieuw |weer )*(?:op|on)\s+"
)
# What is done at something to go to.
_HELD = re.compile(
    r"(?i)\b(?:geeft|geven|organiseert|organiseren|houdt|houden|spreekt|spreken|opent|openen|viert|vieren|ontvangt|ontvangen|stelt|stellen|nodigt|nodigen|vindt|vinden|gaat .{1,60} door|is er|zijn er|gives?|holds?|hosts?|speaks?|opens?|organi[sz]es?|there is)\b"
)
_TAKES_PLACE = re.compile(
    r"(?i).{3,120}?\s(?:(?:vindt|vinden|heeft|hebben) (?:\S+ ){0,4}?plaats|(?:gaat|gaan) (?:\S+ ){0,4}?door|(?:is|zijn|staat|staan|werd|wordt|ligt) (?:\S+ ){0,3}?(?:gepland|ingepland|voorzien|vastgelegd|geprikt|vast)|takes? place|(?:is|are) (?:planned|scheduled))\s+(?:op|on)\s+"
)
GATHERING = re.compile(
    r"(?i)\b\w*(?:vorming|opleiding|bijscholing|training|infosessie|infoavond|info-avond|infomarkt|infomoment|infodag|infonamiddag|studiedag|studieavond|studienamiddag|webinar|workshop|lezing|debat"
    r"|congres|symposium|conferentie|feest|beurs|wandeling|wandeltocht|ontbijt|concert|voorstelling|filmavond|netwerkmoment|netwerkdag|netwerkevent|kick-?off|opendeurdag|startdag|startmoment|trefdag|themadag"
    r"|themaavond|quiz|receptie|viering|inhuldiging|tentoonstelling|actiedag|sportdag|slotmoment|slotdag|ontmoetingsdag|ontmoetingsmoment|intervisie|praatcafé|zorgmarkt|jobmarkt|cursus|cursussen|[a-zà-ÿ]{4,}(?<!dag)(?:namiddag|voormiddag|avond)|open dag|open dagen|info session|conference|open day|lecture|course)(?:s|en)?\b"
)
# A line that begins with something to go to, up to its day: "Infosessie over … op", "Infomarkt,".
_BEGINS_WITH = re.compile(r"[^.;!?]{3,110}?(?:\s(?:op|on)|\s?[,:–-]|\s\()?\s*\Z")
_DOES = re.compile(
    r"(?i)\b(?:was|waren|werd|werden|had|hadden|vond|vonden|ging|gingen|gaf|gaven|hield|hielden|kwam\w*|bracht\w*|lokte\w*|trok\w*|telde\w*|is|zijn|kan|kunnen|moet|moeten|wil|willen|start|starten|inschrijv\w*|aanmeld\w*|deadline|tegen|uiterlijk|vóór|tot|verslag|evaluatie van|zorgt|zorgen|bezorgt|stuurt|maakt|komt|komen|sinds|geen)\b"
)
_GOES_ON = re.compile(r"(?i)\b(?:van|voor|na|met|in|tegen|tot|vanaf|sinds|door|de|het|of|for|by|until)\s*\Z")
_BESIDE = re.compile(
    r"(?i)\W*(?:na|voor|vóór|tijdens|bij|over|tegen|rond|van|zie|door|met|in|dankzij|sinds|after|before|during|about|at)\b"
)
_IS_THERE = re.compile(r"(?i)(?:is|zijn) er\s+(?:dan |ook |opnieuw |weer )?(?:een )?(?=\S)")
_BEGINS = re.compile(
    r"(?i).{3,120}?\s(?:start|starten|begint|beginnen|starts?|begins?)\s+(?:ook |opnieuw |weer )?(?:op|on)\s+"
)
_NOT_YET = re.compile(r"(?i)\b(?:inschrijv|aanmeld|voorbereid|registr|kandida)\w*|\bverkoop\b")
_PLANS = re.compile(
    r"(?i)(?:[^.:;!?]{2,60}?\s)?(?:plant|plannen|organiseert|organiseren|voorziet|voorzien|geeft|geven|houdt|houden|plans?|organi[sz]es?)\s[^.:;!?]{3,80}:\s*"
)
_ONE_OF_MORE = re.compile(r"(?i)\b(?:reeks|sessie|editie|les|lessen|session|series)\b")
# Hours behind other words than the day: "… op de Markt (10u-13u)", "… in de zaal, van 14u tot 17u".
_BEFORE_HOURS = re.compile(r"(?i)(?P<sign>[(,–]\s*(?:van|om|vanaf|from|at)?|\svan)\s*\Z")
_BEHIND_HOURS = re.compile(r"\s*\)?,?")
_GIVES = re.compile(
    r"(?i)[^.;!?]{2,80}?\b(?:organiseert|organiseren|geeft|geven|houdt|houden|verzorgt|verzorgen|plant|plannen)\s+(?:ook |samen |opnieuw |weer )?(?:op|on)\s+"
)
_INVITES = re.compile(
    r"(?i)[^.;:!?]{2,60}?\b(?:viert|vieren|opent|openen|organiseert|organiseren|houdt|houden|geeft|geven|nodigt|nodigen)\s[^.;:!?]{2,70}\s(?:op|on)\s+"
)
# A gathering of a group is no event.
_MEETS = re.compile(
    r"(?i)\b(?:\w*vergader\w*|\w*overleg|samen(?! met\b)|werkgroep|stuurgroep|kerngroep|meeting|deadline|uiterlijk|uiterste)\b"
)

_MOST_BEFORE = 3  # words before that of what it is
_MOST_TOLD = 7


# What a day has in front of it in notes, with what it is right behind: "17/09 studiedag".
_DAY_ALONE = re.compile(r"\W*(?:(?:ma|di|wo|do|vr|za|zo)[a-z]*\.?\s+)?\d{1,2}/\d{1,2}(?![\d/])")
_DAY_FIRST = re.compile(
    r"\W*(?:(?:ma|di|wo|do|vr|za|zo)[a-z]*\.?\s+)?\d{1,2}/\d{1,2}(?![\d/])(?=[\s:,–-]+(?P<what>(?:\S+\s+){0,3}\S+))"
)
_OF_ABOVE = re.compile(r"(?:(?:De|Het) (?:eerste|tweede|derde|volgende|eerstvolgende)|Die|Deze|Dat|Dit|Hij|Het) [a-z]")
# Before a colon, whose it is: "Kring Meer: op 3 mei is er …".
_OF_ONE = re.compile(
    r"\W*(?!(?i:noteer|onthou|hou|data|datum|save|let op|opgelet|reminder))(?P<who>[A-ZÀ-Þ][^.:;!?]{1,60}):\s+(?=[a-zà-ÿ])"
)
_GOES_ON_BEHIND = re.compile(r"(?:in|te|bij|op|aan|van|voor|met|at|for|with)\s")


_RUNS_ON = re.compile(
    r"(?:een|de|het|onze|ons|an?|the|our|is|zijn|wordt|worden|vindt|vinden|gaat|gaan|start|starten|begint|beginnen|plaats|door)\s"
)
# What follows the day that a sentence begins with: *Op 3 mei organiseert …*.
_VERB_FIRST = re.compile(
    r"(?:is|zijn|wordt|worden|vindt|vinden|gaat|gaan|komt|komen|geeft|geven|organiseert|organiseren|houdt|houden|spreekt|spreken|opent|openen|viert|vieren|ontvangt|ontvangen|stelt|stellen|nodigt|nodigen|plant|plannen|verzorgt|verzorgen"
    r"|start|starten|begint|beginnen|staat|staan|trekken|trekt|brengt|brengen|toont|tonen|volgt|volgen|kan|kunnen|mag|mogen|gives?|holds?|hosts?|opens?|there is)\s"
)


class Events:
    """Finds the events of one item of the agenda."""

    def __init__(self, day: date | None, about: str, title: str) -> None:
        """*day* is that of the meeting, *about* what the heading of the item is about."""
        self.day = day
        self.about = about
        self.title = title

    def apart(self, block: Block) -> Iterator[Block]:
        """``23 juni … – 1 juli …``: two events on a line are two lines."""
        found = [one for one in when.find(block.text, self.day) if one.value.last >= (self.day or one.value.last)]
        cuts = [one.first for one in found[1:] if re.search(r"[–-]\s*\Z|;\s*\Z", block.text[: one.first])]
        if not found or block.text[: found[0].first].strip(" •-–") or not cuts or block.depth:
            yield block
            return
        for start, end in pairwise([0, *cuts, len(block.text)]):
            one = cut(block, start, end)
            yield cut(one, 0, len(one.text.rstrip(" –-;")))

    def dated(self, block: Block, pieces: Sequence[Piece]) -> Noted | None:
        """A paragraph that begins with a day to come, or tells of one under news and activities."""
        day = self.day
        if day is None or self.about == "next" or len(block.text) > 600 or ANNOUNCES.search(block.text):
            return None
        found = when.first(block.text, day) or _day_first(block.text, day)
        if found is None or found.value.last <= day or not block.text[found.last :].strip(" .,:;–-"):
            return None
        if _WHEN.match(block.text[: found.first]):
            return self.event(self._called(block, pieces), say("A date under a heading"))
        head = block.text[: found.first].strip(" .,:;–-•")
        if not head:
            return self.event(bare(block), say("A line that begins with a date"))
        inside = _EVENT_INSIDE.match(block.text[: found.first])
        if inside and _EVENTS_ITEM.search(self.title) and len(inside["what"].split()) <= 5 and not found.value.is_vague:
            after = block.text[found.last :].strip()
            if not after or after[0] in ".,–-—(":
                return self.event(bare(block), say("A day to come, under an item about activities"))
        return None

    def told(self, block: Block, before: str = "") -> Noted | None:
        """A sentence about something to go to: ``Op 21 april om 14 uur geeft …``, ``… gaat door op 5 mei om 20 uur``.

        *before* is the text in front of it, which says what *De eerste* or *Die* is.
        """
        above = (
            list(GATHERING.finditer(before)) if _OF_ABOVE.match(block.text) and not GATHERING.search(block.text) else []
        )
        if above:
            what = above[-1][0]
            block = block._replace(text=f"{what[:1].upper()}{what[1:]} – {block.text}", spans=())
        day = self.day
        of = _OF_ONE.match(block.text)
        inner = self.told(cut(block, of.end())) if of is not None and not above else None
        if inner is not None and of is not None:
            return inner._replace(words=inner.words._replace(text=f"{of['who']}: {inner.words.text}", spans=()))
        if day is None or self.about == "next" or ANNOUNCES.search(block.text) or _MEETS.search(block.text):
            return None
        found = when.first(block.text, day)
        if found is None or found.value.last <= day or found.value.is_vague:
            return None
        head, behind = block.text[: found.first], block.text[found.last :]
        has_hour = next(hours.find(behind[:30]), None) is not None
        if re.match(r"(?i)\W*(?:eerst)?(?:volgende?|next)\b", head):
            return None
        is_known = GATHERING.search(block.text) is not None and not re.search(r"(?i)\bgeen\b", block.text)
        is_news = _EVENTS_ITEM.search(self.title) is not None
        is_exact = has_hour or re.search(r"(?i)\A[a-z]|\d{4}\Z", found.words) is not None
        begins = (has_hour or is_known) and _NOTED_ON.fullmatch(head) is not None and _HELD.search(behind) is not None
        begins = begins or (
            is_known and (has_hour or is_exact) and any(form.fullmatch(head) for form in (_THERE_IS, _ER_IS))
        )
        takes_place = (is_news or (is_exact and is_known) or has_hour) and _TAKES_PLACE.fullmatch(head) is not None
        is_told = has_hour and is_news and _tells_of_one(head)
        gives = (has_hour or is_exact) and is_known and _GIVES.fullmatch(head) is not None
        gives = gives or (has_hour and _INVITES.fullmatch(head) is not None)
        is_one = is_known or _ONE_OF_MORE.search(head) is not None
        gives = gives or (has_hour and is_one and _PLANS.fullmatch(head) is not None) or (is_exact and _starts(head))
        gives = gives or is_at_place(block.text, found)
        if begins or takes_place or is_told or gives or (is_exact and _opens_with_one(head)):
            return self.event(bare(block), say("The sentence says that something takes place on a day to come"))
        return None

    def listed(self, block: Block) -> Noted | None:
        """A line below a heading about events; ``None`` when no day stands in it."""
        if ANNOUNCES.search(block.text) or is_next(block.text.partition(":")[0]):
            return None
        bare_day = _DAY_ALONE.match(block.text)
        found = when.first(block.text, self.day) or (
            when.first(bare_day[0], self.day, loose=True) if bare_day is not None else None
        )
        return None if found is None else self.event(bare(block), None)

    def _called(self, block: Block, pieces: Sequence[Piece]) -> Block:
        """``Wanneer: 8 september …`` with the last heading above it in the place of the label."""
        label = re.match(r"\W*\w+(?: \w+){0,2}\s*[?:=][\s?:=]*", block.text)
        rest = cut(block, label.end() if label else 0)
        above = [one for piece in pieces if isinstance(piece, Prose) for one in piece.blocks if one.level]
        if not above:
            return bare(block)
        return bare(rest._replace(text=f"{above[-1].text}: {rest.text}", spans=()))

    def event(self, block: Block, reason: Message | None) -> Noted:
        """An event: its date and hours go before its words."""
        found = when.first(block.text, self.day, loose=True)
        if found is None:
            return Noted("E", block, lines=block.lines, reason=reason)
        head = re.sub(r"(?i)\s*\b(?:op|on|van|from)\s*\Z", "", block.text[: found.first]).rstrip(" ,;:–-(")
        behind = block.text[found.last :]
        time = next(hours.find(behind[:60]), None)
        start, end = (time.start, time.end) if time is not None else (None, None)
        begin = found.last
        if time is not None and not re.sub(r"(?i)\b(?:om|van|vanaf|at|from)\b|\W", "", behind[: time.first]):
            begin += time.last
        else:
            start = end = None
        lead = re.match(r"[\s,:;.–—)-]*", block.text[begin:])
        begin += lead.end() if lead else 0
        there = _IS_THERE.match(block.text, begin) if not head or _ON.fullmatch(f"{head} ") else None
        is_first = not head or _NOTED_ON.fullmatch(block.text[: found.first]) is not None
        if is_first and not there and _VERB_FIRST.match(block.text, begin):
            # Without its day the sentence would begin with the verb: it stays whole.
            behind_it = _hours_apart(block.text[begin:]) if start is None else None
            start, end = (behind_it.start, behind_it.end) if behind_it is not None else (start, end)
            return Noted(
                "E", block, found, start, end, lines=block.lines, reason=found.reason if reason is None else reason
            )
        words = cut(block, there.end() if there else begin)
        words = words._replace(text=words.text[:1].upper() + words.text[1:]) if there else words
        apart = _hours_apart(words.text) if start is None else None
        if apart is not None:
            start, end, words = apart.start, apart.end, without(words, apart.first, apart.last)
        if head:
            before = cut(block, 0, len(head))
            runs_on = _RUNS_ON.match(words.text) and lead is not None and not lead[0].strip(" ,")
            joint = "" if not words.text else " " if runs_on or _GOES_ON_BEHIND.match(words.text) else " – "
            words = before._replace(text=f"{before.text}{joint}{words.text}", spans=before.spans)
        return Noted(
            "E", words, found, start, end, lines=block.lines, reason=found.reason if reason is None else reason
        )


def _day_first(text: str, day: date) -> when.Dated | None:
    """The day in figures that a line of notes begins with, before something to go to."""
    match = _DAY_FIRST.match(text)
    if match is None or GATHERING.search(match["what"]) is None:
        return None
    return when.first(text[: match.end()], day, loose=True)


def _opens_with_one(head: str) -> bool:
    """True for the words before a day that name something to go to, and nothing that is done: *Infosessie op*."""
    if _BESIDE.match(head) or _GOES_ON.search(head):
        return False
    known = GATHERING.search(head)
    if known is None or _BEGINS_WITH.fullmatch(head) is None or _DOES.search(head) is not None:
        return False
    return len(head[: known.start()].split()) <= _MOST_BEFORE


def _starts(head: str) -> bool:
    """True for the words before a day on which something to go to begins: *De cursus start op*."""
    known = GATHERING.search(head)
    is_first = known is not None and len(head[: known.start()].split()) <= _MOST_BEFORE
    return is_first and _BEGINS.fullmatch(head) is not None and _NOT_YET.search(head) is None


def _hours_apart(text: str) -> Hours | None:
    """The only hours in the words of an event, in brackets or behind a comma, with the signs around them."""
    found = list(islice(hours.find(text), 2))
    before = _BEFORE_HOURS.search(text[: found[0].first]) if len(found) == 1 else None
    if before is None or (before["sign"].strip().lower() == "van" and found[0].end is None):
        return None
    behind = _BEHIND_HOURS.match(text, found[0].last) if before["sign"].strip()[:1] != "," else None
    return found[0]._replace(first=before.start(), last=behind.end() if behind is not None else found[0].last)


def _tells_of_one(head: str) -> bool:
    """True for a few words before a day in which nothing is done: *Wafelenbak van de buurt op*."""
    words = head.split()
    is_short = 1 < len(words) <= _MOST_TOLD and re.search(r"(?i)\s(?:op|on)\s*\Z", head) is not None
    return is_short and head[:1].isupper() and _DOES.search(head) is None and VERBS.isdisjoint(words)
