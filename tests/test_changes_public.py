"""What a stranger gets to read of changes: no address, no number, nothing internal, in no format; and all of it when asked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from histories import begin, commit
from in_process import Run, runner
from small_meetings import TOWNS, write_meetings
from small_plans import PLAN, fiche

from elzctl.render.changes_public import Screen
from elzctl.views.stretches import Kept, Stretch, stretches

FORMATS = ("text", "markdown", "html", "json")
ACTORS = TOWNS.replace("  name: Dienst Zorg\n", "  name: Dienst Zorg\n  contact: [welkom@dienst.be]\n")

# Every place where people write text holds an address and a number that nobody allowed, and every place where a part
# can be internal holds one; {x} is what differs between two versions.
FICHE = fiche(
    "1.1.1",
    "lead: [dienst]",
    'reason: "Bel {x} naar nr{x}.geheim@voorbeeld.be of 0470 1{x} 34 56 om te weten waarom het zo lang duurt."',
    "steps: [{{what: 'Zaal {x} vragen aan stap{x}@voorbeeld.be', note: '052 0{x} 00 11'}}]",
    "indicators: [{{kind: output, what: 'Koffies {x}', target: 2, measure: 'mail meet{x}@voorbeeld.be'}}]",
    "updates: [{{on: 2025-02-01, health: on-track, note: 'Gebeld {x} naar +32 52 3{x} 22 11, ::: intern verklapt {x}'}}]",
    "condition: {{what: 'Mail wat{x}@voorbeeld.be', then: 'Bel 053 1{x} 11 11'}}",
    title="Koffie {x} via titel{x}@voorbeeld.be",
    text="## Waarom?\n\nWoord {x}: mail naar lang{x}@voorbeeld.be, bel **052 4{x}** 00 00 of zie [hier](mailto:link{x}%40voorbeeld.be).\n"
    "\n::: intern\nVerklapt {x} door binnen{x}@voorbeeld.be, met 'n 'e.d.' erbij. De heer Verklapt leest mee.\n:::\n"
    "\n## Wat?\n\nAnders {x}: krom{x}&#64;voorbeeld.be, krom{x}\\@voorbeeld.be.\n",
)
MEETING = """\
---
title: Overleg {x}, inschrijven bij kop{x}@voorbeeld.be
series: overleg
date: 2025-05-13
state: draft
location: "Zaal {x}, bel 0472 3{x} 12 12"
reason: "mail waarom{x}@voorbeeld.be"
attachments: [{{file: verslag{x}.pdf, title: "Van bijlage{x}@voorbeeld.be"}}]
next: {{date: 2025-10-0{x}, location: "Huis van volgende{x}@voorbeeld.be"}}
no_action_points: "Vraag het aan geen{x}@voorbeeld.be"
---

## 1. Opvolging {x} door item{x}@voorbeeld.be

Lopende tekst {x}, en welkom@dienst.be mag: tekst{x}@voorbeeld.be belt 0473 4{x} 12 12 terug. Wordt later {x} bekeken met 0474 5{x} 12 12.

- [ ] Affiches {x} halen bij punt{x}@voorbeeld.be, dat is een zin die langer is dan zestig tekens @dienst
  - bijdrage @aa: mail bijdrage{x}@voorbeeld.be
  - stand op:2025-06-0{x}: 0475 5{x} 12 12 gebeld
  - los woord los{x}@voorbeeld.be

BESLUIT: Besloten {x}, vraag besluit{x}@voorbeeld.be.
SIGNAAL: Signaal {x} van signaal{x}@voorbeeld.be #mantelzorgers
- besproken op:2025-06-0{x}: met stap{x}@voorbeeld.be
AFSPRAAK: @aa spreekt {x} af met afspraak{x}@voorbeeld.be #bewegen
EVENEMENT: 2025-10-1{x} 13u30-17u Feest {x} bij feest{x}@voorbeeld.be @dienst

::: intern
Verklapt {x}. Wordt verklapt {x} later verder bekeken.

- [ ] Verklapt {x} punt @nergens-verklapt
BESLUIT: Verklapt {x} besluit.
SIGNAAL: Verklapt {x} signaal.
AFSPRAAK: Verklapt {x} afspraak.
EVENEMENT: Verklapt {x} feest.

## 2. Verklapt {x} onderwerp

Verklapt {x} onder een onderwerp.
:::

