"""Who leads and who works along, in a sentence and behind no label: *Trekker is CAW Oost, met steun van Samana*, *Logo Zuid trekt dit*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elzctl.intake import persons, who
from elzctl.intake.nobody import is_nobody
from elzctl.intake.paper import Block
from elzctl.intake.plan.around_names import particular
from elzctl.intake.plan.desk import GUESSED, UNCLEAR, Desk
from elzctl.intake.plan.draft import Draft
from elzctl.intake.plan.form import Form, Piece
from elzctl.intake.plan.state import sentences
from elzctl.intake.plan.who_leads import Said, says_who
from elzctl.intake.plan.words import Label
from elzctl.intake.several_places import each_house
from elzctl.intake.trades import is_somebody
from elzctl.wording import say

IN_SENTENCE = say("A sentence tells it, and no label: look whether it leads, or works along with, this action.")
NOT_SURE = say("A sentence speaks of who leads, and does not say for sure who does: look whether somebody is known.")
NO_NAMES = say("A sentence tells who leads or works along; no name of an organisation was recognised in it.")
_BELOW = (Label.INTRO, Label.WHAT, Label.HOW, Label.WITH_WHOM, Label.DO)
_CALLED = re.compile(r"(?i)\s\((?:trekker|kartrekker|lead|verantwoordelijke)\)\s*[.;,]?\Z")
# A word at the head of a sentence is no name: *Ook Samana werkt mee*.
_HEAD = re.compile(r"\A(?:Ook|Daarnaast|Daarbij|Verder|Bovendien|Eveneens|Tot slot|Uiteraard|Natuurlijk|Also)\s+")
_ARTICLE = re.compile(r"(?:\A|(?<=,\s)|(?<=\sen\s)|(?<=\sand\s)|(?<=&\s))(?:[Dd]e|[Hh]et|[Tt]he)\s+")


def led_in_text(form: Form, draft: Draft, desk: Desk) -> None:
    """Fills in who leads and works along where no label tells who leads; words that name nobody are told."""
    # A label with nothing behind it, or with open words, tells nobody.
    answered = any(piece.blocks for piece in form.of(Label.LEAD)) or bool(form.of(Label.LEAD_ASKED))
    is_led = "lead" in draft.values or answered
    is_helped = "partners" in draft.values or bool(form.of(Label.PARTNERS))
    for sentence, block in _sentences(form):
        said = says_who(sentence) or Said("", "")
        for key, words, known in (("lead", said.lead, is_led), ("partners", said.along, is_helped)):
            # A sentence further on may name more who work along; one leads.
            if not words or known or (key == "lead" and key in draft.values):
                continue
            if said.sure:
                _fill(key, words, sentence, block, draft, desk)
            elif key == "lead":
                desk.field(draft.path, key, "", sentence, (block,), UNCLEAR, NOT_SURE)


def leads_apart(form: Form) -> Form:
    """The form, in which an item of the partners that is called the lead is that: *- CAW Oost (trekker)*."""
    if form.of(Label.LEAD, Label.LEAD_ASKED):
        return form
    pieces: list[Piece] = []
    for piece in form.pieces:
        called = [block for block in piece.blocks if block.depth and _CALLED.search(block.text)]
        if piece.label is not Label.PARTNERS or not called:
            pieces.append(piece)
            continue
        for block in called:
            at = _CALLED.search(block.text)
            title = block.text[at.start() :].strip(" ().") if at is not None else ""
            pieces.append(Piece(Label.LEAD, title, None, (block,), inline=True, within=piece.within))
        pieces.append(piece._replace(blocks=tuple(block for block in piece.blocks if block not in called)))
    return form._replace(pieces=tuple(pieces))


def _sentences(form: Form) -> Iterator[tuple[str, Block]]:
    for piece in form.of(*_BELOW):
        for block in piece.blocks:
            yield from ((part, block) for one in sentences(block.text) for part in re.split(r";\s+", one))


def _fill(key: str, words: str, sentence: str, block: Block, draft: Draft, desk: Desk) -> None:
    words = each_house(_ARTICLE.sub("", _HEAD.sub("", words.strip(" ,"))))
    found = who.names(words, desk.actors.joined)
    rest = who.remainder(words, found) if found else words
    names = [name for name in found if not rest and is_organisation(name, desk)]
    if key == "partners" and not names and words[1:] == words[1:].lower():
        return  # groups without a name: *vrijwilligers denken mee over de affiche*
    if not names or len(names) < len(found):
        desk.field(draft.path, key, "", sentence, (block,), UNCLEAR, NO_NAMES)
    names = list(particular(names, key, (block,), draft, desk))
    if names:
        actors = draft.with_ids(key, desk.actors_of(names))
        desk.fill(draft, key, actors, (block,), GUESSED, IN_SENTENCE, words=sentence)


def is_organisation(name: str, desk: Desk) -> bool:
    """True for a name that shows that it is of an organisation, and of nobody."""
    if (
        is_nobody(name)
        or is_somebody(name)
        or persons.may_be_person(name)
        or persons.has_first_name(name)
        or desk.veil.names_one(name)
    ):
        return False
    known = desk.actors.find(name) is not None or desk.veil.is_house(name) or persons.shows_organisation(name)
    return known and name != name.lower()
