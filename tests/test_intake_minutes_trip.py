"""Minutes that elzctl printed, taken in again, are the same meeting: from a page, from Word and from a PDF, in both languages."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from drawn_meetings import FIRST, SECOND, SERIES, THIRD, meetings, met
from drawn_plans import DUTCH, ENGLISH, read, sound
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from small_plans import ROOT

from elzctl.finding import Severity
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.readers.read import read as read_document
from elzctl.intake.taken import Taken
from elzctl.intake.updated import updated
from elzctl.meeting import Agreement, Event, Meeting, Point
from elzctl.model import Plan
from elzctl.render.docx import docx
from elzctl.render.html import html
from elzctl.render.markdown import plain
from elzctl.render.minutes_document import minutes_document
from elzctl.render.plan_text import PlanText
from elzctl.source import Source
from elzctl.value import replace
from elzctl.wording import Language

TODAY = date(2025, 7, 1)
LATER = date(2026, 2, 3)  # when all that these meetings tell of has been
DATA = ("title", "series", "date", "start", "end", "location", "speaker", "present", "excused", "next", "was", "last")


def as_page(meeting: Meeting, text: PlanText) -> bytes:
    return html(minutes_document(meeting, text)).encode()


def as_word(meeting: Meeting, text: PlanText) -> bytes:
    return docx(minutes_document(meeting, text), TODAY).data


def as_pdf(meeting: Meeting, text: PlanText) -> bytes:
    from elzctl.render.pdf import pdf

    return pdf(minutes_document(meeting, text), TODAY).data


def again(
    root: Path, name: str, make: Callable[[Meeting, PlanText], bytes], language: Language
) -> tuple[Plan, Plan, Taken]:
    """The plan, the plan with what the printed minutes are taken in as in the place of the meeting, and what was taken in.

    While they are taken in, the plan does not have the meeting itself.
    """
    plan, path = read(root).plan, root / "meetings" / f"{name}.md"
    one, before = plan.meetings_by_id[name], path.read_bytes()
    data = make(one, PlanText(plan, language, TODAY, internal=False))
    path.unlink()
    asked = MinutesOptions(one.series.id if one.series else None, read(root).plan, None, LATER)
    taken = take_minutes(read_document("verslag", data), asked)
    path.write_text(taken.files[f"meetings/{name}.md"], "utf-8")
    loaded = read(root)
    path.write_bytes(before)
    assert [str(one) for one in loaded.findings if one.severity is Severity.ERROR] == []
    return plan, loaded.plan, taken


def page(plan: Plan, name: str, language: Language) -> list[str]:
    """The lines of the printed minutes; how far they are, the file knows better than the document."""
    meeting = replace(plan.meetings_by_id[name], state=None, approved=None)
    drawn = html(minutes_document(meeting, PlanText(plan, language, TODAY, internal=False)))
    return re.sub(r"(?=<(?:p|li|h\d|div|tr|d[td])\b)", "\n", drawn).splitlines()


def changed(root: Path, name: str, make: Callable[[Meeting, PlanText], bytes], language: Language) -> list[object]:
    """What an update with a meeting's own printed minutes changes in its file."""
    plan, path = read(root).plan, f"meetings/{name}.md"
    data = make(plan.meetings_by_id[name], PlanText(plan, language, LATER, internal=False))
    taken = take_minutes(read_document("verslag", data), MinutesOptions(None, plan, None, LATER))
    raw = (root / path).read_bytes()
    found = updated(Source(path, raw, raw.decode()), taken.files[path], keep=frozenset({"state"}))
    return [*found.patches, *found.left]


def said(root: Path, markdown: str) -> str:
    """The words of a line as they are printed."""
    return plain(PlanText(read(root).plan, ENGLISH, TODAY, internal=False).noted(markdown))


def points(meeting: Meeting, root: Path) -> list[tuple[Any, ...]]:
    return [
        (said(root, one.text), one.owners, one.due, one.ticked, one.done, one.contributions, one.turns, one.notes)
        for one in meeting.points
    ]


def marks(meeting: Meeting) -> list[tuple[Any, ...]]:
    """What is noted but points: who commits themselves, for what, and where it leads."""
    return [
        (
            *(type(one).__name__, one.when if isinstance(one, Event) else None, set(getattr(one, "tags", ()))),
            *(set(one.who) if isinstance(one, Agreement) else (), {ref.id for ref in one.references if not ref.label}),
            *((step.stage, step.on) for step in getattr(one, "steps", ())),
        )
        for one in meeting.minutes.noted()
        if not isinstance(one, Point)
    ]


def agenda(meeting: Meeting, root: Path) -> list[tuple[int | None, str]]:
    return [(item.number, said(root, item.title)) for item in meeting.minutes.items]


