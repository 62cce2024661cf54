"""What came of an import in a terminal: at most a screen."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from elzctl.intake.ledger import COLLAPSED, Certainty, Entry, Left
from elzctl.intake.outcome import Document, Outcome, State
from elzctl.intake.paper import Make
from elzctl.render.columns import cut, one_line
from elzctl.render.intake_words import (
    HIDDEN,
    MAKES,
    STATES,
    counted,
    kinds,
    named,
    places,
    shared,
    why,
    without_words,
)
from elzctl.render.terminal import Paint
from elzctl.wording import Language, Message, say, say_count

MOST = 3
"""Pieces that are left over, and fields that were not understood, that are shown; the report has them all."""
LONGEST = 40
"""Characters that are shown of words that are left over, before the reason."""
PLAIN = 120
"""Signs of a line where it has no width."""
SCREEN = 24
"""Lines that a window shows at once, with one above them."""
OF_REMARK = 3
"""Lines of one remark that are shown, or as many signs where lines have no width."""
FEW = 2
"""The same of documents and remarks, and of lines with the names of files."""


def intake_text(
    outcome: Outcome,
    commands: Iterable[tuple[Message, str]],
    language: Language,
    paint: Paint,
    width: int | None,
    *,
    names: bool = True,
) -> list[str]:
    """The lines, each cut to *width*; *commands* are what to do next, each with what it is for.

    Without *names* no words of a document are shown that may be of somebody: others may read what a program notes down.
    """
    after, share = tuple(commands), shared(outcome)  # of which words that are not shown are a part
    outcome = outcome if names else without_words(outcome)
    every = (list(_lines(outcome, share, after, language, paint, width, most)) for most in range(MOST, 0, -1))
    return next(
        (lines for lines in every if len(lines) <= SCREEN), [*_lines(outcome, share, after, language, paint, width, 0)]
    )


def _lines(
    outcome: Outcome,
    share: Message,
    commands: Sequence[tuple[Message, str]],
    language: Language,
    paint: Paint,
    width: int | None,
    most: int,
) -> Iterator[str]:
    def fit(line: str) -> str:
        return line if width is None else cut(line, width)

    for collapse in outcome.collapses[:FEW]:
        for line in _wrapped(one_line(language(collapse)), width):
            yield paint("error", line)
    for line in _shown([_document(one, language) for one in outcome.documents], FEW, language):
        yield fit(line)
    yield from _files(outcome, language, width)
    if all(state is State.SAME for _, state in outcome.files):
        yield fit(language(say("Nothing was changed: it stands in the files already.")))
    yield paint("good" if outcome.is_whole else "warning", fit(language(share)))
    yield fit(language(counted(outcome)))
    for line in (*_left(outcome, language, most), *_unclear(outcome, language, most)):
        yield fit(line)
    for line in _remarks(outcome, language):
        yield from _short(line, width)
    if outcome.errors:
        count = say_count("The plan has {count} error.", "The plan has {count} errors.", outcome.errors)
        yield paint("error", fit(language(count)))
    for about, command in commands:
        yield f"{language(about)}: {command}"


def _document(one: Document, language: Language) -> str:
    lines = len(one.account.lines)
    size = (
        say_count("{count} page", "{count} pages", one.pages)
        if one.pages
        else say_count("{count} row", "{count} rows", lines)
        if one.make is Make.TABLE
        else say_count("{count} line", "{count} lines", lines)
    )
    return f"{language(say('Read'))}: {one_line(one.name)} ({language(MAKES[one.make])}, {language(size)})"


def _files(outcome: Outcome, language: Language, width: int | None) -> Iterator[str]:
    """What became of files, by folder."""
    for state in State:
        paths = [path for path, own in outcome.files if own is state]
        if not paths:
            continue
        names = [
            f"{count} {language(say('in'))} {one_line(folder)}" if count > 1 else one_line(path)
            for folder, (count, path) in kinds(paths).items()
        ]
        line = f"{language(STATES[state]).capitalize()}: {', '.join(names)}"
        if width is None:
            yield line
            continue
        wrapped = _wrapped(line, width)
        yield from wrapped[: FEW - 1]
        if len(wrapped) >= FEW:
            yield cut(" ".join((wrapped[1], *(more.strip() for more in wrapped[2:]))), width)


def _wrapped(line: str, width: int | None) -> list[str]:
    """A line over as many as it needs."""
    return (
        [line] if width is None else textwrap.wrap(line, width, subsequent_indent="  ", break_on_hyphens=False) or [""]
    )


def _short(line: str, width: int | None) -> list[str]:
    """The first lines of a remark; the report has all of it."""
    if width is None:
        return [cut(line, OF_REMARK * PLAIN)]
    lines = _wrapped(line, width)
    return lines if len(lines) <= OF_REMARK else [*lines[: OF_REMARK - 1], cut(f"{lines[OF_REMARK - 1]} …", width)]


def _left(outcome: Outcome, language: Language, most: int) -> Iterator[str]:
    rows = [
        f"{places(left.lines, one.account.lines, one.make, language)}: {_told(left, language)}"
        for one in outcome.documents
        for left in one.account.left
    ]
    if rows:
        yield f"{language(say('Left over'))}:"
    yield from (f"  {row}" for row in _shown(rows, most, language))


def _told(left: Left, language: Language) -> str:
    """What was left over, in short, and why."""
    words = "" if left.words == HIDDEN else f"“{cut(one_line(left.words), LONGEST)}” – "
    return f"{words}{one_line(language(why(left)))}"


def _unclear(outcome: Outcome, language: Language, most: int) -> Iterator[str]:
    rows = [
        f"{_at(one, entry, language)}{one_line(entry.path.rpartition('/')[2])} {named(entry.field, language)}{f': “{one_line(entry.words)}”' if entry.words else ''}"
        for one, entry in outcome.entries(Certainty.UNCLEAR)
        if entry.field != COLLAPSED
    ]
    if rows:
        yield f"{language(say('Not understood'))}:"
    yield from (f"  {row}" for row in _shown(rows, most, language))


def _at(one: Document, entry: Entry, language: Language) -> str:
    where = places(entry.lines, one.account.lines, one.make, language)
    return f"{where}: " if where else ""


def _remarks(outcome: Outcome, language: Language) -> Iterator[str]:
    remarks = [*outcome.remarks, *(remark for one in outcome.documents for remark in one.remarks)]
    remarks = [one for one in dict.fromkeys(remarks) if one not in outcome.collapses]
    plain = (language(remark).replace(":\u0020\n", ": ").replace("\n", " · ") for remark in remarks)
    yield from _shown([one_line(remark) for remark in plain], FEW, language)


def _shown(rows: Sequence[str], most: int, language: Language) -> Iterator[str]:
    """The first of them, and how many more there are."""
    yield from rows[:most]
    if len(rows) > most:
        yield language(say("… and {count} more.", count=len(rows) - most))
