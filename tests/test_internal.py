"""Internal parts of texts: what is hidden, where a part opens and closes, and that nothing of it is ever left."""

from __future__ import annotations

import pickle
import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elzctl.internal import all_without_internal, walls, without_internal
from elzctl.meeting import Minutes, Passage
from elzctl.minutes import read_minutes
from elzctl.source import Prose, Source
from elzctl.value import replace


@pytest.mark.parametrize(
    ("text", "public"),
    [
        ("Open.\n::: intern\nGeheim.\n:::\nWeer open.\n", "Open.\n\n\n\nWeer open.\n"),
        ("::: internal\nGeheim.\n:::", "\n\n"),
        (":::intern\nGeheim.\n:::\n", "\n\n\n"),
        ("::: Intern :::\nGeheim.\n::::\nOpen.", "\n\n\nOpen."),
        ("::::: {.intern}\nGeheim.\n:::\nOpen.", "\n\n\nOpen."),
        ("  ::: intern\n  Geheim.\n  :::\nOpen.", "\n\n\nOpen."),
        ("Open.\r\n::: intern\r\nGeheim.\r\n:::\r\nOpen.\r\n", "Open.\r\n\r\n\r\n\r\nOpen.\r\n"),
        ("Open.\r::: intern\rGeheim.\r:::\rOpen.", "Open.\r\r\r\rOpen."),
        ("Een lijn met ::: intern erin.\nEn nog een.", "Een lijn met ::: intern erin.\nEn nog een."),
        ("Twee dubbele punten:: intern\n", "Twee dubbele punten:: intern\n"),
        ("Een lijn ::: intern geheim ::: en meer", "Een lijn "),
        ("Een lijn met :::: teken", "Een lijn met "),
        ("Een lijn met :::", "Een lijn met :::"),
        ("", ""),
    ],
)
def test_what_stands_between_the_walls_becomes_empty_lines(text: str, public: str) -> None:
    assert without_internal(text) == public


@pytest.mark.parametrize(
    "line",
    [
        "::: intern",
        "::: tip",
        "> ::: intern",
        "- ::: intern",
        "* ::: intern",
        "**::: intern**",
        "\u200b::: intern",
        "\u2028::: intern",
    ],
)
def test_rather_too_much_is_hidden_than_too_little(line: str) -> None:
    assert without_internal(f"Open.\n{line}\nGeheim.\n").strip() == "Open."


def test_a_part_without_an_end_goes_on_to_the_end_of_the_text() -> None:
    assert without_internal("Open.\n::: intern\nGeheim.\n\n## Ook geheim\n") == "Open.\n\n\n\n\n"


def test_a_part_that_opens_in_another_one_does_not_close_it() -> None:
    text = "::: intern\nEen.\n::: intern\nTwee.\n:::\nOpen.\n"
    assert without_internal(text).split() == ["Open."]
    assert [wall.word for wall in walls(text)] == ["intern", "intern", ""]


def test_colons_in_code_within_a_part_do_not_close_it() -> None:
    assert without_internal("::: intern\n```\n:::\n```\nGeheim.\n:::\nOpen.\n").split() == ["Open."]
    assert without_internal("::: intern\n```\n:::\nGeheim.\n").split() == []


def test_a_part_opens_in_code_that_somebody_forgot_to_close() -> None:
    assert without_internal("```\nOpen.\n::: intern\nGeheim.\n:::\n```\n").split() == ["```", "Open.", "```"]


def test_a_part_goes_on_over_texts_that_follow_each_other() -> None:
    texts = ["Open.\n::: intern\nGeheim.\n", "Ook geheim.\n", "En dit.\n:::\nWeer open.\n", "Open."]
    assert list(all_without_internal(texts)) == ["Open.\n\n\n", "\n", "\n\nWeer open.\n", "Open."]


def test_a_wall_knows_its_place() -> None:
    text = "Open.\n  ::: intern\nGeheim.\n"
    (wall,) = walls(text)
    assert text[wall.line : wall.end] == "  ::: intern"
    assert text[wall.start : wall.end] == "::: intern"


