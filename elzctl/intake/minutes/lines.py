"""Lines of a plain text that belong together, or to nothing: names below the label of a list, and rules of dashes."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import takewhile
from string import ascii_uppercase

from elzctl.intake import doubtful, when
from elzctl.intake.folded import folded
from elzctl.intake.minutes.labels import is_next
from elzctl.intake.minutes.next import ANNOUNCES
from elzctl.intake.minutes.parts import bare, cut, joined, lines_of
from elzctl.intake.minutes.words import MARKED, PEOPLE, label_kind
from elzctl.intake.paper import Block, Line, Make

_AT = re.compile(r"@[^@:]{2,60}:\s")
_INDENT = " " * 4  # blanks before a name that stands below others
_RULE = re.compile(r"[-=_*~#]{3,}")
_PAGE = re.compile(r"(?i)(?:blz|bladzijde|pagina|pag|page|p)\.?\s*\d{1,3}\s*(?:/|van|of)\s*\d{1,3}(?:\s+\d{1,3})?")
_CONFIDENTIAL = re.compile(r"(?i)\b(?:vertrouwelijk|confidential|niet verspreiden|strikt persoonlijk)\b")
_FOOT = re.compile(
    r"(?i)(?:\W|\b(?:verslag|notulen|minutes|van|of|strikt|vertrouwelijk|persoonlijk|confidential|intern|niet verspreiden|pagina|blz|page|\d{1,3})\b)+"
)
_DASHES = frozenset("-–—")
_LONGEST_UNDERLINED = 90
_MOST_WORDS = 6
_KNOWN_BY = 30  # signs by which the beginning of a line is found in its paragraph
_WORD_ALONE = re.compile(r"[a-zà-ÿ]{3,}\s?:\s")
_BROKEN_OFF = re.compile(r"[,.:(].*\s(?:van|voor|bij|uit|namens)(?:\s(?:de|het|een))?\s*\Z")
_LETTER = re.compile(r"[A-Z]\.")
# Alone, or before an aside, a comma or a word in small letters.
_SURNAME = re.compile(
    r"(?:(?:van|de|den|der|el|Van|De|Den|Der|Vande|Vanden|Vander|El)\s){0,3}(?P<last>[A-Z][\w’'-]+)(?:\s(?:\(|[a-z])|[,.]|\Z)"
)


def initialed(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; an initial before a surname, which was read as the letter of a list, is in its text again: ``X. Ypsilon``."""
    letters = {block.marker[0] for block in blocks if _LETTER.fullmatch(block.marker)}
    numbered = {block.marker for block in blocks}
    counted = set(takewhile(letters.__contains__, ascii_uppercase))
    counted = counted if len(counted) > 1 else set()
    others = counted | ({"I", "V", "X"} if "II." in numbered else set())
    return [_with_initial(block) if _is_initial(block, others) else block for block in blocks]


def _is_initial(block: Block, letters: Container[str]) -> bool:
    if not _LETTER.fullmatch(block.marker) or block.marker[0] in letters or block.check is not None:
        return False
    last = _SURNAME.match(folded(block.text))
    return last is not None and not last["last"].isupper() and not doubtful.is_known(last["last"], ())


def _with_initial(block: Block) -> Block:
    shift = len(block.marker) + 1
    spans = tuple(one._replace(start=one.start + shift, end=one.end + shift) for one in block.spans)
    return block._replace(text=block.whole, spans=spans, marker="", depth=0)


def apart(blocks: Iterable[Block], lines: Sequence[Line]) -> Iterator[Block]:
    """The blocks; a line that begins with a label for the next meeting, or with one of what is noted, is a paragraph of its own."""
    for block in blocks:
        place = first = 0
        for number, line in enumerate(block.lines if block.cell is None else ()):
            text = " ".join(lines[line].text.split())
            above = " ".join(lines[block.lines[number - 1]].text.split()) if number else ""
            stretch = block.text[place:]
            begins = number and (_announces(text) or _is_noted(text) or _ends(stretch, above, text))
            start = block.text.find(text[:_KNOWN_BY], place) if begins else -1
            if start > place:
                yield _stretch(block, place, start)._replace(lines=block.lines[first:number])
                place, first = start, number
        yield _stretch(block, place, len(block.text))._replace(lines=block.lines[first:]) if place else block


def _announces(text: str) -> bool:
    """True for a line that begins with a label for the next meeting, with a colon or a day behind it."""
    label, colon, _ = text.partition(":")
    if colon and is_next(label):
        return True
    return text[:1].isupper() and ANNOUNCES.match(text) is not None and when.first(text) is not None


def _is_noted(text: str) -> bool:
    """True for a line that begins with *Besluit:*, or says who was there, or is the word for a list alone."""
    label, colon, _ = text.partition(":")
    if colon and label_kind(label) in PEOPLE - {"sent"}:
        return True
    return (
        MARKED.match(text) is not None
        or _AT.match(text) is not None
        or (text[:1].isupper() and label_kind(text) in ("actions", "decisions"))
    )


def _ends(stretch: str, above: str, text: str) -> bool:
    """True for a line that ends what is above it: a list of people, where a word in small letters has a colon, or what is noted."""
    label, colon, _ = stretch.partition(":")
    is_list = bool(colon) and label_kind(label) in PEOPLE
    return (is_list and _WORD_ALONE.match(text) is not None) or _ends_noted(stretch, above, text)


