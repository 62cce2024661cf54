"""The safe fixes of findings, worked out on the texts in memory: nothing is written here.

Fixes go in rounds: those that touch the same words wait for the next one, and the plan is read anew in between.
Errors come first, because an error may hide what else is wrong with its file.  A round that does not make its findings
go away, or whose fixes of lesser findings bring errors, is not taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from elzctl.edit import rewritten
from elzctl.finding import Finding, Severity
from elzctl.record import NamedTuple
from elzctl.source import Patch
from elzctl.tree import Changed, Tree
from elzctl.views.examine import Examined, examine

ROUNDS = 5


class Repair(NamedTuple):
    """What the fixes come to: one patch a file, how many findings they make good, the plan as it then is.

    *left_out* are the findings whose fixes would not have made things better.
    """

    patches: tuple[Patch, ...]
    fixed: int
    after: Examined
    left_out: tuple[Finding, ...] = ()


def repair(tree: Tree, before: Examined, wanted: Callable[[Finding], bool]) -> Repair:
    """The fixes of the findings that are *wanted*, round by round until nothing changes."""
    state, changed, fixed = before, dict[str, bytes](), 0
    for _ in range(ROUNDS):
        chosen = _chosen(finding for finding in state.findings if finding.fix and wanted(finding))
        if not chosen:
            break
        sources = state.loaded.sources
        patches = [patch for finding in chosen for patch in finding.fix]
        files = {patch.path: rewritten(sources[patch.path], patches) for patch in patches}
        then = examine(Changed(tree, {**changed, **files}), state.loaded.kept, state.today)
        if _is_no_better(state, then, chosen):
            return Repair(_patches(before, state), fixed, state, chosen)
        state, fixed = then, fixed + len(chosen)
        changed |= files
    return Repair(_patches(before, state), fixed, state)


def _chosen(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of one round: errors if there are any, and of two that touch the same words the first."""
    fixable = tuple(findings)
    errors = tuple(finding for finding in fixable if finding.severity is Severity.ERROR)
    taken: dict[str, set[Patch]] = {}
    chosen = []
    for finding in errors or fixable:
        if not any(_overlap(patch, other) for patch in finding.fix for other in taken.get(patch.path, ())):
            chosen.append(finding)
            for patch in finding.fix:
                taken.setdefault(patch.path, set()).add(patch)
    return tuple(chosen)


def _overlap(one: Patch, other: Patch) -> bool:
    """True when two different patches touch the same words; of two that put in at one place the order is not known."""
    if one == other:
        return False
    return one.start == other.start or (one.start < other.end and other.start < one.end)


def _is_no_better(before: Examined, then: Examined, fixed: tuple[Finding, ...]) -> bool:
    names = {(finding.code, finding.span.path) for finding in fixed}
    old, new = ([(f.code, f.span.path) in names for f in state.findings].count(True) for state in (before, then))
    reveals = fixed[0].severity is Severity.ERROR
    return new >= old or (not reveals and then.errors > before.errors)


def _patches(before: Examined, after: Examined) -> tuple[Patch, ...]:
    """From the first text of each file to its last one."""
    old, new = before.loaded.sources, after.loaded.sources
    paths = sorted(path for path in old if path in new and old[path].text != new[path].text)
    return tuple(Patch(path, 0, len(old[path].text), new[path].text) for path in paths)
