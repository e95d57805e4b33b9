"""What has been given out while one question is answered: every source by its token, every figure worked out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any

from assistant.answers import Answer, Citation
from assistant.tools.marks import token

NUMBERED = re.compile(r"\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """A figure that a calculator gave: `text` as it was said ("9.7 percentage points"), in the sentences `said`.

    `working` derives it from the `sources` (tokens) of what it starts from.
    """

    text: str
    working: str
    sources: frozenset[str]
    said: str


class Ledger:
    """The evidence of one question. Tools may be run side by side, so it is kept under a lock."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._sources: dict[str, Citation] = {}
        self._worked_out: dict[WorkedOut, None] = {}
        self._answers: list[Answer] = []

    def give(self, answer: Answer) -> dict[str, Any]:
        """An answer as it is given to whoever called a tool; its sources and figures are remembered."""
        given = {source.number: token(source) for source in answer.citations}
        text = _marked(answer.text, given)
        worked_out = [
            WorkedOut(figure.text, _marked(figure.working, given), _sources(figure.working, given), text)
            for figure in answer.figures
            if figure.working
        ]
        with self._lock:
            self._answers.append(answer)
            self._sources.update({token(source): source for source in answer.citations})
            self._worked_out.update(dict.fromkeys(worked_out))
        return {
            "status": answer.status,
            "answer": text,
            "sources": [_source(source) for source in answer.citations],
            "worked_out": [{"figure": one.text, "working": one.working} for one in worked_out],
            "caveats": list(answer.caveats),
            "options": list(answer.options),
        }

    def source(self, given: str) -> Citation | None:
        """The source of a token; None where it was never given out."""
        return self._sources.get(given)

    @property
    def worked_out(self) -> tuple[WorkedOut, ...]:
        """Every figure that a calculator gave, in the order they came."""
        with self._lock:
            return tuple(self._worked_out)

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What the tools replied, in the order they came."""
        with self._lock:
            return tuple(self._answers)


def _source(source: Citation) -> dict[str, Any]:
    publication = source.publication
    return {
        "id": token(source),
        "publication": publication.title,
        "published": publication.published.isoformat() if publication.published else None,
        "place": str(source.locator),
        "quote": source.quote,
        "verbatim": not publication.summary,
        "url": publication.url,
    }


def _marked(text: str, given: Mapping[int, str]) -> str:
    """A text with the tokens of sources in place of their numbers."""
    return NUMBERED.sub(lambda match: f"[{given[int(match[1])]}]" if int(match[1]) in given else match[0], text)


def _sources(working: str, given: Mapping[int, str]) -> frozenset[str]:
    """The sources that a working names; all of the answer's where it names none, as a count of rows does."""
    named = frozenset(given[int(number)] for number in NUMBERED.findall(working) if int(number) in given)
    return named or frozenset(given.values())
