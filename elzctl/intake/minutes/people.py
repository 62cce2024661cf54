"""Lists of people in minutes: persons, who go into ``private/`` alone, and the organisations that were there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from elzctl.intake import persons
from elzctl.intake.minutes import behind_function, services
from elzctl.intake.minutes.asides import cut, is_aside, proxy, speaker
from elzctl.intake.minutes.draft import Person, There
from elzctl.intake.minutes.grouped import is_group, noted, of_house
from elzctl.intake.minutes.listed_people import (
    AND,
    COMMA,
    DASH,
    entries,
    looks_like_person,
    several,
    surnames_in,
    untitled,
)
from elzctl.intake.minutes.parts import Table, columns, text_of
from elzctl.intake.minutes.presence import LETTERS, attendance
from elzctl.intake.minutes.sentence_names import is_said
from elzctl.intake.minutes.words import EMPTY, THERE, label_kind
from elzctl.intake.named import one_line, whole
from elzctl.intake.nobody import is_nobody
from elzctl.intake.paper import Block
from elzctl.intake.several_places import each_house
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
_MOST_WORDS = 12
# In small letters, of a person.
_SHORT_TRADES = frozenset("kine kiné kinés kines psy osteo ergo logo's diëtist".split())
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
        text = each_house(block.text.strip(" ."), lambda words: actors.find(words) is not None)
        head, colon, _ = text.partition(": ")
        if colon and is_said(head) and not label_kind(head):  # a sentence before it says something else of them
            yield There(text, presence, block.lines)
            continue
        for entry in entries(whole(text, actors.joined), alone=alone or bool(block.depth), actors=actors):
            yield from _listed(one_line(entry), presence, block.lines, actors)


def in_table(presence: str, table: Table, actors: Actors) -> list[Listed] | None:
    """Everybody in a table with a column for names or organisations; ``None`` when it is no such table."""
    kinds = [label_kind(text_of(cell)) for cell in table.rows[0]]
    if len(kinds) > 1 and len({*kinds}) == len(kinds) and {"present", "excused", "absent"}.issuperset(kinds):
        return in_columns(table.rows, actors)
    roles = columns(table.rows[0])
    if "name" in roles or "organisation" in roles:
        letters = (LETTERS.get(text_of(cell).strip(" .").lower()) for cell in table.rows[0])
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
    how = attendance(presence, cell)
    rest = " ".join(text_of(value) for role, value in zip(roles, row, strict=True) if not role)
    beside = ", ".join(filter(None, (cell.get("function"), cell.get("address"), rest.strip())))
    if not name and not organisation:
        return
    if name and not looks_like_person(name, actors) and not organisation:
        yield from behind_function.listed(name, how, lines, actors) or [There(name, how, lines, beside)]
        return
    if not name:
        for one in COMMA.split(each_house(organisation, lambda words: actors.find(words) is not None)):
            yield from behind_function.listed(one, how, lines, actors) or [There(one, how, lines, beside)]
        return
    yield Person(name, how, organisation, cell.get("function", ""), cell.get("address", ""), rest.strip(), lines)
    if organisation:
        yield There(organisation, how, lines)


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
        yield from _behind_colon(head, rest, presence, lines, actors)
        return
    given = proxy(entry) if presence == "excused" and actors.find(entry) is None else None
    if given is not None and given.note:
        for at, each in enumerate(_listed(given.name, presence, lines, actors)):
            yield each if at else each._replace(note=", ".join(filter(None, (each.note, given.note))))
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
        named = [bit for bit in bits if looks_like_person(bit, actors)] or surnames_in(bits, actors)
        if len(named) == 1 and len(bits) == 3 and f"{bits[0]} / {bits[1]}" in entry and named[0] == bits[2]:
            yield from _person(named[0], [f"{bits[0]} / {bits[1]}"], presence, lines, actors)
            return
        if len(named) == 1:
            yield from _person(named[0], [bit for bit in bits if bit != named[0]], presence, lines, actors)
            return
        if len(bits) == 2 and looks_like_person((one := speaker(bits[1])).name, actors):
            yield from _person(one.name, [bits[0], one.note], presence, lines, actors)
            return
        dashed = DASH.search(entry) is not None
        entry, note = cut(entry, bits, lambda words: actors.find(words) is not None, dashed=dashed)
        if note:
            yield There(entry, presence, lines, note)
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


def _behind_colon(head: str, rest: str, presence: str, lines: tuple[int, ...], actors: Actors) -> Iterator[Listed]:
    """``CAW: X, Y``, and those of a group: ``Cluster zorg: X (CAW), Okra``."""
    apart = (name for part in COMMA.split(rest) for name in AND.split(part))
    inside = [one for name in apart for one in _listed(name, presence, lines, actors)]
    in_group = is_group(head, inside, actors)
    yield from noted(head, inside) if in_group else [There(head, presence, lines)]
    for each in () if in_group else inside:
        is_bare = isinstance(each, Person) and not (each.organisation or each.function)
        told = _person(each.name, [head, each.note], presence, lines, actors)
        yield from told if is_bare else of_house(each, head)


def _bracketed(match: re.Match[str], presence: str, lines: tuple[int, ...], actors: Actors) -> Iterator[Listed]:
    out, inside, after = match["out"], match["inside"], match["after"].strip(" ,–-")
    label, colon, others = inside.partition(": ")
    if colon and label_kind(label) in ("excused", "absent", "present"):
        yield from _listed(out, presence, lines, actors)
        yield from people(label_kind(label), [Block(others, lines)], actors)
        return
    one = speaker(inside)
    if looks_like_person(one.name, actors) and not looks_like_person(out, actors):
        yield from _person(one.name, [out, one.note, after], presence, lines, actors)
        return
    names = [out] if looks_like_person(out, actors) else several(out, actors)
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
    others = [bit for part in COMMA.split(inside) for bit in AND.split(part) if bit not in named]
    note = others if len(named) > 1 else [inside] if not named and is_aside(inside) else []
    yield There(out if named or note else match[0], presence, lines, ", ".join(filter(None, (*note, after))))
    for name in named:
        yield from _person(name, [out, *(others if len(named) == 1 else ())], presence, lines, actors)


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
        elif is_aside(bit):
            note = ", ".join(filter(None, (note, bit)))
        elif actors.find(bit) is None and _FUNCTION.search(bit):
            function, organisation = _function(bit, function, organisation)
        elif bit.islower() and (is_before(bit) or bit in _SHORT_TRADES) and not function:
            function = bit
        elif not function and (does := behind_function.of_house(bit)):
            function, organisation = does, organisation or bit[len(does) :].strip()
        elif re.fullmatch(r"[A-Z]{2,4}", bit) and bit == "".join(re.findall(r"(?<!\w)\w", name.upper())):
            note = f"{note} {bit}".strip()
        elif bit:
            served = services.apart(_NAMELY.sub("", bit), lambda words: actors.find(words) is not None)
            more, organisation = _housed(served, organisation, actors)
            note = f"{note} {more}".strip()
    yield untitled(Person(name.strip(" .,;"), presence, organisation, function, address, note, lines))
    if organisation:
        yield There(organisation, presence, lines)


def _housed(served: services.Served, there: str, actors: Actors) -> tuple[str, str]:
    """What is told beside the house, and the house: of a service and a house of a known kind the last, in any order."""
    if not there:
        return served
    if services.wins(served.house, there, lambda words: actors.find(words) is not None):
        return f"{there} {served.service}".strip(), served.house
    return f"{served.service} {served.house}".strip(), there


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
    if known or is_nobody(name) or is_said(name) or len(name.split()) > _MOST_WORDS:
        return known
    is_named = persons.is_person(name) or persons.names_one(name) or persons.has_first_name(name)
    return not is_named and not behind_function.hides_one(name)
