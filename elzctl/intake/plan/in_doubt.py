"""Names that might be of a person or of an organisation: what to tell of them, and how to put one back that was kept private."""

from __future__ import annotations

import re
from collections.abc import Sequence

from elzctl import ids
from elzctl.edit import scalar
from elzctl.intake import known_houses, persons, surnames
from elzctl.intake.folded import folded
from elzctl.intake.nobody import is_nobody
from elzctl.intake.plan.beside_names import BY_LETTERS, PART, SERVICE, parts, services
from elzctl.intake.plan.desk import Desk
from elzctl.intake.plan.draft import Draft
from elzctl.wording import Message, say


def put_back(names: Sequence[str], key: str, draft: Draft, desk: Desk, beside: Sequence[str] = ()) -> Message | None:
    """The lines that put names back that might be of an organisation after all; ``None`` when they are surely people's."""
    made = {ids.slug(name): name for name in names if _may_be_thing(name, desk)}
    if not made or "" in made:
        return None
    return say(
        "In doubt “{names}” is the name of a person, and stays private. Is it an organisation? Then write “{key}: [{ids}]” in {path}, and “{actors}” in plan/actors.yaml.",
        names="”, “".join(made.values()),
        key=key,
        ids=", ".join((*beside, *made)),
        path=draft.path,
        actors="; ".join(f"{one}: {{name: {scalar(name, flow=True)}}}" for one, name in made.items()),
    )


def left_out(names: Sequence[str]) -> Message:
    """That a name was left out beside that of an organisation; the report is private."""
    return say(
        "“{names}” stands beside it, looks like the name of a person, and was left out: it stands in {path} only.",
        names="”, “".join(names),
        path="private/import-plan.md",
    )


def _may_be_thing(name: str, desk: Desk) -> bool:
    """True for words that a first name, letters, a title, the spelling of a surname, or a full name elsewhere make no person's."""
    words = folded(name).split()
    if persons.is_person(name) or persons.has_first_name(name) or any(map(surnames.has_form, words)):
        return False
    is_letters = any(re.fullmatch(r"(?:[A-Z]\.?){1,2}", word) for word in words)
    return not is_letters and words[0][:1].isupper() and (len(words) > 1 or not desk.veil.knows(name))


def doubt_of(names: Sequence[str], desk: Desk) -> Message | None:
    """Why it is not sure that these are the names of organisations, each of its own; ``None`` when it is."""
    doubtful = [name for name in names if may_be_one(name)]
    if doubtful:
        return may_be(doubtful)
    if any(name in desk.by_letters for name in names):
        return BY_LETTERS
    if any(map(parts, names)):
        return PART
    return SERVICE if any(map(services, names)) else None


def may_be(names: Sequence[str]) -> Message:
    """What to tell of lone words among organisations."""
    return say(
        "“{names}” could be the first name or surname of a person: look whether it is an organisation.",
        names="”, “".join(names),
    )


def may_be_named(name: str, desk: Desk) -> bool:
    """True for words with capitals that nothing shows to be of an organisation, and no name of a person either."""
    return name[:1].isupper() and not is_nobody(name) and desk.veil.may_act(name)


def not_shown(names: Sequence[str]) -> Message:
    """What to tell of names that no word shows to be of an organisation."""
    return say(
        "No word shows that “{names}” is an organisation: it looks like no person either; look at it.",
        names="”, “".join(names),
    )


def may_be_one(name: str) -> bool:
    """True for one word with a capital that nothing shows to be of an organisation, or that ends as old surnames do."""
    if re.fullmatch(r"[A-ZÀ-Þ][a-zà-ÿ]+", name) is None or known_houses.is_known(name):
        return False
    return surnames.has_form(name) or _is_patronym(name) or not persons.shows_organisation(name)


def _is_patronym(name: str) -> bool:
    """True for a short word with *-ers* that names no group: *Wouters*, and not *Huisartsen* or *Partners*."""
    return re.fullmatch(r"[A-Z][a-z]{2,5}ers", folded(name)) is not None and not persons.is_known_short(name)
