"""The script that reads and writes files for web forms: it reads as elzctl does, and changes what was changed alone.

Runs in Chromium, which Playwright for Python drives; the reason says which of them is missing.
"""

from __future__ import annotations

import difflib
import json
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import chromium
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from small_plans import fiche, write

from elzctl import decode
from elzctl.load import load
from elzctl.nodes import compose
from elzctl.render.forms_page import SOURCES
from elzctl.render.forms_shape import DATA, PAGES, shapes
from elzctl.tree import WorkTree

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

browser = chromium.browser

ROOT = Path(__file__).parent.parent

HARNESS = """
const told = (node) => {
  if (node.type === 'none') return '';
  if (node.type === 'text') return node.value;
  if (node.type === 'list') return node.items.map((item) => told(item.node));
  return Object.fromEntries(node.items.map((item) => [' ' + item.key, told(item.node)]));
};
const form = (name) => elzFiles[PAGES.includes(name) ? 'page' : 'data'](SHAPES[name]);
const tried = (work) => { try { return { value: work() }; } catch (fault) { return { fault: String(fault) }; } };
window.readAll = (texts) => texts.map((text) => tried(() => told(new elzYaml.Reader(text).read())));
window.opened = (name, text) => tried(() => form(name).fromFile(text));
window.saved = (name, text, changes) => tried(() => {
  const value = text ? form(name).fromFile(text) : {};
  for (const [path, part] of changes) {
    const keys = path.split('.');
    const last = keys.pop();
    const place = keys.reduce((found, key) => (found[key] ??= {}), value);
    if (Array.isArray(place) && part === null) place.splice(Number(last), 1);
    else if (Array.isArray(place) && last === '+') place.push(part);
    else if (Array.isArray(place) && last[0] === '^') place.splice(Number(last.slice(1)), 0, part);
    else place[last] = part;
  }
  return form(name).toFile(value);
});
"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    """A page with the script in it."""
    scripts = [files("elzctl.render").joinpath(name).read_text("utf-8") for name in SOURCES]
    known = f"const SHAPES = {json.dumps(shapes())}; const PAGES = {json.dumps(PAGES)};"
    found = browser.new_page()
    found.add_script_tag(content="\n".join([*scripts, known, HARNESS]))
    return found


def read_here(page: Page, texts: list[str]) -> list[Any]:
    """The values that the script reads, or ``None`` for a text that it refuses."""
    return [found.get("value") for found in page.evaluate("texts => readAll(texts)", texts)]


def read_by_elzctl(text: str) -> Any:
    """The same by elzctl; ``None`` when it finds a fault."""
    source, _ = decode.decode("x.yaml", text.encode())
    whole, faults = compose(source, 0, len(source.text))
    return None if faults else told(whole.node)


def told(node: yaml.Node | None) -> Any:
    if node is None:
        return ""
    if isinstance(node, yaml.SequenceNode):
        return [told(item) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        return {f" {key.value}": told(value) for key, value in node.value}
    return node.value


def saved(page: Page, name: str, text: str, *changes: tuple[str, Any]) -> str:
    """The file after these changes in its form."""
    found = page.evaluate("([name, text, changes]) => saved(name, text, changes)", [name, text.strip(), changes])
    assert "fault" not in found, found
    return f"{found['value'].strip()}\n"


def refused(page: Page, name: str, text: str, *changes: tuple[str, Any]) -> str:
    found = page.evaluate("([name, text, changes]) => saved(name, text, changes)", [name, text.strip(), changes])
    assert "value" not in found, found
    return str(found["fault"])


def difference(old: str, new: str) -> list[str]:
    """The lines that went and the lines that came."""
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def own_files() -> list[tuple[str, str]]:
    """Every file of this repository's own plan that has a form: the name of its schema, and its text."""
    found = [
        (name, folder / f"{name}.yaml")
        for name, folder in zip(DATA, [ROOT / "plan"] * 3 + [ROOT / "meetings"], strict=True)
    ]
    for name, folder in (("action", "plan/actions"), ("chapter", "plan/texts"), ("meeting", "meetings")):
        found += [(name, path) for path in sorted((ROOT / folder).glob("*.md")) if path.name != "README.md"]
    return [(name, path.read_text("utf-8")) for name, path in found]


# Reading

