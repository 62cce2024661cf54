"""Markdown → blocks of the document tree: what is read, what stays text, and what can never get through."""

from __future__ import annotations

from collections.abc import Iterable
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elzctl.render.markdown import LARGEST, Reader, clean, inlines, plain
from elzctl.render.markdown_blocks import DEEPEST
from elzctl.render.markdown_rules import MOST_SIGNS
from elzctl.render.tree import (
    Block,
    Break,
    Bullets,
    Code,
    Emphasis,
    Heading,
    Inline,
    Item,
    Jump,
    Link,
    Listing,
    Numbered,
    Paragraph,
    Quote,
    Rule,
    Strong,
    Table,
    Text,
)
from elzctl.render.vetted import is_vetted


def jump(name: str, words: str) -> Inline:
    """A reference as a plan would resolve it: ids that begin with ``geen`` do not exist."""
    return Text(words or name) if name.startswith("geen") else Jump(name, (Text(words or f"3.3.6 {name}"),))


def read(text: str) -> tuple[Block, ...]:
    return Reader(jump).blocks(text)


def line(text: str) -> tuple[Inline, ...]:
    """The inline content of a text that is one paragraph."""
    (paragraph,) = read(text)
    assert isinstance(paragraph, Paragraph)
    return paragraph.children


def paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def words(found: Iterable[Block]) -> str:
    """Everything that a reader would see, in order."""
    seen = []
    for block in found:
        if isinstance(block, (Paragraph, Heading)):
            seen.append(plain(block.children))
        elif isinstance(block, (Bullets, Numbered)):
            seen.extend(words(item.blocks) for item in block.items)
        elif isinstance(block, Quote):
            seen.append(words(block.blocks))
        elif isinstance(block, Listing):
            seen.append(block.text)
        elif isinstance(block, Table):
            seen.extend(plain(cell) for row in (block.head, *block.rows) for cell in row)
    return " ".join(seen)


# What is read


def test_a_text_becomes_blocks_in_order() -> None:
    text = "Een alinea\nover twee regels.\n\n- een\n- twee\n\n> Citaat\n\n---\n\n```\n<b> x\n```\n\n3. drie\n4. vier\n"
    assert read(text) == (
        paragraph("Een alinea over twee regels."),
        Bullets((Item((paragraph("een"),)), Item((paragraph("twee"),)))),
        Quote((paragraph("Citaat"),)),
        Rule(),
        Listing("<b> x"),
        Numbered((Item((paragraph("drie"),)), Item((paragraph("vier"),))), 3),
    )


@pytest.mark.parametrize(
    ("text", "children"),
    [
        ("**vet** en *schuin*", (Strong((Text("vet"),)), Text(" en "), Emphasis((Text("schuin"),)))),
        ("***beide***", (Emphasis((Strong((Text("beide"),)),)),)),
        ("`a <b> **c**`", (Code("a <b> **c**"),)),
        ("een  \ntwee\\\ndrie", (Text("een"), Break(), Text("twee"), Break(), Text("drie"))),
        ("R&amp;D &euro; &#8364; &amp;lt; \\*", (Text("R&D € € &lt; *"),)),
        ("snake_case_naam 2*3*4", (Text("snake_case_naam 2"), Emphasis((Text("3"),)), Text("4"))),
        ("<https://elz.be> <info@elz.be>", None),
    ],
)
def test_a_line_becomes_inline_nodes(text: str, children: tuple[Inline, ...] | None) -> None:
    expected = (
        Link("https://elz.be", (Text("https://elz.be"),)),
        Text(" "),
        Link("mailto:info@elz.be", (Text("info@elz.be"),)),
    )
    assert line(text) == (children or expected)


@pytest.mark.parametrize(("marks", "level"), [("#", 4), ("##", 4), ("###", 5), ("####", 6), ("######", 6)])
def test_headings_begin_at_the_level_that_is_asked(marks: str, level: int) -> None:
    assert Reader(jump).blocks(f"{marks} Wat?", top=4) == (Heading(level, "", (Text("Wat?"),)),)


def test_an_empty_heading_is_no_heading() -> None:
    assert read("##\n\ntekst") == (paragraph("tekst"),)


