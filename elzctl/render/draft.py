"""A document that was made although there are errors: it says so where nobody can miss it."""

from __future__ import annotations

from elzctl.render.tree import Block, Document, Note, Paragraph, Part, Text
from elzctl.wording import Language, say, say_count


def as_draft(document: Document, errors: int, language: Language) -> Document:
    """*document* with “draft” before its title, which stands on every page, and on its cover with how many *errors*.

    A short document has no cover: there it is the first thing that is said.  Without errors it is as it was.
    """
    if not errors:
        return document
    title = language(say("DRAFT – {title}", title=document.title))
    words = say_count("Draft, with {count} error: not for use.", "Draft, with {count} errors: not for use.", errors)
    warning: tuple[Block, ...] = (Note("alert", (Paragraph((Text(language(words)),)),)),)
    if document.kind == "plan":
        return document._replace(title=title, cover=(*warning, *document.cover))
    first, *others = document.parts or (Part("glance", ()),)
    parts = (first._replace(blocks=(*warning, *first.blocks)), *others)
    return document._replace(title=title, parts=parts)
