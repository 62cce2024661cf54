"""``elzctl import minutes``: minutes that exist, as files of meetings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from elzctl.cli.import_place import Wish, root_for
from elzctl.cli.import_plan import Check, Encoding, Json, Out, Report, Today, Tongues, Update, Yes, tongue
from elzctl.cli.options import Argument, Context, Option
from elzctl.cli.session import Session, Stop, today_of
from elzctl.terms import Tongue
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.intake.minutes.take import MinutesOptions
    from elzctl.intake.outcome import Document
    from elzctl.model import Plan


def import_minutes(
    ctx: Context,
    files: Annotated[
        list[str],
        Argument(metavar="FILE", help="The minutes: .docx, .pdf, .txt, .md or .html; one or more files."),
    ],
    *,
    out: Out = "",
    series: Annotated[
        str, Option("--series", metavar="SERIES", help="The series of the meetings; else what the minutes say.")
    ] = "",
    day: Annotated[
        str, Option("--date", metavar="DAY", help="The day of the meeting, when the minutes do not tell it.")
    ] = "",
    language: Tongues = "",
    encoding: Encoding = "",
    update: Update = False,
    check: Check = False,
    yes: Yes = False,
    json: Json = False,
    report: Report = "",
    today: Today = "",
) -> int:
    """Make the files of meetings from minutes that exist.

      elzctl import minutes verslag-13-mei.docx
      elzctl import minutes verslagen/*.pdf --series clusteroverleg-welzijn

    Date, hours, place, agenda, action points with owner and deadline, decisions and the next meeting come in their place.
    Organisations that were there come into the file; people go into private, which Git does not keep, and so does the
    report.

    A meeting whose file exists is refused; so are series and actors to be added to files that exist. With --update they
    are changed after the changes were shown and you agreed. Several files come in together, or none.

    Exit code: 0 when all was placed, 1 when something is left over or was not understood, 2 when a document cannot be
    read.
    """
    session: Session = ctx.obj
    from elzctl.cli.import_files import bring
    from elzctl.intake.minutes.take import MinutesOptions
    from elzctl.intake.placed import SHARED

    if day and len(files) > 1:
        raise Stop(say("--date goes with one file"), say("Bring the files in one by one."))
    held = today_of(day) if day else None
    root = root_for(session, out, check=check)
    plan = _plan(root) if (root / "plan").is_dir() else None
    asked = MinutesOptions(_id(series.strip()) or None, plan, tongue(language), today_of(today), held)
    documents = _documents(session, files, encoding, asked, root)
    wish = Wish(root, update, check=check, yes=yes, json=json, report=report, add_only=SHARED)
    return bring(session, documents if plan is not None else _with_plan(documents, asked.language or Tongue.NL), wish)


def _id(series: str) -> str:
    """The series that was given.  Raises Stop when no series can have that id: it becomes a key of series.yaml."""
    from elzctl.ids import ID, slug

    if series and not ID.match(series):
        near = slug(series[:200])
        message = say("“{text}” is not an id: ids have small letters, digits and hyphens", text=series[:80])
        raise Stop(message, say("Write “{near}”.", near=near) if near else None)
    return series


def _plan(root: Path) -> Plan:
    """The plan that is there; what goes with minutes is known before it has any."""
    from elzctl.load import load
    from elzctl.picture_names import ATTACHMENTS
    from elzctl.tree import WorkTree
    from elzctl.value import replace

    plan, folder = load(WorkTree(root)).plan, root / ATTACHMENTS
    if plan.meetings or not folder.is_dir():
        return plan
    return replace(plan, attachments=frozenset(one.name for one in folder.iterdir() if one.is_file()))


def _documents(
    session: Session, files: Sequence[str], encoding: str, asked: MinutesOptions, root: Path
) -> list[tuple[Document, Mapping[str, str]]]:
    """The documents, each with its files.  Raises Stop for the first that is no minutes."""
    from elzctl.cli.taking import given, taken
    from elzctl.intake.job import take_minutes
    from elzctl.intake.outcome import Document

    own = given(session, files)
    documents = []
    for one, (paper, made) in zip(own, taken(session, own, take_minutes, encoding or None, asked), strict=True):
        if not made.files:
            message = say("{name}: no meeting was found in it; nothing was written", name=one.name)
            raise Stop(message, say("Is it the minutes of a meeting? A plan comes in with “elzctl import plan”."))
        document = Document(paper.name, paper.make, paper.pages, made.account, made.remarks, tuple(made.files))
        documents.append((document, made.files))
    return _cited(documents, root, asked) if len(documents) > 1 else documents


def _cited(
    documents: list[tuple[Document, Mapping[str, str]]], root: Path, asked: MinutesOptions
) -> list[tuple[Document, Mapping[str, str]]]:
    """The documents with references to each other."""
    from elzctl.intake.beside import Beside
    from elzctl.intake.minutes.cited import cited
    from elzctl.load import load
    from elzctl.tree import WorkTree

    new = {
        path: text.encode() for _, files in documents for path, text in files.items() if path.startswith("meetings/2")
    }
    plan = load(Beside(WorkTree(root), new)).plan
    return [(document, cited(files, plan, asked.plan)) for document, files in documents]


def _with_plan(
    documents: Sequence[tuple[Document, Mapping[str, str]]], spoken: Tongue
) -> list[tuple[Document, Mapping[str, str]]]:
    """The documents, with what the first one needs to stand in a plan."""
    from elzctl.intake.begun import begun, remark
    from elzctl.intake.placed import joined
    from elzctl.scaffold.allowed import Refused

    try:
        whole = joined([(one.name, files) for one, files in documents])
    except Refused as refused:
        raise Stop(refused.message, refused.hint) from None
    (document, files), *others = documents
    more = begun(whole, spoken)
    told = remark({**whole, **more})
    document = document._replace(remarks=(told, *document.remarks), files=tuple({**files, **more}))
    return [(document, {**files, **more}), *others]
