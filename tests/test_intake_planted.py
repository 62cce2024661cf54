"""Words that are planted beside each name of a list of those that were there: none of them is lost, and a lost one is found.

All names of people are placeholders.
"""

from __future__ import annotations

import re
from datetime import date

import pytest

from elzctl.intake.accounted import accounted
from elzctl.intake.ledger import Certainty
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.terms import Tongue

TODAY = date(2026, 11, 26)
LISTS = {
    "one line": "Aanwezig: OCMW Meer, Familiehulp en Okra",
    "semicolons": "Aanwezig: OCMW Meer; Okra; Logo Meerland\nGasten: Neos",
    "bullets": "Aanwezig:\n- OCMW Meer\n- Familiehulp\n- Xandrine Omegabeta (CAW Meer)\n- Xandro Ypsilonka, Okra\n- Neos – Yva Omegabeta",
    "lines": "Aanwezig\nOCMW Meer\nFamiliehulp\nXandrine Omegabeta, CAW Meer",
    "sorry": "Aanwezig: Okra\nVerontschuldigd: OCMW Meer, Familiehulp\nAfwezig: CAW Meer",
    "a long label": "Aanwezig: Okra\nZijn verontschuldigd en gaven volmacht: OCMW Meer en Familiehulp",
    "a sentence": "Aanwezig: Okra\n\nOCMW Meer en Familiehulp zijn verontschuldigd",
    "a table": "| Naam | Organisatie | A/V | Opmerking |\n|---|---|---|---|\n| Xandrine Omegabeta | OCMW Meer | A | |\n| | Okra | V | |",
    "two columns": "| Aanwezig | Verontschuldigd |\n|---|---|\n| OCMW Meer | Okra |\n| Familiehulp | Neos |",
    "rows": "| Aanwezig | OCMW Meer, Okra |\n|---|---|\n| Verontschuldigd | Neos |",
    "roles": "Voorzitter: Xandrine Omegabeta (CAW Meer)\nVerslag: Familiehulp\nAanwezig: OCMW Meer",
}
NAMES = re.compile(r"OCMW Meer|Familiehulp|Okra|Neos|CAW Meer|Logo Meerland|Xandrine Omegabeta(?! \()")
# An hour, a word of nobody, words that stand in the text too (which no bag of words misses), and what is true of somebody.
PLANTED = (" (tot 20u39)", " (wombatkoe)", " (begroting folder)", " (ziek)", ", enkel punt 2", " – vanaf 20u39", " (volmacht aan Neos)")  # fmt: skip
ORGANISATIONS = re.compile(r"OCMW Meer|Familiehulp|Neos")


def taken(listing: str) -> Taken:
    whole = f"Verslag zorgoverleg\nDatum: 5 november 2026\n{listing}\n\n1. Begroting en folder\n\nDe begroting wordt besproken, en de folder. Neos luistert.\n"
    return take_minutes(read("verslag.txt", whole.encode()), MinutesOptions(None, None, Tongue.NL, TODAY))


def told(found: Taken) -> str:
    """Everything that a reader finds: the files, and what the report calls left over or not understood."""
    unclear = (one.words for one in found.account.entries if one.certainty is Certainty.UNCLEAR)
    return "\n".join((*found.files.values(), *(one.words for one in found.account.left), *unclear)).lower()


@pytest.mark.parametrize("listing", LISTS.values(), ids=LISTS)
@pytest.mark.parametrize("planted", PLANTED)
def test_what_stands_beside_a_name_of_a_list_is_never_lost(listing: str, planted: str) -> None:
    words = planted.strip(" (),–").lower()
    places = list(NAMES.finditer(listing))
    assert places
    for place in places:
        found = accounted(taken(f"{listing[: place.end()]}{planted}{listing[place.end() :]}"))
        assert words in told(found), place[0]


@pytest.mark.parametrize("kind", ["one line", "semicolons", "bullets", "lines", "sorry", "two columns"])
@pytest.mark.parametrize("planted", [one for one in PLANTED if "(" in one])
def test_what_an_import_would_lose_beside_a_name_is_left_over(kind: str, planted: str) -> None:
    """The private notes are taken away, and what was said of them: the account finds by itself that the words are gone."""
    for place in ORGANISATIONS.finditer(LISTS[kind]):
        whole = taken(f"{LISTS[kind][: place.end()]}{planted}{LISTS[kind][place.end() :]}")
        notes = next(path for path in whole.files if path.startswith("private/verslag"))
        entries = tuple(one for one in whole.account.entries if one.path != notes)
        files = {path: text for path, text in whole.files.items() if path != notes}
        poorer = accounted(whole._replace(files=files, account=whole.account._replace(entries=entries)))
        assert planted.strip(" ()") in {one.words.strip(" ()") for one in poorer.account.left}, place[0]
