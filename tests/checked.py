"""Checking drafts against the made-up bulletins and the library, with every claim held to account for itself."""

import tempfile
from functools import cache
from pathlib import Path

from made_up import assistant_of, bulletins

from assistant.answer import Assistant
from assistant.checking.claims import CheckedDraft, Claim
from corpus.library import documents
from corpus.models import Document

Verdicts = list[tuple[str, str]]
_homes: list[tempfile.TemporaryDirectory[str]] = []  # kept until the process ends


def check(text: str) -> CheckedDraft:
    """A draft held against the two made-up bulletins."""
    return accounted(_made_up().check(text))


def check_library(text: str) -> CheckedDraft:
    """A draft held against the documents that ship with the package."""
    return accounted(_library().check(text))


def check_of(text: str, *documents: Document) -> CheckedDraft:
    """A draft where these documents are all that is held."""
    return accounted(_assistant(documents).check(text))


def accounted(draft: CheckedDraft) -> CheckedDraft:
    """The draft, if its claims lie in it in order and apart, and each verdict says where it is from."""
    last = 0
    for claim in draft.claims:
        finding = claim.finding
        assert last <= claim.start < claim.end <= len(draft.text), claim
        assert claim.figure == draft.text[claim.start : claim.end]
        assert claim.sentence in draft.text
        assert 0 <= claim.change[0] < claim.change[1] <= len(draft.text)
        assert finding.reason.strip()
        assert finding.verdict == "not_found" or (finding.published and finding.citation), claim
        assert finding.verdict == "contradicted" or not finding.correction
        last = claim.end
    return draft


def verdicts(draft: CheckedDraft) -> Verdicts:
    """Each claim's words with its verdict, in order."""
    return [(claim.figure, claim.finding.verdict) for claim in draft.claims]


def only(draft: CheckedDraft) -> Claim:
    """The one claim of a draft."""
    (claim,) = draft.claims
    return claim


def judged(draft: CheckedDraft) -> tuple[str, str]:
    """The verdict of a draft's one claim, and what is published of it."""
    finding = only(draft).finding
    return finding.verdict, finding.published


@cache
def _made_up() -> Assistant:
    return _assistant(bulletins())


@cache
def _library() -> Assistant:
    return _assistant(tuple(documents()))


def _assistant(documents: tuple[Document, ...]) -> Assistant:
    _homes.append(tempfile.TemporaryDirectory())
    return assistant_of(Path(_homes[-1].name), documents)
