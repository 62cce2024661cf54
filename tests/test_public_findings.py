"""What leaves the computer: no number, no address and no word of an internal part, in any format that others read."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from histories import begin, commit
from in_process import Run, runner
from small_meetings import TOWNS, plan_with
from small_plans import fiche, write

from elzctl.checks.privacy import contact_in_text, national_number
from elzctl.load import load
from elzctl.render.changes_public import Screen
from elzctl.render.redacted import redacted
from elzctl.traces import HIDDEN, contacts, same_contact
from elzctl.tree import WorkTree

# Made up: the check digits are right, and the number of the account is that of the examples.
SECRETS = (
    *("00.00.00-000.97", "00000000097", "00 00 00 000 97", "BE68539007547034", "BE68 5390 0754 7034"),
    *("be68-5390-0754-7034", "NL91 ABNA 0417 1643 00", "052 33 44 55", "piet@voorbeeld.be", "piet(at)voorbeeld.be"),
    *("piet [at] voorbeeld [dot] be", "piet@voorbeeld․be", "piet＠ｖoorbeeld．be"),
)


@pytest.mark.parametrize("secret", SECRETS)
def test_one_rule_finds_it_for_documents_for_changes_and_for_the_checks(secret: str, tmp_path: Path) -> None:
    text = f"Zie {secret}, en meer."
    assert [text[first:last] for first, last in contacts(text)] == [secret]
    plan = plan_with(tmp_path / "a", {}, actors=TOWNS)
    assert Screen(plan, internal=False).text(text) == redacted(text, plan)[0] == f"Zie {HIDDEN}, en meer."
    root = write(tmp_path / "b", koffie=fiche("1.1.1", text=f"## Waarom?\n\n{text}\n"))
    found = load(WorkTree(root)).plan
    assert len([*contact_in_text(found), *national_number(found)]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "BE68 5390 0754 7035 en 00.00.00-000.98 kloppen niet",
        "Kom (at) half drie, of mail @dienst",
        "Van 2024-01-01 tot 31.12.2025, € 12 500 000, BE 0202.239.951",
        "Zie bijlage AB12 van 2025 en FR12",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert list(contacts(text)) == []


def test_wide_digits_are_digits() -> None:
    assert list(contacts("Bel ０５２ ３３ ４４ ５５!")) == [(4, 16)]


def test_an_account_is_found_whole_among_words_and_beside_another() -> None:
    text = "op BE68 5390 0754 7034 of NL91 ABNA 0417 1643 00 van de zone"
    assert [text[slice(*span)] for span in contacts(text)] == ["BE68 5390 0754 7034", "NL91 ABNA 0417 1643 00"]
    assert same_contact("be68 5390 0754 7034") == same_contact("BE68539007547034")
    assert same_contact("Piet (at) x [dot] be") == same_contact("piet@x.be")


# Findings

TEXT = """\
## Waarom?

Bel 052 33 44 55 of mail piet(at)voorbeeld.be. Stort op BE68 5390 0754 7034, rijksregister 00.00.00-001.96.

