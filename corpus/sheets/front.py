"""What a workbook says of itself: its cover, its list of contents, its notes."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from typing import Any

from corpus.metadata import DAY
from corpus.models import Locator, Table
from corpus.numbers import SYMBOL
from corpus.periods import MONTHS
from corpus.sheets.blocks import blocks, is_value, own
from corpus.sheets.grid import Row, Sheet
from corpus.tables import CAPTION

CONTENTS = re.compile(r"(?:table of )?contents(?: page)?|list of (?:tables|worksheets|sheets)|index", re.I)
NOTES = re.compile(r"(?:foot|table )?notes?(?: (?:and|&) .+| page)?", re.I)
NUMBER = re.compile(r"[\[(]?(?:notes?\s*)?(?P<number>\d{1,3})[\])]?[.:]?", re.I)
NUMBERED = re.compile(r"(?:\[note (?P<marked>\d{1,3})\]|notes? (?P<number>\d{1,3}))\s*[:.–-]?\s+(?P<text>\S.*)", re.I)
HEADED = re.compile(r"(?:foot)?notes?(?: (?:number|no\.?|text|id))?|symbols?|shorthand", re.I)
MEANING = re.compile(rf"(?P<symbol>{SYMBOL.pattern})\s*(?:=|:|-|–|means?\b|indicates?\b)\s*(?P<sense>\S.*)")
LABELS = {
    "title": re.compile(r"(?:publication |release )?title|(?:name of )?(?:publication|release)", re.I),
    "publisher": re.compile(
        r"(?:publisher|producer)s?|(?:produced|published) by|(?:source )?organisation|department", re.I
    ),
    "published": re.compile(
        r"(?:date (?:of )?)?(?:publication|published|released?)(?: (?:on|date))?",
        re.I,
    ),
    "period": re.compile(
        r"(?:(?:reporting|reference|time|data|coverage) )?period(?: (?:covered|of (?:the )?data))?|dates? covered", re.I
    ),
    "geography": re.compile(r"geograph\w+(?: (?:coverage|area))?|areas? covered", re.I),
    "series": re.compile(r"(?:publication |statistical )?series", re.I),
    "licence": re.compile(r"licen[cs]e", re.I),
}
SAID_OF = re.compile(r"(?P<label>[A-Za-z][A-Za-z ]{2,40}):\s+(?P<value>\S.*)")
PUBLISHED = re.compile(rf"(?:this .{{3,80}} was )?(?:published|released)\b(?: on)?:? {DAY}", re.I)
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def is_contents(sheet: Sheet) -> bool:
    """Whether a sheet lists the others."""
    return bool(CONTENTS.fullmatch(_plain(sheet.name)))


def is_notes(sheet: Sheet) -> bool:
    """Whether a sheet has the notes that the others are marked with."""
    return bool(NOTES.fullmatch(_plain(sheet.name)))


def is_cover(sheet: Sheet) -> bool:
    """Whether a sheet, the first of several, only says what the workbook is: it is no table, no row holds values."""
    found, _ = blocks(sheet.rows)
    captioned = CAPTION.match(_plain(sheet.name)) or any(
        CAPTION.match(cell.shown) for row in sheet.rows[:1] for cell in row
    )
    return not captioned and not any(
        is_value(cell.shown) for block in found for row in block.rows for cell in own(row)[1:]
    )


def lines_of(sheet: Sheet, names: Sequence[str]) -> list[str]:
    """The lines of a cover: a label and what it says on one; without entries that lead to sheets of these names."""
    leading = {_plain(name).lower() for name in names}
    texts = [[cell.shown for cell in own(row)] for row in sheet.rows if own(row)]
    return [_line(row) for row in texts if _plain(row[0]).lower() not in leading and not SYMBOL.fullmatch(row[0])]


def said(lines: Sequence[str]) -> dict[str, Any]:
    """What the lines of a cover say of the publication, by the names of a sidecar."""
    found: dict[str, Any] = {}
    for line in lines:
        match = SAID_OF.fullmatch(line)
        for name, label in LABELS.items() if match else ():
            if match and label.fullmatch(match["label"]) and (value := _value(name, match["value"])):
                found.setdefault(name, value)
        if (match := PUBLISHED.match(line)) and (day := _day(match)):
            found.setdefault("published", day)
    if lines and not SAID_OF.fullmatch(lines[0]):
        found.setdefault("title", lines[0])
    return found


def note_lines(sheet: Sheet) -> Iterator[str]:
    """The lines of a sheet of notes, each note opening with its mark: "[note 2] ..."."""
    for row in sheet.rows:
        texts = [cell.shown for cell in own(row)]
        if not texts or SYMBOL.fullmatch(texts[0]) or HEADED.fullmatch(texts[0]):
            continue
        match = NUMBER.fullmatch(texts[0])
        yield f"[note {int(match['number'])}] {texts[1]}" if match and len(texts) > 1 else as_note(_line(texts))


def as_note(line: str) -> str:
    """A line that opens with the number of a note, under its mark: "[note 2] ..."."""
    match = NUMBERED.fullmatch(line)
    return f"[note {int(match['marked'] or match['number'])}] {match['text']}" if match else line


def symbols(sheet: Sheet) -> Table | None:
    """What a sheet says its symbols mean, or None."""
    found: dict[str, str] = {}
    for row in sheet.rows:
        if pair := _symbol(row):
            found.setdefault(*pair)
    if not found:
        return None
    locator = Locator("", f"Section: {sheet.name}", at=f"sheet {sheet.name}")
    return Table(locator=locator, title="", headers=("Symbol", "Description"), rows=tuple(found.items()))


def _symbol(row: Row) -> tuple[str, str] | None:
    """A symbol and its sense, in two cells or on one line."""
    texts = [cell.shown for cell in own(row)]
    if len(texts) > 1 and SYMBOL.fullmatch(texts[0]):
        return texts[0], texts[1]
    match = MEANING.fullmatch(texts[0]) if len(texts) == 1 else None
    return (match["symbol"], match["sense"]) if match else None


def _value(name: str, shown: str) -> str | date | None:
    """What is said under a label, a day as a date."""
    if name != "published":
        return shown
    if ISO_DAY.match(shown):
        with suppress(ValueError):
            return date.fromisoformat(shown[:10])
    match = re.search(DAY, shown)
    return _day(match) if match else None


def _day(match: re.Match[str]) -> date | None:
    with suppress(ValueError):
        return date(int(match["year"]), MONTHS.index(match["month"].lower()) + 1, int(match["day"]))
    return None


def _line(texts: Sequence[str]) -> str:
    return f"{texts[0].rstrip(': ')}: {' '.join(texts[1:])}" if len(texts) > 1 else texts[0]


def _plain(name: str) -> str:
    return name.replace("_", " ").strip()
