"""A page of HTML as the plain text that the readers of publications know.

What a reader of the page sees is kept, in its order: headings as "#", items as "-", tables as pipe rows under their
caption, footnotes by their marks. What is not shown, or not the publication (navigation, banners), is dropped.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString
from bs4.exceptions import ParserRejectedMarkup

from corpus.cleaning import NOTHING, SPACES, SUPERSCRIPTS
from corpus.errors import IncompleteTable, UnreadableFile
from corpus.furniture import ENDS
from corpus.lines_reader import LONG
from corpus.metadata import DAY, PUBLISHED
from corpus.numbers import is_number
from corpus.periods import MONTHS
from corpus.tables_raw import MARK


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DEEPEST = 150  # elements, one in another: a page has some 30
WIDEST = 100  # columns of a table
LARGEST_PAGE = 20_000_000  # characters: a page takes up to a hundred times its size in memory
REMEDY = "Complete the row, or take it out, and ingest again."
HEADINGS = {"h1": "# ", "h2": "# ", "h3": "## ", "h4": "### ", "h5": "#### ", "h6": "##### "}
BLOCKS = _words(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure form header "
    "hgroup hr legend li main menu ol p pre section summary table tbody td tfoot th thead tr ul"
).union(HEADINGS)
# What a start tag ends if it is open, and where the search for that stops: HTML lets these stand unclosed.
ENDED = {
    "li": ("li", "ul ol menu td th"),
    "dt": ("dt dd", "dl"),
    "dd": ("dt dd", "dl"),
    "td": ("td th", "tr table"),
    "th": ("td th", "tr table"),
    "tr": ("tr caption", "table"),
    "thead": ("caption", "table"),
    "tbody": ("thead tbody tfoot caption", "table"),
    "tfoot": ("thead tbody caption", "table"),
}
OF_TABLES = _words("table thead tbody tfoot tr")
NOT_TEXT = _words(
    "script style noscript template svg canvas object iframe audio video nav footer input select textarea"
)
ROLES = ("navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "doc-backlink")
FURNITURE = re.compile(
    r"(?:[a-z]+-c-|govuk-|global-)?(?:cookie-(?:banner|message|consent|notice)|skip-?link|breadcrumbs?|phase-banner"
    r"|back-to-top(?:-link)?|print-link|share-links|feedback|contents-list|single-page-notification-button|print-meta-data|organisation-logos?"
    r"|reversefootnote|footnote-back(?:ref)?)"
)
UNSEEN = re.compile(r"(?:[a-z]+-)?visually-?hidden|sr-only|screen-reader(?:-only|-text)?")
NO_DISPLAY = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
LINKS = re.compile(
    r"(?:back to|return to|to) (?:the )?top(?: of (?:the |this )?page)?|skip to .*|print(?: this page)?|share this page"
    r"|(?:show|hide)(?: all sections| this section)?|[↩↑^︎\s]+",
    re.I,
)
NOTE_LINK = re.compile(r"#(?!.*ref)(?:fn|.*note)\D*\d+$", re.I)
NUMBERS = re.compile(r"[\[(]?\d{1,3}(?:\s*,\s*\d{1,3})*[\])]?")
MEASURED = re.compile(r"\b[kcm]?m\s*$")  # m², km³
SITE = re.compile(r"\s+(?:\||[-–] (?=GOV\.UK$)).*$")
DATE = re.compile(rf"\bPublished:?\s+{DAY}")
DATES = ("govuk:first-published-at", "article:published_time", "dcterms.issued", "dc.date.issued", "dc.date")
DATED = re.compile(r"^(?:Published|Last updated|Updated):?$")
# Taken out before the page is parsed: the parser looks for the end of each that is unfinished through all that follows.
NOT_MARKUP = re.compile(
    r"\A\s*<\?xml.*?\?>|<!--(?:-?>|.*?(?:--!?>|\Z))|<(script|style)\b.*?(?:</\1\b[^>]*>?|\Z)", re.S | re.I
)
UNFINISHED = re.compile(r"<[a-z/!?]", re.I)


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a page ("" where it holds nothing to read), and what was left out, one line each."""

    text: str
    left_out: tuple[str, ...] = ()


