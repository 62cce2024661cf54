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
from elzctl.labelled import COLON, HIDES_NOTHING, WIDEST, WORDS, Near, labelled, levelled, lines_with
from elzctl.sections import comments, without_comments
from elzctl.source import Patch, Prose, Span

_WORD = r"(?i)(?<![^\W_])intern(?:al)?(?![^\W_])"
# What stands before the word in a line, without blanks, quotation and list marks, and how it may go on.
_MARKS = r"[\s>]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)*"
_BLANKS = r"[\s*_\u200b-\u200f\u2060\ufeff]+"
_COLONS = rf"[{COLON}.,{{]{{2,}}|/{{3,}}|[`~]{{3,}}"
_ALONE = rf"[{COLON}/\\=!.,~`–—-]{{2,}}|[{COLON}/\\=~]|[\[({{<]+\.?"
_MOST = 100
# In mid-line: three colons, or two at its end.
_IN_LINE = r"(?i)(?<![\s:])[ \t]*(?P<sign>:{3,}[ \t]*\{?\.?(?P<word>intern(?:al)?)(?![^\W_])\}?|::[ \t]*(?P<last>intern(?:al)?)[ \t]*$)"
_CODE = r"`[^`\n]+`"
# The word before its colons: three at the end of a line, or two with a blank before them.
_BEHIND = rf"(?:{_BLANKS})?(?:[{COLON}]{{3,}}|(?<=\s)[{COLON}]{{2}})(?:{_BLANKS})?"


def wall_faults(prose: Prose) -> Iterator[Finding]:
    """What is wrong with the internal parts of a text: of a fiche, a chapter or minutes."""
    whole = prose.text
    shown = without_comments(whole)
    text, place = levelled(shown)
    low = text.lower()
    if not (":::" in whole or any(sign in low for sign in HIDES_NOTHING)):
        return
    there = list(walls(shown))
    is_public = _public(there)
    slips = list(islice(_near(text, lambda at: is_public(place(at))), _MOST))
    said = islice(labelled(text, lambda at: is_public(place(at))), _MOST)
    slips += [one for one in said if not any(other.start <= one.start < other.end for other in slips)]
    near = [
        *islice(_in_comments(whole), _MOST),
        *(one._replace(start=place(one.start), end=place(one.end)) for one in slips),
    ]
    yield from _of_walls(prose, there, near)
    newline = "\r\n" if "\r\n" in whole else "\n"
    for one in near:
        after = next((wall for wall in there if wall.start >= one.end), None)
        # Where the next line with colons ends a part, that is the one.
        certain = one.better and after is not None and not after.word
        at = prose.at(one.start, one.end)
        fix = (Patch(at.path, at.start, at.end, one.better.replace("\n", newline)),) if certain else ()
        word = one.word.lower() if one.word.lower() in WORDS else WORDS[0]
        yield (
            texts.almost_internal(at, word, fix)
            if one.is_certain
            else texts.labelled_internal(at, whole[one.start : one.end], is_above=one.is_above)
        )


def _of_walls(prose: Prose, there: list[Wall], near: list[Near]) -> Iterator[Finding]:
    """Parts without an end or a beginning, and those with a word of their own, which are internal as well."""
    opened: Wall | None = None
    before = 0
    for wall in there:
        if wall.word:
            if opened is not None:
                yield faults.open_internal(prose.at(opened.start, opened.end))
            elif wall.word.lower() not in WORDS:
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


def _in_comments(text: str) -> Iterator[Near]:
    """A line in a comment that begins a part which does not end there."""
    if ":::" not in text:
        return
    for comment in comments(text):
        *_, last = (None, *walls(comment[0].removesuffix("-->")))
        if last is not None and last.word:
            word = last.word.lower()
            only = re.fullmatch(r"<!--\s*:{3,}\s*intern(?:al)?\s*-->", comment[0], re.IGNORECASE) is not None
            word = word if word in WORDS else "intern"
            start, end = comment.span() if only else (comment.start() + last.start, comment.start() + last.end)
            yield Near(start, end, word, f"::: {word}" if only else "")


def _near(text: str, is_public: Callable[[int], bool]) -> Iterator[Near]:
    """Lines outside internal parts that look like the beginning of one."""
    word = re.compile(_WORD)
    for match in (match for some in lines_with(WORDS[:1], text) for match in word.finditer(text, *some)):
        low, high = max(0, match.start() - WIDEST), match.end() + WIDEST
        first, stop = max(low, text.rfind("\n", low, match.start()) + 1), text.find("\n", match.end(), high)
        line = text[first : stop if stop >= 0 else high].rstrip("\r")
        if is_public(match.start()) and (near := _of_line(line, match.start() - first, match[0])):
            yield near._replace(start=first + near.start, end=first + near.end)


def _of_line(line: str, place: int, word: str) -> Near | None:
    """What looks like a wall in a line in which the word stands at *place*."""
    before, end = line[:place], len(line.rstrip())
    is_turned = re.fullmatch(_BEHIND, line[place + len(word) : end]) is not None
    if not re.search(r"[^\W_]", re.sub(_MARKS, "", before, count=1)):
        marks = re.match(_MARKS, before)
        start = marks.end() if marks else 0
        signs = re.sub(_BLANKS, "", before[start:])
        alone = not re.search(r"[^\W_]", line[place + len(word) :])
        many = re.fullmatch(_COLONS, signs) and (signs[0] not in f"{COLON}.,{{" or sum(map(COLON.count, signs)) > 1)
        if many or (alone and (re.fullmatch(_ALONE, signs) or (is_turned and not signs))):
            return Near(start, end, word, f"::: {word.lower()}" if alone else "")
        return None
    if is_turned and before.endswith((" ", "\t")):
        return Near(len(before.rstrip()), end, word, f"\n\n::: {word.lower()}")
    if "::" not in before:
        return None
    plain = re.sub(_CODE, lambda code: "\0" * len(code[0]), line)
    match = re.search(_IN_LINE, plain)
    if match is None or not match.start() <= place < match.end():
        return None
    alone = not line[match.end() :].strip(" \t:}")
    return Near(match.start("sign"), end if alone else match.end(), word, f"\n\n::: {word.lower()}" if alone else "")


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
