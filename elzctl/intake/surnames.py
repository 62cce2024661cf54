"""Words with the form of a surname: how those of Flanders were spelled, and how others begin and end.

They say what a word looks like, and of whom it is to nobody.  A word that Dutch has today is spelled otherwise.
"""

from __future__ import annotations

import re

from elzctl.intake.folded import folded
from elzctl.intake.towns import is_place

_SHORTEST = 4  # letters
# These are compiled when they are asked for, and kept: commands that ask nothing wait for nothing.
# Old spellings, and endings that words of today do not have.
_OLD = (
    r"(?i)Gh[eiy][a-z]{2,}|Cn[aeiouy][a-z]{2,}|\w+(?:ae(?:re?|rts?|ckx?|cke|cker|les?|ls|rde?|rds|kens|ne|ns|ghe?|ets?|eve|mans|gers|gen|ten)|aerts?|c?kx|cx|[iy]nckx?|inckens|[aoe]eck|yck[ex]?|yncke"
    r"|uyck|ghe|ghems?|eyns?|eyne|eyers?|eysers?|uyts?|uyse?|uysen|oeys?|uypers?|uymans|(?:ey|er)tens|(?:ans|oos|aes|uys|eys)sens|elmans|ermans|[rlnk]emans|emmens|eirlinck|meersch"
    r"|heere|broucke?|dycke?|dyk|lynck|berghe|brugghen?|c?quart|quaert|quier|quelin|wyns?|wauters|peeters|[aeo]wouts|straete|straeten|weghe|huyse|huyzen|meire|meyer|nooghe)"
)
_JOINED = (
    r"Van(?:de[nr]?|dr|d|g(?:ee|he|in|il|oi|am|eer)|[bchklmopqrstwz])[a-z]{3,}|Opden?[bchkvwz][a-z]{3,}"
    r"|Ver(?:beke|beeck|bruggen|bist|cammen|cauteren|cruysse|donck\w*|donk|elst|faillie|gauwen|gote|heyen|heyden|hoeven|hoye|hulst|hofstadt|linden|loo|maut|massen"
    r"|mandere|meeren|meulen|moere|plancke|poorten|schelde|schueren?|stuyft|tongen|vaet|vecken|wimp|wilgen|zele)"
    r"|Le(?:f[eè]v\w+|clerc\w*|roy|brun|blanc|maire|grand|noir|comte|co[cq]+|jeune|sage|duc|page|mahieu|page|jeune|bon)|Du(?:bois|pont|mont|four|rand|val|jardin|mortier|quesn\w*|rieux|sart|vivier|chateau|chesne|moulin|thoit)"
    r"|Del(?:vaux|croix|porte|motte|haye|fosse|cour\w*|barge|beke|bove|rue|annoy|forge|tour|place|vigne|forterie)|Des(?:met|medt|chepper|mul|met|chacht|champs|mond|oete|seyn|plenter)|Dhond?t|Dho[on]\w+|Dha[en]\w+"
)
_NO_SURNAME = r"(?i)van(?:daag|daal\w*|do\w*|hier|ochtend|onder|waar\w*|waaruit|krach\w*|hands|derwaal\w*|comy\w*|daan|daar\w*|dalis\w*|dalen|avond|morgen|middag|nacht|wege|zelf\w*|ouds|harte|goed|kant|buiten|binnen|boven|tevoren|gen)|guys|buyers?|surveyors?"
# How names begin and end that came from elsewhere.
_ELSEWHERE = (
    r"(?:\w{2,}(?:owsk[ai]|ewsk[ai]|(?:n|or|ar)sk[ai]|ick[ai]|eck[ai]|czyk|wicz|czak|enko|chuk|czuk|yshyn|oglu|demir|turk|kaya|escu|[oe]vi[cć]h?|poulos|[ao]kis|idze|shvili|[rnltdk]ov|[tdkr]ova|[dktlr]eva|ovsk[yai])"
    r"|(?:Mb|Nk|Nt[aiou]|Ng[aou]|Nd[aiou]|Ns[aiou]|Nz|Tsh|Mw[ae]|Mp[aou]|Mf[uw]|Mv[uw]|Bw[ae]|Kaban[gz]|Kabon|Kalon[djg]|Kalum|Mukend|Muken|Mutom|Mulum|Mulon|Ilung"
    r"|Kasong|Kasand|Okon|Oko[yr]|Adeb[ai]|Adey|Ouatt|Traor|Kouas|Diall|Bouaz|Boud[ij]|Bouc?h|Benal|Benya|Bena[iï]|Ouch|Azz[ao]|Idris|Elba[kz]|Kaleng|Kamand|Kaping|Ogun|Olu[fswm]|Osei|Adje[iy]|Owus|Agye[mi]|Nyam[bw]|Nyir|Uwim|Uwas|Ndayi|Habim|Niyo[nm]|Musab|Hakiz|Bizim|Kabuy|Kayem|Mbak|Lokos|Lukak|Mabik|Matond|Makan[dg]|Manga[lb]a)[a-z]*)\Z"
)
# The words that stand behind *De* in a surname; with another one it is the name of a house: *De Kaap*.
_BEHIND_DE = frozenset(
    """backer bakker bal bast beer beir beule bie bisschop block blauwe blieck bock boe boever bolle bondt boom bosscher bosschere
    brabander brauwer brauwere brouwer bruin bruyn bruyne buck busser buyser cat caluwe ceulaer clercq clerck cleene cock
    cocker coen coninck corte coster crom croock cuyper decker deken deyne dobbeleer dobbelaere donder doncker doncker dryver
    feyter fever fruyt geest gendt geyter goede graaf graef graeve grande grauwe greef greve groef groot groote groot gruyter gussem gryse
    haan haas haes hert hertog hertogh hond hondt hoon hoop jaeger jager jong jonge jongh jonghe jode keersmaeker keersmaecker kegel
    kerpel keukeleire keyser keyzer kimpe klerk kock koker kok kort koster kort krijger lange langhe lat leener leeuw lepeleer lille
    loof loore lombaert man maeyer maere maere martelaere mars mayer meester meerleer mets meulemeester meulenaer mey meyer
    mol moor mulder munck munter muynck muyter neve nijs nil nolf nys pa paepe paeuw paep pauw pauw pelsmaeker pelsmaecker
    pessemier petter pauw plancke poorter pooter porre pot potter pourcq praeter praetere preter prins pril proost pus raedemaeker raedt
    raeve ras regge reu reuse reuver ridder rick rijcke rijck ridder roeck roo roose roover rop rouck ruddere ruyck ruyter ryck rycke
    saeger saedeleer schepper schoenmaeker schrijver schryver schutter schuyter sloover sloovere smaele smedt smet smit smul
    snijder sonneville soete spiegeleer spiegelaere staercke steur stoop sutter swaef swert taeye tandt temmerman tollenaere tremmerie
    troch troyer valck veirman vetter vidts vilder visscher vlaeminck vlaminck vleeschauwer vleeschouwer vlieger vlieghere vliegher
    volder vos voogd vooght vree vreese vriendt vries vrieze vroe vroede vuyst waal wachter waele wael waegenaere walsche wandel weerdt
    weert wever wilde winne winter wit witte wolf wulf zaeger zegher zitter zutter zwaef zwarte""".split()
)
_HYPHENED = r"[A-Z][\w’']{2,}-[A-Z][\w’']{2,}"
# Before a hyphen in names of houses, regions and services.
_NO_HALVES = (
    r"(?i)(?:tele|sint|sainte?|oost|west|noord|zuid|midden|wit|rode|groen|vlaams|waals|groot|klein|nieuw|oud|centrum|inter|multi|mini|maxi|mid|co|pro|post|pre|ex|non|semi|anti|euro|bio|eco|geo|info|tech|data|zorg\w*|welzijn\w*"
    r"|kind|gezin|thuis|huis|buurt|wijk|dorp|stad|school|sport|cultuur|jeugd|senior|ouder\w*|mantel|hulp|huisarts\w*|apotheek|web|net|app|lab|e|ik|wij|samen|covid|corona|q|knokke|heist|heusden|houthalen|dilsen|erpe|merelbeke|bilzen|tongeren|kruibeke"
    r"|lo|spiere|tielt|tessenderlo|kessel|scherpenheuvel|maasmechelen|bosnie|elzas|noordrijn|rijnland|ma|di|woe|do|vrij|maandag|dinsdag|woensdag|donderdag|vrijdag|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)-.*"
    r"|\w+(?:land|streek|vallei|kant)-.*|.*-(?:\w+(?:land|streek|vallei)|oost|west|noord|zuid|centrum|waas|dender|plus|net|app|lab|onthaal|team|huis|hulp|zorg|project|traject|plan|punt|overleg|groep|cel|dienst|werking|vlaanderen|limburg|brabant|antwerpen|brussel|gent|willebroek|hageland|kempen|zaterdag|zondag|vrijdag)"
)


