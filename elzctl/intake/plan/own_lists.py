"""What lists at the back of our own documents say of an action that its fiche does not: who leads a stub, when it ran, what was decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from elzctl.intake.paper import Block
from elzctl.intake.plan.own_words import AT_A_GLANCE, NOBODY, OF_DECISIONS, OF_LEADS
from elzctl.record import NamedTuple

MANY = 2
LEADS = 4
"""The column with the leads at a glance."""


class Beside(NamedTuple):
    """Of one action: the blocks with the names of its leads, with its period, and with who decided when and what."""

    leads: tuple[Block, ...] = ()
    period: tuple[Block, ...] = ()
    decided: tuple[Block, ...] = ()


def beside(derived: Sequence[Block]) -> Mapping[str, Beside]:
    """What the lists say, by the number of the action."""
    found: dict[str, Beside] = {}
    glance: dict[str, str] = {}
    for rows in _tables(derived).values():
        head = tuple(_text(rows[1].get(column, [])) for column in (1, 2, 3)) if 1 in rows else ()
        if head in OF_LEADS:
            _leads(rows, found)
        elif head in OF_DECISIONS:
            _decisions(rows, found)
        elif head in AT_A_GLANCE:
            glance |= {_text(row.get(1, [])): _text(row.get(LEADS, [])) for row in rows.values()}
    return {label: _in_order(one, glance.get(label, "")) for label, one in found.items()}


def _in_order(one: Beside, names: str) -> Beside:
    """Several leads in the order in which they stand at a glance, all of them; none when they do not stand there."""
    if len(one.leads) < MANY:
        return one
    known = all(block.text.strip() in names for block in one.leads)
    leads = sorted(one.leads, key=lambda block: names.find(block.text.strip())) if known else ()
    return one._replace(leads=tuple(leads))


def _leads(rows: Mapping[int, Mapping[int, list[Block]]], found: dict[str, Beside]) -> None:
    """Below each lead alone in a row, the actions with their periods."""
    lead: list[Block] = []
    for number in sorted(rows)[1:]:
        row = rows[number]
        if row.keys() == {1}:
            lead = row[1]
            continue
        label = _text(row.get(1, [])).partition(" ")[0]
        one = found.get(label, Beside())
        if lead and _text(lead) not in NOBODY:
            found[label] = one._replace(leads=(*one.leads, *lead), period=tuple(row.get(2, ())))


def _decisions(rows: Mapping[int, Mapping[int, list[Block]]], found: dict[str, Beside]) -> None:
    for number in sorted(rows)[1:]:
        row = rows[number]
        for label in _text(row.get(3, [])).split(", "):
            one = found.get(label, Beside())
            if label and not one.decided:
                found[label] = one._replace(decided=(*row.get(1, ()), *row.get(2, ())))


def _tables(blocks: Sequence[Block]) -> dict[int, dict[int, dict[int, list[Block]]]]:
    """The blocks of each table by row and column."""
    tables: dict[int, dict[int, dict[int, list[Block]]]] = {}
    for block in blocks:
        if block.cell is not None:
            row = tables.setdefault(block.cell.table, {}).setdefault(block.cell.row, {})
            row.setdefault(block.cell.column, []).append(block)
    return tables


def _text(blocks: Sequence[Block]) -> str:
    return " ".join(block.text.strip() for block in blocks)
