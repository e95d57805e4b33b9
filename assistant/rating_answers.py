"""Answers about the scorecard: ratings of regions, lists of them, and how they changed between editions."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from assistant import calculate, not_published, phrases, shapes
from assistant.answers import Answer
from assistant.band_answers import impossible
from assistant.counted import is_as_asked, premise
from assistant.draft import Draft
from assistant.editions import editions_of, not_held
from assistant.holdings import Edition, Holdings
from assistant.premises import NO, WRONG, YES
from assistant.query import Query
from assistant.words import fold
from corpus.aliases import aliases
from corpus.models import ENGLAND_AND_WALES, Observation
from index import lookup

MOVES = {
    "changed": "changed rating",
    "improved": "rose in rating",
    "declined": "fell in rating",
    "unchanged": "kept the same rating",
}
PARTS = ENGLAND_AND_WALES.split(" and ")
AT_A_BOUND = re.compile(r"\bat (?:least|most)\b")  # whose "least" and "most" are no end of a ranking
THAN = re.compile(r"\b(?P<side>better|higher|worse|lower)\b[^?.]{0,20}?\bthan (?!in\b|before\b|last\b|it\b|\d)")
ONLY = re.compile(r"\b(?:only|sole|alone|no other)\b")
NEVER = re.compile(r"\b(?:never|not ever|\w+n't ever)\b")
ANY_TIME = re.compile(r"\b(?:ever|never|either|at any (?:time|point)|since|or)\b")


def ratings_answer(query: Query, holdings: Holdings) -> Answer:
    """Answer about ratings: of areas, lists by rating, changes between editions, or how many regions there are."""
    draft = Draft(query, holdings)
    editions = editions_of(query, holdings)
    if not editions:
        return not_published.no_edition(draft, "what the scorecard ratings were")
    text = fold(query.question)
    if not query.areas and (answer := impossible(query, holdings)):
        return answer
    if query.areas and shapes.SCORE_BEHIND.search(text):
        return _score_behind(draft, editions[-1])
    if query.areas:
        _areas(draft, _of_areas(draft, editions))
    elif query.aggregate:
        return _no_mean(draft, editions)
    elif _from_to(query, holdings) or (query.state in MOVES and not query.ratings):
        _moved(draft, editions)
    elif query.ratings:
        _rated_so(draft, editions)
    elif query.noted and not query.counting:
        _noted(draft, editions)
    elif query.counting:
        _how_many(draft, editions[-1])
    elif shapes.MOST.search(AT_A_BOUND.sub(" ", text)) and not shapes.RANKED.search(text):
        for edition in editions:
            values = [int(o.value) for o in _regions(draft, edition) if o.value is not None]
            lowest = query.order in ("worst", "lowest", "least")
            _with_rating(draft, edition, (min(values) if lowest else max(values),))
    else:
        for edition in editions:
            _all(draft, edition)
    not_published.say_missing(draft, not_held(query, holdings))
    _notes(draft, editions)
    return draft.done()


def _of_areas(draft: Draft, editions: Sequence[Edition]) -> Sequence[Edition]:
    """The editions that an answer on areas needs: one before for a change, all for "never", else those asked for."""
    query = draft.query
    if NEVER.search(fold(query.question)) and not query.periods:
        return draft.holdings.editions
    if _is_compared(query):
        return editions
    moving = query.state in MOVES or _from_to(query, draft.holdings) is not None
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
        yes = _verdict(draft, values) if values and not compared and not only else ""
        draft.say(f"{yes}{area} was rated {phrases.listed(parts)} on the Probation Scorecard{moved}.")


def _verdict(draft: Draft, values: Sequence[int]) -> str:
    """ "Yes: " or "No: " for what a question supposes of an area, or that it is not so; "" where it supposes nothing.

    `values` are the ratings of the area in the editions asked about, earliest first.
    """
    query = draft.query
    ends = _from_to(query, draft.holdings)
    if ends:
        return _said(query, ends in pairwise(values))
    if query.ratings:
        return _said(query, _is_rated_so(query, values))
    if query.state not in MOVES or len(values) < 2:
        return ""
    change = values[-1] - values[0]
    tests = {"improved": change > 0, "declined": change < 0, "changed": change != 0, "unchanged": change == 0}
    return _said(query, tests[query.state])


def _is_rated_so(query: Query, values: Sequence[int]) -> bool:
    """Whether an area was rated as supposed: in every edition where years are named or all are meant, else in any."""
    text = fold(query.question)
    rated = [value in query.ratings for value in values]
    if NEVER.search(text):
        return not any(rated)
    every = query.every or (len(query.periods) > 1 and not ANY_TIME.search(text))
    return all(rated) if every else any(rated)


def _said(query: Query, right: bool) -> str:
    """What to say first of something supposed."""
    if query.polar:
        return YES if right else NO
    return WRONG if query.why and not right else ""


def _only(draft: Draft, editions: Sequence[Edition]) -> None:
    """Whether the areas named were the only regions rated so, in every edition asked about; with the list of each."""
    query = draft.query
    found = [
        {o.area for o in _regions(draft, e) if o.value is not None and int(o.value) in query.ratings} for e in editions
    ]
    yes = _said(query, all(areas == set(query.areas) for areas in found))
    for number, edition in enumerate(editions):
        _with_rating(draft, edition, query.ratings, "" if number else yes)


def _from_to(query: Query, holdings: Holdings) -> tuple[int, int] | None:
    """The ratings before and after that a question gives ("from Good to Inadequate"); None where it gives none."""
    forms = _rating_forms(holdings)
    either = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    text = fold(query.question)
    moved = rf"(?<![\w.-])({either}) (?:down |up |back )?to (?:an? )?({either})(?![\w%]|[.-]\d)"
    match = re.search(moved, text)
    return (forms[match[1]], forms[match[2]]) if either and match else None


def _rating_forms(holdings: Holdings) -> Mapping[str, int]:
    """How ratings are called, folded: as published, by an alias, or by number."""
    bands = [band for edition in holdings.editions for band in edition.document.bands]
    named = {fold(form): b.rating for b in bands for form in (b.name, *aliases().ratings.get(b.name, ())) if form}
    return named | {str(band.rating): band.rating for band in bands}


def _compared(draft: Draft, editions: Sequence[Edition]) -> None:
    """Which of several areas is rated higher; yes or no where the first is said to be, in every edition asked of."""
    than = THAN.search(fold(draft.query.question)) if draft.query.polar else None
    asked = editions if than else editions[-1:]
    better = bool(than) and than["side"] in ("better", "higher") if than else False
    yes = _said(draft.query, all(_is_beyond(draft, e, better) for e in asked)) if than else ""
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


def _regions(draft: Draft, edition: Edition) -> list[Observation]:
    """The regions of an edition; those of one country where the question names a part of the whole."""
    found = [o for o in edition.ratings() if o.area != ENGLAND_AND_WALES]
    return [o for o in found if o.area not in PARTS] if _of_one_part(draft) else found


def _of_one_part(draft: Draft) -> bool:
    """Whether a question is about the part of the whole whose regions are rated one by one, and not the other."""
    text = fold(draft.query.question)
    first, *others = map(fold, PARTS)
    text = re.sub(rf"\b{first}\s*(?:and|&|/|,|plus)\s*(?:{'|'.join(others)})\b", " ", text)
    for area in {o.area for edition in draft.holdings.editions for o in edition.ratings()}:
        text = text.replace(fold(area), " ")
    return bool(shapes.IN_ENGLAND.search(text) or re.search(rf"\b{first}\b", text))


def _with_rating(draft: Draft, edition: Edition, ratings: Sequence[int], yes: str = "") -> None:
    """The regions of an edition that have one of some ratings; `yes` is what to say first."""
    regions = _regions(draft, edition)
    found = [o for o in regions if o.value is not None and int(o.value) in ratings]
    bands = [b for rating in ratings for b in lookup.bands([edition.document], rating=rating)]
    names = [phrases.rating(r, next((b.name for b in bands if b.rating == r), "")) for r in ratings]
    mark = draft.cite(*(found or regions))
    if bands and {int(o.value or 0) for o in found} != set(ratings):
        mark += " " + draft.cite_band(bands)
    draft.working(f"{len(found)} of {len(regions)}", f"{len(found)} of {len(regions)} regions counted {mark}")
    listed = f": {phrases.listed(_named(o, ratings) for o in found)}" if found else ""
    verb = "was" if len(found) == 1 else "were"
    share = ""
    if draft.query.share:
        percent = calculate.Tally(tuple(found), tuple(regions)).share()
        draft.working(f"{percent}%", f"{len(found)} / {len(regions)} = {percent}% {mark}")
        share = f" ({percent}%)"
    first = yes or premise(draft.query, len(found), len(regions))
    draft.say(
        f"{first}{len(found)} of {len(regions)} probation regions{share} "
        f"{verb} rated {' or '.join(names)} in {edition.year.label}{listed} {mark}."
    )
    for missing in (r for r in ratings if len(ratings) > 1):
        number = len([o for o in found if o.value == missing])
        draft.working(f"{number}", f"{number} regions counted {mark}")
        draft.say(
            f"- {phrases.rating(missing, next((b.name for b in bands if b.rating == missing), ''))}: {number} {mark}"
        )


def _rated_so(draft: Draft, editions: Sequence[Edition]) -> None:
    """The regions with the ratings asked for, in each edition and, of several, in every one."""
    query = draft.query
    found = [
        {o.area for o in _regions(draft, e) if o.value is not None and int(o.value) in query.ratings} for e in editions
    ]
    if query.more_or_fewer and len(editions) > 1:
        rise = len(found[-1]) - len(found[0])
        right = is_as_asked(query, draft.holdings, len(found[0]), len(found[-1]))
        verb = f"{'rose' if rise > 0 else 'fell'} by {abs(rise)}" if rise else "did not change"
        marks = " ".join(draft.cite(*_regions(draft, e)) for e in (editions[0], editions[-1]))
        numbers = f"{len(found[0])} in {editions[0].year.label} and {len(found[-1])} in {editions[-1].year.label}"
        if rise:
            draft.working(str(abs(rise)), f"{len(found[-1])} - {len(found[0])} = {rise} regions {marks}")
        yes = ("Yes: " if right else "No: ") if query.polar else ""
        draft.say(f"{yes}{'the' if yes else 'The'} number of regions so rated {verb}: {numbers} {marks}.")
    if len(editions) > 1 and query.every:
        _every(draft, editions[-1], found)
    for edition in editions:
        _with_rating(draft, edition, query.ratings)
    if len(editions) > 1 and not query.every:
        _every(draft, editions[-1], found)


def _every(draft: Draft, last: Edition, found: Sequence[set[str]]) -> None:
    """The regions that were so rated in every edition; `found` are those of each."""
    every = [o for o in _regions(draft, last) if all(o.area in areas for areas in found)]
    marks = draft.cite(*(every or _regions(draft, last)))
    draft.working(str(len(every)), f"{len(every)} regions counted {marks}")
    names = f": {phrases.listed(o.area for o in every)}" if every else ""
    listed = "- " if draft.started else ""
    verb = "was" if len(every) == 1 else "were"
    draft.say(f"{listed}{len(every)} of the regions {verb} so rated in every one of these years{names} {marks}.")


def _named(observation: Observation, ratings: Sequence[int]) -> str:
    return observation.area if len(ratings) == 1 else f"{observation.area} ({observation.shown})"


def _moved(draft: Draft, editions: Sequence[Edition]) -> None:
    after = editions[-1]
    earlier = [e for e in draft.holdings.editions if e.year < after.year]
    if not earlier:
        draft.say(f"Only {after.year.label} is held, so no change of rating can be given.")
        return
    before = editions[0] if len(editions) > 1 else earlier[-1]
    state = draft.query.state
    moved = calculate.moved(_regions(draft, before), _regions(draft, after))
    pairs = [
        (b, a) for b, a in moved if state == "changed" or ((a.value or 0) > (b.value or 0)) == (state == "improved")
    ]
    ends = _from_to(draft.query, draft.holdings)
    verb = MOVES.get(state, "")
    if ends:
        pairs = [(b, a) for b, a in moved if b.value == ends[0] and a.value == ends[1]]
        verb = "went from {} to {}".format(*(_called(draft, rating) for rating in ends))
    elif state == "unchanged":
        changed = {a.area for _, a in moved}
        same = {o.area: o for o in _regions(draft, before) if o.area not in changed and o.value is not None}
        pairs = [(same[o.area], o) for o in _regions(draft, after) if o.area in same and o.value is not None]
    base = len(_regions(draft, after))
    marks = (
        draft.cite(*(b for b, _ in pairs), *(a for _, a in pairs))
        if pairs
        else draft.cite(*_regions(draft, before), *_regions(draft, after))
    )
    draft.working(f"{len(pairs)} of {base}", f"{len(pairs)} of {base} regions counted {marks}")
    said = f": {phrases.listed(_move(b, a) for b, a in pairs)}" if pairs else ""
    yes = premise(draft.query, len(pairs), base)
    if ends and draft.query.counted is None:
        yes = _said(draft.query, bool(pairs))
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
    regions = _regions(draft, edition)
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
    alone = _of_one_part(draft)
    if alone:
        draft.say(
            f"No rating is published of {PARTS[0]} alone in {edition.year.label}, only those of its regions "
            f"{draft.cite(*_regions(draft, edition))}."
        )
    for observation in () if alone else whole:
        mark = draft.cite(observation)
        draft.figure(observation.shown, mark)
        draft.say(
            f"{observation.area} as a whole was rated {phrases.rated(observation)} "
            f"on the Probation Scorecard in {edition.year.label} {mark}."
        )
    regions = _regions(draft, edition)
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
