"""What changed, as one HTML page that needs nothing else: each thing as a table of before and after, its texts marked.

Everything in it is text of its own: nothing of a plan is read as HTML, as Markdown or as an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count, groupby
from typing import Any

from elzctl.finding import Finding, Severity
from elzctl.render.changes_labels import THINGS
from elzctl.render.changes_lines import Line
from elzctl.render.changes_public import Screen
from elzctl.render.changes_text import closing
from elzctl.render.changes_words import Told, Words
from elzctl.render.columns import one_line
from elzctl.render.dress import dress_of
from elzctl.render.findings_text import SEVERITIES, place
from elzctl.render.html_dress import dressed
from elzctl.render.page import Pages, policy
from elzctl.render.terminal import printable
from elzctl.render.words import page_words
from elzctl.views.changes import How
from elzctl.views.changes_findings import FindingChanges
from elzctl.views.stretches import Kept, Stretch
from elzctl.wording import Language, say

MOST_FINDINGS = 200
_STYLES = ("plan.css", "changes.css")


def changes_html(words: Words, findings: FindingChanges | None, versions: str) -> str:
    """The page, in the zone's colours; *versions* says which two are compared.

    It has our own templates always: it is read where changes of templates have yet to be judged.
    """
    from markupsafe import Markup

    pages = Pages({})
    language, plan, show = words.say, words.found.new, words.screen.text
    heading = language(say("What changed"))
    style = dressed(pages.text(*_STYLES), dress_of(plan))
    page = pages.page(
        "changes.html.j2",
        language=language.code,
        title=f"{heading} – {one_line(show(plan.settings.title))}" if plan.settings.title else heading,
        heading=heading,
        organisation=one_line(show(plan.actor_name(plan.settings.organisation.id)))
        if plan.settings.organisation
        else "",
        versions=one_line(versions),
        page=dict(page_words(language)),
        labels={key: language(message) for key, message in _LABELS.items()},
        closing=list(closing(words, findings)),
        findings_lists=list(_findings(findings, words.screen, language)),
        groups=list(_groups(words)),
        policy=policy(style),
        style=Markup(style),  # noqa: S704 - ours
    )
    head, style_end, body = page.partition("</style>")
    # Should somebody print the page in a CI: a line that begins so would be obeyed there.
    return head + style_end + re.sub(r"(?m)^([^\S\n]*)::", r"\1&#58;:", body)


_LABELS = {
    "what": say("What"),
    "before": say("Before"),
    "after": say("After"),
    "none": say("nothing"),
}


def _groups(words: Words) -> Iterator[dict[str, Any]]:
    """Things of one kind, with anchors that no content can take."""
    numbers = count(1)
    for thing, group in groupby(words.told(), key=lambda told: told.thing):
        things = [_thing(told, next(numbers)) for told in group]
        yield {"key": thing.value, "heading": words.say(THINGS[thing]), "things": things}


def _thing(told: Told, number: int) -> dict[str, Any]:
    return {
        "anchor": f"change-{number}",
        "how": told.how.value,
        "number": told.number,
        "title": told.title,
        "words": told.words,
        "path": one_line(told.path),
        "lines": [_only(line, told.how) or _line(line) for line in told.lines],
    }


def _only(line: Line, how: How) -> dict[str, Any]:
    """A row of what is new, or gone: it has one side, and nothing in it is marked."""
    if how not in (How.ADDED, How.REMOVED):
        return {}
    text = printable("".join(one.text for one in line.whole).strip("\n"))
    side = line.after if how is How.ADDED else line.before
    return {"label": line.label, "only": text or side or "".join(run.text for run in line.runs)}


def _line(line: Line) -> dict[str, Any]:
    """A row of the table; of a list, what stands on one side alone is marked there."""
    return {
        "label": line.label,
        "only": "",
        "before": list(_cell(line.before, line.after, Kept.GONE)),
        "after": list(_cell(line.after, line.before, Kept.COME)),
        "whole": [_stretch(one) for one in line.whole],
    }


def _cell(words: str, others: str, kept: Kept) -> Iterator[dict[str, str]]:
    """The pieces of a line, those that the other side has too and those that it has not."""
    joint = "; " if "; " in words + others else ", "
    pieces, known = words.split(joint), set(others.split(joint))
    if not words or known.isdisjoint(pieces):
        yield from ({"kept": Kept.SAME.value, "text": words},) * bool(words)
        return
    runs = [(there, joint.join(run)) for there, run in groupby(pieces, known.__contains__)]
    for number, (there, run) in enumerate(runs, 1):
        yield {"kept": (Kept.SAME if there else kept).value, "text": run + joint.strip() * (number < len(runs))}


def _stretch(one: Stretch) -> dict[str, str]:
    # Of a break alone, nothing could be seen.
    sign = "¶" if one.kept is not Kept.SAME and one.text.isspace() else ""
    return {"kept": one.kept.value, "text": sign + printable(one.text)}


def _findings(findings: FindingChanges | None, screen: Screen, language: Language) -> Iterator[dict[str, Any]]:
    if findings is None:
        return
    for key, heading, some in (
        ("new", say("New findings"), findings.new),
        ("gone", say("Findings that are gone"), findings.gone),
    ):
        if some:
            yield {"key": key, "heading": language(heading), "lines": list(_lines(screen.findings(some), language))}


def _lines(findings: Iterable[Finding], language: Language) -> Iterator[dict[str, str]]:
    some = sorted(findings, key=lambda finding: list(Severity).index(finding.severity))
    for finding in some[:MOST_FINDINGS]:
        yield {
            "severity": language(SEVERITIES[finding.severity]),
            "message": one_line(language(finding.message)),
            "place": place(finding.span),
            "code": finding.code,
        }
    if len(some) > MOST_FINDINGS:
        more = language(say("… and {count} more", count=len(some) - MOST_FINDINGS))
        yield {"severity": "", "message": more, "place": "", "code": ""}
