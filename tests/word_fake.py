"""Parts of made-up Word documents as Word writes them, for what a library that writes documents has no words for."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from zipped_fake import zipped

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STRICT = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "<Types/>"


def paragraph(inner: str, properties: str = "") -> str:
    """A paragraph of runs."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def run(text: str, properties: str = "") -> str:
    """A run of words."""
    own = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{own}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def styled(text: str, style: str) -> str:
    """A paragraph of a style."""
    return paragraph(run(text), f'<w:pStyle w:val="{style}"/>')


def row(*cells: str, properties: str = "") -> str:
    """A row of a table; a cell that is no element of its own is a cell of these words."""
    made = "".join(cell if cell.startswith("<w:tc>") else tc(cell) for cell in cells)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{made}</w:tr>"


def tc(text: str, properties: str = "") -> str:
    """A cell of these words."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{text if text.startswith('<') else paragraph(run(text))}</w:tc>"


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def word(body: str, parts: Mapping[str, str] | None = None, main: str = "word/document.xml", names: str = W) -> bytes:
    """A Word document of a body and of other parts by the kind of each: "styles", "footnotes"."""
    folder = main.rpartition("/")[0]
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{RELATION}/{kind}" Target="{kind}.xml"/>' for n, kind in enumerate(parts or ())
    )
    return zipped(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": f'<Relationships><Relationship Type="{RELATION}/officeDocument" Target="{main}"/>'
            f'<Relationship Type="{RELATION}/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
            "docProps/core.xml": "<c><title>A title of the properties</title></c>",
            main: f"<w:document {names} {MORE}><w:body>{body}<w:sectPr/></w:body></w:document>",
            f"{folder}/_rels/{main.rpartition('/')[2]}.rels": f"<Relationships>{relations}</Relationships>",
            **{
                f"{folder}/{kind}.xml": f"<w:{kind} {names} {MORE}>{inner}</w:{kind}>"
                for kind, inner in (parts or {}).items()
            },
        }
    )


def notes(kind: str, *texts: str) -> str:
    """The part of footnotes or of endnotes, with the line that sets them apart; ids from 7 on."""
    line = f'<w:{kind} w:id="-1" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
    own = "".join(
        f'<w:{kind} w:id="{number}">{paragraph(f"<w:r><w:{kind}Ref/></w:r>" + run(f" {text}"))}</w:{kind}>'
        for number, text in enumerate(texts, 7)
    )
    return line + own


def saved(document: Any) -> bytes:
    """A document of the library that writes them, as the bytes of its file."""
    raw = BytesIO()
    document.save(raw)
    return raw.getvalue()
