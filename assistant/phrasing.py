"""Patterns of phrases, for the modules of shapes."""

import re

# What turns a verb round; "n't" alone would also end "government".
NOT = r"(?:not|never|(?:did|do|does|was|were|is|are|has|have|had|could|would|ca|wo|should)n'?t)"


def any_of(phrases: str) -> re.Pattern[str]:
    """A pattern of whole phrases, which are set apart by " | "; "<not>" is any negation."""
    alternatives = "|".join(phrase.strip() for phrase in re.split(r"\s\|\s", phrases.replace("<not>", NOT)))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")
