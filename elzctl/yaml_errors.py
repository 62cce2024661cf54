"""YAML's complaints in plain words, with the place and the line as it should be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from elzctl.faults import syntax
from elzctl.finding import Finding
from elzctl.source import Patch, Source
from elzctl.wording import Message, say

# A line "key: text: more" whose value is not quoted; also inside a list item.
_COLON = re.compile(
    r"^(?P<key>[ \t]*(?:-[ ]+)?[\w-]+:[ ]+)(?P<value>[^\s'\"\[{|>#&*!@%`][^\n\r]*?:(?:[ ][^\n\r]*?)?)[ \t]*\r?$",
    re.MULTILINE,
)
_TAB = re.compile(r"^[ ]*\t|^[ ]*(?:-[ ]*)?[\w-]+:[ ]*\t", re.MULTILINE)
_START = re.compile(r"^(?P<key>[ \t]*(?:-[ ]+)?(?:[\w-]+:[ ]+)?)(?P<value>[@`%*&!\[{'\"][^\n\r]*?)[ \t]*\r?$")

# What libyaml or PyYAML says (a part of it) → what a person can do with it.
_WORDS: tuple[tuple[str, Message], ...] = (
    ("cannot start any token", say("A value may not begin with this sign")),
    ("unknown escape character", say("A “\\” in double quotes begins a special character, and this is none")),
    ("unexpected end of stream", say("A quote is opened here and not closed")),
    ("expected ',' or ']'", say("A list “[…]” is not closed, or a comma is missing")),
    ("expected ',' or '}'", say("A “{…}” is not closed, or a comma is missing")),
    ("could not find expected ':'", say("A “:” is missing behind a key, or the line begins too far to the left")),
    ("expected key", say("This line begins too far to the right or to the left")),
    ("expected '-' indicator", say("The lines of this list do not begin in the same column")),
    ("expected <document start>", say("This line does not belong here: it begins in another column than the keys")),
    ("but found another document", say("A second “---” begins here")),
    ("expected a single document", say("A second “---” begins here")),
    ("expected alphabetic or numeric", say("A value that begins with *, & or ! has to stand between quotes")),
    ("hexdecimal", say("A “\\” in double quotes begins a special character, and this is none")),
)


def explain(error: Any, source: Source, start: int, end: int) -> list[Finding]:
    """The findings for a YAML error between two characters of a file: every loose colon, or the one fault."""
    text = source.text[start:end]
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", "") or "")
    marks = [getattr(error, name, None) for name in ("problem_mark", "context_mark")]
    # A quote that is never closed is told where it opens, and not at the end of the data.
    mark = marks[1] if "end of stream" in problem and marks[1] is not None else marks[0] or marks[1]
    if "mapping values are not allowed" in problem or "could not find expected" in problem:
        colons = list(_colons(source, start, text))
        if colons:
            return colons
    index = min(getattr(mark, "index", 0) if mark is not None else getattr(error, "position", 0), len(text))
    tab = _TAB.search(text)
    if tab and ("\\t" in problem or "token" in problem or "indent" in problem or "key" in problem):
        return [syntax.tab_character(source.span(start + tab.end() - 1, start + tab.end()))]
    message = next((words for part, words in _WORDS if part in problem), say("This is not valid YAML"))
    return [syntax.broken_yaml(source.span(start + index, start + index), message, _quoted(text, index))]


def _colons(source: Source, start: int, text: str) -> Iterator[Finding]:
    for match in _COLON.finditer(text):
        better = quoted(match["value"])
        at = source.span(start + match.start("value"), start + match.end("value"))
        fix = (Patch(source.path, at.start, at.end, better),)
        yield syntax.unquoted_colon(at, (match["key"] + better).strip(), fix)


def quoted(text: str) -> str:
    """The text as a YAML scalar between double quotes, on one line."""
    import json

    plain = json.dumps(text, ensure_ascii=False)
    return re.sub("[\x7f-\x9f\u2028\u2029\ufeff]", lambda odd: f"\\u{ord(odd[0]):04x}", plain)


def _quoted(text: str, index: int) -> Message | None:
    """The line at *index* with its value between quotes, if that is likely what is missing."""
    first = text.rfind("\n", 0, index) + 1
    last = text.find("\n", index)
    match = _START.match(text[first : last if last >= 0 else len(text)])
    if not match or len(match["value"]) > 200:
        return None
    better = quoted(match["value"].strip("'\""))
    return say("Write: {line}", line=(match["key"] + better).strip())
