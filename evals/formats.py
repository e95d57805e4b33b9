"""Whether one made-up bulletin gives the same observations, cell by cell, in whatever format it comes.

python -m evals formats --seeds 20
"""

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.models import Document, Observation
from corpus.read import outcomes
from evals.made_bulletins import bulletin
from evals.made_formats import FORMATS

Cell = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """A format of a seed: how many observations the text has, those it lacks and those it has beside them."""

    seed: int
    format: str
    expected: int
    lacking: tuple[str, ...]
    beside: tuple[str, ...]
    problem: str = ""

    @property
    def same(self) -> bool:
        """Whether every observation is the text's, and none is beside them."""
        return self.expected > 0 and not (self.lacking or self.beside or self.problem)

    def told(self) -> Iterator[str]:
        """What is not the same, a line each."""
        lines = [self.problem, *(f"lacks {cell}" for cell in self.lacking), *(f"has {cell}" for cell in self.beside)]
        yield from (f"seed {self.seed}, {self.format}: {line}" for line in lines if line)


def names(without: Sequence[str] = ()) -> list[str]:
    """The formats that are compared, in their order."""
    return [name for name in FORMATS if name not in without]


def compared(seed: int, formats: Sequence[str], seen: Callable[[], None]) -> Iterator[Compared]:
    """A seed's bulletin in each of the formats against its text."""
    text = bulletin(seed)
    plain, problem = read("text", text)
    expected = cells(plain.observations) if plain else {}
    for name in formats:
        document, problem = read(name, text)
        found = cells(document.observations) if document else {}
        lacking = tuple(f"{cell}" for cell in expected if cell not in found)
        beside = tuple(f"{cell}" for cell in found if cell not in expected)
        yield Compared(seed, name, len(expected), lacking, beside, problem)
        seen()


def read(name: str, text: str) -> tuple[Document | None, str]:
    """A bulletin as it is read from a file of a format, or why it is not."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bulletin"
        path.write_bytes(FORMATS[name](text))
        (outcome,) = outcomes(path)
    return outcome.document, outcome.problem


def cells(observations: Sequence[Observation]) -> Mapping[Cell, Observation]:
    """The observations by all that a reader of them sees, but for where they stand: so each stands once."""
    return {_cell(one): one for one in observations}


def table(found: Sequence[Compared], formats: Sequence[str]) -> str:
    """Formats by seeds: the observations that are the same, of all; "=" where they are the same one and all."""
    seeds = sorted({one.seed for one in found})
    held = {(one.format, one.seed): one for one in found}
    lines = [" ".join([f"{'':14}", *(f"{seed:>7}" for seed in seeds), "   same"])]
    for name in formats:
        row = [held[name, seed] for seed in seeds]
        lines.append(" ".join([f"{name:14}", *(f"{_shown(one):>7}" for one in row), f"{sum(o.same for o in row):>7}"]))
    return "\n".join(lines)


def _shown(one: Compared) -> str:
    if one.same:
        return f"={one.expected}"
    return "none" if one.problem else f"-{len(one.lacking)}+{len(one.beside)}"


def _cell(one: Observation) -> Cell:
    figures = (one.value, one.shown, one.unit, one.label, one.target, one.target_shown, one.change, one.change_shown)
    notes = tuple(sorted(note.text for note in one.notes))
    return (one.measure, one.area, one.period, *figures, one.lower_is_better, one.counted, notes)
