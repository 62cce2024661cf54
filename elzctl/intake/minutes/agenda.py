"""The items of the agenda from the sections of a document; lists that say the same again go."""

from __future__ import annotations

import re
from collections.abc import Sequence

from elzctl.intake import hours
from elzctl.intake.minutes import own as minutes_own
from elzctl.intake.minutes.draft import Fact, Item, Piece, Point, Prose
from elzctl.intake.minutes.inferred import LINE_ALONE
from elzctl.intake.minutes.items import Body, Knowing
from elzctl.intake.minutes.joined import same
from elzctl.intake.minutes.layout import CONTAINERS, Section
from elzctl.intake.minutes.parts import Part, cut, flat, lines_of
from elzctl.intake.minutes.state import State
from elzctl.intake.minutes.tables import tick_words
from elzctl.intake.minutes.topics import SIGN
from elzctl.intake.minutes.unknown_heads import doubted
from elzctl.intake.minutes.words import PEOPLE
from elzctl.intake.paper import Block

_TO_DO = re.compile(r"(?i)(?:(?:onze|de|nog)\s)?to[\s-]?do(?:['’]?s|[\s-]?lijst(?:je)?)?")


def items_of(state: State, above: Sequence[Part], knowing: Knowing) -> list[Item]:
    """The items, first the text above them; *above* is what was not understood there."""
    items: list[Item] = []
    agenda = [section for section in state.layout.sections if section.about == "agenda"]
    titles = [section.title.text for section in state.layout.sections if section.title is not None]
    preamble = [*above, *(_no_items(state) if state.own else ())]
    for section in agenda:
        state.heading(section)
        preamble += _agenda(state, section, titles)
    preamble = _agenda(state, Section("agenda", None, None, tuple(preamble)), titles)
    made = Body(knowing, "", "")
    lead = made.take(preamble)
    state.prompts += made.prompts
    state.labels += [*made.labels, *state.layout.unknown]
    state.unclear += [*made.unclear, *doubted(state.layout.unknown)]
    if lead:
        items.append(Item(None, None, tuple(lead)))
    for section in state.layout.sections if state.own else map(_unstarred, state.layout.sections):
        if section.about in PEOPLE | CONTAINERS | {"agenda"}:
            continue
        if state.own and _is_made(state, section):
            continue
        if section.about == "next" and not section.own and _is_told(state, section):
            continue
        title = section.title.text if section.title is not None else ""
        made = Body(knowing, section.about, title)
        pieces = made.take(section.parts, section.rows)
        state.labels += [*made.labels, *(one for row in section.rows for one in tick_words(row))]
        state.prompts += made.prompts
        state.unclear += made.unclear
        if items and not state.own and _only_lists(section, pieces):
            items[-1] = _with_list(state, items[-1], section, pieces)
            continue
        items.append(Item(section.number, section.title, tuple(pieces), LINE_ALONE if section.lone else None))
    return items


def _only_lists(section: Section, pieces: Sequence[Piece]) -> bool:
    """True for a heading without a number that says that points follow, *todo*, and under which nothing else stands."""
    is_word = section.title is not None and _TO_DO.fullmatch(section.title.text.strip(" .:*_")) is not None
    return is_word and section.number is None and bool(pieces) and all(isinstance(one, Point) for one in pieces)


def _with_list(state: State, item: Item, section: Section, pieces: Sequence[Piece]) -> Item:
    """The item with the points of such a list; above the first item there are no headings."""
    if section.title is None or item.title is None:
        state.heading(section)
        return item._replace(pieces=(*item.pieces, *pieces))
    return item._replace(pieces=(*item.pieces, Prose((section.title._replace(level=1),)), *pieces))


