"""Regions counted and listed by their rating, of the whole or of one country of it."""

import re
from collections.abc import Sequence

from assistant import calculate, phrases, shapes
from assistant.counted import is_as_asked, premise
from assistant.draft import Draft
from assistant.holdings import Edition
from assistant.words import fold
from corpus.models import ENGLAND_AND_WALES, Observation
from index import lookup

PARTS = ENGLAND_AND_WALES.split(" and ")


def rated_so(draft: Draft, editions: Sequence[Edition]) -> None:
    """The regions with the ratings asked for, in each edition and, of several, in every one."""
    query = draft.query
    found = [
        {o.area for o in regions(draft, e) if o.value is not None and int(o.value) in query.ratings} for e in editions
    ]
    if query.more_or_fewer and len(editions) > 1:
        rise = len(found[-1]) - len(found[0])
        right = is_as_asked(query, draft.holdings, len(found[0]), len(found[-1]))
        verb = f"{'rose' if rise > 0 else 'fell'} by {abs(rise)}" if rise else "did not change"
        marks = " ".join(draft.cite(*regions(draft, e)) for e in (editions[0], editions[-1]))
        numbers = f"{len(found[0])} in {editions[0].year.label} and {len(found[-1])} in {editions[-1].year.label}"
        if rise:
            draft.working(str(abs(rise)), f"{len(found[-1])} - {len(found[0])} = {rise} regions {marks}")
        yes = ("Yes: " if right else "No: ") if query.polar else ""
        draft.say(f"{yes}{'the' if yes else 'The'} number of regions so rated {verb}: {numbers} {marks}.")
    if len(editions) > 1 and query.every:
        _every(draft, editions[-1], found)
    for edition in editions:
        with_rating(draft, edition, query.ratings)
    if len(editions) > 1 and not query.every:
        _every(draft, editions[-1], found)


def with_rating(draft: Draft, edition: Edition, ratings: Sequence[int], yes: str = "") -> None:
    """The regions of an edition that have one of some ratings; `yes` is what to say first."""
    every = regions(draft, edition)
    found = [o for o in every if o.value is not None and int(o.value) in ratings]
    bands = [b for rating in ratings for b in lookup.bands([edition.document], rating=rating)]
    names = [phrases.rating(r, next((b.name for b in bands if b.rating == r), "")) for r in ratings]
    mark = draft.cite(*(found or every))
    if bands and {int(o.value or 0) for o in found} != set(ratings):
        mark += " " + draft.cite_band(bands)
    draft.working(f"{len(found)} of {len(every)}", f"{len(found)} of {len(every)} regions counted {mark}")
    listed = f": {phrases.listed(_named(o, ratings) for o in found)}" if found else ""
    verb = "was" if len(found) == 1 else "were"
    share = ""
    if draft.query.share:
        percent = calculate.Tally(tuple(found), tuple(every)).share()
        draft.working(f"{percent}%", f"{len(found)} / {len(every)} = {percent}% {mark}")
        share = f" ({percent}%)"
    first = yes or premise(draft.query, len(found), len(every))
    draft.say(
        f"{first}{len(found)} of {len(every)} probation regions{share} "
        f"{verb} rated {' or '.join(names)} in {edition.year.label}{listed} {mark}."
    )
    for missing in (r for r in ratings if len(ratings) > 1):
        number = len([o for o in found if o.value == missing])
        draft.working(f"{number}", f"{number} regions counted {mark}")
        draft.say(
            f"- {phrases.rating(missing, next((b.name for b in bands if b.rating == missing), ''))}: {number} {mark}"
        )


def regions(draft: Draft, edition: Edition) -> list[Observation]:
    """The regions of an edition; those of one country where the question names a part of the whole."""
    found = [o for o in edition.ratings() if o.area != ENGLAND_AND_WALES]
    return [o for o in found if o.area not in PARTS] if of_one_part(draft) else found


def of_one_part(draft: Draft) -> bool:
    """Whether a question is about the part of the whole whose regions are rated one by one, and not the other."""
    text = fold(draft.query.question)
    first, *others = map(fold, PARTS)
    text = re.sub(rf"\b{first}\s*(?:and|&|/|,|plus)\s*(?:{'|'.join(others)})\b", " ", text)
    for area in {o.area for edition in draft.holdings.editions for o in edition.ratings()}:
        text = text.replace(fold(area), " ")
    return bool(shapes.IN_ENGLAND.search(text) or re.search(rf"\b{first}\b", text))


def _every(draft: Draft, last: Edition, found: Sequence[set[str]]) -> None:
    """The regions that were so rated in every edition; `found` are those of each."""
    every = [o for o in regions(draft, last) if all(o.area in areas for areas in found)]
    marks = draft.cite(*(every or regions(draft, last)))
    draft.working(str(len(every)), f"{len(every)} regions counted {marks}")
    names = f": {phrases.listed(o.area for o in every)}" if every else ""
    listed = "- " if draft.started else ""
    verb = "was" if len(every) == 1 else "were"
    draft.say(f"{listed}{len(every)} of the regions {verb} so rated in every one of these years{names} {marks}.")


def _named(observation: Observation, ratings: Sequence[int]) -> str:
    return observation.area if len(ratings) == 1 else f"{observation.area} ({observation.shown})"
