"""Small plans made of text, as real files, and the real program on a window of so many columns."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

from elzctl.load import Loaded, load
from elzctl.tree import WorkTree

ROOT = Path(__file__).parent.parent

PLAN = """\
title: Actieplan 2025
organisation: elz-polder
year: 2025
warn_before: 30
target_groups:
  mantelzorgers: Mantelzorgers
  scholen: Scholen
themes:
  mantelzorg: Mantelzorg
  bewegen: Bewegen
"""

ACTORS = """\
elz-polder:
  name: Eerstelijnszone Polder
  kind: zone
cluster-zorg:
  name: Cluster zorg
  kind: cluster
  member_of: [elz-polder]
dienst-zorg:
  name: Dienst Zorg
  kind: organisation
  member_of: [cluster-zorg]
kring:
  name: Huisartsenkring
  kind: group
  member_of: [apothekers]
apothekers:
  name: Apothekers
  kind: group
  member_of: [kring]
"""

GOALS = """\
- id: zorg-dichtbij
  number: 1
  title: Zorg dicht bij mensen
  kind: content
  goals:
    - id: mantelzorg-zien
      number: 1.1
      title: Mantelzorgers worden gezien
    - id: samen-bewegen
      number: 1.2
      title: Iedereen beweegt, samen met [[mantelzorg-zien]]
      motto: bewegen
      text: Zie ook [[koffie]].
- id: sterke-zone
  number: 2
  title: Een sterke zone
  kind: governance
  goals:
    - id: goed-bestuur
      number: 2.1
      title: Goed bestuur
"""


def fiche(number: str, *lines: str, title: str = "Koffie", status: str = "running", text: str = "") -> str:
    """A fiche with these lines of data."""
    return "\n".join(["---", f"number: {number}", f"title: {title}", f"status: {status}", *lines, "---", "", text])


def write(root: Path, /, plan: str = PLAN, actors: str = ACTORS, goals: str = GOALS, **fiches: str) -> Path:
    """A plan as files; the name of a fiche is its id with ``_`` for ``-``."""
    actions = root / "plan" / "actions"
    actions.mkdir(parents=True, exist_ok=True)
    for name, text in {"plan": plan, "actors": actors, "goals": goals}.items():
        (root / "plan" / f"{name}.yaml").write_text(text, "utf-8")
    for name, text in fiches.items():
        (actions / f"{name.replace('_', '-')}.md").write_text(text, "utf-8")
    return root


def loaded(root: Path, /, **texts: str) -> Loaded:
    """The same plan, read."""
    return load(WorkTree(write(root, **texts)))


def in_a_window(columns: int, *arguments: str, colours: bool = False) -> str:
    """What the program writes on a terminal of that many columns; standard error too."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    kept = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "NO_COLOR", "TERM")}
    environment = {**kept, "TERM": "xterm", "PYTHONPATH": str(ROOT), **({} if colours else {"NO_COLOR": "1"})}
    command = [sys.executable, "-m", "elzctl", *arguments]
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    read = bytearray()
    try:
        while piece := os.read(ours, 65536):
            read += piece
    except OSError:  # the end of a terminal, as Linux says it
        pass
    os.close(ours)
    process.wait()
    return read.decode().replace("\r\n", "\n")


def plain(text: str) -> str:
    """*text* without colours."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)
