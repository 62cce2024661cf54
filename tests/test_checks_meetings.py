"""The checks of meetings: names, days, agendas, points and their lives, closing rules, approval, promises, privacy."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_plans import ACTORS, PLAN, fiche, write

from elzctl.checks.closing import untreated_point
from elzctl.checks.every import CHECKS as EVERY
from elzctl.checks.every import check
from elzctl.covered import fingerprint
from elzctl.edit import patched
from elzctl.finding import Finding, Severity, by_place
from elzctl.followup.closing import untreated_points
from elzctl.load import Loaded, load
from elzctl.model import Plan
from elzctl.terms import MeetingState
from elzctl.tree import WorkTree
from elzctl.wording import Language

ROOT = Path(__file__).parent.parent
ENGLISH, DUTCH = Language("en"), Language("nl")
MODULES = frozenset(
    """agendas approval attachments closing decisions lives loose_promises meetings named points private registers
    weekdays""".split()
)
# What is only wrong on a day is tried in test_checks_days.py.
ON_A_DAY = ("notes_while_planned", "minutes_before_meeting")
CHECKS = tuple(one for one in EVERY if one.__module__.rpartition(".")[2] in MODULES and one.__name__ not in ON_A_DAY)
CODES = tuple(one.__name__.replace("_", "-") for one in CHECKS)
SERIES = """\
overleg:
  name: Overleg
  body: kring
stuurgroep:
  name: Stuurgroep
