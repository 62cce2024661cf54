"""Labels that nobody knows, by what stands behind them in form after form: states, or names of organisations."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from elzctl import dates
from elzctl.intake import persons, who
from elzctl.intake.nobody import is_nobody
from elzctl.intake.paper import Block
from elzctl.intake.plan.status_label import is_new, nearly, word
from elzctl.intake.plan.words import Label, plain

FEWEST, MOST, LONGEST = 2, 100, 120
_MANY = 0.5
MANY_NAMES = 3
"""Behind a label that nobody knows: so many do not lead together."""
MOST_OF_NAME = 5
_SAYS = re.compile(r"(?i:we|wij|ik|er|men|je|dit|dat)\s+[a-z]")
MOST_OF_LISTED = 7
MOST_ITEMS = 8
_CONTACT = re.compile(r"(?:aanspreek|contact)(?:punt|persoon|personen)?\b|contact person")
_TO_BE_FOUND = re.compile(
    r"(?i)(?:nog )?(?:niet |on)?(?:te (?:zoeken|bepalen|bevragen|vinden)|bekend|beslist|gekend)|n\.?v\.?t\.?|[-–—?]|to be (?:found|decided|determined)|tbd"
)
# Organisations stand behind these too, and neither lead nor work along.
_OTHERS = re.compile(
    r"\b(?:plaats|locatie|waar|lokaal|adres|bron|contact\w*|financ\w*|subsid\w*|betaal\w*|opdrachtgever|doelgroep\w*|voor wie|\w*acties?|actiepunten|initiatieven|maatregelen|projecten|leverancier|verslag\w*|gemeente|regio"
    r"|where|place|source|address|actions?)\b"
)
# No state by itself: it may be stopped, or still to come.
_NOT_DONE = re.compile(
    r"(?i)(?:nog )?niet (?:\w+ )?(?:uitgevoerd|gerealiseerd|afgewerkt|afgerond|gehaald|behaald|bereikt|gelukt)(?!\w)"
)
_ALONG = re.compile(r"\b(?:mede|co|mee|met|samen|nog|andere|ook|helpt|helpen|steunt?|ondersteun\w*|partners?|with)")


def by_values(blocks: Sequence[Block], titles: Sequence[str], *, led: bool) -> Mapping[str, Label]:
    """What labels ask for, by their words; *titles* are those of the blocks that may begin with one, "" for others.

    *led* tells that the document has a label for who leads: then no other one is.
    """
    values: dict[str, list[str]] = defaultdict(list)
    for at, title in enumerate(titles):
        if title:
            values[plain(title)].append(_value(blocks, titles, at))
    found: dict[str, Label] = {}
    for title, every in values.items():
        given = every[:MOST]
        if len(given) < FEWEST or not all(0 < len(value) <= LONGEST for value in given):
            continue
        if all(word(value) or nearly(value) or _NOT_DONE.match(value) for value in given) and any(map(word, given)):
            found[title] = Label.STATUS
        elif all(map(is_time, given)):
            found[title] = Label.TIMING
        elif _OTHERS.search(title) is None and (_mostly_names(given) or _are_lists(given)):
            counts = [len(who.names(value)) for value in given]
            several = sum(count > 1 for count in counts) > _MANY * len(given) or max(counts) >= MANY_NAMES
            along = led or several or _ALONG.search(title) is not None
            found[title] = Label.PARTNERS if along else Label.LEAD
            led = led or not along
    return found


def columns_by_values(
    values: Mapping[int, Sequence[str]], titles: Mapping[int, str], known: Iterable[Label]
) -> dict[int, Label]:
    """What columns hold that nobody knows; *known* is what the others hold: of each there is one."""
    there, found = set(known), {}
    for at, every in sorted(values.items()):
        given = [value for value in every[:MOST] if value]
        label = None
        if len(given) >= FEWEST and all(word(value) is not None or is_new(value) for value in given):
            label = Label.STATUS
        elif len(given) >= FEWEST and _OTHERS.search(plain(titles.get(at, ""))) is None and all(map(are_names, given)):
            along = Label.LEAD in there or _ALONG.search(plain(titles.get(at, ""))) is not None
            label = Label.PARTNERS if along else Label.LEAD
        if label is not None and label not in there:
            found[at] = label
            there.add(label)
    return found


def is_time(text: str) -> bool:
    """True for a date, however vague, and nothing else."""
    return isinstance(dates.read(text.strip(" .;")), dates.VagueDate)


def are_names(text: str) -> bool:
    """True for names of organisations and nothing else."""
    names = who.names(text)
    organisations = [name for name in names if _shows(name) and not is_nobody(name)]
    return bool(names) and not who.remainder(text, names) and len(organisations) == len(names)


def list_names(text: str) -> bool:
    """True for names next to each other, some of which may be of groups: *bib Puurs, apothekers, vrijwilligers van Okra*."""
    names = who.names(text)
    short = all(len(name.split()) <= MOST_OF_LISTED and not is_nobody(name) and not _SAYS.match(name) for name in names)
    listed = len(names) > 1 and not re.search(r"[.!?]\s|:", text)
    return are_names(text) or (listed and short and not who.remainder(text, names) and any(map(_shows, names)))


def is_contact(title: str) -> bool:
    """True for a label behind which a person may stand beside the one who leads."""
    return _CONTACT.match(plain(title)) is not None


def is_person(blocks: Sequence[Block], titles: Sequence[str], at: int) -> bool:
    """True for such a label with no name of an organisation behind it."""
    return is_contact(titles[at]) and not are_names(_value(blocks, titles, at))


def _value(blocks: Sequence[Block], titles: Sequence[str], at: int) -> str:
    """What stands behind a title, in its line or in the next block; "" for nothing."""
    rest = blocks[at].text.strip()[len(titles[at]) :].strip(" :?")
    if rest or at + 1 >= len(blocks):
        return rest
    after = blocks[at + 1]
    beside = (after.cell is None) == (blocks[at].cell is None) and not after.level and not titles[at + 1]
    if not beside:
        return ""
    found = [after.text.strip()]
    for block, title in zip(blocks[at + 2 : at + 2 + MOST_ITEMS], titles[at + 2 : at + 2 + MOST_ITEMS], strict=True):
        goes_on = block.cell == after.cell and not title and not block.level and (block.depth or block.cell is not None)
        if not goes_on or (after.cell is None and not after.depth):
            break
        found.append(block.text.strip())
    return "; ".join(found)


def _mostly_names(values: Sequence[str]) -> bool:
    """True when organisations stand behind a label, but for a few persons or words that name nobody."""
    named = sum(map(are_names, values))
    rest = [value for value in values if not are_names(value)]
    return named >= FEWEST and named > _MANY * len(values) and all(map(_is_person_or_nobody, rest))


def _are_lists(values: Sequence[str]) -> bool:
    """True for names next to each other behind most of these labels, of which more than half are of organisations for sure."""
    every = [who.names(value) for value in values]
    several = [
        names for value, names in zip(values, every, strict=True) if len(names) > 1 and not who.remainder(value, names)
    ]
    names = [name for found in several for name in found]
    short = all(len(name.split()) <= MOST_OF_LISTED and not _is_someone(name) for name in names)
    return (
        len(several) >= FEWEST
        and len(several) > _MANY * len(values)
        and short
        and sum(map(_shows, names)) > _MANY * len(names)
    )


def _is_someone(name: str) -> bool:
    return persons.has_first_name(name) and not _shows(name)


def _is_person_or_nobody(text: str) -> bool:
    is_name = len(text.split()) <= MOST_OF_NAME and all(word[:1].isupper() for word in text.split())
    return (
        is_name
        or any(True for _ in persons.find(text))
        or is_nobody(text)
        or _TO_BE_FOUND.fullmatch(text.strip(" .")) is not None
    )


def _shows(name: str) -> bool:
    """True for a name of an organisation; words in small letters alone are none: *van klein naar groot*, nor is a sentence."""
    return (
        name != name.lower() and _SAYS.match(name) is None and persons.shows_organisation(name[:1].upper() + name[1:])
    )
