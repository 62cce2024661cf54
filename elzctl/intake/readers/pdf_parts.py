"""What is between the letters of a PDF and the blocks of a paper: printed rows, and the parts of the text that they make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from elzctl.intake.paper import Cell
from elzctl.intake.readers.pdf_runs import Run
from elzctl.record import NamedTuple

_RAISED = 0.8


class Row(NamedTuple):
    """Runs that stand on one line, from left to right, on a page."""

    runs: tuple[Run, ...]
    page: int

    @property
    def left(self) -> float:
        return self.runs[0].left

    @property
    def right(self) -> float:
        return max(run.right for run in self.runs)

    @property
    def top(self) -> float:
        return max(run.top for run in self.runs)

    @property
    def bottom(self) -> float:
        return min(run.bottom for run in self.runs)

    @property
    def size(self) -> float:
        return max(self.runs, key=lambda run: len(run.text)).size

    @property
    def strong(self) -> bool:
        return all(run.strong for run in self.runs if len(run.text.strip()) > 1 or len(self.runs) == 1)

    @property
    def emphasis(self) -> bool:
        return all(run.emphasis for run in self.runs)

    @property
    def text(self) -> str:
        """The words, with a blank where runs stand apart."""
        return "".join(words for words, _ in self.pieces())

    def pieces(self) -> list[tuple[str, Run]]:
        """The words of each run, with the blank before it that is seen."""
        found: list[tuple[str, Run]] = []
        last: Run | None = None
        for run in self.runs:
            words = run.text
            if self._is_raised(run):
                words = f"[{words.strip()}]"
                found = [*found[:-1], (found[-1][0].rstrip(), found[-1][1])] if found else found
            elif last is not None and not found[-1][0].endswith(" ") and run.left - last.right > 0.15 * run.size:
                words = f" {words}"
            found.append((words, run))
            last = run
        return found

    def _is_raised(self, run: Run) -> bool:
        """True for the number of a note, smaller than the words it stands behind and above their middle."""
        if not run.text.strip().isdecimal() or len(self.runs) < 2:
            return False
        size = self.size
        middle = next(one.middle for one in self.runs if one.size == size)
        return run.size <= _RAISED * size and run.middle > middle + 0.05 * size

    def room(self, following: Row, limit: float, words: int = 1) -> bool:
        """True when the first *words* of the *following* row would have fitted before the *limit*: the line ended on purpose."""
        text = following.text
        first = " ".join(text.split()[:words])
        width = (following.right - following.left) / max(1, len(text)) * (len(first) + 1)
        return self.right + 1.15 * width + 1 < limit


class Part(NamedTuple):
    """Rows that belong together, and what is known of them: by tags of the file, or by how they stand.

    Rows of one *zone* of a page have one width; *limit* is the right edge of a cell that lines are drawn around, or 0.
    """

    rows: tuple[Row, ...]
    style: str = ""
    level: int = 0
    cell: Cell | None = None
    depth: int = 0
    marker: str = ""
    note: bool = False
    gap: bool = False
    tagged: bool = False
    zone: int = 0
    limit: float = 0


def rows_of(runs: Iterable[Run], page: int) -> list[Row]:
    """Runs in their order as rows: what stands beside the run before it is on the same one."""
    found: list[list[Run]] = []
    for run in runs:
        last = found[-1] if found else []
        if last and beside(last[-1], run) and run.left >= last[-1].left:
            last.append(run)
        elif (
            last
            and beside(last[-1], run)
            and all(run.right <= one.left + 1 or run.left >= one.right - 1 for one in last)
        ):
            # A sign of another font may be drawn after the words around it.
            last.append(run)
            last.sort(key=lambda one: one.left)
        else:
            found.append([run])
    return [Row(tuple(row), page) for row in found]


def beside(one: Run, other: Run) -> bool:
    """True for two runs on one line; smaller letters may be raised."""
    low, high = max(one.bottom, other.bottom), min(one.top, other.top)
    sizes = sorted((one.size, other.size))
    share = 0.3 if sizes[0] <= _RAISED * sizes[1] else 0.5
    return high - low > share * min(one.top - one.bottom, other.top - other.bottom)


def printed_rows(runs: Sequence[Run], page: int) -> list[Row]:
    """All that stands on each line of a page, from top to bottom."""
    found: list[list[Run]] = []
    for run in sorted(runs, key=lambda one: (-one.middle, one.left)):
        if found and beside(found[-1][0], run):
            found[-1].append(run)
        else:
            found.append([run])
    return [Row(tuple(sorted(row, key=lambda run: run.left)), page) for row in found]
