"""A page that is broken, too deep or too large is read as far as it can be, or refused in one line."""

from pathlib import Path

import pytest
from html_fake import HERE, body, table
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import UnreadableFile
from corpus.html import DEEPEST, LARGEST_PAGE, page
from corpus.read import parse, read

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
        (
            '<meta name="govuk:schema-name" content="publication"><main><p>Kites.<section class="gem-c-attachment"><h3 '
            'class="gem-c-attachment__title"><a href="/kites/red">Red</a></h3></section><section class="attachment">'
            '<div class="attachment-details"><a href="https://assets.example/k.ods">ODS</a></div></section></main>',
            "the page only leads to its publication. Fetch https://www.gov.uk/kites/red, https://assets.example/k.ods.",
        ),
    ],
    ids=["deep", "deep-tables", "empty", "scripts", "hidden", "leads"],
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
    path.write_bytes(b"<!DOCTYPE html>\n<p>caf\xe9 \x81")
    with pytest.raises(UnreadableFile, match="line 2: byte 0xE9 is not UTF-8"):
        read(path)
