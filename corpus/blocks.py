"""The pieces a text is read into before they become passages.

Every reader of a layout (lines, columns) gives these, so that what follows knows nothing of layouts.
"""

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["heading", "paragraph", "item", "caption", "note", "keyfact", "table"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a publication between two breaks a reader would see. `text` is clean and on one line.

    level: depth of a heading, 1 the highest.
    number: what it is cited by, where it has a number of its own: "2.6" (paragraph), "Figure 11" (caption),
        "note 3", "footnote 8", "Summary 8".
    place: a full place where the text itself gives it, such as the "[paragraph 2.6]" our library writes.
    of: the figure or table a note belongs to ("Figure 10", "Table 2"); "" for footnotes of the text.
    annotates: what bears a note's mark, as in Passage; "" for any other block.
    """

    kind: BlockKind
    text: str
    level: int = 0
    number: str = ""
    place: str = ""
    of: str = ""
    annotates: str = ""
