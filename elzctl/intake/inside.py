"""Names of people inside words that have no blanks: of files, in addresses on the web, in handles: ``nota_voornaam_achternaam.pdf``.

Only of who is named in full in the same document: ``voornaam-achternaam``, ``v.achternaam``, ``voornaam.a``, and in these
words the surname alone too.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import chain, pairwise

from elzctl.intake import persons
from elzctl.intake.first_names import AMBIGUOUS, FIRST_NAMES
from elzctl.intake.folded import folded, places
from elzctl.intake.houses import is_house
from elzctl.intake.paper import Block
from elzctl.intake.surnames import has_form
from elzctl.record import NamedTuple
from elzctl.traces import URL

_WORD = re.compile(r"\S+")
_PIECE = re.compile(r"[a-z]+")
# A word that is no word of a sentence; and one that is the name of a file, or an address.
_MARKS = re.compile(r"\w[_.]\w|_|\A@|/.*[/-]|%20")
_FILE = re.compile(r"_|://|\Awww\.|\w\.[a-z]{2,4}\W*\Z|/.*[/-]|%20")
_ADDRESS = re.compile(rf"{URL}|(?i:\bwww\.\S+)")
_MAILBOX = re.compile(r"\w@")
_LETTERS = re.compile(r"[A-Za-z]+")
_BETWEEN = r"(?:[-_.+~]|%20)?"
_SHORTEST = 4  # letters of a surname that is looked for alone
_SHORT = 2  # of a first name
_MOST = 12  # letters of one that may stand for it
_DOMAINS = "be|nl|eu|com|org|net|docx?|pdf|txt|md|odt|xlsx?|csv|pptx?|jpe?g|png"

# A first name and some letters: *voornaam.abc*.
_SHORTENED = re.compile(rf"(?i)\W*[a-z]{{3,}}[._](?!(?:{_DOMAINS})\Z)[a-z]{{1,4}}")


class Place(NamedTuple):
    """Where somebody is named inside a word: from, up to, whose name; ``is_address`` for all of an address on the web."""

    first: int
    last: int
    whose: str
    is_address: bool


class _Own(NamedTuple):
    """A full name, the pieces by which it is looked for, and how it is written inside words."""

    name: str
    whole: re.Pattern[str]
    last: re.Pattern[str] | None


class Inside:
    """The people of a document, as the names of files and addresses write them."""

    def __init__(self, names: Iterable[str], small: Container[str] = ()) -> None:
        """*names* are full; *small* are the words that the document has in small letters: no surname of these alone."""
        self._by_piece: dict[str, list[_Own]] = {}
        for name in dict.fromkeys(names):
            first, last = (
                _PIECE.findall(folded(part).lower()) for part in (persons.first_name(name), persons.surname(name))
            )
            if not first or not last:
                continue
            own = _own(name, first, last, small)
            whole, family = "".join(first), "".join(last)
            for piece in {first[0], whole, last[-1], family, whole + family, family + whole, whole[0] + family}:
                self._by_piece.setdefault(piece, []).append(own)

    def find(self, text: str) -> Iterator[Place]:
        """Where they are named inside words of a text, in order."""
        if not self._by_piece:
            return
        plain, at = places(text)
        low = plain.lower()
        for word in _WORD.finditer(low):
            if len(low) != len(plain) or _MARKS.search(word[0]) is None:
                continue
            for first, last, name in self._in_word(word[0]):
                start, end = word.start() + first, word.start() + last
                around = next((one for one in _ADDRESS.finditer(plain) if one.start() <= start < one.end()), None)
                if around is not None:
                    whole = around[0].rstrip(".,;:!?")
                    yield Place(at[around.start()], at[around.start() + len(whole)], name, is_address=True)
                    break
                yield Place(at[start], at[end], name, is_address=False)

    def names(self, text: str) -> Iterator[persons.Name]:
        """The same as names."""
        return (persons.Name(one.first, one.last, one.whose) for one in self.find(text))

    def unlinked(self, block: Block) -> tuple[Block, tuple[str, ...]]:
        """The block without the links in which one of them is named, and these links."""
        links = dict.fromkeys(one.link for one in block.spans if one.link)
        named = tuple(link for link in links if any(True for _ in self._in_word(folded(link).lower())))
        if not named:
            return block, ()
        spans = (one._replace(link="") if one.link in named else one for one in block.spans)
        return block._replace(spans=tuple(spans)), named

    def _in_word(self, word: str) -> Iterator[tuple[int, int, str]]:
        """Where in a word, of which the letters are small, and who."""
        done = 0
        near = dict.fromkeys(own for piece in _PIECE.findall(word) for own in self._by_piece.get(piece, ()))
        is_file = _FILE.search(word) is not None
        forms = (
            (own.name, form) for own in near for form in ((own.whole, own.last) if is_file else (own.whole,)) if form
        )
        found = [(*match.span(), name) for name, form in forms for match in form.finditer(word)]
        for first, last, name in sorted(found, key=lambda one: (one[0], -one[1])):
            if first >= done:
                done = last
                yield first, last, name


def perhaps(text: str) -> Iterator[tuple[int, int]]:
    """Where words without blanks stand that have a common first name beside what may be a surname, of whomever."""
    plain, at = places(text)
    for word in _WORD.finditer(plain):
        is_plain = _MARKS.search(word[0].lower()) is None or _MAILBOX.search(word[0]) is not None
        if not is_plain and _may_name(word[0].rstrip(".,;:!?)")):
            yield at[word.start()], at[word.end()]


def _may_name(word: str) -> bool:
    pieces = _LETTERS.findall(word)
    for one, other in chain(pairwise(pieces), pairwise(pieces[::-1])):
        if (
            one.lower() in FIRST_NAMES
            and one.lower() not in AMBIGUOUS
            and len(one) > _SHORT
            and not is_house(f"{one} {other}")
        ):
            is_written = one[0].isupper() and other[0].isupper() and len(other) >= _SHORTEST
            if is_written or has_form(other.capitalize()):
                return True
    return _SHORTENED.fullmatch(word) is not None and pieces[0].lower() in FIRST_NAMES - AMBIGUOUS


def _own(name: str, first: Sequence[str], last: Sequence[str], small: Container[str]) -> _Own:
    """A name of these pieces, as it is written without blanks."""
    given, family, letters = "[-_]?".join(first), "[-_.]?".join(last), "".join(last)
    short = letters[0] + "".join(f"{one}?" for one in letters[1:_MOST])
    forms = (
        rf"{given}{_BETWEEN}{family}",
        rf"{family}{_BETWEEN}{given}",
        rf"{first[0][0]}[-_.]?{family}",
        rf"{family}[._]{first[0][0]}(?!\w*\.\w)",
        rf"{given}[._](?!(?:{_DOMAINS})(?![a-z])){short}(?!\w*\.\w)",
    )
    is_name = len(letters) >= _SHORTEST and letters not in small and letters not in persons.AMBIGUOUS
    return _Own(name, _alone("|".join(forms)), _alone(family) if is_name else None)


def _alone(pattern: str) -> re.Pattern[str]:
    """With no letter beside it."""
    return re.compile(rf"(?<![a-z])(?:{pattern})(?![a-z])")
