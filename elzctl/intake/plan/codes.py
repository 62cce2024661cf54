"""Lines that may be the heading of a goal or an action: "Operationele doelstelling 1.3.: …", "AP-3 …", "2.1.4 …"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import Enum

from elzctl.intake.paper import Block
from elzctl.record import NamedTuple
from elzctl.wording import Message, say


class Level(Enum):
    """What a heading heads."""

    STRATEGIC = 1
    OPERATIONAL = 2
    ACTION = 3
    CHAPTER = 0


OF_GOALS = (Level.STRATEGIC, Level.OPERATIONAL)

_WORDS = (
    (Level.STRATEGIC, "prioritaire beleidsdoelstelling|strategische beleidsdoelstelling|overige beleidsdoelstelling|strategische doelstelling|strategisch doel|beleidsdoelstelling|hoofddoelstelling|algemene doelstelling|strategic goal|strategic objective"),
    (Level.OPERATIONAL, "operationele doelstelling|operationeel doel|subdoelstelling|deeldoelstelling|specifieke doelstelling|operational goal|operational objective"),
    (Level.ACTION, "actiefiche|actiepunt|actie|fiche|maatregel|project|action sheet|action"),
    (None, "prioritaire doelstelling|doelstelling|doel|prioriteit|speerpunt|thema|domein|pijler|ambitie|werf|uitdaging|engagement|belofte|spoor|opgave|hefboom|krachtlijn|beleidslijn|programma|actieplan|focus|objective|goal|priority|theme|pillar|ambition|commitment|challenge|strand"),
)  # fmt: skip
_LEVELS = {word: level for level, words in _WORDS for word in words.split("|")}
HEADING_WORDS = frozenset(_LEVELS)
_LETTERS = {
    "SD": Level.STRATEGIC, "BD": Level.STRATEGIC, "SG": Level.STRATEGIC, "HD": Level.STRATEGIC, "OD": Level.OPERATIONAL, "AP": Level.OPERATIONAL, "OG": Level.OPERATIONAL,
    "ACT": Level.ACTION, "AC": Level.ACTION, "AF": Level.ACTION, "ACTIE": Level.ACTION,
}  # fmt: skip
_NUMBER = r"\d{1,3}(?:\.\d{1,3}){0,3}(?:\.?[a-z](?![\w’']))?"
# Codes of municipal plans: *BD000001*, *2019140001*.
_LONG = r"[A-Z]{0,4}[-_ ]?0\d{2,8}|(?:19|20)\d{6,10}"
_CODE = rf"{_LONG}|[A-Z]{{0,5}}[- .]?{_NUMBER}|[A-Z](?:\.\d{{1,3}}){{0,3}}(?![\w'’])|[IVX]{{1,5}}(?![\w'’])"
_ENDS = r"(?:\s*[.:)\]|–—-]+(?=\s|\Z)|(?=\s|\Z))"
_NAMED = re.compile(
    rf"(?P<word>(?i:{'|'.join(word for _, words in _WORDS for word in words.split('|'))}))(?i:\s+(?:nr\.?|nummer|number))?"
    rf"(?:\s*(?:[-–:]\s*)?(?P<code>{_CODE}){_ENDS}|\s*:)\s*(?P<title>.*)",
    re.DOTALL,
)
# A word that no list has; only where the document shows that it heads something.
_WORDED = re.compile(
    rf"(?P<word>[A-ZÀ-Þ][^\W\d_]{{2,24}})(?i:\s+(?:nr\.?|nummer|number))?\s+(?P<code>{_NUMBER}){_ENDS}\s*(?P<title>.*)",
    re.DOTALL,
)
WORDED = "worded"
"""The style of a block that is such a heading."""
REFERS = "refers"
"""That of a block that names a goal in the form of an action, and heads none."""
TOP = "top"
"""That of the title of an action without a number, right above its form."""
# Between a number and its title: *1.1 Operationele doelstelling: …*.
_WORD_FIRST = re.compile(
    rf"(?P<word>(?i:{'|'.join(word for level, words in _WORDS if level in OF_GOALS for word in words.split('|'))}))\s*:\s+(?=\S)"
)
_LETTERED = re.compile(
    rf"(?P<code>(?P<word>[A-Z]{{1,5}})\s?[-.]?\s?(?:0\d{{2,8}}|{_NUMBER})){_ENDS}\s*(?P<title>.*)", re.DOTALL
)
# Letters behind the letters of a kind of goal: *SD A*, *OD A.1*.
_KINDED = re.compile(
    rf"(?P<word>{'|'.join(_LETTERS)})[- .]?(?P<code>[A-Z](?:\.?\d{{1,3}}){{0,3}}(?![\w'’])){_ENDS}\s*(?P<title>.*)",
    re.DOTALL,
)
_BARE = re.compile(
    rf"(?P<code>(?:\d{{1,3}}(?:\.\d{{1,3}}){{1,3}}(?:\.?[a-z])?|[A-Z](?:\.\d{{1,3}}){{1,3}}(?:\.?[a-z])?)){_ENDS}\s*(?P<title>.*)",
    re.DOTALL,
)
_SINGLE = re.compile(r"(?P<code>\d{1,2}|[A-Z]|[IVX]{1,4})(?:[.:)]+|\s*[–—-](?=\s))\s+(?P<title>.*)", re.DOTALL)
_COUNTED = re.compile(r"(?P<code>\d{1,2})(?:[.:)]+|\s*[–—-](?=\s))\s+(?P<title>[^\W\d].*|[\"“„‘«].*)", re.DOTALL)
# A number behind the sign of a list: that of a goal below another one.
_BULLETED = re.compile(r"\d{1,2}\.\d{1,2}[.:)]?\s+[A-ZÀ-Þ]")
# A single number without a sign behind it: the number that Word counts, or a short line that begins with a capital.
_NUMBERED = re.compile(r"(?P<code>\d{1,2})\s+(?P<title>[A-ZÀ-Þ\"“„‘«].*)", re.DOTALL)
_MONTH = re.compile(r"(?i)(?:jan|feb|maart|march|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)")
LONGEST_LINE = 12
LONGEST_HEADING = 240
LONGEST_ITEM = 160
_ROMAN_FIRST = re.compile(r"(?P<roman>[IVX]{1,5})\.(?P<rest>\d{1,3}(?:\.\d{1,3}){0,2}(?:\.?[a-z])?)")
_LETTER_FIRST = re.compile(r"[A-H]\d")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_DOTS = re.compile(r"(?:\.{3,}|…{2,}|\t|_{3,}|\s{3,})\s*\d{1,3}\s*\Z")


# A number that is aimed at: *Doel: 200 metingen*, and not *Doel: 2. Meer groen*.
_AIM = re.compile(r"(?i:streefdoel|doel|target|goal)\s*:\s*\d[\d.]*\s+[^\W\d_A-ZÀ-Þ][^.:;]{1,60}\.?\s*\Z")
# Letters before a number that are no code of a plan: quarters, and the numbers of roads and papers.
_NO_CODE = {"Q", "K", "T", "S", "N", "E", "R"}


class Head(NamedTuple):
    """A block that may be a heading: its code as typed, the numbers of that, and what is behind it.

    ``family`` says what kind of code it is: a word, letters, or how many numbers; ``level`` what the word says that it heads.
    """

    at: int
    code: str
    numbers: tuple[int, ...]
    title: str
    family: str
    level: Level | None
    style: int
    listed: bool


def whole(block: Block) -> str:
    """The text of a block with the number that stood before it."""
    marker = block.marker.strip()
    return f"{marker} {block.text}".strip() if re.match(r"[\w(]", marker) and marker != "o" else block.text


def head(at: int, block: Block) -> Head | None:
    """What a block is when it is a heading; ``None`` when it does not look like one."""
    text = whole(block).strip()
    bullet = block.depth > 0 and not re.match(r"[\w(]", block.marker)
    if block.style == REFERS:
        return None
    if block.style == WORDED:
        return worded(at, block)
    if block.style == TOP:
        return _top(at, block)
    if not text or len(text) > 900 or (bullet and not _BULLETED.match(text)):
        return None
    for pattern in (_NAMED, _LETTERED, _KINDED, _BARE, _SINGLE):
        match = pattern.match(text)
        if match and (found := _head(at, block, match)):
            return found
    match = _NUMBERED.match(text)
    return _head(at, block, match) if match and _is_line(block, match["title"]) else None


def _top(at: int, block: Block) -> Head:
    """The title of an action, without the word and number that may stand before it."""
    one = _WORDED.match(block.text.strip())
    counted = _COUNTED.match(whole(block).strip())
    if counted is not None:
        return Head(at, counted["code"], (), counted["title"], f"#{TOP}", Level.ACTION, block.level, listed=False)
    if one is None or not one["title"]:
        return Head(at, "", (), block.text.strip(), TOP, Level.ACTION, block.level, listed=False)
    return Head(at, one["code"], (), one["title"], one["word"].lower(), Level.ACTION, block.level, listed=False)


def worded(at: int, block: Block) -> Head | None:
    """What a block is when it begins with any word and a number; ``None`` when it does not."""
    match = _WORDED.match(block.text.strip())
    return _head(at, block, match) if match is not None and len(block.text) <= LONGEST_HEADING else None


def lettered(heads: list[Head]) -> list[Head]:
    """The heads, in which the letter of ``A1`` and ``B1`` is a number too where it counts: A, B, C in codes of one kind.

    So are the Roman numbers of ``II.1``, where no letters count.
    """
    kinds: dict[str, set[str]] = {}
    for one in heads:
        if _LETTER_FIRST.match(one.code):
            kinds.setdefault("" if len(one.family) == 1 else one.family, set()).add(one.code[0])
    counts = any(len(letters) > 1 and {*"ABCDEFGH"[: len(letters)]} == letters for letters in kinds.values())
    if not any(re.match(r"[A-H]\.\d", one.code) for one in heads):
        heads = [_with_roman(one) for one in heads]
    return [_with_letter(one) if counts and _LETTER_FIRST.match(one.code) else one for one in heads]


def named_by_word(heads: Sequence[Head], *, of_goals: bool = False) -> dict[tuple[int, ...], int]:
    """Where the headings with one number stand that a word names: *Doel 1*; or those alone whose word may name goals."""
    return {
        one.numbers: one.at
        for one in heads
        if len(one.numbers) == 1
        and not one.family.startswith("#")
        and not (of_goals and (one.level is Level.ACTION or one.listed or one.family not in HEADING_WORDS))
    }


def names_goal(word: str) -> bool:
    """True for a word before a number that may be one for goals, and is none for actions: *doelstelling*, *ambitie*."""
    return word in HEADING_WORDS and _LEVELS[word] is not Level.ACTION


def called_goal(word: str) -> Message:
    """Why it is a guess that a heading with such a word heads an action."""
    return say(
        "The document calls it “{word}”; labels of an action stand under it, and so it became one: look whether it is a goal.",
        word=word.capitalize(),
    )


def is_item_of(one: Head, named: Mapping[tuple[int, ...], int]) -> bool:
    """True for an item of a list that is numbered below a goal that a word names: *1.2* under *Doel 1*."""
    above = named.get(one.numbers[:-1])
    is_below = len(one.numbers) == 2 and one.listed and above is not None and above < one.at
    return is_below and len(one.title) < LONGEST_ITEM and one.title.rstrip()[-1:] not in (":", "?", "")


def is_over(one: Head, after: Block | None) -> bool:
    """True for what a word calls a goal, right before the heading of an action or of a goal below it."""
    below = head(0, after) if after is not None else None
    if one.level not in OF_GOALS or below is None or below.level is None:
        return False
    return below.level.value > one.level.value


def _with_roman(one: Head) -> Head:
    match = _ROMAN_FIRST.fullmatch(one.code)
    if match is None:
        return one
    numbers = (*_numbers(match["roman"]), *_numbers(match["rest"]))
    own = not one.family.startswith("#") and one.family.upper() != match["roman"]
    return one._replace(numbers=numbers, family=one.family if own else f"#{len(numbers)}a")


def _with_letter(one: Head) -> Head:
    numbers = (ord(one.code[0]) - 64, *one.numbers)
    return one._replace(numbers=numbers, family=f"#{len(numbers)}a" if len(one.family) == 1 else one.family)


def _is_line(block: Block, title: str) -> bool:
    """True for a heading by its style, or a line that may be one: short, outside of tables, no sentence and no day."""
    if block.level:
        return True
    short = len(title.split()) <= LONGEST_LINE and title.rstrip()[-1] not in ".!?:;,"
    return short and not block.depth and block.cell is None and _MONTH.match(title) is None


def is_listed(text: str) -> bool:
    """True for a line of a list of contents: dots, or a wide blank, and a page number at its end."""
    return bool(_DOTS.search(text))


def _head(at: int, block: Block, match: re.Match[str]) -> Head | None:
    groups = match.groupdict()
    code, word, title = (groups.get("code") or "").strip(), groups.get("word") or "", match["title"].strip()
    if title and not re.match(r"[\w\"'“”„‘’«(\[➔→<{#$\\&!*¡¿€]", title):
        return None
    numbers = _numbers(code)
    if (code and not numbers) or word in _NO_CODE or _AIM.match(match[0]):
        return None
    if len(word) == 1 and re.fullmatch(r"[A-Z]\.[\d.]+\.?[a-z]?", code):
        word = ""  # A.1 is a letter and a number, and no code of two letters
    letters = re.match(r"[A-Z]*", code)
    level = _LEVELS.get(word.lower()) if word else None
    if word and level is None and word.upper() == word:
        level = _LETTERS.get(word)
    if level is None and letters and letters[0] in _LETTERS and len(letters[0]) > 1:
        level = _LETTERS[letters[0]]
    named = _WORD_FIRST.match(title) if not word and level is None and numbers else None
    if named is not None:
        level, title = _LEVELS[named["word"].lower()], title[named.end() :]
    family = word.lower() or f"#{len(numbers)}{'a' if code[:1].isalpha() else ''}"
    return Head(at, code, numbers, title, family, level, block.level, bool(block.depth))


def _numbers(code: str) -> tuple[int, ...]:
    """The numbers of a code: ``AP-3`` is 3, ``1.1.2`` is 1, 1, 2, ``B.2`` is 2, 2, ``IV`` is 4."""
    letter = re.search(r"(?<=[\d.])[a-z]\Z", code)
    last = (ord(letter[0]) - 96,) if letter else ()
    if re.match(r"[A-Z](?:\.\d|\Z)", code) and not re.fullmatch(r"[IVX]", code):
        return (ord(code[0]) - 64, *map(int, re.findall(r"\d+", code)), *last)
    digits = re.findall(r"\d+", code)
    if digits:
        return (*map(int, digits), *last)
    total = 0
    if not code:
        return ()
    for sign, after in zip(code, [*code[1:], ""], strict=True):
        value = _ROMAN.get(sign, 0)
        total += -value if value < _ROMAN.get(after, 0) else value
    return (total,) if total else ()
