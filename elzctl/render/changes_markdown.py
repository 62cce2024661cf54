"""What changed, as a comment on a pull request: it is found again by its first line and stays under a forge's limit.

Everything that comes from a plan is text and nothing else: it notifies nobody, closes and links nothing, holds no HTML and
no picture, and ends no line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from elzctl.finding import Finding, Severity
from elzctl.render.changes_labels import THINGS
from elzctl.render.changes_lines import Line, Mark, Run
from elzctl.render.changes_text import plain_lines, rest, tally
from elzctl.render.changes_words import Told, Words
from elzctl.render.columns import one_line
from elzctl.render.findings_text import SEVERITIES
from elzctl.views.changes_findings import FindingChanges
from elzctl.wording import Language, say, say_count

MARKER = "<!-- elzctl diff -->"
"""The first line, which is not shown: a later run finds its own comment by it."""
LIMIT = 50_000
"""Bytes: the strictest forge takes 65,536, and the checks of a zone add where the document is, and other files."""
MOST_FINDINGS, FEW_FINDINGS = 10, 5
LONGEST, LONGEST_FINDING = 1_200, 240
"""Characters of one stretch of text, and of a finding; a comment is no place for more."""

_JOINER = "\u200d"  # it cannot be seen, and what it parts is no reference
_STYLES = {Mark.IS: "**", Mark.COME: "**", Mark.GONE: "~~"}
# Markup anywhere; marks of lists and the like where a text begins; what a forge takes for people, issues and addresses.
_MARKUP = re.compile(r"[\\`*_{}\[\]|~$^#!]")
_FIRST = re.compile(r"\A(?:[-+=>]|[0-9]+(?=[.)]))")
_REFERENCE = re.compile(r"(?:[@#!$%~^&]|\bGH(?=-)|(?<=:)(?=//)|\bwww(?=\.))(?=\S)", re.IGNORECASE)
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def changes_markdown(
    words: Words, findings: FindingChanges | None, versions: tuple[str, str], limit: int = LIMIT
) -> str:
    """The comment; *versions* are the two that are compared, as they are named on a command line."""
    head = f"{MARKER}\n\n**{escaped(words.summary())}**\n"
    left = len(words.found.things)
    room = limit - len(head.encode()) - len(_tail(words, findings, versions, left).encode())
    body: list[str] = []
    for text, is_thing, lines in _blocks(words):
        size = len(text.encode())
        if size > room:
            body += _part(lines, room)
            break
        body.append(text)
        room -= size
        left -= is_thing
    return head + "".join(body) + _tail(words, findings, versions, left)


def _tail(words: Words, findings: FindingChanges | None, versions: tuple[str, str], left: int) -> str:
    """How many things there was no room for, and how to see them; what else changed, and the findings."""
    found = []
    if left:
        more = say_count("… and {count} more thing that changed.", "… and {count} more things that changed.", left)
        command = escaped(" ".join(("elzctl diff", *filter(None, versions))))
        found.append(f"\n{words.say(more)} {words.say(say('All of it: {command}', command=command))}\n")
    found += [f"\n{escaped(text)}\n" for text in rest(words, findings)]
    return "".join((*found, *_findings(words, findings)))


def escaped(text: str, most: int = LONGEST) -> str:
    """*text* on one line, as nothing but text, of so many characters at most."""
    text = one_line(text)
    text = text if len(text) <= most else f"{text[:most].rstrip()} …"
    text = _REFERENCE.sub(lambda match: f"{match[0]}{_JOINER}", text)
    text = re.sub("[&<>]", lambda match: _HTML[match[0]], text)
    text = _MARKUP.sub(lambda match: f"\\{match[0]}", text)
    return _FIRST.sub(_unlisted, text)


def _unlisted(match: re.Match[str]) -> str:
    """The mark of a list as text."""
    return f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}"


def _findings(words: Words, findings: FindingChanges | None) -> Iterator[str]:
    """What is wrong now that was not, the worst first; folded away when that is much."""
    if findings is None or not (findings.new or findings.gone):
        return
    worst = sorted(words.screen.findings(findings.new), key=lambda finding: list(Severity).index(finding.severity))
    lines = [_finding(finding, words.say) for finding in worst[:MOST_FINDINGS]]
    if len(worst) > MOST_FINDINGS:
        lines.append(f"- {words.say(say('… and {count} more', count=len(worst) - MOST_FINDINGS))}")
    head, list_ = escaped(words.say(tally(findings))), "".join(f"{line}\n" for line in lines)
    if len(worst) > FEW_FINDINGS:
        yield f"\n<details><summary>{head}</summary>\n\n{list_}\n</details>\n"
    else:
        yield f"\n{head}\n" + (f"\n{list_}" if list_ else "")


def _finding(finding: Finding, language: Language) -> str:
    severity = language(SEVERITIES[finding.severity])
    place = f"{finding.span.path}:{finding.span.line}"
    message = escaped(language(finding.message), LONGEST_FINDING)
    return f"- {escaped(f'{severity} ({finding.code})')} {escaped(place, LONGEST_FINDING)}: {message}"


def _blocks(words: Words) -> Iterator[tuple[str, bool, list[str]]]:
    """Each piece of the comment, whether it is a thing, and its lines."""
    for thing, group in groupby(words.told(), key=lambda told: told.thing):
        yield f"\n### {escaped(words.say(THINGS[thing]))}\n", False, []
        for told in group:
            lines = list(_lines(told, words.say))
            yield _block(lines), True, lines


def _block(lines: Iterable[str]) -> str:
    return "\n".join(("", *lines, ""))


def _part(lines: list[str], room: int) -> Iterator[str]:
    """The first lines of a thing that is too long, as many as there is room for; nothing when that is only its head."""
    found: list[str] = []
    for line in lines:
        room -= len(line.encode()) + 2
        if room < 0:
            break
        found.append(line)
    if len(found) > 2:  # a head, a blank line, and something that changed
        yield _block((*found, "- …"))


def _lines(told: Told, language: Language) -> Iterator[str]:
    title = escaped(f"{told.number} {told.title}".strip())
    yield f"**{title}**" + (f" ({escaped(told.words)})" if told.words else "")
    lines = [_line(line) for line in plain_lines(told, language)]
    yield from ("",) * bool(lines)
    yield from lines


def _line(line: Line) -> str:
    return f"- {escaped(line.lead)} {''.join(map(_run, line.runs))}"


def _run(run: Run) -> str:
    """A run with the blanks around it outside of its marks, where Markdown wants them."""
    words = run.text.strip()
    before, after = " " * run.text.startswith(" "), " " * (run.text.endswith(" ") and bool(words))
    style = _STYLES.get(run.mark, "") if words else ""
    return f"{before}{style}{escaped(words)}{style}{after}"
