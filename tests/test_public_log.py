"""A log that everybody can read tells nothing of what is not published: no word, no title, no name of a file."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from histories import begin, commit
from in_process import Run, runner
from small_meetings import TOWNS, minutes
from small_plans import PLAN, fiche, write

from elzctl.load import load
from elzctl.tree import WorkTree
from elzctl.views.not_yet import as_of
from elzctl.views.published_files import PublishedFiles

CANARY = "kanariegeel"
MEANT = "meetings/2025-05-13-…"

SERIES = """\
overleg:
  name: Overleg welzijn
  access: open
stuurgroep:
  name: Stuurgroep
  access: closed
  start: kanariegeel
  location: Kanariegeel
  agenda: {kanariegeel: kanariegeel}
  kanariegeel: ja
"""

RIGHTS = """\
teams:
  kanariegeel:
    name: Kanariegeel
    handle: kanariegeel@voorbeeld.be
    kanariegeel: ja
admin: kanariegeel-admin
rest: [kanariegeel-rest]
goals: {zorg-dichtbij: [kanariegeel-team]}
series: {kanariegeel: [kanariegeel]}
bodies: {kanariegeel: [kanariegeel]}
clusters: {kanariegeel: [kanariegeel]}
files: {kanariegeel: [kanariegeel]}
actions: {kanariegeel: [kanariegeel]}
"""

EVERY = (
    "location: Kanariegeel <b>",
    "start: kanariegeel",
    "end: 25u kanariegeel",
    "reason: kanariegeel",
    "speaker: kanariegeel",
    "present: [kanariegeel, Kanarie Geel]",
    "excused: [kanariegeel]",
    "attachments: [{file: kanariegeel.exe, title: kanariegeel}, {file: kanariegeel.pdf}]",
    "was: [{date: kanariegeel, location: kanariegeel}]",
    "next: {date: kanariegeel, start: kanariegeel, location: kanariegeel, speaker: kanariegeel}",
    "no_action_points: kanariegeel",
    "accepted: {kanariegeel: kanariegeel, no-date: kanariegeel}",
    "kanariegeel: kanariegeel",
)
TEXT = """\
## 1. Kanariegeel

