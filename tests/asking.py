"""Asking made-up bulletins and the library's documents, with every answer held to account for itself."""

import re
import tempfile
from functools import cache, partial
from pathlib import Path

import pytest
from made_up import assistant_of, bulletin, bulletins

from assistant.answer import Assistant
from assistant.answers import Answer
from assistant.trace import untraced
from corpus.library import documents

fault = partial(pytest.mark.xfail, strict=True)  # a known fault of the assistant: take the mark away with it
_homes: list[tempfile.TemporaryDirectory[str]] = []  # kept until the process ends


def ask(*turns: str) -> Answer:
    """The answer to the last turn of a conversation about the two made-up bulletins."""
    return accounted(_made_up().ask(turns))


def ask_library(*turns: str) -> Answer:
    """The answer to the last turn of a conversation about the documents that ship with the package."""
    return accounted(_library().ask(turns))


def ask_of(text: str, *turns: str) -> Answer:
    """The answer where one bulletin of this text is all that is held."""
    return accounted(assistant_of(_home(), [bulletin(text, "made-up-2031")]).ask(turns))


def accounted(answer: Answer) -> Answer:
    """The answer, if its numbers are traced, its marks are those of its sources and its figures have one."""
    assert "could not be traced" not in answer.text, "a number was not traced"
    assert untraced(answer) == []
    assert answer.headline
    assert answer.text.startswith(answer.headline)
    numbers = [citation.number for citation in answer.citations]
    assert numbers == list(range(1, len(numbers) + 1))
    shown = answer.text + " ".join(figure.working or "" for figure in answer.figures)
    assert {int(mark) for mark in re.findall(r"\[(\d+)\]", shown)} == set(numbers)
    for figure in answer.figures:
        assert (figure.citation is None) is (figure.working is not None)
        assert figure.citation is None or figure.citation in numbers
    return answer


def unsaid(text: str, *parts: str) -> list[str]:
    """The parts that a text lacks: words, or figures as whole numbers of their own."""
    return [part for part in parts if not re.search(rf"(?<![\w.]){re.escape(part)}(?!\w|\.\d)", text)]


def said_of(text: str, *parts: str) -> list[str]:
    """The parts that a text has."""
    return [part for part in parts if part not in unsaid(text, *parts)]


def codes(text: str) -> set[str]:
    """The codes of made-up measures in a text."""
    return set(re.findall(r"QM\d+\w*", text))


@cache
def _made_up() -> Assistant:
    return assistant_of(_home(), bulletins())


@cache
def _library() -> Assistant:
    return assistant_of(_home(), documents())


def _home() -> Path:
    _homes.append(tempfile.TemporaryDirectory())
    return Path(_homes[-1].name)
