"""What differs between two versions of a publication: figures, as each prints them, and how much of the text."""

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from assistant.version_figures import VersionFigure, of_document
from corpus.models import Document, Passage
from corpus.tables_raw import MARK

ALIKE = 0.6  # share of their words that two passages have in common where one is the other reworded
MOST_COMPARED = 400  # passages; of a text that changed more than that, none is sought reworded
FEWEST_OF_TABLE = 3  # figures: so many that are new, or gone, together with their table are told in one line
NOT_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that differs: what it is of ("SL021 2024-25"), and both as printed, "" where a version has none."""

    of: str
    now: str
    was: str

    def __str__(self) -> str:
        """ "SL021 2024-25: 84.7, was 84.9 [r]", "SL010 2023-24: withdrawn, was 90.4", "SL010 2023-24: 90.4, new"."""
        return f"{self.of}: {self.now or 'withdrawn'}, was {self.was}" if self.was else f"{self.of}: {self.now}, new"


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs between two versions: figures, in their order, and how many passages."""

    figures: tuple[Change, ...] = ()
    reworded: int = 0
    new: int = 0
    gone: int = 0

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.figures or self.passages)

    @property
    def passages(self) -> str:
        """ "12 passages changed, 3 new, 1 gone"; "" where the text is the same."""
        counts = [(self.reworded, "changed"), (self.new, "new"), (self.gone, "gone")]
        said = [[f"{count:,}", word] for count, word in counts if count]
        if said:
            said[0].insert(1, "passage" if said[0][0] == "1" else "passages")
        return ", ".join(" ".join(words) for words in said)


def changes(before: Document, after: Document) -> Changes:
    """What differs between two versions of a publication. Of a summary only the figures that both give are compared."""
    ours, theirs = of_document(before), of_document(after)
    if before.publication.summary:
        pairs = differing(ours, theirs)
        return Changes(tuple(_change(was, now) for was, now in pairs if was and now))
    return Changes(_figures(ours, theirs), *_passages(before.passages, after.passages))


def differing(
    before: Sequence[VersionFigure], after: Sequence[VersionFigure]
) -> Iterator[tuple[VersionFigure | None, VersionFigure | None]]:
    """The figures that differ, side by side, in the order of the later version; those that are gone last.

    Of several figures that are of the same thing, equal ones belong together before any others. A target or change
    differs only where both versions have the value it goes with.
    """
    waiting: dict[Hashable, list[VersionFigure]] = {}
    for one in before:
        waiting.setdefault(one.key, []).append(one)
    both = waiting.keys() & {one.key for one in after}
    changed = [one for one in after if not _taken(waiting.get(one.key, []), one)]
    for one in changed:
        mine = waiting.get(one.key)
        if mine or one.whole == one.key or one.whole in both:
            yield (mine.pop(0) if mine else None), one
    for rest in waiting.values():
        yield from ((one, None) for one in rest if one.whole == one.key or one.whole in both)


def squeezed(text: str) -> str:
    """Text as its letters and digits, without marks of notes: what no layout changes."""
    return NOT_LETTERS.sub("", MARK.sub("", text)).casefold()


def _taken(waiting: list[VersionFigure], one: VersionFigure) -> bool:
    """Whether the same figure waits, which is taken out then; of several that of the same table."""
    same = [other for other in waiting if one.is_same(other)]
    if same:
        waiting.remove(next((other for other in same if other.place == one.place), same[0]))
    return bool(same)


def _figures(before: Sequence[VersionFigure], after: Sequence[VersionFigure]) -> tuple[Change, ...]:
    """The figures that differ; those of a table that only one version has are told together."""
    pairs = list(differing(before, after))
    known, kept = {one.key for one in before}, {one.key for one in after}
    gone = _whole_tables(before, kept)
    added = _whole_tables(after, known)
    told = [Change(place, *_counted(added.get(place, 0), gone.get(place, 0))) for place in {**added, **gone}]
    rest = [
        (b, a) for b, a in pairs if not (b and not a and b.place in gone) and not (a and not b and a.place in added)
    ]
    return tuple(dict.fromkeys([*(_change(was, now) for was, now in rest), *told]))


def _counted(now: int, was: int) -> tuple[str, str]:
    """How many figures a table has and had, where none of them is the same."""
    kept = f"{now} {'other ' if was else ''}figures" if now else "no figure is read"
    return kept, f"{was} figures" if was else ""


def _whole_tables(figures: Sequence[VersionFigure], others: set[Hashable]) -> dict[str, int]:
    """The tables of which the other version has no figure at all, each with how many it has."""
    keys: dict[str, list[Hashable]] = {}
    for one in figures:
        if one.whole == one.key:
            keys.setdefault(one.place, []).append(one.key)
    return {place: len(own) for place, own in keys.items() if len(own) >= FEWEST_OF_TABLE and not others & set(own)}


def _change(was: VersionFigure | None, now: VersionFigure | None) -> Change:
    named = now or was
    return Change(named.of if named else "", now.said if now else "", was.said if was else "")


def _passages(before: Sequence[Passage], after: Sequence[Passage]) -> tuple[int, int, int]:
    """How many passages are reworded, new and gone."""
    gone, new = _missing(before, after), _missing(after, before)
    there = {squeezed(one.text) for one in after}
    changed = [one for one in before if squeezed(one.text) not in there]
    pairs = _alike(changed, new) if max(len(changed), len(new)) <= MOST_COMPARED else []
    return len(pairs), len(new) - len(pairs), sum(not any(one is other for other in pairs) for one in gone)


def _missing(passages: Sequence[Passage], others: Sequence[Passage]) -> list[Passage]:
    """The passages whose words do not stand in other passages, however these divide the text."""
    text = "".join(squeezed(other.text) for other in others)
    return [passage for passage in passages if squeezed(passage.text) not in text]


def _alike(before: Sequence[Passage], new: Sequence[Passage]) -> list[Passage]:
    """Those of the earlier passages that have a new one in their place."""
    left = [(_words(one.text), one) for one in before]
    found: list[Passage] = []
    for words in (_words(one.text) for one in new):
        shares = [len(words & other) / (len(words | other) or 1) for other, _ in left]
        best = max(shares, default=0.0)
        if best >= ALIKE:
            found.append(left.pop(shares.index(best))[1])
    return found


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", text.casefold()))
