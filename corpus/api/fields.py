"""Fields of a reply, of which nothing is certain: what is not of the kind asked for is nothing."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from corpus.periods import MONTHS


def text(of: Mapping[str, Any], name: str) -> str:
    """A text field, "" where there is none."""
    value = of.get(name)
    return value.strip() if isinstance(value, str) else ""


def fields(of: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """A field that holds fields of its own, an empty one where there is none."""
    value = of.get(name)
    return value if isinstance(value, dict) else {}


def items(of: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    """The items of a list field that hold fields of their own."""
    value = of.get(name)
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def day(of: Mapping[str, Any], name: str) -> date | None:
    """The day of a field that gives a time: as it was where the time is given."""
    try:
        return date.fromisoformat(text(of, name)[:10])
    except ValueError:
        return None


def in_words(when: date) -> str:
    """A day as publications print it: "5 August 2032"."""
    return f"{when.day} {MONTHS[when.month - 1].title()} {when.year}"
