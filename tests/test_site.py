"""The site: every page is whole and leads on, and nothing is on it that is not public."""

from __future__ import annotations

import io
import json
import re
import zipfile
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias
from urllib.parse import unquote, urljoin
from xml.etree.ElementTree import Element

import pypdfium2
import pytest
from drawn_meetings import FIRST, SECOND, THIRD, meetings, met
from drawn_meetings import one as with_minutes
from histories import begin, git
from hostile_texts import HOSTILE
from icalendar import Calendar
from small_meetings import minutes
from small_plans import ACTORS, PLAN, ROOT, fiche, loaded, write
from tinyhtml5.parser import HTMLParser

from elzctl.cli.main import main
from elzctl.load import load
from elzctl.model import Plan
from elzctl.render.redacted import Redactor
from elzctl.render.site.documents import document_files
from elzctl.render.site.draw import BY_CLASS
from elzctl.render.site.home import NOTHING_LATELY, NOTHING_NEXT
from elzctl.render.site.options import Options
from elzctl.render.site.places import relative
from elzctl.render.site.whole import site_files
from elzctl.render.tree import Emphasis, Inline, Jump, Link, Paragraph, Strong, Table, Text
from elzctl.tree import WorkTree
from elzctl.wording import Language

Files: TypeAlias = dict[str, bytes]

DAY = date(2025, 4, 1)
XHTML = "{http://www.w3.org/1999/xhtml}"
LARGEST_PAGE = 100 << 10


def plan_of(root: Path) -> Plan:
    """The plan of a folder, in Dutch."""
    path = root / "plan" / "plan.yaml"
    if root != ROOT:
        path.write_text(path.read_text("utf-8").replace("language: en", "language: nl"), "utf-8")
    return load(WorkTree(root)).plan


def parsed(page: bytes) -> Element:
    """The page as a browser reads it; a page with any fault in it is not accepted."""
    parser = HTMLParser()
    tree = parser.parse(page.decode())
    assert parser.errors == []
    root: Element = tree.getroot() if hasattr(tree, "getroot") else tree
    return root


def pages(files: Files) -> dict[str, Element]:
    return {path: parsed(data) for path, data in files.items() if path.endswith(".html")}


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def main_of(page: Element) -> Element:
    (found,) = page.iter(f"{XHTML}main")
    return found


def assert_all_links_lead_somewhere(files: Files) -> None:
    """Every address in every page is that of a file of the site, and of an anchor that is in it."""
    found = pages(files)
    ids = {path: {one.get("id") for one in page.iter() if one.get("id")} for path, page in found.items()}
    for path, page in found.items():
        for element in page.iter():
            for name in ("href", "src"):
                address = element.get(name)
                if address is None or re.match(r"(?:https?|mailto|data):", address):
                    continue
                if path == "404.html" and address == "../index.html":
                    continue  # a server shows this page in the place of one that stands in a folder
                file, _, anchor = address.partition("#")
                target = _resolved(path, file.partition("?")[0]) if file else path
                assert target in files, f"{path} leads to {address}"
                assert not anchor or unquote(anchor) in ids[target], f"{path} leads to {address}"


def _resolved(path: str, address: str) -> str:
    parts = path.split("/")[:-1]
    for part in address.split("/"):
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


@pytest.fixture(scope="module")
def own() -> Files:
    """The site of the plan of this repository."""
    return site_files(plan_of(ROOT), date(2025, 11, 26))


@pytest.fixture
def small(tmp_path: Path) -> Files:
    """The site of a small plan with an approved, a draft and a planned meeting."""
    return site_files(plan_of(met(tmp_path)), DAY)


def test_every_link_of_our_own_site_leads_to_a_file_and_an_anchor(own: Files) -> None:
    assert_all_links_lead_somewhere(own)


def test_every_page_is_valid_has_one_title_and_is_small(own: Files) -> None:
    titles = []
    for path, page in pages(own).items():
        (heading,) = page.iter(f"{XHTML}h1")
        assert words(heading), path
        (title,) = page.iter(f"{XHTML}title")
        titles.append(words(title))
        assert page.get("lang") == "nl"
        assert len(own[path]) <= LARGEST_PAGE, path
    assert sorted(titles) == sorted(set(titles))


def test_no_two_pages_have_one_title_whatever_has_one_name(tmp_path: Path) -> None:
    root = met(tmp_path, m2025_02_11_overleg=minutes("2025-02-11", text="## 1. Onthaal\n").replace("draft", "review"))
    actors = root / "plan" / "actors.yaml"
    actors.write_text(
        f"{actors.read_text('utf-8')}mantelkring: {{name: Mantelzorgers}}\nmantels: {{name: Mantelzorgers}}\n", "utf-8"
    )
    koffie = root / "plan" / "actions" / "koffie.md"
    text = re.sub(r"(?m)^partners: .*\n", "", koffie.read_text("utf-8"))
    koffie.write_text(text.replace("lead:", "partners: [mantelkring, mantels]\nlead:", 1), "utf-8")
    titles = [words(next(page.iter(f"{XHTML}title"))) for page in pages(site_files(plan_of(root), DAY)).values()]
    assert sum("Mantelzorgers" in title for title in titles) >= 3
    assert sorted(titles) == sorted(set(titles))


