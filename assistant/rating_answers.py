"""Answers about the scorecard: ratings of regions, lists of them, and how they changed between editions."""

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant import calculate, not_published, phrases, rating_lists, rating_premises, shapes
from assistant.answers import Answer
from assistant.band_answers import impossible
from assistant.counted import premise
from assistant.draft import Draft
from assistant.editions import editions_of, not_held
from assistant.holdings import Edition, Holdings
from assistant.query import Query
from assistant.words import fold
from corpus.models import ENGLAND_AND_WALES, Observation

AT_A_BOUND = re.compile(r"\bat (?:least|most)\b")  # whose "least" and "most" are no end of a ranking
THAN = re.compile(r"\b(?P<side>better|higher|worse|lower)\b[^?.]{0,20}?\bthan (?!in\b|before\b|last\b|it\b|\d)")
ONLY = re.compile(r"\b(?:only|sole|alone|no other)\b")


def ratings_answer(query: Query, holdings: Holdings) -> Answer:
    """Answer about ratings: of areas, lists by rating, changes between editions, or how many regions there are."""
    draft = Draft(query, holdings)
    editions = editions_of(query, holdings)
    if not editions:
        return not_published.no_edition(draft, "what the scorecard ratings were")
    text = fold(query.question)
    if not query.areas and (answer := impossible(query, holdings)):
        return answer
    if query.areas and not any(_is_rated(area, editions) for area in query.areas):
        return _unrated(draft, editions[-1])
    if query.areas and shapes.SCORE_BEHIND.search(text):
        return _score_behind(draft, editions[-1])
    if query.areas:
        _areas(draft, _of_areas(draft, editions))
    elif query.aggregate:
        return _no_mean(draft, editions)
    elif rating_premises.from_to(query, holdings) or (query.state in rating_premises.MOVES and not query.ratings):
        _moved(draft, editions)
    elif query.ratings:
        rating_lists.rated_so(draft, editions)
    elif query.noted and not query.counting:
        _noted(draft, editions)
    elif query.counting:
        _how_many(draft, editions[-1])
    elif shapes.MOST.search(AT_A_BOUND.sub(" ", text)) and not shapes.RANKED.search(text):
        for edition in editions:
            values = [int(o.value) for o in rating_lists.regions(draft, edition) if o.value is not None]
            lowest = query.order in ("worst", "lowest", "least")
            rating_lists.with_rating(draft, edition, (min(values) if lowest else max(values),))
    else:
        for edition in editions:
            _all(draft, edition)
    not_published.say_missing(draft, not_held(query, holdings))
    _notes(draft, editions)
    return draft.done()


def _of_areas(draft: Draft, editions: Sequence[Edition]) -> Sequence[Edition]:
    """The editions that an answer on areas needs: one before for a change, all for "never", else those asked for."""
    query = draft.query
    if rating_premises.NEVER.search(fold(query.question)) and not query.periods:
        return draft.holdings.editions
    if _is_compared(query):
        return editions
    moving = query.state in rating_premises.MOVES or rating_premises.from_to(query, draft.holdings) is not None
    return _with_earlier(draft, editions) if moving else editions


def _is_compared(query: Query) -> bool:
    """Whether a question sets its areas against one another."""
    text = fold(query.question)
    return len(query.areas) > 1 and bool(shapes.WHICH_HIGHER.search(text) or THAN.search(text))


def _areas(draft: Draft, editions: Sequence[Edition]) -> None:
    """The ratings of the areas named, area by area; yes or no first where a rating or a change is supposed."""
    query = draft.query
    compared = _is_compared(query)
    if compared:
        _compared(draft, editions)
    only = bool(query.ratings) and (query.polar or query.why) and bool(ONLY.search(fold(query.question)))
    if only:
        _only(draft, editions)
    for area in query.areas:
        draft.understood("Area", area)
        if not _is_rated(area, editions):
            draft.say(f"No rating of {area} is published.")
            continue
        found = [(e, o) for e in editions for o in e.ratings(area)]
        parts = []
        for edition, observation in found:
            mark = draft.cite(observation)
            draft.figure(observation.shown, mark)
            parts.append(f"{phrases.rated(observation)} in {edition.year.label} {mark}")
        values = [int(o.value) for _, o in found if o.value is not None]
        moved = ""
        if len(values) > 1 and query.state and not compared:
            change = values[-1] - values[0]
            moved = f": it {phrases.moved(Decimal(change))}" if change else ": it did not change"
        yes = rating_premises.verdict(draft, values) if values and not compared and not only else ""
        draft.say(f"{yes}{area} was rated {phrases.listed(parts)} on the Probation Scorecard{moved}.")


