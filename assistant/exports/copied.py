"""Plain text to paste elsewhere: one line with its source, or a whole answer."""

from collections.abc import Iterable

from assistant.answers import Answer
from assistant.exports.said import headline, put_into_words, said
from assistant.exports.text import CHANGED, clean, source_line, source_lines


def quotable_line(answer: Answer) -> str:
    """The headline, followed by the sources it rests on as a press officer pastes them."""
    line, sources, _ = headline(answer)
    for source in sources:  # named after the line, so not twice
        line = line.replace(f" ({source.publication.title}, {source.locator})", "")
    named = "; ".join(dict.fromkeys(map(source_line, sources)))
    return clean(f"{line} (Source: {named})" if named else line)


def whole_answer(answer: Answer, outdated: Iterable[str] = ()) -> str:
    """The answer with its marks, caveats, workings and numbered sources, after what of it is no longer so."""
    parts = [
        _list(CHANGED, outdated),
        _text(answer),
        put_into_words(answer),
        _list("Before you use this", answer.caveats),
        _list("How it was worked out", workings(answer)),
        _list("Which do you mean?", [option for option in answer.options if option not in answer.text]),
    ]
    if answer.citations:
        sources = "\n\n".join(f"[{source.number}] {source_lines(source)}" for source in answer.citations)
        parts.append(f"Sources\n\n{sources}")
    return clean("\n\n".join(part for part in parts if part))


def workings(answer: Answer) -> list[str]:
    """How each figure that is not itself published was worked out: "9.6 percentage points: 80.4 - 90.0 = -9.6 [1]"."""
    return [f"{figure.text}: {figure.working}" for figure in answer.figures if figure.working]


def _text(answer: Answer) -> str:
    """The text, items of a list beneath one another and paragraphs apart."""
    text, before = "", False
    for part in said(answer, marked=True):
        between = "\n" if before and part.item else "\n\n" if text else ""
        text += between + ("- " + part.text.replace("\n", "\n  ") if part.item else part.text)
        before = part.item
    return text


def _list(title: str, texts: Iterable[str]) -> str:
    items = "\n".join(f"- {text}" for text in texts)
    return f"{title}\n{items}" if items else ""
