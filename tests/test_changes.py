"""What changed between two plans: exactly that, and nothing of how it is written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_meetings import SERIES, TOWNS
from small_plans import GOALS, PLAN, ROOT, fiche

from elzctl.fiche import Acceptance, Condition, Decision, Indicator, Measurement, Step, Update
from elzctl.load import load
from elzctl.meeting import Approval, Attachment, Contribution, Meeting, Occasion, Series, SignalStep, Turn
from elzctl.model import Action, Actor, Chapter, Goal, Plan, Settings, StrategicGoal
from elzctl.style import Accessibility, Style
from elzctl.terms import Status
from elzctl.tree import WorkTree
from elzctl.views import changes_fiche, changes_meetings
from elzctl.views.changes import Changed, Changes, How, Thing, about, changes, published
from elzctl.views.changes_findings import finding_changes, of_things
from elzctl.views.changes_parts import Field, Listed, Names, Order, Text
from elzctl.views.examine import examined
from elzctl.views.likeness import likeness, paired
from elzctl.views.stretches import Kept, Stretch, excerpt, same_words, stretches

KOFFIE = """\
---
number: 1.1.1
title: Koffie voor mantelzorgers
status: running
lead: [dienst]
role: lead
partners: [aa, bee]
target_groups: [mantelzorgers]
themes: [mantelzorg]
start: maart 2025
due: voorjaar 2025
steps:
  - {what: Overleg met de scholen, due: april 2025, by: [dienst]}
  - {what: Affiches drukken en verspreiden, due: juni 2025}
  - {what: Terugblik met alle partners}
indicators:
  - {kind: output, what: Aantal bezoekers, target: 40, unit: bezoekers, measured: [{on: 2025-03-31, value: "12"}]}
updates:
  - {on: 2025-03-01, health: on-track, note: De zaal is geboekt}
accepted: {no-date: er komt er nog een}
---

Korte inleiding.

## Waarom?

Omdat mantelzorgers elkaar zelden zien en daar zelf om vragen.

Een tweede alinea over de zone, zie [[wandelen]].

## Wat?

* koffie
* koek
* een gesprek

::: intern
Met een budget van honderd euro.
:::
"""
WANDELEN = fiche(
    "1.2.1", "lead: [aa]", "due: 2025", title="Samen wandelen", text="## Waarom?\n\nOmdat bewegen goed doet.\n"
)
SOEP = fiche(
    "1.1.2",
    "lead: [bee]",
    title="Soep op straat",
    text="## Waarom?\n\nOmdat soep warm is.\n\n## Hoe?\n\nMet pollepels.\n",
)
MEETING = """\
---
title: Overleg welzijn
series: overleg
date: 2025-05-13
start: 13u30
location: Zaal 1
state: draft
present: [dienst, aa]
next: {date: 2025-10-09, location: Zaal 2}
---

Vooraf.

## 1. Opvolging

We bekijken de punten van vorige keer, en dat duurt even.

- [ ] Stappenplannen bundelen @partners tegen:2025-10-09 [[koffie]]
  - bijdrage @dienst: bezorgt de stappenplannen
- [ ] Affiches verspreiden @besturen tegen:2025-11-01

BESLUIT: De groep vergadert voortaan op wisselende plaatsen.

## 2. Signalen

SIGNAAL: Jonge ouders vinden de weg niet #mantelzorgers
- besproken op:2025-06-10

AFSPRAAK: @besturen helpen de info verspreiden #bewegen
EVENEMENT: 2025-10-11 13u30-17u Babbeltaartjes in elke gemeente @dienst

