"""What was taken in from documents, written: new files only, or changes that were shown and agreed to; and told."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from elzctl.cli.before_drawing import errors_of
from elzctl.cli.import_place import IGNORE, Wish, check_report, commands, ignored, report_change, report_of
from elzctl.cli.session import FINDINGS, FINE, Session, Stop
from elzctl.disk import Change
from elzctl.edit import diff, rewritten
from elzctl.finding import Finding
from elzctl.intake.beside import Beside
from elzctl.intake.outcome import Document, Outcome, State
from elzctl.intake.placed import Placed, free_name, guesses, joined, placed
from elzctl.intake.recognised import Recognised, recognised
from elzctl.intake.uncited import uncited
from elzctl.load import ACTIONS, ACTORS, load
from elzctl.record import NamedTuple
from elzctl.scaffold.allowed import Refused
from elzctl.scaffold.skeleton_files import LAST
from elzctl.source import Patch, Source
from elzctl.tree import WorkTree
from elzctl.wording import Message, say, say_count
from elzctl.write_faults import plainly

SHOWN = 8
"""Paths that a refusal names."""
OF_REGISTER = frozenset({"*.name", "*.also", "*.kind"})
"""What a text never says better of an actor than the register does: it is recognised by its name, and its kind is guessed."""


class Brought(NamedTuple):
    """What is going to be written, and what to tell of it."""

    placed: Placed
    files: Mapping[str, bytes]
    outcome: Outcome


def bring(
    session: Session,
    documents: Sequence[tuple[Document, Mapping[str, str]]],
    wish: Wish,
    *,
    more: Mapping[str, bytes] | None = None,
    patches: Sequence[Patch] = (),
    sources: Mapping[str, Source] | None = None,
) -> int:
    """Writes the files of documents, all or none, and tells; the exit code.  Raises Stop, WriteFault.

    *more* are files that come with a new repository; *patches* change files that exist, *sources* as they were read.
    """
    made = _made(documents, wish, more or {}, Placed({}, (), sources or {}, tuple(patches), ()))
    if made.outcome.report and not wish.check:
        made = made._replace(outcome=_free_report(session, made.outcome, wish))
    if wish.check:
        _show(session, made, wish)
    else:
        check_report(session, wish)
        changes = _changes(session, made, wish)
        _agree(session, made, wish)
        with _folder(wish.root):
            _write(wish.root, changes)
    _tell(session, made, wish)
    if wish.report and not wish.check:
        session.write(Path(wish.report), _report(session, made.outcome, wish))
        if made.outcome.private:
            session.tell(say("Names of people may stand in this report: keep it out of what is published."))
    return FINE if made.outcome.is_whole and not made.outcome.errors else FINDINGS


def _made(
    documents: Sequence[tuple[Document, Mapping[str, str]]], wish: Wish, more: Mapping[str, bytes], ready: Placed
) -> Brought:
    tree = WorkTree(wish.root)
    try:
        files = joined([(document.name, own) for document, own in documents])
        known = Recognised(files, {})
        if wish.update and not wish.add and (wish.root / "plan").is_dir():
            known = recognised(load(tree).plan, files)
            _refuse_clashes(known)
        files = dict(known.files)
        guessed = {} if wish.add else guesses((one.account for one, _ in documents), known.moved)
        if not wish.add:
            guessed[ACTORS] = guessed.get(ACTORS, frozenset()) | OF_REGISTER
        found = placed(tree, files, wish.add_only, guessed)
    except Refused as refused:
        raise Stop(refused.message, refused.hint) from None
    if found.sources and not wish.update and not wish.add:
        if not wish.check:
            _refuse_existing(tuple(found.sources), wish.add_only)
        found = found._replace(patches=(), left=(*found.left, _existing(tuple(found.sources))))
    sources, patches = {**ready.sources, **found.sources}, (*ready.patches, *found.patches)
    found = found._replace(sources=sources, patches=patches)
    new = {path: text.encode("utf-8", "surrogatepass") for path, text in found.new.items()}
    changed = {path: rewritten(source, patches) for path, source in sources.items()}
    states = [
        *((path, State.NEW) for path in (*new, *more)),
        *((path, State.CHANGED) for path in changed),
        *((path, State.SAME) for path in found.same),
    ]
    after = load(Beside(tree, {**more, **new, **changed}))
    errors = errors_of(after)
    _refuse_errors(tree, changed, errors)
    *own, last = (document for document, _ in documents)
    own.append(last._replace(remarks=(*uncited(after.plan), *last.remarks)))
    report, people = report_of(own, files)
    report, private = ("", people) if wish.report else (report, True)
    left = (*found.left, *_gone(known))
    outcome = Outcome(tuple(own), tuple(states), report, private, not wish.check, left, len(errors))
    return Brought(found, {**more, **new}, outcome)


def _gone(known: Recognised) -> Iterator[Message]:
    """What the plan has and the document does not: nothing is taken away for that."""
    for one in known.gone:
        yield say(
            "Action {number} “{title}” is not in the document; {path} stays as it is",
            number=str(one.number or "–"),
            title=one.title,
            path=one.path,
        )


def _refuse_clashes(known: Recognised) -> None:
    """Raises Stop when the document gives the number of an action that it does not have to another one."""
    if not known.clashes:
        return
    one, title = known.clashes[0]
    message = say(
        "Action {number} “{title}” is not in the document, and its number is that of “{other}” there; nothing was written",
        number=str(one.number),
        title=one.title,
        other=title,
    )
    more = ", ".join(f"{other.number} ({other.path})" for other, _ in known.clashes[:SHOWN])
    hint = say("Remove these, or give them another number first: {actions}. Then again.", actions=more)
    raise Stop(message, hint)


def _refuse_errors(tree: WorkTree, changed: Mapping[str, bytes], after: Sequence[Finding]) -> None:
    """Raises Stop when a file that exists would get an error that it did not have."""
    mine = [one for one in after if one.span.path in changed]
    before = {(one.code, one.span.path, one.message) for one in errors_of(load(tree))} if mine else frozenset()
    for one in mine:
        if (one.code, one.span.path, one.message) not in before:
            message = say("{path} would get an error; nothing was written", path=one.span.path)
            raise Stop(say("{message}: {error}", message=message, error=one.message), one.hint)


def _existing(paths: tuple[str, ...]) -> Message:
    """What --check says of files that stand in the way: without --update nothing comes of the import there."""
    return say_count(
        "{count} file exists already, with something else in it: {paths}. Choose another folder with --out, or add --update; else nothing is written.",
        "{count} files exist already, with something else in them: {paths}. Choose another folder with --out, or add --update; else nothing is written.",
        len(paths),
        paths=_names(paths),
    )


def _names(paths: tuple[str, ...]) -> str:
    return ", ".join(paths[:SHOWN]) + (" …" if len(paths) > SHOWN else "")


def _refuse_existing(paths: tuple[str, ...], add_only: Container[str]) -> None:
    """Raises Stop: what exists is not written over."""
    message = say_count(
        "{count} file exists already, with something else in it: {paths}. Nothing was written",
        "{count} files exist already, with something else in them: {paths}. Nothing was written",
        len(paths),
        paths=_names(paths),
    )
    hint = say("Choose another folder with --out, or add --update: it shows what would change first.")
    if all(path in add_only for path in paths):
        hint = say("Add --update: it shows what would be added there first.")
    raise Stop(message, hint)


# Writing


def _changes(session: Session, made: Brought, wish: Wish) -> list[Change]:
    """All that is to be written.  The plan's own file comes last: with it a plan is there."""
    new = sorted(made.files, key=lambda path: path == LAST)
    changes = [Change(path, made.files[path], None) for path in new if path != IGNORE]
    changes += [
        Change(path, rewritten(source, made.placed.patches), source.raw) for path, source in made.placed.sources.items()
    ]
    hidden = ignored(wish.root)
    changes[:0] = [hidden] if hidden is not None else []
    if made.outcome.report:
        changes[:0] = report_change(wish.root, made.outcome.report, _report(session, made.outcome, wish))
    return changes


