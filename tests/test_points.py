"""Action points: how each stands on a day, that none ever disappears, and how ``elzctl status`` lists them."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_meetings import minutes, plan_with, write_meetings
from small_plans import GOALS, PLAN, ROOT, fiche, in_a_window, plain, write

from elzctl.cli.main import main
from elzctl.dates import VagueDate
from elzctl.fiche import Ref
from elzctl.followup.points import (
    PointRow,
    PointStanding,
    PointState,
    WantedPoints,
    counts,
    follow_up,
    groups,
    is_treated,
    lacks_contribution,
    points,
)
from elzctl.load import load
from elzctl.meeting import Item, Meeting, Minutes, Point, Turn
from elzctl.model import Plan, Settings
from elzctl.source import Span
from elzctl.terms import MeetingState, Turning
from elzctl.tree import WorkTree
from elzctl.value import replace
from elzctl.views.points import followed_up, grouped, under_goal

DAY = date(2025, 10, 1)


def rows(root: Path, *lines: str, today: date = DAY) -> tuple[PointRow, ...]:
    """The points of one meeting of 13 May 2025."""
    return points(plan_with(root, {"2025-05-13-overleg": minutes("2025-05-13", text="\n".join(lines))}), today)


# How a point stands


@pytest.mark.parametrize(
    ("lines", "state", "standing"),
    [
        (("- [ ] Doen @aa tegen:2025-10-01",), PointState.OPEN, PointStanding.DUE_SOON),
        (("- [ ] Doen @aa tegen:2025-09-30",), PointState.OPEN, PointStanding.LATE),
        (('- [ ] Doen @aa tegen:"eind 2025"',), PointState.OPEN, PointStanding.ON_TRACK),
        (("- [ ] Doen @aa",), PointState.OPEN, PointStanding.NO_DATE),
        (("- [x] Doen @aa tegen:2025-09-01",), PointState.DONE, PointStanding.CLOSED),
        (("- [x] Doen @aa op:2025-10-01",), PointState.DONE, PointStanding.CLOSED),
        (("- [x] Doen @aa op:2025-10-02",), PointState.OPEN, PointStanding.NO_DATE),
        (("- [ ] Doen", "  - vervallen op:2025-09-01: niet meer nodig"), PointState.DROPPED, PointStanding.CLOSED),
        (("- [ ] Doen", "  - vervallen op:2025-10-02: niet meer nodig"), PointState.OPEN, PointStanding.NO_DATE),
        (
            ("- [ ] Doen tegen:2025-06-01", "  - verschoven op:2025-06-10 tegen:2025-12-11: geen tijd"),
            PointState.MOVED,
            PointStanding.ON_TRACK,
        ),
        (
            ("- [ ] Doen tegen:2025-06-01", "  - verschoven op:2025-10-09 tegen:2025-12-11: geen tijd"),
            PointState.OPEN,
            PointStanding.LATE,
        ),
        (
            ("- [x] Doen op:2025-09-01", "  - verschoven op:2025-06-10 tegen:2025-12-11: geen tijd"),
            PointState.DONE,
            PointStanding.CLOSED,
        ),
    ],
)
def test_a_point_stands_as_its_box_and_the_lines_under_it_say(
    tmp_path: Path, lines: tuple[str, ...], state: PointState, standing: PointStanding
) -> None:
    (row,) = rows(tmp_path, *lines)
    assert (row.state, row.standing) == (state, standing)


def test_the_deadline_is_that_of_the_last_move_up_to_the_day(tmp_path: Path) -> None:
    lines = (
        "- [ ] Doen @aa tegen:2025-06-01",
        "  - verschoven op:2025-06-10 tegen:2025-09-01: geen tijd",
        "  - verschoven op:2025-10-09 tegen:2025-12-11: nog altijd niet",
    )
    for today, due in ((date(2025, 6, 9), "2025-06-01"), (date(2025, 6, 10), "2025-09-01"), (DAY, "2025-09-01")):
        (row,) = rows(tmp_path, *lines, today=today)
        assert row.due is not None
        assert row.due.text == due
    (row,) = rows(tmp_path, *lines, today=date(2025, 12, 1))
    assert row.due is not None
    assert (row.due.text, row.age) == ("2025-12-11", 202)


def test_a_point_exists_from_the_day_of_its_meeting(tmp_path: Path) -> None:
    assert rows(tmp_path, "- [ ] Doen @aa", today=date(2025, 5, 12)) == ()
    assert len(rows(tmp_path, "- [ ] Doen @aa", today=date(2025, 5, 13))) == 1


def test_a_group_that_nobody_contributes_to_is_told_and_a_zone_speaks_for_itself(tmp_path: Path) -> None:
    lines = (
        "- [ ] Een @besturen",
        "- [ ] Twee @besturen",
        "  - bijdrage @aa: bezorgt de lijst",
        "- [ ] Drie @elz-polder",
        "- [ ] Vier @dienst",
        "- [ ] Vijf",
        "- [x] Zes @besturen op:2025-06-01",
    )
    plan = plan_with(tmp_path, {"2025-05-13-overleg": minutes("2025-05-13", text="\n".join(lines))})
    found = points(plan, DAY)
    assert groups(plan) == {"besturen", "partners"}
    assert [row.point.text for row in found if lacks_contribution(row, groups(plan))] == ["Een"]
    made = counts(found, plan)
    assert (made.written, made.without_owner, made.without_contribution) == (6, 1, 1)


# A point never disappears: over random series of meetings, as of any day

DAYS = st.dates(date(2025, 1, 1), date(2025, 12, 31))


def vague(day: date) -> VagueDate:
    return VagueDate(day.isoformat(), day, day)


TURNS = st.builds(
    lambda kind, on, due: Turn(kind, on and vague(on), due and vague(due), "", Span("")),
    st.sampled_from(Turning),
    st.none() | DAYS,
    st.none() | DAYS,
)
POINTS = st.builds(
    lambda ticked, done, due, owners, turns: Point(
        id="",
        text="Doen",
        owners=tuple(Ref(name, Span("")) for name in owners),
        due=due and vague(due),
        ticked=ticked,
        done=done and vague(done),
        turns=tuple(turns),
    ),
    st.booleans(),
    st.none() | DAYS,
    st.none() | DAYS,
    st.lists(st.sampled_from(["aa", "besturen"]), max_size=2, unique=True),
    st.lists(TURNS, max_size=3),
)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A plan with up to eight meetings of two series, each with up to four points."""
    meetings = []
    for number, (day, found) in enumerate(draw(st.lists(st.tuples(DAYS, st.lists(POINTS, max_size=4)), max_size=8))):
        name = f"{day}-overleg-{number}"
        series = Ref(draw(st.sampled_from(["overleg", "stuurgroep"])), Span(""))
        state = draw(st.sampled_from(MeetingState))
        noted = tuple(replace(point, id=f"{name}/{place}") for place, point in enumerate(found, 1))
        items = (Item(1, "Punten", noted, Span("")),)
        meetings.append(Meeting(name, "", "Overleg", series, vague(day), state=state, minutes=Minutes(items)))
    return Plan(Settings(), meetings=tuple(sorted(meetings, key=lambda one: (one.day, one.id))))


