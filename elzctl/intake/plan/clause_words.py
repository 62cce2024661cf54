"""The small words by which a clause says of whom it speaks, and how sure it is, in Dutch and English."""

from __future__ import annotations

import re


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _any(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<!\w)(?:{words})(?!\w)")


FINITE = _any(
    "is|zijn|was|waren|wordt|worden|werd|werden|zal|zullen|heeft|hebben|had|hadden|gaat|gaan|zet|zetten|zette|schrapten?|annuleerden?|pauzeerden?|blijft|staat|staan|ligt|stopt|stoppen"
    "|beslist|beslis|besliste|beslisten|besloot|besloten we|koos|kozen|vroeg|has|have|are|were|will|decided|vervalt|verhuist|verhuisde|loopt|wacht|wachten"
)
"""Verbs with which a state is told."""
DECIDING = _any("beslist|beslis|besliste|beslisten|besloot|besloten we|koos|kozen|vroeg|decided")
DOING = _any(
    "heeft|hebben|had|hadden|zet|zetten|zette|schrapten?|annuleerden?|pauzeerden?|stopt|stoppen|has decided|have"
)
AGENTS = _set(
    "we wij ons elz eerstelijnszone zone zorgraad bestuur bestuursorgaan gemeenteraad college stuurgroep kerngroep"
)
DETERMINERS = _set("de het een deze dit die dat onze ons hun haar uw elke alle geen the a an this that these our its")
AMOUNTS = _set("te weinig veel meer minder enkele twee drie vier too little few many several")
LIKE_THIS = _set("deze dit de het onze ons this the our") | {""}
PRONOUNS = _set("deze dit ze zij hij het it this dat alles hiermee ermee")
HEADS = _set("actie actiefiche fiche actiepunt maatregel project action sheet")
PARTS = _set(
    "fase deel luik onderdeel helft stap deelactie gedeelte onderdelen stappen fases fasen phase part step half"
)
PREPOSITIONS = _set(
    "in op van voor door met bij na sinds vanaf wegens tijdens tot tegen over rond binnen buiten naar uit aan per volgens ondanks via zonder dankzij"
    " onder tussen omwille gezien of by on at for with after since during from to within due because"
)
# What stands between a verb and its subject and is neither.
NEUTRAL = _set(
    "inmiddels ondertussen intussen nu momenteel vandaag recent onlangs daarom daardoor daarmee hierdoor dus ook reeds al alweer wel dan volledig helemaal"
    " succesvol tijdelijk voorlopig definitief officieel formeel unaniem jammer genoeg helaas uiteindelijk intern samen verder meer langer niet nog zelf"
    " begin eind einde midden voorjaar najaar zomer winter lente herfst jaar maand week januari februari maart april mei juni juli augustus september"
    " oktober november december q1 q2 q3 q4 kwartaal dit vorig volgend bestuurlijk tijdig goed om te be been now already fully completely temporarily"
    " afgerond afgewerkt voltooid beëindigd gerealiseerd uitgevoerd klaar stopgezet stop geschrapt afgevoerd gestopt opgeschort uitgesteld gepauzeerd"
    " geparkeerd on hold gezet zetten pauze pauzeren schrappen stoppen verplaatst verschoven ondergebracht overgeheveld samengevoegd geïntegreerd opgenomen"
    " weerhouden geselecteerd goedgekeurd toegekend gehonoreerd verdergezet voortgezet even completed finished done stopped cancelled suspended postponed put moved merged"
    " stil stilgelegd vervallen beslist besloten gekozen is zijn was werd wordt worden werden zal zullen afgelopen jan feb apr jun jul aug sep sept okt nov dec"
) - {"dit"}
SPLITS = re.compile(
    r"(?i)[,;:–—()]|\s-\s|(?<!\w)(?:maar|want|omdat|doordat|aangezien|terwijl|hoewel|dat|om|en|waarbij|waardoor|zodat|but|because|that|and|while)(?!\w)"
)
SUBORDINATE = _any(
    "tot|totdat|zolang|tot wanneer|voordat|vooraleer|nadat|eens|until|before|after|as soon as|once|hoewel"
)
CONDITIONS = _any(
    r"indien|als(?! (?:gevolg|deel|onderdeel|gepland|voorzien))|mocht|wanneer|zodra|tenzij|mits|op voorwaarde|in het geval|if|unless|when|once|as soon as|provided"
)
# "niet meer" and "niet weerhouden" are states themselves.
DENIED = _any(
    r"(?:niet|nooit|geen|evenmin|not|never)(?! (?:uit te voeren|meer|langer|door|nodig|verdergezet|voortgezet|weerhouden|geselecteerd|goedgekeurd|toegekend|gehonoreerd|retained|selected|granted|approved"
    r"|(?:werd|werden|wordt|is) (?:weerhouden|geselecteerd|goedgekeurd|toegekend|gehonoreerd))(?!\w))"
)
WISHES = _any(
    r"wil|willen|wilden|hopen|hoopt|hoop|zou|zouden|kan|kunnen|kon|konden|mag|mogen|moet|moeten|moest|moesten|streven|streeft|bedoeling|overweegt|overwegen"
    r"|overwogen|voorgesteld|(?:stelt|stellen|stelde|stelden) (?:\w+ ){0,3}voor|vragen|vraagt|vroeg of|van plan|misschien|wellicht|mogelijk|mogelijks|vermoedelijk"
    r"|waarschijnlijk|normaal|verwacht|verwachten|verwachting|denken|denkt|dreigt|lijkt|lijken|schijnt|blijkbaar|may|might|could|should|would|hope|hopes|want|wants"
    r"|plan to|plans to|expected|probably|perhaps|maybe|seems"
)
FORMER = _any(
    r"(?:vorige?|verleden) (?:jaar|periode|plan|actieplan|beleidsperiode|legislatuur)|destijds|toen|ooit|eerder|voorheen|vroeger|in het verleden|aanvankelijk"
    r"|oorspronkelijk|stond|stonden|had been|last year|previously|formerly|once|initially"
)
QUALIFIED = _any(
    r"nagenoeg|bijna|zo goed als|vrijwel|haast|grotendeels|gedeeltelijk|deels|ten dele|half(?! (?:19|20|jan|feb|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec))|halfweg|halverwege|voor de helft|merendeels|hoofdzakelijk|quasi"
    r"|binnenkort|weldra|ongeveer|\d{1,2} ?(?:%|procent|percent)|op \w+(?: \w+){0,3} na|behalve|uitgezonderd|op weg om|klaar (?:om|voor)"
    r"|almost|nearly|mostly|partly|partially|largely|halfway|soon|except"
)
CONTRARY = _any(
    r"rest|loopt(?! (?:af|ten einde|niet))|lopen(?! (?:wij|af|niet))|(?:gaat|gaan|werkt|werken|doet|doen) (?:\w+ ){0,3}(?:verder|door|voort)|herneem\w*|hernemen|hernomen|hervat\w*|herstart\w*|heropgestart|opnieuw"
    r"|terug (?:op|in gang)|nog bezig|nog (?:\w+ ){0,3}(?:afwerken|afronden|uitwerken|uitvoeren)|continues|continue|resumed|restarted|still running|ongoing|remaining"
)
# A town or another zone where it was so: *in Gent*.
PLACE = re.compile(
    r"(?<!\w)(?:[Ii]n|[Tt]e|[Bb]ij)\s+(?:de |het )?(?!(?:Actie|Fiche|SD|OD|AP|BD|AC|Q|ELZ|Januari|Februari|Maart|April|Mei|Juni|Juli|Augustus|September|Oktober|November|December)\b|Q\d|[A-Z]{1,3}-?\d)[A-Z][a-zà-ÿ]{2,}"
)
