"""How a command says what can be typed behind it; :mod:`elzctl.cli.commands` tells it to the library that reads command lines.

That library takes longer to import than a plan to read, so the modules of commands do not ask for it.
"""

from __future__ import annotations

from typing import Any, Protocol


class Context(Protocol):
    """What a command is called with: ``obj`` is the :class:`elzctl.cli.session.Session`."""

    obj: Any


class Option:
    """``--name``, with a value behind it unless it is a flag."""

    __slots__ = ("help", "least", "metavar", "names")

    def __init__(
        self,
        *names: str,
        metavar: str | None = None,
        help: str = "",  # noqa: A002 - as that library calls it
        least: int | None = None,
    ) -> None:
        """*names* as they are typed; *metavar* stands on the page of ``--help`` for the value, *help* says what it does.

        A number may not be below *least*.
        """
        self.names = names
        self.metavar = metavar
        self.help = help
        self.least = least


class Argument:
    """What is known by its place."""

    __slots__ = ("help", "metavar")

    def __init__(self, *, metavar: str | None = None, help: str = "") -> None:  # noqa: A002 - as that library calls it
        """*metavar* is its name on the page of ``--help``, *help* says what it is."""
        self.metavar = metavar
        self.help = help
