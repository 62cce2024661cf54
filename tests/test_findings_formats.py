"""Findings for machines: valid whatever stands in a plan, stable where a forge remembers them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from test_broken import BROKEN, CODES, laid_out

from elzctl.cli.main import main
from elzctl.finding import Finding, Severity
from elzctl.render.findings_github import findings_github
from elzctl.render.findings_gitlab import findings_gitlab
from elzctl.render.findings_json import findings_json
from elzctl.render.findings_sarif import findings_sarif
from elzctl.render.strict_json import strict_json
from elzctl.source import Patch, Source, Span
from elzctl.tree import WorkTree
from elzctl.views.examine import examine
from elzctl.views.pages import CODES as KNOWN
from elzctl.wording import Language, Message, say

EN, NL = Language("en"), Language("nl")
PATH = "plan/actions/koffie.md"
TEXT = "---\ntitle: Koffie\nstatus: lopend\n---\n\nTwee\nregels.\n"
SOURCES = {PATH: Source(PATH, TEXT.encode(), TEXT)}
MACHINES = ("json", "github", "gitlab", "sarif")

# What tries to get out of its place: commands of a CI, line ends, half characters, control characters.
HOSTILE = (
    "::error::weg",
    "\n::set-output name=x::y",
    "\r\n::stop-commands::x",
    "%0A::error::x",
    "##[error]x",
    "\x1b]0;weg\x07",
    "half \ud800 teken",
    '"},{"code":',
    "\u2028::error::x",
    "</script>",
)


def finding(
    message: Message | None = None, at: str = "lopend", severity: Severity = Severity.ERROR, **more: Any
) -> Finding:
    """A finding about some words of the text."""
    start = TEXT.index(at)
    return Finding(
        "wrong-value",
        severity,
        message or say("Not {what}", what=at),
        SOURCES[PATH].span(start, start + len(at)),
        **more,
    )


def loaded(text: str) -> Any:
    """The document, when it is strict JSON of ASCII alone."""
    assert text.isascii()
    return json.loads(text, parse_constant=lambda word: pytest.fail(f"{word} is no JSON"))


# JSON


def test_the_shape_of_the_json_is_frozen() -> None:
    told = finding(
        say("Not “{what}”", what="lopend"),
        hint=say("Write “running”."),
        related=((say("the first"), Span("plan/goals.yaml", 3, 5, 20, 25)),),
        fix=(Patch(PATH, 26, 32, "running"),),
    )
    whole = Finding("no-lead", Severity.WARNING, say("No lead is named"), Span(PATH))
    assert loaded(findings_json((told, whole), SOURCES, EN)) == {
        "schema_version": 1,
        "findings": [
            {
                "code": "wrong-value",
                "severity": "error",
                "path": PATH,
                "line": 3,
                "column": 9,
                "end_line": 3,
                "end_column": 15,
                "message": "Not “lopend”",
                "hint": "Write “running”.",
                "related": [{"message": "the first", "path": "plan/goals.yaml", "line": 3, "column": 5}],
                "fixable": True,
            },
            {
                "code": "no-lead",
                "severity": "warning",
                "path": PATH,
                "line": 1,
                "column": 1,
                "message": "No lead is named",
                "hint": None,
                "related": [],
                "fixable": False,
            },
        ],
        "counts": {"error": 1, "warning": 1, "info": 0},
    }


def test_an_end_may_stand_on_another_line() -> None:
    one = loaded(findings_json((finding(at="Twee\nregels"),), SOURCES, EN))["findings"][0]
    assert (one["line"], one["column"], one["end_line"], one["end_column"]) == (6, 1, 7, 7)


def test_half_characters_are_replaced_and_whole_ones_stay() -> None:
    assert json.loads(strict_json(["\ud800", "\udc00", "😀", "é", "\\ud800"])) == [
        "\ufffd",
        "\ufffd",
        "😀",
        "é",
        "\\ud800",
    ]
    with pytest.raises(ValueError, match="JSON"):
        strict_json(float("nan"))


# GitHub


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """What the runner of GitHub makes of each line: command, properties, text."""
    found = []
    for line in re.split(r"\r\n|[\r\n]", text) if text else ():
        match = re.fullmatch(r"\s*::(\w+)(?: (.*?))?::(.*)", line)
        assert match, line
        properties = dict(part.split("=", 1) for part in (match[2] or "").split(","))
        codes = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))
        for code, sign in codes:
            properties = {name: value.replace(code, sign) for name, value in properties.items()}
        data = match[3]
        for code, sign in (codes[0], codes[1], codes[4]):
            data = data.replace(code, sign)
        found.append((match[1], properties, data))
    return found


def test_a_finding_is_a_command_of_github() -> None:
    told = finding(say("50 % is: te weinig, toch"), hint=say("Write more."))
    text = findings_github((told,), SOURCES, EN)
    assert text == (
        f"::error file={PATH},line=3,col=9,endColumn=14,title=wrong-value::50 %25 is: te weinig, toch%0AWrite more."
    )
    assert commands(text)[0][2] == "50 % is: te weinig, toch\nWrite more."


def test_a_path_of_github_keeps_its_signs() -> None:
    path = "plan/actions/a,b:c%d.md"
    _, properties, _ = commands(
        findings_github((Finding("bad-file-name", Severity.ERROR, say("x"), Span(path)),), {}, EN)
    )[0]
    assert properties == {"file": path, "line": "1", "col": "1", "endColumn": "1", "title": "bad-file-name"}


def test_github_takes_columns_on_one_line_only() -> None:
    _, properties, _ = commands(findings_github((finding(at="Twee\nregels"),), SOURCES, EN))[0]
    assert properties == {"file": PATH, "line": "6", "endLine": "7", "title": "wrong-value"}


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_begins_a_command_of_its_own(text: str) -> None:
    told = finding(say("{what}", what=text), hint=say("{what}", what=text))
    odd = Finding("bad-file-name", Severity.INFO, say("x"), Span(f"plan/{text}"))
    found = commands(findings_github((told, odd), SOURCES, EN))
    assert [(command, properties["title"]) for command, properties, _ in found] == [
        ("error", "wrong-value"),
        ("notice", "bad-file-name"),
    ]


def test_github_gets_ten_of_each_and_the_rest_in_one_notice() -> None:
    many = [finding(severity=severity) for severity in Severity for _ in range(12)]
    found = commands(findings_github(many[::-1], SOURCES, EN))
    names = [command for command, _, _ in found]
    assert names == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert found[-1][1] == {"title": "elzctl"}
    assert found[-1][2].startswith("7 more findings are not shown here.")


def test_github_gets_ten_notices_when_nothing_is_left_out() -> None:
    found = commands(findings_github([finding(severity=Severity.INFO)] * 10, SOURCES, EN))
    assert [properties["title"] for _, properties, _ in found] == ["wrong-value"] * 10


def test_nothing_found_is_nothing_said_to_github() -> None:
    assert findings_github((), SOURCES, EN) == ""


# GitLab


def prints(*findings: Finding, language: Language = EN) -> list[str]:
    return [issue["fingerprint"] for issue in loaded(findings_gitlab(findings, SOURCES, language))]


def test_an_issue_of_gitlab_has_what_gitlab_asks_for() -> None:
    issue = loaded(findings_gitlab((finding(hint=say("Write “running”.")),), SOURCES, EN))[0]
    assert issue.pop("fingerprint")
    assert issue == {
        "description": "Not lopend — Write “running”.",
        "check_name": "wrong-value",
        "severity": "critical",
        "location": {"path": PATH, "lines": {"begin": 3}},
    }
    levels = [loaded(findings_gitlab((finding(severity=one),), SOURCES, EN))[0]["severity"] for one in Severity]
    assert levels == ["critical", "minor", "info"]


def test_a_fingerprint_stays_when_lines_move_and_the_language_changes() -> None:
    message = say("“{key}” stands here a second time; the first is on line {line}", key="due", line=3)
    moved = say("“{key}” stands here a second time; the first is on line {line}", key="due", line=30)
    here, there = Span(PATH, 9, 1, 100, 103), Span(PATH, 90, 1, 1000, 1003)
    one = Finding("duplicate-key", Severity.ERROR, message, here)
    other = Finding("duplicate-key", Severity.ERROR, moved, there)
    assert prints(one) == prints(other) == prints(one, language=NL)


def test_fingerprints_tell_everything_else_apart() -> None:
    one = finding()
    others = (
        one,
        finding(say("Not {what}", what="bezig")),
        finding(say("{what} is not", what="lopend")),
        finding(say("{inner}", inner=say("lopend"))),
        finding(say("{inner}", inner=(say("lopend"), say("bezig")))),
        Finding("bad-date", one.severity, one.message, one.span),
        Finding(one.code, one.severity, one.message, Span("plan/actions/thee.md")),
        Finding(one.code, one.severity, one.message, one.span, about="een-doel"),
        one,
        one,
    )
    found = prints(*others)
    assert len(set(found)) == len(others)
    assert found[0] == prints(one)[0]


# SARIF


def run_of(*findings: Finding, failure: Message | None = None, sources: dict[str, Source] = SOURCES) -> Any:
    log = loaded(findings_sarif(findings, sources, EN, failure))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("/sarif-schema-2.1.0.json")
    assert len(log["runs"]) == 1
    return log["runs"][0]


def test_every_code_is_a_rule_with_its_page() -> None:
    run = run_of()
    driver = run["tool"]["driver"]
    assert driver["name"] == "elzctl"
    assert re.fullmatch(r"\d+\.\d+\.\d+", driver["version"])
    assert tuple(rule["id"] for rule in driver["rules"]) == KNOWN
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"]
        assert "\n" not in rule["shortDescription"]["text"]
        assert rule["help"]["text"]
        assert "```text" in rule["help"]["markdown"]
    assert (run["results"], run["columnKind"], run["language"]) == ([], "unicodeCodePoints", "en")
    assert run["invocations"] == [{"executionSuccessful": True}]


def test_a_result_points_at_its_rule_and_its_place() -> None:
    told = finding(hint=say("Write “running”."), related=((say("the first"), Span(PATH, 2, 8, 11, 17)),))
    run = run_of(told)
    result = run["results"][0]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "wrong-value"
    assert result["level"] == "error"
    assert result["message"] == {"text": "Not lopend\nWrite “running”."}
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": PATH, "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {"startLine": 3, "startColumn": 9, "endLine": 3, "endColumn": 15}
    related = result["relatedLocations"][0]
    assert related["message"] == {"text": "the first"}
    assert related["physicalLocation"]["region"] == {"startLine": 2, "startColumn": 8, "endLine": 2, "endColumn": 14}
    assert list(result["partialFingerprints"].values()) == prints(told)
    assert "fixes" not in result
    levels = [run_of(finding(severity=one))["results"][0]["level"] for one in Severity]
    assert levels == ["error", "warning", "note"]


def test_a_fix_of_sarif_does_what_the_fix_does() -> None:
    start = TEXT.index("lopend")
    told = finding(fix=(Patch(PATH, start, start + 6, "running"), Patch(PATH, 4, 4, "number: 1.1.1\n")))
    change = run_of(told)["results"][0]["fixes"][0]["artifactChanges"][0]
    assert change["artifactLocation"]["uri"] == PATH
    lines = TEXT.split("\n")
    for replacement in change["replacements"]:
        region = replacement["deletedRegion"]
        assert region["startLine"] == region["endLine"]
        line = lines[region["startLine"] - 1]
        new = (
            line[: region["startColumn"] - 1] + replacement["insertedContent"]["text"] + line[region["endColumn"] - 1 :]
        )
        lines[region["startLine"] - 1] = new
    assert "\n".join(lines) == TEXT.replace("lopend", "running").replace("title", "number: 1.1.1\ntitle")


@pytest.mark.parametrize("name", ["à b.md", "a%20b.md", "a#b?.md", "a:b.md", "odd\udcff.md"])
def test_a_path_is_a_uri(name: str) -> None:
    found = run_of(Finding("bad-file-name", Severity.ERROR, say("x"), Span(f"plan/{name}")))
    uri = found["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"plan/[A-Za-z0-9._~%-]+", uri)
    assert unquote(uri) == f"plan/{name}".replace("\udcff", "?")


# All of them


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("make", [findings_json, findings_gitlab, findings_sarif])
def test_documents_are_valid_whatever_is_in_them(make: Callable[..., str], text: str) -> None:
    told = finding(
        say("{what}", what=text),
        hint=say("{what}", what=text),
        related=((say("{what}", what=text), Span(f"plan/{text}")),),
        fix=(Patch(PATH, 0, 0, text),),
    )
    assert loaded(make((told, Finding("x", Severity.INFO, say("x"), Span(f"plan/{text}"))), SOURCES, EN))


@pytest.mark.parametrize("code", CODES)
def test_every_code_fits_in_every_format(code: str, tmp_path: Path) -> None:
    found = examine(WorkTree(laid_out(code, tmp_path)))
    sources = found.loaded.sources
    assert len(loaded(findings_json(found.findings, sources, EN))["findings"]) == len(found.findings)
    assert len(set(prints(*found.findings))) == len(found.findings)
    assert len(run_of(*found.findings, sources=dict(sources))["results"]) == len(found.findings)
    assert len(commands(findings_github(found.findings, sources, NL))) == len(found.findings)


Result = tuple[int, str, str]


def validate(capsys: pytest.CaptureFixture[str], *arguments: str) -> Result:
    code = main(["--lang", "en", *arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.mark.parametrize("name", MACHINES)
def test_a_run_prints_one_document(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = str(laid_out("wrong-value", tmp_path))
    code, out, err = validate(capsys, "-C", root, "validate", "--format", name, "--only", "wrong-value")
    assert (code, err) == (1, "")
    if name == "github":
        assert [command for command, _, _ in commands(out.rstrip("\n"))] == ["error"]
    else:
        assert "wrong-value" in json.dumps(loaded(out))


def error_in(name: str, out: str) -> str:
    """The error that a document tells instead of findings."""
    if name == "github":
        return commands(out.rstrip("\n"))[0][2]
    document = loaded(out)
    if name == "json":
        assert (document["findings"], document["counts"]) == ([], {"error": 0, "warning": 0, "info": 0})
        return str(document["error"])
    if name == "gitlab":
        return str(document[0]["description"])
    invocation = document["runs"][0]["invocations"][0]
    assert invocation["executionSuccessful"] is False
    return str(invocation["toolExecutionNotifications"][0]["message"]["text"])


@pytest.mark.parametrize("name", MACHINES)
def test_there_is_a_document_even_when_there_is_no_plan(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = validate(capsys, "-C", str(tmp_path), "validate", "--format", name)
    assert code == 2
    assert error_in(name, out).startswith("No plan here")
    assert err.startswith("error: No plan here")
    code, out, err = validate(capsys, "-C", str(BROKEN / "_base"), "validate", "nergens.md", "--format", name)
    assert code == 2
    assert error_in(name, out) in err


@pytest.mark.parametrize("name", MACHINES)
def test_what_was_changed_is_told_beside_the_document(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = str(laid_out("wrong-value", tmp_path))
    code, out, err = validate(capsys, "-C", root, "validate", "--format", name, "--fix", "--only", "wrong-value")
    assert code == 0
    assert err == "Changed: plan/actions/koffie-mantelzorgers.md\n1 finding is solved.\n"
    assert out == "" if name == "github" else loaded(out) is not None
