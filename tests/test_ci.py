"""The checks of a forge, run step by step as their files say, on real repositories."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from histories import commit, git
from small_plans import fiche
from zone_repositories import ROOT, Done, Job, bare, run_job, run_script, wheel, zone

from elzctl.render.meeting_words import day_in_words
from elzctl.wording import Language

MARKER = "<!-- elzctl diff -->"
MENTION = "@iedereen"


@pytest.fixture(scope="module")
def github(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A zone on GitHub, and its bare repository beside it."""
    root = zone(tmp_path_factory.mktemp("github") / "zone")
    bare(root)
    return root


def proposal(root: Path, branch: str, files: Mapping[str, str | Path]) -> str:
    """A branch with these files, pushed.  Its commit."""
    git(root, "switch", "--quiet", "--create", branch, "main")
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(text, Path):
            path.symlink_to(text)
        else:
            path.write_text(text, "utf-8")
    made = commit(root, "2026-02-01", "voorstel")
    git(root, "push", "--quiet", "origin", branch)
    git(root, "switch", "--quiet", "main")
    return made


def check(root: Path, head: str, work: Path, forge: str = "github") -> Job:
    """The check of a proposal, as its workflow says."""
    file = root / f".{forge}" / "workflows" / "proposal.yml"
    known = {"github.event.pull_request.base.ref": "main", "github.event.pull_request.head.sha": head}
    return run_job(file, "check", work, root.with_name("zone.git"), known)


def comment_of(job: Job) -> str:
    return (job.work / "out" / "comment.md").read_text("utf-8")


# A proposal


def test_a_proposal_is_checked_told_and_drawn(github: Path, tmp_path: Path) -> None:
    head = proposal(
        github, "koffie", {"plan/actions/koffie.md": fiche("5.1.1", "lead: [elz-polder]", title="Koffie samen")}
    )
    job = check(github, head, tmp_path / "work")
    assert job.code == 0, job.steps
    text = comment_of(job)
    assert text.startswith(MARKER)
    assert "Koffie samen" in text
    assert (job.work.parent / "work-temp" / "summary.md").read_text("utf-8") == text
    assert job.artifacts["comment"] == job.work / "out/comment.md"
    page = (job.artifacts["preview"] / "plan.html").read_text("utf-8")
    assert "Koffie samen" in page
    assert (job.artifacts["preview"] / "plan.pdf").read_bytes().startswith(b"%PDF")
    assert "Koffie samen" in (job.artifacts["preview"] / "wijzigingen.html").read_text("utf-8")
    lines = job.steps["Nakijken"].output.splitlines()
    assert any(line.startswith("::warning file=plan/actions/koffie.md,line=") for line in lines)


def test_errors_fail_the_check_and_are_shown_at_their_lines(github: Path, tmp_path: Path) -> None:
    head = proposal(github, "fout", {"plan/actions/fout.md": fiche("1.1.1", "lead: [niemand-hier]")})
    job = check(github, head, tmp_path / "work")
    assert job.steps["Nakijken"].code == 1
    assert re.search(r"^::error file=plan/actions/fout\.md,line=5,", job.steps["Nakijken"].output, re.MULTILINE)
    assert "niemand" in comment_of(job)
    assert (job.artifacts["preview"] / "plan-draft.html").exists()


