"""A small forge on this machine alone: proposals, comments and artifacts, in the three dialects, over real HTTP."""

from __future__ import annotations

import io
import json
import re
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

TOKEN = "geheim-123"


def archive(**files: str) -> bytes:
    """A zip as an artifact is; names have ``_`` for the dot."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as into:
        for name, text in files.items():
            into.writestr(name.replace("_", "."), text)
    return packed.getvalue()


class Forge(ThreadingHTTPServer):
    """What it knows, and what it was asked."""

    daemon_threads = True

    def __init__(self, robot: str) -> None:
        """*robot* is the login that the token belongs to."""
        super().__init__(("127.0.0.1", 0), _Handler)
        self.robot = robot
        self.pulls: list[dict[str, Any]] = []
        self.comments: dict[int, list[dict[str, Any]]] = {}
        self.artifact = b""
        self.told_size: int | None = None
        self.elsewhere = ""
        self.locked: set[int] = set()
        self.asked: list[tuple[str, str, str]] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def add_pull(self, number: int, head: str, owner: str = "elz", branch: str = "tak", author: str = "lid") -> None:
        """An open proposal, in the words of all dialects at once."""
        self.pulls.append(
            {
                "id": 1000 + number,
                "number": number,
                "iid": number,
                "sha": head,
                "head": {"sha": head, "label": f"{owner}:{branch}"},
                "base": {"repo": {"full_name": "elz/plan"}},
                "user": {"login": author},
                "author": {"username": author},
            }
        )

    def add_comment(self, number: int, author: str, body: str) -> None:
        """What somebody says."""
        rows = self.comments.setdefault(number, [])
        person = {"user": {"login": author}, "author": {"username": author}}
        rows.append({"id": number * 100 + len(rows), "body": body, **person})


class _Handler(BaseHTTPRequestHandler):
    server: Forge

    def do_GET(self) -> None:
        path, words = self._noted()
        if path.endswith(("/pulls", "/merge_requests")):
            wanted = words.get("head", [""])[0]
            rows = [one for one in self.server.pulls if wanted in ("", one["head"]["label"])]
            page, size = int(words["page"][0]), int(words["per_page"][0])
            self._answer(rows[(page - 1) * size : page * size])
        elif found := re.search(r"/(?:issues|merge_requests)/(\d+)/(?:comments|notes)$", path):
            page, size = int(words["page"][0]), int(words["per_page"][0])
            self._answer(self.server.comments.get(int(found[1]), [])[(page - 1) * size : page * size])
        elif path.endswith("/artifacts"):
            size = len(self.server.artifact) if self.server.told_size is None else self.server.told_size
            self._answer({"artifacts": [{"id": 7, "size_in_bytes": size}] if self.server.artifact else []})
        elif path.endswith("/zip") and self.server.elsewhere:
            self.send_response(302)
            self.send_header("Location", f"{self.server.elsewhere}/stored.zip")
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif path.endswith("zip"):
            self._send(self.server.artifact)
        elif path.endswith("/user"):
            self._answer({"username": self.server.robot})
        else:
            self.send_error(404)

    def do_POST(self) -> None:
        path, _ = self._noted()
        found = re.search(r"/(\d+)/(?:comments|notes)$", path)
        assert found is not None
        if int(found[1]) in self.server.locked:
            self._given()
            self.send_error(403)
            return
        self.server.add_comment(int(found[1]), self.server.robot, self._given())
        self._answer({}, 201)

    def do_PATCH(self) -> None:
        path, _ = self._noted()
        number = int(path.rpartition("/")[2])
        rows = [one for rows in self.server.comments.values() for one in rows if one["id"] == number]
        assert [one["user"]["login"] for one in rows] == [self.server.robot], "only its own comment may be changed"
        rows[0]["body"] = self._given()
        self._answer({})

    def do_PUT(self) -> None:
        self.do_PATCH()

    def _noted(self) -> tuple[str, dict[str, list[str]]]:
        token = self.headers.get("Authorization") or self.headers.get("PRIVATE-TOKEN") or ""
        parts = urlsplit(self.path)
        self.server.asked.append((self.command, parts.path, token))
        return parts.path, parse_qs(parts.query)

    def _given(self) -> str:
        body: str = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["body"]
        return body

    def _answer(self, value: object, code: int = 200) -> None:
        self._send(json.dumps(value).encode(), code)

    def _send(self, data: bytes, code: int = 200) -> None:
        self.send_response(code)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """It says nothing."""


@contextmanager
def forge(robot: str) -> Iterator[Forge]:
    """One that answers until the block is left."""
    server = Forge(robot)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
