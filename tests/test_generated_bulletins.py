"""Made-up bulletins of many seeds beside the library: generated questions of every kind, judged by their truth."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from inspect import getmembers, isgeneratorfunction
from pathlib import Path

import generated_changes
import generated_exceptions
import generated_followups
import generated_scorecards
import generated_tallies
import generated_values
import pytest
from generated import World, bulletins
from generated_layouts import text
from generated_questions import Asker, Case, faults
from made_up import assistant_of, bulletin

from corpus.library import documents
from corpus.models import Document

SEEDS = range(20)
MODULES = (
    generated_values,
    generated_changes,
    generated_exceptions,
    generated_tallies,
    generated_scorecards,
    generated_followups,
)
QUESTIONS = 90  # of a seed, drawn from its hundred or so
RIGHT_OF_ALL = 0.98
RIGHT_OF_A_KIND = 0.9


@dataclass(frozen=True, slots=True)
class Outcome:
    """A question of a seed, and what was wrong with its answer."""

    seed: int
    case: Case
    headline: str
    faults: tuple[str, ...]

    def __str__(self) -> str:
        return f"[{self.seed}] {' // '.join(self.case.turns)}\n    {self.headline}\n    {'; '.join(self.faults)}"


def cases(world: World) -> Iterator[Case]:
    """The questions of every kind on two editions."""
    for module in MODULES:
        for name, kind in getmembers(module, isgeneratorfunction):
            if not name.startswith("_") and kind.__module__ == module.__name__:
                yield from kind(Asker(world, random.Random(f"{world.seed} {name}")))


@cache
def world_of(seed: int) -> tuple[World, tuple[Document, ...]]:
    """The made-up editions of a seed, and these as read."""
    world = bulletins(seed)
    return world, tuple(bulletin(text(edition), edition.id) for edition in world.editions)


@cache
def outcomes(home: Path, seed: int) -> tuple[Outcome, ...]:
    """Questions of a seed, asked of an assistant that holds the library and the seed's bulletins.

    All seeds share a home, so that the library's vectors are made once.
    """
    world, made_up = world_of(seed)
    assistant = assistant_of(home, [*documents(), *made_up])
    found = []
    for case in random.Random(seed).sample(list(cases(world)), QUESTIONS):
        answer = assistant.ask(case.turns)
        found.append(Outcome(seed, case, answer.headline, tuple(faults(case, answer))))
    return tuple(found)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("home")


def report(found: Sequence[Outcome]) -> str:
    """The misses by kind, and the rates."""
    kinds = defaultdict(list)
    for outcome in found:
        kinds[outcome.case.kind].append(outcome)
    lines = []
    for kind, mine in kinds.items():
        missed = [outcome for outcome in mine if outcome.faults]
        lines += [f"{kind}: {len(mine) - len(missed)} of {len(mine)}", *(f"  {outcome}" for outcome in missed)]
    return "\n".join([*lines, f"All: {right(found):.4f} of {len(found)}"])


def right(found: Sequence[Outcome]) -> float:
    """The share, 0 to 1, of questions answered without a fault."""
    return sum(not outcome.faults for outcome in found) / len(found)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_reader_finds_what_was_printed(seed):
    world, made_up = world_of(seed)
    for edition, document in zip(world.editions, made_up, strict=True):
        got = {(o.measure.service, o.measure.code): o for o in document.observations if o.measure.code}
        printed = {(row.service, row.code): row for row in edition.rows}
        assert got.keys() == printed.keys()
        for key, row in printed.items():
            seen = got[key]
            read_figures = (seen.measure.name, seen.value, seen.target, seen.change, seen.lower_is_better)
            assert read_figures == (row.name, row.value, row.target, row.change, row.lower), edition.notes
        assert {o.area: o.value for o in document.observations if o.unit == "rating"} == dict(
            [*edition.ratings, ("England and Wales", edition.whole)]
        )
        assert [band.lower for band in document.bands] == [band.lower for band in edition.thresholds]
        assert document.symbols == dict(edition.symbols)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_seed_is_answered(home, seed):
    found = outcomes(home, seed)
    assert right(found) >= RIGHT_OF_A_KIND, report(found)


def test_all_seeds_together_and_every_kind(home):
    found = [outcome for seed in SEEDS for outcome in outcomes(home, seed)]
    print(report(found))
    assert right(found) >= RIGHT_OF_ALL, report(found)
    kinds = defaultdict(list)
    for outcome in found:
        kinds[outcome.case.kind].append(outcome)
    low = {kind: right(mine) for kind, mine in kinds.items() if right(mine) < RIGHT_OF_A_KIND}
    assert not low, report([outcome for kind in low for outcome in kinds[kind]])
