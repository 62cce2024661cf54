"""Plans as others write them: what comes of their headings, forms, tables and sentences."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from elzctl.intake.ledger import Certainty, Fate
from elzctl.intake.paper import Block, Cell, Line, Make, Paper
from elzctl.intake.plan.short import Short
from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.load import load
from elzctl.model import Action, Plan
from elzctl.terms import Part, Role, Status, Tongue
from elzctl.tree import WorkTree

TODAY = date(2026, 11, 26)


def take(text: str, **options: object) -> Taken:
    return take_plan(read("plan.txt", text.encode()), PlanOptions(today=TODAY)._replace(**options))  # type: ignore[arg-type]  # by name


def written(found: Taken, root: Path) -> Plan:
    for path, text in found.files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    loaded = load(WorkTree(root))
    assert [one.message.text for one in loaded.findings if one.severity.value == "error"] == []
    return loaded.plan


def plan_of(text: str, root: Path) -> Plan:
    return written(take(text), root)


def names(plan: Plan, action: Action, key: str) -> list[str]:
    return [plan.actor_name(ref.id) for ref in getattr(action, key)]


def section(action: Action, part: Part) -> str:
    found = action.body.section(part)
    return found.text if found is not None else ""


HEAD = "Actieplan 2026 ELZ Waterkant\n\nStrategische doelstelling 1: Gezond wonen = thuis\n\nOperationele doelstelling 1.1.: Woningen zijn veilig\n\n"
FORM = """\
1.1.1. Een woningpas maken

Wat?

Geef een korte beschrijving van wat je gaat doen.

Een pas met alles wat een huis veilig maakt, zie ook actie 1.1.2.

1) Wat ga je wel doen?

• Huizen nakijken
• Bewoners raad geven

2) Wat ga je niet doen?

Waarom?

Waarom deze actie? Waarom deze actie nu?

Wie valt, valt thuis.

Met wie?

Wie is de trekker van de actie?

ELZ in een verbindende, faciliterende, ondersteunende rol.

Partners:

• Ergotherapeuten
• Woonwinkel / Kadaster
• …

Hoe?

• Tegen maart 2026 kiezen we twee wijken.
• De proef van 2025 werd al bekeken.

Evaluatie

Selecteer minstens één van onderstaande manieren voor evaluatie.

☒ Procesevaluatie

• 4 keer per jaar overleg

☐ Resultaatgerichte evaluatie (Output)

Een resultaat is nog niet te zeggen.

1.1.2.: Rookmelders hangen

