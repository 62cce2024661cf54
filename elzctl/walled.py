"""Internal parts that do not begin or end as somebody meant: what is confidential would be published, or hidden for good."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import islice

from elzctl.faults import minutes as faults
from elzctl.faults import texts
from elzctl.finding import Finding
from elzctl.internal import Wall, walls
from elzctl.record import NamedTuple
from elzctl.sections import comments, without_comments
from elzctl.source import Patch, Prose, Span

_WORDS = ("intern", "internal")
_WORD = r"(?i)(?<![^\W_])intern(?:al)?\b"
# What stands before the word in a line, without blanks, quotation and list marks, and how it may go on.
_MARKS = r"[\s>]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)*"
_BLANKS = r"[\s*_\u200b-\u200f\u2060\ufeff]+"
_COLON = ":;∶：﹕"
_COLONS = rf"[{_COLON}.,{{]{{2,}}|/{{3,}}|[`~]{{3,}}"
_ALONE = rf"[{_COLON}/\\=!.,~`–—-]{{2,}}|[{_COLON}/\\=~]|[\[({{<]+\.?"
_MOST = 100
_WIDEST = 200
# In mid-line: three colons, or two at its end.
_IN_LINE = r"(?i)(?<![\s:])[ \t]*(?P<sign>:{3,}[ \t]*\{?\.?(?P<word>intern(?:al)?)\b\}?|::[ \t]*(?P<last>intern(?:al)?)[ \t]*$)"
_CODE = r"`[^`\n]+`"
# The word before its colons: three at the end of a line, or two with a blank before them.
# What people write before a text that is not for everybody, at the beginning of a line; each part of the pattern is short.
_HIDES_NOTHING = ("ntern", "NTERN", "ertrouwelijk", "ERTROUWELIJK", "onfidenti", "ONFIDENTI")
_POINTS = ":∶：﹕"
_STRESS, _LABELS = "[*_]{0,3}", r"intern(?:al)?|vertrouwelijk|confidentieel|confidential"
_LABEL = (
    r"(?im)^[ \t>\xa0]{0,40}(?:(?:[-*+]|\d{1,3}[.)])[ \t]{1,9}){0,9}(?:#{1,6}[ \t]{1,9})?(?:\[[ x]\][ \t]{1,9})?"
    rf"(?P<label>{_STRESS}(?P<opens>[\[({{]?){_STRESS}(?P<word>{_LABELS})(?![^\W_]){_STRESS}(?P<ends>[\])}}]?){_STRESS}"
    rf"[ \t]{{0,9}}(?P<colon>[{_POINTS}]|[–—-](?=[ \t]))?{_STRESS})(?P<rest>[^\n]*)$"
)
_BRACKETS = ("[]", "()", "{}")
_LINKED = r"\s*(?:[(\[<]|https?:|[./#])"
_OTHER = rf"(?im)^[ \t>]{{0,40}}(?:[-*+][ \t]{{1,9}})?{_STRESS}[\[(]?extern(?:al)?\b[\])]?{_STRESS}[ \t]?[{_POINTS}–—-]"
_BEHIND = rf"(?:{_BLANKS})?(?:[{_COLON}]{{3,}}|(?<=\s)[{_COLON}]{{2}})(?:{_BLANKS})?"


class _Near(NamedTuple):
    """What looks like the beginning of a part: where it stands, its word, and what should stand there, if that is certain."""

    start: int
    end: int
    word: str
    better: str
    is_certain: bool = True


def wall_faults(prose: Prose) -> Iterator[Finding]:
    """What is wrong with the internal parts of a text: of a fiche, a chapter or minutes."""
    whole = prose.text
    if not (":::" in whole or any(sign in whole for sign in _HIDES_NOTHING)):
        return
    text = without_comments(whole)
    there = list(walls(text))
    near = [
        *islice(_in_comments(whole), _MOST),
        *islice(_near(text, there), _MOST),
        *islice(_labelled(text, there), _MOST),
    ]
    yield from _of_walls(prose, there, near)
    newline = "\r\n" if "\r\n" in whole else "\n"
    for one in near:
        after = next((wall for wall in there if wall.start >= one.end), None)
        # Where the next line with colons ends a part, that is the one.
        certain = one.better and after is not None and not after.word
        at = prose.at(one.start, one.end)
        fix = (Patch(at.path, at.start, at.end, one.better.replace("\n", newline)),) if certain else ()
        word = one.word.lower() if one.word.lower() in _WORDS else _WORDS[0]
        yield (
            texts.almost_internal(at, word, fix)
            if one.is_certain
            else texts.labelled_internal(at, text[one.start : one.end])
        )


def is_labelled(line: str) -> bool:
    """True for a line with a text, behind the word that it is not for everybody; or with that word and a colon alone."""
    found = re.match(_LABEL, line)
    return found is not None and bool(found["rest"].strip() or not found["opens"])


def _of_walls(prose: Prose, there: list[Wall], near: list[_Near]) -> Iterator[Finding]:
    """Parts without an end or a beginning, and those with a word of their own, which are internal as well."""
    opened: Wall | None = None
    before = 0
    for wall in there:
        if wall.word:
            if opened is not None:
                yield faults.open_internal(prose.at(opened.start, opened.end))
            elif wall.word.lower() not in _WORDS:
                yield _other_word(prose.at(wall.start, wall.end))
            opened = wall
        elif opened is not None:
            opened = None
        elif not any(before <= one.start < wall.start for one in near):
            yield texts.unopened_internal(prose.at(wall.start, wall.end))
        before = wall.end
    if opened is not None:
        yield faults.open_internal(prose.at(opened.start, opened.end))


def _other_word(at: Span) -> Finding:
    better = "::: intern"
    return faults.almost_a_mark(at, better, Patch(at.path, at.start, at.end, better))


def _in_comments(text: str) -> Iterator[_Near]:
    """A line in a comment that begins a part which does not end there."""
    if ":::" not in text:
        return
    for comment in comments(text):
        *_, last = (None, *walls(comment[0].removesuffix("-->")))
        if last is not None and last.word:
            word = last.word.lower()
            only = re.fullmatch(r"<!--\s*:{3,}\s*intern(?:al)?\s*-->", comment[0], re.IGNORECASE) is not None
            word = word if word in _WORDS else "intern"
            start, end = comment.span() if only else (comment.start() + last.start, comment.start() + last.end)
            yield _Near(start, end, word, f"::: {word}" if only else "")


def _near(text: str, there: list[Wall]) -> Iterator[_Near]:
    """Lines outside internal parts that look like the beginning of one."""
    is_public = _public(there)
    for match in re.finditer(_WORD, text):
        low, high = max(0, match.start() - _WIDEST), match.end() + _WIDEST
        first, stop = max(low, text.rfind("\n", low, match.start()) + 1), text.find("\n", match.end(), high)
        line = text[first : stop if stop >= 0 else high].rstrip("\r")
        if is_public(match.start()) and (near := _of_line(line, match.start() - first, match[0])):
            yield near._replace(start=first + near.start, end=first + near.end)


def _labelled(text: str, there: list[Wall]) -> Iterator[_Near]:
    """Lines outside internal parts before whose text stands that it is not for everybody."""
    is_public = _public(there)
    is_contrast, is_outward = re.search(_OTHER, text) is not None, re.search(r"(?i)\bextern", text) is not None
    for found in re.finditer(_LABEL, text):
        word, rest = found["word"], found["rest"].strip()
        is_ours = word.lower() not in _WORDS
        if not is_public(found.start("word")) or (is_contrast and not is_ours):
            continue
        is_bracketed, has_points = f"{found['opens']}{found['ends']}" in _BRACKETS, found["colon"] in tuple(_POINTS)
        if bool(found["opens"] or found["ends"]) != is_bracketed or rest[:1] in tuple(_COLON):
            continue
        near = _Near(found.start("label"), found.start("label") + len(found["label"].rstrip()), word, "")
        if is_bracketed:
            is_said = word.isupper() or found["opens"] != "(" or has_points or not rest[:1].islower()
            if rest and is_said and not (found["opens"] == "[" and re.match(_LINKED, found["rest"])):
                yield near
        elif word.isupper() and found["colon"] and not re.match(r"(?i)extern", rest):
            yield near
        elif rest and has_points and (is_ours or not is_outward):
            yield near._replace(is_certain=False)


def _of_line(line: str, place: int, word: str) -> _Near | None:
    """What looks like a wall in a line in which the word stands at *place*."""
    before, end = line[:place], len(line.rstrip())
    is_turned = re.fullmatch(_BEHIND, line[place + len(word) : end]) is not None
    if not re.search(r"[^\W_]", re.sub(_MARKS, "", before, count=1)):
        marks = re.match(_MARKS, before)
        start = marks.end() if marks else 0
        signs = re.sub(_BLANKS, "", before[start:])
        alone = not re.search(r"[^\W_]", line[place + len(word) :])
        many = re.fullmatch(_COLONS, signs) and (signs[0] not in f"{_COLON}.,{{" or sum(map(_COLON.count, signs)) > 1)
        if many or (alone and (re.fullmatch(_ALONE, signs) or (is_turned and not signs))):
            return _Near(start, end, word, f"::: {word.lower()}" if alone else "")
        return None
    if is_turned and before.endswith((" ", "\t")):
        return _Near(len(before.rstrip()), end, word, f"\n\n::: {word.lower()}")
    if "::" not in before:
        return None
    plain = re.sub(_CODE, lambda code: "\0" * len(code[0]), line)
    match = re.search(_IN_LINE, plain)
    if match is None or not match.start() <= place < match.end():
        return None
    alone = not line[match.end() :].strip(" \t:}")
    return _Near(match.start("sign"), end if alone else match.end(), word, f"\n\n::: {word.lower()}" if alone else "")


def _public(there: list[Wall]) -> Callable[[int], bool]:
    """Whether a place lies outside internal parts and the lines that begin and end them."""
    starts: list[int] = []
    ends: list[int] = []
    for wall in there:
        if len(starts) == len(ends):
            starts.append(wall.line)
        if not wall.word:
            ends.append(wall.end)
    ends.append(1 << 60)

    def is_public(place: int) -> bool:
        number = bisect_right(starts, place) - 1
        return number < 0 or place >= ends[number]

    return is_public