@given(plans(), DAYS)
def test_a_point_never_disappears(plan: Plan, today: date) -> None:
    found = points(plan, today)
    made = counts(found, plan)
    written = [point for meeting in plan.meetings if meeting.day <= today for point in meeting.points]
    assert [row.point for row in found] == written
    assert made.written == len(written) == sum(made.states.values()) == sum(made.standing.values())
    assert made.to_do == made.written - made.standing[PointStanding.CLOSED]
    assert made.to_do == len(points(plan, today, WantedPoints()))
    assert sorted(row.point.id for group in grouped(found) for row in group.rows) == sorted(one.id for one in written)
    assert all(row.state is group.state or group.state is None for group in grouped(found) for row in group.rows)


@given(plans(), DAYS)
def test_what_is_late_stays_late_until_it_is_closed_or_moved(plan: Plan, today: date) -> None:
    later = {row.point.id: row for row in points(plan, today + timedelta(1))}
    for row in points(plan, today):
        after = later[row.point.id]
        if row.standing is PointStanding.LATE and after.due == row.due:
            assert after.standing in (PointStanding.LATE, PointStanding.CLOSED)
        if row.state is PointState.DONE:
            assert after.state is PointState.DONE
        if not row.is_open:
            assert not after.is_open


@given(plans())
def test_the_follow_up_of_a_meeting_holds_every_point_that_was_still_open(plan: Plan) -> None:
    for meeting in plan.meetings:
        found = {row.point.id: row for row in follow_up(plan, meeting)}
        assert all(row.meeting.series == meeting.series and row.meeting.day <= meeting.day for row in found.values())
        for row in points(plan, meeting.day):
            earlier = (row.meeting.day, row.meeting.id) < (meeting.day, meeting.id)
            same = row.meeting.series == meeting.series and row.meeting.state is not MeetingState.CANCELLED
            if row.is_open and earlier and same:
                assert found[row.point.id] == row
        assert followed_up(plan, meeting, meeting.day) == follow_up(plan, meeting)
        assert all(is_treated(plan, meeting, row) for row in found.values() if not row.is_open)