def page(markup: str, path: Path) -> Page:
    """The text of a page; `path` names it in errors.

    Raises UnreadableFile where the page cannot be parsed or is nested too deep, and IncompleteTable where a row
    of a table lacks a cell.
    """
    soup = _soup(markup, path)
    tags = soup.find_all(True)
    title, published = _title(tags), _published(tags)
    writer = _Writer(path)
    writer.walk(_root(_without_furniture(tags), soup))
    writer.flush()
    lines = _headed(writer.lines, title, published) if writer.lines else []
    return Page("\n\n".join(lines), tuple(writer.left_out))


class _Soup(BeautifulSoup):
    """A tree in which an element that may stand unclosed ends where a browser ends it."""

    def handle_starttag(self, name: str, *args: Any, **more: Any) -> Tag | None:
        """Open an element and end those it ends. Raises RecursionError where it stands too deep."""
        if name in BLOCKS:
            self._end("p", "table td th caption")
        if name in ENDED:
            self._end(*ENDED[name])
        if len(self.tagStack) > DEEPEST:
            raise RecursionError
        return super().handle_starttag(name, *args, **more)

    def handle_endtag(self, name: str, nsprefix: str | None = None) -> None:
        """End an element; in a cell, a stray end tag ends nothing outside the cell."""
        self._end(name, "" if name in OF_TABLES else "td th table")

    def _end(self, names: str, within: str) -> None:
        """End the innermost open element of these names, looking no further out than `within`."""
        wanted, stop = names.split(), within.split()
        for tag in reversed(self.tagStack):
            if tag.name in wanted:
                return super().handle_endtag(tag.name)
            if tag.name in stop:
                return None
        return None


def _soup(markup: str, path: Path) -> BeautifulSoup:
    if len(markup) > LARGEST_PAGE:
        what = f"{len(markup) / 1e6:.0f} MB is too large for a page"
        raise UnreadableFile(path, what, "Split it, or give the publication as plain text.")
    markup = NOT_MARKUP.sub(lambda match: "\n" * match[0].count("\n"), markup)  # errors name the lines of the page
    if unfinished := UNFINISHED.search(markup, markup.rfind(">") + 1):
        markup = markup[: unfinished.start()]
    try:
        return _Soup(markup, "html.parser")
    except RecursionError:
        what = f"the page's elements stand more than {DEEPEST} deep in one another"
        raise UnreadableFile(path, what, "Give the publication as plain text.") from None
    except ParserRejectedMarkup:
        raise UnreadableFile(path, "the HTML cannot be parsed", "Give the publication as plain text.") from None


def _title(tags: Sequence[Tag]) -> str:
    """The first heading of the first rank, else the page's title without the name of its site."""
    headings = (_fold(tag.get_text(" ")) for tag in tags if tag.name == "h1")
    titles = (SITE.sub("", _fold(tag.get_text())) for tag in tags if tag.name == "title")
    return next(filter(None, headings), next(titles, ""))


def _published(tags: Sequence[Tag]) -> str:
    """The day of publication that the page's head prints or its details hold, "" where there is none."""
    if match := DATE.search(_fold(" ".join(tag.get_text(" ") for tag in tags if tag.name == "header"))):
        return match[0]
    details = {str(tag.get("name") or tag.get("property")).lower(): tag for tag in tags if tag.name == "meta"}
    for name in DATES:
        try:
            day = date.fromisoformat(str(details[name].get("content"))[:10])
        except (KeyError, ValueError):
            continue
        return f"Published {day.day} {MONTHS[day.month - 1].title()} {day.year}"
    return ""


def _without_furniture(tags: Sequence[Tag]) -> list[Tag]:
    """The elements that are kept, the others taken out; a cell is emptied, so that its row keeps its width."""
    kept, dropped, gone = list[Tag](), list[Tag](), set[int]()  # not Tag.decomposed: it searches all that is below
    for tag in tags:
        if id(tag.parent) in gone or _is_dropped(tag):
            dropped += [] if id(tag.parent) in gone else [tag]
            gone.add(id(tag))
        else:
            kept.append(tag)
    for tag in dropped:
        tag.clear() if tag.name in ("td", "th") else tag.decompose()
    return kept


