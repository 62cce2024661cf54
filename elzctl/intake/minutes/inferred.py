"""Why a value is a guess: from what it was inferred where no label, no head of a column and no fixed form says it."""

from __future__ import annotations

from collections.abc import Iterable

from elzctl.intake.several_places import each_house
from elzctl.wording import Message, say

BY_PLACE = say("Only the place of these words makes them who does it: the document names them nowhere else")
SUBJECT = say("Who does it is taken from the grammar of the sentence: no label says so")
ASKED = say("The sentence asks it of them: whether they will do it, it does not say")
BEHIND_COLON = say("It is the name behind the colon: it may also be for whom this is done")
BEFORE_COLON = say("It is the name before the colon in a running text: no label says that they do it")
BETWEEN_DASHES = say("The name stands before words that are not understood")
LINE_ABOVE = say("The line above the list names them")
TOGETHER = say("A word such as “met” or “i.s.m.” joins these names: one of them may only help")
LETTERS = say("Letters that the document does not explain are taken for an organisation: they may be of a person")
OF_FUNCTION = say("The document names this organisation with the function: whether they do it for it, it does not say")
SHORT_NAME = say("It is taken for the only one that was there whose name begins so")
EACH_PLACE = say("A word for more than one, with several names behind it, is read as one for each name")
NO_HEADINGS = say("The columns have no headings: what stands in them tells which is which")
NOBODY_BESIDE = say("The column is for decisions and for actions: nobody stands beside this, and no day")
SIDE_BY_SIDE = say("The cells of the row have as many lines, which are read beside each other")
DAY_ALONE = say("No word such as “tegen” stands before it: only its place makes it the day by which")
ON_DAY = say("“Op” stands before it: it may be the day of what is done, and not the day by which")
IN_MONTH = say("“In” stands before it: it says when it is done, and not by when")
IN_STATE = say("It stands in the words for how it goes")
IN_SENTENCE = say("By when is taken from the grammar of the sentence: no label says so")
NEXT_SENTENCE = say("The sentence behind it says by when")
MORE_DAYS = say("More than one day stands there: look which of them is the day by which")
MORE_WORDS = say("More than a day stands there: look whether it is the day by which")

NO_LABEL = say("No label says so: it is taken from the lines at the top")
IN_TITLE = say("It stands in the first line, without a label")
FROM_SENTENCE = say("It is taken from a sentence: no label says so")
FROM_NAME = say("It is taken from the name of the file or its properties")
LINE_ALONE = say("The line stands alone above a text, and is taken for a heading")
YEAR_NEAREST = say("The year is not in the document: the nearest one was taken")
LONE_DAY = say("It stands on a line of its own, without a label")
BEHIND_DATE = say("It stands behind the date")
BEHIND_HOUR = say("It stands behind the hour")
NOT_FOUND = say("The document does not say what the meeting is called")
OF_SERIES = say("It is the name of its series")
INVITED = say("They stand among those who were invited: whether they came, the document does not say")


def only_placed(names: Iterable[str]) -> Message:
    """Of names in a list that have no word of an organisation in them."""
    return say(
        "Only their place in the list makes these organisations, no word in their names: {names}",
        names=", ".join(dict.fromkeys(names)),
    )


def of_each(words: str) -> Message | None:
    """Of words for several houses of one kind: *OCMW's van Gooik en Lennik*; ``None`` for other words."""
    return EACH_PLACE if each_house(words) != words else None
