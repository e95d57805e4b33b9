"""The chat page, driven as a user would, with an assistant of made-up answers."""

import html
import re
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest
from ui_fake import ANSWERED, CLARIFY, HOSTILE, NOT_FOUND, FakeAssistant

from assistant.conversations import Conversations
from assistant.exports.text import CHANGED
from assistant.turns import Chosen, Question
from ui.addresses import ask_link
from ui.answer_view import split_headline
from ui.chat_page import DRAWN
from ui.frame import UNEXPECTED
from ui.safe_text import escaped, label
from ui.sitting import LONGEST


def page(assistant, conversations, visitor):
    from ui.chat_page import chat_page

    chat_page(assistant, conversations, visitor)


@pytest.fixture
def assistant():
    return FakeAssistant()


@pytest.fixture
def conversations(tmp_path):
    return Conversations(tmp_path)


@pytest.fixture
def visit(assistant, conversations):
    """A page opened by a visitor, with what its address says."""

    def opened(visitor="a visitor", **address) -> AppTest:
        app = AppTest.from_function(page, args=(assistant, conversations, visitor), default_timeout=60)
        for name, value in address.items():
            app.query_params[name] = value
        return app.run()

    return opened


@pytest.fixture
def app(visit):
    return visit()


def ask(app: AppTest, question: str) -> AppTest:
    return app.chat_input[0].set_value(question).run()


def shown(app: AppTest) -> str:
    """Everything on the page that is HTML of ours, in order."""
    return "\n".join(block.value for block in app.html)


def lines(app: AppTest) -> list[str]:
    """The lines to quote, as they are read."""
    found = (
        re.match(r'<div class="line [a-z]+" id="line-\d+"><p id="[a-z0-9-]+">(.*?)</p>', block.value)
        for block in app.html
    )
    return [html.unescape(re.sub("<[^>]*>", "", match[1])) for match in found if match]


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
    assert lines(app) == [ANSWERED.headline]
    page = shown(app)
    for part in (
        "How many made-up?", "<strong>0.4 percentage points</strong>", "Before you use this",
        "changed in June", "7.9 - 7.5 = 0.4", "Understood as", "ZZ007 Made-up measure",
        'id="answer-0-source-2"', 'href="#answer-0-source-1"',
    ):  # fmt: skip
        assert part in page


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
    assert "There is a problem" not in page and not lines(app)


def test_an_error_is_one_sentence_and_the_page_goes_on(app, assistant):
    ask(app, "broken question")
    assert "made-up.txt: the file is empty. Give its text." in shown(app)
    assert "broken question" in shown(app)
    ask(app, "How many?")
    assert assistant.asked[-1] == ("How many?",)  # what had no answer is no part of the conversation
    assert lines(app) == [ANSWERED.headline]


def test_a_question_that_failed_can_be_tried_again(app, assistant):
    ask(app, "broken question")
    assistant.broken = False
    next(button for button in app.button if button.label == "Try again").click().run()
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


def test_the_page_stands_when_what_is_held_cannot_be_read(assistant, visit):
    def fail():
        raise KeyError("an inner detail")

    assistant.publications = fail
    app = visit()
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
    app.button(key="new").click().run()
    assert not app.chat_message
    ask(app, "Second?")
    assert assistant.asked[-1] == ("Second?",)


def test_a_chip_that_is_changed_asks_again_with_it(app, assistant):
    ask(app, "First?")
    ask(app, "How many?")
    chip = app.selectbox[-1]
    assert chip.value == "2030-31"
    chip.set_value("2029-30").run()
    assert assistant.asked[-1] == ("First?", "How many?")  # in the place of the turn that it changes
    assert assistant.chosen[-1] == (Chosen("period", "2029-30"),)
    assert "Asked again with: Period 2029-30" in shown(app)
    ask(app, "And then?")
    assert assistant.asked[-1] == ("First?", "How many?", "And then?")
    assert [box.value for box in app.selectbox] == ["2030-31"] * 4  # each shows what was understood


def test_what_was_carried_over_is_said(app):
    ask(app, "How many?")
    assert app.selectbox[0].label == label("Period (carried over from before)")


def test_suggestions_and_near_places_stand_under_what_is_not_found(app, assistant):
    ask(app, "Regional figure?")
    assert "Near to it, but no answer" in shown(app) and 'id="near-0-source-1"' in shown(app)
    app.button(key="suggestion-0-0").click().run()
    assert assistant.asked[-1] == ("Regional figure?", NOT_FOUND.suggestions[0])


def test_a_conversation_is_there_after_a_refresh(app, visit, assistant):
    ask(app, "How many made-up?")
    again = visit(conversation=app.query_params["conversation"])
    assert lines(again) == [ANSWERED.headline] and len(assistant.asked) == 1
    ask(again, "And now?")
    assert assistant.asked[-1] == ("How many made-up?", "And now?")


def test_a_question_that_was_not_answered_before_a_refresh_is_answered_after(conversations, visit, assistant):
    identifier = conversations.ask("a visitor", Question("How many?"))
    assert lines(visit(conversation=identifier)) == [ANSWERED.headline]
    assert assistant.asked == [("How many?",)]


