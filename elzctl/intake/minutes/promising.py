"""The words of sentences that promise something, and of those that only wish, ask or tell."""

from __future__ import annotations

import re

VERBS = frozenset(
    """neemt nemen bezorgt bezorgen stuurt sturen mailt mailen bekijkt bekijken herbekijkt vraagt vragen contacteert contacteren maakt maken werkt
    werken organiseert organiseren zoekt zoeken gaat gaan onderzoekt onderzoeken regelt regelen plant plannen nodigt nodigen brengt brengen legt
    leggen verspreidt verspreiden levert leveren schrijft schrijven zorgt zorgen volgt volgen past passen doet doen informeert informeren spreekt
    spreken bereidt bereiden voorziet voorzien belt bellen deelt delen leest lezen trekt trekken koppelt koppelen verzamelt verzamelen inventariseert
    inventariseren meldt melden zet zetten plaatst plaatsen publiceert publiceren herwerkt herwerken finaliseert finaliseren rondt vult vullen
    verwerkt verwerken stemt stemmen roept roepen start starten lanceert lanceren ontwerpt ontwerpen drukt drukken bestelt bestellen reserveert
    reserveren boekt boeken coördineert toetst toetsen test testen vertaalt vertalen bundelt bundelen agendeert agenderen verwittigt verwittigen
    betrekt betrekken actualiseert actualiseren vernieuwt stelt stellen zal zullen moet moeten dient dienen geeft geven houdt houden haalt halen
    overlegt overleggen bevraagt bevragen berekent berekenen controleert controleren evalueert evalueren engageert engageren hangt hangen komt komen
    laat laten leidt meet meten ondertekent opent openen rekent screent schuift sluit sluiten toont verzorgt verzorgen vormt wijst zendt bekomt kijkt kijken
    leent lenen betaalt betalen koopt kopen herstelt herstellen checkt checken verifieert polst polsen pikt pikken bespreekt bespreken zenden zit zitten
    print printen
    will sends makes writes asks checks prepares organises organizes contacts looks provides shares drafts invites finds plans must should""".split()
)
"""Verbs with which somebody does something."""

NOT_DOING = re.compile(
    r"(?:(?:stelt|stellen)\b.{0,40}?\bvoor\b|(?:stelt|stellen|vraagt|vragen|asks) (?:zich|of|om|dat|wie|wat|hoe|waarom|meer|aandacht|hulp|for)\b"
    r"|(?:komt|komen|geeft|geven|houdt|houden|start|starten|opent|openen|gaat|gaan)\b.{0,60}?\b(?:op|om) (?:\d|maan|dins|woens|donder|vrij|zater|zon)"
    r"|(?:start|starten|begint|gaat|gaan|komt|komen|stopt|stoppen)\b.{0,40}?\b(?:met|in|op|aan|als) (?:(?:haar|zijn|hun|een|de|nieuwe?) )*(?:\w*opleiding|studies?|cursus|job|functie|werk|dienst|stage|pensioen|\w*verlof|\w*rust|vakantie|loopbaan)\b"
    r"|(?:schrijft|schrijven|meldt|melden|mailt|mailen|toont) dat (?:het|de|een|er|ze|hij|zij|we|wij|alle|geen|dit|die|[A-ZÀ-Þ])|(?:legt|leggen) uit\b|(?:roept|roepen) op\b|(?:zorgt|zorgen) (?:al|ervoor dat er)\b|(?:werkt|werken) (?:al|nu|sinds|met|samen (?:rond|aan|met))\b(?!.{0,120}\b(?:uit|af|bij)\b)|\w+ (?:al|reeds|nu al|sinds|vandaag|momenteel|vaak|altijd|jaarlijks|elke?|iedere?) )"
)
"""From the verb on: to propose, to ask a question, to tell of what is done already, or of a gathering on a day."""

