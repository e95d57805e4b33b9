"""Sums and averages of published figures: refused with the reason where they would mean nothing.

Shares are of different numbers of cases, so neither their sum nor their plain mean is a share of anything;
the publications print no number of cases to weigh them by (Community Performance Annual, Tables 2 and 3).
"""

from collections.abc import Sequence

from assistant import phrases
from assistant.answers import Status
from assistant.draft import Draft
from corpus.models import Observation


def refused(draft: Draft, observations: Sequence[Observation]) -> Status:
    """Say why the figures are not added up or averaged, and give each of them."""
    word = {"sum": "added up", "mean": "averaged"}[draft.query.aggregate]
    several = "different measures" if len({o.measure for o in observations}) > 1 else "different years"
    draft.say(
        f"These percentages cannot be {word}: they are of {several}, each a share of its own number of cases, and the "
        "publications do not print those numbers."
    )
    for observation in observations:
        mark = draft.cite(observation)
        draft.figure(phrases.amount(observation), mark)
        draft.say(
            f"- {phrases.measure_name(observation.measure)}, {observation.period.label}: "
            f"{phrases.amount(observation)} {mark}"
        )
    return "answered"


def refused_all(draft: Draft, what: str, nearest: Sequence[str]) -> Status:
    """Say why there is no one figure over all measures, and what is published of them together."""
    word = {"sum": "total", "mean": "average"}[draft.query.aggregate]
    draft.say(
        f"There is no {word} of {what}: each is a share of its own number of cases, which the publications do not "
        "print, and for some a lower figure is better."
    )
    for sentence in nearest:
        draft.say(sentence)
    return "answered"
