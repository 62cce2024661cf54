"""From meetings to their documents: everything that belongs in them, in order, and the same in every format."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from drawn_meetings import (
    FIRST,
    FIRST_TEXT,
    SECOND,
    SECOND_TEXT,
    THIRD,
    THIRD_TEXT,
    invitation,
    meetings,
    met,
    minutes,
    one,
    said,
    words_of,
)
from drawn_plans import DUTCH, EVIL, document, fiches, lines, missing, nodes, own_plan, read, rich, sound
from small_plans import ROOT, fiche
from test_html import main_of, parsed, words
from test_pdf import pages

from elzctl.render.html import html
from elzctl.render.invitation_document import invitation_document
from elzctl.render.lists_document import decisions_document, points_document
from elzctl.render.markdown import plain
from elzctl.render.minutes_document import minutes_document
from elzctl.render.pdf import pdf
from elzctl.render.plain_text import plain_text
from elzctl.render.plan_document import plan_document
from elzctl.render.plan_text import PlanText
from elzctl.render.tree import Bullets, Document, Entry, Facts, Heading, Jump, Note, Numbered, Table
from elzctl.views.discussed import discussed

DAY = date(2025, 4, 1)


def entries(found: Document) -> dict[str, Entry]:
    """What was noted, by the end of its id."""
    return {node.anchor.rpartition("/")[2]: node for node in nodes(found.parts) if isinstance(node, Entry)}


def below(entry: Entry) -> list[str]:
    return lines(entry.blocks)


def facts(found: Document) -> dict[str, str]:
    """The facts at the head of a document."""
    head = next(node for node in nodes(found.parts) if isinstance(node, Facts))
    return {fact.label: plain(fact.children) for fact in head.facts}


def tables(found: Document) -> list[list[list[str]]]:
    """The rows of each table."""
    return [
        [[plain(cell) for cell in row] for row in node.rows] for node in nodes(found.parts) if isinstance(node, Table)
    ]


def headings(found: Document) -> list[str]:
    return [f"{node.label} {plain(node.children)}".strip() for node in nodes(found.parts) if isinstance(node, Heading)]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return met(tmp_path_factory.mktemp("plan"))


# The head


def test_the_head_says_what_when_and_where(root: Path) -> None:
    found = minutes(root)
    assert (found.kind, found.contents, found.date) == ("meeting", (), "")
    assert (found.title, found.organisation) == ("Minutes: Overleg zorg", "Eerstelijnszone Polder")
    assert found.subtitle == "Tuesday 14 January 2025, 13:30 – 16:00"
    assert facts(found) == {
        "Where": "Buurthuis",
        "State": "approved on 11 March 2025 in Overleg zorg",
        "Present": "Dienst Zorg, Huisartsenkring",
        "Excused": "Apothekers",
    }


def test_hours_are_written_as_people_in_flanders_do(root: Path) -> None:
    text = PlanText(read(root).plan, DUTCH, DAY)
    found = minutes_document(text.plan.meetings_by_id[FIRST], text)
    assert found.subtitle == "dinsdag 14 januari 2025, 13u30 – 16u"


def test_minutes_that_were_changed_after_their_approval_say_so(tmp_path: Path) -> None:
    changed = FIRST_TEXT.replace("on: 2025-03-11}", f"on: 2025-03-11, text: {'0' * 32}}}")
    assert facts(minutes(met(tmp_path, m2025_01_14_overleg=changed)))["State"].endswith("the text was changed since")


def test_a_cancelled_meeting_says_why_before_all_else(tmp_path: Path) -> None:
    cancelled = THIRD_TEXT.replace("state: planned", "state: cancelled\nreason: De zaal is dicht")
    root = met(tmp_path, m2025_06_10_overleg=cancelled)
    for found in (minutes(root, THIRD), invitation(root)):
        first = found.parts[0].blocks[0]
        assert isinstance(first, Note)
        assert lines((first,)) == ["This meeting was cancelled. De zaal is dicht"]


def test_a_meeting_without_anything_is_a_document(tmp_path: Path) -> None:
    found = minutes(one(tmp_path, "", head=""))
    assert (found.title, said(found)) == ("Minutes: Overleg", [])
    assert parsed(html(found)) is not None
    assert len(pages(pdf(found, DAY))) == 1


# The agenda and what was noted


def test_items_have_their_numbers_and_lists_follow_them(root: Path) -> None:
    assert headings(minutes(root)) == [
        *("1. Toelichting", "2. Varia"),
        *("Decisions", "Action points of this meeting", "Next meeting"),
    ]
    assert headings(minutes(root, SECOND)) == [
        *("1. Opvolging van de werkpunten", "2. Goedkeuring van het verslag", "3. Varia"),
        *("Action points of this meeting", "Attachments", "Next meeting"),
    ]


def test_marks_stand_for_names_and_code_stays_as_it_is(root: Path) -> None:
    assert (
        "De Huisartsenkring vertelt over koffie voor Mantelzorgers, zie 1.1.1 Koffie voor mantelzorgers en @kring."
        in said(minutes(root))
    )


def test_an_unknown_actor_loses_its_sign_and_what_is_no_tag_keeps_it(tmp_path: Path) -> None:
    text = "@niemand en #niets, @kring @apothekers: [@kring](https://x.be/@kring#mantelzorgers) a@kring\n"
    assert said(minutes(one(tmp_path, text)))[1] == "niemand en #niets, Huisartsenkring, Apothekers: @kring a@kring"


def test_a_point_has_its_box_its_owner_and_what_became_of_it(root: Path) -> None:
    found = entries(minutes(root))
    assert [(found[name].kind, found[name].label, found[name].checked) for name in "123"] == [
        ("point", "Point 1", False),
        ("point", "Point 2", True),
        ("point", "Point 3", False),
    ]
    assert below(found["1"]) == [
        "Who: Dienst Zorg · Deadline: 1 March 2025 · Action: 1.1.1 Koffie voor mantelzorgers",
        "Contribution of Huisartsenkring: betaalt de helft",
        "Progress on 10 February 2025: de winkel is gekozen",
        "Put off on 11 March 2025 to eind april 2025: ze zijn uitverkocht",
    ]
    assert below(found["2"]) == ["Who: Huisartsenkring · State: done on 1 February 2025"]
    assert below(found["3"]) == ["Who: nobody yet"]


def test_minutes_know_nothing_of_what_came_after_their_day(root: Path) -> None:
    found = minutes(root, today=date(2025, 1, 20))
    assert entries(found)["2"].checked is False
    assert below(entries(found)["1"])[-1] == "Contribution of Huisartsenkring: betaalt de helft"
    assert below(entries(found)["S1"]) == ["Who: Huisartsenkring · Target groups: Mantelzorgers"]
    assert tables(found)[-1][0][3:] == [
        "1 March 2025",
        "open, on track Contribution of Huisartsenkring: betaalt de helft",
    ]


def test_decisions_signals_agreements_and_events_stand_apart(root: Path) -> None:
    found = entries(minutes(root))
    assert [found[name].kind for name in ("B1", "S1", "A1", "E1")] == ["decision", "signal", "agreement", "event"]
    assert lines((found["B1"],)) == [
        "Decision B1 We drinken koffie met Apothekers en doen 1.2.1 Wandelen na action 1.1.1."
    ]
    assert below(found["S1"]) == [
        "Who: Huisartsenkring · Target groups: Mantelzorgers",
        "Grouped on 1 February 2025: onthaal",
        "Referred on 11 March 2025 to Dienst Zorg: hangt een bord op",
    ]
    assert lines((found["A1"],)) == ["Agreement A1 Huisartsenkring helpt de affiche ophangen", "Themes: Bewegen"]
    assert lines((found["E1"],)) == [
        "Event E1 Saturday 10 May 2025, 13:00 – 17:00: Koffiedag",
        "Who: Huisartsenkring",
    ]


def test_emphasis_and_links_of_a_point_are_kept(tmp_path: Path) -> None:
    found = entries(minutes(one(tmp_path, "- [ ] Lees **[dit](https://x.be/a)** en `code` @kring\n")))
    page = html(minutes(one(tmp_path, "- [ ] Lees **[dit](https://x.be/a)** en `code` @kring\n")))
    assert lines((found["1"],))[0] == "Point 1 Lees dit en code"
    assert '<strong><a href="https://x.be/a" rel="noopener noreferrer">dit</a></strong> en <code>code</code>' in page


def test_headings_in_an_item_stand_below_it(tmp_path: Path) -> None:
    found = minutes(one(tmp_path, "## 1. Punt\n\n### Onder\n\nTekst.\n\n#### Dieper\n"))
    levels = [(node.level, plain(node.children)) for node in nodes(found.parts) if isinstance(node, Heading)]
    assert levels == [(1, "Punt"), (2, "Onder"), (3, "Dieper")]


# Follow-up


def test_the_follow_up_shows_how_open_points_stood_on_the_day_of_the_meeting(root: Path) -> None:
    (table, *_) = tables(minutes(root, SECOND, today=date(2030, 1, 1)))
    assert table == [
        [
            "14 January 2025, 1",
            "Bekers kopen (1.1.1 Koffie voor mantelzorgers)",
            "Dienst Zorg",
            "eind april 2025",
            "put off, on track Contribution of Huisartsenkring: betaalt de helft "
            "Put off on 11 March 2025 to eind april 2025: ze zijn uitverkocht",
        ],
        ["14 January 2025, 2", "Zaal vragen", "Huisartsenkring", "–", "done on 1 February 2025"],
        ["14 January 2025, 3", "Iemand zoekt een naam", "–", "–", "open, no date"],
    ]
    found = said(minutes(root, SECOND))
    assert found.index("14 January 2025, 1") < found.index("We overliepen alles.")


def test_without_an_item_for_it_the_follow_up_comes_first(tmp_path: Path) -> None:
    text = SECOND_TEXT.replace("## 1. Opvolging van de werkpunten", "## 1. Inleiding")
    assert headings(minutes(met(tmp_path, m2025_03_11_overleg=text), SECOND))[:2] == [
        "Follow-up of the action points",
        "1. Inleiding",
    ]


def test_an_empty_item_of_approval_says_which_minutes_were_approved(root: Path) -> None:
    found = said(minutes(root, SECOND))
    place = found.index("2. Goedkeuring van het verslag")
    assert found[place + 1] == "The minutes of 14 January 2025 were approved."


def test_the_lists_at_the_end_hold_everything_once_more(root: Path) -> None:
    decisions, points = tables(minutes(root))
    assert [row[0] for row in decisions] == ["B1"]
    assert [row[0] for row in points] == ["1", "2", "3"]
    second = said(minutes(root, SECOND))
    assert second[second.index("Attachments") :] == [
        *("Attachments", "De cijfers (cijfers.pdf)", "los.pdf"),
        *("Next meeting", "This was the last meeting of its series."),
    ]
    assert "Alles loopt." in second


# Invitation and lists


def test_an_invitation_has_the_agenda_with_its_own_numbers(root: Path) -> None:
    found = invitation(root)
    assert (found.title, found.subtitle) == ("Invitation: Overleg zorg", "Tuesday 10 June 2025, 10:00 – 12:00")
    assert facts(found) == {
        "Where": "Zaal 2",
        "Presents its work": "Apothekers",
        "Planned before": "3 June 2025, from 10:00",
    }
    agenda = [node for node in nodes(found.parts) if isinstance(node, Numbered)]
    assert [(one.start, len(one.items)) for one in agenda] == [(1, 2), (4, 1)]
    assert "Breng je vragen mee." in said(found)
    assert [row[0] for row in tables(found)[0]] == ["14 January 2025, 1", "14 January 2025, 3"]


def test_the_invitation_of_a_meeting_that_was_held_is_no_minutes(root: Path) -> None:
    found = said(invitation(root, FIRST))
    assert [line for line in found if line in ("Toelichting", "Varia")] == ["Toelichting", "Varia"]
    assert not [line for line in found if "koffie" in line]


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ("", "- [ ] Bekers kopen @kring"),
        ("", "BESLUIT: We drinken koffie."),
        ("", "SIGNAAL: De deur klemt #mantelzorgers"),
        ("present: [kring]\n", "Meer niet."),
    ],
)
def test_an_invitation_with_notes_in_its_meeting_has_no_more_than_the_agenda(
    head: str, text: str, tmp_path: Path
) -> None:
    begun = one(tmp_path, f"## 1. Onthaal\n\nEen lid zei veel.\n\n## 2. Varia\n\n{text}\n", f"state: planned\n{head}")
    found = said(invitation(begun, FIRST, today=date(2025, 1, 7)))
    assert found[found.index("Agenda") :][:3] == ["Agenda", "Onthaal", "Varia"]
    assert not [line for line in found if "Een lid" in line or "Meer niet" in line or "koffie" in line]


def test_an_invitation_says_what_its_items_are_about_until_the_day_itself(tmp_path: Path) -> None:
    begun = one(tmp_path, "## 1. Onthaal\n\nHoe willen we onthalen?\n", "state: planned\nexcused: [kring]\n")
    assert "Hoe willen we onthalen?" in said(invitation(begun, FIRST, today=date(2025, 1, 13)))
    assert "Hoe willen we onthalen?" not in said(invitation(begun, FIRST, today=date(2025, 1, 14)))


def test_a_meeting_without_an_agenda_has_that_of_its_series(tmp_path: Path) -> None:
    root = met(tmp_path, m2025_06_10_overleg="---\nseries: overleg\ndate: 2025-06-10\nstate: planned\n---\n")
    found = invitation(root)
    assert found.title == "Invitation: Overleg zorg"
    (agenda,) = (node for node in nodes(found.parts) if isinstance(node, Numbered))
    assert lines((agenda,)) == [
        "Follow-up of the action points",
        "Approval of the minutes of 11 March 2025",
        "Toelichting",
        "Varia",
    ]


def test_lists_hold_a_period(root: Path) -> None:
    text = words_of(root)
    found = decisions_document("overleg", date(2025, 1, 1), date(2025, 1, 31), text)
    assert (found.title, found.subtitle) == ("Decisions: Overleg zorg", "14 January 2025")
    assert [row[0] for row in tables(found)[0]] == ["14 January 2025, B1"]
    later = decisions_document("overleg", date(2025, 2, 1), date(2025, 12, 31), text)
    assert said(later) == ["No decisions were noted."]
    points = points_document("overleg", date.min, date.max, text)
    assert said(points)[0] == "3 action points: 1 open, 1 put off, 1 done"
    assert [row[4].partition(" Contribution")[0] for row in tables(points)[0]] == [
        *("put off, due soon", "done on 1 February 2025", "open, no date")
    ]
    assert said(points_document("overleg", date.min, date(2024, 1, 1), text)) == ["No action points were noted."]


# Both ways


def test_a_fiche_says_where_it_was_discussed(root: Path) -> None:
    found = fiches(plan_document(read(root).plan, DAY, words_of(root).say))
    (row,) = (field for field in found["koffie"].fields if field.key == "discussed")
    assert row.label == "Discussed in"
    assert lines(row.blocks) == [
        "Overleg zorg, 14 January 2025",
        "point 1: Bekers kopen (Dienst Zorg; by eind april 2025; put off, due soon)",
    ]
    (row,) = (field for field in found["wandelen"].fields if field.key == "discussed")
    assert (
        lines(row.blocks)[1] == "decision B1: We drinken koffie met Apothekers en doen 1.2.1 Wandelen na action 1.1.1."
    )
    early = fiches(plan_document(read(root).plan, date(2025, 1, 13), words_of(root).say))
    assert not [field for one in early.values() for field in one.fields if field.key == "discussed"]


def test_mentions_are_found_wherever_they_stand_the_newest_first(tmp_path: Path) -> None:
    later = (
        "---\ntitle: Later\nseries: overleg\ndate: 2025-02-01\nstate: draft\n---\n"
        "## 1. Over [[wandelen]]\n\n- [ ] Doen\n  - stand op:2025-02-02: zie [[koffie]]\n\n"
        "SIGNAAL: Iets\n- actie op:2025-02-02: [[koffie]]\n\n::: intern\n[[taart]]\n:::\n\n<!-- [[taart]] -->\n"
    )
    planned = later.replace("draft", "planned").replace("2025-02-01", "2025-03-01")
    root = meetings(
        sound(tmp_path),
        m2025_01_14_overleg=FIRST_TEXT,
        m2025_02_01_overleg=later,
        m2025_03_01_overleg=planned,
    )
    plan = read(root).plan

    def named(name: str, *, internal: bool = False) -> list[tuple[str, list[str]]]:
        found = discussed(plan, name, internal=internal)
        return [(one.meeting.id[:10], [noted.id.rpartition("/")[2] for noted in one.noted]) for one in found]

    assert named("koffie") == [("2025-02-01", ["1", "S1"]), ("2025-01-14", ["1"])]
    assert named("wandelen") == [("2025-02-01", []), ("2025-01-14", ["B1"])]
    assert named("taart") == []
    assert named("taart", internal=True) == [("2025-02-01", [])]


def test_a_cited_decision_is_printed_in_its_own_words(tmp_path: Path) -> None:
    stub = fiche("1.1.2", "reason: Geld", f"decision: {FIRST}/B1", "since: 2025", title="Taart", status="stopped")
    root = met(tmp_path)
    (root / "plan" / "actions" / "taart.md").write_text(stub, "utf-8")
    found = fiches(plan_document(read(root).plan, DAY, words_of(root).say))["taart"]
    (row,) = (field for field in found.fields if field.key == "decision")
    assert lines(row.blocks) == [
        "decision B1, Overleg zorg, 14 January 2025: "
        "We drinken koffie met Apothekers en doen 1.2.1 Wandelen na action 1.1.1."
    ]


def test_an_indicator_that_counts_meetings_says_which(tmp_path: Path) -> None:
    counts = fiche("1.1.3", "indicators: [{kind: process, what: Overleg, target: 4, unit: keer, count: overleg}]")
    root = met(tmp_path)
    (root / "plan" / "actions" / "tellen.md").write_text(counts, "utf-8")
    found = fiches(plan_document(read(root).plan, DAY, words_of(root).say))["tellen"]
    (row,) = (field for field in found.fields if field.key == "evaluation")
    assert lines(row.blocks)[1] == (
        "Overleg Target: 4 keer Counted from the minutes of: Overleg zorg "
        "Counted: 1 of 4 keer (14 January 2025) Not approved yet: 11 March 2025"
    )


def test_a_plan_does_not_change_because_somebody_meets(tmp_path: Path) -> None:
    before = html(document(rich(tmp_path)))
    meetings(tmp_path, m2025_01_14_overleg="---\ntitle: X\nseries: overleg\ndate: 2025-01-14\n---\n\nNiets.\n")
    assert html(document(tmp_path)) == before


# Every format says the same


def every(root: Path) -> list[Document]:
    """All documents of all meetings of a plan."""
    text = words_of(root)
    meetings = text.plan.meetings
    made = [draw(meeting, text) for meeting in meetings for draw in (minutes_document, invitation_document)]
    lists = [
        draw(name, date.min, date.max, text)
        for name in text.plan.series
        for draw in (decisions_document, points_document)
    ]
    return [*made, *lists]


@pytest.mark.parametrize("name", ["small", "own", "evil"])
def test_page_and_pdf_say_everything_in_the_same_order(name: str, root: Path, tmp_path: Path) -> None:
    evil = " ".join(EVIL)
    noted = f"- [ ] {evil}\n  - stand op:2025-01-14: {evil}\n\nBESLUIT: {evil}\n"
    where = {"own": ROOT, "small": root}.get(name) or one(tmp_path, f"{evil}\n\n## 1. {evil}\n\n{evil}\n\n{noted}")
    for found in every(where):
        made = pdf(found, DAY)
        assert missing(said(found), words(main_of(parsed(html(found))))) is None
        texts = [without_margins(page, found) for page in pages(made)]
        assert missing([found.title, found.subtitle, *said(found)], "\n".join(texts)) is None


def without_margins(page: str, found: Document) -> str:
    """The text of a page without its foot, and without the head of all but the first."""
    rows = page.replace("\r", "").split("\n")
    kept = [row for row in rows if not row.startswith(("Page ", "Pagina "))]
    head = "".join(found.title.split())[:20]
    if kept and "".join(kept[0].split()).startswith(head) and kept[0].strip() != found.title:
        return "\n".join(kept[1:])
    return "\n".join(kept)


def test_plain_text_says_the_same_too(root: Path) -> None:
    for found in every(root):
        text = plain_text(found)
        expected = lines(block for block in found.parts[0].blocks if not isinstance(block, Table))
        assert missing([line.upper() for line in expected], text.upper()) is None
        for cell in (cell for table in tables(found) for row in table for cell in row):
            assert missing([cell], text) is None
    text = plain_text(invitation(root))
    assert text.startswith("Invitation: Overleg zorg\nTuesday 10 June 2025, 10:00 – 12:00\n\nWhere: Zaal 2\n")
    assert text.endswith("\n\nEerstelijnszone Polder\n")
    assert "\n\nAGENDA\n\n1. Opvolging\n2. Toelichting\n   Breng je vragen mee.\n" in text
    row = "- No.: 14 January 2025, 3\n  Action point: Iemand zoekt een naam\n  How it stands: open, no date\n"
    assert f"\n\n{row}\n" in text


def test_a_decision_of_these_minutes_can_be_jumped_to_and_one_of_others_cannot(tmp_path: Path) -> None:
    text = "BESLUIT: Een\n\nZie [[2025-01-14-overleg/B1]] en [[2025-02-01-overleg]] en [[koffie]].\n"
    root = one(tmp_path, text)
    meetings(root, m2025_02_01_overleg="---\ntitle: Ander\nseries: overleg\ndate: 2025-02-01\nstate: draft\n---\n")
    found = minutes(root)
    page = html(found)
    assert (
        len([node for block in nodes(found.parts) for node in getattr(block, "children", ()) if isinstance(node, Jump)])
        == 3
    )
    assert '<a href="#2025-01-14-overleg/B1">decision B1, Overleg, 14 January 2025</a>' in page
    assert 'id="2025-01-14-overleg/B1"' in page
    assert "en Ander, 1 February 2025 en 1.1.1 Koffie voor mantelzorgers." in page


def test_our_own_meetings_need_no_warning() -> None:
    for found in every(ROOT):
        assert pdf(found, DAY).warnings == ()


def test_our_own_plan_says_where_its_actions_were_discussed() -> None:
    plan = read(ROOT).plan
    told = {name for name, one in fiches(own_plan()).items() if any(field.key == "discussed" for field in one.fields)}
    day = date(2025, 3, 15)
    assert told == {
        action.id for action in plan.actions if any(one.meeting.day <= day for one in discussed(plan, action.id))
    }


def test_a_list_in_an_invitation_without_numbers_has_marks(tmp_path: Path) -> None:
    found = invitation(one(tmp_path, "## Een\n\n## 3. Drie\n", "state: planned\n"), FIRST)
    assert [type(node) for node in found.parts[0].blocks[-2:]] == [Bullets, Numbered]
