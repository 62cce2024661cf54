"""Advice about broken data: it stands at the line that is wrong, and whoever takes it over can be read."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_load import NEEDED, head, plan

from elzctl.finding import Finding
from elzctl.reading import read
from elzctl.wording import Language

ENGLISH = Language("en")
STEP = (*NEEDED, "steps:", "  - what: Overleg")


def hint(finding: Finding) -> str:
    return ENGLISH(finding.hint) if finding.hint else ""


def taken_over(lines: list[str], finding: Finding) -> list[str]:
    """The lines of a file with the advice of one finding followed to the letter."""
    row = finding.span.line - 1
    line, advice = lines[row], hint(finding)
    if advice.startswith("Write: "):
        better = advice.removeprefix("Write: ")
        line = line[: len(line) - len(line.lstrip(" \u00a0\u200b"))] + better
    else:
        column = re.search(r"in column ([0-9]+)", advice)
        assert column, advice
        line = " " * (int(column[1]) - 1) + line.lstrip()
    return [*lines[:row], line, *lines[row + 1 :]]


TITLES = (
    ('title: "Actie" van x', 'title: "\\"Actie\\" van x"', '"Actie" van x'),
    ("title: 's Middags", 'title: "\'s Middags"', "'s Middags"),
    ("title: 's Middags in 't bos", "title: \"'s Middags in 't bos\"", "'s Middags in 't bos"),
    ("title: 'Actie x", "title: 'Actie x'", "Actie x"),
    ("title: “Actie: x”", 'title: "“Actie: x”"', "“Actie: x”"),
    ('title: "Actie": x', 'title: "\\"Actie\\": x"', '"Actie": x'),
    ('title: "Actie x', 'title: "Actie x"', "Actie x"),
    ("title:\u00a0abc", "title: abc", "abc"),
    ("title:abc", "title: abc", "abc"),
    ("title: | x", 'title: "| x"', "| x"),
    ("title: > x", 'title: "> x"', "> x"),
    ("title: - a", 'title: "- a"', "- a"),
    ("title: @jan", 'title: "@jan"', "@jan"),
    ("title: [WIP] actie", 'title: "[WIP] actie"', "[WIP] actie"),
    ("title: {{ x }} en y", 'title: "{{ x }} en y"', "{{ x }} en y"),
    ('title: "map C:\\data"', 'title: "map C:\\\\data"', "map C:\\data"),
    ("title: Actie: x", 'title: "Actie: x"', "Actie: x"),
)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize(("typed", "advice", "title"), TITLES, ids=[title for *_, title in TITLES])
def test_the_advice_stands_at_its_line_and_keeps_the_text(
    typed: str, advice: str, title: str, place: int, ending: str
) -> None:
    lines = ["number: 1.1.1", "status: running"]
    lines.insert(place, typed)
    (finding,) = plan(action=head(*lines).replace(b"\n", ending.encode())).findings
    assert (finding.span.line, hint(finding)) == (place + 2, f"Write: {advice}")
    assert finding.span.column > len("title")
    mended = plan(action=head(*taken_over(["---", *lines], finding)[1:]))
    assert (mended.findings, mended.plan.actions[0].title) == ((), title)


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_key_without_a_blank_has_a_safe_fix(place: int) -> None:
    lines = ["number: 1.1.1", "title: Koffie", "lead: [elz-polder]"]
    lines.insert(place, "status:running")
    data = head(*lines).decode()
    (finding,) = plan(action=data.encode()).findings
    (patch,) = finding.fix
    fixed = data[: patch.start] + patch.text + data[patch.end :]
    assert (finding.span.line, hint(finding)) == (place + 2, "Write: status: running")
    assert fixed == data.replace("status:running", "status: running")
    assert plan(action=fixed.encode()).findings == ()


def test_a_blank_that_is_none_is_named_at_its_place_and_replaced() -> None:
    data = head("number: 1.1.1", "title:\u00a0abc", "status: running").decode()
    (finding,) = plan(action=data.encode()).findings
    (patch,) = finding.fix
    assert (finding.span.line, finding.span.column) == (3, 7)
    assert "U+00A0" in ENGLISH(finding.message)
    assert plan(action=(data[: patch.start] + patch.text + data[patch.end :]).encode()).findings == ()


def test_a_quote_that_another_one_closes_is_told_where_it_opens() -> None:
    lines = ("number: 1.1.1", 'title: "Actie x', 'status: "running"', 'reason: "y"')
    (finding,) = plan(action=head(*lines)).findings
    assert (finding.span.line, finding.span.column, hint(finding)) == (3, 8, 'Write: title: "Actie x"')
    assert ENGLISH(finding.message) == "A quote is opened here and not closed"


def test_a_list_that_is_not_closed_stays_a_list() -> None:
    (finding,) = plan(action=head(*NEEDED, "lead: [elz-polder, dienst-zorg")).findings
    assert (finding.span.line, hint(finding)) == (5, "Write: lead: [elz-polder, dienst-zorg]")


@pytest.mark.parametrize("value", ["[Zorg, welzijn", "[", "[Zorg, [welzijn]", "{Zorg"])
def test_a_bracket_that_nothing_closes_is_told_where_it_opens(value: str) -> None:
    (finding,) = plan(action=head("number: 1.1.1", f"title: {value}", "status: running", "lead: [dienst]")).findings
    assert (finding.span.line, finding.span.column) == (3, len("title: ") + 1)


def test_every_broken_line_of_a_file_is_told_in_one_run() -> None:
    lines = ("number: 1.1.1", "title: 's Middags", "status:running", 'reason: "a" en b', "due:\u00a02025")
    found = plan(action=head(*lines)).findings
    assert [(finding.span.line, hint(finding)) for finding in found] == [
        (3, 'Write: title: "\'s Middags"'),
        (4, "Write: status: running"),
        (5, 'Write: reason: "\\"a\\" en b"'),
        (6, "Write: due: 2025"),
    ]


def test_prose_in_a_block_is_not_blamed_for_a_fault_below_it() -> None:
    goals = '- number: 1\n  id: a\n  title: x\n  text: |\n    Let op: dit: "ja" en nee\n  motto: "a" b\n'
    (finding,) = (one for one in plan(goals=goals.encode()).findings if one.code == "broken-yaml")
    assert (finding.span.line, hint(finding)) == (6, 'Write: motto: "\\"a\\" b"')


@pytest.mark.parametrize(
    ("lines", "row", "column"),
    [
        ((*STEP, "     due: 2025"), 7, 5),
        ((*STEP, "   due: 2025"), 7, 5),
        ((*STEP, "  due: 2025"), 7, 5),
        ((*STEP, "   - what: Start"), 7, 3),
        ((*STEP, " - what: Start"), 7, 3),
        ((*STEP, "    due: 2025", "     note: b"), 8, 5),
        ((*NEEDED, " reason: b"), 5, 1),
        ((" number: 1.1.1", *NEEDED[1:]), 2, 1),
    ],
)
def test_a_line_out_of_its_column_is_told_the_column(lines: tuple[str, ...], row: int, column: int) -> None:
    (finding,) = plan(action=head(*lines)).findings
    assert (finding.span.line, f"in column {column}," in hint(finding)) == (row, True)
    mended = taken_over(["---", *lines], finding)[1:]
    assert plan(action=head(*mended)).findings == ()


@pytest.mark.parametrize("typed", ["Partners sensibiliseren", "what:Partners sensibiliseren"])
def test_a_step_that_is_only_text_gets_its_key(typed: str) -> None:
    data = head(*STEP, f"  - {typed}").decode()
    (finding,) = plan(action=data.encode()).findings
    (patch,) = finding.fix
    assert (finding.span.line, hint(finding)) == (7, "Write: - what: Partners sensibiliseren")
    mended = plan(action=(data[: patch.start] + patch.text + data[patch.end :]).encode())
    assert mended.findings == ()
    assert mended.plan.actions[0].steps[1].what == "Partners sensibiliseren"


UNREAD = ("broken-yaml", "unquoted-colon", "yaml-anchor", "text-after-hash")
VALUES = st.text(st.sampled_from("ab'\"“”:-[]{}|>@`%*&!#?,\\ \u00a0"), min_size=1, max_size=12)


# A line with keys and values between { and }: what is typed, and the line as it should be.
BETWEEN_BRACES = (
    ("- {what: 's avonds, due: 2025}", '- {what: "\'s avonds", due: 2025}'),
    ("- {what: a: b, due: 2025}", '- {what: "a: b", due: 2025}'),
    ("- {what: a #3, due: 2025}", '- {what: "a #3", due: 2025}'),
    ("- {what: [WIP] a, due: 2025}", '- {what: "[WIP] a", due: 2025}'),
    ("- {what: @jan, due: 2025}", '- {what: "@jan", due: 2025}'),
    ('- {what: "a" b, due: 2025}', '- {what: "\\"a\\" b", due: 2025}'),
    ("- {due: 2025, what: 't huis}  # later", '- {due: 2025, what: "\'t huis"}  # later'),
)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize(("typed", "better"), BETWEEN_BRACES, ids=[typed for typed, _ in BETWEEN_BRACES])
def test_a_value_between_braces_is_quoted_and_not_the_whole(typed: str, better: str, ending: str) -> None:
    lines = ["---", *NEEDED, "steps:", f"  {typed}"]
    (finding,) = plan(action=head(*lines[1:]).replace(b"\n", ending.encode())).findings
    assert (finding.code, finding.span.line, hint(finding)) == ("broken-yaml", 6, f"Write: {better}")
    mended = plan(action=head(*taken_over(lines, finding)[1:]))
    assert mended.findings == ()
    assert [step.due is not None for step in mended.plan.actions[0].steps] == [True]


def test_what_stands_in_a_list_between_braces_is_left_as_it_is() -> None:
    kept = "target: 1, unit: y, measured: [{on: 2025-03-31, value: 3}]}"
    lines = ("indicators:", f"  - {{kind: output, what: 't uur, {kept}")
    (finding,) = plan(action=head(*NEEDED, *lines)).findings
    assert hint(finding) == f'Write: - {{kind: output, what: "\'t uur", {kept}'


UNSURE = (
    "- {what: 's bellen, due:}",
    "- {what: 's bellen, due: 2025, note:}",
    "- {what: 's bellen, due:2025}",
    """- {what: "bel caw, due: later", due: 's avonds}""",
    """- {due: 2025, note: "CM, opgelet: bel eerst", what: 's avonds}""",
    "- {what: 's avonds, note: 't is}",
    r"""- {what: "map C:\data nakijken", due: 2025}""",
    """- {what: "bel CM, due: 2025}""",
    "- {what: 's bellen, by: [caw, cm}",
)
"""Where one value ends is not sure: to put quotes around a text would change what is said."""