::: intern
Kanarie zegt nee: 053 44 55 66, rijksregister 00000000097. Mevrouw Kanarie komt.
:::
"""


@pytest.fixture
def zone(tmp_path: Path) -> Path:
    write(begin(tmp_path), koffie=fiche("1.1.1", text="## Waarom?\n\nOmdat.\n"))
    commit(tmp_path)
    write(tmp_path, koffie=fiche("1.1.1", text=TEXT))
    return tmp_path


@pytest.fixture
def run(zone: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(zone, capsys)


LEAKS = ("052 33", "piet", "BE68", "001.96", "00000000097", "anarie", "053 44")


@pytest.mark.parametrize(
    "words",
    [
        *(("validate", "--format", name) for name in ("github", "gitlab", "sarif", "json")),
        ("validate", "--public"),
        *(("diff", "--findings", "--format", name) for name in ("text", "markdown", "html", "json")),
    ],
)
def test_nothing_is_quoted_that_others_may_not_read(words: tuple[str, ...], run: Run) -> None:
    code, out, err = run(*words)
    out = json.dumps(json.loads(out), ensure_ascii=False) if out.startswith(("{", "[")) else out
    assert [leak for leak in LEAKS if leak in out + err] == []
    assert code == (words[0] == "validate")
    assert "national-number" in out
    assert "Something is wrong in an internal part; here is not said what" in out


@pytest.mark.parametrize("draft", [(), ("--draft",)])
@pytest.mark.parametrize("words", [("site",), ("render", "plan", "--format", "html")])
def test_what_draws_quotes_nothing_either(words: tuple[str, ...], draft: tuple[str, ...], run: Run) -> None:
    words = (*words, "--out", "uit", *draft)
    assert "Kanarie" in run(*words)[2]
    code, out, err = run(*words, "--public")
    assert [leak for leak in LEAKS if leak in out + err] == []
    assert code == (not draft)
    inner, outer = "Something is wrong in an internal part", "A national number stands in the text"
    assert re.search(rf"plan/actions/koffie.md:\d+:\d+: error\[national-number\] {inner}", err)
    assert f"error[national-number] {outer}" in err


def test_an_internal_edition_is_not_told_to_everybody(run: Run) -> None:
    code, _, err = run("render", "plan", "--internal", "--public")
    assert code == 2
    assert "--public is not for internal editions" in err


@pytest.mark.parametrize("public", [True, False])
def test_what_is_said_of_attachments_hides_numbers_too(public: bool, tmp_path: Path) -> None:
    from elzctl.cli.before_drawing import for_readers
    from elzctl.wording import Language, say

    plan_with(tmp_path, {}, actors=TOWNS)
    loaded = load(WorkTree(tmp_path))
    words = say("{path} is not published", path="dossier 00.00.00-000.97.csv")
    (told,) = for_readers([words], loaded, public=date(2025, 6, 30) if public else None)
    assert ("000.97" in Language("en")(told)) is not public


def test_the_terminal_shows_all_of_it(run: Run) -> None:
    out = run("validate")[1]
    for leak in ("052 33 44 55", "BE68 5390 0754 7034", "piet(at)voorbeeld.be", "Kanarie", "053 44 55 66"):
        assert leak in out


def test_a_finding_elsewhere_quotes_no_internal_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from elzctl.finding import Finding, Severity
    from elzctl.render.findings_public import findings_public
    from elzctl.wording import Language, say

    write(tmp_path, koffie=fiche("1.1.1", text=TEXT))
    loaded = load(WorkTree(tmp_path))
    span = loaded.sources["plan/actions/koffie.md"].span(0, 3)
    quotes = {"a": "Kanarie zegt nee", "b": "Kanarie", "c": "rijksregister", "d": "koffie"}
    quotes |= {"e": "Mevrouw Kanarie", "f": "zoals Kanarie in de tuin"}
    finding = Finding("x", Severity.ERROR, say("{a}|{b}|{c}|{d}|{e}|{f}", **quotes), span)
    (found,) = findings_public([finding], loaded.sources, loaded.plan)
    assert Language("en")(found.message) == f"{HIDDEN}|{HIDDEN}|rijksregister|koffie|{HIDDEN}|{HIDDEN}"


@pytest.mark.parametrize(
    "wall", [":: intern", "[intern] dit", "intern :::", "INTERN: dit", "**INTERN**: dit", "::intern::"]
)
def test_what_was_meant_to_be_internal_is_not_quoted_up_to_the_next_heading(
    wall: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f"## Waarom?\n\n{wall}\n\nZie [[ontslag-kanarie]].\n\n:::\n\n## Hoe?\n\nZie [[gewoon-woord]].\n"
    write(tmp_path, koffie=fiche("1.1.1", text=text))
    run = runner(tmp_path, capsys)
    assert "ontslag-kanarie" in run("validate")[1]
    out = run("validate", "--public")[1]
    assert ("kanarie" in out, "gewoon-woord" in out) == (False, True), out
    assert "Something is wrong in an internal part" in out
    assert "“::: intern”" in out


def test_each_format_counts_the_same_internal_changes_and_findings_apart(run: Run) -> None:
    text, markdown = run("diff")[1], run("diff", "--format", "markdown")[1]
    told = "1 internal change is left out"
    assert told in text
    assert told in markdown
    found = json.loads(run("diff", "--format", "json")[1])
    assert (found["hidden"], found["findings"]["hidden"] > 0) == (1, True)
    assert f"{found['findings']['hidden']} findings in internal parts are left out" in markdown


def test_an_error_in_an_internal_part_is_pointed_at(zone: Path, run: Run) -> None:
    inner = "## Waarom?\n\nOmdat.\n\n::: intern\nGeheim {}.\n:::\n"
    write(zone, koffie=fiche("1.1.1", text=inner.format("is geheim")))
    commit(zone)
    write(zone, koffie=fiche("1.1.1", text=inner.format("00.00.00-002.95")))
    out = run("diff", "--format", "markdown")[1]
    assert "**Nothing public changed.**" in out
    assert "- error (national-number) plan/actions/koffie.md:12: Something is wrong in an internal part" in out
    assert "002.95" not in out
