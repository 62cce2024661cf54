"""``elzctl site``: what it writes, what it leaves alone, and what it refuses."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from threading import Timer

import pytest
from drawn_meetings import met
from in_process import Run, runner
from small_plans import ROOT, fiche

from elzctl.mirror import LIST, Ahead, Mirrored, looked, mirror
from elzctl.mirrored_file import put
from elzctl.write_faults import WriteFault

DAY = "--today=2025-04-01"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A plan with meetings, sound enough to be published."""
    return met(tmp_path / "zone")


@pytest.fixture
def run(root: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(root, capsys, "site", DAY)


def state(folder: Path) -> dict[str, tuple[int, bytes]]:
    """When every file was written, and what it holds."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_site_is_made_and_says_where_it_begins(root: Path, run: Run) -> None:
    code, out, err = run("--out", "public")
    assert (code, out) == (0, f"{root / 'public' / 'index.html'}\n")
    assert "files written" in err
    assert (root / "public" / "actions" / "koffie.html").is_file()
    assert not list(root.rglob("*.tmp"))


def test_that_readers_cannot_react_is_said_when_it_is_so_and_no_page_asks_them_to(root: Path, run: Run) -> None:
    code, _, err = run("--out", "public")
    assert code == 0
    assert err.count("info: readers cannot react") == 1
    page = root / "public" / "privacy.html"
    assert "Tell us" not in page.read_text("utf-8")
    assert "Tell Eerstelijnszone Polder." in page.read_text("utf-8")
    settings = root / "plan" / "plan.yaml"
    before = settings.read_text("utf-8")
    settings.write_text(f"{before}forge: {{url: https://github.com/elz/plan}}\n", "utf-8")
    assert "cannot react" not in run("--out", "public")[2]
    assert 'Tell us, and we take it away. <a href="https://github.com/elz/plan"' in page.read_text("utf-8")
    settings.write_text(before, "utf-8")
    actors = root / "plan" / "actors.yaml"
    text = actors.read_text("utf-8")
    actors.write_text(text.replace("  kind: zone\n", "  kind: zone\n  contact: [info@elz-polder.be]\n", 1), "utf-8")
    assert "cannot react" not in run("--out", "public")[2]
    assert 'href="mailto:info@elz-polder.be"' in page.read_text("utf-8")


def test_what_did_not_change_is_not_written_again(root: Path, run: Run) -> None:
    run("--out", "public")
    before = state(root / "public")
    _, _, err = run("--out", "public")
    assert state(root / "public") == before
    assert "written" not in err
    path = root / "plan" / "actions" / "koffie.md"
    path.write_text(path.read_text("utf-8").replace("Een woord vooraf.", "Een woord later."), "utf-8")
    run("--out", "public")
    changed = {name for name, found in state(root / "public").items() if before[name] != found}
    assert "actions/koffie.html" in changed
    assert changed <= {"actions/koffie.html", "data/plan.json", "assets/search-index.js", LIST}


def test_pages_that_are_gone_are_taken_away_and_nothing_else_is(root: Path, run: Run) -> None:
    extra = root / "plan" / "actions" / "thee.md"
    extra.write_text(fiche("1.1.9", "lead: [kring]", title="Thee"), "utf-8")
    run("--out", "public", "--draft")
    public = root / "public"
    (public / "CNAME").write_text("plan.voorbeeld.be\n", "utf-8")
    (public / "actions" / "mijn.html").write_text("van mij", "utf-8")
    assert (public / "actions" / "thee.html").is_file()
    extra.unlink()
    _, _, err = run("--out", "public", "--draft")
    assert not (public / "actions" / "thee.html").exists()
    assert "1 file removed" in err
    assert (public / "CNAME").read_text("utf-8") == "plan.voorbeeld.be\n"
    assert (public / "actions" / "mijn.html").read_text("utf-8") == "van mij"


def test_a_file_that_somebody_else_made_is_never_written_over(root: Path, run: Run) -> None:
    public = root / "public"
    public.mkdir()
    (public / "index.html").write_text("van mij", "utf-8")
    code, _, err = run("--out", "public")
    assert code == 2
    assert "elzctl did not make it" in err
    assert [path.name for path in public.iterdir()] == ["index.html"]


@pytest.mark.parametrize("out", ["plan", "plan/site", "meetings", "private", ".git/x", ".", "..", "templates/html"])
def test_a_folder_of_the_plan_itself_is_refused(root: Path, run: Run, out: str) -> None:
    before = state(root)
    code, _, err = run("--out", out)
    assert code == 2
    assert "--out public" in err
    assert state(root) == before


def test_links_are_not_followed(root: Path, run: Run, tmp_path: Path) -> None:
    away = tmp_path / "elders"
    away.mkdir()
    (root / "public").symlink_to(away)
    assert run("--out", "public")[0] == 2
    assert list(away.iterdir()) == []
    (root / "public").unlink()
    (root / "public").mkdir()
    (root / "public" / "actions").symlink_to(away)
    assert run("--out", "public")[0] == 2
    assert list(away.iterdir()) == []


@pytest.mark.parametrize("out", ["public/site", "public/../site", "public/a/b"])
def test_a_folder_behind_a_link_is_refused(root: Path, run: Run, tmp_path: Path, out: str) -> None:
    away = tmp_path / "elders"
    away.mkdir()
    (root / "public").symlink_to(away)
    code, _, err = run("--out", out)
    assert code == 2
    assert "lies behind" in err
    assert [path.name for path in away.iterdir()] == []
    assert not (tmp_path / "site").exists()


def test_a_link_of_the_user_outside_the_repository_is_followed_and_one_in_it_by_no_spelling(
    root: Path, run: Run, tmp_path: Path
) -> None:
    away, shared = tmp_path / "elders", tmp_path / "gedeeld"
    away.mkdir()
    shared.symlink_to(away)
    assert run("--out", "../gedeeld/site")[0] == 0
    assert (away / "site" / "index.html").is_file()
    (root / "lnk").symlink_to(away)
    (tmp_path / "wortel").symlink_to(root)
    for out in (tmp_path / "wortel" / "lnk" / "site2", root / "lnk" / "site2"):
        code, _, err = run("--out", str(out))
        assert code == 2
        assert "lies behind" in err
    assert not (away / "site2").exists()


def test_a_plan_with_errors_is_not_published_but_as_a_draft(root: Path, run: Run) -> None:
    (root / "plan" / "actions" / "stuk.md").write_text("---\ntitle: [\n---\n", "utf-8")
    code, _, err = run("--out", "public")
    assert code == 1
    assert "nothing was made" in err
    assert not (root / "public").exists()
    assert run("--out", "public", "--draft")[0] == 0
    assert "This is a draft: the plan has 1 error." in (root / "public" / "actions" / "koffie.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "--out FOLDER"),
        (("--out", "x", "--with", "odt"), "odt"),
        (("--out", "x", "--url", "javascript:x"), "no address"),
        (("--out", "x", "--url", 'https://x.be/"onclick=1'), "no address"),
        (("--out", "x", "--today", "gisteren"), "gisteren"),
    ],
)
def test_what_cannot_be_understood_is_said(root: Path, run: Run, words: tuple[str, ...], said: str) -> None:
    code, _, err = run(*words)
    assert code == 2
    assert said in err
    assert not (root / "x").exists()


def apart(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The program as a process of its own, without Git: an engine that drew a PDF here cannot be copied."""
    command = [sys.executable, "-m", "elzctl", "--lang", "en", "site", DAY, *words]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PATH": ""}
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


def test_documents_are_made_on_request_and_can_be_found(root: Path) -> None:
    assert apart(root, "--out", "public", "--with", "pdf,docx").returncode == 0
    public = root / "public"
    assert (public / "documents" / "plan.pdf").read_bytes().startswith(b"%PDF")
    assert (public / "documents" / "2025-01-14-overleg.docx").read_bytes().startswith(b"PK")
    assert 'href="documents/plan.pdf"' in (public / "downloads.html").read_text("utf-8")
    assert apart(root, "--out", "public").returncode == 0
    assert not (public / "documents").exists()


def test_the_same_files_and_day_give_the_same_bytes_in_every_run(root: Path, tmp_path: Path) -> None:
    made = []
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed}
        command = [sys.executable, "-m", "elzctl", "site", DAY, "--out", str(tmp_path / seed)]
        subprocess.run(command, cwd=root, env=environment, capture_output=True, check=True)
        made.append({name: data for name, (_, data) in state(tmp_path / seed).items()})
    assert made[0] == made[1]


