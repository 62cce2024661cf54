"""The checks of running text: what they tell, what they leave alone, and that their fixes take the finding away."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from test_broken import laid_out

from elzctl.checks.abbreviations import unexplained_abbreviation
from elzctl.checks.every import CHECKS as EVERY
from elzctl.checks.every import check
from elzctl.checks.grave import Check
from elzctl.checks.links import bad_link, raw_html, remote_image, tracking_link
from elzctl.checks.privacy import contact_in_text, national_number, person_in_text
from elzctl.checks.promises import old_promise, year_turned
from elzctl.checks.prompts import TIPS, form_prompt
from elzctl.checks.spelling import term_spelling
from elzctl.checks.wording import list_start, placeholder, repeated_paragraph
from elzctl.edit import patched
from elzctl.finding import Finding, by_place
from elzctl.load import Loaded, load
from elzctl.render.markdown import Reader, plain
from elzctl.render.tree import Jump, Link, Paragraph, Text
from elzctl.tree import WorkTree
from elzctl.wording import Language

ROOT = Path(__file__).parent.parent
BROKEN = Path(__file__).parent / "broken"
FICHE = "plan/actions/koffie-mantelzorgers.md"
HOW = "We bellen de mensen op en zetten koffie."

MODULES = frozenset("promises prompts wording spelling abbreviations privacy links".split())
CHECKS = tuple(check for check in EVERY if check.__module__.rpartition(".")[2] in MODULES)


class Zone:
    """A small plan in a folder, of which single texts are changed."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(BROKEN / "_base", root, dirs_exist_ok=True)

    def replace(self, old: str, new: str, path: str = FICHE) -> Zone:
        file = self.root / path
        text = file.read_bytes().decode()
        assert old in text
        file.write_bytes(text.replace(old, new).encode())
        return self

    def how(self, text: str) -> Zone:
        """*text* under "Hoe?"."""
        return self.replace(HOW, text)

    def settings(self, lines: str) -> Zone:
        file = self.root / "plan/plan.yaml"
        file.write_text(file.read_text(encoding="utf-8") + lines, encoding="utf-8")
        return self

    def load(self) -> Loaded:
        loaded = load(WorkTree(self.root))
        assert loaded.findings == ()
        return loaded

    def marked(self, check: Check) -> list[str]:
        """The words that a check marks, in order."""
        loaded = self.load()
        found = sorted(check(loaded.plan), key=by_place)
        return [loaded.sources[f.span.path].text[f.span.start : f.span.end] for f in found]

    def fixed(self, check: Check) -> str:
        """The fiche after the fixes of a check, which then has nothing more to tell."""
        loaded = self.load()
        fixes = [patch for finding in check(loaded.plan) for patch in finding.fix]
        assert fixes
        text = patched(loaded.sources[FICHE], fixes)
        (self.root / FICHE).write_bytes(text.encode())
        assert list(check(self.load().plan)) == []
        return text


@pytest.fixture
def zone(tmp_path: Path) -> Zone:
    return Zone(tmp_path)


# Promises


PROMISES = """\
In najaar 2024 leggen we contact met meer partners.
In najaar 2024 willen we met enkele organisaties contact leggen.
Begin 2024 is er in onze zone een Boterhammen en Soep waarop deze werking wordt voorgesteld.
Eind 2024 is er een webinar.
De zone heeft in 2024 een project lopen met de partners.
We evalueren het project van 2024 eind dat jaar.
Tegen eind 2024 willen we weten wat er nodig is.
Najaar 2024 wordt individueel overleg ingepland met organisaties.
In najaar 2024 wordt meer informatie verzameld over een onderzoek.
In de werkgroep volgt in najaar 2024 nog een oproep om cijfers te melden.
In 2024 komt er voor de eerste keer een week van de mantelzorger.
Om hierin vooruit te gaan en dit beter te maken, nemen we in najaar 2024 een tool in gebruik.
Daarvoor zijn al diverse vormingen opgezet en in najaar 2024 komen er nog bij.
Maar er is anders beslist: het project loopt nog even door, en de evaluatie komt er pas eind 2024.
De werkgroep die hierboven staat, legt het bestuur op 19 december 2024 een plan voor.
De start van het project is gepland voor maart 2024.
De uitrol is voorzien vanaf 1 januari 2024.
In de zomer van 2024 starten wij met de campagne.
Eerst, in najaar 2024, informeren we de scholen.
We organiseren die in najaar 2024.
We zullen in het eerste kwartaal van 2024 een bevraging doen.
Deze lijst zal eind 2024 afgerond zijn.
Er moet voor 1 september 2024 een kader zijn.
De partners gaan in februari 2024 met elkaar in gesprek.
* Najaar 2024: gesprekken met de partners
* **Eind 2024:** evaluatie met de stuurgroep
1. Voorjaar 2024 – overleg met de lokale besturen
Midden 2024 plannen we aparte gesprekken met organisaties die met kwetsbare groepen werken.
In 2023 en 2024 bouwen we het netwerk uit.
Tijdens het schooljaar 2023-2024 bezoeken we elke school.
In autumn 2024 we will explore the offer.
By the end of 2024, we want to know what people need.
In 2024 we plan to visit all schools.
A workshop is planned for October 2024.
The steering group will meet in March 2024.
We hope to start the training in spring 2024.
* Autumn 2024: meetings with partners""".splitlines()

