"""``elzctl import plan``: a plan that exists, as the files of a repository."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

from elzctl.cli.import_place import Wish, root_for
from elzctl.cli.options import Argument, Context, Option
from elzctl.cli.session import Session, Stop, one_of, today_of
from elzctl.terms import Tongue
from elzctl.wording import Message, say

if TYPE_CHECKING:
    from datetime import date

    from elzctl.intake.outcome import Document
    from elzctl.intake.plan.take import PlanOptions

Out = Annotated[
    str,
    Option(
        "--out", metavar="FOLDER", help="The folder of the repository; it may be new. Else the one of the plan at hand."
    ),
]
Tongues = Annotated[
    str,
    Option("--language", metavar="nl|en", help="The language of the document; else what it says or looks like."),
]
Encoding = Annotated[
    str,
    Option("--encoding", metavar="NAME", help="How a text is encoded, when that is told wrong: cp1252, utf-16."),
]
Update = Annotated[bool, Option("--update", help="Change files that exist too; shows what changes and asks first.")]
Check = Annotated[bool, Option("--check", help="Write nothing; tell what would come of it.")]
Yes = Annotated[bool, Option("--yes", help="Ask nothing.")]
Json = Annotated[bool, Option("--json", help="Print what came of it as JSON: every field and every line.")]
Report = Annotated[str, Option("--report", metavar="FILE", help="Where the report goes; else in private.")]
Today = Annotated[str, Option("--today", metavar="DAY", help="Act as on this day, such as 2025-12-31.")]


def import_plan(
    ctx: Context,
    file: Annotated[str, Argument(metavar="FILE", help="The document: .docx, .pdf, .txt, .md or .html.")],
    *,
    out: Out = "",
    year: Annotated[str, Option("--year", metavar="YEAR", help="The year of the plan; else what it says.")] = "",
    language: Tongues = "",
    organisation: Annotated[
        str, Option("--organisation", metavar="NAME", help="Whose plan it is; else what the document says.")
    ] = "",
    encoding: Encoding = "",
    update: Update = False,
    check: Check = False,
    yes: Yes = False,
    json: Json = False,
    report: Report = "",
    today: Today = "",
) -> int:
    """Make the files of a plan from a document that exists: goals, actions, chapters, actors.

      elzctl import plan actieplan-2025.docx --out actieplan
      elzctl import plan actieplan-2025.pdf --check

    Numbers, titles, statuses, leads, partners, dates and sections come in their place as far as the document shows them.
    Nothing is made up: what is not there stays empty, and a vague date stays as it was typed. Names of people do not
    come into the files; they stand in the report, to be replaced by a function or an organisation.

    The report says of each field whether it was read, guessed or not understood, and where every line went.

    A file that exists is never written over. With --update it is changed where the document says something else, as an
    edit does: comments and what the document does not know stay. The changes are shown and you are asked first.

    Exit code: 0 when all was placed, 1 when something is left over or was not understood, 2 when the document cannot be
    read.
    """
    session: Session = ctx.obj
    from elzctl.cli.import_files import bring

    asked = options(year, language, organisation, today_of(today))
    wish = Wish(root_for(session, out, check=check), update=update, check=check, yes=yes, json=json, report=report)
    return bring(session, [read_plan(session, file, encoding, asked)], wish)


def options(year: str, language: str, organisation: str, today: date) -> PlanOptions:
    """What the person says of the document.  Raises Stop."""
    from elzctl.intake.plan.take import PlanOptions
    from elzctl.scaffold.skeleton import FIRST_YEAR, LAST_YEAR

    if year and not (year.isascii() and year.isdigit() and FIRST_YEAR <= int(year[:9]) <= LAST_YEAR):
        raise Stop(
            say("“{text}” is no year between {first} and {last}", text=year[:40], first=FIRST_YEAR, last=LAST_YEAR)
        )
    return PlanOptions(int(year) if year else None, tongue(language), organisation.strip(), today)


def tongue(typed: str) -> Tongue | None:
    """The language that was given; ``None`` without one.  Raises Stop."""
    return Tongue(one_of("--language", typed, [one.value for one in Tongue])) if typed else None


def read_plan(session: Session, file: str, encoding: str, asked: PlanOptions) -> tuple[Document, Mapping[str, str]]:
    """The document with its account, and the files that it amounts to.  Raises Stop."""
    from elzctl.cli.taking import given, taken
    from elzctl.intake.job import take_plan
    from elzctl.intake.outcome import Document
    from elzctl.load import ACTIONS, GOALS, TEXTS

    files = given(session, [file])
    (read,) = taken(session, files, take_plan, encoding or None, asked)
    made, paper = read.taken, read.paper
    found = [path for path in made.files if path.startswith((f"{ACTIONS}/", f"{TEXTS}/"))]
    if not found and made.files.get(GOALS, "[]").strip() == "[]":
        raise Stop(say("{name}: no plan was found in it; nothing was written", name=files[0].name), NO_PLAN)
    return Document(paper.name, paper.make, paper.pages, made.account, made.remarks, tuple(made.files)), made.files


NO_PLAN: Message = say("Is it the plan? Minutes come in with “elzctl import minutes”.")
