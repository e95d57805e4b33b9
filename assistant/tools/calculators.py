"""The calculators: each builds the Query that a question would, and the assistant answers it as it would the question.

So a figure that comes through a tool is the figure that a question gets.
"""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Literal

from assistant.answer import Assistant
from assistant.answers import Answer
from assistant.query import Aspect, Order, Query, State
from assistant.tools.named import Named
from corpus.periods import Period

By = Literal["improvement", "decline", "shortfall", "margin", "value"]
BY: Mapping[By, State] = {
    "improvement": "improved",
    "decline": "declined",
    "shortfall": "missed",
    "margin": "met",
    "value": "",
}


class Calculators:
    """Figures of measures: looked up, compared, counted, ranked. Each raises ProbationError for what names nothing."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        self._named = Named(assistant)

    def look_up(self, code: str, service: str = "", year: str = "") -> Answer:
        """The published figure of a measure."""
        return self._measured("value", [code], service, self._named.periods(year))

    def target_met(self, code: str, service: str = "", year: str = "") -> Answer:
        """Whether it met its target."""
        return self._measured("met", [code], service, self._named.periods(year))

    def gap(self, code: str, service: str = "", year: str = "") -> Answer:
        """How far it is from its target, percentage points."""
        return self._measured("gap", [code], service, self._named.periods(year))

    def change(self, code: str, service: str = "", year: str = "") -> Answer:
        """The published change on the previous year, percentage points."""
        return self._measured("change", [code], service, self._named.periods(year))

    def compare(self, code: str, before: str, after: str, service: str = "") -> Answer:
        """Two years of a measure."""
        years = {*self._named.periods(before), *self._named.periods(after)}
        return self._measured("change", [code], service, tuple(sorted(years)))

    def history(self, code: str, service: str = "") -> Answer:
        """A measure in all years held."""
        return self._measured("change", [code], service, (), every=True)

    def side_by_side(self, codes: Sequence[str], service: str = "", year: str = "") -> Answer:
        """Several measures in one year."""
        return self._measured("value", codes, service, self._named.periods(year))

    def count(self, state: State, service: str = "", year: str = "") -> Answer:
        """How many measures are in a state, and which."""
        query = Query(
            question="",
            topic="tally",
            state=state,
            counting=True,
            service=self._named.service(service),
            periods=self._named.periods(year),
        )
        return self._assistant.answer(query)

    def rank(self, by: By, largest_first: bool = True, first: int = 0, service: str = "", year: str = "") -> Answer:
        """Measures in an order."""
        figure: tuple[Order, Order] = ("highest", "lowest") if by == "value" else ("most", "least")
        query = Query(
            question="",
            topic="ranking",
            state=BY[by],
            order=figure[0] if largest_first else figure[1],
            first=first,
            service=self._named.service(service),
            periods=self._named.periods(year),
        )
        return self._assistant.answer(query)

    def _measured(
        self, aspect: Aspect, codes: Sequence[str], service: str, periods: tuple[Period, ...], *, every: bool = False
    ) -> Answer:
        of = self._named.service(service)
        found = [self._named.measures(code, of) for code in codes]
        query = Query(
            question="",
            topic="measure",
            families=tuple(dict.fromkeys(chain.from_iterable(one.families for one in found))),
            codes=tuple(dict.fromkeys(chain.from_iterable(one.codes for one in found))),
            unknown_codes=tuple(dict.fromkeys(chain.from_iterable(one.unknown for one in found))),
            service=of,
            periods=periods,
            spread=every or len(periods) > 1,
            trend=every,
            aspect=aspect,
            state="changed" if every else "",
            polar=aspect == "met",
        )
        return self._assistant.answer(query)