FACTS = """\
In 2024 bracht de zone in kaart wat er bestaat.
In 2024 is er, samen met partners, een werkgroep opgericht.
Eind 2024 zijn er drie netwerkdagen geweest.
De zone heeft in 2024 een project gestart.
We hebben in 2024 enkele projecten laten lopen.
We evalueerden het project van 2024 eind dat jaar.
In voorjaar 2024 deden we hier nog maar weinig voor: er was enkel contact met één vereniging.
In de zomer van 2023 kwamen er doorverwijzers bij.
We zetten het project, dat in najaar 2024 begon, voort en evalueren het.
In 2023 stonden onze vaststelling en deze actie op de agenda.
In 2024 stond deze actie een hele tijd on hold.
Toen we het actieplan 2024 opstelden, wilden we partners om hun engagement vragen.
In 2022-2023 is in onze zone al aan een medicatieproject gewerkt.
De uitrol was voorzien vanaf 1 januari 2024.
In 2024 deden we een algemene bevraging.
Eind 2023 legde de werkgroep enkele kernelementen vast.
Eind 2023 en begin 2024 zetten we in op kennismaking met de partners die er nieuw bij kwamen.
Op zijn werkdag van 30 augustus 2024 besliste het bestuur dat deze actie doorgaat.
We werken deze actie uit op basis van onderzoek en analyse (2024) van bestaande methodieken.
Veel hangt af van wat de contacten van najaar 2024 opleveren.
Dit project (opgestart najaar 2023) willen we voortzetten.
Het project is in maart 2024 van start gegaan.
In 2024 hebben we drie netwerkdagen gehouden.
De stuurgroep startte in 2023.
De stuurgroep, opgericht in 2023, wil verder groeien.
We willen voortbouwen op de bevraging die in 2024 plaatsvond.
We willen verder met de methode die we in 2023 ontwikkelden.
Sinds 2020 organiseren we elk jaar een netwerkdag.
Vanaf najaar 2023 komen we elke maand samen.
In 2023 tellen we 500 aanmeldingen.
In 2022 komt 12 % van de burgers niet bij een tandarts.
We starten in december 2024, januari 2025 en februari 2025 met een traject.
Of er een uitrol volgt, wordt eind 2024 of begin 2025 beslist.
In 2024 en 2025 organiseren we twee netwerkdagen.
Tegen eind 2025 willen we een platform.
In het schooljaar 2024-2025 informeren we de scholen.
Het beleidsplan 2020-2024 wil iedereen bereiken.
Zoals in 2024 willen we elke gemeente bezoeken.
Het decreet van 26 april 2019 moet ons helpen.
Vorig jaar, in 2024, zaten we samen.
Hiervoor betalen we 2024 euro.
In winter 2024 starten we op: die loopt tot in februari 2025.
* Najaar 2023: overleg is gestart
* 2023: 45 deelnemers
* Voorjaar 2024: er kwamen 12 partners
* In 2024 stijgt het aantal mantelzorgers
In 2024 we organised three network days.
The survey that took place in 2023 will be repeated.
Since 2021 we hold a network day every year.
The project was launched in March 2024.
The report of 2023 will help us.
* Autumn 2023: training finished""".splitlines()


@pytest.mark.parametrize("sentence", PROMISES)
def test_a_promise_of_an_earlier_year_is_told(zone: Zone, sentence: str) -> None:
    (words,) = zone.how(f"Zo doen we het.\n\n{sentence}").marked(old_promise)
    assert re.search("202[34]", words)


@pytest.mark.parametrize("sentence", FACTS)
def test_what_was_done_and_what_is_still_to_come_is_no_old_promise(zone: Zone, sentence: str) -> None:
    assert zone.how(f"Zo doen we het.\n\n{sentence}").marked(old_promise) == []


def test_a_promise_is_told_with_the_words_of_the_date_alone(zone: Zone) -> None:
    assert zone.how("Zo doen we het.\n\n* In het najaar\n  van 2024 leggen we contact.").marked(old_promise) == [
        "najaar\n  van 2024"
    ]


def test_a_promise_in_a_chapter_is_good_to_know(zone: Zone) -> None:
    chapter = "plan/texts/inleiding.md"
    zone.replace("We werken samen", "Eind 2024 nemen we een programma in gebruik. We werken samen", chapter)
    (finding,) = old_promise(zone.load().plan)
    assert (finding.span.path, finding.severity.value) == (chapter, "info")


def test_a_stub_promises_nothing(zone: Zone) -> None:
    zone.replace("status: running", "status: stopped\nreason: Er kwam niemand").how(
        "Eind 2024 willen we weten of het kan."
    )
    assert zone.marked(old_promise) == []


def test_the_year_of_the_plan_decides_what_is_old(zone: Zone) -> None:
    zone.how("In maart 2025 starten we.\n\nIn najaar 2025 willen we verder.")
    assert zone.marked(old_promise) == []
    zone.replace("year: 2025", "year: schooljaar 2025-2026", "plan/plan.yaml")
    assert zone.marked(old_promise) == ["maart 2025"]


def test_without_a_year_of_the_plan_nothing_is_old(zone: Zone) -> None:
    zone.how("In maart 2024 starten we.").replace("year: 2025\n", "", "plan/plan.yaml")
    assert list(old_promise(load(WorkTree(zone.root)).plan)) == []


def test_windows_line_endings_change_nothing(zone: Zone) -> None:
    zone.how("Eerst dit.\r\n\r\n* Dan dat.\r\n* In najaar 2024 starten we.\r\n\r\nEn dan verder.")
    assert zone.marked(old_promise) == ["najaar 2024"]


def test_a_paragraph_of_years_is_read_in_time(zone: Zone) -> None:
    assert len(zone.how("In najaar 2024 starten we " * 5000).marked(old_promise)) == 5000


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("het beleidsplan 2029-2024", "2029-2024"),
        ("de periode 2029 – 2024", "2029 – 2024"),
        ("van 2026 tot 2025", "2026 tot 2025"),
        ("van 2026 tot en met 2025", "2026 tot en met 2025"),
        ("schooljaar 2026-2025", "2026-2025"),
        ("schooljaar 2026/2025", "2026/2025"),
        ("tussen 2026 en 2025", "2026 en 2025"),
        ("from 2026 to 2025", "2026 to 2025"),
        ("between 2026 and 2025", "2026 and 2025"),
    ],
)
def test_years_the_wrong_way_round_are_told(zone: Zone, text: str, marked: str) -> None:
    assert zone.how(f"Wij volgen {text}.").marked(year_turned) == [marked]


@pytest.mark.parametrize(
    "text",
    [
        "het beleidsplan 2024-2029",
        "van 2024 tot 2025",
        "in 2026 en 2025",
        "op 2025-03-31",
        "op 31-12-2025 – 2024",
        "dossier 2026/2025",
        "https://voorbeeld.be/2026-2025/plan",
        "[plan](https://voorbeeld.be/2026-2025)",
        "schooljaar 2025-2026, schooljaar 2024-2025",
        "nummer 12029-2024",
        "2025 tot 2025",
    ],
)
def test_years_in_order_and_other_numbers_are_left_alone(zone: Zone, text: str) -> None:
    assert zone.how(f"Wij volgen {text}.").marked(year_turned) == []


