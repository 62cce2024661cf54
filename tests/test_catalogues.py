"""Every text that a person reads comes in Dutch and English."""

from __future__ import annotations

import re

import pytest
from catalogues import DOMAINS, LANGUAGES, PACKAGE, catalogue, compiled, texts

from elzctl.wording import Language, say, say_count

BOTH = [(language, domain) for language in LANGUAGES for domain in DOMAINS]


@pytest.mark.parametrize(("language", "domain"), BOTH)
def test_every_text_is_translated(language: str, domain: str) -> None:
    catalog = catalogue(language, domain)
    missing = []
    for text in texts(domain):
        found = catalog.get(text if isinstance(text, str) else text[0])
        strings = found.string if found is not None and isinstance(found.string, tuple) else (found and found.string,)
        if found is None or found.fuzzy or not all(strings):
            missing.append(text)
    assert missing == []


@pytest.mark.parametrize(("language", "domain"), BOTH)
def test_no_text_is_left_that_the_code_does_not_say(language: str, domain: str) -> None:
    known = {text if isinstance(text, str) else text[0] for text in texts(domain)}
    ids = {message.id if isinstance(message.id, str) else message.id[0] for message in catalogue(language, domain)}
    assert ids - known - {""} == set()


@pytest.mark.parametrize(("language", "domain"), BOTH)
def test_a_translation_has_the_same_places_to_fill_in(language: str, domain: str) -> None:
    if domain == "pages":
        return
    for message in catalogue(language, domain):
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        wanted = {name for text in ids for name in re.findall(r"\{(\w+)\}", str(text))}
        for string in strings:
            places = set(re.findall(r"\{(\w+)\}", str(string)))
            assert not message.id or wanted - {"count"} <= places <= wanted, message.id


@pytest.mark.parametrize(("language", "domain"), BOTH)
def test_what_is_shipped_is_what_is_written(language: str, domain: str) -> None:
    assert (PACKAGE / "locale" / language / f"{domain}.mo").read_bytes() == compiled(catalogue(language, domain))


def test_a_message_speaks_the_language_of_the_reader() -> None:
    message = say("This {reason}", reason=say("does not exist"))
    assert Language("en")(message) == "This does not exist"
    assert Language("nl")(message) == "Dit bestaat niet"


def test_a_count_has_its_own_plural() -> None:
    message = say_count("{count} file", "{count} files", 1)
    assert Language("en")(message) == "1 file"
