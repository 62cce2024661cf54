"""Where the templates are: inside the installed package, or beside it in a working copy."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
_PLACES = (_PACKAGE / "_templates", _PACKAGE.parent / "templates")


def folder(kind: str) -> Path:
    """The folder of built-in templates of a *kind*: ``new``, ``html`` or ``pdf``.

    Raises FileNotFoundError when the installation is incomplete.
    """
    for place in _PLACES:
        if (place / kind).is_dir():
            return place / kind
    raise FileNotFoundError(kind)
