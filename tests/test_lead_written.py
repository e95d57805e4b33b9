"""A model's text cut into lines, sentences and the stretches that marks stand beside: nothing of it is lost."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.lead.written import blanked, lines, put_together
from assistant.tools.marks import MARK, TOKEN

M, N = "[s-abcdefgh]", "[s-ijklmnop]"
M_TOKEN, N_TOKEN = "s-abcdefgh", "s-ijklmnop"
PIECES = [
    M,
    N,
    f"[{M_TOKEN}; {N_TOKEN}]",
    "[s-abc",
    "[x]",
    " ",
    "  ",
    "\n",
    "\n\n",
    ".",
    "!",
    ":",
    ",",
    "(",
    ")",
    "“",
    "”",
]
PIECES += [
    "**",
    "- ",
    "1. ",
    "12) ",
    "* ",
    "> ",
    "It was 80.4%",
    "Kent",
    "e.g.",
    "No. 5",
    "60",
    '"',
    "\u00a0",
    "é",
    "\t",
]
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=25).map("".join))


def folded(text: str) -> str:
    """A text without spaces at the ends of lines, and no more than one blank line between two."""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in text.strip().split("\n"))).strip()


def sentences(text):
    return [one for line in lines(text) for one in line.sentences]


@given(TEXTS)
def test_nothing_is_lost(text):
    assert folded(put_together(lines(text))) == folded(text)


@given(TEXTS)
def test_every_mark_is_of_one_sentence_in_order(text):
    every = [token for mark in MARK.findall(text) for token in TOKEN.findall(mark)]
    own = [token for one in sentences(text) for segment in one.segments for token in segment.tokens]
    assert own == every


@given(TEXTS)
def test_the_stretches_of_a_marked_sentence_follow_one_another_and_leave_nothing_out(text):
    for one in sentences(text):
        places = [(segment.start, segment.end) for segment in one.segments]
        if places:
            assert places[0][0] == 0
            assert places[-1][1] == len(one.text)
            assert all(first[1] == second[0] for first, second in pairwise(places))


@given(TEXTS)
def test_what_a_sentence_says_has_no_marks_and_no_bold(text):
    for one in sentences(text):
        assert not MARK.search(one.text)
        assert "**" not in one.text
        assert one.text == " ".join(one.text.split())


@given(st.text(max_size=40), st.data())
def test_what_is_blanked_keeps_the_rest_in_its_place(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    bare = blanked(text, (start, end))
    assert (bare[:start], bare[start:end].strip(" "), bare[end:]) == (text[:start], "", text[end:])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("It rose. It fell.", ["It rose.", "It fell."], id="two"),
        pytest.param("It was 80.4% in 2031-32. It rose.", ["It was 80.4% in 2031-32.", "It rose."], id="decimals"),
        pytest.param(f"It rose {M}. It fell {N}.", ["It rose.", "It fell."], id="marks-before-full-stops"),
        pytest.param(f"It rose. {M} It fell. {N}", ["It rose.", "It fell."], id="marks-after-full-stops"),
        pytest.param(f"**It rose** {M}.", ["It rose."], id="bold"),
        pytest.param("- It rose.\n- It fell.", ["It rose.", "It fell."], id="list"),
        pytest.param("1. It rose.\n2) It fell.", ["It rose.", "It fell."], id="numbered-list"),
        pytest.param(
            "It says “It rose. It fell.” of it.", ["It says “It rose. It fell.” of it."], id="quotation-of-two"
        ),
        pytest.param("“It rose.\nIt fell.” It did.", ["“It rose. It fell.”", "It did."], id="quotation-of-lines"),
        pytest.param(f"“It rose.” (Report, page 2) {M}", ["“It rose.” (Report, page 2)"], id="place-in-brackets"),
        pytest.param("It rose, e.g. in May. It fell.", ["It rose, e.g. in May.", "It fell."], id="abbreviation"),
        pytest.param("", [], id="nothing"),
        pytest.param("\n\n \n", [], id="blank-lines"),
    ],
)
def test_a_text_is_cut_into_sentences(text, said):
    assert [one.text for one in sentences(text)] == said


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        pytest.param(f"It rose {M}.", [("It rose.", [M_TOKEN])], id="before-the-full-stop"),
        pytest.param(f"It rose. {M}", [("It rose.", [M_TOKEN])], id="after-the-full-stop"),
        pytest.param(f"It rose {M} {N}.", [("It rose.", [M_TOKEN, N_TOKEN])], id="two-side-by-side"),
        pytest.param(f"It rose {M[:-1]}, {N[1:]}.", [("It rose.", [M_TOKEN, N_TOKEN])], id="two-in-a-bracket"),
        pytest.param(f"It rose {M[:-1]};{N[1:]}.", [("It rose.", [M_TOKEN, N_TOKEN])], id="semicolon-in-a-bracket"),
        pytest.param(
            f"One rose {M} and one fell {N}.",
            [("One rose", [M_TOKEN]), (" and one fell.", [N_TOKEN])],
            id="each-beside-its-own",
        ),
        pytest.param(f"It rose {M} in May.", [("It rose in May.", [M_TOKEN])], id="the-last-mark-has-what-follows"),
        pytest.param(f"It rose {M}, {N}.", [("It rose,.", [M_TOKEN, N_TOKEN])], id="a-comma-between"),
    ],
)
def test_a_mark_belongs_to_the_words_before_it(text, stretches):
    (one,) = sentences(text)
    assert [(one.text[s.start : s.end], list(s.tokens)) for s in one.segments] == stretches


@pytest.mark.parametrize(
    ("text", "items"),
    [
        pytest.param("- It rose.", [True], id="dash"),
        pytest.param("* It rose.", [True], id="star"),
        pytest.param("3. It rose.", [True], id="number"),
        pytest.param("> It rose.", [False], id="block-quotation"),
        pytest.param("It rose.", [False], id="sentence"),
        pytest.param("-it rose", [False], id="no-space"),
    ],
)
def test_items_of_lists_are_known(text, items):
    assert [one.item for one in sentences(text)] == items


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        pytest.param("The years were:", True, id="colon"),
        pytest.param("**The years were:**", True, id="bold"),
        pytest.param(f"The years were {M}:", False, id="marked"),
        pytest.param("The years were.", False, id="full-stop"),
    ],
)
def test_what_only_opens_a_list_is_known(text, opens):
    assert sentences(text)[0].is_lead_in is opens


def test_a_quotation_that_never_ends_does_not_swallow_the_text():
    text = "“It rose.\n" + "\n".join(["It fell and rose again."] * 200)
    assert len([one for one in lines(text) if one.sentences]) > 50
