"""What everybody may read of findings: that something is wrong in ``::: intern``, and where, but no word of what stands there.

In a public log a file that is not published is treated like that as a whole, and its name too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from elzctl.finding import Finding, Severity
from elzctl.internal import walls
from elzctl.sections import without_comments
from elzctl.source import Source, Span
from elzctl.traces import HIDDEN
from elzctl.views.published_files import PublishedFiles
from elzctl.wording import Argument, Message, say

ALMOST = "almost-internal"
"""The code of what is found where somebody meant a text to be internal."""
_WHERE = say("See it on your own computer: elzctl validate")
_WORDS = 3
"""So many words in a row are known again as those of an internal part; a name or a value may have fewer."""


class Inner:
    """The internal parts of some files, and what stands in these alone.

    What somebody meant to be internal, by the *findings*, is one up to the next heading: only whoever wrote it knows where it ends.
    With *published*, every other file is one as well, name and all; *said* are words that tell nothing wherever they stand.
    """

    def __init__(
        self,
        sources: Mapping[str, Source],
        findings: Iterable[Finding] = (),
        published: PublishedFiles | None = None,
        said: str = "",
    ) -> None:
        self._sources, self._published, self._said = sources, published, said
        self._parts: dict[str, tuple[tuple[int, int], ...]] = {}
        self._meant: dict[str, list[int]] = {}
        self._judged: dict[str, bool] = {}
        self._paths = set(sources)
        for one in findings:
            self._paths.update((one.span.path, *(span.path for _, span in one.related)))
            if one.code == ALMOST and one.severity is Severity.ERROR:
                self._meant.setdefault(one.span.path, []).append(one.span.end + 1)

    def holds(self, span: Span) -> bool:
        """True for a place in an internal part, its walls too."""
        return any(start <= span.end and span.start < end for start, end in self._of(span.path))

    def public(self, finding: Finding) -> Finding:
        """The finding with nothing that only an internal part says, or only a file that is not published."""
        if self._is_hidden(finding.span.path):
            unsaid = say("The details are not for a public log")
            return Finding(finding.code, finding.severity, unsaid, self._place(finding.span), _WHERE)
        if self.holds(finding.span):
            unsaid = say("Something is wrong in an internal part; here is not said what")
            return Finding(finding.code, finding.severity, unsaid, finding.span, _WHERE, (), (), finding.about)
        if not self._known:
            return finding
        hint = self.message(finding.hint) if finding.hint is not None else None
        related = tuple((self.message(message), self._place(span)) for message, span in finding.related)
        message = self.message(finding.message)
        is_told = any(self._is_hidden(patch.path) or self._is_known_by(patch.text) for patch in finding.fix)
        fix = () if is_told else finding.fix
        return Finding(finding.code, finding.severity, message, finding.span, hint, related, fix, finding.about)

    def message(self, message: Message) -> Message:
        """A message that quotes none of that."""
        if not self._known:
            return message
        return message._replace(args=tuple((name, self._argument(one)) for name, one in message.args))

    def _is_hidden(self, path: str) -> bool:
        return self._published is not None and not self._published.has(path)

    def _place(self, span: Span) -> Span:
        """The place, in a file that is called as may be told; where it ends cannot be seen without the file."""
        return span if self._published is None else span._replace(path=self._published.told(span.path))

    def _of(self, path: str) -> tuple[tuple[int, int], ...]:
        if path not in self._parts:
            source = self._sources.get(path)
            text = source.text if source is not None else ""
            meant = ((start, _next_heading(text, start)) for start in self._meant.get(path, ()))
            is_whole = self._is_hidden(path)
            self._parts[path] = ((0, len(text) + 1),) if is_whole else _joined((*_internal(text), *meant))
        return self._parts[path]

    def _argument(self, one: Argument) -> Argument:
        if isinstance(one, Message):
            return self.message(one)
        if isinstance(one, tuple):
            return tuple(map(self.message, one))
        return HIDDEN if isinstance(one, str) and self._is_known_by(one) else one

    def _is_known_by(self, text: str) -> bool:
        """True for words that stand in an internal part and nowhere else, together or one of them alone."""
        if text not in self._judged:
            found = [run for run in (*_runs(text), *_alone(text)) if run in self._known]
            self._judged[text] = any(f" {' '.join(run)} " not in self._public for run in found)
        return self._judged[text]

    @cached_property
    def _known(self) -> frozenset[tuple[str, ...]]:
        """The words of all internal parts: alone, two in a row, and so many in a row."""
        return frozenset(run for text in self._inner() for run in (*_runs(text), *_runs(text, 2), *_runs(text, 1)))

    def _inner(self) -> Iterator[str]:
        yield from (one.text[start:end] for path, one in self._sources.items() for start, end in self._of(path))
        if self._published is not None:
            yield from (path for path in (*self._paths, *self._published.attachments) if self._is_hidden(path))

    @cached_property
    def _public(self) -> str:
        """The words of everything else."""
        pieces = _words(f"intern {self._said}")
        for path, source in self._sources.items():
            place = 0
            for start, end in (*self._of(path), (len(source.text), 0)):
                pieces += ["|", *_words(source.text[place:start])]
                place = end
        if self._published is not None:
            named = (self._published.names, *(path for path in self._paths if not self._is_hidden(path)))
            pieces += [word for text in named for word in ("|", *_words(text))]
        return f" {' '.join(pieces)} "


def _words(text: str) -> list[str]:
    return re.findall(r"\w{2,}", text.casefold())


def _runs(text: str, count: int = _WORDS) -> Iterator[tuple[str, ...]]:
    """The words of a text, so many in a row; all of them when there are fewer."""
    words = _words(text)
    for place in range(max(1, len(words) - count + 1) if words else 0):
        yield tuple(words[place : place + count])


def _alone(text: str) -> Iterator[tuple[str, ...]]:
    """Each word of a text that is not a number alone."""
    return ((word,) for word in _words(text) if not word.isdecimal())


def _next_heading(text: str, start: int) -> int:
    found = re.compile(r"^#", re.MULTILINE).search(text, start)
    return found.start() if found is not None else len(text) + 1


def _joined(parts: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The parts in order, those that meet as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(parts):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return tuple(found)


def _internal(text: str) -> Iterator[tuple[int, int]]:
    """Where the internal parts of a file begin and end, their walls too."""
    if ":::" not in text:
        return
    text, begin = without_comments(text), -1
    for wall in walls(text):
        if wall.word and begin < 0:
            begin = wall.line
        elif not wall.word and begin >= 0:
            yield begin, wall.end
            begin = -1
    if begin >= 0:
        yield begin, len(text) + 1
