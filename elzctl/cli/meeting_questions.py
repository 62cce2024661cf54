"""The questions about a new meeting; what the last meeting says is what Enter takes, and “-” takes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from elzctl import clock
from elzctl.cli.questions import Choice, Line, One, Question, Wrong
from elzctl.dates import VagueDate, in_words, read
from elzctl.scaffold.allowed import title_fault
from elzctl.wording import Language, Message, say

NOTHING = "-"


class WhichSeries(One):
    """The series, by its id or its name."""

    def __init__(self, choices: Iterable[Choice], elsewhere: str) -> None:
        """*elsewhere* is the file with all of them."""
        super().__init__(
            "SERIES", say("Of which series is it a meeting?"), choices, None, needed=True, elsewhere=elsewhere
        )

    def one(self, text: str, *, strict: bool) -> Choice:
        """The series that a text names.  Raises Wrong."""
        wanted = " ".join(text.casefold().split())
        named = [choice for choice in self.choices if " ".join(choice.name.casefold().split()) == wanted]
        return named[0] if strict and len(named) == 1 else super().one(text, strict=strict)


class Day(Question["VagueDate | None"]):
    """One day, and no vaguer."""

    def __init__(self, default: VagueDate | None, language: Language, taken: Callable[[date], Message | None]) -> None:
        """*taken* says why a day cannot be had."""
        super().__init__("--date", say("On which day is it?"), default, needed=default is None)
        self._language = language
        self._taken = taken

    def read(self, answers: Sequence[str], *, strict: bool) -> VagueDate | None:
        if not answers:
            raise Wrong(_of(self.option, say("This cannot be left empty"), strict=strict))
        found = read(" ".join(answers[-1].split()))
        if not isinstance(found, VagueDate):
            raise Wrong(_of(self.option, found.message, strict=strict), found.hint)
        if found.is_vague:
            message = say("“{date}” is more than one day", date=found.text)
            raise Wrong(_of(self.option, message, strict=strict), _EXAMPLE)
        # For an option that is no fault: the command says that the meeting is there already.
        there = None if strict else self._taken(found.first)
        if there is not None:
            raise Wrong(there)
        return found

    def help(self) -> tuple[Message, ...]:
        if self.left_open is None:
            return (_EXAMPLE,)
        return (say("Enter = {default}", default=in_words(self.left_open.first, self._language.code)),)

    def echo(self, value: VagueDate | None, language: Language) -> str:
        return in_words(value.first, language.code) if value is not None else ""


class Time(Question["clock.Clock | None"]):
    """A time of day."""

    def __init__(
        self, option: str, text: Message, default: clock.Clock | None, after: clock.Clock | None = None
    ) -> None:
        """It has to be later than *after*."""
        super().__init__(option, text, default)
        self._after = after

    def value(self, answers: Sequence[str], *, strict: bool) -> clock.Clock | None:
        return None if _is_nothing(answers, strict=strict) else super().value(answers, strict=strict)

    def read(self, answers: Sequence[str], *, strict: bool) -> clock.Clock | None:
        found = clock.read(answers[-1])
        if found is None:
            message = say("“{text}” is not a time of day", text=answers[-1].strip()[:80])
            raise Wrong(_of(self.option, message, strict=strict), say("Write it as 13:30 or 13u30."))
        if self._after is not None and found <= self._after:
            message = say("{end} is not later than {start}", end=str(found), start=str(self._after))
            raise Wrong(_of(self.option, message, strict=strict))
        return found

    def help(self) -> tuple[Message, ...]:
        return _default(str(self.left_open)) if self.left_open is not None else super().help()

    def echo(self, value: clock.Clock | None, language: Language) -> str:
        return str(value or "")


class Place(Line):
    """Where it is."""

    def __init__(self, default: str) -> None:
        """*default* is where it was announced, or usually is."""
        super().__init__("--location", say("Where is it?"), title_fault, default=default)

    def value(self, answers: Sequence[str], *, strict: bool) -> str:
        return "" if _is_nothing(answers, strict=strict) else super().value(answers, strict=strict)

    def help(self) -> tuple[Message, ...]:
        return _default(self.left_open) if self.left_open else super().help()


class Speaker(One):
    """Who presents its work."""

    def __init__(self, choices: Iterable[Choice], default: Choice | None, elsewhere: str) -> None:
        """*elsewhere* is the file with all of them."""
        super().__init__("--speaker", say("Who presents its work there?"), choices, default, elsewhere=elsewhere)

    def value(self, answers: Sequence[str], *, strict: bool) -> Choice | None:
        return None if _is_nothing(answers, strict=strict) else super().value(answers, strict=strict)

    def help(self) -> tuple[Message, ...]:
        return (*super().help(), _NOTHING) if self.left_open is not None else super().help()


_EXAMPLE = say("Write it as 2026-10-09, or 9 October 2026.")
_NOTHING = say("- = nothing of this.")


def _default(text: str) -> tuple[Message, ...]:
    return say("Enter = {default}", default=text), _NOTHING


def _is_nothing(answers: Sequence[str], *, strict: bool) -> bool:
    """True when the answer is to leave it out, whatever was announced."""
    return bool(answers) and answers[-1].strip() in ((NOTHING, "") if strict else (NOTHING,))


def _of(option: str, fault: Message, *, strict: bool) -> Message:
    """A fault with the option that has it; on a terminal the question stands right above."""
    return say("{option}: {message}", option=Message(option), message=fault) if strict else fault
