"""The documentation says what is true: generated pages are current, and the commands of the README run."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from generated_docs import DOCS, generated
from test_cli import elzctl

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\$? ?(elzctl .+)$", README, re.MULTILINE)


@pytest.mark.parametrize("name", ["handleiding.md", "controles.md"])
def test_a_generated_page_is_current(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == generated()[name]


def test_the_commands_of_the_readme_run_and_say_what_it_shows(tmp_path: Path) -> None:
    for folder in ("plan", "meetings"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    identity = ("-c", "user.name=elzctl", "-c", "user.email=elzctl@example.org")
    for words in (("init", "--quiet"), ("add", "."), (*identity, "commit", "--quiet", "--message", "Begin")):
        subprocess.run(("git", *words), cwd=tmp_path, check=True)
    assert len(COMMANDS) > 6
    for command in COMMANDS:
        result = elzctl(*shlex.split(command)[1:], cwd=tmp_path)
        assert result.returncode == 0, (command, result.stderr)
        # Only a look back says on stderr which version it is, and a site how many files were written.
        assert bool(result.stderr) == ("--as-of" in command or " site " in command), (command, result.stderr)
        shown = re.search(rf"\$ {re.escape(command)}\n(.*?)(?:\n…|\n```)", README, re.DOTALL)
        assert shown is None or shown[1].strip() in result.stdout, command


def test_the_manual_knows_every_key_and_status() -> None:
    from elzctl.fields import ACTION
    from elzctl.terms import Status

    manual = (DOCS / "handleiding.md").read_text(encoding="utf-8")
    for word in (*ACTION.fields, *(status.value for status in Status)):
        assert f"`{word}`" in manual


@pytest.mark.parametrize("path", ["README.md", "docs/handleiding.md", "docs/architectuur.md"])
def test_links_between_the_pages_lead_somewhere(path: str) -> None:
    text = re.sub(r"(?s)```.*?```|`[^`\n]*`", "", (ROOT / path).read_text(encoding="utf-8"))
    for target in re.findall(r"\]\(([\w./-]+)\)", text):
        assert ((ROOT / path).parent / target).exists(), target


def test_every_module_has_its_place_in_the_description_of_the_code() -> None:
    text = (DOCS / "architectuur.md").read_text(encoding="utf-8")
    for path in sorted((ROOT / "elzctl").iterdir()):
        if path.suffix == ".py" and not path.stem.startswith("__"):
            assert f"`{path.stem}`" in text
