"""Pages of HTML as GOV.UK sets them, made of a made-up bulletin's text."""

import re
from collections.abc import Iterator
from html import escape

from corpus.lines_reader import LONG
from corpus.lines_text import SEAM
from corpus.tables_flat import split_header
from corpus.tables_piped import cells_of

HEAD = """\
<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} - GOV.UK</title>
<style>.a {{ color: red }}</style><script>window.kites = "<p>Scripted kites.</p>";</script></head>
<body class="govuk-template__body">
<div id="global-cookie-message" class="gem-c-cookie-banner"><h2>Cookies on kites</h2><button>Accept</button></div>
<a class="gem-c-skip-link" href="#content">Skip to main content</a>
<header role="banner"><a href="/">GOV.UK</a></header>
<main id="content"><div class="gem-c-inverse-header"><h1 class="gem-c-heading">{title}</h1>
<p class="gem-c-inverse-header__subtext">{published}</p></div>
<nav class="gem-c-contents-list"><h2>Contents</h2><ol><li><a href="#a">Listed kites</a></li></ol></nav>
<div class="gem-c-print-link"><button>Print this page</button></div>
<div class="gem-c-contents-list-with-body"><div class="govspeak">
"""
FOOT = """\
</div><a class="govuk-link gem-c-back-to-top-link" href="#contents">Contents</a></div></main>
<div class="gem-c-feedback"><h2>Is this page useful?</h2></div><footer role="contentinfo">Crown kites</footer>
</body></html>
"""


def marked(text: str) -> str:
    """Words as HTML, footnote references as links."""
    link = r'<sup id="fnref:\1" role="doc-noteref"><a href="#fn:\1" rel="footnote">[footnote \1]</a></sup>'
    return re.sub(r"\[footnote (\d+)\]", link, escape(text))


def as_table(headers: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """A table, its first row and its first column as headings."""
    head = "".join(f'<th scope="col">{marked(cell)}</th>' for cell in headers)
    body = "\n".join(
        f'<tr><th scope="row">{marked(row[0])}</th>{"".join(f"<td>{marked(cell)}</td>" for cell in row[1:])}</tr>'
        for row in rows
    )
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"


def as_page(text: str) -> str:
    """A bulletin's text as GOV.UK sets it in HTML: its title and day on its first two lines, then the rest."""
    title, published, *lines = [line for line in text.split("\n") if line.strip()]
    return HEAD.format(title=escape(title), published=published) + "\n".join(elements(lines)) + FOOT


def elements(lines: list[str]) -> Iterator[str]:
    """The lines of a text as elements of a page; takes them from `lines`."""
    footnotes: list[str] = []
    while lines:
        line = lines.pop(0)
        if "|" in line and lines and lines[0].lstrip("|").startswith("---"):
            lines.pop(0)
            rows = []
            while lines and "|" in lines[0]:
                rows.append(cells_of(lines.pop(0)))
            yield as_table(cells_of(line), rows)
        elif flat := split_header(line):
            rows = []
            while lines and (match := flat[1].fullmatch(lines[0])):
                rows.append(match.groups())
                lines.pop(0)
            yield as_table(flat[0], rows)
        elif cells := key_point(line):
            yield f"<table><tbody><tr>{''.join(f'<td>{marked(cell)}</td>' for cell in cells)}</tr></tbody></table>"
        elif match := re.match(r"(#+ )?(\d\. )?(.*)", line):
            if match[1] or (match[2] and not line.startswith(" ")):
                rank = len(match[1].strip()) + 1 if match[1] else 2
                yield f'<h{rank}><span class="number">{match[2] or ""}</span>{escape(match[3])}</h{rank}>'
            elif numbered := re.match(r"\s+\d+\. (.*)", line):
                footnotes.append(f"<li><p>{marked(numbered[1])} {BACK}</p></li>")
            elif line != "Footnotes":
                yield f"<p>{marked(line)}</p>"
    if footnotes:
        yield f'<div class="footnotes" role="doc-endnotes"><ol>{"".join(footnotes)}</ol></div>'


def key_point(line: str) -> list[str]:
    """A claim and its explanation, which the page sets as a row without headings and a text on one line."""
    if "|" in line:
        return [cell for cell in cells_of(line) if cell]
    seam = SEAM.search(line)
    return [line[: seam.start()], line[seam.end() :]] if seam and len(line) > LONG else []


BACK = '<a href="#fnref:1" class="reversefootnote" role="doc-backlink" aria-label="back">↩</a>'
