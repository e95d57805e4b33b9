"""The words of a page: what is kept as it is seen, what is dropped, what the page says of itself."""

import pytest
from html_fake import HERE, body

from corpus.read import parse


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


COMPONENTS = {
    "accordion": (
        '<div class="govuk-accordion"><div class="govuk-accordion__controls"><button>Show all sections</button></div>'
        '<h2 class="govuk-accordion__section-heading"><button class="govuk-accordion__section-button">'
        "<span>Red kites</span><span class='govuk-visually-hidden'>, </span>"
        "<span class='govuk-accordion__section-toggle'>"
        "<span>Show<span class='govuk-visually-hidden'> this section</span></span></span></button></h2>"
        "<div hidden='until-found'><p>They fly.</p></div></div>",
        "# Red kites\n\nThey fly.",
    ),
    "tabs": (
        '<div class="govuk-tabs"><h2 class="govuk-tabs__title">Contents</h2><ul class="govuk-tabs__list"><li><a '
        'href="#a">Red</a></ul><div class="govuk-tabs__panel"><h2>Red</h2><p>One.</p></div></div>',
        "# Red\n\nOne.",
    ),
    "warning": (
        '<div><span class="govuk-warning-text__icon" aria-hidden="true">!</span><strong><span '
        'class="govuk-visually-hidden">Warning</span>Careful.</strong></div>',
        "Careful.",
    ),
    "headline": ('<aside class="statistic-headline"><p><em>1,204</em> kites</p></aside>', "1,204 kites"),
    "chart": (
        "<figure><table><thead><tr><th>Year<th>Kites</thead><tr><td>2030<td>5</table>"
        '<div class="mc-chart"><div>2030</div><div>5</div></div><a class="mc-toggle-button">Change</a></figure>',
        "| Year | Kites |\n| --- | --- |\n| 2030 | 5 |",
    ),
    "chart-as-table": (
        "<details><summary><span>View chart as table</span></summary><p>Kites: 5</p></details>", "Kites: 5",
    ),
    "short-form": ('<p>The <abbr title="Kite Office">KO</abbr> said so.', "The KO said so."),
    "address": ('<p><a class="__cf_email__" data-cfemail="1071507b">[email&#160;protected]</a>', "a@k"),
    "no-address": ('<p>Write to <a data-cfemail="zz">[email protected]</a> us', "Write to us"),
    "second-way-back": ('<p>Kites <a href="#fnref:1:1">↩<sup>2</sup></a>', "Kites"),
    "updates": ('<p>Last updated 4 June 2031 <a href="#full">+ show all updates</a></p>', "Last updated 4 June 2031"),
}  # fmt: skip


@pytest.mark.parametrize(("markup", "text"), COMPONENTS.values(), ids=COMPONENTS.keys())
def test_parts_that_a_site_s_pages_are_built_of_are_their_words(markup: str, text: str) -> None:
    assert body(markup) == text


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
