"""Answers about the thresholds of the scorecard: the rating of a score, the points to another, all of them."""

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant import calculate, not_published, phrases
from assistant.answers import Answer, Status
from assistant.draft import Draft
from assistant.editions import editions_of
from assistant.holdings import Edition, Holdings
from assistant.query import Query
from assistant.words import fold
from corpus.models import Band

THRESHOLDS = re.compile(r"\b(?:thresholds?|bands?|boundar(?:y|ies)|cut-? ?offs?)\b")
SAME = re.compile(r"\b(?:the same|identical|alike|constant)\b")
NEGATIVE = re.compile(
    r"(?:(?<![\w.%-])-|\b(?:minus|negative) )(?P<number>\d{1,3}(?:\.\d+)?)"
    r"(?! ?(?:pp|points?|percentage points?)\b)(?!\w|[-/]\d)"
)


def bands_answer(query: Query, holdings: Holdings) -> Answer:
    """Answer about the thresholds of an edition: the band of a score, the points to a rating, or all of them."""
    if answer := impossible(query, holdings):
        return answer
    draft = Draft(query, holdings)
    several = [e for e in editions_of(query, holdings) if e.document.bands]
    if query.numbers and (share := _shares(query)):
        return _ask_which(draft, share)
    if query.numbers and len(several) > 1 and not THRESHOLDS.search(fold(query.question)):
        return _in_each(draft, several)
    if len(several) > 1 or (query.state in ("changed", "unchanged") and not query.numbers):
        return _compared(draft, several if len(several) > 1 else [e for e in holdings.editions if e.document.bands])
    bands = holdings.bands(query.periods[-1] if query.periods else None)
    if not bands:
        return not_published.no_edition(draft, "what the thresholds were")
    status: Status = "answered"
    wanted = [band for band in bands if band.rating in query.ratings]
    if query.numbers:
        status = _scores(draft, bands)
    elif wanted:
        for band in wanted:
            mark = draft.cite_band([band])
            draft.say(
                f"A rating of {phrases.rating(band.rating, band.name)} needs a score of {_range(band)} "
                f"of the maximum possible score {mark}."
            )
    else:
        mark = draft.cite_band(bands)
        draft.say(
            f"The scorecard thresholds, as a percentage of the maximum possible score, are {_listed(bands)} {mark}."
        )
    _whose(draft, bands)
    return draft.done(status)


def impossible(query: Query, holdings: Holdings) -> Answer | None:
    """That a score below nothing cannot be; None where a question gives no such score."""
    match = NEGATIVE.search(fold(query.question))
    if match is None:
        return None
    draft = Draft(query, holdings)
    draft.say(f"A score of -{match['number']}% cannot be: scores are a percentage of the maximum possible.")
    return draft.done("not_found")


def _shares(query: Query) -> list[Decimal]:
    """The scores between 0 and 1 that a question gives without a percent sign: they may be parts of the whole."""
    text = fold(query.question)
    return [n for n in query.numbers if 0 < n < 1 and not re.search(rf"{re.escape(str(n))} ?(?:%|per ?cent)", text)]


def _ask_which(draft: Draft, shares: Sequence[Decimal]) -> Answer:
    """Ask whether a score below 1 is a percentage or a part of the maximum."""
    share = shares[0]
    percent = f"{(share * 100).normalize():f}"
    draft.working(f"{percent}%", f"{share} x 100 = {percent}%")
    draft.say(
        f"Scores are a percentage of the maximum possible: is {share}% meant, or {share} of the maximum, which is "
        f"{percent}%?"
    )
    draft.options = (f"What rating is a score of {share}%?", f"What rating is a score of {percent}%?")
    return draft.done("clarify")


def _in_each(draft: Draft, editions: Sequence[Edition]) -> Answer:
    """The rating of the scores a question gives by the thresholds of each of several editions."""
    status: Status = "answered"
    for edition in editions:
        status = _scores(draft, edition.document.bands, edition.year.label)
        _whose(draft, edition.document.bands)
        if status != "answered":
            break
    return draft.done(status)


