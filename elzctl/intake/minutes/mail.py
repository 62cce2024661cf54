"""Minutes that were sent as a mail: its head and its closing lines are of people, and go nowhere public."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from elzctl.intake import when
from elzctl.intake.ledger import Certainty
from elzctl.intake.minutes.draft import Fact
from elzctl.intake.minutes.parts import cut
from elzctl.intake.minutes.words import MARKED
from elzctl.intake.paper import Block
from elzctl.record import NamedTuple
from elzctl.wording import say

_FROM = re.compile(r"(?i)(?:van|from|afzender|sender)\s*:\s")
_SENT = re.compile(r"(?i)(?:verzonden|verstuurd|sent|datum|date)\s*:\s*")
_SUBJECT = re.compile(r"(?i)(?:onderwerp|subject|betreft)\s*:\s*(?:(?:re|fw|fwd|antw|doorst)\s*:\s*)*")
_HEAD = re.compile(
    r"(?i)(?:van|from|afzender|sender|verzonden|verstuurd|sent|datum|date|aan|to|cc|bcc|kopie|onderwerp|subject|betreft|bijlagen?|attachments?|antwoorden aan|reply-to|prioriteit|importance)\s*:(?:\s|\Z)"
)
_CLOSING = re.compile(
    r"(?i)(?:met\s+|de\s+|veel\s+|with\s+)?(?:(?:vriendelijke|hartelijke|beste|warme|zonnige|collegiale|kind|best|warm)\s+)?(?:groet(?:en|jes)?|mvg|regards|wishes)\b[^.:;]{0,60}\Z"
)
_FIRST = 4  # blocks among which the head of a mail begins
_LOOKED_AT = 6  # blocks in which the day is told by that of the mail
_LONGEST_CLOSING = 14  # lines


_DAYS_AGO = {
    **dict.fromkeys(("vandaag", "daarnet", "vanmorgen", "vanochtend", "vanmiddag", "today", "this morning"), 0),
    **dict.fromkeys(("gisteren", "gisterenavond", "gisteravond", "yesterday"), 1),
    **dict.fromkeys(("eergisteren",), 2),
}
_AGO = re.compile(rf"(?i)\b(?:{'|'.join(_DAYS_AGO)})\b")


class Mail(NamedTuple):
    """A document as a mail: ``rest`` is what it says; ``subject`` and ``sent`` are ``None`` when it has no head."""

    rest: tuple[Block, ...]
    heads: tuple[Block, ...] = ()
    closing: tuple[Block, ...] = ()
    subject: Block | None = None
    sent: date | None = None


def day_in_words(mail: Mail) -> Fact | None:
    """The day that a mail tells by the one on which it was sent: *ons overleg van gisteren*."""
    for block in mail.rest[:_LOOKED_AT] if mail.sent is not None else ():
        found = _AGO.search(block.text)
        if found is not None and mail.sent is not None:
            day = mail.sent - timedelta(_DAYS_AGO[found[0].lower()])
            reason = say("“{words}”: the mail was sent on {date}", words=found[0], date=str(mail.sent))
            return Fact(str(day), block.lines, Certainty.GUESSED, found[0], reason)
    return None


def opened(blocks: Sequence[Block]) -> Mail:
    """The document without the head of a mail and its closing lines, with what the head says."""
    start, end = _head(blocks)
    heads = blocks[start:end]
    rest = [*blocks[:start], *blocks[end:]]
    last = _closing(rest)
    subject = next((cut(one, match.end()) for one in heads if (match := _SUBJECT.match(one.text))), None)
    days = (when.first(one.text) for one in heads if _SENT.match(one.text))
    sent = next((one.value.first for one in days if one is not None and not one.value.is_vague), None)
    private = (one for one in heads if subject is None or one.lines != subject.lines)
    return Mail(tuple(rest[:last]), tuple(private), tuple(rest[last:]), subject, sent)


def _head(blocks: Sequence[Block]) -> tuple[int, int]:
    """Where the lines of the head begin and end; nothing when a line *Van:* stands alone."""
    for start, block in enumerate(blocks[:_FIRST]):
        if not (_FROM.match(block.text) or _SENT.match(block.text)) or block.cell is not None:
            continue
        end = start
        while end < len(blocks) and _HEAD.match(blocks[end].text) and blocks[end].cell is None:
            end += 1
        texts = [one.text for one in blocks[start:end]]
        if any(map(_FROM.match, texts)) and any(map(_SUBJECT.match, texts)):
            return start, end
    return 0, 0


def _closing(blocks: Sequence[Block]) -> int:
    """Where the greeting at the end begins, with the name and the signature under it; the end when there is none."""
    for at in range(max(0, len(blocks) - _LONGEST_CLOSING), len(blocks)):
        block, behind = blocks[at], blocks[at + 1 :]
        is_named = bool(behind) or bool(re.search(r"[,\s][A-ZÀ-Þ]\w+\Z", block.text.strip()))
        short = all(len(one.text) <= 100 and not one.level and not MARKED.match(one.text) for one in behind)
        if _CLOSING.match(block.text.strip()) and is_named and short and not any(one.cell for one in behind):
            return at
    return len(blocks)
