"""One answer made of the answers to the parts of a question, each source numbered once."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.answers import Answer, Citation, Figure
from assistant.charts import MOST as DRAWN
from assistant.suggestions import MOST as OFFERED

MARK = re.compile(r"\[(\d+)\]")


def joined(question: str, answers: Sequence[Answer]) -> Answer:
    """The answers one after another; answered where any part is. Of one answer, that answer."""
    if len(answers) == 1:
        return replace(answers[0], question=question)
    citations: list[Citation] = []
    texts, headlines = [], []
    figures: list[Figure] = []
    for answer in answers:
        numbers = {c.number: _number(citations, c) for c in answer.citations}
        texts.append(_renumbered(answer.text, numbers))
        headlines.append(_renumbered(answer.headline, numbers))
        figures += [_figure(figure, numbers) for figure in answer.figures]
    answered = [a for a in answers if a.status == "answered"]
    return Answer(
        question=question,
        status="answered" if answered else answers[0].status,
        headline=" ".join(headlines),
        text=" ".join(headlines) + "".join(_rest(text, head) for text, head in zip(texts, headlines, strict=True)),
        citations=tuple(citations),
        figures=tuple(dict.fromkeys(figures)),
        caveats=tuple(dict.fromkeys(caveat for a in answers for caveat in a.caveats)),
        options=tuple(dict.fromkeys(option for a in answers for option in a.options)),
        understood=tuple(dict.fromkeys(pair for a in answers for pair in a.understood)),
        suggestions=() if answered else tuple(dict.fromkeys(one for a in answers for one in a.suggestions))[:OFFERED],
        charts=tuple(dict.fromkeys(chart for a in answers for chart in a.charts))[:DRAWN],
    )


def _rest(text: str, headline: str) -> str:
    rest = text.removeprefix(headline).strip()
    return f"\n\n{rest}" if rest else ""


def _number(citations: list[Citation], citation: Citation) -> int:
    """The number of a source among those of the answers before, which it joins if it is new."""
    for held in citations:
        if (held.locator, held.quote) == (citation.locator, citation.quote):
            return held.number
    citations.append(replace(citation, number=len(citations) + 1))
    return len(citations)


def _renumbered(text: str, numbers: Mapping[int, int]) -> str:
    return MARK.sub(lambda match: f"[{numbers.get(int(match[1]), int(match[1]))}]", text)


def _figure(figure: Figure, numbers: Mapping[int, int]) -> Figure:
    cited = numbers[figure.citation] if figure.citation is not None else None
    return replace(figure, citation=cited, working=_renumbered(figure.working, numbers) if figure.working else None)
