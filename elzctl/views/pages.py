"""The page of every code: what a finding means, why it matters, and an example that is wrong and one that is right."""

from __future__ import annotations

import inspect

from elzctl.checks.acceptance import unused_acceptance
from elzctl.checks.every import CHECKS
from elzctl.faults import FAULTS
from elzctl.record import NamedTuple


class Page(NamedTuple):
    """A code and its long text: English, the key of its translation; *reading* when it is found before the content."""

    code: str
    text: str
    reading: bool


def _page(function: object, *, reading: bool) -> Page:
    """The page of the function that finds a code and has its name."""
    code = str(getattr(function, "__name__", "")).replace("_", "-")
    return Page(code, inspect.cleandoc(function.__doc__ or ""), reading)


PAGES = (
    *(_page(fault, reading=True) for fault in FAULTS),
    *(_page(check, reading=False) for check in (*CHECKS, unused_acceptance)),
)
"""Every page: first what reading a file finds, then the checks, in the order in which they stand there."""

CODES = tuple(page.code for page in PAGES)
