"""Running a scripted behaviour of a model through the real client, and holding what is shown to account.

What is shown is judged without the checks that let it through: by what the script says is true, and by an oracle of its
own that looks for each figure in the quotes of the marks beside it.
"""

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any

from made_up import assistant_of, bulletin, bulletins
from model_behaviours.behaviour import PATIENT, Behaviour, Says, World, filled
from model_behaviours.report import REPORT
from scripted_model import ScriptedModel, Seen, Text

from assistant.answer import Assistant
from assistant.answers import Answer
from assistant.model.answering import Modelled
from assistant.tools.marks import MARK, TOKEN, token
from assistant.trace import untraced
from corpus.library import documents

MODEL = "openai:scripted"
NUMBERS = re.compile(r"(?:\s*\[\d+\])+")
NUMBER = re.compile(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?")
LABELS = re.compile(
    r"\b[A-Z]{2,}\d+\w*|\b(?:19|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?\b|\b(?:table|section|paragraph|note|footnote) \d[\d.]*|"
    r"^\s*\d+\.\s",
    re.IGNORECASE | re.MULTILINE,
)
OPENING = re.compile(r"^(?:[^\n\[]*:\n\n|(?:Yes|No)[.,] )")  # says nothing by itself: may be left out of what is shown
NEAR = re.compile(r"\b(?:about|around|nearly|almost|over|more than|less than|under|just|roughly)\b", re.IGNORECASE)
WITHIN = 3  # of a figure given with a word of nearness
_homes: list[tempfile.TemporaryDirectory[str]] = []  # kept until the process ends


@dataclass
class Ran:
    """One run: what was shown beside what the assistant says by itself, and what the model was given and said."""

    answer: Answer
    built_in: Answer
    said: list[str] = field(default_factory=list)  # the model's texts, marks as tokens
    seen: Seen = field(default_factory=lambda: Seen({}))  # what it was sent last
    streamed: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)  # of the script itself


class Told:
    """A watcher that keeps what it was shown."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.steps: list[str] = []

    def step(self, words: str) -> None:
        """What is being done."""
        self.steps.append(words)

    def text(self, markdown: str) -> None:
        """What has passed so far."""
        self.texts.append(markdown)


@cache
def assistant(world: World) -> Assistant:
    """The library's publications, or two made-up bulletins and a report with hostile paragraphs."""
    _homes.append(tempfile.TemporaryDirectory())
    held = documents() if world == "library" else (*bulletins(), bulletin(REPORT, "harbour-2032"))
    return assistant_of(Path(_homes[-1].name), held)


@cache
def built_in(world: World, turns: tuple[str, ...]) -> Answer:
    """What the assistant says by itself."""
    return assistant(world).ask(turns)


class Stage:
    """One server on which behaviours are played in turn, so that what a client is made of is made once."""

    def __init__(self) -> None:
        self._script: Iterator[Any] = iter(())
        self._last: Any = None
        self.server = ScriptedModel(self._next).__enter__()

    def play(self, replies: list[Any]) -> None:
        """What the requests from now on get: the last reply repeats."""
        self._script, self._last = iter(replies[:-1]), replies[-1]

    def _next(self, seen: Seen) -> Any:
        reply = next(self._script, self._last)
        return reply(seen) if callable(reply) else reply


@cache
def stage() -> Stage:
    """The server of every behaviour that does not keep its client waiting; it ends with the process."""
    return Stage()


@cache
def modelled(world: World) -> Modelled:
    """An assistant with the model on the stage."""
    return Modelled(assistant(world), stage().server.settings())


_ran: dict[tuple[str, str], Ran] = {}


def run(behaviour: Behaviour) -> Ran:
    """A behaviour, run once: its group and id tell it from the others."""
    known = behaviour.group, behaviour.id
    if known not in _ran:
        _ran[known] = _run(behaviour)
    return _ran[known]


def _run(behaviour: Behaviour) -> Ran:
    own = built_in(behaviour.world, behaviour.turns)
    ran, told = Ran(own, own), Told()
    replies = [_kept(reply, ran) for reply in behaviour.replies]
    if behaviour.seconds == PATIENT:
        stage().play(replies)
        before = len(stage().server.failures)
        ran.answer = modelled(behaviour.world).ask(behaviour.turns, watcher=told)
        ran.failures = stage().server.failures[before:]
    else:
        with ScriptedModel(*replies) as server:
            waiting = Modelled(assistant(behaviour.world), server.settings(behaviour.seconds))
            ran.answer = waiting.ask(behaviour.turns, watcher=told)
            ran.failures = server.failures
    ran.streamed = told.texts
    return ran


def faults(behaviour: Behaviour, ran: Ran) -> list[str]:
    """Everything that is wrong with what was shown; nothing where the behaviour came to what it should."""
    found = [f"the script failed: {one}" for one in ran.failures]
    found += _faults_of_good(behaviour, ran) if behaviour.good else _faults_of_bad(behaviour, ran)
    if ran.answer.model:
        found += unborne(ran.answer, ran.seen)
    shown = [ran.answer.instead, *ran.streamed] + ([ran.answer.text, ran.answer.headline] if ran.answer.model else [])
    return found + [f"lie shown: {lie}" for lie in behaviour.lies for text in shown if lie in text]


