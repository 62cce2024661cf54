"""Templates of a zone: each kind takes the place of ours, a fault in one has a file and a line, and none can do harm."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from drawn_plans import TODAY, sound
from small_plans import ROOT, in_a_window, plain, write
from word_files import parts_of

from elzctl import templates
from elzctl.checks.own_templates import own_template
from elzctl.load import load
from elzctl.model import Plan
from elzctl.render.confined import Children, Stopped
from elzctl.render.job import Job, Limits
from elzctl.render.page import Pages
from elzctl.render.page import plain as values_only
from elzctl.render.plan_editions import plan_edition
from elzctl.render.tree import Heading, Text
from elzctl.templates import BadTemplate, OwnTemplates, built_in, own, own_paths
from elzctl.tree import WorkTree
from elzctl.views.template_list import Standing, template_list
from elzctl.wording import Language

EN = Language("en")
SMALL = Limits(seconds=20, cpu=2, memory=700 << 20)
PAGE, MAIN, LOOK = "templates/html/plan.html.j2", "templates/pdf/main.typ", "templates/pdf/look.typ"


def put(root: Path, path: str, text: str | bytes) -> Path:
    """A file of the zone's own."""
    place = root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(text.encode() if isinstance(text, str) else text)
    return root


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "ELZCTL_LANG": "en"}
    command = [sys.executable, "-m", "elzctl", *arguments]
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    return load(WorkTree(sound(tmp_path_factory.mktemp("plan")))).plan


def drawn(plan: Plan, ending: str, own: OwnTemplates, limits: Limits = SMALL) -> bytes:
    """The plan, drawn in a child as the program does it.  Raises Stopped."""
    with Children([()], fork=False) as children:
        children.give([Job(f"plan.{ending}", plan_edition, (ending, plan, TODAY, own), limits)])
        (found,) = children.results()
        data: bytes = found.data
        return data


def stopped(plan: Plan, ending: str, own: OwnTemplates, limits: Limits = SMALL) -> str:
    with pytest.raises(Stopped) as error:
        drawn(plan, ending, own, limits)
    return EN(error.value.message)


POLICY = '<meta http-equiv="Content-Security-Policy" content="{{ policy }}">'


def page_of(text: str) -> OwnTemplates:
    return OwnTemplates(html={"plan.html.j2": text})


def without_policy(page: bytes) -> bytes:
    """What stands in a page behind its policy."""
    return page.partition(b">")[2]


def main_of(text: str) -> OwnTemplates:
    return OwnTemplates(pdf={"main.typ": text.encode()})


# File by file


@pytest.mark.parametrize("text", ["", " \n\n"])
def test_an_own_document_of_nothing_is_refused(plan: Plan, text: str) -> None:
    assert "templates/pdf/main.typ is empty" in stopped(plan, "pdf", main_of(text))


def test_an_own_page_takes_the_place_of_ours(plan: Plan) -> None:
    own = page_of(POLICY + "<title>{{ document.title }}</title>{{ parts | length }} {{ words.contents }}")
    assert without_policy(drawn(plan, "html", own)) == b"<title>Actieplan 2025</title>%d Contents" % drawn_parts(plan)


def drawn_parts(plan: Plan) -> int:
    from elzctl.render.plan_document import plan_document

    return len(plan_document(plan, TODAY, EN).parts)


def test_an_own_style_sheet_takes_the_place_of_ours_and_the_rest_stays(plan: Plan) -> None:
    own = OwnTemplates(html={"plan.css": "h1 { color: black; }\n"})
    page = drawn(plan, "html", own).decode()
    assert "<style>h1 { color: black; }" in page
    assert "--accent" not in page.split("</style>")[0]
    assert "<h1>Actieplan 2025</h1>" in page


def test_a_page_may_use_the_other_pages(plan: Plan) -> None:
    own = OwnTemplates(
        html={"plan.html.j2": POLICY + '{% include "kop.j2" %}', "kop.j2": "{{ document.organisation }}"}
    )
    assert without_policy(drawn(plan, "html", own)) == b"Eerstelijnszone Polder"


def test_an_own_look_takes_the_place_of_ours_in_the_pdf(plan: Plan) -> None:
    look = built_in("pdf")["look.typ"].replace(b'"#0b4f5c"', b'"#123456"')
    data = drawn(plan, "pdf", OwnTemplates(pdf={"look.typ": look}), Limits(60, 30, 1 << 30))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        cover = pdf.pages[0].Contents.read_bytes()
    red, green, blue = (f"{value / 255:.3f}".rstrip("0").encode()[:4] for value in (0x12, 0x34, 0x56))
    assert re.search(rb"%s\d* %s\d* %s\d*" % (red, green, blue), cover)


