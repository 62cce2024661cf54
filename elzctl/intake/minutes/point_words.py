"""How the words of a point tell by whom, by when and how it stands: labels, brackets, dashes, words before a date."""

from __future__ import annotations

import re

_DONE = r"afgerond|gedaan|uitgevoerd|klaar|afgehandeld|voltooid|done|ok|oké|in orde|afgewerkt|gebeurd|completed|closed|finished|gerealiseerd|is gebeurd|afgesloten|√|✓|✔|☒|☑|x|ja|yes"
OPEN = r"open|lopend|lopende|lopend\w*|loopt(?: nog| door)?|on hold|in wacht|geparkeerd|te doen|bezig|in uitvoering|in behandeling|ongoing|in progress|to do|nog te doen|niet gestart|gestart|opgestart|gepland|hangende|blijft staan|wordt vervolgd|in opmaak|pending|started|not started|nog niet gebeurd|nee|neen|no|vervolg|deels|gedeeltelijk"
_DROPPED = (
    r"vervallen|geschrapt|stopgezet|niet weerhouden|dropped|cancelled|geannuleerd|vervalt|niet meer van toepassing"
)

# Done by a day to come, on a condition, but for a part, or a question: that is not done.
_NOT = (
    r"(?!\s*\?|[\s,;(–-]+(?:tegen|vóór|voor (?:eind|begin|\d|de volgende)|zodra|als|indien|wanneer|behalve|maar|nog|niet|op .{1,40} na\b"
    r"|by|before|when|if|once|but|except|not)\b)"
)
DONE, DROPPED = (
    rf"(?:{_DONE})(?!\w){_NOT}",
    rf"(?:{_DROPPED})(?!\w)(?!\s*\?|[\s,;(–-]+(?:als|indien|tenzij|if|unless)\b)",
)

