"""The account of what was noted: an entry for each of its values, with the words of the document for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elzctl.intake.ledger import Certainty, Entry
from elzctl.intake.minutes.draft import Item, Noted, Point, Prose
from elzctl.intake.minutes.linked import Printed
from elzctl.intake.minutes.quoted import Quoted
from elzctl.intake.minutes.remarks import OF_PERSON
from elzctl.intake.paper import Block
from elzctl.wording import Message, say

_STATE = re.compile(r"(?:Staat|State): (?:afgerond|done)(?: (?:op|on) [^·:]{3,30}?\d{4})?")


_TERM = re.compile(r"(?:Termijn|Deadline): ")
_NO_HOUSE = say("It is what somebody does, and no organisation: of which one, the document does not say")
_NO_DAY = say("It tells no day: it stands under the point as it was typed")


def blocks_of(item: Item) -> Iterator[Block]:
    """The running text of an item, and the words of what was noted with the lines under it."""
    for piece in item.pieces:
        if isinstance(piece, Prose):
            yield from piece.blocks
            continue
        yield piece.words
        for one in piece.under if isinstance(piece, Point) else piece.steps:
            yield Block(one.text, piece.lines)


def entries(piece: Point | Noted, path: str, key: str, quoted: Quoted, printed: Printed) -> Iterator[Entry]:
    """What the fields of the file at *path* got from a *piece*; *key* is its own."""

    def entry(field: str, value: str, words: str, reason: Message | None = None) -> Entry:
        sure = Certainty.READ if reason is None else Certainty.GUESSED
        return Entry(path, f"{key}{field}", value, sure, words, piece.lines, reason)

    value = printed.shown(piece.words.text)
    words = quoted.words(piece.lines, value)
    yield entry("", value, words, piece.reason)
    if isinstance(piece, Noted):
        if piece.when is not None:
            yield entry(".when", piece.when.written, piece.when.words, piece.when.odd or piece.when.reason)
        if piece.who_words:
            yield entry(".who", ", ".join(piece.who), piece.who_words, OF_PERSON if piece.people else None)
    else:
        if piece.owners:
            reason = OF_PERSON if piece.people else piece.owner_reason
            yield entry(".owner", ", ".join(piece.owners), piece.owner_words, reason)
        if piece.function:
            yield Entry(path, f"{key}.owner", "", Certainty.UNCLEAR, piece.function, piece.lines, _NO_HOUSE)
        if piece.due is not None:
            yield entry(".due", piece.due.written, piece.due_words, piece.due_reason)
        for term in (one.text.partition(": ")[2] for one in piece.under if piece.due is None and _TERM.match(one.text)):
            yield Entry(path, f"{key}.due", "", Certainty.UNCLEAR, term, piece.lines, _NO_DAY)
        if piece.ticked or piece.done:
            state = _STATE.search(words)
            yield entry(".state", piece.done or "done", state[0] if state is not None else words)
    for field, ids, sign in ((".references", piece.references, "[[{}]]"), (".tags", piece.tags, "#{}")):
        for id_ in ids:
            yield entry(field, id_, printed.words(sign.format(id_)))
