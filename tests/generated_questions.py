"""Questions on made-up bulletins with what a right answer holds, worked out from the truth they were printed from.

Each kind of question is a generator function of one of the modules generated_*: it draws what to ask about
and one of several ways to put it.
"""

import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from generated import Edition, World
from generated_rows import Row

from assistant.answers import Answer

Thing = TypeVar("Thing")
YES = r"\byes\b|(?<!not )\bmet\b|meeting|(?<!not )on target"
NO = r"\bno\b|miss(?:ed|ing)|(?:did|was|has) not|not met"
MARK = re.compile(r" ?\[\d+\]")  # of a source
FULL_MONTHS = ("April", "May", "June", "July", "August", "September", "October", "November", "December", "January",
               "February", "March")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A conversation whose last turn is judged, and what its answer must and must not hold.

    `figures` stand in the answer. `head` and `words` are patterns that the headline and the answer match,
    `never` ones the headline does not match, `absent` ones the answer does not. `cite` names editions and
    places. The status "any" is not judged; where "not_found" is right, so is asking back.
    """

    kind: str
    turns: tuple[str, ...]
    status: str = "answered"
    figures: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    cite: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Asker:
    """What questions are made of: two editions, and what is drawn."""

    world: World
    rng: random.Random

    def one(self, ways: Sequence[str], **gaps: str) -> str:
        """One of several ways to put a question, its gaps filled."""
        question = self.rng.choice(ways).format(**gaps)
        return question[0].upper() + question[1:] if question.endswith("?") else question

    def some(self, things: Iterable[Thing], many: int) -> list[Thing]:
        """So many of some things, or all where there are fewer."""
        listed = list(things)
        return self.rng.sample(listed, min(many, len(listed)))

    def when(self, edition: Edition) -> str:
        """ "in" and an edition's year in one of its forms."""
        return "in " + self.rng.choice(years(edition))

    def called(self, row: Row) -> str:
        """A row by its code or its name; by its name where both services have the code."""
        every = [other for edition in self.world.editions for other in edition.rows]
        shared = any(other.family == row.family and other.service != row.service for other in every)
        return spoken(row.name) if shared or self.rng.random() < 0.6 else by_code(row)


def faults(case: Case, answer: Answer) -> list[str]:
    """What is wrong with an answer; nothing where it is right. A quote in place of an answer is wrong."""
    headline, text = (MARK.sub("", said) for said in (answer.headline, answer.text))
    asks_back = case.status == "not_found" and answer.status == "clarify"
    found = [] if asks_back or case.status in ("any", answer.status) else [f"status {answer.status}"]
    found += ["only quotes"] if case.status == "answered" and headline.startswith("“") else []
    found += [f"lacks figure {figure}" for figure in case.figures if not re.search(number(figure), text)]
    found += [f"headline lacks {p}" for p in case.head if not re.search(p, headline, re.I)]
    found += [f"lacks {p}" for p in case.words if not re.search(p, text, re.I)]
    found += [f"headline has {p}" for p in case.never if re.search(p, headline, re.I)]
    found += [f"has {p}" for p in case.absent if re.search(p, text, re.I)]
    cited = [(c.publication.id, str(c.locator)) for c in answer.citations]
    found += [f"cites no {c}" for c in case.cite if not any(c[0] == at and c[1] in place for at, place in cited)]
    return found


def number(figure: str) -> str:
    """A pattern of a figure as a number of its own; 60.0 may be written 60."""
    whole = figure.removesuffix(".0")
    bare = re.escape(figure) if whole == figure else re.escape(whole) + r"(?:\.0)?"
    return rf"(?<![\w.,]){bare}(?!\w|[.,]\d)"


def count(many: int) -> str:
    """A pattern of a count; of nothing, "none" or "no" too."""
    return number(str(many)) + (r"|\b(?:none|no)\b" if many == 0 else "")


def code(row: Row) -> str:
    """A pattern of a row's code with its service, not of a longer code."""
    return rf"(?<{'=' if row.service == 'CRS' else '!'}CRS )(?<!\w){re.escape(row.code)}(?!\w)"


def named(row: Row) -> str:
    """A pattern of a row's code or name, not of a longer name."""
    return rf"{code(row)}|{re.escape(row.name)}(?! (?:for|by|in|under|at|on|within)\b)"


def shown(figure: Decimal | None) -> str:
    """A figure as printed, without its sign."""
    assert figure is not None
    return f"{abs(figure):.1f}"


def years(edition: Edition) -> tuple[str, ...]:
    """The ways to name an edition's year."""
    start, end = edition.start, edition.start + 1
    return (f"{start}-{end % 100:02}", f"{start}/{end % 100:02}", f"{start} to {end}", f"the year ending March {end}",
            f"the update to March {end}", f"the year to March {end}", f"{start}-{end}")  # fmt: skip


def spoken(name: str) -> str:
    """A name as it stands in the middle of a sentence."""
    return name[0].lower() + name[1:]


def by_code(row: Row) -> str:
    """A row's code as people write it, with its service where that is not the first."""
    return f"CRS {row.code}" if row.service == "CRS" else row.code


def place(edition: Edition, row: Row) -> tuple[str, str]:
    """Where a row is to be cited."""
    return edition.id, edition.place(row.service)


def whole(edition: Edition) -> list[Row]:
    """The rows with a value and a target that cover the year and are their measure's only ones."""
    return [row for row in edition.rows if row.counted and row.months == 12]


def same(edition: Edition, row: Row) -> Row | None:
    """The row of an edition with this row's code, if it has a value for the whole of the year."""
    key = (row.service, row.code)
    return next((other for other in whole(edition) if (other.service, other.code) == key), None)


def pairs(world: World) -> list[tuple[Row, Row]]:
    """The measures with a value for the whole of both years, under one code."""
    return [(old, new) for old in whole(world.earlier) if (new := same(world.later, old)) is not None]