def test_turned_years_are_found_in_the_data_too(zone: Zone) -> None:
    zone.replace("what: Mantelzorgers aan tafel", 'what: "Plan 2026-2025: af"')
    (finding,) = year_turned(zone.load().plan)
    assert (finding.span.line, finding.fix) == (13, ())


# Placeholders and prompts


@pytest.mark.parametrize(
    "text",
    [
        "Nog te bepalen.",
        "De focus is nog te bepalen met de partners.",
        "De aanpak is nog verder te bepalen.",
        "Nader te bepalen",
        "De lijst is nog aan te vullen.",
        "nog in te vullen",
        "Datum: n.t.b.",
        "Datum: NTB",
        "Datum: ntb",
        "Date: TBD",
        "TODO: partners vragen",
        "XXX",
        "Lorem ipsum dolor sit amet.",
        "Wie? ???",
        "[invullen]",
        "[nog in te vullen]",
        "[hier invullen: de trekker]",
        "The date is to be determined.",
        "to be confirmed",
        "…",
        "...",
        "* …",
        "?",
    ],
)
def test_a_placeholder_is_told(zone: Zone, text: str) -> None:
    assert len(zone.how(text).marked(placeholder)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Nog te bepalen: deze actie zit nog in de fase van verkennen.",
        "Nog te bepalen. Dat stemmen we verder af na de oefening die hierboven staat.",
        "Wat dat dan is: nog te bepalen. Dat hangt af van deze oefeningen.",
        "De aanpak: nog te bepalen, in overleg en afgestemd met de partners.",
    ],
)
def test_a_text_that_says_why_it_is_open_is_no_placeholder(zone: Zone, text: str) -> None:
    assert zone.how(text).marked(placeholder) == []


@pytest.mark.parametrize(
    "text",
    [
        "Nog te bepalen.",
        "Nog te bepalen: datum en plaats.",
        "Nog te bepalen. We bellen de scholen op.",
        "Nog te bepalen, maar we starten in maart.",
        "Nog te bepalen.\n\nDat is een andere alinea die hier niet bij hoort.",
    ],
)
def test_words_behind_a_placeholder_that_do_not_say_why_leave_it_one(zone: Zone, text: str) -> None:
    assert len(zone.how(text).marked(placeholder)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Wat we dan doen, is nu nog niet te bepalen.",
        "De stuurgroep komt samen om de aanpak verder te bepalen.",
        "We nodigen partners uit om de lijst verder aan te vullen.",
        "We bellen scholen, CLB's …",
        "We praten met partners:\n\n* scholen\n* …",
        "Mantelzorgers bepalen zelf wat ze nodig hebben.",
        "Wie doet mee? Wat kan ik zelf? En dan?",
        "We vullen aan wat nog ontbreekt.",
        "Todos los dias.",
        "The study is to be completed by June.",
        "<!-- nog te bepalen -->Klaar.",
        "Dit moet nog bepaald worden door de partners.",
    ],
)
def test_a_text_that_says_something_is_no_placeholder(zone: Zone, text: str) -> None:
    assert zone.how(text).marked(placeholder) == []


def test_a_placeholder_in_the_data_is_told(zone: Zone) -> None:
    zone.replace("what: Mantelzorgers aan tafel", "what: Nog te bepalen\n    measure: ntb").replace(
        "due: eind 2025", "due: eind 2025\nsteps:\n  - {what: Koffie, note: n.t.b.}\ncondition: {what: …}"
    )
    assert zone.marked(placeholder) == ["n.t.b.", "…", "Nog te bepalen", "ntb"]


PROMPTS = """\
Geef een korte beschrijving van wat je gaat doen.
GEEF EEN KORTE BESCHRIJVING VAN WAT JE GAAT DOEN
*Geef een korte beschrijving van wat je gaat doen.*
Definieer duidelijk de scope van de actie:
Waarom deze actie? Waarom deze actie nu?
Doelgroep(en)
* Doelgroep(en):
Wie is de trekker van de actie?
Met welke stakeholders wordt er samengewerkt voor deze actie?
Geef een beknopt plan hoe deze actie gaat worden opgezet of aangepakt.
Selecteer minstens één van onderstaande manieren voor evaluatie.
> Selecteer minstens een van onderstaande manieren voor evaluatie""".splitlines()


@pytest.mark.parametrize("prompt", PROMPTS)
def test_a_prompt_of_the_form_is_told_and_deleted(zone: Zone, prompt: str) -> None:
    zone.how(f"Eerst dit.\n\n{prompt}\n\nWe bezoeken scholen.")
    assert "Eerst dit.\n\n\nWe bezoeken scholen." in zone.fixed(form_prompt)


def test_a_prompt_of_several_lines_is_one_finding(zone: Zone) -> None:
    prompt = (
        "Definieer de indicatoren die worden gebruikt om de voortgang en/of het succes van de actie\n"
        "te evalueren. Geef ook de meetmethode mee en, indien van toepassing een streefdoel.\n"
    )
    example = (
        "Fictief voorbeeld: we organiseren een driemaandelijks netwerkevent. Als outputindicator\n"
        "meten we het aantal aanwezigen, en voor een geslaagde actie willen we minstens 40\n"
        "aanwezigen per netwerkevent. Als procesindicator meten we of er een evaluatie plaatsvond\n"
        "na elk netwerkevent en of de communicatiekanalen van onze partners het netwerkevent\n"
        "hadden gepromoot.\n"
    )
    zone.how(f"{prompt}\n{example}\nWe tellen.")
    assert len(zone.marked(form_prompt)) == 2
    assert "\n\n\nWe tellen." in zone.fixed(form_prompt)


def test_a_prompt_at_the_end_of_a_file_is_deleted(zone: Zone) -> None:
    zone.replace("We tellen wie er komt.\n", "We tellen wie er komt.\n\nDoelgroep(en)")
    assert zone.fixed(form_prompt).endswith("We tellen wie er komt.\n\n")


@pytest.mark.parametrize(
    "text",
    [
        "We geven een korte beschrijving van wat je gaat doen als vrijwilliger.",
        "De doelgroep(en) van deze actie zijn mantelzorgers.",
        "Doelgroep: burgers",
        "Wie is de trekker van de actie? De zone.",
        "<!-- Geef een korte beschrijving van wat je gaat doen. -->",
    ],
)
def test_a_sentence_with_the_words_of_a_prompt_is_left_alone(zone: Zone, text: str) -> None:
    assert zone.how(f"Eerst dit.\n\n{text}").marked(form_prompt) == []


