"""What is learned from questions with known evidence: the sign that decides, the same every time."""

import random
import tomllib
from pathlib import Path

import pytest
import torch

from assistant.evidence import SIGNS
from assistant.evidence import weights as evidence_weights
from corpus.models import Locator, Passage, Publication
from evals import learn, learn_evidence
from evals.learn import Example, is_evidence
from evals.learn_evidence import Weighed
from evals.questions import Question
from index.chunks import Chunk
from index.features import FEATURES

ROOT = Path(__file__).parents[1]
DECIDES = FEATURES.index("section")
SPEAKS, MISLEADS = SIGNS.index("said"), SIGNS.index("missing")


def examples(count=30, read=6):
    """Questions of two-line chunks with signs at random, save that only the right chunk has one of them."""
    chance = random.Random(7)
    made = []
    for n in range(count):
        signs = torch.tensor([[chance.random() for _ in FEATURES] for _ in range(2 * read)])
        right = torch.zeros(read, dtype=torch.bool)
        right[n % read] = True
        owner = torch.arange(read).repeat_interleave(2)
        signs[:, DECIDES] = 0.0
        signs[2 * (n % read), DECIDES] = 1.0
        made.append(Example(signs, owner, right))
    return made


def test_the_sign_that_decides_counts_most_and_the_right_chunk_comes_first():
    made = examples()
    weights = learn.learned(made)
    assert list(weights) == list(FEATURES)
    assert weights["section"] > 1
    assert max(weights, key=weights.__getitem__) == "section"
    without = dict.fromkeys(FEATURES, 1.0) | {"section": 0.0}
    assert learn.reciprocal_rank(made, weights) > 0.95 > learn.reciprocal_rank(made, without)


def test_the_same_examples_teach_the_same():
    assert learn.learned(examples()) == learn.learned(examples())


def test_a_chunk_scores_what_its_best_line_does():
    signs = torch.zeros((3, len(FEATURES)))
    signs[0, 0], signs[1, 0], signs[2, 0] = 0.2, 0.9, 0.5
    example = Example(signs, torch.tensor([0, 0, 1]), torch.tensor([False, True]))
    weights = torch.zeros(len(FEATURES))
    weights[0] = 2.0
    assert example.scores(weights).tolist() == pytest.approx([1.8, 1.0])
    assert learn.reciprocal_rank([example], dict.fromkeys(FEATURES, 0.0) | {FEATURES[0]: 2.0}) == 0.5


def test_what_is_written_is_what_is_read():
    weights = {name: float(n) for n, name in enumerate(FEATURES)}
    assert tomllib.loads(learn.as_toml(weights))["weights"] == weights


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({"key": ("37", "keeper")}, True, id="all-words"),
        pytest.param({"key": ("37", "captain")}, False, id="a-word-is-missing"),
        pytest.param({"key": ("3",)}, False, id="a-part-of-a-figure"),
        pytest.param({"key": ("37",), "cite": [{"title": "Another Report"}]}, False, id="another-publication"),
    ],
)
def test_what_counts_as_the_evidence(fields, expected):
    publication = Publication(id="made-up", title="Made-up Ferry Inquiry 2031")
    text = "The inquiry found 37 lighthouses without a keeper."
    passage = Passage(text=text, sentences=(text,), locator=Locator("made-up", "paragraph 1.3"))
    chunk = Chunk(
        id="made-up:1", publication=publication, locator=passage.locator, heading="", text=text, passage=passage
    )
    given = {
        "id": "q",
        "kind": "prose",
        "turns": ["?"],
        "status": "answered",
        "cite": [{"title": "Ferry Inquiry 2031"}],
    }
    question = Question.model_validate(given | fields)
    assert is_evidence(question, chunk) is expected


def weighed(count=40):
    """Answered where one sign speaks for it; another sign is the opposite; the rest is chance."""
    chance = random.Random(7)
    made = []
    for n in range(count):
        signs = torch.tensor([chance.random() / 4 for _ in SIGNS])
        answered = n % 2 == 0
        signs[SPEAKS], signs[MISLEADS] = float(answered), float(not answered)
        made.append(Weighed(str(n), signs, answered))
    return made


def test_evidence_is_told_from_what_is_not_by_the_sign_that_decides():
    made = weighed()
    weights = learn_evidence.learned(made)
    assert list(weights) == [*SIGNS, "constant", "threshold"]
    assert weights["said"] > 0.5
    assert weights["missing"] < -0.5
    assert 0 < weights["threshold"] < 1
    assert all((learn_evidence.likelihood(one, weights) > 0.5) is one.answered for one in made)


def test_the_threshold_refuses_few_that_are_answered():
    made = weighed()
    weights = learn_evidence.learned(made)
    likely = [learn_evidence.likelihood(one, weights) for one in made if one.answered]
    assert sum(one < weights["threshold"] for one in likely) <= 1


def test_the_threshold_is_set_among_those_that_have_a_quote_to_be_heard():
    refused_anyway = [Weighed(f"none-{n}", None, True) for n in range(5)]
    assert learn_evidence.learned([*weighed(), *refused_anyway])["threshold"] > 0


def test_the_same_evidence_teaches_the_same():
    assert learn_evidence.learned(weighed()) == learn_evidence.learned(weighed())


def test_without_a_quote_nothing_is_likely():
    assert learn_evidence.likelihood(Weighed("q", None, True), dict.fromkeys((*SIGNS, "constant"), 9.0)) == 0


def test_the_weights_of_evidence_are_of_exactly_the_signs():
    raw = tomllib.loads((ROOT / "assistant" / "evidence.toml").read_text(encoding="utf-8"))
    assert list(raw) == ["weights"]
    assert set(raw["weights"]) == {*SIGNS, "constant", "threshold"}
    assert dict(evidence_weights()) == raw["weights"]
    assert 0 < raw["weights"]["threshold"] < 1