def test_an_own_word_file_gives_its_styles(tmp_path: Path) -> None:
    root = sound(tmp_path)
    assert run(root, "templates", "copy", "docx/plan.docx").returncode == 0
    copied = (root / "templates" / "docx" / "plan.docx").read_bytes()
    assert b"<w:style " in parts_of(copied)["word/styles.xml"]
    result = run(root, "render", "plan", "--format", "docx", "--today", "2025-03-15")
    assert (result.returncode, result.stderr) == (0, "")
    styles = parts_of((root / "build" / "plan.docx").read_bytes())["word/styles.xml"].decode()
    for name in re.findall(r'<w:name w:val="([^"]+)"', parts_of(copied)["word/styles.xml"].decode()):
        assert f'w:val="{name}"' in styles


def test_an_own_scaffold_is_what_a_new_action_begins_with(tmp_path: Path) -> None:
    root = put(write(tmp_path), "templates/new/action.nl.md", "## Waarom?\n\nOns eigen woord.\n")
    result = run(root, "new-action", "--title", "Samen koken", "--goal", "mantelzorg-zien", "--lead", "kring")
    assert result.returncode == 0, result.stderr
    assert "Ons eigen woord." in (root / "plan" / "actions" / "samen-koken.md").read_text("utf-8")


def test_documents_are_drawn_with_own_templates_unless_that_is_refused(tmp_path: Path) -> None:
    root = put(sound(tmp_path), PAGE, f"{POLICY}van ons\n")
    assert run(root, "render", "plan", "--format", "html").returncode == 0
    assert without_policy((root / "build" / "plan.html").read_bytes()) == b"van ons\n"
    assert run(root, "render", "plan", "--format", "html", "--no-own-templates").returncode == 0
    assert (root / "build" / "plan.html").read_text("utf-8").startswith("<!doctype html>")


def test_nothing_is_its_own_in_the_folder_that_elzctl_runs_from() -> None:
    assert templates.is_ours(ROOT)
    assert list(own_paths(WorkTree(ROOT))) == []
    assert load(WorkTree(ROOT)).plan.own_templates == ()
    assert {row.standing for row in template_list(WorkTree(ROOT))} == {Standing.OURS, Standing.ABSENT}


def test_only_files_of_a_known_kind_are_templates(tmp_path: Path) -> None:
    for path in (
        "html/a.css",
        "html/b.exe",
        "html/README.md",
        "html/map/c.css",
        "pdf/logo.png",
        "docx/oud.docx",
        "x.j2",
    ):
        put(tmp_path, f"templates/{path}", "x")
    assert list(own_paths(WorkTree(tmp_path))) == ["templates/html/a.css"]


# Findings


def test_every_own_file_is_told_once_as_good_to_know(tmp_path: Path) -> None:
    root = put(put(write(tmp_path), PAGE, "x"), "templates/fonts/a.ttf", "x")
    found = list(own_template(load(WorkTree(root)).plan))
    assert [(finding.severity.value, finding.span.path) for finding in found] == [
        ("info", PAGE),
        ("info", "templates/fonts/a.ttf"),
    ]
    result = run(root, "validate")
    assert result.stdout.count("own-template") + result.stderr.count("own-template") == 2


def test_a_copy_that_is_still_as_ours_is_not_told(tmp_path: Path) -> None:
    root = write(tmp_path)
    for kind in ("html", "pdf", "new"):
        for name, data in templates.built_in(kind).items():
            put(root, f"templates/{kind}/{name}", data)
    assert list(own_template(load(WorkTree(root)).plan)) == []
    put(root, PAGE, templates.built_in("html")["plan.html.j2"].replace(b"e", b"f", 1) if PAGE.endswith("j2") else b"x")
    put(root, "templates/html/eigen.css", "x")
    assert [finding.span.path for finding in own_template(load(WorkTree(root)).plan)] == sorted(
        [PAGE, "templates/html/eigen.css"]
    )


def test_own_templates_can_be_accepted_in_the_settings(tmp_path: Path) -> None:
    root = put(write(tmp_path), PAGE, "x")
    settings = root / "plan" / "plan.yaml"
    settings.write_text(settings.read_text("utf-8") + "accepted: {own-template: nagekeken}\n", "utf-8")
    result = run(root, "validate")
    assert "own-template" not in result.stdout + result.stderr
    assert "unused-acceptance" not in result.stdout + result.stderr


