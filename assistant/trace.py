"""The ledger of digits: every number an answer shows is traced to a source, or the answer is not shown."""

import re
from dataclasses import replace

from assistant.answers import Answer
from assistant.bounds import NUMBERS
from corpus.periods import without_periods

NUMBER = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)?")
MARK = re.compile(r"\[\d+\]")
ITEM = re.compile(r"^\s*\d{1,2}[.)]\s", re.M)  # the number of an item in a list
CODE = re.compile(r"\b[A-Z]{2,}\d+[A-Za-z]*\b")
PLACE = re.compile(r"\b(?:table|figure|section|paragraph|footnote|note)s? \d[\d.]*(?: and \d[\d.]*)*", re.I)


def untraced(answer: Answer) -> list[str]:
    """The numbers of an answer that stand in no quote of a citation or title of its table, in no figure's working and
    not in the question. Source marks, codes, places, titles and the names of periods are labels, not figures, and
    trace nothing: "Table 2" is no source of a 2."""
    quotes = [citation.quote for citation in answer.citations]
    quotes += [without_periods(citation.table.title) for citation in answer.citations if citation.table]
    workings = (MARK.sub(" ", figure.working) for figure in answer.figures if figure.working)
    held = {found for source in (_in_digits(answer.question), *quotes, *workings) for found in numbers(source)}
    return [number for number in numbers(_without_labels(answer)) if number not in held]


def checked(answer: Answer) -> Answer:
    """The answer, or where a number in it cannot be traced, the statement that it is not shown."""
    loose = untraced(answer)
    if not loose:
        return answer
    said = "An answer was found, but a number in it could not be traced to its source, so it is not shown."
    return replace(answer, status="not_found", headline=said, text=said, figures=(), caveats=(), options=(), charts=())


def _without_labels(answer: Answer) -> str:
    text = answer.text
    for citation in sorted(answer.citations, key=lambda c: -len(str(c.locator))):  # "paragraph 1.21" before "1.2"
        text = text.replace(f"{citation.publication.title}, {citation.locator}", " ")
        text = text.replace(citation.publication.title, " ").replace(f"({citation.locator.place})", " ")
    return without_periods(PLACE.sub(" ", CODE.sub(" ", MARK.sub(" ", ITEM.sub(" ", text)))))


def _in_digits(question: str) -> str:
    """The question with what it counts in words also in digits: "five points" gives a 5."""
    spelt = (str(NUMBERS[word]) for word in re.findall(r"[a-z]+", question.lower()) if word in NUMBERS)
    return f"{question} {' '.join(spelt)}"


def numbers(text: str) -> list[str]:
    """The numbers of a text in one form: no thousands commas, no trailing comma or zeros after the point."""
    found = (match.rstrip(",").replace(",", "") for match in NUMBER.findall(text))
    return [number.rstrip("0").rstrip(".") if "." in number else number for number in found]
