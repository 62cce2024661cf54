"""The files of a zone's repository and how they stand: a line each, in a window as in a pipe."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elzctl.render.strict_json import strict_json
from elzctl.render.terminal import printable
from elzctl.scaffold.skeleton import Standing
from elzctl.scaffold.skeleton_files import STATES, State
from elzctl.terms import ForgeKind
from elzctl.wording import Language, Message

VERSION = 1
DRIFT = (State.MISSING, State.DRIFTED, State.UNREADABLE)


def skeleton_text(found: Sequence[Standing], states: Sequence[State], language: Language) -> Iterator[str]:
    """A line for each file that is in one of these states; under it the lines that it lacks."""
    width = max(len(language(STATES[state])) for state in states)
    for one in found:
        if one.state in states:
            reason = f" ({language(one.reason)})" if one.reason is not None else ""
            yield printable(f"{language(STATES[one.state]):<{width}}  {one.path}{reason}")
            yield from (printable(f"{'':<{width}}    + {line}") for line in one.lines)


def skeleton_json(
    found: Sequence[Standing], forges: Sequence[ForgeKind], language: Language, lacking: Message | None
) -> str:
    """All files as one JSON document; ``drift`` when one of them is not as it should be, ``lacking`` what stops the checks."""
    rows = [
        {
            "path": one.path,
            "state": one.state.value,
            "lines": list(one.lines),
            "reason": None if one.reason is None else language(one.reason),
        }
        for one in found
    ]
    drift = any(one.state in DRIFT for one in found)
    why = None if lacking is None else language(lacking)
    kinds = [forge.value for forge in forges]
    return strict_json({"schema_version": VERSION, "forges": kinds, "drift": drift, "files": rows, "lacking": why})
