"""Answers about the scorecard: ratings of regions, their changes, bands and thresholds."""

from collections.abc import Sequence
from decimal import Decimal

from assistant import calculate, not_published, phrases, shapes
from assistant.answers import Answer, Status
from assistant.draft import Draft
from assistant.holdings import Edition, Holdings
from assistant.query import Query
from assistant.understand import editions_of, not_held
from assistant.words import fold
from corpus.models import ENGLAND_AND_WALES, Band, Observation
from index import lookup


def ratings_answer(query: Query, holdings: Holdings) -> Answer:
    """Answer about ratings: of areas, lists by rating, changes between editions, or how many regions there are."""
    draft = Draft(query, holdings)
    editions = editions_of(query, holdings)
    if not editions:
        return not_published.no_edition(draft, "what the scorecard ratings were")
    text = fold(query.question)
    if query.areas and shapes.SCORE_BEHIND.search(text):
        return _score_behind(draft, editions[-1])
    if query.areas:
        _areas(draft, _with_earlier(draft, editions) if query.state else editions)
    elif query.state in ("changed", "improved", "declined") and query.rating is None:
        _moved(draft, editions)
    elif query.rating is not None:
        for edition in editions:
            _with_rating(draft, edition, query.rating)
    elif query.counting:
        _how_many(draft, editions[-1])
    elif shapes.MOST.search(text):
        for edition in editions:
            values = [int(o.value) for o in _regions(edition) if o.value is not None]
            _with_rating(draft, edition, min(values) if query.order in ("worst", "lowest", "least") else max(values))
    else:
        for edition in editions:
            _all(draft, edition)
    not_published.say_missing(draft, not_held(query, holdings))
    _notes(draft, editions)
    return draft.done()


def bands_answer(query: Query, holdings: Holdings) -> Answer:
    """Answer about the thresholds of an edition: the band of a score, the points to a rating, or all of them."""
    draft = Draft(query, holdings)
    bands = holdings.bands(query.periods[-1] if query.periods else None)
    if not bands:
        return not_published.no_edition(draft, "what the thresholds were")
    status: Status = "answered"
    wanted = next((band for band in bands if band.rating == query.rating), None)
    if query.numbers:
        status = _score(draft, query.numbers[0], wanted, bands)
    elif wanted is not None:
        mark = draft.cite_band([wanted])
        draft.say(
            f"A rating of {_named(wanted.rating, wanted.name)} needs a score of {_range(wanted)} "
            f"of the maximum possible score {mark}."
        )
    else:
        mark = draft.cite_band(bands)
        ranges = phrases.listed(f"{_named(b.rating, b.name)}: {_range(b)}" for b in bands)
        draft.say(f"The scorecard thresholds, as a percentage of the maximum possible score, are {ranges} {mark}.")
    title = holdings.publication(bands[0].locator.publication).title
    draft.caveat(f"Thresholds as printed in {title}; another edition may set others.")
    return draft.done(status)


def _named(rating: int | str, name: str) -> str:
    return f"{rating} ({name})" if name else str(rating)


def _range(band: Band) -> str:
    if band.lower is None:
        return f"less than {band.upper}%"
    if band.upper is None:
        return f"at least {band.lower}%"
    return f"at least {band.lower}% and less than {band.upper}%"


def _score(draft: Draft, score: Decimal, wanted: Band | None, bands: Sequence[Band]) -> Status:
    if not 0 <= score <= 100:
        draft.say(f"A score of {score}% cannot be: scores are a percentage of the maximum possible.")
        return "not_found"
    band = calculate.band_of(score, bands)
    draft.understood("Score", f"{score}%")
    above = wanted if wanted and wanted.rating > band.rating else _next(band, bands)
    if wanted is not None and wanted.rating > band.rating:
        _points(draft, score, wanted)
    mark = draft.cite_band([band])
    draft.say(f"A score of {score}% of the maximum is rated {_named(band.rating, band.name)}: {_range(band)} {mark}.")
    if above is not None and above is not wanted:
        _points(draft, score, above)
    return "answered"


def _points(draft: Draft, score: Decimal, band: Band) -> None:
    mark = draft.cite_band([band])
    lacking = calculate.points_to(score, band)
    draft.figure(phrases.points(lacking.value), mark, lacking)
    draft.say(
        f"A score of {score}% needs {phrases.points(lacking.value)} more to be rated {_named(band.rating, band.name)}, "
        f"whose threshold is {band.lower}% {mark}."
    )


def _next(band: Band, bands: Sequence[Band]) -> Band | None:
    return min((b for b in bands if b.rating > band.rating), key=lambda b: b.rating, default=None)


