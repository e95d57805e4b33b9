"""Names in a question are known by what is held: made-up codes, measures, areas and slips in them."""

from dataclasses import replace
from decimal import Decimal

import pytest
from made_up import bulletins

from assistant.holdings import Holdings
from assistant.recognise import Recogniser, best, numbers
from assistant.words import fold
from corpus.aliases import aliases

ALIASES = replace(
    aliases(),
    services={"Probation": ("Probation Service", "Probation"), "CRS": ("CRS", "Commissioned Services")},
    areas={"North Marsh": ("NM", "the north fen"), "Nowhere": ("no such place",)},
    elsewhere=("Atlantis",),
    short_forms={"QM": ("made-up measure",)},
    measure_words={"lamps": "lanterns", "in ten days": "within ten days"},
)


@pytest.fixture(scope="module")
def recogniser():
    return Recogniser(Holdings(bulletins()), ALIASES)


def named(measures):
    return [f"{m.service} {m.code}" for m in measures]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("what was qm103", ["Probation QM103"], id="lower-case"),
        pytest.param("QM 103 please", ["Probation QM103"], id="space"),
        pytest.param("qm-103?", ["Probation QM103"], id="hyphen"),
        pytest.param("qm0103", ["Probation QM103"], id="leading-zero"),
        pytest.param("qm101", ["Probation QM101", "CRS QM101"], id="one-code-of-two-services"),
        pytest.param("qm105r", ["Probation QM105R"], id="revision"),
        pytest.param("qm105", ["Probation QM105R", "Probation QM105S"], id="all-revisions"),
        pytest.param("qm107b", ["Probation QM107b"], id="part"),
        pytest.param("qm107", ["Probation QM107a", "Probation QM107b"], id="all-parts"),
        pytest.param("qm103 and qm104", ["Probation QM103", "Probation QM104"], id="two"),
        pytest.param("the 103rd visit, model xqm103", [], id="no-code"),
    ],
)
def test_codes_are_those_held(recogniser, text, found):
    codes, unknown = recogniser.codes(fold(text))
    assert named(codes) == found
    assert unknown == []


@pytest.mark.parametrize("text", ["qm999", "QM 999", "qm107z", "qm103s"])
def test_a_code_of_the_series_that_is_not_held_is_said_to_be_unknown(recogniser, text):
    codes, unknown = recogniser.codes(fold(text))
    assert codes == []
    assert unknown == [text.replace(" ", "").upper()]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("letters answered within ten days", "QM102"),
        ("were the letters answered in ten days", "QM102"),
        ("share of ferry trips cancelled", "QM103"),
        ("boats that were returned", "QM106"),
        ("ropes coiled at dusk", "QM107b"),
        ("lamps lit for watched ships", "QM105S"),
        ("kettles mended", "QM101"),
    ],
)
def test_a_measure_is_known_by_its_words_in_any_order_and_form(recogniser, text, code):
    assert recogniser.measures(fold(text))[0].measure.code == code


def test_parts_that_the_words_leave_open_are_all_likely(recogniser):
    likely = best(recogniser.measures("ropes coiled"))
    assert {match.measure.code for match in likely} == {"QM107a", "QM107b"}


def test_shares_are_from_0_to_1_and_likeliest_first(recogniser):
    matches = recogniser.measures("letters answered and boats returned and lanterns lit")
    assert len(matches) >= 3
    assert all(0 <= share <= 1 for m in matches for share in (m.named, m.told))
    assert [m.score for m in matches] == sorted((m.score for m in matches), reverse=True)


def test_words_of_no_measure_name_none(recogniser):
    assert recogniser.measures("how many camels") == []


def test_a_service_narrows_the_measures(recogniser):
    assert {m.measure.service for m in recogniser.measures("kettles letters", "CRS")} == {"CRS"}


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        pytest.param("Lettters answerd", "letters answered", id="measure"),
        pytest.param("North Mrash", "north marsh", id="area"),
        pytest.param("gardens dug", "gardens dug", id="no-slip"),
        pytest.param("qm1O3 in 2031-32", "qm1o3 in 2031-32", id="digits-are-left"),
        pytest.param("xylophone", "xylophone", id="nothing-near"),
        pytest.param("tha", "tha", id="short-words-are-left"),
        pytest.param("scorcard", "scorecard", id="words-of-asking"),
    ],
)
def test_slips_in_names_are_mended(recogniser, text, mended):
    assert recogniser.mend(text) == mended


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("upper dale and north marsh", ("Upper Dale", "North Marsh")),
        ("nm", ("North Marsh",)),
        ("the north fen", ("North Marsh",)),
        ("northmarsh or the upper dales", ()),
        ("no such place", ()),
        ("england and wales", ("England and Wales",)),
        ("north marsh, nm, north marsh", ("North Marsh",)),
    ],
)
def test_areas_are_those_held_each_once_in_the_questions_order(recogniser, text, areas):
    assert recogniser.places.areas(text) == areas


def test_a_text_without_its_areas(recogniser):
    assert recogniser.places.without_areas("ratings of nm and upper dale now").split() == [
        "ratings",
        "of",
        "and",
        "now",
    ]


@pytest.mark.parametrize(("text", "place"), [("targets in atlantis", "Atlantis"), ("atlantisian", ""), ("", "")])
def test_a_place_that_is_not_covered_is_known(recogniser, text, place):
    assert recogniser.elsewhere(text) == place


@pytest.mark.parametrize(
    ("text", "service"), [("crs targets", "CRS"), ("probation targets", ""), ("commissioned services", "CRS")]
)
def test_a_service_other_than_the_main_one_is_known(recogniser, text, service):
    assert recogniser.service(text) == service


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("what is 75.5%?", ["75.5"], id="percent"),
        pytest.param("75 per cent", ["75"], id="per-cent"),
        pytest.param("75 percent", ["75"], id="one-word"),
        pytest.param("it was 75.5.", ["75.5"], id="decimal-at-the-end"),
        pytest.param("a score of 60 please", ["60"], id="whole-score"),
        pytest.param("a score of 60.", ["60"], id="whole-score-at-the-end"),
        pytest.param("a score of 75.5%", ["75.5"], id="score-with-decimals"),
        pytest.param("a score of 75.5", ["75.5"], id="score-with-decimals-and-no-sign"),
        pytest.param("a region scoring 45.5 of the maximum", ["45.5"], id="scoring"),
        pytest.param("from 45.4% to 45.5%", ["45.4", "45.5"], id="two"),
        pytest.param("table 2 of 2031, 12 regions", [], id="no-values"),
        pytest.param("£3.5 million", [], id="money"),
    ],
)
def test_values_a_question_gives(text, found):
    assert numbers(text) == tuple(map(Decimal, found))


def test_with_nothing_held_nothing_is_recognised():
    empty = Recogniser(Holdings(()), ALIASES)
    assert empty.codes("qm101") == ([], [])
    assert empty.measures("letters answered") == []
    assert empty.places.areas("north marsh") == ()
