"""Labels of forms that no list has: recognised by what they ask for, where the document itself shows that they are labels.

*Wie neemt het voortouw?*, *Waar staan we?* and *In samenwerking met* are labels when they come back, stand between labels, or
stand one below the other in the first column of a table.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from elzctl.intake.paper import Block
from elzctl.intake.plan.valued import by_values, is_person
from elzctl.intake.plan.words import NEGATION, Label, label_of, plain

STYLE = "label"
"""The style of a block that begins with such a label."""
VALUED = "label:"
"""With its meaning behind it, that of a block whose label is told by its values."""
OFTEN = 3
LONGEST_FACT = 5
LONGEST, LONGEST_NOUN, LONGEST_BARE = 10, 6, 4
_BEGINNING = re.compile(r"\s*([^?:]{3,70}\?|[^:?.]{3,60}(?=\s*:(?:\s|\Z)))")
_BEHIND = re.compile(r"(?<=[.!?])\s+([A-Z][^?:.!]{2,50})(?=:\s|\?\s)")
_FACT = re.compile(r"\s*([^?:.]{3,40}?)\s*:\s+\S")
# In a list also one that asks: *- Wie trekt? CAW*.
_LISTED = re.compile(r"\s*([^?:.]{3,40}?)\s*(?:\?\s*:?|:)\s+\S")
_HEAD_OF_LIST = re.compile(r"\s*([^?:.]{3,40}?)\s*:\s*\Z")
# A label with its value behind it is no label alone.
_INSIDE = re.compile(r"[?:;.!]\s+\S")

# One of these needs no more than a label beside it.
_FACTS = {
    Label.LEAD,
    Label.PARTNERS,
    Label.STATUS,
    Label.DUE,
    Label.START,
    Label.TIMING,
    Label.INDICATORS,
    Label.OUTPUT,
    Label.BUDGET,
}
# In a list of facts these are some too, though by themselves they head a section.
_OF_PEOPLE = {Label.WITH_WHOM, Label.FOR_WHOM, Label.TARGETS, Label.LEAD_ASKED}
_OF_WHAT_CAME = {Label.OUTPUT, Label.HOW, Label.EVALUATION}
# By what they ask; the first that fits counts.
_ASKING = tuple(
    (label, re.compile(pattern))
    for label, pattern in (
        (Label.TITLE, r"(?:naam|titel|benaming|name|title)(?: (?:van|of))?(?: (?:de|het|deze|dit|the))? (?:actie|initiatief|project|maatregel|fiche|idee|activiteit|action|initiative)\Z"),
        (Label.NUMBER, r"(?:nummer|nr|code|volgnummer)(?: van)?(?: (?:de|het))? (?:actie|initiatief|project|maatregel|fiche)\Z"),
        (Label.GOAL, r"(?:past|hoort|kadert|draagt|valt) .*doel\w*|(?:link|relatie|bijdrage) .*doel\w*"),
        (Label.PARTNERS, r"\b(?:mede|co)[\s-]?(?:trekkers?|organisator\w*|uitvoerders?|verantwoordelijken?)\b"),
        (Label.LEAD, r"\b(?:getrokken|geleid|gecoördineerd|opgevolgd|uitgevoerd) door\b|\buitvoer(?:der|ders|ende)\b|\b(?:voortouw|\w*trekkers?|trekt|trekken|trekkende|kartrekkers?|leiding|leidt|coördineert|coördinator|coördinatie|\w*verantwoordelijken?|leidende|coördinerende|(?:eind)?verantwoordelijkheid|bevoegde?|organisatoren|organisator|organiseert|stuurt aan|stuurt dit aan|eigenaar|initiatiefnemers?|regie|aanspreekpunt|penhouder|lead|leads|leader|owner|responsible|in charge)\b"),
        (Label.PARTNERS, r"\b(?:werkt|werken|helpt|helpen|doet|doen) (?:er )?(?:\w+ )?mee\b|\bwie (?:helpt|ondersteunt|werkt samen)\b|\bsamenwerking(?:sverband)?\b|\bsamen met\b|\bwerken we samen\b|partners?\b|\bbetrokken(?:en)?\b|\bstakeholders\b|\bmedewerking\b|\bsteun van\b|\bsamenspraak\b|\boverleg met\b|\brekenen we\b|\bondersteund door\b|\bondersteuning\b|\bgesteund door\b|\btogether with\b|\bhelps\b"),
        (Label.STATUS, r"\bwaar staan we\b|\bstand van uitvoering\b|\btoestand\b|\b(?:huidige|actuele|laatste) (?:stand|toestand|status)\b|\bhoe ?ver staa\w*|\bstand van zaken\b|\bstatus\b|\bvordering\w*|\bvoortgang\b|\brealisatiegraad\b|\buitvoeringsgraad\b|\bhoe staat het\b|\bhow far\b|\bprogress\b|\bwhere are we\b"),
        (Label.INDICATORS, r"indicator(?:en|s)?\b|\bkpi|\bmeten we\b|\bmeetbaar\b|\bmeetbare?\b|\bgemeten\b|\bstreef(?:cijfer|waarde|doel)\w*|\b(?:waaraan|hoe) (?:merken|zien|weten)\b|\bsucces\w*|\btevreden\b|\bgeslaagd\b|\bmeasure\b"),
        (Label.OUTPUT, r"\bresulta(?:at|ten)\b|\b(?:verwachte?|beoogde?|gewenste?|concrete?) (?:resulta\w+|effect\w*|output)\b"),
        (Label.TARGETS, r"doelgroep(?:en)?\b|\bdoelpubliek\b|\bwie bereiken\b|\bvoor wie\b|\bwie willen we\b|\bvoor welke\b|\Awelke (?:mensen|groep\w*|burgers|inwoners|bewoners)\b|\bbegunstigden\b|\btarget group\b"),
        (Label.DUE, r"\bklaar (?:tegen|op|in)\b|\bwanneer (?:is|zijn|moet) .*klaar\b|\beind(?:datum|moment|e|termijn)\b|\bdeadline\b|\bklaar zijn\b|\bstreefdatum\b|\buiterste datum\b"),
        (Label.START, r"\bstart(?:moment|datum|jaar)?\Z|\bbegin(?:datum|moment)?\Z|\baanvang\b|\bwanneer (?:starten|beginnen|start|begint)\b|\bgestart (?:op|in)\b"),
        (Label.TIMING, r"(?:periode|termijn|uitvoeringsja\w+|uitvoeringsdatum|looptijd|timing|planning|tijdspad|tijdlijn)\Z|\A(?:looptijd|timing|planning)\b|\bwanneer\b|\bwhen\b"),
        (Label.BUDGET, r"\bbudget\w*|\bkost(?:en|prijs)?\b|\bmiddelen\b|\braming\b|\bfinancier\w*"),
        (Label.STEPS, r"\b(?:volgende|eerste|concrete|komende) stap(?:pen)?\b|\bstappenplan\b|\bmijlpalen\b"),
        (Label.WHY, r"\Awaarom\b|\baanleiding\b|\bnoodzaak\b|\bbehoefte\b|\bprobleem\w*|\bvertrekpunt\b|\Awhy\b"),
        (Label.HOW, r"\Ahoe (?:gaan|pakken|doen|werken|willen|zullen|realiseren|zetten|voeren|organiseren)\b|\baanpak\b|\bwerkwijze\b|\Ahow do we\b"),
        (Label.WHAT, r"\Awat (?:houdt|pakken|ondernemen|zetten|verwezenlijken|is|doen|willen|gaan|wordt|omvat|beogen|bedoelen)\b|(?:inhoud|omschrijving|beschrijving|samenvatting)\b|\Awhat\b"),
    )
)  # fmt: skip


@cache
def asked(text: str) -> Label | None:
    """What a short text asks for, when it is a label."""
    if _INSIDE.search(text.strip()):
        return None
    words = plain(text)
    count = len(words.split())
    # A label that denies is none of these: *Waarom niet?*, *Wie doet niet mee?*.
    if NEGATION.search(words):
        return None
    if not 1 <= count <= (LONGEST if text.rstrip().endswith("?") else LONGEST_NOUN):
        return None
    return next((label for label, pattern in _ASKING if pattern.search(words)), None)


def with_labels(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, in which those that begin with such a label have its style, and stand by themselves."""
    blocks = _apart(blocks)
    listed, unknown = _listed(blocks)
    begins = [_fact_in(block) if at in unknown else _beginning(block) for at, block in enumerate(blocks)]
    loose = [title if title and label_of(title) is None and asked(title) is not None else "" for title in begins]
    often = Counter(plain(title) for title in loose if title)
    tables = _tables(blocks, loose)
    facts = {at for at, title in enumerate(loose) if title and asked(title) in _FACTS}
    near = {at for at, title in enumerate(begins) if title and label_of(title) is not None}

    def shown(at: int) -> bool:
        """True when the document shows that what begins this block is a label."""
        cell = blocks[at].cell
        return often[plain(loose[at])] > 1 or (cell is not None and cell.table in tables)

    marked = listed | {at for at, title in enumerate(loose) if title and shown(at)}
    for at in sorted(facts - marked):
        marked |= {at} if {at - 1, at + 1} & (near | marked | facts) and not _is_bare(blocks[at]) else set()
    told = _by_values(blocks, begins) | _of_states(blocks, begins)
    others = unknown | _between(blocks, marked | near | facts)

    def style(at: int) -> str:
        one = told.get(plain(begins[at])) or (Label.OTHER if at in others else None)
        return STYLE if at in marked else f"{VALUED}{one.value}" if one is not None else blocks[at].style

    return tuple(block._replace(style=style(at)) for at, block in enumerate(blocks))


