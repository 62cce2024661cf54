"""When an action begins and ends: dates are kept as they were typed, and never made up."""

from __future__ import annotations

import re
from itertools import pairwise

from elzctl import dates
from elzctl.dates import VagueDate
from elzctl.intake.plan.behind import opens_time
from elzctl.intake.plan.desk import GUESSED, OTHER_VALUE, READ, UNCLEAR, Desk
from elzctl.intake.plan.draft import Draft
from elzctl.intake.plan.form import Form, Piece
from elzctl.intake.plan.table_times import OF_PLAN, year_last
from elzctl.intake.plan.tables import step_map, tables
from elzctl.intake.plan.words import Label
from elzctl.wording import say

_FROM = re.compile(
    r"(?i)\W*(?:(?:we |wij )?(?:start(?:en)?|beginnen|opstart|starts?)\s+(?:in|op|vanaf|from)|vanaf|van|sinds|start(?:datum)?\s*:?|begin\s*:|from|since|as of)\s+(?P<date>.+)\Z"
)
_UNTIL = re.compile(
    r"(?i)\W*(?:tot en met|t\.?e\.?m\.?|t/m|tot|tegen|uiterlijk|voor|klaar tegen|deadline\s*:?|einde?\s*:|until|by|before)\s+(?P<date>.+)\Z"
)
_BOTH = re.compile(
    r"(?i)\W*(?:van(?:af)?\s+|from\s+)?(?P<start>.+?)\s*(?:\btot en met\b|\bt/m\b|\bt\.e\.m\.|\btot\b|\buntil\b|\bto\b|\s[-–—]\s|–|\s/\s)\s*(?P<due>.+)\Z"
)
_YEARS = re.compile(r"(\d{4})\s*[-–/]\s*(\d{4})")
_WHOLE = re.compile(
    r"(?i)(?:heel|gans|het hele jaar|hele|doorheen|in de loop van|gedurende|tijdens|loopt in|all of|throughout|during)\s+(?:het jaar\s+|the year\s+)?(?=\w)"
)
_BETWEEN = re.compile(r"\s*[,;&+]\s*|\s+(?:en|and)\s+")
GAPS = say("The first and the last of several times; the text names them all.")
NO_YEAR = say("A date without a year: nothing says which one.")


def times(form: Form, draft: Draft, desk: Desk) -> tuple[Piece, ...]:
    """Fills in start and due; the pieces whose words are no date come back, they are text."""
    unread: list[Piece] = []
    for piece in form.of(Label.TIMING, Label.START, Label.DUE):
        words = " ".join(block.text for block in piece.blocks).strip()
        if any(step_map(rows) is not None for rows in tables(piece.blocks).values()):
            # Its rows are steps; as a text it stays a table.
            unread.append(piece)
        elif words and not _period(piece, words, draft, desk):
            unread.append(piece)
    _in_order(draft, desk)
    return tuple(unread)


def period_in(text: str) -> tuple[VagueDate | None, VagueDate | None]:
    """Start and due that a text names, when it names nothing else."""
    for pattern, place in ((_UNTIL, 1), (_FROM, 0)):
        match = pattern.match(text)
        value = dates.read(match["date"].strip(" .;")) if match else None
        if isinstance(value, VagueDate):
            if place == 0 and (ends := _both_ends(text.strip(" .;"), value)) is not None:
                return ends
            return (value, None) if place == 0 else (None, value)
    years = _YEARS.fullmatch(text.strip(" .;"))
    if years is not None and int(years[1]) < int(years[2]):
        text = f"{years[1]} – {years[2]}"
    both = _BOTH.match(text)
    if both is not None:
        start, due = dates.read(both["start"]), dates.read(both["due"].strip(" .;"))
        if isinstance(start, VagueDate) and isinstance(due, VagueDate):
            return start, due
    first, *second = _BETWEEN.split(text.strip(" .;"))
    if len(second) == 1 and _FROM.match(first) and _UNTIL.match(second[0]):
        return period_in(first)[0], period_in(second[0])[1]
    value = dates.read(_WHOLE.sub("", text.strip(" .;")))
    return (None, value) if isinstance(value, VagueDate) else (None, None)


def _both_ends(text: str, whole: VagueDate) -> tuple[VagueDate, VagueDate] | None:
    """Start and due of *van 1 maart tot 30 juni 2026*: what the second says of both is not typed twice."""
    both = _BOTH.match(text)
    due = dates.read(both["due"]) if both is not None else None
    if both is None or not isinstance(due, VagueDate) or whole.first >= due.last:
        return None
    shared = both["due"].split()
    for at in range(len(shared), -1, -1):
        start = dates.read(" ".join((both["start"], *shared[at:])))
        if isinstance(start, VagueDate) and start.first == whole.first and start.last <= due.last:
            return start, due
    return None


def _period(piece: Piece, words: str, draft: Draft, desk: Desk) -> bool:
    label, blocks = piece.label, piece.blocks
    said = f"{piece.title} {words}" if opens_time(piece.title) else words
    start, due = period_in(words)
    if start is None and due is None:
        start, due = period_in(year_last(words))
    if label is Label.START and start is None:
        start, due = due, None
    if label is Label.DUE and due is None:
        start, due = None, start
    told = (GUESSED, NO_YEAR) if any(block.style == OF_PLAN for block in blocks) else (READ, None)
    found = {key: value.text for key, value in (("start", start), ("due", due)) if value is not None}
    others = [key for key, text in found.items() if draft.values.get(key, text) != text]
    for key in others:
        desk.field(draft.path, key, "", words, blocks, UNCLEAR, OTHER_VALUE)
    for key, text in found.items():
        if key not in others:
            desk.fill(draft, key, text, blocks, *told, words=said)
    if others:
        return False
    if start is None and due is None and (several := _several(words)):
        for key, value in (("start", several[0]), ("due", several[-1])):
            desk.fill(draft, key, value.text, blocks, GUESSED, GAPS)
        return False
    if start is None and due is None:
        reason = (
            NO_YEAR
            if not re.search(r"\b(?:19|20)\d\d\b", words)
            and re.search(
                r"\d|jan|feb|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec|jaar|zomer|lente|herfst|winter", words.lower()
            )
            else say("This is not one date.")
        )
        desk.field(draft.path, "due", "", words, blocks, UNCLEAR, reason)
        return False
    return True


def _several(words: str) -> tuple[VagueDate, ...]:
    """Two or more times one after the other, as the crosses below quarters give them: ``Q1 2026, Q3 2026``."""
    found = [dates.read(part.strip(" .;")) for part in _BETWEEN.split(words)]
    times = tuple(one for one in found if isinstance(one, VagueDate))
    in_order = all(one.last < other.first for one, other in pairwise(times))
    return times if len(times) == len(found) > 1 and in_order else ()


def _in_order(draft: Draft, desk: Desk) -> None:
    """A start after the end is not written: one of the two is another thing."""
    start, due = (dates.read(str(draft.values.get(key, ""))) for key in ("start", "due"))
    if isinstance(start, VagueDate) and isinstance(due, VagueDate) and start.first > due.last:
        value = str(draft.values.pop("start"))
        desk.field(draft.path, "start", "", value, (), UNCLEAR, say("This is after the end."))
