"""Plans of other makes: charters, road maps, tables with merged goals, forms with other labels; and what is told of too little.

At first sight, before anything was mended for them, of the eight documents of ``intake_unseen_plans`` 6 of 14 goals, 18 of 36
actions (with 18 of 36 leads, 15 of 20 partners that were looked at, 16 of 18 days) and 4 of 16 targets came out; of the six of
``intake_unseen_plans_more``, written after that, 11 of 12 goals, 10 of 17 actions and all that was said of those.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml
from intake_plans import ALL as KNOWN
from intake_plans import PlanDocument
from intake_run import Case, run
from intake_unseen_plans import ALL
from intake_unseen_plans_more import MORE
from intake_word import Word

from elzctl.cli.main import main
from elzctl.intake.ledger import Certainty
from elzctl.intake.outcome import Document, Outcome
from elzctl.intake.paper import Make
from elzctl.intake.plan.indicators import target_in
from elzctl.intake.plan.status_label import word
from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.render.intake_report import code, intake_report
from elzctl.terms import Status
from elzctl.wording import Language, say

WHOLE = (
    "strategic goals",
    "operational goals",
    "goal numbers",
    "actions",
    "titles",
    "states",
    "status",
    "start",
    "due",
    "targets",
    "indicators",
    "stub texts",
    "year",
)
DUTCH = Language("nl")


@pytest.mark.parametrize("make", [*ALL, *MORE], ids=lambda make: make.__name__)
def test_a_plan_of_another_make_comes_in_as_somebody_reads_it(make: Callable[[], PlanDocument], tmp_path: Path) -> None:
    one = make()
    score = run(Case(f"{one.name}.{one.kind}", one.data, one.wanted), tmp_path)
    assert {field: tally for field, tally in score.tallies.items() if field in WHOLE and tally.precision < 1} == {}
    assert {field: tally for field, tally in score.tallies.items() if field in WHOLE and tally.recall < 1} == {}


# One charter in many makes

ACTIONS = (
    ("Infopunt in het station", "Huis van de Mens", "maart 2026", "Afgerond."),
    ("Koffie voor buren", "Buurtwerk Oost", "mei 2026", "Loopt."),
    ("Opleiding voor helpers", "Hogeschool Zuid", "najaar 2026", "Gepland."),
)
GOALS = ("Niemand valt uit de boot", "Helpers weten wat ze doen")


def facts(action: tuple[str, ...]) -> list[str]:
    return [f"Trekker: {action[1]}", f"Tegen: {action[2]}", f"Stand: {action[3]}"]


def bold_line(word: Word, action: tuple[str, ...]) -> None:
    word.para(action[0], bold=True)
    word.para(*facts(action))


def bold_with_sentence(word: Word, action: tuple[str, ...]) -> None:
    word.para(action[0], bold=True)
    word.para("We doen dit samen met de buurt.", *facts(action))


def bold_with_list(word: Word, action: tuple[str, ...]) -> None:
    word.para(action[0], bold=True)
    word.bullets(*facts(action))


def named(word: Word, action: tuple[str, ...]) -> None:
    word.para(f"Actie: {action[0]}", bold=True)
    word.para(*facts(action))


def counted_by_word(word: Word, action: tuple[str, ...]) -> None:
    word.para(f"Stap {ACTIONS.index(action) + 1}. {action[0]}", bold=True)
    word.para(*facts(action))


def numbered(word: Word, action: tuple[str, ...]) -> None:
    word.para(f"{ACTIONS.index(action) + 1}. {action[0]}", bold=True)
    word.para(*facts(action))


def with_trouble(word: Word, action: tuple[str, ...]) -> None:
    numbered(word, action)
    word.para("Knelpunten: geld")


def item(word: Word, action: tuple[str, ...]) -> None:
    word.bullets("")
    paragraph = word.doc.paragraphs[-1]
    paragraph.add_run(action[0]).bold = True
    said = " ".join(f"{one.rstrip('.')}." for one in facts(action))
    paragraph.add_run(f". We doen dit samen. {said}")


def item_with_list(word: Word, action: tuple[str, ...]) -> None:
    word.bullets("")
    word.doc.paragraphs[-1].add_run(action[0]).bold = True
    word.bullets(*facts(action), depth=2)


def named_heading(word: Word, action: tuple[str, ...]) -> None:
    word.heading(2, f"Actie: {action[0]}")
    word.para(*facts(action))


def titled_table(word: Word, action: tuple[str, ...]) -> None:
    rows = [("Naam van de actie", action[0]), *(tuple(one.split(": ")) for one in facts(action))]
    word.table(rows, widths=(4, 12))


BELOW = (
    bold_line,
    bold_with_sentence,
    bold_with_list,
    named,
    counted_by_word,
    numbered,
    item,
    item_with_list,
    named_heading,
    titled_table,
)
ABOVE = ("Doel {n}. {goal}", "Pijler {letter}: {goal}", "Spoor {n} – {goal}", "Ambitie {n}: {goal}")


def charter(above: str, below: Callable[[Word, tuple[str, ...]], None], *, styled: bool = True) -> bytes:
    word = Word()
    word.title("Charter Netwerk Oost 2026")
    for number, goal in enumerate(GOALS, 1):
        head = above.format(n=number, letter="AB"[number - 1], goal=goal)
        if styled:
            word.heading(1, head)
        else:
            word.para(head, bold=True)
        for action in ACTIONS[:2] if number == 1 else ACTIONS[2:]:
            below(word, action)
    return word.data()


def taken(data: bytes, name: str = "charter.docx") -> Taken:
    return take_plan(read(name, data), PlanOptions(today=date(2026, 3, 1)))


def told(found: Taken) -> tuple[list[str], list[tuple[str, str, str]]]:
    """The titles of the strategic goals, and of each action its number, title and state."""
    goals = [goal["title"] for goal in yaml.safe_load(found.files["plan/goals.yaml"]) or []]
    fiches = [
        yaml.safe_load(text.split("---")[1].replace("number:", "number: !!str"))
        for path, text in found.files.items()
        if path.startswith("plan/actions/")
    ]
    return goals, [(one["number"].split("  #")[0], one["title"], one["status"]) for one in fiches]


EXPECTED = (
    list(GOALS),
    [
        ("1.1.1", "Infopunt in het station", "done"),
        ("1.1.2", "Koffie voor buren", "running"),
        ("2.1.1", "Opleiding voor helpers", "planned"),
    ],
)


@pytest.mark.parametrize("below", BELOW, ids=lambda below: below.__name__)
@pytest.mark.parametrize("above", ABOVE)
def test_goals_stay_goals_however_their_actions_are_written(
    above: str, below: Callable[[Word, tuple[str, ...]], None]
) -> None:
    assert told(taken(charter(above, below))) == EXPECTED


@pytest.mark.parametrize("above", ["Doel {n}. {goal}", "Onze ambitie: {goal}"])
def test_goals_and_actions_in_bold_are_told_apart_without_styles(above: str) -> None:
    assert told(taken(charter(above, bold_line, styled=False))) == EXPECTED


def test_headings_without_a_word_above_actions_are_goals() -> None:
    assert told(taken(charter("{goal}", named_heading))) == EXPECTED


def test_headings_of_actions_with_a_form_right_below_stay_actions() -> None:
    word = Word()
    word.title("Actieplan 2026")
    for number, action in enumerate(ACTIONS, 1):
        word.heading(1, f"Prioriteit {number}: {action[0]}")
        word.para(*facts(action))
        word.para("Een woord vooraf", bold=True)
        word.para(f"Doelgroep: buurt {number}")
    assert [title for _, title, _ in told(taken(word.data()))[1]] == [action[0] for action in ACTIONS]


def test_a_table_with_a_column_for_ambitions_and_rows_over_its_width_is_a_plan() -> None:
    word = Word(landscape=True)
    word.title("Actietabel werkgroep dementie 2027")
    word.merged(
        [
            ("Speerpunt", "Actie", "Door wie", "Wanneer", "Hoe meten we dit?"),
            ("Speerpunt 1: Thuis blijven",),
            ("", "Een folder", "Expertisecentrum Brug", "maart 2027", "500 folders"),
            ("Speerpunt 2: Samen leren",),
            ("", "Een vorming", "Hogeschool Brug", "najaar 2027", "3 sessies"),
        ]
    )
    goals, actions = told(found := taken(word.data()))
    assert goals == ["Thuis blijven", "Samen leren"]
    assert [title for _, title, _ in actions] == ["Een folder", "Een vorming"]
    assert "target: 500, unit: folders" in found.files["plan/actions/folder.md"]


def test_items_with_who_and_when_in_brackets_are_actions_under_a_priority_that_says_why() -> None:
    word = Word()
    word.title("Prioriteiten 2027 Zorgraad Meer")
    for number, title in enumerate(("Valpreventie", "Mondzorg"), 1):
        word.heading(1, f"Prioriteit {number}: {title}")
        word.para("Waarom? Te veel mensen missen zorg.")
        word.bullets(f"Een kliniek voor {title.lower()} openen (WZC Meer, voorjaar 2027)")
    goals, actions = told(found := taken(word.data()))
    assert goals == ["Valpreventie", "Mondzorg"]
    assert [number for number, _, _ in actions] == ["1.1.1", "2.1.1"]
    [first, _] = [text for path, text in found.files.items() if path.startswith("plan/actions/")]
    assert "lead: [wzc-meer]\n" in first
    assert "due: voorjaar 2027\n" in first


def test_names_behind_with_whom_on_its_line_are_partners() -> None:
    text = "Actieplan 2026\n\nActie 1: Soep\n\nWat? We koken.\nMet wie? CAW Kreek, OCMW Kreek\n"
    [fiche] = [text for path, text in taken(text.encode(), "p.txt").files.items() if path.startswith("plan/actions/")]
    assert "partners: [caw-kreek, ocmw-kreek]\n" in fiche


# Numbers


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("10.000 euro", "10000", "euro"),
        ("€12.500", "12500", "€"),
        ("12.500 EUR", "12500", "EUR"),
        ("50.000,00 euro", "50000", "euro"),
        ("€ 2,5 miljoen", "2500000", "€"),
        ("van 5 naar 10 sessies", "10", "sessies"),
        ("stijgt van 40 % naar 60 %", "60%", ""),
        ("daalt van 8 tot 4 weken", "4", "weken"),
        ("van 12 % in 2024 naar 20 % in 2027", "20%", ""),
        ("van 1.000 naar 1.500 kaarten", "1500", "kaarten"),
    ],
)
def test_money_is_a_target_and_what_it_goes_up_from_is_none(text: str, number: str, unit: str) -> None:
    found = target_in(text)
    assert found is not None
    assert (found.number, found.unit) == (number, unit)


@pytest.mark.parametrize("text", ["tussen 10.000 en 12.000 euro", "van 5 tot 10 deelnemers", "Van 3 naar 5 mei"])
def test_a_range_of_money_or_days_is_no_target(text: str) -> None:
    assert target_in(text) is None


def test_a_sign_alone_is_no_indicator_and_is_not_told() -> None:
    found = taken(b"Actieplan 2026\n\nActie 1: Soep\n\nTrekker: OCMW Kreek\nIndicator: /\nStatus: lopend\n", "p.txt")
    assert not [one for one in found.account.entries if one.field.startswith("indicators")]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Actieplan 2027 Welzijnsband Kouter", "Welzijnsband Kouter"),
        ("Charter Netwerk Oost 2026", "Netwerk Oost"),
        ("Jaarplan 2026 Eerstelijnszone Vlakte", "Eerstelijnszone Vlakte"),
    ],
)
def test_the_title_tells_whose_plan_it_is(title: str, name: str) -> None:
    text = f"{title}\n\nActie 1: Soep\n\nTrekker: OCMW Kreek\nStatus: lopend\n\nActie 2: Brood\n\nTrekker: OCMW Kreek\nStatus: lopend\n"
    found = taken(text.encode(), "p.txt")
    [entry] = [one for one in found.account.entries if one.field == "organisation"]
    assert (entry.words, entry.certainty) == (name, Certainty.GUESSED)


# What is told


def test_words_that_are_no_state_stay_in_the_fiche_and_claim_nothing() -> None:
    found = taken(b"Actieplan 2026\n\nActie 1: Soep\n\nTrekker: OCMW Kreek\nStatus: paars met stippen\n", "p.txt")
    [text] = [text for path, text in found.files.items() if path.startswith("plan/actions/")]
    assert "status: planned" in text
    assert "paars met stippen" in text
    [entry] = [one for one in found.account.entries if one.field == "status"]
    assert entry.certainty is Certainty.UNCLEAR


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Dit loopt volop: vijf straten doen mee.", Status.RUNNING),
        ("Deze actie loopt", Status.RUNNING),
        ("We zijn volop bezig; tien buren deden mee.", Status.RUNNING),
        ("bezig, nog niet klaar", Status.RUNNING),
        ("De actie ligt stil.", Status.ON_HOLD),
        ("Dit loopt nog niet.", None),
        ("loopt niet meer", None),
        ("Dit gaat over soep", None),
    ],
)
def test_a_state_with_the_action_before_it_is_read(words: str, status: Status | None) -> None:
    assert word(words) is status


def test_a_label_that_comes_back_and_has_no_field_is_told_once_with_how_often() -> None:
    found = taken(charter("Doel {n}. {goal}", with_trouble))
    [labels] = [dict(one.args)["labels"] for one in found.remarks if "labels" in dict(one.args)]
    assert labels == "Knelpunten 3 ×"
    assert sum("Knelpunten" in text for path, text in found.files.items() if "actions" in path) == len(ACTIONS)


def unreadable_table() -> bytes:
    word = Word()
    word.title("Nota 2026")
    word.table([("Kleur", "Maat"), *((f"blauw {number}", f"groot {number}") for number in range(30))])
    word.heading(1, "Slot")
    word.para("Dit was het dan.")
    return word.data()


def test_an_import_that_collapses_says_so_first_and_claims_no_share(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = tmp_path / "nota.docx"
    document.write_bytes(unreadable_table())
    main(["--lang", "en", "import", "plan", str(document), "--out", str(tmp_path / "plan")])
    first, *rest = capsys.readouterr().out.splitlines()
    assert first.startswith("No action was made of a table of 31 rows")
    assert not [line for line in rest if "100 %" in line]
    report = (tmp_path / "plan/private/import-report-nota.md").read_text("utf-8")
    assert "31" in next(line for line in report.splitlines() if line.startswith("- "))
    assert "100 %" not in report


def test_a_form_that_begins_again_is_told() -> None:
    text = "Actieplan 2026\n\nActie 1: Soep\n\n" + "".join(
        f"Iets over {name}.\n\nTrekker: OCMW {name}\nTegen: {name} 2026\nStatus: lopend\n\n"
        for name in ("mei", "juni", "juli")
    )
    found = taken(f"{text}Actie 2: Brood\n\nTrekker: OCMW Kreek\nStatus: lopend\n".encode(), "p.txt")
    told_so = [one for one in found.account.entries if one.field == "form"]
    assert [one.path for one in told_so] == ["plan/actions/soep.md"]
    assert found.account.collapse is not None
    assert found.remarks[0] == found.account.collapse


@pytest.mark.parametrize("make", [*KNOWN, *ALL, *MORE], ids=lambda make: make.__name__)
def test_no_report_shows_the_inside_of_a_program_or_a_line_twice(make: Callable[[], PlanDocument]) -> None:
    one = make()
    found = take_plan(read(f"{one.name}.{one.kind}", one.data), PlanOptions(today=date(2026, 3, 1)))
    document = Document(one.name, Make.DOCX, 0, found.account, found.remarks, tuple(found.files))
    page = intake_report(Outcome((document,), (), "", private=True, written=True), (), DUTCH)
    assert re.findall(r"\{'|\{\"|\[\('|\(\(|frozenset|NamedTuple|<[A-Z]\w+\.", page) == []
    upper, _, _ = page.partition(f"## {DUTCH(say('Every line of {name}', name=code(one.name)))}")
    lines = [line for line in upper.splitlines() if line.startswith("- ")]
    assert len(lines) == len(set(lines))
    assert {entry.field for entry in found.account.entries if "{'" in entry.value} == set()


def test_guesses_for_one_reason_stand_together() -> None:
    found = taken(charter("Doel {n}. {goal}", numbered))
    document = Document("c.docx", Make.DOCX, 0, found.account, found.remarks, tuple(found.files))
    page = intake_report(Outcome((document,), (), "", private=True, written=True), (), Language("en"))
    assert page.count("this is our number for it") <= 1 or "`number` (3 ×)" in page
    assert "### Filled in by a rule" in page
