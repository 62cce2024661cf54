"""``elzctl serve``: what a browser gets and is refused, and how a saved file comes on the screen.  Over real connections."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from drawn_meetings import met
from histories import begin, commit
from in_process import runner

from elzctl.cli.preview.brought import Brought
from elzctl.cli.preview.watch import LONGEST, TICK, pause
from elzctl.load import load
from elzctl.tree import WorkTree
from elzctl.wording import Language

PATIENCE = 60
"""Seconds after which what has to come is given up; it takes one, on a computer that is not busy."""


class Preview(NamedTuple):
    """A preview that runs."""

    process: subprocess.Popen[str]
    root: Path
    port: int

    def get(self, path: str = "/", method: str = "GET", **headers: str) -> tuple[int, dict[str, str], str]:
        """What the server says, asked with exactly this path."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.putrequest(method, path, skip_host="Host" in headers, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read().decode(errors="replace")
        connection.close()
        return answer.status, dict(answer.getheaders()), body

    def state(self, page: str = "/", seen: str = "") -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.get(f"/_elzctl/state?page={page}&seen={seen}")[2])
        return found

    def save(self, path: str, old: str, new: str) -> None:
        file = self.root / path
        file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")

    def until(self, holds: Callable[[], bool]) -> float:
        """How long it took until something holds."""
        begun = time.monotonic()
        while not holds():
            assert time.monotonic() - begun < PATIENCE
            assert self.process.poll() is None
            time.sleep(0.02)
        return time.monotonic() - begun


def started(root: Path, *words: str) -> Preview:
    command = [sys.executable, "-m", "elzctl", "--lang", "en", "-C", str(root), "serve", "--no-open", *words]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line.startswith("http://127.0.0.1:"), process.communicate()[1]
    return Preview(process, root, int(line.strip().rstrip("/").rpartition(":")[2]))


def ended(preview: Preview, by: signal.Signals = signal.SIGINT) -> tuple[int, str]:
    """The exit code, and what was said on stderr."""
    preview.process.send_signal(by)
    _, err = preview.process.communicate(timeout=PATIENCE)
    return preview.process.returncode, err


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """One preview for all that only ask; its plan is sound."""
    found = started(met(tmp_path_factory.mktemp("zone")), "--port", "0", "--today", "2025-04-01")
    yield found
    assert ended(found)[0] == 0


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Preview]:
    """A preview of which the plan may be changed."""
    found = started(met(tmp_path / "zone"), "--port", "0", "--today", "2025-04-01")
    yield found
    if found.process.poll() is None:
        ended(found, signal.SIGKILL)


# What a browser gets


def test_the_pages_are_those_of_the_site_with_a_script_that_looks_for_news(preview: Preview) -> None:
    code, headers, page = preview.get("/")
    assert code == 200
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert page.count('<script src="/_elzctl/live.js"') == 1
    assert preview.get("/index.html")[2] == page
    assert "Koffie" in preview.get("/actions/koffie.html")[2]
    assert preview.get("/actions/koffie.html?q=1#x")[0] == 200


def test_every_answer_has_the_policy_and_is_kept_nowhere(preview: Preview) -> None:
    for path in ("/", "/assets/site.js", "/_elzctl/live.js", "/_elzctl/state?page=/", "/nergens"):
        headers = preview.get(path)[1]
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert headers["Cache-Control"] == "no-store"
        assert "Python" not in headers["Server"]
        assert "Access-Control-Allow-Origin" not in headers


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/assets/style.css", "text/css; charset=utf-8"),
        ("/assets/site.js", "text/javascript; charset=utf-8"),
        ("/data/plan.json", "application/json"),
        ("/subscribe/actions.xml", "application/xml"),
        ("/subscribe/deadlines.ics", "text/calendar; charset=utf-8"),
        ("/_elzctl/live.css", "text/css; charset=utf-8"),
    ],
)
def test_files_say_what_they_are(preview: Preview, path: str, kind: str) -> None:
    code, headers, body = preview.get(path)
    assert (code, headers["Content-Type"]) == (200, kind)
    assert int(headers["Content-Length"]) == len(body.encode())


