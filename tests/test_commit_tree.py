"""A plan as it stood in a commit, from every kind of repository, and a clear line when it cannot be read."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from histories import begin, commit, git
from small_plans import ROOT, fiche, write

from elzctl.commits.commit_tree import CommitTree, Unknown, last_before, parting, revision
from elzctl.git import unfinished
from elzctl.load import load
from elzctl.tree import Entry, Tree, Unreadable, WorkTree


@pytest.fixture
def zone(tmp_path: Path) -> Path:
    """Two commits: of 15 January and of 20 March 2025."""
    root = write(begin(tmp_path / "zone"), koffie=fiche("1.1.1"))
    commit(root, "2025-01-15")
    write(root, koffie=fiche("1.1.1", title="Thee"), wandelen=fiche("1.2.1", title="Wandelen"))
    commit(root, "2025-03-20")
    return root


def tree(root: Path, name: str = "HEAD") -> CommitTree:
    return CommitTree(root, revision(root, name))


def refused(root: Path, name: str = "HEAD") -> str:
    """Why a commit or its files cannot be read."""
    with pytest.raises(Unknown) as caught:
        tree(root, name)
    return shown(caught.value)


def shown(unknown: Unknown) -> str:
    """Message and hint in English."""
    from elzctl.wording import Language

    english = Language("en")
    return " | ".join(english(part) for part in (unknown.message, unknown.hint) if part is not None)


def titles(found: Tree) -> dict[str, str]:
    return {action.id: action.title for action in load(found).plan.actions}


def test_a_commit_holds_what_it_held(zone: Path) -> None:
    assert titles(tree(zone)) == {"koffie": "Thee", "wandelen": "Wandelen"}
    assert titles(tree(zone, "HEAD~1")) == {"koffie": "Koffie"}


def test_a_commit_reads_as_its_files_do(zone: Path) -> None:
    commit_, folder = load(tree(zone)), load(WorkTree(zone))
    assert commit_.plan == folder.plan
    assert commit_.findings == folder.findings
    assert commit_.sources == folder.sources


def test_two_commits_share_what_they_have_in_common(zone: Path) -> None:
    new = tree(zone)
    old = CommitTree(zone, revision(zone, "HEAD~1"), new)
    assert titles(old) == {"koffie": "Koffie"}


def test_files_with_the_same_bytes_are_the_same_values(zone: Path) -> None:
    new = load(WorkTree(zone))
    old = load(tree(zone, "HEAD~1"), new.kept)
    assert old.plan.actors["kring"] is new.plan.actors["kring"]
    assert old.plan.by_id["koffie"].title == "Koffie"
    assert old.plan == load(tree(zone, "HEAD~1")).plan


def test_findings_of_a_file_that_is_not_read_again_are_kept(zone: Path) -> None:
    write(zone, kapot="---\nnumber: [\n---\n", krom=fiche("1.1.2", "due: ooit"))
    commit(zone, "2025-04-01")
    new = load(WorkTree(zone))
    old = load(tree(zone), new.kept)
    assert old.findings == new.findings
    assert {finding.code for finding in new.findings} >= {"broken-yaml", "bad-date"}
    assert old.plan.unread == new.plan.unread == {"kapot"}


@pytest.mark.parametrize("name", ["HEAD", "main", "v2025", "HEAD~0", "@", "main@{0}"])
def test_a_commit_has_many_names(name: str, zone: Path) -> None:
    git(zone, "tag", "-a", "v2025", "-m", "goedgekeurd")
    assert revision(zone, name) == (git(zone, "rev-parse", "HEAD"), date(2025, 3, 20))
    assert revision(zone, git(zone, "rev-parse", "--short", "HEAD")).day == date(2025, 3, 20)


def test_the_plan_can_be_a_part_of_a_larger_repository(tmp_path: Path) -> None:
    begin(tmp_path)
    root = write(tmp_path / "zones/één zone", koffie=fiche("1.1.1"))
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan/plan.yaml").write_text("title: Een ander\n", "utf-8")
    commit(tmp_path)
    assert load(tree(root)).plan == load(WorkTree(root)).plan


def test_meetings_and_attachments_are_read_too(zone: Path) -> None:
    (zone / "meetings/attachments").mkdir(parents=True)
    (zone / "meetings/series.yaml").write_text("overleg:\n  name: Overleg\n", "utf-8")
    text = "---\ntitle: Overleg\nseries: overleg\ndate: 2025-02-01\nstate: draft\n---\n\n## 1. Varia\n"
    (zone / "meetings/2025-02-01-overleg.md").write_text(text, "utf-8")
    (zone / "meetings/attachments/toelichting.pdf").write_bytes(b"%PDF-1.4")
    commit(zone)
    plan = load(tree(zone)).plan
    assert set(plan.meetings_by_id) == {"2025-02-01-overleg"}
    assert plan.attachments == {"toelichting.pdf"}


# Days.


def test_the_last_commit_up_to_a_day_is_found(zone: Path) -> None:
    assert last_before(zone, date(2025, 3, 19)).day == date(2025, 1, 15)
    assert last_before(zone, date(2025, 3, 20)).day == date(2025, 3, 20)
    assert last_before(zone, date(2199, 1, 1)).day == date(2025, 3, 20)


def test_a_day_is_that_of_who_made_the_commit(zone: Path) -> None:
    late = commit(zone, "2025-06-30T23:30:00-11:00")
    early = commit(zone, "2025-07-02T00:30:00+13:00")
    assert revision(zone, "HEAD~1") == (late, date(2025, 6, 30))
    assert last_before(zone, date(2025, 6, 30)).id == late
    assert last_before(zone, date(2025, 7, 1)).id == late
    assert last_before(zone, date(2025, 7, 2)).id == early


def test_a_branch_counts_from_the_day_it_was_merged(zone: Path) -> None:
    git(zone, "checkout", "--quiet", "-b", "tak", "HEAD~1")
    write(zone, soep=fiche("1.1.2", title="Soep"))
    commit(zone, "2025-02-01")
    git(zone, "checkout", "--quiet", "main")
    when = "2025-04-01T12:00:00+01:00"
    git(zone, "merge", "--quiet", "--no-ff", "-m", "samen", "tak", GIT_AUTHOR_DATE=when, GIT_COMMITTER_DATE=when)
    assert "soep" not in titles(CommitTree(zone, last_before(zone, date(2025, 3, 1))))
    assert "soep" in titles(CommitTree(zone, last_before(zone, date(2025, 4, 1))))


def test_before_the_first_commit_there_is_nothing(zone: Path) -> None:
    with pytest.raises(Unknown) as caught:
        last_before(zone, date(2024, 12, 31))
    assert shown(caught.value) == "There is no commit up to 2024-12-31 | The first one is of 2025-01-15."


@pytest.mark.parametrize("when", ["@0 +0000", "@4294967295 -1200"])
def test_a_commit_can_be_of_any_day(when: str, zone: Path) -> None:
    git(zone, "commit", "--quiet", "--allow-empty", "-m", "ooit", GIT_COMMITTER_DATE=when, GIT_AUTHOR_DATE=when)
    assert revision(zone, "HEAD").day.year in (1970, 2106)


def test_a_commit_without_a_readable_day_has_the_first_one(zone: Path) -> None:
    raw = git(zone, "cat-file", "commit", "HEAD").replace("committer elz", "committer\tniemand", 1)
    odd = zone / "odd"
    odd.write_text(raw + "\n", "utf-8")
    full = git(zone, "hash-object", "-t", "commit", "-w", "--literally", str(odd))
    assert revision(zone, full) == (full, date(1970, 1, 1))


def test_two_lines_of_history_part_somewhere(zone: Path) -> None:
    git(zone, "checkout", "--quiet", "-b", "tak", "HEAD~1")
    commit(zone, "2025-05-01")
    assert parting(zone, revision(zone, "main"), revision(zone, "tak")) == revision(zone, "main~1")


def test_two_histories_without_a_common_commit_say_so(zone: Path) -> None:
    git(zone, "checkout", "--quiet", "--orphan", "los")
    commit(zone, "2025-05-01")
    with pytest.raises(Unknown) as caught:
        parting(zone, revision(zone, "main"), revision(zone, "los"))
    assert "have no commit in common | They are two histories apart." in shown(caught.value)


# States of a repository.


def test_outside_a_repository_there_is_no_history(tmp_path: Path) -> None:
    root = write(tmp_path / "zone")
    assert refused(root).startswith("This folder is in no Git repository, so there is no history")


def test_a_repository_without_a_commit_says_so(tmp_path: Path) -> None:
    assert refused(write(begin(tmp_path / "zone"))).startswith("There is no commit yet")
    assert refused(tmp_path / "zone", "main").startswith("There is no commit yet")


def test_a_detached_head_is_a_commit_too(zone: Path) -> None:
    git(zone, "checkout", "--quiet", "--detach", "HEAD~1")
    assert titles(tree(zone)) == {"koffie": "Koffie"}


def test_a_shallow_clone_says_what_it_cannot_see(zone: Path, tmp_path: Path) -> None:
    clone = tmp_path / "kloon"
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{zone}", str(clone))
    assert titles(tree(clone)) == {"koffie": "Thee", "wandelen": "Wandelen"}
    assert refused(clone, "HEAD~1").startswith(
        "“HEAD~1” is not in this copy: its history was cut off | Fetch all of it"
    )
    with pytest.raises(Unknown) as caught:
        last_before(clone, date(2025, 3, 1))
    assert "its history was cut off" in shown(caught.value)


def test_a_worktree_and_a_submodule_are_repositories_like_others(zone: Path, tmp_path: Path) -> None:
    git(zone, "worktree", "add", "--quiet", str(tmp_path / "werk"), "HEAD~1")
    assert titles(tree(tmp_path / "werk")) == {"koffie": "Koffie"}
    above = begin(tmp_path / "boven")
    git(above, "submodule", "--quiet", "add", str(zone), "zone")
    assert titles(tree(above / "zone")) == {"koffie": "Thee", "wandelen": "Wandelen"}


def test_a_plan_that_is_a_submodule_itself_says_so(zone: Path, tmp_path: Path) -> None:
    above = begin(tmp_path / "boven")
    git(above, "submodule", "--quiet", "add", str(zone), "plan")
    commit(above)
    assert refused(above).startswith("The folder plan is a repository of its own (a submodule)")


def test_a_bare_repository_is_not_taken_for_a_folder(zone: Path, tmp_path: Path) -> None:
    bare = tmp_path / "kaal.git"
    git(tmp_path, "clone", "--quiet", "--bare", str(zone), str(bare))
    assert refused(bare).startswith("This is a bare repository: it has no files to look at")


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        (lambda root: (root / ".git/HEAD").write_text("kapot\n"), "This folder is in no Git repository"),
        (lambda root: (root / ".git/config").write_text("[core\n"), "This Git repository cannot be read: bad config"),
        (lambda root: (root / ".git/refs/heads/main").write_bytes(b"\0" * 41), "There is no commit yet"),
    ],
)
def test_a_damaged_repository_is_a_clear_line(damage: object, expected: str, zone: Path) -> None:
    assert callable(damage)
    damage(zone)
    assert refused(zone).startswith(expected)


@pytest.mark.parametrize("what", ["HEAD", "HEAD^{tree}", "HEAD:plan", "HEAD:plan/plan.yaml"])
@pytest.mark.parametrize("data", [b"", b"niet gezipt"])
def test_a_damaged_object_is_a_clear_line(what: str, data: bytes, zone: Path) -> None:
    full = git(zone, "rev-parse", what)
    path = zone / ".git/objects" / full[:2] / full[2:]
    path.chmod(0o644)
    path.write_bytes(data)
    assert refused(zone).startswith("This Git repository cannot be read: ")


def test_a_missing_object_is_a_clear_line(zone: Path) -> None:
    full = git(zone, "rev-parse", "HEAD:plan/plan.yaml")
    (zone / ".git/objects" / full[:2] / full[2:]).unlink()
    assert "damaged" in refused(zone) or "cannot be read" in refused(zone)


def test_a_partial_clone_says_that_it_lacks_files(zone: Path, tmp_path: Path) -> None:
    git(zone, "config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "kloon"
    git(tmp_path, "clone", "--quiet", "--no-checkout", "--filter=blob:none", f"file://{zone}", str(clone))
    assert "it was made without all of them" in refused(clone, "HEAD~1")


def test_a_form_that_git_does_not_know_is_a_clear_line(zone: Path) -> None:
    git(zone, "config", "core.repositoryFormatVersion", "99")
    assert refused(zone).startswith("This repository has a form that this version of Git does not know")


def test_without_git_there_is_no_history(zone: Path) -> None:
    program = (
        "from pathlib import Path; from elzctl.commits.commit_tree import Unknown, revision\n"
        "try: revision(Path('.'), 'HEAD')\n"
        "except Unknown as unknown: print(unknown.message.text)"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PATH": str(zone)}
    done = subprocess.run([sys.executable, "-c", program], cwd=zone, env=environment, check=True, capture_output=True)
    assert done.stdout.decode().strip() == "Git is not installed, or not where programs are looked for"


def test_what_git_is_in_the_middle_of_is_known(zone: Path, tmp_path: Path) -> None:
    assert unfinished(zone) == ""
    assert unfinished(tmp_path) == ""
    git(zone, "checkout", "--quiet", "-b", "tak", "HEAD~1")
    write(zone, koffie=fiche("1.1.1", title="Soep"))
    commit(zone)
    with pytest.raises(subprocess.CalledProcessError):
        git(zone, "merge", "main")
    assert unfinished(zone / "plan") == "merge"
    git(zone, "merge", "--abort")
    with pytest.raises(subprocess.CalledProcessError):
        git(zone, "rebase", "main")
    assert unfinished(zone) == "rebase"
    assert titles(tree(zone)) == {"koffie": "Thee", "wandelen": "Wandelen"}
    git(zone, "rebase", "--abort")
    git(zone, "worktree", "add", "--quiet", str(tmp_path / "werk"), "main")
    with pytest.raises(subprocess.CalledProcessError):
        git(tmp_path / "werk", "cherry-pick", "tak")
    assert unfinished(tmp_path / "werk") == "cherry-pick"


# Folders of somebody else.

ANOTHER = 54321


def owned_by_another(root: Path) -> bool:
    """Gives a repository to somebody else, which only an administrator can."""
    if os.geteuid() != 0:
        return False
    for path in (root, *root.rglob("*")):
        os.lchown(path, ANOTHER, ANOTHER)
    return True


def test_a_folder_of_somebody_else_is_not_trusted_unless_the_user_says_so(zone: Path, tmp_path: Path) -> None:
    home = tmp_path / "thuis"
    home.mkdir()
    program = (
        "from pathlib import Path; from elzctl.commits.commit_tree import Unknown, revision\n"
        "from elzctl.wording import Language\n"
        "try: print(revision(Path.cwd(), 'HEAD').day)\n"
        "except Unknown as unknown: print(*map(Language('en'), (unknown.message, unknown.hint)), sep=' | ')"
    )

    def asked() -> str:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(home), "XDG_CONFIG_HOME": str(home)}
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=zone, env=environment, check=True, capture_output=True
        )
        return done.stdout.decode().strip()

    theirs = owned_by_another(zone)
    distrust = "Git does not trust this folder, because it belongs to somebody else | If it is yours all the same: "
    assert asked() == (f"{distrust}git config --global --add safe.directory {zone}" if theirs else "2025-03-20")
    git(zone, "config", "--file", str(home / ".gitconfig"), "safe.directory", str(zone))
    assert asked() == "2025-03-20"
    assert "safe" not in (zone / ".git/config").read_text("utf-8")


# Hostile names and settings.


@pytest.mark.parametrize(
    "name",
    [
        *("", " ", "-", "--output=x", "-O", "--upload-pack=touch x", "a\nHEAD", "a\0b", "\x1b[31m", "x" * 251),
        *(
            "geen-tak",
            "HEAD~99",
            "HEAD:plan",
            "HEAD^{tree}",
            "../..",
            "\udcff",
            "$(touch x)",
            ":/niets",
            "refs/heads/*",
        ),
    ],
)
def test_what_is_no_revision_is_refused_in_one_line(name: str, zone: Path) -> None:
    before = sorted(zone.iterdir())
    text = refused(zone, name)
    assert text.startswith(("“", "There is no revision “"))
    assert len(text) < 300
    assert "\n" not in text.partition("”")[2]
    assert sorted(zone.iterdir()) == before


@pytest.mark.parametrize("name", ["HEAD@{u}", "HEAD@{push}", "nergens@{u}", "HEAD@{99}"])
def test_what_git_does_not_know_of_a_branch_is_no_damage(name: str, zone: Path) -> None:
    assert refused(zone, name).startswith(f"There is no revision “{name}” | ")


def test_half_an_id_that_two_commits_have_is_told(zone: Path) -> None:
    made = "".join(
        f"commit refs/heads/veel\ncommitter elz <elz@example.be> {1_700_000_000 + number} +0000\ndata 1\nx\n"
        for number in range(1_200)
    )
    subprocess.run(["git", "fast-import", "--quiet"], cwd=zone, input=made.encode(), check=True)
    ids = git(zone, "rev-list", "veel").split()
    twice = next(one[:4] for one in ids if sum(other.startswith(one[:4]) for other in ids) > 1)
    assert refused(zone, twice) == f"More than one commit begins with “{twice}” | Write more of it."


def test_nothing_that_a_repository_names_is_run(zone: Path, tmp_path: Path) -> None:
    trace, evil, hooks = tmp_path / "gelopen", tmp_path / "evil", tmp_path / "hooks"
    evil.write_text(f"#!/bin/sh\ntouch '{trace}'\n", "utf-8")
    evil.chmod(0o755)
    hooks.mkdir()
    for name in ("post-index-change", "fsmonitor-watchman", "post-checkout", "reference-transaction"):
        (hooks / name).write_bytes(evil.read_bytes())
        (hooks / name).chmod(0o755)
    keys: tuple[str, ...] = (
        "core.fsmonitor",
        "core.pager",
        "core.sshCommand",
        "core.gitProxy",
        "core.askPass",
        "core.editor",
    )
    keys += ("diff.external", "diff.x.textconv", "filter.x.smudge", "filter.x.clean", "gpg.program", "pager.ls-tree")
    keys += ("core.alternateRefsCommand", "uploadpack.packObjectsHook", "credential.helper", "merge.x.driver")
    for key in keys:
        git(zone, "config", key, str(evil))
    for key, value in (
        *(("core.hooksPath", str(hooks)), ("log.showSignature", "true"), ("alias.cat-file", f"!{evil}")),
        *(("alias.ls-tree", f"!{evil}"), ("alias.rev-list", f"!{evil}"), ("protocol.ext.allow", "always")),
    ):
        git(zone, "config", key, value)
    (zone / ".gitattributes").write_text("* diff=x filter=x merge=x\n", "utf-8")
    assert titles(tree(zone)) == {"koffie": "Thee", "wandelen": "Wandelen"}
    assert last_before(zone, date(2025, 2, 1)).day == date(2025, 1, 15)
    assert parting(zone, revision(zone, "HEAD"), revision(zone, "HEAD~1")).day == date(2025, 1, 15)
    assert refused(zone, "HEAD~9").startswith("There is no revision")
    assert not trace.exists()


@pytest.mark.parametrize(
    "remote",
    [
        {"remote.ver.url": "ext::sh -c touch% {trace}"},
        {"remote.ver.url": "ssh://nergens.invalid/x", "core.sshCommand": "touch {trace}; false"},
        {"remote.ver.url": "file:///", "remote.ver.uploadpack": "touch {trace}; false"},
        {"remote.ver.url": "x", "remote.ver.vcs": "ext"},
    ],
)
def test_what_is_missing_is_never_fetched(remote: dict[str, str], zone: Path, tmp_path: Path) -> None:
    trace = tmp_path / "gelopen"
    full = git(zone, "rev-parse", "HEAD:plan/plan.yaml")
    (zone / ".git/objects" / full[:2] / full[2:]).unlink()
    settings = {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "ver",
        "remote.ver.promisor": "true",
        **{f"protocol.{one}.allow": "always" for one in ("ext", "ssh", "file")},
        **{key: value.format(trace=trace) for key, value in remote.items()},
    }
    for key, value in settings.items():
        git(zone, "config", key, value)
    assert "it was made without all of them" in refused(zone)
    assert not trace.exists()


def test_what_replaces_a_commit_in_one_copy_only_does_not_count(zone: Path) -> None:
    git(zone, "replace", "HEAD", "HEAD~1")
    assert titles(tree(zone)) == {"koffie": "Thee", "wandelen": "Wandelen"}


# Odd files.


def test_names_are_the_same_in_a_commit_as_in_a_folder(zone: Path) -> None:
    actions = zone / "plan/actions"
    names = [
        b"met spatie.md",
        "café.md".encode(),
        "cafe\u0301.md".encode(),
        b"a\nb.md",
        b"ruw\xff.md",
        b"-x.md",
        b".ook.md",
    ]
    for name in names:
        (Path(os.fsdecode(os.fsencode(actions) + b"/" + name))).write_text(fiche("1.1.9"), "utf-8")
    (actions / "map").mkdir()
    (actions / "map/diep.md").write_text("x", "utf-8")
    commit(zone)
    assert tree(zone).entries("plan/actions") == WorkTree(zone).entries("plan/actions")
    assert load(tree(zone)).findings == load(WorkTree(zone)).findings


def test_a_link_is_no_file_and_no_folder(zone: Path) -> None:
    (zone / "plan/actions/link.md").symlink_to("/etc/passwd")
    (zone / "plan/texts").symlink_to("/etc")
    commit(zone)
    found = tree(zone)
    assert Entry("plan/actions/link.md", "link.md", False, True) in found.entries("plan/actions")
    for read in (lambda: found.read("plan/actions/link.md"), lambda: found.entries("plan/texts")):
        with pytest.raises(Unreadable):
            read()
    assert load(found).findings == load(WorkTree(zone)).findings


def test_a_file_in_the_place_of_a_folder_and_one_that_is_missing_are_told(zone: Path) -> None:
    (zone / "plan/texts").write_text("x", "utf-8")
    commit(zone)
    with pytest.raises(Unreadable):
        tree(zone).entries("plan/texts")
    with pytest.raises(Unreadable) as caught:
        tree(zone).read("plan/niets.yaml")
    assert caught.value.missing
    assert tree(zone).entries("meetings") == ()
    assert load(tree(zone)).findings == load(WorkTree(zone)).findings


def test_a_file_that_is_too_large_is_not_read(zone: Path) -> None:
    (zone / "plan/actions/groot.md").write_bytes(b"a" * ((1 << 20) + 1))
    commit(zone)
    with pytest.raises(Unreadable):
        tree(zone).read("plan/actions/groot.md")
    assert load(tree(zone)).findings == load(WorkTree(zone)).findings


def test_a_repository_of_longer_ids_is_read_too(tmp_path: Path) -> None:
    root = tmp_path / "zone"
    root.mkdir()
    git(root, "init", "--quiet", "--object-format=sha256", "--initial-branch=main")
    write(root, koffie=fiche("1.1.1"))
    full = commit(root)
    assert len(full) == 64
    assert titles(tree(root)) == {"koffie": "Koffie"}
    assert revision(root, full[:12]).short == full[:10]