::: intern
- [ ] Geheim punt @dienst tegen:2025-12-01
:::
"""
FILES = {
    "plan/plan.yaml": PLAN + "terms: [ELZ]\nabbreviations: {ELZ: eerstelijnszone}\nchapters: {before: [inleiding]}\n",
    "plan/goals.yaml": GOALS,
    "plan/actors.yaml": TOWNS,
    "plan/actions/koffie.md": KOFFIE,
    "plan/actions/wandelen.md": WANDELEN,
    "plan/actions/soep.md": SOEP,
    "plan/texts/inleiding.md": "---\ntitle: Inleiding\n---\n\nWie wij zijn.\n",
    "meetings/series.yaml": SERIES,
    "meetings/2025-05-13-overleg.md": MEETING,
    "meetings/attachments/bijlage.pdf": "x",
}
"""A small plan with everything in it, as files."""

Files = dict[str, str]


def laid(root: Path, files: Files) -> Path:
    """The files, and no others."""
    for path in [*root.rglob("*")]:
        if path.is_file():
            path.unlink()
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode())
    return root


def read(files: Files) -> Plan:
    with TemporaryDirectory() as folder:
        return load(WorkTree(laid(Path(folder), files))).plan


def edited(name: str, *pairs: tuple[str, str], files: Files = FILES) -> Files:
    """The files with other words in one of them; each must be there."""
    text = files[name]
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    return {**files, name: text}


def diff(*pairs: tuple[str, str], name: str = "plan/actions/koffie.md") -> Changes:
    """What changes when these words of a file do."""
    return changes(BASE, read(edited(name, *pairs)))


def only(found: Changes) -> Changed:
    (change,) = found.things
    return change


def part(found: Changes) -> Any:
    """The only part of the only thing that changed."""
    (one,) = only(found).parts
    return one


def marked(text: Text) -> str:
    """A text with its marks."""
    marks = {Kept.SAME: "{}", Kept.GONE: "[-{}-]", Kept.COME: "{{+{}+}}"}
    return " ".join(marks[one.kept].format(one.text) for one in text.stretches)


BASE = read(FILES)
MINUTES = "meetings/2025-05-13-overleg.md"


# Nothing changed.


def test_a_plan_is_the_same_as_itself() -> None:
    assert changes(BASE, BASE).things == ()
    assert changes(BASE, read(FILES)).things == ()
    assert changes(Plan(), Plan()).things == ()


def turned(text: str) -> str:
    """A fiche with its two sections in the other order."""
    head, first, second = text.split("## ")
    return f"{head}## {second.rstrip()}\n\n## {first.rstrip()}\n"


REFORMATTED: dict[str, Callable[[Files], Files]] = {
    "line ends": lambda files: {name: text.replace("\n", "\r\n") for name, text in files.items()},
    "a mark before the text": lambda files: {name: "\ufeff" + text for name, text in files.items()},
    "quotation marks": lambda files: edited(
        "plan/actions/koffie.md",
        ("title: Koffie voor mantelzorgers", "title: 'Koffie voor mantelzorgers'"),
        files=files,
    ),
    "the order of keys": lambda files: edited(
        "plan/actions/koffie.md",
        ("role: lead\n", ""),
        ("themes: [mantelzorg]\n", "themes: [mantelzorg]\nrole: lead\n"),
        files=files,
    ),
    "lists on lines of their own": lambda files: edited(
        "plan/actions/koffie.md", ("partners: [aa, bee]", "partners:\n- aa\n- 'bee'"), files=files
    ),
    "a comment": lambda files: edited(
        "plan/actions/koffie.md", ("role: lead", "# de zone zelf\nrole: lead # ja"), files=files
    ),
    "another way to type a date": lambda files: edited(
        "plan/actions/koffie.md",
        ("due: voorjaar 2025", "due: 1 maart - 31 mei 2025"),
        ("maart 2025", "2025-03"),
        files=files,
    ),
    "another way to type an amount": lambda files: edited(
        "plan/actions/koffie.md", ("target: 40", 'target: "40,0"'), files=files
    ),
    "lines that are filled anew": lambda files: edited(
        "plan/actions/koffie.md", ("elkaar zelden zien en daar", "elkaar\nzelden  zien\nen daar"), files=files
    ),
    "blank lines in a list": lambda files: edited(
        "plan/actions/koffie.md", ("* koffie\n* koek\n", "* koffie\n\n* koek\n\n"), files=files
    ),
    "a comment in the text": lambda files: edited(
        "plan/actions/koffie.md", ("Korte inleiding.", "<!-- let op -->\nKorte inleiding."), files=files
    ),
    "how a heading is worded": lambda files: edited(
        "plan/actions/koffie.md", ("## Waarom?", "## Waarom deze actie?"), files=files
    ),
    "the order of sections": lambda files: {**files, "plan/actions/soep.md": turned(files["plan/actions/soep.md"])},
    "the hours of a meeting": lambda files: edited(MINUTES, ("start: 13u30", "start: '13:30'"), files=files),
    "the numbers of an agenda": lambda files: edited(MINUTES, ("## 2. Signalen", "## 3. Signalen"), files=files),
    "words for the marks of minutes": lambda files: edited(
        MINUTES,
        ("BESLUIT:", "DECISION:"),
        ("SIGNAAL:", "**SIGNAAL:**"),
        ("tegen:2025-10-09", 'due:"9 oktober 2025"'),
        files=files,
    ),
}


@pytest.mark.parametrize("how", REFORMATTED)
def test_how_a_file_is_written_does_not_count(how: str) -> None:
    assert REFORMATTED[how](FILES) != FILES
    assert changes(BASE, read(REFORMATTED[how](FILES))).things == ()


def test_accents_in_one_sign_or_in_two_are_the_same() -> None:
    one, two = (
        {**FILES, "plan/texts/inleiding.md": f"---\ntitle: Idee{sign}n\n---\n\nTwee idee{sign}n.\n"}
        for sign in ("ë", "e\u0308")
    )
    assert changes(read(one), read(two)).things == ()


# Fields.

FIELDS: list[tuple[str, str, str, Any, Any]] = [
    ("status: running", "status: on-hold", "status", Status.RUNNING, Status.ON_HOLD),
    ("title: Koffie voor mantelzorgers", "title: Koffie", "title", "Koffie voor mantelzorgers", "Koffie"),
]


@pytest.mark.parametrize(("old", "new", "key", "was", "now"), FIELDS)
def test_a_field_has_what_was_and_what_is(old: str, new: str, key: str, was: Any, now: Any) -> None:
    assert part(diff((old, new))) == Field(key, was, now)


def test_dates_are_compared_by_their_days() -> None:
    moved = part(diff(("due: voorjaar 2025", "due: eind 2025")))
    assert (moved.key, moved.old.last, moved.new.first) == ("due", date(2025, 5, 31), date(2025, 10, 1))


def test_a_list_of_names_says_who_went_and_who_came() -> None:
    assert part(diff(("partners: [aa, bee]", "partners: [bee, dienst]"))) == Names(
        "partners", ("aa", "bee"), ("bee", "dienst"), ("aa",), ("dienst",)
    )
    assert part(diff(("partners: [aa, bee]", "partners: [bee, aa]"))) == Names(
        "partners", ("aa", "bee"), ("bee", "aa"), (), ()
    )
    assert part(diff(("lead: [dienst]\n", ""))) == Names("lead", ("dienst",), (), ("dienst",), ())


def test_a_percentage_is_another_number_than_an_amount() -> None:
    (one,) = part(diff(("target: 40", "target: 40%"))).parts
    assert (one.key, one.old.text, one.new.text) == ("target", "40", "40%")


def test_a_condition_and_a_decision_are_told_by_their_parts() -> None:
    found = diff(
        ("role: lead", "role: lead\ncondition: {what: subsidie, by: juni 2025}\ndecision: {body: dienst, text: ja}")
    )
    assert [one.key for one in only(found).parts] == [
        "decision.body",
        "decision.text",
        "condition.what",
        "condition.by",
    ]
    assert all(not one.old for one in only(found).parts if isinstance(one, Field))


def test_a_long_text_in_a_field_is_compared_word_by_word() -> None:
    reason = "Omdat er dit jaar geen middelen zijn om de werking in alle gemeenten verder te zetten"
    old = read(edited("plan/actions/koffie.md", ("role: lead", f"role: lead\nreason: {reason}")))
    new = read(
        edited("plan/actions/koffie.md", ("role: lead", f"role: lead\nreason: {reason.replace('alle', 'twee')}"))
    )
    assert marked(part(changes(old, new))).endswith("in [-alle-] {+twee+} gemeenten verder te zetten")


# Lists.


def test_a_step_that_is_done_moved_new_or_gone() -> None:
    steps = {
        ("{what: Terugblik met alle partners}", "{what: Terugblik met alle partners, done: 2025-06-01}"): ["done"],
        ("juni 2025}", "eind 2025}"): ["due"],
        ("Affiches drukken en verspreiden", "Affiches ontwerpen en verspreiden"): ["what"],
    }
    for words, keys in steps.items():
        one = part(diff(words))
        assert (one.key, [inner.key for inner in one.parts]) == ("steps", keys)
    new = part(diff(("  - {what: Terugblik", "  - {what: Evaluatie}\n  - {what: Terugblik")))
    assert (new.old, new.new.what, new.number) == (None, "Evaluatie", 3)
    gone = part(diff(("  - {what: Terugblik met alle partners}\n", "")))
    assert (gone.old.what, gone.new, gone.number) == ("Terugblik met alle partners", None, 3)


def test_steps_in_another_order_are_told_in_one_word() -> None:
    step = "  - {what: Terugblik met alle partners}\n"
    found = diff((step, ""), ("steps:\n", f"steps:\n{step}"))
    assert part(found) == Order("steps")


def test_a_measurement_is_a_part_of_its_indicator() -> None:
    one = part(diff(('value: "12"}]', 'value: "12"}, {on: 2025-06-30, value: "31"}]')))
    assert one.key == "indicators"
    (measured,) = one.parts
    assert (measured.key, measured.old, measured.new.value.value) == ("measured", None, 31)


def test_an_update_and_an_accepted_finding_are_told() -> None:
    assert part(diff(("accepted: {", "accepted: {no-lead: later, "))).new.code == "no-lead"
    assert part(diff(("De zaal is geboekt", "De zaal is toch niet vrij"))).parts[0].key == "note"
    added = part(diff(("updates:\n", "updates:\n  - {on: 2025-04-01, health: at-risk}\n")))
    assert (added.key, added.old, added.new.note) == ("updates", None, "")


# Running text.


def test_a_text_is_compared_word_by_word() -> None:
    found = part(diff(("elkaar zelden zien", "elkaar bijna nooit zien")))
    assert found.key == "section.why"
    assert marked(found).startswith("Omdat mantelzorgers elkaar [-zelden-] {+bijna nooit+} zien en daar")


def test_an_item_of_a_list_that_is_gone_takes_no_other_along() -> None:
    assert marked(part(diff(("* koek\n", "")))) == "* koffie [-\n* koek-] \n* een gesprek"


def test_a_text_before_the_first_heading_has_a_key_of_its_own() -> None:
    assert part(diff(("Korte inleiding.", "Lange inleiding."))).key == "section.intro"


def test_what_stands_in_internal_parts_is_apart_and_can_be_left_out() -> None:
    found = diff(("honderd", "duizend"))
    assert part(found).internal
    assert "euro" in marked(part(found))
    assert published(found) == found._replace(things=(), hidden=1)
    both = diff(("honderd", "duizend"), ("zelden", "nooit"))
    assert [one.internal for one in only(both).parts if isinstance(one, Text)] == [False, True]
    assert "duizend" not in repr(published(both).things[0].parts)


def test_a_part_that_becomes_internal_is_gone_for_the_public() -> None:
    found = published(
        diff(("Een tweede alinea over de zone, zie [[wandelen]].", "::: intern\nEen tweede alinea over de zone.\n:::"))
    )
    assert [one.kept for one in part(found).stretches] == [Kept.SAME, Kept.GONE]


def test_an_internal_part_without_an_end_hides_the_next_section_too() -> None:
    old = edited("plan/actions/koffie.md", ("Omdat mantelzorgers", "::: intern\nOmdat mantelzorgers"))
    new = edited("plan/actions/koffie.md", ("* koek", "* taart"), files=old)
    assert "taart" not in repr(published(changes(read(old), read(new))).things)


def test_a_reference_is_one_word() -> None:
    found = marked(part(diff(("[[wandelen]]", "[[soep|de soep van straks]]"))))
    assert "[-[[wandelen]].-] {+[[soep|de soep van straks]].+}" in found


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("een twee drie", "een twee drie", ""),
        ("een twee drie", "een  twee\ndrie", ""),
        ("", "nieuw", "{+nieuw+}"),
        ("weg", "", "[-weg-]"),
        ("een twee drie vier vijf", "een 2 drie 4 vijf", "een [-twee drie vier-] {+2 drie 4+} vijf"),
        ("alinea een\n\nalinea twee", "alinea een\n\nalinea drie", "alinea een\n\nalinea [-twee-] {+drie+}"),
        ("a\n\nb", "a b", "a [-\n\n-] b"),
    ],
)
def test_what_went_and_came_stands_in_reading_order(old: str, new: str, expected: str) -> None:
    assert marked(Text("", "", stretches(old, new))) == expected
    assert same_words(old, new) == (not expected)


def test_only_what_changed_is_shown_with_a_few_words_around_it() -> None:
    words = " ".join(f"w{number}" for number in range(40))
    found = excerpt(stretches(f"{words}\n\nslot", f"{words.replace('w20', 'X')}\n\nslot"), 3)
    assert [one.text for one in found] == ["… w17 w18 w19", "w20", "X", "w21 w22 w23 …"]


@pytest.mark.parametrize("size", [3_000, 60_000])
def test_very_long_texts_are_still_compared(size: int) -> None:
    old = "\n\n".join(f"regel {number % 7}" for number in range(size))
    found = stretches(old, f"{old}\n\nnieuw")
    assert found[-1] == Stretch(Kept.COME, "\n\nnieuw")
    assert stretches(" ".join(["de"] * size), " ".join(["het"] * size))[0].kept is Kept.GONE


@given(st.text(alphabet="ab \n*[]|-", max_size=60), st.text(alphabet="ab \n*[]|-", max_size=60))
@settings(max_examples=300, deadline=None)
def test_both_texts_can_be_read_back_from_the_stretches(old: str, new: str) -> None:
    found = stretches(old, new)
    if not found:
        assert same_words(old, new)
        return
    for text, kept in ((old, Kept.GONE), (new, Kept.COME)):
        back = " ".join(one.text for one in found if one.kept in (Kept.SAME, kept))
        assert back.split() == text.split()


# Things that come, go, move, and get another name.


def test_an_action_that_is_new_or_gone() -> None:
    new = {
        **FILES,
        "plan/actions/tuin.md": fiche(
            "1.2.2", "lead: [aa]", title="Een tuin voor iedereen", text="## Waarom?\n\nGroen.\n"
        ),
    }
    added = only(changes(BASE, read(new)))
    assert (added.thing, added.id, added.how, added.old) == (Thing.ACTION, "tuin", (How.ADDED,), None)
    assert {one.key for one in added.parts} == {"number", "title", "status", "lead", "section.why"}
    removed = only(changes(read(new), BASE))
    assert (removed.id, removed.how, removed.new) == ("tuin", (How.REMOVED,), None)


def test_a_new_number_and_a_new_title() -> None:
    assert only(diff(("number: 1.1.1", "number: 1.2.5"))).how == (How.RENUMBERED,)
    assert only(diff(("title: Koffie", "title: Thee"))).how == (How.RENAMED,)


def test_an_action_that_is_merged_becomes_a_stub_and_can_live_again() -> None:
    pair = ("status: running", "status: merged\ninto: soep")
    found = diff(pair)
    assert only(found).how == (How.STUB,)
    assert [one.key for one in only(found).parts] == ["status", "into"]
    assert only(changes(found.new, BASE)).how == (How.LIVE,)


RENAMES = [
    {"plan/actions/thee.md": KOFFIE},
    {"plan/actions/thee.md": KOFFIE.replace("title: Koffie voor mantelzorgers", "title: Thee voor mantelzorgers")},
    {"plan/actions/thee.md": KOFFIE.replace("number: 1.1.1", "number: 1.2.7")},
]


@pytest.mark.parametrize("renamed", RENAMES)
def test_a_file_with_another_name_is_the_same_action(renamed: Files) -> None:
    rest = {
        name: text.replace("[[koffie]]", "[[thee]]") for name, text in FILES.items() if not name.endswith("koffie.md")
    }
    change = only(changes(BASE, read({**rest, **renamed})))
    assert (change.id, change.was, change.how[-1]) == ("thee", "koffie", How.NEW_ID)


def test_another_action_in_the_same_place_is_another_action() -> None:
    other = fiche("1.1.1", title="Huisartsen opleiden", text="## Waarom?\n\nNascholing is verplicht.\n")
    rest = {name: text for name, text in FILES.items() if not name.endswith("koffie.md")}
    found = changes(BASE, read({**rest, "plan/actions/opleiding.md": other}))
    assert {(one.id, one.how) for one in found.things if one.thing is Thing.ACTION} == {
        ("opleiding", (How.ADDED,)),
        ("koffie", (How.REMOVED,)),
    }


def test_who_follows_an_actor_with_another_id_changes_nothing() -> None:
    new = {name: text.replace("dienst", "zorgdienst") for name, text in FILES.items()}
    change = only(changes(BASE, read(new)))
    assert (change.thing, change.id, change.was, change.how) == (Thing.ACTOR, "zorgdienst", "dienst", (How.NEW_ID,))


def test_a_meeting_with_another_file_name_is_the_same_meeting() -> None:
    rest = {name: text for name, text in FILES.items() if name != MINUTES}
    change = only(changes(BASE, read({**rest, "meetings/2025-05-20-overleg.md": MEETING})))
    assert (change.was, change.how, change.parts) == ("2025-05-13-overleg", (How.NEW_ID,), ())


def test_a_file_that_cannot_be_read_is_neither_new_nor_gone() -> None:
    broken = read({**FILES, "plan/actions/koffie.md": "---\nnumber: [\n---\n"})
    assert [(one.id, one.how) for one in changes(BASE, broken).things] == [("koffie", (How.UNREADABLE,))]
    assert [(one.id, one.how) for one in changes(broken, BASE).things] == [("koffie", (How.READABLE,))]
    assert changes(broken, broken).things == ()
    for name, thing in (
        *(("plan/plan.yaml", Thing.SETTINGS), ("plan/goals.yaml", Thing.GOAL), ("plan/actors.yaml", Thing.ACTOR)),
        ("meetings/series.yaml", Thing.SERIES),
    ):
        found = changes(BASE, read({**FILES, name: "a: [\n"}))
        assert [(one.thing, one.id, one.how) for one in found.things] == [(thing, name, (How.UNREADABLE,))]
    found = changes(BASE, read({**FILES, "plan/actions/nieuw.md": "---\nnumber: [\n---\n"}))
    assert [(one.thing, one.id, one.how) for one in found.things] == [(Thing.FILE, "nieuw", (How.UNREADABLE,))]


# Goals, chapters, actors, settings.

OTHERS: list[tuple[str, tuple[str, str], Thing, str, str]] = [
    ("plan/goals.yaml", ("title: Goed bestuur", "title: Beter bestuur"), Thing.GOAL, "goed-bestuur", "title"),
    ("plan/goals.yaml", ("number: 1.1", "number: 1.4"), Thing.GOAL, "mantelzorg-zien", "number"),
    ("plan/goals.yaml", ("text: Zie ook", "text: Zie nu"), Thing.GOAL, "samen-bewegen", "text"),
    ("plan/goals.yaml", ("motto: bewegen", "motto: dansen"), Thing.GOAL, "samen-bewegen", "motto"),
    ("plan/texts/inleiding.md", ("Wie wij", "Wat wij"), Thing.CHAPTER, "inleiding", "body"),
    ("plan/actors.yaml", ("name: Dienst Zorg", "name: Dienst Welzijn"), Thing.ACTOR, "dienst", "name"),
    ("plan/actors.yaml", ("member_of: [partners]", "member_of: [besturen]"), Thing.ACTOR, "dienst", "member_of"),
    ("plan/plan.yaml", ("warn_before: 30", "warn_before: 14"), Thing.SETTINGS, "plan/plan.yaml", "warn_before"),
    (
        "plan/plan.yaml",
        ("scholen: Scholen", "scholen: Alle scholen"),
        Thing.SETTINGS,
        "plan/plan.yaml",
        "target_groups",
    ),
    ("plan/plan.yaml", ("[inleiding]", "[]"), Thing.SETTINGS, "plan/plan.yaml", "chapters.before"),
    ("plan/plan.yaml", ("{ELZ: eerstelijnszone}", "{}"), Thing.SETTINGS, "plan/plan.yaml", "abbreviations"),
    ("meetings/series.yaml", ("start: 13:30", "start: 14:00"), Thing.SERIES, "overleg", "start"),
]


@pytest.mark.parametrize(("name", "words", "thing", "ident", "key"), OTHERS)
def test_what_is_no_action_is_told_too(name: str, words: tuple[str, str], thing: Thing, ident: str, key: str) -> None:
    change = only(diff(words, name=name))
    assert (change.thing, change.id, [one.key for one in change.parts]) == (thing, ident, [key])


def test_an_attachment_that_comes_or_goes_is_told_by_its_name() -> None:
    rest = {name: text for name, text in FILES.items() if "attachments" not in name}
    one = part(changes(BASE, read(rest)))
    assert (one.key, one.old, one.new) == ("files", "bijlage.pdf", None)
    new = only(changes(BASE, read({**FILES, "meetings/attachments/ander.pdf": "x"})))
    assert (new.thing, [one.new for one in new.parts if isinstance(one, Listed)]) == (Thing.ATTACHMENTS, ["ander.pdf"])


# Meetings.

NOTED: list[tuple[tuple[str, str], str, list[str]]] = [
    (("- [ ] Stappenplannen", "- [x] Stappenplannen"), "points", ["ticked"]),
    (("tegen:2025-11-01", "tegen:2025-12-01"), "points", ["due"]),
    (("@besturen tegen", "@aa tegen"), "points", ["owners"]),
    (
        ("  - bijdrage @dienst: bezorgt", "  - stand op:2025-06-01: goed\n  - bijdrage @dienst: bezorgt"),
        "points",
        ["turns"],
    ),
    (("bezorgt de stappenplannen", "bezorgt alle stappenplannen"), "points", ["contributions"]),
    (("[[koffie]]", "[[soep]]"), "points", ["references"]),
    (("op wisselende plaatsen", "op één plaats"), "decisions", ["text"]),
    (
        ("- besproken op:2025-06-10", "- besproken op:2025-06-10\n- geen mandaat op:2025-09-01: te groot"),
        "signals",
        ["steps"],
    ),
    (("@besturen helpen", "@aa helpen"), "agreements", ["text"]),
    (("#bewegen", "#mantelzorg"), "agreements", ["tags"]),
    (("13u30-17u", "14u-17u"), "events", ["start"]),
]


@pytest.mark.parametrize(("words", "key", "keys"), NOTED)
def test_what_was_noted_is_told_by_its_parts(words: tuple[str, str], key: str, keys: list[str]) -> None:
    one = part(diff(words, name=MINUTES))
    assert (one.key, [inner.key for inner in one.parts]) == (key, keys)


MEETING_FIELDS = [
    (("state: draft", "state: review"), ["state"]),
    (("present: [dienst, aa]", "present: [dienst]"), ["present"]),
    (("next: {date: 2025-10-09", "next: {date: 2025-10-16"), ["next.date"]),
    (("next: {date: 2025-10-09, location: Zaal 2}", "last: yes"), ["next.date", "next.location", "last"]),
    (("date: 2025-05-13", "date: 2025-05-20\nwas: [{date: 2025-05-13}]"), ["date", "was"]),
]


@pytest.mark.parametrize(("words", "keys"), MEETING_FIELDS)
def test_the_data_of_a_meeting_is_told(words: tuple[str, str], keys: list[str]) -> None:
    assert [one.key for one in only(diff(words, name=MINUTES)).parts] == keys


def test_a_point_in_between_is_new_and_the_later_ones_only_get_other_numbers() -> None:
    found = diff(("- [ ] Affiches", "- [ ] Zaal zoeken @aa tegen:2025-06-01\n- [ ] Affiches"), name=MINUTES)
    new, numbers = only(found).parts
    assert isinstance(new, Listed)
    assert (new.key, new.old, new.new.text, new.number) == ("points", None, "Zaal zoeken", 2)
    assert numbers == Field("renumbered", ("2", "3"), ("3", "4"))


def test_a_text_under_an_item_of_the_agenda_is_compared_word_by_word() -> None:
    found = part(diff(("en dat duurt even", "en dat gaat snel"), name=MINUTES))
    assert (found.key, found.title) == ("text", "Opvolging")
    assert marked(found).endswith("en dat [-duurt even.-] {+gaat snel.+}")


def test_items_of_the_agenda_come_go_and_get_another_title() -> None:
    assert part(diff(("## 2. Signalen", "## 2. Alle signalen"), name=MINUTES)).parts == (
        Field("title", "Signalen", "Alle signalen"),
    )
    new = part(diff(("## 2. Signalen", "## 2. Varia\n\n## 3. Signalen"), name=MINUTES))
    assert (new.key, new.old, new.new.title) == ("agenda", None, "Varia")


def test_an_internal_point_is_left_out_for_the_public() -> None:
    found = diff(("Geheim punt", "Zeer geheim punt"), name=MINUTES)
    assert part(found).internal
    assert published(found).things == ()
    shown = published(diff(("Geheim punt", "Zeer geheim punt"), ("Zaal 1", "Zaal 9"), name=MINUTES))
    assert (part(shown).key, shown.hidden) == ("location", 1)


def test_an_approval_is_told_without_its_hash() -> None:
    pair = ("state: draft", "state: approved\napproved: {in: 2025-05-13-overleg, on: 2025-10-09, text: abc}")
    assert [one.key for one in only(diff(pair, name=MINUTES)).parts] == ["state", "approved.meeting", "approved.on"]


APPROVED = "state: approved\napproved: {in: 2025-05-13-overleg, on: 2025-10-09, text: abc}"


@pytest.mark.parametrize(
    ("after", "keys"),
    [
        (APPROVED.replace("abc", "abd"), ["approved.hash"]),
        (APPROVED.replace("abc", "abd").replace("10-09,", "10-10,"), ["approved.on", "approved.hash"]),
        (APPROVED.replace("2025-05-13-overleg", "2025-09-09-ander").replace("abc", "abd"), ["approved.meeting"]),
        (APPROVED.replace(", text: abc", ""), ["approved.hash"]),
        ("state: approved", ["approved.removed", "approved.meeting", "approved.on"]),
    ],
)
def test_another_approved_text_is_told_when_the_meeting_stayed_the_same(after: str, keys: list[str]) -> None:
    before, new = (read(edited(MINUTES, ("state: draft", words))) for words in (APPROVED, after))
    assert [one.key for one in only(changes(before, new)).parts] == keys


# Findings.


def compared(old: Files, new: Files) -> Any:
    with TemporaryDirectory() as folder:
        before, after = (examined(load(WorkTree(laid(Path(folder), files)))) for files in (old, new))
    return finding_changes(before.findings, after.findings, changes(before.loaded.plan, after.loaded.plan)), after


def codes(findings: Any) -> list[str]:
    return [one.code for one in findings]


def test_findings_are_new_or_gone_by_what_they_say_and_not_by_their_line() -> None:
    moved = edited("plan/actions/koffie.md", ("---\nnumber", "---\n# een regel erbij\n# en nog een\nnumber"))
    found, _ = compared(FILES, moved)
    assert (found.new, found.gone) == ((), ())
    found, after = compared(FILES, edited("plan/actions/koffie.md", ("partners: [aa, bee]", "partners: [aa, nergens]")))
    assert codes(found.new) == ["unknown-actor"]
    assert of_things(found, frozenset({"soep"}), (after.loaded.plan,)).new == ()
    assert of_things(found, frozenset({"koffie"}), (after.loaded.plan,)).new == found.new
    back, _ = compared(edited("plan/actions/koffie.md", ("partners: [aa, bee]", "partners: [aa, nergens]")), FILES)
    assert codes(back.gone) == ["unknown-actor"]


def test_two_of_the_same_findings_count_as_two() -> None:
    one = edited("plan/actions/koffie.md", ("partners: [aa, bee]", "partners: [aa, x]"))
    two = edited("plan/actions/koffie.md", ("by: [dienst]", "by: [x]"), files=one)
    assert codes(compared(one, two)[0].new) == ["unknown-actor"]


def test_a_file_with_another_name_keeps_its_findings() -> None:
    old = edited("plan/actions/koffie.md", ("partners: [aa, bee]", "partners: [aa, x]"))
    new = {name: text.replace("[[koffie]]", "[[thee]]") for name, text in old.items()}
    new["plan/actions/thee.md"] = new.pop("plan/actions/koffie.md")
    found, _ = compared(old, new)
    assert (found.new, found.gone) == ((), ())


# What is asked for.


def test_a_goal_takes_its_actions_along() -> None:
    new = edited("plan/actions/koffie.md", ("status: running", "status: done"))
    new = edited("plan/actions/wandelen.md", ("status: running", "status: done"), files=new)
    found = changes(BASE, read(new))
    for asked, ids in (
        ({"koffie"}, {"koffie"}),
        ({"mantelzorg-zien"}, {"koffie"}),
        ({"zorg-dichtbij"}, {"koffie", "wandelen"}),
    ):
        assert {one.id for one in about(found, frozenset(asked)).things} == ids
    assert about(found, frozenset({"soep"})).things == ()


def test_what_belongs_together_has_most_words_in_common() -> None:
    pairs = paired(["een rode fiets", "b"], ["b", "een groene fiets", "c"], str, 0.5)
    assert pairs == [("b", "b"), ("een rode fiets", "een groene fiets"), (None, "c")]
    assert likeness(set(), set()) == 0
    many = [f"punt {number}" for number in range(900)]
    assert paired(many, many[::-1], str, 0.5) == [(one, one) for one in reversed(many)]


# Nothing is forgotten.


@pytest.mark.parametrize(
    ("kind", "keys", "elsewhere"),
    [
        (Action, changes_fiche.ACTION, "id path body"),
        (Goal, changes_fiche.GOAL, "id references"),
        (StrategicGoal, changes_fiche.GOAL, "id references"),
        (Chapter, changes_fiche.CHAPTER, "id path references"),
        (Actor, changes_fiche.ACTOR, "id"),
        (Series, changes_fiche.SERIES, "id"),
        (Settings, changes_fiche.SETTINGS, ""),
        (Meeting, changes_meetings.MEETING, "id path minutes"),
        *((kind, keys, "id") for _, kind, keys in changes_meetings.NOTED),
        *((kind, getattr(changes_fiche, kind.__name__.upper()), "") for kind in (Step, Measurement, Indicator, Update)),
        *((kind, getattr(changes_fiche, kind.__name__.upper()), "") for kind in (Accessibility, Condition, Style)),
        (Decision, changes_fiche.DECISION, "hash"),
        (Acceptance, changes_fiche.ACCEPTED, ""),
        *((kind, getattr(changes_meetings, kind.__name__.upper()), "") for kind in (Occasion, Attachment)),
        *((kind, getattr(changes_meetings, kind.__name__.upper()), "") for kind in (Contribution, Turn)),
        (Approval, changes_meetings.APPROVAL, "text"),
        (SignalStep, changes_meetings.STAGE, ""),
    ],
)
def test_every_key_of_the_model_is_compared(kind: Any, keys: Any, elsewhere: str) -> None:
    compared = {key for key, _ in keys}
    assert set(kind.counted) <= compared | set(elsewhere.split())
    assert compared <= set(kind.counted) | {"kind", "goals"}  # of both kinds of goals, one table


# Random edits of everything.


class Edit(NamedTuple):
    """Words of a file that become others, and what has to be named for it: the thing, its id, the key."""

    name: str
    words: tuple[str, str]
    named: tuple[Thing, str, str]


def _edits() -> list[Edit]:
    action, meeting = (Thing.ACTION, "koffie"), (Thing.MEETING, "2025-05-13-overleg")
    fiche_ = "plan/actions/koffie.md"
    return [
        *(Edit(name, words, (thing, ident, key)) for name, words, thing, ident, key in OTHERS),
        *(Edit(MINUTES, words, (*meeting, key)) for words, key, _ in NOTED[:2] + NOTED[3:5] + NOTED[6:7]),
        *(Edit(MINUTES, words, (*meeting, keys[0])) for words, keys in MEETING_FIELDS[:2]),
        Edit(fiche_, ("status: running", "status: planned"), (*action, "status")),
        Edit(fiche_, ("voor mantelzorgers\n", "voor iedereen\n"), (*action, "title")),
        Edit(fiche_, ("lead: [dienst]", "lead: [aa]"), (*action, "lead")),
        Edit(fiche_, ("start: maart 2025", "start: april 2025"), (*action, "start")),
        Edit(fiche_, ("april 2025, by", "mei 2025, by"), (*action, "steps")),
        Edit(fiche_, ("target: 40", "target: 50"), (*action, "indicators")),
        Edit(fiche_, ("health: on-track", "health: at-risk"), (*action, "updates")),
        Edit(fiche_, ("er komt er nog een", "die komt niet meer"), (*action, "accepted")),
        Edit(fiche_, ("een gesprek", "een goed gesprek"), (*action, "section.what")),
        Edit(fiche_, ("zelden", "nooit"), (*action, "section.why")),
        Edit(fiche_, ("honderd", "duizend"), (*action, "section.what")),
        Edit("plan/actions/wandelen.md", ("number: 1.2.1", "number: 1.2.4"), (Thing.ACTION, "wandelen", "number")),
        Edit("plan/actions/soep.md", ("soep warm", "soep gezond"), (Thing.ACTION, "soep", "section.why")),
    ]


EDITS = _edits()


@given(st.sets(st.sampled_from(EDITS), max_size=8), st.sets(st.sampled_from(sorted(REFORMATTED)), max_size=2))
@settings(max_examples=60, deadline=None)
def test_random_edits_are_named_and_nothing_else(edits: set[Edit], hows: set[str]) -> None:
    files = FILES
    for edit in edits:
        if edit.words[0] in files[edit.name]:
            files = edited(edit.name, edit.words, files=files)
    expected = {edit.named for edit in edits if edit.words[1] in files[edit.name]}
    for how in hows:
        try:
            files = REFORMATTED[how](files)
        except AssertionError:  # an edit took the words that it would write otherwise
            continue
    new = read(files)
    found = changes(BASE, new)
    assert {(one.thing, one.id, part.key) for one in found.things for part in one.parts} == expected
    assert changes(new, new).things == ()
    back = changes(new, BASE)
    assert {(one.thing, one.id, part.key) for one in back.things for part in one.parts} == expected


def test_the_plan_of_this_repository_is_the_same_as_itself() -> None:
    plan = load(WorkTree(ROOT)).plan
    assert changes(plan, load(WorkTree(ROOT)).plan).things == ()
    everything = changes(Plan(), plan)
    assert {one.id for one in everything.things if one.thing is Thing.ACTION} == set(plan.by_id)
    assert all(
        one.how == (How.ADDED,)
        for one in everything.things
        if one.thing is not Thing.SETTINGS and one.thing is not Thing.ATTACHMENTS
    )
