"""Figures and words of the scorecards held against the bulletins: ratings, how many have one, thresholds, moves.

The made-up scorecards: North Marsh 4 then 3, South Marsh 2 then 3, Upper Dale 2 and 2, Lower Dale 1 then 2.
"""

import pytest
from bulletin_fake import bulletin as vale
from checked import check, check_library, check_of, judged, only, verdicts
from generated import bulletins
from generated_layouts import text
from made_up import bulletin

S, C, N = "supported", "contradicted", "not_found"


@pytest.mark.parametrize(
    ("sentence", "verdict", "published"),
    [
        pytest.param("North Marsh was rated 3 in 2031-32.", S, "3 (Good)", id="number"),
        pytest.param("North Marsh was rated 4 in 2031-32.", C, "3 (Good)", id="number-of-the-year-before"),
        pytest.param("North Marsh was rated 4 in 2030-31.", S, "4 (Outstanding)", id="earlier"),
        pytest.param("North Marsh received a rating of 3 in 2031-32.", S, "3 (Good)", id="a-rating-of"),
        pytest.param("North Marsh was rated good in 2031-32.", S, "3 (Good)", id="name"),
        pytest.param("North Marsh was rated outstanding in 2031-32.", C, "3 (Good)", id="wrong-name"),
        pytest.param("Upper Dale was rated as requiring improvement in 2031-32.", S, "2 (Improvement Required)",
            id="name-in-other-words"),
        pytest.param("The Probation Service as a whole was rated 2 in 2031-32.", S, "2 (Improvement Required)",
            id="the-whole"),
        pytest.param("North Marsh and South Marsh were rated good in 2031-32.", S, "3 (Good)", id="list"),
        pytest.param("North Marsh, South Marsh and Lower Dale were rated good in 2031-32.", C,
            "2 (Improvement Required)", id="list-with-a-wrong-one"),
        pytest.param("2 of 4 regions were rated good in 2031-32.", S, "2 of 4", id="count"),
        pytest.param("Two regions were rated good in 2031-32.", S, "2 of 4", id="count-without-base"),
        pytest.param("Three regions were rated good in 2031-32.", C, "2 of 4", id="wrong-count"),
        pytest.param("2 of 5 regions were rated good in 2031-32.", C, "2 of 4", id="wrong-base"),
        pytest.param("2 of 4 regions were rated good in 2030-31.", C, "0 of 4", id="wrong-year"),
        pytest.param("The number of regions rated good fell to 1 in 2031-32.", C, "2 of 4", id="number-of"),
        pytest.param("Half of all regions were rated good in 2031-32.", S, "2 of 4", id="half"),
        pytest.param("Half of all regions were rated good in 2030-31.", C, "0 of 4", id="half-wrong"),
        pytest.param("Most regions were rated good in 2031-32.", C, "2 of 4", id="most"),
        pytest.param("No region was rated outstanding in 2031-32.", S, "0 of 4", id="no"),
        pytest.param("No region was rated outstanding in 2030-31.", C, "1 of 4", id="no-wrong"),
        pytest.param("Every region was rated good or requiring improvement in 2031-32.", S, "4 of 4", id="either"),
        pytest.param("A score of at least 70.0% earns a rating of good.", S, "70.0%", id="threshold"),
        pytest.param("A score of at least 75.5% earned a rating of good in 2030-31.", S, "75.5%", id="threshold-then"),
        pytest.param("A score of at least 75.5% earned a rating of good in 2031-32.", C, "70.0%", id="threshold-moved"),
        pytest.param("A score below 45.5% is rated inadequate.", S, "45.5%", id="upper-bound"),
        pytest.param("A score below 50.5% is rated inadequate.", C, "45.5%", id="upper-bound-wrong"),
    ],
)  # fmt: skip
def test_a_rating(sentence, verdict, published):
    assert judged(check(sentence)) == (verdict, published)


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        pytest.param("North Marsh slipped from outstanding to good in 2031-32.", S, id="down"),
        pytest.param("North Marsh improved from good to outstanding in 2031-32.", C, id="up-wrong"),
        pytest.param("Upper Dale kept its rating in 2031-32.", S, id="kept"),
        pytest.param("Lower Dale kept its rating in 2031-32.", C, id="kept-wrong"),
        pytest.param("South Marsh and Lower Dale both moved up a rating in 2031-32.", S, id="two"),
        pytest.param("South Marsh and Upper Dale both moved up a rating in 2031-32.", C, id="two-wrong"),
        pytest.param("South Marsh rose from inadequate to good in 2031-32.", C, id="from-wrong"),
    ],
)
def test_a_rating_that_moved(sentence, verdict):
    assert verdicts(check(sentence))[0][1] == verdict


