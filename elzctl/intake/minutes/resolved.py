"""Sentences that decide without the word for it: ``Akkoord om …``, ``… wordt unaniem aanvaard``, ``Consensus: …``."""

from __future__ import annotations

import re

from elzctl.intake import persons
from elzctl.intake.minutes.undecided import is_undecided

BODY = r"(?:de|het|onze) (?:algemene |voltallige )?(?:vergadering|bestuursorgaan|bestuur|raad|stuurgroep|werkgroep|kerngroep|kernteam|groep|leden|aanwezigen|zorgraad|forum|platform|netwerk|team|cluster|clusteroverleg|overleg|commissie|partners|deelnemers|tafel)"
"""The group that meets, as an expression."""

_UNITED = r"(?:unaniem |eenparig |allemaal |principieel |formeel |ook )*"
_AGREE = re.compile(
    rf"(?i)\W*(?:(?:allen|iedereen|men|we|wij|{BODY}|alle (?:leden|aanwezigen|partners)) (?:is|zijn|gaat|gaan) )?{_UNITED}akkoord (?:(?:van|bij) (?:iedereen|allen|{BODY}|alle (?:leden|aanwezigen|partners)) )?(?:om|met|dat|voor)\s+(?=\S)"
    r"|\W*(?:akkoord|consensus|unaniem)\s*:\s+(?=\S)"
    rf"|\W*(?:iedereen|allen|we|wij|{BODY}|[Hh]et [A-Z]{{2,6}}|alle (?:leden|aanwezigen|partners)) (?:is|zijn) het (?:er(?:over)? |daarover |daarmee |hierover |unaniem |allemaal )*eens(?: (?:dat|om|over|met)\s|\s*:\s)(?=\S)"
    r"|\W*er is (?:een )?(?:brede |volledige |algemene )?(?:consensus|eensgezindheid|unanimiteit)(?: (?:om|over|dat|voor)\s|\s*:\s)"
    rf"|\W*(?:er wordt {_UNITED}gekozen (?:om|voor)|(?:we|wij|{BODY}) (?:kiezen|kiest) (?:unaniem voor|{_UNITED}ervoor om))\s+(?=\S)"
    rf"|\W*{BODY} (?:onderschrijft|onderschrijven|valideert|aanvaardt|aanvaarden|verwerpt|verwerpen|bekrachtigt|bekrachtigen|weerhoudt|keurt|keuren|bevestigt)\s+(?=\S)"
    r"|\W*the (?:working group|steering group|board|meeting|group|committee|members|council) (?:unanimously )?(?:approves?|adopts?|rejects?|endorses?)\s+(?=\S)"
    rf"|\W*er (?:wordt|werd|is) {_UNITED}(?:ingestemd met|overgegaan tot|geopteerd (?:om|voor))\s+(?=\S)"
)
_OUTCOME = r"(?:goedgekeurd|aanvaard|verworpen|afgekeurd|bekrachtigd|weerhouden|afgewezen|geweigerd)"
_HOW = r"(?:unaniem|eenparig|met (?:eenparigheid|algemeenheid|unanimiteit|\w+ tegen)\b|bij consensus|niet weerhouden|door (?:de|het) (?:vergadering|groep|leden|aanwezigen|bestuur|raad|stuurgroep|werkgroep))"
_NOW = re.compile(rf"(?i)[^.?!:]{{3,220}}?\s(?:wordt|worden)\s(?:[^.?!]{{1,80}}\s)?{_OUTCOME}\b[^.?!]{{0,80}}[.!]?\Z")
_THEN = re.compile(
    rf"(?i)[^.?!:]{{3,220}}?\s(?:werd|werden|is|zijn)\s(?=[^.?!]{{0,80}}{_HOW})(?:[^.?!]{{1,80}}\s)?{_OUTCOME}\b[^.?!]{{0,80}}[.!]?\Z"
)
_ALONE = re.compile(
    rf"(?i)\W*(?:(?:dit |het voorstel |de vraag )?(?:(?:wordt|worden) )?(?:unaniem |eenparig |niet |met (?:eenparigheid|algemeenheid) van stemmen )*{_OUTCOME}"
    rf"|(?:(?:iedereen|allen|{BODY}|alle (?:leden|aanwezigen|partners)) (?:(?:is|zijn|gaat|gaan) )?)?{_UNITED}akkoord|carried|approved unanimously)(?: door (?:iedereen|allen|alle leden|{BODY}))?\W*\Z"
)
# What somebody else decided, or was decided at another time, or is to be decided still.
_OTHERS = re.compile(
    r"(?i)\b(?:vorige?|eerder|destijds|toen|reeds|al|inmiddels|intussen|ondertussen|als|indien|zodra|wanneer|nadat|voordat|nog|moet|moeten|kan|kunnen|zou|zal|zullen|hoop\w*|misschien"
    r"|volgende?|later|pas|tenzij|omdat|doordat|minister\w*|vlaamse|federale?|gemeenteraad|kabinet|verslag|notulen|vaak|soms|steeds|telkens|meestal|dossiers?|aanvragen|of)\b"
)

