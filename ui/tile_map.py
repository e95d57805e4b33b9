"""Ratings of areas as a map of equal tiles: each says its area, rating and what that is called."""

from collections.abc import Sequence
from decimal import Decimal

from assistant.answers import Chart
from corpus.models import Observation
from corpus.tiles import placed
from ui.safe_text import escaped

DARK = 78  # percent of the darkest colour, from which light letters are the easier to read


def tile_map(chart: Chart) -> str:
    """The map as HTML: a list whose items stand about where the areas do, darker the higher the rating."""
    rated = {o.area: o for o in chart.observations}
    places = placed(list(rated))
    values = sorted({o.value for o in rated.values() if o.value is not None})
    columns = max((column for column, _ in places.values()), default=1)
    tiles = "".join(_tile(rated[area], place, values) for area, place in places.items())
    return f'<ul class="tiles" style="--columns:{columns}" aria-label="{escaped(chart.title)}">{tiles}</ul>'


def _tile(observation: Observation, place: tuple[int, int], values: Sequence[Decimal]) -> str:
    column, row = place
    share = _share(observation.value, values)
    kind = "tile none" if share is None else "tile dark" if share >= DARK else "tile"
    style = f"grid-column:{column};grid-row:{row};--share:{share or 0}%"
    called = f'<span class="called">{escaped(observation.label)}</span>' if observation.label else ""
    return (
        f'<li class="{kind}" style="{style}"><span class="area">{escaped(observation.area)}<span class="unseen">:'
        f" rated </span></span> <b>{escaped(observation.shown)}</b> {called}</li>"
    )


def _share(value: Decimal | None, values: Sequence[Decimal]) -> int | None:
    """Where a rating stands among those of the map, 0 to 100; None where there is none."""
    if value is None:
        return None
    return round(100 * values.index(value) / (len(values) - 1)) if len(values) > 1 else 50
