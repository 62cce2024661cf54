"""What comes next, on every page that says it; and what leads from lists and calendars to pages."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from drawn_meetings import FIRST, SECOND, SERIES, THIRD, meetings, met
from drawn_plans import sound
from icalendar import Calendar
from small_meetings import minutes
from small_plans import PLAN, ROOT, fiche, loaded, write
from test_site import XHTML, assert_all_links_lead_somewhere, main_of, pages, words

from elzctl.cli.site_attached import Attachments, up_to
from elzctl.load import load
from elzctl.model import Plan
from elzctl.render.site.attached import Attached
from elzctl.render.site.options import Options
from elzctl.render.site.whole import site_files
from elzctl.tree import WorkTree
from elzctl.views import coming

DAY = date(2025, 4, 1)
NEXT = "next: {date: 2025-05-06, start: 13u30, location: Zaal 7}"
REVIEW = "state: review"


def plan_of(root: Path, **texts: str) -> Plan:
    """A sound plan in English with these meetings of its open series."""
    return load(WorkTree(meetings(sound(root), **texts))).plan


def noted(day: str, *lines: str, text: str = "## 1. Toelichting\n\nNiets.\n") -> str:
    return minutes(day, *lines, text=text, title="Overleg zorg")


def days(plan: Plan, today: date = DAY) -> list[tuple[str, bool]]:
    """The first day of each meeting to come, and whether only minutes name it."""
    return [(f"{one.place[0]}", one.occasion is not None) for one in coming.meetings(plan, today)]


def test_the_next_meeting_that_minutes_name_is_on_the_first_page_and_on_that_of_meetings(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, m2025_03_11_overleg=noted("2025-03-11", REVIEW, NEXT))
    found = pages(site_files(plan, DAY))
    for name in ("index.html", "vergaderingen.html", "meetings.html"):
        if name in found:
            text = words(main_of(found[name]))
            assert "WhenTuesday 6 May 2025, from 13:30 WhereZaal 7 Named inOverleg zorg, 11 March 2025" in text, name
            assert "No meeting" not in text
    assert {"index.html", "meetings.html"} <= set(found)
    # The day after it nobody says it any more.
    later = pages(site_files(plan, date(2025, 5, 7)))
    assert "6 May 2025" not in words(main_of(later["index.html"]))
    assert "No meeting has been called." in words(main_of(later["meetings.html"]))


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ({}, [("2025-05-06", True)]),
        # Its own file, with another day too, takes its place; so do minutes of a later meeting that nobody can read yet.
        ({"m2025_05_06_overleg": noted("2025-05-06", "state: planned")}, [("2025-05-06", False)]),
        ({"m2025_05_13_overleg": noted("2025-05-13", "state: planned")}, [("2025-05-13", False)]),
        ({"m2025_03_25_overleg": noted("2025-03-25")}, []),
        # What was cancelled is not to come; a meeting before it that was, says nothing of it.
        ({"m2025_05_06_overleg": noted("2025-05-06", "state: cancelled", "reason: ziek")}, []),
        ({"m2025_04_15_overleg": noted("2025-04-15", "state: cancelled", "reason: ziek")}, [("2025-05-06", True)]),
        (
            {
                "m2025_04_15_overleg": noted(
                    "2025-04-15", "state: cancelled", "reason: ziek", "was: [{date: 2025-05-06}]"
                )
            },
            [],
        ),
    ],
)
def test_a_named_meeting_is_to_come_until_a_file_takes_its_place(
    texts: dict[str, str], found: list[tuple[str, bool]], tmp_path: Path
) -> None:
    assert days(plan_of(tmp_path, m2025_03_11_overleg=noted("2025-03-11", REVIEW, NEXT), **texts)) == found


def home_and_list(plan: Plan, day: date) -> tuple[str, str]:
    """What the first page and the page of meetings say."""
    found = pages(site_files(plan, day))
    return words(main_of(found["index.html"])), words(main_of(found["meetings.html"]))


CANCELLED = noted("2025-05-06", "start: 13u30", "state: cancelled", "reason: De zaal staat onder water.")


def test_that_a_meeting_was_cancelled_is_said_where_people_look_until_its_day_is_over(tmp_path: Path) -> None:
    plan = plan_of(
        tmp_path, m2025_05_06_overleg=CANCELLED, m2025_06_10_overleg=noted("2025-06-10", "state: planned", "start: 10u")
    )
    home, listed = home_and_list(plan, date(2025, 5, 6))
    short = "Cancelled: Overleg zorg, Tuesday 6 May 2025, from 13:30. De zaal staat onder water."
    assert 0 < home.index(short) < home.index("Next meeting: Overleg zorg, Tuesday 10 June 2025, from 10:00")
    for said in (home, listed):
        assert re.search(
            r"Cancelled: Overleg zorg, 6 May 2025 ¶? ?WhenTuesday 6 May 2025, from 13:30 ReasonDe zaal staat onder water\.",
            said,
        )
        assert "Take the meeting of 6 May 2025 out of your calendar (.ics)" in said
    assert "No other meeting" not in listed
    for said in home_and_list(plan, date(2025, 5, 7)):
        assert "Cancelled" not in said
        assert "Tuesday 6 May" not in said


def test_a_cancelled_meeting_alone_is_not_told_as_if_nothing_had_been_planned(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, m2025_05_06_overleg=CANCELLED)
    home, listed = home_and_list(plan, DAY)
    assert "No meeting, no event and no deadline" not in home
    assert "Next meeting: " not in home
    assert "No other meeting has been called." in listed
    assert "No meeting has been called." not in listed


def test_a_cancelled_meeting_that_comes_later_does_not_stand_before_the_next_one(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, m2025_05_06_overleg=CANCELLED, m2025_04_08_overleg=noted("2025-04-08", "state: planned"))
    home, _ = home_and_list(plan, DAY)
    assert home.index("Next meeting: Overleg zorg, Tuesday 8 April 2025") < home.index("What comes next")
    assert home.index("What comes next") < home.index("Cancelled: Overleg zorg")


def test_of_a_cancelled_meeting_of_a_closed_series_nothing_is_said(tmp_path: Path) -> None:
    plan_of(tmp_path, m2025_05_06_overleg=CANCELLED, m2025_05_20_overleg=noted("2025-05-20", MOVED, "state: planned"))
    path = tmp_path / "meetings/series.yaml"
    path.write_text(path.read_text("utf-8").replace("access: open", "access: closed"), "utf-8")
    files = site_files(load(WorkTree(tmp_path)).plan, DAY)
    for name in ("index.html", "meetings.html"):
        said = words(main_of(pages(files)[name]))
        assert not [one for one in ("Cancelled", "onder water", "lanned before", "13 May") if one in said], name


MOVED = "was: [{date: 2025-05-13, start: 13u30}]"


def test_that_a_meeting_was_moved_is_said_until_the_day_before_it_is_over(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, m2025_05_20_overleg=noted("2025-05-20", MOVED, "state: planned"))
    home, listed = home_and_list(plan, date(2025, 5, 13))
    before = "Tuesday 13 May 2025, from 13:30"
    assert f"Next meeting: Overleg zorg, Tuesday 20 May 2025 (planned before: {before})" in home
    assert f"WhenTuesday 20 May 2025 Planned before{before}" in home
    assert f"WhenTuesday 20 May 2025 Planned before{before}" in listed
    for said in home_and_list(plan, date(2025, 5, 14)):
        assert "WhenTuesday 20 May 2025" in said
        assert "lanned before" not in said


@pytest.mark.parametrize(
    ("was", "told", "before"),
    [
        ("[{start: 13u30}]", "Tuesday 20 May 2025, from 14:00", "from 13:30"),
        ("[{location: Zaal 7}]", "Tuesday 20 May 2025, from 14:00, Zaal 8", "Zaal 7"),
        ("[{start: 13u30, location: Zaal 7}]", "Tuesday 20 May 2025, from 14:00, Zaal 8", "from 13:30, Zaal 7"),
        # Once on another day, and once at another hour of this one.
        (
            "[{date: 2025-05-13}, {start: 13u30}]",
            "Tuesday 20 May 2025, from 14:00",
            "Tuesday 13 May 2025; from 13:30",
        ),
    ],
)
def test_that_the_hour_or_the_place_alone_is_another_one_is_said_until_the_meeting_is_over(
    was: str, told: str, before: str, tmp_path: Path
) -> None:
    lines = (f"was: {was}", "state: planned", "start: 14u", "location: Zaal 8")
    plan = plan_of(tmp_path, m2025_05_20_overleg=noted("2025-05-20", *lines))
    home, listed = home_and_list(plan, DAY)
    assert f"Next meeting: Overleg zorg, {told} (planned before: {before})" in home
    for said in (home, listed):
        assert f"WhenTuesday 20 May 2025, from 14:00 Planned before{before} WhereZaal 8" in said
    for said in home_and_list(plan, date(2025, 5, 21)):
        assert "lanned before" not in said


def test_what_changed_but_when_and_where_is_not_said_as_planned_before(tmp_path: Path) -> None:
    text = noted("2025-05-20", "was: [{speaker: kring}]", "state: planned")
    assert "lanned before" not in "".join(home_and_list(plan_of(tmp_path, m2025_05_20_overleg=text), DAY))


def test_a_meeting_that_was_moved_and_then_cancelled_is_told_until_the_last_of_its_days(tmp_path: Path) -> None:
    plan = plan_of(
        tmp_path,
        m2025_05_06_overleg=noted("2025-05-06", MOVED, "state: cancelled", "reason: Ziek."),
    )
    for day, is_told in ((date(2025, 5, 7), True), (date(2025, 5, 13), True), (date(2025, 5, 14), False)):
        for said in home_and_list(plan, day):
            assert ("Cancelled: Overleg zorg" in said) is is_told


def test_that_a_meeting_was_brought_forward_is_said_until_the_day_on_which_somebody_may_still_come(
    tmp_path: Path,
) -> None:
    plan = plan_of(
        tmp_path, m2025_05_06_overleg=noted("2025-05-06", MOVED, "state: review", "reason: De zaal is dicht.")
    )
    for said in home_and_list(plan, date(2025, 5, 13)):
        assert "Overleg zorg" in said
        assert "lanned before" in said
        assert "De zaal is dicht." in said
    assert "Next meeting: " not in home_and_list(plan, date(2025, 5, 13))[0]
    for said in home_and_list(plan, date(2025, 5, 14)):
        assert "lanned before" not in said


def test_all_that_is_off_before_the_next_meeting_is_said_above_it(tmp_path: Path) -> None:
    plan = plan_of(
        tmp_path,
        m2025_05_06_overleg=noted("2025-05-06", "state: cancelled"),
        m2025_05_08_overleg=noted("2025-05-08", "state: cancelled"),
        m2025_05_15_overleg=noted("2025-05-15", "state: planned"),
        m2025_06_20_overleg=noted("2025-06-20", MOVED, "state: planned"),
        m2025_06_30_overleg=noted("2025-06-30", "state: cancelled"),
    )
    above = home_and_list(plan, date(2025, 5, 2))[0].partition("What we do this year")[0]
    for told in ("6 May 2025", "8 May 2025", "20 June 2025 (planned before: Tuesday 13 May 2025", "15 May 2025"):
        assert told in above, told
    assert "30 June 2025" not in above
    assert above.index("13 May 2025") < above.index("Next meeting: Overleg zorg, Thursday 15 May 2025")


def test_the_next_meeting_stands_on_one_line_above_what_the_plan_holds(tmp_path: Path) -> None:
    plan = plan_of(tmp_path / "a", m2025_05_06_overleg=noted("2025-05-06", "start: 13u30", "state: planned"))
    page = main_of(pages(site_files(plan, DAY))["index.html"])
    said = words(page)
    line = "Next meeting: Overleg zorg, Tuesday 6 May 2025, from 13:30"
    assert said.index(line) < said.index("What we do this year") < said.index("What comes next")
    links = [one.get("href") for one in page.iter(f"{XHTML}a") if words(one) == line.partition(": ")[2]]
    assert links == ["meetings/2025-05-06-overleg.html"]
    # No line is broken within its hours.
    assert "from\u00a013:30" in "".join(page.itertext())
    # One that only minutes name has no page: the list of meetings tells more.
    named = plan_of(tmp_path / "b", m2025_03_11_overleg=noted("2025-03-11", REVIEW, NEXT))
    page = main_of(pages(site_files(named, DAY))["index.html"])
    assert line in words(page)
    links = [one.get("href") for one in page.iter(f"{XHTML}a") if words(one) == line.partition(": ")[2]]
    assert links == ["meetings.html"]
    none = plan_of(tmp_path / "c", m2025_03_11_overleg=noted("2025-03-11", REVIEW))
    assert "Next meeting" not in words(main_of(pages(site_files(none, DAY))["index.html"]))


def test_links_of_the_same_words_lead_to_the_same(tmp_path: Path) -> None:
    texts = {
        "m2025_05_06_overleg": noted("2025-05-06", "state: planned", "start: 13u30", "end: 16u"),
        "m2025_06_10_overleg": noted("2025-06-10", "state: planned", "start: 13u30", "end: 16u"),
        "m2025_07_01_overleg": noted("2025-07-01", "state: cancelled", "reason: ziek"),
    }
    found = pages(site_files(plan_of(tmp_path, **texts), DAY))
    for name in ("index.html", "meetings.html"):
        to: dict[str, set[str | None]] = {}
        for one in main_of(found[name]).iter(f"{XHTML}a"):
            to.setdefault(words(one), set()).add(one.get("href"))
        to.pop("¶", None)
        assert {said: links for said, links in to.items() if len(links) > 1} == {}
        assert {"Overleg zorg, 6 May 2025", "Put the meeting of 10 June 2025 in your calendar (.ics)"} < set(to)
        assert "13:30\u00a0to\u00a016:00" in "".join(main_of(found[name]).itertext())


def test_drafts_closed_series_and_minutes_of_a_later_day_name_no_meeting(tmp_path: Path) -> None:
    assert days(plan_of(tmp_path / "a", m2025_03_11_overleg=noted("2025-03-11", NEXT))) == []
    plan = plan_of(tmp_path / "b", m2025_03_11_overleg=noted("2025-03-11", REVIEW, NEXT))
    assert days(plan, date(2025, 3, 1)) == []
    path = tmp_path / "b/meetings/series.yaml"
    path.write_text(path.read_text("utf-8").replace("access: open", "access: closed"), "utf-8")
    assert days(load(WorkTree(tmp_path / "b")).plan) == []


def test_a_date_longer_than_a_day_is_to_come_until_its_last_day(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, m2025_03_11_overleg=noted("2025-03-11", REVIEW, "next: {date: mei 2025}"))
    assert days(plan, date(2025, 5, 31)) == [("2025-05-01", True)]
    assert days(plan, date(2025, 6, 1)) == []


def test_open_points_with_a_date_come_with_the_steps(tmp_path: Path) -> None:
    text = (
        "## 1. Toelichting\n\n- [ ] Borden wassen @kring tegen:2025-05-02\n- [ ] Te laat @kring tegen:2025-03-20\n"
        "- [x] Gedaan @kring tegen:2025-05-03 op:2025-03-12\n- [ ] Zonder dag @kring\n"
    )
    root = meetings(
        write(
            tmp_path,
            plan=f"{PLAN}language: en\n",
            koffie=fiche("1.1.1", "steps: [{what: Zaal zoeken, due: 2025-05-01}, {what: Opruimen, due: 2025-05-03}]"),
        ),
        m2025_03_11_overleg=noted("2025-03-11", REVIEW, text=text),
    )
    page = words(main_of(pages(site_files(load(WorkTree(root)).plan, DAY))["index.html"]))
    said = page.partition("What comes next")[2].partition("What was achieved lately")[0]
    first, second, third = (said.index(one) for one in ("Zaal zoeken", "Borden wassen", "Opruimen"))
    assert first < second < third
    assert "2 May 2025: Borden wassen (Overleg zorg, 11 March 2025)" in said
    assert not [one for one in ("Te laat", "Gedaan", "Zonder dag", "No meeting, no event") if one in said]


def test_points_that_were_done_are_among_what_was_achieved_lately(tmp_path: Path) -> None:
    text = (
        "## 1. Toelichting\n\n- [x] Borden *wassen* @kring op:2025-03-20\n- [x] Zaal kuisen @kring op:2025-03-12\n"
        '- [x] Maand lang @kring op:"april 2025"\n- [x] Zonder dag @kring\n- [x] Morgen pas @kring op:2025-04-02\n'
        "- [ ] Weggevallen @kring\n  - vervallen op:2025-03-21: hoeft niet\n- [ ] Te doen @kring tegen:2025-05-02\n\n"
        "::: intern\n- [x] GEHEIM @kring op:2025-03-13\n:::\n"
    )
    hidden = "## 1. Toelichting\n\n- [x] GEHEIM @kring op:2025-03-14\n"
    root = meetings(
        write(
            tmp_path,
            plan=f"{PLAN}language: en\n",
            koffie=fiche("1.1.1", "steps: [{what: Zaal zoeken, done: 2025-03-15}]"),
        ),
        f"{SERIES}bestuur:\n  name: Bestuur\n  access: closed\n",
        m2025_03_11_overleg=noted("2025-03-11", REVIEW, text=text),
        m2025_03_12_overleg=noted("2025-03-12", text=hidden),
        m2025_03_10_bestuur=minutes("2025-03-10", REVIEW, text=hidden, series="bestuur", title="Bestuur"),
    )
    files = site_files(load(WorkTree(root)).plan, DAY)
    page = main_of(pages(files)["index.html"])
    said = words(page).partition("What was achieved lately")[2].partition("The last minutes")[0]
    order = (
        "april 2025: Maand lang",
        "20 March 2025: Borden wassen (Overleg zorg, 11 March 2025)",
        "Zaal zoeken",
        "Zaal k",
    )
    places = [said.index(one) for one in order]
    assert places == sorted(places)
    assert not [one for one in ("Zonder dag", "Morgen", "Weggevallen", "Te doen", "kring") if one in said]
    assert b"GEHEIM" not in b"".join(files.values())
    assert "meetings/2025-03-11-overleg.html#2025-03-11-overleg/1" in {
        one.get("href") for one in page.iter(f"{XHTML}a")
    }
    assert_all_links_lead_somewhere(files)
    # Longer than a year ago they are told as what was achieved, and that nothing was noted since.
    later = words(main_of(pages(site_files(load(WorkTree(root)).plan, date(2026, 6, 1)))["index.html"]))
    assert later.index("What was achieved") < later.index("Of the last twelve months") < later.index("Borden wassen")


def test_what_was_achieved_lately_is_a_short_list_with_the_points_in_it_too(tmp_path: Path) -> None:
    lines = "".join(f"- [x] Punt {number} @kring op:2025-03-{number + 11}\n" for number in range(1, 9))
    root = meetings(
        write(tmp_path, plan=f"{PLAN}language: en\n", koffie=fiche("1.1.1")),
        m2025_03_11_overleg=noted("2025-03-11", REVIEW, text=f"## 1. Toelichting\n\n{lines}"),
    )
    said = words(main_of(pages(site_files(load(WorkTree(root)).plan, DAY))["index.html"]))
    assert [number for number in range(1, 9) if f"Punt {number}" in said] == [3, 4, 5, 6, 7, 8]


def test_steps_of_an_action_that_stopped_or_went_elsewhere_are_not_told_as_achieved(tmp_path: Path) -> None:
    steps = "steps: [{what: %s, done: 2025-02-03}]"
    plan = write(
        tmp_path,
        plan=f"{PLAN}language: en\n",
        koffie=fiche("1.1.1", steps % "Zoeken"),
        thee=fiche("1.1.2", steps % "Zetten", "reason: te duur", status="not-retained"),
        melk=fiche("1.1.3", steps % "Halen", "reason: te vroeg", status="on-hold"),
    )
    said = words(main_of(pages(site_files(load(WorkTree(plan)).plan, DAY))["index.html"]))
    told = said.partition("What was achieved lately")[2]
    assert [what in told for what in ("Zoeken", "Zetten", "Halen")] == [True, False, True]


def test_a_list_that_stops_says_how_many_more_there_are_and_where(tmp_path: Path) -> None:
    steps = ", ".join(f"{{what: Stap {number}, due: 2025-05-{number:02}}}" for number in range(1, 9))
    root = write(tmp_path, plan=f"{PLAN}language: en\n", koffie=fiche("1.1.1", f"steps: [{steps}]"))
    page = main_of(pages(site_files(load(WorkTree(root)).plan, DAY))["index.html"])
    assert "And 2 more. The timeline" in words(page)
    assert "All action points" not in words(page)
    assert [one.get("href") for one in page.iter(f"{XHTML}a") if words(one) == "The timeline"] == ["timeline.html"]
    few = write(tmp_path / "few", plan=f"{PLAN}language: en\n", koffie=fiche("1.1.1", f"steps: [{steps[:-35]}]"))
    assert " more." not in words(main_of(pages(site_files(load(WorkTree(few)).plan, DAY))["index.html"]))


def test_a_series_without_meetings_leads_to_no_list(tmp_path: Path) -> None:
    root = meetings(sound(tmp_path))
    files = site_files(load(WorkTree(root)).plan, DAY)
    assert "meetings.html" in files
    assert_all_links_lead_somewhere(files)


def test_meetings_in_calendars_lead_to_their_pages_when_the_address_is_known(tmp_path: Path) -> None:
    plan = load(WorkTree(met(tmp_path))).plan
    address = "https://plan.voorbeeld.be/zone/"
    files = site_files(plan, DAY, options=Options(address=address))
    for path in (f"meetings/{THIRD}.ics", "series/overleg.ics"):
        found = Calendar.from_ical(files[path].decode()).walk("VEVENT")
        names = [str(one["UID"]).partition("@")[0] for one in found]
        assert [str(one["URL"]) for one in found] == [f"{address}meetings/{name}.html" for name in names]
        assert THIRD in names
    assert b"URL" not in site_files(plan, DAY)["series/overleg.ics"]


def test_the_list_of_all_pages_tells_meetings_of_one_title_apart(tmp_path: Path) -> None:
    one = {"m2025_03_18_overleg": noted("2025-03-18", REVIEW), "m2025_03_25_overleg": noted("2025-03-25", REVIEW)}
    page = main_of(pages(site_files(load(WorkTree(met(tmp_path, **one))).plan, DAY))["overview.html"])
    links = [words(one) for one in page.iter(f"{XHTML}a") if not one.get("href", "").startswith("#")]
    assert "Minutes: Overleg zorg, 18 March 2025" in links
    assert len(set(links)) == len(links)


def test_tables_without_a_caption_are_called_after_what_they_stand_under(tmp_path: Path) -> None:
    for path, page in pages(site_files(load(WorkTree(met(tmp_path))).plan, DAY)).items():
        for box in main_of(page).iter(f"{XHTML}div"):
            tables = [one for one in box if one.tag == f"{XHTML}table"]
            for table in tables:
                caption = next((words(one) for one in table.iter(f"{XHTML}caption")), "")
                assert caption or table.get("aria-label") == box.get("aria-label"), path
                assert (caption or table.get("aria-label")) not in ("", "Table", None), path
    names = [
        one.get("aria-label")
        for one in pages(site_files(plan_of(tmp_path / "b"), DAY))["plan.html"].iter(f"{XHTML}table")
    ]
    assert len(set(names)) == len(names)


def test_a_long_title_is_not_heard_again_as_the_name_of_the_table_below_it(tmp_path: Path) -> None:
    long = "We werken samen " + "aan wat voor iedereen in de zone telt " * 6
    root = sound(tmp_path)
    goals = root / "plan" / "goals.yaml"
    goals.write_text(re.sub("title: .*", f"title: {long}", goals.read_text(encoding="utf-8")), encoding="utf-8")
    made = pages(site_files(load(WorkTree(root)).plan, DAY))
    assert words(main_of(made["plan.html"])).count(" ".join(long.split())) >= 1
    named = [one.get("aria-label", "") for page in made.values() for one in page.iter(f"{XHTML}table")]
    assert "Strategic goal 1" in named
    assert max(map(len, named)) <= 100


def test_nobody_is_invited_to_a_meeting_that_is_over(tmp_path: Path) -> None:
    plan = load(WorkTree(met(tmp_path))).plan
    before, after = (pages(site_files(plan, day)) for day in (date(2025, 6, 10), date(2025, 6, 11)))
    path = f"meetings/{THIRD}.html"
    assert "Invitation: Overleg zorg" in words(main_of(before[path]))
    assert "Put it in your calendar" in words(main_of(before[path]))
    said = words(main_of(after[path]))
    assert said.startswith("Agenda: Overleg zorg")
    assert "Invitation" not in said
    assert "your calendar" not in said
    assert "not published yet" in said


def test_a_signal_that_became_a_point_is_not_told_to_be_an_action(tmp_path: Path) -> None:
    text = "## 1. Toelichting\n\n- [ ] Borden wassen @kring\n\nSIGNAAL: Er is geen bord #mantelzorgers\n- actie op:2025-03-11 [[{to}]]\n"
    told = {
        f"{SECOND}/1": "became an action point: ",
        SECOND: "became an action, see Overleg zorg, 11 March 2025",
        "koffie": "became an action: 1.1.1 Koffie",
    }
    for number, (target, said) in enumerate(told.items()):
        plan = plan_of(
            tmp_path / str(number), m2025_03_11_overleg=noted("2025-03-11", REVIEW, text=text.format(to=target))
        )
        assert said in words(main_of(pages(site_files(plan, DAY))["signals.html"]))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("@kring @dienst-zorg @apothekers gaan samen", "Huisartsenkring, Dienst Zorg and Apothekers gaan samen"),
        ("@kring, @dienst-zorg gaan samen", "Huisartsenkring and Dienst Zorg gaan samen"),
        ("@kring, @dienst-zorg en @apothekers gaan", "Huisartsenkring, Dienst Zorg en Apothekers gaan"),
        ("@kring gaat mee", "Huisartsenkring gaat mee"),
        ("Samen met @kring @dienst-zorg", "Samen met Huisartsenkring, Dienst Zorg"),
        ("Voor #mantelzorgers #scholen is er soep", "Voor Mantelzorgers, Scholen is er soep"),
    ],
)
def test_names_in_a_sentence_are_joined_as_a_sentence_joins_them(typed: str, shown: str, tmp_path: Path) -> None:
    plan = plan_of(tmp_path, m2025_03_11_overleg=noted("2025-03-11", REVIEW, text=f"## 1. Toelichting\n\n{typed}\n"))
    assert shown in words(main_of(pages(site_files(plan, DAY))[f"meetings/{SECOND}.html"]))


def test_a_list_of_one_thing_has_a_label_for_one(tmp_path: Path) -> None:
    text = (
        "## 1. Nieuws\n\nSIGNAAL: Er is geen deur #mantelzorgers\n\nSIGNAAL: Er is geen bord #mantelzorgers #scholen\n"
    )
    plan = plan_of(tmp_path / "a", m2025_03_11_overleg=noted("2025-03-11", REVIEW, text=text))
    said = words(main_of(pages(site_files(plan, DAY))[f"meetings/{SECOND}.html"]))
    assert re.search(r"deur ¶ Target group: Mantelzorgers\b.*bord ¶ Target groups: Mantelzorgers, Scholen", said)
    for listed, label in (("scholen", "Target group"), ("scholen, mantelzorgers", "Target groups")):
        one = fiche("1.1.1", f"target_groups: [{listed}]", "themes: [bewegen]")
        root = write(tmp_path / label, plan=f"{PLAN}language: en\n", koffie=one)
        page = words(main_of(pages(site_files(load(WorkTree(root)).plan, DAY))["actions/koffie.html"]))
        assert re.search(rf"{label}(?!s)", page)
        assert ("Target groups" in page) == (label == "Target groups")
        assert "Themes" not in page


def test_of_a_plan_that_is_over_the_months_still_stand_alone(tmp_path: Path) -> None:
    steps = "steps: [{what: a, due: 2023-12-10}, {what: b, due: 2025-02-10}, {what: c, due: 2025-10-10}]"
    plan = loaded(tmp_path, plan=f"{PLAN}language: en\n", een=fiche("1.1.1", steps)).plan
    page = words(main_of(pages(site_files(plan, date(2026, 11, 26)))["dashboard.html"]))
    assert re.search(r"December 2023 – November 20240101 .*February 20250101 .*October 20250101", page)


def test_under_a_timeline_in_which_today_has_no_place_that_is_said(tmp_path: Path) -> None:
    plan = loaded(
        tmp_path, plan=f"{PLAN}language: en\n", een=fiche("1.1.1", "start: 2025-02-10", "due: eind 2025")
    ).plan

    def page(day: date) -> str:
        return words(main_of(pages(site_files(plan, day))["timeline.html"]))

    for day, name in ((date(2027, 1, 5), "5 January 2027"), (date(2023, 6, 1), "1 June 2023")):
        assert f"Today, {name}, lies outside this timeline." in page(day)
    for day in (date(2025, 1, 1), date(2025, 12, 31)):
        assert "outside" not in page(day)


def test_what_was_typed_as_a_last_day_gets_no_second_word_for_it(tmp_path: Path) -> None:
    plan = loaded(tmp_path, plan=f"{PLAN}language: en\n", een=fiche("1.1.1", "due: by 2025")).plan
    assert "by by 2025" not in words(main_of(pages(site_files(plan, DAY))["timeline.html"]))
    assert FIRST < SECOND < THIRD


def test_who_decided_is_not_named_twice_when_only_its_own_series_is_told_of_the_meeting() -> None:
    files = site_files(load(WorkTree(ROOT)).plan, DAY)
    page = words(main_of(pages(files)["acties/levensstijl-lager-secundair.html"]))
    assert "besluit B1, Bestuursorgaan van ELZ Dender, 30 augustus 2024" in page
    assert "Bestuursorgaan van ELZ Dender, besluit" not in page
    assert "Werkdag" not in page


def test_what_lies_after_the_day_of_the_site_is_to_come_on_every_page(tmp_path: Path) -> None:
    text = "## 1. Toelichting\n\n- [ ] GEHEIM punt @kring\n\nBESLUIT: GEHEIM besluit.\n\nSIGNAAL: GEHEIM signaal\n\nAFSPRAAK: GEHEIM\n"
    lines = ("start: 14u", "present: [kring]", "no_action_points: GEHEIM")
    for state in ("draft", "review", "approved"):
        plan = plan_of(
            tmp_path / state,
            m2025_03_11_overleg=noted("2025-03-11", REVIEW, NEXT),
            m2025_05_06_overleg=noted("2025-05-06", f"state: {state}", *lines, text=text),
            m2025_06_10_overleg=noted("2025-06-10", "state: planned"),
        )
        files = site_files(plan, DAY)
        home, listed = home_and_list(plan, DAY)
        for said in (home, listed):
            assert "WhenTuesday 6 May 2025, from 14:00" in said
        assert "Next meeting: Overleg zorg, Tuesday 6 May 2025, from 14:00" in home
        assert "6 May 2025, still to comeOverleg zorginvitation" in listed
        page = words(main_of(pages(files)["meetings/2025-05-06-overleg.html"]))
        assert page.startswith("Invitation: Overleg zorg Tuesday 6 May 2025, from 14:00")
        assert "Agenda Toelichting" in page
        assert b"GEHEIM" not in b"".join(files.values())
        assert "meetings/2025-05-06-overleg.ics" in files
        assert_all_links_lead_somewhere(files)
        # On the day itself what was noted is there, as far as it is to be read.
        later = b"".join(site_files(plan, date(2025, 5, 6)).values())
        assert (b"GEHEIM besluit" in later) is (state != "draft")


def test_a_file_that_goes_with_minutes_of_a_later_day_alone_is_not_on_the_site_yet(tmp_path: Path) -> None:
    made = {"toen.pdf": b"%PDF-1.4 toen", "straks.pdf": b"%PDF-1.4 straks"}
    root = meetings(
        sound(tmp_path),
        m2025_03_11_overleg=noted("2025-03-11", REVIEW, "attachments: [{file: toen.pdf, title: Toen}]"),
        m2025_05_06_overleg=noted("2025-05-06", REVIEW, "attachments: [{file: straks.pdf}, {file: toen.pdf}]"),
    )
    (root / "meetings" / "attachments").mkdir()
    for name, data in made.items():
        (root / "meetings" / "attachments" / name).write_bytes(data)
    plan = load(WorkTree(root)).plan
    paths = {name: f"attachments/{name}" for name in made}
    beside = Attachments(
        {name: Attached(path, 9) for name, path in paths.items()},
        {paths[name]: data for name, data in made.items()},
        (),
    )
    assert (
        set(up_to(DAY, beside, plan).files)
        == {paths["toen.pdf"]}
        == {one.path for one in up_to(DAY, beside, plan).attached.values()}
    )
    assert up_to(date(2025, 5, 6), beside, plan) == beside


def test_what_became_of_older_minutes_after_the_day_of_the_site_is_not_told_yet(tmp_path: Path) -> None:
    text = (
        "## 1. Toelichting\n\n- [x] Borden wassen @kring op:2025-05-06\n- [ ] Vloer dweilen @kring tegen:2025-04-10\n"
        "  - stand op:2025-03-20: ERAAN begonnen\n  - stand op:2025-05-06: GEHEIM gedaan\n\n"
        "SIGNAAL: Er is geen bord #mantelzorgers\n- besproken op:2025-05-06: GEHEIM besproken\n"
    )
    approval = ("state: approved", "approved: {in: 2025-05-06-overleg, on: 2025-05-06}")
    one = noted("2025-03-11", *approval, text=text)
    plan = plan_of(tmp_path, m2025_03_11_overleg=one, m2025_05_06_overleg=noted("2025-05-06", REVIEW))
    files = site_files(plan, DAY)
    data = b"".join(files.values())
    assert b"GEHEIM" not in data
    assert b"ERAAN" in data
    assert b"not approved yet" in files["meetings/2025-03-11-overleg.html"]
    told = json.loads(files["data/plan.json"])
    (meeting,) = (one for one in told["meetings"] if one["id"] == "2025-03-11-overleg")
    assert (meeting["state"], meeting.get("approved")) == ("review", None)
    assert "2025-05-06" not in json.dumps(meeting)
    later = b"".join(site_files(plan, date(2025, 5, 6)).values())
    assert later.count(b"GEHEIM gedaan") >= 1
    assert later.count(b"GEHEIM besproken") >= 1


CLOSED = f"{SERIES}bestuur:\n  name: Bestuur\n  access: closed\n  location: GEHEIM\n"


def closed_and_open(root: Path, *closed: str, first: str = "2025-05-20") -> Plan:
    """A plan with a meeting of its open series on a *first* day, and *closed* ones on other days."""
    found = {
        f"m{day.replace('-', '_')}_bestuur": minutes(
            day, "state: planned", "start: 9u", series="bestuur", title="GEHEIM titel", text="## 1. GEHEIM\n"
        )
        for day in closed
    }
    own = {f"m{first.replace('-', '_')}_overleg": noted(first, "state: planned")} if first else {}
    return load(WorkTree(meetings(sound(root), CLOSED, **found, **own))).plan


def test_where_a_closed_meeting_comes_first_the_next_one_is_called_the_next_open_one(tmp_path: Path) -> None:
    plan = closed_and_open(tmp_path / "a", "2025-05-13", "2025-06-03")
    home, listed = home_and_list(plan, DAY)
    assert "Next open meeting: Overleg zorg, Tuesday 20 May 2025" in home
    assert "Next open meeting" in listed.partition("Overleg zorg")[0]
    assert "13 May 2025, still to comeBestuur" in listed
    assert not [one for one in ("GEHEIM", "9:00") if one in home + listed]
    # After that day, and where it comes later, there is no need for that word.
    for one, day in ((plan, date(2025, 5, 14)), (closed_and_open(tmp_path / "b", "2025-05-27"), DAY)):
        home, listed = home_and_list(one, day)
        assert "Next meeting: Overleg zorg" in home
        assert "open meeting" not in home + listed
    home, listed = home_and_list(closed_and_open(tmp_path / "c", "2025-05-27", first=""), date(2025, 5, 20))
    assert "No open meeting has been called." in listed
    assert not [one for one in ("No meeting,", "No meeting has", "Next meeting") if one in home + listed]


def test_a_list_of_meetings_says_in_words_which_are_to_come(tmp_path: Path) -> None:
    plan = closed_and_open(tmp_path, "2025-05-13", "2025-05-14", "2025-06-03")
    listed = home_and_list(plan, date(2025, 5, 14))[1]
    assert "14 May 2025, today" in listed
    assert "3 June 2025, still to come" in listed
    assert "20 May 2025, still to come" in listed
    assert not re.search("13 May 2025, (today|still)", listed)
    assert "still to come" not in home_and_list(plan, date(2025, 7, 1))[1]
