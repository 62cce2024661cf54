"""``make bench``: how fast elzctl is, as multiples of ``python -c pass``, beside named peers, in one run.

It works in memory where the system has a folder there, and not where TMPDIR says another one: what is measured is the
program, and a disk may take ten times as long when many files were removed from it just before.

Medians of several runs, after one that does not count: what that one read and found is kept, as it is for people who work on
a plan.  The rows “a fiche edited” change one before every run, those “all read anew” find nothing kept.  Prints a table with
the limit of each; exits 1 when a limit is passed.
"""

from __future__ import annotations

import os
import pty
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from bench_documents import documents
from bench_history import histories
from bench_import import imports
from bench_site import sites
from bench_used import used

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
PEERS = BIN.parent / "peers" / BIN.name
ELZCTL = str(BIN / "elzctl")
TODAY = "2025-06-30"

PARSE = """
import sys, time, pathlib, yaml
texts = [path.read_text("utf-8").split("\\n---\\n")[0][4:] for path in pathlib.Path(sys.argv[1]).glob("*.md")]
start = time.perf_counter()
for text in texts:
    yaml.load(text, yaml.CSafeLoader)
print(time.perf_counter() - start)
"""
SPLIT_AND_PARSE = """
import sys, time, pathlib, yaml
paths = [path for path in pathlib.Path(sys.argv[1]).glob("*/**/*.*") if path.suffix in (".md", ".yaml")]
start = time.perf_counter()
for path in paths:
    text = path.read_text("utf-8")
    yaml.load(text.split("\\n---\\n", 1)[0][4:] if path.suffix == ".md" else text, yaml.CSafeLoader)
print(time.perf_counter() - start)
"""


def seconds(run: Callable[[], object], times: int) -> float:
    """The median of some runs, after one that does not count."""
    run()
    return statistics.median(_once(run) for _ in range(times))


def _once(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def piped(*command: str) -> Callable[[], object]:
    return lambda: subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)


UNIT = piped(sys.executable, "-c", "pass")


def anew(*command: str) -> Callable[[], object]:
    """A run that reads every file, as the first one does."""
    return lambda: subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "ELZCTL_CACHE": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=False,
    )


def edited(root: Path, program: str) -> Callable[[], object]:
    """A run after the text of a fiche was changed."""
    path = min((root / "plan/actions").iterdir())

    def run() -> None:
        with path.open("a", encoding="utf-8") as file:
            file.write("\nNog een zin.\n")
        subprocess.run((program, "-C", str(root), "validate"), stdout=subprocess.PIPE, check=False)

    return run


def on_a_terminal(*command: str) -> Callable[[], object]:
    def run() -> None:
        main, other = pty.openpty()
        process = subprocess.Popen(command, cwd=ROOT, stdin=other, stdout=other, stderr=other)
        os.close(other)
        try:
            while os.read(main, 65536):
                pass
        except OSError:  # Linux says so that the other side is closed
            pass
        process.wait()
        os.close(main)

    return run


def generated(folder: Path, count: int) -> Path:
    """A plan of *count* actions, made of the real ones, each with words of its own."""
    shutil.copytree(ROOT / "plan", folder / "plan")
    for path in (folder / "plan/actions").iterdir():
        path.unlink()
    templates = [path.read_text("utf-8") for path in sorted((ROOT / "plan/actions").glob("*.md"))]
    live = [text for text in templates if "\nstatus: running" in text]
    goals = ["- id: alles\n  number: 9\n  kind: content\n  title: Alles\n  goals:\n"]
    for number in range(count):
        goal, action = divmod(number, 400)
        if not action:
            goals.append(f"    - id: doel-{goal + 1}\n      number: 9.{goal + 1}\n      title: Doel {goal + 1}\n")
        text = re.sub(
            r"^number: .*", f"number: 9.{goal + 1}.{action + 1}", live[number % len(live)], count=1, flags=re.MULTILINE
        )
        front, _, body = text.partition("\n---\n")
        body = re.sub(r"^(\w)", rf"{_word(number)} \1", body, flags=re.MULTILINE)
        (folder / f"plan/actions/actie-{number}.md").write_text(f"{front}\n---\n{body}", encoding="utf-8")
    old = (folder / "plan/goals.yaml").read_text("utf-8")
    (folder / "plan/goals.yaml").write_text(f"{old}{''.join(goals)}", encoding="utf-8")
    return folder


