"""The text of a file that exists, brought up to what a document says, part by part as the headings have them."""

from __future__ import annotations

import re
from collections import Counter

from elzctl.intake.alike import alike, without_hand
from elzctl.intake.paragraphs import paragraphs
from elzctl.record import NamedTuple
from elzctl.sections import part_of
from elzctl.source import Patch, Source
from elzctl.wording import Message, say

_HEADING = re.compile(r"^##[ \t]+(?P<title>[^\r\n]*?)[ \t#]*\r?$", re.MULTILINE)
_FENCE = re.compile(r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)", re.MULTILINE | re.DOTALL)
_NUMBER = re.compile(r"[0-9]{1,2}[.)] +")
# What somebody put in a section by hand, and no document has.
_BY_HAND = (":::", "<!--")
# What becomes of a point after its meeting: a tick, and lines under it.
_FOLLOWED = re.compile(
    r"(?m)^[ \t]*[-*+] (?:\[[xX]\]|(?:stand|verschoven|vervallen|progress|moved|dropped|bijdrage|contribution)\b)"
)


class Updated(NamedTuple):
    """The changes to a file; *left* tells what was left as it is because somebody's own work stands in it."""

    patches: tuple[Patch, ...]
    left: tuple[Message, ...] = ()


class _Section(NamedTuple):
    """A part of a text under a heading: its name and the how manyth of that name it is, where it begins, and its words."""

    name: str
    again: int
    start: int
    text: int
    end: int


def updated_text(source: Source, start: int, new: str, *, add_only: bool) -> Updated:
    """The changes after which the text of *source*, from the character *start* on, has what *new* has.

    With *add_only* only parts that are missing come in.
    """
    old = source.text[start:]
    own, others = _sections(old), _sections(new)
    known = {section[:2]: section for section in own}
    here, theirs = (Counter(section.name for section in some) for some in (own, others))
    patches, more, left = list[Patch](), list[str](), list[Message]()
    for section in others:
        words, there = new[section.text : section.end].strip(), known.get(section[:2])
        if there is None:
            more += [new[section.start : section.text].strip(), words]
            continue
        kept = old[there.text : there.end]
        # A file may say under two headings what a document prints under one.
        whole = "\n\n".join(old[one.text : one.end] for one in own if one.name == section.name)
        if add_only or not words or any(alike(without_hand(one), words) for one in (kept, whole)):
            continue
        is_divided = here[section.name] > theirs[section.name]
        is_by_hand = any(sign in kept for sign in _BY_HAND)
        if is_divided or is_by_hand or len(_FOLLOWED.findall(kept)) > len(_FOLLOWED.findall(words)):
            name = old[there.start : there.text].strip("# \t\r\n")
            left.append(say("{path}: the part “{name}” was left as it is", path=source.path, name=name))
            continue
        patches += paragraphs(source.path, start + there.text, kept, words)
    if more:
        end = start + len(old.rstrip())
        patches.append(Patch(source.path, end, end, "".join(f"\n\n{one}" for one in more if one)))
    return Updated(tuple(patches), tuple(left))


def _sections(text: str) -> list[_Section]:
    """The parts of a text by their headings; what stands before the first has no name."""
    hidden = [match.span() for match in _FENCE.finditer(text)]
    heads = [
        match for match in _HEADING.finditer(text) if not any(start <= match.start() < end for start, end in hidden)
    ]
    ends = [*(match.start() for match in heads), len(text)]
    seen: Counter[str] = Counter()
    found = [_Section("", 0, 0, 0, ends[0])]
    for match, end in zip(heads, ends[1:], strict=True):
        title = _NUMBER.sub("", match["title"], count=1)
        part = part_of(title)
        name = part.value if part is not None else title.casefold()
        found.append(_Section(name, seen[name], match.start(), match.end(), end))
        seen[name] += 1
    return found
