"""The comment on a pull request: it fits, it is found again, and nothing of a plan gets out of its text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from small_plans import fiche, loaded

from elzctl.model import Plan
from elzctl.render.changes_markdown import LIMIT, MARKER, changes_markdown, escaped
from elzctl.render.changes_words import Words
from elzctl.views.changes import changes, published
from elzctl.views.changes_findings import finding_changes
from elzctl.views.examine import examined
from elzctl.wording import Language

ENGLISH = Language("en")
EVIL = [
    *("@iedereen kijk", "closes #1, fixes GH-12", "zie elz/plan#3 en elz/plan@abc", "!7 &3 %2 ~label $5 ^alert#1"),
    *("<script>alert(1)</script>", "<img src=x onerror=y>", "<!-- elzctl diff -->", "--> weg", "<https://x.example>"),
    *("![x](https://x.example/y.png)", "[x](javascript:alert(1))", "[x][y]", "[^1]", "https://github.com/a/b/issues/1"),
    *("www.x.example", "a | b | c", "| - | - |", "# kop", "- [ ] taak", "1. een", "+ een", "> citaat", "```", "~~~"),
    *("**vet** __ook__ *schuin* ~~weg~~", "`code`", "\\@x \\#1", "$x$ $$y$$", "/close /assign @x", ":tada:"),
    *("&lt;b&gt; &#64;x &commat;x", "a\nb\n\n# kop", "\x1b[31m", "\u202e", "==== ", "---", "***"),
    *("{{ 7*7 }}", "::error::x", "a@b.example", "'\"", "é ë 🎉"),
]


def comment(old: Plan, new: Plan, limit: int = LIMIT) -> str:
    return changes_markdown(Words(published(changes(old, new)), ENGLISH), None, ("main", ""), limit)


def quoted(text: str) -> str:
    """A text as YAML takes it."""
    return '"' + text.encode("unicode_escape").decode().replace('"', '\\"') + '"'


def evil_plan(root: Path, text: str) -> Plan:
    """A plan that says the same thing everywhere."""
    text = quoted(text)
    lines = (
        f"reason: {text}",
        f"steps: [{{what: {text}, note: {text}}}]",
        f"updates: [{{on: 2025-01-01, note: {text}}}]",
    )
    body = f"## Waarom?\n\nOmdat {text}.\n"
    return loaded(root, koffie=fiche("1.1.1", *lines, title=text, text=body)).plan


def is_inert(made: str) -> None:
    """Nothing but words, headings, lists, and words that are bold or struck."""
    assert made.startswith(f"{MARKER}\n")
    assert made.count("<!--") == made.count("-->") == 1
    rest = made.removeprefix(MARKER)
    assert not re.search(r"[<>]", rest)
    assert not re.search(r"[@#!%~^&$](?=[\w\"'“])", re.sub(r"&(?:lt|gt|amp);|~~", " ", rest))
    assert not re.search(r"GH-\d|://|www\.", rest)
    assert not re.search(r"(?m)^\s*/", rest)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", rest)
    tokens = MarkdownIt("gfm-like", {"linkify": False, "html": True}).parse(made)
    kinds = {token.type for one in tokens for token in (one, *(one.children or ()))}
    assert kinds <= {
        *("html_block", "paragraph_open", "paragraph_close", "inline", "text", "text_special", "softbreak"),
        *(
            "heading_open",
            "heading_close",
            "bullet_list_open",
            "bullet_list_close",
            "list_item_open",
            "list_item_close",
        ),
        *("strong_open", "strong_close", "s_open", "s_close"),
    }
    assert sum(token.type == "html_block" for token in tokens) == 1
    assert {token.tag for token in tokens if token.type == "heading_open"} <= {"h3"}


@pytest.mark.parametrize("text", EVIL)
def test_content_is_text_and_nothing_else(text: str, tmp_path: Path) -> None:
    empty, evil = Plan(), evil_plan(tmp_path, text)
    is_inert(comment(empty, evil))
    is_inert(comment(evil, empty))


@pytest.mark.parametrize("text", EVIL)
def test_content_that_changes_is_text_too(text: str, tmp_path: Path) -> None:
    plain, evil = evil_plan(tmp_path, "gewoon"), evil_plan(tmp_path, text)
    made = comment(plain, evil)
    is_inert(made)
    assert "**" in made
    is_inert(comment(evil, plain))


@given(st.text(max_size=40))
@settings(max_examples=300, deadline=None)
def test_any_text_reads_as_it_was_typed_and_does_nothing(text: str) -> None:
    made = escaped(text)
    assert not re.search(r"[<>\n]|(?<!\\)[`*_|\[\]]", made)
    assert not re.search(r"[@#!](?=\S)(?!\u200d)", re.sub(r"\\(?=[#!])", "", made))
    (paragraph,) = MarkdownIt("gfm-like", {"linkify": False, "html": True}).parse(f"x {made}")[1:2]
    assert paragraph.children is not None
    assert {token.type for token in paragraph.children} <= {"text", "text_special"}


def test_words_are_still_there_for_people(tmp_path: Path) -> None:
    made = MarkdownIt("gfm-like", {"linkify": False}).render(
        comment(Plan(), evil_plan(tmp_path, "closes #1 <b>vet</b> | een"))
    )
    assert "closes #\u200d1 &lt;b&gt;vet&lt;/b&gt; | een" in made


def test_the_findings_stand_below_the_worst_first(tmp_path: Path) -> None:
    old = loaded(tmp_path / "a", koffie=fiche("1.1.1", "lead: [dienst-zorg]", "due: 2025"))
    new = loaded(tmp_path / "b", koffie=fiche("1.1.1", "partners: [nergens]"))
    both = finding_changes(examined(old).findings, examined(new).findings, found := changes(old.plan, new.plan))
    lines = changes_markdown(Words(found, ENGLISH), both, ("", "")).splitlines()
    assert lines[:3] == [MARKER, "", "**Changed: 1 action.**"]
    place = lines.index(f"Findings: {len(both.new)} new, 0 gone.")
    assert lines[place + 2].startswith("- error (unknown-actor) plan/actions/koffie.md:5: ")
    assert lines.index("### Actions") == 4 < place


def test_many_findings_are_folded_away(tmp_path: Path) -> None:
    old = loaded(tmp_path / "a", koffie=fiche("1.1.1", "lead: [dienst-zorg]"))
    new = loaded(tmp_path / "b", koffie=fiche("1.1.1", "partners: [n1, n2, n3, n4, n5, n6]"))
    both = finding_changes(examined(old).findings, examined(new).findings, found := changes(old.plan, new.plan))
    made = changes_markdown(Words(found, ENGLISH), both, ("", ""))
    head = (
        f"<details><summary>Findings: {len(both.new)} new, {len(both.gone)} gone.</summary>\n\n- error (unknown-actor)"
    )
    assert made.index("### Actions") < made.index(head)
    assert made.endswith("\n\n</details>\n")
    tokens = MarkdownIt("gfm-like", {"linkify": False, "html": True}).parse(made)
    assert sum(token.type == "list_item_open" for token in tokens[-20 * len(both.new) :]) > 5


def many(root: Path, count: int, words: int = 30) -> Plan:
    steps = "steps: [" + ", ".join(f"{{what: Stap {number} met zorg}}" for number in range(words)) + "]"
    texts = {f"actie_{number}": fiche(f"1.1.{number}", steps, title=f"Actie {number}") for number in range(count)}
    return loaded(root, **texts).plan


@pytest.mark.parametrize("limit", [1_500, 20_000, LIMIT])
def test_a_comment_never_passes_the_limit_and_says_what_is_left_out(limit: int, tmp_path: Path) -> None:
    plan = many(tmp_path, 200)
    made = comment(Plan(), plan, limit)
    assert limit * 0.5 < len(made.encode()) <= limit
    is_inert(made)
    shown = len(re.findall(r"(?m)^\*\*[0-9]", made))
    left = re.search(r"… and (\d+) more things that changed\. All of it: elzctl diff main$", made.rstrip())
    assert left is not None
    everything = len(changes(Plan(), plan).things)
    assert everything - shown <= int(left[1]) <= everything - shown + 1


def test_one_huge_thing_is_cut_at_a_line(tmp_path: Path) -> None:
    made = comment(Plan(), many(tmp_path, 1, 1_000), 20_000)
    assert len(made.encode()) <= 20_000
    assert "\n- step: Stap 5 met zorg\n" in made
    assert "\n- …\n" in made
    assert "more thing" in made


def test_nothing_changed_is_one_line(tmp_path: Path) -> None:
    plan = many(tmp_path, 1)
    assert comment(plan, plan) == f"{MARKER}\n\n**Nothing changed.**\n"


@pytest.mark.parametrize("text", ["&" * 5_000, "@#" * 3_000, "a" * 200_000, "é" * 90_000])
def test_hostile_lengths_stay_under_the_limit_too(text: str, tmp_path: Path) -> None:
    old = loaded(tmp_path / "a", koffie=fiche("1.1.1", text="## Waarom?\n\nx\n"))
    new = loaded(
        tmp_path / "b",
        **{f"k{n}": fiche("1.1.1", f"lead: ['{text[:900]}']", text=f"## Waarom?\n\n{text}\n") for n in range(30)},
    )
    found = changes(old.plan, new.plan)
    both = finding_changes(examined(old).findings, examined(new).findings, found)
    made = changes_markdown(Words(found, ENGLISH), both, ("x" * 250, "&" * 250))
    assert len(made.encode()) <= LIMIT
