"""Lines and dates that are nearly right: told with what was meant, put right by ``--fix``, and never read as something else."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from time import process_time

import pytest
from in_process import runner
from small_meetings import minutes, one_meeting, write_meetings

from elzctl.checks.every import check
from elzctl.load import load
from elzctl.meeting import Agreement, Event, Passage, Point, Resolution, Signal
from elzctl.tree import WorkTree

ID = "2025-05-13-overleg"
PATH = f"meetings/{ID}.md"


def found(root: Path, text: str) -> list[tuple[str, str]]:
    """The codes of what reading finds, each with the words that it is about."""
    loaded = load(WorkTree(write_meetings(root, {ID: minutes("2025-05-13", text=text)})))
    source = loaded.sources[PATH].text
    return [(one.code, source[one.span.start : one.span.end]) for one in loaded.findings if one.span.path == PATH]


def mended(root: Path, text: str, capsys: pytest.CaptureFixture[str]) -> str:
    """The text after the safe changes."""
    run = runner(write_meetings(root, {ID: minutes("2025-05-13", text=text)}), capsys)
    run("validate", "--fix", "--yes", "--only", "almost-a-mark,bad-date")
    return (root / PATH).read_text("utf-8").partition("---\n\n")[2]


# A word that begins a line.

KINDS = {
    ("besluit", "decision"): Resolution,
    ("signaal", "signal"): Signal,
    ("afspraak", "agreement"): Agreement,
    ("evenement", "event"): Event,
}
WORDS = [(word, kind) for words, kind in KINDS.items() for word in words]


@pytest.mark.parametrize(
    "around", ["{}: ", "- {}: ", "**{}:** ", "* **{}**: ", "Een zin ervoor\n{}: ", "BESLUIT: Ja.\n{}: "]
)
@pytest.mark.parametrize(("word", "kind"), WORDS)
def test_a_word_in_small_letters_is_told_and_put_right(
    word: str, kind: type, around: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f"{around.format(word)}2025-10-11 Wij komen\n"
    assert [code for code, _ in found(tmp_path, text)] == ["almost-a-mark"]
    plan, _ = one_meeting(tmp_path, minutes("2025-05-13", text=mended(tmp_path, text, capsys)))
    noted = [type(one) for one in plan.meetings[0].minutes.noted()]
    assert noted == [Resolution, kind] if "BESLUIT" in around else noted == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Het besluit: wij komen",
        "besluit is genomen: ja",
        "besluiten: geen",
        "> besluit: x",
        "```\nbesluit: x\n```",
        "`besluit: x`",
        "een eventje: x",
        "SIGNAAL: x #mantelzorgers\n- besproken op:2025-06-10",
    ],
)
def test_such_a_word_elsewhere_is_a_word(text: str, tmp_path: Path) -> None:
    assert found(tmp_path, text) == []


# A line that the one above would swallow, or that stands under nothing.


@pytest.mark.parametrize("box", ["-[ ]", "-[]", "*[x]", "1.[ ]", "–[ ]", "– [ ]", "-[v]"])
def test_a_box_without_a_blank_before_it_is_no_part_of_the_point_above(box: str, tmp_path: Path) -> None:
    text = f"- [ ] Eerste bellen @dienst tegen:2026-01-01\n{box} Tweede mailen @aa tegen:2026-02-01\n"
    assert found(tmp_path, text) == [("almost-a-mark", box)]
    _, meeting = one_meeting(tmp_path, minutes("2025-05-13", text=text))
    (point,) = meeting.points
    assert ([ref.id for ref in point.owners], point.due and point.due.text) == (["dienst"], "2026-01-01")


UNDER = [
    ("{}bijdrage @aa: hangen er een op", "bijdrage"),
    ("{}Stand op:2025-06-01: de helft", "Stand"),
    ("{}**verschoven** op:2025-06-01 tegen:2026-03-01: te druk", "verschoven"),
    ("{}dropped on:2025-06-01: no need", "dropped"),
]


@pytest.mark.parametrize("before", ["", "  ", "- "])
@pytest.mark.parametrize(("line", "word"), UNDER)
def test_what_became_of_a_point_is_told_when_it_does_not_stand_under_it(
    before: str, line: str, word: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f"- [ ] Bellen @dienst tegen:2026-01-01\n{line.format(before)}\n"
    ((code, where),) = found(tmp_path, text)
    assert (code, where.strip("*")) == ("almost-a-mark", word)
    _, meeting = one_meeting(tmp_path, minutes("2025-05-13", text=text))
    (point,) = meeting.points
    assert (len(point.owners), point.due and point.due.text) == (1, "2026-01-01")
    assert not point.turns
    assert not point.contributions
    after = mended(tmp_path, text, capsys)
    assert after == f"- [ ] Bellen @dienst tegen:2026-01-01\n{line.format('  - ')}\n"
    (point,) = one_meeting(tmp_path, minutes("2025-05-13", text=after))[1].points
    assert len((*point.turns, *point.contributions)) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Tekst.\n\n- bijdrage @aa: doet mee\n", ["bijdrage"]),
        ("Tekst.\n\n- stand op:2025-06-01: doet mee\n", ["stand"]),
        ("SIGNAAL: x #mantelzorgers\nbesproken op:2025-06-01\n", ["besproken"]),
        ("- SIGNAAL: x #mantelzorgers\n- besproken op:2025-06-01\n", ["besproken"]),
        ("- bijdrage aan het feest\n- stand van zaken\n- actie: bellen\n- stand op de markt\n", []),
        ("```\n- stand op:2025-06-01\n```\n", []),
        (
            "- [ ] Bellen over de grote @dienst tegen:2026-01-01\n  stand op de markt, en de\n  bijdrage van de buren\n",
            [],
        ),
    ],
)
def test_such_a_line_elsewhere_is_told_only_when_it_has_a_mark(text: str, told: list[str], tmp_path: Path) -> None:
    assert found(tmp_path, text) == [("almost-a-mark", word) for word in told]


def test_what_stands_under_a_decision_stays_text(tmp_path: Path) -> None:
    text = "- BESLUIT: Wij wandelen.\n  - op maandag\n- SIGNAAL: a #mantelzorgers\n  - toelichting\n"
    _, meeting = one_meeting(tmp_path, minutes("2025-05-13", text=text))
    texts = [
        piece.prose.text.strip()
        for item in meeting.minutes.items
        for piece in item.pieces
        if isinstance(piece, Passage)
    ]
    assert texts == ["- op maandag", "- toelichting"]


# A date.


@pytest.mark.parametrize("more", ["due:2027", "en dan tegen:2026-01-01", "op:2026-01-02 on:2026-01-03"])
def test_two_dates_with_the_same_meaning_are_told(more: str, tmp_path: Path) -> None:
    text = f"- [x] Bellen @dienst tegen:2026-01-01 {more}\n"
    assert found(tmp_path, text) == [("two-dates", more.rpartition(" ")[2])]


@pytest.mark.parametrize(
    ("typed", "code", "where", "better"),
    [
        ("tegen:eind 2026", "bad-date", "eind 2026", 'tegen:"eind 2026"'),
        ("tegen:eind maart 2026, en vlug", "bad-date", "eind maart 2026", 'tegen:"eind maart 2026", en vlug'),
        ("tegen:9 oktober 2026", "bad-date", "9 oktober 2026", 'tegen:"9 oktober 2026"'),
        ("tegen:9\n  oktober 2026", "bad-date", "9\n  oktober 2026", 'tegen:"9 oktober 2026"'),
        ("due:end of March 2026", "bad-date", "end of March 2026", 'due:"end of March 2026"'),
        ("tegen:'eind 2026'", "bad-date", "'eind 2026'", 'tegen:"eind 2026"'),
        ("tegen: 2026-03-31", "almost-a-mark", "tegen: 2026-03-31", "tegen:2026-03-31"),
        ("Tegen: eind 2026", "almost-a-mark", "Tegen: eind 2026", 'Tegen:"eind 2026"'),
        ('tegen:"eind 2026', "almost-a-mark", 'tegen:"eind 2026', 'tegen:"eind 2026"'),
        ('tegen: "eind 2026"', "almost-a-mark", 'tegen: "eind 2026"', 'tegen:"eind 2026"'),
        ("tegen: „eind 2026”", "almost-a-mark", "tegen: „eind 2026”", 'tegen:"eind 2026"'),
    ],
)
def test_a_date_that_is_not_read_is_told_whole_and_put_right(
    typed: str, code: str, where: str, better: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f"- [ ] Bellen @dienst {typed}\n"
    assert found(tmp_path, text) == [(code, where)]
    after = mended(tmp_path, text, capsys)
    assert after == f"- [ ] Bellen @dienst {better}\n"
    _, meeting = one_meeting(tmp_path, minutes("2025-05-13", text=after))
    (point,) = meeting.points
    assert point.due is not None
    assert point.due.first.year == 2026


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("tegen:ooit", [("bad-date", "ooit")]),
        ("tegen:volgende vergadering van 2026", [("bad-date", "volgende")]),
        ("tegen:maart", [("bad-date", "maart")]),
        ("tegen: de volgende vergadering", []),
        ("`tegen: 2026-03-31` staat er", []),
        ("zie https://voorbeeld.be/op: 2026-03-31", []),
        ("stap: 2026-03-31", []),
        ('tegen:"eind 2026" of later: 2027', []),
    ],
)
def test_what_is_no_date_at_all_is_told_as_before_or_left_alone(
    typed: str, told: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert found(tmp_path, f"- [ ] Bellen @dienst {typed}") == told


def test_line_ends_of_windows_do_not_count(tmp_path: Path) -> None:
    write_meetings(tmp_path, {ID: ""})
    text = minutes(
        "2025-05-13", text="- [ ] Een @dienst tegen:9\n  oktober 2026\n- [ ] Twee tegen: 2026-01-01\nbesluit: x\n"
    )
    (tmp_path / PATH).write_bytes(text.replace("\n", "\r\n").encode())
    assert sorted(one.code for one in load(WorkTree(tmp_path)).findings if one.span.path == PATH) == [
        "almost-a-mark",
        "almost-a-mark",
        "bad-date",
    ]


@pytest.mark.parametrize(
    "typed", ["tegen: 2026 ", "tegen:eind 2026 ", 'tegen:"eind 2026 ', "tegen: \"'", "op: op: ", "@a tegen:x "]
)
def test_thousands_of_slips_take_no_time(typed: str, tmp_path: Path) -> None:
    text = minutes("2025-05-13", text=f"- [ ] {typed * (180_000 // len(typed))}\n")
    tree = WorkTree(write_meetings(tmp_path, {ID: text}))
    start = process_time()
    load(tree)
    assert process_time() - start < 2


def test_a_word_of_a_later_line_is_told_in_the_same_way(tmp_path: Path) -> None:
    text = "- [ ] Bellen @dienst tegen:2025-10-09\n  - verschoven op:2025-06-10 tegen:eind 2026: te druk\n"
    assert found(tmp_path, text) == [("bad-date", "eind 2026")]


# A day that is still to come.


def test_a_point_cannot_be_done_tomorrow(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "- [x] Een @dienst tegen:2025-10-09 op:2025-09-02\n- [x] Twee @dienst tegen:2025-10-09 op:2025-09-01\n"
    plan, _ = one_meeting(tmp_path, minutes("2025-05-13", text=text))

    def codes(day: dt.date | None) -> list[str]:
        return [one.code for one in check(plan, day) if one.span.path == PATH]

    assert codes(dt.date(2025, 9, 1)) == ["done-in-future"]
    assert codes(dt.date(2025, 9, 2)) == codes(None) == []
    run = runner(tmp_path, capsys)
    _, out, _ = run("validate", "--only", "done-in-future", "--today", "2025-08-01")
    assert out.count("warning[done-in-future]") == 2
    _, out, _ = run("validate", "--only", "done-in-future")
    assert "done-in-future" not in out


def test_a_point_without_a_tick_is_never_done_tomorrow(tmp_path: Path) -> None:
    plan, meeting = one_meeting(tmp_path, minutes("2025-05-13", text="- [ ] Een @dienst op:2052-09-02\n"))
    assert isinstance(next(meeting.minutes.noted()), Point)
    assert "done-in-future" not in {one.code for one in check(plan, dt.date(2025, 9, 1))}
