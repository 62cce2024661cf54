"""What is published of meetings: nothing internal, no people, no addresses; and in any case a document."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from email import message_from_bytes, policy
from pathlib import Path

import pikepdf
import pytest
from drawn_meetings import FIRST, SECOND, TODAY, meetings, minutes, one
from drawn_plans import EVIL, lines, nodes, read, sound
from small_plans import fiche
from test_html import elements, parsed
from test_pdf import pages

from elzctl.model import Plan
from elzctl.render.html import html
from elzctl.render.meeting_editions import Wanted, meeting_edition
from elzctl.render.plan_editions import plan_edition
from elzctl.render.plan_json import plan_json
from elzctl.render.redacted import redacted
from elzctl.render.tree import Code, Document, Heading, Link, Listing, Note, Paragraph, Strong, Text
from elzctl.traces import HIDDEN, contacts, same_contact, without_trackers

CANARY = "KANARIE"
WALL = f"::: intern\n{CANARY} [x](https://{CANARY}.be) {CANARY.lower()}\n:::\n"
ENDINGS = {"minutes": ("html", "pdf"), "invitation": ("html", "pdf", "ics", "eml")}

SERIES = "overleg:\n  name: Overleg zorg\n  body: cluster-zorg\n"
HEAD = "title: Overleg zorg\nseries: overleg\n"
INTERNAL = f"""\
---
{HEAD}date: 2025-01-14
state: draft
present: [kring, {CANARY.lower()}-janssens]
excused: [{CANARY.lower()}-peeters]
# {CANARY}
location: Buurthuis
no_action_points: "::: intern {CANARY}"
---

Publiek begin. <!-- {CANARY} -->

{WALL}
## 1. Toelichting [[koffie]]

Tekst.

> ::: intern
> {CANARY}
> :::

- lijst
  ::: intern
  {CANARY}
  :::
- einde

- [ ] Publiek punt @kring
::: intern
- [ ] {CANARY} punt @kring tegen:2025-02-01 [[koffie]]
  - bijdrage @kring: {CANARY}
BESLUIT: {CANARY} in [[koffie]]
SIGNAAL: {CANARY} #mantelzorgers
- besproken op:2025-01-14: {CANARY}
AFSPRAAK: @kring {CANARY}
EVENEMENT: 2025-03-01 {CANARY}
## 2. {CANARY} kop [[wandelen]]
{CANARY}
:::

Na het interne deel.

BESLUIT: Publiek besluit.

::: internn
Een tikfout houdt {CANARY} ook tegen.
:::

## 3. Varia

