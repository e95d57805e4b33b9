"""Regional and quarterly questions about made-up data tables, asked and held against what is known of them."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.answer import Assistant
from assistant.answers import Answer
from assistant.trace import CODE, MARK, numbers
from corpus import read
from corpus.errors import ProbationError
from corpus.models import Document
from corpus.periods import without_periods
from evals.made_workbooks import LAYOUTS, Workbook, as_ods, as_xlsx, workbook
from evals.regional_questions import Asked, Key, questions
from index.embed import Vector
from index.store import Store

FORMATS = (("tables.ods", as_ods), ("tables.xlsx", as_xlsx))


class Nowhere:
    """An embedder that puts every text in one place: figure questions need none."""

    name = "nowhere"

    def embed(self, texts: Sequence[str]) -> list[Vector]:
        """One place for each text."""
        return [[0.0, 0.0, 1.0] for _ in texts]


@dataclass(frozen=True, slots=True)
class Result:
    """A question with what came of it: `faults` say what is wrong; `wrong_figure` is the worst of them."""

    layout: str
    asked: Asked
    answer: Answer
    faults: tuple[str, ...]
    wrong_figure: bool


def measure(seeds: Sequence[int], layouts: Sequence[str] = LAYOUTS) -> Iterator[Result]:
    """Ask the questions of the made-up workbooks of every seed and layout, each read from a file."""
    for seed in seeds:
        for number, layout in enumerate(layouts):
            made = workbook(seed, layout)
            name, make = FORMATS[(seed + number) % len(FORMATS)]
            with TemporaryDirectory() as folder:
                document = document_of(Path(folder) / name, make(made))
                assistant = Assistant(Store(Path(folder) / "store", Nowhere(), lambda held=document: (held,)))  # type: ignore[misc]
                cells = {(o.measure.code, o.area, o.period): o.cell for o in document.observations if o.cell}
                for asked in questions(made):
                    yield judged(made, asked, assistant.ask(asked.turns), document, cells)


def document_of(path: Path, raw: bytes) -> Document:
    """The publication in a file of these bytes, written to a path. Raises ProbationError where it holds none."""
    path.write_bytes(raw)
    for outcome in read.outcomes(path):
        if outcome.document is not None:
            return outcome.document
        raise ProbationError(outcome.problem)
    raise ProbationError(f"{path}: it holds no publication. Make another.")


def judged(
    made: Workbook, asked: Asked, answer: Answer, document: Document, cells: Mapping[Key, tuple[int, int]]
) -> Result:
    """What came of a question: its first sentence and citations against what is known."""
    said = answer.headline
    faults: list[str] = []
    if not asked.found:
        given = figures_in(said)
        if answer.status == "answered":
            faults.append("answered though nothing is published")
        return Result(made.layout, asked, answer, tuple(faults), bool(given) and bool(faults))
    if answer.status != "answered":
        faults.append(f"status {answer.status}")
    given = figures_in(said)
    faults += [f"lacks {figure}" for figure in asked.figures if not set(numbers(figure)) <= set(given)]
    faults += [f"lacks {word!r}" for word in asked.words if word not in said]
    expected = {n for text in (*asked.figures, *asked.allowed, *asked.words) for n in numbers(text)}
    strange = [figure for figure in given if figure not in expected]
    wrong = answer.status == "answered" and bool(strange)
    faults += [f"says {figure}" for figure in strange]
    faults += [
        f"does not cite {key[:2]} {key[2].label}" for key in asked.cells if not _cites(answer, document, key, cells)
    ]
    return Result(made.layout, asked, answer, tuple(faults), wrong)


def figures_in(text: str) -> list[str]:
    """The figures of a sentence; numbers of sources, codes and periods are none."""
    return numbers(without_periods(CODE.sub(" ", MARK.sub(" ", text))))


def _cites(answer: Answer, document: Document, key: Key, cells: Mapping[Key, tuple[int, int]]) -> bool:
    """Whether a source of an answer marks the cell of a figure in its own table."""
    place = next((o.locator for o in document.observations if (o.measure.code, o.area, o.period) == key), None)
    return any(
        place is not None
        and citation.table is not None
        and citation.table.locator.at == place.at
        and cells.get(key) in citation.cells
        for citation in answer.citations
    )


def summary(results: Sequence[Result]) -> dict[str, str]:
    """The share right of every kind and of all, with how many gave a wrong figure."""
    kinds = sorted({one.asked.kind for one in results})
    rows = {kind: _share([one for one in results if one.asked.kind == kind]) for kind in kinds}
    layouts = Counter(one.layout for one in results if one.faults)
    rows |= {f"missed in {layout}": str(count) for layout, count in sorted(layouts.items())}
    return rows | {"all": _share(results), "wrong figures": str(sum(one.wrong_figure for one in results))}


def _share(results: Sequence[Result]) -> str:
    right = sum(not one.faults for one in results)
    return f"{right}/{len(results)} = {right / len(results):.3f}"


def told(result: Result) -> str:
    """A miss on a few lines: what was asked, what is wrong, and what was said."""
    headline = re.sub(r"\s+", " ", result.answer.headline)
    asked = " / ".join(result.asked.turns)
    return f"{result.asked.kind}, {result.layout}: {asked}\n  {'; '.join(result.faults)}\n  {headline}"
