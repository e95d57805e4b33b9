"""Whether a text reads as English: by its small words that carry no meaning, or by words that publications use."""

from collections.abc import Callable

from assistant.words import WORD, listed_words
from index.words import stem

LEAST_WORDS = 12  # fewer tell nothing
LEAST_SMALL = 0.05  # of the words; English prose has about 0.3, telegrams 0.1, other languages next to none
LEAST_KNOWN = 0.5  # of the words; a table of regions and figures has no small words
LOOKED_AT = 5_000  # characters
OF_OTHERS_TOO = "a an as at die do i im in is it me re so on to was"
SMALL = listed_words("stop").difference(OF_OTHERS_TOO.split())
NOT_ENGLISH = "The draft does not read as English, the only language that is understood."


def reads_as_english(text: str, is_known: Callable[[str], bool]) -> bool:
    """Whether a text is English, or too short to tell; `is_known` says of a stem whether any publication uses it."""
    words = [word for word in WORD.findall(text[:LOOKED_AT].lower()) if word.isalpha() and len(word) > 1]
    if len(words) < LEAST_WORDS or sum(word in SMALL for word in words) >= LEAST_SMALL * len(words):
        return True
    return sum(is_known(stem(word)) for word in words) >= LEAST_KNOWN * len(words)