def test_only_the_head_is_given_when_only_that_is_asked(preview: Preview) -> None:
    code, headers, body = preview.get("/", "HEAD")
    assert (code, body) == (200, "")
    assert int(headers["Content-Length"]) > 1000


def test_what_is_not_there_is_the_page_not_found_of_the_site(preview: Preview) -> None:
    code, _, page = preview.get("/nergens/iets.html")
    assert code == 404
    assert "/_elzctl/live.js" in page
    assert f"http://127.0.0.1:{preview.port}/index.html" in page


@pytest.mark.parametrize(
    "path",
    [
        *(
            "/../plan/plan.yaml",
            "/%2e%2e/plan/plan.yaml",
            "/..%2fplan%2fplan.yaml",
            "/plan/plan.yaml",
            "//plan/plan.yaml",
        ),
        *(
            "/..\\plan\\plan.yaml",
            "/actions/../../plan/plan.yaml",
            "/.git/config",
            "/.git/HEAD",
            "/private/",
            "/etc/passwd",
        ),
        *("//etc/passwd", "/_elzctl/../plan/plan.yaml", "/_elzctl/server.py", "/_elzctl/..%2fserver.py", "/actions/"),
        *("/index.html%00.css", "/%", "/%ff%fe", "http://kwaad.example/", "*", "file:///etc/passwd"),
    ],
)
def test_nothing_but_what_was_made_can_be_asked_for(preview: Preview, path: str) -> None:
    code, _, body = preview.get(path)
    assert code in (404, 421)  # the last, when the address names another host
    assert "warn_before" not in body
    assert "root:" not in body
    assert "import" not in body


# Who is refused


@pytest.mark.parametrize(
    "host",
    [
        "kwaad.example",
        "kwaad.example:{port}",
        "127.0.0.1",
        "127.0.0.1:1",
        "",
        "localhost.kwaad.example:{port}",
        "[::1]:{port}",
    ],
)
def test_a_name_that_is_not_ours_is_refused(preview: Preview, host: str) -> None:
    for path in ("/", "/_elzctl/state?page=/", "/data/plan.json"):
        code, _, body = preview.get(path, Host=host.format(port=preview.port))
        assert code == 421
        assert "Koffie" not in body


def test_our_own_names_are_served(preview: Preview) -> None:
    for host in ("127.0.0.1", "localhost", "LOCALHOST"):
        assert preview.get("/", Host=f"{host}:{preview.port}")[0] == 200


def test_a_question_with_two_hosts_or_without_one_is_refused(preview: Preview) -> None:
    for hosts in ("", f"Host: 127.0.0.1:{preview.port}\r\nHost: kwaad.example\r\n"):
        with socket.create_connection(("127.0.0.1", preview.port), PATIENCE) as connection:
            connection.sendall(f"GET / HTTP/1.1\r\n{hosts}\r\n".encode())
            assert connection.recv(100).startswith(b"HTTP/1.0 421")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"])
def test_nothing_can_be_sent(preview: Preview, method: str) -> None:
    code, headers, body = preview.get("/", method)
    assert (code, headers["Allow"]) == (405, "GET, HEAD")
    assert "<" not in body


@pytest.mark.parametrize(
    "line",
    [b"\0\1\2\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET /" + b"x" * 70_000 + b" HTTP/1.1\r\n\r\n"],
)
def test_what_is_no_question_is_refused_and_the_next_one_is_answered(preview: Preview, line: bytes) -> None:
    with socket.create_connection(("127.0.0.1", preview.port), PATIENCE) as connection:
        connection.sendall(line)
        assert b"Koffie" not in connection.recv(100_000)
    assert preview.get("/")[0] == 200


