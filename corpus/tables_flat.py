"""Tables whose cells an extraction flattened to spaces.

The header line still says what the columns are. Each kind of column has cells of one shape, so the
header makes a pattern that a row must match from end to end.
"""

import re
from collections.abc import Sequence

from corpus.periods import DASH, MONTH, YEAR
from corpus.tables_raw import MARK, IncompleteRow, RawTable

SPAN = rf"{MONTH}\s+{YEAR}(?:{DASH}{MONTH}\s+{YEAR})?|{YEAR}(?:{DASH}(?:{YEAR}|\d\d))?"
VALUE = r"(?:[-−–]?\d[\d,]*(?:\.\d+)?\s?%?(?:\s?\[[a-z]\])*|(?:\[[a-z]\]\s?)+|-|–|\.\.)"
MARKS = r"(?:\s*\[(?:foot)?note \d+\])*"
BAND = r"(?:Greater|Less|At least|Below|Above|Under|Over|Up to|\d)\b.+"

# A heading of each kind of column, and the shape of a cell under it, in the order they are tried.
COLUMNS: tuple[tuple[str, str], ...] = (
    (r"Probation Scorecard Rating|Scorecard Rating|Rating band|Rating(?= (?:Probation )?Scorecard T)", r"\d\s*[-–]\s*[A-Z][A-Za-z ]+?"),
    (r"(?:Probation )?(?:Scorecard )?Thresholds?", BAND),
    (r"Symbols?", r"\[[a-z]\]|0|\.\.|-|~"),
    (r"(?:Performance )?Measures?|Service levels?(?: measures?)?|Metrics?|Regions?|Areas?|Periods?(?! covered)|Years?", rf".+?{MARKS}"),
    (r"Period covered", SPAN),
    (r"(?:Overall |Scorecard )?(?:Score|Rating)(?! D)", r"\d"),
    (r"(?:Score |Rating )?Description", r"[A-Z].*"),
    (rf"(?:Annual )?(?:Performance|Target)(?: (?:for )?(?:{SPAN}))?(?: \(%\))?", VALUE),
    (r"(?:Percentage point )?Change(?: from (?:the )?previous (?:performance )?year)?(?: \((?:pp|percentage points?)\))?",
     r"(?:[+\-−–]?\d[\d,]*(?:\.\d+)?\s?(?:pp)?(?:\s?\[[a-z]\])*|(?:\[[a-z]\]\s?)+|-)"),
)  # fmt: skip
HEADINGS = tuple((re.compile(rf"(?:{heading})(?=\s|$)", re.I), cell) for heading, cell in COLUMNS)


def read(lines: Sequence[str], at: int) -> RawTable | None:
    """The flattened table whose header is line `at`, or None where there is none.

    Raises IncompleteRow where a line between two rows does not match the header's pattern.
    """
    split = split_header(lines[at].strip())
    if split is None:
        return None
    headers, pattern = split
    rows, end, odd = [], at + 1, None
    for number in range(at + 1, len(lines)):
        line = lines[number].strip()
        if not line:
            continue
        match = pattern.fullmatch(line)
        if match is None:
            if odd is not None or not rows or _ends(line):
                break
            odd = number
            continue
        if odd is not None:
            raise IncompleteRow(odd + 1, lines[odd], "a table row lacks a cell")
        rows.append((number, tuple(cell.strip() for cell in match.groups())))
        end = number + 1
    return RawTable.checked(headers, rows, end) if rows else None


def split_header(line: str) -> tuple[tuple[str, ...], re.Pattern[str]] | None:
    """The headings a header line flattens and the pattern of its rows; None where it is no header."""
    bare, headers, cells = MARK.sub("", line), [], []
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


def _ends(line: str) -> bool:
    """Whether a line plainly is no row: a caption, a section, a note, or a whole sentence."""
    return bool(re.match(r"(?:Table|Figure|\d+\.|\[|\()", line)) or line.endswith(".") or len(line) > 200
