"""What stands where a page is missing because the file of its thing cannot be read: what is wrong in that file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from elzctl.finding import Finding, Severity, by_place
from elzctl.load import ACTIONS, ACTORS, GOALS, MEETINGS, SERIES, TEXTS, Loaded
from elzctl.render.findings_text import SEVERITIES, place
from elzctl.render.site.places import Places
from elzctl.render.terminal import printable
from elzctl.wording import Language, say

MOST = 20
"""So many findings are shown on the page of a thing."""

_FOLDERS = {ACTIONS: "action", TEXTS: "chapter", MEETINGS: "meeting"}
_FILES = {GOALS: "goal", ACTORS: "actor", SERIES: "meeting"}
"""Files of many things: when such a one cannot be read, it is not known which pages there would be."""
_TITLE = say("This page cannot be made yet")


def broken_pages(findings: Iterable[Finding], loaded: Loaded, language: Language) -> dict[str, bytes]:
    """By the path of the page of a thing, what stands there while it is not on the site; a path may be that of a folder."""
    found: dict[str, list[Finding]] = {}
    for one in findings:
        found.setdefault(one.span.path, []).append(one)
    wrong = {path: some for path, some in found.items() if any(one.severity is Severity.ERROR for one in some)}
    if not wrong:
        return {}
    places = Places(loaded.plan, loaded.plan.settings.language.value)
    return {
        page: _main(path, sorted(some, key=by_place), language).encode()
        for path, some in wrong.items()
        for page in _pages(path, loaded, places)
    }


def _pages(path: str, loaded: Loaded, places: Places) -> Iterator[str]:
    """The pages of what stands in a file; a folder of pages ends with ``/``."""
    if path in _FILES and path in loaded.plan.unread:
        yield f"{places.folder(_FILES[path])}/"
    folder, _, name = path.rpartition("/")
    if folder in _FOLDERS and name.endswith(".md"):
        known = name.removesuffix(".md")
        places.add(_FOLDERS[folder], (known,), "broken:")
        yield places.page(f"broken:{known}")


def instead(missing: bytes, pages: Mapping[str, bytes], path: str) -> bytes:
    """The page “not found”, or in it what is wrong in the file of the thing of which the page was asked for."""
    main = pages.get(path) or pages.get(f"{path.rpartition('/')[0]}/")
    if main is None:
        return missing
    title = main.partition(b"<h1>")[2].partition(b"</h1>")[0]
    head, _, rest = missing.partition(b"<title>")
    house = b"".join((" – ".encode(), rest.partition(b"</title>")[0].rpartition(" – ".encode())[2]))
    before, _, text = rest.partition(b"</title>")[2].partition(b"<main")
    after = text.partition(b"</main>\n")[2]
    if not text:  # no site could be made at all
        before, _, after = before.partition(b"</body>")
        after = b"</body>" + after
    return b"".join((head, b"<title>", title, house, b"</title>", before, main, after))


def _main(path: str, findings: Sequence[Finding], language: Language) -> str:
    words = say(
        "Something is wrong in {file}. Mend it and save the file: then the page comes here by itself.", file=path
    )
    rest = len(findings) - MOST
    more = language(say("… and {count} more; see “elzctl validate”.", count=rest)) if rest > 0 else ""
    return f"""\
<main id="_elz-main" tabindex="-1" data-kind="text" data-broken lang="{language.code}">
<div class="top">
<h1>{escape(language(_TITLE))}</h1>
</div>
<div class="part" data-kind="meeting">
<p>{escape(printable(language(words)))}</p>
<ul>
{"".join(_item(one, language) for one in findings[:MOST])}</ul>
{f"<p>{escape(more)}</p>" if more else ""}</div>
</main>
"""


def _item(one: Finding, language: Language) -> str:
    kind = f"{language(SEVERITIES[one.severity])} [{one.code}]"
    hint = f"<br>{_text(language(one.hint))}" if one.hint is not None else ""
    return (
        f"<li><code>{_text(place(one.span))}</code><br><strong>{_text(kind)}</strong>:"
        f" {_text(language(one.message))}{hint}</li>\n"
    )


def _text(words: str) -> str:
    return escape(printable(" ".join(words.split())))
