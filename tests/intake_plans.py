"""Plans of other makes, of zones that do not exist: each a Word file, and what must come out of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from intake_wanted import Names, WantedAction, WantedGoal, WantedPlan
from intake_word import Word


class PlanDocument(NamedTuple):
    """``no_print``: what Word holds cannot be told apart any more on paper (deleted text that is printed, a form in columns)."""

    name: str
    data: bytes
    wanted: WantedPlan
    no_print: bool = False
    kind: str = "docx"


def names(*found: str) -> Names:
    return tuple((one,) for one in found)


def fiches() -> PlanDocument:
    """Fiches as forms of two columns with check boxes of Word, numbered ``Fiche 1.1.1``, in styles of a Dutch Word."""
    word = Word(dutch=True)
    word.header("Eerstelijnszone Heuvelrug – Actieplan 2026", "Pagina")
    word.title("Actieplan 2026 Eerstelijnszone Heuvelrug")
    word.heading(1, "SD 1. Inwoners van de Heuvelrug vinden hulp dicht bij huis")
    word.heading(2, "OD 1.1 Wie zorgt, weet waar ondersteuning te vinden is")
    word.heading(3, "Actie 1.1.1 Een wegwijzer voor mantelzorgers maken")
    cells = word.form(["Waarom?", "Voor wie?", "Wat?", "Met wie?", "Hoe?", "Evaluatie"])
    word.field("Mantelzorgers zeggen dat zij te laat horen welke steun er bestaat.", where=cells[0])
    word.bullets("Mantelzorgers", "Huisartsen die hen zien", where=cells[1])
    word.para("Een gids op papier en op het web.", where=cells[2])
    word.para("Wat doen we wel?", where=cells[2], bold=True)
    word.bullets("Gegevens verzamelen bij de zes diensten", "De gids elk jaar nakijken", where=cells[2])
    word.para("Wat doen we niet?", where=cells[2], bold=True)
    word.para("Zelf thuishulp aanbieden.", where=cells[2])
    word.para("Trekker: Dienstencentrum De Linde", where=cells[3])
    word.para("Partners:", where=cells[3])
    word.bullets("OCMW Bergdal", "Ziekenfonds Horizon", "Huisartsenkring Heuvelrug", where=cells[3])
    word.bullets("Werkgroep samenstellen (februari 2026)", "Gids drukken tegen eind mei 2026", where=cells[4])
    word.box("Procesevaluatie", ticked=False, where=cells[5])
    word.box("Resultaatgerichte evaluatie (output)", ticked=True, where=cells[5])
    word.bullets("Minstens 500 gidsen verspreid", "Vier bibliotheken leggen de gids klaar", where=cells[5])
    word.heading(3, "Actie 1.1.2 Een telefoonlijn voor mantelzorgers openen")
    word.para("Deze actie is stopgezet: de provincie opende in 2025 zelf een lijn.")
    word.heading(2, "OD 1.2 Buren kennen elkaar")
    word.heading(3, "Actie 1.2.1 Koffietafels in drie wijken")
    cells = word.form(["Waarom?", "Wat?", "Met wie?", "Evaluatie"])
    word.para("Eenzaamheid kwam in de bevraging van 2024 als eerste zorg naar voren.", where=cells[0])
    word.para("Elke maand een koffietafel in Bergdal, Kouter en Zandweg.", where=cells[1])
    word.para("Eindverantwoordelijke: Eerstelijnszone Heuvelrug", where=cells[2])
    word.box("Procesevaluatie", ticked=True, where=cells[3])
    word.para("Vrijwilligers geven na elke tafel een kort verslag.", where=cells[3])
    word.box("Resultaatgerichte evaluatie (output)", ticked=False, where=cells[3])
    goals = (
        WantedGoal("1", "Inwoners van de Heuvelrug vinden hulp dicht bij huis"),
        WantedGoal("1.1", "Wie zorgt, weet waar ondersteuning te vinden is"),
        WantedGoal("1.2", "Buren kennen elkaar"),
    )
    guide = WantedAction(
        "1.1.1",
        "Een wegwijzer voor mantelzorgers maken",
        lead=names("Dienstencentrum De Linde"),
        partners=names("OCMW Bergdal", "Ziekenfonds Horizon", "Huisartsenkring Heuvelrug"),
        checks={"process": False, "output": True},
        sections={
            "why": "Mantelzorgers zeggen dat zij te laat horen welke steun er bestaat.",
            "for_whom": "Mantelzorgers\nHuisartsen die hen zien",
            "what": "Een gids op papier en op het web.",
            "do": "Gegevens verzamelen bij de zes diensten\nDe gids elk jaar nakijken",
            "do_not": "Zelf thuishulp aanbieden.",
            "with_whom": "Dienstencentrum De Linde\nOCMW Bergdal\nZiekenfonds Horizon\nHuisartsenkring Heuvelrug",
            "how": "Werkgroep samenstellen (februari 2026)\nGids drukken tegen eind mei 2026",
        },
        criteria={"output": ("Minstens 500 gidsen verspreid\nVier bibliotheken leggen de gids klaar", 2, 2)},
        targets=(500,),
        targets_or=(4,),
        dates=("februari 2026", "eind mei 2026"),
    )
    stub = WantedAction(
        "1.1.2",
        "Een telefoonlijn voor mantelzorgers openen",
        stub=True,
        status=("stopped",),
        sections={"text": "Deze actie is stopgezet: de provincie opende in 2025 zelf een lijn."},
    )
    coffee = WantedAction(
        "1.2.1",
        "Koffietafels in drie wijken",
        lead=names("Eerstelijnszone Heuvelrug"),
        checks={"process": True, "output": False},
        sections={
            "why": "Eenzaamheid kwam in de bevraging van 2024 als eerste zorg naar voren.",
            "what": "Elke maand een koffietafel in Bergdal, Kouter en Zandweg.",
            "with_whom": "Eerstelijnszone Heuvelrug",
        },
        criteria={"process": ("Vrijwilligers geven na elke tafel een kort verslag.", 1, 1)},
    )
    gone = ("Eerstelijnszone Heuvelrug – Actieplan 2026 Pagina", "Trekker:")
    return PlanDocument("fiches", word.data(), WantedPlan(goals, (guide, stub, coffee), gone=gone, year="2026"))


def municipal() -> PlanDocument:
    """A multi-year plan of a municipality: policy goal, action plan and action with codes, and lines behind a label."""
    word = Word()
    word.title("Meerjarenplan 2026-2031 gemeente Oeverbeke")
    word.heading(1, "BD-1 Oeverbeke is een zorgzame gemeente")
    word.para("Het bestuur wil dat elke inwoner op tijd hulp vindt.")
    word.heading(2, "AP-1.1 We werken samen met de eerstelijnszone")
    word.heading(3, "ACT-1.1.1 Een wijkteam starten in Oeverbeke-Noord")
    word.para("Verantwoordelijke: Sociaal Huis Oeverbeke")
    word.para("Partners: CAW Rivierland, Huisartsenwacht Oever en WZC De Wilg")
    word.para("Timing: 2026-2027")
    word.para("Drie hulpverleners delen een lokaal en gaan samen op huisbezoek.")
    word.para("Indicator: aantal huisbezoeken per jaar (streefwaarde: 120)")
    word.heading(3, "ACT-1.1.2 Het aanbod van hulp op de kaart zetten")
    word.para("Verantwoordelijke: Dienst Communicatie")
    word.para("Timing: eind 2026")
    word.para("De sociale kaart krijgt een plaats op de website van de gemeente.")
    word.heading(2, "AP-1.2 We maken de dorpskernen toegankelijk")
    word.heading(3, "ACT-1.2.1 Zitbanken plaatsen op looproutes")
    word.para("Verantwoordelijke: Technische dienst")
    word.para("Timing: voorjaar 2027")
    word.para("Op elke route komt om de driehonderd meter een bank.")
    word.heading(1, "BD-2 Oeverbeke is een gezonde gemeente")
    word.heading(2, "AP-2.1 We nodigen uit tot bewegen")
    word.heading(3, "ACT-2.1.1 Een beweegcoach aanstellen")
    word.para("Verantwoordelijke: Sportdienst")
    word.para("Timing: 2028")
    word.para("De coach werkt halftijds, samen met de huisartsen.")
    goals = (
        WantedGoal(
            "1", "Oeverbeke is een zorgzame gemeente", text="Het bestuur wil dat elke inwoner op tijd hulp vindt."
        ),
        WantedGoal("1.1", "We werken samen met de eerstelijnszone"),
        WantedGoal("1.2", "We maken de dorpskernen toegankelijk"),
        WantedGoal("2", "Oeverbeke is een gezonde gemeente"),
        WantedGoal("2.1", "We nodigen uit tot bewegen"),
    )
    actions = (
        WantedAction(
            "1.1.1",
            "Een wijkteam starten in Oeverbeke-Noord",
            lead=names("Sociaal Huis Oeverbeke"),
            partners=names("CAW Rivierland", "Huisartsenwacht Oever", "WZC De Wilg"),
            sections={"intro": "Drie hulpverleners delen een lokaal en gaan samen op huisbezoek."},
            criteria={"output": ("aantal huisbezoeken per jaar (streefwaarde: 120)", 1, 1)},
            targets=(120,),
            start="2026",
            due="2027",
        ),
        WantedAction(
            "1.1.2",
            "Het aanbod van hulp op de kaart zetten",
            lead=names("Dienst Communicatie"),
            sections={"intro": "De sociale kaart krijgt een plaats op de website van de gemeente."},
            due="eind 2026",
        ),
        WantedAction(
            "1.2.1",
            "Zitbanken plaatsen op looproutes",
            lead=names("Technische dienst"),
            sections={"intro": "Op elke route komt om de driehonderd meter een bank."},
            due="voorjaar 2027",
        ),
        WantedAction(
            "2.1.1",
            "Een beweegcoach aanstellen",
            lead=names("Sportdienst"),
            sections={"intro": "De coach werkt halftijds, samen met de huisartsen."},
            due="2028",
        ),
    )
    return PlanDocument("municipal", word.data(), WantedPlan(goals, actions, year="2026-2031"))


def roadmap() -> PlanDocument:
    """A road map: a table with a row for each action, in the quarters of a year."""
    word = Word()
    word.title("Roadmap 2026 – Netwerk Kustpolder")
    word.para("Wat we dit jaar samen doen, per kwartaal.")
    rows = [
        ("Wanneer", "Actie", "Trekker", "Partners"),
        ("Q1 2026", "Bevraging van de praktijken afronden", "Zorgraad Kustpolder", "Huisartsenkring Zwin"),
        ("Q2 2026", "Twee vormingen over dementie geven", "Expertisecentrum Klaver", "WZC Duinrust, CAW Kust"),
        ("Q3 2026", "Een draaiboek voor hitte schrijven", "Logo Westhoek", "Rode Ster"),
        ("Q4 2026", "De werking evalueren met de partners", "Zorgraad Kustpolder", ""),
    ]
    word.table(rows, widths=(2.5, 6, 4, 4))
    actions = tuple(
        WantedAction(
            "",
            title,
            lead=names(lead),
            partners=names(*(one.strip() for one in partners.split(",") if one.strip())),
            due=day,
        )
        for day, title, lead, partners in rows[1:]
    )
    return PlanDocument(
        "roadmap",
        word.data(),
        WantedPlan(actions=actions, year="2026", goals_or=("Roadmap 2026 – Netwerk Kustpolder",)),
    )


def long_table() -> PlanDocument:
    """A table without lines over several pages, each action over many lines of a narrow column."""
    word = Word()
    word.title("Jaarplan 2026 – ELZ Duinrand")
    word.para("Alle acties van dit jaar, elk met wie haar trekt.")
    whom = "scholen wijken huisartsen vrijwilligers ouders buren kinderen".split()
    rows = [("Actie", "Wanneer", "Wie", "Stand")]
    for at in range(1, 25):
        title = f"Vorming {at} over {whom[at % 7]} die we met {whom[(at * 3 + 1) % 7]} van {whom[(at * 5 + 2) % 7]} samen kiezen"
        rows.append(
            (
                title,
                ("maart 2026", "mei 2026")[at % 2],
                ("Logo Polder", "OCMW Zeedorp")[at % 2],
                ("lopend", "gepland")[at % 2],
            )
        )
    word.table(rows, widths=(6, 3, 4, 3)).style = "Normal Table"
    actions = tuple(WantedAction("", title, lead=names(lead), due=day) for title, day, lead, _ in rows[1:])
    wanted = WantedPlan(actions=actions, year="2026", goals_or=("Jaarplan 2026 – ELZ Duinrand",))
    return PlanDocument("long_table", word.data(), wanted)


def charter() -> PlanDocument:
    """The charter of a working group, which has no goals and no actions."""
    word = Word()
    word.title("Charter werkgroep Ouderenzorg Leievallei")
    for title, text in CHARTER:
        word.heading(1, title)
        for line in text.split("\n"):
            if line.startswith("- "):
                word.bullets(line[2:])
            else:
                word.para(line)
    return PlanDocument("charter", word.data(), WantedPlan(chapters=CHARTER))


CHARTER = (
    ("Opdracht", "De werkgroep adviseert de zorgraad over zorg voor ouderen die thuis wonen."),
    (
        "Samenstelling",
        "De werkgroep telt acht tot twaalf leden.\n- Twee leden van de huisartsenkring\n- Een lid van elk woonzorgcentrum\n- Een lid van de thuisverpleging",
    ),
    (
        "Werkwijze",
        "De groep komt om de twee maanden samen en beslist in consensus.\nHet verslag gaat binnen de week naar alle leden.",
    ),
    ("Duur", "Het charter geldt tot eind 2027 en wordt dan opnieuw bekeken."),
)


def goals_only() -> PlanDocument:
    """Goals alone, numbered by Word's reader in the text, with a motto."""
    word = Word(dutch=True)
    word.title("Onze doelstellingen 2027-2029")
    for number, title, motto, below in GOALS_ONLY:
        word.heading(1, f"Strategische doelstelling {number}: {title}" + (f" = {motto}" if motto else ""))
        for under, text in below:
            word.heading(2, f"Operationele doelstelling {under}.: {text}")
    goals = []
    for number, title, motto, below in GOALS_ONLY:
        goals.append(WantedGoal(number, title, motto))
        goals += [WantedGoal(under, text) for under, text in below]
    return PlanDocument("goals_only", word.data(), WantedPlan(tuple(goals), year="2027-2029"))


