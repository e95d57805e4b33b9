"""Source marks: the tokens by which evidence is given out and cited.

The token of a source is worked out from its publication, place and quote: the same evidence has the same token in
every conversation, and one that was not given out cannot be guessed.
"""

import hashlib
import json
import re
from base64 import b32encode

from assistant.answers import Citation

TOKEN = re.compile(r"s-[a-z2-7]{8}")
MARK = re.compile(r"\[(s-[a-z2-7]{8}(?:[,;] ?s-[a-z2-7]{8})*)\]")  # of one source or of several


def evidence(citation: Citation) -> tuple[str, str, str, str]:
    """What makes a source what it is: its publication, place, row and quote."""
    return citation.publication.id, citation.locator.place, citation.locator.row, citation.quote


def token(citation: Citation) -> str:
    """The token of a source: "s-" and eight letters or digits."""
    said = json.dumps(evidence(citation))
    return "s-" + b32encode(hashlib.sha256(said.encode()).digest()[:5]).decode().lower()


def tokens(text: str) -> list[str]:
    """The tokens of the marks in a text, in order."""
    return [one for mark in MARK.findall(text) for one in TOKEN.findall(mark)]