def _is_dropped(tag: Tag) -> bool:
    """Whether an element is not shown, or is no part of the publication."""
    if tag.name in ("html", "head", "body", "main", "caption"):
        return tag.name == "head"
    named = [*(tag.get_attribute_list("class")), tag.get("id")]
    names = [str(name).lower() for name in named if name]
    dropped = (
        tag.name in NOT_TEXT
        or tag.get("role") in ROLES
        or ("hidden" in tag.attrs and tag["hidden"] != "until-found")
        or NO_DISPLAY.search(str(tag.get("style", ""))) is not None
        or any(FURNITURE.fullmatch(name) for name in names)
        or (any(UNSEEN.fullmatch(name) for name in names) and not _is_all(tag))
        or (tag.name == "header" and tag.find_parent(["main", "article"]) is None)
        or (tag.name == "button" and tag.find_parent(list(HEADINGS)) is None)
        or (tag.name in ("a", "button") and LINKS.fullmatch(_fold(tag.get_text())) is not None)
    )
    return dropped and tag.find("main") is None


def _is_all(tag: Tag) -> bool:
    """Whether hidden words are all there is: the heading of a column, or the table behind a chart."""
    cell = tag.find_parent(["th", "td"])
    return (
        tag.name == "table"
        or tag.find("table") is not None
        or (cell is not None and _fold(cell.get_text()) == _fold(tag.get_text()))
    )


def _root(tags: Sequence[Tag], page: Tag) -> Tag:
    """The element that holds the publication: the page's main part, its only article, else its body."""
    articles = [tag for tag in tags if tag.name == "article"]
    candidates = (
        *(tag for tag in tags if tag.name == "main" or tag.get("role") == "main"),
        *(tag for tag in tags if tag.get("id") == "content"),
        *(articles if len(articles) == 1 else ()),
        *(tag for tag in tags if tag.name == "body"),
    )
    return next((tag for tag in candidates if _fold(tag.get_text())), page)


def _headed(lines: Sequence[str], title: str, published: str) -> list[str]:
    """The lines with the title on one of its own and the day of publication under it."""
    rest = [re.sub(r"^#+ (?=Applies to )", "", line) for line in lines]
    at = next((n for n, line in enumerate(rest) if line.lstrip("# ") == title), None)
    above, rest = (rest[:at], rest[at + 1 :]) if title and at is not None else ([], rest)
    opening = next((n for n, line in enumerate(rest) if line.startswith("#")), len(rest))
    printed = next((line for line in rest[:opening] if PUBLISHED.match(line)), "")
    if printed:
        rest.remove(printed)
    return [line for line in [*above, title, printed or published] if line] + rest


def _fold(text: str) -> str:
    """The text with white space folded and characters that print nothing taken out."""
    return re.sub(r"\s+", " ", NOTHING.sub("", SPACES.sub(" ", text))).strip()


