"""A draft cut into statements: sentences, items of lists, and the cells of tables pasted into it.

A paragraph ends at a blank line; lines that were only wrapped are read as one, item by item in a list. Headings and the
sentence before go with each statement as what its reader has read.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.checking import table_cells
from assistant.checking.claims import Statement
from assistant.checking.draft_lines import Line, lines, plain
from assistant.checking.headings import bare, caption, is_heading, is_over_table
from assistant.checking.pasted_tables import table_at
from corpus.sentences import spans

LONGEST = 2000  # characters; what runs on for longer is cut at a blank, and is hardly a sentence
NARROWEST = 45  # characters; a shorter line that was not cut within a phrase was ended by its writer
GOES_ON = re.compile(
    r"(?:[,(/–-]|\b(?:of|to|from|at|by|was|were|is|are|and|or|the|a|an|in|on|for|with|than|per|around|about|nearly|that"
    r"|over|under|between|up|down|which|its|their|£))$",
    re.I,
)
MARKS = "*_`~"
REMEMBERED = 3  # sentences before the one before
SLACK = 8  # characters that a wrapped line may leave unused beside what its next word takes


@dataclass(slots=True)
class _Read:
    """What a reader of the draft has come to."""

    heading: str = ""
    before: str = ""
    lead_in: str = ""
    earlier: tuple[str, ...] = ()
    above_list: tuple[str, tuple[str, ...]] | None = None  # what stood before a list's first item: its items are apart

    def goes_on(self, said: str) -> None:
        """Take a sentence as the one before the next."""
        if self.before:
            self.earlier = (self.before, *self.earlier)[:REMEMBERED]
        self.before = said


def statements(draft: str) -> Iterator[Statement]:
    """The statements of a draft in the order of its text."""
    every = list(lines(draft))
    read = _Read()
    at = 0
    while at < len(every):
        line = every[at]
        if line.is_blank or line.is_rule:
            at += 1
        elif pasted := None if line.says_heading else table_at(every, at):
            above = caption(every, at)
            yield from table_cells.statements(pasted, above or read.heading, above, read.before)
            at += pasted.length
        elif is_heading(every, at):
            yield from _heading(draft, line, read, over_table=is_over_table(every, at))
            at += 1
        else:
            end = _paragraph_end(every, at)
            yield from _paragraph(draft, every[at:end], read)
            at = end


def _heading(draft: str, line: Line, read: _Read, *, over_table: bool) -> Iterator[Statement]:
    read.before, read.lead_in, read.earlier = "", "", ()
    yield from _sentences(draft, plain(line.text[line.hashes :]), line.start + line.hashes, read)
    read.before, read.earlier = "", ()
    if not over_table:
        read.heading = bare(line)


def _paragraph_end(every: Sequence[Line], at: int) -> int:
    """The line after a paragraph: a blank one, the next item of a list, a heading or a table."""
    end = at + 1
    while end < len(every):
        line = every[end]
        new_item = line.bullet and not (_is_number_mark(line) and GOES_ON.search(every[end - 1].text.rstrip()))
        if line.is_blank or new_item or line.says_heading or line.is_rule or table_at(every, end):
            break
        end += 1
    return end


def _is_number_mark(line: Line) -> bool:
    return line.text[: line.bullet].strip(" \t().").isalnum()


def _paragraph(draft: str, block: Sequence[Line], read: _Read) -> Iterator[Statement]:
    first = block[0]
    start = first.start + first.bullet
    if first.bullet and not _is_number_mark(first):
        read.above_list = read.above_list or (read.lead_in or read.before, read.earlier)
        if read.above_list[0]:  # under nothing an item goes on with the one before
            read.before, read.earlier = read.above_list
    else:
        read.above_list = None
        read.before = (read.lead_in or read.before) if first.bullet else read.before
        read.lead_in = read.lead_in if first.bullet else ""
    text = _folded(draft, block, start)
    yield from _sentences(draft, text, start, read)
    if not first.bullet and block[-1].text.rstrip().endswith(":"):
        read.lead_in = read.before


def _folded(draft: str, block: Sequence[Line], start: int) -> str:
    """A paragraph's text from `start` on, as long as in the draft: wrapped lines joined, marks of e-mails blotted."""
    pieces = [draft[start : block[0].end]]
    room = max(len(line.text.rstrip()) for line in block)
    for above, line in pairwise(block):
        between = line.start - above.end
        pieces += [" " * between if _is_wrapped(above, line, room) else "\n" + " " * (between - 1), line.text]
    return plain("".join(pieces))


def _is_wrapped(above: Line, line: Line, room: int) -> bool:
    """Whether a line goes on with the one above: cut within a phrase, or because its first word had no room there.

    `room` is the length of the paragraph's longest line.
    """
    ended, goes_on = above.text.rstrip(), line.text.lstrip()
    if ended.endswith((":", ";")):
        return False
    if GOES_ON.search(ended):
        return True
    fits = len(ended) + 1 + len(goes_on.split(" ", 1)[0]) + SLACK <= room
    return not fits and (goes_on[:1].islower() or len(ended) >= NARROWEST)


def _sentences(draft: str, text: str, start: int, read: _Read) -> Iterator[Statement]:
    """The sentences of a text that starts at `start` in the draft."""
    place = 0
    for piece in text.split("\n"):
        for first, last in spans(piece):
            for begin, end in _cut(text, place + first, place + last):
                begin, end = _with_marks(draft, start + begin, start + end)
                said = text[max(0, begin - start) : end - start]
                yield Statement(
                    text=said,
                    shown=draft[begin:end],
                    start=begin,
                    heading=read.heading,
                    before=read.before,
                    earlier=read.earlier,
                )
                read.goes_on(" ".join(said.split()))
        place += len(piece) + 1


def _with_marks(draft: str, start: int, end: int) -> tuple[int, int]:
    """A stretch with the marks of emphasis that touch it."""
    while end < len(draft) and draft[end] in MARKS:
        end += 1
    while start and draft[start - 1] in MARKS:
        start -= 1
    return start, end


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, or the parts of one that is too long."""
    while end - start > LONGEST:
        blank = text.rfind(" ", start + 1, start + LONGEST)
        stop = blank if blank > 0 else start + LONGEST
        yield start, stop
        start = stop + (blank > 0)
    if start < end:
        yield start, end