WHO = r"(?:wie(?: neemt (?:dit |het )?op\??)?|(?:wie )?trekt (?:het|dit|de kar)|wie trekt|verantw\.?|door wie|door|(?:eind)?verantwoordelijken?|verantwoordelijke\(n\)|trekkers?|uitvoerders?|owner|who|by whom|by|responsible|actor|eigenaar)"
WHEN = r"(?:klaar (?:op|tegen)|(?:tegen|voor|vóór|tot) wanneer|tegen|deadline|timing|termijn|wanneer|due date|due|by when|when|uiterlijk|streefdatum|datum|vóór|voor)"
STATE = r"(?:status|stand|staat|state|stand van zaken|progress)"
# Labels before somebody who helps, or for whom it is done: these do not do it.
_HELP = (
    r"(?:(?:wie )?(?:helpt|helpen|werkt|werken|doet|doen) mee|(?:met|voor|bij|aan|van|rond|over|with|for|to) (?:wie|whom|who)|wie (?:helpt|houdt)\b[^:.;,]{0,40}|(?:met )?(?:de )?(?:hulp|steun|medewerking|ondersteuning)(?: van| door)?"
    r"|partners?|partnerorganisaties?|betrokken(?:en| partners?| organisaties| diensten)?|(?:in )?samenwerking(?: met)?|i\.?s\.?m\.?|samen met|doelgroep(?:en)?|houdt\b[^:.;,]{0,30}in de gaten|volgt mee op|supported by|helped by|partners? involved|in cooperation with)"
)
# "Met wie:" has the label "wie:" in it.
_NOT_BEHIND = "".join(rf"(?<!\b{word}\s)" for word in "met voor bij aan van rond over naar with for to about".split())
_LABELS = rf"(?:{WHO}|{WHEN}|{STATE}|{_HELP})"
# "Wie: CAW" or "Deadline: 9/10" somewhere in the words, up to the next sign that parts them.
LABELLED = re.compile(
    rf"(?i)(?:\A|(?<=[\s(\[.;·|–,-]))\(?(?P<label>{_NOT_BEHIND}{WHO}|{WHEN}|{STATE})\s*:\s*(?P<value>[^;·|()\[\]]+?)"
    rf"(?=\s*(?:[;·|()\[\]]|[.,]?\s+(?:[-–—]\s+)?{_LABELS}\s*:|\.\s|\.?\Z))[)\]]?"
)
# Before a colon with a name behind it: that is no name of who does it.
IS_HELP = re.compile(rf"(?i)\W*{_HELP}\W*")
IS_HELP_LINE = re.compile(rf"(?i)\W*{_HELP}\s*:\s*(?=\S)")
FOR_WHOM = re.compile(
    rf"(?i)(?:(?:\A|[\s(,;.–-]){_HELP}|\b(?:met|aan|bij|van|voor|naar|over|rond|tot|op|in|tegen|onder|tussen|with|to|for|from|about|at))\s*\Z"
)
JOINS_HELP = re.compile(
    r"(?i)(?<!\w)(?:met|i\.?s\.?m\.?|in samenwerking met|met (?:hulp|steun|medewerking) van|with)(?!\w)"
)
"""Words between who does it and who may only help; *samen met* is both."""
WITH_WHOM = re.compile(
    r"(?i)(?:(?:samen |in samenwerking )?met|i\.?s\.?m\.?|voor|aan|bij|naar|van|over|with|for|to|from|at)\s+(?=\S)"
)
"""How words begin that name a partner, or for whom it is done."""
BRACKETS = re.compile(r"[(\[](?P<inside>[^()\[\]]{1,120})[)\]]\s*[.;,]?\s*\Z")
ASIDE = re.compile(r"\s*\([^()]{1,60}\)\s*\Z")
LABEL = re.compile(rf"(?i)(?:{WHO}|{WHEN}|{STATE}|actie|uitvoering|opvolging)\s*:?")
ASKS_WHO = re.compile(
    r"(?i)(?:trekkers?|wie|verantw\.?|verantwoordelijken?|door wie|uitvoerders?|owner|actie|(?:(?:op te volgen|opvolging|uitvoering|uit te voeren|opgevolgd|opgenomen|op te nemen) )?door|opvolging|uitvoering|by)(?:\s*:?\s+|\s*:?\Z)"
)
BITS = re.compile(r"\s*(?:[,;|]|\s[-–—/]\s|:)\s*")
BY = r"(?:(?:(?:ten laatste|uiterlijk|af te (?:werken|ronden)),?\s+)?(?:uiterlijk|tegen|tg\.?|vóór|voor|by|before|deadline|due|klaar tegen|timing|ten laatste(?: op)?|op)\s*:?\s+)"
TAIL = re.compile(rf"(?i)[\s,;(–—-]*\b(?P<by>{BY}|(?<=[,;(–—-]\s)klaar\s+(?:in\s+)?)(?:de |het |the )?\Z")
DANGLING = re.compile(r"(?i)[\s,;(–—-]+(?:uiterlijk|tegen|tg|ten laatste|vóór)[\s,]*\Z")
SURE_BY = re.compile(r"(?i)(?:ten laatste|uiterlijk|tegen|tg|vóór|by|before|deadline|due|klaar)\b")
DASHED = re.compile(r";\s+|\s+(?:[-–—|]|[-–—]{1,2}>|→|=>|➔|➜|>{1,2})\s+|\s@\s+")
HAS_BY = re.compile(rf"(?i){BY}(?:de |het |the )?")
DAY_ROW = re.compile(r",\s+(?P<when>[^,;:()]{3,30})\Z")
ROW = re.compile(r",\s+(?P<who>[^,;:()]{2,60}),\s+(?P<when>[^,;:()]{3,30})\Z")
DAY_WHO = re.compile(r",\s+(?P<when>[^,;:()]{3,30}),\s+(?P<who>[^,;:()]{2,60})\Z")
LEAD = re.compile(r"\A(?P<who>[^:.;()]{2,70}?)\s*(?::|\s(?:[–—-]|->|=>|→)(?=\s))\s+(?=\S)")
_NEXT_ONE = r"(?:de |het |ons |onze |the |our )?(?:eerst)?(?:volgende?|volg\.|vlg\.?|komende?|next) (?:\w+ )?(?:\w*vergadering|verg(?:ad)?\b\.?|overl\b\.?|bijeenk\b\.?|\w*overleg|\w*bijeenkomst|keer|\w*groep|bestuur\w*|\w*tafel|\w*raad|\w*cluster|\w*platform|\w*forum|\w*netwerk|\w*team|\w*sessie|\w*zitting|samenkomst|\w*comité|\w*visie|ontmoeting|\w*atelier|\w*commissie|x|meeting|time)"
SUBJECT = re.compile(
    r"(?P<who>[A-ZÀ-Þ][\w’'&-]+(?:\s(?:van|voor|de|het|der|den|en|in))*(?:\s[A-ZÀ-Þ][\w’'&-]+(?:\s(?:van|voor|de|het|der|den|en|in))*){0,4}\s[A-ZÀ-Þ][\w’'&-]+)\s(?P<verb>[a-z]+t)\s"
)
NEXT_TIME = re.compile(rf"(?i)[\s,;(–-]*\b(?:tegen|voor|vóór|by|before|op|at)\s+{_NEXT_ONE}\s*\)?\.?\Z")
IS_NEXT_TIME = re.compile(rf"(?i)\W*(?:(?:tegen|voor|vóór|by|before|op|at)\s+)?{_NEXT_ONE}\W*")
BY_NEXT_TIME = re.compile(rf"(?i)\b(?:tegen|vóór|by|before)\s+{_NEXT_ONE}(?!\w)")
SOON = re.compile(
    r"(?i)(?:heel |zeer |very )?(?:dringend|urgent|asap|a\.s\.a\.p|z\.?s\.?m|z\.s\.m\.|zo (?:snel|spoedig|vlug) mogelijk|geen haast|niet dringend|as soon as possible|doorlopend|permanent|ongoing)"
)
LATER = re.compile(r"(?i)volgende? \w+|next (?:meeting|time)")
STATE_TAIL = re.compile(
    rf"(?i)\s*(?:[-–—:(\[>]|→)\s*(?P<state>(?:is |status:? )?(?P<word>{DONE}|{DROPPED}|{OPEN})\b[^.;()]{{0,60}})[)\].]*\Z"
)
BULLET = re.compile(r"(?:o|[-–•*▪□❑\uf000-\uf0ff])\s+(?=\S)|(?i:nr\.?|n°|no\.|#)\s*\d{1,3}\s*[-–:.)]\s*(?=\S)")
IS_STATE = re.compile(rf"(?i)\W*(?:status:?\s*)?(?:is\s+)?(?P<word>{DONE}|{DROPPED}|{OPEN})(?=\W|\Z)")
