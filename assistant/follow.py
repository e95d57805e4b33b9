"""What a follow-up carries over from the turn before it, as a person would; what it names itself comes first."""

from collections.abc import Callable
from dataclasses import replace

from assistant import shapes, when
from assistant.holdings import Family, Holdings, family
from assistant.periods_asked import periods_asked
from assistant.query import Query
from assistant.ranking_answers import leader
from assistant.reading import Reading
from assistant.topics import TALLY_WORDS, aspect_of
from corpus.models import ENGLAND_AND_WALES

OWN_WORDS = 1  # with more words of its own than this, no question leans on the one before for its "it" or "they"
FEW_WORDS = 6  # a question of no more words than this and no name of its own follows the one before
OPPOSITE = {"met": "missed", "missed": "met", "improved": "declined", "declined": "improved"}


def followed(query: Query, before: Query, reading: Reading, holdings: Holdings, *, leaning: bool) -> Query:
    """The query with what it carries over from the one before; `leaning`: it is known to follow it."""
    following = leaning or bool(when.FOLLOWING.search(reading.text))
    before = _settled(before, holdings)
    for rule in (_of_area, _of_band, _of_measure):
        if (carried := rule(query, before, reading, holdings, following)) is not None:
            return carried
    if before.topic == "passage" and query.topic == "ratings" and query.areas and not reading.speaks_of_ratings:
        short = len(reading.text.split()) <= FEW_WORDS
        if following or short:
            searched = f"{before.search} {query.search}"
            return replace(query, topic="passage", search=searched, within=before.within, carried=_prose(before))
    if query.topic == "measure" and query.close and before.topic == "measure":
        query = _sibling(query, before)
    if query.topic == "passage":
        return _elliptic(query, before, reading, holdings, following)
    return _completed(query, before) if following else query


def _settled(before: Query, holdings: Holdings) -> Query:
    """A ranking as a query about the measure that came first, which "it" and "its" then mean."""
    first = leader(before, holdings) if before.topic == "ranking" else None
    if first is None:
        return before
    return replace(
        before,
        families=(family(first.measure),),
        codes=(first.measure.code,),
        periods=before.periods or (first.period,),
    )


def _sibling(query: Query, before: Query) -> Query:
    """Of measures that fit as well, the other part of the one before ("and community disposal?")."""
    parts = {(f.service, f.letters, f.digits) for f in before.families}
    kept = tuple(f for f in query.families if (f.service, f.letters, f.digits) in parts)
    return replace(query, families=kept, close=False) if kept else query


def _of_area(query: Query, before: Query, reading: Reading, holdings: Holdings, following: bool) -> Query | None:
    """ "And for London?" after a measure asks for the measure there."""
    if before.topic != "measure" or query.topic != "ratings" or reading.speaks_of_ratings or not query.areas:
        return None
    return _merged(query, before, reading, holdings) if following or len(reading.text.split()) <= FEW_WORDS else None


def _of_band(query: Query, before: Query, reading: Reading, holdings: Holdings, following: bool) -> Query | None:
    """A threshold asked for after a region's rating, or a rating after a score."""
    pointing = following or reading.has(when.POINTING) or reading.has(shapes.DISTANCE)
    if not pointing or query.numbers:
        return None
    again = query.ratings or (reading.has(when.POINTING) and reading.has(shapes.RATING))
    if before.topic == "bands" and before.numbers and query.topic in ("ratings", "bands", "passage") and again:
        periods = query.periods or before.periods
        return replace(query, topic="bands", numbers=before.numbers, periods=periods, carried=("score",))
    if before.topic == "ratings" and before.areas and reading.has(shapes.BANDS) and not query.ratings:
        edition = holdings.edition(before.periods[-1]) if before.periods else holdings.latest
        held = [o for o in edition.ratings(before.areas[0]) if o.value is not None] if edition else []
        if held:
            above = int(held[0].value or 0) + 1
            return replace(query, topic="bands", ratings=(above,), periods=before.periods, carried=("area",))
    return None


def _of_measure(query: Query, before: Query, reading: Reading, holdings: Holdings, following: bool) -> Query | None:
    """A count or ranking by its words, but about the measure, regions or ranked measure of the turn before."""
    if query.topic not in ("tally", "ranking") or before.topic not in ("measure", "ratings", "ranking"):
        return None
    measured = shapes.MEASURES if before.topic == "ratings" else shapes.MEASURED
    if reading.has(measured) or (before.topic == "ranking" and reading.has(shapes.MOST)):
        return None
    own = reading.residue(reading.rating_words | TALLY_WORDS)
    short = len(reading.text.split()) <= FEW_WORDS and not reading.has(shapes.LIST)
    if own or not (following or short or reading.has(when.POINTING)):
        return None
    asked = replace(before, topic="measure") if before.topic == "ranking" else before
    return _merged(query, asked, reading, holdings)


