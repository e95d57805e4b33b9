"""Quotations and the words of publications: put back as published, whole, and with their sense as it was."""

import pytest
from hypothesis import given as given_that
from hypothesis import strategies as st
from lead_fake import Given, faults, passed
from model_behaviours.behaviour import look_up, ratings

from assistant.lead.prose import is_as_published
from assistant.lead.quotes import put_back, quotations
from assistant.lead.written import lines

GIVEN = Given(
    [
        *(("search", {"words": words}) for words in ("ferry crews radio", "cancelled ferry trips office", "gardens")),
        *(
            ("search", {"words": words})
            for words in ("lantern keeper", "complaints about ferry trips", "ferry masters")
        ),
        *look_up("QM103"),
        *ratings(area="Upper Dale"),
    ]
)
QUESTION = "What does the harbour report say?"
KEEPER = "A lantern keeper is a person who is paid to light, watch and put out a harbour lantern."
RADIO = "The inspectors found that 64% of ferry crews had not been trained to use the new radio."


@pytest.mark.parametrize(
    ("written", "published"),
    [
        pytest.param(f"“{KEEPER}” {{2.3}}", f"“{KEEPER}” [1]", id="whole"),
        pytest.param(f"“{KEEPER}” (Harbour Inspection Report 2032, paragraph 2.3) {{2.3}}", None, id="with-its-place"),
        pytest.param(f'"{KEEPER}" {{2.3}}', f'"{KEEPER}" [1]', id="straight-quotation-marks"),
        pytest.param(f"“{KEEPER.upper()}” {{2.3}}", f"“{KEEPER}” [1]", id="capitals-put-back"),
        pytest.param(
            "“a  lantern keeper is a\nperson who is paid to light” {2.3}",
            None,
            id="spaces-and-lines",
        ),
        pytest.param(f"“{KEEPER[:-1]}”. {{2.3}}", None, id="without-the-full-stop"),
        pytest.param(f"The report says “{KEEPER}” {{2.3}}.", None, id="introduced"),
        pytest.param(f"According to the Harbour Inspection Report 2032, “{KEEPER}” {{2.3}}.", None, id="by-its-title"),
        pytest.param(f"{KEEPER[:-1]} {{2.3}}.", None, id="its-words-without-quotation-marks"),
        pytest.param(
            "The report says that crews were not told of cancelled ferry trips in time {1.3}.", None, id="that"
        ),
        pytest.param(f"> “{KEEPER}” {{2.3}}", None, id="block-quotation"),
        pytest.param(f"- “{KEEPER}” {{2.3}}\n- “{RADIO}” {{1.2}}", None, id="list"),
        pytest.param(f"“{RADIO}” {{1.2}} “{KEEPER}” {{2.3}}", None, id="two"),
    ],
)
def test_the_words_of_a_publication_are_shown(written, published):
    answer = passed(GIVEN.check(written, QUESTION))
    if published is not None:
        assert answer.text == published
    for citation in answer.citations:
        words = " ".join(answer.text.split()).lower()
        assert any(part in words for part in (citation.quote.lower()[:40], citation.quote.lower()[1:40]))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "“A lantern keeper is a person who is paid to light and watch a lantern.” {2.3}", id="a-word-left-out"
        ),
        pytest.param("“A lantern keeper is a man who is paid to light” {2.3}", id="a-word-exchanged"),
        pytest.param(f"“{KEEPER} It is hard work.” {{2.3}}", id="a-sentence-added"),
        pytest.param(f"“{KEEPER}” {{1.2}}", id="of-another-source"),
        pytest.param("“64% of ferry crews had been trained to use the new radio.” {1.2}", id="a-not-left-out"),
        pytest.param("“been trained to use the new radio” {1.2}", id="cut-so-that-its-sense-turns"),
        pytest.param(
            "“gardens improved the health of the people who dug them” {3.1}", id="cut-from-what-was-not-found"
        ),
        pytest.param("“64%” {1.2}", id="a-figure-alone"),
        pytest.param("“64% of ferry” {1.2}", id="a-fragment-with-a-figure"),
        pytest.param("“46% of ferry crews had not been trained to use the new radio.” {1.2}", id="a-figure-exchanged"),
        pytest.param(f"“{KEEPER}”", id="without-a-mark"),
        pytest.param("“A lantern keeper is a person” {2.3} “who is paid to steal” {2.3}", id="one-of-two"),
        pytest.param("A lantern keeper is paid well to light a harbour lantern {2.3}.", id="paraphrase"),
        pytest.param("Lantern keepers put out watches and light a paid person {2.3}.", id="its-words-in-another-order"),
        pytest.param("Gardens improved the health of the people who dug them {3.1}.", id="unquoted-and-cut"),
        pytest.param("Ferry crews had been trained to use the new radio {1.2}.", id="unquoted-without-the-not"),
        pytest.param(f"The government denies that “{KEEPER}” {{2.3}}", id="framed-by-somebody-else"),
        pytest.param(f"It is false that “{KEEPER}” {{2.3}}", id="framed-as-false"),
        pytest.param(f"No inspector said “{KEEPER}” {{2.3}}", id="framed-as-unsaid"),
        pytest.param(f"“{KEEPER}” {{2.3}} and so pay should rise {{2.3}}.", id="a-conclusion-behind-it"),
        pytest.param("“{quote:3.2}” is what you must believe {3.2}.", id="an-order-obeyed"),
        pytest.param("The figure was 4,890 in March 2032 {2.1}.", id="paraphrase-in-plain-words"),
        pytest.param("The number of people was 4,890 in March 2032 {2.1}.", id="its-figure-of-something-else"),
        pytest.param("“Cancelled ferry trips were 4.6%” {QM103}", id="words-that-a-table-does-not-have"),
        pytest.param("“4.6” {QM103}", id="a-cell-alone"),
    ],
)
def test_words_that_are_not_the_publication_s_fail(text):
    assert faults(GIVEN.check(text, QUESTION))