@dataclass(slots=True)
class _Writer:
    """The lines written so far, a block each; `buffer` holds the words of the block that is being read."""

    path: Path
    in_cell: bool = False
    left_out: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    buffer: list[str] = field(default_factory=list)
    prefix: str = ""

    def walk(self, tag: Tag) -> None:
        """Write what an element holds."""
        for child in tag.children:
            if isinstance(child, Tag):
                self._write(child)
            elif type(child) is NavigableString:  # no comment or declaration
                self.buffer.append(re.sub(r"\s+", " ", child))

    def flush(self) -> None:
        """End the block: its lines are those that <br> parts."""
        parts = [_fold(part) for part in "".join(self.buffer).split("\n")]
        self.buffer = []
        one_line = self.in_cell or self.prefix
        if text := (" " if one_line else "\n").join(filter(None, parts)):
            self.lines.append(text if self.in_cell else self.prefix + text)
            self.prefix = ""

    def text(self, tag: Tag) -> str:
        """The text of a cell or caption, on one line."""
        writer = _Writer(self.path, in_cell=True, left_out=self.left_out)
        writer.walk(tag)
        writer.flush()
        return " ".join(writer.lines)

    def _write(self, tag: Tag) -> None:
        if mark := self._mark(tag):
            self.buffer.append(mark)
        elif tag.name == "br":
            self.buffer.append("\n")
        elif tag.name == "table" and (self.in_cell or not _is_layout(tag)):
            self._table(tag)
        elif _is_footnotes(tag):
            self._footnotes(tag)
        elif tag.name in BLOCKS:
            self._block(tag)
        else:
            self.walk(tag)

    def _mark(self, tag: Tag) -> str:
        """What a raised number or a link to a footnote is read as, "" for any other element."""
        text = _fold(tag.get_text()) if tag.name in ("a", "sup") else ""
        if not NUMBERS.fullmatch(text):
            return ""
        links = [tag] if tag.name == "a" else tag.find_all("a")
        linked = any(NOTE_LINK.search(str(link.get("href"))) for link in links)
        raised = tag.name == "sup" and not MEASURED.search("".join(self.buffer[-1:]))
        if linked or (raised and self.in_cell):
            return "".join(f"[footnote {number}]" for number in re.findall(r"\d+", text))
        return text.translate(SUPERSCRIPTS) if tag.name == "sup" else ""

    def _block(self, tag: Tag) -> None:
        if tag.name == "dd" and self.lines and DATED.match(self.lines[-1]):
            self.buffer = [self.lines.pop(), " "]
        else:
            self.flush()
        own = HEADINGS.get(tag.name, "- " if tag.name == "li" else "")
        self.prefix = own or self.prefix
        if tag.name == "figure" and (caption := tag.find("figcaption")):
            tag.insert(0, caption.extract())
        if tag.name == "pre":
            self.buffer.append(tag.get_text())
        else:
            self.walk(tag)
        self.flush()
        self.prefix = "" if own else self.prefix

    def _footnotes(self, tag: Tag) -> None:
        """A list of footnotes, each of its lines under its mark."""
        self.flush()
        for child in [c for c in tag.children if isinstance(c, Tag) and c.name != "ol"]:
            self._write(child)
        if not (self.lines and re.fullmatch(r"#+ (?:Foot|End)?notes", self.lines[-1], re.I)):
            self.lines.append("# Footnotes")
        items = (tag if tag.name == "ol" else tag.ol or tag).find_all("li", recursive=False)
        for number, item in enumerate(items, _count(tag.ol or tag, "start")):
            writer = _Writer(self.path, left_out=self.left_out)
            writer.walk(item)
            writer.flush()
            written = "\n".join(writer.lines).split("\n") if writer.lines else []
            self.lines += [f"[footnote {number}] {line.removeprefix('- ')}" for line in written]

    def _table(self, tag: Tag) -> None:
        """A table as pipe rows under its caption; inside a cell its words alone."""
        if self.in_cell:
            self.left_out.append(f"line {tag.sourceline}: a table inside a cell is read as the words of the cell")
            self._block(tag)
            return
        self.flush()
        caption = tag.find("caption", recursive=False)
        grid = [row for row in self._grid(tag) if any(row.cells)]
        width = max((len(row.cells) for row in grid), default=0)
        if caption is not None and (text := self.text(caption)):
            self.lines.append(text)
        if width > WIDEST:
            self.left_out.append(f"line {tag.sourceline}: a table of more than {WIDEST} columns")
        elif grid:
            self._rows(grid, width)

    def _rows(self, grid: list["_Row"], width: int) -> None:
        heads = _heads(grid)
        wide = [row for row in grid[: max(heads - 1, 0)] if row.is_one(width)]
        self.lines += [row.cells[0] for row in wide]
        header, body = [row for row in grid[:heads] if row not in wide], grid[heads:]
        below = list[str]()
        while body and body[-1].is_one(width) and not is_number(body[-1].cells[0]):
            below.insert(0, body.pop().cells[0])
        if not header:
            self._without_heading(body)
        else:
            self._check(header, body)
            columns = [dict.fromkeys(filter(None, cells)) for cells in zip(*(r.cells for r in header), strict=True)]
            headings = [" ".join(column) for column in columns]
            kept = [n for n, text in enumerate(headings) if text or any(row.cells[n] for row in body)]
            rows = [headings, ["---"] * len(headings), *(row.cells for row in body)]
            self.lines.append("\n".join(_piped([row[n] for n in kept]) for row in rows))
        self.lines += below

    def _without_heading(self, body: Sequence["_Row"]) -> None:
        """Rows whose columns have no headings: a claim and its explanation are kept, figures cannot be named."""
        if any(len(cell) > LONG and ENDS.search(cell) for row in body for cell in row.cells):
            self.lines += [_piped(list(filter(None, row.cells))) for row in body]
        elif body:
            self.left_out.append(f"line {body[0].line}: a table without headings, so its cells cannot be named")

    def _check(self, header: Sequence["_Row"], body: Sequence["_Row"]) -> None:
        width = len(header[0].cells)
        for row in [*header, *body]:
            if len(row.cells) != width:
                shown = " | ".join(row.cells)[:80]
                what = f"a table row has {len(row.cells)} cells where its header has {width}: {shown!r}"
                raise IncompleteTable(self.path, f"line {row.line}: {what}", REMEDY)

    def _grid(self, table: Tag) -> Iterator["_Row"]:
        """The rows of a table, a cell that spans several columns or rows standing in each of them."""
        below: dict[int, tuple[int, str]] = {}  # column to the rows that a cell above still spans, and its text
        part: Tag | None = None
        for tr in _own_rows(table):
            if tr.parent is not part:
                part, below = tr.parent, {}
            own, cells = [c for c in tr.children if isinstance(c, Tag) and c.name in ("td", "th")], list[str]()
            for cell in own:
                _fill(cells, below)
                text, down = self.text(cell), _count(cell, "rowspan")
                for _ in range(min(_count(cell, "colspan"), WIDEST + 1)):
                    below[len(cells)] = (down - 1, text)
                    cells.append(text)
            _fill(cells, below)
            headed = part is not None and part.name == "thead"
            alone = len(own) == 1 and _count(own[0], "colspan") >= len(cells)
            yield _Row(cells, tr.sourceline or 0, headed, all(c.name == "th" for c in own), alone)


