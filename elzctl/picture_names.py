"""Where the pictures stand that texts can show, and which one a text means."""

from __future__ import annotations

PICTURES, ATTACHMENTS = "plan/pictures", "meetings/attachments"
"""The folders of these: that of the plan, and what goes with minutes."""
ENDINGS = (".png", ".jpg", ".jpeg")

_FOLDERS = {folder: whole for whole in (PICTURES, ATTACHMENTS) for folder in (whole, whole.partition("/")[2])}


def path_of(address: str, *, minutes: bool) -> str:
    """The file that a picture in a text names; ``""`` when it is none that a document can show.

    A name alone is a file of :data:`ATTACHMENTS` in *minutes*, and of :data:`PICTURES` everywhere else.  With a folder
    in front of it, that folder is one of these two, from wherever the text stands: ``../pictures/``, ``attachments/``.
    """
    from urllib.parse import unquote

    above, _, name = (address := unquote(address)).rpartition("/")
    while above.startswith(("../", "./")):
        above = above.partition("/")[2]
    folder = _FOLDERS.get(above) if "/" in address else ATTACHMENTS if minutes else PICTURES
    odd = name.startswith(".") or not name.isprintable() or any(sign in name for sign in "/\\:")
    return f"{folder}/{name}" if folder and not odd and name.lower().endswith(ENDINGS) else ""


def name_alone(path: str) -> str:
    """The name of a file, without the folders that somebody typed in front of it: these are for nobody to read."""
    return path.replace("\\", "/").rstrip("/").rpartition("/")[2]