def _between(blocks: Sequence[Block], known: AbstractSet[int]) -> frozenset[int]:
    """Lines with a label that nobody knows, between or behind those that are known, which come back: *Kwartaal: Q1*."""
    titles = {
        at: match[1].strip()
        for at, block in enumerate(blocks)
        if at not in known
        and not block.depth
        and block.cell is None
        and (match := _FACT.match(block.text)) is not None
        and match[1][:1].isupper()
        and len(match[1].split()) <= LONGEST_FACT
        and label_of(match[1]) is None
    }
    often = Counter(map(plain, titles.values()))
    found: set[int] = set()
    for at in sorted(titles):
        if often[plain(titles[at])] > 1 and (at - 1 in known or at - 1 in found):
            found.add(at)
    return frozenset(found)


def valued(text: str, block: Block) -> Label | None:
    """The label that a text is by what stands behind it, in all the forms of the document."""
    is_title = block.style.startswith(VALUED) and plain(text) == plain(_beginning(block) or _fact_in(block))
    return Label(block.style.removeprefix(VALUED)) if is_title else None


def _by_values(blocks: Sequence[Block], begins: Sequence[str]) -> dict[str, Label]:
    """What the labels ask for that no word tells."""
    known = [label_of(title) or asked(title) if title else None for title in begins]
    titles = [title if label is None else "" for title, label in zip(begins, known, strict=True)]
    leads = [at for at, label in enumerate(known) if label in (Label.LEAD, Label.LEAD_ASKED)]
    return dict(by_values(blocks, titles, led=not all(is_person(blocks, begins, at) for at in leads)))


