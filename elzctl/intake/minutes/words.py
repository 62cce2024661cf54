"""The words of minutes, Dutch and English with their variants: labels, headings of sections, columns of tables, states.

Every table gives a meaning its variants; they are compared in small letters, without signs at the end.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from elzctl.intake.minutes.diminutives import enlarged, stems
from elzctl.intake.minutes.long_labels import EXCUSED


def _turned(rows: Mapping[str, str]) -> dict[str, str]:
    return {variant.strip(): meaning for meaning, variants in rows.items() for variant in variants.split("|")}


def plain(text: str) -> str:
    """A label or heading as the tables have it."""
    words = re.sub(r"\([^()]*\)", " ", text.lower().replace("’", "'").replace("\xa0", " "))
    words = re.sub(r"\A[\W_]*(?:\d+(?:\.\d+)*|[ivx]{1,4}|[a-h])[.):/]?\s+(?=\w)", "", " ".join(words.split()))
    return words.strip(" \t:.;,!?-–—*_•").strip()


LABELS = _turned(
    {
        "title": "titel|title|betreft|onderwerp|subject|vergadering|overleg|bijeenkomst|meeting|naam vergadering|naam overleg|soort overleg|type overleg|groep|werkgroep|commissie|committee",
        "date": "datum|dag|date|day|datum vergadering|vergaderdatum|datum overleg|datum van de vergadering|datum bijeenkomst|meeting date|date of meeting|d.d|dd|wanneer|when",
        "when": "datum en uur|datum & uur|datum/uur|datum en tijd|datum & tijd|datum en tijdstip|datum/tijd|tijdstip en datum|date and time|date & time|date/time|dag en uur|dag & uur|datum, uur",
        "where": "datum en plaats|datum & plaats|datum/plaats|plaats en datum|plaats & datum|plaats/datum|date and place|place and date|plaats en uur|datum, uur en plaats|datum, uur, plaats|datum, plaats en uur|datum, tijd en plaats|datum - uur - plaats|datum/uur/plaats|waar en wanneer|wanneer en waar|where and when|when and where|date, time and place|date/time/place|tijd en plaats|plaats en tijd",
        "hours": "uur|tijd|tijdstip|time|times|uren|duur|vergaderuren|tijdsduur|tijdspanne|van - tot|van-tot|hours|uurregeling|timing|tijdslot",
        "start": "aanvang|begin|start|beginuur|startuur|aanvangsuur|aanvangstijd|opening|begintijd|starttijd|start time|started|begon|begin vergadering|start vergadering|aanvang vergadering|aanvangsuur vergadering",
        "end": "einde|einduur|eind|sluiting|slot|eindtijd|end|end time|ended|closed|einde vergadering|sluiting vergadering|slot vergadering|afsluiting",
        "place": "plaats|locatie|waar|place|location|where|venue|adres|lokaal|zaal|vergaderplaats|plaats vergadering|plaats van de vergadering|vergaderlocatie|room",
        "present": "aanwezig|aanw|wie|erbij|er bij|aanwezigen|present|attendees|attended|deelnemers|aanwezige leden|waren aanwezig|participants|in attendance|aanwezigheden|aanwezigheid|deelnemers overleg|aanwezige partners|attendance|deelnemende organisaties|leden aanwezig|zijn aanwezig|present members|members present|deelnemerslijst|aanwezigheidslijst|aanwezige organisaties|genodigden aanwezig|stemgerechtigde leden|aanwezig met stemrecht|online aanwezig|digitaal aanwezig|aanwezig online|aanwezig via teams|stemgerechtigden|leden|members",
        "excused": "verontschuldigd|sorry|niet|niet erbij|niet gekomen|ontbraken|ontbrak|excuus|verontschuldigingen|veront|veronts|verontsch|verontschuldigden|excused|apologies|afwezig met kennisgeving|afwezigen met kennisgeving|afwezig mits kennisgeving|absent with notice|absent with apologies|excuses|waren verontschuldigd|verontschuldigde leden|apologies for absence|apologies received|afgemeld|verhinderd|afwezig verontschuldigd|afwezig/verontschuldigd|zijn verontschuldigd|met kennisgeving afwezig|leden verontschuldigd|volmacht|volmachten|regrets",
        "absent": "afwezig|afw|afwezigen|niet aanwezig|absent|absentees|afwezig zonder kennisgeving|niet-aanwezigen|waren afwezig|afwezige leden|niet aanwezigen",
        "guests": "gasten|genodigden|genodigd|uitgenodigd|guests|invited|gast|deskundigen|waarnemers|observers|externen",
        "chair": "voorzitter|voorzitster|voorzitterschap|chair|chairperson|chaired by|moderator|leiding|voorgezeten door|vergadering geleid door|facilitator|begeleiding|begeleider|begeleidster|moderatie|gespreksleider|gespreksleidster|gespreksleiding|procesbegeleider|procesbegeleiding|technisch voorzitter",
        "scribe": "verslag|verslaggever|verslaggeefster|verslaggeving|notulist|notulen|notuliste|secretaris|secretary|minutes|minutes by|minute taker|note taker|notes by|verslag door|verslag opgemaakt door|opgemaakt door|opsteller|opgesteld door|verslagnemer|verslagname|taken by|auteur|author|redactie",
        "sent": "van|from|kopie|cc|verzonden aan|verspreiding|verspreid aan|ter info aan|distribution|copy|copies|aan|to|verdeling|bestemd voor|contact|contactpersoon|email|e-mail|telefoon|tel",
        "speaker": "spreker|gastspreker|stelt zijn werking voor|presents its work|speaker|guest speaker|gastspreekster|stelt voor|toelichting door",
        "next": "volgende vergadering|volgende keer|next time|volgend overleg|volgende bijeenkomst|next meeting|volgende datum|volgende vergaderdatum|volgende vergaderingen|volgende bijeenkomsten|datum volgende vergadering|datum volgend overleg|volgende afspraak|volgende samenkomst|data volgende vergaderingen|next meetings|date of next meeting|date of the next meeting|volgende stuurgroep|volgende werkgroep|volgend clusteroverleg|volgende meeting|planning volgende vergadering|volgende zitting|vastleggen volgende vergadering|volgende overlegmoment|volgend overlegmoment|nieuwe datum|datum volgende bijeenkomst|datum en plaats volgende vergadering|next session|volgende raad|afspraak volgende vergadering|datum volgende overleg|data volgende overlegmomenten|volgende overlegmomenten|data volgende bijeenkomsten",
        "agenda": "agenda|agendapunten|agenda items|dagorde|agenda van de vergadering|op de agenda|agenda vergadering|programma|overzicht agendapunten|onderwerpen|inhoud|inhoudstafel|contents|table of contents",
        "attachments": "bijlage|bijlagen|attachments|attachment|annexes|annex|bijgevoegd|documenten|als bijlage|in bijlage|appendix|appendices|bijlagen bij dit verslag|bijlagen bij het verslag|toegevoegde documenten",
        "was": "eerder gepland|planned before",
        "state": "status|staat|state|versie|version|stand van zaken verslag|status verslag",
        "actions": "actie|acties|actiepunten|actielijst|actiepuntenlijst|actions|action points|action items|action list|to do|to-do|todo|to do's|to-do's|todo's|to dos|todos|to do lijst|to-do-lijst|todolijst|todo lijst|to do-lijst|to-dolijst|werkpunten|werkpunt|werkpuntenlijst|taken|takenlijst|taakverdeling|afspraken|opdrachten|te doen|wie doet wat|wie doet wat tegen wanneer|overzicht acties|overzicht actiepunten|overzicht van de acties|overzicht van de actiepunten|samenvatting acties|samenvatting actiepunten|afgesproken acties|af te werken|nieuwe acties|nieuwe actiepunten|acties en afspraken|afspraken en acties|actiepunten en afspraken|afspraken en actiepunten|openstaande acties|openstaande actiepunten|lopende acties|lopende actiepunten|lopende punten|actieplan|next steps|volgende stappen|tasks|follow-up actions|follow up actions|lijst actiepunten|lijst acties|actiepunten vorige vergadering|acties vorige vergadering|opvolging actiepunten|opvolging acties|opvolging werkpunten|overzicht werkpunten|overzicht taken|overzicht afspraken|afsprakenlijst|opvolglijst|to do-lijstje|werkpunten van deze vergadering|actiepunten van deze vergadering|action points of this meeting|actions agreed|agreed actions|summary of actions|summary of action points|wat moet er nog gebeuren|outstanding actions|actions from the last meeting|actions from previous meeting|lopende afspraken|nog te doen|huiswerk",
        "decisions": "besluit|besluiten|beslissing|beslissingen|decision|decisions|genomen beslissingen|genomen besluiten|overzicht besluiten|overzicht beslissingen|besluitenlijst|beslissingenlijst|beslissingen van deze vergadering|decisions taken|decisions made|lijst van besluiten|resolutions",
        "signals": "signaal|signalen|signals|signal|nieuwe signalen",
        "events": "evenement|evenementen|event|events|activiteiten|activiteitenkalender|kalender|te noteren|data om te noteren|te onthouden|belangrijke data|agenda komende periode|save the date|aankondigingen|upcoming events|dates for the diary|dates to remember|noteer alvast|noteer in je agenda|vormingskalender|activiteiten en events",
        "minutes": "verslag|verslag van de vergadering|verslag vergadering|bespreking|bespreking van de agendapunten|notulen|minutes|discussion|behandelde punten|besproken punten|verloop|verloop van de vergadering|inhoudelijk|besprekingen|minutes of the meeting|bespreking agendapunten|verslaggeving",
    }
)
"""What a label before a value, or the heading of a section, is about."""


def label_kind(text: str) -> str:
    """What a label or a heading is about, "" when it is no known one."""
    words = plain(text)
    if _WITH_NOTICE.match(text.lower()):
        return "excused"
    known = _kind_of(words)
    large = enlarged(words, _stems()) if not known and "je" in words else words
    return known or (_kind_of(large) if large != words else "")


@cache
def _stems() -> Mapping[str, str]:
    """The words that labels are made of, by what they share with their diminutives."""
    return stems(word for label in LABELS for word in re.findall(r"[a-zà-ÿ][\w-]+", label))


def _kind_of(words: str) -> str:
    known = LABELS.get(words) or next((kind for kind, form in _FORMS if form.fullmatch(words)), "")
    return known or _of_roles(words)


def _of_roles(words: str) -> str:
    """The first of two roles of one person: *begeleiding en verslag*, *voorzitter/notulist*; "" for other words."""
    first, *others = (LABELS.get(one, "") for one in _TWO_ROLES.split(words))
    is_led = first in ("chair", "scribe") or "chair" in others
    both = is_led and len(others) == 1 and {first, *others} <= {"chair", "scribe", "minutes"}
    return ("chair" if "chair" in (first, *others) else "scribe") if both else ""


_TWO_ROLES = re.compile(r"\s*[/&+,]\s*|\s+(?:en|and)\s+")

_WITH_NOTICE = re.compile(
    r"\W*(?:afwezige?n?|niet[ -]aanwezige?n?|absent)\s*\(?\s*(?:m\.?\s?k\.?\s?g?\.?|met kennisgeving|verontschuldigd|with (?:notice|apologies))\s*\)?\W*\Z"
)
# A heading about actions in words of its own: "af te spreken / te doen", "overzicht van onze afspraken".
_ABOUT = r"(?:af|te|spreken|overzicht|lijst|van|de|het|nieuwe|onze|lopende|openstaande|uit|uitgaande|vergadering|deze|vorige|en|besluiten|concrete|wie|doet|wat|samenvatting|verdere|opvolging|en/of|the|of|our|new|open|list|and)"
_TO_DO = re.compile(
    rf"(?:{_ABOUT}[\s/&,:-]+){{0,5}}(?:acties|actiepunten|actielijst|werkpunten|to[- ]do'?s?|te doen|afspraken|taken|action points|action items|tasks)(?:[\s/&,:-]+{_ABOUT}){{0,4}}"
)
# Of whom signals are, or beside what they stand; "signalen van dementie" are of something else.
_SIGNALS = re.compile(
    r"(?:(?:nieuwe|ingebrachte|binnengekomen|onze|de|rondje|ronde|overzicht|inventaris) )*signalen(?:ronde|rondje|lijst)?(?: (?:uit|van|vanuit|vanop|door|bij|op) (?:(?:de|het|onze|alle) )*(?:praktijk|werkveld|veld|terrein|werkvloer|vloer|partners?|leden|organisaties|deelnemers|aanwezigen"
    r"|zone|regio|wijk(?:en)?|buurt(?:en)?|gemeenten?|middenveld|clusters?|sector(?:en)?|diensten|lokale besturen|eerste lijn|eerstelijn|achterban|basis|buurtwerk\w*|zorgverleners))?"
    r"|(?:signalen (?:en|&) (?:noden|knelpunten|vragen|bezorgdheden|aandachtspunten|drempels)|(?:noden|knelpunten|vragen|bezorgdheden|aandachtspunten|drempels) (?:en|&) signalen)(?: (?:uit|van|vanuit) .{1,30})?"
)
_FORMS = (
    ("actions", _TO_DO),
    ("signals", _SIGNALS),
    (
        "actions",
        re.compile(
            r"(?:(?:to[- ]?do(?:'?s|[- ]?lijst)?|(?:actie(?:punten)?|taken|taak|werkpunten|afspraken|opvolg|opvolgings)lijst|actiepunten|werkpunten|afgesproken (?:acties|taken|actiepunten|werkpunten|to[- ]?do'?s))"
            r"(?: (?:op een rij(?:tje)?|tegen|tot|voor|na|uit|bij|per|sinds|opgesteld|opgelijst)\b.{0,40})?"
            r"|huiswerk (?:tegen|voor|tot) (?:de |het |onze )?(?:volgende?|eerstvolgende?|\d{1,2}) ?.{0,30}|(?:wat|dit) moet er (?:nu |nog |verder |allemaal )*(?:gebeuren|gedaan worden))"
        ),
    ),
    (
        "actions",
        re.compile(
            r"(?:wat|wie doet wat|dit) (?:spreken|spraken|hebben|is|werd|we)? ?(?:we |er )?(?:af|afgesproken)|(?:we )?(?:spreken|spraken) af|afgesproken"
            r"|(?:wat|dit) (?:gaan|moeten) we (?:nog )?doen|what (?:did|have) we agreed?|who does what(?: by when)?|we agreed"
        ),
    ),
    (
        "next",
        re.compile(
            r"(?:datum |data )?(?:eerst)?volgende? (?:\w+ ?){0,2}(?:\w*overleg|\w*cluster|\w*platform|\w*forum|\w*netwerk|\w*raad|\w*team|\w*zitting|\w*sessie|\w*visie|(?:netwerk|cluster|partner|team|leden|zone|wijk|buurt|overleg|vergader|ontmoetings|samenkomst|afstemmings|plenaire? )-?moment(?:en)?|momenten|ontmoeting|denkdag|\w*kring|\w*atelier|\w*samenkomst|afspraak|\w*vergadering(?:en)?|\w*bijeenkomst(?:en)?|\w*tafel|\w*groep|\w*bestuur|\w*comité|keer|meeting)"
        ),
    ),
    (
        "excused",
        re.compile(
            r"(?:wie )?(?:(?:lieten|laten|liet|laat) zich|(?:hadden|hebben|had|heeft) zich laten) (?:verontschuldigen|excuseren)|sent (?:their )?apologies"
            rf"|{EXCUSED}"
        ),
    ),
    (
        "excused",
        re.compile(
            r"(?:excuses?|verontschuldiging(?:en)?)(?: (?:van|voor|ontvangen|kwamen|from))*|(?:apologies|regrets)(?: (?:for absence|were))*(?: received| sent)?(?: from)?|(?:excused|absent)(?: with)? (?:apologies|notice)"
        ),
    ),
    (
        "excused",
        re.compile(
            r"(?:wie )?(?:kan|kon|kunnen|konden|kon(?:den)? er|could|can)(?: (?:er|helaas|jammer genoeg|spijtig genoeg|vandaag|deze keer|sadly))* ?(?:niet|not)(?: (?:er ?bij|bij|aanwezig|komen|zijn|aansluiten|deelnemen|meedoen|be present|be there|attend|come|join|make it))*"
            r"|(?:those who )?(?:couldn't|can't|cannot) (?:be present|be there|be with us|attend|come|join|make it)|(?:waren|was|were) (?:verhinderd|belet|unable to (?:attend|come|join))|belet"
        ),
    ),
    (
        "absent",
        re.compile(
            r"(?:wie )?(?:waren|was|zijn|were)(?: er)? (?:niet|not) ?(?:aanwezig|er ?bij|bij|present|there)?|wie was er niet"
        ),
    ),
    (
        "absent",
        re.compile(
            r"(?:niet[ -])?afwezige (?:leden|organisaties|partners)|afwezig(?:en)? ?(?:\(?z\.?\s?k\.?(?:\s?g\.?)?\)?|zonder \w+)"
        ),
    ),
    (
        "present",
        re.compile(
            r"(?:(?:wie )?(?:waren|zijn|was) (?:er ?bij|er|aanwezig(?: (?:of|en) vertegenwoordigd)?)|aanwezig (?:of|en) vertegenwoordigd|er waren bij|wie was er|aanwezig (?:waren|zijn|was)|(?:those|also) present|present were|in attendance were|(?:(?:stemgerechtigd|raadgevend|fysiek|digitaal|online|effectief|tevens|verder|deels|gedeeltelijk|ter plaatse|in persoon|met stemrecht|zonder stemrecht|als waarnemer|als gast)e? ?(?:en )?){1,3}aanwezig(?:en|e leden|e partners)?|aanwezige? (?:leden|organisaties|partners|personen|deelnemers|bestuurders|online|fysiek|digitaal|ter plaatse|in persoon|op locatie|in de zaal|live|via \w+|namens .{1,30}))"
        ),
    ),
)
THERE = frozenset({"present", "excused", "absent", "guests", "chair", "scribe"})
PEOPLE = THERE | {"sent"}

COLUMNS = _turned(
    {
        "what": "wat|doen|what|actie|acties|action|actions|actiepunt|actiepunten|action point|action points|action item|werkpunt|werkpunten|taak|taken|task|tasks|to do|to-do|todo|afspraak|afspraken|omschrijving|omschrijving actie|description|beschrijving|opdracht|wat te doen|actie/afspraak|actiepunt/afspraak|te ondernemen actie|to do's|actie / besluit|actie/besluit|besluit / actie|besluit/actie|actie / beslissing|beslissing / actie|actie of besluit|actie/opvolging|opvolging|next step|wat moet er gebeuren|punt",
        "who": "wie|who|door|door wie|verantwoordelijke|verantwoordelijk|verantwoordelijke(n)|verantwoordelijken|trekker|trekkers|eigenaar|owner|owners|responsible|by|by whom|uitvoerder|uitvoerder(s)|actiehouder|actienemer|actor|wie volgt op|assigned to|assignee|wie doet het|lead|te doen door|wie is verantwoordelijk|trekker(s)|opvolging door|organisatie",
        "both": "wie + timing|wie + wanneer|wie en wanneer|wie & wanneer|wie/wanneer|wie / wanneer|wie en timing|wie & timing|wie/timing|wie / timing|wie + deadline|wie en tegen wanneer|wie, wanneer|wie - wanneer|wie (wanneer)|wie + tegen wanneer|verantwoordelijke + timing|verantwoordelijke en timing|verantwoordelijke/timing|verantwoordelijke / timing|verantwoordelijke + deadline|wie en deadline|door wie en wanneer|who + when|who and when|who/when|who / when|who & when|owner/due|owner and due date|owner + deadline",
        "when": "wanneer|when|tegen|tegen wanneer|deadline|termijn|timing|datum|date|due|due date|by when|uiterste datum|streefdatum|einddatum|klaar tegen|tijdspad|uiterlijk|tijd|target date|voor wanneer|planning",
        "state": "status|stand|staat|state|hoe het staat|how it stands|stand van zaken|afgerond|done|voortgang|progress|ok|gedaan|klaar|resultaat|uitgevoerd",
        "number": "nr|nr.|nummer|no|no.|#|n°|number|volgnr|volgnummer|id|agendapuntnr",
        "decision": "besluit|beslissing|besluiten|beslissingen|decision|decisions|conclusie|conclusies|besluit/actie|beslissing/actie|conclusion",
        "topic": "agendapunt|agendapunten|onderwerp|onderwerpen|topic|item|agenda item|agenda|thema|puntnummer|subject|agendapunt / onderwerp|onderwerp / agendapunt",
        "notes": "wat werd gezegd|wat werd er gezegd|wat is er gezegd|wat er gezegd werd|wat we bespraken|wat werd besproken|wat werd er besproken|besproken inhoud|bespreking|toelichting|verslag|notulen|notes|discussion|minutes|discussie|inhoud|opmerkingen|opmerking|samenvatting|notities|besproken|remarks|comments|informatie|info|verslaggeving|content|extra info|commentaar",
        "kind": "i/d/a|ida|i/b/a|i/d/b|type|aard|soort|categorie|i-d-a|i/b/d|i - d - a|idb|info/discussie/actie|informatie/discussie/actie|kind|i/o/b|iob|b/i/a|i/m/b|doel|doel (i/m/b)",
        "information": "i|informatief|ter info|ter informatie|information",
        "discussion": "d|o|m|ter bespreking|ter discussie|meningsvormend|opiniërend",
        "action": "a",
        "resolution": "b|ter beslissing|besluitvormend",
        "name": "naam|name|deelnemer|deelnemers|participant|persoon|naam en voornaam|naam deelnemer|voornaam en naam|lid|leden|member",
        "first": "voornaam|first name",
        "last": "achternaam|familienaam|surname|last name",
        "organisation": "organisatie|organisation|organization|dienst|voorziening|instelling|vereniging|partner|namens|vertegenwoordigt|organisatie/dienst|organisatie/functie|gemeente|bestuur|organisatie / dienst|affiliation|representing|cluster|voor|voor wie|van|afgevaardigd door|vertegenwoordigt organisatie|representing organisation|for",
        "function": "functie|function|rol|role|hoedanigheid|mandaat|position",
        "address": "e-mail|email|e-mailadres|mail|mailadres|telefoon|tel|gsm|contact|contactgegevens|phone|telefoonnummer",
        "attendance": "aanwezigheid|aanwezig/verontschuldigd|a/v|attendance|aanwezig / verontschuldigd|aanw/veront|status aanwezigheid",
        "present": "aanwezig|present|aanw|aanwezigen",
        "excused": "verontschuldigd|excused|veront|veronts|verontsch|apologies|verontschuldigden",
        "absent": "afwezig|absent|afw|afwezigen",
        "signature": "handtekening|signature|paraaf",
    }
)
"""What a column of a table holds."""

# The headings of narrow columns are broken in the middle: "Verantwoord elijke".
_BROKEN = {name.replace(" ", ""): role for name, role in COLUMNS.items() if len(name) > 6}


# Headings of columns in a few words: "Verantw.", "Wie neemt dit op?", "Klaar op".
_COLUMN_FORMS = (
    (
        "who",
        re.compile(
            r"verantw\w*(?: (?:organisatie|dienst|partner|actor|persoon))?"
            r"|(?:wie )?trekt (?:het|dit|de kar)|wie trekt"
            r"|(?:door )?wie (?:neemt|doet|pakt|volgt|trekt|zorgt|werkt|regelt|voert)(?: (?:dit|dat|het|de actie|er|hiervoor|ervoor))?(?: (?:op|aan|uit|voor|af))?"
        ),
    ),
    (
        "when",
        re.compile(
            r"(?:(?:tegen|voor|vóór) )?wanneer (?:is (?:het|dit) )?(?:klaar|af|gedaan|afgewerkt|in orde|uitgevoerd)"
            r"|(?:klaar|af|gedaan|afgewerkt|in orde|uit te voeren|uitvoeren) (?:op|tegen|voor|vóór|uiterlijk|wanneer|ten laatste|tegen wanneer|by)|ten laatste(?: op)?|uiterlijk (?:op|tegen)"
        ),
    ),
)


def column_of(text: str) -> str:
    """What the column under this heading holds, ``""`` when nobody knows."""
    words = plain(text)
    known = COLUMNS.get(words) or COLUMNS.get(text.strip().lower(), "") or _BROKEN.get(words.replace(" ", ""), "")
    return known or next((role for role, form in _COLUMN_FORMS if form.fullmatch(words)), "") or _together(text)


_APART = re.compile(
    r"\s*[-–—/|+&,;:>→]+\s*|\s+(?:en|and|doet|does)\s+|(?<!\bdoor)(?<!\btegen)(?<!\bby)\s+(?=(?:door |tegen |by )?(?:wie|wanneer|who|when)\b)"
)
_OF_POINT = frozenset({"what", "who", "when", "both"})


def is_together(text: str) -> bool:
    """True for the heading of a column that holds what is to be done, and who does it or by when: *Actie – wie – wanneer*."""
    return "what" in (roles := _roles(text)) and len(roles) > 1


def _together(text: str) -> str:
    """What a column holds whose heading has more than one: all of a point, or who and when; "" for another heading."""
    roles = _roles(text)
    return "" if len(roles) < 2 else "what" if "what" in roles else "both"


def _roles(text: str) -> tuple[str, ...]:
    """The parts of a point that a heading names, each once; none when it names something else."""
    words = re.sub(r"[()\[\]]", " , ", re.sub(r"(?<=\w)\((?:en|s|n)\)", "", text.lower())).strip(" .:,?")
    bits = [one.strip(" .?") for one in _APART.split(words) if one.strip(" .?,")]
    roles = tuple(map(column_of, bits)) if 1 < len(bits) < 5 else ()
    return roles if _OF_POINT.issuperset(roles) and len({*roles}) == len(roles) else ()


TICKS = frozenset("x v ✓ ✔ ☒ ☑ ja yes j y 1 ok aanwezig".split())
EMPTY = frozenset(["", "-", "–", "—", "/", "n.v.t.", "nvt", "n/a", "geen", "none", "nihil", "nil", "//", "x"][:-1])

EVERYBODY = frozenset(
    "iedereen allen alle alle leden alle partners alle aanwezigen everyone all everybody all members alle deelnemers elkeen elke partner elke organisatie elk lid allemaal team groep".split()
) | frozenset(
    [
        "alle leden",
        "alle partners",
        "alle aanwezigen",
        "all members",
        "alle deelnemers",
        "elke partner",
        "elke organisatie",
        "elk lid",
        "all partners",
        "iedere partner",
        "iedere organisatie",
    ]
)
"""Owners who are nobody in particular."""

ACTION = r"(?:actie(?:punt)?|actiepunten|acties|action(?:\s+(?:point|item))?|actions|ap|to[- ]?do(?:'s|’s)?|werkpunt(?:en)?|taak|taken|task|te doen|afspraak|afspraken|afgesproken|overeengekomen|opdracht|opvolging)"
DECISION = (
    r"(?:besluit(?:en)?|beslissing(?:en)?|beslist|besloten|decision|decisions|decided|resolved|resolution|agreed)"
)
SIGNAL = r"(?:signaal|signal)"
EVENT = r"(?:evenement|event|save the date|activiteit)"
DECIDES = (
    r"(?:er (?:wordt|werd|is) (?:unaniem |unaniem en |met eenparigheid van stemmen )?(?:beslist|besloten|goedgekeurd dat)"
    r"|(?:de|het) (?:vergadering|bestuursorgaan|bestuur|raad|stuurgroep|werkgroep|kerngroep|groep|leden|aanwezigen|college|algemene vergadering|gemeenteraad|zorgraad"
    r"|forum|platform|netwerk|kernteam|team|cluster|clusteroverleg|overleg|commissie|partners|deelnemers)"
    r" (?:beslist|besluit|beslissen|besluiten|besliste|besloot|keurt|gaat akkoord|gaan akkoord)"
    r"|we (?:decided?|agreed)(?= (?:to|that|on)\b)|we (?:beslissen|besluiten|beslisten|besloten)|(?:goedgekeurd|approved)(?=\s?:\s)|beslist wordt|besloten wordt|it (?:was|is) (?:decided|resolved|agreed)|the (?:board|committee|group|meeting|forum|council|team|members|network|partnership|task force|working group|steering group|partners) (?:decided|decides|agreed|resolved))"
)
APPROVES = (
    r"(?:verslag|notulen|minutes)[^.]{0,80}\b(?:goedgekeurd|goedgekeurd\.|approved|goed te keuren|goedkeuring)\b"
    r"|\b(?:goedkeuring|approval)\b[^.]{0,40}\b(?:verslag|notulen|minutes)"
)
MARKED = re.compile(
    rf"(?i)[\W_]*(?:{ACTION}|{DECISION}|{SIGNAL}|{EVENT})\s*(?:\d{{1,4}}(?:[./-]\d{{1,4}}){{0,2}})?\s*(?:\([^()]{{1,50}}\)\s*)?:\s+\S|[→➔➜⇒]|=>|-->"
)
"""A paragraph with a meaning of its own, which is no label."""
