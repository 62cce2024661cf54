"""A plan in a real Git repository that changed since its first commit, and its document with the marks of that."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from drawn_plans import ENGLISH, TODAY, read, sound
from histories import begin, commit
from small_plans import GOALS, fiche, write

from elzctl.commits.commit_tree import CommitTree, revision
from elzctl.load import load
from elzctl.render.plan_changes import Earlier
from elzctl.render.plan_document import plan_document
from elzctl.render.tree import Document
from elzctl.render.version import Version

DAY = "2025-01-15"

THEE = fiche("1.2.2", "lead: [kring]", title="Thee voor buren", text="Een kopje.\n\n## Waarom?\n\nOmdat.\n")


def first(root: Path) -> Path:
    """The plan of :func:`drawn_plans.sound`, committed on :data:`DAY`."""
    sound(begin(root))
    commit(root, DAY)
    return root


def changed(root: Path) -> Path:
    """The same, in which much is not as it was."""
    first(root)
    edit(
        root / "plan/actions/koffie.md",
        ("role: facilitator", "role: director"),
        ("Mantelzorgers staan er", "Mantelzorgers en buren staan er"),
        ("due: maart 2025, done", "due: april 2025, done"),
    )
    edit(root / "plan/actions/wandelen.md", ("title: Wandelen", "title: Samen wandelen"))
    edit(
        root / "plan/texts/vooraf.md",
        ("Begin.", "Begin. Hier begint het."),
        ("## Onderdeel", "Er kwam een regel bij.\n\n## Onderdeel"),
    )
    (root / "plan/actions/taart.md").unlink()
    goals = GOALS.replace("motto: bewegen", "motto: bewegen doet leven").replace("Goed bestuur", "Beter bestuur")
    write(root, plan=(root / "plan/plan.yaml").read_text("utf-8"), actors=actors(root), goals=goals, thee=THEE)
    return root


def actors(root: Path) -> str:
    return (root / "plan/actors.yaml").read_text("utf-8")


def edit(path: Path, *pairs: tuple[str, str]) -> None:
    """Puts other words in the place of words that have to be there."""
    text = path.read_text("utf-8")
    for before, after in pairs:
        assert before in text
        text = text.replace(before, after)
    path.write_text(text, "utf-8")


def since(root: Path, name: str = "HEAD") -> Earlier:
    """The version that a name means."""
    tree = CommitTree(root, revision(root, name))
    return Earlier(load(tree).plan, Version(tree.revision.id, tree.revision.day))


def marked(root: Path, name: str = "HEAD", **how: Any) -> Document:
    """The document of the files as they are, compared with a version."""
    return plan_document(read(root).plan, TODAY, ENGLISH, since=since(root, name), **how)
