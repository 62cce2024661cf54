"""What betrays people in a text: e-mail addresses, telephone numbers, and the marks in an address that follow its reader."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

MAIL = r"(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]+(?:\.[\w-]+)+"
# Zone numbers have 8 digits after the 0 or +32, mobile numbers 9.
PHONE = r"(?<![\w/.+-])(?:(?:\+|00)[ ]?32[ ./-]?(?:\(0\)[ ]?)?|\(0|0)[1-9]\d{0,2}\)?(?:[ ./-]{0,3}\d{2,3}){2,4}(?![\w/-]|\.\d)"
URL = r"(?i)https?://(?:[^\s<>()\[\]\"'`|\0]|\([^\s<>()\0]*\))+"

HIDDEN = "[…]"
"""What stands in the place of an address or a number."""

TRACKERS = frozenset(
    """fbclid gclid dclid gbraid wbraid msclkid yclid twclid ttclid igshid igsh mc_eid mc_cid _hsenc _hsmi mkt_tok vero_id
    oly_enc_id oly_anon_id li_fat_id""".split()
)
"""Parameters of an address that name the reader or the mailing; so do all that begin with ``utm_``."""

# Helplines and numbers of services are there to be published.
_SERVICES = ("800", "78", "70", "90")
_COMPANY = r"[01]\d{3}\.\d{3}\.\d{3}"
_COMPANY_BEFORE = (
    r"(?i)(?:\b(?:BE|KBO|BTW|CBE|VAT|RPR)|ondernemingsnummer|company number)(?:-?n(?:umme)?r\.?)?[\s:.]*\Z"
)
# Signs that look like those of an address or a number, one for one: every place stays where it is.
_LOOKALIKES = str.maketrans("＠﹫\xa0\u2007\u2009\u202f\u2010\u2011\u2012–．", "@@    ----.")


def contacts(text: str) -> Iterator[tuple[int, int]]:
    """Where the e-mail addresses and telephone numbers of a text begin and end, in order; helplines are none."""
    text = text.translate(_LOOKALIKES)
    found = [mail.span() for mail in re.finditer(MAIL, text)] if "@" in text else []
    if any(map(str.isdigit, text)):
        found += [phone.span() for phone in re.finditer(PHONE, text) if is_phone(text, phone)]
    end = 0
    for first, last in sorted(found):
        if first >= end:
            yield first, last
            end = last


def same_contact(text: str) -> str:
    """The form in which two ways to write an address or a number are the same."""
    text = text.translate(_LOOKALIKES).strip().casefold()
    if "@" in text:
        return text.removeprefix("mailto:")
    digits = re.sub(r"\D", "", text.replace("(0)", ""))
    return re.sub(r"\A(?:0032|32(?=\d{8,9}\Z))", "0", digits)


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


def without_trackers(address: str) -> tuple[str, tuple[str, ...]]:
    """The address without the parameters that track, and the names of those; the rest stays as it is."""
    rest, hash_sign, fragment = address.partition("#")
    page, question, query = rest.partition("?")
    joint = "&amp;" if "&amp;" in query else "&"
    pairs = query.split(joint)
    marks = [pair for pair in pairs if _is_tracker(pair)]
    kept = joint.join(pair for pair in pairs if pair not in marks)
    names = tuple(dict.fromkeys(pair.partition("=")[0] for pair in marks))
    return page + (question + kept if kept else "") + hash_sign + fragment, names


def _is_tracker(pair: str) -> bool:
    from urllib.parse import unquote

    name = unquote(pair.partition("=")[0]).lower()
    return name in TRACKERS or name.startswith("utm_")
