"""What a question asks about, as far as an answer may leave it unsaid: the measures, periods and places it names."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from assistant.answer import Assistant
from assistant.checking.figures import figures
from assistant.holdings import Family, family
from assistant.reading import Reading
from assistant.turns import Turn, words_of
from corpus.models import ENGLAND_AND_WALES
from corpus.periods import Period

NAMED = 0.33  # of a measure's score, 0 to 1, from which a question may mean it


@dataclass(frozen=True, slots=True)
class Asked:
    """Of each kind what the last turn that names any names; empty where none does."""

    text: str
    families: frozenset[Family]
    periods: frozenset[Period]
    areas: frozenset[str]
    services: frozenset[str]
    numbers: frozenset[Fraction]
    topics: frozenset[str] = frozenset()
    aspects: frozenset[str] = frozenset()  # of a measure: its value, target, change, whether it is met, its gap


def asked(turns: Sequence[Turn], assistant: Assistant) -> Asked:
    """What a conversation's last question is about."""
    texts = [words_of(turn) for turn in turns]
    queries = assistant.understand(turns)
    readings = [assistant.read(text) for text in reversed(texts)]
    named = frozenset(one for query in queries for one in (*query.families, *query.fitting[:1]))
    return Asked(
        text=texts[-1],
        families=named or next((found for one in readings if (found := _families(one))), frozenset()),
        periods=frozenset(period for query in queries for period in query.periods),
        areas=frozenset(a for q in queries for a in (*q.areas, q.elsewhere) if a and a != ENGLAND_AND_WALES),
        services=frozenset(one for query in queries for one in (query.service, *query.services) if one),
        numbers=frozenset(figure.value for text in texts for figure in figures(text)),
        topics=frozenset(query.topic for query in queries),
        aspects=frozenset(query.aspect for query in queries if query.topic == "measure"),
    )


def _families(reading: Reading) -> frozenset[Family]:
    if reading.codes:
        return frozenset(reading.codes)
    likely = (*(match for match in reading.matches if match.score >= NAMED), *reading.meant, *reading.several)
    return frozenset(family(match.measure) for match in likely)
