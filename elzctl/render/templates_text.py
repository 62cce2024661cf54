"""The templates as lines for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from elzctl.render.columns import one_line, padded, width
from elzctl.render.terminal import Paint
from elzctl.views.template_list import Row, Standing
from elzctl.wording import Language, Message, say

STANDINGS: Mapping[Standing, Message] = {
    Standing.OURS: say("comes with elzctl"),
    Standing.ABSENT: say("not there; “copy” makes one to begin with"),
    Standing.SAME: say("your own, as it comes with elzctl"),
    Standing.DIFFERS: say("your own, different from what comes with elzctl"),
    Standing.EXTRA: say("your own, beside what comes with elzctl"),
    Standing.UNREADABLE: say("your own, but it cannot be read"),
}
_STYLES = {Standing.OURS: "quiet", Standing.ABSENT: "quiet", Standing.UNREADABLE: "error"}


def templates_text(rows: Sequence[Row], language: Language, paint: Paint) -> Iterator[str]:
    """A line for each template: its name, and whose it is."""
    left = max(width(one_line(row.name)) for row in rows)
    for row in rows:
        words, style = language(STANDINGS[row.standing]), _STYLES.get(row.standing, "")
        yield f"{padded(one_line(row.name), left)}  {paint(style, words) if style else words}"
