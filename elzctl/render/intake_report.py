"""What came of an import as a page of Markdown to go through: what to look at first, every line of the document last.

What stands in a document comes as code, so that it is text and nothing else on every forge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from elzctl.intake.ledger import Entry, Fate
from elzctl.intake.outcome import Document, Outcome
from elzctl.render.columns import cut
from elzctl.render.intake_grouped import by_file, by_rule, guessed, unclear
from elzctl.render.intake_words import FATES, HIDDEN, MAKES, STATES, counted, named, place, places, shared, why
from elzctl.render.terminal import printable
from elzctl.wording import Language, Message, say

MARKER = "<!-- elzctl import -->"
"""The first line: a report of elzctl is written over by the next one, and nothing else is."""

_FIRST = say("Go through what is left over, not understood and guessed, and put it right in the files.")
_UNCLEAR = say("Not understood")
_GUESSED = say("Guessed: look at these")
_BY_RULE = say("Filled in by a rule: change what you want otherwise")
_READ = say("Read")
LONGEST = 160
"""Characters of a text of the document that are shown; its line stands further down as a whole."""


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
    for collapse in outcome.collapses:
        yield f"- **{language(collapse)}**"
    yield f"- {language(shared(outcome))}"
    yield f"- {language(counted(outcome))}"
    for remark in outcome.remarks:
        yield f"- {language(remark)}"


def _document(one: Document, language: Language) -> Iterator[str]:
    yield from ("", f"## {code(one.name)} ({language(MAKES[one.make])})")
    told = dict.fromkeys(language(remark) for remark in one.remarks if remark != one.account.collapse)
    yield from ("", *(line for remark in told for line in _remark(remark))) if told else ()
    placed = one.account.lines
    if one.account.left:
        yield from ("", f"### {language(say('Left over'))} ({len(one.account.left)})", "")
        for left in one.account.left:
            where = places(left.lines, placed, one.make, language)
            words = "" if left.words == HIDDEN else f"{code(left.words)} – "
            yield f"- {where}: {words}{language(why(left))}"
    entries = one.account.entries
    for heading, groups in ((_UNCLEAR, unclear(entries)), (_GUESSED, guessed(entries)), (_BY_RULE, by_rule(entries))):
        if groups:
            yield from ("", f"### {language(heading)} ({sum(len(group) for _, group in groups)})", "")
            for reason, group in groups:
                yield from _group(reason, group, one, language)
    yield from _read(by_file(entries), one, language)


def _remark(told: str) -> Iterator[str]:
    """What is told, and each of the sentences that it names on a line of its own."""
    head, *sentences = told.split("\n")
    yield f"- {head.rstrip()}"
    yield from (f"  - {code(one)}" for one in sentences)


def _group(reason: Message | None, group: Sequence[Entry], one: Document, language: Language) -> Iterator[str]:
    """One field in a line; several that are told alike in a list below what is said of all."""
    if len(group) == 1:
        yield _entry(group[0], one, language)
        return
    field = named(re.sub(r"\[[^\]]*\]", "", group[0].field), language)
    said = f": {language(reason)}" if reason is not None else ""
    first = group[0].value
    if all(not entry.words and entry.value == first for entry in group):
        yield f"- {code(field)} ({len(group)} ×) {code(first)}{said}"
        yield f"  - {', '.join(code(_name(entry.path)) for entry in group)}"
        return
    yield f"- {code(field)} ({len(group)} ×){said}"
    for entry in group:
        yield f"  {_entry(entry if reason is None else entry._replace(reason=None), one, language, is_member=True)}"


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _read(files: Mapping[str, Sequence[Entry]], one: Document, language: Language) -> Iterator[str]:
    """What was read, file by file."""
    if files:
        yield from ("", f"### {language(_READ)} ({sum(map(len, files.values()))})", "")
    for path, entries in files.items():
        yield f"- {code(path)}"
        for entry in entries:
            shown = _entry(entry, one, language).removeprefix(f"- {code(path)} ")
            yield f"  - {shown}"


def _entry(entry: Entry, one: Document, language: Language, *, is_member: bool = False) -> str:
    """A field with its value, words, place and reason; as a *member* of a group without what is said of all."""
    value = code(cut(entry.value, LONGEST)) if entry.value else language(say("nothing"))
    where = places(entry.lines, one.account.lines, one.make, language)
    words = (
        f" {language(say('from'))} {code(cut(entry.words, LONGEST))}"
        if entry.words and entry.words != entry.value
        else ""
    )
    reason = f" – {language(entry.reason)}" if entry.reason is not None else ""
    field = "" if is_member and "[" not in entry.field else f" {code(named(entry.field, language))}"
    return f"- {code(_name(entry.path) if is_member else entry.path)}{field}: {value}{words}{f' ({where})' if where else ''}{reason}"


def _every_line(one: Document, language: Language) -> Iterator[str]:
    yield from ("", f"## {language(say('Every line of {name}', name=code(one.name)))}", "")
    for placed in one.account.lines:
        if placed.fate is Fate.EMPTY:
            continue
        where = ", ".join(dict.fromkeys(code(_named(path, language)) for path in placed.where))
        fate = language(say("partly left over") if placed.fate is Fate.LEFT and placed.where else FATES[placed.fate])
        yield f"- {language(place(placed, one.make))}: {fate}{f' → {where}' if where else ''}: {code(placed.line.text)}"


def _named(where: str, language: Language) -> str:
    """A path with the part of the file behind it."""
    path, sign, field = where.partition("#")
    return f"{path}{sign}{named(field, language)}"
