"""Words that show what a name is of: an organisation, a group, a function, a campaign; no name of a person has them."""

from __future__ import annotations

import re

from elzctl.intake.first_names import FIRST_NAMES
from elzctl.intake.folded import folded
from elzctl.intake.surnames import has_form

# Words that are names of organisations, functions and places far more often than of people.
NO_PERSON = re.compile(
    r"(?i)\b(?:cel|hal|bib|wonen|werken|leren|mobiele?n?|interim|invest|avansa|saamo|similes|cinema|theater|brasserie|kasteel|campus|site|residentie|library"
    r"|(?:zorg|welzijns|gezondheids|thuis|woon|buurt|wijk|jeugd|kinder|ouderen|huisarts|sport|cultuur|stads)\w{3,}|\w+(?:erij|bedrijf|bureau)"
    r"|clinic|practice|pharmacy|surgery|nurses|doctors|community|youth|social|public|primary|circle|concern|hall|parish|county|city|town"
    r"|v\.?z\.?w|bv|nv|npo|ocmw|caw|cgg|ccg|clb|wzc|ldc|dmw|gbo|elz|pzon|logo|stad|gemeente\w*|provincie|dienst\w*"
    r"|\w*(?:centrum|centra|huis|huize|huizen|zorg|welzijn|groep|overleg|team|netwerk|kring|bestuur|besturen|school|scholen|raad|werk"
    r"|werking|bond|vereniging|organisatie|organisaties|instelling|fonds|hulp|buurt|zone|zones|plan|project|platform|dienst"
    r"|instituut|kliniek|ziekenhuis|apotheek|apothekers?|huisartsen\w*|artsen\w*|verpleeg\w*|kinesisten|mutualiteit\w*"
    r"|coördinator\w*|coordinator\w*|voorzitter\w*|directeur\w*|directie|medewerker\w*|schepen|burgemeester|consulent\w*"
    r"|verantwoordelijke\w*|vertegenwoordig\w*|bestuurder\w*|leden|partners?|burgers?|inwoners?|bibliotheek|politie\w*|brandweer|"
    r"jeugd|sport|cultuur|sociaal|sociale|lokale?|regio\w*|vlaamse?|vlaanderen|belgi\w+|agentschap|departement|cluster\w*"
    r"|kruis|familiehulp|unie|stichting|house|service|council|network|committee|board|association|foundation|trust|hospital"
    r"|care|health|office|centre|center|university|universiteit|hogeschool|ferm|neos|okra|samana|cm|lm|solidaris|helan|partena|kwb|kav|gezinsbond|ligo|opgroeien|natuurpunt|markant|femma|vdab|rva|rsz|riziv|curando|emmaus|arcus"
    r"|\w*(?:comite|commissie|maatschappij|coalitie|alliantie|forum|steunpunt|meldpunt|loket)|ouder\w+|senioren\w*|patienten\w*|mantelzorg\w*|secretariaat"
    r"|redactie|academie|museum|ziekenfonds\w*|gezondheid\w*|thuis|studenten|leerlingen|leerkrachten|ondernemers|handelaars|vrijwilligers?"
    r"|gevangenis|bank|liga|lijn|wijzer|theek|shop|sporthal|turnhal|feesthal"
    r"|warme?|gezin|kind|leven|dag|week|maand|jaar|vergadering|verslag|agenda|varia|actie|punt|bijlage|plein|straat|laan|zaal))\b"
)


def shows_other(plain: str) -> bool:
    """True for a text with such a word in it that is no first name: *Koenraad* ends as councils do."""
    return any(match[0].lower() not in FIRST_NAMES for match in NO_PERSON.finditer(plain))


THINGS = frozenset(
    """nederlands turks arabisch spaans portugees italiaans roemeens bulgaars oekraiens russisch farsi dari pasjtoe tigrinya
    somalisch koerdisch albanees servisch kroatisch grieks hongaars tsjechisch slowaaks chinees japans hindi urdu
    bengaals vietnamees perzisch hebreeuws lingala swahili berbers papiaments dutch english french arabic turkish
    spanish polish ukrainian romanian water rots vuur lucht papier karton plastic textiel klei verf internet teams zoom skype whatsapp signal messenger facebook instagram linkedin youtube
    tiktok excel word powerpoint outlook sharepoint google canva mentimeter padlet
    prof dhr mevr""".split()
)
"""Languages and materials, which are nobody's names."""

