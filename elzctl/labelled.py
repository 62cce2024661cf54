"""Texts before or above which stands that they are not for everybody: a word hides nothing.

What a sign looks like counts, and not which one it is: ``INTERN :`` and its full-width form are the same word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from elzctl.record import NamedTuple

WORDS = ("intern", "internal")
COLON = ":;∶：﹕"
WIDEST = 200
"""So far before a word its line may begin."""
# What people write before or above a text that is not for everybody; each part of the pattern is short.
HIDES_NOTHING = tuple(
    "intern vertrouwelijk confidenti publiceren publicatie openbaar bekendmaken verspreid publish publication distribut".split()
)
_POINTS = ":∶：﹕"
_STRESS, _LABELS = "[*_]{0,3}", r"intern(?:al)?|vertrouwelijk|confidentieel|confidential"
_ONLY = r"(?:(?:enkel|alleen|uitsluitend|louter|strikt|zeer|only|strictly|highly)[ \t]{1,9}){1,2}"
_PHRASES = (
    rf"(?:{_ONLY})?(?:voor|for)[ \t]{{1,9}}intern(?:al)?[ \t]{{1,9}}(?:gebruik|use(?:[ \t]{{1,9}}only)?)"
    rf"|{_ONLY}(?:{_LABELS})|internal[ \t]{{1,9}}only"
    r"|niet[ \t]{1,9}(?:publiceren|bekendmaken|verspreiden|openbaar(?:[ \t]{1,9}maken)?)"
    r"|niet[ \t]{1,9}(?:bestemd[ \t]{1,9})?voor[ \t]{1,9}(?:publicatie|verspreiding)"
    r"|not[ \t]{1,9}for[ \t]{1,9}(?:publication|distribution)|do[ \t]{1,9}not[ \t]{1,9}(?:publish|distribute)"
)
_MARKER = rf"(?i)(?<![^\W_])(?P<word>(?P<phrase>{_PHRASES})|{_LABELS})(?![^\W_])"
# Before it nothing but signs, numbers of lists and boxes; and none of those that make something else of it.
_NUMBER, _NO_LABEL = r"\d{1,3}[.)](?=[ \t])|\[[ xX]\](?=[ \t])", r"[^\W_]|[:;`~<@=\]]|/{3}|\[\[|!\[|[#/.\\]$"
_OPENS = r"(?P<opens>[\[({]?)(?P<alert>!?)[*_]{0,3}$"
_GOES_ON = (
    rf"{_STRESS}(?P<ends>[\])}}]?){_STRESS}[ \t]{{0,9}}(?P<colon>[{_POINTS}]|[–—-](?=[ \t]))?{_STRESS}(?P<rest>[^\n]*)"
)
_BRACKETS = ("[]", "()", "{}")
_LINKED = r"\s*(?:[(\[<]|https?:|[./#])"
_OTHER = rf"(?im)^[ \t>]{{0,40}}(?:[-*+][ \t]{{1,9}})?{_STRESS}[\[(]?extern(?:al)?\b[\])]?{_STRESS}[ \t]?[{_POINTS}–—-]"


class Near(NamedTuple):
    """What looks like the beginning of a part: where it stands, its word, and what should stand there, if that is certain."""

    start: int
    end: int
    word: str
    better: str
    is_certain: bool = True
    is_above: bool = False
    """Stands alone, above what it is said of."""


class _Label(NamedTuple):
    """A word at the beginning of a line, or of a cell, that says that what follows is not for everybody.

    *before* are the signs before it, *opens* and *ends* the brackets around it, *colon* what stands between it and the *rest*.
    """

    start: int
    end: int
    word: str
    is_phrase: bool
    before: str
    opens: str
    ends: str
    colon: str
    rest: str
    is_cell: bool


def levelled(text: str) -> tuple[str, Callable[[int], int]]:
    """The text with signs that look like others as these are, blanks alike, and without what is not seen.

    The function says where in the text as it was typed a place is.
    """
    if text.isascii() and "&" not in text:
        return text, int
    odd = {sign: plain for sign in set(text) if sign > "~" and (plain := _plain(sign)) != sign}
    if not odd and "&" not in text:
        return text, int
    pieces: list[str] = []
    places: list[int] = []
    end = 0
    for found in re.finditer(rf"&(?:#\w{{1,8}}|\w{{2,8}});|[{re.escape(''.join(odd)) or '&&'}]", text):
        if found[0][0] == "&":
            from html import unescape  # few texts have it

            sign = unescape(found[0])
            sign = _plain(sign) if len(sign) == 1 else found[0]
            # Other signs are written so where they are to have no meaning: import does that.
            sign = sign if sign in ("", " ") else found[0]
        else:
            sign = odd[found[0]]
        pieces += (text[end : found.start()], sign)
        places += (*range(end, found.start()), *[found.start()] * len(sign))
        end = found.end()
    pieces.append(text[end:])
    places += range(end, len(text) + 1)
    return "".join(pieces), places.__getitem__


@cache
def _plain(sign: str) -> str:
    """A sign as it looks: the one of which it is a form, a blank, an end of line, or nothing when it is not seen."""
    if sign in "\x85\u2028\u2029":
        return "\n"
    if sign <= "~":
        return sign
    import unicodedata

    kind = unicodedata.category(sign)
    if kind in ("Cf", "Cc") or "\ufe00" <= sign <= "\ufe0f":
        return ""
    found = unicodedata.normalize("NFKC", " " if kind == "Zs" else sign)
    return found if len(found) == 1 else sign


def is_labelled(line: str) -> bool:
    """True for a line with a text, behind the word that it is not for everybody; or with that word and a colon alone."""
    found = next(_labels(levelled(line)[0], lambda _: True), None)
    return found is not None and bool(found.rest or not found.opens)


def lines_with(words: tuple[str, ...], text: str) -> list[tuple[int, int]]:
    """Where the lines with one of these words begin and end, in order."""
    low = text.lower()
    if len(low) != len(text):
        return [(0, len(text))]
    found: set[tuple[int, int]] = set()
    for sign in words:
        place = low.find(sign)
        while place >= 0:
            end = low.find("\n", place)
            end = end if end >= 0 else len(low)
            found.add((low.rfind("\n", 0, place) + 1, end))
            place = low.find(sign, end)
    return sorted(found)


def _labels(text: str, is_public: Callable[[int], bool]) -> Iterator[_Label]:
    """What may say, at the beginning of a line or of a cell, that a text is not for everybody."""
    marker, goes_on = re.compile(_MARKER), re.compile(_GOES_ON)
    for match in (match for lines in lines_with(HIDES_NOTHING, text) for match in marker.finditer(text, *lines)):
        low = max(0, match.start() - WIDEST)
        first = text.rfind("\n", low, match.start()) + 1 or low
        if first and text[first - 1] != "\n":
            continue
        _, cell, before = text[first : match.start()].rpartition("|")
        if re.search(_NO_LABEL, re.sub(_NUMBER, "", before)) or not is_public(match.start()):
            continue
        after, opening = goes_on.match(text, match.end()), re.search(_OPENS, before)
        if after is None or opening is None:
            continue
        is_open = not opening["opens"] or bool(after["ends"])
        yield _Label(
            match.start() - (len(before) - len(before.rstrip("*_[({!")) if is_open else 0),
            after.start("rest"),
            match["word"],
            match["phrase"] is not None,
            before,
            opening["opens"] if is_open else "",
            after["ends"],
            after["colon"] or "",
            (after["rest"].partition("|")[0] if cell else after["rest"]).strip(),
            bool(cell),
        )


def labelled(text: str, is_public: Callable[[int], bool]) -> Iterator[Near]:
    """Lines outside internal parts before or above whose text stands that it is not for everybody."""
    is_contrast = is_outward = False
    for number, one in enumerate(_labels(text, is_public)):
        if not number:
            is_contrast = re.search(_OTHER, text) is not None
            is_outward = re.search(r"(?i)\bextern", text) is not None
        is_ours = one.is_phrase or one.word.lower() not in WORDS
        is_bracketed = f"{one.opens}{one.ends}" in _BRACKETS
        if (is_contrast and not is_ours) or bool(one.opens or one.ends) != is_bracketed or one.rest[:1] in tuple(COLON):
            continue
        near = Near(one.start, one.start + len(text[one.start : one.end].rstrip()), one.word, "")
        if _is_certain(one, near, text):
            yield near._replace(is_certain=not one.is_cell)
        elif _is_likely(one, is_outward=is_outward and not is_ours):
            yield near._replace(is_certain=False)
        elif _is_above(one, near, text) and (is_ours or not is_outward):
            yield near._replace(is_certain=False, is_above=True)


def _is_certain(one: _Label, near: Near, text: str) -> bool:
    """True for a word that can have no other meaning: in brackets before a text, or in capitals with a colon."""
    if one.is_phrase or (one.is_cell and not one.rest):
        return False
    if not one.opens:
        return one.word.isupper() and bool(one.colon) and not re.match(r"(?i)extern", one.rest)
    has_points = one.colon in tuple(_POINTS)
    is_said = one.word.isupper() or one.opens != "(" or has_points or not one.rest[:1].islower()
    is_link = one.opens == "[" and re.match(_LINKED, text[near.end :]) is not None
    return bool(one.rest) and is_said and not is_link and "[!" not in one.before


def _is_likely(one: _Label, *, is_outward: bool) -> bool:
    """True for a word that may be no more than the subject of the text behind it."""
    if not one.rest or is_outward:
        return False
    if one.is_phrase:
        return bool(one.colon or one.opens)
    is_shouted = one.word.isupper() and one.word.lower() not in WORDS and not one.opens
    return (not one.opens and one.colon in tuple(_POINTS)) or is_shouted


def _is_above(one: _Label, near: Near, text: str) -> bool:
    """True for a heading that says no more than this, and for a line of that word in bold or capitals."""
    if one.is_cell or one.colon or re.search(r"[^\W_]", one.rest):
        return False
    is_bold = re.match(r"[*_]{2}", text[near.start : near.end]) is not None
    return one.is_phrase or one.word.isupper() or "#" in one.before or "[!" in one.before or is_bold