@pytest.mark.parametrize("tip", [tip for _, tip in TIPS])
@pytest.mark.parametrize("form", ["{}", "{} -->", "* {}"])
def test_a_tip_of_elzctl_that_became_text_is_told_and_deleted(zone: Zone, tip: str, form: str) -> None:
    zone.how(f"Eerst dit.\n\n{form.format(tip)}\n\nWe bezoeken scholen.")
    assert "Eerst dit.\n\n\nWe bezoeken scholen." in zone.fixed(form_prompt)


def test_the_tips_are_those_of_a_new_fiche() -> None:
    written = [
        " ".join(tip.split())
        for language in ("nl", "en")
        for tip in re.findall(
            r"<!--(.*?)-->", (ROOT / f"templates/new/action.{language}.md").read_text("utf-8"), re.DOTALL
        )
    ]
    assert written == [tip for _, tip in TIPS]
    assert all(word in tip for word, tip in TIPS)


# Lists and paragraphs


def test_a_list_that_begins_with_three_is_told_and_renumbered(zone: Zone) -> None:
    zone.how("3) Scholen aanspreken\n4) Materiaal uitdelen").replace("Niets.", "Niets dit jaar.")
    assert zone.marked(list_start) == ["3"]
    assert "1) Scholen aanspreken\n2) Materiaal uitdelen" in zone.fixed(list_start)


def test_numbers_that_run_on_through_the_sections_of_a_fiche_are_renumbered_together(zone: Zone) -> None:
    zone.replace("* Elke maand een tafel klaarzetten", "3) Elke maand").replace("Niets.", "4) Niets.")
    text = zone.fixed(list_start)
    assert "1) Elke maand" in text
    assert "2) Niets." in text


@pytest.mark.parametrize(
    "text",
    [
        "1. Eerst\n2. Dan",
        "1. Eerst\n\nEen woord uitleg.\n\n2. Dan",
        "1. Eerst\n1. Dan\n1. Dan weer",
        "1. Eerst\n   1. Hier\n   2. Daar\n2. Dan",
        "0. Vooraf\n1. Dan",
        "Het loopt tot eind\n2025. Dan kijken we verder.",
        "Dit staat in artikel\n12. en dan niets meer",
        "12 scholen doen mee",
        "2025 was een jaar",
    ],
)
def test_a_list_in_order_is_left_alone(zone: Zone, text: str) -> None:
    assert zone.how(text).marked(list_start) == []


def test_numbers_that_the_text_speaks_of_are_not_changed(zone: Zone) -> None:
    (finding,) = list_start(zone.how("Zie punt 4.\n\n3. Scholen\n4. Bedrijven").load().plan)
    assert finding.fix == ()


PARAGRAPH = "De partners brengen hier zelf de agendapunten aan: dat is\nhun eigen verantwoordelijkheid."


def test_a_paragraph_in_two_fiches_is_told_in_the_later_one(zone: Zone) -> None:
    other = "plan/actions/thee.md"
    shutil.copy(zone.root / FICHE, zone.root / other)
    zone.how(PARAGRAPH).replace("1.1.1", "1.1.2", other)
    zone.replace(HOW, f"Eerst dit.\n\n{PARAGRAPH.upper().replace(chr(10), '  ')}", other)
    (finding,) = repeated_paragraph(zone.load().plan)
    assert (finding.span.path, finding.span.line, finding.related[0][1].path) == (other, 46, FICHE)


def test_a_paragraph_twice_in_one_fiche_is_told(zone: Zone) -> None:
    zone.how(f"{PARAGRAPH}\n\nNog iets.\n\n{PARAGRAPH}")
    assert zone.marked(repeated_paragraph) == [PARAGRAPH]


@pytest.mark.parametrize(
    "text",
    [
        "De zone trekt deze actie.\n\nDe zone trekt deze actie.",
        f"* {PARAGRAPH}\n\nNog iets.\n\n* {PARAGRAPH}",
        f"{PARAGRAPH}\n\n{PARAGRAPH[:-1]}, zeggen ze.",
        "Selecteer minstens één van onderstaande manieren voor evaluatie.\n\n" * 2,
        f"<!-- {PARAGRAPH} -->\n\nNog iets.\n\n<!-- {PARAGRAPH} -->",
    ],
)
def test_short_texts_lists_and_other_endings_are_no_repetition(zone: Zone, text: str) -> None:
    assert zone.how(text).marked(repeated_paragraph) == []


# Names and abbreviations


TERMS = (
    'terms: [OverHoop, Halt2Diabetes, AZ Sint-Blasius, "Te Gek!?", HerstelAcademie, Warme William, Eerstelijnszone]\n'
)


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("Overhoop", "OverHoop"),
        ("OVERHOOP", "OverHoop"),
        ("Over Hoop", "OverHoop"),
        ("Over-Hoop", "OverHoop"),
        ("Halt 2 diabetes", "Halt2Diabetes"),
        ("Halt 2 Diabetes", "Halt2Diabetes"),
        ("halt2diabetes", "Halt2Diabetes"),
        ("AZ Sint Blasius", "AZ Sint-Blasius"),
        ("az Sint-Blasius", "AZ Sint-Blasius"),
        ("az sint-blasius", "AZ Sint-Blasius"),
        ("TeGek!?", "Te Gek!?"),
        ("Te Gek !?", "Te Gek!?"),
        ("Te Gek", "Te Gek!?"),
        ("Herstelacademie", "HerstelAcademie"),
        ("Herstel Academie", "HerstelAcademie"),
        ("warme William", "Warme William"),
        ("Warme-William", "Warme William"),
        ("EersteLijnsZone", "Eerstelijnszone"),
    ],
)
def test_another_spelling_of_a_name_is_told_and_put_right(zone: Zone, written: str, right: str) -> None:
    zone.settings(TERMS).how(f"We werken met {written}, en met anderen.")
    assert zone.marked(term_spelling) == [written]
    assert f"We werken met {right}, en met anderen." in zone.fixed(term_spelling)


def test_a_spelling_in_small_letters_may_be_a_common_word_and_is_told_without_a_fix(zone: Zone) -> None:
    (finding,) = term_spelling(zone.settings(TERMS).how("Het project overhoop loopt.").load().plan)
    assert finding.fix == ()


