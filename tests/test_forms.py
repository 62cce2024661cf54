"""``elzctl forms``: every key of the schema is in the form, in order, with words that a person reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from in_process import Run, runner
from small_meetings import minutes, write_meetings
from small_plans import ACTORS, PLAN, fiche, write

from elzctl import fields_meetings, kinds
from elzctl.load import load
from elzctl.render.forms import Repository, config_text, forms_config
from elzctl.render.forms_page import OWN, SCRIPT, TRIED, Edition, forms_page, forms_script, integrity
from elzctl.render.forms_shape import DATA, PAGES, shapes
from elzctl.render.forms_words import HINTS, LABELS
from elzctl.render.json_schema import FILES
from elzctl.schema import Kind, Record
from elzctl.terms import ForgeKind, Status
from elzctl.tree import WorkTree
from elzctl.wording import Language

EN = Language("en")
HOSTILE = 'Dienst "Zorg": #1 {{fields.number}} <b> \\ [x] 🙂'
GITHUB = Repository("https://github.com/elz-polder/plan", "main", ForgeKind.GITHUB, True)
REPO = ("--repo", GITHUB.url)


def config(root: Path, repository: Repository = GITHUB, language: Language = EN) -> dict[str, Any]:
    made = forms_config(load(WorkTree(root)).plan, repository, {"action": "## Why?\n"}, language)
    read: dict[str, Any] = yaml.safe_load(config_text(made, "made"))
    return read


def forms_of(made: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The fields of each form, by the name of its schema."""
    folders, files = made["collections"][:3], made["collections"][3]["files"]
    return {one["format"].removeprefix("elz-"): one["fields"] for one in (*folders, *files)}