def _elliptic(query: Query, before: Query, reading: Reading, holdings: Holdings, following: bool) -> Query:
    """A question without a topic of its own: that of the turn before, or a passage searched with its words."""
    own = reading.residue(reading.rating_words | TALLY_WORDS)
    pointing = following or (reading.has(when.POINTING) and len(own) <= OWN_WORDS)
    if before.topic == "passage" or own:
        if pointing:
            searched = f"{before.search} {query.question}"
            return replace(query, search=searched, within=before.within, carried=_prose(before))
        return query
    again = reading.mentions or query.service or reading.has(when.YEAR_BEFORE) or reading.has(shapes.MOST)
    if before.topic == "tally" and reading.has(shapes.MOST):
        before = replace(before, topic="ranking")
    if before.topic == "ranking" and (reading.has(when.IT) or not (again or reading.has(shapes.LIST))):
        before = replace(before, topic="measure", state="", order="most")
    elif before.topic == "ranking":
        before = replace(before, families=(), codes=())
    return _merged(query, before, reading, holdings)


def _prose(before: Query) -> tuple[str, ...]:
    """What a question for prose carries over: the words of the one before, and the only publication it quotes."""
    return ("the question", "publication") if before.within else ("the question",)


def _completed(query: Query, before: Query) -> Query:
    """A question with a topic of its own, with what it leaves open of the turn before."""
    changes: dict[str, object] = {}
    if not query.periods and not query.spread and (before.periods or before.spread):
        changes |= {"periods": before.periods, "spread": before.spread and query.topic == before.topic}
    if query.topic == before.topic and not query.service and query.topic in ("tally", "ranking"):
        changes["service"] = before.service
    if query.topic == before.topic == "measure":
        if when.COMPARED_TO_IT.search(query.question.lower()) and query.families != before.families:
            changes |= {"families": (*before.families, *query.families), "codes": (*before.codes, *query.codes),
                        "ordered": True, "aspect": "value" if query.aspect == "change" else query.aspect}  # fmt: skip
        elif query.aspect == "value":
            changes |= {"aspect": before.aspect, "polar": before.polar, "claim": before.claim}
    if query.topic == before.topic == "ratings" and not query.state and not query.ratings and query.areas:
        changes |= {"state": before.state, "polar": before.polar, "claim": before.claim}
    return replace(query, **changes, carried=("period",) if changes.get("periods") else ())  # type: ignore[arg-type]


def _of_service(before: Query, service: str, holdings: Holdings) -> tuple[Family, ...]:
    """The measures of a service that have the codes of those before."""
    codes = {(f.letters, f.digits) for f in before.families if f.letters}
    found = (family(measure) for measure in holdings.measures if measure.service == service)
    return tuple(dict.fromkeys(f for f in found if (f.letters, f.digits) in codes))


def _merged(query: Query, before: Query, reading: Reading, holdings: Holdings) -> Query:
    """The query before with everything that the new question says itself."""
    periods, spread = periods_asked(reading, holdings, before)
    changes: dict[str, object] = {
        "question": query.question,
        "search": f"{before.search} {query.question}",
        "polar": query.polar,
        "claim": query.claim,
        "why": query.why,
        "supposed": query.supposed,
        "numbers": query.numbers or before.numbers,
        "counted": query.counted,
        "sourced": reading.has(when.SOURCE),
        "finer": query.finer,
        "service": query.service or ("" if reading.names_main_service else before.service),
    }
    given: dict[str, tuple[object, Callable[[], object]]] = {
        "areas": (query.areas, lambda: tuple(a for a in query.areas if a != ENGLAND_AND_WALES) or query.areas),
        "ratings": (query.ratings, lambda: query.ratings),
        "share": (query.share, lambda: True),
        "limits": (query.limits, lambda: query.limits),
        "first": (query.first, lambda: query.first),
        "order": (reading.has(shapes.MOST), lambda: query.order),
    }
    if before.topic == "measure" and (query.service or reading.names_main_service):
        changes["families"] = _of_service(before, query.service or holdings.main_service, holdings) or before.families
        changes["codes"] = ()
    changes |= {name: value() for name, (is_given, value) in given.items() if is_given}
    if periods or spread:
        changes |= {"periods": periods, "spread": spread}
    elif reading.has(when.COMPARE) and before.topic == "measure":
        changes |= {"periods": (), "spread": True}
    if query.state:
        changes |= {"state": query.state, "also": query.also, "unlike": query.unlike}
    elif reading.has(when.NEGATED) and before.state in OPPOSITE:
        changes["state"] = OPPOSITE[before.state]
    if reading.has(shapes.GAP) and before.aspect in ("met", "gap", "target"):
        changes["aspect"] = "gap"
    elif (aspect := aspect_of(reading)) != "value":
        changes["aspect"] = aspect
    if before.counting and not query.counting and reading.has(shapes.LIST):
        changes["counting"] = False
    held = {"measure": before.families, "area": before.areas, "period": before.periods}
    kept = [name for name, value in held.items() if value and f"{name}s" not in changes]
    return replace(before, **changes, carried=tuple(kept) or ("the question",))  # type: ignore[arg-type]
