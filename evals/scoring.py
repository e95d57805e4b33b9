"""What is wrong with a reply. A reply without faults is a right answer with a right source.

The fields of a question mean what `evals/questions.py` says; the command line's JSON is what is scored.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evals.matching import plain, stands_in, word_share
from evals.questions import Question, Wanted
from evals.replies import Cited, Reply

QUOTED = 0.6  # the share of the evidence's words that makes a quote the evidence
NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_PLACE = (
    r"(?:table|figure|paragraph|para|section|note|footnote|page|p\.|part|annex|appendix|recommendation|summary"
    r"|question|hc|uin)"
)
# Not figures: source marks, places, codes, years and spans of years, dates, addresses, list numbers.
LABEL = re.compile(
    rf"\[\d+(?:,\s*\d+)*\]|\b{_PLACE}\s*\d[\w.]*|\bsl\d+\w*|https?://\S+|^\s*\d+[.)]\s"
    rf"|\b(?:19|20)\d\d(?:\s*(?:-|–|/|to)\s*(?:(?:19|20)?\d\d))?\b"
    rf"|(?<![\d.,])\d{{1,2}}\s+{_MONTH}(?:\s+\d{{4}})?|\b{_MONTH}\s+\d{{2,4}}",
    re.I | re.M,
)


@dataclass(frozen=True, slots=True)
class Scored:
    """A question with its reply and what is wrong with it.

    faults: of the answer or its sources ("status", "figure 71.2", "citation March 2025 Table 2").
    untraced: numbers of the answer that no quote, working, place or question holds.
    """

    question: Question
    reply: Reply | None
    faults: tuple[str, ...]
    untraced: tuple[str, ...] = ()

    @property
    def right(self) -> bool:
        """Whether nothing is wrong with the answer or its sources."""
        return not self.faults

    @property
    def answer_right(self) -> bool:
        """Whether nothing is wrong with the answer, whatever its sources."""
        return all(fault.startswith("citation") for fault in self.faults)

    @property
    def cited_right(self) -> bool:
        """Whether every wanted source is cited."""
        return self.reply is not None and not any(fault.startswith("citation") for fault in self.faults)


def score(question: Question, reply: Reply | None) -> Scored:
    """One reply scored."""
    if reply is None:
        return Scored(question, None, ("no reply",))
    find = _refusal_faults if question.status == "not_found" else _answer_faults
    return Scored(question, reply, tuple(find(question, reply)), tuple(untraced(reply)))


def score_all(questions: Sequence[Question], replies: Sequence[Reply]) -> list[Scored]:
    """Every question scored, with the reply of its id where there is one."""
    by_id = {reply.id: reply for reply in replies}
    return [score(question, by_id.get(question.id)) for question in questions]


def _refusal_faults(question: Question, reply: Reply) -> Iterator[str]:
    """An unanswerable question is refused, or asked back, and names no forbidden figure."""
    if reply.status == "answered":
        yield "status"
    yield from (f"forbidden {figure}" for figure in question.forbidden if stands_in(figure, reply.answer))


def _answer_faults(question: Question, reply: Reply) -> Iterator[str]:
    """What is missing from the answer, what stands in it wrongly, which sources are missing."""
    if question.status == "answered" and reply.status != "answered":
        yield "status"
    for figure in question.figures:
        if not stands_in(figure, reply.answer):
            yield f"figure {figure}"
    for group in question.any_of:
        if not any(stands_in(figure, reply.answer) for figure in group):
            yield f"any of {', '.join(group)}"
    for words in question.words:
        if not any(re.search(words, text, re.I) for text in (reply.answer, plain(reply.answer))):
            yield f"words {words}"
    headline = plain(reply.headline or reply.answer)
    yield from (f"forbidden {figure}" for figure in question.forbidden if plain(figure) in headline)
    for wanted in question.cite:
        if not _cited(question, wanted, reply.citations):
            yield f"citation {wanted.title} {wanted.locator}".rstrip()


def _cited(question: Question, wanted: Wanted, citations: tuple[Cited, ...]) -> bool:
    """Whether the wanted place is cited and, where the evidence is known, quotes it or every figure."""
    right = [cited for cited in citations if is_place(wanted, cited.title, cited.locator)]
    if not right or not question.evidence:
        return bool(right)
    if any(word_share(question.evidence, cited.quote) >= QUOTED for cited in right):
        return True
    return bool(question.figures) and all(
        any(stands_in(figure, cited.quote) for cited in right) for figure in question.figures
    )


def is_place(wanted: Wanted, title: str, locator: str) -> bool:
    """Whether a title and a locator are of the wanted place."""
    return plain(wanted.title) in plain(title) and plain(wanted.locator) in plain(locator)


def untraced(reply: Reply) -> list[str]:
    """The answer's numbers that neither a quote, a working, a place nor the question holds."""
    held = [reply.question]
    held += [text for cited in reply.citations for text in (cited.quote, cited.title, cited.locator)]
    held += [f"{figure.text} {figure.working}" for figure in reply.figures if figure.working]
    source = " ".join(held)
    return [number for number in NUMBER.findall(plain(LABEL.sub(" ", reply.answer))) if not stands_in(number, source)]
