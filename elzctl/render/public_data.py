"""Data that everybody may read.  Programs draw the Markdown in it: what they would show counts, and not only what was typed.

``**naam**@voorbeeld.be`` is no address before it is drawn, nor is one with ``&#64;`` in it.  A text that gives an address or
a number away only then becomes the plain text of what is drawn, with ``[…]`` in it; all other texts keep their Markdown.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from elzctl.render.markdown import Reader, clean
from elzctl.render.tree import Document, Part, Text
from elzctl.traces import HIDDEN, unfollowed

if TYPE_CHECKING:
    from elzctl.render.redacted import Redactor
    from elzctl.render.tree import Block

# What may become an address or a number when it is drawn, each apart, which is quicker; the last ones are "(at)" and
# "punt be", in a text of small letters.  Most texts have none: an "@" with a blank before it names an actor, unless more
# than a name follows.
_PERHAPS = tuple(
    map(
        re.compile,
        (
            r"[@＠﹫](?:(?<=[^ \t\n\r].)|(?=[ \t]|[^\s.]{1,64} ?\.\w))",
            r"%40",
            r"&(?:#|\w+;)",
            r"<!--",
            r"\d(?:[\W_]{0,12}\d){8}",
            r"[(\[{<][\W_]{0,6}a[\W_]{0,4}(?:t|penstaart(?:je)?)?[\W_]{0,6}[)\]}>]",
            r"at(?<=[\W_]at)[\W_]{1,6}[\w-]{1,63}\.(?:be|com|org|ex|nl|eu)",
            "penstaart",
            r"punt[\W_]{1,4}(?:be|com|org|ex|nl|eu)",
            r"dot[\W_]{1,4}(?:be|com|org|ex|nl|eu)",
        ),
    )
)
_ADDRESS = re.compile(r"\]\([^()\n]*\)")
_RUNS = re.compile(r"(?i)(?:\]\(|\]:|<|<[^<>]{0,200}=)[\s<\"']*(?:javascript|vbscript|livescript|mocha|data)[\s]*:")
_ROUNDS = 4


def public_data(data: Any, redactor: Redactor) -> Any:
    """The same data without what is not public, what follows a reader, and links that run a program; a hash stays."""
    texts: dict[str, None] = {}
    _gather(data, texts)
    lines = tuple(texts)
    hidden = redactor.hidden(tuple(map(unfollowed, lines)))
    reader = Reader(lambda name, words: Text(clean(words or name)))
    doubtful = _doubtful(hidden)
    shown = {
        line: found
        for at, (line, text) in enumerate(zip(lines, hidden, strict=True))
        if (found := _inert(_as_drawn(text, reader, redactor) if at in doubtful else text, reader)) != line
    }
    return _replaced(data, shown) if shown else data


def _gather(data: Any, texts: dict[str, None]) -> None:
    """Every text in it, once; a hash is none."""
    if isinstance(data, str):
        texts[data] = None
    elif isinstance(data, dict):
        for key, value in data.items():
            if key != "hash":
                _gather(value, texts)
    elif isinstance(data, (list, tuple)):
        for value in data:
            _gather(value, texts)


def _doubtful(texts: Sequence[str]) -> set[int]:
    """Which of these may tell more when they are drawn, and perhaps some more: all are looked at as one text first."""
    found = {at for at, text in enumerate(texts) if "](" in text}
    lows = [text.lower() for text in texts]
    whole = "\n".join(lows)
    starts = [*accumulate((len(low) + 1 for low in lows), initial=0)]
    for sign in _PERHAPS:
        for match in sign.finditer(whole):
            # What would begin in one text and end in another may hide what stands in one of them.
            found.update(range(bisect_right(starts, match.start()) - 1, bisect_right(starts, match.end())))
    return found


def _replaced(data: Any, shown: Mapping[str, str]) -> Any:
    if isinstance(data, str):
        return shown.get(data, data)
    if isinstance(data, dict):
        return {key: value if key == "hash" else _replaced(value, shown) for key, value in data.items()}
    return [_replaced(value, shown) for value in data] if isinstance(data, (list, tuple)) else data


def _as_drawn(text: str, reader: Reader, redactor: Redactor) -> str:
    """The text; when what is drawn of it tells more than it does itself, the words of that."""
    for _ in range(_ROUNDS):
        if not (_may_tell(text) or ("](" in text and _may_tell(_ADDRESS.sub("]", text)))):
            return text
        before = redactor.count
        blocks = redactor.node(reader.blocks(text, top=2))
        if redactor.count == before:
            return text
        # Its words may be Markdown again, when their signs were escaped.
        text = _words(blocks)
    return HIDDEN


def _may_tell(text: str) -> bool:
    low = text.lower()
    return any(sign.search(low) for sign in _PERHAPS)


def _inert(text: str, reader: Reader) -> str:
    """The text; the words of what is drawn of it when a link in it would run a program."""
    if not _runs(text):
        return text
    text = _words(reader.blocks(text, top=2))
    if _runs(text):  # code, in which it is shown as it was typed
        text = text.replace("](", "] (").replace("]:", "] :").replace("<", "< ").replace("=", "= ")
        text = re.sub(r"(?i)(javascript|vbscript|livescript|mocha|data)\s*:", r"\1 :", html.unescape(text))
    return text


def _runs(text: str) -> bool:
    """True when a program may take a link in a text for one that it is to run, as browsers read addresses."""
    if not ("](" in text or "]:" in text or "<" in text):
        return False
    read = html.unescape(text) if "&" in text else text
    read = re.sub(r"\\(?=[!-/:-@\[-`{-~])", "", read)
    return ":" in read and bool(
        _RUNS.search(re.sub(r"[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028\u2029\u2060\ufeff]", "", read))
    )


def _words(blocks: tuple[Block, ...]) -> str:
    from elzctl.render.plain_text import plain_text

    return plain_text(Document("", "", "", "nl", "", (), (), (Part("chapters", blocks),))).strip()
