"""Made-up data tables beside the made-up bulletins of made_up: regions by quarter, read by the real reader.

The tables repeat the bulletins' measures under their codes; every figure is invented.
"""

from dataclasses import replace
from pathlib import Path

from corpus.models import Document
from corpus.read import parse

TABLES = """\
Made-up Performance Annual, update to March 2032: data tables
Published 29 July 2032
Applies to England and Wales
These made-up statistics cover data from April 2031 to March 2032.
Table 1: QM102 - Letters answered within ten days by region and quarter, 2031-32 (%)

| Region | Q1 2031-32 | Q2 2031-32 | Q3 2031-32 | Q4 2031-32 | 2031-32 |
|---|---|---|---|---|---|
| North Marsh | 81.0 | 84.5 | 92.1 | 90.0 | 86.9 |
| South Marsh | 77.7 | 77.7 | [z] | 79.0 | 78.1 |
| Upper Dale | 92.1 | 90.3 | 92.1 | 93.4 | 92.0 |
| Lower Dale | 60.0 | 66.6 | 71.5 | 70.2 | 67.1 |
| Total | 80.2 | 81.9 | 84.6 | 83.3 | 82.4 |

Table 2: Performance by region, Q3 2031-32 [note 1]

| Region | Measure | Value (%) | Target (%) |
|---|---|---|---|
| North Marsh | QM103 - Cancelled ferry trips | 3.5 | 4.0 |
| South Marsh | QM103 - Cancelled ferry trips | 4.0 | 4.0 |
| Upper Dale | QM103 - Cancelled ferry trips | 9.9 | 4.0 |
| Lower Dale | QM103 - Cancelled ferry trips | 3.5 | 4.0 |
| England and Wales | QM103 - Cancelled ferry trips | 5.1 | 4.0 |
| North Marsh | QM104 - Gardens dug | 60.0 | 61.0 |
| South Marsh | QM104 - Gardens dug | 61.0 | 61.0 |
| Upper Dale | QM104 - Gardens dug | 62.5 | 61.0 |
| Lower Dale | QM104 - Gardens dug | 40.1 | 61.0 |
| England and Wales | QM104 - Gardens dug | 55.8 | 61.0 |

Notes
[note 1] QM103 is the share of trips called off; a decrease in it is positive and counts as better.
Symbol | Description |
---|---|
[z] | Unreliable (less than 30 observations) |
"""


def data_tables(text: str = TABLES, name: str = "made-up-tables") -> Document:
    """A text of tables as the data tables that accompany a release."""
    document = parse(text, Path(f"{name}.txt"))
    return replace(document, publication=replace(document.publication, data_tables=True))
