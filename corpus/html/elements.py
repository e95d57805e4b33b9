"""What every step knows of a page's elements: which are blocks, which are headings, how their text is folded."""

import re

from bs4 import Tag

from corpus.cleaning import NOTHING, SPACES


def words(text: str) -> frozenset[str]:
    """The words of a text: names of elements, written as one reads them."""
    return frozenset(text.split())


HEADINGS = {"h1": "# ", "h2": "# ", "h3": "## ", "h4": "### ", "h5": "#### ", "h6": "##### "}
BLOCKS = words(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure form header "
    "hgroup hr legend li main menu ol p pre section summary table tbody td tfoot th thead tr ul"
).union(HEADINGS)


def fold(text: str) -> str:
    """The text with white space folded and characters that print nothing taken out."""
    return re.sub(r"\s+", " ", NOTHING.sub("", SPACES.sub(" ", text))).strip()


def address(hidden: str) -> str:
    """The address that a page keeps from programs that collect them, as a reader's browser shows it; "" for no such."""
    try:
        key, *letters = bytes.fromhex(hidden)
        return bytes(letter ^ key for letter in letters).decode()
    except ValueError:
        return ""


def count(tag: Tag, name: str) -> int:
    """A count among the attributes: rows or columns spanned, the first number of a list; 1 without one."""
    text = str(tag.get(name, "")).strip()
    return int(text) if re.fullmatch(r"[1-9][0-9]{0,4}", text) else 1
