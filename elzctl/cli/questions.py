"""The kinds of questions: each reads an answer or says what is wrong with it, so that an option and an answer are read alike."""

from __future__ import annotations

import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from elzctl.dates import VagueDate, in_words_range, read
from elzctl.record import NamedTuple
from elzctl.render.columns import cut
from elzctl.terms import Number
from elzctl.wording import Language, Message, say

Value = TypeVar("Value")

SHORT_LIST = 20
MOST_NEAR = 3
MOST_NUMBERED = 40
SHORT = 72


class Choice(NamedTuple):
    """Something to choose: what is typed for it, its id, its name, other names, and the heading it stands under."""

    key: str
    id: str
    name: str
    also: tuple[str, ...] = ()
    heading: str = ""


class Wrong(Exception):
    """An answer that cannot be taken: why, what to do, and the choices that it may have meant."""

    def __init__(self, message: Message, hint: Message | None = None, near: tuple[Choice, ...] = ()) -> None:
        """*message* and *hint* are words for a person."""
        super().__init__(message.text)
        self.message = message
        self.hint = hint
        self.near = near


class Question(ABC, Generic[Value]):
    """What is asked, the option that answers it too, and the value when it is left open."""

    choices: tuple[Choice, ...] = ()
    pointless = False
    """True when there is nothing to choose."""

    def __init__(self, option: str, text: Message, left_open: Value, *, needed: bool = False) -> None:
        """*left_open* stands in for a *needed* value too, until it is known."""
        self.option = option
        self.text = text
        self.left_open = left_open
        self.needed = needed

    def value(self, answers: Sequence[str], *, strict: bool) -> Value:
        """The value of what was typed; *strict* for an option, which names things by id.  Raises Wrong."""
        given = [answer for answer in answers if answer.strip(" ")]
        return self.read(given, strict=strict) if given or self.needed else self.left_open

    @abstractmethod
    def read(self, answers: Sequence[str], *, strict: bool) -> Value:
        """The value of answers that are not empty, unless the value is needed.  Raises Wrong."""

    def help(self) -> tuple[Message, ...]:
        """How to answer, last what Enter does."""
        return () if self.needed else (say("Enter = leave open."),)

    def echo(self, value: Value, language: Language) -> str:
        """What was understood; empty when that is what was typed."""
        return ""


class Line(Question[str]):
    """A text on one line."""

    def __init__(
        self,
        option: str,
        text: Message,
        check: Callable[[str], Message | None],
        *,
        needed: bool = False,
        default: str = "",
    ) -> None:
        """*check* says what is wrong with a text; *default* is taken when it is left open."""
        super().__init__(option, text, default, needed=needed)
        self._check = check

    def read(self, answers: Sequence[str], *, strict: bool) -> str:
        text = answers[-1].strip(" ") if answers else ""
        fault = self._check(text)
        if fault is not None:
            raise Wrong(_of(self.option, fault, strict=strict))
        return text

    def help(self) -> tuple[Message, ...]:
        return (say("Enter = {default}", default=self.left_open),) if self.left_open else super().help()


class When(Question["VagueDate | None"]):
    """A date, as vague as it is."""

    def __init__(self, option: str, text: Message, year: int, after: VagueDate | None = None) -> None:
        """It cannot end before *after* begins; *year* is that of the examples."""
        super().__init__(option, text, None)
        self._year = str(year)
        self._after = after

    def read(self, answers: Sequence[str], *, strict: bool) -> VagueDate | None:
        found = read(" ".join(answers[-1].split()))
        if not isinstance(found, VagueDate):
            raise Wrong(_of(self.option, found.message, strict=strict), found.hint)
        if self._after is not None and found.last < self._after.first:
            fault = say("“{due}” is over before “{start}” begins", due=found.text, start=self._after.text)
            raise Wrong(_of(self.option, fault, strict=strict))
        return found

    def help(self) -> tuple[Message, ...]:
        year = self._year
        return (
            say("As vague as it is: {year}, autumn {year}, end of March {year}, 9 October {year}.", year=year),
            *super().help(),
        )

    def echo(self, value: VagueDate | None, language: Language) -> str:
        return in_words_range(value.first, value.last, language.code) if value is not None else ""


class Numbered(Question["Number | None"]):
    """A number such as 3.3.6; *check* says why it cannot be had."""

    def __init__(self, option: str, text: Message, example: str, check: Callable[[Number], Message | None]) -> None:
        """It has as many parts as *example*."""
        super().__init__(option, text, None)
        self._example = example
        self._check = check

    def read(self, answers: Sequence[str], *, strict: bool) -> Number | None:
        number = Number.read(answers[-1], self._example.count(".") + 1)
        if number is None:
            text = answers[-1].strip().rstrip(".:")
            fault = say("“{text}” is not a number of this level", text=text[:80])
            raise Wrong(
                _of(self.option, fault, strict=strict), say("Write a number such as {example}.", example=self._example)
            )
        taken = self._check(number)
        if taken is not None:
            raise Wrong(_of(self.option, taken, strict=strict))
        return number


