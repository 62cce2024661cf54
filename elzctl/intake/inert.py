"""Words of a document as Markdown in which none of them has a meaning: they read the same, and are nothing but words.

What is kept out is what our files give a meaning to: marks of Markdown and HTML, the lines of minutes (``BESLUIT:``,
``- [ ]``, ``@actor``, ``#tag``, ``tegen:``), references, internal parts, comments, conflict markers, templates.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise

from elzctl.intake.paper import Span
from elzctl.noted import KEYWORDS
from elzctl.record import NamedTuple
from elzctl.traces import URL, without_trackers

_PUNCTUATION = re.escape("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
# A mark with a meaning wherever it stands.  An entity stands where a backslash would leave the mark to be found.
_MARKS = re.compile(
    rf"\\(?=[{_PUNCTUATION}]|\Z)|[`*]|(?<![^\W_])_|_(?![^\W_])|(?P<bracket>[\[\]])|(?<=:):|(?<=~)~|(?<=\{{)\{{"
    r"|(?P<lt><(?=[A-Za-z/!?<]))|(?P<amp>&(?=\#?\w+;))"
    r"|(?P<at>@(?<![\w.@/+-]@)(?=[^\W_]))|(?P<tag>\#(?<![\w/#-]\#)(?=[^\W\d_]))"
    r"|(?P<date>(?<![^\W_])(?i:tegen|due|op|on|done)(?=:\S)):"
)
_ENTITIES = {"lt": "&lt;", "amp": "&amp;", "at": "&#64;", "tag": "&#35;"}
_DOUBLED = (":", "[", "{", "~")
# What a line may not begin with: a backslash comes where the match ends.
_STARTS = re.compile(
    r"(?=[>|])|(?=\#(?:[\#\s]|\Z))|(?=[-+](?:[-\s]|\Z))|\d{1,9}(?=[.)](?:\s|\Z))|(?=\[[ \txXvV✓✔-]{0,3}\](?!\())|(?=\[[^\]]*\]:)"
    rf"|\**(?:{'|'.join(KEYWORDS)})\**[ \t]*(?=:)"
)
# A line that would look like the beginning of an internal part, and the signs in it that do that, escaped or not.
_WALL = re.compile(r"(?P<signs>[\W_]+)(?i:intern(?:al)?)(?![^\W_])[\W_]*(?P<rest>.?)", re.DOTALL)
_SIGN = re.compile(r"\\?([^\w\s*\\]|(?<=\\)[*\\])|\\(?=\s)")
_SIGN_NO_LINK = re.compile(r"\\?([^\w\s*\\\[]|(?<=\\)[*\\\[])|\\(?=\s)")
_LAST_HASHES = re.compile(r"(?:(?<=\s)|\A)\#+\Z")
_WEB = re.compile(r"https?://[^\s/?#@\\:%<>\"'\[\]]+(?::\d{1,5})?(?:[/?#][^\s\\<>\"]*)?", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[^\s@?&#/\\<>\"]+@[^\s@?&#/\\<>\"()]+", re.IGNORECASE)
# What no text file of ours may hold, and what changes what a reader sees without being seen.
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff"
    "\ud800-\udfff\ufdd0-\ufdef\U000e0000-\U000e007f]"
)


class _Piece(NamedTuple):
    """A stretch of text of one look."""

    text: str
    mark: str = ""
    link: str = ""


def seen(text: str) -> str:
    """The text without characters that cannot be seen, on one line, without blanks at its ends or two in a row."""
    return " ".join(UNSEEN.sub("", text).split())


def inert(text: str, spans: Iterable[Span] = ()) -> str:
    """A line of Markdown that reads as *text*, for the beginning of a line, behind a list mark or in a heading.

    Strong and emphasised stretches stay so where Markdown can say it; links to the web or a mailbox stay links, without
    what follows their reader; an address in the text becomes a link.
    """
    plain = re.sub(r"\s", " ", text)
    pieces = _whole([*_pieces(plain, tuple(spans))])
    bracketed = "](" in plain or any(piece.link for piece in pieces)
    made = ""
    for piece in pieces:
        if piece.link:
            # Behind an exclamation mark it would be a picture.
            made = f"{made[:-1]}\\!" if made.endswith("!") else made
            words = _marked(piece.text, bracketed=True).replace("\\[", "&#91;").replace("\\]", "&#93;")
            made += f"[{words}]({_target(piece.link)})"
        else:
            made += piece.mark + "".join(_addressed(piece.text, bracketed=bracketed)) + piece.mark
    made = _LAST_HASHES.sub(lambda match: _ENTITIES["tag"] * len(match[0]), made.strip())
    wall = _WALL.match(made)
    if wall is not None and (not wall["rest"] or len(re.sub(r"[\s*_\\]", "", wall["signs"])) > 1):
        sign = _SIGN_NO_LINK if any(piece.link for piece in pieces) else _SIGN
        return sign.sub(lambda one: f"&#{ord(one[1] or one[0])};", wall["signs"]) + made[wall.end("signs") :]
    start = _STARTS.match(made)
    return made if start is None else f"{made[: start.end()]}\\{made[start.end() :]}"


def _pieces(text: str, spans: tuple[Span, ...]) -> Iterator[_Piece]:
    """The text cut where its look changes; blanks at the ends of a stretch have no look."""
    cuts = sorted({0, len(text), *(min(max(edge, 0), len(text)) for span in spans for edge in span[:2])})
    for start, end in pairwise(cuts):
        over = [span for span in spans if span.start <= start and end <= span.end]
        mark = ("**" if any(span.strong for span in over) else "") + ("*" if any(one.emphasis for one in over) else "")
        link = next((one.link for one in over if one.link), "")
        words = text[start:end]
        bare = words.strip()
        if not bare or not (mark or link):
            yield _Piece(words)
            continue
        lead = len(words) - len(words.lstrip())
        yield _Piece(words[:lead])
        yield _Piece(bare, "" if link else mark, _leading(bare, link) if link else "")
        yield _Piece(words[lead + len(bare) :])


def _whole(pieces: list[_Piece]) -> list[_Piece]:
    """The pieces that Markdown can say, those of one look as one; the look of others is lost, and no word."""
    pieces = _merged(pieces)
    for number, piece in enumerate(pieces):
        before = pieces[number - 1] if number else _Piece("")
        after = pieces[number + 1] if number + 1 < len(pieces) else _Piece("")
        if piece.mark and not _can_stand(piece, before, after):
            pieces[number] = _Piece(piece.text)
    return _merged(pieces)


def _merged(pieces: Iterable[_Piece]) -> list[_Piece]:
    found: list[_Piece] = []
    for piece in pieces:
        if found and found[-1][1:] == piece[1:]:
            found[-1] = piece._replace(text=found[-1].text + piece.text)
        elif piece.text:
            found.append(piece)
    return found


def _can_stand(piece: _Piece, before: _Piece, after: _Piece) -> bool:
    """True when the marks of a piece are read as such, by the signs that they stand between."""
    if before.mark:
        return False
    first, last = piece.text[0], piece.text[-1]
    left, right = "[" if before.link else before.text[-1:], "[" if after.link else after.text[:1]
    signs = "://" in piece.text
    opens = not (signs or _is_sign(first)) or not left or left.isspace() or _is_sign(left)
    closes = not (signs or _is_sign(last)) or not right or right.isspace() or _is_sign(right)
    return opens and closes and not (UNSEEN.match(first) or UNSEEN.match(last))


def _is_sign(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "PS"


def _is_web(address: str) -> bool:
    return _WEB.fullmatch(address) is not None and not any(sign * 2 in address for sign in _DOUBLED)


def _leading(words: str, link: str) -> str:
    """Where a link leads; "" when that is nowhere that a document may lead, or what its words say."""
    address = without_trackers(link.strip())[0]
    if not _is_web(address) and not _MAIL.fullmatch(address):
        return ""
    shown = without_trackers(words)[0].casefold().rstrip("/")
    return "" if shown == address.casefold().removeprefix("mailto:").rstrip("/") else address


def _target(address: str) -> str:
    return re.sub(r"&(?=\#?\w+;)", "&amp;", address.replace("(", "%28").replace(")", "%29"))


def _addressed(text: str, *, bracketed: bool) -> Iterator[str]:
    """The words, with the addresses of the web in them as links."""
    place = 0
    for match in re.finditer(URL, text) if "://" in text else ():
        address = match[0].rstrip(".,;:!?*_")
        if _is_web(address):
            yield _marked(text[place : match.start()], bracketed=bracketed)
            yield f"<{without_trackers(address)[0]}>"
            place = match.start() + len(address)
    yield _marked(text[place:], bracketed=bracketed)


def _marked(text: str, *, bracketed: bool) -> str:
    """The words with every mark in them made inert; *bracketed*: every bracket too."""
    whole = UNSEEN.sub("", text)

    def inert_mark(match: re.Match[str]) -> str:
        kind = match.lastgroup or ""
        if kind == "bracket" and not bracketed and (match[0] == "]" or whole[match.start() - 1 : match.start()] != "["):
            return match[0]
        return f"{match['date']}\\:" if kind == "date" else _ENTITIES.get(kind) or f"\\{match[0]}"

    # With its round bracket inert too, nobody who looks for links by their signs sees one.
    return _MARKS.sub(inert_mark, whole).replace("\\](", "\\]\\(")