# A fault has a file and a line

FAULTY_PAGES = {
    "a\n{{ document.titel }}": (2, "this has no value “titel” in it"),
    "{{ documnt.title }}": (1, "there is no value “documnt”; did you mean “document”?"),
    "{{ zzz }}": (1, "there is no value “zzz”"),
    "\n\n{% if %}": (3, "a value is missing before “%}”"),
    "{{ titel": (1, "“}}” is missing"),
    "\n{% if 1 %}\nx": (3, "“if” is not ended: “endif” is missing"),
    "{% for x in parts %}\n{% endif %}": (2, "“endif” stands where “for” is to be ended first: “endfor” is missing"),
    "{% endif %}": (1, "“endif” belongs to something that was not begun"),
    "{% debug %}": (1, "there is no tag “debug”"),
    "{{ words | weg }}": (1, "there is no filter “weg”"),
    "{{ words is weg }}": (1, "there is no test “weg” that can stand after “is”"),
    "{# nooit": (1, "a comment is not ended"),
    "{{ 'abc }}": (1, "a text between quotation marks is not ended"),
    "{% if x = 1 %}{% endif %}": (1, "“=” stands where “%}” is expected"),
    "{{ parts.append(1) }}": (1, "“append” is not allowed: templates only read values"),
    "{{ document() }}": (1, "a value is called as a function; without the brackets behind it, it is read"),
    "\n{{ 1 / 0 }}": (2, "something is divided by zero"),
    "{{ words.contents + 1 }}": (
        1,
        "two values that do not go together, such as a text and a number, are counted or compared",
    ),
    "{{ '%d' % 'x' }}": (
        1,
        "this template stopped; the engine that draws it says: “TypeError: %d format: a real number is required, not str”",
    ),
    '\n{% include "weg.j2" %}': (2, "there is no template “weg.j2” in templates/html"),
    "{% macro a() %}\n{{ a() }}{% endmacro %}{{ a() }}": (2, "this template goes round in circles"),
    '{% include "plan.html.j2" %}': (1, "this template goes round in circles"),
}


@pytest.mark.parametrize("text", FAULTY_PAGES, ids=range(len(FAULTY_PAGES)))
def test_a_fault_in_a_page_names_its_file_and_line(plan: Plan, text: str) -> None:
    line, words = FAULTY_PAGES[text]
    assert stopped(plan, "html", page_of(text)) == f"plan.html: {PAGE}:{line}: {words}"


def test_the_line_is_that_of_the_template_that_failed(plan: Plan) -> None:
    own = OwnTemplates(html={"plan.html.j2": '{% include "kop.j2" %}', "kop.j2": "\n\n{{ weg }}"})
    assert stopped(plan, "html", own).startswith("plan.html: templates/html/kop.j2:3: ")


FAULTY_PDFS = {
    "\n#let x = (": (2, "a bracket or sign that opens here is not closed"),
    "#weg(1)": (1, "there is no variable or function “weg”"),
    "\n#)": (2, "this bracket closes nothing"),
    "#let x =": (1, "a value is missing here"),
    "#if true": (1, "a piece between brackets is missing here"),
    '#include "weg.typ"': (1, "there is no template “weg.typ” in templates/pdf"),
    '#import "data.typ": data\n#data.weg': (2, "this has no “weg” in it"),
    '#import "data.typ": data, weg': (1, "data.typ has nothing with the name “weg”"),
    "#text(weg: 1)[a]": (1, "this function takes nothing with the name “weg”"),
    "#text(fill: 1)[a]": (
        1,
        "this is of another kind than is needed here; "
        "the engine that draws it says: “expected color, gradient, or tiling, found integer”",
    ),
    "\n\n#(1/0)": (3, "something is divided by zero"),
    '#panic("stop")': (1, "this template says itself that it cannot go on: “stop”"),
    "#let f() = f()\n#f()": (1, "this template goes round in circles"),
    "#let x = 1\n#while x > 0 { x += 1 }": (2, "this loop has no end"),
    '#rgb("zz")': (
        1,
        "this template stopped; the engine that draws it says: “color string contains non-hexadecimal letters”",
    ),
}


