"""A checked draft as Markdown: the draft with its claims marked, a table of the claims, what to put right.

Text of drafts and publications is data: every sign of Markdown, HTML and LaTeX in it is written so that it
reads as itself. What is there to be copied stands in code blocks, letter by letter.
"""

import re
from collections.abc import Iterable, Sequence

from assistant.checking import shown
from assistant.checking.claims import CheckedDraft, Claim

ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\t": "&emsp;", " ": "&nbsp;"}
ENTITY = re.compile(r"[&<>]|[^\S ]|(?<= ) ")  # spaces that Markdown would drop or join are written out
SIGN = re.compile(r"[\\`*_\[\]{}|$~^@]|:(?=//)|:(?=[\w+-]+:)|(?<=www)\.|([=-])(?=\1)|(?<=([=-]))\2", re.IGNORECASE)
AT_START = re.compile(r"^(\s*\(?)(?:([#+=:-])|(\d{1,9}|[^\W\d_]{1,3})([.)])(?=\s|$))")
PLAIN_ADDRESS = re.compile(r"[\w:/?#@!$&'()*+,;=%.~-]+", re.ASCII)
HEADS = ("No.", "Figure", "Verdict", "Published", "Reason", "Source")
RULE = "---"


def as_markdown(draft: CheckedDraft) -> str:
    """The whole report; it ends with a line end."""
    blocks = ["# Checked draft", escaped(draft.summary), "## Draft with its claims marked"]
    if draft.claims:
        blocks += [shown.KEY]
    blocks += [_marked(draft)]
    if draft.claims:
        blocks += ["## Claims", _table(draft)]
    return "\n\n".join([*blocks, *_corrected(draft), *_notes(draft)]) + "\n"


def escaped(text: str, starts: bool = True, ends: bool = True) -> str:
    """Text as Markdown that reads as exactly its characters; whether a line starts with it, or ends."""
    text = SIGN.sub(r"\\\g<0>", shown.clean(text))
    text = AT_START.sub(_at_start, text) if starts else text
    text = ENTITY.sub(lambda found: ENTITIES.get(found[0], f"&#{ord(found[0])};"), text)
    if starts and text.startswith(" "):
        text = f"&nbsp;{text[1:]}"
    return f"{text[:-1]}&nbsp;" if ends and text.endswith(" ") else text


def _at_start(found: re.Match[str]) -> str:
    """What begins a heading, a list or a rule, so that it begins none."""
    return f"{found[1]}\\{found[2]}" if found[2] else f"{found[1]}{found[3]}\\{found[4]}"


def _marked(draft: CheckedDraft) -> str:
    """The draft's lines, broken where the draft breaks them."""
    paragraphs: list[list[str]] = [[]]
    for line in shown.lines(draft):
        if text := _line(draft, line):
            paragraphs[-1].append(text)
        elif paragraphs[-1]:
            paragraphs.append([])
    return "\n\n".join("\\\n".join(lines) for lines in paragraphs if lines)


def _line(draft: CheckedDraft, line: Sequence[shown.Piece]) -> str:
    return "".join(
        _claim(draft, piece) if piece.number else escaped(piece.text, n == 0, n == len(line) - 1)
        for n, piece in enumerate(line)
    )


def _claim(draft: CheckedDraft, piece: shown.Piece) -> str:
    """A claim in bold with its sign and number; as a tag, since stars beside a letter are no sign of bold."""
    sign = shown.SIGNS[draft.claims[piece.number - 1].finding.verdict]
    return f"<b>{escaped(piece.text, False, False)}</b> [{sign} {piece.number}]"


def _table(draft: CheckedDraft) -> str:
    rows = [_row(number, claim) for number, claim in enumerate(draft.claims, start=1)]
    return "\n".join([_cells(HEADS), _cells([RULE] * len(HEADS)), *rows])


def _row(number: int, claim: Claim) -> str:
    finding = claim.finding
    reason = "\n".join([finding.reason, *finding.caveats])
    texts = (claim.figure, shown.sign(claim), finding.published, reason)
    return _cells([str(number), *map(_cell, texts), _source(claim)])


def _source(claim: Claim) -> str:
    citation = claim.finding.citation
    if citation is None:
        return ""
    parts = [*map(_cell, shown.source_parts(citation)), _address(citation.publication.url)]
    return "<br>".join(part for part in (*parts, f"“{_cell(citation.quote)}”") if part)


def _address(url: str) -> str:
    """An address of the web as a link that reads as the address; any other as text."""
    return f"<{url}>" if shown.is_web_address(url) and PLAIN_ADDRESS.fullmatch(url) else _cell(url)


def _cell(text: str) -> str:
    return "<br>".join(escaped(line) for line in text.splitlines())


def _cells(texts: Iterable[str]) -> str:
    return f"| {' | '.join(texts)} |"


def _corrected(draft: CheckedDraft) -> list[str]:
    if not draft.changes:
        return []
    changed = "\n".join(f"- {_cell(before)} → {_cell(after)}" for before, after in shown.changes(draft))
    return ["## Corrected draft", changed, _code(draft.corrected)]


def _notes(draft: CheckedDraft) -> list[str]:
    return ["## Notes to add", _code("\n".join(draft.notes))] if draft.notes else []


def _code(text: str) -> str:
    """A code block with a fence longer than any row of the sign in it."""
    text = shown.clean(text)
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
    return f"{fence}text\n{text}\n{fence}"
