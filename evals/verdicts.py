"""Whether the verdicts on a draft's figures are right, and what was taken for a claim that is none.

A claim is right where one of the claims found for its figure has its verdict and shows what is published.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.periods import find_periods
from evals.drafts import VERDICTS, Said, SaidClaim, Sentence, Verdict, WantedClaim
from evals.matching import plain, stands_in
from evals.report import rate
from evals.scoring import LABEL

CODE = re.compile(r"\b[A-Z]{2,5}\d+\w*")
NO_CLAIM = "no claim"


@dataclass(frozen=True, slots=True)
class Judged:
    """A wanted claim beside the claim found for it, the right one where there is one; None where none was found."""

    sentence: Sentence
    wanted: WantedClaim
    said: SaidClaim | None
    right: bool

    @property
    def kind(self) -> str:
        """What is claimed, in a word."""
        return self.wanted.kind or self.sentence.kind or "any"


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence with its claims judged.

    false: claims found that are years, dates, codes or other numbers that claim nothing.
    spare: other claims found that nobody asked for: not wrong, but not known to be right.
    """

    sentence: Sentence
    judged: tuple[Judged, ...]
    false: tuple[SaidClaim, ...] = ()
    spare: tuple[SaidClaim, ...] = ()
    seconds: float | None = None


def score(sentence: Sentence, said: Said | None) -> Scored:
    """One sentence scored."""
    claims = said.claims if said else ()
    judged = tuple(_judged(sentence, wanted, claims) for wanted in sentence.claims)
    others = [one for one in claims if not any(_is_of(wanted, one) for wanted in sentence.claims)]
    nothing = list(_nothing(sentence))
    false = tuple(one for one in others if any(_inside(one, *span) for span in nothing))
    spare = tuple(one for one in others if one not in false)
    return Scored(sentence, judged, false, spare, said.seconds if said else None)


def _judged(sentence: Sentence, wanted: WantedClaim, claims: Sequence[SaidClaim]) -> Judged:
    found = [one for one in claims if _is_of(wanted, one)]
    right = next((one for one in found if _is_right(wanted, one)), None)
    same = next((one for one in found if one.verdict == wanted.verdict), None)
    return Judged(sentence, wanted, right or same or next(iter(found), None), right is not None)


def _is_of(wanted: WantedClaim, one: SaidClaim) -> bool:
    """Whether a claim found is of a wanted figure: it holds that by itself, in the same place where that is told."""
    if wanted.start is not None and not (one.start < wanted.start + len(wanted.figure) and wanted.start < one.end):
        return False
    return stands_in(wanted.figure, one.figure) or plain(wanted.figure) == plain(one.figure)


def _is_right(wanted: WantedClaim, one: SaidClaim) -> bool:
    shown = plain(f"{one.published} {one.reason}")
    return one.verdict == wanted.verdict and (not wanted.published or plain(wanted.published) in shown)


def _nothing(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where what claims nothing stands: periods, dates, codes, places and the sentence's own numbers that are not."""
    text = sentence.text
    for start, words in sentence.not_claims_at:
        yield start, start + len(words)
    for words in () if sentence.not_claims_at else sentence.not_claims:
        yield from (match.span() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text))
    yield from (match.span() for pattern in (LABEL, CODE) for match in pattern.finditer(text))
    yield from ((mention.start, mention.end) for mention in find_periods(text))


def _inside(one: SaidClaim, start: int, end: int) -> bool:
    """Whether a claim found stands in a stretch, or is that stretch with its neighbours' spaces."""
    return start <= one.start and one.end <= end


def by_kind(scored: Iterable[Scored]) -> dict[str, str]:
    """The rate of right claims of each kind, by name."""
    judged = [one for each in scored for one in each.judged]
    kinds = sorted({one.kind for one in judged})
    return {kind: _share([one for one in judged if one.kind == kind]) for kind in kinds}


def _share(judged: Sequence[Judged], right: Callable[[Judged], bool] = lambda one: one.right) -> str:
    return rate(sum(map(right, judged)), len(judged))


def confusion(scored: Iterable[Scored]) -> Counter[tuple[Verdict, str]]:
    """How often a wanted verdict was answered with each verdict, or with no claim."""
    return Counter(
        (one.wanted.verdict, one.said.verdict if one.said else NO_CLAIM) for each in scored for one in each.judged
    )


def precision(counts: Counter[tuple[Verdict, str]], verdict: Verdict) -> tuple[int, int]:
    """Of the wanted claims that got a verdict, how many should have it."""
    return counts[verdict, verdict], sum(counts[wanted, verdict] for wanted in VERDICTS)


def recall(counts: Counter[tuple[Verdict, str]], verdict: Verdict) -> tuple[int, int]:
    """Of the wanted claims that should have a verdict, how many got it."""
    return counts[verdict, verdict], sum(counts[verdict, got] for got in (*VERDICTS, NO_CLAIM))


def lowest(scored: Sequence[Scored]) -> float:
    """The lowest precision or recall, 0 to 1, of the verdicts that are wanted."""
    counts = confusion(scored)
    wanted = [verdict for verdict in VERDICTS if recall(counts, verdict)[1]]
    pairs = [of(counts, verdict) for verdict in wanted for of in (precision, recall)]
    return min((right / of if of else 0.0 for right, of in pairs), default=0.0)


def right_share(scored: Iterable[Scored]) -> float:
    """The share, 0 to 1, of wanted claims that are right."""
    marks = [one.right for each in scored for one in each.judged]
    return sum(marks) / len(marks) if marks else 0.0
