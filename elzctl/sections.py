"""From the Markdown of a fiche to its sections and references, with places.

Only headings, comments and ``[[references]]`` are looked at here; Markdown itself is read when a document is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from elzctl.body import Body, Reference, Section
from elzctl.faults import syntax, values
from elzctl.finding import Finding
from elzctl.record import NamedTuple
from elzctl.source import Patch, Prose, Span
from elzctl.terms import Part

# Both official forms of the fiche, the variants that the zones made of them, and English.
HEADINGS: dict[str, Part] = {
    name: part
    for part, names in (
        (
            Part.WHY,
            "waarom|waarom deze actie|waarom nu|waarom deze actie nu|waarom deze actie waarom deze actie nu|aanleiding|why|why this action|why now",
        ),
        (Part.FOR_WHOM, "voor wie|doelgroep|doelgroepen|doelgroep en|for whom|target group|target groups"),
        (Part.WHAT, "wat|wat gaan we doen|korte beschrijving|scope|what|what is it|description"),
        (
            Part.DO,
            "wat ga je wel doen|wat gaan we wel doen|wat doen we wel|wat doen we|wat wel|wel|wat we wel doen"
            "|what we do|what do we do|what will we do|what we will do|in scope",
        ),
        (
            Part.DO_NOT,
            "wat ga je niet doen|wat gaan we niet doen|wat doen we niet|wat niet|niet|wat we niet doen"
            "|what we do not do|what do we not do|what will we not do|what we will not do|out of scope",
        ),
        (
            Part.WITH_WHOM,
            "met wie|wie is de trekker|wie is de trekker van de actie|met wie en wie trekt|partners"
            "|met welke stakeholders wordt er samengewerkt voor deze actie|with whom|who",
        ),
        (Part.HOW, "hoe|hoe gaan we dat doen|aanpak|plan van aanpak|how|approach"),
        (Part.EVALUATION, "evaluatie|hoe evalueren we|evaluation"),
    )
    for name in names.split("|")
}

# The heading that most fiches have, by part; hints name these.
STANDARD = {
    Part.WHY: "Waarom?",
    Part.FOR_WHOM: "Voor wie?",
    Part.WHAT: "Wat?",
    Part.DO: "Wat doen we wel?",
    Part.DO_NOT: "Wat doen we niet?",
    Part.WITH_WHOM: "Met wie?",
    Part.HOW: "Hoe?",
    Part.EVALUATION: "Evaluatie",
}

# Behind a backtick it is code, that speaks of a comment.
_COMMENT = r"(?s)(?<!`)<!--.*?(?:-->|\Z)"
_HEADING = re.compile(r"[ ]{0,3}(?P<marks>\#{1,6})(?:[ \t]+(?P<title>.*?))?(?:[ \t]+\#+)?[ \t\r]*\Z")
_GLUED = re.compile(r"[ ]{0,3}(?P<marks>#{1,6})(?P<title>[^\s#].*)")
_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
REFERENCE = re.compile(r"\[\[([^\[\]\n|]{1,200})(?:\|([^\[\]]{1,200}))?\]\]")
_NOISE = r"(?i)\boutput\b|^\s*(?:\d+|[a-z])\s*[.):]\s+|[\W_]+"


_COMMON = {title: part for part, title in STANDARD.items()}
# The lines that nearly every fiche has: no pattern is needed to know them.
_COMMON_LINES = {f"{marks} {title}": (part, title) for part, title in STANDARD.items() for marks in ("##", "###")}


class _Line(NamedTuple):
    """A line that is a heading: its title, the part it names, its number from 0, where its marks begin and it ends.

    *glued*: there is no blank behind its marks, so that Markdown takes it for text.
    """

    part: Part | None
    title: str
    level: int
    number: int
    column: int
    start: int
    end: int
    glued: bool = False


def part_of(title: str) -> Part | None:
    """The part of a fiche that a heading names, in any known wording, or ``None``."""
    return _COMMON.get(title) or HEADINGS.get(re.sub(_NOISE, " ", title.replace("'", "")).strip().lower())


def references(prose: Prose) -> tuple[Reference, ...]:
    """Every ``[[id]]`` and ``[[id|own words]]`` of a text."""
    if "[" not in prose.text or "[[" not in prose.text:
        return ()
    return tuple(
        Reference(match[1].strip(), " ".join((match[2] or "").split()), prose.at(match.start(), match.end()))
        for match in REFERENCE.finditer(prose.text)
    )


def without_comments(text: str) -> str:
    """The text with ``<!-- comments -->`` as blanks, so that every character stays where it was."""
    if "<" not in text or "<!--" not in text:
        return text
    return re.sub(_COMMENT, lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def comments(text: str) -> Iterator[re.Match[str]]:
    """The comments of a text."""
    return re.finditer(_COMMENT, text) if "<!--" in text else iter(())


def open_comment(prose: Prose) -> Iterator[Finding]:
    """The finding for a comment that has no end of its own, and so takes along what stands behind it."""
    if "<" not in prose.text or "<!--" not in prose.text:
        return
    for match in re.finditer(_COMMENT, prose.text):
        whole = match[0].endswith("-->") and len(match[0]) >= len("<!---->")
        # One that holds the beginning of the next comment has borrowed its end.
        if not whole or "<!--" in match[0][4:]:
            yield syntax.open_comment(prose.at(match.start(), match.start() + len("<!--")))


def read_body(prose: Prose) -> tuple[Body, list[Finding]]:
    """The sections of a fiche and what is odd about its headings."""
    text, (path, first, _, offset, _) = without_comments(prose.text), prose.span
    found = list(open_comment(prose))
    heads = []
    for line in _headings(text):
        part, title, level, number, column, start, end, glued = line
        if part is not None and not glued:
            heads.append((part, title, number, column + 1 + end - start, start, end))
        elif glued or (title and level <= 2):
            span = Span(path, first + number, column + 1, offset + start, offset + end)
            odd = _glued(span, text[start:end], line) if glued else values.unknown_section(span, title, _near(title))
            found.append(odd)
    stops = [*(head[4] for head in heads), len(text)]
    sections = []
    for (part, title, number, column, start, end), stop in zip(heads, stops[1:], strict=True):
        below = Span(path, first + number, column, offset + end, offset + stop)
        sections.append(Section(part, title, Prose(text[end:stop], below), end - start))
    found += _repeated(sections)
    intro = Prose(text[: stops[0]], prose.span._replace(end=offset + stops[0]))
    return Body(intro, tuple(sections), references(Prose(text, prose.span))), found


def _repeated(sections: list[Section]) -> Iterator[Finding]:
    # A list and not a dictionary: to hash a word of an enum takes longer than to compare it with eight.
    parts = [section.part for section in sections]
    for section in sections:
        first = sections[parts.index(section.part)]
        if first is not section:
            yield values.repeated_section(section.heading, section.title, first.heading)


def _headings(text: str) -> Iterator[_Line]:
    """Every heading outside fences; before its marks at most three blanks."""
    fence = ""
    for number, position, line in _marked_lines(text):
        common = None if fence else _COMMON_LINES.get(line)
        if common:
            yield _Line(common[0], common[1], 2, number, 0, position, position + len(line), False)
        elif mark := _FENCE.match(line):
            # A fence closes with at least as many of its own characters.
            fence = mark[1] if not fence else "" if mark[1].startswith(fence) else fence
        elif not fence and (match := _HEADING.match(line)):
            title = (match["title"] or "").strip()
            start, end = match.start("marks"), len(line.rstrip())
            yield _Line(part_of(title), title, len(match["marks"]), number, start, position + start, position + end)
        elif not fence and (match := _GLUED.match(line)):
            yield from _glued_line(match, number, position)


def _marked_lines(text: str) -> Iterator[tuple[int, int, str]]:
    """The lines that may be a heading or a fence: number from 0, where it begins, and the line."""
    if ("`" in text and "```" in text) or ("~" in text and "~~~" in text):
        position = 0
        for number, line in enumerate(text.split("\n")):
            yield number, position, line
            position += len(line) + 1
        return
    # From one mark to the next: most lines of a fiche are no headings.
    number = position = 0
    place = text.find("#")
    while place >= 0:
        start, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
        number += text.count("\n", position, start)
        position = start
        yield number, start, text[start:end] if end >= 0 else text[start:]
        place = text.find("#", end) if end >= 0 else -1


def _glued_line(match: re.Match[str], number: int, position: int) -> Iterator[_Line]:
    """``##Waarom?``; a single mark before another word is a hashtag."""
    title, start, level = match["title"].rstrip(), match.start("marks"), len(match["marks"])
    part = part_of(title.rstrip("# "))
    if part is not None or level > 1:
        end = match.start("title") + len(title)
        yield _Line(part, title, level, number, start, position + start, position + end, glued=True)


def _glued(span: Span, text: str, line: _Line) -> Finding:
    marks = span.start + line.level
    return values.unknown_section(
        span, text, None, f"{text[: line.level]} {line.title}", (Patch(span.path, marks, marks, " "),)
    )


def _near(title: str) -> str | None:
    from difflib import get_close_matches

    close = get_close_matches(re.sub(_NOISE, " ", title[:80]).strip().lower(), HEADINGS, 1, 0.7)
    return STANDARD[HEADINGS[close[0]]] if close else None
