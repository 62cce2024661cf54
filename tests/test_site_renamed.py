"""What happens on a site when a file gets another name: addresses, history, and what feeds and calendars know a thing by."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from drawn_meetings import SERIES
from histories import begin, commit, git
from icalendar import Calendar
from in_process import Run, runner
from small_plans import PLAN, fiche, write

from elzctl.render.site.first_names import in_calendar
from elzctl.views import pages_history

DAY = "2025-06-01"
TEXT = "## 1. Onthaal\n\nWelkom.\n\n## 2. Werking\n\nBESLUIT: We drinken koffie in het dienstencentrum.\n"
LONG = f"{TEXT}\n## 3. Varia\n\nWie nog affiches wil, haalt ze voor het einde van de maand af aan het onthaal van de dienst.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with a plan in English and a series to which everybody may come."""
    root = write(begin(tmp_path / "zone"), plan=f"{PLAN}language: en\n", koffie=koffie(), thee=koffie("1.1.2", "Thee"))
    put(root, SERIES, "2025-01-10", "meetings/series.yaml")
    return root


@pytest.fixture
def run(root: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(root, capsys, "site", f"--today={DAY}", "--out=public", "--draft")


def koffie(number: str = "1.1.1", title: str = "Koffie", *lines: str, status: str = "running") -> str:
    text = "## Waarom?\n\nSamen koffie drinken brengt buren bij elkaar, ook wie anders de hele week niemand ziet.\n"
    return fiche(number, "lead: [dienst-zorg]", *lines, title=title, text=text).replace("running", status)


def meeting(day: str, *lines: str, state: str = "review", text: str = LONG) -> str:
    head = "\n".join(("title: Overleg zorg", "series: overleg", f"date: {day}", f"state: {state}", *lines))
    return f"---\n{head}\n---\n\n{text}"


def put(root: Path, text: str, day: str, name: str = "plan/actions/koffie.md") -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    commit(root, day)


def moved(root: Path, day: str, old: str, new: str, text: str = "") -> None:
    """Commits a file under another name, with another text when that is given."""
    git(root, "mv", old, new)
    if text:
        (root / new).write_text(text, "utf-8")
    commit(root, day)


def words(root: Path, path: str) -> str:
    return re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", (root / "public" / path).read_text("utf-8")))


def leads_to(root: Path, path: str) -> str:
    """Where a page leads on to; "" when there is none, or when it is a page of its own."""
    page = root / "public" / path
    found = re.search(r'content="0; url=([^"]*)"', page.read_text("utf-8") if page.exists() else "")
    return found[1] if found else ""


def uids(root: Path, path: str) -> list[str]:
    found = Calendar.from_ical((root / "public" / path).read_bytes())
    return [str(one["UID"]) for one in found.walk("VEVENT")]


def entries(root: Path, name: str = "actions") -> list[tuple[str, str, str]]:
    """Name, day and words of each entry of a feed."""
    feed = (root / "public" / "subscribe" / f"{name}.xml").read_text("utf-8")
    form = r"<entry>\n<id>([^<]*)</id>.*?<published>([^T]*)T.*?<content[^>]*>([^<]*)"
    return [(one, day, re.sub("&lt;.*?&gt;", " ", text)) for one, day, text in re.findall(form, feed, re.DOTALL)]


# Addresses and history


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (meeting("2025-05-13"), meeting("2025-05-14")),
        (meeting("2025-05-13", text=TEXT), meeting("2025-05-14", text=TEXT)),  # few words, all the same
        (meeting("2025-05-13", state="planned", text=TEXT), meeting("2025-05-14", state="planned", text=TEXT)),
        (
            meeting("2025-05-13", "location: Zaal 1", state="planned", text=TEXT),
            meeting(
                "2025-05-14", "location: Zaal 2", "was: [{date: 2025-05-13}]", state="planned", text="## 1. Iets\n"
            ),
        ),
    ],
)
def test_a_meeting_whose_file_gets_another_day_keeps_its_address_and_its_history(
    root: Path, run: Run, before: str, after: str
) -> None:
    put(root, before, "2025-02-01", "meetings/2025-05-13-overleg.md")
    moved(root, "2025-02-20", "meetings/2025-05-13-overleg.md", "meetings/2025-05-14-overleg.md", after)
    assert run()[0] == 0
    assert leads_to(root, "meetings/2025-05-13-overleg.html") == "2025-05-14-overleg.html"
    said = words(root, "meetings/2025-05-14-overleg.html")
    assert "20 February 2025 : added" not in said
    assert "1 February 2025 : added" in said


