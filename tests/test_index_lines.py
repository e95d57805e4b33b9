"""What is known of a line before any question: kinds of thing that it gives, what it counts, names, how it is asked."""

from dataclasses import replace

import pytest

from corpus.models import Document, Locator, Passage, Publication
from index.chunks import chunks
from index.lines import Lines
from index.words import stems

PUBLICATION = Publication(id="made-up", title="Made-up Harbour Report", publisher="Made-up Office")


def read(*sentences, asked=(), place="paragraph 1.2", kind="body", section=("Boats", "Winter storage")):
    passage = Passage(
        text=" ".join(sentences),
        sentences=sentences,
        locator=Locator("made-up", place),
        section=section,
        kind=kind,
    )
    (chunk,) = chunks(Document(publication=PUBLICATION, passages=(passage,)))
    return Lines(replace(chunk, asked=asked), stems)


@pytest.mark.parametrize(
    ("text", "kind", "given"),
    [
        pytest.param("There are 37 boats.", "number", True, id="digits"),
        pytest.param("There are seven boats.", "number", True, id="in-words"),
        pytest.param("The boats sailed in 2031.", "number", False, id="a-year-is-no-number"),
        pytest.param("One in four leaked.", "share", True, id="one-in"),
        pytest.param("Some 40% leaked.", "share", True, id="percent"),
        pytest.param("Some of them leaked.", "share", False, id="no-share"),
        pytest.param("It cost £8 million.", "money", True, id="pounds"),
        pytest.param("It cost a great deal.", "money", False, id="no-pounds"),
        pytest.param("It began in May 2031.", "date", True, id="date"),
        pytest.param("Crossings take 30 minutes.", "length", True, id="length"),
        pytest.param("Crossings take no time.", "length", False, id="no-length"),
        pytest.param("A bollard is a post on a quay.", "meaning", True, id="definition"),
        pytest.param("They sank because of ice.", "reason", True, id="reason"),
        pytest.param("They sank near the pier.", "reason", False, id="no-reason"),
        pytest.param("It was built by Harbour Works.", "name", True, id="name"),
        pytest.param("It was built by hand.", "name", False, id="no-name"),
    ],
)
def test_the_kinds_of_thing_a_line_gives(text, kind, given):
    assert (kind in read(text).each[0].kinds) is given


def test_it_counts_what_stands_beside_its_numbers():
    (line,) = read("The inquiry of last winter found 37 lighthouses without a keeper in 2031.").each
    assert "lighthous" in line.counts
    assert "inquiri" not in line.counts  # too far before
    assert read("The lighthouses of 2031 have keepers.").each[0].counts == frozenset()


def test_a_name_opens_with_a_capital_inside_the_line():
    (line,) = read("Boats of Upper Dale are run by Harbour Works.").each
    assert line.names == {"upper", "dale", "harbour", "works"}


def test_what_people_ask_belongs_to_its_own_line_only():
    lines = read("The pier has 12 boats.", "It rains.", asked=((0, "how many vessels are moored?"), (0, "fleet size")))
    first, second = lines.each
    assert first.wordings == (frozenset(stems("vessels moored")), frozenset(stems("fleet size")))
    assert {"pier", "vessel", "fleet"} <= first.said
    assert "vessel" not in first.stems
    assert second.wordings == ()
    assert second.said == second.stems
    assert "vessel" not in lines.stems


def test_the_surroundings_of_lines():
    lines = read("It rains.", "See https://example.org/rain for more.", place="paragraph 1.2")
    assert set(stems("Made-up Office Harbour Report Boats Winter storage")) <= lines.heading
    assert lines.section == set(stems("Winter storage"))
    assert lines.is_numbered
    assert [line.is_reference for line in lines.each] == [False, True]
    assert not read("It rains.", place="Key facts", kind="keyfact").is_numbered
