"""What a question supposes of ratings, held against them: a rating, a change, from one rating to another."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from assistant.draft import Draft
from assistant.holdings import Holdings
from assistant.premises import NO, WRONG, YES
from assistant.query import Query
from assistant.words import fold
from corpus.aliases import aliases

MOVES = {
    "changed": "changed rating",
    "improved": "rose in rating",
    "declined": "fell in rating",
    "unchanged": "kept the same rating",
}
NEVER = re.compile(r"\b(?:never|not ever|\w+n't ever)\b")
ANY_TIME = re.compile(r"\b(?:ever|never|either|at any (?:time|point)|since|or)\b")


def verdict(draft: Draft, values: Sequence[int]) -> str:
    """ "Yes: " or "No: " for what a question supposes of an area, or that it is not so; "" where it supposes nothing.

    `values` are the ratings of the area in the editions asked about, earliest first.
    """
    query = draft.query
    ends = from_to(query, draft.holdings)
    if ends:
        return said(query, ends in pairwise(values))
    if query.ratings:
        return said(query, is_rated_so(query, values))
    if query.state not in MOVES or len(values) < 2:
        return ""
    change = values[-1] - values[0]
    tests = {"improved": change > 0, "declined": change < 0, "changed": change != 0, "unchanged": change == 0}
    return said(query, tests[query.state])


def said(query: Query, right: bool) -> str:
    """What to say first of something supposed."""
    if query.polar:
        return YES if right else NO
    return WRONG if query.why and not right else ""


def from_to(query: Query, holdings: Holdings) -> tuple[int, int] | None:
    """The ratings before and after that a question gives ("from Good to Inadequate"); None where it gives none."""
    forms = _rating_forms(holdings)
    either = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    text = fold(query.question)
    moved = rf"(?<![\w.-])({either}) (?:down |up |back )?to (?:an? )?({either})(?![\w%]|[.-]\d)"
    match = re.search(moved, text)
    return (forms[match[1]], forms[match[2]]) if either and match else None


def is_rated_so(query: Query, values: Sequence[int]) -> bool:
    """Whether an area was rated as supposed: in every edition where years are named or all are meant, else in any."""
    text = fold(query.question)
    rated = [value in query.ratings for value in values]
    if NEVER.search(text):
        return not any(rated)
    every = query.every or (len(query.periods) > 1 and not ANY_TIME.search(text))
    return all(rated) if every else any(rated)


def _rating_forms(holdings: Holdings) -> Mapping[str, int]:
    """How ratings are called, folded: as published, by an alias, or by number."""
    bands = [band for edition in holdings.editions for band in edition.document.bands]
    named = {fold(form): b.rating for b in bands for form in (b.name, *aliases().ratings.get(b.name, ())) if form}
    return named | {str(band.rating): band.rating for band in bands}
