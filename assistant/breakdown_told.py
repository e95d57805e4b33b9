"""What is said of a measure that only data tables have, beside its figures: what it is, and which way is better."""

from collections.abc import Sequence

from assistant import breakdown_lines as lines
from assistant.answers import Status
from assistant.draft import Draft
from assistant.families import Family
from assistant.measure_said import said_of
from corpus.models import ENGLAND_AND_WALES, Observation

MOST_SAID = 3  # quotes about a measure


def define(draft: Draft) -> Status:
    """What is published about the measures of a query in words, or that no definition is; then the latest figure."""
    statuses = [_defined(draft, one, draft.holdings.breakdowns.rows(one)) for one in draft.query.families]
    return "answered" if "answered" in statuses else "not_found"


def direct(draft: Draft) -> Status:
    """Which way a measure should move, where its tables say that lower is better; else that they do not say."""
    statuses = [_directed(draft, one) for one in draft.query.families]
    return "answered" if "answered" in statuses else "not_found"


def _defined(draft: Draft, one: Family, rows: Sequence[Observation]) -> Status:
    said = lines.name(draft, one)
    draft.understood("Measure", said)
    notes = {note.text for row in rows for note in row.notes}
    quotes = [quote for quote in said_of(draft.holdings, rows, first=1) if quote.quote not in notes and quote.passage]
    for quote in quotes[:MOST_SAID]:
        assert quote.passage is not None
        mark = draft.cite_text(quote.publication, quote.passage, quote.quote)
        draft.say(f"Of {said}, {quote.publication.title} says: “{quote.quote}” {mark}.")
    if not quotes:
        draft.say(f"The publications held give no definition of {said}: they have its figures only.")
    latest = max((o for o in rows if o.area == ENGLAND_AND_WALES), key=lambda o: o.period, default=rows[-1])
    mark = draft.cite(latest)
    lines.account(draft, [latest], mark)
    draft.say(f"Its latest figure is {lines.amount(draft, latest)} {lines.where(draft, latest)} {mark}.")
    return "answered" if quotes else "not_found"


def _directed(draft: Draft, one: Family) -> Status:
    rows, said = draft.holdings.breakdowns.rows(one), lines.name(draft, one)
    draft.understood("Measure", said)
    lower = [o for o in rows if o.lower_is_better]
    mark = draft.cite((lower or rows)[-1])
    if lower:
        draft.say(f"For {said}, lower is better, so a fall is an improvement and a rise is a worsening {mark}.")
        return "answered"
    draft.say(f"The publications held do not say which way is better for {said} {mark}.")
    return "not_found"
