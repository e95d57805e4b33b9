"""Whether a draft reads as English."""

import pytest

from assistant.checking.language import reads_as_english

KNOWN = {"gardens", "dug", "fences", "mended", "north", "marsh", "south", "rated", "share", "target"}


def is_known(stem):
    return any(word.startswith(stem) for word in KNOWN)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Gardens dug: 61.5%",
        "The share of gardens that were dug on time rose by two points to 61.5% in the year, and missed its target.",
        "North Marsh 3 South Marsh 2 Gardens dug 61.5 Fences mended 70.1 North Marsh Gardens Fences South Marsh Fences",
        "gardens dug 61.5 up from 60 , fences mended 70 so missd target agn , north marsh rated 3 south marsh only 2",
    ],
    ids=["empty", "short", "prose", "table", "telegram"],
)
def test_english(text):
    assert reads_as_english(text, is_known)


@pytest.mark.parametrize(
    "text",
    [
        "Le taux de réussite des travaux était de 63,1 % en 2030-31, contre 57 % avant, selon le ministère.",
        "Im Jahr 2030-31 wurden 80,4 Prozent der Entlassenen untergebracht, das waren zwei Punkte weniger als davor.",
        "Yn 2030-31 roedd 80.4% o bobl wedi eu cartrefu wrth gael eu rhyddhau o'r ddalfa, sy'n is na'r targed o 90%",
    ],
    ids=["french", "german", "welsh"],
)
def test_another_language(text):
    assert not reads_as_english(text, is_known)