GOALS_ONLY = (
    (
        "1",
        "Jongeren voelen zich goed in hun vel",
        "een veilige haven",
        (("1.1", "Scholen herkennen signalen vroeg"), ("1.2", "Wie wacht op hulp, staat er niet alleen voor")),
    ),
    ("2", "Zorgverleners houden hun werk vol", "", (("2.1", "Elke praktijk kent een collega om mee te overleggen"),)),
    (
        "3",
        "Data helpen ons kiezen",
        "meten is weten",
        (("3.1", "We delen cijfers per gemeente"), ("3.2", "We leren van elkaars cijfers")),
    ),
)


def english() -> PlanDocument:
    """A plan in English."""
    word = Word()
    word.title("Action plan 2026 of the Primary Care Zone Greenfield")
    word.heading(1, "Strategic goal 1: People find care close to home")
    word.heading(2, "Operational goal 1.1: General practices work together")
    word.heading(3, "Action 1.1.1: Start a shared duty roster")
    for label, text in (
        ("Why?", "Practices turn away patients because nobody knows who is open."),
        ("For whom?", "Patients without a doctor of their own"),
        ("What?", "A roster that every practice can see and change."),
        ("How?", "A pilot with four practices starts in March 2026."),
    ):
        word.heading(4, label)
        word.para(text)
    word.heading(4, "With whom?")
    word.para("Lead: Doctors' Circle Greenfield", "Partners: Riverside Hospital, Home Nursing Union")
    word.heading(4, "Evaluation")
    word.box("Process evaluation", ticked=False)
    word.box("Output evaluation", ticked=True, control=False)
    word.bullets("At least 12 practices use the roster")
    word.heading(3, "Action 1.1.2: Write a guide for locums")
    word.para("This action has been put on hold until the new agreement is signed.")
    roster = WantedAction(
        "1.1.1",
        "Start a shared duty roster",
        lead=names("Doctors' Circle Greenfield"),
        partners=names("Riverside Hospital", "Home Nursing Union"),
        checks={"output": True},
        sections={
            "why": "Practices turn away patients because nobody knows who is open.",
            "for_whom": "Patients without a doctor of their own",
            "what": "A roster that every practice can see and change.",
            "how": "A pilot with four practices starts in March 2026.",
            "with_whom": "Doctors' Circle Greenfield\nRiverside Hospital\nHome Nursing Union",
        },
        criteria={"output": ("At least 12 practices use the roster", 1, 1)},
        targets=(12,),
        dates=("March 2026",),
    )
    guide = WantedAction(
        "1.1.2",
        "Write a guide for locums",
        stub=True,
        status=("on-hold",),
        sections={"text": "This action has been put on hold until the new agreement is signed."},
    )
    goals = (WantedGoal("1", "People find care close to home"), WantedGoal("1.1", "General practices work together"))
    return PlanDocument("english", word.data(), WantedPlan(goals, (roster, guide), year="2026"))


