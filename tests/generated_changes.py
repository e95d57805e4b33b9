"""Questions that set figures beside one another: years, measures, targets; and which way is better."""

from collections.abc import Iterator

from generated_questions import Asker, Case, by_code, named, number, pairs, place, shown, whole, years

UP, DOWN = r"\b(?:rose|up|increas\w+|risen|higher)\b", r"\b(?:fell|down|decreas\w+|fallen|dropped|lower)\b"
SAME = r"unchanged|no change|not change|the same|stayed"
BETTER, WORSE = r"improve|better", r"wors|declin|deteriorat"


def change(asker: Asker) -> Iterator[Case]:
    ways = ("how did {m} change {w}?", "what was the percentage point change in {m} {w}?",
            "did {m} go up or down {w}, and by how much?", "did {m} get better or worse {w}?",
            "how much did {m} move on the previous year {w}?")  # fmt: skip
    for edition in asker.world.editions:
        rows = [row for row in whole(edition) if row.change is not None]
        for row in [*asker.some(rows, 1), *(row for row in rows if row.lower)]:
            assert row.change is not None
            question = asker.one(ways, m=asker.called(row), w=asker.when(edition))
            way, sense = (UP if row.change > 0 else DOWN), (BETTER if row.gain > 0 else WORSE)
            yield Case(kind="change", turns=(question,), figures=(shown(row.change),) if row.change else (),
                       head=(way if row.change else SAME,), words=(sense,) if row.change else (),
                       cite=(place(edition, row),))  # fmt: skip


def better_or_not(asker: Asker) -> Iterator[Case]:
    ways = ("did {m} improve {w}?", "was {m} better {w} than the year before?")
    for edition in asker.world.editions:
        rows = [row for row in whole(edition) if row.change]
        lower = [row for row in rows if row.lower]
        for row in asker.some(lower, 1) or asker.some(rows, 1):
            question = asker.one(ways, m=asker.called(row), w=asker.when(edition))
            sense, wrong = (BETTER, r"^no\b|worsening") if row.gain > 0 else (rf"{WORSE}|\bno\b", r"^yes\b")
            yield Case(kind="improved?", turns=(question,), words=(sense,), never=(wrong,), cite=(place(edition, row),))


def two_years(asker: Asker) -> Iterator[Case]:
    ways = ("compare {m} in {a} and {b}", "how did {m} change between {a} and {b}?", "{m} in {a} and {b}",
            "{m}: {a} against {b}", "was {m} higher in {b} than in {a}?")  # fmt: skip
    earlier, later = asker.world.editions
    for old, new in asker.some(pairs(asker.world), 2):
        assert old.value is not None
        assert new.value is not None
        form = asker.rng.randrange(3)
        question = asker.one(ways, m=asker.called(new), a=years(earlier)[form], b=years(later)[form])
        moved = (shown(new.value - old.value),) if new.value != old.value else ()
        wrong = (r"^no\b" if new.value > old.value else r"^yes\b",)
        yield Case(kind="two years", turns=(question,), figures=(shown(old.value), shown(new.value), *moved),
                   never=wrong, cite=(place(earlier, old), place(later, new)))  # fmt: skip


def two_measures(asker: Asker) -> Iterator[Case]:
    ways = ("compare {a} and {b} {w}", "{a} and {b} {w}", "how do {a} and {b} compare {w}?")
    which = ("which was higher {w}, {a} or {b}?", "which had the higher figure {w}, {a} or {b}?")
    edition = asker.rng.choice(asker.world.editions)
    rows = [row for row in whole(edition) if not row.part and row.service == "Probation"]
    one, two = asker.rng.sample(rows, 2)
    assert one.value is not None
    assert two.value is not None
    for asked in (ways, which):
        question = asker.one(asked, a=asker.called(one), b=asker.called(two), w=asker.when(edition))
        higher = named(one if one.value > two.value else two)
        yield Case(kind="two measures", turns=(question,), figures=(shown(one.value), shown(two.value)),
                   head=(higher,) if asked is which and one.value != two.value else (),
                   cite=(place(edition, one), place(edition, two)))  # fmt: skip


def target_change(asker: Asker) -> Iterator[Case]:
    ways = ("how did the target for {m} change between {a} and {b}?", "did the target for {m} go up from {a} to {b}?",
            "was the target for {m} higher in {b} than in {a}?")  # fmt: skip
    earlier, later = asker.world.editions
    both = pairs(asker.world)
    moved = [(old, new) for old, new in both if old.target != new.target]
    for old, new in asker.some(moved, 1) + asker.some(both, 1):
        assert old.target is not None
        assert new.target is not None
        question = asker.one(ways, m=asker.called(new), a=earlier.year, b=later.year)
        yield Case(kind="target change", turns=(question,), figures=(shown(old.target), shown(new.target)),
                   never=(r"^no\b" if new.target > old.target else r"^yes\b",),
                   cite=(place(earlier, old), place(later, new)))  # fmt: skip


def direction(asker: Asker) -> Iterator[Case]:
    ways = ("is a fall in {m} an improvement?", "does a fall in {m} mean it got better?", "is a lower {m} figure good?")
    rows = [row for row in whole(asker.world.later) if not row.lower]
    for row in [*asker.some(rows, 1), *(row for row in asker.world.later.rows if row.lower)]:
        question = asker.one(ways, m=asker.called(row))
        yield Case(kind="direction", turns=(question,), words=("lower is better" if row.lower else "higher is better",),
                   never=(r"^no\b" if row.lower else r"^yes\b",))  # fmt: skip


def revised(asker: Asker) -> Iterator[Case]:
    """No change is printed across a revision, and none may be made up."""
    edition = asker.world.later
    ways = ("how did {m} change in {y}?", "what was the change in {m} on the year before, in {y}?",
            "did {m} improve in {y}?")  # fmt: skip
    for row in asker.some([row for row in edition.rows if row.first > 0 and row.value is not None], 1):
        question = asker.one(ways, m=by_code(row), y=edition.year)
        yield Case(kind="revised: no change", turns=(question,), status="any", never=(UP, DOWN),
                   words=(r"\[x\]|not (?:publish|print|give|compar)|no change|do(?:es)? not|replac",),
                   cite=(place(edition, row),))  # fmt: skip


def implied_year(asker: Asker) -> Iterator[Case]:
    """The year before the earlier edition is in none, but value and change together give it."""
    edition = asker.world.earlier
    ways = ("what was {m} in {y}?", "{m} {y}", "what figure can be worked out for {m} in {y}?")
    year = f"{edition.start - 1}-{edition.start % 100:02}"
    for row in asker.some([row for row in whole(edition) if row.change], 2):
        assert row.value is not None
        assert row.change is not None
        question = asker.one(ways, m=asker.called(row), y=year)
        yield Case(kind="year implied by a change", turns=(question,), head=(number(shown(row.value - row.change)),),
                   cite=(place(edition, row),))  # fmt: skip
