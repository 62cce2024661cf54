"""The generated parts of ``docs/``: ``python tests/generated_docs.py`` writes them, a test compares them.

* ``docs/handleiding.md``: the table of what each word of a date spans;
* ``docs/controles.md``: a page for every finding, in Dutch.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from elzctl import dates
from elzctl.render.pages_text import markdown
from elzctl.views.pages import PAGES
from elzctl.wording import Language

DOCS = Path(__file__).parent.parent / "docs"
_DATES = re.compile(r"(<!-- datums: begin -->\n).*?(<!-- datums: einde -->)", re.DOTALL)


def generated() -> dict[str, str]:
    """The texts of the files as they should be, by name."""
    manual = (DOCS / "handleiding.md").read_text(encoding="utf-8")
    return {
        "handleiding.md": _DATES.sub(lambda match: f"{match[1]}{date_table()}{match[2]}", manual),
        "controles.md": markdown(PAGES, Language("nl")),
    }


def date_table() -> str:
    """What each word spans, as a Markdown table."""
    rows = [f"| `{typed}` | {dates.in_words_range(value.first, value.last, 'nl')} |" for typed, value in dates.table()]
    return "\n".join(["| je schrijft | dat omvat |", "| --- | --- |", *rows]) + "\n"


def main() -> int:
    for name, text in generated().items():
        (DOCS / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
