"""How right an import is: what was found beside what somebody found by reading the document, field by field.

``python tests/intake_score.py plan|minutes|seeds`` prints the scores and every mistake.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from intake_wanted import words

from elzctl.intake.ledger import Fate, Placed
from elzctl.intake.taken import Taken
from elzctl.load import Loaded, load
from elzctl.model import Plan
from elzctl.sections import part_of
from elzctl.tree import WorkTree


class Tally(NamedTuple):
    """How many were found, of those how many are right, and how many there are."""

    found: int = 0
    right: int = 0
    wanted: int = 0
    had: int = 0
    """Of those that there are, how many were found: fewer than *right* when some that need not be found were."""

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.had / self.wanted if self.wanted else 1.0


class Score:
    """Tallies by field, and every mistake in a line."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.tallies: dict[str, Tally] = {}
        self.mistakes: list[str] = []

    def add(self, field: str, found: int, right: int, wanted: int, had: int | None = None) -> None:
        old = self.tallies.get(field, Tally())
        new = Tally(found, right, wanted, right if had is None else had)
        self.tallies[field] = Tally(*(a + b for a, b in zip(old, new, strict=True)))

    def wrong(self, place: str, field: str, wanted: object, got: object) -> None:
        self.mistakes.append(f"{self.name} | {place} | {field} | wanted: {_short(wanted)} | got: {_short(got)}")

    def one(self, place: str, field: str, wanted: object, got: object, *, right: bool | None = None) -> None:
        """A field with one value; an empty one is none."""
        right = wanted == got if right is None else right
        self.add(field, bool(got), bool(got) and right, bool(wanted), bool(wanted) and right)
        if not right:
            self.wrong(place, field, wanted, got)

    def text(self, place: str, field: str, wanted: str, got: str, allowed: str = "") -> None:
        """Words that both hold, however often; those that are allowed may stand there too."""
        mine, theirs = Counter(words(wanted)), Counter(words(got))
        theirs -= (theirs - mine) & Counter(words(allowed))
        self.add(field, theirs.total(), (mine & theirs).total(), mine.total())
        lost, more = list((mine - theirs).elements()), list((theirs - mine).elements())
        if lost or more:
            self.wrong(
                place,
                field,
                f"{mine.total()} words, lost {lost[:12]} ({len(lost)})",
                f"too much {more[:12]} ({len(more)})",
            )

    def names(
        self,
        place: str,
        field: str,
        wanted: Sequence[Sequence[str]],
        allowed: Iterable[str],
        got: Sequence[Sequence[str]],
    ) -> None:
        """Names, each with the ways to write it; *allowed* may come out, or a name inside them."""
        left, wrong = [{name_key(way) for way in ways} for ways in wanted], []
        may = [name_key(one) for one in allowed]
        had = right = 0
        for ways in got:
            keys = {name_key(way) for way in ways}
            hit = next((one for one in left if one & keys), None)
            if hit is not None:
                left.remove(hit)
                had, right = had + 1, right + 1
            elif any(f" {key} " in f" {one} " for one in may for key in keys):
                right += 1
            else:
                wrong.append(ways[0])
        self.add(field, len(got), right, len(wanted), had)
        if left or wrong:
            self.wrong(place, field, f"missing {[min(one) for one in left]}", f"not there {wrong}")

    def lines(self) -> list[str]:
        return [
            f"{self.name:28} {field:22} precision {one.precision:6.1%} ({one.right}/{one.found})  recall {one.recall:6.1%} ({one.had}/{one.wanted})"
            for field, one in self.tallies.items()
        ]


