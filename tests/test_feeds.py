"""What people subscribe to on a site: feeds for programs that read news, and files for calendars that stay up to date."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import urldefrag
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

import feedparser
import pytest
from drawn_meetings import FIRST, FIRST_TEXT, SERIES, meetings, met
from histories import begin, commit
from hostile_texts import HOSTILE
from icalendar import Calendar, Event
from in_process import runner
from small_plans import PLAN, ROOT, fiche, write
from tinyhtml5.parser import HTMLParser

from elzctl.load import load
from elzctl.render.site.feed_entry import Entry, entry_lines, urn
from elzctl.render.site.options import Options
from elzctl.render.site.past import MOST_NEWS, merged
from elzctl.render.site.whole import site_files
from elzctl.tree import WorkTree

Files: TypeAlias = dict[str, bytes]

DAY = date(2025, 4, 1)
ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESS = "https://plan.voorbeeld.be/"

FICHE = fiche(
    "1.1.1",
    "lead: [dienst-zorg]",
    "due: eind 2025",
    "steps:",
    "  - {what: Zaal zoeken, due: maart 2025, done: 2025-03-10, by: [kring]}",
    "  - {what: Koffie zetten, due: 2025-06-30}",
    "  - {what: Iedereen bedanken}",
    "indicators:",
    "  - {kind: process, what: Overleg, target: 4, unit: keer, measured: [{on: 2025-03-10, value: 3, note: tussentijds}]}",
    "updates:",
    "  - {on: 2025-02-20, health: at-risk, note: De zaal is klein.}",
    "  - {on: 2025-12-20, note: Dat moet nog komen.}",
)


def site(root: Path, today: date = DAY, address: str = ADDRESS) -> Files:
    return site_files(load(WorkTree(root)).plan, today, None, Options((), address))


def feed(files: Files, path: str) -> Element:
    """A feed of which everything is as RFC 4287 asks, and that says the same when it is read again."""
    root = ET.fromstring(files[path])
    assert root.tag == f"{ATOM}feed"
    assert text(root, "author/name")
    for one in (root, *root.iter(f"{ATOM}entry")):
        assert text(one, "title")
        assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", text(one, "id"))
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", text(one, "updated"))
        kinds = [(link.get("rel"), link.get("type")) for link in one.findall(f"{ATOM}link")]
        assert len(kinds) == len(set(kinds))
        assert ("alternate", "text/html") in kinds
    names = [text(one, "id") for one in root.iter(f"{ATOM}entry")]
    assert len(names) == len(set(names))
    moments = [text(one, "updated") for one in root.iter(f"{ATOM}entry")]
    assert moments == sorted(moments, reverse=True)
    return root


def subscribed(files: Files, path: str) -> Any:
    """A feed as a program that reads news has it from the site: nothing is doubtful, and links lead to pages of the site."""
    served = {"content-type": "application/xml", "content-location": ADDRESS + path}
    found = feedparser.parse(files[path], response_headers=served)
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    assert found.encoding == "utf-8"
    assert found.entries
    for one in (found.feed, *found.entries):
        assert one.id
        assert one.title
        assert one.updated_parsed is not None
        assert urldefrag(one.link.removeprefix(ADDRESS)).url in files
    for one in found.entries:
        assert one.published_parsed <= one.updated_parsed
        (content,) = one.content
        assert content.type == "text/html"
        assert content.value
    names = [one.id for one in found.entries]
    assert len(names) == len(set(names))
    return found


def feeds(files: Files) -> dict[str, Any]:
    """Every feed of a site, by its path."""
    paths = [path for path in files if path.endswith(".xml") and path != "sitemap.xml"]
    return {path: subscribed(files, path) for path in paths}


def text(element: Element, path: str) -> str:
    found = element.find("/".join(ATOM + name for name in path.split("/")))
    assert found is not None, path
    return "".join(found.itertext())


def entries(root: Element) -> list[tuple[str, str, str]]:
    """Title, day and words of the entries."""
    found = []
    for one in root.iter(f"{ATOM}entry"):
        parser = HTMLParser()
        tree = parser.parse(f"<!doctype html><title>x</title><body>{text(one, 'content')}")
        assert parser.errors == []
        words = " ".join(" ".join(tree.itertext()).split()).removeprefix("x ")
        found.append((text(one, "title"), text(one, "updated")[:10], words))
    return found


def links(files: Files, page: str) -> list[str]:
    """Where the head of a page says that feeds are."""
    head = files[page].decode().partition("</head>")[0]
    return re.findall(r'<link rel="alternate" type="application/atom\+xml" title="[^"]+" href="([^"]+)">', head)


def events(files: Files, path: str) -> dict[str, Event]:
    """The events of a file for calendars, by their names, as a library reads them."""
    found = Calendar.from_ical(files[path].decode())
    assert not found.errors
    made = {str(one["UID"]): one for one in found.events}
    assert len(made) == len(found.events)
    for one in made.values():
        assert not one.errors
        assert "ATTENDEE" not in one
        assert "ORGANIZER" not in one
    assert all(len(line) <= 75 for line in files[path].split(b"\r\n"))
    return made


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A plan with meetings and an action in which something happened."""
    root = met(tmp_path)
    (root / "plan" / "actions" / "koffie.md").write_text(FICHE, "utf-8")
    return root


