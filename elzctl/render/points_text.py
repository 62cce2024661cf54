"""The list of ``elzctl status --points`` for people: whole lines in a pipe, two lines a point on a terminal.

No meaning hangs on a colour: every colour has its word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from elzctl.followup.points import PointRow, PointStanding, PointState, groups, lacks_contribution
from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.render.columns import cut, one_line, padded, width
from elzctl.render.marks import in_plain_words
from elzctl.render.meeting_words import POINT_STANDINGS, POINT_STATES
from elzctl.render.terminal import Paint
from elzctl.render.words import bare
from elzctl.views.points import PointGroup
from elzctl.wording import Language, Message, say, say_count

STANDING_STYLES: Mapping[PointStanding, str] = {
    PointStanding.LATE: "error",
    PointStanding.DUE_SOON: "warning",
    PointStanding.ON_TRACK: "good",
    PointStanding.NO_DATE: "info",
    PointStanding.CLOSED: "quiet",
}
_HEADINGS: Mapping[PointStanding, Message] = {
    PointStanding.LATE: say("Late"),
    PointStanding.DUE_SOON: say("Due soon"),
    PointStanding.ON_TRACK: say("On track"),
    PointStanding.NO_DATE: say("No date"),
}
_CLOSED: Mapping[PointState | None, Message] = {PointState.DONE: say("Done"), PointState.DROPPED: say("Dropped")}
NOTHING = "-"  # an empty column of a pipe, so that every line has as many
GAP, DOT = "  ", " · "
WIDE = 100  # columns of a window from which what is said of a point stands below its words


class Remark(NamedTuple):
    """Something to know about a point, and the style that says the same."""

    text: str
    style: str


class PointText:
    """The points of one plan in one language."""

    def __init__(self, plan: Plan, language: Language) -> None:
        self.plan = plan
        self.say = language
        self._groups = groups(plan)

    def lines(self, found: Iterable[PointGroup]) -> Iterator[str]:
        """For a pipe, a line a point, nothing cut.

        The columns are id, how it stands, the day that it is due or was closed, days since it was noted, owners, number of
        the action, remarks, the point.
        """
        rows = [self._fields(row) for group in found for row in group.rows]
        widths = [max(map(width, column)) for column in zip(*rows, strict=True)][:-1]
        for row in rows:
            yield GAP.join((*map(padded, row, widths), row[-1]))

    def table(self, found: Iterable[PointGroup], paint: Paint, columns: int) -> Iterator[str]:
        """For a terminal: under the word for how they stand, the points; below each whose it is and its id."""
        found = tuple(found)
        dates = max((width(self.due(row)) for group in found for row in group.rows), default=0)
        if dates > columns // 3:
            dates = 0
        for place, group in enumerate(found):
            heading = self.say(_CLOSED.get(group.state) or _HEADINGS[group.standing])
            yield from ("",) * (place > 0)
            yield paint(STANDING_STYLES[group.standing], f"{heading} ({len(group.rows)})")
            for row in group.rows:
                yield from self._two_lines(row, dates, paint, columns)

    def due(self, row: PointRow) -> str:
        """The deadline that holds, as typed; of a closed point the day on which it was."""
        if row.is_open:
            return one_line(bare(row.due.text)) if row.due is not None else ""
        return str(row.closed or "")

    def owner(self, row: PointRow) -> Remark:
        """Whose it is; of a point to do also that nobody owns it."""
        if row.lacks_owner:
            return Remark(self.say(say("no owner")), "warning")
        return Remark(", ".join(one_line(self.plan.actor_name(ref.id)) for ref in row.point.owners), "")

    def words(self, row: PointRow) -> str:
        """What is to be done, with names for marks."""
        text = one_line(in_plain_words(row.point.text, self.plan)) or "?"
        return f"{text} ({self.say(say('internal'))})" if row.point.internal else text

    def numbers(self, row: PointRow) -> str:
        """The numbers of the actions and goals that it names; of a chapter or meeting the id."""
        names = dict.fromkeys(reference.id for reference in row.point.references)
        return ", ".join(one_line(self.plan.titles.get(name, ("", ""))[0] or name) for name in names)

    def remarks(self, row: PointRow) -> Iterator[Remark]:
        """What is odd about it: nobody of the group said what it can do, or it was put off."""
        if lacks_contribution(row, self._groups):
            yield Remark(self.say(say("no contribution yet")), "warning")
        if row.state is PointState.MOVED:
            yield Remark(self.say(POINT_STATES[row.state]), "info")

    def _fields(self, row: PointRow) -> tuple[str, ...]:
        stands = self.say(POINT_STANDINGS[row.standing] if row.is_open else POINT_STATES[row.state])
        owners, remarks = self.owner(row).text, ", ".join(remark.text for remark in self.remarks(row))
        found = (row.point.id, stands, self.due(row), str(row.age), owners, self.numbers(row), remarks)
        return (*(text or NOTHING for text in found), self.words(row))

    def _two_lines(self, row: PointRow, dates: int, paint: Paint, columns: int) -> Iterator[str]:
        """The deadline and the point; then the rest, in as many lines as it needs."""
        first = padded(self.due(row), dates) + GAP if dates else ""
        words = cut(self.words(row), columns - width(first))
        quiet = "quiet" if not row.is_open else ""
        yield _painted(paint, quiet or STANDING_STYLES[row.standing], first) + _painted(paint, quiet, words)
        age = say_count("{count} day old", "{count} days old", row.age)
        due = () if dates or not self.due(row) else (Remark(self.due(row), STANDING_STYLES[row.standing]),)
        pieces = (
            *due,
            self.owner(row),
            *self.remarks(row),
            Remark(self.numbers(row), quiet),
            Remark(row.point.id, quiet),
            Remark(self.say(age), "quiet"),
        )
        indent = len(first) if columns >= WIDE else len(GAP)
        yield from _filled([piece for piece in pieces if piece.text], " " * indent, paint, columns)


def _filled(pieces: Sequence[Remark], indent: str, paint: Paint, columns: int) -> Iterator[str]:
    """The pieces with a dot between them, in lines of that many columns; only a piece that is longer is cut."""
    room = columns - len(indent)
    line, used = "", 0
    for text, style in pieces:
        shown = cut(text, room)
        more = width(shown) + (len(DOT) if line else 0)
        if line and used + more > room:
            yield indent + line
            line, used, more = "", 0, width(shown)
        line += (DOT if line else "") + _painted(paint, style, shown)
        used += more
    yield indent + line


def _painted(paint: Paint, style: str, text: str) -> str:
    return paint(style, text) if style and text else text
