"""Sentences without a source mark: what opens a list, what says that nothing is published, and what claims nothing."""

import re
from collections.abc import Sequence

from assistant.checking.directions import said_in
from assistant.checking.figures import figures
from assistant.holdings import Holdings, family
from assistant.lead.asked import Asked
from assistant.lead.company import services_in
from assistant.lead.evidence import Evidence
from assistant.lead.names import without_measure, without_names
from assistant.lead.words import aliased, binding, neutral, stems_of, turns, unknown
from assistant.lead.written import Sentence
from assistant.reading import Reading
from assistant.trace import numbers
from corpus.aliases import aliases
from corpus.periods import find_periods, without_periods

PUBLICATIONS = r"(?:the )?(?:publications?|bulletins?|sources?|reports?|documents?)(?: (?:that are )?held)?"
REASON = r"(?:why|(?:a|any|the|its) (?:reasons?|causes?|explanation))"
NO_REASON = re.compile(
    rf"^(?:however,? |but )?(?:{PUBLICATIONS} (?:do|does) not "
    rf"(?:say|give|publish|explain|state|show|record|report) {REASON}"
    r"|no (?:reason|explanation|cause) (?:for (?:this|it) )?is (?:given|published|stated))\b",
    re.I,
)
NOT_GIVEN = re.compile(rf"^(?:However, )?{PUBLICATIONS} (?:do|does) not (?:give|publish)\b", re.I)
ROLES = stems_of("target change difference gap distance goal ceiling threshold")  # a list may give other figures
NO_FIGURE = re.compile(r"(?:However, )?no (?:figures?|data|performance) (?:is|are) (?:yet )?published for", re.I)
ASKED = stems_of(
    "do does did you your want wanted mean means meant which one ones what how many much was were is are or all any "
    "every year years latest look looking ask asking question prefer like know should show only just more about"
)
ABSENT = stems_of("say give publish explain state show record report hold held reason cause explanation why")


def is_absence(text: str, question: str) -> bool:
    """Whether a sentence says only that no reason is published for what the question asks: in its words, no others.

    That a figure is not published is for the assistant itself to say.
    """
    if not NO_REASON.match(text):
        return False
    known = stems_of(question) | neutral() | ABSENT | turns(text)
    return stems_of(text) <= known and set(numbers(text)) <= set(numbers(question))


def is_not_held(text: str, reading: Reading, holdings: Holdings) -> bool:
    """Whether a sentence says only that nothing is published for a period, or a measure for an area, and it is so."""
    mentions = find_periods(text)
    held = [one for document in holdings.documents for one in document.observations]
    if mentions and NO_FIGURE.fullmatch(without_periods(text, mentions).strip(" .")):
        return not any(one.period.touches(mention.period) for mention in mentions for one in held)
    if mentions or not NOT_GIVEN.match(text) or len(reading.areas) != 1 or not reading.matches:
        return False
    measure, area = reading.matches[0].measure, reading.areas[0]
    rest = re.sub(rf"\b{re.escape(area)}\b", " ", without_measure(NOT_GIVEN.sub(" ", text), measure))
    return not unknown(rest) and all(one.area != area for one in holdings.of([family(measure)]))


def has_figures(one: Sentence) -> bool:
    """Whether a sentence gives a figure, a date or another number, in digits or in words."""
    return bool(numbers(one.text) or figures(one.text) or find_periods(one.text))


def asks_only(text: str, question: str, reading: Reading, holdings: Holdings) -> bool:
    """Whether what is asked back claims nothing: its words are the question's, names of what is held, or of asking."""
    named = [*(f"{m.name} {m.code} {m.service}" for m in holdings.measures), *holdings.areas]
    named += [d.publication.title for d in holdings.documents]
    named += [one.period.label for d in holdings.documents for one in d.observations]
    known = f"{question} {' '.join(named)}"
    if reading.unknown or reading.elsewhere or not set(numbers(text)) <= set(numbers(known)):
        return False
    return stems_of(text) <= stems_of(known) | neutral() | ASKED | aliased(text)


def lead_in_holds(one: Sentence, following: Sequence[Sentence], about: Asked, evidence: Evidence) -> bool:
    """Whether a line only opens the list that follows: all it says is in the list's sources or the question."""
    if not one.is_lead_in or not following:
        return False
    sources = evidence.sources(dict.fromkeys(token for item in following for token in item.tokens))
    if not sources or figures(one.text) or said_in(one.text) or turns(one.text):
        return False
    known = {mention.period for source in sources for mention in find_periods(source.text)}
    known |= {o.period for source in sources for o in source.observations}
    if not {mention.period for mention in find_periods(one.text)} <= known:
        return False
    services = {o.measure.service for source in sources for o in source.observations if o.measure.service}
    if services and not services <= services_in(one.text) and services_in(one.text) != {aliases().main_service}:
        return False
    rest = without_periods(without_names(one.text, sources))
    return not unknown(rest) and not stems_of(rest) & (ROLES | binding())
