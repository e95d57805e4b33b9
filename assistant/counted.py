"""Which measures a count covers, and what the question takes for granted of it."""

from assistant import calculate
from assistant.calculate import Tally
from assistant.holdings import Edition, Holdings, family
from assistant.premises import NO, WRONG, YES
from assistant.query import Query
from corpus.aliases import aliases
from corpus.models import Observation


def tally(edition: Edition, query: Query, service: str) -> Tally:
    """The measures of an edition and service in the state and bounds asked for, of those its publication counts."""
    measured = _asked(edition, query, service)
    if query.state in ("met", "missed"):
        found = calculate.targets(measured, met=query.state == "met")
    elif query.state in ("improved", "declined"):
        found = calculate.changes(measured, improved=query.state == "improved")
    elif query.state in ("changed", "unchanged"):
        base = tuple(o for o in measured if o.change is not None)
        found = Tally(tuple(o for o in base if bool(o.change) == (query.state == "changed")), base)
    else:
        base = calculate.targets(measured, met=True).base
        found = Tally(base, base)
    if not query.limits:
        return found
    return Tally(tuple(o for o in found.members if all(calculate.is_bounded(o, b) for b in query.limits)), found.base)


def rows(edition: Edition, query: Query, service: str) -> list[Observation]:
    """The measures that a ranking looks at: those counted, within the bounds that the question sets."""
    counted = [o for o in _asked(edition, query, service) if o.counted]
    return [o for o in counted if all(calculate.is_bounded(o, bound) for bound in query.limits)]


def _asked(edition: Edition, query: Query, service: str) -> list[Observation]:
    """The measures of a service; of those named, where the question names some, and without those it leaves out."""
    measured = [o for o in edition.measured(service) if family(o.measure) not in query.excepted]
    return [o for o in measured if family(o.measure) in query.families] if query.families else measured


def service_of(query: Query, holdings: Holdings) -> str:
    """The service asked about; where none is named the main one, if the latest bulletin has it."""
    main = aliases().main_service
    return query.service or (main if holdings.latest and holdings.latest.measured(main) else "")


def service_named(service: str) -> str:
    """ "probation service levels", "CRS service levels"."""
    return f"{service.lower() if service == aliases().main_service else service} service levels".strip()


def premise(query: Query, found: int, base: int) -> str:
    """What to say first of a number that the question takes for granted, or asks yes or no about."""
    if query.counted is None:
        return ""
    tests = {"any": found > 0, "all": found == base, "most": 2 * found > base}
    right = found == query.counted if isinstance(query.counted, int) else tests[query.counted]
    if query.polar:
        return YES if right else NO
    return "" if right else WRONG
