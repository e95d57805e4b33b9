"""What the lead's tests share: two made-up bulletins and a report, and what tools gave of them for a question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from behaving import assistant
from model_behaviours.behaviour import Call, filled

from assistant.answers import Answer
from assistant.lead.evidence import Evidence, Rows, Source, rows_of
from assistant.lead.lead import Failed, Lead, Passed
from assistant.tools.ledger import Ledger
from assistant.tools.marks import TOKEN
from assistant.tools.tools import tools
from corpus.models import Observation

HELD = assistant("harbour")
LEAD = Lead(HELD)
TOOLS = {tool.name: tool for tool in tools(HELD)}
ROWS: Rows = rows_of(HELD.holdings())
INVENTED = "[s-aaaaaaaa]"


@dataclass
class Given:
    """What tools gave for one question. In texts `{QM102}` is the mark of a source (see model_behaviours)."""

    calls: Sequence[Call]
    ledger: Ledger = field(default_factory=Ledger)
    results: list[dict[str, Any]] = field(init=False)

    def __post_init__(self) -> None:
        self.results = [TOOLS[name].call(arguments, self.ledger) for name, arguments in self.calls]

    def filled(self, text: str) -> str:
        """A text with marks, quotes and answers in their places."""
        return filled(text, self)  # type: ignore[arg-type]

    def check(self, text: str, *turns: str) -> Passed | Failed:
        """What the lead makes of a text as the answer to the last of some questions."""
        return LEAD.check(self.filled(text), turns, self.ledger)

    def source(self, name: str) -> Source:
        """The source that a mark stands for, with its evidence."""
        found = Evidence(self.ledger, ROWS).source(TOKEN.findall(self.filled(f"{{{name}}}"))[0])
        assert found is not None
        return found

    def mark(self, row: Observation) -> str:
        """The mark of the source that is one row."""
        for result in self.results:
            for one in result["sources"]:
                held = self.ledger.source(one["id"])
                assert held is not None
                if held.locator == row.locator:
                    return f"[{one['id']}]"
        raise AssertionError(f"{row.locator} was not given out")


def passed(outcome: Passed | Failed) -> Answer:
    """The answer of a text that passed."""
    assert isinstance(outcome, Passed), outcome.faults
    return outcome.answer


def faults(outcome: Passed | Failed) -> str:
    """The faults of a text that did not pass, one a line: each says in a line what to mend."""
    assert isinstance(outcome, Failed), f"shown: {outcome.answer.text}"
    assert outcome.faults
    assert all(re.fullmatch(r"\S.+", fault) for fault in outcome.faults)
    assert len(set(outcome.faults)) == len(outcome.faults) <= 8
    return "\n".join(outcome.faults)
