"""The program run in this very process, as somebody without a terminal would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from elzctl.cli.main import main

if TYPE_CHECKING:
    import pytest

Run: TypeAlias = Callable[..., tuple[int, str, str]]
"""One run with more words: exit code, stdout, stderr."""


def runner(root: Path, capsys: pytest.CaptureFixture[str], *words: str) -> Run:
    """Runs in *root*, in English, of a command line that begins with these words."""

    def runs(*arguments: str) -> tuple[int, str, str]:
        code = main(["--lang", "en", "-C", str(root), *words, *arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return runs
