"""An invitation that elzctl printed, taken in, is the meeting that it invites to: its agenda, and no points of earlier ones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from drawn_meetings import met
from drawn_plans import DUTCH, ENGLISH, read

from elzctl.intake.ledger import Fate
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.readers.read import read as read_document
from elzctl.intake.taken import Taken
from elzctl.meeting import Meeting
from elzctl.model import Plan
from elzctl.render.docx import docx
from elzctl.render.html import html
from elzctl.render.invitation_document import invitation_document
from elzctl.render.minutes_document import minutes_document
from elzctl.render.plan_text import PlanText
from elzctl.render.tree import Document
from elzctl.wording import Language

TODAY = date(2025, 4, 1)
NAME = "2025-06-24-overleg"
AHEAD = """\
---
title: Overleg zorg
series: overleg
date: 2025-06-24
start: 10u
end: 12u
location: Buurthuis
state: planned
was: [{date: 2025-06-10, start: 9u}]
---

Breng koffie mee.

## 1. Toelichting

Waarover gaat het?

- eerst dit
- dan dat

## Pauze

## 4. Varia
"""
CALLED_OFF = (
    "---\nseries: overleg\ndate: 2025-06-24\nstate: cancelled\nreason: te weinig volk\n---\n\n## 1. Toelichting\n"
)
FLAT = "---\nseries: overleg\ndate: 2025-06-24\nstate: draft\n---\n\nEnkel tekst.\n\n- [ ] Iets doen @kring tegen:2025-07-01\n"


def as_page(document: Document) -> bytes:
    return html(document).encode()


def as_word(document: Document) -> bytes:
    return docx(document, TODAY).data


def as_pdf(document: Document) -> bytes:
    from elzctl.render.pdf import pdf

    return pdf(document, TODAY).data


MAKES = (as_page, as_word, as_pdf)


def again(
    root: Path,
    text: str,
    make: Callable[[Document], bytes],
    language: Language,
    document: Callable[[Meeting, PlanText], Document] = invitation_document,
    name: str = "uitnodiging",
) -> tuple[Taken, Plan]:
    """What the printed document of this meeting is, taken in into the plan without it, and the plan with that."""
    met(root)
    path = root / "meetings" / f"{NAME}.md"
    path.write_text(text, "utf-8")
    plan = read(root).plan
    data = make(document(plan.meetings_by_id[NAME], PlanText(plan, language, TODAY, internal=False)))
    path.unlink()
    paper = read_document(name, data)
    assert (
        "cancelled" in text
        or document is minutes_document
        or any("Bekers kopen" in block.text for block in paper.blocks)
    )
    taken = take_minutes(paper, MinutesOptions(None, read(root).plan, None, TODAY))
    path.write_text(taken.files[f"meetings/{NAME}.md"], "utf-8")
    return taken, read(root).plan


@pytest.mark.parametrize("language", [DUTCH, ENGLISH])
@pytest.mark.parametrize("make", MAKES)
def test_an_invitation_comes_back_as_the_planned_meeting(
    tmp_path: Path, make: Callable[[Document], bytes], language: Language
) -> None:
    taken, plan = again(tmp_path, AHEAD, make, language)
    text = taken.files[f"meetings/{NAME}.md"]
    assert text.startswith(AHEAD[: AHEAD.index("## 1.")])
    assert text.split("\n\n")[2:] == AHEAD.split("\n\n")[2:]
    assert plan.meetings_by_id[NAME].points == ()
    assert all(one.fate is not Fate.LEFT for one in taken.account.lines)


@pytest.mark.parametrize("make", MAKES)
def test_the_invitation_of_a_meeting_that_is_called_off_tells_why(
    tmp_path: Path, make: Callable[[Document], bytes]
) -> None:
    text = again(tmp_path, CALLED_OFF, make, DUTCH)[0].files[f"meetings/{NAME}.md"]
    assert "state: cancelled\nreason: te weinig volk\n---\n\n## 1. Toelichting\n" in text


@pytest.mark.parametrize("make", MAKES)
def test_printed_minutes_without_an_agenda_keep_their_points(tmp_path: Path, make: Callable[[Document], bytes]) -> None:
    text = again(tmp_path, FLAT, make, DUTCH, minutes_document)[0].files[f"meetings/{NAME}.md"]
    assert "present:" not in text
    assert text.endswith("Enkel tekst.\n\n- [ ] Iets doen @kring tegen:2025-07-01\n")


def test_a_meeting_without_an_agenda_of_its_own_gets_that_of_the_invitation(tmp_path: Path) -> None:
    bare = AHEAD[: AHEAD.index("\nBreng")]
    taken, plan = again(tmp_path, bare, as_word, DUTCH)
    titles = [item.title for item in plan.meetings_by_id[NAME].minutes.items]
    assert titles[0] == "Opvolging van de werkpunten"
    assert titles[-2:] == ["Toelichting", "Varia"]
    assert "Bekers" not in taken.files[f"meetings/{NAME}.md"]


def test_an_invitation_changes_nothing_in_minutes_that_are_there(tmp_path: Path) -> None:
    met(tmp_path)
    path = tmp_path / "meetings" / f"{NAME}.md"
    path.write_text(AHEAD, "utf-8")
    plan = read(tmp_path).plan
    data = as_word(invitation_document(plan.meetings_by_id[NAME], PlanText(plan, DUTCH, TODAY, internal=False)))
    said = "## 1. Toelichting\n\nWe spraken erover.\n\nBESLUIT: Het gaat door.\n"
    path.write_text(f"{AHEAD[: AHEAD.index('Breng')].replace('planned', 'draft')}{said}", "utf-8")
    options = MinutesOptions(None, read(tmp_path).plan, None, TODAY)
    taken = take_minutes(read_document("uitnodiging", data), options)
    assert taken.files[f"meetings/{NAME}.md"].endswith(f"---\n\n{said}")


def test_attachments_that_are_not_there_are_named_above_the_agenda(tmp_path: Path) -> None:
    text = AHEAD.replace("state: planned", "state: planned\nattachments: [{file: cijfers.pdf, title: De cijfers}]")
    met(tmp_path)
    path = tmp_path / "meetings" / f"{NAME}.md"
    path.write_text(text, "utf-8")
    plan = read(tmp_path).plan
    data = as_word(invitation_document(plan.meetings_by_id[NAME], PlanText(plan, DUTCH, TODAY, internal=False)))
    taken = take_minutes(read_document("uitnodiging", data), MinutesOptions("overleg", None, None, TODAY))
    found = taken.files["meetings/2025-06-24-overleg.md"]
    assert "\nBijlagen: De cijfers (cijfers.pdf)\n\n## 1. Toelichting\n" in found
    assert "## Bijlagen" not in found


def test_an_invitation_that_somebody_else_typed_still_hides_its_people(tmp_path: Path) -> None:
    typed = "<h1>Uitnodiging: overleg zorg</h1><p>dinsdag 24 juni 2025, 10u</p><h2>Agenda</h2><ol><li>Vraag van Lieve Peeters</li></ol>"
    page = f"<html><body>{typed}</body></html>".encode()
    taken = take_minutes(read_document("uitnodiging.html", page), MinutesOptions(None, None, None, TODAY))
    public = "".join(text for path, text in taken.files.items() if not path.startswith("private/"))
    assert "date: 2025-06-24" in public
    assert "Lieve" not in public