def test_a_folder_anywhere_will_do(root: Path, tmp_path: Path) -> None:
    found = apart(root, "--out", str(tmp_path / "uit" / "site"))
    assert (found.returncode, found.stdout) == (0, f"{tmp_path / 'uit' / 'site' / 'index.html'}\n")


# The folder itself


def test_a_list_that_names_files_elsewhere_takes_none_away(tmp_path: Path) -> None:
    (tmp_path / "kostbaar.txt").write_text("x", "utf-8")
    folder = tmp_path / "uit"
    mirror(folder, {"a.html": b"a"})
    for name in ("../kostbaar.txt", str(tmp_path / "kostbaar.txt"), "a/../../kostbaar.txt", "B.TXT", "eigen.txt"):
        listed = json.loads((folder / LIST).read_bytes())
        listed["files"][name] = "0" * 32
        (folder / LIST).write_text(json.dumps(listed), "utf-8")
    (folder / "eigen.txt").write_text("x", "utf-8")
    assert mirror(folder, {"a.html": b"a"}).removed == ()
    assert (tmp_path / "kostbaar.txt").exists()
    assert (folder / "eigen.txt").exists()


def test_what_an_older_list_says_of_a_file_counts(tmp_path: Path) -> None:
    folder = tmp_path / "uit"
    mirror(folder, {"a.html": b"a", "b.html": b"b", "c.html": b"c"})
    listed = json.loads((folder / LIST).read_bytes())
    listed["files"] |= {f"{name}.html": sha256(name.encode()).hexdigest()[:32] for name in "bc"}
    (folder / LIST).write_text(json.dumps(listed), "utf-8")
    (folder / "c.html").write_bytes(b"my own words")
    assert mirror(folder, {"a.html": b"a"}).removed == ("b.html",)
    assert (folder / "c.html").read_bytes() == b"my own words"