@pytest.mark.parametrize("between", ["Met Spatie", "Koffie_2", "koffie&thee", "con"])
def test_a_name_in_between_that_was_none_ends_neither_history_nor_address(between: str, root: Path, run: Run) -> None:
    put(root, koffie(status="planned"), "2025-03-01")
    moved(root, "2025-03-02", "plan/actions/koffie.md", f"plan/actions/{between}.md")
    moved(root, "2025-03-03", f"plan/actions/{between}.md", "plan/actions/eind.md")
    assert run()[0] == 0
    assert leads_to(root, "actions/koffie.html") == "eind.html"
    assert "1 March 2025" in words(root, "actions/eind.html")
    # No page was ever made of a name that was none.
    assert {one.name for one in (root / "public/actions").glob("*.html")} == {"koffie.html", "eind.html", "thee.html"}


def test_what_moved_before_leads_to_where_it_is_now(root: Path, run: Run) -> None:
    put(root, meeting("2025-05-13"), "2025-02-01", "meetings/2025-05-13-overleg.md")
    for day, old, new in (("2025-02-20", "13", "14"), ("2025-02-21", "14", "15"), ("2025-02-22", "15", "16")):
        before, after = (f"meetings/2025-05-{one}-overleg.md" for one in (old, new))
        moved(root, day, before, after, meeting(f"2025-05-{new}"))
    assert run()[0] == 0
    for old in ("13", "14", "15"):
        assert leads_to(root, f"meetings/2025-05-{old}-overleg.html") == "2025-05-16-overleg.html"


