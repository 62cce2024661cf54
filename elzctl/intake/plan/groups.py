"""For whom an action is, and what it is about: names that the plan keeps in lists of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from elzctl.intake import who
from elzctl.intake.paper import Block
from elzctl.intake.plan.desk import GUESSED, READ, Desk
from elzctl.intake.plan.draft import Draft
from elzctl.intake.plan.form import Piece
from elzctl.intake.plan.words import Label
from elzctl.intake.who import Actors
from elzctl.wording import say

LONGER = say("Names were taken out of a longer text.")


def groups(pieces: Sequence[Piece], key: str, register: Actors, draft: Draft, desk: Desk) -> None:
    """Puts the groups that these pieces name behind a key."""
    for piece in pieces:
        listed = any(block.depth for block in piece.blocks)
        for block in piece.blocks:
            names = _short_names(block, listed=listed or piece.label is not Label.FOR_WHOM)
            ids = tuple(dict.fromkeys(filter(None, map(register.ref, names))))
            if not ids:
                continue
            draft.values[key] = draft.with_ids(key, ids)
            rest = who.remainder(_for(block), names)
            desk.field(
                draft.path,
                key,
                ", ".join(ids),
                block.text,
                (block,),
                GUESSED if rest else READ,
                LONGER if rest else None,
            )


def _short_names(block: Block, *, listed: bool) -> tuple[str, ...]:
    """The groups that a line names; a paragraph of prose names none that can be told apart."""
    text = _for(block)
    names = who.names(text)
    if not listed and (len(text.split()) > 14 or (re.search(r"(?<![.…])\.\s*\Z|\.\s", text) and len(text.split()) > 4)):
        return ()
    return tuple(name for name in names if len(name.split()) <= 9)


def _for(block: Block) -> str:
    """The text without the word that all items of *Voor wie?* may begin with."""
    return re.sub(r"(?i)^(?:voor|for)\s+", "", block.text.strip())
