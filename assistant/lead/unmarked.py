"""Sentences without a source mark: what opens a list, what says that nothing is published, and what claims nothing."""

import re
from collections.abc import Sequence

from assistant.checking.directions import said_in
from assistant.checking.figures import figures
from assistant.holdings import Holdings
from assistant.lead.asked import Asked
from assistant.lead.evidence import Evidence
from assistant.lead.words import neutral, stems_of, turns, uncovered
from assistant.lead.written import Sentence
from assistant.reading import Reading
from assistant.trace import numbers
from corpus.periods import find_periods

PUBLICATIONS = r"(?:the )?(?:publications?|bulletins?|sources?|reports?|documents?)(?: (?:that are )?held)?"
ABSENCE = re.compile(
    rf"^(?:however,? |but )?(?:{PUBLICATIONS} (?:do|does) not "
    r"(?:say|give|publish|explain|state|show|record|report|hold|cover|break)"
    r"|no (?:reason|figure|regional figure|explanation|breakdown)s? (?:is|are) (?:given|published))\b",
    re.I,
)
ABSENT = stems_of(
    "say give publish explain state show record report hold cover break down breakdown reason why how cause explanation"
    " held publications publication bulletin source document region regional published given further more"
)


def is_absence(text: str, question: str) -> bool:
    """Whether a sentence says only that what the question asks is not published: in the question's words, no others."""
    if not ABSENCE.match(text):
        return False
    known = stems_of(question) | neutral() | ABSENT | turns(text)
    return stems_of(text) <= known and set(numbers(text)) <= set(numbers(question))


def is_claimless(text: str, question: str, reading: Reading, holdings: Holdings) -> bool:
    """Whether a sentence says nothing that could be right or wrong: no figure, date or event beyond the question's,
    and no name but of what is held."""
    known = set(numbers(question)) | {n for year in (e.year.label for e in holdings.editions) for n in numbers(year)}
    known |= {number for measure in holdings.measures for number in numbers(f"{measure.name} {measure.code}")}
    if not set(numbers(text)) <= known or said_in(text):
        return False
    asked = {mention.period for mention in find_periods(question)}
    held = {observation.period for document in holdings.documents for observation in document.observations}
    if not {mention.period for mention in reading.mentions} <= asked | held or reading.elsewhere:
        return False
    return all(one.unit == "time" or one.text.lower() in question.lower() for one in figures(text) if not one.in_words)


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
    return not (stems_of(" ".join(uncovered(one.text, sources))) - stems_of(about.text))
