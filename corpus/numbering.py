"""Settling what belongs to which numbered paragraph, and joining sentences cut by a heading or a figure.

A number that an extraction lost is never guessed. A bullet belongs to the numbered paragraph above it where
the next number shows that none is missing between, or where that paragraph announces a list; otherwise it may
be a paragraph that lost its number, and stands on its own.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.blocks import Block
from corpus.furniture import ENDS

ANNOUNCES = re.compile(r":$|\bfollowing\b[^.,;:]*\.$", re.I)
LIST_ITEM = 150  # letters: a bullet shorter than this, of one sentence, is an item of a list
REACH = 15  # blocks: a heading, a figure and its notes may stand inside a sentence


def settle(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with cut sentences joined and items given the number they are cited by."""
    return _owned(_joined(blocks))


def _joined(blocks: Sequence[Block]) -> list[Block]:
    joined = list(blocks)
    at = 0
    while at < len(joined):
        rest = _rest_of(joined, at)
        if rest is None:
            at += 1
            continue
        joined[at] = replace(joined[at], text=f"{joined[at].text} {joined[rest].text}")
        del joined[rest]
    return joined


def _rest_of(blocks: Sequence[Block], at: int) -> int | None:
    """Where the rest of a sentence that breaks off stands, if it does."""
    block = blocks[at]
    if block.kind not in ("paragraph", "item") or ENDS.search(block.text) or block.place:
        return None
    for n in range(at + 1, min(at + 1 + REACH, len(blocks))):
        if blocks[n].kind == "paragraph" and not blocks[n].number and blocks[n].text[0].islower():
            return n
        if blocks[n].kind in ("paragraph", "item"):
            return None
    return None


def _owned(blocks: Sequence[Block]) -> list[Block]:
    """Give every item, and what follows a list, the number of its paragraph where that is certain."""
    owned: list[Block] = []
    holder: Block | None = None  # the paragraph that items now belong to
    stray = False  # it is a bullet that may be a paragraph without its number
    for at, block in enumerate(blocks):
        if block.kind in ("heading", "keyfact"):
            holder = None
        elif block.kind == "paragraph" and holder and not block.number and _goes_on(owned, holder):
            block = replace(block, number=holder.number)
        elif block.kind == "paragraph":
            holder, stray = block, False
        elif block.kind == "item" and not _is_item(block, holder, stray, owned, blocks[at:]):
            block = replace(block, kind="paragraph")
            holder, stray = block, True
        elif block.kind == "item" and holder:
            block = replace(block, number=holder.number)
        owned.append(block)
    return owned


def _goes_on(owned: Sequence[Block], holder: Block) -> bool:
    """Whether a paragraph without a number, next in the text, goes on after the list of the numbered one."""
    before = next(block for block in reversed(owned) if block.kind in ("paragraph", "item"))
    after_list = before.kind == "item" or before is not holder
    return bool(holder.number) and after_list and before.number == holder.number


def _is_item(
    block: Block, holder: Block | None, stray: bool, owned: Sequence[Block], following: Sequence[Block]
) -> bool:
    """Whether a bullet belongs to the paragraph above."""
    if holder is None:
        return False
    if not holder.number and not stray:
        return True
    if _has_ended(owned, block):
        return False
    if ANNOUNCES.search(holder.text):
        return True
    short = len(block.text) < LIST_ITEM and not re.search(r"\.\s", block.text)
    return not stray and (short or _none_missing(holder.number, following))


def _has_ended(owned: Sequence[Block], block: Block) -> bool:
    """Whether a list of clauses ("this; and", "that.") was closed before this bullet."""
    clauses = [before for before in owned[-4:] if before.kind == "item"]
    closed = bool(clauses) and owned[-1] is clauses[-1] and clauses[-1].text.endswith(".")
    return closed and block.text[0].isupper() and any(re.search(r";(?: and| or)?$", c.text) for c in clauses)


def _none_missing(number: str, following: Sequence[Block]) -> bool:
    """Whether the next number is the very next one."""
    after = next((block.number for block in following if block.kind == "paragraph" and block.number), "")
    here, there = re.match(r"(.*?)(\d+)$", number), re.match(r"(.*?)(\d+)$", after)
    return bool(here and there and here[1] == there[1] and int(there[2]) == int(here[2]) + 1)