def _scores(draft: Draft, bands: Sequence[Band], year: str = "") -> Status:
    """What each score of the question is rated by the thresholds of an edition; `year` where there are several."""
    wanted = [band for band in bands if band.rating in draft.query.ratings]
    status: Status = "answered"
    for score in draft.query.numbers:
        status = _score(draft, score, min(wanted, key=lambda b: b.rating, default=None), bands, year)
    return status


def _whose(draft: Draft, bands: Sequence[Band]) -> None:
    title = draft.holdings.publication(bands[0].locator.publication).title
    draft.caveat(f"Thresholds as printed in {title}; another edition may set others.")


def _compared(draft: Draft, editions: Sequence[Edition]) -> Answer:
    """The thresholds of several editions, and whether they differ."""
    printed = [{b.rating: (b.lower, b.upper) for b in e.document.bands} for e in editions]
    labels = phrases.listed(e.year.label for e in editions)
    kept = all(one == printed[0] for one in printed)
    right = kept == bool(draft.query.state == "unchanged" or SAME.search(fold(draft.query.question)))
    yes = "" if not draft.query.polar else "Yes, the" if right else "No, the"
    if len(editions) < 2:
        draft.say("Only one bulletin with thresholds is held, so they cannot be compared.")
    elif kept:
        marks = " ".join(draft.cite_band(e.document.bands) for e in editions)
        draft.say(
            f"{yes or 'The'} scorecard thresholds did not change: they are the same in {labels}, "
            f"{_listed(editions[-1].document.bands)} of the maximum possible score {marks}."
        )
    else:
        draft.say(f"{yes or 'The'} scorecard thresholds changed between {labels}.")
    for edition in editions if not draft.cited else ():
        mark = draft.cite_band(edition.document.bands)
        draft.say(f"- {edition.year.label}: {_listed(edition.document.bands)} of the maximum possible score {mark}")
    return draft.done()


def _listed(bands: Sequence[Band]) -> str:
    return phrases.listed(f"{phrases.rating(b.rating, b.name)}: {_range(b)}" for b in bands)


def _range(band: Band) -> str:
    if band.lower is None:
        return f"less than {band.upper}%"
    if band.upper is None:
        return f"at least {band.lower}%"
    return f"at least {band.lower}% and less than {band.upper}%"


def _score(draft: Draft, score: Decimal, wanted: Band | None, bands: Sequence[Band], year: str = "") -> Status:
    if not 0 <= score <= 100:
        draft.say(f"A score of {score}% cannot be: scores are a percentage of the maximum possible.")
        return "not_found"
    band = calculate.band_of(score, bands)
    draft.understood("Score", f"{score}%")
    above = wanted if wanted and wanted.rating > band.rating else _next(band, bands)
    asked_of = wanted is not None and draft.query.polar and draft.query.aspect == "value"
    if wanted is not None and wanted.rating > band.rating and not asked_of:
        _points(draft, score, wanted)
    mark = draft.cite_band([band])
    yes = "" if not asked_of else "Yes: " if wanted is not None and band.rating >= wanted.rating else "No: "
    where = f"in {year} " if year else ""
    said = (
        f"{where}a score of {score}% of the maximum is rated {phrases.rating(band.rating, band.name)}: "
        f"{_range(band)} {mark}."
    )
    draft.say(f"{yes}{said}" if yes else said[0].upper() + said[1:])
    if above is not None and (above is not wanted or asked_of):
        _points(draft, score, above)
    return "answered"


def _points(draft: Draft, score: Decimal, band: Band) -> None:
    mark = draft.cite_band([band])
    lacking = calculate.points_to(score, band)
    draft.figure(phrases.points(lacking.value), mark, lacking)
    draft.say(
        f"A score of {score}% needs {phrases.points(lacking.value)} more to be rated "
        f"{phrases.rating(band.rating, band.name)}, whose threshold is {band.lower}% {mark}."
    )


def _next(band: Band, bands: Sequence[Band]) -> Band | None:
    return min((b for b in bands if b.rating > band.rating), key=lambda b: b.rating, default=None)