@pytest.mark.parametrize(
    "written", ["Eerstelijnszonde", "eerstelijnzone", "Herstelacadmie", "AZ Sint-Blassius", "Halt2Diabtes"]
)
def test_a_long_name_with_one_letter_wrong_is_told(zone: Zone, written: str) -> None:
    assert zone.settings(TERMS).how(f"We werken met {written} samen.").marked(term_spelling) == [written]


@pytest.mark.parametrize(
    "text",
    [
        "OverHoop, Halt2Diabetes, AZ Sint-Blasius, Te Gek!?, HerstelAcademie, Warme William.",
        "AZ\nSint-Blasius en Warme\n  William doen mee.",
        "Het OverHoop-project, OverHoop's aanpak en de HerstelAcademie's in de buurt.",
        "De eerstelijnszone, alle eerstelijnszones, de Eerstelijnszone en de eerstelijnszonecoördinator.",
        "Dat is te gek! Te gek wat je allemaal kunt.",
        "We praten over hoop en verdriet. Over hoop spreken helpt.",
        "Zie [[overhoop|het project]] en https://voorbeeld.be/overhoop/halt2diabetes.",
        "Zie [de site](https://voorbeeld.be/Overhoop) of `Overhoop`.",
        "Schrijf naar info@overhoop.be.",
        "PROJECT OVERHOOP IN DE ZONE",
        "Warmte en warme soep voor William.",
        "We doen de eerstelijnszorg samen.",
    ],
)
def test_the_name_itself_and_common_words_are_left_alone(zone: Zone, text: str) -> None:
    assert zone.settings(TERMS).how(text).marked(term_spelling) == []


def test_names_of_actors_with_a_capital_inside_have_their_own_spelling(zone: Zone) -> None:
    zone.replace("  name: Dienst Zorg", "  name: OverKop", "plan/actors.yaml")
    assert zone.how("Overkop doet mee. De wagen ging overkop.").marked(term_spelling) == ["Overkop"]


def test_a_spelling_in_the_data_is_put_right(zone: Zone) -> None:
    zone.settings(TERMS).replace("what: Mantelzorgers aan tafel", "what: Mantelzorgers bij Overhoop aan tafel")
    assert "what: Mantelzorgers bij OverHoop aan tafel" in zone.fixed(term_spelling)


@pytest.mark.parametrize(
    ("text", "name", "uses"),
    [
        ("We nodigen het CAW uit.", "CAW", 1),
        ("Het CAW en alle CAW's. De CAWs komen.", "CAW", 3),
        ("In het netwerk (CAW) zit iedereen.", "CAW", 1),
        ("De GGZ-actoren doen mee.", "GGZ", 1),
        ("We volgen B2B op.", "B2B", 1),
    ],
)
def test_an_abbreviation_that_nobody_explains_is_told_once(zone: Zone, text: str, name: str, uses: int) -> None:
    (finding,) = unexplained_abbreviation(zone.how(text).load().plan)
    assert dict(finding.message.args) == {"count": uses, "name": name}
    assert zone.marked(unexplained_abbreviation) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Het centrum algemeen welzijnswerk (CAW) en later het CAW.",
        "Het CAW (centrum algemeen welzijnswerk) komt.",
        "Onze WWOL-partners (wonen, werken, onderwijs, leven) komen.",
        "Bewegen op\nVerwijzing (BOV) en BOV-coaches.",
        "We doen dit NIET. Het is OK, in PDF en op TV.",
        "Deel IV, hoofdstuk XII en de zone Waasland NO.",
        "WAT WE DOEN\n\nWat we doen, doen we samen.",
        "Dat is ZO belangrijk, zo zeggen ze.",
        "Zie https://voorbeeld.be/CAW/GGZ en `GGZ`.",
        "Een A4 en de E40.",
        "De ZIEKENHUIZEN komen.",
        "LOGO en Logo Polder zijn dezelfde.",
    ],
)
def test_explained_abbreviations_and_other_capitals_are_left_alone(zone: Zone, text: str) -> None:
    assert zone.how(text).marked(unexplained_abbreviation) == []


def test_a_name_with_a_plus_is_no_abbreviation_where_an_actor_is_called_so(zone: Zone) -> None:
    zone.how("Dat leerden we uit SOM+ en uit QZX+.")
    assert zone.marked(unexplained_abbreviation) == ["SOM", "QZX"]
    zone.replace("dienst-zorg:", "som:\n  name: SOM+\n  kind: organisation\ndienst-zorg:", "plan/actors.yaml")
    assert zone.marked(unexplained_abbreviation) == ["QZX"]


def test_the_list_of_the_plan_a_term_and_an_actor_explain_an_abbreviation(zone: Zone) -> None:
    zone.settings("abbreviations: {GGZ: geestelijke gezondheidszorg}\nterms: [AZ Polder]\n")
    zone.replace("  name: Dienst Zorg", "  name: Dienst Zorg Polder\n  also: [DZP]", "plan/actors.yaml")
    assert zone.how("De GGZ, een AZ en DZP.").marked(unexplained_abbreviation) == []


# Personal data


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Mail naar inschrijven@voorbeeld.be.", "inschrijven@voorbeeld.be"),
        ("[mail ons](mailto:zorg@voorbeeld.be)", "zorg@voorbeeld.be"),
        ("Bel 052 33 44 55 voor meer uitleg.", "052 33 44 55"),
        ("Bel 052/33.44.55.", "052/33.44.55"),
        ("Bel 02 123 45 67", "02 123 45 67"),
        ("Bel 0470 12 34 56", "0470 12 34 56"),
        ("Bel 0470/12.34.56", "0470/12.34.56"),
        ("Bel 0470123456", "0470123456"),
        ("Bel +32 52 33 44 55", "+32 52 33 44 55"),
        ("Bel +32 (0)470 12 34 56", "+32 (0)470 12 34 56"),
        ("Bel 0032 470 12 34 56", "0032 470 12 34 56"),
        ("Zie www.voorbeeld.be (0470 12 34 56).", "0470 12 34 56"),
        ("Zie voorbeeld.be: 053/66.66.66.", "053/66.66.66"),
        ("Zie https://voorbeeld.be 0470123456", "0470123456"),
        ("Zie **voorbeeld.be** +32 470 12 34 56", "+32 470 12 34 56"),
        ("voorbeeld.be-0470 12 34 56", "0470 12 34 56"),
        ("Stort op BE68 5390 0754 7034.", "BE68 5390 0754 7034"),
        ("Stort op BE68539007547034.", "BE68539007547034"),
    ],
)
def test_an_address_or_number_of_someone_is_told(zone: Zone, text: str, marked: str) -> None:
    assert zone.how(text).marked(contact_in_text) == [marked]


