"""Patterns of phrases, for the modules of shapes."""

import re


def any_of(phrases: str) -> re.Pattern[str]:
    """A pattern of whole phrases, which are set apart by " | "."""
    alternatives = "|".join(phrase.strip() for phrase in re.split(r"\s\|\s", phrases))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")