def test_task_items_have_a_box() -> None:
    (found,) = read("- [x] klaar\n- [ ] **open**\n- [X]\n- [y] geen taak\n- \\[ ] geen taak\n- [x](https://elz.be)\n")
    assert isinstance(found, Bullets)
    assert [item.checked for item in found.items] == [True, False, True, None, None, None]
    assert found.items[0].blocks == (paragraph("klaar"),)
    assert found.items[1].blocks == (Paragraph((Strong((Text("open"),)),)),)
    assert found.items[2].blocks == ()
    assert found.items[4].blocks == (paragraph("[ ] geen taak"),)


def test_items_hold_more_than_a_line() -> None:
    (found,) = read("- [ ] taak\n\n  uitleg\n\n  1. eerst\n")
    assert found == Bullets(
        (Item((paragraph("taak"), paragraph("uitleg"), Numbered((Item((paragraph("eerst"),)),))), checked=False),)
    )


def test_a_table_has_equal_rows() -> None:
    (found,) = read("| Wie | Wat |\n|:--|--:|\n| CAW | [[a\\|actie a]] |\n| CM |\n")
    caw, cm = (Text("CAW"),), (Text("CM"),)
    assert found == Table("", ((Text("Wie"),), (Text("Wat"),)), ((caw, (Jump("a", (Text("actie a"),)),)), (cm, ())))


# References


@pytest.mark.parametrize(
    ("text", "child"),
    [
        ("[[jonge-mantelzorgers]]", Jump("jonge-mantelzorgers", (Text("3.3.6 jonge-mantelzorgers"),))),
        ("[[ a | deze actie ]]", Jump("a", (Text("deze actie"),))),
        ("[[a|deze\nactie]]", Jump("a", (Text("deze actie"),))),
        ("**[[a|zo]]**", Strong((Jump("a", (Text("zo"),)),))),
        ("[[geen-actie]]", Text("geen-actie")),
        ("`[[a]]`", Code("[[a]]")),
        ("\\[[a]]", Text("[[a]]")),
        ("[[]] [[ ]] [[a", Text("[[]] [[ ]] [[a")),
        ("![[[a]]](x.png)", Text("3.3.6 a")),
        ("[![[[a]]](x.png)](https://elz.be)", Link("https://elz.be", (Text("3.3.6 a"),))),
    ],
)
def test_references_are_resolved_where_text_is(text: str, child: Inline) -> None:
    assert line(text) == (child,)


def test_a_title_is_text_with_references_and_nothing_else() -> None:
    assert inlines("*Zie* [[a]] & <b>,\n`1`", jump) == (
        Text("*Zie* "),
        Jump("a", (Text("3.3.6 a"),)),
        Text(" & <b>, `1`"),
    )
    assert Reader(jump).inlines("[[ ]]") == (Text("[[ ]]"),)
    assert inlines("", jump) == ()


def test_the_words_alone() -> None:
    assert plain(line("een **twee `drie`**  \n[vier](https://elz.be) [[a|vijf]]")) == "een twee drie vier vijf"


# What stays text


@pytest.mark.parametrize(
    "text",
    [
        "<b>vet</b>",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[nota]: https://elz.be",
        "titel\n===",
        "~~weg~~",
        "www.elz.be",
        ":smile: --- (c) $x$ {{ 7*7 }} {% x %}",
    ],
)
def test_what_is_not_read_is_shown_as_typed(text: str) -> None:
    assert line(text) == (Text(text.replace("\n", " ")),)


def test_indented_text_is_no_code() -> None:
    assert read("Eerst.\n\n    Dan.") == (paragraph("Eerst."), paragraph("Dan."))


def test_comments_are_not_shown() -> None:
    assert read("zichtbaar <!-- niet **dit**\n\nof dit --> wel") != ()
    assert "dit" not in words(read("zichtbaar <!-- niet **dit**\n\nof dit --> wel <!-- dit"))


# Links


@pytest.mark.parametrize(
    "href",
    [
        "https://elz.be",
        "HTTP://ELZ.BE/a_(b)?c=d&source=e#f",
        "https://[2001:db8::1]:8080/",
        "https://zorg.be:443",
        "mailto:info@elz.be?subject=Vraag",
    ],
)
def test_links_out_are_kept_as_they_are(href: str) -> None:
    assert line(f"[x](<{href}>)") == (Link(href, (Text("x"),)),)


