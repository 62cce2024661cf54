"""Who leads a meeting and writes its minutes, lists that a PDF runs together, and short names of who does a point.  All names are placeholders."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date

import pytest
from docx import Document
from intake_word import OFFICE, converted

from elzctl.intake.ledger import Certainty
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.terms import Tongue

TODAY = date(2026, 11, 26)
NEEDS_OFFICE = pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed: nothing makes a PDF")


def taken(data: bytes, name: str = "verslag.txt") -> Taken:
    return take_minutes(read(name, data), MinutesOptions(None, None, Tongue.NL, TODAY))


def minutes(head: str, text: str = "Niets.") -> Taken:
    whole = f"Verslag zorgoverleg\nDatum: 5 november 2026\n{head}\n\n1. Stand\n{text}\n\n2. Slot\nGeen.\n"
    return taken(whole.encode())


def word(head: list[str], text: str = "Niets.") -> bytes:
    document = Document()
    document.add_heading("Verslag zorgoverleg", 0)
    document.add_paragraph("Datum: 5 november 2026")
    for line in head:
        document.add_paragraph(line)
    for heading, words in (("1. Stand", text), ("2. Slot", "Geen.")):
        document.add_heading(heading, 1)
        document.add_paragraph(words)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def meeting(found: Taken) -> str:
    return next(text for path, text in found.files.items() if path.startswith("meetings/2"))


def listed(found: Taken) -> list[str]:
    text = next((text for path, text in found.files.items() if path.endswith(".csv")), "")
    return text.splitlines()[1:]


def field(found: Taken, key: str) -> str:
    lines = (line for line in meeting(found).splitlines() if line.startswith(f"{key}: "))
    return next(lines, "").removeprefix(f"{key}: ")


@pytest.mark.parametrize(
    "label",
    [
        *("Begeleiding en verslag", "Leiding & verslaggeving", "Voorzitter/verslag", "Moderator en notulist"),
        *("Voorzitter en verslaggever", "Gespreksleiding + verslag", "Gespreksleider", "Moderatie"),
    ],
)
@pytest.mark.parametrize("kind", ["txt", "docx"])
def test_who_leads_and_who_writes_are_not_excused(label: str, kind: str) -> None:
    head = [
        "Aanwezig: CAW Meer, Okra",
        "Verontschuldigd: VDAB, Ferm (Roos Nulbeta)",
        f"{label}: Saskia Omegabeta, netwerkcoach",
    ]
    found = minutes("\n".join(head)) if kind == "txt" else taken(word(head), "verslag.docx")
    assert (field(found, "present"), field(found, "excused")) == ("[caw-meer, okra]", "[vdab, ferm]")
    assert "Saskia Omegabeta;;netwerkcoach;;voorzitter" in listed(found)
    assert not {"Saskia", "netwerkcoach", "egeleiding"} & set(meeting(found).replace(":", " ").split())


def test_a_role_of_no_known_kind_below_a_list_is_none_of_it() -> None:
    head = ["Aanwezig: CAW Meer, Okra", "Verontschuldigd: VDAB", "Techniek: Saskia Omegabeta"]
    found = taken(word(head), "verslag.docx")
    assert field(found, "excused") == "[vdab]"
    assert "Techniek: [persoon 1]" in meeting(found)


def test_an_organisation_before_its_people_goes_on_with_a_list() -> None:
    head = ["Aanwezig:", "CAW Meer: Saskia Omegabeta, Roos Nulbeta", "Okra: Quinten Deltabeta"]
    found = taken(word(head), "verslag.docx")
    assert field(found, "present") == "[caw-meer, okra]"


@pytest.mark.parametrize("between", ["    ", "\n", " – "])
def test_a_first_name_as_chair_is_the_one_of_the_list(between: str) -> None:
    head = f"Aanwezig: Saskia Omegabeta (CAW Meer), Roos Nulbeta (Okra)\nVoorzitter: Saskia{between}Verslag: Roos"
    found = minutes(head, "Actie: zaal boeken (Roos, 12/12)\nActie: tent boeken (Saskia, 13/12)")
    assert "zaal boeken @okra tegen:2026-12-12" in meeting(found)
    assert "tent boeken @caw-meer tegen:2026-12-13" in meeting(found)
    assert {"Saskia Omegabeta;;;;voorzitter", "Roos Nulbeta;;;;verslag"} <= set(listed(found))


def test_a_first_name_of_two_people_is_of_none() -> None:
    head = "Aanwezig: Saskia Omegabeta (CAW Meer), Saskia Nulbeta (Okra)\nVoorzitter: Saskia"
    assert "Saskia;;;;voorzitter" in listed(minutes(head))


@pytest.mark.parametrize(
    "line",
    [
        "Saskia Omegabeta (CAW Meer) Roos Nulbeta (Okra)",
        "Saskia Omegabeta (CAW Meer), Roos Nulbeta (Okra)",
        "CAW Meer (Saskia Omegabeta) Okra (Roos Nulbeta)",
        "Saskia Omegabeta (voorzitter, CAW Meer) Roos Nulbeta (Okra)",
    ],
)
def test_people_with_brackets_one_behind_the_other_are_apart(line: str) -> None:
    found = minutes(f"Aanwezig: {line}\nVerontschuldigd: VDAB")
    assert field(found, "present") == "[caw-meer, okra]"
    assert [one.split(";")[0] for one in listed(found)] == ["Saskia Omegabeta", "Roos Nulbeta"]


def _tables() -> Iterator[tuple[str, bytes]]:
    for name, people in (
        ("brackets", ["Saskia Omegabeta (CAW Meerdorpstreek)", "Quinten El Deltabeta (Apothekerskring Meerdorp)"]),
        ("commas", ["Saskia Omegabeta, CAW Meerdorpstreken", "Quinten El Deltabeta, Apothekerskring Meer"]),
        ("dashes", ["Saskia Omegabeta – CAW Meerdorpstreken", "Quinten El Deltabeta – Apothekerskring Meer"]),
    ):
        document = Document()
        document.add_heading("Verslag zorgoverleg", 0)
        table = document.add_table(0, 2)
        table.style = "Table Grid"
        rows = (
            ("Datum", "5 november 2026"),
            ("Aanwezig", "\n".join(["Roos Nulbeta (voorzitter, OCMW Meer)", *people, "Fien Gammabeta (Ferm)"])),
            ("Verontschuldigd", "Jo Kappabeta (VDAB), Wim De Epsilonbeta (WZC Ter Dijk)"),
        )
        for label, words in rows:
            cells = table.add_row().cells
            cells[0].text, cells[1].text = label, words
        for heading, words in (("1. Stand", "Niets."), ("2. Slot", "Geen.")):
            document.add_heading(heading, 1)
            document.add_paragraph(words)
        data = io.BytesIO()
        document.save(data)
        yield f"{name}.docx", data.getvalue()


@NEEDS_OFFICE
def test_lines_of_a_cell_of_a_pdf_are_each_of_one_person() -> None:
    for name, data in converted(dict(_tables()), "pdf").items():
        found = taken(data, name)
        assert field(found, "excused") == "[vdab, wzc-dijk]", name
        present = field(found, "present")
        assert present.startswith("[ocmw-meer, caw-meerdorpstre"), (name, present)
        assert present.endswith(", ferm]"), (name, present)
        assert "apothekerskring-meer" in present, (name, present)
        names = [one.split(";")[0] for one in listed(found)][:4]
        assert names == ["Roos Nulbeta", "Saskia Omegabeta", "Quinten El Deltabeta", "Fien Gammabeta"], name


@NEEDS_OFFICE
def test_two_roles_beside_each_other_in_a_pdf_are_no_names_of_the_list_above() -> None:
    head = [
        "Aanwezig: Saskia Omegabeta (CAW Meer), Roos Nulbeta (Okra)",
        "Verontsch.: Jo Kappabeta (VDAB), Fien Gammabeta (Ferm)",
        "Voorzitter: Saskia      Verslag: Roos",
    ]
    (data,) = converted({"rollen.docx": word(head)}, "pdf").values()
    found = taken(data, "rollen.pdf")
    assert field(found, "excused") == "[vdab, ferm]"
    assert {"Saskia Omegabeta;;;;voorzitter", "Roos Nulbeta;;;;verslag"} <= set(listed(found))


HEAD = "Aanwezig: Nora Alfabeta (NA, Okra), Tuur Vetabeta (CAW Meer), Nele Nulbeta (NN, Ferm)\nVolgende vergadering: 10 december 2026"


@pytest.mark.parametrize(
    ("line", "point"),
    [
        ("- [x] prijs opvragen - NA", "- [x] prijs opvragen @okra"),
        ("- [ ] prijs opvragen - NA - 12/11", "- [ ] prijs opvragen @okra tegen:2026-11-12"),
        ("- [ ] prijs opvragen (NA)", "- [ ] prijs opvragen @okra"),
        ("- [ ] prijs opvragen - NN", "- [ ] prijs opvragen @ferm"),
        ("- [ ] cijfers per dorp - NA - volgende verg.", "- [ ] cijfers per dorp @okra tegen:2026-12-10"),
        ("- [ ] cijfers per dorp - TV - volg. verg.", "- [ ] cijfers per dorp @caw-meer tegen:2026-12-10"),
        ("- [ ] cijfers per dorp (NA, vlg. verg.)", "- [ ] cijfers per dorp @okra tegen:2026-12-10"),
        ("- [ ] cijfers per dorp - CAW Meer - volgend overl.", "- [ ] cijfers per dorp @caw-meer tegen:2026-12-10"),
        ("- [ ] cijfers per dorp, NA, tegen volgende vergad.", "- [ ] cijfers per dorp @okra tegen:2026-12-10"),
    ],
)
def test_initials_that_are_a_word_too_and_a_next_meeting_that_is_abbreviated(line: str, point: str) -> None:
    assert point in meeting(minutes(HEAD, line)).splitlines()


def test_words_behind_the_name_that_nobody_understands_stay_and_the_owner_is_a_guess() -> None:
    found = minutes(HEAD, "- [ ] cijfers per dorp - NA - zodra het kan")
    assert "- [ ] cijfers per dorp - zodra het kan @okra" in meeting(found).splitlines()
    owners = [one.certainty for one in found.account.entries if one.field.endswith(".owner")]
    assert owners == [Certainty.GUESSED]


def test_a_name_in_brackets_before_words_that_nobody_understands() -> None:
    found = minutes(HEAD, "Actie: vacature verspreiden (Nora, zodra er budget is)")
    assert "- [ ] vacature verspreiden ([persoon 1], zodra er budget is) @okra" in meeting(found).splitlines()
    owners = [one.certainty for one in found.account.entries if one.field.endswith(".owner")]
    assert owners == [Certainty.GUESSED]


@pytest.mark.parametrize(
    "line", ["Actie: lijst maken (Okra, Ferm en anderen bevragen)", "Actie: lijst maken (zie mail, pagina 3)"]
)
def test_other_words_in_brackets_are_no_owner(line: str) -> None:
    assert "@" not in meeting(minutes(HEAD, line)).split("## 1.")[1]


def test_names_between_dashes_that_are_what_is_to_be_done_are_no_owner() -> None:
    line = "- [ ] afspraken Okra - Ferm - CAW Meer nalezen"
    assert line in meeting(minutes(HEAD, line)).splitlines()


@pytest.mark.parametrize("word", ["n.a.", "nvt", "na te vragen"])
def test_small_letters_are_no_initials(word: str) -> None:
    found = minutes(HEAD, f"- [ ] prijs opvragen - {word}")
    assert "@" not in meeting(found).split("## 1.")[1]


ROWS = "Aanwezig: Saskia Omegabeta (Okra Meerdorp), CAW Meer, Roos Nulbeta (Ferm)"


@pytest.mark.parametrize(
    ("who", "owner"),
    [
        ("Saskia Omegabeta (Okra)", "@okra-meerdorp"),
        ("Saskia (Okra Meerdorp)", "@okra-meerdorp"),
        ("Quinten Deltabeta (CAW Meer)", "@caw-meer"),
        ("CAW Meer (Quinten Deltabeta)", "@caw-meer"),
        ("Saskia Omegabeta (Okra), Roos (Ferm)", "@okra-meerdorp @ferm"),
        ("Quinten van CAW Meer", "@caw-meer"),
        ("Quinten Deltabeta van het CAW Meer", "@caw-meer"),
    ],
)
def test_a_name_with_its_organisation_in_a_column(who: str, owner: str) -> None:
    text = f"| Actie | Wie | Wanneer |\n|---|---|---|\n| Nota schrijven | {who} | 12/12/2026 |"
    whole = (
        f"# Verslag zorgoverleg\n\nDatum: 5 november 2026\n{ROWS}\n\n## 1. Acties\n\n{text}\n\n## 2. Slot\n\nGeen.\n"
    )
    found = taken(whole.encode(), "verslag.md")
    assert f"- [ ] Nota schrijven {owner} tegen:2026-12-12\n\n" in meeting(found)
    assert not {"Saskia", "Quinten", "Roos", "Deltabeta"} & set(meeting(found).replace("(", " ").split())
    private = "".join(text for path, text in found.files.items() if path.startswith("private/verslag"))
    first = who.partition(" ")[0]
    assert first in private or first == "CAW"


def test_a_name_in_a_column_with_an_organisation_that_nobody_knows() -> None:
    text = "| Actie | Wie |\n|---|---|\n| Nota schrijven | Quinten Deltabeta (Kwerul) |"
    whole = (
        f"# Verslag zorgoverleg\n\nDatum: 5 november 2026\n{ROWS}\n\n## 1. Acties\n\n{text}\n\n## 2. Slot\n\nGeen.\n"
    )
    found = taken(whole.encode(), "verslag.md")
    private = "".join(text for path, text in found.files.items() if path.startswith("private/verslag"))
    assert "Quinten Deltabeta (Kwerul)" in private
    assert "Quinten" not in meeting(found)


@pytest.mark.parametrize(
    "text",
    [
        "De thuisequipe De Zilverboom kwam langs. Quinten van De Zilverboom bezorgt de affiche tegen 12 november.",
        "Het inloophuis De Zilverboom kwam langs. Quinten uit De Zilverboom bezorgt de affiche tegen 12 november.",
    ],
)
def test_a_first_name_before_a_house_that_the_document_names(text: str) -> None:
    found = minutes("Aanwezig: CAW Meer, Okra", text)
    lines = meeting(found).splitlines()
    point = next(line for line in lines if line.startswith("- [ ]"))
    assert point.endswith("@zilverboom tegen:2026-11-12")
    assert "[persoon 1]" in point
    assert "De Zilverboom" in point
    assert "Quinten" not in meeting(found)
    owners = [one.certainty for one in found.account.entries if one.field.endswith(".owner")]
    assert owners == [Certainty.GUESSED]


@pytest.mark.parametrize("who", ["Quinten (Huisartsenkring Meer)", "Quinten Deltabeta (Huisartsenkring Meer)"])
def test_a_house_in_brackets_that_shows_to_be_one_is_who_does_it(who: str) -> None:
    found = minutes("Aanwezig: CAW Meer, Okra", f"{who} schrijft het dossier tegen 15 december.")
    point = next(line for line in meeting(found).splitlines() if line.startswith("- [ ]"))
    assert point.endswith("@huisartsenkring-meer tegen:2026-12-15")
    owners = [one.certainty for one in found.account.entries if one.field.endswith(".owner")]
    assert owners == [Certainty.GUESSED]


@pytest.mark.parametrize("who", ["Quinten (coördinator)", "Quinten (voorzitter)"])
def test_a_function_in_brackets_is_no_house(who: str) -> None:
    found = minutes("Aanwezig: CAW Meer, Okra", f"{who} schrijft het dossier tegen 15 december.")
    assert "Quinten" not in meeting(found)
    assert "quinten" not in found.files["plan/actors.yaml"]


def test_a_chair_by_its_short_word_is_no_organisation() -> None:
    found = minutes("Aanwezig: Saskia Omegabeta (vz, CAW Meer), Roos Nulbeta (Okra)")
    assert field(found, "present") == "[caw-meer, okra]"
    assert "Saskia Omegabeta;CAW Meer;vz;;aanwezig" in listed(found)


def test_a_surname_with_small_words_stays_one() -> None:
    found = minutes("Aanwezig: CAW Meer, Okra", "Quinten van De Zilverboom bezorgt de affiche tegen 12 november.")
    assert "Zilverboom" not in meeting(found)
