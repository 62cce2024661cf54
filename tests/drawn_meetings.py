"""Meetings whose documents are drawn in the tests: a small series with everything in it, and what must never come out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from drawn_plans import ENGLISH, lines, read, sound
from made_pdf import pdf

from elzctl.render.invitation_document import invitation_document
from elzctl.render.minutes_document import minutes_document
from elzctl.render.plan_text import PlanText
from elzctl.render.tree import Document

TODAY = date(2025, 4, 1)
FIRST, SECOND, THIRD = "2025-01-14-overleg", "2025-03-11-overleg", "2025-06-10-overleg"

SERIES = """\
overleg:
  name: Overleg zorg
  cluster: care
  body: cluster-zorg
  access: open
  agenda: [Toelichting, Varia]
"""

FIRST_TEXT = """\
---
title: Overleg zorg
series: overleg
date: 2025-01-14
start: 13u30
end: 16u
location: Buurthuis
state: approved
present: [dienst-zorg, kring]
excused: [apothekers]
no_action_points: ''
next: {date: 2025-03-11, start: 13u30, location: Buurthuis, speaker: kring}
approved: {in: 2025-03-11-overleg, on: 2025-03-11}
---

Welkom.

## 1. Toelichting

De @kring vertelt over **koffie** voor #mantelzorgers, zie [[koffie]] en `@kring`.

- [ ] Bekers *kopen* @dienst-zorg tegen:2025-03-01 [[koffie]]
  - bijdrage @kring: betaalt de helft
  - stand op:2025-02-10: de winkel is gekozen
  - verschoven op:2025-03-11 tegen:"eind april 2025": ze zijn uitverkocht
- [x] Zaal vragen @kring op:2025-02-01
- [ ] Iemand zoekt een naam

BESLUIT: We drinken koffie met @apothekers en doen [[wandelen]].

SIGNAAL: Mantelzorgers vinden de deur niet #mantelzorgers @kring
- gegroepeerd op:2025-02-01: onthaal
- doorverwezen op:2025-03-11 @dienst-zorg: hangt een bord op
- besproken op:2025-05-01

AFSPRAAK: @kring helpt de affiche ophangen #bewegen

EVENEMENT: 2025-05-10 13u-17u Koffiedag @kring

## 2. Varia

Niets.
"""

SECOND_TEXT = """\
---
title: Overleg zorg
series: overleg
date: 2025-03-11
start: 13u30
state: draft
attachments: [{file: cijfers.pdf, title: De cijfers}, {file: los.pdf}]
last: yes
no_action_points: Alles loopt.
---

## 1. Opvolging van de werkpunten

We overliepen alles.

## 2. Goedkeuring van het verslag

## 3. Varia
"""

THIRD_TEXT = """\
---
title: Overleg zorg
series: overleg
date: 2025-06-10
start: 10:00
end: 12:00
location: Zaal 2
state: planned
was: [{date: 2025-06-03, start: 10:00}]
speaker: apothekers
---

## 1. Opvolging

## 2. Toelichting

Breng je vragen mee.

## 4. Varia
"""


def meetings(root: Path, series: str = SERIES, /, **texts: str) -> Path:
    """Meetings as files beside a plan; the name of one is its id with ``_`` for ``-`` and ``m`` before it."""
    (root / "meetings").mkdir(exist_ok=True)
    (root / "meetings" / "series.yaml").write_text(series, "utf-8")
    for name, text in texts.items():
        path = root / "meetings" / f"{name.removeprefix('m').replace('_', '-')}.md"
        path.write_text(text, "utf-8")
    return root


def met(root: Path, **texts: str) -> Path:
    """A sound plan with the three meetings; *texts* come on top."""
    three = {"m2025_01_14_overleg": FIRST_TEXT, "m2025_03_11_overleg": SECOND_TEXT, "m2025_06_10_overleg": THIRD_TEXT}
    (root / "meetings" / "attachments").mkdir(parents=True)
    for name in ("cijfers", "los"):
        (root / "meetings" / "attachments" / f"{name}.pdf").write_bytes(pdf("Bijlage"))
    return meetings(sound(root), **{**three, **texts})


def one(root: Path, text: str, head: str = "state: draft\n") -> Path:
    """A sound plan with one meeting of that text."""
    return meetings(
        sound(root), m2025_01_14_overleg=f"---\ntitle: Overleg\nseries: overleg\ndate: 2025-01-14\n{head}---\n{text}"
    )


def words_of(root: Path, *, internal: bool = False, today: date = TODAY) -> PlanText:
    """The texts of a plan in English."""
    return PlanText(read(root).plan, ENGLISH, today, internal=internal)


def minutes(root: Path, name: str = FIRST, *, internal: bool = False, today: date = TODAY) -> Document:
    """The minutes of a meeting."""
    text = words_of(root, internal=internal, today=today)
    return minutes_document(text.plan.meetings_by_id[name], text)


def invitation(root: Path, name: str = THIRD, *, today: date = TODAY) -> Document:
    """The invitation of a meeting."""
    text = words_of(root, today=today)
    return invitation_document(text.plan.meetings_by_id[name], text)


def said(document: Document) -> list[str]:
    """The lines of the only part of a document."""
    (part,) = document.parts
    return lines(part.blocks)
