"""Data that everybody may read: what programs would show of its Markdown gives nobody away, and runs nothing."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from drawn_meetings import met
from in_process import Run, runner
from markdown_it import MarkdownIt
from small_plans import fiche

from elzctl.load import load
from elzctl.render.public_data import public_data
from elzctl.render.redacted import Redactor
from elzctl.tree import WorkTree

TOLD = (
    "Mail **canary1**@example.org voor meer.",
    "Mail canary2&#64;example.org voor meer.",
    "Mail canary3\\@example.org voor meer.",
    "Mail canary4@\u200bexample.org voor meer.",
    "[v](https://example.org/inschrijven?email=canary5%40example.org&trk=x)",
    "Mail canary6 (**at**) example.org voor meer.",
    "Mail [canary7](https://example.org)@example.org voor meer.",
    "Mail can<!-- x -->ary8@example.org voor meer.",
    "Mail `canary9`@example.org voor meer.",
    "Mail \\*canary10\\@example.org\\*.",
    "Kijk op https://example.org/?email=canary11%40example.org vandaag.",
    "| a | b |\n|---|---|\n| *canary12*@example.org | x |",
    "Mail canary13 (**At**) example.org voor meer.",
    "Mail canary14 (at) example *PUNT* be voor meer.",
)
CALLED = ("Bel 0470 **12** 34 56.", "Bel 0470&#32;12 34 56.", "Bel [0470](https://example.org/tel) 12 34 56.")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = met(tmp_path / "zone")
    text = "## Waarom?\n\n{}\n".format("\n\n".join((*TOLD, *CALLED)))
    (root / "plan" / "actions" / "thee.md").write_text(
        fiche("1.1.9", "lead: [kring]", title="Thee", text=text), "utf-8"
    )
    return root


def shown(text: str, root: Path) -> tuple[str, int]:
    redactor = Redactor(load(WorkTree(root)).plan)
    (found,) = public_data([text], redactor)
    assert isinstance(found, str)
    return found, redactor.count


def drawn(text: str) -> str:
    """What another program makes of a text: its words and addresses, with nothing that cannot be seen."""
    return re.sub(
        "<[^>]*>|\u200b", "", re.sub(r'href="([^"]*)"', r">\1<", unquote(unescape(MarkdownIt().render(text))))
    )


@pytest.mark.parametrize("text", [*TOLD, *CALLED])
def test_what_another_program_would_draw_gives_nobody_away(text: str, root: Path) -> None:
    found, hidden = shown(text, root)
    assert hidden
    assert "[…]" in found
    assert not re.search(r"canary|12.{0,6}34|@", drawn(found))


@pytest.mark.parametrize(
    "text",
    [
        "Op **2025-12-31** en 2026-01-05: [meer](https://example.org/a_(b)), `x@y` en A&B &amp; C.",
        "Zie [[koffie|de *koffie*]] (at home), met @kring.\n\n- [ ] een\n- [x] twee",
        "Ondernemingsnummer 0123.456.749, bel 0800 **12** 345 of 1712.",
        "Doel = data: cijfers, en <data> ook. [data: hier](#koffie)",
    ],
)
def test_all_other_texts_keep_their_markdown(text: str, root: Path) -> None:
    assert shown(text, root) == (text, 0)


def test_many_texts_together_are_as_each_of_them_alone(root: Path) -> None:
    # Where one ends the next begins: what is left of a number, of an address and of a link meets what follows.
    ends = (
        "Bel 0470 12",
        "34 56 78",
        "naam@",
        "example.org",
        "12 34 56 78 9",
        "[x](",
        "zie at",
        "at example.be",
        "İ &#",
    )
    texts = [one for pair in zip(ends * 3, (*TOLD, *CALLED, *ends), strict=False) for one in pair]
    assert len(texts) > 50
    plan = load(WorkTree(root)).plan
    (together,) = public_data([texts], Redactor(plan))
    assert together == [public_data([text], Redactor(plan))[0] for text in texts]


def test_contacts_that_the_plan_allows_stay_however_they_are_typed(root: Path) -> None:
    actors = root / "plan" / "actors.yaml"
    actors.write_text(
        actors.read_text("utf-8").replace("  kind: zone\n", "  kind: zone\n  contact: [info@example.org]\n", 1), "utf-8"
    )
    assert load(WorkTree(root)).plan.contacts == ("info@example.org",)
    for text in ("Mail **info**@example.org.", "Mail info&#64;example.org.", "[x](mailto:info@example.org)"):
        assert shown(text, root) == (text, 0)


@pytest.mark.parametrize(
    "text",
    [
        "[klik](javascript:alert(1))",
        "[klik](<JavaScript:alert(1)>)",
        "[klik](java&#115;cript:alert(1))",
        "[klik](javascript\\:alert\\(1\\))",
        "![klik](data:text/html;base64,PHA+)",
        "<javascript:klik>",
        "[klik][1]\n\n[1]: javascript:alert(1)",
        "`[klik](javascript:alert(1))`",
        "`[klik](&#106;avascript:alert(1))`",
        '<a href="javascript:alert(1)">klik</a>',
        "<a title=x href='java\nscript:alert(1)'>klik</a>",
    ],
)
def test_no_link_runs_a_program_and_its_words_stay(text: str, root: Path) -> None:
    class Careless(MarkdownIt):
        def validateLink(self, url: str) -> bool:  # noqa: N802 - the name that the parser calls
            return True

    made = unescape(Careless("commonmark").render(shown(text, root)[0]))
    assert "klik" in made
    assert not re.search(r"""(?i)(?:href|src)=["']?\s*(?:javascript|data):""", made)


def test_marks_that_follow_a_reader_are_not_in_data(root: Path) -> None:
    assert shown("[x](https://example.org/?trk=1&id=2), https://example.org/?_ga=1.", root)[0] == (
        "[x](https://example.org/?id=2), https://example.org/."
    )


def test_no_file_of_a_site_and_no_export_gives_anybody_away(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site: Run = runner(root, capsys, "site", "--today=2025-04-01", "--out=public", "--draft")
    assert site()[0] == 0
    files = [*(root / "public" / "data").iterdir(), root / "public" / "assets" / "search-index.js"]
    assert {"plan.json", "plan.jsonld", "actions.csv", "points.csv"} < {path.name for path in files}
    export: Run = runner(root, capsys, "export")
    _, out, err = export("json")
    assert "e-mail addresses" in err
    for told in (out, *(path.read_text("utf-8-sig") for path in files)):
        assert "canary" not in told
        assert not re.search(r"0470.{0,40}56", told)
    action = next(one for one in json.loads(out)["actions"] if one["id"] == "thee")
    assert unquote(action["sections"]["why"]).count("[…]") == len(TOLD) + len(CALLED)
    assert json.loads((root / "public" / "data" / "plan.json").read_bytes())["actions"] == json.loads(out)["actions"]
