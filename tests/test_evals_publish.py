"""The evaluation that the page shows: outcomes of made-up replies, and that the file that ships fits the sets."""

from collections import Counter
from datetime import date

import pytest

from assistant.measured import Measured, read_measured
from corpus.errors import ProbationError, UnreadableFile
from evals import publish, retrieval
from evals.drafts import Said, Sentence
from evals.questions import Question
from evals.replies import Reply
from evals.scoring import score
from evals.verdicts import score as score_claims
from ui.about_page import EVALUATION

FIGURE = {"text": "61.5%", "citation": 1}
WORDS = {"lookup": "One figure", "unanswerable": "Not published"}
SETS = publish.read_sets()


def scored(asked, said):
    question = Question.model_validate({"id": "q", "kind": "lookup", "turns": ["AB001?"], "status": "answered"} | asked)
    return score(question, said and Reply.model_validate({"id": "q", "question": "AB001?"} | said))


@pytest.mark.parametrize(
    ("asked", "said", "outcome"),
    [
        pytest.param(
            {"figures": ["61.5"]}, {"status": "answered", "answer": "61.5%.", "figures": [FIGURE]}, "right", id="right"
        ),
        pytest.param({"status": "not_found"}, {"status": "not_found"}, "refused", id="rightly-refused"),
        pytest.param({"status": "not_found"}, {"status": "clarify"}, "refused", id="asked-back"),
        pytest.param({"status": "any"}, {"status": "not_found"}, "right", id="any-status"),
        pytest.param({"figures": ["9"]}, {"status": "not_found"}, "refused_wrongly", id="refused-wrongly"),
        pytest.param({"figures": ["9"]}, {"status": "clarify"}, "refused_wrongly", id="asked-back-wrongly"),
        pytest.param(
            {"figures": ["9"]}, {"status": "answered", "answer": "61.5%.", "figures": [FIGURE]}, "wrong_figure",
            id="another-figure",
        ),
        pytest.param(
            {"any_of": [["9"]]}, {"status": "answered", "answer": "61.5%.", "figures": [FIGURE]}, "wrong_figure",
            id="none-of-several",
        ),
        pytest.param(
            {"status": "not_found"}, {"status": "answered", "answer": "61.5%.", "figures": [FIGURE]}, "wrong_figure",
            id="a-figure-that-is-not-published",
        ),
        pytest.param(
            {"status": "not_found"}, {"status": "answered", "answer": "It is."}, "wrong_otherwise",
            id="words-that-answer-nothing",
        ),
        pytest.param(
            {"words": ["rose"]}, {"status": "answered", "answer": "It fell by 61.5%.", "figures": [FIGURE]},
            "wrong_otherwise", id="other-words",
        ),
        pytest.param(
            {"cite": [{"title": "Made-up"}]}, {"status": "answered", "answer": "61.5%.", "figures": [FIGURE]},
            "wrong_otherwise", id="another-source",
        ),
    ],
)  # fmt: skip
def test_each_question_has_one_outcome(asked, said, outcome):
    assert publish.outcome(scored(asked, said)) == outcome


def test_a_question_without_a_reply_is_no_outcome():
    with pytest.raises(ProbationError, match="'q' has no reply"):
        publish.outcome(scored({}, None))


def test_kinds_are_counted_in_the_order_of_their_words():
    refused = scored({"kind": "unanswerable", "status": "not_found"}, {"status": "not_found"})
    wrong = scored({"figures": ["9"]}, {"status": "not_found"})
    kinds = publish.by_kind([refused, wrong, wrong], WORDS)
    assert [(kind.kind, kind.words, kind.asked, kind.all_right) for kind in kinds] == [
        ("lookup", "One figure", 2, 0),
        ("unanswerable", "Not published", 1, 1),
    ]


def test_a_kind_without_words_is_named():
    with pytest.raises(UnreadableFile, match="'made-up'"):
        publish.by_kind([scored({"kind": "made-up"}, {"status": "answered"})], WORDS)


