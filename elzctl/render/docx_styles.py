"""The styles of a Word document: a literal table, and the XML that it becomes.

Everything about the look stands here, in named styles, so that a zone can change it in Word: what it saves as its own
template is found again by the names of the styles.  Colours are those of ``templates/pdf/look.typ``; letters are
measured in half points, rules in eighths of a point, all else in twentieths of a point, as Word does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from elzctl.record import NamedTuple

SIGNS, ARABIC = "Segoe UI Symbol", "Arial"
"""Fonts that have ☒ and ☐ both, and Arabic and Hebrew letters."""

COLOURS: Mapping[str, str] = MappingProxyType(
    {"accent": "0B4F5C", "tint": "EAF2F3", "line": "B4C7CA", "ink": "1B2628", "muted": "4A5B5E", "alarm": "8F2F1C"}
)
OURS: Mapping[str, str] = MappingProxyType({**COLOURS, "second": COLOURS["accent"], "bar": "6B959E", "soft": "CFDEE1"})
"""The same with the colours of rules and edges, and of what is certain and what is vague in a timeline."""
STATES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "proposed": ("EEF1F6", "2F4058"),
        "planned": ("E1E9F4", "1F3A63"),
        "running": ("D8EBE9", "0A4A45"),
        "on-hold": ("FBEDCD", "5C3F00"),
        "waiting": ("FBEDCD", "5C3F00"),
        "done": ("DFEFD9", "25511A"),
        "moved": ("ECE6F3", "47336A"),
        "merged": ("ECE6F3", "47336A"),
    }
)
"""Ground and letters of a state.  They only help: a state is always said in words."""
OTHER_STATE = ("EAECEC", "3B4547")


class Style(NamedTuple):
    """A style by the name that Word knows; ``xml`` is what stands in it after its name and what it builds on.

    ``kind`` is paragraph, character or table.  Word translates the names of its own styles: ``heading 1``, ``Title``.
    """

    name: str
    kind: str
    parent: str
    xml: str

    @property
    def id(self) -> str:
        """What the document calls it."""
        return style_id(self.name)


def style_id(name: str) -> str:
    """The id of the style of this *name*: ``heading 1`` is Heading1."""
    return "".join(word[:1].upper() + word[1:] for word in name.split())


# Words of a look → XML.  Word accepts properties in one order only: the order of these tables.

_PARAGRAPH = {
    "keep": "<w:keepNext/>",
    "loose": '<w:keepNext w:val="0"/>',
    "whole": "<w:keepLines/>",
    "company": "<w:widowControl/>",
    "rule": '<w:pBdr><w:{0} w:val="single" w:sz="{1}" w:space="{2}" w:color="{3}"/></w:pBdr>',
    "fill": '<w:shd w:val="clear" w:color="auto" w:fill="{0}"/>',
    "tabs": '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{0}"/></w:tabs>',
    "unhyphenated": "<w:suppressAutoHyphens/>",
    "space": '<w:spacing w:before="{0}" w:after="{1}" w:line="{2}" w:lineRule="auto"/>',
    "indent": '<w:ind w:left="{0}" w:right="{1}"/>',
    "right": '<w:jc w:val="right"/>',
    "outline": '<w:outlineLvl w:val="{0}"/>',
}
_RUN = {
    "font": '<w:rFonts w:ascii="{0}" w:hAnsi="{0}" w:cs="{0}"/>',
    "bold": "<w:b/><w:bCs/>",
    "light": '<w:b w:val="0"/><w:bCs w:val="0"/>',
    "italic": "<w:i/><w:iCs/>",
    "colour": '<w:color w:val="{0}"/>',
    "size": '<w:sz w:val="{0}"/><w:szCs w:val="{0}"/>',
    "underline": '<w:u w:val="single"/>',
}

_LOUD = "bold colour:accent"
_ABOVE = "rule:top,24,8,second"
_BESIDE = "rule:left,96,18,accent"  # the edge of a cover
_PARAGRAPHS = (
    ("Normal", "", "company space:0,110,254 colour:ink size:20"),
    ("heading 1", "Normal", f"keep whole {_ABOVE} unhyphenated space:0,280,240 outline:0 {_LOUD} size:40"),
    ("heading 2", "Normal", f"keep whole unhyphenated space:440,180,240 outline:1 {_LOUD} size:30"),
    ("heading 3", "Normal", "keep whole unhyphenated space:340,100,240 outline:2 bold size:25"),
    ("heading 4", "Normal", "keep whole unhyphenated space:240,100,240 outline:3 bold size:21"),
    ("heading 5", "heading 4", "space:160,70,240 outline:4 size:20"),
    ("heading 6", "heading 5", "outline:5"),
    ("Cover Logo", "Normal", f"{_BESIDE} space:0,0,254"),
    ("Cover Name", "Normal", f"{_BESIDE} space:600,0,254 {_LOUD} size:26"),
    ("Title", "Normal", f"{_BESIDE} unhyphenated space:3600,240,228 {_LOUD} size:68"),
    ("Subtitle", "Normal", f"{_BESIDE} unhyphenated space:0,240,254 colour:muted size:30"),
    ("Cover Text", "Normal", f"{_BESIDE} unhyphenated space:240,0,254 size:24"),
    ("Cover Date", "Normal", f"{_BESIDE} space:4200,0,254 colour:muted"),
    ("Cover Date Near", "Cover Date", "space:900,0,254"),
    ("TOC Heading", "Normal", f"keep {_ABOVE} space:0,200,240 {_LOUD} size:40"),
    ("toc 1", "Normal", f"keep tabs:9184 unhyphenated space:180,30,240 {_LOUD} size:21"),
    ("toc 2", "Normal", "tabs:9184 unhyphenated space:80,20,240 size:19"),
    ("toc 3", "Normal", "tabs:9184 unhyphenated space:0,20,240 indent:240,0 size:18"),
    ("List Bullet", "Normal", "space:0,60,254"),
    ("List Number", "Normal", "space:0,60,254"),
    ("List Check", "Normal", "space:0,60,254"),
    ("List Continue", "Normal", "space:0,60,254"),
    ("Check Box", "Normal", "keep space:90,60,254 bold"),
    ("Quote", "Normal", "space:40,110,254 indent:340,340 italic colour:muted"),
    ("HTML Preformatted", "Normal", "fill:tint unhyphenated space:60,110,240 font:Consolas size:18"),
    ("Rule", "Normal", "rule:bottom,6,1,line space:0,220,160 indent:3000,3000"),
    ("Motto", "Normal", "keep space:0,240,254 italic colour:accent size:25"),
    ("Entry", "Normal", "rule:left,18,8,second space:120,80,254 indent:200,0"),
    ("Entry Decision", "Entry", "fill:tint"),
    ("Entry Signal", "Entry", "rule:left,18,8,alarm"),
    ("Entry Text", "Normal", "space:0,60,252 size:18"),
    ("caption", "Normal", "keep whole space:200,80,240 bold size:18"),
    ("Table Text", "Normal", "space:0,0,250 size:18"),
    ("Table Text Small", "Table Text", "size:16"),
    ("Table Text Tiny", "Table Text", "size:13"),
    ("Table Heading", "Table Text", "keep unhyphenated bold colour:accent"),
    ("Table Heading Small", "Table Heading", "size:16"),
    ("Table Heading Tiny", "Table Heading", "size:13"),
    ("Timeline Legend", "Table Text Small", "space:90,240,250"),
    ("Table End", "Normal", "space:0,60,240 size:8"),
    ("Status", "Normal", "keep space:0,140,254 bold size:17"),
    ("Fiche Label", "heading 4", "loose space:0,0,250 colour:accent size:20"),
    ("Fact Label", "Normal", "unhyphenated space:0,0,250 bold colour:accent"),
    ("Fiche Text", "Normal", "space:0,70,250"),
    ("Fiche Text Brief", "Fiche Text", "keep space:0,0,250"),
    ("header", "Normal", "rule:bottom,4,4,line space:0,0,240 colour:muted size:16"),
    ("footer", "Normal", "space:0,0,240 right colour:muted size:16"),
)
_CHARACTERS = (
    ("Default Paragraph Font", ""),
    ("Heading Label", "light size:22"),
    ("Hyperlink", "colour:accent underline"),
    ("Internal Link", "colour:accent"),
    ("HTML Code", "font:Consolas size:18"),
    ("Entry Label", "bold colour:accent"),
)
# Minutes and invitations have a few pages, no cover and smaller headings.
_SHORT = {
    "heading 1": ("Normal", "keep whole unhyphenated space:400,160,240 outline:0 bold colour:accent size:27"),
    "heading 2": ("heading 1", "space:280,130,240 outline:1 size:23"),
    "Cover Logo": ("Normal", "space:0,160,254"),
    "Cover Name": ("Normal", "space:0,60,254 bold colour:accent size:21"),
    "Title": ("Normal", "unhyphenated space:0,140,240 bold colour:accent size:40"),
    "Subtitle": ("Normal", "rule:bottom,12,10,second unhyphenated space:0,260,254 colour:muted size:24"),
}


def styles(*, short: bool, edge: bool = True, colours: Mapping[str, str] = OURS) -> tuple[Style, ...]:
    """All styles; *short* is for a document without a cover, *edge* draws one beside the words of a cover."""
    changed = _SHORT if short else {}
    paragraphs = ((name, *changed.get(name, (parent, look))) for name, parent, look in _PARAGRAPHS)
    return (
        *(
            Style(name, "paragraph", parent, _look(look if edge else look.replace(_BESIDE, ""), colours))
            for name, parent, look in paragraphs
        ),
        *(Style(name, "character", "", _look(look, colours)) for name, look in _CHARACTERS),
        *_tables(colours),
    )


def _look(words: str, colours: Mapping[str, str]) -> str:
    """The properties that *words* stand for, in the order that Word demands."""
    found = dict(word.partition(":")[::2] for word in words.split())
    sections = (("pPr", _PARAGRAPH), ("rPr", _RUN))
    inside = {
        tag: "".join(form.format(*_values(found[word], colours)) for word, form in table.items() if word in found)
        for tag, table in sections
    }
    return "".join(f"<w:{tag}>{xml}</w:{tag}>" for tag, xml in inside.items() if xml)


def _values(text: str, colours: Mapping[str, str]) -> Iterator[str]:
    return (colours.get(value, value) for value in text.split(","))


def _tables(colours: Mapping[str, str]) -> Iterator[Style]:
    """The styles of tables: which edges are drawn, and how far the words stay from them."""
    yield Style(
        "Normal Table", "table", "", f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_margins(0, 108, 0, 108)}</w:tblPr>'
    )
    head = f"<w:tcPr><w:tcBorders>{_edges(colours, 'bottom', 8, 'second')}</w:tcBorders>{_ground(colours['tint'])}</w:tcPr>"
    first = f'<w:tblStylePr w:type="firstRow">{head}</w:tblStylePr>'
    for name, beside in (("Plan Table", 90), ("Plan Table Small", 45), ("Plan Table Tiny", 30)):
        yield _table(name, _edges(colours, "bottom insideH", 4, "line"), _margins(60, beside, 60, beside), first)
    yield _table("Fiche", _edges(colours, "top bottom insideH", 4, "line"), _margins(60, 0, 40, 120))
    ground = f"<w:tcPr>{_ground(colours['tint'])}</w:tcPr>"
    yield _table("Fiche Stub", _edges(colours, "left", 24, "line"), _margins(70, 160, 70, 120), ground)
    yield _table("Box", _edges(colours, "left", 24, "second"), _margins(120, 160, 40, 160), ground)
    for name, kind in (("Internal Box", "dashed"), ("Warning Box", "single")):
        yield _table(name, _edges(colours, "top left bottom right", 8, "alarm", kind), _margins(120, 160, 40, 160))
    yield _table("Timeline Table", _edges(colours, "bottom insideH insideV", 4, "line"), _margins(40, 40, 40, 40))


def _table(name: str, edges: str, margins: str, rest: str = "") -> Style:
    return Style(
        name, "table", "Normal Table", f"<w:tblPr><w:tblBorders>{edges}</w:tblBorders>{margins}</w:tblPr>{rest}"
    )


def _edges(colours: Mapping[str, str], sides: str, width: int, colour: str, kind: str = "single") -> str:
    rest = f'w:val="{kind}" w:sz="{width}" w:space="0" w:color="{colours[colour]}"'
    return "".join(f"<w:{side} {rest}/>" for side in sides.split())


def _ground(colour: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>'


def _margins(*widths: int) -> str:
    sides = zip(("top", "left", "bottom", "right"), widths, strict=True)
    inside = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides)
    return f"<w:tblCellMar>{inside}</w:tblCellMar>"
