"""What betrays people in a text: addresses, telephone, account and national numbers; and marks that follow who reads a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

# An address is found from the sign in the middle, which is rare: "@", or what people type to hide it from machines.
_LOCAL = r"[\w.+%-]{1,64}\Z"
_SIGNS_IN_THE_MIDDLE = ("@", "%40")  # the second one in the address of a link
_AT = r"(?i:[(\[{<] ?(?:at|apenstaart(?:je)?|@) ?[)\]}>])"
_DOMAIN = r"[\w-]+(?:(?:\.| ?(?i:[(\[{<] ?(?:dot|punt|\.) ?[)\]}>]) ?)[\w-]+)+"
# Zone numbers have 8 digits after the 0 or +32, mobile numbers 9.
PHONE = r"(?<![\w/.+])(?<!\d-)(?:(?:\+|00)[ ]?32[ ./-]?(?:\(0\)[ ]?)?|\(0|0)[1-9]\d{0,2}\)?(?:[ ./-]{0,3}\d{2,3}){2,4}(?![\w/-]|\.\d)"
_ACCOUNT = r"(?<![^\W_])[A-Za-z]{2}\d{2}(?=[ .-]?[A-Za-z0-9])"
_ACCOUNT_REST = r"(?:[ .-]?[A-Za-z0-9]){11,30}"
_LEAST_ACCOUNT = 15
# Day of birth, number of that day, check: 85.07.30-033.28.
_NATIONAL = r"(?<![\d./-])(\d{2})[. /-]?(\d{2})[. /-]?(\d{2})[ .-]{0,3}(\d{3})[ .-]?(\d{2})(?![\d/-]|\.\d)"
URL = r"(?i)https?://(?:[^\s<>()\[\]\"'`|\0]|\([^\s<>()\0]*\)|(?<=__cft__)\[\d\])+"

HIDDEN = "[…]"
"""What stands in the place of an address or a number."""

TRACKERS = frozenset(
    """fbclid gclid dclid gbraid wbraid msclkid yclid twclid ttclid igshid igsh mc_eid mc_cid _hsenc _hsmi mkt_tok vero_id
    oly_enc_id oly_anon_id li_fat_id _ga _gl __cft__ __tn__ mibextid epik trk s_cid""".split()
)
"""Parameters of an address that name the reader or the mailing; so do all that begin with ``utm_``."""
TRACKERS_OF: Mapping[str, frozenset[str]] = {"list-manage.com": frozenset({"e"})}
"""The same on the pages of one host and of those below it."""
WRAPPER = "safelinks.protection.outlook.com"
"""Addresses there tell Microsoft who reads what, and lead on to the address inside."""

_NAMED = r"(?i)https?://([^\s/?#@\\:]+)(?::\d{1,5})?(?=[/?#]|\Z)"
_MOST_WRAPPED = 3

# Helplines and numbers of services are there to be published.
_SERVICES = ("800", "78", "70", "90")
_COMPANY = r"[01]\d{3}\.\d{3}\.\d{3}"
_COMPANY_BEFORE = (
    r"(?i)(?:(?<![\w.@-])(?:BE|KBO|BTW|CBE|VAT|RPR)|ondernemingsnummer|company number)(?:-?n(?:umme)?r\.?)?[\s:.]*\Z"
)
# Signs that look like those of an address or a number, one for one: every place stays where it is.
_LOOKALIKES = dict(zip("﹫\xa0\u2007\u2009\u202f\u2010\u2011\u2012\u2013\u2212․。｡﹒", "@    -----....", strict=True))
_WIDE = range(0xFF01, 0xFF5F)  # the signs of ASCII, each as wide as a Chinese one


def contacts(text: str) -> Iterator[tuple[int, int]]:
    """Where what betrays people begins and ends in a text, in order: addresses, telephone, account and national numbers.

    Helplines and companies are none.
    """
    text = plain_signs(text)
    found = list(mailboxes(text))
    if any(map(str.isdigit, text)):
        found += [*phones(text), *accounts(text), *nationals(text)]
    first, end = -1, -1
    for begin, last in sorted(found):
        if begin >= end:
            if end > 0:
                yield first, end
            first = begin
        end = max(end, last)
    if end > 0:
        yield first, end


def mailboxes(text: str) -> Iterator[tuple[int, int]]:
    """Where the e-mail addresses stand in a text of plain signs, ``naam(at)voorbeeld.be`` too."""
    signs = [*re.finditer(_AT, text)] if re.search(r"[(\[{<] ?[aA@]", text) else []
    spans = [sign.span() for sign in signs]
    for sign in _SIGNS_IN_THE_MIDDLE:
        place = text.find(sign)
        while place >= 0:
            spans.append((place, place + len(sign)))
            place = text.find(sign, place + 1)
    end = 0
    for start, stop in sorted(spans):
        before = (
            text[max(0, start - 64) : start] if text[start] in "@%" else text[max(0, start - 65) : start].rstrip(" ")
        )
        local = re.search(_LOCAL, before)
        begin = stop + (text[stop : stop + 1] == " " and text[start] not in "@%")
        domain = re.compile(_DOMAIN).match(text, begin) if local is not None else None
        if local is not None and domain is not None and start >= end:
            end = domain.end()
            first = max(0, start - (64 if text[start] in "@%" else 65)) + local.start()
            yield first, end


def phones(text: str) -> Iterator[tuple[int, int]]:
    """Where the telephone numbers of people stand in a text of plain signs."""
    for phone in re.finditer(PHONE, text):
        if is_phone(text, phone):
            yield phone.start() + (phone[0][0] == "(" and ")" not in phone[0]), phone.end()


def accounts(text: str) -> Iterator[tuple[int, int]]:
    """Where the account numbers (IBAN) with the right check digits stand in a text of plain signs."""
    end = 0
    for sign in re.finditer(_ACCOUNT, text):
        start = sign.start()
        rest = re.compile(_ACCOUNT_REST).match(text, sign.end()) if start >= end else None
        last = rest.end() if rest is not None else start
        while last - start >= _LEAST_ACCOUNT:
            if not text[last : last + 1].isalnum() and text[last - 1].isalnum() and _is_account(text[start:last]):
                end = last
                yield start, last
                break
            last -= 1


def nationals(text: str) -> Iterator[tuple[int, int]]:
    """Where the Belgian national numbers with the right check digits stand in a text of plain signs."""
    return (number.span() for number in re.finditer(_NATIONAL, text) if _is_national(*number.groups()))


def same_contact(text: str) -> str:
    """The form in which two ways to write an address or a number are the same."""
    text = plain_signs(text).strip().casefold()
    text = re.sub(rf" ?{_AT} ?", "@", text).replace("%40", "@")
    if "@" in text:
        return re.sub(r" ?[(\[{<] ?(?:dot|punt|\.) ?[)\]}>] ?", ".", text.removeprefix("mailto:"))
    if re.match(r"[a-z]{2}\d\d", text):
        return re.sub(r"[^a-z0-9]", "", text)
    digits = re.sub(r"\D", "", text.replace("(0)", ""))
    return re.sub(r"\A(?:0032|32(?=\d{8,9}\Z))", "0", digits)


def plain_signs(text: str) -> str:
    """The text without look-alikes, each place as it was."""
    if text.isascii():
        return text
    for sign in set(text):
        plain = sign if sign.isascii() else _plain(sign)
        if plain != sign:
            text = text.replace(sign, plain)
    return text


@lru_cache(maxsize=512)
def _plain(sign: str) -> str:
    if ord(sign) in _WIDE:
        return chr(ord(sign) - 0xFEE0)
    return str(int(sign)) if sign.isdecimal() else _LOOKALIKES.get(sign, sign)


def _is_account(text: str) -> bool:
    """True for an IBAN whose check digits are right."""
    plain = re.sub(r"[^A-Z0-9]", "", text.upper())
    return (
        _LEAST_ACCOUNT <= len(plain) <= 34
        and int("".join(str(int(one, 36)) for one in plain[4:] + plain[:4])) % 97 == 1
    )


def _is_national(year: str, month: str, day: str, order: str, check: str) -> bool:
    # 20 and 40 are added to the month in numbers for people who are not in the register.
    if int(month) % 20 > 12 or int(month) > 52 or int(day) > 31:
        return False
    number = year + month + day + order
    return int(check) in (97 - int(number) % 97, 97 - int(f"2{number}") % 97)


def known_contacts(texts: Iterable[str]) -> frozenset[str]:
    """Every address and number of some texts in one form; a text may be one itself."""
    found: set[str] = set()
    for text in texts:
        found.update((same_contact(text), *(same_contact(text[first:last]) for first, last in contacts(text))))
    return frozenset(found)


def is_phone(text: str, phone: re.Match[str]) -> bool:
    """True for a match of :data:`PHONE` in *text* that is a number of somebody, and not of a helpline or a company."""
    digits = re.sub(r"\D", "", phone[0].replace("(0)", ""))
    own = digits.removeprefix("00").removeprefix("32") if phone[0].startswith(("+", "00")) else digits[1:]
    if not (len(own) == 8 or (len(own) == 9 and own[0] == "4")) or own.startswith(_SERVICES):
        return False
    is_company = re.fullmatch(_COMPANY, phone[0]) and 97 - int(digits[:8]) % 97 == int(digits[8:])
    return not is_company and not re.search(_COMPANY_BEFORE, text[max(0, phone.start() - 30) : phone.start()])


def unfollowed(text: str) -> str:
    """The text with every address in it as :func:`without_trackers` gives it; signs that end a sentence are none of it."""
    if "://" not in text:
        return text

    def shorter(match: re.Match[str]) -> str:
        address = match[0].rstrip(".,;:!?*_")
        return without_trackers(address)[0] + match[0][len(address) :]

    return re.sub(URL, shorter, text)


def without_trackers(address: str) -> tuple[str, tuple[str, ...]]:
    """The address without the parameters that track, and the names of those; the rest stays as it is.

    Of an address that only leads on to another one, that is left.
    """
    names: list[str] = []
    for _ in range(_MOST_WRAPPED):
        inside = _inside(address) if WRAPPER in address.lower() else ""
        if not inside:
            break
        address, names = inside, [WRAPPER]
    rest, hash_sign, fragment = address.partition("#")
    page, question, query = rest.partition("?")
    if not question:
        return address, tuple(names)
    joint = "&amp;" if "&amp;" in query else "&"
    own = _trackers_of(page) if any(host in page.lower() for host in TRACKERS_OF) else frozenset()
    pairs = query.split(joint)
    marks = [pair for pair in pairs if _is_tracker(pair, own)]
    kept = joint.join(pair for pair in pairs if pair not in marks)
    found = tuple(dict.fromkeys([*names, *(pair.partition("=")[0] for pair in marks)]))
    return page + (question + kept if kept else "") + hash_sign + fragment, found


def _is_tracker(pair: str, own: frozenset[str]) -> bool:
    from urllib.parse import unquote

    name = unquote(pair.partition("=")[0]).lower().partition("[")[0]
    return name in TRACKERS or name in own or name.startswith("utm_")


def _host(address: str) -> str:
    """The host of an address on the web; ``""`` for what is none, or has a user name in it."""
    found = re.match(_NAMED, address)
    return found[1].lower() if found is not None else ""


def _trackers_of(page: str) -> frozenset[str]:
    host = f".{_host(page)}"
    return next((names for name, names in TRACKERS_OF.items() if host.endswith(f".{name}")), frozenset())


def _inside(address: str) -> str:
    """The address on the web to which a wrapped one leads; ``""`` when it is not wrapped, or leads to something else."""
    from urllib.parse import quote, unquote

    if not f".{_host(address)}".endswith(f".{WRAPPER}"):
        return ""
    query = address.partition("#")[0].partition("?")[2]
    joint = "&amp;" if "&amp;" in query else "&"
    value = next((pair[4:] for pair in query.split(joint) if pair[:4].lower() == "url="), "")
    # Brackets, quotes and blanks would end the link that it stands in.
    inside = quote(unquote(value), safe=":/?#@!$&*+,;=%~-._")
    return inside.replace("&", joint) if _host(inside) else ""
