"""Internal parts that are one key from right: told in fiches, chapters and minutes, and mended where that is certain."""

from __future__ import annotations

import shutil
from pathlib import Path
from time import process_time

import pytest
from in_process import runner
from test_broken import BROKEN, laid_out

from elzctl.finding import Finding, Severity
from elzctl.internal import without_internal
from elzctl.load import load
from elzctl.sections import without_comments
from elzctl.source import Prose, Source
from elzctl.tree import WorkTree
from elzctl.walled import wall_faults
from elzctl.wording import Language

FICHE, CHAPTER = "plan/actions/koffie-mantelzorgers.md", "plan/texts/inleiding.md"
MINUTES = "meetings/2025-05-13-stuurgroep.md"
SECRET = "Geheim over het budget.\n:::\nOpen.\n"


def faults(text: str) -> list[Finding]:
    return list(wall_faults(Prose(text, Source("x.md", b"", text).span(0, len(text)))))


def codes(text: str) -> list[str]:
    return [finding.code for finding in faults(text)]


def mended(text: str) -> str:
    """The text with its fixes made, the last one first."""
    for patch in sorted((patch for finding in faults(text) for patch in finding.fix), key=lambda one: -one.start):
        text = text[: patch.start] + patch.text + text[patch.end :]
    return text


SLIPS = [
    ":: intern",
    ": : : intern",
    ": intern",
    "/// intern",
    "// intern",
    "::; intern",
    ";;; Intern",
    "[intern]",
    "[INTERN]",
    "(intern)",
    "{.intern}",
    "<intern>",
    "：：： intern",
    "∶∶∶intern",
    "- :: intern",
    "> :: intern",
    "**:: intern**",
    ":: internal",
    ":: intern ::",
    "...intern",
    "--- intern ---",
    "<!-- ::: intern -->",
    "<!--\n::: intern\n-->",
    "Tekst. ::: intern",
    "Tekst.::: intern",
    "Tekst :: intern",
    "* Punt ::: intern :::",
    "intern :::",
    "Intern:::",
    "- **intern** ::::",
    "> internal ::",
    "Tekst, dus intern :::",
]


@pytest.mark.parametrize("line", SLIPS)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_slip_in_the_line_that_opens_is_an_error_and_the_fix_hides_what_was_meant(line: str, end: str) -> None:
    text = f"Open.\n\n{line}\n{SECRET}".replace("\n", end)
    (finding,) = faults(text)
    assert (finding.code, finding.severity) == ("almost-internal", Severity.ERROR)
    right = mended(text)
    assert codes(right) == []
    public = without_internal(without_comments(right))
    assert "Geheim" in without_internal(without_comments(text))
    assert "Geheim" not in public
    assert public.count("Open.") == 2
    assert end == "\n" or "\n" not in right.replace("\r\n", "")


@pytest.mark.parametrize("line", [":: intern budget", "Tekst. ::: intern budget is 3", "```intern"])
@pytest.mark.parametrize("after", ["Geheim.\n", "Geheim.\n::: intern\nOok.\n:::\n"])
def test_where_it_is_not_certain_what_was_meant_there_is_no_fix(line: str, after: str) -> None:
    found = [finding for finding in faults(f"Open.\n{line}\n{after}") if finding.code == "almost-internal"]
    assert [finding.fix for finding in found] == [()]


@pytest.mark.parametrize("line", ["intern :::", "Dat blijft intern :::"])
def test_the_word_before_its_colons_is_an_error_without_a_line_that_ends_it_too(line: str) -> None:
    (finding,) = faults(f"Open.\n\n{line}\nGeheim.\n")
    assert (finding.code, finding.severity, finding.fix) == ("almost-internal", Severity.ERROR, ())