def test_it_listens_on_this_computer_alone(preview: Preview) -> None:
    others = {found[4][0] for found in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)} - {"127.0.0.1"}
    for address in (*others, "127.0.0.2"):
        with socket.socket() as connection:
            connection.settimeout(2)
            assert connection.connect_ex((address, preview.port)) != 0


def test_slow_browsers_do_not_keep_others_waiting(preview: Preview) -> None:
    slow = [socket.create_connection(("127.0.0.1", preview.port), PATIENCE) for _ in range(20)]
    for one in slow:
        one.sendall(b"GET / HT")
    begun = time.monotonic()
    assert preview.get("/")[0] == 200
    assert time.monotonic() - begun < 8
    for one in slow:
        one.close()


# A saved file


def test_a_saved_file_is_on_the_screen_and_every_tab_hears_of_it(own: Preview) -> None:
    before = own.state("/actions/koffie.html")
    other = own.state("/actions/wandelen.html")["mark"]
    own.save("plan/actions/koffie.md", "Een woord vooraf.", "Een nieuw woord.")
    own.until(lambda: "Een nieuw woord." in own.get("/actions/koffie.html")[2])
    assert own.state("/actions/koffie.html")["mark"] != before["mark"]
    assert own.state("/actions/koffie.html", before["version"])["version"] > before["version"]
    # Who looks at another page sees no change, and keeps that page.
    assert own.state("/actions/wandelen.html")["mark"] == other
    # What is known is not said again.
    own.until(lambda: "said" not in own.state("/", own.state()["version"]))


def test_a_broken_file_shows_what_is_wrong_and_its_last_good_page_until_it_is_mended(own: Preview) -> None:
    page = own.get("/actions/koffie.html")[2]
    assert own.state()["said"]["worst"] != "error"
    own.save("plan/actions/koffie.md", "title: ", "title: [")
    own.until(lambda: own.state()["said"]["worst"] == "error")
    said = own.state()["said"]
    assert said["open"]
    assert said["rows"][0]["place"].startswith("plan/actions/koffie.md:")
    assert said["rows"][0]["severity"] == "error"
    assert said["rows"][0]["message"]
    assert "1 error" in said["title"]
    assert said["older"] == "The pages show the previous version of: plan/actions/koffie.md"
    code, _, now = own.get("/actions/koffie.html")
    assert code == 200
    assert now == page
    own.save("plan/actions/koffie.md", "title: [", "title: Warme ")
    own.until(lambda: "Warme" in own.get("/actions/koffie.html")[2])
    own.until(lambda: own.state()["said"]["worst"] != "error")
    assert own.state()["said"]["older"] == ""


def test_a_file_that_was_broken_from_the_beginning_is_told_on_its_own_page_until_it_is_mended(tmp_path: Path) -> None:
    root = met(tmp_path / "zone")
    fiche, minutes = root / "plan/actions/koffie.md", root / "meetings/2025-01-14-overleg.md"
    fiche.write_text(fiche.read_text("utf-8").replace("title: ", "title: [<b>", 1), "utf-8")
    minutes.write_text(minutes.read_text("utf-8").replace("state: approved", 'state: "approved', 1), "utf-8")
    found = started(root, "--port", "0", "--today", "2025-04-01")
    try:
        for page, path in (
            ("/actions/koffie.html", "plan/actions/koffie.md:"),
            ("/meetings/2025-01-14-overleg.html", "meetings/2025-01-14-overleg.md:"),
        ):
            code, headers, body = found.get(page)
            assert code == 404
            assert headers["Content-Type"] == "text/html; charset=utf-8"
            assert "<h1>This page cannot be made yet</h1>" in body
            assert "<title>This page cannot be made yet – " in body
            assert "Not found" not in body
            said = [one for one in found.state()["said"]["rows"] if one["place"].startswith(path)]
            assert said
            for one in said:
                assert one["place"] in body
                assert escape(one["message"]) in body
            assert body.count("<main") == body.count("</main>") == 1
            assert found.state(page)["mark"] in body  # else it would be loaded again and again
        for page in ("/actions/nergens.html", "/goals/nergens.html", "/nergens.html"):
            assert "<h1>Not found</h1>" in found.get(page)[2], page
        before = found.state("/actions/koffie.html")["mark"]
        found.save("plan/actions/koffie.md", "title: [<b>", "title: Warme ")
        found.until(lambda: found.get("/actions/koffie.html")[0] == 200)
        assert "Warme" in found.get("/actions/koffie.html")[2]
        assert found.state("/actions/koffie.html")["mark"] != before
    finally:
        ended(found)


