"""Taking out of a file's content what no reader sees and what does harm where it is read or shown.

Controls of a terminal, turns of the direction of writing, halves of letters: they hide words, show them in another
order, or break what writes them.
"""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]"
)
GAP = 200  # blanks: no page is as wide, and what looks for the end of a gap may look again from each blank of it
LONG_GAP = re.compile(rf"[^\S\n]{{{GAP},}}")
Value = TypeVar("Value")


def harmless(value: Value) -> Value:
    """The value with its texts mended, and those of what it holds; half a letter becomes a lost one, U+FFFD."""
    mended: Any = value
    if isinstance(value, str):
        mended = LONG_GAP.sub(lambda gap: gap[0][:GAP], UNSEEN.sub(_mended, value))
    elif isinstance(value, tuple):
        mended = tuple(map(harmless, value))
    elif isinstance(value, Mapping):
        mended = {name: harmless(held) for name, held in value.items()}
    elif is_dataclass(value) and not isinstance(value, type):
        mended = replace(value, **{one.name: harmless(getattr(value, one.name)) for one in fields(value)})
    return cast(Value, mended)


def _mended(match: re.Match[str]) -> str:
    """What stands in place of a letter: for one of 0x80 to 0x9F what Windows means by it, as browsers do."""
    code = ord(match[0])
    if 0x80 <= code <= 0x9F:
        return bytes([code]).decode("cp1252", "ignore")
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else ""
