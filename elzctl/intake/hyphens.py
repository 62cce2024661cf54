"""Words that were cut at the end of a line, made whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

# Behind a hyphen that stands for the rest of a word: zorg- en welzijnsactoren.
_JOINING = frozenset("en of en/of tot t/m and or als dan maar noch naar dus".split())
_SHORT = 3
# What a hyphen joins to the next word: Dutch writes other words as one.
_HYPHENED = frozenset("niet non ex oud socio sociaal back follow ad mini anti vice adjunct".split())
_SMALL = frozenset(
    """en of de het een in op van te tot met bij aan om uit er is we je ze zo al als dan dat die wie wat hoe ook nog per via
    the and or to of for in on at by as is we it an a""".split()
)
_COMMON = frozenset(
    """voor naar over onder tussen zonder tegen tijdens vanaf sinds door binnen buiten rond samen onze hun zijn haar ons deze dit
    geen niet wel elke elk alle meer minder wordt worden heeft hebben kan kunnen waar wanneer omdat maar want dus with from
    their our this that not are has have will""".split()
)
# From one to another: november-december.
_DAYS = frozenset(
    """januari februari maart april mei juni juli augustus september oktober november december january february march may june
    july august october maandag dinsdag woensdag donderdag vrijdag zaterdag zondag monday tuesday wednesday thursday friday
    saturday sunday voorjaar najaar lente zomer herfst winter spring summer autumn""".split()
)
# Two vowels that would be read as one sound have a hyphen between them in a word: zee-eend, auto-ongeval, but not initiatief.
_CLASHES = frozenset("aa ae ai au ee ei eu ie ii ij oe oi oo ou ui uu".split())
# An address of the web at the end of a line, and what can only be the rest of one.
_ADDRESS = re.compile(r"https?://\S{3,}\Z")
_BEGINS = re.compile(r"(?i)https?://|www\.")
_GOES_ON = re.compile(r"[^\s.,;]*[/=?&%_]\S*|(?=\S*(?:\d|[a-z][A-Z]))\S{10,}")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# A line may end behind the stroke of "en/of".
_SLASHED = re.compile(r"[^\W\d_]/\Z")
# Or behind the hyphen of what stands for the beginning of a word: opname en -ontslag.
_REST = re.compile(r"\b(?:en|of|and|or)\s+-\Z")
_HYPHENS = ("-", "\u2010", "\u00ad", "\u2011")
_CUT = re.compile(r"((?:[^\W_]+-)*[^\W_]+)[-\u2010\u00ad\u2011]\Z")

# How most words end that nothing is written behind, but an "s" before another word.
_WHOLE = re.compile(r"(?i)(?:\bge\w+[dt]e|\w(?:lijke?|ige|ele|ale|ende|ische|bare|zame|loze|ing|heid|teit))\Z")
_PLURAL = "en"
# What seldom stands behind "en": what does is the end of a word.
_BEFORE_NAMES = frozenset("in op van voor bij met uit tot aan om over tegen naar die dat te".split())

# No word or address is longer: more of a line is not looked at.
_LONGEST, _LONGEST_ADDRESS = 200, 2_000


def _cut(text: str) -> re.Match[str] | None:
    """The cut word at the end of a line."""
    return _CUT.search(text[-_LONGEST:]) if text[-1:] in _HYPHENS else None


# How no word ends, and how none begins: what is broken there was one word.
_NO_END = re.compile(r"[a-z][bcdfgkptvz][mnlrw]\Z")
_NO_BEGINNING = re.compile(
    r"(?!bl|br|ch|cl|cr|dr|dw|fj|fl|fr|gl|gn|gr|kl|kn|kr|kw|ph|pl|pn|pr|ps|pt|rh|sc|sf|sh|sj|sk|sl|sm|sn|sp|st|sw|th|tj|tr|ts|tw|vl|vr|wh|wr|zw)"
    r"[bcdfghjklmnpqrstvwxz]{2}[a-z]"
)


class Hyphens:
    """Joins lines, with the words of the document as witnesses."""

    def __init__(self, texts: Iterable[str]) -> None:
        """*texts* are all lines of the document."""
        words: Counter[str] = Counter()
        is_cut = False
        for text in texts:
            # The halves of words that were cut are no witnesses.
            whole = (re.sub(r"\A\s*[^\W_]+", "", text) if is_cut else text).rstrip()
            is_cut = _cut(text.rstrip()) is not None
            cut = _cut(whole)
            witnesses = whole if cut is None else whole[: len(whole) - len(cut[0])]
            words.update(match[0].casefold() for match in _WORD.finditer(witnesses))
        self._words = words

    def joined(self, before: str, after: str) -> str:
        """Two lines as one: with a blank, with the hyphen, or without it."""
        before, after = before.rstrip(), after.lstrip()
        if not before or not after:
            return before + after
        cut, blank = self.seam(before, after)
        return before[: len(before) - cut] + blank + after

    def seam(self, before: str, after: str) -> tuple[int, str]:
        """How two lines become one: characters to take off the end of the first, and what comes between."""
        cut = _cut(before)
        if _BEGINS.match(after):
            return 0, " "
        if _ADDRESS.search(before[-_LONGEST_ADDRESS:]) and (before[-1] in "-?&=_%" or _GOES_ON.match(after)):
            return 0, ""
        if cut is None:
            is_open = _SLASHED.search(before[-_LONGEST:]) or (_REST.search(before[-_LONGEST:]) and after[:1].isalpha())
            return 0, "" if is_open else " "
        rest = re.match(r"[^\W_]+", after)
        if rest is None or after.split(maxsplit=1)[0].rstrip(",;") in _JOINING:
            return 0, " "
        # meer-op-maat: a word that another hyphen joins to the next one was not cut before it.
        is_joined = rest[0].casefold() in _SMALL and after[len(rest[0]) :].startswith(_HYPHENS)
        return int(not is_joined and self._is_cut(cut[1], rest[0], before[-1])), ""

    def is_broken(self, first: str, rest: str) -> bool:
        """True when a word was broken without a hyphen, because its cell was too narrow for it."""
        words = (first.split()[-1:], rest.split(maxsplit=1)[:1])
        if not all(words) or not words[0][0][-1:].isalpha():
            return False
        last, after = words[0][0], words[1][0].rstrip(".,:;?!")
        capitals = len(last) > 1 and last.isupper() and after.isupper()
        if not capitals and not after[:1].islower():
            return False
        if (last + after).casefold() in self._words:
            return True
        if capitals and max(self._words[last.casefold()], self._words[after.casefold()]) < 2:
            # A label of two words has words that stand elsewhere too.
            return True
        if not capitals and (_NO_END.search(last.lower()) or _NO_BEGINNING.match(after.lower())):
            return True
        return len(after) <= _SHORT and (capitals or after not in _SMALL)

    def was_cut_off(self, first: str, rest: str, *, is_last: bool) -> bool:
        """True for a line of one word in which no letter more would have fitted, before the rest of that word.

        *is_last*: nothing comes below the rest; no text ends with a word that joins two others.
        """
        last, after = first.strip(), rest.split(maxsplit=1)[0]
        bare = after.rstrip(".,:;?!)")
        if last[-1:].isdigit() and bare[:1].isdigit():
            return True
        if not (last[-1:].isalpha() or last[-1:] == ".") or not bare[:1].islower():
            return False
        whole, halves = f"{last}{bare}".casefold(), (last.casefold().lstrip("("), bare.casefold())
        if whole in self._words:
            return True
        if bare in _SMALL or bare in _COMMON:
            beyond = rest.split()[1:2]
            return bare == _PLURAL and (beyond[0] in _BEFORE_NAMES if beyond else is_last)
        if _WHOLE.search(last) and not bare.startswith("s"):
            return False
        return not any(self._words[half] for half in halves)

    def _is_cut(self, first: str, rest: str, sign: str) -> bool:
        """True when the hyphen is only there because the line ended."""
        if sign == "\u00ad":
            return True
        if {first.casefold(), rest.casefold()} <= _DAYS:
            return False
        whole, with_hyphen = (first + rest).casefold(), f"{first}-{rest}".casefold()
        if with_hyphen in self._words or whole in self._words:
            return with_hyphen not in self._words
        last = first.rpartition("-")[2]
        if not rest[0].islower() or last[-1].isdigit() or (len(last) > 1 and last.isupper()) or len(last) == 1:
            return False
        if f"{last[-1].casefold()}{rest[0]}" in _CLASHES:
            return False
        if last == first:
            return last.casefold() not in _HYPHENED
        # een-op-een, train-the-trainer-opleiding: what stands behind another hyphen was seldom cut.
        return len(last) > _SHORT and rest.casefold() not in self._words
