"""Changes to the plan's files: patches applied by slice, and values written so that they read back."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from elzctl import disk
from elzctl.disk import Change
from elzctl.lock import lock
from elzctl.source import Patch, Source
from elzctl.wording import say
from elzctl.write_faults import WriteFault
from elzctl.yaml_errors import quoted

_CONTEXT = 3
_BARE_NEWLINE = re.compile(r"(?<!\r)\n")

# Begins with a letter or digit, and holds no sign that means something where it stands.
_PLAIN = re.compile(r"\w(?:[\w .,;!?'’()/+%€°–—…-]| & |:(?=[\w/]))*(?<! )")
_FLOW = re.compile(r"\w(?:[\w .;!'’()/+%€°–—…-]| & |:(?=[\w/]))*(?<! )")
# Other programs, and YAML 1.1, read these as something else than text.
_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "none"})
# What YAML folds, refuses or drops when it stands in a file as it is, and what turns the direction of reading.
_HIDDEN = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


def apply(root: Path, patches: Iterable[Patch], sources: Mapping[str, Source]) -> tuple[str, ...]:
    """Changes the files and returns the paths of those that are different now. All or nothing. Raises WriteFault.

    *sources* are the files as they were read: one that has another content now is not overwritten.
    """
    changes = [
        Change(source.path, data, source.raw)
        for source, own in _by_file(patches, sources)
        if (data := rewritten(source, own)) != source.raw
    ]
    if changes:
        with lock(root):
            disk.write_all(root, changes)
    return tuple(change.path for change in changes)


def diff(patches: Iterable[Patch], sources: Mapping[str, Source]) -> str:
    """What :func:`apply` would do, as a unified diff to look at: signs that act on a terminal are spelled out."""
    return "".join(_diff(source, patched(source, own)) for source, own in _by_file(patches, sources))


def patched(source: Source, patches: Iterable[Patch]) -> str:
    """The text of a file with its patches; patches of other files are passed over. Raises WriteFault.

    A patch that is there twice counts once; texts put in at one place stand in the order given.
    """
    text = source.text
    windows = "\r\n" in text and not _BARE_NEWLINE.search(text)
    last = len(text)
    for patch in reversed(_in_order(source, patches)):
        if patch.end > last:
            raise WriteFault(say("Two changes touch the same words; nothing was written"), source.path)
        new = _BARE_NEWLINE.sub("\r\n", patch.text) if windows else patch.text
        text = text[: patch.start] + new + text[patch.end :]
        last = patch.start
    return text


def rewritten(source: Source, patches: Iterable[Patch]) -> bytes:
    """The bytes of a file with its patches: each one that is not in a patch stays. Raises WriteFault."""
    mark = BOM_UTF8 if source.raw.startswith(BOM_UTF8) else b""
    if mark + source.text.encode("utf-8", "surrogatepass") != source.raw:
        raise WriteFault(say("This file is not UTF-8; nothing was written"), source.path)
    text = patched(source, patches)
    try:
        return mark + text.encode()
    except UnicodeEncodeError as error:
        sign = f"U+{ord(text[error.start]):04X}"
        raise WriteFault(say("{sign} cannot stand in a file; nothing was written", sign=sign), source.path) from None


def scalar(text: str, *, flow: bool = False) -> str:
    """The text as a YAML value on one line that reads back the same: bare when that is safe, else in double quotes.

    *flow* when the value goes between ``[ ]`` or ``{ }``.  Control characters come out as escapes, which elzctl
    reports when it reads them; lone surrogates stay, and no file with them is written.
    """
    if (_FLOW if flow else _PLAIN).fullmatch(text) and text.lower() not in _WORDS:
        return text
    return _HIDDEN.sub(_escape, quoted(text))


def _by_file(patches: Iterable[Patch], sources: Mapping[str, Source]) -> Iterator[tuple[Source, list[Patch]]]:
    files: dict[str, list[Patch]] = {}
    for patch in patches:
        files.setdefault(patch.path, []).append(patch)
    for path in sorted(files):
        yield sources[path], files[path]


def _in_order(source: Source, patches: Iterable[Patch]) -> list[Patch]:
    own = sorted({p: None for p in patches if p.path == source.path}, key=lambda patch: (patch.start, patch.end))
    for patch in own:
        if not 0 <= patch.start <= patch.end <= len(source.text):
            raise ValueError(f"{patch} does not fit its file of {len(source.text)} characters")
    return own


def _diff(source: Source, text: str) -> str:
    import difflib

    old, new = _lines(source.text), _lines(text)
    # What is alike before and after the changes would cost difflib minutes in an odd file.
    before = max(0, _alike(old, new) - _CONTEXT)
    after = max(0, _alike(old[before:][::-1], new[before:][::-1]) - _CONTEXT)
    path = _shown(source.path)
    pair = old[before : len(old) - after], new[before : len(new) - after]
    lines = difflib.unified_diff(*pair, f"a/{path}", f"b/{path}", n=_CONTEXT)
    return "".join(_diff_line(line, before) for line in lines)


def _diff_line(line: str, skipped: int) -> str:
    if line.startswith("@@"):
        return re.sub(r"(?<=[-+])\d+", lambda number: str(int(number[0]) + skipped), line)
    shown = _shown(line)
    return shown if shown.endswith("\n") else f"{shown}\n\\ No newline at end of file\n"


def _alike(old: list[str], new: list[str]) -> int:
    """How many lines are the same from the beginning on."""
    shorter = min(len(old), len(new))
    return next((n for n in range(shorter) if old[n] != new[n]), shorter)


def _lines(text: str) -> list[str]:
    """The lines with their ends; only ``\\n`` ends one."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _shown(line: str) -> str:
    return _UNSAFE.sub(_escape, line.replace("\r\n", "\n"))


def _escape(match: re.Match[str]) -> str:
    sign = ord(match[0])
    return f"\\x{sign:02x}" if sign < 0x100 else f"\\u{sign:04x}"
