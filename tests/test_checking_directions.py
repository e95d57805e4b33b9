"""What a sentence says happened is found with its place, and held against what did. All sentences are made up."""

import pytest
from checked import check, only, verdicts
from hypothesis import given
from hypothesis import strategies as st

from assistant.checking.directions import opposite, said, said_in
from assistant.checking.folded import folded
from assistant.words import fold

S, C, N = "supported", "contradicted", "not_found"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("it rose by 2 points", [("rose", "rose")], id="rose"),
        pytest.param("it went up, then slipped", [("rose", "went up"), ("declined", "slipped")], id="two"),
        pytest.param("it got better", [("improved", "got better")], id="better"),
        pytest.param("it got worse", [("declined", "worse")], id="worse"),
        pytest.param("it met its target", [("met", "met")], id="met"),
        pytest.param("it did not meet its target", [("missed", "not meet")], id="not-met"),
        pytest.param("it failed to reach its target", [("missed", "failed to reach")], id="failed-to"),
        pytest.param("it was above its target of 4%", [("above", "above")], id="above"),
        pytest.param("it remained unchanged", [("unchanged", "unchanged")], id="unchanged"),
        pytest.param("they met on tuesday", [], id="people-met"),
        pytest.param("it did not improve", [], id="what-did-not-happen"),
        pytest.param("it never fell", [], id="never"),
        pytest.param("up to nine lamps were set up", [], id="no-movement"),
        pytest.param("stand downs were broken down by pier", [], id="names-and-nouns"),
        pytest.param("more than half were better than a third", [], id="comparisons-with-a-number"),
        pytest.param("the target for it rose", [], id="a-target-that-rose"),
        pytest.param("its target was increased", [], id="a-target-that-was-increased"),
        pytest.param("it missed its target and rose", [("missed", "missed"), ("rose", "rose")], id="after-a-target"),
        pytest.param("", [], id="empty"),
    ],
)
def test_what_is_said(sentence, expected):
    found = said(sentence)
    assert [(one.what, one.text) for one in found] == expected
    assert all(sentence[one.start : one.end].strip() == one.text for one in found)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("rose", "fell"), ("fell", "rose"), ("improved", "worsened"), ("met", "missed"), ("above", "below"),
     ("exceeded", "missed"), ("unchanged", "")],
)  # fmt: skip
def test_the_opposite(word, expected):
    (found,) = said(f"it {word} the target")
    assert opposite(found) == expected


@given(st.text(st.sampled_from("ab \t\n.%9É½…ß’–ﬁ"), max_size=30))
def test_what_is_found_in_a_folded_text_is_marked_in_the_text(before):
    text = f"{before} it  ROSE by 2 points"
    (found,) = said_in(text)
    assert text[found.start : found.end] == "ROSE"


@given(st.text(max_size=40))
def test_a_text_is_folded_with_a_place_for_every_character(text):
    found = folded(text)
    assert len(found.places) == len(found.text)
    assert list(found.places) == sorted(found.places)
    assert all(0 <= place < len(text) for place in found.places)
    if text.isascii():
        assert found.text == fold(text)


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        pytest.param("QM102 rose to 91.3% in 2031-32.", S, id="rose"),
        pytest.param("QM102 dropped to 91.3% in 2031-32.", C, id="dropped"),
        pytest.param("QM103 rose to 4.6% in 2031-32.", S, id="few-wanted-rose"),
        pytest.param("QM103 worsened to 4.6% in 2031-32.", S, id="few-wanted-worsened"),
        pytest.param("QM103 improved to 4.6% in 2031-32.", C, id="few-wanted-improved"),
        pytest.param("QM104 was unchanged at 60.0% in 2030-31.", S, id="unchanged"),
        pytest.param("QM104 was unchanged at 60.5% in 2031-32.", C, id="not-unchanged"),
        pytest.param("QM104 rose to 60.0% in 2030-31.", C, id="rose-though-unchanged"),
        pytest.param("At 91.3%, QM102 met its target in 2031-32.", S, id="met"),
        pytest.param("At 91.3%, QM102 missed its target in 2031-32.", C, id="missed"),
        pytest.param("At 91.3%, QM102 did not meet its target in 2031-32.", C, id="not-met"),
        pytest.param("At 69.5%, QM101 failed to meet its target in 2031-32.", S, id="failed-to-meet"),
        pytest.param("At 60.0%, QM104 met its target in 2030-31.", S, id="met-exactly"),
        pytest.param("At 60.0%, QM104 missed its target in 2030-31.", C, id="met-exactly-is-not-missed"),
        pytest.param("At 3.1%, QM103 met its target in 2030-31.", S, id="under-a-ceiling"),
        pytest.param("At 4.6%, QM103 met its target in 2031-32.", C, id="over-a-ceiling"),
        pytest.param("At 4.6%, QM103 was above its target in 2031-32.", S, id="above-a-ceiling"),
        pytest.param("At 4.6%, QM103 exceeded its target in 2031-32.", C, id="exceeded-a-ceiling"),
    ],
)
def test_what_is_said_beside_a_right_figure(sentence, verdict):
    assert only(check(sentence)).finding.verdict == verdict


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("QM102 improved in 2031-32.", [("improved", S)], id="improved"),
        pytest.param("QM101 improved in 2031-32.", [("improved", C)], id="improved-wrong"),
        pytest.param("Performance on cancelled ferry trips got worse in 2031-32.", [("worse", S)], id="worse"),
        pytest.param("QM101 missed its target in 2031-32.", [("missed", S)], id="missed"),
        pytest.param("QM102 missed its target in 2031-32.", [("missed", C)], id="missed-wrong"),
        pytest.param("QM101 did not improve in 2031-32.", [], id="negated"),
        pytest.param("QM105S improved in 2031-32.", [], id="revised-and-not-compared"),
        pytest.param("Tides rose and fell in 2031-32.", [], id="of-no-measure"),
        pytest.param("QM101 improved in 2027-28.", [], id="year-not-held"),
        pytest.param("In North Marsh QM101 improved in 2031-32.", [], id="region"),
    ],
)
def test_what_is_said_without_a_figure(sentence, expected):
    assert verdicts(check(sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "corrected"),
    [
        pytest.param("QM101 rose to 69.5% in 2031-32.", "QM101 fell to 69.5% in 2031-32.", id="verb"),
        pytest.param("Performance went up to 69.5% on QM101 in 2031-32.",
            "Performance went down to 69.5% on QM101 in 2031-32.", id="two-words"),
        pytest.param("Improved performance: QM101 in 2031-32.", "Worsened performance: QM101 in 2031-32.",
            id="capital"),
        pytest.param("QM101 saw an increase to 69.5% in 2031-32.", "QM101 saw a decrease to 69.5% in 2031-32.",
            id="article"),
        pytest.param("At 60.0% QM104 was above its target in 2030-31.",
            "At 60.0% QM104 was above its target in 2030-31.", id="neither-above-nor-below"),
    ],
)  # fmt: skip
def test_a_wrong_direction_swaps_the_word(sentence, corrected):
    draft = check(sentence)
    assert [verdict for _, verdict in verdicts(draft)] == [C]
    assert draft.corrected == corrected
