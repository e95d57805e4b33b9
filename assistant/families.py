"""Measures through their revisions: what is one measure, however its code was changed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.models import Measure

CODE = re.compile(r"(?P<letters>[A-Z]+)(?P<digits>\d+)(?P<revision>[A-Z]*)(?P<part>[a-z]*)")


@dataclass(frozen=True, slots=True, order=True)
class Family:
    """A measure through its revisions: SL007, SL007R and SL007S are one, SL015a and SL015b are two."""

    service: str
    letters: str
    digits: str
    part: str


def family(measure: Measure) -> Family:
    """The family of a measure; one without a code is a family of its own, by its name."""
    match = CODE.fullmatch(measure.code)
    if match is None:
        return Family(measure.service, "", "", measure.name)
    return Family(measure.service, match["letters"], match["digits"], match["part"])


def with_others(found: Sequence[Family], own: Sequence[Family]) -> list[Family]:
    """The measures broken down, with those named beside them that are not; not one of the same code elsewhere."""
    coded = {(one.letters, one.digits, one.part) for one in found}
    return [one for one in own if one in found or (one.letters, one.digits, one.part) not in coded] or list(found)
