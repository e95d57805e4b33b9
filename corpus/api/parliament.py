"""Replies of Parliament's written questions API: each question with its answer is a publication of its own.

It is set as the question's page is, so that the readers of texts know its parts.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from corpus import html
from corpus.api.fields import day, fields, in_words, items, text
from corpus.content import Content
from corpus.errors import UnreadableFile
from corpus.metadata import slug

PAGE = "https://questions-statements.parliament.uk/written-questions/detail"
API = "https://questions-statements-api.parliament.uk/api/writtenquestions/questions"
PUBLISHER = "UK Parliament"
LICENCE = "Open Parliament Licence v3.0"
TAG = re.compile(r"</?[a-z][a-z0-9]*\b[^<>]*>", re.I)
CUT = "..."  # closes a text of which a list of results gives only the beginning
SHORTENED = 250  # letters: no text that is shorter was cut


def is_reply(reply: Mapping[str, Any]) -> bool:
    """Whether a reply is of this API: one question, a list of results, or what stands in either."""
    if isinstance(reply.get("results"), list):
        found = items(reply, "results")
        return all(map(is_reply, found)) and bool(found or "totalResults" in reply)
    value = fields(reply, "value") or reply
    return bool(text(value, "uin")) and "questionText" in value


def contents(reply: Mapping[str, Any], path: Path) -> Sequence[Content | UnreadableFile]:
    """The questions in a reply, each with its answer; one without is told of in its place."""
    found = items(reply, "results") if isinstance(reply.get("results"), list) else [reply]
    return [_question(fields(one, "value") or one, path) for one in found]


def _question(value: Mapping[str, Any], path: Path) -> Content | UnreadableFile:
    name = f"UIN {text(value, 'uin')}"
    if refused := _why_not(value):
        return UnreadableFile(path, f"{name}: {refused[0]}", refused[1])
    try:
        page = html.page(f"<!DOCTYPE html><main>{''.join(_parts(value))}</main>", path)
    except UnreadableFile as error:
        return error
    left_out = (*page.left_out, *_attachments(value))
    return Content(format="JSON", text=page.text, name=name, said=_said(value), left_out=left_out)


def _said(value: Mapping[str, Any]) -> dict[str, Any]:
    uin, heading, tabled = text(value, "uin"), text(value, "heading"), text(value, "dateTabled")[:10]
    named = f"{heading}: written question {uin}" if heading else f"Written question {uin}"
    address = f"{PAGE}/{tabled}/{uin}" if day(value, "dateTabled") else ""
    said = {
        "id": "-".join(filter(None, ("written-question", tabled, slug(uin)))),  # each session counts from 1 again
        "title": named,
        "publisher": PUBLISHER,
        "published": day(value, "dateAnswered"),
        "licence": LICENCE,
        "url": address,
    }
    return {name: value for name, value in said.items() if value}


def _parts(value: Mapping[str, Any]) -> Iterator[str]:
    """The page of a question: what was asked, of whom and when, who answered and when, the answer."""
    asked = day(value, "dateTabled")
    if heading := text(value, "heading"):
        yield f"<h1>{escape(heading)}</h1>"
    yield f"<p>(asked on {in_words(asked)})</p>" if asked else ""
    yield f"<p>Question to the {escape(text(value, 'answeringBodyName') or 'Government')}:</p>"
    yield _set(text(value, "questionText"))
    yield f"<p>{'<br>'.join(_answered(value))}</p>"
    yield _set(text(value, "answerText"))


def _answered(value: Mapping[str, Any]) -> Iterator[str]:
    """The lines over an answer: who gave it, when, to which other questions, and whether it was corrected."""
    answered, corrected = day(value, "dateAnswered"), day(value, "dateAnswerCorrected")
    member = fields(value, "answeringMember")
    yield "Answered by"
    yield from (escape(part) for name in ("name", "memberFrom") if (part := text(member, name)))
    if answered:
        yield f"This question was answered on {in_words(answered)}"
    if grouped := [str(uin) for uin in value.get("groupedQuestions") or () if isinstance(uin, str | int)]:
        yield f"It was answered together with {escape(', '.join(grouped))}."
    if value.get("answerIsCorrection") is True or text(value, "originalAnswerText"):
        yield f"This answer was corrected{f' on {in_words(corrected)}' if corrected else ''}."


def _set(words: str) -> str:
    """Words as HTML: those of older questions are plain text."""
    return (
        words if TAG.search(words) else "".join(f"<p>{escape(part)}</p>" for part in words.split("\n") if part.strip())
    )


def _attachments(value: Mapping[str, Any]) -> Iterator[str]:
    """The attachments of an answer, which a reply names and does not hold."""
    for one in items(value, "attachments"):
        shown = text(one, "title") or text(one, "fileName") or "an attachment"
        yield f"attachment {shown!r}: fetch it by itself"


def _why_not(value: Mapping[str, Any]) -> tuple[str, str] | None:
    """Why a question is no publication with figures, and what to do; None where it is one."""
    if value.get("isWithdrawn") is True:
        return "the question was withdrawn", "There is no answer to read."
    answer = text(value, "answerText")
    if not answer:
        due = day(value, "dateForAnswer")
        return f"it has no answer yet{f', one is due on {in_words(due)}' if due else ''}", "Fetch it again later."
    if value.get("answerIsHolding") is True:
        return "it has only a holding answer", "Fetch it again later."
    if any(len(words) >= SHORTENED and words.endswith(CUT) for words in (answer, text(value, "questionText"))):
        return "a list of results gives only the beginning of it", f"Fetch {API}/{value.get('id', '')}."
    return None
