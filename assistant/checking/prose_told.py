"""Telling what was decided of a figure: what is published, why, what can stand in its place, and the source."""

import re
from fractions import Fraction

from assistant.answers import Citation
from assistant.checking.claims import Figure, Finding, Statement
from assistant.checking.prose_apart import told_apart
from assistant.checking.prose_decide import SCOPES, Decision
from assistant.checking.prose_pairs import Pair, logistic
from assistant.checking.prose_words import data
from assistant.holdings import Holdings
from corpus.editorial import editorial_notes, notes_on_quote
from corpus.periods import Period

WAYS = {"rose": "a rise", "fell": "a fall"}


def finding(figure: Figure, decision: Decision, statement: Statement, holdings: Holdings) -> Finding:
    """The finding of a figure in its statement."""
    settles = _settling(decision)
    if decision.why.startswith("worked_out"):
        return _worked_out(figure, decision)
    reason = _supported(decision) if decision.verdict == "supported" else _contradicted(figure, decision)
    return Finding(
        verdict=decision.verdict,
        reason=reason,
        published=_shown(settles),
        citation=_citation(settles),
        correction=_correction(figure, decision),
        caveats=_caveats(settles, statement, holdings),
        sureness=round(logistic(decision.pair.likelihood + (decision.pair.chance if decision.pair.fit else 0.0)), 2),
    )


def _worked_out(figure: Figure, decision: Decision) -> Finding:
    """The finding of a change that is worked out from two published numbers."""
    first, last = decision.other, decision.pair
    assert first is not None
    moved = last.printed.figure.value - first.printed.figure.value
    points = last.printed.figure.unit == "percent" and (figure.unit != "percent" or decision.why == "worked_out_unit")
    size = f"{_plain(abs(moved))} percentage points" if points else figure.text
    way = WAYS["rose" if moved > 0 else "fell"]
    where = f"{_source(last)} gives {_shown(first)}{_of(first)} and {_shown(last)}{_of(last)}"
    return Finding(
        verdict=decision.verdict,
        reason=f"{where}, which is {way} of {size}.",
        published=size,
        citation=_citation(last),
        correction=size if decision.why == "worked_out_unit" else "",
        sureness=round(logistic(min(first.likelihood, last.likelihood)), 2),
    )


def _plain(number: Fraction) -> str:
    """A number with as many decimals as it has, up to two."""
    return f"{float(number):.2f}".rstrip("0").rstrip(".")


def _settling(decision: Decision) -> Pair:
    """The number that is shown as published."""
    return decision.pair if decision.why == "turned" else decision.other or decision.pair


def _shown(pair: Pair) -> str:
    """A number as it is printed, with its unit."""
    figure = pair.printed.figure
    shown = pair.printed.shown or figure.text
    if figure.unit == "percent" and re.fullmatch(r"[\d.,+-]+", shown):
        return f"{shown}%"
    if figure.unit == "points":
        return f"{_digits(shown)} percentage {'point' if abs(figure.value) == 1 else 'points'}"
    return shown


def _digits(shown: str) -> str:
    match = re.search(r"[\d.,]*\d", shown)
    return match[0] if match else shown


def _supported(decision: Decision) -> str:
    pair = decision.pair
    fairly = ", of which this is a fair rounding" if decision.why == "rounded" else ""
    return f"{_source(pair)} gives {_shown(pair)}{_of(pair)}{fairly}."


def _contradicted(figure: Figure, decision: Decision) -> str:
    pair, other = decision.pair, decision.other
    source, shown = _source(pair), _shown(pair)
    if decision.why == "target" and other:
        return _target(decision)
    if decision.why == "turned" and other:
        way = WAYS["rose" if pair.printed.figure.value > other.printed.figure.value else "fell"]
        return f"{source} gives {_shown(other)} and then {shown}, which is {way}."
    if decision.why in ("way", "end", "unit"):
        return f"{source} gives {_said_so(decision)}{_of(pair)}."
    if decision.why in ("value", "better"):
        return f"{source} gives {shown}{_of(pair)}, not {figure.text}."
    own, its = _apart(decision)
    if other:
        return f"{source} gives {_shown(other)} for {own}; {shown} is its figure for {its}."
    return f"{source} gives {shown} for {its}, not for {own}."


