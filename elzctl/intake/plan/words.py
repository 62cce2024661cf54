"""The words of plans and of their forms: what a heading or a label may be called, in Dutch and English.

All of them in small letters, without the signs around them; :func:`plain` makes any text so.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import cache

from elzctl import dates
from elzctl.intake.plan.own_words import EMPTY
from elzctl.terms import Part


class Label(Enum):
    """What stands under a label of a form.  The first eight are the sections of our fiche."""

    WHY = "why"
    FOR_WHOM = "for_whom"
    WHAT = "what"
    DO = "do"
    DO_NOT = "do_not"
    WITH_WHOM = "with_whom"
    HOW = "how"
    EVALUATION = "evaluation"
    INTRO = "intro"
    OTHER = "other"
    TITLE = "title"
    NUMBER = "number"
    STRATEGIC = "strategic goal"
    OPERATIONAL = "operational goal"
    GOAL = "goal"
    STATUS = "status"
    LEAD = "lead"
    LEAD_ASKED = "lead asked"
    ROLE = "role"
    PARTNERS = "partners"
    TARGETS = "target_groups"
    THEMES = "themes"
    TIMING = "timing"
    START = "start"
    DUE = "due"
    STEPS = "steps"
    INDICATORS = "indicators"
    PROCESS = "process"
    OUTPUT = "output"
    BUDGET = "budget"
    REASON = "reason"
    DECISION = "decision"
    SINCE = "since"
    INTO = "into"
    CONDITION = "condition"
    UPDATES = "updates"
    DISCUSSED = "discussed"

    @property
    def part(self) -> Part | None:
        """The section of our fiche that it is."""
        return _PARTS.get(self.value)


_PARTS = {part.value: part for part in Part}

_NAMES = {
    Label.WHY: "waarom|waarom deze actie|waarom nu|waarom deze actie nu|waarom deze actie waarom deze actie nu|aanleiding|context|motivatie|motivering"
    "|situering|probleemstelling|probleem|achtergrond|verantwoording|noodzaak|waarom doen we dit|waarom doen we dat|aanleiding en context|context en aanleiding"
    "|why|why this action|why now|rationale|background|reason for the action|reason for this action|why are we doing this",
    Label.FOR_WHOM: "voor wie|voor wie is het|voor wie doen we dit|voor wie doen we het|wie willen we bereiken|for whom|who is it for|who do we want to reach",
    Label.TARGETS: "doelgroep|doelgroepen|doelgroep en|doelpubliek|beoogde doelgroep|beoogde doelgroepen|target group|target groups|audience|target audience",
    Label.WHAT: "wat|omschrijving|beschrijving|korte beschrijving|korte omschrijving|beschrijving van de actie|omschrijving van de actie|actieomschrijving"
    "|wat gaan we doen|wat willen we doen|wat houdt de actie in|wat is het|inhoud|inhoud van de actie|doel|doel van de actie|doelstelling van de actie|toelichting"
    "|scope|what|what is it|description|short description|summary|aim|purpose",
    Label.DO: "wel|wat wel|wel in scope|binnen scope|binnen de scope|what we do|what do we do|what will we do|what we will do|in scope",
    Label.DO_NOT: "niet|wat niet|niet in scope|buiten scope|buiten de scope|what we do not do|what do we not do|what will we not do|what we will not do|out of scope",
    Label.WITH_WHOM: "met wie|met wie en wie trekt|met wie werken we samen|met wie doen we dit|samenwerking|wie|wie doet wat|wie is betrokken|betrokkenen"
    "|with whom|who|who is involved|cooperation",
    Label.HOW: "hoe|aanpak|plan van aanpak|hoe gaan we dat doen|hoe gaan we dit doen|hoe pakken we het aan|hoe pakken we dit aan|hoe doen we dat|werkwijze|uitwerking"
    "|uitvoering|methodiek|how|approach|method|how will we do it|how do we do it",
    Label.EVALUATION: "evaluatie|evaluatie en opvolging|opvolging en evaluatie|evaluatie en indicatoren|hoe evalueren we|hoe evalueren we dit|monitoring|monitoring en evaluatie"
    "|hoe meten we dit|hoe weten we of het lukt|evaluation|evaluation and follow up|follow up|how do we evaluate",
    Label.TITLE: "actie|titel|naam|titel actie|titel van de actie|naam actie|naam van de actie|actienaam|actiefiche|fiche|initiatief|naam initiatief|naam van het initiatief|project|projectnaam|naam van het project|naam project|maatregel|action|initiative|title|name|name of the action",
    Label.NUMBER: "nummer|nr|actienummer|code|actiecode|volgnummer|number|no",
    Label.STRATEGIC: "strategische doelstelling|strategisch doel|beleidsdoelstelling|sd|bd|strategic goal|strategic objective",
    Label.OPERATIONAL: "operationele doelstelling|operationeel doel|od|actieplan|ap|operational goal|operational objective",
    Label.GOAL: "doelstelling|bijdrage aan doelstelling|goal|objective|hoort bij|hoort bij doelstelling",
    Label.STATUS: "status|staat|stand van zaken|toestand|fase|stand|state|progress",
    Label.LEAD: "trekker|trekkers|trekker s|trekker van de actie|eindverantwoordelijke|eindverantwoordelijken|eindverantwoordelijke n|verantwoordelijke|verantwoordelijken"
    "|verantwoordelijke n|verantwoordelijk|verantwoordelijke dienst|verantwoordelijke organisatie|actie eigenaar|eigenaar|actiehouder|actietrekker|trekkende organisatie"
    "|wie trekt|uitvoerder|uitvoerders|initiatiefnemer|initiatiefnemers|opdrachthouder|hoofduitvoerder|coördinatie|lead|leads|leader|lead organisation|lead organization|owner|responsible|responsible party",
    Label.LEAD_ASKED: "wie is de trekker|wie is de trekker van de actie|wie trekt de actie|wie is trekker|who is the lead|who leads the action|who leads",
    Label.ROLE: "rol|rol van de zone|rol van de elz|rol elz|rol van de eerstelijnszone|rol eerstelijnszone|onze rol|role|role of the zone|our role",
    Label.PARTNERS: "partner|partners|partner s|co trekker|co trekkers|medetrekker|medetrekkers|kernpartners|netwerkpartners|bondgenoten|betrokken partners|betrokken actoren|betrokken organisaties|betrokken diensten|stakeholders|samenwerkingspartners"
    "|externe partners|interne partners|andere partners|partners en stakeholders|met welke stakeholders wordt er samengewerkt voor deze actie|met welke partners"
    "|met welke partners werken we samen|key partners|partner organisations|involved partners",
    Label.THEMES: "thema|thema s|themas|domein|domeinen|beleidsdomein|beleidsdomeinen|theme|themes|domain",
    Label.TIMING: "timing|tijdslijn|tijdlijn|planning|periode|wanneer|looptijd|termijn|tijdspad|timing en planning|planning en timing|duur|realisatietermijn|uitvoeringstermijn"
    "|uitvoeringsperiode|when|timeline|period|schedule",
    Label.START: "start|startdatum|begin|begindatum|van|start date|from",
    Label.DUE: "deadline|einddatum|einde|eind|tegen|tegen wanneer|streefdatum|uiterste datum|klaar tegen|tot|due|due date|by when|end date|end",
    Label.STEPS: "stappen|stappenplan|concrete stappen|deelacties|mijlpalen|fasering|concrete acties|actiestappen|te ondernemen stappen|steps|milestones|sub actions|action steps",
    Label.INDICATORS: "indicator|indicatoren|indicator en|meetbare indicatoren|indicatoren en streefwaarden|meetbaar via|meetbaar|meetbaar aan|gemeten via|gemeten aan|we meten|measured by|kpi|kpi s|meetpunt|meetpunten|meetlat|mikpunt|mikpunten|graadmeter|graadmeters|criteria|succescriteria|succesindicatoren|indicators|success criteria|measures",
    Label.PROCESS: "procesevaluatie|proces evaluatie|procesindicator|procesindicatoren|procescriteria|proces|process evaluation|process indicators|process",
    Label.OUTPUT: "resultaatgerichte evaluatie|resultaatsgerichte evaluatie|resultaatgerichte evaluatie output|resultaatsevaluatie|resultaatevaluatie|resultaatindicator|resultaatindicatoren"
    "|resultaatsindicator|resultaatsindicatoren|outputindicator|outputindicatoren|output|outputcriteria|effectindicatoren|resultaatcriteria|beoogd resultaat|beoogde resultaten"
    "|verwacht resultaat|verwachte resultaten|resultaat|resultaten|results evaluation|results evaluation output|output indicators|output evaluation|expected results|results|outcome|outcomes",
    Label.BUDGET: "budget|kostprijs|kosten|raming|middelen|financiering|financiële middelen|inzet van middelen|budget en middelen|cost|costs|resources|funding",
    Label.REASON: "reden|waarom niet|reason|why not",
    Label.DECISION: "besluit|beslissing|decision",
    Label.SINCE: "sinds|since",
    Label.INTO: "gaat verder in|goes on in|gaat voort in|opgenomen in|verplaatst naar|moved to|merged into",
    Label.CONDITION: "voorwaarde|randvoorwaarde|condition",
    Label.UPDATES: "hoe het gaat|hoe het loopt|hoe gaat het|hoe loopt het|how it goes",
    Label.DISCUSSED: "besproken in|discussed in",
}  # fmt: skip
LABELS = {name: label for label, names in _NAMES.items() for name in names.split("|")}
# Questions that come in too many forms to list: "Wat gaan jullie (wel) doen?", "3) Wat willen we niet doen".
_ASKED = (
    (Label.REASON, r"waarom (?:(?:is|zijn|werd|wordt|ging|gaat|lukte|kon|konden|doen|deden|het|dit|deze|de|actie|we|wij) ){0,5}niet(?: \w+){0,3}|why (?:\w+ ){0,3}not(?: \w+){0,3}"),
    (Label.DO_NOT, r"wat (?:ga|gaan|doe|doen|willen|zullen|will|do) (?:je|jij|we|wij|jullie) (?:hierbij )?(?:niet|not)(?: doen| do)?"),
    (Label.DO, r"wat (?:ga|gaan|doe|doen|willen|zullen) (?:je|jij|we|wij|jullie) (?:concreet )?wel(?: doen)?|wat we wel doen|wat doen we"),
    (Label.DO_NOT, r"wat we niet doen"),
    (Label.WHAT, r"wat (?:pakken (?:we|wij|jullie) (?:hier )?aan|ondernemen (?:we|wij)|zetten (?:we|wij) op|verwezenlijken (?:we|wij)|brengen (?:we|wij) tot stand)"),
    (Label.FOR_WHOM, r"voor welke (?:mensen|personen|groep|groepen|doelgroep|doelgroepen|burgers|inwoners|bewoners|gezinnen|patiënten|zorgverleners)(?: (?:is|zijn|doen|werken|bedoeld|we|wij|dit|deze|actie|het)){0,4}"),
    (Label.INDICATORS, r"hoe (?:gaan|zullen|willen|kunnen) (?:we|wij)(?: \w+){0,3} meten"),
    (Label.WHY, r"waarom (?:doen|willen|kiezen|zetten) (?:we|wij)(?: \w+){0,4}"),
    (Label.HOW, r"hoe (?:gaan|pakken|willen|zullen) (?:we|wij)(?: \w+){0,4}"),
    (Label.LEAD_ASKED, r"wie (?:is|zijn|wordt) (?:de |het )?(?:trekkers?|(?:eind)?verantwoordelijken?)(?: (?:van|voor) (?:de|deze) actie)?"),
    (Label.PARTNERS, r"met welke (?:stakeholders|partners|actoren|organisaties)(?: \w+){0,8}"),
)  # fmt: skip
# A label that denies keeps that: *Waarom niet?* asks for no reason to do it.
_NEGATED = {Label.REASON, Label.DO_NOT}
NEGATION = re.compile(r"\b(?:niet|geen|niemand|not|nobody)\b")
_STATE_AT = re.compile(
    r"(?i)\s*(?:stand(?: van zaken)?|status|toestand|state)\s*[(,–—-]?\s*(?:(?:op|per|in|on|at) )?(?P<when>[^():?]*\d{4})\s*\)?\s*[:?]?\s*"
)
_STATE_ASKED = re.compile(
    r"(?i)\s*(?:is (?:de|deze) actie )?(?:al )?(?:gerealiseerd|uitgevoerd|afgerond|afgewerkt|gestart|opgestart)\s*\?\s*:?\s*"
)
MOST_WORDS = 10

# What the official forms, and others, say in each field: no text of the plan.
_PROMPTS = (
    "Geef een korte beschrijving van wat je gaat doen",
    "Definieer duidelijk de scope van de actie",
    "Waarom deze actie? Waarom deze actie nu?",
    "Waarom deze actie?",
    "Waarom deze actie nu?",
    "Doelgroep(en)",
    "Wie is de trekker van de actie?",
    "Met welke stakeholders wordt er samengewerkt voor deze actie?",
    "Geef een beknopt plan hoe deze actie gaat worden opgezet of aangepakt",
    "Selecteer minstens een van onderstaande manieren voor evaluatie",
    "Definieer de indicatoren die worden gebruikt om de voortgang en/of het succes van de actie te evalueren. Geef ook"
    " de meetmethode mee en, indien van toepassing een streefdoel",
    "Fictief voorbeeld: we organiseren een driemaandelijks netwerkevent. Als outputindicator meten we het aantal"
    " aanwezigen, en voor een geslaagde actie willen we minstens 40 aanwezigen per netwerkevent. Als procesindicator"
    " meten we of er een evaluatie plaatsvond na elk netwerkevent en of de communicatiekanalen van onze partners het"
    " netwerkevent hadden gepromoot",
    *sorted(EMPTY),
    "Klik of tik om tekst in te voeren",
    "Klik hier als u tekst wilt invoeren",
    "Klik of tik om een datum in te voeren",
    "Kies een item",
    "Click or tap here to enter text",
    "Click here to enter text",
    "Choose an item",
)
# With these a prompt may begin; a sentence that all forms have under the same label is one only when it does.
ASKING = re.compile(
    r"(?i)(?:geef|beschrijf|omschrijf|selecteer|kies|definieer|vul|noem|duid|kruis|vermeld|som|licht|maak|bepaal|formuleer|denk|tip|voorbeeld|bv|max\w*"
    r"|welke?|wie|wat|waarom|hoe|wanneer|waar|describe|give|select|choose|define|fill|name|list|tick|mention|explain|state|who|what|why|how|when|where|which)\b"
)


def plain(text: str) -> str:
    """The words of a text in small letters, with one blank between them; a number or letter before it is left out."""
    words = re.sub(r"^\s*(?:\d{1,2}|[a-zA-Z])\s*[.):]\s+", "", text.replace("’", "'"))
    return " ".join(re.findall(r"[^\W_]+", words)).lower()


@cache
def label_of(text: str) -> Label | None:
    """The label that a text is and nothing else, in any known wording; ``None`` when it is none."""
    if len(text) > 120:
        return None
    words = plain(text)
    found = LABELS.get(words)
    if found is None and 2 <= len(words.split()) <= MOST_WORDS + 4:
        # *Waarom niet? Te weinig vrijwilligers.* is a label with its answer.
        answered = re.search(r"[?.!:]\s+\w", text) is not None
        asked = (one for one in _ASKED if not (answered and one[0] is Label.REASON))
        fitting = (label for label, pattern in asked if re.fullmatch(pattern, words))
        found = next((label for label in fitting if label in _NEGATED or NEGATION.search(words) is None), None)
    return found or _of_state(text)


def _of_state(text: str) -> Label | None:
    """The label of a state with the time at which it is so, or that asks whether it is so: *Stand (eind 2026)*, *Uitgevoerd?*."""
    match = _STATE_AT.fullmatch(text)
    at_a_time = match is not None and isinstance(dates.read(match["when"].strip()), dates.VagueDate)
    return Label.STATUS if at_a_time or _STATE_ASKED.fullmatch(text) else None


@cache
def prompts() -> re.Pattern[str]:
    """One or more of the known prompts at the beginning of a text, with the signs behind them."""
    forms = (r"[\W_]+".join(re.findall(r"[^\W_]+", prompt)) for prompt in sorted(_PROMPTS, key=len, reverse=True))
    words = "|".join(forms).replace("een[\\W_]+van[\\W_]+onderstaande", "(?:een|één)[\\W_]+van[\\W_]+onderstaande")
    return re.compile(rf"(?i)\s*(?:(?:{words})(?![^\W_])(?:[.?!:…)]|\s)*)+")