def _areas(draft: Draft, editions: Sequence[Edition]) -> None:
    for area in draft.query.areas:
        draft.understood("Area", area)
        found = [(e, o) for e in editions for o in e.ratings(area)]
        parts = []
        for edition, observation in found:
            mark = draft.cite(observation)
            draft.figure(observation.shown, mark)
            parts.append(f"{_rated(observation)} in {edition.year.label} {mark}")
        values = [o.value for _, o in found if o.value is not None]
        moved = ""
        if len(values) > 1 and draft.query.state:
            change = values[-1] - values[0]
            moved = f": it {phrases.moved(change)}" if change else ": it did not change"
        draft.say(f"{area} was rated {phrases.listed(parts)} on the Probation Scorecard{moved}.")


def _with_earlier(draft: Draft, editions: Sequence[Edition]) -> list[Edition]:
    """The editions and, where there is only one, the one before it, so that a change shows."""
    earlier = [e for e in draft.holdings.editions if e.year < editions[0].year]
    return [*earlier[-1:], *editions] if len(editions) == 1 else list(editions)


def _rated(observation: Observation) -> str:
    return _named(observation.shown, observation.label)


def _regions(edition: Edition) -> list[Observation]:
    return [o for o in edition.ratings() if o.area != ENGLAND_AND_WALES]


def _with_rating(draft: Draft, edition: Edition, rating: int) -> None:
    regions = _regions(edition)
    found = [o for o in regions if o.value == rating]
    name = next((b.name for b in lookup.bands([edition.document], rating=rating)), "")
    mark = draft.cite(*(found or regions))
    if not found:
        mark += " " + draft.cite_band(lookup.bands([edition.document], rating=rating))
    draft.working(f"{len(found)} of {len(regions)}", f"{len(found)} of {len(regions)} regions counted {mark}")
    names = f": {phrases.listed(o.area for o in found)}" if found else ""
    verb = "was" if len(found) == 1 else "were"
    draft.say(
        f"{len(found)} of {len(regions)} probation regions {verb} rated {_named(rating, name)} "
        f"in {edition.year.label}{names} {mark}."
    )


def _moved(draft: Draft, editions: Sequence[Edition]) -> None:
    after = editions[-1]
    earlier = [e for e in draft.holdings.editions if e.year < after.year]
    if not earlier:
        draft.say(f"Only {after.year.label} is held, so no change of rating can be given.")
        return
    before = editions[0] if len(editions) > 1 else earlier[-1]
    pairs = calculate.moved(_regions(before), _regions(after))
    state = draft.query.state
    pairs = [
        (b, a) for b, a in pairs if state == "changed" or ((a.value or 0) > (b.value or 0)) == (state == "improved")
    ]
    verb = {"changed": "changed rating", "improved": "rose in rating", "declined": "fell in rating"}[state]
    base = len(_regions(after))
    marks = (
        draft.cite(*(b for b, _ in pairs), *(a for _, a in pairs))
        if pairs
        else draft.cite(*_regions(before), *_regions(after))
    )
    draft.working(f"{len(pairs)} of {base}", f"{len(pairs)} of {base} regions counted {marks}")
    said = f": {phrases.listed(f'{a.area} from {_rated(b)} to {_rated(a)}' for b, a in pairs)}" if pairs else ""
    draft.say(
        f"{len(pairs)} of {base} probation regions {verb} between {before.year.label} and {after.year.label}"
        f"{said} {marks}."
    )


def _how_many(draft: Draft, edition: Edition) -> None:
    regions = _regions(edition)
    mark = draft.cite(*regions)
    draft.working(str(len(regions)), f"{len(regions)} regions counted {mark}")
    draft.say(
        f"There are {len(regions)} probation regions in the {edition.year.label} scorecard: "
        f"{phrases.listed(o.area for o in regions)} {mark}."
    )


def _all(draft: Draft, edition: Edition) -> None:
    whole = [o for o in edition.ratings() if o.area == ENGLAND_AND_WALES]
    for observation in whole:
        mark = draft.cite(observation)
        draft.figure(observation.shown, mark)
        draft.say(
            f"{observation.area} as a whole was rated {_rated(observation)} "
            f"on the Probation Scorecard in {edition.year.label} {mark}."
        )
    mark = draft.cite(*_regions(edition))
    for value in sorted({o.value for o in _regions(edition) if o.value is not None}, reverse=True):
        rows = [o for o in _regions(edition) if o.value == value]
        draft.say(f"- {_rated(rows[0])}, {edition.year.label}: {phrases.listed(o.area for o in rows)} {mark}")


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
                f"The nearest thing published is the rating: {observation.area} was rated {_rated(observation)} "
                f"in {edition.year.label} {mark}."
            )
    return draft.done("not_found")


def _notes(draft: Draft, editions: Sequence[Edition]) -> None:
    shown = set(draft.query.areas)
    for edition in editions:
        for observation in edition.ratings():
            if observation.area in shown or (not shown and draft.query.rating is None):
                for note in observation.notes:
                    draft.caveat(f"{note.mark.capitalize()}: {note.text}")
