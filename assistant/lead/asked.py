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
    service: str
    numbers: frozenset[Fraction]


def asked(turns: Sequence[Turn], assistant: Assistant) -> Asked:
    """What a conversation's last question is about."""
    texts = [words_of(turn) for turn in turns]
    readings = [assistant.read(text) for text in reversed(texts)]
    return Asked(
        text=texts[-1],
        families=next((named for one in readings if (named := _families(one))), frozenset()),
        periods=next((frozenset(m.period for m in one.mentions) for one in readings if one.mentions), frozenset()),
        areas=next((found for one in readings if (found := _places(one))), frozenset()),
        service=next((one.service for one in readings if one.service), ""),
        numbers=frozenset(figure.value for text in texts for figure in figures(text)),
    )


def _families(reading: Reading) -> frozenset[Family]:
    if reading.codes:
        return frozenset(reading.codes)
    likely = (*(match for match in reading.matches if match.score >= NAMED), *reading.meant, *reading.several)
    return frozenset(family(match.measure) for match in likely)


def _places(reading: Reading) -> frozenset[str]:
    named = frozenset(area for area in reading.areas if area != ENGLAND_AND_WALES)
    return named | frozenset({reading.elsewhere} if reading.elsewhere else ())
