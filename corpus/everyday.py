"""Everyday words for the words that measure names are made of, read from the file beside the library."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Everyday:
    """What people say. Softer than aliases: a phrase may stand for several published words, and names nothing alone."""

    like: Mapping[str, tuple[str, ...]]  # published words, and what is said for them
    numbers: Mapping[str, str]  # "half a year" for "6 months"
    services: Mapping[str, tuple[str, ...]]  # a service, and what else it is called
    opposed: Mapping[str, tuple[str, ...]]  # words of names that exclude each other
    contrary: Mapping[str, tuple[str, ...]]  # words that cannot stand for one another at one place of a name
    neutral: frozenset[str]  # words neither for nor against a measure
    against: frozenset[str]  # words for what no measure's figure answers

    @property
    def words(self) -> list[str]:
        """All that is listed, so that no slip of typing is mended away from it."""
        said = [phrase for published, phrases in self.like.items() for phrase in (published, *phrases)]
        return [*said, *self.neutral, *self.against]


@cache
def everyday() -> Everyday:
    """The everyday words that ship with the package."""
    raw = tomllib.loads(files("corpus").joinpath("library/everyday.toml").read_text(encoding="utf-8"))
    return Everyday(
        like={published: tuple(said) for published, said in raw["like"].items()},
        numbers=raw["numbers"],
        services={name: tuple(said) for name, said in raw["services"].items()},
        opposed={one: tuple(others) for one, others in raw["opposed"].items()},
        contrary={one: tuple(others) for one, others in raw["contrary"].items()},
        neutral=frozenset(raw["neutral"]["words"].split()),
        against=frozenset(raw["against"]["words"].split()),
    )