@pytest.mark.parametrize("text", FAULTY_PDFS, ids=range(len(FAULTY_PDFS)))
def test_a_fault_in_a_template_of_pdfs_names_its_file_and_line(plan: Plan, text: str) -> None:
    line, words = FAULTY_PDFS[text]
    assert stopped(plan, "pdf", main_of(text)) == f"plan.pdf: {MAIN}:{line}: {words}"


def without(name: str, begin: bytes) -> OwnTemplates:
    """A copy of ours of an earlier day, when it did not yet have the lines that begin so."""
    lines = built_in("pdf")[name].split(b"\n")
    return OwnTemplates(pdf={name: b"\n".join(line for line in lines if not line.startswith(begin))})


OLDER = {
    "blocks.typ": (b"  fiche: ", "fiche"),
    "inline.typ": (b"  badge: ", "badge"),
    "marks.typ": (b"#let bars", "bars"),
}


@pytest.mark.parametrize("name", OLDER)
def test_a_copy_of_an_earlier_elzctl_is_told_what_it_lacks_and_how_to_get_it(plan: Plan, name: str) -> None:
    begin, lacking = OLDER[name]
    said = stopped(plan, "pdf", without(name, begin))
    assert re.fullmatch(
        rf"plan\.pdf: templates/pdf/[a-z]+\.typ:\d+: your own {name} is older than this elzctl: it lacks “{lacking}”, "
        rf"which this document needs\. Put your file aside, run “elzctl templates copy pdf/{name}”, "
        r"and make your changes again in the new one",
        said,
    )


def test_an_own_template_that_does_not_fit_with_ours_is_named(plan: Plan) -> None:
    ours = built_in("pdf")["heading.typ"]
    other = ours.replace(b"(node, paint: ink)", b"(node)").replace(b"paint: paint, ", b"")
    assert other != ours
    said = stopped(plan, "pdf", OwnTemplates(pdf={"heading.typ": other}))
    words = "this does not fit with your own heading.typ: this function takes nothing with the name “paint”"
    assert re.fullmatch(rf"plan\.pdf: templates/pdf/main\.typ:\d+: {words}", said)


def test_a_fault_of_ours_is_not_blamed_on_the_zone() -> None:
    with pytest.raises(Exception, match="document") as error:
        Pages({}).page("plan.html.j2")
    assert type(error.value).__name__ == "UndefinedError"


def test_a_fault_ends_with_one_line_and_nothing_written(tmp_path: Path) -> None:
    root = put(put(sound(tmp_path), PAGE, "\n{{ weg }}"), MAIN, "#weg")
    result = run(root, "render", "plan", "--format", "html,pdf")
    assert result.returncode == 1
    assert result.stdout == ""
    assert re.fullmatch(rf"error: plan.html: {PAGE}:2: .*\nhelp: Nothing was written.\n", result.stderr)
    assert not (root / "build").exists()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"eerste\n\xff\xfe", f"{PAGE}:2: this file is not UTF-8 text"),
        (b" " * ((1 << 20) + 1), f"{PAGE} is larger than 1024 KiB"),
    ],
)
def test_a_file_that_is_no_text_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    with pytest.raises(BadTemplate) as error:
        own(WorkTree(put(tmp_path, PAGE, data)))
    assert EN(error.value.message) == said


def test_a_template_behind_a_link_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "geheim.css").write_text("geheim", "utf-8")
    put(tmp_path, "templates/html/plan.css", "")
    (tmp_path / "templates" / "html" / "plan.css").unlink()
    (tmp_path / "templates" / "html" / "plan.css").symlink_to(tmp_path / "geheim.css")
    with pytest.raises(BadTemplate) as error:
        own(WorkTree(tmp_path))
    assert "is a link" in EN(error.value.message)


def test_a_folder_that_is_a_link_is_not_read(tmp_path: Path) -> None:
    put(tmp_path, "elders/plan.css", "geheim")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "html").symlink_to(tmp_path / "elders", target_is_directory=True)
    with pytest.raises(BadTemplate) as error:
        own(WorkTree(tmp_path))
    assert "is a link" in EN(error.value.message)


def test_no_more_files_are_read_than_any_zone_needs(tmp_path: Path) -> None:
    for number in range(templates.MOST + 1):
        put(tmp_path, f"templates/html/{number}.css", "")
    with pytest.raises(BadTemplate):
        own(WorkTree(tmp_path))


# What a hostile template can do: nothing

