"""Tables without headings in a list of actions: which of their columns say what, who and when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from elzctl.intake import when
from elzctl.intake.minutes.context import Context
from elzctl.intake.minutes.parts import Table, text_of

_NOTE_MARK = re.compile(r"[\[(]?(?:\d{1,2}|[*†‡]{1,3})[\])]?")


def roles_of(table: Table, context: Context) -> tuple[str, ...]:
    """Roles of columns without headings: the one with dates is when, the longest is what, and the one with names who."""
    width = len(table.rows[0])
    # A footnote of a PDF may look like a row.
    if width not in (2, 3) or all(_NOTE_MARK.fullmatch(text_of(row[0])) for row in table.rows):
        return ()
    texts = [[text_of(row[at]) for row in table.rows] for at in range(width)]
    dated = [
        at
        for at in range(width)
        if sum(when.first(one, context.day, loose=True) is not None for one in texts[at]) * 2 > len(texts[at])
    ]
    others = [at for at in range(width) if at not in dated[:1]]
    what = max(others, key=lambda at: sum(map(len, texts[at])))
    named = [at for at in others if at != what and _are_names(texts[at], context)]
    if not named and not dated:
        return ()
    return tuple(
        "when" if at in dated[:1] else "what" if at == what else "who" if at in named else "" for at in range(width)
    )


def _are_names(texts: Sequence[str], context: Context) -> bool:
    """True when half of what stands there names somebody at least."""
    found = (context.directory.who(one, sure=False) for one in texts)
    return 2 * sum(one is not None and bool(one.ids or one.people) for one in found) >= len(texts)