def test_a_timeline_leaves_its_looks_to_the_style_sheet_which_makes_the_page_light(own: Files) -> None:
    page, style = own["tijdlijn.html"].decode(), own["assets/style.css"].decode()
    assert len(own["tijdlijn.html"]) < 85_000
    drawn = set(re.findall(r'class="t-([a-z]+)"', page))
    assert drawn >= BY_CLASS.keys() | {"bar", "quiet", "today"}
    for name, looks in BY_CLASS.items():
        rules = "".join(re.findall(rf"\.t-{name}\b[^{{}}]*{{([^}}]*)}}", style)).replace(" .", " 0.")
        for key, value in re.findall(r'([a-z-]+)="([^"]*)"', looks):
            assert re.search(rf"{key}: {re.escape(value)}(?:px)?;", rules), name
        assert f'class="t-{name}" {looks}' not in page
    assert 'fill="#' not in page
    assert 'stroke="#' not in page


def test_no_level_of_headings_is_skipped(own: Files) -> None:
    for path, page in pages(own).items():
        levels = [int(one.tag[-1]) for one in page.iter() if re.fullmatch(rf"{XHTML}h[1-6]", one.tag)]
        assert levels[0] == 1, path
        assert all(after - before <= 1 for before, after in pairwise(levels)), path


def test_nothing_is_asked_of_another_site_and_nothing_runs_but_the_script_of_the_site(own: Files) -> None:
    for path, page in pages(own).items():
        for element in page.iter():
            assert element.get("style") is None
            assert not any(name.startswith("on") for name, _ in element.items())
            if element.tag in (f"{XHTML}script", f"{XHTML}link", f"{XHTML}img"):
                address = element.get("src") or element.get("href") or ""
                assert not re.match(r"(?:https?:)?//", address), path
        (policy,) = (m.get("content", "") for m in page.iter(f"{XHTML}meta") if m.get("http-equiv"))
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
    assert b"url(http" not in own["assets/style.css"]
    assert b"@import" not in own["assets/style.css"]


def test_a_day_later_only_those_pages_are_others_on_which_that_day_means_something(own: Files) -> None:
    later = site_files(plan_of(ROOT), date(2025, 11, 27))
    changed = {path for path in own if own[path] != later[path]}
    alone = {"index.html", "tijdlijn.html", "stand-van-zaken.html", "evenementen.html", "vergaderingen.html"}
    assert "index.html" in changed
    assert {path for path in changed - alone if not path.startswith("vergaderingen/")} == set()
    footer = pages(own)["index.html"].find(f".//{XHTML}footer")
    assert footer is not None
    assert "26 november 2025" in words(footer)


def test_every_action_goal_and_open_meeting_has_a_page(own: Files) -> None:
    plan = plan_of(ROOT)
    assert all(f"acties/{action.id}.html" in own for action in plan.actions)
    assert all(f"doelstellingen/{goal.id}.html" in own for goal in plan.all_goals)
    assert "vergaderingen/2025-05-13-clusteroverleg-welzijn.html" in own
    assert all(
        f"{name}.html" in own for name in ("index", "plan", "tijdlijn", "vergaderingen", "downloads", "privacy", "404")
    )


def test_a_page_of_an_action_says_what_its_fiche_says_and_leads_to_its_partners(small: Files) -> None:
    page = main_of(pages(small)["acties/koffie.html"])
    assert "Koffie" in words(page)
    hrefs = {one.get("href") for one in page.iter(f"{XHTML}a")}
    assert f"../vergaderingen/{FIRST}.html" in hrefs


def test_a_page_of_an_action_that_waits_says_all_that_the_plan_knows_of_it(tmp_path: Path) -> None:
    root = met(tmp_path)
    more = "partners: [kring]\ntarget_groups: [mantelzorgers]\nsteps:\n  - {what: Bekers kiezen, done: 2024}\n"
    cited = "reason: Nu even niet.\ndecision: {meeting: 2025-01-14-overleg/B1}\n"
    front = f"number: 1.1.1\ntitle: Koffie\nstatus: on-hold\nlead: [dienst-zorg]\n{more}{cited}"
    (root / "plan/actions/koffie.md").write_text(f"---\n{front}---\n\nZo begon het.\n", "utf-8")
    main = main_of(pages(site_files(plan_of(root), DAY))["acties/koffie.html"])
    said = words(main)
    for one in ("Zo begon het.", "Nu even niet.", "Bekers kiezen", "Besproken in", "Overleg zorg, 14 januari 2025"):
        assert one in said
    led = {one.get("href") for one in main.iter(f"{XHTML}a")}
    assert {"../wie-doet-wat/dienst-zorg.html", "../wie-doet-wat/kring.html"} <= led
    assert {
        "../doelgroepen/mantelzorgers.html",
        "../vergaderingen/2025-01-14-overleg.html#2025-01-14-overleg/B1",
    } <= led
    assert said.index("Bekers kiezen") < said.index("Besproken in")


