"""``forge`` in ``plan.yaml``: from numbers in the page to the files behind them, and to nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawn_meetings import FIRST, met, minutes
from drawn_plans import document, read, rich
from test_html import elements, parsed, words

from elzctl.model import Forge
from elzctl.render.forge import source, sources
from elzctl.render.html import html
from elzctl.terms import ForgeKind


def with_forge(root: Path, forge: str) -> Path:
    path = rich(root) / "plan" / "plan.yaml"
    path.write_text(path.read_text("utf-8") + f"forge: {forge}\n", "utf-8")
    return root


@pytest.mark.parametrize(
    ("forge", "address"),
    [
        ("{url: https://github.com/elz/plan}", "https://github.com/elz/plan/blob/main/"),
        ("{url: https://github.com/elz/plan.git}", "https://github.com/elz/plan/blob/main/"),
        ("{url: https://gitlab.com/zorg/elz/plan/, branch: trunk}", "https://gitlab.com/zorg/elz/plan/-/blob/trunk/"),
        ("{url: https://codeberg.org/elz/plan}", "https://codeberg.org/elz/plan/src/branch/main/"),
        ("{url: 'https://git.elz.be:8443/plan', branch: v/2025}", "https://git.elz.be:8443/plan/src/branch/v/2025/"),
        ("{url: https://git.elz.be/plan, kind: gitlab}", "https://git.elz.be/plan/-/blob/main/"),
        ("{url: https://git.elz.be/plan, kind: gitea}", ""),
    ],
)
def test_each_forge_has_its_own_addresses(forge: str, address: str, tmp_path: Path) -> None:
    loaded = read(with_forge(tmp_path, forge))
    if address:
        assert source(loaded.plan, "plan/actions/koffie.md") == f"{address}plan/actions/koffie.md"
        return
    (finding,) = (one for one in loaded.findings if one.span.path == "plan/plan.yaml")
    assert [patch.text for patch in finding.fix] == ["forgejo"]


@pytest.mark.parametrize(
    "forge",
    [
        "{url: http://github.com/elz/plan}",
        "{url: 'javascript:alert(1)//github.com/x'}",
        "{url: https://github.com@kwaad.example/elz/plan}",
        "{url: https://kwaad.example}",
        "{url: 'https://github.com/elz/../kwaad'}",
        "{url: 'https://github.com/elz/plan?x=1'}",
        "{url: 'https://github.com/elz/plan#x'}",
        "{url: 'https://github.com/elz/pl\"an'}",
        "{url: 'https://localhost/plan'}",
        "{branch: main}",
        "https://github.com/elz/plan",
    ],
)
def test_an_address_that_is_not_plainly_that_of_a_repository_is_told_and_not_used(forge: str, tmp_path: Path) -> None:
    loaded = read(with_forge(tmp_path, forge))
    assert [one.span.path for one in loaded.findings if "plan.yaml" in one.span.path]
    assert sources(loaded.plan) == ()


@pytest.mark.parametrize("branch", ["../x", "-x", "a..b", "a//b", "x.lock", "x/", "een twee", "x?y", "x#y", '"<x>"'])
def test_a_branch_is_a_name(branch: str, tmp_path: Path) -> None:
    loaded = read(with_forge(tmp_path, f"{{url: https://github.com/elz/plan, branch: {branch!r}}}"))
    assert [one.code for one in loaded.findings if one.span.path == "plan/plan.yaml"] == ["wrong-value"]
    assert loaded.plan.settings.forge == Forge("https://github.com/elz/plan", "main")


def test_numbers_of_goals_and_actions_lead_to_their_files(tmp_path: Path) -> None:
    root = parsed(html(document(with_forge(tmp_path, "{url: https://github.com/elz/plan}"))))
    links = {
        words(one): one.attrib["href"]
        for tag, one in elements(root)
        if one.attrib.get("class") == "number" and tag == "a"
    }
    start = "https://github.com/elz/plan/blob/main/plan"
    assert links["1.1.1"] == f"{start}/actions/koffie.md"
    assert links["1.1"] == f"{start}/goals.yaml"
    assert links["Strategic goal 1"] == f"{start}/goals.yaml"


def test_minutes_lead_to_their_file(tmp_path: Path) -> None:
    path = met(tmp_path) / "plan" / "plan.yaml"
    path.write_text(path.read_text("utf-8") + "forge: {url: https://github.com/elz/plan}\n", "utf-8")
    root = parsed(html(minutes(tmp_path)))
    links = [one.attrib["href"] for tag, one in elements(root) if tag == "a" and words(one) == "Source file"]
    assert links == [f"https://github.com/elz/plan/blob/main/meetings/{FIRST}.md"]


def test_without_a_forge_a_number_is_a_number(tmp_path: Path) -> None:
    root = parsed(html(document(rich(tmp_path))))
    assert {tag for tag, one in elements(root) if one.attrib.get("class") == "number"} == {"span"}


def test_every_kind_of_forge_has_a_way_to_its_files(tmp_path: Path) -> None:
    for kind in ForgeKind:
        plan = read(with_forge(tmp_path / kind.value, f"{{url: https://git.elz.be/plan, kind: {kind.value}}}")).plan
        assert source(plan, "a b.md").endswith("/main/a%20b.md")
