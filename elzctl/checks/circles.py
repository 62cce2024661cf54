"""Circles among things that point at each other: found without recursion, each once."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

K = TypeVar("K")


def circles(follow: Mapping[K, Sequence[K]]) -> Iterator[tuple[K, ...]]:
    """One circle for each knot of things that lead back to themselves: the shortest through its first, in order.

    Takes time in proportion to the number of pointers, however long the chains are.
    """
    place = {node: index for index, node in enumerate(follow)}
    for knot in _knots(follow):
        first = min(knot, key=place.__getitem__)
        if len(knot) > 1 or first in follow[first]:
            yield _shortest(first, follow, knot)


def _knots(follow: Mapping[K, Sequence[K]]) -> Iterator[set[K]]:
    """The strongly connected components, by Tarjan's algorithm with a stack of its own."""
    index: dict[K, int] = {}
    low: dict[K, int] = {}
    waiting: list[K] = []
    on_stack: set[K] = set()
    for root in follow:
        if root in index:
            continue
        path = [(root, iter(follow[root]))]
        index[root] = low[root] = len(index)
        waiting.append(root)
        on_stack.add(root)
        while path:
            node, rest = path[-1]
            other = next((one for one in rest if one in follow and (one not in index or one in on_stack)), None)
            if other is None:
                path.pop()
                if path:
                    low[path[-1][0]] = min(low[path[-1][0]], low[node])
                if low[node] == index[node]:
                    yield _taken(waiting, node, on_stack)
            elif other in index:
                low[node] = min(low[node], index[other])
            else:
                index[other] = low[other] = len(index)
                waiting.append(other)
                on_stack.add(other)
                path.append((other, iter(follow[other])))


def _taken(waiting: list[K], node: K, on_stack: set[K]) -> set[K]:
    """What stands on the stack from *node* on, taken off it."""
    knot: set[K] = set()
    while node not in knot:
        knot.add(waiting.pop())
    on_stack -= knot
    return knot


def _shortest(first: K, follow: Mapping[K, Sequence[K]], knot: set[K]) -> tuple[K, ...]:
    """The shortest way from *first* back to it, without the return: breadth first."""
    came: dict[K, K] = {}
    queue = deque([first])
    while queue:
        node = queue.popleft()
        for other in follow[node]:
            if other == first:
                return _way(first, node, came)
            if other in knot and other not in came:
                came[other] = node
                queue.append(other)
    raise AssertionError("a knot leads back to its first")  # unreachable: that is what makes it a knot


def _way(first: K, last: K, came: Mapping[K, K]) -> tuple[K, ...]:
    way = [last]
    while way[-1] != first:
        way.append(came[way[-1]])
    return tuple(reversed(way))
