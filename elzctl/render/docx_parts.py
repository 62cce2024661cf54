"""The parts of a Word file beside its text: styles, lists, settings, properties, and the head and foot of a page."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from elzctl.record import NamedTuple
from elzctl.render.docx_lines import attribute
from elzctl.render.docx_package import RELATION, Part
from elzctl.render.docx_styles import OURS, Style, styles
from elzctl.render.docx_theme import theme
from elzctl.render.tree import Document
from elzctl.wording import Message

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = f'xmlns:w="{WORD}" xmlns:r="{RELATION}"'
MIME = "application/vnd.openxmlformats-officedocument"
SHORT = "meeting"
"""The kind of a document without a cover."""

_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_OWN_PROPERTY = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""By which Word knows the properties that it has no name for itself."""
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_LANGUAGES = {"nl": "nl-BE", "fr": "fr-BE", "de": "de-BE", "en": "en-GB"}
_COMMA = {"en": (".", ",")}
_LEVELS, _STEP = 9, 340
_BULLETS = "•–·"
_LONGEST_TITLE, _LONGEST_NAME = 70, 40
# What Word names itself, and shows in the language of its user.
_BUILT_IN = re.compile(
    r"(Normal|Title|Subtitle|Quote|Hyperlink|caption|header|footer|Normal Table|Default Paragraph Font"
    r"|heading \d|toc \d|TOC Heading|List (Bullet|Number|Continue)|HTML (Preformatted|Code))"
)
_DEFAULTS = ("Normal", "Default Paragraph Font", "Normal Table")


class Sheet(NamedTuple):
    """The paper and its margins, in twentieths of a point."""

    width: int = 11906
    height: int = 16838
    top: int = 1531
    right: int = 1361
    bottom: int = 1417
    left: int = 1361
    header: int = 737
    footer: int = 737

    @property
    def wide(self) -> int:
        """The width of the text."""
        return self.width - self.left - self.right


class Edge(NamedTuple):
    """The head or foot of a page; ``pages`` is default, first or even, ``pictures`` are those in it.

    ``is_whole`` unless something of a template was left out.
    """

    pages: str
    part: Part
    pictures: tuple[Part, ...] = ()
    is_whole: bool = True


class House(NamedTuple):
    """What surrounds a text: the paper, the styles (with their ids by name), heads and feet, the colours of a template.

    ``has_first`` when the first page has a head and foot of its own.
    """

    sheet: Sheet
    ids: Mapping[str, str]
    styles: Part
    theme: Part
    edges: tuple[Edge, ...]
    has_first: bool = True
    warnings: tuple[Message, ...] = ()


def own_house(document: Document, colours: Mapping[str, str] = OURS, font: str = "Calibri") -> House:
    """What a document has when the zone has no template."""
    own = styles(short=document.kind == SHORT, colours=colours)
    ids = {style.name: style.id for style in own}
    sheet = Sheet()
    foot = footer(document, ids)
    edges = [Edge("default", header(document, ids, sheet)), Edge("default", foot)]
    if document.kind == SHORT:
        edges.append(Edge("first", foot))
    return House(sheet, ids, _styles(own, language_of(document), font), theme(colours, font), tuple(edges))


def language_of(document: Document) -> str:
    """The language with its country, such as nl-BE."""
    return _LANGUAGES.get(document.language.partition("-")[0].lower(), document.language)


# Styles and lists


def _styles(own: Sequence[Style], language: str, font: str) -> Part:
    fonts = f'<w:rFonts w:ascii="{font}" w:eastAsia="{font}" w:hAnsi="{font}" w:cs="{font}"/>'
    defaults = f"<w:rPrDefault><w:rPr>{fonts}{spoken(language)}</w:rPr></w:rPrDefault>"
    ids = {style.name: style.id for style in own}
    return style_part(f"<w:docDefaults>{defaults}</w:docDefaults>{''.join(style_xml(one, ids) for one in own)}", SPACES)


def style_part(inside: str, spaces: str) -> Part:
    """The part with the styles."""
    mime = f"{MIME}.wordprocessingml.styles+xml"
    return Part("word/styles.xml", "styles", mime, f"<w:styles {spaces}>{inside}</w:styles>")


def spoken(language: str) -> str:
    """The language of a text, as a property of letters."""
    return f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/>'


def style_xml(style: Style, ids: Mapping[str, str]) -> str:
    """A style; *ids* are those of all styles, by name."""
    custom = "" if _BUILT_IN.fullmatch(style.name) else ' w:customStyle="1"'
    default = ' w:default="1"' if style.name in _DEFAULTS else ""
    parent = f'<w:basedOn w:val="{ids[style.parent]}"/>' if style.parent else ""
    follower = f'<w:next w:val="{ids["Normal"]}"/>' if "<w:keepNext/>" in style.xml else ""
    return (
        f'<w:style w:type="{style.kind}"{default}{custom} w:styleId="{ids[style.name]}">'
        f'<w:name w:val="{style.name}"/>{parent}{follower}<w:qFormat/>{style.xml}</w:style>'
    )


