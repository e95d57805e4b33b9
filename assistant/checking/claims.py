"""What a draft says and what was found of it: plain values that flow from the text to the page and the exports.

Positions count characters from 0; `end` is the one after the last.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from assistant.answers import Citation

LONGEST = 200_000  # characters of a draft that is checked at once: about a hundred pages

Verdict = Literal["supported", "contradicted", "not_found"]
Unit = Literal["percent", "points", "money", "time", "number"]
Side = Literal["exactly", "about", "nearly", "just_above", "above", "below", "at_least", "at_most"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number as a draft writes it: "63.1%", "£1.45 billion", "seven of 27", "more than a third".

    `value` is in the unit: percent as 63.1 and a share in words as a percentage (a quarter: 25), points in percentage
    points, money in pounds, time in what `noun` names, else a plain count. `step` is the worth of the last digit
    given: 1/10 for 63.1, 10,000,000 for £1.45 billion, 100 for 5,400, 1 for "seven"; of a share in words it is 0.
    """

    text: str  # verbatim with its unit, without words of nearness: "37%" of "around 37%"
    start: int  # in the statement's text
    end: int
    value: Fraction
    unit: Unit = "number"
    step: Fraction = Fraction(1)
    side: Side = "exactly"  # what the words of nearness before or after it say: "nearly", "more than", "or more"
    base: Fraction | None = None  # 27 of "seven of 27"
    noun: str = ""  # of a length of time: "month"; of the rest, "" where nothing is counted by name
    in_words: bool = False  # a share or count in words: "a quarter", "seven"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence of a draft, or one cell of a table pasted into it, with what a reader has read before it.

    A cell is read as a sentence made of its row's label, its column's heading and itself.
    """

    text: str  # what is understood: the sentence verbatim, or "SL014 Housed on release, 2024-25: 80.4"
    shown: str  # as it stands in the draft: the sentence, or the whole row
    start: int  # where `shown` starts in the draft
    heading: str = ""  # the nearest heading, or the table's caption, above it
    before: str = ""  # the sentence before it in its paragraph
    earlier: tuple[str, ...] = ()  # up to three before that under the same heading, the nearest first
    cell: tuple[int, int] | None = None  # of a cell: where it stands in the draft

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of `text` stands in the draft; for a cell, where the cell does."""
        return self.cell or (self.start + start, self.start + end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the publications say of one figure, or of a claim in words.

    `published` is the figure that is published, with its unit, or the words that settle it; `reason` is one sentence.
    """

    verdict: Verdict
    reason: str
    published: str = ""
    citation: Citation | None = None
    correction: str = ""  # what can stand in the draft in place of the claim's own words; "" where nothing simple can
    mends: tuple[int, int] | None = None  # where in the statement's text a correction goes that is not of the figure
    caveats: tuple[str, ...] = ()  # what a careful drafter would add
    sureness: float = 1.0  # 0 to 1: how surely the publication speaks of the same thing


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A figure of a draft, or what it claims in words, with its verdict."""

    figure: str  # as it stands in the draft
    start: int  # in the draft
    end: int
    sentence: str  # the sentence or row it stands in
    finding: Finding
    mended: tuple[int, int] | None = None  # where in the draft its correction goes; None: in place of the figure

    @property
    def change(self) -> tuple[int, int]:
        """The stretch of the draft that its correction replaces."""
        return self.mended or (self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedDraft:
    """A draft with its claims in the order of the text. `seconds` is the time it took inside the process."""

    text: str
    claims: tuple[Claim, ...]
    notes: tuple[str, ...] = ()  # ready to paste beneath a parliamentary answer
    warning: str = ""  # a sentence on the draft as a whole: that it is in another language
    seconds: float = 0.0

    @property
    def summary(self) -> str:
        """How many claims there are and what was found of them: "9 claims: 7 supported, 2 not found"."""
        return f"{self.warning} {self._counted}".strip()

    @property
    def _counted(self) -> str:
        verdicts = [claim.finding.verdict for claim in self.claims]
        if not verdicts:
            return "There is nothing to check in this draft: it holds no figure, and no claim that a table settles."
        told = (("supported", "supported"), ("contradicted", "contradicted"), ("not_found", "not found"))
        found = ", ".join(f"{verdicts.count(v)} {words}" for v, words in told if v in verdicts)
        return f"{len(verdicts)} {'claim' if len(verdicts) == 1 else 'claims'}: {found}"

    @property
    def changes(self) -> tuple[Claim, ...]:
        """The claims whose words a correction replaces, in the order of the text; of two that overlap, the first."""
        changes: list[Claim] = []
        for claim in sorted(self.claims, key=lambda claim: claim.change):
            (start, end), correction = claim.change, claim.finding.correction
            free = not changes or changes[-1].change[1] <= start
            if free and correction not in ("", self.text[start:end]):
                changes.append(claim)
        return tuple(changes)

    @property
    def corrected(self) -> str:
        """The draft with every correction that can simply be put in place of the claim's words."""
        return self._changed(0, len(self.text))

    def corrected_sentence(self, claim: Claim) -> str:
        """The sentence of a claim with the corrections of every claim in it; "" where there is none."""
        start = self.text.rfind(claim.sentence, 0, claim.start + len(claim.sentence))
        changed = self._changed(start, start + len(claim.sentence)) if start >= 0 else ""
        return changed if changed != claim.sentence else ""

    def _changed(self, start: int, end: int) -> str:
        """A stretch of the draft with the corrections that lie in it."""
        text, done = "", start
        for claim in self.changes:
            first, last = claim.change
            if start <= first and last <= end:
                text += self.text[done:first] + claim.finding.correction
                done = last
        return text + self.text[done:end]
