"""The web forms in a real browser, with the real Sveltia CMS: what somebody changes is what changes in the file.

Needs Chromium, Playwright for Python, and the npm package of Sveltia CMS in the environment of the tests; the reason says
which of them is missing.
"""

from __future__ import annotations

import difflib
import json
import re
import shutil
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import chromium
import pytest
import yaml
from jsonschema import Draft7Validator

from elzctl.cli.main import main
from elzctl.render.forms_page import TRIED, integrity

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

browser = chromium.browser

PACKAGE = Path(sys.prefix) / "forms" / "node_modules" / "@sveltia" / "cms"
if not PACKAGE.is_dir():
    pytest.skip(
        "Sveltia CMS is not in the environment of the tests: “npm install --prefix .venv/forms @sveltia/cms” puts it there",
        allow_module_level=True,
    )

ROOT = Path(__file__).parent.parent
REPO = ("--repo", "https://github.com/elz-dender/actieplan")
FICHE = "plan/actions/jonge-mantelzorgers.md"

# The repository of Sveltia's test backend is a folder that belongs to the page.
PUT = """
async (files) => {
  const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('sveltia-cms-test', { create: true });
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split('/');
    const name = parts.pop();
    let folder = root;
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
    const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await file.write(text);
    await file.close();
  }
}
"""
GET = """
async () => {
  const found = {};
  const walk = async (folder, path) => {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === 'directory') await walk(handle, `${path}${name}/`);
      else found[path + name] = await (await handle.getFile()).text();
    }
  };
  await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle('sveltia-cms-test'), '');
  return found;
}
"""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - as the library calls it
        """Nothing is said of each file."""