def test_links_with_other_letters_are_kept_as_browsers_write_them() -> None:
    assert line("[x](https://café.be/é)") == (Link("https://xn--caf-dma.be/%C3%A9", (Text("x"),)),)


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "&#106;avascript:alert(1)",
        "javascript&colon;alert(1)",
        "&#x6A;&#x61;vascript:alert(1)",
        "java&Tab;script:alert(1)",
        "java&NewLine;script:alert(1)",
        "\x01javascript:alert(1)",
        "java\u200bscript:alert(1)",
        "vbscript:x",
        "data:text/html,%3Cscript%3Ealert(1)%3C/script%3E",
        "data:image/png;base64,AAAA",
        "file:///etc/passwd",
        "//elz.be/x",
        "\\\\server\\share",
        "/\\elz.be",
        "https:\\\\elz.be",
        "https:elz.be",
        "https:///elz.be",
        "https://",
        "https://user@elz.be",
        "https://elz.be@kwaad.be",
        "https://elz.be\\@kwaad.be",
        "https://elz.be%2f@kwaad.be",
        "ftp://elz.be",
        "tel:+3250000000",
        "blob:https://elz.be/1",
        "view-source:https://elz.be",
        "intent://elz.be",
        "../private/lijst.md",
        "plan/actions/a.md",
        "?q=1",
        "mailto:",
        "mailto:info",
        "#",
        "#a b",
        "",
    ],
)
def test_a_link_that_leads_elsewhere_keeps_only_its_words(href: str) -> None:
    assert line(f"[*hier*](<{href}>) en verder") == (Emphasis((Text("hier"),)), Text(" en verder"))
    assert not is_vetted(href)


def test_a_link_in_the_document_is_a_jump() -> None:
    assert line("[x](#jonge-mantelzorgers)") == (Jump("jonge-mantelzorgers", (Text("x"),)),)
    assert read("[](#a)") == ()


def test_a_link_without_words_shows_where_it_leads() -> None:
    assert line("[](https://elz.be)") == (Link("https://elz.be", (Text("https://elz.be"),)),)


@pytest.mark.parametrize(
    ("text", "child"),
    [
        ("![Kaart *van* Dender](kaart.png)", Text("Kaart van Dender")),
        ("![Kaart](https://elz.be/k.png)", Link("https://elz.be/k.png", (Text("Kaart"),))),
        ("![](https://elz.be/k.png)", Link("https://elz.be/k.png", (Text("https://elz.be/k.png"),))),
        ("![Kaart](data:image/png;base64,AA)", Text("Kaart")),
        ("[![Kaart](https://a.be/k.png)](https://b.be)", Link("https://b.be", (Text("Kaart"),))),
    ],
)
def test_an_image_is_its_words(text: str, child: Inline) -> None:
    assert line(text) == (child,)


# Characters that cannot be seen

UNSEEN = "\x00\x07\x1b\x7f\x80\x9b\xad\u200b\u200d\u200e\u202a\u202e\u2060\u2066\u2069\ufeff\ud800\U000e0041"


@pytest.mark.parametrize("character", UNSEEN)
def test_unseen_characters_are_dropped(character: str) -> None:
    assert clean(f"a{character}b") == "ab"
    assert line(f"a{character}b **c{character}**") == (Text("ab "), Strong((Text("c"),)))
    assert inlines(f"a{character}b", jump) == (Text("ab"),)


@pytest.mark.parametrize("entity", ["&#x202e;", "&#8238;", "&#x200b;", "&ZeroWidthSpace;", "&shy;", "&#x2066;", "&#7;"])
def test_unseen_characters_by_their_number_are_dropped(entity: str) -> None:
    assert plain(line(f"a{entity}b")).replace("\ufffd", "") == "ab"


def test_line_endings_are_one() -> None:
    assert read("een\r\ntwee\rdrie\r\n\r\nvier") == (paragraph("een twee drie"), paragraph("vier"))
    assert line("een\x0btwee\u2028drie") == (Text("een twee drie"),)


# Limits


@pytest.mark.parametrize("unit", ["> ", "- ", "1. ", "> - ", "* 1. > "])
@pytest.mark.parametrize("times", [DEEPEST, DEEPEST + 1, 40, 2000])
def test_no_word_is_lost_in_deep_lists(unit: str, times: int) -> None:
    assert "binnenin" in words(read(unit * times + "binnenin"))


