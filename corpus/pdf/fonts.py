"""A font of a PDF as what reading needs of it: what a code means and how wide it is."""

import re
from dataclasses import dataclass, field
from typing import Any

from pypdf.generic import DictionaryObject
from pypdf.generic._font import Font as Parsed

UNMAPPED = "\ufffd"
BOLD = re.compile(r"bold|black|heavy|(?:demi|semi)(?:$|[^a-z])", re.I)
BOLD_WEIGHT = 600
FORCE_BOLD = 1 << 18  # the flag of a font's descriptor
GLYPH_SPACE = 0.001  # of the size, but for fonts that say otherwise
IDENTITY = ("/Identity-H", "/Identity-V")


@dataclass(slots=True)
class Font:
    """A font; `glyphs` reads a string of codes."""

    parsed: Parsed
    bold: bool
    scale: float  # of a width, to one point of size
    means_itself: bool  # a code without a mapping is its own character
    known: dict[str, tuple[str, float]] = field(default_factory=dict)

    def glyphs(self, codes: bytes) -> list[tuple[str, float]]:
        """What each code of a string stands for, and its width at a size of one point."""
        known = self.known
        found = []
        for character in self._characters(codes):
            if character not in known:
                known[character] = self._glyph(character)
            found.append(known[character])
        return found

    @property
    def space(self) -> float:
        """The width of a space at a size of one point."""
        return float(self.parsed.space_width) * self.scale

    def _characters(self, codes: bytes) -> str:
        if isinstance(self.parsed.encoding, dict):
            return codes.decode("latin-1")
        try:
            return codes.decode(self.parsed.encoding, "surrogatepass")
        except UnicodeDecodeError:
            return codes.decode(self.parsed.encoding, "replace")

    def _glyph(self, character: str) -> tuple[str, float]:
        encoding, mapped = self.parsed.encoding, self.parsed.character_map
        named = encoding.get(ord(character), character) if isinstance(encoding, dict) else character
        if character in mapped or named in mapped:
            text = str(mapped.get(named, mapped.get(character)))
        else:
            text = named if self.means_itself else UNMAPPED
        if len(text) > 1 and text.startswith("/"):  # the name of a glyph that means nothing
            text = UNMAPPED
        return text, self.parsed.get_text_width(character) * self.scale


def font(resource: DictionaryObject) -> Font:
    """The font of a resource. Raises what pypdf raises for a broken one."""
    parsed = Parsed.from_font_resource(resource)
    descriptor = parsed.font_descriptor
    heavy = str(descriptor.weight).isdigit() and int(str(descriptor.weight)) >= BOLD_WEIGHT
    forced = isinstance(descriptor.flags, int) and bool(descriptor.flags & FORCE_BOLD)
    composite = isinstance(parsed.encoding, str) and resource.get("/Encoding") in IDENTITY
    return Font(
        parsed,
        bold=bool(BOLD.search(parsed.name)) or heavy or forced,
        scale=_scale(resource),
        means_itself=parsed.interpretable and not composite,
    )


def _scale(resource: DictionaryObject) -> float:
    """A width's unit: a thousandth of the size, or what the font's own matrix says."""
    matrix: Any = resource.get("/FontMatrix")
    if resource.get("/Subtype") != "/Type3" or matrix is None:
        return GLYPH_SPACE
    return abs(float(matrix.get_object()[0])) or GLYPH_SPACE
