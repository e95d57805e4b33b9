"""Text from questions and publications is data: it is shown as written and never read as markup.

Everything that is not our own wording goes to the page through this module, either as HTML with every
character escaped, or as a label of a button with every sign of Markdown escaped.
"""

import html
import re
import string
from collections.abc import Iterable, Mapping

from assistant.exports.text import is_web_address

MARK = re.compile(r"\[(\d{1,3})\]")
BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
SPAN = re.compile(r"\d[\d,.]*[-–]\d+")
ITEM = re.compile(r"\s*(?:[-*•]|(\d{1,3})[.)])\s+(.*)", re.DOTALL)
SIGNS = re.compile(f"[{re.escape(string.punctuation)}]")
# Streamlit draws "->" as an arrow, and addresses as links, unless something stands between.
DRAWN = re.compile(r"[-<>~](?=[-=>])|:(?=//)|www(?=\.)|@", re.IGNORECASE)

Marks = Mapping[int, str]  # number of a source to the id of its place on the page


def escaped(text: str) -> str:
    """The text as HTML that shows exactly its characters."""
    return html.escape(text, quote=True)


def label(text: str) -> str:
    """The text as the label of a widget, whose Markdown, LaTeX, links and icons then mean nothing."""
    unjoined = DRAWN.sub("\\g<0>\u2060", " ".join(text.split()))
    return SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", unjoined)


def web_address(url: str) -> str:
    """The address where it is one of the web (http or https), else nothing."""
    return url if is_web_address(url) else ""


def marks_html(text: str, marks: Marks) -> str:
    """Escaped text in which [1] is a link to source 1; a mark of no source stays text."""

    def link(match: re.Match[str]) -> str:
        place = marks.get(int(match[1]))
        if place is None:
            return match[0]
        return f'<a class="mark" href="#{escaped(place)}" aria-label="Source {match[1]}">{match[0]}</a>'

    return MARK.sub(link, spans_html(text))


def spans_html(text: str) -> str:
    """Escaped text in which "2024-25" is never broken over two lines."""
    return SPAN.sub(r'<span class="whole">\g<0></span>', escaped(text))


def answer_html(text: str, marks: Marks) -> str:
    """Markdown of an answer as HTML: paragraphs, lists, quotes, bold and source marks; all else is text."""
    return "".join(_block(kind, lines, marks) for kind, lines in _blocks(text))


def _blocks(text: str) -> list[tuple[str, list[str]]]:
    """Kinds of block with what belongs together: lines of a quote or paragraph, items of a list.

    An indented line after an item goes on with the item.
    """
    blocks: list[tuple[str, list[str]]] = [("blank", [])]
    for line in text.splitlines():
        kind, (last, parts) = _kind(line), blocks[-1]
        if line.startswith("  ") and line.strip() and last in ("bullets", "numbered"):
            parts[-1] += "\n" + line.strip()
        elif kind == last:
            parts.append(line)
        else:
            blocks.append((kind, [line]))
    return [block for block in blocks if block[0] != "blank"]


def _kind(line: str) -> str:
    if not line.strip():
        return "blank"
    if line.lstrip().startswith(">"):
        return "quote"
    if match := ITEM.fullmatch(line):
        return "numbered" if match[1] else "bullets"
    return "paragraph"


def _block(kind: str, lines: list[str], marks: Marks) -> str:
    if kind in ("bullets", "numbered"):
        matches = [match for line in lines if (match := ITEM.fullmatch(line))]
        items = "".join(f"<li>{_inline(match[2], marks)}</li>" for match in matches)
        return f'<ol start="{matches[0][1]}">{items}</ol>' if kind == "numbered" else f"<ul>{items}</ul>"
    if kind == "quote":
        return f"<blockquote><p>{_inline(_joined(line.lstrip()[1:] for line in lines), marks)}</p></blockquote>"
    return f"<p>{_inline(_joined(lines), marks)}</p>"


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(line.strip() for line in lines)


def _inline(text: str, marks: Marks) -> str:
    """A run of text, its lines kept apart as they are in a publication's list."""
    return BOLD.sub(r"<strong>\1</strong>", marks_html(text, marks)).replace("\n", "<br>")