def test_the_feed_of_minutes_has_those_that_are_public_with_what_was_decided(root: Path) -> None:
    (one,) = entries(feed(site(root), "subscribe/minutes.xml"))
    title, day, words = one
    assert title == "Minutes: Overleg zorg, 14 January 2025"
    assert day == "2025-03-11"  # when they were approved
    assert "These minutes are approved." in words
    assert "Toelichting" in words
    assert "We drinken koffie met Apothekers" in words


def test_a_feed_of_actions_says_day_by_day_what_happened_and_nothing_of_the_future(root: Path) -> None:
    found = entries(feed(site(root), "subscribe/actions.xml"))
    assert [(title, day) for title, day, _ in found][:2] == [
        ("1.1.1 Koffie", "2025-03-10"),
        ("1.1.1 Koffie", "2025-02-20"),
    ]
    assert "Zaal zoeken" in found[0][2]
    assert "Overleg: 3 of 4 keer (tussentijds)" in found[0][2]
    assert "De zaal is klein." in found[1][2]
    assert not any("Dat moet nog komen" in words for _, _, words in found)


def test_a_vague_day_counts_by_its_last_one(root: Path) -> None:
    path = root / "plan" / "actions" / "koffie.md"
    more = "updates: [{on: begin maart 2025, note: VAAGWOORD}, {on: 2025, note: LATERWOORD}]\n"
    kept = re.sub(r"(?m)^updates:\n(?:  .*\n)+", "", path.read_text("utf-8"))
    path.write_text(kept.replace("---\n", f"---\n{more}", 1), "utf-8")
    found = entries(feed(site(root), "subscribe/actions.xml"))
    (day,) = (day for _, day, words in found if "VAAGWOORD" in words)
    assert day == load(WorkTree(root)).plan.by_id["koffie"].updates[0].on.last.isoformat() > "2025-03-01"  # type: ignore[union-attr]
    assert not any("LATERWOORD" in words for _, _, words in found)  # 2025 is not over


def test_what_git_knows_comes_between_and_only_the_newest_stay() -> None:
    def entry(day: date, name: str) -> bytes:
        return entry_lines(Entry(name, "", f"<{name}>", day, day, (("", ("a & b",)),)), name, "").encode()

    days = [date(2025, 1, 1) + timedelta(number) for number in range(60)]
    whole = b"<feed>\n<updated>2025-01-01T12:00:00Z</updated>\n%b</feed>\n"
    found = merged(whole % entry(date(2025, 2, 1), "oud"), b"".join(entry(day, f"git-{day}") for day in days))
    names = re.findall(rb"<id>([^<]*)</id>", found)
    assert len(names) == MOST_NEWS
    assert names[0] == b"git-2025-03-01"
    assert b"oud" in names
    assert found.startswith(b"<feed>\n<updated>2025-03-01T12:00:00Z</updated>\n<entry>\n")
    assert found.endswith(b"</entry>\n</feed>\n")
    assert merged(whole % b"", b"") == whole % b""
    assert merged(whole % b"", entry(days[0], "een")) == whole % entry(days[0], "een")


def test_nothing_comes_back_as_new_when_a_text_is_corrected_or_the_site_moves(root: Path) -> None:
    def names(files: Files) -> set[str]:
        return {
            text(one, "id")
            for path in ("minutes", "actions")
            for one in feed(files, f"subscribe/{path}.xml").iter(f"{ATOM}entry")
        }

    before = names(site(root))
    path = root / "plan" / "actions" / "koffie.md"
    path.write_text(
        path.read_text("utf-8").replace("Zaal zoeken", "Een zaal zoeken").replace("title: Koffie", "title: Thee"),
        "utf-8",
    )
    assert names(site(root, DAY + timedelta(3), "https://elders.example/map/")) == before