def remarked() -> PlanDocument:
    """A list of contents, footnotes, a text box, comments, tracked changes and hidden text."""
    word = Word(dutch=True)
    word.title("Beleidsplan 2026 Zorgraad Meander")
    word.contents(
        [
            (1, "Inleiding", 2),
            (1, "Strategische doelstelling 1: Zorg in de buurt", 3),
            (2, "Operationele doelstelling 1.1: Elke buurt heeft een aanspreekpunt", 3),
            (3, "1.1.1 Buurtzorgers aanstellen", 4),
        ]
    )
    word.new_page()
    word.heading(1, "Inleiding")
    intro = word.para("Dit plan kwam tot stand na zes gesprekstafels.")
    word.footnote(intro, "De verslagen van de tafels liggen op het secretariaat.")
    word.comment(intro, "Waren het er niet zeven?")
    word.heading(1, "Strategische doelstelling 1: Zorg in de buurt")
    word.heading(2, "Operationele doelstelling 1.1: Elke buurt heeft een aanspreekpunt")
    word.heading(3, "1.1.1 Buurtzorgers aanstellen")
    word.heading(4, "Waarom?")
    changed = word.para("Bewoners vragen een gezicht ")
    word.deleted(changed, "in het dorpshuis")
    word.inserted(changed, "in hun straat")
    changed.add_run(".")
    word.hidden(changed, " Niet voor publicatie: dossier 884.")
    word.heading(4, "Wat?")
    word.para("Vier buurtzorgers gaan aan de slag.")
    word.text_box("Een buurtzorger luistert, en wijst de weg.")
    word.heading(4, "Met wie?")
    word.para("Trekker: Zorgraad Meander")
    word.heading(4, "Hoe?")
    word.bullets("Vacatures openen in april 2026")
    word.bullets("Ook op papier", depth=2)
    word.heading(4, "Evaluatie")
    word.box("Procesevaluatie", ticked=True)
    word.para("De vier buurten worden na een jaar bevraagd.")
    action = WantedAction(
        "1.1.1",
        "Buurtzorgers aanstellen",
        lead=names("Zorgraad Meander"),
        checks={"process": True},
        sections={
            "why": "Bewoners vragen een gezicht in hun straat.",
            "what": "Vier buurtzorgers gaan aan de slag.\nEen buurtzorger luistert, en wijst de weg.",
            "with_whom": "Zorgraad Meander",
            "how": "Vacatures openen in april 2026\nOok op papier",
        },
        criteria={"process": ("De vier buurten worden na een jaar bevraagd.", 1, 1)},
        dates=("april 2026",),
    )
    goals = (WantedGoal("1", "Zorg in de buurt"), WantedGoal("1.1", "Elke buurt heeft een aanspreekpunt"))
    introduction = (
        "Inleiding",
        "Dit plan kwam tot stand na zes gesprekstafels. De verslagen van de tafels liggen op het secretariaat.",
    )
    gone = ("in het dorpshuis", "dossier 884", "Waren het er niet zeven?")
    return PlanDocument(
        "remarked", word.data(), WantedPlan(goals, (action,), (introduction,), gone, "2026"), no_print=True
    )


