"""Answers to questions: from the options given, and else asked one by one on a terminal.

Only whole lines are printed and read: that works on every terminal, in the Windows console too.
"""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NoReturn, TypeVar

from elzctl.cli.questions import SHORT_LIST, Choice, Line, Numbered, Question, Wrong
from elzctl.cli.session import INTERRUPTED, Session, Stop
from elzctl.load import GOALS, Loaded
from elzctl.model import Plan
from elzctl.render.columns import cut, one_line
from elzctl.render.terminal import printable
from elzctl.scaffold.allowed import Refused, free_id, id_fault, number_fault
from elzctl.scaffold.goal import goals_fault
from elzctl.terms import Number
from elzctl.wording import Message, say
from elzctl.write_faults import WriteFault

Value = TypeVar("Value")

NARROWEST, WIDEST = 30, 100
# “yes” as each language asks for it, and every answer that is understood.
_YES = {"nl": "j", "en": "y"}
_ANSWERS = {"": True, "j": True, "ja": True, "y": True, "yes": True, "n": False, "nee": False, "no": False}


class Form:
    """Takes the answers from the options; what they leave open it asks, when there is someone to ask."""

    def __init__(self, session: Session | None = None) -> None:
        """Without a *session* nothing is asked, and what is missing or wrong gathers here."""
        self._session = session
        self.missing: list[str] = []
        self.wrong: list[Wrong] = []
        self.answers: dict[str, object] = {}

    def get(self, question: Question[Value], given: Sequence[str] | str | None) -> Value:
        """The value of a question; *given* is its option, ``None`` when that is not there."""
        value = self._get(question, given)
        self.answers[question.option] = value
        return value

    def _get(self, question: Question[Value], given: Sequence[str] | str | None) -> Value:
        if given is not None:
            try:
                return question.value([given] if isinstance(given, str) else given, strict=True)
            except Wrong as wrong:
                if self._session is None:
                    self.wrong.append(wrong)
                    return question.left_open
                _explain(self._session, wrong)
        elif self._session is None or question.pointless:
            self.missing += [question.option] if question.needed else []
            return question.left_open
        return _asked(self._session, question)


def filled(
    session: Session, make: Callable[[Form], Value], greeting: Message, *, asks: bool, all_of_it: bool
) -> tuple[Value, Mapping[str, object]]:
    """What *make* makes of a form, and what the person answered, by option; nothing when nobody was asked.

    The options are looked at first: nobody answers questions for nothing.  Questions come, after the *greeting*, when
    it *asks* and *all_of_it* is wanted or something needed is missing.  Raises Stop when an option is wrong, or a needed one missing and not to be asked.
    """
    form = Form()
    value = make(form)
    faults = [(wrong.message, wrong.hint) for wrong in form.wrong]
    if not asks:
        faults[:0] = _missing(form.missing)
    for fault in faults[:-1]:
        session.complain(*fault)
    if faults:
        raise Stop(*faults[-1])
    if not asks or not (all_of_it or form.missing):
        return value, {}
    tell(session, greeting)
    form = Form(session)
    return make(form), form.answers


def _missing(options: Sequence[str]) -> Iterator[tuple[Message, Message]]:
    """What was not given, each with what to do."""
    others = [option for option in options if option != "--id"]
    if others:
        yield say("Not given: {options}", options=tuple(map(Message, others))), _how_to_be_asked()
    if "--id" in options:
        message = say("No id can be made of this title; give one yourself: small letters, digits and hyphens")
        yield message, say("The title has no letter from a to z and no digit. Add a name of your own: --id praatcafe")


def asking(*, ask: bool, yes: bool) -> bool:
    """True when there is somebody to ask and *yes* does not forbid it.  Raises Stop when *ask* wants it all the same."""
    possible = someone_is_there() and not yes
    if ask and not possible:
        hint = say("Leave it out, or give what you know as options.")
        raise Stop(say("--ask needs somebody to ask: a terminal, and no --yes"), hint)
    return possible


