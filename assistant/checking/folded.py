"""A text folded as `fold` does, with the place of each of its characters in the text: what is found in the one is
marked in the other, whatever blanks and signs were folded between."""

from dataclasses import dataclass

from assistant.words import fold


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `places` are where its characters stand in the text it was folded from."""

    text: str
    places: tuple[int, ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the folded text, of one character or more, stands in the text itself."""
        return self.places[start], self.places[end - 1] + 1


def folded(text: str) -> Folded:
    """A text folded character by character, with its places."""
    found: list[tuple[str, int]] = []
    for place, character in enumerate(text):
        for one in fold(character) or " ":
            if one != " " or (found and found[-1][0] != " "):
                found.append((one, place))
    while found and found[-1][0] == " ":
        found.pop()
    return Folded("".join(one for one, _ in found), tuple(place for _, place in found))
