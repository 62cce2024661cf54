"""Data in canonical form says the same, keeps every comment, and is then left as it is."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from elzctl import fields, fields_meetings
from elzctl.canonical import Odd, canonical
from elzctl.kinds import Keyed, Many, Short, Words
from elzctl.nodes import compose
from elzctl.schema import Kind, Record
from elzctl.source import Source

TABLES: dict[str, Kind] = {
    "action": fields.ACTION,
    "meeting": fields_meetings.MEETING,
    "settings": fields.SETTINGS,
    "goals": fields.GOALS,
    "actors": fields.ACTORS,
    "series": fields_meetings.SERIES,
}


def action(text: str) -> str:
    return canonical(text, fields.ACTION, alone=False)


def read(text: str) -> Any:
    """The data as another program reads it, all scalars as text."""
    return yaml.load(text, getattr(yaml, "CBaseLoader", yaml.BaseLoader))


def comments(text: str) -> Counter[str]:
    """The comments of a text in which each is a number of its own."""
    return Counter(re.findall(r"#c\d+", text))


# Examples


def test_keys_come_in_the_order_of_their_table() -> None:
    assert (
        action("title: Koffie\nstatus: running\nnumber: 1.1.1\n") == "number: 1.1.1\ntitle: Koffie\nstatus: running\n"
    )


def test_keys_that_nobody_knows_come_last_in_their_own_order() -> None:
    assert action("zon: x\nkleur: y\ntitle: Koffie\n") == "title: Koffie\nzon: x\nkleur: y\n"


def test_names_that_the_zone_chooses_stay_in_their_order() -> None:
    text = "target_groups:\n  zwangeren: Z\n  burgers: B\n"
    assert canonical(text, fields.SETTINGS, alone=True) == text


def test_a_comment_goes_with_the_key_that_it_stands_above_or_behind() -> None:
    text = "title: Koffie   # kort\n# nog na te vragen\nnumber: 1.1.1 # voorlopig\n"
    assert action(text) == "# nog na te vragen\nnumber: 1.1.1 # voorlopig\ntitle: Koffie   # kort\n"


def test_comments_stay_at_the_depth_of_what_they_are_about() -> None:
    text = """\
steps:
- what: Een
  # bij de stap
# tussen twee stappen
- what: Twee
  # - what: Drie
# over het nummer
number: 1.1.1
"""
    assert (
        action(text)
        == """\
# over het nummer
number: 1.1.1
steps:
  - what: Een
    # bij de stap
  # tussen twee stappen
  - what: Twee
    # - what: Drie
