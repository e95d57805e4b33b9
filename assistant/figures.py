"""Every published figure as a row: what it is of, how it stands to its target, and where it is printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant import phrases
from assistant.calculate import is_met
from assistant.disagreements import notes_of
from assistant.exports.workbook import Cell
from assistant.holdings import Holdings
from corpus.aliases import aliases
from corpus.models import Document, Measure, Observation, Publication

State = Literal["met", "missed", "uncounted", "no target", "no figure"]
STATES: dict[State, str] = {
    "met": "Met",
    "missed": "Missed",
    "uncounted": "Not counted by the publication",
    "no target": "No target",
    "no figure": "No figure published",
}
HEADERS = (
    "Measure", "Code", "Service", "Area", "Period", "Figure", "Figure as printed", "Unit", "Target",
    "Target as printed", "Change (percentage points)", "Change as printed", "Target met", "Warnings", "Publication",
    "Publisher", "Published", "Place", "Address",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A published figure with its publication, how it stands to its target, and what careful reading found on it.

    `meaning` is what the publication says a symbol in the figure stands for, "" where there is none.
    """

    observation: Observation
    publication: Publication
    state: State
    meaning: str = ""
    warnings: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The key of its measure."""
        return measure_key(self.observation.measure)

    @property
    def measure(self) -> str:
        """Its measure in words, with the code."""
        return phrases.measure_name(self.observation.measure)

    @property
    def figure(self) -> str:
        """The figure as printed, with its unit: "80.4%", "3 (Good)", "10 FTE", "[x]"."""
        observation = self.observation
        if observation.unit == "rating":
            return phrases.rated(observation)
        shown = phrases.amount(observation)
        plain = observation.unit in ("", "percent") or observation.value is None
        return shown if plain else f"{shown} {observation.unit}"

    @property
    def target(self) -> str:
        """The target as printed, with its unit; "" where there is none."""
        return phrases.with_unit(self.observation.target_shown, self.observation)

    @property
    def outcome(self) -> str:
        """How it stands to its target in words: "Missed", "Met, but not counted", "No target"."""
        if self.state != "uncounted":
            return STATES[self.state]
        return f"{STATES['met' if is_met(self.observation) else 'missed']}, but not counted"


def rows(documents: Sequence[Document]) -> tuple[FigureRow, ...]:
    """Every observation of documents: measures with a code first, the publication published last first."""
    held = {document.publication.id for document in documents}
    latest = sorted(documents, key=lambda d: d.publication.published or date.min, reverse=True)
    found = [row(document, observation, held) for document in latest for observation in document.observations]
    return tuple(sorted(found, key=lambda figure: not figure.observation.measure.code))


def row(document: Document, observation: Observation, held: set[str]) -> FigureRow:
    """One observation of a document; `held` are the ids of the publications that may warn of it."""
    meaning = document.symbols.get(observation.shown.strip(), "") if observation.value is None else ""
    warnings = tuple(note.says for note in notes_of(observation, held))
    return FigureRow(observation, document.publication, state(observation), meaning, warnings)


def repeated(holdings: Holdings, figures: Sequence[FigureRow]) -> list[FigureRow]:
    """Those of figures that print again, whole or rounded, what another of them prints."""
    echoes = {echo for figure in figures for echo in holdings.echoes(figure.observation)}
    return [figure for figure in figures if figure.observation in echoes]


def state(observation: Observation) -> State:
    """How a figure stands to its target, by the measure's direction.

    "uncounted" has a figure and a target, and the publication leaves it out of its counts of targets met.
    """
    if observation.value is None:
        return "no figure"
    if observation.target is None:
        return "no target"
    if not observation.counted:
        return "uncounted"
    return "met" if is_met(observation) else "missed"


def measure_key(measure: Measure) -> str:
    """What a measure is called in an address: "SL014", "CRS SL002", or its name where it has no code."""
    other = measure.service not in ("", aliases().main_service)
    return " ".join(part for part in (measure.service if other else "", measure.code or measure.name) if part)


def cells(figures: Sequence[FigureRow]) -> list[tuple[Cell, ...]]:
    """The rows as a file holds them, under HEADERS: numbers as numbers, and what is printed beside them."""
    return [_cells(figure) for figure in figures]


def _cells(figure: FigureRow) -> tuple[Cell, ...]:
    one, publication = figure.observation, figure.publication
    published = publication.published.isoformat() if publication.published else None
    return (
        one.measure.name, one.measure.code, one.measure.service, one.area, one.period.label,
        one.value, one.shown, one.unit, one.target, one.target_shown, one.change, one.change_shown,
        figure.outcome, " ".join(figure.warnings), publication.title, publication.publisher, published,
        str(one.locator), publication.url,
    )  # fmt: skip