def test_what_is_wrong_in_a_file_of_many_things_is_told_where_their_pages_would_be(tmp_path: Path) -> None:
    root = met(tmp_path / "zone")
    goals = root / "plan/goals.yaml"
    goals.write_text(f" - ]<b>\n{goals.read_text('utf-8')}", "utf-8")
    found = started(root, "--port", "0", "--today", "2025-04-01")
    try:
        page = found.get("/goals/mantelzorg-zien.html")[2]
        assert "plan/goals.yaml:1:" in page
        assert "<b>" not in page
        for other in ("/who-does-what/nergens.html", "/actions/nergens.html"):
            assert "<h1>Not found</h1>" in found.get(other)[2], other
    finally:
        ended(found)


@pytest.mark.parametrize("slip", [":: intern", ":::intern", "::: Intern", "Tekst :: intern", "## Kop"])
def test_what_was_meant_to_be_internal_is_not_shown_and_what_is_wrong_is_said(own: Preview, slip: str) -> None:
    own.save("plan/actions/koffie.md", "Een woord vooraf.", f"Een woord.\n\n{slip}\nGEHEIMPJE\n:::\n\nTot slot.")
    own.until(lambda: "Een woord." in own.get("/actions/koffie.html")[2])
    own.until(lambda: "Een woord." in own.get("/data/plan.json")[2])
    shown = [own.get(path)[2] for path in ("/actions/koffie.html", "/data/plan.json", "/assets/search-index.js")]
    assert "GEHEIMPJE" not in "".join(shown).upper()
    assert "Tot slot." in shown[0]
    is_wrong = slip not in (":::intern", "::: Intern")
    own.until(lambda: (own.state()["said"]["worst"] == "error") is is_wrong)


def test_the_box_opens_when_a_save_takes_a_text_away_and_is_closed_again_when_that_is_mended(own: Preview) -> None:
    assert not own.state()["said"]["open"]
    # What is no warning leaves it closed.
    own.save("plan/actions/koffie.md", "Een woord vooraf.", "Een woord.\n\nBesluit: we doen het.\n\nEen woord vooraf.")
    own.until(lambda: "we doen het" in own.get("/data/plan.json")[2])
    own.until(lambda: "said" not in own.state("/", own.state()["version"]))
    assert not own.state()["said"]["open"]
    own.save("plan/actions/koffie.md", "Een woord vooraf.", "::: intren\nKOFFIEKAS\n:::\n\nTot slot.")
    own.until(lambda: bool(own.state()["said"]["open"]))
    said = own.state()["said"]
    assert said["worst"] == "warning"
    assert "almost-a-mark" in said["rows"][0]["label"]
    assert "::: intern" in said["rows"][0]["hint"]
    assert "KOFFIEKAS" not in own.get("/actions/koffie.html")[2]
    own.save("plan/actions/koffie.md", "::: intren", "::: intern")
    own.until(lambda: not own.state()["said"]["open"])