def _ends_noted(stretch: str, above: str, text: str) -> bool:
    """True for a line behind something noted that ends in a day: ``@CAW: … – 30/6``."""
    is_noted = MARKED.match(stretch) is not None or stretch.startswith("@")
    return is_noted and re.search(r"\d\)?\Z", above) is not None and re.match(r"[A-ZÀ-Þ][a-zà-ÿ]+\s", text) is not None


def _stretch(block: Block, start: int, end: int) -> Block:
    """A part of a block; what is not its beginning is a paragraph below it."""
    return cut(bare(block)._replace(gap=True) if start else block, start, end)


def rejoined(blocks: Sequence[Block], make: Make) -> list[Block]:
    """The blocks of a PDF, with the second half of ``• CAW – Voornaam A`` behind the first, where it went to a line of its own."""
    if make is not Make.PDF:
        return list(blocks)
    marks = [block.marker for block in blocks if block.depth and re.search(r"\s[–—-]\s", block.text)]
    found: list[Block] = []
    for block in blocks:
        above = found[-1] if found else None
        is_half = block.marker in _DASHES and block.depth > 1 and not block.gap and above is not None
        if above is not None and is_half and above.depth == block.depth - 1 and marks.count(above.marker) > 1:
            found[-1] = above._replace(
                text=f"{above.text} {block.marker} {block.text}", lines=above.lines + block.lines
            )
        else:
            found.append(block)
    return found


def run_on(blocks: Iterable[Block]) -> list[Block]:
    """The blocks; a line right below one that breaks off behind a small word goes on there: ``Voornaam van het`` / ``OCMW Meer``."""
    found: list[Block] = []
    for block in blocks:
        above = found[-1] if found else None
        is_bare = not (block.gap or block.depth or block.level or block.marker or block.style) and block.cell is None
        if above is not None and is_bare and above.cell is None and _BROKEN_OFF.search(above.text):
            whole = joined([above, block])
            found[-1] = above._replace(text=whole.text, lines=whole.lines, spans=whole.spans)
        else:
            found.append(block)
    return found


def ruled(blocks: Iterable[Block], lines: Sequence[Line]) -> tuple[list[Block], tuple[int, ...]]:
    """The blocks without rules of dashes and lone numbers of pages, and the lines of those; what is underlined is bold."""
    found: list[Block] = []
    rules: list[Block] = []
    for block in blocks:
        if block.cell is None and (_PAGE.fullmatch(block.text.strip()) or _is_foot(block)):
            rules.append(block)
            continue
        if block.cell is not None or not _RULE.fullmatch(block.text.strip()):
            found.append(block)
            continue
        above = found[-1] if found else None
        if above is not None and _has_cells(above, lines):
            found.append(block)  # the rule under the headings of a typed table
            continue
        rules.append(block)
        if above is not None and not block.gap and _is_underlined(above):
            found[-1] = above._replace(style=above.style or "strong")
    return found, lines_of(rules)


def _is_foot(block: Block) -> bool:
    """True for what stands below pages alone: ``Verslag 12 oktober – vertrouwelijk``."""
    text = block.text.strip()
    if len(text) > _LONGEST_UNDERLINED or not _CONFIDENTIAL.search(text):
        return False
    found = when.first(text)
    return _FOOT.fullmatch(text if found is None else when.without(text, found)) is not None


def listed(blocks: Iterable[Block], lines: Sequence[Line], make: Make) -> list[Block]:
    """The blocks, with the names that stand each on a line below ``Aanwezig: CAW`` in its paragraph, parted by semicolons."""
    if make is not Make.TEXT:
        return list(blocks)
    found: list[Block] = []
    run: list[Block] = []
    for block in blocks:
        if run and _is_name(block, lines):
            run.append(block)
            continue
        found += _one(run, lines)
        run = [block] if _begins(block) else []
        found += [] if run else [block]
    return found + _one(run, lines)


def _begins(block: Block) -> bool:
    label, colon, value = block.text.partition(":")
    is_list = bool(colon and value.strip()) and label_kind(label) in PEOPLE - {"sent", "chair", "scribe"}
    return is_list and not block.depth and block.cell is None and not re.search(r"[,;.]\Z", value.strip())


def _is_name(block: Block, lines: Sequence[Line]) -> bool:
    """True for a short line right below another that is no label and no sentence."""
    if block.gap or block.depth or block.level or block.cell is not None or re.search(r"[:.,;?!]\Z", block.text):
        return False
    return ":" not in block.text and (_is_indented(block, lines) or len(block.text.split()) <= _MOST_WORDS)


def _is_indented(block: Block, lines: Sequence[Line]) -> bool:
    return all(lines[line].text.startswith(_INDENT) for line in block.lines)


def _one(run: Sequence[Block], lines: Sequence[Line]) -> list[Block]:
    """The list as one paragraph; a lone line at the edge, or names between commas, belong to nothing."""
    below = run[1:]
    is_list = bool(below) and (len(below) > 1 or _is_indented(below[0], lines))
    if not is_list or any("," in block.text for block in run):
        return list(run)
    return [joined(run, "; ")._replace(gap=run[0].gap)]


def _has_cells(block: Block, lines: Sequence[Line]) -> bool:
    typed = lines[block.lines[-1]].text.strip() if block.lines else ""
    return bool(re.search(r"\t|\||\S {2,}\S", typed))


def _is_underlined(block: Block) -> bool:
    return block.cell is None and len(block.lines) == 1 and len(block.text) <= _LONGEST_UNDERLINED
