"""Verdicts are scored claim by claim: what is right, what was taken for what, and what is no claim at all."""

import pytest

from evals import drafts_report, verdicts
from evals.drafts import Said, SaidClaim, Sentence

TEXT = "In 2031-32, 66.1% of QX105 ran on 3 May within 12 months, beside three of 27 and 12 more."


def sentence(*claims, **fields):
    wanted = [dict(zip(("figure", "verdict", "published"), claim, strict=False)) for claim in claims]
    return Sentence.model_validate({"id": "a", "kind": "value", "text": TEXT, "claims": wanted} | fields)


def said(*claims):
    """Claims as (figure, verdict, published, reason), each where it first stands in the text."""
    made = []
    for claim in claims:
        given = dict(zip(("figure", "verdict", "published", "reason"), claim, strict=False))
        start = TEXT.index(given["figure"])
        made.append(SaidClaim(start=start, end=start + len(given["figure"]), **given))
    return Said(id="a", claims=tuple(made), seconds=0.5)


@pytest.mark.parametrize(
    ("wanted", "given", "right"),
    [
        pytest.param(("66.1%", "supported"), ("66.1%", "supported"), True, id="same"),
        pytest.param(("66.1%", "contradicted"), ("66.1%", "supported"), False, id="another-verdict"),
        pytest.param(("66.1", "supported"), ("66.1%", "supported"), True, id="without-its-unit"),
        pytest.param(("three", "supported"), ("three of 27", "supported"), True, id="with-its-base"),
        pytest.param(("27", "supported"), ("three of 27", "supported"), True, id="the-base"),
        pytest.param(("12", "supported"), ("66.1%", "supported"), False, id="another-figure"),
        pytest.param(("6", "supported"), ("66.1%", "supported"), False, id="part-of-a-figure"),
        pytest.param(("66.1%", "contradicted", "63.1"), ("66.1%", "contradicted", "63.1%"), True, id="published"),
        pytest.param(
            ("66.1%", "contradicted", "63.1"), ("66.1%", "contradicted", "", "It was 63.1%."), True, id="in-the-reason"
        ),
        pytest.param(
            ("66.1%", "contradicted", "percentage point"),
            ("66.1%", "contradicted", "66.1", "Of 66.1%."),
            False,
            id="not-shown",
        ),
    ],
)
def test_a_claim_is_right(wanted, given, right):
    (judged,) = verdicts.score(sentence(wanted), said(given)).judged
    assert judged.right is right


def test_a_figure_is_told_by_its_place_where_that_is_given():
    start = TEXT.rindex("12")
    wanted = {"figure": "12", "verdict": "supported", "start": start}
    case = Sentence.model_validate({"id": "a", "text": TEXT, "claims": [wanted]})
    first, last = (
        SaidClaim(figure="12", start=at, end=at + 2, verdict="supported") for at in (TEXT.index("12"), start)
    )
    assert not verdicts.score(case, Said(id="a", claims=(first,))).judged[0].right
    assert verdicts.score(case, Said(id="a", claims=(first, last))).judged[0].right


def test_of_several_claims_found_the_right_one_counts():
    wanted = sentence(("66.1%", "contradicted", "63.1"))
    three = said(("66.1%", "supported"), ("66.1%", "contradicted", "9"), ("66.1%", "contradicted", "63.1"))
    (judged,) = verdicts.score(wanted, three).judged
    assert judged.right
    assert judged.said == three.claims[2]
    (judged,) = verdicts.score(wanted, Said(id="a", claims=three.claims[:2])).judged
    assert not judged.right
    assert judged.said == three.claims[1]


@pytest.mark.parametrize(
    ("figure", "false"),
    [
        pytest.param("2031-32", True, id="period"),
        pytest.param("105", True, id="inside-a-code"),
        pytest.param("3", True, id="day-of-a-date"),
        pytest.param("12 months", True, id="named-as-none"),
        pytest.param("27", False, id="a-figure-nobody-asked-for"),
    ],
)
def test_what_claims_nothing_is_a_false_claim(figure, false):
    case = sentence(("66.1%", "supported"), not_claims=("12 months",))
    start = TEXT.index(" 3 May") + 1 if figure == "3" else TEXT.index(figure)
    one = SaidClaim(figure=figure, start=start, end=start + len(figure), verdict="not_found")
    scored = verdicts.score(case, Said(id="a", claims=(one,)))
    assert (scored.false, scored.spare) == (((one,), ()) if false else ((), (one,)))


def test_a_wanted_figure_is_never_a_false_claim():
    scored = verdicts.score(sentence(("12 months", "supported"), not_claims=("12",)), said(("12 months", "supported")))
    assert scored.judged[0].right
    assert scored.false == ()


RUN = [
    verdicts.score(sentence(("66.1%", "supported")), said(("66.1%", "supported"))),
    verdicts.score(sentence(("66.1%", "supported"), kind="ok"), said(("66.1%", "not_found"))),
    verdicts.score(sentence(("66.1%", "contradicted", "63.1")), said(("66.1%", "contradicted", "9"))),
    verdicts.score(sentence(("66.1%", "contradicted")), said(("66.1%", "supported"))),
    verdicts.score(sentence(("66.1%", "not_found")), said(("27", "not_found"))),
]


def test_rates_by_kind_and_of_each_verdict():
    rows = drafts_report.summary(RUN)
    assert verdicts.by_kind(RUN) == {"ok": "0.000 (0 of 1)", "value": "0.250 (1 of 4)"}
    assert rows["verdicts right"] == "0.200 (1 of 5)"
    assert rows["verdicts right, whatever is shown as published"] == "0.400 (2 of 5)"
    assert rows["supported, precision"] == rows["supported, recall"] == "0.500 (1 of 2)"
    assert rows["contradicted, precision"] == "1.000 (1 of 1)"
    assert rows["contradicted, recall"] == "0.500 (1 of 2)"
    assert rows["not_found, precision"] == rows["not_found, recall"] == "0.000 (0 of 1)"
    assert rows["other claims that nobody asked for"] == "1"
    assert (verdicts.right_share(RUN), verdicts.lowest(RUN)) == (0.2, 0.0)
    assert verdicts.lowest(RUN[:1]) == 1.0


def test_the_confusion_has_a_row_for_each_right_verdict():
    assert drafts_report.confused(RUN).splitlines()[2:] == [
        "| supported | 1 | 0 | 1 | 0 |",
        "| contradicted | 1 | 1 | 0 | 0 |",
        "| not_found | 0 | 0 | 0 | 1 |",
    ]


def test_the_report_lists_misses_but_none_of_the_held_out_half():
    written = drafts_report.report({"mine": RUN, "held out": RUN}, {"date": "2031-01-01"}, unseen="held out")
    assert written.count("### a (ok)") == 1
    assert "## Misses of mine: 4" in written
    assert "Misses of held out" not in written
    assert "- right: '66.1%' is contradicted, showing '63.1'" in written
    assert "- said: nothing: no claim was found" in written
    assert "| date | 2031-01-01 |" in written
