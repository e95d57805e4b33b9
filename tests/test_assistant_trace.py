"""Every number that is shown stands in a quote, in a working or in the question; else nothing is shown."""

import re
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from made_up import assistant_of, bulletins

from assistant.answers import Answer, Citation, Figure
from assistant.trace import checked, untraced
from corpus.library import documents
from corpus.models import Locator, Publication

BULLETIN = Publication(id="made-up", title="Made-up Annual, update to March 2031")


def answer(text, *quotes, question="How many?", figures=(), place="Table 2"):
    citations = tuple(
        Citation(number=n, publication=BULLETIN, locator=Locator("made-up", place), quote=quote)
        for n, quote in enumerate(quotes, 1)
    )
    return Answer(question=question, status="answered", headline=text, text=text, citations=citations, figures=figures)


ROW = "QM101 - Doors | Performance (%): 71.5 | Target (%): 70.0 | Change: -1,204"


@pytest.mark.parametrize(
    ("text", "loose"),
    [
        pytest.param("Doors was 71.5% [1].", [], id="quoted"),
        pytest.param("Doors was 71.50% against 70 [1].", [], id="same-number-otherwise-written"),
        pytest.param("It fell by 1204 [1].", [], id="without-thousands-comma"),
        pytest.param("Doors was 71.4% [1].", ["71.4"], id="another-digit"),
        pytest.param("Doors was 715% [1].", ["715"], id="lost-point"),
        pytest.param("Doors was 1.5% [1].", ["1.5"], id="part-of-a-quoted-number"),
        pytest.param("1,205 doors [1].", ["1205"], id="thousands"),
        pytest.param("£3.2 million [1].", ["3.2"], id="money"),
        pytest.param("QM102 was 70.0% in 2030-31 (Table 9) [1].", [], id="labels-are-no-figures"),
        pytest.param("In the year ending March 2031 it was 70.0% [1].", [], id="periods-are-no-figures"),
        pytest.param("70.0% and 71.5%, and 3 more, and 12 [1].", ["3", "12"], id="all-loose-ones-in-order"),
        pytest.param("2 of them [1].", ["2"], id="a-place-is-no-source"),
        pytest.param("1 of them [1].", ["1"], id="a-mark-is-no-source"),
        pytest.param("31 of them [1].", ["31"], id="a-title-is-no-source"),
    ],
)
def test_numbers_are_traced_to_quotes(text, loose):
    assert untraced(answer(text, ROW)) == loose


def test_a_number_of_the_question_may_be_repeated():
    assert untraced(answer("A score of 74.2% is no rating.", question="What is 74.2%?")) == []


def test_a_working_traces_what_it_derives_but_not_its_marks():
    figures = (Figure("1.5 percentage points", None, "71.5 - 70.0 = 1.5 [8]"),)
    assert untraced(answer("By 1.5 percentage points.", figures=figures)) == []
    assert untraced(answer("By 8 percentage points.", figures=figures)) == ["8"]


def test_a_figure_without_a_working_traces_nothing():
    assert untraced(answer("By 9.9.", figures=(Figure("9.9", 1, None),))) == ["9.9"]
    assert untraced(answer("By 9.9.", figures=(Figure("9.9", None, "71.5 - 70.0 = 1.5"),))) == ["9.9"]


def test_the_place_and_title_of_a_source_may_be_named():
    text = "“Doors” (Made-up Annual, update to March 2031, paragraph 4.17) [1]"
    assert untraced(answer(text, "Doors", place="paragraph 4.17")) == []


def test_a_place_that_begins_like_another_may_be_named_beside_it():
    said = "“{}” (Made-up Annual, update to March 2031, paragraph {}) [{}]"
    named = answer(f"{said.format('Doors', '1.2', 1)} {said.format('Gardens', '1.21', 2)}", "Doors", "Gardens")
    places = ("paragraph 1.2", "paragraph 1.21")
    cited = [replace(c, locator=Locator("made-up", p)) for c, p in zip(named.citations, places, strict=True)]
    assert untraced(replace(named, citations=tuple(cited))) == []


def test_an_answer_with_a_loose_number_is_not_shown():
    hidden = checked(answer("Doors was 66.6% [1].", ROW, figures=(Figure("66.6%", 1),)))
    assert hidden.status == "not_found"
    assert "66" not in f"{hidden.headline} {hidden.text} {hidden.figures} {hidden.caveats} {hidden.options}"


def test_an_answer_whose_numbers_are_traced_is_left_as_it_is():
    sound = answer("Doors was 71.5% [1].", ROW)
    assert checked(sound) is sound


MADE_UP = (
    "What was QM101 in 2030-31?",
    "cancelled ferry trips in both years",
    "How many targets were met in 2031-32?",
    "Which measure missed its target by the most in 2031-32?",
    "Which regions were rated Good in 2031-32?",
    "What are the scorecard thresholds?",
    "QM101 in North Marsh",
)
REAL = (
    "How did SL023 change between 2023-24 and 2024-25?",
    "Which measures improved in 2024-25?",
    "Which regions changed rating between 2023-24 and 2024-25?",
    "What was the average caseload of probation officers July 2022 to June 2023?",
)
FIGURE = re.compile(r"\d+\.\d+|\b\d+ of \d+\b")  # figures beyond doubt: no period, code or place looks so


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    made_up = assistant_of(tmp_path_factory.mktemp("made-up"), bulletins())
    real = assistant_of(tmp_path_factory.mktemp("real"), documents())
    return [made_up.ask([q]) for q in MADE_UP] + [real.ask([q]) for q in REAL]


def numbers(text):
    """Every run of digits, with its decimals: what any number of a source could be taken for."""
    return {m.rstrip("0").rstrip(".") if "." in m else m for m in re.findall(r"\d+(?:\.\d+)?", text)}


def sources(held):
    workings = [re.sub(r"\[\d+\]", "", f.working) for f in held.figures if f.working]
    return numbers(" ".join([held.question, *(c.quote for c in held.citations), *workings]))


def test_the_answers_to_be_spoilt_are_whole(answers):
    assert all(untraced(held) == [] for held in answers)
    assert sum(len(FIGURE.findall(held.text)) for held in answers) > 50


@given(st.data())
def test_any_digit_changed_to_one_of_no_source_is_caught(answers, data):
    held = data.draw(st.sampled_from(answers))
    digits = [
        found.start() + offset
        for found in FIGURE.finditer(held.text)
        for offset, character in enumerate(found[0])
        if character.isdigit()
    ]
    assume(digits)
    place = data.draw(st.sampled_from(digits))
    text = held.text[:place] + data.draw(st.sampled_from("0123456789")) + held.text[place + 1 :]
    around = next(m[0] for m in re.finditer(r"\d+(?:\.\d+)?", text) if m.start() <= place < m.end())
    (number,) = numbers(around)
    assume(number not in sources(held))
    spoilt = replace(held, text=text)
    assert number in untraced(spoilt)
    assert checked(spoilt).status == "not_found"
    assert around not in checked(spoilt).text
