"""Telephone numbers, national numbers and addresses side by side: each is found, hidden in what is public, and told of."""

from __future__ import annotations

import html
import re
import time
from pathlib import Path

import pytest
from drawn_meetings import SERIES, meetings
from hypothesis import given, settings
from hypothesis import strategies as st
from small_plans import PLAN, fiche, write
from test_public_plan import run, words_of

from elzctl.checks.privacy import contact_in_text, national_number
from elzctl.load import load
from elzctl.traces import HIDDEN, contacts
from elzctl.tree import WorkTree

MOBILE = (
    *(
        "0471 83 94 76",
        "0471/83.94.76",
        "0471/83 94 76",
        "0471/839476",
        "0471 839 476",
        "0471.83.94.76",
        "0471-83-94-76",
    ),
    *("0471839476", "04 71 83 94 76", "+32 471 83 94 76", "+32471839476", "+32 (0)471 83 94 76", "+32(0)471/83.94.76"),
    *("0032 471 83 94 76", "0032471839476", "(+32) 471 83 94 76", "+32-471-83-94-76", "+32.471.83.94.76"),
    *("0471\u00a083\u00a094\u00a076", "0471\u201183\u201194\u201176", "0471\u200b83\u200b94\u200b76", "0471·83·94·76"),
)
ZONE = (
    *("053 83 94 76", "053/83 94 76", "053/83.94.76", "053-83 94 76", "053839476", "(053) 83 94 76", "+32 53 83 94 76"),
    *("+3253839476", "+32 (0)53 83 94 76", "0032 53 83 94 76", "(0)53 83 94 76", "053 / 83 94 76", "02 839 47 68"),
    *(
        "02/839.47.68",
        "02-839 47 68",
        "028394768",
        "+32 2 839 47 68",
        "(02) 839 47 68",
        "03 839 4768",
        "053 83 94 76/77",
    ),
)
NUMBERS = (*MOBILE, *ZONE, "+31 6 83 94 76 83")
JOINTS = (" ", " / ", ", ", " – ", "\n", " of ", ";", " (", ") ", "/", ": ", " - ", " · ")
# Between what else a text holds: amounts, days, hours, companies; none of it is lost.
WORDS = (
    "",
    "Bel",
    "15 acties",
    "in 2024 en 2025",
    "Tel.:",
    "om 12.30 uur",
    "van 01/02/2025",
    "9200 Dendermonde",
    "€ 12 500",
)
LEAK = re.compile(r"83[\s./–·\u200b-]{0,3}94|94[\s./–·\u200b-]{0,3}76|471|839|\b53\b|053")


def hidden(text: str) -> str:
    pieces, place = [], 0
    for start, end in contacts(text):
        pieces += [text[place:start], HIDDEN]
        place = end
    return "".join((*pieces, text[place:]))


@given(
    st.sampled_from(NUMBERS),
    st.sampled_from(JOINTS),
    st.sampled_from(NUMBERS),
    st.sampled_from(WORDS),
    st.sampled_from(WORDS),
    st.sampled_from((" ", ", ", " – ", " of ", ";", " (", ": ")),
)
@settings(max_examples=1500, deadline=None)
def test_of_two_numbers_side_by_side_no_digit_is_left(
    first: str, joint: str, second: str, before: str, behind: str, sign: str
) -> None:
    # Where a line ends a reader sees a blank.
    text = f"{before}{sign}{first}{joint}{second}{sign}{behind}".replace("\n", " ")
    shown = hidden(text)
    assert not LEAK.search(shown), shown
    assert shown.startswith(before)
    # Numbers of other countries may be of any length.
    assert shown.endswith(behind) or second.startswith("+31")


@given(
    st.text("ab 012345679.,:/-+()&", max_size=12),
    st.sampled_from(NUMBERS),
    st.sampled_from(JOINTS),
    st.sampled_from(NUMBERS),
    st.text("ab 012345679.,:/-+()&", max_size=12),
)
@settings(max_examples=1500, deadline=None)
def test_whatever_stands_around_them(before: str, first: str, joint: str, second: str, behind: str) -> None:
    text = f"{before} {first}{joint}{second} {behind}".replace("\n", " ")
    assert not re.search(r"83[\s./–·\u200b-]{0,3}94|839[\s.-]?47", hidden(text)), text


