"""Names that never change: what an id may look like, and a new one from a title."""

from __future__ import annotations

import re

from elzctl.wording import Message, say

ID = re.compile(r"[a-z0-9][a-z0-9-]{0,99}\Z")
LONGEST_NEW = 48

_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\Z")
_SMALL_WORDS = frozenset(
    "aan als bij dat de den der die door een en het hun in is met naar om op ook over te ten ter tot uit van via voor we wij zich"
    " a an and at by for from in into of on or our the to we with".split()
)


def fault(name: str) -> Message | None:
    """Why *name* cannot be an id, or ``None`` when it can."""
    if not ID.match(name):
        return say("has other signs than small letters, digits and hyphens, or more than 100 of them")
    if _RESERVED.match(name):
        return say("is reserved by Windows")
    if name == "readme":
        return say("is kept for the page that explains the folder")
    return None


def is_refused(name: str) -> bool:
    """True for the name of a file, with its ending, that Windows does not allow: who works there could not get the others."""
    reserved = re.match(r"(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:[ .].*)?\Z", name)
    return bool(reserved or re.search(r'[<>:"|?*\\\x00-\x1f]|[ .]\Z', name))


def slug(title: str) -> str:
    """An id made of *title*: its telling words, at most :data:`LONGEST_NEW` characters; ``""`` when nothing is left."""
    import unicodedata

    plain = unicodedata.normalize("NFKD", title.replace("&", " en ")).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    telling = [word for word in words if word not in _SMALL_WORDS] or words
    name = telling[0][:LONGEST_NEW] if telling else ""
    for word in telling[1:]:
        if len(name) + 1 + len(word) > LONGEST_NEW:
            break
        name += f"-{word}"
    return f"{name}-1" if name and fault(name) else name
