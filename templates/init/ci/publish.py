"""Makes all that is published of the plan: ``python publish.py REPOSITORY OUT``.

The site that ``elzctl site`` makes, with documents to download.  The day is that of the commit, so that one commit gives the
same bytes each time; when nothing was committed and it is only made again (every night, or because somebody asked), it is today,
or what is late and which meeting is next would stay as they were.  Where there are web forms (``elzctl forms``), they come in
``admin``.
"""

import os
import re
import shutil
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

PATIENCE = 900
AGAIN = ("schedule", "workflow_dispatch", "web")
"""How GitHub, Forgejo and GitLab call what begins without a commit."""
# What “elzctl forms” makes: the page, its settings, Sveltia CMS, fonts and their terms.  Nothing else of admin/ is published.
FORMS = re.compile(r"index\.html|config\.yml|forms\.js|sveltia-cms\.js|nl\.json|[a-z0-9-]+\.(?:woff2|LICENSE\.txt)")


def main() -> int:
    """Makes everything in OUT."""
    if len(sys.argv) != 3:
        sys.exit("Gebruik: python publish.py MAP UIT")
    root, out = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    where = address(root)
    site = [
        "site",
        "--public",
        "--with",
        "pdf,docx",
        "--trend",
        "--today",
        day(root),
        *(["--url", where] if where else []),
    ]
    run([sys.executable, "-I", "-m", "elzctl", "-C", str(root), *site, "--out", str(out)])
    with_forms(root, out)
    return 0


def day(root: Path) -> str:
    """The day of the site."""
    if {os.environ.get("GITHUB_EVENT_NAME"), os.environ.get("CI_PIPELINE_SOURCE")} & set(AGAIN):
        return f"{datetime.now(UTC):%Y-%m-%d}"
    return run(["git", "-C", str(root), "log", "-1", "--format=%cs"]).decode().strip()


def address(root: Path) -> str:
    """Where the site will stand, when the forge knows it and the plan does not say it itself; else ""."""
    if re.search(rb"^site:", (root / "plan" / "plan.yaml").read_bytes(), re.MULTILINE):
        return ""
    owner, _, name = os.environ.get("GITHUB_REPOSITORY", "").partition("/")
    if name and os.environ.get("GITHUB_SERVER_URL") == "https://github.com":
        host = f"{owner.lower()}.github.io"
        return f"https://{host}/" if name.lower() == host else f"https://{host}/{name}/"
    return os.environ.get("CI_PAGES_URL", "")


def with_forms(root: Path, out: Path) -> None:
    """Copies the web forms, when there are any; a link is no file of theirs."""
    folder = root / "admin"
    if folder.is_symlink() or not (folder / "index.html").is_file():
        return
    (out / "admin").mkdir(parents=True, exist_ok=True)
    for one in sorted(folder.iterdir()):
        if FORMS.fullmatch(one.name) and stat.S_ISREG(one.lstat().st_mode):
            shutil.copyfile(one, out / "admin" / one.name)


def run(command: list[str]) -> bytes:
    """What a program prints; the end of this one when it fails."""
    done = subprocess.run(command, stdout=subprocess.PIPE, timeout=PATIENCE, check=False)
    if done.returncode:
        sys.exit(done.returncode)
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