def with_meetings(folder: Path, count: int) -> Path:
    """The plan of this repository with *count* meetings of six series, each of 150 lines, one every four days."""
    shutil.copytree(ROOT / "plan", folder / "plan")
    (folder / "meetings").mkdir()
    series = [f"overleg-{_word(number)}" for number in range(6)]
    texts = "".join(f"{name}:\n  name: Overleg {name[-1]}\n  access: open\n" for name in series)
    (folder / "meetings/series.yaml").write_text(texts, encoding="utf-8")
    actors = re.findall(r"^([a-z][a-z0-9-]+):", (ROOT / "plan/actors.yaml").read_text("utf-8"), re.MULTILINE)
    for number in range(count):
        name, day, later = series[number % 6], *(_day(number + more) for more in (0, 6))
        text = _minutes(number, name, day, later, actors)
        (folder / f"meetings/{day}-{name}.md").write_text(text, encoding="utf-8")
    return folder


def with_both(folder: Path, actions: int, meetings: int) -> Path:
    """A plan of so many actions and meetings, sound enough to be published."""
    generated(folder, actions)
    more = with_meetings(folder.with_name(f"{folder.name}-meetings"), meetings)
    shutil.move(more / "meetings", folder / "meetings")
    (folder / "plan/rights.yaml").unlink()
    for path in (folder / "plan").rglob("*"):
        if path.is_file() and path.suffix in (".md", ".yaml"):
            path.write_text(_whole(path.read_text("utf-8")), "utf-8")
    for path in (folder / "meetings").glob("*.md"):
        path.write_text(_whole(path.read_text("utf-8")), "utf-8")
    return folder


def _whole(text: str) -> str:
    """A text without errors: it names no action and no series that only the real plan has, and no approval that is none."""
    text = re.sub(r"\[\[[^\]\n]*\]\]", "een andere actie", text).replace(
        "count: stuurgroep-bov", "count: overleg-aaaaa"
    )
    return re.sub(r"^approved: .*\n", "", text.replace("state: approved", "state: review"), flags=re.MULTILINE)


def _day(number: int) -> date:
    return date(2023, 1, 2) + timedelta(4 * number)


def _minutes(number: int, series: str, day: date, later: date, actors: Sequence[str]) -> str:
    """A meeting of 150 lines: six items, five points with their lives, two decisions, a signal or two, running text."""
    who = [actors[(number + place) % len(actors)] for place in range(9)]
    lines = [
        *("---", f"title: Overleg {series[-1]}", f"series: {series}", f"date: {day}", "start: 13u30", "end: 16u"),
        *(
            "location: WOC Ter Linde, Asse",
            "state: approved",
            f"present: [{', '.join(who)}]",
            "excused: [kind-en-gezin]",
        ),
        f"next: {{date: {later}, start: 13u30, end: 16u, location: WZC Ter Stelten, speaker: {who[0]}}}",
        f"approved: {{in: {later}-{series}, on: {later}, text: 0123456789abcdef0123456789abcdef}}",
        "---",
    ]
    for item, title in enumerate(("Opvolging", "Goedkeuring", "Toelichting", "Signalen", "Netwerken", "Varia")):
        lines += [
            "",
            f"## {item + 1}. {title}",
            "",
            *(_SENTENCES[(number + item + n) % len(_SENTENCES)] for n in range(4)),
        ]
        if item:
            # Nearly all that is old was done.
            box, ended = ("x", f" op:{later}") if (number * 5 + item) % 40 and number < _RECENT else (" ", "")
            lines += [
                "",
                f"- [{box}] Ideeën van groep {item} bundelen @{who[item]} tegen:{later}{ended} [[bewegen-op-verwijzing]]",
                f"  - bijdrage @{who[item + 1]}: bezorgt de stappenplannen die er al zijn",
                f"  - verschoven op:{later} tegen:{later + timedelta(60)}: de laatste twee komen later",
            ]
        if item in (2, 4):
            lines += ["", f"BESLUIT: Groep {item} vergadert voortaan op wisselende locaties."]
        if item == 3 or (item == 4 and number % 2):
            lines += ["", "SIGNAAL: Jonge ouders vinden de weg niet #ouders", f"- besproken op:{later}"]
        lines += ["", *(_SENTENCES[(number + item + n) % len(_SENTENCES)] for n in range(4)), ""]
        lines += [f"* {_SENTENCES[(number + n) % len(_SENTENCES)]}" for n in range(3)]
    while len(lines) < 150:
        lines.append(_SENTENCES[len(lines) % len(_SENTENCES)] if len(lines) % 5 else "")
    return "\n".join(lines) + "\n"


