"""Quotations in a model's text: each is put back to the very words of the source marked beside it, or is a fault."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.checking.folded import folded
from assistant.lead.evidence import LEANS, Source
from assistant.lead.words import turns
from assistant.lead.written import Sentence, blanked
from corpus.sentences import spans

QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"")
LEAST_WORDS = 4  # of a quotation with a figure in it, fewer of which do not say what the figure is
AT_ENDS = " ,.;:"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation in a text, without its marks of quotation: where it stands, and the words as published.

    `verbatim` is None where no source has it; `cut` says that what is left out around it turns its sense.
    """

    start: int
    end: int
    verbatim: str | None
    cut: bool = False
    summary: bool = False  # the source is a summary, which nobody may quote as the publication's words


def put_back(one: Sentence, sources: Sequence[Source]) -> tuple[Sentence, str, list[str]]:
    """A sentence with its quotations as published; its text with them blanked; what is wrong with them."""
    raw, blanks, faults = one.raw, list[tuple[int, int]](), list[str]()
    for quote in quotations(one.text, sources):
        said = one.text[quote.start : quote.end]
        if quote.verbatim is None:
            faults.append(f"The sources marked do not have these words: {said!r}.")
        elif quote.cut or (re.search(r"\d", said) and len(said.split()) < LEAST_WORDS):
            faults.append(f"Quote the whole sentence, or leave it out: {said!r}.")
        elif match := re.search(r"\s+".join(map(re.escape, said.split())), raw):
            raw = raw[: match.start()] + quote.verbatim + raw[match.end() :]
            blanks.append((quote.start, quote.end))
        else:
            faults.append(f"No mark or bold may stand in a quotation: {said!r}.")
    return replace(one, raw=raw), blanked(one.text, *blanks), faults


def quotations(text: str, sources: Sequence[Source]) -> Iterator[Quotation]:
    """The quotations of a text, held against the quotes of its sources."""
    for match in QUOTED.finditer(text):
        group = 1 if match[1] is not None else 2
        start, end = match.span(group)
        bare = text[start:end].strip(AT_ENDS)
        start += text[start:end].find(bare)
        yield _found(start, start + len(bare), bare, sources)


def _found(start: int, end: int, words: str, sources: Sequence[Source]) -> Quotation:
    wanted = folded(words).text
    for source in sources:
        for line in _quotable(source):
            held = folded(line)
            match = re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", held.text) if wanted else None
            if match:
                first, last = held.place(*match.span())
                cut = turns_outside(line, first, last) or _leans(line, first)
                return Quotation(start, end, line[first:last], cut, source.citation.publication.summary)
    return Quotation(start, end, None)


def _quotable(source: Source) -> Iterator[str]:
    """What of a source may stand in quotation marks: its words and title; of rows, only what they are called."""
    table = source.citation.table
    if table is None:
        yield from (source.citation.quote, source.citation.publication.title)
        return
    for row in source.citation.rows:
        yield from (" | ".join(table.rows[row]), table.rows[row][0])
    yield from (o.label for o in source.observations if o.label)


def _leans(text: str, first: int) -> bool:
    """Whether a quotation begins with a sentence that leans on the one before it, which it leaves out."""
    return first > 0 and LEANS.match(text[first:]) is not None


def turns_outside(text: str, first: int, last: int) -> bool:
    """Whether the sentences that a quotation is cut from say, outside of it, what may turn its sense."""
    place = 0
    for line in text.split("\n"):
        for start, end in spans(line):
            start, end = start + place, end + place
            if start < last and first < end:
                outside = f"{text[start : max(start, first)]} {text[min(end, last) : end]}"
                if turns(outside):
                    return True
        place += len(line) + 1
    return False
