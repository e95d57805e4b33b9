"""Rankings of measures: which comes first, second or last, how many are wanted, and by what they are put in order."""

import pytest
from asking import ask, ask_of, codes, unsaid
from made_up import EARLIER

FIRST = [
    pytest.param("Which measure improved the most in 2031-32?", "QM102", ("3.3 percentage points",), id="improved"),
    pytest.param("Which measure got worse by the most in 2030-31?", "QM102", ("1.2 percentage points",), id="worse"),
    pytest.param("which measure declined the most in 2031-32?", "QM101", ("declined the most", "2.0"), id="declined"),
    pytest.param("Which measure improved the least in 2030-31?", "QM103", ("0.4 percentage points",),
                 id="improved-least"),
    pytest.param("Which measure missed its target by the most in 2031-32?", "QM106", ("7.5 percentage points",),
                 id="missed"),
    pytest.param("Which measure missed its target by the least in 2031-32?", "QM103", ("0.6 percentage points",),
                 id="missed-least"),
    pytest.param("Which measure had the highest performance in 2031-32?", "QM102", ("91.3%",), id="highest"),
    pytest.param("Which measure had the lowest performance in 2030-31?", "QM103", ("3.1%",), id="lowest"),
    pytest.param("which measure had the lowest figure in 2031-32?", "QM103", ("lowest", "4.6%"), id="lowest-figure"),
    pytest.param("which measure has the highest target in 2031-32?", "QM102", ("highest", "90.0%"), id="target"),
    pytest.param("worst service level against target, 2031-32", "QM106", ("missed its target by the most",),
                 id="worst"),
    pytest.param("the worst performing measure in 2031-32?", "QM106", ("missed its target",), id="worst-alone"),
    pytest.param("best service level against target in 2031-32", "QM107a", ("met its target by the most", "3.3"),
                 id="best"),
    pytest.param("closest to its target but missed, which measure, 2031-32", "QM103", ("by the least",),
                 id="missed-closest"),
    pytest.param("Which measure was closest to its target in 2031-32?", "QM104", ("0.5 percentage points",),
                 id="closest"),
    pytest.param("Which CRS measure was closest to its target in 2031-32?", "QM102", ("40.0%",), id="service"),
    pytest.param("Which measure had the second highest figure in 2031-32?", "QM101", ("69.5%",), id="second"),
    pytest.param("Which measure had the second lowest figure in 2031-32?", "QM106", ("12.5%",), id="second-lowest"),
    pytest.param("Which measure had the third highest performance in 2031-32?", "QM104", ("60.5%",), id="third"),
    pytest.param("second worst measure against target in 2031-32", "QM105S", ("2.8 percentage points",),
                 id="second-worst"),
    pytest.param("Which measure declined the second most in 2031-32?", "QM103", ("1.5 percentage points",),
                 id="second-declined"),
    pytest.param("Which measure missed its target by the most in 2031-32, except boats returned?", "QM105S", ("2.8",),
                 id="except"),
    pytest.param("Excluding QM106, which measure missed its target by the most in 2031-32?", "QM105S", ("2.8",),
                 id="excluding-first"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "code", "said"), FIRST)
def test_the_measure_in_the_place_asked_for(question, code, said):
    headline = ask(question).headline
    assert codes(headline) == {code}
    assert unsaid(headline, *said) == [], headline


SO_MANY = [
    pytest.param("top three measures against target in 2031-32", ["QM107a", "QM102", "QM104"], id="top"),
    pytest.param("bottom three measures against target in 2031-32", ["QM106", "QM105S", "QM101"], id="bottom"),
    pytest.param("worst two measures against target in 2031-32", ["QM106", "QM105S"], id="worst"),
    pytest.param("What were the top two improvers in 2031-32?", ["QM102", "QM104"], id="improvers"),
    pytest.param("the two measures with the lowest figures in 2031-32", ["QM103", "QM106"], id="with"),
    pytest.param("Which two measures missed their target by the most in 2031-32?", ["QM106", "QM105S"], id="which-two"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "order"), SO_MANY)
def test_as_many_as_are_asked_for_in_order(question, order):
    text = ask(question).text
    assert codes(text) == set(order)
    assert sorted(order, key=text.index) == order


def test_a_ranking_of_both_years_has_each():
    answer = ask("which measure missed its target by the most in both years?")
    assert unsaid(answer.text, "QM105R", "5.6", "QM106", "7.5", "2030-31", "2031-32") == []


def test_a_tie_for_first_is_said_to_be_one():
    text = EARLIER.replace("QM101 - Doors opened on time | 71.5 | 70.0", "QM101 - Doors opened on time | 71.5 | 90.0")
    answer = ask_of(text, "which measure has the highest target?")
    assert "QM101" in answer.headline
    assert "Equal first with Letters answered within ten days (QM102)." in answer.caveats


def test_where_none_is_in_the_state_no_measure_is_first():
    text = EARLIER.replace("-1.2pp", "1.2pp")
    answer = ask_of(text, "Which measure got worse by the most in 2030-31?")
    assert codes(answer.headline) == set()
    assert answer.headline.startswith("No measure")


def test_a_change_of_nothing_is_no_fall():
    text = ask("best measures against target in 2030-31").text
    assert "down 0.0" not in text
    assert "unchanged on the previous year" in text


def test_a_tie_at_the_cut_is_named():
    text = EARLIER.replace("| 3.1 | 4.0 |", "| 3.1 | 4.6 |")
    answer = ask_of(text, "top two measures against target in 2030-31")
    assert codes(answer.text) == {"QM101", "QM103"}
    assert not any("Level with" in caveat for caveat in answer.caveats)
    text = text.replace("QM104 - Gardens dug | 60.0 |", "QM104 - Gardens dug | 61.5 |")
    answer = ask_of(text, "top one measures against target in 2030-31")
    assert any("QM103" in caveat or "QM104" in caveat for caveat in answer.caveats)
