"""``BESLUIT met eenparigheid van stemmen:``, and the articles under it, which are decisions."""

from __future__ import annotations

from itertools import pairwise

from elzctl.intake.minutes.draft import Noted, Piece, Prose
from elzctl.intake.minutes.marks import ARTICLE, RESOLVES
from elzctl.intake.minutes.parts import bare, cut
from elzctl.intake.paper import Block


def articles(block: Block, *, resolving: bool) -> tuple[list[Piece], bool]:
    """What a paragraph is of such a resolution, nothing for any other, and whether articles may come behind it.

    *resolving*: it stands behind the line that begins one, or behind an article.
    """
    if RESOLVES.match(block.text.strip()):
        return [Prose((block,))], True
    if not resolving or ARTICLE.match(block.text) is None:
        return [], False
    cuts = [match.start() for match in ARTICLE.finditer(block.text)] + [len(block.text)]
    return [Noted("B", bare(cut(block, start, end)), lines=block.lines) for start, end in pairwise(cuts)], True
