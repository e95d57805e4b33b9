"""A checked draft as the page draws it: its own text, letter by letter, every claim a link to its card.

A verdict is told by a sign and by words that only screen readers read, as well as by a colour.
"""

from collections.abc import Iterable

from assistant.checking import shown
from assistant.checking.claims import CheckedDraft
from ui.safe_text import escaped


def marked_html(draft: CheckedDraft, part: Iterable[shown.Piece]) -> str:
    """A part of the draft with its claims marked."""
    text = "".join(_mark(draft, piece) if piece.number else escaped(piece.text) for piece in part)
    return f'<div class="draft">{text}</div>'


def key_html() -> str:
    """What the signs mean."""
    items = (
        f'<li><span class="claim {verdict}"><span class="sign">{sign}</span>{shown.WORDS[verdict]}</span></li>'
        for verdict, sign in shown.SIGNS.items()
    )
    return f'<ul class="key" aria-label="What the signs mean">{"".join(items)}</ul>'


def card_place(number: int) -> str:
    """The id of the card of a claim."""
    return f"claim-{number}"


def mark_place(number: int) -> str:
    """The id of the mark of a claim in the draft."""
    return f"mark-{number}"


def sign_html(draft: CheckedDraft, number: int) -> str:
    """The sign of a claim's verdict, with the words for those who do not see it."""
    verdict = draft.claims[number - 1].finding.verdict
    return (
        f'<span class="sign" aria-hidden="true">{shown.SIGNS[verdict]}</span>'
        f'<span class="unseen">{shown.WORDS[verdict]}: </span>'
    )


def _mark(draft: CheckedDraft, piece: shown.Piece) -> str:
    verdict = draft.claims[piece.number - 1].finding.verdict
    return (
        f'<a class="claim {verdict}" id="{mark_place(piece.number)}" href="#{card_place(piece.number)}">'
        f"{sign_html(draft, piece.number)}{escaped(piece.text)}</a>"
    )