@pytest.mark.parametrize(
    "path", ["../a.html", "/a.html", "a/../b.html", "a\\b.html", "C:x.html", ".git", "a/b/c.html", ""]
)
def test_no_file_is_ever_made_under_an_odd_name(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="no name for a file"):
        mirror(tmp_path / "uit", {"a.html": b"a", path: b"b"})
    assert not (tmp_path / "uit").exists()


@pytest.mark.parametrize("broken", [b"", b"[", b"[1]", b'{"version": 9}', b'{"version": 1, "files": [1]}', b"\xff"])
def test_a_broken_list_is_as_none(tmp_path: Path, broken: bytes) -> None:
    mirror(tmp_path, {"a.html": b"a"})
    (tmp_path / LIST).write_bytes(broken)
    assert mirror(tmp_path, {"a.html": b"a"}).kept == 1
    (tmp_path / LIST).write_bytes(broken)
    with pytest.raises(WriteFault):
        mirror(tmp_path, {"a.html": b"anders"})


class CutOff(Mapping[str, bytes]):
    """Files of which the last cannot be had any more when it is to be written."""

    def __init__(self, files: dict[str, bytes], gets: int) -> None:
        self.files = files
        self.gets = gets

    def __getitem__(self, path: str) -> bytes:
        self.gets -= 1
        if self.gets < 0:
            raise KeyboardInterrupt
        return self.files[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self.files)

    def __len__(self) -> int:
        return len(self.files)


