"""A conversation as a model is told it: the last questions, the answers that were shown, and what was wrong."""

import re
from collections.abc import Sequence

from langchain_core.messages import AIMessage, AnyMessage, HumanMessage

from assistant.tools.marks import MARK

REMEMBERED = 6  # turns, the last question among them
LONGEST_QUESTION = 2_000  # characters
LONGEST_ANSWER = 2_000  # characters of an earlier answer
MOST_FAULTS, LONGEST_FAULT = 12, 400
MARKS = re.compile(rf"\s*(?:\[\d+\]|{MARK.pattern})")  # numbered as they are shown, or as they are given out
AGAIN = "Your answer was not shown. Its faults:"
MEND = "Write the whole answer again. Look up what is missing; leave out what cannot be borne out."


def messages(questions: Sequence[str], told: Sequence[str]) -> list[AnyMessage]:
    """The last questions, each but the last with what was answered; earlier ones only as long as they may be."""
    first = max(0, len(questions) - REMEMBERED)
    said: list[AnyMessage] = []
    for question, answer in zip(questions[first:-1], told[first:], strict=True):
        said += [HumanMessage(question[:LONGEST_QUESTION]), AIMessage(unmarked(answer)[:LONGEST_ANSWER])]
    return [*said, HumanMessage(questions[-1])]


def unmarked(answer: str) -> str:
    """An answer without the marks of its sources, which are none of this conversation's."""
    return MARKS.sub("", answer)


def mending(faults: Sequence[str]) -> list[AnyMessage]:
    """What a model is told of an answer that did not pass."""
    named = [f"- {fault[:LONGEST_FAULT]}" for fault in faults[:MOST_FAULTS]]
    return [HumanMessage("\n".join((AGAIN, *named, MEND)))]
