"""What is given out can be cited: one token for a piece of evidence, the same in every process, none that is shared."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answers import Answer, Citation, Figure
from assistant.tools.harmless import harmless, plain
from assistant.tools.ledger import Ledger
from assistant.tools.marks import MARK, TOKEN, token, tokens
from corpus.errors import ProbationError
from corpus.models import Locator, Publication

BULLETIN = Publication(id="made-up", title="Made-up Annual")
ROW = "QM101 - Doors | Performance (%): 71.5 | Target (%): 70.0"


def source(quote=ROW, place="Table 1", row="", number=1, publication=BULLETIN):
    return Citation(number=number, publication=publication, locator=Locator(publication.id, place, row), quote=quote)


def answer(text, *sources, figures=()):
    return Answer(question="", status="answered", headline=text, text=text, citations=sources, figures=figures)


def test_the_same_evidence_has_one_token_wherever_it_is_given_out():
    first, second = answer("71.5% [1].", source()), answer("Doors [1], 71.5% [2].", source("Doors"), source(number=2))
    ledger = Ledger()
    given_first, given_second = ledger.give(first), ledger.give(second)
    assert given_first["sources"][0] == given_second["sources"][1]
    assert ledger.source(given_first["sources"][0]["id"]).quote == ROW
    assert ledger.answers == (first, second)


def test_a_token_is_the_same_in_another_process():
    said = "import sys; sys.path.insert(0, 'tests'); from test_assistant_ledger import source, token"
    code = f"{said}; print(token(source()))"
    root = Path(__file__).parents[1]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout.strip() == token(source())


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(source(ROW.replace("71.5", "71.6")), id="quote"),
        pytest.param(source(place="Table 2"), id="place"),
        pytest.param(source(row="QM101"), id="row"),
        pytest.param(source(publication=replace(BULLETIN, id="another")), id="publication"),
        pytest.param(source("Table 1\n" + ROW, place=""), id="the-same-words-otherwise-parted"),
    ],
)
def test_other_evidence_has_another_token(other):
    assert token(other) != token(source())


def test_a_token_says_nothing_of_its_number_or_of_what_a_summary_is():
    assert token(source(number=7)) == token(source())
    assert TOKEN.fullmatch(token(source()))


@given(st.text(), st.text())
def test_tokens_of_different_quotes_differ(one, other):
    assert (token(source(one)) == token(source(other))) == (one == other)


def test_a_token_that_was_not_given_out_has_no_source():
    assert Ledger().source(token(source())) is None


def test_sources_that_were_written_to_share_a_token_are_not_given_out():
    one, other = (source(f"Made-up text {number}.") for number in (938467, 1523117))
    assert token(one) == token(other)  # found by trying a million and a half
    ledger = Ledger()
    ledger.give(answer("So [1].", one))
    with pytest.raises(ProbationError, match="cannot be told apart"):
        ledger.give(answer("Not so [1].", other))
    with pytest.raises(ProbationError, match="cannot be told apart"):
        Ledger().give(answer("So [1]. Not so [2].", one, replace(other, number=2)))
    assert ledger.source(token(one)).quote == one.quote
    assert len(ledger.answers) == 1


def test_a_figure_that_was_worked_out_is_remembered_with_what_it_starts_from():
    figure = Figure("1.5 percentage points", None, "71.5 - 70.0 = 1.5 [1]")
    counted = Figure("1 of 2", None, "1 of 2 rows")
    ledger = Ledger()
    reply = ledger.give(answer("1.5 percentage points above [1], 1 of 2.", source(), figures=(figure, counted)))
    mark = token(source())
    assert reply["worked_out"][0] == {"figure": "1.5 percentage points", "working": f"71.5 - 70.0 = 1.5 [{mark}]"}
    assert [one.sources for one in ledger.worked_out] == [{mark}, {mark}]
    assert ledger.worked_out[0].said == reply["answer"] == f"1.5 percentage points above [{mark}], 1 of 2."


def test_a_figure_that_was_quoted_is_not_worked_out():
    ledger = Ledger()
    ledger.give(answer("71.5% [1].", source(), figures=(Figure("71.5%", 1),)))
    assert ledger.worked_out == ()


def test_many_threads_lose_nothing():
    ledger = Ledger()
    answers = [answer(f"{number} [1].", source(f"{number}")) for number in range(400)]
    with ThreadPoolExecutor(16) as threads:
        replies = list(threads.map(ledger.give, answers * 2))
    assert all(ledger.source(reply["sources"][0]["id"]) for reply in replies)
    assert len(ledger.answers) == 800 and len({reply["sources"][0]["id"] for reply in replies}) == 400


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("[s-abcdefgh]", ["s-abcdefgh"], id="one"),
        pytest.param("[s-abcdefgh, s-hgfedcba] [s-aaaaaaaa]", ["s-abcdefgh", "s-hgfedcba", "s-aaaaaaaa"], id="several"),
        pytest.param("s-abcdefgh (s-abcdefgh) [S-ABCDEFGH] [1] [s-abc] [s-abcdefgh0]", [], id="none"),
    ],
)
def test_marks_are_told_from_what_looks_like_them(text, found):
    assert tokens(text) == found


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("See [s-abcdefgh].", "See [s–abcdefgh].", id="mark"),
        pytest.param("[s-abcdefgh;s-hgfedcba]", "[s–abcdefgh;s–hgfedcba]", id="mark-of-two"),
        pytest.param("[S-Abcdefgh] s-abcdefgh", "[S–Abcdefgh] s–abcdefgh", id="nearly-a-mark"),
        pytest.param("bus-stations, services-together", "bus-stations, services-together", id="words"),
        pytest.param("84.7% [x], note [1]; £3.2m “so” – yes", "84.7% [x], note [1]; £3.2m “so” – yes", id="plain-text"),
        pytest.param("a\u200bb\u202ec\x07d\u00ade\ue000f", "abcdef", id="signs-that-hide"),
        pytest.param("[s-\u200babcdefgh]", "[s–abcdefgh]", id="a-mark-that-hides"),
        pytest.param("a\tb\u2028c\nd", "a b c\nd", id="blanks-and-lines"),
    ],
)
def test_text_of_publications_is_made_harmless(text, shown):
    assert harmless(text) == shown


@given(st.text(alphabet="s-[];, abcdefgh234567\u200b\u00ad\n", max_size=60))
def test_harmless_text_holds_no_mark_and_stays_as_it_is(text):
    assert not MARK.search(harmless(text))
    assert harmless(harmless(text)) == harmless(text)


@given(st.text())
def test_plain_text_is_printable_but_for_its_lines(text):
    assert all(sign == "\n" or sign.isprintable() or sign.isspace() for sign in plain(text))
    assert plain(plain(text)) == plain(text)
