"""Colours: what can be read on what, the nearest colour that can, and the colours of a whole document."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elzctl.colours import (
    BLACK,
    SIGN,
    TEXT,
    WHITE,
    Colour,
    contrast,
    darkened,
    lightened,
    mixed,
    with_lightness,
)
from elzctl.fields_style import STYLE, Shade
from elzctl.render.html_dress import VARIABLES
from elzctl.render.palette import DARK_PAPER, DARK_WASH, on_dark, on_paper

TEMPLATES = Path(__file__).parent.parent / "templates"
COLOURS = st.builds(Colour, *(st.integers(0, 255),) * 3)
INK, MUTED = Colour(0x1B, 0x26, 0x28), Colour(0x4A, 0x5B, 0x5E)


def shade(key: str) -> Shade:
    kind = STYLE.fields[key].kind
    assert isinstance(kind, Shade)
    return kind


ACCENT, SECOND = shade("accent"), shade("second")


@pytest.mark.parametrize(
    ("text", "colour"),
    [
        ("#0b4f5c", Colour(11, 79, 92)),
        ("#0B4F5C", Colour(11, 79, 92)),
        ("#fa0", Colour(255, 170, 0)),
        ("#000000", BLACK),
        ("0b4f5c", None),
        ("#0b4f5", None),
        ("#0b4f5cff", None),
        ("#0b4f5c\n", None),
        ("#٠b4f5c", None),
        ("teal", None),
        ("", None),
    ],
)
def test_a_colour_is_a_hash_and_three_or_six_digits(text: str, colour: Colour | None) -> None:
    assert Colour.read(text) == colour


@settings(deadline=None)
@given(COLOURS)
def test_a_colour_reads_as_it_is_written(colour: Colour) -> None:
    assert Colour.read(str(colour)) == colour


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.00),
        ("#0000ff", "#ffffff", 8.59),
        ("#abcdef", "#abcdef", 1.0),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    first, second = Colour.read(one), Colour.read(other)
    assert first is not None
    assert second is not None
    assert contrast(first, second) == pytest.approx(ratio, abs=0.005)
    assert contrast(first, second) == contrast(second, first)


@settings(deadline=None)
@given(COLOURS, st.sampled_from([ACCENT, SECOND]))
def test_the_proposed_colour_passes_and_is_the_nearest_on_its_hue(colour: Colour, kind: Shade) -> None:
    found = darkened(colour, kind.passes)
    assert kind.passes(found)
    if kind.passes(colour):
        assert found == colour
        return
    assert contrast(found, WHITE) >= kind.least
    assert kind.ratio(found) <= contrast(found, WHITE)
    # Nothing on the way from the proposed colour back to the given one passes.
    steps = 200
    for step in range(1, steps + 1):
        nearer = with_lightness(colour, found.lightness + (colour.lightness - found.lightness) * step / steps)
        assert nearer == found or not kind.passes(nearer) or sum(nearer) <= sum(found)


@settings(deadline=None)
@given(COLOURS)
def test_a_lighter_colour_for_a_dark_ground_is_found_in_the_same_way(colour: Colour) -> None:
    found = lightened(colour, lambda one: contrast(one, DARK_PAPER) >= TEXT)
    assert contrast(found, DARK_PAPER) >= TEXT
    assert found == colour or contrast(colour, DARK_PAPER) < TEXT


@settings(deadline=None)
@given(COLOURS, COLOURS, st.floats(0, 1))
def test_a_mixture_lies_between_its_colours(one: Colour, other: Colour, share: float) -> None:
    for a, b, found in zip(one, other, mixed(one, other, share), strict=True):
        assert min(a, b) <= found <= max(a, b)


@settings(deadline=None)
@given(COLOURS, st.none() | COLOURS)
def test_every_colour_of_a_document_is_seen_on_its_ground(accent: Colour, second: Colour | None) -> None:
    accent = darkened(accent, ACCENT.passes)
    second = None if second is None else darkened(second, SECOND.passes)
    light, dark = on_paper(accent, second), on_dark(accent, second)
    for words in (light.accent, INK, MUTED):
        assert contrast(words, WHITE) >= TEXT
        assert contrast(words, light.tint) >= TEXT
    assert contrast(light.on_banner, light.banner) >= TEXT
    assert min(contrast(one, WHITE) for one in (light.second, light.bar, light.edge)) >= SIGN
    assert contrast(INK, light.soft) >= TEXT
    for ground in (DARK_PAPER, DARK_WASH):
        assert contrast(dark.accent, ground) >= TEXT
        assert min(contrast(one, ground) for one in (dark.second, dark.bar, dark.edge)) >= SIGN
    assert contrast(dark.on_banner, dark.banner) >= TEXT


def test_the_grounds_of_a_dark_page_are_those_of_its_style_sheet() -> None:
    text = (TEMPLATES / "html" / "plan.css").read_text("utf-8")
    dark = next(rule for rule in re.findall(r"\{[^{}]*--accent:[^{}]*\}", text) if "color-scheme: dark" in rule)
    values = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", dark))
    assert (values["paper"], values["wash"]) == (str(DARK_PAPER), str(DARK_WASH))


def test_a_style_sheet_has_every_colour_that_a_zone_can_change_both_light_and_dark() -> None:
    text = (TEMPLATES / "html" / "plan.css").read_text("utf-8")
    rules = re.findall(r"\{[^{}]*--accent:[^{}]*\}", text)
    assert {"color-scheme: dark" in rule for rule in rules} == {True, False}
    for rule in rules:
        assert set(VARIABLES) <= set(re.findall(r"--([a-z-]+):", rule))
