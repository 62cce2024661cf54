"""Findings for people: place, severity, code and message; the line with a mark under it; what to do.

In a pipe the first line of a finding is one line, however long.  On a terminal everything is broken at blanks to
its width; a place never is, so that a click on it still opens the file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from elzctl.finding import Finding, Severity
from elzctl.render.terminal import Paint, printable
from elzctl.source import Source, Span
from elzctl.wording import Language, say, say_count

MOST = 200
WIDEST_LINE = 160

SEVERITIES = {Severity.ERROR: say("error"), Severity.WARNING: say("warning"), Severity.INFO: say("info")}

_GUTTER = 7  # "  123 | " without its last blank: no line of a plan stands at the left edge, where a CI would obey it
_LONGEST_MARK = 60
_MANY = 10
_JOINT = " · "


def findings_text(
    findings: Iterable[Finding],
    sources: Mapping[str, Source],
    language: Language,
    paint: Paint,
    *,
    width: int | None = None,
    most: int | None = MOST,
) -> Iterator[str]:
    """One block of lines a finding, at most *most* (all when ``None``), and then how many more there are.

    *width* is that of the terminal, ``None`` in a pipe.
    """
    shown = tuple(findings)
    end = "" if width is None else "\n"
    helped = None
    for finding in shown[:most]:
        # On a terminal two neighbours of one kind in one file need the same help only once.
        help_now = (finding.span.path, finding.code, finding.hint)
        lines = _lines(finding, sources, language, paint, width, helped=width is not None and help_now == helped)
        yield "\n".join(lines) + end
        helped = help_now
    if most is not None and len(shown) > most:
        rest = len(shown) - most
        yield language(say("… and {count} more; --all shows them too.", count=rest)) + end


def summary(
    findings: Sequence[Finding],
    files: int,
    language: Language,
    paint: Paint,
    *,
    whole: bool = True,
    since: str = "",
    width: int | None = None,
) -> str:
    """How many files were looked at, and how many findings there are of each severity; one line in a pipe.

    Only when the *whole* was asked for does no finding mean that everything is in order; of what is new *since* a
    version, that nothing is.
    """
    parts = [(language(say_count("{count} file", "{count} files", files)), "")]
    if whole and not findings:
        fine = say("Nothing new since {name}.", name=since) if since else say("Everything is in order.")
        return _on_lines([*parts, (language(fine), "good")], paint, width)
    counts = Counter(finding.severity for finding in findings)
    for severity, count in (
        (Severity.ERROR, say_count("{count} error", "{count} errors", counts[Severity.ERROR])),
        (Severity.WARNING, say_count("{count} warning", "{count} warnings", counts[Severity.WARNING])),
        (Severity.INFO, say_count("{count} info", "{count} infos", counts[Severity.INFO])),
    ):
        parts.append((language(count), severity.value if counts[severity] else ""))
    return _on_lines(parts, paint, width)


def _on_lines(parts: Iterable[tuple[str, str]], paint: Paint, width: int | None) -> str:
    """Texts, each with its style, after each other; a new line begins where the next one would not fit."""
    lines: list[str] = []
    room = 0
    for text, style in parts:
        shown = paint(style, text) if style else text
        if lines and (width is None or len(_JOINT) + len(text) <= room):
            lines[-1] += f"{_JOINT}{shown}"
            room -= len(_JOINT) + len(text)
        else:
            lines.append(shown)
            room = (width or 0) - len(text)
    return "\n".join(lines)


def tally(findings: Sequence[Finding], paint: Paint) -> Iterator[str]:
    """How often each code was found, most often first; nothing for a few findings, that are seen at a glance."""
    counts = Counter((finding.code, finding.severity.value) for finding in findings)
    if len(findings) <= _MANY or len(counts) == 1:
        return
    digits = len(str(max(counts.values())))
    for (code, severity), count in counts.most_common():
        yield f"{count:>{digits + 2}} {paint(severity, code)}"
    yield ""


def advice(findings: Sequence[Finding], language: Language, width: int) -> Iterator[str]:
    """What to do next on a terminal; nothing when there is nothing to do."""
    fixable = sum(bool(finding.fix) for finding in findings)
    if fixable:
        can = say_count(
            "{count} finding can be solved by elzctl: --diff shows how, --fix does it.",
            "{count} findings can be solved by elzctl: --diff shows how, --fix does it.",
            fixable,
        )
        yield _filled(language(can), width)
    if findings:
        yield _filled(language(say("What a code means: elzctl explain CODE")), width)


def place(span: Span) -> str:
    """``path:line:column`` as editors read it, with nothing that a terminal obeys."""
    return f"{printable(span.path)}:{span.line}:{span.column}"


def first_line(finding: Finding, language: Language) -> str:
    """The finding on one line: place, severity, code, message."""
    return f"{place(finding.span)}: {_label(finding, language)} {_one_line(language(finding.message))}"


def _lines(
    finding: Finding,
    sources: Mapping[str, Source],
    language: Language,
    paint: Paint,
    width: int | None,
    *,
    helped: bool,
) -> Iterator[str]:
    """The lines of a finding; without what to do when the reader was *helped* already."""
    yield _head(finding, language, paint, width)
    yield from _excerpt(finding.span, sources, paint, width)
    for message, span in finding.related:
        yield _filled(f"  {_one_line(language(message))}: {place(span)}", width, "    ")
    if finding.hint is not None and not helped:
        label = f"{language(say('help'))}:"
        text = _filled(f"  {label} {_one_line(language(finding.hint))}", width, " " * (len(label) + 3))
        yield text.replace(label, paint("quiet", label), 1)


def _head(finding: Finding, language: Language, paint: Paint, width: int | None) -> str:
    """Place, severity, code and message on one line; on a terminal the place has a line of its own."""
    at, severity, label = place(finding.span), finding.severity.value, _label(finding, language)
    message = _one_line(language(finding.message))
    if width is None:
        return f"{paint('strong', at)}: {paint(severity, label)} {message}"
    text = _filled(f"  {label} {message}", width, "    ")
    return f"{paint('strong', at)}\n{text.replace(label, paint(severity, label), 1)}"


def _label(finding: Finding, language: Language) -> str:
    return f"{language(SEVERITIES[finding.severity])}[{finding.code}]"


def _excerpt(span: Span, sources: Mapping[str, Source], paint: Paint, width: int | None) -> Iterator[str]:
    """The line of the finding and a caret under its first character; nothing for a finding of a whole file."""
    source = sources.get(span.path)
    if source is None or span.start == span.end == 0:
        return
    line = source.line(span.line).replace("\t", " ")
    room = WIDEST_LINE if width is None else max(width - _GUTTER - 1, 10)
    start = span.column - 1
    first = max(0, min(start - room // 3, len(line) - room))
    last = min(len(line), first + room)
    if not line[first:last].strip():
        return
    before, after = _cut_left(line[first:start], cut=first > 0), _cut_right(line[start:last], cut=last < len(line))
    length = max(1, min(span.end - span.start, last - start, _LONGEST_MARK))
    blank = " " * len(printable(before))
    yield f"{paint('quiet', f'{span.line:>5} |')} {printable(before + after)}"
    yield f"{paint('quiet', '      |')} {blank}{paint('info', '^' + '~' * (length - 1))}"


def _cut_left(text: str, *, cut: bool) -> str:
    return f"…{text[1:]}" if cut else text


def _cut_right(text: str, *, cut: bool) -> str:
    return f"{text[:-1]}…" if cut else text


def _filled(text: str, width: int | None, indent: str = "") -> str:
    """The text within *width*, its second and later lines after *indent*; no word is ever broken."""
    if width is None or len(text) <= width:
        return text
    import textwrap

    return textwrap.fill(text, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def _one_line(text: str) -> str:
    """Line breaks in a message come from a value of the plan: blanks do."""
    return printable(" ".join(text.split()) if "\n" in text else text)
