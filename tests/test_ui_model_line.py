"""The Ask page with a language model, a made-up one: its line and switch, its answers, and those that stand instead."""

import re

import pytest
from streamlit.testing.v1 import AppTest
from ui_fake import ANSWERED, HOSTILE, FakeAssistant, FakeModel

from assistant.conversations import Conversations
from assistant.turns import Chosen, Question
from corpus.errors import UnusableModel
from ui.frame import UNEXPECTED
from ui.model_line import Configured
from ui.safe_text import escaped

SMALL_PRINT = "Put into words by made:up; each figure was checked against its source."
UNUSABLE = UnusableModel("MADE_UP_SETTING", "it names <no> model", "Give another.")


def page(assistant, conversations, configured):
    from ui.chat_page import chat_page

    chat_page(assistant, conversations, "a visitor", configured)


@pytest.fixture
def assistant():
    return FakeAssistant()


@pytest.fixture
def model():
    return FakeModel()


@pytest.fixture
def visit(assistant, model, tmp_path):
    """The page opened by a visitor, with a model unless something else is configured."""
    made_up = Configured("made:up", model)

    def opened(configured=made_up, **address) -> AppTest:
        given = (assistant, Conversations(tmp_path), configured)
        app = AppTest.from_function(page, args=given, default_timeout=60)
        for name, value in address.items():
            app.query_params[name] = value
        return app.run()

    return opened


def ask(app: AppTest, question: str) -> AppTest:
    app.chat_input[0].set_value(question).run()
    assert not app.exception
    return app


def shown(app: AppTest) -> str:
    return "\n".join(block.value for block in app.html if "<style" not in block.value)


def small(app: AppTest) -> list[str]:
    """What is said in small print of answers, in order."""
    return re.findall(r'<p class="worded">(.*?)</p>', shown(app))


def test_without_a_model_there_is_no_line_and_no_switch(visit, model):
    app = ask(visit(None), "How many?")
    assert not app.toggle and 'class="model"' not in shown(app) and not small(app) and not model.asked


def test_the_line_names_the_model_and_what_it_writes_says_so(visit, assistant, model):
    app = visit()
    assert "put into words by <b>made:up</b>" in shown(app) and app.toggle[0].value
    ask(app, "How many?")
    assert small(app) == [SMALL_PRINT]
    assert model.asked == [("How many?",)] and not assistant.asked
    assert "So far" not in shown(app) and "Looking up" not in shown(app)  # gone when the answer is there


def test_a_name_is_shown_as_it_is_written(visit, model):
    assert f"<b>{escaped(HOSTILE)}</b>" in shown(visit(Configured(HOSTILE, model)))


def test_the_switch_goes_back_to_the_built_in_answers_and_forth(visit, assistant, model):
    app = visit()
    app.toggle[0].set_value(False).run()
    assert "<b>made:up</b> is not asked, and is sent nothing" in shown(app)
    ask(app, "How many?")
    assert not model.asked and not small(app)
    app.toggle[0].set_value(True).run()
    ask(app, "And then?")
    assert assistant.asked == [("How many?",)] and model.asked == [("How many?", "And then?")]
    assert small(app) == [SMALL_PRINT]


def test_a_model_that_cannot_be_used_is_one_sentence_and_the_answers_are_built_in(visit, assistant):
    app = visit(Configured(problem=str(UNUSABLE)))
    assert not app.toggle
    (said,) = re.findall(r'<p class="model">(.*?)</p>', shown(app))
    assert said.endswith("built-in ones. MADE_UP_SETTING: it names &lt;no&gt; model. Give another.")
    ask(app, "How many?")
    assert assistant.asked == [("How many?",)] and not small(app)


def test_the_model_is_told_what_was_shown_before_without_marks(visit, model):
    app = visit()
    for question in ("First?", "Second?"):
        ask(app, question)
    assert model.told[0] == ()
    (told,) = model.told[1]
    assert told.startswith(ANSWERED.headline) and "[1]" not in told and "**" not in told


def test_an_answer_that_stands_instead_says_why_where_it_is_read(visit):
    page = shown(ask(visit(), "lying"))
    said = "The built-in answer: the model gave a figure without a source. " + escaped(HOSTILE)
    assert f'<p class="worded">{said}</p>' in page
    assert page.index(said) < page.index('class="line short"')
    assert 'role="alert"' not in page and "Put into words" not in page


def test_a_chip_that_is_changed_asks_the_assistant_itself(visit, assistant, model):
    app = ask(visit(), "How many?")
    app.selectbox[0].set_value("2029-30").run()
    assert assistant.asked == [("How many?",)] and assistant.chosen == [(Chosen("period", "2029-30"),)]
    assert len(model.asked) == 1 and small(app) == [SMALL_PRINT]


def test_what_a_model_writes_is_only_text(visit):
    app = ask(visit(), HOSTILE)
    for raw in ("<img", "<script>document.title", "<b>loud", 'href="javascript'):
        assert raw not in shown(app)
    assert escaped(HOSTILE) in shown(app) and not app.markdown


def test_what_was_not_foreseen_is_a_plain_sentence_and_can_be_tried_again(visit, model):
    app = ask(visit(), "crash")
    assert UNEXPECTED in shown(app) and "inner detail" not in shown(app)
    next(button for button in app.button if button.label == "Try again").click().run()
    assert model.asked == [("crash",)] * 2


def test_an_answer_given_while_nobody_waited_is_not_asked_for_again(visit, model, tmp_path):
    conversations = Conversations(tmp_path)
    identifier = conversations.ask("a visitor", Question("How many?"))
    assert small(visit(conversation=identifier)) == small(visit(conversation=identifier)) == [SMALL_PRINT]
    assert len(model.asked) == 1


def test_whoever_is_given_an_answer_sees_who_put_it_into_words(visit, tmp_path):
    app = ask(visit(), "How many?")
    (turn,) = Conversations(tmp_path).open("a visitor", app.query_params["conversation"]).turns
    assert small(visit(None, answer=turn.id)) == [SMALL_PRINT]


def test_the_whole_answer_is_copied_with_who_put_it_into_words(visit):
    assert shown(ask(visit(), "How many?")).count(SMALL_PRINT) == 2  # beneath it, and in what the button copies