def two_columns() -> PlanDocument:
    """A brochure in two columns, whose actions have bold titles and no heading style."""
    word = Word()
    word.title("Jaaractieplan 2026 – ELZ Kempenhart")
    word.columns(2)
    for goal, actions in BROCHURE:
        word.para(goal, bold=True)
        for title, lead, text in actions:
            word.para(title, bold=True)
            word.para(text, f"Trekker: {lead}")
    goals = (
        WantedGoal("1", "Preventie krijgt een plaats in elke praktijk"),
        WantedGoal("2", "Wie uit het ziekenhuis komt, wordt opgevolgd"),
    )
    wanted = tuple(
        WantedAction(
            "", title.split(" ", 1)[1], lead=names(lead), sections={"intro": text}, loose=title.split(" ", 1)[0]
        )
        for _, actions in BROCHURE
        for title, lead, text in actions
    )
    return PlanDocument("two_columns", word.data(), WantedPlan(goals, wanted, year="2026"))


BROCHURE = (
    (
        "Doelstelling 1: Preventie krijgt een plaats in elke praktijk",
        (
            (
                "1.1 Een jaarkalender met campagnes verspreiden",
                "Logo Kempenhart",
                "Elke praktijk ontvangt in januari een kalender. Ze kiest zelf drie campagnes en meldt welke dat zijn.",
            ),
            (
                "1.2 Rookstopbegeleiding in elke gemeente aanbieden",
                "Tabakologen Kempen",
                "Wie wil stoppen, kan binnen de twee weken terecht. De begeleiding gebeurt in groep of alleen.",
            ),
        ),
    ),
    (
        "Doelstelling 2: Wie uit het ziekenhuis komt, wordt opgevolgd",
        (
            (
                "2.1 Een ontslagbrief op één blad afspreken",
                "AZ Kempenhart",
                "De brief noemt de medicatie, de afspraken en wie te bellen. Hij vertrekt op de dag van het ontslag.",
            ),
        ),
    ),
)


