"""Names with a fixed spelling: those of the setting ``terms``, and names of actors with a capital inside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from elzctl.checks.documents import Document
from elzctl.checks.texts import Texts, any_case, line_around, texts
from elzctl.finding import Finding, Severity
from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.wording import say

_PIECE = re.compile(r"[A-ZÀ-Þ]?[a-zß-ÿ]+|[A-ZÀ-Þ]+(?![a-zß-ÿ])|\d+")
_WORD = re.compile(r"\w+")
_TAIL = re.compile(r"[^\w\s]+\Z")
_BETWEEN = r"(?:\s{0,3}[-‐‑–]\s?|\s{1,3})"
_HYPHENS = str.maketrans("‐‑–", "---")
_LONG = 10
_LONG_WORD = 5


class _Term(NamedTuple):
    """A name as it is spelled: the pieces it is made of, the signs behind it, and whether its small letters count."""

    text: str
    pieces: tuple[str, ...]
    tail: str
    strict: bool

    @property
    def key(self) -> str:
        """The letters and digits alone."""
        return "".join(self.pieces).lower()

    @property
    def is_word(self) -> bool:
        """True for a common noun, which may also be written small."""
        return len(self.pieces) == 1 and not self.tail and self.text == self.text.capitalize()

    @property
    def is_joined(self) -> bool:
        """True when more pieces make one word, such as OverHoop."""
        return len(self.pieces) > 1 and not re.search(r"[\s-]", self.text)


def term_spelling(plan: Plan) -> Iterator[Finding]:
    """A name is spelled in another way than in the list of terms.

    The setting ``terms`` of ``plan.yaml`` says how names are written. Other spellings of the same letters, and longer
    names with one letter wrong, are told. A term that is a common noun may also be written small.

    Wrong::

        de stuurgroep van Overhoop

    Right::

        de stuurgroep van OverHoop
    """
    gathered = texts(plan)
    terms = tuple(_terms(plan))
    odd = _odd_forms(terms, gathered.vocabulary)
    for term in terms:
        signs = odd.get(term.text, set()) | _apart(term, gathered.vocabulary)
        for document, match in gathered.near(signs, _loose(term), but=term.text):
            if _is_variant(term, match, document):
                yield _finding(document, match, term)
    yield from _slips(gathered, terms)


def _terms(plan: Plan) -> Iterator[_Term]:
    names = (actor.name for actor in plan.actors.values() if _is_own(actor.name))
    for text, strict in (*((text, True) for text in plan.settings.terms), *((text, False) for text in names)):
        pieces = tuple(_PIECE.findall(text))
        tail = _TAIL.search(text)
        if pieces and (strict or text not in plan.settings.terms):
            yield _Term(text, pieces, tail[0] if tail else "", strict)


def _is_own(name: str) -> bool:
    """True for OverKop and AZ Sint-Blasius: spelled so on purpose."""
    if " " in name or "-" in name:
        words = name.replace("-", " ").split()
        return (
            "-" in name and all(word[0].isupper() for word in words) and any(map(str.islower, name.partition("-")[0]))
        )
    return any(one.islower() and other.isupper() for one, other in pairwise(name))


def _odd_forms(terms: Iterable[_Term], vocabulary: frozenset[str]) -> dict[str, set[str]]:
    """The words that have the letters of a term and are written in another way, by term."""
    found: dict[str, set[str]] = {}
    by_key = {term.key: term for term in terms}
    for word in vocabulary:
        term = by_key.get(word.lower())
        if term is not None and word != term.text and not (term.is_word and word in _common(word)):
            found.setdefault(term.text, set()).add(word)
    return found


def _apart(term: _Term, vocabulary: frozenset[str]) -> frozenset[str]:
    """The piece by which a term is found that is written in pieces; none when not all pieces are words of the plan."""
    forms = [any_case(piece) for piece in term.pieces]
    if len(forms) < 2 or any(vocabulary.isdisjoint(form) for form in forms):
        return frozenset()
    return any_case(max(reversed(term.pieces), key=len))


def _common(word: str) -> tuple[str, str, str]:
    """The ways in which a common noun may be written."""
    return word.lower(), word.capitalize(), word.upper()


def _loose(term: _Term) -> str:
    """The term in any case, with or without blanks and hyphens between its pieces."""
    body = rf"{_BETWEEN}?".join(map(re.escape, term.pieces))
    tail = rf"(?P<tail>\s?[{re.escape(term.tail)}]+)?" if term.tail else "(?P<tail>)"
    return rf"(?i)(?<![\w@#])(?P<name>{body}){tail}(?!\w)"


def _is_variant(term: _Term, match: re.Match[str], document: Document) -> bool:
    """True for another spelling of the term; false for the term itself, and for common words that look like it."""
    written, name = " ".join(match[0].translate(_HYPHENS).split()), match["name"]
    if written == term.text or document.is_address(match.start()):
        return False
    if term.is_word:
        return name not in _common(name)
    if name == name.upper() and _is_in_capitals(document.text, match.start()):
        return False
    pieces = _PIECE.findall(name)
    named = len(pieces) == len(term.pieces) and all(not piece[0].islower() for piece in pieces)
    if term.tail and (match["tail"] or "").strip() != term.tail:
        return named
    if term.is_joined and name.lower() != term.key:
        # "over hoop" is no name; "Over Hoop" and "halt 2 diabetes" are.
        return named or any(map(str.isdigit, name))
    return term.strict or name != name.lower()


def _is_in_capitals(text: str, place: int) -> bool:
    """True when the whole line is in capitals."""
    line = line_around(text, place)
    return line == line.upper()


def _finding(document: Document, match: re.Match[str], term: _Term) -> Finding:
    written = " ".join(match[0].split())
    message = say("“{text}” is spelled “{term}” in this plan", text=written, term=term.text)
    # In small letters, one word may also be a common one.
    certain = match["name"] != match["name"].lower() or any(map(str.isdigit, written)) or " " in term.text
    if certain:
        hint, fix = say("Write “{text}”.", text=term.text), document.patch(*match.span(), term.text)
    else:
        hint, fix = say("Write “{text}”, if it is the name.", text=term.text), ()
    return document.finding("term-spelling", Severity.WARNING, message, match.span(), hint, fix=fix)


def _slips(gathered: Texts, terms: tuple[_Term, ...]) -> Iterator[Finding]:
    """Long terms with one letter wrong."""
    known = {term.key for term in terms}
    by_length: dict[int, list[str]] = {}
    for word in gathered.vocabulary:
        by_length.setdefault(len(word), []).append(word)
    for term in terms:
        parts = _WORD.findall(term.text)
        for place, part in enumerate(parts) if term.strict and len(term.key) >= _LONG else ():
            words = [word for size in (-1, 0, 1) for word in by_length.get(len(part) + size, ())]
            typed = sorted(_slips_of(part.lower(), words, known)) if len(part) >= _LONG_WORD else []
            if typed:
                yield from _slipped(gathered, term, (parts[:place], typed, parts[place + 1 :]))


def _slips_of(right: str, words: Iterable[str], known: set[str]) -> Iterator[str]:
    """The words that are *right* but for one letter: one of their halves is then as it should be."""
    half = len(right) // 2
    head, tail = right[:half], right[half:]
    for word in words:
        typed = word.lower()
        if (typed.startswith(head) or typed.endswith(tail)) and typed not in known and _is_slip(typed, right):
            yield word


def _is_slip(typed: str, right: str) -> bool:
    """True when one letter is wrong, missing, too much or in the other's place; an ending is no slip."""
    if typed == right or typed.startswith(right):
        return False
    start = next(
        (n for n, (one, other) in enumerate(zip(typed, right, strict=False)) if one != other),
        min(len(typed), len(right)),
    )
    one, other = typed[start:], right[start:]
    swapped = len(one) > 1 and len(other) > 1 and one[1::-1] == other[:2] and one[2:] == other[2:]
    return swapped or one[1:] == other[1:] or one[1:] == other or one == other[1:]


def _slipped(gathered: Texts, term: _Term, parts: tuple[list[str], list[str], list[str]]) -> Iterator[Finding]:
    """The places where a term stands with one of the words in the middle for its own."""
    before, typed, after = parts
    pieces = (*map(re.escape, before), f"(?:{'|'.join(map(re.escape, typed))})", *map(re.escape, after))
    pattern = rf"(?i)(?<![\w@#]){rf'{_BETWEEN}?'.join(pieces)}(?!\w)"
    signs = any_case(max(before + after, key=len)) if before or after else typed
    for document, match in gathered.near(signs, pattern, but=term.text):
        if not document.is_address(match.start()):
            written = " ".join(match[0].split())
            message = say("“{text}” looks like “{term}” with a letter wrong", text=written, term=term.text)
            hint = say("Did you mean “{near}”?", near=term.text)
            yield document.finding("term-spelling", Severity.WARNING, message, match.span(), hint)