def test_nothing_of_a_proposal_is_run_and_its_templates_are_not_used(github: Path, tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    evil = f"open({str(canary)!r}, 'w').close()\n"
    head = proposal(
        github,
        "kwaad",
        {
            "sitecustomize.py": evil,
            "yaml.py": evil,
            "elzctl/__main__.py": evil,
            ".ci/check.py": evil,
            ".ci/install.py": evil,
            "templates/html/plan.html.j2": "KANARIE",
            "plan/actions/link.md": Path("/etc/passwd"),
            "plan/texts": Path("/etc"),
            ".gitattributes": "*.md filter=kwaad merge=kwaad diff=kwaad\n",
            "plan/actions/koffie.md": fiche("5.1.1", title="Koffie ::error::nep @iedereen <script>"),
        },
    )
    job = check(github, head, tmp_path / "work")
    assert not canary.exists()
    for left in ("comment.md", "preview/plan-draft.html", "preview/wijzigingen.html"):
        assert "root:" not in (job.work / "out" / left).read_text("utf-8")
    assert "KANARIE" not in (job.artifacts["preview"] / "plan-draft.html").read_text("utf-8")
    output = job.steps["Nakijken"].output
    assert (
        "::warning title=elzctl::Bekijk dit als programmacode: .ci/check.py, .ci/install.py, .gitattributes, temp"
        in output
    )
    assert not re.search(r"^::error::nep", output, re.MULTILINE)
    text = comment_of(job)
    assert "- `templates/html/plan.html.j2`" in text
    assert MENTION not in text
    assert "<script>" not in text


def test_names_of_files_mean_nothing_in_the_log_or_the_comment(github: Path, tmp_path: Path) -> None:
    name = "templates/html/a\n::error::nep`@iedereen`.css"
    job = check(github, proposal(github, "namen", {name: "x"}), tmp_path / "work")
    assert not re.search(r"^::error::nep", job.steps["Nakijken"].output, re.MULTILINE)
    assert "- `templates/html/a???error??nep??iedereen?.css`" in comment_of(job)


def test_what_only_goes_wrong_together_is_found(github: Path, tmp_path: Path) -> None:
    before = git(github, "rev-parse", "main")
    head = proposal(github, "zelfde", {"plan/actions/thee.md": fiche("4.1.1", title="Thee")})
    (github / "plan" / "actions" / "water.md").write_text(fiche("4.1.1", title="Water"), "utf-8")
    commit(github, "2026-02-02", "intussen")
    git(github, "push", "--quiet", "origin", "main")
    job = check(github, head, tmp_path / "work")
    git(github, "reset", "--quiet", "--hard", before)
    git(github, "push", "--quiet", "--force", "origin", "main")
    assert job.steps["Nakijken"].code == 1
    assert "file=plan/actions/thee.md" in job.steps["Nakijken"].output
    assert "Thee" in comment_of(job), job.steps
    assert "Water**" not in comment_of(job)  # that came from the main branch


def test_a_proposal_that_cannot_be_merged_says_so(github: Path, tmp_path: Path) -> None:
    before = git(github, "rev-parse", "main")
    path = github / "plan" / "actions" / "eerste-actie.md"
    text = path.read_text("utf-8")
    head = proposal(github, "botst", {"plan/actions/eerste-actie.md": text.replace("Eerste actie", "Mijn actie")})
    path.write_text(text.replace("Eerste actie", "Onze actie"), "utf-8")
    commit(github, "2026-02-02", "intussen")
    git(github, "push", "--quiet", "origin", "main")
    job = check(github, head, tmp_path / "work")
    git(github, "reset", "--quiet", "--hard", before)
    git(github, "push", "--quiet", "--force", "origin", "main")
    assert job.steps["Nakijken"].code == 1
    assert "::error title=elzctl::Dit voorstel botst met de hoofdbranch: plan/actions/eerste-actie.md" in (
        job.steps["Nakijken"].output
    )
    assert comment_of(job).startswith(f"{MARKER}\n\n**Dit voorstel en de hoofdbranch wijzigen dezelfde regels.**")


def test_a_proposal_without_a_common_history_is_told_what_to_do_and_that_works(github: Path, tmp_path: Path) -> None:
    fiche_of_mine = fiche("5.1.2", "lead: [elz-polder]", title="Soep samen")
    git(github, "switch", "--quiet", "--orphan", "los")
    (github / "plan" / "actions").mkdir(parents=True)
    (github / "plan" / "actions" / "soep.md").write_text(fiche_of_mine, "utf-8")
    head = commit(github, "2026-02-01", "voorstel")
    git(github, "push", "--quiet", "origin", "los")
    git(github, "switch", "--quiet", "main")
    job = check(github, head, tmp_path / "work")
    assert job.steps["Nakijken"].code == 1
    assert "::error title=elzctl::Dit voorstel heeft geen geschiedenis gemeen met de hoofdbranch" in (
        job.steps["Nakijken"].output
    )
    text = comment_of(job)
    assert text.startswith(f"{MARKER}\n\n**Dit voorstel en de hoofdbranch hebben geen geschiedenis gemeen**")
    advice = text.split("```\n")[1].splitlines()
    clone = tmp_path / "kopie"
    git(tmp_path, "clone", "--quiet", "--branch", "los", str(github.with_name("zone.git")), str(clone))
    for line in advice[:-1]:
        git(clone, *line.split()[1:])
    assert advice[-1] == "elzctl diff"
    commit(clone, "2026-02-02", "opnieuw")
    assert git(clone, "diff", "--name-only", "origin/main", "HEAD") == "plan/actions/soep.md"


def test_forgejo_checks_in_the_same_way(tmp_path: Path) -> None:
    root = zone(tmp_path / "zone", "forgejo")
    bare(root)
    head = proposal(root, "koffie", {"plan/actions/koffie.md": fiche("5.1.1", title="Koffie samen")})
    job = check(root, head, tmp_path / "work", "forgejo")
    assert job.code == 0, job.steps
    assert "Koffie samen" in (job.artifacts["preview"] / "comment.md").read_text("utf-8")
    assert "plan/actions/koffie.md:" in job.steps["Nakijken"].output


def gitlab_script(root: Path, job: str, work: Path, **settings: str) -> Done:
    """One job of GitLab, in a clone of its own."""
    import yaml

    (script,) = yaml.safe_load((root / ".gitlab-ci.yml").read_text("utf-8"))[job]["script"]
    return run_script(script, work, settings)


@pytest.mark.parametrize("project", ["1", "2"], ids=["own", "fork"])
def test_gitlab_checks_and_leaves_a_report(project: str, tmp_path: Path) -> None:
    root = zone(tmp_path / "zone", "gitlab")
    there = bare(root)
    head = proposal(root, "fout", {"plan/actions/fout.md": fiche("1.1.1", "lead: [niemand-hier]")})
    work = tmp_path / "work"
    git(tmp_path, "clone", "--quiet", str(there), str(work))
    git(work, "checkout", "--quiet", "--detach", head)
    done = gitlab_script(
        root,
        "nakijken",
        work,
        CI_MERGE_REQUEST_PROJECT_ID="1",
        CI_PROJECT_ID=project,
        CI_MERGE_REQUEST_PROJECT_URL=str(root),
        CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main",
    )
    assert done.code == 1, done.output
    report = json.loads((work / "out" / "codequality.json").read_text("utf-8"))
    assert [one["location"]["path"] for one in report if one["severity"] == "critical"] == ["plan/actions/fout.md"]
    assert (work / "out" / "comment.md").read_text("utf-8").startswith(MARKER)
    assert (work / "out" / "preview" / "plan-draft.html").exists()


# What is published


def published(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_commit_is_published_in_the_same_bytes(github: Path, tmp_path: Path) -> None:
    file = github / ".github" / "workflows" / "publish.yml"
    sites = []
    for turn in ("een", "twee"):
        where = {
            "GITHUB_REPOSITORY": "Zone/plan",
            "GITHUB_SERVER_URL": "https://github.com",
            "GITHUB_EVENT_NAME": "push",
        }
        job = run_job(file, "build", tmp_path / turn, github.with_name("zone.git"), {}, **where)
        assert job.code == 0, job.steps
        sites.append(published(job.artifacts["pages"]))
    # The site: its pages, the plan as documents, and the next meeting for a calendar.
    made = {
        "index.html",
        "plan.html",
        "stand-van-zaken.html",
        "documenten/plan.pdf",
        "documenten/plan.docx",
        "404.html",
    }
    assert made < sites[0].keys()
    assert [path for path in sites[0] if path.endswith(".ics")]
    assert sites[0] == sites[1]
    assert "Actieplan 2026" in sites[0]["index.html"].decode()
    assert b"unsafe-inline" not in b"".join(sites[0].values())
    assert b"<loc>https://zone.github.io/plan/index.html</loc>" in sites[0]["sitemap.xml"]


def test_only_minutes_of_open_meetings_are_published(tmp_path: Path) -> None:
    out = tmp_path / "site"
    done = run_script(f"python -I {ROOT}/templates/init/ci/publish.py {ROOT} {out}", tmp_path, {})
    assert done.code == 0, done.output
    minutes = {path.stem for path in (out / "vergaderingen").glob("2*.html")}
    assert "2025-05-13-clusteroverleg-welzijn" in minutes
    assert all(name.endswith("clusteroverleg-welzijn") for name in minutes)
    page = (out / "vergaderingen.html").read_text("utf-8")
    assert {f'href="vergaderingen/{name}.html"' in page for name in minutes} == {True}


@pytest.mark.parametrize(
    ("where", "address"),
    [
        (
            {"GITHUB_REPOSITORY": "Zone/zone.github.io", "GITHUB_SERVER_URL": "https://github.com"},
            "https://zone.github.io/",
        ),
        ({"CI_PAGES_URL": "https://zone.gitlab.io/plan"}, "https://zone.gitlab.io/plan/"),
        ({"GITHUB_REPOSITORY": "zone/plan", "GITHUB_SERVER_URL": "https://codeberg.org"}, ""),
        (
            {"CI_PAGES_URL": "https://zone.gitlab.io/plan", "own": "https://plan.elz-polder.be/"},
            "https://plan.elz-polder.be/",
        ),
    ],
)
def test_what_is_made_again_without_a_commit_is_of_today_and_knows_where_it_stands(
    where: dict[str, str], address: str, tmp_path: Path
) -> None:
    root, own = zone(tmp_path / "zone"), where.pop("own", "")
    if own:
        with (root / "plan" / "plan.yaml").open("a", encoding="utf-8") as file:
            file.write(f"site: {{url: {own}}}\n")
    script = f"python -I .ci/publish.py . {tmp_path / 'site'}"
    done = run_script(script, root, {**where, "GITHUB_EVENT_NAME": "schedule"})
    assert done.code == 0, done.output
    made = published(tmp_path / "site")
    _, _, today = day_in_words(datetime.now(UTC).date(), Language("nl")).partition(" ")
    assert f"Geteld op {today}" in made["stand-van-zaken.html"].decode()
    assert ("sitemap.xml" in made) is bool(address)
    assert not address or f"<loc>{address}index.html</loc>" in made["sitemap.xml"].decode()


def test_forgejo_publishes_to_a_branch_and_keeps_the_token_out_of_commands(tmp_path: Path) -> None:
    root = zone(tmp_path / "zone", "forgejo")
    there = bare(root)
    file = root / ".forgejo" / "workflows" / "publish.yml"
    ids = []
    for turn in ("een", "twee"):
        known = {
            "github.server_url": f"file://{tmp_path}",
            "github.repository": "zone",
            "github.token": "geheim",
        }
        job = run_job(file, "publish", tmp_path / turn, there, known)
        assert job.code == 0, job.steps
        assert not any("geheim" in done.output for done in job.steps.values())
        ids.append(git(there, "rev-parse", "pages"))
    assert ids[0] == ids[1]
    assert "documenten/plan.pdf" in git(there, "ls-tree", "-r", "--name-only", "pages").splitlines()


def test_gitlab_publishes_what_pages_takes(tmp_path: Path) -> None:
    root = zone(tmp_path / "zone", "gitlab")
    done = gitlab_script(root, "pages", root)
    assert done.code == 0, done.output
    assert (root / "public" / "index.html").exists()


SECRET = """

::: intern
- [ ] Mevrouw KANARIE opbellen over 00.00.00-001.96 @onbekende-naam tegen:eind 2026
:::
"""


@pytest.mark.parametrize("forge", ["github", "gitlab", "forgejo"])
def test_the_log_of_what_is_not_published_quotes_nothing_internal(forge: str, tmp_path: Path) -> None:
    root = zone(tmp_path / "zone", forge)
    meeting = next((root / "meetings").glob("2*.md"))
    meeting.write_text(meeting.read_text("utf-8") + SECRET, "utf-8")
    commit(root, message="intern")
    done = run_script(f"python .ci/publish.py . {tmp_path / 'site'}", root, {"GITHUB_ACTIONS": "true", "CI": "true"})
    assert done.code == 1
    assert f"meetings/{meeting.name[:10]}-…:" in done.output
    assert [word for word in ("KANARIE", "001.96", "onbekende", "opbellen", meeting.name) if word in done.output] == []


def test_the_log_of_a_proposal_quotes_nothing_internal(tmp_path: Path) -> None:
    root = zone(tmp_path / "zone")
    bare(root)
    name = next((root / "meetings").glob("2*.md")).name
    text = (root / "meetings" / name).read_text("utf-8") + SECRET
    job = check(root, proposal(root, "intern", {f"meetings/{name}": text}), tmp_path / "een")
    assert job.code == 1
    told = "".join(done.output for done in job.steps.values())
    assert f"{name}:" in told  # whoever sees a proposal sees its files
    assert [word for word in ("KANARIE", "001.96", "onbekende", "opbellen") if word in told] == []


# How elzctl gets there


def install(folder: Path, **settings: str) -> Done:
    script = f"python .ci/install.py {folder.with_name('elders')}"
    return run_script(script, folder, settings)


def with_installer(folder: Path) -> Path:
    (folder / ".ci").mkdir(parents=True)
    text = (ROOT / "templates" / "init" / "ci" / "install.py").read_text("utf-8")
    (folder / ".ci" / "install.py").write_text(text, "utf-8")
    (folder / ".ci" / "requirements.txt").write_text("# niets\n", "utf-8")
    return folder


def test_without_a_wheel_it_says_what_to_do(tmp_path: Path) -> None:
    done = install(with_installer(tmp_path / "zone"))
    assert done.code == 1
    assert "Er staan 0 bestanden elzctl-*.whl in .ci" in done.output


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/elzctl-1-py3-none-any.whl",
        "http://example.org/elzctl-1-py3-none-any.whl#sha256=" + "0" * 64,
        "git+https://example.org/elzctl",
    ],
)
def test_an_address_without_a_hash_is_refused(address: str, tmp_path: Path) -> None:
    done = install(with_installer(tmp_path / "zone"), ELZCTL_WHEEL=address)
    assert done.code == 1
    assert "ELZCTL_WHEEL is een adres zonder hash" in done.output


def test_what_has_no_hash_is_not_installed(tmp_path: Path) -> None:
    folder = with_installer(tmp_path / "zone")
    wheel(folder / ".ci" / "elzctl-0.0.0-py3-none-any.whl")
    (folder / ".ci" / "requirements.txt").write_text(f"{folder}/.ci/elzctl-0.0.0-py3-none-any.whl\n", "utf-8")
    done = install(folder)
    assert done.code != 0
    assert "require-hashes" in done.output