YAML = {
    "plain text over lines": "a: een\n  twee\n\n  drie\nb: x\n",
    "quotes": 'a: "x \\"y\\" \\u00e9 \\x41"\nb: \'it\'\'s\'\nc: "een\n  twee\n\n  drie \\\n  vier"\n',
    "long texts": "a: |\n  een\n    twee\n\n  drie\n\nb: >-\n  een\n  twee\n\n  drie\n    vier\n  vijf\nc: |+\n  x\n\nd: |2\n    y\n",
    "lists in one column with their key": "a:\n- x\n- y\nb: z\n",
    "lists of keys": "- a: x\n  b: y\n-   a: z\n- - 1\n  - 2\n-\n  a: diep\n",
    "brackets": "a: [x, 'y, z', {b: c, d: }, [e]]\nb: {c: [d,\n    e], f: http://x.be/?g#h}\nc: []\nd: {}\n",
    "comments": "# boven\na: x # achter\n# tussen\nb: a#b\nc: '#' # d\n\n# onder\n",
    "nothing behind a key": "a:\nb: \nc: # niets\n",
    "numbers, words and times stay text": "a: 1.10\nb: 13:30\nc: NO\nd: 2025-03-31\ne: 0x1F\nf: ~\n",
    "colons inside": "a: http://x.be\nb: x:y\nc: 'x: y'\nd e: f\n",
    "a mark at the top": "---\na: x\n",
    "nothing": "",
    "only a comment": "# niets\n",
}


@pytest.mark.parametrize("text", YAML.values(), ids=YAML.keys())
def test_yaml_reads_as_elzctl_reads_it(page: Page, text: str) -> None:
    expected = read_by_elzctl(text)
    assert expected is not None
    assert read_here(page, [text]) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "a: b: c\n",
        "a: x\na: y\n",
        "a: &x y\nb: *x\n",
        "a: !!str x\n",
        "a: 'x\n",
        'a: "x\\q"\n',
        "a: [x\n",
        "a: x\n  b: y\n",
        "\ta: x\n",
        "a: x\n---\nb: y\n",
        "a: 'x' y\n",
        "<<: *x\n",
        "a: x\u2028y\n",
        "? a\n: b\n",
        "- x\na: y\n",
        "a: {b: c, b: d}\n",
        "a: @x\n",
        "losse tekst\na: b\n",
    ],
)
def test_what_is_doubtful_is_not_opened(page: Page, text: str) -> None:
    assert read_here(page, [text]) == [None]


def test_every_file_of_our_own_plan_reads_as_elzctl_reads_it(page: Page) -> None:
    texts = [text.split("---\n")[1] if name in PAGES else text for name, text in own_files()]
    assert len(texts) > 50
    assert read_here(page, texts) == [read_by_elzctl(text) for text in texts]


WORDS = st.sampled_from(
    [
        *("a", "Actie: onthaal", "it's", '"x"', "één twee", "a #b", "- x", "2025", "13:30", "x:y", "http://a.be/b?c#d"),
        *(
            "[x]",
            "{y}",
            "met, komma",
            "a\nb",
            "a\n\nb\n",
            "  voor",
            "na ",
            "yes",
            "~",
            "",
            "*ster",
            "&en",
            "!uit",
            "@wie",
        ),
        *(
            "|p",
            ">q",
            "a: b",
            "key:",
            "? x",
            ":x",
            "-",
            "---x",
            "\\n",
            "lang " * 30,
            "'",
            '"',
            "#x",
            "x\n y\nz",
            "x\n\n\n",
        ),
    ]
)
KEYS = st.sampled_from(["a", "b", "c d", "e-f", "1", "1.2", "é", "x:y", "'", "#"])
VALUES = st.recursive(
    WORDS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)
STYLES = st.fixed_dictionaries(
    {
        "default_style": st.sampled_from([None, None, '"', "'", "|", ">"]),
        "default_flow_style": st.sampled_from([None, False, True]),
        "width": st.sampled_from([20, 80, 1000]),
        "indent": st.sampled_from([2, 4]),
        "allow_unicode": st.booleans(),
    }
)


@settings(max_examples=8, deadline=None)
@given(st.lists(st.tuples(VALUES, STYLES), min_size=40, max_size=60))
def test_whatever_yaml_can_be_written_reads_as_elzctl_reads_it(
    page: Page, drawn: list[tuple[Any, dict[str, Any]]]
) -> None:
    texts = [yaml.dump(value, sort_keys=False, **style).replace("\n...\n", "\n") for value, style in drawn]
    for text, here in zip(texts, read_here(page, texts), strict=True):
        expected = read_by_elzctl(text)
        assert here == expected or (here is None and expected is None), text


# Opening and saving without a change


def test_saving_without_a_change_leaves_every_file_as_it_is(page: Page) -> None:
    for name, text in own_files():
        assert saved(page, name, text) == f"{text.strip()}\n"