@dataclass(slots=True)
class _Row:
    """A row of a table: its cells, the line it stands on, and whether it is set as a row of headings."""

    cells: list[str]
    line: int
    in_head: bool
    all_heads: bool
    alone: bool  # one cell spans it

    def is_one(self, width: int) -> bool:
        """Whether one cell spans the whole table: a title, a source or a note."""
        return self.alone and width > 1 and len(self.cells) == width


def _own_rows(table: Tag) -> list[Tag]:
    """The rows of a table but not of those inside it, its head first and its foot last."""
    order = {"thead": 0, "tfoot": 2}
    rows = [tr for tr in table.find_all("tr") if tr.find_parent("table") is table]
    return sorted(rows, key=lambda tr: order.get(tr.parent.name if tr.parent else "", 1))


def _fill(cells: list[str], below: dict[int, tuple[int, str]]) -> None:
    """Add the cells that rows above reach down with, from the next column on."""
    while below.get(len(cells), (0, ""))[0] > 0:
        left, text = below[len(cells)]
        below[len(cells)] = (left - 1, text)
        cells.append(text)


def _heads(grid: Sequence[_Row]) -> int:
    """How many rows at the top hold headings; a plain first row does where it has no number over columns of them."""
    is_headed = any(row.in_head for row in grid)
    heads = next((n for n, row in enumerate(grid) if not (row.in_head if is_headed else row.all_heads)), len(grid))
    if heads or len(grid) < 2:
        return heads
    columns = list(zip(*([is_number(MARK.sub("", cell)) for cell in row.cells] for row in grid), strict=False))
    return int(not any(column[0] for column in columns[1:]) and any(all(column[1:]) for column in columns))


def _is_layout(table: Tag) -> bool:
    """Whether a table only arranges the page: it says so, or it is one column without headings."""
    if table.get("role") in ("presentation", "none"):
        return True
    rows = _own_rows(table)
    return not table.find(["th", "thead", "caption"]) and all(
        len(tr.find_all("td", recursive=False)) < 2 and not tr.find("td", colspan=True, recursive=False) for tr in rows
    )


def _is_footnotes(tag: Tag) -> bool:
    """Whether an element is the list of footnotes at the end."""
    named = "footnotes" in tag.get_attribute_list("class") or tag.get("role") == "doc-endnotes"
    return named and (tag.name == "ol" or tag.find("ol", recursive=False) is not None)


def _count(tag: Tag, name: str) -> int:
    """A count among the attributes: rows or columns spanned, the first number of a list; 1 without one."""
    text = str(tag.get(name, "")).strip()
    return int(text) if re.fullmatch(r"[1-9][0-9]{0,4}", text) else 1


def _piped(cells: Sequence[str]) -> str:
    return "".join(f"| {cell.replace('|', chr(92) + '|')} " for cell in cells) + "|"