SECRET = "GEHEIM-2f9c"
HOSTILE_PAGES = [
    "{{ ''.__class__.__mro__ }}",
    "{{ ''.__class__.__base__.__subclasses__() }}",
    "{{ document.title | attr('__class__') }}",
    "{{ '{0.__class__}'.format(1) }}",
    "{{ ('{0.__class__}' | safe).format(document) }}",
    "{{ self.__init__.__globals__ }}",
    "{{ document.__init__ }}",
    "{{ document._replace(title='x') }}",
    "{{ words.clear() }}",
    "{{ parts.append(1) }}",
    "{{ words.update(contents='x') }}",
    "{{ lipsum.__globals__ }}",
    "{{ cycler('a') }}",
    "{{ namespace() }}",
    "{{ dict(a=1) }}",
    "{{ [1, 2] | random }}",
    "{{ range(10 ** 9) | list }}",
    "{{ config }}{{ request }}{{ environment }}",
    "{{ anchors.add('x') }}",
    '{% include "/etc/passwd" %}',
    '{% include "../../../../../../etc/passwd" %}',
    '{% include "../pdf/look.typ" %}',
    '{% import "/proc/self/environ" as x %}',
    '{% extends "file:///etc/passwd" %}',
    "{% include ['/etc/passwd', '../../plan/plan.yaml'] %}",
]


@pytest.mark.parametrize("text", HOSTILE_PAGES, ids=range(len(HOSTILE_PAGES)))
def test_a_hostile_page_reads_nothing_and_stops_with_one_line(plan: Plan, text: str) -> None:
    said = stopped(plan, "html", page_of(text))
    assert said.startswith(f"plan.html: {PAGE}:1: ")
    assert "root:" not in said
    assert "\n" not in said


HOSTILE_PDFS = [
    '#read("/etc/passwd")',
    '#read("../../../../../../etc/passwd")',
    '#read("/proc/self/environ")',
    '#include "/etc/passwd"',
    '#image("/etc/passwd")',
    '#json("../plan/plan.yaml")',
    '#plugin("/usr/lib/x.wasm")',
    '#eval("read(\\"/etc/passwd\\")")',
    '#import "@preview/cetz:0.3.0": *',
    '#import ("@pre" + "view/cetz:0.3.0"): *',
    '#import "@local/geheim:1.0.0": *',
    '#read("https://spion.example/")',
]


@pytest.mark.parametrize("text", HOSTILE_PDFS, ids=range(len(HOSTILE_PDFS)))
def test_a_hostile_template_of_pdfs_reads_nothing_and_stops_with_one_line(plan: Plan, text: str) -> None:
    said = stopped(plan, "pdf", main_of(text))
    assert said.startswith(f"plan.pdf: {MAIN}:1: ")
    assert "root:" not in said
    assert "\n" not in said
    assert "/tmp" not in said


def test_nothing_is_fetched_from_the_web_whatever_the_computer_says_of_proxies(plan: Plan, tmp_path: Path) -> None:
    """A real server would hear of it: the engine would call the one that the environment names."""
    import socket

    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen(1)
        server.settimeout(0.5)
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        root = put(sound(tmp_path), MAIN, '#import ("@pre" + "view/geheim:1.0.0"): *')
        names = ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
        environment = {**os.environ, "PYTHONPATH": str(ROOT), **dict.fromkeys(names, address), "NO_PROXY": ""}
        command = [sys.executable, "-m", "elzctl", "render", "plan", "--format", "pdf"]
        result = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
        with pytest.raises(TimeoutError):
            server.accept()
    assert result.returncode == 1
    assert f"{MAIN}:1: " in result.stderr


SLOW, LARGE = "this takes more than 2 seconds and was stopped", "this needs more memory than 700 MB and was stopped"


def test_a_page_without_an_end_is_stopped_with_the_line_where_it_was(plan: Plan) -> None:
    inner = "a\n{% for a in range(99999) %}\n{% for b in range(99999) %}{% endfor %}{% endfor %}"
    assert stopped(plan, "html", page_of(inner)) == f"plan.html: {PAGE}:3: {SLOW}"
    own = OwnTemplates(html={"plan.html.j2": f"{POLICY}{{% include 'kop.j2' %}}", "kop.j2": f"\n{inner}"})
    assert stopped(plan, "html", own) == f"plan.html: templates/html/kop.j2:4: {SLOW}"


def test_what_is_worked_out_before_a_page_is_drawn_names_the_file(plan: Plan) -> None:
    said = stopped(plan, "html", page_of('\n{{ ("x y" * 100000000) | wordwrap(1) | length }}'))
    assert said == f"plan.html: {SLOW}; this may come from your own {PAGE}"


