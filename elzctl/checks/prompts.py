"""Text that stands on an empty form: the prompts of the official forms, and the tips of elzctl."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from elzctl.checks.documents import Document
from elzctl.checks.texts import any_case, texts
from elzctl.finding import Finding, Severity
from elzctl.model import Plan
from elzctl.wording import say

# The prompts of both official forms, each with the word by which it is found.
_PROMPTS = (
    ("beschrijving", "Geef een korte beschrijving van wat je gaat doen"),
    ("scope", "Definieer duidelijk de scope van de actie"),
    ("Waarom", "Waarom deze actie? Waarom deze actie nu?"),
    ("Doelgroep", "Doelgroep(en)"),
    ("trekker", "Wie is de trekker van de actie?"),
    ("samengewerkt", "Met welke stakeholders wordt er samengewerkt voor deze actie?"),
    ("beknopt", "Geef een beknopt plan hoe deze actie gaat worden opgezet of aangepakt"),
    ("onderstaande", "Selecteer minstens een van onderstaande manieren voor evaluatie"),
    (
        "meetmethode",
        "Definieer de indicatoren die worden gebruikt om de voortgang en/of het succes van de actie te evalueren. Geef ook"
        " de meetmethode mee en, indien van toepassing een streefdoel",
    ),
    (
        "driemaandelijks",
        "Fictief voorbeeld: we organiseren een driemaandelijks netwerkevent. Als outputindicator meten we het aantal"
        " aanwezigen, en voor een geslaagde actie willen we minstens 40 aanwezigen per netwerkevent. Als procesindicator"
        " meten we of er een evaluatie plaatsvond na elk netwerkevent en of de communicatiekanalen van onze partners het"
        " netwerkevent hadden gepromoot",
    ),
)
TIPS = (
    ("signaal", "Waarom deze actie, en waarom nu? Welke nood, welk signaal of welk cijfer zit erachter?"),
    ("iets", "Wie heeft er iets aan? Zet de doelgroepen ook bovenaan, bij target_groups."),
    ("zinnen", "De actie in twee of drie zinnen."),
    ("sterretje", "Een lijst: elke regel begint met een sterretje en een spatie."),
    ("sluiten", "Wat hoort er niet bij? Is er niets uit te sluiten, schrijf dan: Niets."),
    ("functies", "Wie trekt de actie en wie werkt mee? Noem organisaties of functies, geen personen."),
    (
        "deadline",
        "De stappen, met een deadline waar die er is. Zet ze ook bovenaan, bij steps: dan volgt elzctl ze op.",
    ),
    (
        "Waaraan",
        "Waaraan zien we dat het goed loopt (proces) en dat het iets oplevert (resultaat)? Zet het ook bovenaan, bij"
        " indicators.",
    ),
    ("behind", "Why this action, and why now? Which need, which signal or which figure is behind it?"),
    ("better", "Who is better off? Put the target groups at the top too, under target_groups."),
    ("sentences", "The action in two or three sentences."),
    ("asterisk", "A list: each line begins with an asterisk and a space."),
    ("left", "What is left out? If nothing is, write: Nothing."),
    ("leads", "Who leads the action and who works along? Name organisations or functions, no persons."),
    (
        "follows",
        "The steps, with a date where there is one. Put them at the top too, under steps: elzctl then follows them.",
    ),
    (
        "comes",
        "How do we see that it goes well (process) and that something comes of it (output)? Put it at the top too, under"
        " indicators.",
    ),
)
"""What ``elzctl new-action`` writes under each heading, as comments, each with the word by which it is found."""

_TIPS = frozenset(tip for _, tip in TIPS)


def form_prompt(plan: Plan) -> Iterator[Finding]:
    """A prompt of the form, or a tip of elzctl, was left in the text.

    The forms of the Departement Zorg say in each field what is expected there, and so does a new fiche of elzctl.
    In the document nobody needs that.

    Wrong::

        Geef een korte beschrijving van wat je gaat doen.
        We bezoeken scholen.

    Right::

        We bezoeken scholen.
    """
    gathered = texts(plan)
    for sign, prompt in (*_PROMPTS, *TIPS):
        if all(not gathered.vocabulary.isdisjoint(any_case(word)) for word in _from(sign, prompt)):
            for document, _ in gathered.holding((sign, sign.upper())):
                plain = document.folded.replace("é", "e")
                if all(word in plain for word in _words(prompt.lower())):
                    yield from _left(document, prompt)


def is_prompt(text: str) -> bool:
    """True for a text that is a prompt or a tip and nothing else."""
    words = " ".join(_words(text.lower().replace("é", "e")))
    return any(
        words == " ".join(_words(prompt.lower())) for _, prompt in (*_PROMPTS, *TIPS) if words[:5] == prompt[:5].lower()
    )


def _from(sign: str, prompt: str) -> Iterator[str]:
    """The words of a prompt, the rarest one first: most plans do not hold it."""
    yield sign
    yield from _words(prompt)


def _words(prompt: str) -> list[str]:
    return re.findall(r"[^\W_]+", prompt)


def _left(document: Document, prompt: str) -> Iterator[Finding]:
    for match in _lines_of(prompt).finditer(document.text):
        words = _short(match["words"])
        if prompt in _TIPS:
            message = say("This is a tip for who writes the fiche, and no text of it: “{text}”", text=words)
        else:
            message = say("This is a question of the form, and no answer: “{text}”", text=words)
        fix = document.patch(*match.span(), "") if document.is_body(match.start()) else ()
        hint = say("Delete this line.")
        yield document.finding("form-prompt", Severity.WARNING, message, match.span("words"), hint, fix=fix)


@cache
def _lines_of(prompt: str) -> re.Pattern[str]:
    """The prompt as whole lines, however it is folded, in any case and with any signs between its words."""
    words = r"(?:[^\w\0]|_)+".join("(?:een|één)" if word == "een" else word for word in _words(prompt))
    return re.compile(
        rf"^[^\w\n\0]*(?P<words>{words}(?:[^\w\s\0]|[ \t](?=[^\w\s\0]))*)[ \t\r]*(?:\n|(?=\0)|\Z)",
        re.MULTILINE | re.IGNORECASE,
    )


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 80 else f"{words[:79]}…"
