"""What careful reading found against what is said: said with it, and both places cited.

A figure later reported as overstated or withdrawn carries that in the answer itself, and so does a quote that another
place contradicts; a rounding or another year in a second place is a caveat.
"""

from collections.abc import Container, Iterable, Sequence
from functools import cache

from assistant.answers import Citation
from assistant.draft import Draft
from assistant.quotes import GAP
from corpus.editorial import EditorialNote, NotedPlace, editorial_notes, notes_about, notes_on, notes_on_quote, stands
from corpus.ended import as_at, ended_since, what_ended
from corpus.models import Observation, Passage, Publication
from corpus.periods import Period
from index.chunks import chunks

SERIOUS = ("overstated", "withdrawn")
MOST_SAID = 2  # notes that are said in an answer from prose; more would bury it
FEW = 2  # rows that are cited together, up to which a note on a figure in them is about what is said
IN_THE_ANSWER = (*SERIOUS, "differs", "misprint")  # of a quote: said in the answer, not as a caveat


def say_of(draft: Draft, observations: Iterable[Observation]) -> None:
    """Say of published rows what another place says against them."""
    found = [
        note
        for o in observations
        if o.measure.code
        for note in notes_on(o.measure.code, o.measure.service, o.period, editorial_notes())
        if _is_of(note, o.locator.publication) and not (note.kind == "rounded" and draft.holdings.echoes(o))
    ]
    for note in _to_say(draft, found):
        if note.kind in SERIOUS:
            _say(draft, note)
        else:
            draft.caveat(note.says)


def serious(draft: Draft, observations: Iterable[Observation]) -> str:
    """What a published value among rows was later reported as ("overstated"); "" where nothing so serious was."""
    held = {document.publication.id for document in draft.holdings.documents}
    kinds = (
        note.kind for o in observations if o.value is not None for note in notes_of(o, held) if note.kind in SERIOUS
    )
    return next(kinds, "")


def notes_of(observation: Observation, held: Container[str]) -> list[EditorialNote]:
    """What careful reading found on a published row; `held` are the ids of the publications held: of a note that
    speaks of another nothing is said."""
    one = observation
    if not one.measure.code:
        return []
    return [
        note
        for note in notes_on(one.measure.code, one.measure.service, one.period, editorial_notes())
        if _is_of(note, one.locator.publication) and all(place.publication in held for place in note.places)
    ]


def say_of_count(draft: Draft, counted: str, period: Period) -> None:
    """Say of a count ("9 of 26") of a period what another place says against it or a figure in it."""
    notes = [
        n for n in notes_about(counted, _of_counts()) if any(p.holds(period) or period.holds(p) for p in n.periods)
    ]
    for note in notes:
        if _held(draft, note.places):
            draft.caveat(note.says)


def say_of_sources(draft: Draft, since: int = 0) -> None:
    """Say of the sources given so far, from one on, what another place has against them, and what has ended since.

    To be called once all that answers is said. Where two places differ, the other is quoted too, with its source,
    before what to make of it; of several such notes the first are said so, the rest are caveats.
    """
    sources = draft.citations[since:]
    found = [
        note
        for number, source in enumerate(sources)
        if len(source.rows) <= FEW
        for note in _on(draft, source, main=number == 0)
        if not (note.kind == "rounded" and _is_rounded_row(draft, source))
    ]
    said = 0
    for note in _to_say(draft, found):
        if note.kind in IN_THE_ANSWER and said < MOST_SAID:
            said += 1
            _quote_others(draft, note)
            _say(draft, note, "- ")
        else:
            draft.caveat(note.says)
    texts: dict[str, list[str]] = {}
    for source in sources:
        texts.setdefault(source.publication.id, []).append(f"{_section(source)} {source.quote}")
    for publication, quoted in texts.items():
        say_what_ended(draft, draft.holdings.publication(publication), " ".join(quoted))


def say_what_ended(draft: Draft, publication: Publication, text: str) -> None:
    """A caveat for each thing that a publication's text speaks of and that ended after it, with the place that says so.

    It names the publication where the answer has sources of several. None for a publication that gives no date, and
    none where the place is of a publication that is not held.
    """
    known = as_at(publication)
    for ended in ended_since(publication, text, what_ended()):
        if known is not None and _held(draft, ended.places):
            first = ended.places[0]
            title = draft.holdings.publication(first.publication).title
            several = len({citation.publication.id for citation in draft.citations}) > 1
            opening = f"{publication.title}: as" if several else "As"
            draft.caveat(f"{opening} at {known // 12}; {ended.says} ({title}, {first.place}).")


def _on(draft: Draft, source: Citation, *, main: bool) -> list[EditorialNote]:
    asked = draft.query.search or draft.query.question
    quoted = _row_said(draft, source) if source.table else source.quote
    return notes_on_quote(source.publication, source.locator, quoted, asked, editorial_notes(), main=main)


def _row_said(draft: Draft, source: Citation) -> str:
    """The title of a table, and of the rows cited the labels and the cells that the answer says."""
    assert source.table is not None
    cells = [part for row in source.quote.split("\n") for part in row.split(" | ")]
    said = [cell for cell in cells if ": " not in cell or draft.tells(cell.rsplit(": ", 1)[1])]
    return " ".join((source.table.title, *said))


def _section(source: Citation) -> str:
    """The headings above a quote: a statement of a section on CRCs need not name them."""
    around = source.passage or source.table
    return " ".join(around.section) if around else ""


@cache
def _of_counts() -> tuple[EditorialNote, ...]:
    return tuple(note for note in editorial_notes() if not note.measure)


