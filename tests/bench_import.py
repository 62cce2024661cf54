"""How fast documents come in: rows of ``make bench``.

The documents are those of the real plan, in Word, PDF and HTML as elzctl makes them, and the text of that PDF; with the zone's
own text beside them where it is there.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

ROOT = Path(__file__).parent.parent
ELZCTL = str(Path(sys.executable).parent / "elzctl")
SEEDS = ROOT.parent / "shared/seeds"
LIMITS = {".txt": 2, ".docx": 5, ".pdf": 5, ".html": 5}


def imports(row: Callable[..., None], seconds: Callable[..., float], folder: Path) -> None:
    """Adds rows to a table: a whole plan of every make, and minutes, each into a folder that is new."""
    for kind, path in (*(("plan", path) for path in plans(folder)), *(("minutes", path) for path in minutes(folder))):
        name = f"elzctl import {kind}, {path.suffix.removeprefix('.')} of {path.stat().st_size // 1024} kB"
        taken = seconds(_into(folder / f"taken-{kind}-{path.stem}{path.suffix}", kind, path), 3)
        row(name, taken, LIMITS[path.suffix], of=1.0, note="of a second")


def plans(folder: Path) -> Iterator[Path]:
    """The plan as text, Word, PDF and HTML."""
    made = folder / "documents"
    command = [ELZCTL, "render", "plan", "--format", "docx,pdf,html", "--out", str(made)]
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    text = made / "plan.txt"
    text.write_text(text_of(made / "plan.pdf"), encoding="utf-8")
    yield from (text, made / "plan.docx", made / "plan.pdf", made / "plan.html")
    yield from sorted(SEEDS.glob("003*.txt"))


def minutes(folder: Path) -> Iterator[Path]:
    """The longest minutes of this repository as Word and PDF."""
    longest = max((ROOT / "meetings").glob("2*.md"), key=lambda path: path.stat().st_size).stem
    made = folder / "documents"
    command = [ELZCTL, "render", "minutes", longest, "--format", "docx,pdf", "--out", str(made)]
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    yield from sorted(path for path in made.glob("*") if path.suffix in (".docx", ".pdf") and path.stem != "plan")


def text_of(path: Path) -> str:
    """The text of a PDF, a line for each printed one."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    return "\n".join(page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document)


def _into(root: Path, kind: str, path: Path) -> Callable[[], object]:
    """An import into another new folder each time."""
    numbers = count()

    def run() -> None:
        out = root.with_name(f"{root.name}-{next(numbers)}")
        done = subprocess.run([ELZCTL, "import", kind, str(path), "--out", str(out)], capture_output=True, check=False)
        assert done.returncode in (0, 1), done.stderr
        shutil.rmtree(out)

    return run
