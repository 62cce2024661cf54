"""``rights``: who may change what, whether a change keeps to it, and the CODEOWNERS that say so to a forge."""

from __future__ import annotations

import fnmatch
import json
import re
from pathlib import Path

import pytest
from histories import begin, commit, git
from in_process import Run, runner
from small_meetings import minutes
from small_plans import ACTORS, fiche, in_a_window, write

from elzctl.checks.every import check
from elzctl.load import load
from elzctl.tree import WorkTree
from elzctl.views.rights import Ownership

ROOT = Path(__file__).parent.parent
RIGHTS = """\
teams:
  kern: {name: Kernteam, handle: elz-polder/kern}
  zorg: {name: Cluster zorg, handle: "@elz-polder/cluster-zorg"}
  welzijn: {name: Cluster welzijn, handle: elz-polder/welzijn}
  bestuur: {name: Bestuur, handle: elz-polder/bestuur}
admin: [kern]
goals:
  1.1: [zorg]
  samen-bewegen: [welzijn, zorg]
  2: [bestuur]
clusters:
  welfare: [welzijn]
series:
  stuurgroep: [kern]
bodies:
  elz-polder: [bestuur]
files:
  plan/actors.yaml: [kern]
  templates/: [kern]
  templates/eigen map/: [welzijn]
"""
SERIES = """\
overleg:
  name: Overleg welzijn
  cluster: welfare
stuurgroep:
  name: Stuurgroep
  cluster: welfare
bestuur:
  name: Bestuur
  body: elz-polder
los:
  name: Los overleg
"""
MEETINGS = {
    "2025-05-13-overleg": minutes("2025-05-13", "attachments: [{file: cijfers 2025.pdf}]"),
    "2025-06-13-overleg-extra": minutes("2025-06-13"),
    "2025-05-14-stuurgroep": minutes("2025-05-14", series="stuurgroep"),
    "2025-05-15-bestuur": minutes("2025-05-15", series="bestuur"),
    "2025-05-16-los": minutes("2025-05-16", series="los"),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A plan with rights, in a repository, on the branch of a proposal."""
    begin(tmp_path)
    planned(tmp_path)
    commit(tmp_path)
    git(tmp_path, "checkout", "--quiet", "-b", "voorstel")
    return tmp_path


def planned(root: Path, rights: str = RIGHTS) -> Path:
    write(
        *(root,),
        koffie=fiche("1.1.1"),
        wandelen=fiche("1.2.1", title="Wandelen"),
        statuten=fiche("2.1.1", title="Statuten"),
    )
    (root / "plan/rights.yaml").write_text(rights, "utf-8")
    (root / "meetings").mkdir()
    (root / "meetings/series.yaml").write_text(SERIES, "utf-8")
    for name, text in MEETINGS.items():
        (root / f"meetings/{name}.md").write_text(text, "utf-8")
    return root


@pytest.fixture
def run(root: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(root, capsys, "rights")


def edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), "utf-8")


def put(root: Path, path: str, text: str = "x\n") -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, "utf-8")


def denied(root: Path, run: Run, *teams: str) -> dict[str, list[str]]:
    """By file, the teams that own what these teams may not change, of all that is committed now."""
    commit(root)
    named = [word for team in teams for word in ("--team", team)] or ["--team", "-"]
    code, out, _ = run("--check", "main", *named, "--json")
    found: dict[str, list[str]] = {}
    for one in json.loads(out)["touched"]:
        if not one["allowed"]:
            found.setdefault(one["path"], []).extend(one["teams"])
    assert code == bool(found)
    return found


# What a change touches


def test_a_team_changes_what_it_owns_and_nothing_else(root: Path, run: Run) -> None:
    edit(root, "plan/actions/koffie.md", "Koffie", "Thee")
    edit(root, "plan/actions/statuten.md", "Statuten", "Nieuwe statuten")
    assert denied(root, run, "zorg") == {"plan/actions/statuten.md": ["bestuur"]}
    assert denied(root, run, "zorg", "bestuur") == {}
    assert denied(root, run, "@ELZ-polder/Cluster-Zorg", "elz-polder/bestuur") == {}
    assert denied(root, run) == {"plan/actions/koffie.md": ["zorg"], "plan/actions/statuten.md": ["bestuur"]}


def test_who_does_not_own_it_reads_what_and_whose_it_is(root: Path, run: Run) -> None:
    edit(root, "plan/actions/koffie.md", "title: Koffie", "title: Thee")
    commit(root)
    code, out, err = run("--check", "main", "--team", "welzijn")
    assert (code, err) == (1, "")
    assert out.splitlines() == [
        "plan/actions/koffie.md: 1.1.1 Thee — owned by Cluster zorg (@elz-polder/cluster-zorg): goal 1.1",
        "1 thing is somebody else's: ask its owner for a review, or leave it out of this change.",
    ]
    assert run("--check", "main", "--team", "zorg") == (0, "1 file changed, all yours.\n", "")


def test_an_action_that_moves_belongs_to_both_goals(root: Path, run: Run) -> None:
    edit(root, "plan/actions/statuten.md", "number: 2.1.1", "number: 1.1.2")
    assert denied(root, run, "zorg") == {"plan/actions/statuten.md": ["bestuur"]}
    assert denied(root, run, "bestuur") == {"plan/actions/statuten.md": ["zorg"]}


def test_what_is_new_and_what_is_gone_count_too(root: Path, run: Run) -> None:
    put(root, "plan/actions/thee.md", fiche("1.1.2", title="Thee"))
    (root / "plan/actions/statuten.md").unlink()
    assert denied(root, run) == {"plan/actions/statuten.md": ["bestuur"], "plan/actions/thee.md": ["zorg"]}


def test_another_file_name_counts_as_gone_and_new(root: Path, run: Run) -> None:
    (root / "plan/actions/statuten.md").rename(root / "plan/actions/afspraken.md")
    assert denied(root, run) == {"plan/actions/afspraken.md": ["bestuur"], "plan/actions/statuten.md": ["bestuur"]}


def test_a_file_that_can_no_longer_be_read_still_has_its_owner(root: Path, run: Run) -> None:
    put(root, "plan/actions/koffie.md", "---\n[kapot\n")
    assert denied(root, run) == {"plan/actions/koffie.md": ["zorg"]}


def test_a_change_cannot_give_itself_rights(root: Path, run: Run) -> None:
    edit(root, "plan/rights.yaml", "2: [bestuur]", "2: [welzijn]")
    edit(root, "plan/rights.yaml", "admin: [kern]", "admin: [welzijn]")
    edit(root, "plan/actions/statuten.md", "Statuten", "Mijn statuten")
    assert denied(root, run, "welzijn") == {"plan/actions/statuten.md": ["bestuur"], "plan/rights.yaml": ["kern"]}


def test_rights_that_are_thrown_away_still_hold(root: Path, run: Run) -> None:
    (root / "plan/rights.yaml").unlink()
    edit(root, "plan/actions/statuten.md", "Statuten", "Mijn statuten")
    assert denied(root, run, "welzijn") == {"plan/actions/statuten.md": ["bestuur"], "plan/rights.yaml": ["kern"]}


ADMIN = (
    ".github/workflows/x.yml",
    ".GitHub/x.yml",
    ".ci/check.py",
    ".gitlab-ci.yml",
    ".forgejo/x.yml",
    "CODEOWNERS",
    "docs/CODEOWNERS",
    "admin/sveltia-cms.js",
    ".gitattributes",
    ".pre-commit-config.yaml",
)


@pytest.mark.parametrize("path", ADMIN)
def test_what_the_forge_runs_is_the_admins(path: str, root: Path, run: Run) -> None:
    put(root, path)
    assert denied(root, run, "zorg", "bestuur", "welzijn") == {path: ["kern"]}
    assert denied(root, run, "kern") == {}


def test_minutes_belong_to_their_series_body_or_cluster(root: Path, run: Run) -> None:
    for name in MEETINGS:
        edit(root, f"meetings/{name}.md", "state: draft", "state: review")
    assert denied(root, run) == {
        "meetings/2025-05-13-overleg.md": ["welzijn"],
        "meetings/2025-05-14-stuurgroep.md": ["kern"],
        "meetings/2025-05-15-bestuur.md": ["bestuur"],
        "meetings/2025-06-13-overleg-extra.md": ["welzijn"],
    }


def test_minutes_that_go_to_another_series_belong_to_both(root: Path, run: Run) -> None:
    edit(root, "meetings/2025-05-13-overleg.md", "series: overleg", "series: bestuur")
    assert denied(root, run) == {"meetings/2025-05-13-overleg.md": ["welzijn", "bestuur"]}


def test_an_attachment_belongs_to_its_minutes(root: Path, run: Run) -> None:
    put(root, "meetings/attachments/cijfers 2025.pdf")
    put(root, "meetings/attachments/los.pdf")
    assert denied(root, run) == {"meetings/attachments/cijfers 2025.pdf": ["welzijn"]}


def test_in_a_file_of_many_only_what_changed_counts(root: Path, run: Run) -> None:
    edit(root, "plan/goals.yaml", "Goed bestuur", "Beter bestuur")
    edit(root, "meetings/series.yaml", "Los overleg", "Vrij overleg")
    assert denied(root, run) == {"plan/goals.yaml": ["bestuur"]}
    edit(root, "meetings/series.yaml", "name: Overleg welzijn", "name: Overleg")
    assert denied(root, run, "bestuur") == {"meetings/series.yaml": ["welzijn"]}


def test_a_goal_with_another_number_belongs_to_who_had_that_number(root: Path, run: Run) -> None:
    edit(root, "plan/goals.yaml", "number: 2.1", "number: 1.1")
    assert denied(root, run, "bestuur") == {"plan/goals.yaml": ["zorg"]}


def test_goals_that_can_no_longer_be_read_belong_to_all_who_owned_them(root: Path, run: Run) -> None:
    put(root, "plan/goals.yaml", "- id: [\n")
    assert denied(root, run, "zorg") == {"plan/goals.yaml": ["bestuur", "bestuur"]}


def test_an_approval_in_the_name_of_a_body_is_for_its_team(root: Path, run: Run) -> None:
    approved = "approved: {body: elz-polder, on: 2025-01-01, hash: 0f}"
    edit(root, "plan/actions/koffie.md", "status: running", f"status: running\n{approved}")
    assert denied(root, run, "zorg") == {"plan/actions/koffie.md": ["bestuur"]}
    assert denied(root, run, "bestuur") == {"plan/actions/koffie.md": ["zorg"]}
    edit(root, "plan/plan.yaml", "title: Actieplan", f"{approved}\ntitle: Actieplan")
    assert denied(root, run, "zorg", "bestuur") == {}
    assert denied(root, run, "zorg") == {"plan/actions/koffie.md": ["bestuur"], "plan/plan.yaml": ["bestuur"]}


def test_an_approval_counts_for_the_body_that_met(root: Path, run: Run) -> None:
    """Whichever body it names, and when it names none; what the change says of the meeting does not count."""
    for body in ("", "body: cluster-zorg, "):
        approved = f"approved: {{meeting: 2025-05-15-bestuur/B1, {body}hash: 0f}}"
        edit(root, "plan/actions/koffie.md", "status: running", f"status: running\n{approved}")
        assert denied(root, run, "zorg") == {"plan/actions/koffie.md": ["bestuur"]}
        edit(root, "plan/actions/koffie.md", f"\n{approved}", "")
    edit(root, "plan/actions/koffie.md", "status: running", f"status: running\n{approved}")
    edit(root, "meetings/series.yaml", "  body: elz-polder\n", "")
    assert denied(root, run, "zorg") == {
        "plan/actions/koffie.md": ["bestuur"],
        "meetings/series.yaml": ["bestuur"],
    }


def test_the_nearest_folder_owns_and_the_rest_is_free_or_of_the_rest(root: Path, run: Run) -> None:
    put(root, "templates/html/plan.css")
    put(root, "templates/eigen map/x.typ")
    put(root, "README.md")
    assert denied(root, run) == {"templates/html/plan.css": ["kern"], "templates/eigen map/x.typ": ["welzijn"]}
    git(root, "checkout", "--quiet", "main")
    edit(root, "plan/rights.yaml", "admin: [kern]", "admin: [kern]\nrest: [bestuur]")
    commit(root)
    git(root, "checkout", "--quiet", "voorstel")
    assert denied(root, run, "kern", "welzijn") == {"README.md": ["bestuur"]}


def test_what_happened_on_main_meanwhile_is_not_the_authors(root: Path, run: Run) -> None:
    edit(root, "plan/actions/koffie.md", "Koffie", "Thee")
    commit(root)
    git(root, "checkout", "--quiet", "main")
    edit(root, "plan/actions/statuten.md", "Statuten", "Andere statuten")
    commit(root)
    git(root, "checkout", "--quiet", "voorstel")
    assert denied(root, run, "zorg") == {}
    git(root, "merge", "--quiet", "--no-edit", "main")
    assert denied(root, run, "zorg") == {}


def test_a_plan_in_a_folder_of_a_repository_keeps_the_rest_of_it_for_the_admins(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    begin(tmp_path)
    (tmp_path / "zone a").mkdir()
    root = planned(tmp_path / "zone a")
    commit(tmp_path)
    git(tmp_path, "checkout", "--quiet", "-b", "voorstel")
    run = runner(root, capsys, "rights")
    put(tmp_path, ".github/x.yml")
    edit(root, "plan/actions/koffie.md", "Koffie", "Thee")
    assert denied(root, run, "zorg") == {"../.github/x.yml": ["kern"]}
    _, out, _ = run("--check", "main", "--team", "welzijn", "--format", "github")
    assert re.findall("file=([^,]*)", out) == [".github/x.yml", "zone a/plan/actions/koffie.md"]
    assert "/zone\\ a/plan/actions/koffie.md @elz-polder/cluster-zorg\n" in run("--codeowners")[1]


# Whose it is


def test_the_teams_of_the_author_can_come_in_a_file(root: Path, run: Run, tmp_path: Path) -> None:
    edit(root, "plan/actions/koffie.md", "Koffie", "Thee")
    commit(root)
    put(root, "ploegen.txt", "# van de forge\r\n\r\n@andere/ploeg\r\nelz-polder/cluster-zorg  # hij\r\n")
    code, out, err = run("--check", "main", "--author-teams", "ploegen.txt")
    assert (code, out) == (0, "1 file changed, all yours.\n")
    assert err == "Not one of the teams in plan/rights.yaml: @andere/ploeg.\n"
    put(root, "ploegen.txt", "")
    assert run("--check", "main", "--author-teams", "ploegen.txt")[0] == 1


ODD = {
    ("--check", "main"): "Whose change is it?",
    ("--check", "--team", "zorg"): "--check needs the branch",
    ("main", "--team", "zorg"): "“main” is not expected here",
    ("--check", "nergens", "--team", "zorg"): "There is no revision “nergens”",
    ("--check", "--team", "zorg", "--", "--output=x"): "“--output=x” is not a revision",
    ("--check", "main", "nergens", "--team", "zorg"): "There is no revision “nergens”",
    ("--check", "main", "--author-teams", "weg.txt"): "weg.txt cannot be read",
    ("--out", "x"): "--out is for --codeowners",
    ("--codeowners", "--forge", "gogs"): "“gogs” is not a value for --forge",
    ("--check", "main", "--team", "zorg", "--format", "xml"): "“xml” is not a value for --format",
}


@pytest.mark.parametrize("words", ODD)
def test_odd_words_are_refused_with_a_sentence(words: tuple[str, ...], root: Path, run: Run) -> None:
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert ODD[words] in err


def without_rights(root: Path) -> None:
    """A main branch that says nothing of rights, and a proposal to it."""
    git(root, "checkout", "--quiet", "main")
    (root / "plan/rights.yaml").unlink()
    commit(root)
    git(root, "checkout", "--quiet", "-B", "voorstel")
    edit(root, "plan/actions/koffie.md", "Koffie", "Thee")
    commit(root)


def test_without_rights_everybody_may_do_everything(root: Path, run: Run) -> None:
    without_rights(root)
    code, out, err = run("--check", "main", "--team", "zorg")
    assert (code, out) == (0, "")
    assert "has no plan/rights.yaml: everybody may change everything." in err
    assert run()[1] == "There is no plan/rights.yaml: everybody may change everything.\n"
    assert run("--codeowners")[0] == 2


def test_without_rights_a_program_gets_data_too(root: Path, run: Run) -> None:
    without_rights(root)
    code, out, err = run("--check", "main", "--team", "zorg", "--json")
    data = json.loads(out)
    assert (code, data["teams"], {one["allowed"] for one in data["touched"]}) == (0, [], {True})
    assert "has no plan/rights.yaml: everybody may change everything." in err


def test_rights_that_cannot_be_read_let_nothing_through(root: Path, run: Run) -> None:
    git(root, "checkout", "--quiet", "main")
    put(root, "plan/rights.yaml", "teams: [\n")
    commit(root)
    git(root, "checkout", "--quiet", "-B", "voorstel")
    for words in (("--check", "main", "--team", "zorg"), (), ("--codeowners",)):
        code, out, err = run(*words)
        assert (code, out) == (1, "")
        assert "The rights could not be read" in err


def test_annotations_hold_ten_and_nothing_of_a_title_is_obeyed(root: Path, run: Run) -> None:
    for number in range(2, 30):
        title = '"::error::x %0A [[koffie]] @elz-polder"'
        put(root, f"plan/actions/x{number}.md", fiche(f"1.1.{number}", title=title))
    commit(root)
    code, out, _ = run("--check", "main", "--team", "welzijn", "--format", "github")
    lines = out.splitlines()
    assert code == 1
    assert len(lines) == 10
    assert all(line.startswith("::error file=plan/") for line in lines)
    assert "%250A" in lines[0]
    assert lines[-1].endswith("::19 more things are somebody else's")


def test_odd_file_names_stay_on_their_line(root: Path, run: Run) -> None:
    put(root, "templates/a\n::error::b\x1b[2J.css")
    commit(root)
    for format_ in ("text", "github"):
        code, out, _ = run("--check", "main", "--team", "zorg", "--format", format_)
        assert code == 1
        assert "\x1b" not in out
        assert not any(line.startswith("::error::b") for line in out.splitlines())


# The list


def test_the_list_says_who_owns_what_one_line_each(root: Path, run: Run) -> None:
    code, out, _ = run()
    rows = [re.split(r"  +", line) for line in out.splitlines()]
    assert code == 0
    assert ["1.1", "Cluster zorg (@elz-polder/cluster-zorg)", "Mantelzorgers worden gezien"] in rows
    assert ["2.1", "Bestuur (@elz-polder/bestuur): goal 2", "Goed bestuur"] in rows
    assert ["1", "everything else", "Zorg dicht bij mensen"] in rows
    assert ["overleg", "Cluster welzijn (@elz-polder/welzijn): cluster welfare", "Overleg welzijn"] in rows
    assert rows[-1] == ["everything else", "everybody"]
    for columns in (30, 60):
        shown = in_a_window(columns, "-C", str(root), "--lang", "en", "rights")
        assert max(map(len, shown.splitlines())) < columns
    assert "@elz-polder/cluster-zorg" in shown
    # What there is on a line of its own, and under it who owns it.
    assert "\n1.1  Mantelzorgers worden gezien\n     Cluster zorg\n" in shown
    assert "\n2.1  Goed bestuur\n     as goal 2\n" in shown
    assert "\nplan/actors.yaml      Kernteam\n" in shown
    assert "\ntemplates/eigen map/\n" not in shown
    owned = json.loads(run("--json")[1])["owned"]
    assert {"kind": "goal", "key": "2.1", "title": "Goed bestuur", "teams": ["bestuur"]} | {
        "through": "goal",
        "through_key": "2",
    } in owned


def test_the_difference_tells_of_other_rights(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(root, "plan/rights.yaml", "1.1: [zorg]", "1.1: [zorg, kern]")
    edit(root, "plan/rights.yaml", "name: Kernteam", "name: Kern")
    edit(root, "plan/rights.yaml", "series:\n  stuurgroep: [kern]\n", "")
    lines = runner(root, capsys)("diff")[1].splitlines()
    assert "·  plan/rights.yaml" in lines
    assert "  team: kern: Kernteam, elz-polder/kern → kern: Kern, elz-polder/kern" in lines
    assert "  who owns a goal: 1.1: zorg → 1.1: zorg, kern" in lines
    assert "  who owns the minutes of a series (gone): stuurgroep: kern" in lines


# CODEOWNERS


def owners(text: str, path: str) -> str:
    """Who owns a file by the last line that matches, read as the forges do it."""
    found = ""
    for line in text.splitlines():
        if line and not line.startswith(("#", "[")):
            pattern, *teams = re.split(r"(?<!\\) ", line)
            pattern = pattern.replace("\\", "")
            whole = f"{pattern}*" if pattern.endswith("/") else pattern
            # “/**/” is any folder, or none.
            if pattern == "*" or any(
                fnmatch.fnmatchcase(f"/{path}", one) for one in (whole, whole.removeprefix("/**"))
            ):
                found = " ".join(teams)
    return found


@pytest.mark.parametrize("forge", ["github", "gitlab"])
@pytest.mark.parametrize("rest", ["", "rest: [bestuur]\n"])
def test_codeowners_say_the_same_as_the_check(forge: str, rest: str, root: Path, run: Run) -> None:
    put(root, "plan/rights.yaml", RIGHTS + rest)
    code, text, _ = run("--codeowners", "--forge", forge)
    assert code == 0
    assert text.count("\n[") == (forge == "gitlab")
    plan = load(WorkTree(root)).plan
    known = Ownership(plan)
    handles = {name: team.mention for name, team in known.rights.teams.items()}
    things = {action.path: known.path(action.path, known.number(action.number)) for action in plan.actions}
    things |= {one.path: known.path(one.path, known.series(one.series.id)) for one in plan.meetings if one.series}
    others = ("plan/actors.yaml", "plan/plan.yaml", "templates/x", "templates/eigen map/y", ".github/x", "README.md")
    things |= {path: known.path(path) for path in others}
    for path, owner in things.items():
        assert owners(text, path) == " ".join(handles[name] for name in owner.teams), path
    assert owners(text, "meetings/2027-01-01-stuurgroep.md") == "@elz-polder/kern"
    assert owners(text, "plan/goals.yaml").split() == [handles[name] for name in ("zorg", "welzijn", "bestuur")]


def owners_on_forgejo(text: str, path: str) -> set[str]:
    """Who is asked about a file there: a backslash is taken away, and every expression that fits the whole path counts."""
    found: set[str] = set()
    for line in text.splitlines():
        if line and not line.startswith("#"):
            words = re.findall(r"(?:\\.|[^ \\])+", line)
            pattern, *teams = (re.sub(r"\\(.)", r"\1", word) for word in words)
            fits = re.fullmatch(pattern.removeprefix("!"), path) is not None
            found |= set(teams) if fits is not pattern.startswith("!") else set()
    return found


@pytest.mark.parametrize("rest", ["", "rest: [bestuur]\n"])
def test_forgejo_asks_all_owners_and_nobody_who_owns_the_rest_alone(rest: str, root: Path, run: Run) -> None:
    put(root, "plan/rights.yaml", RIGHTS + rest)
    code, text, _ = run("--codeowners", "--forge", "forgejo")
    assert code == 0
    plan = load(WorkTree(root)).plan
    known = Ownership(plan)
    things = {action.path: known.path(action.path, known.number(action.number)) for action in plan.actions}
    things |= {one.path: known.path(one.path, known.series(one.series.id)) for one in plan.meetings if one.series}
    others = (
        "plan/actors.yaml",
        "plan/plan.yaml",
        "templates/x",
        ".forgejo/x",
        "plan/.gitattributes",
        "README.md",
        "planXactors.yaml",
    )
    things |= {path: known.path(path) for path in others}
    for path, owner in things.items():
        assert owners_on_forgejo(text, path) == {known.rights.teams[name].mention for name in owner.teams}, path
    # Nothing goes before anything there: the owners of the folder above are asked as well.
    assert owners_on_forgejo(text, "templates/eigen map/y") == {"@elz-polder/kern", "@elz-polder/welzijn"}


@pytest.mark.parametrize("forge", ["github", "gitlab", "forgejo"])
def test_the_forge_is_that_of_the_repository(
    forge: str, root: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert runner(root, capsys)("init", "--forge", forge)[0] == 0
    name = f".{forge}/CODEOWNERS"
    code, out, _ = run("--codeowners", "--check")
    assert (code, out.splitlines()[0]) == (1, f"{name} is not as plan/rights.yaml says.")
    assert run("--codeowners", "--out", name)[0] == 0
    assert run("--codeowners", "--check") == (0, f"{name} is as plan/rights.yaml says.\n", "")


def test_codeowners_are_written_once_and_told_when_they_are_out_of_date(root: Path, run: Run) -> None:
    where = ("--codeowners", "--out", ".github/CODEOWNERS")
    assert run("--codeowners", "--check")[0] == 1
    assert run(*where)[0] == 0
    before = (root / ".github/CODEOWNERS").read_bytes()
    assert run(*where)[0] == 0
    assert (root / ".github/CODEOWNERS").read_bytes() == before
    assert run("--codeowners", "--check") == (0, ".github/CODEOWNERS is as plan/rights.yaml says.\n", "")
    (root / ".github/CODEOWNERS").write_bytes(before.replace(b"\n", b"\r\n"))
    assert run("--codeowners", "--check")[0] == 0
    put(root, "plan/actions/thee.md", fiche("1.1.2", title="Thee"))
    code, out, _ = run("--codeowners", "--check")
    assert code == 1
    assert "rights --codeowners --out .github/CODEOWNERS" in out


def test_codeowners_that_somebody_wrote_are_not_overwritten(root: Path, run: Run) -> None:
    put(root, ".github/CODEOWNERS", "* @elz-polder/iedereen\n")
    code, _, err = run("--codeowners", "--out", ".github/CODEOWNERS")
    assert code == 2
    assert "was written by hand; it is not overwritten" in err
    assert (root / ".github/CODEOWNERS").read_text("utf-8") == "* @elz-polder/iedereen\n"


def test_codeowners_are_not_made_of_half_a_plan(root: Path, run: Run) -> None:
    put(root, "plan/actions/kapot.md", "---\n[\n")
    code, out, err = run("--codeowners")
    assert (code, out) == (1, "")
    assert "kapot could not be read, so its owner is not known" in err


def test_this_repository_has_the_codeowners_of_its_rights(capsys: pytest.CaptureFixture[str]) -> None:
    assert runner(ROOT, capsys)("rights", "--codeowners", "--check")[0] == 0


# Checks


ODD_RIGHTS = {
    "1.1: [zorg]": ("1.1: [zorgg]", "unknown-team"),
    "admin: [kern]": ("admin: [kerm]", "unknown-team"),
    "2: [bestuur]": ("3: [bestuur]", "unknown-in-rights goal-without-owner"),
    "samen-bewegen": ("samen-beweegt", "unknown-in-rights goal-without-owner"),
    "welfare: [": ("welzijn: [", "unknown-in-rights"),
    "stuurgroep: [": ("stuurgroup: [", "unknown-in-rights"),
    "elz-polder: [": ("niemand: [", "unknown-in-rights"),
    "templates/:": ("/templates/:", "wrong-value"),
    "  plan/actors.yaml:": ("  ../actors.yaml:", "wrong-value"),
    "  plan/actors.yaml: ": ("  plan/*.yaml: ", "wrong-value"),
    "handle: elz-polder/kern": ("handle: jan", "wrong-value"),
    "  2: [bestuur]\n": ("  2: []\n", "wrong-value goal-without-owner"),
    "teams:\n": ("ploegen:\n", "missing-key unknown-key unknown-team"),
}


@pytest.mark.parametrize("old", ODD_RIGHTS)
def test_odd_rights_are_found(old: str, tmp_path: Path) -> None:
    new, codes = ODD_RIGHTS[old]
    assert RIGHTS.count(old) == 1
    planned(tmp_path, RIGHTS.replace(old, new))
    loaded = load(WorkTree(tmp_path))
    found = [*loaded.findings, *check(loaded.plan)]
    assert {one.code for one in found if one.span.path == "plan/rights.yaml"} == set(codes.split())


def test_right_rights_are_in_order(tmp_path: Path) -> None:
    loaded = load(WorkTree(planned(tmp_path)))
    assert [one for one in (*loaded.findings, *check(loaded.plan)) if one.span.path == "plan/rights.yaml"] == []
    assert "elz-polder" in ACTORS
