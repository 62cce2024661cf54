"""A plan that exists as a document, taken in: settings, goals, actors, fiches and chapters, and an account of every line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from elzctl.edit import scalar
from elzctl.intake import persons
from elzctl.intake.folded import folded
from elzctl.intake.houses import Houses
from elzctl.intake.ledger import Certainty, Fate, Ledger
from elzctl.intake.paper import Paper
from elzctl.intake.plan import chapters as plan_chapters
from elzctl.intake.plan.codes import Level, called_goal, names_goal
from elzctl.intake.plan.collapsed import collapsed
from elzctl.intake.plan.contents import page_marks
from elzctl.intake.plan.desk import GUESSED, PLAN, READ, UNCLEAR, Desk
from elzctl.intake.plan.draft import Draft, yaml
from elzctl.intake.plan.fiche import fiche
from elzctl.intake.plan.form import Form, form_of, repeated_prompts
from elzctl.intake.plan.form_tables import across, parted
from elzctl.intake.plan.goals import GOALS, goals_yaml
from elzctl.intake.plan.legend import legend
from elzctl.intake.plan.listing import tell_others
from elzctl.intake.plan.loose import with_labels
from elzctl.intake.plan.named_goals import with_references
from elzctl.intake.plan.nodes import Outline
from elzctl.intake.plan.numbers import Names, Place, number_of, places, references
from elzctl.intake.plan.outline import outline
from elzctl.intake.plan.own import Cover, cover_of, own
from elzctl.intake.plan.own_lists import beside
from elzctl.intake.plan.own_names import own_names
from elzctl.intake.plan.plan_file import Chapters, plan_yaml
from elzctl.intake.plan.rows import expanded
from elzctl.intake.plan.settings import settings, tongue_of, year_of, zone_named
from elzctl.intake.plan.spaced import with_colons
from elzctl.intake.plan.styled import with_strong
from elzctl.intake.plan.topped import with_tops
from elzctl.intake.plan.unglued import headings_apart
from elzctl.intake.plan.worded import with_worded
from elzctl.intake.plan.words import plain
from elzctl.intake.taken import Taken
from elzctl.intake.veiled import clear_of
from elzctl.intake.which import not_a_plan
from elzctl.record import NamedTuple
from elzctl.terms import Tongue
from elzctl.wording import Message, say, say_count

BY_PLACE = say("No word, number or column calls it an action: its place in the document does.")
UNKNOWN = {Tongue.NL: "Nog in te vullen", Tongue.EN: "To be filled in"}
PRIVATE = "private/import-plan.md"
ACTORS, ACTIONS, SERIES = "plan/actors.yaml", "plan/actions", "meetings/series.yaml"


class PlanOptions(NamedTuple):
    """What the person who imports says beforehand; what is not given is looked for in the document."""

    year: int | None = None
    language: Tongue | None = None
    organisation: str = ""
    today: date = date(2000, 1, 1)


def take_plan(paper: Paper, options: PlanOptions) -> Taken:
    """The files of a plan that a document amounts to."""
    desk = Desk(Ledger(paper), options.language or tongue_of(paper), options.today)
    ours = own(paper)
    if ours is not None:
        tongue = options.language or Tongue(paper.language or desk.tongue.value)
        desk.take_own(ours.names, own_names(paper.keywords), tongue)
        desk.put(ours.derived, Fate.RUNNING)
        desk.beside = beside(ours.derived)
        paper = paper._replace(blocks=ours.blocks)
    marks = page_marks(paper.blocks)
    desk.put(marks, Fate.RUNNING)
    apart = headings_apart([block for block in paper.blocks if block not in marks])
    paper = paper._replace(
        blocks=apart
        if desk.is_own
        else with_worded(with_strong(with_tops(with_references(parted(with_labels(across(with_colons(apart))))))))
    )
    found = outline(paper.blocks)
    facts = settings(paper, found.before, options.year, options.organisation, desk.tongue)
    desk.year = year_of(facts.year)
    desk.legend = {} if desk.is_own else legend(paper.blocks)
    desk.own_name = facts.organisation.value if facts.organisation is not None else ""
    desk.zone = zone_named(paper)
    desk.actors.call_own(desk.own_name or UNKNOWN[desk.tongue])
    found = expanded(found, facts.year.value if facts.year else "", desk)
    names = Names(desk.veil.text)
    numbered = places(found.nodes, names, desk.own_name, facts.title.value)
    desk.references = references(numbered, own=desk.is_own)
    desk.goals = frozenset(plain(place.title) for place in numbered if place.level is not Level.ACTION)
    desk.put(found.contents, Fate.RUNNING)
    cover = cover_of(found.before, facts.used) if desk.is_own else Cover()
    desk.put(cover.stamped, Fate.PROMPT)
    files: dict[str, str] = {}
    used = (*facts.used, *cover.blocks)
    before = plan_chapters.before(found.before, used, names, desk, files, "" if found.nodes else facts.title.value)
    desk.at = GOALS
    goals = goals_yaml(numbered, desk)
    forms = _fiches(found, numbered, desk, files)
    between, after = plan_chapters.among(found.nodes, names, desk, files)
    settled = plan_yaml(facts, cover, Chapters((*before, *between), after), tuple(forms.values()), desk)
    if ours is not None and ours.short:
        settled += "abbreviations:\n" + "".join(
            yaml(scalar(short), desk.line(words), "  ") for short, words in ours.short.items()
        )
    first = {PLAN: settled, GOALS: goals or "[]\n", ACTORS: desk.actors.yaml()}
    if desk.series.new:
        first[SERIES] = "".join(f"{one}:\n" + yaml("name", named[0], "  ") for one, named in desk.series.new.items())
    _remark(numbered, desk)
    if not desk.is_own:
        collapsed(paper.blocks, desk, forms)
    _people({**first, **files}, desk)
    told = desk.veil.undecided(paper, [name for all_names in desk.actors.new.values() for name in all_names])
    if told is not None and ours is None:
        desk.remarks.append(told)
    if desk.private:
        files[PRIVATE] = desk.secrets()
    other = not_a_plan(paper) if ours is None else None
    remarks = (*((other,) if other is not None else ()), *paper.remarks, *desk.remarks)
    return Taken({**first, **files}, desk.ledger.closed(), remarks)


# Fiches


def _fiches(found: Outline, numbered: Sequence[Place], desk: Desk, files: dict[str, str]) -> dict[str, Form]:
    repeated = repeated_prompts(found.nodes)
    forms = {}
    for place in numbered:
        if place.level is not Level.ACTION or place.node is None:
            continue
        draft = Draft(f"{ACTIONS}/{place.id}.md")
        desk.at = draft.path
        _head(place, draft, desk)
        forms[draft.path] = form_of(place.node, repeated)
        fiche(forms[draft.path], draft, desk, place.id)
        desk.settle(draft)
        tell_others(place.node, draft, desk)
        files[draft.path] = draft.text(desk.tongue)
    desk.at = PLAN
    return forms


def _head(place: Place, draft: Draft, desk: Desk) -> None:
    node = place.node
    assert node is not None
    words = " ".join(block.text for block in node.head)
    desk.put((*node.head, *node.listing.again), Fate.HEADING, draft.path)
    draft.values["number"] = place.label
    draft.code = place.kept
    draft.values["title"] = desk.line(place.title, place.id)
    sure, reason = number_of(place)
    desk.field(draft.path, "number", place.label, words, node.head, READ if sure else GUESSED, reason)
    if not re.search(r"\w", str(draft.values["title"])):
        draft.values["title"] = place.label
    told: tuple[Certainty, Message | None] = (READ, None)
    if not re.search(r"\w", node.title):
        told = UNCLEAR, say("The document gives a number and no title.")
    elif node.guessed:
        told = GUESSED, BY_PLACE
    elif names_goal(node.words) and not desk.is_own:
        told = GUESSED, called_goal(node.words)
    desk.field(draft.path, "title", str(draft.values["title"]), words, node.head, *told)


# Remarks


def _people(files: Mapping[str, str], desk: Desk) -> None:
    """Says which texts seem to name a person, and whom: in running text nothing is left out."""
    houses = Houses()
    for path, text in files.items():
        names = () if path.startswith("private/") else tuple(dict.fromkeys(_named(folded(text), houses)))
        if names:
            told = say(
                "{path} seems to name a person: “{names}”. Look at it before you publish it.",
                path=path,
                names="”, “".join(names),
            )
            desk.remarks.append(told)


def _named(plain_text: str, houses: Houses) -> Iterator[str]:
    """The names in a text of plain letters, but for a lone word that is a first name too, and for those of houses."""
    spans: tuple[tuple[int, int], ...] | None = None
    for name in persons.find(plain_text):
        if name.words.lower() in persons.AMBIGUOUS or persons.is_of_organisation(plain_text, name):
            continue
        spans = tuple(houses.spans(plain_text)) if spans is None else spans
        clear = clear_of(name, spans, plain_text)
        if clear is not None:
            yield clear.words


def _remark(numbered: Sequence[Place], desk: Desk) -> None:
    implied = sum(place.node is None for place in numbered)
    kept = sum((bool(place.kept) and not place.counts_alike) or place.again for place in numbered)
    if not any(place.node is not None for place in numbered):
        desk.remarks.append(say("No goals or actions were recognised in this document: its text went into chapters."))
    if implied:
        desk.remarks.append(
            say_count(
                "One goal was made that the document does not have, because an action needs a strategic and an operational goal above it.",
                "{count} goals were made that the document does not have, because an action needs a strategic and an operational goal above it.",
                implied,
            )
        )
    if kept:
        desk.remarks.append(
            say_count(
                "One goal or action has another number than in the document: the report says which.",
                "{count} goals and actions have another number than in the document: the report says which.",
                kept,
            )
        )
