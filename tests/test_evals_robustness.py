"""The same figures in other words, the same answer again: on replies made up by hand and a made-up command line."""

import sys

import pytest
from click.testing import CliRunner

from assistant import as_json
from corpus.aliases import aliases
from corpus.errors import ProbationError
from evals import robustness
from evals.__main__ import main
from evals.questions import Question
from evals.replies import Reply
from evals.rewordings import KINDS, Names, names, rewordings
from tests.made_up import assistant_of, bulletins

KNOWN = Names(frozenset({"gardens dug", "doors opened"}))
SMALL = """
import json, os, sys
for line in open(sys.argv[sys.argv.index("--from") + 1], encoding="utf-8"):
    asked = json.loads(line)
    words = asked["turns"][-1]
    number = SAID
    said = {"status": "answered", "headline": f"It was {number}%.", "seconds": os.getpid()}
    print(json.dumps({"id": asked["id"], **said}))
"""


def command(said):
    """A command line that says a number, worked out from the question's `words`."""
    return (sys.executable, "-c", SMALL.replace("SAID", said))


def question(number, kind="lookup", text="What were the gardens dug in 2031-32?", status="answered", before=()):
    return Question(id=f"q{number}", kind=kind, turns=(*before, text), status=status)


def reply(headline, *figures, status="answered"):
    return Reply.model_validate(
        {"id": "r", "status": status, "headline": headline, "figures": [{"text": text} for text in figures]}
    )


@pytest.mark.parametrize(
    ("headline", "figures", "numbers"),
    [
        pytest.param("Doors (QM101) were at 71.5% in 2030-31 [1].", (), {"71.5"}, id="no-code-period-or-mark"),
        pytest.param("It was 60.0%.", ("60%",), {"60"}, id="a-trailing-zero-is-nothing"),
        pytest.param("1,204 cases, April 2030 to March 2031 [1] [2].", ("2 of 12",), {"1204", "2", "12"}, id="counts"),
        pytest.param("Up 5.5 percentage points from 66.0%.", ("5.5 percentage points",), {"5.5", "66"}, id="once"),
        pytest.param("There were nine (Some report, Table One) [1].", (), {"9"}, id="words-and-places"),
        pytest.param("In 30/31 it was 9%.", (), {"9"}, id="a-short-year"),
        pytest.param("QM015Sb is published as [x].", (), set(), id="a-symbol-is-no-figure"),
    ],
)
def test_figures_are_the_numbers_without_periods_marks_and_codes(headline, figures, numbers):
    assert robustness.figures(reply(headline, *figures)) == numbers


@pytest.mark.parametrize(
    ("other", "same"),
    [
        pytest.param(reply("At 71.5% (2030-31) [2].", "70%"), True, id="other-words"),
        pytest.param(reply("It was 71.5%, target 70.0% [1].", "70%", status="clarify"), False, id="other-status"),
        pytest.param(reply("It was 71.4%.", "70%"), False, id="another-figure"),
        pytest.param(reply("It was 71.5%."), False, id="one-missing"),
        pytest.param(reply("It was 71.5%.", "70%", "1.5"), False, id="one-more"),
    ],
)
def test_the_same_is_the_same_status_and_the_same_figures(other, same):
    original = reply("It was 71.5%, target 70.0% [1].", "70.0%")
    assert robustness.Reworded(question(1), "case", "words", original, other).same is same


def test_questions_are_of_every_kind_in_turn_and_can_all_be_reworded():
    file = [
        question(1, "a"),
        question(2, "a"),
        question(3, "a"),
        question(4, "b"),
        question(5, "c", text="QM101"),  # no word to mistype
        question(6, "d", status="not_found"),
        question(7, "e", before=("doors opened?",)),
        question(8, "f"),
    ]
    assert [one.id for one in robustness.chosen(file, KNOWN, 4)] == ["q1", "q4", "q8", "q2"]
    assert len(robustness.chosen(file, KNOWN, 60)) == 5


