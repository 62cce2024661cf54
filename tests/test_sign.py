"""``sign``: a body approves an action or the plan, what it approved is kept, and a later change is told everywhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from histories import begin, commit
from in_process import Run, runner
from small_meetings import SERIES, minutes
from small_plans import ACTORS, fiche, write

ID, PATH = "koffie", "plan/actions/koffie.md"
MEETING = "2025-03-13-bestuur"
DECISION = f"{MEETING}/B1"
STEPS = "steps:", "  - {what: Koffie kopen, due: mei 2025}", "  - {what: Tafels zetten}"
WHO = ACTORS.replace("  member_of: [kring]\n", "")
FICHE = fiche(
    "1.1.1",
    *("lead: [cluster-zorg, kring]", "partners: [dienst-zorg]", "due: eind 2025", *STEPS),
    *("indicators:", "  - {kind: output, what: Gasten, target: 20}"),
    text="## Waarom?\n\nVeel mantelzorgers staan alleen.\n\n## Hoe?\n\nWe bellen iedereen op.\n",
)
MINUTES = minutes(
    "2025-03-13",
    "state: approved",
    "no_action_points: Alles is gezegd.",
    "next: {date: 2025-05-13}",
    "approved: {in: 2025-05-13-bestuur, on: 2025-05-13}",
    series="bestuur",
    title="Bestuur",
    text="BESLUIT: We keuren [[koffie]] goed.\n\nBESLUIT: We keuren het plan goed.\n",
)
NEXT = minutes("2025-05-13", "state: planned", series="bestuur", title="Bestuur")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, actors=WHO, koffie=FICHE)
    folder = tmp_path / "meetings"
    folder.mkdir()
    (folder / "series.yaml").write_text(f"{SERIES}bestuur:\n  name: Bestuur\n  body: elz-polder\n", "utf-8")
    (folder / f"{MEETING}.md").write_text(MINUTES, "utf-8")
    (folder / "2025-05-13-bestuur.md").write_text(NEXT, "utf-8")
    return tmp_path


@pytest.fixture
def run(root: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(root, capsys)


def signed(run: Run, *more: str) -> None:
    code, out, err = run("sign", ID, "--decision", DECISION, *more)
    assert (code, err) == (0, ""), out


def is_told(run: Run) -> bool:
    """True when validate says that the action changed."""
    out = run("validate", "--format", "json")[1]
    return any(one["code"] == "changed-after-sign-off" for one in json.loads(out)["findings"])


def edit(root: Path, old: str, new: str, path: str = PATH) -> None:
    """One change of the text of a file, which has to be possible."""
    file = root / path
    text = file.read_bytes().decode()
    assert text.count(old) == 1
    file.write_bytes(text.replace(old, new).encode())


def test_signing_adds_one_line_and_says_who_when_and_by_which_decision(root: Path, run: Run) -> None:
    code, out, err = run("sign", "1.1.1", "--decision", DECISION, "--by", "elz-polder", "--on", "2025-04-01")
    assert (code, err) == (0, "")
    assert out.startswith(f"{PATH}\nApproved by Eerstelijnszone Polder on 2025-04-01, by decision {DECISION}.\n")
    begin, line, rest = (root / PATH).read_text("utf-8").partition("approved: ")
    value, _, rest = rest.partition("\n")
    assert begin + rest == FICHE
    assert line
    assert value.startswith(f"{{meeting: {DECISION}, body: elz-polder, on: 2025-04-01, hash: ")
    assert not is_told(run)
    # The day may be a later one; that somebody else met is told.
    assert "decision-differs" not in run("validate")[1]
    edit(root, "body: elz-polder", "body: cluster-zorg")
    assert [line for line in run("validate")[1].splitlines() if "decision-differs" in line] == [
        f"{PATH}:13:50: warning[decision-differs] The minutes are of “elz-polder”, and not of “cluster-zorg”"
    ]


def test_a_body_that_did_not_meet_approves_nothing(root: Path, run: Run) -> None:
    code, out, err = run("sign", ID, "--decision", DECISION, "--by", "cluster-zorg")
    assert (code, out) == (2, "")
    assert "it was “elz-polder” that met there, and not “cluster-zorg”" in err
    assert (root / PATH).read_text("utf-8") == FICHE


def test_who_approved_is_said_where_the_series_does_not_say_who_meets(root: Path, run: Run) -> None:
    edit(root, "  body: elz-polder\n", "", "meetings/series.yaml")
    assert run("sign", ID, "--decision", DECISION)[0] == 2
    signed(run, "--by", "cluster-zorg")


def test_a_decision_about_other_actions_approves_nothing(root: Path, run: Run) -> None:
    write(root, actors=WHO, koffie=FICHE, thee=fiche("1.1.2", title="Thee"))
    code, out, err = run("sign", "thee", "--decision", DECISION)
    assert (code, out) == (2, "")
    assert f"{DECISION} is about other actions: koffie" in err
    edit(root, "title: Thee", f"title: Thee\napproved: {DECISION}", "plan/actions/thee.md")
    edit(root, "title: Koffie", f"title: Koffie\napproved: {DECISION}")
    told = [line for line in run("validate")[1].splitlines() if "sign-off-on-another" in line]
    assert len(told) == 1
    assert told[0].startswith("plan/actions/thee.md:")
    # One that names no action may be about any.
    assert run("sign", "thee", "--decision", f"{MEETING}/B2")[0] == 0


def test_who_meets_and_the_day_of_the_meeting_are_taken_when_nothing_else_is_said(root: Path, run: Run) -> None:
    signed(run)
    assert "body: elz-polder, on: 2025-03-13, hash: " in (root / PATH).read_text("utf-8")


def test_the_same_once_more_changes_nothing(root: Path, run: Run) -> None:
    signed(run)
    before = (root / PATH).read_bytes()
    code, out, _ = run("sign", ID, "--decision", DECISION)
    assert (code, out) == (0, f"This was signed already, by this decision: {DECISION}\n")
    assert (root / PATH).read_bytes() == before


NO_CHANGE = {
    "a tick": ("due: mei 2025}", "due: mei 2025, done: 2025-05-02}"),
    "a measured value": ("target: 20}", "target: 20, measured: [{on: 2025-06-01, value: 3}]}"),
    "an update": ("indicators:", "updates: [{on: 2025-06-01, note: Vlot}]\nindicators:"),
    "done": ("status: running", "status: done\nreason: Alles is gedaan."),
    "another number": ("number: 1.1.1", "number: 1.1.7"),
    "the order of keys": ("title: Koffie\nstatus: running", "status: running\ntitle: Koffie"),
    "quotation marks": ("title: Koffie", 'title: "Koffie"'),
    "another order of partners": ("[cluster-zorg, kring]", "[kring, cluster-zorg]"),
    "the words of a date": ("due: eind 2025", "due: 2025-10-01/2025-12-31"),
    "a comment": ("due: eind 2025", "due: eind 2025   # zeker"),
    "another wording of a heading": ("## Waarom?", "## Waarom deze actie?"),
    "line ends in a paragraph": ("Veel mantelzorgers staan", "Veel mantelzorgers\nstaan"),
}
CHANGE = {
    "the title": ("title: Koffie", "title: Thee"),
    "another goal": ("number: 1.1.1", "number: 1.2.1"),
    "put on hold": ("status: running", "status: on-hold\nreason: Geen geld."),
    "the lead": ("[cluster-zorg, kring]", "[cluster-zorg]"),
    "the deadline": ("due: eind 2025", "due: eind 2026"),
    "the deadline of a step": ("due: mei 2025", "due: juni 2025"),
    "a step less": ("  - {what: Tafels zetten}\n", ""),
    "what is aimed at": ("target: 20", "target: 2"),
    "a sentence": ("We bellen iedereen op.", "We bellen niemand op."),
    "a section": ("\n## Hoe?", "\n## Met wie?"),
}


@pytest.mark.parametrize("name", NO_CHANGE)
def test_what_follow_up_and_tidying_bring_is_no_change(name: str, root: Path, run: Run) -> None:
    signed(run)
    edit(root, *NO_CHANGE[name])
    assert not is_told(run)


@pytest.mark.parametrize("name", CHANGE)
def test_what_was_approved_and_changed_is_told(name: str, root: Path, run: Run) -> None:
    signed(run)
    edit(root, *CHANGE[name])
    assert is_told(run)


def test_goals_that_get_other_numbers_change_no_action(root: Path, run: Run) -> None:
    signed(run)
    edit(root, "number: 1.1\n", "number: 1.9\n", "plan/goals.yaml")
    edit(root, "number: 1.1.1", "number: 1.9.1")
    assert not is_told(run)


def test_windows_line_ends_stay_and_are_no_change(root: Path, run: Run) -> None:
    file = root / PATH
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    signed(run)
    raw = file.read_bytes()
    assert b"approved: {" in raw
    assert raw.count(b"\n") == raw.count(b"\r\n")
    file.write_bytes(raw.replace(b"\r\n", b"\n"))
    assert not is_told(run)


def test_signing_again_renews(root: Path, run: Run) -> None:
    signed(run)
    edit(root, "due: eind 2025", "due: eind 2026")
    assert is_told(run)
    assert run("sign", ID, "--decision", f"{MEETING}/B2")[0] == 0
    assert not is_told(run)
    assert (root / PATH).read_text("utf-8").count("approved:") == 1


def test_one_decision_does_not_approve_a_second_text(root: Path, run: Run) -> None:
    signed(run)
    edit(root, "title: Koffie", "title: Thee")
    before = (root / PATH).read_bytes()
    for more in ((), ("--on", "2025-04-01")):
        code, out, err = run("sign", ID, "--decision", DECISION, *more)
        assert (code, out) == (2, "")
        assert f"{DECISION} approved it as it was; it changed since" in err
    assert (root / PATH).read_bytes() == before
    assert is_told(run)


FORMS = (
    f"approved: {DECISION}",
    f"approved: {{text: Goed gevonden, meeting: {DECISION}}}",
    f"approved:\n  # door wie\n  body: kring\n  meeting: {DECISION}\n  text: Goed gevonden",
    "approved:",
)


@pytest.mark.parametrize("form", FORMS)
def test_an_approval_that_was_typed_is_completed(form: str, root: Path, run: Run) -> None:
    edit(root, "due: eind 2025", f"{form}\ndue: eind 2025")
    signed(run)
    text = (root / PATH).read_text("utf-8")
    assert text.count("hash: ") == 1
    assert ("Goed gevonden" in text, "# door wie" in text) == ("Goed gevonden" in form, "# door wie" in form)
    assert "sign-off" not in run("validate")[1]


def test_a_reviewer_reads_that_an_approval_was_removed_and_signed_again(root: Path, run: Run) -> None:
    begin(root)
    signed(run)
    commit(root)
    file = root / PATH
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join(line for line in lines if not line.startswith("approved:")), "utf-8")
    removed = "  approval: removed; nobody approves it now\n  approved by (gone): Eerstelijnszone Polder\n"
    assert removed in run("diff")[1]
    assert "- approval: removed; nobody approves it now\n" in run("diff", "--format", "markdown")[1]
    edit(root, "Tafels zetten", "Stoelen zetten")
    commit(root)
    signed(run)
    commit(root)
    history = run("log", ID)[1]
    assert history.index("approved by (new)") < history.index("approval: removed; nobody approves it now")
    # In one proposal it is seen that the decision was about another text.
    both = run("diff", "HEAD~2", "HEAD")[1]
    assert "  approval: noted again for the changed text, without a new approval\n" in both
    assert "Tafels zetten → Stoelen zetten" in both


def test_the_whole_plan_is_signed_in_plan_yaml(root: Path, run: Run) -> None:
    before = (root / "plan/plan.yaml").read_text("utf-8")
    assert run("sign", "plan", "--decision", f"{MEETING}/B2")[0] == 0
    after = (root / "plan/plan.yaml").read_text("utf-8")
    assert after.startswith(before)
    assert after.removeprefix(before).startswith(f"approved: {{meeting: {MEETING}/B2, body: elz-polder, on: 2025-03-13")
    signed(run)
    edit(root, *NO_CHANGE["a tick"])
    assert not is_told(run)
    edit(root, "Goed bestuur", "Beter bestuur", "plan/goals.yaml")
    assert "The plan is no longer the one that was approved" in run("validate")[1]
    assert run("status")[1].count("The plan changed after its approval.") == 1
    assert json.loads(run("status", "--json")[1])["approved"]["changed"] is True


def test_status_show_and_export_tell_it(root: Path, run: Run) -> None:
    signed(run)
    assert "changed after" not in run("status")[1] + run("show", ID)[1]
    edit(root, *CHANGE["the deadline"])
    status = run("status", "--today", "2025-06-01")[1]
    assert "running*" in status
    assert "\n* 1 action changed after its approval\n" in status
    assert "changed after approval" in run("show", ID)[1]
    for row in (
        json.loads(run("status", "--json")[1])["actions"][0],
        json.loads(run("show", ID, "--json")[1])["action"],
    ):
        assert row["approved"]["changed"] is True
    export = json.loads(run("export", "json")[1])
    assert export["actions"][0]["approved"]["meeting"] == DECISION
    assert len(export["actions"][0]["approved"]["hash"]) == 32


def test_the_document_says_who_approved_and_that_it_changed(root: Path, run: Run) -> None:
    def page() -> str:
        assert run("render", "plan", "--format", "html", "--out", "uit")[0] == 0
        return (root / "uit/plan.html").read_text("utf-8")

    signed(run)
    assert run("sign", "plan", "--decision", f"{MEETING}/B2")[0] == 0
    first = page()
    assert "We keuren het plan goed." in first
    assert "Gewijzigd na goedkeuring" not in first
    assert "Changed after approval" not in first
    edit(root, *CHANGE["the lead"])
    text = page()
    assert text.count("Gewijzigd na goedkeuring") + text.count("Changed after approval") == 2


def test_the_difference_says_who_approved_and_when(root: Path, run: Run) -> None:
    begin(root)
    commit(root)
    signed(run)
    lines = run("diff")[1].splitlines()
    assert "  approved by (new): Eerstelijnszone Polder" in lines
    assert any(line.startswith("  approved on: ") and line.endswith("2025-03-13") for line in lines)
    commit(root)
    edit(root, "hash: ", "hash: 00")
    assert "  approval: noted again for the changed text, without a new approval\n" in run("diff")[1]
    edit(root, "on: 2025-03-13", "on: 2025-03-14")
    assert "  approval: noted again for the changed text, without a new approval\n" in run("diff")[1]


REFUSED = {
    ("9.9.9", DECISION): "There is no action “9.9.9”",
    ("1.1", DECISION): "“1.1” is a goal",
    (ID, f"{MEETING}/B9"): f"{MEETING} has no decision “B9”",
    (ID, f"{MEETING}/1"): f"{MEETING} has no decision “1”",
    (ID, MEETING): "names no decision",
    (ID, "2025-05-13-bestuur/B1"): "2025-05-13-bestuur has no decision",
    (ID, "2031-01-01-x/B1"): "There is no meeting “2031-01-01-x”",
    (ID, ""): "is not a value for --decision",
    (ID, DECISION, "--by", "kringg"): "--by: “kringg” is not one of the actors",
    (ID, DECISION, "--on", "2025-01-01"): "is before the meeting itself",
    (ID, DECISION, "--on", "2030-01-01", "--today", "2025-06-01"): "is still to come",
    (ID, DECISION, "--on", "ooit"): "--on: ",
}


@pytest.mark.parametrize("words", REFUSED)
def test_what_cannot_be_signed_is_refused(words: tuple[str, ...], root: Path, run: Run) -> None:
    name, decision, *more = words
    code, out, err = run("sign", name, "--decision", decision, *more)
    assert (code, out) == (2, "")
    assert REFUSED[words] in err
    assert (root / PATH).read_text("utf-8") == FICHE


def test_the_decisions_that_there_are_are_named(root: Path, run: Run) -> None:
    asked = ("sign", ID, "--decision", f"{MEETING}/B7")
    assert f"Its decisions are {MEETING}/B1 to {MEETING}/B2." in run(*asked)[2]
    edit(root, "BESLUIT: We keuren het plan goed.", "We keuren het plan goed.", f"meetings/{MEETING}.md")
    assert f"Its only decision is {MEETING}/B1." in run(*asked)[2]


@pytest.mark.parametrize("state", ["draft", "review"])
def test_a_decision_in_minutes_that_are_not_approved_does_not_count(state: str, root: Path, run: Run) -> None:
    edit(root, "state: approved", f"state: {state}", f"meetings/{MEETING}.md")
    code, _, err = run("sign", ID, "--decision", DECISION)
    assert code == 2
    assert "The minutes with this decision are not approved" in err
    assert f"approve {MEETING}" in err


def test_minutes_that_changed_after_their_approval_do_not_count(root: Path, run: Run) -> None:
    edit(root, "on: 2025-05-13}", "on: 2025-05-13, text: 00000000000000000000000000000000}", f"meetings/{MEETING}.md")
    code, _, err = run("sign", ID, "--decision", DECISION)
    assert code == 2
    assert "were changed after their approval" in err


def test_a_fiche_with_errors_is_not_signed(root: Path, run: Run) -> None:
    edit(root, "partners: [dienst-zorg]", "partners: [niemand]")
    code, out, _ = run("sign", ID, "--decision", DECISION)
    assert code == 1
    assert "unknown-actor" in out
    assert out.endswith("Nothing was changed: 1 error has to be settled first.\n")
    assert "approved:" not in (root / PATH).read_text("utf-8")


def test_a_plan_with_errors_anywhere_is_not_signed(root: Path, run: Run) -> None:
    write(root, actors=WHO, koffie=FICHE, thee=fiche("1.1.1", "lead: [kring]"))
    assert run("sign", "plan", "--decision", f"{MEETING}/B2")[0] == 1
    code, _, err = run("sign", "1.1.1", "--decision", DECISION)
    assert code == 2
    assert "2 actions have the number 1.1.1" in err


def test_data_that_is_written_in_a_form_of_its_own_is_left_alone(root: Path, run: Run) -> None:
    text = FICHE.replace(
        "---\nnumber: 1.1.1", "---\n{number: 1.1.1, title: Koffie, status: running, lead: [kring]}\n---\n"
    )
    (root / PATH).write_text(text[: text.index("\n---\n") + 5] + "\n## Waarom?\n\nDaarom.\n", "utf-8")
    before = (root / PATH).read_bytes()
    code, _, err = run("sign", ID, "--decision", DECISION)
    assert (code, (root / PATH).read_bytes()) == (2, before)
    assert "in a way that elzctl cannot change safely" in err
