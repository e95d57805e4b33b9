"""Rules for headings, numbered paragraphs, lists and the rest of the text."""

import re

from corpus.blocks import Block
from corpus.furniture import ENDS
from corpus.lines_reader import LONG, NUMBERED, Reader

ORDINAL = r"(?:\d{1,2}|[A-Z]|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)"
DIVISION = re.compile(
    rf"^(?P<name>(?:Part|Chapter|Appendix|Annexe?|Section)\s+{ORDINAL})(?:\s*[:.–—]\s+(?P<title>[A-Z].*))?$"
)
TOP = re.compile(r"^(?:executive summary|summary|key facts|foreword|preface)$", re.I)
NUMBERED_HEADING = re.compile(r"^(?P<number>\d{1,2}(?:\.\d{1,2})*)\.\s+(?P<title>[A-Z].{2,100})$")
LETTERED = re.compile(r"^(?P<letter>[a-z])[.)]?\s+(?P<text>[A-Z].*)$")
PLACE = re.compile(
    r"(?<=[.!?:)%’'”\"])\s+\[(?P<place>(?:paragraphs?|figure|table|section|summary|key facts|main points|part"
    r"|appendix|annex|footnote|note|recommendation|conclusion|chapter|box|page|question|answer)\b[^\[\]]*)\]$",
    re.I,
)
QUESTION = re.compile(r"^(?:\(?(?:asked|tabled) on\b|question to\b)", re.I)
ANSWER = re.compile(r"^answered by\b", re.I)
LABELLED = re.compile(r"^(?:[A-Z][\w-]*(?: [a-z]+){0,2}|[a-z]+):\s")
ADDRESS = re.compile(r"^[A-Za-z][\w-]*:\s")  # "Email: ..."
NOT_HEADING = re.compile(r"@|://|^(?:published|updated|last updated)\b|^\d{1,2}\s+\w+\s+\d{4}$|[|\t]|\]$", re.I)
SEAM = re.compile(r"(?<=[a-z0-9’'”\")%])\s+(?=(?:The|On|Of|In|At|This|These|For|It|Across|However|There)\s+\w)")
HEADING = 130  # letters, and 20 words: a heading is no longer
NUMBERS_LOST = 8  # paragraph numbers in a row that an extraction may have lost
NOTES_LOST = 4  # and footnote numbers


def placed(reader: Reader) -> bool:
    """A statement of our library, with its place at the end."""
    match = PLACE.search(reader.text)
    if not match:
        return False
    return reader.add(Block("paragraph", reader.text[: match.start()], place=match["place"]))


def written_question(reader: Reader) -> bool:
    """The parts of a question put in Parliament and its answer, each under its name."""
    name = "Question" if QUESTION.match(reader.line.text) else "Answer" if ANSWER.match(reader.line.text) else ""
    if not name:
        return False
    if name == reader.top:
        return reader.add(Block("item", reader.line.text))
    return reader.heading(name, 1) and reader.add(Block("paragraph", reader.line.text))


def titled(reader: Reader) -> bool:
    """A heading that says it is one: by its rank, its name, its number, or as a division of a report."""
    text = reader.line.text.lstrip("#").strip()
    rank = len(reader.line.text) - len(reader.line.text.lstrip("#"))
    if match := DIVISION.match(text):
        following = reader.ahead().lstrip("# ")
        title = match["title"] or (following if _could_head(following) else "")
        reader.heading(f"{match['name']}: {title}" if title else match["name"], rank or 1)
        reader.at += 1 if title and not match["title"] else 0
        return True
    numbered = None if reader.is_bulleted or ENDS.search(text) else NUMBERED_HEADING.match(text)
    if numbered:
        reader.last["heading"] = int(numbered["number"].split(".")[0])
        level = rank or 1 + numbered["number"].count(".")
        return reader.heading(numbered["title"], level, numbered["number"])
    if rank:
        return reader.heading(text, rank)
    return bool(TOP.match(text)) and reader.top != text and reader.heading(text, 1)


