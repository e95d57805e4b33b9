"""What careful reading found against a figure: said with it, and both places cited.

A figure later reported as overstated or withdrawn carries that in the answer itself; a rounding, another year or
another wording in a second publication is a caveat.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from assistant.draft import Draft
from corpus.editorial import EditorialNote, NotedPlace, editorial_notes, notes_about, notes_on
from corpus.models import Observation
from corpus.periods import Period

SERIOUS = ("overstated", "withdrawn")


def say_of(draft: Draft, observations: Iterable[Observation]) -> None:
    """Say of published rows what another place says against them."""
    found = [
        note
        for o in observations
        if o.measure.code
        for note in notes_on(o.measure.code, o.measure.service, o.period, editorial_notes())
        if _is_of(note, o.locator.publication) and not (note.kind == "rounded" and draft.holdings.echoes(o))
    ]
    _say(draft, list(dict.fromkeys(found)))


def serious(draft: Draft, observations: Iterable[Observation]) -> str:
    """What a published value among rows was later reported as ("overstated"); "" where nothing so serious was."""
    kinds = (
        note.kind
        for o in observations
        if o.measure.code and o.value is not None
        for note in notes_on(o.measure.code, o.measure.service, o.period, editorial_notes())
        if note.kind in SERIOUS and _is_of(note, o.locator.publication) and _held(draft, note)
    )
    return next(kinds, "")


def say_of_count(draft: Draft, counted: str, period: Period) -> None:
    """Say of a count ("9 of 26") of a period what another place says against it or a figure in it."""
    notes = [
        n for n in notes_about(counted, _of_counts()) if any(p.holds(period) or period.holds(p) for p in n.periods)
    ]
    for note in notes:
        if _held(draft, note):
            draft.caveat(note.says)


@cache
def _of_counts() -> tuple[EditorialNote, ...]:
    return tuple(note for note in editorial_notes() if not note.measure)


def _say(draft: Draft, notes: Sequence[EditorialNote]) -> None:
    for note in notes:
        if not _held(draft, note):
            continue
        if note.kind not in SERIOUS:
            draft.caveat(note.says)
            continue
        marks = " ".join(dict.fromkeys(filter(None, (_cite(draft, place) for place in note.places))))
        for place in note.places:
            for figure in place.figures:
                if not any(figure in quote for quote in draft.quotes):
                    draft.working(figure, f"{figure} as printed in {place.place} {marks}")
        draft.say(f"{note.says.rstrip('.')} {marks}.")


def _is_of(note: EditorialNote, publication: str) -> bool:
    """Whether a note is about what this publication prints: another series may use the same code."""
    return any(place.publication == publication for place in note.places)


def _held(draft: Draft, note: EditorialNote) -> bool:
    held = {document.publication.id for document in draft.holdings.documents}
    return all(place.publication in held for place in note.places)


def _cite(draft: Draft, place: NotedPlace) -> str:
    """The mark of a place in prose that holds all its figures; "" for a row, which the answer cites itself."""
    for publication, passage in draft.holdings.passages():
        name = place.in_library if publication.summary else place.place
        if publication.id == place.publication and str(passage.locator) == name:
            telling = [s for s in passage.sentences if any(figure in s for figure in place.figures)]
            if all(any(figure in s for s in telling) for figure in place.figures):
                first = passage.sentences.index(telling[0])
                last = passage.sentences.index(telling[-1])
                quote = " ".join(passage.sentences[first : last + 1])
                return draft.cite_text(publication, passage, quote if quote in passage.text else passage.text)
    return ""
