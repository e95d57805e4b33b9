"""Short answers about the publications themselves: direction of a measure, dates, what is not covered."""

from assistant import phrases, shapes
from assistant.answers import Answer
from assistant.draft import Draft
from assistant.holdings import Holdings
from assistant.query import Query
from assistant.words import fold, stems
from corpus.models import Observation, Publication
from corpus.numbers import SYMBOL


def direction_answer(query: Query, holdings: Holdings) -> Answer:
    """Say which way a measure should move, with the note of each edition that says so."""
    draft = Draft(query, holdings)
    held = [o for o in holdings.of(query.families) if o.target_shown]
    latest = held[-1]
    name = phrases.measure_name(latest.measure)
    draft.understood("Measure", name)
    marks = " ".join(dict.fromkeys(_cite_note(draft, o) for o in held)).strip()
    text = fold(query.question)
    falling, good = bool(shapes.FALLING.search(text)), bool(shapes.GOOD.search(text))
    yes = "Yes" if (falling == latest.lower_is_better) == good else "No"
    if latest.lower_is_better:
        draft.say(f"{yes}: for {name}, lower is better, so a fall is an improvement and a rise is a worsening {marks}.")
    else:
        draft.say(
            f"{yes}: for {name}, higher is better, so a fall is a worsening and a rise is an improvement {marks}."
        )
        draft.caveat("No note of the publication says that lower is better for this measure.")
    return draft.done()


def _cite_note(draft: Draft, observation: Observation) -> str:
    """The mark of the note that gives the direction, else of the row."""
    for publication, passage in draft.holdings.passages():
        noted = publication.id == observation.locator.publication and passage.kind == "note"
        if noted and observation.lower_is_better and observation.measure.code in passage.text:
            return draft.cite_text(publication, passage, passage.text)
    return draft.cite(observation)


def symbol_answer(query: Query, holdings: Holdings) -> Answer:
    """Say what a symbol stands for, from the row of each publication that explains it."""
    draft = Draft(query, holdings)
    symbol = SYMBOL.findall(fold(query.question))[0]
    explained: dict[str, list[str]] = {}
    for document in holdings.documents:
        if symbol in document.symbols:
            mark = draft.cite_symbol(document, symbol)
            explained.setdefault(document.symbols[symbol], []).append(mark)
    if not explained:
        draft.say(f"None of the publications held explains the symbol {symbol}.")
        return draft.done("not_found")
    meanings = phrases.listed(f"“{meaning}” {' '.join(marks)}" for meaning, marks in explained.items())
    draft.say(f"In the tables, {symbol} stands for {meanings}.")
    return draft.done()


def published_answer(query: Query, holdings: Holdings) -> Answer:
    """Say when a publication came out; a publication date is never the period of its data."""
    draft = Draft(query, holdings)
    asked = set(stems(query.question))
    dated = [d.publication for d in holdings.documents if d.publication.published]
    years = {e.document.publication.id: e.year for e in holdings.editions}

    def likeness(publication: Publication) -> tuple[bool, int]:
        return years.get(publication.id) in query.periods, len(
            asked & set(stems(f"{publication.title} {publication.publisher}"))
        )

    if not dated:
        draft.say("None of the publications held says when it was published.")
        return draft.done("not_found")
    best = max(dated, key=lambda p: (*likeness(p), p.published))
    assert best.published is not None
    day = f"{best.published.day} {best.published:%B %Y}"
    mark = draft.cite_publication(best, f"{best.title}. {best.publisher}. Published {day}")
    draft.say(f"{best.title} was published on {day} {mark}.")
    return draft.done()


def outside_answer(query: Query, holdings: Holdings) -> Answer:
    """Say that a place is not covered, and which is."""
    draft = Draft(query, holdings)
    covered = phrases.listed(dict.fromkeys(d.publication.geography for d in holdings.documents))
    draft.say(f"The publications held do not cover {query.elsewhere}: they are about probation in {covered}.")
    return draft.done("not_found")