class Forms(NamedTuple):
    """The forms in a window, the plan that they were made of, and the addresses that gave an answer."""

    page: Page
    root: Path
    address: str
    answers: list[str]

    def open(self, where: str) -> None:
        self.page.goto(f"{self.address}#/collections/{where}")
        self.field("Titel").wait_for()

    def field(self, label: str, number: int = 0) -> Locator:
        return self.page.get_by_role("textbox", name=label, exact=True).nth(number)

    def save(self) -> dict[str, list[str]]:
        """Saves; what changed in which file, and the plan on the disk is as the forms left it."""
        self.page.get_by_role("button", name="Opslaan").click()
        self.page.get_by_text("Item opgeslagen.").wait_for()
        changed: dict[str, list[str]] = {}
        for path, text in self.page.evaluate(GET).items():
            file = self.root / path
            old = file.read_text("utf-8") if file.exists() else ""
            if text != old:
                lines = difflib.unified_diff(old.splitlines(), text.splitlines(), n=0, lineterm="")
                changed[path] = [line for line in lines if not line.startswith(("---", "+++", "@@"))]
                file.write_text(text, "utf-8")
        return changed


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our own plan with its forms."""
    root = tmp_path_factory.mktemp("plan")
    for name in ("plan", "meetings"):
        shutil.copytree(ROOT / name, root / name)
    assert main(["--lang", "nl", "-C", str(root), "forms", *REPO, "--sveltia", str(PACKAGE)]) == 0
    return root


@pytest.fixture
def forms(browser: Browser, made: Path, tmp_path: Path) -> Iterator[Forms]:
    """The forms, with the files of the plan in the test backend; nothing may go wrong in the page."""
    root = tmp_path / "repository"
    shutil.copytree(made, root)
    config = root / "admin" / "config.yml"
    settings = yaml.safe_load(config.read_bytes())
    config.write_text(yaml.safe_dump({**settings, "backend": {"name": "test-repo"}, "publish_mode": "simple"}), "utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context(viewport={"width": 1280, "height": 2600}, locale="nl-BE")
    page = context.new_page()
    page.set_default_timeout(60_000)
    errors: list[str] = []
    answers: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("response", lambda answer: answers.append(answer.url))
    address = f"http://localhost:{server.server_port}/admin/index.html"
    page.goto(address)
    texts = {str(path.relative_to(root)): path.read_text("utf-8") for path in _files(root)}
    page.evaluate(PUT, texts)
    page.get_by_role("button", name="Werken met een testrepository").click()
    page.get_by_text("1.1.1", exact=False).first.wait_for()
    yield Forms(page, root, address, answers)
    context.close()
    server.shutdown()
    server.server_close()
    assert errors == []


def _files(root: Path) -> Iterator[Path]:
    for name in ("plan", "meetings"):
        yield from (path for path in (root / name).rglob("*") if path.suffix in (".md", ".yaml"))


def validated(root: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    """What validate returns, and its findings without their lines: these move when a line comes before them."""
    code = main(["--lang", "en", "-C", str(root), "validate"])
    lines = capsys.readouterr().out.splitlines()
    return code, sorted(
        re.sub(r":[0-9]+:[0-9]+:", "", line) for line in lines if re.match(r"[a-z]+/.*\[[a-z-]+\]", line)
    )


def test_the_configuration_is_valid_by_the_schema_of_sveltia(made: Path) -> None:
    schema = json.loads((PACKAGE / "schema" / "sveltia-cms.json").read_bytes())
    config = yaml.safe_load((made / "admin" / "config.yml").read_bytes())
    assert [error.message for error in Draft7Validator(schema).iter_errors(config)] == []


def test_the_edition_that_was_tried_is_the_one_that_is_installed() -> None:
    about = json.loads((PACKAGE / "package.json").read_bytes())
    script = (PACKAGE / "dist" / "sveltia-cms.js").read_bytes()
    assert (about["version"], integrity(script)) == TRIED


def test_ticking_a_step_changes_one_line_and_the_plan_is_still_valid(
    forms: Forms, capsys: pytest.CaptureFixture[str]
) -> None:
    before = validated(forms.root, capsys)
    forms.open("actions/entries/jonge-mantelzorgers")
    forms.page.get_by_role("button", name="Alles uitvouwen").first.click()
    forms.page.locator("[data-key-path='steps.1.done'] input").fill("2025-06-30")
    assert forms.save() == {FICHE: ["+    done: 2025-06-30"]}
    text = (forms.root / FICHE).read_text("utf-8")
    assert "  - what: Partners sensibiliseren\n    done: 2025-06-30\n" in text
    assert validated(forms.root, capsys) == before
    assert before[0] == 0


def test_opening_a_form_changes_nothing_and_nothing_is_fetched_from_elsewhere(forms: Forms) -> None:
    for where in (
        "actions/entries/halt2diabetes",
        "settings/entries/plan",
        "meetings/entries/2025-05-13-clusteroverleg-welzijn",
    ):
        forms.open(where)
        assert forms.page.get_by_role("button", name="Opslaan").is_disabled()
    host = forms.address.partition("/admin")[0]
    assert {url for url in forms.answers if not url.startswith((host, "blob:", "data:"))} == set()
    assert any(url.endswith("material-symbols-outlined.woff2") for url in forms.answers)


def test_a_date_changed_twice_is_one_line_each_time(forms: Forms) -> None:
    due = "[data-key-path='due'] input"
    forms.open("actions/entries/jonge-mantelzorgers")
    forms.page.locator(due).fill("eind 2026")
    assert forms.save() == {FICHE: ["+due: eind 2026"]}
    forms.open("actions/entries/jonge-mantelzorgers")
    forms.page.locator(due).fill("zomer 2026")
    assert forms.save() == {FICHE: ["-due: eind 2026", "+due: zomer 2026"]}


def test_settings_keep_their_comments(forms: Forms) -> None:
    forms.open("settings/entries/plan")
    forms.field("Titel").fill("Actieplan: 2026")
    assert forms.save() == {"plan/plan.yaml": ["-title: Actieplan 2025", '+title: "Actieplan: 2026"']}


def test_the_text_of_minutes_is_changed_where_it_was_changed(forms: Forms) -> None:
    path = "meetings/2025-12-11-clusteroverleg-welzijn.md"
    forms.open("meetings/entries/2025-12-11-clusteroverleg-welzijn")
    text = forms.page.locator("[data-key-path='body'] textarea")
    text.fill(f"{text.input_value()}\n\n- [ ] Nagaan wie komt @caw tegen:2026-01-31")
    assert forms.save() == {path: ["+", "+- [ ] Nagaan wie komt @caw tegen:2026-01-31"]}


def test_what_has_not_the_form_is_not_saved(forms: Forms) -> None:
    forms.open("actions/entries/jonge-mantelzorgers")
    forms.page.locator("[data-key-path='number'] input").fill("drie")
    forms.page.get_by_role("button", name="Opslaan").click()
    forms.page.locator("[data-key-path='number'] [aria-invalid=true]").wait_for()
    assert forms.page.evaluate(GET)[FICHE] == (forms.root / FICHE).read_text("utf-8")


def test_a_new_action_is_a_fiche_of_which_only_the_work_is_missing(
    forms: Forms, capsys: pytest.CaptureFixture[str]
) -> None:
    forms.open("actions/new")
    forms.page.locator("[data-key-path='number'] input").fill("3.3.99")
    forms.field("Titel").fill("Koffie: een kop")
    forms.page.locator("[data-key-path='status'] [role=combobox]").click()
    forms.page.get_by_role("option", name="Voorgesteld").click()
    changed = forms.save()
    assert list(changed) == ["plan/actions/koffie-een-kop.md"]
    data = ["+number: 3.3.99", '+title: "Koffie: een kop"', "+status: proposed"]
    lines = changed["plan/actions/koffie-een-kop.md"]
    assert [line for line in lines if line in data] == data
    assert "+## Waarom?" in lines
    _, findings = validated(forms.root, capsys)
    assert [finding for finding in findings if "error[" in finding] == []
