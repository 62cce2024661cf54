"""Pages of partners say what is expected of them; a reader reacts from his own page; target groups say what is done for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from drawn_meetings import met
from icalendar import Calendar
from in_process import runner
from small_meetings import minutes
from small_plans import ACTORS, PLAN, ROOT, fiche, loaded

from elzctl.fiche import Step, ids
from elzctl.load import load
from elzctl.render.site.first_sentence import first_paragraph, first_sentence
from elzctl.render.site.whole import site_files
from elzctl.tree import WorkTree
from elzctl.views.carried import carried
from elzctl.views.published import published
from elzctl.views.status import Standing, Wanted, status, step_standing

DAY = date(2025, 7, 1)
DUTCH = f"{PLAN}language: nl\n"
MAIL = ACTORS.replace("  kind: zone\n", "  kind: zone\n  contact: [info@elz-polder.be]\n", 1)
STEPS = (
    "lead: [elz-polder]",
    "partners: [dienst-zorg]",
    "steps:",
    "  - {what: Zaal zoeken, by: [dienst-zorg], due: maart 2025}",
    "  - {what: Koffie malen, by: [cluster-zorg], due: eind 2025}",
    "  - {what: Bekers wassen, by: [dienst-zorg, kring]}",
    "  - {what: Gasten vragen, by: [dienst-zorg], due: mei 2025, done: 2025-05-06}",
    "  - {what: Rekenen, due: april 2025}",
)
TODO, OF_GROUPS, DONE = "Steps still to do", "Steps still to do by a group to which it belongs", "Steps that are done"


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    """The pages of a plan in which a partner has steps, in English."""
    stub = fiche("1.1.2", *STEPS, "reason: Te duur.", title="Thee", status="stopped")
    plan = loaded(tmp_path, plan=f"{PLAN}language: en\n", actors=MAIL, koffie=fiche("1.1.1", *STEPS), thee=stub).plan
    return {path: data.decode() for path, data in site_files(plan, DAY).items() if path.endswith((".html", ".ics"))}


def part(page: str, title: str) -> str:
    """What stands under the heading of a part of a page; "" when there is no such part."""
    found = re.search(rf"<h2[^>]*>{re.escape(title)}</h2>(.*?)(?=<h2|<section|</main>)", page, re.DOTALL)
    return found[1] if found else ""


def rows(text: str) -> list[list[str]]:
    """The words of the cells of each row of a table."""
    found = re.findall(r"<tr>(<td.*?)</tr>", text, re.DOTALL)
    return [[words(cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL)] for row in found]


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<br>|<[^>]*>", lambda tag: " " * (tag[0] == "<br>"), html)).split())


def test_the_page_of_a_partner_says_which_step_by_when_and_how_it_stands(files: dict[str, str]) -> None:
    page = files["who-does-what/dienst-zorg.html"]
    assert rows(part(page, TODO)) == [
        ["Zaal zoeken", "Dienst Zorg", "maart 2025".replace("maart", "March"), "late", "1.1.1 Koffie"],
        ["Bekers wassen", "Dienst Zorg, Huisartsenkring", "–", "no date", "1.1.1 Koffie"],
    ]
    assert "<strong>late</strong>" in part(page, TODO)
    assert [row[0] for row in rows(part(page, OF_GROUPS))] == ["Koffie malen"]
    assert rows(part(page, DONE)) == [["Gasten vragen", "Dienst Zorg", "May 2025", "done: 6 May 2025", "1.1.1 Koffie"]]
    assert page.index(TODO) < page.index(">Actions</h2>") < page.index(DONE)


def test_who_leads_an_action_answers_for_its_steps_and_a_stub_has_none(files: dict[str, str]) -> None:
    found = rows(part(files["who-does-what/elz-polder.html"], TODO))
    assert [(row[0], row[1]) for row in found] == [
        ("Zaal zoeken", "Dienst Zorg"),
        ("Rekenen", "Eerstelijnszone Polder"),
        ("Koffie malen", "Cluster zorg"),
        ("Bekers wassen", "Dienst Zorg, Huisartsenkring"),
    ]
    assert not any("Thee" in row[4] for row in found)


def test_the_list_of_partners_says_who_has_steps_to_do(files: dict[str, str]) -> None:
    listed = re.findall(r"<li[^>]*>(.*?)</li>", files["who-does-what.html"], re.DOTALL)
    assert any(words(one) == "Dienst Zorg – 2 actions, 2 steps to do" for one in listed)


@pytest.mark.parametrize("day", [date(2025, 6, 30), date(2026, 11, 27)])
def test_the_list_of_partners_counts_points_that_are_still_to_do_and_agreements(day: date) -> None:
    plan = published(load(WorkTree(ROOT)).plan)
    files = site_files(plan, day)
    told = {
        found[1]: words(one)
        for one in re.findall(r"<li[^>]*>(.*?)</li>", files["wie-doet-wat.html"].decode(), re.DOTALL)
        if (found := re.search('href="(wie-doet-wat/[^"]+)"', one))
    }
    counted = {"werkpunt": 0, "afspra": 0}
    for name in carried(plan):
        page, line = files[f"wie-doet-wat/{name}.html"].decode(), told[f"wie-doet-wat/{name}.html"]
        still = sum(row[3].partition(", ")[0] in ("open", "verschoven") for row in rows(part(page, "Werkpunten")))
        agreed = part(page, "Afspraken").count("<li>")
        for word, count in (("werkpunt", still), ("afspra", agreed)):
            found = re.search(rf"(\d+) {word}", line)
            assert (int(found[1]) if found else 0) == count, (name, line)
            counted[word] += count
    assert all(counted.values())


def test_the_steps_on_a_page_are_those_of_the_calendar_of_that_actor(files: dict[str, str]) -> None:
    calendars = {path: text for path, text in files.items() if path.startswith("subscribe/leads/") or "/leads/" in path}
    calendars |= {path: text for path, text in files.items() if path.startswith("leads/")}
    assert {Path(path).stem for path in calendars} == {"elz-polder", "dienst-zorg", "cluster-zorg"}
    for path, text in calendars.items():
        said = {str(one["SUMMARY"]) for one in Calendar.from_ical(text).walk("VEVENT")}
        page = files[f"who-does-what/{Path(path).stem}.html"]
        todo = {f"{row[0]} – {row[4]}" for row in rows(part(page, TODO)) if row[2] != "–"}
        done = {f"Done: {row[0]} – {row[4]}" for row in rows(part(page, DONE)) if row[2] != "–"}
        assert said == todo | done


@pytest.mark.parametrize("day", [date(2025, 4, 1), date(2026, 11, 27)])
def test_what_is_late_on_a_page_is_what_the_list_of_how_actions_stand_calls_late(day: date) -> None:
    plan = published(load(WorkTree(ROOT)).plan)
    files, count = site_files(plan, day), 0
    for name, steps in ((name, one.steps) for name, one in carried(plan).items() if one.steps):
        own = [one for one in steps if not one.via and one.step.done is None]
        late = [one for one in own if _is_late(one.step, day)]
        # What is still to do stands first.
        table = files[f"wie-doet-wat/{name}.html"].decode().partition("<table")[2].partition("</table>")[0]
        assert not own or table.count("<tr><td") == len(own)
        assert not own or table.count("<strong>te laat</strong>") == len(late)
        count += len(late)
        if not plan.actors[name].member_of:
            led = {one.action.id for one in late if name in ids(one.action.lead)}
            counted = [row.action for row in status(plan, day, Wanted(lead=name, late=True))]
            assert led == {action.id for action in counted if any(_is_late(step, day) for step in action.steps)}
    assert count


def _is_late(step: Step, day: date) -> bool:
    return step_standing(step, day, 30) is Standing.LATE


# Reacting


def reactions(page: str) -> Iterator[str]:
    section = page.partition('<section class="react">')[2].partition("</section>")[0]
    return (unescape(href) for href in re.findall(r'href="([^"]*)"', section))


def test_a_reader_reacts_from_his_own_page_a_goal_a_group_a_theme_and_the_lists(tmp_path: Path) -> None:
    root = met(tmp_path)
    actors = root / "plan" / "actors.yaml"
    text = actors.read_text("utf-8")
    actors.write_text(text.replace("  kind: zone\n", "  kind: zone\n  contact: [info@elz-polder.be]\n", 1), "utf-8")
    files = {path: data.decode() for path, data in site_files(load(WorkTree(root)).plan, date(2025, 4, 1)).items()
             if path.endswith(".html")}  # fmt: skip
    asked = {
        "who-does-what/dienst-zorg.html": "Dienst Zorg",
        "goals/zorg-dichtbij.html": "1 Zorg dicht bij mensen",
        "goals/mantelzorg-zien.html": "1.1 Mantelzorgers worden gezien",
        "target-groups/mantelzorgers.html": "Mantelzorgers (Target group)",
        "action-points.html": "Action points",
        "decisions.html": "Decisions",
    }
    for path, subject in asked.items():
        found = list(reactions(files[path]))
        assert len(found) == 1, path
        told = f"mailto:info@elz-polder.be?subject={subject}&body=This is about: {subject}"
        assert unquote(found[0]).startswith(told), found
    themes = [path for path in files if path.startswith("themes/")]
    assert themes
    assert all(list(reactions(files[path])) for path in themes)


def test_a_goal_of_a_large_plan_has_its_timeline_and_how_to_react(tmp_path: Path) -> None:
    many = {f"a{number}": fiche(f"1.1.{number}", "start: 2025", "due: 2025") for number in range(1, 21)}
    many |= {f"b{number}": fiche(f"1.2.{number}", "start: 2025", "due: 2025") for number in range(1, 31)}
    plan = loaded(tmp_path, plan=DUTCH, actors=MAIL, **many).plan
    page = site_files(plan, DAY)["doelstellingen/mantelzorg-zien.html"].decode()
    assert 'class="timeline"' in page
    assert len(list(reactions(page))) == 1


def test_a_point_in_a_list_has_the_number_by_which_it_can_be_quoted_and_leads_to_it(tmp_path: Path) -> None:
    page = site_files(load(WorkTree(met(tmp_path))).plan, date(2025, 4, 1))["action-points.html"].decode()
    assert '<a href="meetings/2025-01-14-overleg.html#2025-01-14-overleg/1">14 January 2025, point 1</a>' in page


# Target groups


def test_target_groups_stand_in_the_order_of_the_alphabet_and_the_page_says_so(tmp_path: Path) -> None:
    groups = "  z: Zorgverleners\n  e: Één ouder\n  m: (Kans)armen\n  a: appels\n  f: Families\n"
    plan = DUTCH.replace("  scholen: Scholen\n", groups)
    made = loaded(tmp_path, plan=plan, koffie=fiche("1.1.1", "target_groups: [z, f, e, m, a]"))
    page = site_files(made.plan, DAY)["doelgroepen-en-themas.html"].decode()
    names = re.findall(r'<a href="doelgroepen/[^"]*">([^<]*)</a>', page)
    assert names == ["appels", "Één ouder", "Families", "(Kans)armen", "Zorgverleners"]
    # The words themselves are those of the catalogue.
    assert re.search(r"<[^>]*quiet[^>]*>\s*<p>(?:In alfabetische volgorde|In alphabetical order)\.", page)


def test_a_target_group_counts_all_there_is_for_it_and_shows_it(tmp_path: Path) -> None:
    text = "## 1. Onthaal\n\nSIGNAAL: De school is ver #scholen\n\n- [ ] Een bus zoeken #scholen\n"
    root = met(tmp_path, m2025_02_11_overleg=minutes("2025-02-11", "state: approved", text=text))
    files = site_files(load(WorkTree(root)).plan, date(2025, 4, 1))
    listed = re.findall(r"<li[^>]*>(.*?)</li>", files["target-groups-and-themes.html"].decode(), re.DOTALL)
    assert "Scholen – 1 action point, 1 signal" in [words(one) for one in listed]
    page = files["target-groups/scholen.html"].decode()
    assert rows(part(page, "Action points"))[0][0] == "Een bus zoeken"
    assert "De school is ver" in part(page, "Signals")


def test_a_row_of_a_target_group_says_in_a_sentence_what_is_done(tmp_path: Path) -> None:
    text = "## Waarom?\n\nOmdat.\n\n## Wat?\n\nWe schenken **koffie** met dr. Peeters. En ook\nthee.\n"
    made = loaded(tmp_path, plan=DUTCH, koffie=fiche("1.1.1", "target_groups: [scholen]", text=text))
    page = site_files(made.plan, DAY)["doelgroepen/scholen.html"].decode()
    assert rows(part(page, "Acties"))[0][0] == "1.1.1 Koffie We schenken koffie met dr. Peeters."


@pytest.mark.parametrize(
    ("text", "paragraph"),
    [
        ("## Waarom?\n\nOmdat.\n", ""),
        ("Vooraf.\n\n## Waarom?\n\nOmdat.\n", "Vooraf."),
        ("## Wat?\n\n### Wat doen we wel?\n\n* We bellen\n  iedereen.\n* Meer.\n", "We bellen\niedereen."),
        ("## Wat?\n\n1. Eerst dit.\n2. Dan dat.\n", "Eerst dit."),
        ("## Wat?\n\n| a | b |\n|---|---|\n| c | d |\n", ""),
        ("## Wat?\n\n---\n\nWe bellen.\n", "We bellen."),
        ("## Wat?\n\n* * *\n\nWe bellen.\n", "We bellen."),
        ("## Wat?\n\nEen titel\n---------\n\nWe bellen.\n", "We bellen."),
        ("## Wat?\n\n<!-- Zeg wat. -->\n\nWe bellen.\n", "We bellen."),
        ("## Wat?\n\n::: intern\nGeheim.\n:::\n\nWe bellen.\n", "We bellen."),
        ("## Waarom?\n\n::: intern\nGeheim.\n\n## Wat?\n\nOok geheim.\n", ""),
        ("## Waarom?\n\n:\u200b:: intern\nGeheim.\n\n## Wat?\n\nOok geheim.\n", ""),
    ],
)
def test_the_first_paragraph_is_of_what_is_done_and_public(text: str, paragraph: str, tmp_path: Path) -> None:
    (action,) = loaded(tmp_path, koffie=fiche("1.1.1", text=text)).plan.actions
    assert first_paragraph(action) == paragraph


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("We bellen. Daarna niets.", "We bellen."),
        ("We bellen met o.a. Jan en bv. An. Daarna niets.", "We bellen met o.a. Jan en bv. An. Daarna niets."),
        ("Bellen we? Ja.", "Bellen we?"),
        ("We bellen (in Asse.) Daarna niets.", "We bellen (in Asse.)"),
        ("Op 3. Mei is er iets. Niets.", "Op 3. Mei is er iets."),
        (
            "We starten in sept. 2025 met prof. An. Daarna niets.",
            "We starten in sept. 2025 met prof. An. Daarna niets.",
        ),
        ("Het is van ELZ. Daarna niets.", "Het is van ELZ."),
        ("wat zonder einde", "wat zonder einde"),
        (" ".join(["woord"] * 60), " ".join(["woord"] * 40) + " …"),
        ("x" * 300, "x" * 240 + " …"),
        ("", ""),
    ],
)
def test_the_first_sentence_ends_where_a_reader_ends_it(text: str, sentence: str) -> None:
    assert first_sentence(text) == sentence


def test_an_edit_of_the_first_sentence_is_on_the_page_of_its_group_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ELZCTL_CACHE", str(tmp_path / "cache"))
    root = met(tmp_path / "zone")
    fiche_of = root / "plan" / "actions" / "koffie.md"
    run = runner(root, capsys, "site", "--today=2025-04-01", "--out", "public")
    head = fiche("1.1.1", "lead: [dienst-zorg]", "target_groups: [mantelzorgers]")
    for first, second in (("We malen.", "Meer."), ("We malen.", "Minder."), ("We schenken.", "Minder.")):
        fiche_of.write_text(f"{head}## Wat?\n\n{first} {second}\n\n{second}\n", "utf-8")
        assert run()[0] == 0
        page = (root / "public" / "target-groups" / "mantelzorgers.html").read_text("utf-8")
        assert f"<br>{first}</td>" in page
        assert second in (root / "public" / "actions" / "koffie.html").read_text("utf-8")
