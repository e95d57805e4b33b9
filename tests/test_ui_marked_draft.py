"""A checked draft on the page: its own text with its claims marked, and a card for each."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ui_fake import DRAFT, HOSTILE, TEXT, checked

from assistant.checking import shown
from assistant.checking.claims import CheckedDraft, Claim, Finding
from ui.claim_cards import cards_html
from ui.marked_draft import key_html, marked_html

SPITEFUL = st.text(
    st.sampled_from("<>&\"'/= a1\n%") | st.characters(codec="utf-8", exclude_characters="\r"), max_size=60
)


class Reader(HTMLParser):
    """What a browser would make of HTML: its tags, attributes and text, the signs and unseen words apart."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.own = ""
        self._aside = 0
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        self._aside += tag == "span"

    def handle_endtag(self, tag):
        self._aside -= tag == "span"

    def handle_data(self, data):
        self.own += "" if self._aside else data


def marked(draft: CheckedDraft) -> str:
    return marked_html(draft, shown.pieces(draft))


def cards(text: str) -> str:
    draft = checked(text)
    return cards_html(draft, range(1, len(draft.claims) + 1))


def test_the_draft_is_there_letter_by_letter():
    assert Reader(marked(checked(DRAFT))).own == DRAFT


def test_a_mark_has_a_sign_an_unseen_word_and_a_link_to_its_card():
    page = marked(checked(DRAFT))
    (mark,) = re.findall(r'<a class="claim contradicted" id="mark-3".*?</a>', page)
    assert 'href="#claim-3"' in mark and "9.7%" in mark
    assert '<span class="sign" aria-hidden="true">✗</span>' in mark
    assert '<span class="unseen">Contradicted: </span>' in mark
    assert page.count("✓") == 2 and page.count("✗") == 2 and page.count(">?<") == 1
    assert all(f'id="claim-{number}"' in cards(DRAFT) for number in range(1, 6))


def test_the_key_names_every_sign():
    text = re.sub("<.*?>", " ", key_html())
    assert text.split() == ["✓", "Supported", "✗", "Contradicted", "?", "Not", "found"]


def test_a_claim_within_another_keeps_its_mark_and_the_text_stays():
    finding = Finding(verdict="supported", reason="")
    text = "It was 7 of 12 then."
    places = ((7, 14), (7, 8), (12, 14))
    claims = tuple(Claim(figure="", start=a, end=b, sentence=text, finding=finding) for a, b in places)
    reader = Reader(marked(CheckedDraft(text=text, claims=claims)))
    assert reader.own == text and reader.tags.count("a") == 3


@given(SPITEFUL, st.integers(0, 60), st.integers(0, 60))
def test_no_draft_can_bring_in_a_tag(text, start, end):
    claim = Claim(figure=text, start=min(start, len(text)), end=min(max(start, end), len(text)), sentence=text,
                  finding=Finding(verdict="contradicted", reason=text, published=text, correction=text))  # fmt: skip
    draft = CheckedDraft(text=text, claims=(claim,))
    reader = Reader(marked(draft))
    assert reader.tags == ["div", "a", "span", "span"] and reader.own == text
    assert not set(Reader(cards_html(draft, [1])).tags) & {"img", "script", "b", "i"}


def test_cards_to_mend_come_first_each_in_the_order_of_the_draft():
    assert re.findall(r'id="(claim-\d)"', cards(DRAFT)) == ["claim-3", "claim-5", "claim-4", "claim-1", "claim-2"]


def test_a_card_says_what_is_published_why_and_where_with_the_row_highlighted():
    card = cards(DRAFT).split("</details>")[0]
    for part in (
        "<h3>9.7%</h3>", "Contradicted", "It had been 9.7% the year before.", "<dt>Published</dt><dd>7.5%</dd>",
        "In 2029-30 it was 7.5%, not 9.7%.", "<li>The definition changed in June 2030.</li>",
        "It had been 7.5% the year before.", "Made-up Bulletin, update to March 2031", "Table 2, ZZ007",
        "Ministry of Examples, 31 July 2031", '<tr class="cited">', 'href="https://example.invalid/made-up"',
        'href="#mark-3"',
    ):  # fmt: skip
        assert part in card


def test_a_claim_that_is_not_contradicted_has_no_corrected_sentence():
    supported, without = (card for card in cards("It was 7.9%, and 12%.").split("</details>")[:-1])
    assert "Corrected sentence" not in supported + without


def test_a_quoted_sentence_is_highlighted_in_its_passage():
    assert f'<span class="unseen">Quoted: </span>{TEXT.quote}</mark>' in cards("It cost £3 million.")


def test_hostile_drafts_and_publications_bring_in_no_markup():
    page = cards(f"It was loud {HOSTILE}")
    assert not re.search(r"<(img|script|b>l|i>)", page)
    places = {address.split("&")[0] for address in re.findall(r'href="(.*?)"', page)}
    assert places == {"#mark-1", "#mark-2", "/read?publication=nasty"}
    assert page.count("<details") == page.count("</details>") == 2


@pytest.mark.parametrize("most", [1, 3, 100])
def test_the_parts_of_a_long_draft_hold_every_claim_once(most):
    draft = checked(f"{DRAFT}\n" * 4)
    parts = shown.parts(draft, most)
    numbers = [piece.number for part in parts for piece in part if piece.number]
    assert numbers == list(range(1, 21))
    assert (len(parts) == 1) == (most == 100)


def test_a_corrected_sentence_mends_every_claim_in_it():
    draft = checked("It was 9.7%, and A third.")
    corrected = [draft.corrected_sentence(claim) for claim in draft.claims]
    assert corrected == ["It was 7.5%, and 2 of 12."] * 2
    again = replace(draft, text="It was 9.7%, and A third.\nIt was 9.7%, and A third.")
    assert again.corrected.endswith("\nIt was 9.7%, and A third.")  # only where the claim stands
