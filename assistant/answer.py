"""The assistant: a conversation in, a checked answer out, by a visible list of steps.

understand -> look up or search -> calculate -> compose -> check. Figure questions need neither the
embedding model nor Chroma; a question for passages opens both when it first needs them.
"""

import os
import time
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from operator import is_
from pathlib import Path
from threading import RLock

import platformdirs

from assistant import phrases
from assistant.alone import alone
from assistant.answers import Answer
from assistant.asides import FOLLOWED
from assistant.band_answers import bands_answer
from assistant.breakdown_answers import breakdown_answer
from assistant.cell_answers import cells_answer
from assistant.charts import charted
from assistant.checking.checker import Checker
from assistant.checking.claims import CheckedDraft
from assistant.checking.subjects import Subjects
from assistant.cited_cells import with_cells
from assistant.draft import Draft
from assistant.evidence import Case
from assistant.examples import examples
from assistant.exports.parliamentary import ParliamentaryAnswer, lay_out
from assistant.held import Held, held
from assistant.holdings import Holdings
from assistant.ingesting import Ingested, Ingesting
from assistant.joined import joined
from assistant.meaning import ByMeaning
from assistant.measure_answers import measure_answer, write_measure
from assistant.notices import direction_answer, outside_answer, published_answer, symbol_answer
from assistant.outdated import Standing
from assistant.passage_answers import Quoter
from assistant.premises import WRONG
from assistant.query import Query, Topic
from assistant.ranking_answers import ranking_answer
from assistant.rating_answers import ratings_answer
from assistant.reading import Reader, Reading
from assistant.suggestions import suggested
from assistant.tally_answers import tally_answer
from assistant.trace import checked
from assistant.turns import Turn, words_of
from assistant.understand import Understanding
from corpus.aliases import aliases
from corpus.everyday import everyday
from corpus.models import Document
from corpus.thesaurus import thesaurus
from index.chunks import Chunk
from index.embed import MiniLM
from index.remembered import Remembered
from index.search import Candidate, Found, Searcher
from index.store import Progress, Store, quiet

ANSWERS: Mapping[Topic, Callable[[Query, Holdings], Answer]] = {
    "measure": measure_answer,
    "breakdown": breakdown_answer,
    "tally": tally_answer,
    "ranking": ranking_answer,
    "ratings": ratings_answer,
    "bands": bands_answer,
    "cells": cells_answer,
    "direction": direction_answer,
    "symbol": symbol_answer,
    "published": published_answer,
    "outside": outside_answer,
}

REMEMBERED = 2_000  # questions of which is known whether they can be answered


def default_home() -> Path:
    """Where built things live: PROBATION_HOME, else the platform's user data folder."""
    return Path(os.environ.get("PROBATION_HOME") or platformdirs.user_data_dir("probation-assistant"))