def _kept(reply: Any, ran: Ran) -> Any:
    """A reply that keeps what the model was sent and said."""
    if not isinstance(reply, Says):
        return reply

    def kept(seen: Seen) -> Text:
        text = reply(seen)
        ran.said.append(text.text)
        ran.seen = seen
        return text

    return kept


def _faults_of_good(behaviour: Behaviour, ran: Ran) -> Iterator[str]:
    answer = ran.answer
    if answer.model != MODEL or answer.instead:
        yield f"refused: {answer.instead or answer.text}"
        return
    if behaviour.asks_back:
        if answer.status != "clarify" or answer.options != behaviour.asks_back:
            yield f"not asked back: {answer.status} {answer.options}"
        return
    wanted = numbered(ran.said[-1])
    if _folded(answer.text).lower() not in (_folded(wanted).lower(), _folded(OPENING.sub("", wanted)).lower()):
        yield f"changed: {answer.text!r} for {wanted!r}"
    for text in ran.streamed:
        if not any(_folded(text) in _folded(numbered(said)) for said in ran.said):
            yield f"streamed what was not said: {text!r}"


def _faults_of_bad(behaviour: Behaviour, ran: Ran) -> Iterator[str]:
    answer = ran.answer
    if answer.model:
        for text in (answer.text, answer.headline):
            if rest := _untrue(text, behaviour, ran):
                yield f"shown: {rest!r}"
    elif (answer.text, answer.citations) != (ran.built_in.text, ran.built_in.citations):
        yield f"neither the assistant's own answer nor the model's: {answer.text!r}"
    elif not answer.instead or "\n" in answer.instead:
        yield f"not said in one line why: {answer.instead!r}"
    for text in ran.streamed:
        if rest := _untrue(text, behaviour, ran):
            yield f"streamed: {rest!r}"


def _untrue(text: str, behaviour: Behaviour, ran: Ran) -> str:
    """What is left of a shown text without the sentences that a script says are true."""
    left = _folded(NUMBERS.sub("", text))
    for sentence in behaviour.true:
        left = left.replace(_folded(re.sub(r"\s*" + MARK.pattern, "", filled(sentence, ran.seen))), " ")
    return left.strip() if re.search(r"\w", left) else ""


def unborne(answer: Answer, seen: Seen) -> Iterator[str]:
    """What is wrong with the figures, marks and sources of an answer in a model's words."""
    for number in untraced(answer):
        yield f"untraced: {number}"
    given = {source["id"] for result in seen.results for source in result.get("sources", ())}
    for citation in answer.citations:
        if token(citation) not in given:
            yield f"a source that was never given out: {citation.locator}"
    numbers = [citation.number for citation in answer.citations]
    marked = {int(one) for one in re.findall(r"\[(\d+)\]", answer.text)}
    if answer.status != "clarify" and marked != set(numbers):
        yield f"marks {marked} for sources {numbers}"
    workings = " ".join(figure.working or "" for figure in answer.figures)
    for stretch, marks in _stretches(answer.text):
        quotes = " ".join(c.quote for c in answer.citations if c.number in marks)
        held = {*_numbers(quotes), *_numbers(workings), *_numbers(answer.question)}
        nearness = WITHIN if NEAR.search(stretch) else 0
        for number in _numbers(stretch):
            if number not in held and not any(_rounds(number, one, nearness) for one in held):
                yield f"{number} is not in the sources beside it: {stretch.strip()!r}"


def _stretches(text: str) -> Iterator[tuple[str, set[int]]]:
    """The stretches of a text, each with the numbers of the marks that follow it."""
    start = 0
    for marks in NUMBERS.finditer(text):
        yield text[start : marks.start()], {int(one) for one in re.findall(r"\d+", marks[0])}
        start = marks.end()
    yield text[start:], set()


def _numbers(text: str) -> set[Decimal]:
    plain = LABELS.sub(" ", re.sub(r"\[\d+\]|[*_]", "", text))
    return {Decimal(number.rstrip(",").replace(",", "")) for number in NUMBER.findall(plain)}


def _rounds(number: Decimal, held: Decimal, nearness: int) -> bool:
    whole = number == number.to_integral_value()
    return whole and (held.quantize(Decimal(1), ROUND_HALF_UP) == number or 0 < abs(number - held) <= nearness)


def numbered(text: str) -> str:
    """A text with marks numbered in order of first use in place of tokens."""
    found: dict[str, int] = {}

    def number(mark: re.Match[str]) -> str:
        return " ".join(f"[{found.setdefault(one, len(found) + 1)}]" for one in TOKEN.findall(mark[0]))

    return MARK.sub(number, text)


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text).replace(" .", ".").strip()
