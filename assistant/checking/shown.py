"""How a checked draft is shown, wherever it is shown: signs, words, the draft cut at its claims, source lines."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.answers import Citation
from assistant.checking.claims import CheckedDraft, Claim, Verdict
from assistant.exports.text import day

SIGNS: dict[Verdict, str] = {"supported": "✓", "contradicted": "✗", "not_found": "?"}
WORDS: dict[Verdict, str] = {"supported": "Supported", "contradicted": "Contradicted", "not_found": "Not found"}
KEY = "✓ supported, ✗ contradicted, ? not found in the publications held. The number is the claim's below."


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a draft. `number` is that of the claim made there, from 1, or 0 between claims."""

    text: str
    number: int = 0


def pieces(draft: CheckedDraft) -> Iterator[Piece]:
    """The draft from end to end, cut at its claims; a claim inside another is an empty piece after it."""
    done = 0
    numbered = sorted(enumerate(draft.claims, start=1), key=lambda pair: (pair[1].start, -pair[1].end))
    for number, claim in numbered:
        if claim.start > done:
            yield Piece(draft.text[done : claim.start])
            done = claim.start
        yield Piece(draft.text[done : claim.end], number)
        done = max(done, claim.end)
    if done < len(draft.text):
        yield Piece(draft.text[done:])


def parts(draft: CheckedDraft, most: int) -> list[list[Piece]]:
    """The pieces of the draft in parts that end with a line, each of about `most` claims, in order."""
    found: list[list[Piece]] = [[]]
    claims = 0
    for piece in pieces(draft):
        ended, line_end, rest = piece.text.partition("\n")
        if claims < most or piece.number or not line_end:
            claims += bool(piece.number)
            found[-1].append(piece)
            continue
        found[-1].append(Piece(ended + line_end))
        found.append([Piece(rest)] if rest else [])
        claims = 0
    return [part for part in found if part]


def lines(draft: CheckedDraft) -> list[list[Piece]]:
    """The pieces of each line of the draft; a claim that goes over a line's end has its number on the first."""
    found: list[list[Piece]] = [[]]
    for piece in pieces(draft):
        first, *others = piece.text.split("\n")
        if first or piece.number:
            found[-1].append(Piece(first, piece.number))
        for text in others:
            found.append([Piece(text)] if text else [])
    return found


def sign(claim: Claim) -> str:
    """The verdict's sign and word: "✗ Contradicted"."""
    verdict = claim.finding.verdict
    return f"{SIGNS[verdict]} {WORDS[verdict]}"


def changes(draft: CheckedDraft) -> tuple[tuple[str, str], ...]:
    """What the corrected draft changes, in order: the draft's words and what stands in their place."""
    return tuple((draft.text[slice(*claim.change)], claim.finding.correction) for claim in draft.changes)


def uncorrected(draft: CheckedDraft) -> tuple[Claim, ...]:
    """Contradicted claims that the corrected draft leaves as they are, for a person to mend."""
    mended = draft.changes
    return tuple(one for one in draft.claims if one.finding.verdict == "contradicted" and one not in mended)


def source_parts(citation: Citation) -> tuple[str, ...]:
    """Title, date and place of a source, as far as known, each as it is read."""
    when = day(citation.publication.published)
    parts = (citation.publication.title, f"published {when}" if when else "", str(citation.locator))
    return tuple(part for part in parts if part)
