"""The text of an answer as plain text: its paragraphs and list items, with or without the marks of its sources."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from assistant.answers import Answer, Citation

MARK = re.compile(r"[ \t]*\[(\d{1,3})\]")
BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
ITEM = re.compile(r"[-*•][ \t]+(.*)")
BETWEEN = r"(?:\s|\*\*|\[\d{1,3}\])*"  # what may stand between the words of the headline in the text


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph of an answer, or an item of a list, as plain text; its lines are those of what it quotes.

    `sources` are the citations it is marked with, in their order in it.
    """

    text: str
    item: bool
    sources: tuple[Citation, ...]


def said(answer: Answer, marked: bool) -> list[Said]:
    """What an answer says, in order; with its marks, such as [1], where they are wanted."""
    found: list[tuple[str, bool]] = []
    goes_on = False
    for line in answer.text.splitlines():
        text = line.strip()
        item = ITEM.fullmatch(text)
        if goes_on and text and (not item or line.startswith("  ")):  # a line of what is quoted, whatever its sign
            found[-1] = (f"{found[-1][0]}\n{text}", found[-1][1])
        elif text:
            found.append((item[1], True) if item else (text, False))
        goes_on = bool(text)
    return [Said(_plain(text, answer, marked), item, sources(text, answer)) for text, item in found]


def sources(text: str, answer: Answer) -> tuple[Citation, ...]:
    """The citations that a text of an answer is marked with, each once, in their order in it."""
    known = {citation.number: citation for citation in answer.citations}
    numbers = dict.fromkeys(int(mark[1]) for mark in MARK.finditer(text))
    return tuple(known[number] for number in numbers if number in known)


def headline(answer: Answer) -> tuple[str, tuple[Citation, ...], str]:
    """The headline as plain text without marks, the sources it is marked with in the text, and the text after it.

    The text is whole where it does not begin with the headline.
    """
    line = _plain("\n".join(part.strip() for part in answer.headline.strip().splitlines()), answer, marked=False)
    words = re.findall(r"\w+|[^\w\s]", line)
    match = re.match(BETWEEN + BETWEEN.join(map(re.escape, words)) + BETWEEN, answer.text) if words else None
    if match is None:
        return line, sources(answer.headline, answer), answer.text
    return line, sources(match[0], answer), answer.text[match.end() :]


def put_into_words(answer: Answer) -> str:
    """Which language model's words these are, or why they are none though one was to answer; "" without a model."""
    if answer.model:
        return f"Put into words by {answer.model}; each figure was checked against its source."
    return answer.instead


def _plain(text: str, answer: Answer, marked: bool) -> str:
    """Text without bold and, where they are not wanted, without the marks of sources; all else as it stands."""
    text = BOLD.sub(r"\1", text)
    return text if marked else unmarked(text, {citation.number for citation in answer.citations})


def unmarked(text: str, numbers: Collection[int]) -> str:
    """Text without the marks of sources of these numbers; other numbers in brackets stay."""
    return MARK.sub(lambda mark: "" if int(mark[1]) in numbers else mark[0], text).strip()
