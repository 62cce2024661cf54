"""Numbers as plans write them, made plain before a target is looked for: thousands, money, and where something goes from and to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elzctl.intake.plan.number_words import in_figures

# Three figures behind a dot or a blank are thousands here; a decimal has a comma.
_THOUSANDS = re.compile(r"(?<![\w.,/’'-])(?<!\d\s)[1-9]\d{0,2}(?:\.\d{3}|[ \u00a0\u202f]\d{3})+(?![\w/:-]|[.,]\d|\s\d)")
_THOUSANDS_OF_MONEY = re.compile(
    r"(?<=€)[1-9]\d{0,2}(?:[. \u00a0\u202f]\d{3})+(?!\d)|(?<![\w.,/-])[1-9]\d{0,2}(?:[. \u00a0\u202f]\d{3})+(?=,\d\d(?!\d))"
)
_COUNTED = re.compile(r"(?i)(?<!\w)(?:actie|actiefiche|fiche|OD|SD|fase|stap|sessie|punt|artikel|nr\.?|phase|step)\s\Z")
_NUMBER = r"\d+(?:,\d{1,2})?"
_MONEY = re.compile(
    rf"(?i)(?:€\s*|\b(?:EUR|euro)\s+)(?P<before>{_NUMBER})(?P<large_before>\s+miljoen)?(?![\w])"
    rf"|(?<![\w.,/-])(?P<behind>{_NUMBER})(?P<large_behind>\s+miljoen)?\s*(?:€|(?:EUR|euro)(?!\w))"
)
_AMOUNT = r"\d+(?:[.,]\d+)?(?:\s?%|\s+euro)?"
_RANGE = re.compile(
    rf"(?i)(?<![\w.,/])(?!(?:19|20)\d\d\b)(?:(?:tussen|between)\s+(?:de\s+)?{_AMOUNT}\s+(?:en|and)\s+(?:de\s+)?{_AMOUNT}"
    rf"|{_AMOUNT}\s*(?:…|\.{{3}}|[-–—]|\b(?:à|tot(?:\s+en\s+met)?|t/m|to)\b)\s*{_AMOUNT})"
)
_YEAR = r"(?!(?:19|20)\d\d\b)"
# What it is now stands before *naar*; before *tot* only where the sentence says that it rises or falls.
_START = re.compile(
    rf"(?i)\b(?:van|from)\s+(?:nu\s+)?{_YEAR}(?P<start>{_AMOUNT})(?:\s+(?!naar\b|to\b)[^\W\d]\w*){{0,3}}(?:\s*\(?(?:in\s+)?20\d\d\)?)?\s+(?:naar|to)\s+(?=(?:minstens\s+)?\d)"
    rf"|\b(?:stijg|daal|dal|groei|zak|verhoo?g|verminder|verlaag|toene?em|afne?em|evolue|zakt|increas|decreas|rises?|falls?|drops?)\w*\s+(?:\w+\s+)?(?:van|from)\s+{_YEAR}(?P<rising>{_AMOUNT})\s+tot\s+(?=\d)"
)


def plain_numbers(text: str) -> str:
    """The text with figures without signs between thousands and for numbers in words, and money as *12500 euro*."""
    text = _THOUSANDS.sub(_joined, _THOUSANDS_OF_MONEY.sub(_joined, in_figures(text)))
    return _MONEY.sub(_euro, text)


def no_targets(text: str) -> Iterator[tuple[int, int]]:
    """The places of numbers that are not aimed at: the ends of a range, and what something goes up or down from."""
    rises = [match.span("start" if match["start"] else "rising") for match in _START.finditer(text)]
    yield from rises
    for match in _RANGE.finditer(text):
        if not any(match.start() <= first < match.end() for first, _ in rises):
            yield match.span()


def as_typed(unit: str, text: str) -> str:
    """The unit of money as the text has it: € or EUR."""
    if unit != "euro" or re.search(r"(?i)euro", text):
        return unit
    return "€" if "€" in text else "EUR"


def _joined(match: re.Match[str]) -> str:
    """A number without the signs between its thousands; *fase 2 100 deelnemers* has two numbers."""
    return match[0] if _COUNTED.search(match.string[: match.start()]) else re.sub(r"\D", "", match[0])


def _euro(match: re.Match[str]) -> str:
    number = re.sub(r",00?\Z", "", match["before"] or match["behind"])
    if match["large_before"] or match["large_behind"]:
        whole, _, part = number.partition(",")
        number = f"{whole}{part:0<6}"
    return f"{number} euro"
