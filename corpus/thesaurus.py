"""Words of like meaning in the field, read from the file beside the library: what people type for a published term."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def thesaurus() -> Mapping[str, tuple[str, ...]]:
    """Published words and terms, in lower case, each with what is typed for it. It is read in that direction only."""
    raw = tomllib.loads(files("corpus").joinpath("library/thesaurus.toml").read_text(encoding="utf-8"))
    return {term: tuple(typed) for term, typed in raw["words"].items()}
