"""A Word file to begin with for a zone that wants its own: all styles, and a page that shows the usual ones."""

from __future__ import annotations

from datetime import date

from elzctl.model import Plan
from elzctl.render.docx import docx
from elzctl.render.dress import dress_of
from elzctl.render.tree import Block, Bullets, Document, Heading, Item, Paragraph, Part, Table, Text
from elzctl.render.words import page_words
from elzctl.wording import Language, say

_DAY = date(2000, 1, 1)
"""A day for its properties: the file does not tell when it was made."""


def word_template(plan: Plan) -> bytes:
    """The file, in the language and the house style of a plan.  Only its styles, paper, head and foot are used."""
    language = Language(plan.settings.language.value)
    organisation = plan.settings.organisation
    name = plan.actor_name(organisation.id) if organisation is not None else ""
    used = language(
        say("What stands here is not used: change the styles, the paper, and the head and foot of the page.")
    )

    def line(text: str) -> tuple[Text, ...]:
        return (Text(text),)

    heading, text, cell = (language(word) for word in (say("Heading"), say("Text"), say("Cell")))
    blocks: tuple[Block, ...] = (
        *(Heading(level, "", line(f"{heading} {level}")) for level in (1, 2, 3, 4)),
        Paragraph(line(used)),
        Bullets((Item((Paragraph(line(text)),)), Item((Paragraph(line(text)),)))),
        Table(language(say("Table")), (line(heading), line(heading)), ((line(cell), line(cell)),)),
    )
    title = language(say("Title"))
    page = Document(title, "", name, language.code, "", page_words(language), (), (Part("chapters", blocks),))
    return docx(page, _DAY, None, dress_of(plan)).data
