"""What a reader can do in the page of a plan, as HTML: search, choose, fold, switch colours.

It is hidden until ``templates/html/page.js`` is at work, and not drawn by Jinja, for which it would be half of the work.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

_TOLD = ("chosen", "copied", "found", "found_here", "found_nothing", "found_out")
"""What the script says, with the places that it fills in."""


def controls(words: Mapping[str, str], choices: Mapping[str, Mapping[str, str]]) -> str:
    """The bar above the text; *choices* are the words to choose actions by, by kind and key."""
    say = {key: escape(text) for key, text in words.items()}
    told = "".join(f' data-{key.replace("_", "-")}="{say[key]}"' for key in _TOLD)
    chooser = _chooser(say, choices) if any(choices.values()) else ""
    return f"""\
<div class="bar" id="_elz-bar" role="search" aria-label="{say["tools"]}" hidden{told}>
<div class="row">
<label class="seek">{say["search"]}
<input type="search" id="_elz-query" placeholder=" " autocomplete="off" spellcheck="false"></label>
<div class="hits">
{_button("previous", say["previous"])}{_button("next", say["next"])}</div>
<p role="status" id="_elz-told"></p>
{chooser}{_view(say, foldable=bool(chooser))}</div>
<p role="status" class="count" id="_elz-count"></p>
<template id="_elz-details"><button type="button" class="fold" aria-expanded="true">{say["details"]}</button></template>
</div>
"""


def _chooser(say: Mapping[str, str], choices: Mapping[str, Mapping[str, str]]) -> str:
    """What to choose actions by: goals in the order of the plan, and everything else by name."""
    selects = []
    for name, labels in choices.items():
        found = labels.items() if name == "goal" else sorted(labels.items(), key=lambda one: one[1].casefold())
        options = [("", say["all"]), *((escape(key), escape(label)) for key, label in found)]
        selects.append(_select(f'name="{name}"', say[f"by_{name}"], options) if found else "")
    inside = "".join(selects) + _button("all", say["all_actions"])
    return f'<details id="_elz-choose">\n<summary>{say["filter"]}</summary>\n<div class="row">\n{inside}</div>\n</details>\n'


def _view(say: Mapping[str, str], *, foldable: bool) -> str:
    fold = _button("fold", say["fold_all"]) + _button("unfold", say["unfold_all"]) if foldable else ""
    colours = [("", say["colours_own"]), ("light", say["colours_light"]), ("dark", say["colours_dark"])]
    keys = [("", say["key_on"]), ("off", say["key_off"])]
    inside = fold + _select('id="_elz-colours"', say["colours"], colours) + _select('id="_elz-key"', say["key"], keys)
    return f'<details>\n<summary>{say["view"]}</summary>\n<div class="row">\n{inside}</div>\n</details>\n'


def _select(attribute: str, label: str, options: Iterable[tuple[str, str]]) -> str:
    listed = "".join(f'<option value="{value}">{text}</option>\n' for value, text in options)
    return f"<label>{label}\n<select {attribute}>\n{listed}</select></label>\n"


def _button(name: str, label: str) -> str:
    return f'<button type="button" id="_elz-{name}">{label}</button>\n'