_BY_OTHERS = re.compile(rf"(?i)\bdoor (?!(?:iedereen|allen|alle (?:leden|aanwezigen|partners|bestuurders)|{BODY})\b)")


_NO_OBJECTION = re.compile(
    r"(?i)\W*(?:nobody objects(?: to [^.;:!?]{2,80})?(?:;|,| and) (?=\S)|(?:niemand (?:heeft|had|maakt|maakte|uit|uitte)|er (?:zijn|is|waren|was|komen|kwamen)) (?:hier(?:tegen|bij) |daar(?:tegen|bij) )?(?:nog )?(?:geen |een )?(?:bezwa(?:ar|ren)|opmerking(?:en)?|tegenstem(?:men)?)(?: (?:tegen|bij|op) [^.;:!?]{2,80})?(?:;|,(?: en| dus)?| en| –| —) (?=\S))"
)


# The word for it behind a comma or a dash: "geld over, beslist: naar de buurt".
_INSIDE = re.compile(
    r"(?i)(?:[^.?!:]{2,40}:\s+)?[^.?!:]{2,200}?(?:[,;(]|\s[–—-]|->|→)\s*(?:(?:unaniem|dus|daarom|samen|toch|en) )*(?:beslist|besloten|besluit|beslissing|consensus|akkoord|decided|decision)\s*:\s+(?P<what>[^.?!]{3,}.*)"
)


# What it is about, before a colon: "Budget: akkoord om …"; who agrees may stand there as well.
_ABOUT = re.compile(r"\W*([A-ZÀ-Þ][a-zà-ÿ]+(?: [a-zà-ÿ]+){0,3}):\s+(?=(?i:akkoord|consensus)\s(?i:om|met|dat|voor)\s)")


def resolves(sentence: str) -> bool:
    """True for a sentence in which this meeting decides something; that nobody objects may stand before it."""
    inside = _INSIDE.fullmatch(sentence)
    if inside is not None:
        return not is_undecided(inside["what"])
    objection = _NO_OBJECTION.match(sentence)
    sentence = sentence[objection.end() :] if objection is not None else sentence
    about = _ABOUT.match(sentence)
    is_topic = about is not None and not (
        persons.may_be_person(about[1]) or persons.shows_organisation(about[1].split()[0])
    )
    if _AGREE.match(sentence, about.end() if about is not None and is_topic else 0):
        return not re.search(r"(?i)\b(?:nog niet|niet akkoord|vorige keer)\b", sentence)
    if _NOW.match(sentence) is None and _THEN.match(sentence) is None:
        return False
    if _BY_OTHERS.search(sentence):
        return False
    head = re.sub(r"(?i)\b(?:het )?(?:voorstel|vraag|kandidatuur)\s+(?:om|dat|van|tot|voor)\b", "", sentence)
    return _OTHERS.search(head) is None and not ALSO_PLAIN.match(sentence)


ALSO_PLAIN = re.compile(r"(?i)\W*(?:er (?:wordt|worden)\s+(?:veel|weinig|geen|enkele|meer))\b")
"""What happens, to many or few, and is no decision."""


def resolves_it(sentence: str) -> bool:
    """True for *Unaniem goedgekeurd*: that what stands before it is decided, and nothing else."""
    return _ALONE.match(sentence) is not None