@given(plans(), DAYS)
def test_lateness_depends_on_the_files_and_the_day_alone(plan: Plan, today: date) -> None:
    assert points(plan, today) == points(plan, today)
    for row in points(plan, today):
        late = row.is_open and row.due is not None and row.due.last < today
        assert (row.standing is PointStanding.LATE) == late


# The list

MEETINGS = {
    "2025-05-13-overleg": minutes(
        "2025-05-13",
        text="""\
- [ ] Affiches voor #scholen met @aa verspreiden @aa @besturen tegen:2025-06-15 [[koffie]]
- [x] Lijst opmaken @dienst op:2025-05-20
- [ ] Vorming zoeken @partners @dienst tegen:2025-05-20 [[samen-bewegen]]
  - bijdrage @dienst: kent een lesgever
  - verschoven op:2025-06-02 tegen:"eind 2025": geen lesgever
::: intern
- [ ] Contract opzeggen tegen:2025-05-31
:::
""",
    ),
    "2025-06-03-stuurgroep": minutes(
        "2025-06-03",
        series="stuurgroep",
        title="Stuurgroep",
        text="- [ ] Folder nakijken @aa\n- [ ] Zaal\n  - vervallen op:2025-06-10: te duur\n",
    ),
    "2025-10-09-overleg": minutes("2025-10-09", text="- [ ] Later @aa\n"),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_meetings(tmp_path, MEETINGS)
    (tmp_path / "plan/actions/koffie.md").write_text(fiche("1.1.1", "lead: [aa]", "due: mei 2025"), "utf-8")
    return tmp_path


def run(root: Path, *arguments: str, today: str = "2025-06-15") -> int:
    return main(["-C", str(root), "--lang", "en", "status", "--today", today, *arguments])


def test_in_a_pipe_every_point_is_one_line_the_late_ones_first(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "--points") == 0
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        "2025-05-13-overleg/4     late      2025-05-31  33  no owner               -      -                    Contract opzeggen (internal)",
        "2025-05-13-overleg/1     due soon  2025-06-15  33  Aa, Lokale besturen    1.1.1  no contribution yet  Affiches voor Scholen met Aa verspreiden",
        "2025-05-13-overleg/3     on track  eind 2025   33  Partners, Dienst Zorg  1.2    put off              Vorming zoeken",
        "2025-06-03-stuurgroep/1  no date   -           12  Aa                     -      -                    Folder nakijken",
        "",
        "6 action points = 3 open + 1 put off + 1 done + 1 dropped: 1 late, 1 due soon, 1 on track, 1 no date; 1 without an owner; 1 without a contribution",
    ]
    assert err == ""


