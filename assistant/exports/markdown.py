"""Text as Markdown that reads as itself: every sign of Markdown, HTML and LaTeX in it is written so.

What is there to be copied stands in code blocks, letter by letter.
"""

import re
from collections.abc import Iterable, Sequence

from assistant.exports.blocks import Block, Grid, Heading, Items
from assistant.exports.text import clean, is_web_address

ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\t": "&emsp;", " ": "&nbsp;"}
ENTITY = re.compile(r"[&<>]|[^\S ]|(?<= ) ")  # spaces that Markdown would drop or join are written out
SIGN = re.compile(r"[\\`*_\[\]{}|$~^@]|:(?=//)|:(?=[\w+-]+:)|(?<=www)\.|([=-])(?=\1)|(?<=([=-]))\2", re.IGNORECASE)
AT_START = re.compile(r"^(\s*\(?)(?:([#+=:-])|(\d{1,9}|[^\W\d_]{1,3})([.)])(?=\s|$))")
PLAIN_ADDRESS = re.compile(r"[\w:/?#@!$&'()*+,;=%.~-]+", re.ASCII)
RULE = "---"
BREAK = "\\\n"


def escaped(text: str, starts: bool = True, ends: bool = True) -> str:
    """Text as Markdown that reads as exactly its characters; whether a line starts with it, or ends."""
    text = SIGN.sub(r"\\\g<0>", clean(text))
    text = AT_START.sub(_at_start, text) if starts else text
    text = ENTITY.sub(lambda found: ENTITIES.get(found[0], f"&#{ord(found[0])};"), text)
    if starts and text.startswith(" "):
        text = f"&nbsp;{text[1:]}"
    return f"{text[:-1]}&nbsp;" if ends and text.endswith(" ") else text


def cell(text: str) -> str:
    """Text as a cell of a table, its lines kept apart."""
    return "<br>".join(escaped(line) for line in text.splitlines())


def address(url: str) -> str:
    """An address of the web as a link that reads as the address; any other as text."""
    return f"<{url}>" if is_web_address(url) and PLAIN_ADDRESS.fullmatch(url) else cell(url)


def row(cells: Iterable[str]) -> str:
    """A row of a table, of cells that are Markdown."""
    return f"| {' | '.join(cells)} |"


def table(headers: Sequence[str], rows: Iterable[Iterable[str]]) -> str:
    """A table, of cells that are Markdown."""
    return "\n".join([row(headers), row([RULE] * len(headers)), *map(row, rows)])


def code(text: str) -> str:
    """A code block with a fence longer than any row of the sign in it."""
    text = clean(text)
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
    return f"{fence}text\n{text}\n{fence}"


def as_markdown(blocks: Iterable[Block]) -> str:
    """Blocks as Markdown; it ends with a line end."""
    return "\n\n".join(map(_block, blocks)) + "\n"


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * (block.level + 1)} {escaped(' '.join(block.text.split()))}"
    if isinstance(block, Items):
        signs = (f"{n}." if block.numbered else "-" for n in range(1, len(block.texts) + 1))
        return "\n".join(_item(sign, text) for sign, text in zip(signs, block.texts, strict=True))
    if isinstance(block, Grid):
        return table([cell(header) for header in block.headers], ([cell(text) for text in row] for row in block.rows))
    return _lines(block)


def _item(sign: str, text: str) -> str:
    """An item of a list, its lines under one another."""
    return f"{sign} {_lines(text)}".replace("\n", f"\n{' ' * (len(sign) + 1)}")


def _lines(text: str) -> str:
    """Lines broken where the text breaks them; one that is an address of the web is a link."""
    said = [line for line in text.splitlines() if line.strip()]
    return BREAK.join(address(line) if is_web_address(line) else escaped(line) for line in said)


def _at_start(found: re.Match[str]) -> str:
    """What begins a heading, a list or a rule, so that it begins none."""
    return f"{found[1]}\\{found[2]}" if found[2] else f"{found[1]}{found[3]}\\{found[4]}"