def test_every_page_leads_to_the_feeds_and_there_is_a_page_with_all_of_them(root: Path) -> None:
    files = site(root, address="")
    assert links(files, "index.html") == ["subscribe/minutes.xml", "subscribe/actions.xml"]
    assert links(files, "actions/koffie.html") == ["../subscribe/minutes.xml", "../subscribe/actions.xml"]
    page = files["subscribe.html"].decode()
    made = [path for path in files if path.startswith(("subscribe/", "series/", "leads/"))]
    assert {"series/overleg.ics", "leads/dienst-zorg.ics", "leads/kring.ics", "subscribe/deadlines.ics"} < set(made)
    assert all(f'href="{path}"' in page for path in made)
    # Each link says what it gives.
    told = dict(re.findall('<li><a href="([^"]+[.](?:ics|xml))">([^<]+)</a>', page))
    assert set(told) == set(made)
    for path, said in told.items():
        assert said.endswith(" (calendar, .ics)" if path.endswith(".ics") else " (feed)")
    assert 'href="subscribe.html"' in files["downloads.html"].decode()


def test_without_an_address_feeds_count_from_where_they_stand_and_with_one_they_name_it(root: Path) -> None:
    near, known = (feed(site(root, address=address), "subscribe/minutes.xml") for address in ("", ADDRESS))
    (entry,) = near.iter(f"{ATOM}entry")
    assert [link.get("href") for link in entry.findall(f"{ATOM}link")] == [f"../meetings/{FIRST}.html"]
    assert [link.get("href") for link in known.findall(f"{ATOM}link")] == [
        f"{ADDRESS}subscribe/minutes.xml",
        f"{ADDRESS}meetings.html",
    ]


def test_a_calendar_of_a_series_has_every_meeting_with_the_name_of_its_invitation(root: Path) -> None:
    files = site(root)
    found = events(files, "series/overleg.ics")
    assert [str(one.start)[:10] for one in found.values()] == ["2025-01-14", "2025-03-11", "2025-06-10"]
    (own,) = events(files, "meetings/2025-06-10-overleg.ics")
    assert own in found
    assert Calendar.from_ical(files["series/overleg.ics"].decode())["X-WR-CALNAME"] == "Overleg zorg"


def test_a_lead_has_its_own_deadlines_on_their_last_day_and_who_does_a_step_has_that(root: Path) -> None:
    files = site(root)
    lead = {str(one["SUMMARY"]): one.start for one in events(files, "leads/dienst-zorg.ics").values()}
    assert lead["Koffie zetten – 1.1.1 Koffie"] == date(2025, 6, 30)
    assert lead["Done: Zaal zoeken – 1.1.1 Koffie"] == date(2025, 3, 31)
    assert lead["Deadline of the action – 1.1.1 Koffie"] == date(2025, 12, 31)
    assert any(title.startswith("Bekers kopen") for title in lead)  # its action point
    helps = {str(one["SUMMARY"]) for one in events(files, "leads/kring.ics").values()}
    assert "Done: Zaal zoeken – 1.1.1 Koffie" in helps
    assert "Koffie zetten – 1.1.1 Koffie" not in helps
    every = events(files, "subscribe/deadlines.ics")
    assert set(every) >= set(events(files, "leads/dienst-zorg.ics")) | set(events(files, "leads/kring.ics"))


def test_a_calendar_knows_a_deadline_again_when_it_moved_and_others_came_before_it(root: Path) -> None:
    def of_step(files: Files) -> dict[str, date]:
        found = events(files, "subscribe/deadlines.ics").items()
        return {name: one.start for name, one in found if str(one["SUMMARY"]).startswith("Koffie zetten")}

    before = of_step(site(root))
    path = root / "plan" / "actions" / "koffie.md"
    moved = "  - {what: Eerst dit, due: mei 2025}\n  - {what: Koffie zetten, due: 2025-09-30}\n"
    path.write_text(path.read_text("utf-8").replace("  - {what: Koffie zetten, due: 2025-06-30}\n", moved), "utf-8")
    after = of_step(site(root))
    assert before.keys() == after.keys()
    assert (*before.values(), *after.values()) == (date(2025, 6, 30), date(2025, 9, 30))


