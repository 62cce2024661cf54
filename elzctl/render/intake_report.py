"""What came of an import as a page of Markdown to go through: what to look at first, every line of the document last.

What stands in a document comes as code, so that it is text and nothing else on every forge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from elzctl.intake.ledger import Certainty, Entry, Fate
from elzctl.intake.outcome import Document, Outcome
from elzctl.render.intake_words import FATES, HIDDEN, MAKES, STATES, counted, percentage, place, places, why
from elzctl.render.terminal import printable
from elzctl.wording import Language, Message, say

MARKER = "<!-- elzctl import -->"
"""The first line: a report of elzctl is written over by the next one, and nothing else is."""

_FIRST = say("Go through what is left over, not understood and guessed, and put it right in the files.")
_HEADINGS = {
    Certainty.UNCLEAR: say("Not understood"),
    Certainty.GUESSED: say("Guessed: look at these"),
    Certainty.READ: say("Read"),
}


def intake_report(outcome: Outcome, commands: Iterable[tuple[Message, str]], language: Language) -> str:
    """The whole page; *commands* are what to do next, each with what it is for."""
    lines = [MARKER, f"# {language(say('What came of the import'))}", "", *_head(outcome, language)]
    if outcome.private:
        lines += [
            "",
            language(say("Names of people may stand here: this file stays out of Git, and out of what is published.")),
        ]
    lines += ["", f"## {language(say('What to do now'))}", "", f"1. {language(_FIRST)}"]
    lines += [f"{number}. {language(about)}: {code(command)}" for number, (about, command) in enumerate(commands, 2)]
    for one in outcome.documents:
        lines += _document(one, language)
    lines += ["", f"## {language(say('Files'))}", ""]
    lines += [f"- {code(path)} ({language(STATES[state])})" for path, state in outcome.files]
    for one in outcome.documents:
        lines += _every_line(one, language)
    return "\n".join(lines) + "\n"


def code(text: str) -> str:
    """A text as code on one line, whatever stands in it."""
    shown = " ".join(printable(text).split())
    fence = "`" * (max(map(len, re.findall("`+", shown)), default=0) + 1)
    blank = " " if shown.startswith("`") or shown.endswith("`") or not shown else ""
    return f"{fence}{blank}{shown or ' '}{blank}{fence}"


def _head(outcome: Outcome, language: Language) -> Iterator[str]:
    placed, whole = outcome.share
    share = say(
        "Placed: {placed} of {whole} characters ({share} %).",
        placed=placed,
        whole=whole,
        share=percentage((placed, whole)),
    )
    yield f"- {language(share)}"
    yield f"- {language(counted(outcome))}"
    for remark in outcome.remarks:
        yield f"- {language(remark)}"


def _document(one: Document, language: Language) -> Iterator[str]:
    yield from ("", f"## {code(one.name)} ({language(MAKES[one.make])})")
    yield from ("", *(f"- {language(remark)}" for remark in one.remarks)) if one.remarks else ()
    placed = one.account.lines
    if one.account.left:
        yield from ("", f"### {language(say('Left over'))} ({len(one.account.left)})", "")
        for left in one.account.left:
            where = places(left.lines, placed, one.make, language)
            words = "" if left.words == HIDDEN else f"{code(left.words)} – "
            yield f"- {where}: {words}{language(why(left))}"
    for certainty, heading in _HEADINGS.items():
        entries = [entry for entry in one.account.entries if entry.certainty is certainty]
        if entries:
            yield from ("", f"### {language(heading)} ({len(entries)})", "")
            yield from (_entry(entry, one, language) for entry in entries)


def _entry(entry: Entry, one: Document, language: Language) -> str:
    value = code(entry.value) if entry.value else language(say("nothing"))
    where = places(entry.lines, one.account.lines, one.make, language)
    words = f" {language(say('from'))} {code(entry.words)}" if entry.words and entry.words != entry.value else ""
    reason = f" – {language(entry.reason)}" if entry.reason is not None else ""
    return f"- {code(entry.path)} {code(entry.field)}: {value}{words}{f' ({where})' if where else ''}{reason}"


def _every_line(one: Document, language: Language) -> Iterator[str]:
    yield from ("", f"## {language(say('Every line of {name}', name=code(one.name)))}", "")
    for placed in one.account.lines:
        if placed.fate is Fate.EMPTY:
            continue
        where = ", ".join(code(path) for path in placed.where)
        fate = language(say("partly left over") if placed.fate is Fate.LEFT and placed.where else FATES[placed.fate])
        yield f"- {language(place(placed.line, one.make))}: {fate}{f' → {where}' if where else ''}: {code(placed.line.text)}"
