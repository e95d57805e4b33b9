"""Key facts: big numbers, each with what it counts below it."""

import re
from dataclasses import replace

from corpus.columns.pieces import FULL_STOP, Piece

NUMBER = re.compile(r"[£€$]?\d[\d,]*(?:\.\d+)?(?:%| million| billion)?")
FEWEST = 3


def with_key_facts(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with key facts known: three or more on one page, number and label in turn."""
    pieces = [part for piece in pieces for part in _number_apart(piece)]
    found: list[Piece] = []
    at = 0
    while at < len(pieces):
        facts, end = _facts(pieces, at)
        known = len(facts) >= FEWEST
        found += facts if known else pieces[at : at + 1]
        at = end if known else at + 1
    return found


def _number_apart(piece: Piece) -> list[Piece]:
    """A number on a line of its own, cut off from the label after it; else the piece as it is."""
    label = piece.lines[1:]
    if piece.kind != "text" or not label or not NUMBER.fullmatch(piece.lines[0].strip()):
        return [piece]
    if not label[0][0].isupper():
        return [piece]
    return [replace(piece, lines=piece.lines[:1]), replace(piece, lines=label, opens=False)]


def _facts(pieces: list[Piece], start: int) -> tuple[list[Piece], int]:
    facts: list[Piece] = []
    at = start
    while at + 1 < len(pieces) and pieces[at].page == pieces[start].page and _is_fact(*pieces[at : at + 2]):
        fact = replace(pieces[at], kind="keyfact", lines=pieces[at].lines + pieces[at + 1].lines)
        at += 2
        while at < len(pieces) and _runs_on(fact, pieces[at]):
            fact = replace(fact, lines=fact.lines + pieces[at].lines)
            at += 1
        facts.append(fact)
    return facts, at


def _is_fact(number: Piece, label: Piece) -> bool:
    is_label = label.text[0].isupper() and not FULL_STOP.search(label.text)
    return number.kind == label.kind == "text" and bool(NUMBER.fullmatch(number.text)) and is_label


def _runs_on(fact: Piece, piece: Piece) -> bool:
    """Whether a label goes on after a gap: in mid-sentence, or with a bracket open."""
    if piece.kind != "text" or piece.page != fact.page:
        return False
    if NUMBER.fullmatch(piece.text) or FULL_STOP.search(piece.text):
        return False
    return piece.text[0].islower() or fact.text.count("(") > fact.text.count(")")
