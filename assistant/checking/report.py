"""A checked draft as Markdown: the draft with its claims marked, a table of the claims, what to put right."""

from collections.abc import Sequence

from assistant.checking import shown
from assistant.checking.claims import CheckedDraft, Claim
from assistant.exports.markdown import BREAK, address, cell, code, escaped, table

HEADS = ("No.", "Figure", "Verdict", "Published", "Reason", "Source")


def as_markdown(draft: CheckedDraft) -> str:
    """The whole report; it ends with a line end."""
    blocks = ["# Checked draft", escaped(draft.summary), "## Draft with its claims marked"]
    if draft.claims:
        blocks += [shown.KEY]
    blocks += [_marked(draft)]
    if draft.claims:
        rows = (_row(number, claim) for number, claim in enumerate(draft.claims, start=1))
        blocks += ["## Claims", table(HEADS, rows)]
    return "\n\n".join([*blocks, *_corrected(draft), *_notes(draft)]) + "\n"


def _marked(draft: CheckedDraft) -> str:
    """The draft's lines, broken where the draft breaks them."""
    paragraphs: list[list[str]] = [[]]
    for line in shown.lines(draft):
        if text := _line(draft, line):
            paragraphs[-1].append(text)
        elif paragraphs[-1]:
            paragraphs.append([])
    return "\n\n".join(BREAK.join(lines) for lines in paragraphs if lines)


def _line(draft: CheckedDraft, line: Sequence[shown.Piece]) -> str:
    return "".join(
        _claim(draft, piece) if piece.number else escaped(piece.text, n == 0, n == len(line) - 1)
        for n, piece in enumerate(line)
    )


def _claim(draft: CheckedDraft, piece: shown.Piece) -> str:
    """A claim in bold with its sign and number; as a tag, since stars beside a letter are no sign of bold."""
    sign = shown.SIGNS[draft.claims[piece.number - 1].finding.verdict]
    return f"<b>{escaped(piece.text, False, False)}</b> [{sign} {piece.number}]"


def _row(number: int, claim: Claim) -> list[str]:
    finding = claim.finding
    reason = "\n".join([finding.reason, *finding.caveats])
    texts = (claim.figure, shown.sign(claim), finding.published, reason)
    return [str(number), *map(cell, texts), _source(claim)]


def _source(claim: Claim) -> str:
    citation = claim.finding.citation
    if citation is None:
        return ""
    parts = [*map(cell, shown.source_parts(citation)), address(citation.publication.url)]
    return "<br>".join(part for part in (*parts, f"“{cell(citation.quote)}”") if part)


def _corrected(draft: CheckedDraft) -> list[str]:
    if not draft.changes:
        return []
    changed = "\n".join(f"- {cell(before)} → {cell(after)}" for before, after in shown.changes(draft))
    return ["## Corrected draft", changed, code(draft.corrected)]


def _notes(draft: CheckedDraft) -> list[str]:
    return ["## Notes to add", code("\n".join(draft.notes))] if draft.notes else []