def test_what_a_form_shows(page: Page) -> None:
    text = fiche(
        "1.1.1",
        "lead: [kring]",
        "decision: 2025-05-13-overleg/B1",
        "accepted: {no-lead: nog te kiezen}",
        text="## Wat?\n",
    )
    found = page.evaluate("([name, text]) => opened(name, text)", ["action", text])["value"]
    assert found.pop("_elzctl") == text
    assert found == {
        "number": "1.1.1",
        "title": "Koffie",
        "status": "running",
        "lead": ["kring"],
        "decision": {"meeting": "2025-05-13-overleg/B1"},
        "accepted": [{"key": "no-lead", "text": "nog te kiezen"}],
        "body": "## Wat?\n",
    }


def test_a_page_without_data_is_shown_as_text(page: Page) -> None:
    found = page.evaluate("([name, text]) => opened(name, text)", ["meeting", "# Uitleg"])["value"]
    assert found == {"body": "# Uitleg"}


@pytest.mark.parametrize("text", ["lead: x\n  y: z", "steps: tekst", "lead: {a: b}", "title: [x]"])
def test_a_file_of_another_form_is_not_opened(page: Page, text: str) -> None:
    found = page.evaluate("([name, text]) => opened(name, text)", ["action", fiche("1.1.1", text)])
    assert "fault" in found


# Changing

FICHE = """\
---
# Wie dit leest: de kern eerst.
number: "1.1.1"   # blijft
title: Koffie
status: running
lead: [kring, 'apothekers']  # samen
partners:
- dienst-zorg
# nog te vragen
- kring
steps:
  - {what: Kiezen, due: 2025}
  # de tweede
  - what: Zetten
    due: eind 2025   # streefdatum

  - what: Drinken
reason:
extra: onbekend
---

## Waarom?

Om wakker te worden.
"""


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([("title", "Thee")], ["-title: Koffie", "+title: Thee"]),
        ([("title", "Thee: groen")], ["-title: Koffie", '+title: "Thee: groen"']),
        ([("number", "1.1.2")], ['-number: "1.1.1"   # blijft', '+number: "1.1.2"   # blijft']),
        ([("due", "zomer 2026")], ["+due: zomer 2026"]),
        ([("reason", "x")], ["-reason:", "+reason: x"]),
        ([("steps.1.done", "2025-12-01")], ["+    done: 2025-12-01"]),
        (
            [("steps.0.done", "2025")],
            ["-  - {what: Kiezen, due: 2025}", "+  - {what: Kiezen, due: 2025, done: 2025}"],
        ),
        (
            [("steps.1.due", "2026")],
            ["-    due: eind 2025   # streefdatum", "+    due: 2026   # streefdatum"],
        ),
        ([("steps.+", {"what": "Afwassen", "by": ["kring"]})], ["+  - what: Afwassen", "+    by: [kring]"]),
        ([("steps.^1", {"what": "Malen"})], ["+  - what: Malen"]),
        ([("steps.2", None)], ["-  - what: Drinken"]),
        ([("steps.1.due", "")], ["-    due: eind 2025   # streefdatum"]),
        (
            [("lead.+", "dienst-zorg")],
            ["-lead: [kring, 'apothekers']  # samen", "+lead: [kring, apothekers, dienst-zorg]  # samen"],
        ),
        ([("partners.+", "apothekers")], ["+- apothekers"]),
        ([("partners.0", None)], ["-- dienst-zorg"]),
        ([("lead", [])], ["-lead: [kring, 'apothekers']  # samen"]),
        ([("decision", {"meeting": "2025-05-13-overleg/B1"})], ["+decision: 2025-05-13-overleg/B1"]),
        ([("decision", {"body": "kring", "on": "2025"})], ["+decision:", "+  body: kring", "+  on: 2025"]),
        ([("accepted", [{"key": "no-lead", "text": "later"}])], ["+accepted:", "+  no-lead: later"]),
        (
            [("updates", [{"on": "2025-06-30", "health": "on-track", "note": 'Goed: "ja"'}])],
            ["+updates:", "+  - on: 2025-06-30", "+    health: on-track", '+    note: "Goed: \\"ja\\""'],
        ),
        ([("title", "Een titel\nop twee regels")], ["-title: Koffie", "+title: Een titel op twee regels"]),
        ([("body", "## Waarom?\r\n\r\nOm te slapen.\r\n")], ["-Om wakker te worden.", "+Om te slapen."]),
    ],
)
def test_a_change_touches_its_own_lines_alone(page: Page, changes: list[tuple[str, Any]], expected: list[str]) -> None:
    assert difference(FICHE, saved(page, "action", FICHE, *changes)) == expected


