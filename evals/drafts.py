"""Draft sentences with the right verdict on each of their figures, and what the assistant says of them.

One JSON object a line: `{"id", "kind", "text", "claims": [{"figure", "verdict", "published"}], "not_claims": []}`.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, model_validator

from assistant.checking.claims import CheckedDraft, Claim
from corpus.errors import ProbationError
from evals.matching import plain
from evals.questions import Identified, read_records

Verdict = Literal["supported", "contradicted", "not_found"]
VERDICTS: tuple[Verdict, ...] = ("supported", "contradicted", "not_found")
Check = Callable[[str], CheckedDraft]


class WantedClaim(BaseModel):
    """A figure of a text, or its telling words, with the right verdict.

    published: what the correction must show, None where it is open. start: where the figure stands in the text, in
    characters; None where the figure alone tells. kind: of a draft's claim, where it is not the whole text's.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    figure: str
    verdict: Verdict
    published: str | None = None
    start: int | None = None
    kind: str = ""


class Sentence(Identified):
    """A sentence of a draft, or a whole one; not_claims: numbers in it that are not to be taken for claims.

    not_claims_at: where each of those stands, in characters; where it is empty, they are not claims anywhere.
    """

    kind: str = ""
    text: str
    claims: tuple[WantedClaim, ...] = ()
    not_claims: tuple[str, ...] = ()
    not_claims_at: tuple[tuple[int, str], ...] = ()

    @model_validator(mode="after")
    def _stand_in_text(self) -> "Sentence":
        """Every figure stands in the text, where it is said to."""
        text = plain(self.text)
        for claim in self.claims:
            if plain(claim.figure) not in text:
                raise ValueError(f"{claim.figure!r} does not stand in the text")
            if claim.start is not None and not self.text.startswith(claim.figure, claim.start):
                raise ValueError(f"{claim.figure!r} does not stand at {claim.start}")
        for start, words in self.not_claims_at:
            if not self.text.startswith(words, start):
                raise ValueError(f"{words!r} does not stand at {start}")
        return self


class SaidClaim(BaseModel):
    """A claim as the checker found it; `start` and `end` are places in the text, in characters."""

    figure: str
    start: int
    end: int
    verdict: Verdict
    published: str = ""
    reason: str = ""
    source: str = ""


class Said(Identified):
    """What the checker says of one text; `seconds` is the time inside the process."""

    claims: tuple[SaidClaim, ...] = ()
    seconds: float = 0.0


def check_all(sentences: Iterable[Sentence], check: Check, seen: Callable[[], None]) -> list[Said]:
    """Every text checked; `seen` is called after each."""
    said = []
    for sentence in sentences:
        draft = check(sentence.text)
        said.append(Said(id=sentence.id, claims=tuple(map(_said, draft.claims)), seconds=draft.seconds))
        seen()
    return said


def _said(claim: Claim) -> SaidClaim:
    finding, citation = claim.finding, claim.finding.citation
    source = f"{citation.publication.title}, {citation.locator}" if citation else ""
    return SaidClaim(
        figure=claim.figure,
        start=claim.start,
        end=claim.end,
        verdict=finding.verdict,
        published=finding.published,
        reason=finding.reason,
        source=source,
    )


def read_sentences(path: Path) -> list[Sentence]:
    """Every sentence of a file, in order."""
    return read_records(path, Sentence)


def read_said(path: Path) -> dict[str, Said]:
    """What was said in an earlier run, by the sentence's id."""
    return {said.id: said for said in read_records(path, Said)}


def write_lines(path: Path, records: Iterable[BaseModel]) -> None:
    """Keep records, one JSON object a line."""
    path.write_text("".join(record.model_dump_json() + "\n" for record in records), encoding="utf-8")


def together(sets: Iterable[Sequence[Sentence]]) -> list[Sentence]:
    """The sentences of several sets; an id that stands in two is an error."""
    found = [sentence for some in sets for sentence in some]
    names = [sentence.id for sentence in found]
    if repeated := sorted({name for name in names if names.count(name) > 1}):
        raise ProbationError(f"{repeated[0]!r} stands in two sets. Give each sentence an id of its own.")
    return found
