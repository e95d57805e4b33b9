"""A publication's text as a page of HTML, to be printed: what a reader takes for a heading or a table is set as one.

A text that keeps the line breaks of its page is set line by line; in any other a line is a paragraph.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from corpus import columns, lines
from corpus.furniture import BULLET
from corpus.metadata import split_front_matter
from corpus.tables import CAPTION, LAYOUTS
from corpus.tables_raw import BrokenTable, IncompleteRow, RawTable

STYLE = (Path(__file__).parent / "printed.css").read_text(encoding="utf-8")
MARK = re.compile(r"\s?\[footnote (\d+)\]", re.I)
STRONG = re.compile(r"\*\*(.+?)\*\*")
FOOTNOTE = re.compile(r"\s+(?P<number>\d{1,3})\.\s+(?P<text>\S.*)")
NUMBERED = re.compile(r"(?:[-*]\s+)?(?:\*\*)?(?P<number>\d{1,2}(?:\.\d{1,3})?)(?:\*\*)?\s+(?P<text>[\"'‘“(]?[A-Z].*)")
CAPTIONED = '<p class="caption">'
WIDE = 3  # columns: a table of as many goes across the columns of a page


def as_html(text: str, title: str = "", across: int = 1) -> str:
    """The page of a text, set in so many columns, with its title above them."""
    body = split_front_matter(text)[1]
    flowing = "\n".join("" if line.strip() == title else line for line in body.split("\n"))
    read = _line_by_line(body) if columns.is_columns(body) else _flowing(flowing)
    style = f"{STYLE}\nbody {{ columns: {across}; }}"
    heading = f"<h1>{escape(title)}</h1>" if title else ""
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{style}</style>'
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head>{head}</head><body>\n{heading}\n'
        + "\n".join(read)
        + "\n</body></html>"
    )


def _line_by_line(text: str) -> Iterator[str]:
    """Blocks between blank lines, each of their lines on one of its own."""
    for block in re.split(r"\n\s*\n", text):
        shown = [escape(line.strip()) for line in block.split("\n") if line.strip()]
        if shown:
            yield f'<p class="lines">{"<br>".join(shown)}</p>'


def _flowing(text: str) -> list[str]:
    """Lines as paragraphs, headings, items and footnotes, and tables as tables."""
    left = text.split("\n")
    headings = _headings(text)
    found: list[str] = []
    at, in_notes = 0, False
    while at < len(left):
        raw, line = _table(left, at), left[at].strip()
        first = FOOTNOTE.fullmatch(left[at])
        in_notes = in_notes or bool(first and first["number"] == "1" and MARK.search(text))
        if raw is not None and len(raw.headers) >= WIDE:
            found.append(f'<div class="wide">{"".join([*_captioned(found), _as_table(raw)])}</div>')
        elif raw is not None:
            found.append(_as_table(raw))
        elif line:
            found.append(_as_footnote(left[at]) if in_notes else _as_line(line, headings.get(at, 0)))
        at = raw.end if raw is not None else at + 1
    return found


def _captioned(found: list[str]) -> list[str]:
    """Take the caption that stands last, and what follows it, off what is written: it goes where its table goes."""
    start = next(
        (n for n in range(len(found) - 1, max(len(found) - 4, -1), -1) if found[n].startswith(CAPTIONED)), None
    )
    taken = found[start:] if start is not None else []
    del found[len(found) - len(taken) :]
    return taken


def _table(left: Sequence[str], at: int) -> RawTable | None:
    """The table whose first line is here, none where it cannot be read: its lines are set as they stand."""
    for layout in LAYOUTS:
        try:
            raw = layout(left, at)
        except (BrokenTable, IncompleteRow):
            return None
        if raw is not None:
            return raw
    return None


def _as_table(raw: RawTable) -> str:
    head = "".join(f"<th>{_words(cell)}</th>" for cell in raw.headers)
    rows = "".join(f"<tr>{''.join(f'<td>{_words(cell)}</td>' for cell in row)}</tr>\n" for row in raw.rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>\n{rows}</tbody></table>"


def _as_footnote(line: str) -> str:
    """A line of the list of footnotes, its number raised."""
    match = FOOTNOTE.fullmatch(line)
    if match is None:
        return f'<p class="footnote">{_words(line.strip())}</p>'
    return f'<p class="footnote"><sup>{match["number"]}</sup> {_words(match["text"])}</p>'


def _headings(text: str) -> dict[int, int]:
    """The lines of a text that its reader takes for headings, with their levels, found from the last to the first.

    So the same words in a list of contents, which stands first, are none.
    """
    blocks = [block for block in lines.blocks(text) if block.kind == "heading" and not CAPTION.match(block.text)]
    bare = [_bare(line) for line in text.split("\n")]
    found: dict[int, int] = {}
    end = len(bare)
    for block in reversed(blocks):
        at = next((own for n in range(end - 1, -1, -1) if (own := _lines_of(bare, n, _bare(block.text)))), ())
        if at:
            found |= dict.fromkeys(at, block.level)
            end = at[0]
    return found


def _lines_of(bare: Sequence[str], at: int, heading: str) -> tuple[int, ...]:
    """The line or two that a heading stands on, if it begins on this one: "Part One", "Kites" is "Part One: Kites"."""
    if bare[at] == heading:
        return (at,)
    if not bare[at] or not heading.startswith(f"{bare[at]}: "):
        return ()
    below = next((n for n in range(at + 1, len(bare)) if bare[n]), at)
    return (at, below) if heading == f"{bare[at]}: {bare[below]}" else ()


def _bare(line: str) -> str:
    """A heading without its number."""
    return re.sub(r"^(?:#+\s+)?(?:\d{1,2}\.\s+)?", "", line.strip())


def _as_line(line: str, level: int) -> str:
    """A line, as a heading of this level where it is one."""
    bare = re.sub(r"^#+ ", "", line)
    if level:
        return f"<h{level + 1}>{_words(bare)}</h{level + 1}>"
    if CAPTION.match(MARK.sub("", line)):
        return f"{CAPTIONED}{_words(line)}</p>"
    if match := NUMBERED.fullmatch(line):
        return f'<p class="numbered"><span>{match["number"]}</span>{_words(match["text"])}</p>'
    if BULLET.match(line):
        return f'<p class="item"><span>•</span>{_words(BULLET.sub("", line))}</p>'
    return f"<p>{_words(line)}</p>"


def _words(text: str) -> str:
    """Words as HTML: marks of footnotes raised, emphasis bold."""
    marked = MARK.sub(r"<sup>\1</sup>", STRONG.sub(r"<b>\1</b>", escape(text, quote=False)))
    return marked.replace("</sup><sup>", ", ")
