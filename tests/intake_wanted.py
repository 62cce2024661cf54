"""What must come out of a document that is taken in, as somebody found it by reading the document.

Expectations of our own documents hold their texts; those of the seeds hold no words of them, but lines, counts and digests
(``intake/seed_003.yaml`` tells the form): :func:`seed_plan` and :func:`seed_minutes` look the words up, and refuse a
seed that is another.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import yaml

HERE = Path(__file__).parent
SEEDS = HERE.parent.parent / "shared" / "seeds"

Names: TypeAlias = tuple[tuple[str, ...], ...]
"""Names that must come out, each with the ways to write it."""


@dataclass(frozen=True)
class WantedGoal:
    number: str
    title: str
    motto: str = ""
    text: str = ""
    operational: bool = False
    loose: str = ""


@dataclass(frozen=True)
class WantedAction:
    """``…_or`` may come out and need not: the text can be read in two ways.

    ``sections`` are texts by part (``why``, ``do_not``, ``with_whom`` …; ``intro`` stands before them, ``text`` is all of a stub);
    ``criteria`` are by kind: their text, the fewest and the most that they are.  ``dates`` are as typed.  ``loose`` may stand in any section.
    """

    number: str
    title: str
    stub: bool = False
    status: tuple[str, ...] = ()
    into: str = ""
    lead: Names = ()
    lead_or: tuple[str, ...] = ()
    role: str = ""
    role_or: str = ""
    partners: Names = ()
    partners_or: tuple[str, ...] = ()
    checks: Mapping[str, bool] = field(default_factory=dict)
    sections: Mapping[str, str] = field(default_factory=dict)
    criteria: Mapping[str, tuple[str, int, int]] = field(default_factory=dict)
    targets: tuple[int, ...] = ()
    targets_or: tuple[int, ...] = ()
    dates: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()
    start: str = ""
    due: str = ""
    loose: str = ""
    anything: tuple[str, ...] = ()
    """Parts that may exist or not."""


@dataclass(frozen=True)
class WantedPlan:
    """``gone`` are prompts, headers and the like that no file may hold."""

    goals: tuple[WantedGoal, ...] = ()
    actions: tuple[WantedAction, ...] = ()
    chapters: tuple[tuple[str, str], ...] = ()
    gone: tuple[str, ...] = ()
    year: str = ""
    goals_or: tuple[str, ...] = ()
    lines: Mapping[str, tuple[int, int]] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class WantedPoint:
    text: str
    owners: Names = ()
    due: str = ""


@dataclass(frozen=True)
class WantedMinutes:
    """``items`` are titles with the text under them; ``persons`` are the sha256 of names in small letters."""

    title: tuple[str, ...] = ()
    date: str = ""
    start: str = ""
    end: str = ""
    location: str = ""
    present: Names = ()
    excused: Names = ()
    items: tuple[tuple[str, str], ...] = ()
    points: tuple[WantedPoint, ...] = ()
    decisions: tuple[str, ...] = ()
    next_date: str = ""
    next_start: str = ""
    next_location: str = ""
    speaker: str = ""
    links: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    events_or: tuple[str, ...] = ()
    items_or: tuple[str, ...] = ()
    points_or: tuple[str, ...] = ()
    decisions_or: tuple[str, ...] = ()
    excused_or: tuple[str, ...] = ()
    next_start_or: str = ""
    next_location_or: str = ""
    owners_or: tuple[str, ...] = ()
    loose: str = ""
    """Words that may stand in the text of an item too."""


# Words


_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """The words of a text: letters and figures, whatever their case, signs and marks."""
    return [one.casefold() for one in _WORD.findall(unicodedata.normalize("NFKC", text))]


def digest(text: str) -> str:
    """That of a name, as the expectations of the seeds hold it."""
    return hashlib.sha256(text.casefold().encode()).hexdigest()


# The seeds


class _Seed:
    def __init__(self, expectations: str) -> None:
        self.found: dict[str, Any] = yaml.safe_load((HERE / "intake" / expectations).read_text("utf-8"))
        data = (SEEDS / self.found["source"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == self.found["sha256"], "this is not the seed that was read"
        self.lines = data.decode("utf-8").split("\n")

    def text(self, passage: Any) -> str:
        """The text of a passage, in words where only some of its words belong to it."""
        if passage is None or isinstance(passage, str):
            return passage or ""
        text = "\n".join(line for first, last in passage["lines"] for line in self.lines[first - 1 : last])
        found = words(text)
        if "words" in passage:
            found = found[slice(*passage["words"])]
            text = self._cut(text, *passage["words"])
        assert len(found) == passage["count"]
        assert hashlib.sha256(" ".join(found).encode()).hexdigest()[:16] == passage["sha256"]
        return re.sub(r"(?m)^\s*o (?=\S)", "• ", text)  # an "o" that is a bullet

    def _cut(self, text: str, first: int, last: int) -> str:
        places = [match.span() for match in _WORD.finditer(text)]
        return text[places[first][0] : places[last - 1][1]]

    def names(self, rows: Sequence[Sequence[Any]]) -> Names:
        return tuple(tuple(self.text(name) for name in row) for row in rows)

    def texts(self, rows: Sequence[Any]) -> tuple[str, ...]:
        return tuple(self.text(row) for row in rows)


def seed_text(expectations: str) -> bytes:
    name: str = yaml.safe_load((HERE / "intake" / expectations).read_text("utf-8"))["source"]
    return (SEEDS / name).read_bytes()


def seed_plan() -> WantedPlan:
    """What must come out of the action plan."""
    seed = _Seed("seed_003.yaml")
    return WantedPlan(
        goals=tuple(
            WantedGoal(row["number"], seed.text(row["title"]), seed.text(row["motto"]), seed.text(row.get("text")))
            for row in seed.found["goals"]
        ),
        actions=tuple(_seed_action(seed, row) for row in seed.found["actions"]),
        chapters=tuple((seed.text(row["title"]), seed.text(row["text"])) for row in seed.found["chapters"]),
        gone=(*seed.texts(seed.found["prompts"]), *seed.text(seed.found["running"]).split("\n")),
        year=str(seed.found["year"]),
        lines={
            row["number"]: (row["title"]["lines"][0][0], row["title"]["lines"][-1][1]) for row in seed.found["actions"]
        },
    )


def _seed_action(seed: _Seed, row: Mapping[str, Any]) -> WantedAction:
    criteria = {kind: (seed.text(one), *one["criteria"]) for kind, one in row.get("criteria", {}).items()}
    return WantedAction(
        number=row["number"],
        title=seed.text(row["title"]),
        stub=row["state"] == "stub",
        status=tuple(row.get("status", ())),
        into=row.get("into", ""),
        lead=seed.names(row.get("lead", ())),
        lead_or=seed.texts(row.get("lead_or", ())),
        role=row.get("role", ""),
        role_or=row.get("role_or", ""),
        partners=seed.names(row.get("partners", ())),
        partners_or=seed.texts(row.get("partners_or", ())),
        checks=row.get("checks", {}),
        sections={part: seed.text(one) for part, one in row["sections"].items()},
        criteria=criteria,
        targets=tuple(row.get("targets", ())),
        targets_or=tuple(row.get("targets_or", ())),
        dates=tuple(row.get("dates", ())),
        refs=tuple(row.get("refs", ())),
        loose=seed.text(row.get("loose")),
    )


def seed_minutes() -> WantedMinutes:
    """What must come out of the minutes."""
    seed = _Seed("seed_000.yaml")
    found = seed.found
    return WantedMinutes(
        title=(seed.text(found["title"]), seed.text(found["title_or"])),
        date=found["date"],
        start=found["start"],
        end=found["end"],
        location=seed.text(found["location"]),
        items=tuple((seed.text(row["title"]), seed.text(row["text"])) for row in found["items"]),
        points=tuple(WantedPoint(seed.text(row)) for row in found["points"]),
        next_date=found["next"]["date"],
        next_start=found["next"]["start"],
        next_location=seed.text(found["next"]["location"]),
        speaker=seed.text(found["next"]["speaker_or"]),
        links=tuple(found["links"]),
        gone=tuple(found["tracking"]),
        persons=tuple(found["persons"]),
        events_or=tuple(found["events_or"]),
        owners_or=("welzijnspartners AMALO",),
        loose="de coördinator van ELZ AMALO persoon 1 2 3 4 " * 9,
    )
