"""Draft sentences written from the tables by code: half as published, half with one thing changed; drawn by a seed."""

from collections.abc import Iterator, Sequence
from itertools import cycle
from random import Random

from corpus.models import Document
from evals import claims_false as false
from evals import claims_misplaced as misplaced
from evals import claims_ratings as ratings
from evals import claims_true as true
from evals.claims_printed import Printed
from evals.claims_true import Maker
from evals.claims_words import Wording, Writer
from evals.drafts import Sentence

RIGHT: dict[str, tuple[Maker, ...]] = {
    "ok": (
        *(true.value, true.value, true.value_target, true.brief_value, true.target, true.target_moved),
        *(true.change, true.change_to, true.gap, true.from_to, true.met, true.two, true.largest),
        *(true.count, true.count, ratings.rating, ratings.rating, ratings.regions, ratings.threshold),
    ),
    "rounded": (true.about, true.about, ratings.share),
    "nofigure": (true.met_words, true.improved_words),
}
WRONG: dict[str, tuple[Maker, ...]] = {
    "value": (
        *(false.value, false.value, false.target, false.change, false.gap, false.from_to, false.two),
        *(false.about, false.largest, false.count, false.rating, false.regions, false.threshold),
    ),
    "year": (
        misplaced.value_of_another_year,
        misplaced.value_of_another_year,
        misplaced.target_of_another_year,
        misplaced.count_of_another_year,
    ),
    "unit": (false.percent_for_points, false.percent_for_points, false.gap_in_percent, false.points_for_percent),
    "direction": (false.turned_change, false.turned_change, false.turned_gap),
    "area": (misplaced.national_in_region,),
    "target": (false.turned_target,),
    "base": (misplaced.wrong_base,),
    "service": (misplaced.value_of_another_service, misplaced.count_of_another_service),
    "nofigure": (false.turned_words,),
    "nothing": (
        misplaced.nothing_in_region,
        misplaced.year_not_published,
        misplaced.code_not_published,
        misplaced.measure_not_published,
        misplaced.elsewhere,
    ),
}

# How often each kind comes in a round of the right and of the wrong.
RIGHT_ROUND = ("ok",) * 14 + ("rounded",) * 3 + ("nofigure",)
WRONG_ROUND = (
    ("value",) * 8 + ("year",) * 4 + ("unit",) * 4 + ("direction",) * 3 + ("area",) * 2 + ("target",) * 2
    + ("base",) * 2 + ("service",) * 2 + ("nofigure",) + ("nothing",) * 6
)  # fmt: skip
ROUNDS_WITHOUT = 200  # draws in a row without a new sentence, after which there are no more


def generated(documents: Sequence[Document], count: int, seed: int = 0) -> list[Sentence]:
    """So many sentences on the bulletins among documents, every second one changed; fewer where no more can be made."""
    writer = Writer(Printed.of(documents), Wording.read(), Random(seed))
    if not writer.printed.every:
        return []
    right, wrong = _drawn(writer, RIGHT, RIGHT_ROUND), _drawn(writer, WRONG, WRONG_ROUND)
    found: dict[str, Sentence] = {}
    idle = 0
    while len(found) < count and idle < ROUNDS_WITHOUT:
        sentence = next((right, wrong)[len(found) % 2])
        idle = 0 if sentence.text not in found else idle + 1
        found.setdefault(sentence.text, sentence)
    return [one.model_copy(update={"id": f"gen-{seed}-{n:03}"}) for n, one in enumerate(found.values(), 1)]


def _drawn(writer: Writer, makers: dict[str, tuple[Maker, ...]], kinds: Sequence[str]) -> Iterator[Sentence]:
    """Sentences of each kind in turn, of each of its makers in turn."""
    turns = {kind: cycle(makers[kind]) for kind in makers}
    misses = 0
    for kind in cycle(kinds):
        sentence = next(turns[kind])(writer)
        if sentence:
            misses = 0
            yield sentence.model_copy(update={"kind": kind})
        elif (misses := misses + 1) > ROUNDS_WITHOUT:
            return
