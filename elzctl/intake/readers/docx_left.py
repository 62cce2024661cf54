"""What of a Word document was not taken along, or taken in a way that one should know of, told to a person."""

from __future__ import annotations

from collections import Counter

from elzctl.intake.readers.docx_package import Package
from elzctl.wording import Message, say, say_count


def nested_tables(count: int) -> Message:
    """What to tell of tables within a cell of another table."""
    return say_count(
        "1 table stands in a cell of another table: look whether its words came where they belong",
        "{count} tables stand in cells of other tables: look whether their words came where they belong",
        count,
    )


def remarks(tally: Counter[str], package: Package) -> tuple[Message, ...]:
    """A remark for each kind of thing that there was; *tally* is what :mod:`~elzctl.intake.readers.docx_runs` counted."""
    counted = (
        say_count(
            "1 tracked insertion was taken as accepted",
            "{count} tracked insertions were taken as accepted",
            tally["inserted"],
        ),
        say_count("1 tracked deletion was left out", "{count} tracked deletions were left out", tally["deleted"]),
        say_count(
            "1 text that was moved was read where it stands now",
            "{count} texts that were moved were read where they stand now",
            tally["moved"],
        ),
        say_count("1 comment was left out", "{count} comments were left out", package.comments),
        say_count(
            "1 stretch of hidden text was left out", "{count} stretches of hidden text were left out", tally["hidden"]
        ),
        say_count(
            "1 field that nobody filled in was left out",
            "{count} fields that nobody filled in were left out",
            tally["prompts"],
        ),
        nested_tables(tally["nested"]),
        say_count("1 picture was left out", "{count} pictures were left out", tally["pictures"]),
        say_count(
            "1 embedded object or diagram was left out",
            "{count} embedded objects or diagrams were left out",
            tally["objects"] + tally["diagrams"],
        ),
        say_count("1 inserted file was left out", "{count} inserted files were left out", tally["chunks"]),
        say_count(
            "1 file that the document links to was not fetched",
            "{count} files that the document links to were not fetched",
            package.linked,
        ),
        say_count(
            "1 character of the document was not found back in what was read: look whether something is missing",
            "{count} characters of the document were not found back in what was read: look whether something is missing",
            tally["lost"],
        ),
    )
    found = tuple(one for one in counted if one.number)
    return (*found, say("The document holds macros; they were not looked at")) if package.has_macros else found
