"""Saved answers held against what is held now: what they used and is no longer so is told, and nothing else."""

from dataclasses import replace
from pathlib import Path

import pytest
from made_up import EARLIER, LATER, assistant_of, bulletin
from pydantic import TypeAdapter

from assistant.answers import Answer
from assistant.outdated import outdated

KEPT: TypeAdapter[Answer] = TypeAdapter(Answer)
PROSE = "\n6. Piers\nThe pier at Sandy Bay was painted in June, which cost £41,000 in all. Nobody fell into the sea.\n"
TITLE = "Made-up Performance Annual, update to March 2032"
COST = "What did painting the pier at Sandy Bay cost?"
QUESTIONS = (
    "QM101 in 2031-32",
    "How many targets were met in 2031-32?",
    "Which targets were missed?",
    "QM105S gap to target",
    "QM103 over the years",
    "How did QM104 change between 2030-31 and 2031-32?",
    "Which measure improved most in 2031-32?",
    "How many measures improved in 2031-32 for CRS?",
    "Which regions were rated good?",
    "How was Upper Dale rated in 2031-32?",
    "What is the threshold for good?",
    "What does [z] mean?",
    "When was the publication for the year to March 2032 published?",
    "Why was the pier at Sandy Bay painted?",
    COST,
)


def held(tmp_path: Path, *texts: str):
    """An assistant that holds these texts as the two bulletins, or the later alone."""
    names = ("made-up-2032", "made-up-2031")
    return assistant_of(tmp_path / "home", [bulletin(text, name) for text, name in zip(texts, names, strict=False)])


@pytest.fixture
def answered(tmp_path):
    """What a question was answered before, as it is kept."""
    before = held(tmp_path, LATER + PROSE, EARLIER)

    def answered(question: str) -> Answer:
        return KEPT.validate_json(KEPT.dump_json(before.ask([question])))

    return answered


@pytest.fixture
def since(tmp_path, answered):
    """What of an answer is no longer so, once the later text says something else in one place."""

    def since(question: str, old: str, new: str) -> tuple[str, ...]:
        assert old in LATER + PROSE
        now = held(tmp_path, (LATER + PROSE).replace(old, new), EARLIER)
        return now.outdated(answered(question))

    return since


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer_of_today_is_never_marked(since, question):
    assert since(question, "QM101", "QM101") == ()


@pytest.mark.parametrize("question", QUESTIONS)
def test_another_layout_of_the_same_figures_marks_nothing(since, question):
    piped = "QM101 - Doors opened on time | Apr 2031 to Mar 2032 | 69.50 | 72.0% | −2.0pp"
    assert (
        since(question, "The pier at Sandy Bay was painted in June,", "The pier at Sandy Bay was painted\nin June,")
        == ()
    )
    assert (
        since(question, "QM101 - Doors opened on time Apr 2031 to Mar 2032 69.5 72.0 -2.0pp", piped.replace(" | ", " "))
        == ()
    )


