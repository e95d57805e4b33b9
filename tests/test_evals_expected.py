"""Expected figures are worked out from observations: here of a made-up bulletin, then of the library."""

import re
from decimal import Decimal

import pytest

from corpus.errors import ProbationError
from corpus.models import Band, Document, Locator, Measure, Observation, Publication
from corpus.periods import performance_year
from evals import generate
from evals.expected import OPERATIONS, work_out
from evals.published import Expect, Published

YEARS = {"2030-31": performance_year(2030), "2031-32": performance_year(2031)}


def number(text):
    return Decimal(text) if text else None


def measure(year, code, value, target, change="", **fields):
    return Observation(
        measure=Measure(code, f"Name of {code}", "Probation"),
        period=YEARS[year],
        value=number(value),
        shown=value,
        unit="percent",
        target=number(target),
        change=number(change),
        locator=Locator(year, "Table 2", code),
        **fields,
    )


def rating(year, area, value):
    return Observation(
        measure=Measure("", "Rating"), period=YEARS[year], value=Decimal(value), shown=value, unit="rating",
        area=area, locator=Locator(year, "Table 1", area),
    )  # fmt: skip


def bulletin(year, *observations):
    bands = tuple(
        Band(rank, name, number(lower), None, Locator(year, "Table of bands"), "")
        for rank, name, lower in ((2, "Fair", "50.0"), (1, "Poor", ""), (3, "Very good", "80.5"))
    )
    publication = Publication(id=year, title=f"Made-up bulletin {year}")
    return Document(publication=publication, observations=observations, bands=bands)


PUBLISHED = Published(
    (
        bulletin(
            "2030-31",
            measure("2030-31", "AB1", "60.0", "55.0", "2.0"),
            measure("2030-31", "AB2", "40.5", "70.0", "-1.5"),
            measure("2030-31", "AB3", "1.2", "2.0", "0.4", lower_is_better=True),
            measure("2030-31", "AB4", "", "", counted=False),
            measure("2030-31", "AB5", "90.0", "80.0", "9.9", counted=False),
            rating("2030-31", "North, East & West", "2"),
            rating("2030-31", "South", "1"),
            rating("2030-31", "England and Wales", "2"),
        ),
        bulletin(
            "2031-32",
            measure("2031-32", "AB1", "62.5", "65.0"),
            rating("2031-32", "North, East & West", "1"),
            rating("2031-32", "South", "3"),
        ),
    )
)
BOTH = ("2030-31", "2031-32")


@pytest.mark.parametrize(
    ("expect", "figures", "words"),
    [
        ({"op": "value", "code": "ab1"}, ("60.0",), ()),
        ({"op": "value", "name": "of AB2"}, ("40.5",), ()),
        ({"op": "target", "code": "AB1", "years": BOTH}, ("55.0", "65.0"), ()),
        ({"op": "change", "code": "AB2"}, ("1.5",), ()),
        ({"op": "gap", "code": "AB2"}, ("29.5",), ()),
        ({"op": "difference", "code": "AB1", "years": BOTH}, ("60.0", "62.5", "2.5"), ()),
        ({"op": "count", "what": "met"}, ("2", "3"), ()),
        ({"op": "count", "what": "improved"}, ("1", "3"), ()),
        ({"op": "list", "what": "declined"}, ("AB2", "AB3"), ()),
        ({"op": "most", "what": "declined"}, ("AB2", "1.5"), ()),
        ({"op": "furthest", "what": "missed"}, ("AB2", "29.5"), ()),
        ({"op": "rating", "area": "South"}, ("1",), ("Poor",)),
        ({"op": "regions", "rating": 2}, (), ("North",)),
        ({"op": "region_count", "rating": 2}, ("1",), ()),
        ({"op": "moved", "what": "improved", "years": BOTH}, (), ("South",)),
        ({"op": "moved", "what": "declined", "years": BOTH}, (), ("North",)),
        ({"op": "band", "score": "80.5"}, ("3",), ("Very good",)),
        ({"op": "band", "score": "80.4"}, ("2",), ("Fair",)),
        ({"op": "band", "score": "3"}, ("1",), ("Poor",)),
        ({"op": "threshold", "rating": 3}, ("80.5",), ()),
        ({"op": "short", "rating": 3, "score": "79.25"}, ("1.25",), ()),
    ],
    ids=lambda value: value["op"] if isinstance(value, dict) else None,
)
def test_worked_out(expect, figures, words):
    expected = work_out(PUBLISHED, Expect.model_validate({"years": ("2030-31",)} | expect))
    assert (expected.figures, expected.words) == (figures, words)


@pytest.mark.parametrize(
    ("code", "matches"),
    [("AB1", "met its target"), ("AB2", "missed its target"), ("AB3", "better than its ceiling")],
)
def test_met_or_missed_is_a_matter_of_words(code, matches):
    expected = work_out(PUBLISHED, Expect(op="met", code=code, years=("2030-31",)))
    assert re.search(expected.words[0], matches)


def test_the_source_is_the_table_of_each_year():
    expected = work_out(PUBLISHED, Expect(op="value", code="AB1", years=BOTH))
    assert [(one.title, one.locator) for one in expected.cite] == [
        ("Made-up bulletin 2030-31", "Table 2"),
        ("Made-up bulletin 2031-32", "Table 2"),
    ]


@pytest.mark.parametrize(
    ("expect", "what"),
    [
        ({"op": "value", "code": "AB9"}, "no observation"),
        ({"op": "value", "code": "AB4"}, "symbol"),
        ({"op": "symbol", "code": "AB1"}, "not a symbol"),
        ({"op": "value", "code": "AB1", "years": ("some day",)}, "no period"),
        ({"op": "guess"}, "No operation 'guess'"),
    ],
)
def test_a_question_that_has_no_such_answer_is_an_error(expect, what):
    with pytest.raises(ProbationError, match=what):
        work_out(PUBLISHED, Expect.model_validate({"years": ("2030-31",)} | expect))


def test_every_operation_is_used_by_our_questions():
    used = {asked.expect.op for asked in generate.read_wording() if asked.expect}
    assert used == set(OPERATIONS)


def test_our_questions_are_up_to_date_with_the_library():
    from corpus.library import documents

    written = generate.as_lines(generate.generate(generate.read_wording(), documents()))
    assert generate.FIGURES.read_text(encoding="utf-8") == written


def test_every_count_a_bulletin_prints_is_worked_out_from_its_tables():
    from corpus.library import documents

    published = Published(documents())
    printed = [count for document in documents() for count in document.counts]
    held = {one.period for document in documents() for one in document.observations if one.target is not None}
    checked = [count for count in printed if count.period in held]
    assert len(checked) >= 10
    for count in checked:
        expect = Expect(op="count", what=count.what, service=count.service, years=(count.period.label,))
        assert work_out(published, expect).figures == (str(count.count), str(count.base)), count.quote
