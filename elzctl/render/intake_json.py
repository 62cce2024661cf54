"""What came of an import as JSON.  The shape has a version: ``schema_version`` goes up when a key changes its meaning.

Of each document ``lines`` holds every line with its page and number (from 1; 0 is not known), what became of it and where it
went; ``entries`` and ``left`` point at lines by their place in that list, from 0.  ``share`` counts characters.
"""

from __future__ import annotations

from typing import Any

from elzctl.intake.ledger import Certainty, Entry, Left, Placed
from elzctl.intake.outcome import Document, Outcome
from elzctl.render.strict_json import strict_json
from elzctl.wording import Language, Message

SCHEMA_VERSION = 1


def intake_json(outcome: Outcome, language: Language) -> str:
    """One document."""
    placed, whole = outcome.share
    return strict_json(
        {
            "schema_version": SCHEMA_VERSION,
            "written": outcome.written,
            "report": {"path": outcome.report, "private": outcome.private},
            "share": {"placed": placed, "whole": whole},
            "counts": {**{one.value: outcome.count(one) for one in Certainty}, "left": outcome.left},
            "errors": outcome.errors,
            "files": [{"path": path, "state": state.value} for path, state in outcome.files],
            "remarks": [language(remark) for remark in outcome.remarks],
            "documents": [_document(one, language) for one in outcome.documents],
        }
    )


def _document(one: Document, language: Language) -> dict[str, Any]:
    placed, whole = one.account.share
    return {
        "name": one.name,
        "make": one.make.value,
        "pages": one.pages,
        "share": {"placed": placed, "whole": whole},
        "files": list(one.files),
        "remarks": [language(remark) for remark in one.remarks],
        "entries": [_entry(entry, language) for entry in one.account.entries],
        "left": [_left(left, language) for left in one.account.left],
        "lines": [_line(line) for line in one.account.lines],
    }


def _entry(entry: Entry, language: Language) -> dict[str, Any]:
    return {
        "path": entry.path,
        "field": entry.field,
        "value": entry.value,
        "certainty": entry.certainty.value,
        "words": entry.words,
        "lines": list(entry.lines),
        "reason": _reason(entry.reason, language),
    }


def _left(left: Left, language: Language) -> dict[str, Any]:
    return {"words": left.words, "lines": list(left.lines), "reason": _reason(left.reason, language)}


def _line(placed: Placed) -> dict[str, Any]:
    line = placed.line
    return {
        "page": line.page,
        "number": line.number,
        "text": line.text,
        "fate": placed.fate.value,
        "where": list(placed.where),
    }


def _reason(reason: Message | None, language: Language) -> str | None:
    return None if reason is None else language(reason)
