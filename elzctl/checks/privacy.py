"""Personal data in text that is published: addresses, telephone and account numbers, national numbers, names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elzctl.checks.documents import Document
from elzctl.checks.texts import Texts, any_case, texts
from elzctl.finding import Finding, Severity
from elzctl.model import Plan
from elzctl.traces import MAIL, PHONE, is_phone, known_contacts, same_contact
from elzctl.wording import Message, say

_ACCOUNT = r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b"
# Day of birth, number of that day, check: 85.07.30-033.28.
_NATIONAL = r"(?<![\d./-])(\d{2})[. /-]?(\d{2})[. /-]?(\d{2})[ .-]{0,3}(\d{3})[ .-]?(\d{2})(?![\d/-]|\.\d)"
# What each of these has at least, in a form that is quick to find: the texts with dates and amounts are many.
_LOCAL = r"[\w.+%-]+\Z"
_MAYBE_PHONE = re.compile(r"0(?<![\w/.+-]0)[1-9]|32(?<=[+0 ]32)")
_MAYBE_ACCOUNT = re.compile(r"[A-Z]{2}\d{2}")

_TITLES = any_case("dhr", "mevr", "mevrouw", "heer", "meneer", "mw") | {"Mr", "Mrs"}
_PERSON = (
    r"\b(?:(?:[Dd]hr|[Mm]evr|[Mm]w|Mrs?)\.?|[Dd]e\s+[Hh]eer|[Mm]evrouw|[Mm]eneer)\s+"
    r"(?:(?:[A-Z]\.\s?)+)?(?:(?:van|de|den|der|ter|te|’t|'t)\s+){0,3}[A-ZÀ-Þ][\w'’-]*(?:\s+[A-ZÀ-Þ][\w'’-]+)*"
)


def contact_in_text(plan: Plan) -> Iterator[Finding]:
    """An e-mail address, a telephone number or an account number stands in a text that is published.

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
            hint = say("Name the organisation or the function, and keep the rest in the folder private/.")
            severity = Severity.ERROR if document.is_minutes else Severity.WARNING
            yield document.finding("contact-in-text", severity, message, (start, end), hint)


def _contacts(gathered: Texts) -> Iterator[tuple[Document, int, int, Message]]:
    seen = set()
    for document, start, end in _mailboxes(gathered):
        text = document.text[start:end]
        if (id(document), text.lower()) not in seen:
            seen.add((id(document), text.lower()))
            yield document, start, end, say("An e-mail address stands in the text: {text}", text=text)
    for document in gathered.numbered:
        for phone in re.finditer(PHONE, document.text) if _MAYBE_PHONE.search(document.text) else ():
            if is_phone(document.text, phone):
                yield document, *phone.span(), say("A telephone number stands in the text: {text}", text=phone[0])
    for document, _ in gathered.holding(word for word in gathered.vocabulary if _MAYBE_ACCOUNT.match(word)):
        for account in re.finditer(_ACCOUNT, document.text):
            if _is_account(account[0]):
                yield document, *account.span(), say("An account number stands in the text: {text}", text=account[0])


def _mailboxes(gathered: Texts) -> Iterator[tuple[Document, int, int]]:
    """Where the e-mail addresses stand; an "@" with a blank before it names an actor."""
    before: tuple[Document | None, int] = (None, 0)
    for document, place in gathered.places("@"):
        text = document.text
        local = re.search(_LOCAL, text[max(0, place - 64) : place])
        mail = re.compile(MAIL).match(text, place - len(local[0])) if local is not None else None
        if mail is not None and (document is not before[0] or mail.start() >= before[1]):
            before = document, mail.end()
            yield document, *mail.span()


def _is_account(text: str) -> bool:
    """True for an IBAN whose check digits are right."""
    plain = text.replace(" ", "")
    return 15 <= len(plain) <= 34 and int("".join(str(int(sign, 36)) for sign in plain[4:] + plain[:4])) % 97 == 1


def national_number(plan: Plan) -> Iterator[Finding]:
    """A Belgian national number stands in a text.

    The law lets only those use it who have a permission for it (wet van 8 augustus 1983). It may not be in a plan or in
    minutes, and also has to leave the history of the repository. The check digits are right, so it is no other number.

    Wrong::

        rijksregisternummer 00.00.00-000.97

    Right::

        (delete it)
    """
    gathered = texts(plan)
    for document, _ in gathered.holding(filter(_may_be_national, gathered.vocabulary)):
        for number in re.finditer(_NATIONAL, document.text):
            if _is_national(*number.groups()):
                message = say("A national number stands in the text")
                hint = say("Delete it, also from the history of the repository; ask for help if you do not know how.")
                yield document.finding("national-number", Severity.ERROR, message, number.span(), hint)


def _may_be_national(word: str) -> bool:
    """True for what each national number holds, however it is written: three digits alone, or more in a row."""
    return word.isdigit() if len(word) == 3 else len(word) > 4 and sum(map(str.isdigit, word)) > 4


def _is_national(year: str, month: str, day: str, order: str, check: str) -> bool:
    # 20 and 40 are added to the month in numbers for people who are not in the register.
    if int(month) % 20 > 12 or int(month) > 52 or int(day) > 31:
        return False
    number = year + month + day + order
    return int(check) in (97 - int(number) % 97, 97 - int(f"2{number}") % 97)


def person_in_text(plan: Plan) -> Iterator[Finding]:
    """A text names a person.

    People come and go, and a plan stays on the web. Who answers for an action is an organisation, a group or a function.
    This looks only at names after *de heer*, *mevrouw* and the like, and is never complete.

    Wrong::

        Mevrouw Voorbeeld leidt de werkgroep.

    Right::

        De coördinator van het netwerk leidt de werkgroep.
    """
    for document, name in texts(plan).near(_TITLES, _PERSON):
        message = say("“{text}” is the name of a person", text=" ".join(name[0].split()))
        hint = say("Name the function or the organisation.")
        yield document.finding("person-in-text", Severity.INFO, message, name.span(), hint)
