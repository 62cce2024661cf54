"""A line that is longer than a page of the site goes on on the next one, and lists that lead to it show how it begins."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from drawn_meetings import meetings
from drawn_plans import sound
from small_plans import fiche
from test_site_again import DAY
from test_site_continued import LARGEST, MINUTES, dangling, following, numbered

from elzctl.load import load
from elzctl.render.site.cut import cut, in_short, row_in_two
from elzctl.render.site.whole import site_files
from elzctl.render.tree import Code, Jump, Strong, Text
from elzctl.tree import WorkTree

COUNT = 4_000
TEXT = " ".join(f"Dit is zin{at:05} van een tekst zonder lege regel." for at in range(COUNT))
LINES = TEXT.replace(". ", ".\n")


def sentences(found: list[str]) -> list[int]:
    """The numbers of the sentences on pages, in their order."""
    shown = [re.sub(r"(?s)<script.*?</script>", "", page.partition("<main")[2]) for page in found]
    return [int(word) for page in shown for word in re.findall(r"zin(\d{5})\b", unescape(page))]


def light(files: dict[str, bytes]) -> bool:
    return max(len(data) for path, data in files.items() if path.endswith(".html")) <= LARGEST


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        f"## Wat?\n\n{TEXT}",
        f"## Wat?\n\n* kort\n* {TEXT}\n* ook kort",
        f"## Wat?\n\n> {TEXT}",
        f"## Wat?\n\n```\n{LINES}\n```",
        f"## Wat?\n\n| Waar | Wat |\n| --- | --- |\n| Hier | {TEXT} |\n| Daar | kort |",
    ],
    ids=["paragraph", "heading", "item", "quote", "listing", "cell"],
)
def test_a_text_without_an_empty_line_stands_on_its_pages_whole_and_in_order(text: str, tmp_path: Path) -> None:
    root = sound(tmp_path, lang=fiche("1.1.50", title="Lang", text=f"\n{text}\n"))
    files = site_files(load(WorkTree(root)).plan, DAY)
    pages = following(files, "actions/lang.html")
    assert len(pages) > 2
    assert sentences(pages) == list(range(COUNT))
    assert light(files)
    assert list(dangling(files)) == []
    # No page ends in the middle of a sentence.
    assert sum(len(re.findall(r"zin\d{5} van een tekst zonder lege regel\.", page)) for page in pages) == COUNT


def test_a_fiche_without_headings_goes_on_on_another_page(tmp_path: Path) -> None:
    root = sound(tmp_path, lang=fiche("1.1.50", title="Lang", text=f"\n{numbered(16_000)}\n"))
    files = site_files(load(WorkTree(root)).plan, DAY)
    pages = following(files, "actions/lang.html")
    words = [int(word) for page in pages for word in re.findall(r"woord(\d{6})", page.partition("<main")[2])]
    assert words == list(range(16_000))
    assert light(files)
    assert sum(page.count("<h1") for page in pages) == len(pages)


@pytest.mark.parametrize("mark", ["- [ ] ", "BESLUIT: ", "", "* "], ids=["point", "decision", "paragraph", "item"])
def test_what_was_noted_stands_whole_in_the_minutes_and_lists_show_how_it_begins(mark: str, tmp_path: Path) -> None:
    head = f"---\ntitle: Overleg\nseries: overleg\nstate: review\ndate: {MINUTES[:10]}\n---\n\n## 1. Onthaal\n\n"
    end = " @dienst-zorg tegen:2025-06-01" if "[" in mark else ""
    root = meetings(sound(tmp_path), m2025_02_11_overleg=f"{head}{mark}{TEXT}{end}\n")
    files = site_files(load(WorkTree(root)).plan, DAY)
    assert light(files)
    assert list(dangling(files)) == []
    # Points and decisions are listed below the minutes once more.
    again = 2 if mark in ("- [ ] ", "BESLUIT: ") else 1
    assert sentences(following(files, f"meetings/{MINUTES}.html")) == list(range(COUNT)) * again
    lists = {"- [ ] ": "action-points.html", "BESLUIT: ": "decisions.html"}
    if mark in lists:
        page = files[lists[mark]].decode()
        told = sentences([page])
        assert told == list(range(len(told)))
        assert 10 < len(told) < 100
        assert "zonder lege regel. …</td>" in page
        assert f'href="meetings/{MINUTES}' in page


def test_the_page_of_an_action_is_light_whatever_minutes_say_about_it_and_its_steps_say(tmp_path: Path) -> None:
    note = "Dit is een lange notitie over deze stap. " * 30
    steps = [f"  - {{what: 'Stap {at}', due: 2025, note: '{note}'}}" for at in range(35)]
    told = "Over [[lang]]: " + "dit is een zin over deze actie. " * 90
    days = [f"2025-{1 + at // 4:02}-{3 + at % 4 * 7:02}" for at in range(20)]
    head = "---\ntitle: Overleg\nseries: overleg\nstate: review\ndate: {}\n---\n\n## 1. Punten\n\nBESLUIT: {}\n"
    texts = {f"m{day}_overleg".replace("-", "_"): head.format(day, told) for day in days}
    text = f"\n## Wat?\n\n{numbered(2_600)}\n"
    root = meetings(sound(tmp_path, lang=fiche("1.1.50", "steps:", *steps, title="Lang", text=text)), **texts)
    files = site_files(load(WorkTree(root)).plan, date(2025, 12, 31))
    assert light(files)
    assert list(dangling(files)) == []
    page = "".join(following(files, "actions/lang.html"))
    assert page.count(note.strip()) == 35
    # Each meeting is named: the newest with how it begins, the others by their day.
    assert len(set(re.findall(r'href="\.\./meetings/(2025-\d\d-\d\d)-overleg', page))) == 20
    assert "Earlier: " in page


def test_of_one_meeting_with_very_much_about_an_action_its_page_has_what_fits_and_says_how_much_more(
    tmp_path: Path,
) -> None:
    lines = "".join(f"BESLUIT: Over [[lang]], nummer {at}: {'dit is een zin. ' * 60}\n\n" for at in range(150))
    head = f"---\ntitle: Overleg\nseries: overleg\nstate: review\ndate: {MINUTES[:10]}\n---\n\n## 1. Punten\n\n"
    root = meetings(sound(tmp_path, lang=fiche("1.1.50", title="Lang")), m2025_02_11_overleg=f"{head}{lines}")
    files = site_files(load(WorkTree(root)).plan, DAY)
    assert light(files)
    page = files["actions/lang.html"].decode()
    told = len(re.findall(r"nummer \d+: ", page))
    assert 5 < told < 30
    assert f"And {150 - told} more." in page


# A line


def test_a_line_is_cut_after_a_sentence_or_else_after_a_word_and_nothing_of_it_is_lost() -> None:
    line = (Text("Een. Twee & drie. "), Strong((Text("Vier. Vijf zes."), Code("zeven"))), Text("acht"))
    whole = "Een. Twee & drie. Vier. Vijf zes.zevenacht"

    def words(some: object) -> str:
        return "".join(re.findall(r"text='([^']*)'", repr(some)))

    for room in range(200):
        first, rest = cut(line, room)
        assert words(first) + words(rest) == whole
    assert cut((Text("Een. Twee drie"),), 9) == ((Text("Een. "),), (Text("Twee drie"),))
    assert cut((Text("Een twee drie"),), 9) == ((Text("Een twee "),), (Text("drie"),))
    # As much as it takes on a page: an ampersand is five signs there, and é two bytes.
    assert cut((Text("&&& vier vijf"),), 20) == ((Text("&&& "),), (Text("vier vijf"),))
    assert cut((Text("één éé"),), 7) == ((Text("één "),), (Text("éé"),))
    # A word stays whole, also in a node of its own, unless it is as long as no word is.
    assert cut((Text("Een "), Strong((Text("woord"),))), 48) == ((Text("Een "),), (Strong((Text("woord"),)),))
    assert cut((Text("x" * 5_000),), 3_000) == ((Text("x" * 3_000),), (Text("x" * 2_000),))


def test_a_link_is_never_cut() -> None:
    link = Jump("actie", (Text("een actie met een lange naam"),))
    assert cut((Text("Zie "), link), 20) == ((Text("Zie "),), (link,))
    assert in_short((link,), 2_000) == (link,)


def test_a_row_goes_on_with_what_stands_in_its_small_cells() -> None:
    row = ((Text("Hier"),), (Text("woord " * 1_000),), ())
    ((one,), (other,)) = row_in_two(row, 3_000)
    assert one[0] == other[0] == (Text("Hier"),)
    assert [str(some[1]).count("woord") for some in (one, other)] == [499, 501]
    assert row_in_two(row, 100) == ((), (row,))
