"""Answers about the scorecard: ratings of regions, lists of them, and how they changed between editions."""

from collections.abc import Sequence

from assistant import calculate, not_published, phrases, shapes
from assistant.answers import Answer
from assistant.counted import premise
from assistant.draft import Draft
from assistant.editions import editions_of, not_held
from assistant.holdings import Edition, Holdings
from assistant.query import Query
from assistant.words import fold
from corpus.models import ENGLAND_AND_WALES, Observation
from index import lookup

MOVES = {
    "changed": "changed rating",
    "improved": "rose in rating",
    "declined": "fell in rating",
    "unchanged": "kept the same rating",
}


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
        compared = len(query.areas) > 1 and bool(shapes.WHICH_HIGHER.search(text))
        _areas(draft, _with_earlier(draft, editions) if query.state in MOVES and not compared else editions)
    elif query.aggregate:
        return _no_mean(draft, editions)
    elif query.state in MOVES and not query.ratings:
        _moved(draft, editions)
    elif query.ratings:
        _rated_so(draft, editions)
    elif query.noted and not query.counting:
        _noted(draft, editions)
    elif query.counting:
        _how_many(draft, editions[-1])
    elif shapes.MOST.search(text) and not shapes.RANKED.search(text):
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


def _areas(draft: Draft, editions: Sequence[Edition]) -> None:
    """The ratings of the areas named, area by area; yes or no first where a rating or a change is supposed."""
    several = len(draft.query.areas) > 1 and bool(shapes.WHICH_HIGHER.search(fold(draft.query.question)))
    if several:
        _compared(draft, editions[-1])
    for area in draft.query.areas:
        draft.understood("Area", area)
        found = [(e, o) for e in editions for o in e.ratings(area)]
        parts = []
        for edition, observation in found:
            mark = draft.cite(observation)
            draft.figure(observation.shown, mark)
            parts.append(f"{phrases.rated(observation)} in {edition.year.label} {mark}")
        values = [o.value for _, o in found if o.value is not None]
        change = values[-1] - values[0] if len(values) > 1 else None
        moved = ""
        if change is not None and draft.query.state:
            moved = f": it {phrases.moved(change)}" if change else ": it did not change"
        yes = _verdict(draft.query, found[-1][1], None if change is None else int(change)) if found else ""
        draft.say(f"{yes}{area} was rated {phrases.listed(parts)} on the Probation Scorecard{moved}.")


def _verdict(query: Query, last: Observation, change: int | None) -> str:
    """ "Yes: " or "No: " for what a question supposes of an area; "" where it supposes nothing."""
    if not (query.polar or query.why):
        return ""
    if query.ratings:
        right = last.value is not None and int(last.value) in query.ratings
    elif query.state in MOVES and change is not None:
        right = {"improved": change > 0, "declined": change < 0, "changed": change != 0}.get(query.state, change == 0)
    else:
        return ""
    return ("Yes: " if right else "No: ") if query.polar else "" if right else "That is not what is published: "


def _compared(draft: Draft, edition: Edition) -> None:
    """Which of several areas is rated higher."""
    found = [o for area in draft.query.areas for o in edition.ratings(area) if o.value is not None]
    best = max(found, key=lambda o: o.value or 0)
    if all(o.value == best.value for o in found):
        draft.say(f"They were rated the same in {edition.year.label} {draft.cite(*found)}.")
    else:
        higher = [o.area for o in found if o.value == best.value]
        verb = "was" if len(higher) == 1 else "were"
        others = [f"{o.area} at {phrases.rated(o)}" for o in found if o.value != best.value]
        draft.say(
            f"{phrases.listed(higher)} {verb} rated higher in {edition.year.label}, at {phrases.rated(best)}, against "
            f"{phrases.listed(others)} {draft.cite(*found)}."
        )


def _with_earlier(draft: Draft, editions: Sequence[Edition]) -> list[Edition]:
    """The editions and, where there is only one, the one before it, so that a change shows."""
    earlier = [e for e in draft.holdings.editions if e.year < editions[0].year]
    return [*earlier[-1:], *editions] if len(editions) == 1 else list(editions)


def _regions(draft: Draft, edition: Edition) -> list[Observation]:
    """The regions of an edition; those of one country where the question names a part of the whole."""
    found = [o for o in edition.ratings() if o.area != ENGLAND_AND_WALES]
    parts = ENGLAND_AND_WALES.split(" and ")
    if not shapes.IN_ENGLAND.search(fold(draft.query.question)):
        return found
    return [o for o in found if o.area not in parts]


def _with_rating(draft: Draft, edition: Edition, ratings: Sequence[int]) -> None:
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
    draft.say(
        f"{premise(draft.query, len(found), len(regions))}{len(found)} of {len(regions)} probation regions{share} "
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
        right = rise > 0 if query.more_or_fewer == "more" else rise < 0
        verb = "rose" if rise > 0 else "fell" if rise < 0 else "did not change"
        marks = " ".join(draft.cite(*_regions(draft, e)) for e in (editions[0], editions[-1]))
        numbers = f"{len(found[0])} in {editions[0].year.label} and {len(found[-1])} in {editions[-1].year.label}"
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
    if state == "unchanged":
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
    draft.say(
        f"{premise(draft.query, len(pairs), base)}{len(pairs)} of {base} probation regions {MOVES[state]} between "
        f"{before.year.label} and {after.year.label}{said} {marks}."
    )


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
    for observation in whole:
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