@pytest.mark.parametrize(
    "line", ["- {what: a], due: 2025}", "- {what: 's avonds,", "- {what: 's " + "x" * 2000 + "}", *UNSURE]
)
def test_between_braces_no_advice_is_better_than_one_that_does_not_help(line: str) -> None:
    (finding,) = plan(action=head(*NEEDED, "steps:", f"  {line}")).findings
    assert not hint(finding).startswith("Write: ")


@pytest.mark.parametrize("line", ["- {what: a, b, due: 2025}", "- {what: 2,5}"])
def test_a_text_that_a_comma_cuts_in_two_has_to_stand_between_quotes(line: str) -> None:
    (finding,) = plan(action=head(*NEEDED, "steps:", f"  {line}")).findings
    assert finding.code == "unknown-key"
    assert "comma" in hint(finding)


def test_a_key_that_lacks_a_blank_is_no_text_that_a_comma_cuts_in_two() -> None:
    (finding,) = plan(action=head(*NEEDED, "steps:", "  - {what: a, due:2025}")).findings
    assert finding.code == "unknown-key"
    assert "comma" not in hint(finding)


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_sign_that_yaml_takes_for_the_end_of_a_line_is_named(sign: str, ending: str) -> None:
    data = head("number: 1.1.1", f"title: Koffie{sign}en thee", "status: running").decode().replace("\n", ending)
    (finding,) = plan(action=data.encode()).findings
    assert (finding.code, finding.span.line, finding.span.column) == ("control-character", 3, 14)
    assert f"U+{ord(sign):04X}" in ENGLISH(finding.message)
    assert plan(action=data.replace(sign, " ").encode()).findings == ()


