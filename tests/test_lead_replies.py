"""What tools reply, repeated with its marks, passes whatever was asked, and is shown as it is."""

import re

import pytest
from behaving import numbered
from hypothesis import given, settings
from hypothesis import strategies as st
from lead_fake import LEAD, Given, faults, passed

from assistant.lead.lead import Passed
from assistant.tools.marks import MARK
from assistant.trace import untraced

YEARS = ("2030-31", "2031-32")
MEASURES = [("QM101", "Probation"), ("QM103", ""), ("QM104", ""), ("QM105", ""), ("QM107a", ""), ("QM102", "CRS")]
OF_ONE = ("look_up", "target_met", "gap_to_target", "change_on_year")
CALLS = [
    *((tool, {"code": code, "service": of, "year": y}) for tool in OF_ONE for code, of in MEASURES for y in YEARS),
    *(("history", {"code": code, "service": of}) for code, of in MEASURES),
    *(("compare_years", {"code": c, "service": of, "before": YEARS[0], "after": YEARS[1]}) for c, of in MEASURES),
    *(("count_measures", {"state": state, "year": year}) for state in ("met", "missed", "declined") for year in YEARS),
    *(("rank_measures", {"by": by, "year": year}) for by in ("improvement", "shortfall", "value") for year in YEARS),
    *(("ratings", {"area": area, "year": year}) for area in ("", "Upper Dale") for year in YEARS),
    *(("rating_changes", {"direction": direction}) for direction in ("changed", "improved", "unchanged")),
    ("rating_of_score", {}),
    ("rating_of_score", {"score": "60.5", "wanted": 4}),
    ("compare_measures", {"codes": ["QM101", "QM103", "QM104"]}),
    *(("search", {"words": words}) for words in ("ferry trips", "lantern keepers", "gardens", "ropes")),
    *(("ask", {"question": q}) for q in ("Which targets were missed?", "What is a lantern keeper?", "What rose most?")),
]
ASKED = ("What do the publications say?", "What was QM104?", "How did QM101 do in 2030-31?", "Tell me more.")


def name(call):
    return f"{call[0]} {' '.join(str(one) for one in call[1].values())}"


REPLIES = {name(call): Given([call]) for call in CALLS}
ANSWERED = {
    known: one.results[0]["answer"]
    for known, one in REPLIES.items()
    if one.results[0].get("status") == "answered" and MARK.search(one.results[0]["answer"])
}


def sense(text):
    """A text without a yes or no or a line that only opens a list, spaces folded."""
    return " ".join(re.sub(r"^(?:[^\n\[]*:\n\n|(?:Yes|No): )", "", text).split())


def test_nearly_every_call_gives_something_to_repeat():
    assert len(ANSWERED) > 0.8 * len(CALLS)


@pytest.mark.parametrize("known", list(ANSWERED))
def test_a_reply_repeated_is_shown_as_it_is(known):
    text = ANSWERED[known]
    answer = passed(REPLIES[known].check(text, ASKED[len(text) % len(ASKED)]))
    assert sense(answer.text) == sense(numbered(text))
    assert untraced(answer) == []
    assert [one.number for one in answer.citations] == list(range(1, len(answer.citations) + 1))
    assert {f"[{one.number}]" for one in answer.citations} == set(re.findall(r"\[\d+\]", answer.text))


@settings(max_examples=40)
@given(known=st.sampled_from(sorted(ANSWERED)), other=st.sampled_from(sorted(ANSWERED)), asked=st.sampled_from(ASKED))
def test_a_reply_with_the_marks_of_another_is_not_shown_as_it_is(known, other, asked):
    mine, theirs = MARK.findall(ANSWERED[known]), MARK.findall(ANSWERED[other])
    if set(mine) & set(theirs):
        return
    text = MARK.sub(f"[{theirs[0]}]", ANSWERED[known])
    outcome = Given([*REPLIES[known].calls, *REPLIES[other].calls]).check(text, asked)
    assert not isinstance(outcome, Passed) or sense(outcome.answer.text) != sense(numbered(text))


@settings(max_examples=40)
@given(known=st.sampled_from(sorted(ANSWERED)), asked=st.sampled_from(ASKED), data=st.data())
def test_a_reply_with_a_digit_exchanged_is_not_shown(known, asked, data):
    """Figures only: the digits of codes, years and places stand beside other signs."""
    text = ANSWERED[known]
    places = [match.start() + 1 for match in re.finditer(r"(?<=[ (])\d[\d.]*(?=%| percentage)", text)]
    if not places:
        return
    place = data.draw(st.sampled_from(places)) - 1
    digit = data.draw(st.sampled_from([one for one in "123456789" if one != text[place]]))
    assert faults(REPLIES[known].check(f"{text[:place]}{digit}{text[place + 1 :]}", asked))


@settings(max_examples=30)
@given(
    known=st.sampled_from(sorted(ANSWERED)),
    added=st.sampled_from(
        ["rose", "not", "Kent", "because", "41%", "nobody", "1999", "best", "“so”", ".", " ", "[", "**"]
    ),
    data=st.data(),
)
def test_the_same_text_gives_the_same_result_and_nothing_untraced(known, added, data):
    text = ANSWERED[known]
    at = data.draw(st.integers(0, len(text)))
    changed = f"{text[:at]}{added}{text[at:]}"
    first = REPLIES[known].check(changed, ASKED[0])
    assert first == REPLIES[known].check(changed, ASKED[0])
    if isinstance(first, Passed):
        assert untraced(first.answer) == []
        assert not MARK.search(first.answer.text)
    else:
        assert faults(first)


@settings(max_examples=60)
@given(st.text(max_size=120))
def test_any_text_is_refused_in_words(text):
    assert faults(LEAD.check(text, ["What was QM104?"], REPLIES[next(iter(ANSWERED))].ledger))
