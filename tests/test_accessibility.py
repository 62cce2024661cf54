"""The accessibility statement: it says what plan.yaml says, claims nothing else, and stands where it can be found."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from drawn_plans import sound
from in_process import runner
from small_plans import PLAN, ROOT, fiche, loaded
from test_html import elements, parsed

from elzctl.checks.privacy import contact_in_text
from elzctl.load import Loaded
from elzctl.render.accessibility_document import accessibility_document
from elzctl.render.html import html
from elzctl.render.plan_document import plan_document
from elzctl.render.redacted import redacted
from elzctl.render.site.whole import site_files
from elzctl.render.tree import Heading
from elzctl.wording import Language

TODAY = date(2025, 6, 30)
DUTCH, ENGLISH = Language("nl"), Language("en")
CONTACT = "accessibility:\n  contact: toegankelijk@elz-polder.example of 052 12 34 56\n"
CHECKED = CONTACT + "  checked: juni 2025\n  how: met een schermlezer en met axe\n"
ISSUES = (
    CHECKED
    + "  known_issues:\n    - De affiches zijn foto's zonder tekst.\n    - Vraag ze aan niemand@prive.example.\n"
)
COMPLAINTS = CHECKED + "  complaints: de ombudsdienst, https://ombuds.example/klacht.\n"


def zone(root: Path, more: str) -> Loaded:
    return loaded(root, plan=PLAN + more, koffie=fiche("1.1.1"))


def words(root: Path, more: str) -> str:
    """The whole statement on one line."""
    page = parsed(html(accessibility_document(zone(root, more).plan, TODAY, ENGLISH)))
    (main,) = (one for tag, one in elements(page) if tag == "main")
    return " ".join(" ".join(main.itertext()).split())


def links(page: str) -> list[tuple[str, str]]:
    """Where each link of a page leads, and its words."""
    return [(one.attrib["href"], "".join(one.itertext())) for tag, one in elements(parsed(page)) if tag == "a"]


def test_a_plan_that_says_nothing_claims_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = zone(tmp_path, "")
    assert found.plan.settings.accessibility is None
    for language in (DUTCH, ENGLISH):
        assert "ccessib" not in html(plan_document(found.plan, TODAY, language)).partition("<main")[2]
    code, out, err = runner(tmp_path, capsys)("render", "accessibility", "--out", str(tmp_path / "out"))
    assert (code, out) == (2, "")
    assert "plan/plan.yaml does not say anything about accessibility" in err
    assert "contact:" in err
    assert not (tmp_path / "out").exists()


def test_what_nobody_checked_is_not_claimed(tmp_path: Path) -> None:
    said = words(tmp_path, CONTACT)
    assert "Nobody has checked yet whether the documents meet the European standard EN 301 549 (WCAG 2.1, AA)." in said
    assert "As far as we know" not in said
    assert "in part" not in said
    assert "What works" not in said, "of what nobody looked at it is not known"


def test_what_was_checked_is_said_with_day_and_way(tmp_path: Path) -> None:
    said = words(tmp_path, CHECKED)
    assert "As far as we know, the documents meet the European standard EN 301 549 (WCAG 2.1, AA)." in said
    assert "Checked juni 2025" in said
    assert "By whom and how met een schermlezer en met axe" in said


def test_what_does_not_work_is_said_and_takes_the_claim_back(tmp_path: Path) -> None:
    said = words(tmp_path, ISSUES)
    assert "in part: what does not work yet stands below." in said
    assert "As far as we know" not in said
    assert "De affiches zijn foto's zonder tekst." in said


WEBSITE = (
    "  website:\n    checked: mei 2025\n    how: met axe\n    known_issues: [De tijdlijn past niet op een telefoon.]\n"
)
DAYS = "  written: 2024-03-05\n  reviewed: juni 2025\n"


def test_the_days_of_the_statement_are_those_that_were_given_and_no_others(tmp_path: Path) -> None:
    for more, expected in (
        (CHECKED, ()),
        (CHECKED + DAYS, ("About this statement Drawn up 5 March 2024", "Last reviewed juni 2025")),
    ):
        plan = zone(tmp_path, more).plan
        pages = {html(accessibility_document(plan, today, ENGLISH)) for today in (TODAY, date(2026, 1, 2))}
        assert len(pages) == 1
        said = words(tmp_path, more)
        assert all(one in said for one in expected)
        assert "30 June 2025" not in said
        assert ("Drawn up" in said, "reviewed" in said) == (bool(expected), bool(expected))


def on_site(root: Path, more: str, today: date = TODAY) -> str:
    """The page of the site, on one line."""
    page = site_files(zone(root, f"language: en\n{more}").plan, today)["accessibility.html"].decode()
    (main,) = (one for tag, one in elements(parsed(page)) if tag == "main")
    return " ".join(" ".join(main.itertext()).split())


def test_the_page_of_the_site_is_about_the_site_and_claims_nothing_of_it_that_nobody_looked_at(tmp_path: Path) -> None:
    said = on_site(tmp_path, CHECKED)
    assert "This statement is about this website and the documents on it." in said
    assert "As far as we know, the documents meet the European standard" in said
    assert "Nobody has checked yet whether the website meets the European standard" in said
    assert said == on_site(tmp_path, CHECKED, date(2026, 1, 2))
    said = on_site(tmp_path, ISSUES + WEBSITE)
    assert "The website meets the European standard EN 301 549 (WCAG 2.1, AA) in part" in said
    assert "Checked mei 2025 By whom and how met axe" in said
    before, _, after = said.partition("On the website:")
    assert "In the documents: De affiches zijn foto's zonder tekst." in before
    assert after.strip().startswith("De tijdlijn past niet op een telefoon.")


def test_a_document_speaks_of_the_site_when_the_plan_does(tmp_path: Path) -> None:
    assert "website" not in words(tmp_path, CHECKED)
    said = words(tmp_path, f"{CHECKED}site: {{url: 'https://plan.elz-polder.example'}}\n")
    assert "and about our website. https://plan.elz-polder.example/ " in said
    assert "Nobody has checked yet whether the website meets" in said
    assert "On the website: De tijdlijn" in words(tmp_path, CHECKED + WEBSITE)


def test_only_the_address_that_is_given_for_it_is_published(tmp_path: Path) -> None:
    found = zone(tmp_path, ISSUES)
    for document in (
        accessibility_document(found.plan, TODAY, DUTCH),
        plan_document(found.plan, TODAY, DUTCH),
        plan_document(found.plan, TODAY, DUTCH, internal=True),
    ):
        page = html(document)
        assert ("mailto:toegankelijk@elz-polder.example", "toegankelijk@elz-polder.example") in links(page)
        assert "</a> of 052 12 34 56</p>" in page
        assert "niemand@prive.example" not in page
        assert "Vraag ze aan […]" in page


def test_the_address_may_stand_in_minutes_too(tmp_path: Path) -> None:
    plan = zone(tmp_path, CONTACT).plan
    text = "Meld het op Toegankelijk@elz-polder.example of 052/12.34.56, niet op niemand@prive.example."
    assert redacted(text, plan) == (text.replace("niemand@prive.example", "[…]"), 1)


def test_a_chapter_with_the_address_is_no_finding(tmp_path: Path) -> None:
    koffie = fiche("1.1.1", text="## Waarom?\n\nMeld het op toegankelijk@elz-polder.example.\n")
    for more, count in (("", 1), (CONTACT, 0)):
        plan = loaded(tmp_path, plan=PLAN + more, koffie=koffie).plan
        assert len(list(contact_in_text(plan))) == count


def test_an_address_of_a_page_is_a_link_without_the_sign_after_it(tmp_path: Path) -> None:
    page = html(accessibility_document(zone(tmp_path, COMPLAINTS).plan, TODAY, DUTCH))
    assert ("https://ombuds.example/klacht", "https://ombuds.example/klacht") in links(page)
    assert "https://ombuds.example/klacht</a>.</p>" in page


def test_the_plan_ends_with_the_same_statement(tmp_path: Path) -> None:
    found = zone(tmp_path, ISSUES)
    document = plan_document(found.plan, TODAY, ENGLISH)
    part = next(part for part in document.parts if getattr(part.blocks[0], "anchor", "").endswith("accessibility"))
    alone = accessibility_document(found.plan, TODAY, ENGLISH)
    headings = [
        [one.children for one in blocks if isinstance(one, Heading)] for blocks in (part.blocks, alone.parts[0].blocks)
    ]
    assert headings[0][1:] == headings[1]
    assert [line.title for line in document.contents][-1] == "Accessibility"


def test_hostile_words_are_words(tmp_path: Path) -> None:
    evil = '<script>x</script> javascript:alert(1) [klik](javascript:alert(1)) https://a.example/"onclick=x'
    page = html(
        accessibility_document(
            zone(tmp_path, f"accessibility: {{contact: '{evil}', complaints: '{evil}'}}\n").plan, TODAY, DUTCH
        )
    )
    names = [(tag, dict(one.attrib)) for tag, one in elements(parsed(page))]
    assert "script" not in {tag for tag, _ in names}
    targets = {found["href"] for tag, found in names if tag == "a"}
    assert not [target for target in targets if target.startswith("javascript")]
    assert not [found for _, found in names if "onclick" in found]
    assert "&lt;script&gt;x&lt;/script&gt;" in page


def test_files_are_made_in_every_format_and_twice_the_same(tmp_path: Path) -> None:
    sound(tmp_path)
    with (tmp_path / "plan/plan.yaml").open("a", encoding="utf-8") as settings:
        settings.write(ISSUES)
    command = [sys.executable, "-m", "elzctl", "-C", str(tmp_path), "render", "accessibility", "--format", "all"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    made = []
    for out in (tmp_path / "een", tmp_path / "twee"):
        whole = [*command, "--today", "2025-06-30", "--out", str(out)]
        done = subprocess.run(whole, env=environment, check=True, capture_output=True)
        assert (done.stderr, len(done.stdout.splitlines())) == (b"", 4)
        made.append([(out / f"accessibility.{ending}").read_bytes() for ending in ("html", "pdf", "docx")])
    assert made[0] == made[1]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ("accessibility: {checked: 2025}\n", "missing-key"),
        ("accessibility: {contact: x, checked: ooit}\n", "bad-date"),
        ("accessibility: {contact: x, issues: []}\n", "unknown-key"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, more: str, code: str) -> None:
    assert code in {finding.code for finding in zone(tmp_path, more).findings}
