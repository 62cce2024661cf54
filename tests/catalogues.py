"""The texts of elzctl and their catalogues: ``python tests/catalogues.py`` brings both up to date.

``messages`` holds every text that a person reads, ``pages`` the long texts of ``elzctl explain``.
A text that is gone from the code goes from the catalogues; a new one comes in untranslated, and a test fails on it.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).parent.parent / "elzctl"
LANGUAGES = ("nl", "en")
DOMAINS = ("messages", "pages")
STAMP = datetime(2025, 1, 1, tzinfo=UTC)  # always the same, so that only texts change in a diff


def texts(domain: str) -> set[str | tuple[str, str]]:
    """Every text of a domain; a pair has a singular and a plural."""
    return set(_pages() if domain == "pages" else _messages())


def catalogue(language: str, domain: str) -> Catalog:
    """The catalogue as it stands in the repository."""
    path = _path(language, domain, "po")
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def compiled(catalog: Catalog) -> bytes:
    """The bytes of the ``.mo`` file."""
    target = BytesIO()
    write_mo(target, catalog)
    return target.getvalue()


def update() -> None:
    """Rewrites ``.po`` and ``.mo`` of every language and domain."""
    for domain in DOMAINS:
        for language in LANGUAGES:
            new = _merged(catalogue(language, domain), texts(domain), language)
            path = _path(language, domain, "po")
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("wb") as file:
                write_po(file, new, width=110, sort_output=True, omit_header=False, ignore_obsolete=True)
            _path(language, domain, "mo").write_bytes(compiled(new))


def _merged(old: Catalog, wanted: set[str | tuple[str, str]], language: str) -> Catalog:
    new = Catalog(locale=language, project="elzctl", charset="utf-8", fuzzy=False, creation_date=STAMP)
    new.revision_date = new.creation_date
    new.header_comment = "# Texts of elzctl."
    for text in sorted(wanted, key=str):
        known = old.get(text if isinstance(text, str) else text[0])
        string = known.string if known is not None else ""
        if language == "en":
            string = text  # English is what stands in the code
        new.add(text, string)
    return new


def _path(language: str, domain: str, ending: str) -> Path:
    return PACKAGE / "locale" / language / f"{domain}.{ending}"


def _messages() -> Iterator[str | tuple[str, str]]:
    from elzctl.cli.import_group import IMPORTS
    from elzctl.cli.verbs import VERBS

    # The docstring of a verb is its page of help.
    verbs = {"_globals", "import_group", *(name.replace("-", "_") for name in VERBS)}
    verbs |= {f"import_{name}" for name in IMPORTS}
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield from _said(node)
            elif isinstance(node, ast.FunctionDef) and path.parent.name == "cli" and node.name in verbs:
                yield inspect.cleandoc(ast.get_docstring(node) or "")


def _said(call: ast.Call) -> Iterator[str | tuple[str, str]]:
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    first = [argument.value for argument in call.args[:2] if isinstance(argument, ast.Constant)]
    if name == "say" and first and isinstance(first[0], str):
        yield first[0]
    elif name == "say_count" and len(first) == 2:
        yield (str(first[0]), str(first[1]))
    elif name in ("Option", "Argument"):
        for keyword in call.keywords:
            if keyword.arg in ("help", "metavar") and isinstance(keyword.value, ast.Constant):
                yield str(keyword.value.value)


def _pages() -> Iterator[str]:
    from elzctl.views.pages import PAGES

    for page in PAGES:
        yield page.text


if __name__ == "__main__":
    sys.path.insert(0, str(PACKAGE.parent))
    update()