def _is_rated(area: str, editions: Sequence[Edition]) -> bool:
    return any(True for edition in editions for _ in edition.ratings(area))


def _unrated(draft: Draft, edition: Edition) -> Answer:
    """Say that the areas named have no rating, and which have."""
    regions = rating_lists.regions(draft, edition)
    areas, rated = phrases.listed(draft.query.areas), phrases.listed(o.area for o in regions)
    mark = draft.cite(*regions)
    draft.say(f"The publications held do not rate {areas}: the Probation Scorecard rates regions, {rated} {mark}.")
    return draft.done("not_found")


def _only(draft: Draft, editions: Sequence[Edition]) -> None:
    """Whether the areas named were the only regions rated so, in every edition asked about; with the list of each."""
    query = draft.query
    found = [
        {o.area for o in rating_lists.regions(draft, e) if o.value is not None and int(o.value) in query.ratings}
        for e in editions
    ]
    yes = rating_premises.said(query, all(areas == set(query.areas) for areas in found))
    for number, edition in enumerate(editions):
        rating_lists.with_rating(draft, edition, query.ratings, "" if number else yes)


def _compared(draft: Draft, editions: Sequence[Edition]) -> None:
    """Which of several areas is rated higher; yes or no where the first is said to be, in every edition asked of."""
    than = THAN.search(fold(draft.query.question)) if draft.query.polar else None
    asked = editions if than else editions[-1:]
    better = bool(than) and than["side"] in ("better", "higher") if than else False
    yes = rating_premises.said(draft.query, all(_is_beyond(draft, e, better) for e in asked)) if than else ""
    for number, edition in enumerate(asked):
        _beside(draft, edition, "" if number else yes)


def _is_beyond(draft: Draft, edition: Edition, better: bool) -> bool:
    """Whether the first area named is rated above all others named, or where not `better` below them."""
    values = [int(o.value) for area in draft.query.areas for o in edition.ratings(area) if o.value is not None]
    return len(values) > 1 and all(values[0] > v if better else values[0] < v for v in values[1:])


def _beside(draft: Draft, edition: Edition, yes: str) -> None:
    found = [o for area in draft.query.areas for o in edition.ratings(area) if o.value is not None]
    if not found:
        return
    best = max(found, key=lambda o: o.value or 0)
    if all(o.value == best.value for o in found):
        they = "they" if yes else "They"
        draft.say(f"{yes}{they} were rated the same in {edition.year.label} {draft.cite(*found)}.")
        return
    higher = [o.area for o in found if o.value == best.value]
    verb = "was" if len(higher) == 1 else "were"
    others = [f"{o.area} at {phrases.rated(o)}" for o in found if o.value != best.value]
    draft.say(
        f"{yes}{phrases.listed(higher)} {verb} rated higher in {edition.year.label}, at {phrases.rated(best)}, against "
        f"{phrases.listed(others)} {draft.cite(*found)}."
    )


def _with_earlier(draft: Draft, editions: Sequence[Edition]) -> list[Edition]:
    """The editions and, where there is only one, the one before it, so that a change shows."""
    earlier = [e for e in draft.holdings.editions if e.year < editions[0].year]
    return [*earlier[-1:], *editions] if len(editions) == 1 else list(editions)


def _moved(draft: Draft, editions: Sequence[Edition]) -> None:
    after = editions[-1]
    earlier = [e for e in draft.holdings.editions if e.year < after.year]
    if not earlier:
        draft.say(f"Only {after.year.label} is held, so no change of rating can be given.")
        return
    before = editions[0] if len(editions) > 1 else earlier[-1]
    state = draft.query.state
    moved = calculate.moved(rating_lists.regions(draft, before), rating_lists.regions(draft, after))
    pairs = [
        (b, a) for b, a in moved if state == "changed" or ((a.value or 0) > (b.value or 0)) == (state == "improved")
    ]
    ends = rating_premises.from_to(draft.query, draft.holdings)
    verb = rating_premises.MOVES.get(state, "")
    if ends:
        pairs = [(b, a) for b, a in moved if b.value == ends[0] and a.value == ends[1]]
        verb = "went from {} to {}".format(*(_called(draft, rating) for rating in ends))
    elif state == "unchanged":
        changed = {a.area for _, a in moved}
        same = {o.area: o for o in rating_lists.regions(draft, before) if o.area not in changed and o.value is not None}
        pairs = [
            (same[o.area], o) for o in rating_lists.regions(draft, after) if o.area in same and o.value is not None
        ]
    base = len(rating_lists.regions(draft, after))
    marks = (
        draft.cite(*(b for b, _ in pairs), *(a for _, a in pairs))
        if pairs
        else draft.cite(*rating_lists.regions(draft, before), *rating_lists.regions(draft, after))
    )
    draft.working(f"{len(pairs)} of {base}", f"{len(pairs)} of {base} regions counted {marks}")
    said = f": {phrases.listed(_move(b, a) for b, a in pairs)}" if pairs else ""
    yes = premise(draft.query, len(pairs), base)
    if ends and draft.query.counted is None:
        yes = rating_premises.said(draft.query, bool(pairs))
    draft.say(
        f"{yes}{len(pairs)} of {base} probation regions {verb} between "
        f"{before.year.label} and {after.year.label}{said} {marks}."
    )


