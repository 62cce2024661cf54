"""Shares in percent: rounded in one way, and the verb of a sentence follows what it counts."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from small_plans import PLAN, fiche, loaded, write

from elzctl.load import load
from elzctl.render.site.whole import site_files
from elzctl.tree import WorkTree
from elzctl.views.shares import percent

TODAY = date(2025, 6, 1)


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (0, 7, 0),
        (7, 7, 100),
        (13, 31, 42),
        (16, 31, 52),
        (5, 8, 63),  # a half counts up
        (1, 900, 1),
        (899, 900, 99),
        (901, 900, 101),
        (7, 6, 117),
        (1.25, 2.5, 50),
        (0.29 * 3, 0.87, 100),  # the same, but for how a computer writes fractions
    ],
)
def test_a_share_is_the_nearest_percentage_and_0_and_100_only_when_it_is_none_or_all(
    part: float, whole: float, expected: int
) -> None:
    assert percent(part, whole) == expected


def test_the_parts_of_a_whole_in_two_make_100_unless_a_half_counts_up_twice() -> None:
    for whole in range(1, 300):
        for part in range(whole + 1):
            both = percent(part, whole) + percent(whole - part, whole)
            assert both == 100 or (both == 101 and 200 * part % whole == 0), (part, whole)
            assert (percent(part, whole) == 0) == (part == 0)
            assert (percent(part, whole) == 100) == (part == whole)


def dashboard_words(root: Path, **fiches: str) -> str:
    return words_in("en", "dashboard.html", root, **fiches)


def words_in(language: str, name: str, root: Path, **fiches: str) -> str:
    plan = loaded(root, plan=f"{PLAN}language: {language}\n", **fiches).plan
    page = site_files(plan, TODAY)[name].decode()
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page)).split())


def measured(*values: int | None) -> str:
    rows = (f"  - {{kind: output, what: Teller {n}, target: 4{_of(value)}}}" for n, value in enumerate(values))
    return "\n".join(("indicators:", *rows))


def _of(value: int | None) -> str:
    return "" if value is None else f", measured: [{{on: 2025-03-31, value: {value}}}]"


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (
            (4, None, None),
            (
                "1 (33 %) of 3 indicators of the live actions has a value in 2025.",
                "The only value that can be compared with a target reached it.",
            ),
        ),
        ((4, 1, None), ("2 (67 %) of 3 indicators of the live actions have a value", "1 (50 %) of 2 indicators with")),
        ((4, 5, 1), ("3 (100 %) of 3 indicators of the live", "2 (67 %) of 3 indicators with a comparable target")),
        (
            (1, 1),
            (
                "2 (100 %) of 2 indicators of the live actions have a value in 2025.",
                "None of the 2 indicators with a comparable target reached it.",
            ),
        ),
        ((None, None), ("None of the 2 indicators of the live actions has a value in 2025. What has",)),
        ((None,), ("The only indicator of the live actions has no value in 2025. What has no value",)),
        (
            (1,),
            (
                "The only indicator of the live actions has a value in 2025. The only value that can be compared with a"
                " target did not reach it.",
            ),
        ),
    ],
)
def test_the_verb_follows_what_is_counted_and_the_noun_the_whole(
    tmp_path: Path, values: tuple[int | None, ...], expected: tuple[str, ...]
) -> None:
    said = dashboard_words(tmp_path, koffie=fiche("1.1.1", measured(*values)))
    assert all(words in said for words in expected), said


def test_one_late_action_of_more_is_late_and_two_are(tmp_path: Path) -> None:
    late, fine = ("due: 2025-05-01",), ("due: 2025-12-31",)
    said = dashboard_words(
        tmp_path / "one", koffie=fiche("1.1.1", *late), thee=fiche("1.1.2", *fine), melk=fiche("1.1.3")
    )
    assert "1 (33 %) of 3 live actions is late. 1 (33 %) of them has no date." in said
    said = dashboard_words(tmp_path / "two", koffie=fiche("1.1.1", *late), thee=fiche("1.1.2", *late))
    assert "2 (100 %) of 2 live actions are late. All live actions have a date." in said


@pytest.mark.parametrize(
    ("fiches", "expected"),
    [
        ({"koffie": fiche("1.1.1", "due: 2025-05-01")}, "The only live action is late. It has a date."),
        ({"koffie": fiche("1.1.1")}, "The only live action is not late. It has no date."),
        ({"koffie": fiche("1.1.1", "due: 2025-12-31")}, "The only live action is not late. It has a date."),
        (
            {"koffie": fiche("1.1.1"), "thee": fiche("1.1.2")},
            "None of the 2 live actions is late. 2 (100 %) of them have no date.",
        ),
        ({"koffie": fiche("1.1.1", status="stopped")}, "There are no live actions."),
    ],
)
def test_of_one_action_of_none_and_when_no_one_is_late_there_is_no_number_that_sounds_wrong(
    tmp_path: Path, fiches: dict[str, str], expected: str
) -> None:
    said = dashboard_words(tmp_path, **fiches)
    assert f"Late, and without a date {expected} " in said
    assert "0 of" not in said


def test_in_dutch_what_has_no_date_is_a_part_of_the_actions_and_not_of_the_late_ones(tmp_path: Path) -> None:
    late, none = fiche("1.1.1", "due: 2025-05-01"), fiche("1.1.2")
    said = words_in("nl", "stand-van-zaken.html", tmp_path / "one", koffie=late, thee=none)
    assert "1 (50 %) van 2 actieve acties is te laat. 1 (50 %) van de actieve acties heeft geen datum." in said.replace(
        "\u00a0", " "
    )
    said = words_in("nl", "stand-van-zaken.html", tmp_path / "two", koffie=late, thee=none, melk=fiche("1.1.3"))
    assert (
        "1 (33 %) van 3 actieve acties is te laat. 2 (67 %) van de actieve acties hebben geen datum."
        in said.replace("\u00a0", " ")
    )


def test_the_dashboard_and_the_json_of_status_give_the_same_percentages(tmp_path: Path) -> None:
    write(tmp_path, plan=f"{PLAN}language: en\n", koffie=fiche("1.1.1", measured(1, 3, 4)))
    from elzctl.render.dashboard_json import dashboard_data
    from elzctl.views.dashboard import dashboard

    plan = load(WorkTree(tmp_path)).plan
    data = dashboard_data(dashboard(plan, TODAY, {}))
    page = site_files(plan, TODAY)["dashboard.html"].decode()
    shown = [int(one) for one in re.findall(r"\((\d+)\xa0%\)", page)]
    assert shown == [row["percent"] for row in data["indicators"]] == [25, 75, 100]