def test_closed_points_come_last_the_latest_first(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "--points", "--closed") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in lines[4:6]] == [
        ["2025-05-13-overleg/2", "done"],
        ["2025-06-03-stuurgroep/2", "dropped"],
    ]
    assert "2025-05-20" in lines[4]
    assert lines[-1].startswith("6 action points = 3 open + 1 put off + 1 done + 1 dropped")


def test_one_line_below_the_actions_says_how_the_points_stand(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-2] == "1 action = 1 live + 0 not live: 1 late"
    assert lines[-1] == (
        "Action points: 4 to do · 1 late · 1 due soon · 1 on track · 1 no date · 1 without an owner"
        " · 1 without a contribution; elzctl status --points"
    )
    assert run(root, "--goal", "1") == 0
    assert "Action points" not in capsys.readouterr().out


def test_a_plan_without_meetings_says_nothing_of_points(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, koffie=fiche("1.1.1"))
    assert run(tmp_path) == 0
    assert "oint" not in capsys.readouterr().out
    assert run(tmp_path, "--points") == 0
    assert capsys.readouterr().out.startswith("No action points were noted yet")


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (("--lead", "aa"), ["1", "1"]),
        (("--lead", "dienst"), ["3"]),
        (("--lead", "besturen"), ["1"]),
        (("--series", "stuurgroep"), ["1"]),
        (("--series", "stuurgroep", "--closed"), ["1", "2"]),
        (("--goal", "1.1"), ["1"]),
        (("--goal", "1"), ["1", "3"]),
        (("--goal", "samen-bewegen"), ["3"]),
        (("--goal", "2"), []),
        (("--late",), ["4"]),
        (("--due-before", "juni 2025"), ["4"]),
        (("--due-before", "2025-06-16"), ["4", "1"]),
    ],
)
def test_a_filter_keeps_what_it_says(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], found: list[str]
) -> None:
    assert run(root, "--points", *arguments) == 0
    shown = capsys.readouterr().out
    assert [line.split()[0].rpartition("/")[2] for line in shown.splitlines() if line.startswith("20")] == found
    assert found or shown == "None of the 6 action points is like that.\n"


def test_mine_shows_actions_and_points_of_an_actor_and_of_its_groups(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(root, "--mine", "aa") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("1.1.1  late")
    assert [line.split()[0] for line in lines if line.startswith("20")] == [
        "2025-05-13-overleg/1",
        "2025-06-03-stuurgroep/1",
    ]
    assert lines[-1].startswith("2 action points = 2 open")
    assert run(root, "--mine", "bee") == 0
    out = capsys.readouterr().out
    assert out.startswith("None of the 1 actions is like that.\n\n2025-05-13-overleg/1 ")
    assert run(root, "--mine", "dienst", "--points") == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()[:1]] == ["2025-05-13-overleg/3"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        *(
            (("--points", option, value), f"{option} says nothing about action points")
            for option, value in (
                ("--partner", "aa"),
                ("--status", "running"),
                ("--target-group", "scholen"),
                ("--theme", "bewegen"),
                ("--by", "lead"),
            )
        ),
        (("--points", "--no-lead"), "--no-lead says nothing about action points"),
        (("--mine", "aa", "--partner", "aa"), "leave out --mine"),
        (("--mine", "aa", "--lead", "aa"), "--mine covers what --lead shows"),
        (("--mine", "aaa"), "Did you mean “aa”?"),
        (("--points", "--lead", "besturn"), "Did you mean “besturen”?"),
        (("--series", "overleg"), "Add --points, or --mine ACTOR."),
        (("--closed",), "Add --points, or --mine ACTOR."),
        (("--points", "--series", "overlg"), "Did you mean “overleg”?"),
        (("--points", "--series", "zzz"), "meetings/series.yaml"),
    ],
)
def test_options_that_do_not_go_together_are_refused(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    assert run(root, *arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--points", "--fail-on", "late"), 1),
        (("--points", "--fail-on", "no-lead"), 1),
        (("--points", "--fail-on", "late", "--series", "stuurgroep"), 0),
        (("--points", "--fail-on", "no-date", "--series", "stuurgroep"), 1),
        (("--points", "--fail-on", "late", "--lead", "bee", "--json"), 0),
        (("--mine", "dienst", "--fail-on", "late"), 0),
        (("--mine", "aa", "--fail-on", "late"), 1),
        (("--mine", "aa", "--fail-on", "due-soon"), 1),
        (("--fail-on", "due-soon"), 0),
        (("--fail-on", "due-soon", "--json"), 0),
    ],
)
def test_fail_on_looks_at_what_is_listed(root: Path, arguments: tuple[str, ...], code: int) -> None:
    assert run(root, *arguments) == code


