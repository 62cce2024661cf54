"""A small plan with meetings, as real files."""

from __future__ import annotations

from pathlib import Path

from small_plans import PLAN, write

from elzctl.load import Loaded, load
from elzctl.meeting import Meeting
from elzctl.tree import WorkTree

SERIES = """\
overleg:
  name: Overleg Polder
  start: 13:30
  end: 16:00
  location: Zaal Ter Dijk, Pölder
  agenda: [Toelichting, Signalen en acties, Varia]
stuurgroep:
  name: Stuurgroep Dijk
"""

FIRST = """\
---
title: Overleg Polder
series: overleg
date: 2025-05-13
state: draft
next: {date: 2025-10-09, start: 14u, end: 16u30, location: "Café “’t Sas”, Pölder", speaker: dienst-zorg}
---

## 1. Opvolging van de werkpunten

## 2. Signalen en acties

- [ ] Affiches verspreiden in elke gemeente @kring tegen:2025-10-09
  - bijdrage @apothekers: hangen er een op
- [x] Lijst opmaken @dienst-zorg op:2025-05-20
- [ ] Vorming zoeken @kring

BESLUIT: De groep vergadert op wisselende plaatsen.
"""


def meetings(root: Path, /, plan: str = PLAN, series: str = SERIES, **texts: str | bytes) -> Path:
    """A plan with these meetings; ``m2025_05_13_overleg`` is the file of 2025-05-13-overleg."""
    write(root, plan=plan)
    folder = root / "meetings"
    folder.mkdir(exist_ok=True)
    (folder / "series.yaml").write_text(series, "utf-8")
    for name, text in texts.items():
        raw = text if isinstance(text, bytes) else text.encode()
        (folder / f"{name.removeprefix('m').replace('_', '-')}.md").write_bytes(raw)
    return root


def read(root: Path) -> Loaded:
    """The plan as it is now."""
    return load(WorkTree(root))


def meeting(root: Path, name: str) -> Meeting:
    """One meeting as it is now."""
    return read(root).plan.meetings_by_id[name]
