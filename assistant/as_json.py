"""Answers, passages and publications as the JSON of the command line."""

from collections.abc import Sequence
from typing import Any

from assistant.answers import Answer, Citation
from assistant.checking.claims import CheckedDraft
from assistant.held import Held
from assistant.ingesting import Ingested
from index.search import Found


def answer(value: Answer, identifier: str) -> dict[str, Any]:
    """An answer; every number in `answer` stands in a quote, a working or the question.

    `model` and `instead` stand in it only where a model was wanted.
    """
    worded = {"model": value.model, "instead": value.instead}
    return {
        "id": identifier,
        "question": value.question,
        "status": value.status,
        "headline": value.headline,
        "answer": value.text,
        "citations": [_citation(citation) for citation in value.citations],
        "figures": [{"text": f.text, "citation": f.citation, "working": f.working} for f in value.figures],
        "caveats": list(value.caveats),
        "options": list(value.options),
        "seconds": round(value.seconds, 4),
        **{key: said for key, said in worded.items() if said},
    }


def checked(value: CheckedDraft, identifier: str) -> dict[str, Any]:
    """A checked draft: its claims in the order of the text, each with its verdict and where that stands."""
    return {
        "id": identifier,
        "claims": [
            {
                "figure": claim.figure,
                "sentence": claim.sentence,
                "verdict": claim.finding.verdict,
                "published": claim.finding.published,
                "reason": claim.finding.reason,
                "citation": _citation(claim.finding.citation) if claim.finding.citation else None,
                "caveats": list(claim.finding.caveats),
                "corrected": value.corrected_sentence(claim),
            }
            for claim in value.claims
        ],
        "summary": value.summary,
        "corrected": value.corrected,
        "notes": list(value.notes),
        "seconds": round(value.seconds, 4),
    }


def _citation(citation: Citation) -> dict[str, Any]:
    publication = citation.publication
    return {
        "number": citation.number,
        "publication": publication.id,
        "title": publication.title,
        "published": publication.published.isoformat() if publication.published else None,
        "locator": str(citation.locator),
        "quote": citation.quote,
        "url": publication.url,
    }


def found(passages: Sequence[Found], identifier: str) -> dict[str, Any]:
    """The passages a search found, best first."""
    return {
        "id": identifier,
        "passages": [
            {
                "publication": item.chunk.publication.id,
                "title": item.chunk.publication.title,
                "locator": str(item.chunk.locator),
                "text": item.chunk.text,
                "score": round(item.score, 4),
            }
            for item in passages
        ],
    }


def held(value: Held) -> dict[str, Any]:
    """A publication held."""
    publication = value.publication
    return {
        "publication": publication.id,
        "title": publication.title,
        "publisher": publication.publisher,
        "published": publication.published.isoformat() if publication.published else None,
        "periods": list(value.periods),
        "passages": value.passages,
        "observations": value.observations,
        "summary": publication.summary,
        "url": publication.url,
        "licence": publication.licence,
    }


def ingested(value: Ingested) -> dict[str, Any]:
    """A publication just read, with what was left out of it, what it changed and where it disagrees with itself.

    Raises ValueError for one that was not read.
    """
    document = value.document
    if document is None:
        raise ValueError(value.problem)
    changes = value.changes
    return {
        "publication": document.publication.id,
        "title": document.publication.title,
        "changed": value.changed,
        "passages": len(document.passages),
        "tables": len(document.tables),
        "observations": len(document.observations),
        "left_out": list(document.left_out),
        "disagreements": list(value.disagreements),
        "replaces": value.replaces,
        "changes": [{"text": str(one), "of": one.of, "now": one.now, "was": one.was} for one in changes.figures],
        "changed_passages": {"changed": changes.reworded, "new": changes.new, "gone": changes.gone},
    }
