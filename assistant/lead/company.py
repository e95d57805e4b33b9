"""With what words a figure stands: what it counts, of which service and areas, and what stands nearest to it."""

import re

from assistant.checking.claims import Figure
from assistant.checking.directions import said_in
from assistant.checking.figures import figures
from assistant.checking.subjects import Subject
from assistant.lead.evidence import Fact, same_kind
from assistant.lead.words import listed, neutral, stems_of
from assistant.words import contains, fold
from corpus.aliases import aliases
from corpus.models import Observation

COUNTED_WORDS = 2  # that follow a plain number and say what it counts
GRAMMAR = frozenset(("of", "the", "all", "a", "an", "in", "and", "their", "its"))


def in_company(subject: Subject, fact: Fact) -> bool:
    """Whether a figure stands with the words, in its source's sentence, with which the answer gives it.

    Of several figures of the same kind in the source's sentence, the one is meant that stands nearest to these words.
    """
    if not _counts_the_same(subject, fact):
        return False
    rivals = [one for one in figures(fact.line) if same_kind(one, fact.figure)]
    near = stems_of(f"{subject.before} {subject.after}") - neutral()
    if len(rivals) < 2 or not near:
        return True
    worth = {(one.start, one.end): closeness(fact.line, one, near) for one in rivals}
    own = max((worth[one.start, one.end] for one in rivals if one.value == fact.figure.value), default=0.0)
    return own >= max(worth.values())


def is_of_others(subject: Subject, one: Observation) -> bool:
    """Whether a figure of a row is given as a share or number of measures or regions ("84.7% of services")."""
    behind = re.match(r"\s*(?:of )?(?:all )?(?:the )?(\w+)", subject.after)
    return behind is not None and bool(stems_of(behind[1]) & listed("counted") - stems_of(one.measure.name))


def is_of_another_service(subject: Subject, fact: Fact) -> bool:
    """Whether a sentence names a service that is not the one of a row or count; prose and other tables know none."""
    said, main = services_in(subject.statement.text), aliases().main_service
    if fact.observation is not None:
        service = fact.observation.measure.service
        return bool(service) and said != {main} and service not in said
    return fact.figure.base is not None and said != services_in(fact.line)


def services_in(text: str) -> frozenset[str]:
    """The services that a text names; the main one where it names none."""
    named = [name for name, forms in aliases().services.items() if any(contains(fold(text), form) for form in forms)]
    other = [name for name in named if name != aliases().main_service]
    return frozenset(other or (aliases().main_service,))


def _counts_the_same(subject: Subject, fact: Fact) -> bool:
    """Whether what a plain number counts, and what is said of it, are in its source's sentence."""
    if subject.figure.unit != "number":
        return True
    if subject.areas and not all(_names(area, fact.line) for area in subject.areas):
        return False
    behind = [word for word in re.findall(r"[^\W\d_][\w'’]*", subject.after) if word not in GRAMMAR][:COUNTED_WORDS]
    states = {say.what for say in said_in(fact.line)}
    said = {say.what for say in said_in(subject.statement.text)}
    counted = stems_of(" ".join(behind))
    if subject.figure.base is not None and not counted:
        return False
    return counted <= stems_of(fact.line) | (neutral() - listed("counted")) and (not states or bool(states & said))


def _names(area: str, line: str) -> bool:
    """Whether a line names an area in any of its ways."""
    return any(contains(fold(line), form) for form in (area, *aliases().areas.get(area, ())))


def closeness(line: str, figure: Figure, near: frozenset[str]) -> float:
    """How near the words of a set stand to a figure of a line: each counts by one over its distance in words."""
    worth: dict[str, float] = {}
    for sign, stretch in ((-1, line[: figure.start]), (1, line[figure.end :])):
        said = re.findall(r"[^\W\d_][\w'’]*|\d[\d.,]*", stretch)
        for distance, word in enumerate(reversed(said) if sign < 0 else said, 1):
            for stem in stems_of(word) & near:
                worth[stem] = max(worth.get(stem, 0.0), 1 / distance)
    return sum(worth.values())
