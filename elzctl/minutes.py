"""From the text of a meeting to its agenda and what was noted: points, decisions, signals, agreements, events.

Only lines with a meaning are looked at here; Markdown itself is read when a document is made.  Nothing in a fence, a
quotation or a comment has a meaning, but for the lines that begin and end an internal part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from elzctl.agenda import Cut, Head, Lines, Text
from elzctl.faults import minutes as faults
from elzctl.finding import Finding
from elzctl.internal import walls
from elzctl.marked import Line
from elzctl.meeting import Minutes, Noted, Point, Signal
from elzctl.noted import BOX, CONTRIBUTION, KEYWORDS, STAGES, TURNINGS, Noting
from elzctl.sections import open_comment, without_comments
from elzctl.source import Patch, Prose, Span
from elzctl.walled import wall_faults

_BULLET = r"(?:[-*+]|[0-9]{1,3}[.)])"
# What a word processor makes of a list or a box, and boxes that people tick in their own way.
_SIGNS = "•–☐☑☒\\\\"
_ODD_BOX = r"\[[ \txXvV✓✔-]{1,3}\](?!\()|\\\[[ xX]?\\\]|[☐☑☒]"
# Where a line with a meaning may begin; which one it is, is looked at afterwards.  It begins with the end of the line
# before it, so that the engine can run from line to line.
_KEYS = "|".join(f"{word}|{word.title()}|{word.lower()}" for word in KEYWORDS)
# A line for under a point or a signal.  Where it stands elsewhere, or without a list mark, it is a slip.
_WORDS = {Point: "|".join((*CONTRIBUTION, *TURNINGS)), Signal: "|".join(STAGES)}
_BARE = {
    kind: rf"(?i)\n[ \t]*(?P<word>\**(?:{words})\**)(?=[ \t]*:|[ \t]+(?:@|(?:op|on|tegen|due):\S))"
    for kind, words in _WORDS.items()
}
_ELSEWHERE = "|".join(
    rf"\**[{word[0]}{word[0].upper()}]{word[1:]}\**(?=[ \t]+{'@' if word in CONTRIBUTION else '(?:op|on):'})"
    for word in (*CONTRIBUTION, *TURNINGS, *STAGES)
)
_MARK = re.compile(
    rf"\n(?P<indent>[ \t]*)(?=[-*+0-9\[`~\#BDSAEbdsae{_SIGNS}])(?:(?P<fence>`{{3,}}|~{{3,}})|(?P<head>\#{{1,6}})(?=[ \t\w])"
    rf"|(?P<bullet>(?:{_BULLET}|[•–])(?:[ \t]+|(?=\[)))?(?=[\[*BDSAECGMNPRVbdsaecgmnprv{_SIGNS}])"
    rf"(?:\[(?P<box>[ \txX]?)\](?!\()|(?P<odd>{_ODD_BOX})|\**(?P<key>{_KEYS})\b\**|(?(bullet)(?P<under>{_ELSEWHERE})|(?!))))"
)
# A line that begins something of its own, so that what stands before it has ended.
_BOX = rf"(?:\[\](?!\()|{_ODD_BOX})"
_OWN = re.compile(
    rf"[ \t]*(?:\r?\n|\Z|{_BULLET}(?:[ \t]|{_BOX})|–[ \t]*{_BOX}|\#{{1,6}}[ \t]|`{{3}}|~{{3}}|:::|>|\||[•☐☑☒]|\[[ \txX]?\](?!\()|\**(?:{_KEYS})\**:)"
)
# An item of a list under a line, behind the end of that line; of a list, blank lines may come between.
_SUB = re.compile(rf"\n(?P<indent>[ \t]*){_BULLET}[ \t]+(?!\[[ xX]?\])")
_LOOSE_SUB = re.compile(rf"(?:[ \t]*\r?\n)+(?P<indent>[ \t]*){_BULLET}[ \t]+(?!\[[ xX]?\])")
_COLON = re.compile(r"\**[ \t]*:\**[ \t]*")
_NUMBER = re.compile(r"(?P<number>[0-9]{1,3})[.):]+(?:[ \t]+|\Z)")


def read_minutes(prose: Prose, meeting: str) -> tuple[Minutes, list[Finding]]:
    """The text of the meeting with that id, and what is odd about its lines."""
    text = without_comments(prose.text)
    reading = _Reading(text, prose.span, meeting)
    cuts = tuple(reading.cuts())
    odd = [*open_comment(prose), *reading.found] if text is not prose.text else reading.found
    odd += wall_faults(prose)
    return Minutes.of(Text(text, prose.span, cuts), prose), odd


class _Reading:
    """One pass over a text; what is noted gets its number as it comes."""

    def __init__(self, text: str, span: Span, meeting: str) -> None:
        self.text = f"\n{text}"
        self.path = span.path
        self.at = Lines(self.text, span).at
        self.found: list[Finding] = []
        self.noting = Noting(Lines(self.text, span), meeting, self.found)
        self.end = len(self.text)
        self.internal = False
        # Where the point or the signal above ends, which it is, and what comes before the lines under it.
        self.above: tuple[int, type[Noted] | None, str] = (0, None, "")

    def cuts(self) -> Iterator[Cut]:
        """Everything with a meaning, from wall to wall."""
        place = 0
        for wall in walls(self.text):
            yield from self._stretch(place, wall.line)
            self.internal, self.end = bool(wall.word), len(self.text)
            place = self._line_end(wall.end)
            yield Cut(wall.line, place, self.internal)
        yield from self._stretch(place, len(self.text))

    def _stretch(self, place: int, end: int) -> Iterator[Cut]:
        """The lines with a meaning between two walls."""
        self.end = end
        while match := _MARK.search(self.text, place, end):
            place = self._line_end(match.end())
            if match["fence"]:
                place = self._fence_end(match["fence"], place)
            elif match["head"]:
                if self._is_item(match):
                    head = _numbered(self.text[match.end("head") : place].strip().rstrip("#").rstrip())
                    yield Cut(match.start("indent"), place, head)
            elif match["under"]:
                self._elsewhere(match, place)
            elif (start := self._begin(match)) is not None:
                noted, place = self._gathered(match, start)
                self.above = (place, type(noted), match["indent"] + " " * len(match["bullet"] or ""))
                yield Cut(match.start("indent"), place, noted)

    def _is_item(self, match: re.Match[str]) -> bool:
        """True for a heading of an agenda item; ``##Varia`` is told about, ``#armoede`` is a word."""
        marks, after = match["head"], self.text[match.end("head") : match.end("head") + 1]
        if after in " \t" and len(match["indent"].expandtabs(4)) <= 3:
            return len(marks) <= 2
        if after not in " \t" and len(marks) > 1:
            self._almost(match.start("head"), self._line_end(match.end()), f"{marks} ", match.end("head"))
        return False

    def _begin(self, match: re.Match[str]) -> int | None:
        """Where the words of a line with a meaning begin; ``None`` when it only looks like one."""
        start = match.end()
        if match["key"]:
            colon = _COLON.match(self.text, start, self.end)
            if colon is None:
                return None
            if match["key"].isupper():
                return colon.end()
            better = f"{match['key'].upper()}:"
            self._almost(match.start("key"), colon.end(), better, colon.start() + 1, match.start("key"))
            return None
        blanks, bullet = (" ", "\t"), match["bullet"] or "-"
        if (
            bullet.endswith(blanks)
            and bullet[0] not in "•–"
            and match["box"] in BOX
            and self.text[start : start + 1] in (*blanks, "\r", "\n", "")
        ):
            return start
        self._almost_point(match)
        return None

    def _gathered(self, match: re.Match[str], start: int) -> tuple[Noted, int]:
        """What a line says with the lines under it, and where they end."""
        indent, bullet, key = match.group("indent", "bullet", "key")
        bare = _BARE[Point] if not key else _BARE[Signal] if key[0] == "S" else ""
        end = below = self._paragraph(self._line_end(start), bare)
        depth = len(indent.expandtabs(4)) + (1 if bullet else 0)
        # A step of a signal is known by its word, so that blank lines may come before it too.
        next_under = (_LOOSE_SUB if bullet or bare else _SUB).match
        subs: list[Line] = []
        while True:
            if sub := next_under(self.text, below, self.end):
                first = sub.end()
                if len(sub["indent"].expandtabs(4)) < depth:
                    break
                if key and not self.noting.is_step(key, first):
                    break
            elif bare and (sub := re.compile(bare).match(self.text, below, self.end)):
                first = below  # with the line end before it, so that it is read as a note
                better = f"{indent}{' ' * len(bullet or '')}- "
                self._almost(sub.start("word"), sub.end(), f"{better}{sub['word']}", begin=below + 1)
                if key:
                    break
            else:
                break
            below = self._paragraph(self._line_end(sub.end()), bare)
            subs.append((first, below))
        return self.noting.read(match, (start, end), subs, internal=self.internal), below

    def _paragraph(self, end: int, bare: str) -> int:
        """Where the paragraph ends whose line ends at *end*, or before a line like *bare*."""
        while end < self.end and not _OWN.match(self.text, end + 1, self.end):
            if bare and re.compile(bare).match(self.text, end, self.end):
                break
            end = self._line_end(end + 1)
        return end

    def _elsewhere(self, match: re.Match[str], end: int) -> None:
        """``- stand op:…`` that stands under no point, or not far enough to the right."""
        place, kind, blanks = self.above
        first, last = match.span("under")
        span = self.at(first, last)
        is_near = (
            place == match.start() and kind in _WORDS and match["under"].strip("*").lower() in _WORDS[kind].split("|")
        )
        fix = Patch(self.path, *self.at(*match.span("indent"))[3:], blanks)
        self.found.append(faults.elsewhere(span, match["under"].strip("*"), (fix,) * is_near))
        if is_near:
            self.above = (end, kind, blanks)

    def _almost_point(self, match: re.Match[str]) -> None:
        """``- []``, ``[ ]`` without a list mark, ``- [ ]Text``, ``☐ Text``, each only with words behind it."""
        after = self.text[match.end() : self._line_end(match.end())].strip()
        if after and after[:1] not in "([:" and (match["bullet"] or match["box"] or match["odd"]):
            box = "x" if set(match["box"] or match["odd"] or "").intersection("xXvV✓✔☑☒") else " "
            first = match.end("indent")
            blank = self.text[match.end() : match.end() + 1] in (" ", "\t")
            self._almost(first, match.end(), f"- [{box}]" + ("" if blank else " "), match.end(), first)

    def _almost(self, start: int, end: int, better: str, stop: int | None = None, begin: int | None = None) -> None:
        """A line that is nearly one with a meaning; what stands from *begin* to *stop* should be *better*."""
        first, last = self.at(start if begin is None else begin, end if stop is None else stop)[3:]
        fix = Patch(self.path, first, last, better)
        self.found.append(faults.almost_a_mark(self.at(start, end), better.strip(), fix))

    def _line_end(self, place: int) -> int:
        end = self.text.find("\n", place, self.end)
        return self.end if end < 0 else end

    def _fence_end(self, fence: str, place: int) -> int:
        """Behind the line that closes a fence: at least as many of its own characters, and nothing more."""
        close = re.compile(rf"^[ \t]*{fence[0]}{{{len(fence)},}}[ \t]*\r?$", re.MULTILINE)
        found = close.search(self.text, place, self.end)
        return self.end if found is None else found.end()


def _numbered(title: str) -> Head:
    """The number and the words of a heading."""
    match = _NUMBER.match(title)
    return Head(None, title) if match is None else Head(int(match["number"]), title[match.end() :].strip())
