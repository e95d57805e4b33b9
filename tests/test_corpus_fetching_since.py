"""What has come out since: editions not held, and pages held that changed."""

from datetime import date

import pytest

from corpus.fetching.catalogue import Series
from corpus.fetching.govuk import Edition
from corpus.fetching.since import held_of, lists, since
from corpus.models import Publication

SERIES = Series(name="Lantern Annual", collection="https://lamps.test/collection")
OLD, HELD, NEXT = (f"Lantern Annual, update to March {year}" for year in (2031, 2032, 2033))


def publication(title, published, **more):
    return Publication(id=title, title=title, published=published, **more)


LATEST = [publication(HELD, date(2032, 7, 29)), publication(OLD, date(2031, 7, 24))]


def edition(title, updated):
    return Edition(title, f"https://lamps.test/{title[-4:]}", updated)


def told(editions, fetched_on=None):
    found = since(SERIES, LATEST, editions, lambda address: fetched_on)
    return [(one.title, one.changed) for one in found]


def test_an_edition_that_is_not_held_and_came_later_is_new():
    assert told([edition(HELD, date(2032, 7, 29)), edition(NEXT, date(2033, 7, 28))]) == [(NEXT, False)]


@pytest.mark.parametrize(
    "editions",
    [
        pytest.param([], id="nothing listed"),
        pytest.param([edition(HELD, date(2032, 7, 29)), edition(OLD, date(2031, 7, 24))], id="what is held"),
        pytest.param(
            [edition("Lantern Annual, update to March 2019", date(2019, 7, 25))], id="before all that is held"
        ),
        pytest.param([edition("Boat Annual, update to March 2033", date(2033, 7, 28))], id="another series"),
    ],
)
def test_there_is_nothing_new_otherwise(editions):
    assert told(editions) == []


def test_a_page_held_that_changed_since_is_told_of_until_it_is_fetched():
    changed = [edition(HELD.upper(), date(2032, 8, 12))]
    assert told(changed) == [(HELD.upper(), True)]
    assert told(changed, fetched_on=date(2032, 8, 1)) == [(HELD.upper(), True)]
    assert told(changed, fetched_on=date(2032, 8, 12)) == []


def test_the_latest_comes_first_and_an_edition_without_a_day_is_not_passed_over():
    later = edition("Lantern Annual, update to March 2034", date(2034, 7, 27))
    assert told([edition(NEXT, date(2033, 7, 28)), later, edition("Lantern Annual special", None)]) == [
        (later.title, False),
        (NEXT, False),
        ("Lantern Annual special", False),
    ]


def test_what_is_held_of_a_series_is_its_editions_and_not_their_tables():
    tables = publication(f"{HELD}: data tables", date(2032, 9, 1), data_tables=True)
    other = publication("Boat Annual, update to March 2033", date(2033, 7, 28))
    undated = publication("Lantern Annual special", None)
    named = publication("A bulletin", date(2030, 7, 25), series="Lantern Annual")
    assert held_of(SERIES, [tables, named, *reversed(LATEST), other, undated]) == [*LATEST, named]


def test_a_collection_without_any_edition_says_nothing():
    assert lists(SERIES, [edition(OLD, None)])
    assert not lists(SERIES, [edition("Boat Annual", None)])
