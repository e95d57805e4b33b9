"""What copy buttons give: one line with its source, and a whole answer, as plain text."""

from dataclasses import replace

import pytest
from asking import ask, ask_library
from ui_fake import ANSWERED, CLARIFY, HOSTILE, HOSTILE_ANSWER, MADE_UP, NOT_FOUND, ROW, TEXT

from assistant.answers import Answer
from assistant.exports.copied import quotable_line, whole_answer
from assistant.exports.said import said

ROW_SOURCE = "Made-up Bulletin, update to March 2031, Ministry of Examples, 31 July 2031, Table 2, ZZ007"
TEXT_SOURCE = "Made-up Bulletin, update to March 2031, Ministry of Examples, 31 July 2031, paragraph 1.4"


def of(text: str, headline: str = "", **more: object) -> Answer:
    return Answer(
        question="?", status="answered", headline=headline or text, text=text, citations=(ROW, TEXT), **more
    )  # fmt: skip


def test_the_line_is_followed_by_the_source_that_it_is_marked_with():
    assert quotable_line(ANSWERED) == (
        f"Made-up measure 7 was at 7.9% in England and Wales in 2030-31. (Source: {ROW_SOURCE})"
    )


@pytest.mark.parametrize(
    ("headline", "line"),
    [
        pytest.param("It was **7.9%** [1].", f"It was 7.9%. (Source: {ROW_SOURCE})", id="mark-before-the-stop"),
        pytest.param("It was 7.9%. [2]", f"It was 7.9%. (Source: {TEXT_SOURCE})", id="mark-after-the-stop"),
        pytest.param("It rose [2] to 7.9% [1].", f"It rose to 7.9%. (Source: {TEXT_SOURCE}; {ROW_SOURCE})", id="two"),
        pytest.param("It was 7.9% [1] [1].", f"It was 7.9%. (Source: {ROW_SOURCE})", id="twice"),
        pytest.param("None [x] or [7] is given.", "None [x] or [7] is given.", id="no-mark-of-a-source"),
        pytest.param(
            "“It rose.” (Made-up Bulletin, update to March 2031, paragraph 1.4) [2]",
            f"“It rose.” (Source: {TEXT_SOURCE})",
            id="place-not-twice",
        ),
    ],
)
def test_a_line_has_no_signs_and_names_each_source_once(headline, line):
    assert quotable_line(of(f"{headline}\n\nMore [2].", headline)) == line


def test_sources_of_later_sentences_are_not_named():
    assert quotable_line(NOT_FOUND) == NOT_FOUND.headline


def test_the_line_of_a_published_figure_can_be_pasted_as_it_stands():
    assert quotable_line(ask_library("What was SL014 in 2024-25?")) == (
        "Housed on release from custody (SL014) was 80.4% in England and Wales in 2024-25. (Source: Community "
        "Performance Annual, update to March 2025, Ministry of Justice, 31 July 2025, Table 2, SL014)"
    )


def test_a_whole_answer_holds_all_its_parts_in_order():
    assert whole_answer(ANSWERED) == (
        "Made-up measure 7 was at 7.9% in England and Wales in 2030-31 [1].\n\n"
        "That is 0.4 percentage points more than in 2029-30, and 82.1 below its target [1]. It cost £3 million [2]."
        "\n\n- It rose. [2]\n- It missed its target. [1]\n\n"
        "Before you use this\n- The definition of this measure changed in June 2030.\n\n"
        "How it was worked out\n- 0.4 percentage points: 7.9 - 7.5 = 0.4 [1]\n\n"
        f"Sources\n\n[1] {ROW_SOURCE}\n“{ROW.quote}”\n{MADE_UP.url}\n\n[2] {TEXT_SOURCE}\n“{TEXT.quote}”\n{MADE_UP.url}"
    )


def test_readings_to_choose_from_are_listed_once():
    assert whole_answer(CLARIFY).count(CLARIFY.options[0]) == 1
    listed = replace(CLARIFY, text=f"Two measures are about this.\n\n- {CLARIFY.options[0]} [1]")
    assert whole_answer(listed).count(CLARIFY.options[0]) == 1


def test_words_of_a_summary_are_not_in_quotation_marks():
    summary = replace(TEXT, publication=replace(MADE_UP, summary=True), number=1)
    whole = whole_answer(replace(of("It rose [1]."), citations=(summary,)))
    assert f"In summary: {TEXT.quote}" in whole and "“" not in whole


def test_lines_of_a_quoted_list_stay_with_it_whatever_their_signs():
    quoted = of("“They should:\n  - build;\n  - set out.” (Made-up, 1.4) [2]\n\n- One [1]\n- Two [2]")
    assert [(part.text, part.item) for part in said(quoted, marked=False)] == [
        ("“They should:\n- build;\n- set out.” (Made-up, 1.4)", False), ("One", True), ("Two", True),
    ]  # fmt: skip


def test_hostile_text_is_copied_as_it_stands():
    for copied in (quotable_line(HOSTILE_ANSWER), whole_answer(HOSTILE_ANSWER)):
        assert copied.startswith(HOSTILE)
    assert f"\n\n# {HOSTILE}\n\n" in whole_answer(HOSTILE_ANSWER)


def test_no_control_character_is_copied():
    assert "\x1b" not in quotable_line(of("It was \x1b[31m7.9% [1].")) + whole_answer(of("It was \x1b[31m7.9% [1]."))


def test_every_figure_of_an_answer_is_in_what_is_copied():
    answer = ask("How did QM101 change between 2030-31 and 2031-32?")
    assert answer.figures
    assert all(figure.text in whole_answer(answer) for figure in answer.figures)