@given(VALUES, st.sampled_from(["title: ", "title:", "title:\u00a0"]))
@example('a"b"', "title:")
@example("&a b", "title:")
@example("a #b", "title:")
@example("[[]]", "title:")
@settings(max_examples=300)
def test_advice_that_is_taken_over_can_be_read(value: str, key: str) -> None:
    lines = ["---", "number: 1.1.1", key + value, "status: running"]
    advised = [one for one in plan(action=head(*lines[1:])).findings if hint(one).startswith("Write: ")]
    for finding in advised:
        mended = plan(action=head(*taken_over(lines, finding)[1:]))
        assert not [one for one in mended.findings if one.code in UNREAD]
        codes = [one.code for one in mended.findings]
        # A list or keys that are right as such are no title.
        assert "wrong-value" not in codes or value.strip(" \u00a0")[0] in "[{"


def test_a_file_of_broken_lines_is_told_quickly() -> None:
    start = time.perf_counter()
    found = plan(action=head(*NEEDED, *(f"a{n}: 's \"x: y" for n in range(3_000)))).findings
    assert time.perf_counter() - start < 5
    assert 1 <= len(found) <= 60


@pytest.mark.parametrize("data", ["[", "a: {b: 1", '"abc'])
def test_a_fault_that_no_line_can_be_blamed_for_has_advice_too(data: str) -> None:
    (finding,) = read("plan/actors.yaml", f"{data}\n".encode(), "actors")[2]
    assert finding.code == "broken-yaml"
    assert hint(finding).startswith("Look here and in the lines above")


