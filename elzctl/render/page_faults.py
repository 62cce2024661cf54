"""What goes wrong in a zone's own page, in plain words with its file and line.

The engine of pages, Jinja, tells it in English and to programmers.  The usual faults are told in our own words; of the
rest the engine's words are quoted, and said to be the engine's.
"""

from __future__ import annotations

from collections.abc import Iterable

from elzctl.render.engine_words import APART, BY_ZERO, CIRCLES, NO_LIST, Table, quoted, short, told
from elzctl.render.overrun import place_of
from elzctl.render.page import FOLDER, TOO_HIGH, TOO_LONG
from elzctl.wording import Message, say

_STANDS = say("“{found}” stands where “{wanted}” is expected")

SYNTAX: Table = (
    (r"No filter named '(?P<name>.*)'", say("there is no filter “{name}”")),
    (r"No test named '(?P<name>.*)'", say("there is no test “{name}” that can stand after “is”")),
    (
        r"Unexpected end of template\..*'(?P<wanted>end\w+)'.* is '(?P<tag>.*)'",
        say("“{tag}” is not ended: “{wanted}” is missing"),
    ),
    (
        r"Encountered unknown tag '(?P<found>.*?)'\..*'(?P<wanted>end\w+)'.* is '(?P<tag>.*)'",
        say("“{found}” stands where “{tag}” is to be ended first: “{wanted}” is missing"),
    ),
    (r"Encountered unknown tag '(?P<name>end.*?|el.*?)'", say("“{name}” belongs to something that was not begun")),
    (r"Encountered unknown tag '(?P<name>.*?)'", say("there is no tag “{name}”")),
    (r"tag name expected", say("the name of a tag is missing, such as “if” or “for”")),
    (r"Missing end of comment", say("a comment is not ended")),
    (r"Missing end of raw", say("“raw” is not ended: “endraw” is missing")),
    (r"unexpected end of template, expected '(?P<wanted>.*)'", say("“{wanted}” is missing")),
    (r"[Ee]xpected an expression, got '(?P<found>.*)'", say("a value is missing before “{found}”")),
    (r"expected token 'name', got '(?P<found>.*)'", say("a name is missing before “{found}”")),
    (r"expected token '(?P<wanted>.*)', got '(?P<found>.*)'", _STANDS),
    (r"unexpected '(?P<found>.*)', expected '(?P<wanted>.*)'", _STANDS),
    (r"expected name or number", say("a name is missing after a dot")),
    (r"""unexpected char (?:'"'|"'") at""", say("a text between quotation marks is not ended")),
    (r"unexpected char '(?P<found>.*)' at", say("“{found}” cannot stand here")),
    (r"unexpected '(?P<found>.*)'", say("“{found}” cannot stand here")),
    (r"block '(?P<name>.*)' defined twice", say("there are two blocks with the name “{name}”")),
)
"""What is wrong in how a template is written."""

MEANING: Table = (
    (r"'(?P<name>.*)' is undefined", say("there is no value “{name}”")),
    (r"'dict object' has no attribute '(?P<name>.*)'", say("this has no value “{name}” in it")),
    (r"'None' has no attribute '(?P<name>.*)'", say("“{name}” is asked of something that is empty")),
    (r"'(?:str|int|list) object' has no attribute '(?P<name>.*)'", say("“{name}” is asked of a text, number or list")),
    (r"list object has no element (?P<name>.*)", say("the list has no item {name}")),
    (r"access to attribute '(?P<name>.*)' of .* is unsafe", say("“{name}” is not allowed: templates only read values")),
    (r".* is not safely callable", say("a function is called that is not allowed: templates only read values")),
    (
        r"'.*' object is not callable",
        say("a value is called as a function; without the brackets behind it, it is read"),
    ),
    (r"Range too big.*\((?P<most>\d+)\)", say("a range has at most {most} numbers")),
    (TOO_LONG, say("the page becomes too long here")),
    (TOO_HIGH, say("this power is a number of more digits than can be written down")),
    (r"division by zero", BY_ZERO),
    (r"'.*' object is not iterable", NO_LIST),
    (r"can only concatenate|unsupported operand|'\W+' not supported between", APART),
)
"""What is wrong in what a template asks for."""

_TOKENS = {
    "end of print statement": "}}",
    "end of statement block": "%}",
    "end of comment": "#}",
    "begin of print statement": "{{",
    "begin of statement block": "{%",
}


def in_plain_words(error: Exception, name: str, known: Iterable[str] = ()) -> Message:
    """Where and why the page *name*, which was given values with the *known* names, cannot be made."""
    from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

    words = str(getattr(error, "message", None) or error)
    place = place_of(error) or f"{FOLDER}/{name}"
    if isinstance(error, TemplateSyntaxError):
        place = f"{FOLDER}/{(error.name or name).removeprefix(f'{FOLDER}/')}:{error.lineno}"
        reason = told(SYNTAX, _with_signs(words)) or quoted(words)
    elif isinstance(error, TemplateNotFound):
        reason = say("there is no template “{name}” in {folder}", name=short(str(error.name)), folder=FOLDER)
    elif isinstance(error, RecursionError):
        reason = CIRCLES
    else:
        kind = "" if isinstance(error, TemplateError) else f"{type(error).__name__}: "
        reason = _with_likeness(told(MEANING, words), tuple(known)) or quoted(kind + words)
    return say("{place}: {reason}", place=place, reason=reason)


def _with_signs(words: str) -> str:
    """With the signs themselves, in the place of what the engine calls them."""
    for name, sign in _TOKENS.items():
        words = words.replace(f"'{name}'", f"'{sign}'")
    return words


def _with_likeness(reason: Message | None, known: tuple[str, ...]) -> Message | None:
    """With the name that was perhaps meant, of a value that is not there."""
    from difflib import get_close_matches

    if reason is None or reason.text != MEANING[0][1].text:
        return reason
    near = get_close_matches(str(dict(reason.args)["name"]), known, 1, 0.6)
    return say("{reason}; did you mean “{near}”?", reason=reason, near=near[0]) if near else reason
