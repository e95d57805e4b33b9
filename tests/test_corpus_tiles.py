"""Every area has a place on the map of tiles that no other has."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.library import documents
from corpus.models import ENGLAND_AND_WALES
from corpus.tiles import placed, places


def test_every_region_of_the_library_has_a_place_of_its_own():
    rated = {o.area for d in documents() for o in d.observations if o.unit == "rating"} - {ENGLAND_AND_WALES}
    assert rated <= places().keys()
    assert len(set(places().values())) == len(places())


def test_an_area_written_otherwise_stands_where_it_is_published_to():
    (name, place), *_ = places().items()
    assert placed([name.upper().replace("&", "&")]) == {name.upper(): place}


def test_areas_without_a_place_stand_beneath():
    (name, (_, row)), *_ = places().items()
    found = placed(["North Marsh", name, "South Marsh"])
    assert {found["North Marsh"][1], found["South Marsh"][1]} == {row + 1, row + 2} or (
        found["North Marsh"][1] == found["South Marsh"][1] == row + 1
    )


@given(st.lists(st.sampled_from([*places(), *(f"Marsh {n}" for n in range(9))]), unique=True))
def test_no_two_areas_share_a_place(areas):
    found = placed(areas)
    assert set(found) == set(areas)
    assert len(set(found.values())) == len(areas)
    assert all(column >= 1 and row >= 1 for column, row in found.values())
