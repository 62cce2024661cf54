"""``elzctl import points``: a table of action points, as lines of minutes."""

from __future__ import annotations

from typing import Annotated

from elzctl.cli.import_place import Wish, need_plan, root_for
from elzctl.cli.import_plan import Check, Encoding, Json, Out, Report, Update, Yes
from elzctl.cli.options import Argument, Context, Option
from elzctl.cli.session import Session, Stop
from elzctl.cli.tabled import Maps, Sheet, document_of, tabled


def import_points(
    ctx: Context,
    file: Annotated[str, Argument(metavar="FILE", help="The table: .xlsx or .csv.")],
    *,
    out: Out = "",
    meeting: Annotated[
        str, Option("--meeting", metavar="MEETING", help="The meeting of rows that name none, by its id or file.")
    ] = "",
    maps: Maps = None,
    sheet: Sheet = "",
    encoding: Encoding = "",
    update: Update = False,
    check: Check = False,
    yes: Yes = False,
    json: Json = False,
    report: Report = "",
) -> int:
    """Add action points from a table to the minutes where they were noted.

      elzctl import points actielijst.xlsx --meeting 2025-05-13-clusteroverleg-welzijn
      elzctl import points actielijst.csv --map "Te doen=what" --map "B=who"

    The first row with headers is looked for, and shown is what each column was taken for: what, who, due, status, done,
    meeting, action, note, id. Say otherwise with --map. The meeting is an id, a title or a day.

    Points come below those that are there. One that is there already, by its number or its words, does not come in
    twice; with --update it is closed when the table says on which day it was done. Minutes that were approved are left
    alone, and the rows are told. An organisation that is not known yet is added to plan/actors.yaml. Names of people are
    left over. The changes are shown and you are asked first.
    """
    session: Session = ctx.obj
    from elzctl.cli.import_files import bring
    from elzctl.cli.which import meeting_of
    from elzctl.intake.tables.columns import Kind
    from elzctl.intake.tables.points import take_points
    from elzctl.load import load
    from elzctl.scaffold.allowed import Refused
    from elzctl.tree import WorkTree

    wish = Wish(root_for(session, out, check=check), update, add=True, check=check, yes=yes, json=json, report=report)
    need_plan(wish.root)
    loaded = load(WorkTree(wish.root))
    own = meeting_of(loaded, meeting) if meeting else None
    book, columns = tabled(session, file, Kind.POINTS, maps, sheet, encoding, ask=not yes and not check, show=not json)
    try:
        made, patches = take_points(book, columns, loaded, own, update=update)
    except Refused as refused:
        raise Stop(refused.message, refused.hint) from None
    paths = (*dict.fromkeys(patch.path for patch in patches), *made.files)
    more = {path: loaded.sources[path] for path in dict.fromkeys(patch.path for patch in patches)}
    document = document_of(book, made, paths)
    return bring(session, [(document, made.files)], wish, patches=patches, sources=more)
