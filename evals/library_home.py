"""A store in a folder of its own, of what everyone has: what is measured there depends on nothing else."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

VARIABLE = "PROBATION_HOME"


@contextmanager
def library_home(texts: Path | None = None) -> Iterator[Path]:
    """The folder, holding the library, and in its place the publications whose `texts` a folder holds.

    It is ready to be searched; for as long as it stands, this process and those it starts use it.
    """
    before = os.environ.get(VARIABLE)
    with tempfile.TemporaryDirectory() as folder:
        os.environ[VARIABLE] = folder
        try:
            _prepare(texts)
            yield Path(folder)
        finally:
            del os.environ[VARIABLE]
            if before is not None:
                os.environ[VARIABLE] = before


def _prepare(texts: Path | None) -> None:
    from assistant.answer import Assistant
    from corpus.errors import ProbationError
    from corpus.files import files

    assistant = Assistant.open()
    for path in files(texts) if texts else ():
        for one in assistant.ingest(path):
            if one.document is None:
                raise ProbationError(one.problem)
    assistant.prepare()
