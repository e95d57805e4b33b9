"""Questions on one measure in one year: its value, its target, whether it met that, and by how much."""

import re
from collections.abc import Iterator

from generated import Edition
from generated_questions import NO, YES, Asker, Case, number, pairs, place, same, shown, spoken, whole, years
from generated_rows import Row

VALUES = (
    "what was {m} {w}?", "{m} {w}", "Can you give me the figure for {m} {w}?", "How did {m} do {w}?",
    "what percentage was recorded for {m} {w}?", "{m}, {w}, please", "{w}, what was {m}?",
    "To ask the Secretary of State for Justice, what the figure for {m} was {w}.",
)  # fmt: skip
LATEST = ("in the latest year", "last year", "in the latest bulletin", "in the most recent year")
BEFORE = ("in the year before last", "in the year before the latest one", "in the previous year")


def _value(asker: Asker, kind: str, edition: Edition, row: Row, name: str, when: str) -> Case:
    """A question for a row's value; the headline may not give the other year's instead."""
    other = same(next(e for e in asker.world.editions if e is not edition), row)
    near = {shown(figure) for figure in (row.value, row.target, row.over, row.change) if figure is not None}
    wrong = shown(other.value) if other else ""
    return Case(
        kind=kind,
        turns=(asker.one(VALUES, m=name, w=when),),
        head=(number(shown(row.value)),),
        never=(number(wrong),) if wrong and wrong not in near else (),
        cite=(place(edition, row),),
    )


def value_by_code(asker: Asker) -> Iterator[Case]:
    for edition in asker.world.editions:
        for row in asker.some(whole(edition), 2):
            spaced = re.sub(r"^([A-Z]+)", r"\1 ", row.code)
            typed = asker.rng.choice((row.code, row.code.lower(), spaced))
            typed = f"CRS {typed}" if row.service == "CRS" else typed
            yield _value(asker, "value by code", edition, row, typed, asker.when(edition))


def value_by_name(asker: Asker) -> Iterator[Case]:
    for edition in asker.world.editions:
        for row in asker.some(whole(edition), 2):
            name = asker.rng.choice((row.name, spoken(row.name), row.name.upper()))
            yield _value(asker, "value by name", edition, row, name, asker.when(edition))


def value_by_part(asker: Asker) -> Iterator[Case]:
    for edition in asker.world.editions:
        rows = [row for row in whole(edition) if not row.part and row.name != row.subject]
        for row in asker.some(rows, 1):
            yield _value(asker, "value by part of name", edition, row, spoken(row.subject), asker.when(edition))


def value_with_slip(asker: Asker) -> Iterator[Case]:
    for edition in asker.world.editions:
        for row in asker.some([row for row in whole(edition) if not row.part], 1):
            longest = max(row.subject.split(), key=len)
            at = next(n for n in range(len(longest) // 2, len(longest)) if longest[n] != longest[n - 1])
            slipped = longest[: at - 1] + longest[at] + longest[at - 1] + longest[at + 1 :]
            name = spoken(row.name.replace(longest, slipped))
            yield _value(asker, "value with a slip", edition, row, name, asker.when(edition))


def period_forms(asker: Asker) -> Iterator[Case]:
    for edition in asker.world.editions:
        start, end = edition.start, edition.start + 1
        forms = [*(f"in {form}" for form in years(edition)), f"from April {start} to March {end}",
                 f"in {start % 100}/{end % 100:02}", f"for the performance year {start} to {end}"]  # fmt: skip
        for form, row in zip(asker.some(forms, 2), asker.some(whole(edition), 2), strict=True):
            yield _value(asker, "period forms", edition, row, asker.called(row), form)


def relative_years(asker: Asker) -> Iterator[Case]:
    earlier, later = asker.world.editions
    for old, new in asker.some(pairs(asker.world), 1):
        yield _value(asker, "the latest year", later, new, asker.called(new), asker.rng.choice(LATEST))
        yield _value(asker, "the year before", earlier, old, asker.called(old), asker.rng.choice(BEFORE))


def no_year_named(asker: Asker) -> Iterator[Case]:
    ways = ("what is {m}?", "{m}", "what's the figure for {m}?")
    for row in asker.some(whole(asker.world.later), 1):
        yield Case(kind="no year named", turns=(asker.one(ways, m=spoken(row.name)),),
                   head=(number(shown(row.value)),), cite=(place(asker.world.later, row),))  # fmt: skip


def code_of_two_services(asker: Asker) -> Iterator[Case]:
    edition = asker.rng.choice(asker.world.editions)
    families = {row.code for row in edition.of("CRS")} & {row.code for row in edition.of("Probation")}
    for row in asker.some([row for row in whole(edition) if row.code in families], 1):
        typed = f"CRS {row.code}" if row.service == "CRS" else f"probation {row.code}"
        yield _value(asker, "code of two services", edition, row, typed, asker.when(edition))


def target(asker: Asker) -> Iterator[Case]:
    ways = ("what was the target for {m} {w}?", "target for {m} {w}", "what target was set for {m} {w}?",
            "{m} {w}: what was the target?")  # fmt: skip
    for edition in asker.world.editions:
        for row in asker.some(whole(edition), 1):
            question = asker.one(ways, m=asker.called(row), w=asker.when(edition))
            yield Case(kind="target", turns=(question,), head=(number(shown(row.target)),), cite=(place(edition, row),))


def met(asker: Asker) -> Iterator[Case]:
    ways = ("did {m} meet its target {w}?", "was the target for {m} met {w}?", "was {m} on target {w}?",
            "has {m} reached its target {w}?", "did {m} miss its target {w}?")  # fmt: skip
    for edition in asker.world.editions:
        lower = [row for row in whole(edition) if row.lower]
        for row in [*asker.some(whole(edition), 1), *lower]:
            question = asker.one(ways, m=asker.called(row), w=asker.when(edition))
            asked_if_missed = " miss " in question
            head = YES if row.met else NO
            head = rf"{head}|\b(?:yes|no)\b" if asked_if_missed else head
            wrong = r"^yes\b" if row.met == asked_if_missed else r"^no\b"
            yield Case(kind="met", turns=(question,), figures=(shown(row.value), shown(row.target)), head=(head,),
                       never=(wrong,), cite=(place(edition, row),))  # fmt: skip


def gap(asker: Asker) -> Iterator[Case]:
    ways = ("what was the gap between {m} and its target {w}?", "how far from its target was {m} {w}?")
    under = ("by how much did {m} miss its target {w}?", "how far short of its target was {m} {w}?",
             "how far below target was {m} {w}?")  # fmt: skip
    beaten = ("by how much did {m} beat its target {w}?",
              "by how many percentage points did {m} exceed its target {w}?")  # fmt: skip
    for edition in asker.world.editions:
        for row in asker.some([row for row in whole(edition) if row.over], 2):
            more = () if row.met and row.lower else beaten if row.met else under[:1] if row.lower else under
            question = asker.one((*ways, *more), m=asker.called(row), w=asker.when(edition))
            yield Case(kind="gap", turns=(question,), head=(number(shown(row.over)),), cite=(place(edition, row),))
