"""What a browser on this computer sees of a site that is being worked on: pages from memory, and news of them.

Nothing is read from a disk: an address is looked up among the files that were made.  Only this computer is served, and only
a browser that was sent here by this address: a page of another site cannot make a name of its own lead here.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable, Mapping
from functools import cache
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import BaseServer, TCPServer
from threading import active_count
from typing import Any
from urllib.parse import parse_qs, unquote

from elzctl.cli.preview.broken import instead
from elzctl.cli.preview.made_of import MadeOf
from elzctl.record import NamedTuple
from elzctl.render.site.frame import POLICY, SCRIPT, STYLE

HOST = "127.0.0.1"
FIRST_PORT = 8765
"""What is taken when it is free; else one of the next ones."""

_NEXT = 20
_OWN = "/_elzctl/"
_LOST, _FIRST = "404.html", "index.html"
_PATIENCE = 10
"""Seconds that a browser may be silent in the middle of a question."""
_MOST_AT_ONCE = 100
_LATELY = 4
"""Seconds in which a page that is on a screen asks for news."""

_GOES_ON = re.compile(r"\.\d+\.html$")
_PLAIN = "text/plain; charset=utf-8"
_TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "xml": "application/xml",
    "ics": "text/calendar; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "pdf": "application/pdf",
    "jsonld": "application/ld+json",
    "txt": _PLAIN,
}
_HEADERS = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Shown(NamedTuple):
    """What there is to see: the files of the site, what is said beside every page, and how often it changed before.

    *broken* has what is said where a page is missing, by :func:`~elzctl.cli.preview.broken.broken_pages`, and *made_of* what is
    said of the file of a page, by :func:`~elzctl.cli.preview.made_of.made_of`.
    """

    version: int
    files: Mapping[str, bytes]
    said: Mapping[str, Any]
    broken: Mapping[str, bytes] = {}
    made_of: Mapping[str, MadeOf] = {}

    def missing(self, path: str) -> bytes:
        """What is shown at a *path* where there is no page."""
        return instead(self.files.get(_LOST, _EMPTY), self.broken, path)

    def beside(self, path: str) -> dict[str, Any]:
        """What is said beside the page at a *path*, or beside one on which it goes on."""
        made_of = self.made_of.get(_GOES_ON.sub(".html", path), MadeOf())
        rows = self.said["rows"].beside(made_of.file) if "rows" in self.said else {}
        return {**self.said, **rows, "page": made_of.words}

    def mark(self, path: str) -> str:
        """Something that is different when the page at *path* looks different."""
        own = sha256(self.files.get(path) or self.missing(path))
        for name in (STYLE, SCRIPT):
            own.update(self.files.get(name, b""))
        return own.hexdigest()[:16]


class PortTaken(Exception):
    """The port that was asked for is in use, or may not be used."""


class Preview(ThreadingHTTPServer):
    """Serves :attr:`shown`, which may be put in another's place at any moment."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64
    # On Windows this would let another program take the same port.
    allow_reuse_address = sys.platform != "win32"

    def __init__(self, port: int, shown: Shown, lost: str) -> None:
        """*lost* is what a page says when the server is gone.  Raises OSError."""
        self.shown = shown
        self.lost = lost
        self._looked: dict[str, float] = {}
        super().__init__((HOST, port), _Answer)

    def server_bind(self) -> None:
        # The library would ask for the name of this computer, which can take long without a network.
        TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]

    def process_request(self, request: Any, client_address: Any) -> None:
        if active_count() > _MOST_AT_ONCE:
            self.shutdown_request(request)
        else:
            super().process_request(request, client_address)

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exc_info()[1], OSError):  # a browser that went away is no error
            super().handle_error(request, client_address)

    def look(self, path: str) -> None:
        """Remembers that a page is on a screen."""
        self._looked[path] = time.monotonic()

    def looked_at(self) -> frozenset[str]:
        """The pages that are on a screen now."""
        late = time.monotonic() - _LATELY
        self._looked = {path: when for path, when in tuple(self._looked.items()) if when > late}
        return frozenset(self._looked)

    @property
    def address(self) -> str:
        """Where the first page is."""
        return f"http://{HOST}:{self.server_port}/"


