"""Tables whose cells an extraction flattened to spaces.

The header line still says what the columns are. Each kind of column has cells of one shape, so the
header makes a pattern that a row must match from end to end.
"""

import re
from collections.abc import Sequence

from corpus.periods import DASH, MONTH, YEAR
from corpus.tables_raw import MARK, IncompleteRow, RawTable

SPAN = rf"{MONTH}\s+(?:{YEAR}|\d\d)(?:{DASH}{MONTH}\s+(?:{YEAR}|\d\d))?|{YEAR}(?:{DASH}(?:{YEAR}|\d\d))?"
QUALIFIERS = "prbe"  # provisional, revised, break in series, estimated: said of a number, never in its place
SYMBOLS = rf"\[(?![{QUALIFIERS}]\])[a-z]\](?:\s?\[[a-z]\])*"
VALUE = rf"(?:[+\-−–]?\d[\d,]*(?:\.\d+)?\s?%?(?:\s?\[[a-z]\])*|{SYMBOLS}|-|–|\.\.)"
CHANGE = rf"(?:[+\-−–]?\d[\d,]*(?:\.\d+)?\s?(?:pp)?(?:\s?\[[a-z]\])*|{SYMBOLS}|-|–|\.\.)"
MARKS = r"(?:\s*\[(?:foot)?note \d+\])*"
BAND = r"(?:(?:Greater|More|At least|Above|Over|From|Between|Less|Fewer|Below|Under|Up to)\b|[\d<>≤≥]).*"

# A heading of each kind of column, and the shape of a cell under it, in the order they are tried.
COLUMNS: tuple[tuple[str, str], ...] = (
    (r"(?:Probation )?Scorecard Rating|Rating band|Rating(?= (?:Probation )?Scorecard T)",
     r"\d\s*[-–]\s*[A-Z][A-Za-z ]+?"),
    (r"(?:Probation )?(?:Scorecard )?Thresholds?", BAND),
    (r"Symbols?", r"\[[a-z]\]|0|\.\.|-|~"),
    (r"(?:Performance )?Measures?|Service levels?(?: measures?)?|Metrics?|Regions?|Areas?|Periods?(?! covered)|Years?",
     rf"\S.*?{MARKS}"),
    (r"Period covered", SPAN),
    (r"(?:Overall |Scorecard )?(?:Score|Rating)(?! D)", rf"\d(?:\s?\[[a-z]\])*|{SYMBOLS}"),
    (r"(?:Score |Rating )?Description", r"[A-Z].*"),
    (rf"(?:Annual )?(?:Performance|Target)(?: (?:for )?(?:{SPAN}))?(?: \(%\))?", VALUE),
    (r"(?:Percentage point )?Change(?: from (?:the )?previous (?:performance )?year)?"
     r"(?: \((?:pp|percentage points?)\))?",
     CHANGE),
)  # fmt: skip
HEADINGS = tuple((re.compile(rf"(?:{heading})(?=\s|$)", re.I), cell) for heading, cell in COLUMNS)
CODED = re.compile(r"(?:[A-Z]+\s+)?[A-Z]{2,}\d{2,}[A-Za-z]*\s*[-–:]\s")
ENDS_IN_VALUE = re.compile(rf".*\s(?:{VALUE}|{CHANGE})")
NO_ROW = re.compile(r"(?:Table|Figure|Source|Notes?\b|\d+\.|\[|\()")
LONGEST_ROW = 200  # characters


def read(lines: Sequence[str], at: int) -> RawTable | None:
    """The flattened table whose header is line `at`, or None where there is none.

    Raises IncompleteRow where a line among or directly under the rows is one of them and does not match
    the header's pattern.
    """
    split = split_header(lines[at].strip())
    if split is None:
        return None
    headers, pattern = split
    rows: list[tuple[int, tuple[str, ...]]] = []
    end, odd = at + 1, -1  # odd: a line that may be a row, if another row follows
    for number in range(at + 1, len(lines)):
        line = lines[number].strip()
        if not line:
            continue
        if match := pattern.fullmatch(line):
            if odd >= 0:
                raise IncompleteRow(odd, lines[odd])
            rows.append((number, tuple(cell.strip() for cell in match.groups())))
            end = number + 1
        elif odd >= 0 or _is_no_row(line):
            break
        elif _is_row(lines, at, number, end):
            raise IncompleteRow(number, line)
        else:
            odd = number
    return RawTable.checked(headers, rows, end) if rows else None


def split_header(line: str) -> tuple[tuple[str, ...], re.Pattern[str]] | None:
    """The headings a header line flattens and the pattern of its rows; None where it is no header."""
    bare = MARK.sub("", line) if "[" in line else line
    headers, cells = [], []
    while bare:
        for heading, cell in HEADINGS:
            if match := heading.match(bare):
                headers.append(match[0])
                cells.append(f"({cell})")
                bare = bare[match.end() :].lstrip()
                break
        else:
            return None
    if len(headers) < 2:
        return None
    return tuple(headers), re.compile(r"\s+".join(cells), re.I)


def _is_no_row(line: str) -> bool:
    """Whether a line plainly is no row: a caption, a section, a note, or a whole sentence."""
    return NO_ROW.match(line) is not None or line.endswith(".") or len(line) > LONGEST_ROW


def _is_row(lines: Sequence[str], header: int, number: int, end: int) -> bool:
    """Whether a line must be a row: by its code, or by standing directly under the header or a row.

    Where the text has no blank lines to part its tables from what follows, it must end in a value too.
    """
    if CODED.match(lines[number].strip()):
        return True
    spaced = header > 0 and not lines[header - 1].strip()
    return number == end and end > header + 1 and (spaced or ENDS_IN_VALUE.fullmatch(lines[number].strip()) is not None)
