"""What goes wrong in a zone's own template of PDFs, in plain words with its file and line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from elzctl.record import NamedTuple
from elzctl.render.engine_words import APART, BY_ZERO, CIRCLES, NO_LIST, Table, quoted, short, told
from elzctl.templates import built_in
from elzctl.wording import Message, say

if TYPE_CHECKING:
    from typst import TypstError

FOLDER = "templates/pdf"

_PLACE = re.compile(r"([\w.-]+\.typ):(\d+):(\d+)")
_SEARCHED = re.compile(r" \(searched (?:at|for) .*\)", re.DOTALL)
_KEY = re.compile(r'dictionary does not contain key "([^"]+)"')
_IMPORT = re.compile(r'\s*#?import "([\w.-]+)"')
_NAME = re.compile(r"[\w-]+")
_NOT_THERE = say("this has no “{name}” in it")

WORDS: Table = (
    (
        r"(?:failed to download|failed to load) package|package not found",
        say("templates have no packages, and nothing is fetched from the web"),
    ),
    (
        r"file not found \(searched at .*?(?P<name>[\w.-]+\.typ)\)",
        say("there is no template “{name}” in templates/pdf"),
    ),
    (
        r"file not found|.*would escape the project root|failed to load file|cannot read file",
        say("a template can read the other templates, data.json and the logo only"),
    ),
    (r"unknown variable: (?P<name>\S+)", say("there is no variable or function “{name}”")),
    (r"unclosed delimiter", say("a bracket or sign that opens here is not closed")),
    (r"unclosed string|unclosed raw text", say("a text that begins here is not ended")),
    (r"unexpected closing", say("this bracket closes nothing")),
    (r"expected expression|unexpected end", say("a value is missing here")),
    (r"expected block", say("a piece between brackets is missing here")),
    (r"expected pattern, found keyword `(?P<name>.*?)`", say("“{name}” cannot be a name: it has a meaning of its own")),
    (r"expected (?:pattern|identifier)", say("a name is missing here")),
    (r"expected keyword `(?P<name>.*?)`", say("the word “{name}” is missing here")),
    (r"expected semicolon or line break", say("a new line is missing here")),
    (r"expected function, found", say("something is called as a function that is none")),
    (r'expected ".*"', say("this word is not one that can stand here")),
    (
        r"(?P<words>expected .*, found .*)",
        say("this is of another kind than is needed here; the engine that draws it says: “{words}”"),
    ),
    (r"unexpected argument: (?P<name>\S+)", say("this function takes nothing with the name “{name}”")),
    (r"unexpected argument", say("this function gets more than it takes")),
    (r"missing argument: (?P<name>\S+)", say("this function needs “{name}” and does not get it")),
    (r'dictionary does not contain key "(?P<name>.*?)"', _NOT_THERE),
    (r"type .* has no method `(?P<name>.*?)`", _NOT_THERE),
    (r"(?:module|function) `.*?` does not contain (?:field )?`(?P<name>.*?)`", _NOT_THERE),
    (r"cannot access fields on", say("this has nothing in it that can be named behind a dot")),
    (r"array index out of bounds \(index: (?P<name>-?\d+)", say("the list has no item {name}")),
    (r"label `<(?P<name>.*?)>` does not exist", say("the document has no place “{name}” to go to")),
    (r"invalid number suffix: `(?P<name>.*?)`", say("“{name}” is no unit of a size, such as pt or mm")),
    (r"the character `(?P<name>.)` is not valid", say("“{name}” cannot stand here")),
    (r"cannot divide by zero", BY_ZERO),
    (r"cannot loop over", NO_LIST),
    (r"cannot (?:add|subtract|multiply|divide|compare|apply|join)", APART),
    (r"maximum .* depth exceeded", CIRCLES),
    (r"loop seems to be infinite|condition is always true", say("this loop has no end")),
    (r"panicked with: (?P<words>.*)", say("this template says itself that it cannot go on: “{words}”")),
    (r"assertion failed", say("this template says itself that something is not as it must be")),
)
"""What the engine says, and the same in plain words."""


class _Place(NamedTuple):
    """The file of a fault, its line and column as the engine counts them."""

    name: str
    line: int
    column: int

    @property
    def path(self) -> str:
        return f"{FOLDER}/{self.name}:{self.line}"


def fault_of_template(fault: TypstError, own: Mapping[str, bytes]) -> Message | None:
    """Where and why the zone's own templates cannot be drawn; ``None`` when there are none."""
    if not own:
        return None
    match = _PLACE.search(fault.diagnostic)
    if match is None:
        return say("{place}: {reason}", place=FOLDER, reason=_reason(fault.message))
    place = _Place(match[1], int(match[2]), int(match[3]))
    older = _lacking(fault.message, place, own)
    if older is None and place.name not in own:
        # Ours is right with the others of ours: something in the zone's own does not fit.
        names = ", ".join(sorted(own))
        reason = _reason(fault.message)
        return say(
            "{place}: this does not fit with your own {names}: {reason}", place=place.path, names=names, reason=reason
        )
    return say("{place}: {reason}", place=place.path, reason=older or _reason(fault.message))


def _reason(words: str) -> Message:
    return told(WORDS, words) or quoted(_SEARCHED.sub("", words))


def _lacking(words: str, place: _Place, own: Mapping[str, bytes]) -> Message | None:
    """What a template lacks of what another one asks for; an own one may have been copied from an earlier elzctl."""
    ours = built_in("pdf")
    if match := _KEY.match(words):
        # One function for each kind of node, found by its name.
        file, name, sign = place.name, match[1], rf'^ *"?{re.escape(match[1])}"?: '
    elif words.startswith("unresolved import") and (asked := _imported(place, {**ours, **own})) is not None:
        file, name = asked
        sign = rf"^#let {re.escape(name)}\b"
    else:
        return None
    if file in own and re.search(sign.encode(), ours.get(file, b""), re.MULTILINE):
        return say(
            "your own {file} is older than this elzctl: it lacks “{name}”, which this document needs. Put your file aside,"
            " run “elzctl templates copy pdf/{file}”, and make your changes again in the new one",
            file=file,
            name=short(name),
        )
    return None if match else say("{file} has nothing with the name “{name}”", file=short(file), name=short(name))


def _imported(place: _Place, texts: Mapping[str, bytes]) -> tuple[str, str] | None:
    """The template of which something is imported at a place, and the name of that."""
    lines = texts.get(place.name, b"").decode(errors="replace").split("\n")
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    file, name = _IMPORT.match(line), _NAME.match(line, place.column)
    return (file[1], name[0]) if file and name else None
