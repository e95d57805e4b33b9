"""What a file of any format is read into first: the text that the readers of publications know.

The text is set one paragraph a line with blank lines between: headings as "# ", "## ", items as "- ", tables as pipe
rows under a rule of dashes with their caption above, marks of notes as "[note 2]" and "[footnote 3]", the notes
themselves as lines that open with their mark.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from corpus.models import Table


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a file: its number printed on it ("12", "iv", "" where none is), its place in the file, its text."""

    printed: str
    number: int  # from 1
    text: str

    @property
    def place(self) -> str:
        """How a reader finds it: "page 12 (PDF page 14)"."""
        return f"page {self.printed} (PDF page {self.number})" if self.printed else f"PDF page {self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The content of a publication in a file.

    `said` is what the format itself says of the publication, by the names of a sidecar ("title", "published"); a
    sidecar and front matter are believed before it, the text after it. `tables` are those that the format gives as
    such, their locators without the publication's id; others stand in the text. `data_tables`: these are the tables
    that accompany a release, not its text. `left_out` has what could not be read safely, one line each.
    """

    format: str  # "PDF", "HTML", "text", "spreadsheet", "Word", "JSON"
    text: str
    name: str = ""  # of the part of the file that it is, where the file holds several
    said: Mapping[str, Any] = field(default_factory=dict)
    tables: tuple[Table, ...] = ()
    pages: tuple[Page, ...] = ()
    data_tables: bool = False
    left_out: tuple[str, ...] = ()
