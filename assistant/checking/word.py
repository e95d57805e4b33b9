"""A checked draft as a Word document, with the parts of the Markdown report."""

from collections.abc import Iterator, Sequence

from assistant.checking import shown
from assistant.checking.claims import CheckedDraft, Claim, Verdict
from assistant.exports.word import Run, WordFile

COLOURS: dict[Verdict, str] = {  # each has a contrast of at least 7 to 1 with white
    "supported": "005A30",
    "contradicted": "942514",
    "not_found": "144E81",
}
HEADS = ("No.", "Figure", "Verdict", "Published", "Reason", "Source")
WIDTHS = (1, 2.3, 2.7, 2.3, 4.2, 5)  # of the columns in centimetres, within the margins of A4


def as_word(draft: CheckedDraft) -> bytes:
    """The whole report as a .docx file."""
    file = WordFile("Checked draft")
    file.heading("Checked draft", 0)
    file.paragraph(draft.summary)
    file.heading("Draft with its claims marked")
    if draft.claims:
        file.paragraph(shown.KEY)
    for line in shown.lines(draft):
        file.line(run for piece in line for run in _runs(draft, piece))
    if draft.claims:
        file.heading("Claims")
        file.table(HEADS, [_cells(number, claim) for number, claim in enumerate(draft.claims, start=1)], WIDTHS)
    if draft.changes:
        file.heading("Corrected draft")
        for before, after in shown.changes(draft):
            file.item(f"{before} → {after}")
        file.lines([draft.corrected])
    if draft.notes:
        file.heading("Notes to add")
        file.lines(draft.notes)
    return file.data()


def _runs(draft: CheckedDraft, piece: shown.Piece) -> Iterator[Run]:
    """A stretch of the draft; a claim in its verdict's colour with its sign and number."""
    if not piece.number:
        yield Run(piece.text)
        return
    verdict = draft.claims[piece.number - 1].finding.verdict
    for text in (piece.text, f" [{shown.SIGNS[verdict]} {piece.number}]"):
        yield Run(text, bold=True, colour=COLOURS[verdict])


def _cells(number: int, claim: Claim) -> Sequence[str | Run]:
    finding, source = claim.finding, ""
    if citation := finding.citation:
        parts = (*shown.source_parts(citation), citation.publication.url, f"“{citation.quote}”")
        source = "\n".join(part for part in parts if part)
    reason = "\n".join([finding.reason, *finding.caveats])
    verdict = Run(shown.sign(claim), bold=True, colour=COLOURS[finding.verdict])
    return str(number), claim.figure, verdict, finding.published, reason, source
