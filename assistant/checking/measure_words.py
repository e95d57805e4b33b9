"""What is published of a measure, in the words of a verdict: a sentence, a figure, the draft's own form of it."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from assistant import phrases
from assistant.checking.claims import Figure
from assistant.checking.measure_rows import Published
from assistant.checking.roles import Role
from corpus.models import Observation

SIGNS = "+-−–"


def where(row: Observation) -> str:
    """The value of a row with its area and period: "80.4% in England and Wales in 2024-25"."""
    return f"{phrases.amount(row)} {phrases.where(row)}"


def said(one: Published, role: Role) -> str:
    """One sentence on what is published."""
    row, name = one.observation, phrases.measure_name(one.observation.measure)
    if role == "target":
        return f"The target of {name} was {phrases.with_unit(one.shown, row)} {phrases.where(row)}."
    if role == "change":
        moved = f"{phrases.moved(one.value)} by {difference(one)}" if one.value else "did not change:"
        judged = f", {phrases.judged(row, one.value)}" if one.value and row.target is not None else ""
        worked = f" ({one.working})" if one.working else ""
        return f"{name} {moved} {'to ' if one.value else ''}{where(row)}{judged}{worked}."
    if role == "gap":
        return f"{name} was {where(row)}, {phrases.against_target(row)} ({one.working})."
    goal = f", {phrases.against_target(row)}" if row.target is not None else ""
    return f"{name} was {where(row)}{goal}."


def shown(one: Published, role: Role) -> str:
    """A published figure with its unit: "80.4%", "2.0 percentage points"."""
    if role in ("change", "gap"):
        return difference(one)
    return phrases.with_unit(one.shown, one.observation)


def difference(one: Published) -> str:
    """The size of a change or distance with its unit."""
    return phrases.difference(one.value, one.observation)


def in_its_form(figure: Figure, one: Published, role: Role, *, in_table: bool = False) -> str:
    """The published figure as the draft writes its own, "63.1 per cent" for "66.1 per cent"; in a table with a sign."""
    if figure.unit == "percent" and one.observation.unit == "percent" and role in ("change", "gap"):
        return shown(one, role)
    if role not in ("change", "gap"):
        return in_place(figure, one.shown.split(" ")[0], shown(one, role))
    unsigned = figure.text.lstrip(SIGNS)
    signed = unsigned != figure.text or figure.value < 0 or in_table
    sign = (
        ""
        if not signed or not one.value
        else "-"
        if one.value < 0
        else figure.text[:1]
        if figure.text[:1] == "+"
        else ""
    )
    return sign + in_place(replace(figure, text=unsigned), str(abs(one.value)), shown(one, role))


def without_unit_of_column(correction: str, figure: Figure, cell: str) -> str:
    """A correction as a cell is written, where its unit stands in the column's heading or the caption."""
    given = figure.text.removeprefix(cell.strip())
    return correction.removesuffix(given) if given != figure.text else correction


def in_place(figure: Figure, printed: str, otherwise: str) -> str:
    """A number in place of a figure's digits, with the figure's own unit; `otherwise` where the figure is in words."""
    digits = "".join(character for character in figure.text if character.isdigit() or character in ".,").strip(".,")
    return figure.text.replace(digits, printed, 1) if digits and digits in figure.text else otherwise


def one_decimal(share: Fraction) -> str:
    """A number to one decimal place, halves away from zero: "35.3"."""
    return str((Decimal(share.numerator) / Decimal(share.denominator)).quantize(Decimal("0.1"), "ROUND_HALF_UP"))
