"""New fiches: front matter from what was asked, and the headings of a fiche with a word of help under each.

Number and id are chosen while nobody else can write, so that two at once never get the same.
"""

from __future__ import annotations

import re
from pathlib import Path

from elzctl import disk
from elzctl.edit import scalar
from elzctl.fiche import Ref
from elzctl.load import ACTIONS, Loaded, load
from elzctl.lock import lock
from elzctl.model import Action, Settings
from elzctl.scaffold.allowed import (
    OneFile,
    Refused,
    errors,
    free_id,
    id_fault,
    next_number,
    number_fault,
    refuse,
    template,
    title_fault,
)
from elzctl.sections import part_of
from elzctl.terms import Part, SectionOrder
from elzctl.tree import Unreadable, WorkTree
from elzctl.value import replace
from elzctl.wording import say

# A file that does not read back stays where it is: whoever changed it in that moment may have put work in it.
_DIFFERENT = say("This was written, but does not read back the same: look at the file before you go on")


def new_action(root: Path, wanted: Action, goal: str) -> Action:
    """Writes a fiche under the goal with id *goal*, and returns it with its number, id and path.

    Without a number it gets the next one; without an id one that is made of its title.  Raises Refused, WriteFault.
    """
    refuse(title_fault(wanted.title))
    with lock(root):
        loaded = load(WorkTree(root))
        made = _placed(loaded, replace(wanted, title=wanted.title.strip()), goal)
        text = _front_matter(made) + headings(root, loaded.plan.settings)
        raw = text.encode("utf-8", "surrogatepass")
        if not _reads_back(made, raw):
            raise Refused(say("This cannot be written so that it reads back the same; nothing was written"))
        disk.write(root, made.path, raw, expected=None)
        if not _reads_back(made, _on_disk(root, made.path)):
            raise Refused(say("{path}: {message}", path=made.path, message=_DIFFERENT))
    return made


def _placed(loaded: Loaded, wanted: Action, goal: str) -> Action:
    plan = loaded.plan
    hidden = next((finding.message for finding in loaded.findings if finding.span.path == ACTIONS), None)
    refuse(None if hidden is None else say("{path}: {message}", path=ACTIONS, message=hidden))
    above = next((known.number for known in plan.goals if known.id == goal), None)
    if above is None:
        raise Refused(say("There is no goal “{id}” with a number", id=goal))
    number = wanted.number or next_number(plan, above)
    name = wanted.id or free_id(plan, wanted.title)
    refuse(number_fault(plan, number, above) or id_fault(plan, name))
    return replace(wanted, number=number, id=name, path=f"{ACTIONS}/{name}.md")


def _front_matter(action: Action) -> str:
    rows = (
        ("number", str(action.number)),
        ("title", scalar(action.title)),
        ("status", scalar(action.status.value) if action.status else ""),
        ("lead", _list(action.lead)),
        ("role", scalar(action.role.value) if action.role else ""),
        ("partners", _list(action.partners)),
        ("target_groups", _list(action.target_groups)),
        ("themes", _list(action.themes)),
        ("start", scalar(action.start.text) if action.start else ""),
        ("due", scalar(action.due.text) if action.due else ""),
    )
    lines = "".join(f"{key}: {value}\n" for key, value in rows if value)
    return f"---\n{lines}---\n\n"


def _list(refs: tuple[Ref, ...]) -> str:
    return f"[{', '.join(scalar(ref.id, flow=True) for ref in refs)}]" if refs else ""


def headings(root: Path, settings: Settings) -> str:
    """The headings of a fiche with a word of help under each, in the order of the plan."""
    intro, *blocks = re.split(r"^(?=## )", template(root, f"action.{settings.language.value}.md"), flags=re.MULTILINE)
    if settings.section_order is SectionOrder.WHAT_FIRST:
        blocks = [block.rstrip("\n") + "\n\n" for block in blocks]
        blocks.sort(key=lambda block: part_of(block.partition("\n")[0].strip("# ")) is not Part.WHAT)
    return (intro + "".join(blocks)).rstrip("\n") + "\n"


def _reads_back(made: Action, raw: bytes) -> bool:
    loaded = load(OneFile(made.path, raw))
    read = loaded.plan.actions
    return not errors(loaded, made.path) and len(read) == 1 and replace(read[0], body=made.body) == made


def _on_disk(root: Path, path: str) -> bytes:
    try:
        return WorkTree(root).read(path)
    except Unreadable:
        return b""
