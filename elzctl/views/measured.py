"""Indicators in a year: what was measured or counted beside its target.  Missing is missing, never 0."""

from __future__ import annotations

from collections.abc import Iterator

from elzctl.dates import VagueDate
from elzctl.fiche import Indicator, Measurement
from elzctl.followup.counting import Counted, counted
from elzctl.model import Action, Plan
from elzctl.record import NamedTuple
from elzctl.terms import IndicatorKind, Per, Quantity
from elzctl.views.shares import percent
from elzctl.views.year import Year

IN_A_YEAR = {Per.YEAR: 1, Per.HALF_YEAR: 2, Per.QUARTER: 4, Per.MONTH: 12}
_SHARES = frozenset({"procent", "percent"})


class IndicatorRow(NamedTuple):
    """An indicator with the last value of the year, its day and remark, and the measurements before it in that year.

    *target* is that of the whole year when it is counted per month and the like, and that of the fiche otherwise.
    *counted* are the meetings that make the value.  *value* is ``None`` when nobody measured.
    """

    action: Action
    indicator: Indicator
    target: Quantity | None
    value: Quantity | None
    on: VagueDate | None = None
    note: str = ""
    earlier: tuple[Measurement, ...] = ()
    counted: Counted | None = None

    @property
    def percent(self) -> int | None:
        """The whole percentage of the target (:mod:`elzctl.views.shares`); ``None`` without a numerator or a denominator above 0.

        Neither for shares, which are no numerators, nor for a value beside a target of a part of the year.
        """
        pair = self._pair()
        if pair is None or self._is_share or pair[0] < 0:
            return None
        return percent(*pair)

    @property
    def is_reached(self) -> bool | None:
        """True when the target was reached; ``None`` when that cannot be said, as with a target of 0."""
        pair = self._pair()
        return None if pair is None else pair[0] >= pair[1]

    @property
    def is_reached_output(self) -> bool:
        """True for a result that was reached."""
        return self.indicator.kind is IndicatorKind.OUTPUT and self.is_reached is True

    @property
    def _is_share(self) -> bool:
        texts = [quantity.text for quantity in (self.value, self.target) if quantity is not None]
        return any("%" in text for text in (*texts, self.indicator.unit)) or self.indicator.unit.lower() in _SHARES

    def _pair(self) -> tuple[float, float] | None:
        """Value and target, when they are of the same stretch of time and the target is above 0."""
        if self.value is None or self.target is None or self.target.value <= 0:
            return None
        if self.counted is None and self.indicator.per not in (None, Per.YEAR):
            return None
        return self.value.value, self.target.value


def measured(plan: Plan, action: Action, year: Year) -> tuple[IndicatorRow, ...]:
    """The indicators of an action, in order."""
    return tuple(_row(plan, action, indicator, year) for indicator in action.indicators)


def _row(plan: Plan, action: Action, indicator: Indicator, year: Year) -> IndicatorRow:
    found = counted(plan, indicator, (year.first, year.day))
    if found is not None:
        # Without any minutes of that year nothing was counted.
        value = Quantity(str(found.value), found.value) if any(found) else None
        return IndicatorRow(action, indicator, _of_year(indicator), value, counted=found)
    *earlier, last = (Measurement(None, None), *_in_year(indicator, year))
    return IndicatorRow(
        action, indicator, indicator.target, last.value, last.on, last.note, tuple(one for one in earlier if one.value)
    )


def _in_year(indicator: Indicator, year: Year) -> Iterator[Measurement]:
    """The measurements with a value, in the order of their days."""
    found = [(one.on.first, one) for one in indicator.measured if one.on is not None and year.holds(one.on)]
    yield from (one for _, one in sorted(found, key=lambda pair: pair[0]) if one.value is not None)


def _of_year(indicator: Indicator) -> Quantity | None:
    """The target of a whole year for what is counted."""
    target, times = indicator.target, IN_A_YEAR[indicator.per or Per.YEAR]
    if target is None or times == 1:
        return target
    value = target.value * times
    return Quantity(f"{value:.6f}".rstrip("0").rstrip(".").replace(".", ","), value)
