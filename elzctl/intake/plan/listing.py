"""What a table of all actions says of one that has a fiche: the same, more, or something else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from elzctl.intake.nobody import is_nobody
from elzctl.intake.paper import Block
from elzctl.intake.plan.desk import GUESSED, READ, UNCLEAR, Desk
from elzctl.intake.plan.draft import Draft
from elzctl.intake.plan.form import form_of
from elzctl.intake.plan.nodes import Fact, Listing, Node
from elzctl.intake.plan.not_yet import is_not_yet
from elzctl.intake.plan.status_label import word
from elzctl.intake.plan.table_times import year_last
from elzctl.intake.plan.times import period_in
from elzctl.intake.plan.words import Label, plain
from elzctl.wording import say

_KINDS = {
    Label.START: Label.TIMING,
    Label.DUE: Label.TIMING,
    Label.LEAD_ASKED: Label.LEAD,
    Label.PROCESS: Label.INDICATORS,
    Label.OUTPUT: Label.INDICATORS,
    Label.FOR_WHOM: Label.TARGETS,
    Label.WITH_WHOM: Label.PARTNERS,
}
_FIELDS = {
    Label.LEAD: "lead",
    Label.PARTNERS: "partners",
    Label.TARGETS: "target_groups",
    Label.TIMING: "due",
    Label.INDICATORS: "indicators",
    Label.THEMES: "themes",
}
OTHERWISE = say("The table of all actions says this, and the fiche something else: look which one is right.")
OTHER_TITLE = say(
    "The table of all actions gives it a title that is not quite the same: look whether both are one action."
)
OTHER_TIME = say("A table about an earlier time says this of the action.")
LOOSER = say("The table of all actions says it in other words.")


def listed(node: Node, rows: Sequence[tuple[Node, bool]]) -> Node:
    """The action with what rows say of it too; true for a row of a table about another time: nothing of it is so now."""
    again: list[Block] = []
    more: list[Fact] = []
    others: list[Fact] = []
    looser: list[Fact] = []
    past: list[Fact] = []
    titles: list[Fact] = []
    for row, is_past in rows:
        again += [*row.head, *row.blocks]
        if row.code and plain(node.title) == plain(f"{row.code} {row.title}"):
            node = node._replace(code=row.code, numbers=row.numbers, title=row.title, words=row.words)
        elif plain(row.title) != plain(node.title):
            titles.append((Label.TITLE, "", row.head[0]))
        if is_past:
            past += row.row
            continue
        own: dict[Label, list[str]] = {}
        for piece in form_of(node._replace(row=(*node.row, *more)), frozenset()).pieces:
            own.setdefault(_kind(piece.label), []).extend(block.text for block in piece.blocks)
        everything = {word for texts in own.values() for text in texts for word in plain(text).split()}
        for fact in row.row:
            label, _, block = fact
            texts = [text for text in own.get(_kind(label), ()) if text.strip()]
            if _is_said(label, block.text, texts, everything):
                is_time = _kind(label) is Label.TIMING
                looser += [fact] if is_time else []
                again += [] if is_time else [block]
            elif _kind(label) in _FIELDS and any(_is_understood(label, text) for text in texts):
                others.append(fact)
            else:
                more.append(fact)
    return node._replace(
        guessed=False,
        listing=Listing(tuple(again), tuple(more), tuple(others), tuple(looser), tuple(past), tuple(titles)),
    )


def _kind(label: Label) -> Label:
    return _KINDS.get(label, label)


def _is_said(label: Label, text: str, own: Sequence[str], everything: set[str]) -> bool:
    """True when the fiche says it too, or more precisely."""
    words = set(plain(text).split())
    if _kind(label) is Label.TIMING:
        given, known = _span(text), [span for one in own if (span := _span(one)) is not None]
        if given is not None and known:
            return any(given[0] <= last and first <= given[1] for first, last in known)
    if label is Label.STATUS:
        return word(text) is not None and any(word(one) is word(text) for one in own)
    if own:
        return bool(words) and words <= {one for said in own for one in plain(said).split()}
    return label not in _FIELDS and bool(words) and words <= everything


def _span(text: str) -> tuple[date, date] | None:
    """The first and the last day that a text names, when it names nothing else."""
    start, due = period_in(text)
    if start is None and due is None:
        start, due = period_in(year_last(text))
    found = [when for when in (start, due) if when is not None]
    return (found[0].first, found[-1].last) if found else None


def _is_understood(label: Label, text: str) -> bool:
    """True for what a fiche says so that it is a value: a time, or names."""
    if _kind(label) is Label.TIMING:
        return _span(text) is not None
    return not (is_nobody(text) or is_not_yet(text))


def tell_others(node: Node, draft: Draft, desk: Desk) -> None:
    """Says what the table of all actions says otherwise than the fiche, or in other words."""
    for label, _, block in node.listing.others:
        desk.field(draft.path, _FIELDS[_kind(label)], "", block.text, (block,), UNCLEAR, OTHERWISE)
    for _, _, block in node.listing.titles:
        title = str(draft.values.get("title", ""))
        desk.field(draft.path, "title", title, block.text, (block,), GUESSED, OTHER_TITLE)
    for label, _, block in node.listing.past:
        key = _FIELDS.get(_kind(label), label.value)
        desk.field(draft.path, key, "", block.text, (block,), UNCLEAR, OTHER_TIME)
    for _, _, block in node.listing.looser:
        key = "due" if "due" in draft.values else "start"
        value = str(draft.values.get(key, ""))
        is_same = value in {when.text for when in period_in(block.text) if when is not None}
        desk.field(draft.path, key, value, block.text, (block,), *((READ, None) if is_same else (GUESSED, LOOSER)))
