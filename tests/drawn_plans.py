"""Plans that are drawn in the tests: one with everything in it, one by a hostile hand, and the plan of this repository."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from small_plans import GOALS, PLAN, ROOT, fiche, write

from elzctl.load import Loaded, load
from elzctl.render.accessibility_document import accessibility_document
from elzctl.render.markdown import plain
from elzctl.render.plan_document import plan_document
from elzctl.render.tree import CheckBox, Document, Entry, Facts, Fiche, Field, Heading, Listing, Paragraph, Table
from elzctl.render.tree_timeline import Timeline
from elzctl.tree import WorkTree
from elzctl.wording import Language

TODAY = date(2025, 3, 15)
ENGLISH = Language("en")
DUTCH = Language("nl")

RICH_PLAN = (
    PLAN
    + """\
language: en
period: 2024-2029
chapters:
  before: [vooraf]
  after: [achteraf]
abbreviations:
  ELZ: eerstelijnszone
  CM: Christelijke Mutualiteit
"""
)

FULL = fiche(
    "1.1.1",
    "lead: [dienst-zorg, onbekend]",
    "role: facilitator",
    "partners: [kring, apothekers]",
    "target_groups: [mantelzorgers, zonder-naam]",
    "themes: [mantelzorg]",
    "start: voorjaar 2025",
    "due: eind 2025",
    "steps:",
    "  - {what: Zaal zoeken, due: maart 2025, done: 2025-03-31, by: [kring]}",
    "  - {what: Koffie zetten, start: april 2025, due: eind juni 2025, note: zie ook wandelen}",
    "  - {what: Iedereen bedanken}",
    "indicators:",
    "  - {kind: process, what: Overleg, target: 4, unit: keer, per: year, measured: [{on: 2025-06-30, value: 3, note: tussentijds}]}",
    "  - {kind: output, what: Gasten, unit: gasten, measure: lijst aan de deur}",
    "condition: {what: de zaal is vrij, from: [dienst-zorg], by: april 2025, then: we gaan door, otherwise: dan zetten we stop}",
    "updates:",
    "  - {on: 2025-06-30, health: at-risk, note: De zaal is klein.}",
    "accepted: {vague-steps: GEHEIME reden}",
    title="Koffie voor mantelzorgers",
    text="""\
Een woord vooraf. <!-- GEHEIM voor onszelf -->

## Waarom?

Mantelzorgers staan er **vaak** alleen voor, zie [[wandelen]] en [[wandelen|de wandeling]] en [[nergens]].

## Voor wie?

## Wat?

We schenken koffie.

### Wat doen we wel?

* Schenken
  * en luisteren

### Wat doen we niet?

## Hoe?

### Eigen kop

1. eerst
2. dan

## Met wie?

| Wie | Wat |
| --- | --- |
| Kring | Koek |

## Evaluatie

