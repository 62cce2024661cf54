"""Numbers and ids for the goals and actions of a document: its own where they fit our form, and else new ones in its order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from elzctl import ids
from elzctl.intake.plan.codes import Level
from elzctl.intake.plan.nodes import Node
from elzctl.intake.plan.refs import References, Target, bare
from elzctl.record import NamedTuple
from elzctl.wording import Message, say

Numbers = tuple[int, ...]
LAST = 999
# What says little at the beginning of a title, and abbreviations that would fall apart in an id.
_WEAK = re.compile(
    r"(?i)\b(?:[a-z]\.){2,}[a-z]?\.?|\b(?:bv|nl|enz|etc)\.|^(?:(?:we|wij|ik|elz|zone|wil|willen|zet|zetten|gaat|gaan|maakt|maken|werk|van|verder|in op|een|ook|haar|onze|ons)\b\s*)+"
    r"|\b(?:rond|binnen|haar|onze|ons|wordt|worden|zich|deze|dit|ook|hun|op vlak|graag|verder)\b"
)


class Place(NamedTuple):
    """A goal or an action with its id and number; ``node`` is ``None`` for a goal that the document does not have.

    ``between`` is true for an action under such a goal, ``again`` for one whose number another one has already.
    """

    node: Node | None
    level: Level
    id: str
    number: Numbers
    title: str
    between: bool = False
    again: bool = False

    @property
    def label(self) -> str:
        """The number as printed."""
        return ".".join(map(str, self.number))

    @property
    def counts_alike(self) -> bool:
        """True when the code of the document counts as the number does: *BD-01* and 1."""
        return self.node is not None and self.node.numbers == self.number

    @property
    def kept(self) -> str:
        """The code of the document, when it is not the number; "" otherwise."""
        code = self.node.code.rstrip(".:") if self.node is not None else ""
        if self.again:
            return ""
        if code.isdigit() and self.node is not None and not self.node.words.startswith("#") and code != self.label:
            return f"{self.node.words.capitalize()} {code}"
        return "" if code == self.label or re.sub(r"^[A-Z]+[-. ]?", "", code) == self.label else code


class Names:
    """Ids, each given once."""

    def __init__(self, published: Callable[[str], str] = str) -> None:
        """None is taken.  *published* is a title as it may be published: an id names nobody either."""
        self._published = published
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def free(self, wanted: str, title: str, kind: str) -> str:
        """The id that is wanted when it can be one and is free, else one from the title, else from *kind*."""
        first = wanted if wanted and ids.fault(wanted) is None else ids.slug(self._published(title)) or kind
        name, count = first, self._next.get(first, 2)
        while name in self._taken:
            name, count = f"{first}-{count}", count + 1
        self._next[first] = count
        self._taken.add(name)
        return name


def places(nodes: Sequence[Node], names: Names, own_name: str, fallback: str) -> list[Place]:
    """The goals and actions with their numbers, in reading order; *fallback* is the title of a goal that nobody wrote."""
    return _Numbering(names, own_name, fallback).of(nodes)


def number_of(place: Place) -> tuple[bool, Message | None]:
    """True when the number of a goal or action is that of the document; else why it is another."""
    code = place.node.code.rstrip(".:") if place.node is not None else ""
    if place.again:
        return False, say("The document gives the number {code} more than once: this is the next free one.", code=code)
    if code and place.kept and not place.counts_alike:
        return False, say(
            "The document calls it {code}: this is our number for it, in the order of the document.", code=place.kept
        )
    return bool(code), None if code else say("A number of elzctl’s own, in the order of the document.")


def references(found: Sequence[Place], *, own: bool = False) -> References:
    """What can be referred to: by the numbers and codes of the document, and by its anchors."""
    numbers: dict[Numbers, Target] = {}
    codes: dict[str, Target] = {}
    anchors: dict[str, Target] = {}
    named = Counter(f"{place.node.words} {place.node.code}" for place in found if place.node is not None)
    for place in found:
        if place.node is None:
            continue
        target = Target(place.id, place.node.code.rstrip(".:") or place.label, place.title, place.level is Level.ACTION)
        if re.match(r"[A-Z]", place.node.code) and place.node.numbers:
            codes[bare(place.node.code)] = target
        elif place.node.numbers and (len(place.node.numbers) > 1 or place.level is Level.STRATEGIC):
            numbers.setdefault(place.node.numbers, target)
        elif place.node.code.isdigit() and named[name := f"{place.node.words} {place.node.code}"] == 1:
            codes[name] = target
        if place.node.anchor:
            anchors[place.node.anchor] = target
    return References(numbers, codes, anchors, own=own)


class _Numbering:
    def __init__(self, names: Names, own_name: str, fallback: str) -> None:
        self._names = names
        self._own = own_name
        self._fallback = fallback
        self._made: dict[Numbers, Place] = {}
        self._order: list[Place] = []
        self._highest: dict[Numbers, int] = {}
        self._strategic: Numbers = ()
        self._operational: Numbers = ()
        self._wanted: set[Numbers] = set()

    def of(self, nodes: Sequence[Node]) -> list[Place]:
        wanted = {node.numbers for node in nodes if node.numbers}
        self._wanted = wanted
        for node in nodes:
            if node.level is Level.STRATEGIC:
                self._strategic = self._add(node, node.level, (), 1)
                self._operational = ()
            elif node.level is Level.OPERATIONAL:
                self._operational = self._add(node, node.level, self._above(node, 1, wanted), 2)
            elif node.level is Level.ACTION:
                self._add(node, node.level, self._above(node, 2, wanted), 3)
        return self._order

    def _above(self, node: Node, depth: int, wanted: set[Numbers]) -> Numbers:
        """The number of the goal that a node stands under: as its own number says, or the last one; made when there is none."""
        said = node.numbers[:depth] if len(node.numbers) == depth + 1 else ()
        if said and said in self._made:
            return said
        if depth == 1:
            if not self._strategic or (said and said != self._strategic):
                self._strategic = self._implied(said if said and said not in wanted else (), Level.STRATEGIC, 1)
            return self._strategic
        if said and said[:1] in self._made and said not in wanted:
            return self._implied(said, Level.OPERATIONAL, 2)
        if not self._operational or self._operational[:1] != self._strategic:
            if not self._strategic:
                self._strategic = self._implied((), Level.STRATEGIC, 1)
            self._operational = self._implied((), Level.OPERATIONAL, 2)
        return self._operational

    def _implied(self, number: Numbers, level: Level, depth: int) -> Numbers:
        above = self._strategic if depth == 2 else ()
        number = number or self._next(above)
        title = self._made[number[:1]].title if depth == 2 and number[:1] in self._made else self._fallback
        self._put(Place(None, level, self._names.free("", title, "doelstelling"), number, title))
        return number

    def _add(self, node: Node, level: Level, above: Numbers, depth: int) -> Numbers:
        own = node.numbers if len(node.numbers) == depth and node.numbers[:-1] == above and _plain(node) else ()
        again = bool(own) and own in self._made
        if not own or again or max(own) > LAST or min(own) < 0:
            own = self._free(above) if again else self._next(above)
        wanted = node.anchor.replace("_", "-")
        title = node.title or node.code
        name = self._names.free(wanted, _telling(title, self._own), "actie" if depth == 3 else "doelstelling")
        made = self._made.get(above)
        self._put(Place(node, level, name, own, title, between=made is not None and made.node is None, again=again))
        return own

    def _put(self, place: Place) -> None:
        self._made[place.number] = place
        above = place.number[:-1]
        self._highest[above] = max(self._highest.get(above, 0), place.number[-1])
        self._order.append(place)

    def _next(self, above: Numbers) -> Numbers:
        return (*above, self._highest.get(above, 0) + 1)

    def _free(self, above: Numbers) -> Numbers:
        """The next number that no heading of the document has."""
        number = self._next(above)
        while number in self._wanted:
            number = (*above, number[-1] + 1)
        return number


def _plain(node: Node) -> bool:
    """True when the code is numbers and nothing else, or the letters of our own goals before them."""
    return re.fullmatch(r"(?:[A-Z]{2,5})?[-. ]?[\d.]+", node.code) is not None


def _telling(title: str, own_name: str) -> str:
    """The title without the name of the zone at its beginning, and without what stands behind "=" at its end."""
    place = re.sub(r"(?i)^(?:ELZ|eerstelijnszone)\s+", "", own_name)
    zone = place != own_name
    names = rf"(?:(?:ELZ|eerstelijnszone)\s+)?{re.escape(place)}" if zone else re.escape(own_name)
    plain = re.sub(rf"(?i)^{names}\s+", "", title) if own_name else title
    plain = re.sub(_WEAK, " ", plain)
    motto = re.search(r"\s=\s([^=]{3,60})\Z", plain)
    return motto[1] if motto else plain