@pytest.mark.parametrize(
    ("draft", "corrected"),
    [
        pytest.param("North Marsh was rated 4 in 2031-32.", "North Marsh was rated 3 in 2031-32.", id="number"),
        pytest.param("3 of 4 regions were rated good in 2031-32.", "2 of 4 regions were rated good in 2031-32.",
            id="count"),
        pytest.param("Region\tRating in 2031-32\nNorth Marsh\t4\nSouth Marsh\t3",
            "Region\tRating in 2031-32\nNorth Marsh\t3\nSouth Marsh\t3", id="table"),
        pytest.param("Ratings of the regions, 2030-31\nRegion\tRating\nNorth Marsh\t3\nSouth Marsh\t2",
            "Ratings of the regions, 2030-31\nRegion\tRating\nNorth Marsh\t4\nSouth Marsh\t2", id="caption"),
        pytest.param("A score of at least 75.5% earns a rating of good.",
            "A score of at least 70.0% earns a rating of good.", id="threshold-keeps-its-words"),
        pytest.param("North Marsh was rated outstanding in 2031-32.", "North Marsh was rated good in 2031-32.",
            id="name"),
    ],
)  # fmt: skip
def test_the_corrected_text(draft, corrected):
    assert check(draft).corrected == corrected


def test_blanks_and_signs_in_a_sentence_do_not_move_the_claim():
    assert only(check("North   Marsh … was   rated outstanding in 2031-32.")).figure == "outstanding"


def test_a_note_on_a_region_goes_with_its_rating():
    assert "Upper Dale was moderated." in only(check("Upper Dale was rated 2 in 2031-32.")).finding.caveats


def test_names_of_ratings_are_those_of_the_bulletin():
    held = bulletin(vale(), "vale-2032")
    assert judged(check_of("South Vale was rated failing in 2031-32.", held)) == (S, "1 (Failing)")
    assert judged(check_of("South Vale was rated sound in 2031-32.", held)) == (C, "1 (Failing)")


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        pytest.param("2 of 12 regions were rated good in 2024-25.", S, id="count"),
        pytest.param("Three of 12 regions were rated good in 2024-25.", C, id="wrong-count"),
        pytest.param("KSS was rated inadequate in 2024-25.", S, id="short-form"),
        pytest.param("KSS was rated good in 2024-25.", C, id="short-form-wrong"),
        pytest.param("There are 12 probation regions.", S, id="how-many"),
    ],
)
def test_real_ratings(sentence, verdict):
    assert only(check_library(sentence)).finding.verdict == verdict


@pytest.mark.parametrize("seed", range(6))
def test_the_scorecards_of_generated_bulletins(seed):
    world = bulletins(seed)
    held = [bulletin(text(edition), edition.id) for edition in world.editions]
    expected = []
    for edition in world.editions:
        for area, rating in edition.ratings:
            expected += [(f"{area} was rated {rating} in {edition.year}.", S)]
            expected += [(f"{area} was rated {rating % 4 + 1} in {edition.year}.", C)]
        good = sum(rating == 3 for _, rating in edition.ratings)
        said = f"{len(edition.ratings)} regions were rated good in {edition.year}."
        expected += [(f"{good} of {said}", S), (f"{good + 1} of {said}", C)]
    draft = check_of("\n\n".join(sentence for sentence, _ in expected), *held)
    assert [(claim.sentence, claim.finding.verdict) for claim in draft.claims] == expected