class _Pick(Question[Value]):
    """A question with a list."""

    def __init__(
        self,
        option: str,
        text: Message,
        choices: Iterable[Choice],
        left_open: Value,
        *,
        needed: bool = False,
        numbered: bool = False,
        elsewhere: str = "",
    ) -> None:
        """*choices* in the order of the list; *numbered* when the option takes the key of a choice for its id.

        *elsewhere* is the file in which they all stand.
        """
        super().__init__(option, text, left_open, needed=needed)
        self.choices = tuple(choices)
        self.pointless = not self.choices
        self._numbered = numbered
        self._elsewhere = elsewhere

    def one(self, text: str, *, strict: bool) -> Choice:
        """The choice that a text names.  Raises Wrong."""
        if not strict:
            return self._chosen(text)
        for choice in self.choices:
            if text == choice.id or (self._numbered and text.rstrip(".") == choice.key):
                return choice
        message = say("{option}: there is no “{text}”", option=Message(self.option), text=text[:80])
        raise Wrong(message, self._near(text) or self._known())

    def _chosen(self, text: str) -> Choice:
        found = fitting(text, self.choices)
        if len(found) == 1:
            return found[0]
        if found:
            message = say("More than one fits “{text}”", text=text[:80])
            raise Wrong(message, say("Answer with a number, or with more of the name:"), found)
        raise Wrong(
            say("Nothing in the list fits “{text}”", text=text[:80]), self._near(text) or say("? shows the list.")
        )

    def _near(self, text: str) -> Message | None:
        """Did you mean …: by name, else by what looks like it."""
        from difflib import get_close_matches

        named = self.choices if self._numbered else [choice._replace(key="") for choice in self.choices]
        found = [choice.id for choice in fitting(text, named)]
        if not found:
            ids = {_plain(name): choice.id for choice in named for name in (*choice.also, choice.name, choice.id)}
            found = [ids[name] for name in get_close_matches(_plain(text[:80]), ids, MOST_NEAR, 0.6)]
        near = list(dict.fromkeys(found))[:MOST_NEAR]
        if len(near) == 1:
            return say("Did you mean “{near}”?", near=near[0])
        return say("Did you mean one of these: {ids}?", ids=", ".join(near)) if near else None

    def _known(self) -> Message | None:
        """What there is when that is not much, else where it stands."""
        if self._numbered:
            known = [f"{choice.key} ({choice.id})" for choice in self.choices[:MOST_NUMBERED]]
            return say("Known here: {keys}.", keys=", ".join(known + ["…"] * (len(self.choices) > MOST_NUMBERED)))
        if 0 < len(self.choices) <= SHORT_LIST:
            return say("Known here: {keys}.", keys=", ".join(choice.id for choice in self.choices))
        return say("The ids to choose from stand in {path}.", path=self._elsewhere) if self._elsewhere else None


class One(_Pick["Choice | None"]):
    """One of a list."""

    def read(self, answers: Sequence[str], *, strict: bool) -> Choice | None:
        text = answers[-1].strip() if answers else ""
        if not text:
            raise Wrong(say("This cannot be left empty"))
        return self.one(text, strict=strict)

    def help(self) -> tuple[Message, ...]:
        how = say("A number, or a part of the name.")
        return (
            (how, say("Enter = {default}", default=self.left_open.name)) if self.left_open else (how, *super().help())
        )

    def echo(self, value: Choice | None, language: Language) -> str:
        if value is None:
            return ""
        return cut(f"{value.key} {value.name}", SHORT) if self._numbered else _named(value)


class Several(_Pick["tuple[Choice, ...]"]):
    """Any number of a list."""

    def read(self, answers: Sequence[str], *, strict: bool) -> tuple[Choice, ...]:
        texts = [part for answer in answers for part in self._parts(answer)]
        try:
            return tuple(dict.fromkeys(self.one(text, strict=strict) for text in texts))
        except Wrong as wrong:
            if strict or len(texts) == 1 or not wrong.near:
                raise
            again = say("Type the whole answer again, here with a number or more of the name:")
            raise Wrong(wrong.message, again, wrong.near) from None

    def _parts(self, answer: str) -> list[str]:
        """What stands between the commas; a name with a comma in it is one part."""
        whole = answer.strip()
        return [whole] if fitting(whole, self.choices) else [part.strip() for part in whole.split(",") if part.strip()]

    def help(self) -> tuple[Message, ...]:
        return (say("Numbers, or parts of names; more than one with commas."), *super().help())

    def echo(self, value: tuple[Choice, ...], language: Language) -> str:
        return ", ".join(map(_named, value))


def fitting(text: str, choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """The choices that a text names exactly, by key, id or name; else those that have its words in their id or name.

    The beginning of a key fits too: 3 for 3.1 and 3.2.
    """
    wanted = _plain(text)
    if not wanted:
        return ()
    number = wanted.rstrip(".")
    names = [(choice, [_plain(name) for name in (choice.id, choice.name, *choice.also)]) for choice in choices]
    exact = [choice for choice, known in names if number == choice.key or wanted in known]
    below = exact or [choice for choice, _ in names if choice.key.startswith(f"{number}.")]
    words = wanted.split()
    return tuple(below or (choice for choice, known in names if any(all(w in name for w in words) for name in known)))


def _plain(text: str) -> str:
    """Small letters without accents, with single blanks."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(sign for sign in letters if not unicodedata.combining(sign)).split())


def _named(choice: Choice) -> str:
    return f"{choice.name} ({choice.id})"


def _of(option: str, fault: Message, *, strict: bool) -> Message:
    """A fault with the option that has it; on a terminal the question stands right above."""
    return say("{option}: {message}", option=Message(option), message=fault) if strict else fault
