"""Holding figures of the scorecard against the bulletins: a region's rating, how many have one, the thresholds."""

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from assistant import phrases
from assistant.checking import sources
from assistant.checking.claims import Figure, Finding
from assistant.checking.count_words import correction_of, mends_of
from assistant.checking.quantities import QUANTITY, count_fits
from assistant.checking.subjects import Subject
from assistant.holdings import Edition, Holdings
from assistant.phrasing import any_of
from assistant.words import contains, fold
from corpus.aliases import Aliases
from corpus.models import ENGLAND_AND_WALES, Band, Observation

REGION = re.compile(r"\b(?:probation )?(?:regions?|areas?)\b")
THRESHOLD = any_of(r"""
    thresholds? | at least | or (?:more|above|higher|better) | cut[- ]?offs? | pass mark | starts at | begins at |
    needs? | needed | required? | below | under | less than | bound\w* | band | maximum | minimum | from
""")
WHOLE = any_of(
    r"as a whole | overall | nationally | national | the probation service (?:itself )?(?:was|is|got|scored|as)"
)
FROM = re.compile(r"\b(?:at least|from|between|starts? at|begins? at|minimum(?: of)?|needs?|needed|requires?) ?$")
A_SCORE = re.compile(r"\bscor(?:e of|ed|es|ing)(?: (?:only|just|about))? ?$")
LACKS = re.compile(r"\b(?:needs?|needed|more|further|short of|lacks?|away from)\b")
BELOW = re.compile(r"\b(?:below|under|less than|up to|to|and) ?$")
NOT_SO = re.compile(r"^[^,.;]{0,40}(?:\bnot\b|n't\b)")  # of regions that are said not to have a rating nothing is said
NUMBER_OF = re.compile(r"\bnumber of (?:\w+ ){0,2}?(?:regions|areas)\b")
OF_PART = re.compile(r"\bengland\b(?! (?:and|&) wales)|\benglish\b")


