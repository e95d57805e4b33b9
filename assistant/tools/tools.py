"""The tools, each with its arguments and what it runs; whoever serves them adds nothing to them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from assistant.answer import Assistant
from assistant.answers import Answer
from assistant.tools import arguments
from assistant.tools.arguments import Arguments
from assistant.tools.calculators import Calculators
from assistant.tools.ledger import Ledger
from assistant.trace import checked
from corpus.errors import ProbationError


@dataclass(frozen=True, slots=True)
class Tool:
    """Something that can be called: its name, what it does in one sentence, its arguments, and what it runs."""

    name: str
    description: str
    arguments: type[Arguments]
    run: Callable[..., Answer]

    def call(self, given: Mapping[str, Any], ledger: Ledger) -> dict[str, Any]:
        """The reply, entered in the ledger; a refusal is a reply of its own: {"refused": "why"}."""
        try:
            read = self.arguments.model_validate(given)
            return ledger.give(checked(self.run(**dict(read))))
        except ValidationError as error:
            return {"refused": "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())}
        except ProbationError as refusal:
            return {"refused": str(refusal)}


def tools(assistant: Assistant) -> tuple[Tool, ...]:
    """The tools of what an assistant holds."""
    run = Calculators(assistant.holdings())
    return (
        Tool(
            "look_up",
            "The published figure of a measure, with its target and change.",
            arguments.OneMeasure,
            run.look_up,
        ),
        Tool("target_met", "Whether a measure met its target, and by how much.", arguments.OneMeasure, run.target_met),
        Tool(
            "gap_to_target",
            "How far a measure is from its target, in percentage points.",
            arguments.OneMeasure,
            run.gap,
        ),
        Tool(
            "change_on_year",
            "The published change of a measure on the previous year.",
            arguments.OneMeasure,
            run.change,
        ),
        Tool(
            "compare_years", "A measure in two years, and the percentage point change.", arguments.TwoYears, run.compare
        ),
        Tool(
            "count_measures",
            "How many measures met, missed, improved or declined, and which.",
            arguments.Tallied,
            run.count,
        ),
        Tool(
            "rank_measures", "Measures by improvement, decline, shortfall, margin or value.", arguments.Ranked, run.rank
        ),
        Tool(
            "rating_of_score",
            "The scorecard rating of a score, and the points to a better one.",
            arguments.Score,
            run.score,
        ),
        Tool("ratings", "Scorecard ratings by region or by rating.", arguments.Rated, run.ratings),
        Tool(
            "rating_changes",
            "Regions whose scorecard rating changed on the year before.",
            arguments.RatingsMoved,
            run.moved,
        ),
    )
