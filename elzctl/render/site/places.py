"""Where everything stands on a site: which page, and which anchor on it; and how one page leads to another.

All addresses are relative, so that a site works from a folder, on a stick and under any address.  Names of pages are made
of ids that were checked, and never of what a text says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from elzctl.ids import fault, slug
from elzctl.meeting import Meeting
from elzctl.model import Plan
from elzctl.views.published import has_minutes, is_open

NAMES: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "home": "index",
        "plan": "plan",
        "timeline": "tijdlijn",
        "dashboard": "stand-van-zaken",
        "meetings": "vergaderingen",
        "decisions": "besluiten",
        "points": "werkpunten",
        "signals": "signalen",
        "agreements": "afspraken",
        "events": "evenementen",
        "actors": "wie-doet-wat",
        "subjects": "doelgroepen-en-themas",
        "downloads": "downloads",
        "subscribe": "abonneren",
        "abbreviations": "afkortingen",
        "privacy": "privacy",
        "accessibility": "toegankelijkheid",
        "all": "overzicht",
        "missing": "404",
        "action": "acties",
        "goal": "doelstellingen",
        "chapter": "hoofdstukken",
        "meeting": "vergaderingen",
        "actor": "wie-doet-wat",
        "group": "doelgroepen",
        "theme": "themas",
        "document": "documenten",
        "attachment": "bijlagen",
        "feed": "abonneren",
        "feed-minutes": "verslagen",
        "feed-actions": "acties",
        "series": "reeksen",
        "lead": "trekkers",
    },
    "en": {
        "home": "index",
        "plan": "plan",
        "timeline": "timeline",
        "dashboard": "dashboard",
        "meetings": "meetings",
        "decisions": "decisions",
        "points": "action-points",
        "signals": "signals",
        "agreements": "agreements",
        "events": "events",
        "actors": "who-does-what",
        "subjects": "target-groups-and-themes",
        "downloads": "downloads",
        "subscribe": "subscribe",
        "abbreviations": "abbreviations",
        "privacy": "privacy",
        "accessibility": "accessibility",
        "all": "overview",
        "missing": "404",
        "action": "actions",
        "goal": "goals",
        "chapter": "chapters",
        "meeting": "meetings",
        "actor": "who-does-what",
        "group": "target-groups",
        "theme": "themes",
        "document": "documents",
        "attachment": "attachments",
        "feed": "subscribe",
        "feed-minutes": "minutes",
        "feed-actions": "actions",
        "series": "series",
        "lead": "leads",
    },
}
"""What pages and folders are called, by the language of the plan.  They never change: people link to them."""


class Places:
    """The addresses of everything that has a page, from the root of the site.

    An anchor is the id of an action, goal, chapter, meeting or of what was noted in one, as in the documents; or
    ``page:home`` and the like, ``actor:…``, ``group:…``, ``theme:…``: no id has a colon.
    """

    def __init__(self, plan: Plan, language: str) -> None:
        """Of actors, target groups and themes those have a place that :meth:`add` names."""
        self._names = NAMES[language]
        self._known: dict[str, str] = {f"page:{name}": f"{file}.html" for name, file in self._names.items()}
        self._taken: set[str] = set()
        for kind, ids in (
            ("goal", [goal.id for goal in plan.all_goals]),
            ("action", [action.id for action in plan.actions]),
            ("chapter", [chapter.id for chapter in plan.chapters]),
        ):
            self.add(kind, ids, "")
        for meeting in plan.meetings:
            self._meeting(meeting, plan)

    @property
    def known(self) -> Mapping[str, str]:
        """Where everything stands, by its anchor."""
        return self._known

    def restore(self, known: Mapping[str, str]) -> None:
        """Takes over what was :attr:`known` of the same plan, instead of finding it out again."""
        self._known = dict(known)

    def add(self, kind: str, names: Iterable[str], before: str, ending: str = ".html") -> None:
        """Gives a page to each of *names*; *before* stands before the name in its anchor.  The first of a name has it."""
        for name in names:
            self._known.setdefault(f"{before}{name}", f"{self.folder(kind)}/{self._file(kind, name)}{ending}")

    def drop(self, anchor: str) -> None:
        """Takes away the place of a page that is not made after all."""
        self._known.pop(anchor, None)

    def file(self, anchor: str, path: str) -> None:
        """Gives a file that is no page a place, so that pages can lead to it."""
        self._known.setdefault(anchor, path)

    def folder(self, kind: str) -> str:
        """The folder of the pages of a kind, or of the files of ``document``."""
        return self._names[kind]

    def page(self, anchor: str) -> str:
        """The page of an anchor, from the root; ``""`` when it has none."""
        return self._known.get(anchor, "").partition("#")[0]

    def link(self, page: str, anchor: str) -> str:
        """How *page* leads to an anchor, relative; ``""`` when that is nowhere."""
        target = self._known.get(anchor, "")
        return relative(page, target) if target else ""

    def _meeting(self, meeting: Meeting, plan: Plan) -> None:
        if not is_open(plan, meeting):
            self._known.setdefault(meeting.id, self._known["page:meetings"])
            return
        path = f"{self.folder('meeting')}/{self._file('meeting', meeting.id)}.html"
        self._known.setdefault(meeting.id, path)
        for noted in meeting.minutes.noted() if has_minutes(plan, meeting) else ():
            self._known.setdefault(noted.id, f"{path}#{noted.id}")

    def _file(self, kind: str, name: str) -> str:
        """The name of the file: the id itself when it is one, else what can be made of it and a hash."""
        file = name
        if fault(name) is not None or f"{kind}/{name}" in self._taken:
            from hashlib import sha256  # few names need it

            file = f"{slug(name)[:40] or 'x'}-{sha256(name.encode(errors='replace')).hexdigest()[:8]}"
        self._taken.add(f"{kind}/{file}")
        return file


def relative(page: str, target: str) -> str:
    """The address of *target* on *page*; both from the root of the site."""
    if target.partition("#")[0] == page:
        return f"#{target.partition('#')[2]}" if "#" in target else target.rpartition("/")[2]
    folder = page.rpartition("/")[0]
    if folder and target.startswith(f"{folder}/"):
        return target[len(folder) + 1 :]
    return "../" * page.count("/") + target
