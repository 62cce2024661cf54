"""Whether the account of a document is true: what stands in no file is left over, whatever was said of its line.

A line has a place as soon as anything of it has one.  Here its words are looked for in the files, each for itself: what was
lost on the way to them is told, with the words as they stand in the document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache

from elzctl import dates
from elzctl.intake.folded import folded
from elzctl.intake.ledger import Account, Certainty, Entry, Fate, Left
from elzctl.intake.readers.markers import EMPTY, TICKED
from elzctl.intake.several_places import each_house
from elzctl.intake.taken import Taken
from elzctl.load import MEETINGS
from elzctl.traces import URL
from elzctl.wording import say

_WORD = re.compile(r"[^\W\d_]{4,}")
# Addresses, which lose what follows a reader; words of dates that are not in how these are written; labels and questions of a form, for which a file has keys and headings.
_LABEL = r"[^\W\d_][^.:;|(–!?\n]{0,50}:(?=\s|\Z)"
_NOT_LOOKED_FOR = re.compile(
    rf"{URL}|(?i:\bwww\.\S+)|\S+@\S+|(?i:\b(?:maan|dins|woens|donder|vrij|zater|zon)dag\b|\b[a-z]{{3,6}}day\b|\b(?:kwartaal|quarter|semester)\b)"
    rf"|(?:\A|(?<=[.;|(–!?•☒☐-]\s)|(?<=[(|])|(?<=,\s)(?=[^\W\d_]+:)){_LABEL}|\b[^.:;|(–!\n]{{1,60}}\?(?=\s|\Z)"
)
# An empty box with what stands behind it.
_OPTION = re.compile(rf"[{EMPTY}]\s*(?P<words>[^{TICKED}{EMPTY}\n]{{1,40}}?)(?=\s*(?:[{TICKED}{EMPTY}]|\Z))")
_FATES = frozenset({Fate.LEFT, Fate.FIELD, Fate.TEXT, Fate.HEADING, Fate.RUNNING})
_MOST_OF_LABEL = 6
"""Words of a heading that may be no more than the label of what stands below it."""
_MOST_OF_FIELD = 80
"""Signs of the words of one field, such as *afgerond in mei 2026*; those of a title may be all of its paragraph."""
_STATES = frozenset({"gepland", "loopt", "lopende", "lukt", "planned"})
"""Words of labels that also tell how something stands."""
_WHOLE, _AS_IDS = ("title", "number"), (".references", ".tags")
_THERE = frozenset({"present", "excused"})
"""Fields that hold ids of organisations alone: their names stand in the register, and nothing else of their line does."""
_ROUND = re.compile(r"[(\[](?P<inside>[^()\[\]]*)[)\]]")
_PART = re.compile(r"[^,;:]+")
_JOINING = frozenset(
    "van de het den der bij en voor uit namens of the for from door by vertegenwoordigd represented".split()
)
_SPEAKS = re.compile(r"(?i)\b(?:vertegenwoordigd|represented)(?=\s+(?:door|by)\s)")
"""Who speaks for a house has it beside the name in the list of people."""
_TOKEN = re.compile(r"[^\W_]+")
_MOST_OF_FOOT = 3
"""Words of a line that may stand on a page alone, such as its number."""


def accounted(taken: Taken, *, ours: bool = False, known: Iterable[str] = ()) -> Taken:
    """The same, with what stands in none of its files as left over.

    In a document of *ours* much is drawn of what stands elsewhere in it; names that are *known* need stand in no new file.
    """
    fates = _FATES - {Fate.RUNNING} if ours else _FATES
    account, names = taken.account, tuple(known)
    found = tuple(_lost(account, (*taken.files.values(), *names), fates))
    at_all = {line for one in (*found, *account.left) for line in one.lines}
    found += tuple(one for one in _unsaid(account, taken.files, names) if at_all.isdisjoint(one.lines))
    if not found:
        return taken
    lost = {line for one in found for line in one.lines}
    lines = tuple(one._replace(fate=Fate.LEFT) if at in lost else one for at, one in enumerate(account.lines))
    left = tuple(sorted((*account.left, *found), key=lambda one: one.lines[:1]))
    return taken._replace(account=account._replace(lines=lines, left=left))


def _lost(account: Account, texts: Iterable[str], fates: Container[Fate]) -> Iterator[Left]:
    """The words of lines that are nowhere, each time from the first to the last of them."""
    texts = tuple(texts)
    whole = folded("\n".join(texts)).lower()
    known, run_on = set(_WORD.findall(whole)), _letters(whole)  # a word that goes on over a line is whole in the files
    labels = _of_labels()
    told, often = _told(account), Counter(_letters(one.line.text) for one in account.lines)
    for at, placed in enumerate(account.lines):
        text = placed.line.text
        if placed.fate not in fates or placed.line.running or _is_label(placed.fate, text, often):
            continue
        bare = _NOT_LOOKED_FOR.sub(lambda one: " " * len(one[0]), _without_open_states(text))
        for start, end, _ in dates.find(bare):
            bare = f"{bare[:start]}{' ' * (end - start)}{bare[end:]}"
        words = [(one.span(), folded(one[0]).lower()) for one in _WORD.finditer(bare)]
        lost = [
            span
            for span, word in words
            if not (word in known or word in told.get(at, ()) or word in labels or _letters(word) in run_on)
        ]
        if lost:
            reason = say("these words came into no file")
            yield Left(text[lost[0][0] : lost[-1][1]], (at,), reason)


def _listing(account: Account) -> frozenset[int]:
    """The lines with a list of those that were there."""
    of = (one for one in account.entries if one.field in _THERE and one.path.startswith(f"{MEETINGS}/"))
    return frozenset(line for one in of for line in one.lines)


def _unsaid(account: Account, files: Mapping[str, str], known: Iterable[str]) -> Iterator[Left]:
    """Where brackets in such lines hold words that follow each other in no file; in a list of people they are of one row."""
    from elzctl.intake.minutes.words import PEOPLE, label_kind

    listing = _listing(account)
    texts = [*files.values(), *known] if listing else []
    whole = f" {' '.join(one for text in texts for one in _tokens(text))} "
    rows = [{*_tokens(row)} for path, text in files.items() if path.endswith(".csv") for row in text.splitlines()]
    for at in sorted(listing):
        text = account.lines[at].line.text
        for part in (
            one for brackets in _ROUND.finditer(text) for one in _PART.finditer(text, *brackets.span("inside"))
        ):
            words = [] if label_kind(part[0]) in PEOPLE else _tokens(part[0])  # how somebody was there is a value
            if words and f" {' '.join(words)} " not in whole and not any({*words} - _JOINING <= row for row in rows):
                yield Left(part[0].strip(), (at,), say("these words came into no file"))


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(folded(text).lower())


@cache
def _of_labels() -> frozenset[str]:
    """The words of the labels of forms: a file has a key, or a heading of its own, for what stands behind them."""
    from elzctl.intake.minutes.words import LABELS as OF_MINUTES
    from elzctl.intake.plan.words import LABELS as OF_PLANS

    return frozenset(_WORD.findall(folded(" ".join((*OF_MINUTES, *OF_PLANS))).lower())) - _STATES


def _without_open_states(text: str) -> str:
    """A choice of states with blanks for those with an empty box, when another box is ticked: they are not so."""
    from elzctl.intake.plan.status_label import says_no_more, word

    if not any(sign in text for sign in TICKED) or not any(sign in text for sign in EMPTY):
        return text
    return _OPTION.sub(
        lambda one: " " * len(one[0]) if word(one["words"]) and says_no_more(one["words"]) else one[0], text
    )


def _told(account: Account) -> dict[int, set[str]]:
    """The words that the report tells of each line: what a field was made of, and what is left over already."""
    found: dict[int, set[str]] = {}
    fields = ((_of_field(one), one.lines) for one in account.entries)
    for words, lines in (*fields, *account.labels, *((one.words, one.lines) for one in account.left)):
        for line in lines:
            found.setdefault(line, set()).update(_WORD.findall(folded(words).lower()))
    return found


def _of_field(entry: Entry) -> str:
    """What was understood, and need not stand in a file as it was; of a title, and of very much, no more than its label."""
    if entry.field in _THERE and entry.path.startswith(f"{MEETINGS}/"):
        whole = each_house(entry.words)  # "huisartsenkringen van A en B" are two names with another word
        return " ".join((*(word for word in _WORD.findall(entry.words) if word not in whole), *_SPEAKS.findall(whole)))
    is_whole = entry.field.rpartition(".")[2] in _WHOLE or len(entry.words) > _MOST_OF_FIELD
    if entry.value.startswith("[[") or entry.field.endswith(_AS_IDS):
        return entry.words
    if entry.certainty is Certainty.UNCLEAR or not is_whole:
        return entry.words
    return entry.words.partition(entry.value)[0] if entry.value and entry.value in entry.words else ""


def _is_label(fate: Fate, text: str, often: Mapping[str, int]) -> bool:
    """True for a line whose words need stand nowhere: a heading of a form, and what is printed on every page."""
    if fate is Fate.RUNNING:
        return often[_letters(text)] > 1 or len(text.split()) <= _MOST_OF_FOOT
    return fate is Fate.HEADING and len(text.split()) <= _MOST_OF_LABEL


def _letters(text: str) -> str:
    return re.sub(r"[\W\d_]+", "", folded(text).lower())
