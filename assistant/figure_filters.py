"""Filtering published figures: by words, measure, period, area, service, outcome and publication."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache, lru_cache

from assistant.answers import Choice
from assistant.figures import STATES, FigureRow
from assistant.words import fold, stems
from corpus.aliases import aliases
from corpus.models import ENGLAND_AND_WALES


@dataclass(frozen=True, slots=True)
class Wanted:
    """What figures are asked for; "" asks nothing. All but `words` are keys of choices.

    A period asks for the figures of it and of its parts: a year for those of eleven of its months too.
    """

    words: str = ""
    measure: str = ""
    period: str = ""
    area: str = ""
    service: str = ""
    outcome: str = ""
    publication: str = ""


NAMES = tuple(field.name for field in fields(Wanted))
KEYS: Mapping[str, Callable[[FigureRow], str]] = {
    "measure": lambda row: row.key,
    "period": lambda row: row.observation.period.label,
    "area": lambda row: row.observation.area,
    "service": lambda row: row.observation.measure.service,
    "outcome": lambda row: row.state,
    "publication": lambda row: row.publication.id,
}
LABELS: Mapping[str, Callable[[FigureRow], str]] = {
    "measure": lambda row: row.measure,
    "service": lambda row: _service_names(row.observation.measure.service)[0],
    "outcome": lambda row: STATES[row.state],
    "publication": lambda row: row.publication.title,
}


def filtered(
    figures: Sequence[FigureRow], wanted: Wanted
) -> tuple[tuple[FigureRow, ...], dict[str, tuple[Choice, ...]]]:
    """The figures that are asked for, in their order, and of each filter the choices that leave any.

    What a filter is set to is among its choices wherever any figure has it.
    """
    failed = _failed(figures, wanted)
    chosen = tuple(figure for figure, names in zip(figures, failed, strict=True) if not names)
    choices = {
        name: _choices(
            name,
            [
                figure
                for figure, names in zip(figures, failed, strict=True)
                if names <= {name} or KEYS[name](figure) == getattr(wanted, name)
            ],
        )
        for name in KEYS
    }
    return chosen, choices


def _failed(figures: Sequence[FigureRow], wanted: Wanted) -> list[set[str]]:
    """Of each figure the names of the filters that it does not pass."""
    asked = {name: value for name in KEYS if (value := getattr(wanted, name))}
    spans = [figure.observation.period for figure in figures if figure.observation.period.label == wanted.period]
    readings = _readings(wanted.words)

    def failing(figure: FigureRow) -> set[str]:
        names = {name for name, value in asked.items() if KEYS[name](figure) != value}
        if spans and spans[0].holds(figure.observation.period):
            names.discard("period")
        return names if not readings or _said(figure, readings) else names | {"words"}

    return [failing(figure) for figure in figures]


def _choices(name: str, figures: Sequence[FigureRow]) -> tuple[Choice, ...]:
    key, label = KEYS[name], LABELS.get(name, KEYS[name])
    by_key = {key(figure): figure for figure in figures if key(figure)}
    ordered = sorted(by_key.values(), key=lambda figure: ORDERS[name](figure))
    if name == "period":
        ordered.reverse()
    return tuple(Choice(key(figure), label(figure)) for figure in ordered)


def _service_names(service: str) -> tuple[str, ...]:
    return aliases().services.get(service, (service,))


ORDERS: Mapping[str, Callable[[FigureRow], tuple[object, ...]]] = {
    "measure": lambda row: (not row.observation.measure.code, LABELS["measure"](row).casefold()),
    "period": lambda row: (row.observation.period.last, row.observation.period.months),
    "area": lambda row: (row.observation.area != ENGLAND_AND_WALES, row.observation.area),
    "service": lambda row: (row.observation.measure.service != aliases().main_service, row.observation.measure.service),
    "outcome": lambda row: (list(STATES).index(row.state),),
    "publication": lambda row: (-row.publication.published.toordinal() if row.publication.published else 0,),
}


def _said(figure: FigureRow, readings: Sequence[Sequence[str]]) -> bool:
    """Whether a figure's row has, for every word of a reading, a word that starts so."""
    one, publication = figure.observation, figure.publication
    told = (
        one.measure.name, one.measure.code, *_service_names(one.measure.service), one.area, one.label, one.unit,
        one.period.label, one.shown, one.target_shown, str(one.locator), publication.title, publication.publisher,
    )  # fmt: skip
    own = _stems(" ".join(told))
    return any(all(any(word.startswith(start) for word in own) for start in reading) for reading in readings)


@lru_cache(maxsize=50_000)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stems(text))


def _readings(typed: str) -> list[list[str]]:
    """The stems of what is typed, and of the published words it stands for; none where nothing is asked."""
    folded = fold(typed)
    published = folded
    for said, meant in _everyday():
        published = said.sub(meant, published)
    return [found for text in dict.fromkeys((folded, published)) if (found := stems(text))]


@cache
def _everyday() -> list[tuple[re.Pattern[str], str]]:
    """What people call things, longest first, with the published words."""
    named = aliases()
    pairs = [
        *named.measure_words.items(),
        *((short, long[0]) for short, long in named.short_forms.items()),
        *((form, area) for area, forms in named.areas.items() for form in forms),
    ]
    longest = sorted(pairs, key=lambda pair: -len(pair[0]))
    return [(re.compile(rf"(?<!\w){re.escape(fold(said))}(?!\w)"), fold(meant)) for said, meant in longest]
