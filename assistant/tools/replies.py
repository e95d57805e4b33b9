"""An answer as it is given to whoever called a tool: sources by their tokens, bounded, text of publications harmless.

Of an answer that is too long the first lines are given, whole, with the sources they cite; how many are left out is
said.
"""

import json
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.answers import Answer, Citation
from assistant.tools.harmless import harmless, on_one_line
from assistant.tools.marks import token, tokens
from corpus.errors import ProbationError

LONGEST = 12_000  # characters of a reply as JSON
LONGEST_ASIDES = 2_000  # characters of its caveats, and of its options
NUMBERED = re.compile(r"\[(\d+)\]")
NAME_NUMBERED = re.compile(r"[^\s\[\]]+\s*\[\d+\]")  # in a name of a row, which answers give by itself
LINES = re.compile(r"\n(?=\S)")  # the lines of a quote within an item are indented


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """A figure that a calculator gave: `text` as it was said ("9.7 percentage points"), in the sentences `said`.

    `working` derives it from the `sources` (tokens) of what it starts from.
    """

    text: str
    working: str
    sources: frozenset[str]
    said: str


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply as JSON, with the sources it gives out by their tokens and the figures it gives that were worked out."""

    given: Mapping[str, Any]
    sources: Mapping[str, Citation]
    worked_out: tuple[WorkedOut, ...]


def reply(answer: Answer) -> Reply:
    """An answer as a reply. Raises ProbationError where not even its first line is short enough."""
    lines = LINES.split(_marked(answer))
    whole = _reply(answer, lines, len(lines))
    if _length(whole) <= LONGEST:
        return whole
    fitting = bisect_right(range(1, len(lines)), LONGEST, key=lambda count: _length(_reply(answer, lines, count)))
    if not fitting:
        raise ProbationError("The answer is too long to be given; ask for less: one measure, one year or one area.")
    return _reply(answer, lines, fitting)


def _length(made: Reply) -> int:
    return len(json.dumps(made.given, ensure_ascii=False))


def _reply(answer: Answer, lines: Sequence[str], count: int) -> Reply:
    """The reply of the first so many lines of an answer."""
    text = "\n".join(lines[:count]).rstrip()
    sources = {token(source): source for source in answer.citations}
    worked_out = _worked_out(answer, text)
    if count < len(lines):
        sources = {one: sources[one] for one in dict.fromkeys(tokens(text))}
        worked_out = [one for one in worked_out if one.sources <= sources.keys() and one.text in text]
    caveats, options = _fitting(answer.caveats), _fitting(answer.options)
    cut = {
        "lines of the answer": len(lines) - count,
        "caveats": len(answer.caveats) - len(caveats),
        "options": len(answer.options) - len(options),
    }
    given = {
        "status": answer.status,
        "answer": text,
        "sources": [_source(one, source) for one, source in sources.items()],
        "worked_out": [{"figure": one.text, "working": one.working} for one in worked_out],
        "caveats": caveats,
        "options": options,
        "understood": [on_one_line(f"{one.name}: {one.value}") for one in answer.understood],
        "left_out": "; ".join(f"{what}: {number}" for what, number in cut.items() if number),
    }
    return Reply(given, sources, tuple(worked_out))


def _source(given: str, source: Citation) -> dict[str, Any]:
    publication = source.publication
    return {
        "id": given,
        "publication": on_one_line(publication.title),
        "published": publication.published.isoformat() if publication.published else None,
        "place": on_one_line(str(source.locator)),
        "quote": harmless(source.quote),
        "verbatim": not publication.summary,
        "url": on_one_line(publication.url),
    }


def _marked(answer: Answer) -> str:
    """The text of an answer with tokens in place of the numbers of its sources.

    What it takes from publications is harmless, and a number in square brackets there is no source.
    """
    given = {source.number: token(source) for source in answer.citations}
    taken = _taken(answer.citations)
    if not taken:
        return _numbered(harmless(answer.text), given)
    parts: list[str] = []
    end = 0
    for match in re.finditer("|".join(map(re.escape, taken)), answer.text):
        parts += [_numbered(harmless(answer.text[end : match.start()]), given), harmless(taken[match[0]])]
        end = match.end()
    return "".join([*parts, _numbered(harmless(answer.text[end:]), given)])


def _taken(sources: Sequence[Citation]) -> dict[str, str]:
    """What an answer may take from publications and could be misread, longest first, with what is to stand for it."""
    found = {}
    for source in sources:
        found[source.quote.replace("\n", "\n  ")] = source.quote.replace("\n", "\n  ")
        names = (source.publication.title, str(source.locator), *NAME_NUMBERED.findall(source.quote))
        found.update({name: " ".join(name.split()) for name in names})
    risky = {text: said for text, said in found.items() if "\n" in text or NUMBERED.search(text)}
    return {text: risky[text] for text in sorted(risky, key=len, reverse=True)}


def _worked_out(answer: Answer, text: str) -> list[WorkedOut]:
    given = {source.number: token(source) for source in answer.citations}
    return [
        WorkedOut(figure.text, _numbered(harmless(figure.working), given), _sources(figure.working, given), text)
        for figure in answer.figures
        if figure.working
    ]


def _sources(working: str, given: Mapping[int, str]) -> frozenset[str]:
    """The sources that a working names; all of the answer's where it names none, as a count of rows does."""
    named = frozenset(given[int(number)] for number in NUMBERED.findall(working) if int(number) in given)
    return named or frozenset(given.values())


def _numbered(text: str, given: Mapping[int, str]) -> str:
    return NUMBERED.sub(lambda match: f"[{given[int(match[1])]}]" if int(match[1]) in given else match[0], text)


def _fitting(texts: Sequence[str]) -> list[str]:
    """The first of some texts, as many as fit."""
    kept: list[str] = []
    for text in map(on_one_line, texts):
        if sum(map(len, kept)) + len(text) > LONGEST_ASIDES:
            break
        kept.append(text)
    return kept
