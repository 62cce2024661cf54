"""What everybody may read of changes: nothing internal, ``[…]`` for addresses, telephone, account and national numbers.

A comment on a forge goes out by mail to strangers and cannot be called back.  What is shown is text as it was typed, so
that an address counts in each way to type it in Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from elzctl.finding import Finding
from elzctl.internal import without_internal
from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.traces import HIDDEN, contacts, known_contacts, same_contact
from elzctl.views.stretches import Kept, Stretch
from elzctl.wording import Argument, Message

_MAYBE = re.compile(r"@|%40|&|＠|﹫|\d|[(\[{<] ?[aA][tTpP]|penstaart|(?:punt|dot) ")


class Screen:
    """Shows what everybody may read; those contacts that the new plan allows for an actor stay.

    With *internal* everything is shown.
    """

    def __init__(self, plan: Plan, *, internal: bool) -> None:
        self._allowed = known_contacts(plan.contacts)
        self._internal = internal

    def text(self, text: str) -> str:
        """A text that stands by itself."""
        if self._internal:
            return text
        text = without_internal(text)
        return (
            _without(text, (_Hidden(*span, said=True) for span in self._spans(text))) if _MAYBE.search(text) else text
        )

    def value(self, value: Any) -> Any:
        """Data with each text in it as it may be read."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, dict):
            return {key: self.value(one) for key, one in value.items()}
        return [self.value(one) for one in value] if isinstance(value, list) else value

    def stretches(self, whole: Iterable[Stretch]) -> tuple[Stretch, ...]:
        """Running text of which the internal parts are out already: a contact may begin in one stretch and end in the next."""
        whole = tuple(whole)
        if self._internal or not any(_MAYBE.search(one.text) for one in whole):
            return whole
        hidden: list[list[_Hidden]] = [[] for _ in whole]
        for other in (Kept.GONE, Kept.COME):
            side = [place for place, one in enumerate(whole) if one.kept in (Kept.SAME, other)]
            for place, found in self._of_side([whole[place] for place in side]):
                hidden[side[place]].append(found)
        return tuple(one._replace(text=_without(one.text, found)) for one, found in zip(whole, hidden, strict=True))

    def message(self, message: Message) -> Message:
        """A message with what it quotes as that may be read."""
        return message._replace(args=tuple((name, self._argument(one)) for name, one in message.args))

    def findings(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Findings of which the messages may be read by everybody."""
        return tuple(_told(one, self.message(one.message)) for one in findings)

    def _argument(self, one: Argument) -> Argument:
        if isinstance(one, Message):
            return self.message(one)
        if isinstance(one, tuple):
            return tuple(map(self.message, one))
        return self.text(one) if isinstance(one, str) else one

    def _spans(self, text: str) -> list[tuple[int, int]]:
        """Where the contacts stand that nobody allowed, in a text as it was typed."""
        return [span for span in contacts(text) if same_contact(text[slice(*span)]) not in self._allowed]

    def _of_side(self, side: list[Stretch]) -> Iterator[tuple[int, _Hidden]]:
        """What is to be hidden in the stretches of the one text or the other; said where it changed, else where it begins."""
        # What went and came stands apart from what stayed by a blank that no stretch has.
        text = " ".join(one.text for one in side)
        starts = [sum(len(one.text) + 1 for one in side[:place]) for place in range(len(side))]
        for first, last in self._spans(text):
            touched = [
                (place, max(first - start, 0), min(last - start, len(one.text)))
                for place, (start, one) in enumerate(zip(starts, side, strict=True))
                if first < start + len(one.text) and start < last
            ]
            says = next((place for place, *_ in touched if side[place].kept is not Kept.SAME), touched[0][0])
            yield from ((place, _Hidden(begin, end, place == says)) for place, begin, end in touched)


class _Hidden(NamedTuple):
    """Where something is hidden in a text, and whether it is said there."""

    start: int
    end: int
    said: bool


def _without(text: str, hidden: Iterable[_Hidden]) -> str:
    """A stretch without what is hidden in it; both texts may hide the same."""
    pieces, place = [], 0
    for start, end, said in sorted(hidden):
        if end > place:
            pieces += [text[place:start], HIDDEN if said and start >= place else ""]
            place = end
    return "".join((*pieces, text[place:]))


def _told(finding: Finding, message: Message) -> Finding:
    return Finding(finding.code, finding.severity, message, finding.span, None, (), (), finding.about)
