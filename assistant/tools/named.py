"""What the arguments of tools name: measures, services, years, areas, ratings, as a question would name them.

What is not held is refused, with what is.
"""

from dataclasses import dataclass

from assistant import phrases
from assistant.answer import Assistant
from assistant.holdings import Family, family
from assistant.periods_asked import meant
from assistant.words import fold
from corpus.aliases import aliases
from corpus.errors import ProbationError
from corpus.periods import Period, find_periods

MOST_NAMED = 30  # in a refusal


@dataclass(frozen=True, slots=True)
class Measures:
    """The measures that codes or names name: their families, codes as printed, and the codes that none has."""

    families: tuple[Family, ...] = ()
    codes: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


class Named:
    """Tells what arguments name of all that an assistant holds at the time."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    @property
    def years(self) -> list[str]:
        """The years that bulletins are held of, oldest first."""
        return [edition.year.label for edition in self._assistant.holdings().editions]

    @property
    def services(self) -> list[str]:
        """The services that measures are held of."""
        return list(dict.fromkeys(m.service for m in self._assistant.holdings().measures if m.service))

    def service(self, text: str) -> str:
        """The service a text names, as measures do; "" for an empty one. Raises ProbationError."""
        wanted = fold(text)
        for name in self.services if wanted else ():
            if wanted in map(fold, (name, *aliases().services.get(name, ()))):
                return name
        if wanted:
            raise _not_held("service", text, self.services)
        return ""

    def periods(self, text: str) -> tuple[Period, ...]:
        """The year a text names, by itself; none for an empty one. Raises ProbationError where it is not one year."""
        if not text:
            return ()
        holdings = self._assistant.holdings()
        found = {meant(mention, holdings) for mention in find_periods(text)}
        if len(found) > 1:
            raise ProbationError(f"{text!r} names several years; ask for one at a time.")
        if not found:
            raise _not_held("year", text, self.years)
        return tuple(found)

    def areas(self, text: str) -> tuple[str, ...]:
        """The areas a text names, as published; none for an empty one. Raises ProbationError."""
        found = self._assistant.read(text).areas if text else ()
        if text and not found:
            raise _not_held("area with ratings", text, self._assistant.holdings().areas)
        return found

    def ratings(self, number: int) -> tuple[int, ...]:
        """The rating of a number, by itself; none for 0. Raises ProbationError."""
        bands = [band for edition in self._assistant.holdings().editions for band in edition.document.bands]
        if number and number not in {band.rating for band in bands}:
            held = dict.fromkeys(phrases.rating(band.rating, band.name) for band in bands)
            raise _not_held("rating", str(number), list(held))
        return (number,) if number else ()

    def measures(self, text: str, service: str = "") -> Measures:
        """The measures of a service, or of any, that a code or a whole name names. Raises ProbationError."""
        holdings = self._assistant.holdings()
        called = [m for m in holdings.measures if fold(text) in map(fold, (m.code, m.name, phrases.measure_name(m)))]
        reading = self._assistant.read(text)
        coded = [m for m in holdings.measures if family(m) in reading.codes and m.code in reading.printed]
        found = called or coded
        if not found and not reading.unknown:
            raise ProbationError(f"No measure has the code or name {text!r}; find_measures finds measures by words.")
        found = [m for m in found if service in ("", m.service)] or found
        return Measures(
            tuple(dict.fromkeys(map(family, found))),
            tuple(dict.fromkeys(m.code for m in found if m.code)),
            () if found else reading.unknown,
        )


def _not_held(what: str, text: str, held: list[str] | tuple[str, ...]) -> ProbationError:
    known = phrases.listed(held[:MOST_NAMED]) or "none"
    return ProbationError(f"{text!r} is no {what} that is held; held: {known}. Leave it empty for what is usual.")
