"""``plan/plan.yaml`` of a plan that was taken in: title, organisation, years, chapters and the lists of groups and themes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from elzctl.intake.ledger import Entry, Fate
from elzctl.intake.plan.desk import PLAN, UNCLEAR, Desk
from elzctl.intake.plan.draft import yaml
from elzctl.intake.plan.form import Form
from elzctl.intake.plan.own import Cover
from elzctl.intake.plan.settings import Fact, Settings
from elzctl.intake.plan.words import Label
from elzctl.record import NamedTuple
from elzctl.wording import say

NO_OWNER = say("The document does not say whose plan it is: give the name.")
NO_YEAR = say("The document gives no year: this is the year of today.")


class Chapters(NamedTuple):
    """The ids of the chapters before and after the goals."""

    before: tuple[str, ...]
    after: tuple[str, ...]


def plan_yaml(facts: Settings, cover: Cover, chapters: Chapters, forms: Sequence[Form], desk: Desk) -> str:
    """The text of the file, and what it says booked."""
    desk.put(facts.used, Fate.FIELD, PLAN)
    _book("title", facts.title, desk)
    year = facts.year or Fact(str(desk.today.year), certainty=UNCLEAR, reason=NO_YEAR)
    if desk.year is None:
        year = year._replace(value=str(desk.today.year))
    _book("year", year, desk)
    rows = [("title", desk.line(facts.title.value))]
    if desk.actors.own:
        owner = facts.organisation or Fact("", certainty=UNCLEAR, reason=NO_OWNER)
        _book("organisation", owner._replace(value=desk.actors.own), desk)
        rows.append(("organisation", desk.actors.own))
    rows.append(("year", year.value))
    if cover.period is not None:
        years, block = cover.period
        desk.field(PLAN, "period", years, block.text, (block,))
        rows.append(("period", years))
    rows += [("language", desk.tongue.value), ("section_order", _order(forms))]
    text = "".join(yaml(key, value) for key, value in rows)
    if cover.words:
        text += "style:\n" + yaml("cover", desk.prose(cover.words, PLAN, "style.cover") + "\n", "  ")
    text += f"chapters:\n  before: [{', '.join(chapters.before)}]\n  after: [{', '.join(chapters.after)}]\n"
    for key, register in (("target_groups", desk.groups), ("themes", desk.themes)):
        names = "".join(yaml(name, known[0], "  ") for name, known in register.new.items())
        text += f"{key}:\n{names}" if names else ""
    return text


def _book(key: str, fact: Fact, desk: Desk) -> None:
    desk.ledger.field(Entry(PLAN, key, fact.value, fact.certainty, fact.words, fact.lines, fact.reason))


def _order(forms: Sequence[Form]) -> str:
    """Which of the two official orders most forms have."""
    first: Counter[Label] = Counter()
    for one in forms:
        labels = [piece.label for piece in one.pieces if piece.label in (Label.WHY, Label.WHAT)]
        first.update(labels[:1])
    return "what-first" if first[Label.WHAT] > first[Label.WHY] else "why-first"