Zie [[kanariegeel]], [kanariegeel](kanariegeel://x), ![kanariegeel](kanariegeel.png) en kanariegeel@voorbeeld.be; bel 052 33 44 55.
Mevrouw Kanariegeel komt. KANARIEGEEL is een afkorting. <kanariegeel>x</kanariegeel>

- [ ] Kanariegeel vragen
- [ ] Kanariegeel bellen @kanariegeel tegen:kanariegeel #kanariegeel
- [x] Kanariegeel schilderen @partners

BESLUIT:
BESLUIT: Kanariegeel, zie [[kanariegeel-2]]
SIGNAAL: Kanariegeel #kanariegeel
EVENEMENT: kanariegeel
Besluit Kanariegeel
::: intern kanariegeel
"""
BROKEN = "---\ntitle: 'Kanariegeel\nkanariegeel: [\n---\n\nKanariegeel\n"
KANARIE_CHAPTER = "---\ntitle: Kanariegeel\nkanariegeel: ja\n---\n\nZie [[kanariegeel]], kanariegeel@voorbeeld.be\n"


def meetings() -> dict[str, str | bytes]:
    """Files in the folder of the meetings; two are published, one of these with mistakes of its own."""

    def full(day: str, state: str, series: str = "overleg") -> str:
        return minutes(day, f"state: {state}", *EVERY, text=TEXT, series=series, title="Kanariegeel")

    early = minutes("2025-03-01", text="- [ ] Kanariegeel verven @besturen tegen:2025-04-01\n", title="Kanariegeel")
    read = minutes(
        "2025-05-20",
        "state: approved",
        "present: [dienst, gewoon-onbekend]",
        "approved: {in: 2025-06-13-kanariegee, on: 2025-06-13}",
        text="## 1. Stand\n\nZie [[2025-05-13-kanariegee]]. Niet te vergeten: [[gewoon-woord]].\n",
    )
    return {
        "series.yaml": SERIES,
        "2025-03-01-kanariegeel.md": early,
        "2025-05-13-kanariegeel.md": full("2025-05-13", "draft"),
        "2025-05-14-kanariegeel.md": full("2025-05-14", "approved", "stuurgroep"),
        "2025-05-15-kanariegeel.md": full("2025-05-15", "review", "kanariegeel"),
        "2025-05-16-kanariegeel.md": full("2025-05-16", "planned"),
        "2025-05-17-kanariegeel.md": full("2025-05-17", "cancelled"),
        "2025-05-18-kanariegeel.md": full("2025-05-18", "kanariegeel"),
        "2025-05-20-overleg.md": read,
        "2025-07-01-kanariegeel.md": full("2025-07-01", "review"),
        "2025-06-01-kanariegeel.md": BROKEN,
        "2025-06-02-kanariegeel.md": "Kanariegeel zonder gegevens\n",
        "2025-06-03-kanariegeel.md": b"---\ntitle: Kanariegeel \xe9\n---\n",
        "2025-06-04-kanariegeel.md": "---\ntitle: a\n<<<<<<< kanariegeel\nb\n=======\nc\n>>>>>>> kanariegeel\n---\n",
        "2025-06-05-kanariegeel@voorbeeld.be.md": full("2025-06-05", "review"),
        "2025-06-06-Kanariegeel.md": full("2025-06-06", "review"),
        "2025-06-06-kanariegeel.md": full("2025-06-06", "review", "kanariegeel"),
        "2025-06-07-kanariegeel.md.txt": "Kanariegeel",
        "kanariegeel.md": full("2025-06-08", "review"),
        "attachments/kanariegeel/x.pdf": "x",
        "attachments/kanariegeel.pdf": "x",
    }


FILES: dict[str, str | bytes] = {
    "plan/rights.yaml": RIGHTS,
    "plan/kanariegeel.yaml": "a: b",
    "plan/kanariegeel/x.md": "a",
    "plan/pictures/kanariegeel.svg": "<svg/>",
    "plan/texts/kanariegeel.md": KANARIE_CHAPTER,
    "plan/texts/koffie.md": KANARIE_CHAPTER,
    "plan/texts/kanariegeel-2.md": BROKEN,
    "plan/texts/Kanariegeel 3.md": KANARIE_CHAPTER,
    "plan/texts/woord-vooraf.md": "---\ntitle: Woord vooraf\n---\n\nZie [[gewoon-hoofdstuk]].\n",
    "plan/actions/Kanariegeel fiche.md": fiche("1.1.2", title="Kanariegeel"),
    "plan/actions/kanariegeel@voorbeeld.be.md": fiche("1.1.3", title="Kanariegeel"),
    "plan/actions/kanariegeel.txt": "a",
    "templates/fonts/kanariegeel.ttf": "a",
    "templates/html/kanariegeel.css": "@import 'https://kanariegeel.example/x.css';",
    "templates/html/plan.css": "body { background: url(achtergrond.png); }",
    "private/kanariegeel.csv": "Kanariegeel",
}


@pytest.fixture
def zone(tmp_path: Path) -> Path:
    root = begin(tmp_path / "zone")
    write(root, actors=TOWNS)
    commit(root)
    plan = f"{PLAN}chapters: {{before: [woord-vooraf]}}\n"
    text = "## Waarom?\n\nZie [[2025-05-13-kanariegee]], [[kanariegee]] en [[gewone-fiche]].\n"
    write(root, plan=plan, actors=TOWNS, koffie=fiche("1.1.1", "due: 32 maart 2025", text=text))
    for name, data in {**FILES, **{f"meetings/{name}": data for name, data in meetings().items()}}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data.encode() if isinstance(data, str) else data)
    for link in ("meetings/2025-06-09-kanariegeel.md", "meetings/attachments/kanariegeel-link.pdf"):
        (root / link).symlink_to("kanariegeel")
    commit(root)
    return root


@pytest.fixture
def run(zone: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(zone, capsys)


def quoted(out: str) -> str:
    """What is in an output, whatever its signs are written as."""
    if out.startswith(("{", "[")):
        out = json.dumps(json.loads(out), ensure_ascii=False)
    return out.casefold()


TODAY = ("--today", "2025-06-30")
VALIDATE = ("validate", "--all", *TODAY)


@pytest.mark.parametrize("since", [(), ("--new-since", "HEAD~1")])
@pytest.mark.parametrize("format_", ["text", "json", "github", "gitlab", "sarif"])
def test_no_check_quotes_what_is_not_published(format_: str, since: tuple[str, ...], run: Run) -> None:
    words = (*VALIDATE, "--format", format_, *since)
    assert CANARY in quoted(run(*words)[1])
    code, out, err = run(*words, "--public")
    assert (code, CANARY in quoted(out + err)) == (1, False)
    assert "The details are not for a public log" in out


@pytest.mark.parametrize(
    "words",
    [
        *(
            (*what, *draft)
            for what in (("site",), ("render", "plan", "--format", "html"))
            for draft in ((), ("--draft",))
        ),
        *(("render", kind, "overleg", "--format", "html", "--draft") for kind in ("decisions", "points")),
        *(("render", kind, "--format", "html", "--draft") for kind in ("report", "plan")),
        ("render", "minutes", "2025-05-20-overleg", "--format", "html", "--draft"),
        ("render", "minutes", "2025-05-20-overleg", "--format", "html"),
        ("render", "minutes", "2025-05-13-kanariegee"),
        ("render", "points", "kanariegee"),
        ("render", "points", "meidoorn"),
        ("render", "plan", "--action", "kanariegee"),
    ],
)
def test_what_draws_quotes_nothing_of_it_either(words: tuple[str, ...], run: Run) -> None:
    code, out, err = run(*words, *TODAY, "--out", "uit", "--public")
    is_unknown = "kanariegee" in str(words) or "meidoorn" in words
    assert code == (2 if is_unknown else "--draft" not in words), err
    assert CANARY not in quoted(out + err)


def test_a_template_that_cannot_be_read_is_not_named(run: Run, zone: Path) -> None:
    (zone / "templates/html/kanariegeel.css").write_bytes(b"\xe9")
    for words in (("site",), ("render", "plan", "--format", "html")):
        assert "kanariegeel.css" in run(*words, *TODAY, "--draft", "--out", "uit")[2]
        code, out, err = run(*words, *TODAY, "--draft", "--out", "uit", "--public")
        assert (code, CANARY in quoted(out + err)) == (1, False)
        assert "this file is not UTF-8 text" in err


def test_each_finding_keeps_its_code_and_its_line(run: Run, zone: Path) -> None:
    def found(*more: str) -> list[tuple[str, int, int, str, str]]:
        all_ = json.loads(run(*VALIDATE, "--format", "json", *more)[1])["findings"]
        return [(one["path"], one["line"], one["column"], one["severity"], one["code"]) for one in all_]

    loaded = load(WorkTree(zone))
    told = PublishedFiles(as_of(loaded.plan, date(2025, 6, 30)), loaded.sources["meetings/series.yaml"]).told
    assert found("--public") == [(told(path), *rest) for path, *rest in found()]
    lines = run(*VALIDATE, "--public")[1].splitlines()
    for place in (
        f"{MEANT}:8:6: error[wrong-value]",
        "meetings/2025-05-14-…:6:23: warning[raw-html]",
        "meetings/2025-06-01-…:2:8: error[broken-yaml]",
        "meetings/2025-06-03-…:2:20: error[not-utf8]",
        "meetings/2025-06-05-…:1:1: error[bad-file-name]",
        "meetings/…:1:1: error[bad-file-name]",
        "meetings/attachments/…:1:1: error[unreadable-file]",
        "meetings/series.yaml:7:10: error[wrong-value]",
        "plan/…:1:1: warning[stray-file]",
        "plan/actions/…:1:1: error[bad-file-name]",
        "plan/pictures/…:1:1: warning[stray-file]",
        "plan/rights.yaml:5:5: error[unknown-key]",
        "plan/texts/…:3:1: error[unknown-key]",
        "templates/fonts/…:1:1: info[own-template]",
        "private:1:1: error[private-in-git]",
    ):
        assert any(line.startswith(place) and line.endswith("not for a public log") for line in lines), place


def test_what_is_published_is_quoted_as_before(run: Run) -> None:
    out = run(*VALIDATE, "--public")[1]
    for words in (
        "There is no 32/3/2025",
        "gewone-fiche",
        "gewoon-hoofdstuk",
        "gewoon-woord",
        "gewoon-onbekend",
        "achtergrond",
    ):
        assert words in out, words
    for path in ("plan/actions/koffie.md:5:6", "plan/texts/woord-vooraf.md:5", "meetings/2025-05-20-overleg.md:6"):
        assert f"\n{path}" in out, path
    assert f"{MEANT}.md" not in out


def test_what_a_near_name_would_tell_is_hidden_in_a_published_file(run: Run) -> None:
    near = "Did you mean “2025-05-13-kanariegeel”?"
    assert near in run(*VALIDATE)[1]
    out = run(*VALIDATE, "--public")[1]
    assert "12:5: error[unknown-reference] “2025-05-13-kanariegee” is no action" in out
    assert "Did you mean “[…]”?" in out


def test_whole_lines_are_not_for_a_log(run: Run) -> None:
    for option in ("--fix", "--diff"):
        for log in (("--public",), ("--format", "log")):
            code, _, err = run("validate", option, *log)
            assert (code, "these show whole lines" in err) == (2, True)


def test_the_log_of_a_proposal_says_what_is_wrong_in_a_draft_and_quotes_no_lines(run: Run) -> None:
    code, out, err = run(*VALIDATE, "--format", "log")
    assert (code, err) == (1, "")
    assert "\nmeetings/2025-05-13-kanariegeel.md:8:6: error[wrong-value] " in out
    assert f"{MEANT}:" not in out
    assert not [line for line in out.splitlines() if " | " in line[:12]]
    assert run(*VALIDATE)[1].count("\n") > out.count("\n")


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("meetings/2025-05-13-x.md", "meetings/2025-05-13-…"),
        ("meetings/2025-13-13-x.md", "meetings/…"),
        ("meetings/x/y.md", "meetings/…"),
        ("meetings/attachments/x.pdf", "meetings/attachments/…"),
        ("plan/actions/koffie.md", "plan/actions/koffie.md"),
        ("plan/actions/00-00-00-000-97.md", "plan/actions/…"),
        ("plan/actions/00.00.00-000.97.md", "plan/actions/…"),
        ("plan/actions/piet@voorbeeld.be.md", "plan/actions/…"),
        ("plan/texts/x.md", "plan/texts/…"),
        ("private/x.csv", "private/…"),
        ("private", "private"),
        ("templates/html/plan.css", "templates/html/plan.css"),
        ("templates/html/../x.css", "templates/html/…"),
        ("x/y.md", "…"),
        ("", "…"),
    ],
)
def test_of_a_path_no_more_is_told_than_is_safe(path: str, told: str, tmp_path: Path) -> None:
    plan = load(WorkTree(write(tmp_path))).plan
    assert PublishedFiles(plan).told(path) == told


@pytest.mark.parametrize(
    ("series", "is_told"),
    [
        ("a:\n  name: A\n  access: open\n", True),
        ("a:\n  name: A\n  access: open\nb:\n  name: B\n", False),
        ("a:\n  name: A\n  access: open\nb: geen\n", False),
        ("a:\n  name: A\n  access: open\n'b': [x]\n", False),
        ("a: [\n", False),
    ],
)
def test_the_file_of_the_series_is_for_everybody_when_all_of_them_are_open(
    series: str, is_told: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write(tmp_path, koffie=fiche("1.1.1"))
    (root / "meetings").mkdir()
    (root / "meetings/series.yaml").write_text(series.replace("  name: A", "  name: A\n  gewoon-woord: x"), "utf-8")
    out = runner(root, capsys)("validate", "--public")[1]
    assert "meetings/series.yaml:" in out
    assert ("gewoon-woord" in out) is is_told
