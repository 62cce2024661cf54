"""Names that lead somewhere: actors, target groups, themes and chapters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from elzctl.checks.named import actors_in_minutes, lists_in_minutes
from elzctl.checks.names import Meant, Names
from elzctl.fiche import Ref
from elzctl.finding import Finding, Severity
from elzctl.model import Plan
from elzctl.source import Span
from elzctl.wording import say


def unknown_actor(plan: Plan) -> Iterator[Finding]:
    """Someone is named as lead, partner, owner or otherwise who is not in ``plan/actors.yaml``.

    A document prints the name of an actor as it stands there, and the tables put together what one actor does.
    With an unknown id the reader sees that id, and the action is missing where one looks for it.

    Wrong::

        partners: [logo]

    Right::

        partners: [logo-dender]
    """
    if not plan.actors:
        return  # the file is missing or broken, and that has been said
    unknown = [ref for refs in _named(plan) for ref in refs if ref.id not in plan.actors]
    names = ((actor.id, (actor.name, *actor.also)) for actor in plan.actors.values())
    for ref, meant in _meant(unknown, names):
        message = say("“{name}” is not one of the actors", name=ref.id[:80])
        hint = meant.hint or say("Add it to plan/actors.yaml, or choose an id from there.")
        yield Finding("unknown-actor", Severity.ERROR, message, ref.span, hint, fix=meant.fix)


def unknown_target_group(plan: Plan) -> Iterator[Finding]:
    """A target group is named that is not in ``plan/plan.yaml``.

    The words of a target group are written once, under ``target_groups`` in ``plan/plan.yaml``; a fiche gives
    its id. With an unknown id the reader sees that id, and the table of target groups is not complete.

    Wrong::

        target_groups: [mantelzorger]

    Right::

        target_groups: [mantelzorgers]
    """
    refs = (ref for action in plan.actions for ref in action.target_groups)
    for ref, meant in _unlisted(plan, refs, plan.settings.target_groups):
        message = say("“{name}” is not one of the target groups", name=ref.id[:80])
        hint = meant.hint or say(
            "Add it under “{key}” in plan/plan.yaml, or choose an id from there.", key="target_groups"
        )
        yield Finding("unknown-target-group", Severity.ERROR, message, ref.span, hint, fix=meant.fix)


def unknown_theme(plan: Plan) -> Iterator[Finding]:
    """A theme is named that is not in ``plan/plan.yaml``.

    The words of a theme are written once, under ``themes`` in ``plan/plan.yaml``; a fiche gives its id. With an
    unknown id the reader sees that id.

    Wrong::

        themes: [bewegn]

    Right::

        themes: [bewegen]
    """
    refs = (ref for action in plan.actions for ref in action.themes)
    for ref, meant in _unlisted(plan, refs, plan.settings.themes):
        message = say("“{name}” is not one of the themes", name=ref.id[:80])
        hint = meant.hint or say("Add it under “{key}” in plan/plan.yaml, or choose an id from there.", key="themes")
        yield Finding("unknown-theme", Severity.ERROR, message, ref.span, hint, fix=meant.fix)


def unknown_chapter(plan: Plan) -> Iterator[Finding]:
    """``plan/plan.yaml`` names a chapter that is not in ``plan/texts``.

    ``chapters`` says which texts are printed before and after the goals, by the names of their files without ``.md``.

    Wrong::

        chapters:
          before: [inleidng]

    Right::

        chapters:
          before: [inleiding]
    """
    known = {chapter.id for chapter in plan.chapters} | plan.unread
    chapters = plan.settings.chapters
    unknown = [ref for ref in (*chapters.before, *chapters.after) if ref.id not in known]
    for ref, meant in _meant(unknown, ((chapter.id, (chapter.title,)) for chapter in plan.chapters)):
        message = say("There is no chapter “{name}” in plan/texts", name=ref.id[:80])
        hint = meant.hint or say("Write plan/texts/{name}.md, or take the name out of this list.", name=ref.id[:80])
        yield Finding("unknown-chapter", Severity.ERROR, message, ref.span, hint, fix=meant.fix)


def chapter_not_placed(plan: Plan) -> Iterator[Finding]:
    """A text in ``plan/texts`` is printed nowhere.

    A chapter is printed where ``chapters`` in ``plan/plan.yaml`` names it. What no list names is in no document.

    Wrong::

        plan/texts/inleiding.md, and no “inleiding” in plan/plan.yaml

    Right::

        chapters:
          before: [inleiding]
    """
    if not plan.settings.at:
        return
    placed = {ref.id for ref in (*plan.settings.chapters.before, *plan.settings.chapters.after)}
    for chapter in plan.chapters:
        if chapter.id not in placed:
            message = say("This chapter is in no document: plan/plan.yaml does not name it")
            hint = say("Add “{name}” to “chapters” in plan/plan.yaml, under before or after.", name=chapter.id)
            yield Finding("chapter-not-placed", Severity.WARNING, message, Span(chapter.path), hint)


def named_twice(plan: Plan) -> Iterator[Finding]:
    """The same name stands twice in one list.

    The document prints it twice. To be lead and partner at once is in order: those are two lists.

    Wrong::

        partners: [logo-dender, ocmw, logo-dender]

    Right::

        partners: [logo-dender, ocmw]
    """
    for refs in _lists(plan):
        if len(refs) > 1 and len({ref.id for ref in refs}) < len(refs):
            seen: dict[str, Ref] = {}
            for ref in refs:
                first = seen.setdefault(ref.id, ref)
                if first is not ref:
                    message = say("“{name}” stands twice in this list", name=ref.id[:80])
                    related = ((say("the first"), first.span),)
                    hint = say("Leave it out here.")
                    yield Finding("named-twice", Severity.WARNING, message, ref.span, hint, related)


def _lists(plan: Plan) -> Iterator[tuple[Ref, ...]]:
    """Every list of names in which one name has one place."""
    for actor in plan.actors.values():
        yield actor.member_of
    for action in plan.actions:
        yield from (action.lead, action.partners, action.target_groups, action.themes)
        yield from (step.by for step in action.steps)
    yield from lists_in_minutes(plan)


def _named(plan: Plan) -> Iterator[tuple[Ref, ...]]:
    """Every list in which actors are named, and the places that hold one."""
    if plan.settings.organisation is not None:
        yield (plan.settings.organisation,)
    if plan.settings.approved is not None and plan.settings.approved.body is not None:
        yield (plan.settings.approved.body,)
    for actor in plan.actors.values():
        yield actor.member_of
    for action in plan.actions:
        yield action.lead
        yield action.partners
        for step in action.steps:
            if step.by:
                yield step.by
        if action.condition is not None:
            yield action.condition.source
        if action.decision is not None and action.decision.body is not None:
            yield (action.decision.body,)
        if action.approved is not None and action.approved.body is not None:
            yield (action.approved.body,)
    yield from actors_in_minutes(plan)


def _unlisted(plan: Plan, refs: Iterable[Ref], known: Mapping[str, str]) -> Iterator[tuple[Ref, Meant]]:
    """Each id that is not in a list of ``plan.yaml``, with the one that is meant."""
    if not plan.settings.at:
        return  # the file is missing or broken, and that has been said
    unknown = [ref for ref in refs if ref.id not in known]
    yield from _meant(unknown, ((name, (words,)) for name, words in known.items()))


def _meant(unknown: Sequence[Ref], known: Iterable[tuple[str, tuple[str, ...]]]) -> Iterator[tuple[Ref, Meant]]:
    """Each unknown id with the known one that is meant; *known* are ids with their other names."""
    names = Names(known if unknown else ())
    for ref in unknown:
        yield ref, names.meant(ref.id, ref.span)
