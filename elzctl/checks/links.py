"""Links that do not work, that spy on the reader, or that nobody should follow.  The documents leave them out anyhow."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from elzctl.checks.documents import Document
from elzctl.checks.pictured import stands_alone, why_not_drawn
from elzctl.checks.texts import any_case, texts
from elzctl.finding import Finding, Severity
from elzctl.ids import ID
from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.source import Patch
from elzctl.traces import TRACKERS, URL, without_trackers
from elzctl.wording import Message, say

# [words](address "title") with one level of brackets in the address, ![picture](address), [name]: address, <address>.
# They are made where they are used, for most plans hold no link.
_INLINE = (
    r"(?P<image>!?)\[(?!\[[^\[\]\n]*\]\])(?P<words>(?:[^\[\]\0]|\[[^\[\]\0]*\]){0,500})\]\(\s*"
    r"(?:<(?P<pointed>[^<>\n\0]*)>|(?P<plain>(?:[^()\s\0]|\([^()\s\0]*\))*(?:[\t\n](?=\S)[^()\s\0]+)*))"
)
_DEFINITION = r"(?im)^ {0,3}\[[^\[\]\n^]+\]:[ \t]*<?(?P<plain>(?:[a-z][a-z0-9+.-]*:|[./\\#])[^\s<>]+)"
_POINTED = r"<(?P<plain>[A-Za-z][A-Za-z0-9.+-]{1,31}:[^\s<>]*)>"
_CODE = r"(?ms)^ {0,3}(`{3}|~{3})[^\0]*?(?:^ {0,3}\1|(?=\0)|\Z)|`[^`\n\0]+`"
_TAG = (
    r"(?i)(?<!\\)</?(?:a|abbr|audio|b|blockquote|body|br|button|center|code|dd|details|div|dl|dt|em|embed|font|footer|form"
    r"|frame|h[1-6]|head|header|hr|html|i|iframe|img|input|link|li|mark|math|meta|object|ol|option|p|pre|s|script|section"
    r"|select|small|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|title|tr|u|ul"
    r"|video)(?:\s[^<>\0]*)?/?>"
)
_WEB = r"(?i)https?://(?:[^\s/?#@\\:%<>\"'\[\]]+|\[[0-9a-f:.]+\])(?::\d{1,5})?(?:[/?#]\S*)?"
_MAIL = r"(?i)mailto:[^\s@?&#/\\<>\"]+@[^\s@?&#/\\<>\"]+(?:\?\S*)?"
# What follows the address of a true link: the end, or a title.
_CLOSED = r"\s*\)|\s+[\"'(]"
# What looks like a page on the web or a mailbox, and lacks the beginning that says so.
_SITE = r"(?i)www\..+|(?:[a-z0-9-]+\.)+(?:be|brussels|com|eu|gov|info|net|nl|org|vlaanderen)(?:[:/?#].*)?"
_MAILBOX = r"[^\s@/:]+@[\w-]+(?:\.[\w-]+)+"
_SCHEME = r"(?i)[a-z][a-z0-9+.-]*:"
_RUNS = ("javascript:", "vbscript:", "data:", "livescript:", "mocha:")
_NOTHING = r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028\u2029\u2060\ufeff]"

# Words of the names, which are cut at "_"; "ga" and "gl" are words of Dutch too, and looked for with what stands around them.
_TRACKER_SIGNS = any_case(
    *("utm", "eid", "cid", "hsenc", "hsmi", "mkt", "vero", "oly", "fat", "cft", "tn", "manage", "safelinks"), *TRACKERS
)
_SHORT_TRACKERS = ("_ga=", "_gl=", "_GA=", "_GL=")


class _Link(NamedTuple):
    """An address in a text, where it stands, and how it is written."""

    address: str
    start: int
    end: int
    is_image: bool = False
    is_definition: bool = False
    is_read: bool = False
    """True when the documents read it as a link, and not as the text it is."""
    words: str = ""
    is_alone: bool = False
    """True when nothing else stands in its paragraph."""


def bad_link(plan: Plan) -> Iterator[Finding]:
    """A link leads to nothing that a reader can open.

    Links go to the web (http, https), to a mailbox (mailto), or with # and an id to a place in the document itself.
    Everything else is dead on another computer, or runs a program: the documents keep only its words. So it is with a
    file that stands beside the fiche, and with an address without https:// in front of it.

    A picture is drawn when it stands on a line of its own, with blank lines around it and words between the brackets
    for who cannot see it. Its file is a PNG or JPEG in plan/pictures, or for minutes in meetings/attachments. It has at
    most 1024 KiB, 8000 pixels a side and 16 million pixels; the plan shows at most 20 of them (8 MB together), and so
    does a meeting. What a camera noted in the file is left out.

    Wrong::

        [het verslag](file:///C:/Users/verslag.docx) en [onze site](www.voorbeeld.be)

    Right::

        [het verslag](https://voorbeeld.be/verslag) en [onze site](https://www.voorbeeld.be)
    """
    for document in texts(plan).having("](", "]:", "<"):
        for link in _links(document):
            bare = _bare(link.address)
            message = _fault(link.address, bare, _folder(document))
            hint = None
            if message is None and link.is_read:
                message, hint = _left_out(plan, link, bare, _folder(document))
            if message is None and link.is_definition:
                message = say("A link of this form is not a link in the documents")
            if message is not None:
                runs = bare.lower().startswith(_RUNS)
                hint = say("Delete this link.") if runs else hint or say("Write [words](https://…).")
                severity = Severity.ERROR if runs else Severity.WARNING
                yield document.finding("bad-link", severity, message, (link.start, link.end), hint)


def _left_out(plan: Plan, link: _Link, bare: str, folder: str) -> tuple[Message | None, Message | None]:
    """Why the documents keep only the words of a link that is no danger, and what to write; nothing when they keep it."""
    if bare.lower().startswith(("http:", "https:")):
        return None, None
    if link.is_image:
        return why_not_drawn(plan, bare, link.words, alone=link.is_alone, minutes=folder == "meetings")
    if bare.lower().startswith("mailto:") or (bare.startswith("#") and _is_place(plan, bare[1:])):
        return None, None
    if not bare:
        return say("There is no address in this link"), None
    if bare.startswith("#"):
        return say("Nothing in the documents has the id “{id}”", id=bare[1:][:80]), say(
            "Write [[id]] with the id of an action, a goal or a chapter."
        )
    return say("The documents keep only the words of this link"), _meant(plan, bare)


def _is_place(plan: Plan, anchor: str) -> bool:
    """True for what a document has a place for; the appendices have names of their own."""
    return anchor in plan.titles or anchor.startswith("appendix.")


def _meant(plan: Plan, bare: str) -> Message | None:
    """What to write instead of an address without a scheme, when that can be seen."""
    name = posixpath.basename(bare.partition("#")[0]).removesuffix(".md")
    if name in plan.titles and ID.match(name):
        return say("Write [[{id}]].", id=name)
    if re.fullmatch(_SITE, bare):
        return say("Write: {address}", address=f"https://{bare}")
    return say("Write: {address}", address=f"mailto:{bare}") if re.fullmatch(_MAILBOX, bare) else None


def _links(document: Document) -> Iterator[_Link]:
    """The links of a document in all their forms."""
    text = without_code(document.text)
    for form, sign in ((_INLINE, "]("), (_DEFINITION, "]:"), (_POINTED, "<")):
        # "[[id]]:" is no definition, and seen often.
        if sign[0] not in text or sign not in text or (form is _DEFINITION and sign not in text.replace("]]:", "")):
            continue
        for match in re.finditer(form, text):
            groups = match.groupdict()
            group = "pointed" if groups.get("pointed") is not None else "plain"
            image, definition = bool(groups.get("image")), form is _DEFINITION
            read = form is _INLINE and document.is_markdown(match.start()) and _is_whole(text, match)
            alone = image and read and stands_alone(text, match)
            yield _Link(match[group], *match.span(group), image, definition, read, groups.get("words") or "", alone)


def _is_whole(text: str, link: re.Match[str]) -> bool:
    """True when a link is closed, and its bracket is no sign of its own."""
    return bool(re.compile(_CLOSED).match(text, link.end())) and text[link.start() - 1 : link.start()] != "\\"


def without_code(text: str) -> str:
    """The text with NUL for each character of code, which is shown as it is typed."""
    if "`" not in text and "~~~" not in text:
        return text
    return re.sub(_CODE, lambda match: "\0" * len(match[0]), text)


def _bare(address: str) -> str:
    """The address as a browser reads it: without blanks and controls, with entities and escapes undone."""
    plain = re.sub(r"\\(?=[!-/:-@\[-`{-~])", "", address)
    if "&" in plain:
        import html

        plain = html.unescape(plain)
    return re.sub(_NOTHING, "", plain)


def _fault(address: str, bare: str, folder: str) -> Message | None:
    """Why nobody can follow this address, or ``None``; *bare* is the address as a browser reads it."""
    from urllib.parse import unquote

    scheme = re.match(_SCHEME, bare)
    if scheme and scheme[0].lower() in _RUNS:
        return say("This link runs a program instead of opening a page")
    if scheme and scheme[0].lower() in ("http:", "https:"):
        return None if re.fullmatch(_WEB, bare) else say("This address does not name a place on the web")
    if scheme and scheme[0].lower() == "mailto:":
        return None if re.fullmatch(_MAIL, bare) else say("This address does not name a mailbox")
    if scheme:
        return say("“{scheme}” is not a kind of link that readers can open", scheme=scheme[0])
    if bare.startswith("#"):
        return None
    path = unquote(bare).replace("\\", "/")
    if path.startswith("/") or address.startswith("\\"):
        return say("This link leads to a place outside the repository")
    inside = posixpath.normpath(posixpath.join(folder, path.partition("#")[0].partition("?")[0]))
    return say("This link leads to a place outside the repository") if inside.split("/")[0] == ".." else None


def _folder(document: Document) -> str:
    """The folder of a document's file."""
    return posixpath.dirname(document.at(0, 0).path)


def remote_image(plan: Plan) -> Iterator[Finding]:
    """A picture from the web stands in a text.

    A picture that comes from elsewhere tells its owner who reads the plan. The documents show a link in its place.

    Wrong::

        ![Affiche](https://voorbeeld.be/affiche.png)

    Right::

        [De affiche](https://voorbeeld.be/affiche.png)
    """
    for document in texts(plan).having("!["):
        for link in _links(document):
            if link.is_image and _bare(link.address).lower().startswith(("http:", "https:", "//")):
                message = say("This picture from the web is shown as a link")
                hint = say("Leave out the “!” in front of it.")
                yield document.finding("remote-image", Severity.INFO, message, (link.start, link.end), hint)


def raw_html(plan: Plan) -> Iterator[Finding]:
    """HTML stands in a text.

    The documents are made in more than one format, and show HTML as the text it is.

    Wrong::

        Dit is <b>belangrijk</b>.

    Right::

        Dit is **belangrijk**.
    """
    for document in texts(plan).having("<"):
        for tag in re.finditer(_TAG, without_code(document.text)):
            message = say("“{tag}” is shown as it is typed", tag=tag[0][:60])
            hint = say("Use Markdown: **bold**, *italic*, a blank line for a new paragraph.")
            yield document.finding("raw-html", Severity.WARNING, message, tag.span(), hint)


def tracking_link(plan: Plan) -> Iterator[Finding]:
    """A link carries marks that follow the reader.

    Such marks come along when an address is copied from a mail or from social media. The link works without them.

    Wrong::

        https://voorbeeld.be/actie?id=7&utm_source=nieuwsbrief&fbclid=abc

    Right::

        https://voorbeeld.be/actie?id=7
    """
    gathered = texts(plan)
    found = [*gathered.having(*_SHORT_TRACKERS), *(one for one, _ in gathered.holding(_TRACKER_SIGNS))]
    for document in {id(one): one for one in found}.values():
        for url in re.finditer(URL, document.text):
            address = url[0].rstrip(".,;:!?*_")
            cleaned, marks = without_trackers(address)
            if marks:
                end = url.start() + len(address)
                message = say("This address follows the reader with {marks}", marks=", ".join(marks))
                fix: tuple[Patch, ...] = document.patch(url.start(), end, cleaned)
                hint = say("Write: {address}", address=cleaned)
                yield document.finding("tracking-link", Severity.WARNING, message, (url.start(), end), hint, fix=fix)