def test_claims_of_drafts_are_counted():
    texts = [("61%", "supported", "supported"), ("62%", "supported", "contradicted"),
             ("63%", "contradicted", "supported"), ("64%", "contradicted", "contradicted")]  # fmt: skip
    judged = []
    for figure, wanted, given in texts:
        claims = [{"figure": figure, "verdict": wanted}]
        sentence = Sentence.model_validate({"id": figure, "text": f"It was {figure} in 2031.", "claims": claims})
        found = [{"figure": figure, "start": 7, "end": 10, "verdict": given},
                 {"figure": "2031", "start": 14, "end": 18, "verdict": "not_found"}]  # fmt: skip
        judged.append(score_claims(sentence, Said.model_validate({"id": figure, "claims": found})))
    measured = publish.of_drafts({"name": "made-up", "words": "Made up", "blind": True}, judged)
    assert (measured.texts, measured.claims, measured.right) == (4, 4, 2)
    assert (measured.false_alarms, measured.let_pass, measured.not_claims) == (1, 1, 4)


def test_what_is_written_reads_back(tmp_path):
    measured = Measured(date=date(2031, 7, 31), version="1", publications=("A",), answers=(), search=(), drafts=())
    publish.write(measured, tmp_path / "made-up.json")
    assert read_measured(tmp_path / "made-up.json") == measured


@pytest.mark.parametrize("text", [None, "{}", "no JSON", "\ufeff"], ids=["missing", "empty", "no-json", "mark"])
def test_a_file_of_something_else_is_refused_with_the_remedy(tmp_path, text):
    path = tmp_path / "made-up.json"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableFile, match="python -m evals publish"):
        read_measured(path)


@pytest.fixture(scope="module")
def shipped():
    return read_measured(EVALUATION)


def test_the_file_that_ships_has_the_sets_that_ship(shipped):
    wanted = [*SETS["answers"], *(one for one in SETS["answers"] if "texts" in one), *SETS["search"], *SETS["drafts"]]
    told = [(one.name, one.words, one.blind) for one in (*shipped.answers, *shipped.search, *shipped.drafts)]
    assert told == [(one["name"], one["words"], one["blind"]) for one in wanted]


CASES = [(named, held) for named in SETS["answers"] for held in ("summaries", *(["texts"] if "texts" in named else ()))]


@pytest.mark.parametrize(("named", "held"), CASES, ids=[f"{named['name']}-{held}" for named, held in CASES])
def test_the_file_that_ships_has_an_outcome_for_every_question_that_ships(shipped, named, held):
    measured = next(one for one in shipped.answers if (one.name, one.held) == (named["name"], held))
    asked = Counter(question.kind for question in publish.questions_of(named))
    assert {kind.kind: kind.asked for kind in measured.kinds} == asked
    assert {kind.kind: kind.words for kind in measured.kinds} == {kind: SETS["kinds"][kind] for kind in asked}
    refused = sum(question.status == "not_found" for question in publish.questions_of(named))
    assert sum(kind.refused for kind in measured.kinds) <= refused
    assert sum(kind.right + kind.refused_wrongly for kind in measured.kinds) <= sum(asked.values()) - refused
    assert 0 < measured.seconds_median <= measured.seconds_p95


@pytest.mark.parametrize("named", SETS["search"], ids=lambda named: named["name"])
def test_the_file_that_ships_has_every_search(shipped, named):
    measured = next(one for one in shipped.search if one.name == named["name"])
    assert measured.asked == len(retrieval.told(publish.questions_of(named)))
    assert tuple(measured.found) == publish.LOOKED_AT
    assert list(measured.found.values()) == sorted(measured.found.values())  # more is found among more


@pytest.mark.parametrize("named", SETS["drafts"], ids=lambda named: named["name"])
def test_the_file_that_ships_has_every_claim(shipped, named):
    measured = next(one for one in shipped.drafts if one.name == named["name"])
    texts = publish.sentences_of(named)
    assert (measured.texts, measured.claims) == (len(texts), sum(len(text.claims) for text in texts))
