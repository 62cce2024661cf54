"""What changed, for a terminal and a pipe: a block for each thing, its lines with what was and what is.

In texts ``[-…-]`` went and ``{+…+}`` came; on a terminal these have a colour too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from elzctl.finding import Finding
from elzctl.render.changes_labels import THINGS
from elzctl.render.changes_lines import Line, Mark, Run
from elzctl.render.changes_words import Told, Words
from elzctl.render.columns import one_line
from elzctl.render.findings_text import first_line
from elzctl.render.terminal import Paint
from elzctl.views.changes import How
from elzctl.views.changes_findings import FindingChanges
from elzctl.views.stretches import count
from elzctl.wording import Language, Message, say, say_count

MOST_FINDINGS = 50
"""So many findings of each kind are listed."""

LEGEND = say("In texts, {gone} is what went and {come} what came.", gone="[-…-]", come="{+…+}")
"""What the brackets mean, where there are some."""

NO_NUMBER = "·"  # no title of a plan stands at the left edge, where a CI would obey it
LEAST = 16  # columns for a text, however narrow the window is

_BRACKETS = {Mark.GONE: ("[-", "-]"), Mark.COME: ("{+", "+}")}
_PARTS = re.compile(r"(\[-|-\]|\{\+|\+\})")


def changes_text(words: Words, findings: FindingChanges | None, paint: Paint, columns: int | None) -> Iterator[str]:
    """The lines: things by kind, findings that are new and gone, and how many of each."""
    language = words.say
    marked = False
    for thing, group in groupby(words.told(), key=lambda told: told.thing):
        yield paint("strong", f"# {language(THINGS[thing])}")
        for told in group:
            marked |= is_marked(told)
            yield ""
            yield from _block(told, language, paint, columns)
        yield ""
    for heading, some in _findings(findings):
        yield paint("strong", f"# {language(heading)}")
        yield from _listed(words.screen.findings(some), language)
        yield ""
    if marked:
        yield from (paint("quiet", line) for line in filled("", language(LEGEND), "", columns))
    for text in closing(words, findings):
        yield from filled("", text, "", columns)


def is_marked(told: Told) -> bool:
    """True when a text in it has brackets."""
    return any(run.mark in _BRACKETS for line in told.lines for run in line.runs)


def closing(words: Words, findings: FindingChanges | None) -> Iterator[str]:
    """How much changed, and what is left out."""
    yield words.summary()
    if findings is not None and (findings.new or findings.gone):
        yield words.say(tally(findings))
    yield from rest(words, findings)


def rest(words: Words, findings: FindingChanges | None) -> Iterator[str]:
    """What is not told above: other files that changed, and how much is left out because it is internal."""
    yield from filter(None, (words.others(),))
    if words.found.hidden:
        yield words.say(left_out(words.found.hidden))
    if findings is not None and findings.hidden:
        yield words.say(
            say_count(
                "{count} finding in internal parts is left out; --internal shows it.",
                "{count} findings in internal parts are left out; --internal shows them.",
                findings.hidden,
            )
        )


def tally(findings: FindingChanges) -> Message:
    """How many findings are new, and how many are gone."""
    return say("Findings: {new} new, {gone} gone.", new=len(findings.new), gone=len(findings.gone))


def left_out(hidden: int) -> Message:
    """That there is more in ``::: intern``."""
    return say_count(
        "{count} internal change is left out; --internal shows it.",
        "{count} internal changes are left out; --internal shows them.",
        hidden,
    )


def plain_lines(told: Told, language: Language) -> Iterator[Line]:
    """The lines that are worth reading: none of what is gone; of what is new what it is, and how long its texts are."""
    if told.how is How.REMOVED:
        return
    if told.how is not How.ADDED:
        yield from told.lines
        return
    yield from (line._replace(runs=(Run(Mark.PLAIN, line.after),), sign="") for line in told.lines if not line.whole)
    texts = [line for line in told.lines if line.whole]
    if texts:
        number = sum(count(one.text) for line in texts for one in line.whole)
        words = language(say_count("{count} word", "{count} words", number))
        under = ", ".join(line.label for line in texts)
        yield Line(language(say("text")), (Run(Mark.PLAIN, f"{words} ({under})"),))


def _block(told: Told, language: Language, paint: Paint, columns: int | None) -> Iterator[str]:
    """The head of a thing and its lines."""
    number = f"{told.number or NO_NUMBER}  "
    title = f"{told.title} ({told.words})" if told.words else told.title
    yield from (paint("strong", line) for line in filled(number, title, " " * len(number), columns))
    if told.path:
        yield paint("quiet", one_line(told.path))
    yield from told_lines(told, language, paint, columns)


def told_lines(told: Told, language: Language, paint: Paint, columns: int | None) -> Iterator[str]:
    """What changed in a thing, a line each."""
    for line in plain_lines(told, language):
        lead = f"  {line.lead} "
        first, *rest = filled(lead, "".join(map(_bracketed, line.runs)), "    ", columns)
        yield from _coloured((f"{paint('quiet', lead)}{first.removeprefix(lead)}", *rest), paint)


def filled(lead: str, text: str, indent: str, columns: int | None) -> list[str]:
    """*text* behind *lead*, on lines of so many columns, the later ones behind *indent*; on one line in a pipe."""
    if columns is None:
        return [lead + text]
    import textwrap

    room = max(columns, len(indent) + LEAST)
    return textwrap.wrap(
        *(text, room), initial_indent=lead, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False
    ) or [lead]


def _bracketed(run: Run) -> str:
    start, end = _BRACKETS.get(run.mark, ("", ""))
    return f"{start}{run.text}{end}"


def _coloured(lines: Iterable[str], paint: Paint) -> Iterator[str]:
    """The lines with a colour for what went and what came, also where that goes on over lines."""
    style = ""
    for line in lines:
        found = []
        for part in _PARTS.split(line):
            style = {"[-": "error", "{+": "good"}.get(part, style)
            found.append(paint(style, part) if style and part.strip() else part)
            style = "" if part in ("-]", "+}") else style
        yield "".join(found)


def _findings(findings: FindingChanges | None) -> Iterator[tuple[Message, tuple[Finding, ...]]]:
    if findings is not None:
        both = ((say("New findings"), findings.new), (say("Findings that are gone"), findings.gone))
        yield from ((heading, some) for heading, some in both if some)


def _listed(findings: tuple[Finding, ...], language: Language) -> Iterator[str]:
    for finding in findings[:MOST_FINDINGS]:
        yield first_line(finding, language)
    if len(findings) > MOST_FINDINGS:
        yield language(say("… and {count} more", count=len(findings) - MOST_FINDINGS))
