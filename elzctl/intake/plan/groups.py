"""For whom an action is, and what it is about: names that the plan keeps in lists of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from elzctl.intake import who
from elzctl.intake.paper import Block
from elzctl.intake.plan.beside_names import OF_ALL, may_be_whose
from elzctl.intake.plan.desk import GUESSED, READ, UNCLEAR, Desk
from elzctl.intake.plan.draft import Draft
from elzctl.intake.plan.form import Piece
from elzctl.intake.plan.whom import Whom, is_of_others, whom, without_counts
from elzctl.intake.plan.words import Label
from elzctl.intake.who import Actors
from elzctl.wording import Message, say

WHOSE = say("It tells whose they are, and not who: name the group.")
TOO_LONG = say("These words name no group that can be told apart: they stay in the text.")
LONGER = say("Names were taken out of a longer text.")
LONGEST_REST = 120
"""Characters of what is left of a line."""
MOST_WORDS, FEWEST_WORDS = 10, 5
"""Words of the name of a group, and of a line of which it is told that it names none."""


def groups(pieces: Sequence[Piece], key: str, register: Actors, draft: Draft, desk: Desk) -> None:
    """Puts the groups that these pieces name behind a key."""
    for piece in pieces:
        listed = any(block.depth for block in piece.blocks)
        for block in piece.blocks:
            named = whom(_for(block)) if key == "target_groups" else _named(block)
            names = _short(named.names, block, listed=listed or not _is_section(piece))
            ids = tuple(dict.fromkeys(filter(None, map(register.ref, names))))
            if not ids:
                if key == "target_groups":
                    _no_group(piece, block, draft, desk)
                continue
            draft.values[key] = draft.with_ids(key, ids)
            rest = who.remainder(without_counts(_for(block)), names)
            reason = named.reason or (OF_ALL if len(ids) > 1 and may_be_whose(_for(block)) else None)
            reason = reason or (out_of(without_counts(_for(block)), names) if rest else None)
            desk.field(
                draft.path, key, ", ".join(ids), block.text, (block,), READ if reason is None else GUESSED, reason
            )


def out_of(text: str, names: Iterable[str]) -> Message:
    """That names were taken out of a longer text, with what of it is in none of them."""
    rest = who.remainder(text, names).strip(" ,;:.")
    rest = re.sub(r"\s+([,;])(?:\s*[,;])*", r"\1", rest)
    if not 0 < len(rest) <= LONGEST_REST:
        return LONGER
    return say("Names were taken out of a longer text; this is not in them: “{words}”.", words=rest)


def _no_group(piece: Piece, block: Block, draft: Draft, desk: Desk) -> None:
    """Tells that words behind a label for groups name none."""
    theirs = is_of_others(_for(block))
    if theirs or (not _is_section(piece) and len(block.text.split()) >= FEWEST_WORDS):
        reason = WHOSE if theirs else TOO_LONG
        desk.field(draft.path, "target_groups", "", block.text, (block,), UNCLEAR, reason)


def tells_groups(block: Block) -> bool:
    """True when the groups that a line names tell all of it."""
    found = whom(_for(block))
    return found.whole and _short(found.names, block, listed=True) == found.names


def _is_section(piece: Piece) -> bool:
    return piece.label is Label.FOR_WHOM


def _named(block: Block) -> Whom:
    return Whom(who.names(_for(block)), None, whole=True)


def _short(names: tuple[str, ...], block: Block, *, listed: bool) -> tuple[str, ...]:
    """The names; a paragraph of prose names none that can be told apart."""
    text = _for(block)
    if not listed and (len(text.split()) > 14 or (re.search(r"(?<![.…])\.\s*\Z|\.\s", text) and len(text.split()) > 4)):
        return ()
    return tuple(name for name in names if len(name.split()) <= MOST_WORDS)


def _for(block: Block) -> str:
    """The text without the word that all items of *Voor wie?* may begin with."""
    return re.sub(r"(?i)^(?:voor|for)\s+", "", block.text.strip())
