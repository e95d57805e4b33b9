"""Editorial notes: where two publications, or two places of one, disagree, and what an answer then says.

The notes are data beside the library; nothing here knows a figure, a measure or a year.
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, TypeVar

from pydantic import BeforeValidator, ConfigDict, StringConstraints, TypeAdapter, ValidationError

from corpus.errors import UnreadableFile
from corpus.files import text_of
from corpus.models import Locator, Publication
from corpus.periods import Period, parse_period, without_periods

Kind = Literal["overstated", "other_year", "rounded", "differs", "withdrawn", "misprint"]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Entry = TypeVar("Entry")
WORD = re.compile(r"\w+(?:[-.,]\w+)*")
LEAST_ASKED = 0.5  # share of a phrase that the question has, from which a quote with the rest is about it
SMALL = re.compile(r"-?\d{1,2}")  # a number that says little on its own: 2, 16


def read_period(written: object) -> Period:
    """The period that a label of the file names. Raises ValueError where it names none or several."""
    period = parse_period(written) if isinstance(written, str) else None
    if period is None:
        raise ValueError(f"{written!r} names no one period")
    return period


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedPlace:
    """A place that a note is about, and the figures or words as they stand there.

    `place` is named as the publication's own text is cited, `library` as the library's document is where
    that differs: "" where the library leaves the place out.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    publication: Text  # Publication.id
    place: Text  # "paragraph 2.6", "Table 2, SL023": a Locator as text
    figures: tuple[Text, ...]
    library: str | None = None

    @property
    def in_library(self) -> str:
        """The place's name in the library's document; "" where it is left out."""
        return self.place if self.library is None else self.library

    def named_in(self, publication: Publication) -> str:
        """The place's name in a document of the publication: the library's, or its own text's; "" where left out."""
        return self.in_library if publication.summary else self.place

    @property
    def telling(self) -> tuple[str, ...]:
        """The figures by which the place is known again: a period, or a small number among larger ones, is none."""
        numbers = [f for f in self.figures if any(map(str.isdigit, without_periods(f)))]
        return tuple(f for f in numbers if not SMALL.fullmatch(f)) or tuple(numbers)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorialNote:
    """A disagreement a careful reader found: what it is, what to say of it, and where it stands.

    It is about a measure (`measure` with its `service`), about what the phrases of `about` name, or both.
    Without `periods` it holds for every period.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    id: Text
    kind: Kind
    says: Text  # one or two sentences in our own words, ready to be shown as a caveat
    places: tuple[NotedPlace, ...]
    measure: str = ""  # the code as printed: "SL010"
    service: str = ""  # Measure.service of the code
    periods: tuple[Annotated[Period, BeforeValidator(read_period)], ...] = ()
    about: tuple[Text, ...] = ()
    workings: tuple[Text, ...] = ()  # for each figure of `says` that no place prints: "3,150 / 15,000 = 21%"

    def __post_init__(self) -> None:
        """Refuse a note that could never be shown, or that shows no place."""
        if bool(self.measure) != bool(self.service):
            raise ValueError("a measure and its service go together")
        if not (self.measure or self.about):
            raise ValueError("a note names a measure or says what it is about")
        if not self.places or not all(place.figures for place in self.places):
            raise ValueError("a note has places, and each place has figures")


NOTES = TypeAdapter(tuple[EditorialNote, ...])


@cache
def editorial_notes() -> tuple[EditorialNote, ...]:
    """The notes that ship with the package, in the order of the file."""
    with as_file(files("corpus").joinpath("library/editorial.toml")) as path:
        return read_notes(path)


def read_notes(path: Path) -> tuple[EditorialNote, ...]:
    """The notes of a file. Raises UnreadableFile, which says which note is wrong and how."""
    notes = read_entries(path, "note", NOTES)
    ids = [note.id for note in notes]
    if twice := sorted({name for name in ids if ids.count(name) > 1}):
        raise UnreadableFile(path, f"two notes have the id {twice[0]!r}", "Give each an id of its own.")
    return notes


def notes_on(code: str, service: str, period: Period | None, notes: Iterable[EditorialNote]) -> list[EditorialNote]:
    """The notes on a measure's figure for a period, in order; on all its periods where `period` is None.

    A note on part of a year bears on the year, and a note on a year on each part of it.
    """
    return [
        note
        for note in notes
        if note.measure and (note.measure.casefold(), note.service) == (code.casefold(), service)
        if period is None or not note.periods or any(p.holds(period) or period.holds(p) for p in note.periods)
    ]


def notes_about(text: str, notes: Iterable[EditorialNote]) -> list[EditorialNote]:
    """The notes that a text touches, in order.

    The text has, for every word of one `about` phrase, a word that starts so, and every number of it whole.
    """
    openings = _openings(text)
    return [note for note in notes if any(openings.issuperset(_parts(p)) for p in note.about)]


def _openings(text: str) -> frozenset[str]:
    """What the words of a text open with: every beginning without a number, and the whole words."""
    words = set(_parts(text))
    starts = {word[:end] for word in words for end in range(1, len(word))}
    return frozenset(words.union(start for start in starts if not any(map(str.isdigit, start))))


@lru_cache(maxsize=10_000)
def _parts(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(text.casefold()))


def notes_on_quote(
    publication: Publication,
    locator: Locator,
    quoted: str,
    question: str,
    notes: Iterable[EditorialNote],
    *,
    main: bool,
) -> list[EditorialNote]:
    """The notes of a publication that an answer touches by quoting it at a place, in order.

    Question and quote together have one of the `about` phrases, more than half of it in the question. The `main` quote,
    which answers, also touches a note where it has a whole phrase itself and the question half of it, or where it is of
    one of the places and has half of the figures that tell there (all, where they are small numbers; a row also the
    words of the place). What is quoted beside it may be there for another reason: a figure of the phrase must then be
    in the question, or be quoted at one of the places.
    """
    asked, own = _openings(question), _openings(quoted)
    both = asked | own

    def at_place(note: EditorialNote) -> bool:
        return any(_stands_at(place, publication, locator, quoted) for place in note.places)

    def is_about(phrase: str, note: EditorialNote) -> bool:
        parts = _parts(phrase)
        in_question = sum(part in asked for part in parts) / len(parts)
        if main and in_question >= LEAST_ASKED and own.issuperset(parts):
            return True
        if in_question <= LEAST_ASKED or not both.issuperset(parts):
            return False
        figures = [part for part in parts if any(map(str.isdigit, part))]
        return main or asked.issuperset(figures) or at_place(note)

    return [
        note
        for note in notes
        if any(place.publication == publication.id for place in note.places)
        if any(is_about(phrase, note) for phrase in note.about) or (main and at_place(note))
    ]


def stands(figure: str, text: str) -> bool:
    """Whether a figure, or words, stand in a text whole, ignoring case: 7 does not stand in 97, 7.5 or 1,007."""
    folded = " ".join(text.split()).casefold()
    return re.search(rf"(?<![\w.,]){re.escape(figure.casefold())}(?:pp)?(?!\w|[.,]\d)", folded) is not None


def _stands_at(place: NotedPlace, publication: Publication, locator: Locator, quoted: str) -> bool:
    named = place.named_in(publication)
    if place.publication != publication.id or not named or named not in (locator.named, locator.place):
        return False
    words = [figure for figure in place.figures if not any(map(str.isdigit, figure))] if locator.row else []
    if not all(stands(word, quoted) for word in words):
        return False
    standing = sum(stands(figure, quoted) for figure in place.telling)
    least = len(place.telling) if all(map(SMALL.fullmatch, place.telling)) else len(place.telling) / 2
    return 0 < standing >= least


def read_entries(path: Path, name: str, kind: TypeAdapter[tuple[Entry, ...]]) -> tuple[Entry, ...]:
    """The entries of a TOML file that is a list of [[`name`]] tables, each of a kind, in order.

    Raises UnreadableFile, which says which entry is wrong and how.
    """
    try:
        written = tomllib.loads(text_of(path))
    except tomllib.TOMLDecodeError as error:
        raise UnreadableFile(path, f"it is not TOML ({error})", "Mend that line.") from error
    rows = written.get(name)
    if not isinstance(rows, list) or len(written) > 1:
        raise UnreadableFile(path, f"it is not a list of [[{name}]] tables", f"Give each under [[{name}]].")
    try:
        return kind.validate_python(rows)
    except ValidationError as error:
        raise UnreadableFile(path, f"{name} {_first_fault(error, rows)}", "Mend that entry.") from error


def _first_fault(error: ValidationError, rows: list[Any]) -> str:
    """The first fault of a file's entries: which one (by its id, else its number), which key, what is wrong."""
    fault = error.errors()[0]
    number, *keys = fault["loc"]
    row = rows[int(number)]
    name = repr(row["id"]) if isinstance(row, dict) and "id" in row else str(int(number) + 1)
    where = " ".join((name, ".".join(map(str, keys)))).strip()
    return f"{where}: {fault['msg'].removeprefix('Value error, ')}"
