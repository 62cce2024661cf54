"""References to goals and actions by their numbers, as ``[[id]]``: where the number is one of the plan."""

from __future__ import annotations

import re
from collections.abc import Mapping

from elzctl.intake.paper import Block, Span
from elzctl.record import NamedTuple

_WORD = r"(?:acties?|actiefiches?|fiches?|actiepunt(?:en)?|OD|SD|AP|BD|(?:operationele |strategische )?doelstelling(?:en)?|doel|zie(?: ook)?|actions?|goals?|see)"
_NUMBERED = re.compile(
    rf"(?<![\w.,/€-])(?P<word>{_WORD}\s+)?(?P<code>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})(?![\w%€]|[.,/-]\d)", re.IGNORECASE
)
_SINGLE = re.compile(
    r"(?<![\w-])(?P<word>(?i:strategische doelstelling(?:en)?|strategic goals?)\s+|SD\s?)(?P<numbers>\d{1,2}(?:(?:, | en | and | & )\d{1,2})*)(?![\w.,/-]*\d|\w|\s*[:%€])"
)
_CODED = re.compile(
    r"(?<![\w.-])(?P<code>[A-Z]{1,5}[-. ]?\d{1,3}(?:\.\d{1,3}){0,3}(?:\.?[a-z](?![\w’']))?)(?![\w]|[.,-]\d)"
)
# An action by the word and the number of its heading: *samengevoegd met actie 2*.
_NAMED = re.compile(
    r"(?<![\w-])(?P<word>(?:acties?|actiefiches?|fiches?|maatregel|project|actions?)\s+)(?P<number>\d{1,3})(?![\w%€]|[.,:/-]\d|\s*:)",
    re.IGNORECASE,
)
_ANY_WORD = re.compile(r"(?<![\w-])(?P<word>[^\W\d_]{3,24}\s+)(?P<number>\d{1,3})(?![\w%€]|[.,:/-]\d|\s*:)")
# How our documents refer in a title: without the title of what they mean.
_SHORT = {"actie", "action", "doelstelling", "goal"}
# A reference as it goes through the writer of Markdown: signs of no meaning around the id.
_OPEN, _CLOSE, _BAR = "\ue100", "\ue101", "\ue102"
_HIDDEN = re.compile(f"{_OPEN}([a-z0-9-]+)(?:{_BAR}([^{_CLOSE}]*))?{_CLOSE}")


class Target(NamedTuple):
    """What a number or an anchor leads to: the id, its number in the document, its title, and whether it is an action."""

    id: str
    code: str
    title: str
    is_action: bool = False


class References:
    """What can be referred to."""

    def __init__(
        self,
        numbers: Mapping[tuple[int, ...], Target],
        codes: Mapping[str, Target],
        anchors: Mapping[str, Target],
        *,
        own: bool = False,
    ) -> None:
        """By number with points, by code with letters (without blanks or hyphens), and by the anchors of the document."""
        self._numbers = numbers
        self._codes = codes
        self._anchors = anchors
        self._own = own

    def linked(self, text: str, own: str = "") -> str:
        """The text with its references; *own* is the id of what the text is about, which is not linked to itself."""
        made = _SINGLE.sub(lambda match: self._single(match, own), text) if self._numbers and not self._own else text
        made = self._numbered(made, own) if self._numbers else made

        def coded(match: re.Match[str]) -> str:
            target = self._codes.get(bare(match["code"]))
            return match[0] if target is None or target.id == own else f"[[{target.id}]]"

        def named(match: re.Match[str]) -> str:
            target = self._by_word(match)
            return match[0] if target is None or target.id == own else f"{match['word']}[[{target.id}]]"

        return _NAMED.sub(named, _CODED.sub(coded, made)) if self._codes else made

    def _by_word(self, match: re.Match[str]) -> Target | None:
        word = match["word"].strip().lower()
        return next(
            (
                self._codes[name]
                for form in (word, word.removesuffix("s"))
                if (name := f"{form} {match['number']}") in self._codes
            ),
            None,
        )

    def _numbered(self, text: str, own: str) -> str:
        """With the numbers that have points; where a document of ours prints the title behind one, it goes too."""
        pieces: list[str] = []
        done = 0
        for match in _NUMBERED.finditer(text):
            target = self._numbers.get(tuple(map(int, match["code"].split("."))))
            word = match["word"] or ""
            if match.start() < done or target is None or target.id == own:
                continue
            titled = self._own and text.startswith(f" {target.title}", match.end())
            if not (match["code"].count(".") > 1 or word or titled):
                continue
            short = self._own and not titled and word.strip().lower() in _SHORT
            pieces += [text[done : match.start()], "" if short else word, f"[[{target.id}]]"]
            done = match.end() + (len(target.title) + 1 if titled else 0)
        return "".join((*pieces, text[done:]))

    def _single(self, match: re.Match[str], own: str) -> str:
        def one(number: re.Match[str]) -> str:
            target = self._numbers.get((int(number[0]),))
            return number[0] if target is None or target.id == own else f"[[{target.id}]]"

        return match["word"] + re.sub(r"\d+", one, match["numbers"])

    def first(self, text: str, own: str = "") -> Target | None:
        """The first action that a text refers to, or the first goal when it refers to none."""
        found = [self._numbers.get(tuple(map(int, match["code"].split(".")))) for match in _NUMBERED.finditer(text)]
        found += [self._codes.get(bare(match["code"])) for match in _CODED.finditer(text)]
        found += map(self._by_word, _ANY_WORD.finditer(text))
        known = [target for target in found if target is not None and target.id != own]
        return max(known, key=lambda target: target.is_action, default=None)

    def anchored(self, block: Block) -> Block:
        """The block with its links inside the document hidden in signs that :func:`shown` turns into references."""
        spans: list[Span] = []
        text, shift = block.text, 0
        for span in sorted(block.spans, key=lambda one: one.start):
            target = self._anchors.get(span.link[1:]) if span.link.startswith("#") else None
            if target is None:
                spans.append(span._replace(start=span.start + shift, end=span.end + shift))
                continue
            # The blank behind a link may look like the link itself.
            words = block.text[span.start : span.end].rstrip()
            label = (
                ""
                if words in (f"{target.code} {target.title}".strip(), target.title, target.code)
                else f"{_BAR}{words}"
            )
            hidden = f"{_OPEN}{target.id}{label}{_CLOSE}"
            text = text[: span.start + shift] + hidden + text[span.start + len(words) + shift :]
            shift += len(hidden) - len(words)
        return block if text == block.text else block._replace(text=text, spans=tuple(spans))


def shown(text: str) -> str:
    """Markdown or a value with the hidden references in it written out."""
    return _HIDDEN.sub(lambda match: f"[[{match[1]}|{match[2]}]]" if match[2] else f"[[{match[1]}]]", text)


def unlinked(text: str) -> str:
    """A value in which nothing is a reference yet."""
    return text.replace("[[", "[ [")


def bare(code: str) -> str:
    """A code without what stands between its letters and its number: ``AP-3`` is ``AP3``."""
    return re.sub(r"[-. ](?=\d)", "", code, count=1)
