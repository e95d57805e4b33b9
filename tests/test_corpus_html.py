"""Pages of HTML are read as the same publication in plain text is; only what a reader sees of them counts."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import EARLIER, LATER, WordCounts, bulletins

from assistant.cli import main
from corpus.errors import IncompleteTable, UnreadableFile
from corpus.files import files, is_html
from corpus.html import DEEPEST, LARGEST_PAGE, page
from corpus.lines_reader import LONG
from corpus.lines_text import SEAM
from corpus.models import Document
from corpus.read import parse, read
from corpus.tables_flat import split_header
from corpus.tables_piped import cells_of
from index.store import Store

ROOT = Path(__file__).parents[1]
HERE = Path("page.html")
LIBRARY = sorted((ROOT / "corpus" / "library").glob("community-performance-annual-*.md"))
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


def same(html: Document, text: Document) -> None:
    for name in ("publication", "tables", "observations", "bands", "counts", "symbols", "left_out"):
        assert getattr(html, name) == getattr(text, name), name
    notes = [[(p.locator, p.text, p.sentences) for p in d.passages if p.kind == "note"] for d in (html, text)]
    assert notes[0] == notes[1]


def body(markup: str) -> str:
    """The text of a page that holds this."""
    return page(f"<!DOCTYPE html><html><body><main>{markup}</main></body></html>", HERE).text


def table(markup: str) -> Document:
    return parse(f"<!DOCTYPE html><main><h1>Kites</h1><p>Words about kites.</p>{markup}</main>", HERE)


# A page and its text are one publication


@pytest.mark.parametrize("text", [EARLIER, LATER], ids=["pipes-and-notes", "footnotes"])
def test_a_bulletin_in_html_is_the_bulletin_in_text(text: str) -> None:
    html, plain = parse(as_page(text), HERE), parse(text, HERE)
    same(html, plain)
    assert len(html.observations) > 10 and html.bands and html.counts and html.symbols
    assert any(observation.lower_is_better for observation in html.observations)


@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: path.stem)
def test_a_bulletin_of_the_library_in_html_is_the_one_in_markdown(path: Path) -> None:
    text = path.read_text(encoding="utf-8").split("+++\n")[-1]
    opening = "Kite Annual\nPublished 24 July 2031\n"
    html, plain = parse(as_page(opening + text), HERE), parse(f"{opening}\n{text}", HERE)
    same(html, plain)
    assert len(html.observations) > 40
    assert [p.text for p in html.passages if p.locator.place != "Opening"] == [
        p.text for p in plain.passages if p.locator.place != "Opening"
    ]


@pytest.mark.parametrize("year", ["2024", "2025"])
def test_a_real_bulletin_in_html_has_the_observations_of_its_text(publications: Path, year: str) -> None:
    text = (publications / f"community-performance-annual-{year}.txt").read_text(encoding="utf-8")
    text = text[text.index("Community Performance Annual") :]
    html, plain = parse(as_page(text), HERE), parse(text, HERE)
    assert html.observations and html.observations == plain.observations
    assert (html.bands, html.counts, html.symbols) == (plain.bands, plain.counts, plain.symbols)


def test_what_is_around_the_publication_is_dropped() -> None:
    text = page(as_page(EARLIER), HERE).text
    assert not re.search(r"kites|Cookies|Skip to|Print this|^Contents|useful|GOV\.UK|color", text, re.M)
    assert "Doors opened on time" in text


# What it is chosen by


PAGE = "<!DOCTYPE html><title>Kites</title><p>Kites were flown."


@pytest.mark.parametrize(
    "text",
    [
        PAGE,
        "\n<!-- saved from a site -->\n<!doctype HTML>\n<p>Kites were flown.",
        '<?xml version="1.0"?>\n<html><body><p>Kites were flown.</p></body></html>',
        "<html>\n<body>\n<p>Kites were flown.</p>\n</body>\n</html>\n",
        "<div class=govspeak><h2>Kites</h2><p>Kites were flown.</p></div>",
    ],
    ids=["doctype", "comment-first", "xhtml", "no-doctype", "a-part-of-a-page"],
)
def test_html_is_known_by_what_it_holds(tmp_path: Path, text: str) -> None:
    path = tmp_path / "kites.txt"
    path.write_text(text, encoding="utf-8")
    assert is_html(text)
    assert [p.text for p in read(path).passages] == ["Kites were flown."]


@pytest.mark.parametrize(
    "text",
    [
        "A paragraph of a page begins with <p> and ends with </p>.",
        "<p> is a tag, <div> another and <h1> a third.",
        "<p align=center>Kites</p>\n\n# Kites\n\nA <b>Markdown</b> text with <p>tags</p> in it.",
        "Words.\n<!DOCTYPE html><p>Quoted.</p>",
        "<kites> were flown <b>here</b>",
        "",
    ],
    ids=["mentions", "begins-with-one", "markdown", "quotes-a-page", "no-tag-of-html", "empty"],
)
def test_a_text_that_mentions_tags_is_no_html(text: str) -> None:
    assert not is_html(text)


def test_a_text_is_read_without_the_parser() -> None:
    code = "import sys; from corpus.library import documents; documents(); print('bs4' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "False"


def test_a_folder_names_its_pages(tmp_path: Path) -> None:
    for name in ("a.html", "b.HTM", "c.xhtml", "d.css"):
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    assert [path.name for path in files(tmp_path)] == ["a.html", "b.HTM", "c.xhtml"]


def test_details_may_stand_over_a_page() -> None:
    document = parse(f'+++\npublisher = "Vale"\n+++\n{PAGE}', HERE)
    assert (document.publication.publisher, document.passages[0].text) == ("Vale", "Kites were flown.")


# Words


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<h2><span>1. </span>Kites</h2><h3>Red</h3><p>One.", "# 1. Kites\n\n## Red\n\nOne."),
        ("<p>One<p>Two<div>Three</div>Four", "One\n\nTwo\n\nThree\n\nFour"),
        ("<p>5&nbsp;&lt;&#160;6 &amp; 7 &pound;8&#8203;9</p>", "5 < 6 & 7 £89"),
        ("<p>One\n  word\tand <b>an</b>other", "One word and another"),
        ("<p>Tel: 1<br>Email: a", "Tel: 1\nEmail: a"),
        ("<ul><li>One<li><p>Two</p><ul><li>Inner</ul><li></li></ul>", "- One\n\n- Two\n\n- Inner"),
        ("<details><summary>More</summary><p>Kites.</p></details>", "More\n\nKites."),
        ("<figure><img alt=x><figcaption>Figure 1: Kites</figcaption></figure>", "Figure 1: Kites"),
        ("<p>5 m<sup>2</sup>, the 1<sup>st</sup>, CO<sub>2</sub>", "5 m², the 1st, CO2"),
        ("<p>Kites<sup>3</sup> fly", "Kites³ fly"),
        ('<p>Kites<sup><a href="#fn:3">3</a></sup>', "Kites[footnote 3]"),
        ('<p>Kites<a href="#fn3" role="doc-noteref"><sup>3</sup></a>', "Kites[footnote 3]"),
        ("<p>Kites<sup>[note 3]</sup>", "Kites[note 3]"),
        ('<p>See <a href="#reference-data">the reference data</a>.', "See the reference data."),
        ("<pre>One\n\nTwo</pre>", "One\nTwo"),
        ("<p>A</b></div></p>B<!-- no --><![endif]>", "A\n\nB"),
    ],
    ids=[
        "headings", "unclosed", "entities", "spaces", "breaks", "lists", "details", "figure", "raised", "mark",
        "linked-mark", "pandoc-mark", "note", "link", "preformatted", "stray",
    ],
)  # fmt: skip
def test_words_are_kept_as_they_are_seen(markup: str, text: str) -> None:
    assert body(markup) == text


@pytest.mark.parametrize(
    "markup",
    [
        "<script>kites</script>", "<style>kites</style>", "<noscript>kites</noscript>", "<template>kites</template>",
        "<nav>kites</nav>", "<footer>kites</footer>", "<div role=navigation>kites</div>", "<p hidden>kites</p>",
        '<p style="color:red; display: none">kites</p>', '<p class="govuk-visually-hidden">kites</p>',
        '<p class="big sr-only">kites</p>', '<div class="gem-c-cookie-banner"><p>kites</p></div>',
        '<a href="#top">Back to top</a>', "<button>Print this page</button>",
        '<div class="print-meta-data">kites</div>',
        "<svg><text>kites</text></svg>", "<!-- kites -->", '<div role="dialog">kites</div>',
    ],
)  # fmt: skip
def test_what_is_not_shown_or_not_the_publication_is_dropped(markup: str) -> None:
    assert body(f"<p>One.</p>{markup}<p>Two.</p>") == "One.\n\nTwo."


def test_what_is_shown_on_asking_is_kept() -> None:
    accordion = '<h2><button>Red kites</button></h2><div hidden="until-found"><p>They fly.</p></div>'
    assert body(accordion) == "# Red kites\n\nThey fly."


def test_footnotes_are_read_with_all_their_lines() -> None:
    text = body(
        '<p>Kites<sup><a href="#fn:1">[footnote 1]</a></sup></p><div class="footnotes"><ol>'
        '<li id="fn:1"><p>Red ones:</p><ul><li>one</li><li>two</li></ul></li>'
        '<li id="fn:2"><p>Blue. <a href="#fnref:2" class="reversefootnote">↩<sup>2</sup></a></p></li>'
        "</ol></div>"
    )
    marks = "[footnote 1] Red ones:\n\n[footnote 1] one\n\n[footnote 1] two\n\n[footnote 2] Blue."
    assert text == f"Kites[footnote 1]\n\n# Footnotes\n\n{marks}"


# Details


@pytest.mark.parametrize(
    ("markup", "title", "published"),
    [
        ("<title>Not this</title><main><h1>Kites</h1><p>Published 3&nbsp;May 2031</p>", "Kites", "2031-05-03"),
        ("<title>Kites - GOV.UK</title><main><p>Published <time>3 May 2031</time></p>", "Kites", "2031-05-03"),
        (
            '<title>Kites | Office</title><meta name="govuk:first-published-at" content="2031-05-03T09:30:00Z"><main>',
            "Kites",
            "2031-05-03",
        ),
        ("<header><h1>Kites</h1><p>Published 3 May 2031</p></header><main>", "Kites", "2031-05-03"),
        ("<main><h1>Kites</h1><dl><dt>Published</dt><dd>3 May 2031</dd></dl>", "Kites", "2031-05-03"),
        ("<main><h1>Kites</h1><p>Official Statistics</p><p>Published 3 May 2031</p>", "Kites", "2031-05-03"),
        (
            '<meta property="article:published_time" content="2031-05-03"><h1>Kites</h1><p>Updated 9 June 2032</p>',
            "Kites",
            "2031-05-03",
        ),
        ('<meta name="dcterms.issued" content="2031-13-45"><title>Kites - red and blue</title><main>', "Page", "None"),
    ],
    ids=["heading", "page-title", "meta", "header-outside", "list", "not-below", "updated", "no-such-day"],
)
def test_title_and_day_of_publication(markup: str, title: str, published: str) -> None:
    publication = parse(f"<!DOCTYPE html>{markup}<p>Kites were flown in the vale.</p>", HERE).publication
    assert (publication.title, str(publication.published)) == (title, published)


def test_what_a_page_applies_to() -> None:
    markup = "<!DOCTYPE html><main><h1>Kites</h1><h2>Applies to Wales</h2><p>Published 3 May 2031</p><p>Kites fly.</p>"
    assert parse(markup, HERE).publication.geography == "Wales"


# Tables


def test_cells_that_span_stand_in_each_column_and_row() -> None:
    (read_table,) = table(
        "<p>Table 4: Kites</p><table><thead><tr><th rowspan=2>Vale</th><th colspan=2>Kites</th></tr>"
        "<tr><th>Red</th><th>Blue</th></tr></thead><tfoot><tr><td colspan=3>Source: counts</td></tr></tfoot>"
        "<tbody><tr><td rowspan=2>Upper</td><td>1</td><td>2</td></tr><tr><td colspan=2>3</td></tr></tbody></table>"
    ).tables
    assert read_table.headers == ("Vale", "Kites Red", "Kites Blue")
    assert read_table.rows == (("Upper", "1", "2"), ("Upper", "3", "3"))
    assert (read_table.locator.place, read_table.title) == ("Table 4", "Kites")


@pytest.mark.parametrize(
    "markup",
    [
        "<caption>Table 4: Kites<sup>1</sup></caption><tr><th>Vale<th>Red<tr><td>Upper<sup>2</sup><td>71.5<sup>3</sup>",
        "<caption class=govuk-visually-hidden>Table 4: Kites[footnote 1]</caption><tr><td>Vale<td>Red"
        '<tr><td>Upper<a href="#fn:2">2</a><td>71.5<sup><a href="#fn:3">[footnote 3]</a></sup>',
        "<caption>Table 4: Kites [note 1]<thead><tr><td>Vale<th>Red<th><tbody><tr><th scope=row>Upper [note 2]"
        "<td>71.5</b></div><sup>[note 3]</sup><td></td></tr></tbody></table>",
    ],
    ids=["raised", "linked-and-no-headings-set", "brackets-and-an-empty-column"],
)
def test_marks_are_taken_off_cells_and_kept(markup: str) -> None:
    (read_table,) = table(f"<table>{markup}</table>").tables
    assert (read_table.headers, read_table.rows) == (("Vale", "Red"), (("Upper", "71.5"),))
    assert [[mark[-1] for mark in marks] for marks in read_table.marks.values()] in (
        [["2", "3"], ["1"]],
        [["1"], ["2", "3"]],
    )
    assert read_table.locator.place == "Table 4"


def test_a_raised_number_never_joins_a_figure() -> None:
    document = table(
        "<table><tr><th>Measure<th>Performance (%)<th>Target (%)<tr><td>A<td>71.5<sup>2</sup><td>7<sup>0</sup></table>"
    )
    assert not any("71.52" in cell or cell == "70" for t in document.tables for row in t.rows for cell in row)


@pytest.mark.parametrize(
    ("markup", "says"),
    [
        (
            "<table><tr><th>A<th>B<tr><td>1<table><tr><td>in</table><td>2</table>",
            "a table inside a cell is read as the words",
        ),
        ("<table><tr><td>1<td>2<tr><td>3<td>4</table>", "a table without headings, so its cells cannot be named"),
        (f"<table><tr>{'<th>A' * 99}<th colspan=9>B<tr>{'<td>1' * 108}</table>", "a table of more than 100 columns"),
    ],
    ids=["nested", "no-headings", "too-wide"],
)
def test_what_cannot_be_read_safely_is_named(markup: str, says: str) -> None:
    (left_out,) = table(f"\n\n{markup}").left_out
    assert left_out.startswith("line 3: ") and says in left_out


@pytest.mark.parametrize(
    "markup", ["<table></table>", "<table><tr></tr><tr><td> </td></tr></table>", "<table><thead></table>"]
)
def test_an_empty_table_is_nothing(markup: str) -> None:
    document = table(markup)
    assert (document.tables, document.left_out, len(document.passages)) == ((), (), 1)


def test_a_table_that_arranges_the_page_is_its_words_and_tables() -> None:
    inner = "<table><tr><th>Vale<th>Kites<tr><td>Upper<td>5</table>"
    document = table(f"<table role=presentation><tr><td><p>Kites fly in the vale.</p>{inner}<td>More words.</table>")
    assert [t.rows for t in document.tables] == [(("Upper", "5"),)]
    assert {"Kites fly in the vale.", "More words."} <= {p.text for p in document.passages}


def test_a_row_that_lacks_a_cell_is_refused_with_its_line_in_the_page() -> None:
    with pytest.raises(
        IncompleteTable, match=r"page\.html: line 6: a table row has 1 cells where its header has 2: 'B'"
    ):
        parse("+++\n\n+++\n<!DOCTYPE html><table>\n<tr><th>Vale<th>Kites<tr><td>A<td>1\n<tr><td>B</table>", HERE)


spaces = st.sampled_from([" ", "\n  ", "&nbsp;", "\t"])
letters = st.text("abZ|\\<>&\"'#*-_[]{}.,0123456789£%é–\u00a0\u200b ", max_size=12)
cell = letters | st.sampled_from(
    ["", "[x]", "a|b", "|", "\\", "\\|", "||", "---", "-1.5pp", "&amp;", "<p>", "# 1", "84.7 [r]"]
)


@st.composite
def grids(draw: st.DrawFn) -> list[list[str]]:
    width = draw(st.integers(1, 4))
    row = st.lists(cell, min_size=width, max_size=width)
    head = [f"H{n}{draw(cell)}" for n in range(width)]
    return [head, *draw(st.lists(row.map(lambda r: [f"L{r[0]}", *r[1:]]), min_size=1, max_size=5))]


@settings(max_examples=150)
@given(grids(), spaces, st.booleans())
def test_any_cells_survive(grid: list[list[str]], space: str, closed: bool) -> None:
    end = {"th": "</th>", "td": "</td>", "tr": "</tr>"} if closed else {"th": "", "td": "", "tr": ""}

    def row(name: str, cells: list[str]) -> str:
        return "<tr>" + "".join(f"<{name}>{space}{escape(c)}{space}{end[name]}" for c in cells) + end["tr"]

    markup = row("th", grid[0]) + "".join(row("td", cells) for cells in grid[1:])
    document = table(f"<table>{markup}</table>")
    (found,) = document.tables
    expected = [[" ".join(c.replace("\u200b", "").split()) for c in cells] for cells in grid]
    assert [list(found.headers), *map(list, found.rows)] == expected


tags_and_words = st.sampled_from(
    [
        "<table>",
        "<tr>",
        "<td>",
        "<th>",
        "</table>",
        "</td>",
        "<p>",
        "</p>",
        "<ul>",
        "<li>",
        "kite",
        "5",
        "<div>",
        "</div>",
        "<h2>",
        "<sup>2",
        "</sup>",
        "<thead>",
        "<caption>",
        "<td/colspan=3>",
        "<td/rowspan=0>",
        "<a/href=#fn:1>",
        "<dl><dt>",
        "<dd>",
        "<![",
        "<!--",
        "&#0;",
        "<details>",
        "<ol/class=footnotes>",
        "<br/>",
        "<figure>",
        "</main>",
        "<pre>",
        "<div/hidden>",
    ]
)


@settings(max_examples=150)
@given(st.lists(tags_and_words, max_size=40))
def test_any_tags_are_a_document_or_one_line_saying_why_not(tags: list[str]) -> None:
    try:
        document = parse("<!DOCTYPE html><main>" + "".join(tags), HERE)
    except UnreadableFile as error:
        assert str(error).startswith("page.html: ") and str(error).isprintable()
        return
    assert document.passages or document.tables


# What is refused


@pytest.mark.parametrize(
    ("markup", "says"),
    [
        (
            "<div>" * 5000 + "<p>Kites.",
            f"stand more than {DEEPEST} deep in one another. Give the publication as plain text.",
        ),
        ("<table><tr><td>" * 5000 + "Kites.", f"stand more than {DEEPEST} deep"),
        ("", "no passage or table could be read"),
        (
            "<title>Kites</title><script>kites()</script><noscript>Turn scripts on.</noscript>",
            "no passage or table could be read",
        ),
        ("<main><nav>Kites</nav><p hidden>Kites</p></main>", "no passage or table could be read"),
    ],
    ids=["deep", "deep-tables", "empty", "scripts", "hidden"],
)
def test_a_page_that_cannot_be_read_is_refused_in_one_line(markup: str, says: str) -> None:
    with pytest.raises(UnreadableFile) as raised:
        parse(f"<!DOCTYPE html>{markup}", HERE)
    assert says in str(raised.value) and str(raised.value).isprintable()


@pytest.mark.parametrize("unfinished", ["<!--", "<a ", "</", "<!", "<?", "<script>"])
def test_an_unfinished_page_is_read_to_its_end_at_once(unfinished: str) -> None:
    """The parser would look for the end of each through the rest of the page, and take them for words."""
    assert page(f"<!DOCTYPE html><p>Kites fly.</p>{unfinished * 20_000}", HERE).text == "Kites fly."


def test_a_stray_end_tag_in_a_cell_does_not_end_the_table() -> None:
    (found,) = table(
        "<div><table><tr><th>Vale<th>Kites<tr><td>Upper</div></p><td>5<tr><td>Lower<td>6</table></div>"
    ).tables
    assert found.rows == (("Upper", "5"), ("Lower", "6"))


def test_a_page_too_large_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(UnreadableFile, match="MB is too large for a page"):
        page("<!DOCTYPE html><p>" + "k" * LARGEST_PAGE, HERE)


def test_a_comment_in_a_script_takes_nothing_with_it() -> None:
    assert body('<script>var a = "<!--";</script><p>One.</p><!-- a > b <p>no</p> --><!--><p>Two.</p>') == "One.\n\nTwo."


def test_many_unclosed_elements_are_not_deep() -> None:
    assert len(parse("<!DOCTYPE html>" + "<p>Kites fly.<ul><li>One<li>Two</ul>" * 2000, HERE).passages) > 100


def test_bytes_that_are_no_text_are_refused_as_ever(tmp_path: Path) -> None:
    path = tmp_path / "kites.html"
    path.write_bytes(b"<!DOCTYPE html>\n<p>caf\xe9")
    with pytest.raises(UnreadableFile, match="line 2: byte 0xE9 is not UTF-8"):
        read(path)


# From end to end


class Named(WordCounts):
    """The fake embedder under the name of the real model."""

    name = "all-MiniLM-L6-v2"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """The command line with a store of its own, the made-up bulletins as its library and no PyTorch."""
    monkeypatch.setattr("assistant.answer.MiniLM", Named)
    monkeypatch.setattr(Store.__init__, "__defaults__", (bulletins,))
    monkeypatch.setenv("PROBATION_HOME", str(tmp_path / "home"))
    return lambda *arguments: CliRunner().invoke(main, list(map(str, arguments)))


def test_a_page_is_ingested_and_asked(tmp_path: Path, run: Callable[..., Result]) -> None:
    path = tmp_path / "page.html"
    path.write_text(as_page(LATER.replace("2032", "2033").replace("2031", "2032")), encoding="utf-8")
    ingested = run("ingest", path)
    assert ingested.exit_code == 0, ingested.stderr
    answer = json.loads(run("ask", "--json", "How many doors opened on time in 2032-33?").stdout)
    assert "69.5%" in answer["headline"]
    assert (answer["citations"][0]["locator"], answer["citations"][0]["published"]) == ("Table 2, QM101", "2033-07-29")


def test_a_page_that_cannot_be_read_is_one_line_on_the_command_line(tmp_path: Path, run: Callable[..., Result]) -> None:
    path = tmp_path / "deep.html"
    path.write_text("<!DOCTYPE html>" + "<div>\n" * 5000, encoding="utf-8")
    result = run("ingest", path)
    assert result.exit_code == 2
    (line,) = [line for line in result.stderr.splitlines() if "deep.html" in line]
    assert f"more than {DEEPEST} deep" in line and "Traceback" not in result.stderr