LABELS = [
    "INTERN: Geheim.",
    "INTERN:",
    "INTERN – Geheim.",
    "**INTERN:** Geheim.",
    "- [ ] INTERN: Geheim @stuurgroep",
    "1. _INTERN_: Geheim.",
    "> INTERNAL: Geheim.",
    "### INTERN: Geheim",
    "[intern] geheim",
    "* [Intern] Geheim.",
    "(intern) Geheim.",
    "(intern): geheim",
    "**(INTERN)** geheim",
    "VERTROUWELIJK: Geheim.",
    "[confidentieel] Geheim.",
]


@pytest.mark.parametrize("line", LABELS)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_word_before_a_text_that_hides_nothing_is_an_error_at_that_word(line: str, end: str) -> None:
    text = f"Open.\n\n{line}\n\nOpen.\n".replace("\n", end)
    (finding,) = faults(text)
    assert (finding.code, finding.severity, finding.fix) == ("almost-internal", Severity.ERROR, ())
    label = text[finding.span.start : finding.span.end]
    assert label == label.strip()
    assert label.strip("[]()*_:– ").lower() in ("intern", "internal", "vertrouwelijk", "confidentieel")
    assert codes(f"::: intern\n{text}:::\n") == []


@pytest.mark.parametrize(
    "line",
    ["Intern: Geheim.", "- **Intern:** geheim", "**Intern**: geheim", "Vertrouwelijk: geheim", "internal: geheim"],
)
def test_a_word_that_may_be_the_subject_of_a_text_is_a_warning(line: str) -> None:
    (finding,) = faults(f"Open.\n\n{line}\n")
    assert (finding.code, finding.severity, finding.fix) == ("almost-internal", Severity.WARNING, ())
    assert "hides nothing" in Language("en")(finding.message)


HARDLY_SEEN_SLIPS = [
    "_::: intern_",
    "__::: intern__",
    "> _::: intern_",
    "Tekst _::: intern_",
    "_:::&nbsp;intern_",
    "\u200b:: intern",
    "::\u200b: ｉｎｔｅｒｎ",
]
HARDLY_SEEN_LABELS = [
    "INTERN\u00a0: Geheim.",
    "INTERN\u202f: Geheim.",
    "\u200bINTERN: Geheim.",
    "IN\u00adTERN: Geheim.",
    "ＩＮＴＥＲＮ： Geheim.",
    "INTERN&nbsp;: Geheim.",
    "🔒 INTERN: Geheim.",
    "‼\ufe0f VERTROUWELIJK: Geheim.",
    "★ **INTERN**: Geheim.",
    "⚠ [intern] Geheim.",
    "(INTERN: Geheim.)",
]


@pytest.mark.parametrize("line", ["&#58;&#58;&#58; intern", "INTERN&colon; Niet geheim."])
def test_signs_that_import_wrote_so_that_they_mean_nothing_mean_nothing(line: str) -> None:
    assert faults(f"Open.\n\n{line}\n") == []


@pytest.mark.parametrize("line", [*HARDLY_SEEN_SLIPS, *HARDLY_SEEN_LABELS])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_signs_that_look_alike_are_alike_and_those_before_a_word_do_not_count(line: str, end: str) -> None:
    text = f"Opën.\n\n{line}\n\nOpen.\n".replace("\n", end)
    (finding,) = faults(text)
    assert (finding.code, finding.severity) == ("almost-internal", Severity.ERROR)
    assert 6 < finding.span.start < finding.span.end <= text.index(line) + len(line)
    assert codes(f"::: intern\n{text}:::\n") == []


