"""``elzctl explain``: every code has a page that reads well in a terminal and in a document."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from test_validate import on_terminal, without_colours

from elzctl.cli.main import main
from elzctl.render.pages_text import markdown, summary
from elzctl.views.pages import CODES, PAGES, Page
from elzctl.wording import Language

ROOT = Path(__file__).parent.parent


def explain(capsys: pytest.CaptureFixture[str], *arguments: str, language: str = "en") -> tuple[int, str, str]:
    code = main(["--lang", language, "explain", *arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_codes_are_words_and_come_once() -> None:
    assert len(set(CODES)) == len(CODES) == len(PAGES)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code) for code in CODES)


@pytest.mark.parametrize("page", PAGES, ids=CODES)
def test_a_page_says_what_and_shows_wrong_and_right(page: Page) -> None:
    text = page.text
    assert summary(text).endswith(".")
    assert len(summary(text)) <= 120
    assert re.search(r"\n\nWrong::\n\n    \S", text)
    assert re.search(r"\n\nRight::\n\n    \S", text)
    assert max(map(len, text.splitlines())) <= 120


def test_in_a_pipe_the_list_has_one_line_for_each_code(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = explain(capsys)
    lines = out.splitlines()
    assert (code, err) == (0, "")
    assert [line.split()[0] for line in lines] == list(CODES)
    assert "bad-date" in out
    for line, page in zip(lines, PAGES, strict=True):
        assert line.split(maxsplit=1)[1] == re.sub("``(.+?)``", r"“\1”", summary(page.text))


@pytest.mark.parametrize("columns", [30, 80, 120])
def test_on_a_terminal_the_list_comes_in_groups_and_fits(columns: int) -> None:
    code, text = on_terminal("explain", columns=columns)
    lines = without_colours(text).splitlines()
    assert code == 0
    assert lines[0] == "While the files are read"
    assert "When the plan is checked" in lines
    assert lines[-1] == "The page of one: elzctl explain CODE"
    assert max(len(line) for line in lines[:-1]) < columns
    named = [line.split()[0] for line in lines if re.match(r"  \S", line)]
    assert named == list(CODES)


def test_a_page_has_its_examples_apart(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = explain(capsys, "bad-date")
    assert (code, err) == (0, "")
    assert out.startswith("bad-date\n\nA date does not exist, or elzctl cannot read it.\n\n")
    assert "“voorjaar 2025”" in out
    assert out.endswith("\n\nWrong:\n\n    due: 31 februari 2025\n\nRight:\n\n    due: eind februari 2025\n")
    assert max(map(len, out.splitlines())) <= 100


def test_an_example_keeps_its_lines_and_indents(capsys: pytest.CaptureFixture[str]) -> None:
    out = explain(capsys, "open-front-matter")[1]
    assert "\n    ---\n    title: Mantelzorg\n\n    ## Waarom?\n\nRight:\n" in out


@pytest.mark.parametrize("columns", [40, 80])
def test_a_page_fits_its_terminal(columns: int) -> None:
    for name in ("bad-date", "unknown-section"):
        code, text = on_terminal("explain", name, columns=columns)
        assert code == 0
        assert max(map(len, without_colours(text).splitlines())) < columns


@pytest.mark.parametrize("typed", ["bad-date", "Bad-Date", "bad_date", "[bad-date]"])
def test_a_code_may_be_typed_as_it_is_seen(capsys: pytest.CaptureFixture[str], typed: str) -> None:
    assert explain(capsys, typed)[1].startswith("bad-date\n")


def test_an_unknown_code_is_told_with_the_nearest_one(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = explain(capsys, "bad-dat")
    assert (code, out) == (2, "")
    assert err == "error: There is no code “bad-dat”\nhelp: Did you mean “bad-date”?\n"
    assert explain(capsys, "zzz")[2] == "error: There is no code “zzz”\nhelp: All codes: elzctl explain\n"


def test_a_page_speaks_the_language_of_the_reader(capsys: pytest.CaptureFixture[str]) -> None:
    page = PAGES[CODES.index("bad-date")]
    text = Language("nl").pages()(page.text)
    assert explain(capsys, "bad-date", language="nl")[1].startswith(f"bad-date\n\n{summary(text)}\n")


ENGLISH = frozenset(
    "an and another anew are has have its nobody nothing the that there this while with without "
    "january february march may june july august october".split()
)
"""Words that no Dutch sentence has, and no key of a file is."""


@pytest.mark.parametrize("page", PAGES, ids=CODES)
def test_a_dutch_page_has_dutch_examples(page: Page) -> None:
    lines = Language("nl").pages()(page.text).splitlines()
    assert [line for line in lines if re.fullmatch(r"\S.*::", line)] == ["Fout::", "Goed::"]
    examples = [line for line in lines if line.startswith("    ")]
    assert [line for line in examples if ENGLISH & set(re.findall(r"[a-z-]+", line.lower()))] == []


def test_all_pages_are_one_markdown_document(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = explain(capsys, "--format", "markdown")
    assert (code, err) == (0, "")
    assert out == markdown(PAGES, Language("en"))
    assert re.findall(r"^### (\S+)$", out, re.MULTILINE) == list(CODES)
    assert re.findall(r"^## (.+)$", re.sub(r"```text\n.*?\n```", "", out, flags=re.DOTALL), re.MULTILINE) == [
        "While the files are read",
        "When the plan is checked",
    ]
    assert not re.search("[^:]::$", out, re.MULTILINE)
    assert "``" not in out.replace("```", "")
    assert "\nWrong:\n\n```text\ndue: 31 februari 2025\n```\n\nRight:\n" in out


def test_one_page_as_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    out = explain(capsys, "bad-date", "--format", "markdown")[1]
    assert out.startswith("# bad-date\n\nA date does not exist")
    assert "`voorjaar 2025`" in out
    assert explain(capsys, "--format", "mardkown")[0] == 2
