"""The tables of a sheet, each with its place and title, and the lines around them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.models import Locator, Table
from corpus.sheets.blocks import Block, Paragraph, Uncertain, blocks, flat
from corpus.sheets.grid import Sheet
from corpus.sheets.heads import blank_free, headings, split
from corpus.sheets.labels import labelled
from corpus.sheets.words import marks_of, unmarked
from corpus.tables import CAPTION

WIDEST = 500  # columns
NAMED = 20  # tables of a sheet that are left out with the reason of each
SOURCE = re.compile(r"sources?\b", re.I)
NOTE = re.compile(r"\[?\(?notes?\b", re.I)
ON_SHEETS = re.compile(r"\b(?:work)?sheet\b|\b(?:back|return|link) to (?:the )?contents\b", re.I)
SENTENCES = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True)
class Read:
    """What a sheet gives: its lines as text, its tables, and what was left out."""

    lines: tuple[str, ...]
    tables: tuple[Table, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Name:
    """How a table is named, marks of notes still there: its place, its title, what else stands above it.

    `printed` is the place of the sheet's title, under which it is found, and `own` the line that is its own title.
    """

    place: str
    title: str
    printed: str
    own: str = ""
    about: tuple[str, ...] = ()

    @property
    def caption(self) -> str:
        """The place and title on one line, as captions are printed."""
        return f"{self.printed}: {self.title}" if self.title not in ("", self.printed) else self.printed


def read(sheet: Sheet) -> Read:
    """What a sheet gives; a table whose rows or columns are not certain is left out and named."""
    found, alone = blocks(sheet.rows)
    lines, tables, refused = list(_lines(flat(alone))), list[Table](), list[str]()
    for at, (block, name) in enumerate(zip(found, _names(sheet.name, found), strict=True)):
        try:
            if not name.title and at:
                raise Uncertain("it has no title of its own")
            tables.append(_table(block, name, sheet.place))
        except Uncertain as why:
            refused.append(": ".join(filter(None, [sheet.place, unmarked(name.caption), str(why)])))
        above = flat(block.above)[1 if at == 0 else 0 :]
        lines += [name.caption, *_lines(line for line in above if line != name.own), *_lines(flat(block.below))]
    if len(refused) > NAMED:
        refused[NAMED:] = [f"{sheet.place or 'it'}: {len(refused) - NAMED} more tables are not certain"]
    return Read(tuple(lines), tuple(tables), (*sheet.left_out, *refused))


def _table(block: Block, name: _Name, at: str) -> Table:
    if block.fault:
        raise Uncertain(block.fault)
    grid = blank_free(block.rows)
    if len(grid[0]) > WIDEST:
        raise Uncertain(f"it has more than {WIDEST} columns")
    head, body = split(grid)
    header = headings(head)
    found = labelled(body)
    if found.grouped:
        header = ["", *header]
    bare = [unmarked(text) for text in header]
    _check(bare, 2 if found.grouped else 1)
    marks = {n: of_row for n, row in enumerate(found.rows) if (of_row := marks_of(row))}
    if above := marks_of([name.place, name.title, *header]):
        marks[-1] = above
    return Table(
        locator=Locator("", unmarked(name.place), at=at),
        title=unmarked(name.title),
        headers=tuple(bare),
        rows=tuple(tuple(map(unmarked, row)) for row in found.rows),
        marks=marks,
        section=tuple(unmarked(line) for line in name.about if _is_about(line)),
    )


def _check(header: Sequence[str], unnamed: int) -> None:
    """Headings tell the columns apart; only labels that open the rows may have none."""
    if len(set(header)) < len(header):
        raise Uncertain("two columns have the same heading")
    if not all(header[unnamed:]):
        raise Uncertain("a column has no heading")


def _names(sheet: str, found: Sequence[Block]) -> Iterator[_Name]:
    """The name of each block: its own title, under that of the sheet where it has several."""
    first = flat(found[0].above) if found else []
    whole = _named(first[0] if first else "", sheet)
    if len(found) == 1:
        yield replace(whole, about=tuple(first[1:]))
        return
    of_all = flat(found[0].above[:1])[1:] if found else []
    for at, block in enumerate(found):
        above = block.above[1:] if at == 0 else block.above
        own = _title(above)
        about = tuple(line for line in [*of_all, *flat(above)] if line != own)
        if match := CAPTION.match(own):
            yield _Name(match["place"], match["title"] or whole.title, match["place"], own, about)
        elif own:
            title = f"{whole.title}: {own}"
            yield _Name(f"{unmarked(whole.place)}, {unmarked(own)}", title, whole.place, own, about)
        else:
            yield replace(whole, title=whole.title if at == 0 else "", about=about)


def _named(title: str, sheet: str) -> _Name:
    """The name that a title gives: its number or, without one, the sheet's."""
    spaced = title.replace("_", " ", 1) if re.match(r"(?:table|figure)_", title, re.I) else title
    if match := CAPTION.match(spaced):
        return _Name(match["place"], match["title"] or "", match["place"])
    place = sheet.replace("_", " ") or "Table"
    place = match["place"] if (match := CAPTION.match(place)) else place
    return _Name(place, title or sheet, place)


def _title(above: Sequence[Paragraph]) -> str:
    """The title among the lines above a block: the last caption, else what opens the last paragraph."""
    captions = [line for line in flat(above) if CAPTION.match(line)]
    opening = [line for line in (above[-1] if above else []) if _is_about(line)]
    return next(iter([*captions[-1:], *opening]), "")


def _is_about(line: str) -> bool:
    """Whether a line says what a table is about: no source, no note, nothing of the sheet itself."""
    return not (SOURCE.match(line) or NOTE.match(line) or ON_SHEETS.search(line))


def _lines(lines: Iterable[str]) -> Iterator[str]:
    """The lines without what they say of the workbook itself."""
    for line in lines:
        if kept := " ".join(s for s in SENTENCES.split(line) if not ON_SHEETS.search(s)):
            yield kept
