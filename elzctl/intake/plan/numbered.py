"""Chapters that have a number as the goals have: *1. Inleiding* before them, *0. Waar staan we?*, *4. Communicatie* behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from elzctl.intake.paper import Block
from elzctl.intake.plan.codes import Level
from elzctl.intake.plan.nodes import Node
from elzctl.intake.plan.words import plain

_NAMES = (
    "inleiding|voorwoord|woord vooraf|vooraf|ten geleide|terugblik|vooruitblik|situering|context|achtergrond|aanleiding|omgevingsanalyse|analyse|cijfers|samenvatting|leeswijzer|inhoud|inhoudstafel"
    "|missie|visie|waarden|kernwaarden|opdracht|wie zijn we|wie zijn wij|wie we zijn|over ons|voorstelling|onze zone|onze werking|organisatie|organisatiestructuur|structuur|overlegstructuur|governance|bestuur|samenstelling"
    "|werking|werkwijze|methodiek|aanpak|totstandkoming|participatie|proces|opvolging|evaluatie|monitoring|rapportering|bijsturing|communicatie|communicatieplan|begroting|budget|financiën|financieel|financiering|middelen|planning|tijdspad|tijdlijn|kalender|stand van zaken"
    "|besluit|conclusie|conclusies|slot|tot slot|nawoord|slotwoord|dankwoord|bijlage|bijlagen|afkortingen|afkortingenlijst|begrippen|begrippenlijst|bronnen|contact|contactgegevens|colofon|goedkeuring|ondertekening"
    "|introduction|foreword|preface|looking back|context|background|mission|vision|values|who we are|about us|organisation|structure|approach|method|follow up|evaluation|communication|budget|planning|timeline|conclusion|conclusions|annex|annexes|abbreviations|sources|summary|contact"
)
_JOINT = r"(?: (?:en|of|and|or) (?:de |het |onze |the |our )?| )"
# What stands behind the name of a chapter: *van het plan*, *op 2026*.
_TAIL = r"(?: (?:van|op|over|bij|voor|in|uit|of|on|for) (?:(?:de|het|dit|ons|onze|een|the|this|our|a) )?(?:(?:\w+ )?(?:plan|actieplan|beleidsplan|jaarplan|zone|elz|eerstelijnszone|jaar|werking|charter|netwerk|zorgraad|werkgroep|year|action plan|network)|20\d\d(?: 20\d\d)?))?(?: 20\d\d(?: 20\d\d)?)?"
_CHAPTER = re.compile(rf"(?:(?:de|het|onze|een|the|our) )?(?:{_NAMES})(?:{_JOINT}(?:{_NAMES}))*{_TAIL}")


def with_chapters(nodes: Sequence[Node]) -> Iterator[Node]:
    """The nodes, in which a goal that nothing but its number calls so, with no action below it, is a chapter when its words say so.

    One of other words is a guess.
    """
    tops = [at for at, node in enumerate(nodes) if node.level is Level.STRATEGIC]
    ends = {at: _end(nodes, at) for at in tops}
    acting = [at for at in tops if any(node.level is Level.ACTION for node in nodes[at : ends[at]])]
    done = -1
    for at, node in enumerate(nodes):
        if at < done:
            continue
        if not acting or at not in ends or at in acting or not node.words.startswith("#"):
            yield node
        elif _is_chapter(node, outside=not acting[0] < at < acting[-1], bare=ends[at] == at + 1):
            yield _chapter(nodes[at : ends[at]])
            done = ends[at]
        else:
            yield node._replace(guessed=True)


def says_chapter(text: str) -> bool:
    """True for words that head a chapter of a plan, and are no goal: *Opvolging en evaluatie*, *Terugblik op 2025*."""
    return _CHAPTER.fullmatch(plain(text)) is not None


def _end(nodes: Sequence[Node], at: int) -> int:
    """Where what stands under a goal ends."""
    stops = (Level.STRATEGIC, Level.CHAPTER)
    return next((one for one in range(at + 1, len(nodes)) if nodes[one].level in stops), len(nodes))


def _is_chapter(node: Node, *, outside: bool, bare: bool) -> bool:
    """True by its words; with nothing below it also for the number 0, and for a question *outside* of the goals."""
    if says_chapter(node.title):
        return True
    return bare and (node.numbers == (0,) or (outside and node.title.rstrip().endswith("?")))


def _chapter(nodes: Sequence[Node]) -> Node:
    first, *below = nodes
    blocks = (*first.blocks, *(block for node in below for block in (*_head(node), *node.blocks)))
    return first._replace(level=Level.CHAPTER, code="", numbers=(), words="", blocks=blocks, guessed=True)


def _head(node: Node) -> tuple[Block, ...]:
    """The heading without its number, as a heading in a text."""
    lines = tuple(line for block in node.head for line in block.lines)
    if not node.title:
        return node.head
    return (node.head[0]._replace(text=node.title, lines=lines, marker="", depth=0, spans=()),)
