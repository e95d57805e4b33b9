"""Replies of Parliament's API: a written question is read as its text is, or said to have no answer."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import metadata
from corpus.content import Content
from corpus.errors import UnreadableFile
from corpus.formats import contents
from corpus.read import outcomes, parse, read
from corpus.recognition import known

HERE = Path("reply.json")
ASKED = "To ask the Secretary of State for Kites, how many kites each keeper had in each of the last ten years."
OPENING = "The number of kites was counted from July 2028 to June 2030, for there are no counts before that time."
NOTES = (
    "The data are typed in by keepers. They may be wrong in places.",
    "Averages are of twelve month ends, and nothing else is counted here at all.",
)
ROWS = (("Period", "Average kites per keeper"), ("July 28 – June 29", "36.0"), ("July 29 – June 30", "37.1"))
CELLS = "\n\n".join(cell for row in ROWS for cell in row)
TEXT = f"""Kites

(asked on 30th August 2031) - View Source

Question to the Ministry of Kites:

{ASKED}


Answered by
Nora Vale Portrait
Nora Vale
Keeper in Chief
This question was answered on 11th September 2031

{OPENING}

Table One: Kites per keeper across England and Wales

{CELLS}

Notes

  • {NOTES[0]}

  • {NOTES[1]}
"""
TABLE = "".join(f"<tr>{''.join(f'<td><p>{cell}</p></td>' for cell in row)}</tr>" for row in ROWS)
ANSWER = (
    f"<p>{OPENING}</p><p> </p><p>Table One: Kites per keeper across England and Wales</p>"
    f"<table><tbody>{TABLE}</tbody></table><p>Notes</p><ul>{''.join(f'<li>{note}</li>' for note in NOTES)}</ul>"
)


def question(**more: Any) -> dict[str, Any]:
    value = {
        "id": 41,
        "uin": "9991",
        "house": "Commons",
        "dateTabled": "2031-08-30T00:00:00",
        "dateForAnswer": "2031-09-09T00:00:00",
        "dateAnswered": "2031-09-11T00:00:00",
        "heading": "Kites",
        "questionText": ASKED,
        "answerText": ANSWER,
        "answeringBodyName": "Ministry of Kites",
        "answeringMember": {"name": "Nora Vale", "memberFrom": "Upper Vale"},
        "isWithdrawn": False,
        "answerIsHolding": False,
        "answerIsCorrection": False,
        "originalAnswerText": "",
        "groupedQuestions": [],
        "attachments": [],
    }
    return {"value": value | more, "links": []}


def found(value: Any) -> Content | UnreadableFile:
    (one,) = contents(json.dumps(value).encode(), HERE)
    return one


def read_of(value: Any) -> Content:
    one = found(value)
    assert isinstance(one, Content)
    return one


def words(**more: Any) -> str:
    return read_of(question(**more)).text


def test_a_question_in_a_reply_is_the_question_in_text(tmp_path: Path) -> None:
    path = tmp_path / "reply.json"
    path.write_text(json.dumps(question()), encoding="utf-8")
    reply, plain = read(path), parse(TEXT, Path("written-question-9991.txt"))
    assert [replace(table, locator=plain.tables[0].locator) for table in reply.tables] == list(plain.tables)
    assert [observation.shown for observation in reply.observations] == ["36.0", "37.1"]

    def said_in(document: Any) -> list[tuple[str, ...]]:
        said = [(p.kind, str(p.locator), p.section, p.text) for p in document.passages]
        return [one for one in said if not one[3].startswith(("Answered by", "(asked on"))]

    assert said_in(reply) == said_in(plain) and len(said_in(reply)) > 3
    assert [str(p.locator) for p in reply.passages] == [str(p.locator) for p in plain.passages]


def test_a_question_held_under_another_id_is_known_by_its_figures_and_one_of_another_session_is_another() -> None:
    table = "<table><tr><th>Year</th><th>Kites</th></tr>" + "".join(
        f"<tr><td>20{year}</td><td>{year}.{year}</td></tr>" for year in range(31, 36)
    )
    own, other = question(answerText=f"{table}</table>"), question(dateTabled="2036-01-09T00:00:00")
    text = metadata.Told(id="kites-9991", title="Kites: written question 9991, all of them")
    held = known([parse(f"Kites were {', '.join(f'{y}.{y}' for y in range(31, 36))}.", Path("kites.txt"), [text])])
    read = [read_of(one) for one in (own, other)]
    ids = [metadata.publication("reply", one.text, [metadata.Told(**one.said)], held).id for one in read]
    assert ids == ["kites-9991", "written-question-2036-01-09-9991"]


def test_what_the_reply_says_of_the_question_is_known() -> None:
    one = found(question())
    assert isinstance(one, Content) and one.name == "UIN 9991"
    assert {name: str(value) for name, value in one.said.items()} == {
        "id": "written-question-2031-08-30-9991",
        "title": "Kites: written question 9991",
        "publisher": "UK Parliament",
        "published": "2031-09-11",
        "licence": "Open Parliament Licence v3.0",
        "url": "https://questions-statements.parliament.uk/written-questions/detail/2031-08-30/9991",
    }


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"answerIsCorrection": True, "dateAnswerCorrected": "2031-10-03T00:00:00"}, "corrected on 3 October 2031."),
        ({"originalAnswerText": "<p>It was 12 kites.</p>"}, "This answer was corrected."),
        ({"groupedQuestions": ["9992", 9993]}, "It was answered together with 9992, 9993."),
        ({"answerText": "One line.\n\nKites < boats."}, "One line.\n\nKites < boats."),
        ({"answeringMember": None, "heading": None}, "Answered by\nThis question was answered on 11 September 2031"),
    ],
    ids=["corrected", "once-otherwise", "grouped", "plain-text", "no-names"],
)  # fmt: skip
def test_what_is_said_over_an_answer(more: dict[str, Any], says: str) -> None:
    text = words(**more)
    assert says in text and "12 kites" not in text


REFUSED = {
    "no-answer": (
        {"answerText": None, "dateAnswered": None},
        "UIN 9991: it has no answer yet, one is due on 9 September 2031. Fetch it again later.",
    ),
    "withdrawn": ({"isWithdrawn": True}, "UIN 9991: the question was withdrawn."),
    "holding": ({"answerIsHolding": True}, "UIN 9991: it has only a holding answer. Fetch it again later."),
    "cut": (
        {"answerText": f"{OPENING * 3}..."},
        "gives only the beginning of it. Fetch https://questions-statements-api.parliament.uk/api/writtenquestions/questions/41.",
    ),
    "broken-table": ({"answerText": "<table><tr><th>A<th>B<tr><td>1</table>"}, "a table row has 1 cells"),
}  # fmt: skip


@pytest.mark.parametrize(("more", "says"), REFUSED.values(), ids=REFUSED.keys())
def test_a_question_without_a_whole_answer_is_refused_and_leaves_the_others(
    tmp_path: Path, more: dict[str, Any], says: str
) -> None:
    path = tmp_path / "reply.json"
    listed = {"totalResults": 2, "results": [question(**more), question(uin="HL12")]}
    path.write_text(json.dumps(listed), encoding="utf-8")
    refused, read_one = outcomes(path)
    assert says in refused.problem
    assert read_one.document is not None and read_one.document.publication.id == "written-question-2031-08-30-hl12"
    assert read_one.name.endswith("reply.json UIN HL12")


def test_details_of_one_publication_are_not_taken_for_those_of_several(tmp_path: Path) -> None:
    path = tmp_path / "reply.json"
    path.write_text(json.dumps([question(), question(uin="9992")]), encoding="utf-8")
    (tmp_path / "reply.toml").write_text('title = "Kites"', encoding="utf-8")
    (outcome,) = outcomes(path)
    assert "reply.toml: these are details of one publication, beside a file of 2. Take them away" in outcome.problem


def test_attachments_are_named() -> None:
    one = found(question(attachments=[{"title": "Kites by vale", "url": "x"}, {"fileName": "boats.xlsx"}]))
    assert isinstance(one, Content)
    assert one.left_out == (
        "attachment 'Kites by vale': fetch it by itself", "attachment 'boats.xlsx': fetch it by itself",
    )  # fmt: skip


def test_an_empty_list_of_results_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="the reply holds no publication"):
        contents(b'{"totalResults": 0, "results": []}', HERE)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(st.sampled_from(sorted(question()["value"])), json_values)
def test_a_field_of_any_kind_is_read_or_refused(name: str, value: Any) -> None:
    one = {"value": question()["value"] | {name: value}}
    try:
        contents(json.dumps(one).encode(), HERE)
    except UnreadableFile as error:
        assert str(error).isprintable()
