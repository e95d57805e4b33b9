"""Editorial notes: every figure stands where its note says, and a note is shown where it bears and nowhere else."""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path

import pytest

from corpus.editorial import EditorialNote, NotedPlace, editorial_notes, notes_about, notes_on, read_notes
from corpus.errors import UnreadableFile
from corpus.library import documents
from corpus.models import Document
from corpus.periods import Period, parse_period
from corpus.read import read
from corpus.sentences import split

NOTES = editorial_notes()
PLACES = [pytest.param(place, id=f"{note.id}: {place.place}") for note in NOTES for place in note.places]
EACH = pytest.mark.parametrize("note", [pytest.param(note, id=note.id) for note in NOTES])
COPIED = 8  # words in a row that also stand in a publication
IN_WORDS = re.compile(r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b")
REFERENCE = re.compile(r"\bSL\d+\w*|\b(?:paragraph|Figure|Table|footnote) \d+(?:\.\d+)*", re.I)


def held(publication: str) -> Document:
    return next(document for document in documents() if document.publication.id == publication)


@cache
def full_text(folder: Path, publication: str) -> Document:
    return read(folder / f"{publication}.txt", documents())


def parts_at(document: Document, place: str) -> Iterator[str]:
    """What a document has at a place: passages, a table, or one row of it with the headings."""
    for passage in document.passages:
        if str(passage.locator) == place:
            yield " ".join((*passage.section, passage.text))
    for table in document.tables:
        for row in table.rows:
            code = row[0].split(" - ")[0].removeprefix("CRS ")
            if place in (table.locator.place, f"{table.locator.place}, {code}"):
                yield " ".join((table.title, *table.headers, *row))


def raw_figure(folder: Path, place: NotedPlace) -> str:
    """A figure's whole block of the raw text: the reader leaves out what extraction has scrambled."""
    text = (folder / f"{place.publication}.txt").read_text(encoding="utf-8")
    block = re.search(rf"^{place.place}\s*$.*?^Source:", text, re.M | re.S)
    return block[0] if place.place.startswith("Figure") and block else ""


def stands(figure: str, text: str) -> bool:
    """Whether a figure, or words, stand in a text whole: 7 does not stand in 97, 7.5 or 1,007."""
    folded = " ".join(text.split()).casefold()
    return re.search(rf"(?<![\w.,]){re.escape(figure.casefold())}(?:pp)?(?!\w|[.,]\d)", folded) is not None


def worked_out(left: str) -> Decimal:
    """The value of "a - b", "a + b", "a / b" or "(a - b) / c"; a division is in percent."""
    top, _, bottom = left.partition(" / ")
    parts = re.findall(r"(?:([+-]) )?([\d,.]+)", top)
    total = sum(Decimal(f"{sign}{number.replace(',', '')}") for sign, number in parts)
    return total / Decimal(bottom.replace(",", "")) * 100 if bottom else Decimal(total)


def runs(text: str) -> set[str]:
    """Every so many words in a row of a text."""
    words = re.findall(r"\w[\w.,/-]*\w|\w", text.lower())
    return {" ".join(words[n : n + COPIED]) for n in range(len(words) - COPIED + 1)}


@cache
def published_runs(folder: Path) -> set[str]:
    return {run for path in folder.glob("*.txt") for run in runs(path.read_text(encoding="utf-8"))}


def untraced(note: EditorialNote) -> str:
    """What is left of a note's words once all that its places, periods, titles and workings give is taken out."""
    titles = [held(place.publication).publication.title for place in note.places]
    known = {figure for place in note.places for figure in place.figures}
    known |= {working.split(" = ")[1] for working in note.workings} | {period.label for period in note.periods}
    known |= {match[0] for title in titles if (match := re.search(r"[A-Z]\w+ \d{4}$", title))}
    left = REFERENCE.sub(" ", note.says)
    for figure in sorted(known, key=len, reverse=True):
        left = re.sub(rf"(?<![\w.,]){re.escape(figure)}(?:pp)?(?!\w|[.,]\d)", " ", left)
    return left


def test_ids_are_unique() -> None:
    assert len({note.id for note in NOTES}) == len(NOTES) > 40


@pytest.mark.parametrize("place", PLACES)
def test_every_figure_stands_in_the_library_where_it_is_said_to(place: NotedPlace) -> None:
    text = " ".join(parts_at(held(place.publication), place.in_library or place.place))
    assert [stands(figure, text) for figure in place.figures] == [bool(place.in_library)] * len(place.figures)


@pytest.mark.parametrize("place", PLACES)
def test_every_figure_stands_in_the_full_text_where_it_is_said_to(place: NotedPlace, publications: Path) -> None:
    parts = parts_at(full_text(publications, place.publication), place.place)
    text = " ".join((*parts, raw_figure(publications, place)))
    assert [figure for figure in place.figures if not stands(figure, text)] == []


@EACH
def test_a_note_says_every_figure_of_its_places_and_no_other(note: EditorialNote) -> None:
    assert [f for place in note.places for f in place.figures if not stands(f, note.says)] == []
    assert not re.search(r"\d", untraced(note)), untraced(note)


@EACH
def test_a_number_in_words_is_one_of_a_place_too(note: EditorialNote) -> None:
    figures = " ".join(figure for place in note.places for figure in place.figures).lower()
    assert [word for word in IN_WORDS.findall(note.says.lower()) if not stands(word, figures)] == []


@EACH
def test_workings_come_out_and_start_from_printed_figures(note: EditorialNote) -> None:
    printed = {figure.strip("%").replace(",", "") for place in note.places for figure in place.figures}
    for working in note.workings:
        left, right = working.split(" = ")
        result = Decimal(right.strip("%").replace(",", ""))
        assert worked_out(left).quantize(result, ROUND_HALF_UP) == result
        assert {number.replace(",", "") for number in re.findall(r"[\d,.]+", left)} <= printed


@EACH
def test_a_note_is_short_and_in_our_own_words(note: EditorialNote, publications: Path) -> None:
    assert runs(note.says) & published_runs(publications) == set()
    assert len(split(note.says)) <= 2


@pytest.mark.parametrize("note", [pytest.param(note, id=note.id) for note in NOTES if note.measure])
def test_a_measures_note_finds_the_figure_it_is_about(note: EditorialNote) -> None:
    figures = {(place.publication, place.place): place.figures for place in note.places}
    seen = [
        (o.locator.publication, str(o.locator), o.shown)
        for document in documents()
        for o in document.observations
        if note in notes_on(o.measure.code, o.measure.service, o.period, NOTES)
    ]
    assert seen
    assert all(shown in figures[publication, place] for publication, place, shown in seen)


@pytest.mark.parametrize("note", [pytest.param(note, id=note.id) for note in NOTES if note.about])
def test_what_a_note_is_about_finds_a_place_of_its_own(note: EditorialNote) -> None:
    parts = [part for place in note.places for part in parts_at(held(place.publication), place.in_library)]
    assert any(notes_about(part, [note]) for part in parts)


SOME = NotedPlace(publication="made-up", place="Table 9", figures=("1.5",))
YEAR = parse_period("2030-31")
FIRST = EditorialNote(id="a", kind="differs", says="Two ways.", places=(SOME,), measure="SL901", service="Probation")
PART = parse_period("May 2030 to March 2031")
assert YEAR and PART
SECOND = EditorialNote(
    id="b", kind="rounded", says="Rounded.", places=(SOME,), measure="SL901", service="Probation", periods=(PART,)
)
THIRD = EditorialNote(id="c", kind="misprint", says="A slip.", places=(SOME,), about=("hostel harm", "bed 12%"))
MADE_UP = (FIRST, SECOND, THIRD)


@pytest.mark.parametrize(
    ("code", "service", "period", "ids"),
    [
        pytest.param("SL901", "Probation", YEAR, ["a", "b"], id="a-note-on-part-of-the-year-bears-on-it"),
        pytest.param("sl901", "Probation", PART, ["a", "b"], id="however-the-code-is-written"),
        pytest.param("SL901", "Probation", parse_period("April 2030"), ["a"], id="another-part-of-the-year"),
        pytest.param("SL901", "Probation", parse_period("2031-32"), ["a"], id="another-year"),
        pytest.param("SL901", "Probation", None, ["a", "b"], id="no-period-named"),
        pytest.param("SL901", "CRS", YEAR, [], id="the-same-code-of-another-service"),
        pytest.param("SL901R", "Probation", YEAR, [], id="a-revised-definition"),
        pytest.param("", "", YEAR, [], id="no-measure"),
    ],
)
def test_notes_on_a_measure(code: str, service: str, period: Period | None, ids: list[str]) -> None:
    assert [note.id for note in notes_on(code, service, period, MADE_UP)] == ids


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("How was risk of harm handled in Hostels?", True),
        ("Hostels were full.", False),
        ("12% of beds were empty.", True),
        ("112% of beds were taken.", False),
        ("120 beds were taken.", False),
        ("", False),
    ],
)
def test_notes_about_what_has_no_code(text: str, found: bool) -> None:
    assert [note.id for note in notes_about(text, MADE_UP)] == ["c"] * found


