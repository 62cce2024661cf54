"""Makes all that is published of the plan: ``python publish.py REPOSITORY OUT``.

The plan as a page, PDF and Word file, approved minutes of open meetings, and a page that leads to them.  The day is that of
the commit: one commit gives the same bytes each time.  Where there are web forms (``elzctl forms``), they come in ``admin``.
"""

import html
import json
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

PATIENCE = 900
# What “elzctl forms” makes: the page, its settings, Sveltia CMS, fonts and their terms.  Nothing else of admin/ is published.
FORMS = re.compile(r"index\.html|config\.yml|forms\.js|sveltia-cms\.js|nl\.json|[a-z0-9-]+\.(?:woff2|LICENSE\.txt)")
PAGE = """<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>body {{ font: 1.1rem/1.5 sans-serif; max-width: 42rem; margin: 3rem auto; padding: 0 1rem; color: #222 }}</style>
</head>
<body>
<main>
<h1>{title}</h1>
<p><a href="plan.html">Lees het plan</a>, of haal het op als <a href="plan.pdf">PDF</a> of als <a href="plan.docx">Word-bestand</a>.</p>
{minutes}{forms}<p>Stand van {day}.</p>
</main>
</body>
</html>
"""


def main() -> int:
    """Makes everything in OUT."""
    if len(sys.argv) != 3:
        sys.exit("Gebruik: python publish.py MAP UIT")
    root, out = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    day = run(["git", "-C", str(root), "log", "-1", "--format=%cs"]).decode().strip()
    plan = json.loads(elzctl(root, "export", "json"))
    elzctl(root, "render", "plan", "--format", "all", "--today", day, "--out", str(out))
    meetings = published(plan)
    for one in meetings:
        elzctl(root, "render", "minutes", one["id"], "--format", "html,pdf", "--today", day, "--out", str(out))
    rows = "".join(
        f'<li><a href="{one["id"]}.html">{html.escape(one["title"] or one["id"])}, {one["date"]["first"]}</a></li>\n'
        for one in meetings
    )
    minutes = f"<h2>Verslagen</h2>\n<ul>\n{rows}</ul>\n" if rows else ""
    forms = '<p><a href="admin/">Formulieren</a> voor wie meewerkt.</p>\n' if with_forms(root, out) else ""
    page = PAGE.format(title=html.escape(plan["plan"]["title"]), minutes=minutes, forms=forms, day=day)
    (out / "index.html").write_text(page, encoding="utf-8", newline="\n")
    return 0


def published(plan: dict[str, Any]) -> list[dict[str, Any]]:
    """The meetings whose minutes are for everybody: approved, and of a series that is open; the last one first."""
    is_open = {one["id"] for one in plan["series"] if one["access"] == "open"}
    found = [one for one in plan["meetings"] if one["state"] == "approved" and one["series"] in is_open]
    return sorted(found, key=lambda one: (one["date"]["first"], one["id"]), reverse=True)


def with_forms(root: Path, out: Path) -> bool:
    """Copies the web forms, when there are any; a link is no file of theirs."""
    folder = root / "admin"
    if folder.is_symlink() or not (folder / "index.html").is_file():
        return False
    (out / "admin").mkdir(parents=True, exist_ok=True)
    for one in sorted(folder.iterdir()):
        if FORMS.fullmatch(one.name) and stat.S_ISREG(one.lstat().st_mode):
            shutil.copyfile(one, out / "admin" / one.name)
    return (out / "admin" / "index.html").is_file()


def elzctl(root: Path, *words: str) -> bytes:
    """What one run of elzctl prints."""
    return run([sys.executable, "-I", "-m", "elzctl", "-C", str(root), *words])


def run(command: list[str]) -> bytes:
    """What a program prints; the end of this one when it fails."""
    done = subprocess.run(command, stdout=subprocess.PIPE, timeout=PATIENCE, check=False)
    if done.returncode:
        sys.exit(done.returncode)
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
