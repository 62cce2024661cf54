"""What betrays people in a text: addresses, telephone, account and national numbers; and, of ``trackers``, marks that follow them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from elzctl.telephones import phones
from elzctl.trackers import TRACKERS, TRACKERS_OF, URL, WRAPPER, unfollowed, without_trackers
from elzctl.typed import plain_signs, seen

__all__ = [
    "HIDDEN",
    "PERHAPS",
    "TRACKERS",
    "TRACKERS_OF",
    "URL",
    "WRAPPER",
    "accounts",
    "contacts",
    "known_contacts",
    "mailboxes",
    "nationals",
    "phones",
    "plain_signs",
    "same_contact",
    "unfollowed",
    "without_trackers",
]

# An address is found from the sign in the middle, which is rare: "@", or what people type to hide it from machines.
_LOCAL = r"(?:[\w.+%-]{1,64}|\"[^\"\n@]{1,62}\")\Z"
_A = r"[(\[] ?[aA] ?[)\]]"  # and no list of (a), (b), (c)
_AT = r"(?i:[(\[{<] ?(?:at|apenstaart(?:je)?|@) ?[)\]}>])"
_ENDS = r"(?:(?i:be|com|org|example)|nl(?!\.)|eu)(?![\w-])"
_SPELLED = rf" (?i:punt|dot) (?=(?:[\w-]{{1,63}} (?i:punt|dot) ){{0,3}}{_ENDS})"
# A blank that slipped in before or behind the dot, when what follows can only be the end of an address.
_LOOSE_DOT = r"(?: \.(?=nl\b)|(?: \.|\. )(?=(?:be|com|org|example|net|nl(?!\.)|eu)(?![\w-]|\.\w)))"
_DOT = rf"(?:\.(?! )|{_LOOSE_DOT}| ?(?i:[(\[{{<] ?(?:dot|punt|\.) ?[)\]}}>]) ?|{_SPELLED})"
_DOMAIN = rf"[\w-]+(?:{_DOT}[\w-]+)+"
# With a blank beside the sign only what ends as an address does: an "@" before a name marks an actor.
_WHOLE_DOMAIN = r"(?:[\w-]{1,63}\.){1,8}(?:[a-z]{2,18}|[A-Z]{2,18})(?![\w-])"
_SPELLED_DOMAIN = rf"[\w-]{{1,63}}(?:{_SPELLED}[\w-]{{1,63}})+"
# Behind "at" alone, or "_at_", only the plain name of a host; "look at example.com" is none, "info.zone at example.com" is.
_HOST = r"(?:[a-z0-9][a-z0-9-]{0,62}\.){1,5}(?:be|com|org|net|nl|eu|vlaanderen|brussels|gent|example)(?![\w-]|\.\w)"
_NAME_LIKE = (
    r"(?<![\w.+%-])(?=[\w.+%-]{0,63}[A-Za-z])(?=[\w.+%-]{0,63}[\d._-])\w[\w.+%-]{0,63}(?<!-in)(?<!-up)(?<!-out)\Z"
)
_IS_MAIL = r"(?i)(?:mail|adres|address)[^\n]{0,20}(?<![\w.+%-])[\w.+%-]{1,64}\Z"
_MIDDLES = (
    (rf"{_AT} ?", _DOMAIN),
    ("@|%40", _DOMAIN),
    (rf"{_A} ?(?!www\.)(?={_HOST})(?![^\n]{{0,200}}[(\[] ?[bB] ?[)\]])", _HOST),
    (r"(?i)\bapenstaart(?:je)? ", f"{_WHOLE_DOMAIN}|{_SPELLED_DOMAIN}"),
    (r"(?i)\b(?:at|bij) ", _SPELLED_DOMAIN),
    (rf"_at_(?={_HOST})|\bat (?={_HOST})", _HOST),
)
_APART = (rf"(?:[\w-]{{1,63}} ?\.){{1,8}}{_ENDS}", rf" (?:{_WHOLE_DOMAIN}|[\w-]{{1,63}} \.{_ENDS})")
_SPELLED_DOTS = ("punt", "dot", "Punt", "Dot", "PUNT", "DOT")
DOTS = tuple(f"{dot} (?:be|com|org|ex|nl|eu|B[eE]|C[oO]M)" for dot in _SPELLED_DOTS)
PERHAPS = {
    **{sign: sign for sign in ("@", "＠", "﹫", "%40", "penstaart", "_at_")},
    **{bracket: rf"\{bracket} ?[aA](?:[tTpP]| ?[)\]])" for bracket in "([{<"},
    " at ": r" at [a-z0-9-]+\.[a-z]",
    **{dot.partition("(")[0]: dot for dot in DOTS},
}
"""Of these every e-mail address has one at least, in a text as it was typed, each by the signs that it begins with: to look
for each apart, and first for these signs, is quicker."""

_ACCOUNT = r"(?<![^\W_])[A-Za-z]{2}\d{2}(?=[ .-]?[A-Za-z0-9])"
_ACCOUNT_REST = r"(?:[ .-]?[A-Za-z0-9]){11,30}"
_LEAST_ACCOUNT = 15
# Day of birth, number of that day, check: 85.07.30-033.28.
_ELEVEN = r"[0-9](?<!\d\d)(?<!\d[./-]\d)(?=((?:[ ./-]{0,3}\d){10})(?!\d|[.-]\d))"
_NATIONAL = r"(\d\d)[. /-]{0,2}(\d\d)[. /-]{0,2}(\d\d)[ ./-]{0,3}(\d{3})[ ./-]{0,3}(\d\d)"
_NATIONAL_SHAPE = r"\d\d\.\d\d\.\d\d ?- ?\d{3}\.\d\d"
_NATIONAL_BEFORE = (
    r"(?i)\b(?:rijksreg\w*|nationaal nummer|insz\w*|niss|national (?:register )?number|rrn?)"
    r"(?:[ -]?n(?:umme)?r\b)?[\s.:=(*_]{0,6}(?:is )?\Z"
)
HIDDEN = "[…]"
"""What stands in the place of an address or a number."""


def contacts(text: str) -> Iterator[tuple[int, int]]:
    """Where what betrays people begins and ends in a text, in order: addresses, telephone, account and national numbers.

    Helplines and companies are none.
    """
    read = seen(text)
    for first, end in _merged(read.text):
        yield read.at(first, end)


def _merged(text: str) -> Iterator[tuple[int, int]]:
    """The same for a text as it is seen."""
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
    """Where the e-mail addresses stand in a text of plain signs, ``naam (at) voorbeeld punt be`` too."""
    end = 0
    for start, stop, domain in sorted(_middles(text), key=lambda one: one[:2]):
        local = re.search(_LOCAL, text[max(0, start - 64) : start]) if start >= end else None
        rest = re.compile(domain).match(text, stop) if local is not None else None
        if local is not None and rest is not None:
            end = rest.end()
            yield start - len(local[0]), end


def _middles(text: str) -> Iterator[tuple[int, int, str]]:
    """Where a sign that may be the middle of an address begins, with a blank before it, and ends; what has to follow."""
    low, signs = text.lower(), re.search(r"[(\[{<] ?[aA@]", text)
    at, dot = "@" in text or "%40" in text, " punt " in low or " dot " in low
    wanted = (signs, at, signs, "penstaart" in low, dot, "_at_" in text or " at " in text)
    for (middle, domain), is_wanted in zip(_MIDDLES, wanted, strict=True):
        for sign in re.finditer(middle, text) if is_wanted else ():
            start, stop = sign.span()
            if sign[0] == "at " and domain is _HOST and not _is_name(text[max(0, start - 100) : start - 1]):
                continue
            is_apart = start > 0 and text[start - 1] == " "
            behind = text.startswith(" ", stop)
            is_loose = sign[0] == "@" and (is_apart or behind)
            yield start - is_apart, stop, f"{_APART[behind]}|{' ' * behind}{_SPELLED_DOMAIN}" if is_loose else domain


def _is_name(before: str) -> bool:
    """True when the last word is like the name of a mailbox, or when what stands before it says so."""
    return re.search(_NAME_LIKE, before) is not None or re.search(_IS_MAIL, before) is not None


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
    """Where Belgian national numbers stand in a text of plain signs.

    Their check digits are right, or their shape is that of no other number, or the text says what they are.
    """
    end = 0
    for number in re.finditer(_ELEVEN, text):
        start, last = number.start(), number.end(1)
        if start >= end and (_is_shaped(text[start:last]) or _is_said(text, start)):
            end = last
            yield start, last


def same_contact(text: str) -> str:
    """The form in which two ways to write an address or a number are the same."""
    text = seen(text).text.strip().casefold()
    text = re.sub(rf" ?(?:{_AT}|{_A}) ?| ?@ ?| (?:apenstaart(?:je)?|at|bij) (?=\w)|_at_", "@", text).replace("%40", "@")
    if "@" in text:
        return re.sub(_DOT, ".", text.removeprefix("mailto:").replace('"', ""))
    if re.match(r"[a-z]{2}\d\d", text):
        return re.sub(r"[^a-z0-9]", "", text)
    digits = re.sub(r"\D", "", text.replace("(0)", ""))
    return re.sub(r"\A(?:0032|32(?=\d{8,9}\Z))", "0", digits)


def _is_account(text: str) -> bool:
    """True for an IBAN whose check digits are right."""
    plain = re.sub(r"[^A-Z0-9]", "", text.upper())
    return (
        _LEAST_ACCOUNT <= len(plain) <= 34
        and int("".join(str(int(one, 36)) for one in plain[4:] + plain[:4])) % 97 == 1
    )


def _is_shaped(number: str) -> bool:
    parts = re.fullmatch(_NATIONAL, number)
    if parts is None:
        return False
    year, month, day, order, check = parts.groups()
    # 20 and 40 are added to the month in numbers for people who are not in the register.
    if int(month) % 20 > 12 or int(month) > 52 or int(day) > 31:
        return False
    first = year + month + day + order
    if int(check) in (97 - int(first) % 97, 97 - int(f"2{first}") % 97):
        return True
    # No other number is written so; somebody mistyped a digit.
    return int(month) % 20 > 0 and int(day) > 0 and re.fullmatch(_NATIONAL_SHAPE, number) is not None


def _is_said(text: str, start: int) -> bool:
    """True when the words before it say that it is one."""
    return re.compile(_NATIONAL_BEFORE).search(text, max(0, start - 60), start) is not None


def known_contacts(texts: Iterable[str]) -> frozenset[str]:
    """Every address and number of some texts in one form; a text may be one itself."""
    found: set[str] = set()
    for text in texts:
        found.update((same_contact(text), *(same_contact(text[first:last]) for first, last in contacts(text))))
    return frozenset(found)
