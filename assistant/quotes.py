"""The sentences of a passage that answer a question, verbatim, and how well they do."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.question import Question
from index.search import Found
from index.words import stems

MOST_QUOTES = 3
NEAR_BEST = 0.8  # of the best quote's score, from which another place is quoted too
ALSO = 0.9  # of the best sentence's score, from which another of its passage is quoted too
GAIN = 0.08  # share of the question from which a further sentence of the passage is quoted
MOST_SENTENCES = 3
MOSTLY = 0.6  # share of the shorter quote's stems, from which two say the same
GAP = " […] "
LONGEST_LIST = 1500  # characters of a list that is quoted whole
LEANS = re.compile(
    r"^(?:It|This|These|They|Those|That|He|She|Its|Their|However|Further|In addition|Some of|Of these"
    r"|Of those|For example|Overall|Both|Neither|Similarly|As a result|Such|Nevertheless|Instead)\b"
)
FIGURES = frozenset({"number", "share", "money", "date", "length"})  # kinds of thing that one sentence gives
LONGEST_QUOTE = 90  # words, to which a quote goes on


@dataclass(frozen=True, slots=True)
class Quote:
    """Sentences of one passage, or a table row, with how well they answer, 0 to 1."""

    found: Found
    sentences: tuple[str, ...]

    @property
    def score(self) -> float:
        """How well it answers, 0 to 1."""
        return self.found.score

    @property
    def text(self) -> str:
        """The sentences, a gap between those that do not stand together in the passage."""
        text = self.sentences[0]
        for sentence in self.sentences[1:]:
            together = f"{text.rsplit(GAP, 1)[-1]} {sentence}"
            whole = " ".join(self.found.chunk.text.split())
            text += f" {sentence}" if " ".join(together.split()) in whole else f"{GAP}{sentence}"
        return text


@lru_cache(maxsize=20_000)
def stems_of(text: str) -> frozenset[str]:
    """The stems of a text; the same passages come back for many questions."""
    return frozenset(stems(text))


def quoted(asked: Question, found: Found) -> Quote:
    """What to quote of a chunk found: the sentences that answer, a whole list, or a table row."""
    lines = found.chunk.lines
    if "\n" in found.chunk.text and len(found.chunk.text) <= LONGEST_LIST and _lead_in(lines[found.best]):
        return Quote(found, (found.chunk.text,))
    return Quote(found, tuple(lines[n] for n in _chosen(asked, found)))


def _chosen(asked: Question, found: Found) -> list[int]:
    """The sentences to quote, in order: the best, those that add to it, and what it or they lean on."""
    lines, scores, best = found.chunk.lines, found.lines, found.best
    chosen = {best}
    held = found.read.each[best].stems
    for n in sorted(range(len(lines)), key=lambda n: -scores[n]):
        own = found.read.each[n].stems
        gained = asked.held(held | own) - asked.held(held)
        if len(chosen) < MOST_SENTENCES and (gained >= GAIN or scores[n] >= ALSO * scores[best]):
            chosen.add(n)
            held |= own
    for n in sorted(chosen):
        if n and n - 1 not in chosen and LEANS.match(lines[n]):
            chosen.add(n - 1)
    return sorted(chosen | _going_on(asked, lines, chosen))


def _going_on(asked: Question, lines: Sequence[str], chosen: Collection[int]) -> set[int]:
    """The sentences after the chosen that go on with it, told by how they open, or where no figure is asked for."""
    more: set[int] = set()
    for n in range(1, len(lines)):
        room = sum(len(lines[m].split()) for m in (*chosen, *more)) + len(lines[n].split()) <= LONGEST_QUOTE
        goes_on = LEANS.match(lines[n]) or not asked.wants & FIGURES
        if n not in chosen and n - 1 in chosen and room and goes_on:
            more.add(n)
    return more


def _lead_in(sentence: str) -> bool:
    return sentence.rstrip().endswith(":") or "\n" in sentence


def apart(quotes: Sequence[Quote], *, latest: bool = False) -> list[Quote]:
    """The best quote and those nearly as good that say something else.

    Of two that say the same the body paragraph is kept and, where the `latest` is wanted, the later edition.
    """
    kept: list[Quote] = []
    for quote in quotes:
        if kept and quote.score < NEAR_BEST * kept[0].score:
            break
        same = next((n for n, other in enumerate(kept) if _restates(quote, other)), None)
        if same is None and len(kept) < MOST_QUOTES:
            kept.append(quote)
        elif same is not None and (_is_better_place(quote, kept[same]) or (latest and _is_later(quote, kept[same]))):
            kept[same] = quote
    return kept


def _is_better_place(quote: Quote, other: Quote) -> bool:
    return _is_body(quote) and not _is_body(other)


def _is_later(quote: Quote, other: Quote) -> bool:
    """Whether a quote is of a later edition of the same series."""
    one, two = quote.found.chunk.publication, other.found.chunk.publication
    if not one.series or one.series != two.series or one.published is None or two.published is None:
        return False
    return one.published > two.published


def _restates(quote: Quote, other: Quote) -> bool:
    """Whether two quotes say the same: a sentence of one, or most of its words and no other figure."""
    if set(quote.sentences) & set(other.sentences):
        return True
    own, theirs = stems_of(quote.text), stems_of(other.text)
    figures, their_figures = (set(re.findall(r"\d[\d.,]*", text)) for text in (quote.text, other.text))
    alike = len(own & theirs) >= MOSTLY * min(len(own), len(theirs))
    return alike and (figures <= their_figures or their_figures <= figures)


def _is_body(quote: Quote) -> bool:
    passage = quote.found.chunk.passage
    return passage is not None and passage.kind == "body"
