"""Which lines of a draft are headings, and which of them stand above a table."""

from collections.abc import Sequence

from assistant.checking.draft_lines import Line, plain
from assistant.checking.pasted_tables import table_at


def is_heading(every: Sequence[Line], at: int) -> bool:
    """Whether a line is a heading: it says so, is underlined, or is short, alone, and something stands below it."""
    line = every[at]
    if line.says_heading:
        return True
    if line.bullet or not line.is_short:
        return False
    following = every[at + 1] if at + 1 < len(every) else None
    if following is not None and following.is_rule:
        return True
    if following is not None and not following.is_blank:
        return table_at(every, at + 1) is not None
    below = next((other for other in every[at + 1 : at + 4] if not other.is_blank), None)
    return (at == 0 or every[at - 1].is_blank) and below is not None and not below.bullet


def is_over_table(every: Sequence[Line], at: int) -> bool:
    """Whether a heading without hashes is a table's own, and not that of what follows the table too."""
    below = next((n for n in range(at + 1, min(at + 4, len(every))) if not every[n].is_blank), None)
    return not every[at].hashes and below is not None and table_at(every, below) is not None


def caption(every: Sequence[Line], at: int) -> str:
    """The line just above a table where it is not the end of a sentence; of a heading, blank lines may lie between."""
    near = range(at - 1, max(-1, at - 4), -1)
    above = next((n for n in near if not every[n].is_blank and not every[n].is_rule), None)
    if above is None or every[above].text.rstrip().endswith("."):
        return ""
    return bare(every[above]) if above == at - 1 or is_heading(every, above) else ""


def bare(line: Line) -> str:
    """A line without the marks of Markdown and of lists."""
    return plain(line.text[line.hashes or line.bullet :]).strip()
