"""The keys of ``style`` and ``accessibility`` in plan.yaml, and the kinds of values that only they have."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from elzctl import colours
from elzctl.colours import Colour
from elzctl.faults import styles
from elzctl.ids import fault
from elzctl.kinds import Formed, Many, Text, When
from elzctl.schema import Field, Reading, Record, scalar
from elzctl.style import Accessibility, Checked, Style, Website
from elzctl.wording import Message, say

FOLDERS, ENDINGS = ("templates", "plan"), ("png", "jpg", "jpeg")
"""Where a picture of the zone may stand, and how its name may end."""

_PART = r"[^\W_][\w .()-]{0,99}\Z"


class Shade:
    """A colour that can be seen on white paper."""

    empty = None

    def __init__(self, least: float, ratio: Callable[[Colour], float]) -> None:
        """*ratio* gives the contrast where the colour is used, which must be *least* or more."""
        self.least = least
        self.ratio = ratio

    def passes(self, colour: Colour) -> bool:
        """True when there is enough contrast."""
        return self.ratio(colour) >= self.least

    def read(self, node: Any, reading: Reading) -> Colour | None:
        text = scalar(node, reading)
        if text is None:
            return None
        found = Colour.read(text.strip())
        if found is None:
            meant = Colour.read(f"#{text.strip()}")
            message = say("“{text}” is not a colour", text=text[:80])
            hint = say("Write it as {colour}, between quotes.", colour=f'"{meant or "#0b4f5c"}"')
            reading.wrong(node, message, hint, f'"{meant}"' if meant else None)
            return None
        if not self.passes(found):
            better = colours.darkened(found, self.passes)
            at = reading.yaml.span(node)
            reading.found.append(styles.low_contrast(at, str(found), self.ratio(found), self.least, str(better)))
            return None
        return found


class PictureFile:
    """The path of a picture in the repository, from its root."""

    empty = ""

    def read(self, node: Any, reading: Reading) -> str | None:
        text = scalar(node, reading)
        if text is None:
            return None
        path = text.strip().removeprefix("./")
        odd = _odd_path(path)
        if odd is None:
            return path
        better = path.replace("\\", "/")
        if better != path and _odd_path(better) is None:
            message = say("“{text}” has “\\” in it, which only Windows reads as a folder", text=path[:80])
            reading.wrong(node, message, say("Write “{better}”.", better=better), better)
        else:
            reading.wrong(node, *odd)
        return None


def _odd_path(path: str) -> tuple[Message, Message] | None:
    """What is wrong with the path of a picture and what to write instead, or ``None``."""
    *folders, name = path.split("/")
    text = path[:80]
    if not folders or folders[0] not in FOLDERS or (folders[0] == "plan" and len(folders) > 1):
        return (
            say("“{text}” is not in the folder templates or plan", text=text),
            say("Put the file in the folder templates, and write such as templates/logo.png."),
        )
    if not all(map(_works_everywhere, (*folders, name))):
        return (
            say("“{text}” does not work on every computer", text=text),
            say("Write the path with “/”, and names of letters, digits, hyphens and points."),
        )
    if "." not in name or name.rpartition(".")[2].lower() not in ENDINGS:
        return (
            say("“{text}” is no picture that can be used", text=text),
            say("Save it as PNG or JPEG; a drawing (SVG) as PNG of 1200 pixels wide."),
        )
    return None


def _works_everywhere(name: str) -> bool:
    return re.match(_PART, name) is not None and fault(name.partition(".")[0].lower()) != fault("con")


def _of_words(colour: Colour) -> float:
    """The contrast of words in the colour on white, of white words on the colour, and on its tint, where it is least."""
    return colours.contrast(colour, colours.mixed(colours.WHITE, colour, colours.TINT))


def _of_lines(colour: Colour) -> float:
    """The contrast of a line in the colour on white."""
    return colours.contrast(colour, colours.WHITE)


STYLE = Record(
    Style,
    {
        "logo": Field(PictureFile(), say("The logo, a PNG or JPEG in the folder templates")),
        "logo_alt": Field(
            Text(), say("What the logo says to who cannot see it; the name of the organisation by default")
        ),
        "accent": Field(
            Shade(colours.TEXT, _of_words), say('The colour of titles, labels and links, between quotes: "#0b4f5c"')
        ),
        "second": Field(
            Shade(colours.SIGN, _of_lines), say("The colour of rules and edges; by default that of the titles")
        ),
        "font": Field(Text(), say("The font: one that comes with elzctl, or one of the files in templates/fonts")),
        "cover": Field(Text(block=True), say("Markdown for the cover of the plan: a line or two")),
    },
)
_CHECKED = {
    "checked": Field(When(), say("When it was last checked whether everybody can use the site")),
    "how": Field(Text(), say("Who checked it, and how")),
    "known_issues": Field(Many(Text()), say("What some people cannot use yet, one thing an item")),
}
ACCESSIBILITY = Record(
    Accessibility,
    {
        "contact": Field(
            Text(),
            say("Where to tell that a document cannot be used; it is published"),
            "contact: toegankelijkheid@elz-voorbeeld.be",
        ),
        "checked": Field(When(), say("When it was last checked whether everybody can use the documents")),
        "how": Field(Text(), say("Who checked it, and how")),
        "known_issues": Field(Many(Text()), say("What some people cannot use yet, one thing an item")),
        "website": Field(Record(Checked, _CHECKED), say("What was found of the site itself")),
        "complaints": Field(Text(), say("Where to go with a complaint about the answer")),
        "written": Field(When(), say("When the statement was drawn up")),
        "reviewed": Field(When(), say("When the statement was last reviewed")),
    },
)
# No user name, no query, no “..”: nothing that leads elsewhere than it seems.
ADDRESS = r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::[0-9]{1,5})?(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?"
"""The form of the address of a site."""

SITE = Record(
    Website,
    {
        "url": Field(
            Formed(ADDRESS, say("Write it as https://plan.example.be/.")),
            say("The address of the site, for its feeds and for search engines"),
            "url: https://plan.elz-voorbeeld.be/",
        ),
    },
)
