"""The data that ``elzctl recipients --json`` prints: a frozen shape, apart from the values.

Names of keys and their types stay as they are within one ``schema_version``; new keys may come in.  ``address`` is
``null`` unless addresses are asked for; nothing else of what stands in a list is ever in it.  A row is
``{"file", "line"}``.

- ``file``: where the merged list is, from the root, ``null`` when it is not written; ``passed_over``: lists that elzctl
  merged before, and did not read;
- ``lists``: ``file``, ``rows`` and ``addresses`` (how many), ``has_opt_out`` (whether it has a column for that);
- ``recipients`` and ``opted_out``: ``address``, ``rows``, ``lists`` (names of files) and ``opted_out_in`` (rows);
- ``alike``: groups of ``address`` and ``rows`` that may be of one person;
- ``doubtful`` and ``unusable``: ``file``, ``line`` and ``message``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from elzctl.mailing.merge import Merged, Place, Recipient, Remark
from elzctl.render.strict_json import strict_json
from elzctl.wording import Language

VERSION = 1


def recipients_json(
    merged: Merged,
    meeting: str,
    file: str | None,
    passed_over: Iterable[str],
    language: Language,
    *,
    show_addresses: bool,
) -> str:
    """All that the report says, and every recipient."""

    def shown(one: Recipient) -> dict[str, Any]:
        return {"address": one.address if show_addresses else None, "rows": _rows(one.places)}

    def whole(one: Recipient) -> dict[str, Any]:
        return {**shown(one), "lists": list(one.lists), "opted_out_in": _rows(one.out)}

    def remark(one: Remark) -> dict[str, Any]:
        return {**_row(one.place), "message": language(one.message)}

    return strict_json(
        {
            "schema_version": VERSION,
            "meeting": meeting,
            "file": file,
            "passed_over": list(passed_over),
            "lists": [
                {
                    "file": one.name,
                    "rows": one.rows,
                    "addresses": len(one.entries),
                    "has_opt_out": bool(one.opt_outs),
                }
                for one in merged.lists
            ],
            "recipients": [whole(one) for one in merged.written],
            "opted_out": [whole(one) for one in merged.opted_out],
            "alike": [[shown(one) for one in group] for group in merged.alike],
            "doubtful": [remark(one) for one in merged.doubtful],
            "unusable": [remark(one) for one in merged.unusable],
        }
    )


def _rows(places: Iterable[Place]) -> list[dict[str, Any]]:
    return [_row(place) for place in places]


def _row(place: Place) -> dict[str, Any]:
    return {"file": place.file, "line": place.line}