@pytest.mark.parametrize(
    ("question", "old", "new", "expected"),
    [
        pytest.param("QM101 in 2031-32", "69.5 72.0", "69.7 [r] 72.0",
                     "QM101 2031-32 is 69.7 [r] now; this answer used 69.5.", id="value"),
        pytest.param("Was the target of QM101 met in 2031-32?", "69.5 72.0", "69.5 69.0",
                     "QM101 2031-32, target is 69.0 now; this answer used 72.0.", id="target"),
        pytest.param("How was Upper Dale rated in 2031-32?", "Upper Dale[footnote 3] 2 Improvement Required",
                     "Upper Dale[footnote 3] 1 Inadequate", "Upper Dale is 1 Inadequate now; this answer used 2 "
                     "Improvement Required.", id="rating"),
        pytest.param("QM106 in 2031-32", "QM106 - Boats returned Apr 2031 to Mar 2032 12.5 20.0 [x]\n", "",
                     f"QM106 2031-32 is no longer given in {TITLE}; this answer used 12.5.", id="withdrawn"),
        pytest.param("How many targets were met in 2031-32?", "69.5 72.0", "73.0 72.0",
                     "QM101 2031-32 is 73.0 now; this answer used 69.5.", id="one-of-those-counted"),
        pytest.param(COST, "£41,000", "£43,000",
                     f"{TITLE}, Section 6: Piers, gives other figures now than this answer quotes.", id="quoted"),
        pytest.param(COST, PROSE, "",
                     f"What this answer quotes of {TITLE}, Section 6: Piers, is no longer there.", id="gone"),
        pytest.param("When was the publication for the year to March 2032 published?", "29 July 2032", "2 August 2032",
                     f"What this answer quotes of {TITLE}, Title and date, is no longer there.", id="day"),
        pytest.param("Which measure improved most in 2031-32?", "60.0 0.5pp", "60.0 9.5pp",
                     "QM104 2031-32, change on the year before is 9.5pp now; this answer used 0.5pp.", id="ranked"),
        pytest.param("Which regions were rated good?", "Upper Dale[footnote 3] 2 Improvement Required",
                     "Upper Dale[footnote 3] 3 Good",
                     "Upper Dale is 3 Good now; this answer used 2 Improvement Required.", id="rating-of-those-listed"),
    ],
)  # fmt: skip
def test_what_an_answer_used_and_has_changed_is_told(since, question, old, new, expected):
    assert expected in since(question, old, new)


@pytest.mark.parametrize(
    ("question", "old", "new"),
    [
        pytest.param("QM101 in 2031-32", "91.3 90.0", "91.9 90.0", id="another-row"),
        pytest.param("How was Upper Dale rated in 2031-32?", "Lower Dale 2", "Lower Dale 1", id="another-area"),
        pytest.param(COST, "Nobody fell", "Somebody fell", id="another-sentence"),
        pytest.param("QM101 in 2031-32", PROSE, "", id="text-that-it-did-not-use"),
    ],
)  # fmt: skip
def test_what_an_answer_did_not_use_marks_nothing(since, question, old, new):
    assert since(question, old, new) == ()


def test_what_is_held_no_longer_is_told_once_for_each_publication(tmp_path, answered):
    answer = answered("How many targets were met in 2031-32?")
    assert held(tmp_path, LATER).outdated(answer) == ()
    now = assistant_of(tmp_path / "other", [bulletin(EARLIER, "made-up-2031")])
    assert now.outdated(answer) == (f"{TITLE} is no longer held; this answer used it.",)


def test_a_summary_has_other_words_than_the_text_and_the_same_figures(tmp_path, answered):
    full = held(tmp_path, LATER + PROSE, EARLIER)
    for question in QUESTIONS:
        answer = answered(question)
        summarised = [replace(c, publication=replace(c.publication, summary=True)) for c in answer.citations]
        assert full.outdated(replace(answer, citations=tuple(summarised))) == ()
    quoting = answered(COST)
    summary = replace(bulletin(LATER, "made-up-2032"), passages=())
    summary = replace(summary, publication=replace(summary.publication, summary=True))
    told = outdated(quoting, assistant_of(tmp_path / "summary", [summary]).holdings())
    assert told == (f"The text of {TITLE}, which this answer quotes, is no longer held.",)


def test_what_is_told_follows_what_is_held(tmp_path, answered):
    answer, assistant = answered("QM101 in 2031-32"), held(tmp_path, LATER + PROSE, EARLIER)
    assert assistant.outdated(answer) == ()
    (tmp_path / "corrected.txt").write_text(LATER.replace("69.5 72.0", "69.7 72.0"))
    (tmp_path / "corrected.toml").write_text('id = "made-up-2032"')
    assistant.ingest(tmp_path / "corrected.txt")
    assert assistant.outdated(answer) == ("QM101 2031-32 is 69.7 now; this answer used 69.5.",)
    assert assistant.outdated(assistant.ask(["QM101 in 2031-32"])) == ()
