"""Looking at what is drawn as one text hides the same as looking at each line does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elzctl.model import Plan
from elzctl.render.redacted import Redactor
from elzctl.render.tree import Inline, Strong, Text
from elzctl.traces import HIDDEN

PIECES = st.sampled_from(
    [
        *(
            "053",
            "83",
            "94",
            "76",
            "0",
            "32",
            "+32",
            "(0)",
            "0471",
            "11",
            "22",
            "33",
            "4",
            "85.07.30-033.28",
            "2025-09-15",
        ),
        *("12 maart 2026", "wa.me/32471112233", "?tel=12345678", "NL91ABNA0417164300", "RO09 BCYP 0000 0012 3456 7890"),
        *(
            "MT84MALT011000012345MTLCAST001S",
            "naam",
            "@",
            "＠",
            "﹫",
            "%40",
            "(at)",
            "( a )",
            "[A]",
            "{AT}",
            "apenstaartje",
        ),
        *(
            "_at_",
            " at ",
            "voorbeeld",
            ".be",
            " punt be",
            " DOT com",
            "&#48;",
            "&#64;",
            "%30",
            "<!-- -->",
            "０",
            "٤",
            "|",
        ),
        *(" ", "-", "/", ".", ",", "_", "·", "\u200b", "\xa0", "een zin", "tel. ", "70 %", "Kind & Gezin", "(", ")"),
    ]
)
LINES = st.lists(PIECES, max_size=14).map("".join)
"""Lines in which pieces of addresses and numbers follow each other anyhow."""


def line(texts: list[str]) -> tuple[Inline, ...]:
    return tuple(Strong((Text(text),)) if number % 3 == 2 else Text(text) for number, text in enumerate(texts))


@settings(max_examples=400, deadline=None)
@given(st.lists(st.lists(LINES, min_size=1, max_size=3).map(line), max_size=4).map(tuple))
def test_nothing_is_passed_over(rows: tuple[tuple[Inline, ...], ...]) -> None:
    for node in (rows, (rows, rows)):
        quick, slow = Redactor(Plan()), Redactor(Plan())
        shown = slow.node(node)
        if slow.count:
            assert quick.hidden(node) == shown


@settings(max_examples=400, deadline=None)
@given(LINES)
def test_nothing_is_passed_over_in_a_text(text: str) -> None:
    slow = Redactor(Plan())
    shown = slow.node(text)
    if slow.count:
        assert Redactor(Plan()).hidden(text) == shown


@pytest.mark.parametrize("text", ["0471&nbsp;11&nbsp;22&nbsp;33", "053&nbsp;<!-- a -->83&nbsp;94%2076"])
def test_letters_of_a_code_are_none_between_digits(text: str) -> None:
    assert Redactor(Plan()).hidden(text) == HIDDEN == Redactor(Plan()).node(text)