"""
    )


def test_the_words_at_the_top_of_a_file_stay_at_the_top() -> None:
    text = "# Wie we zijn.\nyear: 2025\ntitle: Plan\n"
    assert canonical(text, fields.SETTINGS, alone=True) == "# Wie we zijn.\ntitle: Plan\nyear: 2025\n"
    text = "# Over de fiche.\n\n# De titel.\ntitle: Koffie\nnumber: 1.1.1\n"
    assert action(text) == "# Over de fiche.\n\nnumber: 1.1.1\n# De titel.\ntitle: Koffie\n"


def test_folded_values_and_lists_come_on_one_line() -> None:
    text = "title: Koffie\n  en taart\nreason: \"Te weinig\n\n  handen\"\nlead: [kring,\n  apothekers ]\nno_evaluation: 'dat\n  is ''t'\n"
    assert action(text) == (
        "title: Koffie en taart\nlead: [kring, apothekers]\nno_evaluation: 'dat is ''t'\nreason: \"Te weinig\\nhanden\"\n"
    )


def test_a_list_with_comments_in_it_keeps_its_lines() -> None:
    text = "lead: [kring,   # eerst\n    apothekers]\n"
    assert action(text) == "lead: [kring,   # eerst\n  apothekers]\n"


def test_everything_stands_two_blanks_deeper() -> None:
    text = "steps:\n-    due: 2025\n     what: Een\ncondition:\n        what:   |\n            eerst\n              dan\n\n        by:\n          2025\n"
    assert action(text) == (
        "steps:\n  - what: Een\n    due: 2025\ncondition:\n  what: |\n    eerst\n      dan\n\n  by: 2025\n"
    )


@pytest.mark.parametrize(
    "text", ["title: 'Koffie'\n", 'title: "Koffie"\n', "lead: ['kring', \"b\"]\n", "due: NO\n", ""]
)
def test_a_value_stays_as_it_was_typed(text: str) -> None:
    assert action(text) == text


@pytest.mark.parametrize(
    "text", ["? title\n: x\n", "a: &b c\n", "a: [\n", "title: x\x85y\n", "title: x\n...\n", "a: |+\n  x\n\n"]
)
def test_what_cannot_safely_be_put_in_order_is_refused(text: str) -> None:
    with pytest.raises(Odd):
        action(text)


# Properties


class _Drawing:
    """Data of a table, written in one of the many ways in which it can be."""

    def __init__(self, draw: Any) -> None:
        self.draw = draw
        self.count = 0

    def comment(self, *, often: int = 4) -> str:
        if self.draw(st.integers(0, often)):
            return ""
        self.count += 1
        return f"#c{self.count} " + str(self.draw(st.sampled_from(["", "a: b", "[x", "'", '"', "# - y"])))

    def between(self, column: int) -> list[str]:
        """Lines above a key: comments at about its column, and empty ones."""
        lines = []
        for _ in range(self.draw(st.integers(0, 2))):
            text = self.comment(often=1)
            lines.append(" " * self.draw(st.sampled_from([column, column, 0, column + 2])) + text if text else "")
        return lines

    def scalar(self, column: int, *, flow: bool = False) -> str:
        word = self.draw(st.sampled_from(["kring", "3.3.6", "De ’s morgens", "a:b", "NO", "x #y".replace(" ", "")]))
        pad = "\n" + " " * (column + self.draw(st.integers(1, 3)))
        forms = [
            word,
            f"'{word}'",
            f'"{word}"',
            f"'{word}''s{pad}en meer'",
            f'"{word}{pad}en\\tmeer{pad}{pad}dan"',
            f"{word}{pad}en meer",
        ]
        if not flow:
            inner = " " * (column + self.draw(st.integers(1, 4)))
            mark = self.draw(st.sampled_from(["|", ">", "|-", ">-"]))
            behind = self.comment()
            body = f"{inner}{word}\n{inner}  dieper\n\n{inner}en # geen commentaar"
            forms += ["", f"{mark}{' ' + behind if behind else ''}\n{body}"]
        return str(self.draw(st.sampled_from(forms)))

    def flow(self, kind: Any, column: int, depth: int) -> str:
        gap = self.draw(st.sampled_from(["", " ", "\n" + " " * (column + 1)]))
        record = kind.record if isinstance(kind, Short) else kind
        if isinstance(kind, Many) and depth < 3:
            items = [self.flow(kind.kind, column, depth + 1) for _ in range(self.draw(st.integers(0, 3)))]
            return f"[{gap}{f',{gap}'.join(items)}{gap}]" if gap or items else "[]"
        if isinstance(record, Record) and depth < 3:
            keys = self.draw(st.lists(st.sampled_from(sorted(record.fields)), min_size=1, max_size=3, unique=True))
            pairs = [f"{key}: {self.flow(record.fields[key].kind, column, depth + 1)}" for key in keys]
            return f"{{{gap}{f',{gap} '.join(pairs)}{gap}}}"
        return self.scalar(column, flow=True)

    def lines(self, kind: Any, column: int, depth: int) -> list[str]:
        """Keys or items at a column; an empty list for what is no such thing."""
        record = kind.record if isinstance(kind, Short) else kind
        if depth > 3:
            return []
        found: list[str] = []
        if isinstance(kind, Many):
            for _ in range(self.draw(st.integers(1, 3))):
                gap = self.draw(st.integers(1, 3))
                inner = self.lines(kind.kind, column + 1 + gap, depth + 1)
                first = inner[0].lstrip(" ") if inner else self.scalar(column)
                found += [*self.between(column), f"{' ' * column}-{' ' * gap}{first}", *inner[1:]]
        elif isinstance(kind, Keyed | Words):
            for key in self.draw(st.lists(st.sampled_from(["zee", "aap", "mus"]), min_size=1, unique=True)):
                own = kind.record if isinstance(kind, Keyed) else None
                found += self.pair(key, own, column, depth)
        elif isinstance(record, Record):
            names = [*record.fields, "vreemd"]
            for key in self.draw(st.lists(st.sampled_from(names), min_size=1, max_size=5, unique=True)):
                below = record.fields[key].kind if key in record.fields else None
                found += self.pair(key, below, column, depth, bare=not found)
        return found

    def pair(self, key: str, kind: Kind | None, column: int, depth: int, *, bare: bool = False) -> list[str]:
        name = " " * column + self.draw(st.sampled_from([key, key, key, f'"{key}"'])) + ":"
        above = [] if bare else self.between(column)
        behind = self.comment()
        behind = f"  {behind}" if behind else ""
        deeper = column + self.draw(st.integers(1, 4))
        if isinstance(kind, Many) and self.draw(st.booleans()):
            deeper = column
        inner = self.lines(kind, deeper, depth + 1) if self.draw(st.booleans()) else []
        if inner:
            return [*above, name + behind, *self.between(deeper), *inner]
        value = self.flow(kind, column, depth) if self.draw(st.booleans()) else self.scalar(column)
        if self.draw(st.integers(0, 5)) == 0 and value and value[0] not in "|>":
            return [*above, f"{name}{behind}", *self.between(deeper), f"{' ' * (column + 1)}{value}"]
        return [*above, f"{name} {value}" + ("" if value[:1] in ("|", ">") else behind)]


@st.composite
def written(draw: Any) -> tuple[str, str]:
    """The name of a table, and data of it."""
    name = draw(st.sampled_from(sorted(TABLES)))
    drawing = _Drawing(draw)
    lines = [*drawing.between(0), *drawing.lines(TABLES[name], 0, 0), *drawing.between(0)]
    return name, "\n".join(lines) + "\n"


def sound(text: str) -> bool:
    """True for data in which everybody sees the same."""
    return not compose(Source("", b"", text), 0, len(text))[1]


def keys_in_order(value: Any, kind: Any) -> bool:
    record = kind.record if isinstance(kind, Short) else kind
    if isinstance(kind, Many) and isinstance(value, list):
        return all(keys_in_order(item, kind.kind) for item in value)
    if isinstance(kind, Keyed) and isinstance(value, dict):
        return all(keys_in_order(item, kind.record) for item in value.values())
    if isinstance(record, Record) and isinstance(value, dict):
        known = [key for key in value if key in record.fields]
        inner = all(keys_in_order(value[key], record.fields[key].kind) for key in known)
        return inner and known == [key for key in record.fields if key in value] and list(value)[: len(known)] == known
    return True


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(written(), st.booleans())
def test_values_and_comments_stay_keys_come_in_order_and_the_second_time_changes_nothing(
    one: tuple[str, str], alone: bool
) -> None:
    name, text = one
    assume(sound(text))
    kind = TABLES[name]
    made = canonical(text, kind, alone=alone)
    assert read(made) == read(text)
    assert comments(made) == comments(text)
    assert keys_in_order(read(made), kind)
    assert canonical(made, kind, alone=alone) == made
    assert not re.search(r"\n\n\n|\A\n|\n\n\Z", made) or "dieper" in made


PIECES = [
    *"-?:,[]{}#&*!|>'\"%@`~ \n\t",
    "\n",
    " ",
    "  ",
    ": ",
    "- ",
    " #",
    "title",
    "number",
    "lead",
    "x",
    "é",
    "\n  ",
    "\n- ",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join), st.sampled_from(sorted(TABLES)))
def test_any_text_says_the_same_or_is_refused(text: str, name: str) -> None:
    try:
        made = canonical(text, TABLES[name], alone=True)
    except Odd:
        return
    assert read(made) == read(text)
    assert canonical(made, TABLES[name], alone=True) == made
