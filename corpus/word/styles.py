"""What a paragraph's style says it is: a heading and its rank, a title, a caption, an item, an entry of contents."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from corpus.word.parts import child, is_on, value

HEADING = re.compile(r"(?:heading|header) ?([1-9])", re.I)
CONTENTS = re.compile(r"toc\b.*|table of (?:figures|contents|authorities)|index\b.*", re.I)
LISTED = re.compile(r"list\b(?! (?:continue|paragraph)).*", re.I)
MOST_STEPS = 20  # from a style to those that it is based on
LAST_RANK = 9


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its name, what it is based on, the rank it gives a heading (0: none), its numbering, if it is hidden."""

    name: str = ""
    based_on: str = ""
    rank: int = 0
    numbering: Element | None = None
    hidden: bool = False
    bold: bool = False
    heads: bool = False  # of a table: its first row is set otherwise than the rest


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document by their ids."""

    held: Mapping[str, Style] = field(default_factory=dict)
    default: str = ""  # the style of a paragraph that names none

    @classmethod
    def of(cls, tree: Element) -> "Styles":
        """The styles of a document's part for them."""
        styles = [one for one in tree if one.tag == "style"]
        default = (one for one in styles if value(one, "type") == "paragraph" and is_on_attribute(one, "default"))
        return cls(
            {value(one, "styleId"): _style(one) for one in styles}, next((value(d, "styleId") for d in default), "")
        )

    def of_paragraph(self, properties: Element | None) -> list[Style]:
        """The style that a paragraph's properties name and those it is based on, the nearest first."""
        return self.chain(value(child(properties, "pStyle")) or self.default)

    def chain(self, identifier: str) -> list[Style]:
        """A style and those it is based on, the nearest first."""
        found = list[Style]()
        while (style := self.held.get(identifier)) and style not in found and len(found) < MOST_STEPS:
            found.append(style)
            identifier = style.based_on
        return found


def rank(properties: Element | None, styles: list[Style]) -> int:
    """The rank of a heading, 1 the highest; 0 where a paragraph is none."""
    own = _outline(properties)
    ranks = [own] if own is not None else []
    ranks += [int(match[1]) for style in styles if (match := HEADING.fullmatch(style.name))]
    ranks += [style.rank for style in styles if style.rank]
    return next(iter(ranks), 0)


def is_named(styles: list[Style], name: re.Pattern[str]) -> bool:
    """Whether the style of a paragraph, or one it is based on, has such a name."""
    return any(name.fullmatch(style.name) for style in styles)


def is_on_attribute(element: Element, name: str) -> bool:
    """Whether an attribute is set and on."""
    return value(element, name).lower() in ("1", "true", "on")


def _style(element: Element) -> Style:
    own, runs = child(element, "pPr"), child(element, "rPr")
    return Style(
        name=value(child(element, "name")),
        based_on=value(child(element, "basedOn")),
        rank=_outline(own) or 0,
        numbering=child(own, "numPr"),
        hidden=is_on(child(runs, "vanish")),
        bold=is_on(child(runs, "b")),
        heads=any(one.tag == "tblStylePr" and value(one, "type") == "firstRow" for one in element),
    )


def _outline(properties: Element | None) -> int | None:
    """The rank that properties set, 0 for that of plain text, None where they set none."""
    level = value(child(properties, "outlineLvl"))
    if not re.fullmatch(r"\d", level):
        return None
    return 0 if int(level) >= LAST_RANK else int(level) + 1
