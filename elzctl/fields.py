"""The keys of every file of a plan, as literal tables: what each may hold, and what it is for."""

from __future__ import annotations

from typing import Any

from elzctl.fiche import Condition, Decision, Indicator, Measurement, Step, Update
from elzctl.fields_style import ACCESSIBILITY, SITE, STYLE
from elzctl.kinds import (
    Accepted,
    Amount,
    Choice,
    Formed,
    Id,
    Keyed,
    Label,
    Many,
    Reference,
    Short,
    Text,
    When,
    Whole,
    Words,
)
from elzctl.model import Action, Actor, Chapter, Chapters, Forge, Goal, Profile, Settings, StrategicGoal
from elzctl.schema import Field, Record
from elzctl.sections import references
from elzctl.source import Prose, Span
from elzctl.terms import ActorKind, ForgeKind, GoalKind, Health, IndicatorKind, Per, Role, SectionOrder, Status, Tongue
from elzctl.wording import say

# What people write for a word of the schema, in Dutch.
STATUS_WORDS = {
    "afgerond": "done",
    "bezig": "running",
    "gepland": "planned",
    "gestopt": "stopped",
    "klaar": "done",
    "lopend": "running",
    "niet-weerhouden": "not-retained",
    "opgeschort": "on-hold",
    "samengevoegd": "merged",
    "stopgezet": "stopped",
    "uitgesteld": "on-hold",
    "verplaatst": "moved",
    "voorgesteld": "proposed",
    "wachtend": "waiting",
}
_ROLE = {"regisseur": "director", "trekker": "lead", "opvolger": "follower"}
_PER = {"jaar": "year", "semester": "half-year", "halfjaar": "half-year", "kwartaal": "quarter", "maand": "month"}
_KIND = {"proces": "process", "resultaat": "output"}
_HEALTH = {"op-schema": "on-track", "op-koers": "on-track"}

_REFS = Many(Reference())

_STEP = Record(
    Step,
    {
        "what": Field(Text(), say("What is done in this step"), "what: Overleg met de partners"),
        "start": Field(When(), say("When the step begins, as vague as it is")),
        "due": Field(When(), say("When the step should be finished")),
        "done": Field(When(), say("When the step was finished")),
        "by": Field(_REFS, say("Who does it: ids of actors")),
        "note": Field(Text(), say("A remark")),
    },
)
_MEASUREMENT = Record(
    Measurement,
    {
        "on": Field(When(), say("The day of the measurement"), "on: 2025-03-31"),
        "value": Field(Amount(), say("The number that was counted or measured"), "value: 6"),
        "note": Field(Text(), say("A remark")),
    },
)
_INDICATOR = Record(
    Indicator,
    {
        "kind": Field(
            Choice(IndicatorKind, _KIND),
            say("process: is it going as it should; output: what came of it"),
            "kind: output",
        ),
        "what": Field(Text(), say("What is looked at"), "what: Deelnemers aan de netwerkdag"),
        "target": Field(Amount(), say("The number that is aimed at")),
        "unit": Field(Text(), say("What is counted: participants, meetings …")),
        "per": Field(Choice(Per, _PER), say("The stretch of time that the target counts for")),
        "measure": Field(Text(), say("How it is measured")),
        "count": Field(Id(), say("The series of meetings that is counted")),
        "measured": Field(Many(_MEASUREMENT), say("What was measured, by day")),
    },
)
_UPDATE = Record(
    Update,
    {
        "on": Field(When(), say("The day of the update"), "on: 2025-06-30"),
        "health": Field(Choice(Health, _HEALTH), say("How it goes")),
        "note": Field(Text(), say("What there is to tell")),
    },
)
_CONDITION = Record(
    Condition,
    {
        "what": Field(Text(), say("What is awaited"), "what: het dossier is goedgekeurd"),
        "from": Field(_REFS, say("Who decides: ids of actors"), name="source"),
        "by": Field(When(), say("When it should be known")),
        "then": Field(Text(), say("What happens when it comes true")),
        "otherwise": Field(Text(), say("What happens when it does not")),
    },
)
_DECISION = Record(
    Decision,
    {
        "meeting": Field(Text(), say("The id of the decision in the minutes")),
        "body": Field(Reference(), say("Who decided: the id of an actor")),
        "on": Field(When(), say("The day of the decision")),
        "text": Field(Text(), say("What was decided")),
    },
)
_APPROVED = Record(
    Decision,
    {
        **_DECISION.fields,
        "body": Field(Reference(), say("Who approved it: the id of an actor")),
        "on": Field(When(), say("The day of the approval")),
        "hash": Field(Text(), say("What was approved, as a hash; “elzctl sign” writes it")),
    },
)