BESIDE_AND_ABOVE = [
    "(Intern: Geheim.)",
    "🔒 intern: Geheim.",
    "| a | INTERN: Geheim. |\n| --- | --- |",
    "| a | b |\n| --- | --- |\n| Vertrouwelijk: Geheim. | b |",
    "CONFIDENTIEEL Geheim.",
    "Enkel intern: Geheim.",
    "Alleen voor intern gebruik: Geheim.",
    "Voor intern gebruik: Geheim.",
    "**NIET PUBLICEREN:** Geheim.",
    "Niet voor publicatie – Geheim.",
    "[niet openbaar] Geheim.",
    "Strikt vertrouwelijk: Geheim.",
    "INTERN\nGeheim.",
    "**INTERN**\n\nGeheim.",
    "**Intern**\n\nGeheim.",
    "### INTERN\nGeheim.",
    "## 3. Intern\n\nGeheim.",
    "### Vertrouwelijk\n\nGeheim.",
    "## 🔒 Intern 🔒\n\nGeheim.",
    "> [!INTERN]\n> Geheim.",
    "Niet publiceren!\n\nGeheim.",
    "(voor intern gebruik)\nGeheim.",
]


@pytest.mark.parametrize("lines", BESIDE_AND_ABOVE)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_other_words_before_or_above_a_text_are_a_warning(lines: str, end: str) -> None:
    text = f"Open.\n\n{lines}\n\nOpen.\n".replace("\n", end)
    (finding,) = faults(text)
    assert (finding.code, finding.severity, finding.fix) == ("almost-internal", Severity.WARNING, ())
    label = text[finding.span.start : finding.span.end]
    assert label == label.strip()
    assert "Geheim" not in label
    below = "Geheim" not in lines.replace("\n>", "\n").partition("\n")[0] and "|" not in lines
    assert f"what stands {'below' if below else 'behind'} it" in Language("en")(finding.message)
    assert codes(f"::: intern\n{text}:::\n") == []


def test_colons_that_close_what_nothing_opened_are_an_error() -> None:
    assert codes("Geheim.\n:::\nOpen.\n") == ["unopened-internal"]
    assert codes("::: intern\nGeheim.\n:::\nOpen.\n:::\n") == ["unopened-internal"]
    assert codes("<!-- opgelet\n::: intern -->\nGeheim.\n:::\n") == ["almost-internal"]


def test_a_part_without_an_end_and_one_with_a_word_of_its_own_are_told_everywhere() -> None:
    assert codes("::: intern\nGeheim.\n") == ["open-internal"]
    assert codes("::: tip\nGeheim.\n:::\n") == ["almost-a-mark"]


