"""Rules for figures, tables' captions and notes, and for footnotes.

What stands between a figure's caption and its notes or source are words of the drawing, in no sure order: of
those only whole sentences are kept, and what a label says of a large figure.
"""

import re

from corpus.blocks import Block
from corpus.cleaning import PLAIN_DIGITS
from corpus.footnotes import strip_marks
from corpus.furniture import BULLET, CAPTION, ENDS
from corpus.lines_reader import NUMBERED, Reader
from corpus.sentences import split

SOURCE = re.compile(r"\(?sources?:", re.I)
NOTES = re.compile(r"notes?:?", re.I)
BRACKET_NOTE = re.compile(r"^\[(?P<number>(?:foot)?note \d+)\]:?\s*(?P<text>.+)$", re.I)
RAISED_NOTE = re.compile(r"^(?P<number>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)\s*(?P<text>.+)$")
LISTED_NOTE = re.compile(r"^(?P<number>\d{1,3})\.\s+(?P<text>.+)$")
DOTTED = re.compile(r"(?:[-*•]\s+)?\d{1,2}\.\d{1,3}\s+[\"'‘“(]?[A-Z]")
LABEL = re.compile(r"(?<!\S)(?P<label>\d{1,3}(?:,\d{3})+\s+[a-z][\w ]{3,60})$")
BROKEN = re.compile(r"(?:[,–-]|\b(?:a|an|and|as|at|by|for|from|in|of|on|or|than|the|to|under|with|without))$", re.I)
MESSAGE = 40  # letters: the message under a figure's title is at least as long
SENTENCE = 60  # letters: the words of a drawing that make a sentence
SCRAMBLED = 900  # letters: a line of a drawing as long as this is several of its boxes read across


def caption(reader: Reader) -> bool:
    """A caption, on one line with its title or on a line of its own before it."""
    match = CAPTION.match(reader.line.text.lstrip("# "))
    if not match:
        return False
    reader.figure = match["number"]
    if match["title"]:
        reader.where = "text"
        return reader.add(Block("caption", match["title"], number=reader.figure))
    _titles(reader, again=bool(match["more"]))
    reader.where = "drawing" if _closes(reader) else "text"
    return True


def _titles(reader: Reader, again: bool) -> None:
    """The title and the message under a caption; where a figure goes on over a page it stands again."""
    following = reader.ahead()
    if again and following == reader.title:
        reader.at += 1
    if again or not following:
        return
    reader.title = following
    reader.add(Block("caption", following, number=reader.figure))
    reader.at += 1
    message = reader.ahead()
    if MESSAGE <= len(message) < SCRAMBLED and "\t" not in message and not BULLET.match(message):
        reader.add(Block("caption", message, number=reader.figure))
        reader.at += 1


def _closes(reader: Reader) -> bool:
    """Whether the drawing's notes or source come before the text goes on."""
    for line in reader.lines[reader.at + 1 :]:
        if NOTES.fullmatch(line.text) or SOURCE.match(line.text) or CAPTION.match(line.text):
            return True
        if DOTTED.match(line.text) or line.text.startswith("#"):
            return False
    return False


def source(reader: Reader) -> bool:
    """The source of a figure or table, which closes it."""
    if not reader.figure or not SOURCE.match(reader.line.text):
        return False
    reader.where = "text"
    return reader.add(Block("caption", reader.line.text, number=reader.figure))


def notes_title(reader: Reader) -> bool:
    """The word "Notes" over a list of them."""
    if not NOTES.fullmatch(reader.line.text.lstrip("# ")):
        return False
    reader.where = "notes"
    return True


def bracket_note(reader: Reader) -> bool:
    """A note that begins with its mark: "[note 2] ..."."""
    match = BRACKET_NOTE.match(reader.text)
    if not match:
        return False
    of = "" if reader.through else reader.figure
    return reader.add(Block("note", match["text"], number=match["number"].lower(), of=of))


def footnote(reader: Reader) -> bool:
    """The text of a footnote, its number raised or, in a list at the end, "3."; and what is nested in it."""
    last = reader.last.get("footnote", 0)
    if match := RAISED_NOTE.match(reader.line.text):
        number = int(match["number"].translate(PLAIN_DIGITS))
    elif (match := LISTED_NOTE.match(reader.line.text)) and _is_listed(reader, int(match["number"])):
        if reader.where != "footnote":
            reader.heading("Footnotes", 1)
        reader.where, number = "footnote", last + 1
    elif reader.where == "footnote" and (reader.line.indent > 0 or reader.is_bulleted):
        return reader.add(Block("note", reader.text, number=f"footnote {last}"))
    else:
        return False
    reader.last["footnote"] = number
    return reader.add(Block("note", match["text"], number=f"footnote {number}"))


def _is_listed(reader: Reader, number: int) -> bool:
    """Whether "3." opens the next footnote: set in, in the list already, or numbering anew after headings."""
    anew = number == 1 and reader.last.get("heading", 0) > 1
    in_list = reader.line.indent > 0 or reader.where == "footnote" or anew
    return reader.footnoted and in_list and number == reader.last.get("footnote", 0) + 1


def drawing(reader: Reader) -> bool:
    """Words of a drawing. A bullet that is a sentence is a note whose title is lost; labels are dropped."""
    if reader.where != "drawing" or DOTTED.match(reader.line.text):
        return False
    text, number = reader.text, ""
    if not text:
        return True
    if reader.is_bulleted and (match := NUMBERED.match(text)):
        text, number = match["text"], f"note {match['number']}"
    elif text[0].isupper() and not ENDS.search(text) and reader.ahead()[:1].islower():
        text = _with_rest(reader, text)
    for kept in _sound(text):
        reader.add(Block("note", kept, number=number, of=reader.figure))
    return True


def _with_rest(reader: Reader, text: str) -> str:
    """A sentence that breaks off, with the line that ends it, where that line is no mere label."""
    rest = strip_marks([Block("note", reader.ahead(), of=reader.figure)])[0].text
    if len(rest) < SENTENCE or not ENDS.search(rest):
        return text
    reader.at += 1
    return f"{text} {rest}"


def _sound(text: str) -> list[str]:
    """What may be quoted of a drawing's line: its whole sentences, or the label of a large figure."""
    text = strip_marks([Block("note", text, of="Figure")])[0].text
    if len(text) >= SCRAMBLED:
        return [match["label"]] if (match := LABEL.search(text[-SENTENCE * 2 :])) else []
    if len(text) < SENTENCE or not text[0].isupper() or "\t" in text or "|" in text:
        return []
    sentences = list(split(text))
    if not ENDS.search(sentences[-1]) and (len(sentences) == 1 or BROKEN.search(sentences[-1])):
        sentences.pop()
    return [" ".join(sentences)] if sentences else []


def note(reader: Reader) -> bool:
    """An entry of a figure's list of notes, with or without its number."""
    match = NUMBERED.match(reader.text)
    if reader.where != "notes" or DOTTED.match(reader.line.text) or not (match or reader.is_bulleted):
        return False
    number = f"note {match['number']}" if match else ""
    return reader.add(Block("note", match["text"] if match else reader.text, number=number, of=reader.figure))