@pytest.mark.parametrize(
    "text",
    [
        "Van 01/02/26 150 personen en 04/02/2026 09:30, 04.02.2026-05.02.2026, 02/03/26-250",
        "Ondernemingsnummer 0456.789.012, BE 0456 789 012, KBO 0456789012",
        "Zie https://voorbeeld.be/0471839476 en https://voorbeeld.be/2026/02/12/345678",
        "In 2024, 2025 en 2026: 010, 020, 030; € 1 250 000, +10 000 000 euro en + 2 500 euro",
        "Gratis 0800 12 345 of 078 15 15 15 / 070 24 50 10; dossier 2024-0470 12 34 56",
        "Actie 01.02.03.04 van 08.30-12.00 en 13.00-16.30, postcode 09200, ISBN 978-90-000-0000-1",
        "Om 8:00 31/12/2025, van 10.00 tot 12.00 49 mensen",
        "Postcode 9200 0 459 mensen, € 32 471 000 008, rij 0 45 12 33, score 2 0 471 12 34 56",
        "Bestand 2025_04_12_10_15_30, dossier 2024_0471_83_94_76, ISBN 978-32-471-0000-8, op 51.0259 4.10135",
        "https://kbo.be/toon?ondernemingsnummer=0456789012 en https://kbo.be/zoek?lang=nl&nummer=0206731645",
        "Kies (a) zone.be of (b) voorbeeld.be, (a) www.zone.be, zie ook punt (a) beheer; (A) en (B)",
        "Van 03 (2024) tot 04 (2025), 012,34,56,78, om 04:15:30:20, | 016 | 2024 | 12 |, 1 2 3 4 5 6 7 8 9 0 1 2",
        "Zie https://wa.me/message/ABC12345678 en https://voorbeeld.be/?phone=0800123456",
        "Dossier id=32471839476 op https://voorbeeld.be/32471839476, actie 1.2.3 <!-- nr 4 --> van 2025",
    ],
)
def test_days_amounts_and_numbers_of_companies_and_services_stay(text: str) -> None:
    assert hidden(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Tel.053 83 94 76 en gsm0471839476", "Tel.[…] en gsm[…]"),
        ("gsm/0471 83 94 76 en _0471 83 94 76_", "gsm/[…] en _[…]_"),
        ("01 02 053 83 94 76", HIDDEN),
        ("BE68 5390 0754 7034 / 053 83 94 76", "[…] / […]"),
        ("c40 @ mail.example, naam@ voorbeeld.be, naam @voorbeeld.be", "[…], […], […]"),
        ("naam (at) voorbeeld.be, naam [at] voorbeeld punt be", "[…], […]"),
        ("an.naam bij zone punt voorbeeld punt be, of naam at voorbeeld dot com", "[…], of […]"),
        ("naam apenstaartje voorbeeld.be", HIDDEN),
        ("0471_83_94_76, 0 471 83 94 76, 0/471 83.94.76", "[…], […], […]"),
        ("32471839476 of tel. 32 471 83 94 76", "[…] of tel. […]"),
        ("c40@mail .example, c40@mail. example, c40 @mail .example. Of c40@mail .nl.", "[…], […], […]. Of […]."),
        ("0471<!-- x --> 83 94 76, 0471          83 94 76, **0471** 83\\_94\\_76", "[…], […], **[…]"),
        ("c40<!-- x -->@mail.example, **c40**@mail.example, c40@mail\\.example", "[…], **[…], […]"),
        ("c40&#64;mail.example, 0471&nbsp;83&#32;94 76", "[…], […]"),
        ("c40 (a) mail.example, c41(a)mail.be of c42 [A] mail.org", "[…], […] of […]"),
        ("c40 AT mail DOT be, c41 At mail Dot com, c42 Apenstaart mail PUNT be", "[…], […], […]"),
        ("c40 @ mail punt be, c41 @mail punt zone dot com", "[…], […]"),
        ("0471 (83 94 76), 053 (83 94 76), 0471/(839 476), 02 (839 47 68)", "[…], […], […], […]"),
        ("0471,83,94,76 en 0471:83:94:76 en 0 4 7 1 8 3 9 4 7 6.", "[…] en […] en […]."),
        ("| dienst | 0471 | 83 94 76 |", "| dienst | […] |"),
        ("https://wa.me/32471839476 en wa.me/+31683947683?text=dag", "https://wa.me/[…] en wa.me/[…]?text=dag"),
        ("https://api.whatsapp.com/send?phone=32471839476", "https://api.whatsapp.com/send?phone=[…]"),
    ],
)
def test_numbers_and_addresses_are_found_as_people_type_them(text: str, shown: str) -> None:
    assert hidden(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Taak voor @dienst. Daarna @kring.En meer, @kring, @dienst-zorg.",
        "Overleg @ Polder, en bij dit punt nl. de vraag, bij punt 3 be",
        "Aan kring@dienst. nl. de vraag, en kring@dienst. Be er op tijd bij",
        "Kom (at) half drie; bij elk punt komt iemand",
    ],
)
def test_a_sign_before_an_actor_is_no_address(text: str) -> None:
    assert hidden(text) == text


