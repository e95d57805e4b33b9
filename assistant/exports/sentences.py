"""The sentences of an answer as a written answer has them, in its words and with its figures.

Left out are the marks of sources, a "Yes" or "No" before a sentence that says as much, and a list that only repeats a
table.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from assistant.answers import Answer
from assistant.exports.extracts import CitedRow, row_keys
from assistant.exports.said import Said, said, unmarked
from assistant.premises import IN_PART, IN_POINTS, NO, ROUNDED, WRONG, YES
from assistant.trace import untraced

REPLIES = (YES, NO, WRONG, ROUNDED, IN_POINTS, IN_PART)  # what can go, since the sentence after it says as much
REPLY = re.compile(rf"(?:^|(?<=\]\. ))(?:{'|'.join(map(re.escape, REPLIES))}|(?:Yes|No), (?=the\b))(\w?)")
ENDED = re.compile(r"[.!?:;…]['’”)]*$")


def sentences(answer: Answer, rows: Sequence[CitedRow]) -> list[str]:
    """What an answer says beside a table of rows: a string for each paragraph, and for each item of a list."""
    found: list[str] = []
    for listed, group in groupby(said(answer, marked=True), key=lambda part: part.item):
        parts = list(group)
        led_in = bool(found) and found[-1].endswith(":")
        if not (listed and not led_in and _is_tabled(parts, answer, rows)):
            found += [_sentence(part, answer) for part in parts]
    return [sentence for sentence in found if sentence]


def _is_tabled(items: Sequence[Said], answer: Answer, rows: Sequence[CitedRow]) -> bool:
    """Whether a list says no more than a table of the very rows that it cites."""
    cited = {key for item in items for source in item.sources for key in row_keys(source)}
    shapes = {row.shape for row in rows if row.key in cited}
    shown = {row.key for row in rows if row.shape in shapes}
    return shown == cited and all(_is_of_rows(item, answer) for item in items)


def _is_of_rows(item: Said, answer: Answer) -> bool:
    """Whether an item gives figures, and none that does not stand in the rows of tables that it cites."""
    alone = replace(answer, question="", text=item.text, figures=(), citations=item.sources)
    figured = untraced(replace(alone, citations=()))
    return bool(figured) and all(source.rows for source in item.sources) and not untraced(alone)


def _sentence(part: Said, answer: Answer) -> str:
    """What is said, without marks, and with its source in brackets before the full stop."""
    text = REPLY.sub(lambda reply: reply[1].upper(), part.text)
    text = unmarked(text, {source.number for source in answer.citations})
    for source in part.sources:
        where = f"({source.publication.title}, {source.locator})"
        if text.endswith(f" {where}"):
            text = f"{text.removesuffix(where).rstrip().removesuffix('.')} {where}"
    return ended(text) if text else ""


def ended(text: str) -> str:
    """A sentence with its full stop."""
    return text if ENDED.search(text) else f"{text}."
