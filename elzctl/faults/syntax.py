"""What can be wrong with the way the data is written.  One function a code; its docstring is the page that ``elzctl explain CODE`` prints."""

from __future__ import annotations

from elzctl.finding import Finding, Severity
from elzctl.source import Patch, Span
from elzctl.wording import Message, say

ERROR, WARNING = Severity.ERROR, Severity.WARNING


def no_front_matter(span: Span, closing: Span | None = None) -> Finding:
    """A fiche or chapter does not begin with its data between two lines of ``---``.

    Wrong::

        number: 3.3.6
        title: Mantelzorg

    Right::

        ---
        number: 3.3.6
        title: Mantelzorg
        ---
    """
    if span.end > span.start:
        # The first line is one of dashes: a word processor makes one sign of three.
        message = say("The data at the top does not begin with three dashes")
        fix = tuple(_dashes(at) for at in (span, closing) if at is not None)
        return Finding("no-front-matter", ERROR, message, span, _DASHES, fix=fix)
    message = say("The data at the top is missing")
    hint = say("Begin the file with a line “---”, then the data (“title: …”), then a line “---”.")
    return Finding("no-front-matter", ERROR, message, span, hint)


def open_front_matter(span: Span, odd: Span | None = None) -> Finding:
    """The data at the top has a beginning and no end.

    Wrong::

        ---
        title: Mantelzorg

        ## Waarom?

    Right::

        ---
        title: Mantelzorg
        ---

        ## Waarom?
    """
    if odd is not None:
        message = say("The data at the top does not end with three dashes")
        return Finding("open-front-matter", ERROR, message, span, _DASHES, fix=(_dashes(odd),))
    message = say("The data at the top is not closed")
    hint = say("Put a line with only “---” between the data and the text.")
    return Finding("open-front-matter", ERROR, message, span, hint)


_DASHES = say("Write “---”: word processors make one long dash of it.")


def _dashes(at: Span) -> Patch:
    return Patch(at.path, at.start, at.end, "---")


def broken_yaml(span: Span, message: Message, hint: Message | None, fix: tuple[Patch, ...] = ()) -> Finding:
    """The data at the top is not valid YAML.

    YAML is strict about signs: a value that begins with ``@``, ``*``, ``[``, ``{``, ``%`` or a quote goes
    between double quotes, and lists and keys that belong together begin in the same column.

    Wrong::

        what: @welzijnspartners uitnodigen

    Right::

        what: "@welzijnspartners uitnodigen"
    """
    return Finding("broken-yaml", ERROR, message, span, hint, fix=fix)


def unquoted_colon(span: Span, line: str, fix: tuple[Patch, ...]) -> Finding:
    """A value holds a colon followed by a blank, and is not between quotes.

    YAML reads such a colon as the start of a new key. It is the commonest slip of all.

    Wrong::

        title: Actie: onthaal

    Right::

        title: "Actie: onthaal"
    """
    message = say("A value with “: ” in it has to stand between quotes")
    return Finding("unquoted-colon", ERROR, message, span, say("Write: {line}", line=line), fix=fix)


def tab_character(span: Span) -> Finding:
    """A tab stands in the data, where YAML allows only blanks.

    Wrong::

        steps:
        <tab>- what: Overleg

    Right::

        steps:
          - what: Overleg
    """
    return Finding("tab-character", ERROR, say("A tab stands in the data"), span, say("Use blanks instead of tabs."))


def open_comment(span: Span) -> Finding:
    """A comment in the text is opened and not closed.

    What stands between ``<!--`` and ``-->`` is in no document; without ``-->`` that is all the rest of the file.

    Wrong::

        ## Hoe?

        <!-- nog te bespreken

        ## Evaluatie

    Right::

        ## Hoe?

        <!-- nog te bespreken -->

        ## Evaluatie
    """
    message = say("A comment is opened here and not closed: the rest of the text is in no document")
    hint = say("Put “-->” where the comment ends.")
    return Finding("open-comment", ERROR, message, span, hint)


def yaml_anchor(span: Span, what: str) -> Finding:
    """An anchor, alias, tag or merge key stands in the data.

    These are YAML's ways to repeat or to type values. elzctl reads every value as the text that stands there,
    so that a reader sees what it says. A text that begins with ``*``, ``&`` or ``!`` goes between quotes.

    Wrong::

        lead: *zelfde

    Right::

        lead: [elz-dender]
    """
    message = say("YAML anchors, aliases and tags are not allowed ({what})", what=what)
    hint = say("Write the value out; put a text that begins with *, & or ! between quotes.")
    return Finding("yaml-anchor", ERROR, message, span, hint)


def duplicate_key(span: Span, key: str, first: Span) -> Finding:
    """The same key stands twice in the same place.

    Most programs would silently keep one of the two.

    Wrong::

        due: maart 2025
        due: mei 2025

    Right::

        due: mei 2025
    """
    message = say("“{key}” stands here a second time; the first is on line {line}", key=key, line=first.line)
    return Finding("duplicate-key", ERROR, message, span, say("Keep one of the two."), ((say("the first"), first),))


def text_after_hash(span: Span, lost: str) -> Finding:
    """Part of a value is lost, because `` #`` begins a comment.

    Wrong::

        title: Samen onderweg #zorg

    Right::

        title: "Samen onderweg #zorg"
    """
    message = say("“{lost}” is read as a comment and not as part of the value", lost=lost)
    return Finding("text-after-hash", WARNING, message, span, say("Put the value between double quotes."))
