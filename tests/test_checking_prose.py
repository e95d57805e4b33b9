"""Figures of a draft held against sentences and rows of a made-up publication. Every name and number is invented."""

from datetime import date
from functools import cache
from types import SimpleNamespace

import pytest

from assistant.checking.claims import Statement
from assistant.checking.figures import figures
from assistant.checking.prose import Prose, leans
from assistant.checking.prose_said import read
from assistant.holdings import Holdings
from corpus.models import Document, Locator, Passage, Publication, Table
from corpus.sentences import split

REPORT = Publication(id="kites", title="Kites over the marsh", publisher="Kite Office", published=date(2032, 5, 3))
PARAGRAPHS = (
    ("paragraph 1.1", "In 2030-31 the harbour trust spent £2.35 billion on lanterns, 41% of its net outlay."),
    ("paragraph 1.2", "In March 2031 the trust had 4,821 keepers, a vacancy rate of 23% against 17% in May 2027."),
    ("paragraph 1.3", "Rowing staff increased by 18% (from 12,345 to 14,567) between June 2027 and March 2031."),
    ("paragraph 1.4", "The share of mended sails rose by 6 percentage points, from 52% in 2028-29 to 58% in 2030-31."),
    ("paragraph 1.5", "Wardens saw sufficient progress in 46% of CRC cases and 57% of NPS cases."),
    ("paragraph 1.6", "London had the highest rate of torn nets, at 37%, and Wales the lowest, at 12%."),
    ("paragraph 1.7", "In 2030-31, 64% of boats were launched on time, against a target of 80%."),
    ("paragraph 1.8", "On average 31 of 84 beacons were dark in 2030-31, and more than 250,000 lamps were lit."),
    ("paragraph 1.10", "At March 2031 the recalled flock numbered 7,318 – 26% of the total prison population."),
    ("paragraph 1.11", "Pilots reported that 34% of completed voyages did not reach their harbour."),
    ("paragraph 1.12", "There are 19 signal towers across England and Wales, each with a bell."),
    ("paragraph 1.13", "HMPPS lent more than 61,325 oars to rowers."),
    ("paragraph 1.9", "Divers waited 19 working days on average for a mask in 2030-31."),
)  # fmt: skip
TABLE = Table(
    locator=Locator("kites", "Table 9"),
    title="Average load of gulls per keeper",
    headers=("Period", "Average load of gulls per keeper"),
    rows=(("2028-29", "44.0"), ("2029-30", "45.1"), ("2030-31", "43.2")),
)


def passage(place, text):
    return Passage(text=text, sentences=split(text), locator=Locator("kites", place))


@cache
def prose():
    document = Document(publication=REPORT, passages=tuple(passage(*one) for one in PARAGRAPHS), tables=(TABLE,))
    return Prose(SimpleNamespace(understood=lambda text: SimpleNamespace(like={})), Holdings([document]))


def found(text, wanted, before=""):
    statement = Statement(text=text, shown=text, start=0, before=before)
    (figure,) = [figure for figure in figures(text) if wanted in figure.text]
    return prose().find(statement, figure)


def verdict(text, wanted, before=""):
    finding = found(text, wanted, before)
    return finding.verdict if finding else "not_found"


SUPPORTED = [
    ("The harbour trust spent £2.35bn on lanterns in 2030-31.", "£2.35bn"),
    ("Lanterns took about 41% of the harbour trust's net outlay in 2030-31.", "41%"),
    ("The trust had 4,821 keepers in post in March 2031, and 23% of posts were vacant.", "4,821"),
    ("The vacancy rate for keepers was 17% in May 2027.", "17%"),
    ("Rowing staff rose by 18% between June 2027 and March 2031.", "18%"),
    ("The share of sails mended rose 6 percentage points to 58% in 2030-31.", "6 percentage points"),
    ("Wardens found sufficient progress in fewer than six in ten NPS cases.", "six in ten"),
    ("Wales had the lowest rate of torn nets, 12%.", "12%"),
    ("Boats launched on time in 2030-31: 64% (target 80%).", "80%"),
    ("On average 31 of the 84 beacons were dark in 2030-31.", "31 of the 84"),
    ("Over a quarter of a million lamps were lit in 2030-31.", "a quarter of a million"),
    ("In 2030-31 divers waited on average 19 working days for a mask.", "19 working days"),
    ("The average load of gulls per keeper was 45.1 in 2029-30.", "45.1"),
    ("Keepers each carried an average load of 43.2 gulls in 2030-31, down by 1.9 on the year before.", "1.9"),
]
CONTRADICTED = [
    ("The harbour trust spent £2.53bn on lanterns in 2030-31.", "£2.53bn", "£2.35 billion"),
    ("The harbour trust spent £2.35bn on lanterns in 2028-29.", "£2.35bn", "2030-31"),
    ("The trust had 4,281 keepers in post in March 2031.", "4,281", "4,821"),
    ("The vacancy rate for keepers was 23% in May 2027.", "23%", "17%"),
    ("Rowing staff fell by 18% between June 2027 and March 2031.", "18%", "a rise"),
    ("The share of mended sails rose by 6% between 2028-29 and 2030-31.", "6%", "percentage points"),
    ("Wardens found sufficient progress in 57% of CRC cases.", "57%", "46%"),
    ("Wales had the highest rate of torn nets, at 37%.", "37%", "London"),
    ("In 2030-31, 64% of boats were launched on time, beating the target of 80%.", "64%", "80%"),
    ("On average 31 of 94 beacons were dark in 2030-31.", "31 of 94", "31 of 84"),
    ("The average load of gulls per keeper was 45.1% in 2029-30.", "45.1%", "45.1"),
    ("Keepers each carried an average load of 43.2 gulls in 2030-31, up by 1.9 on the year before.", "1.9", "a fall"),
]
NOT_FOUND = [
    ("The trust employed 612 sailmakers in March 2031.", "612"),
    ("In Scotland the average load of gulls per keeper was 39.4 in 2030-31.", "39.4"),
    ("The vacancy rate for keepers in London was 31% in March 2031.", "31%"),
    ("The harbour trust spent £4.1 million on ropes in 2030-31.", "£4.1 million"),
    ("The average load of gulls per keeper was 47.7 in 2025-26.", "47.7"),
]


