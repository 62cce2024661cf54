"""What office programs note in a document by themselves: who made it, folders with the name of a user, printers, templates.

It is taken out with all that leads to it, and a link to a file on somebody's computer keeps no more than its name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

# Parts of which no reader sees anything, though something leads to them: what other programs keep in a document, what a
# house calls confidential, a picture of how it once looked, what was asked of a printer, pieces of text to choose from, to
# whom letters went, who signed it as it was before it was written anew, and who changed what on its slides.
_UNSEEN = (
    r"(?:customxml|docmetadata|_xmlsignatures)/.*|docprops/thumbnail\..*|(?:xl|word|ppt)/printersettings/.*"
    r"|word/glossary/.*|word/recipientdata\.xml|ppt/changesinfos/.*|ppt/revisioninfo\.xml|(?:ppt|xl)/metadata"
    r"|meta-inf/(?:document|macro)signatures\.xml"
)
# What leads out of a document to what no reader sees: the template, the list of people to whom letters go.
_KINDS = ("attachedtemplate", "mailmergesource", "mailmergeheadersource")

_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_SHOW = "http://schemas.openxmlformats.org/presentationml/2006/main"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ABOUT: tuple[tuple[str, str], ...] = (
    (
        r"docprops/core\.xml|.*\.psmdcp",
        f'<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/">{{title}}</cp:coreProperties>',
    ),
    (r"docprops/app\.xml", f'<Properties xmlns="{_PROPERTIES}/extended-properties"/>'),
    (r"docprops/custom\.xml", f'<Properties xmlns="{_PROPERTIES}/custom-properties"/>'),
    (r"ppt/commentauthors\.xml", f'<p:cmAuthorLst xmlns:p="{_SHOW}"/>'),
    (r"ppt/authors\.xml", '<p188:authorLst xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main"/>'),
    (
        r"xl/persons/[^/]*\.xml",
        '<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"/>',
    ),
    (
        r"xl/revisions/usernames\.xml",
        '<users xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="0"/>',
    ),
    (r"word/people\.xml", '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/>'),
    (
        r"meta\.xml",
        '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2">'
        "<office:meta>{title}</office:meta></office:document-meta>",
    ),
)
"""What says who made a document, and what takes its place: of all that, only the title is kept."""
_TITLE = re.compile(r"<dc:title>([^<>]{1,500})</dc:title>")

_RELATION = r"<(?:\w+:)?Relationship\s[^<>]*>(?:(?<!/>)\s*</(?:\w+:)?Relationship>)?"
_TARGET = r"(\sTarget=)(\"[^\"]*\"|'[^']*')"
_BETWEEN = r"(?:[\\/]|%5[cC]|%2[fF])"
_LOCAL = r"(?i)(?:file:|[a-z](?::|%3a)(?:[\\/]|%5c|%2f)|\\\\|%5c%5c)"

# Where the folder of a user lies; what stands there before his name, and what no name is.
_HOMES = ("users", "home", "documents and settings", "gebruikers")
_HINTS = tuple(
    f"{home}{sign}"
    for home in ("Users", "users", "USERS", "home", "Settings", "settings", "Gebruikers", "gebruikers")
    for sign in ("\\", "/", "%5C", "%5c", "%2F", "%2f")
)
_ROOT = (
    rf"(?i)(?:file:|(?<![a-z])[a-z](?::|%3a)(?={_BETWEEN})|\\\\[\w.$-]{{1,64}}|\.\.[\\/])(?:[^\"'<>\n]*{_BETWEEN})?\Z"
)
_HOME = rf"(?i)(?:{'|'.join(_HOMES)}){_BETWEEN}+"
_WAY = rf"[^\"'<>\n]*{_BETWEEN}"
_NOBODY = r"(?i)(?:public|default|all users)\b|\W|\Z"
_LONGEST, _MOST_HOMES = 200, 20_000
_CODES = r"<[^<>]*>|(?<=>)[^<>]+(?=</(?:\w+:)?(?:instrText|f|definedName)>)"


def _element(name: str) -> str:
    return rf"<(?:\w+:)?{name}\b[^<>]*(?:/>|>\s*</(?:\w+:)?{name}>)"


_PATH = _element("absPath")
_LEFT_OUT: tuple[tuple[str, str, str], ...] = (
    (
        r"xl/workbook\.xml",
        rf"<mc:AlternateContent\b[^<>]*>\s*<mc:Choice\b[^<>]*>\s*{_PATH}\s*</mc:Choice>\s*(?:<mc:Fallback/>\s*)?"
        rf"</mc:AlternateContent>|{_PATH}|{_element('fileSharing')}",
        "",
    ),
    (r"xl/\w+sheets/[^/]*\.xml", r"(<(?:\w+:)?pageSetup\b[^<>]*?)\s\w+:id=(?:\"[^\"]*\"|'[^']*')", r"\1"),
    # Numbers that somebody tried in the cells, with his name and what he said of it.
    (
        r"xl/\w+sheets/[^/]*\.xml",
        r"<(?:\w+:)?scenarios\b[^<>]*(?:/>|>[^<]*(?:<(?!/?(?:\w+:)?scenarios\b)[^<]*)*</(?:\w+:)?scenarios>)",
        "",
    ),
    (r"xl/pivotcache/[^/]*\.xml", r"(<[^<>]*?)\srefreshedBy=(?:\"[^\"]*\"|'[^']*')", r"\1"),
    (
        r"word/settings\.xml",
        rf"{_element('attachedTemplate')}|<(?:\w+:)?mailMerge>[^<]*(?:<(?!/?(?:\w+:)?mailMerge\b)[^<]*)*</(?:\w+:)?mailMerge>",
        "",
    ),
    # The views that people who share a workbook keep of it are called after them.
    (
        r"xl/workbook\.xml",
        r"(<(?:\w+:)?customWorkbookView\s[^<>]*?\bname=\")[^\"]*(\"[^<>]*?\bguid=\")(\{[^\"]*)",
        r"\1\3\2\3",
    ),
    # What programs keep in a document under names of their own, and no page shows.
    (r"ppt/presentation\.xml|xl/workbook\.xml", _element("(?:slides|sheets)CustomData"), ""),
    (
        r"word/settings\.xml",
        rf"{_element('docVars')}|<(?:\w+:)?docVars>[^<]*(?:<(?!/?(?:\w+:)?docVars\b)[^<]*)*</(?:\w+:)?docVars>",
        "",
    ),
    (r"ppt/tags/[^/]*\.xml", _element("tag"), ""),
    (r"word/[^/]*\.xml", _element("printerSettings"), ""),
    (
        r"settings\.xml",
        r"(<config:config-item\s[^<>]*\bconfig:name=\"(?:Printer(?:Name|Setup)|CurrentDatabaseDataSource)\"[^<>]*>)[^<]*",
        r"\1",
    ),
)
"""In which parts, what programs write there, and what is left of that."""


def is_unseen(name: str) -> bool:
    """True for a part that is left out whole; *name* is in small letters."""
    return re.fullmatch(_UNSEEN, name) is not None


def is_about(name: str) -> bool:
    """True for a part that says who made a document; *name* is in small letters."""
    return any(re.fullmatch(pattern, name) for pattern, _ in _ABOUT)


def title_of(xml: str) -> str:
    """The title of a document as such a part has it."""
    found = _TITLE.search(xml)
    return found[1] if found is not None else ""


def about(name: str, title: str) -> bytes:
    """Such a part that says no more than a title."""
    instead = next(instead for pattern, instead in _ABOUT if re.fullmatch(pattern, name))
    return (_XML + instead.format(title=f"<dc:title>{title}</dc:title>" if title else "")).encode()


def without_folders(xml: str, name: str) -> str:
    """A part without what programs noted beside what is seen, as of the computer on which it was made.

    *name* is in small letters.
    """
    xml = _without_comments(xml)
    if name.endswith(".rels"):
        xml = re.sub(_RELATION, _relation, xml)
    for part, pattern, instead in _LEFT_OUT:
        if re.fullmatch(part, name):
            xml = re.sub(pattern, instead, xml)
    if not names_user(xml):
        return xml
    return re.sub(_CODES, lambda code: _shortened(code[0]), xml)


def _without_comments(xml: str) -> str:
    """A part without what somebody, or a program, wrote between its marks."""
    pieces, done = [], 0
    while (start := xml.find("<!", done)) >= 0:
        is_comment = xml.startswith("<!--", start)
        end = xml.find("-->" if is_comment else "]]>" if xml.startswith("<![CDATA[", start) else ">", start + 4)
        if end < 0:
            break
        pieces.append(xml[done : start if is_comment else end])
        done = end + 3 if is_comment else end
    return "".join((*pieces, xml[done:])) if pieces else xml


def names_user(text: str) -> bool:
    """True when the folder of a user is named in a text, or in the marks of a part."""
    if not any(hint in text for hint in _HINTS):
        return False
    return any(re.compile(_NOBODY).match(text, end) is None for _, end in _homes(text))


def _homes(text: str) -> Iterator[tuple[int, int]]:
    """Where the way to the folders of users begins, and ends; no text has as many as are looked at."""
    for found in islice(re.finditer(_HOME, text), _MOST_HOMES):
        first = max(0, found.start() - _LONGEST)
        root = re.search(_ROOT, text[first : found.start()])
        if root is not None:
            yield first + root.start(), found.end()


def _shortened(code: str) -> str:
    """A mark, or a formula, with no more than the names of files of the ways in it."""
    if not any(hint in code for hint in _HINTS):
        return code
    pieces, done = [], 0
    for start, end in _homes(code):
        if start >= done:
            way = re.compile(_WAY).match(code, end)
            pieces.append(code[done:start])
            done = way.end() if way is not None else end
    return "".join((*pieces, code[done:]))


def _relation(found: re.Match[str]) -> str:
    """What is left of what leads from one part to another, or out of the document."""
    tag = found[0]
    kind = (re.search(r"\sType=[\"']([^\"']*)", tag) or [""] * 2)[1].lower()
    if kind.rpartition("/")[2] in _KINDS:
        return ""
    if not re.search(r"(?i)\sTargetMode=[\"']External", tag):
        return tag
    is_book = "externallink" in kind  # the file from which a workbook has some of its numbers
    return re.sub(_TARGET, _shorter(is_book), tag)


def _shorter(is_book: bool) -> Callable[[re.Match[str]], str]:
    def shorter(found: re.Match[str]) -> str:
        quote, target = found[2][0], found[2][1:-1]
        if not (is_book or re.match(_LOCAL, target)):
            return found[0]
        return f"{found[1]}{quote}{re.split(_BETWEEN, target)[-1] or '-'}{quote}"

    return shorter
