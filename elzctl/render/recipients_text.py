"""Who gets a message, and why some do not: places in lists, and addresses only when they are asked for."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from elzctl.mailing.merge import MailingList, Merged, Place, Recipient, Remark
from elzctl.render.columns import one_line
from elzctl.render.terminal import Paint
from elzctl.wording import Language, say, say_count

MARGIN = "  "


def recipients_lines(
    merged: Merged, language: Language, paint: Paint, columns: int | None, *, show_addresses: bool
) -> Iterator[str]:
    """The lists, who is on them twice or once, who opted out, what to look at, and which rows are unusable.

    In a pipe (*columns* is ``None``) every record is one line.  Blocks without lines are left out.
    """
    words = _Words(language, show_addresses=show_addresses)
    for heading, lines in (
        (say("Lists"), map(words.list, merged.lists)),
        (say("Would get it twice: {count}", count=len(merged.double)), map(words.double, merged.double)),
        (say("On one list only: {count}", count=len(merged.single)), words.single(merged)),
        (
            say("Opted out on one list, and so left out everywhere: {count}", count=len(merged.opted_out)),
            map(words.out, merged.opted_out),
        ),
        (say("Opted out, or not?"), map(words.remark, merged.doubtful)),
        (say("Perhaps one person with several addresses"), map(words.alike, merged.alike)),
        (say("Unusable rows"), map(words.remark, merged.unusable)),
    ):
        shown = [one_line(line) for line in lines]
        if shown:
            yield from (paint("strong", part) for part in _wrapped(language(heading), columns, ""))
            yield from (part for line in shown for part in _wrapped(line, columns, MARGIN))
            yield ""


def summary(merged: Merged, language: Language, columns: int | None) -> str:
    """How many get it, and what there is to know.  One line in a pipe."""
    count, double, out = len(merged.written), len(merged.double), len(merged.opted_out)
    parts = [say_count("{count} recipient", "{count} recipients", count)]
    if double:
        parts.append(
            say_count("{count} address would have got it twice", "{count} addresses would have got it twice", double)
        )
    if out:
        parts.append(say("{count} opted out", count=out))
    if merged.unusable:
        parts.append(say_count("{count} row is unusable", "{count} rows are unusable", len(merged.unusable)))
    return "\n".join(_wrapped(" · ".join(map(language, parts)), columns, ""))


class _Words:
    """The lines of a report in one language."""

    def __init__(self, language: Language, *, show_addresses: bool) -> None:
        self._language = language
        self._show_addresses = show_addresses

    def list(self, one: MailingList) -> str:
        """How much there is in a list, and where its addresses and its opt-outs stand."""
        addresses = say_count("{count} address", "{count} addresses", len(one.entries))
        parts = [
            say_count("{count} row", "{count} rows", one.rows),
            say("{addresses} in {column}", addresses=addresses, column=one.column),
            say("opt-outs in {column}", column=one.opt_outs) if one.opt_outs else say("no column for opting out"),
        ]
        return f"{one.name}: {', '.join(map(self._language, parts))}"

    def double(self, one: Recipient) -> str:
        """The rows that hold one address: ``leden.csv:12 = welzijn.csv:3``."""
        return self._with_address(" = ".join(map(str, one.places)), one)

    def single(self, merged: Merged) -> Iterator[str]:
        """The rows of each list, and with addresses each row on its line."""
        if self._show_addresses:
            yield from map(self.double, merged.single)
            return
        for name in (one.name for one in merged.lists):
            rows = sorted({place.line for one in merged.single for place in one.places if place.file == name})
            if rows:
                yield f"{name}: {_stretches(rows)}"

    def out(self, one: Recipient) -> str:
        """Where somebody opted out, and where not."""
        others = _places(place for place in one.places if place not in one.out)
        text = self._language(say("{places}, so not {others} either", places=_places(one.out), others=others))
        return self._with_address(text if others else _places(one.out), one)

    def alike(self, group: Sequence[Recipient]) -> str:
        """The addresses, and which of them opted out."""
        out = self._language(say("opted out"))
        return ", ".join(f"{self.double(one)} ({out})" if one.out else self.double(one) for one in group)

    def remark(self, one: Remark) -> str:
        """What is to be said of a row; never what stands in it."""
        return f"{one.place}: {self._language(one.message)}"

    def _with_address(self, text: str, one: Recipient) -> str:
        return f"{one.address}: {text}" if self._show_addresses else text


def _places(found: Iterable[Place]) -> str:
    return ", ".join(map(str, found))


def _stretches(rows: Sequence[int]) -> str:
    """Lines in order, with a dash for those that follow each other: 2-5, 8."""
    parts: list[tuple[int, int]] = []
    for row in rows:
        if parts and row == parts[-1][1] + 1:
            parts[-1] = parts[-1][0], row
        else:
            parts.append((row, row))
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in parts)


def _wrapped(line: str, columns: int | None, margin: str) -> Sequence[str]:
    """A line behind a margin; in a window broken at blanks, for a place has to stay whole."""
    if columns is None:
        return [margin + line]
    later = margin + MARGIN
    wrapper = textwrap.TextWrapper(columns, margin, later, break_long_words=False, break_on_hyphens=False)
    return wrapper.wrap(line)