# How words end that are no first names, and the last words of names of departments and regions.
ORGANISING = re.compile(
    r"(?i)\w{3}(?:ing|heid|schap|teit|[nc]tie|kunde|kring|dienst|zorg|hulp|therapie|preventie|atie|logie|logen|logues|tion|ment|ship|nursing|bond|club|raad|punt|lijn|praktijk|koepel|winkel|opvang|tuin|boerderij|hoeve|museum|theater|atelier|fabriek|bibliotheek|brouwerij|kwekerij|wachtpost|plukboerderij|partners?|ers'?|isten|artsen|s')\Z"
)
HOUSE = re.compile(
    r"(?i)\w*(?:stichting|fonds|hogeschool|school|instituut|centrum|huis|kliniek|ziekenhuis|campus|universiteit|foundation|trust|institute|university|college|hospital|apotheek|praktijk|academie|vzw)"
)
# With such a word in front it is the name of a house or a campaign: *Rode Ster*.
SUCH = frozenset(
    "Jong Goed Heilig Heilige Wase Sociaal Sociale Rode Rood Witte Wit Groene Groen Gele Geel Blauwe Blauw Zwarte Gouden Zilveren Warme Warm Open Nieuwe Oude Grote Kleine Jonge Gezonde Gezond Samen Sterke Sterk Zorgzame Veilige Goede Vrije".split()
)
SUCH_LIKE = re.compile(r"(?i)\w+(?:lijke?|ige|ische?|loze?|bare?|zame?|achtige?|tieve?|iale?|nele)")
QUARTERS = frozenset(
    "Oost West Noord Zuid Midden Plus Centrum Vlaanderen North South East West Union Circle Group Club Board Trust Society Alliance Federation Forum".split()
)
_TELLING = (
    r"(?i)(?:kine|apotheek|huisartsen|tandartsen|logopedie|podologie|osteopathie|optiek|resto|traiteur|eettafel|eetcaf[eé]|slagerij|bakkerij|kapsalon|frituur|catering|camping|hoeve|boerderij|senioren|senior|connect|blue|bike|car|rollend|goede?|chiro|scouts|gidsen|ksa|klj|koor|circus|fanfare|harmonie|orkest|ensemble|toneel\w*|restaurant|bistro|caf[eé]|bar|hotel|residentie|boekerij|atelier\w*|studio|garage|\w*praktijk|kapel|kerk\w*|parochie\w*|moskee|abdij|klooster|centrale|academie|kras|groep|team|support|plus|samen|onderweg|forward|fit|bezorgd|mensen|iedereen|leest|nieuwe?|rode?|ster|banier|vaart|zilver\w*|zorgzaam|ons|onze|lokaal|min|punt|zorg\w*|dag|week|weken|landelijke|turnhoutse|praat\w*|babbel\w*"
    r"|alzheimer|dementie|kanker|diabetes|parkinson|autisme|palliatief|reva|revalidatie\w*|rust|hulp\w*|woning|winkel|pigment|kleur\w*|sterk\w*|warm\w*|vrij\w*|veilig\w*|gezond\w*|beweeg\w*|beweging|link|kabel|media\w*|digi\w*|web(?:site|shop|punt|caf[eé]|team)?|net(?:werk\w*)?|yoga|dans\w*|muziek\w*"
    r"|kunst\w*|natuur\w*|groene?|blauwe?|witte?|gele?|gouden|jong|jonge|jongeren|oud|oude|ouderen|kinder\w*|vrouwen|mannen|vaders|moeders|buren|buurt\w*|wijk\w*|dorp\w*|stads\w*|land\w*|wereld\w*|vrede|liefde|hoop|geloof|leven\w*|thuis\w*|huis\w*|tafel\w*"
    r"|keuken\w*|soep\w*|brood|koffie\w*|thee|bank|zaal|grenzen|mobiel|taxi|fiets\w*|wandel\w*|spel\w*|speel\w*|boek\w*|lees\w*|leer\w*|taal\w*|school\w*|werk\w*|job\w*|markt\w*|jeugd\w*"
    r"|plan|project|actie\w*|campagne|platform|forum|liga|kring|club|bond|unie|vereniging|vrienden|vriendjes|maatjes?|buddy\w*|coach\w*|care|help|home|house|open|first|next|young|health|life|living|peer|link|work|social|community|circle|point|ambulante?|mobiele?|sociale?|regionale?|vlaamse?|belgische?|europese?|lokale?|centrale?|algemene?|vorming\w*)"
)


# With a capital inside it is of a product or a house: *OverKop*, and not *McVoorbeeld*, *DeWit*, *VoornaamAnn*.
_PRODUCT = re.compile(
    r"(?!(?:Ma?c|De[nr]?|Di|Du|Da|Dos|Des|Del|Della|San|Saint|Von|Bel|Abou|La|Le|El|Al|Ben|Ait|Abd|Abu|Bou|Ter?|Ten|Ver|Op|St|Van|Vande[nr]?|Fitz|O)[A-Z])(?P<first>[A-Z][a-z]+)[A-Z][a-z]+"
)


def tells(word: str) -> bool:
    """True for a word of Dutch or English that names of organisations have, and of people never."""
    plain = folded(word)
    product = _PRODUCT.fullmatch(plain)
    if product is not None and product["first"].lower() not in FIRST_NAMES:
        return True
    return re.fullmatch(_TELLING, plain) is not None and not (
        has_form(plain) or plain.endswith(("man", "mans", "aerts"))
    )
