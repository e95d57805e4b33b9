"""Names, dates, codes and other numbers of a model's sentences: those of the sources beside them, in one piece."""

import pytest
from hypothesis import given as given_that
from hypothesis import strategies as st
from lead_fake import Given, faults, passed
from model_behaviours.behaviour import look_up, ratings

from assistant.lead.names import without_measure, without_names

GIVEN = Given(
    [
        *look_up("QM102", service="Probation"),
        *look_up("QM105"),
        *look_up("QM101", service="CRS"),
        *ratings(area="Upper Dale"),
        ("search", {"words": "lantern keepers"}),
    ]
)
LETTERS, DALE = "{Table 2, QM102}", "{Table 1, Upper Dale}"
SOURCES = [GIVEN.source("Table 2, QM102"), GIVEN.source("Table 1, Upper Dale")]
WORDS = [
    "Letters",
    "answered",
    "within",
    "ten",
    "days",
    "QM102",
    "Upper",
    "Dale",
    "Dale's",
    "2031-32",
    "Made-up",
    "Office",
]
WORDS += ["letter", "Table 2", "Good", "is", "(", ")", ".", "’s", "QM102R", "İ", "ß", "ten days", "not", "\n"]


@given_that(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_names_are_blanked_and_nothing_moves(text):
    bare = without_names(text, SOURCES)
    assert len(bare) == len(text)
    assert all(after in (before, " ") for before, after in zip(text, bare, strict=True))


@given_that(st.text(max_size=60))
def test_any_text_keeps_its_length(text):
    assert len(without_names(text, SOURCES)) == len(text)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("Letters answered within ten days rose", "rose", id="whole"),
        pytest.param("letters answered rose", "rose", id="a-part-in-one-piece"),
        pytest.param("Letters rose", "Letters rose", id="one-word-of-it"),
        pytest.param("days answered letters", "days answered letters", id="in-another-order"),
        pytest.param("letters were answered", "letters were answered", id="strewn"),
        pytest.param("Letters answered and letters answered", "and letters answered", id="only-once"),
    ],
)
def test_a_measure_is_named_in_one_piece(text, left):
    (measure,) = {o.measure for o in SOURCES[0].observations}
    assert " ".join(without_measure(text, measure).split()) == left


TRUE = [
    pytest.param(f"Letters answered within ten days was 91.3% {LETTERS}.", id="name"),
    pytest.param(f"Letters answered within ten days (QM102) was 91.3% {LETTERS}.", id="name-and-code"),
    pytest.param(f"QM102 was 91.3% in England and Wales {LETTERS}.", id="area"),
    pytest.param(f"QM102 was 91.3% from April 2031 to March 2032 {LETTERS}.", id="months"),
    pytest.param(f"QM102 was 91.3% in 2031/32 {LETTERS}.", id="another-way-to-write-a-year"),
    pytest.param(f"QM102 was 91.3% in the year ending March 2032 {LETTERS}.", id="year-ending"),
    pytest.param(f"Table 2 gives QM102 as 91.3% {LETTERS}.", id="table"),
    pytest.param(f"The Made-up Office published 91.3% for QM102 {LETTERS}.", id="publisher"),
    pytest.param(f"For the Probation Service, QM102 was 91.3% {LETTERS}.", id="service"),
]
FALSE = [
    pytest.param(f"Letters answered within twelve days was 91.3% {LETTERS}.", "twelve", id="another-number-in-a-name"),
    pytest.param(f"Letters answered within ten weeks was 91.3% {LETTERS}.", "weeks", id="another-word-in-a-name"),
    pytest.param(f"Letters lost within ten days was 91.3% {LETTERS}.", "lost", id="another-verb-in-a-name"),
    pytest.param(f"Letters answered within ten days (QM103) was 91.3% {LETTERS}.", "", id="another-code"),
    pytest.param(f"QM999 was 91.3% {LETTERS}.", "QM999", id="no-code-of-any-measure"),
    pytest.param(f"QM102 was 91.3% in Scotland {LETTERS}.", "", id="elsewhere"),
    pytest.param(f"QM102 was 91.3% in Leeds {LETTERS}.", "", id="a-town"),
    pytest.param(f"QM102 was 91.3% in April 2031 {LETTERS}.", "", id="a-month-of-the-year"),
    pytest.param(f"QM102 was 91.3% in June 2019 {LETTERS}.", "2019", id="another-month"),
    pytest.param(f"QM102 was 91.3% in 2031-32, as in 2019-20 {LETTERS}.", "2019-20", id="a-second-year"),
    pytest.param(f"Table 7 gives QM102 as 91.3% {LETTERS}.", "7", id="another-table"),
    pytest.param(f"The Other Office published 91.3% for QM102 {LETTERS}.", "Office", id="another-publisher"),
    pytest.param(f"The Made-up Office published 91.3% for QM102 on 30 July 2032 {LETTERS}.", "", id="another-day"),
    pytest.param(f"For Commissioned Rehabilitative Services, QM102 was 91.3% {LETTERS}.", "", id="another-service"),
    pytest.param(f"QM102 was 91.3% in all 12 regions {LETTERS}.", "12", id="a-number-of-regions"),
    pytest.param(f"QM102 was 91.3% in eleven regions {LETTERS}.", "", id="a-number-in-words"),
    pytest.param(f"QM102 was 91.3% for the third year {LETTERS}.", "", id="an-ordinal"),
    pytest.param(f"QM102 was 91.3%, at a cost of £3 million {LETTERS}.", "3", id="money"),
    pytest.param(f"QM102 was 91.3%, or 913 letters {LETTERS}.", "913", id="a-count"),
    pytest.param(f"QM102 was 91.3% a week {LETTERS}.", "week", id="per-week"),
    pytest.param(f"Lower Dale was rated 2 (Improvement Required) {DALE}.", "", id="another-region"),
    pytest.param(f"The Dales were rated 2 (Improvement Required) {DALE}.", "", id="a-region-that-is-none"),
    pytest.param(
        f"Upper Dale was rated 2 (Requires Improvement at Once) {DALE}.", "Once", id="another-name-of-a-rating"
    ),
]


@pytest.mark.parametrize("text", TRUE)
def test_names_and_dates_of_the_source_are_shown(text):
    assert passed(GIVEN.check(text, "How did QM102 do in 2031-32?")).citations


@pytest.mark.parametrize(("text", "named"), FALSE)
def test_names_and_dates_that_are_not_its_own_fail(text, named):
    asked = "How was Upper Dale rated in 2031-32?" if DALE in text else "How did QM102 do in 2031-32?"
    assert named in faults(GIVEN.check(text, asked))
