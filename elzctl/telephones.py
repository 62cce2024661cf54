"""Where the telephone numbers of people stand in a text, however these are written and whatever stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, islice

# Zone numbers have 8 digits after the 0 or +32, mobile numbers 9. Expressions are made when the first number is looked for.
_BELGIAN = r"32\)?[ ./-]{0,3}(?:\(?0\)?[ ./-]{0,2})?\(?(?=[1-9])|\(0\) ?(?=[1-9])"
_ZERO = r"0(?<!\d0)(?<!\d[./-]0)(?:(?=[1-9])|[ /-](?<!\d 0.)(?=4[5-9]\d(?!\d)))"
_BEGINS = rf"(?:\+ ?\(?|00(?<!\d00)(?<!\d[./-]00) ?\(?){_BELGIAN}|{_ZERO}"
# In a text with none of these a number begins with a zero, which is found in a tenth of the time.
_LONGER, _BRACKETS = r"32(?<=[+0( ]32)", "(0)"
_FOLLOWS = rf"[./-]?(?:(?:\+ ?\(?|00 ?\(?){_BELGIAN}|0(?=[1-9]))"
_FIRST_DIGITS, _DIGITS = r"([1-9]\d{0,8})(?!\d)\)?", r"[ ./-]{0,3}(\d{2,9})(?!\d)"
_LABEL = r"(?i)(?<![^\W_])(?:tel|gsm|fax|telefoon|nummer|nr|mobiel)\Z"
_WORD_AND_SLASH = r"(?:(?:\A|[\s(])[^\W\d_]*|[^\w/])/\Z"
# The last digits of more numbers: 053 21 22 23/24.
_ROW = r"(?:[/-][1-9]\d?)+(?![\d.:]|[^\W_]| \d)"
_ABROAD = r"(?:\+(?!32)[2-9]|00(?<![\d.,/-]00)(?=31|33|352|49|44)\d)\d?(?:[ ./-]{0,2}\(0\))?(?:(?:[ .]{0,2}|-(?!0))\d{1,9}){1,8}"
_LEAST_ABROAD, _MOST_BEHIND = 10, 4
# Without a sign before the number of the country only mobile ones: as many digits may be an amount.
_BARE = r"32(?<![\w+(/=#.,-]32)(?:4[5-9]\d{7}|([ ./-])4[5-9]\d[ ./-]?\d\d([ ./-]?)\d\d\2\d\d)(?![\w/-]|[.,]\d)"
_LOW_LINES = r"_(?<=\d_)_{0,2}(?=\d)"
_DAY = r"0[1-9]([./-])(?:0?[1-9]|1[0-2])\1(?:20)?\d\d(?!\d)"

# A mobile number that a link names, with the number of the country and often no sign before it.
_LINKED = (
    r"(?i)(?:\bwa\.me/|\bt\.me/(?=\+)|\bsignal\.me/#p/|[?&;](?:phone|tel|gsm|mobile|mobiel|telefoon)="
    r"|\b(?:sms|smsto|callto|skype|whatsapp|viber|facetime):/{0,2})(?P<number>(?:\+|00)?\d{8,15})(?![\d-])"
)
_LINKS = ("wa.me/", "t.me/+", "signal.me/", "=", "sms", "callto:", "skype:", "whatsapp:", "viber:", "facetime:")
# Notations that only a mobile number can have: 0471,11,22,33 or 0 4 7 1 1 1 2 2 3 3; and digits between brackets.
_ODD = (
    r"(?<![\d.,:/-])0(?:4[5-9]\d(?P<sign>[,:])\d\d(?:(?P=sign)\d\d){2}(?!(?P=sign)?\d)"
    r"|(?<!\d 0)(?: \d){9}(?<= 4 [5-9](?: \d){7})(?! ?\d)"
    r"|4[5-9]\d ?/? ?\((?:\d\d(?:[ .]?\d\d){2}|\d{3}[ .]\d{3})\)"
    r"|(?:[1-9]\d ?/? ?\(\d\d|[2349] ?/? ?\(\d{3})(?:[ .]?\d\d){2}\))"
)
_ODD_SIGNS = r"\(\d|0 \d \d|4[5-9]\d[,:]\d\d[,:]"


@cache
def _in_cells(sign: str) -> re.Pattern[str]:
    """A number of which some digits have a cell of their own, with *sign* between two cells: a mobile one, one of a zone."""
    then = rf"(?:{sign}|[ .])"
    pairs = rf"(?:(?:{then}\d\d){{3}}|{then}\d{{6}})"
    short = rf"{then}\d{{3}}(?:(?:{then}\d\d){{2}}|\d{{4}})"
    return re.compile(
        rf"(?<![\d.])(?<!\d,)(?:(?:04[5-9]\d|(?:\+|00)32{then}4[5-9]\d)(?:{pairs}|(?:{then}\d{{3}}){{2}})"
        rf"|(?:\+|00)32{then}(?:[1-9]\d{pairs}|[2349]{short})"
        rf"|(?:0(?:1[0-69]|5\d|6[013-57-9]|71|8[0-79]){pairs}|(?P<short>0[2349]{short}))(?!{sign}\d\d(?!\d))"
        r")(?![.,]\d|\d)"
    )


_CELLS = r"[\"\s]*[;,\t\n][\"\s]*"
_COLUMNS = r"[ \t]*\|[ \t]*"
_NEAR = 20  # signs between a number and the word before it

# Helplines and numbers of services are there to be published.
_SERVICES = ("800", "78", "70", "90")
_COMPANY = r"[01]\d{3}([. ]?)\d{3}\1\d{3}"
_ASKED = r"[?&;][\w.-]*=\Z"  # in the address of a page
_COMPANY_BEFORE = (
    r"(?i)(?:(?<![\w.@-])(?:BE|KBO|BTW|CBE|VAT|RPR)|ondernemingsnummer|company number)(?:-?n(?:umme)?r\.?)?[\s:.=]*\Z"
)


def phones(text: str) -> Iterator[tuple[int, int]]:
    """Where each number begins and ends in a text of plain signs; helplines and companies are none."""
    found = list(_plain(text))
    yield from found
    for start, end in chain(linked_numbers(text), _odd(text), _cut_up(_COLUMNS, text) if "|" in text else ()):
        if not any(first <= start and end <= last for first, last in found):
            yield start, end


def _plain(text: str) -> Iterator[tuple[int, int]]:
    """The numbers whose digits follow each other, with no more than blanks, dots, slashes and lines between them."""
    if "_" in text:
        text = re.sub(_LOW_LINES, lambda signs: "-" * len(signs[0]), text)
    is_plain = _BRACKETS not in text and re.search(_LONGER, text) is None
    place, begins = 0, re.compile(_ZERO if is_plain else _BEGINS)
    while (sign := begins.search(text, place)) is not None:
        place = sign.start() + 1
        if _may_begin(text, sign) and (number := _number(text, *sign.span())) is not None:
            # Digits of somebody's number may have been taken for that of a helpline: it is looked into.
            is_first = _is_of_somebody(text, *number)
            for one in islice(_row(text, number), None if is_first else _MOST_BEHIND):
                place = one[1] if is_first else place
                if _is_of_somebody(text, *one):
                    yield one
    for match in re.finditer(_BARE, text) if "32" in text else ():
        yield match.span()
    for match in re.finditer(_ABROAD, text) if "+" in text or "003" in text or "004" in text else ():
        is_long = sum(map(str.isdigit, match[0])) >= _LEAST_ABROAD
        if is_long and not text[max(0, match.start() - 1) : match.start()].isalnum():
            yield match.span()
            yield from (
                one for one in _row(text, match.span()) if one[0] > match.start() and _is_of_somebody(text, *one)
            )


def linked_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where the numbers begin and end that the addresses of links name: ``wa.me/32…``, ``sms:…``, ``?phone=…``."""
    if any(sign in text for sign in _LINKS):
        for match in re.finditer(_LINKED, text):
            if _is_of_somebody(text, *match.span("number")):
                yield match.span("number")