def same(one: Meeting, other: Meeting, root: Path) -> None:
    """Fails where two meetings differ in what the import promises."""
    assert {key: getattr(one, key) for key in DATA} == {key: getattr(other, key) for key in DATA}
    assert agenda(one, root) == agenda(other, root)
    assert points(one, root) == points(other, root)
    assert marks(one) == marks(other)
    decided = [[said(root, it.text) for it in meeting.resolutions] for meeting in (one, other)]
    # A title in a title is printed with the word for what it is.
    assert [[re.sub(r"(?:action|actie) ", "", words) for words in every] for every in decided][:1] * 2 == [
        [re.sub(r"(?:action|actie) ", "", words) for words in every] for every in decided
    ]


@pytest.mark.parametrize("make", [as_page, as_word, as_pdf])
@pytest.mark.parametrize("language", [ENGLISH, DUTCH], ids=["en", "nl"])
@pytest.mark.parametrize("name", [FIRST, SECOND, THIRD])
def test_printed_minutes_come_back_the_same(
    tmp_path: Path, make: Callable[[Meeting, PlanText], bytes], language: Language, name: str
) -> None:
    root = met(tmp_path)
    plan, after, taken = again(root, name, make, language)
    one, other = plan.meetings_by_id[name], after.meetings_by_id[name]
    same(one, other, root)
    assert one.attachments == other.attachments
    assert one.no_action_points.strip() == other.no_action_points.strip()
    assert taken.account.left == ()
    assert set(taken.files) == {f"meetings/{name}.md"}
    assert changed(root, name, make, language) == []


@pytest.mark.parametrize("make", [as_page, as_word, as_pdf])
@pytest.mark.parametrize("name", [path.stem for path in sorted((ROOT / "meetings").glob("20*.md"))])
def test_the_minutes_of_this_repository_say_what_their_files_do(
    make: Callable[[Meeting, PlanText], bytes], name: str
) -> None:
    assert changed(ROOT, name, make, DUTCH) == []


WITH_INTERNAL = """---
title: Overleg
series: overleg
date: 2025-01-14
state: draft
---

## 1. Welkom

- [ ] Bekers kopen @kring

::: intern
- [ ] Zwijgen @kring
BESLUIT: Wij betalen niet.
:::

- [ ] Een brief sturen @kring
- [x] Cijfers tonen @kring

BESLUIT: Wij stoppen.

## 2. Varia

::: intern
SIGNAAL: Het is stil.
:::

- [ ] Nog iets @kring
"""


@pytest.mark.parametrize("make", [as_page, as_word, as_pdf])
@pytest.mark.parametrize("language", [ENGLISH, DUTCH], ids=["en", "nl"])
def test_what_is_noted_keeps_its_number_behind_what_is_internal(
    tmp_path: Path, make: Callable[[Meeting, PlanText], bytes], language: Language
) -> None:
    root = meetings(sound(tmp_path), SERIES, m2025_01_14_overleg=WITH_INTERNAL, m2025_03_11_overleg=NEXT_TEXT)
    plan, after, taken = again(root, FIRST, make, language)
    before, now = (
        {one.id: said(root, one.text) for one in some.meetings_by_id[FIRST].minutes.noted() if not one.internal}
        for some in (plan, after)
    )
    assert now == before
    assert [language(remark) for remark in taken.remarks if "(2, B1)" in language(remark)] != []
    assert "Zwijgen" not in taken.files[f"meetings/{FIRST}.md"]
    assert changed(root, FIRST, make, language) == []


# Drawn meetings

NEXT_TEXT = "---\ntitle: Overleg zorg\nseries: overleg\ndate: 2025-03-11\nstate: draft\n---\n\n## Varia\n\nBESLUIT: Wij stoppen.\n"

ACTORS = ("dienst-zorg", "kring", "apothekers", "cluster-zorg")
SAFE = "bekers kopen zaal vragen brief sturen cijfers tonen lijst maken op de website zetten voor alle partners (vijf) en 3/4 van A&B".split()


def safe(least: int, most: int) -> st.SearchStrategy[str]:
    """Words that begin with a letter and end with one."""
    return st.lists(st.sampled_from(SAFE), min_size=least, max_size=most).map(
        lambda words: f"Wij {' '.join(words)} samen"
    )


ids = st.lists(st.sampled_from(ACTORS), unique=True, max_size=3)
days = st.sampled_from(["2025-03-01", "2025-12-24", '"eind maart 2025"', '"najaar 2025"', "2025-02-01/2025-02-03"])
hours = st.tuples(
    st.integers(8, 12), st.sampled_from(["", "15", "30"]), st.integers(13, 20), st.sampled_from(["", "05", "45"])
)


@st.composite
def a_point(draw: st.DrawFn) -> str:
    ticked = draw(st.booleans())
    marks = [f"@{one}" for one in draw(ids)]
    marks += [f"tegen:{draw(days)}"] if draw(st.booleans()) else []
    marks += [f"op:{draw(st.sampled_from(['2025-01-14', '2025-02-20']))}"] if ticked and draw(st.booleans()) else []
    lines = [f"- [{'x' if ticked else ' '}] {draw(safe(1, 7))} {' '.join(marks)}".rstrip()]
    if draw(st.booleans()):
        lines.append(f"  - bijdrage @{draw(st.sampled_from(ACTORS))}: {draw(safe(1, 4))}")
    if draw(st.booleans()) and not ticked:
        lines.append(f"  - stand op:2025-02-10: {draw(safe(1, 4))}")
    if draw(st.booleans()) and not ticked:
        lines.append(f"  - verschoven op:2025-02-11 tegen:{draw(days)}: {draw(safe(1, 4))}")
    if draw(st.booleans()):
        lines.append(f"  - {draw(safe(1, 4))}")
    return "\n".join(lines)


