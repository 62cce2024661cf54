"""What a file does by itself as soon as somebody opens it: programs, forms that are sent, what is fetched from elsewhere.

A link on which somebody clicks is none of that, nor a PDF that opens on a certain page.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from elzctl.tree import Unreadable
from elzctl.wording import Message, say

# Relations of a document with what is elsewhere; these wait until somebody clicks.
_OUTER = r"<(?:\w+:)?Relationship\s(?=[^<>]*TargetMode=[\"']External)[^<>]*>"
_CLICKED = ("hyperlink", "video", "audio", "media")
_ELSEWHERE = r"(?i)(?!mailto:|file:/(?!/[^/]))[a-z][a-z0-9+.-]+:|//|\\\\"

_FIELD = (
    r"<(?:\w+:)?(?:fldChar\b[^<>]*fldCharType=[\"'](?P<mark>\w+)|instrText\b[^<>]*>(?P<code>[^<]*)"
    r"|fldSimple\b[^<>]*instr=(?:\"(?P<simple>[^\"]*)|'(?P<single>[^']*)))"
)
_RUNS = r"(?i)\s*DDE(?:AUTO)?\b"
_FETCHES = (
    r"(?i)\s*(?:INCLUDE(?:PICTURE|TEXT)?|IMPORT|LINK|DATABASE|RD)\b.*?"
    r"[\"\s](?:https?:|ftp:|mhtml:|file://[^/]|\\{2,}\w)"
)

_FORMULA = r"<(?:\w+:)?(?:f|definedName|formula[12]?)(?:\s[^<>]*)?>([^<]*)<"
_ACTS = r"(?i)(?<![\w.])(?:_xlfn\.)?(?:WEBSERVICE|RTD|CALL|REGISTER(?:\.ID)?|EXEC)\("
_IMAGE = r"(?i)(?<![\w.])(?:_xlfn\.)?IMAGE\(\s*\"(?:https?|ftp):"
_OTHER_PROGRAM = r"(?:^|[=+*/(,;&<>-])\s*[A-Za-z_][\w.]*\|"
_CONNECTED = (
    r"(?i)(?:https?|ftp):|\\\\|(?<![a-z])[a-z]:[\\/]|\brefreshOnLoad=[\"'](?:1|true)"
    r"|\b(?:Data Source|Server|DSN|User ID|UID)=(?!\$Workbook\$)\w"
)
_IN_TEXT = (
    r"(?i)<(?:draw:(?:image|object|object-ole|plugin|applet|floating-frame|fill-image)|style:background-image"
    r"|text:section-source|presentation:sound)\s[^<>]*xlink:href=[\"'](?:https?:|ftp:|//|\\\\|file://[^/])"
    r"|<(?:text:dde-connection|office:dde-source)\b"
)
_ON_EVENT = "<script:event-listener"

# A cell of a text with commas that programs for tables take for a formula, and what such a formula has that does harm.
_SIGNS = r"(?![=+@<>*_.~ \"-]*(?:[\r\n;,\t]|\Z)|[=-]*>)"
_HARMS = r"(?:(?<!\w)(?:hyperlink|webservice|import\w{2,6}|image|dde|rtd|call|exec)\(|\w\|[^|!\n;\t]{0,200}!)"
# Functions of tables, in English, Dutch and French; what is between their brackets begins as a formula does, and no word does.
_COMMON = (
    "sum|som|somme|if|als|si|count[a-z]?|aantal|nb|average|gemiddelde|moyenne|min|max|abs|round|afronden|arrondi|concat(?:enate)?"
    "|tekst.samenvoegen|concatener|text|tekst|texte|char|teken|car|index|match|vergelijken|indirect|lookup|vlookup|vert.zoeken"
    "|recherchev|offset|verschuiving|now|nu|today|vandaag|rand|aselect|product|sumif|som.als|info|cell|cel|formulatext"
)
_BRACKETS = r"\((?=\)|\s*(?:[\"'$=+-]|\d[\d.,]*\s*[)+*/;:,&^-]|[a-z]{1,3}\d{1,7}\b|[\w.]{2,20}\())"
_FUNCTION = rf"[ +\d.,*/(=@-]{{0,20}}(?:{_COMMON}|(?-i:[A-Z][A-Z0-9.]+)(?!\(\d)){_BRACKETS}"
# What stands before such a cell and takes nothing away from it: blanks, and marks around the words of a cell.
_BEFORE = r"(?:[^\S\n]|\"){0,200}"
_CELL = rf"(?im)(?:^|[;,\t]){_BEFORE}(?P<cell>(?:[=＝]{_SIGNS}|[+@＋＠－-](?:{_FUNCTION}|[^\n;\t]{{0,200}}?{_HARMS}))[^\n;\t]{{0,200}})"

_EVER = rb"/S\s*/(?P<does>JavaScript|Launch|ImportData)(?!\w)|/Subtype\s*/(?P<shows>RichMedia)(?!\w)"
_OPENED = rb"/(?:OpenAction|AA)\s*(?:(?P<within><<)|(?P<number>\d{1,9})\s+\d+\s+R\b)"
_AT_ONCE = rb"/S\s*/(?P<does>URI|SubmitForm|GoToE|GoToR)(?!\w)"
# What starts with a page or a document, and what comes after that.
_THEN = rb"/(?:Next|[OCEX]|[WD][CSP]|P[OCVI])\s*\[?\s*(\d{1,9})\s+\d+\s+R\b"
_OBJECT = rb"(?<!\d)(\d{1,9})\s+\d{1,5}\s+obj\s*(?=<<)"
_HEAD = rb"\s*(?:\d{1,9}\s+\d{1,9}\s+)+"
_MOST_ACTIONS, _MOST_BYTES = 5_000, 1_000


def check_part(xml: str, name: str, shown: str) -> None:
    """Raises Unreadable for a part of an office document that does something by itself; *shown* is its name for people."""
    if name.startswith("xl/macrosheets/") or (name == "content.xml" and _ON_EVENT in xml):
        raise Unreadable(say("holds a program (macros)"))
    for begin, check in _CHECKS:
        if name.startswith(begin):
            check(xml, name, shown[:80])


def check_cells(text: str) -> None:
    """Raises Unreadable for a table in text with a cell that programs for tables carry out as a formula."""
    found = re.search(_CELL, text)
    if found is not None:
        raise Unreadable(
            say(
                "has a cell that programs for tables carry out as a formula (“{cell}” on line {line}); write its outcome there, or a word before it",
                cell=" ".join(found["cell"].strip('"').split())[:40],
                line=text.count("\n", 0, found.start("cell")) + 1,
            )
        )


def check_pdf(parts: Sequence[bytes]) -> None:
    """Raises Unreadable for a PDF that runs something, or sends or fetches something as soon as it is opened.

    *parts* are the file itself and, after it, what is packed in it.
    """
    plain = [re.sub(rb"#([2-7][0-9A-Fa-f])", lambda code: bytes([int(code[1], 16)]), part) for part in parts]
    for part in plain:
        found = re.search(_EVER, part)
        if found is not None:
            raise Unreadable(_does((found["does"] or found["shows"]).decode()))
    opened = [(part, found) for part in plain for found in islice(re.finditer(_OPENED, part), _MOST_ACTIONS)]
    if len(opened) >= _MOST_ACTIONS:
        raise Unreadable(say("holds more actions than elzctl can look into"))
    waiting = [_dictionary(part, found.start("within")) for part, found in opened if found["within"]]
    numbers = {found["number"] for _, found in opened if found["number"]}
    for done in _led_to(waiting, numbers, plain) if opened else ():
        action = re.search(_AT_ONCE, done)
        if action is not None:
            raise Unreadable(_does(action["does"].decode()))


def _does(what: str) -> Message:
    return say(
        "does something by itself when somebody opens it, or runs a program ({what}); print it to a new PDF, and take that",
        what=what,
    )


# Parts of office documents


def _relations(xml: str, name: str, shown: str) -> None:
    if not name.endswith(".rels"):
        return
    for tag in re.findall(_OUTER, xml):
        kind, target = (re.search(rf"\s{key}=(?:\"([^\"]*)|'([^']*))", tag) for key in ("Type", "Target"))
        what = (kind[1] or kind[2] or "").rpartition("/")[2] if kind is not None else ""
        place = html.unescape(target[1] or target[2] or "") if target is not None else ""
        if what.lower() not in _CLICKED and re.match(_ELSEWHERE, place):
            raise Unreadable(
                say(
                    "fetches something from elsewhere when somebody opens it ({address}, in {part}); save it within the document, in the program that made it",
                    address=place[:60],
                    part=shown,
                )
            )


def _fields(xml: str, name: str, shown: str) -> None:
    for code in _field_codes(xml) if name.endswith(".xml") else ():
        if re.match(_RUNS, code) or re.match(_FETCHES, code):
            raise Unreadable(
                say(
                    "holds a field that fetches something or starts a program ({code}, in {part}); click on it in Word and press Ctrl+Shift+F9",
                    code=" ".join(code.split())[:40],
                    part=shown,
                )
            )


def _field_codes(xml: str) -> Iterator[str]:
    """The instructions of fields, one within the other too, each as it is put together of its pieces."""
    if "instr" not in xml:
        return
    open_ones = [""]
    for found in re.finditer(_FIELD, xml):
        if found["mark"] == "begin":
            open_ones.append("")
        elif found["mark"] == "end":
            yield open_ones.pop() if len(open_ones) > 1 else ""
        elif found["code"] is not None:
            open_ones[-1] += html.unescape(found["code"])
        elif found["mark"] is None:
            yield html.unescape(found["simple"] or found["single"] or "")
    yield from open_ones


def _formulas(xml: str, name: str, shown: str) -> None:
    for found in re.finditer(_FORMULA, xml) if name.endswith(".xml") else ():
        formula = html.unescape(found[1])
        bare = re.sub(r"\"[^\"]*\"|'[^']*'(?=!)", "", formula) if "|" in formula else ""
        if re.search(_ACTS, formula) or re.search(_IMAGE, formula) or re.search(_OTHER_PROGRAM, bare):
            raise Unreadable(
                say(
                    "holds a formula that fetches something or starts a program ({formula}, in {part}); put its outcome in its place",
                    formula=formula.strip()[:40],
                    part=shown,
                )
            )


def _links(xml: str, name: str, shown: str) -> None:
    is_link = name.startswith("xl/externallinks/") and re.search(r"<(?:\w+:)?(?:ddeLink|oleLink)\b", xml)
    is_connection = name == "xl/connections.xml" and re.search(
        _CONNECTED, re.sub(r"\sxmlns(?::\w+)?=(?:\"[^\"]*\"|'[^']*')|<\?[^<>]*>", "", xml)
    )
    if is_link or is_connection:
        raise Unreadable(
            say(
                "takes numbers from another program or another computer (in {part}); break that link in the program that made it",
                part=shown,
            )
        )


def _open_document(xml: str, name: str, shown: str) -> None:
    found = re.search(_IN_TEXT, xml) if name in ("content.xml", "styles.xml") else None
    if found is not None:
        raise Unreadable(
            say(
                "fetches something from elsewhere when somebody opens it ({address}, in {part}); save it within the document, in the program that made it",
                address=found[0].partition(" ")[0][1:60],
                part=shown,
            )
        )


_CHECKS = (("", _relations), ("word/", _fields), ("xl/", _formulas), ("xl/", _links), ("", _open_document))


# Parts of a PDF


def _led_to(first: Iterable[bytes], numbers: Iterable[bytes], parts: Sequence[bytes]) -> Iterator[bytes]:
    """What is done first, and what comes after that; *numbers* are those of more that is done first."""
    objects = _objects(parts)
    waiting, known = [*first, *(one for number in numbers for one in objects.get(number, ()))], set(numbers)
    while waiting:
        one = waiting.pop()
        yield one
        for number in set(re.findall(_THEN, one)) - known:
            known.add(number)
            waiting += objects.get(number, ())


def _objects(parts: Sequence[bytes]) -> Mapping[bytes, Sequence[bytes]]:
    """What stands under each number that some object has, in each edition of the file."""
    found: dict[bytes, list[bytes]] = {}
    for place, part in enumerate(parts):
        for one in re.finditer(_OBJECT, part):
            found.setdefault(one[1], []).append(_dictionary(part, one.end()))
        head = re.match(_HEAD, part) if place else None
        numbers = head[0].split() if head is not None else []
        for number, offset in zip(numbers[::2], numbers[1::2], strict=False):
            start = (head.end() if head is not None else 0) + int(offset)
            if part.startswith(b"<<", start):
                found.setdefault(number, []).append(_dictionary(part, start))
    return found


def _dictionary(data: bytes, start: int) -> bytes:
    """From its first sign to its last one."""
    depth = 0
    for sign in re.finditer(rb"<<|>>", data[start : start + _MOST_BYTES]):
        depth += 1 if sign[0] == b"<<" else -1
        if not depth:
            return data[start : start + sign.end()]
    return data[start : start + _MOST_BYTES]
