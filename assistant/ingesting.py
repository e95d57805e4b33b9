"""What comes in: a file is read, what it says of itself is checked, it is held, and what that changed is told.

Files are read in a child process, so that nothing they hold can do harm here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.changes import Changes, changes
from assistant.exports.text import day
from corpus.checks import checks
from corpus.models import Document, Publication
from corpus.recognition import Known, known
from index.store import Progress, Store, quiet

if TYPE_CHECKING:
    from corpus.confined import Reader

NOTHING = Changes()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    """What became of a publication in a file: as it was read, or the line that says why it was not.

    `changed`: False where exactly this was held already. `replaced`: what it stands in place of, and `changes` what
    differs from that. `disagreements`: where its counts and totals are not what its tables give, one line each.
    """

    name: str  # of the file, with the part's: "folder.zip/report.pdf"
    document: Document | None = None
    problem: str = ""
    changed: bool = False
    replaced: Publication | None = None
    changes: Changes = NOTHING
    disagreements: tuple[str, ...] = ()

    @property
    def replaces(self) -> str:
        """In place of what it stands, as a sentence; "" where it is new or was held already."""
        if self.replaced is None or self.document is None:
            return ""
        if self.replaced.summary:
            return "It stands in place of the library's summary of it."
        now, before = self.document.publication.published, self.replaced.published
        if now and before and now < before:
            said = f"The version held before was published later: {day(before)}, this one {day(now)}"
            return f"{said}. Ingest the later one again if it should answer."
        dated = f" published {day(before)}" if now and before and now != before else ""
        return f"It stands in place of the version{dated} held before."


class Ingesting:
    """Takes publications into a store."""

    def __init__(self, store: Store) -> None:
        """Read nothing yet."""
        self._store = store
        self._known: dict[str, tuple[Document, Known]] = {}  # by id: of which document, and what is known of it

    def ingest(self, path: Path, progress: Progress = quiet) -> Iterator[Ingested]:
        """Hold every publication in a file; `progress` is of texts that are embedded. Raises UnusableStore alone."""
        for outcome in self._reader.outcomes(path, self._recognised()):
            if outcome.document is None:
                yield Ingested(name=outcome.name, problem=outcome.problem)
            else:
                yield self._held(outcome.name, outcome.document, progress)

    @cached_property
    def _reader(self) -> "Reader":
        """What reads files: most who ask a question need none."""
        from corpus.confined import Reader

        return Reader()

    def _held(self, name: str, document: Document, progress: Progress) -> Ingested:
        """Hold a document that was read, and say what that changed."""
        before = {one.publication.id: one for one in self._store.documents()}.get(document.publication.id)
        changed = self._store.ingest(document, progress)
        replaced = before if changed else None
        return Ingested(
            name=name,
            document=document,
            changed=changed,
            replaced=replaced.publication if replaced else None,
            changes=changes(replaced, document) if replaced else NOTHING,
            disagreements=checks(document),
        )

    def _recognised(self) -> Sequence[Known]:
        """What a text may be recognised as: what is held now, each publication looked through once."""
        before, self._known = self._known, {}
        for document in self._store.documents():
            name = document.publication.id
            found = before.get(name)
            self._known[name] = found if found and found[0] is document else (document, known([document])[0])
        return [one for _, one in self._known.values()]
