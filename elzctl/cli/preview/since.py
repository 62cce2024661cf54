"""Which errors a save brought: what is wrong in one file is often told in others, of which none was touched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from elzctl.cli.preview.watch import COMMITS
from elzctl.finding import Finding, Severity
from elzctl.render.terminal import printable
from elzctl.wording import Language, say, say_count

_NAMED = 3


class Since:
    """The errors that were there when the pages were made before."""

    def __init__(self) -> None:
        self._before: Counter[tuple[str, str, str]] | None = None
        self._now: Counter[tuple[str, str, str]] = Counter()

    def new(self, findings: Sequence[Finding], language: Language) -> tuple[Finding, ...]:
        """Those that were not there before; none the first time."""
        errors = [one for one in findings if one.severity is Severity.ERROR]
        keys = [(one.code, one.span.path, language(one.message)) for one in errors]
        self._now = Counter(keys)
        if self._before is None:
            return ()
        left = Counter(self._before)
        found = []
        for one, key in zip(errors, keys, strict=True):
            if left[key]:
                left[key] -= 1
            else:
                found.append(one)
        return tuple(found)

    def keep(self) -> None:
        """From now on these are known: the pages are made."""
        self._before = self._now


def elsewhere(new: Collection[Finding], saved: Collection[str], findings: Sequence[Finding], language: Language) -> str:
    """That what was *saved* is fine by itself, but brought errors in other files; ``""`` when that is not so."""
    names = sorted(name for name in saved if name != COMMITS)
    if not new or not names or any(one.span.path in names and one.severity is Severity.ERROR for one in findings):
        return ""
    files = ", ".join(" ".join(printable(name).split()) for name in names[:_NAMED])
    if names[_NAMED:]:
        files = language(say("{names} and {count} more", names=files, count=len(names) - _NAMED))
    told = say_count(
        "New since {files} was saved: {count} error, in another file",
        "New since {files} was saved: {count} errors, in other files",
        len(new),
        files=files,
    )
    return language(told)