AGES = fiche(
    "1.1.1",
    "lead: [kring]",
    "steps:",
    "  - {what: Lang te laat, due: 2024-03-31}",
    "  - {what: Te laat, due: 2024-04-01}",
    "  - {what: Lang klaar, due: 2024-12-31, done: 2024-12-01}",
    "  - {what: Pas klaar, due: 2025-01-02, done: 2025-01-02}",
    "  - {what: Vroeg klaar, due: 2027, done: 2025-03-01}",
    "  - {what: Later, due: 2027}",
)


def test_a_calendar_holds_what_is_to_come_and_what_is_late_or_was_done_not_long_ago(root: Path) -> None:
    (root / "plan" / "actions" / "koffie.md").write_text(AGES, "utf-8")

    def steps(today: date) -> set[str]:
        found = events(site(root, today), "leads/kring.ics").values()
        return {str(one["SUMMARY"]).partition(" – ")[0] for one in found if "Koffie" in str(one["SUMMARY"])}

    to_come = {"Done: Vroeg klaar", "Later"}
    assert steps(DAY) == steps(DAY.replace(day=30)) == {"Te laat", "Done: Pas klaar", *to_come}
    assert steps(date(2025, 5, 1)) == to_come
    assert {"Lang te laat", "Done: Lang klaar"} < steps(date(2025, 3, 31))


def test_a_calendar_in_which_all_is_long_over_keeps_the_last_of_it(root: Path) -> None:
    (root / "plan" / "actions" / "koffie.md").write_text(AGES, "utf-8")
    (last,) = events(site(root, date(2040, 1, 1)), "leads/kring.ics").values()
    assert str(last["SUMMARY"]).startswith(("Later", "Done: Vroeg klaar"))


def test_what_an_event_is_called_is_not_said_twice(root: Path) -> None:
    found = events(site(root), "subscribe/deadlines.ics").values()
    assert any("Koffie" in str(one["SUMMARY"]) for one in found)
    assert not any("1.1.1 Koffie" in str(one.get("DESCRIPTION", "")) for one in found)


def test_the_same_plan_gives_the_same_files_on_another_day_as_long_as_nothing_happens(root: Path) -> None:
    one, other = site(root), site(root, DAY + timedelta(1))
    for path in ("subscribe/minutes.xml", "subscribe/actions.xml", "subscribe/deadlines.ics", "series/overleg.ics"):
        assert one[path] == other[path], path


CANARY = "kanarie"


def test_nothing_internal_no_contact_and_nothing_of_a_closed_series_is_in_what_people_subscribe_to(
    tmp_path: Path,
) -> None:
    secret = (
        FIRST_TEXT.replace(
            "Niets.", f"::: intern\n- [ ] {CANARY}punt @kring tegen:2025-05-05\n\nBESLUIT: {CANARY}besluit\n:::\n"
        )
        .replace("## 2. Varia", f"## 2. Bel {CANARY}@voorbeeld.be of 0470 12 34 56")
        .replace("present: [dienst-zorg, kring]", "present: [apothekers]")
    )
    closed = "---\ntitle: Besloten\nseries: dicht\ndate: 2025-02-01\nstate: approved\nno_action_points: ''\n---\n\n"
    closed += f"## 1. {CANARY}titel\n\n- [ ] {CANARY}taak @kring tegen:2025-05-06\n\nBESLUIT: {CANARY}keuze\n"
    root = met(tmp_path, m2025_01_14_overleg=secret, m2025_02_01_dicht=closed)
    meetings(root, SERIES + "dicht:\n  name: Dicht\n  access: closed\n")
    (root / "plan" / "actions" / "koffie.md").write_text(
        FICHE.replace("De zaal", f"{CANARY}@voorbeeld.be: de zaal"), "utf-8"
    )
    files = {path: data for path, data in site(root).items() if path.endswith((".xml", ".ics"))}
    assert "series/dicht.ics" not in files
    for path, data in files.items():
        words = data.replace(b"\r\n ", b"").decode()
        assert CANARY not in words, path
        assert "12 34 56" not in words, path


