"""The sidebar: what is held, and a way to start again."""

from collections.abc import Callable, Sequence
from typing import Protocol

import streamlit as st

from assistant.exports.text import day
from corpus.models import Publication
from ui.safe_text import escaped

MOST_PERIODS = 3


class Held(Protocol):
    """A publication that is held, with how much of it."""

    @property
    def publication(self) -> Publication:
        """What it says of itself."""

    @property
    def passages(self) -> int:
        """How many passages of text."""

    @property
    def observations(self) -> int:
        """How many published figures."""

    @property
    def periods(self) -> tuple[str, ...]:
        """The periods its figures are about, in words."""


def draw_sidebar(held: Sequence[Held], start_again: Callable[[], None]) -> None:
    """Draw the sidebar; `start_again` empties the conversation."""
    with st.sidebar:
        st.button("New conversation", on_click=start_again, width="stretch")
        st.html(f'<div class="held"><h2>What is held</h2>{held_html(held)}</div>')


def held_html(held: Sequence[Held]) -> str:
    """The publications, latest first."""
    if not held:
        return "<p>No publication is held yet. Add one with <code>probation ingest FILE</code>.</p>"
    latest = sorted(held, key=lambda one: str(one.publication.published or ""), reverse=True)
    return f"<ul>{''.join(_one(item) for item in latest)}</ul>"


def counted(count: int, noun: str) -> str:
    """A count with its noun: "1 passage", "1,204 figures in tables"."""
    first, *rest = noun.split(" ", 1)
    return " ".join([f"{count:,}", first if count == 1 else f"{first}s", *rest])


def _one(item: Held) -> str:
    publication = item.publication
    lines = [release(publication)]
    if data := some(item.periods) or publication.period:
        lines.append(f"Figures for {data}")
    counts = ((item.passages, "passage"), (item.observations, "figure in tables"))
    lines.append(", ".join(counted(count, noun) for count, noun in counts if count))
    if publication.summary:
        lines.append("Summary, not the publication's own words")
    shown = "".join(f"<p>{escaped(line)}</p>" for line in lines if line)
    return f"<li><p><b>{escaped(publication.title)}</b></p>{shown}</li>"


def some(periods: Sequence[str]) -> str:
    """The first few periods in words, and how many more there are."""
    more = len(periods) - MOST_PERIODS
    return ", ".join(periods[:MOST_PERIODS]) + (f" and {more} more" if more > 0 else "")


def release(publication: Publication) -> str:
    """When and by whom it was published: "Published 31 July 2025 by Ministry of Justice"."""
    when = f" {day(publication.published)}" if publication.published else ""
    by = f" by {publication.publisher}" if publication.publisher else ""
    return f"Published{when}{by}" if when or by else ""