# Born in 1900 or 2000, on a day that does not exist: of nobody.
@pytest.mark.parametrize(
    "number",
    [
        *(
            "00.00.00-000.97",
            "00.00.00-001.96",
            "00.00.00-001.28",
            "00/00/00-001/96",
            "00-00-00 001-96",
            "000000 001 96",
        ),
        *("000000-00196", "00 00 00 001 96", "00000000196", "00.00.00 – 001.96", "nr.00.00.00-001.96"),
        *("00.00.00<!-- x -->-001.96", "00.00.00-**001**.96", "00\\.00\\.00-001.96"),
    ],
)
def test_national_numbers_are_found_with_any_sign_between_their_digits(number: str, tmp_path: Path) -> None:
    assert (
        hidden(f"Zie {number}, of {number}.") == f"Zie {'nr.' * ('nr' in number)}[…], of {'nr.' * ('nr' in number)}[…]."
    )
    root = write(tmp_path, koffie=fiche("1.1.1", text=f"## Waarom?\n\nZie {number} – 15 acties.\n"))
    (finding,) = national_number(load(WorkTree(root)).plan)
    assert (finding.message.args, finding.hint and finding.hint.args) == ((), ())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Nummer 99.01.01-000.00.", "Nummer […]."),
        ("Rijksregisternummer: 99 01 01 000 00", "Rijksregisternummer: […]"),
        ("INSZ 99010100000", "INSZ […]"),
        ("Nummer 99 11 21 000 00 en 99.13.01-000.00", "Nummer 99 11 21 000 00 en 99.13.01-000.00"),
    ],
)
def test_a_national_number_with_a_mistyped_digit_is_known_by_its_shape_or_by_what_is_said_of_it(
    text: str, shown: str
) -> None:
    assert hidden(text) == shown


def test_the_checks_tell_of_each_of_several_numbers(tmp_path: Path) -> None:
    text = "## Waarom?\n\nBel 0471 83 94 76 / 053 83 94 76 – 15 acties. Tel.: 0471 83 94\n76 of +31 6 83 94 76 83,\n**0471** 83 94 76.\n"
    text += "\nBel 0471\\_83\\_94\\_76 of 32471839476. Mail **c40**@mail.example, c41&#64;mail.example, c42 @mail .example.\n"
    root = write(tmp_path, koffie=fiche("1.1.1", text=text))
    found = [dict(one.message.args)["text"] for one in contact_in_text(load(WorkTree(root)).plan)]
    mails = ["c40**@mail.example", "c41&#64;mail.example", "c42 @mail .example"]
    numbers = ["0471 83 94 76", "053 83 94 76", "0471 83 94 76", "0471** 83 94 76", "0471\\_83\\_94\\_76"]
    assert found == [*mails, *numbers, "32471839476", "+31 6 83 94 76 83"]


