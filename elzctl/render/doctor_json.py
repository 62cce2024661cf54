"""What ``elzctl doctor`` looked at, as JSON; ``schema_version`` goes up when a key changes its meaning."""

from __future__ import annotations

from collections.abc import Sequence

from elzctl.render.strict_json import strict_json
from elzctl.views.remark import Level, Remark
from elzctl.wording import Language

SCHEMA_VERSION = 1


def doctor_json(remarks: Sequence[Remark], language: Language) -> str:
    """One document: the remarks, and how many there are of each level."""
    return strict_json(
        {
            "schema_version": SCHEMA_VERSION,
            "remarks": [
                {
                    "level": one.level.value,
                    "message": language(one.message),
                    "hint": None if one.hint is None else language(one.hint),
                    "places": list(one.places),
                }
                for one in remarks
            ],
            "counts": {level.value: sum(one.level is level for one in remarks) for level in Level},
        }
    )
