"""A document on its way to a meeting: what is known of it so far."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from elzctl.intake.minutes import own as minutes_own
from elzctl.intake.minutes.cell_lists import one_each
from elzctl.intake.minutes.head import Head
from elzctl.intake.minutes.invited import called_off, invited, meant
from elzctl.intake.minutes.layout import Layout, Section, layout
from elzctl.intake.minutes.lines import apart, initialed, listed, rejoined, ruled, run_on
from elzctl.intake.minutes.linked import Printed
from elzctl.intake.minutes.mail import Mail, opened
from elzctl.intake.minutes.parts import Part, flat, parts
from elzctl.intake.minutes.printed import parted
from elzctl.intake.minutes.series import known_actors
from elzctl.intake.minutes.signed_on import near
from elzctl.intake.minutes.zone import zone_in
from elzctl.intake.paper import Block, Paper
from elzctl.intake.who import Actors
from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.terms import Tongue
from elzctl.wording import Message

_DUTCH = re.compile(
    r"\b(?:de|het|een|van|en|wordt|niet|met|voor|aan|geen|dit|deze|overleg|verslag|datum|tegen)\b", re.IGNORECASE
)
_ENGLISH = re.compile(r"\b(?:the|of|and|will|with|for|to|from|this|meeting|minutes|date)\b", re.IGNORECASE)

_FIRST = 12  # parts among which what a reader has to know first stands


class MinutesOptions(NamedTuple):
    """``series`` is the id of its series, when it is known; ``day`` that of the meeting, when the document does not tell."""

    series: str | None
    plan: Plan | None
    language: Tongue | None
    today: date
    day: date | None = None


class State:
    """One document: its parts, what was found above them, and what becomes of its lines."""

    def __init__(self, paper: Paper, options: MinutesOptions) -> None:
        self.invited = invited(paper.blocks)
        if self.invited is not None:
            paper = paper._replace(blocks=self.invited.blocks, name=meant(paper.name))
        self.paper = paper
        self.options = options
        self.plan = options.plan if options.plan is not None else Plan()
        self.actors = Actors(known_actors(self.plan), own=_own_name(self.plan))
        all_parts = parts(paper.blocks, paper.lines)
        self.own = self.invited is not None or minutes_own.made_here(list(flat(all_parts)))
        if self.own:
            all_parts = parts(parted(paper.blocks, paper.lines))
        self.mail = Mail(paper.blocks) if self.own else opened(paper.blocks)
        rules: tuple[int, ...] = ()
        zone = "" if self.own or self.plan.settings.organisation is not None else zone_in(paper, self.mail.closing)
        if zone:
            self.actors.call_own(zone)
        if not self.own:
            whole = run_on(one_each(rejoined(self.mail.rest, paper.make), paper.lines, paper.make))
            blocks, rules = ruled(apart(initialed(whole), paper.lines), paper.lines)
            self.paper = paper._replace(blocks=tuple(listed(blocks, paper.lines, paper.make)))
            all_parts = parts(self.paper.blocks, paper.lines)
        by = near(self.mail.sent, self.mail.rest, options.today)
        self.head = Head(self.actors, by.day, own=self.own)
        self.head.near_reason = by.reason
        self.layout: Layout = layout(self._held(all_parts) if self.own else all_parts, own=self.own)
        self.prompts: list[int] = [*self.layout.prompts, *rules]
        self.labels = self.head.labels
        self.unclear: list[tuple[str, tuple[int, ...], Message]] = []
        self.headings: list[Block] = []
        if self.invited is not None:
            self.headings += [self.invited.heading] if self.invited.heading is not None else []
            self.head.facts["state"] = self.invited.state
        self.above: list[Block] = []
        self.attachments: tuple[tuple[str, str], ...] = ()
        self.dutch = self._is_dutch()
        self.printed = Printed(self.plan, dutch=minutes_own.labels_are_dutch(paper.blocks) if self.own else self.dutch)

    def _held(self, these: Sequence[Part]) -> list[Part]:
        """The parts without the sentence that tells why the meeting does not take place: it is a value of the file."""
        found = ((part, called_off(part)) for part in these[:_FIRST] if isinstance(part, Block))
        part, reason = next(((part, fact) for part, fact in found if fact is not None), (None, None))
        if part is None or reason is None:
            return list(these)
        self.head.used.append((part.lines, "state"))
        if reason.value:
            self.head.facts["reason"] = reason
        return [one for one in these if one is not part]

    def heading(self, section: Section) -> None:
        """The heading of a section that is none of the agenda."""
        if section.title is not None:
            self.headings.append(section.title)

    def _is_dutch(self) -> bool:
        if self.options.language is not None:
            return self.options.language is Tongue.NL
        text = " ".join(block.text for block in self.paper.blocks[:200])
        return (
            len(_DUTCH.findall(text)) >= len(_ENGLISH.findall(text))
            if text
            else not self.paper.language.startswith("en")
        )


def _own_name(plan: Plan) -> str:
    house = plan.settings.organisation
    return plan.actor_name(house.id) if house is not None else ""
