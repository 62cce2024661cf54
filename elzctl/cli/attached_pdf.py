"""The PDF files that go with minutes, read in a child under limits: their bytes are those of strangers."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING

from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.attachments.pdf import Look

_MEMORY = 1 << 30
_SECONDS, _CPU = 60, 30


def can_look() -> bool:
    """True when the program that reads PDF files is installed."""
    return find_spec("pypdfium2") is not None


def looked(files: Sequence[bytes], allowed: frozenset[str]) -> tuple[Look, ...]:
    """What came of each file; what takes too long, or too much memory, has that as the reason why it is not published.

    That is not *is_sure* when the system ended the reading, or a fault of our own: another time it may go well.
    """
    from elzctl.attachments.pdf import Look
    from elzctl.attachments.pdf import looked as look
    from elzctl.render.confined import Children, Stopped
    from elzctl.render.job import Job, Limits

    try:
        with Children([("elzctl.attachments.pdf",)]) as children:
            children.give([Job("PDF", look, (tuple(files), allowed), Limits(_SECONDS, _CPU, _MEMORY))])
            (found,) = children.results()
    except (Stopped, RuntimeError) as stopped:
        if len(files) == 1:
            is_sure = isinstance(stopped, Stopped) and not stopped.was_killed
            return (Look(say("takes too much time or memory to read"), is_sure=is_sure),)
        half = len(files) // 2
        return (*looked(files[:half], allowed), *looked(files[half:], allowed))
    answer: tuple[Look, ...] = found
    return answer
