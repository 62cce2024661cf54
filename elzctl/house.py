"""What the house style of a zone needs beside plan.yaml: its logo, its fonts, and its own templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from elzctl.faults import files, styles
from elzctl.finding import Finding
from elzctl.style import Style
from elzctl.templates import MOST_FONTS, OWN, is_changed, own_paths
from elzctl.tree import Tree, Unreadable
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.pictures import Picture


def furnished(tree: Tree, style: Style, found: list[Finding]) -> tuple[Picture | None, tuple[str, ...]]:
    """The logo, ready to be used, and the paths of own templates that differ from ours.  Faults go to *found*."""
    own = _own(tree, found)
    if style.font:
        _check_font(tree, style, [path for path in own if path.startswith(f"{OWN}/fonts/")], found)
    return (_logo(tree, style, found) if style.logo else None), own


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
