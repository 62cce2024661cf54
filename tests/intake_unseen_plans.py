"""Plans of four other makes, each as Word and as text: a charter, a table with merged goals, forms with other labels, a road map.

What must come out was written down before the import saw them; ``test_intake_plan_charters.py`` tells what came at first sight.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from intake_plans import PlanDocument, names
from intake_wanted import WantedAction, WantedGoal, WantedPlan
from intake_word import Word

STUBS = ("done", "stopped", "on-hold")


class Row(NamedTuple):
    """An action as the documents below tell it."""

    title: str
    lead: str
    partners: str
    when: str
    state: str
    status: str
    measure: str = ""
    target: int = 0
    more: str = ""

    def wanted(self, *, number: str = "", loose: str = "") -> WantedAction:
        """What must come out of it."""
        return WantedAction(
            number,
            self.title,
            stub=self.status in STUBS,
            status=(self.status,),
            lead=names(self.lead),
            partners=names(*(one.strip() for one in self.partners.split(",") if one.strip())),
            criteria={"output": (self.measure, 1, 1)} if self.measure else {},
            targets=(self.target,) if self.target else (),
            start=self.when.partition("-")[0] if "-" in self.when else "",
            due=self.when.partition("-")[2] or self.when,
            sections={"text": f"{self.state} {self.more}"} if self.status in STUBS else {},
            loose=f"{self.state} {self.more} {self.lead} {self.partners} {loose}",
            anything=("intro", "how", "text", "what", "with_whom", "evaluation", "why"),
        )


# A charter: ambitions, with bold numbered lines below them and a few labels.

_AMBITIONS = (
    (
        "Wie zorg draagt, draagt niet alles alleen",
        (
            Row(
                "Een praatavond voor mantelzorgers",
                "Ziekenfonds De Linde",
                "LDC De Korf, OCMW Zandvoort",
                "maart 2026",
                "Afgerond.",
                "done",
                more="Randvoorwaarden: een zaal met een lift",
            ),
            Row(
                "Een boekje met alle steun",
                "Steunpunt Mantelzorg Zandvoort",
                "Thuiszorg De Brug",
                "najaar 2026",
                "Loopt.",
                "running",
                more="Randvoorwaarden: geld voor de druk",
            ),
        ),
    ),
    (
        "De straat let op haar bewoners",
        (
            Row(
                "Belrondes bij grote hitte",
                "OCMW Zandvoort",
                "Rode Ster Zandvoort",
                "juni 2026",
                "Gepland.",
                "planned",
                more="Randvoorwaarden: genoeg vrijwilligers",
            ),
            Row(
                "Een bank op elke hoek",
                "Buurtwerk De Kade",
                "Dienst Ruimte",
                "2027",
                "Geschrapt wegens geen geld.",
                "stopped",
                more="Randvoorwaarden: een akkoord van de stad",
            ),
        ),
    ),
)


def bold_charter() -> PlanDocument:
    """Ambitions as headings; the actions are numbered bold lines that count on."""
    word = Word()
    word.title("Charter Warme Buurten Zandvoort 2026")
    word.para("Wij, de ondertekenaars, trekken samen aan deze kar.")
    number = 0
    for at, (goal, rows) in enumerate(_AMBITIONS, 1):
        word.heading(1, f"Ambitie {at}: {goal}")
        for row in rows:
            number += 1
            word.para(f"{number}. {row.title}", bold=True)
            for line in _charter_lines(row):
                word.para(line)
    word.heading(1, "Ondertekening")
    word.para("Voor akkoord, Zandvoort, 12 januari 2026.")
    return PlanDocument("bold_charter", word.data(), _charter_wanted())


def text_charter() -> PlanDocument:
    """The same as text."""
    lines = ["CHARTER WARME BUURTEN ZANDVOORT 2026", "", "Wij, de ondertekenaars, trekken samen aan deze kar.", ""]
    number = 0
    for at, (goal, rows) in enumerate(_AMBITIONS, 1):
        lines += [f"Ambitie {at}: {goal}", ""]
        for row in rows:
            number += 1
            lines += [f"{number}. {row.title}", *_charter_lines(row), ""]
    lines += ["Slotwoord", "", "Voor akkoord, Zandvoort, 12 januari 2026."]
    data = "\n".join(lines).encode()
    wanted = _charter_wanted(last="Slotwoord")
    return PlanDocument("text_charter", data, wanted, kind="txt")


def _charter_lines(row: Row) -> list[str]:
    return [f"Trekt: {row.lead}", f"Helpt mee: {row.partners}", f"Tegen: {row.when}", f"Stand: {row.state}", row.more]


def _charter_wanted(last: str = "Ondertekening") -> WantedPlan:
    goals = tuple(WantedGoal(str(at), goal) for at, (goal, _) in enumerate(_AMBITIONS, 1))
    actions = tuple(row.wanted() for _, rows in _AMBITIONS for row in rows)
    chapters = ((last, "Voor akkoord, Zandvoort, 12 januari 2026."),)
    return WantedPlan(goals, actions, chapters, year="2026", goals_or=tuple(goal for goal, _ in _AMBITIONS))


# A municipal plan: one table, the goal in a cell that goes on over its rows.

_TABLE = (
    (
        "1. Wonen zonder drempels",
        (
            Row(
                "Een drempelscan in 150 huizen", "Dienst Wonen", "Bouwunie Heide", "eind 2027", "", "", "150 scans", 150
            ),
            Row("Een premie voor een lift", "Gemeente Heide", "", "2028", "", "", "stijgt van 5 naar 25 premies", 25),
        ),
    ),
    (
        "2. Samen buiten komen",
        (
            Row(
                "Een wandelclub in elk dorp",
                "Sportdienst Heide",
                "Okra Heide",
                "voorjaar 2027",
                "",
                "",
                "minstens 6 clubs",
                6,
            ),
            Row(
                "Een bus naar de markt",
                "Dienst Mobiliteit",
                "Mindermobielen Heide",
                "2027-2028",
                "",
                "",
                "een rit per week",
            ),
        ),
    ),
    (
        "3. Geld dat volstaat",
        (
            Row(
                "Rechten nakijken aan huis",
                "OCMW Heide",
                "CAW Heide",
                "september 2026",
                "",
                "",
                "30.000 euro aan rechten",
                30000,
            ),
        ),
    ),
)


def merged_goals() -> PlanDocument:
    """A row for each action, and the goal in a cell over them."""
    word = Word(landscape=True)
    word.title("Meerjarenplan Sociaal Heide 2026-2029")
    word.para("De gemeenteraad keurde dit plan goed.")
    table = word.table([_HEADS])
    for goal, rows in _TABLE:
        cells = []
        for row in rows:
            own = table.add_row().cells
            for cell, text in zip(own[1:], _cells(row), strict=True):
                cell.paragraphs[0].add_run(text)
            cells.append(own[0])
        first = cells[0].merge(cells[-1]) if len(cells) > 1 else cells[0]
        first.paragraphs[0].add_run(goal)
    return PlanDocument("merged_goals", word.data(), _table_wanted())


_HEADS = ("Doelstelling", "Wat doen we", "Wie", "Met", "Tegen", "Indicator")


def _cells(row: Row) -> tuple[str, ...]:
    return (row.title, row.lead, row.partners, row.when, row.measure)


def numbered_text() -> PlanDocument:
    """The same as text, with a line for each fact."""
    lines = ["Meerjarenplan Sociaal Heide 2026-2029", "", "De gemeenteraad keurde dit plan goed.", ""]
    for at, (goal, rows) in enumerate(_TABLE, 1):
        lines += [f"Speerpunt {at} - {goal.partition('. ')[2]}", ""]
        for place, row in enumerate(rows, 1):
            lines += [f"Initiatief {at}.{place} - {row.title}", "", f"Wie: {row.lead}"]
            lines += [f"Samen met: {row.partners}"] if row.partners else []
            lines += [f"Tegen: {row.when}", f"Indicator: {row.measure}", ""]
    return PlanDocument("numbered_text", "\n".join(lines).encode(), _table_wanted(), kind="txt")


def _table_wanted() -> WantedPlan:
    goals = tuple(WantedGoal(str(at), goal.partition(". ")[2]) for at, (goal, _) in enumerate(_TABLE, 1))
    actions = tuple(_unstated(row) for _, rows in _TABLE for row in rows)
    return WantedPlan(goals, actions, year="2026-2029", goals_or=tuple(goal for goal, _ in _TABLE))


def _unstated(row: Row) -> WantedAction:
    return replace(row.wanted(), status=(), sections={})


# Forms: a heading for each action, and a table with labels of its own.

_FORMS = (
    (
        "Thema Wonen",
        (
            Row(
                "Kamers bij families",
                "Woonwijzer Vlakte",
                "CAW Vlakte, OCMW Bree",
                "eind 2026",
                "We zijn volop bezig; tien families deden mee.",
                "running",
                "10 kamers",
                10,
                "10.000 euro per jaar",
            ),
            Row(
                "Een huurdersloket",
                "OCMW Bree",
                "Woonwijzer Vlakte",
                "mei 2027",
                "Moet nog beginnen.",
                "planned",
                "wachttijd daalt van 40 % naar 20 %",
                20,
                "€ 12.500",
            ),
        ),
    ),
    (
        "Thema Ontmoeten",
        (
            Row(
                "Soep op dinsdag",
                "Buurthuis Bree",
                "Okra Bree, Parochie Bree",
                "doorlopend",
                "Stopgezet sinds oktober 2025.",
                "stopped",
                "50 borden soep",
                50,
                "geen",
            ),
            Row(
                "Samen naar het bos",
                "Natuurpunt Bree",
                "LDC Bree",
                "lente 2027",
                "Ligt even stil door ziekte.",
                "on-hold",
                "20 wandelaars",
                20,
                "750 EUR",
            ),
        ),
    ),
)


def _form_rows(row: Row) -> list[tuple[str, str]]:
    return [
        ("Waarover gaat het?", f"{row.title} brengt mensen bij elkaar."),
        ("Kartrekker", row.lead),
        ("Bondgenoten", row.partners),
        ("Mikpunt", row.measure),
        ("Klaar tegen", row.when),
        ("Hoe staat het ervoor?", row.state),
        ("Kostenplaatje", row.more),
    ]


def other_forms() -> PlanDocument:
    """Headings of themes and actions without numbers, and a table for each action."""
    word = Word(dutch=True)
    word.title("Jaarplan 2026 Eerstelijnszone Vlakte")
    for goal, rows in _FORMS:
        word.heading(1, goal)
        for row in rows:
            word.heading(2, row.title)
            word.table(_form_rows(row), widths=(4, 12))
            word.para("")
    return PlanDocument("other_forms", word.data(), _forms_wanted())


def other_forms_text() -> PlanDocument:
    """The same as text."""
    lines = ["Jaarplan 2026 Eerstelijnszone Vlakte", ""]
    for goal, rows in _FORMS:
        lines += [goal.upper(), ""]
        for row in rows:
            lines += [f"Project: {row.title}", ""]
            lines += [
                f"{label} {value}" if label.endswith("?") else f"{label}: {value}" for label, value in _form_rows(row)
            ]
            lines += [""]
    return PlanDocument("other_forms_text", "\n".join(lines).encode(), _forms_wanted(), kind="txt")


def _forms_wanted() -> WantedPlan:
    goals = tuple(WantedGoal(str(at), goal) for at, (goal, _) in enumerate(_FORMS, 1))
    actions = tuple(
        _loose(row.wanted(loose=" ".join(label for label, _ in _form_rows(row))), row)
        for _, rows in _FORMS
        for row in rows
    )
    return WantedPlan(goals, actions, year="2026", goals_or=tuple(goal for goal, _ in _FORMS))


def _loose(made: WantedAction, row: Row) -> WantedAction:
    due = "" if row.when == "doorlopend" else row.when
    state = row.state.partition(" sinds")[0]
    told = f"Waarover gaat het? {row.title} brengt mensen bij elkaar. {state} Kostenplaatje {row.more}"
    told += " Klaar tegen doorlopend" * (not due)
    text = {"text": told} if made.stub else {}
    return replace(made, loose=f"{made.loose} {row.title} brengt mensen bij elkaar {row.when}", due=due, sections=text)


# A road map: a heading for each part of the year, and items that begin with a bold title.

_PARTS = (
    (
        "2026 – eerste kwartaal",
        "eerste kwartaal 2026",
        (
            Row("Startdag met alle partners", "ELZ Kapelle", "", "", "", ""),
            Row("Bevraging van de praktijken", "Huisartsenkring Kapelle", "ELZ Kapelle", "", "", ""),
        ),
    ),
    (
        "2026 – tweede kwartaal",
        "tweede kwartaal 2026",
        (Row("Vorming over wonden", "Wit-Geel Huis", "Thuiszorg Kapelle", "", "", ""),),
    ),
    (
        "2027 – eerste helft",
        "eerste helft 2027",
        (
            Row("Een gedeeld dossier", "ELZ Kapelle", "AZ Kapelle, Apothekers Kapelle", "", "", ""),
            Row("Een terugblik met de gebruikers", "Stem van Kapelle", "", "", "", ""),
        ),
    ),
)


def bold_roadmap() -> PlanDocument:
    """A list under each part of a year; each item begins with a bold title."""
    word = Word()
    word.title("Roadmap Chronische Zorg Kapelle")
    word.para("Wat we wanneer doen, en wie.")
    for part, _, rows in _PARTS:
        word.heading(1, part)
        for row in rows:
            word.bullets("")
            paragraph = word.doc.paragraphs[-1]
            paragraph.add_run(row.title).bold = True
            paragraph.add_run(f". {_facts(row)}")
    return PlanDocument("bold_roadmap", word.data(), _road_wanted())


def text_roadmap() -> PlanDocument:
    """The same as text, with a dash behind each title."""
    lines = ["Roadmap Chronische Zorg Kapelle", "", "Wat we wanneer doen, en wie.", ""]
    for part, _, rows in _PARTS:
        lines += [part, ""]
        lines += [f"- {row.title} ({_brackets(row)})" for row in rows]
        lines += [""]
    return PlanDocument("text_roadmap", "\n".join(lines).encode(), _road_wanted(), kind="txt")


def _facts(row: Row) -> str:
    return f"Trekker: {row.lead}." + (f" Partners: {row.partners}." if row.partners else "")


def _brackets(row: Row) -> str:
    return f"trekker: {row.lead}" + (f"; partners: {row.partners}" if row.partners else "")


def _road_wanted() -> WantedPlan:
    parts = tuple(part for part, _, _ in _PARTS)
    actions = tuple(
        WantedAction(
            "",
            row.title,
            lead=names(row.lead),
            partners=names(*(one.strip() for one in row.partners.split(",") if one.strip())),
            due=day,
            loose=f"{part} {day}",
            anything=("intro", "how", "with_whom"),
        )
        for part, day, rows in _PARTS
        for row in rows
    )
    return WantedPlan((), actions, year="2026-2027", goals_or=(*parts, "Roadmap Chronische Zorg Kapelle"))


ALL: tuple[Callable[[], PlanDocument], ...] = (
    bold_charter,
    text_charter,
    merged_goals,
    numbered_text,
    other_forms,
    other_forms_text,
    bold_roadmap,
    text_roadmap,
)
