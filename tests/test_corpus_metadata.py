"""What is known of a publication, who is believed, and whose full text a file is."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from bulletin_fake import bulletin, piped
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import UnreadableFile
from corpus.library import documents
from corpus.metadata import Told, publication, slug, split_front_matter, told
from corpus.models import Document, Publication
from corpus.read import parse, read
from corpus.recognition import known

SIDECAR = Path("kites.toml")
TEXTS = [
    "community-performance-annual-2024",
    "community-performance-annual-2025",
    "hmip-annual-report-2017",
    "nao-probation-service-2025",
    "written-question-3550",
]

FIGURES = " ".join(f"There were {n},{n} kites." for n in range(101, 131))


def held(text: str, **about: object) -> Document:
    """A made-up document of a library."""
    about = {"id": "kites-2031", "title": "Kites, update to March 2032", "publisher": "Vale", **about}
    document = parse(text, Path("held.md"))
    return replace(document, publication=Publication(**about))  # type: ignore[arg-type]


LIBRARY = known((held(FIGURES), held("The only figures are 36.5, 37.5 and 38.5.", id="answer-7", title="Answer 7")))


def identified(text: str, **details: str) -> str:
    return publication("some-file", text, [Told(**details)], LIBRARY).id  # type: ignore[arg-type]


def test_the_text_says_what_it_is() -> None:
    found = publication("some-file", bulletin(), [], ())
    assert found == Publication(
        id="vale-craft-annual-update-to-march-2032",
        title="Vale Craft Annual, update to March 2032",
        publisher="Ministry of Kites",
        published=date(2032, 8, 5),
        period="April 2031 to March 2032",
        geography="England and Wales",
        series="Vale Craft Annual",
    )


def test_the_details_are_believed_before_the_text_and_the_first_of_them_most() -> None:
    details = [Told(title="First"), Told(title="Second", publisher="Second")]
    found = publication("some-file", bulletin(), details, ())
    assert (found.title, found.publisher, found.geography) == ("First", "Second", "England and Wales")


def test_without_anything_else_the_file_name_is_the_title() -> None:
    found = publication("kite_report-2031", "Just words.", [], ())
    assert (found.id, found.title) == ("kite-report-2031", "Kite report 2031")


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Published 5 August 2032", date(2032, 8, 5)),
        ("Published: 5th August 2032", date(2032, 8, 5)),
        ("This question was answered on 11th September 2024", date(2024, 9, 11)),
        ("Ordered by the House to be printed on 22 October 2025", date(2025, 10, 22)),
        ("Published 31 February 2032", None),
        ("Published soon", None),
    ],
)
def test_the_day_of_publication(line: str, published: date | None) -> None:
    assert publication("x", f"A title\n{line}\nMore words.", [], ()).published == published


def test_a_sidecar_gives_what_it_knows() -> None:
    details = told(SIDECAR, 'title = " Kites "\npublished = 2031-08-05\nlicence = "OGL"')
    assert (details.title, details.published, details.licence, details.id) == ("Kites", date(2031, 8, 5), "OGL", "")


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        (
            "title = Kites",
            "kites.toml: the details are not TOML (Invalid value (at line 1, column 9)). Mend that line.",
        ),
        ('colour = "red"', "kites.toml: unknown key 'colour'. Known keys: id, title, publisher,"),
        ("title = 7", "kites.toml: title: Input should be a valid string. Mend its value."),
        ('published = "soon"', "kites.toml: published: "),
        ('"two\\nlines" = 1', "unknown key 'two\\nlines'. Known keys: "),
    ],
    ids=["not-toml", "unknown-key", "not-text", "no-date", "key-of-two-lines"],
)
def test_a_broken_sidecar_is_named_with_what_to_do(toml: str, says: str) -> None:
    with pytest.raises(UnreadableFile) as raised:
        told(SIDECAR, toml)
    assert says in str(raised.value)
    assert str(raised.value).isprintable()


def test_front_matter_is_taken_off_the_text() -> None:
    assert split_front_matter('+++\ntitle = "x"\n+++\nBody\n') == ('title = "x"', "Body\n")
    assert split_front_matter("Body\n+++\n") == ("", "Body\n+++\n")


def test_titles_without_latin_letters_have_ids_of_their_own() -> None:
    assert slug("報告") != slug("报告") and slug("報告") == slug("報告")


@given(st.text())
def test_a_slug_is_plain_and_never_empty(title: str) -> None:
    assert set(slug(title)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug(slug(title)) == slug(title) != ""


@given(st.text(max_size=200) | st.builds("{}\nPublished {} {} {}\n".format, st.text(max_size=9), st.integers(0, 99),
       st.sampled_from(["May", "June", "Kite"]), st.integers(0, 9999)))  # fmt: skip
def test_any_text_is_some_publication(text: str) -> None:
    found = publication("x", text, [], LIBRARY)
    assert found.id and found.title


@pytest.mark.parametrize(
    ("text", "details"),
    [
        ("Other words.", {"id": "kites-2031"}),
        ("Other words.", {"title": "KITES: update to March 2032"}),
        (f"Before. {FIGURES} After 999 more words.", {}),
        (FIGURES, {"title": "Kites"}),
        (FIGURES, {"id": "my-own-name"}),
    ],
    ids=["id", "title", "content", "content-and-part-of-the-title", "content-under-another-id"],
)
def test_a_full_text_is_recognised(text: str, details: dict[str, str]) -> None:
    assert identified(text, **details) == "kites-2031"


@pytest.mark.parametrize(
    ("text", "details", "own"),
    [
        ("There were 101,101 kites.", {}, "some-file"),
        (FIGURES, {"title": "Kites, update to March 2033"}, "kites-update-to-march-2033"),
        ("Shares were 36.5, 37.5, 38.5, 12.5, 13.5, 14.5 and 15.5.", {}, "some-file"),
        (bulletin(), {}, "vale-craft-annual-update-to-march-2032"),
        ("", {}, "some-file"),
    ],
    ids=["few-figures", "the-next-edition", "few-figures-among-many", "another-bulletin", "nothing"],
)
def test_another_text_is_not_taken_for_one_of_the_library(text: str, details: dict[str, str], own: str) -> None:
    assert identified(text, **details) == own


def test_a_short_text_is_told_by_its_figures_where_it_has_no_others() -> None:
    assert identified("It was 36.5, then 37.5 and 38.5 in the end.") == "answer-7"


def test_a_recognised_text_takes_what_the_library_knows_and_keeps_what_its_sidecar_says() -> None:
    found = publication(
        "x", f"A line\nPublished 5 August 2032\n{FIGURES}", [Told(id="kites-2031", licence="Own")], LIBRARY
    )
    assert (found.title, found.publisher, found.licence) == ("Kites, update to March 2032", "Vale", "Own")
    assert found.published == date(2032, 8, 5)
    assert not found.summary


def test_no_made_up_text_is_a_publication_of_the_library_that_ships() -> None:
    ids = {document.publication.id for document in documents()}
    made_up = [
        bulletin(),
        FIGURES,
        "Average caseload was 36.0 and 12.0, 13.0, 14.0, 15.0.",
        piped(("a", "b"), [("x", "1")]),
    ]
    assert all(parse(text, Path("made-up.txt"), (), documents()).publication.id not in ids for text in made_up)


@pytest.mark.parametrize("name", TEXTS)
def test_a_real_text_is_recognised_without_its_sidecar_and_under_another_name(
    publications: Path, tmp_path: Path, name: str
) -> None:
    copy = tmp_path / "download (3).txt"
    copy.write_bytes((publications / f"{name}.txt").read_bytes())
    theirs = next(d.publication for d in documents() if d.publication.id == name)
    assert read(copy, documents()).publication == replace(theirs, summary=False)