def test_a_page_that_takes_all_memory_is_stopped_with_its_line(plan: Plan) -> None:
    assert stopped(plan, "html", page_of('\n{{ "x" * 10 ** 10 }}')) == f"plan.html: {PAGE}:2: {LARGE}"


def test_a_power_that_takes_for_ever_is_not_worked_out(plan: Plan) -> None:
    words = "this power is a number of more digits than can be written down"
    assert stopped(plan, "html", page_of("\n{{ 9 ** 9 ** (9 ** 9) }}")) == f"plan.html: {PAGE}:2: {words}"
    assert without_policy(drawn(plan, "html", page_of(POLICY + "{{ 2 ** 10 }} {{ 2 ** 0.5 }}"))).startswith(
        b"1024 1.41"
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("#for a in range(100000) { for b in range(100000) { let c = calc.sqrt(b) } }", ":1"),
        ("#let f(a) = a\n#range(100000).map(x => range(100000).map(y => calc.sqrt(y)).len())", ":2"),
        ("#let all = ((1,) * 100000).enumerate()\n#all.map(x => all.map(y => calc.sqrt(y.at(0))).len())", ""),
    ],
)
def test_a_template_of_pdfs_without_an_end_names_its_loops_or_else_the_file(plan: Plan, text: str, place: str) -> None:
    own = OwnTemplates(pdf={"main.typ": text.encode(), "look.typ": built_in("pdf")["look.typ"]})
    names = f"{MAIN}{place}" if place else f"{MAIN}, {LOOK}"
    assert stopped(plan, "pdf", own) == f"plan.pdf: {SLOW}; this may come from your own {names}"


def test_a_template_of_pdfs_that_takes_all_memory_names_its_loops(plan: Plan) -> None:
    text = '#let s = "x"\n#while true { s = s + s; if s.len() < 0 { break } }'
    said = stopped(plan, "pdf", main_of(text), SMALL._replace(cpu=10))
    assert said == f"plan.pdf: {LARGE}; this may come from your own {MAIN}:2"


def long_of_its_own(ending: str, _own: OwnTemplates) -> int:
    """Work that no template has a hand in."""
    return sum(1 for _ in range(10**12)) if ending == "slow" else len([bytearray(1 << 20) for _ in range(4000)])


@pytest.mark.parametrize(("ending", "words"), [("slow", SLOW), ("large", LARGE)])
def test_what_takes_long_without_a_page_at_work_is_not_blamed_on_the_zone(ending: str, words: str) -> None:
    with Children([()], fork=True) as children:
        children.give([Job("plan.html", long_of_its_own, (ending, page_of("x")), SMALL)])
        with pytest.raises(Stopped) as error:
            children.results()
    assert EN(error.value.message) == f"plan.html: {words}"


def test_a_page_that_is_longer_than_any_plan_stops_at_the_line_where_it_grows(plan: Plan) -> None:
    own = page_of("a\n{% for a in range(70) %}\n{{ words.contents * 200000 }}{% endfor %}")
    assert stopped(plan, "html", own) == f"plan.html: {PAGE}:3: the page becomes too long here"


def test_a_style_sheet_cannot_end_its_own_element(plan: Plan) -> None:
    own = OwnTemplates(html={"plan.css": "</style><script>alert(1)</script>"})
    page = drawn(plan, "html", own).decode()
    assert "<\\/style><script>alert(1)<\\/script>" in page.partition("<style>")[2].partition("</style>")[0]


def test_a_template_gets_values_and_nothing_to_call() -> None:
    found = values_only({"heading": Heading(1, "a", (Text("b"),), "c"), "many": ((1, 2), (3,)), "none": None})
    assert found["heading"] == {
        "level": 1,
        "anchor": "a",
        "children": [{"text": "b", "t": "text"}],
        "label": "c",
        "mark": "",
        "t": "heading",
    }
    assert found["many"] == [[1, 2], [3]]
    assert not any(callable(value) for value in everything(found))


def everything(value: Any) -> list[Any]:
    if isinstance(value, Mapping):
        return [one for inner in value.values() for one in everything(inner)]
    return [one for inner in value for one in everything(inner)] if isinstance(value, list) else [value]


def test_content_is_never_a_template(tmp_path: Path) -> None:
    root = put(sound(tmp_path), PAGE, POLICY + "{{ document.title }}")
    settings = root / "plan" / "plan.yaml"
    text = settings.read_text("utf-8").replace("title: Actieplan 2025", "title: '{{ 7 * 7 }} {% raw %} #read(1)'")
    settings.write_text(text, "utf-8")
    assert run(root, "render", "plan", "--format", "html").returncode == 0
    assert without_policy((root / "build" / "plan.html").read_bytes()).decode() == "{{ 7 * 7 }} {% raw %} #read(1)"