class Assistant:
    """Answers questions from one store of publications, to one thread at a time."""

    def __init__(self, store: Store, progress: Progress = quiet, unasked: Container[str] = ()) -> None:
        """`unasked`: publications that are searched without the wordings that ship for them."""
        self.lock = RLock()
        self._store = store
        self._ingesting = Ingesting(store)
        self._unasked = unasked
        self._progress = progress
        self._read: tuple[Document, ...] = store.documents()

    @classmethod
    def open(cls, home: Path | None = None, progress: Progress = quiet) -> "Assistant":
        """The assistant of a store; without one it answers from the library."""
        return cls(Store(home or default_home(), Remembered(MiniLM())), progress)

    @alone
    def ask(self, turns: Sequence[Turn]) -> Answer:
        """Answer the last question of a conversation. Every number in the answer is traced."""
        started = time.perf_counter()
        self._look_again()
        queries = self._understanding.queries(turns)
        answers = [self._told(query, alone=len(queries) == 1) for query in queries]
        answer = with_cells(checked(joined(words_of(turns[-1]), answers)))
        return replace(answer, seconds=time.perf_counter() - started)

    @alone
    def understand(self, turns: Sequence[Turn]) -> tuple[Query, ...]:
        """What each part of a conversation's last question asks for."""
        self._look_again()
        return self._understanding.queries(turns)

    @alone
    def answer(self, query: Query) -> Answer:
        """Answer what is understood already. Every number in the answer is traced."""
        started = time.perf_counter()
        self._look_again()
        answer = with_cells(checked(self._told(query, alone=True)))
        return replace(answer, seconds=time.perf_counter() - started)

    @alone
    def search(self, words: str, count: int = 10) -> list[Found]:
        """The passages and table rows that bear most on words, best first."""
        self._look_again()
        return self._searcher.search(words, count)

    @alone
    def check(self, text: str) -> CheckedDraft:
        """Every claim of a draft held against what is published. Raises TooLong."""
        self._look_again()
        return self._checker.check(text)

    @alone
    def parliamentary(self, answers: Sequence[Answer]) -> ParliamentaryAnswer:
        """Answers in the layout of a parliamentary written answer, to copy or to save."""
        self._look_again()
        return lay_out(answers, self._read)

    @alone
    def outdated(self, answer: Answer) -> tuple[str, ...]:
        """What an answer that was given before rests on and is no longer so, one sentence each."""
        self._look_again()
        return self._standing.outdated(answer)

    @alone
    def candidates(self, question: str) -> list[tuple[Chunk, Candidate]]:
        """What a search reads for a question, with its signs."""
        self._look_again()
        return self._searcher.candidates(question)

    @alone
    def cases(self, turns: Sequence[str]) -> list[Case]:
        """What is weighed as evidence for the last question of a conversation; none where it is not one for prose."""
        self._look_again()
        queries = self._understanding.queries(turns)
        prose = len(queries) == 1 and queries[0].topic == "passage"
        return self._quoter.cases(queries[0]) if prose else []

    def ingest(self, path: Path, progress: Progress = quiet) -> list[Ingested]:
        """Hold every publication in a file, and say what became of each. Others can ask meanwhile.

        What is wrong with a file is said, not raised. Raises UnusableStore.
        """
        return list(self._ingesting.ingest(path, progress))

    @alone
    def remove(self, publication: str) -> bool:
        """Hold a publication that was ingested no longer; False where it was not. Raises UnusableStore.

        The library's own of the same id answers again.
        """
        return self._store.remove(publication)

    @alone
    def prepare(self, progress: Progress = quiet) -> None:
        """Embed what is held and not embedded yet, so that the first search is quick."""
        self._store.prepare(progress)

    @alone
    def publications(self) -> list[Held]:
        """What is held, in a fixed order."""
        self._look_again()
        ingested, shipped = self._store.ingested(), self._store.shipped()
        return [held(document, ingested, shipped) for document in self._read]

    @alone
    def documents(self) -> tuple[Document, ...]:
        """Everything held, in a fixed order."""
        self._look_again()
        return self._read

    @alone
    def holdings(self) -> Holdings:
        """Everything held, arranged for looking up."""
        self._look_again()
        return self._holdings

    @alone
    def read(self, text: str) -> Reading:
        """A sentence with every name of what is held recognised in it."""
        self._look_again()
        return self._reader.read(text)

    @alone
    def subjects(self) -> Subjects:
        """What finds the measure, period and area that a figure of a sentence is of."""
        self._look_again()
        return self._checker.subjects

    @alone
    def examples(self) -> tuple[str, ...]:
        """Questions that what is held can answer, for a page to offer."""
        self._look_again()
        return self._examples

    def _told(self, query: Query, *, alone: bool) -> Answer:
        """The answer to one part of a question, with how it was understood, its charts and what to ask instead."""
        answer = self._compose(query)
        return replace(
            answer,
            understood=self._understanding.chips.understood(query, answer, alone=alone),
            charts=charted(query, answer, self._holdings),
            suggestions=suggested(query, answer, self._holdings, self._answers),
        )

    def _compose(self, query: Query) -> Answer:
        if query.topic == "passage":
            return self._quoter.answer(query)
        answer = self._figured(query)
        if query.sourced and answer.citations:
            answer = with_source(answer)
        reasons = query.why and query.topic in ("measure", "breakdown", "tally", "ranking", "ratings")
        return self._reasoned(query, answer) if reasons and not answer.headline.startswith(WRONG) else answer

    def _reasoned(self, query: Query, answer: Answer) -> Answer:
        """Why something is so, from prose; with the figure, and that no reason is given, where prose says nothing."""
        if answer.reasoned:
            return answer
        quoted = self._quoter.answer(query)
        row = query.topic == "breakdown" and not any(source.passage for source in quoted.citations)
        if not row and (quoted.status == "answered" or answer.status != "answered"):
            return quoted
        said = f"{answer.text}\n\nThe publications held do not give a reason."
        return replace(answer, text=said)

    def _figured(self, query: Query) -> Answer:
        if query.topic == "measure" and query.publications:
            return self._reported(query)
        answer = ANSWERS[query.topic](query, self._holdings)
        if query.carried:
            carried = f"{FOLLOWED}{phrases.listed(query.carried)}."
            answer = replace(answer, caveats=(carried, *answer.caveats))
        if answer.status == "not_found" and query.topic == "measure" and not query.codes and not query.areas:
            return self._elsewhere(query, answer)
        return answer

    def _reported(self, query: Query) -> Answer:
        """A measure that another publication is said to report: the published figure, then what that one says."""
        draft = Draft(query, self._holdings)
        status = write_measure(draft)
        reported = self._quoter.add(draft, query.publications)
        return draft.done("answered" if reported else status)

    def _elsewhere(self, query: Query, answer: Answer) -> Answer:
        """A measure named in words but not published for the period may stand in another publication's prose."""
        quoted = self._quoter.answer(query, surely=True)
        told = quoted.status == "answered" and quoted.citations[0].passage is not None
        return quoted if told else answer

    def _look_again(self) -> None:
        """Forget what was worked out from the documents held before, where the store now holds others."""
        now = self._store.documents()
        if len(now) == len(self._read) and all(map(is_, now, self._read)):
            return
        self._read = now
        for name in (
            "_holdings",
            "_understanding",
            "_searcher",
            "_quoter",
            "_checker",
            "_reader",
            "_answers",
            "_examples",
            "_standing",
        ):
            self.__dict__.pop(name, None)

    @cached_property
    def _answers(self) -> Callable[[str], bool]:
        """Whether a question is answered from figures, asked once of each and never with the embedding model."""
        plain = self._understanding.without_meaning()

        @lru_cache(maxsize=REMEMBERED)
        def answers(question: str) -> bool:
            queries = plain.queries([question])
            figures = all(query.topic in ANSWERS for query in queries)
            return figures and all(ANSWERS[q.topic](q, self._holdings).status == "answered" for q in queries)

        return answers

    @cached_property
    def _holdings(self) -> Holdings:
        return Holdings(self._read)

    @cached_property
    def _standing(self) -> Standing:
        return Standing(self._holdings)

    @cached_property
    def _understanding(self) -> Understanding:
        meaning = ByMeaning(self._holdings, aliases(), everyday(), self._store.embedder)
        return Understanding(self._holdings, aliases(), meaning)

    @cached_property
    def _examples(self) -> tuple[str, ...]:
        return examples(self._holdings)

    @cached_property
    def _searcher(self) -> Searcher:
        return Searcher(self._store, aliases(), thesaurus(), self._progress, self._unasked)

    @cached_property
    def _quoter(self) -> Quoter:
        return Quoter(self._searcher, self._holdings)

    @cached_property
    def _checker(self) -> Checker:
        return Checker(self._holdings, self._reader, aliases(), self._searcher)

    @cached_property
    def _reader(self) -> Reader:
        return Reader(self._holdings, aliases())


def with_source(answer: Answer) -> Answer:
    """An answer that says first where it is from."""
    places = phrases.listed(f"{c.publication.title}, {c.locator} [{c.number}]" for c in answer.citations)
    said = f"The source is {places}."
    return replace(answer, headline=said, text=f"{said}\n\n{answer.text}")
