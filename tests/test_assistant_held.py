from datetime import date

import pytest
from made_up import EARLIER, assistant_of, bulletins

from assistant.held import later_edition
from corpus.models import Publication


def edition(name, when, series="Made-up Annual"):
    return Publication(id=name, title=name, published=when, series=series)


OLD, NEW, NEWEST = (edition(f"e{year}", date(year, 7, 1)) for year in (2029, 2030, 2031))
OTHERS = (OLD, NEW, NEWEST, edition("other", date(2035, 1, 1), "Other"), edition("undated", None))


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        pytest.param(OLD, NEWEST, id="the-latest-of-those-later"),
        pytest.param(NEWEST, None, id="none-later"),
        pytest.param(edition("alone", date(2020, 1, 1), ""), None, id="of-no-series"),
        pytest.param(edition("undated", None), None, id="without-a-date"),
    ],
)
def test_a_later_edition_of_the_same_series(one, expected):
    assert later_edition(one, OTHERS) == expected


def test_what_is_held_says_whether_it_was_added_and_what_it_replaces(tmp_path):
    assistant = assistant_of(tmp_path / "home", bulletins()[:1])
    assert [(one.ingested, one.replaces) for one in assistant.publications()] == [(False, False)]
    name = bulletins()[0].publication.id
    for file, said in (("full.txt", f'id = "{name}"'), ("other.txt", 'id = "other"\ntitle = "Other"')):
        (tmp_path / file).write_text(EARLIER)
        (tmp_path / file).with_suffix(".toml").write_text(said)
        assistant.ingest(tmp_path / file)
    held = assistant.publications()
    assert [(one.publication.id, one.ingested, one.replaces) for one in held] == [
        (name, True, True),
        ("other", True, False),
    ]
    assert held[0].tables == 5

    assert assistant.remove(name) and assistant.remove("other") and not assistant.remove(name)
    assert [(one.publication.id, one.ingested) for one in assistant.publications()] == [(name, False)]