@pytest.mark.parametrize(
    "text",
    [
        "Op 01/09/2024 en 01.10.2024, van 01-01-2024 tot 31-12-2024.",
        "Ondernemingsnummer 0202.239.951 en BE 0202.239.951.",
        "Ons nummer is BTW BE 0202 239 951, of KBO-nummer: 0202239951.",
        "Tussen 2024-0470 12 34 56 ligt niets.",
        "Dat kost € 12 500 000, of 1.250,50 euro.",
        "Teleonthaal 106, Zelfmoordlijn 1813, gratis 0800 12 345 en 078 15 15 15.",
        "De actie 10 10 10 in 2024 2025 2026.",
        "In 9200 Dendermonde, 9255 en 9240.",
        "@welzijnspartners doen mee",
        "Stort op BE68 5390 0754 7035.",
        "Versie 2.0 van 4voor12, ISBN 978-90-000-0000-1.",
        "Van 052 33 tot 44.",
    ],
)
def test_dates_amounts_and_numbers_of_services_are_no_contact(zone: Zone, text: str) -> None:
    assert zone.how(text).marked(contact_in_text) == []


def test_an_address_that_is_its_own_link_is_told_once(zone: Zone) -> None:
    zone.how("[zorg@voorbeeld.be](mailto:zorg@voorbeeld.be)")
    assert zone.marked(contact_in_text) == ["zorg@voorbeeld.be"]


@pytest.mark.parametrize("number", ["00.00.00-000.97", "00000000097", "00 00 00 000 97", "85.14.00-123.29"])
def test_a_national_number_is_an_error(zone: Zone, number: str) -> None:
    findings = list(national_number(zone.how(f"Nummer {number} staat hier.").load().plan))
    valid = number != "85.14.00-123.29"
    assert [finding.severity.value for finding in findings] == ["error"] * valid


def test_a_number_with_other_check_digits_is_no_national_number(zone: Zone) -> None:
    assert zone.how("Nummer 00.00.00-000.98 en 00.99.00-000.97.").marked(national_number) == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("We vragen het aan mevrouw Voorbeeld.", "mevrouw Voorbeeld"),
        ("De heer van der Voorbeeld komt.", "De heer van der Voorbeeld"),
        ("Contact: dhr. A. Voorbeeld", "dhr. A. Voorbeeld"),
        ("Mevr. Voorbeeld-Naam leidt dit.", "Mevr. Voorbeeld-Naam"),
        ("Ask Mrs Example about it.", "Mrs Example"),
        ("Dr. Voorbeeld volgt dit op.", "Dr. Voorbeeld"),
        ("Vraag het aan dr. van der Voorbeeld.", "dr. van der Voorbeeld"),
        ("Contactpersoon: Voornaam Voorbeeld", "Contactpersoon: Voornaam Voorbeeld"),
        ("**Contactpersoon:** Voornaam van der Voorbeeld.", "Contactpersoon:** Voornaam van der Voorbeeld"),
        ("De contactpersoon is Voornaam Voorbeeld.", "contactpersoon is Voornaam Voorbeeld"),
    ],
)
def test_a_person_is_told(zone: Zone, text: str, marked: str) -> None:
    assert zone.how(text).marked(person_in_text) == [marked]


@pytest.mark.parametrize(
    "text",
    [
        "De heer des huizes",
        "Het beheer van De Post",
        "een mevrouw uit de buurt",
        "Meneer?",
        "Het lokaal in de Dr. Voorbeeldstraat",
        "Contactpersoon: de dienst",
        "Contactpersoon: Sociaal Huis Polder",
        "Contactpersoon: Eerstelijnszone Polder",
        "Contactpersoon: Dienst Zorg",
        "Contactpersoon: OCMW Polder",
        "Contactpersoon: Voornaam",
    ],
)
def test_a_title_without_a_name_is_no_person(zone: Zone, text: str) -> None:
    assert zone.how(text).marked(person_in_text) == []


# Links


@pytest.mark.parametrize(
    ("url", "right"),
    [
        ("https://voorbeeld.be/a?fbclid=x1", "https://voorbeeld.be/a"),
        ("https://voorbeeld.be/a?id=7&utm_source=n&utm_medium=m", "https://voorbeeld.be/a?id=7"),
        ("https://voorbeeld.be/a?utm_source=n&id=7#deel", "https://voorbeeld.be/a?id=7#deel"),
        ("https://voorbeeld.be/a?gclid=1&q=%C3%A9+b&mc_eid=2", "https://voorbeeld.be/a?q=%C3%A9+b"),
        ("https://voorbeeld.be/a_(b)?UTM_Source=1", "https://voorbeeld.be/a_(b)"),
        ("https://voorbeeld.be/?x=1&amp;fbclid=2", "https://voorbeeld.be/?x=1"),
        ("https://voorbeeld.be/a#utm_campaign=X", "https://voorbeeld.be/a"),
        ("https://voorbeeld.be/a?fbclid=1#utm_source=x&amp;b=2&amp;UTM_medium=m", "https://voorbeeld.be/a#b=2"),
        ("https://voorbeeld.be/#/pad?id=7&gclid=1", "https://voorbeeld.be/#/pad?id=7"),
        ("https://voorbeeld.be/#deel&fbclid=1:~:text=utm_source=x", "https://voorbeeld.be/#deel:~:text=utm_source=x"),
        *[
            (f"https://voorbeeld.be/?{mark}=1.2&x=1", "https://voorbeeld.be/?x=1")
            for mark in ("_ga", "_gl", "__tn__", "mibextid", "epik", "trk", "s_cid", "__cft__%5B0%5D")
        ],
        (
            "https://zone.us1.list-manage.com/track/click?u=1&id=2&e=3",
            "https://zone.us1.list-manage.com/track/click?u=1&id=2",
        ),
        (
            "https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fvoorbeeld.be%2Fa%3Fid%3D7%26fbclid%3D1&data=05%7Cx",
            "https://voorbeeld.be/a?id=7",
        ),
    ],
)
@pytest.mark.parametrize("form", ["Zie {}.", "Zie [de site]({}) voor meer.", "Zie <{}>", '[x]({} "titel")'])
def test_marks_that_follow_the_reader_are_told_and_taken_out(zone: Zone, form: str, url: str, right: str) -> None:
    zone.how(form.format(url))
    assert zone.marked(tracking_link) == [url]
    assert form.format(right) in zone.fixed(tracking_link)