def _of_states(blocks: Sequence[Block], begins: Sequence[str]) -> dict[str, Label]:
    """Labels that ask for what came of it, behind which nothing but states stand: *Resultaat: uitgesteld*."""
    titles = [title if title and label_of(title) in _OF_WHAT_CAME else "" for title in begins]
    found = by_values(blocks, titles, led=True)
    return {title: label for title, label in found.items() if label is Label.STATUS}


def _apart(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with a label that comes back elsewhere cut from the sentence before it: a PDF shows no line end."""
    begins = [_beginning(block) for block in blocks]
    counted = Counter(plain(title) for title in begins if title and label_of(title) is None)
    often = {title for title, count in counted.items() if count >= OFTEN or asked(title) is not None}
    made: list[Block] = []
    for block in blocks:
        match = _BEHIND.search(block.text) if block.cell is None and not block.depth else None
        if match is None or plain(match[1]) not in often:
            made.append(block)
            continue
        spans = tuple(span for span in block.spans if span.end <= match.start())
        made.append(block._replace(text=block.text[: match.start()], spans=spans))
        made.append(block._replace(text=block.text[match.start() :].strip(), spans=(), gap=False))
    return made


def _listed(blocks: Sequence[Block]) -> tuple[frozenset[int], frozenset[int]]:
    """The facts in lists, one below the other: *- Trekker: …*, *- Stand: …*; and those of them whose label nobody knows.

    One that nobody knows counts where most of its list are known, or where it comes back.
    """
    runs = [run for run in _runs(blocks) if len(run) > 1]
    often = Counter(plain(title) for run in runs for _, title, _ in run)
    known: set[int] = set()
    unknown: set[int] = set()
    for run in runs:
        facts = sum(label in _FACTS for _, _, label in run)
        known |= {at for at, _, label in run if label in _FACTS and facts > 1}
        for at, title, label in run if facts else ():
            comes_back = often[plain(title)] > 1
            if label is None and (comes_back or facts * 2 > len(run)):
                unknown.add(at)
            known |= (
                {at} if label is not None and (comes_back or (facts > 1 and label_of(title) in _OF_PEOPLE)) else set()
            )
    return frozenset(known), frozenset(unknown)


def _runs(blocks: Sequence[Block]) -> Iterator[list[tuple[int, str, Label | None]]]:
    """Items of lists with a label and its value, that stand one below the other: where, the label as typed, what it is."""
    run: list[tuple[int, str, Label | None]] = []
    depth = 0
    for at, block in enumerate(blocks):
        title = _fact_in(block)
        if run and depth < block.depth:
            continue  # what belongs to the item above
        if run and (not title or block.depth != depth):
            yield run
            run = []
        if title:
            run.append((at, title, label_of(title) or asked(title)))
            depth = block.depth
    yield run


def _fact_in(block: Block) -> str:
    """The label of an item with a sign that is a label with its value, or above a list of them; "" for another one."""
    match = _LISTED.match(block.text) or _HEAD_OF_LIST.match(block.text)
    is_item = block.depth and block.check is None and block.cell is None
    if not is_item or match is None or len(match[1].split()) > LONGEST_FACT or not match[1][:1].isupper():
        return ""
    return match[1].strip()


def _beginning(block: Block) -> str:
    """The words of a block that may be a label: all of them in a first column, or up to a colon or question mark."""
    if block.cell is not None:
        return block.text.strip() if block.cell.column == 1 else ""
    if block.depth and not re.match(r"[\w(]", block.marker):
        return ""
    match = _BEGINNING.match(block.text)
    return match[1].strip() if match else block.text.strip() if _is_bare(block) else ""


def _is_bare(block: Block) -> bool:
    """True for a short line by itself, which is a label when it comes back."""
    text = block.text.strip()
    short = len(text.split()) <= LONGEST_BARE and text[:1].isupper() and re.fullmatch(r"[^:?;]*\w", text) is not None
    return short and not block.depth and block.cell is None and block.check is None


def _tables(blocks: Sequence[Block], loose: Sequence[str]) -> frozenset[int]:
    """The tables of two columns with labels in most cells of the first."""
    return frozenset(table for table, count, known in _counted(blocks, loose) if known > 1 and known * 2 >= count)


def _counted(blocks: Sequence[Block], loose: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Each table of two columns, with how many cells stand in its first column, and how many of them are labels."""
    count, known, wide = Counter[int](), Counter[int](), set[int]()
    for block, title in zip(blocks, loose, strict=True):
        if block.cell is None:
            continue
        if block.cell.column > 2:
            wide.add(block.cell.table)
        if block.cell.column == 1:
            count[block.cell.table] += 1
            known[block.cell.table] += bool(title) or label_of(block.text) is not None
    yield from ((table, number, known[table]) for table, number in count.items() if table not in wide)