def name_key(name: str) -> str:
    """What is the same in all spellings of a name."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'")).encode("ascii", "ignore").decode()
    found = [one for one in words(re.sub(r"'s\b", "", plain)) if one not in ("de", "het", "een", "the", "vzw", "onze")]
    return " ".join(found)


# What was taken in, as values and as words


def loaded(taken: Taken, root: Path) -> Loaded:
    """The files on disk, as the program loads them."""
    for path, text in taken.files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return load(WorkTree(root))


def read_out(markdown: str, plan: Plan | None = None) -> str:
    """Markdown as a reader reads it: no marks, no addresses of links that have words, references as numbers."""

    def printed(match: re.Match[str]) -> str:
        number = plan.titles.get(match[1], ("", ""))[0] if plan is not None else ""
        return match[2] or number or match[1]

    text = re.sub(r"<!--.*?-->", " ", markdown, flags=re.DOTALL)
    text = re.sub(r"\[\[([^\]|]+)(?:\|([^\]]+))?\]\]", printed, text)
    text = re.sub(r"(?<!\\)\]\([^)\s]*(?:\s\"[^\"]*\")?\)", "] ", text)
    text = re.sub(r"\\([^\w\s])", r"\1", text)
    return html.unescape(text)


def contains(text: str, part: str) -> bool:
    """True when the words of *part* stand in *text*, one after the other."""
    return f" {' '.join(words(part))} " in f" {' '.join(words(text))} "


# The account


_LABELS = set(
    words(
        "waarom wie wat hoe met voor wat ga je wel niet doen we dit pakken het aan doelgroep en evaluatie proces procesevaluatie 1 2"
    )
)


def kept(taken: Taken, plan: Plan | None = None, prompts: Iterable[str] = ()) -> tuple[int, int, list[str]]:
    """Of the words of a document's lines, how many stand in a file or in the account, how many there are, and lines that lost some.

    A word is there when it stands beside its neighbours of the same line, or alone in what the account says of its line.
    """
    groups = set(_groups(words("\n".join(read_out(text, plan) for text in taken.files.values()))))
    told: dict[int, list[str]] = {}
    said = [(one.lines, f"{one.words} {one.value}") for one in taken.account.entries]
    said += [(lines, words) for words, lines in taken.account.labels]
    said += [(one.lines, one.words) for one in taken.account.left]
    for lines, text in said:
        for line in lines:
            told.setdefault(line, []).extend(words(text))
    there = whole = 0
    lost: list[str] = []
    asked = {word for prompt in prompts for word in words(prompt)}
    texts = [placed.line.text for placed in taken.account.lines]
    trackers = re.findall(
        r"(?i)[?&]((?:fbclid|utm_\w+|gclid)=(?:(?!https?:)[\w.~%-])*)", "".join(text.strip() for text in texts)
    )
    for index, placed in enumerate(taken.account.lines):
        if set(words(placed.line.text)) <= asked | _LABELS:
            continue
        if any(placed.line.text.strip() in tracker for tracker in trackers):
            continue
        if placed.fate in (Fate.PROMPT, Fate.RUNNING, Fate.EMPTY) or _is_label(placed):
            continue
        text = re.sub(r"\A\s*o (?=\S)", "", placed.line.text)
        if placed.fate in (Fate.FIELD, Fate.HEADING, Fate.LEFT):  # the label says which field it is
            text = re.sub(r"\A\s*(?:\d+[.)]|(?:SD|OD|[A-Z])\s?\.?[\d.]*)\s+|(?<=/ )\w+(?=: )", "", text)
            text = re.sub(
                r"\A\s*(?:agendapunt\b|[^:]{1,40}: |(?:datum en uur|datum|tijdstip|tijd|uur|locatie|plaats|date|time|hoe|how)\b)",
                "",
                text,
                flags=re.IGNORECASE,
            )
        text = re.sub(r"(?i)[?&](?:fbclid|utm_\w+|gclid|mc_\w+)=\S*", "", text)
        found = words(text)
        found = _whole_words(found, texts, index, groups)
        have = _beside(found, groups, set(told.get(index, ())))
        if placed.line.page:  # a printed line may go over the cells of a table, and a narrow cell breaks words
            have = [is_there or _in_some_word(word, groups) for word, is_there in zip(found, have, strict=True)]
        there, whole = there + sum(have), whole + len(found)
        if not all(have):
            missing = " ".join(word for word, is_there in zip(found, have, strict=True) if not is_there)
            lost.append(f"{placed.line.page}:{placed.line.number} {placed.fate.value}: {missing}")
    return there, whole, lost


def _is_label(placed: Placed) -> bool:
    """True for a heading of a fiche, that stands there in the words of our own headings."""
    text = re.sub(
        r"(?i)\A\W*(?:\d+\W*)?(?:proces\s?evaluatie|resultaatgerichte evaluatie.*|process evaluation|output evaluation)\Z",
        "evaluatie",
        placed.line.text.strip(),
    )
    own = re.sub(
        r"(?i)\A(?:\d+\.?\s+)?(?:deelnemers|agenda|verslag|acties|afspraken|besluiten|nr|voorzitter|verslaggever|aanleiding|omschrijving|verantwoordelijke|tijd|aanwezig\w*|verontschuldigd\w*|afwezig\w*(?: met kennisgeving)?|onderwerp|actie|trekker|(?:betrokken )?partners|beoogd resultaat|stand van zaken|wanneer|timing|indicator|wie|tegen|wat)[.:]?\Z",
        "what",
        text,
    )
    return placed.fate is Fate.HEADING and part_of(own) is not None


_CELL_LABELS = words(
    "trekker betrokken beoogd resultaat aanleiding doelgroep omschrijving verantwoordelijke timing budget indicatoren"
)


def _in_some_word(word: str, groups: set[tuple[str, ...]]) -> bool:
    """True for a word of the files, and for the half of one."""
    whole = [group[0] for group in groups if len(group) == 1] + _CELL_LABELS
    return (word,) in groups or any(one.startswith(word) or one.endswith(word) for one in whole)


def _whole_words(found: list[str], texts: Sequence[str], index: int, groups: set[tuple[str, ...]]) -> list[str]:
    """The words of a line without the halves of one that was broken at its end or beginning, when the whole one is there."""
    before, after = (words(texts[place]) if 0 <= place < len(texts) else [] for place in (index - 1, index + 1))
    if found and before and re.search(r"\w-\s*\Z", texts[index - 1]) and (before[-1] + found[0],) in groups:
        found = found[1:]
    if found and after and re.search(r"\w-\s*\Z", texts[index]) and (found[-1] + after[0],) in groups:
        found = found[:-1]
    return found


def _groups(found: list[str]) -> Iterable[tuple[str, ...]]:
    for size in (1, 2, 3):
        yield from (tuple(found[place : place + size]) for place in range(len(found) - size + 1))


def _beside(found: list[str], groups: set[tuple[str, ...]], told: set[str]) -> list[bool]:
    size = min(3, len(found))
    have = [word in told for word in found]
    for place in range(len(found) - size + 1):
        if tuple(found[place : place + size]) in groups:
            have[place : place + size] = [True] * size
    for place in range(len(found) - 1):
        if not (have[place] and have[place + 1]) and tuple(found[place : place + 2]) in groups:
            have[place : place + 2] = [True, True]
    for place, word in enumerate(found):  # a short word between two that made way for something else
        have[place] = have[place] or (
            len(word) < 4
            and all(have[max(0, place - 1) : place])
            and all(have[place + 1 : place + 2])
            and (word,) in groups
        )
    return have


def invented(texts: Mapping[str, str], source: str, known: Iterable[str] = ()) -> list[str]:
    """Words in texts, by their place, that the document does not hold."""
    there = {*words(source), *known}
    joined = "".join(words(source))
    return [
        f"{place}: {word}"
        for place, text in texts.items()
        for word in words(text)
        if word not in there and word not in joined
    ]


def _short(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 240 else f"{text[:240]}…"
