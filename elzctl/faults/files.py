"""What can be wrong with a file as a file.  One function a code; its docstring is the page that ``elzctl explain CODE`` prints."""

from __future__ import annotations

from elzctl.finding import Finding, Severity
from elzctl.source import Span
from elzctl.wording import Message, say

ERROR, WARNING = Severity.ERROR, Severity.WARNING


def unreadable_file(path: str, reason: Message) -> Finding:
    """A file or folder cannot be read.

    elzctl reads ordinary files inside the repository, of at most 1024 KiB, and follows no links. A file
    that is there but cannot be read is an error, so that nobody thinks it is not there.

    Wrong::

        plan/actions/mantelzorg.md is a link to a file elsewhere

    Right::

        plan/actions/mantelzorg.md is the file itself
    """
    return Finding("unreadable-file", ERROR, say("This {reason}", reason=reason), Span(path))


def missing_file(path: str) -> Finding:
    """A file that every plan has is not there.

    A plan stands in the folder ``plan`` with at least ``plan.yaml``, ``goals.yaml`` and ``actors.yaml``.

    Wrong::

        plan/ without plan.yaml

    Right::

        plan/plan.yaml, plan/goals.yaml, plan/actors.yaml
    """
    hint = say("Are you in the folder of the plan? Use “elzctl -C FOLDER …” for another one.")
    return Finding("missing-file", ERROR, say("This file is missing"), Span(path), hint)


def stray_file(path: str, ending: str, *, folder: bool = False) -> Finding:
    """A file or folder stands among the plan's files and is not read.

    Actions and chapters are files that end in ``.md``, not in a folder of their own. Windows hides endings, so
    that ``fiche.md.txt`` looks like ``fiche.md``; the fiche is then in no document.

    Wrong::

        plan/actions/mantelzorg.md.txt

    Right::

        plan/actions/mantelzorg.md
    """
    if folder:
        message = say("elzctl does not read this folder, nor what is in it")
        return Finding("stray-file", WARNING, message, Span(path), say("Move its files one folder up, or elsewhere."))
    hint = say("Give it a name that ends in “{ending}”, or move it elsewhere.", ending=ending)
    return Finding("stray-file", WARNING, say("elzctl does not read this file"), Span(path), hint)


def bad_file_name(path: str, reason: Message, better: str) -> Finding:
    """A file name does not work everywhere, or cannot serve as an id.

    The name of a file is the id of the action: small letters, digits and hyphens. Windows refuses some names
    (``con``, ``aux``, names with ``:`` or a dot at the end), so nobody there could open the repository.

    Wrong::

        plan/actions/Mantelzorg & co.md

    Right::

        plan/actions/mantelzorg-en-co.md
    """
    hint = say("A name that works: “{better}”.", better=better) if better else None
    return Finding("bad-file-name", ERROR, say("This file name {reason}", reason=reason), Span(path), hint)


def case_collision(path: str, other: str) -> Finding:
    """Two file names differ only in capitals or in the way accents are written.

    Windows and macOS take both names for one file: one of the two disappears there.

    Wrong::

        plan/actions/mantelzorg.md and plan/actions/Mantelzorg.md

    Right::

        plan/actions/mantelzorg.md and plan/actions/mantelzorg-jongeren.md
    """
    message = say("On Windows and macOS this is the same file as {other}", other=other)
    related = ((say("the other file"), Span(other)),)
    return Finding("case-collision", ERROR, message, Span(path), say("Rename one of the two."), related)


def not_utf8(span: Span, guess: str) -> Finding:
    """A file is not written in UTF-8.

    Every editor can save as UTF-8, and only then do ``é`` and ``ë`` read the same on every computer.

    Wrong::

        a file saved as "ANSI" or Windows-1252

    Right::

        the same file saved as UTF-8
    """
    message = say("This is not UTF-8 (it looks like {guess})", guess=guess)
    hint = say("Save the file as UTF-8: in Notepad, “Save as”, “Encoding: UTF-8”.")
    return Finding("not-utf8", ERROR, message, span, hint)


def control_character(span: Span, name: str) -> Finding:
    """An invisible control character stands in the text.

    Such characters come along when text is pasted; they are not seen, and break documents and searches.

    Wrong::

        title: "Mantelzorg\\u0000"

    Right::

        title: Mantelzorg
    """
    message = say("An invisible character stands here ({name})", name=name)
    return Finding("control-character", ERROR, message, span, say("Delete it and type the text again."))


def merge_conflict(span: Span) -> Finding:
    """Two versions of a text were not yet made into one.

    When two people changed the same lines, Git puts both in the file, between lines of ``<<<<<<<`` and
    ``>>>>>>>``. Choose what stays, and delete the three marker lines.

    Wrong::

        <<<<<<< main
        due: maart 2025
        =======
        due: mei 2025
        >>>>>>> voorstel

    Right::

        due: mei 2025
    """
    message = say("Two versions stand here side by side: a merge conflict that is not resolved")
    hint = say("Keep the right text and delete the lines with <<<<<<<, ======= and >>>>>>>.")
    return Finding("merge-conflict", ERROR, message, span, hint)


def too_large(span: Span, message: Message) -> Finding:
    """Something is larger or more deeply nested than any plan needs.

    Front matter may have 64 KiB, a body 256 KiB, one value 16 KiB, data may be nested 24 deep. The limits
    keep a damaged or hostile file from stopping everything.

    Wrong::

        a: [[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]

    Right::

        a: [1]
    """
    return Finding("too-large", ERROR, message, span)
