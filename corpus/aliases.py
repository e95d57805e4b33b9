"""What people call things, read from the file beside the library."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Aliases:
    """Names and what stands for them: services, areas, short forms, publishers, everyday words for measures."""

    services: Mapping[str, tuple[str, ...]]
    areas: Mapping[str, tuple[str, ...]]
    whole: tuple[str, ...]
    parts: tuple[str, ...]
    ratings: Mapping[str, tuple[str, ...]]
    elsewhere: tuple[str, ...]
    localities: tuple[str, ...]
    short_forms: Mapping[str, tuple[str, ...]]
    publishers: Mapping[str, tuple[str, ...]]
    measure_words: Mapping[str, str]

    @property
    def main_service(self) -> str:
        """The service that is meant where none is named: the first."""
        return next(iter(self.services))


@cache
def aliases() -> Aliases:
    """The aliases that ship with the package."""
    raw = tomllib.loads(files("corpus").joinpath("library/aliases.toml").read_text(encoding="utf-8"))

    def lists(section: str) -> dict[str, tuple[str, ...]]:
        return {name: tuple(forms) for name, forms in raw[section].items()}

    return Aliases(
        services=lists("services"),
        areas=lists("areas"),
        whole=tuple(raw["whole"]["names"]),
        parts=tuple(raw["whole"]["parts"]),
        ratings=lists("ratings"),
        elsewhere=tuple(raw["elsewhere"]["places"]),
        localities=tuple(raw["localities"]["places"]),
        short_forms=lists("short_forms"),
        publishers=lists("publishers"),
        measure_words=raw["measure_words"],
    )


@cache
def area_named(text: str) -> str:
    """The published name of an area written in any of its ways ("England & Wales"); the text where none fits."""
    plain = text.strip().lower()
    for name, forms in aliases().areas.items():
        if plain in (name.lower(), *(form.lower() for form in forms)):
            return name
    return text.strip()