def landscape() -> PlanDocument:
    """A table across the page: a row for each action, its goal in a row of its own."""
    word = Word(landscape=True)
    word.title("Actietabel 2026 Eerstelijnszone Zuiderdijk")
    rows = [
        ("Nr.", "Actie", "Waarom", "Trekker", "Partners", "Timing", "Indicator"),
        ("1", "Strategische doelstelling: Samen sterk voor jongeren", "", "", "", "", ""),
        ("1.1", "Operationele doelstelling: Jongeren kennen het aanbod", "", "", "", "", ""),
        (
            "1.1.1",
            "Een stand op de jeugdmarkt",
            "Jongeren kennen ons niet.",
            "JAC Zuiderdijk",
            "Jeugdhuis De Sluis; OverKop",
            "mei 2026",
            "200 bezoekers",
        ),
        (
            "1.1.2",
            "Filmpjes over hulp maken",
            "Een filmpje wordt gedeeld.",
            "ELZ Zuiderdijk",
            "Mediaschool Delta",
            "najaar 2026",
            "5 filmpjes online",
        ),
    ]
    word.table(rows, widths=(1.5, 5, 5, 3.5, 4, 2.5, 3))
    goals = (WantedGoal("1", "Samen sterk voor jongeren"), WantedGoal("1.1", "Jongeren kennen het aanbod"))
    stand = WantedAction(
        "1.1.1",
        "Een stand op de jeugdmarkt",
        lead=names("JAC Zuiderdijk"),
        partners=names("Jeugdhuis De Sluis", "OverKop"),
        sections={"why": "Jongeren kennen ons niet.", "with_whom": "JAC Zuiderdijk Jeugdhuis De Sluis; OverKop"},
        criteria={"output": ("200 bezoekers", 1, 1)},
        targets=(200,),
        due="mei 2026",
    )
    films = WantedAction(
        "1.1.2",
        "Filmpjes over hulp maken",
        lead=names("ELZ Zuiderdijk"),
        partners=names("Mediaschool Delta"),
        sections={"why": "Een filmpje wordt gedeeld.", "with_whom": "Mediaschool Delta"},
        loose="ELZ Zuiderdijk",
        criteria={"output": ("5 filmpjes online", 1, 1)},
        targets=(5,),
        due="najaar 2026",
    )
    return PlanDocument("landscape", word.data(), WantedPlan(goals, (stand, films), year="2026"))


def plain_codes() -> PlanDocument:
    """Codes that count on through the plan (``BD 2``, ``AP 3``, ``A7``) in bold lines, without styles."""
    word = Word()
    word.para("Strategisch meerjarenplan OCMW Grensdorp", bold=True)
    for code, title, rows in CODES:
        word.para(f"{code} {title}", bold=True)
        for plan_code, plan_title, actions in rows:
            word.para(f"{plan_code} {plan_title}", bold=True)
            for action_code, action_title, text in actions:
                word.para(f"{action_code} {action_title}", bold=True)
                word.para(text)
    goals, actions_found = [], []
    for code, title, rows in CODES:
        goals.append(WantedGoal("", title, loose=code))
        for plan_code, plan_title, actions in rows:
            goals.append(WantedGoal("", plan_title, operational=True, loose=plan_code))
            actions_found += [
                WantedAction("", action_title, sections={"intro": text}, loose=action_code)
                for action_code, action_title, text in actions
            ]
    return PlanDocument("plain_codes", word.data(), WantedPlan(tuple(goals), tuple(actions_found)))


CODES = (
    (
        "BD 1",
        "Niemand valt uit de boot",
        (
            (
                "AP 1",
                "We gaan naar mensen toe",
                (
                    ("A1", "Huisbezoeken bij 80-plussers", "Elke nieuwe tachtiger krijgt een bezoek."),
                    ("A2", "Een bus met infoloket", "De bus staat elke maand in een ander gehucht."),
                ),
            ),
            (
                "AP 2",
                "We vereenvoudigen formulieren",
                (("A3", "Eén aanvraag voor alle steun", "De aanvraag gaat van zes bladen naar één."),),
            ),
        ),
    ),
    (
        "BD 2",
        "Werken helpt vooruit",
        (
            (
                "AP 3",
                "We leiden toe naar werk",
                (("A4", "Stages in de zorg", "Tien mensen proeven van werk in de zorg."),),
            ),
        ),
    ),
)


def automatic() -> PlanDocument:
    """Headings that Word numbers itself: no number stands in their text."""
    word = Word(dutch=True)
    word.numbered_headings("SD %1", "OD %1.%2", "%1.%2.%3")
    word.title("Actieplan 2027 ELZ Maasdal")
    word.heading(1, "Elke inwoner heeft een huisarts")
    word.heading(2, "Jonge artsen vestigen zich hier")
    word.heading(3, "Een rondleiding voor artsen in opleiding")
    word.para("Waarom?", bold=True)
    word.para("Wie de streek kent, blijft vaker.")
    word.para("Hoe?", bold=True)
    word.para("Een bus rijdt in oktober 2027 langs zes praktijken.")
    word.heading(3, "Een gids over steun bij vestiging")
    word.para("Wat?", bold=True)
    word.para("De gids noemt alle premies.")
    word.heading(2, "Praktijken delen hun werk")
    word.heading(3, "Een verpleegkundige voor drie praktijken")
    word.para("Wat?", bold=True)
    word.para("Drie praktijken delen een halftijdse kracht.")
    word.heading(1, "Niemand wacht te lang")
    word.heading(2, "De wachttijden zijn bekend")
    word.heading(3, "Elke maand cijfers op de website")
    word.para("Wat?", bold=True)
    word.para("De cijfers komen van de praktijken zelf.")
    goals = (
        WantedGoal("1", "Elke inwoner heeft een huisarts"),
        WantedGoal("1.1", "Jonge artsen vestigen zich hier"),
        WantedGoal("1.2", "Praktijken delen hun werk"),
        WantedGoal("2", "Niemand wacht te lang"),
        WantedGoal("2.1", "De wachttijden zijn bekend"),
    )
    actions = (
        WantedAction(
            "1.1.1",
            "Een rondleiding voor artsen in opleiding",
            sections={
                "why": "Wie de streek kent, blijft vaker.",
                "how": "Een bus rijdt in oktober 2027 langs zes praktijken.",
            },
            dates=("oktober 2027",),
        ),
        WantedAction("1.1.2", "Een gids over steun bij vestiging", sections={"what": "De gids noemt alle premies."}),
        WantedAction(
            "1.2.1",
            "Een verpleegkundige voor drie praktijken",
            sections={"what": "Drie praktijken delen een halftijdse kracht."},
        ),
        WantedAction(
            "2.1.1", "Elke maand cijfers op de website", sections={"what": "De cijfers komen van de praktijken zelf."}
        ),
    )
    return PlanDocument("automatic", word.data(), WantedPlan(goals, actions, year="2027"))


