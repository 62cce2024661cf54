"""One mailing list: CSV as Excel and address books write it → its addresses with their rows, and the rows without any."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Mapping, Sequence
from itertools import takewhile

from elzctl.mailing.merge import Entry, MailingList, Place, Remark, key
from elzctl.record import NamedTuple
from elzctl.wording import Message, say

MOST_BYTES = 5 << 20
MOST_ROWS = 50_000
MADE = ("e-mail", "naam", "organisatie", "lijsten")
"""The headings of a merged list: the same in every language, so that elzctl knows again what it made."""

ADDRESS, NAME, FIRST, LAST, ORGANISATION, OPT_OUT = "address", "name", "first", "last", "organisation", "opt-out"
# Headings in small letters, without accents, blanks and signs.
_HEADINGS: Mapping[str, str] = {
    ADDRESS: "email emails emailadres emailadressen emailaddress emailaddresses mail mailadres mailadressen mailaddress"
    " mailaddresses adresemail adressemail courriel",
    NAME: "naam name volledigenaam fullname displayname weergavenaam contactpersoon naamvoornaam voornaamnaam"
    " naamenvoornaam voornaamennaam nom",
    FIRST: "voornaam firstname givenname prenom",
    LAST: "achternaam familienaam lastname surname familyname",
    ORGANISATION: "organisatie naamorganisatie organisatienaam organisation organization vereniging voorziening"
    " instelling dienst bedrijf company firma werkgever",
    OPT_OUT: "uitschrijven uitgeschreven uitschrijving optout optedout geenmail geenmails geenemail geenemails nietmailen"
    " nomail noemail donotmail donotemail unsubscribe unsubscribed afgemeld afmelden",
}
_ROLES = {heading: role for role, headings in _HEADINGS.items() for heading in headings.split()}
# A wish for no mail counts under every heading that holds one of these: "Uitschrijven (zet een x)".
_OUT = re.compile(r"uit(?:ge)?schr|opt(?:ed)?out|geene?mail|nietmail|noe?mail|donote?mail|unsubscri|af(?:ge)?meld")
_YES = frozenset("ja j x 1 waar true yes y oui v ✓ ✔ ☒ ☑".split())
_NO = frozenset(["", *"nee neen n no non 0 onwaar false nvt - – — / ☐".split()])

_OTHER_KINDS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_SIGNS = ";\t,"
_NO_SIGN = "\x1f"  # stands in no list, so that its rows stay whole
_LOOKED_AT = 20_000  # characters, and
_FIRST_LINES = 10  # lines in which headings are looked for
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_LABEL = r"[^\W_](?:(?:[^\W_]|-){0,61}[^\W_])?"
_ADDRESS = re.compile(
    rf"(?=.{{3,254}}\Z)(?!\.)(?!.*\.\.)[^\s@<>()\[\],;:\"\\]{{1,64}}(?<!\.)@{_LABEL}(?:\.{_LABEL})+\Z"
)

Roles = Mapping[str, Sequence[int]]
"""The columns of each role."""


class Row(NamedTuple):
    """The line on which a row begins, and its cells."""

    line: int
    cells: Sequence[str]

    def cell(self, column: int) -> str:
        """What stands in a column; rows may end early."""
        return self.cells[column] if column < len(self.cells) else ""

    def first(self, columns: Sequence[int]) -> str:
        """The first of these cells in which something stands."""
        return next(filter(None, map(self.cell, columns)), "")


class Fault(NamedTuple):
    """Why a whole list cannot be used, and what to do."""

    message: Message
    hint: Message


def read(name: str, raw: bytes) -> MailingList | Fault:
    """The list in the bytes of the file *name*."""
    text = _text(raw)
    if isinstance(text, Fault):
        return text
    rows = _rows(text)
    if isinstance(rows, Fault):
        return rows
    head, rows = _parted(rows)
    column = _address_column(head, rows)
    return column if isinstance(column, Fault) else _list(name, head, rows, column)


def is_made_here(raw: bytes) -> bool:
    """True for a list that elzctl merged, also when Excel has saved it since."""
    line = raw[:100].partition(b"\n")[0].decode("utf-8-sig", "replace")
    return tuple(re.split("[;,\t]", line.replace('"', "").rstrip("\r"))) == MADE


def addresses(cell: str) -> tuple[tuple[str, ...], bool]:
    """The addresses in a cell, each once, and whether all that looks like one is one."""
    bare = re.findall("<([^<>]*)>", cell)
    rest = re.sub("<[^<>]*>", " ", cell) if bare else cell
    found: dict[str, str] = {}
    whole = True
    for part in map(_bare, (*bare, *re.split(r"[;,|\s]+", rest))):
        if _ADDRESS.match(part):
            found.setdefault(key(part), part)
        elif "@" in part or "." in part:  # names and remarks beside an address are let pass
            whole = False
    return tuple(found.values()), whole


def _bare(part: str) -> str:
    """An address without what programs put around it."""
    part = part.lstrip("'\"([").rstrip("'\")].:")
    return part[7:].partition("?")[0] if part[:7].lower() == "mailto:" else part


# From bytes to rows


def _text(raw: bytes) -> str | Fault:
    encodings = (
        () if raw.startswith(_OTHER_KINDS) else ("utf-16",) if raw.startswith(_UTF_16) else ("utf-8-sig", "cp1252")
    )
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    return Fault(say("this is no CSV file"), say("In Excel: Save as, and choose “CSV UTF-8”."))


def _rows(text: str) -> list[Row] | Fault:
    """The rows in which something stands, every cell on one line."""
    told = re.match(r"sep=([;,\t|])(?=\r?\n)", text)  # Excel's own way to say it
    delimiter = told[1] if told else _delimiter(text)
    lines = csv.reader(io.StringIO(text[told.end() :] if told else text, newline=""), delimiter=delimiter, strict=True)
    rows: list[Row] = []
    while len(rows) <= MOST_ROWS + 1:  # the headings are no row
        first = lines.line_num + 1
        try:
            cells = [" ".join(_INVISIBLE.sub("", cell).split()) for cell in next(lines)]
        except StopIteration:
            return rows
        except csv.Error:  # what follows may be another row, and somebody's wish for no mail
            message = say("line {line}: the quotation marks are not in pairs", line=first)
            return Fault(message, say("Open the list in Excel, mend that row, and save it as CSV again."))
        if any(cells):
            rows.append(Row(first, cells))
    return Fault(say("there are more than {limit} rows", limit=MOST_ROWS), say("Divide it into smaller lists."))


def _delimiter(text: str) -> str:
    """What parts the known headings in one of the first lines; without any, what most of these lines have."""

    def known(line: str, sign: str) -> int:
        return sum(map(bool, map(_role, line.split(sign))))

    lines = re.findall(r'(?:"[^"]*"|[^"\r\n])+', text[:_LOOKED_AT])[:_FIRST_LINES]
    head = max(lines, key=lambda line: max(known(line, sign) for sign in _SIGNS), default="")
    found = max(_SIGNS, key=lambda sign: (known(head, sign), sign in head))
    if not known(head, found):
        found = max(_SIGNS, key=lambda sign: sum(sign in line for line in lines))
        head = "".join(lines)
    return found if found in head else _NO_SIGN


def _parted(rows: list[Row]) -> tuple[Sequence[str], list[Row]]:
    """The headings, and the rows under them.  A title may stand above; a list that begins with an address has none."""
    above = list(takewhile(lambda row: not any("@" in cell for cell in row.cells), rows))
    for place, row in enumerate(above):
        if ADDRESS in map(_role, row.cells):
            return row.cells, rows[place + 1 :]
    for place, row in enumerate(above):
        if any(map(_role, row.cells)):
            return row.cells, rows[place + 1 :]
    return (above[0].cells, rows[1:]) if above else ((), rows)


# What stands in which column


def _role(heading: str) -> str:
    """What a column is for; ``""`` when its heading does not tell."""
    plain = _plain(heading)
    return _ROLES.get(plain) or (OPT_OUT if _OUT.search(plain) else "")


def _plain(heading: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", heading.casefold()) if sign.isalnum())


def _roles(head: Sequence[str]) -> Roles:
    found = [_role(heading) for heading in head]
    return {role: [place for place, one in enumerate(found) if one == role] for role in _HEADINGS}


def _called(head: Sequence[str], column: int) -> Message:
    """A column by its heading when that is a known word, for what seems a heading may be somebody's name."""
    if column < len(head) and _plain(head[column]) in _ROLES:
        return say("column “{name}”", name=head[column])
    return say("column {number}", number=column + 1)