def _said_so(decision: Decision) -> str:
    """What is published of a number that a draft gives in another unit or direction."""
    pair, shown = decision.pair, _shown(decision.pair)
    if decision.why == "way":
        its, own = (WAYS[one.way or one.drift] for one in (pair.printed, pair.said))
        return f"{shown} as {its}, not as {own}"
    if decision.why == "end":
        reached = "was reached" if pair.printed.end == "to" else "the change began from"
        return f"{shown} as the figure that {reached}"
    if pair.printed.figure.unit == "points":
        return f"{shown}, a difference between percentages and not a change in per cent"
    if pair.said.figure.unit == "points":
        return f"{shown}, not percentage points"
    return f"{shown}, a number and not a percentage"


def _target(decision: Decision) -> str:
    pair, other = decision.pair, decision.other
    assert other is not None
    value, target = (other, pair) if pair.printed.role == "target" else (pair, other)
    met = value.printed.figure.value >= target.printed.figure.value
    held = f"{_shown(value)} against a target of {_shown(target)}"
    return f"{_source(pair)} gives {held}, which was {'met' if met else 'missed'}."


def _apart(decision: Decision) -> tuple[str, str]:
    """What the draft's figure is of, and what the published number is of, where they differ."""
    pair = decision.pair
    if decision.why == "period":
        its = pair.printed.period or next(iter(pair.line.periods_above), None)
        return _label(pair.said.period), _label(its)
    kind = decision.why
    if kind in SCOPES or kind == "place":
        return told_apart(pair, kind)
    return (
        _names(kind, pair.said.names.get(kind, frozenset())),
        _names(kind, pair.printed.names.get(kind) or frozenset(name for one, name in pair.line.names if one == kind)),
    )


def _label(period: Period | None) -> str:
    return period.label if period else "another period"


def _names(kind: str, names: frozenset[str]) -> str:
    return " and ".join(_name(kind, name) for name in sorted(names)) or "England and Wales"


def _name(kind: str, name: str) -> str:
    """A name with its other form: "probation officer (PO)", "CRC (community rehabilitation company)"."""
    forms = data()["names"].get(kind, {}).get(name, ())
    is_short = name.isupper()
    other = next(
        (form for form in forms if form.isupper() != is_short and form != name and (form.isupper() or is_short)), ""
    )
    return f"{name} ({other})" if other else name


def _source(pair: Pair) -> str:
    return f"“{pair.line.chunk.publication.title}”"


def _of(pair: Pair) -> str:
    period = pair.printed.period
    return f" for {period.label}" if period else ""


def _correction(figure: Figure, decision: Decision) -> str:
    """What can stand in place of the figure's own words; "" where more of the sentence would have to change."""
    settles = _settling(decision)
    simple = decision.why in ("value", "better", "unit") or (
        decision.other is not None and decision.why not in ("target", "turned")
    )
    if decision.verdict != "contradicted" or not simple or figure.in_words or settles.printed.figure.in_words:
        return ""
    shown = _shown(settles)
    if settles.printed.figure.unit != figure.unit:
        return shown if decision.why == "unit" else ""
    if bool(figure.base) != bool(settles.printed.figure.base):
        return ""
    if figure.unit in ("percent", "points", "time") or (figure.unit == "number" and not figure.base):
        return re.sub(r"[\d.,]*\d", lambda _: _digits(shown), figure.text, count=1)
    return shown


def _citation(pair: Pair) -> Citation:
    chunk = pair.line.chunk
    rows = () if chunk.row is None else (chunk.row,)
    return Citation(
        number=1,
        publication=chunk.publication,
        locator=chunk.locator,
        quote=pair.line.text,
        table=chunk.table,
        rows=rows,
        passage=chunk.passage,
    )


def _caveats(pair: Pair, statement: Statement, holdings: Holdings) -> tuple[str, ...]:
    """What careful readers noted against the line, where all that it is about is held."""
    chunk = pair.line.chunk
    held = {document.publication.id for document in holdings.documents}
    notes = notes_on_quote(
        chunk.publication, chunk.locator, pair.line.text, statement.text, editorial_notes(), main=True
    )
    return tuple(note.says for note in notes if all(place.publication in held for place in note.places))