def merged() -> PlanDocument:
    """One table for the whole plan: goals in rows over all columns."""
    word = Word(landscape=True)
    word.title("Actieplan 2026 – Zorgnetwerk Roerstreek")
    word.merged(
        [
            ("SD 1: Thuis blijven wonen kan",),
            ("OD 1.1: Woningen zijn veilig",),
            ("Actie", "Wie", "Wanneer", "Resultaat"),
            ("1.1.1 Een ergotherapeut aan huis", "Thuiszorg Roer", "vanaf maart 2026", "50 woningen bezocht"),
            ("1.1.2 Rookmelders nakijken", "Brandweerzone Roer", "juni 2026", "elke woning een melder"),
            ("OD 1.2: Mantelzorgers krijgen adem",),
            ("Actie", "Wie", "Wanneer", "Resultaat"),
            ("1.2.1 Oppas op zaterdag", "Ziekenfonds Horizon", "najaar 2026", "20 gezinnen"),
        ]
    )
    goals = (
        WantedGoal("1", "Thuis blijven wonen kan"),
        WantedGoal("1.1", "Woningen zijn veilig"),
        WantedGoal("1.2", "Mantelzorgers krijgen adem"),
    )
    actions = (
        WantedAction(
            "1.1.1",
            "Een ergotherapeut aan huis",
            lead=names("Thuiszorg Roer"),
            criteria={"output": ("50 woningen bezocht", 1, 1)},
            targets=(50,),
            start="maart 2026",
            loose="Thuiszorg Roer",
        ),
        WantedAction(
            "1.1.2",
            "Rookmelders nakijken",
            lead=names("Brandweerzone Roer"),
            criteria={"output": ("elke woning een melder", 1, 1)},
            due="juni 2026",
        ),
        WantedAction(
            "1.2.1",
            "Oppas op zaterdag",
            lead=names("Ziekenfonds Horizon"),
            criteria={"output": ("20 gezinnen", 1, 1)},
            targets=(20,),
            due="najaar 2026",
        ),
    )
    return PlanDocument("merged", word.data(), WantedPlan(goals, actions, year="2026"))


def markdown() -> PlanDocument:
    """A plan that somebody wrote in Markdown."""
    goals = (WantedGoal("1", "Samen tegen eenzaamheid"), WantedGoal("1.1", "Buren ontmoeten elkaar"))
    bench = WantedAction(
        "1.1.1",
        "Een praatbank in elk dorp",
        lead=names("Dorpsraad Kouter"),
        partners=names("Gemeente Kouter", "vzw De Brug"),
        sections={
            "why": "Mensen zeggen dat zij soms dagen niemand spreken.",
            "what": "Een bank met een bordje.",
            "with_whom": "Dorpsraad Kouter Gemeente Kouter, vzw De Brug",
            "how": "plaats kiezen tegen 1 mei 2026\nbanken maken in de zomer",
        },
        dates=("1 mei 2026",),
    )
    post = WantedAction(
        "1.1.2",
        "Een brief voor wie jarig is",
        stub=True,
        status=("on-hold", "waiting"),
        sections={"text": "Uitgesteld tot 2027: er zijn nog geen vrijwilligers."},
    )
    return PlanDocument("markdown", MARKDOWN.encode(), WantedPlan(goals, (bench, post), year="2026"), kind="md")


MARKDOWN = """# Actieplan 2026 Zorgraad Polderland

## Strategische doelstelling 1: Samen tegen eenzaamheid

### Operationele doelstelling 1.1: Buren ontmoeten elkaar

#### 1.1.1 Een praatbank in elk dorp

**Waarom?**

Mensen zeggen dat zij soms dagen niemand spreken.

**Wat?**

Een bank met een bordje.

**Met wie?**

Trekker: Dorpsraad Kouter
Partners: Gemeente Kouter, vzw De Brug

**Hoe?**

* plaats kiezen tegen 1 mei 2026
* banken maken in de zomer

#### 1.1.2 Een brief voor wie jarig is

Uitgesteld tot 2027: er zijn nog geen vrijwilligers.
"""


def printed_text() -> PlanDocument:
    """The text of a PDF of three pages, with what stands at their heads and feet, and words broken at the ends of lines."""
    goals = (
        WantedGoal("1", "Kinderen groeien gezond op"),
        WantedGoal("1.1", "Scholen zetten bewegen op het rooster"),
        WantedGoal("1.2", "Ouders krijgen steun"),
    )
    school = WantedAction(
        "1.1.1",
        "Een beweegkwartier in elke basisschool",
        lead=names("Sportdienst Oeverbeke"),
        sections={
            "why": "Kinderen zitten te veel stil. De schoolartsen stellen vast dat hun conditie achteruitgaat.",
            "what": "Een kwartier bewegen voor de eerste les. De leerkracht kiest uit een map met vijftig oefeningen.",
            "with_whom": "Sportdienst Oeverbeke",
            "how": "In september 2026 starten vier scholen.\nDe andere scholen volgen in 2027.",
        },
        dates=("september 2026", "2027"),
    )
    parents = WantedAction(
        "1.2.1",
        "Een oudercafé in elke gemeente",
        lead=names("Huis van het Kind Oeverbeke"),
        sections={
            "why": "Jonge ouders vragen vooral naar elkaar.",
            "what": "Een avond per maand, met opvang.",
            "with_whom": "Huis van het Kind Oeverbeke",
        },
    )
    gone = ("ELZ Rivierenland Actieplan 2026", "Pagina 1 van 3", "Pagina 2 van 3", "Pagina 3 van 3")
    return PlanDocument(
        "printed_text",
        PRINTED.encode("cp1252"),
        WantedPlan(goals, (school, parents), gone=gone, year="2026"),
        kind="txt",
    )