def home(root: Path, day: date) -> str:
    return words(main_of(parsed(site_files(plan_of(root), day)["index.html"])))


def test_the_first_page_says_when_the_year_of_the_plan_is_over_and_what_is_late(tmp_path: Path) -> None:
    root = write(
        tmp_path,
        plan=f"{PLAN}language: nl\n",
        een=fiche(
            "1.1.1",
            "steps: [{what: Zaal zoeken, due: maart 2025}, {what: Koffie zetten, due: mei 2025}]",
            title="Koffie",
        ),
        twee=fiche("1.1.2", "steps: [{what: Bekers kopen, due: 2025-02-01, done: begin 2025}]", title="Thee"),
    )
    begun = home(root, date(2025, 2, 15))
    assert "What we do this year" in begun or "Wat we dit jaar doen" in begun
    assert "Zaal zoeken" in begun
    assert "dit jaar" not in home(root, date(2026, 2, 1))
    over = home(root, date(2026, 2, 1))
    assert re.search(r"plan (?:van|of) 2025", over)
    assert over.index("Koffie zetten") < over.index("Zaal zoeken") < over.index("Bekers kopen")  # late, and done lately
    (root / "plan" / "actions" / "drie.md").write_text(
        fiche("1.1.3", "steps: [{what: Stap a, due: mei 2025}, {what: Stap b, due: mei 2025}]", title="Melk"), "utf-8"
    )
    again = home(root, date(2026, 2, 1))
    # Of one day, in the order of the plan.
    assert again.index("Koffie zetten") < again.index("Stap a") < again.index("Stap b") < again.index("Zaal zoeken")
    empty = home(root, date(2027, 6, 1))
    # What was done is told also when it is long ago, and that nothing was noted since.
    assert empty.index(Language("nl")(NOTHING_LATELY)) < empty.index("Bekers kopen")
    for told in (NOTHING_NEXT, NOTHING_LATELY):
        assert Language("nl")(told) in empty
    assert Language("nl")(NOTHING_NEXT) not in begun


def test_the_next_meeting_stands_on_top_with_its_file_for_calendars(small: Files) -> None:
    text = words(main_of(pages(small)["vergaderingen.html"]))
    assert text.index("10 juni 2025") < text.index("14 januari 2025")
    path = f"vergaderingen/{THIRD}.ics"
    (event,) = Calendar.from_ical(small[path].decode()).walk("VEVENT")
    assert event.decoded("DTSTART").date() == date(2025, 6, 10)
    assert any(one.get("href") == path for one in pages(small)["vergaderingen.html"].iter(f"{XHTML}a"))


def test_minutes_are_public_from_review_on_and_a_draft_shows_its_agenda_alone(tmp_path: Path) -> None:
    text = "## 1. Onthaal\n\nGEHEIME-KLADTEKST\n\n- [ ] KLADPUNT @kring [[koffie]]\n\nBESLUIT: KLADBESLUIT\n"
    root = met(tmp_path, m2025_02_11_overleg=minutes("2025-02-11", "present: [kring]", text=text))
    files = site_files(plan_of(root), DAY)
    everything = b"\n".join(files.values())
    assert b"KLAD" not in everything
    page = words(main_of(pages(files)["vergaderingen/2025-02-11-overleg.html"]))
    assert "Onthaal" in page
    assert "nog niet" in page or "not published yet" in page
    path = root / "meetings" / "2025-02-11-overleg.md"
    path.write_text(path.read_text("utf-8").replace("state: draft", "state: review"), "utf-8")
    files = site_files(plan_of(root), DAY)
    page = words(main_of(pages(files)["vergaderingen/2025-02-11-overleg.html"]))
    assert "KLADTEKST" in page
    assert "KLADBESLUIT" in words(main_of(pages(files)["besluiten.html"]))
    assert "KLADPUNT" in words(main_of(pages(files)["werkpunten.html"]))
    assert_all_links_lead_somewhere(files)


