"""What an archived folder of documents holds: a frozen shape of its own, and the same bytes on every run and computer.

``files`` are sorted by name, each with its size in bytes and its SHA-256; ``revision`` is the commit that the plan was
read beside, or ``null``; ``part`` is ``null`` for the whole plan, ``changed_since`` unless changes are marked: it names the
commit that the plan is compared with.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from elzctl import __version__
from elzctl.render.strict_json import strict_json
from elzctl.render.version import Version
from elzctl.views.part import ALL, Wanted

SCHEMA_VERSION = 1


def manifest(
    files: Mapping[str, bytes],
    today: date,
    version: Version | None,
    wanted: Wanted,
    *,
    document: str = "plan",
    internal: bool,
    since: Version | None = None,
) -> bytes:
    """The manifest of the *files* of a document, by name, as they are on the day *today*."""
    part = None if wanted == ALL else {key: list(names) for key, names in wanted._asdict().items()}
    found: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "document": document,
        "part": part,
        "internal": internal,
        "day": today.isoformat(),
        "revision": _revision(version),
        "changed_since": None if since is None else {"id": since.id, "day": since.day.isoformat()},
        "tool": {"name": "elzctl", "version": __version__},
        "files": [_file(name, data) for name, data in sorted(files.items())],
    }
    return (strict_json(found) + "\n").encode()


def _revision(version: Version | None) -> dict[str, Any] | None:
    if version is None:
        return None
    return {"id": version.id, "day": version.day.isoformat(), "changed": version.changed}


def _file(name: str, data: bytes) -> dict[str, Any]:
    return {"name": name, "size": len(data), "sha256": sha256(data).hexdigest()}
