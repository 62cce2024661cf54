"""What Word leaves behind: lists with its own bullets, signs of its fonts, dashes, and bold lines for headings."""

from __future__ import annotations

from pathlib import Path

import pytest
from in_process import runner
from test_broken import laid_out
from test_checks_structure import ENGLISH, KOFFIE, Folder

from elzctl.checks.every import check
from elzctl.edit import patched
from elzctl.finding import Finding
from elzctl.load import load
from elzctl.render.markdown import Reader
from elzctl.render.tree import Bullets, Text
from elzctl.tree import WorkTree

HOW = "We bellen de mensen op en zetten koffie."
CHAPTER = "plan/texts/inleiding.md"


def found(root: Path, text: str, path: str = KOFFIE) -> list[Finding]:
    """What is found in a fiche with this text under "Hoe?"."""
    file = laid_out("_base", root) / path
    whole = file.read_bytes().decode()
    file.write_bytes((whole.replace(HOW, text) if path == KOFFIE else f"{whole}\n{text}\n").encode())
    loaded = load(WorkTree(root))
    return [*loaded.findings, *check(loaded.plan)]


def mended(root: Path, text: str) -> str:
    findings = found(root, text)
    source = load(WorkTree(root)).sources[KOFFIE]
    after = patched(source, [patch for finding in findings for patch in finding.fix])
    (root / KOFFIE).write_bytes(after.encode())
    loaded = load(WorkTree(root))
    assert [*loaded.findings, *check(loaded.plan)] == []
    return after.partition("## Hoe?")[2].strip("\r\n").partition("## Evaluatie")[0].strip()


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("\uf0b7\tEerste", "* Eerste"),
        ("\uf0a7 Eerste\n\uf0a7 Tweede", "* Eerste\n* Tweede"),
        ("•\tEerste\n•\tTweede", "* Eerste\n* Tweede"),
        ("·       Eerste\n\n·       Tweede", "* Eerste\n\n* Tweede"),
        ("o\tEerste\no\tTweede", "* Eerste\n* Tweede"),
        ("– Eerste\n– Tweede", "* Eerste\n* Tweede"),
        ("•\u00a0Eerste\n    gaat voort\n•\u00a0Tweede", "* Eerste\n    gaat voort\n* Tweede"),
        ("•\tEerste\no\tDaaronder\n•\tTweede", "* Eerste\n  * Daaronder\n* Tweede"),
        ("    •\tEerste\n    •\tTweede", "* Eerste\n* Tweede"),
        ("\t•\tEerste\n\t\t•\tDaaronder", "* Eerste\n    * Daaronder"),
        ("Zo:\n• Eerste\n• Tweede", "Zo:\n* Eerste\n* Tweede"),
        ("\uf0b7\tEerste\n•\tTweede\n– Derde", "* Eerste\n* Tweede\n* Derde"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_pasted_list_is_told_once_and_becomes_a_list(text: str, better: str, end: str, tmp_path: Path) -> None:
    findings = found(tmp_path, text.replace("\n", end))
    assert [finding.code for finding in findings] == ["word-list"]
    after = mended(tmp_path / "again", text.replace("\n", end))
    assert after == better.replace("\n", end)
    assert any(isinstance(block, Bullets) for block in Reader(lambda name, words: Text(words or name)).blocks(after))


@pytest.mark.parametrize(
    "text",
    [
        "• Los punt",
        "– los streepje",
        "o los",
        "Eerst dit – en dan dat.\n– Vijf",
        "Een • midden • in de lijn",
        "* a\n* b",
    ],
)
def test_a_single_sign_is_no_list(text: str, tmp_path: Path) -> None:
    assert found(tmp_path, text) == []


@pytest.mark.parametrize("sign", ["\uf0e0", "\uf0e8"])
def test_an_arrow_of_word_becomes_an_arrow(sign: str, tmp_path: Path) -> None:
    assert mended(tmp_path, f"Bellen {sign} koffie {sign} taart.") == "Bellen → koffie → taart."


def test_another_sign_of_a_font_is_told_without_a_guess(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, "We bellen \uf0fc en zetten koffie \uf0fc.")
    assert (finding.code, finding.fix, "U+F0FC" in ENGLISH(finding.message)) == ("word-sign", (), True)


def test_a_sign_of_a_font_in_the_data_is_told_where_it_stands(tmp_path: Path) -> None:
    file = laid_out("_base", tmp_path) / KOFFIE
    file.write_text(file.read_text("utf-8").replace("title: Koffie", "title: \uf04a Koffie"), "utf-8")
    (finding,) = load(WorkTree(tmp_path)).findings
    assert (finding.code, finding.span.line, finding.span.column) == ("word-sign", 3, 8)


def test_a_chapter_is_looked_at_as_well(tmp_path: Path) -> None:
    assert [finding.code for finding in found(tmp_path, "• Eerste\n• Tweede", CHAPTER)] == ["word-list"]


@pytest.mark.parametrize("text", ["<!-- • a\n• b -->", "<!-- \uf0e0 -->"])
def test_nothing_is_told_of_a_comment(text: str, tmp_path: Path) -> None:
    assert found(tmp_path, f"{HOW}\n{text}") == []


# Dashes


@pytest.mark.parametrize(
    ("opening", "closing", "code"),
    [
        ("—", "—", "no-front-matter"),
        ("—", "---", "no-front-matter"),
        ("---", "—", "open-front-matter"),
        ("–-", "–-", "no-front-matter"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_long_dash_for_three_is_told_and_put_right(
    opening: str, closing: str, code: str, end: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = laid_out("_base", tmp_path) / KOFFIE
    right = file.read_text("utf-8").replace("\n", end)
    wrong = right.replace(f"---{end}", f"{opening}{end}", 1).replace(f"{end}---{end}", f"{end}{closing}{end}", 1)
    file.write_bytes(wrong.encode())
    (finding,) = load(WorkTree(tmp_path)).findings
    assert finding.code == code
    assert "long dash" in ENGLISH(finding.hint) if finding.hint else False
    assert runner(tmp_path, capsys)("validate", "--fix", "--yes")[0] == 0
    assert file.read_bytes().decode() == right


# Headings


@pytest.mark.parametrize("bold", ["**Hoe?**", "__Hoe__", "**Hoe?** ", "**Hoe**:", "**Aanpak:**"])
def test_a_bold_line_in_the_place_of_a_heading_is_told_and_becomes_one(bold: str, tmp_path: Path) -> None:
    folder = Folder(tmp_path).change(KOFFIE, "## Hoe?\n", f"{bold}\n")
    (finding,) = folder.find()
    assert finding.code == "empty-section"
    assert "bold" in ENGLISH(finding.message)
    assert folder.fix().find() == []
    assert "\n## Hoe" in (tmp_path / KOFFIE).read_text("utf-8") or "\n## Aanpak\n" in (tmp_path / KOFFIE).read_text(
        "utf-8"
    )


def test_a_bold_line_for_what_we_do_not_do_is_told_as_well(tmp_path: Path) -> None:
    folder = Folder(tmp_path).change(KOFFIE, "### Wat doen we niet?\n", "**Wat doen we niet?**\n")
    (finding,) = folder.find()
    assert (finding.code, finding.span.line) == ("do-not-open", 34)
    assert folder.fix().find() == []


def test_a_bold_line_beside_the_heading_is_a_text(tmp_path: Path) -> None:
    assert Folder(tmp_path).change(KOFFIE, HOW, f"**Hoe?**\n\n{HOW}").find() == []