@pytest.mark.parametrize("state", ["planned", "cancelled\nreason: De zaal is dicht"])
def test_what_is_noted_before_a_meeting_has_another_state_is_in_no_file(
    state: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    noted = (
        "KLADVOORAF\n\n## 1. Onthaal\n\nKLADTEKST\n\n- [ ] KLADPUNT @kring tegen:2025-06-01 [[koffie]]\n\nBESLUIT: KLADBESLUIT\n\n"
        "SIGNAAL: KLADSIGNAAL #mantelzorgers\n\nAFSPRAAK: @kring KLADAFSPRAAK #bewegen\n\nEVENEMENT: 2025-05-10 KLADFEEST\n"
    )
    text = minutes("2025-04-11", "present: [apothekers]", text=noted).replace("state: draft", f"state: {state}")
    root = met(tmp_path, m2025_04_11_overleg=text)
    for day in (DAY, date(2025, 5, 1)):
        files = site_files(plan_of(root), day)
        assert "Onthaal" in words(main_of(pages(files)["vergaderingen/2025-04-11-overleg.html"]))
        assert [path for path, data in files.items() if b"KLAD" in data] == []
        assert_all_links_lead_somewhere(files)
    wanted = ("2025-04-11-overleg", "--format=html", "--today=2025-04-12", "--draft")
    assert main(["-C", str(root), "render", "invitation", *wanted]) == 0
    capsys.readouterr()
    (sent,) = (file.read_text("utf-8") for file in (root / "build").glob("2025-04-11-overleg-invitation*.html"))
    assert "Onthaal" in sent
    assert not re.search("KLAD(?:PUNT|BESLUIT|SIGNAAL)", sent)
    assert ("KLADTEKST" in sent) is state.startswith("cancelled")


def test_of_a_closed_series_only_the_day_is_public_and_the_decision_that_a_fiche_cites(tmp_path: Path) -> None:
    root = met(tmp_path)
    text = "## 1. Varia\n\nBESLOTEN-TEKST\n\nBESLUIT: We stoppen met koffie.\n\nBESLUIT: BESLOTEN-BESLUIT\n"
    closed = (
        "---\ntitle: GEHEIME-TITEL\nseries: bestuur\ndate: 2025-03-05\nlocation: BESLOTEN-ZAAL\nstate: approved\n---\n"
    )
    series = "overleg:\n  name: Overleg zorg\n  access: open\nbestuur:\n  name: Bestuur\n  access: closed\n"
    meetings(root, series, m2025_03_05_bestuur=closed + text)
    stub = fiche("1.1.7", "reason: te duur", "decision: {meeting: 2025-03-05-bestuur/B1}", status="stopped")
    (root / "plan" / "actions" / "thee.md").write_text(stub, "utf-8")
    files = site_files(plan_of(root), DAY)
    assert b"BESLOTEN" not in b"\n".join(files.values())
    assert "vergaderingen/2025-03-05-bestuur.html" not in files
    assert "5 maart 2025" in words(main_of(pages(files)["vergaderingen.html"]))
    assert "We stoppen met koffie." in words(main_of(pages(files)["acties/thee.html"]))
    assert_all_links_lead_somewhere(files)


CANARIES = ("kanarie", "0470 11 22 33", "0470112233", "utm_source", "fbclid")

LEAKY_TEXT = """\
## Waarom?

Mail naar kanarie.fiche@voorbeeld.be of bel 0470 11 22 33. Zie https://voorbeeld.be/a?utm_source=kanarie&fbclid=kanarie
en [hier](mailto:kanarie.link@voorbeeld.be). <!-- kanarie in een opmerking -->

::: intern
Dit is voor ons: kanarie-intern.
:::
"""

LEAKY_MINUTES = """\
---
title: Overleg zorg
series: overleg
date: 2025-02-11
state: approved
present: [dienst-zorg, kanarie-jansen]
location: Zaal, bel 0470 11 22 33
no_action_points: mail kanarie.reden@voorbeeld.be
next: {date: 2025-06-10, location: "kanarie.plaats@voorbeeld.be"}
---

## 1. Onthaal van kanarie.kop@voorbeeld.be

Bel 0470/11.22.33 of mail **kanarie**.tekst@voorbeeld.be, zie https://voorbeeld.be/?id=1&utm_source=kanarie

- [ ] Schrijf naar kanarie.punt@voorbeeld.be @dienst-zorg [[koffie]] tegen:2025-05-01

BESLUIT: We mailen kanarie.besluit@voorbeeld.be

SIGNAAL: Niemand neemt op bij 0470 11 22 33 #mantelzorgers

::: intern
kanarie-in-verslag
- [ ] kanarie-intern-punt @kring
BESLUIT: kanarie-intern-besluit
:::
"""


def leaky(root: Path) -> Path:
    """A plan in which something that is not public stands wherever it can stand."""
    met(root, m2025_02_11_overleg=LEAKY_MINUTES)
    (root / "private").mkdir()
    (root / "private" / "leden.csv").write_text("kanarie;kanarie@voorbeeld.be\n", "utf-8")
    (root / "meetings" / "attachments" / "kanarie.pdf").write_bytes(b"%PDF-1.7 kanarie\n%%EOF\n")
    lines = ("lead: [dienst-zorg]", "accepted: {vague-steps: kanarie-reden}", "steps:", "  - {what: bel 0470 11 22 33}")
    text = fiche("1.1.8", *lines, title="Thee, vraag kanarie.titel@voorbeeld.be", text=LEAKY_TEXT)
    (root / "plan" / "actions" / "thee.md").write_text(text, "utf-8")
    for name in ("plan", "goals", "actors"):
        path = root / "plan" / f"{name}.yaml"
        data = path.read_text("utf-8")
        for words in ("title: ", "name: ", "  mantelzorgers: ", "  mantelzorg: "):
            data = re.sub(rf"(?m)^(.*){words}(.*)$", rf'\1{words}"\2 (kanarie.naam@voorbeeld.be)"', data)
        path.write_text(f"# kanarie\n{data}", "utf-8")
    (root / "plan" / "actions" / ".thee.md.swp").write_text("kanarie", "utf-8")
    return root


def test_what_is_not_public_is_in_no_file_of_the_site(tmp_path: Path) -> None:
    plan = plan_of(leaky(tmp_path))
    files = site_files(plan, DAY, None, Options((), "https://plan.voorbeeld.be/"))
    assert "acties/thee.html" in files
    assert "vergaderingen/2025-02-11-overleg.html" in files
    assert words(main_of(pages(files)["acties/thee.html"])).count("[…]") >= 4
    for path, data in files.items():
        text = unquote(data.decode("utf-8", "replace")).lower()
        assert [one for one in CANARIES if one in text] == [], path
    assert json.loads(files["data/plan.json"])["schema_version"] == 1


def test_what_is_not_public_is_in_no_file_of_a_site_with_a_history(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = leaky(begin(tmp_path / "zone"))
    who = {f"GIT_{role}_{what}": "kanarie" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}

    def commit(day: str) -> None:
        when = {"GIT_AUTHOR_DATE": f"{day}T12:00:00Z", "GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
        git(root, "add", "--all")
        git(root, "commit", "--quiet", "-m", "kanarie", **who, **when)

    commit("2025-02-20")
    thee, held = root / "plan" / "actions" / "thee.md", root / "meetings" / "2025-02-11-overleg.md"
    text = thee.read_text("utf-8")
    more = (
        "updates: [{on: 2025-02-21, note: mail kanarie.nota@voorbeeld.be}]\npartners: [kanarie-jansen, kring]\nsteps:"
    )
    thee.write_text(text.replace("steps:", more), "utf-8")
    held.write_text(
        held.read_text("utf-8").replace("BESLUIT: We", "BESLUIT: Allen").replace("Bel 0470", "Bel 0471"), "utf-8"
    )
    commit("2025-02-21")
    thee.write_text(f"{text.replace('vraag', 'schrijf')}\n", "utf-8")
    listed = "attachments: [{file: cijfers.pdf, title: van kanarie@voorbeeld.be}]\npresent: [kring, kanarie-piet]"
    held.write_text(held.read_text("utf-8").replace("present: [dienst-zorg, kanarie-jansen]", listed), "utf-8")
    commit("2025-02-22")
    thee.rename(thee.with_name("munt-thee.md"))
    commit("2025-02-23")
    arguments = ["-C", str(root), "site", "--out", str(tmp_path / "site"), "--today", str(DAY), "--draft"]
    assert main([*arguments, "--trend", "--url", "https://plan.voorbeeld.be/", "--with", "docx"]) == 0
    capsys.readouterr()
    files = {
        path.relative_to(tmp_path / "site").as_posix(): path.read_bytes() for path in (tmp_path / "site").rglob("*.*")
    }
    assert {"actions/thee.html", "attachments/cijfers.pdf", "data/plan.jsonld"} <= files.keys()
    assert b'<section class="history">' in files["actions/munt-thee.html"]
    assert b'<section class="history">' in files["meetings/2025-02-11-overleg.html"]
    for path, data in files.items():
        text = unquote(data.decode("utf-8", "replace")).lower()
        assert [one for one in CANARIES if one in text or one in path] == [], path


def test_what_is_not_public_is_in_no_document_of_the_site_nor_in_what_these_say_of_themselves(tmp_path: Path) -> None:
    plan = plan_of(leaky(tmp_path))
    options = Options(("pdf", "docx"))
    found = {**document_files("pdf", plan, DAY, None, options), **document_files("docx", plan, DAY, None, options)}
    assert {"documenten/plan.pdf", "documenten/2025-02-11-overleg.docx"} <= found.keys()
    for path, data in found.items():
        if path.endswith(".pdf"):
            document = pypdfium2.PdfDocument(data)
            text = " ".join(page.get_textpage().get_text_bounded() for page in document) + str(
                document.get_metadata_dict()
            )
        else:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                text = " ".join(
                    re.sub("<[^>]*>", "", archive.read(name).decode("utf-8", "replace")) for name in archive.namelist()
                )
        assert [one for one in CANARIES if one in text.lower()] == [], path


def test_the_page_of_an_actor_says_what_it_contributes_to_a_point_and_not_what_others_do(own: Files) -> None:
    caw, partners, nearby = (
        words(main_of(parsed(own[f"wie-doet-wat/{name}.html"]))) for name in ("caw", "welzijnspartners", "cm")
    )
    assert "Bijdrage van CAW: vraagt na welke stafmedewerker" in caw
    assert "Bijdrage van CM: bezorgt de flowcharts" in nearby
    for page, other in ((caw, "CM"), (nearby, "CAW"), (partners, "CM"), (partners, "CAW")):
        assert f"Bijdrage van {other}:" not in page
    # What a group contributes is told on the pages of who belongs to it too.
    for name in ("lokale-besturen-amalo", "affligem"):
        assert "Bijdrage van Lokale besturen van ELZ AMALO: blijven de Sociale Kaart" in words(
            main_of(parsed(own[f"wie-doet-wat/{name}.html"]))
        )


def test_a_contact_that_an_actor_allows_stays_and_can_be_written_to(tmp_path: Path) -> None:
    actors = ACTORS.replace("  kind: zone\n", "  kind: zone\n  contact: [info@elz-polder.be]\n", 1)
    files = site_files(loaded(tmp_path, actors=actors, koffie=fiche("1.1.1", "lead: [elz-polder]")).plan, DAY)
    hrefs = [one.get("href", "") for one in pages(files)["acties/koffie.html"].iter(f"{XHTML}a")]
    (mail,) = (href for href in hrefs if href.startswith("mailto:"))
    assert mail.startswith("mailto:info@elz-polder.be?subject=1.1.1%20Koffie&body=")
    # Who writes it reads the first line too.
    assert unquote(mail.partition("body=")[2]).startswith("Dit gaat over: 1.1.1 Koffie\r\n")
    assert mail.count("%0A") == mail.count("%0D%0A") > 1
    assert "info@elz-polder.be" in words(main_of(pages(files)["wie-doet-wat/elz-polder.html"]))


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("https://github.com/elz/plan", "https://github.com/elz/plan/issues/new?title=1.1.1%20Koffie&body="),
        ("https://gitlab.com/elz/plan.git", "https://gitlab.com/elz/plan/-/issues/new?issue[title]=1.1.1%20Koffie&"),
        ("https://codeberg.org/elz/plan", "https://codeberg.org/elz/plan/issues/new?title=1.1.1%20Koffie&body="),
    ],
)
def test_a_reader_can_react_where_the_plan_is_written(tmp_path: Path, url: str, asked: str) -> None:
    plan = f"{PLAN}forge: {{url: {url}}}\n"
    files = site_files(loaded(tmp_path, plan=plan, koffie=fiche("1.1.1")).plan, DAY)
    links = {one.get("href", ""): words(one) for one in pages(files)["acties/koffie.html"].iter(f"{XHTML}a")}
    hrefs = list(links)
    (issue,) = (href for href in hrefs if href.startswith(asked) and "koffie" in href)
    assert links[issue] == f"Een bericht achterlaten op {url.split('/')[2]} (je hebt er een account nodig)"
    # The only other link that leaves the site says what it leads to: the number in the title is none.
    assert [links[href] for href in hrefs if href.startswith(url.removesuffix(".git")) and href != issue] == [
        "Bronbestand"
    ]
    assert not any("%0D" in href for href in hrefs)


def test_hostile_texts_are_only_words_on_every_page(tmp_path: Path) -> None:
    text = "\n\n".join(HOSTILE)
    root = met(
        tmp_path, m2025_02_11_overleg=minutes("2025-02-11", "state: approved", text=f"## 1. Onthaal\n\n{text}\n")
    )
    for number, one in enumerate(HOSTILE):
        title = json.dumps(one[:200], ensure_ascii=False)
        data = fiche(
            f"1.1.{number + 10}", f"lead: [{json.dumps(one[:80])}]", title=title, text=f"## Waarom?\n\n{one}\n"
        )
        (root / "plan" / "actions" / f"k{number}.md").write_text(data, "utf-8")
    files = site_files(plan_of(root), DAY)
    for path, page in pages(files).items():
        scripts = list(page.iter(f"{XHTML}script"))
        # The page “not found” has its style within it, for it finds no file of the site.
        is_adrift = path == "404.html"
        assert [(one.get("src") or "").rpartition("/")[2] for one in scripts] == ["site.js"] * (not is_adrift), path
        for element in page.iter():
            assert not any(name.lower().startswith("on") for name, _ in element.items()), path
            assert (element.get("href") or "").partition(":")[0].lower() not in ("javascript", "vbscript"), path
            assert element.tag not in {f"{XHTML}{tag}" for tag in ("iframe", "object", "embed", "base")}, path
            assert element.tag != f"{XHTML}style" or is_adrift, path
    assert_all_links_lead_somewhere(files)


def test_odd_names_of_actors_and_groups_never_become_paths(tmp_path: Path) -> None:
    odd = ["../../kwaad", "a/b", "CON", "Ü ber", "x" * 300, "..", "con"]
    names = "".join(f"  {json.dumps(one)}: Naam\n" for one in odd)
    plan = PLAN.replace("themes:\n", f"themes:\n{names}")
    listed = ", ".join(map(json.dumps, odd))
    files = site_files(loaded(tmp_path, plan=plan, koffie=fiche("1.1.1", f"themes: [{listed}]")).plan, DAY)
    assert all(re.fullmatch(r"[a-z0-9.-]+(/[a-z0-9.-]+)?", path) and ".." not in path for path in files)
    assert all(len(path) < 130 for path in files)
    assert_all_links_lead_somewhere(files)


def test_an_empty_plan_and_one_without_meetings_have_a_site_too(tmp_path: Path) -> None:
    empty = site_files(loaded(tmp_path / "a", plan="title: Leeg\n", actors="", goals="").plan, DAY)
    assert_all_links_lead_somewhere(empty)
    assert "Leeg" in words(main_of(pages(empty)["index.html"]))
    bare = site_files(loaded(tmp_path / "b", koffie=fiche("1.1.1")).plan, DAY)
    assert_all_links_lead_somewhere(bare)
    assert "vergaderingen.html" not in bare


def test_a_plan_without_actions_says_so_and_shows_no_empty_tables(tmp_path: Path) -> None:
    files = pages(site_files(loaded(tmp_path / "a", plan=f"{PLAN}language: en\n").plan, DAY))
    for name in ("index.html", "plan.html"):
        main = main_of(files[name])
        assert "There are no actions yet." in words(main)
        assert "0 actions" not in words(main)
        assert "Een sterke zone" in words(main)
        assert list(main.iter(f"{XHTML}table")) == []
    # A strategic goal without actions has no table, one with an action has.
    some = loaded(tmp_path / "b", plan=f"{PLAN}language: en\n", koffie=fiche("1.1.1")).plan
    main = main_of(pages(site_files(some, DAY))["plan.html"])
    assert len(list(main.iter(f"{XHTML}table"))) == 1
    assert "no actions yet" in words(main)


def test_who_leads_all_that_it_does_is_told_to_be_its_lead(tmp_path: Path) -> None:
    fiches = {"koffie": ("lead: [elz-polder]",), "thee": ("lead: [kring]", "partners: [elz-polder]")}
    for names, told in (("koffie", "1 action, as lead"), ("koffie thee", "2 actions, leads 1 of them")):
        made = {name: fiche(f"1.1.{at}", *fiches[name]) for at, name in enumerate(names.split(), 1)}
        plan = loaded(tmp_path / names, plan=f"{PLAN}language: en\n", **made).plan
        assert f"Eerstelijnszone Polder – {told}" in words(main_of(pages(site_files(plan, DAY))["who-does-what.html"]))


def test_above_the_chapters_stands_what_they_are(tmp_path: Path) -> None:
    root = write(tmp_path, plan=f"{PLAN}language: en\nchapters: {{before: [visie]}}\n", koffie=fiche("1.1.1"))
    without = words(main_of(pages(site_files(load(WorkTree(root)).plan, DAY))["plan.html"]))
    assert "Chapters" not in without
    (root / "plan/texts").mkdir()
    (root / "plan/texts/visie.md").write_text("---\ntitle: Onze visie\n---\n\nWe kijken ver.\n", "utf-8")
    assert "Chapters of this plan: Onze visie" in words(
        main_of(pages(site_files(load(WorkTree(root)).plan, DAY))["plan.html"])
    )


def test_the_page_of_a_theme_does_not_lead_to_itself(tmp_path: Path) -> None:
    page = pages(site_files(plan_of(met(tmp_path)), DAY))["themas/bewegen.html"]
    text = words(main_of(page))
    assert "helpt de affiche ophangen" in text
    assert text.count("Bewegen") == 1
    assert not [one for one in main_of(page).iter(f"{XHTML}a") if one.get("href") == "bewegen.html"]


def test_days_and_months_in_figures_are_read_in_words(tmp_path: Path) -> None:
    text = (
        "## 1. Nieuws\n\nEVENEMENT: 2025-09-27/2025-09-28 Herfstweekend @kring\n\nEVENEMENT: 2025-06 Dag van de mantelzorg @kring\n\n"
        "EVENEMENT: 2026 Wandeling @kring\n"
    )
    plan = load(WorkTree(with_minutes(tmp_path, text, "series: overleg\nstate: review\n"))).plan
    said = words(main_of(pages(site_files(plan, DAY))["events.html"]))
    assert "27 – 28 September 2025: Herfstweekend" in said
    assert "June 2025: Dag van de mantelzorg" in said
    assert "2026: Wandeling" in said
    assert "2025-0" not in said


def test_the_same_plan_and_day_give_the_same_bytes(tmp_path: Path) -> None:
    root = met(tmp_path)
    assert site_files(plan_of(root), DAY) == site_files(plan_of(root), DAY)


def test_a_known_address_gives_a_list_for_search_engines_and_a_page_not_found_that_leads_home(tmp_path: Path) -> None:
    files = site_files(plan_of(met(tmp_path)), DAY, None, Options((), "https://elz.voorbeeld.be/plan/"))
    assert b"<loc>https://elz.voorbeeld.be/plan/acties/koffie.html</loc>" in files["sitemap.xml"]
    assert b'href="https://elz.voorbeeld.be/plan/assets/style.css"' in files["404.html"]
    canonical = b'<link rel="canonical" href="https://elz.voorbeeld.be/plan/index.html">'
    assert files["index.html"].count(b"https://elz.voorbeeld.be/plan/") == files["index.html"].count(canonical) == 1
    assert b"canonical" not in files["404.html"]


def test_without_an_address_of_the_site_the_page_not_found_leads_to_the_first_page_from_where_pages_stand(
    tmp_path: Path,
) -> None:
    files = site_files(plan_of(met(tmp_path)), DAY)
    page = pages(files)["404.html"]
    hrefs = [one.get("href", "") for one in page.iter(f"{XHTML}a")]
    assert hrefs == ["#_elz-main", "index.html", "../index.html"]
    assert [one.tag for one in page.iter() if one.tag in (f"{XHTML}nav", f"{XHTML}form")] == []
    assert "maak het adres in je browser dan korter" in words(main_of(page)) or "shorter" in words(main_of(page))
    for gone in files:  # wherever a page of the site stood: of the two links one finds the first page
        if gone.endswith(".html"):
            ways = {urljoin(f"https://elz.voorbeeld.be/plan/{gone}", href) for href in hrefs[1:]}
            assert "https://elz.voorbeeld.be/plan/index.html" in ways, gone


def test_the_accessibility_statement_stands_in_the_foot_of_every_page_when_there_is_one(tmp_path: Path) -> None:
    plan = f"{PLAN}accessibility: {{contact: toegang@elz-polder.be}}\n"
    files = site_files(loaded(tmp_path, plan=plan, koffie=fiche("1.1.1")).plan, DAY)
    assert "toegang@elz-polder.be" in words(main_of(pages(files)["toegankelijkheid.html"]))
    for path, page in pages(files).items():
        (foot,) = page.iter(f"{XHTML}footer")
        hrefs = [one.get("href", "") for one in foot.iter(f"{XHTML}a")]
        # Without an address of the site that page leads nowhere.
        assert any(href.endswith("toegankelijkheid.html") for href in hrefs) == (path != "404.html"), path


def test_tables_open_in_excel_as_text(small: Files, tmp_path: Path) -> None:
    data = small["data/actions.csv"]
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in data
    assert ";" in data.decode("utf-8-sig").splitlines()[0]
    root = write(tmp_path / "x", koffie=fiche("1.1.1", title='"=1+1"'))
    assert "'=1+1" in site_files(plan_of(root), DAY)["data/actions.csv"].decode("utf-8-sig")


def test_a_meeting_that_is_over_without_minutes_says_so(small: Files) -> None:
    page = words(main_of(pages(small)[f"vergaderingen/{SECOND}.html"]))
    assert "not published yet" in page or "nog niet" in page


@pytest.mark.parametrize(
    "line",
    [
        (Text("mail jan@voorbeeld.be"),),
        (Text("mail jan@"), Strong((Text("voorbeeld"),)), Text(".be")),
        (Text("bel 0470/"), Emphasis((Text("11 22"),)), Text(" 33")),
        (Text("bel 0470\u202f11\u202f22\u202f33"),),
        (Text("jan＠voorbeeld．be"),),
        (Link("mailto:jan@voorbeeld.be", (Text("schrijf ons"),)),),
        (Link("MAILTO:jan%40voorbeeld.be", (Text("schrijf ons"),)),),
        (Link("https://voorbeeld.be/?m=jan%40voorbeeld.be", (Text("hier"),)),),
        (Strong((Link("https://voorbeeld.be/?m=jan@voorbeeld.be", (Text("hier"),)),)),),
        (Text("op 2025-05-13 om 13u30, 12 van 40"),),
        (Jump("koffie", (Text("1.1.1 Koffie"),)), Text(" @kring")),
        (Text("BE 0123.456.789 en 0470 11 22 33"),),
    ],
)
def test_what_is_looked_at_as_one_text_is_hidden_as_when_every_line_is_looked_at(line: tuple[Inline, ...]) -> None:
    plan = Plan()
    page = (Paragraph((Text("Vooraf."),)), Paragraph(line), Table("", ((Text("BE"),),), ((line,),)))
    assert Redactor(plan).hidden(page) == Redactor(plan).node(page)


@pytest.mark.parametrize(
    ("page", "target", "address"),
    [
        ("index.html", "acties/a.html", "acties/a.html"),
        ("acties/a.html", "index.html", "../index.html"),
        ("acties/a.html", "acties/b.html#x", "b.html#x"),
        ("acties/a.html", "acties/a.html#x", "#x"),
        ("acties/a.html", "acties/a.html", "a.html"),
    ],
)
def test_addresses_are_relative(page: str, target: str, address: str) -> None:
    assert relative(page, target) == address