_RECENT = 210  # the meetings from this one on are so near to TODAY that their points are still open
_SENTENCES = (
    "Vorig jaar overlegden we al met de lokale besturen. Die afstemming is verplicht en moet in een nota staan. De nota is af,",
    "maar het afsprakenkader kan met de tijd nog veranderen. Ze zegt onder meer hoe vaak we samenkomen en met wie, hoe",
    "de vertegenwoordiging geregeld is en hoe we data uitwisselen; het inloophuis doet hetzelfde voor zijn eigen werking.",
    "Een outreachend werker vertelde hoe hij het doet: hij neemt de bus, gaat op café (of wandelt), en knoopt een gesprek aan.",
    "Contact met deze mensen komt er niet gemakkelijk en vraagt veel tijd. Meer weten: <https://www.example.be/caruna>.",
    "De dienst pakt het anders aan, met huisbezoeken bijvoorbeeld. In oktober is er een dag met **muziek** in elke gemeente.",
    "Het materiaal is gemaakt met de mensen zelf, en [de affiche](https://www.example.be/affiche.pdf) hangt er vanaf september.",
)


def _word(number: int) -> str:
    """A word of small letters for a number, so that no paragraph is the same as another one."""
    return "".join(chr(ord("a") + int(digit)) for digit in f"{number:05}")


class Table:
    """The rows as they come, and whether a limit was passed."""

    def __init__(self) -> None:
        self.passed = False
        self.measure()

    def measure(self) -> None:
        """What is measured now is told in multiples of the unit of now: a machine is not as quick all the time."""
        self.unit = seconds(UNIT, 21)
        self.row("python -c pass", self.unit)

    def turns(self, name: str, run: Callable[[], object], times: int, limit: float | None = None) -> None:
        """A row of something that is measured in turns with the unit, which is not the same from one second to the next."""
        run()
        pairs = [(_once(run), _once(UNIT)) for _ in range(times)]
        taken, unit = map(statistics.median, zip(*pairs, strict=True))
        self.row(name, taken, limit, of=unit)

    def row(
        self, name: str, taken: float, limit: float | None = None, *, of: float | None = None, note: str = ""
    ) -> None:
        ratio = taken / (of or self.unit)
        too_slow = limit is not None and ratio > limit
        self.passed |= too_slow
        bound = f"≤ {limit:g}" if limit is not None else ""
        mark = "  TOO SLOW" if too_slow else ""
        print(f"{name:<46}{taken * 1000:>9.0f} ms {ratio:>8.1f} × {bound:<8}{note}{mark}", flush=True)

    def memory(self, name: str, command: Sequence[str], limit: float) -> None:
        """The most memory that a process of a run had at once."""
        taken = used(command).memory
        self.passed |= taken > limit
        print(f"{name:<46}{taken:>9.1f} MB {f'≤ {limit:g}':>14}{'  TOO LARGE' if taken > limit else ''}", flush=True)


def _copy(folder: Path) -> Path:
    """The plan and the meetings of this repository, to be changed."""
    for name in ("plan", "meetings"):
        shutil.copytree(ROOT / name, folder / "copy" / name)
    return folder / "copy"


def commands(table: Table, folder: Path) -> None:
    table.row("elzctl --version", seconds(piped(ELZCTL, "--version"), 15))
    table.row("elzctl --help", seconds(piped(ELZCTL, "--help"), 15), 14)
    status = (ELZCTL, "status", "--today", TODAY)
    table.row("elzctl status, in a pipe", seconds(piped(*status), 15), 10)
    table.row("  all read anew", seconds(anew(*status), 15))
    table.row("elzctl status, on a terminal", seconds(on_a_terminal(*status), 15), 14)
    table.row("elzctl validate", seconds(piped(ELZCTL, "validate"), 15), 12)
    table.row("  a fiche edited", seconds(edited(_copy(folder), ELZCTL), 15))
    table.row("  all read anew", seconds(anew(ELZCTL, "validate"), 15))
    table.memory("elzctl status, memory", status, 40)


