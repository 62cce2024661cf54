"""The history on the pages of a site: what changed, out of Git, and nothing that is not, or not any more, public."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from drawn_meetings import FIRST_TEXT, SERIES, meetings
from drawn_plans import FULL
from histories import begin, commit, git
from in_process import Run, runner
from small_plans import PLAN, ROOT, fiche, write
from tinyhtml5.parser import HTMLParser

XHTML = "{http://www.w3.org/1999/xhtml}"
DAY = "2025-06-01"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with a plan in English that came on one day."""
    write(
        begin(tmp_path / "zone"), plan=f"{PLAN}language: en\n", koffie=sound("Een woord."), thee=sound(number="1.1.2")
    )
    commit(tmp_path / "zone", "2025-01-15")
    return tmp_path / "zone"


@pytest.fixture
def run(root: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(root, capsys, "site", f"--today={DAY}", "--out=public", "--draft")


def sound(text: str = "Tekst.", *lines: str, number: str = "1.1.1", title: str = "Koffie") -> str:
    """A fiche without errors."""
    return fiche(number, "lead: [dienst-zorg]", *lines, title=title, text=f"## Waarom?\n\n{text}\n")


def put(root: Path, text: str, day: str, name: str = "plan/actions/koffie.md") -> str:
    """Commits a file on a day."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return commit(root, day)


def page(root: Path, path: str = "actions/koffie.html") -> Element:
    parser = HTMLParser()
    tree = parser.parse((root / "public" / path).read_text("utf-8"))
    assert parser.errors == []
    found: Element = tree.getroot() if hasattr(tree, "getroot") else tree
    return found


def history(root: Path, path: str = "actions/koffie.html") -> str:
    """The words of the history on a page; ``""`` when there is none."""
    sections = [one for one in page(root, path).iter(f"{XHTML}section") if one.get("class") == "history"]
    return " ".join(" ".join("".join(one.itertext()).split()) for one in sections)


def everything(root: Path) -> str:
    return "\n".join(one.read_text("utf-8", "replace") for one in (root / "public").rglob("*") if one.is_file())


def test_a_page_says_what_changed_in_its_action_the_newest_first_and_who_did_it_nowhere(root: Path, run: Run) -> None:
    put(root, sound("Een woord.", "due: maart 2025"), "2025-02-10")
    put(root, sound("Een woord.", "due: juni 2025", "steps: [{what: Zaal zoeken, due: mei 2025}]"), "2025-03-03")
    assert run()[0] == 0
    assert history(root) == (
        "What changed here 3 March 2025 due: maart 2025 → juni 2025 (later) step (new): Zaal zoeken; due mei 2025"
        " 10 February 2025: due: no date → maart 2025 15 January 2025: added to the plan"
    )
    assert history(root, "actions/thee.html") == "What changed here 15 January 2025: added to the plan"
    assert "elz@example.be" not in everything(root)
    assert "wijziging" not in everything(root)  # the message of each commit


def test_the_day_on_which_an_action_came_tells_no_more_than_that(root: Path, run: Run) -> None:
    put(root, sound("Een woord.", title="Koffie en meer", number="1.1.1"), "2025-01-15")
    put(root, sound("Een woord.", "due: maart 2025", title="Koffie en meer"), "2025-01-15")
    put(root, sound("Een woord.", "due: april 2025", title="Koffie en meer"), "2025-01-16")
    assert run()[0] == 0
    assert history(root) == (
        "What changed here 16 January 2025: due: maart 2025 → april 2025 (later) 15 January 2025: added to the plan"
    )


def news(root: Path) -> list[tuple[str, str, str, str]]:
    """The entries of the feed of actions: name, title, day and words."""
    found = (root / "public" / "subscribe" / "actions.xml").read_text("utf-8")
    made = re.findall(
        r"<entry>\n<id>([^<]*)</id>\n<title>([^<]*)</title>.*?<updated>([^T]*)T.*?<content[^>]*>([^<]*)",
        found,
        re.DOTALL,
    )
    return [(name, title, day, re.sub("&lt;.*?&gt;", " ", words).strip()) for name, title, day, words in made]


def test_the_feed_of_actions_tells_what_their_pages_tell_on_the_day_on_which_git_took_it_in(
    root: Path, run: Run
) -> None:
    put(root, sound("Een woord.", "due: maart 2025"), "2025-02-10")
    put(root, sound("Een woord.", "due: maart 2025", "reason: De zaal is dicht", title="Thee"), "2025-03-03")
    assert run("--url", "https://plan.voorbeeld.be")[0] == 0
    found = news(root)
    assert [(title, day) for _, title, day, _ in found][:2] == [
        ("1.1.1 Thee", "2025-03-03"),
        ("1.1.1 Thee", "2025-02-10"),
    ]
    assert "reason (new): De zaal is dicht" in found[0][3]
    assert found[1][3] == "due: no date → maart 2025"
    feed = (root / "public/subscribe/actions.xml").read_text("utf-8")
    assert 'href="https://plan.voorbeeld.be/actions/koffie.html"' in feed
    assert "elz@example.be" not in feed
    assert "wijziging" not in feed
    # What was told keeps its name when more comes, also on that day.
    put(root, sound("Een woord.", "due: april 2025", "reason: De zaal is dicht", title="Thee"), "2025-03-03")
    run()
    later = news(root)
    assert [name for name, *_ in later] == [name for name, *_ in found]
    assert "april 2025" in later[0][3]
    run("--no-history")
    assert not any("De zaal is dicht" in words for *_, words in news(root))


def test_the_day_on_which_a_plan_was_brought_into_git_is_no_news_and_an_action_that_comes_later_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fiches = {f"actie{number}": sound(number=f"1.1.{number}") for number in range(1, 8)}
    root = write(begin(tmp_path / "zone"), plan=f"{PLAN}language: en\n", **fiches)
    commit(root, "2025-01-15")
    put(root, sound(number="1.1.8", title="Nieuw"), "2025-02-10", "plan/actions/nieuw.md")
    assert runner(root, capsys, "site", f"--today={DAY}", "--out=public", "--draft")()[0] == 0
    assert [(title, day, words) for _, title, day, words in news(root)] == [
        ("1.1.8 Nieuw", "2025-02-10", "added to the plan")
    ]


def test_of_another_order_of_a_list_no_more_is_told_than_that(root: Path, run: Run) -> None:
    put(root, sound("Een woord.", "partners: [kring, dienst-zorg]"), "2025-02-10")
    put(root, sound("Een woord.", "partners: [dienst-zorg, kring]"), "2025-02-11")
    assert run()[0] == 0
    assert "11 February 2025: partners: in another order 10 February" in history(root)


def test_what_only_looks_different_and_what_is_still_to_come_are_no_changes(root: Path, run: Run) -> None:
    put(root, sound("Een woord.").replace("lead: [dienst-zorg]", 'lead: ["dienst-zorg"] # zo'), "2025-02-10")
    put(root, sound("Een woord.", "due: 2026"), "2025-06-02")
    run()
    assert history(root) == "What changed here 15 January 2025: added to the plan"


def test_running_text_is_only_said_to_have_changed_and_words_that_are_gone_are_said_nowhere(
    root: Path, run: Run
) -> None:
    put(root, sound("Bel GEHEIME Mia.", "steps: [{what: Vraag het aan GEHEIME Mia}]"), "2025-02-10")
    put(root, sound("Bel ons.", "steps: [{what: Vraag het ons}]", "reason: nieuwe reden"), "2025-02-11")
    put(root, sound("Bel ons.", "reason: nieuwe reden", "partners: [kring, GEHEIME-mia]"), "2025-02-12")
    put(root, sound("Bel ons.", "reason: nieuwe reden", "partners: [kring]", title="Thee"), "2025-02-13")
    assert run()[0] == 0
    said = history(root)
    assert "Why?: changed" in said
    assert "reason (new): nieuwe reden" in said
    assert "step: taken out" in said
    assert "partners: nobody → Huisartsenkring" in said
    assert "title is now: Thee" in said
    assert "GEHEIME" not in everything(root)


def test_a_history_goes_on_through_another_id_and_the_old_page_leads_to_the_new_one(root: Path, run: Run) -> None:
    put(root, sound("Een woord over koffie en nog meer.", "due: maart 2025"), "2025-02-10")
    git(root, "mv", "plan/actions/koffie.md", "plan/actions/samen-koffie.md")
    commit(root, "2025-02-20")
    git(root, "mv", "plan/actions/samen-koffie.md", "plan/actions/koffiehuis.md")
    commit(root, "2025-02-21")
    assert run("--url", "https://plan.voorbeeld.be")[0] == 0
    assert "10 February 2025 due: no date → maart 2025" in history(root, "actions/koffiehuis.html")
    for old in ("koffie", "samen-koffie"):
        moved = page(root, f"actions/{old}.html")
        (refresh,) = (one.get("content") for one in moved.iter(f"{XHTML}meta") if one.get("http-equiv") == "refresh")
        assert refresh == "0; url=koffiehuis.html"
        (link,) = moved.iter(f"{XHTML}a")
        assert (link.get("href"), link.text) == ("koffiehuis.html", "1.1.1 Koffie")
        assert any(
            one.get("name") == "robots" and one.get("content") == "noindex" for one in moved.iter(f"{XHTML}meta")
        )
    sitemap = (root / "public" / "sitemap.xml").read_text("utf-8")
    assert "koffiehuis.html" in sitemap
    assert "samen-koffie" not in sitemap
    assert "samen-koffie" not in (root / "public" / "overview.html").read_text("utf-8")
    # With --no-history they go again.
    run("--no-history")
    assert not (root / "public" / "actions" / "koffie.html").exists()
    assert history(root, "actions/koffiehuis.html") == ""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("updates: [{on: 2025-03-03, health: on-track, note: Op weg}]", "3 March 2025: on track"),
        ("due: 9/10/2025", "due: no date → 9 October 2025"),
        ("due: 2025-09-01/2025-10-31", "1 September – 31 October 2025"),
    ],
)
def test_a_whole_day_is_in_words_whatever_stands_behind_it(root: Path, run: Run, typed: str, said: str) -> None:
    put(root, sound("Een woord.", typed), "2025-03-03")
    run()
    assert said in history(root)


def test_a_page_that_is_there_is_never_written_over_by_one_that_moved(root: Path, run: Run) -> None:
    put(root, sound("Een heel ander woord over koffie en melk.", title="Koffie met melk"), "2025-02-10")
    git(root, "mv", "plan/actions/koffie.md", "plan/actions/melk.md")
    commit(root, "2025-02-20")
    put(root, sound("Over suiker.", number="1.1.3", title="Suiker"), "2025-02-21")
    assert run()[0] == 0
    assert "Suiker" in "".join(page(root).itertext())
    assert not any(one.get("http-equiv") == "refresh" for one in page(root).iter(f"{XHTML}meta"))


def test_of_minutes_only_what_was_published_is_told(root: Path, run: Run) -> None:
    name = "meetings/2025-02-11-overleg.md"
    head = (
        "---\ntitle: Overleg zorg\nseries: overleg\ndate: 2025-02-11\nstate: {state}\npresent: [GEHEIME-mia]\n---\n\n"
    )
    text = "## 1. Onthaal\n\nGEHEIM klad\n\nBESLUIT: GEHEIM besluit\n"
    meetings(root, SERIES)
    put(root, head.format(state="draft") + text, "2025-02-12", name)
    put(root, head.format(state="draft") + text.replace("klad", "kladje"), "2025-02-13", name)
    public = "## 1. Onthaal\n\nWelkom.\n\nBESLUIT: We drinken koffie.\n\n::: intern\nGEHEIM\n:::\n"
    put(root, head.format(state="review") + public, "2025-02-20", name)
    put(root, head.format(state="review") + public.replace("GEHEIM", "GEHEIMER"), "2025-02-21", name)
    put(root, head.format(state="review") + public.replace("koffie", "thee"), "2025-02-22", name)
    assert run()[0] == 0
    said = history(root, "meetings/2025-02-11-overleg.html")
    assert "decision (new): We drinken thee." in said or "decision “We drinken thee.”: changed" in said
    assert "20 February 2025" in said
    assert "21 February 2025" not in said
    assert "13 February 2025" not in said
    assert "GEHEIM" not in everything(root)


def test_of_files_that_go_with_minutes_only_titles_are_told(root: Path, run: Run) -> None:
    meetings(root, SERIES)
    head = "---\ntitle: Overleg\nseries: overleg\ndate: 2025-02-11\nstate: review\nattachments: [{}]\n---\n\n"
    minutes, name = head + "## 1. Onthaal\n\nWelkom.\n", "meetings/2025-02-11-overleg.md"
    put(root, minutes.format(""), "2025-02-20", name)
    put(root, minutes.format("{file: GEHEIM.docx, title: Brief}, {file: GEHEIM2.docx}"), "2025-02-21", name)
    put(root, minutes.format("{file: GEHEIM.pdf, title: Brief}, {file: GEHEIM3.docx}"), "2025-02-22", name)
    put(root, minutes.format("{file: GEHEIM.pdf, title: Brief}, {file: GEHEIM4.pdf, title: Nota}"), "2025-02-23", name)
    assert run()[0] == 0
    said = history(root, "meetings/2025-02-11-overleg.html")
    assert "21 February 2025: attachment (new): Brief 20" in said
    assert "22 February" not in said
    assert "23 February 2025: attachment (new): Nota" in said
    assert "GEHEIM" not in everything(root)


def test_a_series_is_told_by_its_name(root: Path, run: Run) -> None:
    meetings(root, f"{SERIES}kring-overleg:\n  name: Overleg van de kring\n  access: open\n")
    minutes = "---\ntitle: Samen\nseries: {}\ndate: 2025-02-11\nstate: review\n---\n\n## 1. Onthaal\n\nWelkom.\n"
    counted = "indicators: [{kind: process, what: Overleg, target: 4, count: kring-overleg}]"
    put(root, minutes.format("overleg"), "2025-02-20", "meetings/2025-02-11-overleg.md")
    put(root, minutes.format("kring-overleg"), "2025-02-22", "meetings/2025-02-11-overleg.md")
    put(root, sound("Een woord.", counted), "2025-02-24")
    assert run()[0] == 0
    assert "series: Overleg zorg → Overleg van de kring" in history(root, "meetings/2025-02-11-overleg.html")
    assert "target 4; counted from the minutes of Overleg van de kring 15" in history(root)


def test_comments_addresses_trackers_and_internal_parts_are_not_in_a_history(root: Path, run: Run) -> None:
    leaky = (
        "Een woord. <!-- GEHEIM -->\n\n::: intern\nGEHEIM\n:::\n",
        "steps: [{what: mail GEHEIM@voorbeeld.be of zie https://voorbeeld.be/?utm_source=GEHEIM}]",
        "accepted: {vague-steps: GEHEIM}",
    )
    put(root, sound(*leaky), "2025-02-10")
    put(root, sound(leaky[0].replace("<!-- GEHEIM", "<!-- GEHEIMER"), *leaky[1:]), "2025-02-11")
    assert run()[0] == 0
    assert "step (new): mail […] of zie https://voorbeeld.be/" in history(root)
    assert "11 February" not in history(root)
    assert "GEHEIM" not in everything(root)


def test_a_copy_that_was_cut_off_says_so_and_without_git_nothing_is_said(
    root: Path, tmp_path: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    put(root, sound("Een woord.", "due: maart 2025"), "2025-02-10")
    put(root, sound("Een woord.", "due: april 2025"), "2025-02-11")
    shallow = tmp_path / "copy"
    git(tmp_path, "clone", "--quiet", "--depth=2", root.as_uri(), str(shallow))
    code, _, err = runner(shallow, capsys, "site", f"--today={DAY}", "--out=public", "--draft")()
    assert code == 0
    assert "cut off here: the pages do not tell what changed up to 2025-02-10" in err
    assert history(shallow) == (
        "What changed here 11 February 2025: due: maart 2025 → april 2025 (later)"
        " What changed up to 10 February 2025 is not known here."
    )
    bare = tmp_path / "bare"
    write(bare, plan=f"{PLAN}language: en\n", koffie=sound())
    code, _, err = runner(bare, capsys, "site", f"--today={DAY}", "--out=public", "--draft")()
    assert code == 0
    assert "history" not in err
    assert history(bare) == ""
    assert "elz-history" not in everything(bare)


def test_the_dashboard_knows_when_a_fiche_was_last_committed_up_to_the_day(root: Path, run: Run) -> None:
    put(root, sound("Een woord.", "due: maart 2025"), "2025-05-20")
    put(root, sound("Een woord.", "due: april 2025"), "2025-06-02")
    run()
    rows = {
        words[0]: words[1:]
        for row in page(root, "dashboard.html").iter(f"{XHTML}tr")
        if (words := [" ".join("".join(cell.itertext()).split()) for cell in row])
    }
    assert rows["less than a month ago"][-1] == "1"
    assert rows["3 to 6 months ago"][-1] == "1"
    run("--no-history")
    assert "no day is known" in everything(root)


def test_a_page_says_at_its_foot_when_its_file_was_last_changed_up_to_the_day(root: Path, run: Run) -> None:
    put(root, sound("Een woord.", "due: maart 2025"), "2025-05-20")
    run()
    assert "Last changed on 20 May 2025" in (root / "public/actions/koffie.html").read_text("utf-8")
    assert '"dateModified": "2025-05-20"' in (root / "public/data/plan.jsonld").read_text("utf-8")
    assert "Last changed" not in (root / "public/plan.html").read_text("utf-8")
    run("--no-history")
    assert "Last changed" not in everything(root)


def test_the_same_repository_and_day_give_the_same_bytes(root: Path, run: Run) -> None:
    put(root, sound("Een woord.", "due: maart 2025"), "2025-02-10")
    run()
    before = everything(root)
    (root / "public" / ".elzctl-site.json").unlink()
    subprocess.run(["rm", "-r", str(root / "public")], check=True)
    run()
    assert everything(root) == before


def test_at_most_twenty_changes_are_told_and_the_older_ones_are_folded(root: Path, run: Run) -> None:
    for number in range(1, 25):
        put(root, sound("Een woord.", f"due: 2026-01-{number:02}"), f"2025-02-{number:02}")
    run()
    assert "24 February 2025: due: 23 January 2026 → 24 January 2026 (later)" in history(root)
    section = next(one for one in page(root).iter(f"{XHTML}section") if one.get("class") == "history")
    days = [one.text for one in section.iter(f"{XHTML}strong")]
    assert len(days) == 20
    assert days[0] == "24 February 2025"
    (folded,) = section.iter(f"{XHTML}details")
    assert len(list(folded.iter(f"{XHTML}strong"))) == 15
    assert re.search("15 older changes", "".join(folded.itertext()))
    # The page says that it is not all; one that tells how the thing came does not.
    assert "What changed before that is not told here." in "".join(section.itertext())
    assert "What changed before" not in "".join(page(root, "actions/thee.html").itertext())


def test_no_page_tells_more_changes_than_it_can_hold(root: Path, run: Run) -> None:
    for number in range(1, 21):
        steps = [f"  - {{what: 'Stap {at} {'die lang duurt ' * 14}', due: 2025-03-{number:02}}}" for at in range(8)]
        put(root, sound("Een woord.", "steps:", *steps), f"2025-02-{number:02}")
    run()
    section = next(one for one in page(root).iter(f"{XHTML}section") if one.get("class") == "history")
    told = "".join(section.itertext())
    assert len(told) < 13_000
    days = [one.text for one in section.iter(f"{XHTML}strong")]
    assert days[0] == "20 February 2025"
    assert len(days) < 20
    assert told.rstrip().endswith("What changed before that is not told here.")


def test_what_was_told_in_an_earlier_run_is_told_again_until_a_commit_or_a_name_changes_it(
    root: Path, tmp_path: Path
) -> None:
    put(root, sound("Een woord.", "partners: [kring]"), "2025-02-10")

    def told(cache: str) -> str:
        command = [sys.executable, "-m", "elzctl", "-C", str(root), "site", f"--today={DAY}", "--out=public", "--draft"]
        environment = {**os.environ, "ELZCTL_CACHE": str(tmp_path / cache)}
        subprocess.run(command, check=True, capture_output=True, env=environment)
        return history(root)

    first = told("kept")
    assert list((tmp_path / "kept").rglob("9-history"))
    assert told("kept") == first
    actors = root / "plan" / "actors.yaml"
    actors.write_text(actors.read_text("utf-8").replace("Huisartsenkring", "Kring van huisartsen"), "utf-8")
    renamed = told("kept")
    assert renamed == first.replace("Huisartsenkring", "Kring van huisartsen") != first
    put(root, sound("Een woord.", "partners: [kring]", "due: 2026"), "2025-02-11")
    newer = told("kept")
    assert "11 February 2025" in newer
    assert newer == told("new")


def test_of_a_long_title_its_new_words_are_told_and_of_other_lists_of_words_only_that_they_changed(
    root: Path, run: Run
) -> None:
    long = "Koffie schenken voor iedereen die het wil, elke week opnieuw in alle gemeenten van de zone"
    put(root, sound("Een woord.", title=long), "2025-02-10")
    put(root, sound("Een woord.", title=f"{long} samen"), "2025-02-11")
    name = "meetings/2025-02-11-overleg.md"
    head = "---\ntitle: Overleg zorg\nseries: overleg\ndate: 2025-02-11\nstate: review\n---\n\n## 1. Onthaal\n\n"
    meetings(root, SERIES)
    point = "- [ ] Bekers kopen @kring tegen:2025-05-01\n  - stand op:2025-02-12: dat is {}\n  - {}\n"
    put(root, head + point.format("GEHEIM gezegd", "GEHEIME noot"), "2025-02-20", name)
    put(root, head + point.format("gedaan", "een noot"), "2025-02-21", name)
    assert run()[0] == 0
    assert f"11 February 2025: title is now: {long} samen" in history(root)
    assert "10 February 2025: title: changed" in history(root)
    assert "21 February 2025" in history(root, "meetings/2025-02-11-overleg.html")
    assert "GEHEIM" not in everything(root)


def test_whatever_a_fiche_or_minutes_said_once_is_not_said_when_it_is_gone(root: Path, run: Run) -> None:
    """Every word of a fiche and of minutes with everything in them, that then says something else everywhere."""
    fiche_text, held = FULL, FIRST_TEXT.replace("state: approved", "state: review")
    words = re.compile(r"(?<![\w@#\[{-])(?!approved|overleg)[a-z]{4,}(?![\w:\]-])")

    def changed(text: str) -> str:
        head, mark, body = text.partition("\n---")
        data = re.sub(r"(?<=[:,] )([A-Za-z ]{6,}?)(?=[,}\n])", lambda found: f"GEHEIM {found[1]}", head)
        return data + mark + words.sub("GEHEIM", body)

    meetings(root, SERIES)
    name = "meetings/2025-01-14-overleg.md"
    for day, text, minutes in (
        ("2025-02-10", fiche_text, held),
        ("2025-02-11", changed(fiche_text), changed(held)),
        ("2025-02-12", fiche_text, held),
    ):
        (root / name).write_text(minutes, "utf-8")
        put(root, text, day)
    assert run()[0] == 0
    for path in ("actions/koffie.html", "meetings/2025-01-14-overleg.html"):
        assert "11 February 2025" in history(root, path)
        assert "changed" in history(root, path)
    assert "GEHEIM" not in everything(root)


def test_what_has_a_day_of_its_own_is_in_the_feed_on_that_day_and_not_on_that_of_the_commit(
    root: Path, run: Run
) -> None:
    held = FIRST_TEXT.replace("state: draft\n", "state: review\n")
    put(root, SERIES, "2025-02-01", "meetings/series.yaml")
    put(root, held, "2025-02-01", "meetings/2025-01-14-overleg.md")
    ended = ("reason: De zaal is dicht", "decision: 2025-01-14-overleg/B1")
    put(root, sound("Een woord.", *ended).replace("status: running", "status: stopped"), "2025-03-03")
    update = "updates: [{on: 2025-02-20, note: De deur is open}]"
    put(root, sound("Een woord.", *ended, update).replace("status: running", "status: stopped"), "2025-04-04")
    assert run()[0] == 0
    found = [(day, words) for _, title, day, words in news(root) if title == "1.1.1 Koffie"]
    assert [day for day, _ in found] == ["2025-02-20", "2025-01-15", "2025-01-14"], (found, history(root))
    assert "De deur is open" in found[0][1]
    assert "De zaal is dicht" in found[2][1]
    # The page of the action does say when its file changed.
    assert "decision (new)" in history(root)


@pytest.mark.skipif(sys.platform == "win32", reason="a program of this kind")
@pytest.mark.parametrize("fails", ["rev-parse", "rev-list", "diff-tree", "cat-file"])
def test_when_git_fails_it_is_said_and_not_believed_ever_after(fails: str, root: Path, tmp_path: Path) -> None:
    put(root, sound("Een ander woord."), "2025-03-03")
    programs = tmp_path / "bin"
    programs.mkdir()
    real = shutil.which("git")
    (programs / "git").write_text(
        f'#!/bin/sh\ncase " $* " in *" {fails} "*) exit 128;; esac\nexec {real} "$@"\n', "utf-8"
    )
    (programs / "git").chmod(0o755)

    def site(path: str) -> str:
        kept = {**os.environ, "PATH": path, "ELZCTL_CACHE": str(tmp_path / "kept")}
        command = [sys.executable, "-m", "elzctl", "site", f"--today={DAY}", "--out=public", "--draft"]
        done = subprocess.run(
            command, cwd=root, env={**kept, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stderr

    told = site(f"{programs}{os.pathsep}{os.environ['PATH']}")
    assert ("The pages have no history" in told) is (history(root) == "")
    assert "no history" not in site(os.environ["PATH"])
    assert "3 March 2025" in history(root)


def test_why_git_does_not_answer_is_said_with_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write(begin(tmp_path / "zone"), plan=f"{PLAN}language: en\n", koffie=sound("Een woord."))
    commit(root, "2025-03-03")
    site = runner(root, capsys, "site", f"--today={DAY}", "--draft")
    (root / ".git" / "config").write_text("[core]\n\trepositoryformatversion = 9\n", "utf-8")
    told = site("--out=public")[2]
    assert "The pages have no history: This repository has a form that this version of Git does not know (" in told
    (root / ".git" / "config").write_text("[core]\n\trepositoryformatversion = 0\n", "utf-8")
    for one in (root / ".git" / "objects").glob("[0-9a-f][0-9a-f]/*"):
        head = (root / ".git" / "refs" / "heads" / "main").read_text("utf-8").strip()
        if one.parent.name + one.name != head:
            one.unlink()
    told = site("--out=public")[2]
    assert "The pages have no history: This Git repository " in told
    assert "site, history" not in told


def test_a_repository_without_a_commit_has_no_history_and_nobody_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write(begin(tmp_path / "leeg"), plan=f"{PLAN}language: en\n", koffie=sound("Een woord."))
    code, _, err = runner(root, capsys, "site", f"--today={DAY}", "--out=public", "--draft")()
    assert code == 0
    assert "history" not in err
