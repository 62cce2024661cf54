"""The entry point of the program, which sets the stage before anything large is loaded."""

from __future__ import annotations

import gc
import os
import sys


def run() -> None:
    """Runs the command line of this process, and ends it."""
    # A run lasts a fraction of a second and makes no rubbish worth collecting; loading alone would be slower by a tenth.
    gc.disable()
    import codecs
    from contextlib import suppress

    from elzctl.cli.main import main
    from elzctl.render.terminal import plain_signs

    codecs.register_error("elzctl", plain_signs)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="elzctl")
    code = main(sys.argv[1:])
    with suppress(OSError):
        sys.stderr.flush()
    # All is written: what Python would still tidy up goes with the process.
    os._exit(code)