def _address_column(head: Sequence[str], rows: Sequence[Row]) -> int | Fault:
    """The column of that heading; without one, or with more, the only one that has addresses."""
    named = _roles(head)[ADDRESS]
    filled = {place for row in rows for place, cell in enumerate(row.cells) if "@" in cell and _is_addresses(cell)}
    likely = sorted(filled.intersection(named) or filled or named)
    if len(likely) == 1:
        return likely[0]
    hint = say("Give the column with the addresses, and no other one, the heading “e-mail”.")
    if not likely:
        return Fault(say("no column has e-mail addresses"), hint)
    columns = tuple(_called(head, column) for column in likely)
    return Fault(say("more than one column has e-mail addresses: {columns}", columns=columns), hint)


def _is_addresses(cell: str) -> bool:
    found, whole = addresses(cell)
    return bool(found) and whole


# From rows to addresses


def _list(name: str, head: Sequence[str], rows: Sequence[Row], column: int) -> MailingList:
    roles = _roles(head)
    called = _called(head, column)
    entries: list[Entry] = []
    unusable, doubtful = [], []
    for row in rows:
        place = Place(name, row.line)
        found, whole = addresses(row.cell(column))
        if not (found and whole):
            unusable.append(Remark(place, _what_is_wrong(row.cell(column), called, some=bool(found))))
        answers = {_answer(row.cell(one)) for one in roles[OPT_OUT]}
        if found and None in answers:
            message = say("the column for opting out says neither yes nor no; this is taken as yes")
            doubtful.append(Remark(place, message))
        who = _person(row, roles), row.first(roles[ORGANISATION])
        entries.extend(Entry(place, address, *who, bool(answers - {False})) for address in found)
    outs = tuple(_called(head, one) for one in roles[OPT_OUT])
    return MailingList(name, len(rows), called, outs, tuple(entries), tuple(unusable), tuple(doubtful))


def _what_is_wrong(cell: str, column: Message, *, some: bool) -> Message:
    if some:
        return say("a part of what stands in {column} is no e-mail address", column=column)
    if cell:
        return say("what stands in {column} is no e-mail address", column=column)
    return say("no e-mail address in {column}", column=column)


def _answer(cell: str) -> bool | None:
    """Whether somebody opted out; ``None`` for another word, such as the day on which it was asked."""
    word = cell.casefold().strip(" .!")
    return True if word in _YES else False if word in _NO else None


def _person(row: Row, roles: Roles) -> str:
    """The name; beside a first name, the column “naam” holds the family name, or all of it."""
    name, first = row.first(roles[NAME]), row.first(roles[FIRST])
    if name and (not first or f" {first} ".casefold() in f" {name} ".casefold()):
        return name
    return f"{first} {row.first(roles[LAST]) or name}".strip()
