"""A table of text: with a caption, named rows and columns, in a region that the keyboard can scroll."""

from collections.abc import Iterable, Sequence

from ui.safe_text import escaped


def table_html(caption: str, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The table as HTML, every cell as text; the first cell of a row names it, the others are set as numbers are."""
    heads = "".join(f'<th scope="col">{escaped(header)}</th>' for header in headers)
    body = "".join(f"<tr>{_row(row)}</tr>" for row in rows)
    return (
        f'<div class="scroll" role="group" tabindex="0" aria-label="{escaped(caption)}"><table>'
        f"<caption>{escaped(caption)}</caption><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(cells: Sequence[str]) -> str:
    first, *others = cells
    return f'<th scope="row">{escaped(first)}</th>' + "".join(f"<td>{escaped(cell)}</td>" for cell in others)
