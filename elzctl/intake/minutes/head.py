"""What stands above the agenda: title, date, hours, place, and who was there, as labels with values, in a table or bare."""

from __future__ import annotations

import re
from collections.abc import Sequence

from elzctl.intake.ledger import Certainty
from elzctl.intake.minutes.approved import is_approval
from elzctl.intake.minutes.attendance import attending, goes_on, is_heading
from elzctl.intake.minutes.draft import Fact
from elzctl.intake.minutes.gathered import Gathered
from elzctl.intake.minutes.inferred import BEHIND_DATE, IN_TITLE, LONE_DAY
from elzctl.intake.minutes.labels import HEADED, MOMENTS, head_kind, is_asked, is_labelled, labels, tells_moment
from elzctl.intake.minutes.moment import moment
from elzctl.intake.minutes.next import ANNOUNCES
from elzctl.intake.minutes.parts import LONGEST_READ, Part, Table, bare, columns, cut, lines_of, text_of
from elzctl.intake.minutes.people import Listed, in_columns, in_table
from elzctl.intake.minutes.places import place_behind
from elzctl.intake.minutes.spelled import each, lettered, somebody
from elzctl.intake.minutes.title import GENERIC, SALUTES, clean_title, is_titled, names_below, place_in_title
from elzctl.intake.minutes.words import MARKED, PEOPLE, label_kind
from elzctl.intake.paper import Block

_WITHOUT_COLON = ("date", "when", "where", "hours", "start", "end", "place")
_WERE = re.compile(
    r"(?i)(?P<kind>aanwezig|verontschuldigd|afwezig|present|absent|excused|apologies)\s+(?:waren|zijn|was|is|were|from|\(?m\.?\s?k\.?\s?g?\.?\)?|met kennisgeving)\s*:?\s+(?=\S)"
)
_IS = re.compile(r"(?i)(?:is|was|zijn|wordt|werd|are|were|blijft|kan|komt)\b")
_NO_WORDS = re.compile(
    r"(?i)(?:\b(?:van|de|het|the|of|zitting|session|vergadering|overleg|bijeenkomst|meeting|op|on|d\.d|dd)\b|\W)*"
)
_ROOM = re.compile(r"(?:[Zz]aal|[Ll]okaal|[Rr]oom)\s+(?:[A-ZÀ-Þ0-9“‘'\"]|ter |ten |de |het )")
_LONGEST_TITLE, _MOST_WORDS = 160, 10  # characters of a title, and words of one that ends in a full stop


