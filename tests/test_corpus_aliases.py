"""What people call things: read once from data, and nothing in it has two meanings."""

import re
from itertools import chain

import pytest

from corpus.aliases import aliases, area_named


def test_services_and_areas_have_names_and_ways_to_write_them() -> None:
    found = aliases()
    assert all(forms for forms in found.services.values())
    assert all(isinstance(form, str) and form == form.strip() != "" for form in chain(*found.areas.values()))


def test_no_way_to_write_an_area_stands_for_two() -> None:
    forms = [form.lower() for name, others in aliases().areas.items() for form in (name, *others)]
    assert len(forms) == len(set(forms))


def test_no_short_form_is_its_own_long_form() -> None:
    assert all(short not in long for short, long in aliases().short_forms.items())
    assert all(long for long in aliases().short_forms.values())


def test_aliases_hold_no_figures() -> None:
    texts = [*aliases().measure_words, *aliases().measure_words.values(), *chain(*aliases().areas.values())]
    assert [text for text in texts if re.search(r"\d{3}|\d\.\d|%", text)] == []


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("England & Wales", "England and Wales"),
        (" wales ", "Wales"),
        ("KSS", "Kent, Surrey & Sussex"),
        ("Atlantis", "Atlantis"),
    ],
)
def test_an_area_by_any_of_its_names(written: str, name: str) -> None:
    assert area_named(written) == name
