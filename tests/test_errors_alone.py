"""The errors of a plan, looked for alone: the same ones as among all that is found, in less time."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest
from test_broken import CODES, laid_out

from elzctl.checks import grave
from elzctl.checks.every import CHECKS
from elzctl.checks.grave import GRAVE, Check, errors
from elzctl.checks.in_texts import OF_ONE_TEXT, OF_TEXTS, errors_in
from elzctl.finding import Severity
from elzctl.load import load
from elzctl.tree import WorkTree
from elzctl.views.examine import errors_of, examined
from elzctl.views.published import without_texts


@pytest.mark.parametrize("code", CODES)
def test_the_errors_are_those_among_all_findings(code: str, tmp_path: Path) -> None:
    loaded = load(WorkTree(laid_out(code, tmp_path)))
    assert errors_of(loaded) == tuple(one for one in examined(loaded).findings if one.severity is Severity.ERROR)


@pytest.mark.parametrize("one", [one for one in CHECKS if one not in GRAVE], ids=lambda one: one.__name__)
def test_what_is_not_looked_for_says_nothing_of_errors(one: Check) -> None:
    assert "ERROR" not in inspect.getsource(one)


def test_every_code_that_is_an_error_in_the_code_is_looked_for() -> None:
    codes = {one.__name__.replace("_", "-") for one in GRAVE}
    for path in Path(str(inspect.getsourcefile(grave))).parent.glob("*.py"):
        assert set(re.findall(r'"([a-z-]+)",\s*Severity\.ERROR', path.read_text("utf-8"))) <= codes


@pytest.mark.parametrize("code", CODES)
def test_only_a_few_checks_look_into_the_texts_of_actions(code: str, tmp_path: Path) -> None:
    plan = load(WorkTree(laid_out(code, tmp_path))).plan
    bare = without_texts(plan)
    others = [one for one in GRAVE if one not in (*OF_ONE_TEXT, *OF_TEXTS)]
    assert grave.found(others, bare) == grave.found(others, plan)


@pytest.mark.parametrize("code", CODES)
def test_the_errors_in_the_texts_of_actions_are_found_alone(code: str, tmp_path: Path) -> None:
    plan = load(WorkTree(laid_out(code, tmp_path))).plan
    names = frozenset(action.id for action in plan.actions)
    before = errors(without_texts(plan))
    assert set(errors(plan)) - set(before) <= set(errors_in(plan, names)) <= set(errors(plan))
