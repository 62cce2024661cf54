"""Who signs below a list of actions, *De voorzitter,* and *Verslag: Voornaam Achternaam*: names and functions are nothing that is to be done."""

from __future__ import annotations

import re

from elzctl.intake import persons
from elzctl.intake.minutes.context import Context
from elzctl.intake.minutes.parts import Table, text_of
from elzctl.intake.minutes.words import label_kind
from elzctl.intake.trades import is_before
from elzctl.intake.veiled import FUNCTION
from elzctl.traces import mailboxes, phones, plain_signs

_BITS = re.compile(r"\s*(?:[,;:|/()\n]|\s[-–—]\s|\s(?:en|and)\s)\s*")
_FUNCTION = re.compile(rf"(?:(?:[Dd]e|[Hh]et|[Vv]oor de|[Nn]amens de|[Tt]he)\s)?(?:{FUNCTION})")
_SIGNS = re.compile(
    r"(?i)(?:voor (?:akkoord|verslag|(?:eensluidend )?(?:afschrift|uittreksel))|gelezen en goedgekeurd|gezien en goedgekeurd|handtekening(?:en)?|getekend|ondertekend|w\.?g|get"
    r"|(?:opgemaakt|gedaan|opgesteld|getekend) (?:te|in|door)\b[^,;:]*|(?:dit )?verslag (?:opgemaakt |opgesteld |nagelezen )?door|namens (?:het|de) [\w-]+|signed(?: by)?|approved(?: by)?|tel|gsm|e-?mail|mail|_+|\.{3,})"
)


def is_signature(text: str, context: Context) -> bool:
    """True for words that are all names, functions and words that a signature begins with."""
    bits = [bit.strip(" .") for bit in _BITS.split(text.strip(" .,;:"))]
    bits = [bit for bit in bits if bit]
    signs = [_signs(bit) for bit in bits]
    return bool(bits) and all(
        sign or _is_named(bit, context, beside=any(signs)) for bit, sign in zip(bits, signs, strict=True)
    )


def is_signed(table: Table, context: Context) -> bool:
    """True for a table that holds signatures alone."""
    texts = [text for row in table.rows for cell in row if (text := text_of(cell))]
    return bool(texts) and all(is_signature(text, context) for text in texts)


def _signs(bit: str) -> bool:
    """True for a function, and for words that stand before or under a name in a signature."""
    plain = plain_signs(bit)
    is_address = any(True for _ in mailboxes(plain)) or any(True for _ in phones(plain))
    is_role = _FUNCTION.fullmatch(bit) is not None or label_kind(bit) in ("chair", "scribe") or is_before(bit.lower())
    return is_address or is_role or _SIGNS.fullmatch(bit) is not None


def _is_named(bit: str, context: Context, *, beside: bool) -> bool:
    """True for somebody, or an organisation that is known; *beside* a function whatever looks like a name."""
    known = context.directory.actor(bit) is not None or context.directory.person(bit) is not None
    return known or persons.is_person(bit) or (beside and persons.may_be_person(bit))
