"""Draft sentences are read strictly, checked once and kept; our own copy no publication."""

import json
import re

import pytest

from assistant.answers import Citation
from assistant.checking.claims import CheckedDraft, Claim, Finding
from corpus.errors import ProbationError, UnreadableFile
from corpus.models import Locator, Publication
from corpus.periods import without_periods
from evals import drafts_sets
from evals.drafts import Sentence, check_all, read_said, read_sentences, together, write_lines

COPIED = 6  # words in a row
FORMULA = "To ask the Secretary of State for Justice"  # how every written question begins
OURS = (drafts_sets.TUNE, drafts_sets.TEST, drafts_sets.PROSE, drafts_sets.DRAFTS)
LINE = {
    "id": "a",
    "kind": "value",
    "text": "In 2031-32 some 66.1% of kites flew for 12 months.",
    "claims": [{"figure": "66.1%", "verdict": "contradicted", "published": "63.1"}],
    "not_claims": ["12 months"],
}


def written(path, *lines):
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def test_a_sentence_is_read(tmp_path):
    (sentence,) = read_sentences(written(tmp_path / "s.jsonl", LINE))
    (claim,) = sentence.claims
    assert (claim.figure, claim.verdict, claim.published, claim.start) == ("66.1%", "contradicted", "63.1", None)
    assert sentence.not_claims == ("12 months",)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        pytest.param({"claims": [{"figure": "66.2%", "verdict": "supported"}]}, "does not stand", id="not-in-text"),
        pytest.param(
            {"claims": [{"figure": "66.1%", "verdict": "supported", "start": 3}]}, "stand at 3", id="not-there"
        ),
        pytest.param({"claims": [{"figure": "66.1%", "verdict": "wrong"}]}, "claims.0.verdict", id="no-such-verdict"),
        pytest.param({"not_claims_at": [[0, "12"]]}, "stand at 0", id="not-there-either"),
        pytest.param({"note": "?"}, "note", id="unknown-field"),
    ],
)
def test_a_broken_line_says_what_is_wrong(tmp_path, change, what):
    with pytest.raises(UnreadableFile, match=re.escape(what)):
        read_sentences(written(tmp_path / "s.jsonl", LINE | change))


def test_what_is_said_is_kept_and_read_again(tmp_path):
    publication = Publication(id="kites", title="Kite Annual")
    locator = Locator("kites", "Table 2", "QX1")
    citation = Citation(number=1, publication=publication, locator=locator, quote="QX1 | 63.1")
    finding = Finding(verdict="contradicted", reason="It was 63.1%.", published="63.1%", citation=citation)

    def check(text):
        start = text.index("66.1%")
        claim = Claim(figure="66.1%", start=start, end=start + 5, sentence=text, finding=finding)
        return CheckedDraft(text=text, claims=(claim,), seconds=0.25)

    seen = []
    said = check_all([Sentence.model_validate(LINE)], check, lambda: seen.append(1))
    write_lines(tmp_path / "replies.jsonl", said)
    again = read_said(tmp_path / "replies.jsonl")["a"]
    assert again == said[0]
    (claim,) = again.claims
    assert (claim.verdict, claim.published, claim.start, claim.source) == (
        "contradicted",
        "63.1%",
        LINE["text"].index("66.1%"),
        "Kite Annual, Table 2, QX1",
    )
    assert (again.seconds, len(seen)) == (0.25, 1)


def test_an_id_in_two_sets_is_an_error():
    one = Sentence.model_validate(LINE)
    assert together([[one], []]) == [one]
    with pytest.raises(ProbationError, match="'a' stands in two sets"):
        together([[one], [one]])


def test_our_sentences_are_many_of_every_verdict_and_kind():
    sentences = together([read_sentences(path) for path in OURS])
    verdicts = [claim.verdict for sentence in sentences for claim in sentence.claims]
    assert len(sentences) >= 400
    assert min(verdicts.count(verdict) for verdict in ("supported", "contradicted", "not_found")) >= 60
    assert len(read_sentences(drafts_sets.PROSE)) >= 40
    kinds = {sentence.kind for sentence in sentences}
    assert kinds >= {"ok", "rounded", "value", "unit", "year", "area", "service", "base", "direction", "target"}


def runs(text: str) -> set[tuple[str, ...]]:
    """All runs of that many words and figures in a text, periods and the formula of questions left out."""
    found = re.findall(r"[a-z0-9£](?:[a-z0-9£%.,]*[a-z0-9£%])?", without_periods(text.replace(FORMULA, "")).lower())
    return set(zip(*(found[start:] for start in range(COPIED)), strict=False))


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_no_wording_is_copied_from_a_publication(publications, path):
    published = set().union(*(runs(text.read_text(encoding="utf-8")) for text in publications.glob("*.txt")))
    assert published
    assert [sentence.id for sentence in read_sentences(path) if runs(sentence.text) & published] == []
