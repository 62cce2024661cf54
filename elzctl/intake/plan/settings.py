"""Title, year and organisation of a plan: from the options, its title, the heads of its pages, and what it says most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from elzctl import dates
from elzctl.dates import VagueDate
from elzctl.intake import who
from elzctl.intake.ledger import Certainty
from elzctl.intake.named import FORM
from elzctl.intake.paper import Block, Paper
from elzctl.intake.plan.as_partner import among_partners, gets_something
from elzctl.intake.plan.desk import GUESSED, READ
from elzctl.intake.plan.timed import years_of
from elzctl.intake.plan.words import label_of
from elzctl.record import NamedTuple
from elzctl.terms import Tongue
from elzctl.wording import Message, say

_PLAN = re.compile(
    r"(?i)\b(?:(?:meer)?ja(?:ar|ren)|actie|beleids|werkings?|zorgstrategisch|jaaractie|beleids- en actie|werk|action|policy|year|annual)[\s-]?(?:actie)?-?plan\w*|\bjaarkalender\b|\bwerkingskader\b|\bcharter\b|\bjaarplanning\b|\broadmap\b|\bplan(?:nen)?\b"
)
_YEARS = re.compile(r"\b(?P<first>20\d\d)(?:\s*[-–/]\s*(?P<last>20\d\d|\d\d))?\b")
_ACTIONS_OF = re.compile(
    r"(?i)(?:acties?|actieplan|jaarplan|plan|doelstellingen|planning|actions?|kalender)\s+(?:voor\s+)?(?P<year>20\d\d(?:\s*[-–/]\s*20\d\d)?)"
)
_NAME = r"[A-ZÀ-Þ][\w’'-]*\+?(?:[ -](?:[A-ZÀ-Þ][\w’'-]*\+?|(?:de|den|der|ten|ter|van|(?:en|&)(?!\s[A-Z]{2,}\b))\s[A-ZÀ-Þ][\w’'-]*\+?))*"
_OWNERS = (
    re.compile(
        rf"\b(?:ELZ|EERSTELIJNSZONE|[Ee]erstelijnszone|ZORGRAAD|(?:(?:Regionale|Lokale|Gemeentelijke|Intergemeentelijke)\s+)?[Zz]orgraad)\s+(?:(?:regio|streek|['’]t)\s+)?{_NAME}"
    ),
    re.compile(
        rf"\b(?:(?i:(?:gemeente|stad)(?:bestuur)?(?:\s+(?:en|&|/)\s+OCMW)?|OCMW(?:\s+(?:en|&|/)\s+(?:gemeente|stad)))|OCMW|[Ll]okaal [Bb]estuur|[Ww]elzijnsvereniging|[Zz]orgregio|[Pp]rimary [Cc]are [Zz]one)\s+{_NAME}"
    ),
    re.compile(r"\b[Ww]erkgroep\s+[^\W\d]+(?:\s[^\W\d]+)?"),
)
# In the title alone: these words stand in names of others too.
_BAND = re.compile(
    rf"\b(?:[Ww]elzijnsband|[Zz]orgband|(?:[Zz]org|[Ww]elzijns|[Ll]erend )?[Nn]etwerk|[Ss]amenwerkingsverband|[Ii]ntergemeentelijke [Vv]ereniging)\s+{_NAME}"
)
_SMALL = (
    "de het een en van voor wie wat onze we zijn niet er met tot bij",
    "the a an and of for who what our is are not there with to by",
)
_PAGE = re.compile(
    r"(?i)\W*(?:(?:pagina|blz\.?|p\.|page)\s*\d+(?:\s*(?:van|/|of)\s*\d+)?|(?<!\d)\d{1,3}\s*(?:van|/|of)\s*\d{1,3}(?!\d)|(?<![\d-])\d{1,3}\s*\Z)\W*"
)
# *Eerstelijnszone (ELZ) Polder* is called *Eerstelijnszone Polder*.
_ASIDE = re.compile(r"(?<=zone) \(ELZ\)\s+(?=[A-ZÀ-Þ])")
# Above a mail; not that it is an answer to another one.
_SUBJECT = re.compile(
    r"(?i)(?:onderwerp|betreft|subject)\s*:\s*(?:(?:re|fw|fwd|tr|doorst|antw)\s*:\s*)*(?P<of>\S.{2,110}?)\s*"
)
MOST_OF_HEAD = 10
"""Lines above the text of a mail."""
BY_SUBJECT = say("The subject of the mail says so.")
OF_GOALS = say("It is a short line at the beginning that speaks of goals or actions and a year.")
# *Doelen en indicatoren 2027*.
_GOALS_OF = re.compile(
    r"(?=.*(?<!\w)(?i:doelen|doelstellingen|acties|prioriteiten|speerpunten|ambities|engagementen|goals|objectives|actions)(?!\w))[A-ZÀ-Þ](?:[\w’'&,-]+\s+){1,9}\(?20\d\d(?:\s?[-–/]\s?20\d\d)?\)?"
)
IN_TITLE = say("The title names it.")
MOST_SAID = say("It is named most often.")
SAID_ONCE = say("It is named once: look whether it is whose plan this is.")
BY_ITSELF = say("It stands by itself at the beginning.")
COVER = 6
"""Blocks at the beginning among which the name of whose plan it is may stand by itself."""
BY_TIMES = say("The headings of years and quarters say so.")
ON_PAGES = say("It stands at the head or foot of pages.")
LARGEST = say("It is the largest heading, at the beginning.")
LONGEST_TITLE = 120
NOT_SAID = say("The document does not say it.")


class Fact(NamedTuple):
    """A value with the words and lines it comes from, how sure it is, and why."""

    value: str
    words: str = ""
    lines: tuple[int, ...] = ()
    certainty: Certainty = READ
    reason: Message | None = None


class Settings(NamedTuple):
    """What ``plan.yaml`` says first; ``used`` are the blocks that told it and hold nothing else."""

    title: Fact
    year: Fact | None
    organisation: Fact | None
    used: tuple[Block, ...]


def settings(paper: Paper, before: Sequence[Block], year: int | None, organisation: str, tongue: Tongue) -> Settings:
    """Who, which year, and what the document is called."""
    found, used = _title(paper, before)
    owner = Fact(organisation, organisation) if organisation else _owner(paper, before, found)
    when = Fact(str(year), str(year)) if year is not None else _year(paper, before, found)
    if found is None:
        words = "Actieplan" if tongue is Tongue.NL else "Action plan"
        found = Fact(f"{words} {when.value}" if when else words, "", (), GUESSED, NOT_SAID)
    cover = [block for block in before if owner and not block.cell and who.key(block.text) == who.key(owner.value)]
    return Settings(found, when, owner, (*used, *cover))


def is_called_plan(text: str) -> bool:
    """True for words that call a document a plan."""
    return _PLAN.search(text) is not None


def tongue_of(paper: Paper) -> Tongue:
    """The language of a document: as it says, or by its small words."""
    words = Counter(word for block in paper.blocks for word in re.findall(r"(?<!\S)[a-z]+\b(?!@)", block.text.lower()))
    dutch, english = (sum(words[word] for word in some.split()) for some in _SMALL)
    # What Word says of the language is often that of the machine.
    if dutch == english and paper.language[:2] == "en":
        return Tongue.EN
    return Tongue.EN if english > dutch else Tongue.NL


def year_of(fact: Fact | None) -> VagueDate | None:
    """The year of the plan as a date."""
    value = dates.read(fact.value) if fact else None
    return value if isinstance(value, VagueDate) else None


def _title(paper: Paper, before: Sequence[Block]) -> tuple[Fact | None, tuple[Block, ...]]:
    for block in before:
        if block.style == "title" and block.text.strip():
            return Fact(block.text.strip(), block.text, block.lines), (block,)
    for block in before[:MOST_OF_HEAD]:
        subject = _SUBJECT.fullmatch(block.text.strip())
        if subject is not None and (_PLAN.search(subject["of"]) or _ACTIONS_OF.search(subject["of"])):
            return Fact(subject["of"], block.text, block.lines, GUESSED, BY_SUBJECT), (block,)
    for block in before[:6]:
        text = block.text.strip()
        if _PLAN.search(text) and len(text) <= 120 and not text.endswith((".", ":", ";", ",")) and not block.depth:
            sure = bool(block.level) or _PLAN.match(text) is not None
            return Fact(
                text,
                text,
                block.lines,
                READ if sure else GUESSED,
                None if sure else say("It is a short line at the beginning that speaks of a plan."),
            ), (block,)
    for block in before[:6]:
        if _GOALS_OF.fullmatch(block.text.strip()) and not block.depth and block.cell is None:
            return Fact(block.text.strip(), block.text, block.lines, GUESSED, OF_GOALS), (block,)
    first = _highest(paper, before)
    if first is not None:
        return Fact(first.text.strip(), first.text, first.lines, GUESSED, LARGEST), (first,)
    if paper.title.strip() and not re.search(
        r"(?i)\.\w{2,4}\Z|^microsoft word|^untitled|^document\d*\Z", paper.title.strip()
    ):
        return Fact(paper.title.strip(), paper.title, (), GUESSED, say("The properties of the file say so.")), ()
    for text, at in _running(paper):
        if _PLAN.search(text):
            return Fact(text, text, (at,), GUESSED, ON_PAGES), ()
    return None, ()


def _highest(paper: Paper, before: Sequence[Block]) -> Block | None:
    """The heading with which a document begins, when no other one is as high."""
    first = before[0] if before else None
    if first is None or not first.level or first.text.rstrip().endswith((".", ":", "?")):
        return None
    same = sum(0 < block.level <= first.level for block in paper.blocks)
    return first if same == 1 and len(first.text) <= LONGEST_TITLE and label_of(first.text) is None else None


def _running(paper: Paper) -> Iterator[tuple[str, int]]:
    """What stands at the head and foot of pages, without the number of the page."""
    for at, line in enumerate(paper.lines):
        text = " ".join(re.sub(_PAGE, " ", line.text).split()) if line.running else ""
        if len(text) > 3:
            yield text, at


def _year(paper: Paper, before: Sequence[Block], title: Fact | None) -> Fact | None:
    if title is not None and (match := _YEARS.search(title.value)):
        return Fact(_span(match), title.words, title.lines, title.certainty, title.reason)
    for block in before:
        match = _ACTIONS_OF.search(block.text) if len(block.text) <= 120 else None
        if match:
            return Fact(
                " ".join(match["year"].split()),
                block.text,
                block.lines,
                GUESSED,
                say("A heading before the goals says so."),
            )
    for text, at in _running(paper):
        if match := _YEARS.search(text):
            return Fact(_span(match), text, (at,), GUESSED, ON_PAGES)
    if years := years_of(paper.blocks):
        return Fact("-".join(map(str, dict.fromkeys(years))), "", (), GUESSED, BY_TIMES)
    named = Counter(value.first.year for block in paper.blocks for _, _, value in dates.find(block.text) if value.year)
    if named:
        year, count = named.most_common(1)[0]
        return Fact(str(year), "", (), GUESSED, MOST_SAID) if count > 1 else None
    return None


def _span(match: re.Match[str]) -> str:
    first, last = match["first"], match["last"]
    if not last:
        return first
    whole = last if len(last) == 4 else first[:2] + last
    return f"{first}-{whole}" if int(whole) > int(first) else first


def _owner(paper: Paper, before: Sequence[Block], title: Fact | None) -> Fact | None:
    for block in before:
        if block.style in ("cover name", "organisation"):
            return Fact(block.text.strip(), block.text, block.lines)
    for block in before[:COVER]:
        text = block.text.strip()
        bare = FORM.sub("", text).strip(" ,")
        alone = not block.depth and block.cell is None and any(pattern.fullmatch(bare) for pattern in _OWNERS)
        if alone:
            return Fact(text, text, (), GUESSED, BY_ITSELF)
    named = _BAND.search(title.value) if title is not None else None
    if named is not None:
        return Fact(named[0], named[0], title.lines if title is not None else (), GUESSED, IN_TITLE)
    along = among_partners(paper.blocks)
    texts = (
        *(line.text for line in paper.lines[:400] if line.running),
        *(block.text for at, block in enumerate(paper.blocks) if at not in along),
        paper.title,
    )
    is_zone = any(True for _ in _names(_OWNERS[0], texts))
    for pattern in _OWNERS:
        named = pattern.search(title.value) if title is not None and not is_zone else None
        if named is not None and title is not None:
            return Fact(_spelled(named[0]), title.words, title.lines, GUESSED, IN_TITLE)
    for pattern in _OWNERS:
        counted: Counter[str] = Counter()
        shown: dict[str, str] = {}
        for name in _names(pattern, texts):
            key = who.key(name)
            counted[key] += 1
            shown.setdefault(key, _spelled(name))
        if counted:
            key, count = counted.most_common(1)[0]
            return Fact(shown[key], shown[key], (), GUESSED, MOST_SAID if count > 1 else SAID_ONCE)
    return None


def _names(pattern: re.Pattern[str], texts: Sequence[str]) -> Iterator[str]:
    """The names in these texts but for those of others that get something or work along."""
    for text in (_ASIDE.sub(" ", text) for text in texts):
        yield from (match[0] for match in pattern.finditer(text) if not gets_something(text[: match.start()]))


def zone_named(paper: Paper) -> str:
    """The name of the one zone that a document names, which *ELZ* alone means there; "" for none, or several."""
    found = {
        who.key(match[0]): _spelled(match[0])
        for text in (paper.title, *(block.text for block in paper.blocks))
        for match in _OWNERS[0].finditer(_ASIDE.sub(" ", text))
        if who.key(match[0]).startswith("elz ")
    }
    return next(iter(found.values())) if len(found) == 1 else ""


def _spelled(name: str) -> str:
    """A name in capitals as it is written elsewhere: *EERSTELIJNSZONE DENDER* is *Eerstelijnszone Dender*; it begins with one."""
    plain = re.sub(r"[^\W\d_]{4,}", lambda match: match[0].capitalize(), name) if name.isupper() else name
    return plain[:1].upper() + plain[1:]
