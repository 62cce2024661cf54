"""Files that go with minutes, and pictures in texts, on a site: only what is harmless, and only what is public."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest
from drawn_meetings import met, words_of
from histories import git
from in_process import Run, runner
from made_pdf import pdf
from made_pictures import chunk, exif, jpeg, png
from small_meetings import minutes
from small_plans import ROOT, fiche
from test_attached_inside import linked, zipped

from elzctl.attachments.attachment import KINDS
from elzctl.checks.attachments import TYPES
from elzctl.cli.attached_kept import attachments_again
from elzctl.cli.preview.around import Around
from elzctl.cli.site_attached import Attachments, One, attachments
from elzctl.load import load
from elzctl.render.markdown import plain
from elzctl.render.site.attached import paths
from elzctl.render.site.kept import hashed
from elzctl.render.site.options import Options
from elzctl.render.site.site_text import in_bytes
from elzctl.shelf import Shelf
from elzctl.tree import WorkTree
from elzctl.wording import Language, say

HELD = "2025-02-11-overleg"
NOT_PUBLISHED = "not published"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return met(tmp_path / "zone")


@pytest.fixture
def run(root: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(root, capsys, "site", "--today=2025-04-01", "--out=public", "--draft")


def held(root: Path, *names: str, text: str = "## 1. Onthaal\n\nWelkom.\n", state: str = "review") -> None:
    """Minutes with these files, each by a title of its own."""
    listed = ", ".join(f"{{file: {json.dumps(name)}, title: Stuk {number}}}" for number, name in enumerate(names))
    (root / "meetings" / f"{HELD}.md").write_text(
        minutes(
            "2025-02-11", f"state: {state}", f"attachments: [{listed}]", "no_action_points: geen", text=text
        ).replace("state: draft\n", ""),
        "utf-8",
    )


def put(root: Path, **files: bytes) -> None:
    for name, data in files.items():
        stem, _, ending = name.rpartition("_")
        (root / "meetings" / "attachments" / f"{stem}.{ending}").write_bytes(data)


def office(part: str, *more: str) -> bytes:
    """A document of an office program, as far as anybody looks."""
    held = dict.fromkeys((part, *more), "x")
    return zipped({**held, **linked(held)})


def page(root: Path, path: str = f"meetings/{HELD}.html") -> str:
    return (root / "public" / path).read_text("utf-8")


def published(root: Path) -> set[str]:
    return {path.name for path in (root / "public" / "attachments").glob("*")}


def test_a_file_that_goes_with_public_minutes_is_on_the_site_and_its_page_leads_to_it(root: Path, run: Run) -> None:
    put(root, Cijfers_pdf=pdf("Cijfers"), niet_genoemd_pdf=pdf("GEHEIM"))
    held(root, "Cijfers.pdf")
    assert run()[0] == 0
    (name,) = published(root)
    assert name.startswith("cijfers-")
    assert (root / "public" / "attachments" / name).read_bytes() == pdf("Cijfers")
    assert f'<a href="../attachments/{name}">Stuk 0</a> (PDF, 1 kB)' in page(root)
    held(root)
    run()
    assert not (root / "public" / "attachments").exists()


def test_each_kind_that_may_go_with_minutes_can_be_published(root: Path, run: Run) -> None:
    assert set(KINDS) == set(TYPES)
    put(
        root,
        a_docx=office("word/document.xml"),
        b_xlsx=office("xl/workbook.xml"),
        c_pptx=office("ppt/presentation.xml"),
        d_odt=office("content.xml"),
        e_png=png(4, 4),
        f_jpeg=jpeg(),
        g_csv="naam;aantal\nkoffie;3\n".encode("cp1252"),
        h_txt=b"een tekst",
    )
    names = ["a.docx", "b.xlsx", "c.pptx", "d.odt", "e.png", "f.jpeg", "g.csv", "h.txt"]
    held(root, *names)
    code, _, err = run()
    assert code == 0
    assert published(root) == set(names)
    assert "not published" not in err


def test_what_a_camera_noted_is_not_published(root: Path, run: Run) -> None:
    put(root, foto_png=png(4, 4, chunk(b"tEXt", b"Author\0GEHEIM")), kiek_jpg=jpeg(exif(1, author=b"GEHEIM")))
    held(root, "foto.png", "kiek.jpg")
    run()
    assert published(root) == {"foto.png", "kiek.jpg"}
    assert not any(b"GEHEIM" in path.read_bytes() for path in (root / "public").rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("tekening.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>window.ran=1</script></svg>'),
        ("pagina.html", b"<script>window.ran=1</script>"),
        ("pagina.pdf", b"<script>window.ran=1</script>"),
        ("tekening.png", b"<svg xmlns='http://www.w3.org/2000/svg' onload='window.ran=1'/>"),
        ("pagina.txt", b"\xef\xbb\xbf <html><script>window.ran=1</script>"),
        ("tabel.csv", b"a\0b"),
        ("brief.docx", office("iets.xml")),
        ("brief.docx", office("word/document.xml", "word/vbaProject.bin")),
        ("brief.odt", office("content.xml", "Basic/Standard/Module1.xml")),
        ("brief.xlsx", b"geen zip"),
        ("programma.exe", b"MZ"),
        ("zonder", b"MZ"),
    ],
)
def test_what_is_not_harmless_stays_a_name_and_is_told(name: str, data: bytes, root: Path, run: Run) -> None:
    (root / "meetings" / "attachments" / name).write_bytes(data)
    held(root, name)
    code, _, err = run()
    assert code == 0
    assert published(root) == set()
    assert f"<li>Stuk 0 ({NOT_PUBLISHED})</li>" in page(root)
    assert f"meetings/attachments/{name} is not published: it " in err


@pytest.mark.parametrize(
    "name", ["../../plan/plan.yaml", "/etc/passwd", "..\\geheim.pdf", "../private/leden.csv", "a/b.pdf", ".."]
)
def test_a_path_is_no_name_of_a_file(name: str, root: Path, run: Run) -> None:
    (root / "private").mkdir()
    (root / "private" / "leden.csv").write_text("GEHEIM", "utf-8")
    held(root, name)
    assert run()[0] == 0
    assert published(root) == set()
    assert "<a" not in page(root).partition("Attachments</h2>")[2].partition("</ul>")[0]
    listed = json.loads((root / "public" / "data" / "plan.json").read_bytes())["meetings"]
    files = [one["file"] for meeting in listed for one in meeting["attachments"]]
    assert files == [None]
    assert not any(b"GEHEIM" in path.read_bytes() for path in (root / "public").rglob("*") if path.is_file())


@pytest.mark.parametrize("path", ["../../private/leden.csv", "..\\private\\leden.csv", "leden.csv"])
def test_documents_say_the_name_of_a_file_without_its_folders(path: str, root: Path) -> None:
    internal = words_of(root, internal=True)
    assert plain(internal.attachment(path, "De leden")) == "De leden (leden.csv)"
    assert plain(internal.attachment(path, "")) == "leden.csv"
    assert plain(words_of(root).attachment(path, "De leden")) == "De leden"
    assert plain(words_of(root).attachment(path, "")) == "attachment"
    assert plain(words_of(root).attachment("cijfers.pdf", "")) == "cijfers.pdf"


def listing(root: Path) -> None:
    """Minutes with files of which two may be published and three may not, one of each without a title."""
    fine, told = b"naam;aantal\nkoffie;3\n", b"naam;geheim@voorbeeld.be\n"
    put(root, goed_csv=fine, fijn_csv=fine, ontslag_csv=told, geheim_csv=told)
    held(root, "goed.csv", "ontslag.csv", "weg-ontslag.csv")
    path = root / "meetings" / f"{HELD}.md"
    text = path.read_text("utf-8").replace("attachments: [", "attachments: [{file: fijn.csv}, {file: geheim.csv}, ")
    path.write_text(text, "utf-8")


def test_the_name_of_a_file_that_is_not_published_is_nowhere(root: Path, run: Run) -> None:
    listing(root)
    assert run("--with=docx")[0] == 0
    assert published(root) == {"goed.csv", "fijn.csv"}
    assert f"<li>attachment ({NOT_PUBLISHED})</li>" in page(root)
    assert f"<li>Stuk 1 ({NOT_PUBLISHED})</li>" in page(root)
    listed = json.loads((root / "public" / "data" / "plan.json").read_bytes())["meetings"]
    (files,) = [one["attachments"] for one in listed if one["id"] == HELD]
    assert [one["file"] for one in files] == ["fijn.csv", None, "goed.csv", None, None]
    assert [one["title"] for one in files] == [None, None, "Stuk 0", "Stuk 1", "Stuk 2"]
    for path in (one for one in (root / "public").rglob("*") if one.is_file()):
        data = path.read_bytes()
        if path.suffix == ".docx":
            with zipfile.ZipFile(path) as archive:
                data = b"".join(map(archive.read, archive.namelist()))
        assert not re.search(rb"(?i)ontslag|geheim", data), path


def test_neither_documents_nor_the_data_of_a_plan_tell_it(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listing(root)
    run = runner(root, capsys)
    assert run("render", "minutes", HELD, "--draft", "--format=html", "--out=uit")[0] == 0
    (made,) = (root / "uit").glob("*.html")
    words = made.read_text("utf-8").lower()
    assert "<li>fijn.csv</li>" in words
    assert "<li>stuk 0 (goed.csv)</li>" in words
    assert "<li>stuk 1</li>" in words
    assert [word for word in ("ontslag", "geheim") if word in words] == []
    out = run("export", "json")[1].lower()
    assert '"file": "fijn.csv"' in out
    assert [word for word in ("ontslag", "geheim") if word in out] == []
    assert run("render", "minutes", HELD, "--draft", "--internal", "--format=html", "--out=private")[0] == 0
    (made,) = (root / "private").glob("*.html")
    assert "Stuk 1 (ontslag.csv)" in made.read_text("utf-8")


def test_no_link_is_followed_and_nothing_that_is_too_large_is_read(root: Path, run: Run) -> None:
    folder = root / "meetings" / "attachments"
    (root / "geheim.pdf").write_bytes(b"%PDF-1.7 GEHEIM")
    (folder / "naar.pdf").symlink_to(root / "geheim.pdf")
    os.mkfifo(folder / "pijp.pdf")
    with (folder / "groot.pdf").open("wb") as file:
        file.write(b"%PDF-1.7")
        file.truncate(21 << 20)
    held(root, "naar.pdf", "pijp.pdf", "groot.pdf")
    code, _, err = run()
    assert code == 0
    assert published(root) == set()
    assert "groot.pdf is not published: it is larger than 20 MiB." in err
    assert "pijp.pdf is not published: it is not an ordinary file." in err


def test_a_file_that_is_another_one_too_is_not_published(root: Path, run: Run) -> None:
    (root / "private").mkdir()
    (root / "private" / "leden.csv").write_text("a;b\n", "utf-8")
    os.link(root / "private" / "leden.csv", root / "meetings" / "attachments" / "hard.csv")
    put(root, een_csv=b"a;b\n")
    os.link(root / "meetings" / "attachments" / "een.csv", root / "meetings" / "attachments" / "twee.csv")
    held(root, "hard.csv", "een.csv", "twee.csv")
    code, _, err = run()
    assert code == 0
    assert "meetings/attachments/hard.csv is not published: it is one and the same as a file in another folder" in err
    assert published(root) == {"een.csv", "twee.csv"}


def test_a_file_that_git_does_not_keep_is_not_published(root: Path, run: Run) -> None:
    put(root, in_csv=b"a;b\n", uit_csv=b"a;b\n")
    held(root, "in.csv", "uit.csv")
    git(root, "init", "--quiet")
    git(root, "add", "meetings/attachments/in.csv")
    code, _, err = run()
    assert code == 0
    assert "meetings/attachments/uit.csv is not published: it is not in Git" in err
    assert published(root) == {"in.csv"}
    git(root, "add", "meetings/attachments/uit.csv")
    assert "is not in Git" not in run()[2]
    assert published(root) == {"in.csv", "uit.csv"}


def test_a_folder_that_is_a_link_is_not_read(root: Path, tmp_path: Path, run: Run) -> None:
    put(root, stuk_pdf=pdf("Stuk"))
    (root / "meetings" / "attachments").rename(tmp_path / "elders")
    (root / "meetings" / "attachments").symlink_to(tmp_path / "elders")
    held(root, "stuk.pdf")
    run()
    assert published(root) == set()


def test_of_a_draft_and_of_a_closed_series_no_file_is_published(root: Path, run: Run) -> None:
    put(root, stuk_pdf=pdf("Stuk"))
    held(root, "stuk.pdf", state="draft")
    run()
    assert published(root) == set()
    held(root, "stuk.pdf", state="approved")
    run()
    assert published(root) == {"stuk.pdf"}
    series = root / "meetings" / "series.yaml"
    series.write_text(series.read_text("utf-8").replace("access: open", "access: closed"), "utf-8")
    run()
    assert published(root) == set()


@pytest.mark.parametrize("state", ["planned", "cancelled\nreason: De zaal is dicht"])
@pytest.mark.parametrize("day", ["2025-01-01", "2025-02-11", "2025-04-01"])
def test_of_a_meeting_that_is_called_or_cancelled_no_file_is_published(
    state: str, day: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(root, stuk_txt=b"KLADSTUK")
    held(root, "stuk.txt", state=state)
    assert runner(root, capsys, "site", f"--today={day}", "--out=public", "--draft")()[0] == 0
    assert not any(b"KLADSTUK" in path.read_bytes() for path in (root / "public").rglob("*") if path.is_file())
    assert "Stuk 0" not in page(root)
    held(root, "stuk.txt", state="review")
    assert runner(root, capsys, "site", f"--today={day}", "--out=public", "--draft")()[0] == 0
    assert published(root) == ({"stuk.txt"} if day >= HELD[:10] else set())


def test_an_invitation_names_the_papers_that_go_with_it_which_no_site_has_yet(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(root, stuk_txt=b"Beste lezers", lijst_txt=b"naam@voorbeeld.be")
    held(root, "stuk.txt", "lijst.txt", state="planned")
    assert (
        runner(root, capsys, "render", "invitation", HELD, "--format=html", "--today=2025-01-01", "--draft")()[0] == 0
    )
    (sent,) = (file.read_text("utf-8") for file in (root / "build").glob(f"{HELD}-*.html"))
    assert "Stuk 0 (stuk.txt)" in sent
    assert "lijst.txt" not in sent


def test_files_have_names_that_every_computer_can_write_and_none_twice() -> None:
    found = paths(["Één.PDF", "een.pdf", "con.pdf", "….pdf", "x" * 100 + ".pdf", "een.docx"], "bijlagen")
    assert len(set(found.values())) == 6
    assert found["een.docx"] == "bijlagen/een.docx"
    assert all(path == path.lower() and path.isascii() and len(path) < 90 for path in found.values())
    assert "bijlagen/con.pdf" not in found.values()
    assert paths(["een.pdf", "Één.PDF"], "b") == paths(["Één.PDF", "een.pdf"], "b")


def test_a_file_that_comes_later_never_takes_the_address_of_another_one() -> None:
    earlier = ("de-nota.txt", "Nota.txt", "nota mei.txt", "nóta.txt", "een-nota.txt", "NOTA.TXT")
    before = paths(earlier, "b")
    later = ("nota.txt", "nota-mei.txt", *(path.removeprefix("b/") for path in before.values()))
    after = paths((*later, *earlier), "b")
    assert {name: after[name] for name in earlier} == before
    assert len(set(after.values())) == len({*earlier, *later})
    assert (after["nota.txt"], after["de-nota.txt"]) == ("b/nota.txt", "b/de-nota.txt")


def test_the_address_of_a_file_tells_nothing_of_somebody() -> None:
    for name in ("0471 83 94 76.pdf", "0471-83-94-76.pdf", "naam@voorbeeld.be.txt"):
        assert re.fullmatch(r"b/x-[0-9a-f]{8}\.(?:pdf|txt)", paths([name], "b")[name])


def test_sizes_are_said_in_the_language_of_the_page() -> None:
    sizes = (3, 1_499, 999_499, 1_250_000)
    assert [in_bytes(size, Language("en")) for size in sizes] == ["1 kB", "1 kB", "999 kB", "1.2 MB"]
    assert in_bytes(1_250_000, Language("nl")) == "1,2 MB"


# Pictures in texts


def test_a_picture_in_a_text_is_a_file_beside_the_pages_with_its_words(root: Path, run: Run) -> None:
    (root / "plan" / "pictures").mkdir()
    (root / "plan" / "pictures" / "kaart.png").write_bytes(png(600, 400, chunk(b"tEXt", b"Author\0GEHEIM"), level=0))
    text = "## Waarom?\n\n![De kaart van de streek](kaart.png)\n"
    (root / "plan" / "actions" / "thee.md").write_text(
        fiche("1.1.9", "lead: [kring]", title="Thee", text=text), "utf-8"
    )
    put(root, krabbel_png=png(4, 4), geheim_png=png(5, 5))
    held(root, text="## 1. Onthaal\n\n![Een krabbel](krabbel.png)\n\n::: intern\n![Niet hier](geheim.png)\n:::\n")
    assert run()[0] == 0
    drawn = page(root, "actions/thee.html")
    assert 'alt="De kaart van de streek" width="600" height="400"' in drawn
    assert len(drawn) < 20_000
    files = {path.name: path.read_bytes() for path in (root / "public" / "assets").glob("*.png")}
    assert len(files) == 2
    assert all(f'src="../assets/{name}"' in drawn + page(root) for name in files)
    assert "Een krabbel" in page(root)
    assert "Niet hier" not in page(root)
    assert not any(b"GEHEIM" in data for data in files.values())


# From one run to the next


def test_a_file_is_looked_into_again_when_it_changed_and_what_there_is_to_say_is_said_each_time(
    root: Path, run: Run
) -> None:
    held(root, "brief.txt", "lijst.pdf")
    put(root, brief_txt=b"Beste lezers", lijst_pdf=pdf("Bel 0471 83 94 76"))
    first = run()
    assert run()[2].replace("unchanged", "") != ""
    told = [line for line in first[2].splitlines() if "lijst.pdf" in line]
    assert told
    assert told == [line for line in run()[2].splitlines() if "lijst.pdf" in line]
    published = next((root / "public").rglob("brief.txt"))
    assert published.read_bytes() == b"Beste lezers"
    stamp = os.stat(root / "meetings/attachments/brief.txt")
    put(root, brief_txt=b"Beste mensen")
    os.utime(root / "meetings/attachments/brief.txt", ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    run()
    assert published.read_bytes() == b"Beste mensen"
    put(root, brief_txt=b"0478 12 34 56")
    assert "brief.txt" in run()[2]
    assert not published.exists()


def test_a_file_comes_along_from_the_moment_that_git_keeps_it_also_when_the_plan_is_a_folder_of_a_repository(
    root: Path, run: Run
) -> None:
    git(root.parent, "init", "--quiet")
    held(root, "brief.txt")
    put(root, brief_txt=b"Beste lezers")
    for _ in range(2):
        assert "git add" in run()[2]
    git(root.parent, "add", "zone/meetings/attachments/brief.txt")
    assert "git add" not in run()[2]
    assert len(list((root / "public").rglob("brief.txt"))) == 1
    git(root.parent, "rm", "--quiet", "--cached", "zone/meetings/attachments/brief.txt")
    assert "git add" in run()[2]
    assert list((root / "public").rglob("brief.txt")) == []


def test_what_came_of_a_file_stays_when_something_else_changes_and_not_when_it_could_come_out_otherwise(
    root: Path,
) -> None:
    held(root, "brief.txt", "lijst.txt", "los.txt")
    put(root, brief_txt=b"Bel 02 555 12 12", lijst_txt=b"Beste lezers", los_txt=b"Nog iets")
    # As an earlier run could have left it: of one file another outcome than its own.
    first = attachments(root, load(WorkTree(root)).plan)
    assert list(first.attached) == ["lijst.txt", "los.txt"]
    each = {**first.each, "lijst.txt": One(None, say("takes too much time or memory to read"))}
    earlier = first._replace(each=each)
    shelf = Shelf(root.parent, "9-attached", "mark")

    def again(made_of: str) -> Attachments:
        return attachments_again(root, load(WorkTree(root)).plan, shelf, made_of)

    assert list(attachments(root, load(WorkTree(root)).plan, earlier, each).attached) == ["los.txt"]
    assert list(attachments(root, load(WorkTree(root)).plan, earlier, ["los.txt"]).attached) == ["lijst.txt", "los.txt"]
    # Another contact is allowed: all is read again.
    assert again("plan").each == first.each
    actors = root / "plan" / "actors.yaml"
    actors.write_text(actors.read_text("utf-8").replace("\nkring:\n", "\nkring:\n  contact: [02 555 12 12]\n"), "utf-8")
    assert list(again("plan with a contact").attached) == ["brief.txt", "lijst.txt", "los.txt"]
    kept = shelf.take()
    other = {name: (one[0] and (b"as it was kept", ()), *one[1:]) for name, one in kept[5].items()}
    shelf.put((*kept[:5], other, *kept[6:]))
    put(root, los_txt=b"Iets anders")
    assert sorted(again("plan with another title").files.values()) == [
        b"Iets anders",
        b"as it was kept",
        b"as it was kept",
    ]


def site(root: Path, **environment: str) -> str:
    """What a run of its own says; what it keeps lies beside the plan."""
    kept = {**os.environ, "PYTHONPATH": str(ROOT), "ELZCTL_CACHE": str(root.parent / "kept"), **environment}
    command = [sys.executable, "-m", "elzctl", "-C", str(root), "site", "--today=2025-04-01", "--out=public", "--draft"]
    done = subprocess.run(command, env=kept, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stderr


@pytest.mark.parametrize("fault", ["gone", "failing", "settings"])
def test_where_git_does_not_answer_nothing_is_published_and_that_is_not_believed_ever_after(
    fault: str, root: Path
) -> None:
    held(root, "brief.txt", "los.txt")
    put(root, brief_txt=b"Beste lezers", los_txt=b"van niemand")
    git(root, "init", "--quiet")
    git(root, "add", "meetings/attachments/brief.txt")
    config = root / ".git" / "config"
    before = config.read_bytes()
    programs = root.parent / "bin"
    programs.mkdir()
    if fault == "failing":
        (programs / "git").write_text("#!/bin/sh\nexit 128\n", "utf-8")
        (programs / "git").chmod(0o755)
    if fault == "settings":
        config.write_bytes(b"[core\n")
    told = site(root, **({} if fault == "settings" else {"PATH": str(programs)}))
    assert (told.count("brief.txt"), told.count("los.txt")) == (1, 1)
    assert "git" in told.lower()
    assert published(root) == set()
    config.write_bytes(before)
    told = site(root)
    assert (told.count("brief.txt"), told.count("los.txt")) == (0, 1)
    assert published(root) == {"brief.txt"}


def test_a_reading_that_was_killed_is_tried_again(root: Path) -> None:
    held(root, "lijst.pdf")
    put(root, lijst_pdf=pdf("Cijfers"))
    (root.parent / "deadly").mkdir()
    (root.parent / "deadly" / "pypdfium2.py").write_text("import os\nos.kill(os.getpid(), 9)\n", "utf-8")
    assert "lijst.pdf" in site(root, PYTHONPATH=f"{root.parent / 'deadly'}{os.pathsep}{ROOT}")
    assert published(root) == set()
    assert "lijst.pdf" not in site(root)
    assert published(root) == {"lijst.pdf"}


def test_a_preview_has_the_files_of_minutes_from_the_moment_that_these_are_public(root: Path) -> None:
    around = Around(root)
    put(root, brief_txt=b"Beste lezers")
    for state, wanted in (("draft", []), ("review", ["brief.txt"]), ("draft", [])):
        held(root, "brief.txt", state=state)
        loaded = load(WorkTree(root))
        found = around.options(Options(), loaded, hashed(loaded)[0], date(2025, 4, 1))
        assert list(found.attached) == wanted