_CLIENTS = r"(?:de |het |een |elke? |iedere |alle )?(?:persoon|personen|mensen|cliënt|cliënte?n|patiënt|patiënte?n|burgers?|inwoners?|gezin(?:nen)?|ouderen|ouders|wie|hen|hem|haar)\b"
# What is written or shown, and is handed over once: no meals, no care.
_PAPER = (
    r"(?:\w*(?:cijfers|gegevens|lijst|lijstje|lijsten|overzicht|verslag|nota|teksten|tekst|presentatie|slides|informatie|fiche|fiches|documenten|document|voorstel|voorstellen|links|link|folders|folder|flyers|flyer|affiches|affiche|sjabloon|foto['’]s"
    r"|offerte|draaiboek|planning|kalender|feedback|agenda|uitnodiging|formulier|bestand|resultaten|rapport|ontwerp|programma|adressen|richtlijnen|brief|overeenkomst)|info|data|input|mail|powerpoint|ppt|logo|figures|list|report|slides|minutes|draft)"
)
COMMITS = re.compile(
    r"(?:neemt|nemen)\b[^.]{1,90}\b(?:op|mee|op zich),?(?: (?:met|bij|naar|in|voor|samen|op|tijdens|van) [^.]{1,80})?\s*\.?\Z"
    r"|(?:volgt|volgen) (?:dit|het|dat|deze|de)\b[^.]{0,60}\bop(?: (?:met|via|bij|samen)\b[^.]{0,60})?\s*\.?\Z"
    r"|(?:bekijkt|bekijken|herbekijkt|herbekijken|bespreekt|bespreken|regelt|regelen|onderzoekt|onderzoeken) (?:dit|het|dat)(?: (?:verder|intern|samen|zelf|nog|eerst|opnieuw|met [^.]{1,60}))*\s*\.?\Z"
    r"|(?:zoekt|zoeken) (?:dit|dat|het) (?:verder |intern |samen |zelf |nog )*uit\b|(?:pikt|pikken) (?:dit|dat|het) (?:verder |zelf )*op\b|(?:kaart|kaarten) (?:dit|dat|het)\b[^.]{0,60}\baan\b"
    r"|(?:bekijkt|bekijken|onderzoekt|onderzoeken) (?:samen |intern |verder )?(?:of|hoe|wat|welke|wie|waar)\b"
    r"|(?:gaat|gaan|kijkt|kijken) (?:dit |dat |het |intern |samen |zelf |verder |nog )*na\b"
    r"|(?:neemt|nemen|zoekt|zoeken) (?:hiervoor |hierover |hierrond |daarvoor |daarover |zelf |nog |eerst |binnenkort |samen )*contact (?:op )?met\b(?! (?:de |het |een |elke? |iedere )?(?:persoon|personen|mensen|cliënt|cliënte?n|patiënt|patiënte?n|burgers?|inwoners?|gezin(?:nen)?|ouderen|ouders|wie|hen|hem|haar)\b)"
    r"|(?:doet|doen) (?:hierover |daarover |hiervoor )?navraag\b"
    r"|(?:vraagt|vragen) (?:[^.]{1,60} )?na\b(?=\s*(?:[.,]|\Z)|\s+(?:of|wat|wie|hoe|welke|waar|wanneer|bij|met|via|tegen)\b)|(?:vraagt|vragen) (?:een|de|extra) (?:offerte|subsidie|vergunning|toelating|accreditatie|erkenning|prijs)\b"
    r"|(?:informeert|informeren) (?:hiervoor |hierover |hierrond |eens |verder )*bij\b|(?:checkt|checken) (?:samen |intern |nog |eerst |eens )*(?:of|hoe|wat|welke|wie|waar)\b"
    rf"|(?:contacteert|contacteren) (?!{_CLIENTS})"
    r"|(?:koppelt|koppelen)\b[^.]{0,60}\bterug\b"
    r"|(?:legt|leggen) (?:dit|dat|het|deze|de)\b[^.]{1,60}\bvoor\b"
    r"|(?:brengt|brengen) (?:dit|dat|het|deze|een|de)\b[^.]{1,60}\b(?:mee|in|ter sprake|op de agenda)\b"
    r"|(?:stuurt|sturen|mailt|mailen|bezorgt|bezorgen) [^.]{2,90}\b(?:door|rond|mee|aan (?:de|het|alle|iedereen)\b[^.]{2,50}|naar (?:de|alle)\b[^.]{2,50})\s*\.?\Z"
    r"|(?:zorgt|zorgen) (?:verder |zelf |samen |dan |ook |nog )*(?:hiervoor|daarvoor|ervoor)\s*\.?\Z|(?:doet|doen) (?:dit|dat|het)(?: zelf| samen)?\s*\.?\Z"
    r"|(?:agendeert|agenderen|finaliseert|finaliseren|engageert zich|engageren zich)\b"
    rf"|(?:bezorgt|bezorgen|mailt|mailen|stuurt|sturen|zendt|zenden|levert|leveren) (?:nog |ook |hiervoor |alvast |binnenkort |eerst |zelf |iedereen |ons )*(?:(?:de|het|een|haar|zijn|hun|dit|deze|die|dat|alle|enkele|extra|meer)\s+)?(?:[\w-]+e?\s+){{0,2}}?{_PAPER}\b[^.:;,]{{0,80}}\.?\Z"
    r"|(?:schrijft|schrijven|maakt|maken) (?:dit|dat)(?=\s*(?:[.,;!]|\Z))|(?:werkt|werken) [^.]{2,90}\buit\s*\.?\Z"
    r"|(?:maakt|maken|schrijft|schrijven) (?:hiervan |hiervoor |samen )?een (?:eerste |nieuwe |nieuw )?(?:voorstel|ontwerp|overzicht|oplijsting|lijst|nota|draaiboek|planning|samenvatting)\b"
    r"|(?:plant|plannen) (?:hiervoor |hierover |hierrond )?een (?:overleg|vergadering|afspraak|gesprek|werksessie)\b"
    r"|will (?:send|check|look|ask|contact|prepare|draft|share|write|follow|find|invite|bring|report)\b"
)
"""From the verb on: words that are an engagement without a day too."""

