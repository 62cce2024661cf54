"""``elzctl import actors``: a table of organisations and groups, as the register of actors."""

from __future__ import annotations

from typing import Annotated

from elzctl.cli.import_place import Wish, need_plan, root_for
from elzctl.cli.import_plan import Check, Encoding, Json, Out, Report, Update, Yes
from elzctl.cli.options import Argument, Context
from elzctl.cli.session import Session, Stop
from elzctl.cli.tabled import Maps, Sheet, document_of, tabled
from elzctl.wording import say


def import_actors(
    ctx: Context,
    file: Annotated[str, Argument(metavar="FILE", help="The table: .xlsx or .csv.")],
    *,
    out: Out = "",
    maps: Maps = None,
    sheet: Sheet = "",
    encoding: Encoding = "",
    update: Update = False,
    check: Check = False,
    yes: Yes = False,
    json: Json = False,
    report: Report = "",
) -> int:
    """Add organisations and groups from a table to plan/actors.yaml.

      elzctl import actors partners.xlsx
      elzctl import actors partners.csv --map "Roepnaam=also" --map "Website=-"

    The first row with headers is looked for, and shown is what each column was taken for: name, id, short, kind,
    member_of, also. Say otherwise with --map. A column with e-mail addresses or telephone numbers is not taken in, for
    they would be published; if they may be, say so: --map "E-mail=contact". Names of people are left over.

    A row whose name or other name is known already is that actor: nothing comes in twice. What it says more is added;
    what it says otherwise is changed only with --update. The changes are shown and you are asked first.

    Of a formula counts what Excel last saved. CSV may have ; or , or tabs, and any of the usual encodings.
    """
    session: Session = ctx.obj
    from elzctl.cli.import_files import bring
    from elzctl.intake.paper import Unfit
    from elzctl.intake.tables.actors import take_actors
    from elzctl.intake.tables.columns import Kind
    from elzctl.load import load
    from elzctl.tree import WorkTree

    wish = Wish(root_for(session, out, check=check), update, add=True, check=check, yes=yes, json=json, report=report)
    need_plan(wish.root)
    book, columns = tabled(session, file, Kind.ACTORS, maps, sheet, encoding, ask=not yes and not check, show=not json)
    known = load(WorkTree(wish.root)).plan.actors
    try:
        made = take_actors(book, columns, known, update=update)
    except Unfit as unfit:
        raise Stop(say("{name}: {message}", name=book.name, message=unfit.message), unfit.hint) from None
    return bring(session, [(document_of(book, made, tuple(made.files)), made.files)], wish)