POINT: dict[str, Any] = {
    "id": "2025-05-13-overleg/3",
    "text": "Vorming zoeken",
    "meeting": "2025-05-13-overleg",
    "series": "overleg",
    "day": "2025-05-13",
    "path": "meetings/2025-05-13-overleg.md",
    "line": 10,
    "age_days": 33,
    "owners": ["partners", "dienst"],
    "target_groups": [],
    "themes": [],
    "references": ["samen-bewegen"],
    "internal": False,
    "state": "moved",
    "standing": "on-track",
    "due": {"text": "eind 2025", "first": "2025-10-01", "last": "2025-12-31"},
    "first_due": {"text": "2025-05-20", "first": "2025-05-20", "last": "2025-05-20"},
    "closed": None,
    "lacks_owner": False,
    "lacks_contribution": False,
    "contributions": [{"who": ["dienst"], "text": "kent een lesgever"}],
    "turns": [
        {
            "kind": "moved",
            "on": {"text": "2025-06-02", "first": "2025-06-02", "last": "2025-06-02"},
            "due": {"text": "eind 2025", "first": "2025-10-01", "last": "2025-12-31"},
            "text": "geen lesgever",
        }
    ],
    "notes": [],
}
COUNTS = {
    "written": 6,
    "open": 3,
    "moved": 1,
    "done": 1,
    "dropped": 1,
    "standing": {"late": 1, "due-soon": 1, "on-track": 1, "no-date": 1},
    "no_owner": 1,
    "no_contribution": 1,
}


