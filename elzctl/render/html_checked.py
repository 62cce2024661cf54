"""The page that a zone's own template made: whether it still protects who reads it, and needs nothing else.

A template comes in by pull request.  A browser is kept from what it does not know by the policy in the page, which a
template may have left out; and a page that loads something tells another computer who reads it.
"""

from __future__ import annotations

from collections.abc import Mapping
from html.parser import HTMLParser

from elzctl.render.page import hashed
from elzctl.wording import Message, say

FOLDER = "templates/html"
LONGEST = 120

_LOADS = frozenset({"src", "srcset", "poster", "background", "data", "archive", "codebase", "manifest", "ping"})
# On these an address is fetched too; on <a> it is only where a reader may go.
_HREF = frozenset({"link", "base", "image", "use", "feimage", "script"})
_HARMLESS_LINKS = frozenset({"canonical", "license", "author", "alternate", "help", "me"})
# A browser hears the policy in the head alone, and for what comes after it.
_BEFORE = frozenset({"html", "head", "title"})


def fault_of_page(page: str, policy: str, own: Mapping[str, str]) -> Message | None:
    """What is wrong with a *page* that should have that *policy*, and in which of the zone's *own* templates it stands."""
    reader = _Reader(policy)
    reader.feed(page)
    reader.close()
    if reader.loads:
        address = reader.loads[0]
        words = say("{place}: the page loads “{address}”; a page may hold only what stands in it, and fetch nothing")
        return words._replace(args=(("place", _place(address, own)), ("address", address[:LONGEST])))
    if reader.policies != [policy]:
        return say(
            "{place}: the page has lost the rule that protects its readers; put this line back, right after <head>: {line}",
            place=_place("Content-Security-Policy", own),
            line='<meta http-equiv="Content-Security-Policy" content="{{ policy }}">',
        )
    if reader.idle:
        kind, idle = reader.idle[0]
        return _IDLE[kind]._replace(args=(("place", _place(idle, own)), ("words", idle[:LONGEST])))
    return None


_IDLE = {
    "style": say(
        "{place}: no reader sees this style: “{words}”; put it in a style sheet, such as templates/html/plan.css"
    ),
    "script": say(
        "{place}: this script never runs: “{words}”; a page has no scripts but those of templates/html/page.js"
    ),
}
"""What a page has and the policy holds back, so that nothing comes of it and nobody is told."""


class _Reader(HTMLParser):
    """Finds the policies that stand before all that they have to hold back, the addresses that are fetched, and what is idle."""

    def __init__(self, policy: str) -> None:
        super().__init__()
        self._policy = policy
        self._inside = self._text = ""
        self.idle: list[tuple[str, str]] = []
        self.policies: list[str] = []
        self.loads: list[str] = []
        self._has_begun = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: (value or "").strip() for name, value in reversed(attrs)}
        if tag == "meta":
            self._meta(given.get("http-equiv", "").lower(), given.get("content", ""))
            return
        self._has_begun = self._has_begun or tag not in _BEFORE
        # Data for who reads the page with a program is no script.
        is_data = given.get("type", "").lower().endswith("json")
        self._inside = tag if tag == "style" or (tag == "script" and not is_data) else ""
        self.idle += [("style", given[name]) for name in given if name == "style" and given[name]]
        self.idle += [("script", given[name]) for name in given if name.startswith("on") and given[name]]
        names = _LOADS | {"href", "xlink:href"} if tag in _HREF else _LOADS
        if tag == "link" and _HARMLESS_LINKS.issuperset(given.get("rel", "?").lower().split()):
            return
        self.loads += [given[name] for name in given if name in names and _is_fetched(given[name])]

    def handle_data(self, data: str) -> None:
        self._text += data if self._inside else ""

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside and self._text.strip() and hashed(self._text) not in self._policy:
            self.idle.append((tag, self._text.strip().split("\n")[0].rstrip()))
        self._inside = self._text = ""

    def _meta(self, name: str, content: str) -> None:
        if name == "content-security-policy" and not self._has_begun:
            self.policies.append(content)
        elif name == "refresh":
            self.loads.append(content)


def _is_fetched(address: str) -> bool:
    """False for what stands in the page itself."""
    return bool(address) and not address.lower().startswith(("data:", "#"))


def _place(words: str, own: Mapping[str, str]) -> str:
    """The template that has these *words*, with the line; else that of the whole page, or the only one."""
    for name, text in own.items():
        if words and words in text:
            return f"{FOLDER}/{name}:{text.count(chr(10), 0, text.index(words)) + 1}"
    name = "plan.html.j2" if "plan.html.j2" in own or not own else next(iter(own))
    return f"{FOLDER}/{name}"
