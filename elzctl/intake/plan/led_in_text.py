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
from elzctl.intake.plan.who_leads import says_who
from elzctl.intake.plan.words import Label
from elzctl.wording import say

IN_SENTENCE = say("A sentence tells it, and no label: look whether it leads, or works along with, this action.")
NO_NAMES = say("A sentence tells who leads or works along; no name of an organisation was recognised in it.")
_BELOW = (Label.INTRO, Label.WHAT, Label.HOW, Label.WITH_WHOM, Label.DO)
_CALLED = re.compile(r"(?i)\s\((?:trekker|kartrekker|lead|verantwoordelijke)\)\s*[.;,]?\Z")
_ARTICLE = re.compile(r"(?i)\A(?:de|het|the)\s+")


def led_in_text(form: Form, draft: Draft, desk: Desk) -> None:
    """Fills in who leads and works along where no label tells who leads; words that name nobody are told."""
    if "lead" in draft.values or form.of(Label.LEAD, Label.LEAD_ASKED):
        return
    for sentence, block in _sentences(form):
        match = says_who(sentence)
        if match is None:
            continue
        for key, words in (("lead", match["lead"]), ("partners", match["along"] or "")):
            if words and key not in draft.values:
                _fill(key, words, sentence, block, draft, desk)
        if "lead" in draft.values:
            return


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
            yield from ((sentence, block) for sentence in sentences(block.text))


def _fill(key: str, words: str, sentence: str, block: Block, draft: Draft, desk: Desk) -> None:
    words = _ARTICLE.sub("", words.strip(" ,"))
    found = who.names(words, desk.actors.joined)
    rest = who.remainder(words, found) if found else words
    names = [name for name in found if not rest and _is_organisation(name, desk)]
    if not names or len(names) < len(found):
        desk.field(draft.path, key, "", sentence, (block,), UNCLEAR, NO_NAMES)
    names = list(particular(names, key, (block,), draft, desk))
    if names:
        actors = draft.with_ids(key, desk.actors_of(names))
        desk.fill(draft, key, actors, (block,), GUESSED, IN_SENTENCE, words=sentence)


def _is_organisation(name: str, desk: Desk) -> bool:
    """True for a name that shows that it is of an organisation, and of nobody."""
    if is_nobody(name) or persons.may_be_person(name) or persons.has_first_name(name) or desk.veil.names_one(name):
        return False
    known = desk.actors.find(name) is not None or desk.veil.is_house(name) or persons.shows_organisation(name)
    return known and name != name.lower()
