"""Understanding a question about regions or parts of a year: its measure, where, when, and what it wants of them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from assistant import bounds, shapes, when
from assistant import breakdown_shapes as across
from assistant.breakdown_places import is_like, names, whole, without
from assistant.breakdown_when import Timed, periods_of, timed
from assistant.families import Family, with_others
from assistant.holdings import Holdings
from assistant.opposed import Contraries, contradicts, contraries
from assistant.query import Across, Claim, Query
from assistant.reading import Reader, Reading, without_names
from assistant.recognise import families, numbers
from assistant.topics import aspect_of, claim_of, is_polar, order_of, state_of
from assistant.words import fold, stems
from corpus.aliases import aliases
from corpus.everyday import everyday
from corpus.models import ENGLAND_AND_WALES

LIKE = 0.15  # of a measure's name, 0 to 1, from which a question is of one like it
FEW_WORDS = 6  # a question of no more words than this and no measure of its own follows the one before

NAMING_NOTHING = (
    across.WHOLE, across.ALL, across.REGIONS, shapes.COUNT, shapes.LIST, shapes.MOST, shapes.MET, shapes.MISSED,
    across.MOVED, across.COMPARED,
)  # fmt: skip


class BreakdownAsked:
    """Recognises questions about figures by region and by part of a year, against what is held of these."""

    def __init__(self, holdings: Holdings, reader: Reader) -> None:
        self._holdings = holdings
        self._held = holdings.breakdowns
        self._reader = reader

    def query(self, reading: Reading, question: str, before: Query | None, leaning: bool) -> Query | None:
        """The Query of a question about a breakdown; None where it is about anything else, or of none held."""
        if not self._held.measures or reading.elsewhere or _is_of_words(reading):
            return None
        said = timed(reading.text)
        reading = self._reader.read(said.bare) if said.bare else reading
        before = before if before and before.topic in ("breakdown", "measure") else None
        following = leaning or _follows(reading)
        areas, unheld = self._areas(reading)
        reading = self._without(areas, reading)
        naming = self._naming(reading.text, unheld)
        named = self._reader.read(naming) if naming else reading
        own, strange = _families(named), ""
        if not own and not areas and not unheld and (said.is_of_parts or is_like(naming, self._held.areas)):
            strange, named = self._beside_strange(named, naming, question)
            own = _families(named)
        found = [one for one in own if one in self._held.measures]
        if own and not found:
            return None
        if not own and said.is_of_parts and (areas or unheld) and not (before and following):
            near = self._near(named, naming)
            if near:
                return Query(question=question, topic="breakdown", fitting=near, areas=areas, search=question)
        if own and not named.codes:
            likely = tuple(found)
            found = [one for one in found if not contradicts(self._held.measures[one].name, naming, self._contraries)]
            if not found:
                return Query(question=question, topic="breakdown", fitting=likely, areas=areas, search=question)
        if not own:
            before = before if following or areas or said.is_of_parts or across.REGIONS.search(reading.text) else None
            found = [one for one in before.families if one in self._held.measures] if before else []
        elif not following:
            before = None
        if not found:
            return None
        if named.codes or named.several:
            found = with_others(found, own)
        reading = replace(reading, asking=_nameless(reading.text, named))
        by_area = across.REGIONS.search(reading.text) is not None
        carried = before is not None and before.topic == "breakdown"
        if not (strange or areas or unheld) and is_like(naming, self._held.areas):
            strange = self._unknown_place(named, naming, question)
        split = bool(areas and areas != (ENGLAND_AND_WALES,)) or by_area or unheld + strange != "" or said.is_of_parts
        only_here = not self._holdings.of(found[:1]) or not all(self._holdings.of([one]) for one in found)
        if not (split or carried or only_here):
            return None
        if not unheld and not by_area and not any(area != ENGLAND_AND_WALES for area in areas):
            english = shapes.IN_ENGLAND.search(reading.text) and ENGLAND_AND_WALES not in areas
            unheld = aliases().parts[0] if english else strange or self._unknown_place(named, naming, question)
        fresh = self._query(reading, question, said, tuple(found), _codes(named, before), areas, unheld, before)
        fresh = replace(fresh, close=bool(own) and named.close and len(found) > 1)
        return _carried(fresh, before, own=bool(own)) if before else fresh

    def _query(
        self, reading: Reading, question: str, said: Timed, found: tuple[Family, ...], codes: tuple[str, ...],
        areas: tuple[str, ...], unheld: str, before: Query | None,
    ) -> Query:  # fmt: skip
        text = reading.asking
        beside = _is_beside_whole(text, areas)
        by_area = across.REGIONS.search(text) is not None
        regions = tuple(area for area in areas if area != ENGLAND_AND_WALES) if beside or by_area else areas
        over_areas = by_area and not regions and not unheld
        aspect = aspect_of(reading, several=len(regions) > 1 or beside or over_areas)
        earlier = regions or (before.areas if before and not over_areas else ())
        times = periods_of(said, self._held, found, () if over_areas else earlier or (ENGLAND_AND_WALES,), before)
        which = across.WHICH_QUARTER in said.shapes
        own = Across(
            over="areas" if over_areas else "periods" if times.every or which else "",
            beside_whole=beside,
            ends=over_areas and bool(across.ENDS.search(text) and across.APART.search(text)),
            compared=times.compared or (len(regions) > 1 and bool(across.COMPARED.search(text))),
            unknown_area=unheld,
            read_as=times.read_as,
        )
        return Query(
            question=question,
            topic="breakdown",
            families=found,
            codes=codes,
            areas=regions,
            periods=times.periods,
            aspect="value" if aspect == "change" and (beside or over_areas) else aspect,
            state=state_of(reading),
            counting=reading.has(shapes.COUNT),
            order=order_of(reading),
            ordered=reading.has(shapes.MOST),
            first=bounds.first(reading.bare),
            ordinal=bounds.is_ordinal(reading.bare),
            limits=bounds.limits(reading.bare),
            numbers=numbers(reading.bare),
            claim=_claim(reading, beside),
            polar=is_polar(reading),
            why=bool(shapes.WHY.search(reading.text)),
            sourced=reading.has(when.SOURCE),
            across=own,
            search=question,
        )

    def _without(self, areas: Sequence[str], reading: Reading) -> Reading:
        """The reading without the areas it names: what a name says is no shape of the question."""
        bare = self._reader.without_areas(reading.text).strip() if areas else ""
        return self._reader.read(bare) if bare else reading

    def _areas(self, reading: Reading) -> tuple[tuple[str, ...], str]:
        """The areas held that a question names, and one that it names and that is not."""
        areas = self._reader.areas(reading.text)
        left = self._reader.without_areas(reading.text)
        forms = [(form, name) for name, forms in aliases().areas.items() for form in (name, *forms)]
        others = (name for form, name in sorted(forms, key=lambda pair: -len(pair[0])) if _holds(left, fold(form)))
        return areas, next((name for name in (*reading.localities, *others) if name not in areas), "")

    def _naming(self, text: str, unheld: str) -> str:
        """A folded text without what names no measure: areas, and how it goes over them."""
        for form in (unheld, *aliases().areas.get(unheld, ())) if unheld else ():
            text = re.sub(rf"(?<!\w){re.escape(fold(form))}(?!\w)", " ", text)
        left = self._reader.without_areas(text)
        for shape in NAMING_NOTHING:
            left = shape.sub(" ", left)
        whole = self._reader.without_areas(text)
        return left if _told(self._reader.read(left)) >= _told(self._reader.read(whole)) else whole

    def _near(self, named: Reading, naming: str) -> tuple[Family, ...]:
        """The measures whose names a text gives in part, where it is of one that is not held."""
        likely = [match for match in named.matches[:1] if match.named >= LIKE]
        return tuple(one for one in families(likely) if one in self._held.measures)

    @cached_property
    def _contraries(self) -> Contraries:
        return contraries(everyday().contrary)

    def _beside_strange(self, named: Reading, naming: str, question: str) -> tuple[str, Reading]:
        """The name that hides the measure of a question, and its reading without; "" and the reading without one."""
        for name in names(naming, question, self._held.areas):
            other = self._reader.read(without(name, naming))
            if own := _families(other):
                return whole(name, question, named.residue(self._measured(own))), other
        return "", named

    def _unknown_place(self, named: Reading, naming: str, question: str) -> str:
        """A place that a question names and that nothing is known of, as it writes it; "" where there is none.

        It is a name, a word after "in" or one of an area's name, and accounts for nothing of the measure.
        """
        told, own = _told(named), _families(named)
        left = named.residue(self._measured(own))
        of_name = left if named.codes or not own else frozenset()
        for name in names(naming, question, self._held.areas):
            other = self._reader.read(without(name, naming))
            stray = of_name if not is_like(name, self._held.areas) else left
            if stray & set(stems(name)) or (_told(other) > told > 0 and _named(other) >= _named(named)):
                return whole(name, question, left)
        return ""

    def _measured(self, own: Sequence[Family]) -> frozenset[str]:
        """The stems of the names of measures."""
        held = self._held.measures
        return frozenset(stem for one in own if one in held for stem in stems(held[one].name))


def _nameless(text: str, named: Reading) -> str:
    """A folded text without the names of measures that it gives: whole ones first, then what is left of any."""
    for match in named.named:
        text = text.replace(fold(match.measure.name), " ")
    return without_names(text, named.named)


def _codes(named: Reading, before: Query | None) -> tuple[str, ...]:
    """The versions of measures that a question asks for: by code, by the name that fits best, or as before."""
    if named.printed:
        return named.printed
    best = dict.fromkeys(match.measure.code for match in named.named if match.score == named.named[0].score)
    return tuple(best) or (before.codes if before else ())


def _holds(text: str, form: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) is not None


def _families(named: Reading) -> tuple[Family, ...]:
    """The measures that a text names: by code, else by words."""
    return named.codes or families(named.named)


def _told(named: Reading) -> float:
    return named.matches[0].told if named.matches else 0.0


def _named(named: Reading) -> float:
    return named.matches[0].named if named.matches else 0.0


def _is_of_words(reading: Reading) -> bool:
    """Whether it asks about the scorecard, a definition or a publication, and not for a figure of a measure."""
    if reading.has(shapes.RATING) and not reading.codes:
        return True
    if reading.has(shapes.DIRECTION) and not (reading.mentions or reading.areas or reading.has(across.REGIONS)):
        return True
    return bool(reading.has(shapes.DEFINITION) or reading.has(shapes.PUBLISHED))


def _follows(reading: Reading) -> bool:
    short = len(reading.text.split()) <= FEW_WORDS
    return bool(when.FOLLOWING.search(reading.text)) or short or reading.has(when.POINTING)


def _is_beside_whole(text: str, areas: Sequence[str]) -> bool:
    """Whether regions are held against the figure of the whole."""
    others = [area for area in areas if area != ENGLAND_AND_WALES]
    named = ENGLAND_AND_WALES in areas or across.WHOLE.search(text) is not None
    regions = len(others) == 1 or (not others and across.REGIONS.search(text) is not None)
    return regions and named and across.BESIDE.search(text) is not None


def _claim(reading: Reading, beside: bool) -> Claim:
    """What a question says happened, or how a region stood to the whole."""
    if not beside:
        return claim_of(reading)
    stood: Sequence[tuple[Claim, re.Pattern[str]]] = (
        ("improved", across.BETTER), ("declined", across.WORSE), ("above", across.ABOVE), ("below", across.BELOW),
    )  # fmt: skip
    return next((claim for claim, shape in stood if reading.has(shape)), "")


def _carried(query: Query, before: Query, *, own: bool) -> Query:
    """The query with what a follow-up leaves open: its measure, area and period, and what is wanted of them."""
    names = [] if own else ["measure"]
    changes: dict[str, object] = {}
    if not query.areas and query.across.over != "areas" and before.areas and not query.across.unknown_area:
        changes["areas"] = before.areas
        names.append("area")
    if query.periods == before.periods and query.periods:
        names.append("period")
    wants = query.ordered or query.state or query.claim or query.across.over or query.aspect != "value"
    if before.topic == "breakdown" and not wants:
        regions = query.areas or query.across.unknown_area
        beside = before.across.beside_whole and not before.across.over
        if not regions:
            changes |= {
                "order": before.order, "ordered": before.ordered, "first": before.first, "state": before.state,
                "counting": before.counting, "ordinal": before.ordinal,
            }  # fmt: skip
        over = before.across.over if not regions or before.across.over == "periods" else ""
        over = "" if over == "periods" and len(query.periods) == 1 else over
        beside = beside or query.across.beside_whole
        changes["across"] = replace(
            query.across, over=over, beside_whole=beside, ends=before.across.ends and bool(over)
        )
        met = before.state in ("met", "missed") and bool(regions)
        changes |= {"aspect": "met" if met else before.aspect, "claim": before.claim if beside else query.claim}
        if over == "areas":
            changes["areas"] = ()
    return replace(query, **changes, carried=tuple(names))  # type: ignore[arg-type]
