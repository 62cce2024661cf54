"""Pages of HTML, our own documents and simple others, as a :class:`~elzctl.intake.paper.Paper`; nothing is fetched or run.

One line a block.  ``level`` is that of ``<h1>`` … ``<h6>``, but a single ``<h1>`` is the title (``style`` "title"); ``style`` is
else the class of a paragraph, "table heading", "caption", "term", or for what is noted in our minutes "entry decision" and
the like; ``anchor`` is its ``id`` or that of what it stands in.  Items of numbered lists have their number as ``marker``, others
"•"; boxes are those of forms and our own.  ``<br>`` begins a new block.  Navigation and links to the top are running lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

from elzctl.intake.laid import Stretch, laid, without_start
from elzctl.intake.paper import Block, Line, Make, Paper, Unfit
from elzctl.intake.readers.docx_left import nested_tables
from elzctl.intake.readers.html_elements import (
    BLOCKS,
    EMPHASIS,
    EMPTY,
    ENDS,
    HEADING,
    KINDS,
    OWN,
    SPACED,
    STRONG,
    STYLES,
    UNSEEN,
    Open,
)
from elzctl.intake.readers.html_lists import Lists
from elzctl.intake.readers.html_tables import Tables
from elzctl.intake.readers.markers import marked
from elzctl.intake.readers.text import decoded
from elzctl.wording import Message, say, say_count

MOST_TEXT = 5 << 20
DEEPEST = 200
"""Elements inside each other."""
MOST_OPEN = 100
"""Signs that begin an element behind the last one that ends any; the parser looks for the end of each."""

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


def read_html(name: str, data: bytes, encoding: str | None = None) -> Paper:
    """A page of HTML.  Raises Unfit."""
    charset = _CHARSET.search(data[:4096])
    try:
        text, remarks = decoded(data, encoding or (charset[1].decode() if charset else None))
    except Unfit:
        if encoding is not None:
            raise
        text, remarks = decoded(data, None)
    if text.count("<", text.rfind(">") + 1) > MOST_OPEN:
        raise Unfit(
            say("The page is damaged: its end is not there"),
            say("Open it in a browser and save it again, or print it to PDF"),
        )
    page = _Page()
    page.feed(text)
    page.close()
    page.finish()
    return page.paper(name, remarks)


class _Page(HTMLParser):
    """Builds the blocks while the page goes by."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[Open] = []
        self._words: list[Stretch] = []
        self._lines: list[Line] = []
        self._blocks: list[Block] = []
        self._lists = Lists()
        self._tables = Tables()
        self._tally: Counter[str] = Counter()
        self._gap = False
        self._anchor = ""
        self._title = self._language = self._keywords = ""
        self._size = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag in BLOCKS:
            self._put()
            self._gap = self._gap or (tag in SPACED and not self._lists.in_item_alone)
            self._closed_by(tag)
            if tag == "hr":
                return
        self._seen(tag, given)
        if tag in EMPTY:
            return
        if len(self._open) > DEEPEST:
            raise Unfit(say("The page is nested deeper than {limit} elements", limit=DEEPEST))
        self._open.append(self._opened(tag, given))
        if tag in ("ul", "ol", "li"):
            self._lists.open(tag, given)
        elif tag in ("table", "tr", "td", "th"):
            self._tables.open(tag, given)

    def _seen(self, tag: str, given: dict[str, str]) -> None:
        """What elements without content, and attributes, say."""
        if tag == "html":
            self._language = given.get("lang", "").partition("-")[0].lower()
        elif tag == "meta" and given.get("name", "").lower() == "keywords":
            self._keywords = given.get("content", "")
        elif tag == "br":
            self._put(goes_on=True)
        elif tag == "img":
            self._tally["pictures"] += 1
        elif tag == "input" and given.get("type", "").lower() == "checkbox" and not self._hidden:
            self._words.append(Stretch("☒ " if "checked" in given else "☐ "))
        name = given.get("id") or (given.get("name", "") if tag == "a" else "")
        if name and not name.startswith(OWN):
            self._anchor = name

    def _opened(self, tag: str, given: dict[str, str]) -> Open:
        """An element with what it takes over from those around it."""
        around = self._open[-1] if self._open else Open("")
        href = given.get("href", "").strip() if tag == "a" else ""
        kind = given.get("class", "").partition(" ")[0]
        style = around.style if tag not in BLOCKS else ""
        if kind in KINDS and given.get("data-kind"):
            style = f"{kind} {given['data-kind']}"
        elif tag in STYLES:
            style = STYLES[tag]
        elif tag == "p":
            style = kind or around.style
        elif tag == "div":
            style = around.style
        hidden = (
            around.hidden
            or tag in UNSEEN
            or "hidden" in given
            or (tag == "title" and around.tag not in ("", "html", "head"))
        )
        if (tag in ("del", "s", "strike") or hidden) and not around.hidden:
            self._tally["deleted"] += tag == "del"
            hidden = hidden or tag == "del"
        return Open(
            tag,
            around.strong or tag in STRONG,
            around.emphasis or tag in EMPHASIS,
            href if href.lower().startswith(("http://", "https://", "mailto:", "#")) else around.link,
            hidden,
            around.running or tag == "nav" or href.startswith(f"#{OWN}"),
            style,
        )

    def _closed_by(self, tag: str) -> None:
        """Ends what the beginning of another block ends without a word."""
        for one in ENDS.get(tag, ("p",)):
            if self._open and self._open[-1].tag == one:
                self.handle_endtag(one)

    def handle_endtag(self, tag: str) -> None:
        names = [one.tag for one in self._open]
        if tag not in names:
            return
        if tag in BLOCKS:
            self._put()
            self._gap = self._gap or tag in ("p", "table", "ul", "ol")
        while self._open:
            closed = self._open.pop().tag
            if closed in ("ul", "ol", "li"):
                self._lists.close(closed)
            elif closed in ("table", "tr", "td", "th"):
                self._tables.close(closed)
            if closed == tag:
                break

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1].tag == "title" and not self._hidden:
            self._title += data
        elif not self._hidden and not any(one.tag == "head" for one in self._open[:3]):
            self._size += len(data)
            if self._size > MOST_TEXT:
                raise Unfit(say("The document has more than {limit} million characters", limit=MOST_TEXT >> 20))
            self._text(data)

    def _text(self, data: str) -> None:
        around = self._open[-1] if self._open else Open("")
        rows = data.split("\n") if any(one.tag == "pre" for one in self._open) else [data]
        for number, row in enumerate(rows):
            if number:
                self._put(goes_on=True)
            if row.strip() == "¶":
                continue
            if around.running and not any(one.tag == "nav" for one in self._open):
                self._run(row)
            else:
                self._words.append(Stretch(row, around.strong, around.emphasis, around.link))

    @property
    def _hidden(self) -> bool:
        return bool(self._open) and self._open[-1].hidden

    def _run(self, text: str) -> None:
        words = " ".join(text.split())
        if words:
            self._lines.append(Line(words, 0, len(self._lines) + 1, running=True))

    def _put(self, *, goes_on: bool = False) -> None:
        """The block of the words so far; *goes_on*: in the same paragraph, on a line of its own."""
        text, spans = laid(self._words)
        self._words = []
        if not text:
            return
        if any(one.running for one in self._open):
            self._run(text)
            return
        level, style = self._heading()
        marker, depth = self._lists.mark() if not level else ("", 0)
        mark = marked(text, second=False)
        if level and mark.marker[-1:] not in (".", ")"):
            mark = mark._replace(marker="", start=mark.start if not mark.marker else 0)
        own = "" if marker and not mark.marker.strip("-") and mark.marker else mark.marker
        text, spans = without_start(text, spans, mark.start)
        if not depth and own and not level:
            depth = 1
        block = Block(
            text,
            (len(self._lines),),
            style,
            level,
            depth,
            marker or own,
            mark.check,
            self._tables.cell,
            gap=self._gap,
            spans=spans,
            anchor=self._anchor,
        )
        printed = (
            block.whole if block.check is None else f"{block.marker} {'☒' if block.check else '☐'} {block.text}".strip()
        )
        self._lines.append(Line(printed, 0, len(self._lines) + 1))
        self._blocks.append(block)
        self._gap, self._anchor = False, ""

    def _heading(self) -> tuple[int, str]:
        """The level and style of the block that stands here."""
        for one in reversed(self._open):
            match = HEADING.match(one.tag)
            if match is not None:
                return int(match[1]), f"heading {match[1]}"
        return 0, self._open[-1].style if self._open else ""

    def finish(self) -> None:
        """Ends what the page left open."""
        self._put()
        while self._open:
            self.handle_endtag(self._open[-1].tag)

    def paper(self, name: str, remarks: tuple[Message, ...]) -> Paper:
        if not self._blocks:
            raise Unfit(say("There is no text in this document"))
        counted = (
            say_count("1 picture was left out", "{count} pictures were left out", self._tally["pictures"]),
            nested_tables(self._tables.nested),
            say_count(
                "1 deleted stretch of text was left out",
                "{count} deleted stretches of text were left out",
                self._tally["deleted"],
            ),
        )
        firsts = [block for block in self._blocks if block.level == 1]
        blocks = tuple(self._titled(firsts[0] if len(firsts) == 1 else None))
        title = " ".join(self._title.split()) or (firsts[0].text if firsts else "")
        found = (*remarks, *(one for one in counted if one.number))
        return Paper(name, Make.HTML, tuple(self._lines), blocks, found, title, self._language, keywords=self._keywords)

    def _titled(self, title: Block | None) -> Iterator[Block]:
        for block in self._blocks:
            yield block._replace(style="title", level=0) if block is title else block
