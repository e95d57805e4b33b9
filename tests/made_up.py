"""Two made-up bulletins of one series, read by the real reader: nothing in them is of any real edition.

Codes, years, targets, thresholds, names of ratings and regions are invented, and so is every figure. The
first edition has pipe tables and notes, the second rows flattened to spaces and footnotes.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from assistant.answer import Assistant
from corpus.metadata import Told
from corpus.models import Document
from corpus.read import parse
from index.store import Store

EARLIER = """\
Made-up Performance Annual, update to March 2031
Published 24 July 2031
Applies to England and Wales
1. Main Points
This made-up publication sets out statistics on Probation Performance from April 2030 to March 2031.
On a national level, 3 of 5 probation service levels met their target in 2030 to 2031.
2. Probation Scorecard
Probation Scorecard Rating | Probation Scorecard Thresholds |
---|---|
4 - Outstanding | Greater than or equal to 90.0% |
3 - Good | Less than 90.0% and greater than or equal to 75.5% |
2 - Improvement Required | Less than 75.5% and greater than or equal to 50.0% |
1 - Inadequate | Less than 50.0% |
Table 1: Probation Service Scorecard Ratings for all regions, April 2030 to March 2031.
Region | Overall Score |
---|---|
North Marsh | 4 |
South Marsh | 2 |
Upper Dale | 2 |
Lower Dale | 1 |
England and Wales | 2 |
3. Probation Service Delivery of Service Level Metrics
Table 2: Probation Service Performance of all service levels, April 2030 to March 2031 [note 1] [note 2].
Performance Measure | Performance (%) | Target (%) | Percentage point change from previous performance year |
---|---|---|---|
QM101 - Doors opened on time | 71.5 | 70.0 | 5.5pp |
QM102 - Letters answered within ten days | 88.0 | 90.0 | -1.2pp |
QM103 - Cancelled ferry trips | 3.1 | 4.0 | -0.4pp |
QM104 - Gardens dug | 60.0 | 60.0 | 0.0pp |
QM105R - Lanterns lit | 44.4 | 50.0 | [x] |
QM106 - Boats returned | [z] | 20.0 | [x] |
[note 1] QM103 is the share of trips called off; a decrease in it is positive and counts as better.
[note 2] QM105R replaced an older count of lanterns.
4. Commissioned Rehabilitative Services Delivery of Service Level Metrics
Table 3: Commissioned Rehabilitative Services Performance of all service levels, April 2030 to March 2031.
Performance Measure | Performance (%) | Target (%) | Percentage point change from previous performance year |
---|---|---|---|
QM101 - Kettles mended | 81.0 | 80.0 | 2.0pp |
QM102 - Kettles sold | 33.3 | 40.0 | -0.6pp |
5. Further Information
Symbol | Description |
---|---|
[x] | Not applicable or Not available |
[z] | Unreliable (less than 30 observations) |
"""

LATER = """\
Made-up Performance Annual, update to March 2032
Published 29 July 2032
Applies to England and Wales
1. Main Points
This made-up publication sets out statistics on Probation Performance from April 2031 to March 2032.
On a national level, 3 of 8 probation service levels met their target in 2031 to 2032.
2. Probation Scorecard
Probation Scorecard Rating Probation Scorecard Thresholds
4 - Outstanding Greater than or equal to 88.0%
3 - Good Less than 88.0% and greater than or equal to 70.0%
2 - Improvement Required Less than 70.0% and greater than or equal to 45.5%
1 - Inadequate Less than 45.5%
Table 1: Probation Service Scorecard Ratings for all regions, April 2031 to March 2032.
Region Overall Score Score Description
North Marsh 3 Good
South Marsh 3 Good
Upper Dale[footnote 3] 2 Improvement Required
Lower Dale 2 Improvement Required
England and Wales 2 Improvement Required
3. Probation Service Delivery of Service Level Metrics
Table 2: Probation Service Performance of all service levels, April 2031 to March 2032 [footnote 1] [footnote 2]
Performance Measure Period Covered Performance (%) Target (%) Percentage point change from previous year
QM101 - Doors opened on time Apr 2031 to Mar 2032 69.5 72.0 -2.0pp
QM102 - Letters answered within ten days Apr 2031 to Mar 2032 91.3 90.0 3.3pp
QM103 - Cancelled ferry trips Apr 2031 to Mar 2032 4.6 4.0 1.5pp
QM104 - Gardens dug Apr 2031 to Mar 2032 60.5 60.0 0.5pp
QM105R - Lanterns lit Apr 2031 41.0 50.0 [x]
QM105S - Lanterns lit for watched ships May 2031 to Mar 2032 47.2 50.0 [x]
QM106 - Boats returned Apr 2031 to Mar 2032 12.5 20.0 [x]
QM107a - Ropes coiled at dawn Apr 2031 to Mar 2032 33.3 30.0 [x]
QM107b - Ropes coiled at dusk Apr 2031 to Mar 2032 28.0 30.0 [x]
4. Commissioned Rehabilitative Services Delivery of Service Level Metrics
Table 3: Commissioned Rehabilitative Services Performance of all service levels, April 2031 to March 2032
Performance Measure Period Covered Performance (%) Target (%) Percentage point change from previous year
CRS QM101 - Kettles mended Apr 2031 to Mar 2032 79.5 80.0 -1.5pp
CRS QM102 - Kettles sold Apr 2031 to Mar 2032 40.0 40.0 6.7pp
5. Further Information
Symbols Description
[x] Not applicable or Not available
[z] Unreliable (less than 30 observations)
Footnotes
 1. QM103 is the share of trips called off; a decrease in it is positive and counts as better.
 2. Counts of targets cover only measures active for at least 6 months of the year.
 3. Upper Dale was moderated.
"""


def bulletin(text: str, name: str) -> Document:
    """A made-up bulletin, read as any text is."""
    told = Told(id=name, publisher="Made-up Office", url=f"https://example.org/{name}")
    return parse(text, Path(f"{name}.txt"), [told])


@cache
def bulletins() -> tuple[Document, ...]:
    """The two editions, older first."""
    return bulletin(EARLIER, "made-up-2031"), bulletin(LATER, "made-up-2032")


class WordCounts:
    """A stand-in for the embedding model that counts a few words, so that nearness is worked out by hand."""

    name = "word-counts"
    words = ("ferry", "lantern", "garden", "kettle")

    def embed(self, texts: Sequence[str]) -> list[list[float]]:
        return [[0.1, *(float(text.lower().count(word)) for word in self.words)] for text in texts]


def assistant_of(home: Path, documents: Sequence[Document]) -> Assistant:
    """An assistant that holds these documents and needs no PyTorch."""
    return Assistant(Store(home, WordCounts(), lambda: tuple(documents)))