def test_hostile_texts_are_only_words_in_feeds_and_calendars(tmp_path: Path) -> None:
    root = met(tmp_path)
    steps = "".join(
        f"  - what: {one!r}\n    done: 2025-03-0{number % 9 + 1}\n    due: 2025-03-31\n"
        for number, one in enumerate(HOSTILE)
        if "'" not in one and "\\" not in one
    )
    (root / "plan" / "actions" / "koffie.md").write_text(
        fiche("1.1.1", "lead: [kring]", "steps:", steps.rstrip()), "utf-8"
    )
    files = site(root)
    found = feed(files, "subscribe/actions.xml")
    assert len(subscribed(files, "subscribe/actions.xml").entries) == len(entries(found))
    for one in found.iter(f"{ATOM}entry"):
        tree = HTMLParser().parse(f"<!doctype html><title>x</title><body>{text(one, 'content')}")
        names = {element.tag.rpartition("}")[2] for element in tree.iter() if isinstance(element.tag, str)}
        assert names <= {"html", "head", "title", "body", "p", "ul", "li", "h2"}
    assert len(events(files, "leads/kring.ics")) > 50


def test_an_odd_name_of_a_lead_never_becomes_a_path(tmp_path: Path) -> None:
    actors = "'../../buiten':\n  name: Buiten\n  kind: group\nelz-polder:\n  name: Zone\n  kind: zone\n"
    write(
        tmp_path,
        plan=PLAN + "language: en\n",
        actors=actors,
        koffie=fiche("1.1.1", "lead: ['../../buiten']", "due: 2025-06-30"),
    )
    assert all(re.fullmatch(r"(?:[a-z0-9-]+/)?[a-z0-9.-]+", path) for path in site(tmp_path))


def test_without_meetings_and_deadlines_there_is_nothing_to_subscribe_to(tmp_path: Path) -> None:
    write(tmp_path, plan=PLAN)
    files = site(tmp_path)
    assert not [path for path in files if path.endswith((".ics", ".xml")) and path != "sitemap.xml"]
    assert not [path for path in files if path.startswith(("abonneren", "subscribe"))]
    assert links(files, "index.html") == []


@pytest.mark.parametrize("address", ["", ADDRESS])
@pytest.mark.parametrize("is_own", [True, False])
def test_what_sites_offer_is_valid(root: Path, is_own: bool, address: str) -> None:
    files = site(ROOT, date(2025, 11, 26), address) if is_own else site(root, address=address)
    found = feeds(files)
    assert len(found) == 2
    for path, read in found.items():
        names = [text(one, "id") for one in feed(files, path).iter(f"{ATOM}entry")]
        assert [one.id for one in read.entries] == names
    calendars = [path for path in files if path.endswith(".ics")]
    assert len(calendars) > 4
    for path in calendars:
        assert events(files, path), path


def test_what_git_knows_is_valid_in_a_feed_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write(begin(tmp_path), plan=f"{PLAN}language: en\n", koffie=FICHE)
    run = runner(root, capsys, "site", f"--today={DAY}", "--out=public", "--draft", f"--url={ADDRESS}")

    def read(day: str) -> dict[str, str]:
        commit(root, day)
        assert run()[0] == 0
        public = root / "public"
        files = {path.relative_to(public).as_posix(): path.read_bytes() for path in public.rglob("*") if path.is_file()}
        return {one.id: one.title for found in feeds(files).values() for one in found.entries}

    before = read("2025-01-15")
    path = root / "plan" / "actions" / "koffie.md"
    path.write_text(path.read_text("utf-8").replace("title: Koffie", "title: Thee & <koek>"), "utf-8")
    after = read("2025-03-03")
    assert before.keys() < after.keys()
    assert set(after.values()) == {"1.1.1 Thee & <koek>"}


def test_programs_that_read_news_know_an_entry_again_when_titles_change(root: Path) -> None:
    def read() -> dict[str, dict[str, str]]:
        return {path: {one.id: one.title for one in found.entries} for path, found in feeds(site(root)).items()}

    before = read()
    for path, old, new in (
        (root / "plan" / "actions" / "koffie.md", "title: Koffie", "title: Thee"),
        (root / "meetings" / "series.yaml", "name: Overleg zorg", "name: Overleg welzijn"),
        (root / "meetings" / f"{FIRST}.md", "title: Overleg zorg", "title: Overleg welzijn"),
    ):
        changed = path.read_text("utf-8").replace(old, new)
        assert new in changed
        path.write_text(changed, "utf-8")
    after = read()
    for name, titles in before.items():
        assert list(after[name]) == list(titles)
        assert after[name] != titles


def test_a_name_is_the_uuid_that_the_standard_library_makes(tmp_path: Path) -> None:
    plan = load(WorkTree(met(tmp_path / "zone"))).plan
    assert plan.settings.organisation is not None
    name = f"elzctl:{plan.settings.organisation.id}/é"
    assert urn(plan, "é") == f"urn:uuid:{uuid5(NAMESPACE_URL, name)}"
