"""The running text of a fiche as values: sections, and references to other actions and goals."""

from __future__ import annotations

from collections.abc import Iterator

from elzctl.source import Prose, Span
from elzctl.terms import Part
from elzctl.value import field, value


@value
class Reference:
    """``[[id]]`` or ``[[id|own words]]`` in running text."""

    id: str
    label: str
    span: Span = field(compare=False)


@value
class Section:
    """A part of a fiche: its heading as typed, and the Markdown under it up to the next heading.

    *length* is that of the heading with its marks, at which the Markdown begins.
    """

    part: Part
    title: str
    prose: Prose
    length: int = field(compare=False)

    @property
    def heading(self) -> Span:
        """Where the heading stands."""
        path, line, column, start, _ = self.prose.span
        return Span(path, line, column - self.length, start - self.length, start)

    @property
    def text(self) -> str:
        """The Markdown without blank lines around it."""
        return self.prose.text.strip()


@value
class Body:
    """The text under the front matter: what stands before the first heading, and the sections."""

    intro: Prose
    sections: tuple[Section, ...] = ()
    references: tuple[Reference, ...] = ()

    def section(self, part: Part) -> Section | None:
        """The first section of that part."""
        return next((section for section in self.sections if section.part is part), None)

    def prose(self) -> Iterator[Prose]:
        """Every stretch of running text, in order."""
        yield self.intro
        for section in self.sections:
            yield section.prose
