"""What makes a finding the same finding tomorrow, when lines have moved or the language is another one."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from elzctl.finding import Finding
from elzctl.wording import Argument, Message


def fingerprints(findings: Iterable[Finding]) -> Iterator[str]:
    """A name for each finding, made of its code, its file and what it says; never of its line.

    What is found twice in the same words gets a number, so that no two names are the same.
    """
    seen: Counter[str] = Counter()
    for finding in findings:
        what = "\n".join((finding.code, finding.span.path, finding.about, *_said(finding.message)))
        seen[what] += 1
        yield hashlib.sha256(f"{what}\n{seen[what]}".encode("utf-8", "replace")).hexdigest()[:40]


def _said(message: Message) -> Iterator[str]:
    """The English text and what goes in its places; a number of a line is no part of what is said."""
    yield message.text
    for name, value in message.args:
        if not (name == "line" and isinstance(value, int)):
            yield f"{name}="
            yield from _argument(value)


def _argument(value: Argument) -> Iterator[str]:
    if isinstance(value, Message):
        yield from _said(value)
    elif isinstance(value, tuple):
        for part in value:
            yield from _said(part)
    else:
        yield str(value)
