"""The merged list for Excel in Belgium: ``;``, UTF-8 with a BOM, CRLF, and no cell that could be taken for a formula."""

from __future__ import annotations

import csv
import io
import re
from codecs import BOM_UTF8
from collections.abc import Iterable

from elzctl.mailing.merge import Recipient
from elzctl.mailing.read import MADE

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")


def recipients_csv(written: Iterable[Recipient]) -> bytes:
    """One row a recipient, under headings that are the same in every language."""
    text = io.StringIO(newline="")
    rows = csv.writer(text, delimiter=";", lineterminator="\r\n")
    rows.writerow(MADE)
    for one in written:
        rows.writerow(map(_inert, (one.address, one.name, one.organisation, ", ".join(one.lists))))
    return BOM_UTF8 + text.getvalue().encode()


def _inert(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell
