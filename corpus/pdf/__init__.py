"""A PDF as the text that the readers of publications know. The only door to pypdf."""

from pathlib import Path

from corpus.content import Content


def content(raw: bytes, path: Path) -> Content:
    """The content of a PDF. Raises UnreadableFile where it is broken, encrypted or holds no text."""
    raise NotImplementedError