PRINTED = """ELZ Rivierenland                              Actieplan 2026

Strategische doelstelling 1: Kinderen groeien gezond op

Operationele doelstelling 1.1: Scholen zetten bewegen op het rooster

1.1.1. Een beweegkwartier in elke basisschool

Waarom?
Kinderen zitten te veel stil. De schoolartsen stellen vast dat hun con-
ditie achteruitgaat.

Pagina 1 van 3
ELZ Rivierenland                              Actieplan 2026

Wat?
Een kwartier bewegen voor de eerste les. De leerkracht kiest uit een
map met vijftig oefeningen.

Met wie?
Trekker: Sportdienst Oeverbeke

Hoe?
In september 2026 starten vier scholen.
De andere scholen volgen in 2027.

Pagina 2 van 3
ELZ Rivierenland                              Actieplan 2026

Operationele doelstelling 1.2: Ouders krijgen steun

1.2.1. Een oudercafé in elke gemeente

Waarom?
Jonge ouders vragen vooral naar elkaar.

Wat?
Een avond per maand, met opvang.

Met wie?
Trekker: Huis van het Kind Oeverbeke

Pagina 3 van 3
"""


def people() -> PlanDocument:
    """Persons are named as leads; what is public names organisations."""
    word = Word(dutch=True)
    word.title("Actieplan 2026 ELZ Duinstreek")
    word.heading(1, "Strategische doelstelling 1 – Zorg op maat")
    word.heading(2, "Operationele doelstelling 1.1 – Elke cliënt heeft een plan")
    word.heading(3, "Actie 1.1.1 – Zorgplannen opstellen")
    word.para(
        "Trekker: Voornaam Achternaam (Thuiszorg Duin)",
        "Doelgroep: ouderen met een complexe zorgvraag",
        "Wat: Een plan per cliënt, opgesteld aan de keukentafel.",
    )
    word.heading(3, "Actie 1.1.2 – Zorgplannen opvolgen")
    word.para("Trekker: dhr. Voorbeeld", "Wat: Twee keer per jaar een gesprek.", "Timing: doorlopend")
    goals = (WantedGoal("1", "Zorg op maat"), WantedGoal("1.1", "Elke cliënt heeft een plan"))
    actions = (
        WantedAction(
            "1.1.1",
            "Zorgplannen opstellen",
            lead=names("Thuiszorg Duin"),
            sections={
                "what": "Een plan per cliënt, opgesteld aan de keukentafel.",
                "for_whom": "ouderen met een complexe zorgvraag",
            },
        ),
        WantedAction(
            "1.1.2",
            "Zorgplannen opvolgen",
            sections={"what": "Twee keer per jaar een gesprek.", "intro": "Timing: doorlopend"},
        ),
    )
    return PlanDocument(
        "people",
        word.data(),
        WantedPlan(goals, actions, gone=("Voornaam", "Achternaam", "dhr. Voorbeeld"), year="2026"),
    )


def letters() -> PlanDocument:
    """Themes with letters, goals with figures, actions with small letters."""
    word = Word()
    word.title("Beleidsplan zorgraad Heidekant 2026")
    for theme, goals_of in LETTERS:
        word.heading(1, theme)
        for goal, actions in goals_of:
            word.heading(2, goal)
            for action, text in actions:
                word.heading(3, action)
                word.para(text)
    goals, found = [], []
    for theme, goals_of in LETTERS:
        goals.append(WantedGoal("", theme.split(" ", 1)[1], loose=theme[:1]))
        for goal, actions in goals_of:
            goals.append(WantedGoal("", goal.split(" ", 1)[1], operational=True, loose=goal[:3]))
            found += [
                WantedAction("", action.split(" ", 1)[1], sections={"intro": text}, loose=action[:5])
                for action, text in actions
            ]
    return PlanDocument("letters", word.data(), WantedPlan(tuple(goals), tuple(found), year="2026"))


LETTERS = (
    (
        "A. Ouder worden",
        (
            (
                "A.1 Vallen voorkomen",
                (
                    ("A.1.a Een balanscursus", "De cursus telt tien lessen."),
                    ("A.1.b Een thuisbezoek na een val", "Binnen de week komt iemand langs."),
                ),
            ),
            ("A.2 Samen eten", (("A.2.a Een tafel in elk dienstencentrum", "Op donderdag schuift iedereen aan."),)),
        ),
    ),
    ("B. Jong zijn", (("B.1 Slapen en schermen", (("B.1.a Een les voor ouders", "De les duurt een avond."),)),)),
)


def unnumbered() -> PlanDocument:
    """No numbers at all: words say what a heading is."""
    word = Word(dutch=True)
    word.title("Actieplan 2026 ELZ Zonneveld")
    word.heading(1, "Strategische doelstelling: Taal is geen drempel")
    word.heading(2, "Operationele doelstelling: Tolken zijn vlot te vinden")
    word.heading(3, "Actie: Een tolkentelefoon voor alle praktijken")
    word.para("Waarom?", bold=True)
    word.para("Een op de vijf consulten verloopt in een andere taal.")
    word.heading(3, "Actie: Pictogrammen verspreiden")
    word.para("Wat?", bold=True)
    word.para("Kaarten met beelden voor in de wachtzaal.")
    goals = (WantedGoal("", "Taal is geen drempel"), WantedGoal("", "Tolken zijn vlot te vinden", operational=True))
    actions = (
        WantedAction(
            "",
            "Een tolkentelefoon voor alle praktijken",
            sections={"why": "Een op de vijf consulten verloopt in een andere taal."},
        ),
        WantedAction("", "Pictogrammen verspreiden", sections={"what": "Kaarten met beelden voor in de wachtzaal."}),
    )
    return PlanDocument("unnumbered", word.data(), WantedPlan(goals, actions, year="2026"))