::: intern
Vergeten te sluiten {CANARY}
"""
AFTER = f"---\n{HEAD}date: 2025-03-11\nstate: draft\nlast: yes\n---\n\n## 1. Opvolging\n\n```\n{WALL}\n```\n"
FICHE = fiche(
    "1.1.3",
    f"decision: {FIRST}/B1",
    f'indicators: [{{kind: output, what: "Iets\\n::: intern\\n{CANARY}"}}]',
    title="Walletje",
    text=f"Vooraf.\n\n{WALL}\n## Waarom?\n\nPubliek.\n\n::: intern\n{CANARY}\n\n## Hoe?\n\n{CANARY}\n:::\n\nWeer publiek.\n\n"
    f"## Met wie?\n\n{WALL}## Evaluatie\n\n:::: intern\n{CANARY}\n",
)


def walled(root: Path) -> Plan:
    """A plan with something internal in every place where there may be."""
    sound(root, walletje=FICHE)
    (root / "private").mkdir()
    (root / "private" / "lijst.csv").write_text(f"naam,mail\n{CANARY},{CANARY.lower()}@voorbeeld.be\n", "utf-8")
    chapter = root / "plan" / "texts" / "vooraf.md"
    chapter.write_text(f"{chapter.read_text('utf-8')}\n{WALL}\nSlot.\n", "utf-8")
    goals = root / "plan" / "goals.yaml"
    text = f"text: |\n        Publiek.\n        ::: intern\n        {CANARY}\n        :::"
    goals.write_text(goals.read_text("utf-8").replace("text: Zie ook [[koffie]].", text), "utf-8")
    assert CANARY in goals.read_text("utf-8")
    meetings(root, SERIES, m2025_01_14_overleg=INTERNAL, m2025_03_11_overleg=AFTER)
    return read(root).plan


def made(plan: Plan, *, internal: bool = False) -> Iterator[tuple[str, bytes]]:
    """Every document of a plan, by the name of its file."""
    for kind, endings in ENDINGS.items():
        for name in (FIRST, SECOND):
            for ending in endings:
                wanted = Wanted(kind, name, internal=internal)
                yield f"{wanted.file}.{ending}", meeting_edition(ending, plan, wanted, TODAY).data
    for kind in ("decisions", "points"):
        for ending in ("html", "pdf"):
            wanted = Wanted(kind, "overleg", internal=internal)
            yield f"{wanted.file}.{ending}", meeting_edition(ending, plan, wanted, TODAY).data
    for ending in ("html", "pdf", "docx"):
        yield f"plan.{ending}", plan_edition(ending, plan, TODAY).data


def readable(name: str, data: bytes) -> str:
    """Everything that can be read in a file: its text, and what is told about it."""
    if name.endswith(".pdf"):
        with pikepdf.open(io.BytesIO(data)) as file:
            raw = b"".join(stream.read_bytes() for stream in file.objects if isinstance(stream, pikepdf.Stream))
            about = f"{dict(file.docinfo)} {file.Root.Metadata.read_bytes()!r} {raw!r}"
        return f"{''.join(pages(data))} {about}"
    if name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            xml = [archive.read(part).decode() for part in archive.namelist() if part.endswith((".xml", ".rels"))]
        return re.sub(r"<w:t[^>]*>|</w:t>", "", " ".join(re.sub(r"</w:p>", "\n", part) for part in xml))
    if name.endswith(".eml"):
        message = message_from_bytes(data, policy=policy.default)
        parts = (part for part in message.walk() if not part.is_multipart())
        return f"{message.items()} {' '.join(str(part.get_content()) for part in parts)}"
    return re.sub(r"\r\n[ ]", "", data.decode())


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    return walled(tmp_path_factory.mktemp("plan"))


# What is internal


def test_nothing_internal_is_in_any_public_document(plan: Plan) -> None:
    for name, data in made(plan):
        assert CANARY.lower() not in readable(name, data).lower(), name
    assert CANARY not in plan_json(plan).text


def test_what_stands_around_an_internal_part_is_published(plan: Plan) -> None:
    files = {name: readable(name, data) for name, data in made(plan)}
    for line in ("Publiek begin.", "Publiek punt", "Publiek besluit.", "Na het interne deel.", "lijst", "einde"):
        assert line in files[f"{FIRST}.html"]
    for line in ("Vooraf.", "Publiek.", "Weer publiek.", "Slot."):
        assert line in files["plan.html"]
    assert "Publiek punt" in files[f"{SECOND}.html"]
    assert "Publiek punt" in files["overleg-points.html"]


def test_numbers_do_not_change_where_something_is_left_out(plan: Plan) -> None:
    page = dict(made(plan))[f"{FIRST}.html"].decode()
    assert 'id="2025-01-14-overleg/1"' in page
    assert 'id="2025-01-14-overleg/B2"' in page
    assert "Decision B2" in page
    assert '<span class="number">3.</span> Varia' in page
    assert "Decision B1" not in page


def test_the_internal_edition_shows_it_and_says_so(plan: Plan) -> None:
    files = dict(made(plan, internal=True))
    assert {f"{FIRST}-internal.html", f"{FIRST}-internal.pdf", "overleg-points-internal.html"} <= set(files)
    page = files[f"{FIRST}-internal.html"].decode()
    assert "INTERNAL – Minutes: Overleg zorg" in page
    assert "Internal edition: do not publish or pass on." in page
    assert "2. KANARIE kop action 1.2.1 (internal)" in re.sub("<[^>]+>", "", page)
    assert "B1 (internal)" in page
    assert page.count("KANARIE") > 12
    text = pages(files[f"{FIRST}-internal.pdf"])
    assert "Internal edition: do not publish or pass on." in text[0]
    assert "KANARIE" in "".join(text)


def test_internal_parts_of_an_internal_edition_are_notes(tmp_path: Path) -> None:
    text = "Een.\n\n::: intern\nTwee.\n\n- [ ] Drie\n:::\n\nVier.\n\n> ::: intern\n> Vijf.\n"
    found = minutes(one(tmp_path, text), internal=True)
    notes = [node for node in nodes(found.parts) if isinstance(node, Note) and node.kind == "internal"]
    assert [lines((note,)) for note in notes] == [
        ["Internal", "Twee.", "Point 1 Drie", "Who: nobody yet"],
        ["Internal", "Vijf."],
    ]


def test_a_meeting_of_which_everything_is_internal_is_a_document(tmp_path: Path) -> None:
    found = minutes(one(tmp_path, f"::: intern\n## 1. {CANARY}\n\nBESLUIT: {CANARY}\n\n## 2. {CANARY}\n"))
    assert lines(found.parts[0].blocks) == ["State draft minutes"]


# People


def test_only_organisations_that_the_plan_knows_were_present(plan: Plan) -> None:
    page = dict(made(plan))[f"{FIRST}.html"].decode()
    assert "<dt>Present</dt><dd>Huisartsenkring</dd>" in page
    assert "Excused" not in page


MAIL, PHONE = "naam@voorbeeld.be", "0475 12 34 56"
CONTACTS = f"""\
---
title: "Overleg {MAIL}"
series: overleg
date: 2025-01-14
state: planned
location: "Zaal, bel {PHONE}"
reason: "mail {MAIL}"
attachments: [{{file: a.pdf, title: "van {MAIL}"}}]
next: {{date: 2025-03-11, location: "{PHONE}"}}
no_action_points: "vraag {MAIL}"
---

