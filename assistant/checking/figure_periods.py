"""Which of the periods that a sentence names goes with which of its figures."""

import re
from collections.abc import Sequence

from assistant.checking.claims import Figure, Statement
from assistant.checking.roles import Role
from assistant.checking.windows import NEAR, RELATIVE, is_earlier, is_year_before, windows
from assistant.holdings import Holdings
from assistant.periods_asked import meant
from assistant.words import fold
from corpus.periods import Mention, Period, find_periods

SAID = "said"  # the noun of a figure that only marks the place of words
AT_ONCE = 18  # characters after a figure within which its own period begins: "82.4% in 2023-24", "82.4% (2023-24)"
SMALL = re.compile(r"[\s(,]*(?:in|for|during|at|by|to|the|over|from|of|year|financial|performance|\s)*")
LAST_YEAR = re.compile(r"\blast year\b")
COMPARING = re.compile(
    r"\b(?:than|(?<!year )on|since|from|compar\w+ (?:to|with)|beside|alongside|against|versus|vs?\.?)"
    r"(?: (?:in|the|year|that|those|of|for|figure))*$"
)


class FigurePeriods:
    """Gives figures their periods; a bare year is the performance year that ends in it, where one is held."""

    def __init__(self, holdings: Holdings) -> None:
        self._holdings = holdings

    def of(
        self, statement: Statement, figures: Sequence[Figure], number: int, role: Role
    ) -> tuple[Period | None, bool]:
        """The period that the sentence gives a figure, and whether it stands beside it; None where it names none.

        It is the one just after the figure, else the one last named before it, else the first after; "the year before"
        is that before another that is named, or before the latest held.
        """
        text, figure = statement.text, figures[number]
        mentions = main(find_periods(text), text)
        own = _own(mentions, figures, number, text)
        if own is not None:
            return meant(own, self._holdings), True
        before, after = windows(text, figures, number)
        if is_year_before(figure, before, after):
            last = LAST_YEAR.search(after[:NEAR]) or (LAST_YEAR.search(before) and not RELATIVE.search(after[:NEAR]))
            return self._year_before(statement, figure, mentions, last=bool(last)), True
        chosen = _unclaimed(mentions, figures, number, text)
        earlier = is_earlier(before, after)
        if chosen is None or (not earlier and _is_of_earlier(chosen, mentions, figures, number, text)):
            return None, False
        period = meant(chosen, self._holdings)
        moved = role == "change" and figure.unit in ("points", "percent")
        if is_compared(chosen, text) and not earlier:
            return (period.shifted(1) if moved else None), False  # "a rise of 5.2 points on 2023-24"
        if earlier and len(mentions) == 1:
            return period.shifted(-1), False  # "rose from 82.4% to 80.4% in 2024-25"
        after_both = len(mentions) > 1 and not any(m.end <= figure.start for m in mentions)
        if after_both and number and before.rstrip().endswith("to") and is_earlier(*windows(text, figures, number - 1)):
            return meant(mentions[-1], self._holdings), True  # "from 79.0% to 86.1% between 2023-24 and 2024-25"
        return period, len(mentions) == 1

    def around(self, statement: Statement) -> Period | None:
        """The main period of the sentence before, or else of the heading, for a sentence that names none."""
        if find_periods(statement.text):
            return None
        for text in (statement.before, *statement.earlier, statement.heading):
            if named := [m for m in main(find_periods(text), text) if not is_compared(m, text)]:
                shift = -1 if RELATIVE.search(fold(statement.text)) else 0
                return meant(named[0 if text == statement.heading else -1], self._holdings).shifted(shift)
        return None

    def named(self, *texts: str) -> tuple[Period, ...]:
        """Every period that texts name, each once."""
        return tuple(dict.fromkeys(meant(m, self._holdings) for text in texts for m in find_periods(text)))

    def _year_before(
        self, statement: Statement, figure: Figure, mentions: Sequence[Mention], *, last: bool
    ) -> Period | None:
        """The year before the one named before a figure, or in the sentence, or around it; else before the latest.

        A sentence before that is itself of the year before another moves it one further back.
        """
        named = [m for m in mentions if m.end <= figure.start][-1:] or mentions[:1]
        if named:
            return meant(named[0], self._holdings).shifted(-1)
        back = -1
        for text in (statement.before, *statement.earlier, statement.heading):
            around = main(find_periods(text), text)[-1:]
            behind = text[around[0].end :] if around else text
            back -= RELATIVE.search(fold(behind)) is not None
            if around:
                return meant(around[0], self._holdings).shifted(back)
        latest = self._holdings.latest
        if latest and last:
            return latest.year  # with nothing before it, "last year" is that of the latest bulletin
        return latest.year.shifted(-1) if latest else None


def main(mentions: Sequence[Mention], text: str) -> list[Mention]:
    """The periods of a text without those that only say what another is compared with, or a month within another."""
    kept = [m for m in mentions if not any(_is_month_of(m.period, other.period) for other in mentions)]
    return [m for m in kept if not is_compared(m, text)] or kept


def is_compared(mention: Mention, text: str) -> bool:
    """Whether a period only says what another is compared with: "on 2023-24"; not the span "from May to July"."""
    before = COMPARING.search(text[: mention.start].lower().rstrip())
    span = re.search(r"\bto\b|-", mention.text.lower()) and not mention.period.is_performance_year
    return before is not None and not (span and before[0].startswith("from"))


def _of_earlier(mentions: Sequence[Mention], figures: Sequence[Figure], number: int, text: str) -> Mention | None:
    """The one period of a sentence, where it stands beside another figure, with which this one is compared."""
    if len(mentions) != 1 or is_earlier(*windows(text, figures, number)):
        return None
    others = [at for at in range(len(figures)) if at != number and is_earlier(*windows(text, figures, at))]
    return next((m for at in others if (m := _own(mentions, figures, at, text)) is not None), None)


def _is_month_of(one: Period, other: Period) -> bool:
    return one.months == 1 and other != one and other.holds(one)


def _own(mentions: Sequence[Mention], figures: Sequence[Figure], number: int, text: str) -> Mention | None:
    """The period at once after a figure, small words and brackets between; after words, that in their clause."""
    figure = figures[number]
    end = figures[number + 1].start if number + 1 < len(figures) else len(text)
    for mention in mentions:
        between = text[figure.end : mention.start].lower()
        if not figure.end <= mention.start < end:
            continue
        if figure.noun == SAID and not re.search(r"[,.;:]", between):
            return mention
        if figure.noun != SAID and len(between) < AT_ONCE and SMALL.fullmatch(between):
            return mention
    return None


def _is_of_earlier(
    chosen: Mention, mentions: Sequence[Mention], figures: Sequence[Figure], number: int, text: str
) -> bool:
    """Whether a period stands beside a later figure that is an earlier one: "fell to 80.4% from 82.4% in 2023-24"."""
    others = [at for at in range(number + 1, len(figures)) if _own(mentions, figures, at, text) == chosen]
    return any(is_earlier(*windows(text, figures, at)) for at in others)


def _unclaimed(mentions: Sequence[Mention], figures: Sequence[Figure], number: int, text: str) -> Mention | None:
    """The period last named before a figure, or else after it, that stands beside no other; else any."""
    claimed = [_own(mentions, figures, at, text) for at in range(len(figures)) if at != number]
    before = [m for m in mentions if m.end <= figures[number].start]
    after = [m for m in mentions if m.start >= figures[number].end and m not in claimed]
    free = [m for m in before if m not in claimed]
    return next(iter([*free[-1:], *after[:1], *before[-1:], *mentions[:1]]), None)
