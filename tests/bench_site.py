"""How fast a site is made: rows of ``make bench``, beside MkDocs and Hugo on as many pages of the same text."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

from bench_used import used

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
ELZCTL = str(BIN / "elzctl")
PEERS = BIN.parent / "peers" / BIN.name
TODAY = "2025-06-30"
EDITED = "plan/actions/bewegen-op-verwijzing.md"

_HUGO = {
    "hugo.toml": 'baseURL = "https://example.org/"\ntitle = "Plan"\ndisableKinds = ["taxonomy", "term", "RSS"]\n',
    "layouts/_default/single.html": "<!doctype html><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}\n",
    "layouts/_default/list.html": "<!doctype html><title>{{ .Title }}</title>{{ range .Pages }}<a href={{ .RelPermalink }}>{{ .Title }}</a>{{ end }}\n",
}


def sites(table: Any, seconds: Callable[..., float], folder: Path, large: Callable[[Path, int, int], Path]) -> None:
    """Adds rows to a table; *large* makes a plan of so many actions and meetings in a folder."""
    root = folder / "site-plan"
    root.mkdir()
    for name in ("plan", "meetings"):
        shutil.copytree(ROOT / name, root / name)
    made = root / "public"
    table.turns("elzctl site, all made anew", lambda: _cold(root), 15, 20)
    table.turns("  and nothing known of the plan either", lambda: _cold(root, everything=True), 9)
    table.turns("  into an empty folder", lambda: _emptied(root), 9)
    table.turns("  the text of a fiche edited", lambda: _edited(root, "", "\nNog een zin."), 9, 10)
    table.turns("  a list in a fiche edited", lambda: _edited(root, "", "\n* Nog een punt\n"), 9)
    table.turns("  the title of a fiche edited", lambda: _edited(root, "title: ", "title: Nog "), 9)
    table.turns("  nothing changed", lambda: _site(root), 9)
    _sizes(made)
    texts = _texts(made)
    for name, make in (("MkDocs", _mkdocs), ("Hugo", _hugo)):
        peer = folder / name.lower()
        peer.mkdir()
        command = make(peer, texts)
        if command is None:
            print(f"{name}: not installed")
            continue
        run = lambda command=command, peer=peer: subprocess.run(command, cwd=peer, capture_output=True, check=True)  # noqa: E731
        table.row(f"{name}: as many pages of the same text", seconds(run, 3))
    _growth(table, seconds, folder, large)


def _growth(table: Any, seconds: Callable[..., float], folder: Path, large: Callable[[Path, int, int], Path]) -> None:
    """Plans that are twice as large take twice as long."""
    taken = 0.0
    for actions in (250, 500, 1_000):
        root = large(folder / f"site{actions}", actions, actions * 3 // 10)
        before, taken = taken, seconds(lambda root=root: _cold(root), 1)
        table.row(
            f"elzctl site, {actions} actions + {actions * 3 // 10} meetings",
            taken,
            10 if actions == 1_000 else None,
            of=1.0,
            note="of a second",
        )
        if before:
            table.row("  as much as half of it", taken, 2.6, of=before, note="of that of half as many")
        table.row(
            "  the text of a fiche edited",
            seconds(lambda root=root: _edited(root, "", "\nNog een zin.", "plan/actions/actie-7.md"), 1),
        )
    table.row("elzctl site, that plan: processor time", _processor(root), 10, of=1.0, note="of a second")
    _forget(root)
    table.memory("  memory of it", _command(root), 400)
    _sizes(root / "public")


def _command(root: Path) -> list[str]:
    return [ELZCTL, "-C", str(root), "site", "--no-history", "--today", TODAY, "--out", str(root / "public")]


def _site(root: Path) -> None:
    subprocess.run(_command(root), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)


def _emptied(root: Path) -> None:
    """A site in a folder that is not there, of a plan that did not change."""
    if (root / "public").exists():  # moved, and not taken away, which is no work of the program
        (root / "public").rename(root / f"public-{time.monotonic_ns()}")
    _site(root)


def _cold(root: Path, *, everything: bool = False) -> None:
    """A site of which nothing was kept, in a folder that is not there; with *everything* of a plan that nobody has read."""
    _forget(root, everything=everything)
    _emptied(root)


def _processor(root: Path) -> float:
    """Seconds that a run and its children kept processors busy."""
    _forget(root)
    (root / "public").rename(root / f"public-{time.monotonic_ns()}")
    return used(_command(root)).processor


def _edited(root: Path, old: str, new: str, path: str = EDITED) -> None:
    file = root / path
    text = file.read_text("utf-8")
    file.write_text(text.replace(old, new, 1) if old else text + new, "utf-8")
    _site(root)


def _forget(root: Path, *, everything: bool = False) -> None:
    """Takes away what an earlier run kept of the site, and with *everything* also what it read of files and texts."""
    from elzctl.cache import Cache, folder_of

    kept = Cache(folder_of(os.environ), root.resolve()).folder
    if kept is not None:
        for path in kept.glob("*" if everything else "8-site"):
            path.unlink()


def _sizes(folder: Path) -> None:
    pages = {path: path.stat().st_size for path in folder.rglob("*.html")}
    largest = max(pages, key=lambda path: pages[path])
    index = (folder / "assets" / "search-index.js").stat().st_size
    print(
        f"  {len(pages)} pages; the largest, {largest.name}: {pages[largest] / 1000:.0f} kB; index: {index / 1000:.0f} kB"
    )


# The peers


def _texts(folder: Path) -> dict[str, str]:
    """The words of each page, by a name for it."""
    found = {}
    for path in sorted(folder.rglob("*.html")):
        page = path.read_text("utf-8")
        body = page.partition("<main")[2].partition(">")[2].partition("</main>")[0]
        lines = unescape(re.sub(r"<[^>]*>", "", re.sub(r"</(?:p|li|tr|h\d|dt|dd|td|th)>", "\n\n", body))).splitlines()
        found[path.relative_to(folder).as_posix().replace("/", "-").removesuffix(".html")] = "\n\n".join(
            line.strip() for line in lines if line.strip()
        )
    return found


def _mkdocs(folder: Path, texts: dict[str, str]) -> list[str] | None:
    program = PEERS / "mkdocs"
    if not program.exists():
        return None
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text("site_name: Plan\nuse_directory_urls: false\n", "utf-8")
    for name, text in texts.items():
        (folder / "docs" / f"{name}.md").write_text(f"# {name}\n\n{text}\n", "utf-8")
    return [str(program), "build", "--quiet", "--clean"]


def _hugo(folder: Path, texts: dict[str, str]) -> list[str] | None:
    # The program itself, and not what starts it from Python.
    programs = [str(path) for path in PEERS.parent.glob("[Ll]ib/**/hugo/binaries/hugo*")]
    program = next(iter(programs), None) or shutil.which("hugo")
    if program is None:
        return None
    for path, text in _HUGO.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    (folder / "content").mkdir()
    for name, text in texts.items():
        own = "_index" if name == "index" else name  # Hugo's name for the first page
        (folder / "content" / f"{own}.md").write_text(f"---\ntitle: {name}\n---\n\n{text}\n", "utf-8")
    return [program, "--quiet", "--cleanDestinationDir"]
