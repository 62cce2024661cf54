"""What a sentence that holds a word for a state says with it: of whom, how sure, and whether it is so at all.

*De folder is afgerond*, *Deze actie is bijna afgerond*, *Zodra deze actie is afgerond …* and *Is dit afgerond?* hold the same
word.  It is the state of the action only when the action is what the clause speaks of, and nothing takes it back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import Enum

from elzctl.intake.plan.clause_words import (
    AGENTS,
    AMOUNTS,
    CONDITIONS,
    CONTRARY,
    DECIDING,
    DENIED,
    DETERMINERS,
    DOING,
    FINITE,
    FORMER,
    HEADS,
    LIKE_THIS,
    NEUTRAL,
    PARTS,
    PLACE,
    PREPOSITIONS,
    PRONOUNS,
    QUALIFIED,
    SPLITS,
    SUBORDINATE,
    WISHES,
)
from elzctl.record import NamedTuple

# Behind a word for a state: where what is said of it ends.
_AFTER = re.compile(rf"{SPLITS.pattern}|\.|(?<!\w)(?:wegens|door|due|since|want)(?!\w)")
_GOVERNED = re.compile(r"(?i)(?:om|dat|that)(?!\w)")
_THEN = re.compile(r"(?i),\s*(?:dan|then)\b")


# Whoever else stops with it, the action goes on.
_WE_STOP = re.compile(
    r"(?i)(?:\A|[.:;,]\s)(?:daarom |dus |nu )?(?:we|wij)?\s*\[(?:stoppen (?:we )?met (?:deze|dit|de)|(?:stoppen|zetten) we .*)\]\s+(?:actie|project|fiche|initiatief)(?!\w)"
)


class Mood(Enum):
    """How a sentence says that it stands so."""

    SAID = "said"
    LIKELY = "likely"
    """It is said of a thing that the title names."""
    PARTLY = "partly"
    OPEN = "open"
    """Denied, wished, asked, tied to a condition, or said of something else."""


class About(NamedTuple):
    """What a text is about: the words of the title in small letters, and the numbers and codes of the action."""

    words: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()


class _Phrase(NamedTuple):
    """A noun with what stands before it; ``more`` is true when a phrase hangs on it: *van vorig jaar*."""

    words: tuple[str, ...]
    more: bool
    end: int


def about(title: str, codes: Iterable[str]) -> About:
    """What an action with this title and these numbers is."""
    words = frozenset(word for word in re.findall(r"[^\W\d_]+", title.lower()) if len(word) > 4)
    return About(words, frozenset(code.lower() for code in codes if code))


def mood(
    sentence: str, start: int, end: int, subject: About | None, more: Iterable[str], *, first: bool, ends: bool
) -> Mood:
    """How the words from *start* to *end* are said.

    Without a *subject*, it does not matter of what it is said.  *more* are nouns that stand for the action beside the usual
    ones; *first* is true when no sentence stands before this one, to which *dit* or *ze* could point; *ends* tells that
    what is said ends the action.
    """
    clause, at = _clause(sentence, start)
    said = end - start
    if sentence.rstrip(' )”"’').endswith("?") or _tied(sentence[:start], clause[:at], sentence[end:], ends=ends):
        return Mood.OPEN
    own = clause[: at + said] + _AFTER.split(clause[at + said :])[0]
    governs = sentence[: start - at] if _GOVERNED.match(clause) else ""
    if (
        DENIED.search(own)
        or DENIED.search(governs)
        or WISHES.search(sentence[:end])
        or WISHES.search(own)
        or FORMER.search(own)
    ):
        return Mood.OPEN
    spoken = Mood.SAID
    if subject is not None and not _WE_STOP.search(f"{sentence[:start]}[{sentence[start:end]}]{sentence[end:]}"):
        spoken = _of_this(sentence, start, clause, at, said, subject, frozenset(more), first=first)
    if spoken is Mood.OPEN:
        return spoken
    goes_on = ends and CONTRARY.search(f"{sentence[:start]} {sentence[end:]}")
    if spoken is Mood.PARTLY or QUALIFIED.search(own) or goes_on:
        return Mood.PARTLY
    return Mood.OPEN if ends and PLACE.search(own) else spoken


def _tied(before: str, clause: str, after: str, *, ends: bool) -> bool:
    """True when it is so only if, or once, something else is; *clause* is what stands before it in its own one."""
    later = ends and (CONDITIONS.search(after) or _THEN.search(after))
    return bool(SUBORDINATE.search(clause) or CONDITIONS.search(before) or _THEN.search(before) or later)


def _clause(sentence: str, start: int) -> tuple[str, int]:
    """The part of a sentence in which a place lies, and the place in it."""
    flat = re.sub(r"\([^()]*\)", lambda match: match[0] if _within(match, start) else " " * len(match[0]), sentence)
    first, last = 0, len(flat)
    for match in SPLITS.finditer(flat):
        if match.end() <= start and not (match[0] in ("en", "and") and not _is_clause(flat[match.end() :])):
            first = match.end() if not match[0].isalpha() else match.start()
        elif match.start() > start and not match[0].isalpha():
            last = min(last, match.start())
    return flat[first:last], start - first


def _within(match: re.Match[str], place: int) -> bool:
    return match.start() < place < match.end()


def _is_clause(text: str) -> bool:
    """True when a verb stands among the next words: *en werd stopgezet*, not *en de affiche*."""
    return FINITE.match(text.strip()) is not None


def _of_this(
    sentence: str, start: int, clause: str, at: int, said: int, subject: About, more: frozenset[str], *, first: bool
) -> Mood:
    """Whether the clause speaks of the action."""
    verb = FINITE.search(clause[: at + said])
    linked = SPLITS.match(clause)
    body = clause[linked.end() :] if linked and linked[0].isalpha() else clause
    shift = len(clause) - len(body)
    stop = at + said - shift
    place = at - shift if verb is None else min(at, verb.start()) - shift
    phrase = _phrase(body[: max(0, place)])
    if phrase is None and verb is not None:
        phrase = _phrase(body[max(0, verb.end() - shift) : stop])
    elif phrase is not None and _acts(phrase, verb) and _is_this(phrase, subject, more, first=False) is Mood.OPEN:
        after = max(0, verb.end() - shift) if verb is not None else place
        phrase = _phrase(body[after:stop] if body[after:stop].strip() else body[after:]) or (
            phrase if verb is None or not DECIDING.match(verb[0]) else None
        )
    if phrase is None:
        # No subject: that of the clause before it, when "en" or "maar" leads here.
        begins = start - at
        joined = linked is not None and linked[0].lower() in ("en", "maar", "and", "but") and begins > 0
        before = sentence[:begins].strip(" ,;")
        if joined and before:
            verb = FINITE.search(before)
            phrase = _phrase(before[: verb.start()] if verb else before)
    return Mood.SAID if phrase is None else _is_this(phrase, subject, more, first=first)


def _acts(phrase: _Phrase, verb: re.Match[str] | None) -> bool:
    """True for somebody who does it to something: *we*, *het bestuur besliste …*."""
    if verb is None:
        return False
    return bool(DECIDING.match(verb[0]) or DOING.match(verb[0])) or phrase.words[-1] in AGENTS


def _phrase(text: str) -> _Phrase | None:
    """The first noun with what belongs to it, outside of phrases with a preposition and of adverbs."""
    tokens = list(re.finditer(r"[\w’'][\w’'./-]*", text))
    at = 0
    while at < len(tokens):
        word = tokens[at][0].lower()
        if word in PREPOSITIONS:
            at = _behind(tokens, at)
        elif _is_neutral(tokens[at][0]):
            at += 1
        else:
            break
    taken = at
    while taken < len(tokens) and tokens[taken][0].lower() not in PREPOSITIONS:
        if _is_neutral(tokens[taken][0]) and taken > at and not re.match(r"\d", tokens[taken][0]):
            break
        taken += 1
    if taken == at:
        return None
    after = [token[0] for token in tokens[taken : taken + 3]]
    timed = len(after) > 1 and (_is_neutral(after[1]) or (after[1].lower() in DETERMINERS and _is_neutral(after[-1])))
    hangs = bool(after) and after[0].lower() in PREPOSITIONS and not timed
    return _Phrase(tuple(token[0].lower().rstrip(".") for token in tokens[at:taken]), hangs, tokens[taken - 1].end())


def _behind(tokens: Sequence[re.Match[str]], at: int) -> int:
    """Behind a phrase that begins with a preposition: its article and adjectives, one noun, and what is a name or a date."""
    at += 1
    while at < len(tokens) and (tokens[at][0].lower() in DETERMINERS | AMOUNTS or _is_adjective(tokens, at)):
        at += 1
    at += 1
    if at + 1 < len(tokens) and tokens[at][0].lower() in ("en", "of", "and", "or"):
        return _behind(tokens, at)
    while at < len(tokens) and (tokens[at][0][0].isupper() or tokens[at][0][0].isdigit() or _is_neutral(tokens[at][0])):
        at += 1
    return at


def _is_adjective(tokens: Sequence[re.Match[str]], at: int) -> bool:
    """True for a word in -e with its noun behind it."""
    after = tokens[at + 1][0] if at + 1 < len(tokens) else ""
    has_noun = bool(after) and after.lower() not in PREPOSITIONS and FINITE.fullmatch(after) is None
    return has_noun and not _is_neutral(after) and re.fullmatch(r"[a-zà-ÿ]{3,}e", tokens[at][0]) is not None


def _is_neutral(word: str) -> bool:
    return word[0].isdigit() or word.lower().rstrip(".") in NEUTRAL


def _is_this(phrase: _Phrase, subject: About, more: frozenset[str], *, first: bool) -> Mood:
    words = [word for word in phrase.words if word]
    if len(words) == 1 and words[0] in PRONOUNS:
        return Mood.SAID if first else Mood.OPEN
    if all(word in AGENTS or word in DETERMINERS for word in words):
        return Mood.SAID if more or first else Mood.OPEN
    if words[0] in ("elz", "eerstelijnszone") and more:
        return Mood.SAID
    determiner = words[0] if words[0] in DETERMINERS else ""
    nouns = words[1:] if determiner else words
    if any(word in PARTS for word in nouns):
        return Mood.PARTLY
    heads = HEADS | more
    at = next((at for at, word in enumerate(nouns) if word in heads), -1)
    if at == 0 and determiner in LIKE_THIS:
        rest = [word for word in nouns[1:] if (word not in subject.words and len(word) > 4) or word[:1].isdigit()]
        named = not rest or all(word in subject.codes for word in rest)
        return Mood.SAID if named and not (phrase.more and determiner not in ("deze", "dit", "this")) else Mood.OPEN
    if nouns and " ".join(nouns) in subject.codes:
        return Mood.SAID
    is_title = bool(nouns) and nouns[-1] in subject.words and determiner in LIKE_THIS
    return Mood.LIKELY if is_title and len(nouns) == 1 and not phrase.more else Mood.OPEN