@pytest.mark.parametrize(
    "text",
    [
        "::: intern\nGeheim.\n:::\n",
        "::: intern\n:: intern\nTekst ::: intern\n:::\n",
        "Intern\n\n- intern\n- intern overleg\n> intern\n\n_Intern_\n\n## Intern overleg\n\n**Intern overleg**\n",
        "## Intern\n\nNieuwsbrief.\n\n## Extern\n\nWebsite.\n",
        "interne vorming\n\nInterne vorming: in mei\n\n## Interne werking\n\n**INTERNE VORMING**\n\nEnkel intern overleg: neen\n",
        "Voor intern gebruik maken we een lijst.\n\nNiet publiceren we, maar tonen.\n\nVertrouwelijk behandelen: hoe?\n",
        "Dit is voor intern gebruik: zo en zo.\n\nWe spraken af: niet publiceren.\n\nStrikt vertrouwelijke zaken\n",
        "#intern: een lijst\n\n@intern: een lijst\n\n`INTERN: x`\n\n![INTERN: x](a.png)\n\nCafé\u00a0intern\u202f: ja\n",
        "| Intern | Wie |\n| --- | --- |\n| vertrouwelijk | allen |\n",
        "We werken intern: zo en zo.\n\nHet is (intern) afgesproken.\n",
        "Een lijn `::: intern` opent een intern deel, en `:: intern` niet.\n",
        "interne werking\n\n… internationaal\n\n| intern | extern |\n",
        "<!-- ::: intern\nGeheim.\n::: -->\nOpen.\n",
        "... intern overleg gaat voort\n",
        "Intern:\n\n* punt\n\nintern::\n\nWe bespreken het intern: :: en meer\n",
        "Schrijf `intern :::` niet\n\n::: intern\nDit is intern :::\n:::\n",
        "Dubbele punten:: en meer\n",
        "Intern overleg: om 9 uur\n\nINTERN OVERLEG: om 9 uur\n\nInterne communicatie: nieuwsbrief\n",
        "- Intern: nieuwsbrief\n- Extern: website\n",
        "INTERN: nieuwsbrief\n\nEXTERN: website\n",
        "Intern: nieuwsbrief; voor externen de website\n",
        "INTERN – EXTERN\n\nINTERN\n\nIntern – niet te verwarren\n",
        "(intern) overleg plannen\n\n[intern](nota.md) en [intern][1]\n\n[intern]: https://voorbeeld.be\n",
        "[[intern]] gaat voort\n\nInternationaal: samen\n\nVertrouwelijke gegevens: die bewaren we niet\n",
        "| INTERN: | EXTERN: |\n| --- | --- |\n",
    ],
)
def test_what_is_no_slip_is_left_alone(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize("path", [FICHE, CHAPTER, MINUTES])
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("\n:: intern\nGeheim.\n:::\n", "almost-internal"),
        ("\nGeheim.\n:::\n", "unopened-internal"),
        ("\n::: intern\nGeheim.\n", "open-internal"),
    ],
)
def test_it_is_told_in_fiches_chapters_and_minutes(path: str, text: str, code: str, tmp_path: Path) -> None:
    laid_out("_base", tmp_path)
    if path == MINUTES:
        shutil.copytree(BROKEN / "open-internal" / "meetings", tmp_path / "meetings")
        file = tmp_path / path
        file.write_text(file.read_text("utf-8").partition("::: intern")[0], "utf-8")
    with (tmp_path / path).open("a", encoding="utf-8") as file_:
        file_.write(text)
    found = [one for one in load(WorkTree(tmp_path)).findings if one.span.path == path]
    assert [(one.code, one.severity) for one in found] == [(code, Severity.ERROR)]
    word = {"almost-internal": ":: intern", "unopened-internal": ":::", "open-internal": "::: intern"}[code]
    assert (tmp_path / path).read_text("utf-8")[found[0].span.start : found[0].span.end] == word


def test_it_is_told_in_the_text_of_a_goal_and_left_for_a_person_to_mend(tmp_path: Path) -> None:
    file = laid_out("_base", tmp_path) / "plan/goals.yaml"
    text = "text: |\n    Open.\n\n    :: intern\n    Geheim.\n    :::\n  "
    file.write_text(file.read_text("utf-8").replace("  kind:", f"  {text}kind:", 1), "utf-8")
    (finding,) = load(WorkTree(tmp_path)).findings
    assert (finding.code, finding.span.path, finding.fix) == ("almost-internal", "plan/goals.yaml", ())
    assert finding.about


def test_validate_fails_and_its_fix_hides_the_part(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = runner(laid_out("almost-internal", tmp_path), capsys)
    assert run("validate")[0] == 1
    assert run("validate", "--fix", "--yes")[0] == 0
    assert "\n::: intern\nNog niet" in (tmp_path / FICHE).read_text("utf-8")


@pytest.mark.parametrize(
    "text",
    [
        ":: intern\n" * 20000,
        "intern " * 30000,
        ":" * 200000 + "intern",
        "a ::: intern\n:::\n" * 9000,
        "INTERN: a\n" * 20000,
        "- " * 100000 + "intern:",
        "[intern" * 30000,
        "*" * 200000 + "INTERN:",
        " " * 200000 + "intern: x",
        "&#58;&nbsp;\u00a0é" * 20000 + "\nINTERN\u00a0: x",
        "| INTERN: a " * 20000,
        "🔒 " * 90 + ("enkel " * 30000) + "intern:",
    ],
)
def test_hostile_texts_take_no_more_than_a_moment(text: str) -> None:
    before = process_time()
    assert len(faults(text)) < 20000
    assert process_time() - before < 2
