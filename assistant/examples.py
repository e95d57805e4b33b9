"""Example questions, made from what is held so that each has an answer."""

import re

from assistant import phrases
from assistant.holdings import Edition, Holdings
from assistant.words import fold
from corpus.aliases import aliases
from corpus.models import ENGLAND_AND_WALES


def examples(holdings: Holdings) -> tuple[str, ...]:
    """A question on a measure, a count, a rating, and one that a passage answers; those that can be."""
    found = _of_figures(holdings.latest) if holdings.latest else []
    term = _explained(holdings)
    return (*found, *([f"What is a {term}?"] if term else []))


def _of_figures(latest: Edition) -> list[str]:
    year = latest.year.label
    measured = [o for o in latest.measured() if o.counted and o.change is not None]
    regions = [o for o in latest.ratings() if o.area != ENGLAND_AND_WALES]
    found = []
    if measured:
        found = [f"{phrases.measure_name(measured[0].measure)}: was the target met in {year}?"]
        found.append(f"How many targets were met in {year}?")
    if regions:
        found.append(f"How was {regions[-1].area} rated in {year}?")
    return found


def _explained(holdings: Holdings) -> str:
    """A term that people shorten and a passage explains ("A pre-sentence report is ..."), or ""."""
    texts = [fold(passage.text) for _, passage in holdings.passages()]
    for forms in aliases().short_forms.values():
        opening = re.compile(rf"(?:^|[.] )an? {re.escape(forms[0])}(?: \([^)]*\))? (?:is|means) ")
        if any(opening.search(text) for text in texts):
            return forms[0]
    return ""
