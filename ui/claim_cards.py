"""Each claim of a checked draft as a card: verdict, what is published, why, the source, and the sentence corrected.

What needs mending comes first: contradicted, then not found, then supported, each in the order of the draft.
"""

from collections.abc import Iterable

from assistant.answers import Citation
from assistant.checking import shown
from assistant.checking.claims import CheckedDraft, Claim, Verdict
from assistant.exports.text import released
from ui.copying import copy_button
from ui.marked_draft import card_place, mark_place, sign_html
from ui.safe_text import escaped
from ui.source_cards import source_body

ORDER: tuple[Verdict, ...] = ("contradicted", "not_found", "supported")


def cards_html(draft: CheckedDraft, numbers: Iterable[int]) -> str:
    """The cards of claims by their numbers, from 1."""
    by_verdict = sorted(numbers, key=lambda number: (ORDER.index(draft.claims[number - 1].finding.verdict), number))
    return "".join(_card(draft, number, draft.claims[number - 1]) for number in by_verdict)


def _card(draft: CheckedDraft, number: int, claim: Claim) -> str:
    place, verdict = card_place(number), claim.finding.verdict
    head = (
        f'<span class="claim {verdict}">{sign_html(draft, number)}</span>'
        f'<span class="what"><h3>{escaped(claim.figure)}</h3>'
        f'<span class="where">{shown.WORDS[verdict]}</span>'
        f'<span class="said">{escaped(claim.sentence)}</span></span>'
    )
    back = f'<p class="foot"><a href="#{mark_place(number)}">Back to this claim in the draft</a></p>'
    return (
        f'<details class="card checked {verdict}"><summary>{head}</summary>'
        f'<div class="inside" id="{place}" tabindex="-1">{_found(claim)}{_corrected(draft, claim, place)}'
        f"{_source(claim.finding.citation)}{back}</div></details>"
    )


def _found(claim: Claim) -> str:
    """What is published, why the verdict, and what a careful drafter would add."""
    finding = claim.finding
    pairs = (
        ("Published", escaped(finding.published)),
        ("Reason", escaped(finding.reason)),
        ("Before you use this", _list(finding.caveats)),
    )
    return f"<dl>{''.join(f'<dt>{name}</dt><dd>{value}</dd>' for name, value in pairs if value)}</dl>"


def _list(texts: tuple[str, ...]) -> str:
    return f"<ul>{''.join(f'<li>{escaped(text)}</li>' for text in texts)}</ul>" if texts else ""


def _corrected(draft: CheckedDraft, claim: Claim, place: str) -> str:
    """The sentence with its corrections, and a button that copies it."""
    if claim.finding.verdict != "contradicted" or not (sentence := draft.corrected_sentence(claim)):
        return ""
    return (
        f'<h4 id="{place}-corrected">Corrected sentence</h4><div class="copied">'
        f"<p>{escaped(sentence)}</p>"
        f"{copy_button('Copy', sentence, f'{place}-corrected')}</div>"
    )


def _source(citation: Citation | None) -> str:
    if citation is None:
        return ""
    about = (str(citation.locator), released(citation.publication))
    lines = "".join(f"<span>{escaped(line)}</span> " for line in about if line)
    return (
        f'<h4>Source</h4><p class="source"><b>{escaped(citation.publication.title)}</b> '
        f'<span class="where">{lines}</span></p>{source_body(citation)}'
    )