def test_only_what_a_save_brought_is_new_and_it_is_told_as_long_as_it_is_there(tmp_path: Path) -> None:
    root, brought = met(tmp_path), Brought()
    path = root / "plan" / "actions" / "koffie.md"
    text, wall = path.read_text("utf-8"), "\n::: intren\nWeg.\n:::\n"

    def new(saved: str) -> list[int]:
        path.write_text(saved, "utf-8")
        found = load(WorkTree(root))
        new = brought.new(found.findings, found, ("plan/actions/koffie.md",), Language("en"))
        return [one.span.line for one in new]

    line = f"{text}{wall}".count("\n") - 2
    assert new(f"{text}{wall}") == []  # from before the preview
    assert new(f"{text}\nNog iets.\n{wall}") == []
    assert new(f"{text}{wall}{wall}") == [line + 4]
    assert new(f"{text}{wall}Iets anders.\n{wall}") == [line + 5]
    assert new(f"{text}{wall}") == []
    assert new(f"---\ntitle: [\n---\n{wall}") == []
    assert new(f"{text}{wall}") == []  # it could not be read, and stood there
    assert new(text) == []
    assert new(f"{text}{wall}") == [line]


def test_a_file_that_goes_and_comes_and_a_new_one_are_seen(own: Preview) -> None:
    path = own.root / "plan" / "actions" / "wandelen.md"
    text = path.read_text("utf-8")
    path.unlink()
    own.until(lambda: own.get("/actions/wandelen.html")[0] == 404)
    path.write_text(text, "utf-8")
    own.until(lambda: own.get("/actions/wandelen.html")[0] == 200)
    (own.root / "templates" / "html").mkdir(parents=True)
    (own.root / "templates" / "html" / "site.css").write_text("/* van de zone */\n", "utf-8")
    own.until(lambda: "van de zone" in own.get("/assets/style.css")[2])


def test_templates_that_cannot_be_read_are_told_and_the_site_stays(own: Preview) -> None:
    (own.root / "templates" / "html").mkdir(parents=True)
    (own.root / "templates" / "html" / "site.css").write_bytes(b"\xff\xfe")
    own.until(lambda: bool(own.state()["said"]["failure"]))
    assert "templates/html/site.css" in own.state()["said"]["failure"]
    assert own.get("/actions/koffie.html")[0] == 200


def test_how_busy_the_computer_was_makes_nobody_wait_for_the_next_look() -> None:
    assert pause(0.0) == TICK
    assert pause(0.015) == pytest.approx(0.3)
    assert pause(60.0) == LONGEST < 0.5


def test_what_comes_from_the_plan_is_put_in_a_page_as_text_alone(preview: Preview) -> None:
    script = preview.get("/_elzctl/live.js")[2]
    assert "textContent" in script
    assert not any(word in script for word in ("innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval("))


# The command


def test_a_port_that_is_taken_is_told_and_another_one_is_chosen(own: Preview) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "elzctl", "--lang", "en", "-C", str(own.root), "serve", "--port", str(port)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
        assert done.returncode == 2
        assert f"Port {port} is in use" in done.stderr
        assert "Leave --port out" in done.stderr
    two = [started(own.root) for _ in range(2)]
    assert two[0].port != two[1].port
    said = [ended(one)[1] for one in two]
    assert f"this preview has port {two[1].port}" in said[1]


@pytest.mark.parametrize("port", ["70000", "-5", "tachtig"])
def test_what_is_no_port_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], port: str) -> None:
    code, out, err = runner(met(tmp_path), capsys, "serve")("--no-open", "--port", port)
    assert (code, out) == (2, "")
    assert err.startswith("error: ")


def test_it_says_so_when_there_is_no_plan_or_no_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert runner(tmp_path, capsys, "serve")("--no-open")[0] == 2
    run = runner(met(tmp_path), capsys, "serve")
    assert run("--today", "gisteren")[0] == 2


def test_what_is_internal_is_shown_on_this_computer_alone_when_it_is_asked_for(tmp_path: Path) -> None:
    root = met(tmp_path / "zone")
    with (root / "plan/actions/koffie.md").open("a", encoding="utf-8") as file:
        file.write("\n::: intern\nGEHEIM\n:::\n")
    found = started(root, "--port", "0", "--today", "2025-04-01", "--internal")
    page = found.get("/actions/koffie.html")[2]
    assert "GEHEIM" in page
    assert "Internal: do not share" in page
    assert "Internal: do not share" in found.get("/nergens")[2]
    assert found.get("/", Host="plan.voorbeeld.be")[0] == 421
    found.save("plan/actions/koffie.md", "GEHEIM", "VERTROUWELIJK")
    found.until(lambda: "VERTROUWELIJK" in found.get("/actions/koffie.html")[2])
    assert "Internal: do not share" in found.get("/actions/koffie.html")[2]
    code, err = ended(found)
    assert code == 0
    assert "do not share them" in err
    assert sorted(path.name for path in root.iterdir()) == ["meetings", "plan"]