def someone_is_there() -> bool:
    """True when a person types and reads."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def confirmed(session: Session, question: Message, *, enter: bool = True) -> bool:
    """A yes or a no, in the words of the language; Enter alone is *enter*."""
    yes = _YES[session.language.code]
    choice = f"{yes.upper()}/n" if enter else f"{yes}/N"
    while True:
        typed = _typed(session, f"{session.language(question)} [{choice}] ").strip().lower()
        answer = _ANSWERS.get(typed.rstrip(".")) if typed else enter
        if answer is not None:
            return answer
        other = say("Answer with {yes} or n; Enter is n", yes=yes)
        _explain(session, Wrong(say("Answer with {yes} or n; Enter is {yes}", yes=yes) if enter else other))


def need_goals_file(session: Session, loaded: Loaded) -> None:
    """Raises Stop when ``goals.yaml`` has something in it that cannot be read."""
    fault = goals_fault(loaded)
    if fault is not None:
        raise Stop(fault, say("See what is wrong: {command}", command=command_line(session, f"validate {GOALS}")))


def chosen_number(form: Form, plan: Plan, above: Number | None, example: str, given: str | None) -> Number | None:
    """The number that was given for something new under *above*, if that is known; without one nobody is asked."""
    if given is None or above is None:
        return None
    question = say("Which number does it get?")
    return form.get(Numbered("--number", question, example, lambda number: number_fault(plan, number, above)), given)


def chosen_id(form: Form, plan: Plan, words: str, given: str | None) -> str:
    """The id that was chosen for something new; empty for the one that is made of its *words*."""
    proposal = free_id(plan, words)
    question = Line(
        "--id",
        say("What is its short name? It is for references and never changes.")
        if proposal or not words
        else say("No id can be made of this title. What is its short name? It is for references and never changes."),
        lambda name: id_fault(plan, name),
        needed=bool(words and not proposal),
        default=proposal,
    )
    name = form.get(question, given)
    return "" if name == proposal and given is None else name


def tell(session: Session, message: Message) -> None:
    """A message within the window."""
    _print(session, session.language(message), "")


def stop() -> NoReturn:
    """Ends the command because the person says so.  Raises Stop."""
    raise Stop(say("Stopped; nothing was written."), code=INTERRUPTED)


def written(session: Session, write: Callable[[], Value], *, ask: bool) -> Value:
    """What *write* wrote; with *ask* again when it failed and the person wants so.  Raises Stop, WriteFault."""
    while True:
        try:
            return write()
        except Refused as refused:
            raise Stop(refused.message, refused.hint) from None
        except WriteFault as fault:
            if not ask:
                raise
            _explain(session, Wrong(say("{path}: {message}", path=fault.path, message=fault.message)))
        if not confirmed(session, say("Try again?")):
            stop()


def command_line(session: Session, words: str) -> str:
    """An elzctl command that works in the folder where the person is."""
    folder = printable(str(session.folder))
    if folder == ".":
        return f"elzctl {words}"
    return f'elzctl -C "{folder}" {words}' if " " in folder else f"elzctl -C {folder} {words}"


def _how_to_be_asked() -> Message:
    if os.environ.get("MSYSTEM"):  # Git Bash and its like on Windows
        return say("In Git Bash elzctl can only ask when you type “winpty” before the command.")
    return say("On a terminal and without --yes elzctl asks for them; --help lists all options.")


def _asked(session: Session, question: Question[Value]) -> Value:
    session.print("")
    tell(session, question.text)
    short = len(question.choices) <= SHORT_LIST
    _list(session, question.choices if short else ())
    how = list(map(session.language, question.help()))
    if not short:
        how[-1:] = [" ".join((*how[-1:], session.language(say("? = the list."))))]
    for line in how:
        _print(session, line)
    while True:
        typed = _typed(session, "> ")
        if typed.strip() == "?":
            _list(session, question.choices)
            continue
        try:
            value = question.value([typed], strict=False)
        except Wrong as wrong:
            _explain(session, wrong)
            continue
        _print(session, question.echo(value, session.language), "  = ")
        return value


def _explain(session: Session, wrong: Wrong) -> None:
    _print(session, session.language(wrong.message), "  ! ")
    if wrong.hint is not None:
        _print(session, session.language(wrong.hint), "    ")
    _list(session, wrong.near)


def _list(session: Session, choices: Iterable[Choice]) -> None:
    for line in _rows(tuple(choices), _width() - 1):
        session.print(line)


def _rows(choices: Sequence[Choice], width: int) -> Iterator[str]:
    """One line a choice, cut off where the window ends."""
    left = max((len(choice.key) for choice in choices), default=0)
    heading = ""
    for choice in choices:
        if choice.heading != heading:
            heading = choice.heading
            yield cut(f"  {one_line(heading)}", width)
        yield cut(f"  {'  ' if heading else ''}{choice.key:>{left}}  {one_line(choice.name)}", width)


def _print(session: Session, text: str, start: str = "  ") -> None:
    """A text within the window, with *start* before its first line; nothing when there is none."""
    if text:
        rest = " " * len(start)
        session.print(
            textwrap.fill(
                printable(text), _width() - 1, initial_indent=start, subsequent_indent=rest, break_on_hyphens=False
            )
        )


def _typed(session: Session, prompt: str) -> str:
    """One line from the person.  Raises Stop when there comes none, or at Ctrl-C."""
    while True:
        try:
            sys.stdout.write(prompt)
            sys.stdout.flush()
            line = sys.stdin.readline()
        except UnicodeDecodeError:
            _explain(session, Wrong(say("This holds characters that cannot be read"), _AGAIN))
            continue
        except KeyboardInterrupt:
            line = ""
        if not line:
            session.print("")
            stop()
        if "\x1b" not in line:
            return line.removesuffix("\n").removesuffix("\r")
        _explain(session, Wrong(say("The arrow keys do not work here; use Backspace"), _AGAIN))


_AGAIN = say("Type the answer again.")


def _width() -> int:
    return max(min(shutil.get_terminal_size().columns, WIDEST), NARROWEST)
