"""How right the import of a plan is, field by field."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from intake_score import Score, contains, invented, kept, loaded, read_out
from intake_wanted import WantedAction, WantedPlan, words

from elzctl.fiche import Step
from elzctl.intake.taken import Taken
from elzctl.model import Action, Goal, Plan

# What files may hold that the document does not: words for what is left open.
OWN = ("zie", "see", "in", "te", "vullen", "nog", "to", "be", "filled", "inleiding", "introduction")
# A label, and a state in one line with its reason, are the status.
STATE = ("status", "on", "hold", "niet", "weerhouden", "stopgezet", "afgerond")
# What may stand before the names in "with whom".
LABELS = "partners partners eindverantwoordelijke trekker lead timing verantwoordelijke"


class Judged(NamedTuple):
    """The score, what was taken, the plan that it makes, and the findings that loading it gave."""

    score: Score
    taken: Taken
    plan: Plan
    findings: tuple[str, ...]


def score_plan(name: str, taken: Taken, wanted: WantedPlan, source: str, root: Path) -> Judged:
    """Loads what was taken in *root* and compares."""
    found = loaded(taken, root)
    plan, score = found.plan, Score(name)
    _goals(score, plan, wanted)
    left = list(plan.actions)
    for one in wanted.actions:
        got = _match(left, one)
        score.add("actions", 0, 0, 1, got is not None)
        if got is None:
            score.wrong(one.number or one.title, "actions", one.title, "not there")
            continue
        left.remove(got)
        if one.number:
            score.one(one.number, "numbers", one.number, str(got.number or ""))
        _action(score, plan, got, one, source)
    score.add("actions", len(plan.actions), len(plan.actions) - len(left), 0, 0)
    for more in left:
        score.wrong("plan", "actions", "", f"{more.number} {more.title}")
    _chapters(score, plan, wanted)
    _whole(score, taken, plan, wanted, source)
    findings = tuple(
        f"{one.span.path}:{one.span.line}: {one.code}" for one in found.findings if one.severity.value == "error"
    )
    for finding in findings:
        score.wrong("load", "findings", "none", finding)
    return Judged(score, taken, plan, findings)


def _match(actions: list[Action], wanted: WantedAction) -> Action | None:
    """The action with that number, or else with that title."""
    by_number = (one for one in actions if wanted.number and str(one.number) == wanted.number)
    by_title = (one for one in actions if words(one.title) == words(wanted.title))
    return next(by_number, None) or next(by_title, None)


def _same(mine: str, theirs: str) -> bool:
    """Equal words; a reference may have swallowed the word before its number."""
    return words(mine) == words(theirs) or _bare(mine) == _bare(theirs)


def _bare(text: str) -> list[str]:
    return [word for word in words(text) if word not in ("od", "sd", "actie", "actiefiche")]


def _goals(score: Score, plan: Plan, wanted: WantedPlan) -> None:
    left = list(plan.all_goals)
    for goal in wanted.goals:
        kind = "operational goals" if "." in goal.number or goal.operational else "strategic goals"
        got = next((one for one in left if goal.number and str(one.number) == goal.number), None)
        got = got or next((one for one in left if _same(goal.title, read_out(one.title, plan))), None)
        score.one(goal.number or goal.title[:30], kind, goal.title, got.title if got else "", right=got is not None)
        if got is None:
            continue
        left.remove(got)
        title, motto = read_out(got.title, plan), read_out(got.motto, plan)
        if goal.number:
            score.one(goal.number, "goal numbers", goal.number, str(got.number or ""))
        score.one(goal.number, "goal titles", goal.title, title, right=_same(goal.title, title))
        score.one(goal.number, "mottos", goal.motto, motto, right=words(goal.motto) == words(motto))
        score.text(goal.number or goal.title[:30], "goal texts", goal.text, read_out(got.text, plan), goal.loose)
    own = [words(goal.title) for goal in plan.strategic_goals] + [words(one) for one in wanted.goals_or]
    for more in left:
        if words(more.title) in (own if isinstance(more, Goal) else own[len(plan.strategic_goals) :]):
            continue  # a level that the document does not have, and the plan needs
        score.one(
            "goals",
            "operational goals" if isinstance(more, Goal) else "strategic goals",
            "",
            f"{more.number} {more.title}",
        )


def _action(score: Score, plan: Plan, got: Action, wanted: WantedAction, source: str) -> None:
    place = wanted.number or wanted.title[:30]
    title = read_out(got.title, plan)
    score.one(place, "titles", wanted.title, title, right=_same(wanted.title, title))
    status = got.status.value if got.status else ""
    score.one(place, "states", "stub" if wanted.stub else "full", "stub" if got.is_stub else "full")
    if wanted.status:
        score.one(place, "status", "|".join(wanted.status), status, right=status in wanted.status)
    into = (
        str(plan.by_id[got.into.id].number)
        if got.into and got.into.id in plan.by_id
        else got.into.id
        if got.into
        else ""
    )
    score.one(place, "into", wanted.into, into)
    score.names(place, "leads", wanted.lead, wanted.lead_or, [_ways(plan, ref.id) for ref in got.lead])
    role = got.role.value if got.role else ""
    score.one(
        place,
        "roles",
        wanted.role,
        role,
        right=role == wanted.role or (not wanted.role and role in ("", wanted.role_or)),
    )
    score.names(place, "partners", wanted.partners, wanted.partners_or, [_ways(plan, ref.id) for ref in got.partners])
    _checks(score, plan, got, wanted)
    _sections(score, plan, got, wanted)
    _criteria(score, plan, got, wanted)
    _dates(score, plan, got, wanted, source)
    referred = {str(plan.titles.get(ref.id, ("", ""))[0]) for ref in got.body.references} | {into}
    score.add("references", 0, 0, len(wanted.refs), sum(ref in referred for ref in wanted.refs))
    if any(ref not in referred for ref in wanted.refs):
        score.wrong(place, "references", wanted.refs, sorted(referred))


def _ways(plan: Plan, name: str) -> tuple[str, ...]:
    actor = plan.actors.get(name)
    return (actor.name, *actor.also) if actor else (name,)


def _checks(score: Score, plan: Plan, got: Action, wanted: WantedAction) -> None:
    """A ticked box is an indicator of its kind, or stays as ☒ in the text."""
    text = next((section.text for section in got.body.sections if section.part.value == "evaluation"), "")
    kinds = {indicator.kind.value for indicator in got.indicators if indicator.kind}
    for kind, ticked in wanted.checks.items():
        word = "proces" if kind == "process" else "resultaat"
        is_ticked = kind in kinds or bool(re.search(rf"(?i)☒\s*{word}", text))
        score.add("check boxes", 1, is_ticked == ticked, 1)
        if is_ticked != ticked:
            score.wrong(wanted.number, "check boxes", f"{kind} ticked: {ticked}", is_ticked)


def _sections(score: Score, plan: Plan, got: Action, wanted: WantedAction) -> None:
    """Texts by part, each with the fields that its words may have gone to."""
    place = wanted.number or wanted.title[:30]
    texts = {"intro": read_out(got.body.intro.text, plan)}
    for section in got.body.sections:
        texts[section.part.value.replace("-", "_")] = read_out(section.text, plan)
    if wanted.stub:
        reason = "" if contains(texts["intro"], read_out(got.reason, plan)) else read_out(got.reason, plan)
        where = "\n".join(text for part, text in texts.items())
        if got.condition:
            where += "\n" + "\n".join(got.condition.what.split("\n"))
        got_text = f"{where}\n{reason}"
        got_text += "\n" + " ".join(
            one for one in words(wanted.sections["text"]) if one in STATE and one not in words(got_text)
        )
        score.text(wanted.number, "stub texts", wanted.sections["text"], got_text, "status stand van zaken")
        return
    texts.pop("evaluation", None)
    extra = {"how": "\n".join(map(_as_typed, got.steps))}
    for part in sorted({*wanted.sections, *(part for part, text in texts.items() if text)} - {"evaluation"}):
        mine, theirs = wanted.sections.get(part, ""), texts.get(part, "")
        if part == "how":
            theirs += "\n" + "\n".join(line for line in extra["how"].split("\n") if line and not contains(theirs, line))
        if part in ("with_whom", "for_whom"):
            mine, theirs = _with_names(plan, got, part, mine, theirs)
        if part not in wanted.anything:
            score.one(place, "sections exist", bool(mine.strip()), bool(theirs.strip()))
        if part != "with_whom" and mine and Counter(words(mine)) == Counter(words(theirs)):
            score.one(place, "texts in order", True, words(mine) == words(theirs))
        labels = LABELS if part == "with_whom" else ""
        score.text(place, f"section {part}", mine, theirs, f"{labels} {wanted.loose}")


def _as_typed(step: Step) -> str:
    """A step as a line of a list: with the date that opened it."""
    dates = " – ".join(one.text for one in (step.start, step.due) if one and not contains(step.what, one.text))
    return f"{dates}: {step.what} {step.note}" if dates else f"{step.what} {step.note}"


def _with_names(plan: Plan, got: Action, part: str, mine: str, theirs: str) -> tuple[str, str]:
    """Names that became actors need not stand in the text too, and may."""
    refs = (*got.lead, *got.partners) if part == "with_whom" else got.target_groups
    names = [
        plan.actor_name(ref.id) if part == "with_whom" else plan.settings.target_groups.get(ref.id, ref.id)
        for ref in refs
    ]
    for name in names:
        if contains(mine, name) and not contains(theirs, name):
            theirs += f"\n{name}"
    if got.role is not None:  # the phrase of the role may have become the role
        phrase = re.search(r"(?im)^.*\brol\b.*$", mine)
        if phrase and not contains(theirs, phrase[0]):
            theirs += f"\n{phrase[0]}"
    return mine, theirs


def _criteria(score: Score, plan: Plan, got: Action, wanted: WantedAction) -> None:
    evaluation = "\n".join(read_out(one.text, plan) for one in got.body.sections if one.part.value == "evaluation")
    evaluation = re.sub(
        r"(?im)^\W*[☒☐]?\s*(?:proces\s?evaluatie|resultaatgerichte evaluatie(?: \(output\))?)\W*$", "", evaluation
    )
    all_mine, all_theirs = wanted.sections.get("evaluation", ""), evaluation
    for kind in ("process", "output"):
        text, fewest, most = wanted.criteria.get(kind, ("", 0, 0))
        rows = [one for one in got.indicators if one.kind and one.kind.value == kind]
        right = fewest <= len(rows) <= most
        score.add("indicators", len(rows), min(len(rows), most), fewest, min(len(rows), fewest))
        if not right:
            score.wrong(wanted.number, f"indicators {kind}", f"{fewest}–{most}", len(rows))
        theirs = "\n".join(read_out(f"{one.what}\n{one.measure}", plan) for one in rows)
        all_mine, all_theirs = f"{all_mine}\n{text}", all_theirs + "\n" + theirs
    score.text(wanted.number, "evaluation texts", all_mine, _without_twice(all_theirs))
    targets = [one.target.value for one in got.indicators if one.target is not None]
    may = [float(one) for one in (*wanted.targets, *wanted.targets_or)]
    right_ones = sum((Counter(targets) & Counter(may)).values())
    had = sum((Counter(targets) & Counter(float(one) for one in wanted.targets)).values())
    score.add("targets", len(targets), right_ones, len(wanted.targets), had)
    if right_ones < len(targets) or had < len(wanted.targets):
        score.wrong(wanted.number, "targets", wanted.targets, targets)


def _without_twice(text: str) -> str:
    """A line that says again what another line holds is one."""
    lines = [line for line in text.split("\n") if line.strip()]
    return "\n".join(line for place, line in enumerate(lines) if line not in lines[:place])


def _dates(score: Score, plan: Plan, got: Action, wanted: WantedAction, source: str) -> None:
    texts = [read_out(prose.text, plan) for prose in got.body.prose()]
    typed = [value.text for step in got.steps for value in (step.start, step.due, step.done) if value]
    typed += [value.text for value in (got.start, got.due, got.since) if value]
    texts += [
        *typed,
        *(f"{step.what} {step.note}" for step in got.steps),
        *(f"{one.what} {one.measure}" for one in got.indicators),
    ]
    whole = "\n".join(texts)
    for day in wanted.dates:
        there = contains(whole, day)
        score.add("dates kept", there, there, 1)
        if not there:
            score.wrong(wanted.number, "dates kept", day, typed)
    for value in typed:
        right = _stands(value, source)
        score.add("dates as values", 1, right, 0, 0)
        if not right:
            score.wrong(wanted.number, "dates as values", "as the text types it", value)
    for key, day in (("start", wanted.start), ("due", wanted.due)):
        got_day = getattr(got, key)
        if day or got_day:
            score.one(
                wanted.number,
                key,
                day,
                got_day.text if got_day else "",
                right=(bool(got_day) and day in (got_day.text, str(got_day.first)))
                or (not day and bool(got_day) and _stands(got_day.text, source)),
            )


def _stands(value: str, source: str) -> bool:
    """True when a date stands in the source, as it is typed or as a day with another notation."""
    found = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", value)
    if found is None:
        return all(word in words(source) for word in words(value))
    month, day = int(found[2]), int(found[3])
    names = "januari februari maart april mei juni juli augustus september oktober november december".split()
    english = "january february march april may june july august september october november december".split()
    forms = rf"\b0?{day}\s*[/.-]\s*0?{month}\b|\b{day}\s+(?:{names[month - 1]}|{english[month - 1]}|{names[month - 1][:3]})|{english[month - 1]}\s+{day}|{value}"
    return bool(re.search(forms, source, re.IGNORECASE))


def _chapters(score: Score, plan: Plan, wanted: WantedPlan) -> None:
    """Chapters, or parts of one below a heading of their own."""
    parts = [(chapter.title, read_out(chapter.body.text, plan)) for chapter in plan.chapters]
    split = [part for title, text in parts for part in _split(title, text)]
    for title, text in wanted.chapters:
        got = next((one for one in (*parts, *split) if words(one[0]) == words(title)), None)
        score.one(title, "chapters", title, got[0] if got else "", right=got is not None)
        if got is not None:
            score.text(title, "chapter texts", text, got[1], "1 1")


def _split(title: str, text: str) -> Iterable[tuple[str, str]]:
    found = re.split(r"(?m)^#+ +(.*)$", text)
    yield title, found[0]
    yield from zip(found[1::2], found[2::2], strict=True)


def _texts(plan: Plan) -> Iterable[tuple[str, str]]:
    for goal in plan.all_goals:
        yield goal.id, f"{goal.title}\n{goal.motto}\n{goal.text}"
    for action in plan.actions:
        yield f"{action.id} title", action.title
        yield from ((f"{action.id} body", prose.text) for prose in action.body.prose())
        yield from ((f"{action.id} indicator", f"{one.what} {one.unit} {one.measure}") for one in action.indicators)
        yield from ((f"{action.id} step", f"{one.what} {one.note}") for one in action.steps)
        yield f"{action.id} reason", action.reason
    yield from ((chapter.id, f"{chapter.title}\n{chapter.body.text}") for chapter in plan.chapters)
    yield from (("actors", actor.name) for actor in plan.actors.values())


def _whole(score: Score, taken: Taken, plan: Plan, wanted: WantedPlan, source: str) -> None:
    year = plan.settings.year.text if plan.settings.year else ""
    if wanted.year:
        score.one("plan", "year", wanted.year, year)
    texts = {place: read_out(text, plan) for place, text in _texts(plan)}
    for gone in wanted.gone:
        holders = [place for place, text in texts.items() if contains(text, gone)]
        score.add("prompts gone", 1, not holders, 1)
        if holders:
            score.wrong("plan", "prompts gone", f"“{gone.strip()[:50]}” nowhere", holders)
    own = [*words(" ".join(str(goal.number) for goal in (*plan.all_goals, *plan.actions))), *OWN]
    more = invented(texts, source, own)
    score.add(
        "words",
        sum(len(words(text)) for text in texts.values()),
        sum(len(words(text)) for text in texts.values()) - len(more),
        0,
        0,
    )
    for one in more[:40]:
        score.wrong("plan", "invented words", "", one)
    there, whole, lost = kept(taken, plan, wanted.gone)
    score.add("words kept", whole, whole, whole, there)
    for line in lost:
        score.wrong("source", "words kept", line, "in no file and not in the account")
