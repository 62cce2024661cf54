"""Lists of people in minutes: persons, who go into ``private/`` alone, and the organisations that were there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from elzctl.intake import persons
from elzctl.intake.minutes import behind_function
from elzctl.intake.minutes.draft import Person, There
from elzctl.intake.minutes.listed_people import AND, COMMA, DASH, entries, looks_like_person
from elzctl.intake.minutes.parts import Table, columns, text_of
from elzctl.intake.minutes.words import EMPTY, THERE, TICKS, label_kind, plain
from elzctl.intake.named import one_line, whole
from elzctl.intake.nobody import is_nobody
from elzctl.intake.paper import Block
from elzctl.intake.surnames import has_form
from elzctl.intake.trades import is_before
from elzctl.intake.veiled import FUNCTION
from elzctl.intake.who import Actors
from elzctl.traces import mailboxes, phones, plain_signs

Listed: TypeAlias = "Person | There"

ELSEWHERE = re.compile(
    r"(?i)\b(?:zie|cfr\.?|cf\.?|see|volgens|conform|in)\b.{0,40}\b(?:lijst|deelnemerslijst|aanwezigheidslijst|bijlage|list|annex|attachment|appendix)\b"
)
"""Words that say the list is somewhere else."""

_FUNCTION = re.compile(FUNCTION)
_ASIDE = re.compile(
    r"(?i)\A(?:vanaf|tot|online|via|digitaal|deels|gedeeltelijk|until|from|ook|plaatsvervang\w*|ter vervanging|vervangt|volmacht|\d|verontsch\w*|afwezig|aanwezig|excused|v|a)\b"
)
# Letters and words that stand for how somebody was there, in the heading of a column or in a cell.
_LETTERS = {"a": "present", "p": "present", "v": "excused", "ver": "excused", "e": "excused"}
_WORDS = {**_LETTERS, "x": "present", **dict.fromkeys(("nee", "neen", "no"), "absent")}
_SAID = re.compile(r"\b(?:is|was|zijn|waren|wordt|werd|are|were)\b")
_MOST_WORDS = 12
_SHORT_TRADES = frozenset(
    "kine kiné kinés kines psy osteo ergo logo's diëtist".split()
)  # in small letters, of a person
_TOGETHER = re.compile(r"(?i)\A(?:de\s+)?(?:dames|heren)\s+(?:en\s+heren\s+)?|\A(?:\(?m\.?k\.?g?\.?\)|mkg\b)\s*")
_BRACKETS = re.compile(r"\A(?P<out>[^()\[\]]+?)\s*[(\[](?P<inside>[^()\[\]]+)[)\]]\s*(?P<after>[,–-]?\s*[^()\[\]]*)\Z")
_NAMELY = re.compile(r"\A(?:namens|voor|van|bij|uit|from|for)\s+(?:(?:de|het|the)\s+)?(?=[A-ZÀ-Þ])")
_FOR = re.compile(
    r"\s+(?:van|namens|voor|vertegenwoordig(?:t|er van)|from|of|for|representing)\s+(?:de |het |the )?(?=(?:vzw |asbl )?[A-ZÀ-Þ])"
)


def people(presence: str, blocks: Sequence[Block], actors: Actors, *, alone: bool = False) -> Iterator[Listed]:
    """Everybody in these paragraphs; *alone*: each of them is about one."""
    alone = alone or len(blocks) > 1
    for block in blocks:
        text = block.text.strip(" .")
        for entry in entries(whole(text, actors.joined), alone=alone or bool(block.depth), actors=actors):
            yield from _listed(one_line(entry), presence, block.lines, actors)


def in_table(presence: str, table: Table, actors: Actors) -> list[Listed] | None:
    """Everybody in a table with a column for names or organisations; ``None`` when it is no such table."""
    kinds = [label_kind(text_of(cell)) for cell in table.rows[0]]
    if len(kinds) > 1 and len({*kinds}) == len(kinds) and {"present", "excused", "absent"}.issuperset(kinds):
        return in_columns(table.rows, actors)
    roles = columns(table.rows[0])
    if "name" in roles or "organisation" in roles:
        letters = (_LETTERS.get(text_of(cell).strip(" .").lower()) for cell in table.rows[0])
        roles = tuple(
            letter or ("attendance" if role == "state" else role) for letter, role in zip(letters, roles, strict=True)
        )
    if "name" not in roles and "first" not in roles and "organisation" not in roles and not presence:
        return None
    if not {"name", "first", "last", "organisation", "attendance", "signature", "function"}.intersection(roles):
        if not presence or "what" in roles or "topic" in roles:
            return None
        return [one for row in table.rows for one in _plain_row(presence, row, actors)]
    found: list[Listed] = []
    for row in table.rows[1:]:
        found += _row(presence or "present", roles, row, actors)
    return found


def in_columns(rows: Sequence[Sequence[Sequence[Block]]], actors: Actors) -> list[Listed]:
    """Everybody under a row with *Aanwezig* above one column and *Verontschuldigd* above another."""
    kinds = [label_kind(text_of(cell)) for cell in rows[0]]
    cells = ((kind, cell) for row in rows[1:] for kind, cell in zip(kinds, row, strict=True))
    return [one for kind, cell in cells for one in people(kind, cell, actors, alone=True)]


def _plain_row(presence: str, row: Sequence[Sequence[Block]], actors: Actors) -> Iterator[Listed]:
    """A row without a heading: a kind of presence and its people, or a person with what is told of them."""
    cells = [(text_of(cell), tuple(cell)) for cell in row]
    kind = label_kind(cells[0][0])
    if kind in THERE:
        for text, blocks in cells[1:]:
            if text:
                yield from people(kind, blocks, actors)
        return
    lines = tuple(line for _, blocks in cells for block in blocks for line in block.lines)
    texts = [text for text, _ in cells if text]
    names = [text for text in texts if looks_like_person(text, actors)]
    if len(names) == 1 and len(texts) > 1:
        yield from _person(names[0], [text for text in texts if text != names[0]], presence, lines, actors)
    else:
        for text, blocks in cells:
            if text:
                yield from people(presence, blocks, actors)


def _row(presence: str, roles: Sequence[str], row: Sequence[Sequence[Block]], actors: Actors) -> Iterator[Listed]:
    cell = {role: text_of(value) for role, value in zip(roles, row, strict=True) if role}
    lines = tuple(dict.fromkeys(line for value in row for block in value for line in block.lines))
    name = " ".join(filter(None, (cell.get("first"), cell.get("last") or cell.get("name"))))
    organisation = "" if cell.get("organisation", "").lower() in EMPTY else cell.get("organisation", "")
    how = _presence(presence, cell)
    rest = " ".join(text_of(value) for role, value in zip(roles, row, strict=True) if not role)
    if not name and not organisation:
        return
    if name and not looks_like_person(name, actors) and not organisation:
        yield from behind_function.listed(name, how, lines, actors) or [There(name, how, lines)]
        return
    if not name:
        for one in COMMA.split(organisation):
            yield from behind_function.listed(one, how, lines, actors) or [There(one, how, lines)]
        return
    yield Person(name, how, organisation, cell.get("function", ""), cell.get("address", ""), rest.strip(), lines)
    if organisation:
        yield There(organisation, how, lines)


def _presence(presence: str, cell: dict[str, str]) -> str:
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


def _listed(entry: str, presence: str, lines: tuple[int, ...], actors: Actors) -> Iterator[Listed]:
    entry = _TOGETHER.sub("", entry.strip(" .;,*_"))
    if not entry or entry.lower() in EMPTY:
        return
    head, colon, rest = entry.partition(": ")
    if colon and "(" not in head and not looks_like_person(head, actors):
        kind = label_kind(head)
        if kind in THERE:
            yield from (
                one for part in entries(rest, alone=False, actors=actors) for one in _listed(part, kind, lines, actors)
            )
            return
        behind = behind_function.listed(entry, presence, lines, actors)
        if behind:
            yield from behind
            return
        yield There(head, presence, lines)
        for name in (bit for part in COMMA.split(rest) for bit in AND.split(part)):
            if looks_like_person(name, actors):
                yield from _person(name, [head], presence, lines, actors)
            else:
                yield There(name, presence, lines)
        return
    is_person = looks_like_person(entry, actors)
    behind = behind_function.listed(entry, presence, lines, actors, is_person=is_person)
    if behind:
        yield from behind
        return
    match = _BRACKETS.match(entry)
    if match:
        yield from _bracketed(match, presence, lines, actors)
        return
    bits = [bit for bit in (DASH.split(entry) if DASH.search(entry) else COMMA.split(entry)) if bit]
    if len(bits) > 1:
        named = [bit for bit in bits if looks_like_person(bit, actors)] or _surnames(bits, actors)
        if len(named) == 1 and len(bits) == 3 and f"{bits[0]} / {bits[1]}" in entry and named[0] == bits[2]:
            yield from _person(named[0], [f"{bits[0]} / {bits[1]}"], presence, lines, actors)
            return
        if len(named) == 1:
            yield from _person(named[0], [bit for bit in bits if bit != named[0]], presence, lines, actors)
            return
    of = _FOR.search(entry)
    of = of if of and (re.match(r"[A-Z]{2,}\b", entry[of.end() :]) or not persons.is_person(entry)) else None
    names = AND.split(entry[: of.start()]) if of else []  # two of the same house: "X en Y van CAW"
    if of and all(looks_like_person(name, actors) for name in names):
        for name in names:
            yield from _person(name, [entry[of.end() :]], presence, lines, actors)
        return
    if looks_like_person(entry, actors):
        yield from _person(entry, [], presence, lines, actors)
    else:
        yield There(entry, presence, lines)


def _surnames(bits: Sequence[str], actors: Actors) -> list[str]:
    """The words with the form of a surname, beside an organisation."""
    others = [bit for bit in bits if actors.find(bit) is not None or persons.shows_organisation(bit)]
    return [bit for bit in bits if bit not in others and has_form(bit)] if others else []


def _bracketed(match: re.Match[str], presence: str, lines: tuple[int, ...], actors: Actors) -> Iterator[Listed]:
    out, inside, after = match["out"], match["inside"], match["after"].strip(" ,–-")
    label, colon, others = inside.partition(": ")
    if colon and label_kind(label) in ("excused", "absent", "present"):
        yield from _listed(out, presence, lines, actors)
        yield from people(label_kind(label), [Block(others, lines)], actors)
        return
    names = [out] if looks_like_person(out, actors) else _several(out, actors)
    if names:
        for name in names:
            yield from _person(name, [*COMMA.split(inside), *filter(None, [after])], presence, lines, actors)
        return
    named = [bit for part in COMMA.split(inside) for bit in AND.split(part) if looks_like_person(bit, actors)]
    bits = [bit for bit in (DASH.split(out) if DASH.search(out) else COMMA.split(out)) if bit]
    persons_out = [bit for bit in bits if looks_like_person(bit, actors)]
    if len(persons_out) == 1 and len(bits) > 1:
        rest = [bit for bit in bits if bit != persons_out[0]]
        yield from _person(persons_out[0], [*rest, inside], presence, lines, actors)
        return
    yield There(out if named or _ASIDE.match(inside) else match[0], presence, lines)
    beside = [bit for bit in COMMA.split(inside) if bit not in named and is_before(bit)] if len(named) == 1 else []
    for name in named:
        yield from _person(name, [out, *beside], presence, lines, actors)


def _several(words: str, actors: Actors) -> list[str]:
    """Two people or more of one house, *X en Y (CAW)*: one at least looks like somebody, and none like a house."""
    names = AND.split(words)

    def may_be(name: str) -> bool:
        is_house = actors.find(name) is not None or persons.shows_organisation(name)
        return looks_like_person(name, actors) or (name[:1].isupper() and " " not in name and not is_house)

    is_some = len(names) > 1 and any(looks_like_person(name, actors) for name in names)
    return names if is_some and all(map(may_be, names)) else []


def _person(name: str, told: Sequence[str], presence: str, lines: tuple[int, ...], actors: Actors) -> Iterator[Listed]:
    """A person with what was told beside the name: organisation, function, address, or an aside such as *vanaf 14u*."""
    organisation = function = address = note = ""
    for raw in told:
        bit = raw.strip(" .;,")
        kind = label_kind(bit)
        signs = plain_signs(bit)
        if any(True for _ in mailboxes(signs)) or any(True for _ in phones(signs)):
            address = bit
        elif kind in ("excused", "absent", "present"):
            presence = kind
        elif _ASIDE.match(bit):
            note = bit
        elif actors.find(bit) is None and _FUNCTION.search(bit):
            function, organisation = _function(bit, function, organisation)
        elif bit.islower() and (is_before(bit) or bit in _SHORT_TRADES) and not function:
            function = bit
        elif not function and (does := behind_function.of_house(bit)):
            function, organisation = does, organisation or bit[len(does) :].strip()
        elif re.fullmatch(r"[A-Z]{2,4}", bit) and bit == "".join(re.findall(r"(?<!\w)\w", name.upper())):
            note = f"{note} {bit}".strip()
        elif bit:
            bit = _NAMELY.sub("", bit)
            organisation = organisation or bit
            note = note if organisation == bit else f"{note} {bit}".strip()
    yield Person(name.strip(" .,;"), presence, organisation, function, address, note, lines)
    if organisation:
        yield There(organisation, presence, lines)


def _function(bit: str, function: str, organisation: str) -> tuple[str, str]:
    """``coördinator ELZ Dender``: a function, and the organisation behind it when that has a name with a capital."""
    found = list(_FUNCTION.finditer(bit))[-1]
    rest = re.sub(r"\A(?:van|bij|of|at|van de|van het|de|het|for)\s+", "", bit[found.end() :].strip(" ,–-"))
    if not organisation and rest[:1].isupper():
        return bit[: found.end()].strip(), rest
    return f"{function} {bit}".strip(), organisation


def is_organisation(name: str, actors: Actors) -> bool:
    """True for a name that may be published: no person, no sentence, and no word for anybody."""
    known = actors.find(name) is not None
    if known or is_nobody(name) or _SAID.search(name) or len(name.split()) > _MOST_WORDS:
        return known
    is_named = persons.is_person(name) or persons.names_one(name) or persons.has_first_name(name)
    return not is_named and not behind_function.hides_one(name)