"""
MAY, OCTOBER = "2025-05-13-overleg", "2025-10-09-overleg"


def minutes(text: str = "", *lines: str, day: str = "2025-05-13", series: str = "overleg", state: str = "draft") -> str:
    """A meeting with these lines of data and that text."""
    data = ("title: Overleg", f"series: {series}", f"date: {day}", f"state: {state}", *lines)
    return "\n".join(("---", *data, "---", "", text, ""))


class Folder:
    """A plan with meetings as files."""

    def __init__(self, root: Path) -> None:
        self.root = root
        write(root)
        (root / "meetings").mkdir()
        self.series(SERIES)

    def series(self, text: str) -> Folder:
        (self.root / "meetings/series.yaml").write_text(text, "utf-8")
        return self

    def meeting(self, text: str, name: str = MAY) -> Folder:
        (self.root / f"meetings/{name}.md").write_text(text, "utf-8")
        return self

    def note(self, text: str) -> Folder:
        """One meeting with that text."""
        return self.meeting(minutes(text))

    def load(self) -> Loaded:
        return load(WorkTree(self.root))

    def find(self, *codes: str) -> list[Finding]:
        """Everything about meetings that the checks find, or what has one of these codes."""
        found = check(self.load().plan)
        wanted = [one for one in found if (one.code in codes if codes else "meetings/" in one.span.path)]
        return sorted(wanted, key=by_place)

    def codes(self) -> list[str]:
        return [finding.code for finding in self.find()]

    def words(self, *codes: str) -> list[str]:
        """The words under the marks."""
        sources = self.load().sources
        return [sources[one.span.path].text[one.span.start : one.span.end] for one in self.find(*codes)]

    def fixed(self, *codes: str) -> Folder:
        sources = self.load().sources
        patches = [patch for finding in self.find(*codes) for patch in finding.fix]
        for path in {patch.path for patch in patches}:
            (self.root / path).write_text(patched(sources[path], patches), "utf-8")
        return self


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def line(finding: Finding) -> str:
    return f"{finding.span.path}:{finding.span.line}:{finding.span.column} {finding.severity.value} {finding.code}"


def hint(finding: Finding) -> str:
    return ENGLISH(finding.hint) if finding.hint is not None else ""


@pytest.mark.parametrize("one", CHECKS, ids=CODES)
def test_every_check_has_a_page_with_a_wrong_and_a_right_example(one: Callable[[Plan], object]) -> None:
    page = inspect.getdoc(one) or ""
    assert page.partition("\n")[0].endswith(".")
    assert "\n\nWrong::\n\n    " in page
    assert "\n\nRight::\n\n    " in page


def test_the_meetings_of_this_repository_have_no_error() -> None:
    loaded = load(WorkTree(ROOT))
    found = [one for one in (*loaded.findings, *check(loaded.plan)) if one.severity is Severity.ERROR]
    assert [line(one) for one in found if one.span.path.startswith("meetings/")] == []


# Names.


@pytest.mark.parametrize(
    "lines",
    [
        ("speaker: nergens",),
        ("present: [kring, nergens]",),
        ("excused: [nergens]",),
        ("next: {date: 2025-10-09, speaker: nergens}",),
        ("was: [{date: 2025-05-06, speaker: nergens}]",),
    ],
)
def test_an_unknown_actor_in_the_data_of_a_meeting_is_found(lines: Sequence[str], folder: Folder) -> None:
    folder.meeting(minutes("", *lines))
    assert folder.words("unknown-actor") == ["nergens"]


@pytest.mark.parametrize(
    "text",
    [
        "- [ ] Bellen @nergens tegen:2025-10-09",
        "- [ ] Bellen @kring tegen:2025-10-09\n  - bijdrage @nergens: belt mee",
        "- [ ] Phone @kring due:2025-10-09\n  - contribution @nergens: phones too",
        "SIGNAAL: Iets #scholen @nergens",
        "SIGNAL: Something #scholen\n- referred on:2025-10-09 @nergens: for them",
        "AFSPRAAK: @kring en @nergens doen mee",
        "EVENT: 2025-10-11 Fair @nergens",
    ],
)
def test_an_unknown_actor_in_what_is_noted_is_found_without_its_mark(text: str, folder: Folder) -> None:
    assert folder.note(text).words("unknown-actor") == ["nergens"]


def test_another_spelling_of_an_actor_is_put_right_and_keeps_its_mark(folder: Folder) -> None:
    folder.note("- [ ] Bellen @Dienst-Zorg tegen:2025-10-09").fixed("unknown-actor")
    assert [ref.id for _, point in folder.load().plan.points for ref in point.owners] == ["dienst-zorg"]


def test_the_body_of_a_series_is_an_actor(folder: Folder) -> None:
    folder.series(SERIES.replace("body: kring", "body: nergens"))
    assert folder.note("").words("unknown-actor") == ["nergens"]


def test_a_name_stands_once_among_those_who_were_there(folder: Folder) -> None:
    folder.meeting(minutes("", "present: [kring, kring]"))
    assert folder.codes() == ["named-twice"]


@pytest.mark.parametrize(
    ("reference", "known"),
    [
        (f"{MAY}", True),
        (f"{MAY}/B1", True),
        (f"{MAY}/1", True),
        ("koffie", True),
        (f"{MAY}/B2", False),
        ("2025-05-14-overleg", False),
        ("thee", False),
    ],
)
def test_a_reference_names_a_meeting_or_what_was_noted_in_one(reference: str, known: bool, folder: Folder) -> None:
    write(folder.root, koffie=fiche("1.1.1"))
    folder.note(f"Zie [[{reference}]].\n\n- [x] Bellen @kring op:2025-06-01\n\nBESLUIT: Ja.")
    assert folder.codes() == ([] if known else ["unknown-reference"])


def test_nothing_in_minutes_that_cannot_be_read_is_called_unknown(folder: Folder) -> None:
    folder.meeting("---\ntitle: [\n---\n").meeting(
        minutes(f"Zie [[{MAY}]] en [[{MAY}/B1]].", day="2025-10-09"), OCTOBER
    )
    assert folder.codes() == []


def test_a_tag_is_a_target_group_or_a_theme(folder: Folder) -> None:
    folder.note("SIGNAAL: Iets #scholen #bewegen #Mantelzorg\n\nSIGNAL: Something #weather")
    assert folder.words("unknown-tag") == ["Mantelzorg", "weather"]
    assert folder.fixed("unknown-tag").words("unknown-tag") == ["weather"]


def test_a_meeting_and_an_indicator_name_a_series_that_is_known(folder: Folder) -> None:
    counted = fiche("1.1.1", "indicators: [{kind: process, what: Overleg, target: 4, count: stuurgroepje}]")
    write(folder.root, koffie=counted)
    folder.meeting(minutes(series="Overleg"))
    first, second = folder.find("unknown-series")
    assert (hint(first), hint(second)) == ("Write “overleg”.", "Did you mean “stuurgroep”?")
    assert folder.fixed("unknown-series").words("unknown-series") == ["stuurgroepje"]


def test_a_plan_whose_meetings_are_kept_elsewhere_may_cite_them(folder: Folder) -> None:
    cited = fiche(
        "1.1.1",
        "indicators: [{kind: process, what: Overleg, target: 4, count: overleg}]",
        f"decision: {MAY}/B1",
        status="stopped",
    )
    write(folder.root, koffie=cited)
    folder.note("")
    assert [one.code for one in folder.find("unknown-series", "unknown-decision")] == ["unknown-decision"]
    for path in (folder.root / "meetings").iterdir():
        path.unlink()
    assert folder.find("unknown-series", "unknown-decision") == []


def test_a_broken_list_of_series_makes_no_meeting_homeless(folder: Folder) -> None:
    assert folder.series("a: [\n").note("").codes() == []


# Days and hours.


@pytest.mark.parametrize(
    ("lines", "day", "codes"),
    [
        ((), "2025-05-13", []),
        (("was: [{date: 2025-05-13}]",), "2025-05-20", []),
        (("was: [{date: 2025-05-12}, {date: 2025-05-13, start: 13u30}]",), "2025-05-20", []),
        (("was: [{date: 2025-05-12}]",), "2025-05-20", ["meeting-date"]),
        ((), "mei 2025", ["meeting-date"]),
        ((), "dinsdag 13 mei 2025", []),
    ],
)
def test_a_file_keeps_the_day_for_which_the_meeting_was_first_planned(
    lines: Sequence[str], day: str, codes: list[str], folder: Folder
) -> None:
    assert folder.meeting(minutes("", *lines, day=day)).codes() == codes


def test_a_day_of_the_week_that_contradicts_its_date_is_no_date(folder: Folder) -> None:
    found = folder.meeting(minutes(day="dinsdag 14 mei 2025")).load().findings
    assert [(one.code, ENGLISH(one.message)) for one in found] == [("bad-date", "2025-05-14 is a Wednesday")]


def test_a_file_that_was_renamed_says_what_no_longer_agrees(folder: Folder) -> None:
    folder.meeting(minutes(), "2025-05-14-stuurgroep")
    assert [line(one) for one in folder.find()] == [
        "meetings/2025-05-14-stuurgroep.md:3:9 warning meeting-date",
        "meetings/2025-05-14-stuurgroep.md:4:7 error meeting-date",
    ]
    assert [hint(one) for one in folder.find()] == [
        "Name the file 2025-05-14-overleg.md, or correct the series.",
        "When it moved, add “was: [{date: 2025-05-14}]”; else correct the date or the name.",
    ]


def test_a_second_meeting_on_a_day_has_a_name_of_its_own_and_is_told(folder: Folder) -> None:
    folder.meeting(minutes()).meeting(minutes(), f"{MAY}-2")
    assert folder.codes() == ["meeting-twice"]
    folder.meeting(minutes("", "reason: Dubbel.", state="cancelled"), f"{MAY}-2")
    assert folder.codes() == []


@pytest.mark.parametrize(
    "lines",
    [
        ("start: 16u", "end: 13u30"),
        ("start: 16u", "end: 16:00"),
        ("next: {date: 2025-10-09, start: 16u, end: 13u30}",),
        ("was: [{date: 2025-05-06, start: 4 pm, end: 1:30 pm}]",),
    ],
)
def test_what_ends_before_it_begins_is_found(lines: Sequence[str], folder: Folder) -> None:
    assert folder.meeting(minutes("", *lines)).codes() == ["ends-before-start"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("EVENEMENT: 2025-10-11 17u-13u30 Beurs", ["ends-before-start"]),
        ("EVENEMENT: 2025-10-11 13u30-17u Beurs", []),
        ("EVENEMENT: 2025-10-11 20u-1u Quiz", []),
        ("EVENEMENT: Beurs op 11 oktober", ["event-without-date"]),
        ("EVENT: Fair on October 11", ["event-without-date"]),
        ("EVENEMENT: 2025-09 Beurs", []),
    ],
)
def test_an_event_has_a_date_and_ends_after_it_begins(text: str, codes: list[str], folder: Folder) -> None:
    assert folder.note(text).codes() == codes


@pytest.mark.parametrize(
    ("day", "codes"), [("2025-10-09", []), ("2025-05-13", ["next-before-meeting"]), ("mei 2025", [])]
)
def test_the_next_meeting_is_after_this_one(day: str, codes: list[str], folder: Folder) -> None:
    assert folder.meeting(minutes("", f"next: {{date: {day}}}")).codes() == codes


# Agendas.


@pytest.mark.parametrize(
    ("numbers", "codes"),
    [
        ("1 2 3", []),
        ("- - -", []),
        ("1 - 2", []),
        ("1 3 3", ["agenda-order", "agenda-number-twice"]),
        ("1 2 2", ["agenda-number-twice"]),
        ("1 3", ["agenda-order"]),
        ("2 1", ["agenda-order", "agenda-order"]),
        ("3 4", ["agenda-order"]),
    ],
)
def test_the_items_of_an_agenda_count_up(numbers: str, codes: list[str], folder: Folder) -> None:
    heads = ["## Item" if one == "-" else f"## {one}. Item" for one in numbers.split()]
    assert folder.note("\n\nTekst.\n\n".join(heads)).codes() == codes


# Points and their lives.


@pytest.mark.parametrize(
    ("dutch", "english", "codes"),
    [
        ("- [ ] Bellen @kring tegen:2025-10-09", "- [ ] Phone @kring due:2025-10-09", []),
        ("- [ ] Bellen tegen:2025-10-09", "- [ ] Phone due:2025-10-09", ["point-without-owner"]),
        ("- [ ] Bellen @kring", "- [ ] Phone @kring", ["point-without-date"]),
        ("- [x] Bellen", "- [x] Phone", ["ticked-without-date"]),
        ("- [x] Bellen op:2025-09-01", "- [X] Phone done:2025-09-01", []),
        (
            "- [ ] Bellen @kring tegen:2025-10-09 op:2025-09-01",
            "- [ ] Phone @kring due:2025-10-09 on:2025-09-01",
            ["done-not-ticked"],
        ),
        ("- [x] Bellen @kring op:2025-05-12", "- [x] Phone @kring on:2025-05-12", ["done-before-noted"]),
        ("- [ ] Bellen @kring tegen:2025-05-12", "- [ ] Phone @kring due:2025-05-12", ["due-before-meeting"]),
        ("- [x] Bellen @kring tegen:2025-05-12", "- [x] Phone @kring due:2025-05-12", ["ticked-without-date"]),
        (
            "- [x] Bellen @kring tegen:2025-05-12 op:2025-06-01",
            "- [x] Phone @kring due:2025-05-12 on:2025-06-01",
            ["due-before-meeting"],
        ),
        (
            "- [ ] Bellen @kring\n  - verschoven op:2025-10-09 tegen:2025-12-11: later",
            "- [ ] Phone @kring\n  - moved on:2025-10-09 due:2025-12-11: later",
            [],
        ),
        (
            "- [ ] Bellen @kring\n  - verschoven op:2025-10-09 tegen:2025-09-11: later",
            "- [ ] Phone @kring\n  - moved on:2025-10-09 due:2025-09-11: later",
            ["due-before-meeting"],
        ),
        (
            "- [ ] Bellen @kring tegen:2025-10-09\n  - verschoven op:2025-10-09: later",
            "- [ ] Phone @kring due:2025-10-09\n  - moved on:2025-10-09: later",
            ["moved-without-date"],
        ),
        (
            "- [ ] Bellen @kring\n  - verschoven op:2025-10-09 tegen:2025-12-11",
            "- [ ] Phone @kring\n  - moved on:2025-10-09 due:2025-12-11",
            ["turn-without-reason"],
        ),
        (
            "- [ ] Bellen\n  - vervallen op:2025-10-09",
            "- [ ] Phone\n  - dropped on:2025-10-09",
            ["turn-without-reason"],
        ),
        ("- [ ] Bellen\n  - vervallen: te duur", "- [ ] Phone\n  - dropped: too dear", ["turn-without-day"]),
        (
            "- [ ] Bellen @kring tegen:2025-12-11\n  - stand op:2025-10-09: half\n  - stand op:2025-09-09: een kwart",
            "- [ ] Phone @kring due:2025-12-11\n  - progress on:2025-10-09: half\n  - progress on:2025-09-09: a quarter",
            ["turn-out-of-order"],
        ),
        (
            "- [ ] Bellen @kring tegen:2025-12-11\n  - stand op:2025-05-09: half",
            "- [ ] Phone @kring due:2025-12-11\n  - progress on:2025-05-09: half",
            ["turn-out-of-order"],
        ),
        (
            "- [x] Bellen @kring op:2025-09-09\n  - vervallen op:2025-10-09: te duur",
            "- [x] Phone @kring on:2025-09-09\n  - dropped on:2025-10-09: too dear",
            ["turn-out-of-order"],
        ),
        (
            "- [x] Bellen @kring op:2025-09-09\n  - verschoven op:2025-10-09 tegen:2025-12-11: later",
            "- [x] Phone @kring on:2025-09-09\n  - moved on:2025-10-09 due:2025-12-11: later",
            ["turn-out-of-order"],
        ),
        (
            "- [x] Bellen @kring op:2025-09-09\n  - stand op:2025-10-09: goed ontvangen",
            "- [x] Phone @kring on:2025-09-09\n  - progress on:2025-10-09: well received",
            [],
        ),
        (
            "- [ ] Bellen\n  - vervallen op:2025-09-09: te duur\n  - verschoven op:2025-10-09 tegen:2025-12-11: toch",
            "- [ ] Phone\n  - dropped on:2025-09-09: too dear\n  - moved on:2025-10-09 due:2025-12-11: after all",
            ["turn-out-of-order"],
        ),
    ],
)
def test_the_life_of_a_point_is_checked_in_both_languages(
    dutch: str, english: str, codes: list[str], folder: Folder
) -> None:
    assert folder.note(dutch).codes() == codes
    assert folder.note(english).codes() == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("> - [ ] Bellen\n", []),
        ("```\n- [ ] Bellen\n```\n", []),
        ("<!-- - [ ] Bellen -->\n", []),
        ("- [ ] **Bellen** met [de lijst](https://voorbeeld.be/a_(b)) @kring tegen:2025-10-09\n", []),
        ("| Wie | Wat |\n| --- | --- |\n| @nergens | #nergens |\n", []),
    ],
)
def test_what_is_no_point_is_not_taken_for_one(text: str, codes: list[str], folder: Folder) -> None:
    assert folder.note(text).codes() == codes


def test_hints_are_written_with_the_words_of_the_language_of_the_plan(folder: Folder) -> None:
    folder.note("- [x] Bellen @kring")
    assert [hint(one) for one in folder.find()] == ["Add “op:…” with the day on which it was done."]
    write(folder.root, plan=f"{PLAN}language: en\n")
    assert [hint(one) for one in folder.find()] == ["Add “on:…” with the day on which it was done."]


@pytest.mark.parametrize(
    ("steps", "codes"),
    [
        ("- gegroepeerd op:2025-06-10: a\n- besproken op:2025-10-09\n- actie op:2025-10-09: [[koffie]]", []),
        ("- grouped on:2025-06-10: a\n- discussed on:2025-10-09\n- no mandate on:2025-10-09: b", []),
        ("- besproken op:2025-10-09\n- besproken op:2025-12-09", []),
        ("- besproken op:2025-10-09\n- gegroepeerd op:2025-10-09: a", ["step-out-of-order"]),
        ("- actie op:2025-06-09: [[koffie]]\n- besproken op:2025-10-09", ["step-out-of-order"]),
        ("- gegroepeerd op:2025-10-09: a\n- besproken op:2025-06-09", ["step-out-of-order"]),
        ("- gegroepeerd op:2025-04-09: a", ["step-out-of-order"]),
        ("- discussed", ["turn-without-day"]),
    ],
)
def test_the_steps_of_a_signal_follow_each_other(steps: str, codes: list[str], folder: Folder) -> None:
    write(folder.root, koffie=fiche("1.1.1"))
    assert folder.note(f"SIGNAAL: Iets #scholen\n{steps}").codes() == codes


def test_two_thousand_points_are_each_checked(folder: Folder) -> None:
    folder.note("".join(f"- [ ] Punt {number} @kring tegen:2025-10-09\n" for number in range(2000)) + "- [ ] Nog een\n")
    assert folder.codes() == ["point-without-date", "point-without-owner"]


@pytest.mark.parametrize(
    "text",
    [
        "- [ ]",
        "- [ ] ",
        "- [x]",
        "BESLUIT:",
        "- DECISION: ",
        "SIGNAAL: #mantelzorgers",
        "AFSPRAAK:",
        "EVENEMENT: 2025-06-01",
    ],
)
def test_a_line_that_says_nothing_is_told_once(text: str, folder: Folder) -> None:
    assert folder.note(text).codes() == ["empty-note"]


@pytest.mark.parametrize(
    "text",
    [
        '- [ ] Bellen @kring tegen:"dinsdag 14 mei 2026"',
        "- [ ] Bellen @kring tegen:dinsdag 14 mei 2026",
        "- [ ] Bellen @kring due:2026-02-31",
        "- [x] Bellen @kring tegen:2025-06-01 op:2025-02-31",
        "- [ ] Bellen @kring tegen:2025-06-01\n  - verschoven op:2025-02-31 tegen:2025-13-01: druk",
        "SIGNAAL: Iets #scholen\n- besproken op:2025-02-31",
    ],
)
def test_a_date_that_could_not_be_read_is_told_once(text: str, folder: Folder) -> None:
    folder.note(text)
    assert {one.code for one in folder.load().findings} == {"bad-date"}
    assert [one for one in folder.codes() if one != "unknown-tag"] == []


# Closing rules.


def closed(text: str, *lines: str, day: str, state: str = "review") -> str:
    return minutes(f"{text}\n\n- [x] Bellen @kring op:2025-12-01", *lines, day=day, state=state)


@pytest.mark.parametrize(
    ("state", "severity"),
    [("planned", None), ("draft", None), ("review", Severity.WARNING), ("approved", Severity.ERROR)],
)
def test_closing_rules_hold_for_what_is_to_be_read_and_what_was_approved(
    state: str, severity: Severity | None, folder: Folder
) -> None:
    approved = ("approved: {in: 2025-12-11-overleg, on: 2025-12-11, text: x}",) if state == "approved" else ()
    folder.meeting(minutes("- [ ] Bellen @kring tegen:2025-12-11"))
    folder.meeting(minutes("## Varia", *approved, day="2025-10-09", state=state), OCTOBER)
    folder.meeting(minutes("", day="2025-12-11"), "2025-12-11-overleg")
    codes = ("no-action-point", "untreated-point", "no-next-meeting", "empty-agenda-item")
    assert {one.code: one.severity for one in folder.find(*codes)} == (
        dict.fromkeys(codes, severity) if severity else {}
    )


@pytest.mark.parametrize(
    ("life", "codes"),
    [
        ("", ["untreated-point"]),
        ("\n  - stand op:2025-10-09: half", []),
        ("\n  - stand op:2025-09-09: half", []),
        ("\n  - stand op:2025-12-09: half", ["untreated-point"]),
        ("\n  - bijdrage @kring: belt mee", ["untreated-point"]),
        ("\n  - vervallen op:2025-10-01: te duur", []),
    ],
)
def test_a_point_is_treated_by_the_meeting_after_it(life: str, codes: list[str], folder: Folder) -> None:
    folder.meeting(minutes(f"- [ ] Bellen @kring tegen:2025-12-11{life}"))
    folder.meeting(closed("", "last: ja", day="2025-10-09"), OCTOBER)
    assert folder.codes() == codes


DAYS = [date(2025, 1, 6) + timedelta(days=14 * number) for number in range(6)]
Drawn = tuple[bool, date | None, list[tuple[str, date | None]]]
LIVES = st.sampled_from(["", "progress", "moved", "dropped"])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["draft", "review", "approved", "cancelled"]),
            st.lists(
                st.tuples(
                    st.booleans(),
                    st.sampled_from([None, *DAYS]),
                    st.lists(st.tuples(LIVES, st.sampled_from([None, *DAYS]))),
                ),
                max_size=3,
            ),
        ),
        max_size=len(DAYS),
    )
)
def test_the_quick_way_to_untreated_points_agrees_with_the_rule(meetings: list[tuple[str, list[Drawn]]]) -> None:
    with TemporaryDirectory() as root:
        folder = Folder(Path(root))
        for day, (state, points) in zip(DAYS, meetings, strict=False):
            folder.meeting(minutes("\n".join(map(_point, points)), day=str(day), state=state), f"{day}-overleg")
        plan = folder.load().plan
        expected = [
            (obstacle.span.path, ENGLISH(obstacle.message))
            for meeting in plan.meetings
            if meeting.state in (MeetingState.REVIEW, MeetingState.APPROVED)
            for obstacle in untreated_points(plan, meeting)
        ]
        assert [(one.span.path, ENGLISH(one.message)) for one in untreated_point(plan)] == expected


def _point(drawn: Drawn) -> str:
    ticked, done, turns = drawn
    on = f" op:{done}" if done else ""
    words = [f"  - {kind}{f' on:{day}' if day else ''}: woorden" for kind, day in turns if kind]
    return "\n".join((f"- [{'x' if ticked else ' '}] Bellen @kring{on}", *words))


# Approval.


def approved(text: str = "", *lines: str, by: str = OCTOBER, on: str = "2025-10-09", kept: str = "") -> str:
    more = f", text: {kept}" if kept else ""
    data = ("last: ja", "no_action_points: Geen.", f"approved: {{in: {by}, on: {on}{more}}}", *lines)
    return minutes(text, *data, state="approved")


@pytest.mark.parametrize(
    ("by", "on", "found"),
    [
        (OCTOBER, "2025-10-09", []),
        (MAY, "2025-10-09", [MAY]),
        ("2025-01-09-overleg", "2025-10-09", ["2025-01-09-overleg"]),
        ("2025-11-09-overleg", "2025-10-09", ["2025-11-09-overleg"]),
        ("2025-12-09-overleg", "2025-12-09", ["2025-12-09-overleg"]),
        (OCTOBER, "2024-10-09", ["2024-10-09"]),
    ],
)
def test_minutes_are_approved_in_a_meeting_after_them(by: str, on: str, found: list[str], folder: Folder) -> None:
    folder.meeting(approved(by=by, on=on)).meeting(minutes(day="2025-10-09"), OCTOBER)
    folder.meeting(minutes(day="2025-01-09"), "2025-01-09-overleg")
    folder.meeting(minutes("", "reason: Ziek.", day="2025-12-09", state="cancelled"), "2025-12-09-overleg")
    assert folder.words("approved-without-meeting") == found


@pytest.mark.parametrize(
    "text", [minutes("", state="approved"), approved().replace("state: approved", "state: review")]
)
def test_state_and_approval_say_the_same(text: str, folder: Folder) -> None:
    folder.meeting(text).meeting(minutes(day="2025-10-09"), OCTOBER)
    assert [one.code for one in folder.find("approved-without-meeting")] == ["approved-without-meeting"]


def test_a_change_after_the_approval_is_found_and_the_life_of_a_point_is_none(folder: Folder) -> None:
    text = "## 1. Opvolging\n\nDe zaal is klein.\n\n- [ ] Bellen @kring tegen:2025-12-11\n\nSIGNAAL: Iets #scholen\n"
    folder.meeting(minutes(day="2025-10-09"), OCTOBER).meeting(approved(text))
    kept = fingerprint(folder.load().plan.meetings_by_id[MAY])
    assert [one.code for one in folder.find("approval-without-hash", "changed-after-approval")] == [
        "approval-without-hash"
    ]
    lived = text.replace("- [ ]", "- [x]").replace(
        "2025-12-11", "2025-12-11 op:2025-11-11\n  - stand op:2025-10-09: half"
    )
    lived = lived.replace("#scholen\n", "#scholen\n- besproken op:2025-10-09\n").replace("zaal is", "zaal\nis  ")
    for same in (text, lived, text.replace("2025-12-11", '"11 december 2025"'), text.replace("\n", "\r\n")):
        assert folder.meeting(approved(same, kept=kept)).find("changed-after-approval") == []
    for other in (
        text.replace("klein", "groot"),
        text.replace("@kring", "@dienst-zorg"),
        text.replace("2025-12-11", "2025-12-12"),
        text.replace("#scholen", "#bewegen"),
        text.replace("## 1.", "## 2."),
        text.replace("De zaal is klein.", "::: intern\nDe zaal is klein.\n:::"),
    ):
        assert len(folder.meeting(approved(other, kept=kept)).find("changed-after-approval")) == 1
    for line in ("present: [kring]", "speaker: kring"):
        assert len(folder.meeting(approved(text, line, kept=kept)).find("changed-after-approval")) == 1


# Decisions.


@pytest.mark.parametrize(
    ("decision", "codes"),
    [
        (f"{MAY}/B1", []),
        (f"{MAY}", []),
        (f"{{meeting: {MAY}/B1, body: kring, on: mei 2025}}", []),
        (f"{MAY}/B2", ["unknown-decision"]),
        (f"{MAY}/1", ["unknown-decision"]),
        (f"{MAY}/", ["unknown-decision"]),
        ("2025-05-14-overleg/B1", ["unknown-decision"]),
        (f"{{meeting: {MAY}/B1, body: dienst-zorg, on: 2025-06-13}}", ["decision-differs", "decision-differs"]),
        ("{body: dienst-zorg, on: 2025-06-13}", []),
    ],
)
def test_a_decision_that_an_action_cites_is_followed(decision: str, codes: list[str], folder: Folder) -> None:
    write(folder.root, koffie=fiche("1.1.1", "reason: Te duur.", f"decision: {decision}", status="stopped"))
    folder.note("- [x] Bellen @kring op:2025-06-01\n\nBESLUIT: De koffie stopt.")
    assert [one.code for one in folder.find("unknown-decision", "decision-differs")] == codes


@pytest.mark.parametrize(
    ("decision", "severity"),
    [
        ("2025-05-14-overleg/B1", "error"),
        ("{meeting: 2025-05-14-overleg/B1, body: kring, on: mei 2025}", "warning"),
        ("{meeting: 2025-05-14-overleg/B1, on: 2025-05-14, text: De koffie stopt.}", "warning"),
        (f"{{meeting: {MAY}/B2, body: kring, on: mei 2025}}", "error"),
    ],
)
def test_minutes_that_are_not_there_are_no_error_when_the_action_says_what_they_say(
    decision: str, severity: str, folder: Folder
) -> None:
    write(folder.root, koffie=fiche("1.1.1", "reason: Te duur.", f"decision: {decision}", status="stopped"))
    folder.note("- [x] Bellen @kring op:2025-06-01\n\nBESLUIT: De koffie stopt.")
    assert [one.severity.value for one in folder.find("unknown-decision")] == [severity]


# Attachments, and what is private.


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("lijst.pdf", None),
        ("Lijst van mei.XLSX", None),
        ("nergens.pdf", "attachment-missing"),
        ("LIJST.pdf", "attachment-missing"),
        ("../lijst.pdf", "attachment-name"),
        ("map/lijst.pdf", "attachment-name"),
        ("..\\lijst.pdf", "attachment-name"),
        ("C:lijst.pdf", "attachment-name"),
        ("/etc/passwd", "attachment-name"),
        ("..", "attachment-name"),
        ("lijst", "attachment-name"),
        (".pdf", "attachment-name"),
        ("pagina.html", "attachment-name"),
        ("tekening.svg", "attachment-name"),
        ("lijst.pdf.exe", "attachment-name"),
        ("con.pdf", "attachment-name"),
        ("lijst\\u202efdp.pdf", "attachment-name"),
        ("-rf.pdf", "attachment-name"),
        ("../../private/lijst.csv", "private-link"),
        ("private\\lijst.csv", "private-link"),
    ],
)
def test_an_attachment_is_a_plain_file_in_its_folder(name: str, code: str | None, folder: Folder) -> None:
    (folder.root / "meetings/attachments").mkdir()
    for file in ("lijst.pdf", "Lijst van mei.XLSX"):
        (folder.root / "meetings/attachments" / file).write_bytes(b"")
    quoted = name if "\\u" in name else name.replace("\\", "\\\\")
    folder.meeting(minutes("", f'attachments: [{{file: "{quoted}"}}]'))
    assert folder.codes() == ([] if code is None else [code])


def test_links_and_folders_among_the_attachments_are_refused(folder: Folder) -> None:
    attachments = folder.root / "meetings/attachments"
    (attachments / "map").mkdir(parents=True)
    (attachments / "lijst.pdf").symlink_to("/etc/passwd")
    loaded = folder.meeting(minutes("", "attachments: [{file: lijst.pdf}]")).load()
    assert sorted((one.code, one.span.path) for one in loaded.findings) == [
        ("stray-file", "meetings/attachments/map"),
        ("unreadable-file", "meetings/attachments/lijst.pdf"),
    ]
    assert loaded.plan.attachments == frozenset()
    assert folder.codes() == ["attachment-missing"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zie [de lijst](../private/lijst.csv).", ["../private"]),
        ("Zie [de lijst](private/lijst.csv).", ["private"]),
        ("Zie [de lijst](..\\private\\lijst.csv) en <../private/>.", ["..\\private", "../private"]),
        ("Zie [de lijst][1].\n\n[1]: ../private/lijst.csv\n", ["../private"]),
        ("Zie [de lijst](..%2Fprivate%2Flijst.csv).", ["..%2Fprivate"]),
        ("De lijst staat in `private/`, zie [hun site](https://voorbeeld.be/private/x) of [dit](privately/x).", []),
    ],
)
def test_no_link_leads_into_the_private_folder(text: str, found: list[str], folder: Folder) -> None:
    assert folder.note(text).words("private-link") == found


def test_contacts_are_refused_in_minutes_but_for_those_of_an_actor(folder: Folder) -> None:
    folder.note("Bel 052 12 34 56 of mail info@zorg.example, of naam@zorg.example.\n\nBESLUIT: Bel 053/12.34.56.")
    assert [line(one) for one in folder.find()] == [
        f"meetings/{MAY}.md:8:5 error contact-in-text",
        f"meetings/{MAY}.md:8:26 error contact-in-text",
        f"meetings/{MAY}.md:8:48 error contact-in-text",
        f"meetings/{MAY}.md:10:14 error contact-in-text",
    ]
    contact = "  kind: zone\n  contact: [Info@zorg.example, +32 52 12 34 56]"
    write(folder.root, actors=ACTORS.replace("  kind: zone", contact))
    assert folder.words() == ["naam@zorg.example", "053/12.34.56"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Mevrouw Voorbeeld is er niet.", "person-in-text"),
        ("Rijksregisternummer 00.00.00-000.97.", "national-number"),
        ("De zaal is nog te bepalen.", "placeholder"),
        ("Dit is<br>belangrijk.", "raw-html"),
        ("[hier](javascript:alert(1))", "bad-link"),
        ("Zie https://voorbeeld.be/?fbclid=abc.", "tracking-link"),
        ("De XYZK was er ook.", "unexplained-abbreviation"),
        ("- [ ] De zaal is nog te bepalen @kring tegen:2025-10-09", "placeholder"),
    ],
)
def test_the_checks_of_running_text_read_minutes_too(text: str, code: str, folder: Folder) -> None:
    assert folder.note(text).codes() == [code]


@pytest.mark.parametrize(
    "text",
    [
        "Zie actie 3.3.6 van vorig jaar.",
        "In najaar 2024 leggen we contact met meer partners.",
        "BESLUIT: Ja.\n\nDECISION: Yes.\n\nAFSPRAAK: @kring doet het.\n\nEVENT: 2025-10-11 Fair",
        "\n\n".join(["De partners brengen zelf de agendapunten aan: dat is hun verantwoordelijkheid."] * 2),
    ],
)
def test_what_is_asked_of_a_fiche_alone_is_not_asked_of_minutes(text: str, folder: Folder) -> None:
    assert folder.note(text).codes() == []


def test_a_meeting_accepts_a_finding_of_its_own(folder: Folder) -> None:
    folder.meeting(minutes("- [ ] Bellen @kring", "accepted: {point-without-date: Dit loopt altijd door.}"))
    assert folder.codes() == []
    folder.meeting(minutes("", "accepted: {point-without-date: Dit loopt altijd door.}"))
    assert folder.codes() == ["unused-acceptance"]


# Promises, and days of the week.


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Het verslag hiervan zal doorgestuurd worden.", "zal doorgestuurd worden"),
        ("Er is een foldertje. Een deelnemer neemt dit mee.", "neemt dit mee"),
        ("Dit wordt meegenomen.", "wordt meegenomen"),
        ("We communiceren later nog hierover.", "communiceren later"),
        ("Dat wordt verder bekeken.", "wordt verder bekeken"),
        ("De nota wordt intern nog nagevraagd.", "wordt intern nog nagevraagd"),
        ("De gemeente komt hierop terug.", "komt hierop terug"),
        ("Hierover later meer.", "Hierover later"),
        ("We laten nog iets weten.", "laten nog iets weten"),
        ("Er zal een plaats\nvoorzien worden.", "zal een plaats\nvoorzien worden"),
        ("De kring zal dit nagaan.", "zal dit nagaan"),
        ("* in volgende vergaderingen gaan we dit verder opnemen", "gaan we dit verder opnemen"),
        ("We gaan samen thema’s vastleggen.", "We gaan samen thema’s vastleggen"),
        ("Eerst gaan we de ideeën groeperen.", "gaan we de ideeën groeperen"),
        ("Iedere partner bekijkt wat hij kan doen.", "Iedere partner bekijkt"),
        ("Dit moet wel nog definitief beslist worden.", "moet wel nog definitief beslist worden"),
        ("Nog te bekijken met de gemeente.", "Nog te bekijken"),
        ("Meer info volgt.", "info volgt"),
        ("De datum volgt nog later.", "volgt nog later"),
        ("Wordt vervolgd.", "Wordt vervolgd"),
        ("De coördinator stuurt de nota door.", "stuurt de nota door"),
        ("De kring koppelt dit op de werkgroep terug.", "koppelt dit op de werkgroep terug"),
        ("De dienst zoekt dit verder uit.", "zoekt dit verder uit"),
        ("We bekijken wie dat kan doen.", "We bekijken"),
        ("De gemeente houdt ons op de hoogte.", "houdt ons op de hoogte"),
        ("Nog na te gaan in december 2025 of later? De kring volgt dit op.", "volgt dit op"),
        ("The office will share the slides.", "will share"),
        ("This is still to be clarified.", "to be clarified"),
        ("We should ask the council.", "We should ask"),
        ("More information follows.", "information follows"),
        ("The minutes will be sent around.", "will be sent"),
        ("The office takes this up.", "takes this up"),
        ("We will look into this.", "will look into"),
        ("We get back to this.", "get back to this"),
        ("This is to be followed up.", "to be followed up"),
    ],
)
def test_a_promise_without_owner_or_date_is_pointed_at(text: str, words: str, folder: Folder) -> None:
    assert folder.note(text).words() == [words]
    (finding,) = folder.find()
    assert finding.severity is Severity.INFO
    assert "- [ ] " in hint(finding)
    assert "@wie tegen:datum" in hint(finding)


@pytest.mark.parametrize(
    "text",
    [
        "Het verslag werd doorgestuurd.",
        "De zaal is verder weg. Later bespraken we het punt. Hij is tevreden, verder niets.",
        "Men neemt deel aan de werkgroep..",
        "Zal dit besproken worden?",
        "De kring zal dit tegen 9 oktober bekijken.",
        "De kring zal dit tegen eind 2025 bekijken.",
        "Het Online welzijnspunt zal op termijn verdwijnen. We gaan verder met het volgende punt.",
        "> Dit zal doorgestuurd worden.",
        "```\nDit zal doorgestuurd worden.\n```",
        "## Dit zal doorgestuurd worden",
        "- [ ] Dit zal doorgestuurd worden @kring tegen:2025-10-09",
        "- [ ] Bellen @kring tegen:2025-10-09\n  - stand op:2025-10-09: zal doorgestuurd worden",
        "BESLUIT: De nota zal verspreid worden.",
        "<!-- Dit zal doorgestuurd worden. -->",
        "The willing will be there. He looks back on this with joy.",
        "De huisarts stuurt patiënten door naar de coach.",
        "De kring bekijkt dit in december.",
        "We gaan de ideeën tegen januari groeperen.",
        "De partners gaan wandelen. Elke partner vertelde wat er gebeurt. We zien volgend jaar meer mensen.",
        "De groep volgt de vorming. Het verslag is te bekijken op de website. We bekeken de cijfers.",
        "De burgers volgen later dit jaar een opleiding op school.",
        "The council follows the advice. They decided this. It needs to rain.",
    ],
)
def test_what_is_no_loose_promise_is_left_alone(text: str, folder: Folder) -> None:
    assert folder.note(text).codes() == []


def test_a_sentence_is_told_once_and_offered_as_a_point(folder: Folder) -> None:
    folder.note("De nota zal later verder uitgewerkt worden en zal dan besproken worden – hierover later meer.")
    assert [hint(one) for one in folder.find()] == [
        "Note it as an action point: “- [ ] De nota zal later verder uitgewerkt worden en zal dan besproken worden"
        " @wie tegen:datum”.",
        "Note it as an action point: “- [ ] hierover later meer @wie tegen:datum”.",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("De vergadering is op dinsdag 14 mei 2025.", ["dinsdag 14 mei 2025"]),
        ("De vergadering is op woensdag 14 mei 2025.", []),
        ("De volgende is op donderdag 9 oktober om 13u30.", []),
        ("De volgende is op vrijdag 9 oktober om 13u30.", ["vrijdag 9 oktober"]),
        ("Op maandag 12 mei waren we er al, op dinsdag 6 januari ook.", []),
        ("On Monday 10 October 2025, or Friday 10 October 2025.", ["Monday 10 October 2025"]),
        ("Dinsdag 8/9/2025 en maandag 8/9/2025", ["Dinsdag 8/9/2025"]),
        ("Feestdag 14 mei 2025; maandag 12 leerlingen; zondag 31 februari 2025", []),
    ],
)
def test_a_day_of_the_week_is_that_of_its_date(text: str, words: list[str], folder: Folder) -> None:
    assert folder.note(text).words() == words


# Whatever somebody types.

PIECES = st.sampled_from(
    """- [ ]|- [x]|  - |* |## 1. |## |### |> |```|::: intern|:::|BESLUIT:|SIGNAAL:|AFSPRAAK:|EVENEMENT:|DECISION:|SIGNAL:|@kring
    |@nergens|#scholen|#niets|tegen:2025-10-09|op:2025-02-30|op:2025-09-01|due:"eind 2025"|stand|verschoven|vervallen op:2025-10-09
    |bijdrage @kring: |gegroepeerd op:2025-06-10|besproken|actie|[[koffie]]|[[2025-05-13-overleg/B1]]|[[|]]|**|`|<!--|-->|zal
    |worden|doorgestuurd|neemt dit mee|verder bekeken|hierover later|dinsdag 14 mei|dinsdag 14 mei 2025|(../private/x)|](|\n|\n\n|\r\n
    |13u30-12u|2025-10-11|a@b.example|052 12 34 56|\t|\u00e9|\U0001f600|\u202e|?""".replace("\n    |", "|").split("|")
)
DATA = st.sampled_from(
    """present: [kring, nergens]|excused: [kring]|start: 16u|end: 13u30|next: {date: 2025-01-01}|last: ja|was: [{date: mei 2025}]
    |attachments: [{file: ../x}]|approved: {in: 2025-05-13-overleg, on: 2024-01-01, text: x}|approved: {}|no_action_points: zal wel
    |accepted: {loose-promise: ja}|speaker: "@x"|location: private/x""".replace("\n    |", "|").split("|")
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(PIECES | st.text(max_size=4), max_size=40).map(" ".join),
    st.lists(DATA, unique_by=lambda one: one.partition(":")[0], max_size=5),
    st.sampled_from(["planned", "draft", "review", "approved", "cancelled", "onbekend"]),
)
def test_no_check_ever_raises(text: str, lines: list[str], state: str) -> None:
    with TemporaryDirectory() as root:
        folder = Folder(Path(root))
        safe = text.encode("utf-8", "replace").decode()
        (folder.root / f"meetings/{MAY}.md").write_bytes(minutes(safe, *lines, state=state).encode())
        folder.meeting(minutes("- [ ] Bellen", day="2025-04-09"), "2025-04-09-overleg")
        loaded = folder.load()
        for finding in (*loaded.findings, *check(loaded.plan)):
            assert finding.span.path in loaded.sources
            assert ENGLISH(finding.message)
            assert finding.hint is None or ENGLISH(finding.hint)
            assert 0 <= finding.span.start <= finding.span.end <= len(loaded.sources[finding.span.path].text)