def test_a_file_of_keys_of_ones_own_is_changed_in_place(page: Page) -> None:
    text = "# wie\nkring:\n  name: Kring\n\n# zorg\ndienst: {name: Dienst, also: [x]}\nleeg:\n"
    new = saved(
        page, "actors", text, ("items.0.kind", "group"), ("items.1.id", "dienst-zorg"), ("items.2.name", "Leeg")
    )
    assert (
        new
        == "# wie\nkring:\n  name: Kring\n  kind: group\n\n# zorg\ndienst-zorg: {name: Dienst, also: [x]}\nleeg:\n  name: Leeg\n"
    )
    assert difference(text, saved(page, "actors", text, ("items.^1", {"id": "nieuw", "name": "Nieuw"}))) == [
        "+nieuw:",
        "+  name: Nieuw",
    ]
    assert difference(text, saved(page, "actors", text, ("items.0", None))) == ["-kring:", "-  name: Kring"]


def test_lists_of_words_keep_what_stands_around(page: Page) -> None:
    text = "title: T\ntarget_groups:\n  a: A  # eerst\n  b: B\nabbreviations:\n  b.v.: bij voorbeeld\n"
    new = saved(
        page,
        "plan",
        text,
        ("target_groups.0", None),
        ("target_groups.+", {"key": "c", "text": "C: d"}),
        ("abbreviations.0.text", "x"),
    )
    assert new == 'title: T\ntarget_groups:\n  b: B\n  c: "C: d"\nabbreviations:\n  b.v.: x\n'


def test_a_goal_deep_in_its_list_is_changed_in_place(page: Page) -> None:
    text = (ROOT / "plan" / "goals.yaml").read_text("utf-8")
    new = saved(page, "goals", text, ("items.2.goals.1.text", "Een regel.\n\nNog een.\n"))
    changed = difference(text, new)
    assert [line for line in changed if line[0] == "+"] == ["+        Een regel.", "+        Nog een."] or len(
        changed
    ) < 12
    assert load(WorkTree(ROOT)).plan is not None


def test_an_answer_of_yes_or_no_stays_as_it_was_typed_until_it_changes(page: Page) -> None:
    text = "---\ntitle: O\nlast: Ja\n---\n"
    assert page.evaluate("([name, text]) => opened(name, text)", ["meeting", text])["value"]["last"] == "yes"
    assert saved(page, "meeting", text, ("title", "P")) == "---\ntitle: P\nlast: Ja\n---\n"
    assert saved(page, "meeting", text, ("last", "no")) == '---\ntitle: O\nlast: "no"\n---\n'


def test_what_would_lose_keys_that_the_form_does_not_know_is_refused(page: Page) -> None:
    text = fiche("1.1.1", "condition: {what: x, wie: y}")
    assert "would be lost" in refused(page, "action", text, ("condition.what", "z"))


def test_a_new_file_is_written_as_elzctl_writes_it(page: Page, tmp_path: Path) -> None:
    new = saved(
        page, "action", "",
        ("number", "1.1.1"), ("title", "Koffie: een kop"), ("status", "planned"), ("lead", ["kring"]), ("themes", []),
        ("steps", [{"what": "Zetten", "due": "eind 2025"}]), ("body", "\n## Waarom?\n\nZomaar.\n"),
    )  # fmt: skip
    assert new == (
        '---\nnumber: 1.1.1\ntitle: "Koffie: een kop"\nstatus: planned\nlead: [kring]\n'
        "steps:\n  - what: Zetten\n    due: eind 2025\n---\n\n## Waarom?\n\nZomaar.\n"
    )
    loaded = load(WorkTree(write(tmp_path, koffie=new)))
    assert loaded.plan.by_id["koffie"].title == "Koffie: een kop"
    assert not [finding for finding in loaded.findings if finding.span.path.endswith("koffie.md")]


HOSTILE = ['"', "'", "a: b", "- x", "#x", "[x", "{", "*a", "&a", "!a", "%", "@", "`", "|", ">", "---", "x\\", "a\tb", "é\u2028x",
           "\u202e", "x\ufeffy", "~", "null", "yes", "1.10", " x ", "a\u0000b", "<script>", "{{title}}", "::error::x", "🙂"]  # fmt: skip


def test_hostile_texts_read_back_the_same_wherever_they_stand(page: Page) -> None:
    for text in HOSTILE:
        changes: list[tuple[str, Any]] = [
            ("title", text), ("steps.0.what", text), ("steps.2.note", text), ("lead", [text]), ("partners.+", text),
            ("accepted", [{"key": text, "text": text}]),
        ]  # fmt: skip
        new = saved(page, "action", FICHE, *changes)
        data = read_by_elzctl(new.split("---\n")[1]) if "\0" not in text and "\u2028" not in text else None
        if data is not None:
            bare = text.strip()
            assert [data[" title"], data[" steps"][0][" what"], data[" lead"]] == [bare, bare, [bare]]
            assert data[" accepted"] == {f" {bare}": bare}