class Head(Gathered):
    """What was found above the agenda, as it gathers; ``left`` are the parts that were not understood, in order."""

    def read(self, parts: Sequence[Part]) -> None:
        """Everything above the first heading."""
        title = next((at for at, part in enumerate(parts) if isinstance(part, Block) and part.style == "title"), 0)
        for at, part in enumerate(parts if self.own else lettered(parts)):
            if self.own and at > title + 1 and (isinstance(part, Block) or self.left):
                self.left.append(part)  # under its table of labels, a document of ours has text alone
            elif isinstance(part, Table):
                self._table(part)
            else:
                self._block(part)

    def section(self, about: str, parts: Sequence[Part]) -> list[Part]:
        """The people under a heading; what is no list of people comes back."""
        self.about = about
        rest: list[Part] = []
        for at, part in enumerate(parts):
            if isinstance(part, Block) and is_heading(part.text):
                rest += parts[at:]
                break
            if isinstance(part, Table):
                found = in_table(about, part, self.actors)
                if found is None:
                    rest.append(part)
                else:
                    self._listing(part, found, about)
            elif not self._labelled(part) and not self._people(part):
                rest.append(part)
        self.about = ""
        return rest

    def _table(self, table: Table) -> None:
        roles = columns(table.rows[0])
        if "what" in roles and {"who", "when", "both", "state"}.intersection(roles):
            self.left.append(table)  # action points, where nothing is an item
            return
        for at, row in enumerate(table.rows[:-1]):
            if PEOPLE.issuperset(label_kind(text_of(cell)) for cell in row):
                if at:
                    self._table(Table(table.rows[:at]))
                self.listed += in_columns(table.rows[at:], self.actors)
                self.prompts += Table(table.rows[at : at + 1]).lines
                self.used.append((Table(table.rows[at + 1 :]).lines, "present"))
                return
        if all(is_labelled(block.text) for block in table.blocks if block.text.strip()):
            for block in table.blocks:
                self._block(bare(block))
            return
        about = label_kind(text_of(table.rows[0][0]))
        found = in_table("present" if self.about in ("", "present") else self.about, table, self.actors)
        has_labels = sum(label_kind(text_of(cell)) in HEADED for row in table.rows for cell in row)
        is_frame = self.about not in PEOPLE and any(map(tells_moment, table.blocks))
        if found and not is_frame and about not in HEADED | {"minutes"}:
            self._listing(table, found, "present")
            return
        if not has_labels and not is_frame:
            self.left.append(table)
            return
        for row in table.rows:
            self._row(row)

    def _listing(self, table: Table, found: Sequence[Listed], about: str) -> None:
        """Everybody in a table; the headings of its columns stand nowhere."""
        self.listed += found
        heads = table.rows[:1] if any(columns(table.rows[0])) else ()
        self.prompts += Table(tuple(heads)).lines
        self.used.append((Table(table.rows[len(heads) :]).lines, about))

    def _row(self, row: Sequence[Sequence[Block]]) -> None:
        """Labels and values beside each other; a row of labels alone has none."""
        place = 0
        while place < len(row):
            cell = row[place]
            kind = head_kind(text_of(cell)) if cell else ""
            value = row[place + 1] if place + 1 < len(row) else ()
            if kind in {*HEADED, "minutes"} and text_of(value) and label_kind(text_of(value)) not in HEADED:
                self.inline = True
                is_people = kind in PEOPLE or kind == "minutes"
                self.prompts += lines_of(cell) if is_people else ()
                lines = lines_of(value if is_people else (*cell, *value))
                self._value(kind, [bare(block) for block in value], lines, text_of(cell))
                self.about = ""
                place += 2
                continue
            for block in cell:
                self._block(bare(block))
            place += 1

    def _block(self, block: Block) -> None:
        text = block.text.strip()
        if not text or MARKED.match(block.text[:200]) or len(text) > LONGEST_READ or is_approval(text):
            self.left += [block] if text else []
            return
        told_moment, self.told_moment = self.told_moment, False
        if self._labelled(block) or self.held(block):
            return
        if self.about in PEOPLE and goes_on(block, self.actors, inline=self.inline) and self._people(block):
            return
        self.about = ""
        if not block.depth and self._bare_moment(block):
            self.told_moment = True
        elif block.depth or not ((told_moment and self.bare_place(block)) or self._title(block) or self.opens(block)):
            self.left.append(block)

    def _labelled(self, block: Block) -> bool:
        """Takes ``Datum: …``, more than one on a line too."""
        places = list(labels(block.text))
        if not places:
            return self._without_colon(block)
        if places[0][0] > 0:
            before = cut(block, 0, places[0][0])
            if before.text.strip(" ,;|–-"):
                self._block(before)
        ends = [*(start for start, _, _ in places[1:]), len(block.text)]
        for (start, begin, kind), end in zip(places, ends, strict=True):
            value = cut(block, begin, end)
            value = cut(value, 0, len(value.text.rstrip(" ;|,–-\t")))
            if is_asked(kind, cut(block, start, begin), value.text, noted=self.day is not None and bool(self.left)):
                return False
            self.about, self.inline = kind if kind in PEOPLE else "", bool(value.text)
            self.told_moment = kind in MOMENTS
            if value.text or kind in PEOPLE:
                label = block.text[start:begin].rstrip(" :")
                self._value(kind, [bare(value)] if value.text else [], block.lines, label)
            else:
                self.used.append((block.lines, kind))
        return True

    def _without_colon(self, block: Block) -> bool:
        """``Datum Dinsdag 13 mei 2025``: a label, and what can only be its value."""
        if block.depth:
            return False
        said = _WERE.match(block.text)
        if said and self._take_people(
            label_kind(said[0]) or label_kind(said["kind"]), [bare(cut(block, said.end()))], block.lines, alone=False
        ):
            return True
        words = block.text.split()
        for count in range(min(4, len(words)), 0, -1):
            kind = label_kind(" ".join(words[:count]))
            if kind in PEOPLE and count == len(words):
                self.about, self.inline = kind, False
                self.used.append((block.lines, kind))
                return True
            if kind not in _WITHOUT_COLON or count == len(words):
                continue
            start = re.match(rf"(?:\s*\S+){{{count}}}\s*", block.text)
            is_room = kind == "place" and count == 1 and _ROOM.match(block.text) is not None
            value = bare(cut(block, start.end() if start and not is_room else 0))
            found = moment(value.text, self.near, ahead=self.ahead)
            is_place = value.text[:1].isupper() and not value.text.endswith(".") and not _IS.match(value.text)
            fits = {"place": is_place, "date": found.date is not None}
            if fits.get(kind, found.date is not None or found.start is not None or found.end is not None):
                self._value(kind, [value], block.lines, " ".join(words[:count]))
                return True
        return False

    def _value(self, kind: str, blocks: Sequence[Block], lines: tuple[int, ...], label: str) -> None:
        text = text_of(blocks)
        if kind == "minutes":
            kind = "scribe"
        if self.own and kind in ("present", "excused"):
            self.own_names[kind] = Fact(text, lines, words=text)
        elif kind in PEOPLE:
            if not self._take_people(kind, blocks, lines, alone=kind in ("chair", "scribe")):
                self.left += [block._replace(text=f"{label}: {block.text}", spans=()) for block in blocks]
            elif not blocks:
                self.used.append((lines, kind))
        elif kind in MOMENTS:
            self.moment(kind, text, lines, label)
        elif kind == "place":
            self.place(text, lines)
        elif kind == "title":
            self.named(text, lines, label)
        elif kind == "next":
            self.next += [(label, block) for block in blocks]
        elif kind == "was" and self.own:
            self.was.append(Fact(text, lines, words=text))
        elif kind in ("speaker", "state"):
            self.fact(kind, text, lines, text)
        else:
            self.left += [block._replace(text=f"{label}: {block.text}", spans=()) for block in blocks]

    def _bare_moment(self, block: Block) -> bool:
        """A line that is a date, with hours and a place perhaps, and nothing else."""
        if "date" in self.facts and "start" in self.facts:
            return False
        text = block.text.strip()
        found = moment(text, self.near, loose=False, ahead=self.ahead)
        if (found.date is None or found.date.value.is_vague) and found.start is None:
            return False
        if found.date is not None and self.day not in (None, found.date.value.first):
            return False
        is_sentence = bool(re.search(r"[a-zà-ÿ]\.\Z", found.rest)) and not (self.ahead and len(found.rest.split()) <= 5)
        short = len(found.rest) <= 60 and not is_sentence
        if not short or is_titled(text) or (found.date is None and found.rest):
            return False
        before = text[: found.date.first].strip(" ,;:|–-(") if found.date is not None else ""
        if ANNOUNCES.search(text) or (found.rest and before and not _NO_WORDS.fullmatch(before)):
            return False
        if re.search(r"[:()]", found.rest) or len(found.rest.split()) > 8:
            return False
        if re.sub(r"(?i)\b(?:van|de|het|the|of|zitting|session)\b|\W", "", found.rest).lower() in {"", *GENERIC}:
            found = found._replace(rest="")
        if found.rest and (block.level or block.style == "title" or not self.titles):
            return False
        is_lone = found.date is not None and found.start is None and found.date.words[:1].isdigit() and not self.ahead
        is_lone = is_lone and re.search(r"[^\W\d_]", before) is None
        self.dated(found, text, block.lines, LONE_DAY if is_lone else None)
        self.clocks(found, text, block.lines)
        if found.rest:
            self.fact("location", found.rest.rstrip("."), block.lines, text, Certainty.GUESSED, BEHIND_DATE)
        return True

    def _title(self, block: Block) -> bool:
        """The first line, or one that says that it is minutes; a date in it counts."""
        text = block.text.strip()
        if SALUTES.match(text) or (
            not block.style and re.search(r"[a-zà-ÿ]\.\Z", text) and len(text.split()) > _MOST_WORDS
        ):
            return False
        is_kind = bool(is_titled(text)) or (
            bool(block.level) and any(clean_title(one.text, self.near) == text for one in self.titles)
        )
        # Under "Verslag" alone stands what the meeting is.
        untitled = all(not clean_title(one.text, self.near) for one in self.titles)
        is_below = bool(self.titles) and names_below(self.titles[-1].text, text) and not block.depth
        is_first = is_below or (untitled and not self.left and not block.depth and not block.marker)
        is_headed = block.style == "heading 1" and len(self.titles) <= 1  # under a line such as the name of the house
        is_kind = is_kind or is_headed
        if len(text) > _LONGEST_TITLE or not (is_kind or block.style in ("title", "subtitle") or is_first):
            return False
        if not (is_kind or is_below) and (re.search(r"[a-zà-ÿ]\.\Z", text) or len(self.titles) > 1):
            return False
        self.titles.append(block._replace(style="named") if is_below and not block.style else block)
        found = moment(text, self.near, loose=False, ahead=self.ahead)
        if found.date is not None and "date" not in self.facts and not self.own:
            shown = block.style in ("title", "subtitle", "heading 1") or is_titled(text) or self.ahead
            self.dated(found, text, block.lines, None if shown else IN_TITLE)
            self.clocks(found, text, block.lines)
            self.told_moment = found.start is not None
            place = place_behind(text, found.date.value.first) if found.start is not None else ""
            place = place or place_in_title(text, found.date)
            if place and "location" not in self.facts:
                self.fact("location", place, block.lines, text, Certainty.GUESSED, BEHIND_DATE)
        return True

    def _people(self, block: Block) -> bool:
        one = bare(block)._replace(depth=block.depth, check=block.check)
        return self._take_people(self.about, [one], block.lines, alone=True)

    def _take_people(self, kind: str, blocks: Sequence[Block], lines: tuple[int, ...], *, alone: bool) -> bool:
        """Takes the people in these paragraphs; true when there is nobody, or everybody was taken."""
        found = attending(kind, [each(block) for block in blocks], self.actors, alone=alone)
        if found is None or (not found.listed and found.asked):
            return False
        self.labels += [(words, lines) for block in blocks if (words := somebody(block.text))]
        self.left += found.left
        self.listed += [one._replace(lines=lines) for one in found.listed]
        if found.listed:
            self.used.append((lines, kind))
        return True