@pytest.mark.parametrize(
    "text",
    [
        "https://voorbeeld.be/utm_source",
        "https://voorbeeld.be/?id=7&utm=1",
        "De parameter fbclid volgt lezers.",
        "https://voorbeeld.be/?e=3 en https://geenlist-manage.com/?e=3",
        "https://eur03.safelinks.protection.outlook.com/?url=javascript%3Aalert(1)&x=1",
        "https://eur03.safelinks.protection.outlook.com/",
        "https://safelinks.protection.outlook.com.voorbeeld.be/?url=https%3A%2F%2Fvoorbeeld.be",
        "Ga naar https://voorbeeld.be/?ga=1&tn=2",
        "utm_source=x",
        "https://voorbeeld.be/a#utm_campaign en https://voorbeeld.be/#trk en https://voorbeeld.be/#a=1&b",
        "https://voorbeeld.be/a#:~:text=fbclid=1&utm_source=x",
        "https://voorbeeld.be/#/pad?",
    ],
)
def test_other_addresses_are_left_as_they_are(zone: Zone, text: str) -> None:
    assert zone.how(text).marked(tracking_link) == []


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("[x](javascript:alert(1))", "error"),
        ("[x](JaVaScRiPt:alert(1))", "error"),
        ("[x](java&#115;cript:alert(1))", "error"),
        ("[x](javascript&colon;alert(1))", "error"),
        ("[x](java\tscript:alert(1))", "error"),
        ("[x](<java script:alert(1)>)", "error"),
        ("[x](javascript\\:alert(1))", "error"),
        ("[x](vbscript:x)", "error"),
        ("[x](data:text/html,x)", "error"),
        ("![x](data:image/png;base64,x)", "error"),
        ("<javascript:alert(1)>", "error"),
        ("[x]: javascript:alert(1)", "error"),
        ("[x](file:///etc/hosts)", "warning"),
        ("[x](ftp://voorbeeld.be/x)", "warning"),
        ("[x](tel:052334455)", "warning"),
        ("[x](//voorbeeld.be/x)", "warning"),
        (r"[x](\\server\map)", "warning"),
        ("[x](C:/map/x.docx)", "warning"),
        ("[x](/etc/hosts)", "warning"),
        ("[x](../../../buiten.md)", "warning"),
        ("[x](..%2f..%2f..%2fbuiten.md)", "warning"),
        ("[x](https://)", "warning"),
        ("[x](https://naam@voorbeeld.be/)", "warning"),
        ("[x]: https://voorbeeld.be/", "warning"),
        ("[x](mailto:)", "warning"),
        ("[x](#deel)", "warning"),
        ("[x](../texts/inleiding.md)", "warning"),
        ("[x](../../meetings/attachments/verslag.pdf)", "warning"),
        ('[x](bijlage.pdf "titel")', "warning"),
        ("[x]()", "warning"),
        ("![foto](foto.png)", "warning"),
        ("![foto]()", "warning"),
    ],
)
def test_a_link_that_nobody_can_follow_is_told(zone: Zone, text: str, severity: str) -> None:
    findings = list(bad_link(zone.how(f"Zie dit.\n\n{text}").load().plan))
    assert [finding.severity.value for finding in findings] == [severity]


@pytest.mark.parametrize(
    "text",
    [
        "[x](https://voorbeeld.be/a_(b)?c=d#e)",
        '[x](http://voorbeeld.be "titel")',
        "[x](mailto:zorg@voorbeeld.be)",
        "<https://voorbeeld.be>",
        "[x](mailto:zorg@voorbeeld.be?subject=Vraag)",
        "[x](#mantelzorg-zien)",
        "[x](#inleiding)",
        "[x](#appendix.timeline)",
        "[bijlage](zie verder)",
        "[x] (bijlage.pdf)",
        r"\[x](bijlage.pdf)",
        "Zie [[mantelzorg-zien]](javascript: is gevaarlijk).",
        "`[x](javascript:alert(1))`",
        "```\n[x](javascript:alert(1))\n```",
        "- [ ] partners bellen (morgen)",
        "[Noot]: dit is geen adres",
        "2 < 3 en 4 > 1: altijd",
        "De verhouding is data: cijfers.",
    ],
)
def test_a_good_link_and_what_is_none_are_left_alone(zone: Zone, text: str) -> None:
    assert zone.how(f"Zie dit.\n\n{text}").marked(bad_link) == []


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("../../meetings/attachments/weg.png", "This picture is not there: meetings/attachments has no file “{name}”"),
        ("../../meetings/attachments/foto.png", "A picture in a line of text is not drawn"),
        ("../../meetings/attachments/Foto.png", "This picture is not there"),
        ("foto.png", "This picture is not there: {place} has no file “{name}”"),
        ("beelden/foto.png", "The documents show no picture from there"),
    ],
)
def test_a_picture_that_is_not_there_is_told_from_one_that_is(zone: Zone, address: str, words: str) -> None:
    place = zone.root / "meetings" / "attachments"
    place.mkdir(parents=True)
    (place / "foto.png").write_bytes(b"x")
    minutes = "---\ntitle: Overleg\ndate: 2025-05-13\nstate: draft\n---\n\n## 1. Varia\n"
    (zone.root / "meetings" / "2025-05-13-overleg.md").write_text(minutes, "utf-8")
    zone.how(f"Zie ![de zaal]({address}).")
    (finding,) = bad_link(load(WorkTree(zone.root)).plan)
    assert finding.message.text.startswith(words.replace("meetings/attachments has", "{place} has"))


def test_a_picture_from_the_web_is_good_to_know(zone: Zone) -> None:
    zone.how("![Affiche](https://voorbeeld.be/a.png) en ![foto](foto.png)")
    assert zone.marked(remote_image) == ["https://voorbeeld.be/a.png"]
    assert zone.marked(bad_link) == ["foto.png"]


