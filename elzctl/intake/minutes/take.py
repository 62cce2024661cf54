"""From a document to the file of a meeting, with what goes beside it: new actors and series, and what stays private."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from elzctl.intake.ledger import Ledger
from elzctl.intake.minutes.account import Accounting
from elzctl.intake.minutes.agenda import items_of
from elzctl.intake.minutes.ahead import next_day, next_of, not_sure
from elzctl.intake.minutes.among_others import SOME, counted_there
from elzctl.intake.minutes.apologies import SAID as SORRY
from elzctl.intake.minutes.apologies import WELCOMES, excused_in
from elzctl.intake.minutes.attendance import is_other, settled
from elzctl.intake.minutes.behind_van import NAMED_SO, houses_behind, unclear_of
from elzctl.intake.minutes.by_function import without_functions
from elzctl.intake.minutes.correspondents import between, with_them
from elzctl.intake.minutes.day import day_of, take_end, take_subject
from elzctl.intake.minutes.draft import Fact, Item, Person, There
from elzctl.intake.minutes.housed import houses_in
from elzctl.intake.minutes.items import Knowing
from elzctl.intake.minutes.joined import joined_points
from elzctl.intake.minutes.last_bracket import of_last
from elzctl.intake.minutes.layout import CONTAINERS
from elzctl.intake.minutes.mentioned import with_mentioned
from elzctl.intake.minutes.missed import missed
from elzctl.intake.minutes.named import named
from elzctl.intake.minutes.names import Names
from elzctl.intake.minutes.own import Known
from elzctl.intake.minutes.parts import Part, flat
from elzctl.intake.minutes.people import is_organisation
from elzctl.intake.minutes.points import Context
from elzctl.intake.minutes.sender import SENT, WRITES, says_himself, with_sender
from elzctl.intake.minutes.sentence_names import SAID, is_said, may_be_public
from elzctl.intake.minutes.series import Named, known_tags
from elzctl.intake.minutes.state import MinutesOptions, State
from elzctl.intake.minutes.who import OWN_WORDS, Directory
from elzctl.intake.minutes.words import PEOPLE
from elzctl.intake.paper import Block, Paper, Unfit
from elzctl.intake.taken import Taken
from elzctl.intake.which import not_minutes
from elzctl.load import ACTORS, MEETINGS
from elzctl.wording import Message

__all__ = ["MinutesOptions", "take_minutes"]

_FIRST = 14  # paragraphs above the agenda in which somebody may be excused


def take_minutes(paper: Paper, options: MinutesOptions) -> Taken:
    """The meeting that a document tells of.  Raises Unfit when no day is known: it is a part of the name of the file."""
    other = not_minutes(paper)
    try:
        taken = _taken(paper, options)
    except Unfit as unfit:
        raise Unfit(unfit.message, other or unfit.hint) from None
    return taken if other is None else taken._replace(remarks=(other, *taken.remarks))


def _taken(paper: Paper, options: MinutesOptions) -> Taken:
    state = State(paper, options)
    head = state.head
    take_subject(state)
    head.read(state.layout.head)
    above = _above(state)
    day = day_of(state)
    if not state.own:
        take_end(state)
    ahead = next_of(state, day)
    _take_apologies(state, above)
    mail = between(state.mail, state.actors)
    mail, houses_of_sender = with_sender(state.mail, mail, paper.blocks, head.listed, state.actors)
    state.labels += says_himself(head.listed, mail)
    head.listed = [*with_them(head.listed, mail), *houses_of_sender]
    own = [one for one in head.listed if one.name.lower().strip(" .") in OWN_WORDS]
    state.unclear += [(one.name, one.lines, WRITES) for one in own]
    head.listed = [one for one in head.listed if one not in own]
    if mail.sender is not None and mail.sender.presence == "present":
        head.told |= dict.fromkeys(mail.sender.lines, SENT)
    behind = houses_behind(head.listed, paper.blocks)
    head.listed, head.told = behind.listed, head.told | dict.fromkeys(behind.said, NAMED_SO)
    state.unclear += unclear_of(behind)
    _register(state)
    people = [one for one in head.listed if isinstance(one, Person)]
    there = [one.name for one in head.listed if isinstance(one, There)]
    houses = () if state.own else houses_in(block.text for block in paper.blocks)
    directory = Directory(state.actors, people, there, houses)
    directory.speaks_as(mail.sender)
    known = Known(state.actors, state.printed, known_tags(state.plan))
    names = Names(directory, paper.blocks, dutch=state.dutch, own=state.own and state.invited is None)
    name = named(state, day, names)
    context = Context(directory, day, next_day(ahead, day), state.dutch, _called(name, ahead))
    made = list(state.printed.approvals(name.id)) if state.own else ()
    items = items_of(state, [*state.above, *above], Knowing(context, known, state.own, made))
    items, twice = (items, 0) if state.own else joined_points(items)
    items = items if state.own else without_functions(items, state.head.listed, state.actors, dutch=state.dutch)
    items = items if state.own else with_mentioned(items, day, _first_of(context))
    taken = Accounting(Ledger(paper), state, name, names).taken(items, ahead, directory, twice)
    unsure = None if ahead else not_sure(state, day)
    last = None if state.own else of_last(paper.blocks, head.listed, state.actors)
    told = () if state.own else (unsure, last, _missed(state, name, items, has_next=bool(ahead) or unsure is not None))
    files = taken.files if state.own else _with_used(taken.files, state)
    return taken._replace(files=files, remarks=(*taken.remarks, *filter(None, told)))


def _called(name: Named, ahead: Mapping[str, Fact]) -> str:
    """The words for this meeting: its title, and those that announce the next one."""
    return f"{name.title} {ahead['date'].words.partition(':')[0] if 'date' in ahead else ''}"


def _first_of(context: Context) -> date | None:
    return context.next_day.value.first if context.next_day is not None else None


def _with_used(files: dict[str, str], state: State) -> dict[str, str]:
    """The files, without new actors that the meeting does not name: words that were only tried as a name."""
    texts = [text.partition("\n---\n") for path, text in files.items() if path.startswith(f"{MEETINGS}/2")]
    words = {
        word for head, _, body in texts for word in (*re.findall(r"[\w-]+", head), *re.findall(r"@([\w-]+)", body))
    }
    new = state.actors.new
    for actor in [one for one in new if one not in words | {state.actors.own}]:
        del new[actor]
    rest = {path: text for path, text in files.items() if path != ACTORS}
    return rest | ({ACTORS: state.actors.yaml(new=True)} if new else {})


def _missed(state: State, name: Named, items: Sequence[Item], *, has_next: bool) -> Message | None:
    """What to tell of the fields that the document does not have."""
    found = {*state.head.facts, *(["title"] if name.blocks else [])}
    found |= {"present"} if any(one.presence == "present" for one in state.head.listed) else set()
    found |= {"items"} if any(one.title is not None for one in items) else set()
    return missed(found | ({"next"} if has_next else set()))


def _above(state: State) -> list[Part]:
    """What was not understood above the agenda, in order; sections of people and headings around the items go here."""
    head = state.head
    above = list(head.left)
    head.above = above
    head.left = []
    for section in state.layout.sections:
        if section.about in PEOPLE:
            above += head.section(section.about, section.parts)
            above += head.left
            head.left = []
            state.heading(section)
        elif section.about in CONTAINERS:
            state.heading(section)
            above += section.parts
    return above


def _take_apologies(state: State, above: Sequence[Part]) -> None:
    """Who is excused by a sentence above the agenda, or where everybody is welcomed."""
    sections = state.layout.sections
    items = [one for one in sections if one.about not in PEOPLE | CONTAINERS | {"agenda"}]
    welcoming = [one for one in items[:1] if one.title is None or WELCOMES.search(one.title.text)]
    blocks = [*list(flat(above))[:_FIRST], *(block for one in welcoming for block in one.blocks)]
    found = [] if state.own else list(excused_in(blocks, state.actors))
    state.head.listed += found
    state.head.told |= {line: SORRY for one in found for line in one.lines}
    if not state.own and not any(one.presence == "present" for one in state.head.listed):
        some = list(counted_there(blocks, state.actors))
        state.head.listed += some
        state.head.told |= {line: SOME for one in some for line in one.lines}


def _register(state: State) -> None:
    """Organisations that were there become known, so that they are recognised in the text."""
    listed = settled(state.head.listed, state.actors)
    said = [one for one in listed if isinstance(one, There) and is_said(one.name)]
    state.unclear += [(one.name, one.lines, SAID) for one in said]
    public = [one for one in said if may_be_public(one.name, lambda words: state.actors.find(words) is not None)]
    others = [one for one in listed if isinstance(one, There) and (is_other(one.name) or one in public)]
    state.above += [Block(one.name, one.lines) for one in others]
    state.head.listed = [one for one in listed if one not in others]
    for one in state.head.listed:
        if isinstance(one, There) and one.presence != "absent" and is_organisation(one.name, state.actors):
            state.actors.ref(one.name)
    theirs = {one.organisation for one in state.head.listed if isinstance(one, Person)}
    absent = [
        one
        for one in state.head.listed
        if isinstance(one, There) and one.presence == "absent" and one.name not in theirs
        if is_organisation(one.name, state.actors)
    ]
    if absent:
        lines = tuple(dict.fromkeys(line for one in absent for line in one.lines))
        label = "Afwezig" if state.dutch else "Absent"
        state.above.append(Block(f"{label}: {', '.join(one.name for one in absent)}", lines))
