"""Places in a question: areas that figures are published for, and localities within these that they are not."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from assistant.words import fold, spelt
from corpus.aliases import Aliases


class Places:
    """Recognises areas and localities, against the areas held. The longest name wins: "North Wales" is not Wales."""

    def __init__(self, held: Sequence[str], aliases: Aliases) -> None:
        self._held = held
        self._aliases = aliases

    def areas(self, text: str) -> tuple[str, ...]:
        """The published areas that a folded text names, in its order."""
        return tuple(dict.fromkeys(self._areas[form] for form in self._any.findall(text) if form in self._areas))

    def localities(self, text: str) -> tuple[str, ...]:
        """The places that a folded text names and that lie within areas, in its order."""
        within = (form for form in self._any.findall(text) if form not in self._areas)
        return tuple(dict.fromkeys(self._localities[form] for form in within))

    def without_areas(self, text: str) -> str:
        """A folded text without the areas it names."""
        return self._any_area.sub(" ", text)

    def without(self, text: str) -> str:
        """A folded text without the areas and localities it names."""
        return self._any.sub(" ", text)

    def is_of_locality(self, word: str) -> bool:
        """Whether a folded word is one of a locality's name."""
        return word in self._words

    @cached_property
    def _areas(self) -> dict[str, str]:
        """How areas are written, with the area as published."""
        forms = [(form, area) for area in self._held for form in spelt(area)]
        return dict(forms) | {fold(form): area for area in self._held for form in self._aliases.areas.get(area, ())}

    @cached_property
    def _localities(self) -> dict[str, str]:
        return {fold(place): place for place in self._aliases.localities}

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(re.findall(r"[a-z]+", " ".join(self._localities)))

    @cached_property
    def _any_area(self) -> re.Pattern[str]:
        return _any_of(self._areas)

    @cached_property
    def _any(self) -> re.Pattern[str]:
        return _any_of({**self._areas, **self._localities})


def _any_of(forms: Iterable[str]) -> re.Pattern[str]:
    """Any of some names in a folded text, the longest first; nothing where there is none."""
    ordered = sorted(forms, key=lambda form: -len(form))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)" if ordered else r"(?!)")
