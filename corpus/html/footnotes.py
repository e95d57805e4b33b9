"""Footnotes: the list of them at the end of a page, and the marks that lead to it."""

import re
from collections.abc import Iterator

from bs4 import Tag

from corpus.cleaning import SUPERSCRIPTS
from corpus.html.elements import count, fold

NOTE_LINK = re.compile(r"#(?!.*ref)(?:fn|.*note)\D*\d+$", re.I)
NUMBERS = re.compile(r"[\[(]?\d{1,3}(?:\s*,\s*\d{1,3})*[\])]?")
MEASURED = re.compile(r"\b[kcm]?m\s*$")  # m², km³
TITLE = re.compile(r"#+ (?:Foot|End)?notes", re.I)


def is_footnotes(tag: Tag) -> bool:
    """Whether an element is the list of footnotes at the end."""
    named = "footnotes" in tag.get_attribute_list("class") or tag.get("role") == "doc-endnotes"
    return named and (tag.name == "ol" or tag.find("ol", recursive=False) is not None)


def above(tag: Tag) -> list[Tag]:
    """What an element of footnotes holds beside its list: a heading."""
    return [child for child in tag.children if isinstance(child, Tag) and child.name != "ol"]


def items(tag: Tag) -> Iterator[tuple[int, Tag]]:
    """The footnotes of an element, each with its number."""
    notes = (tag if tag.name == "ol" else tag.ol or tag).find_all("li", recursive=False)
    return enumerate(notes, count(tag.ol or tag, "start"))


def mark(tag: Tag, before: str, in_cell: bool) -> str:
    """What a raised number or a link to a footnote is read as, "" for any other element.

    `before` is the text it follows: after a unit of length a raised number is a power.
    """
    text = fold(tag.get_text()) if tag.name in ("a", "sup") else ""
    if not NUMBERS.fullmatch(text):
        return ""
    links = [tag] if tag.name == "a" else tag.find_all("a")
    linked = any(NOTE_LINK.search(str(link.get("href"))) for link in links)
    raised = tag.name == "sup" and not MEASURED.search(before)
    if linked or (raised and in_cell):
        return "".join(f"[footnote {number}]" for number in re.findall(r"\d+", text))
    return text.translate(SUPERSCRIPTS) if tag.name == "sup" else ""
