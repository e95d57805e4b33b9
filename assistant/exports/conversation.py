"""A conversation as Markdown, as Word, and its figures as CSV: nothing in them that the pages do not show.

What an answer used and is no longer so is said before it, where `outdated` tells of an answer what that is.
"""

from collections.abc import Callable, Iterator, Sequence

from assistant.answers import Answer, Citation, Figure
from assistant.conversations import Conversation, Turn, set_by_hand
from assistant.exports.blocks import Block, Heading, Items
from assistant.exports.copied import workings
from assistant.exports.markdown import as_markdown as markdown
from assistant.exports.said import put_into_words, said, sources
from assistant.exports.text import CHANGED, day, quoted, source_lines
from assistant.exports.workbook import as_csv

FIGURES = ("Question", "Figure", "Working", "Publication", "Published", "Place", "Quote", "Address", CHANGED)
Outdated = Callable[[Answer], Sequence[str]]  # what an answer used and is no longer so, one sentence each


def as_of_now(_: Answer) -> Sequence[str]:
    """Nothing: of answers that were just given."""
    return ()


def as_markdown(conversation: Conversation, outdated: Outdated = as_of_now) -> str:
    """Each question with its answer, workings, caveats and sources; it ends with a line end."""
    return markdown(_blocks(conversation, outdated))


def as_word(conversation: Conversation, outdated: Outdated = as_of_now) -> bytes:
    """The same as a .docx file."""
    from assistant.exports.word import as_word as word

    return word(conversation.name, _blocks(conversation, outdated))


def figures_csv(conversation: Conversation, outdated: Outdated = as_of_now) -> bytes:
    """A row for each figure of each answer, with where it stands or how it was worked out and from what.

    A source that no figure of its answer names, such as a sentence that is quoted, has a row without a figure.
    """
    answered = [(turn.question.text, turn.answer) for turn in conversation.turns if turn.answer]
    rows = [
        (*row, "\n".join(outdated(answer))) for question, answer in answered for row in _figure_rows(question, answer)
    ]
    return as_csv(FIGURES, rows)


def _blocks(conversation: Conversation, outdated: Outdated) -> list[Block]:
    asked = [block for turn in conversation.turns for block in _turn(turn, outdated)]
    return [Heading(conversation.name, 0), *asked]


def _turn(turn: Turn, outdated: Outdated) -> Iterator[Block]:
    yield Heading(turn.question.text)
    if changed := set_by_hand(turn):
        yield f"Asked again with: {changed}"
    if turn.answer is None:
        yield turn.problem or "Not answered."
        return
    yield from _listed(CHANGED, outdated(turn.answer))
    yield from _text(turn.answer)
    if worded := put_into_words(turn.answer):
        yield worded
    yield from _listed("Before you use this", turn.answer.caveats)
    yield from _listed("How it was worked out", workings(turn.answer))
    if turn.answer.citations:
        yield Heading("Sources", 2)
        yield Items(tuple(source_lines(source) for source in turn.answer.citations), numbered=True)


def _text(answer: Answer) -> Iterator[Block]:
    """The paragraphs and lists of an answer, and what it can be asked instead."""
    items: list[str] = []
    for part in said(answer, marked=True):
        if part.item:
            items.append(part.text)
            continue
        if items:
            yield Items(tuple(items))
        items = []
        yield part.text
    items += [option for option in answer.options if option not in answer.text]
    if items:
        yield Items(tuple(items))


def _listed(title: str, texts: Sequence[str]) -> Iterator[Block]:
    if texts:
        yield Heading(title, 2)
        yield Items(tuple(texts))


def _figure_rows(question: str, answer: Answer) -> Iterator[tuple[str, ...]]:
    named: set[int] = set()
    for figure in answer.figures:
        resting = _sources(figure, answer)
        named |= {source.number for source in resting}
        yield question, figure.text, figure.working or "", *_about(resting)
    for source in answer.citations:
        if source.number not in named:
            yield question, "", "", *_about([source])


def _sources(figure: Figure, answer: Answer) -> list[Citation]:
    """The sources of a figure: where it stands, or those that its working is marked with."""
    marked = sources(figure.working or "", answer)
    return [source for source in answer.citations if source.number == figure.citation or source in marked]


def _about(resting: Sequence[Citation]) -> tuple[str, ...]:
    """Publication, day, place, quote and address of sources; where there are several, a line for each."""
    columns = (
        [source.publication.title for source in resting],
        [day(source.publication.published) for source in resting],
        [str(source.locator) for source in resting],
        [quoted(source) for source in resting],
        [source.publication.url for source in resting],
    )
    return tuple("\n".join(column) for column in columns)
