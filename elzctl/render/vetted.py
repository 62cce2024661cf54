"""The addresses that a document may lead to."""

from __future__ import annotations

import re

WEB = re.compile(
    r"https?://(?:[^\s/?#@\\:%<>\"'\[\]]+|\[[0-9a-f:.]+\])(?::\d{1,5})?(?:[/?#][^\s\\<>\"]*)?", re.IGNORECASE
)
"""An address on the web: http or https, with a host and no user name."""
_MAIL = re.compile(r"mailto:[^\s@?&#/\\<>\"]+@[^\s@?&#/\\<>\"]+(?:\?[^\s\\<>\"]*)?", re.IGNORECASE)


def is_vetted(href: str) -> bool:
    """True for an address that a document may lead to: http or https with a host and no user name, or mailto."""
    return bool(WEB.fullmatch(href) or _MAIL.fullmatch(href))
