"""The pictures in texts, as files of a site."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

from elzctl.model import Plan
from elzctl.pictures import IN_TEXT, Picture, Unusable, picture

_ADDRESS = re.compile(rb"assets/[0-9a-f]{20}\.(?:png|jpeg)")


def picture_path(picture: Picture) -> str:
    """Where a picture stands: what it is called comes from what is seen on it."""
    from hashlib import sha256  # few pages show one

    return f"assets/{sha256(picture.data).hexdigest()[:20]}.{picture.kind}"


def picture_files(plan: Plan, pages: Callable[[], Iterable[bytes]]) -> Iterator[tuple[str, bytes]]:
    """The pictures that *pages* show; one that only an internal text or a draft shows is none of them."""
    if not plan.pictures:
        return
    found = frozenset(match for data in pages() for match in _ADDRESS.findall(data))
    for raw in plan.pictures.values():
        if isinstance(raw, bytes):
            with suppress(Unusable):
                one = picture(raw, IN_TEXT)
                if (path := picture_path(one)).encode() in found:
                    yield path, one.data