DASHES = (
    ("steps:\n  -what: Overleg\n    due: 2025", 1),
    ("steps:\n  -what: Overleg\n  - what: Nota", 2),
    ("steps:\n  - what: Overleg\n    due: 2025\n  -what: Nota\n  -what: Slot\n    due: 2026", 3),
    ("steps:\n  -what: Overleg\n   due: 2025\n  -what: Nota\n   due: 2025\n  -what: Slot", 3),
    ("steps:\n  -what: Overleg", 1),
    ("steps:\n  -what: Overleg\n  -what: Nota", 2),
    ("partners:\n  -ocmw\n  - caw\n  -logo", 3),
    ("partners:\n  -ocmw", 1),
)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize(("data", "count"), DASHES)
def test_a_dash_without_a_blank_is_told_at_its_line_and_mended(data: str, count: int, ending: str) -> None:
    text = ending.join(["---", *NEEDED, *data.split("\n"), "---", "", ""])
    found = read("plan/actions/x.md", text.encode(), "action")[2]
    wrong = [one for one in found if one.code in ("broken-yaml", "wrong-value")]
    assert {ENGLISH(one.message) for one in wrong} == {"A blank is missing behind the “-”"}
    lines = text.split(ending)
    for one in wrong:
        assert re.match(r" *-\w", lines[one.span.line - 1])
        assert hint(one) == f"Write: - {lines[one.span.line - 1].strip()[1:]}"
    for patch in sorted((patch for one in wrong for patch in one.fix), key=lambda one: -one.start):
        text = text[: patch.start] + patch.text + text[patch.end :]
    value, found = read("plan/actions/x.md", text.encode(), "action")[1:3]
    assert not [one for one in found if one.code in (*UNREAD, "wrong-value")]
    assert len(value.steps or value.partners) == count


def test_a_dash_without_a_blank_is_told_before_what_is_wrong_behind_it() -> None:
    told = plan(action=head(*NEEDED, "steps:", "  -what: @jan", "    due: 2025")).findings
    assert [(one.span.line, hint(one)) for one in told if one.code in UNREAD] == [(6, 'Write: - what: "@jan"')]


@pytest.mark.parametrize("data", ["title: -x", "steps: -what", "aliases:\n  -x: y"])
def test_a_dash_that_begins_no_item_of_a_list_gets_no_blank(data: str) -> None:
    found = read("plan/actions/x.md", f"---\n{data}\n---\n".encode(), "action")[2]
    assert "A blank is missing behind the “-”" not in {ENGLISH(one.message) for one in found}
