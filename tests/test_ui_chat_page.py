"""The chat page, driven as a user would, with an assistant of made-up answers."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest
from ui_fake import ANSWERED, CLARIFY, HOSTILE, FakeAssistant

from ui.answer_view import split_headline
from ui.frame import UNEXPECTED
from ui.safe_text import escaped, label


def page(assistant):
    from ui.chat_page import chat_page

    chat_page(assistant)


@pytest.fixture
def assistant():
    return FakeAssistant()


@pytest.fixture
def app(assistant):
    return AppTest.from_function(page, args=(assistant,), default_timeout=60).run()


def ask(app: AppTest, question: str) -> AppTest:
    return app.chat_input[0].set_value(question).run()


def shown(app: AppTest) -> str:
    """Everything on the page that is HTML of ours, in order."""
    return "\n".join(block.value for block in app.html)


def buttons(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def test_an_empty_page_says_what_it_covers_and_offers_examples(app, assistant):
    assert app.title[0].value == "Probation statistics"
    assert "2 publications, 2029 to 2031" in shown(app)
    assert [label(example) for example in assistant.examples()] == buttons(app)[:2]


def test_question_and_answer_are_drawn(app):
    ask(app, "How many made-up?")
    assert not app.exception
    assert [message.name for message in app.chat_message] == ["user", "assistant"]
    assert app.code[0].value == ANSWERED.headline
    page = shown(app)
    for part in (
        "How many made-up?", "<strong>0.4 percentage points</strong>", "Before you use this",
        "changed in June", "7.9 - 7.5 = 0.4", "How this was understood", "ZZ007 Made-up measure",
        'id="answer-0-source-2"', 'href="#answer-0-source-1"',
    ):  # fmt: skip
        assert part in page
    assert page.count(ANSWERED.headline) == 0  # it is set apart, not said twice


def test_an_example_is_asked_when_clicked(app, assistant):
    app.button(key="example-0").click().run()
    assert assistant.asked == [(assistant.examples()[0],)]
    assert "example-0" not in [button.key for button in app.button]


def test_a_follow_up_passes_the_questions_before_it(app, assistant):
    for question in ("First?", "And the year before?", "And in Wales?"):
        ask(app, question)
    assert assistant.asked[-1] == ("First?", "And the year before?", "And in Wales?")
    assert len(assistant.asked) == 3  # what is answered is not asked again


def test_readings_are_buttons_that_ask(app, assistant):
    ask(app, "Which one?")
    assert "This can be read in more than one way" in shown(app)
    app.button(key="option-0-0").click().run()
    assert assistant.asked[-1] == ("Which one?", CLARIFY.options[0])
    assert "option-0-0" not in [button.key for button in app.button]
    assert escaped(CLARIFY.options[1]) in shown(app)  # the readings not chosen can still be read


def test_what_is_not_found_is_said_calmly_with_the_nearest(app):
    ask(app, "Regional figure?")
    page = shown(app)
    assert "Not in the publications held" in page and "The nearest is the figure" in page
    assert "There is a problem" not in page and not app.code


def test_an_error_is_one_sentence_and_the_page_goes_on(app, assistant):
    ask(app, "broken question")
    assert "made-up.txt: the file is empty. Give its text." in shown(app)
    assert "broken question" in shown(app)
    ask(app, "How many?")
    assert assistant.asked[-1] == ("How many?",)  # what had no answer is no part of the conversation
    assert app.code[0].value == ANSWERED.headline


def test_a_question_that_failed_can_be_tried_again(app, assistant):
    ask(app, "broken question")
    assistant.broken = False
    app.button(key="again-0").click().run()
    assert assistant.asked == [("broken question",)] * 2
    assert "There is a problem" not in shown(app)


def test_an_unexpected_error_is_a_plain_sentence(app):
    ask(app, "crash")
    assert UNEXPECTED in shown(app)
    assert "inner detail" not in shown(app) and not app.exception


def test_an_answer_that_cannot_be_drawn_is_a_plain_sentence(app, assistant):
    assistant.ask = lambda turns: replace(ANSWERED, citations=(None,))
    ask(app, "How many?")
    assert UNEXPECTED in shown(app) and "How many?" in shown(app) and not app.exception


def test_the_page_stands_when_what_is_held_cannot_be_read(assistant):
    def fail():
        raise KeyError("an inner detail")

    assistant.publications = fail
    app = AppTest.from_function(page, args=(assistant,), default_timeout=60).run()
    assert not app.exception and UNEXPECTED in shown(app)
    assert app.chat_input


def test_hostile_text_is_escaped_everywhere(app):
    ask(app, HOSTILE)
    assert not app.exception
    page = shown(app)
    assert escaped(HOSTILE) in page
    for raw in ("<img", "<script>document.title", "<b>loud", 'href="javascript', "href=&quot;"):
        assert raw not in page
    assert not app.markdown  # nothing of it goes through Streamlit's Markdown but as the label of a button
    assert label(HOSTILE) in buttons(app)


def test_a_new_conversation_forgets_the_old(app, assistant):
    ask(app, "First?")
    next(button for button in app.sidebar.button if button.label == "New conversation").click().run()
    assert not app.chat_message
    ask(app, "Second?")
    assert assistant.asked[-1] == ("Second?",)


def test_the_sidebar_says_what_is_held_latest_first(app):
    page = shown(app)
    bulletin, report = page.index("Made-up Bulletin"), page.index("Old made-up report")
    assert bulletin < report
    assert "Published 31 July 2031 by Ministry of Examples" in page
    assert "1 passage, 1,204 figures in tables" in page and "Figures for 2029-30, 2030-31" in page


@pytest.mark.parametrize(
    ("headline", "text", "marks", "rest"),
    [
        pytest.param("It was 5%.", "It was 5% [1]. More.", "[1]", "More.", id="mark-in-text-only"),
        pytest.param("It was 5% [1].", "It was 5% [1]. More.", "[1]", "More.", id="mark-in-both"),
        pytest.param("It was 5%.", "It was 5%. [1] [2] More.", "[1] [2]", "More.", id="marks-after"),
        pytest.param("It was [1] 5%. [1]", "It was [1] 5%. [1] More.", "[1]", "More.", id="mark-twice"),
        pytest.param("It was 5%.", "**It was 5%.** [1]\n\nMore.", "[1]", "More.", id="bold"),
        pytest.param("It was 5% [1].", "Else. It was 5%.", "[1]", "Else. It was 5%.", id="another-beginning"),
        pytest.param("It was 5%.", "It was 5%.", "", "", id="nothing-more"),
    ],
)
def test_the_headline_is_parted_from_the_text_and_can_be_quoted(headline, text, marks, rest):
    answer = replace(ANSWERED, headline=headline, text=text)
    assert split_headline(answer) == ("It was 5%.", marks, rest)


def test_a_headline_of_several_lines_keeps_them():
    headline = "“It has:\n  a part\n  another” (Made-up, page 1) [1]"
    assert split_headline(replace(ANSWERED, headline=headline, text=headline)) == (
        "“It has:\na part\nanother” (Made-up, page 1)", "[1]", "",
    )  # fmt: skip