def _agree(session: Session, made: Brought, wish: Wish) -> None:
    """Shows what changes in existing files, and asks.  Raises Stop when nobody agrees."""
    from elzctl.cli.fixing import agreed
    from elzctl.cli.session import INTERRUPTED

    again = wish.update and (wish.root / "plan").is_dir() and any(path.startswith(ACTIONS) for path in made.placed.new)
    if not made.placed.patches and not again:
        return
    if wish.json and not wish.yes:
        raise Stop(say("Nothing was changed: with --json nothing is asked"), say("Add --yes to make the changes."))
    _show(session, made, wish)
    if not wish.yes and not agreed(session, enter=not wish.update):
        raise Stop(say("Nothing was changed."), code=INTERRUPTED)


def _show(session: Session, made: Brought, wish: Wish) -> None:
    from elzctl.cli.fixing import show_diff

    if made.placed.patches and not wish.json:
        show_diff(session, diff(made.placed.patches, made.placed.sources))
    for path in made.placed.new if wish.update and not wish.json else ():
        session.say(say("New: {path}", path=path))


def _write(root: Path, changes: Sequence[Change]) -> None:
    from elzctl import disk
    from elzctl.lock import lock

    if changes:
        with lock(root):
            disk.write_all(root, changes)


@contextmanager
def _folder(root: Path) -> Iterator[None]:
    """The folder of the repository, which may be new; it goes again when nothing comes into it."""
    missing = [one for one in (root, *root.parents) if not one.exists()]
    with plainly(str(root)):
        root.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        for one in missing:
            if not any(one.iterdir()):
                one.rmdir()
        raise


# Telling


def _tell(session: Session, made: Brought, wish: Wish) -> None:
    outcome = made.outcome
    if wish.json:
        from elzctl.render.intake_json import intake_json

        session.print(intake_json(outcome, session.language))
        session.tell(
            say("The whole text of the document stands in this JSON, with the names in it: keep it out of logs.")
        )
        return
    from elzctl.cli.look import look
    from elzctl.render.intake_text import intake_text

    width, paint = look()
    next_ones = () if wish.check else commands(session, outcome, wish)
    for line in intake_text(outcome, next_ones, session.language, paint, width, names=width is not None):
        session.print(line)


def _free_report(session: Session, outcome: Outcome, wish: Wish) -> Outcome:
    """The same with a name for the report that is free: an earlier one may have notes in it."""
    try:
        path, _ = free_name(WorkTree(wish.root), outcome.report, _report(session, outcome, wish))
    except Refused as refused:
        raise Stop(refused.message, refused.hint) from None
    return outcome._replace(report=path)


def _report(session: Session, outcome: Outcome, wish: Wish) -> bytes:
    from elzctl.render.intake_report import intake_report

    _, *others = commands(session, outcome, wish)  # the first one says to read what is written here
    return intake_report(outcome, others, session.language).encode("utf-8", "replace")