HABIT = re.compile(
    r"(?i)\b(?:maandelijks|wekelijks|jaarlijks|dagelijks|driemaandelijks|halfjaarlijks|altijd|telkens|steeds|doorgaans|meestal|vaak|soms|sinds|al (?:jaren|lang|enkele|twee|drie|\d+)|(?:elke?|iedere?) (?:jaar|maand|week|dag|keer|kwartaal|zomer|winter|maandag|dinsdag|woensdag|donderdag|vrijdag)"
    r"|always|usually|every (?:year|month|week|day)|monthly|yearly)\b"
)
"""What is done time and again: that is no engagement."""

HEDGES = re.compile(
    r"(?i)\b(?:misschien|eventueel|mogelijk|wellicht|zou|zouden|hoopt|hopen|wenst|wensen|zou willen|maybe|perhaps|might|could|would"
    r"|moet (?:nog )?(?:bekeken|besproken|onderzocht) worden|nog niet|niet meer|nooit|tenzij|vorig (?:jaar|werkjaar|overleg)|vorige (?:keer|week|maand|vergadering)|vroeger|destijds|indertijd|last (?:year|month|week|time))\b"
)
"""Words of a wish, a chance, or of what was."""

ALL = re.compile(
    r"(?i)(?:iedereen|allen|we|wij|alle (?:leden|partners|aanwezigen|deelnemers|organisaties)|de (?:leden|partners|aanwezigen|deelnemers)|elke (?:partner|organisatie|dienst)|elk lid|everyone|all (?:members|partners))(?: (?:zelf|samen))?"
)
"""A subject that is nobody in particular."""

_AN = r"(?:dan |ook |nog |nogmaals |opnieuw |verder |daarom |uitdrukkelijk )*"
_TO = rf"\s+(?:{_AN})(?:om|dat|to)\s"
_WHO = r"(?P<who>[^.:;?!]{2,80}?)"
ONE_ASKS = re.compile(rf"(?i)\W*[^.:;?!]{{2,60}}? (?:vraagt|vragen|verzoekt|verzoeken) {_AN}(?:aan )?{_WHO}{_TO}")
"""Somebody asks something of others."""

ASKS_OTHERS = re.compile(
    rf"(?:vraagt|vragen|informeert|informeren|polst|polsen) (?:dit |dat |het |nog |eens |ook |hiervoor |hierover |samen )*(?:aan|bij) (?!{_CLIENTS})(?P<asked>[^.,:;?]{{2,60}}?) (?:of|om|wat|hoe|welke|wie|waar|wanneer|naar|dat)\b"
)
"""From the verb on: to ask something of others, which is to be done when these are not at the table."""

AT_TABLE = re.compile(
    r"(?i)(?:(?:de|het|alle|elke|iedere|onze|andere|the|all) )*(?:\w*groep|leden|lid|aanwezigen|partners?|vergadering|deelnemers|organisaties?|collega['’]?s|diensten|tafel|bestuur|bestuursorgaan|raad|cluster|forum|netwerk|platform|overleg|team|voorzitter|members|partners|group|meeting)\b.*|iedereen|ons|elkaar|allen|everyone|us"
)
"""Who is asked at the table itself."""

ASKS = (
    re.compile(
        rf"(?i)\W*(?:we|wij|er wordt|men) {_AN}(?:vragen|vraagt|gevraagd|verzoeken|verzocht) {_AN}(?:aan )?{_WHO}{_TO}"
    ),
    re.compile(rf"(?i)\W*(?:we|wij) {_AN}(?:vragen) {_AN}aan {_WHO} {_AN}(?=(?:een|de|het|extra|meer|enkele|\d+)\s)"),
    re.compile(rf"(?i)\W*er wordt {_AN}(?:aan )?{_WHO} {_AN}(?:gevraagd|verzocht){_TO}"),
    re.compile(rf"(?i)\W*(?:aan )?{_WHO} (?:wordt|worden) {_AN}(?:gevraagd|verzocht|gemandateerd|aangeduid){_TO}"),
    re.compile(rf"(?i)\W*{_WHO} (?:krijgt|krijgen) (?:de (?:opdracht|vraag|taak)|het mandaat){_TO}"),
    ONE_ASKS,
    re.compile(rf"(?i)\W*(?:we|the (?:group|board|meeting)) asks? {_WHO} to\s"),
)
"""Sentences in which something is asked of somebody."""