ACTION = Record(
    Action,
    {
        "number": Field(
            Label(3, "3.3.6"), say("Where the action stands in the plan; a label that may change"), "number: 3.3.6"
        ),
        "title": Field(Text(), say("The title, on one line"), "title: Mantelzorg zichtbaar maken"),
        "status": Field(Choice(Status, STATUS_WORDS), say("Where the action stands"), "status: planned"),
        "lead": Field(_REFS, say("Who answers for the action: ids of actors")),
        "role": Field(Choice(Role, _ROLE), say("What the zone itself does in the action")),
        "partners": Field(_REFS, say("Who works along: ids of actors")),
        "target_groups": Field(_REFS, say("For whom it is: names from plan.yaml")),
        "themes": Field(_REFS, say("What it is about: names from plan.yaml")),
        "start": Field(When(), say("When the action begins, as vague as it is")),
        "due": Field(When(), say("When the action should be finished")),
        "steps": Field(Many(_STEP), say("The parts of the action, with dates of their own")),
        "indicators": Field(Many(_INDICATOR), say("How one sees that the action works")),
        "no_evaluation": Field(Text(), say("Why there is no evaluation")),
        "reason": Field(Text(), say("Why the action is not running")),
        "decision": Field(Short(_DECISION, "meeting"), say("Who decided so, and when")),
        "since": Field(When(), say("Since when")),
        "into": Field(Reference(), say("The action that goes on with this one")),
        "condition": Field(Short(_CONDITION, "what"), say("What the action depends on")),
        "updates": Field(Many(_UPDATE), say("How it goes, by day")),
        "accepted": Field(Accepted(), say("Findings that the zone accepts, each with the reason")),
        "approved": Field(Short(_APPROVED, "meeting"), say("Who approved the action, and when")),
    },
)

CHAPTER = Record(
    Chapter,
    {"title": Field(Text(), say("The title of the chapter"), "title: Functioneren als netwerkorganisatie")},
)

ACTORS = Keyed(
    Record(
        Actor,
        {
            "name": Field(Text(), say("The name as printed"), "name: CAW"),
            "kind": Field(Choice(ActorKind), say("What kind of name it is")),
            "member_of": Field(_REFS, say("The groups it belongs to: ids of actors")),
            "also": Field(Many(Text()), say("Other names for the same")),
            "contact": Field(
                Many(Text()), say("Its e-mail addresses and telephone numbers that may be published, and only these")
            ),
        },
    )
)


def _references(found: dict[str, Any]) -> dict[str, Any]:
    """The values of a goal with the references in its title and text."""
    at: dict[str, Span] = found["at"]
    texts = [(found.get(key) or "", at.get(key)) for key in ("title", "text")]
    places = [Prose(text, span, exact=False) for text, span in texts if span is not None and "[[" in text]
    return {**found, "references": tuple(reference for prose in places for reference in references(prose))}


