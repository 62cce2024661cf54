"""What looks like the beginning or the end of an internal part and is none: that text is left out of what everybody may see.

A plan with such a slip has an error, and no command publishes it.  But a draft can be made of it, and whoever writes sees
its pages: there the part is hidden as it was meant to be, or rather more of it, until the slip is mended.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from elzctl.finding import Finding, Severity
from elzctl.labelled import is_labelled
from elzctl.load import Loaded, load
from elzctl.tree import Changed
from elzctl.value import replace

if TYPE_CHECKING:
    from elzctl.model import Plan, StrategicGoal
    from elzctl.tree import Tree

_BEGINS, _ENDS = "almost-internal", "unopened-internal"
_WALL = "::: intern"
_ROUNDS = 4
"""A part that is hidden may have hidden what ended another one: what is left is looked at anew, and at last left out whole."""
_MOST = 100
"""So many slips of a file are looked at one by one."""
_HEAD = r"(?s)\A(?:\ufeff)?---[ \t]*\r?\n.*?\n---[ \t]*(?:\r?\n|\Z)"
_AFTER = r"(?m)^#{1,6}[ \t].*$|^[^\w:\n]*:{3,}.*$"
_BEFORE = r"(?m)\A---[ \t]*\r?\n(?:.*\n)*?---[ \t]*$|^#{1,6}[ \t].*$|^[^\w:\n]*:{3,}.*$"


def guarded(loaded: Loaded, tree: Tree) -> Loaded:
    """The plan, read of *tree*, with internal parts where somebody meant them; the same one when nothing looks like that."""
    found, files = loaded, dict[str, bytes]()
    for left in range(_ROUNDS, -1, -1):
        slips = [one for one in found.findings if _is_slip(one) and one.span.path.endswith(".md")]
        if not slips:
            break
        for path in {one.span.path for one in slips}:
            text, own = found.sources[path].text, [one for one in slips if one.span.path == path]
            shown = _hidden(text, own) if left and len(own) <= _MOST else _head(text)
            files[path] = shown.encode("utf-8", "surrogatepass")
        found = load(Changed(tree, files), loaded.kept)
    silent = {one.about for one in found.findings if _is_slip(one) and one.about}
    return found._replace(plan=_without(found.plan, silent)) if silent else found


def _is_slip(finding: Finding) -> bool:
    """True where it is certain that somebody meant an internal part."""
    return finding.code in (_BEGINS, _ENDS) and finding.severity is Severity.ERROR


def _hidden(text: str, slips: Iterable[Finding]) -> str:
    """The text of a file with walls where they were meant."""
    for one in sorted(slips, key=lambda one: -one.span.start):
        text = (_begun if one.code == _BEGINS else _opened)(text, one.span.start, one.span.end)
    return text


def _begun(text: str, start: int, end: int) -> str:
    """A part begins where something looks like it; behind a comment, when it stands in one."""
    closed, opened = text.find("-->", end), text.find("<!--", end)
    if closed >= 0 and (opened < 0 or closed < opened):
        return f"{text[:start]}{text[end : closed + 3]}\n{_WALL}\n{text[closed + 3 :]}"
    line = text.rfind("\n", 0, start) + 1
    if is_labelled(text[line : (text + "\n").find("\n", end)]):
        return _until_heading(text, line, end)
    before = text[line:start]
    return f"{text[:start]}{_WALL if not before.strip(' >*+-') else f'{chr(10) * 2}{_WALL}'}{text[end:]}"


def _until_heading(text: str, line: int, end: int) -> str:
    """Behind a word at the beginning of a line nobody said where it ends: colons may, or the next heading does."""
    after = re.compile(_AFTER).search(text, end)
    if after is None:
        return f"{text[:line]}{_WALL}\n{text[line:]}"
    closing = "" if ":::" in after[0] else "\n:::\n\n"
    return f"{text[:line]}{_WALL}\n{text[line : after.start()]}{closing}{text[after.start() :]}"


def _opened(text: str, start: int, _: int) -> str:
    """What ends here began below the last heading, or where another part ended."""
    here = text.rfind("\n", 0, start) + 1
    place = max((match.end() for match in re.finditer(_BEFORE, text[:here])), default=0)
    return f"{text[:place]}\n{_WALL}\n{text[place:]}"


def _head(text: str) -> str:
    """The data of a file alone."""
    head = re.match(_HEAD, text)
    return head[0] if head is not None else ""


def _without(plan: Plan, names: set[str]) -> Plan:
    """The plan without the texts of the goals with these names."""
    return replace(plan, strategic_goals=tuple(_silent(plan, names)))


def _silent(plan: Plan, names: set[str]) -> Iterator[StrategicGoal]:
    for one in plan.strategic_goals:
        goals = tuple(replace(goal, text="") if goal.id in names else goal for goal in one.goals)
        yield replace(one, goals=goals, text="" if one.id in names else one.text)
