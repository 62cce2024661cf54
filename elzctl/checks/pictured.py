"""Whether documents draw a picture that stands in a text."""

from __future__ import annotations

import re

from elzctl.model import Plan
from elzctl.wording import Message, say

# The rest of a picture on a line of its own, what may stand before it, and lines that its paragraph does not go on over.
_ENDED = r"\s*(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\))?\s*\)[ \t]*(?=\n|\Z)"
_OPENED = r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?"
_BEFORE = r"[ \t>]*(?:$|\#{1,6}[ \t]|:::|\0+$|.*-->[ \t]*$|(?:[-*_][ \t]*){3,}$)"
_OTHER = r"[ \t>]*(?:$|[-*+][ \t]|1[.)][ \t]|\#{1,6}[ \t]|:::|<!--|\0+$|(?:[-*_][ \t]*){3,}$)"
_NEXT = r"[ \t>]*\d{1,9}[.)][ \t]"


def why_not_drawn(
    plan: Plan, address: str, words: str, *, alone: bool, minutes: bool
) -> tuple[Message | None, Message | None]:
    """Why the documents show only the *words* of a picture, and what to do; nothing when they draw it."""
    from elzctl.picture_names import path_of

    path = path_of(address, minutes=minutes)
    folder, _, name = path.rpartition("/")
    if not path:
        return say("The documents show no picture from there, only the words between the brackets"), say(
            "Put a PNG or JPEG in plan/pictures, or for minutes in meetings/attachments, and write its name alone."
        )
    if path not in plan.pictures:
        return say("This picture is not there: {place} has no file “{name}”", place=folder, name=name[:80]), say(
            "Put the file there under this name, capitals included."
        )
    if not words.strip():
        return say("This picture is not drawn, for it says nothing to who cannot see it"), say(
            "Write between the brackets what there is to see."
        )
    if not alone:
        return say("A picture in a line of text is not drawn, only the words between the brackets"), say(
            "Put it on a line of its own, with a blank line before and after it."
        )
    return _unusable(path, plan.pictures[path])


def _unusable(path: str, found: bytes | Message) -> tuple[Message | None, Message | None]:
    """Why a picture that is there cannot be drawn."""
    from elzctl.pictures import IN_TEXT, Unusable, picture

    if isinstance(found, Message):
        return _said(path, found), say("Take a smaller file, or leave the picture out.")
    try:
        picture(found, IN_TEXT)
    except Unusable as fault:
        return _said(path, fault.reason), fault.hint
    return None, None


def _said(path: str, reason: Message) -> Message:
    return say("This picture is not drawn: {path} {reason}", path=path, reason=reason)


def stands_alone(text: str, picture: re.Match[str]) -> bool:
    """True when nothing else stands in the paragraph of a picture."""
    start = text.rfind("\n", 0, picture.start()) + 1
    end = re.compile(_ENDED).match(text, picture.end())
    opening = re.fullmatch(_OPENED, text[start : picture.start()])
    if end is None or opening is None:
        return False
    before = text[:start].removesuffix("\n").rpartition("\n")[2]
    after = text[end.end() + 1 :].partition("\n")[0]
    mark = opening[0].strip(" \t>")
    is_quoted = ">" in opening[0]
    begins = is_quoted and not before.lstrip().startswith(">")
    if not (mark or begins or re.match(_BEFORE, before)):
        return False
    is_other = bool(re.match(_OTHER, after)) or (bool(opening[0].strip()) and bool(re.match(_NEXT, after)))
    return is_other or (after.lstrip().startswith(">") and not is_quoted)
