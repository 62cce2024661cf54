"""What a page of forms needs of Sveltia CMS, from the unpacked npm package."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from elzctl.cli.session import Stop
from elzctl.disk import beginning
from elzctl.record import NamedTuple
from elzctl.render.forms_page import FONTS, SCRIPT, WORDS, Edition, integrity
from elzctl.wording import say

NAME = "@sveltia/cms"
MOST = 16 << 20
"""The largest file that is read, in bytes."""


class Package(NamedTuple):
    """One edition of Sveltia CMS, with the files that go beside the page, by name."""

    edition: Edition
    files: dict[str, bytes]


def package(folder: Path) -> Package:
    """The package in a folder.  Raises Stop when it is another one, or not whole."""
    try:
        about = json.loads(beginning(str(folder / "package.json"), MOST))
        files = {name: beginning(str(path), MOST) for name, path in _files(folder)}
    except (OSError, ValueError) as error:
        raise _no_package(folder, str(getattr(error, "filename", None) or "package.json")) from None
    if not isinstance(about, dict) or about.get("name") != NAME or not isinstance(about.get("version"), str):
        raise _no_package(folder, "package.json")
    return Package(Edition(about["version"], integrity(files[SCRIPT])), files)


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """The name beside the page and the place in the package of each file; what an edition may lack is passed over."""
    yield SCRIPT, folder / "dist" / SCRIPT
    yield "sveltia-cms.LICENSE.txt", folder / "LICENSE.txt"
    if (words := folder / "locales" / WORDS).is_file():
        yield WORDS, words
    assets = folder / "npm" / "assets"
    for name in FONTS:
        for path in sorted(assets.glob(f"{name}-*.woff2"))[:1]:
            yield f"{name}.woff2", path
        if (terms := assets / f"{name}.LICENSE.txt").is_file():
            yield terms.name, terms


def _no_package(folder: Path, name: str) -> Stop:
    message = say("{path} is not the unpacked package {name}", path=str(folder), name=NAME)
    look = say("Look at {path}: get the package with “npm install @sveltia/cms”, and name its folder.", path=name)
    return Stop(message, look)