def data(root: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    run(root, "--json", *arguments)
    out = capsys.readouterr().out
    assert out.isascii()
    return json.loads(out)


def test_the_data_has_a_fixed_shape(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = data(root, capsys)
    assert [one["id"].rpartition("-")[2] for one in found["points"]] == [
        "overleg/1",
        "overleg/3",
        "overleg/4",
        "stuurgroep/1",
    ]
    assert found["points"][1] == POINT
    assert found["point_counts"] == COUNTS
    assert list(found["point_counts"]) == list(COUNTS)
    assert [one["id"] for one in found["actions"]] == ["koffie"]


def test_the_data_follows_the_options_and_holds_no_points_where_these_say_nothing(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    closed = data(root, capsys, "--points", "--closed")
    assert (len(closed["points"]), closed["point_counts"]) == (6, COUNTS)
    mine = data(root, capsys, "--mine", "bee")
    assert ([one["id"] for one in mine["points"]], mine["actions"]) == (["2025-05-13-overleg/1"], [])
    assert mine["point_counts"]["written"] == 1
    partner = data(root, capsys, "--partner", "aa")
    assert (partner["points"], partner["point_counts"]) == ([], None)


# In a window


@pytest.mark.parametrize("columns", [40, 80, 100, 120])
@pytest.mark.parametrize("more", [(), ("--closed",), ("--mine", "elz-dender")])
def test_the_real_points_fit_every_window(columns: int, more: tuple[str, ...]) -> None:
    points = () if "--mine" in more else ("--points",)
    text = in_a_window(columns, "-C", str(ROOT), "status", "--today", "2025-11-20", *points, *more)
    assert max(map(len, text.splitlines())) <= columns
    assert text.count("/1\n") + text.count("/1 ") > 0


def test_a_window_shows_the_points_under_the_word_for_how_they_stand(root: Path) -> None:
    call = ("-C", str(root), "--lang", "en", "status", "--points", "--today", "2025-06-15")
    assert in_a_window(80, *call).splitlines()[:7] == [
        "Late (1)",
        "2025-05-31  Contract opzeggen (internal)",
        "  no owner · 2025-05-13-overleg/4 · 33 days old",
        "",
        "Due soon (1)",
        "2025-06-15  Affiches voor Scholen met Aa verspreiden",
        "  Aa, Lokale besturen · no contribution yet · 1.1.1 · 2025-05-13-overleg/1",
    ]
    assert in_a_window(40, *call).splitlines()[5:10] == [
        "Due soon (1)",
        "2025-06-15  Affiches voor Scholen met…",
        "  Aa, Lokale besturen",
        "  no contribution yet · 1.1.1",
        "  2025-05-13-overleg/1 · 33 days old",
    ]


def test_colours_say_nothing_that_the_words_do_not(root: Path) -> None:
    call = ("-C", str(root), "status", "--points", "--closed", "--today", "2025-06-15")
    painted, bare = in_a_window(80, *call, colours=True), in_a_window(80, *call)
    assert "\x1b[1;31m" in painted
    assert plain(painted) == bare


def test_a_point_cannot_obey_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "- [ ] [red]rood[/red] [/x] \u202e @aa @\u202e tegen:2025-06-15\n"
    root = write_meetings(tmp_path, {"2025-05-13-overleg": minutes("2025-05-13", text=text)})
    for columns in (40, 80, 120):
        shown = in_a_window(columns, "-C", str(root), "status", "--points", "--today", "2025-06-15")
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert shown.count("2025-05-13-overleg/1") == 1
    assert run(root, "--points") == 0
    (line,) = (one for one in capsys.readouterr().out.splitlines() if one.startswith("20"))
    assert "[red]rood[/red] [/x] \\u202e" in line


def test_a_point_of_two_thousand_characters_stays_on_its_line_and_nothing_of_it_is_lost_in_a_pipe(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f"- [ ] {'woord ' * 400}@aa tegen:2025-06-15\n- [ ]  @aa\n"
    root = write_meetings(tmp_path, {"2025-05-13-overleg": minutes("2025-05-13", text=text)})
    assert run(root, "--points") == 0
    assert capsys.readouterr().out.splitlines()[0].count("woord") == 400
    lines = in_a_window(80, "-C", str(root), "status", "--points", "--today", "2025-06-15").splitlines()
    assert max(map(len, lines)) <= 80
    assert sum("…" in line for line in lines) == 1


def test_what_belongs_to_a_goal_is_the_goal_what_is_below_it_and_their_actions(tmp_path: Path) -> None:
    write(tmp_path, plan=PLAN, goals=GOALS, koffie=fiche("1.1.1"), bestuur=fiche("2.1.1"))
    plan = load(WorkTree(tmp_path)).plan
    assert under_goal(plan, "1", DAY) == {"1", "zorg-dichtbij", "mantelzorg-zien", "samen-bewegen", "koffie"}
    assert under_goal(plan, "samen-bewegen", DAY) == {"samen-bewegen"}


@settings(deadline=None, max_examples=20)
@given(st.dates(date(2025, 1, 1), date(2026, 6, 30)))
def test_the_real_points_add_up_on_any_day(today: date) -> None:
    made = counts(points(REAL, today), REAL)
    assert made.written == sum(made.states.values()) == sum(made.standing.values())


REAL = load(WorkTree(ROOT)).plan
