"""What the layouts of tables share: raw cells, marks, and the faults a table can have."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

MARK = re.compile(r"\s*\[((?:foot)?note \d+)\]", re.I)


class BrokenTable(Exception):
    """A table that cannot be rebuilt with certainty; `end` is the first line after it."""

    def __init__(self, why: str, end: int) -> None:
        super().__init__(why)
        self.end = end


class IncompleteRow(Exception):
    """A row whose cells cannot be paired with the headings; `line` is its index in the text, from 0."""

    def __init__(self, line: int, shown: str, why: str = "a table row lacks a cell") -> None:
        super().__init__(f"{why}: {shown.strip()[:80]!r}")
        self.line = line


@dataclass(frozen=True, slots=True)
class RawTable:
    """Cells as printed, marks still in them; `end` is the first line after the table."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    end: int

    @classmethod
    def checked(cls, headers: Sequence[str], rows: Sequence[tuple[int, Sequence[str]]], end: int) -> "RawTable":
        """The table, each of whose rows (line index, cells) must have a cell for each header."""
        for line, cells in rows:
            if len(cells) != len(headers):
                why = f"a table row has {len(cells)} cells where its header has {len(headers)}"
                raise IncompleteRow(line, " | ".join(cells), why)
        return cls(tuple(headers), tuple(tuple(cells) for _, cells in rows), end)
