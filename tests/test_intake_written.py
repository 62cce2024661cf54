"""Blocks of a document → Markdown of our files: reads back the same, and nothing in it becomes more than words."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hostile_texts import HOSTILE
from hypothesis import example, given
from hypothesis import strategies as st

from elzctl.decode import decode
from elzctl.front_matter import Front, split
from elzctl.intake.paper import Block, Cell, Span
from elzctl.intake.written import inline, markdown
from elzctl.internal import walls
from elzctl.minutes import read_minutes
from elzctl.render.markdown import Reader
from elzctl.render.tree import Block as Node
from elzctl.render.tree import Bullets, Heading, Item, Numbered, Paragraph, Table, Text
from elzctl.sections import read_body, references
from elzctl.source import Prose
from elzctl.source import Span as Place


def words(node: Any) -> str:
    """What a reader sees, in order."""
    if isinstance(node, Text):
        return node.text
    if hasattr(node, "children"):
        return "".join(words(one) for one in node.children)
    if not hasattr(node, "_fields"):
        return " ".join(map(words, node))
    if isinstance(node, (Bullets, Numbered)):
        return " ".join(words(one) for one in node.items)
    if isinstance(node, Item):
        return " ".join(words(one) for one in node.blocks)
    if isinstance(node, Table):
        return " ".join(words(cell) for row in (node.head, *node.rows) for cell in row)
    return " ".join(words(one) for one in getattr(node, "blocks", ()))


def squeezed(text: str) -> str:
    return "".join(text.split())


def shown(text: str) -> tuple[Node, ...]:
    return Reader(lambda name, own: Text(f"VERWIJZING {name} {own}")).blocks(text)


def prose(text: str) -> Prose:
    return Prose(text, Place("x.md", 1, 1, 0, len(text)))


def need_inert(text: str) -> None:
    """Nothing in a text has a meaning of ours, whether it stands in a fiche or in minutes."""
    assert references(prose(text)) == ()
    assert list(walls(text)) == []
    minutes, _ = read_minutes(prose(text), "2025-05-13-overleg")
    assert list(minutes.noted()) == []
    body, _ = read_body(prose(text))
    assert body.sections == ()
    raw = f"---\ntitle: x\n---\n{text}\n".encode()
    source, finding = decode("plan/texts/x.md", raw)
    assert finding is None
    front = split(source)
    assert isinstance(front, Front)
    assert front.body.text == f"{text}\n"
    assert not re.search(r"<(?!https?://)[a-zA-Z/!?]|\{\{", text)


SIGNS = "\\`*_{}[]()<>#+-.!|~:=&@$%^'\"/?,;0123 abcDÉïz\t\u00a0☒•–€"
LINES = st.text(alphabet=SIGNS, min_size=1, max_size=40) | st.lists(
    st.sampled_from(
        [
            "BESLUIT",
            "SIGNAAL",
            ":",
            " ",
            "-",
            "- [ ]",
            "[x]",
            "[[",
            "]]",
            "|",
            "](",
            "http://voorbeeld.be/a_b",
            "<b>",
            "&amp;",
            "&lt;",
            "::: intern",
            ":::",
            "---",
            "# ",
            "1.",
            "2)",
            "@cm",
            "#tag",
            "tegen:2025",
            "op:9",
            "**",
            "*",
            "_",
            "`",
            "```",
            "~~~",
            "{{",
            "}}",
            "<!--",
            "-->",
            "woord",
            "Woord",
            "é",
            "naam@voorbeeld.be",
            "\\",
            ".",
            "x",
        ]
    ),
    min_size=1,
    max_size=12,
).map("".join)


@given(LINES)
@example("[[a]b](c)")
@example("&#35;x &&#64;y #x")
@example("<<<<<<< x")
@example("| --- |")
def test_any_line_reads_as_it_was_and_is_inert(line: str) -> None:
    made = inline(line)
    need_inert(made)
    assert "\n" not in made
    found = shown(made)
    assert all(isinstance(one, Paragraph) for one in found)
    assert squeezed(words(found)) == squeezed(line)


@pytest.mark.parametrize("line", HOSTILE)
def test_hostile_texts_are_words(line: str) -> None:
    made = inline(line)
    need_inert(made)
    assert "javascript:" not in re.sub(r"[^<]*", "", made)


def test_what_looks_like_a_link_has_no_sign_of_one_left() -> None:
    made = inline("[klik](javascript:alert(1)) en [hier](https://voorbeeld.be)")
    assert "](" not in made.replace("\\", "") or "]\\(" in made
    assert "](javascript" not in made


def test_characters_that_nobody_sees_are_left_out() -> None:
    assert inline("a\u202eb\u200bc\x07d\ufeff\ud800") == "abcd"


SPANS = st.builds(
    lambda start, length, strong, emphasis, link: Span(start, start + length, strong, emphasis, link),
    st.integers(0, 30),
    st.integers(1, 15),
    st.booleans(),
    st.booleans(),
    st.sampled_from(
        ["", "", "https://voorbeeld.be/a(b)?x=1&copy;=2", "javascript:alert(1)", "mailto:info@voorbeeld.be", "//x"]
    ),
)


@given(LINES, st.lists(SPANS, max_size=3))
def test_emphasis_and_links_change_no_word(line: str, spans: list[Span]) -> None:
    made = markdown([Block(line, (0,), spans=tuple(spans))])
    need_inert(made)
    assert squeezed(words(shown(made))) == squeezed(line)


BLOCKS = st.lists(
    st.builds(
        Block,
        text=LINES.filter(lambda text: bool(text.strip())),
        lines=st.just((0,)),
        level=st.sampled_from([0, 0, 0, 1, 2, 5]),
        depth=st.sampled_from([0, 0, 1, 1, 2, 3, 12]),
        marker=st.sampled_from(["", "-", "•", "1.", "2.", "3)", "a)", "o", "\uf0b7", "iv.", "1.1"]),
        check=st.sampled_from([None, None, True, False]),
        note=st.just(False),
        cell=st.none(),
    ),
    max_size=8,
)


@given(BLOCKS)
def test_any_blocks_read_back_with_the_same_words_in_order(blocks: list[Block]) -> None:
    made = markdown(blocks)
    need_inert(made)
    seen = squeezed(words(shown(made)))
    place = 0
    for block in blocks:
        found = seen.find(squeezed(block.text), place)
        assert found >= 0, (block, made)
        place = found + len(squeezed(block.text))


def listed(*items: tuple[int, str, str]) -> list[Block]:
    return [Block(text, (0,), depth=depth, marker=marker) for depth, marker, text in items]


def test_lists_are_as_deep_as_they_were() -> None:
    made = markdown(listed((1, "•", "een"), (2, "o", "onder"), (3, "-", "dieper"), (1, "•", "twee")))
    assert made == "- een\n  - onder\n    - dieper\n- twee"


def test_a_list_may_begin_deep_and_leap() -> None:
    assert markdown(listed((2, "-", "a"), (4, "-", "b"), (2, "-", "c"))) == "- a\n  - b\n- c"


def test_numbers_stay_what_they_were() -> None:
    made = markdown(listed((1, "3.", "drie"), (1, "4.", "vier"), (1, "7.", "zeven"), (1, "a)", "letter")))
    assert made == "3. drie\n4. vier\n- 7\\. zeven\n- a) letter"
    (numbered, bullets) = shown(made)
    assert isinstance(numbered, Numbered)
    assert numbered.start == 3
    assert squeezed(words(bullets)) == "7.zevena)letter"


def test_an_item_goes_on_in_a_paragraph_without_a_marker() -> None:
    made = markdown([*listed((1, "1.", "een")), Block("vervolg", (0,), depth=1), *listed((1, "2.", "twee"))])
    (numbered,) = shown(made)
    assert isinstance(numbered, Numbered)
    assert [len(item.blocks) for item in numbered.items] == [2, 1]


def test_headings_begin_at_the_marks_that_were_asked() -> None:
    made = markdown(
        [Block("Hoofdstuk", (0,), level=2, marker="1"), Block("Deel", (0,), level=4), Block("Zin.", (0,))], top=2
    )
    assert made == "## 1 Hoofdstuk\n\n#### Deel\n\nZin."
    assert isinstance(shown(made)[0], Heading)


def test_check_boxes_are_signs_and_no_action_points() -> None:
    assert markdown([Block("Procesevaluatie", (0,), check=True), Block("Output", (0,), check=False)]) == (
        "☒ Procesevaluatie\n\n☐ Output"
    )


def cells(*rows: tuple[str, ...]) -> list[Block]:
    return [
        Block(text, (0,), cell=Cell(1, row, column))
        for row, texts in enumerate(rows, start=1)
        for column, text in enumerate(texts, start=1)
        if text
    ]


def test_a_small_table_is_a_table() -> None:
    made = markdown(cells(("Wie", "Wat"), ("CM", "a|b"), ("", "|x")))
    (table,) = shown(made)
    assert isinstance(table, Table)
    assert [[words(cell) for cell in row] for row in (table.head, *table.rows)] == [
        ["Wie", "Wat"],
        ["CM", "a|b"],
        ["", "|x"],
    ]
    need_inert(made)


def test_a_table_with_lists_in_its_cells_is_paragraphs_in_order() -> None:
    made = markdown([*cells(("Hoe?", "Zo:")), Block("stap", (0,), depth=1, marker="-", cell=Cell(1, 1, 2))])
    assert made == "Hoe?\n\nZo:\n\n- stap"


def test_notes_stand_in_brackets() -> None:
    assert markdown([Block("Bron: bevraging.", (0,), note=True, marker="1")]) == "[1] Bron: bevraging."


def test_strong_words_stay_strong_where_markdown_can_say_it() -> None:
    block = Block("Een vet woord, en middenin.", (0,), spans=(Span(4, 8, strong=True), Span(19, 20, emphasis=True)))
    assert markdown([block]) == "Een **vet** woord, en m*i*ddenin."


def test_links_lose_what_follows_their_reader() -> None:
    block = Block(
        "Zie hier of https://voorbeeld.be/?utm_source=x&a=1.", (0,), spans=(Span(4, 8, link="https://v.be/?fbclid=1"),)
    )
    assert markdown([block]) == "Zie [hier](https://v.be/) of <https://voorbeeld.be/?a=1>."


def test_nothing_is_nothing() -> None:
    assert markdown([]) == ""
    assert markdown([Block("  ", (0,))]) == ""