goals = st.sampled_from(["[[koffie]]", "[[wandelen]]", "[[2025-03-11-overleg]]", "[[2025-03-11-overleg/B1]]"])
tags = st.sampled_from(["#mantelzorgers", "#bewegen", "#mantelzorg #scholen"])


@st.composite
def a_note(draw: st.DrawFn) -> str:
    kind = draw(st.sampled_from(["BESLUIT", "SIGNAAL", "AFSPRAAK", "EVENEMENT"]))
    when = draw(st.sampled_from(["2025-05-10 13u-17u ", "2025-06 ", ""])) if kind == "EVENEMENT" else ""
    lead = draw(st.sampled_from(["", "@kring ", "@kring @apothekers ", "@dienst-zorg en @kring "]))
    words = f"{lead if kind == 'AFSPRAAK' else ''}{draw(safe(1, 8))}"
    words += f" voor {draw(goals)} en de rest" if draw(st.booleans()) else ""
    words += f" {draw(tags)}" if kind in ("SIGNAAL", "AFSPRAAK") and draw(st.booleans()) else ""
    lines = [f"{draw(st.sampled_from(['', '- ', '* ']))}{kind}: {when}{words}"]
    if kind == "SIGNAAL" and draw(st.booleans()):
        lines.append(f"{'  ' * (lines[0][0] in '-*')}- besproken op:2025-02-01: {draw(safe(1, 3))} zie {draw(goals)}")
    return "\n".join(lines)


passages = st.one_of(
    safe(2, 20).map(lambda words: f"{words}."),
    goals.map(lambda goal: f"Wij spraken er al over in {goal}, en @kring ook."),
    st.lists(safe(1, 3), min_size=1, max_size=3).map(
        lambda items: "Dit zijn ze:\n\n" + "\n".join(f"* {one}" for one in items)
    ),
    safe(1, 3).map(lambda words: f"### {words}"),
    st.just("Er wordt beslist dat we stoppen. Actie: niets doen (tegen 1 maart 2025)."),
    st.just("12 mei 2025: een dag met de partners."),
)


@st.composite
def a_meeting(draw: st.DrawFn) -> str:
    """The text of a file of a meeting."""
    first, first_minute, last, last_minute = draw(hours)
    head = [f"title: {draw(safe(1, 3))}", "series: overleg", "date: 2025-01-14"]
    head += [f"start: {first}u{first_minute}"] if draw(st.booleans()) else []
    head += [f"end: {last}u{last_minute}"] if draw(st.booleans()) else []
    head += [f"location: {draw(safe(1, 2))}"] if draw(st.booleans()) else []
    head.append(f"state: {draw(st.sampled_from(['draft', 'review', 'planned']))}")
    present = draw(ids)
    head += [f"present: [{', '.join(present)}]"] if present else []
    ahead = [f"date: {draw(st.sampled_from(['2025-03-11', '2025-09-30']))}"]
    ahead += [f"start: {first}u"] if draw(st.booleans()) else []
    ahead += [f"location: {draw(safe(1, 2))}"] if draw(st.booleans()) else []
    head += [f"next: {{{', '.join(ahead)}}}"] if draw(st.booleans()) else []
    body = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        label = f"{number}. " if draw(st.integers(0, 4)) else ""
        body.append(f"## {label}{draw(safe(1, 4))} {'abcd'[number - 1]}")
        body += draw(st.lists(st.one_of(a_point(), a_note(), passages), max_size=4))
    return "\n".join(["---", *head, "---", "", "\n\n".join(body), ""])


@pytest.mark.parametrize("make", [as_page, as_word])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=a_meeting(), language=st.sampled_from([ENGLISH, DUTCH]))
@example(text="---\ntitle: X\nseries: overleg\ndate: 2025-01-14\nstate: draft\n---\n\n## Alleen\n", language=DUTCH)
def test_every_drawn_meeting_comes_back_the_same(
    make: Callable[[Meeting, PlanText], bytes], text: str, language: Language
) -> None:
    root = Path(tempfile.mkdtemp())
    try:
        meetings(sound(root), SERIES, m2025_01_14_overleg=text, m2025_03_11_overleg=NEXT_TEXT)
        plan, after, _ = again(root, FIRST, make, language)
        same(plan.meetings_by_id[FIRST], after.meetings_by_id[FIRST], root)
        assert page(plan, FIRST, language) == page(after, FIRST, language)
        assert changed(root, FIRST, make, language) == []
    finally:
        shutil.rmtree(root)
