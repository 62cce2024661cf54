"""What counts as the same word when somebody searches: accents, capitals, plurals and usual endings are put aside.

It need not be right as grammar, but the same on both sides: the index is made by this module, and what a reader types is
read by ``search.js`` with the same :data:`RULES`, which go with the index.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from elzctl.record import NamedTuple
from elzctl.typed import beyond_ascii

RULES: tuple[tuple[str, str], ...] = (
    ("'s$", ""),  # foto's
    ("'", ""),
    ("^steden$", "stad"),
    ("^leden$", "lid"),
    ("kinderen$", "kind"),
    ("heden$", "heid"),  # mogelijkheden
    ("(centr|for|spectr|curricul|referend|memorand)a$", "$1um"),  # woonzorgcentra; not agenda, data
    ("(...e|..[^d]i|.[^e]di)a$", "$1um"),  # musea, criteria, stadia; not media
    ("^(.+[^aeiouy])etjes?$", "$1"),  # ringetje
    ("^(.+(?:[aeiouylw]|[aeiou][aeiou]n))tjes?$", "$1"),  # tafeltje, tuintje
    ("^(.+m)pjes?$", "$1"),  # boompje
    ("^(.{3,})jes?$", "$1"),  # groepje
    ("^(.{3,})en$", "$1"),  # organisaties en mensen
    ("z$", "s"),  # huizen, huis
    ("v$", "f"),  # brieven, brief
    ("^(.{2,}[^aeiouyjs])s$", "$1"),  # ouders
    ("^(.+[^aeiou]o)s$", "$1"),  # fotos, as many write it
    ("^(.{3,}[tdnhlgmursi]e)s$", "$1"),  # gemeentes, acties
    ("^(.{3,})e$", "$1"),  # gemeente, goede
    ("z$", "s"),
    ("v$", "f"),
    ("y$", "i"),  # city, cities
    ("([a-z])\\1", "$1"),  # bossen, school
)
"""What is replaced by what, one after the other, in a word without accents and capitals; as both languages read it."""

STOP = frozenset(
    (
        "aan al alle als bij dan dat de den der deze die dit door een en er het hoe hun ie in is je kan met na naar niet nog"
        " of om onder ons onze ook op over per samen te tegen tot uit van via voor waar wat we welke wie wij wordt worden"
        " zal ze zich zij zijn zo a an and are as at be by for from how it on or that the this to was what who will with"
    ).split()
)
"""Words that everything is full of: they are not looked for, unless nothing else is."""


class _Rule(NamedTuple):
    """One of :data:`RULES`: the place of the next one, and how every word ends that it is for; ``()`` when that is not known."""

    after: int
    pattern: re.Pattern[str]
    new: str
    endings: tuple[str, ...]


_DIGIT = re.compile(r"[0-9]")
_ENDING = re.compile(r"([a-z']*)([a-z'])(\?)?\$\Z")
_WORD = re.compile(r"[0-9]+(?:\.[0-9]+)+|[^\W_]+(?:'[^\W_]+)*")
# The same where there are no others than these letters, which is quicker.
_OTHER = re.compile(r"[^\W_\x00-\x7f]")
_ASCII_WORD = re.compile(r"[0-9]+(?:\.[0-9]+)+|[A-Za-z0-9]+(?:'[A-Za-z0-9]+)*")
# What is in no ASCII word becomes a blank.
_CUT = "".join(chr(sign) if chr(sign).isalnum() or chr(sign) in ".'" else " " for sign in range(128))


def folded(text: str) -> str:
    """*text* without accents and capitals."""
    text = text.replace("’", "'")
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        for one in beyond_ascii(text):
            if unicodedata.category(one).startswith("M"):
                text = text.replace(one, "")
    return text.lower()


def words(text: str) -> list[str]:
    """The words of a text, folded; a number such as 3.3.6 is one."""
    return _found(folded(text))


def _found(text: str) -> list[str]:
    return (_ASCII_WORD if text.isascii() or not _OTHER.search(text) else _WORD).findall(text)


@cache
def stem(word: str) -> str:
    """What a folded word has in common with its other forms."""
    if not word.isalpha() and _DIGIT.search(word):
        return word
    place = 0
    while True:
        for after, pattern, new, endings in _rules(word[-1:], place):
            if (not endings or word.endswith(endings)) and pattern.search(word):
                word, place = pattern.sub(new, word), after
                break  # it may have another last letter now
        else:
            return word


@cache
def _rules(letter: str, place: int) -> tuple[_Rule, ...]:
    """The rules from a *place* on that a word with this last letter can be for: most words have few, which are soon seen."""
    return tuple(
        rule for rule in _all_rules()[place:] if not rule.endings or letter in {one[-1:] for one in rule.endings}
    )


@cache
def _all_rules() -> tuple[_Rule, ...]:
    return tuple(
        _Rule(place, re.compile(pattern), new.replace("$", "\\"), _endings(pattern))
        for place, (pattern, new) in enumerate(RULES, 1)
    )


def _endings(pattern: str) -> tuple[str, ...]:
    """How a word ends that a pattern can match; ``()`` when that is not known."""
    found = _ENDING.search(pattern)
    return (found[1] + found[2], found[1])[: 1 + bool(found[3])] if found is not None else ()


def stems(text: str) -> frozenset[str]:
    """The stems of the words of a text that are looked for."""
    return frozenset(stem(word) for word in _different(text) if len(word) > 1 and word not in STOP)


def _different(text: str) -> set[str]:
    """The words of a text as :func:`words` gives them, each once."""
    text = folded(text)
    for one in beyond_ascii(text):
        if _OTHER.match(one):
            return set(_found(text))
        text = text.replace(one, " ")
    # Most words have blanks and usual signs around them: to cut at these takes a fifth of the time.
    pieces = set(text.translate(_CUT).split())
    odd = {piece for piece in pieces if not piece.isalnum()}
    return pieces - odd | set(_ASCII_WORD.findall(" ".join(odd)))