def all_fields(fields: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for field in fields:
        yield field
        yield from all_fields(field.get("fields", ()))
        yield from all_fields([field["field"]] if "field" in field else [])


def named(fields: list[dict[str, Any]], *path: str) -> dict[str, Any]:
    found: dict[str, Any] = {"fields": fields}
    for name in path:
        found = next(field for field in found["fields"] if field["name"] == name)
    return found


def same_keys(fields: list[dict[str, Any]], kind: Kind) -> bool:
    """True when a form has the keys of the schema, in its order, however deep."""
    record = kind.kind if isinstance(kind, kinds.Many) else kind.record if isinstance(kind, kinds.Short) else kind
    if not isinstance(record, Record):
        return True
    return [field["name"] for field in fields] == list(record.fields) and all(
        same_keys(field.get("fields", ()), record.fields[field["name"]].kind) for field in fields
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    extra = "forge:\n  url: https://codeberg.org/elz-polder/plan\n"
    write_meetings(tmp_path, {"2025-05-13-overleg": minutes("2025-05-13")})
    return write(tmp_path, plan=PLAN + extra, koffie=fiche("1.1.1", "lead: [kring]"))


@pytest.fixture
def run(root: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(root, capsys, "forms")


# What stands in the forms


def test_every_key_of_the_schema_is_in_its_form_and_in_its_order(root: Path) -> None:
    forms = forms_of(config(root))
    assert set(forms) == {*PAGES, *DATA}
    for name, fields in forms.items():
        kind = FILES[name][1]
        if isinstance(kind, kinds.Keyed):
            assert [field["name"] for field in fields] == ["items"]
            assert fields[0]["fields"][0]["name"] == "id"
            assert same_keys(fields[0]["fields"][1:], kind.record)
        elif isinstance(kind, kinds.Many):
            assert same_keys(fields[0]["fields"], kind)
        else:
            body = ["body"] if name in PAGES else []
            assert [field["name"] for field in fields[-1:]] == body or not body
            assert same_keys(fields[: len(fields) - len(body)], kind)


def test_what_the_schema_needs_is_required_and_nothing_else(root: Path) -> None:
    fields = forms_of(config(root))["action"]
    record = FILES["action"][1]
    assert isinstance(record, Record)
    needed = [key for key, field in record.fields.items() if field.needed]
    assert [field["name"] for field in fields if field["required"]] == needed
    assert named(fields, "steps", "what")["required"] is True
    assert named(fields, "steps", "due")["required"] is False


@pytest.mark.parametrize("code", ["nl", "en"])
def test_every_field_has_a_label_of_its_own_words(root: Path, code: str) -> None:
    made = config(root, language=Language(code))
    for name, fields in forms_of(made).items():
        for field in all_fields(fields):
            assert field["label"].strip(), (name, field["name"])
            assert "_" not in field["label"], (name, field["name"])
    known = {field["name"] for fields in forms_of(made).values() for field in all_fields(fields)}
    missing = {name for name in known - {"item", "id", "items", "body", "key"} if name not in LABELS}
    assert missing == set()


def test_the_tables_of_words_name_only_keys_that_there_are(root: Path) -> None:
    made = forms_of(config(root))
    known = {field["name"] for fields in made.values() for field in all_fields(fields)}
    assert {name.rpartition(".")[2] for name in (*LABELS, *HINTS) if name} <= known


def test_statuses_are_offered_under_the_words_of_print(root: Path) -> None:
    status = named(forms_of(config(root, language=Language("nl")))["action"], "status")
    assert [option["value"] for option in status["options"]] == [word.value for word in Status]
    assert {"label": "Lopend", "value": "running"} in status["options"]


def test_actors_groups_themes_actions_series_and_chapters_are_offered_by_name(tmp_path: Path) -> None:
    (tmp_path / "plan" / "texts").mkdir(parents=True)
    (tmp_path / "plan" / "texts" / "inleiding.md").write_text("---\ntitle: Inleiding\n---\n", "utf-8")
    write_meetings(tmp_path, {"2025-05-13-overleg": minutes("2025-05-13")})
    write(tmp_path, actors=ACTORS, koffie=fiche("1.1.1"))
    forms = forms_of(config(tmp_path))
    offered = {
        path: [option["label"] for option in named(forms[path[0]], *path[1:])["options"]]
        for path in (
            ("action", "lead"),
            ("action", "steps", "by"),
            ("action", "target_groups"),
            ("action", "themes"),
            ("action", "into"),
            ("action", "indicators", "count"),
            ("meeting", "series"),
            ("meeting", "next", "speaker"),
            ("meeting", "approved", "in"),
            ("plan", "chapters", "before"),
        )
    }
    actors = ["Eerstelijnszone Polder", "Cluster zorg", "Dienst Zorg", "Huisartsenkring", "Apothekers"]
    assert offered["action", "lead"] == offered["action", "steps", "by"] == actors
    assert offered["meeting", "next", "speaker"] == actors
    assert offered["action", "target_groups"] == ["Mantelzorgers", "Scholen"]
    assert offered["action", "themes"] == ["Mantelzorg", "Bewegen"]
    assert offered["action", "into"] == ["1.1.1 Koffie"]
    assert offered["action", "indicators", "count"] == offered["meeting", "series"] == ["Overleg welzijn", "Stuurgroep"]
    assert offered["meeting", "approved", "in"] == ["Overleg welzijn (2025-05-13)"]
    assert offered["plan", "chapters", "before"] == ["Inleiding"]
    assert named(forms["action"], "lead")["multiple"] is True
    assert "multiple" not in named(forms["action"], "into")


def test_a_plan_without_actors_has_fields_to_type_ids_in(tmp_path: Path) -> None:
    forms = forms_of(config(write(tmp_path, actors="", plan="title: T\n", goals="")))
    assert named(forms["action"], "into")["widget"] == "string"
    assert re.match(named(forms["action"], "into")["pattern"][0], "koffie")
    assert named(forms["action"], "lead")["widget"] == "list"
    assert named(forms["action"], "lead")["field"]["widget"] == "string"


@pytest.mark.parametrize(
    ("path", "right", "wrong"),
    [
        (("action", "number"), "3.3.10", "3.3"),
        (("goals", "items", "number"), "3", "drie"),
        (("goals", "items", "goals", "number"), "3.10", "3"),
        (("action", "indicators", "target"), "2,5", "veel"),
        (("action", "indicators", "measured", "value"), "95 %", "95 op 100"),
        (("meeting", "start"), "13u30", "half twee"),
        (("plan", "warn_before"), "30", "-1"),
        (("plan", "forge", "url"), "https://codeberg.org/a/b", "http://codeberg.org/a/b"),
        (("plan", "target_groups", "key"), "jonge-mantelzorgers", "Jonge mantelzorgers"),
        (("actors", "items", "id"), "elz-polder", "ELZ Polder"),
        (("series", "items", "per_year"), "4", "vier"),
    ],
)
def test_a_form_refuses_what_elzctl_refuses(root: Path, path: tuple[str, ...], right: str, wrong: str) -> None:
    field = named(forms_of(config(root))[path[0]], *path[1:])
    pattern, message = field["pattern"]
    assert re.search(pattern, right)
    assert not re.search(pattern, wrong)
    assert message.endswith(".")


def test_dates_are_typed_because_they_may_be_vague(root: Path) -> None:
    due = named(forms_of(config(root))["action"], "due")
    assert due["widget"] == "string"
    assert "autumn 2025" in due["hint"]


def test_seals_are_shown_and_not_typed(root: Path) -> None:
    forms = forms_of(config(root))
    assert named(forms["meeting"], "approved", "text")["readonly"] is True
    assert named(forms["action"], "approved", "hash")["readonly"] is True
    assert "readonly" not in named(forms["action"], "decision", "text")


def test_names_from_the_plan_come_out_as_they_went_in(tmp_path: Path) -> None:
    plan = PLAN.replace("  scholen: Scholen", f"  scholen: {yaml.dump(HOSTILE, allow_unicode=True, width=999).strip()}")
    write(tmp_path, plan=plan)
    options = named(forms_of(config(tmp_path))["action"], "target_groups")["options"]
    assert {"label": HOSTILE, "value": "scholen"} in options


def test_the_same_names_stand_in_the_configuration_once(root: Path) -> None:
    made = forms_config(load(WorkTree(root)).plan, GITHUB, {}, EN)
    assert config_text(made, "").count("Huisartsenkring") == 1


def test_every_kind_of_value_has_a_shape_that_the_script_knows() -> None:
    def kinds_in(shape: list[Any]) -> Iterator[str]:
        yield shape[0]
        for part in shape[1:]:
            for inner in part.values() if isinstance(part, dict) else [part] if isinstance(part, list) else []:
                yield from kinds_in(inner)

    made = shapes()
    found = {kind for shape in made.values() for kind in kinds_in(shape)}
    assert found == {"line", "text", "flag", "list", "record", "short", "words", "keyed"}
    assert made["actors"][0] == made["series"][0] == "keyed"
    assert made["action"][1]["decision"][:2] == ["short", "meeting"]
    assert made["plan"][1]["style"][1]["cover"] == ["text"]
    assert isinstance(fields_meetings.MEETING.fields["last"].kind, fields_meetings.Flag)
    assert made["meeting"][1]["last"] == ["flag"]


# The repository


@pytest.mark.parametrize(
    ("url", "kind", "backend"),
    [
        ("https://github.com/a/b", ForgeKind.GITHUB, {"name": "github", "api_root": "https://api.github.com"}),
        ("https://github.elz.be/a/b", ForgeKind.GITHUB, {"api_root": "https://github.elz.be/api/v3"}),
        ("https://gitlab.com/a/b/c", ForgeKind.GITLAB, {"name": "gitlab", "repo": "a/b/c"}),
        ("https://git.elz.be/a/b.git", ForgeKind.GITLAB, {"repo": "a/b", "api_root": "https://git.elz.be/api/v4"}),
        ("https://codeberg.org/a/b/", ForgeKind.FORGEJO, {"name": "gitea", "repo": "a/b"}),
        ("https://git.elz.be:3000/a/b", ForgeKind.FORGEJO, {"base_url": "https://git.elz.be:3000"}),
    ],
)
def test_the_forge_is_told_as_sveltia_wants_it(root: Path, url: str, kind: ForgeKind, backend: dict[str, str]) -> None:
    made = config(root, Repository(url, "main", kind, proposals=False))["backend"]
    assert {key: made[key] for key in backend} == backend
    assert made["auth_methods"] == ["token"]


def test_the_page_may_speak_with_the_forge_alone() -> None:
    page = forms_page("Plan <1>", GITHUB, TRIED, b"script", EN).decode()
    policy = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)[0]
    rules = dict(rule.split(" ", 1) for rule in policy.replace("&#x27;", "'").split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == "'self'"
    assert rules["connect-src"] == "'self' blob: data: https://api.github.com https://github.com"
    assert "<title>Plan &lt;1&gt;</title>" in page


def test_both_scripts_are_pinned_by_their_hash() -> None:
    edition = Edition("1.2.3", integrity(b"sveltia"))
    script = forms_script(edition, EN)
    page = forms_page("Plan", GITHUB, edition, script, EN).decode()
    assert f'src="{OWN}" integrity="{integrity(script)}"' in page
    assert f'src="{SCRIPT}" integrity="{integrity(b"sveltia")}"' in page
    assert page.count("<script") == 2


def test_a_hash_is_what_browsers_expect() -> None:
    # What openssl says of an empty file.
    assert integrity(b"") == "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb"


# The command


def package(folder: Path, version: str = "0.300.0", script: bytes = b"// sveltia") -> Path:
    """A package as npm unpacks it, with next to nothing in it."""
    for name, data in {
        "package.json": f'{{"name": "@sveltia/cms", "version": "{version}"}}'.encode(),
        "dist/sveltia-cms.js": script,
        "locales/nl.json": b"{}",
        "LICENSE.txt": b"MIT",
        "npm/assets/source-sans-3-latin-wght-normal-Bq.woff2": b"font",
        "npm/assets/source-sans-3.LICENSE.txt": b"OFL",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def test_forms_are_written_beside_the_plan(run: Run, root: Path) -> None:
    code, out, err = run()
    assert (code, out.splitlines()) == (0, [f"{root}/admin/{name}" for name in ("config.yml", OWN, "index.html")])
    assert f"npm install @sveltia/cms@{TRIED.version}" in err
    made = yaml.safe_load((root / "admin" / "config.yml").read_bytes())
    assert made["backend"]["repo"] == "elz-polder/plan"
    assert made["publish_mode"] == "simple"  # Sveltia CMS makes no proposals on Forgejo
    assert named(made["collections"][0]["fields"], "body")["default"].startswith("## Waarom?")


def test_the_package_is_copied_with_its_terms_and_pinned(run: Run, root: Path, tmp_path: Path) -> None:
    folder = package(tmp_path / "node_modules" / "cms")
    assert run("--sveltia", str(folder))[0] == 0
    admin = root / "admin"
    assert (admin / SCRIPT).read_bytes() == b"// sveltia"
    assert (admin / "source-sans-3.woff2").read_bytes() == b"font"
    assert {"sveltia-cms.LICENSE.txt", "source-sans-3.LICENSE.txt", "nl.json"} <= {f.name for f in admin.iterdir()}
    assert integrity(b"// sveltia") in (admin / "index.html").read_text("utf-8")
    assert "0.300.0" in (admin / OWN).read_text("utf-8")
    # And so it stays, until another one is given.
    assert run() == (0, "".join(f"{admin}/{name}\n" for name in ("config.yml", OWN, "index.html")), "")
    assert integrity(b"// sveltia") in (admin / "index.html").read_text("utf-8")


def test_check_is_content_until_the_plan_changes(run: Run, root: Path, tmp_path: Path) -> None:
    run("--sveltia", str(package(tmp_path / "cms")))
    assert run("--check") == (0, "", "")
    actors = root / "plan" / "actors.yaml"
    actors.write_text(f"{actors.read_text('utf-8')}nieuw:\n  name: Nieuwe dienst\n", "utf-8")
    before = (root / "admin" / "config.yml").read_bytes()
    code, out, err = run("--check")
    assert code == 1
    assert out == f"{root}/admin/config.yml is out of date with the plan\n"
    assert err == "Run: elzctl forms\n"
    assert (root / "admin" / "config.yml").read_bytes() == before
    assert run()[0] == 0
    assert run("--check") == (0, "", "")


def test_check_tells_of_a_page_that_is_not_there_and_of_another_script(run: Run, root: Path, tmp_path: Path) -> None:
    code, out, _ = run("--check")
    assert code == 1
    assert "index.html is out of date" in out
    assert "sveltia-cms.js is not there yet" in out
    run("--sveltia", str(package(tmp_path / "cms")))
    (root / "admin" / SCRIPT).write_bytes(b"// another")
    code, out, _ = run("--check")
    assert (code, out.count("\n")) == (1, 1)
    assert "is not that of version 0.300.0" in out


def test_options_stay_as_they_were_given(run: Run, root: Path) -> None:
    assert run(*REPO, "--branch", "voorstellen", "--direct", "--sign-in", "https://aanmelden.elz.be")[0] == 0
    first = (root / "admin" / "config.yml").read_bytes()
    assert run()[0] == 0
    assert (root / "admin" / "config.yml").read_bytes() == first
    made = yaml.safe_load(first)
    assert made["backend"]["branch"] == "voorstellen"
    assert made["backend"]["base_url"] == "https://aanmelden.elz.be"
    assert made["backend"]["auth_methods"] == ["oauth", "token"]
    assert made["publish_mode"] == "simple"
    assert run("--proposals", "--outsiders")[0] == 0
    made = yaml.safe_load((root / "admin" / "config.yml").read_bytes())
    assert made["publish_mode"] == "editorial_workflow"
    assert made["backend"]["open_authoring"] is True


def test_what_was_noted_is_checked_like_what_is_typed(run: Run, root: Path) -> None:
    admin = root / "admin"
    admin.mkdir()
    (admin / "config.yml").write_text(
        '# elzctl forms {"repo": "https://x.be/\\"><script>", "direct": "yes"}\n', "utf-8"
    )
    code, _, err = run()
    assert code == 2
    assert "is not a value for --repo" in err
    (admin / "config.yml").write_text('# elzctl forms {"integrity": "\\"><script>", "version": "1"}\n', "utf-8")
    assert run()[0] == 2
    for odd in ("# elzctl forms {", "# elzctl forms []", "# elzctl forms 3", "\x00", ""):
        (admin / "config.yml").write_text(odd, "utf-8")
        assert run()[0] == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--repo", "git@github.com:a/b"), "beginning with “https://”"),
        (("--branch", "../main"), "“main”"),
        (("--forge", "subversion"), "Known here: github, gitlab, forgejo, gitea"),
        (("--outsiders",), "only propose on GitHub"),
        ((*REPO, "--outsiders", "--direct"), "not with --direct"),
        (("--sign-in", "https://a.be"), "--sign-in is for GitHub"),
        ((*REPO, "--app", "7"), "--app is for GitLab and Forgejo"),
        (("--app", "a b"), "is not a value for --app"),
        ((*REPO, "--sign-in", "http://a.be"), "is not a value for --sign-in"),
        (("--sveltia", "nergens"), "is not the unpacked package @sveltia/cms"),
        (("--out", "plan/admin"), "lies among the files that the plan is made of"),
    ],
)
def test_what_cannot_be_is_refused_with_what_to_do(
    run: Run, root: Path, arguments: tuple[str, ...], words: str
) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert words in err
    assert "help: " in err
    assert not (root / "admin").exists()


def test_without_a_repository_it_says_where_to_write_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = runner(write(tmp_path), capsys, "forms")()
    assert code == 2
    assert "plan/plan.yaml" in err


def test_another_package_is_refused(run: Run, tmp_path: Path) -> None:
    folder = package(tmp_path / "cms")
    (folder / "package.json").write_text('{"name": "decap-cms", "version": "3.0.0"}', "utf-8")
    assert run("--sveltia", str(folder))[0] == 2
    (folder / "package.json").write_text("{", "utf-8")
    assert run("--sveltia", str(folder))[0] == 2


def test_a_link_in_the_place_of_the_page_is_not_followed(run: Run, root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    (root / "admin").symlink_to(elsewhere)
    code, _, err = run()
    assert code == 2
    assert "link" in err
    assert list(elsewhere.iterdir()) == []


def test_files_that_a_form_does_not_open_or_writes_anew_are_named(run: Run, root: Path) -> None:
    actions = root / "plan" / "actions"
    (actions / "windows.md").write_bytes(fiche("1.1.2").replace("\n", "\r\n").encode())
    (actions / "stuk.md").write_text(fiche("1.1.3", "due: : x"), "utf-8")
    _, _, err = run()
    assert "1 file has line ends of Windows; a form changes all of its lines: plan/actions/windows.md" in err
    assert "1 file cannot be opened in a form; mend it first: plan/actions/stuk.md" in err


def test_another_folder_is_looked_at_from_where_one_stands(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = runner(root / "plan", capsys, "forms")
    assert run()[0] == 0
    assert (root / "admin" / "index.html").is_file()
    assert runner(root, capsys, "forms")("--out", "public/formulieren")[0] == 0
    assert (root / "public" / "formulieren" / "index.html").is_file()
