"""The page about the assistant: what it covers, how it answers, how good it is, what it cannot do, the licences."""

from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

import streamlit as st

from assistant.exports.text import day, released
from assistant.held import Held
from assistant.measured import read_measured
from corpus.models import Publication
from corpus.periods import Period, month_name, parse_period
from ui import about_words
from ui.frame import draw_frame, draw_problem, sentence
from ui.held_view import counted
from ui.measured_view import measured_html
from ui.plain_table import table_html
from ui.safe_text import escaped, web_address

EVALUATION = Path(__file__).with_name("evaluation.json")
NEW_TAB = " (opens in a new tab)"


class Holds(Protocol):
    """What the page needs of an assistant."""

    def publications(self) -> Sequence[Held]:
        """What is held."""


def about_page(assistant: Holds, model: str = "") -> None:
    """Draw the page; a part that cannot be drawn is one sentence, and the others stand.

    `model` is the language model that can put answers into words, "" where there is none.
    """
    draw_frame("About")
    parts: tuple[tuple[str, Callable[[], str]], ...] = (
        ("What it covers", lambda: covers_html(assistant.publications())),
        ("How answers are made", lambda: _list("ol", about_words.steps(model))),
        ("How figures are traced", lambda: _list("ul", about_words.TRACED)),
        ("How good it is", lambda: measured_html(read_measured(EVALUATION))),
        ("What it cannot do", lambda: _list("ul", about_words.LIMITS)),
        ("Your privacy", lambda: _list("ul", about_words.privacy(model))),
        ("Licences", lambda: licences_html(assistant.publications())),
        ("Using the keyboard", lambda: _list("ul", about_words.KEYBOARD)),
        ("Version", lambda: f"<p>Version {escaped(version('probation-assistant'))}.</p>"),
    )
    for title, drawn in parts:
        _draw(title, drawn)


def covers_html(held: Sequence[Held]) -> str:
    """What is held, latest first, from when to when it was published, and to which date its figures go."""
    if not held:
        return "<p>No publication is held yet. Add one with <code>probation ingest FILE</code>.</p>"
    latest = sorted(held, key=lambda one: str(one.publication.published or ""), reverse=True)
    rows = [(one.publication.title, one.publication.publisher, _published(one), figures_to(one)) for one in latest]
    table = table_html("Publications held", ("Publication", "Publisher", "Published", "Figures go to"), rows)
    return f"<p>{escaped(span(held))}</p>{table}"


def span(held: Sequence[Held]) -> str:
    """One or two sentences on the dates of what is held: when it was published, and what its figures are about."""
    days = sorted(one.publication.published for one in held if one.publication.published)
    periods = [period for one in held for period in _periods(one)]
    said = f"Answers come from {counted(len(held), 'publication')}"
    if days:
        said += f", published from {day(days[0])} to {day(days[-1])}" if days[0] < days[-1] else f" of {day(days[0])}"
    if periods:
        first, last = min(one.first for one in periods), max(one.last for one in periods)
        said += f". The figures in their tables are about {month_name(first)} to {month_name(last)}"
    return f"{said}. Nothing that was published later is known."


def figures_to(one: Held) -> str:
    """The last month that figures of a publication are about; where no period is known, what it says itself."""
    periods = _periods(one)
    return month_name(max(periods).last) if periods else one.publication.period


def licences_html(held: Sequence[Held]) -> str:
    """Each licence with its acknowledgement and the publications under it; then the licence of the code."""
    names = dict.fromkeys(one.publication.licence for one in held)
    lists = (_licence(name, [one.publication for one in held if one.publication.licence == name]) for name in names)
    return "".join(lists) + f"<p>{about_words.OWN_LICENCE}</p>"


def _licence(name: str, publications: Sequence[Publication]) -> str:
    items = "".join(f"<li>{_acknowledged(one)}</li>" for one in publications)
    return f"<p>{_statement(name)}</p><ul>{items}</ul>"


def _statement(name: str) -> str:
    """What a licence asks to be said of what is used under it."""
    if not name:
        return "No licence is named for:"
    for known, said, address in about_words.LICENCES:
        if name.startswith(known):
            return f'{said} <a href="{address}" target="_blank" rel="noopener noreferrer">{escaped(name)}{NEW_TAB}</a>:'
    return f"Contains information under these terms: {escaped(name)}:"


def _acknowledged(publication: Publication) -> str:
    """Title, publisher and date, with the address."""
    title = f"<cite>{escaped(publication.title)}</cite>"
    if address := web_address(publication.url):
        title = f'<a href="{escaped(address)}" target="_blank" rel="noopener noreferrer">{title}{NEW_TAB}</a>'
    by = released(publication)
    return f"{title}, {escaped(by)}" if by else title


def _periods(one: Held) -> list[Period]:
    found = (parse_period(label) for label in one.periods)
    return [period for period in found if period]


def _published(one: Held) -> str:
    return day(one.publication.published) if one.publication.published else "not known"


def _list(kind: str, items: Sequence[str]) -> str:
    return f"<{kind}>{''.join(f'<li>{escaped(item)}</li>' for item in items)}</{kind}>"


def _draw(title: str, drawn: Callable[[], str]) -> None:
    try:
        st.html(f'<h2 class="part">{title}</h2><div class="about">{drawn()}</div>')
    except Exception as error:
        st.html(f'<h2 class="part">{title}</h2>')
        draw_problem(sentence(error))
