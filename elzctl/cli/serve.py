"""``elzctl serve``: the site of a plan in a browser, made again after every save."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable, Sequence
from threading import Thread
from typing import TYPE_CHECKING, Annotated

from elzctl.cli.options import Context, Option
from elzctl.cli.preview.server import FIRST_PORT, PortTaken, Shown, opened
from elzctl.cli.preview.watch import COMMITS, TICK, Files
from elzctl.cli.session import FINE, Stop, today_of
from elzctl.render.terminal import printable
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.cli.preview.build import Workshop
    from elzctl.cli.preview.server import Preview
    from elzctl.cli.session import Session

_NAMED = 3
_LAST_PORT = 65535


def serve(
    ctx: Context,
    port: Annotated[int | None, Option("--port", metavar="N", help="The port, instead of one that is free.")] = None,
    no_open: Annotated[bool, Option("--no-open", help="Do not open the browser.")] = False,
    today: Annotated[str, Option("--today", metavar="DAY", help="The day of the site, such as 2025-12-31.")] = "",
    plain: Annotated[
        bool, Option("--no-own-templates", help="Draw with what comes with elzctl, without the zone's own files.")
    ] = False,
    internal: Annotated[
        bool,
        Option("--internal", help="With what is not public: “::: intern”, drafts, minutes of closed series."),
    ] = False,
) -> int:
    """Show the site in a browser on this computer while you write.

    It shows the pages that “elzctl site” makes: what is not public is not on them. Save a file, and within a second the
    page that you look at is as you wrote it, at the place where you were. What is wrong in the plan stands in a corner of
    every page, with its file and line. While a file cannot be read, its page stays as it was and the corner says what to
    mend.

    With --internal it shows what is for your own people too: “::: intern”, minutes that are a draft or of a closed series,
    addresses and numbers. Every page says so. “elzctl site” never makes such a site, and files to download stay public.

    Nobody else can see it: it is for this computer alone, and nothing is written in the folder of the plan. It takes a
    port that is free and says which, and opens the browser when it runs in a terminal. Stop it with Ctrl-C.
    """
    session: Session = ctx.obj
    if port is not None and not 0 <= port <= _LAST_PORT:
        raise Stop(say("{port} is no port", port=port), say("Leave --port out: elzctl takes one that is free."))
    today_of(today)
    session.root()
    from elzctl.cli.preview.build import Workshop
    from elzctl.render.site.options import Options

    server = _opened(session, port)
    try:
        with Workshop(session, Options(address=server.address, internal=internal), today, own=not plain) as shop:
            _run(session, server, shop, is_opened=not no_open and sys.stdout.isatty())
    except KeyboardInterrupt:
        session.tell(say("The preview has ended."))
    finally:
        server.server_close()
    return FINE


def _opened(session: Session, port: int | None) -> Preview:
    """The server, which does not answer yet.  Raises Stop."""
    lost = session.language(say("The preview has ended. Start it again with: elzctl serve"))
    try:
        server = opened(port, Shown(0, {}, {}), lost)
    except PortTaken:
        message = say("Port {port} is in use, or may not be used", port=FIRST_PORT if port is None else port)
        raise Stop(message, say("Leave --port out: elzctl takes one that is free.")) from None
    if port is None and server.server_port != FIRST_PORT:
        told = say("Port {port} is in use; this preview has port {other}.", port=FIRST_PORT, other=server.server_port)
        session.tell(told)
    return server


class _Saved(Exception):
    """A file was saved while the site was made."""


def _run(session: Session, server: Preview, shop: Workshop, *, is_opened: bool) -> None:
    """Shows the site and makes it again after every save, until somebody stops it."""
    files = Files(session.root())
    # The first child is a copy of this process: it is made before there is a thread.
    _build(session, server, shop, (), lambda: None)
    Thread(target=server.serve_forever, kwargs={"poll_interval": TICK}, daemon=True).start()
    # A command that soon ends leaves its garbage; this one may run for a day.
    gc.enable()
    session.print(server.address)
    sys.stdout.flush()
    session.tell(say("Save a file and look at the page. Stop with Ctrl-C."))
    if shop.is_internal:
        session.tell(say("These pages show what is internal: do not share them."))
    if is_opened:
        Thread(target=_open, args=(server.address,), daemon=True).start()
    try:
        saved: tuple[str, ...] = ()
        while True:
            shop.ready()
            saved = _rebuilt(session, server, shop, saved or files.wait(shop.ready), files)
    finally:
        server.shutdown()


def _rebuilt(
    session: Session, server: Preview, shop: Workshop, saved: tuple[str, ...], files: Files
) -> tuple[str, ...]:
    """Makes the site after files were *saved*; these and what was saved meanwhile, when it had to stop for that."""
    meanwhile: tuple[str, ...] = ()

    def look() -> None:
        nonlocal meanwhile
        meanwhile = files.saved()
        if meanwhile:
            raise _Saved

    try:
        _build(session, server, shop, saved, look)
    except _Saved:
        return tuple(sorted({*saved, *meanwhile}))
    return ()


def _build(
    session: Session, server: Preview, shop: Workshop, saved: Sequence[str], waiting: Callable[[], object]
) -> None:
    """Makes the site anew and shows it, what somebody looks at first; when it cannot be made, what there was stays."""
    begun = time.monotonic()
    for made in shop.made(saved, server.looked_at(), waiting):
        old = server.shown
        files = old.files if made.files is None else made.files if made.whole else {**old.files, **made.files}
        said = old.said if made.said is None else made.said
        broken = old.broken if made.broken is None else made.broken
        made_of = old.made_of if made.made_of is None else made.made_of
        server.shown = Shown(old.version + 1, files, said, broken, made_of)
        if made.whole:
            session.tell(_told(saved, time.monotonic() - begun, made.title, made.failure, session))


def _told(saved: Sequence[str], seconds: float, title: str, failure: str, session: Session) -> str:
    """One line about a building: what was saved, how long it took, what was found."""
    commit = session.language(say("a commit"))
    names = ", ".join(commit if name == COMMITS else printable(name) for name in saved[:_NAMED])
    if len(saved) > _NAMED:
        names = session.language(say("{names} and {count} more", names=names, count=len(saved) - _NAMED))
    took = session.language(say("made in {count} ms", count=round(seconds * 1000)))
    return " · ".join(filter(None, (names, took, title, failure)))


def _open(address: str) -> None:
    """Opens the browser; without a screen there is none that would not take over the terminal."""
    import webbrowser

    if sys.platform in ("win32", "darwin") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        webbrowser.open(address)
