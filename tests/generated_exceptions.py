"""Questions on what is printed otherwise or not at all: symbols, parts of a year, what is not published."""

from collections.abc import Iterator

from generated_questions import FULL_MONTHS, Asker, Case, by_code, number, place, shown, spoken, whole

MARKED = {"[p]": "provisional", "[r]": "revised"}


def withheld(asker: Asker) -> Iterator[Case]:
    for edition in asker.world.editions:
        for row in asker.some([row for row in edition.rows if row.value is None and row.months == 12], 1):
            question = asker.one(("what was {m} {w}?", "{m} {w}", "How did {m} do {w}?"), m=asker.called(row),
                                 w=asker.when(edition))  # fmt: skip
            sense = dict(edition.symbols)[row.symbol].split(" (")[0].split(" or ")[0]
            yield Case(kind="withheld value", turns=(question,), words=(rf"\{row.symbol}", sense),
                       cite=(place(edition, row),))  # fmt: skip


def marked_value(asker: Asker) -> Iterator[Case]:
    edition = asker.world.later
    ways = ("what was {m} {w}?", "{m} {w}", "is the figure for {m} {w} final?")
    for row in asker.some([row for row in whole(edition) if row.mark], 1):
        question = asker.one(ways, m=asker.called(row), w=asker.when(edition))
        yield Case(kind="marked value", turns=(question,), head=(number(shown(row.value)),),
                   words=(rf"\{row.mark}|{MARKED[row.mark]}",), cite=(place(edition, row),))  # fmt: skip


def symbol_meaning(asker: Asker) -> Iterator[Case]:
    edition = asker.world.later
    ways = ("what does {s} mean in the {y} bulletin?", "what does the symbol {s} stand for in {y}?",
            "{s} in the {y} tables: what does it mean?")  # fmt: skip
    for symbol, sense in asker.some(edition.symbols, 2):
        yield Case(kind="symbol", turns=(asker.one(ways, s=symbol, y=edition.year),), words=(sense.split(" (")[0],),
                   cite=((edition.id, "Further Information"),))  # fmt: skip


def part_year(asker: Asker) -> Iterator[Case]:
    edition = asker.world.later
    for row in asker.some([row for row in edition.rows if row.months < 12 and row.value is not None], 2):
        first, last = (f"{FULL_MONTHS[at]} {edition.start + (at > 8)}" for at in (row.first, row.last))
        span = first if first == last else f"{first} to {last}"
        for question in (
            asker.one(("what was {m} in {y}?", "{m} {y}", "How did {m} do in {y}?"), m=by_code(row), y=edition.year),
            asker.one(("what was {m} in {p}?", "{m}, {p}"), m=spoken(row.name), p=span),
        ):
            yield Case(kind="part of a year", turns=(question,), head=(number(shown(row.value)),),
                       words=(FULL_MONTHS[row.first],), cite=(place(edition, row),))  # fmt: skip


def publication_date(asker: Asker) -> Iterator[Case]:
    edition = asker.rng.choice(asker.world.editions)
    ways = ("when was the {y} bulletin published?", "what is the publication date of the update to March {e}?",
            "when did the {y} figures come out?")  # fmt: skip
    question = asker.one(ways, y=edition.year, e=str(edition.start + 1))
    day = f"{edition.published.day} {edition.published:%B %Y}"
    yield Case(kind="day of publication", turns=(question,), head=(day,), cite=((edition.id, ""),))


def not_published(asker: Asker) -> Iterator[Case]:
    edition = asker.world.later
    one, two, three = asker.some(whole(edition), 3)
    area = asker.rng.choice(edition.ratings)[0]
    ahead = edition.start + asker.rng.randint(2, 9)
    prefix = next(one.family[:at] for at, letter in enumerate(one.family) if letter.isdigit())
    asked = {
        "a region": asker.one(
            ("what was {m} in {a} in {y}?", "{m} for {a} in {y}", "How did {a} do on {m} in {y}?"),
            m=asker.called(one), a=area, y=edition.year),
        "a later year": asker.one(
            ("what was {m} in {y}?", "{m} {y}", "target for {m} in {y}", "did {m} meet its target in {y}?"),
            m=asker.called(two), y=f"{ahead}-{(ahead + 1) % 100:02}"),
        "an unknown code": asker.one(
            ("what was {m} in {y}?", "{m} {y}", "did {m} meet its target in {y}?"), m=f"{prefix}99{one.family[-1]}",
            y=edition.year),
        "a quarter": asker.one(
            ("what was {m} in the first quarter of {y}?", "{m} from April to June {s}",
             "{m}, quarterly figures for {y}", "monthly figures for {m} in {y}"),
            m=asker.called(three), y=edition.year, s=str(edition.start)),
        "a region's score": asker.one(
            ("what percentage score did {a} get in {y}?", "what was {a}'s exact score in {y}?"), a=area,
            y=edition.year),
        "a later count": asker.one(
            ("how many probation measures met their target in {y}?", "which measures missed their target in {y}?",
             "how was {a} rated in {y}?", "what were the scorecard thresholds in {y}?"), a=area,
            y=f"{ahead}-{(ahead + 1) % 100:02}"),
    }  # fmt: skip
    for kind, question in asked.items():
        yield Case(kind=f"not published: {kind}", turns=(question,), status="not_found")