We tellen.
""",
)
STUB = fiche(
    "1.1.2",
    "reason: Te weinig handen voor [[koffie]].",
    "decision: {body: kring, on: 2024-08-30, text: De actie stopt.}",
    "since: 2024",
    "into: koffie",
    title="Taart",
    status="merged",
    text="Taart bakken leek mooi.\n",
)
WALK = fiche("1.2.1", "due: 2025", title="Wandelen na [[koffie]]")
STRAY = fiche("9.9.9", title="Verdwaald")


def rich(root: Path, **fiches: str) -> Path:
    """The plan with everything in it; *fiches* come on top."""
    texts = {"koffie": FULL, "taart": STUB, "wandelen": WALK, "verdwaald": STRAY, **fiches}
    write(root, plan=RICH_PLAN, goals=GOALS, **texts)
    (root / "plan" / "texts").mkdir(exist_ok=True)
    (root / "plan" / "texts" / "vooraf.md").write_text(
        "---\ntitle: Vooraf\n---\n\nBegin.\n\n## Onderdeel\n\nTekst.\n", "utf-8"
    )
    (root / "plan" / "texts" / "achteraf.md").write_text("---\ntitle: Achteraf\n---\n\nEinde.\n", "utf-8")
    return root


STATED = """\
accessibility:
  contact: toegankelijk@elz-polder.example
  checked: juni 2025
  how: met een schermlezer
  known_issues: [De affiches zijn foto's zonder tekst.]
  complaints: de ombudsdienst, https://ombuds.example
"""


def statement(root: Path) -> Document:
    """The accessibility statement of a plan that has one."""
    rich(root)
    with (root / "plan" / "plan.yaml").open("a", encoding="utf-8") as settings:
        settings.write(STATED)
    return accessibility_document(read(root).plan, TODAY, ENGLISH)


def sound(root: Path, **fiches: str) -> Path:
    """The same without what is wrong in it."""
    full = FULL.replace(", onbekend]", "]").replace(", zonder-naam]", "]").replace(" en [[nergens]]", "")
    rich(root, koffie=full, **fiches)
    (root / "plan" / "actions" / "verdwaald.md").unlink()
    actors = root / "plan" / "actors.yaml"
    actors.write_text(actors.read_text("utf-8").replace("  member_of: [kring]\n", ""), "utf-8")
    return root


EVIL = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "{{7*7}}",
    "{{ style }}",
    '#read("/etc/passwd")',
    '#import "@preview/cetz:0.3.0"',
    "$x$ \\#panic() @ref",
    "[klik](javascript:alert(1))",
    "![foto](https://spion.example/p.png)",
    '" onclick="alert(1)',
    "&lt;b&gt;",
)


def hostile(root: Path) -> Path:
    """A plan whose every text tries to be something else than text."""
    evil = " ".join(EVIL)
    quoted = evil.replace("\\", "\\\\").replace('"', '\\"')
    plan = RICH_PLAN.replace("Actieplan 2025", f'"{quoted}"').replace("Christelijke Mutualiteit", f'"{quoted}"')
    goals = GOALS.replace("Zorg dicht bij mensen", f'"{quoted}"').replace("motto: bewegen", f'motto: "{quoted}"')
    lines = (
        f'reason: "{quoted}"',
        f'steps: [{{what: "{quoted}", due: 2025}}]',
        f'indicators: [{{kind: output, what: "{quoted}", unit: "{quoted}"}}]',
    )
    texts = {
        "kwaad": fiche("1.1.3", *lines, title=f'"{quoted}"', text=f"{evil}\n\n## Waarom?\n\n{evil}\n\n* {evil}\n"),
        "stil": fiche("1.1.4", *lines[:1], title=f'"{quoted}"', status="stopped", text=evil),
    }
    rich(root, **texts)
    write(root, plan=plan, goals=goals)
    (root / "plan" / "texts" / "vooraf.md").write_text(f'---\ntitle: "{quoted}"\n---\n\n{evil}\n\n## {evil}\n', "utf-8")
    return root


def read(root: Path) -> Loaded:
    return load(WorkTree(root))


def document(root: Path, language: Language = ENGLISH) -> Document:
    return plan_document(read(root).plan, TODAY, language)


def own_plan(language: Language = DUTCH) -> Document:
    """The plan of this repository."""
    return document(ROOT, language)


def nodes(found: Iterable[object]) -> Iterator[object]:
    """Every block at any depth, in reading order; a badge as the bare text that it is."""
    for node in found:
        yield node
        if isinstance(node, Fiche):
            yield from nodes((node.heading, node.badge, *node.intro, *node.fields))
        for name in ("blocks", "items"):
            yield from nodes(getattr(node, name, ()))


def lines(found: Iterable[object]) -> list[str]:
    """What a reader reads, a line a block: headings with their numbers, labels, paragraphs, cells of tables."""
    return [line for node in nodes(found) for line in _lines(node)]


def _lines(node: object) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, Heading):
        yield f"{node.label} {plain(node.children)}".strip()
    elif isinstance(node, Paragraph):
        yield plain(node.children)
    elif isinstance(node, CheckBox):
        yield f"{'☒' if node.checked else '☐'} {node.label}"
    elif isinstance(node, Field):
        yield node.label
    elif isinstance(node, Listing):
        yield node.text
    elif isinstance(node, Table):
        yield from (plain(cell) for row in (node.head, *node.rows) for cell in row)
    elif isinstance(node, Facts):
        yield from (f"{fact.label} {plain(fact.children)}" for fact in node.facts)
    elif isinstance(node, Entry):
        yield f"{node.label} {plain(node.children)}"
    elif isinstance(node, Timeline):
        # A long name is cut in a drawing; the table after it has the whole.
        yield from (bar.label[:25] for bar in node.bars)


def whole(found: Document) -> list[str]:
    """The lines of a whole document."""
    return lines(found.parts)


def fiches(found: Document) -> dict[str, Fiche]:
    """The fiches by id."""
    return {node.heading.anchor: node for node in nodes(found.parts) if isinstance(node, Fiche)}


def squeezed(text: str) -> str:
    """Letters and digits alone: what no break of a line or page can change."""
    return "".join(filter(str.isalnum, text))


def missing(expected: Iterable[str], text: str) -> str | None:
    """The first of *expected* that does not follow the ones before it in *text*; ``None`` when all do."""
    text = squeezed(text)
    place = 0
    for line in expected:
        found = text.find(squeezed(line), place)
        if found < 0:
            return line
        place = found + len(squeezed(line))
    return None
