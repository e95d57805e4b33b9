r"""Tables whose cells are set apart by pipes: a header row, a rule of dashes, and the rows.

The outer pipes are optional and `\|` is a pipe in a cell.
"""

import re
from collections.abc import Sequence

from corpus.tables_raw import IncompleteRow, RawTable

RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")


def read(lines: Sequence[str], at: int) -> RawTable | None:
    """The pipe table whose header is line `at`, or None where there is none.

    Raises IncompleteRow where a row has another number of cells than the header.
    """
    if "|" not in lines[at] or at + 1 >= len(lines) or not is_rule(lines[at + 1]):
        return None
    headers = cells_of(lines[at])
    end, rows = at + 2, []
    while end < len(lines) and "|" in lines[end]:
        rows.append((end, cells_of(lines[end])))
        end += 1
    if rows and _goes_on(lines, end, len(headers)):
        raise IncompleteRow(end, lines[end])
    return RawTable.checked(headers, rows, end)


def is_rule(line: str) -> bool:
    """Whether a line is the rule under the header of a pipe table."""
    return ("---" in line or ("-" in line and "|" in line)) and bool(RULE.fullmatch(line))


def cells_of(line: str) -> tuple[str, ...]:
    """The cells of a pipe row."""
    bare = line.strip().removeprefix("|")
    bare = bare[:-1] if bare.endswith("|") and not bare.endswith(r"\|") else bare
    return tuple(cell.strip().replace(r"\|", "|") for cell in re.split(r"(?<!\\)\|", bare))


def _goes_on(lines: Sequence[str], at: int, width: int) -> bool:
    """Whether a line without pipes parts rows of one table: a row of as many cells follows, and no rule."""
    after = [*lines[at : at + 3], "", "", ""]
    is_row = "|" in after[1] and len(cells_of(after[1])) == width
    return bool(after[0].strip()) and is_row and not is_rule(after[2])