LINES = st.sampled_from(
    [
        "open",
        "GEHEIM",
        "::: intern",
        ":::",
        "> :::",
        "- ::: intern",
        "```",
        "~~~~",
        "",
        "  ",
        ":: geen",
        "a ::: b",
        "\u2028:::",
        "::: \u200b",
    ]
)
TEXTS = st.lists(st.tuples(LINES, st.sampled_from(["\n", "\r\n", "\r", ""])).map("".join), max_size=12).map("".join)


@given(TEXTS)
def test_every_line_keeps_its_number_and_a_second_time_changes_nothing(text: str) -> None:
    public = without_internal(text)
    assert re.findall(r"[\r\n]", public) == re.findall(r"[\r\n]", text)
    assert without_internal(public) == public
    assert all(word in text for word in public.split())


@given(TEXTS, TEXTS)
def test_what_follows_an_open_part_never_shows(before: str, after: str) -> None:
    hidden = without_internal(f"{before}\n::: intern\n{after.replace(':', ';')}")
    assert hidden.startswith(without_internal(f"{before}\n"))
    assert not hidden[len(without_internal(f"{before}\n")) :].strip()


MINUTES = st.lists(
    st.tuples(
        LINES
        | st.sampled_from(
            ["- [ ] punt @aa", "  - bijdrage @aa: ja", "BESLUIT: zo", "SIGNAAL: hm", "## 2. kop", "> citaat", "verder"]
        ),
        st.sampled_from(["\n", "\n", "\r\n"]),
    ).map("".join),
    max_size=14,
).map("".join)


@given(MINUTES)
def test_minutes_and_texts_agree_on_what_is_internal(text: str) -> None:
    source = Source("m.md", b"", text)
    minutes, _ = read_minutes(Prose(text, source.span(0, len(text))), "2025-05-13-overleg")
    public = without_internal(f"{text}\n\n").split()
    shown = [
        text[piece.span.start : piece.span.end] if not isinstance(piece, Passage) else piece.prose.text
        for item in minutes.items
        for piece in item.pieces
        if not piece.internal
    ]
    assert not Counter(" ".join(shown).split()) - Counter(public)
    assert [item.title for item in minutes.items if item.internal] == [
        item.title
        for item in minutes.items
        if item.title and not without_internal(text[: item.span.end]).rstrip("\r").endswith(item.title)
    ]


@pytest.mark.parametrize("line", ["> ::: intern", "- ::: intern", "  * ::: intern", "::: {.intern}"])
def test_in_minutes_a_part_opens_as_it_does_in_texts(line: str) -> None:
    text = f"- [ ] Open @aa\n{line}\n- [ ] Geheim @aa\n:::\nBESLUIT: Open\n"
    minutes, _ = read_minutes(Prose(text, Source("m.md", b"", text).span(0, len(text))), "2025-05-13-overleg")
    assert [(one.text, one.internal) for one in minutes.noted()] == [("Open", False), ("Geheim", True), ("Open", False)]


def test_minutes_that_wait_to_be_taken_apart_are_values_like_others() -> None:
    text = "Vooraf.\n\n## 1. Punten\n\n- [ ] Doen @aa [[koffie]]\n"

    def read() -> Minutes:
        return read_minutes(Prose(text, Source("m.md", b"", text).span(0, len(text))), "2025-05-13-overleg")[0]

    whole = read()
    assert [item.title for item in whole.items] == ["", "Punten"]
    assert [reference.id for reference in whole.references] == ["koffie"]
    assert whole == read() == pickle.loads(pickle.dumps(read())) == Minutes(whole.items, whole.references)
    assert list(replace(read(), items=()).noted()) == []
    assert (
        [noted.text for noted in Minutes(whole.items).noted()] == [noted.text for noted in read().noted()] == ["Doen"]
    )


def test_a_text_of_a_hundred_thousand_walls_is_read_in_a_moment() -> None:
    assert without_internal("::: intern\nGeheim\n:::\n" * 100_000).strip() == ""
    assert without_internal("\r" * 200_000 + " " * 200_000 + ":::") is not None
