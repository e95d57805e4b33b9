"""What a model says happened, of what order, extent and cause: only as the sources beside it have it."""

import pytest
from lead_fake import Given, faults, passed
from model_behaviours.behaviour import compare, look_up, moved, rank, ratings

GIVEN = Given(
    [
        *look_up("QM101", service="Probation"),
        *look_up("QM103"),
        *look_up("QM104"),
        *look_up("QM106"),
        *look_up("QM104", year="2030-31"),
        *compare("QM102", "2030-31", "2031-32", "Probation"),
        *moved(),
        *ratings(),
        *rank("shortfall"),
    ]
)

DOORS, GARDENS = "{Table 2, QM101}", "{QM104@2032}"
TRUE = [
    pytest.param("QM101", f"QM101 fell in 2031-32 {DOORS}.", id="fell"),
    pytest.param("QM101", f"QM101 worsened in 2031-32 {DOORS}.", id="worsened"),
    pytest.param("QM101", f"QM101 missed its target in 2031-32 {DOORS}.", id="missed"),
    pytest.param("QM101", f"QM101 did not meet its target in 2031-32 {DOORS}.", id="did-not-meet"),
    pytest.param("QM101", f"QM101 did not rise: it fell by 2.0 points {DOORS}.", id="did-not-rise"),
    pytest.param("QM101", f"QM101 was below its target in 2031-32 {DOORS}.", id="below"),
    pytest.param("QM103", "QM103 rose in 2031-32 {QM103}.", id="rose"),
    pytest.param("QM103", "QM103 worsened in 2031-32 {QM103}.", id="worsened-where-lower-is-better"),
    pytest.param("QM103", "QM103 missed its target in 2031-32 {QM103}.", id="missed-where-lower-is-better"),
    pytest.param("QM104", f"QM104 met its target in 2031-32 {GARDENS}.", id="met"),
    pytest.param("QM104", f"QM104 improved in 2031-32 {GARDENS}.", id="improved"),
    pytest.param("QM104", "QM104 was unchanged in 2030-31 {QM104@2031}.", id="unchanged"),
    pytest.param("QM104", f"In the latest year QM104 was 60.5% {GARDENS}.", id="latest"),
    pytest.param(
        "QM106",
        "No change on the previous year is published for QM106 in 2031-32 ([x]) {QM106}.",
        id="none",
    ),
    pytest.param(
        "QM102", "QM102 missed its target in 2030-31 {QM102@2031} and met it in 2031-32 {QM102@2032}.", id="each-year"
    ),
]
FALSE = [
    pytest.param("QM101", f"QM101 rose in 2031-32 {DOORS}.", "rose", id="rose"),
    pytest.param("QM101", f"QM101 improved in 2031-32 {DOORS}.", "improved", id="improved"),
    pytest.param("QM101", f"QM101 met its target in 2031-32 {DOORS}.", "", id="met"),
    pytest.param("QM101", f"QM101 did not miss its target in 2031-32 {DOORS}.", "", id="did-not-miss"),
    pytest.param("QM101", f"QM101 did not fall in 2031-32 {DOORS}.", "", id="did-not-fall"),
    pytest.param("QM101", f"QM101 was above its target in 2031-32 {DOORS}.", "", id="above"),
    pytest.param("QM101", f"QM101 was unchanged in 2031-32 {DOORS}.", "unchanged", id="unchanged"),
    pytest.param("QM103", "QM103 improved in 2031-32 {QM103}.", "improved", id="improved-where-lower-is-better"),
    pytest.param("QM103", "QM103 met its target in 2031-32 {QM103}.", "", id="met-where-lower-is-better"),
    pytest.param("QM104", f"QM104 missed its target in 2031-32 {GARDENS}.", "", id="missed"),
    pytest.param("QM104", f"QM104 did not improve in 2031-32 {GARDENS}.", "", id="did-not-improve"),
    pytest.param("QM104", "QM104 rose in 2030-31 {QM104@2031}.", "rose", id="rose-where-unchanged"),
    pytest.param("QM104", "The latest figure for QM104 is 60.0% {QM104@2031}.", "", id="latest-of-an-earlier-year"),
    pytest.param("QM106", "QM106 rose in 2031-32 {QM106}.", "rose", id="rose-where-none-is-published"),
    pytest.param("QM106", "QM106 was unchanged in 2031-32 {QM106}.", "", id="unchanged-where-none-is-published"),
    pytest.param("QM101", f"QM101 rose sharply to 69.5% in 2031-32 {DOORS}.", "", id="sharply"),
    pytest.param("QM101", f"QM101 plummeted to 69.5% in 2031-32 {DOORS}.", "", id="plummeted"),
    pytest.param("QM101", f"QM101 doubled to 69.5% in 2031-32 {DOORS}.", "", id="doubled"),
    pytest.param("QM101", f"QM101 has always been 69.5% {DOORS}.", "", id="always"),
    pytest.param("QM101", f"QM101 has been 69.5% since 2029 {DOORS}.", "", id="since"),
    pytest.param("QM101", f"QM101 was only 69.5% in 2031-32 {DOORS}.", "", id="only"),
    pytest.param("QM101", f"QM101 was a disappointing 69.5% in 2031-32 {DOORS}.", "", id="blame"),
    pytest.param("QM101", f"QM101 was an impressive 69.5% in 2031-32 {DOORS}.", "", id="praise"),
    pytest.param("QM101", f"QM101 was 69.5% in 2031-32 because of staff shortages {DOORS}.", "", id="cause"),
    pytest.param("QM101", f"QM101 was 69.5% in 2031-32 due to the measure {DOORS}.", "", id="cause-in-known-words"),
    pytest.param("QM101", f"QM101 will be 69.5% in 2032-33 {DOORS}.", "", id="foretold"),
    pytest.param("QM101", f"QM101 was probably 69.5% in 2031-32 {DOORS}.", "", id="likely"),
    pytest.param("QM101", f"QM101 should have been 69.5% in 2031-32 {DOORS}.", "", id="ought"),
    pytest.param("QM101", f"QM101 was 69.5% in 2031-32, the lowest of all {DOORS}.", "", id="superlative"),
    pytest.param("QM101", f"QM101 was the worst measure in 2031-32, at 69.5% {DOORS}.", "", id="worst"),
    pytest.param("QM101", f"QM101 had the highest target, 72.0%, in 2031-32 {DOORS}.", "", id="highest-target"),
    pytest.param("QM101", f"QM101 was 69.5% in 2031-32, higher than QM104 {DOORS} {GARDENS}.", "", id="compared"),
    pytest.param(
        "QM101", f"QM101 and QM104 were 69.5% and 60.5% respectively {DOORS} {GARDENS}.", "", id="respectively"
    ),
    pytest.param("QM101", f"Both QM101 and QM104 met their targets in 2031-32 {DOORS} {GARDENS}.", "", id="both"),
    pytest.param("QM101", f"QM101 improved {DOORS} and QM104 improved {GARDENS}.", "", id="each-its-own"),
    pytest.param("QM101", f"QM101 closed on time 69.5% of days in 2031-32 {DOORS}.", "", id="another-thing"),
    pytest.param("QM101", f"Ministers said QM101 was 69.5% in 2031-32 {DOORS}.", "", id="somebody-said"),
    pytest.param("QM101", f"QM101 was 69.5% in 2031-32 for women {DOORS}.", "", id="a-part-of-the-people"),
    pytest.param("QM101", f"Contrary to reports, QM101 was 69.5% in 2031-32 {DOORS}.", "", id="aside"),
    pytest.param("QM101", f"QM101 was the worst in 2031-32 {DOORS}.", "", id="worst-without-a-figure"),
    pytest.param("QM102", "QM102 met its target in both years {QM102@2031} {QM102@2032}.", "", id="met-in-one-of-two"),
    pytest.param(
        "QM102",
        "QM102 missed its target in 2030-31 and in 2031-32 {QM102@2031} {QM102@2032}.",
        "",
        id="missed-in-one-of-two",
    ),
    pytest.param("QM103", "QM103 doubled in 2031-32 {QM103}.", "doubled", id="doubled-where-it-rose"),
    pytest.param("QM104", f"QM104 met its target in North Marsh in 2031-32 {GARDENS}.", "", id="in-a-region"),
    pytest.param("QM104", f"QM104 met its target each month of 2031-32 {GARDENS}.", "", id="each-month"),
    pytest.param("North Marsh", "North Marsh improved in 2031-32 {Table 1@2032~North Marsh}.", "", id="rating-fell"),
]


@pytest.mark.parametrize(("asked", "text"), TRUE)
def test_what_happened_is_shown(asked, text):
    assert passed(GIVEN.check(text, f"How did {asked} do?")).citations


@pytest.mark.parametrize(("asked", "text", "named"), FALSE)
def test_what_did_not_happen_fails(asked, text, named):
    assert named in faults(GIVEN.check(text, f"How did {asked} do?"))