class Ratings:
    """Holds figures and words against the scorecards."""

    def __init__(self, holdings: Holdings, aliases: Aliases) -> None:
        self._holdings = holdings
        self._aliases = aliases

    def find(self, subject: Subject) -> Finding | None:
        """What the scorecards say of a figure; None where it is no rating, count of regions or threshold."""
        figure = subject.figure
        text = fold(subject.statement.text)
        of_regions = re.match(r"\s*of (?:the |all |our )?(?:\w+ ){0,2}?(?:regions|areas)\b", subject.after)
        if figure.unit == "percent" and figure.step > 0 and not of_regions and figure.noun != QUANTITY:
            return self._threshold(subject, text)
        if (figure.unit == "number" and figure.value.denominator != 1) or figure.unit not in ("number", "percent"):
            return None
        if self._counts_regions(subject, text):
            return self._number_of_regions(subject, text)
        if figure.unit == "number" and figure.base is None and (band := self._band(int(figure.value))):
            return self._rating(subject, text, band)
        return None

    def edition(self, subject: Subject) -> Edition | None:
        """The bulletin with ratings of a figure's period; the latest where its sentence names none."""
        rated = [e for e in self._holdings.editions if e.ratings()]
        period = subject.period
        found = next((e for e in rated if period and (e.year == period or period.holds(e.year))), None)
        return found or (rated[-1] if rated and not subject.stated else None)

    def rated_so(self, subject: Subject, rating: int, areas: Sequence[str]) -> Finding | None:
        """Whether areas have a rating, as words say it: "London was rated inadequate"."""
        edition = self.edition(subject)
        if edition is None:
            return None
        rows = [o for area in areas for o in edition.ratings(area)]
        wrong = [o for o in rows if o.value != rating]
        if not rows:
            return None
        first = (wrong or rows)[0]
        said = phrases.listed(f"{o.area} was rated {phrases.rated(o)}" for o in wrong or rows)
        return Finding(
            verdict="contradicted" if wrong else "supported",
            published=phrases.rated(first),
            reason=f"{said} in {edition.year.label}.",
            citation=sources.of_rows(self._holdings, wrong or rows),
            correction=wrong[0].label if len(wrong) == len(rows) == 1 else "",
        )

    def ratings_in(self, text: str) -> list[tuple[int, int, int]]:
        """The ratings that a folded text names in words: where each starts and ends, and its number."""
        found: list[tuple[int, int, int]] = []
        for form, number in self._forms():
            for match in re.finditer(rf"(?<![\w-]){re.escape(form)}(?![\w-])", text):
                if not any(start < match.end() and match.start() < end for start, end, _ in found):
                    found.append((match.start(), match.end(), number))
        return sorted(found)

    def _forms(self) -> list[tuple[str, int]]:
        bands = [band for edition in self._holdings.editions for band in edition.document.bands]
        forms = {(fold(form), b.rating) for b in bands for form in (b.name, *self._aliases.ratings.get(b.name, ()))}
        return sorted(forms, key=lambda pair: (-len(pair[0]), pair))

    def _band(self, rating: int) -> Band | None:
        bands = self._holdings.bands(None)
        return next((band for band in bands if band.rating == rating), None)

    def _counts_regions(self, subject: Subject, text: str) -> bool:
        """Whether a figure counts regions: their name stands beside it, or it follows a count that has it."""
        figure = subject.figure
        beside = re.match(r"\s*(?:of )?(?:the |all |our |these )?(?:\w+ ){0,2}?(?:regions?|areas?)\b", subject.after)
        if beside or REGION.search(fold(figure.text)):
            return True
        named = self.ratings_in(f"{subject.before} {subject.after}")
        if NUMBER_OF.search(text) and self.ratings_in(text) and not subject.areas:
            return True
        if figure.base is not None and REGION.search(text) and named:
            return True
        follows = not subject.first or bool(subject.statement.before)
        spoken = REGION.search(text) or REGION.search(fold(subject.statement.before))
        beside_rating = self.ratings_in(subject.after[:40]) or re.match(
            r"\s*(?:others? )?(?:was|were|got|are)\b", subject.after
        )
        return bool(
            follows and spoken and beside_rating and not subject.areas and (figure.in_words or figure.base or named)
        )

    def _number_of_regions(self, subject: Subject, text: str) -> Finding | None:
        figure, edition = subject.figure, self.edition(subject)
        if edition is None or NOT_SO.search(subject.after):
            return None
        regions = self._regions(edition, text)
        numbers = self._wanted(subject, text)
        if not numbers:
            return self._all_regions(figure, regions, edition, subject)
        found = [o for o in regions if o.value is not None and int(o.value) in numbers]
        names = " or ".join(phrases.rating(n, band.name if (band := self._band(n)) else "") for n in numbers)
        listed = f": {phrases.listed(o.area for o in found)}" if found else ""
        verb = "was" if len(found) == 1 else "were"
        reason = f"{len(found)} of {len(regions)} regions {verb} rated {names} in {edition.year.label}{listed}."
        citation = sources.of_rows(self._holdings, found or regions)
        right = count_fits(figure, len(found), len(regions))
        if not right and figure.base is None and figure.value == len(regions):
            right = "exact"
        published = f"{len(found)} of {len(regions)}"
        if right:
            return Finding(verdict="supported", published=published, reason=reason, citation=citation)
        return Finding(
            verdict="contradicted", published=published, reason=reason, citation=citation,
            correction=correction_of(figure, len(found), len(regions)), mends=mends_of(subject),
        )  # fmt: skip

    def _all_regions(
        self, figure: Figure, regions: Sequence[Observation], edition: Edition, subject: Subject
    ) -> Finding | None:
        """A number of regions of which no rating is said: right where it is that of all; no other is contradicted here
        unless the sentence only says how many there are."""
        reason = f"The scorecard of {edition.year.label} rates {len(regions)} regions."
        citation = sources.of_rows(self._holdings, regions)
        if figure.base is None and figure.value == len(regions):
            return Finding(
                verdict="supported", published=str(len(regions)), reason=reason, citation=citation, sureness=0.7
            )
        there_are = re.search(
            r"\b(?:there (?:are|were)|has|have|had|made up of|divided into|split into|covers?|all) (?:the )?$",
            subject.before,
        )
        if there_are and figure.unit == "number" and figure.base is None:
            return Finding(
                verdict="contradicted", published=str(len(regions)), reason=reason, citation=citation,
                correction=str(len(regions)), sureness=0.7,
            )  # fmt: skip
        return None

    def _regions(self, edition: Edition, text: str) -> list[Observation]:
        """The regions of a scorecard; those of one country where the text names it alone."""
        found = [o for o in edition.ratings() if o.area != ENGLAND_AND_WALES]
        parts = ENGLAND_AND_WALES.split(" and ")
        return [o for o in found if o.area not in parts] if OF_PART.search(text) else found

    def _wanted(self, subject: Subject, text: str) -> tuple[int, ...]:
        """The ratings that a count of regions is of: those named after it, or before it, or of the sentence."""
        for part in (subject.after, subject.before):
            if named := self.ratings_in(part):
                several = [n for _, _, n in named] if re.search(r"\bor\b|\beither\b", part) else [named[0][2]]
                return tuple(dict.fromkeys(several))
        on_a = re.search(r"\b(?:rating|score|rated|scored|rated as|graded)(?: of)?(?: an?)? (\d)\b", text)
        if on_a and self._band(int(on_a[1])):
            return (int(on_a[1]),)
        return tuple(dict.fromkeys(n for _, _, n in self.ratings_in(text)[:1]))

    def _rating(self, subject: Subject, text: str, band: Band) -> Finding | None:
        """The rating of a region, or of the whole, as a number."""
        figure = subject.figure
        said = re.search(
            r"\b(?:rat\w+|scor\w+|grad\w+|got|given|received|awarded|was|were|at|from|to|a|with|on)(?: \w+){0,2}?"
            r" ?\(?$",
            subject.before,
        )
        named = re.search(rf"(?:{'|'.join(map(re.escape, map(fold, subject.areas)))})[:,–-]* ?\(?$", subject.before)
        beside = subject.areas and named is not None
        if not (said or beside or subject.statement.cell) or not re.search(
            r"\brat(?:ed|ing)|\bscor\w+|\bgrad\w+|\bscorecard", text + fold(subject.statement.heading)
        ):
            return None
        if re.match(r"\s*(?:points?|per|of\b|out of|measures?|targets?|service|years?)", subject.after):
            return None
        areas = subject.reading.areas or subject.areas
        if not areas and WHOLE.search(text):
            areas = (ENGLAND_AND_WALES,)
        if not areas:
            return None
        area = self._nearest(areas, subject)
        edition = self.edition(subject)
        rows = edition.ratings(area) if edition else []
        if edition is not None and area in subject.reading.localities:
            return self._unrated(area, edition)
        if edition is None or not rows:
            return None
        row = rows[0]
        right = row.value == figure.value
        other = "" if right else self._in_another_year(area, figure, edition)
        return Finding(
            verdict="supported" if right else "contradicted",
            published=phrases.rated(row),
            reason=f"{area} was rated {phrases.rated(row)} in {edition.year.label}.{other}",
            citation=sources.of_rows(self._holdings, [row]),
            correction="" if right else row.shown,
            caveats=tuple(note.text for note in row.notes),
        )

    def _unrated(self, area: str, edition: Edition) -> Finding:
        """A rating given for a place that the scorecard does not rate."""
        regions = self._regions(edition, "")
        reason = f"{area} is not rated: the scorecard rates {phrases.listed(o.area for o in regions)}."
        return Finding(verdict="not_found", reason=reason, citation=sources.of_rows(self._holdings, regions))

    def _in_another_year(self, area: str, figure: Figure, edition: Edition) -> str:
        for other in self._holdings.editions:
            if other is not edition and any(o.value == figure.value for o in other.ratings(area)):
                return f" It was rated {int(figure.value)} in {other.year.label}."
        return ""

    def _nearest(self, areas: Sequence[str], subject: Subject) -> str:
        """The area last named before a figure, else the first of all."""
        text = fold(subject.statement.text)[: subject.figure.start]
        forms = {area: (area, *self._aliases.areas.get(area, ())) for area in areas}
        places = {
            a: max((text.rfind(fold(form)) for form in named if contains(text, form)), default=-1)
            for a, named in forms.items()
        }
        return max(areas, key=lambda area: places[area])

    def _threshold(self, subject: Subject, text: str) -> Finding | None:
        """A threshold of a rating, percent of the maximum score."""
        named = self.ratings_in(text) or [
            (m.start(1), m.end(1), int(m[1])) for m in re.finditer(r"\brating of (?:an? )?(\d)\b", text)
        ]
        if not named or subject.areas:
            return None
        scored = re.search(r"\bscor\w*|\bmaximum|\bavailable\b", text)
        if not (scored or (THRESHOLD.search(text) and re.search(r"\brat(?:ed|ing)|\bband|\bthreshold", text))):
            return None
        at = subject.figure.start
        number = min(named, key=lambda one: (min(abs(one[0] - at), abs(one[1] - at)), one[0]))[2]
        bands = [b for b in self._holdings.bands(subject.period) if b.rating == number]
        if not bands or (A_SCORE.search(subject.before) and LACKS.search(text)):
            return None
        claimed = _bounds(subject, bands[0])
        right = any(subject.figure.value == Fraction(bound) for bound in claimed) or _is_score_of(subject, bands[0])
        main = (claimed or [bound for bound in (bands[0].lower, bands[0].upper) if bound is not None])[0]
        between = " and ".join(
            part
            for part in (
                f"at least {bands[0].lower}%" if bands[0].lower is not None else "",
                f"below {bands[0].upper}%" if bands[0].upper is not None else "",
            )
            if part
        )
        return Finding(
            verdict="supported" if right else "contradicted",
            published=f"{main}%",
            reason=f"A rating of {phrases.rating(number, bands[0].name)} takes a score of {between} of the maximum.",
            citation=sources.of_bands(self._holdings, bands),
            correction="" if right else f"{main}%",
        )


def _is_score_of(subject: Subject, band: Band) -> bool:
    """Whether a figure is a score that has a rating, not one of its bounds."""
    if subject.figure.side != "exactly" or not A_SCORE.search(subject.before):
        return False
    score = subject.figure.value
    return (band.lower is None or score >= Fraction(band.lower)) and (
        band.upper is None or score < Fraction(band.upper)
    )


def _bounds(subject: Subject, band: Band) -> list[Decimal]:
    """The bounds of a rating that a threshold may be: the lower or upper, as the words beside it ask, else both."""
    lower = subject.figure.side == "at_least" or FROM.search(subject.before)
    upper = subject.figure.side in ("below", "at_most") or BELOW.search(subject.before)
    wanted = [band.lower] if lower else [band.upper] if upper else [band.lower, band.upper]
    return [bound for bound in wanted if bound is not None]
