"""How somebody was there, by the cells of a row: a tick, a letter or a word."""

from __future__ import annotations

from collections.abc import Mapping

from elzctl.intake.minutes.words import TICKS, label_kind, plain

LETTERS = {"a": "present", "p": "present", "v": "excused", "ver": "excused", "e": "excused"}
"""Letters that stand for how somebody was there, in the heading of a column or in a cell."""

_WORDS = {**LETTERS, "x": "present", **dict.fromkeys(("nee", "neen", "no"), "absent")}


def attendance(presence: str, cell: Mapping[str, str]) -> str:
    """How somebody was there, by a tick in a column for it, a word or letter for it, or else as the table says."""
    ticked = [kind for kind in ("excused", "absent", "present") if cell.get(kind, "").lower().strip(" .") in TICKS]
    if ticked:
        return ticked[0]
    word = plain(cell.get("attendance", ""))
    if word:
        kind = _WORDS.get(word) or label_kind(word)
        return kind if kind in ("present", "excused", "absent") else presence
    if "present" not in cell or presence != "present":
        return presence
    return "excused" if "excused" not in cell and _WORDS.get(cell["present"].lower()) == "excused" else "absent"