def _called(draft: Draft, rating: int) -> str:
    bands = [b for e in draft.holdings.editions for b in e.document.bands if b.rating == rating]
    return phrases.rating(rating, bands[-1].name if bands else "")


def _move(before: Observation, after: Observation) -> str:
    if before.value == after.value:
        return f"{after.area} at {phrases.rated(after)}"
    return f"{after.area} from {phrases.rated(before)} to {phrases.rated(after)}"


def _how_many(draft: Draft, edition: Edition) -> None:
    regions = rating_lists.regions(draft, edition)
    mark = draft.cite(*regions)
    draft.working(str(len(regions)), f"{len(regions)} regions counted {mark}")
    draft.say(
        f"There are {len(regions)} probation regions in the {edition.year.label} scorecard: "
        f"{phrases.listed(o.area for o in regions)} {mark}."
    )


def _noted(draft: Draft, editions: Sequence[Edition]) -> None:
    """The notes on ratings of regions, where a question is about them; that there are none where there are none."""
    for edition in editions:
        marked = [(o, note) for o in edition.ratings() for note in o.notes]
        yes = ("Yes: " if marked else "No: ") if draft.query.polar else ""
        for observation, note in marked:
            mark = f"{draft.cite(observation)} {draft.cite_note(observation, note)}".strip()
            draft.say(f"{yes}{note.text.rstrip('.')} ({edition.year.label}) {mark}.")
        if not marked:
            draft.say(f"{yes}no rating carries a note in {edition.year.label} {draft.cite(*edition.ratings())}.")


def _all(draft: Draft, edition: Edition) -> None:
    whole = [o for o in edition.ratings() if o.area == ENGLAND_AND_WALES]
    alone = rating_lists.of_one_part(draft)
    if alone:
        draft.say(
            f"No rating is published of {rating_lists.PARTS[0]} alone in {edition.year.label}, only those of its "
            f"regions {draft.cite(*rating_lists.regions(draft, edition))}."
        )
    for observation in () if alone else whole:
        mark = draft.cite(observation)
        draft.figure(observation.shown, mark)
        draft.say(
            f"{observation.area} as a whole was rated {phrases.rated(observation)} "
            f"on the Probation Scorecard in {edition.year.label} {mark}."
        )
    regions = rating_lists.regions(draft, edition)
    mark = draft.cite(*regions)
    for value in sorted({o.value for o in regions if o.value is not None}, reverse=True):
        rows = [o for o in regions if o.value == value]
        draft.say(f"- {phrases.rated(rows[0])}, {edition.year.label}: {phrases.listed(o.area for o in rows)} {mark}")


def _no_mean(draft: Draft, editions: Sequence[Edition]) -> Answer:
    """Refuse to average ratings, which are ranks, and give the rating of the whole and of the regions."""
    draft.say(
        "Ratings cannot be added up or averaged: each is a band of scores. The publications give the whole a rating "
        "of its own."
    )
    for edition in editions:
        _all(draft, edition)
    return draft.done()


def _score_behind(draft: Draft, edition: Edition) -> Answer:
    areas = phrases.listed(draft.query.areas)
    draft.say(
        f"The publications held do not give the percentage score behind a region's rating, so not that of {areas}."
    )
    for observation in edition.ratings():
        if observation.area in draft.query.areas:
            mark = draft.cite(observation)
            draft.figure(observation.shown, mark)
            draft.say(
                f"The nearest thing published is the rating: {observation.area} was rated {phrases.rated(observation)} "
                f"in {edition.year.label} {mark}."
            )
    return draft.done("not_found")


def _notes(draft: Draft, editions: Sequence[Edition]) -> None:
    shown = set(draft.query.areas)
    for edition in editions:
        for observation in edition.ratings():
            if observation.area in shown or not shown:
                for note in observation.notes:
                    draft.note(observation, note)
