"""Conversations of two or three turns, the last of which leans on those before."""

import re
from collections.abc import Iterator

from generated import Edition
from generated_questions import NO, YES, Asker, Case, code, count, number, pairs, place, shown, spoken, whole
from generated_rows import Row
from generated_tallies import SERVICES, STATES, base, members


def _first(asker: Asker, row: Row, edition: Edition) -> str:
    return asker.one(("what was {m} {w}?", "{m} {w}", "how did {m} do {w}?"), m=asker.called(row),
                     w=asker.when(edition))  # fmt: skip


def year_before(asker: Asker) -> Iterator[Case]:
    earlier, later = asker.world.editions
    ways = ("and the year before?", "What about the year before?", "and in {y}?", "how about {y}?")
    for old, new in asker.some(pairs(asker.world), 1):
        turns = (_first(asker, new, later), asker.one(ways, y=earlier.year))
        yield Case(kind="then: the year before", turns=turns, head=(number(shown(old.value)),),
                   cite=(place(earlier, old),))  # fmt: skip


def on_target(asker: Asker) -> Iterator[Case]:
    edition = asker.rng.choice(asker.world.editions)
    for row in asker.some([row for row in whole(edition) if row.over], 1):
        ways = ("was that on target?", "did it meet its target?", "did that meet the target?")
        turns = (_first(asker, row, edition), asker.one(ways))
        cite = (place(edition, row),)
        yield Case(kind="then: on target?", turns=turns, figures=(shown(row.value), shown(row.target)),
                   head=(YES if row.met else NO,), never=(NO if row.met else YES,), cite=cite)  # fmt: skip
        last = asker.one(("by how much?", "And by how much?", "By how many points?"))
        yield Case(kind="then: by how much?", turns=(*turns, last), figures=(shown(row.over),), cite=cite)


def what_target(asker: Asker) -> Iterator[Case]:
    edition = asker.rng.choice(asker.world.editions)
    for row in asker.some(whole(edition), 1):
        turns = (_first(asker, row, edition), asker.one(("what was the target?", "and the target?", "And its target?")))
        yield Case(kind="then: the target", turns=turns, head=(number(shown(row.target)),), cite=(place(edition, row),))


def other_measure(asker: Asker) -> Iterator[Case]:
    edition = asker.world.earlier
    one, two = asker.rng.sample([row for row in whole(edition) if not row.part], 2)
    turns = (
        _first(asker, one, edition),
        asker.one(("what about {m}?", "and {m}?", "How about {m}?"), m=spoken(two.name)),
    )
    yield Case(kind="then: another measure", turns=turns, head=(number(shown(two.value)),), cite=(place(edition, two),))


def which_ones(asker: Asker) -> Iterator[Case]:
    edition = asker.rng.choice(asker.world.editions)
    state = asker.rng.choice([state for state in STATES if members(edition, "Probation", state)])
    mine = members(edition, "Probation", state)
    last = asker.one(("which ones?", "which were they?", "list them", "name them"))
    turns = (_how_many(asker, state, edition), last)
    others = tuple(code(row) for row in edition.rows if row not in mine)
    yield Case(kind="then: which ones?", turns=turns, words=tuple(map(code, mine)), absent=others,
               cite=((edition.id, ""),))  # fmt: skip


def count_before(asker: Asker) -> Iterator[Case]:
    earlier, later = asker.world.editions
    state = asker.rng.choice(("met", "missed"))
    last = asker.one(("and the year before?", "and in {y}?", "What about {y}?"), y=earlier.year)
    many, out_of = (len(of(earlier, "Probation", state)) for of in (members, base))
    yield Case(kind="then: the count before", turns=(_how_many(asker, state, later), last),
               head=(count(many), count(out_of)), cite=((earlier.id, ""),))  # fmt: skip


def other_region(asker: Asker) -> Iterator[Case]:
    edition = asker.rng.choice(asker.world.editions)
    (one, _), (two, rating) = asker.rng.sample(edition.ratings, 2)
    first = asker.one(("how was {a} rated {w}?", "what rating did {a} get {w}?"), a=one, w=asker.when(edition))
    last = asker.one(("and {a}?", "what about {a}?", "How about {a}?"), a=two)
    yield Case(kind="then: another region", turns=(first, last), head=(re.escape(two), count(rating)),
               cite=((edition.id, edition.place("ratings")),))  # fmt: skip


def _how_many(asker: Asker, state: str, edition: Edition) -> str:
    return asker.one(("how many {k} {s} {w}?",), k=asker.rng.choice(SERVICES["Probation"]),
                     s=asker.rng.choice(STATES[state]), w=asker.when(edition))  # fmt: skip