def test_an_empty_plan_is_shown_with_what_is_wrong_in_it(tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    found = started(tmp_path, "--port", "0")
    assert found.get("/")[0] == 200
    assert found.state()["said"]["worst"] == "error"
    assert ended(found)[0] == 0


def test_ctrl_c_ends_it_without_a_trace_and_nothing_of_it_stays(own: Preview) -> None:
    code, err = ended(own)
    assert code == 0
    assert "Traceback" not in err
    assert err.rstrip().endswith("The preview has ended.")
    with socket.socket() as connection:
        assert connection.connect_ex(("127.0.0.1", own.port)) != 0
    assert sorted(path.name for path in own.root.iterdir()) == ["meetings", "plan"]


@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGKILL])
def test_its_children_end_with_it_whatever_ends_it(own: Preview, by: signal.Signals) -> None:
    own.until(lambda: len(children(own.process.pid)) >= 2)
    theirs = children(own.process.pid)
    ended(own, by)
    begun = time.monotonic()
    while any(is_alive(one) for one in theirs):
        assert time.monotonic() - begun < PATIENCE
        time.sleep(0.05)


def children(pid: int) -> list[int]:
    """The processes that a process made and that still run."""
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False)
    return [int(one) for one in found.stdout.split()]


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "Z" not in Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2][:3]


def test_it_shows_the_history_the_months_before_and_the_files_that_go_with_minutes_as_the_site_does(
    tmp_path: Path,
) -> None:
    root = met(begin(tmp_path / "zone"))
    held = root / "meetings" / "2025-03-11-overleg.md"
    held.write_text(held.read_text("utf-8").replace("state: draft", "state: review"), "utf-8")
    commit(root, "2025-02-01")
    preview = started(root, "--port", "0", "--today", "2025-04-01")
    assert "1 February 2025" in preview.get("/actions/koffie.html")[2]
    assert "Month after month" in preview.get("/dashboard.html")[2]
    code, headers, _ = preview.get("/attachments/cijfers.pdf")
    assert (code, headers["Content-Type"]) == (200, "application/pdf")
    preview.save("plan/actions/koffie.md", "1.1.1", "1.1.9")
    commit(root, "2025-02-02")  # a commit alone: no file is saved any more
    preview.until(lambda: "2 February 2025" in preview.get("/actions/koffie.html")[2])
    # What the plan does not say any more its history does not say either, before that is committed.
    preview.save("plan/actions/koffie.md", "title: ", "title: Zekere ")
    commit(root, "2025-02-03")
    preview.until(lambda: "Zekere" in preview.get("/subscribe/actions.xml")[2])
    preview.save("plan/actions/koffie.md", "title: Zekere ", "title: ")
    pages = ("/subscribe/actions.xml", "/actions/koffie.html", "/index.html")
    preview.until(lambda: not any("Zekere" in preview.get(page)[2] for page in pages))
    # A commit that comes while a file is broken does not take its history away.
    preview.save("plan/actions/koffie.md", "1.1.9", "[")
    commit(root, "2025-02-04")
    preview.until(lambda: preview.state()["said"]["worst"] == "error")
    preview.save("plan/actions/koffie.md", "number: [", "number: 1.1.9")
    preview.until(lambda: preview.state()["said"]["worst"] != "error")
    preview.until(lambda: "2 February 2025" in preview.get("/actions/koffie.html")[2])
    code, told = ended(preview)
    assert code == 0
    assert "a commit" in told
