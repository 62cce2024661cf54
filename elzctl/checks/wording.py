"""Text that nobody wrote for this plan: placeholders, numbers and paragraphs copied along."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from elzctl.checks.documents import Document
from elzctl.checks.prompts import is_prompt
from elzctl.checks.texts import Texts, any_case, texts
from elzctl.finding import Finding, Severity
from elzctl.model import Action, Plan
from elzctl.record import NamedTuple
from elzctl.source import Patch
from elzctl.wording import say

_SIGNS = any_case("bepalen", "vullen", "invullen", "aanvullen", "ntb", "tbd", "lorem", "fill") | frozenset(
    ("TODO", "ToDo", "XXX", "XXXX", "XXXXX", "determined", "decided", "confirmed", "filled")
)
_PLACEHOLDER = (
    r"(?i)\b(?:nog(?:\s+(?:verder|nader))?|verder|nader|later)\s+(?:te\s+bepalen|(?:aan|in)\s+te\s+vullen)\b(?!\s+(?:zijn|is|door)\b)"
    r"|\b(?:ntb|tbd)\b|(?-i:\b(?:TODO|ToDo|X{3,})\b(?!-))|\blorem\s+ipsum"
    r"|\bto\s+be\s+(?:determined|decided|confirmed|filled\s+in)\b"
    r"|\[\s*(?:(?:nog\s+|hier\s+){0,2}(?:in|aan)(?:\s+te\s+|\s*)vullen|(?:to\s+)?fill\s+in)\b"
)
_SIGNS_ALONE = r"\?{3,}|\b(?:[nN]\.[tT]\.[bB]\.|[tT]\.[bB]\.[dD]\.)"
# "om de aanpak verder te bepalen" says what is done, not that something lacks.
_TO_DO_SO = r"(?i)\b(?:om|door|zonder|in order)\b[^.,;:!?()\n\0]*\Z"
# ": deze actie zit nog in …", ". Dat hangt af van …", ", in overleg met …": the words behind such a sign, and how many.
_WHY: dict[str, tuple[tuple[str, ...], int]] = {
    ":": (("deze ", "dit ", "dat ", "de ", "het ", "we ", "wij ", "this ", "that ", "the "), 6),
    ".": (("dat ", "dit ", "that ", "this "), 4),
    ",": (("in overleg ", "samen met ", "afhankelijk van ", "na ", "zodra ", "wanneer ", "want ", "omdat "), 3),
}
_ALONE = frozenset(("…", "...", "....", "?", "??"))

# Begins with a line break and not with ^, which makes the search quick.
_ITEM = re.compile(r"\n[ \t]{0,8}(\d{1,3})[.)][ \t]+\S")

_SHORTEST = 60
_NO_PROSE = "*-+•|#>0123456789"


def placeholder(plan: Plan) -> Iterator[Finding]:
    """A text says that it still has to be written.

    The document goes out with it. When something really is not known yet, say who decides it and by when. Where the
    text itself goes on with why it is open, nothing is told.

    Wrong::

        De aanpak is nog te bepalen.

    Right::

        De stuurgroep kiest de aanpak in maart 2025.
    """
    for document, start, end in _placeholders(texts(plan)):
        words = " ".join(document.text[start:end].split())
        message = say("“{text}” stands where a text should be", text=words)
        hint = say("Write the text, or say who decides it and by when.")
        yield document.finding("placeholder", Severity.WARNING, message, (start, end), hint)


def _placeholders(gathered: Texts) -> Iterator[tuple[Document, int, int]]:
    for document, match in gathered.near(_SIGNS, _PLACEHOLDER, 24):
        before = document.text[max(0, match.start() - 100) : match.start()]
        said = match[0].endswith("en") and re.search(_TO_DO_SO, before)
        if not said and not (match[0].endswith("bepalen") and _says_why(document.text, match.end())):
            yield document, *match.span()
    # Single letters are words of the vocabulary too, but seldom.
    signs = (sign for sign in ("t.b", "T.B") if gathered.vocabulary.issuperset((sign[0], sign[-1])))
    for document in gathered.having("???", *signs):
        yield from ((document, *match.span()) for match in re.finditer(_SIGNS_ALONE, document.text))
    for document in gathered.documents:
        for start, piece in document.short(12):
            if piece.strip("*-•_ \t\r\n") in _ALONE:
                begin = start + len(piece) - len(piece.lstrip())
                yield document, begin, begin + len(piece.strip())


def _says_why(text: str, place: int) -> bool:
    """True when what stands behind "nog te bepalen" says why it is open, what it hangs on, or who decides."""
    after = text[place : place + 300].partition("\0")[0].replace("\r", "").partition("\n\n")[0].lstrip()
    firsts, least = _WHY.get(after[:1], ((), 0))
    rest = " ".join(after[1:].split()).lower()
    return rest.startswith(firsts) and len(rest.partition(".")[0].split()) >= least


class _Item(NamedTuple):
    """A numbered item: its number, and where the digits stand."""

    number: int
    start: int
    end: int


def list_start(plan: Plan) -> Iterator[Finding]:
    """A numbered list begins with another number than 1.

    Word goes on counting from the list before, even when that stands in another fiche. A list that goes on after a
    text of the same fiche is in order.

    Wrong::

        3) Scholen aanspreken
        4) Materiaal uitdelen

    Right::

        1) Scholen aanspreken
        2) Materiaal uitdelen
    """
    for document in texts(plan).matching(_ITEM):
        items = list(_items(document))
        seen = {0}
        for place, item in enumerate(items):
            if item.number > 1 and seen.isdisjoint((item.number, item.number - 1)):
                run = _run(items, place)
                seen.update(one.number for one in run)
                message = say("This list begins with {number}", number=item.number)
                hint = say("Begin with 1, or write a text in front of it if it is no list.")
                yield document.finding(
                    "list-start", Severity.WARNING, message, item[1:], hint, fix=_renumbered(document, run)
                )
            seen.add(item.number)


def _items(document: Document) -> Iterator[_Item]:
    """The numbered items of a text; a number at the head of a line within a paragraph is none."""
    text, before = document.text, -1
    for match in _ITEM.finditer(text):
        line = text.rfind("\n", 0, match.start()) + 1
        above = text[line : match.start()].strip()
        if document.is_body(match.start(1)) and (not above or above.startswith("#") or before == line):
            before = match.start() + 1
            yield _Item(int(match[1]), *match.span(1))


def _run(items: list[_Item], first: int) -> list[_Item]:
    """The items from the first on, as long as they count up one by one."""
    last = first + 1
    while last < len(items) and items[last].number == items[last - 1].number + 1:
        last += 1
    return items[first:last]


def _renumbered(document: Document, run: list[_Item]) -> tuple[Patch, ...]:
    """The run from 1 on; nothing when the text speaks of one of these numbers."""
    if not _mentioned(document.text).isdisjoint(item.number for item in run):
        return ()
    return tuple(
        patch for place, item in enumerate(run, 1) for patch in document.patch(item.start, item.end, str(place))
    )


@lru_cache(maxsize=1)
def _mentioned(text: str) -> frozenset[int]:
    """The numbers that a text speaks of, such as "zie punt 4"."""
    found = re.findall(r"(?i)\b(?:punt|stap|nr|nummer|item|zie|point|step|see)\.? (\d{1,3})\b", text)
    return frozenset(map(int, found))


class _Paragraph(NamedTuple):
    """A paragraph, and where it begins in its document."""

    document: Document
    start: int
    text: str

    def ends(self) -> tuple[int, int]:
        """Where its first character stands, and its last one ends."""
        return self.start + len(self.text) - len(self.text.lstrip()), self.start + len(self.text.rstrip())


def repeated_paragraph(plan: Plan) -> Iterator[Finding]:
    """The same paragraph stands in two fiches, or twice in one.

    Often it came along when a fiche was copied, and is not true of the second one. What is true of both has to be
    changed in both. Short paragraphs, lists and tables are passed over.

    Wrong::

        De partners brengen zelf de agendapunten aan: dat is hun verantwoordelijkheid.

    Right::

        De agendapunten komen van de partners: zie [[domeinoverleg]].
    """
    firsts: dict[str, _Paragraph] = {}
    groups: dict[str, dict[str, _Paragraph]] = {}
    for paragraph in _paragraphs(plan):
        # Most paragraphs differ in their first words already; only those that do not are compared whole.
        words = " ".join(paragraph.text.split(None, 4)[:4]).lower()
        first = firsts.setdefault(words, paragraph)
        if first is not paragraph:
            if words not in groups:
                groups[words] = {_folded(first.text): first}
            first = groups[words].setdefault(_folded(paragraph.text), paragraph)
        if first is not paragraph and not is_prompt(paragraph.text):
            yield _repeated(paragraph, first)


def _folded(text: str) -> str:
    return " ".join(text.lower().split())


def _paragraphs(plan: Plan) -> Iterator[_Paragraph]:
    """The paragraphs that are long enough to be no accident, without lists, tables and headings."""
    for document in texts(plan).documents:
        if not isinstance(document.owner, Action):
            continue
        place = document.body_start
        text = document.text[place:]
        if "\r" in text:
            # As long as before: every place stays where it is.
            text = text.replace("\r\n", " \n").replace("\n \n", "\n\n ")
        for part in text.split("\n\n"):
            # What a comment leaves behind is blanks.
            if len(part) >= _SHORTEST <= len(bare := part.strip()) and bare[0] not in _NO_PROSE:
                yield _Paragraph(document, place, part)
            place += len(part) + 2


def _repeated(paragraph: _Paragraph, first: _Paragraph) -> Finding:
    document, there = paragraph.document, first.document
    if document is there:
        message = say("This paragraph stands twice in this fiche")
    else:
        message = say("This paragraph also stands in “{title}”", title=there.owner.title)
    hint = say("Keep it where it belongs, and refer to that place with [[id]] if needed.")
    related = ((say("the first"), there.at(*first.ends())),)
    return document.finding("repeated-paragraph", Severity.WARNING, message, paragraph.ends(), hint, related=related)
