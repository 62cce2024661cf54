"""CODEOWNERS of Forgejo and Gitea from the rights of a plan: regular expressions, of which all that match count.

Nothing goes before anything there, so the owners of a folder are also asked about a file of it that has owners of its own;
whoever owns the rest is asked about that alone.  A dot stands in brackets: in this file a backslash is taken away first.
"""

from __future__ import annotations

import re

from elzctl.model import Plan
from elzctl.render.rights_codeowners import blocks, first
from elzctl.rights import Rights
from elzctl.views.rights import Ownership

_SPECIAL = re.compile(r"[\\^$.|+()\[\]{} #*?]")
_WIDER = {"**/": "(.*/)?", "?": "[^/]", " ": "\\ ", "#": "\\#", "^": "\\\\^", "\\": "\\\\\\\\"}


def codeowners_forgejo(plan: Plan, *, prefix: str) -> str:
    """The whole file; *prefix* stands before the paths of the plan in its repository."""
    owners = Ownership(plan)
    rights = owners.rights
    lines, owned = [first(plan)], []
    for block in blocks(owners):
        rows = []
        for path, teams in block:
            mentions = _mentions(rights, teams)
            if mentions:
                owned.append(_pattern(prefix, path))
                rows.append(f"{owned[-1]} {mentions}")
        lines += ["", *rows] if rows else []
    rest = _mentions(rights, tuple(one.id for one in rights.rest))
    if rest:
        # All but what stands above.
        lines[1:1] = [f"!({'|'.join(dict.fromkeys(owned))}) {rest}" if owned else f".* {rest}"]
    return "\n".join(lines) + "\n"


def _mentions(rights: Rights, teams: tuple[str, ...]) -> str:
    return " ".join(dict.fromkeys(rights.teams[name].mention for name in teams if name in rights.teams))


def _pattern(prefix: str, path: str) -> str:
    """A path as an expression: a folder is all that is in it, ``?`` one sign of a name."""
    wide, name = ("**/", path[3:]) if path.startswith("**/") else ("", path)
    inner = re.sub(r"\?|[^?]+", lambda match: _WIDER["?"] if match[0] == "?" else _escaped(match[0]), name)
    return f"{_escaped(prefix)}{_WIDER.get(wide, '')}{inner}{'.*' if path.endswith('/') else ''}"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda match: _WIDER.get(match[0], f"[{match[0]}]"), text)
