"""Short answers about the publications themselves: direction of a measure, dates, what is not covered."""

from datetime import date

from assistant import breakdown_told, phrases, shapes
from assistant.answers import Answer, Status
from assistant.draft import Draft
from assistant.holdings import Holdings
from assistant.query import Query
from assistant.words import fold, stems, wording, words
from corpus.aliases import aliases
from corpus.models import Observation, Publication
from corpus.numbers import SYMBOL
from corpus.periods import find_periods, without_periods

# Words that ask when something came out and describe no publication.
PUBLISHING = wording("asking") | wording("publishing")


def direction_answer(query: Query, holdings: Holdings) -> Answer:
    """Say which way a measure should move, with the note of each edition that says so."""
    draft = Draft(query, holdings)
    held = [o for o in holdings.of(query.families) if o.target_shown]
    if not held:
        return draft.done(_undirected(draft))
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


def _undirected(draft: Draft) -> Status:
    """What is said of the direction of measures that no bulletin has with a target."""
    if not all(one in draft.holdings.breakdowns.measures for one in draft.query.families):
        held = draft.holdings.of(draft.query.families)
        name, mark = phrases.measure_name(held[-1].measure), draft.cite(held[-1])
        draft.say(f"The publications held do not say which way is better for {name} {mark}.")
        return "not_found"
    return breakdown_told.direct(draft)


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
    text = fold(query.question)
    spelt = shapes.A_SYMBOL.search(text)
    symbol = {"zero": "0", "nil": "0"}.get(spelt[1], spelt[1]) if spelt else SYMBOL.findall(text)[0]
    draft.understood("Symbol", symbol)
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
    """Say when the publication that is described came out; a publication date is never the period of its data."""
    draft = Draft(query, holdings)
    dated = [d.publication for d in holdings.documents if d.publication.published]
    described = [p for p in dated if _is_described(p, query)]
    meant = described
    if query.periods:
        said = words(query.question)
        of_the_year = [p for p in described if _is_of(p, query, holdings)]
        meant = of_the_year or [p for p in described if p.published and str(p.published.year) in said]
    if not meant:
        draft.say("None of the publications held that give a date is the one described.")
        return draft.done("not_found")
    best = max(meant, key=lambda p: p.published or date.min)
    assert best.published is not None
    day = f"{best.published.day} {best.published:%B %Y}"
    mark = draft.cite_publication(best, f"{best.title}. {best.publisher}. Published {day}")
    text = fold(query.question)
    if shapes.COVERED.search(text) and best.period:
        draft.say(f"{best.title} covers {best.period} {draft.cite_publication(best, f'{best.title}. {best.period}')}.")
    elif shapes.PUBLISHER.search(text):
        draft.say(f"{best.title} is published by {best.publisher} {mark}.")
    draft.say(f"{'It' if draft.started else best.title} was published on {day} {mark}.")
    return draft.done()


def _is_described(publication: Publication, query: Query) -> bool:
    """Whether every word that describes a publication is of this one; with none, any bulletin of a series is meant."""
    told = set(stems(without_periods(fold(query.question)))) - PUBLISHING
    publisher = fold(publication.publisher)
    short = (f"{form} {' '.join(long)}" for form, long in aliases().short_forms.items() if publisher in long)
    own = set(stems(" ".join([publication.title, publication.publisher, publication.series, *short])))
    return told <= own and (bool(told) or bool(query.periods) or bool(publication.series))


def _is_of(publication: Publication, query: Query, holdings: Holdings) -> bool:
    """Whether a publication is of a year that is asked for, by its figures or its title."""
    named = {mention.period for mention in find_periods(publication.title)}
    named |= {e.year for e in holdings.editions if e.document.publication is publication}
    return bool(named & set(query.periods))


def outside_answer(query: Query, holdings: Holdings) -> Answer:
    """Say that a place is not covered, and which is."""
    draft = Draft(query, holdings)
    covered = phrases.listed(dict.fromkeys(d.publication.geography for d in holdings.documents))
    draft.say(f"The publications held do not cover {query.elsewhere}: they are about probation in {covered}.")
    return draft.done("not_found")