def test_conversations_are_listed_found_named_and_deleted(app, conversations):
    ask(app, "Ships?")
    app.button(key="new").click().run()
    assert not lines(app)
    ask(app, "Harbours?")
    assert [button for button in buttons(app) if "ships" in button.lower()]
    app.text_input(key="find-conversation").set_value("ships").run()
    (ships,) = conversations.listed("a visitor", "ships")
    assert [b.key for b in app.button if b.key and b.key.startswith("open-")] == [f"open-{ships.id}"]
    app.button(key=f"open-{ships.id}").click().run()
    assert "Ships?" in shown(app) and "Harbours?" not in shown(app)
    app.text_input(key=f"name-{ships.id}").set_value("Shipping figures").run()
    assert [one.name for one in conversations.listed("a visitor", "shipping")] == ["Shipping figures"]
    app.button(key="delete").click().run()
    assert not lines(app) and [one.name for one in conversations.listed("a visitor")] == ["Harbours?"]


def test_another_visitors_conversation_is_not_shown(app, visit):
    ask(app, "How many of mine?")
    other = visit("another visitor", conversation=app.query_params["conversation"])
    assert "How many of mine?" not in shown(other) and "This conversation is not here" in shown(other)
    assert not [b for b in other.button if b.key and b.key.startswith("open-")]


def test_the_address_of_an_answer_shows_it_to_whoever_has_it(app, visit, conversations):
    ask(app, "How many?")
    opened = conversations.open("a visitor", app.query_params["conversation"])
    shared = visit("another visitor", answer=opened.turns[0].id)
    assert lines(shared) == [ANSWERED.headline] and 'id="answer-0-source-2"' in shown(shared)
    assert not shared.chat_input
    assert "no answer at this address" in shown(visit(answer="guessed"))


def test_a_question_in_the_address_is_asked_once(visit, assistant):
    app = visit(q="How many?")
    assert lines(app) == [ANSWERED.headline] and "q" not in app.query_params
    app.run()
    assert assistant.asked == [("How many?",)]


def test_what_a_reader_says_of_an_answer_is_kept(app, conversations):
    ask(app, "How many?")
    identifier = app.query_params["conversation"]
    (turn,) = conversations.open("a visitor", identifier).turns
    app.feedback(key=f"useful-{turn.id}").set_value(0).run()
    app.text_input(key=f"comment-{turn.id}").set_value("Wrong year").run()
    (turn,) = conversations.open("a visitor", identifier).turns
    assert (turn.useful, turn.comment) == (False, "Wrong year")


def test_the_line_with_its_source_and_the_whole_answer_can_be_copied(app):
    ask(app, "How many?")
    copied = [html.unescape(text) for text in re.findall(r'data-copy="([^"]*)"', shown(app))]
    assert copied[0].startswith(ANSWERED.headline) and "Made-up Bulletin, update to March 2031" in copied[0]
    assert "0.4 percentage points" in copied[1] and "7.9 - 7.5 = 0.4" in copied[1]


def test_long_conversations_show_the_latest_first(app, assistant):
    for number in range(DRAWN + 2):
        ask(app, f"Question {number}?")
    assert "Question 1?" not in shown(app) and "Question 2?" in shown(app)
    next(button for button in app.button if button.label == "Show the first 2 questions too").click().run()
    assert "Question 0?" in shown(app)


def test_what_cannot_be_kept_is_said_and_the_page_stands(app, tmp_path):
    (tmp_path / "conversations.db").write_bytes(b"no database" * 99)
    app.run()
    assert not app.exception and "conversations cannot be kept" in shown(app)


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


def test_no_question_is_longer_than_its_box_takes(app, visit, assistant):
    ask(app, "How many? " * 400)
    visit(q="How many? " * 400)
    assert {len(question) for (question,) in assistant.asked} == {LONGEST - 1}  # without the blank at its end


def test_an_answer_that_is_out_of_date_says_so_before_its_line_and_can_be_asked_again(app, assistant):
    ask(app, "First?")
    ask(app, "How many made-up?")
    assert CHANGED not in shown(app) and "Ask again" not in buttons(app)
    assistant.corrected = True
    page = shown(app.run())
    assert page.count(f"<h3>{CHANGED}</h3>") == 2 and escaped(HOSTILE) in page and "<img" not in page
    assert page.index("ZZ007 2030-31 is 8.1 now; this answer used 7.9.") < page.index('class="line')
    assert f"{CHANGED}\n- ZZ007 2030-31 is 8.1 now" in html.unescape(page)  # goes with its copy
    app.button(key=next(one.key for one in app.button if one.label == "Ask again")).click().run()
    assert assistant.asked[-1] == ("First?",) and len(assistant.asked) == 3  # in the place of the turn asked again


def test_a_shared_answer_that_is_out_of_date_says_so(app, visit, assistant, conversations):
    ask(app, "How many made-up?")
    (turn,) = conversations.open("a visitor", app.query_params["conversation"]).turns
    assert CHANGED not in shown(visit("another", answer=turn.id))
    assistant.corrected = True
    page = shown(visit("another", answer=turn.id))
    assert CHANGED in page and f'href="{escaped(ask_link("How many made-up?"))}"' in page
    assert lines(visit("another", answer=turn.id)) == [ANSWERED.headline]


def test_an_answer_is_drawn_where_it_cannot_be_held_against_what_is_held(app, assistant):
    ask(app, "How many made-up?")

    def fail(answer):
        raise KeyError("an inner detail")

    assistant.outdated = fail
    app.run()
    assert UNEXPECTED in shown(app) and lines(app) == [ANSWERED.headline] and not app.exception
