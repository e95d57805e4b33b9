"""What the publications say about a measure in words: the notes on its rows, and sentences that name it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from assistant.answers import Citation
from assistant.citing import text_citation
from assistant.holdings import Holdings
from assistant.words import contains, fold, stems
from corpus.aliases import aliases
from corpus.models import Document, Measure, Observation, Passage

LEAST_WORDS = 2  # of a name that carry meaning, from which a sentence that holds it is about the measure


def said_of(holdings: Holdings, held: Sequence[Observation], first: int) -> tuple[Citation, ...]:
    """The quotes about a measure, numbered from `first`: of the latest publication first, notes before others."""
    latest = sorted(holdings.documents, key=lambda d: d.publication.published or date.min, reverse=True)
    ranked = [
        (document.publication, passage, quote)
        for document in latest
        for _, passage, quote in sorted(_quotes(holdings, document, held), key=lambda found: found[0])
    ]
    return tuple(text_citation(*found, number) for number, found in enumerate(ranked, first))


def _quotes(holdings: Holdings, document: Document, held: Sequence[Observation]) -> Iterator[tuple[int, Passage, str]]:
    """The passages of a document about a measure, each with its rank (0 first) and what to quote of it."""
    notes = {note.text for o in held if holdings.document(o) is document for note in o.notes}
    measures = list(dict.fromkeys(o.measure for o in held))
    for passage in document.passages:
        if passage.kind in ("row", "caption"):
            continue
        naming = [s for s in passage.sentences if any(_names(s, passage, m, holdings) for m in measures)]
        if passage.kind == "note" and (naming or passage.text in notes):
            yield 0 if naming else 2, passage, passage.text
        elif naming:
            yield 1, passage, naming[0]


def _names(sentence: str, passage: Passage, measure: Measure, holdings: Holdings) -> bool:
    """Whether a sentence names a measure, by its code or by its whole name."""
    if measure.code and re.search(rf"(?<!\w){re.escape(measure.code)}(?!\w)", sentence):
        return _is_of_service(f"{' '.join(passage.section)} {passage.text}", measure, holdings)
    return len(set(stems(measure.name))) >= LEAST_WORDS and contains(fold(sentence), measure.name)


def _is_of_service(text: str, measure: Measure, holdings: Holdings) -> bool:
    """Whether a text speaks of the service of a measure, where measures of several services have its code."""
    services = {m.service for m in holdings.measures if m.code == measure.code}
    names = aliases().services.get(measure.service, (measure.service,))
    return len(services) < 2 or any(contains(fold(text), name) for name in names)
