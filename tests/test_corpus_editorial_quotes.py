"""A note is found by a quote of one of its places, or by what question and quote are about, and by nothing else."""

from datetime import date

import pytest
from test_corpus_editorial import NOTES, held

from corpus.editorial import EditorialNote, NotedPlace, notes_on_quote, stands
from corpus.models import Locator, Publication

REPORT = Publication(id="report", title="Made-up Report 2031", published=date(2031, 1, 1))
SUMMARY = Publication(id="report", title="Made-up Report 2031", summary=True)
OTHER = Publication(id="other", title="Another Report 2031")


def place(where: str, *figures: str, library: str | None = None, publication: str = "report") -> NotedPlace:
    return NotedPlace(publication=publication, place=where, figures=figures, library=library)


def note(name: str, *places: NotedPlace, about: tuple[str, ...] = ("nothing that is asked",)) -> EditorialNote:
    return EditorialNote(id=name, kind="differs", says="Two ways.", places=places, about=about)


FERRIES = note("ferries", place("Key facts", "32,848", "March 2016", library="Section: Facts"))
SHARES = note("shares", place("paragraph 2", "31%", "3.8", "5.0", "4.1"))
SMALL = note("small", place("paragraph 3", "9", "26"))
WORDS = note("words", place("paragraph 4", "last third"), about=("anchor third",))
ROW = note("row", place("Figure 4", "63", "requirements"))
ABOUT = note("about", place("paragraph 9", "118%"), about=("harbour workload master", "quay 118%"))
WALL = note("wall", place("paragraph 9", "118%"), about=("old pier wall 118%",))
MADE_UP = (FERRIES, SHARES, SMALL, WORDS, ROW, ABOUT, WALL)


def found(quoted: str, at: str, question: str = "", publication: Publication = REPORT, main: bool = True) -> list[str]:
    where, _, row = at.partition("|")
    locator = Locator(publication.id, where, row)
    return [n.id for n in notes_on_quote(publication, locator, quoted, question, MADE_UP, main=main)]


@pytest.mark.parametrize(
    ("quoted", "at", "ids"),
    [
        pytest.param("There were 32,848 ferries.", "Key facts", ["ferries"], id="its-figure-at-its-place"),
        pytest.param("There were 132,848 ferries.", "Key facts", [], id="inside-another-figure"),
        pytest.param("There were 32,848 ferries.", "paragraph 7", [], id="another-place"),
        pytest.param("It was foggy in March 2016.", "Key facts", [], id="a-date-alone-tells-nothing"),
        pytest.param("Up by 31%, from 3.8.", "paragraph 2", ["shares"], id="half-of-its-figures"),
        pytest.param("Fog on 31% of days.", "paragraph 2", [], id="one-of-four-figures"),
        pytest.param("9 of 26 sailed.", "paragraph 3", ["small"], id="small-numbers-together"),
        pytest.param("9 of 27 sailed.", "paragraph 3", [], id="one-small-number"),
        pytest.param("Until the last third.", "paragraph 4", [], id="words-alone-tell-nothing"),
        pytest.param("Met requirements: 63", "Figure 4|Met", ["row"], id="a-row-with-figure-and-words"),
        pytest.param("Ropes coiled: 63", "Figure 4|Ropes", [], id="another-row-with-the-same-figure"),
    ],
)
def test_by_the_place_quoted(quoted: str, at: str, ids: list[str]) -> None:
    assert found(quoted, at) == ids


def test_a_place_is_named_as_the_document_names_it() -> None:
    said = "There were 32,848 ferries."
    assert found(said, "Section: Facts", publication=SUMMARY) == ["ferries"]
    assert found(said, "Key facts", publication=SUMMARY) == []
    assert found(said, "Section: Facts") == []


def test_another_publication_with_the_same_figure_is_not_meant() -> None:
    assert found("There were 32,848 ferries.", "Key facts", publication=OTHER) == []


@pytest.mark.parametrize(
    ("question", "quoted", "main", "ids"),
    [
        pytest.param("What is the workload at harbours?", "A master has 40.", True, ["about"], id="together"),
        pytest.param("What is the workload at harbours?", "A master has 40.", False, ["about"], id="beside-the-answer"),
        pytest.param("What does a master do?", "The harbour and its workload.", True, [], id="little-of-it-asked"),
        pytest.param("What is the workload?", "Harbours are damp.", True, [], id="a-word-in-neither"),
        pytest.param(
            "How busy is the quay?", "The quay was at 118% of capacity.", True, ["about"], id="all-in-the-quote"
        ),
        pytest.param("How busy is the quay?", "The quay was at 118% of capacity.", False, [], id="quoted-in-passing"),
        pytest.param("Is the old pier wall full?", "The old pier: 118%.", True, ["wall"], id="most-of-it-asked"),
        pytest.param("Is the old pier wall full?", "The old pier: 118%.", False, [], id="its-figure-in-passing"),
        pytest.param("Is the old pier wall at 118%?", "The old pier is.", False, ["wall"], id="its-figure-asked-about"),
        pytest.param("Is it foggy?", "The quay was at 118% of capacity.", True, [], id="quoted-but-not-asked"),
    ],
)
def test_by_what_question_and_quote_are_about(question: str, quoted: str, main: bool, ids: list[str]) -> None:
    assert found(quoted, "paragraph 1", question, main=main) == ids


def test_beside_the_answer_a_figure_at_its_place_counts_where_most_is_asked() -> None:
    said, at = "The old pier: 118%.", "paragraph 9"
    assert found(said, at, "Is the old pier wall full?", main=False) == ["wall"]
    assert found(said, at, "Is it foggy?", main=False) == []


def test_beside_the_answer_a_place_alone_does_not_count() -> None:
    assert found("There were 32,848 ferries.", "Key facts", main=False) == []


@pytest.mark.parametrize(
    ("figure", "text", "stand"),
    [("7", "7 of 97", True), ("7", "97", False), ("7", "7.5", False), ("7", "1,007", False), ("9.7", "9.7pp", True),
     ("Last Third", "the  last\nthird", True)],
)  # fmt: skip
def test_a_figure_stands_whole(figure: str, text: str, stand: bool) -> None:
    assert stands(figure, text) is stand


TOLD_BY_FIGURES = [
    pytest.param(each, where, id=f"{each.id}: {where.place}")
    for each in NOTES
    for where in each.places
    if where.telling and where.in_library and not where.place.startswith(("Table", "Figure"))
]


@pytest.mark.parametrize(("each", "where"), TOLD_BY_FIGURES)
def test_each_shipped_note_is_found_by_quoting_its_place_in_the_library(each: EditorialNote, where: NotedPlace) -> None:
    document = held(where.publication)
    at_place = [passage for passage in document.passages if str(passage.locator) == where.in_library]
    assert any(
        notes_on_quote(document.publication, passage.locator, passage.text, "", [each], main=True)
        for passage in at_place
    )


def test_most_of_the_library_touches_no_note() -> None:
    touched = sum(
        bool(notes_on_quote(document.publication, passage.locator, passage.text, "", NOTES, main=True))
        for document in map(held, sorted({where.publication for each in NOTES for where in each.places}))
        for passage in document.passages
    )
    assert 0 < touched < 150
