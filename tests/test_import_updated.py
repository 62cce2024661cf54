"""A file that exists, brought up to what a document says: only what differs changes, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from small_plans import fiche, loaded

from elzctl.edit import patched, rewritten, scalar
from elzctl.intake.ledger import Account, Certainty, Entry
from elzctl.intake.placed import guesses, joined, placed
from elzctl.intake.recognised import recognised
from elzctl.intake.updated import updated
from elzctl.scaffold.allowed import OneFile, Refused
from elzctl.source import Source

ACTORS = """\
# Wie er is.
dienst-zorg:
  name: Dienst Zorg   # zo heet hij
  member_of: [kring]
# onderaan
"""
FICHE = """\
---
number: 1.1.1
title: Koffie
lead:
- dienst-zorg
steps:
  - {what: Zaal zoeken, due: maart 2025, done: 2025-03-30}
start:
---

## Waarom?

Omdat het deugd doet.

## Wat gaan we doen?

Koffie.

::: intern
Niet te veel.
:::
"""


def source(path: str, text: str) -> Source:
    return Source(path, text.encode(), text)


def after(path: str, old: str, new: str, *, add_only: bool = False) -> str:
    one = source(path, old)
    return rewritten(one, updated(one, new, add_only=add_only).patches).decode()


def test_a_value_that_differs_is_replaced_and_its_comment_stays() -> None:
    text = after("plan/actors.yaml", ACTORS, "dienst-zorg:\n  name: 'Dienst: Zorg'\n")
    assert text == ACTORS.replace("Dienst Zorg ", '"Dienst: Zorg" ')


def test_what_is_missing_comes_behind_what_is_there() -> None:
    text = after("plan/actors.yaml", ACTORS, "dienst-zorg:\n  kind: organisation\nkring:\n  name: Kring\n")
    more = "  member_of: [kring]\n  kind: organisation\nkring:\n  name: Kring\n"
    assert text == ACTORS.replace("  member_of: [kring]\n", more)


def test_when_it_only_adds_nothing_that_is_there_changes() -> None:
    new = "dienst-zorg:\n  name: Anders\n  kind: organisation\n  member_of: [a, b]\n"
    text = after("plan/actors.yaml", ACTORS, new, add_only=True)
    assert text == ACTORS.replace("[kring]\n", "[kring]\n  kind: organisation\n")


@pytest.mark.parametrize("path", ["plan/actors.yaml", "plan/actions/koffie.md"])
def test_the_same_changes_nothing(path: str) -> None:
    text = ACTORS if path.endswith("yaml") else FICHE
    assert updated(source(path, text), text).patches == ()


def test_line_ends_stay_those_of_the_file() -> None:
    old = ACTORS.replace("\n", "\r\n")
    text = after("plan/actors.yaml", old, "kring:\n  name: Kring\n")
    assert text.count("\r\n") == text.count("\n") == old.count("\n") + 2


def test_a_fiche_is_changed_where_it_says_something_else() -> None:
    new = """\
---
number: 1.1.1
title: Thee
lead: [dienst-zorg, kring]
start: voorjaar 2025
steps:
  - {what: Zaal zoeken, due: april 2025}
  - {what: Thee zetten}
---

## Waarom?

Omdat het goed doet.

## Met wie?