@pytest.mark.parametrize(
    ("address", "right"),
    [
        ("www.test.be", "Write: https://www.test.be"),
        ("test.be/pagina?x=1", "Write: https://test.be/pagina?x=1"),
        ("zorg@test.be", "Write: mailto:zorg@test.be"),
        ("koffie-mantelzorgers.md", "Write [[koffie-mantelzorgers]]."),
        ("../texts/inleiding.md#deel", "Write [[inleiding]]."),
        ("mantelzorg-zien", "Write [[mantelzorg-zien]]."),
        ("lijst.docx", "Write [words](https://…)."),
        ("#koffie", "Write [[id]] with the id of an action, a goal or a chapter."),
    ],
)
def test_a_link_that_the_documents_leave_out_is_told_with_what_to_write(zone: Zone, address: str, right: str) -> None:
    zone.how(f"Zie [onze site]({address}).")
    (finding,) = bad_link(zone.load().plan)
    assert zone.marked(bad_link) == [address]
    assert finding.hint is not None
    assert Language("en")(finding.hint) == right


def test_what_is_told_of_links_is_what_the_documents_do(zone: Zone) -> None:
    kept = "[a](https://voorbeeld.be) [b](mailto:zorg@voorbeeld.be) [c](#inleiding)"
    left = "[d](www.voorbeeld.be) [e](inleiding.md) [f]() ![g](foto.png)"
    zone.how(f"{kept} {left}")
    assert len(zone.marked(bad_link)) == 4
    (paragraph,) = Reader(lambda name, words: Text(words or name)).blocks(f"{kept} {left}")
    assert isinstance(paragraph, Paragraph)
    links = [child for child in paragraph.children if isinstance(child, (Link, Jump))]
    assert [plain(link.children) for link in links] == ["a", "b", "c"]


def test_a_link_in_a_title_is_text_and_in_a_goal_is_a_link(zone: Zone) -> None:
    goals = "plan/goals.yaml"
    zone.replace(
        "title: Mantelzorgers worden gezien", 'title: "Zie [x](foto.png)"\n      text: "Zie [y](lijst.docx)"', goals
    )
    (finding,) = bad_link(zone.load().plan)
    assert (finding.about, finding.span.line) == ("mantelzorg-zien", 9)


@pytest.mark.parametrize(
    "tag", ["<b>", "</div>", "<br>", "<br/>", '<a href="https://voorbeeld.be">', "<script>", "<IMG src=x>"]
)
def test_html_is_told(zone: Zone, tag: str) -> None:
    assert zone.how(f"Dit is {tag} geen Markdown.").marked(raw_html) == [tag]


@pytest.mark.parametrize(
    "text",
    ["a < b en c > d", "<naam>", "<https://voorbeeld.be>", "`<b>`", r"\<b>", "<zorg@voorbeeld.be>", "<!-- <b> -->x"],
)
def test_other_signs_are_no_html(zone: Zone, text: str) -> None:
    assert zone.how(text).marked(raw_html) == []


# All of them


def test_the_small_plan_has_nothing_to_tell(zone: Zone) -> None:
    assert [finding for check in CHECKS for finding in check(zone.load().plan)] == []


def test_the_plan_of_this_repository_has_no_errors_and_its_findings_have_places() -> None:
    loaded = load(WorkTree(ROOT))
    findings = [finding for check in CHECKS for finding in check(loaded.plan)]
    assert findings
    for finding in findings:
        text = loaded.sources[finding.span.path].text
        assert finding.severity.value != "error"
        assert text[finding.span.start : finding.span.end].strip()
        assert finding.span == loaded.sources[finding.span.path].span(finding.span.start, finding.span.end)


def test_findings_about_a_goal_say_which_one(zone: Zone) -> None:
    zone.replace("title: Mantelzorgers worden gezien", "title: Nog te bepalen", "plan/goals.yaml")
    (finding,) = placeholder(zone.load().plan)
    assert (finding.about, finding.span.line, finding.span.column) == ("mantelzorg-zien", 8, 14)


def test_no_text_makes_a_check_slow_or_fail(zone: Zone) -> None:
    hostile = [
        "[" * 3000,
        "![[](" * 600,
        "(" * 3000,
        "a@" * 1500,
        "a" * 3000 + "@",
        "0" * 3000,
        "<a " * 1000,
        "9 " * 1500,
    ]
    hostile += [
        "\u200b\u202e" * 50,
        "2024, " * 500,
        "1. x\n9. y\n" * 300,
        "`" * 999,
        "https://x?" + "&utm_a=b" * 400,
        "A" * 3000,
    ]
    zone.settings(TERMS).how("\n\n".join(hostile))
    loaded = load(WorkTree(zone.root))
    assert all(isinstance(finding, Finding) for check in CHECKS for finding in check(loaded.plan))


@pytest.mark.parametrize("code", sorted(check.__name__.replace("_", "-") for check in CHECKS))
def test_the_smallest_folder_of_a_code_provokes_it(tmp_path: Path, code: str) -> None:
    shutil.copytree(BROKEN / "_base", tmp_path, dirs_exist_ok=True)
    shutil.copytree(BROKEN / code, tmp_path, dirs_exist_ok=True)
    loaded = load(WorkTree(tmp_path))
    found = sorted((*loaded.findings, *(f for check in CHECKS for f in check(loaded.plan))), key=by_place)
    lines = [f"{f.span.path}:{f.span.line}:{f.span.column} {f.severity.value} {f.code}" for f in found]
    assert lines == (BROKEN / code / "expect.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    "text",
    [
        "In tegenstelling tot 2024 gaan we sneller.",
        "Zoals afgesproken in december 2024 komen we elke maand samen.",
        "TODO-lijst voor nieuwe medewerkers maken",
        "We bekijken welke punten nog in te vullen zijn.",
        "Nog te bepalen door het bestuur tegen mei 2025.",
        "Zie de doelstelling 1.2 van Gezonde Gemeente.",
    ],
)
def test_ordinary_sentences_are_left_alone(text: str, tmp_path: Path) -> None:
    root = laid_out("_base", tmp_path)
    path = root / "plan/actions/koffie-mantelzorgers.md"
    path.write_text(path.read_text("utf-8").replace("We bellen de mensen op en zetten koffie.", text), "utf-8")
    codes = {finding.code for finding in check(load(WorkTree(root)).plan)}
    assert not codes & {"old-promise", "placeholder", "number-as-reference"}