Mail {MAIL}, <mailto:{MAIL}> of [ons](mailto:{MAIL}?subject=x), *naam*@voorbeeld.be, naam\\@voorbeeld.be, naam&#64;voorbeeld.be,
`{MAIL}` of bel +32 (0)475/12.34.56, 052\u00a012\u00a034\u00a056 of [dit](https://voorbeeld.be/?wie={MAIL}).

```
{MAIL}
```

| Wie |
| --- |
| {PHONE} |

## 1. Kop {MAIL}

- [ ] Bel {PHONE} @kring
  - bijdrage @kring: mail {MAIL}

BESLUIT: Mail {MAIL} over [[koffie]].
"""


def test_addresses_and_numbers_are_left_out_of_what_is_published(tmp_path: Path) -> None:
    meetings(sound(tmp_path), SERIES, m2025_01_14_overleg=CONTACTS, m2025_03_11_overleg=AFTER)
    plan = read(tmp_path).plan
    for name, data in made(plan):
        text = readable(name, data)
        assert "voorbeeld.be" not in text.replace("https://voorbeeld.be", ""), name
        assert not re.search(r"12\D{0,3}34\D{0,3}56", text), name
        assert 'href="mailto:' not in text, name
        assert HIDDEN in text or name.startswith(("overleg-points", f"{SECOND}-invitation", "plan")), name


def test_a_warning_tells_how_many_were_left_out(tmp_path: Path) -> None:
    plan = read(one(tmp_path, f"Mail {MAIL} of bel {PHONE}.\n\nEn nog eens {MAIL}.\n")).plan
    (warning,) = meeting_edition("html", plan, Wanted("minutes", FIRST), TODAY).warnings
    assert (warning.number, warning.args) == (3, (("count", 3),))
    assert meeting_edition("html", plan, Wanted("minutes", FIRST, internal=True), TODAY).warnings == ()
    assert MAIL.encode() in meeting_edition("html", plan, Wanted("minutes", FIRST, internal=True), TODAY).data


def test_contacts_that_are_allowed_for_an_actor_are_printed(tmp_path: Path) -> None:
    root = one(tmp_path, f"Mail {MAIL}, <mailto:{MAIL}>, +32 475 12 34 56 of ander@voorbeeld.be. Of bel 0800 12 345.\n")
    actors = root / "plan" / "actors.yaml"
    actors.write_text(f"{actors.read_text('utf-8')}  contact: [{MAIL.upper()}, 0475/12.34.56]\n", "utf-8")
    edition = meeting_edition("html", read(root).plan, Wanted("minutes", FIRST), TODAY)
    page = edition.data.decode()
    assert (
        f'{MAIL}, <a href="mailto:{MAIL}" rel="noopener noreferrer">mailto:{MAIL}</a>, +32 475 12 34 56 of {HIDDEN}.'
        in page
    )
    assert "0800 12 345" in page
    assert [warning.number for warning in edition.warnings] == [1]


def made_page(folder: Path, text: str) -> str:
    """The public minutes with this text, as HTML."""
    return meeting_edition("html", read(one(folder, text)).plan, Wanted("minutes", FIRST), TODAY).data.decode()


def test_a_number_over_the_cells_of_a_table_is_hidden(tmp_path: Path) -> None:
    page = made_page(
        tmp_path, "| wie | waar | hoe |\n| --- | --- | --- |\n| dienst | 0471 | 83 94 76 |\n| kring | 016 | 2024 |\n"
    )
    assert re.search(rf"<td[^<>]*>{re.escape(HIDDEN)}</td>", page)
    assert "0471" not in page
    assert "83 94 76" not in page
    assert ">016</td>" in page


def test_a_link_that_names_a_mobile_number_is_no_link(tmp_path: Path) -> None:
    text = "Via [de app](https://wa.me/32471839476), <https://wa.me/32471839476>, [zaal](https://zaal.be/2025/06/30/471839476).\n"
    page = made_page(tmp_path, text)
    assert "839476<" not in page
    assert "wa.me/32" not in page
    assert "Via de app, " in page
    assert 'href="https://zaal.be/2025/06/30/471839476"' in page
    root = one(tmp_path / "allowed", text)
    actors = root / "plan" / "actors.yaml"
    actors.write_text(f"{actors.read_text('utf-8')}  contact: [0471/83.94.76]\n", "utf-8")
    page = meeting_edition("html", read(root).plan, Wanted("minutes", FIRST), TODAY).data.decode()
    assert page.count('href="https://wa.me/32471839476"') == 2


def test_what_is_hidden_may_begin_in_one_node_and_end_in_the_next(tmp_path: Path) -> None:
    plan = read(sound(tmp_path)).plan
    children = (Text("a naam@"), Strong((Text("voor"),)), Text("beeld.be b"), Code("0475 12"), Text(" 34 56"))
    found, count = redacted(Paragraph(children), plan)
    assert found == Paragraph((Text(f"a {HIDDEN}"), Strong(()), Text(" b"), Code("0475 12"), Text(" 34 56")))
    assert count == 1
    assert redacted(Listing(f"x\n{MAIL}\ny"), plan) == (Listing(f"x\n{HIDDEN}\ny"), 1)
    link = Link(f"mailto:{MAIL}", (Strong((Text("ons"),)),))
    assert redacted(Paragraph((link,)), plan) == (Paragraph((Strong((Text("ons"),)),)), 1)
    kept = Paragraph((Link("https://medium.example/@naam/2025", (Text("blog"),)), Text(" 2025-01-14, 13:30")))
    assert redacted(kept, plan) == (kept, 0)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("naam@voorbeeld.be", ["naam@voorbeeld.be"]),
        ("naam＠voorbeeld.be", ["naam＠voorbeeld.be"]),
        ("bel 0475\u202f12\u202f34\u202f56!", ["0475\u202f12\u202f34\u202f56"]),
        ("bel 0475\u201112\u201134\u201156!", ["0475\u201112\u201134\u201156"]),
        ("052 12 34 56 en 078 15 00 20 en 0800 12 345", ["052 12 34 56"]),
        ("ondernemingsnummer 0202.239.951, van 2024-2025, 13u30", []),
    ],
)
def test_contacts_are_found_however_they_are_typed(text: str, found: list[str]) -> None:
    assert [text[first:last] for first, last in contacts(text)] == found


def test_two_ways_to_write_a_number_are_the_same() -> None:
    assert (
        len(
            {same_contact(one) for one in ("+32 475 12 34 56", "0032475123456", "0475/12.34.56", "+32 (0)475-12 34 56")}
        )
        == 1
    )
    assert same_contact("Naam@Voorbeeld.be") == same_contact("mailto:naam@voorbeeld.be") == "naam@voorbeeld.be"


# Links


def test_marks_that_follow_the_reader_are_in_no_document(tmp_path: Path) -> None:
    address = "https://voorbeeld.be/a?id=7&utm_source=x&fbclid=abc#deel"
    text = f"[x]({address}) en <{address}> en {address}. ![foto]({address})\n\n- [ ] Zie {address}, [y]({address})\n"
    root = one(tmp_path, text)
    (root / "plan" / "texts" / "vooraf.md").write_text(f"---\ntitle: Vooraf\n---\n\n{text}", "utf-8")
    plan = read(root).plan
    for data in (
        meeting_edition("html", plan, Wanted("minutes", FIRST), TODAY).data,
        plan_edition("html", plan, TODAY).data,
    ):
        assert b"fbclid" not in data
        assert b"utm_" not in data
        assert data.count(b'href="https://voorbeeld.be/a?id=7#deel"') >= 4
        assert b"https://voorbeeld.be/a?id=7#deel. " in data


def test_the_rest_of_an_address_stays() -> None:
    assert without_trackers("https://x.be/?UTM_medium=a&b=1") == ("https://x.be/?b=1", ("UTM_medium",))
    assert without_trackers("https://x.be/?gclid=1") == ("https://x.be/", ("gclid",))
    assert without_trackers("https://x.be/?q=utm_x") == ("https://x.be/?q=utm_x", ())
    assert without_trackers("https://x.be/?__cft__[0]=A&__tn__=R&b=1")[0] == "https://x.be/?b=1"
    assert without_trackers("https://x.be/?a") == ("https://x.be/?a", ())


@pytest.mark.parametrize(
    ("inside", "left"),
    [
        ("https%3A%2F%2Fx.be%2Fa%2520b%3Fc%3D1%26d%3D%25C3%25A9%23e", "https://x.be/a%20b?c=1&d=%C3%A9#e"),
        ("https%3A%2F%2Fx.be%2F%29%5D%3E%22%20%0A", "https://x.be/%29%5D%3E%22%20%0A"),
        ("https%3A%2F%2Fa.safelinks.protection.outlook.com%2F%3Furl%3Dhttps%253A%252F%252Fx.be%252F", "https://x.be/"),
        *[
            (one, "")
            for one in ("javascript%3Aalert(1)", "https%3A%2F%2Fme%40x.be", "%2F%2Fx.be", "", "https%3A%2F%2F")
        ],
    ],
)
def test_an_address_that_only_leads_on_is_the_one_inside(inside: str, left: str) -> None:
    wrapped = f"https://eur03.safelinks.protection.outlook.com/?url={inside}&data=05%7Cnaam%40x.be&amp;reserved=0"
    wrapped = wrapped.replace("&amp;", "&")
    assert without_trackers(wrapped) == ((left, ("safelinks.protection.outlook.com",)) if left else (wrapped, ()))


def test_an_address_in_an_address_is_found_and_hidden() -> None:
    text = "Zie https://x.be/?email=naam%40voorbeeld.be&a=1"
    assert [text[slice(*span)] for span in contacts(text)] == ["naam%40voorbeeld.be"]
    assert same_contact("naam%40voorbeeld.be") == "naam@voorbeeld.be"


# Hostile and extreme minutes


def test_nothing_of_hostile_minutes_is_active(tmp_path: Path) -> None:
    evil = " ".join(EVIL)
    quoted = evil.replace("\\", "\\\\").replace('"', '\\"')
    head = f'state: draft\nlocation: "{quoted}"\nattachments: [{{file: "{quoted}", title: "{quoted}"}}]\nno_action_points: "{quoted}"\n'
    noted = f"- [ ] {evil} @{'x' * 60}\n  - bijdrage @kring: {evil}\n\nBESLUIT: {evil}\n\nSIGNAAL: {evil}\n- besproken: {evil}\n"
    bidi = "\u202eomgekeerd\u202c nul\u200bbreed \U0001f600"
    plan = read(one(tmp_path, f"{evil}\n\n## 1. {evil}\n\n{evil} {bidi}\n\n{noted}", head)).plan
    data = meeting_edition("html", plan, Wanted("minutes", FIRST), TODAY).data.decode()
    root = parsed(data)
    assert not [name for name, _ in elements(root) if name in ("script", "img", "iframe", "object", "form")]
    for _, element in elements(root):
        assert not [key for key in element.attrib if key.lower().startswith("on")]
        assert not element.attrib.get("href", "#").lower().startswith(("javascript:", "data:"))
    assert "{{7*7}}" in data
    assert "49" not in re.sub("<style>.*</style>", "", data, flags=re.DOTALL)
    assert "\u202e" not in data
    assert "\u200b" not in data
    text = "".join(pages(meeting_edition("pdf", plan, Wanted("minutes", FIRST), TODAY).data))
    assert "\u202e" not in text
    assert "{{7*7}}" in text
    assert "root:" not in text


@pytest.mark.parametrize("name", ["points", "columns", "title", "words", "deep"])
def test_extreme_minutes_are_drawn(name: str, tmp_path: Path) -> None:
    head = "|".join(f" Kolom {at} " for at in range(12))
    row = "|".join(f" waarde {at} " for at in range(12))
    text, more = {
        "points": ("".join(f"- [ ] Punt {at} @kring tegen:2025-02-01\n" for at in range(2000)), ""),
        "columns": (f"|{head}|\n|{'---|' * 12}\n" + f"|{row}|\n" * 60, ""),
        "title": (f"## 1. {'lange kop ' * 100}\n", f"location: {'straat ' * 200}\n"),
        "words": (f"{'woord' * 400}\n\n- [ ] {'woord' * 400} @{'x' * 200}\n\nBESLUIT: {'zin ' * 2000}\n", ""),
        "deep": ("".join(f"{'  ' * at}- diep\n" for at in range(60)) + "> " * 60 + "diep\n", ""),
    }[name]
    plan = read(one(tmp_path, text, f"state: draft\n{more}")).plan
    page = meeting_edition("html", plan, Wanted("minutes", FIRST), TODAY)
    assert parsed(page.data.decode()) is not None
    edition = meeting_edition("pdf", plan, Wanted("minutes", FIRST), TODAY)
    assert edition.warnings == ()
    if name == "points":
        assert "Punt 1999" in "".join(pages(edition.data)[-90:])


def test_a_title_of_300_characters_fits(tmp_path: Path) -> None:
    root = one(tmp_path, "Tekst.\n")
    path = root / "meetings" / f"{FIRST}.md"
    path.write_text(path.read_text("utf-8").replace("title: Overleg", f"title: {'Overleg over zorg ' * 17}"), "utf-8")
    found = pages(meeting_edition("pdf", read(root).plan, Wanted("minutes", FIRST), TODAY).data)
    assert len(found) == 1
    assert "Tekst." in found[0]


# The same, valid and for everybody


def test_the_same_files_and_day_give_the_same_bytes(plan: Plan) -> None:
    assert dict(made(plan)) == dict(made(plan))


def test_every_page_is_valid_and_needs_nothing_from_elsewhere(plan: Plan) -> None:
    for name, data in (*made(plan), *made(plan, internal=True)):
        if name.endswith(".html"):
            root = parsed(data.decode())
            assert root.attrib["lang"] == "en"
            ids = [element.attrib["id"] for _, element in elements(root) if "id" in element.attrib]
            assert len(ids) == len(set(ids))
            assert "<link" not in data.decode()
            assert "src=" not in data.decode()


def test_every_pdf_is_tagged_and_claims_to_be_accessible(plan: Plan) -> None:
    for name, data in (*made(plan), *made(plan, internal=True)):
        if name.endswith(".pdf"):
            with pikepdf.open(io.BytesIO(data)) as file:
                assert bool(file.Root.MarkInfo.Marked)
                assert str(file.Root.Lang).lower().startswith("en")
                about = file.Root.Metadata.read_bytes()
                assert b"pdfuaid" in about
                assert b"pdfaid" in about
                assert file.docinfo.get("/Title") is not None


def test_a_short_document_has_its_first_heading_on_its_first_page(plan: Plan) -> None:
    texts = pages(dict(made(plan))[f"{FIRST}.pdf"])
    assert "Toelichting" in texts[0]
    assert re.search(r"Page 1 of \d", texts[0])


def test_headings_of_the_page_skip_no_level(tmp_path: Path) -> None:
    found: Document = minutes(one(tmp_path, "## 1. Een\n\n##### Diep\n\n### Ondiep\n"))
    levels = [int(name[1]) for name, _ in elements(parsed(html(found))) if re.fullmatch("h[1-6]", name)]
    assert levels == [1, 2, 3, 3]
    assert [node.level for node in nodes(found.parts) if isinstance(node, Heading)] == [1, 4, 2]


def test_the_day_of_a_document_is_told(tmp_path: Path) -> None:
    plan = read(one(tmp_path, "- [ ] Iets @kring\n")).plan
    page = meeting_edition("html", plan, Wanted("minutes", FIRST), date(2025, 7, 8)).data.decode()
    assert "How they stand on 8 July 2025" in page
