"""Which findings an older version of the plan did not have: a part of ``elzctl validate``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from elzctl.cli.session import Session

if TYPE_CHECKING:
    from collections.abc import Mapping

    from elzctl.finding import Finding
    from elzctl.source import Source
    from elzctl.views.examine import Examined


def only_new(session: Session, base: str, now: Examined) -> Examined:
    """*now* with the findings that BASE does not have, those on lines that it does not have either first.  Raises Stop."""
    from elzctl.cli.versions import asked_for, versions_of
    from elzctl.views.changes import changes
    from elzctl.views.changes_findings import finding_changes
    from elzctl.views.examine import examined

    versions = versions_of(session, asked_for(base, "", ""))
    old = examined(versions.old, now.today)
    found = finding_changes(old.findings, now.findings, changes(versions.old.plan, now.loaded.plan)).new
    known = {path: frozenset(source.lines()) for path, source in versions.old.sources.items()}
    ordered = sorted(found, key=lambda one: not _is_on_a_new_line(one, now.loaded.sources, known))
    return now._replace(findings=tuple(ordered))


def _is_on_a_new_line(one: Finding, sources: Mapping[str, Source], known: Mapping[str, frozenset[str]]) -> bool:
    """True when the older version of the file has no such line."""
    path = one.span.path
    if path not in sources:
        return False
    return sources[path].line(one.span.line) not in known.get(path, ())
