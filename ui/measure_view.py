"""What is held of a measure as HTML: facts, figures, quotes, and what to mind; every text of a publication as text."""

from collections.abc import Iterable, Sequence

from assistant import phrases
from assistant.answers import Citation
from assistant.figures import FigureRow
from assistant.measure_history import MeasureHistory
from corpus.aliases import aliases
from ui.safe_text import Marks, escaped, marks_html

HEADERS = ("Period", "Figure", "Target", "Change", "Target met", "Source")


def facts_html(held: MeasureHistory) -> str:
    """The name of a measure, and what it is in a word each."""
    measure = held.measure
    service = aliases().services.get(measure.service, (measure.service,))[0]
    facts = {
        "Code": measure.code,
        "Earlier versions": phrases.listed(held.earlier),
        "Service": service,
        "Unit": held.unit,
        "Which way is better": held.direction,
    }
    told = "".join(f"<dt>{name}</dt><dd>{escaped(value)}</dd>" for name, value in facts.items() if value)
    return f"<h2>{escaped(measure.name)}</h2>" + (f'<dl class="facts">{told}</dl>' if told else "")


def notes_html(notes: Sequence[str]) -> str:
    """What to mind of the figures of a measure."""
    items = "".join(f"<li>{escaped(note)}</li>" for note in notes)
    return f'<div class="caveats"><h3>Before you use or compare these</h3><ul>{items}</ul></div>' if items else ""


def figures_html(held: MeasureHistory, marks: Marks) -> str:
    """The figures of a measure, the latest first, each with the mark of its source."""
    places = {one.row.observation.area for one in held.figures}
    heads = [*(["Area"] if len(places) > 1 else []), *HEADERS]
    rows = [
        [*([one.row.observation.area] if len(places) > 1 else []), *_cells(one.row), f"[{one.source}]"]
        for one in held.figures
    ]
    kept = [n for n in range(len(heads)) if any(row[n] for row in rows)]
    caption = "Published figures, the latest first"
    body = "".join(f"<tr>{_row([row[n] for n in kept], marks)}</tr>" for row in rows)
    head = "".join(f'<th scope="col">{escaped(heads[n])}</th>' for n in kept)
    return (
        f'<h3>Figures</h3><div class="scroll" role="group" tabindex="0" aria-label="{caption}"><table>'
        f"<caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def echoes_html(held: MeasureHistory, marks: Marks) -> str:
    """The other publications that print a figure of the measure."""
    items = "".join(
        f"<li>{escaped(one.row.publication.title)} ({escaped(str(one.row.observation.locator.place))}) prints it as "
        f"{escaped(one.row.figure)}{escaped(_against(one.row))} {marks_html(f'[{one.source}]', marks)}</li>"
        for one in held.echoes
    )
    return f"<h3>Also printed by</h3><ul>{items}</ul>" if items else ""


def said_html(said: Iterable[Citation], marks: Marks) -> str:
    """What the publications say about the measure, each quote with its mark."""
    items = "".join(
        f"<li><blockquote><p>{escaped(one.quote)} {marks_html(f'[{one.number}]', marks)}</p></blockquote>"
        f'<p class="where">{escaped(one.publication.title)}, {escaped(str(one.locator))}</p></li>'
        for one in said
    )
    nothing = "<p>The publications held say no more of it than its name and its figures.</p>"
    return "<h3>What the publications say about it</h3>" + (f'<ul class="said-of">{items}</ul>' if items else nothing)


def _cells(row: FigureRow) -> tuple[str, ...]:
    """A row under HEADERS but the last; no word on a target where none is published."""
    one = row.observation
    outcome = row.outcome if row.state != "no target" else ""
    return one.period.label, row.figure, row.target, one.change_shown, outcome


def _row(cells: Sequence[str], marks: Marks) -> str:
    first, *others, mark = cells
    told = "".join(f"<td>{escaped(cell)}</td>" for cell in others)
    return f'<th scope="row">{escaped(first)}</th>{told}<td>{marks_html(mark, marks)}</td>'


def _against(row: FigureRow) -> str:
    return f" against a target of {row.target}" if row.target else ""
