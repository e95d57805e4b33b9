"""What the command line says of a publication that came in: what was read, what that changed, what to look at."""

import json
import sys
from collections.abc import Iterator, Sequence

from assistant import as_json
from assistant.ingesting import Ingested
from corpus.models import Document

MOST = 20  # changes and disagreements that are listed


def print_ingested(one: Ingested, as_lines: bool) -> bool:
    """Print what became of a publication, as JSON on one line where that is wanted; False where it was not read.

    Why it was not goes to standard error.
    """
    if one.document is None:
        print(f"probation: {one.problem}", file=sys.stderr, flush=True)
    elif as_lines:
        print(json.dumps(as_json.ingested(one), ensure_ascii=False), flush=True)
    else:
        print("\n".join(lines(one, one.document)), flush=True)
    return one.document is not None


def lines(one: Ingested, document: Document) -> Iterator[str]:
    """What became of a publication that was read, as text."""
    yield f"{one.name}: {document.publication.title}: {_counted(document) if one.changed else 'unchanged'}"
    if one.replaces:
        yield f"  {one.replaces}"
    yield from _some("changed", [str(change) for change in one.changes.figures])
    if one.changes.passages:
        yield f"  {one.changes.passages}"
    yield from _some("disagrees", one.disagreements)
    for left_out in document.left_out:
        yield f"  left out: {left_out}"


def _counted(document: Document) -> str:
    passages, tables, observations = len(document.passages), len(document.tables), len(document.observations)
    return f"{passages} passages, {tables} tables, {observations} observations"


def _some(what: str, told: Sequence[str]) -> Iterator[str]:
    """The first of what there is to tell, and how many more there are."""
    yield from (f"  {what}: {line}" for line in told[:MOST])
    if len(told) > MOST:
        yield f"  {what}: {len(told) - MOST:,} more (--json lists them all)"
