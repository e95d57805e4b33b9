"""What is left of a sentence's numbers without its figures (dates, codes, places): each as a source has it."""

import re
from collections.abc import Iterator, Sequence

from assistant.checking.claims import Figure
from assistant.checking.number_words import numbers as in_words
from assistant.lead.asked import Asked
from assistant.lead.evidence import Source
from assistant.trace import CODE, numbers
from assistant.words import fold
from corpus.periods import Mention, find_periods, without_periods

SMALL = 2  # in words: "two years", "one of"; larger numbers in words count something
DIGITS = re.compile(r"\d")


def faults_of_numbers(text: str, found: Sequence[Figure], sources: Sequence[Source], about: Asked) -> Iterator[str]:
    """The dates, codes and other numbers of a text that none of its sources has, a sentence each."""
    bare = text
    for figure in found:
        bare = bare[: figure.start] + " " * (figure.end - figure.start) + bare[figure.end :]
    mentions = find_periods(bare)
    for mention in mentions:
        if not any(_dates(mention, source) for source in sources):
            yield f"{mention.text} is not in the sources marked beside it."
    held = {number for source in sources for number in numbers(f"{source.text} {_spelt(source.text)}")}
    codes = {code for source in sources for code in CODE.findall(source.text)}
    for code in CODE.findall(bare):
        if code not in codes:
            yield f"{code} is not in the sources marked beside it."
    rest = CODE.sub(" ", without_periods(bare, mentions))
    for number in numbers(re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", rest)):
        if number not in held:
            yield f"{number} is not in the sources marked beside it."
    for start, end, value in in_words(DIGITS.sub(" ", rest)):
        if value > SMALL and str(value) not in held:
            yield f"{rest[start:end]!r} is not in the sources marked beside it."


def _dates(mention: Mention, source: Source) -> bool:
    """Whether a source is of a period, names it, or names the year on its own; or gives a change on the year before."""
    if mention.period in source.periods or fold(mention.text) in fold(source.text):
        return True
    if mention.bare and mention.text in numbers(source.text):
        return True
    moved = (one.period.shifted(-1) for one in source.observations if one.change is not None)
    return mention.period in set(moved)


def _spelt(text: str) -> str:
    """The numbers in words of a text, in digits."""
    return " ".join(str(value) for _, _, value in in_words(text))
