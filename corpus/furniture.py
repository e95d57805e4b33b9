"""Telling a publication's text from what is printed around it: contents list, imprint, page furniture."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.cleaning import clean

BULLET = re.compile(r"^\s*(?:[-*•◦▪■☐–]|o(?=\s))(?:\s+|$)")
CAPTION = re.compile(
    r"^(?P<number>(?:Figure|Table|Chart|Box|Map)\s+(?:\d+[A-Za-z]?|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten))"
    r"(?:\s+(?P<more>continued)|\s*[:.–—]\s+(?P<title>.+))?$"
)
CONTENTS = re.compile(r"^(?:#+\s*)?(?:table of )?contents$", re.I)
ENTRY = re.compile(r"^(?P<name>\D.*?)[\s.…]+(?P<page>\d{1,3})$")
IMPRINT = re.compile(
    r"\bISBN\b|\bISSN\b|^©|^£\d+\.\d\d$|\bprinted on\b.*\b(?:paper|silk|fibre|forests?|content)\b"
    r"|\brecyclable\b|\bdesign and production\b|^produced by\b"
    r"|^(?:back to top|print this page|share this page|view source)$",
    re.I,
)
PICTURE = re.compile(r"(?<!\s)\s+(?:portrait|photo(?:graph)?|image|logo)$", re.I)
LINK = re.compile(r"(?<!\s)\s*[-–|]\s*view source$", re.I)
ENDS = re.compile(r"[.!?:;…][\"'”’)\]]*$")
LAST = 40  # letters of a line that show how it ends
LONGEST_ENTRY = 300  # letters of a contents list's entry, with the dots to its page
SHORT = 50  # letters: words of a drawing come in lines shorter than this
FRAGMENTS = 5  # short lines in a row that make no sentence


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, cleaned. `adjacent`: no blank line stands before it."""

    text: str
    indent: int = 0
    adjacent: bool = False


def read_lines(text: str) -> list[Line]:
    """The lines of a text with the ones an extraction wrapped put together again; blank lines are gone."""
    lines: list[Line] = []
    blank = True
    for raw in text.split("\n"):
        line = clean(raw) if raw.strip() else ""
        if not line.strip():
            blank = True
            continue
        new = Line(line.strip(), len(line) - len(line.lstrip()), not blank)
        if lines and _continues(lines[-1], new):
            lines[-1] = Line(f"{lines[-1].text} {new.text}", lines[-1].indent, lines[-1].adjacent)
        else:
            lines.append(new)
        blank = False
    return lines


def _continues(before: Line, line: Line) -> bool:
    if before.text in ("-", "•", "*"):
        return not BULLET.match(line.text)
    if not line.adjacent or BULLET.match(line.text) or "|" in line.text or "\t" in line.text:
        return False
    if line.indent and BULLET.match(before.text) and not re.match(r"\d+\.\s", line.text):
        return True
    label = re.match(r"[\w ]{1,20}:\s", line.text)
    ended = ENDS.search(before.text, max(len(before.text) - LAST, 0))
    return line.text[0].islower() and not label and not ended and "|" not in before.text


@dataclass(frozen=True, slots=True)
class Contents:
    """The headings a contents list names, in lower case, and where the text proper begins (a line index)."""

    names: frozenset[str] = frozenset()
    start: int = 0


def read_contents(lines: Sequence[Line]) -> Contents:
    """Find the contents list. The text proper begins at the first heading that it names."""
    at = next((n for n, line in enumerate(lines) if CONTENTS.match(line.text)), None)
    if at is None:
        return Contents()
    names, unpaged, last = list[str](), list[str](), at
    for n in range(at + 1, len(lines)):
        entry = ENTRY.match(lines[n].text) if len(lines[n].text) <= LONGEST_ENTRY else None
        if entry:
            names += [*unpaged, entry["name"].lower()]
            unpaged, last = [], n
        elif len(unpaged) == 2 or len(lines[n].text) > SHORT * 3:
            break
        else:
            unpaged.append(lines[n].text.lower())
    if len(names) < 3:
        return Contents()
    start = next((n for n in range(last + 1, len(lines)) if lines[n].text.lower() == names[0]), last + 1)
    return Contents(frozenset(names), start)


def without_furniture(lines: Sequence[Line]) -> list[Line]:
    """The lines without imprint, links of a page, texts of pictures, and words that fell out of a drawing."""
    kept = [Line(LINK.sub("", line.text), line.indent, line.adjacent) for line in lines]
    following = [*(line.text for line in kept[1:]), ""]
    kept = [
        line
        for line, after in zip(kept, following, strict=False)
        if line.text and not IMPRINT.search(line.text) and not _is_picture(line.text, after)
    ]
    return _without_fragments(kept)


def _is_picture(text: str, after: str) -> bool:
    """Whether a line is the text of a picture, which the next line gives again without the word for it."""
    return bool(PICTURE.search(text)) and PICTURE.sub("", text) == after


def _without_fragments(lines: Sequence[Line]) -> list[Line]:
    """Drop runs of short lines that begin in mid-sentence: the words of a drawing, in no sure order."""
    kept: list[Line] = []
    run: list[Line] = []
    for line in [*lines, Line("")]:
        if line.text and len(line.text) < SHORT and not line.adjacent and not _stands_alone(line.text):
            run.append(line)
            continue
        lower = sum(piece.text[0].islower() for piece in run)
        if len(run) < FRAGMENTS or lower * 3 < len(run):
            kept += run
        run = []
        kept += [line] if line.text else []
    return kept


def _stands_alone(text: str) -> bool:
    """Whether a short line has its own sense: a sentence, an item, a caption, a row, a title of notes."""
    sentence = ENDS.search(text) and not text[0].islower()
    titled = CAPTION.match(text) or re.match(r"(?:notes?|sources?)\b:?", text, re.I) or text.startswith("#")
    return bool(sentence or titled or BULLET.match(text) or "|" in text or "\t" in text)
