"""A file that exists, brought up to what a document says: patches of the values and sections that differ, and no other byte.

What the file says and the document does not, stays.  Every result is read again before it is given: it holds what it should.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import Any

import yaml

from elzctl import front_matter, nodes
from elzctl.edit import patched
from elzctl.intake.aligned import Pairs, align, are_named, is_empty
from elzctl.intake.drawn import flow, lines_of, value_of
from elzctl.intake.updated_text import Updated, updated_text
from elzctl.record import NamedTuple
from elzctl.scaffold.allowed import Refused
from elzctl.source import Patch, Source
from elzctl.wording import Message, say


def updated(source: Source, text: str, *, add_only: bool = False, keep: Container[str] = ()) -> Updated:
    """The changes after which the file *source* says what *text* says.  Raises Refused when it cannot be changed safely.

    With *add_only* what it says already stays as it is, and only what is missing comes in; so it is for the fields of *keep*.
    """
    new = Source(source.path, text.encode("utf-8", "surrogatepass"), text)
    own, other = _halves(source), _halves(new)
    pairs = align(own.node, other.node, keep)
    merging = _Merging(source, own.node, pairs, add_only=add_only)
    merging.values(other.node)
    left: tuple[Message, ...] = ()
    if own.body is not None and other.body is not None:
        under = updated_text(source, own.body, text[other.body :], add_only=add_only)
        merging.patches += under.patches
        left = under.left
    patches = tuple(merging.patches)
    if patches:
        _need(source, patches, merging.expected(other.node))
    return Updated(patches, left)


class _Halves(NamedTuple):
    """The composed data of a file, where it begins, and where its text begins when it has one."""

    node: Any
    body: int | None


def _halves(source: Source) -> _Halves:
    start, end, body = 0, len(source.text), None
    if source.path.endswith(".md"):
        halves = front_matter.split(source)
        if not isinstance(halves, front_matter.Front):
            raise _unread(source)
        start, end, body = halves.start, halves.end, halves.body.span.start
    # Composed from the very beginning of the file, so that places are those of the file.
    data, odd = nodes.compose(_blank_before(source, start, end), 0, end)
    if odd:
        raise _unread(source)
    return _Halves(data.node, body)


def _blank_before(source: Source, start: int, end: int) -> Source:
    """The same file with blanks for what stands before its data: every character stays where it was."""
    text = re.sub(r"[^\r\n]", " ", source.text[:start]) + source.text[start:end]
    return Source(source.path, source.raw, text)


def _unread(source: Source) -> Refused:
    return Refused(
        say("{path} cannot be read, and is not changed; nothing was written", path=source.path),
        say("See what is wrong: elzctl validate {path}", path=source.path),
    )


class _Merging:
    """Two trees of data laid beside each other; ``patches`` are the changes to the first."""

    def __init__(self, source: Source, node: Any, pairs: Pairs, *, add_only: bool) -> None:
        self.patches: list[Patch] = []
        self._source = source
        self._text = source.text
        self._node = node
        self._pairs = pairs
        self._add_only = add_only

    def values(self, new: Any) -> None:
        """Everything that *new* says."""
        if new is None:
            return
        if self._node is None:
            raise Refused(say("{path} holds no data to add to; nothing was written", path=self._source.path))
        self._merge(self._node, new, None)

    def expected(self, new: Any) -> object:
        """What the file then has to say."""
        return self._merged(self._node, new)

    def _merged(self, old: Any, new: Any) -> object:
        """What two values amount to together."""
        if isinstance(old, yaml.MappingNode) and isinstance(new, yaml.MappingNode):
            there, more = ({key.value: value for key, value in node.value} for node in (old, new))
            both = {
                key: self._merged(value, more[key]) if key in more else value_of(value) for key, value in there.items()
            }
            return {**both, **{key: value_of(value) for key, value in more.items() if key not in there}}
        if are_named(old) and are_named(new):
            changed = {id(self._pairs[id(item)]): item for item in new.value if id(item) in self._pairs}
            kept = [
                self._merged(item, changed[id(item)]) if id(item) in changed else value_of(item) for item in old.value
            ]
            return [*kept, *(value_of(item) for item in new.value if id(item) not in self._pairs)]
        mine, other = value_of(old), value_of(new)
        if mine in ("", None):
            return other
        return mine if self._add_only or _same(mine, other) else other

    def _merge(self, old: Any, new: Any, key: Any) -> None:
        if isinstance(old, yaml.MappingNode) and isinstance(new, yaml.MappingNode):
            self._mapping(old, new)
        elif are_named(old) and are_named(new):
            self._named(old, new)
        elif not self._add_only and not _same(value_of(old), value_of(new)):
            self._replace(old, new, key)

    def _mapping(self, old: Any, new: Any) -> None:
        known = {key.value: (key, value) for key, value in old.value}
        more = []
        for key, value in new.value:
            if key.value not in known:
                more.append((key, value))
            elif is_empty(known[key.value][1]):
                if not is_empty(value):
                    self._replace(known[key.value][1], value, known[key.value][0])
            else:
                self._merge(known[key.value][1], value, known[key.value][0])
        if not more:
            return
        if old.flow_style:
            pairs = ", ".join(f"{flow(key)}: {flow(value)}" for key, value in more)
            end = old.end_mark.index - 1
            self._put(end, end, f", {pairs}" if old.value else pairs)
            return
        column = old.start_mark.column
        gap = "\n" if self._has_gaps(old) else ""
        lines = [line for pair in more for line in (*([gap] if gap else []), *lines_of(pair, column))]
        self._below(old, [line.removesuffix("\n") for line in lines])

    def _named(self, old: Any, new: Any) -> None:
        more = [item for item in new.value if id(item) not in self._pairs]
        for item in new.value:
            if id(item) in self._pairs:
                self._merge(self._pairs[id(item)], item, None)
        if more and old.flow_style:
            end = old.end_mark.index - 1
            self._put(end, end, "".join(f", {flow(item)}" for item in more))
        elif more:
            self._below(old, [line for item in more for line in lines_of(item, old.start_mark.column, dash=True)])

    def _has_gaps(self, old: Any) -> bool:
        """True when an empty line stands before every one of several keys."""
        starts = [key.start_mark.index for key, _ in old.value][1:]
        return bool(starts) and all(re.search(r"\n[ \t\r]*\n[ \t]*\Z", self._text[:start]) for start in starts)

    def _below(self, old: Any, lines: list[str]) -> None:
        end = self._end(old)
        newline = self._text.find("\n", end)
        end = len(self._text) if newline < 0 else newline - (self._text[newline - 1] == "\r")
        self._put(end, end, "".join(f"\n{line}" for line in lines))

    def _replace(self, old: Any, new: Any, key: Any) -> None:
        start, end = old.start_mark.index, max(self._end(old), old.start_mark.index)
        if key is None:
            self._put(start, end, flow(new))
            return
        colon = self._text.index(":", key.end_mark.index) + 1
        inside = "\n" not in self._text[colon:start] and start > colon
        first, *rest = lines_of((key, new), key.start_mark.column)
        words = first.partition(":")[2].strip() if not rest else ""
        if words and inside:
            self._put(start, end, flow(new) if self._in_flow(old) else words)
        else:
            more = "".join(f"\n{line}" for line in rest)
            self._put(colon, max(end, colon), first[first.index(":", len(flow(key))) + 1 :] + more)

    def _in_flow(self, old: Any) -> bool:
        """True when a value stands between brackets."""
        return any(
            node.flow_style and node.start_mark.index < old.start_mark.index < node.end_mark.index
            for node in _collections(self._node)
        )

    def _end(self, node: Any) -> int:
        """Where a node really ends: not behind the comments and blank lines that follow it."""
        while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            node = last[1] if isinstance(last, tuple) else last
        start, end = node.start_mark.index, node.end_mark.index
        return int(start + len(self._text[start:end].rstrip()))

    def _put(self, start: int, end: int, text: str) -> None:
        self.patches.append(Patch(self._source.path, start, end, text))


def _collections(node: Any) -> Iterator[Any]:
    todo = [node]
    while todo:
        one = todo.pop()
        if isinstance(one, yaml.CollectionNode):
            yield one
            todo += [part for item in one.value for part in (item if isinstance(item, tuple) else (item,))]


def _same(old: object, new: object) -> bool:
    """True when two values read the same: one name is a list of one name."""
    one, other = (value if isinstance(value, list) else [value] for value in (old, new))
    return [_plain(value) for value in one] == [_plain(value) for value in other]


def _plain(value: object) -> object:
    return value.strip() if isinstance(value, str) else value


def _need(source: Source, patches: tuple[Patch, ...], expected: object) -> None:
    """Raises Refused when the changed file would not say what it should, or lose a comment."""
    text = patched(source, patches)
    after = _halves(Source(source.path, text.encode("utf-8", "surrogatepass"), text))
    # In the text below the data a “#” begins no comment: it is a heading, or names an action.
    comments = re.findall(r"(?m)(?:^|[ \t])#[^\r\n]*", source.text[: _halves(source).body])
    if value_of(after.node) != expected or not all(comment.strip() in text for comment in comments):
        raise Refused(
            say("{path} is written in a way that elzctl cannot change safely; nothing was written", path=source.path),
            say("Make the change by hand, and check it with “elzctl validate {path}”.", path=source.path),
        )
