"""A checked draft as a Word document, with the parts of the Markdown report.

Text of drafts and publications goes in as plain runs, so that no field, link or markup can come of it.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Row
from docx.text.paragraph import Paragraph

from assistant.checking import shown
from assistant.checking.claims import CheckedDraft, Claim, Verdict

COLOURS: dict[Verdict, RGBColor] = {  # each has a contrast of at least 7 to 1 with white
    "supported": RGBColor(0x00, 0x5A, 0x30),
    "contradicted": RGBColor(0x94, 0x25, 0x14),
    "not_found": RGBColor(0x14, 0x4E, 0x81),
}
HEADS = ("No.", "Figure", "Verdict", "Published", "Reason", "Source")
WIDTHS = (Cm(1), Cm(2.3), Cm(2.7), Cm(2.3), Cm(4.2), Cm(5))  # of the columns, within the margins of A4
MARGIN = Cm(1.75)


def as_word(draft: CheckedDraft) -> bytes:
    """The whole report as a .docx file."""
    document = _new_document()
    document.add_heading("Checked draft", 0)
    document.add_paragraph(_fit(draft.summary))
    document.add_heading("Draft with its claims marked", 1)
    if draft.claims:
        document.add_paragraph(shown.KEY)
    _add_marked(document, draft)
    if draft.claims:
        document.add_heading("Claims", 1)
        _add_table(document, draft.claims)
    _add_corrected(document, draft)
    if draft.notes:
        document.add_heading("Notes to add", 1)
        _add_lines(document, draft.notes)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _fit(text: str) -> str:
    """Text that XML can hold."""
    return shown.clean(text)


def _new_document() -> Document:
    """An empty A4 document in British English that says nothing of whoever made it."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = MARGIN
    document.styles["Normal"].font.name = "Arial"
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    about = document.core_properties
    about.title, about.author, about.comments, about.language = "Checked draft", "", "", "en-GB"
    about.created = about.modified = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    return document


def _add_marked(document: Document, draft: CheckedDraft) -> None:
    """The draft, a paragraph for each of its lines, every claim in colour with its sign and number."""
    for line in shown.lines(draft):
        paragraph = _add_line(document)
        for piece in line:
            if piece.number:
                claim = draft.claims[piece.number - 1]
                _add_claim(paragraph, piece.text, f"[{shown.SIGNS[claim.finding.verdict]} {piece.number}]", claim)
            else:
                paragraph.add_run(_fit(piece.text))


def _add_claim(paragraph: Paragraph, text: str, sign: str, claim: Claim) -> None:
    for part in (_fit(text), f" {sign}"):
        run = paragraph.add_run(part)
        run.bold = True
        run.font.color.rgb = COLOURS[claim.finding.verdict]


def _add_line(document: Document) -> Paragraph:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(0)
    return paragraph


def _add_lines(document: Document, texts: Iterable[str]) -> None:
    for text in texts:
        for line in text.split("\n"):
            _add_line(document).add_run(_fit(line))


def _add_table(document: Document, claims: Sequence[Claim]) -> None:
    """The claims, numbered; the heads are repeated on every page and no row is broken over two."""
    table = document.add_table(len(claims) + 1, len(HEADS), style="Table Grid")
    table.autofit = False
    head, *rows = table.rows
    _fill(head, HEADS)
    for cell in head.cells:
        cell.paragraphs[0].runs[0].bold = True
    head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for number, (row, claim) in enumerate(zip(rows, claims, strict=True), start=1):
        _fill(row, _texts(number, claim))
        run = row.cells[HEADS.index("Verdict")].paragraphs[0].runs[0]
        run.bold, run.font.color.rgb = True, COLOURS[claim.finding.verdict]


def _texts(number: int, claim: Claim) -> tuple[str, ...]:
    finding, source = claim.finding, ""
    if citation := finding.citation:
        parts = (*shown.source_parts(citation), citation.publication.url, f"“{citation.quote}”")
        source = "\n".join(part for part in parts if part)
    reason = "\n".join([finding.reason, *finding.caveats])
    return str(number), claim.figure, shown.sign(claim), finding.published, reason, source


def _fill(row: _Row, texts: Iterable[str]) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, text, width in zip(row.cells, texts, WIDTHS, strict=True):
        cell.width = width
        run = cell.paragraphs[0].add_run(_fit(text))
        run.font.size = Pt(9)


def _add_corrected(document: Document, draft: CheckedDraft) -> None:
    if not draft.changes:
        return
    document.add_heading("Corrected draft", 1)
    for before, after in shown.changes(draft):
        document.add_paragraph(_fit(f"{before} → {after}"), style="List Bullet")
    _add_lines(document, [draft.corrected])
