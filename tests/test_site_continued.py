"""Pages of the site that are too heavy for one go on on another: nothing is lost, and every link finds what it named."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from drawn_meetings import SERIES, meetings
from drawn_plans import sound
from small_plans import fiche
from test_site_again import DAY, KOFFIE, cold, rebuilt

from elzctl.cli.site_kept import Standing
from elzctl.load import load
from elzctl.render.site import continued, long_texts
from elzctl.render.site.again import site_of
from elzctl.render.site.files import page_files
from elzctl.render.site.whole import site_files
from elzctl.render.tree import Bullets, Heading, Item, Jump, Numbered, Paragraph, Table, Text
from elzctl.tree import WorkTree

LARGEST = 100_000
LONG = 16_000
"""Words of a text that is too long for one page."""
MINUTES = "2025-02-11-overleg"


def numbered(count: int, first: int = 0, *, paragraph: int = 100) -> str:
    """So many words, each with its number, in paragraphs."""
    words = [f"woord{place:06}" for place in range(first, first + count)]
    return "\n\n".join(" ".join(words[place : place + paragraph]) for place in range(0, count, paragraph))


def parts(count: int, *, decided: bool = False, level: str = "##") -> str:
    """So many parts, each with a heading and two hundred words; of minutes each has a point and decides something."""
    said = (
        "\n\n- [ ] Punt {0} @dienst-zorg tegen:2025-06-01\n\nBESLUIT: Besloten {0}, zie [[koffie]].\n"
        if decided
        else ""
    )
    return "\n\n".join(f"{level} {at + 1}. Deel\n\n{numbered(200, at * 200)}{said.format(at)}" for at in range(count))


def extreme(root: Path) -> Path:
    """A plan with a long action, a long chapter, long minutes, and a goal with very many actions."""
    steps = [
        f"  - {{what: 'Stap {at:04} van deze actie, die lang duurt', due: 2025-0{1 + at % 9}}}" for at in range(200)
    ]
    head = ("lead: [dienst-zorg]", "due: 2025", "steps:", *steps)
    many = {
        f"actie_{at}": fiche(f"2.1.{at}", "due: 2025", title=f"Een actie met het nummer {at:04}") for at in range(300)
    }
    sound(root, lang=fiche("1.1.50", *head, title="Lang", text=f"\n## Wat?\n\n{numbered(LONG)}\n"), **many)
    chapter = root / "plan" / "texts" / "vooraf.md"
    chapter.write_text(
        f"{chapter.read_text('utf-8').partition(chr(10) + '---' + chr(10))[0]}\n---\n\n{parts(60)}\n", "utf-8"
    )
    first = f"---\ntitle: Overleg\nseries: overleg\nstate: review\ndate: {MINUTES[:10]}\n---\n\n"
    later = "---\ntitle: Overleg\nseries: overleg\nstate: review\ndate: 2025-03-11\n---\n\n## 1. Vervolg\n\nZie [["
    return meetings(
        root,
        m2025_02_11_overleg=f"{first}{parts(60, decided=True)}\n",
        m2025_03_11_overleg=f"{later}{MINUTES}/B55]] en [[{MINUTES}/B1]].\n",
    )


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return extreme(tmp_path_factory.mktemp("extreme"))


@pytest.fixture(scope="module")
def files(root: Path) -> dict[str, bytes]:
    """Its site."""
    return site_files(load(WorkTree(root)).plan, DAY)


def pages(files: dict[str, bytes]) -> dict[str, str]:
    return {path: data.decode() for path, data in files.items() if path.endswith(".html")}


def following(files: dict[str, bytes], path: str) -> list[str]:
    """A page and those on which it goes on, as text."""
    more = sorted((one for one in files if re.fullmatch(re.escape(path[:-5]) + r"\.\d+\.html", one)), key=len)
    return [files[one].decode() for one in (path, *more)]


def dangling(files: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """Links that lead to no page, or to nothing on it."""
    found = pages(files)
    ids = {path: set(map(unescape, re.findall(r' id="([^"]*)"', page))) for path, page in found.items()}
    for path, page in found.items():
        for address in map(unescape, re.findall(r' href="([^"]+)"', page)):
            target, _, anchor = address.partition("#")
            target = target.partition("?")[0]
            steps = path.split("/")[:-1] if target else [path]
            for step in filter(None, target.split("/")):
                steps = steps[:-1] if step == ".." else [*steps, step]
            at = "/".join(steps)
            if (
                ":" not in target
                and path != "404.html"
                and (at not in files or (anchor and unquote(anchor) not in ids[at]))
            ):
                yield path, address


def test_every_page_is_light_and_every_link_finds_its_place(files: dict[str, bytes]) -> None:
    found = pages(files)
    assert {path: len(files[path]) for path in found if len(files[path]) > LARGEST} == {}
    assert list(dangling(files)) == []
    for path, page in found.items():
        assert not [name for name, count in Counter(re.findall(r' id="([^"]*)"', page)).items() if count > 1], path


@pytest.mark.parametrize(
    ("path", "count"),
    [("actions/lang.html", LONG), ("chapters/vooraf.html", 60 * 200), (f"meetings/{MINUTES}.html", 60 * 200)],
)
def test_a_long_text_stands_on_its_pages_whole_and_in_order(path: str, count: int, files: dict[str, bytes]) -> None:
    found = following(files, path)
    assert len(found) >= 2
    words = [int(word) for page in found for word in re.findall(r"woord(\d{6})", page.partition("<main")[2])]
    assert words == list(range(count))
    # None of the pages is a few lines alone.
    assert min(len(page) for page in found) > LARGEST // 5


def test_what_stands_in_lists_is_not_lost_either(files: dict[str, bytes]) -> None:
    steps = [step for page in following(files, "actions/lang.html") for step in re.findall(r"Stap (\d{4}) van", page)]
    assert steps == [f"{at:04}" for at in range(200)]
    goal = "".join(following(files, "goals/goed-bestuur.html"))
    rows = re.findall(r'<td[^>]*><a href="\.\./actions/actie-\d+\.html">[^<]* (\d{4})</a>', goal)
    assert rows == [f"{at:04}" for at in range(300)]


def test_each_page_says_which_it_is_and_leads_to_the_others(files: dict[str, bytes]) -> None:
    for path in (f"meetings/{MINUTES}.html", "actions/lang.html", "chapters/vooraf.html", "goals/goed-bestuur.html"):
        found, name = following(files, path), path.rpartition("/")[2]
        for number, page in enumerate(found, 1):
            assert f"<strong>Page {number} of {len(found)}</strong>" in page
            assert page.count("<h1") == 1
            last = page.partition('<nav class="parts pages" ')[2].partition("</nav>")[0]
            assert last.count('aria-current="page"') == 1
            for other in range(1, len(found) + 1):
                address = name if other == 1 else name.replace(".html", f".{other}.html")
                assert (f'<a href="{address}">' in page) is (other != number)
                assert (f'<a href="{address}">' in last) is (other != number)
        titles = [re.findall("<title>(.*?)</title>", page)[0] for page in found]
        assert len(set(titles)) == len(found)
        assert ", page 2" in titles[1]


def test_what_moved_to_another_page_is_found_there_and_an_old_address_leads_on(files: dict[str, bytes]) -> None:
    first, *_, last = following(files, f"meetings/{MINUTES}.html")
    name = f"{MINUTES}/B55"
    assert f'<div class="entry" data-kind="decision" id="{name}">' not in first
    found = following(files, f"meetings/{MINUTES}.html")
    (number,) = [
        at for at, page in enumerate(found, 1) if f'<div class="entry" data-kind="decision" id="{name}">' in page
    ]
    address = f"{MINUTES}.{number}.html"
    assert f'<a href="{address}#{name}">' in files["meetings/2025-03-11-overleg.html"].decode()
    assert f'<a href="{MINUTES}.html#{MINUTES}/B1">' in files["meetings/2025-03-11-overleg.html"].decode()
    assert f'<a href="meetings/{address}#{name}">' in files["decisions.html"].decode()
    kept = first.partition('<nav class="parts pages" ')[2].partition("</nav>")[0]
    lines = [line for line in kept.split("<li>") if f'<span id="{name}"></span>' in line]
    assert [f'<a href="{address}">' in line for line in lines] == [True]
    assert "<span id=" not in last
    index = json.loads(files["assets/search-index.js"].decode().partition(" = ")[2].strip().rstrip(";"))
    searched = {path for kind, path, *_ in index["entries"] if kind == "decision" and path.endswith("/B55")}
    assert searched == {f"meetings/{address}#{name}"}


def test_a_word_of_a_later_page_is_searched_on_that_page(files: dict[str, bytes]) -> None:
    index = json.loads(files["assets/search-index.js"].decode().partition(" = ")[2].strip().rstrip(";"))
    titles = {path: title for _, path, _, title, _ in index["entries"]}
    assert titles["actions/lang.2.html"] == "1.1.50 Lang, page 2"
    # The list of all pages names a text once.
    listed = "".join(page for path, page in pages(files).items() if path.startswith("overview"))
    assert 'href="actions/lang.html"' in listed
    assert "lang.2.html" not in listed


def test_two_sites_of_a_plan_are_the_same_and_a_page_alone_is_as_in_them(root: Path, files: dict[str, bytes]) -> None:
    plan = load(WorkTree(root)).plan
    assert site_files(plan, DAY) == files
    paths = frozenset((f"meetings/{MINUTES}.2.html", "actions/lang.html", "chapters/vooraf.2.html"))
    found = page_files(plan, DAY, None, None, None, paths)
    assert {path: found[path] for path in paths} == {path: files[path] for path in paths}


def test_a_long_text_that_is_edited_gives_the_site_as_if_it_was_made_from_nothing(tmp_path: Path) -> None:
    root, standing = sound(tmp_path), Standing()
    file = root / KOFFIE
    short = file.read_text("utf-8")
    long = f"{short}\n{numbered(LONG)}\n"
    assert "actions/koffie.2.html" not in rebuilt(root, standing)[0]
    for text, has_more in ((long, True), (short, False)):
        file.write_text(text, "utf-8")
        made, _ = rebuilt(root, standing)
        assert made == cold(root)
        assert ("actions/koffie.2.html" in made) is has_more
    # A short one beside it is made anew alone.
    file.write_text(f"{short}\nNog iets.\n", "utf-8")
    assert rebuilt(root, standing)[1]


def test_a_page_that_is_light_stays_one(tmp_path: Path) -> None:
    root = sound(tmp_path)
    (root / KOFFIE).write_text(f"{(root / KOFFIE).read_text('utf-8')}\n{numbered(5_600)}\n", "utf-8")
    plan = load(WorkTree(root)).plan
    assert long_texts.is_long_action(plan.by_id["koffie"])
    assert not [path for path in site_files(plan, DAY) if re.search(r"\.\d+\.html$", path)]


def test_lists_go_on_with_their_numbers_and_heads_and_no_page_ends_with_a_heading(tmp_path: Path) -> None:
    site = site_of(load(WorkTree(sound(tmp_path))).plan, DAY)
    line = (Text("woord " * 400),)
    items = tuple(Item((Paragraph(line),)) for _ in range(100))
    blocks = (
        Heading(1, "een", (Text("Een"),)),
        Numbered(items, 3),
        Heading(1, "twee", (Text("Twee"),)),
        Table("", ((Text("Hoofd"),),), tuple((line,) for _ in range(100))),
        Bullets(items),
    )
    first, *others = continued.continued(site.page("page:privacy", "Lang", blocks), site)
    assert [page.path for page in others] == [f"privacy.{number}.html" for number in range(2, len(others) + 2)]
    runs = [block for page in (first, *others) for block in page.blocks if isinstance(block, Numbered)]
    assert len(runs) > 1
    assert [run.start for run in runs] == [3 + sum(len(one.items) for one in runs[:at]) for at in range(len(runs))]
    tables = [block for page in (first, *others) for block in page.blocks if isinstance(block, Table)]
    assert sum(len(one.rows) for one in tables) == sum(len(one.items) for one in runs) == 100
    assert {one.head for one in tables} == {((Text("Hoofd"),),)}
    assert all(not isinstance(page.blocks[-1], Heading) for page in (first, *others))
    # What goes on begins with the heading that it stands under, of which the first alone is found.
    assert all(isinstance(page.blocks[1], Heading) for page in others)
    anchors = [block.anchor for page in (first, *others) for block in page.blocks if isinstance(block, Heading)]
    assert sorted(filter(None, anchors)) == ["een", "twee"]


def test_a_long_item_of_a_list_is_divided_and_has_its_id_once(tmp_path: Path) -> None:
    site = site_of(load(WorkTree(sound(tmp_path))).plan, DAY)
    paragraphs = tuple(Paragraph((Text(f"{at} {'woord ' * 200}"),)) for at in range(100))
    blocks = (Numbered((Item((Paragraph((Text("kort"),)),)), Item(paragraphs, anchor="lang"))),)
    first, second = continued.continued(site.page("page:privacy", "Lang", blocks), site)
    (one,), (other,) = ([block for block in page.blocks if isinstance(block, Numbered)] for page in (first, second))
    assert (*one.items[1].blocks, *other.items[0].blocks) == paragraphs
    assert (one.start, other.start) == (1, 2)
    assert [item.anchor for item in (*one.items, *other.items)] == ["", "lang", ""]


def test_the_cells_of_a_table_weigh_more_than_their_words(tmp_path: Path) -> None:
    row = "| Polder | 12 | 3 | 45 | ja |\n"
    table = f"| Waar | 2023 | 2024 | 2025 | Klaar |\n| --- | --- | --- | --- | --- |\n{row * 700}"
    root = sound(tmp_path, tabel=fiche("1.1.51", title="Tabel", text=f"\n## Wat?\n\n{table}\n"))
    made = site_files(load(WorkTree(root)).plan, DAY)
    found = [data for path, data in made.items() if path.startswith("actions/tabel")]
    assert len(found) > 1
    assert max(map(len, found)) <= LARGEST
    assert sum(data.count(b">Polder<") for data in found) == 700


def test_what_cannot_be_divided_has_a_page_of_its_own(tmp_path: Path) -> None:
    site = site_of(load(WorkTree(sound(tmp_path))).plan, DAY)
    huge = Paragraph((Jump("actie", (Text("woord " * 30_000),)),))
    found = continued.continued(site.page("page:privacy", "Lang", (huge, Paragraph((Text("kort"),)), huge)), site)
    assert sum(block == huge for page in found for block in page.blocks) == 2
    assert len(found) <= 3


# Meetings


def series(root: Path, count: int, years: int, access: str = "open") -> dict[str, bytes]:
    """The site of a plan with so many series, each with a meeting a month."""
    text = SERIES.replace("access: open", f"access: {access}")
    text += "".join(
        f"reeks-{at}:\n  name: Een overleg over zorg en welzijn, nummer {at}\n  access: {access}\n"
        for at in range(count)
    )
    root = meetings(sound(root), text)
    for at in range(count):
        for month in range(years * 12):
            day = date(2025 - month // 12, 12 - month % 12, 3)
            head = f"title: Een overleg over zorg en welzijn\nseries: reeks-{at}\ndate: {day}\nstate: review\n"
            (root / "meetings" / f"{day}-reeks-{at}.md").write_text(f"---\n{head}---\n\n## 1. Onthaal\n", "utf-8")
    return site_files(load(WorkTree(root)).plan, date(2025, 12, 31))


def test_the_list_of_many_series_is_light_and_each_meeting_stands_on_it_or_on_the_page_of_its_year(
    tmp_path: Path,
) -> None:
    files = series(tmp_path, 7, 6)
    lists = {path: page for path, page in pages(files).items() if re.match(r"meetings[-.\d]*\.html", path)}
    assert {"meetings.html", "meetings-2020.html"} <= lists.keys()
    rows = [row for page in lists.values() for row in re.findall(r'<td[^>]*><a href="(meetings/[^"]*)">', page)]
    assert sorted(rows) == sorted(path for path in files if path.startswith("meetings/") and path.endswith(".html"))
    assert max(len(files[path]) for path in lists) <= LARGEST
    assert "meetings.2.html" not in files
    # Of each series the newest year is on the page of all.
    assert lists["meetings.html"].count("<h2") >= 7
    assert len(re.findall(r'<a href="meetings/2025', lists["meetings.html"])) == 7 * 12
    assert list(dangling(files)) == []


@pytest.mark.parametrize("access", ["open", "closed"])
def test_a_year_of_very_many_series_goes_on_on_another_page(access: str, tmp_path: Path) -> None:
    files = series(tmp_path, 30, 2, access)
    lists = {path: page for path, page in pages(files).items() if re.match(r"meetings[-.\d]*\.html", path)}
    assert max(len(files[path]) for path in lists) <= LARGEST
    assert {"meetings.2.html", "meetings-2024.2.html"} <= lists.keys()
    assert sum(page.count("<td") for page in lists.values()) == 30 * 24 * 3
    assert list(dangling(files)) == []
    led = re.findall(r'href="(meetings-2024[.\d]*\.html)#reeks-29:2024"', "".join(lists.values()))
    assert set(led) == {"meetings-2024.2.html"}


def test_a_goal_with_a_heavy_drawing_shows_its_table_alone(tmp_path: Path) -> None:
    long = "die even lang is als die van onze eigen acties, en dat zijn hele zinnen"
    under = {
        f"actie_{at}": fiche(f"2.1.{at}", "due: 2025", title=f"Actie {at} met een titel {long}") for at in range(24)
    }
    other = fiche("1.1.60", "due: 2025", title=f"Nog een actie met een titel {long}")
    root = sound(tmp_path, **{f"nog_{at}": other for at in range(24)}, **under)
    head = "---\ntitle: Overleg zorg\nseries: overleg\nstate: review\ndate: {0}\n---\n\nOver [[goed-bestuur]].\n"
    days = [date(2015, 1, 6) + timedelta(days=14 * at) for at in range(200)]
    light = site_files(load(WorkTree(meetings(root))).plan, DAY)["goals/goed-bestuur.html"]
    assert b"<svg" in light
    goals = root / "plan" / "goals.yaml"
    text = "Een zin over dit doel die nog wat langer is dan de vorige. " * 250
    goals.write_text(
        goals.read_text("utf-8").replace("title: Goed bestuur\n", f"title: Goed bestuur\n      text: {text}\n"), "utf-8"
    )
    meetings(root, **{f"m{day}_overleg".replace("-", "_"): head.format(day) for day in days})
    heavy = site_files(load(WorkTree(root)).plan, DAY)["goals/goed-bestuur.html"]
    assert len(heavy) <= LARGEST
    assert b"<svg" not in heavy
    assert heavy.count(b'<td data-label="Action"') == 24


def test_a_cited_decision_of_a_closed_meeting_is_always_in_the_list_for_it_stands_nowhere_else(tmp_path: Path) -> None:
    stub = fiche("1.1.50", "reason: te duur", "decision: {meeting: 2015-01-06-bestuur/B1}", status="stopped")
    root = sound(tmp_path, gestopt=stub)
    head = "---\ntitle: Overleg\nseries: {}\nstate: review\ndate: {}\n---\n\n## 1. Punten\n\n"
    decided = "".join(f"BESLUIT: Nummer {at}\n\n" for at in range(10))
    days = [date(2015, 2, 3) + timedelta(days=14 * at) for at in range(16)]
    texts = {f"m{day}_overleg".replace("-", "_"): head.format("overleg", day) + decided for day in days}
    closed = f"{head.format('bestuur', '2015-01-06')}BESLUIT: De actie stopt, zegt het bestuur\n"
    series = f"{SERIES}bestuur:\n  name: Bestuur\n  access: closed\n"
    files = site_files(load(WorkTree(meetings(root, series, m2015_01_06_bestuur=closed, **texts))).plan, DAY)
    page = files["decisions.html"].decode()
    assert "And 41 more." in page
    assert page.count("Nummer 9<") == 11
    assert "De actie stopt, zegt het bestuur" in page
    # Its fiche leads there.
    assert 'href="../decisions.html"' in files["actions/gestopt.html"].decode()