def _to_say(draft: Draft, notes: Iterable[EditorialNote]) -> list[EditorialNote]:
    """The notes whose publications are all held and that the answer does not have yet, each once."""
    return [n for n in dict.fromkeys(notes) if _held(draft, n.places) and not draft.tells(n.says.rstrip("."))]


def _say(draft: Draft, note: EditorialNote, prefix: str = "") -> None:
    """Say a note with the marks of its places, and account for every figure in it."""
    marks = " ".join(dict.fromkeys(mark for place in note.places for mark in _cite(draft, place)))
    for place in note.places:
        for figure in place.figures:
            if not any(figure in quote for quote in draft.quotes):
                draft.working(figure, f"{figure} as printed in {place.place} {marks}")
    for working in note.workings:
        draft.working(working.split(" = ")[1], f"{working} {marks}")
    said = f"{prefix}{note.says}"
    draft.say(f"{said.rstrip('.')} {marks}." if marks else said)


def _quote_others(draft: Draft, note: EditorialNote) -> None:
    """Quote the places in prose of a note that the answer has not quoted yet, each with its source."""
    for place in note.places:
        for publication, passage, quote in () if _cited(draft, place) else _passages(draft, place):
            if any(quote in quoted for quoted in draft.quotes):
                continue
            mark = draft.cite_text(publication, passage, quote)
            opening, closing = ("", "") if publication.summary else ("“", "”")
            said = quote.replace("\n", "\n  ")
            draft.say(f"- Set beside it: {opening}{said}{closing} ({publication.title}, {passage.locator}) {mark}")


def _is_of(note: EditorialNote, publication: str) -> bool:
    """Whether a note is about what this publication prints: another series may use the same code."""
    return any(place.publication == publication for place in note.places)


def _is_rounded_row(draft: Draft, source: Citation) -> bool:
    """Whether a row is quoted beside which its producer's own figure is given anyway."""
    return source.table is not None and any(draft.holdings.originals(source.table, row) for row in source.rows)


def _held(draft: Draft, places: Iterable[NotedPlace]) -> bool:
    held = {document.publication.id for document in draft.holdings.documents}
    return all(place.publication in held for place in places)


def _cite(draft: Draft, place: NotedPlace) -> list[str]:
    """The marks of a place: as cited already, or of the prose or the row that holds its figures."""
    if cited := _cited(draft, place):
        return [cited]
    return [draft.cite_text(*found) for found in _passages(draft, place)] or _cite_row(draft, place)


def _cited(draft: Draft, place: NotedPlace) -> str:
    """The mark of a source of the answer that quotes all the figures of a place; "" where none does."""
    for citation in draft.citations:
        named, at = place.named_in(citation.publication), citation.locator
        same = citation.publication.id == place.publication and f"{named},".startswith(f"{at.place},")
        if named and same and _has_all(citation.quote, place.figures):
            return f"[{citation.number}]"
    return ""


def _cite_row(draft: Draft, place: NotedPlace) -> list[str]:
    """The marks of table rows that hold the figures of a place: one row if it has all, else the first for each."""
    rows = [
        (document.publication, chunk, f"{chunk.table.title} {chunk.text}")
        for document in draft.holdings.documents
        if document.publication.id == place.publication
        for chunk in chunks(document)
        if chunk.table is not None
        and place.named_in(document.publication) in (chunk.locator.named, chunk.locator.place)
    ]
    whole = [row for row in rows if _has_all(row[2], place.figures)][:1]
    each = [row for figure in place.figures for row in [row for row in rows if stands(figure, row[2])][:1]]
    marks = []
    for publication, chunk, _ in whole or each:
        assert chunk.table is not None and chunk.row is not None
        marks.append(draft.cite_row(publication, chunk.table, chunk.row, chunk.locator, chunk.text))
    return marks


def _passages(draft: Draft, place: NotedPlace) -> list[tuple[Publication, Passage, str]]:
    """The passages that hold the figures of a place, with the sentences that do: one if one has all, else the first
    for each figure; none where a figure stands in no passage of the place.
    """
    at_place = [
        (publication, passage)
        for publication, passage in draft.holdings.passages()
        if publication.id == place.publication and passage.locator.named == place.named_in(publication)
    ]
    whole = next((found for found in at_place if _has_all(found[1].text, place.figures)), None)
    if whole is not None:
        return [(*whole, _telling(whole[1], place.figures))]
    each = [next((found for found in at_place if stands(figure, found[1].text)), None) for figure in place.figures]
    if None in each:
        return []
    chosen = {id(found[1]): found for found in each if found is not None}
    return [(*found, _telling(found[1], place.figures)) for found in chosen.values()]


def _telling(passage: Passage, figures: Sequence[str]) -> str:
    """The sentences of a passage that hold figures, few of them and in order, with a gap where some are left out."""
    chosen: set[int] = set()
    sentences = passage.sentences
    for n in sorted(range(len(sentences)), key=lambda n: -sum(stands(figure, sentences[n]) for figure in figures)):
        held = " ".join(sentences[m] for m in chosen)
        if any(stands(figure, sentences[n]) and not stands(figure, held) for figure in figures):
            chosen.add(n)
    quote = ""
    for n in sorted(chosen):
        last = quote.rsplit(GAP, 1)[-1]
        between = next((space for space in (" ", "\n") if f"{last}{space}{sentences[n]}" in passage.text), GAP)
        quote += between + sentences[n] if quote else sentences[n]
    return quote or passage.text


def _has_all(text: str, figures: Sequence[str]) -> bool:
    return all(stands(figure, text) for figure in figures)
