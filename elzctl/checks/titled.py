"""Names of people behind titles that houses, streets and schools are called after as well: *dokter*, *zuster* and the like."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from elzctl.checks.documents import Document
from elzctl.checks.texts import Texts, any_case

# A word with a full stop behind it is a title; one of "E.H." is known by its last letter.
_SHORT = any_case("prof", "ing", "ir", "lic", "zr", "br", "mgr", "mej") | {"H", "Z"}
_WHOLE = any_case(
    *"""dokter professor zuster broeder pater pastoor deken kanunnik priester kapelaan diaken aalmoezenier dominee imam
    monseigneur juf juffrouw mejuffrouw""".split()
)
_GAP = r"(?:[ \t]+|[ \t]*\r?\n(?![\s#*+|>-]))"
_TITLE = (
    r"(?:(?:[Pp]rof|[Ii]ng|[Ii]r|[Ll]ic|[Zz]r|[Bb]r|[Mm]gr|[Mm]ej|(?:Z\.?\s?)?E\.\s?[HZ])\.|(?:[Pp]rof|[Mm]gr)(?=\s)"
    rf"|(?:{'|'.join(sorted(f'[{word[0].upper()}{word[0]}]{word[1:]}' for word in _WHOLE if word.islower()))})\b)"
)
_WORD = r"(?:[DdOoNn]['’])?[A-ZÀ-Þ][\w'’-]*"
_NAMED = (
    rf"\b{_TITLE}(?:{_GAP}{_TITLE}|{_GAP}(?:[Dd]rs?|[Ii]r|[Ii]ng)\b\.?){{0,2}}{_GAP}"
    rf"(?P<name>(?:[A-Z]\.\s?)*(?:(?:de|den|der|ter|’t|'t)[ \t]+)?{_WORD}(?:{_GAP}(?:(?:van|de|den|der|ter)[ \t]+){{0,2}}{_WORD})*)"
)
_PARTICLES = frozenset("van de den der vande vanden vander ter ten te el al la le du".split())
_STREETS = (
    "straat",
    "laan",
    "plein",
    "weg",
    "lei",
    "dreef",
    "park",
    "centrum",
    "school",
    "instituut",
    "huis",
    "kliniek",
)


def titled(
    gathered: Texts, stands_by_house: Callable[[str, int, int], bool]
) -> Iterator[tuple[Document, tuple[int, int]]]:
    """Where such a title stands with the name of somebody behind it.

    *stands_by_house* tells of a place in a text whether a word beside it says that it is the name of a house.
    """
    for document, match in gathered.near(_SHORT | _WHOLE, _NAMED):
        text, end = document.text, match.end()
        is_cut = text[end : end + 1].isalnum()  # where the search ended: another one finds all of it
        if is_cut or stands_by_house(text, *match.span()) or is_known_house(match[0]):
            continue
        if _is_name(match["name"].split()):
            yield document, match.span()


def _is_name(words: list[str]) -> bool:
    """False for a street, an organisation, a place, and for the beginning of a sentence."""
    from elzctl.intake import persons, surnames
    from elzctl.intake.small_words import NO_NAME
    from elzctl.intake.towns import is_place

    names = [word for word in words if word.lower() not in _PARTICLES]
    if not names or names[0].lower() in NO_NAME or names[-1].lower().endswith(_STREETS):
        return False
    if any(re.search(r"[A-Z]{2}|(?<!Mc)(?<!De)(?<!Van)[a-z][A-Z]", word) for word in names):
        return False
    if len(words) == 1 and is_place(words[0]):
        return False
    # Surnames end as words for people do: *Bakkers*.
    return surnames.has_form(names[0]) or names[0].endswith("ers") or not persons.shows_organisation(names[0])


def is_known_house(words: str) -> bool:
    """True for what is known everywhere as the name of a house: *Dokter Guislain*."""
    from elzctl.intake.folded import folded
    from elzctl.intake.houses import is_house

    return is_house(folded(" ".join(words.split())))
