"""Personal data in text that is published: addresses, telephone and account numbers, national numbers, names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elzctl.checks.texts import Document, Texts, any_case, texts
from elzctl.finding import Finding, Severity
from elzctl.model import Plan
from elzctl.wording import Message, say

_MAIL = r"(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]+(?:\.[\w-]+)+"
# Zone numbers have 8 digits after the 0 or +32, mobile numbers 9.
_PHONE = r"(?<![\w/.+-])(?:(?:\+|00)[ ]?32[ ./-]?(?:\(0\)[ ]?)?|\(0|0)[1-9]\d{0,2}\)?(?:[ ./-]{0,3}\d{2,3}){2,4}(?![\w/-]|\.\d)"
# Helplines and numbers of services are there to be published.
_SERVICES = ("800", "78", "70", "90")
_COMPANY = r"[01]\d{3}\.\d{3}\.\d{3}"
_COMPANY_BEFORE = (
    r"(?i)(?:\b(?:BE|KBO|BTW|CBE|VAT|RPR)|ondernemingsnummer|company number)(?:-?n(?:umme)?r\.?)?[\s:.]*\Z"
)
_ACCOUNT = r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b"
# Day of birth, number of that day, check: 85.07.30-033.28.
_NATIONAL = r"(?<![\d./-])(\d{2})[. /-]?(\d{2})[. /-]?(\d{2})[ .-]{0,3}(\d{3})[ .-]?(\d{2})(?![\d/-]|\.\d)"

_TITLES = any_case("dhr", "mevr", "mevrouw", "heer", "meneer", "mw") | {"Mr", "Mrs"}
_PERSON = (
    r"\b(?:(?:[Dd]hr|[Mm]evr|[Mm]w|Mrs?)\.?|[Dd]e\s+[Hh]eer|[Mm]evrouw|[Mm]eneer)\s+"
    r"(?:(?:[A-Z]\.\s?)+)?(?:(?:van|de|den|der|ter|te|’t|'t)\s+){0,3}[A-ZÀ-Þ][\w'’-]*(?:\s+[A-ZÀ-Þ][\w'’-]+)*"
)


def contact_in_text(plan: Plan) -> Iterator[Finding]:
    """An e-mail address, a telephone number or an account number stands in a text that is published.

    It stays in every copy of the document, long after somebody else does the work. Helplines (0800, 070, 078)
    are meant to be published, and are passed over.

    Wrong::

        Inschrijven kan bij naam@voorbeeld.be of op 052 00 00 00.

    Right::

        Inschrijven kan op de website van de zone.
    """
    for document, start, end, message in _contacts(texts(plan)):
        hint = say("Name the organisation or the function, and keep the rest in the folder private/.")
        yield document.finding("contact-in-text", Severity.WARNING, message, (start, end), hint)


def _contacts(gathered: Texts) -> Iterator[tuple[Document, int, int, Message]]:
    for document in gathered.documents:
        seen = set()
        for mail in re.finditer(_MAIL, document.text) if "@" in document.text else ():
            if mail[0].lower() not in seen:
                seen.add(mail[0].lower())
                yield document, *mail.span(), say("An e-mail address stands in the text: {text}", text=mail[0])
    for document in gathered.numbered:
        for phone in re.finditer(_PHONE, document.text):
            if _is_phone(document.text, phone):
                yield document, *phone.span(), say("A telephone number stands in the text: {text}", text=phone[0])
        for account in re.finditer(_ACCOUNT, document.text):
            if _is_account(account[0]):
                yield document, *account.span(), say("An account number stands in the text: {text}", text=account[0])


def _is_phone(text: str, phone: re.Match[str]) -> bool:
    digits = re.sub(r"\D", "", phone[0].replace("(0)", ""))
    own = digits.removeprefix("00").removeprefix("32") if phone[0].startswith(("+", "00")) else digits[1:]
    if not (len(own) == 8 or (len(own) == 9 and own[0] == "4")) or own.startswith(_SERVICES):
        return False
    is_company = re.fullmatch(_COMPANY, phone[0]) and 97 - int(digits[:8]) % 97 == int(digits[8:])
    return not is_company and not re.search(_COMPANY_BEFORE, text[max(0, phone.start() - 30) : phone.start()])


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
    for document in texts(plan).numbered:
        for number in re.finditer(_NATIONAL, document.text):
            if _is_national(*number.groups()):
                message = say("A national number stands in the text")
                hint = say("Delete it, also from the history of the repository; ask for help if you do not know how.")
                yield document.finding("national-number", Severity.ERROR, message, number.span(), hint)


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
