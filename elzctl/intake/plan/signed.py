"""The initials of people whom a plan names, where they sign or stand between brackets: *bijgewerkt op 2/10 (XQ)*, *opgemaakt door XQ*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from elzctl.intake import persons
from elzctl.intake.folded import folded

NEAR = 120
"""Characters before letters that may say what they are short for."""
MOST_INSIDE = 60
"""Characters between brackets."""
_BRACKETS = re.compile(r"[(\[](?P<inside>[^()\[\]]+)[)\]]")
_LETTERS = re.compile(r"(?<![\w.&+-])[A-Z]{2,4}(?![\w&+-]|\s?\d|\.[A-Z])")
_SIGNED = re.compile(
    r"(?:(?i:\b(?:door|by|verslag|verslaggever|redactie|auteurs?|opmaak|opgemaakt|nagelezen|aangevuld|bijgewerkt|contact|trekker|actie|wie))(?::\s*|\s+)|\d\s*[–—-]\s+|\d\s*,\s+)(?P<letters>[A-Z]{2,4}(?:\s*[/+&,]\s*[A-Z]{2,4})*)(?=\s*(?:[.,;)]|\Z))"
)
_BEHIND_DAY = re.compile(r"\b(?:\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|(?:19|20)\d\d)\s*[(\[](?P<letters>[A-Z]{2})[)\]]")
# What stands before the letters of a thing.
_THING = re.compile(
    r"(?i:\b(?:de|het|een|dit|deze|die|dat|onze|ons|hun|van|bij|via|met|the|an?|our|at|norm|project|vzw|team))\s+\Z"
)


def signing(text: str, letters: Mapping[str, str], others: frozenset[str]) -> Iterator[persons.Name]:
    """Where such *letters* stand, each with the name for which they are; *others* are those of another thing."""
    for first, last in _places(text):
        short = text[first:last]
        name = letters.get(short)
        if name is not None and short not in others:
            yield persons.Name(first, last, name)


def of_things(texts: Iterable[str], letters: Mapping[str, str]) -> frozenset[str]:
    """The letters that are known everywhere, or for which the document gives, or uses, another meaning than a name.

    Two letters that are known may be somebody's right behind a day: *bijgewerkt op 2/10/2026 (TV)*.
    """
    texts = tuple(texts)
    signs = {match["letters"] for text in texts for match in _BEHIND_DAY.finditer(text)}
    found = {short for short in letters if persons.is_known_short(short) and short not in signs}
    for text in texts:
        spots = set(_places(text))
        for match in re.finditer(r"(?<![\w.&])[A-Z]{2,4}(?![\w&])", text):
            short = match[0]
            if short not in letters or short in found:
                continue
            before = text[max(0, match.start() - NEAR) : match.start()]
            behind = text[match.end() : match.end() + 1]
            is_used = persons.is_known_short(short) or _THING.search(before) is not None or behind in ("-", "/")
            if (is_used and match.span() not in spots) or _is_spelled(short, before, letters[short]):
                found.add(short)
    return frozenset(found)


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Where letters stand that may sign."""
    stretches = [one.span("inside") for one in _BRACKETS.finditer(text) if len(one["inside"]) <= MOST_INSIDE]
    stretches += [one.span("letters") for one in _SIGNED.finditer(text)]
    for start, end in stretches:
        yield from (match.span() for match in _LETTERS.finditer(text, start, end))


def _is_spelled(short: str, before: str, name: str) -> bool:
    """True when the words before the brackets begin with these letters, or one word has them in order: *televisie (TV)*."""
    words = re.findall(r"[^\W\d_]+", folded(before))
    if not before.rstrip().endswith(("(", "[")) or folded(before).rstrip(" ([").endswith(folded(name)):
        return False
    first = "".join(word[0] for word in words[-len(short) :]).upper()
    last = words[-1].upper() if words else ""
    in_order = re.match(".*?".join(short), last) is not None
    return first == short or in_order
