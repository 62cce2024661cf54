"""The structure of the code: which way imports point, and how large a room may be."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "elzctl").rglob("*.py"))
NAMES = [str(path.relative_to(ROOT)) for path in MODULES]


def test_imports_point_one_way() -> None:
    program = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    result = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_a_module_fits_in_the_head(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300
    assert not re.search(r"utils|common|helpers|base|misc", path.stem)
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            assert (node.end_lineno or 0) - node.lineno < 60, f"{node.name} is too long"


def test_there_is_one_clock() -> None:
    assert sum(path.read_text(encoding="utf-8").count("date.today()") for path in MODULES) == 1


def test_only_the_skin_prints_and_knows_the_command_line_library() -> None:
    library = [path for path in MODULES if path.parent.name != "cli"]
    for path in library:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        called = {getattr(node.func, "id", "") for node in ast.walk(tree) if isinstance(node, ast.Call)}
        imported = {
            name.split(".")[0]
            for node in ast.walk(tree)
            if isinstance(node, (ast.Import, ast.ImportFrom))
            for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [a.name for a in node.names])
        }
        assert "print" not in called, path
        assert not imported & {"typer", "click"}, path


def test_nobody_imports_click() -> None:
    assert not [
        path for path in MODULES if re.search(r"^\s*(import|from) click\b", path.read_text("utf-8"), re.MULTILINE)
    ]
