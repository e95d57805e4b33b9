"""Claims generated from tables: of any bulletin, right where they say so, and wrong in every reading where not."""

import re
from collections import Counter
from decimal import Decimal
from functools import cache
from random import Random

import pytest
from bulletin_fake import bulletin as fake_bulletin
from generated import bulletins as worlds
from generated_layouts import text
from made_up import bulletin

from corpus.library import documents
from corpus.periods import find_periods
from evals.claims_false import other_figure
from evals.claims_printed import Printed
from evals.claims_words import Wording, Writer
from evals.generate_claims import generated

SEEDS = range(6)
COUNT = 300
FIGURE = re.compile(r"\d+\.\d+")


@cache
def world(seed):
    """The truth of two made-up editions, these as read, and sentences on them."""
    made = worlds(seed)
    read = tuple(bulletin(text(edition), edition.id) for edition in made.editions)
    return made, read, generated(read, COUNT, seed)


def figures_of(row):
    """Every figure of a made-up row or that follows from two: value, target, gap, change, last year's value."""
    of = {row.value, row.target, row.change and abs(row.change)} - {None}
    if row.value is not None and row.target is not None:
        of.add(abs(row.over))
    if row.value is not None and row.change is not None:
        of.add(row.value - row.change)
    return of


def rows_named(made, sentence, start=None):
    """The rows of both editions, or of the one of a year, that a sentence names by code or name."""
    plain = sentence.text.lower()
    return [
        row
        for edition in made.editions
        for row in edition.rows
        if start in (None, edition.start)
        and (re.search(rf"\b{row.code.lower()}\b", plain) or row.subject.lower() in plain)
    ]


def test_the_same_seed_writes_the_same_and_another_something_else():
    once, again, other = (generated(documents(), 60, seed) for seed in (1, 1, 2))
    assert once == again
    assert {one.text for one in once} != {one.text for one in other}


def test_of_the_library_there_are_enough_of_every_kind():
    made = generated(documents(), COUNT)
    kinds = Counter(sentence.kind for sentence in made)
    assert len({sentence.text for sentence in made}) == len(made) == COUNT
    assert len({sentence.id for sentence in made}) == COUNT
    assert set(kinds) == {
        *("ok", "rounded", "nofigure", "value", "year", "unit", "direction", "area", "target", "base", "service"),
        "nothing",
    }
    assert min(kinds.values()) >= 4
    verdicts = Counter(claim.verdict for sentence in made for claim in sentence.claims)
    assert min(verdicts.values()) >= 20


def test_there_are_many_ways_to_say_it():
    assert sum(map(len, Wording.read().ways.values())) >= 25


@pytest.mark.parametrize("seed", SEEDS)
def test_of_any_bulletin_there_are_enough_and_they_name_no_other(seed):
    made, _, sentences = world(seed)
    assert len(sentences) >= 150
    codes = {row.code for edition in made.editions for row in edition.rows}
    prefix = re.match(r"[A-Z]+", next(iter(codes)))[0]
    for sentence in sentences:
        named = set(re.findall(rf"\b{prefix}\d+\w*", sentence.text))
        assert named <= codes or sentence.kind == "nothing", sentence.text
        assert "SL0" not in sentence.text
        for mention in find_periods(sentence.text):
            assert mention.period.last // 12 >= made.earlier.start - 6


@pytest.mark.parametrize("seed", SEEDS)
def test_a_figure_that_is_right_is_printed_for_what_the_sentence_names(seed):
    made, _, sentences = world(seed)
    bounds = {band.lower for edition in made.editions for band in edition.thresholds}
    checked = 0
    for sentence in (one for one in sentences if one.kind == "ok"):
        rows = rows_named(made, sentence)
        printed = {figure for row in rows for figure in figures_of(row)} | bounds
        for claim in sentence.claims:
            if figure := FIGURE.search(claim.figure):
                checked += 1
                assert claim.verdict == "supported"
                assert Decimal(figure[0]) in printed, sentence.text
    assert checked >= 50


