"""What becomes of files that were sound and are so no longer: read or refused, and never anything else.

`python -m evals fuzz --files 20000 --workers 3`. A seed makes the same files again.
"""

import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from corpus.confined import Limits, Reader, Reading
from corpus.models import Document
from evals.made_bulletins import bulletin
from evals.made_formats import FORMATS
from evals.made_workbook_files import as_csv, as_ods, as_xlsx
from evals.made_workbooks import workbook
from evals.mutations import mutated

SECONDS = 30.0  # a file may take
ROUND = 100  # files, after which a sound one must be read as ever
BULLETINS = 3  # made up, each in every format
WORKBOOKS = 4
OVER = ("time", "memory", "size")
KINDS = ("read", "refused", "crashed", "over a limit", "lost")


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of a mutated file, by its number: one of KINDS; what was said, where that is news; seconds."""

    number: int
    format: str
    kind: str
    said: str = ""
    seconds: float = 0.0

    @property
    def is_good(self) -> bool:
        """Whether it was read or refused."""
        return self.kind in ("read", "refused")


@dataclass(frozen=True, slots=True)
class Seeds:
    """The sound files, each with its format."""

    files: tuple[tuple[str, bytes], ...]

    def mutated(self, seed: int, number: int) -> tuple[str, bytes]:
        """The file of a number, the same for the same seed, and the format it was."""
        rng = random.Random(f"{seed} {number}")
        name, raw = rng.choice(self.files)
        return name, mutated(raw, rng, [other for _, other in self.files])


def seeds(without: Sequence[str] = ()) -> Seeds:
    """Made-up bulletins and workbooks in every format but some."""
    texts = [bulletin(seed) for seed in range(BULLETINS)]
    made = [(name, make(text)) for name, make in FORMATS.items() if name not in without for text in texts]
    books = [workbook(seed) for seed in range(WORKBOOKS)]
    writers = {"OpenDocument": as_ods, "Excel": as_xlsx, "CSV": as_csv}
    made += [(name, write(book)) for name, write in writers.items() if name not in without for book in books]
    return Seeds(tuple(made))


def run(
    sound: Seeds, files: int, workers: int, keep: Path, seed: int = 0, seen: Callable[[], None] = lambda: None
) -> list[Tried]:
    """Read so many mutated files; those that were neither read nor refused are kept in a folder."""
    rounds = [range(start, min(start + ROUND, files)) for start in range(0, files, ROUND)]
    with ThreadPoolExecutor(workers) as pool:
        work = [pool.submit(_round, sound, numbers, seed, keep, seen) for numbers in rounds]
        return [tried for one in work for tried in one.result()]


def by_format(tried: Sequence[Tried]) -> Mapping[str, str]:
    """How many files of each format became what."""
    rows = {name: [one for one in tried if one.format == name] for name in sorted({one.format for one in tried})}
    return {name: _counted(some) for name, some in {**rows, "all": tried}.items()}


def _counted(tried: Sequence[Tried]) -> str:
    counts = Counter(one.kind for one in tried)
    slowest = max((one.seconds for one in tried), default=0)
    return f"{', '.join(f'{counts[kind]:,} {kind}' for kind in KINDS)}; slowest {slowest:.1f} s"


def _round(sound: Seeds, numbers: range, seed: int, keep: Path, seen: Callable[[], None]) -> list[Tried]:
    """Read the files of some numbers, and a sound one before and after them."""
    with tempfile.TemporaryDirectory() as folder, Reader(Limits(seconds=SECONDS)) as reader:
        path = Path(folder) / "file"
        name, good = sound.files[numbers.start // ROUND % len(sound.files)]
        before = _read(reader, path, good)
        tried = []
        for number in numbers:
            tried.append(_tried(reader, path, number, *sound.mutated(seed, number), keep))
            seen()
        if _read(reader, path, good) != before:
            tried.append(Tried(numbers.stop, name, "lost", "a sound file is not read as before"))
        return tried


def _tried(reader: Reader, path: Path, number: int, name: str, raw: bytes, keep: Path) -> Tried:
    started = time.monotonic()
    readings = _read(reader, path, raw)
    seconds = time.monotonic() - started
    faults = [f"{reading.end}: {reading.outcome.problem}" for reading in readings if reading.end not in ("read", *OVER)]
    faults += [fault for reading in readings for fault in _unsound(reading)]
    over = [reading.outcome.problem for reading in readings if reading.end in OVER]
    read = any(reading.outcome.document for reading in readings)
    kind = "crashed" if faults else "over a limit" if over else "read" if read else "refused"
    if faults or over:
        keep.mkdir(parents=True, exist_ok=True)
        (keep / f"{number}.{name}").write_bytes(raw)
    return Tried(number, name, kind, " ".join([*faults, *over]).replace(str(path), "file"), seconds)


def _read(reader: Reader, path: Path, raw: bytes) -> list[Reading]:
    path.write_bytes(raw)
    return reader.readings(path)


def _unsound(reading: Reading) -> Iterator[str]:
    """What is wrong with what reading gave, whatever the file."""
    outcome = reading.outcome
    if bool(outcome.problem) == (outcome.document is not None):
        yield "neither a document nor a problem, or both"
    if not outcome.problem.isprintable():
        yield f"not one line: {outcome.problem!r}"
    yield from _wrong(outcome.document) if outcome.document else ()


def _wrong(document: Document) -> Iterator[str]:
    if not (document.passages or document.tables):
        yield "a document of nothing"
    if any(len(row) != len(table.headers) for table in document.tables for row in table.rows):
        yield "a table whose rows are not as long as its headings"
    if any(sentence not in passage.text for passage in document.passages for sentence in passage.sentences):
        yield "a sentence that is not in its passage"
    if any(one.locator.publication != document.publication.id for one in document.observations):
        yield "an observation of another publication"
    if any("\ud800" <= letter <= "\udfff" for letter in repr(document)):
        yield "half a letter"
    shown = {cell for table in document.tables for row in table.rows for cell in row}
    if any(one.shown not in shown for one in document.observations):
        yield "an observation that no cell shows"
