"""What a model does when it is asked something, and what must come of it.

Texts are templates. `{SL014}` is the mark of the source whose place holds "SL014"; `{SL014@2024}` that of a
publication whose title holds "2024"; `{Table 2~Gardens}` one whose quote holds "Gardens"; a place that is named in full
comes before one that holds the words. `{quote:SL014}` is its quote, `{id:SL014}` its token without brackets, and
`{answer}` what the first tool replied, marks and all.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from scripted_model import Calls, Seen, Text

PATIENT = 25.0  # seconds a question may take, where the provider does not make it wait
World = Literal["harbour", "library"]
Call = tuple[str, dict[str, Any]]
HELD = re.compile(r"\{(?:(quote|id):)?([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Says:
    """Text of a model, as a template; streamed in so many `pieces` (0: word by word)."""

    template: str
    pieces: int = 2

    def __call__(self, seen: Seen) -> Text:
        return Text(filled(self.template, seen), pieces=self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Behaviour:
    """One run of a scripted model.

    `good`: the last text must be shown as it is. Otherwise the assistant's own answer must stand, saying why; or the
    model's text with nothing left in it but sentences of `true` (templates), and none of the `lies`.
    `asks_back`: the options that must be shown where a good model asks back.
    """

    id: str
    group: str
    turns: tuple[str, ...]
    replies: tuple[Any, ...]
    world: World = "library"
    good: bool = False
    true: tuple[str, ...] = ()
    lies: tuple[str, ...] = ()
    asks_back: tuple[str, ...] = ()
    seconds: float = PATIENT


def filled(template: str, seen: Seen) -> str:
    """A template with the marks, quotes and answers that a model was given. AssertionError where it was not."""
    return HELD.sub(lambda held: _held(held[1], held[2], seen.results), template)


def _held(what: str | None, name: str, results: list[dict[str, Any]]) -> str:
    if name == "answer":
        return str(results[0]["answer"])
    source = _source(name, results)
    given: Mapping[str | None, str] = {None: f"[{source['id']}]", "id": source["id"], "quote": source["quote"]}
    return given[what]


def _source(name: str, results: list[dict[str, Any]]) -> dict[str, Any]:
    """The source that a template names."""
    where, _, words = name.partition("~")
    place, _, title = where.partition("@")
    given = [source for result in results for source in result.get("sources", ())]
    fitting = [s for s in given if place in s["place"] and title in s["publication"] and words in s["quote"]]
    assert fitting, f"no source {name!r} was given out, but {[s['place'] for s in given]}"
    return min(fitting, key=lambda source: source["place"] != place)


def one(
    id: str, group: str, question: str | tuple[str, ...], calls: tuple[Call, ...], *texts: str, **more: Any
) -> Behaviour:
    """A model that calls its tools once, all together, and then writes one text after the other."""
    turns = (question,) if isinstance(question, str) else question
    replies = ((Calls(*calls),) if calls else ()) + tuple(Says(text) for text in texts)
    return Behaviour(id=id, group=group, turns=turns, replies=replies, **more)


def table(group: str, world: World, rows: list[tuple[Any, ...]], *, good: bool = False) -> tuple[Behaviour, ...]:
    """Behaviours of a group: each row is id, question, calls, text and, of a bad one, lies and what is true in it."""
    made: list[Behaviour] = []
    for id, question, calls, text, *rest in rows:
        lies, true, *_ = (*rest, (), ())
        made.append(one(id, group, question, calls, text, world=world, good=good, lies=lies, true=true))
    return tuple(made)


def look_up(*codes: str, year: str = "", service: str = "") -> tuple[Call, ...]:
    """Measures looked up side by side."""
    return tuple(("look_up", {"code": code, "year": year, "service": service}) for code in codes)


def compare(code: str, before: str, after: str, service: str = "") -> tuple[Call, ...]:
    """A measure in two years."""
    return (("compare_years", {"code": code, "before": before, "after": after, "service": service}),)


def count(state: str, year: str = "") -> tuple[Call, ...]:
    """How many measures are in a state."""
    return (("count_measures", {"state": state, "year": year}),)


def rank(by: str, largest_first: bool = True) -> tuple[Call, ...]:
    """Measures in an order."""
    return (("rank_measures", {"by": by, "largest_first": largest_first}),)


def score(percent: str, wanted: int | None = None) -> tuple[Call, ...]:
    """The rating of a score."""
    return (("rating_of_score", {"score": percent, "wanted": wanted}),)


def ratings(area: str = "", rating: int | None = None, year: str = "") -> tuple[Call, ...]:
    """Ratings by region or by rating."""
    return (("ratings", {"area": area, "rating": rating, "year": year}),)


def moved(direction: str = "changed") -> tuple[Call, ...]:
    """Regions whose rating moved."""
    return (("rating_changes", {"direction": direction}),)


def ask(question: str) -> tuple[Call, ...]:
    """A question in plain words."""
    return (("ask", {"question": question}),)


Reply = Callable[[Seen], Any]
