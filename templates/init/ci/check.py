"""Checks a proposal as it would be once it is merged: ``python check.py --forge NAME REPOSITORY BASE OUT``.

REPOSITORY is a clone with all of its history and the proposal checked out; BASE is the main branch there.  In OUT come
``comment.md``, what changes, in words; ``preview``, the documents; and for GitLab ``codequality.json``.

Nothing that the proposal holds is run, and its templates are not used: those of the main branch are.  This file, and the
Python with elzctl that runs it, come from the main branch too.  ELZCTL_AUTHOR is the account that proposes, ELZCTL_TEAMS
says in which teams it is, see beside.py.

Exit code: that of ``elzctl validate``; 1 also when the proposal changes what is surely not its author's, or changes
CODEOWNERS, the rights or the forms and leaves them other than elzctl makes them.
"""

import argparse
import os
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from beside import MARKER, Beside, elzctl, look, run_git, safe, shown, told

APART = f"""{MARKER}

**Dit voorstel en de hoofdbranch hebben geen geschiedenis gemeen**, bijvoorbeeld omdat het in een nieuwe map gemaakt is en
niet in een kopie van deze repository. Git kan ze zo niet samenvoegen. Begin opnieuw vanaf de hoofdbranch, in de map van je voorstel:

```
git fetch origin
git switch --no-track -c opnieuw origin/main
git checkout - -- plan
elzctl diff
```

Doe de derde regel ook met `meetings` als je verslagen wijzigde. `elzctl diff` toont wat er nu anders is dan op de hoofdbranch:
zet terug wat niet van jou is. Maak een commit, push deze branch, en maak er een nieuw voorstel van.
"""

CODEOWNERS = {"github": ".github/CODEOWNERS", "gitlab": ".gitlab/CODEOWNERS", "forgejo": ".forgejo/CODEOWNERS"}