# What both kinds of goals begin with, and what else they hold.
_GOAL_NAME = {"id": Field(Id(), say("The lasting name"), "id: toeleiding")}
_GOAL_TEXTS = {
    "title": Field(Text(), say("The goal in words"), "title: Burgers vinden de weg"),
    "motto": Field(Text(), say("The goal in a few words")),
    "text": Field(Text(block=True), say("What there is to say about the goal itself")),
    "accepted": Field(Accepted(), say("Findings that the zone accepts, each with the reason")),
}
_GOAL = Record(
    lambda **found: Goal(**_references(found)),
    {
        **_GOAL_NAME,
        "number": Field(Label(2, "3.3"), say("The number of the operational goal"), "number: 3.3"),
        **_GOAL_TEXTS,
    },
)
GOALS = Many(
    Record(
        lambda **found: StrategicGoal(**_references(found)),
        {
            **_GOAL_NAME,
            "number": Field(Label(1, "3"), say("The number of the strategic goal"), "number: 3"),
            "kind": Field(Choice(GoalKind), say("content: care and welfare; governance: the zone's own working")),
            **_GOAL_TEXTS,
            "goals": Field(Many(_GOAL), say("The operational goals, in reading order")),
        },
    )
)

# No user name, no query, no “..”: nothing that leads elsewhere than it seems.
_FORGE = Record(
    Forge,
    {
        "url": Field(
            Formed(
                r"https://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::[0-9]{1,5})?(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+/?",
                say("Write the address of the repository as a browser shows it, beginning with “https://”."),
            ),
            say("The address of the repository, such as a browser shows it"),
            "url: https://codeberg.org/elz-dender/actieplan",
        ),
        "branch": Field(
            Formed(
                r"(?!.*(?:\.\.|//|\.lock$|[./]$))[A-Za-z0-9][A-Za-z0-9._/-]{0,99}",
                say("Write the name of the branch, such as “main”."),
            ),
            say("The branch that is published; “main” when it is not given"),
        ),
        "kind": Field(
            Choice(ForgeKind, {"gitea": "forgejo"}),
            say("github, gitlab or forgejo (gitea too), when the name of the host does not say it"),
        ),
    },
)
SETTINGS = Record(
    Settings,
    {
        "title": Field(Text(), say("The title of the document"), "title: Actieplan 2025"),
        "organisation": Field(Reference(), say("Whose plan it is: the id of an actor"), "organisation: elz-dender"),
        "year": Field(When(), say("The year of the plan"), "year: 2025"),
        "period": Field(When(), say("The years of the policy plan that this plan belongs to")),
        "language": Field(Choice(Tongue), say("The language of the documents: nl or en")),
        "warn_before": Field(Whole(), say("So many days ahead a date is called due soon")),
        "section_order": Field(Choice(SectionOrder), say("Which of the two official orders of a fiche is printed")),
        "chapters": Field(
            Record(
                Chapters,
                {
                    "before": Field(_REFS, say("The chapters before the goals")),
                    "after": Field(_REFS, say("The chapters after the goals")),
                },
            ),
            say("The running chapters, by their file names in plan/texts"),
        ),
        "profile": Field(
            Record(
                Profile,
                {
                    "strategic_goals": Field(Whole(), say("How many strategic goals there should be")),
                    "content": Field(Whole(), say("How many at least on content")),
                    "governance": Field(Whole(), say("How many at least on governance")),
                },
            ),
            say("What the guideline asks of the strategic goals"),
        ),
        "style": Field(STYLE, say("How the documents look: logo, colours, font, words on the cover")),
        "accessibility": Field(ACCESSIBILITY, say("What is stated on who can use the documents")),
        "target_groups": Field(Words(ids=True), say("The target groups, by name")),
        "themes": Field(Words(ids=True), say("The themes, by name")),
        "terms": Field(Many(Text()), say("Names with a fixed spelling")),
        "abbreviations": Field(Words(), say("What each abbreviation means")),
        "forge": Field(_FORGE, say("Where the files can be read on the web, for links from the page of the plan")),
        "site": Field(SITE, say("Where everybody can read the plan on the web")),
        "accepted": Field(Accepted(), say("Findings that the zone accepts, each with the reason")),
        "approved": Field(Short(_APPROVED, "meeting"), say("Who approved the plan, and when")),
    },
)
