"""The list of ``elzctl status`` for people: whole lines in a pipe, a table that fits the window on a terminal.

The table is drawn here and not by Rich: importing Rich takes longer than reading the plan, and a row that becomes two
lines in a narrow window would be code of our own anyway.  No meaning hangs on a colour: every colour has its word.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from elzctl import dates
from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.render.columns import cut, one_line, padded, width
from elzctl.render.plain_title import plain_title
from elzctl.render.standings import STANDINGS, STYLES
from elzctl.render.terminal import Paint
from elzctl.render.words import STATUSES, bare
from elzctl.terms import Status
from elzctl.views.status import By, Counts, Group, Row, Standing
from elzctl.wording import Language, say, say_count

_NO_GROUP = {By.LEAD: say("No lead"), By.GOAL: say("No goal"), By.MONTH: say("No date")}
_NO_ACTIONS = say("no actions")

CHANGED = "*"  # behind the status of what was changed after it was approved; the last line says so
NOTHING = "-"  # an empty column of a pipe, so that every line has as many
GAP = "  "
WIDE = 100  # columns of a window from which "running" is said of everything that runs
LEAST = 18  # columns for a title; with less, an action takes two lines
LEAST_LEAD = 12  # columns for a lead, or for the words that there is none
MOST_PADDED = 100  # columns of a pipe: who has more to say pushes the rest of its line on, and not that of all others
INDENT = "  "
SHORTEST = 8  # characters of a step that are worth showing behind its date


class Cells(NamedTuple):
    """A row in words, each on one line, with nothing that a terminal obeys; *others* counts the leads after the first."""

    row: Row
    number: str
    title: str
    lead: str
    others: str
    due: str
    what: str
    status: str
    standing: str

    @property
    def style(self) -> str:
        """The colour of how it stands."""
        return STYLES[self.row.standing]

    def stands(self, columns: int) -> str:
        """Standing and status in one column: of a stub the status says it all, and what is live runs if nothing is said."""
        if self.row.action.is_stub:
            return self.status
        if self.row.action.status is Status.RUNNING and columns < WIDE:
            return f"{self.standing}{CHANGED * self.status.endswith(CHANGED)}"
        return f"{self.standing}, {self.status}"

    def coming(self, columns: int) -> str:
        """Date and step in that many columns; the date alone where too little of the step would be left."""
        if self.due and self.what and width(self.due) + len(": ") + SHORTEST <= columns:
            return cut(f"{self.due}: {self.what}", columns)
        return cut(self.due or self.what, columns)


def status_lines(groups: Iterable[Group], by: By | None, plan: Plan, language: Language) -> Iterator[str]:
    """For a pipe: every action on one line, nothing cut, two or more blanks between the columns.

    The columns are number, standing, status, due, lead, title, and the step that comes next.
    """
    made = [(group, [_fields(cells(row, plan, language)) for row in group.rows]) for group in groups]
    columns = zip(*(row for _, rows in made for row in rows), strict=True)
    widths = [min(max(map(width, column)), MOST_PADDED) for column in columns]
    for place, (group, rows) in enumerate(made):
        if by is not None:
            yield from ("",) * (place > 0)
            yield group_title(group, by, plan, language)
            yield from (language(_NO_ACTIONS),) * (not rows)
        for row in rows:
            yield GAP.join(map(padded, row, widths)).rstrip()


def status_table(
    groups: Iterable[Group], by: By | None, plan: Plan, language: Language, paint: Paint, columns: int
) -> Iterator[str]:
    """For a terminal of that many columns: one line an action under a head, two where the window is narrow."""
    made = [(group, [cells(row, plan, language) for row in group.rows]) for group in groups]
    head = ("", language(say("Action")), language(say("Lead")), language(say("Next")), language(say("Stands")))
    widths = _widths([row for _, rows in made for row in rows], head, columns)
    if widths is not None:
        yield paint("strong", GAP.join(map(padded, map(cut, head, widths), widths)).rstrip())
    for place, (group, rows) in enumerate(made):
        if by is not None:
            yield from ("",) * (place > 0 or widths is not None)
            yield paint("strong", cut(group_title(group, by, plan, language), columns))
            yield from (paint("quiet", language(_NO_ACTIONS)),) * (not rows)
        for row in rows:
            yield from _two_lines(row, paint, columns) if widths is None else (_line(row, paint, widths, columns),)


def summary(counts: Counts, language: Language, columns: int | None) -> str:
    """The counts: the live ones by how they stand, and how many of them nobody answers for.  One line in a pipe."""
    total = language(say_count("{count} action", "{count} actions", counts.total))
    live = language(say("{count} live", count=counts.live))
    stubs = language(say("{count} not live", count=counts.stubs))
    found = {one: f"{number} {language(STANDINGS[one])}" for one, number in counts.standing.items() if number}
    waiting = f" ({found[Standing.WAITING]})" if Standing.WAITING in found else ""
    parts = ", ".join(text for one, text in found.items() if one not in (Standing.WAITING, Standing.STUB))
    text = f"{total} = {live} + {stubs}{waiting}" + (f": {parts}" if parts else "")
    if counts.no_lead:
        text += f"; {language(say('{count} without a lead', count=counts.no_lead))}"
    return text if columns is None else textwrap.fill(text, columns)


def changed(rows: Iterable[Row], plan: Plan, language: Language) -> Iterator[str]:
    """What the mark behind a status means, how many have it, and that the whole plan changed after its approval."""
    count = sum(row.is_changed for row in rows)
    if count:
        words = say_count(
            "{count} action changed after its approval", "{count} actions changed after their approval", count
        )
        yield f"{CHANGED} {language(words)}"
    if plan.settings.approved is not None:
        from elzctl.followup.sign_off import is_plan_changed

        if is_plan_changed(plan):
            yield language(say("The plan changed after its approval."))


def cells(row: Row, plan: Plan, language: Language) -> Cells:
    """The words of a row."""
    action = row.action
    coming = row.next
    lead = one_line(plan.actor_name(action.lead[0].id)) if action.lead else ""
    what = coming.what if coming is not None else ""
    if action.into is not None and not what:
        what = language(say("see {name}", name=plan.titles.get(action.into.id, ("", ""))[0] or action.into.id))
    return Cells(
        row,
        number=str(action.number or ""),
        title=one_line(plain_title(action.title, plan) or action.id),
        lead=language(say("no lead")) if row.lacks_lead else lead,
        others=f" +{len(action.lead) - 1}" if len(action.lead) > 1 else "",
        due=one_line(bare(coming.due.text)) if coming is not None and coming.due is not None else "",
        what=one_line(what),
        status=f"{language(STATUSES[action.status]).lower() if action.status is not None else '?'}{CHANGED * row.is_changed}",
        standing=language(STANDINGS[row.standing]),
    )


def group_title(group: Group, by: By, plan: Plan, language: Language) -> str:
    """What stands above a group of rows."""
    if not group.key:
        return language(_NO_GROUP[by])
    if by is By.GOAL:
        number, title = plan.titles.get(group.key, ("", group.key))
        return one_line(f"{number} {plain_title(title, plan)}")
    if by is By.LEAD:
        return one_line(plan.actor_name(group.key))
    month = dates.read(group.key)
    if isinstance(month, dates.Fault):
        return group.key
    return dates.in_words_range(month.first, month.last, language.code)


def _fields(row: Cells) -> tuple[str, ...]:
    found = (row.number, row.standing, row.status, row.due, row.lead + row.others, row.title)
    return (*(text or NOTHING for text in found), row.what)


def _widths(rows: Sequence[Cells], head: tuple[str, ...], columns: int) -> tuple[int, ...] | None:
    """The widths of number, title, lead, next and stands; ``None`` when they do not fit beside each other."""
    found = ((row.number, row.title, row.lead + row.others, row.due, row.stands(columns)) for row in rows)
    number, title, lead, due, stands = (max(map(width, column)) for column in zip(head, *found, strict=True))
    coming = max((due, *(width(row.due) + width(row.what) + len(": ") for row in rows)))
    rest = columns - number - stands - 4 * len(GAP)
    lead = min(lead, max(rest // 5, LEAST_LEAD))
    coming = min(coming, max(rest // 4, min(due, rest * 2 // 5)))
    room = rest - lead - coming
    return None if room < min(title, LEAST) else (number, min(title, room), lead, coming, stands)


def _line(row: Cells, paint: Paint, widths: tuple[int, ...], columns: int) -> str:
    number, title, lead, coming, _ = widths
    shown = [
        padded(row.number, number),
        padded(cut(row.title, title), title),
        padded(cut(row.lead, lead, row.others), lead),
        padded(row.coming(coming), coming),
    ]
    if row.row.lacks_lead:
        shown[2] = paint("warning", shown[2])
    if row.row.standing is Standing.STUB:
        shown = [paint("quiet", text) for text in shown]
    return GAP.join((*shown, paint(row.style, row.stands(columns))))


def _two_lines(row: Cells, paint: Paint, columns: int) -> Iterator[str]:
    head = f"{row.number} " if row.number else ""
    yield f"{paint('strong', head)}{cut(row.title, columns - len(head))}"
    stands = cut(row.stands(columns), columns - len(INDENT))
    rest = " · ".join(text for text in (row.due, row.lead + row.others, row.what) if text)
    room = columns - len(INDENT) - width(stands) - len(" · ")
    yield f"{INDENT}{paint(row.style, stands)}" + (f" · {cut(rest, room)}" if rest and room > len("…") else "")
