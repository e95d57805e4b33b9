"""The page that checks a draft, driven as a user would, with an assistant of made-up findings."""

import pytest
from streamlit.testing.v1 import AppTest
from ui_fake import DRAFT, HOSTILE, LONGEST, FakeAssistant

from ui.check_page import ALL, CLAIMS_AT_ONCE, NOTHING, ONLY_TO_MEND, TO_MEND
from ui.frame import UNEXPECTED
from ui.safe_text import escaped


def page(assistant):
    from ui.check_page import check_page

    check_page(assistant)


@pytest.fixture
def assistant():
    return FakeAssistant()


@pytest.fixture
def app(assistant):
    return AppTest.from_function(page, args=(assistant,), default_timeout=60).run()


def check(app: AppTest, text: str) -> AppTest:
    app.text_area[0].set_value(text)
    return app.button[0].click().run()


def shown(app: AppTest) -> str:
    """Everything on the page that is HTML of ours, in order."""
    return "\n".join(block.value for block in app.html)


def test_an_empty_page_says_what_it_does_and_that_nothing_is_kept(app):
    assert app.title[0].value == "Check a draft"
    assert app.text_area[0].label == "Paste a draft"
    assert [button.label for button in app.button] == ["Check"]
    assert "is not kept" in shown(app)
    assert "There is a problem" not in shown(app)


def test_a_draft_is_checked_and_everything_drawn_in_order(app, assistant):
    check(app, DRAFT)
    assert not app.exception
    assert assistant.checked == [DRAFT]
    text = shown(app)
    places = [text.index(part) for part in (
        "5 claims: 2 supported, 2 contradicted, 1 not found", 'class="key"', 'id="mark-3"', ">Claims<", 'id="claim-3"',
        ">Corrected draft<", "<del>9.7%</del> → <ins>7.5%</ins>", ">Notes to add<", ">Save<",
    )]  # fmt: skip
    assert places == sorted(places)
    assert [code.value for code in app.code] == [
        DRAFT.replace("9.7%", "7.5%").replace("A third", "2 of 12"),
        "Made-up Bulletin, Table 2, published 31 July 2031.",
    ]
    assert app.text_area[0].value == DRAFT
    assert len(app.get("download_button")) == 2


def test_a_draft_is_not_checked_again_when_the_page_is_drawn_again(app, assistant):
    check(app, DRAFT)
    app.run()
    assert assistant.checked == [DRAFT] and 'id="claim-3"' in shown(app)


def test_what_is_supported_can_be_put_aside(app):
    check(app, DRAFT)
    radio = app.radio[0]
    assert radio.options == [ALL, TO_MEND] and ONLY_TO_MEND not in shown(app)
    radio.set_value(TO_MEND).run()
    assert ONLY_TO_MEND in shown(app) and 'id="claim-1"' in shown(app)


@pytest.mark.parametrize("text", ["", " \n\t"])
def test_an_empty_box_is_one_sentence(app, assistant, text):
    check(app, text)
    assert NOTHING in shown(app) and not assistant.checked


def test_a_draft_without_claims_says_so_and_offers_nothing_to_save(app):
    check(app, "Nothing is counted here.")
    assert "There is nothing to check in this draft" in shown(app)
    assert not app.get("download_button") and ">Claims<" not in shown(app)


def test_a_refusal_is_its_sentence_and_the_text_stays(app, assistant):
    check(app, DRAFT)
    check(app, "broken draft of 7.9%")
    assert "The draft cannot be checked: it is made-up. Give another." in shown(app)
    assert app.text_area[0].value == "broken draft of 7.9%"
    assert 'id="claim-1"' not in shown(app)  # what was found of another draft is gone
    assistant.broken = False
    app.button[0].click().run()
    assert "There is a problem" not in shown(app) and 'id="claim-1"' in shown(app)


def test_a_draft_that_is_too_long_is_one_sentence(app):
    check(app, "It was 7.9%. " * (LONGEST // 10))
    assert f"longer than {LONGEST:,} characters" in shown(app) and not app.exception


def test_an_unexpected_error_is_a_plain_sentence(app):
    check(app, "crash")
    assert UNEXPECTED in shown(app) and "inner detail" not in shown(app) and not app.exception


def test_a_long_draft_is_drawn_in_parts(app):
    lines = CLAIMS_AT_ONCE + 20
    check(app, "It was 9.7%.\n" * lines)
    assert f"{lines} claims: {lines} contradicted" in shown(app)
    assert app.selectbox[0].options == ["Claims 1 to 100 (100 contradicted)", "Claims 101 to 120 (20 contradicted)"]
    assert 'id="claim-100"' in shown(app) and 'id="claim-101"' not in shown(app)
    app.selectbox[0].select_index(1).run()
    assert 'id="claim-101"' in shown(app) and 'id="mark-120"' in shown(app) and 'id="claim-1"' not in shown(app)


def test_hostile_text_is_escaped_everywhere(app):
    check(app, f"loud {HOSTILE}")
    assert not app.exception
    text = shown(app)
    assert escaped(HOSTILE.split("loud")[1]) in text
    for raw in ("<img", "<script>document.title", "<b>loud", 'href="javascript'):
        assert raw not in text
    assert not app.markdown  # nothing of it goes through Streamlit's Markdown