@pytest.mark.parametrize("gets", range(13))
def test_a_build_that_is_cut_off_can_be_done_again(tmp_path: Path, gets: int) -> None:
    mirror(tmp_path, {"a.html": b"1", "c.html": b"1"})
    with suppress(KeyboardInterrupt):
        mirror(tmp_path, CutOff({"a.html": b"2", "d.html": b"2", "c.html": b"2"}, gets))
    mirror(tmp_path, {"a.html": b"2", "d.html": b"3"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.name != LIST} == {
        "a.html": b"2",
        "d.html": b"3",
    }


def all_in(folder: Path) -> dict[str, bytes]:
    """The files below a folder but for the list."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != LIST)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_what_is_written_ahead_is_there_before_all_is_known_and_counts_as_written(tmp_path: Path) -> None:
    folder = tmp_path / "boven" / "uit"
    with Ahead(folder) as ahead:
        ahead.add({"a.html": b"a", "map/b.html": b"b"}, are_final=True)
        assert all_in(folder) == {"a.html": b"a", "map/b.html": b"b"}
        ahead.add({"c.html": b"c"}, are_final=False)
        assert "c.html" not in all_in(folder)
        # Of what was written one turns out otherwise, and one is not there at the end.
        done = mirror(folder, {"a.html": b"anders", "c.html": b"c", "d.html": b"d"}, None, ahead)
    assert all_in(folder) == {"a.html": b"anders", "c.html": b"c", "d.html": b"d"}
    assert done == Mirrored(("a.html", "c.html", "d.html"), ("map/b.html",), 0)
    assert mirror(folder, {"a.html": b"anders", "c.html": b"c", "d.html": b"d"}).kept == 3


def test_an_error_takes_away_what_was_written_ahead_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "uit"
    with suppress(KeyboardInterrupt), Ahead(folder) as ahead:
        ahead.add({"a.html": b"a", "map/b.html": b"b"}, are_final=True)
        raise KeyboardInterrupt
    assert not folder.exists()
    with suppress(KeyboardInterrupt), Ahead(folder) as ahead:
        ahead.add({"a.html": b"a", "map/b.html": b"b"}, are_final=True)
        (folder / "map" / "eigen.txt").write_bytes(b"x")
        (folder / "a.html").write_bytes(b"door iemand anders")
        raise KeyboardInterrupt
    assert all_in(folder) == {"a.html": b"door iemand anders", "map/eigen.txt": b"x"}


def test_in_a_folder_that_is_there_nothing_is_written_ahead(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"van iemand")
    with Ahead(tmp_path) as ahead:
        ahead.add({"a.html": b"a", "b.html": b"b"}, are_final=True)
        assert all_in(tmp_path) == {"a.html": b"van iemand"}
        with pytest.raises(WriteFault):
            mirror(tmp_path, {"a.html": b"a", "b.html": b"b"}, None, ahead)
    assert all_in(tmp_path) == {"a.html": b"van iemand"}


def test_who_makes_the_same_site_at_the_same_time_loses_nothing(tmp_path: Path) -> None:
    folder, files = tmp_path / "uit", {"a.html": b"a", "b.html": b"b", "c.html": b"c"}
    # One writes the rest while the other is at work, which then finds them as it would have made them.
    with suppress(KeyboardInterrupt), Ahead(folder) as ahead:
        ahead.add({"a.html": b"a"}, are_final=True)
        assert mirror(folder, files).written == ("b.html", "c.html")
        ahead.add({"b.html": b"b"}, are_final=True)
        raise KeyboardInterrupt
    assert all_in(folder) == files
    assert mirror(folder, files) == Mirrored((), (), 3)
    # One has all its parts, and the other wrote the last files before it.
    folder = tmp_path / "nog"
    with Ahead(folder) as ahead:
        ahead.add({"a.html": b"a"}, are_final=True)
        seen = looked(folder, files)
        mirror(folder, files)
        assert mirror(folder, files, seen, ahead).written == ("a.html", "b.html", "c.html")
    assert all_in(folder) == files
    # Of a plan that somebody changed in between, the files are others: these are not lost either.
    folder = tmp_path / "ander"
    with suppress(WriteFault), Ahead(folder) as ahead:
        ahead.add({"a.html": b"a"}, are_final=True)
        mirror(folder, {**files, "c.html": b"een ander"})
        ahead.add(files, are_final=True)
        raise AssertionError("no error")
    assert all_in(folder) == {**files, "c.html": b"een ander"}
    # Both began when there was no folder: one of them writes nothing ahead.
    with Ahead(tmp_path / "derde") as one, Ahead(tmp_path / "derde") as other:
        one.add({"a.html": b"a"}, are_final=True)
        other.add({"a.html": b"a"}, are_final=True)
        assert (one.files, other.files) == ({"a.html": b"a"}, {})


def test_two_runs_at_once_make_one_whole_site(root: Path) -> None:
    assert apart(root, "--out", "public").returncode == 0
    for name in ("uit", "nog", "derde"):
        with ThreadPoolExecutor() as both:
            done = list(both.map(lambda out: apart(root, "--out", out), (name, name)))
        assert [one.returncode for one in done] == [0, 0], [one.stderr for one in done]
        assert all_in(root / name) == all_in(root / "public")


def test_a_file_that_another_run_is_writing_is_waited_for(tmp_path: Path) -> None:
    name = tmp_path / "a.html"
    name.write_bytes(b"aa")
    later = Timer(0.2, name.write_bytes, [b"aaaa"])
    later.start()
    assert not put(str(name), b"aaaa", is_new=True)
    later.join()
    for other in (b"ab", b"aaaaa"):
        name.write_bytes(other)
        with pytest.raises(WriteFault):
            put(str(name), b"aaaa", is_new=True)
        assert name.read_bytes() == other


def test_no_file_is_written_ahead_under_an_odd_name(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no name for a file"), Ahead(tmp_path / "uit") as ahead:
        ahead.add({"a.html": b"a", "../b.html": b"b"}, are_final=True)
    assert list(tmp_path.iterdir()) == []


def test_what_was_written_ahead_before_a_process_was_killed_is_known_the_next_time(tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from elzctl.mirror import Ahead\n"
        "Ahead(Path(sys.argv[1])).add({'a.html': b'a', 'b.html': b'b'}, are_final=True); os.kill(os.getpid(), 9)"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "uit")], env=environment, check=False)
    done = mirror(tmp_path / "uit", {"a.html": b"nieuw"})
    assert done == Mirrored(("a.html",), ("b.html",), 0)
    assert all_in(tmp_path / "uit") == {"a.html": b"nieuw"}


@pytest.mark.skipif(sys.platform == "win32", reason="a shell closes the files here")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_file_that_was_closed_by_who_started_us_is_no_fault(root: Path, closed: str) -> None:
    command = f'"{sys.executable}" -m elzctl site {DAY} --out public {closed}'
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PATH": os.defpath}
    done = subprocess.run(["sh", "-c", command], cwd=root, env=environment, capture_output=True, check=False)
    assert done.returncode == 0
    assert (root / "public" / "index.html").exists()


def test_the_address_in_the_settings_is_used_when_none_is_given(root: Path, run: Run) -> None:
    settings = root / "plan" / "plan.yaml"
    settings.write_text(f"{settings.read_text('utf-8')}site: {{url: https://plan.voorbeeld.be/zone}}\n", "utf-8")
    assert run("--out", "public")[0] == 0
    page = (root / "public" / "actions" / "koffie.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://plan.voorbeeld.be/zone/actions/koffie.html">' in page
    sitemap = (root / "public" / "sitemap.xml").read_text("utf-8")
    assert "<loc>https://plan.voorbeeld.be/zone/index.html</loc>" in sitemap
    feed = (root / "public" / "subscribe" / "actions.xml").read_text("utf-8")
    assert 'rel="self" type="application/atom+xml" href="https://plan.voorbeeld.be/zone/subscribe/actions.xml"' in feed
    run("--out", "public", "--url", "http://elders.example")
    assert "http://elders.example/index.html" in (root / "public" / "sitemap.xml").read_text("utf-8")
    assert "plan.voorbeeld.be" not in (root / "public" / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    "url", ["plan.voorbeeld.be", "https://u:p@voorbeeld.be/", "https://voorbeeld.be/../x", "https://voorbeeld.be/?q=1"]
)
def test_an_address_that_is_none_is_a_finding_in_the_settings_and_refused_as_an_option(
    url: str, root: Path, run: Run
) -> None:
    code, _, err = run("--out", "public", "--url", url)
    assert code == 2
    assert "is no address of a site" in err
    settings = root / "plan" / "plan.yaml"
    settings.write_text(f'{settings.read_text("utf-8")}site: {{url: "{url}"}}\n', "utf-8")
    code, _, err = run("--out", "public")
    assert code == 1
    assert "does not look as it should here" in err


# What cannot be written, and what was left


@pytest.mark.skipif(sys.platform == "win32", reason="limits of another kind")
def test_a_full_disk_leaves_nothing_in_a_new_folder_and_is_told_as_it_is_in_another_one(root: Path) -> None:
    full = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)); "
    program = f"{full}sys.argv[1:] = {['-C', str(root), 'site', DAY, '--out', 'public', '--draft']!r}; from elzctl.cli.start import run; run()"

    def site() -> subprocess.CompletedProcess[str]:
        kept = {**os.environ, "PYTHONPATH": str(ROOT), "ELZCTL_CACHE": ""}
        return subprocess.run([sys.executable, "-c", program], env=kept, capture_output=True, text=True, check=False)

    done = site()
    assert (done.returncode, "nothing was" in done.stderr) == (2, True), done.stderr
    assert not (root / "public").exists()
    assert apart(root, "--out", "public", "--draft").returncode == 0
    large = max(
        (path for path in (root / "public").rglob("*.*") if path.suffix == ".css"), key=lambda one: one.stat().st_size
    )
    large.write_bytes(b"older")
    for path in (root / "public").rglob("*.html"):
        path.write_bytes(path.read_bytes() + b"<!-- older -->")
    done = site()
    assert (done.returncode, "a part of the old site" in done.stderr) == (2, True), done.stderr
    for path in (large, *(root / "public").rglob("*.html")):  # all that is written now is new
        path.unlink()
    done = site()
    assert (done.returncode, "a part of the old site" in done.stderr) == (2, True), done.stderr
    assert apart(root, "--out", "public", "--draft").returncode == 0
    assert large.stat().st_size > 20_000


def test_what_a_killed_run_left_goes_and_what_somebody_writes_now_stays(tmp_path: Path) -> None:
    folder = tmp_path / "uit"
    mirror(folder, {"a.html": b"a", "acties/b.html": b"b"})
    names = (
        ".elzctl-1-0123456789ab.tmp",
        "acties/.elzctl-2-0123456789ab.tmp",
        ".elzctl-3-0123456789ab.tmp",
        ".eigen.tmp",
    )
    for name in names:
        (folder / name).write_bytes(b"half")
    for name in (*names[:2], names[3]):
        os.utime(folder / name, (0, 0))
    mirror(folder, {"a.html": b"aa", "acties/b.html": b"b"})
    assert {path.name for path in folder.rglob(".*")} == {LIST, *(Path(name).name for name in names[2:])}


@pytest.mark.parametrize("odd", ["\ud800 x", "", "zz", "0" * 31, 3, None])
def test_a_hash_that_is_none_is_as_nothing(odd: object, tmp_path: Path) -> None:
    folder = tmp_path / "uit"
    mirror(folder, {"a.html": b"a", "b.html": b"b"})
    listed = json.loads((folder / LIST).read_bytes())
    listed["files"]["a.html"] = odd
    (folder / LIST).write_text(json.dumps(listed), "utf-8")
    assert mirror(folder, {"a.html": b"a", "b.html": b"bb"}).written == ("b.html",)
    assert json.loads((folder / LIST).read_bytes())["files"].keys() == {"a.html", "b.html"}
