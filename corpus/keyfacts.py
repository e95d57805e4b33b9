"""Reading a page of key facts: big figures, each with what it counts.

Extraction lets a figure run on at the end of the fact before it, and loses some. A fact whose figure is
lost is not quoted, and no figure is given to a fact it may not belong to.
"""

import re
from collections.abc import Sequence

from corpus.blocks import Block
from corpus.furniture import ENDS, Line

TITLE = re.compile(r"^(?:key (?:facts|figures|statistics)|at a glance)$", re.I)
NEXT = re.compile(r"^(?:#.*|(?:executive )?summary|introduction|foreword|preface|\d{1,2}\.\s+[A-Z].*)$", re.I)
AMOUNT = r"[£€$]?\d[\d,.]*(?:\s?(?:%|bn|m|k|pp|billion|million|thousand)(?!\w))?"
MONTH_YEAR = r"(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}"
FIGURE = re.compile(rf"^(?:{MONTH_YEAR}|{AMOUNT})(?!\w)")
RUN_ON = re.compile(r"^(?P<fact>.*[a-z0-9)])\s+(?P<figure>[£€$]?\d{1,3}(?:,\d{3})+|[£€$]\d[\d.]*(?:bn|m)?|\d[\d.]*%)$")
COUNTED = re.compile(
    r"^(?:(?:average|total|approximate|estimated|annual) )*"
    r"(?:number|cost|proportion|percentage|share|rate|amount|value)\b"
)
PLACED = re.compile(r"\s*\[[^\[\]]+\]$")  # the place after a sentence of the library
OPEN = re.compile(r"(?:,|\b(?:a|an|and|as|at|by|for|from|in|of|on|or|than|the|to|with))$", re.I)


def region(lines: Sequence[Line], names: frozenset[str]) -> tuple[int, int]:
    """Where the key facts stand, as (first line after the title, line after the last); (0, 0) if nowhere.

    A section of that name whose lines are whole sentences is text like any other.
    """
    start = next((n for n, line in enumerate(lines) if TITLE.match(line.text.lstrip("# "))), None)
    if start is None:
        return 0, 0
    after = range(start + 1, len(lines))
    end = next((n for n in after if NEXT.match(lines[n].text) or lines[n].text.lower() in names), len(lines))
    facts = lines[start + 1 : end]
    whole = sum(bool(ENDS.search(PLACED.sub("", line.text))) for line in facts)
    return (start + 1, end) if facts and whole * 2 < len(facts) else (0, 0)


def facts(lines: Sequence[Line]) -> list[Block]:
    """The facts that kept their figure, each "figure what it counts" in the order printed."""
    found: list[list[str]] = [[]]
    for text in _unrun(lines):
        opens = bool(found[-1]) and bool(OPEN.search(found[-1][-1]))
        has_words = len(found[-1]) > 1 or bool(found[-1] and FIGURE.sub("", found[-1][0]).strip())
        if not opens and (FIGURE.match(text) or (COUNTED.match(text) and has_words)):
            found.append([])
        found[-1].append(text)
    whole = [" ".join(fact) for fact in found]
    return [Block("keyfact", fact, place="Key facts") for fact in whole if FIGURE.sub("", fact) not in ("", fact)]


def _unrun(lines: Sequence[Line]) -> list[str]:
    """The lines, with a figure at the end of another fact's line put on a line of its own."""
    parts: list[str] = []
    for line in lines:
        match = RUN_ON.match(line.text)
        parts += [match["fact"], match["figure"]] if match else [line.text]
    return parts
