"""What has ended: every date stands where it is said to, and a publication carries it only if it is older."""

from datetime import date
from pathlib import Path

import pytest
from test_corpus_editorial import full_text, held, parts_at, published_runs, runs, stands

from corpus.editorial import NotedPlace
from corpus.ended import Ended, as_at, ended_since, read_ended, what_ended
from corpus.errors import UnreadableFile
from corpus.models import Publication
from corpus.periods import month, parse_period

EACH = pytest.mark.parametrize("one", [pytest.param(one, id=one.id) for one in what_ended()])
PLACES = [pytest.param(place, id=f"{one.id}: {place.place}") for one in what_ended() for place in one.places]


@pytest.mark.parametrize("place", PLACES)
def test_every_date_and_name_stands_in_the_library(place: NotedPlace) -> None:
    text = " ".join(parts_at(held(place.publication), place.in_library))
    assert [figure for figure in place.figures if not stands(figure, text)] == []


@pytest.mark.parametrize("place", PLACES)
def test_every_date_and_name_stands_in_the_full_text(place: NotedPlace, publications: Path) -> None:
    text = " ".join(parts_at(full_text(publications, place.publication), place.place))
    assert [figure for figure in place.figures if not stands(figure, text)] == []


@EACH
def test_the_first_place_says_until_when(one: Ended) -> None:
    assert one.until.label in one.says
    assert one.until.label in one.places[0].figures


@EACH
def test_it_is_said_in_our_own_words(one: Ended, publications: Path) -> None:
    assert runs(one.says) & published_runs(publications) == set()


def publication(published: date | None = None, period: str = "", title: str = "Made-up Report") -> Publication:
    return Publication(id="made-up", title=title, published=published, period=period)


@pytest.mark.parametrize(
    ("made", "known"),
    [
        pytest.param(publication(date(2017, 12, 14)), month(2017, 12), id="published"),
        pytest.param(publication(period="April 2020 to March 2021"), month(2021, 3), id="period"),
        pytest.param(
            publication(date(2021, 7, 1), "April 2020 to March 2021"), month(2021, 3), id="the-data-are-older"
        ),
        pytest.param(
            publication(date(2025, 10, 1), "2021, with plans to 2028-29"), month(2025, 10), id="only-plans-later"
        ),
        pytest.param(publication(title="Made-up Report 2016-17"), month(2017, 3), id="titled"),
        pytest.param(publication(), None, id="no-date"),
    ],
)
def test_what_a_publication_can_know(made: Publication, known: int | None) -> None:
    assert as_at(made) == known


SPRING, AUTUMN = parse_period("June 2021"), parse_period("September 2024")
assert SPRING and AUTUMN
SAID = NotedPlace(publication="made-up", place="paragraph 1", figures=("June 2021",))
FERRY = Ended(id="ferry", terms=("Ferry Trust", "FT"), until=SPRING, says="it ended in June 2021", places=(SAID,))
QUAY = Ended(id="quay", terms=("quay card",), until=SPRING, says="it was a trust's, until June 2021", places=(SAID,))
BUOY = Ended(id="buoy", terms=("buoy scheme",), until=AUTUMN, says="it ended in September 2024", places=(SAID,))
OLD, BETWEEN, NEW = publication(date(2017, 1, 1)), publication(date(2022, 1, 1)), publication(date(2025, 1, 1))


@pytest.mark.parametrize(
    ("made", "text", "ids"),
    [
        pytest.param(OLD, "The Ferry Trust sails.", ["ferry"], id="named"),
        pytest.param(OLD, "The ferry\ntrust sails.", ["ferry"], id="in-any-case-over-a-line-end"),
        pytest.param(OLD, "FT sails, LIFT does not.", ["ferry"], id="short-form"),
        pytest.param(OLD, "LIFTS and FTSE", [], id="inside-another-word"),
        pytest.param(OLD, "Ferries sail.", [], id="not-named"),
        pytest.param(OLD, "Quay cards of the FT, a quay card.", ["ferry"], id="said-once-of-what-ended-together"),
        pytest.param(OLD, "A quay card and a buoy scheme.", ["quay", "buoy"], id="two-ends"),
        pytest.param(BETWEEN, "The FT's buoy scheme.", ["buoy"], id="between-the-two-ends"),
        pytest.param(NEW, "The FT's buoy scheme.", [], id="after-both"),
        pytest.param(publication(date(2021, 6, 30)), "The FT.", [], id="the-month-it-ended"),
        pytest.param(publication(date(2021, 5, 31)), "The FT.", ["ferry"], id="the-month-before"),
        pytest.param(publication(), "The FT.", [], id="undated"),
    ],
)
def test_only_what_ended_after_a_publication(made: Publication, text: str, ids: list[str]) -> None:
    assert [one.id for one in ended_since(made, text, (FERRY, QUAY, BUOY))] == ids


GOOD = """
[[ended]]
id = "x"
terms = ["Ferry Trust"]
until = "June 2021"
says = "it ended in June 2021"
places = [{ publication = "made-up", place = "paragraph 1", figures = ["June 2021"] }]
"""


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "ended.toml"
    path.write_text(GOOD, encoding="utf-8")
    assert [(one.id, one.until, one.places) for one in read_ended(path)] == [("x", SPRING, (SAID,))]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        pytest.param('id = "x"', "id = x", "not TOML", id="toml"),
        pytest.param("[[ended]]", "[[end]]", r"not a list of \[\[ended\]\]", id="another-table"),
        pytest.param('"June 2021"\nsays', '"soon"\nsays', r"ended 'x' until: 'soon' names", id="period"),
        pytest.param('["Ferry Trust"]', "[]", r"ended 'x': what ended has terms", id="no-terms"),
        pytest.param("says", "colour = 'red'\nsays", r"ended 'x' colour: ", id="unknown-key"),
    ],
)
def test_a_broken_file_says_in_one_line_what_is_wrong(tmp_path: Path, old: str, new: str, says: str) -> None:
    path = tmp_path / "ended.toml"
    path.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(UnreadableFile, match=says) as error:
        read_ended(path)
    assert "\n" not in str(error.value)
