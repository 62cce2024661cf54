"""``elzctl schema``: JSON Schemas of the plan's files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from elzctl.cli.options import Context, Option
from elzctl.cli.session import FINE, Session


def schema(
    ctx: Context,
    out: Annotated[str, Option("--out", metavar="FOLDER", help="Write one file for each schema in this folder.")] = "",
) -> int:
    """Write JSON Schemas of the plan's files, with which an editor checks and completes what is typed.

    They describe plan.yaml, goals.yaml, actors.yaml, rights.yaml, series.yaml and the data at the top of actions,
    chapters and meetings. Without --out all of them are printed as one JSON document, by name.
    """
    from elzctl.render.json_schema import json_schemas
    from elzctl.render.strict_json import strict_json

    session: Session = ctx.obj
    schemas = json_schemas(session.language)
    if not out:
        session.print(strict_json(schemas))
        return FINE
    for name, one in schemas.items():
        session.write(Path(out) / f"{name}.schema.json", f"{strict_json(one)}\n".encode(), ours=True)
    return FINE