@pytest.mark.parametrize("seed", SEEDS)
def test_a_wrong_figure_is_no_other_reading_of_what_the_sentence_names(seed):
    made, _, sentences = world(seed)
    checked = 0
    for sentence in (one for one in sentences if one.kind in ("value", "nothing")):
        printed = {figure for row in rows_named(made, sentence) for figure in figures_of(row)}
        for claim in sentence.claims:
            figure = FIGURE.search(claim.figure)
            if figure and claim.verdict != "supported" and printed:
                checked += 1
                assert all(abs(Decimal(figure[0]) - one) >= Decimal("0.2") for one in printed), sentence.text
                assert claim.published is None or Decimal(claim.published) in printed
    assert checked >= 20


@pytest.mark.parametrize("seed", SEEDS)
def test_counts_and_ratings_that_are_right_are_those_printed(seed):
    made, _, sentences = world(seed)
    checked = 0
    for sentence in (one for one in sentences if one.kind == "ok"):
        year = next(iter(find_periods(sentence.text))).period
        edition = next(one for one in made.editions if one.start == year.first // 12)
        of = re.search(r"of (?:the )?(\d+) (probation|CRS) service levels (.+)", sentence.text)
        if of and re.search(r"target", of[3]):
            service = of[2].capitalize() if of[2] == "probation" else of[2]
            assert int(of[1]) == sum(row.counted for row in edition.of(service)), sentence.text
            checked += 1
        area = next((area for area, _ in edition.ratings if f"{area} was rated" in sentence.text), None)
        if area and " regions " not in sentence.text:
            rating = dict(edition.ratings)[area]
            names = {band.rating: band.name for band in edition.thresholds}
            assert names[rating] in sentence.text, sentence.text
            checked += 1
    assert checked >= 4


@pytest.mark.parametrize("seed", SEEDS)
def test_what_nothing_bears_on_is_printed_of_no_measure(seed):
    made, _, sentences = world(seed)
    printed = {figure for edition in made.editions for row in edition.rows for figure in figures_of(row)}
    claims = [claim for sentence in sentences if sentence.kind == "nothing" for claim in sentence.claims]
    assert len(claims) >= 15
    for claim in claims:
        assert (claim.verdict, claim.published) == ("not_found", None)
        assert all(abs(Decimal(FIGURE.search(claim.figure)[0]) - one) >= Decimal("0.2") for one in printed)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_changed_unit_is_not_by_accident_the_right_percentage(seed):
    made, _, sentences = world(seed)
    checked = 0
    for sentence in (one for one in sentences if one.kind == "unit"):
        (claim,) = [claim for claim in sentence.claims if claim.verdict == "contradicted"]
        points = Decimal(FIGURE.search(claim.figure)[0])
        year = next(iter(find_periods(sentence.text))).period
        if claim.published != "percentage point":
            assert claim.published == f"{points}%"
            continue
        for row in rows_named(made, sentence, year.first // 12):
            of_target = "target" in sentence.text
            if row.target is not None and of_target and abs(row.over) == points:
                checked += 1
                assert abs(points / row.target * 100 - points) >= Decimal("0.5"), sentence.text
            elif row.change is not None and not of_target and abs(row.change) == points:
                checked += 1
                assert abs(points / (row.value - row.change) * 100 - points) >= Decimal("0.5"), sentence.text
    assert checked >= 5


def test_a_bulletin_with_one_edition_and_rows_of_its_own_is_enough():
    only = bulletin(fake_bulletin(), "vale-craft")
    made = generated([only], 60)
    assert len(made) >= 40
    assert {claim.verdict for sentence in made for claim in sentence.claims} == {
        "supported",
        "contradicted",
        "not_found",
    }
    assert not any(sentence.kind == "year" for sentence in made)


def test_without_a_bulletin_nothing_is_written():
    held = [document for document in documents() if not document.counts]
    assert held
    assert generated(held, 20) == []


def test_a_wrong_figure_keeps_clear_of_the_right_one_and_of_those_taken():
    writer = Writer(Printed(()), Wording.read(), Random(0))
    right, taken = Decimal("63.1"), {Decimal("63.1"), Decimal("66.1"), Decimal("75.0")}
    found = [other_figure(writer, right, taken) for _ in range(200)]
    assert len(set(found)) > 5
    for wrong in found:
        assert wrong is not None
        assert abs(wrong - right) >= 1
        assert all(abs(wrong - figure) >= Decimal("0.5") for figure in taken)
