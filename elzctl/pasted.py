"""What a word processor leaves behind in a text that was pasted from it: lists with signs of its own, and signs of its fonts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from elzctl.faults import texts
from elzctl.finding import Finding
from elzctl.sections import without_comments
from elzctl.source import Patch, Prose, Source

# Signs of Symbol and Wingdings, in the range that Unicode leaves to everyone.
_OWN_BULLETS = "\uf0b7\uf0a7\uf0d8\uf076\uf02d"
_BULLETS = "•·▪◦●■‣–"
_ARROWS = {"\uf0e0": "→", "\uf0e8": "→"}
_PRIVATE = r"[\ue000-\uf8ff]"
_BLANK = r"[ \t\u00a0\u2003\u2002]"
# A box behind the sign belongs to an action point, which is told apart.
_ITEM = (
    rf"\n(?P<indent>[ \t]*)(?:(?P<own>[{_OWN_BULLETS}]){_BLANK}*|[{_BULLETS}]{_BLANK}+|(?P<second>o)\t{_BLANK}*)"
    r"(?![\[☐☑☒\s])(?=.)"
)
_LIST = r"\s*(?:[-*+]|\d{1,3}[.)])\s"
_MOST = 100


def pasted(source: Source, body: Prose) -> Iterator[Finding]:
    """The lists in the text of a file, and the signs anywhere in it."""
    text = f"\n{without_comments(body.text)}"
    listed: set[int] = set()
    runs = _runs(text) if "\no\t" in text or not text.isascii() else iter(())
    for run in islice(runs, _MOST):
        listed.update(body.span.start + item.start("own") - 1 for item in run if item["own"])
        yield texts.word_list(body.at(run[0].end("indent") - 1, run[0].end() - 1), tuple(_starred(body, text, run)))
    if not source.text.isascii():
        yield from _signs(source, f"{source.text[: body.span.start]}{text[1:]}", listed)


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """The lists: items that follow each other; of signs that are also used otherwise there are at least two."""
    run: list[re.Match[str]] = []
    for item in re.finditer(_ITEM, text):
        if run and not _follows(text[run[-1].end() : item.start()]):
            if _is_list(run):
                yield run
            run = []
        run.append(item)
    if _is_list(run):
        yield run


def _follows(between: str) -> bool:
    """True when an item with these words behind its sign is followed by the next one: blank lines are all between them."""
    words, _, rest = between.partition("\n")
    return not rest.strip() or not re.search(r"\n[ \t]*\r?\n", f"{between}\n"[len(words) :])


def _is_list(run: list[re.Match[str]]) -> bool:
    return len(run) > 1 or any(item["own"] for item in run)


def _starred(body: Prose, text: str, run: list[re.Match[str]]) -> Iterator[Patch]:
    """Every item with a star, as deep as it stood; "o" is Word's sign for the second level."""
    above = text[text.rfind("\n", 0, run[0].start()) + 1 : run[0].start()]
    first = _width(run[0])
    kept = first if first < 4 or re.match(_LIST, above) else 0
    for item in run:
        depth = kept + max(0, _width(item) - first) + (2 if item["second"] and not run[0]["second"] else 0)
        at = body.at(item.start("indent") - 1, item.end() - 1)
        yield Patch(at.path, at.start, at.end, " " * depth + "* ")


def _width(item: re.Match[str]) -> int:
    return len(item["indent"].expandtabs(4))


def _signs(source: Source, text: str, listed: set[int]) -> Iterator[Finding]:
    """One finding for each sign of such a font, where it stands first."""
    found: dict[str, list[int]] = {}
    for match in re.finditer(_PRIVATE, text):
        if match.start() not in listed:
            found.setdefault(match[0], []).append(match.start())
    for sign, places in found.items():
        better = _ARROWS.get(sign, "")
        fix = tuple(Patch(source.path, place, place + 1, better) for place in places) if better else ()
        yield texts.word_sign(source.span(places[0], places[0] + 1), f"U+{ord(sign):04X}", better, fix)
