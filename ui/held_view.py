"""A publication that is held, as HTML: what it is, how much of it was read, and whether another takes its place."""

from collections.abc import Sequence

from assistant.exports.text import day
from assistant.held import Held, later_edition
from corpus.models import Publication
from ui.addresses import reading_link
from ui.safe_text import escaped, web_address

MOST_PERIODS = 3


def counted(count: int, noun: str) -> str:
    """A count with its noun: "1 passage", "1,204 figures in tables"."""
    first, *rest = noun.split(" ", 1)
    return " ".join([f"{count:,}", first if count == 1 else f"{first}s", *rest])


def latest_first(held: Sequence[Held]) -> list[Held]:
    """What is held, latest first; those without a date last."""
    return sorted(held, key=lambda one: str(one.publication.published or ""), reverse=True)


def held_entry(one: Held, held: Sequence[Held]) -> str:
    """A publication among those held."""
    publication = one.publication
    later = later_edition(publication, [other.publication for other in held])
    newer = f'<p class="later">A later edition is held: {_link(later)}</p>' if later else ""
    facts = "".join(f"<dt>{name}</dt><dd>{said}</dd>" for name, said in _facts(one) if said)
    left = "".join(f"<li>{escaped(line)}</li>" for line in one.left_out)
    count = counted(len(one.left_out), "thing")
    out = f"<details><summary>What was left out ({count})</summary><ul>{left}</ul></details>" if left else ""
    return f'<div class="entry"><h3>{_link(publication)}</h3>{newer}<dl>{facts}</dl>{out}</div>'


def read_of(one: Held) -> str:
    """How much was read: "38 passages, 5 tables, 51 figures"."""
    amounts = ((one.passages, "passage"), (one.tables, "table"), (one.observations, "figure in tables"))
    return ", ".join(counted(count, noun) for count, noun in amounts if count) or "nothing"


def _facts(one: Held) -> list[tuple[str, str]]:
    """What is known of it, each as a name and HTML."""
    publication = one.publication
    address = web_address(publication.url)
    opened = f'<a href="{escaped(address)}" target="_blank" rel="noopener noreferrer">'
    return [
        ("Published", escaped(_release(publication))),
        ("Figures for", escaped(publication.period or _some(one.periods))),
        ("Text held", escaped(_text(one))),
        ("Read", read_of(one)),
        ("Licence", escaped(publication.licence)),
        ("Address", f"{opened}{escaped(address)} (opens in a new tab)</a>" if address else ""),
    ]


def _release(publication: Publication) -> str:
    """When and by whom it was published: "31 July 2025 by Ministry of Justice"."""
    by = f"by {publication.publisher}" if publication.publisher else ""
    return " ".join(part for part in (day(publication.published), by) if part)


def _some(periods: Sequence[str]) -> str:
    """The first few periods in words, and how many more there are."""
    more = len(periods) - MOST_PERIODS
    return ", ".join(periods[:MOST_PERIODS]) + (f" and {more} more" if more > 0 else "")


def _text(one: Held) -> str:
    """Whose words are held."""
    if one.publication.data_tables:
        return "The tables that accompany a release"
    if one.publication.summary:
        return "Our summary, not the publication's own words"
    return "Its own text, in place of the library's summary" if one.replaces else "Its own text"


def _link(publication: Publication) -> str:
    return f'<a href="{escaped(reading_link(publication.id))}">{escaped(publication.title)}</a>'
