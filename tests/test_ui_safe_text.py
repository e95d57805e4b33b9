"""Text from questions and publications is shown as written, whatever it holds."""

import html
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ui_fake import HOSTILE

from ui.safe_text import answer_html, label, marks_html, web_address

OURS = {"p", "ul", "ol", "li", "strong", "blockquote", "a", "span", "br"}
MARKS = {1: "here-1", 2: "here-2"}
SPITEFUL = st.text(st.sampled_from("<>&\"'`*_[]()!$:\\#-+=|~/1a \n>") | st.characters(codec="utf-8"), max_size=80)


class Reader(HTMLParser):
    """What a browser would make of HTML: its tags, attributes and text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.text += data

    def handle_comment(self, data):
        raise AssertionError(f"a comment got in: {data}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It **rose** a lot.", "<p>It <strong>rose</strong> a lot.</p>", id="bold"),
        pytest.param("- one\n- two", "<ul><li>one</li><li>two</li></ul>", id="list"),
        pytest.param("- a:\n  b\n  - c\n- d", "<ul><li>a:<br>b<br>- c</li><li>d</li></ul>", id="long-item"),
        pytest.param("3. one\n4. two", '<ol start="3"><li>one</li><li>two</li></ol>', id="numbered"),
        pytest.param("One\nline.\n\nTwo.", "<p>One<br>line.</p><p>Two.</p>", id="paragraphs"),
        pytest.param("Said:\n> a <b>", "<p>Said:</p><blockquote><p>a &lt;b&gt;</p></blockquote>", id="quote"),
        pytest.param("A cost of £3 and $5, $6", "<p>A cost of £3 and $5, $6</p>", id="money"),
        pytest.param("# Not a heading", "<p># Not a heading</p>", id="heading"),
        pytest.param("[9] is no source", "<p>[9] is no source</p>", id="unknown-mark"),
        pytest.param("2 * 3 ** 4", "<p>2 * 3 ** 4</p>", id="stars-that-are-not-bold"),
    ],
)  # fmt: skip
def test_our_markdown_is_drawn_and_nothing_else_is(text, expected):
    assert answer_html(text, MARKS) == expected


def test_a_mark_leads_to_its_source():
    reader = Reader(marks_html("It rose [2].", MARKS))
    assert ("href", "#here-2") in reader.attributes
    assert reader.text == "It rose [2]."


def test_hostile_text_is_shown_letter_by_letter():
    reader = Reader(answer_html(HOSTILE, MARKS))
    assert reader.tags == ["p"]
    assert reader.text == HOSTILE


@given(SPITEFUL)
def test_no_text_can_bring_in_a_tag_an_address_or_a_script(text):
    reader = Reader(answer_html(text, MARKS))
    assert set(reader.tags) <= OURS
    assert {value for name, value in reader.attributes if name == "href"} <= {"#here-1", "#here-2"}
    assert {name for name, _ in reader.attributes} <= {"href", "class", "aria-label", "start"}


@given(SPITEFUL)
def test_a_label_holds_no_sign_of_markdown_and_reads_as_the_text(text):
    made = label(text)
    assert html.unescape(made).replace("\u2060", "") == " ".join(text.split()).replace("\u2060", "")
    assert not set(made) & set("<>$:*_[]()`!\\~|@\"'+-=/.")


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.invalid/a?b=1", True),
        ("http://example.invalid", True),
        ("javascript:alert(1)", False),
        ("data:text/html,hello", False),
        ("//example.invalid", False),
        ("https://[broken", False),
        ("", False),
    ],
)
def test_only_addresses_of_the_web_become_links(url, kept):
    assert web_address(url) == (url if kept else "")