def main() -> int:
    """Checks, and leaves everything in OUT."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--forge", choices=("github", "gitlab", "forgejo"), required=True)
    parser.add_argument("repository", type=Path)
    parser.add_argument("base")
    parser.add_argument("out", type=Path)
    asked = parser.parse_args()
    root, out = asked.repository.resolve(), asked.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    base, proposal = commit(root, asked.base), commit(root, "HEAD")
    if not succeeds(root, "merge-base", base, proposal):
        (out / "comment.md").write_text(APART, encoding="utf-8")
        tell(
            asked.forge, "error", "Dit voorstel heeft geen geschiedenis gemeen met de hoofdbranch; zie de uitleg erbij"
        )
        return 1
    disputed = merged(root, base, proposal)
    if disputed is not None:
        (out / "comment.md").write_text(conflict(shown(disputed)), encoding="utf-8")
        names = ", ".join(map(safe, disputed[:5]))
        tell(asked.forge, "error", f"Dit voorstel botst met de hoofdbranch: {names or 'zie git merge'}")
        return 1
    found = look(root, base, "HEAD", os.environ.get("ELZCTL_AUTHOR", ""))
    put_back(root, base)
    code = validate(root, base, asked.forge, out)
    stale = list(out_of_date(root, base, asked.forge))
    (out / "comment.md").write_text(comment(root, base, found, [text for text, _ in stale]), encoding="utf-8")
    preview(root, base, out / "preview", asked.forge)
    for text, is_own in stale:
        tell(asked.forge, "error" if is_own else "warning", text)
    if found.watched:
        tell(asked.forge, "warning", f"Bekijk dit als programmacode: {', '.join(found.watched).replace('`', '')}")
    if found.denied:
        tell(asked.forge, "error", f"Dit is van een ander team: {', '.join(found.denied).replace('`', '')}")
    return code or int(bool(found.denied) or any(is_own for _, is_own in stale))


# The proposal as it would be


def merged(root: Path, base: str, proposal: str) -> list[str] | None:
    """Makes the files those of both together; the files that both changed when that cannot be done."""
    git(root, "checkout", "--quiet", "--force", "--detach", base)
    if succeeds(root, "merge", "--quiet", "--no-edit", "-m", "voorstel", proposal):
        return None
    listed = git(root, "diff", "--name-only", "--diff-filter=U", "-z")
    succeeds(root, "merge", "--abort")
    return [name.decode("utf-8", "replace") for name in listed.split(b"\0") if name]


def put_back(root: Path, base: str) -> None:
    """The templates of the main branch in the place of those of the proposal."""
    own = root / "templates"
    if own.is_symlink() or own.is_file():
        own.unlink()
    elif own.exists():
        shutil.rmtree(own)
    # In the repository of elzctl itself they are the program's, and nobody's own.
    is_program = succeeds(root, "cat-file", "-e", f"{base}:elzctl/templates.py")
    if not is_program and succeeds(root, "cat-file", "-e", f"{base}:templates"):
        git(root, "checkout", "--quiet", base, "--", "templates")


# What is told about it


def validate(root: Path, base: str, forge: str, out: Path) -> int:
    """The exit code; what is new is shown at its lines, where a forge can do that, and the log has all of it."""
    if forge == "github":
        elzctl(root, "validate", "--new-since", base, "--format", "github")
    if forge == "gitlab":
        report = elzctl(root, "validate", "--new-since", base, "--format", "gitlab", capture=True)
        (out / "codequality.json").write_bytes(report.stdout)
    with silenced(forge):
        return elzctl(root, "validate", "--format", "log").returncode


def out_of_date(root: Path, base: str, forge: str) -> Iterator[tuple[str, bool]]:
    """What elzctl makes of the plan and is not as it would be now, and whether this very proposal changes it."""
    owners = CODEOWNERS[forge]
    if (root / "plan/rights.yaml").is_file():
        with silenced(forge):
            done = elzctl(root, "rights", "--codeowners", "--check", "--forge", forge)
        if done.returncode == 1:
            command = f"elzctl rights --codeowners --forge {forge} --out {owners}"
            text = f"{owners} is niet zoals plan/rights.yaml zegt; maak het opnieuw: {command}"
            yield text, touches(root, base, owners, "plan/rights.yaml")
    if (root / "admin/config.yml").is_file():
        with silenced(forge):
            done = elzctl(root, "forms", "--check")
        if done.returncode == 1:
            text = "De formulieren in admin/ lopen achter op het plan; maak ze opnieuw: elzctl forms"
            yield text, touches(root, base, "admin")


def touches(root: Path, base: str, *names: str) -> bool:
    """Whether the proposal changes one of these."""
    return bool(git(root, "diff", "--name-only", "--no-renames", "-z", base, "HEAD", "--", *names))


def comment(root: Path, base: str, found: Beside, stale: list[str]) -> str:
    """What changes, in words, and what else deserves a look."""
    done = elzctl(root, "diff", base, "--format", "markdown", capture=True)
    text = done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""
    if not text.startswith(MARKER):
        sorry = "**elzctl kon niet zeggen wat er verandert in het plan en de verslagen.**"
        text = f"{MARKER}\n\n{sorry}\n\nZie wat de controle meldt.\n"
    return told(text, found) + "".join(f"\n{line}.\n" for line in stale)


def conflict(disputed: list[str]) -> str:
    """The comment on a proposal that cannot be merged."""
    files = "".join(f"- {name}\n" for name in disputed)
    return (
        f"{MARKER}\n\n**Dit voorstel en de hoofdbranch wijzigen dezelfde regels.** Haal eerst de hoofdbranch binnen "
        f"(`git pull --no-rebase origin main`) en kies wat blijft.\n\n{files}"
    )


def preview(root: Path, base: str, out: Path, forge: str) -> None:
    """The documents with the proposal in them, also when there are errors."""
    with silenced(forge):
        elzctl(root, "render", "plan", "--draft", "--public", "--out", str(out))
        elzctl(root, "diff", base, "--format", "html", "--out", str(out / "wijzigingen.html"))


# Programs


def commit(root: Path, name: str) -> str:
    """The id of a revision; the end of the program when there is none of that name."""
    done = run_git(root, ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"))
    if done.returncode:
        sys.exit(
            f"Er is geen versie {safe(name)} in deze kopie; haal de hele geschiedenis van de hoofdbranch op (git fetch)"
        )
    return done.stdout.decode().strip()


def git(root: Path, *words: str) -> bytes:
    """What Git says; the end of the program when it fails."""
    done = run_git(root, words)
    if done.returncode:
        sys.exit(f"git {words[0]} lukte niet: {safe(done.stderr.decode('utf-8', 'replace'))[-300:]}")
    return done.stdout


def succeeds(root: Path, *words: str) -> bool:
    """Whether Git can do it."""
    return run_git(root, words).returncode == 0


# Texts


def tell(forge: str, level: str, text: str) -> None:
    """One line in the log, which GitHub shows on top; *text* holds nothing but safe names."""
    print(f"::{level} title=elzctl::{text}" if forge == "github" else f"{level}: {text}", flush=True)


@contextmanager
def silenced(forge: str) -> Iterator[None]:
    """What is printed meanwhile is no command to whoever reads the log; GitLab reads none."""
    if forge == "gitlab":
        yield
        return
    word = secrets.token_hex(16)
    print(f"::stop-commands::{word}", flush=True)
    try:
        yield
    finally:
        print(f"::{word}::", flush=True)


if __name__ == "__main__":
    sys.exit(main())
