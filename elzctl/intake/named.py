"""Names of organisations, groups and functions in a text.

``names("Kernpartners: huisartsen, apothekers en de lokale besturen, …")`` is ``("huisartsen", "apothekers",
"lokale besturen")``.  A sentence is no name: what cannot be told apart is left to the reader.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from elzctl.intake import known_houses
from elzctl.intake.own_verbs import is_named_with_verb
from elzctl.intake.persons import shows_organisation
from elzctl.intake.several_places import OF_PLACES, are_places
from elzctl.intake.shortened import paired
from elzctl.intake.towns import is_place
from elzctl.intake.unnamed import is_open

LONGEST, MOST_WORDS = 90, 12
_FAR = 400  # characters behind "en" that are looked at

# Words before a colon that say what the names behind it are, and are no name themselves.
_LABEL = re.compile(
    r"(?i)(?:(?:kern|andere|mogelijke|overige|betrokken|potenti[eë]le|interne|externe|lokale|belangrijkste|key|other|main|possible)[\s-]*)*"
    r"(?:partners?|netwerkpartners?|actoren|stakeholders?|potentieel|mogelijk|trekkers?|co-?trekkers?|(?:eind)?verantwoordelijken?|leden"
    r"|lead|leads|owner|members|eigenaars?|uitvoerders?|doelgroep(?:en|\(en\))?|target groups?|in samenwerking met|samen met|met|wie|who|i\.s\.m\.)"
)
_EXAMPLES = re.compile(
    r"(?i)^(?:zoals|waaronder|onder meer|onder andere|bijvoorbeeld|namelijk|met name|nl\.|m\.n\.|o\.a\.|bv\.?|bvb\.?|d\.w\.z\.|such as|including|e\.g\.)"
    r"(?:\s+(?:bv\.?|bvb\.?|bijvoorbeeld|de|het))*\s+"
)
# An aside that goes on to the end: no names follow.  *Uit De Marge* is a name.
_ASIDE = re.compile(
    r"(?i)^(?!(?-i:[A-Z]\w+\s(?:De|Het|Een)\s[A-Z]))(?:in (?:het )?kader van|in functie van|met het oog op|met oog voor|afhankelijk|meer bepaald|in het bijzonder|vooral|om te|omdat|zodat|waarbij|waarvoor|waarvan"
    r"|aangestuurd|gevormd|opgericht|gelinkt|verbonden|actief in|actief binnen|bestaande|met daarin|die|dat|indien|als|wanneer|voor zover|maar|uit|op basis van|naargelang|in overleg|via|vanuit|tijdens|depending|in order to|which|who|if)\b"
)
_ASIDE_INSIDE = re.compile(
    r"(?i)\s+(?:in (?:het )?kader van|in functie van|met het oog op|i\.k\.v\.|i\.f\.v\.|zoals|waaronder|such as)\s.*\Z"
)
_NOTHING = re.compile(
    r"(?i)(?:zie (?:ook )?(?:actie|actiefiche|fiche|doelstelling|punt|bijlage|nr)\b.*|see (?:also )?(?:action|sheet|goal|annex)\b.*|nog (?:geen|niemand|onbekend|niet (?:bekend|gekend|bepaald))|volgt(?: nog| later)?"
    r"|none yet|nobody yet|not known yet|n\.?v\.?t\.?|n\.?t\.?b\.?|niet van toepassing|geen|nog (?:verder )?(?:te bepalen|af te stemmen|in te vullen)|(?:verder|later) (?:te bepalen|af te stemmen)|te bepalen|nader te bepalen"
    r"|onbekend|zie (?:hierboven|boven|hoger|above)|none|n/?a|tbd|to be (?:decided|determined|confirmed)|idem|e\.?a\.?|enz\.?|etc\.?|enzovoorts?|anderen?|others?|[?.…/–-]*)"
)
_FILLER = re.compile(
    r"(?i)\s*(?:…|\.{2,}|,?\s*\b(?:enz\.?|enzovoorts?|etc\.?|e\.a\.|et al\.|and so on|and others|en anderen?|en andere)(?=$|[\s,;)]))\s*"
)
# With a capital, an article belongs to a name that goes on with one: "De Rode Antraciet".
_ARTICLE = re.compile(
    r"\A(?:(?:de|het|een|onze|ons|hun|the|our|their|an?|en|and|met|samen met|i\.?s\.?m\.?|in samenwerking met|ook|evenals|alsook|eventueel|mogelijks?)\s+)+(?=\S)"
    r"|\A(?:De|Het|Een|Onze|Ons|The|Our|An?|En|And|Met|Samen met|Ook|Eventueel|Mogelijks?)\s+(?=[^A-Z\s])"
    r"|\A(?:Samen met|Met)\s+(?=[A-Z])"
)
_ANY_ARTICLE = re.compile(r"(?i)\A(?:de|het|een|the)\s+(?=\S)")
_OUTER = re.compile(r"\s*(?:;|,(?!\d)|\s[+|•·–—]\s|\s-\s|\n)\s*")
_AND = re.compile(
    r"\s+(?:/|en|and|alsook|evenals|of|or|én|&(?=\s+[A-Z]{2,}\b)|i\.s\.m\.|in samenwerking met|samen met)\s+"
)
_VERB = re.compile(
    r"\b(?:is|zijn|was|waren|wordt|worden|werd|werden|zal|zullen|zou|kan|kunnen|heeft|hebben|gaat|gaan|wil|willen|moet|moeten|mag|neemt|nemen|staat|staan"
    r"|blijft|blijven|doet|doen|komt|komen|trachten|organiseert|faciliteert|ondersteunt|will|are|was|were|has|have|can|should|must)\b"
)
_RELATIVE = re.compile(r"(?i)\b(?:die|dat|waar\w*|wie|which|who|that|with whom)\b")
_GOES_INSIDE = re.compile(
    r"(?i)\b(?:van|voor|met|rond|in|binnen|op|bij|uit|over|tussen|of|for|with|on|to|die|dat|waar\w*)\b"
)
# Heads of names that take "en" along: "Dienst Zorg en Welzijn", "cluster PZON, mantelzorgers en vrijwilligers".
_JOINING = re.compile(
    r"(?i)\b(?:dienst|departement|agentschap|afdeling|cel|cluster|clusteroverleg|directie|ministerie|schepen|departementen|team|department|agency|ministry)\b"
)
_GROUP = re.compile(
    r"(?i)\b(?:werkgroep|stuurgroep|kerngroep|klankbordgroep|denktank|netwerk|project|platform|overleg|commissie|adviesraad|coördinator|verantwoordelijke|vertegenwoordig\w+|working group|steering group)\b"
)
_WHOLE = re.compile(
    r"(?i)\b(?:kind en gezin|zorg en gezondheid|welzijn,? volksgezondheid(?:,| en) gezin|zorg en welzijn|sport en bewegen|waas en dender|werk en sociale economie|advies en coaching|zorg- en \w+|\w+- en \w+)\b"
)
# What a service or a department is for: several of these behind it are one name, *Dienst Welzijn, Zorg en Gezin*.
_TOPIC = (
    r"(?:(?:volks)?gezondheid|welzijn|zorg|gezin|sport|cultuur|jeugd|wonen|werk|economie|onderwijs|senioren|ouderen|vrije tijd|armoede(?:bestrijding)?|integratie|inburgering|samenleving|samenleven|preventie|mobiliteit|milieu|ruimte|burgerzaken|kinderopvang"
    r"|gelijke kansen|diversiteit|mantelzorg|vorming|opleiding|participatie|communicatie|energie|klimaat|landbouw|veiligheid|toerisme|bewegen|erfgoed|media|innovatie|wetenschap|sociale (?:zaken|economie|dienstverlening)|maatschappelijk werk|toezicht|advies)"
)
_OF_TOPICS = re.compile(
    rf"(?i)\b(?:\w*dienst|departement|(?:intern verzelfstandigd )?agentschap|afdeling|beleidsdomein|directie|adviesraad|(?:beleids)?cel)\s+(?:(?:van|voor)\s+)?{_TOPIC}(?:\s*,\s*{_TOPIC}){{0,4}}\s*,?\s+(?:en|&)\s+{_TOPIC}(?![\w-])"
)
# Two words for what is worked on, each with a capital, are one name: *Wonen en Werken*, *Kind en Samenleving*.
_TWO_TOPICS = re.compile(
    rf"(?:(?<=[,;] )|(?<=\ben )|\A)(?=[A-Z][a-zë-]+\s+en\s+[A-Z])(?i:{_TOPIC}|kind|mens|werken|leren|leven|taal|natuur|handicap|arbeid|ouder)\s+en\s+(?i:{_TOPIC}|kind|mens|werken|leren|leven|taal|natuur|handicap|arbeid|samenleving)(?=\s*(?:[,;.)]|\Z|\sen\s))"
)
_JOINT = re.compile(r",|;|\s(?:en|and|&|of)\s")
# What is called after two places or rivers: "ELZ Leie en Schelde"; one word, and no word of an organisation.
_PAIR = re.compile(
    r"\b(?i:elz|eerstelijnszone|zorgband|zorgregio|zorgzone|(?:huis|huizen) van het kind|(?:sport|referentie|vervoer|woon)?regio|(?:politie|hulpverlenings|brandweer)?zone|kleinstedelijk(?:e zorgregio| gebied)?)"
    r"\s+(?:[A-ZÀ-Ý][\w’'-]+\s+){1,2}en\s+(?P<second>[A-ZÀ-Ý][a-zà-ÿ][\w’'-]*)(?![\w’'-]|\s+[A-ZÀ-Ý])"
)
_OF_ORGANISATION = re.compile(
    r"(?i)(?:gemeente|stad|politie\w*|brandweer|provincie|logo|bib|vlaamse|vlaanderen|regio|zone|kind|opgroeien|\w*(?:huis|hulp|zorg|dienst|centrum|netwerk|winkel|fonds|punt|artsen|apothekers))\Z"
)
FORM = re.compile(r"\b(?:v\.?z\.?w\.?|a\.?s\.?b\.?l\.?|npo|cvba|bvba|n\.v\.)(?=$|[\s,)])", re.IGNORECASE)
PLURAL = re.compile(r"['’]s\b")
_HIDDEN = {ord(sign): 0xF700 + ord(sign) for sign in " ,;"}
_SHOWN = {hidden: sign for sign, hidden in _HIDDEN.items()}
_GOES_ON = re.compile(r"[a-z]{4}\.\s+[A-Z]")
_KEPT = re.compile("\\S*[\uf720-\uf73b]\\S*")
_ROUND = re.compile(r"\s*\(([^()]*)\)")


def names(text: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """The names in a text that lists some, as they are written, without articles and asides; ``()`` for none.

    *known* are names with commas or *en* in them, which are looked up whole before the list is cut.
    """
    plain = whole(paired(one_line(text)), known)
    plain = _ROUND.sub(lambda match: _FILLER.sub(" ", match[0]).replace(", )", ")"), plain)
    plain = _FILLER.sub(" , ", _PAIR.sub(_of_two, _hiding(plain)))
    found: list[str] = []
    for part in _behind_label(plain):
        found += _names_in(part)
    return tuple(dict.fromkeys(found))


def whole(text: str, known: Iterable[str] = ()) -> str:
    """The text with what joins the parts of known names as other signs, until :func:`one_line`: nothing cuts them there."""
    if not _JOINT.search(text):
        return text
    low = text.lower()
    for name in sorted({*known_houses.joined(), *known}, key=len, reverse=True):
        if is_joined(name) and name.lower() in low:
            text = re.sub(rf"(?i)(?<![\w-]){re.escape(name)}(?![\w-])", _hidden, text)
    return text


def is_joined(name: str) -> bool:
    """True for a name with a comma or *en* in it."""
    return _JOINT.search(name) is not None


def key(name: str) -> str:
    """What is the same for all spellings of a name: no case, accents, article, legal form, or what stands in brackets."""
    return _key(name) if len(name) < LONGEST * 2 else _key.__wrapped__(name)


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    text = _ANY_ARTICLE.sub("", _ARTICLE.sub("", _ROUND.sub(" ", one_line(name)).strip()), count=1)
    text = unicodedata.normalize("NFKD", PLURAL.sub("", FORM.sub(" ", text))).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9+]+", re.sub(r"\beerstelijns?zones?\b", "elz", text))
    return " ".join(words)


def remainder(text: str, found: Iterable[str]) -> str:
    """What of a text is in none of the names found in it, but for words that join; "" when they tell all of it."""
    left = _FILLER.sub(" ", f" {paired(one_line(text))} ")
    for name in sorted(found, key=len, reverse=True):
        left = left.replace(name, " ")
    left = re.sub(
        r"(?i)(?<![\w-])(?:en|and|de|het|een|the|of|or|onze|ons|hun|met|samen|alsook|evenals|vzw)(?![\w-])", " ", left
    )
    return one_line(left) if re.search(r"\w", left) else ""


def shown(name: str) -> str:
    """A name as it is printed: without article and aside, with a capital when it has none."""
    plain = _ARTICLE.sub("", _ROUND.sub("", one_line(name))).strip(" ,;:.-–")
    plain = plain or one_line(name)
    is_small = plain == plain.lower() and not FORM.match(plain) and not known_houses.is_small(plain)
    return plain[:1].upper() + plain[1:] if is_small else plain


def one_line(text: str) -> str:
    """The text with one blank between its words."""
    return " ".join(text.translate(_SHOWN).split())


def _hidden(match: re.Match[str]) -> str:
    """Signs that separate names, as signs that do not."""
    return match[0].translate(_HIDDEN)


def _hiding(text: str) -> str:
    """The text with names that commas and *en* do not cut as :func:`whole` leaves them."""
    for pattern in (_OF_TOPICS, _WHOLE, _TWO_TOPICS):
        text = pattern.sub(_hidden, text)
    return OF_PLACES.sub(lambda match: _hidden(match) if are_places(match) else match[0], text)


def _of_two(match: re.Match[str]) -> str:
    """The name of a zone of two parts as one; where an organisation comes second, two names."""
    second = match["second"]
    if is_place(second):
        return _hidden(match)
    return match[0] if _OF_ORGANISATION.match(second) or shows_organisation(second) else _hidden(match)


def _behind_label(text: str) -> Iterable[str]:
    """The text without the word that says what is listed: ``Kernpartners: …``; a short name before a colon is one too."""
    head, colon, rest = text.partition(": ")
    if not colon or not rest.strip():
        return (text.removesuffix(":"),)
    if _LABEL.fullmatch(head.strip()) or len(head.split()) > 3:
        return (rest,)
    return (head, rest)


def _names_in(text: str) -> list[str]:
    found: list[str] = []
    for piece in _split(text):
        name = _EXAMPLES.sub("", one_line(piece))
        if _ASIDE.match(name):
            break
        name = _cleaned(_ASIDE_INSIDE.sub("", name))
        if name and not (_NOTHING.fullmatch(name) or is_open(name)):
            if _is_sentence(name):
                break
            found.append(name)
    return found


def _split(text: str) -> list[str]:
    """The pieces between commas and the like, outside brackets, and those that "en" joins: before a semicolon only names."""
    hidden = _ROUND.sub(_hidden, text)
    pieces = _echoed([piece for piece in _OUTER.split(hidden) if piece.strip()])
    if len(pieces) > 1 and (joined := _one_name(pieces)):
        return [joined]
    apart = len(pieces) - 1 if ";" in hidden else 0
    return [one for at, piece in enumerate(pieces) for one in _at_and(piece, last=at > 0, apart=at < apart)]


def _echoed(pieces: list[str]) -> list[str]:
    """With *Eén gezin, één plan* in one piece: what begins with the same word goes on."""
    found: list[str] = []
    for piece in pieces:
        same = (
            bool(found)
            and key(piece).split()[:1] == key(found[-1]).split()[:1]
            and piece[:1].islower()
            and found[-1][:1].isupper()
        )
        if same:
            found[-1] = f"{found[-1]}, {piece}".translate(_HIDDEN)
        else:
            found.append(piece)
    return found


def _one_name(pieces: list[str]) -> str:
    """The whole of *cluster PZON, mantelzorgers en vrijwilligers*, which is one name; "" when it is a list of names."""
    rest = " ".join(pieces[1:])
    if (
        _JOINING.search(pieces[0])
        and rest == rest.lower()
        and _AND.search(pieces[-1])
        and not _ARTICLE.match(pieces[1])
    ):
        return one_line(", ".join(pieces)).translate(_HIDDEN)
    return ""


def _at_and(piece: str, *, last: bool, apart: bool) -> list[str]:
    """The names that "en" joins; *last* is true for a piece behind a comma, where "en" ends the list."""
    found: list[str] = []
    begins = after = 0
    for joint in _AND.finditer(piece):
        left, right = piece[after : joint.start()], piece[joint.end() : joint.end() + _FAR]
        joins = not apart or shows_organisation(right)
        if joins and not left.endswith("-") and _joins_names(left, right, last=last):
            found.append(piece[begins : joint.start()])
            begins = joint.end()
        after = joint.end()
    return [*found, piece[begins:]]


def _joins_names(left: str, right: str, *, last: bool) -> bool:
    if _JOINING.search(_KEPT.sub("", left)) and not _ARTICLE.match(right) and len(right.split()) == 1:
        return False
    own_name = right[:1].isupper() or re.search(r"\b[A-Z]", right) is not None
    if own_name or _ARTICLE.match(right):
        return True
    if _GROUP.search(left) and left.rsplit(maxsplit=1)[-1].islower():
        return False
    return (last and not _GOES_INSIDE.search(left)) or (not _GOES_INSIDE.search(left) and len(right.split()) <= 4)


def _cleaned(name: str) -> str:
    name = _ARTICLE.sub("", one_line(name)).strip(" ,;:•*–-")
    return name if re.search(r"\b(?:vzw|npo|bv|a\.o|o\.a)\.\Z", name) else name.rstrip(".")


def _is_sentence(name: str) -> bool:
    words = _ROUND.sub("", name).split()
    verb = None if is_named_with_verb(name) else _VERB.search(name)
    relative = _RELATIVE.search(name)
    return (
        len(words) > MOST_WORDS
        or _GOES_ON.search(name) is not None
        or len(name) > LONGEST * 2
        or (verb is not None and (relative is None or relative.start() > verb.start()))
    )
