"""The parts of an Excel file that its sheets refer to: texts, number formats, relations, the list of sheets."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.markup import number
from corpus.sheets.words import folded, raised

BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
    13: "# ??/??", 14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "m/d/yy h:mm", 37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip
UNKNOWN = "unknown"  # a format that shows nothing


class RichText:
    """A text in runs, those that are set raised as marks of notes; what tells its pronunciation is left out."""

    def __init__(self) -> None:
        self.done = ""
        self.run = ""
        self.is_raised = self.is_open = self.is_spoken = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element of the text opens."""
        if name == "r":
            self.is_raised = False
        elif name == "vertAlign":
            self.is_raised = attributes.get("val") == "superscript"
        elif name == "rPh":
            self.is_spoken = True
        self.is_open = name == "t"

    def end(self, name: str) -> None:
        """An element of the text closes."""
        if name == "t":
            self.done += raised(self.run) if self.is_raised else self.run
            self.run, self.is_open = "", False
        elif name == "r":
            self.is_raised = False
        elif name == "rPh":
            self.is_spoken = False

    def text(self, text: str) -> None:
        """Characters of the text."""
        if self.is_open and not self.is_spoken:
            self.run += text


@dataclass(slots=True)
class Strings:
    """The texts that cells share."""

    texts: list[str] = field(default_factory=list)
    one: RichText = field(default_factory=RichText)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element opens."""
        if name == "si":
            self.one = RichText()
        self.one.start(name, attributes)

    def end(self, name: str) -> None:
        """An element closes."""
        self.one.end(name)
        if name == "si":
            self.texts.append(folded(self.one.done))

    def text(self, text: str) -> None:
        """Text of an element."""
        self.one.text(text)


@dataclass(slots=True)
class Styles:
    """The number format of each style of cells."""

    codes: list[str] = field(default_factory=list)
    own: dict[int, str] = field(default_factory=dict)
    in_cells: bool = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element opens."""
        if name == "numFmt" and not self.codes:
            self.own[number(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self.in_cells = True
        elif name == "xf" and self.in_cells:
            id_ = number(attributes.get("numFmtId"), 0)
            self.codes.append(self.own.get(id_) or BUILT_IN.get(id_, UNKNOWN))

    def end(self, name: str) -> None:
        """An element closes."""
        if name == "cellXfs":
            self.in_cells = False

    def text(self, text: str) -> None:
        """Text of an element: styles have none."""


@dataclass(slots=True)
class Parts:
    """What a part refers to: relations by their ids; those that lead out of the file are no parts of it."""

    targets: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)  # the last word of each one's type

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element opens."""
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            id_ = attributes.get("Id", "")
            self.targets[id_] = attributes.get("Target", "")
            self.kinds[id_] = attributes.get("Type", "").rsplit("/", 1)[-1]

    def end(self, name: str) -> None:
        """An element closes."""

    def text(self, text: str) -> None:
        """Text of an element: relations have none."""

    def of(self, kind: str) -> str:
        """The first part of a kind, "" without one."""
        return next((self.targets[id_] for id_, one in self.kinds.items() if one == kind), "")


@dataclass(slots=True)
class Listed:
    """The list of sheets: name, id of its relation, and whether it is shown; how days are counted."""

    sheets: list[tuple[str, str, bool]] = field(default_factory=list)
    from_1904: bool = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element opens."""
        if name == "sheet":
            shown = attributes.get("state", "visible") == "visible"
            self.sheets.append((attributes.get("name", ""), attributes.get("id", ""), shown))
        elif name == "workbookPr":
            self.from_1904 = attributes.get("date1904", "") in ("1", "true")

    def end(self, name: str) -> None:
        """An element closes."""

    def text(self, text: str) -> None:
        """Text of an element: the list has none."""
