"""Runs of a page as lines: what stands on one baseline, with the raised and lowered marks beside it."""

from collections.abc import Sequence
from operator import attrgetter

from corpus.pdf.runs import RAISED, Line, Run

LEVEL = 0.2  # of the size: runs whose baselines are no further apart are on one
RISE = 0.75  # of a line's size: so far above or below it a mark may stand
BESIDE = 0.6  # of the size: so far from a word its mark may stand
MARK = 12  # letters of a mark at most


def lines(runs: Sequence[Run]) -> list[Line]:
    """The lines of a page from top to bottom, each over the whole width of it."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (-run.y, run.x)):
        if rows and abs(rows[-1][0].y - run.y) <= LEVEL * min(run.size, rows[-1][0].size):
            rows[-1].append(run)
        else:
            rows.append([run])
    _settle_marks(rows)
    return [Line(tuple(sorted(row, key=attrgetter("x")))) for row in rows if row]


def _settle_marks(rows: list[list[Run]]) -> None:
    """Move every mark to the line of the word that it stands beside."""
    for at, row in enumerate(rows):
        for run in [run for run in row if len(run.text) <= MARK]:
            beside = next((n for n in _near(rows, at) if _bears(rows[n], run)), None)
            if beside is not None:
                row.remove(run)
                rows[beside].append(run)


def _near(rows: Sequence[Sequence[Run]], at: int) -> list[int]:
    """The rows below and above that a mark in this one may belong to, the nearest first."""
    y = rows[at][0].y if rows[at] else 0.0
    near = [n for n in range(max(at - 3, 0), min(at + 4, len(rows))) if n != at and rows[n]]
    return sorted(near, key=lambda n: (rows[n][0].y > y, abs(rows[n][0].y - y)))


def _bears(row: Sequence[Run], mark: Run) -> bool:
    """Whether a run of the row is a word that the mark stands beside, or that it opens."""
    return any(
        mark.size <= RAISED * run.size
        and abs(mark.y - run.y) <= RISE * run.size
        and (
            -BESIDE * run.size <= mark.x - run.right <= BESIDE * run.size
            or 0 <= run.x - mark.right <= 2 * BESIDE * run.size
            or run.x < mark.x < run.right
        )
        for run in row
    )
