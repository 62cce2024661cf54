"""Where a decision or a signal ends: what another sentence of its paragraph tells is no part of it."""

from __future__ import annotations

import re
from itertools import pairwise

from elzctl.intake import persons
from elzctl.intake.minutes.context import Context
from elzctl.intake.minutes.draft import Noted, Piece, Prose
from elzctl.intake.minutes.events import Events
from elzctl.intake.minutes.marks import ACTION, SENTENCES, breaks
from elzctl.intake.minutes.parts import bare, cut
from elzctl.intake.minutes.promising import VERBS
from elzctl.intake.minutes.resolved import resolves_it
from elzctl.intake.minutes.told import clauses, sentences
from elzctl.intake.paper import Block
from elzctl.record import NamedTuple
from elzctl.wording import say

_MORE = say("More than one sentence stands behind the word for it: look whether all of them were decided")
_SUBJECT = re.compile(r"(?P<who>[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?)\s(?P<verb>[a-z]+)\b")
_SAYS = frozenset("vindt vraagt vroeg zegt zei meldt vertelt geeft licht merkt stelt wil vult reageert".split())


def breaks_in(text: str, context: Context) -> list[re.Match[str]]:
    """Where a paragraph has another meaning from there on: at a mark in it, and where somebody else does something behind a task."""
    found = {one.start(): one for one in clauses(text, context)} if ACTION.match(text) else {}
    return [one for _, one in sorted((found | {one.start(): one for one in breaks(text)}).items())]


class Ended(NamedTuple):
    """What was noted, with its own sentences alone, and the text behind it; ``None`` when nothing stands there."""

    piece: Piece
    rest: Block | None


def ended(noted: Piece, context: Context, events: Events, *, inside: bool, listed: bool = False) -> Ended:
    """A decision or a signal without the sentences behind it that are none of it; anything else whole.

    With *inside* the word for it stands in the middle of a paragraph: there it is one sentence.  *listed*: it is an item of
    a list of them, which may have more sentences.
    """
    if not isinstance(noted, Noted) or noted.kind not in ("B", "S"):
        return Ended(noted, None)
    words = noted.words
    bounds = [0, *(match.end() for match in SENTENCES.finditer(words.text)), len(words.text)]
    kept = 1
    for start, end in list(pairwise(bounds))[1:]:
        one = bare(cut(words, start, end))
        if resolves_it(one.text):
            kept += 1
            continue
        if inside or _is_other(one, context, events):
            break
        kept += 1
    place = bounds[kept]
    own = [one for one in pairwise(bounds[: kept + 1]) if not resolves_it(words.text[one[0] : one[1]].strip())]
    reason = noted.reason or (_MORE if noted.kind == "B" and len(own) > 1 and not listed else None)
    rest = cut(words, place)._replace(gap=True) if place < len(words.text) else None
    return Ended(noted._replace(words=cut(words, 0, place), reason=reason), rest)


def _is_other(one: Block, context: Context, events: Events) -> bool:
    """True for a question, for what somebody says or does, and for a sentence that something is noted of."""
    if one.text.endswith("?"):
        return True
    subject = _SUBJECT.match(one.text)
    if subject is not None and (subject["verb"] in _SAYS or subject["verb"] in VERBS):
        who = subject["who"]
        if context.directory.person(who) is not None or persons.is_person(who) or context.directory.actor(who):
            return True
    return any(not isinstance(piece, Prose) for piece in sentences(one, context, events, None))