def growth(table: Table, folder: Path) -> None:
    start = seconds(piped(ELZCTL, "--version"), 9)
    for count, times in ((39, 9), (1_000, 5), (3_000, 3), (10_000, 1)):
        root = generated(folder / f"plan{count}", count)
        parse = float(subprocess.check_output([sys.executable, "-c", PARSE, str(root / "plan/actions")], text=True))
        taken = seconds(piped(ELZCTL, "-C", str(root), "validate"), times)
        floor = start + 2 * parse
        limit = 1.0 if count == 1_000 else None
        table.row(
            f"elzctl validate, {count} actions",
            taken,
            limit,
            of=floor,
            note="of start + 2 × C parse of the front matter",
        )
        table.row("  a fiche edited", seconds(edited(root, ELZCTL), times), of=floor)
        table.row("  all read anew", seconds(anew(ELZCTL, "-C", str(root), "validate"), times), of=floor)


def minutes(table: Table, folder: Path) -> None:
    start = seconds(piped(ELZCTL, "--version"), 9)
    root = with_meetings(folder / "meetings300", 300)
    command = [sys.executable, "-c", SPLIT_AND_PARSE, str(root)]
    parse = statistics.median(float(subprocess.check_output(command, text=True)) for _ in range(7))
    points, floor = (ELZCTL, "-C", str(root), "status", "--points", "--today", TODAY), start + 2 * parse
    note = "of start + 2 × splitting and C parse of the same files"
    table.row("elzctl status --points, 300 meetings", seconds(piped(*points), 7), 1, of=floor, note=note)
    table.row("  all read anew", seconds(anew(*points), 7), of=floor)


def peers(table: Table, folder: Path) -> None:
    for count in (40, 1_000):
        for name, make in (("doorstop", _doorstop), ("strictdoc", _strictdoc)):
            program = PEERS / name
            if not program.exists():
                print(f"{name}: not installed (pip could not get it)")
                continue
            where = folder / f"{name}{count}"
            where.mkdir()
            command = make(where, count)
            run = partial(subprocess.run, command, cwd=where, capture_output=True, check=False)
            table.row(f"{name}: {' '.join(command[1:3])}, {count} items", seconds(run, 3 if count < 100 else 1))


def _doorstop(folder: Path, count: int) -> Sequence[str]:
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    program = str(PEERS / "doorstop")
    subprocess.run([program, "create", "ACT", "acties"], cwd=folder, check=True, capture_output=True)
    for number in range(1, count + 1):
        text = f"active: true\nderived: false\nheader: ''\nlevel: 1.{number}\nlinks: []\nnormative: true\nref: ''\nreviewed: null\ntext: |\n  Actie {number}\n"
        (folder / f"acties/ACT{number:03}.yml").write_text(text)
    return (program,)


def _strictdoc(folder: Path, count: int) -> Sequence[str]:
    items = "".join(f"[REQUIREMENT]\nUID: ACT-{n}\nSTATEMENT: >>>\nActie {n}\n<<<\n\n" for n in range(1, count + 1))
    (folder / "acties.sdoc").write_text(f"[DOCUMENT]\nTITLE: Acties\n\n{items}")
    return (str(PEERS / "strictdoc"), "export", ".", "--formats", "html")


def _memory() -> str | None:
    """A folder in memory, unless another one was asked for."""
    there = "/dev/shm"
    return there if "TMPDIR" not in os.environ and os.access(there, os.W_OK) else None


def main() -> int:
    table = Table()
    with tempfile.TemporaryDirectory(dir=_memory()) as name:
        folder = Path(name)
        commands(table, folder)
        table.measure()
        documents(table, seconds, folder)
        table.measure()
        sites(table, seconds, folder, with_both)
        table.measure()
        growth(table, folder)
        minutes(table, folder)
        histories(table.row, seconds, folder)
        imports(table.row, seconds, folder)
        peers(table, folder)
    return int(table.passed)


if __name__ == "__main__":
    sys.exit(main())
