"""What abbreviations mean, for readers of the site who do not know them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from drawn_plans import sound
from test_site import XHTML, assert_all_links_lead_somewhere, main_of, pages, words

from elzctl.load import load
from elzctl.render.site.whole import site_files
from elzctl.tree import WorkTree

DAY = date(2025, 4, 1)
MEANT = "abbreviations:\n"


def made(root: Path, abbreviations: str, text: str) -> dict[str, bytes]:
    """The site of a plan with these abbreviations, and this text in a fiche."""
    sound(root)
    plan = root / "plan" / "plan.yaml"
    head, _, rest = plan.read_text(encoding="utf-8").partition(MEANT)
    after = "".join(line for line in rest.splitlines(keepends=True) if not line.startswith("  ")) if rest else ""
    plan.write_text(f"{head}{abbreviations}{after}", encoding="utf-8")
    fiche = root / "plan" / "actions" / "koffie.md"
    fiche.write_text(fiche.read_text(encoding="utf-8") + f"\n## Toelichting\n\n{text}\n", encoding="utf-8")
    return site_files(load(WorkTree(root)).plan, DAY)


def below(files: dict[str, bytes], path: str) -> dict[str, str]:
    """What a page says that its abbreviations mean."""
    found = {}
    for section in main_of(pages(files)[path]).iter(f"{XHTML}section"):
        if section.get("class") == "abbreviations":
            for row in section.iter(f"{XHTML}div"):
                short, meaning = row
                found[words(short)] = words(meaning)
    return found


def test_a_page_says_what_the_abbreviations_in_its_text_mean_and_no_others(tmp_path: Path) -> None:
    three = f"{MEANT}  XYZ: xylofoon en zang\n  X&Y: xenon en yttrium\n  ZZZ: nergens\n"
    files = made(tmp_path, three, "De XYZ komt, met X&Y. AXYZ, XYZA en xyz zijn iets anders dan ZZZT.")
    assert below(files, "actions/koffie.html") == {"X&Y": "xenon en yttrium", "XYZ": "xylofoon en zang"}
    assert {path for path in files if path.endswith(".html") and below(files, path)} == {"actions/koffie.html"}
    page = main_of(pages(files)["abbreviations.html"])
    assert [words(one) for one in page.iter(f"{XHTML}dt")] == ["X&Y", "XYZ", "ZZZ"]
    assert b'href="../abbreviations.html">Abbreviations</a>' in files["actions/koffie.html"]
    assert_all_links_lead_somewhere(files)


def test_below_a_page_with_very_many_stand_the_first_ones_and_the_way_to_all(tmp_path: Path) -> None:
    names = [f"AFK{at:03}" for at in range(120)]
    meant = "".join(f"  {one}: dit is wat {one.lower()} betekent, in wat meer woorden\n" for one in names)
    files = made(tmp_path, f"{MEANT}{meant}", " en ".join(names))
    told = list(below(files, "actions/koffie.html"))
    assert 30 < len(told) < 120
    assert told == names[: len(told)]
    assert b'<a href="../abbreviations.html">All abbreviations</a>' in files["actions/koffie.html"]
    assert len(list(main_of(pages(files)["abbreviations.html"]).iter(f"{XHTML}dt"))) == 120
    few = made(tmp_path, f"{MEANT}  AFK000: dit\n", "AFK000")
    assert b"All abbreviations" not in few["actions/koffie.html"]


@pytest.mark.parametrize("signs", ["]", "^", "\\", "-a", "a|b", "(", "é.a.", '"q"', "<b>"])
def test_an_abbreviation_may_have_any_signs(tmp_path: Path, signs: str) -> None:
    quoted = signs.replace("\\", "\\\\").replace('"', '\\"')
    files = made(tmp_path, f'{MEANT}  "{quoted}": wat het is\n', f"Hier staat `{signs}` dus.")
    assert below(files, "actions/koffie.html") == {signs: "wat het is"}


def test_no_abbreviation_is_found_in_what_is_no_text(tmp_path: Path) -> None:
    marks = ("td", "p", "class", "lt", "amp", "strong", "href", "html", "_elz")
    three = MEANT + "".join(f"  {one}: teken\n" for one in (*marks, "i.s.m."))
    files = made(tmp_path, three, "Drie & vier <i>is</i> **zeven**, i.s.m. [de kring](https://voorbeeld.be/p/td.html).")
    assert below(files, "actions/koffie.html") == {"i.s.m.": "teken"}


def test_a_plan_without_abbreviations_has_no_page_of_them(tmp_path: Path) -> None:
    files = made(tmp_path, "", "De XYZ komt.")
    assert "abbreviations.html" not in files
    assert b"abbreviations.html" not in files["index.html"]
    assert_all_links_lead_somewhere(files)


def test_what_an_abbreviation_means_is_redacted_as_all_texts_are(tmp_path: Path) -> None:
    files = made(tmp_path, f"{MEANT}  XYZ: vraag jan@voorbeeld.be\n", "De XYZ komt.")
    assert list(below(files, "actions/koffie.html")) == ["XYZ"]
    assert not [path for path, data in files.items() if b"jan@voorbeeld.be" in data]