def test_what_moved_before_everything_that_is_told_leads_to_where_it_is_now_too(
    root: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(root, koffie("1.1.1", "Koffie", *DATED), "2025-02-01")
    moved(root, "2025-02-20", "plan/actions/koffie.md", "plan/actions/koffiehuis.md")
    for day in range(1, 6):
        put(root, koffie("1.1.1", "Koffie", f"due: 2025-09-0{day}"), f"2025-03-0{day}", "plan/actions/koffiehuis.md")
    monkeypatch.setattr(pages_history, "MOST_VERSIONS", 3)  # a child that is no copy of this process reads all of them
    assert run()[0] == 0
    assert leads_to(root, "actions/koffie.html") == "koffiehuis.html"
    assert "5 March 2025" in words(root, "actions/koffiehuis.html")
    assert uids(root, "subscribe/deadlines.ics") == ["koffie-deadline@elz-polder.elzctl"]


def test_another_meeting_that_comes_when_one_goes_is_another_meeting(root: Path, run: Run) -> None:
    put(root, meeting("2025-04-13"), "2025-02-01", "meetings/2025-04-13-overleg.md")
    (root / "meetings/2025-04-13-overleg.md").unlink()
    other = (
        "## 1. Begroting\n\nDe rekening van het vorige jaar werd nagekeken, en alle posten kloppen tot op de cent.\n"
    )
    put(root, meeting("2025-05-14", text=other), "2025-02-20", "meetings/2025-05-14-overleg.md")
    assert run()[0] == 0
    assert not (root / "public/meetings/2025-04-13-overleg.html").exists()
    assert "20 February 2025 : added" in words(root, "meetings/2025-05-14-overleg.html")


def test_a_page_that_leads_on_says_the_day_in_words_and_what_its_script_needs(root: Path, run: Run) -> None:
    put(root, meeting("2025-05-13"), "2025-02-01", "meetings/2025-05-13-overleg.md")
    old, new = (f"meetings/2025-05-{day}-overleg.md" for day in (13, 14))
    moved(root, "2025-02-20", old, new, meeting("2025-05-14"))
    assert run()[0] == 0
    page = (root / "public/meetings/2025-05-13-overleg.html").read_text("utf-8")
    assert ">Overleg zorg, 14 May 2025</a>" in page
    assert "(2025-05-14)" not in page
    (script,) = re.findall(r"<script ([^>]*)></script>", page)
    assert dict(re.findall(r'([a-z-]+)="([^"]*)"', script)) == {
        "src": "../assets/moved.js",
        "data-to": "2025-05-14-overleg.html",
        "data-was": "2025-05-13-overleg",
        "data-now": "2025-05-14-overleg",
    }
    assert page.index("<script ") < page.index('http-equiv="refresh"')  # it stops what would come after it
    assert "unsafe" not in page
    assert (root / "public/assets/moved.js").exists()


def test_without_anything_that_moved_there_is_no_script_for_it(root: Path, run: Run) -> None:
    assert run()[0] == 0
    assert not (root / "public/assets/moved.js").exists()


# Files under an earlier name


def renamed_in_all_files(root: Path, day: str, *pairs: tuple[str, str]) -> None:
    """Commits all files with other words in them, and with other names where these are in their name."""
    for path in sorted((*root.glob("plan/**/*.*"), *root.glob("meetings/*.*"))):
        text, name = path.read_text("utf-8"), path.name
        for old, new in pairs:
            text, name = text.replace(old, new), name.replace(old, new)
        path.unlink()
        path.with_name(name).write_text(text, "utf-8")
    commit(root, day)


def same(root: Path, old: str, new: str) -> bool:
    """True when a file is under both names, once for all who had either."""
    return (root / "public" / old).read_bytes() == (root / "public" / new).read_bytes()


def test_the_calendar_of_an_actor_stays_under_its_earlier_name(root: Path, run: Run) -> None:
    put(root, koffie("1.1.1", "Koffie", *DATED), "2025-02-20")
    run()
    known = uids(root, "leads/dienst-zorg.ics")
    renamed_in_all_files(root, "2025-03-03", ("dienst-zorg", "dienst-welzijn"))
    renamed_in_all_files(root, "2025-03-04", ("dienst-welzijn", "zorghuis"))
    for _ in range(2):  # and when it was found out in an earlier run
        assert run()[0] == 0
        assert same(root, "leads/dienst-zorg.ics", "leads/zorghuis.ics")
        assert same(root, "leads/dienst-welzijn.ics", "leads/zorghuis.ics")
        assert uids(root, "leads/dienst-zorg.ics") == known != []
    # Without a history nobody knows of the earlier name.
    run("--no-history")
    assert not (root / "public/leads/dienst-zorg.ics").exists()


def test_the_calendar_of_a_series_stays_under_its_earlier_name_and_meetings_of_few_words_are_known_again(
    root: Path, run: Run
) -> None:
    few = "## 1. Onthaal\n\nWelkom.\n"
    put(root, meeting("2025-07-01", state="planned", text=few), "2025-02-01", "meetings/2025-07-01-overleg.md")
    put(root, meeting("2025-05-13"), "2025-02-02", "meetings/2025-05-13-overleg.md")
    run()
    known = uids(root, "series/overleg.ics")
    # Files whose names have it in them get another one too.
    renamed_in_all_files(root, "2025-03-03", ("-overleg", "-zorgtafel"), ("series: overleg", "series: zorgtafel"))
    text = (root / "meetings/series.yaml").read_text("utf-8")
    (root / "meetings/series.yaml").write_text(text.replace("overleg:", "zorgtafel:", 1), "utf-8")
    git(root, "add", "--all")
    git(root, "commit", "--amend", "--no-edit", "--quiet")
    assert run()[0] == 0
    assert same(root, "series/overleg.ics", "series/zorgtafel.ics")
    assert uids(root, "series/overleg.ics") == known
    assert len(known) == 2
    assert leads_to(root, "meetings/2025-07-01-overleg.html") == "2025-07-01-zorgtafel.html"


def test_documents_and_the_event_of_a_meeting_stay_under_their_earlier_name(root: Path, run: Run) -> None:
    few = meeting("2025-07-01", "start: 13u30", state="planned", text=TEXT)
    put(root, few, "2025-02-01", "meetings/2025-07-01-overleg.md")
    run("--with=docx")
    known = uids(root, "meetings/2025-07-01-overleg.ics")
    old, new = (f"meetings/2025-07-0{day}-overleg.md" for day in (1, 2))
    moved(root, "2025-02-20", old, new, few.replace("2025-07-01", "2025-07-02"))
    assert run("--with=docx")[0] == 0
    assert same(root, "meetings/2025-07-01-overleg.ics", "meetings/2025-07-02-overleg.ics")
    assert same(root, "documents/2025-07-01-overleg.docx", "documents/2025-07-02-overleg.docx")
    assert uids(root, "meetings/2025-07-01-overleg.ics") == known
    assert not (root / "public/documents/2025-07-01-overleg.pdf").exists()


def test_a_name_that_something_else_took_over_is_not_that_of_a_twin(root: Path, run: Run) -> None:
    put(root, koffie("1.1.1", "Koffie", *DATED), "2025-02-20")
    renamed_in_all_files(root, "2025-03-03", ("dienst-zorg", "zorghuis"))
    text = (root / "plan/actors.yaml").read_text("utf-8")
    put(root, f"{text}dienst-zorg: {{name: Iets heel anders, kind: organisation}}\n", "2025-03-04", "plan/actors.yaml")
    assert run()[0] == 0
    assert (root / "public/leads/zorghuis.ics").exists()
    assert not (root / "public/leads/dienst-zorg.ics").exists()


# What programs know a thing by


DATED = (
    "due: 2025-09-30",
    "updates: [{on: 2025-02-20, note: De deur is open}]",
    "steps: [{what: Zaal, due: 2025-08-31}]",
)


def test_an_action_keeps_its_names_in_feeds_and_calendars_through_every_other_id(root: Path, run: Run) -> None:
    put(root, koffie("1.1.1", "Koffie", *DATED), "2025-02-20")
    put(root, koffie("1.1.1", "Koffie", *DATED, "role: partner"), "2025-03-03")
    assert run()[0] == 0
    before, known = entries(root), uids(root, "subscribe/deadlines.ics")
    assert len(known) == 2
    moved(root, "2025-03-04", "plan/actions/koffie.md", "plan/actions/samen-koffie.md")
    moved(root, "2025-03-05", "plan/actions/samen-koffie.md", "plan/actions/koffiehuis.md")
    for extra in ((), ("--url=https://plan.example.org",)):  # also when it is made anew
        assert run(*extra)[0] == 0
        assert entries(root) == before
        assert uids(root, "subscribe/deadlines.ics") == known
    (own,) = (one for one in (root / "public").rglob("*.ics") if "dienst-zorg" in one.name)
    assert uids(root, str(own.relative_to(root / "public"))) == known
    # Without a history only the id of today is known.
    run("--no-history")
    assert {one.partition("-")[0] for one in uids(root, "subscribe/deadlines.ics")} == {"koffiehuis"}


def test_a_meeting_keeps_its_names_and_so_do_its_points(root: Path, run: Run) -> None:
    point = "- [ ] Affiches drukken @dienst-zorg tegen:2025-07-31\n"
    put(root, meeting("2025-05-13", text=f"{LONG}\n{point}"), "2025-02-01", "meetings/2025-05-13-overleg.md")
    run()
    before, known = entries(root, "minutes"), uids(root, "subscribe/deadlines.ics")
    (series,) = (one.relative_to(root / "public") for one in (root / "public").rglob("overleg.ics"))
    held = uids(root, str(series))
    old, new = (f"meetings/2025-05-{day}-overleg.md" for day in (13, 14))
    moved(root, "2025-02-20", old, new, meeting("2025-05-14", text=f"{LONG}\n{point}"))
    run()
    assert [one for one, _, _ in entries(root, "minutes")] == [one for one, _, _ in before]
    assert uids(root, "subscribe/deadlines.ics") == known == ["2025-05-13-overleg/1@elz-polder.elzctl"]
    assert uids(root, str(series)) == held == ["2025-05-13-overleg@elz-polder.elzctl"]


def test_an_id_that_something_else_took_over_is_not_used_twice(root: Path, run: Run) -> None:
    put(root, koffie("1.1.1", "Koffie", *DATED), "2025-02-20")
    run()
    before, known = entries(root), uids(root, "subscribe/deadlines.ics")
    moved(root, "2025-03-04", "plan/actions/koffie.md", "plan/actions/koffiehuis.md")
    other = koffie("1.1.3", "Taart", "due: 2025-10-31").replace("Samen koffie drinken brengt buren", "Taart brengt")
    put(root, other, "2025-03-05")
    run()
    found, named = uids(root, "subscribe/deadlines.ics"), [one for one, _, _ in entries(root)]
    assert sorted(found) == sorted((*known, "koffie.2-deadline@elz-polder.elzctl"))
    assert len(set(named)) == len(named) == len(before) + 1
    assert {one for one, _, _ in before} < set(named)


def test_a_name_of_an_event_that_is_longer_than_a_line_is_changed_too() -> None:
    old, new = f"nieuw-{'x' * 90}", f"oud-{'y' * 90}"
    from elzctl.render.ics import calendar
    from elzctl.wording import Language

    lines = [f"UID:{name}@elzctl" for name in (f"{old}-deadline", f"{old}/2", old, f"{old}-y-deadline", f"{old}y")]
    data = calendar(Language("en"), *lines)
    made = in_calendar(data, {old: new}).replace(b"\r\n ", b"").decode()
    assert [line for line in made.splitlines() if line.startswith("UID:")] == [
        f"UID:{new}-deadline@elzctl",
        f"UID:{new}/2@elzctl",
        f"UID:{new}@elzctl",
        *lines[3:],
    ]
    assert all(len(line) <= 75 for line in in_calendar(data, {old: new}).split(b"\r\n"))
    assert in_calendar(data, {"iets-anders": "x"}) == data


# One event, one entry


def test_how_an_action_ended_is_told_once_on_the_day_on_which_it_did(root: Path, run: Run) -> None:
    put(root, koffie(), "2025-02-01")
    put(root, koffie("1.1.1", "Koffie", "since: 2025-05-01", "reason: Klaar", status="done"), "2025-05-01")
    put(root, koffie("1.1.2", "Thee", "since: 2025-04-20", "reason: Klaar", status="done"), "2025-05-02", THEE)
    run()
    found = [(day, text.strip()) for _, day, text in entries(root) if day > "2025-02-01"]
    assert found == [("2025-05-01", "Done (1 May 2025) – Klaar"), ("2025-04-20", "Done (20 April 2025) – Klaar")]


THEE = "plan/actions/thee.md"


def test_what_git_and_the_fiche_say_of_one_day_is_one_entry(root: Path, run: Run) -> None:
    put(root, koffie("1.1.1", "Koffie", "steps: [{what: Zaal, due: 2025-08-31}]"), "2025-02-01")
    done = "steps: [{what: Zaal, due: 2025-08-31, done: 2025-05-01}]"
    put(root, koffie("1.1.1", "Koffie", done, "role: partner"), "2025-05-01")
    put(root, koffie("1.1.1", "Koffie", done.replace("08-31", "07-31"), "role: partner"), "2025-05-03")
    run()
    found = [(day, " ".join(text.split())) for _, day, text in entries(root) if day > "2025-02-01"]
    assert found[1:] == [("2025-05-01", "Done (1 May 2025): Zaal role of the zone (new): partner")]
    assert found[0][0] == "2025-05-03"
    assert "due: 31 August 2025 → 31 July 2025" in found[0][1]


def test_after_another_id_and_an_edit_a_site_is_what_a_new_folder_gives(
    root: Path, run: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    put(root, koffie("1.1.1", "Koffie", *DATED), "2025-02-20")
    put(root, meeting("2025-05-13"), "2025-02-21", "meetings/2025-05-13-overleg.md")
    run()
    moved(root, "2025-03-04", "plan/actions/koffie.md", "plan/actions/koffiehuis.md")
    old, new = (f"meetings/2025-05-{day}-overleg.md" for day in (13, 14))
    moved(root, "2025-03-05", old, new, meeting("2025-05-14"))
    run()
    path = root / "plan/actions/koffiehuis.md"
    path.write_text(path.read_text("utf-8").replace("buren bij elkaar", "mensen samen"), "utf-8")  # text alone
    run()
    monkeypatch.setenv("ELZCTL_CACHE", "")
    assert runner(root, capsys, "site", f"--today={DAY}", "--out=fresh", "--draft")()[0] == 0
    made, fresh = (
        {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()}
        for folder in (root / "public", root / "fresh")
    )
    assert "koffie-deadline@" in made["subscribe/deadlines.ics"].decode()
    assert made == fresh
