"""The grammar of minutes: what has a meaning, what is only text, and where it stands."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elzctl.clock import Clock
from elzctl.fiche import ids
from elzctl.finding import Finding
from elzctl.meeting import Agreement, Event, Item, Minutes, Passage, Point, Resolution, Signal
from elzctl.minutes import read_minutes
from elzctl.source import Prose, Source
from elzctl.terms import Stage, Turning

ID = "2025-05-13-cw"


def read(text: str) -> tuple[Minutes, list[Finding]]:
    source = Source("m.md", text.encode(), text)
    return read_minutes(Prose(text, source.span(0, len(text))), ID)


def items(text: str) -> tuple[Item, ...]:
    return read(text)[0].items


def only(text: str) -> Point | Resolution | Signal | Agreement | Event:
    (noted,) = read(text)[0].noted()
    return noted


def point(text: str) -> Point:
    noted = only(text)
    assert isinstance(noted, Point)
    return noted


def test_headings_are_the_agenda() -> None:
    found = items("Vooraf.\n\n## 1. Opvolging\n\n## 2) Signalen en acties\nTekst.\n### Onder\nMeer.\n## Varia\n")
    assert [(item.number, item.title) for item in found] == [
        (None, ""),
        (1, "Opvolging"),
        (2, "Signalen en acties"),
        (None, "Varia"),
    ]
    (under,) = found[2].pieces
    assert isinstance(under, Passage)
    assert under.prose.text == "\nTekst.\n### Onder\nMeer.\n"


def test_a_title_that_begins_with_an_amount_keeps_it() -> None:
    assert [(item.number, item.title) for item in items("## 5 lokale besturen\n## 2025 in cijfers\n")] == [
        (None, "5 lokale besturen"),
        (None, "2025 in cijfers"),
    ]


def test_a_point_has_owners_a_deadline_and_an_action() -> None:
    found = point("- [ ] Ideeën bundelen @welzijnspartners @cm tegen:2025-10-09 [[gezonde-levensstijl]]\n")
    assert found.id == f"{ID}/1"
    assert found.text == "Ideeën bundelen"
    assert ids(found.owners) == ("welzijnspartners", "cm")
    assert found.due is not None
    assert found.due.first == date(2025, 10, 9)
    assert [reference.id for reference in found.references] == ["gezonde-levensstijl"]
    assert not found.ticked
    assert found.done is None


def test_a_point_in_english_means_the_same() -> None:
    dutch = point(
        "- [x] Doen @cm tegen:2025-10-09 op:2025-10-01\n  - bijdrage @caw: ja\n  - stand op:2025-09-01: half\n"
    )
    english = point(
        "- [x] Doen @cm due:2025-10-09 done:2025-10-01\n  - contribution @caw: ja\n  - progress on:2025-09-01: half\n"
    )
    assert dutch == english


def test_a_point_tells_its_life() -> None:
    found = point(
        "- [ ] Bundelen @groep tegen:2025-10-09\n"
        "  - bijdrage @cm: bezorgt de stappenplannen\n"
        "    tegen volgende maand\n"
        "  - stand op:2025-09-01: drie van de vijf\n"
        '  - verschoven op:2025-10-09 tegen:"eind maart 2026": de rest volgt\n'
        "  - zie ook de bijlage\n"
        "  - vervallen op:2026-01-12: opgenomen in [[andere]]\n"
    )
    assert [(ids(one.who), one.text) for one in found.contributions] == [
        (("cm",), "bezorgt de stappenplannen tegen volgende maand")
    ]
    assert [turn.kind for turn in found.turns] == [Turning.PROGRESS, Turning.MOVED, Turning.DROPPED]
    assert found.turns[1].due is not None
    assert found.turns[1].due.last == date(2026, 3, 31)
    assert found.turns[1].text == "de rest volgt"
    assert found.turns[2].text == "opgenomen in [[andere]]"
    assert found.notes == ("zie ook de bijlage",)


def test_who_contributes_stands_before_the_colon() -> None:
    found = point("- [ ] Bundelen @groep\n  - bijdrage @cm @lm: overleggen met @caw\n")
    assert [(ids(one.who), one.text) for one in found.contributions] == [(("cm", "lm"), "overleggen met @caw")]


def test_marks_within_a_sentence_stay_and_those_at_its_end_go() -> None:
    assert (
        point("- [ ] Vraag @cm om de folder na te kijken @caw tegen:2025-10-09.\n").text
        == "Vraag @cm om de folder na te kijken"
    )
    assert point("- [ ] Tegen:morgen? nee, tegen:2025-10-09 klaar\n").text == "Tegen:morgen? nee, klaar"


def test_a_point_goes_on_over_the_lines_of_its_paragraph() -> None:
    found = point("- [ ] Een lange\n  zin die doorgaat @cm\n  tegen:2025-10-09\n\nEen andere alinea.\n")
    assert (found.text, ids(found.owners)) == ("Een lange zin die doorgaat", ("cm",))
    assert found.due is not None


def test_emphasis_and_links_stay_in_a_point() -> None:
    found = point("- [ ] Lees **[dit](https://x.be/@y#z)** en `@code #geen` @cm #ouderen\n")
    assert found.text == "Lees **[dit](https://x.be/@y#z)** en `@code #geen`"
    assert (ids(found.owners), ids(found.tags)) == (("cm",), ("ouderen",))


def test_an_address_is_no_actor_and_a_colour_no_tag() -> None:
    found = point("- [ ] Mail naar info@elz.be over punt#3 en &#39; en nr.#12\n")
    assert (found.owners, found.tags) == ((), ())


@pytest.mark.parametrize(
    "text",
    [
        "> - [ ] in een citaat\n> BESLUIT: ook niet\n",
        "```\n- [ ] in code\nBESLUIT: nee\n```\n",
        "~~~~\n- [ ] in code\n~~~\nSIGNAAL: nee\n~~~~\n",
        "<!-- \n- [ ] in een opmerking\nBESLUIT: nee\n-->\n",
        "Tekst met - [ ] midden in een zin en BESLUIT: ook.\n",
        "- [x](https://x.be) een link\n",
        "| - [ ] | BESLUIT: |\n",
    ],
)
def test_what_is_quoted_coded_or_commented_has_no_meaning(text: str) -> None:
    minutes, findings = read(text)
    assert list(minutes.noted()) == []
    assert findings == []


def test_decisions_are_numbered_through_the_meeting() -> None:
    noted = list(
        read("## 1. A\nBESLUIT: Een.\n## 2. B\n- BESLUIT: Twee\n  over twee lijnen.\n**DECISION:** Three.\n")[0].noted()
    )
    assert [(one.id, one.text) for one in noted] == [
        (f"{ID}/B1", "Een."),
        (f"{ID}/B2", "Twee over twee lijnen."),
        (f"{ID}/B3", "Three."),
    ]


def test_a_signal_tells_what_became_of_it() -> None:
    signal = only(
        "SIGNAAL: Ouders vinden de weg niet #zwangere-vrouwen #ouders\n"
        "- gegroepeerd op:2025-06-10: toeleiding\n"
        "- besproken op:2025-10-09\n"
        "- doorverwezen op:2025-10-09 @kind-en-gezin: kijkt het na\n"
        "- geen mandaat: hoger niveau\n"
        "- een gewoon punt van een lijst\n"
    )
    assert isinstance(signal, Signal)
    assert (signal.text, ids(signal.tags)) == ("Ouders vinden de weg niet", ("zwangere-vrouwen", "ouders"))
    assert [step.stage for step in signal.steps] == [Stage.GROUPED, Stage.DISCUSSED, Stage.REFERRED, Stage.NO_MANDATE]
    assert signal.steps[0].text == "toeleiding"
    assert ids(signal.steps[2].who) == ("kind-en-gezin",)


def test_an_agreement_names_who_and_about_what() -> None:
    found = only("AFSPRAAK: @lokale-besturen helpen de info verspreiden #voeding\n")
    assert isinstance(found, Agreement)
    assert (found.text, ids(found.who), ids(found.tags)) == (
        "@lokale-besturen helpen de info verspreiden",
        ("lokale-besturen",),
        ("voeding",),
    )


@pytest.mark.parametrize(
    ("text", "when", "start", "end", "words"),
    [
        ("2025-10-11 Babbeltaartjes @cm", (date(2025, 10, 11),) * 2, None, None, "Babbeltaartjes"),
        (
            "8 september 2025, van 19u30 tot 21u30: dialoogtafel",
            (date(2025, 9, 8),) * 2,
            Clock(19, 30),
            Clock(21, 30),
            "dialoogtafel",
        ),
        ("27-28 september 2025 Levensloop", (date(2025, 9, 27), date(2025, 9, 28)), None, None, "Levensloop"),
        ("najaar 2025 Rondetafel om 14u", (date(2025, 9, 1), date(2025, 11, 30)), None, None, "Rondetafel om 14u"),
        ("zonder datum", None, None, None, "zonder datum"),
    ],
)
def test_an_event_begins_with_its_date_and_hours(
    text: str, when: tuple[date, date] | None, start: Clock | None, end: Clock | None, words: str
) -> None:
    found = only(f"EVENEMENT: {text}\n")
    assert isinstance(found, Event)
    assert (found.when and (found.when.first, found.when.last), found.start, found.end, found.text) == (
        when,
        start,
        end,
        words,
    )


def test_an_internal_part_marks_all_that_stands_in_it() -> None:
    minutes, findings = read(
        "## 1. A\nOpen.\n::: intern\nGeheim.\n- [ ] Stil @cm\n## 2. Stil punt\nBESLUIT: stil\n:::\nWeer open.\n- [ ] Luid @cm\n"
    )
    assert findings == []
    assert [(item.title, item.internal) for item in minutes.items] == [("A", False), ("Stil punt", True)]
    assert [(noted.text, noted.internal) for noted in minutes.noted()] == [
        ("Stil", True),
        ("stil", True),
        ("Luid", False),
    ]
    passages = [piece for item in minutes.items for piece in item.pieces if isinstance(piece, Passage)]
    assert [(piece.prose.text.strip(), piece.internal) for piece in passages] == [
        ("Open.", False),
        ("Geheim.", True),
        ("Weer open.", False),
    ]


def test_an_internal_part_without_an_end_hides_all_that_follows() -> None:
    minutes, (finding,) = read("Open.\n:::intern\nGeheim.\n## 3. Varia\n- [ ] Ook @cm\n")
    assert (finding.code, finding.span.line) == ("open-internal", 2)
    assert all(noted.internal for noted in minutes.noted())
    assert minutes.items[-1].internal


@pytest.mark.parametrize(
    ("line", "better"),
    [
        ("- [] Bellen @cm", "- [ ] Bellen @cm"),
        ("-[ ] Bellen @cm", "- [ ] Bellen @cm"),
        ("- [ ]Bellen @cm", "- [ ] Bellen @cm"),
        ("* [x]Bellen @cm", "- [x] Bellen @cm"),
        ("[ ] Bellen @cm", "- [ ] Bellen @cm"),
        ("Besluit: we gaan door", "BESLUIT: we gaan door"),
        ("##3. Varia", "## 3. Varia"),
        ("- Besluit: we gaan door", "- BESLUIT: we gaan door"),
        ("☐ Bellen @cm", "- [ ] Bellen @cm"),
        ("- ☒ Bellen @cm", "- [x] Bellen @cm"),
        ("• [ ] Bellen @cm", "- [ ] Bellen @cm"),
        ("- [  ] Bellen @cm", "- [ ] Bellen @cm"),
        ("- [v] Bellen @cm", "- [x] Bellen @cm"),
        (r"- \[ \] Bellen @cm", "- [ ] Bellen @cm"),
    ],
)
def test_a_slip_is_told_with_the_line_that_is_meant(line: str, better: str) -> None:
    minutes, (finding,) = read(f"Tekst.\n\n{line}\n")
    assert list(minutes.noted()) == []
    assert (finding.code, finding.span.line) == ("almost-a-mark", 3)
    (patch,) = finding.fix
    text = f"Tekst.\n\n{line}\n"
    assert text[: patch.start] + patch.text + text[patch.end :] == f"Tekst.\n\n{better}\n"


def test_a_slip_under_a_point_is_not_swallowed_by_it() -> None:
    minutes, findings = read("- [ ] Een @cm\n[ ] Twee @caw\nBESLUIT: een\nBesluit: twee\n")
    assert [noted.text for noted in minutes.noted()] == ["Een", "een"]
    assert [(finding.code, finding.span.line) for finding in findings] == [("almost-a-mark", 2), ("almost-a-mark", 4)]


def test_a_step_of_a_signal_may_stand_behind_a_blank_line() -> None:
    signal = only("SIGNAAL: Hm #ouders\n\n- besproken op:2025-12-11\n- een gewoon punt\n")
    assert isinstance(signal, Signal)
    assert [step.stage for step in signal.steps] == [Stage.DISCUSSED]


def test_a_date_that_is_none_is_told_at_its_place() -> None:
    text = "- [ ] Doen @cm tegen:2025-02-30\n"
    minutes, (finding,) = read(text)
    assert finding.code == "bad-date"
    assert text[finding.span.start : finding.span.end] == "2025-02-30"
    assert len(list(minutes.noted())) == 1


def test_every_mark_knows_its_place() -> None:
    text = "## 1. Een\n\nTekst.\n\n  - [x] Ünïcode doen @cm tegen:2025-10-09 op:2025-10-08\n"
    found = point(text)
    assert text[found.owners[0].span.start : found.owners[0].span.end] == "@cm"
    assert (found.span.line, found.span.column) == (5, 3)
    assert text[found.at["box"].start : found.at["box"].end] == "x"
    assert text[found.at["due"].start : found.at["due"].end] == "tegen:2025-10-09"
    assert text[found.at["done"].start : found.at["done"].end] == "op:2025-10-08"
    assert found.at["end"].start == len(text) - 1


def test_windows_line_ends_read_the_same() -> None:
    text = "## 1. Een\n- [ ] Doen\n  en meer @cm\n  - bijdrage @cm: ja\nBESLUIT: Zo\nis het.\nSIGNAAL: Hm #ouders\n- besproken op:2025-06-01\n"
    unix, windows = read(text)[0], read(text.replace("\n", "\r\n"))[0]
    assert unix == windows


def test_two_thousand_points_are_read_in_a_moment() -> None:
    text = "## 1. A\n" + "- [ ] Doe iets @caw tegen:2025-10-09 [[x]]\n  - bijdrage @caw: ja\n" * 2000
    noted = list(read(text)[0].noted())
    assert [noted[0].id, noted[-1].id, len(noted)] == [f"{ID}/1", f"{ID}/2000", 2000]


LINES = st.sampled_from(
    [
        *(
            "## 1. Een",
            "# Twee",
            "### Drie",
            "- [ ] Doen @cm tegen:2025-10-09",
            "  - [x] Diep op:x",
            "BESLUIT: Ja",
            "besluit: nee",
        ),
        *(
            "SIGNAAL: Hm #ouders",
            "- gegroepeerd op:2025-06-10: x",
            "AFSPRAAK: @a doet",
            "EVENEMENT: 2025-10-11 10u",
            "::: intern",
            ":::",
        ),
        *(
            "```",
            "~~~",
            "> citaat",
            "<!--",
            "-->",
            "",
            "   ",
            "gewone tekst",
            "| a | b |",
            "  - bijdrage @cm: ja",
            "- vervallen: nee",
        ),
        *(
            "- [] x",
            "**BESLUIT**: vet",
            "1. [ ] genummerd",
            "\t- [ ] tab",
            "[[x|y]]",
            'tegen:"eind 2025"',
            "\u2028",
            "op:2025-10-01",
        ),
    ]
)


@given(st.lists(LINES | st.text(max_size=20), max_size=30))
def test_every_character_is_in_one_place_and_nothing_raises(lines: list[str]) -> None:
    text = "\n".join(lines).replace("\r", " ")
    minutes, findings = read(text)
    places = [
        piece.prose.span if isinstance(piece, Passage) else piece.span
        for item in minutes.items
        for piece in item.pieces
    ]
    assert all(one.end <= two.start for one, two in pairwise(places))
    assert all(0 <= one.start <= one.end <= len(text) for one in places)
    assert all(finding.span.line >= 1 for finding in findings)


@given(st.lists(st.sampled_from(["- [ ] Punt @cm", "Tekst.", "BESLUIT: Ja", "## 1. Kop", ""]), max_size=30))
def test_as_many_points_and_decisions_are_read_as_were_written(lines: list[str]) -> None:
    noted = list(read("\n\n".join(lines))[0].noted())
    assert sum(isinstance(one, Point) for one in noted) == lines.count("- [ ] Punt @cm")
    assert sum(isinstance(one, Resolution) for one in noted) == lines.count("BESLUIT: Ja")
