"""One pass over the lines of a text, and what the lines before have settled."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from corpus.blocks import Block
from corpus.furniture import BULLET, Line

NUMBERED = re.compile(r"^(?P<number>\d{1,2}(?:\.\d{1,3})?)\s+(?P<text>[\"'‘“(]?[A-Z].*)$")
LONG = 100  # letters: a line as long as this holds more than a label
AHEAD = 60  # lines: a division's first numbered paragraph stands within so many


@dataclass(slots=True)
class Reader:
    """Where the reading stands. A rule takes the line at `at`, adds blocks, may take lines after it."""

    lines: Sequence[Line]
    names: frozenset[str]  # headings of the contents list, in lower case
    footnoted: bool  # the text has marks such as "[footnote 3]", so its list of them may be numbered "3."
    spaced: bool  # paragraphs have blank lines between them, so lines without one belong together
    through: bool  # notes such as "[note 2]" are numbered through the text, not anew under each table
    blocks: list[Block] = field(default_factory=list)
    at: int = 0
    where: Literal["text", "drawing", "notes", "footnote"] = "text"
    figure: str = ""  # "Figure 11", from its caption to the next heading or numbered paragraph
    title: str = ""  # of the figure
    top: str = ""  # the division: "Summary", "Appendix One"
    under: str = ""  # the text of the last heading
    last: dict[str, int] = field(default_factory=dict)  # the last number of a paragraph, footnote, heading
    dotted: bool = False  # paragraphs of this division are numbered "2.6"

    @property
    def line(self) -> Line:
        """The line to be read."""
        return self.lines[self.at]

    @property
    def text(self) -> str:
        """The line's text without its bullet."""
        return BULLET.sub("", self.line.text)

    @property
    def is_bulleted(self) -> bool:
        """Whether the line has a bullet."""
        return bool(BULLET.match(self.line.text))

    @property
    def above(self) -> Block | None:
        """The block before."""
        return self.blocks[-1] if self.blocks else None

    def ahead(self) -> str:
        """The text of the next line, "" at the end."""
        return self.lines[self.at + 1].text if self.at + 1 < len(self.lines) else ""

    def add(self, block: Block) -> bool:
        """Add a block; True, so that a rule can close with it."""
        self.blocks.append(block)
        self.under = block.text if block.kind == "heading" else self.under
        return True

    def heading(self, text: str, level: int, number: str = "") -> bool:
        """Add a heading; one of the first level opens a division, in which numbers may start again."""
        self.end_figure()
        if level == 1:
            self.top, self.dotted = text.split(":")[0], self._is_dotted()
            self.last.pop("paragraph", None)
        return self.add(Block("heading", text, level=level, number=number))

    def end_figure(self) -> None:
        """Leave a figure or a list of notes for the text."""
        self.where, self.figure = "text", ""

    def _is_dotted(self) -> bool:
        """Whether the division's first numbered paragraph has a number such as "2.1"."""
        for line in self.lines[self.at : self.at + AHEAD]:
            match = NUMBERED.match(BULLET.sub("", line.text))
            if match and (len(line.text) > LONG or "." in match["number"]):
                return "." in match["number"]
        return False
