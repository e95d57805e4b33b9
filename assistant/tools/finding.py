"""Finding what to ask for: measures by words, passages by words, the publications held; and asking in plain words."""

from collections.abc import Iterable, Sequence

from assistant import phrases
from assistant.answer import Assistant
from assistant.answers import Answer
from assistant.asides import SUMMARISED
from assistant.draft import Draft
from assistant.held import Held
from assistant.holdings import Family
from assistant.passage_answers import BEARING
from assistant.query import Query
from assistant.recognise import best, families
from assistant.suggestions import NAMED, TOLD
from assistant.tools.named import Named
from corpus.models import Observation
from index.search import Found

MOST_QUOTES = 6
LONGEST_QUOTE = 1_500  # characters
MOST_MEASURES = 8
FITTING = 0.5  # of how well the likeliest measure fits the words
MOST_PERIODS = 6  # named of a measure or of a publication


class Finding:
    """Finds by words what is held."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        self._named = Named(assistant)

    def ask(self, question: str) -> Answer:
        """The assistant's own answer to a question."""
        return self._assistant.ask([question])

    def search(self, words: str) -> Answer:
        """The passages and rows that bear most on words, verbatim, best first."""
        draft = Draft(Query(question=words, search=words), self._assistant.holdings())
        found = [one for one in self._assistant.search(words, MOST_QUOTES) if one.score >= BEARING]
        quotes = [(one, quote) for one in found if (quote := _quote(one))]
        if len(quotes) < len(found):
            draft.caveat("Passages too long to be quoted were left out.")
        for one, quote in quotes:
            _say_quote(draft, one, quote)
        if not quotes:
            draft.say("Nothing was found that bears on these words.")
        return draft.done("answered" if quotes else "not_found")

    def measures(self, words: str, service: str = "") -> Answer:
        """The measures held that words fit, likeliest first."""
        of, holdings = self._named.service(service), self._assistant.holdings()
        found = [one for one in self._fitting(words) if of in ("", one.service)][:MOST_MEASURES]
        draft = Draft(Query(question=words, families=tuple(found)), holdings)
        draft.say("The measures that fit, likeliest first:" if found else "No measure held fits these words.")
        for one in found:
            _say_measure(draft, holdings.of([one]) or holdings.breakdowns.rows(one))
        return draft.done("answered" if found else "not_found")

    def publications(self) -> Answer:
        """The publications held."""
        draft = Draft(Query(question=""), self._assistant.holdings())
        draft.say("The publications held:")
        for one in self._assistant.publications():
            _say_publication(draft, one)
        return draft.done("answered" if draft.cited else "not_found")

    def _fitting(self, words: str) -> Sequence[Family]:
        """The measures that a question of these words names, fits or, where it names none, means."""
        reading = self._assistant.read(words)
        near = [match for match in reading.matches if match.named >= NAMED and match.told >= TOLD]
        named = [*reading.codes, *families(reading.named), *families(best(near, FITTING))]
        meant = [] if named else [one for query in self._assistant.understand([words]) for one in query.families]
        return list(dict.fromkeys([*named, *meant]))


def _quote(found: Found) -> str:
    """What to quote of a place: all of it, or the sentence that bears most where it is long; "" where that is too."""
    if len(found.chunk.text) <= LONGEST_QUOTE:
        return found.chunk.text
    line = found.chunk.lines[found.best]
    return line if len(line) <= LONGEST_QUOTE else ""


def _say_quote(draft: Draft, found: Found, quote: str) -> None:
    chunk = found.chunk
    publication = chunk.publication
    if chunk.passage is not None:
        mark = draft.cite_text(publication, chunk.passage, quote)
    else:
        assert chunk.table is not None and chunk.row is not None
        mark = draft.cite_row(publication, chunk.table, chunk.row, chunk.locator, quote)
    if publication.summary:
        draft.caveat(SUMMARISED)
    opening, closing = ("", "") if publication.summary else ("“", "”")
    said = quote.replace("\n", "\n  ")
    draft.say(f"- {opening}{said}{closing} ({publication.title}, {chunk.locator}) {mark}")


def _say_measure(draft: Draft, held: Sequence[Observation]) -> None:
    latest, lately = held[-1], held[-MOST_PERIODS:]
    name, *earlier = dict.fromkeys(phrases.measure_name(o.measure) for o in reversed(lately))
    parts = [name]
    if earlier:
        parts.append(f"earlier {phrases.listed(earlier)}")
    if latest.measure.service:
        parts.append(f"of {latest.measure.service}")
    parts.append(f"held for {_periods(o.period.label for o in reversed(held))} {draft.cite(*lately)}")
    if latest.target is not None:
        goal, mark = phrases.with_unit(latest.target_shown, latest), draft.cite(latest)
        draft.figure(goal, mark)
        better = "lower is better" if latest.lower_is_better else "higher is better"
        parts.append(f"target {goal} in {latest.period.label}, {better} {mark}")
    draft.say(f"- {'; '.join(parts)}")


def _say_publication(draft: Draft, held: Held) -> None:
    publication = held.publication
    when = publication.published
    day = f"{when.day} {when:%B %Y}" if when else ""
    said = [f"by {publication.publisher}"] if publication.publisher else []
    said += [f"published on {day}"] if day else []
    said += [f"covering {publication.period}"] if publication.period else []
    quote = ". ".join(
        part
        for part in (publication.title, publication.publisher, f"Published {day}" if day else "", publication.period)
        if part
    )
    mark = draft.cite_publication(publication, quote)
    said += [f"with figures for {_periods(held.periods)}"] if held.periods else []
    said += ["held as a summary"] if publication.summary else []
    draft.say(f"- {'; '.join([publication.title, *said])} {mark}")


def _periods(labels: Iterable[str]) -> str:
    """Periods, the latest first, as many as are named."""
    named = list(dict.fromkeys(labels))
    return phrases.listed([*named[:MOST_PERIODS], *(["others"] if len(named) > MOST_PERIODS else [])])
