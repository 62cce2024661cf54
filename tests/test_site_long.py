"""Long pages of the site: a list of their parts, and a heading for each year of a list of many meetings."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

from drawn_meetings import met
from small_meetings import minutes
from small_plans import ROOT

from elzctl.load import load
from elzctl.render.site.meeting_list import MOST_ON_PAGE
from elzctl.render.site.on_this_page import FEWEST
from elzctl.render.site.whole import site_files
from elzctl.tree import WorkTree

DAY = date(2025, 4, 1)
LARGEST = 100_000
LINK = re.compile(r'<li><a href="#([^"]+)">(.*?)</a></li>')


def site(root: Path, day: date = DAY) -> dict[str, str]:
    """The pages of a site."""
    files = site_files(load(WorkTree(root)).plan, day)
    return {path: data.decode() for path, data in files.items() if path.endswith(".html")}


def parts(page: str) -> list[tuple[str, str]]:
    """The links of the list of parts, by id and words; empty without a list."""
    _, begin, rest = page.partition('<nav class="parts" ')
    return LINK.findall(rest.partition("</nav>")[0]) if begin else []


def with_text(root: Path, text: str) -> str:
    """The page of minutes with this text."""
    return site(met(root, m2025_02_11_overleg=minutes("2025-02-11", "state: review", text=text)))[
        "meetings/2025-02-11-overleg.html"
    ]


def items(*titles: str) -> str:
    return "".join(f"## {number}. {title}\n\nEen zin.\n\n" for number, title in enumerate(titles, 1))


def test_minutes_begin_with_links_to_their_parts_in_order(tmp_path: Path) -> None:
    page = with_text(tmp_path, items("Onthaal", "Vragen & antwoorden", "Vervolg", "Vervolg", "Слово"))
    first, *found = parts(page)
    assert first[1] == "Follow-up of the action points"
    assert [words for _, words in found][:5] == [
        "1. Onthaal",
        "2. Vragen &amp; antwoorden",
        "3. Vervolg",
        "4. Vervolg",
        "5. Слово",
    ]
    assert [name for name, _ in found][:5] == [
        "_elz-part-onthaal",
        "_elz-part-vragen-antwoorden",
        "_elz-part-vervolg",
        "_elz-part-vervolg.2",
        "_elz-part-x",
    ]
    assert page.index("</h1>") < page.index('<nav class="parts"') < page.index("<h2")
    assert 'aria-label="On this page"' in page
    assert len(found) + 1 == page.count("<h2")
    for name, _ in found:
        assert page.count(f'<h2 id="{name}">') == 1


def test_the_id_of_a_part_stays_when_another_one_comes_before_it(tmp_path: Path) -> None:
    before = parts(with_text(tmp_path / "a", items("Onthaal", "Koffie", "Thee", "Varia")))
    after = parts(with_text(tmp_path / "b", items("Onthaal", "Nieuw", "Koffie", "Thee", "Varia")))
    assert {name for name, _ in before} < {name for name, _ in after}


def test_a_page_of_few_parts_has_no_list_of_them_nor_have_the_plan_and_its_actions(tmp_path: Path) -> None:
    page = with_text(tmp_path / "a", "Een zin.\n")
    assert 0 < page.count("<h2") < FEWEST
    assert '<nav class="parts"' not in page
    own = site(ROOT, date(2025, 11, 26))
    assert own["plan.html"].count("<h2") >= FEWEST
    with_list = {path for path, page in own.items() if parts(page)}
    assert {"stand-van-zaken.html", "overzicht.html", "wie-doet-wat.html"} < with_list
    assert not {path for path in with_list if path.startswith(("acties/", "doelstellingen/")) or path == "plan.html"}


def test_no_id_is_twice_on_a_page_and_each_part_has_one(tmp_path: Path) -> None:
    for pages in (site(met(tmp_path)), site(ROOT, date(2025, 11, 26))):
        for path, page in pages.items():
            assert not [name for name, count in Counter(re.findall(r' id="([^"]*)"', page)).items() if count > 1], path
            assert len(page.encode()) <= LARGEST, path
            found = parts(page)
            assert not found or len(found) == page.count("<h2") >= FEWEST, path
            assert all(f' id="{name}"' in page for name, _ in found), path


def test_what_a_heading_says_is_only_words_in_the_list(tmp_path: Path) -> None:
    bad = "<img src=x onerror=alert(1)> **vet** \"'><script>"
    page = with_text(tmp_path, items(bad, "Koffie", "Thee", "Varia"))
    _, (name, words), *_ = parts(page)
    assert re.fullmatch(r"[a-z0-9._-]+", name.removeprefix("_elz-"))
    assert "<" not in words
    assert "&lt;img src=x onerror=alert(1)&gt; vet" in words


def test_markdown_in_the_title_of_an_item_is_its_words_in_the_list_and_in_the_heading(tmp_path: Path) -> None:
    titles = (
        "**Vet** en _schuin_",
        "![Een huis](huis.png) `code`",
        "[de nota](https://x.be/a)",
        "2 * 3 [[koffie]] & thee",
    )
    page = with_text(tmp_path, items(*titles))
    wanted = ["1. Vet en schuin", "2. Een huis code", "3. de nota", "4. 2 * 3 action 1.1.1 &amp; thee"]
    assert [words for _, words in parts(page)[1:]][:4] == wanted
    headings = [re.sub(r"<[^>]*>", "", words) for words in re.findall(r"<h2[^>]*>(.*?)</h2>", page)]
    assert headings[1:5] == wanted
    assert 'actions/koffie.html">action 1.1.1</a>' in page


def test_a_long_chapter_begins_with_links_to_its_parts(tmp_path: Path) -> None:
    met(tmp_path)
    chapter = tmp_path / "plan/texts/vooraf.md"
    head = chapter.read_text("utf-8").partition("\n---\n")[0]
    chapter.write_text(f"{head}\n---\n\nVooraf.\n\n{items('Onthaal', 'Koffie', 'Thee', 'Varia')}", "utf-8")
    page = site(tmp_path)["chapters/vooraf.html"]
    assert [words for _, words in parts(page)] == ["1. Onthaal", "2. Koffie", "3. Thee", "4. Varia"]
    assert all(page.count(f'<h2 id="{name}">') == 1 for name, _ in parts(page))


# The list of meetings


def listed(root: Path, count: int, *others: date) -> dict[str, str]:
    """The pages of a site with a series of so many meetings, one in two weeks, and others of no series."""
    met(root)
    for day in (date(2012, 1, 10) + timedelta(days=14 * place) for place in range(count)):
        text = minutes(str(day), "state: review", text="## 1. Onthaal\n\nNiets.\n")
        (root / "meetings" / f"{day}-overleg.md").write_text(text, "utf-8")
    for day in others:
        text = minutes(str(day), "state: review", text="## 1. Onthaal\n\nNiets.\n").replace("series: overleg\n", "")
        (root / "meetings" / f"{day}-los.md").write_text(text, "utf-8")
    return site(root)


def many(root: Path, count: int, *others: date) -> str:
    """The list of meetings of such a site."""
    return listed(root, count, *others)["meetings.html"]


YEAR = re.compile(r'<h3 id="([^"]+):(\d{4})">(\d{4})</h3>')


def test_of_a_series_with_many_meetings_each_year_has_a_heading_and_a_link_to_it(tmp_path: Path) -> None:
    page = many(tmp_path, MOST_ON_PAGE - 6)
    found = YEAR.findall(page)
    years = [year for _, _, year in found]
    assert years == sorted(set(years), reverse=True)
    assert (years[-1], len(years)) == ("2012", 4)
    assert {name for name, _, _ in found} == {"overleg"}
    for name, year, _ in found:
        assert f'<a href="#{name}:{year}">{year}</a>' in page
        assert page.count(f'<table aria-label="Overleg zorg, {year}"') == 1
        under = page.partition(f'<h3 id="{name}:{year}">')[2].partition("<h3")[0].partition("<h2")[0]
        days = re.findall(r'<td[^>]*><a href="meetings/(\d{4})-[^"]*">', under)
        assert days
        assert set(days) == {year}
    assert len(page.encode()) <= LARGEST


def test_a_series_with_few_meetings_is_one_table(tmp_path: Path) -> None:
    page = many(tmp_path, 10)
    assert YEAR.findall(page) == []
    assert page.count('<table aria-label="Overleg zorg"') == 1


def test_the_years_of_meetings_of_no_series_are_other_ones_than_those_of_a_series(tmp_path: Path) -> None:
    days = [date(2012 + place % 2, 1 + place // 2 % 12, 3) for place in range(24)]
    found = YEAR.findall(many(tmp_path, 40, *days))
    assert {name for name, _, _ in found} == {"overleg", "page:meetings"}
    assert len(found) == len(set(found))


OWN_PAGE = re.compile(r'<a href="(meetings-(\d{4})\.html#[^"]+)">\d{4}</a>')
ROW = re.compile(r'<td[^>]*><a href="meetings/(\d{4}-\d\d-\d\d)-overleg\.html">')


def test_of_a_series_with_very_many_meetings_older_years_have_pages_of_their_own(tmp_path: Path) -> None:
    pages = listed(tmp_path, 300, date(2013, 5, 7), date(2014, 5, 7))
    page = pages["meetings.html"]
    shown = ROW.findall(page)
    assert 40 < len(shown) <= MOST_ON_PAGE
    assert shown == sorted(shown, reverse=True)
    older = {path: ROW.findall(page) for path, page in pages.items() if re.fullmatch(r"meetings-\d{4}\.html", path)}
    assert sorted(older) == [f"meetings-{year}.html" for year in range(2012, 2022)]
    for path, days in older.items():
        assert {day[:4] for day in days} == {path[9:13]}
        assert len(days) > 20
    # Every meeting of the series stands once on one of these pages.
    every = [*shown, *(day for days in older.values() for day in days)]
    assert len(every) == len(set(every)) == 303
    assert set(every) == {path[9:19] for path in pages if path.startswith("meetings/") and "overleg" in path}
    # Two meetings of no series are few: they stay together, and are on no page of a year.
    assert [day in page for day in (">7 May 2013<", ">7 May 2014<")] == [True, True]
    assert not any(day in pages[path] for path in older for day in (">7 May 2013<", ">7 May 2014<"))


def test_a_year_that_has_a_page_of_its_own_is_two_steps_away_at_most(tmp_path: Path) -> None:
    pages = listed(tmp_path, 300)
    page = pages["meetings.html"]
    assert "Earlier years: " in page
    led = dict(OWN_PAGE.findall(page))
    assert sorted(led.values()) == [str(year) for year in range(2012, 2022)]
    for target, year in led.items():
        path, _, anchor = target.partition("#")
        own = pages[path]
        assert own.count(f'<h2 id="{anchor}">Overleg zorg</h2>') == 1
        assert f"<h1>Meetings in {year}</h1>" in own
        assert '<li><a href="meetings.html" aria-current="true">' in own
        assert len(set(re.findall(r'<a href="meetings-(\d{4})\.html">', own))) == 9
        assert len(own.encode()) <= LARGEST
        assert f'href="{path}"' in pages["overview.html"]


def test_a_closed_meeting_that_is_named_is_found_on_the_page_of_its_year(tmp_path: Path) -> None:
    listed(tmp_path, 300)
    path = tmp_path / "meetings/series.yaml"
    path.write_text(path.read_text("utf-8").replace("access: open", "access: closed"), "utf-8")
    chapter = tmp_path / "plan/actions/koffie.md"
    chapter.write_text(f"{chapter.read_text('utf-8')}\nZie [[2012-01-24-overleg]].\n", "utf-8")
    pages = site(tmp_path)
    assert 'href="../meetings-2012.html#overleg:2012"' in pages["actions/koffie.html"]
    assert 'id="overleg:2012"' in pages["meetings-2012.html"]
    assert "24 January 2012" in pages["meetings-2012.html"]


def test_many_meetings_in_one_year_stay_on_the_page_and_a_few_more_than_fit_do_not(tmp_path: Path) -> None:
    pages = listed(tmp_path, MOST_ON_PAGE + 20)
    count = len(ROW.findall(pages["meetings.html"]))
    assert count <= MOST_ON_PAGE
    assert "meetings-2012.html" in pages
    assert "Other years" not in pages["meetings-2012.html"]
