"""How often everyday words find the measure they mean, and how often a question about none is taken for one.

    python -m evals paraphrases

What words leave to passages is left to meaning. The file says of each question which measure is right, if any.
"""

import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.holdings import Family, Holdings
from assistant.meaning import ByMeaning
from assistant.understand import Understanding
from corpus.aliases import aliases
from corpus.everyday import everyday
from corpus.library import documents
from corpus.models import Document
from evals.report import rate
from index.embed import Embedder

FILE = Path(__file__).parent / "questions" / "paraphrases.toml"


@dataclass(frozen=True, slots=True)
class Paraphrase:
    """A question in everyday words, and the measure it means: "" for none."""

    split: str
    asks: str
    code: str
    service: str = ""


Ask = Callable[[str], Sequence[Family] | None]  # the measures an answer is about; None where it is from elsewhere


def read(file: Path = FILE) -> list[Paraphrase]:
    """The questions of a file."""
    return [Paraphrase(**raw) for raw in tomllib.loads(file.read_text(encoding="utf-8"))["question"]]


def outcome(question: Paraphrase, found: Sequence[Family] | None) -> str:
    """What came of a question: right (alone), among (those named), wrong or none; for one about none, taken or left."""
    if not question.code:
        return "taken" if found else "left"
    if not found:
        return "none"
    right = [f for f in found if (f.service, f"{f.letters}{f.digits}{f.part}") == (question.service, question.code)]
    return ("right" if len(found) == 1 else "among") if right else "wrong"


def summary(questions: Iterable[Paraphrase], ask: Ask) -> dict[str, str]:
    """Rates for one split, by the name of each."""
    counts = Counter(outcome(question, ask(question.asks)) for question in questions)
    about = sum(counts[name] for name in ("right", "among", "wrong", "none"))
    return {
        "found": rate(counts["right"] + counts["among"], about),
        "found among several": rate(counts["among"], about),
        "wrong": rate(counts["wrong"], about),
        "taken that mean no measure": rate(counts["taken"], counts["taken"] + counts["left"]),
    }


def asking(held: Iterable[Document], embedder: Embedder) -> Ask:
    """Asks as the assistant understands: by words, and by meaning where words leave a question to passages."""
    holdings = Holdings(held)
    by_meaning = ByMeaning(holdings, aliases(), everyday(), embedder)
    understanding = Understanding(holdings, aliases(), by_meaning)

    def ask(question: str) -> Sequence[Family] | None:
        query = understanding.read([question])
        return query.families if query.topic == "measure" else None

    return ask


def rates(embedder: Embedder) -> dict[str, dict[str, str]]:
    """The rates of every split, by its name and size."""
    questions, ask = read(), asking(documents(), embedder)
    splits = {split: [q for q in questions if q.split == split] for split in dict.fromkeys(q.split for q in questions)}
    return {f"{split}: {len(of_split)} questions": summary(of_split, ask) for split, of_split in splits.items()}
