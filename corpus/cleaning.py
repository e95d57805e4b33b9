"""Mending the characters of a line: what an extraction wrote for a space, a pound sign or emphasis.

Words are never changed. What cannot be mended is named garbled, so that it is dropped and not quoted.
"""

import html
import re
from collections.abc import Sequence

SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000\r\f\v]")
NOTHING = re.compile(r"[\u00ad\u200b-\u200d\u2060\ufeff]")
POUND = re.compile(r"\$\s*(?:\\math[a-z]+\s*\{\s*[L£]\s*\}|\\pounds)\s*([\d.,]+)\s*\$")
RAISED = re.compile(r"\$?\^\{\s*(\d[\d,\s]*)\}\$?")
RAISED_OPEN = re.compile(r"^(\s*)\^\{\s*(\d+)\s+")  # a footnote's text whose brace closes nowhere
BRACED_ENTITY = re.compile(r"(&#)\}(x?[0-9a-f]+;)")  # a brace put inside a character's code
STRONG = re.compile(r"\*\*(.+?)\*\*")
EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=\S)\*(?![\w*])")
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
PLAIN_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
LONG_RUN, SHORT_RUN = 8, 4  # words: twice the one or three times the other; names repeat in good sentences
NEAR = 25  # words: an extractor that stutters repeats itself at once


def clean(line: str) -> str:
    """The line with its spaces, pound signs, raised numbers and emphasis mended; tabs and indent are kept."""
    line = NOTHING.sub("", SPACES.sub(" ", html.unescape(BRACED_ENTITY.sub(r"\1\2", line))))
    line = POUND.sub(r"£\1", line)
    line = RAISED_OPEN.sub(lambda m: f"{m[1]}{m[2].translate(SUPERSCRIPTS)} ", line)
    line = RAISED.sub(lambda m: m[1].strip().translate(SUPERSCRIPTS), line)
    line = EMPHASIS.sub(r"\1", STRONG.sub(r"\1", line))
    indent = len(line) - len(line.lstrip(" "))
    return " " * indent + re.sub(r" {2,}", " ", line.strip(" "))


def is_garbled(text: str) -> bool:
    """Whether a text stutters (a run of words comes twice close together) or holds a lost character."""
    if "\ufffd" in text:
        return True
    words = re.findall(r"[\w'’]+", text.lower())
    return _repeats(words, LONG_RUN, 2) or _repeats(words, SHORT_RUN, 3)


def _repeats(words: Sequence[str], run: int, times: int) -> bool:
    """Whether a run of so many words stands so many times within NEAR words from one to the next."""
    seen: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(words) - run + 1):
        places = seen.setdefault(tuple(words[at : at + run]), [])
        if places and at - places[-1] > NEAR:
            places.clear()
        places.append(at)
        if len(places) == times:
            return True
    return False