Met de kring.
"""
    text = after("plan/actions/koffie.md", FICHE, new)
    # What only the fiche knows stays: the day on which a step was done, the part that no document has.
    expected = (
        FICHE.replace("title: Koffie", "title: Thee")
        .replace("lead:\n- dienst-zorg\n", "lead: [dienst-zorg, kring]\n")
        .replace("due: maart 2025, done: 2025-03-30}\n", "due: april 2025, done: 2025-03-30}\n  - what: Thee zetten\n")
        .replace("start:\n", "start: voorjaar 2025\n")
        .replace("deugd doet", "goed doet")
    )
    assert text == expected.rstrip() + "\n\n## Met wie?\n\nMet de kring.\n"


def test_a_part_in_which_somebody_wrote_something_internal_is_left_and_told() -> None:
    new = "---\ntitle: Koffie\n---\n\n## Wat?\n\nThee.\n"
    found = updated(source("plan/actions/koffie.md", FICHE), new)
    assert found.patches == ()
    assert [dict(one.args) for one in found.left] == [{"path": "plan/actions/koffie.md", "name": "Wat gaan we doen?"}]


def test_headings_are_recognised_whatever_their_number_or_language() -> None:
    old = "---\ntitle: Overleg\n---\n\n## 1. Varia\n\nNiets.\n"
    assert after("meetings/x.md", old, "---\ntitle: Overleg\n---\n\n## 3. varia\n\nIets.\n") == old.replace(
        "Niets", "Iets"
    )
    old = FICHE.replace("## Waarom?", "## Why")
    text = after("plan/actions/x.md", old, "---\ntitle: Koffie\n---\n\n## Waarom?\n\nDaarom.\n")
    assert text == old.replace("Omdat het deugd doet.", "Daarom.")


@pytest.mark.parametrize(
    "text",
    [
        "zonder streepjes\n",
        "---\ntitle: [open\n---\n",
        "---\na: &b 1\nc: *b\n---\n",
    ],
)
def test_a_file_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="cannot be read"):
        updated(source("plan/actions/x.md", text), FICHE)


def test_two_documents_add_to_one_register_and_never_to_one_meeting() -> None:
    one = {"plan/actors.yaml": "a:\n  name: A\n", "meetings/x.md": "een"}
    two = {"plan/actors.yaml": "a:\n  name: Anders\nb:\n  name: B\n"}
    assert joined([("een", one), ("twee", two)])["plan/actors.yaml"] == "a:\n  name: A\nb:\n  name: B\n"
    with pytest.raises(Refused, match="would both be"):
        joined([("een", one), ("twee", {"meetings/x.md": "twee"})])


def test_what_is_there_is_told_from_what_is_new() -> None:
    tree = OneFile("plan/actors.yaml", ACTORS.encode())
    found = placed(tree, {"plan/actors.yaml": "kring:\n  name: Kring\n", "plan/goals.yaml": "[]\n"})
    assert (set(found.new), set(found.sources), found.same) == ({"plan/goals.yaml"}, {"plan/actors.yaml"}, ())
    assert placed(tree, {"plan/actors.yaml": "dienst-zorg:\n  name: Dienst Zorg\n"}).same == ("plan/actors.yaml",)


def test_what_was_guessed_changes_nothing_that_somebody_wrote() -> None:
    account = Account((), (Entry("plan/actions/koffie.md", "status", "running", Certainty.GUESSED, "", ()),), ())
    old = "---\ntitle: Koffie\nstatus: done\n---\n"
    tree = OneFile("plan/actions/koffie.md", old.encode())
    new = {"plan/actions/koffie.md": "---\ntitle: Thee\nstatus: running\n---\n"}
    found = placed(tree, new, guessed=guesses([account]))
    assert patched(found.sources["plan/actions/koffie.md"], found.patches) == old.replace("Koffie", "Thee")
    tree = OneFile("plan/actions/koffie.md", old.replace("status: done", "status:").encode())
    found = placed(tree, new, guessed=guesses([account]))
    assert "status: running" in patched(found.sources["plan/actions/koffie.md"], found.patches)


MEETING = "---\ntitle: Overleg\ndate: 2025-05-13\nstate: {state}\n---\n\n## 1. Acties\n\n- [ ] Zaal zoeken\n"


def test_minutes_keep_how_far_they_are_and_what_became_of_their_points() -> None:
    path, new = "meetings/2025-05-13-overleg.md", MEETING.format(state="draft").replace("Zaal", "Een zaal")
    old = MEETING.format(state="review")
    found = placed(OneFile(path, old.encode()), {path: new})
    assert patched(found.sources[path], found.patches) == old.replace("Zaal", "Een zaal")
    for more in ("- [x] Zaal zoeken op:2025-06-01\n", "- [ ] Zaal zoeken\n  - stand op:2025-06-01: bijna\n"):
        found = placed(OneFile(path, old.replace("- [ ] Zaal zoeken\n", more).encode()), {path: new})
        assert (found.patches, len(found.left)) == ((), 1)


def test_minutes_that_were_approved_stay_as_they_are() -> None:
    path = "meetings/2025-05-13-overleg.md"
    tree = OneFile(path, MEETING.format(state="approved").encode())
    found = placed(tree, {path: MEETING.format(state="draft").replace("Zaal", "Een zaal")})
    assert (found.patches, found.same, [one.text for one in found.left]) == (
        (),
        (path,),
        ["{path} was approved, and stays as it is"],
    )


def test_what_the_plan_calls_otherwise_is_recognised(tmp_path: Path) -> None:
    plan = loaded(tmp_path, koffie_drinken=fiche("1.1.1", title="Koffie drinken")).plan
    files = {
        "plan/actions/koffie-zetten.md": fiche("1.1.1", "lead: [huisartsenkring, nieuw]", title="Koffie zetten"),
        "plan/actions/thee.md": fiche(
            "1.1.2", "into: koffie-zetten", title="Thee", text="Zie [[koffie-zetten]] en [[gezien|dit]]."
        ),
        "plan/actors.yaml": "huisartsenkring:\n  name: De huisartsenkring\nnieuw:\n  name: Nieuw\n  member_of: [huisartsenkring]\n",
        "plan/goals.yaml": "- id: dichtbij\n  number: 1\n  title: Dichtbij\n  goals:\n    - {id: gezien, number: 1.1, title: Gezien}\n",
    }
    found = recognised(plan, files)
    assert found.moved["plan/actions/koffie-zetten.md"] == "plan/actions/koffie-drinken.md"
    assert found.files == {
        "plan/actions/koffie-drinken.md": fiche("1.1.1", "lead: [kring, nieuw]", title="Koffie zetten"),
        "plan/actions/thee.md": fiche(
            "1.1.2", "into: koffie-drinken", title="Thee", text="Zie [[koffie-drinken]] en [[mantelzorg-zien|dit]]."
        ),
        "plan/actors.yaml": "kring:\n  name: De huisartsenkring\nnieuw:\n  name: Nieuw\n  member_of: [kring]\n",
        "plan/goals.yaml": "- id: zorg-dichtbij\n  number: 1\n  title: Dichtbij\n  goals:\n    - {id: mantelzorg-zien, number: 1.1, title: Gezien}\n",
    }


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=12).map(str.strip)
NAMES = st.sampled_from(["een", "twee", "drie", "naam: x", "#", "- y"])
VALUES = st.recursive(
    TEXTS.filter(bool),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, min_size=1, max_size=3),
    max_leaves=6,
)
DATA = st.dictionaries(NAMES, VALUES, min_size=1, max_size=4)


def written(data: object, *, block: bool) -> str:
    """The same data in block style or between brackets, a key a line."""
    if block or not isinstance(data, dict):
        return yaml.safe_dump(data, allow_unicode=True, default_flow_style=False, sort_keys=False, width=10_000)
    lines = [
        f"{scalar(key)}: {yaml.safe_dump(value, default_flow_style=True, width=10_000)}" for key, value in data.items()
    ]
    return "".join(line.removesuffix("...\n") for line in lines)


@given(DATA, DATA, st.booleans(), st.booleans())
@settings(max_examples=150, deadline=None)
def test_whatever_they_say_both_are_in_the_file_afterwards_or_nothing_is_written(
    old: dict[str, object], new: dict[str, object], block: bool, other: bool
) -> None:
    one = source("plan/actors.yaml", f"# een woord vooraf\n{written(old, block=block)}# en achteraf\n")
    try:
        found = updated(one, written(new, block=other))
    except Refused:
        return
    text = patched(one, found.patches)
    assert text.startswith("# een woord vooraf\n")
    assert text.rstrip("\n").endswith("# en achteraf")
    read = yaml.load(text, yaml.BaseLoader)
    assert {*read} == {*old, *new}
    assert all(read[key] == yaml.load(written(old, block=True), yaml.BaseLoader)[key] for key in {*old} - {*new})
    again = updated(Source(one.path, text.encode(), text), written(new, block=other))
    assert again.patches == ()