def row(reader: Reader) -> bool:
    """A row of a list set as a table: a claim and its explanation. Other rows are of tables unread."""
    text = reader.line.text
    if "\t" in text or re.fullmatch(r"[\s|:-]+", text):
        return reader.add(Block("table", text))
    cells = [cell.strip() for cell in text.split("|") if cell.strip()] if "|" in text else _run_together(reader)
    if len(cells) < 2 and "|" not in text:
        return False
    if not any(len(cell) > LONG and ENDS.search(cell) for cell in cells):
        return reader.add(Block("table", text))
    reader.add(Block("paragraph", cells[0]))
    return all(reader.add(Block("item", cell)) for cell in cells[1:])


def _run_together(reader: Reader) -> list[str]:
    """The cells of a row an extraction flattened: long lines without a blank between, a seam in each."""
    text, following = reader.line.text, reader.lines[reader.at + 1 : reader.at + 2]
    neighbour = reader.line.adjacent or any(line.adjacent for line in following)
    seam = SEAM.search(text)
    if not (seam and reader.spaced and neighbour) or len(text) < LONG or reader.is_bulleted or NUMBERED.match(text):
        return []
    return [text[: seam.start()], text[seam.end() :]]


def numbered(reader: Reader) -> bool:
    """A numbered paragraph, or a footnote whose number stands on the line."""
    match = NUMBERED.match(reader.text)
    if not match:
        return False
    number, text = match["number"], match["text"]
    if "." in number:
        reader.dotted = True
        return _paragraph_of(reader, text, number)
    last, note = reader.last.get("paragraph", 0), reader.last.get("footnote", 0)
    if len(text) < LONG // 2 and not reader.is_bulleted:
        return False
    if not reader.dotted and last < int(number) <= last + NUMBERS_LOST:
        reader.last["paragraph"] = int(number)
        return _paragraph_of(reader, text, f"{reader.top} {number}".strip())
    if reader.is_bulleted or not note < int(number) <= note + NOTES_LOST:
        return False
    reader.last["footnote"] = int(number)
    return reader.add(Block("note", text, number=f"footnote {number}"))


def _paragraph_of(reader: Reader, text: str, number: str) -> bool:
    reader.end_figure()
    return reader.add(Block("paragraph", text, number=number))


def recommendation(reader: Reader) -> bool:
    """A lettered recommendation, the letters in turn, under a heading that says so."""
    match = LETTERED.match(reader.text)
    if not match or "recommendation" not in reader.under.lower():
        return False
    if ord(match["letter"]) - ord("a") != reader.last.get("letter", 0):
        return False
    reader.last["letter"] = reader.last.get("letter", 0) + 1
    return reader.add(Block("paragraph", match["text"], number=f"recommendation {match['letter']}"))


def bullet(reader: Reader) -> bool:
    """An item of a list."""
    return reader.is_bulleted and reader.add(Block("item", reader.text))


def plain_heading(reader: Reader) -> bool:
    """A short line that closes with no mark, before text of its own; as the last line it heads nothing."""
    text = reader.line.text
    if (reader.line.adjacent and reader.spaced) or not _could_head(text):
        return False
    below = reader.above.level if reader.above and reader.above.kind == "heading" else 1
    named = text.lower() in reader.names and below == 1
    return reader.heading(text, 2 if named else min(below + 1, 4))


def _could_head(text: str) -> bool:
    """Whether a line has the looks of a heading: short, and closed by no mark."""
    short = 0 < len(text) <= HEADING and len(text.split()) <= 20 and not ENDS.search(text)
    opens = text[:1].isupper() or text[:1] in "'‘“\""
    return short and opens and not LABELLED.match(text) and not NOT_HEADING.search(text)


def paragraph(reader: Reader) -> bool:
    """Whatever else there is; a line with no blank before it, or an "Email:", goes with the one above."""
    text, above = reader.line.text, reader.above
    reader.where = "text" if reader.where in ("footnote", "notes") else reader.where
    if above and above.kind in ("paragraph", "item") and _goes_with(reader, above):
        return reader.add(Block("item", text))
    return reader.add(Block("paragraph", text))


def _goes_with(reader: Reader, above: Block) -> bool:
    in_stanza = reader.spaced and reader.line.adjacent
    labelled = bool(ADDRESS.match(reader.line.text)) and bool(above.text.endswith(":") or LABELLED.match(above.text))
    introduced = above.text.endswith(":") and len(above.text) < LONG and not above.number
    return in_stanza or labelled or introduced