GOOD = """
[[note]]
id = "x"
kind = "differs"
about = ["hostel"]
says = "Two figures."
places = [{ publication = "made-up", place = "Table 9", figures = ["1.5"] }]
"""


def test_a_file_of_notes_is_read(tmp_path: Path) -> None:
    path = tmp_path / "notes.toml"
    path.write_text(GOOD, encoding="utf-8")
    assert [(note.id, note.places) for note in read_notes(path)] == [("x", (SOME,))]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        pytest.param('id = "x"', "id = x", "not TOML", id="toml"),
        pytest.param('"differs"', '"odd"', r"note 'x' kind: .*'overstated'", id="kind"),
        pytest.param("says", "said", r"note 'x' says: .*required", id="missing"),
        pytest.param("says", "colour = 'red'\nsays", r"note 'x' colour: ", id="unknown-key"),
        pytest.param("says", "periods = ['soon']\nsays", r"note 'x' periods\.0: 'soon' names", id="period"),
        pytest.param("says", "measure = 'SL901'\nsays", r"note 'x': a measure and its service", id="no-service"),
        pytest.param('["hostel"]', "[]", r"note 'x': a note names a measure or", id="about-nothing"),
        pytest.param('["1.5"]', "[]", r"note 'x': .* each place has figures", id="no-figures"),
        pytest.param('["1.5"]', "[1.5]", r"note 'x' places\.0\.figures\.0: .*string", id="figure-not-as-printed"),
        pytest.param(GOOD, GOOD + GOOD, "two notes have the id 'x'", id="twice"),
        pytest.param("[[note]]", "[note]", r"not a list of \[\[note\]\]", id="one-table"),
        pytest.param("[[note]]", "[[notes]]", r"not a list of \[\[note\]\]", id="another-table"),
        pytest.param('id = "x"', "", "note 1 id: .*required", id="no-id"),
    ],
)
def test_a_broken_file_says_in_one_line_what_is_wrong(tmp_path: Path, old: str, new: str, says: str) -> None:
    path = tmp_path / "notes.toml"
    path.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(UnreadableFile, match=says) as error:
        read_notes(path)
    assert str(path) in str(error.value) and "\n" not in str(error.value)
