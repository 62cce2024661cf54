"""How fast documents are made: rows of ``make bench``, beside bare Typst, WeasyPrint and pandoc on the same plan."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from bench_used import used

ROOT = Path(__file__).parent.parent
ELZCTL = str(Path(sys.executable).parent / "elzctl")
PEERS = Path(sys.executable).parent.parent / "peers" / Path(sys.executable).parent.name
TODAY = "2025-06-30"

BARE_TYPST = """
import sys, typst, importlib.resources as r, pathlib, tempfile
folder = pathlib.Path(sys.argv[1])
with tempfile.TemporaryDirectory() as empty:
    typst.compile(folder / "main.typ", root=folder, package_path=empty, package_cache_path=empty, ignore_system_fonts=True,
        format="pdf", pdf_standards=["a-2a", "ua-1"], font_paths=[str(r.files("fontpkg_source_sans_3") / "files")])
"""
# What ``elzctl serve`` will do: the plan is drawn, a fiche changes, and it is drawn again in the same process.
AGAIN = """
import sys, time
from datetime import date
from pathlib import Path
from elzctl.load import load
from elzctl.render.plan_editions import plan_edition
from elzctl.tree import WorkTree
from elzctl.value import replace
plan, day = load(WorkTree(Path(sys.argv[1]))).plan, date.fromisoformat(sys.argv[2])
plan_edition("pdf", plan, day)
first = replace(plan.actions[0], title=plan.actions[0].title + " opnieuw")
start = time.perf_counter()
plan_edition("pdf", replace(plan, actions=(first, *plan.actions[1:])), day)
print(time.perf_counter() - start)
"""


def documents(table: Any, seconds: Callable[..., float], folder: Path) -> None:
    """Adds rows to a table: the plan in each format, drawn again, and peers that make the same of its page."""
    render = (ELZCTL, "render", "plan", "--out", str(folder / "out"), "--today", TODAY, "--format")
    table.row("elzctl render plan --format html", seconds(_quiet(*render, "html"), 9), 20)
    table.row(
        "  processor time of it", min(_processor(*render, "html") for _ in range(5)), 0.5, of=1.0, note="of a second"
    )
    bare = folder / "typst"
    _sources(bare)
    floor = seconds(_quiet(sys.executable, "-c", BARE_TYPST, str(bare)), 5)
    table.row("  bare Typst compile of the same document", floor)
    pdf, docx = seconds(_quiet(*render, "pdf"), 5), seconds(_quiet(*render, "docx"), 5)
    table.row("elzctl render plan --format pdf", pdf, 1.6, of=floor, note="of bare Typst")
    table.memory("  memory of its largest process", (*render, "pdf"), 250)
    again = float(subprocess.check_output([sys.executable, "-c", AGAIN, str(ROOT), TODAY], text=True))
    table.row("  drawn again after a change, one process", again, 1, of=1.0, note="of a second")
    table.row("elzctl render plan --format docx", docx, 3, of=1.0, note="of a second")
    table.row("  processor time of it", _processor(*render, "docx"), 3, of=1.0, note="of a second")
    page, made = str(folder / "out/plan.html"), folder / "peer"
    _peer(table, seconds, "WeasyPrint", (str(PEERS / "weasyprint"), page, f"{made}.pdf"), pdf)
    _peer(table, seconds, "pandoc", (*_pandoc(), page, "--output", f"{made}.docx"), docx)


def _peer(table: Any, seconds: Callable[..., float], name: str, command: Sequence[str], ours: float) -> None:
    """A row for what somebody else's program makes of the same page, as a multiple of *ours*."""
    if (
        not command[0]
        or not Path(command[0]).exists()
        or subprocess.run(command, capture_output=True, check=False).returncode
    ):
        print(f"{name}: not installed, or it cannot run here")
        return
    taken = seconds(_quiet(*command), 1)
    table.row(f"{name}: plan.html to {Path(command[-1]).suffix[1:]}", taken, of=ours, note="of what elzctl takes")


def _pandoc() -> tuple[str]:
    """Where pandoc is; the package that brings it knows."""
    code = "import pypandoc; print(pypandoc.get_pandoc_path())"
    found = subprocess.run([str(PEERS / "python"), "-c", code], capture_output=True, text=True, check=False)
    return (found.stdout.strip(),)


def _sources(folder: Path) -> None:
    """Writes what Typst makes the plan of."""
    from elzctl.load import load
    from elzctl.render.pdf import sources
    from elzctl.render.plan_document import plan_document
    from elzctl.tree import WorkTree
    from elzctl.wording import Language

    folder.mkdir()
    plan = load(WorkTree(ROOT)).plan
    for name, data in sources(plan_document(plan, date.fromisoformat(TODAY), Language("nl"))).items():
        (folder / name).write_bytes(data)


def _quiet(*command: str) -> Callable[[], object]:
    return lambda: subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)


def _processor(*command: str) -> float:
    """Seconds that a run and its children kept processors busy."""
    return used(command).processor
