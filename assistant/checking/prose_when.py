"""Which period that a sentence names belongs to one of its numbers."""

import re
from collections.abc import Sequence

from assistant.checking.prose_moves import FROM
from corpus.clauses import Span, period_of
from corpus.periods import Mention, Period

RELATIVE = re.compile(
    r"(?:\b(?:the |a )?(?:year (?:before|earlier|previously)"
    r"|(?:previous|prior|preceding) (?:performance |financial )?year"
    r"|twelve months (?:before|earlier)|12 months (?:before|earlier)))\b",
    re.I,
)
SINCE = re.compile(r"\b(?:on|than|from|over|since|with|against|to)\s+(?:in\s+)?(?:the\s+|a\s+)?$", re.I)
NEAR = 30  # characters from a number within which "the year before" is its own
OF_OTHER = re.compile(
    r"\s*(?:\([^()]{1,12}\)\s*)?(?:then\s+)?\(?(?:in|at|for|during|over|on|as\s+at)?\s*(?:the\s+)?(?:end\s+of\s+)?",
    re.I,
)
SET_AGAINST = re.compile(r"\b(?:from|than|against|compared|while|whereas)\b|;", re.I)


def period_in(
    text: str, span: Span, others: Sequence[Span], mentions: Sequence[Mention], *, is_change: bool
) -> Period | None:
    """The period of a number at `span`; `others` are the other numbers, `mentions` the periods of the sentence.

    Of a change the latest. "The year before" is the year before the one that the number would have had.
    """
    if len(mentions) > 1 and (end := _end_of(text, span)) and not _is_dated(text, span, mentions):
        return (min if end == "from" else max)(mention.period for mention in mentions)
    own = period_of(span, others, _without(text, mentions, span, others), is_change)
    for match in RELATIVE.finditer(text):
        after = text[span.end : match.start()]
        gap = match.start() - span.end if match.start() >= span.end else span.start - match.end()
        clear = not any(min(span.end, match.end()) <= o.start < max(span.start, match.start()) for o in others)
        said_since = is_change or (SINCE.search(text, 0, match.start()) and match.start() > span.end)
        if 0 <= gap <= NEAR and clear and not said_since and ";" not in after:
            base = own or (mentions[0].period if mentions else None)
            return base.shifted(-1) if base else None
    return own


def _is_dated(text: str, span: Span, mentions: Sequence[Mention]) -> bool:
    """Whether a period follows a number at once."""
    after = [mention.start for mention in mentions if mention.start >= span.end]
    return bool(after) and OF_OTHER.fullmatch(text, span.end, after[0]) is not None


def _end_of(text: str, span: Span) -> str:
    """Whether a number is one of two that a movement is between: "from" or "to"; "" where it is neither."""
    between = re.match(r"[^.;]{0,25}?\bto\s+(?=\W?\d)", text[span.end :])
    if FROM.search(text, 0, span.start) and between:
        return "from"
    before = re.search(r"\bfrom\s+\W?\d[^.;]{0,25}?\bto\s+\W?$", text[: span.start])
    return "to" if before else ""


def _without(text: str, mentions: Sequence[Mention], span: Span, others: Sequence[Span]) -> str:
    """The text without the periods of numbers that this one is compared with: "13.2, up from 8.9 at March 2021"."""
    for mention in mentions:
        for other in others:
            linked = other.end <= mention.start and OF_OTHER.fullmatch(text, other.end, mention.start)
            between = span.end <= other.start and SET_AGAINST.search(text, span.end, other.start)
            if linked and between and not linked.re.fullmatch(text, span.end, mention.start):
                text = f"{text[: mention.start]}{'x' * (mention.end - mention.start)}{text[mention.end :]}"
    return text
