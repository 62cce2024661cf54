"""What a zone has printed on the cover of its plan, beside the titles."""

from __future__ import annotations

from elzctl.render.plan_text import PlanText
from elzctl.render.tree import Block, Heading, Paragraph, Strong


def cover(text: PlanText) -> tuple[Block, ...]:
    """The words for the cover.  A heading in them becomes a bold line: the title of the document is above all others."""
    blocks = text.blocks(text.plan.settings.style.cover, 6)
    return tuple(Paragraph((Strong(one.children),)) if isinstance(one, Heading) else one for one in blocks)
