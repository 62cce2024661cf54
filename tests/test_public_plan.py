"""The plan as everybody may read it: an address or number in a fiche is in no public document and no export."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from small_plans import ACTORS, GOALS, PLAN, ROOT, fiche, write
from word_files import parts_of

MAIL, PHONE, OPEN = "jan@voorbeeld.be", "0475 12 34 56", "info@elz-polder.be"
HIDDEN = (MAIL, PHONE, "0475")
WARNING = "{} e-mail addresses or telephone numbers are not printed; […] stands in their place"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A plan with contacts in a fiche, a goal and a chapter; one of them belongs to an actor."""
    actors = ACTORS.replace("  kind: zone\n", f"  kind: zone\n  contact: [{OPEN}]\n", 1)
    text = f"## Waarom?\n\nBel [ons](mailto:{MAIL}) op {PHONE}, of schrijf {OPEN}.\n"
    data = (f"steps: [{{what: mail {MAIL}, due: 2025}}]", "lead: [dienst-zorg]", "due: 2025")
    goals = GOALS.replace("Zie ook [[koffie]].", f"Vraag {MAIL}.")
    plan = PLAN + "language: en\nchapters: {before: [vooraf]}\n"
    write(
        tmp_path,
        plan=plan,
        goals=goals,
        actors=actors.replace("  member_of: [kring]\n", ""),
        koffie=fiche("1.1.1", *data, text=text),
    )
    (tmp_path / "plan" / "texts").mkdir()
    chapter = f"---\ntitle: Vooraf\n---\n\nSchrijf naar {MAIL}.\n"
    (tmp_path / "plan" / "texts" / "vooraf.md").write_text(chapter, "utf-8")
    return tmp_path


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "ELZCTL_LANG": "en"}
    command = [sys.executable, "-m", "elzctl", *arguments]
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


def words_of(root: Path, name: str) -> dict[str, str]:
    """All that can be read in the documents, by format, addresses of links included."""
    file = pypdfium2.PdfDocument(root / f"{name}.pdf")
    pages = "".join(page.get_textpage().get_text_range() for page in file)
    file.close()
    word = parts_of((root / f"{name}.docx").read_bytes())
    return {
        "html": (root / f"{name}.html").read_text("utf-8"),
        "pdf": pages,
        "docx": "".join(part.decode("utf-8", "replace") for part in word.values()),
    }


def test_a_public_document_hides_contacts_and_says_so(root: Path) -> None:
    result = run(root, "render", "plan", "--format", "html,pdf,docx", "--today", "2025-03-15")
    assert result.returncode == 0, result.stderr
    # A step stands in its fiche and among the deadlines.
    assert result.stderr == f"warning: plan.html: {WARNING.format(6)}\n"
    for name, words in words_of(root, "build/plan").items():
        assert OPEN in words, name
        assert "[…]" in words, name
        for secret in HIDDEN:
            assert secret not in words, name


def test_the_internal_edition_shows_them(root: Path) -> None:
    result = run(root, "render", "plan", "--internal", "--format", "html,pdf,docx", "--today", "2025-03-15")
    assert (result.returncode, result.stderr) == (0, "")
    for name, words in words_of(root, "private/plan-internal").items():
        for known in (MAIL, PHONE, OPEN):
            assert known in words, name


def test_an_export_hides_them_too_and_stays_one_document(root: Path) -> None:
    result = run(root, "export", "json")
    assert result.returncode == 0
    data = json.loads(result.stdout)
    assert result.stderr == f"warning: {WARNING.format(5)}\n"
    for secret in HIDDEN:
        assert secret not in result.stdout
    (action,) = data["actions"]
    assert action["sections"]["why"] == f"Bel [ons](mailto:[…]) op […], of schrijf {OPEN}."
    assert action["steps"][0]["what"] == "mail […]"
    assert data["chapters"][0]["text"] == "Schrijf naar […]."


def test_a_plan_without_contacts_is_exported_without_a_word(tmp_path: Path) -> None:
    write(tmp_path, goals=GOALS.replace("Zie ook [[koffie]].", "Kom."), koffie=fiche("1.1.1"))
    result = run(tmp_path, "export", "json")
    assert (result.returncode, result.stderr) == (0, "")


def test_the_hash_of_an_approval_is_no_telephone_number(root: Path) -> None:
    digits = "0475123456" * 6 + "0475"
    lines = ("approved:", "  body: kring", "  on: 2025-01-01", f"  hash: {digits}")
    write(root, koffie=fiche("1.1.1", *lines, "lead: [dienst-zorg]", "due: 2025"))
    exported = json.loads(run(root, "export", "json").stdout)
    assert exported["actions"][0]["approved"]["hash"] == digits
