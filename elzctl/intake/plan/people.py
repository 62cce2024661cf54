"""Who leads an action, who works along, for whom it is, and what the zone itself does in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from elzctl.intake import persons, who
from elzctl.intake.ledger import Certainty
from elzctl.intake.nobody import is_nobody
from elzctl.intake.paper import Block
from elzctl.intake.plan.around_names import keep_brackets, particular
from elzctl.intake.plan.beside_names import services
from elzctl.intake.plan.desk import GUESSED, READ, UNCLEAR, Desk
from elzctl.intake.plan.draft import Draft
from elzctl.intake.plan.each_place import houses_apart
from elzctl.intake.plan.form import Form, Piece
from elzctl.intake.plan.groups import groups, out_of
from elzctl.intake.plan.in_doubt import doubt_of, left_out, may_be_named, not_shown, put_back
from elzctl.intake.plan.led_in_text import is_organisation
from elzctl.intake.plan.name_columns import doubt_tables, with_names
from elzctl.intake.plan.roles import is_role, role, texts
from elzctl.intake.plan.together import TOGETHER, WHO
from elzctl.intake.plan.valued import is_contact
from elzctl.intake.plan.words import Label, plain
from elzctl.record import NamedTuple
from elzctl.wording import Message, say

_OPEN = re.compile(
    r"(?i)\W*(?:(?:nog|verder|later|nader)\b.{0,40}\b(?:bepalen|stemmen|bekijken|zoeken|duiden|kennen|spreken|vullen)|n\.?t\.?b|tbd|geen\b|zie\b|nvt\b|n\.v\.t|not yet|to be)"
)
PERSON = say(
    "This looks like the name of a person: files that are published name organisations and functions. Name the function or the organisation; the words stand in {path}.",
    path="private/import-plan.md",
)
NOT_NAMED = say("No name of an organisation, group or function was recognised in this answer.")
FIRST_LINE = say("It is the first of several lines behind the question who leads.")
FIRST_NAMED = say("It stands first under “With whom?”, before the partners, and is not called the lead.")
IN_BRACKETS = say("It stands in brackets behind the action, and is not called the lead.")
LISTED = say("It stands in a list under “With whom?”, and is not called a partner.")
BEHIND_WHO = say("It stands behind “Who”, and is not called the lead or a partner.")
_CALLED = re.compile(r"(?i)\s*\((?:trekker|lead|trekt|verantwoordelijke|coördinatie|coördinator)\)")
_CALLED_LEAD = re.compile(rf"(?:\A|[,;]\s*|\s(?:en|and)\s)([^,;()]+?){_CALLED.pattern[4:]}", re.IGNORECASE)
_BRACKETS = re.compile(r"\(([^()]*)\)")


class Who(NamedTuple):
    """Names with the blocks in which they stand, and whether they tell all that those say."""

    names: tuple[str, ...]
    blocks: tuple[Block, ...]
    whole: bool


def people(form: Form, draft: Draft, desk: Desk) -> frozenset[Block]:
    """Fills in lead, role, partners and target groups; the blocks that hold a person come back, they go in no text."""
    hidden = _without_persons(form, asked := _asked(form), draft, desk)
    role(form, asked, draft, desk)
    _lead(form, asked, draft, desk, hidden)
    _partners(form, asked, draft, desk, hidden)
    for key, labels, register in (
        ("target_groups", (Label.FOR_WHOM, Label.TARGETS), desk.groups),
        ("themes", (Label.THEMES,), desk.themes),
    ):
        pieces, secret = _public(form.of(*labels), key, draft, desk)
        hidden |= secret
        groups(pieces, key, register, draft, desk)
    return hidden


def found_in(blocks: Sequence[Block], *, tight: bool = False, known: Iterable[str] = ()) -> Who:
    """The names in these blocks, *known* ones whole; with *tight* only of blocks in which nothing but names stands."""
    all_names: list[str] = []
    used: list[Block] = []
    whole = True
    for block in blocks:
        names = who.names(block.text, (*known, *services(block.text)))
        rest = who.remainder(block.text, names) if names else ""
        label_only = bool(rest) and rest.endswith(":") and len(rest.split()) <= 3
        if not names or (tight and rest and not label_only):
            whole = whole and not re.search(r"\w", block.text)
            continue
        whole = whole and (not rest or label_only)
        all_names += names
        used.append(block)
    return Who(tuple(dict.fromkeys(all_names)), tuple(used), whole)


# Persons


def _without_persons(form: Form, asked: tuple[Block, ...], draft: Draft, desk: Desk) -> frozenset[Block]:
    """Takes the blocks that name a person out of the text; the organisation in brackets behind a name is the lead."""
    hidden: set[Block] = set()
    blocks = [block for piece in form.of(Label.LEAD, Label.PARTNERS) for block in piece.blocks]
    leads = {id(block) for piece in form.of(Label.LEAD) for block in piece.blocks} | {id(block) for block in asked}
    contacts = _contacts(form)
    for block in (*blocks, *asked):
        people_named = (_who_leads if id(block) in leads else _persons)(block.text, desk)
        if not people_named:
            continue
        hidden.add(block)
        if id(block) in contacts:
            desk.keep_private(draft.path, block, PERSON)
            continue
        others = _others(block.text, people_named, desk)
        key = "lead" if id(block) in leads else "partners"
        known = tuple(name for name in others if not _is_person(name) and name not in people_named)
        if known:
            desk.private.append((draft.path, block.text))
            actors = draft.with_ids(key, desk.actors_of(name for name in known if not is_nobody(name)))
            reason = put_back(people_named, key, draft, desk, actors) or left_out(people_named)
            desk.fill(draft, key, actors, (block,), GUESSED, reason, words=", ".join(known))
        else:
            desk.keep_private(draft.path, block, PERSON)
            reason = put_back(people_named, key, draft, desk) or PERSON
            desk.field(draft.path, key, "", block.text, (block,), UNCLEAR, reason)
    return frozenset(hidden)


def _contacts(form: Form) -> frozenset[int]:
    """The answers to who may be called, in a form that asks somewhere else who leads."""
    leads = form.of(Label.LEAD, Label.LEAD_ASKED)
    found = [piece for piece in leads if is_contact(piece.title)]
    return frozenset(id(block) for piece in found for block in piece.blocks) if len(found) < len(leads) else frozenset()


def _others(text: str, people_named: Sequence[str], desk: Desk) -> list[str]:
    """The names beside those of people, and those in brackets behind one."""
    found = who.names(text, desk.actors.joined)
    if not found:
        return [name for inside in _BRACKETS.findall(text) for name in who.names(inside)]
    return [
        one for name in found for one in (_inside(name) if re.sub(r"\s*\(.*", "", name) in people_named else (name,))
    ]


def _inside(name: str) -> tuple[str, ...]:
    return tuple(one for inside in _BRACKETS.findall(name) for one in who.names(inside))


def _public(pieces: Sequence[Piece], key: str, draft: Draft, desk: Desk) -> tuple[list[Piece], frozenset[Block]]:
    """The pieces without the blocks that name a person, and these."""
    named = [block for piece in pieces for block in piece.blocks if not desk.is_own and _persons(block.text, desk)]
    for block in named:
        desk.keep_private(draft.path, block, PERSON)
        desk.field(draft.path, key, "", block.text, (block,), UNCLEAR, PERSON)
    kept = [piece._replace(blocks=tuple(one for one in piece.blocks if one not in named)) for piece in pieces]
    return kept, frozenset(named)


def _persons(text: str, desk: Desk) -> tuple[str, ...]:
    names = [re.sub(r"\s*\(.*", "", name) for name in who.names(text)] or [text]
    known = (lambda _: False) if desk.is_own else desk.veil.names_one
    names = [name for name in names if desk.is_own or not desk.veil.is_house(name)]
    return tuple(name for name in names if known(name) or (len(name.split()) <= 5 and _is_person(name)))


def _who_leads(text: str, desk: Desk) -> tuple[str, ...]:
    """The names where one leads that may be of people: those, and what nothing shows to be an organisation."""
    named = _persons(text, desk)
    if desk.is_own:
        return named
    found = who.names(text)
    names = [re.sub(r"\s*\(.*", "", name) for name in found] if not who.remainder(text, found) else []
    doubt = (
        name for name in names if not is_nobody(name) and desk.actors.find(name) is None and not desk.veil.may_act(name)
    )
    return tuple(dict.fromkeys((*named, *doubt)))


def _is_person(name: str) -> bool:
    return persons.may_be_person(name) or persons.has_first_name(name)


# Lead and role


def _asked(form: Form) -> tuple[Block, ...]:
    """The answer to the question who leads: under it, or under the heading that comes right after it."""
    for at, piece in enumerate(form.pieces):
        if piece.label is Label.LEAD_ASKED:
            if piece.blocks:
                return piece.blocks
            after = form.pieces[at + 1] if at + 1 < len(form.pieces) else None
            return after.blocks if after is not None and after.label is Label.WITH_WHOM else ()
    return ()


def _lead(form: Form, asked: tuple[Block, ...], draft: Draft, desk: Desk, hidden: frozenset[Block]) -> None:
    for piece in form.of(Label.LEAD):
        # No label says so: it stands in brackets behind the action.
        certainty, reason = (READ, None) if piece.title else (GUESSED, IN_BRACKETS)
        _name("lead", with_names(piece), draft, desk, hidden, certainty, reason)
        doubt_tables(piece, "lead", draft, desk)
    if "lead" in draft.values:
        return
    if asked:
        first = [block for block in asked if block not in hidden][:1]
        if first and not is_role(first[0], draft, desk) and not _OPEN.match(first[0].text):
            told = (READ, None) if _is_answer(form, asked) else (GUESSED, FIRST_LINE)
            _name("lead", first, draft, desk, hidden, *told, tight=True)
    elif block := _first_named(form):
        _name("lead", (block,), draft, desk, hidden, GUESSED, FIRST_NAMED, tight=True)
    elif block := _asked_who(form):
        _who(block, draft, desk, hidden)


def _is_answer(form: Form, asked: tuple[Block, ...]) -> bool:
    """True for one line right below the question who leads, with nothing or a list behind it."""
    below = any(piece.blocks == asked for piece in form.of(Label.LEAD_ASKED))
    return below and sum(not block.depth for block in asked) <= 1


def _asked_who(form: Form) -> Block | None:
    """The one short line behind *Wie:* or below it, of a form that has no other label for who leads or works along."""
    found = [piece for piece in form.of(Label.WITH_WHOM) if plain(piece.title) in WHO and len(piece.blocks) == 1]
    alone = len(found) == 1 and all(piece.title == TOGETHER for piece in form.of(Label.PARTNERS))
    return found[0].blocks[0] if alone else None


def _who(block: Block, draft: Draft, desk: Desk, hidden: frozenset[Block]) -> None:
    """Who is called the lead there, with the others as partners; when nobody is, all of them lead."""
    found = found_in((block,), tight=True, known=desk.actors.joined)
    leads = tuple(who.shown(name) for name in _CALLED_LEAD.findall(block.text))
    bare = [_CALLED.sub("", name) for name in found.names]
    if not all(is_organisation(name, desk) or may_be_named(name, desk) for name in bare):
        desk.field(draft.path, "lead", "", block.text, (block,), UNCLEAR, NOT_NAMED)
        return
    if not leads or not found.names:
        _name("lead", (block,), draft, desk, hidden, GUESSED, BEHIND_WHO, tight=True)
        return
    for key, names in (
        ("lead", [name for name in bare if who.shown(name) in leads]),
        ("partners", [name for name in bare if who.shown(name) not in leads]),
    ):
        if names and block not in hidden:
            actors = draft.with_ids(key, desk.actors_of(names))
            unsure = [name for name in names if not is_organisation(name, desk)]
            reason = not_shown(unsure) if unsure else None if key == "lead" else BEHIND_WHO
            desk.fill(draft, key, actors, (block,), GUESSED if reason else READ, reason)


def _first_named(form: Form) -> Block | None:
    """The one short line under *Met wie?* before the question who works along."""
    for at, piece in enumerate(form.pieces[:-1]):
        if piece.label is Label.WITH_WHOM and form.pieces[at + 1].label is Label.PARTNERS:
            only = piece.blocks[0] if len(piece.blocks) == 1 else None
            return only if only is not None and not only.depth and len(only.text.split()) <= 10 else None
    return None


def _name(
    key: str,
    blocks: Sequence[Block],
    draft: Draft,
    desk: Desk,
    hidden: frozenset[Block],
    certainty: Certainty = READ,
    reason: Message | None = None,
    *,
    tight: bool = False,
) -> None:
    """Puts the actors that are named in these blocks behind a key."""
    open_blocks = [block for block in blocks if block not in hidden]
    open_blocks, several = houses_apart(open_blocks, desk)
    if several is not None:
        certainty, reason = GUESSED, reason or several
    found = found_in(open_blocks, tight=tight, known=desk.actors.joined)
    found = found._replace(names=particular(found.names, key, open_blocks, draft, desk))
    words = " ".join(block.text for block in blocks if block not in hidden)
    if not found.names:
        if re.search(r"\w", words) and not _OPEN.match(words):
            desk.field(draft.path, key, "", words, open_blocks, UNCLEAR, NOT_NAMED)
        return
    actors = desk.actors_of(found.names)
    keep_brackets(found.names, found.blocks, draft, desk, PERSON)
    draft.values[key] = draft.with_ids(key, actors)
    if not found.whole and certainty is READ:
        certainty, reason = GUESSED, out_of(words, found.names)
    if certainty is READ and (doubt := doubt_of(found.names, desk)) is not None:
        certainty, reason = GUESSED, doubt
    desk.field(draft.path, key, ", ".join(actors), words, found.blocks, certainty, reason)


# Partners


def _partners(form: Form, asked: tuple[Block, ...], draft: Draft, desk: Desk, hidden: frozenset[Block]) -> None:
    pieces = form.of(Label.PARTNERS)
    for piece in pieces:
        for block in with_names(piece):
            _name("partners", (block,), draft, desk, hidden)
        doubt_tables(piece, "partners", draft, desk)
    if any(piece.title != TOGETHER for piece in pieces):
        return
    listed = [block for block in (*asked[1:], *texts(form.of(Label.WITH_WHOM))) if block.depth]
    found = found_in([block for block in listed if block not in hidden], tight=True)
    if found.names:
        _name("partners", found.blocks, draft, desk, hidden, GUESSED, LISTED, tight=True)