def test_no_number_is_in_any_format(tmp_path: Path) -> None:
    lines = [f"{first}{joint}{MOBILE[0]}" for first in (*MOBILE[:9], *ZONE) for joint in JOINTS]
    text = "\n\n".join(line if "\n" not in line else f"Bel {line}" for line in lines)
    secret = "0471 83 94 76 / 053 83 94 76"
    title = f"  mantelzorgers: Mantelzorgers {MOBILE[0]}"
    write(
        tmp_path,
        plan=PLAN.replace("  mantelzorgers: Mantelzorgers", title),
        koffie=fiche(
            "1.1.1",
            f"steps: [{{what: 'bel {secret}', due: 2025}}]",
            "target_groups: [mantelzorgers]",
            f"indicators: [{{kind: output, what: 'gebeld {secret}', measure: '{ZONE[0]} {ZONE[0]}'}}]",
            text=f"## Waarom?\n\n{text}\n\nSchrijf c40 @ mail.example. Nummer 99.01.01-000.00.\n",
        ),
    )
    notes = f"---\nseries: overleg\ntitle: Overleg\ndate: 2025-01-14\nstate: review\nlocation: Zaal {secret}\nnext: {{date: 2025-03-11}}\n---\n\n"
    notes += f"## 1. Bellen {secret}\n\nBESLUIT: Bel {secret}.\n\nSIGNAAL: Bel {secret} #mantelzorgers\n\n"
    notes += f"AFSPRAAK: Bel {secret} #mantelzorg\n\n- [ ] Bel {secret} @dienst-zorg tegen:2025-06-01\n\nEVENEMENT: 2025-03-01 Bel {secret}\n"
    meetings(tmp_path, SERIES, m2025_01_14_overleg=notes)
    for words in (
        ("render", "plan", "--format", "html,pdf,docx"),
        ("render", "minutes", "2025-01-14-overleg", "--format", "html,pdf,docx"),
        ("site", "--out", str(tmp_path / "made"), "--no-history", "--url", "https://voorbeeld.be/"),
    ):
        assert run(tmp_path, *words, "--draft", "--today", "2025-01-20").returncode == 0
    texts = {"json": run(tmp_path, "export", "json", "--today", "2025-01-20").stdout}
    for name in ("plan-draft", "2025-01-14-overleg-draft"):
        texts |= {f"{name}.{ending}": words for ending, words in words_of(tmp_path, f"build/{name}").items()}
    for path in (tmp_path / "made").rglob("*"):
        if path.suffix in (".html", ".js", ".json", ".jsonld", ".csv", ".xml", ".ics"):
            texts[path.name] = html.unescape(re.sub(r"\r?\n[ ]", "", path.read_text("utf-8")))
    assert {"search-index.js", "plan.json", "verslagen.xml", "deadlines.ics", "json"} <= set(texts)
    leak = re.compile(
        r"83[\s./–·-]{1,3}94|94[\s./–·-]{1,3}76|47183|0471|53[\s./-]{0,3}83|839[\s.-]?47|mail\.example|99\.01"
    )
    assert {name: found[0] for name, words in texts.items() if (found := leak.search(words))} == {}
    assert sum(HIDDEN in words for words in texts.values()) >= 10


@pytest.mark.parametrize(
    "part",
    [
        *(
            "0478 ",
            "053 21 22 23 ",
            "0",
            "01 ",
            "+32 ",
            "0/1",
            "(0)",
            "04 78 1",
            "1 ",
            "02 053 21 22 2 ",
            "+2 ",
            "0031 ",
        ),
        *(
            "00.00.00-000.97 ",
            "rijksregister ",
            "a at b punt ",
            "@ ",
            "a @ b.",
            " at ",
            "x bij y punt ",
            "apenstaart ",
            "/24",
        ),
        *("<!-- ", "0 471 ", "32 471 ", "1_0_", "&#4 ", "a@b .", "* 0"),
    ],
)
def test_a_long_text_takes_no_longer_for_each_of_its_signs(part: str) -> None:
    begin = time.process_time()
    list(contacts(part * (100_000 // len(part))))
    assert time.process_time() - begin < 2


@pytest.mark.parametrize(
    "text",
    [
        "Mail jan@ mail.example of piet@mail.example.",
        "Mail jan @ mail.example, piet@mail.example en els@mail.example",
        "Volg ons op @zorgdender, of mail an@stad.gent of els@welzijn.net.",
        "Met @cm: mail an@stad.gent",
    ],
)
def test_an_address_is_found_whatever_stands_before_it(text: str) -> None:
    found = [text[start:end] for start, end in contacts(text)]
    assert all(any(one in each for each in found) for one in re.findall(r"[a-z]+@[a-z]+\.[a-z]+", text)), found
