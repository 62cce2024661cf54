"""Addresses and numbers that are spelled so that machines pass them over."""

from __future__ import annotations

import pytest
from test_checks_text import Zone, zone

from elzctl.checks.privacy import contact_in_text
from elzctl.traces import contacts, same_contact

__all__ = ["zone"]


@pytest.mark.parametrize(
    ("text", "found", "same"),
    [
        ("Vraag het c02 at voorbeeld.be nu", "c02 at voorbeeld.be", "c02@voorbeeld.be"),
        ("(info.zone at sub.voorbeeld.be)", "info.zone at sub.voorbeeld.be", "info.zone@sub.voorbeeld.be"),
        ("e-mail: info at voorbeeld.be.", "info at voorbeeld.be", "info@voorbeeld.be"),
        ("Het mailadres is zone at voorbeeld.be", "zone at voorbeeld.be", "zone@voorbeeld.be"),
        ("c15_at_voorbeeld.be", "c15_at_voorbeeld.be", "c15@voorbeeld.be"),
        ('Vraag het "c19"@voorbeeld.be', '"c19"@voorbeeld.be', "c19@voorbeeld.be"),
        (r"Bel 0470\ 11\ 22\ 59 nu", r"0470\ 11\ 22\ 59", "0470112259"),
    ],
)
def test_a_contact_that_is_spelled_in_another_way_is_found(zone: Zone, text: str, found: str, same: str) -> None:
    assert [text[start:end] for start, end in contacts(text)] == [found]
    assert same_contact(found) == same
    assert zone.how(text).marked(contact_in_text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Kijk at voorbeeld.be",
        "Look at example.com for more",
        "Meet us in 2025 at example.com",
        "The check-in at example.com and the sign-up at example.com",
        "Dit at de kat. Be happy",
        "c02 at Voorbeeld",
        "c02 at voorbeeld.beter",
        "look_at_me en bestand_at_huis.pdf",
        'de "rode" @actor',
    ],
)
def test_words_with_at_between_them_are_no_address(zone: Zone, text: str) -> None:
    assert list(contacts(text)) == []
    assert zone.how(text).marked(contact_in_text) == []
