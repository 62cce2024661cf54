"""Numbers that are written as words, in figures: *vier cafés* is *4 cafés*, *een twintigtal* is *ongeveer 20*."""

from __future__ import annotations

import re

_ONES = {word: at for at, word in enumerate("een twee drie vier vijf zes zeven acht negen".split(), 1)}
_TEENS = {
    word: at
    for at, word in enumerate(
        "tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien".split(), 10
    )
}
_TENS = {
    word: at * 10
    for at, word in enumerate("twintig dertig veertig vijftig zestig zeventig tachtig negentig".split(), 2)
}
# *Ten* is a small word of Dutch, and *one* says less than a number.
_ENGLISH = {
    word: at
    for words, first, step in (
        ("two three four five six seven eight nine", 2, 1),
        ("eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 11, 1),
        ("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10),
    )
    for at, word in zip(range(first, 1000, step), words.split(), strict=False)
}


def _any(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_SMALL = rf"(?:(?:{_any(_ONES)})(?:en|ën)(?:{_any(_TENS)})|{_any(_TEENS)}|{_any(_TENS)}|{_any(_ONES)})"
_HUNDREDS = rf"(?:(?:{_any(_ONES)}|{_any(_TEENS)})?honderd(?:(?:en)?{_SMALL})?|{_SMALL})"
_WHOLE = re.compile(rf"(?:(?P<thousands>{_HUNDREDS})?\s?(?P<of>duizend)\s?)?(?P<rest>{_HUNDREDS})?")
_PARTS = re.compile(
    rf"(?:(?P<many>{_any(_ONES)}|{_any(_TEENS)})?(?P<hundred>honderd)(?:en(?={_SMALL}))?)?(?P<small>{_SMALL})?"
)
_LEAST = r"(?:minstens|minimaal|minimum|ten minste|tenminste|meer dan|at least|more than)"
# Words that are verbs too count something only before a plural: *acht sessies*, and not *acht slaan op*.
_VERBS = r"(?!(?:vier|acht|zeven)\s+(?!(?:(?!de\s|die\s|deze\s)\w+e\s+)?(?!samen\b|tussen\b|buiten\b|binnen\b|boven\b)(?:\w+(?:[^\Wa]en|s)|keer|maal)\b))"
_NUMBER = re.compile(
    rf"(?i)(?<![\w’'-]){_VERBS}(?:(?:een\s+)?(?P<about>{_any(_TEENS)}|{_any(_TENS)}|honderd|duizend|(?P<dozen>dozijn))(?(dozen)|tal)"
    rf"|(?P<dutch>(?:(?:{_HUNDREDS})?\s?duizend\s?)?(?:{_HUNDREDS})?(?<=\w)(?<!\seen)(?<!\Aeen))"
    rf"|(?P<english>{_any(_ENGLISH)})|(?<=at least )(?P<ten>ten))(?=\s)"
)
_ONE = re.compile(rf"(?i)(?<!\w)({_LEAST}\s+)(?:[eé][eé]n|one)(?=\s)")
_FIRST = re.compile(r"(?i)\A(?:één|éen|eén)(?=\s)")


def in_figures(text: str) -> str:
    """The text with figures for the numbers in words that stand before another word; *een* is one at its head, or behind *minstens*."""
    text = _FIRST.sub("1", _ONE.sub(r"\g<1>1", text))
    return _NUMBER.sub(_figures, text)


def _figures(match: re.Match[str]) -> str:
    if match["about"]:
        return f"ongeveer {12 if match['dozen'] else _value(match['about'].lower())}"
    if match["ten"]:
        return "10"
    word = (match["english"] or match["dutch"]).lower()
    return str(_ENGLISH[word] if match["english"] else _value(word))


def _value(word: str) -> int:
    """What a number of Dutch stands for."""
    whole = _WHOLE.fullmatch(word)
    if whole is None:
        return 0
    thousands = (_hundreds(whole["thousands"]) if whole["thousands"] else 1) * 1000 if whole["of"] else 0
    return thousands + (_hundreds(whole["rest"]) if whole["rest"] else 0)


def _hundreds(word: str) -> int:
    match = _PARTS.fullmatch(word)
    if match is None:
        return 0
    many = {**_ONES, **_TEENS}.get(match["many"] or "", 1)
    return (many * 100 if match["hundred"] else 0) + (_small(match["small"]) if match["small"] else 0)


def _small(word: str) -> int:
    known = {**_ONES, **_TEENS, **_TENS}
    if word in known:
        return known[word]
    match = re.fullmatch(rf"({_any(_ONES)})(?:en|ën)({_any(_TENS)})", word)
    return _ONES[match[1]] + _TENS[match[2]] if match is not None else 0