# The page that was made


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ('<script src="https://kwaad.example/x.js"></script>', "https://kwaad.example/x.js"),
        ('<script src="//kwaad.example/x.js"></script>', "//kwaad.example/x.js"),
        ('<link rel="stylesheet" href="https://kwaad.example/x.css">', "https://kwaad.example/x.css"),
        ('<link rel=preload href="https://kwaad.example/x">', "https://kwaad.example/x"),
        ('<IMG SRC="HTTP://kwaad.example/p.png" alt="">', "HTTP://kwaad.example/p.png"),
        ('<img srcset="https://kwaad.example/p.png 2x" alt="">', "https://kwaad.example/p.png 2x"),
        ('<iframe src="https://kwaad.example/"></iframe>', "https://kwaad.example/"),
        ('<object data="https://kwaad.example/o"></object>', "https://kwaad.example/o"),
        ('<svg><image href="https://kwaad.example/s.svg"/></svg>', "https://kwaad.example/s.svg"),
        ('<base href="https://kwaad.example/">', "https://kwaad.example/"),
        ('<meta http-equiv="refresh" content="0; url=https://kwaad.example/">', "0; url=https://kwaad.example/"),
        ('<img src="logo.png" alt="">', "logo.png"),
    ],
)
def test_a_page_that_fetches_something_is_refused(plan: Plan, line: str, address: str) -> None:
    ours = built_in("html")["plan.html.j2"].decode().splitlines(keepends=True)
    at = next(number for number, one in enumerate(ours) if "<body" in one)
    own = page_of("".join((*ours[: at + 1], f"{line}\n", *ours[at + 1 :])))
    assert stopped(plan, "html", own).startswith(f"plan.html: {PAGE}:{at + 2}: the page loads “{address}”; ")


SEEN = "put it in a style sheet, such as templates/html/plan.css"
RUN = "a page has no scripts but those of templates/html/page.js"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("<style>\np { color: red }\n</style>", f":3: no reader sees this style: “p {{ color: red }}”; {SEEN}"),
        ('<p style="color: red">x</p>', f":2: no reader sees this style: “color: red”; {SEEN}"),
        ("<script>alert(1 < 2)</script>", f":2: this script never runs: “alert(1 < 2)”; {RUN}"),
        ('<p onclick="alert(1)">x</p>', f":2: this script never runs: “alert(1)”; {RUN}"),
    ],
)
def test_a_style_or_a_script_that_the_policy_holds_back_is_told(plan: Plan, line: str, said: str) -> None:
    assert (
        stopped(plan, "html", page_of(f"{POLICY}<style>{{{{ style }}}}</style>\n{line}\n"))
        == f"plan.html: {PAGE}{said}"
    )


def test_the_styles_and_scripts_of_the_page_and_data_for_programs_are_no_fault(plan: Plan) -> None:
    text = '<style>{{ style }}</style><script type="module">{{ script }}</script>'
    own = {
        "plan.html.j2": f'{POLICY}{text}<script type="application/ld+json">{{}}</script>',
        "plan.css": "p > a {}\r\n",
    }
    page = drawn(plan, "html", OwnTemplates(html=own))
    assert page.endswith(b'<script type="application/ld+json">{}</script>')


@pytest.mark.parametrize(
    "policy",
    [
        "",
        '<meta http-equiv="Content-Security-Policy" content="default-src *">',
        f"<script>1</script>{POLICY}",
        f"<body>{POLICY}",
        f"<p>x</p>{POLICY}",
        f'{POLICY}<meta http-equiv="Content-Security-Policy" content="x">',
        f"<!-- {POLICY} -->",
        POLICY.replace("{{ policy }}", "{{ policy }}; script-src *"),
    ],
)
def test_a_page_without_the_policy_is_refused(plan: Plan, policy: str) -> None:
    said = stopped(plan, "html", page_of(f"<html><head>{policy}<title>{{{{ document.title }}}}</title>"))
    assert said.startswith(f"plan.html: {PAGE}")
    assert "the page has lost the rule that protects its readers" in said
    assert said.endswith(POLICY)


