"""Dates of an action beside a day of the week that does not fit: *30 mei 2026 (zondag)*."""

from __future__ import annotations

from datetime import date

from elzctl.intake import when
from elzctl.intake.paper import Block
from elzctl.intake.plan.dated import heads_time, parts
from elzctl.intake.plan.desk import Desk
from elzctl.intake.plan.draft import Draft
from elzctl.intake.plan.form import Form, Piece
from elzctl.intake.plan.words import Label
from elzctl.wording import Message, say


def odd_days(form: Form, draft: Draft, desk: Desk) -> None:
    """Tells of them, and makes what was read of them a guess: in a time of the action, or one with which a step begins."""
    for piece in form.pieces:
        for block in piece.blocks:
            odd = _odd(block.text, desk) if _tells_time(piece, block) else None
            if odd is not None:
                desk.remarks.append(say("{path}: {what}", path=draft.path, what=odd))
                for key in ("start", "due", "steps"):
                    desk.ledger.doubt(draft.path, key, odd, block.lines)


def _tells_time(piece: Piece, block: Block) -> bool:
    is_time = piece.label in (Label.TIMING, Label.START, Label.DUE, Label.STEPS)
    return is_time or block.cell is not None or any(heads_time(part.text) for part in parts(block))


def _odd(text: str, desk: Desk) -> Message | None:
    """What does not fit in the year that stands there, or else in that of the plan."""
    year = desk.year.year if desk.year is not None else None
    near = date(year, 1, 1) if year is not None else None
    return next((one.odd for one in when.find(text, near, loose=True) if one.odd is not None), None)