@pytest.mark.parametrize(("text", "figure"), SUPPORTED)
def test_a_figure_that_a_line_prints_is_supported(text, figure):
    assert verdict(text, figure) == "supported"


@pytest.mark.parametrize(("text", "figure", "published"), CONTRADICTED)
def test_a_figure_that_a_line_denies_is_contradicted_with_what_is_published(text, figure, published):
    finding = found(text, figure)
    assert finding is not None
    assert finding.verdict == "contradicted"
    assert published in f"{finding.published} {finding.reason}"


@pytest.mark.parametrize(("text", "figure"), NOT_FOUND)
def test_nothing_is_said_of_a_figure_that_no_line_is_about(text, figure):
    assert verdict(text, figure) == "not_found"


def test_each_figure_of_a_pair_is_held_against_its_own_partner():
    text = "Wardens found sufficient progress in 46% of CRC cases and 59% of NPS cases."
    assert verdict(text, "46%") == "supported"
    wrong = found(text, "59%")
    assert (wrong.verdict, wrong.published, wrong.correction) == ("contradicted", "57%", "57%")


def test_figures_exchanged_between_their_years_are_both_contradicted():
    text = "The share of mended sails dropped from 58% in 2028-29 to 52% in 2030-31."
    assert [found(text, one).published for one in ("58%", "52%")] == ["52%", "58%"]


def test_a_movement_told_the_wrong_way_round_contradicts_where_it_arrived():
    text = "The vacancy rate for keepers improved, down to 23% in March 2031 from 17% in May 2027."
    assert verdict(text, "23%") == "contradicted"
    assert verdict(text, "17%") == "supported"


def test_a_sentence_that_leans_on_the_one_before_is_read_with_it():
    before = "The average load of gulls per keeper was 45.1 in 2029-30."
    assert verdict("It was 44.0 the year before.", "44.0", before) == "supported"
    assert leans(Statement(text="It was 44.0 the year before.", shown="", start=0))
    assert not leans(Statement(text=before, shown="", start=0))


def test_a_finding_cites_the_line_with_its_place_and_its_row():
    sentence = found(*SUPPORTED[2])
    assert (str(sentence.citation.locator), sentence.citation.quote) == PARAGRAPHS[1]
    assert sentence.citation.passage is not None
    row = found(*SUPPORTED[12])
    assert (row.citation.table, row.citation.rows) == (TABLE, (1,))


def test_a_correction_keeps_the_form_of_the_draft():
    finding = found("Rowing staff rose by 16 per cent between June 2027 and March 2031.", "16 per cent")
    assert (finding.verdict, finding.correction) == ("contradicted", "18 per cent")


def test_a_number_is_read_with_its_own_period_and_name():
    (first, second) = read("Wardens counted 46% in CRC cases in 2030-31, up from 39% in NPS cases in 2028-29.")
    assert (first.period.label, second.period.label) == ("2030-31", "2028-29")
    assert (first.names["provider"], second.names["provider"]) == ({"CRC"}, {"NPS"})
    assert (first.way, second.end) == ("rose", "from")


def test_names_listed_with_respectively_go_in_order():
    (first, second) = read("London and Wales had rates of 37% and 12%, respectively.")
    assert (first.names["area"], second.names["area"]) == ({"London"}, {"Wales"})


@pytest.mark.parametrize(
    ("text", "wanted", "expected", "told"),
    [
        ("The recalled flock was 26% of the prison population at March 2031.", "26%", "supported", ""),
        (
            "The recalled flock was 26% of the probation caseload at March 2031.",
            "26%",
            "contradicted",
            "prison population",
        ),
        (
            "Of all voyages, pilots reported that 34% did not reach their harbour.",
            "34%",
            "contradicted",
            "completed voyages",
        ),
        ("Pilots reported that 34% of voyages did not reach their harbour.", "34%", "supported", ""),
        ("There are 19 signal towers in England, each with a bell.", "19", "contradicted", "England and Wales"),
        ("HMPPS lent over 61,325 oars to rowers.", "61,325", "supported", ""),
        ("HMPPS lent over 52,325 oars to rowers.", "52,325", "contradicted", "61,325"),
        ("The share of mended sails slipped by 6 percentage points.", "6 percentage", "contradicted", "a rise"),
    ],
)
def test_what_a_figure_is_claimed_for_is_held_against_what_it_is_published_for(text, wanted, expected, told):
    finding = found(text, wanted)
    assert finding is not None
    assert (finding.verdict, told in finding.reason) == (expected, True), finding.reason


def test_a_bare_number_of_something_else_supports_nothing():
    assert verdict("Bakers sold 4,821 loaves.", "4,821") == "not_found"


def test_cells_of_a_row_that_names_several_years_are_of_them_in_order():
    row = "| Keepers' vacancy rate, May 2027 and March 2031 | 17% | 23% |"
    for cell, at in (("17%", row.index("17%")), ("23%", row.index("23%"))):
        text = f"Keepers' vacancy rate, May 2027 and March 2031: {cell}"
        statement = Statement(text=text, shown=row, start=0, cell=(at, at + 3))
        (figure,) = figures(text)
        finding = prose().find(statement, figure)
        assert finding is not None and finding.verdict == "supported"
