"""What is wrong with the running text of a fiche, a chapter or minutes before there is a value."""

from __future__ import annotations

from elzctl.finding import Finding, Severity
from elzctl.source import Patch, Span
from elzctl.wording import say


def almost_internal(span: Span, word: str, fix: tuple[Patch, ...]) -> Finding:
    """A line looks like the beginning of an internal part, and is none: what follows is published.

    An internal part begins with three colons and the word, on a line of its own and outside a comment. Colons that are
    one too few, or that stand behind a text or behind the word, are text as well, and so is ``INTERN:`` or ``[intern]``
    before a text.

    Wrong::

        :: intern
        Nog niet bekendmaken.
        :::

    Right::

        ::: intern
        Nog niet bekendmaken.
        :::
    """
    return Finding(
        "almost-internal",
        Severity.ERROR,
        say("This looks like the beginning of an internal part, but is none: what follows is published"),
        span,
        say("Write “{better}” on a line of its own, and “:::” on a line where it ends.", better=f"::: {word}"),
        fix=fix,
    )


def labelled_internal(span: Span, label: str, *, is_above: bool = False) -> Finding:
    """The same for a word before or above a text that may be no more than its subject: only whoever wrote it knows."""
    below = say("“{label}” hides nothing: what stands below it is published", label=" ".join(label.split()))
    behind = say("“{label}” hides nothing: what stands behind it is published", label=" ".join(label.split()))
    return Finding(
        "almost-internal",
        Severity.WARNING,
        below if is_above else behind,
        span,
        say(
            "If not everybody may read it, write “::: intern” on a line above it and “:::” on a line below it; if everybody may, use another word."
        ),
    )


def unopened_internal(span: Span) -> Finding:
    """A line ends an internal part where none has begun: what stands above it is published.

    Three colons alone on a line end an internal part. When the line that begins it was deleted, or stands in a comment,
    the text between them is no longer internal.

    Wrong::

        Nog niet bekendmaken.
        :::

    Right::

        ::: intern
        Nog niet bekendmaken.
        :::
    """
    return Finding(
        "unopened-internal",
        Severity.ERROR,
        say("An internal part ends here, but none begins above it: what stands there is published"),
        span,
        say("Write “::: intern” on a line of its own where it begins, or delete this line."),
    )


def word_list(span: Span, fix: tuple[Patch, ...]) -> Finding:
    """A list was pasted from a word processor, and is read as one paragraph.

    Word begins the items of a list with signs of its own, such as • or a square. Here an item begins with a star and
    a blank.

    Wrong::

        • Scholen aanspreken
        • Materiaal uitdelen

    Right::

        * Scholen aanspreken
        * Materiaal uitdelen
    """
    message = say("This list comes from a word processor, and is read as one paragraph")
    return Finding("word-list", Severity.WARNING, message, span, say("Begin each item with “* ”."), fix=fix)


def word_sign(span: Span, code: str, better: str, fix: tuple[Patch, ...]) -> Finding:
    """A sign stands in the text that only a font of a word processor knows: others show an empty box.

    Word makes an arrow of ``-->`` in such a sign, and has ticks and squares of that kind.

    Wrong::

        Aanmelding <U+F0E0> intake

    Right::

        Aanmelding → intake
    """
    hint = say("Write “{better}”.", better=better) if better else say("Type the sign that is meant, or delete it.")
    message = say("This sign ({code}) is of a font of a word processor: readers see an empty box", code=code)
    return Finding("word-sign", Severity.WARNING, message, span, hint, fix=fix)
