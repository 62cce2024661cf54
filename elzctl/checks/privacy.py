"""Personal data in text that is published: addresses, telephone and account numbers, national numbers, names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, starmap

from elzctl.checks.documents import Document
from elzctl.checks.furnishing import Short, short_texts
from elzctl.checks.persons import people, people_in_data, stands_by_house
from elzctl.checks.texts import Texts, any_case, texts
from elzctl.checks.titled import is_known_house, titled
from elzctl.finding import Finding, Severity
from elzctl.load import ACTORS, PLAN
from elzctl.model import Plan
from elzctl.traces import (
    DOTS,
    accounts,
    contacts,
    known_contacts,
    mailboxes,
    nationals,
    phones,
    same_contact,
)
from elzctl.typed import seen
from elzctl.wording import Message, say

# What each of these has at least, in a form that is quick to find: the texts with dates and amounts are many.
_LOCAL = re.compile(r"[\w.+%-]|[(\[{<]@[)\]}>]")
_AT = any_case("at", "apenstaart", "apenstaartje")
_SPELLED_DOTS = any_case("punt", "dot")
# A reader sees a blank there, and no “*”.
_BROKEN_LINE = r"\n(?<=\d\n)(?=[\d(+])"
_MAYBE_ACCOUNT = re.compile(r"[A-Za-z]{2}\d{2}")

_TITLES = any_case(
    *("dhr", "mevr", "mvr", "mevrouw", "madame", "heer", "meneer", "mijnheer", "mw", "dr", "drs", "contactpersoon")
) | {"Mr", "Mrs", "Mme"}
_PERSON = (
    r"\b(?:(?:[Dd]hr|[Mm]e?vr|[Mm]w|Mrs?|Mme|[Dd]rs?|DHR|MEVR|DR(?=\.))\.?|[Dd]e\s+[Hh]eer|[Mm]evrouw|MEVROUW|[Mm]adame|[Mm]eneer|[Mm]ijnheer)\s+"
    r"(?:(?:[A-Z]\.\s?)+)?(?:(?:van|de|den|der|ter|te|’t|'t)\s+){0,3}[A-ZÀ-Þ][\w'’-]*(?:\s+[A-ZÀ-Þ][\w'’-]+)*"
    r"|\b[Cc]ontactpersoon[*_]{0,2}(?:\s*[:|]|\s+is\b)[*_]{0,2}[ \t]*"
    r"(?P<who>[A-ZÀ-Þ][\w'’-]+(?:[ \t]+(?:(?:van|de|den|der|ter|te|’t|'t)[ \t]+){0,3}[A-ZÀ-Þ][\w'’-]+)+)"
)
# A street is called after many a doctor; and an organisation has capitals too.
_STREETS = ("straat", "laan", "plein", "weg", "lei", "dreef", "park", "centrum", "school", "instituut")
_NO_NAMES = frozenset(
    """dienst huis team netwerk logo sociaal lokaal eerstelijnszone zone zorgraad stad gemeente cluster afdeling secretariaat
    vzw zorg welzijn centrum lokale kerngroep werkgroep vlaamse vlaanderen""".split()
)

_MAILBOX = say("An e-mail address stands in the text: {text}")
_PHONE = say("A telephone number stands in the text: {text}")
_NAME = say("“{text}” is the name of a person")
_ACCOUNT = say("An account number stands in the text: {text}")
_KEEP = say("Name the organisation or the function, and keep the rest in the folder private/.")
_CONTACT = say("What may be published stands under “contact” of the actor; keep the rest in the folder private/.")
_DELETE = say("Delete it, also from the history of the repository; ask for help if you do not know how.")


def contact_in_text(plan: Plan) -> Iterator[Finding]:
    """An e-mail address, a telephone number or an account number stands in a text or a name that is published.

    It stays in every copy of the document, long after somebody else does the work. Helplines (0800, 070, 078)
    are meant to be published, and are passed over; so are the addresses and numbers that an actor has under
    ``contact`` in ``plan/actors.yaml``. In minutes the others are refused: minutes go round.

    Wrong::

        Inschrijven kan bij naam@voorbeeld.be of op 052 00 00 00.

    Right::

        Inschrijven kan op de website van de zone.
    """
    allowed = known_contacts(plan.contacts)
    for document, start, end, message in _contacts(texts(plan)):
        if not (allowed and same_contact(document.text[start:end]) in allowed):
            severity = Severity.ERROR if document.is_minutes else Severity.WARNING
            yield document.finding("contact-in-text", severity, message, (start, end), _KEEP)
    for one, text, message in _in_data(plan):
        if same_contact(text) not in allowed:
            hint = _CONTACT if one.key in ("name", "also") and one.place(text).path == ACTORS else _KEEP
            yield Finding("contact-in-text", Severity.WARNING, message, one.place(text), hint, about=PLAN)


def _in_data(plan: Plan) -> Iterator[tuple[Short, str, Message]]:
    """What stands in names and in words of the settings; they are few, and nearly always without any."""
    shorts = tuple(short_texts(plan))
    if not any(contacts("\n".join(one.text for one in shorts))):
        return
    for one in shorts:
        read = seen(one.text)
        longer = (*accounts(read.text), *nationals(read.text))
        numbers = (span for span in phones(read.text) if not _lies_in(span, longer))
        for message, spans in ((_MAILBOX, mailboxes(read.text)), (_PHONE, numbers), (_ACCOUNT, accounts(read.text))):
            for text in (one.text[slice(*read.at(*span))] for span in spans):
                yield one, text, message._replace(args=(("text", text),))


def _contacts(gathered: Texts) -> Iterator[tuple[Document, int, int, Message]]:
    told = set()
    for document in _with_mailboxes(gathered):
        read = seen(document.text)
        for start, end in starmap(read.at, mailboxes(read.text)):
            text = document.text[start:end]
            if (id(document), text.lower()) not in told:
                told.add((id(document), text.lower()))
                yield document, start, end, _MAILBOX._replace(args=(("text", text),))
    for document in _with_phones(gathered):
        read = seen(document.text)
        plain = re.sub(_BROKEN_LINE, " ", read.text)
        found = list(phones(plain))
        longer = [*accounts(plain), *nationals(plain)] if found else []
        for span in found:
            if not _lies_in(span, longer):
                start, end = read.at(*span)
                number = document.text[start:end].replace("\n", " ")
                yield document, start, end, _PHONE._replace(args=(("text", number),))
    for document, _ in gathered.holding(filter(_MAYBE_ACCOUNT.match, gathered.figures)):
        read = seen(document.text)
        for start, end in starmap(read.at, accounts(read.text)):
            yield document, start, end, _ACCOUNT._replace(args=(("text", document.text[start:end]),))


def _lies_in(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(first < span[1] and span[0] < last for first, last in others)


def _with_mailboxes(gathered: Texts) -> Iterator[Document]:
    """The documents in which an e-mail address may stand."""
    found = {
        id(one): one
        for one, place in gathered.places("@")
        if _LOCAL.match(one.text, place - 1) or not _names_actor(one.text, place)
    }
    # "%40" is the "@" in the address of a page, and "&#64;" in one.
    hidden = (
        *gathered.having("%40", "&#", "&commat", "_at_", "(a", "( a", "(A", "[a"),
        *(one for one, _ in gathered.holding(_AT)),
    )
    # The signs that look like it are not of Latin-1, in which the texts are searched.
    odd = (one for one in gathered.documents if not one.text.isascii() and ("＠" in one.text or "﹫" in one.text))
    dotted = gathered.matching(*map(re.compile, DOTS)) if _SPELLED_DOTS & gathered.vocabulary else ()
    found.update((id(one), one) for one in chain(hidden, odd, dotted))
    return iter(found.values())


def _names_actor(text: str, place: int) -> bool:
    """True for an "@" with a blank before it and one word behind it, and not the name of a host."""
    word, _, behind = text[place + 1 : place + 65].partition(" ")
    return bool(word) and "." not in word.rstrip(".,;:\n") and not behind.startswith(".")


def _with_phones(gathered: Texts) -> Iterator[Document]:
    """The documents in which a telephone number may stand; those of other countries may begin with small numbers."""
    abroad = (one for one, place in gathered.places("+") if one.text[place + 1 : place + 2].isdigit())
    return iter({id(one): one for one in (*gathered.numbered, *abroad)}.values())


def national_number(plan: Plan) -> Iterator[Finding]:
    """A Belgian national number stands in a text.

    The law lets only those use it who have a permission for it (wet van 8 augustus 1983). It may not be in a plan or in
    minutes, and also has to leave the history of the repository. Its check digits are right, or it is written as only such
    numbers are, or the text says what it is. No public document shows it.

    Wrong::

        rijksregisternummer 00.00.00-000.97

    Right::

        (delete it)
    """
    gathered, message = texts(plan), say("A national number stands in the text")
    for document, _ in gathered.holding(filter(_may_be_national, gathered.figures)):
        read = seen(document.text)
        for span in starmap(read.at, nationals(read.text)):
            yield document.finding("national-number", Severity.ERROR, message, span, _DELETE)
    for one in short_texts(plan):
        read = seen(one.text)
        for start, end in starmap(read.at, nationals(read.text)) if any(map(str.isdigit, one.text)) else ():
            yield Finding("national-number", Severity.ERROR, message, one.place(one.text[start:end]), _DELETE)


def _may_be_national(word: str) -> bool:
    """True for what each national number holds, however it is written: three digits alone, or more in a row."""
    return word.isdigit() if len(word) == 3 else len(word) > 4 and sum(map(str.isdigit, word)) > 4


def person_in_text(plan: Plan) -> Iterator[Finding]:
    """A text names a person.

    People come and go, and a plan stays on the web. Who answers for an action is an organisation, a group or a function.
    This finds names after *de heer*, *mevrouw*, *dr.* and the like; after *Trekker:*, *Contact:*, *Aanwezig:* and in lists
    of who was there; and first names that are common here before a surname. It is never complete. When it is the name of
    an organisation, add that to ``plan/actors.yaml`` or to ``terms`` in ``plan/plan.yaml``.

    Wrong::

        Mevrouw Voorbeeld leidt de werkgroep.

    Right::

        De coördinator van het netwerk leidt de werkgroep.
    """
    hint = say("Name the function or the organisation.")
    named = (
        (document, match.span()) for document, match in texts(plan).near(_TITLES, _PERSON) if _is_person(plan, match)
    )
    found: dict[int, tuple[Document, list[tuple[int, int]]]] = {}
    for document, span in chain(named, titled(texts(plan), stands_by_house), people(plan)):
        found.setdefault(id(document), (document, []))[1].append(span)
    for document, spans in found.values():
        place = 0
        # Of two that begin at one place the longer one is the name: the other one was cut off where a search ended.
        for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
            if start >= place:
                place = end
                message = _NAME._replace(args=(("text", " ".join(document.text[start:end].split())),))
                yield document.finding("person-in-text", Severity.WARNING, message, (start, end), hint)
    for one, text in people_in_data(plan):
        message = _NAME._replace(args=(("text", text),))
        yield Finding("person-in-text", Severity.WARNING, message, one.place(text), hint, about=PLAN)


def _is_person(plan: Plan, found: re.Match[str]) -> bool:
    """False for a street, and behind "contactpersoon:" for an organisation."""
    words = found[0].split()
    who = found["who"]
    if who is None:
        is_called = words[0].lower().startswith("dr") and (
            words[-1].lower().endswith(_STREETS) or is_known_house(found[0])
        )
        return not is_called
    # Actors are called as in the plan, or a little shorter.
    names = (name for actor in plan.actors.values() for name in (actor.name, *actor.also))
    return (
        _NO_NAMES.isdisjoint(who.lower().split())
        and not any(len(word) > 1 and word.isupper() for word in who.split())
        and not any(who in name or name in who for name in names)
    )
