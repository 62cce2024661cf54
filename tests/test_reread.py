"""An action of which only the text changed is read as if it was new."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elzctl.load import Kept
from elzctl.model import Action
from elzctl.reading import read
from elzctl.reread import read_again
from elzctl.source import Source

FICHES = sorted((Path(__file__).parent.parent / "plan" / "actions").glob("*.md"))
PATH = "plan/actions/koffie.md"


def places(action: Action) -> list[object]:
    """Every place in the data."""
    nested = (*action.steps, *action.indicators, *action.updates, *action.accepted)
    return [dict(action.at), *(dict(one.at) for one in nested if hasattr(one, "at")), action.lead, action.partners]


def same(raw: bytes, new: bytes) -> bool:
    """True when the second file was read with what was known of the first one; then it was read right."""
    source, action, found = read(PATH, raw, "action")
    if action is None or found:
        return False
    again = read_again(PATH, new, source, action)
    if again is None:
        return False
    fresh = read(PATH, new, "action")
    assert again == fresh
    assert places(again[1]) == places(fresh[1])
    assert Kept(*again).source.text == new.decode("utf-8")
    return True


@pytest.mark.parametrize("path", FICHES, ids=lambda path: str(path.stem))
def test_every_fiche_with_more_text(path: Path) -> None:
    raw = path.read_bytes()
    for added in (
        b"\nNog een zin.\n",
        b"\n## Nog een kop\n\nMet [[bewegen-op-verwijzing]].\n",
        "\né 👧\n".encode(),
        b"\n<!-- open",
    ):
        assert same(raw, raw + added) or read(PATH, raw, "action")[2]


HEADS = st.sampled_from(
    [
        "title: Koffie\nstatus: running\n",
        "title: Koffie\nnumber: 1.1.1\nstatus: running\nsteps:\n- text: Bellen\n  due: 2025\n",
    ]
)
TEXTS = st.text(st.sampled_from("ab \n#-[]*:<>!`'\"\r\t|é\0"), max_size=60)


@settings(deadline=None)
@given(head=HEADS, one=TEXTS, two=TEXTS)
def test_any_text_under_the_same_data(head: str, one: str, two: str) -> None:
    front = f"---\n{head}---\n"
    same((front + one).encode(), (front + two).encode())


def test_other_data_is_read() -> None:
    raw = b"---\ntitle: Koffie\nstatus: running\n---\nTekst\n"
    source, action, _ = read(PATH, raw, "action")
    for new in (raw.replace(b"running", b"done"), raw[:20], b"", b"\xff" + raw, raw.replace(b"---\nTekst", b"Tekst")):
        assert read_again(PATH, new, source, action) is None


def test_places_are_looked_up_in_the_file_as_it_is_now() -> None:
    raw = b"---\ntitle: Koffie\nstatus: running\n---\nTekst\n"
    source, action, _ = read(PATH, raw, "action")
    again = read_again(PATH, raw + b"Meer\n", source, action)
    assert again is not None
    assert isinstance(again[0], Source)
    assert again[1].at._source is again[0]