def opened(port: int | None, shown: Shown, lost: str) -> Preview:
    """A server on that port; without one, on the first that is free.  Raises PortTaken."""
    tried = (port,) if port is not None else (*range(FIRST_PORT, FIRST_PORT + _NEXT), 0)
    for one in tried:
        try:
            return Preview(one, shown, lost)
        except (OSError, OverflowError):
            continue
    raise PortTaken


class _Answer(BaseHTTPRequestHandler):
    """Answers one question of a browser."""

    server: Preview
    timeout = _PATIENCE
    server_version = "elzctl"
    sys_version = ""
    error_message_format = "%(code)d\n"
    error_content_type = _PLAIN

    def __getattr__(self, name: str) -> Callable[[], None]:
        """What the library calls for the method of a question."""
        if name.startswith("do_"):
            return self._answer if self.command in ("GET", "HEAD") else self._refuse
        raise AttributeError(name)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name in the library
        """Nothing is kept of who asks for what."""

    def _answer(self) -> None:
        """A page, a file, or news."""
        if not self._is_for_us():
            self._send(421, b"This is the preview of a plan, for this computer alone.\n", _PLAIN)
            return
        asked, _, query = self.path.partition("?")
        path = unquote(asked, errors="replace")
        if path.startswith(_OWN):
            self._own(path.removeprefix(_OWN), query)
        else:
            self._page(path[1:] or _FIRST if path.startswith("/") else "")

    def _refuse(self) -> None:
        self._send(405, b"Only GET and HEAD.\n", _PLAIN, Allow="GET, HEAD")

    def _is_for_us(self) -> bool:
        hosts = self.headers.get_all("Host") or []
        port = self.server.server_port
        return len(hosts) == 1 and hosts[0].strip().lower() in (f"{HOST}:{port}", f"localhost:{port}")

    def _page(self, path: str) -> None:
        shown = self.server.shown
        data, code = shown.files.get(path), 200
        if data is None:
            data, code = shown.missing(path), 404
        kind = _TYPES.get((path if code == 200 else _LOST).rpartition(".")[2], "application/octet-stream")
        if kind.startswith("text/html"):
            data = data.replace(
                b"</head>", _head(shown.mark(path), self.server.lost, missing=code == 404) + b"</head>", 1
            )
        self._send(code, data, kind)

    def _own(self, name: str, query: str) -> None:
        if name in _FILES:
            self._send(200, _file(name), _TYPES[name.rpartition(".")[2]])
        elif name == "state":
            self._send(200, json.dumps(self._state(query)).encode(), _TYPES["json"])
        else:
            self._page("")

    def _state(self, query: str) -> dict[str, Any]:
        """Whether the page that is looked at changed; and what is said beside it, when that is not known there yet."""
        asked, shown = parse_qs(query, max_num_fields=4), self.server.shown
        path = unquote(asked.get("page", ["/"])[0])[1:] or _FIRST
        if path in shown.files:
            self.server.look(path)
        state: dict[str, Any] = {"version": shown.version, "mark": shown.mark(path)}
        if asked.get("seen") != [str(shown.version)]:
            state["said"] = shown.beside(path)
        return state

    def _send(self, code: int, data: bytes, kind: str, **more: str) -> None:
        self.send_response(code)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(data)), **_HEADERS, **more}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)


_FILES = ("live.js", "live.css")
_EMPTY = b'<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n<title>elzctl</title>\n</head>\n<body></body>\n</html>\n'
"""What stands under the remarks when no site could be made at all."""


@cache
def _file(name: str) -> bytes:
    return Path(__file__).with_name(name).read_bytes()


def _head(mark: str, lost: str, *, missing: bool) -> bytes:
    """What a page gets at the end of its head: the script that looks for news, also of a page that is *missing* now."""
    from html import escape

    return (
        f'<link rel="stylesheet" href="{_OWN}live.css">\n'
        f'<script src="{_OWN}live.js" data-mark="{mark}" data-lost="{escape(lost)}"{" data-missing" * missing} defer></script>\n'
    ).encode()


def ended(server: BaseServer) -> None:
    """Ends a server and gives its port back."""
    server.shutdown()
    server.server_close()
