"""Where areas stand on a map of equal tiles, read from the file beside the library."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from corpus.aliases import area_named

Place = tuple[int, int]  # column and row, from 1


@cache
def places() -> Mapping[str, Place]:
    """The places that ship with the package, by the name of the area as published."""
    raw = tomllib.loads(files("corpus").joinpath("library/tiles.toml").read_text(encoding="utf-8"))
    return {area: (column, row) for area, (column, row) in raw["places"].items()}


def placed(areas: Sequence[str]) -> dict[str, Place]:
    """A place for each of some areas, no two alike; those that have none, or share one, stand in rows beneath."""
    known: dict[str, Place] = {}
    for area in areas:
        place = places().get(area_named(area))
        if place and place not in known.values():
            known[area] = place
    width = max((column for column, _ in known.values()), default=4)
    beneath = max((row for _, row in known.values()), default=0) + 1
    rest = [area for area in dict.fromkeys(areas) if area not in known]
    return known | {area: (n % width + 1, beneath + n // width) for n, area in enumerate(rest)}