def test_a_command_line_that_minds_no_words_has_the_same_figures():
    seen = []
    asked = robustness.reworded([question(1), question(2)], KNOWN, 0, lambda: seen.append(1), command("71.5"))
    assert len(asked) == 2 * len(KINDS)
    assert len(seen) == 2 * (1 + len(KINDS))
    assert {one.text for one in asked} == set(rewordings(question(1).turns[0], KNOWN).values())
    rates = robustness.rates(asked)
    assert rates["all rewordings"] == "1.000 (10 of 10)"
    assert rates["questions answered with a figure"] == "1.000 (2 of 2)"


def test_misses_are_by_kind_and_name_both_questions_and_their_figures():
    asked = robustness.reworded([question(1)], KNOWN, 0, lambda: None, command("61 if 'ask' in words else 62"))
    rates = robustness.rates(asked)
    assert (rates["pq"], rates["case"]) == ("0.000 (0 of 1)", "1.000 (1 of 1)")
    assert rates["all rewordings"] == "0.800 (4 of 5)"
    lost = next(one for one in asked if not one.same)
    said = robustness.miss(lost)
    assert lost.text in said
    assert lost.question.turns[0] in said
    assert "answered: 62: It was 62%." in said
    assert "answered: 61: It was 61%." in said


def test_the_same_answers_are_identical_whatever_the_seconds():
    seen = []
    same = robustness.repeated([question(1), question(2)], 3, 2, lambda: seen.append(1), command("len(words)"))
    assert same == {"q1": True, "q2": True}
    assert len(seen) == 2 * (3 + 2)


def test_an_answer_that_hangs_on_the_order_of_a_set_is_found():
    shaky = command("[*{'a1', 'b2', 'c3', 'd4', 'e5'}] if 'doors' in words else 1")
    one, other = question(1, text="doors opened"), question(2)
    same = robustness.repeated([one, other], 2, 4, lambda: None, shaky)
    assert same == {"q1": False, "q2": True}
    rows = robustness.identical(same, [one, other])
    assert rows["q1: doors opened"] == "NOT identical"
    assert rows["all"] == "0.500 (1 of 2)"


def test_an_answer_that_changes_within_a_process_is_found():
    counting = command("globals().__setitem__('n', globals().get('n', 0) + 1) or n")
    assert robustness.repeated([question(1)], 2, 0, lambda: None, counting) == {"q1": False}


def test_a_command_that_fails_says_why():
    failing = (sys.executable, "-c", "import sys; sys.exit('store: broken')")
    with pytest.raises(ProbationError, match="ended with 1: store: broken"):
        robustness.repeated([question(1)], 1, 0, lambda: None, failing)


def test_questions_to_repeat_are_spread_over_both_files():
    figures = [question(number) for number in range(20)]
    passages = [question(100 + number, status="answered" if number % 2 else "not_found") for number in range(20)]
    chosen = [one.id for one in robustness.spread(figures, passages, 10)]
    assert chosen == ["q0", "q2", "q5", "q8", "q11", "q14", "q17", "q101", "q107", "q113"]
    assert len(set(chosen)) == 10


def test_made_up_bulletins_give_the_same_figures_in_capitals_and_inside_small_talk(tmp_path):
    assistant, known = assistant_of(tmp_path, bulletins()), names(bulletins(), aliases())
    text = "What was doors opened on time in 2031-32?"

    def said(words):
        return Reply.model_validate(as_json.answer(assistant.ask([words]), "r"))

    made = rewordings(text, known)
    assert robustness.figures(said(text)) >= {"69.5", "72"}
    for kind in ("case", "polite", "pq"):
        assert robustness.Reworded(question(1), kind, made[kind], said(text), said(made[kind])).same


def test_the_command_says_what_it_does():
    result = CliRunner().invoke(main, ["robustness", "--help"])
    assert result.exit_code == 0
    assert "--seed" in result.output
