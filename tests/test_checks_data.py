"""The checks of what stands beside the texts: names and words in the settings, the actors and the series; templates; titles."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_pictures import png
from test_broken import laid_out

from elzctl.checks.legible import long_title, turning_sign
from elzctl.checks.privacy import contact_in_text, national_number
from elzctl.edit import patched
from elzctl.finding import Severity
from elzctl.load import Loaded, load
from elzctl.render.dress import dress_of
from elzctl.tree import WorkTree

SETTINGS, ACTORS, SERIES = "plan/plan.yaml", "plan/actors.yaml", "meetings/series.yaml"


@pytest.fixture
def zone(tmp_path: Path) -> Path:
    return laid_out("_base", tmp_path)


def added(root: Path, path: str, lines: str) -> Loaded:
    """The plan with these lines behind a file."""
    file = root / path
    file.parent.mkdir(exist_ok=True)
    file.write_text((file.read_text("utf-8") if file.exists() else "") + lines, "utf-8")
    return load(WorkTree(root))


# Contacts


@pytest.mark.parametrize(
    ("path", "lines", "marked"),
    [
        (SETTINGS, "  jongeren: Jongeren (0470 12 34 56)\n", "0470 12 34 56"),
        (SETTINGS, "style:\n  logo_alt: Logo, vraag het aan zorg@voorbeeld.be\n", "zorg@voorbeeld.be"),
        (SETTINGS, "style:\n  cover: |\n    Vragen?\n    Bel 052 33 44 55.\n", "052 33 44 55"),
        (SETTINGS, "abbreviations:\n  ELZ: eerstelijnszone, zorg(at)voorbeeld.be\n", "zorg(at)voorbeeld.be"),
        (ACTORS, "dienst-mail:\n  name: Dienst (dienst@voorbeeld.be)\n", "dienst@voorbeeld.be"),
        (ACTORS, "dienst-bank:\n  name: Dienst\n  also: [Post, BE68 5390 0754 7034]\n", "BE68 5390 0754 7034"),
        (SERIES, "overleg:\n  name: Overleg\n  location: Zaal, bel 052 33 44 55\n", "052 33 44 55"),
        (SERIES, "overleg:\n  name: Overleg\n  agenda:\n    - Start\n    - 'Bel 052 33 44 55'\n", "052 33 44 55"),
    ],
)
def test_a_contact_in_a_name_or_in_the_settings_is_told_at_its_place(
    zone: Path, path: str, lines: str, marked: str
) -> None:
    loaded = added(zone, path, lines)
    (finding,) = contact_in_text(loaded.plan)
    span = finding.span
    assert (span.path, loaded.sources[path].text[span.start : span.end]) == (path, marked)
    assert finding.severity is Severity.WARNING


def test_what_an_actor_may_publish_is_no_finding_elsewhere(zone: Path) -> None:
    added(zone, ACTORS, "dienst-mail:\n  name: Dienst zorg@voorbeeld.be\n  contact: [zorg@voorbeeld.be]\n")
    assert list(contact_in_text(load(WorkTree(zone)).plan)) == []


def test_a_national_number_in_a_name_is_an_error(zone: Path) -> None:
    loaded = added(zone, ACTORS, "dienst-mail:\n  name: Dienst 00.00.00-000.97\n")
    assert [(one.severity, one.span.path) for one in national_number(loaded.plan)] == [(Severity.ERROR, ACTORS)]
    assert list(contact_in_text(loaded.plan)) == []


def test_the_words_for_a_logo_are_public(zone: Path) -> None:
    (zone / "plan/logo.png").write_bytes(png())
    loaded = added(zone, SETTINGS, "style:\n  logo: plan/logo.png\n  logo_alt: Logo, bel 052 33 44 55\n")
    logo = dress_of(loaded.plan).logo
    assert logo is not None
    assert logo.alt == "Logo, bel […]"


# Titles and signs


def test_the_fix_takes_every_sign_away_that_turns_the_text_around(tmp_path: Path) -> None:
    loaded = load(WorkTree(laid_out("turning-sign", tmp_path)))
    (finding,) = turning_sign(loaded.plan)
    assert patched(loaded.sources[finding.span.path], finding.fix).splitlines()[-1] == (
        "We werken samen aan groz dicht bij mensen."
    )


def test_a_name_with_a_sign_that_turns_it_around_is_told_and_arabic_is_not(zone: Path) -> None:
    loaded = added(
        zone, ACTORS, "dienst-om:\n  name: Dienst \u2067x\u2069\ndienst-ar:\n  name: \u0639\u064a\u0646\u200f\n"
    )
    assert [(one.span.path, one.span.line) for one in turning_sign(loaded.plan)] == [(ACTORS, 8)]


@pytest.mark.parametrize(("characters", "told"), [(300, 0), (301, 1)])
def test_the_title_of_a_goal_can_be_too_long(zone: Path, characters: int, told: int) -> None:
    goals = zone / "plan/goals.yaml"
    goals.write_text(goals.read_text("utf-8").replace("Mantelzorgers worden gezien", "a" * characters), "utf-8")
    found = list(long_title(load(WorkTree(zone)).plan))
    assert [(one.span.line, one.about) for one in found] == [(8, "mantelzorg-zien")] * told