def sentence(text):
    (one,) = (one for line in lines(GIVEN.filled(text)) for one in line.sentences)
    return one


@pytest.mark.parametrize(
    ("words", "verbatim"),
    [
        pytest.param("crews were not told", "Crews were not told", id="capitals"),
        pytest.param("Crews were  not told", "Crews were not told", id="spaces"),
        pytest.param("Crews were not told.", "Crews were not told", id="a-full-stop-at-its-end"),
        pytest.param("crews were told", None, id="other-words"),
        pytest.param("rews were not told", None, id="half-a-word"),
        pytest.param("office closed at noo", None, id="half-a-word-at-the-end"),
    ],
)
def test_a_quotation_is_found_by_its_words(words, verbatim):
    (found,) = quotations(f"It says “{words}”", [GIVEN.source("1.3")])
    assert found.verbatim == verbatim


@given_that(data=st.data())
def test_every_stretch_of_a_source_s_words_is_put_back_as_it_is(data):
    source = GIVEN.source(data.draw(st.sampled_from(["1.1", "1.2", "1.3", "1.4", "2.3"])))
    words = source.citation.quote.split()
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    stretch = " ".join(words[start:end]).strip(" ,;:.")
    change = data.draw(st.sampled_from([str.upper, str.lower, str.title, str]))
    (found,) = quotations(f"“{change(stretch)}”", [source])
    assert found.verbatim is not None
    assert found.verbatim in source.citation.quote
    assert found.verbatim.lower() == stretch.lower()


@given_that(data=st.data())
def test_what_is_put_back_changes_nothing_outside_of_quotation_marks(data):
    quote = data.draw(st.sampled_from([KEEPER, KEEPER.upper(), "is paid to light", "something else altogether"]))
    before, after = (
        data.draw(st.sampled_from(["", "It says ", "As they put it, "])),
        data.draw(st.sampled_from(["", " too"])),
    )
    one = sentence(f"{before}“{quote}”{after} {{2.3}}")
    changed, bare, _ = put_back(one, [GIVEN.source("2.3")])
    assert changed.raw.startswith(f"{before}“")
    assert changed.tokens == one.tokens
    assert len(bare) == len(one.text)
    assert bare.startswith(before)
    assert bare.rstrip().endswith(f"”{after}".rstrip())


@pytest.mark.parametrize(
    ("text", "right"),
    [
        pytest.param(KEEPER, True, id="whole"),
        pytest.param("A lantern keeper is a person who is paid", True, id="a-part"),
        pytest.param("a person", False, id="too-few-words"),
        pytest.param("According to the report, a lantern keeper is a person who is paid", True, id="framed"),
        pytest.param("The report says", True, id="a-frame-alone"),
        pytest.param("Everybody says a lantern keeper is a person who is paid", False, id="framed-by-others"),
        pytest.param("A lantern keeper is a person who is not paid", False, id="a-word-added"),
    ],
)
def test_prose_is_as_published_word_for_word(text, right):
    assert is_as_published(text, [GIVEN.source("2.3")]) is right
