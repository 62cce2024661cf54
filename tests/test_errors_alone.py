"""The errors of a plan, looked for alone: the same ones as among all that is found, in less time."""

from __future__ import annotations

import inspect
from importlib import import_module
from pathlib import Path

import pytest
from test_broken import CODES, laid_out

from elzctl.checks import _NO_ERRORS
from elzctl.finding import Severity
from elzctl.load import load
from elzctl.tree import WorkTree
from elzctl.views.examine import errors_of, examined


@pytest.mark.parametrize("code", CODES)
def test_the_errors_are_those_among_all_findings(code: str, tmp_path: Path) -> None:
    loaded = load(WorkTree(laid_out(code, tmp_path)))
    assert errors_of(loaded) == tuple(one for one in examined(loaded).findings if one.severity is Severity.ERROR)


@pytest.mark.parametrize("module", sorted({one.__module__ for one in _NO_ERRORS}))
def test_what_is_not_looked_for_never_is_an_error(module: str) -> None:
    assert "ERROR" not in inspect.getsource(import_module(module))
