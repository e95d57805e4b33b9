"""Sentences without a source mark: what opens a list, what says that nothing is published, and what claims nothing."""

import re
from collections.abc import Sequence

from assistant.checking.directions import said_in
from assistant.checking.figures import figures
from assistant.holdings import Holdings
from assistant.lead.asked import Asked
from assistant.lead.evidence import Evidence
from assistant.lead.words import aliased, neutral, stems_of, turns, uncovered
from assistant.lead.written import Sentence
from assistant.reading import Reading
from assistant.trace import numbers
from corpus.periods import find_periods, without_periods

PUBLICATIONS = r"(?:the )?(?:publications?|bulletins?|sources?|reports?|documents?)(?: (?:that are )?held)?"
REASON = r"(?:why|(?:a|any|the|its) (?:reasons?|causes?|explanation))"
NO_REASON = re.compile(
    rf"^(?:however,? |but )?(?:{PUBLICATIONS} (?:do|does) not "
    rf"(?:say|give|publish|explain|state|show|record|report) {REASON}"
    r"|no (?:reason|explanation|cause) (?:for (?:this|it) )?is (?:given|published|stated))\b",
    re.I,
)
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


def is_not_held(text: str, holdings: Holdings) -> bool:
    """Whether a sentence says only that nothing is published for a period, of which indeed nothing is held."""
    mentions = find_periods(text)
    held = [one.period for document in holdings.documents for one in document.observations]
    apart = any(one.touches(mention.period) for mention in mentions for one in held)
    return bool(NO_FIGURE.fullmatch(without_periods(text, mentions).strip(" ."))) and bool(mentions) and not apart


def has_figures(one: Sentence) -> bool:
    """Whether a sentence gives a figure or a number, in digits or in words, or a date that is not only a lead-in's."""
    if one.is_lead_in:
        return bool(figures(without_periods(one.text)))
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
    if not sources or figures(one.text) or turns(one.text):
        return False
    said = {say.what for source in sources for line in source.said for say in said_in(line)}
    if not {say.what for say in said_in(one.text)} <= said:
        return False
    known = {mention.period for source in sources for mention in find_periods(source.text)}
    known |= {o.period for source in sources for o in source.observations}
    if not {mention.period for mention in find_periods(one.text)} <= known:
        return False
    return not (stems_of(" ".join(uncovered(one.text, sources))) - stems_of(about.text))
