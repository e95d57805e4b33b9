"""What the layouts of tables share: raw cells, rules, marks, and the faults a table can have."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

MARK = re.compile(r"\s*\[((?:foot)?note \d+)\]", re.I)
RULE = re.compile(r"\s*\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)*\|?\s*")


class BrokenTable(Exception):
    """A table that cannot be rebuilt with certainty; `end` is the first line after it."""

    def __init__(self, why: str, end: int) -> None:
        super().__init__(why)
        self.end = end


class IncompleteRow(Exception):
    """A row lacks a cell; `line` is its number, from 1, and `shown` what stands there."""

    def __init__(self, line: int, shown: str, why: str) -> None:
        super().__init__(f"line {line}: {why}: {shown.strip()[:80]!r}")
        self.line = line


@dataclass(frozen=True, slots=True)
class RawTable:
    """Cells as printed, marks still in them; `end` is the first line after the table."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    end: int

    @classmethod
    def checked(
        cls, headers: Sequence[str], rows: Sequence[tuple[int, Sequence[str]]], end: int
    ) -> "RawTable":
        """The table, each of whose rows (line index, cells) must have a cell for each header."""
        for line, cells in rows:
            if len(cells) != len(headers):
                why = f"a table row has {len(cells)} cells where its header has {len(headers)}"
                raise IncompleteRow(line + 1, " | ".join(cells), why)
        return cls(tuple(headers), tuple(tuple(cells) for _, cells in rows), end)


def is_rule(line: str) -> bool:
    """Whether a line is the rule under the header of a pipe table."""
    return bool(RULE.fullmatch(line)) and "-" in line


def pipe_cells(line: str) -> tuple[str, ...]:
    r"""The cells of a pipe row; the outer pipes are optional and `\|` is a pipe in a cell."""
    bare = line.strip().removeprefix("|")
    bare = bare[:-1] if bare.endswith("|") and not bare.endswith(r"\|") else bare
    return tuple(cell.strip().replace(r"\|", "|") for cell in re.split(r"(?<!\\)\|", bare))
