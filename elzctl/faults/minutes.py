"""What is wrong with the text of minutes before there is a value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elzctl.finding import Finding, Severity
from elzctl.source import Patch, Span
from elzctl.wording import say, say_count


def open_internal(span: Span) -> Finding:
    """An internal part has no end.

    What stands between `::: intern` and `:::` is left out of everything that is published. Without an end nobody can
    tell where the public text goes on, so elzctl keeps all that follows to itself.

    Wrong::

        ::: intern
        Nog niet bekendmaken.

        ## 3. Varia

    Right::

        ::: intern
        Nog niet bekendmaken.
        :::

        ## 3. Varia
    """
    return Finding(
        "open-internal",
        Severity.ERROR,
        say("This internal part has no end: all that follows is left out of what is published"),
        span,
        say("Put a line with “:::” where the public text goes on."),
    )


def almost_a_mark(span: Span, better: str, fix: Patch, *, is_date: bool = False) -> Finding:
    """A line looks like one with a meaning, but is not written as one.

    Action points, decisions, signals, agreements and events are found by how their line begins. A small slip makes
    it a line of text, that nobody follows. What was contributed to a point or became of it counts behind a “-” under that
    point, with blanks before it.

    Wrong::

        - [] Affiches verspreiden @lokale-besturen tegen: 2025-10-09
        Besluit: De groep wisselt van locatie.

    Right::

        - [ ] Affiches verspreiden @lokale-besturen tegen:2025-10-09
        BESLUIT: De groep wisselt van locatie.
    """
    return Finding(
        "almost-a-mark",
        Severity.WARNING,
        say("This looks like a date of this point, but is read as text")
        if is_date
        else say("This looks like a line with a meaning, but is read as text"),
        span,
        say("Write “{better}”.", better=better),
        fix=(fix,),
    )


def two_dates(span: Span, first: str, last: str) -> Finding:
    """A line has two dates with the same meaning.

    Only one can hold, and that is the last. A point has one date by which it should be done, and one on which it was.

    Wrong::

        - [ ] De affiches bestellen tegen:2025-09-01 en verspreiden tegen:2025-10-09 @caw

    Right::

        - [ ] De affiches bestellen @caw tegen:2025-09-01
        - [ ] De affiches verspreiden @caw tegen:2025-10-09
    """
    message = say("This line has two such dates, {first} and {last}; only the last holds", first=first, last=last)
    hint = say("Leave one of them out, or make two points of it.")
    return Finding("two-dates", Severity.WARNING, message, span, hint)


def elsewhere(span: Span, word: str, fix: tuple[Patch, ...]) -> Finding:
    """A line that has a meaning under a point or a signal alone stands elsewhere; *fix* puts it under the one above."""
    message = say("This looks like a line with a meaning, but is read as text")
    hint = say("“{word}” only counts right under an action point or a signal, with blanks before the “-”.", word=word)
    return Finding("almost-a-mark", Severity.WARNING, message, span, hint, fix=fix)


def private(span: Span, kept: Sequence[str] | None, ignored: str) -> Iterator[Finding]:
    """What is wrong with the folder ``private/``: Git has *kept* files of it, or no line of what is *ignored* is for it.

    Where Git cannot tell (``None``) nothing is wrong.
    """
    if kept:
        yield private_in_git(span, len(kept))
    if kept is not None and all(line.strip().strip("/*") != span.path for line in ignored.splitlines()):
        yield private_not_ignored(span)


def private_in_git(span: Span, count: int) -> Finding:
    """Files of the folder ``private/`` are in Git.

    Attendance lists and mailing lists hold names and addresses of people. Whoever gets the repository gets everything
    that is in Git, and what was there once stays in its history.

    Wrong::

        git add --force private/deelnemers.csv

    Right::

        private/     as a line in .gitignore
    """
    message = say_count(
        "One file of this folder is in Git, where everyone who has the repository finds it",
        "{count} files of this folder are in Git, where everyone who has the repository finds them",
        count,
    )
    hint = say(
        "Run “git rm -r --cached private” and commit. What was committed stays in the history: have that cleaned before you"
        " publish the repository."
    )
    return Finding("private-in-git", Severity.ERROR, message, span, hint)


def private_not_ignored(span: Span) -> Finding:
    """Git is not told to leave the folder ``private/`` alone.

    Without a line in ``.gitignore`` one ``git add .`` is enough to publish what is in it.

    Wrong::

        .venv/     and nothing else in .gitignore

    Right::

        private/
    """
    message = say("Nothing keeps this folder out of Git")
    return Finding("private-not-ignored", Severity.INFO, message, span, say("Add a line “private/” to .gitignore."))