_SAID = r"(?:dan|ook|nog|verder|intern|zelf|samen|eerst|hiervoor|binnenkort|alvast)"
_BEHIND_SAID = r"(?=\s*(?:[.,;!]|\Z)|\s+(?:na|op|mee|uit|voor|in|terug|verder|intern|samen|met|bij|tegen|zelf|nog|eerst|door|aan|ter|opnieuw|binnenkort|ook|af|naar|vóór|ten|uiterlijk)\b)"
REFERS = re.compile(
    rf"(?i)(?:\b(?:bekijk|herbekijk|onderzoek|volg|neem|ga|vraag|zoek|pik|kaart|breng|leg|bespreek|regel|koppel|stuur|bezorg|mail|agendeer|meld|doe|schrijf|maak)[a-z]{{0,3}} (?:{_SAID} )*(?P<word>dit|dat|het){_BEHIND_SAID}"
    rf"|\bzorg[a-z]{{0,2}} (?:{_SAID} )*(?P<for>hiervoor|daarvoor|ervoor)\b"
    r"|\b(?:of|hoe|wanneer) (?P<what>dit|dat) (?:kan|mogelijk|klopt|haalbaar|nodig|moet|zou)\b|\A(?P<first>Dit|Dat) )"
)
"""A word for what the sentence before says: *bekijkt dit*."""

THIS_FIRST = re.compile(
    r"(?:Dit|Dat)\s+(?P<verb>volgt|volgen|neemt|nemen|bekijkt|bekijken|onderzoekt|onderzoeken|vraagt|vragen|gaat|gaan|pikt|pikken|zoekt|zoeken|regelt|regelen)\s+(?P<who>[^.,:;?]{2,60}?)(?:\s+(?:verder|intern|zelf|samen))*(?:\s+(?:op|mee|na|uit|op zich))?\s*\.?\Z"
)
"""*Dit volgt … op*: who does it stands behind the verb."""

ASKED = re.compile(rf"(?i)\W*(?:vraag|opdracht|verzoek|taak|request) (?:aan|voor|to|for) {_WHO}\s*:\s+(?=\S)")

TELLS_WHO = re.compile(
    r"(?i)\b(?:deadline|tegen|trekker|actie|wie|door|opvolging|verantw\w*|uiterlijk|vóór|uitvoering|owner|due|by)\b"
)
"""In brackets: what tells who does it, or by when."""

FOLLOWED = re.compile(
    r"(?i)\W*(?:(?:verdere? )?opvolging|op te volgen|wordt (?:verder )?opgevolgd|(?:wordt )?opgenomen|(?:dit|dat|het) (?:wordt|worden) (?:verder |nog |intern |eerst )*(?:opgevolgd|opgenomen|bekeken|onderzocht|uitgewerkt|nagevraagd|nagegaan|voorbereid|uitgezocht)|op te nemen|uit te voeren|uitvoering|trekkers?|verantwoordelijken?|verantw\.?|wie|te doen) ?(?:door\b|:)\s*:?\s*(?=\S)"
)
"""A sentence that says who does what the one before tells."""

NO_NAMES = re.compile(
    r"(?i)\b(?:dat|die|dit|deze|er|we|wij|ze|hij|zij|of|om|als|want|maar|wat|hoe|niet|geen|nog|ook|al|een|is|zijn|was|waren|wordt|worden|werd|heeft|hebben|kan|kunnen|wil|willen|mag|afgesproken"
    r"|that|this|these|is|are|was|were|not|has|have|we|they)\b"
)
"""Words that no name of an organisation, a group or a function has."""

MAY_BE_NAMED = re.compile(
    r"(?:(?i:gemeenten?|stad|werkgroep|stuurgroep|kerngroep|dienst|cluster\w*|netwerk|provincie|lokaal bestuur|lokale besturen|logo|zorgbedrijf|welzijnshuis|sociaal huis|huis van het kind|bibliotheek|municipality|working group)\b|[\w-]*[A-Z]{2,})"
)
"""How names begin that may have a word with a capital behind the first: *Stad Eeklo*, *OCMW Boom*; others may be of people."""