def test_no_word_is_lost_in_lists_that_step_inwards() -> None:
    text = "\n".join("  " * depth + f"- punt{depth}" for depth in range(60))
    assert [f"punt{depth}" for depth in range(60) if f"punt{depth}" not in words(read(text)).split()] == []


@pytest.mark.parametrize(
    "text", ["*a " * 3000 + "b*" * 3000, "**" * 3000 + "a" + "**" * 3000, "[" * 3000 + "a" + "]" * 3000]
)
def test_deep_emphasis_and_brackets_do_not_raise(text: str) -> None:
    assert "a" in words(read(text))


def test_a_text_over_the_limit_is_shown_as_typed_and_cut() -> None:
    fits = "é" * (LARGEST // 2)
    assert read(fits) == (paragraph(fits),)
    assert read(fits + "é") == (Listing(fits + "…"),)


# For any text

MARKED = st.text(st.sampled_from("aZ é1.)-+*_#>=|:~`[]()<>&;!\\\"'/\t\n "), max_size=60)
PLAINISH = st.text(st.sampled_from("abé12.)( ,-#>=|:~\n\t\u00a0\u3000"), max_size=30)
ANY = st.one_of(MARKED, PLAINISH, st.text(max_size=60))


@given(ANY)
def test_the_short_way_says_the_same_as_the_parser(text: str) -> None:
    reader = Reader(jump)
    text = clean(text).replace("<!--", "").replace(":::", "").lstrip("\n").rstrip()
    assert reader.blocks(text) == reader.parsed(text, 5)


@given(st.lists(ANY, max_size=6))
def test_a_reader_does_not_remember(texts: list[str]) -> None:
    reader = Reader(jump)
    assert [reader.blocks(text) for text in texts] == [read(text) for text in texts]


@given(ANY)
def test_nothing_unseen_comes_through(text: str) -> None:
    seen = words(read(text))
    assert clean(seen) == seen


@given(
    st.lists(st.sampled_from(["* een", "> twee", "drie", "1. vier", "  vijf", "## zes", "| zeven |", ""]), max_size=30)
)
def test_every_word_is_there_in_order(lines: list[str]) -> None:
    known = {"een", "twee", "drie", "vier", "vijf", "zes", "zeven"}
    expected = [word for text in lines for word in text.split() if word in known]
    assert [word for word in words(read("\n".join(lines))).split() if word in known] == expected


@pytest.mark.parametrize("sign", ["*", "_", "[", "![", "a_", "[a](", "[a](b", "**a", "<a@", "[[", "*a ", "&"])
def test_a_paragraph_of_nothing_but_signs_is_shown_as_it_was_typed_and_at_once(sign: str) -> None:
    text = f"x {sign * 20_000}".rstrip()
    start = process_time()
    assert read(text) == (paragraph(text),)
    assert Reader(jump).line(text) == (Text(text),)
    assert process_time() - start < 1.0
    assert read(f"{text}\n\nEn *dit* niet.")[1] == Paragraph((Text("En "), Emphasis((Text("dit"),)), Text(" niet.")))


def test_a_paragraph_with_many_links_is_read() -> None:
    found = line("[hier](https://voorbeeld.be), " * (MOST_SIGNS // 2))
    assert sum(isinstance(one, Link) for one in found) == MOST_SIGNS // 2


def test_a_picture_made_of_several_stays_one_and_nothing_else_keeps_what_joins() -> None:
    family, doctor = "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f469\u200d\u2695\ufe0f"
    assert clean(f"Gezin {family}, {doctor}.") == f"Gezin {family}, {doctor}."
    assert clean("a\u200db \U0001f468\u200d a\u200d\U0001f468 1\u200d2") == "ab \U0001f468 a\U0001f468 12"


REFERRING = st.lists(
    st.one_of(st.sampled_from(["[[a-b]]", "[[ a | b]]", "[[a|]]", "[[ ]]", "[[a]", "!", "(https://b.be)", "@a"]), ANY),
    max_size=6,
).map("".join)


@given(REFERRING)
def test_the_short_way_of_a_line_says_the_same_as_the_parser(text: str) -> None:
    reader = Reader(jump, rename=str.upper)
    text = " ".join(clean(text).split())
    assert reader.line(text) == reader.parsed_line(text)
