"""Indicators in words: the target, and what was measured or counted beside it."""

from __future__ import annotations

from elzctl.render.plan_text import PlanText
from elzctl.render.words import PERS
from elzctl.views.measured import IndicatorRow
from elzctl.wording import say


def value_words(row: IndicatorRow, text: PlanText) -> str:
    """The value beside its target, with the percentage where there can be one: ``5 of 6 places (83 %)``."""
    assert row.value is not None
    value = row.value.text
    if row.target is None:
        return " ".join(filter(None, (value, row.indicator.unit)))
    words = text.say(say("{value} of {target}", value=value, target=row.target.text))
    percent = f"({row.percent}\N{NO-BREAK SPACE}%)" if row.percent is not None else ""
    return " ".join(filter(None, (words, row.indicator.unit, _part(row, text), percent)))


def target_words(row: IndicatorRow, text: PlanText) -> str:
    """The target as it stands in the fiche, with its unit and the stretch of time that it is for."""
    indicator = row.indicator
    per = text.say(PERS[indicator.per]) if indicator.per is not None else ""
    return " ".join(filter(None, (indicator.target.text if indicator.target else "", indicator.unit, per)))


def _part(row: IndicatorRow, text: PlanText) -> str:
    """The stretch of time of a target, unless it is the year of the report."""
    if row.indicator.per is None or row.target is not row.indicator.target:
        return f"({target_words(row, text)})" if row.target is not row.indicator.target else ""
    return text.say(PERS[row.indicator.per]) if row.percent is None else ""
