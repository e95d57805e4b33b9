"""A checked draft as Markdown: marked, in a table, corrected; text of drafts and publications reads as itself."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from ui_fake import DRAFT, HOSTILE, NASTY, checked

from assistant.checking import shown
from assistant.checking.claims import CheckedDraft, Claim, Finding
from assistant.checking.report import as_markdown
from assistant.exports.markdown import escaped
from assistant.exports.text import clean

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SPITEFUL = st.text(
    st.sampled_from("<>&\"'`*_[]()!$:\\#-+=|~/1a .@{}^%w\t") | st.characters(codec="utf-8", exclude_characters="\n\r"),
    min_size=1, max_size=60,
).map(clean).filter(bool)  # fmt: skip


class Reader(HTMLParser):
    """What a browser would make of HTML: its tags, addresses and text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str | None] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.addresses += [value for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data):
        self.text += data


def read(markdown: str) -> Reader:
    return Reader(READER.render(markdown))


def of_one(figure: str, finding: Finding, text: str = "") -> CheckedDraft:
    text = text or f"It was {figure} then."
    start = text.index(figure)
    claim = Claim(figure=figure, start=start, end=start + len(figure), sentence=text, finding=finding)
    return CheckedDraft(text=text, claims=(claim,))


@pytest.fixture(scope="module")
def report():
    return as_markdown(checked(DRAFT))


def test_every_claim_is_marked_by_sign_and_number_in_the_draft(report):
    text = read(report.partition("## Claims")[0]).text
    for marked in ("7.9% [✓ 1]", "£3 million [✓ 2].", "9.7% [✗ 3]", "12% [? 4]", "A third [✗ 5] were"):
        assert marked in text


def test_the_table_gives_each_claim_its_verdict_figure_reason_and_source(report):
    rows = [line for line in report.splitlines() if line.startswith("| ")][2:]
    assert [row.split(" | ")[2] for row in rows] == [
        "✓ Supported", "✓ Supported", "✗ Contradicted", "? Not found", "✗ Contradicted",
    ]  # fmt: skip
    for part in (
        "| 3 | 9.7% |", "| 7.5% |", "In 2029-30 it was 7.5%, not 9.7%.", "The definition changed in June 2030.",
        "Made-up Bulletin, update to March 2031<br>published 31 July 2031<br>Table 2, ZZ007",
        "<https://example.invalid/made-up>", "“Measure: ZZ007 - Made-up measure number 7; April 2030",
    ):  # fmt: skip
        assert part in rows[2]
    assert rows[3].endswith("| 12% | ? Not found |  | Nothing held gives this figure. |  |")


def test_headings_are_in_order(report):
    assert [line for line in report.splitlines() if line.startswith("#")] == [
        "# Checked draft", "## Draft with its claims marked", "## Claims", "## Corrected draft", "## Notes to add",
    ]  # fmt: skip


def test_the_corrected_draft_can_be_copied_letter_by_letter(report):
    corrected = DRAFT.replace("9.7%", "7.5%").replace("A third", "2 of 12")
    assert f"```text\n{corrected}\n```" in report
    assert "- 9.7% → 7.5%\n- A third → 2 of 12" in report


def test_a_code_block_is_not_ended_by_the_draft():
    draft = of_one("5%", Finding(verdict="contradicted", reason="", correction="6%"), "It was 5%.\n````\n# Out")
    assert "`````text\nIt was 6%.\n````\n# Out\n`````" in as_markdown(draft)
    assert read(as_markdown(draft)).tags.count("h1") == 1


def test_a_draft_without_claims_says_so():
    report = as_markdown(CheckedDraft(text="Nothing here.", claims=()))
    assert "There is nothing to check in this draft" in report and "Nothing here." in report
    assert "## Claims" not in report and "## Corrected" not in report


def test_hostile_text_brings_in_no_tag_link_or_table_column():
    finding = Finding(verdict="contradicted", reason=f"{HOSTILE}\n# {HOSTILE}", published="a | b", correction=HOSTILE)
    citation = checked("loud").claims[0].finding.citation
    assert citation and citation.publication is NASTY
    finding = replace(finding, citation=citation, caveats=(f"> {HOSTILE}",))
    found = read(as_markdown(of_one("loud", finding, f"- {HOSTILE}\n# loud\n1. {HOSTILE}\n    {HOSTILE}")))
    assert not set(found.tags) & {"img", "script", "a", "i", "em", "blockquote", "ol", "del"}
    assert found.tags.count("td") == 6 and found.tags.count("h1") == 1
    assert HOSTILE in found.text and not found.addresses


def test_an_address_that_is_not_of_the_web_is_no_link():
    assert read(as_markdown(checked(DRAFT))).addresses == ["https://example.invalid/made-up"] * 4
    assert "javascript:alert(1)" in read(as_markdown(checked("loud"))).text


def alike(text: str) -> str:
    """Text with spaces that are kept, as tabs and first spaces are written, made spaces and tabs again."""
    return text.replace("\xa0", " ").replace("\u2003", "\t")


@given(SPITEFUL, SPITEFUL)
def test_any_line_reads_as_its_characters(first, second):
    found = read(f"{escaped(first)}\\\n{escaped(second)}")
    assert found.tags == ["p", "br"]
    assert alike(found.text.removesuffix("\n")) == alike(f"{first}\n{second}")


@given(st.lists(st.text("ab\n ✓", max_size=8), min_size=1, max_size=6), st.data())
def test_pieces_and_parts_hold_the_whole_draft_and_every_claim_once(texts, data):
    text = "".join(texts)
    places = data.draw(st.lists(st.integers(0, len(text)), max_size=8).map(sorted))
    finding = Finding(verdict="not_found", reason="")
    claims = tuple(
        Claim(figure="", start=start, end=min(start + 3, len(text)), sentence="", finding=finding) for start in places
    )
    draft = CheckedDraft(text=text, claims=claims)
    assert "".join(piece.text for piece in shown.pieces(draft)) == text
    assert sorted(piece.number for piece in shown.pieces(draft) if piece.number) == list(range(1, len(claims) + 1))
    parts = shown.parts(draft, 2)
    assert "".join(piece.text for part in parts for piece in part) == text
    assert all("".join(piece.text for piece in part).endswith("\n") for part in parts[:-1])
    assert "\n".join("".join(piece.text for piece in line) for line in shown.lines(draft)) == text


def test_of_corrections_that_overlap_the_first_is_made():
    finding = Finding(verdict="contradicted", reason="", correction="9 of 12")
    text = "It was 7 of 12 then."
    claims = tuple(
        Claim(figure=text[start:end], start=start, end=end, sentence=text, finding=finding)
        for start, end in ((7, 14), (12, 14))
    )
    draft = CheckedDraft(text=text, claims=claims)
    assert draft.corrected == "It was 9 of 12 then." == draft.corrected_sentence(claims[0])
    assert shown.uncorrected(draft) == claims[1:]
