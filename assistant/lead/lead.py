"""The lead: a model's text becomes an answer where every claim of it is borne out by the sources marked beside it.

A visible list of steps: form, marks, then sentence by sentence quotations, figures, dates, what happened, words. What a
check of the text as a draft contradicts fails too. A sentence that a tool gave word for word has passed already.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.answer import Assistant
from assistant.answers import Answer, Citation, Figure
from assistant.asides import SUMMARISED
from assistant.checking.claims import Claim
from assistant.cited_cells import with_cells
from assistant.holdings import Holdings
from assistant.lead.accounts import Borne
from assistant.lead.asked import Asked, asked
from assistant.lead.evidence import Evidence, Rows, rows_of
from assistant.lead.form import faults_of_form
from assistant.lead.sentences import Context, Read, Sentences
from assistant.lead.unmarked import asks_only, has_figures, is_absence, is_not_held, lead_in_holds
from assistant.lead.written import OPENING, Line, Sentence, lines, put_together, without_opening
from assistant.tools.ledger import Ledger
from assistant.tools.marks import MARK, TOKEN
from assistant.trace import untraced
from assistant.turns import Turn, words_of

NOTHING = "The answer claims nothing with a source mark. Every sentence needs the mark of its source."
MOST_FAULTS = 8
YES_OR_NO = re.compile(r"(Yes|No)\b(?! (?:figure|measure|region|area|target|change|service)s?\b)")
MOST_OPTIONS = 6


@dataclass(frozen=True, slots=True)
class Passed:
    """A text that passed, as the answer it is: marks numbered, quotes verbatim."""

    answer: Answer


@dataclass(frozen=True, slots=True)
class Failed:
    """A text that did not pass, and why: one sentence a fault, for the model to mend."""

    faults: tuple[str, ...]


class Lead:
    """Checks what a model wrote, against the evidence it was given and all that is held."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    def check(self, text: str, turns: Sequence[Turn], ledger: Ledger) -> Passed | Failed:
        """A model's answer to the last question of a conversation; a text that claims nothing fails."""
        if faults := tuple(faults_of_form(text, " ".join(MARK.sub(" ", "\n".join(ledger.texts)).split()))):
            return Failed(faults)
        written: Sequence[Line] = lines(text)
        evidence = Evidence(ledger, _rows(self._assistant.holdings()))
        unknown = [t for line in written for s in line.sentences for t in s.tokens if ledger.source(t) is None]
        if unknown:
            return Failed(tuple(f"[{one}] is no source mark that was given." for one in dict.fromkeys(unknown)))
        about = asked(turns, self._assistant)
        try:
            written = self._with_polarity(written, turns)
        except ValueError as fault:
            return Failed((str(fault),))
        return self._put_together(written, about, evidence, ledger)

    def asking(self, words: str, options: Sequence[str], turns: Sequence[Turn]) -> Passed | Failed:
        """A question that a model asks back, with the readings to choose from: it may claim nothing."""
        said = (words, *options)
        faults = [fault for one in said for fault in faults_of_form(one)]
        if any(MARK.search(one) for one in said):
            faults.append("A question asked back has no source marks.")
        if not 2 <= len(options) <= MOST_OPTIONS:
            faults.append(f"Give 2 to {MOST_OPTIONS} readings to choose from.")
        faults += [f"{one!r} claims something; ask without it." for one in said if not self._asks_only(one, turns)]
        if faults:
            return Failed(tuple(faults[:MOST_FAULTS]))
        question = words_of(turns[-1])
        return Passed(Answer(question=question, status="clarify", headline=words, text=words, options=tuple(options)))

    def _asks_only(self, words: str, turns: Sequence[Turn]) -> bool:
        known = " ".join(words_of(turn) for turn in turns)
        return asks_only(words, known, self._assistant.read(words), self._assistant.holdings())

    def _with_polarity(self, written: Sequence[Line], turns: Sequence[Turn]) -> Sequence[Line]:
        """The lines without a yes or no that opens them where the assistant's own answer gives none.

        Raises ValueError where it gives the other.
        """
        said = YES_OR_NO.match(written[0].sentences[0].text) if written and written[0].sentences else None
        if said is None:
            return written
        own = YES_OR_NO.match(self._assistant.ask(turns).headline)
        if own is None:
            return (without_opening(written[0], OPENING), *written[1:])
        if own[1] != said[1]:
            raise ValueError(f"The answer to the question is {own[1]!r}.")
        return written

    def _put_together(
        self, written: Sequence[Line], about: Asked, evidence: Evidence, ledger: Ledger
    ) -> Passed | Failed:
        holdings = self._assistant.holdings()
        sentences = Sentences(holdings, self._assistant.subjects(), evidence, about)
        claims = self._claims(written)
        kept: list[Line] = []
        reads: list[Read] = []
        faults: list[str] = []
        before = heading = ""
        for number, line in enumerate(written):
            passed: list[Sentence] = []
            for one in line.sentences:
                context = Context(before=before, heading=heading, claims=claims.get(id(one), ()))
                if not one.tokens:
                    following = _opened(written[number + 1 :])
                    if lead_in_holds(one, following, about, evidence):
                        heading = one.text
                        passed.append(one)
                    elif (
                        is_not_held(one.text, self._assistant.read(one.text), holdings)
                        or evidence.gave(one.text, (), before)
                        or is_absence(one.text, about.text)
                        or YES_OR_NO.fullmatch(one.text.rstrip(".!"))
                    ):
                        passed.append(one)
                    elif not one.is_lead_in and has_figures(one):
                        faults.append(f"No source is marked beside: {one.text}")
                    before = one.text if one in passed else before
                    continue
                if not one.text.strip(" .,;:()"):
                    faults.append("A mark stands alone; it belongs after the words that it bears out.")
                    continue
                read = sentences.read(one, context)
                faults += read.faults
                reads.append(read)
                passed.append(read.sentence)
                before = one.text
            if passed or not line.sentences:
                kept.append(replace(line, sentences=tuple(passed)))
            if line.sentences and not line.opening.strip() and not line.sentences[-1].is_lead_in:
                heading = ""
        if faults:
            return Failed(tuple(dict.fromkeys(faults))[:MOST_FAULTS])
        if not reads:
            return Failed((NOTHING,))
        return self._answer(put_together(kept), reads, about, ledger)

    def _claims(self, written: Sequence[Line]) -> Mapping[int, Sequence[Claim]]:
        """What a check of the text as a draft finds, by the id of the sentence, with places in its text."""
        said, places = "", list[tuple[int, Sentence]]()
        for line in written:
            said += line.opening
            for one in line.sentences:
                places.append((len(said), one))
                said += f"{one.text} "
            said += "\n"
        found: dict[int, list[Claim]] = {}
        for claim in self._assistant.check(said).claims:
            start, one = max((place for place in places if place[0] <= claim.start), key=lambda place: place[0])
            found.setdefault(id(one), []).append(replace(claim, start=claim.start - start, end=claim.end - start))
        return found

    def _answer(self, text: str, reads: Sequence[Read], about: Asked, ledger: Ledger) -> Passed | Failed:
        """The text as an answer, its sources numbered in the order of first use, its figures accounted for."""
        tokens = list(dict.fromkeys(one for mark in MARK.findall(text) for one in TOKEN.findall(mark)))
        numbers = {one: number for number, one in enumerate(tokens, 1)}
        citations = tuple(_numbered(ledger, one, numbers[one]) for one in tokens)
        text = _renumbered(text, numbers)
        answer = Answer(
            question=about.text,
            status="answered",
            headline=_renumbered(_headline(put_together(lines(text))), numbers),
            text=text,
            citations=citations,
            figures=tuple(dict.fromkeys(_figure(one, numbers) for read in reads for one in read.figures)),
            caveats=_caveats(citations, ledger),
        )
        if loose := untraced(answer):
            return Failed(tuple(f"{number} is in no source that is marked." for number in dict.fromkeys(loose)))
        return Passed(with_cells(answer))


