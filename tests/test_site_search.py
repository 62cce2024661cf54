"""What can be searched in a site: words in any of their forms, everything that is public, and nothing else."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from drawn_meetings import met
from drawn_meetings import one as with_minutes
from hostile_texts import HOSTILE
from hypothesis import given
from hypothesis import strategies as st
from small_plans import PLAN, ROOT, fiche, loaded

from elzctl.load import load
from elzctl.model import Plan
from elzctl.render.site.search_words import RULES, folded, stem, stems, words
from elzctl.render.site.whole import site_files
from elzctl.tree import WorkTree

DAY = date(2025, 4, 1)
INDEX = "assets/search-index.js"
ENGLISH = f"{PLAN}language: en\n"


def script(plan: Plan, day: date = DAY) -> bytes:
    return site_files(plan, day)[INDEX]


def index(plan: Plan, day: date = DAY) -> Any:
    """The data of the script, which is strict JSON."""
    text = script(plan, day).decode("ascii")
    assert text.startswith("elzSearch = {")
    assert text.endswith("};\n")
    return json.loads(text.removeprefix("elzSearch = ").removesuffix(";\n"), parse_constant=pytest.fail)


def passages(data: Any) -> list[int]:
    """The places of what the passages are in."""
    return [place for place, *titles in data["passages"] for _ in titles]


def found(data: Any, word: str) -> set[str]:
    """The titles of what has a word in its title or its text."""
    root = stem(folded(word))
    places = dict(zip(data["stems"].split(" "), data["places"].split(","), strict=True))
    at, inside, whose = 0, set(), [*range(len(data["entries"])), *passages(data)]
    for step in places[root].split(" ") if root in places else ():
        at += int(step, 36)
        inside.add(whose[at])
    return {entry[3] for place, entry in enumerate(data["entries"]) if place in inside or root in stems(entry[3])}


@pytest.mark.parametrize(
    "forms",
    [
        "mantelzorger mantelzorgers",
        "organisatie organisaties",
        "activiteit activiteiten",
        "gemeente gemeenten gemeentes",
        "brief brieven",
        "huis huizen",
        "prijs prijzen",
        "school scholen",
        "bus bussen",
        "cursus cursussen",
        "mogelijkheid mogelijkheden",
        "foto foto's foto’s fotos",
        "groep groepen groepje groepjes",
        "ring ringetje",
        "tafel tafels tafeltje",
        "boom bomen boompje",
        "kind kinderen",
        "stad steden",
        "reünie reunie REÜNIES",
        "ideeën idee",
        "goed goede",
        "lief lieve",
        "city cities",
        "kans kansen",
        "oudere ouderen",
        "centrum centra centrums",
        "woonzorgcentrum woonzorgcentra",
        "museum musea museums",
        "informatieforum informatiefora",
        "forum fora forums",
        "symposium symposia symposiums",
        "criterium criteria",
        "stadium stadia",
        "podium podia",
    ],
)
def test_forms_of_a_word_are_one_word(forms: str) -> None:
    assert len({stem(word) for word in words(forms)}) == 1


@pytest.mark.parametrize(
    "two",
    [
        "zorg zon",
        "huis huur",
        "actie acteur",
        "school schaal",
        "mens meer",
        "3.3.6 3.3.7",
        "data datum",
        "media medium",
    ],
)
def test_other_words_are_not(two: str) -> None:
    assert len({stem(word) for word in words(two)}) == 2


@pytest.mark.parametrize(
    "word", ["agenda", "data", "dia", "extra", "idea", "media", "metadata", "pagina", "stigma", "thema", "via"]
)
def test_a_word_that_ends_as_some_plurals_do_stays_as_it_is(word: str) -> None:
    assert stem(word) == word


def test_numbers_stay_whole_and_small_words_are_left_out() -> None:
    assert words("Zie 3.3.6, of 2.") == ["zie", "3.3.6", "of", "2"]
    assert stems("Zie 3.3.6 van de groep") == {"zie", "3.3.6", "groep"}


@given(
    st.text("aeiounstdljpmkhgzvyc'", min_size=1, max_size=5),
    st.sampled_from(["", *"'s s en e je jes tje etjes pje heden kinderen ys zen centra fora ea ia dia".split()]),
)
def test_looking_at_the_end_of_a_word_first_changes_nothing(begin: str, end: str) -> None:
    word = begin + end
    for pattern, new in RULES:
        word = re.sub(pattern, new.replace("$", "\\"), word)
    assert stem(begin + end) == word


@given(st.text(max_size=60))
def test_any_text_has_stems_and_they_can_stand_in_the_index(text: str) -> None:
    for one in stems(text):
        assert one
        assert not set(one) & set(" ,\n")


def test_actions_goals_minutes_decisions_and_the_rest_are_in_it(tmp_path: Path) -> None:
    data = index(load(WorkTree(met(tmp_path))).plan)
    kinds = {entry[0] for entry in data["entries"]}
    assert kinds >= {"action", "goal", "decision", "meeting", "chapter", "group", "theme", "actor", "list", "text"}
    assert kinds <= set(data["kinds"])
    (decision,) = (entry for entry in data["entries"] if entry[0] == "decision")
    assert "We drinken koffie" in decision[3]
    assert decision[1].endswith("#2025-01-14-overleg/B1")
    action = next(entry for entry in data["entries"] if entry[0] == "action")
    assert (action[2], action[3]) == ("1.1.1", "Koffie voor mantelzorgers")
    assert "Overleg zorg" in str(found(data, "welkom"))


def test_a_meeting_is_told_from_the_others_by_its_day_and_by_what_was_said_in_it(tmp_path: Path) -> None:
    data = index(load(WorkTree(met(tmp_path))).plan)
    held = {path: (title, lead) for kind, path, _, title, lead in data["entries"] if kind == "meeting"}
    titles = [title for title, _ in held.values()]
    assert len(set(titles)) == len(titles) > 2
    assert all(re.search(r", \d+ [A-Z][a-z]+ 2025$", title) for title in titles)
    assert any(title.startswith("Invitation: ") for title in titles)
    for _, lead in held.values():
        assert "calendar" not in lead
        assert "PDF" not in lead
        assert "not published" not in lead
    assert data["months"][4] == "May"


def test_a_word_of_minutes_is_found_in_the_part_in_which_it_stands(tmp_path: Path) -> None:
    text = "Een olifant.\n\n## 1. Onthaal\n\nEen walvis.\n\n## 2. De parking\n\nNog een walvis, en een nijlpaard.\n"
    data = index(load(WorkTree(with_minutes(tmp_path, text, "series: overleg\nstate: review\n"))).plan)
    places = dict(zip(data["stems"].split(" "), data["places"].split(","), strict=True))
    total, titles = len(data["entries"]), [data["titles"][at] for _, *some in data["passages"] for at in some]
    first, more = (int(step, 36) for step in places[stem("walvis")].split(" "))
    assert [titles[first - total], titles[first + more - total]] == ["1. Onthaal", "2. De parking"]
    assert titles[int(places[stem("nijlpaard")], 36) - total] == "2. De parking"
    assert int(places[stem("olifant")], 36) < total


@pytest.mark.parametrize(
    ("day", "order"),
    [
        (DAY, ["05-06", "06-10", "03-11", "01-14"]),
        (date(2025, 5, 6), ["05-06", "06-10", "03-11", "01-14"]),
        (date(2025, 5, 7), ["06-10", "05-06", "03-11", "01-14"]),
        (date(2026, 1, 1), ["06-10", "05-06", "03-11", "01-14"]),
    ],
)
def test_what_is_to_come_stands_first_on_the_day_of_the_site(tmp_path: Path, day: date, order: list[str]) -> None:
    planned = "---\ntitle: Open\nseries: overleg\ndate: 2025-05-06\nstate: planned\n---\n"
    entries = index(load(WorkTree(met(tmp_path, m2025_05_06_overleg=planned))).plan, day)["entries"]
    found = [entry[1].rpartition("/")[2][5:10] for entry in entries if entry[0] == "meeting"]
    assert found == order
    kinds = [entry[0] for entry in entries]
    to_come = sum(f"2025-{one}" >= day.isoformat() for one in order)
    assert kinds[: to_come + 1] == ["meeting"] * to_come + ["action"]


def test_what_a_kind_is_called_is_in_it_once(tmp_path: Path) -> None:
    kinds = index(load(WorkTree(met(tmp_path))).plan)["kinds"]
    assert kinds["action"] == ["Action", 1.3, "fiche"]
    assert len(json.dumps(kinds)) < 400


def test_a_meeting_whose_minutes_are_not_public_is_told_by_its_agenda(tmp_path: Path) -> None:
    text = f"## 1. Onthaal\n\n{HIDDEN} is een zin die lang genoeg is om iets te zeggen.\n\n## 2. De parking\n\nTekst.\n"
    root = with_minutes(tmp_path, text, "series: overleg\nstate: draft\n")
    (lead,) = (entry[4] for entry in index(load(WorkTree(root)).plan)["entries"] if entry[0] == "meeting")
    assert lead == "Onthaal · De parking"


def test_every_address_is_that_of_a_page(tmp_path: Path) -> None:
    for plan in (load(WorkTree(met(tmp_path))).plan, load(WorkTree(ROOT)).plan):
        files = site_files(plan, DAY)
        data = json.loads(files[INDEX].decode().removeprefix("elzSearch = ").removesuffix(";\n"))
        for _, path, *_ in data["entries"]:
            page, _, anchor = path.partition("#")
            assert page in files
            assert not anchor or f'id="{anchor}"'.encode() in files[page]


def test_a_word_leads_to_where_it_stands_and_not_to_lists_of_it(tmp_path: Path) -> None:
    text = "## Waarom?\n\nDe buurtkapper kent iedereen.\n"
    plan = loaded(tmp_path, plan=ENGLISH, koffie=fiche("1.1.1", "lead: [kring]", title="Haar", text=text)).plan
    data = index(plan)
    assert found(data, "buurtkappers") == {"Haar"}
    assert found(data, "haar") == {"Haar", "Iedereen beweegt, samen met goal 1.1"}  # its text names the action


def test_one_of_many_is_found_where_the_many_stand_and_the_other_way_round(tmp_path: Path) -> None:
    many, one = fiche("1.1.1", title="Lokale dienstencentra"), fiche("1.1.2", title="Een museum als dienstencentrum")
    data = index(loaded(tmp_path, plan=ENGLISH, many=many, one=one).plan)
    for word in ("dienstencentrum", "dienstencentra", "dienstencentrums"):
        assert {"Lokale dienstencentra", "Een museum als dienstencentrum"} <= found(data, word)
    assert "Een museum als dienstencentrum" in found(data, "musea")


HIDDEN = "qzgeheim"


def test_nothing_is_in_it_that_is_not_public(tmp_path: Path) -> None:
    root = met(
        tmp_path,
        m2025_02_01_dicht=f"---\ntitle: {HIDDEN} titel\ndate: 2025-02-01\nstate: approved\npresent: [kring]\n---\n\n{HIDDEN}\n\nBESLUIT: {HIDDEN}\n",
        m2025_02_02_overleg=(
            f"---\ntitle: Open\nseries: overleg\ndate: 2025-02-02\nstate: review\npresent: [{HIDDEN}-iemand]\n---\n\n"
            f"Bel {HIDDEN}@voorbeeld.be of 0470 12 34 56.\n\n::: intern\n{HIDDEN}\n\nBESLUIT: {HIDDEN}\n:::\n\nBESLUIT: Wel te zien.\n"
        ),
        m2025_02_03_overleg=f"---\ntitle: Klad\nseries: overleg\ndate: 2025-02-03\nstate: draft\n---\n\n{HIDDEN}\n",
    )
    data = script(load(WorkTree(root)).plan)
    assert b"Wel te zien" in data
    assert HIDDEN.encode() not in data
    assert b"0470" not in data
    assert b"123456" not in data


def test_it_can_stand_in_a_page_whatever_a_plan_says(tmp_path: Path) -> None:
    texts = [*HOSTILE, "einde \u2028 en \u2029 regel", "half \\ud800"]
    fiches = {
        f"f{place}": fiche(f"1.1.{place + 1}", title=json.dumps(line), text=f"## Waarom?\n\n{line}\n")
        for place, line in enumerate(texts)
    }
    data = script(loaded(tmp_path, plan=ENGLISH, **fiches).plan)
    assert data.isascii()
    assert b"</" not in data
    assert data.count(b"\n") == 1
    assert len(index(loaded(tmp_path, plan=ENGLISH, **fiches).plan)["entries"]) > len(texts)


def test_it_is_small_enough_for_a_telephone() -> None:
    import gzip

    data = script(load(WorkTree(ROOT)).plan, date(2025, 11, 26))
    assert len(gzip.compress(data)) < 40_000


def test_an_empty_plan_can_be_searched_too(tmp_path: Path) -> None:
    data = index(loaded(tmp_path, plan=ENGLISH, goals="[]\n").plan)
    assert {entry[0] for entry in data["entries"]} <= {"text", "list"}


def test_it_is_the_same_each_time(tmp_path: Path) -> None:
    plan = load(WorkTree(met(tmp_path))).plan
    assert script(plan) == script(plan)
