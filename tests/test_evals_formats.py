"""The same made-up bulletin in every format gives the same observations; what differs is seen and counted."""

import pytest
from click.testing import CliRunner

from evals.__main__ import main
from evals.formats import Compared, compared, names, table
from evals.made_bulletins import bulletin

AT_ONCE = names(without=["PDF"])  # which takes a browser
SEEDS = range(20)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_format_gives_the_observations_of_the_text(seed: int) -> None:
    found = list(compared(seed, AT_ONCE, lambda: None))
    assert not [one for one in found if not one.same]
    assert all(one.expected >= 12 for one in found)


def test_bulletins_differ_by_seed_and_are_the_same_again() -> None:
    assert len({bulletin(seed) for seed in SEEDS}) == len(SEEDS)
    assert bulletin(7) == bulletin(7)


def test_what_differs_is_shown_by_format_and_seed() -> None:
    found = [
        Compared(0, "text", 5, (), ()),
        Compared(1, "text", 4, (), ()),
        Compared(0, "Word", 5, ("one", "two"), ("other",)),
        Compared(1, "Word", 4, (), (), "it is damaged"),
    ]
    rows = [line.split() for line in table(found, ["text", "Word"]).split("\n")]
    assert rows == [["0", "1", "same"], ["text", "=5", "=4", "2"], ["Word", "-2+1", "none", "0"]]
    assert [told for one in found for told in one.told()] == [
        "seed 0, Word: lacks one",
        "seed 0, Word: lacks two",
        "seed 0, Word: has other",
        "seed 1, Word: it is damaged",
    ]


def test_nothing_read_is_not_the_same() -> None:
    assert not Compared(0, "text", 0, (), ()).same


def test_the_command_prints_the_table_and_holds_it_to_a_rate() -> None:
    result = CliRunner().invoke(main, ["formats", "--seeds", "1", "--without", "PDF", "--at-least", "1"])
    assert result.exit_code == 0, result.output
    assert [line.split()[0] for line in result.output.splitlines() if line][-len(AT_ONCE) :] == AT_ONCE
