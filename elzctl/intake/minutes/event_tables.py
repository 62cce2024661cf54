"""Tables of what takes place: a column for the day, one for what it is, and one for where, or a heading about events."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from elzctl.intake import hours
from elzctl.intake.minutes.by_function import function
from elzctl.intake.minutes.context import Context
from elzctl.intake.minutes.draft import Noted, Piece, Prose, Who
from elzctl.intake.minutes.moment import moment
from elzctl.intake.minutes.parts import Table, bare, joined, lines_of, text_of
from elzctl.intake.minutes.promising import VERBS
from elzctl.intake.minutes.words import EMPTY, plain
from elzctl.intake.paper import Block
from elzctl.record import NamedTuple
from elzctl.wording import Message, say

_COLUMNS = {
    "when": "wanneer|datum|dag|data|datum en uur|datum & uur|datum/uur|datum en tijd|datum, uur|dag en uur|when|date|day|date and time",
    "hours": "uur|uren|tijd|tijdstip|van - tot|hours|time",
    "what": "wat|activiteit|activiteiten|evenement|evenementen|titel|event|events|what|title|omschrijving|naam|onderwerp|thema|vorming|vormingen|opleiding|studiedag|initiatief|aanbod|activity",
    "where": "waar|plaats|locatie|zaal|adres|plaats/locatie|waar?|where|place|location|venue",
    "who": "wie|organisatie|organisator|organisatoren|inrichter|door|door wie|organiseert|wie organiseert|georganiseerd door|partner|partners|verantwoordelijke|verantwoordelijken|trekker|trekkers|who|organiser|organizer|organisation|organised by|by",
}
_ROLES = {word: role for role, words in _COLUMNS.items() for word in words.split("|")}
# A column of a list of what is to be done.
_TO_DO = re.compile(
    r"(?:tegen|tegen wanneer|deadline|termijn|timing|klaar (?:op|tegen)|uiterlijk.*|status|stand|staat|stand van zaken|voortgang|actie|acties|actiepunt(?:en)?|taak|taken|werkpunt(?:en)?|to ?-?do"
    r"|besluit(?:en)?|beslissing(?:en)?|due|due date|by when|action|task|owner|progress)"
)
_ABOUT = re.compile(
    r"(?i)\b(?:\w*kalender|\w*agenda|\w*activiteiten|evenement(?:en)?|events?|te noteren|te onthouden|noteer|data om|belangrijke data|save the date|aankondiging(?:en)?|wat komt er(?:aan)?|binnenkort|calendar|diary|upcoming)\b"
)
_DOING = tuple(one for one in VERBS if one.endswith("en") and len(one) > len("maken"))  # *versturen* as *sturen*
_IN_TABLE = say("The table has a column for where things take place: its rows are taken for events")
_NO_DAY = say("No day is found in this row of a table of events: it stays a row")


class Listed(NamedTuple):
    """The events of a table with what stays text, and the rows in which no day was found."""

    pieces: tuple[Piece, ...]
    unclear: tuple[tuple[str, tuple[int, ...], Message], ...]


def events_in(table: Table, context: Context, *, about: str, title: str) -> Listed | None:
    """The events of a table; ``None`` for any other.  *about* and *title* are those of the heading above it."""
    roles = tuple(_ROLES.get(plain(text_of(cell)), "") for cell in table.rows[0])
    heads = tuple(text_of(cell).strip(" :?") for cell in table.rows[0])
    is_told = about == "events" or _ABOUT.search(title) is not None
    if about == "actions" or context.day is None or any(_TO_DO.fullmatch(plain(one)) for one in heads):
        return None
    if [roles.count(one) for one in ("when", "what")] != [1, 1] or not (is_told or "where" in roles):
        return None
    if _are_tasks([text_of(row[roles.index("what")]) for row in table.rows[1:]]):
        return None
    made = [_event(row, roles, heads, context, None if is_told else _IN_TABLE) for row in table.rows[1:]]
    dated = [one for one in made if one is not None]
    if 2 * len(dated) < len(made) or not any(_is_to_come(one, context.day) for one in dated):
        return None
    left = [row for row, one in zip(table.rows[1:], made, strict=True) if one is None]
    rest = Table((table.rows[0], *left)).blocks if left else ()
    unclear = tuple((" | ".join(filter(None, map(text_of, row))), Table((row,)).lines, _NO_DAY) for row in left)
    return Listed((*dated, *([Prose(rest)] if rest else [])), unclear)


def heading(pieces: Sequence[Piece], title: str) -> str:
    """The last heading above what comes behind these *pieces*: one of theirs, or the *title* of the item."""
    blocks = [one for piece in pieces if isinstance(piece, Prose) for one in piece.blocks if one.level]
    return blocks[-1].text if blocks else title


def _are_tasks(texts: Sequence[str]) -> bool:
    """True when half of what stands there is something to do, or more: *vragenlijst versturen*."""
    lasts = [one.rpartition(" ")[2].strip(" .") for one in texts]
    tasks = [last for last in lasts if last in VERBS or (last.islower() and last.endswith(_DOING))]
    return 2 * len(tasks) >= len(texts)


def _is_to_come(one: Noted, day: date) -> bool:
    return one.when is not None and one.when.value.last >= day


def _event(
    row: Sequence[Sequence[Block]], roles: Sequence[str], heads: Sequence[str], context: Context, reason: Message | None
) -> Noted | None:
    """The event of a row: what it is, where, and whatever other columns say, with who holds it."""
    cells = {role: cell for role, cell in zip(roles, row, strict=True) if role}
    found = moment(text_of(cells["when"]), context.day)
    what = joined([block for block in cells["what"] if block.text.strip()])
    if found.date is None or not what.text:
        return None
    start, end, rest = found.start, found.end, [found.rest] if found.rest else []
    time = next(hours.find(text_of(cells.get("hours", ())), loose=True), None)
    if time is not None and start is None:
        start, end = time.start, time.end
    elif text_of(cells.get("hours", ())).strip(" -–/"):
        rest.append(text_of(cells["hours"]))
    who = _who(text_of(cells.get("who", ())), context)
    for role, head, cell in zip(roles, heads, row, strict=True):
        text = text_of(cell)
        if text.lower() in EMPTY or role in ("when", "hours", "what") or (role == "who" and who.ids):
            continue
        rest.append(text if role == "where" or not head else f"{head}: {text}")
    words = bare(what)._replace(text=" – ".join((what.text, *rest)))
    return Noted(
        "E",
        words,
        found.date,
        start,
        end,
        who.ids,
        lines=lines_of(block for cell in row for block in cell),
        reason=reason,
        people=who.people,
        who_words=text_of(cells["who"]) if who.ids else "",
    )


def _who(text: str, context: Context) -> Who:
    """Who holds it, when all of these words name somebody with an organisation; else nobody."""
    is_role = function(text) is not None and context.directory.actor(text, placed=True) is None
    who = context.directory.who(text, sure=True) if text.strip().lower() not in EMPTY and not is_role else None
    alone = who is not None and len(who.people) > len(who.ids)
    return who if who is not None and not who.rest and not alone else Who()