def numbering(starts: Sequence[tuple[int, int]]) -> Part:
    """The lists: one of bullets, and one for each numbered list, so that each begins at its own number (level, start)."""
    bullets = "".join(_level(level, "bullet", _BULLETS[level % len(_BULLETS)]) for level in range(_LEVELS))
    decimals = "".join(_level(level, "decimal", f"%{level + 1}.") for level in range(_LEVELS))
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{at}"><w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'
        for at, levels in enumerate((bullets, decimals))
    )
    lists = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="{level}">'
        f'<w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
        for number, (level, start) in enumerate(starts, start=2)
    )
    first = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    xml = f"<w:numbering {SPACES}>{kinds}{first}{lists}</w:numbering>"
    return Part("word/numbering.xml", "numbering", f"{MIME}.wordprocessingml.numbering+xml", xml)


def _level(level: int, kind: str, text: str) -> str:
    left = _STEP * (level + 1)
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{_STEP}"/></w:pPr></w:lvl>'
    )


# Settings and properties


def settings(document: Document, house: House) -> Part:
    """Hyphenation, the language of the program's own signs, and that this is a file for a Word of today."""
    even = "<w:evenAndOddHeaders/>" if any(edge.pages == "even" for edge in house.edges) else ""
    point, comma = _COMMA.get(document.language, (",", ";"))
    mode = '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    xml = (
        f'<w:settings {SPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="{_STEP}"/><w:autoHyphenation/>'
        f'<w:doNotHyphenateCaps/>{even}<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{mode}</w:compat>'
        f'<w:themeFontLang w:val="{language_of(document)}"/><w:decimalSymbol w:val="{point}"/>'
        f'<w:listSeparator w:val="{comma}"/></w:settings>'
    )
    return Part("word/settings.xml", "settings", f"{MIME}.wordprocessingml.settings+xml", xml)


def properties(document: Document, today: date) -> tuple[Part, ...]:
    """What a file says about itself: title, organisation, language, day.  No name of a person."""
    elements = "http://purl.org/dc"
    day = f"{today.isoformat()}T00:00:00Z"
    about = (("title", document.title), ("subject", document.subtitle), ("creator", document.organisation))
    said = "".join(f"<dc:{name}>{attribute(text)}</dc:{name}>" for name, text in about if text)
    days = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}</dcterms:{name}>' for name in ("created", "modified")
    )
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        f' xmlns:dc="{elements}/elements/1.1/" xmlns:dcterms="{elements}/terms/"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{said}{days}'
        f"<dc:language>{language_of(document)}</dc:language></cp:coreProperties>"
    )
    name = attribute(document.organisation)
    app = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>elzctl</Application>{f'<Company>{name}</Company>' if name else ''}</Properties>"
    )
    return (
        Part("docProps/core.xml", _CORE, "application/vnd.openxmlformats-package.core-properties+xml", core),
        Part("docProps/app.xml", "extended-properties", f"{MIME}.extended-properties+xml", app),
        *_names(document),
    )


def _names(document: Document) -> tuple[Part, ...]:
    """The ids of what is named, as properties of our own; nothing when there are none."""
    if not document.names:
        return ()
    pairs = (name.partition("=") for name in document.names)
    rows = (
        f'<property fmtid="{_OWN_PROPERTY}" pid="{number}" name="{attribute(name)}"><vt:lpwstr>{attribute(words)}</vt:lpwstr>'
        "</property>"
        for number, (name, _, words) in enumerate(pairs, start=2)
    )
    space = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
    xml = f'<Properties xmlns="{space}" xmlns:vt="{_TYPES}">{"".join(rows)}</Properties>'
    return (Part("docProps/custom.xml", "custom-properties", f"{MIME}.custom-properties+xml", xml),)


# Head and foot


def header(document: Document, ids: Mapping[str, str], sheet: Sheet) -> Part:
    """The title as a field, and whose document it is.  A title that would fill the page is cut, and no field."""
    title = _shortened(document.title, _LONGEST_TITLE)
    runs = _text(title) if title != document.title else _field("TITLE", title)
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{sheet.wide}"/></w:tabs>'
    runs += f"<w:r><w:tab/></w:r>{_text(_shortened(document.organisation, _LONGEST_NAME))}"
    xml = f'<w:hdr {SPACES}><w:p><w:pPr><w:pStyle w:val="{ids["header"]}"/>{tabs}</w:pPr>{runs}</w:p></w:hdr>'
    return Part("word/header1.xml", "header", f"{MIME}.wordprocessingml.header+xml", xml)


def footer(document: Document, ids: Mapping[str, str]) -> Part:
    """Page X of Y."""
    pieces = re.split(r"(\{page\}|\{total\})", dict(document.words).get("page_x_of_y", "{page} / {total}"))
    fields = {"{page}": _field("PAGE", "1"), "{total}": _field("NUMPAGES", "1")}
    runs = "".join(fields.get(piece) or _text(piece) for piece in pieces if piece)
    xml = f'<w:ftr {SPACES}><w:p><w:pPr><w:pStyle w:val="{ids["footer"]}"/></w:pPr>{runs}</w:p></w:ftr>'
    return Part("word/footer1.xml", "footer", f"{MIME}.wordprocessingml.footer+xml", xml)


def _field(instruction: str, shown: str) -> str:
    return f'<w:fldSimple w:instr=" {instruction} ">{_text(shown)}</w:fldSimple>'


def _text(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{attribute(text)}</w:t></w:r>' if text else ""


def _shortened(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"
