"""Six plans more, of makes that the mending of the first four did not have before it; scored at first sight, and then mended for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from intake_plans import PlanDocument
from intake_unseen_plans import Row
from intake_wanted import WantedAction, WantedGoal, WantedPlan
from intake_word import Word


def _wanted(parts: tuple[tuple[str, tuple[Row, ...]], ...], year: str, *loose: str) -> WantedPlan:
    goals = tuple(WantedGoal(str(at), goal) for at, (goal, _) in enumerate(parts, 1))
    actions = tuple(_action(row, *loose) for _, rows in parts for row in rows)
    return WantedPlan(goals, actions, year=year, goals_or=tuple(goal for goal, _ in parts))


def _action(row: Row, *loose: str) -> WantedAction:
    made = row.wanted(loose=" ".join(loose))
    return made if row.status else replace(made, status=(), sections={})


# Bold capitals for goals, lettered actions, all facts on one line.

_LINES = (
    (
        "Iedereen doet mee",
        (
            Row("Samen koken op vrijdag", "Buurtwerk Lisdodde", "OCMW Lisdodde", "juni 2026", "lopend", "running"),
            Row("Een ruilkast in de hal", "Kringwinkel Lisdodde", "VZW De Kast", "eind 2026", "gepland", "planned"),
        ),
    ),
    (
        "Zorg vlak bij huis",
        (Row("Een prikpunt in het dorp", "Wijkgezondheidscentrum Lisdodde", "CM", "maart 2026", "afgerond", "done"),),
    ),
)


def one_line() -> PlanDocument:
    word = Word()
    word.title("Actieplan 2026 Eerstelijnszone Lisdodde")
    letter = 0
    for at, (goal, rows) in enumerate(_LINES, 1):
        word.para(f"DOELSTELLING {at} – {goal.upper()}", bold=True)
        for row in rows:
            word.heading(2, f"Actie {'ABC'[letter]}: {row.title}")
            letter += 1
            facts = f"Trekker: {row.lead} | Partners: {row.partners} | Timing: {row.when} | Status: {row.state}"
            word.para(facts)
            word.para("We werken hiervoor samen.")
    wanted = _wanted(_LINES, "2026", "We werken hiervoor samen")
    return PlanDocument("one_line", word.data(), replace(wanted, actions=tuple(map(_with_text, wanted.actions))))


def _with_text(one: WantedAction) -> WantedAction:
    return replace(one, sections={"text": "We werken hiervoor samen."}) if one.stub else one


# A road map as text: a year, quarters below it, and who behind a dash.

_YEARS = (
    (
        "2026",
        "Kwartaal 1",
        "1e kwartaal 2026",
        (("Partners bevragen", "Zorgraad Vlasdorp"), ("Website maken", "ELZ Vlasdorp")),
    ),
    ("2026", "Kwartaal 3", "3e kwartaal 2026", (("Netwerkdag houden", "ELZ Vlasdorp"),)),
    ("2027", "Kwartaal 2", "2e kwartaal 2027", (("Werking nalezen", "Zorgraad Vlasdorp"),)),
)


def nested_times() -> PlanDocument:
    word = Word()
    word.title("Stappenplan digitale zorg Vlasdorp")
    last = ""
    for year, quarter, _, rows in _YEARS:
        if year != last:
            word.heading(1, year)
            last = year
        word.heading(2, quarter)
        word.bullets(*(f"{title} – {lead}" for title, lead in rows))
    actions = tuple(
        WantedAction("", title, lead=((lead,),), loose=f"{year} {quarter} {when}", anything=("intro", "how"), due=when)
        for year, quarter, when, rows in _YEARS
        for title, lead in rows
    )
    wanted = WantedPlan((), actions, year="2026-2027", goals_or=("Stappenplan digitale zorg Vlasdorp",))
    return PlanDocument("nested_times", word.data(), wanted)


# Goals only, as a numbered list below a heading each.

_GOALS = (
    ("Gezond oud worden", ("Elke senior krijgt een bezoek", "Niemand wacht langer dan een maand")),
    ("Jong en sterk", ("Elke school heeft een brugfiguur", "Jongeren vinden een luisterend oor")),
)


def goals_as_list() -> PlanDocument:
    word = Word()
    word.title("Ambitienota Zorgraad Zilverlinde 2026-2030")
    word.para("Deze nota zet de koers uit.")
    for at, (goal, below) in enumerate(_GOALS, 1):
        word.heading(1, f"Pijler {at}: {goal}")
        for place, one in enumerate(below, 1):
            word.para(f"{at}.{place} {one}", bold=True)
            word.para("We doen dit samen met de partners.")
    goals = [
        one
        for at, (goal, below) in enumerate(_GOALS, 1)
        for one in (
            WantedGoal(str(at), goal),
            *(
                WantedGoal(f"{at}.{place}", title, text="We doen dit samen met de partners.")
                for place, title in enumerate(below, 1)
            ),
        )
    ]
    return PlanDocument("goals_as_list", word.data(), WantedPlan(tuple(goals), year="2026-2030"))


# A table below each priority, with a column for how it stands in a month.

_TABLES = (
    (
        "Armoede te lijf",
        (
            Row("Een energiehuis openen", "OCMW Bolle", "Fluvius", "2026", "Afgewerkt", "done", "1 loket", 1),
            Row(
                "Rechten nakijken",
                "CAW Bolle",
                "Mutualiteiten",
                "doorlopend",
                "In uitvoering",
                "running",
                "van 40 naar 90 gezinnen",
                90,
            ),
        ),
    ),
    (
        "Wonen met zorg",
        (
            Row(
                "Een zorgflat bouwen",
                "Dienst Wonen",
                "WZC De Bolle",
                "2028",
                "Nog niet gestart",
                "planned",
                "12 flats",
                12,
            ),
            Row(
                "Leningen zonder rente",
                "Woonmaatschappij Bolle",
                "",
                "2027",
                "Uitgesteld",
                "on-hold",
                "€ 50.000",
                50000,
            ),
        ),
    ),
)


def tables_below() -> PlanDocument:
    word = Word(landscape=True)
    word.title("Beleidsplan sociaal Bolle 2026-2031")
    for at, (goal, rows) in enumerate(_TABLES, 1):
        word.heading(1, f"Prioriteit {at} – {goal}")
        head = ("Actie", "Verantwoordelijke", "Partners", "Timing", "KPI", "Stand (juni 2026)")
        word.table([head, *((one.title, one.lead, one.partners, one.when, one.measure, one.state) for one in rows)])
    wanted = _wanted(_TABLES, "2026-2031", "Stand juni 2026 Timing doorlopend")
    actions = tuple(
        replace(
            one,
            due="" if one.due == "doorlopend" else one.due,
            sections={"text": f"juni 2026 {row.state}"} if one.stub else {},
        )
        for one, row in zip(wanted.actions, (row for _, rows in _TABLES for row in rows), strict=True)
    )
    return PlanDocument("tables_below", word.data(), replace(wanted, actions=actions))


# Engagements, with a small table for each action below them that holds its title.

_BOXES = (
    (
        "Wij luisteren",
        (
            Row("Spreekuur in de bib", "Bibliotheek Rietveld", "OCMW Rietveld", "april 2026", "Loopt", "running"),
            Row("Een klachtenlijn", "Gemeente Rietveld", "Ombudsdienst", "mei 2026", "Gepland", "planned"),
        ),
    ),
    (
        "Wij gaan op stap",
        (Row("Huisbezoeken", "LDC Rietveld", "Okra", "2026", "Loopt", "running"),),
    ),
)


def boxes() -> PlanDocument:
    word = Word()
    word.title("Engagementsverklaring Warm Rietveld 2026")
    for at, (goal, rows) in enumerate(_BOXES, 1):
        word.heading(1, f"Engagement {at}. {goal}")
        for row in rows:
            word.table(
                [
                    ("Initiatief", row.title),
                    ("Wie trekt dit?", row.lead),
                    ("Wie helpt mee?", row.partners),
                    ("Tegen wanneer?", row.when),
                    ("Stand van zaken", row.state),
                ],
                widths=(4, 12),
            )
            word.para("")
    return PlanDocument("boxes", word.data(), _wanted(_BOXES, "2026"))


# Forms as text, counted with a word of their own, with labels of their own.

_FORMS = (
    (
        "",
        (
            Row(
                "De zachte landing",
                "Ziekenhuis Zuidpoort",
                "Thuiszorg Zuidpoort",
                "eind 2026",
                "Bezig",
                "running",
                "200 ontslaggesprekken",
                200,
            ),
            Row(
                "Samen rouwen",
                "Palliatief Netwerk Zuidpoort",
                "Uitvaarthuis, CAW",
                "2027",
                "Moet nog starten",
                "planned",
                "20.000 euro",
                20000,
            ),
            Row(
                "Slim wachten",
                "Huisartsenkring Zuidpoort",
                "ELZ Zuidpoort",
                "mei 2026",
                "Stopgezet",
                "stopped",
                "stijgt van 10 % naar 35 %",
                35,
            ),
        ),
    ),
)


def own_forms() -> PlanDocument:
    lines = ["Werkplan 2026 ELZ Zuidpoort", ""]
    for number, row in enumerate(_FORMS[0][1], 1):
        lines += [
            f"Projectfiche {number}: {row.title}",
            "",
            f"Wie neemt het op: {row.lead}",
            f"Met hulp van: {row.partners}",
            f"Einde: {row.when}",
            f"Meetlat: {row.measure}",
            f"Toestand: {row.state}",
            "Knelpunten: te weinig handen",
            "",
        ]
    wanted = _wanted(_FORMS, "2026", "Knelpunten: te weinig handen")
    actions = tuple(
        replace(one, sections={"text": "Knelpunten: te weinig handen"} if one.stub else {}) for one in wanted.actions
    )
    own = ("Werkplan 2026 ELZ Zuidpoort",)
    return PlanDocument(
        "own_forms", "\n".join(lines).encode(), WantedPlan((), actions, year="2026", goals_or=own), kind="txt"
    )


MORE: tuple[Callable[[], PlanDocument], ...] = (one_line, nested_times, goals_as_list, tables_below, boxes, own_forms)