def has_form(word: str) -> bool:
    """True for a word with a capital that is spelled as surnames are: ``Nkosana``, ``Vandewiele``."""
    plain = folded(word)
    if not plain[:1].isupper() or len(plain) < _SHORTEST or is_place(plain) or re.fullmatch(_NO_SURNAME, plain):
        return False
    cased = plain.capitalize() if plain.isupper() else plain
    return bool(re.fullmatch(_OLD, cased) or re.fullmatch(_JOINED, cased) or re.match(_ELSEWHERE, cased))


def behind_de(word: str) -> bool:
    """True for what stands behind *De* in a surname: ``Smet``, and not ``Kaap``."""
    return folded(word).lower() in _BEHIND_DE or has_form(word)


def is_double(word: str) -> bool:
    """True for two names with a hyphen between them that no house, region or service has: ``Ypsilon-Zeta``."""
    if not re.fullmatch(_HYPHENED, word) or re.fullmatch(_NO_HALVES, word) or is_place(word):
        return False
    return not any(map(is_place, word.split("-")))


def halves(surname: str) -> tuple[str, ...]:
    """The names that a double surname is made of, with the small words before them; ``()`` for a single one."""
    last = surname.rpartition(" ")[2]
    first, hyphen, second = last.partition("-")
    if not hyphen or not first[:1].isupper() or not second[:1].isupper():
        return ()
    return (surname[: len(surname) - len(second) - 1], second)