def _agenda(state: State, section: Section, titles: Sequence[str]) -> list[Part]:
    """What of a list of the agenda does not come back as a heading."""
    rest: list[Part] = []
    for part in section.parts:
        is_listed = isinstance(part, Block) and bool(part.depth or part.marker or section.title is not None)
        if (
            is_listed
            and isinstance(part, Block)
            and any(_alike(part.text, title) or same(part.text, title) for title in titles)
        ):
            state.headings.append(part)
        else:
            rest.append(part)
    return rest


def _no_items(state: State) -> list[Part]:
    """What has a heading in minutes of ours and is no item: text below the table of earlier points, and files that are not there."""
    found: list[Part] = []
    sections = []
    for section in state.layout.sections:
        title = section.title.text if section.title is not None and section.number is None else ""
        if title in minutes_own.ATTACHED and not _attached(state, section):
            blocks = list(flat(section.parts))
            found.append(Block(f"{title}: {'; '.join(block.text for block in blocks)}", lines_of(blocks)))
            state.heading(section)
            continue
        end = next((at for at, part in enumerate(section.parts) if _is_text(part)), len(section.parts))
        if title in minutes_own.FOLLOW_UP:
            found += section.parts[end:]
        sections.append(section._replace(parts=section.parts[:end]) if title in minutes_own.FOLLOW_UP else section)
    state.layout = state.layout._replace(sections=tuple(sections))
    return found


def _is_text(part: Part) -> bool:
    return isinstance(part, Block) and not minutes_own.FOLLOWED.match(part.text)


def _is_made(state: State, section: Section) -> bool:
    """True for a list at the end that elzctl makes of what stands above."""
    if section.title is None or section.number is not None or section.title.text not in minutes_own.MADE:
        return False
    if section.about == "attachments" and not _attached(state, section):
        return False
    texts = list(flat(section.parts))
    if section.about == "next":
        if any(block.text in minutes_own.LAST for block in texts):
            state.head.facts["last"] = Fact(
                "yes", tuple(line for block in texts for line in block.lines), words=texts[0].text
            )
    elif section.about == "actions" and texts and all(block.cell is None for block in texts) and len(texts) == 1:
        state.head.facts["no_action_points"] = Fact(texts[0].text, texts[0].lines, words=texts[0].text)
    state.heading(section)
    state.prompts += [line for block in texts for line in block.lines]
    return True


def _attached(state: State, section: Section) -> bool:
    """True when all attachments that are named are files of the plan."""
    named = [(_attachment(block.text), block.lines) for block in flat(section.parts)]
    if not named or any(file not in state.plan.attachments for (file, _), _ in named):
        return False
    state.attachments = tuple(one for one, _ in named)
    return True


def _attachment(text: str) -> tuple[str, str]:
    """``De cijfers (cijfers.pdf)`` as the name of a file and what it is; the name is "" when there is none."""
    match = re.fullmatch(r"(?:(?P<title>.*) \()?(?P<file>[^()/\s][^()/]*\.\w{2,5})\)?", text.strip())
    return (match["file"], match["title"] or "") if match else ("", "")


def _is_told(state: State, section: Section) -> bool:
    """True when the data of the file say all that a section about the next meeting does."""
    return section.title is not None and section.title in state.headings


def _unstarred(section: Section) -> Section:
    """A heading without the hour before it, a colon behind it, and the stars that stand for bold in a plain text."""
    if section.title is None:
        return section
    title = cut(section.title, 0, len(section.title.text.rstrip(" :")))
    clock = next(hours.find(title.text), None)
    behind = title.text[clock.last :].strip(" :–-.") if clock is not None and clock.first == 0 else ""
    if behind:
        start = title.text.index(behind)
        title = cut(title, start, start + len(behind))
    sign = SIGN.match(title.text)
    if sign is not None and title.text[-1] != title.text[0]:
        title = cut(title, sign.end())
    if title.text.endswith(("*", "_")):
        title = title._replace(text=title.text.strip("*_ "), spans=())
    return section._replace(title=title)


def _alike(one: str, other: str) -> bool:
    return re.sub(r"\W+", "", one.lower()) == re.sub(r"\W+", "", other.lower())