def other_labels() -> PlanDocument:
    """Forms with labels that we do not have (a budget), in capitals; priorities instead of goals; states in words."""
    word = Word(dutch=True)
    word.title("ACTIEPLAN 2026 – EERSTELIJNSZONE VELDE")
    word.heading(1, "PRIORITEIT 1: WELZIJN OP HET WERK")
    word.heading(2, "Doelstelling 1.1: Zorgverleners blijven gezond")
    word.heading(3, "Actiefiche 1.1.1: Lunchwandelingen")
    cells = word.form(
        ["AANLEIDING", "DOELGROEP", "OMSCHRIJVING", "VERANTWOORDELIJKE", "PARTNERS", "TIMING", "BUDGET", "INDICATOREN"]
    )
    for cell, text in zip(
        cells,
        (
            "Zorgverleners zitten of staan de hele dag.",
            "Alle zorgverleners",
            "Elke donderdag een wandeling van een halfuur.",
            "Kinesistenkring Velde",
            "Sportdienst Velde, WZC De Ark",
            "april tot oktober 2026",
            "500 euro",
            "Minstens 15 deelnemers per wandeling",
        ),
        strict=True,
    ):
        word.para(text, where=cell)
    word.heading(3, "Actiefiche 1.1.2: Massagestoel")
    word.para("Status: niet weerhouden. De kost is te hoog.")
    word.heading(3, "Actiefiche 1.1.3: Luisterlijn")
    word.para("Samengevoegd met actie 1.1.1.")
    goals = (WantedGoal("1", "WELZIJN OP HET WERK"), WantedGoal("1.1", "Zorgverleners blijven gezond"))
    walks = WantedAction(
        "1.1.1",
        "Lunchwandelingen",
        lead=names("Kinesistenkring Velde"),
        partners=names("Sportdienst Velde", "WZC De Ark"),
        sections={
            "why": "Zorgverleners zitten of staan de hele dag.",
            "for_whom": "Alle zorgverleners",
            "what": "Elke donderdag een wandeling van een halfuur.",
            "with_whom": "Kinesistenkring Velde Sportdienst Velde, WZC De Ark",
        },
        criteria={"output": ("Minstens 15 deelnemers per wandeling", 1, 1)},
        targets=(15,),
        dates=("oktober 2026",),
        loose="BUDGET 500 euro TIMING april tot oktober 2026",
        anything=("how", "intro"),
    )
    chair = WantedAction(
        "1.1.2",
        "Massagestoel",
        stub=True,
        status=("not-retained",),
        sections={"text": "Status: niet weerhouden. De kost is te hoog."},
    )
    line = WantedAction(
        "1.1.3",
        "Luisterlijn",
        stub=True,
        status=("merged",),
        into="1.1.1",
        sections={"text": "Samengevoegd met actie 1.1.1."},
        refs=("1.1.1",),
    )
    return PlanDocument("other_labels", word.data(), WantedPlan(goals, (walks, chair, line), year="2026"))


def status_table() -> PlanDocument:
    """A progress table: one row per action, with its state, below headings for the goals."""
    word = Word(landscape=True)
    word.title("Voortgang jaarplan 2026 Zorgraad Beekdal")
    word.heading(1, "Strategisch doel 1. Zorg voor wie alleen is")
    word.heading(2, "Operationeel doel 1.1. Iedereen kent zijn buurtwerker")
    word.table(
        [
            ("Nr", "Actie", "Eindverantwoordelijke", "Deadline", "Status"),
            ("1.1.1", "Kaartje in elke brievenbus", "OCMW Beekdal", "30/06/2026", "Lopend"),
            ("1.1.2", "Buurtfeest in elke wijk", "Buurtwerk vzw", "30/09/2026", "Uitgesteld"),
            ("1.1.3", "Foto van de buurtwerker in het gemeentehuis", "Gemeente Beekdal", "31/01/2026", "Afgerond"),
        ]
    )
    goals = (WantedGoal("1", "Zorg voor wie alleen is"), WantedGoal("1.1", "Iedereen kent zijn buurtwerker"))
    actions = (
        WantedAction(
            "1.1.1", "Kaartje in elke brievenbus", status=("running",), lead=names("OCMW Beekdal"), due="2026-06-30"
        ),
        WantedAction(
            "1.1.2",
            "Buurtfeest in elke wijk",
            stub=True,
            status=("on-hold",),
            lead=names("Buurtwerk vzw"),
            due="2026-09-30",
            sections={"text": ""},
        ),
        WantedAction(
            "1.1.3",
            "Foto van de buurtwerker in het gemeentehuis",
            stub=True,
            status=("done",),
            lead=names("Gemeente Beekdal"),
            due="2026-01-31",
            sections={"text": ""},
        ),
    )
    return PlanDocument("status_table", word.data(), WantedPlan(goals, actions, year="2026"))


ALL: tuple[Callable[[], PlanDocument], ...] = (
    fiches,
    municipal,
    roadmap,
    long_table,
    charter,
    goals_only,
    english,
    remarked,
    two_columns,
    landscape,
    plain_codes,
    automatic,
    merged,
    markdown,
    printed_text,
    people,
    letters,
    unnumbered,
    other_labels,
    status_table,
)
