"""The form of a model's text: plain letters and digits in sentences and lists; nothing that hides or acts."""

import string
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.lead.form import LONGEST, faults_of_form

M = "[s-abcdefgh]"


def faults(text, known=""):
    return list(faults_of_form(text, known))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"Doors opened on time (QM101) was 69.5% in 2031-32 {M}.", id="sentence"),
        pytest.param(f"- **Doors**: 69.5% {M}\n- **Boats**: 12.5% {M}", id="list-with-bold"),
        pytest.param(f"1. Doors: 69.5% {M}\n2. Boats: 12.5% {M}", id="numbered-list"),
        pytest.param("No change is published ([x]).", id="symbol-as-printed"),
        pytest.param("It says “crews […] were not told”.", id="omission"),
        pytest.param("It cost £1,250 – a café’s rent – or 5 °C.", id="signs-of-english"),
        pytest.param("1,250 complaints; 310 upheld.", id="thousands"),
        pytest.param("It was 60.0\u00a0% of 5\u00a0trips.", id="no-break-spaces"),
        pytest.param("Llanelli, Ynys Môn and Œuvre.", id="latin-letters"),
    ],
)
def test_plain_text_is_right(text):
    assert faults(text) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It was 69\u200b.5%.", id="zero-width-space"),
        pytest.param("It was \u202e5.96\u202c%.", id="right-to-left"),
        pytest.param("It was 69\u00ad.5%.", id="soft-hyphen"),
        pytest.param("It was ６９.5%.", id="full-width"),
        pytest.param("It was 69².", id="superscript"),
        pytest.param("It was 69½%.", id="fraction"),
        pytest.param("It was ⅩⅡ%.", id="roman-sign"),
        pytest.param("It was ❻%.", id="circled"),
        pytest.param("Dооrs opened.", id="cyrillic-letters"),
        pytest.param("It was 69\u0335.5%.", id="struck-through"),
        pytest.param("It was 69.5% 🚀.", id="picture"),
        pytest.param("It was\x00 69.5%.", id="null"),
        pytest.param("It was\t69.5%.", id="tab"),
        pytest.param("It was 69\u2009.5%.", id="thin-space"),
        pytest.param("It was 6 9.5%.", id="space-in-a-figure"),
        pytest.param("It was 69 .5%.", id="space-before-the-point"),
        pytest.param("It was 69. 5%.", id="space-after-the-point"),
        pytest.param("It was 6**9**.5%.", id="bold-in-a-figure"),
        pytest.param("It was 6_9.5_%.", id="underlined-in-a-figure"),
        pytest.param("It **ro**se.", id="bold-in-a-word"),
        pytest.param("It was ≠69.5%.", id="unequal"),
        pytest.param("It was ±69.5%.", id="plus-or-minus"),
        pytest.param("It was ~~69.5%~~.", id="struck-out"),
        pytest.param("It was rated 3/3.", id="two-figures-run-together"),
        pytest.param("It was rated 3․3.", id="a-sign-like-a-full-stop"),
        pytest.param("It was 69٫5%.", id="a-decimal-sign-of-another-script"),
        pytest.param("It was <b>69.5%</b>.", id="html"),
        pytest.param("It was <!-- not --> 69.5%.", id="comment"),
        pytest.param("It was &#54;9.5%.", id="entity"),
        pytest.param("See https://example.org.", id="address"),
        pytest.param("See [here](x).", id="link"),
        pytest.param("Write to crew@example.org.", id="mail"),
        pytest.param("It was `69.5%`.", id="code"),
        pytest.param("It was $69.5$.", id="formula"),
        pytest.param("It was \\frac{1}{2}.", id="latex"),
        pytest.param("| Doors | 69.5% |", id="table"),
        pytest.param("Doors\n---", id="rule"),
        pytest.param("## Doors", id="heading"),
        pytest.param("It was 69.5% [1].", id="numbered-mark"),
        pytest.param("It was 69.5% [s-abc].", id="short-mark"),
        pytest.param("It was 69.5% [S-ABCDEFGH].", id="mark-in-capitals"),
        pytest.param("It was 69.5% [s-abcdefg1].", id="mark-with-a-letter-that-is-none"),
        pytest.param("It was 69.5% s-abcdefgh.", id="mark-without-brackets"),
        pytest.param("It was 69.5% [s-abcdefgh.", id="mark-that-does-not-end"),
        pytest.param("It was 69.5% 【s-abcdefgh】.", id="other-brackets"),
        pytest.param("It was 69.5% (source: the bulletin).", id="source-in-words"),
        pytest.param("It was 69.5%[^1].", id="footnote"),
        pytest.param("It was 69.5%. " * (LONGEST // 14 + 1), id="too-long"),
    ],
)
def test_what_hides_or_acts_is_a_fault(text):
    assert faults(text)


@given(st.characters())
def test_no_sign_stands_for_a_digit_or_a_letter_of_another(sign):
    """Whatever passes is read by everyone as it is by the checks."""
    if sign.isascii() or faults(f"a{sign}a"):
        return
    assert unicodedata.digit(sign, None) is None
    assert unicodedata.numeric(sign, None) is None
    assert not unicodedata.combining(sign)
    assert not any(one.isalnum() and one.isascii() for one in unicodedata.normalize("NFKC", sign))
    assert not sign.isalpha() or "LATIN" in unicodedata.name(sign)
    assert sign.isprintable() or sign == "\u00a0"


@given(st.characters(categories=["Nd", "Nl", "No", "Cf", "Co", "Mn", "Me", "Lm"], exclude_characters=string.digits))
def test_other_digits_and_what_is_not_seen_are_faults(sign):
    assert faults(f"It was 69{sign}.5%.")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80))
def test_faults_are_lines_of_their_own(text):
    assert all(fault and "\n" not in fault and fault.isprintable() for fault in faults(text))


@given(st.text(alphabet=string.ascii_letters + " ,.“”’", max_size=80))
def test_plain_words_have_no_faults(text):
    assert faults(text.replace("www.", "")) == []


@pytest.mark.parametrize(
    ("text", "known", "right"),
    [
        pytest.param("It says “Dооrs [sic] opened”.", "He said “Dооrs [sic] opened” there.", True, id="as-a-tool-said"),
        pytest.param("It says “Dооrs [sic] opened”.", "He said “Doors [sic] opened” there.", False, id="otherwise"),
        pytest.param("Dооrs opened.", "He said “Dооrs opened” there.", False, id="outside-of-quotation-marks"),
        pytest.param("The bulletin [note 2] says so.", "The bulletin [note 2] says more.", True, id="brackets-as-said"),
        pytest.param("The bulletin [note 3] says so.", "The bulletin [note 2] says more.", False, id="other-brackets"),
    ],
)
def test_what_tools_said_may_be_repeated_as_it_is(text, known, right):
    assert (faults(text, known) == []) is right
