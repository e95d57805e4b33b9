"""The form of a model's text: plain words, lists and bold; nothing that hides a figure or could act on a page."""

import re
import unicodedata
from collections.abc import Iterator

from assistant.tools.marks import MARK
from corpus.periods import without_periods

LONGEST = 8_000  # characters of an answer
IN_A_WORD = re.compile(r"\w\*\*\w|\d[*_`~]+[\d.,%]|[\d.,]\*\*[\d%]")
ADDRESS = re.compile(r"https?:|www\.|\]\(|\w@\w|\bmailto:|\bjavascript:|\bdata:", re.I)
TAG = re.compile(r"</?[a-zA-Z!]|&(?:#\w+|[a-z]+);")
TABLE = re.compile(r"^\s*\|.*\||^[\s|:-]*-{3}[\s|:-]*$", re.M)
HEADING = re.compile(r"^\s*#{1,6}\s", re.M)
BLOCK = re.compile(r"^\s*>", re.M)  # what opens a quotation set apart
QUOTED = re.compile(r"“([^“”]+)”")
BRACKETED = re.compile(r"\[[^\]\n]*\]?|【[^】\n]*】?")
SPLIT_NUMBER = re.compile(r"\d[ \u00a0]\.\d|\d\.[ \u00a0]\d+\s?%|\d[ \u00a0]\d+(?:\.\d+)?\s?%")
KNOWN = "’‘“”–—…•·°£€−×\u00a0"
BETWEEN = re.compile(r"\d[^\w\s.,%]\d|\d[.,]{2,}\d|[+±]\s?\d|\d\+")  # two figures run into one, or a sign on one
SOURCE_IN_WORDS = re.compile(r"\((?:source|sources|ref|see)\b[^)]*\)|\[\^|\bs-[a-z2-7]{8}\b", re.I)


def faults_of_form(text: str, known: str = "") -> Iterator[str]:
    """What is wrong with the form of a text, a sentence each; source marks themselves are right.

    `known` is what tools have said, on one line: its quotations and square brackets may be repeated as they are.
    """
    text = "\n".join(line for line in text.split("\n") if not _is_known(line, known))
    bare = QUOTED.sub(lambda quote: " " if " ".join(quote[1].split()) in known else quote[0], MARK.sub(" ", text))
    if len(text) > LONGEST:
        yield f"The answer is longer than {LONGEST:,} characters."
    if odd := sorted({_named(sign) for sign in BLOCK.sub("", bare) if _is_odd(sign)}):
        yield f"Write plain letters and digits; leave out {', '.join(odd[:3])}."
    if TAG.search(bare) or ADDRESS.search(bare) or "`" in bare or "$" in bare or "\\" in bare:
        yield "Write no HTML, link, address, code or formula."
    if TABLE.search(bare) or HEADING.search(bare):
        yield "Write sentences or a list, no table and no heading."
    if IN_A_WORD.search(bare) or SPLIT_NUMBER.search(bare) or BETWEEN.search(without_periods(bare)):
        yield "A figure is split by spaces or markup; write it as the tool gives it."
    loose = [one for one in BRACKETED.findall(bare) if not _is_symbol(one) and one not in known]
    if loose or SOURCE_IN_WORDS.search(bare):
        yield f"{loose[0] if loose else 'A source named in words'} is no source mark that was given."


def _is_known(line: str, known: str) -> bool:
    """Whether a tool has said a whole line, marks apart."""
    said = " ".join(MARK.sub(" ", line).split()).removeprefix("- ")
    return bool(said) and said in known


def _is_symbol(bracketed: str) -> bool:
    """Whether square brackets hold a symbol as publications print it, such as [x], or an omission."""
    return re.fullmatch(r"\[(?:[a-z]|…)\]", bracketed) is not None


def _is_odd(sign: str) -> bool:
    """Whether a sign is none of plain English: other digits and scripts, invisible ones, what alters a figure."""
    if sign.isascii():
        return not (sign.isprintable() or sign == "\n") or sign in "~^<>={}|"
    if sign in KNOWN:
        return False
    return not (unicodedata.name(sign, "").startswith("LATIN") and unicodedata.normalize("NFKC", sign) == sign)


def _named(sign: str) -> str:
    return unicodedata.name(sign, f"U+{ord(sign):04X}").lower()
