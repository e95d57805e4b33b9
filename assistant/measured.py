"""How good the assistant was when it was last measured: the file that the evaluation writes and a page reads.

Everything is counted, so that a rate can be shown beside what it is a rate of. `blind` questions had no part in
making the assistant; from the others rules and weights were learned, or their mistakes were read and mended.
"""

from datetime import date
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, NonNegativeInt, ValidationError, model_validator

from corpus.errors import UnreadableFile

Held = Literal["summaries", "texts"]  # the library's summaries alone, or the publications' own texts


class Part(BaseModel):
    """A part of what was measured."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Kind(Part):
    """What came of the questions of one kind: counts of outcomes, of which each question has one.

    right: answered with the figures or words and the source that were wanted. refused: rightly said not to be
    published. refused_wrongly: said not to be published, or asked back, though it is published. wrong_figure: a figure
    is given, and another was wanted, or more of them, or nothing that is published answers. wrong_otherwise: any other
    mistake, such as another source than the one wanted.
    """

    kind: str
    words: str  # what the kind means
    right: NonNegativeInt = 0
    refused: NonNegativeInt = 0
    refused_wrongly: NonNegativeInt = 0
    wrong_figure: NonNegativeInt = 0
    wrong_otherwise: NonNegativeInt = 0

    @property
    def asked(self) -> int:
        """How many questions."""
        return self.all_right + self.refused_wrongly + self.wrong_figure + self.wrong_otherwise

    @property
    def all_right(self) -> int:
        """How many were answered rightly or rightly refused."""
        return self.right + self.refused


class Answers(Part):
    """A set of questions, asked of what was `held`; seconds are those to answer one inside the process."""

    name: str
    words: str
    blind: bool
    held: Held
    kinds: tuple[Kind, ...]
    seconds_median: float
    seconds_p95: float


class Searches(Part):
    """Of how many questions all that answers them was among the first so many passages found in the texts."""

    name: str
    words: str
    blind: bool
    asked: NonNegativeInt
    found: dict[int, NonNegativeInt]  # passages looked at to questions

    @model_validator(mode="after")
    def _no_more_than_asked(self) -> Self:
        """Fail where more is found than was asked."""
        if max(self.found.values(), default=0) > self.asked:
            raise ValueError("more found than asked")
        return self


class Drafts(Part):
    """Claims of drafts whose right verdicts are known.

    right: the right verdict, showing what is published. false_alarms: marked contradicted, and are not. let_pass: are
    contradicted, and marked supported. not_claims: numbers marked that claim nothing (years, dates, codes).
    """

    name: str
    words: str
    blind: bool
    texts: NonNegativeInt
    claims: NonNegativeInt
    right: NonNegativeInt
    false_alarms: NonNegativeInt
    let_pass: NonNegativeInt
    not_claims: NonNegativeInt

    @model_validator(mode="after")
    def _add_up(self) -> Self:
        """Fail where the outcomes of claims are more than the claims."""
        if self.right + self.false_alarms + self.let_pass > self.claims:
            raise ValueError("more outcomes than claims")
        return self


class Measured(Part):
    """A whole evaluation: when, of which version, on which publications (their titles)."""

    date: date
    version: str
    publications: tuple[str, ...]
    answers: tuple[Answers, ...]
    search: tuple[Searches, ...]
    drafts: tuple[Drafts, ...]


def read_measured(path: Path) -> Measured:
    """What was measured last. Raises UnreadableFile."""
    remedy = "Measure again: python -m evals publish"
    try:
        return Measured.model_validate_json(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UnreadableFile(path, error.strerror or "unreadable", remedy) from error
    except (ValidationError, UnicodeDecodeError) as error:
        raise UnreadableFile(path, "it holds no results of an evaluation", remedy) from error
