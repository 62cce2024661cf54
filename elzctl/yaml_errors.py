"""YAML's complaints in plain words, with the place and the line as it should be.

A line is mended on paper, and the data is parsed again: only advice that takes the complaint away is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from elzctl.faults import syntax
from elzctl.finding import Finding
from elzctl.record import NamedTuple
from elzctl.source import Patch, Source
from elzctl.wording import Message, say
from elzctl.yaml_braces import is_begun, opened, quoted_inside
from elzctl.yaml_dashes import NO_BLANK, glued_dash

MOST_TRIES = 60
"""So many times the data of one broken file is parsed again, to see whether a better line helps."""
_TRIES_AT_ONCE = 6
_LONGEST_LINE = 250

_TAB = re.compile(r"^[ ]*\t|^[ ]*(?:-[ ]*)?[\w-]+:[ ]*\t", re.MULTILINE)
_LINE_END = re.compile(r"\r\n?|\n")
_LINE = re.compile(
    r"(?P<lead>[ ]*(?:-[ ]+)*)(?:(?P<key>[A-Za-z_][\w-]*):(?P<gap>[ ]+|(?=[^\s/])))?(?P<value>.*?)[ \t]*\Z"
)
# Blanks that YAML does not take for blanks, and where they do harm: up to the value.
_ODD_SIGNS = "[\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]"
_ODD = re.compile(_ODD_SIGNS)
_TO_VALUE = re.compile(rf"(?:[ -]|{_ODD_SIGNS})*(?:[\w-]+:)?(?:[ ]|{_ODD_SIGNS})*")
_MARKS = "'\"[]{}|>#&*!@%`?-,"
_QUOTE = re.compile(r'(?<!\\)"')
# How a Dutch word begins that has lost its first letters: 's avonds, 't huis.
_CLITIC = re.compile(r"'[a-zA-Z]{1,2}\b")
_INDENT = re.compile(r"([ ]*)((?:-[ ]+)*)(?:[\w-]+:(?:[ ]|\Z)|(?<=[ ])\S)")
# Keys that hold lists: what stands there is not made one text.
_LISTS = frozenset("lead partners target_groups themes from member_of also contact terms before after".split())

_NOT_CLOSED = say("A quote is opened here and not closed")
_BEHIND = say("Text stands behind the closing sign: the whole value has to stand between quotes")
_ESCAPE = say("A “\\” in double quotes begins a special character, and this is none")
_SIGN = say("A value may not begin with this sign")
_INSIDE = say("One of the values between { and } has to stand between quotes")
_NO_BLANK = say("A blank is missing behind the “:”")
_LIST = say("A list “[…]” is not closed, or a comma is missing")
_ALIAS = say("A value that begins with *, & or ! has to stand between quotes")
_COLUMN = say("This line begins too far to the right or to the left")
# What a value begins with → what is wrong when more follows.
_WHAT = {"'": _BEHIND, '"': _BEHIND, "[": _BEHIND, "{": _BEHIND, "*": _ALIAS, "&": _ALIAS, "!": _ALIAS}

# What libyaml or PyYAML says (a part of it) → what a person can do with it.
_WORDS: tuple[tuple[str, Message], ...] = (
    ("cannot start any token", _SIGN),
    ("unknown escape character", _ESCAPE),
    ("unexpected end of stream", _NOT_CLOSED),
    ("expected ',' or ']'", _LIST),
    ("expected ',' or '}'", say("A “{…}” is not closed, or a comma is missing")),
    ("could not find expected ':'", say("A “:” is missing behind a key, or the line begins too far to the left")),
    ("expected key", _COLUMN),
    ("expected '-' indicator", say("The lines of this list do not begin in the same column")),
    ("expected <document start>", say("This line does not belong here: it begins in another column than the keys")),
    ("but found another document", say("A second “---” begins here")),
    ("expected a single document", say("A second “---” begins here")),
    ("expected alphabetic or numeric", _ALIAS),
    ("hexdecimal", _ESCAPE),
)


class _Stop(NamedTuple):
    """Where the parser gives up, as line and character from 0, and what it says."""

    row: int
    column: int
    problem: str


class _Mended(NamedTuple):
    """A line as it could be: its number from 0, the line, what is wrong, and from where to where (in the line) it changes."""

    row: int
    line: str
    what: Message
    start: int
    end: int
    better: str = ""
    kind: str = ""


def explain(error: Any, source: Source, start: int, end: int) -> list[Finding]:
    """The findings for a YAML error between two characters of a file: every line that can be mended, or the one fault."""
    text = source.text[start:end]
    stop = _stop_of(error, text)
    tab = _TAB.search(text)
    if tab and any(part in stop.problem for part in ("\\t", "token", "indent", "key")):
        return [syntax.tab_character(source.span(start + tab.end() - 1, start + tab.end()))]
    starts = [start, *(start + match.end() for match in _LINE_END.finditer(text))]
    lines = _LINE_END.split(text)
    if _stop("\n".join(lines)) is not None:
        found = [_told(mended, at, source, starts[mended.row]) for mended, at in _repairs(lines, stop)]
        if found:
            return found
    message = next((words for part, words in _WORDS if part in stop.problem), say("This is not valid YAML"))
    row, column = opened(error, text) or (stop.row, stop.column)
    at = starts[row] + column
    hint = say(
        "Look here and in the lines above: often a bracket or a quotation mark is not closed, or a line begins too far left or right."
    )
    return [syntax.broken_yaml(source.span(at, at), message, hint)]


def quoted(text: str) -> str:
    """The text as a YAML scalar between double quotes, on one line."""
    import json

    plain = json.dumps(text, ensure_ascii=False)
    return re.sub("[\x7f-\x9f\u2028\u2029\ufeff]", lambda odd: f"\\u{ord(odd[0]):04x}", plain)


def _told(mended: _Mended, column: int, source: Source, start: int) -> Finding:
    """The finding for a line that begins at *start*; a fault without a change of its own is told at *column*."""
    if mended.kind == "column":
        at = source.span(start + mended.end, start + mended.end)
        move = say(
            "Let this line begin in column {column}, as the lines do that it belongs with.", column=mended.start + 1
        )
        return syntax.broken_yaml(at, mended.what, move)
    line = mended.line.strip(" ")
    at = source.span(start + mended.start, start + mended.end)
    fix = (Patch(source.path, at.start, at.end, mended.better),)
    if mended.kind == "colon":
        return syntax.unquoted_colon(at, line, fix)
    safe = mended.kind == "blank"
    at = at if safe else source.span(start + column, start + column)
    hint = say("Write: {line}", line=line) if len(line) <= _LONGEST_LINE else None
    return syntax.broken_yaml(at, mended.what, hint, fix if safe else ())


def _stop_of(error: Any, text: str) -> _Stop:
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", "") or "")
    marks = [getattr(error, name, None) for name in ("problem_mark", "context_mark")]
    # A quote that is never closed, and a key without a colon, are told where they begin.
    early = "end of stream" in problem or "could not find expected ':'" in problem
    mark = marks[1] if early and marks[1] is not None else marks[0] or marks[1]
    index = min(getattr(mark, "index", 0) if mark is not None else getattr(error, "position", 0), len(text))
    ends = [match.end() for match in _LINE_END.finditer(text, 0, index)]
    return _Stop(len(ends), index - (ends[-1] if ends else 0), problem)


def _stop(text: str) -> _Stop | None:
    """Where the parser gives up, or ``None`` when all can be read.  Without recursion, however deep the data is."""
    try:
        for _ in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            pass
    except yaml.YAMLError as error:
        return _stop_of(error, text)
    except (ValueError, OverflowError):
        return _Stop(-1, 0, "")
    return None


def _repairs(lines: list[str], stop: _Stop) -> Iterator[tuple[_Mended, int]]:
    """The lines to mend, one after the other, each with the character of the line where the fault is told."""
    now, likely = list(lines), [mended for row in range(len(lines)) if (mended := _value_mended(lines, row))]
    done: set[int] = set()
    tries = MOST_TRIES
    while tries > 0 and stop.row not in done:
        near = [mended for mended in likely if mended.row <= stop.row and mended.row not in done]
        options = [*reversed(near[-_TRIES_AT_ONCE:]), *_shifted(now, stop.row), *_shifted(now, stop.row - 1)]
        tries -= len(options)
        # A “-” that is no item is certain: what another line might be comes after it.
        dashes = [one for one in options if one.what is NO_BLANK]
        best = _best(now, dashes, stop) or _best(now, options, stop)
        if best is None:
            # What is certain is told, also where more is wrong.
            yield from ((one._replace(kind="value"), one.end) for one in near[-1:] if one.what is NO_BLANK)
            return
        mended, after = best
        behind = stop.row == mended.row and stop.column > mended.start and mended.what not in (_SIGN, NO_BLANK)
        yield mended, stop.column if behind else mended.start
        if after is None:
            return
        now[mended.row] = mended.line
        done.add(mended.row)
        stop = after


def _best(lines: list[str], options: list[_Mended], stop: _Stop) -> tuple[_Mended, _Stop | None] | None:
    """The better line that brings the parser furthest, and where it then gives up; ``None`` when none helps."""
    best: tuple[_Mended, _Stop] | None = None
    for mended in options:
        after = _stop("\n".join([*lines[: mended.row], mended.line, *lines[mended.row + 1 :]]))
        if after is None:
            return mended, None
        # A quote that is closed shows the faults that it swallowed.
        beyond = mended.row if mended.kind == "quote" else stop.row
        if after.row > (beyond if best is None else max(beyond, best[1].row)):
            best = (mended, after)
    return best


def _value_mended(lines: list[str], row: int) -> _Mended | None:
    """The line with its value so that YAML can read it; ``None`` when nothing is wrong with the line by itself."""
    line = lines[row]
    if (undashed := glued_dash(lines, row)) is not None:
        start, end, better = undashed
        line = line[:start] + better + line[end:]
        rest = _value_mended([*lines[:row], line, *lines[row + 1 :]], row)
        return _Mended(row, rest.line if rest else line, NO_BLANK, start, end, better, "value" if rest else "blank")
    if line.isascii():
        odd, clean = None, line
    else:
        begun = _TO_VALUE.match(line)
        end = begun.end() if begun else 0
        odd, clean = _ODD.search(line, 0, end), _ODD.sub(" ", line[:end]) + line[end:]
    match = _LINE.match(clean)
    if match is None or not (match["key"] or "-" in match["lead"]):
        return None
    value, lead = match["value"], match["lead"] + (f"{match['key']}: " if match["key"] else "")
    what, better, kind = _better(match["key"], value) or (None, value, "")
    if not what and (value.startswith("#") or (" #" in value and value[0] not in "'\"[{")):
        # Behind a key that stands apart the sign would begin a comment.
        better = quoted(value)
    if kind == "quote" and not _ends_here(lines, row, len(match["lead"])):
        return None
    glued = bool(match["key"] and not match["gap"] and value)
    if not (odd or glued or what) or _stop(f"x: {better}") is not None:
        return None
    if odd:
        message = say("The character U+{code} stands here instead of a blank", code=f"{ord(odd[0]):04X}")
        kind = "blank" if better == value else "value"
        return _Mended(row, lead + better, message, odd.start(), odd.end(), " ", kind)
    start, end = match.span("value")
    if glued:
        return _Mended(row, lead + better, _NO_BLANK, start, end, " " + better, "blank")
    return _Mended(row, lead + better, what or _SIGN, start, end, better, kind)


def _ends_here(lines: list[str], row: int, column: int) -> bool:
    """True when the next line that is not empty begins no further to the right: the value cannot go on there."""
    following = next((line for line in lines[row + 1 :] if line.strip()), "")
    return len(following) - len(following.lstrip(" ")) <= column


def _better(key: str | None, value: str) -> tuple[Message, str, str] | None:
    """What is wrong with a value, the value as it should be, and the kind of fault; ``None`` when there is nothing to say."""
    if not value or (value[0].isalnum() and ": " not in value and value[-1] != ":"):
        return None
    if _stop(f"{'x:' if key else '-'} {value}") is None:
        return (_ALIAS, quoted(value), "value") if value[0] in "*&!" else None
    first, behind = value[0], _WHAT.get(value[0], _SIGN)
    if key in _LISTS and first in "-[":
        opened = first == "-" or "]" not in value
        return (_LIST, f"[{value[1:].rstrip(']').strip()}]", "value") if opened else None
    if first == "{" and is_begun(value):
        inside = quoted_inside(value, quoted, lambda text: _stop(text) is None)
        return (_INSIDE, inside, "value") if inside else None
    if first in "[{" and value.find("]" if first == "[" else "}") < 0:
        return None
    if first == '"':
        quotes = len(_QUOTE.findall(value))
        if quotes == 1:
            return _NOT_CLOSED, _escaped(value[1:]), "quote"
        if quotes == 2 and value[-1] == '"':
            return _ESCAPE, _escaped(value[1:-1]), "value"
    if first == "'" and value.count("'") == 1:
        return _NOT_CLOSED, quoted(value) if _CLITIC.match(value) else f"{value}'", "quote"
    return behind, quoted(value), "value" if first in _MARKS else "colon"


def _escaped(inner: str) -> str:
    """What stands between double quotes, with every “\\” as itself when not all of them can be read."""
    whole = f'"{inner}"'
    return whole if _stop(whole) is None else '"' + re.sub(r'\\(?!")', r"\\\\", inner) + '"'


def _shifted(lines: list[str], row: int) -> Iterator[_Mended]:
    """The line in the columns where lines of its kind begin nearby, the nearest column first."""
    line = lines[row]
    own = _INDENT.match(line)
    if own is None or row < 0 or glued_dash(lines, row):
        return
    # A line with "-" belongs with the other "-", any other with the keys.
    dash = own[2] != ""
    around = [*lines[max(0, row - 12) : row][::-1], *lines[row + 1 : row + 2]]
    columns = [
        len(match[1]) + (0 if dash else len(match[2]))
        for other in around
        if (match := _INDENT.match(other))
        if not dash or match[2]
    ]
    here = len(own[1])
    for column in sorted(dict.fromkeys(columns), key=lambda one: abs(one - here))[:3]:
        if column != here:
            yield _Mended(row, " " * column + line[here:], _COLUMN, column, here, kind="column")
