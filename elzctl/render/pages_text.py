"""The pages of the codes for people: in a terminal, and as one Markdown document.

A page is plain text: paragraphs, and examples that stand four blanks in behind a line that ends in ``::``.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby

from elzctl.render.terminal import Paint
from elzctl.views.pages import Page
from elzctl.wording import Language, say

_WORD = re.compile(r"``(.+?)``", re.DOTALL)
_MARGIN = 4
_FENCE = "```"

GROUPS = {True: say("While the files are read"), False: say("When the plan is checked")}


def page_text(page: Page, pages: Language, width: int, paint: Paint) -> str:
    """One page within *width*: the code, its text, its examples.  *pages* translates long texts."""
    parts = [paint("strong", page.code)]
    for example, text in _parts(pages(page.text)):
        parts.append(textwrap.indent(text, " " * _MARGIN) if example else _filled(_plain(text), width))
    return "\n\n".join(parts)


def list_text(found: Iterable[Page], language: Language, width: int | None, paint: Paint) -> Iterator[str]:
    """Every code with its first sentence; in groups within *width*, or one line a code when it is ``None``."""
    rows = tuple(found)
    pages = language.pages()
    left = max((len(page.code) for page in rows), default=0) + 2
    for reading, group in groupby(rows, key=lambda page: page.reading):
        if width is not None:
            yield f"{paint('strong', language(GROUPS[reading]))}"
        for page in group:
            sentence = _plain(summary(pages(page.text)))
            yield _row(page.code, sentence, left, width, paint)
        if width is not None:
            yield ""


def markdown(found: Iterable[Page], language: Language) -> str:
    """All pages as one Markdown document."""
    pages = language.pages()
    parts = [f"# {language(say('What elzctl finds'))}\n"]
    for reading, group in groupby(found, key=lambda page: page.reading):
        parts.append(f"## {language(GROUPS[reading])}\n")
        parts.extend(page_markdown(page, pages, f"### {page.code}") for page in group)
    return "\n".join(parts)


def page_markdown(page: Page, pages: Language, title: str = "") -> str:
    """One page as Markdown, under *title* if there is one.  *pages* translates long texts."""
    parts = [title] if title else []
    for example, part in _parts(pages(page.text)):
        if example:
            fence = max([_FENCE, *(f"{run}`" for run in re.findall("`{3,}", part))], key=len)
            parts.append(f"{fence}text\n{part}\n{fence}")
        else:
            parts.append(_WORD.sub(r"`\1`", _unmarked(part)))
    return "\n\n".join(parts) + "\n"


def summary(text: str) -> str:
    """The first sentence of a page: its first paragraph, on one line."""
    return " ".join(text.partition("\n\n")[0].split())


def _parts(text: str) -> Iterator[tuple[bool, str]]:
    """The paragraphs and examples of a page; an example may have blank lines in it."""
    for example, chunks in groupby(text.split("\n\n"), key=lambda chunk: chunk.startswith("    ")):
        if example:
            yield True, textwrap.dedent("\n\n".join(chunks))
        else:
            yield from ((False, chunk) for chunk in chunks if chunk)


def _row(code: str, sentence: str, left: int, width: int | None, paint: Paint) -> str:
    if width is None:
        return f"{code:<{left}}{sentence}"
    if width < 2 * left + 10:
        return f"  {paint('info', code)}\n" + textwrap.fill(
            sentence, width, initial_indent="    ", subsequent_indent="    "
        )
    lines = textwrap.wrap(sentence, width - left - 2) or [""]
    return "\n".join(
        [
            f"  {paint('info', code)}{' ' * (left - len(code))}{lines[0]}",
            *(f"{'':{left + 2}}{line}" for line in lines[1:]),
        ]
    )


def _filled(paragraph: str, width: int) -> str:
    return textwrap.fill(" ".join(paragraph.split()), width, break_long_words=False, break_on_hyphens=False)


def _unmarked(text: str) -> str:
    """Without the second colon of a line that announces an example."""
    return text.removesuffix(":") if text.endswith("::") else text


def _plain(text: str) -> str:
    return _WORD.sub(r"“\1”", _unmarked(text))