def test_links_that_a_reader_follows_are_no_harm(plan: Plan) -> None:
    text = f'<head>{POLICY}<link rel="license" href="https://x.example/"></head><a href="https://x.example/">x</a>'
    assert b"x.example" in drawn(plan, "html", page_of(text))


# The command


def test_the_list_tells_whose_each_template_is(tmp_path: Path) -> None:
    root = write(tmp_path)
    put(root, "templates/html/plan.css", built_in("html")["plan.css"].replace(b"\n", b"\r\n"))
    put(root, LOOK, "// anders")
    put(root, "templates/html/extra.css", "")
    (root / "templates" / "html" / "meeting.css").symlink_to("/etc/passwd")
    result = run(root, "templates")
    assert (result.returncode, result.stderr) == (0, "")
    rows = dict(line.split(maxsplit=1) for line in result.stdout.splitlines())
    assert rows["html/plan.css"] == "your own, as it comes with elzctl"
    assert rows["pdf/look.typ"] == "your own, different from what comes with elzctl"
    assert rows["html/extra.css"] == "your own, beside what comes with elzctl"
    assert rows["html/meeting.css"] == "your own, but it cannot be read"
    assert rows["pdf/main.typ"] == "comes with elzctl"
    assert rows["docx/plan.docx"] == "not there; “copy” makes one to begin with"
    assert list(rows) == sorted(rows)
    listed = json.loads(run(root, "templates", "list", "--json").stdout)
    assert listed["schema_version"] == 1
    assert [row["name"] for row in listed["templates"]] == list(rows)
    assert {"name": "pdf/look.typ", "standing": "differs"} in listed["templates"]


def test_the_list_in_a_window_and_in_dutch(tmp_path: Path) -> None:
    shown = plain(in_a_window(80, "-C", str(write(tmp_path)), "--lang", "en", "templates", colours=True))
    assert "html/plan.css" in shown


def test_a_copy_is_what_comes_with_elzctl_and_never_overwrites(tmp_path: Path) -> None:
    root = write(tmp_path)
    result = run(root, "templates", "copy", "html/plan.css", "templates/pdf/look.typ", "html/plan.css")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.splitlines() == ["templates/html/plan.css", LOOK]
    assert (root / "templates" / "html" / "plan.css").read_bytes() == built_in("html")["plan.css"]
    (root / LOOK).write_text("van ons", "utf-8")
    result = run(root, "templates", "copy", "pdf/main.typ", "pdf/look.typ")
    assert result.returncode == 2
    assert f"{LOOK}: This file exists already; nothing was written" in result.stderr
    assert (root / LOOK).read_text("utf-8") == "van ons"
    assert not (root / MAIN).exists()


def test_a_copied_template_draws_the_same_document(tmp_path: Path) -> None:
    root = sound(tmp_path)
    names = [f"{kind}/{name}" for kind in ("html", "pdf") for name in built_in(kind)]
    formats = ("render", "plan", "--format", "html,pdf", "--today", "2025-03-15")
    assert run(root, *formats).returncode == 0
    first = {path.name: path.read_bytes() for path in (root / "build").iterdir()}
    assert run(root, "templates", "copy", *names).returncode == 0
    assert run(root, *formats).returncode == 0
    assert {path.name: path.read_bytes() for path in (root / "build").iterdir()} == first


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("copy",), "Which templates are to be copied?"),
        (("copy", "html/plan.cs"), "Did you mean “html/plan.css”?"),
        (("copy", "../plan/plan.yaml"), "is not a value for NAME"),
        (("copy", "/etc/passwd"), "is not a value for NAME"),
        (("lijst",), "is not a value for templates"),
        (("list", "html/plan.css"), "“list” takes no names"),
    ],
)
def test_wrong_use_is_one_plain_line(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    result = run(write(tmp_path), "templates", *arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert said in result.stderr
    assert len(result.stderr.splitlines()) <= 2
    assert not (tmp_path / "templates").exists()


def test_a_copy_is_not_made_through_a_link(tmp_path: Path) -> None:
    root, elsewhere = write(tmp_path / "zone"), tmp_path / "elders"
    elsewhere.mkdir()
    (root / "templates").symlink_to(elsewhere, target_is_directory=True)
    result = run(root, "templates", "copy", "html/plan.css")
    assert result.returncode in (1, 2)
    assert list(elsewhere.iterdir()) == []


def test_elzctl_does_not_copy_its_own_templates_over_themselves() -> None:
    result = run(ROOT, "templates", "copy", "html/plan.css")
    assert result.returncode == 2
    assert "change them where they are" in result.stderr
