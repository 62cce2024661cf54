"""What a site shows beside the files that are read as text: its history, the months before, files that go with minutes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from elzctl.cli.attached_kept import stamps, unchanged
from elzctl.cli.session import Stop
from elzctl.cli.site_attached import Attachments, attachments
from elzctl.cli.site_past import History, commits
from elzctl.render.site.kept import hashed
from elzctl.render.site.past import NOTHING, Past, filled

if TYPE_CHECKING:
    from elzctl.load import Loaded
    from elzctl.render.site.options import Options
    from elzctl.views.trend import Month


class Around:
    """What there is around one plan.

    Its history is told anew when a commit came and when a file of the plan changed, for it says no words that the plan does
    not say any more; a file that goes with minutes is read again when it changed itself.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._asked: tuple[str, date, str] | None = None
        self._past: Past = NOTHING
        self._touched: Mapping[str, date] = {}
        self._trend: tuple[Month, ...] = ()
        self._made_of = ""
        self._marks: dict[str, Any] = {}
        self._beside = Attachments({}, {}, ())

    def options(self, options: Options, loaded: Loaded, files: str, today: date) -> Options:
        """The options of the site of a plan, with what is known of its past, and of what goes with it.

        *files* is the hash of its files as they are now, for which others may count in what was *loaded*.
        """
        self._ask(files, today, options.address)
        made_of, marks = hashed(loaded)[0], stamps(self._root, loaded.plan)
        if (made_of, marks) != (self._made_of, self._marks):
            stay = unchanged(self._marks, marks)
            self._beside = attachments(self._root, loaded.plan, self._beside, stay)
            self._made_of, self._marks = made_of, marks
        return options._replace(history=True, touched=self._touched, trend=self._trend, attached=self._beside.attached)

    def files(self, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """The files of the site with what stands around them."""
        return {**self._beside.files, **filled(files, self._past)}

    def _ask(self, files: str, today: date, address: str) -> None:
        found = commits(self._root, today)
        asked = found.head, today, files
        if asked == self._asked:
            return
        is_new = self._asked is None or asked[:2] != self._asked[:2]
        self._asked, self._touched = asked, found.touched
        with History() as history:
            if found.head:
                history.begin(self._root, found.head, today, address, files)
            if is_new:
                self._trend = _months(self._root, today) if found.head else ()
            self._past, _ = history.result()


def _months(root: Path, today: date) -> tuple[Month, ...]:
    """The months before; none when Git cannot tell."""
    from elzctl.cli.trend import months_before

    try:
        return months_before(root, today)
    except Stop:
        return ()
