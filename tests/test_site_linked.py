"""The plan as linked data: what schema.org calls things, each by the address of its page."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from drawn_meetings import FIRST, met
from small_plans import ROOT

from elzctl.load import load
from elzctl.render.site.options import Options
from elzctl.render.site.whole import site_files
from elzctl.tree import WorkTree

DAY = date(2025, 4, 1)
FILE = "data/plan.jsonld"


def made(root: Path, address: str = "") -> tuple[dict[str, bytes], list[dict[str, Any]]]:
    """All files of a site, and the things in its linked data."""
    files = site_files(load(WorkTree(root)).plan, DAY, None, Options((), address))
    data = json.loads(files[FILE])
    assert data["@context"] == "https://schema.org"
    return files, data["@graph"]


def named(graph: list[dict[str, Any]], kind: str) -> dict[str, dict[str, Any]]:
    return {one["@id"]: one for one in graph if one["@type"] == kind}


def names(found: Any) -> list[str]:
    """Every name of a thing, however deep."""
    if isinstance(found, list):
        return [name for one in found for name in names(one)]
    if isinstance(found, dict):
        return [value for key, value in found.items() if key == "@id"] + names(
            [value for key, value in found.items() if key != "@id"]
        )
    return []


def test_an_action_says_who_does_it_for_whom_by_when_and_how_far_it_is(tmp_path: Path) -> None:
    _, graph = made(met(tmp_path))
    koffie = named(graph, "Action")["../actions/koffie.html"]
    assert koffie["actionStatus"] == "https://schema.org/ActiveActionStatus"
    assert koffie["agent"][0] in [{"@id": name} for name in named(graph, "Organization")]
    assert all(set(one) <= {"@type", "@id", "name"} for one in koffie.get("object", ()))
    (about,) = (
        one
        for one in named(graph, "CreativeWork").values()
        if {"@id": "../actions/koffie.html"} in one.get("about", ())
    )
    assert about["isPartOf"]["@id"] in named(graph, "CreativeWork")


def test_a_meeting_is_an_event_about_the_actions_that_it_names(tmp_path: Path) -> None:
    _, graph = made(met(tmp_path))
    event = named(graph, "Event")[f"../meetings/{FIRST}.html"]
    assert (event["startDate"], event["endDate"]) == ("2025-01-14T13:30", "2025-01-14T16:00")
    assert event["location"] == {"@type": "Place", "name": "Buurthuis"}
    assert {"@id": "../actions/koffie.html"} in event["about"]


def test_every_name_is_that_of_a_page_of_the_site() -> None:
    for address in ("", "https://plan.voorbeeld.be/"):
        files, graph = made(ROOT, address)
        base = address or "https://x.example/"
        found = [urljoin(f"{base}{FILE}", name) for name in names(graph) if not name.startswith("#")]
        assert len(found) > 300
        assert [name for name in found if name.removeprefix(base) not in files] == []
        (plan,) = named(graph, "Dataset").values()
        assert all(
            urljoin(f"{base}{FILE}", one["contentUrl"]).removeprefix(base) in files for one in plan["distribution"]
        )


def test_nothing_has_an_empty_value_or_two_descriptions() -> None:
    _, graph = made(ROOT)
    assert all(value not in ("", None, [], {}) for one in graph for value in one.values())
    found = [one["@id"] for one in graph]
    assert len(found) == len(set(found))
