"""How well the search finds what holds an answer: recall, reciprocal rank and nDCG of the passages found.

The evidence of a question may stand in several passages (key facts, summary, body): any of them finds it,
and the first counts. A question that names several places is only found whole when each of them is.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from evals.matching import has, stands_in, word_share
from evals.questions import Question, Wanted
from evals.replies import Found, Searched
from evals.scoring import is_place

Want = Wanted | str | tuple[str, ...]  # a place, the evidence, or what stands in it

HELD = 0.8  # the share of the evidence's words that makes a passage the evidence
DEPTH = 10  # passages looked at


def is_searchable(question: Question) -> bool:
    """Whether it can be told if a passage holds the answer to its one turn.

    What a publication says of itself (its date, its title) stands in no passage.
    """
    one_turn = question.status != "not_found" and question.kind != "metadata" and len(question.turns) == 1
    return one_turn and bool(question.evidence or question.key or question.cite)


def told(questions: Sequence[Question]) -> list[Question]:
    """Those that name their evidence or, in a file where none does, those that name a place to cite."""
    searchable = [question for question in questions if is_searchable(question)]
    return [question for question in searchable if question.evidence or question.key] or searchable


def wanted(question: Question) -> Sequence[Want]:
    """What the search should find: the evidence where it or its key is known, else every place to be cited."""
    if question.evidence:
        return [question.evidence]
    return [question.key] if question.key else question.cite


def holds(question: Question, want: Want, found: Found) -> bool:
    """Whether a passage is what is wanted: the evidence, or the place with one of the figures or words."""
    if isinstance(want, str):
        return word_share(want, found.text) >= HELD
    if isinstance(want, tuple):
        titled = any(is_place(Wanted(title=place.title), found.title, "") for place in question.cite)
        return titled and all(has(word, found.text) for word in want)
    if not is_place(want, found.title, found.locator):
        return False
    figures = [*question.figures, *(figure for group in question.any_of for figure in group)]
    if not figures and not question.words:
        return True
    return any(stands_in(figure, found.text) for figure in figures) or any(
        re.search(words, found.text, re.I) for words in question.words
    )


def ranked(question: Question, found: Sequence[Found]) -> Iterator[tuple[str, float]]:
    """A name and score for every passage worth ranking, best first; "want 0" is the first thing wanted."""
    missing = dict(enumerate(wanted(question)))
    met: set[int] = set()
    for rank, passage in enumerate(found[:DEPTH]):
        here = {number for number, want in missing.items() if holds(question, want, passage)}
        score = float(DEPTH - rank)
        if not here:
            yield f"other {rank}", score
        for number in sorted(here - met):
            yield f"want {number}", score
        met |= here


def measure(questions: Sequence[Question], searched: Mapping[str, Searched]) -> dict[str, float]:
    """The mean of each measure, 0 to 1, over the questions that can be told."""
    import ir_measures
    from ir_measures import RR, R, nDCG

    measured = told(questions)
    relevant = [
        ir_measures.Qrel(question.id, f"want {number}", 1)
        for question in measured
        for number in range(len(wanted(question)))
    ]
    run = [
        ir_measures.ScoredDoc(question.id, name, score)
        for question in measured
        if question.id in searched
        for name, score in ranked(question, searched[question.id].passages)
    ]
    measures = [R @ 1, R @ 3, R @ 5, R @ DEPTH, RR @ DEPTH, nDCG @ DEPTH]
    results = ir_measures.calc_aggregate(measures, relevant, run)
    return {str(one): round(results[one], 4) for one in measures}


def lost(questions: Sequence[Question], searched: Mapping[str, Searched], k: int = 5) -> list[Question]:
    """The questions with something wanted that is not among the first k passages."""
    found = {name: searched[name].passages[:k] for name in searched}
    return [
        question
        for question in told(questions)
        if not all(
            any(holds(question, want, passage) for passage in found.get(question.id, ())) for want in wanted(question)
        )
    ]
