from decimal import Decimal

import pytest

from corpus.models import Band, Document, Locator, Measure, Observation, Publication
from corpus.periods import Period, performance_year
from index import lookup

YEAR = performance_year(2030)
ELEVEN_MONTHS = Period(YEAR.first + 1, YEAR.last)
PLACE = Locator("made-up", "Table 1", "XX001")


def observed(code="XX001", service="Probation", area="North", period=YEAR, unit="percent"):
    return Observation(
        measure=Measure(code, "Made-up measure", service),
        period=period,
        value=Decimal("50.0"),
        shown="50.0",
        unit=unit,
        locator=PLACE,
        area=area,
    )


HELD = [
    observed(),
    observed(code="XX002", period=ELEVEN_MONTHS),
    observed(service="CRS"),
    observed(area="South", period=YEAR.shifted(-1), unit="rating"),
]
BANDS = (
    Band(1, "Low", None, Decimal(40), PLACE, "1 Low | below 40%"),
    Band(2, "High", Decimal(40), None, PLACE, "2 High | 40% or more"),
)
DOCUMENTS = [Document(publication=Publication(id="made-up", title="Made up"), observations=tuple(HELD), bands=BANDS)]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        pytest.param({}, [0, 1, 2, 3], id="nothing-asked"),
        pytest.param({"code": "xx001", "service": "Probation", "period": YEAR}, [0], id="code-any-case"),
        pytest.param({"period": YEAR}, [0, 1, 2], id="part-of-a-year-is-in-the-year"),
        pytest.param({"period": ELEVEN_MONTHS}, [1], id="a-year-is-not-in-its-part"),
        pytest.param({"area": "South"}, [3], id="area"),
        pytest.param({"unit": "rating"}, [3], id="unit"),
        pytest.param({"code": "XX00"}, [], id="no-likeness"),
    ],
)
def test_observations_agree_with_everything_given(asked, expected):
    assert lookup.observations(DOCUMENTS, **asked) == [HELD[number] for number in expected]


def test_bands_by_rating_and_publication():
    assert [band.name for band in lookup.bands(DOCUMENTS, rating=2)] == ["High"]
    assert lookup.bands(DOCUMENTS, publication="another") == []
    assert len(lookup.bands(DOCUMENTS)) == 2