Op het Bestuursorgaan van 12 mei 2025 werd beslist om deze actie on hold te zetten. We wachten op de brandweer niet.
"""


# Forms


def test_a_form_comes_out_section_by_section_without_its_prompts(tmp_path: Path) -> None:
    plan = plan_of(HEAD + FORM, tmp_path)
    action = plan.actions[0] if str(plan.actions[0].number) == "1.1.1" else plan.actions[1]
    assert action.title == "Een woningpas maken"
    assert section(action, Part.WHY) == "Wie valt, valt thuis."
    assert section(action, Part.DO) == "- Huizen nakijken\n- Bewoners raad geven"
    assert section(action, Part.WHAT).startswith("Een pas met alles wat een huis veilig maakt, zie ook actie [[")
    assert action.role is Role.FACILITATOR
    assert action.lead == ()
    assert names(plan, action, "partners") == ["Ergotherapeuten", "Woonwinkel", "Kadaster"]
    assert plan.settings.section_order.value == "what-first"


def test_a_ticked_box_gives_indicators_and_another_box_gives_text(tmp_path: Path) -> None:
    plan = plan_of(HEAD + FORM, tmp_path)
    action = next(one for one in plan.actions if str(one.number) == "1.1.1")
    [indicator] = action.indicators
    assert (indicator.kind and indicator.kind.value, indicator.what) == ("process", "4 keer per jaar overleg")
    assert indicator.target is not None
    assert (indicator.target.value, indicator.unit, indicator.per and indicator.per.value) == (4, "keer", "year")
    assert "Een resultaat is nog niet te zeggen." in section(action, Part.EVALUATION)


def test_a_list_with_a_date_in_each_item_is_steps_and_stands_nowhere_else(tmp_path: Path) -> None:
    items = "- Tegen maart 2026 kiezen we twee wijken.\n- Najaar 2026: alles opent\n"
    [action] = plan_of(f"{HEAD}1.1.1 Zitbanken\n\nHoe?\n\nWe gaan zo te werk:\n\n{items}", tmp_path).actions
    assert [(step.what, step.due and step.due.text) for step in action.steps] == [
        ("Tegen maart 2026 kiezen we twee wijken.", "maart 2026"),
        ("alles opent", "Najaar 2026"),
    ]
    assert section(action, Part.HOW) == "We gaan zo te werk:"


@pytest.mark.parametrize("more", ["De proef van 2025 werd al bekeken.", "Daarna kijken we verder."])
def test_another_list_stays_a_text_as_a_whole_and_the_report_names_its_dates(tmp_path: Path, more: str) -> None:
    dated = "Tegen maart 2026 kiezen we twee wijken."
    found = take(f"{HEAD}1.1.1 Zitbanken\n\nHoe?\n\n- {dated}\n- {more}\n")
    [action] = written(found, tmp_path).actions
    assert (action.steps, section(action, Part.HOW)) == ((), f"- {dated}\n- {more}")
    [told] = [one for one in found.account.entries if one.field == "how" and one.certainty is Certainty.GUESSED]
    assert told.words == dated


def test_every_line_has_its_place_and_prompts_are_told_apart() -> None:
    account = take(HEAD + FORM).account
    fates = {placed.line.text.strip(): placed.fate for placed in account.lines if placed.line.text.strip()}
    assert [text for text, fate in fates.items() if fate is Fate.LEFT] == []
    assert fates["Geef een korte beschrijving van wat je gaat doen."] is Fate.PROMPT
    assert fates["Selecteer minstens één van onderstaande manieren voor evaluatie."] is Fate.PROMPT


def test_a_sentence_that_all_forms_have_under_a_label_is_a_prompt_when_it_asks(tmp_path: Path) -> None:
    forms = "".join(
        f"1.1.{n}. Actie {word}\n\nWaarom?\n\nBeschrijf hier de nood in twee zinnen.\n\nDe nood is {word}.\n\nHoe?\n\nWe doen het samen.\n\n"
        for n, word in enumerate(("groot", "klein", "oud", "nieuw"), 1)
    )
    plan = plan_of(HEAD + forms, tmp_path)
    assert sorted(section(one, Part.WHY) for one in plan.actions) == [
        f"De nood is {word}." for word in ("groot", "klein", "nieuw", "oud")
    ]
    assert {section(one, Part.HOW) for one in plan.actions} == {"We doen het samen."}


def test_a_label_with_its_value_on_one_line_is_a_field(tmp_path: Path) -> None:
    text = HEAD + (
        "1.1.1 Zitbanken\n\nTrekker: Technische dienst\nPartners: OCMW en Buurtraad\nTiming: voorjaar 2026\nBudget: 900 euro\nStatus: gepland\n"
    )
    [action] = (plan := plan_of(text, tmp_path)).actions
    assert names(plan, action, "lead") == ["Technische dienst"]
    assert names(plan, action, "partners") == ["OCMW", "Buurtraad"]
    assert action.due is not None
    assert (action.due.text, action.status) == ("voorjaar 2026", Status.PLANNED)
    assert action.body.intro.text.strip() == "Budget: 900 euro"


def test_a_person_goes_into_a_private_file_and_the_report_and_the_organisation_leads(tmp_path: Path) -> None:
    found = take(HEAD + "1.1.1 Zitbanken\n\nTrekker: Voornaam Achternaam (Technische dienst)\n\nWat?\n\nBanken.\n")
    public = "".join(text for path, text in found.files.items() if not path.startswith("private/"))
    assert "Achternaam" not in public
    assert "Achternaam" in found.files["private/import-plan.md"]
    assert "Achternaam" not in "".join(left.words for left in found.account.left)
    [action] = (plan := written(found, tmp_path)).actions
    assert names(plan, action, "lead") == ["Technische dienst"]


# What became of an action


def stub(sentence: str, root: Path) -> Action:
    plan = plan_of(f"{HEAD}1.1.1 Zitbanken\n\n{sentence}\n\n1.1.2 Lampen\n\nWat?\n\nLicht.\n", root)
    return next(one for one in plan.actions if str(one.number) == "1.1.1")


def test_a_decision_is_read_with_who_and_when(tmp_path: Path) -> None:
    plan = plan_of(HEAD + FORM, tmp_path)
    action = next(one for one in plan.actions if str(one.number) == "1.1.2")
    assert action.status is Status.ON_HOLD
    assert action.decision is not None
    assert action.decision.body is not None
    assert plan.actor_name(action.decision.body.id) == "Bestuursorgaan"
    assert action.decision.on is not None
    assert action.decision.on.first == date(2025, 5, 12)
    assert action.body.intro.text.strip() == "We wachten op de brandweer niet."


def test_sentences_tell_what_became_of_an_action(tmp_path: Path) -> None:
    told = {
        "Deze actie werd stopgezet.": Status.STOPPED,
        "Deze fiche zal afgerond zijn eind 2025.": Status.DONE,
        "Verplaatst naar actie 1.1.2.": Status.MOVED,
        "Het vervolg gebeurt binnen actie 1.1.2.": Status.MERGED,
        "Ons voorstel werd helaas niet weerhouden.": Status.NOT_RETAINED,
        "Uitgesteld tot 2027: er zijn geen handen.": Status.ON_HOLD,
        "We doen dit in afwachting van de erkenning nog niet.": Status.WAITING,
        "Deze actie zal afgerond zijn eind 2026.": Status.RUNNING,
        "Indien dit niet lukt, wordt de actie stopgezet.": Status.PLANNED,
    }
    for number, (sentence, status) in enumerate(told.items()):
        action = stub(sentence, tmp_path / str(number))
        assert action.status is status, sentence
        if status in (Status.MOVED, Status.MERGED):
            assert action.into is not None


def test_what_moved_to_nowhere_in_the_plan_still_loads_and_is_told(tmp_path: Path) -> None:
    found = take(f"{HEAD}1.1.1 Zitbanken\n\nDeze actie is verplaatst naar een ander plan.\n")
    [action] = written(found, tmp_path).actions
    assert action.status is Status.STOPPED
    assert any(one.field == "status" and one.certainty is Certainty.UNCLEAR for one in found.account.entries)


# Headings


def test_goals_have_their_numbers_and_mottos(tmp_path: Path) -> None:
    plan = plan_of(HEAD + FORM, tmp_path)
    assert [(str(one.number), one.title, one.motto) for one in plan.all_goals] == [
        ("1", "Gezond wonen", "thuis"),
        ("1.1", "Woningen zijn veilig", ""),
    ]


def test_a_reference_at_the_beginning_of_a_line_is_no_heading(tmp_path: Path) -> None:
    text = (
        HEAD
        + "1.1.1 Zitbanken\n\nWaarom?\n\n1.1.2 vraagt hetzelfde.\n\nHoe?\n\nSamen.\n\n1.1.2 Lampen\n\nWaarom?\n\nHet is donker.\n"
    )
    plan = plan_of(text, tmp_path)
    assert sorted(one.title for one in plan.actions) == ["Lampen", "Zitbanken"]
    bench = next(one for one in plan.actions if one.title == "Zitbanken")
    assert section(bench, Part.WHY) == "[[lampen]] vraagt hetzelfde."


def test_a_list_of_contents_is_no_outline(tmp_path: Path) -> None:
    contents = (
        "Inhoud\n\nStrategische doelstelling 1: Gezond wonen ..... 2\n1.1.1 Zitbanken ..... 3\n1.1.2 Lampen ..... 4\n\n"
    )
    title, _, rest = HEAD.partition("\n\n")
    plan = plan_of(
        f"{title}\n\n{contents}{rest}1.1.1 Zitbanken\n\nWat?\n\nBanken.\n\n1.1.2 Lampen\n\nWat?\n\nLicht.\n", tmp_path
    )
    assert len(plan.strategic_goals) == 1
    assert sorted(one.title for one in plan.actions) == ["Lampen", "Zitbanken"]


def test_codes_of_a_municipality_stay_known_and_lead_to_their_actions(tmp_path: Path) -> None:
    text = (
        "Meerjarenplan 2026-2031\n\nGemeente Lindebeke\n\nBD-1 Zorg voor elkaar\n\nAP-1 Een aanbod in de buurt\n\nACT-1 Buurtcafés\n\n"
        "Verantwoordelijke: dienst Welzijn\nTiming: 2026-2028\n\nACT-2 Wegwijzer\n\nZie ook ACT-1.\n\nAP-2 Ademruimte\n\nACT-3 Oppas\n\nTiming: 2027\n"
    )
    taken = take(text)
    plan = written(taken, tmp_path)
    assert [(str(one.number), one.title) for one in plan.all_goals] == [
        ("1", "Zorg voor elkaar"),
        ("1.1", "Een aanbod in de buurt"),
        ("1.2", "Ademruimte"),
    ]
    found = {str(one.number): one for one in plan.actions}
    assert {number: one.title for number, one in found.items()} == {
        "1.1.1": "Buurtcafés",
        "1.1.2": "Wegwijzer",
        "1.2.1": "Oppas",
    }
    assert found["1.1.2"].body.intro.text.split() == ["Zie", "ook", "[[buurtcafes]]."]
    told = {one.value: (one.certainty, one.reason) for one in taken.account.entries if one.field.endswith("number")}
    certainty, reason = told["1.1.2"]
    assert certainty is Certainty.GUESSED
    assert reason is not None
    assert reason.args == (("code", "ACT-2"),)
    assert found["1.1.1"].start is not None
    assert (found["1.1.1"].start.text, plan.settings.year and plan.settings.year.text) == ("2026", "2026-2031")


def test_two_levels_get_a_goal_between_that_is_told(tmp_path: Path) -> None:
    text = "Jaarplan 2026 ELZ Waterkant\n\nPrioriteit 1: Goed slapen\n\nActie 1.1 Slaapadvies\n\nTrekker: Huisartsenkring\nWat? Elke maand een avond.\n\nPrioriteit 2: Vallen\n\nActie 2.1 Valoefeningen\n\nTrekker: LDC De Kade\n"
    found = take(text)
    plan = written(found, tmp_path)
    assert [str(one.number) for one in plan.all_goals] == ["1", "1.1", "2", "2.1"]
    assert {str(one.number): one.title for one in plan.actions} == {"1.1.1": "Slaapadvies", "2.1.1": "Valoefeningen"}
    assert any(one.field == "goals[1.1].title" and one.certainty is Certainty.GUESSED for one in found.account.entries)
    assert found.remarks


def test_letters_and_words_are_codes_too(tmp_path: Path) -> None:
    text = "Charter werkgroep Vallen 2026\n\nDoelstelling A: Thuis\n\nA.1 Woningen nakijken\n\nTrekker: ergotherapeuten\n\nA.2 Oefenen\n\nTrekker: kinesisten\n\nDoelstelling B: In het woonzorgcentrum\n\nB.1 Vorming\n\nTrekker: WZC Rozenhof\n"
    plan = plan_of(text, tmp_path)
    assert [one.title for one in plan.strategic_goals] == ["Thuis", "In het woonzorgcentrum"]
    assert {str(one.number): one.title for one in plan.actions} == {
        "1.1.1": "Woningen nakijken",
        "1.1.2": "Oefenen",
        "2.1.1": "Vorming",
    }


def test_an_english_plan_is_read_and_written_in_english(tmp_path: Path) -> None:
    text = (
        "Primary Care Zone Riverside\nAction plan 2027\n\nStrategic goal 1: People find care\n\nOperational goal 1.1: One door\n\n1.1.1 A help desk\n\n"
        "Why?\nPeople call five numbers.\nFor whom?\n- Carers\n- Newcomers\nWith whom?\nLead: Riverside Council\nPartners: Library\nHow?\n- Open the desk in summer 2027\n\n"
        "1.1.2 A leaflet\n\nThis action was merged into action 1.1.1.\n"
    )
    plan = plan_of(text, tmp_path)
    desk, leaflet = sorted(plan.actions, key=lambda one: str(one.number))
    assert plan.settings.language is Tongue.EN
    assert (section(desk, Part.WHY), names(plan, desk, "lead")) == ("People call five numbers.", ["Riverside Council"])
    assert [plan.settings.target_groups[ref.id] for ref in desk.target_groups] == ["Carers", "Newcomers"]
    assert leaflet.status is Status.MERGED
    assert leaflet.into is not None
    assert leaflet.into.id == desk.id


def test_text_before_the_goals_becomes_chapters(tmp_path: Path) -> None:
    title, _, rest = HEAD.partition("\n\n")
    text = f"{title}\n\nInleiding\n\nDit plan kwam er na tien gesprekken met partners uit de hele zone.\n\nLeeswijzer\n\nElke actie heeft een fiche.\n\n{rest}{FORM}"
    plan = plan_of(text, tmp_path)
    assert [(one.title, one.body.text.strip()) for one in plan.chapters] == [
        ("Inleiding", "Dit plan kwam er na tien gesprekken met partners uit de hele zone."),
        ("Leeswijzer", "Elke actie heeft een fiche."),
    ]
    assert [ref.id for ref in plan.settings.chapters.before] == ["inleiding", "leeswijzer"]


def test_a_document_without_any_structure_loses_no_word_and_loads(tmp_path: Path) -> None:
    found = take(
        "Zomaar een lange tekst over wat er in de wijk gebeurt en wat daar allemaal bij komt kijken.\n\nNog een zin.\n"
    )
    plan = written(found, tmp_path)
    assert plan.actions == ()
    assert "wat er in de wijk gebeurt" in plan.chapters[0].body.text


def test_nothing_in_a_text_becomes_more_than_words(tmp_path: Path) -> None:
    evil = "--- # kop [[elders]] {{ 7 }} <script> ::: intern - [ ] punt @iemand"
    plan = plan_of(f"{HEAD}1.1.1 Titel [[elders]] met: teken\n\nWaarom?\n\n{evil}\n\nTrekker: OCMW: [x]\n", tmp_path)
    [action] = plan.actions
    assert action.body.references == ()
    assert section(action, Part.WHY) != ""


def test_options_go_before_what_the_document_says(tmp_path: Path) -> None:
    found = take(HEAD + FORM, year=2027, organisation="ELZ Heide", language=Tongue.EN)
    plan = written(found, tmp_path)
    assert plan.settings.year is not None
    assert (plan.settings.year.text, plan.settings.language) == ("2027", Tongue.EN)
    assert plan.settings.organisation is not None
    assert plan.actor_name(plan.settings.organisation.id) == "ELZ Heide"


# Tables


def table(rows: list[tuple[str, ...]], title: str = "Jaarkalender 2026 ELZ Waterkant") -> Paper:
    lines, blocks = [Line(title, 0, 1)], [Block(title, (0,), style="title")]
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            if text:
                blocks.append(Block(text, (len(lines),), cell=Cell(1, number, column)))
                lines.append(Line(text, 0, len(lines) + 1))
    return Paper("plan.docx", Make.DOCX, tuple(lines), tuple(blocks))


def test_a_table_with_a_row_for_each_action_is_a_plan(tmp_path: Path) -> None:
    paper = table(
        [
            ("Wanneer", "Actie", "Trekker", "Partners", "Status"),
            ("Q1", "Praktijken bevragen", "Zorgraad", "Huisartsenkring", "lopend"),
            ("maart-april", "Een draaiboek schrijven", "Logo", "", "gepland"),
        ]
    )
    found = take_plan(paper, PlanOptions(today=TODAY))
    plan = written(found, tmp_path)
    rows = {one.title: one for one in plan.actions}
    assert set(rows) == {"Praktijken bevragen", "Een draaiboek schrijven"}
    first = rows["Praktijken bevragen"]
    assert (names(plan, first, "lead"), names(plan, first, "partners")) == (["Zorgraad"], ["Huisartsenkring"])
    assert {title: one.due and one.due.text for title, one in rows.items()} == {
        "Praktijken bevragen": "Q1 2026",
        "Een draaiboek schrijven": "maart-april 2026",
    }
    assert found.account.left == ()


def test_goals_may_stand_in_rows_of_their_own(tmp_path: Path) -> None:
    paper = table(
        [
            ("SD 1: Thuis wonen kan",),
            ("OD 1.1: Woningen zijn veilig",),
            ("Actie", "Wie", "Wanneer", "Resultaat"),
            ("1.1.1 Ergotherapie", "Thuiszorg", "vanaf maart 2026", "50 woningen bezocht"),
            ("OD 1.2: Buren helpen",),
            ("Actie", "Wie", "Wanneer", "Resultaat"),
            ("1.2.1 Oppas", "Ziekenfonds", "najaar 2026", ""),
        ]
    )
    plan = written(take_plan(paper, PlanOptions(today=TODAY)), tmp_path)
    assert [(str(one.number), one.title) for one in plan.all_goals] == [
        ("1", "Thuis wonen kan"),
        ("1.1", "Woningen zijn veilig"),
        ("1.2", "Buren helpen"),
    ]
    found = {str(one.number): one for one in plan.actions}
    assert found["1.1.1"].start is not None
    [indicator] = found["1.1.1"].indicators
    assert (indicator.target and indicator.target.value, indicator.unit) == (50, "woningen")
    assert names(plan, found["1.2.1"], "lead") == ["Ziekenfonds"]


def test_a_table_can_be_the_form_of_one_action(tmp_path: Path) -> None:
    paper = table(
        [
            ("Nummer", "1.1.1"),
            ("Actie", "Zitbanken plaatsen"),
            ("Operationele doelstelling", "1.1 Dorpen zijn toegankelijk"),
            ("Waarom?", "Wie stapt, rust graag."),
            ("Trekker", "Technische dienst"),
            ("Timing", "voorjaar 2026"),
            ("Onderhoud", "Elk jaar een likje verf."),
        ]
    )
    plan = written(take_plan(paper, PlanOptions(today=TODAY)), tmp_path)
    [action] = plan.actions
    assert (str(action.number), action.title) == ("1.1.1", "Zitbanken plaatsen")
    assert section(action, Part.WHY) == "Wie stapt, rust graag."
    assert (names(plan, action, "lead"), action.due and action.due.text) == (["Technische dienst"], "voorjaar 2026")
    assert "Dorpen zijn toegankelijk" in [one.title for one in plan.all_goals]
    assert "Elk jaar een likje verf." in action.body.intro.text + section(action, Part.HOW)


# What readers and page breaks do


def test_the_form_of_one_action_with_its_title_behind_a_label_is_a_plan(tmp_path: Path) -> None:
    text = (
        "Actiefiche\n\nTitel: Bewegen op school\nDoelstelling: Kinderen bewegen meer\nEindverantwoordelijke(n): Sportdienst en CLB\n"
        "Startdatum: 1/09/2026\nEinddatum: 30/06/2027\n\nAanleiding\nKinderen zitten te veel.\n\nStappenplan\n- Scholen aanspreken: mei 2026\n\nCommunicatie\nVia de nieuwsbrief.\n"
    )
    [action] = (plan := plan_of(text, tmp_path)).actions
    assert (action.title, names(plan, action, "lead")) == ("Bewegen op school", ["Sportdienst", "CLB"])
    assert (action.start and action.start.text, action.due and action.due.text) == ("1/09/2026", "30/06/2027")
    assert [step.due and step.due.text for step in action.steps] == ["mei 2026"]
    assert [one.title for one in plan.strategic_goals] == ["Kinderen bewegen meer"]
    assert "Via de nieuwsbrief." in action.body.intro.text
    assert section(action, Part.WHY) == "Kinderen zitten te veel."


def blocks_of(*texts: tuple[str, int]) -> Paper:
    lines = tuple(Line(text, 0, number) for number, (text, _) in enumerate(texts, 1))
    blocks = (
        Block(text, (at,), level=level, style=f"heading {level}" if level else "", gap=True)
        for at, (text, level) in enumerate(texts)
    )
    return Paper("plan.pdf", Make.PDF, lines, tuple(blocks))


def test_headings_that_were_cut_or_glued_come_out_whole(tmp_path: Path) -> None:
    paper = blocks_of(
        ("Strategische doelstelling 1: Wie ouder wordt,", 1),
        ("vindt hulp in de buurt", 1),
        ("= samen oud", 1),
        ("Operationele doelstelling 1.1: Vallen voorkomen Operationele doelstelling 1.2: Eten aan tafel", 2),
        ("1.2.1 Dorpsmaaltijden Waarom?", 3),
        ("Alleen eten is niet leuk. Trekker: Dienstencentrum De Kade. Hoe?", 0),
        ("Elke week een tafel.", 0),
        ("Actieplan 2026 ELZ Waterkant", 0),
        ("Pagina 3 van 9", 0),
        ("Iedereen schuift aan.", 0),
    )
    plan = written(take_plan(paper, PlanOptions(today=TODAY)), tmp_path)
    assert [(str(one.number), one.title, one.motto) for one in plan.all_goals] == [
        ("1", "Wie ouder wordt, vindt hulp in de buurt", "samen oud"),
        ("1.1", "Vallen voorkomen", ""),
        ("1.2", "Eten aan tafel", ""),
    ]
    [action] = plan.actions
    assert (action.title, names(plan, action, "lead")) == ("Dorpsmaaltijden", ["Dienstencentrum De Kade"])
    assert section(action, Part.WHY) == "Alleen eten is niet leuk."
    assert section(action, Part.HOW) == "Elke week een tafel.\n\nIedereen schuift aan."


def test_a_table_below_how_gives_steps_and_stays_in_the_text(tmp_path: Path) -> None:
    lines: list[Line] = []
    blocks: list[Block] = []
    texts = (("SD 1: Samen sterk", 1), ("OD 1.1: Buren helpen", 2), ("1.1.1 Buurtcafé", 3), ("Hoe?", 4))
    for text, level in texts:
        blocks.append(Block(text, (len(lines),), style=f"heading {level}", level=level))
        lines.append(Line(text, 0, len(lines) + 1))
    rows = [("Wat", "Wie", "Wanneer"), ("Zaal zoeken", "OCMW en dhr. Voorbeeld", "maart 2026"), ("Openen", "", "zomer")]
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            blocks += [Block(text, (len(lines),), cell=Cell(1, number, column))] if text else []
            lines += [Line(text, 0, len(lines) + 1)] if text else []
    paper = Paper("plan.docx", Make.DOCX, tuple(lines), tuple(blocks))
    [action] = (plan := written(take_plan(paper, PlanOptions(today=TODAY)), tmp_path)).actions
    assert [
        (step.what, step.due and step.due.text, [plan.actor_name(ref.id) for ref in step.by]) for step in action.steps
    ] == [
        ("Zaal zoeken", "maart 2026", ["OCMW"]),
        ("Openen", None, []),
    ]
    assert "Zaal zoeken" in section(action, Part.HOW)


def test_an_abbreviation_that_the_document_explains_and_what_it_is_short_for_are_one_actor(tmp_path: Path) -> None:
    text = (
        f"{HEAD}1.1.1 Zitbanken\n\nTrekker: OCMW Waterkant\nPartners: Centrum voor Leerlingenbegeleiding, iedereen\n\nWaarom?\n\n"
        "Het Openbaar Centrum voor Maatschappelijk Welzijn (OCMW) vraagt dit, met steun van CLB (Centrum voor leerlingenbegeleiding).\n\n"
        "1.1.2 Wandelen\n\nTrekker: Openbaar Centrum voor Maatschappelijk Welzijn Waterkant\nPartners: CLB\n"
    )
    first, second = (plan := plan_of(text, tmp_path)).actions
    assert (names(plan, first, "lead"), names(plan, first, "partners")) == (
        ["OCMW Waterkant"],
        ["Centrum voor Leerlingenbegeleiding"],
    )
    assert (first.lead, first.partners) == (second.lead, second.partners)
    assert plan.actors["ocmw-waterkant"].also == ("Openbaar Centrum voor Maatschappelijk Welzijn Waterkant",)


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        (
            "Het Vlaams Agentschap voor Personen met een Handicap (VAPH)",
            "VAPH",
            "Vlaams Agentschap voor Personen met een Handicap",
        ),
        ("CGG: Centrum Geestelijke Gezondheidszorg", "CGG", "Centrum Geestelijke Gezondheidszorg"),
        ("Wij wonen in de wijk (VAPH)", "VAPH", ""),
        ("Actie (SD) 1: Samen doen", "SD", ""),
    ],
)
def test_what_an_abbreviation_is_short_for_has_its_letters(text: str, short: str, long: str) -> None:
    assert [*Short([text]).otherwise(short)] == ([long] if long else [])


def test_a_state_with_its_reason_behind_it_gives_both(tmp_path: Path) -> None:
    text = f"{HEAD}1.1.1 Zitbanken\n\nStand van zaken: on hold: we wachten op de bank.\n"
    [action] = plan_of(text, tmp_path).actions
    assert (action.status and action.status.value, action.reason) == ("on-hold", "we wachten op de bank.")


def test_a_first_name_alone_makes_way_and_the_name_of_a_school_does_not() -> None:
    text = f"{HEAD}1.1.1 Zitbanken\n\nWaarom?\n\nDe Karel de Grote Hogeschool vroeg het.\n"
    assert "De Karel de Grote Hogeschool vroeg het." in take(text).files["plan/actions/zitbanken.md"]
    found = take(text + "Saskia doet mee.\n")
    assert "[persoon 1] doet mee." in found.files["plan/actions/zitbanken.md"]
    assert found.remarks == ()


def test_a_person_in_running_text_is_told_and_not_taken_out() -> None:
    found = take(f"{HEAD}1.1.1 Zitbanken\n\nWaarom?\n\nProf. Voorbeeld vroeg het in Zandvoorde.\n")
    [remark] = found.remarks
    assert remark.args == (("path", "plan/actions/zitbanken.md"), ("names", "Prof. Voorbeeld"))
    assert "Prof. Voorbeeld" in found.files["plan/actions/zitbanken.md"]