@lru_cache(maxsize=2)
def _rows(holdings: Holdings) -> Rows:
    return rows_of(holdings)


def _opened(after: Sequence[Line]) -> list[Sentence]:
    """The marked sentences that a lead-in opens: the list, or the line, that comes next."""
    following = [one for one in after if one.sentences]
    items = [s for one in following for s in one.sentences if s.item and s.tokens]
    return items or [s for one in following[:1] for s in one.sentences if s.tokens]


def _numbered(ledger: Ledger, token: str, number: int) -> Citation:
    """A source of the tools as one of this text: of a table that is read by the row, the text tells the cells anew."""
    source = ledger.source(token)
    assert source is not None
    return replace(source, number=number, cells=source.cells if source.publication.data_tables else ())


def _renumbered(text: str, numbers: Mapping[str, int]) -> str:
    """A text with the numbers of sources in place of their tokens, each in brackets of its own."""
    return MARK.sub(lambda mark: " ".join(f"[{numbers[one]}]" for one in TOKEN.findall(mark[1])), text)


def _headline(text: str) -> str:
    """The first sentence, with its marks; a lead-in is none by itself, and goes with what it opens."""
    raw = next(one.raw for line in lines(text) for one in line.sentences)
    return raw.strip()


def _figure(one: Borne, numbers: Mapping[str, int]) -> Figure:
    working = _renumbered(one.working, numbers) if one.working else None
    return Figure(one.text, numbers.get(one.token), working)


def _caveats(citations: Sequence[Citation], ledger: Ledger) -> tuple[str, ...]:
    """What the tools said to know before use, of the answers that the cited sources come from."""
    cited = {(one.locator, one.quote) for one in citations}
    every = [one for one in ledger.answers if any((c.locator, c.quote) in cited for c in one.citations)]
    said = [caveat for one in every for caveat in one.caveats]
    if any(one.publication.summary and one.passage is not None for one in citations):
        said.append(SUMMARISED)
    return tuple(dict.fromkeys(said))
