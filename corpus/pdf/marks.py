"""Marks of footnotes: digits set smaller and raised, which are never digits of the figure before them."""

import re
from collections.abc import Sequence

from corpus.cleaning import PLAIN_DIGITS, SUPERSCRIPTS
from corpus.pdf.runs import RAISED, WORD_GAP, Run, most

ABOVE = 0.12  # of the size: a mark stands at least so far above the baseline
NUMBERS = re.compile(r"[(\[]?(\d{1,3}(?:\s*,\s*\d{1,3})*),?[)\]]?")
RAISED_DIGITS = re.compile(r"(?<!\bm)(?<!\bkm)(?<!\bcm)\s?([⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:\s*,\s*[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*)")
UNIT = re.compile(r"(?:^|[\s\d(])(?:m|km|cm)$")
MARK = re.compile(r"\[footnote (\d+)\]")


def marked(runs: Sequence[Run]) -> str:
    """The text of runs of one line or cell, left to right; the raised digits among them as "[footnote 3]"."""
    size, y = most(runs, lambda run: run.size), most(runs, lambda run: run.y)
    text, right = "", 0.0
    for run in runs:
        apart = run.x - right > WORD_GAP * run.size
        if run.size <= RAISED * size and run.y - y > ABOVE * size and (mark := _mark(run.text, text)):
            text += mark
        else:
            text += f" {run.text}" if text and apart else run.text
        right = run.right
    return RAISED_DIGITS.sub(lambda match: _marks(match[1].translate(PLAIN_DIGITS)), text)


def _mark(raised: str, before: str) -> str:
    """What raised text marks after the text before it; "" where it is no mark."""
    if not (match := NUMBERS.fullmatch(raised.strip())):
        return ""
    return raised.translate(SUPERSCRIPTS) if UNIT.search(before) else _marks(match[1])


def _marks(numbers: str) -> str:
    return "".join(f"[footnote {int(number)}]" for number in re.findall(r"\d+", numbers))