def numbers_in_cells(text: str) -> Iterator[tuple[int, int]]:
    """Where numbers begin and end that are cut into cells, each on a line or behind a sign of its own."""
    return _cut_up(_CELLS, text)


def _odd(text: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(_ODD, text) if re.search(_ODD_SIGNS, text) else ():
        if _is_of_somebody(text, *match.span()):
            yield match.span()


def _cut_up(sign: str, text: str) -> Iterator[tuple[int, int]]:
    for found in _in_cells(sign).finditer(text):
        # Of a month and what was counted in it no word says whose they are.
        before = text[max(0, found.start() - _NEAR) : found.start()].rstrip('"\t\n ;,|')
        if re.search(r"[;,\t\n|]", found[0]) and (found["short"] is None or before[-1:].isalpha()):
            yield found.span()


def _row(text: str, number: tuple[int, int] | None) -> Iterator[tuple[int, int]]:
    """The number, and those that follow with one sign between them."""
    while number is not None:
        yield number
        place = number[1]
        sign = re.compile(_FOLLOWS).match(text, place)
        number = _number(text, place + (text[place] in "./-"), sign.end()) if sign is not None else None


def _may_begin(text: str, sign: re.Match[str]) -> bool:
    """True when what stands before a number is no part of a longer one, of a word or of the address of a page."""
    before = text[max(0, sign.start() - 12) : sign.start()]
    if before[-1:] == "/":
        return re.search(_WORD_AND_SLASH, before) is not None
    if before[-1:] == "_":
        return not before[-2:-1].isalnum()
    if sign[0][0] == "+":
        return not before[-1:].isdigit()
    return not before[-1:].isalnum() or re.search(_LABEL, before) is not None


def _number(text: str, start: int, own: int) -> tuple[int, int] | None:
    """From where to where a number goes, of which the digits behind 0 or +32 begin at *own*."""
    end = _end(text, own)
    if end < 0 or re.compile(_DAY).match(text, start):
        return None
    behind = text[end : end + 2]
    if behind[:1].isalnum() or (behind[:1] == "." and behind[1:].isdigit()):
        return None
    if re.match(r"[ ./-]{1,3}[1-9]", text[end : end + 4]):
        # What was taken for its last digits may be the first ones of another number.
        end = max(end, *(_end(text, sign.end()) for sign in re.compile(_BEGINS).finditer(text, start + 1, end + 6)), -1)
        row = re.compile(_ROW).match(text, end)
        end = row.end() if row is not None else end
    if text[max(0, start - 1) : start] == "(" and text.count(")", start, end) > text.count("(", start, end):
        start -= 1
    return start, end


def _end(text: str, own: int) -> int:
    """Where as many digits end as a number has behind its 0; -1 when there never are as many."""
    most = 9 if text.startswith("4", own) else 8
    group, count, end = re.compile(_FIRST_DIGITS).match(text, own), 0, -1
    while group is not None and (count := count + len(group[1])) <= most:
        end = group.end(1) if count >= 8 else -1
        group = re.compile(_DIGITS).match(text, group.end())
    return end


def _is_of_somebody(text: str, start: int, end: int) -> bool:
    """False for the number of a helpline, and for that of a company."""
    number = text[start:end].lstrip("(")
    digits = re.sub(r"\D", "", number.replace("(0)", ""))
    own = digits.removeprefix("00").removeprefix("32").removeprefix("0")
    if own.startswith(_SERVICES):
        return False
    if not re.fullmatch(_COMPANY, number):
        return True
    before = text[max(0, start - 30) : start]
    is_checked = "." in number or re.search(_ASKED, before) is not None
    is_company = is_checked and 97 - int(digits[:8]) % 97 == int(digits[8:])
    return not is_company and not re.search(_COMPANY_BEFORE, before)
