"""Making the passages that are searched and quoted, each with the place where a reader finds it.

A list is one passage with the sentence that leads into it; a long one is several, each with that sentence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.blocks import Block
from corpus.models import Locator, Passage, PassageKind
from corpus.sentences import split

LIMIT = 1200  # letters of a list, before it becomes two passages
LEAD = 400  # letters of a paragraph that can lead into a list whole


@dataclass(frozen=True, slots=True)
class _Group:
    """Blocks that are read together, under their headings."""

    blocks: tuple[Block, ...]
    path: tuple[Block, ...]


def passages(publication_id: str, blocks: Sequence[Block]) -> tuple[Passage, ...]:
    """Return the passages of a publication, in reading order. Headings and table rows make none."""
    made = []
    for group in _groups(blocks):
        place = _place(group)
        section = tuple(_shown(heading) for heading in group.path)
        made += [
            Passage(
                text=text,
                sentences=split(text),
                locator=Locator(publication_id, place),
                section=section,
                kind=_kind(group),
                annotates=next((block.annotates for block in group.blocks if block.annotates), ""),
            )
            for text in _texts(group.blocks)
        ]
    return tuple(made)


def _groups(blocks: Sequence[Block]) -> Iterator[_Group]:
    path: tuple[Block, ...] = ()
    taken: set[int] = set()
    captions = _captions(blocks)
    for at, block in enumerate(blocks):
        if block.kind == "heading":
            path = (*(heading for heading in path if heading.level < block.level), block)
        elif block.kind != "table" and at not in taken:
            members = captions.get(block.number, [at]) if block.kind == "caption" else _members(blocks, at)
            taken.update(members)
            yield _Group(tuple(blocks[n] for n in members), path)


def _members(blocks: Sequence[Block], at: int) -> list[int]:
    """The blocks that make one group with this: items with their lead-in, lines of a note."""
    first, members = blocks[at], [at]
    if first.kind not in ("paragraph", "item", "note"):
        return members
    for n in range(at + 1, len(blocks)):
        if not _goes_on(first, blocks[n]):
            if blocks[n].kind in ("note", "caption", "table") and first.kind != "note":
                continue  # a figure or a footnote may stand inside a list
            break
        members.append(n)
    return members


def _captions(blocks: Sequence[Block]) -> dict[str, list[int]]:
    """The lines of each numbered caption, wherever they stand."""
    found: dict[str, list[int]] = {}
    for at, block in enumerate(blocks):
        if block.kind == "caption" and block.number:
            found.setdefault(block.number, []).append(at)
    return found


def _goes_on(first: Block, other: Block) -> bool:
    if first.kind == "note":
        return other.kind == "note" and bool(first.number) and (first.number, first.of) == (other.number, other.of)
    return first.kind in ("paragraph", "item") and other.kind == "item" and other.number == first.number


def _texts(blocks: Sequence[Block]) -> list[str]:
    """The text of a group: its lines, or where they are long several texts with the same first line."""
    lines = [block.text for block in blocks]
    whole = "\n".join(lines)
    if len(lines) == 1 or len(whole) <= LIMIT:
        return [whole]
    texts = [lines[0]] if len(lines[0]) > LEAD else []
    lead = split(lines[0])[-1] if texts else lines[0]
    current = [lead]
    for line in lines[1:]:
        if len(current) > 1 and sum(map(len, current)) + len(line) > LIMIT:
            carried = [current.pop()] if current[-1].endswith(":") and len(current) > 2 else []
            texts.append("\n".join(current))
            current = [lead, *carried]
        current.append(line)
    return [*texts, "\n".join(current)]


def _kind(group: _Group) -> PassageKind:
    match group.blocks[0].kind:
        case "note":
            return "note"
        case "caption":
            return "caption"
        case "keyfact":
            return "keyfact"
        case _:
            return "item" if len(group.blocks) > 1 else "body"


def _place(group: _Group) -> str:
    block = group.blocks[0]
    if block.place:
        return block.place
    if block.kind == "note":
        place = ", ".join(part for part in (block.of, block.number) if part)
    elif block.kind == "caption":
        place = block.number
    else:
        place = _paragraph_place(block.number)
    return place or _section(group.path)


def _paragraph_place(number: str) -> str:
    """How a numbered paragraph is cited: "2.6" as "paragraph 2.6", "Summary 8" as "Summary, paragraph 8"."""
    if match := re.fullmatch(r"(?:(.+)\s)?(\d+(?:\.\d+)*)", number):
        return f"{match[1]}, paragraph {match[2]}" if match[1] else f"paragraph {match[2]}"
    return number


def _section(path: Sequence[Block]) -> str:
    if not path:
        return "Opening"
    number = f" {path[-1].number}" if path[-1].number else ""
    return f"Section{number}: {path[-1].text}"


def _shown(heading: Block) -> str:
    return f"{heading.number}. {heading.text}" if heading.number else heading.text
