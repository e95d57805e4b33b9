"""The ledger of a sentence's figures: for each the source that prints it, or the working that gives it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.checking.claims import Figure
from assistant.lead.claims import Judged
from assistant.lead.evidence import Evidence
from assistant.trace import numbers


@dataclass(frozen=True, slots=True)
class Borne:
    """A figure as shown, with the token of the source that prints it, or the working that gives it (with tokens)."""

    text: str
    token: str
    working: str = ""


def accounted(evidence: Evidence, tokens: Sequence[str], found: Sequence[Figure]) -> Iterator[Borne]:
    """For each figure the source whose quote prints it, else the working that gives it."""
    for figure in found:
        digits = set(numbers(figure.text))
        printing = (s for s in evidence.sources(tokens) if digits <= set(numbers(s.citation.quote)))
        if not digits:
            continue
        if (source := next(printing, None)) is not None:
            yield Borne(figure.text, source.token)
        elif working := evidence.working(digits, tokens):
            yield Borne(figure.text, "", working)


def rounded(judged: Sequence[Judged]) -> Iterator[Borne]:
    """For each figure that is only about a published one, the published one as its working."""
    for one in judged:
        if one.fact is not None and one.source is not None and one.figure.value != abs(one.fact.figure.value):
            yield Borne(one.figure.text, "", f"{one.fact.figure.text} is about {one.figure.text} [{one.source.token}]")
