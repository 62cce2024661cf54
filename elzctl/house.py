"""What documents need beside texts: the logo, fonts and own templates of a zone, and the pictures in its texts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from elzctl.faults import files, styles
from elzctl.finding import Finding
from elzctl.source import Source
from elzctl.style import Style
from elzctl.templates import MOST_FONTS, OWN, is_changed, own_paths
from elzctl.tree import Tree, Unreadable
from elzctl.wording import Message, say

if TYPE_CHECKING:
    from elzctl.pictures import Picture

MOST_PICTURES, MOST_BYTES = 20, 8 << 20
"""Pictures, and bytes of these, that the texts of the plan can show together, and those of one meeting."""
MOST_IN_ALL = 64 << 20
"""Bytes of all pictures, those of all meetings together."""

_ADDRESS = r"\]\(\s*(?:<([^<>\n]*)>|((?:[^\s()<>]|\([^\s()]*\))+))"


# What is skipped (comments, texts between quotation marks) stands beside what asks for an address.
_FETCHED = (
    r"/\*.*?(?:\*/|\Z)"
    r"|@import\s+(?:url\(\s*)?[\"']?(?P<sheet>[^\"'\s;)]*)"
    r"|(?<![-\w])(?:url|src|image|(?:-webkit-)?image-set)\(\s*[\"']?(?P<address>[^\"'\s)]*)"
    r"|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'"
)
_INSIDE = ("data:image/", "#")
"""How an address begins of what stands in the page itself."""
_MOST_TOLD, _LONGEST = 20, 120


def furnished(tree: Tree, style: Style, found: list[Finding]) -> tuple[Picture | None, tuple[str, ...]]:
    """The logo, ready to be used, and the paths of own templates that differ from ours.  Faults go to *found*."""
    own = _own(tree, found)
    for path in own:
        if path.endswith(".css"):
            _check_sheet(tree, path, found)
    if style.font:
        _check_font(tree, style, [path for path in own if path.startswith(f"{OWN}/fonts/")], found)
    return (_logo(tree, style, found) if style.logo else None), own


def pictures_of(tree: Tree, sources: Iterable[Source]) -> dict[str, bytes | Message]:
    """The pictures that texts show, by path, or why one cannot be read; what is not there at all is left out."""
    found: dict[str, bytes | Message] = {}
    counts: dict[str, tuple[int, int]] = {}
    for source in sources:
        if b"![" in source.raw:
            minutes = source.path.startswith("meetings/")
            for path in _named(source.text, minutes=minutes):
                if path not in found:
                    _take(tree, path, source.path if minutes else "plan", found, counts)
    return found


def _named(text: str, *, minutes: bool) -> Iterable[str]:
    """The pictures that a text names, and those that it only links to, for these cannot be told apart without reading it."""
    import re

    from elzctl.picture_names import path_of

    plain = (re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", match[1] or match[2] or "") for match in re.finditer(_ADDRESS, text))
    return dict.fromkeys(filter(None, (path_of(address, minutes=minutes) for address in plain)))


def _take(
    tree: Tree, path: str, group: str, found: dict[str, bytes | Message], counts: dict[str, tuple[int, int]]
) -> None:
    """Reads a picture, unless its document has enough of them."""
    count, size = counts.get(group, (0, 0))
    try:
        raw = tree.read(path)
    except Unreadable as fault:
        found.update({} if fault.missing else {path: fault.reason})
        return
    total = sum(len(one) for one in found.values() if isinstance(one, bytes))
    if count == MOST_PICTURES:
        found[path] = say("is one more than the {count} that are read", count=MOST_PICTURES)
    elif size + len(raw) > MOST_BYTES or total + len(raw) > MOST_IN_ALL:
        most = MOST_BYTES if size + len(raw) > MOST_BYTES else MOST_IN_ALL
        found[path] = say("is too much: {count} MB of pictures are read together", count=most >> 20)
    else:
        found[path] = raw
        counts[group] = count + 1, size + len(raw)


def _own(tree: Tree, found: list[Finding]) -> tuple[str, ...]:
    try:
        return tuple([path for path in own_paths(tree) if _is_changed(tree, path)])
    except Unreadable as fault:
        found.append(files.unreadable_file(OWN, fault.reason))
        return ()


def _is_changed(tree: Tree, path: str) -> bool:
    try:
        return is_changed(tree, path)
    except Unreadable:
        return True  # it is told when it is used


def _check_sheet(tree: Tree, path: str, found: list[Finding]) -> None:
    """Tells what a style sheet asks for that no page can show."""
    try:
        source = Source(path, (raw := tree.read(path)), raw.decode("utf-8-sig"))
    except (Unreadable, UnicodeDecodeError):
        return  # it is told when it is used
    import re
    from itertools import islice

    names = ("sheet", "address")
    asked = (
        (match[name], source.span(*match.span(name)))
        for match in re.finditer(_FETCHED, source.text, re.IGNORECASE | re.DOTALL)
        for name in names
        if match[name] and not match[name].lower().startswith(_INSIDE)
    )
    found += (styles.fetched_by_style(span, address[:_LONGEST]) for address, span in islice(asked, _MOST_TOLD))


def _logo(tree: Tree, style: Style, found: list[Finding]) -> Picture | None:
    from elzctl.pictures import Unusable, picture

    span = style.at["logo"]
    try:
        return picture(tree.read(style.logo))
    except Unusable as fault:
        found.append(styles.unusable_picture(span, style.logo, fault.reason, fault.hint))
    except Unreadable as fault:
        hint = say("Put the file there, or take the line “logo” out.") if fault.missing else None
        found.append(styles.unusable_picture(span, style.logo, fault.reason, hint))
    return None


def _check_font(tree: Tree, style: Style, paths: list[str], found: list[Finding]) -> None:
    from elzctl.typefaces import SHIPPED

    if style.font in SHIPPED:
        return
    known = (*SHIPPED, *dict.fromkeys(_families(tree, paths, found)))
    if style.font not in known:
        near = next((name for name in known if name.casefold() == style.font.casefold()), None)
        found.append(styles.unknown_font(style.at["font"], style.font, known, near))


def _families(tree: Tree, paths: list[str], found: list[Finding]) -> list[str]:
    """The families of the zone's fonts."""
    from elzctl.typefaces import NoFont, family

    names = []
    for path in paths[:MOST_FONTS]:
        try:
            names.append(family(tree.read(path)))
        except (NoFont, Unreadable) as fault:
            found.append(styles.unusable_font(path, fault.reason))
    too_many = say("is one more than the {count} that are read", count=MOST_FONTS)
    found += (styles.unusable_font(path, too_many) for path in paths[MOST_FONTS:])
    return names