Weer open {x}.
"""
GOALS = "- id: doel\n  number: 1\n  title: Doel {x} van doel{x}@voorbeeld.be\n  kind: content\n  text: |\n    Woord {x}.\n    ::: intern\n    Verklapt {x}.\n    :::\n"
SETTINGS = PLAN.replace("Actieplan 2025", "Plan {x} van plan{x}@voorbeeld.be").replace(
    "Scholen", "Scholen {x} 0476 7{x} 12 12"
)
PEOPLE = ACTORS.replace("name: Aa", "name: Aa {x} wie{x}@voorbeeld.be")


def zone(root: Path, version: str) -> None:
    """The plan in the version of that number; nothing at all of it in version 0."""
    if version == "0":
        write_meetings(root, {}, actors=ACTORS)
        (root / "plan/actions/koffie.md").unlink(missing_ok=True)
        return
    given = {"x": version}
    write_meetings(
        root, {"2025-05-13-overleg": MEETING.format(**given)}, SETTINGS.format(**given), PEOPLE.format(**given)
    )
    (root / "plan/goals.yaml").write_text(GOALS.format(**given), "utf-8")
    (root / "plan/actions/koffie.md").write_text(FICHE.format(**given), "utf-8")


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """The program in a history of four versions: nothing, the first, the second, nothing again."""
    begin(tmp_path)
    for number, version in enumerate("0120"):
        zone(tmp_path, version)
        commit(tmp_path, f"2025-01-1{number}")
    return runner(tmp_path, capsys, "diff")


@pytest.mark.parametrize(
    "versions", [("HEAD~3", "HEAD~2"), ("HEAD~2", "HEAD~1"), ("HEAD~1", "HEAD"), ("HEAD~1", "HEAD~2")]
)
@pytest.mark.parametrize("format_", FORMATS)
def test_no_address_no_number_and_nothing_internal_in_any_format(
    versions: tuple[str, str], format_: str, run: Run
) -> None:
    code, out, err = run(*versions, "--format", format_, "--findings")
    assert (code, err) == (0, "")
    out = json.dumps(json.loads(out), ensure_ascii=False) if format_ == "json" else out
    assert not [word for word in ("voorbeeld.be", "erklapt", "12 12", "22 11", "34 56", "00 11") if word in out]
    assert "[…]" in out or "\\[…\\]" in out
    told = json.loads(out)["hidden"] if format_ == "json" else "left out; --internal shows" in out.replace("\\", "")
    assert told


@pytest.mark.parametrize("format_", FORMATS)
def test_all_of_it_is_there_when_it_is_asked_for(format_: str, run: Run) -> None:
    _, out, _ = run("HEAD~2", "HEAD~1", "--format", format_, "--findings", "--internal")
    out = out.replace("\u200d", "").replace("&#39;", "'")
    for word in ("erklapt", "tekst2@voorbeeld.be", "punt2@voorbeeld.be", "titel2@voorbeeld.be", "0472 32 12 12"):
        assert word in out
    assert "[…]" not in out


def test_what_an_actor_may_be_reached_at_is_shown(run: Run) -> None:
    _, out, _ = run("HEAD~3", "HEAD~2", "--format", "json")
    assert "welkom@dienst.be" in out


def test_only_internal_changes_are_told_by_their_number(tmp_path: Path, run: Run) -> None:
    zone(tmp_path, "1")
    commit(tmp_path)
    path = tmp_path / "meetings/2025-05-13-overleg.md"
    path.write_text(path.read_text("utf-8").replace("Verklapt 1 punt", "Verklapt 1 ander punt"), "utf-8")
    code, out, _ = run("--exit-code")
    assert (code, out) == (1, "Nothing public changed.\n1 internal change is left out; --internal shows it.\n")


# Texts by themselves.

OPEN = Stretch(Kept.SAME, "Bel")


def shown(plan_root: Path, old: str, new: str) -> list[tuple[str, str]]:
    from small_meetings import plan_with

    screen = Screen(plan_with(plan_root, {}, actors=ACTORS), internal=False)
    return [(one.kept.value, one.text) for one in screen.stretches(stretches(old, new))]


def test_a_number_of_which_half_changed_is_hidden_whole(tmp_path: Path) -> None:
    assert shown(
        tmp_path, "Bel toch eens 052 00 00 11 op een morgen.", "Bel toch eens 052 00 99 88 op een morgen."
    ) == [
        ("same", "Bel toch eens "),
        ("gone", "[…]"),
        ("come", "[…]"),
        ("same", "op een morgen."),
    ]


def test_what_stayed_is_hidden_where_it_stands(tmp_path: Path) -> None:
    assert shown(tmp_path, "Mail a.b@c.be nu toch maar snel even.", "Mail a.b@c.be nu toch maar snel niet.") == [
        ("same", "Mail […] nu toch maar snel"),
        ("gone", "even."),
        ("come", "niet."),
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "naam@voorbeeld.be",
        "mailto:naam%40voorbeeld.be",
        "naam&#64;voorbeeld.be",
        "naam&#x40;voorbeeld.be",
        "naam&commat;voorbeeld.be",
        r"naam\@voorbeeld\.be",
        "naam**@**voorbeeld.be",
        "`naam`@`voorbeeld.be`",
        "naam＠voorbeeld.be",
        "na\u200bam@voorbeeld.be",
        "0470 **12** 34 56",
        "(052) 12 34 56",
        "+32 (0)52 12 34 56",
        "052/12.34.56",
    ],
)
def test_an_address_counts_in_each_way_to_type_it(typed: str, tmp_path: Path) -> None:
    from small_meetings import plan_with

    screen = Screen(plan_with(tmp_path, {}, actors=ACTORS), internal=False)
    made = screen.text(f"Zie {typed} voor meer")
    assert "[…]" in made
    assert not any(word in made for word in ("naam", "am@", "voorbeeld", "12", "34"))
    assert (made[:4], made[-10:]) == ("Zie ", " voor meer")


@pytest.mark.parametrize(
    "text",
    ["Op 2025-01-09 om 13u30, € 1 200, 1.1.2, @aa #bewegen", "Bel 0800 12 345 of welkom@dienst.be", "R&D; 100 %20", ""],
)
def test_other_words_stay_as_they_are(text: str, tmp_path: Path) -> None:
    from small_meetings import plan_with

    assert Screen(plan_with(tmp_path, {}, actors=ACTORS), internal=False).text(text) == text
